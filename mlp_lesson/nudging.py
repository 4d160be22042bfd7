"""Learning without slopes: turn a number, look, keep the turn if it helped."""

from collections.abc import Callable

import numpy as np


def nudge_round(error: Callable, p: np.ndarray, size: float) -> np.ndarray:
    """One round: each number turned by +size, else by -size, if the error falls.

    error: array like p (n,) -> number. p is left unchanged. Costs 4n calls of error. Coordinate
    search (Hooke & Jeeves 1961), with a step that keeps its size.
    """
    for i in range(len(p)):
        for turn in (size, -size):
            q = p.copy()
            q[i] += turn
            if error(q) < error(p):
                p = q
    return p
