"""The same network for pixels in another order."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def permute_inputs(W, order):
    """W' = the rows of W in the new order, so that X[:, order] @ W' = X @ W."""
    return W[order]


def cases(rng):
    def drawn(n, units, note):
        order = rng.permutation(n)
        while np.array_equal(order[order], np.arange(n)):  # its own inverse tells too little
            order = rng.permutation(n)
        return Case((rng.normal(size=(n, units)), order), note)

    whole = np.array([[1, 2], [3, 4], [5, 6], [7, 8]])
    return [
        Case((whole, np.array([2, 0, 3, 1])), "the example"),
        drawn(5, 3, "5 inputs, 3 units"),
        drawn(4, 4, "a square table"),
        drawn(6, 1, "one unit"),
        drawn(3, 7, "more units than inputs"),
        Case((rng.normal(size=(4, 2)), np.arange(4)), "the old order"),
        Case((rng.normal(size=(5, 2)), np.arange(5)[::-1].copy()), "back to front"),
    ]


SLIPS = slips(
    permute_inputs,
    """
    backwards: = W[np.argsort(order)]
        The rows go the other way: that puts pixels *back* into their old order. New pixel k is the
        old pixel `order[k]`, and it must meet that pixel's weights.
    columns: = W[:, order]
        The columns are put into another order. They belong to the units; the inputs are the rows.
    unchanged: = W
        The weights stay as they are, so each meets another pixel than before.
    transposed: = W[order].T
        The result is transposed: it must fit where W did, `(n_inputs, n_units)`.
    both: = W[order][:, order[order < W.shape[1]]]
        The columns are put into another order as well. Only the inputs have moved; unit j is still
        unit j.
    twice: = W[order][order]
        The order is applied twice.
    sorted: = np.sort(W, axis=0)
        The weights are sorted by their size: each must stay with its pixel.
    reversed: = W[::-1]
        The rows are only turned round: the new order is given by `order`.
    each-column-alone: = np.take_along_axis(W, np.argsort(W, axis=0), axis=0)[order]
        The rows are torn apart: all weights of a pixel move together.
    back-to-front: = W[order[::-1]]
        `order` is read from its end: new pixel 0 is the old pixel `order[0]`.
    first-row-only: = W[order[:1]]
        Only one row comes back: all n_inputs are needed.
    table-of-zeros: = np.eye(len(W))[order]
        That is the table that permutes; it still has to be multiplied with W.
    from-one: = W[order - 1]
        The order is taken to count from 1. It counts from 0, as Python does.
    single-weights: = np.take(W, order)
        Single weights come back: `np.take` without `axis=0` looks into the table as one long row.
    rolled: = np.roll(W, -order[0], axis=0)
        All rows are moved by the same number of places. Each has a place of its own in `order`.
    """,
)


def copies_while_moving(W, order):
    W = W.copy()
    for k in range(len(order)):
        W[k] = W[order[k]]
    return W


def swaps(W, order):
    W = W.copy()
    for k in range(len(order)):
        W[[k, order[k]]] = W[[order[k], k]]
    return W


def in_place(W, order):
    W[...] = W[order]
    return W


OTHERS = [
    Mistake(
        "overwritten-rows",
        "The rows are moved within one table, so later ones are taken from rows that are "
        "overwritten already. Read from the old table, write into a new one.",
        copies_while_moving,
    ),
    Mistake(
        "swaps",
        "Rows are swapped one after another, and a later swap moves away what an earlier one had "
        "put in place. Read from the old table, write into a new one.",
        swaps,
    ),
    Mistake(
        "w-changed",
        "The argument `W` is changed: the old network would be lost. `W[order]` makes a new array.",
        in_place,
    ),
]

TASK = Task(
    "permute_inputs",
    points=2,
    taught_in="Looking at the first layer",
    reference=permute_inputs,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Follow one pixel. Which row of W did it meet before, and at which place is it now?",
        "Column k of `X[:, order]` is column `order[k]` of X. So row k of the new table must be "
        "which row of the old one?",
        "`W[list]` gives the rows of W in the order of the list.",
    ),
)
