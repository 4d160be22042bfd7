"""An answer on trial: its outcome in every case, beside the right one."""

import copy
from typing import NamedTuple

from .compare import compare, same
from .run import Outcome, run, run_here
from .task import Task

SLOWER = 50  # times the reference's time that a right answer may take in the speed case
SLOW_SECONDS = 0.1  # and never called slow below this
PATIENCE = 5.0  # tasks with a longer deadline are not called a second time


class Trial(NamedTuple):
    """All that is known about an answer; each list has one entry a case."""

    task: Task
    cases: list
    outcomes: list  # of the answer
    again: Outcome | None  # the first case, called a second time
    expected: list  # Outcomes of the reference, where it was needed
    leaves: list  # lists of Leaf; empty where no value came back
    broken: list  # hints of the invariants that the value violates

    def value_is_wrong(self, i):
        return any(leaf.word != "right" for leaf in self.leaves[i]) or bool(self.broken[i])

    def fails(self, i):
        """Is case i anything but right?"""
        o = self.outcomes[i]
        spoiled = o.kind != "value" or o.changed or o.warned
        return bool(spoiled or self.value_is_wrong(i) or self.slow(i))

    def failing(self):
        return [i for i in range(len(self.cases)) if self.fails(i)]

    def slow(self, i):
        """How many times slower than the reference, if that is far too slow; else 0."""
        if not self.cases[i].speed or self.outcomes[i].kind not in ("value", "timeout"):
            return 0
        fair, taken = max(self.expected[i].seconds, 1e-5), self.outcomes[i].seconds
        return taken / fair if taken > max(SLOW_SECONDS, SLOWER * fair) else 0

    def unsteady(self):
        """Did the same arguments give another result the second time?"""
        first, again = self.outcomes[0], self.again
        if again is None or first.kind != "value" or again.kind != "value":
            return False
        return not same(first.value, again.value)

    def is_right(self):
        return not self.failing() and not self.unsteady()

    def wrong_leaves(self):
        return [leaf for case in self.leaves for leaf in case if leaf.word != "right"]


def attempt(task, function):
    """Call the answer on every case and compare."""
    cases = task.fixed_cases()
    jobs = [case.args for case in cases]
    if task.seconds <= PATIENCE:
        jobs.append(cases[0].args)
    outcomes = run(function, jobs, seconds=task.seconds, observe=task.observe)
    again = outcomes.pop() if len(outcomes) > len(cases) else None
    expected = _right(task, cases)
    leaves, broken = [], []
    for i, (case, outcome, right) in enumerate(zip(cases, outcomes, expected, strict=True)):
        came = outcome.kind == "value"
        compared = came and task.unique
        leaves.append(compare(task, case, i, right.value, outcome.value) if compared else [])
        broken.append(_violated(task, case, outcome.value) if came else [])
    trial = Trial(task, cases, outcomes, again, expected, leaves, broken)
    for i, outcome in enumerate(outcomes):
        if trial.slow(i) and outcome.kind == "value":  # perhaps the machine was busy: once more
            [more] = run(function, [cases[i].args], seconds=task.seconds, observe=task.observe)
            if more.kind == "value" and more.seconds < outcome.seconds:
                outcomes[i] = outcome._replace(seconds=more.seconds)
    return trial


def _right(task, cases):
    """Outcomes of the reference, in the cases where they are needed."""
    needed = [task.unique or case.speed for case in cases]
    jobs = [case.args for case, need in zip(cases, needed, strict=True) if need]
    known = iter(run_here(task.reference, jobs, observe=task.observe))
    right = [next(known) if need else Outcome("value") for need in needed]
    for i, case in enumerate(cases):
        if case.speed:  # its time is a measure: the best of three
            more = run_here(task.reference, [case.args] * 2, observe=task.observe)
            right[i] = min(right[i], *more, key=lambda outcome: outcome.seconds)
    return right


def _violated(task, case, value):
    found = []
    for invariant in task.invariants:
        try:
            holds = invariant.holds(*copy.deepcopy((case.args, value)))
        except Exception:  # the value has another form than the invariant reads
            holds = False
        if not holds:
            found.append(invariant.hint)
    return found
