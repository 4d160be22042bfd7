"""What the tasks of exercise 04 share."""

import numpy as np

from ...engine.task import Invariant


def capped(least):
    """Does the loss stop growing? least(*args) is what it must reach at least.

    A loss of thousands given as 1 to 750 is capped: -ln of the least float is 745. Below 1 it is
    no loss at all: a derivative.
    """
    return Invariant(
        "capped",
        "However wrong the answer, the loss never grows beyond some height: was a probability or "
        "a logit clipped, or a small number put into the logarithm? That hides the overflow. "
        "Compute the logarithm from the logits, and it cannot happen.",
        lambda args, value: not (least(*args) > 2000 and np.ndim(value) == 0 and 1 <= value < 750),
    )


def logits_as_probabilities(hint):
    """Is one moderate sample given the loss of a probability near 0, such as 27 = -ln 1e-12?

    So it is where a negative logit is clipped to the range of a probability.
    """

    def holds(args, value):
        logits, y = args
        moderate = len(y) == 1 and np.abs(logits).max() < 2
        return not (moderate and np.ndim(value) == 0 and 6 < value < 750)

    return Invariant("logits-clipped", hint, holds)
