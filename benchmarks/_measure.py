"""Timing two ways of doing the same thing, in turn, so that a slow moment hits both."""

import statistics
import time


def seconds(action):
    """Wall time of one call of action()."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turn(actions, rounds):
    """Time every action once a round; {name: [seconds, ...]}, the first round not counted."""
    times = {name: [] for name in actions}
    for r in range(rounds + 1):
        for name, action in actions.items():
            t = seconds(action)
            if r:
                times[name].append(t)
    return times


def ratio(times, slow, fast):
    """Median over the rounds of slow / fast, taken round by round."""
    return statistics.median(a / b for a, b in zip(times[slow], times[fast], strict=True))
