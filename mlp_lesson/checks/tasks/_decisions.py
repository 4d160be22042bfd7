"""What the tasks share whose answers are decisions: a few numbers, no function of anything."""

import numpy as np

from ..engine.task import Case, Invariant


def asked_once(what):
    """The cases of a decision: one, without arguments."""
    return lambda rng: [Case((), what)]


def one_of(allowed, count, hint):
    """Is each of the answers, count in all, one of the numbers that there are?"""

    def holds(args, value):
        if not isinstance(value, list | tuple) or len(value) != count:
            return True  # said by the engine
        return all(_is_number(entry) and float(entry) in allowed for entry in value)

    return Invariant("no-such-answer", hint, holds)


def _is_number(entry):
    """Is it one number, of Python or of NumPy? True and False are none."""
    return np.ndim(entry) == 0 and np.asarray(entry).dtype.kind in "iuf"
