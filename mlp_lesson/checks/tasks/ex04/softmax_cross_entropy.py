"""The loss of one class of k, from the logits."""

import numpy as np

from ....activations import softmax
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import capped, logits_as_probabilities


def softmax_cross_entropy(Z, y):
    """The mean of ln Σ e^z - z_y over the rows, the logits shifted by the largest of their row."""
    Z = Z - Z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(Z).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def cases(rng):
    def logits(n, k):
        return rng.normal(scale=1.5, size=(n, k)), rng.integers(k, size=n)

    above = np.array([[9000.0, 0.0, -9000.0], [100.0, 5000.0, 0.0], [7000.0, 2.0, 7001.0]])
    behind = np.array([[50_000.0, 0.0, 1.0], [3000.0, -4000.0, -5000.0]])
    below = np.array([[-9000.0, -9001.0, -9000.5], [-3.0, -2.0, -2.5]])
    return [
        Case((rng.normal(size=(4, 3)), np.array([2, 0, 1, 2])), "4 rows, 3 classes"),
        Case((rng.normal(size=(1, 4)), np.array([1])), "a batch of one row"),
        Case((rng.normal(size=(3, 3)), np.array([1, 2, 0])), "as many rows as classes"),
        Case(logits(5, 2), "5 rows, 2 classes"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]), np.array([0, 2])), "integers"),
        Case((np.zeros((2, 10)), np.array([7, 3])), "equal logits"),
        Case(logits(6, 7), "6 rows, 7 classes"),
        Case((above, np.array([0, 1, 2])), "logits far above 0"),
        Case((below, np.array([1, 0])), "logits far below 0"),
        Case((behind, np.array([2, 1])), "the true class far behind"),
        Case(logits(4000, 60), "4000 rows, 60 classes", speed=True),
    ]


# By way of the logarithm of the sum, as the reference does it.
LOG_SUM_SLIPS = slips(
    softmax_cross_entropy,
    """
    overflow:
    - Z = Z - Z.max(axis=1, keepdims=True)
        Right for moderate logits, but e^z overflows inside the logarithm of the sum.
        Subtract the largest logit of each row first.
    largest-of-all: Z.max(axis=1, keepdims=True) -> Z.max()
        The logits are shifted by the largest of all rows, and the sum of a row that lies far
        below becomes 0: each row needs its own largest logit.
    largest-of-columns: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
        The largest logit of each *column* is subtracted. Shift each row by its own: axis=1,
        with keepdims=True.
    shifted-in-sum-only:
    - Z = Z - Z.max(axis=1, keepdims=True)
    - log_sum = np.log(np.exp(Z).sum(axis=1))
    + shifted = Z - Z.max(axis=1, keepdims=True)
    + log_sum = np.log(np.exp(shifted).sum(axis=1))
        The largest logit was taken from the sum only, not from the logit of the true class:
        shift both, or put it back in front of the logarithm.
    put-back-and-shifted:
    - Z = Z - Z.max(axis=1, keepdims=True)
    + top = Z.max(axis=1)
    + Z = Z - top[:, None]
    and: log_sum - Z -> top + log_sum - Z
        The largest logit is put back in front of the logarithm, and then the *shifted* logit
        of the true class is taken away: shift both, or neither.
    sum-of-logarithms: np.log(np.exp(Z).sum(axis=1)) -> np.log(np.exp(Z)).sum(axis=1)
        The logarithm of each exponential is taken, and then the sum. It is the other way
        round: the logarithm *of the sum*.
    sum-without-logarithm: np.log(np.exp(Z).sum(axis=1)) -> np.exp(Z).sum(axis=1)
        The sum of the exponentials stands there without its logarithm.
    sum-of-table: .sum(axis=1) -> .sum()
        The exponentials of the whole table are added up: without `axis=1` the sum is one
        number, where each row needs its own.
    label-for-logit: Z[np.arange(len(y)), y] -> y
        The label itself is taken away, a number like 0 or 2. What belongs there is the logit
        in its column.
    indices-exchanged: = np.mean(log_sum[y] - Z[y, np.arange(len(y))])
        The two index arrays are exchanged: first the rows, `np.arange(len(y))`, then the
        columns y.
    label-minus-one: len(y)), y -> len(y)), y - 1
        Off by one: the labels count from 0, so y itself is the column.
    whole-columns: = np.mean(log_sum[:, None] - Z[:, y])
        `[:, y]` picks, in *every* row, the columns of all labels. Row i needs column y[i]
        only: give the rows too, `[np.arange(len(y)), y]`.
    labels-pick-rows: = -np.mean((Z - log_sum[:, None])[y])
        The labels are taken for numbers of rows: y[i] is the *column* in row i.
    labels-pick-rows-of-logits: Z[np.arange(len(y)), y] -> Z[y]
        `Z[y]` picks whole rows, as if the labels were numbers of rows: y[i] is the *column*
        in row i. Name both, `[np.arange(len(y)), y]`.
    labels-pick-rows-keepdims: .sum(axis=1) -> .sum(axis=1, keepdims=True)
    and: Z[np.arange(len(y)), y] -> Z[y]
        The labels are taken for numbers of rows in the second term, as `Z[y]` does: y[i] is
        the *column* in row i. Name both, `[np.arange(len(y)), y]`.
    labels-as-one-hot: = -np.mean(np.sum(y * (Z - log_sum[:, None]), axis=1))
        y holds labels, not one-hot rows: it has the shape (n,), and NumPy lays it along a
        row of the table (or stops). Take column y[i] of row i, `[np.arange(len(y)), y]`, or
        make one-hot rows first.
    product-with-labels: Z[np.arange(len(y)), y] -> np.sum(Z * y, axis=1)
        y holds labels, not one-hot rows: a product with y does not pick the logit of the
        true class. Take column y[i] of row i, `[np.arange(len(y)), y]`.
    labels-as-numbers: = -np.sum(y[:, None] * (Z - log_sum[:, None])) / len(y)
        The labels are multiplied in as numbers, so class 2 counts twice and class 0 not at
        all. A label only says which column to take; or make one-hot rows of it.
    last-row-only:
    - return np.mean(log_sum - Z[np.arange(len(y)), y])
    + for i in range(len(y)):
    +     total = log_sum[i] - Z[i, y[i]]
    + return total / len(y)
        Only the last row counts: in the loop each loss overwrites the one before. Add them
        up, with `+=`.
    loss-of-last-row:
    - return np.mean(log_sum - Z[np.arange(len(y)), y])
    + for i in range(len(y)):
    +     loss = log_sum[i] - Z[i, y[i]]
    + return loss
        That is the loss of the last row alone: in a loop each would overwrite the one
        before. Add them up, with `+=`, and divide by the number of rows.
    largest-class: Z[np.arange(len(y)), y] -> Z.max(axis=1)
        The loss is that of the class with the largest logit, not that of the true class `y`.
    mean-of-all: = np.mean(np.eye(Z.shape[1])[y] * (log_sum[:, None] - Z))
        The mean is taken over all n·k entries. In each row only one entry counts, that of
        the true class: divide by the number of rows.
    all-classes-averaged: = np.mean(log_sum[:, None] - Z)
        The mean goes over all classes: only the probability of the true class counts.
    all-classes-added: = np.sum(log_sum[:, None] - Z) / len(y)
        All classes are added up: only the probability of the true class counts.
    sign: np.mean -> -np.mean
        The sign is wrong: the loss is *minus* the logarithm of a probability, so it is never
        negative.
    log2: = np.mean(log_sum - Z[np.arange(len(y)), y]) / np.log(2)
        That is log2; the natural logarithm is meant: equal logits for ten classes give
        ln 10 = 2.303.
    log-sum-missing:
    - Z = Z - Z.max(axis=1, keepdims=True)
    and: log_sum - Z -> -Z
        The logarithm of the sum is missing: that is minus the logit of the true class, no
        logarithm of a probability.
    log-sum-missing-shifted: log_sum - Z -> -Z
        The logarithm of the sum is missing: a shifted logit is no logarithm of a
        probability yet.
    no-softmax:
    - Z = Z - Z.max(axis=1, keepdims=True)
    and: = -np.mean(np.log(Z[np.arange(len(y)), y]))
        The logits are taken for probabilities: softmax comes first.
    softmax-twice:
    - Z = Z - Z.max(axis=1, keepdims=True)
    + Z = softmax(Z)
        The softmax is applied twice: what goes into the logarithm of the sum must be logits,
        not probabilities.
    each-class-a-sigmoid: = np.sum(np.logaddexp(0, Z) - Z * np.eye(Z.shape[1])[y]) / len(y)
    and:
    - Z = Z - Z.max(axis=1, keepdims=True)
        Each class has its own sigmoid here, as for several yes-or-no questions. One of k
        classes takes a softmax.
    sum: np.mean -> np.sum
        The losses are added up, not averaged: divide by the number of samples.
    mean-missing: = log_sum - Z[np.arange(len(y)), y]
        The mean is forgotten: that is the loss of every single row.
    slope-too:
    - return np.mean(log_sum - Z[np.arange(len(y)), y])
    + slope = (softmax(Z) - np.eye(Z.shape[1])[y]) / len(y)
    + return np.mean(log_sum - Z[np.arange(len(y)), y]), slope
        The number alone is asked for: its slope, the second result, is the subject of
        lesson 05.
    true-logit-missing: = np.mean(np.logaddexp.reduce(Z, axis=1))
    and:
    - Z = Z - Z.max(axis=1, keepdims=True)
        The logit of the true class is not taken away: so far the labels have no part in the
        loss.
    true-logit-added: log_sum - Z -> log_sum + Z
        The logit of the true class is added: it is taken away from the logarithm of the sum.
    log2-of-sum: np.log( -> np.log2(
        The logarithm of the sum is one to the base 2; the natural logarithm is meant.
    log10-of-sum: np.log( -> np.log10(
        The logarithm of the sum is one to the base 10; the natural logarithm is meant.
    times-label: = np.mean(y * (log_sum - Z[np.arange(len(y)), y]))
        Each loss is multiplied by its label, so class 0 costs nothing. The label has done its
        work when it has chosen the column.
    maximum-without-keepdims: axis=1, keepdims=True -> axis=1
        The largest logits have lost their axis: (n, k) minus (n,) pairs them with the
        columns, if it fits at all. Keep it: `Z.max(axis=1, keepdims=True)`, or write
        `top[:, None]`.
    sum-of-columns: .sum(axis=1) -> .sum(axis=0)
        The exponentials are added down the columns: the classes of one sample stand in a row,
        so sum over axis 1.
    first-row-only:
    - return np.mean(log_sum - Z[np.arange(len(y)), y])
    + total = 0
    + for i in range(len(y)):
    +     total += log_sum[i] - Z[i, y[i]]
    +     return total / len(y)
        Only the first row counts: is the `return` inside the loop?
    largest-of-all-and-sum: Z.max(axis=1, keepdims=True) -> Z.max()
    and: np.mean -> np.sum
        Two things: the logits are shifted by the largest of all rows, where each row needs
        its own; and the losses are added up, not averaged.
    sum-and-sign: np.mean -> -np.sum
        Two things: the sign is wrong (the loss is minus a logarithm, never negative); and the
        losses are added up, not averaged.
    sigmoids-averaged: = np.mean(np.logaddexp(0, Z) - Z * np.eye(Z.shape[1])[y])
    and:
    - Z = Z - Z.max(axis=1, keepdims=True)
        Each class has its own sigmoid here, and the mean goes over all entries, as for several
        yes-or-no questions. One of k classes takes a softmax.
    """,
    softmax=softmax,
)


def by_probabilities(Z, y):
    """The same on paper, by way of softmax: it fails where a probability is rounded to 0."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


SOFTMAX_SLIPS = slips(
    by_probabilities,
    """
    overflow-of-softmax: Z - Z.max(axis=1, keepdims=True) -> Z
        Right for moderate logits, but e^z overflows for large ones, and infinity divided by
        infinity is NaN. Subtract the largest logit of each row first.
    largest-of-all-in-softmax: Z.max(axis=1, keepdims=True) -> Z.max()
        The logits are shifted by the largest of all rows. A row that lies far below it is
        rounded to zeros: each row needs its own largest logit.
    zero-times-infinity: = -np.sum(np.eye(Z.shape[1])[y] * np.log(P)) / len(y)
        The probabilities are right, but those rounded to 0 make 0 · infinity, which is NaN,
        in the sum over the classes. Write ln p as z minus the logarithm of the sum.
    softmax-by-columns: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
    and: E.sum(axis=1, keepdims=True) -> E.sum(axis=0)
        The softmax goes down the columns: the classes of one sample stand in a row, so sum
        over axis 1.
    softmax-of-table: Z.max(axis=1, keepdims=True) -> Z.max()
    and: E.sum(axis=1, keepdims=True) -> E.sum()
        The softmax goes over the whole table: the probabilities of *each row* add up to 1.
    keepdims-missing: E.sum(axis=1, keepdims=True) -> E.sum(axis=1)
        The sum over a row has the shape (n,), and NumPy lays it along the wrong axis of the
        table (or stops). Keep the axis: `keepdims=True`.
    log-missing: np.log(P[np.arange(len(y)), y]) -> P[np.arange(len(y)), y]
        The logarithm is forgotten: that is minus the mean probability of the true class.
    one-minus-probability: = np.mean(1 - P[np.arange(len(y)), y])
        The logarithm is forgotten: 1 - p is not yet -ln p.
    log-of-mean: = -np.log(np.mean(P[np.arange(len(y)), y]))
        The logarithm of the mean is not the mean of the logarithms: first -ln p of each row,
        then the mean.
    binary-on-softmax:
    - return -np.mean(np.log(P[np.arange(len(y)), y]))
    + Y = np.eye(Z.shape[1])[y]
    + return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / len(y)
        That is the binary cross-entropy on a softmax, a wrong pair of lesson 04: the terms
        of the other classes do not belong here.
    largest-of-all-and-sum-p: Z.max(axis=1, keepdims=True) -> Z.max()
    and: = -np.sum(np.log(P[np.arange(len(y)), y]))
        Two things: the logits are shifted by the largest of all rows, which rounds a row far
        below to zeros; and the losses are added up, not averaged.
    squared-error: = np.mean((P - np.eye(Z.shape[1])[y]) ** 2)
        That is the squared error of the probabilities: the loss is minus the logarithm of the
        probability of the true class.
    """,
)

OTHERS = [
    Mistake(
        "log-of-zero",
        "Softmax itself is safe, but its smallest probabilities are rounded to 0, and the "
        "logarithm of 0 is infinite. Do not take the logarithm of a probability: write ln p as z "
        "minus the logarithm of the sum.",
        by_probabilities,
    ),
    Mistake(
        "logits-changed",
        "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
        "`Z = Z - ...`, which makes a new one.",
        by="changed",
    ),
]

TASK = Task(
    "softmax_cross_entropy",
    points=3,
    taught_in="One of several classes",
    reference=softmax_cross_entropy,
    cases=cases,
    mistakes=[*LOG_SUM_SLIPS, *SOFTMAX_SLIPS, *OTHERS],
    invariants=[
        logits_as_probabilities(
            "A single row of moderate logits costs far too much: perhaps the logits are taken for "
            "probabilities, and clipped to the range from 0 to 1. Softmax comes first."
        ),
        capped(lambda Z, y: np.mean(Z.max(axis=1) - Z[np.arange(len(y)), y])),
    ],
    faster="Work on the whole table: `np.exp`, a sum along axis 1, and one pair of index arrays. "
    "That sum and the chosen logits both have the shape (n,): (n, 1) minus (n,) is a table of n "
    "times n.",
    hints=(
        "Three steps: shift each row by its largest logit; the logarithm of the sum of the "
        "exponentials, one number a row; take the logit of the true class from it.",
        "The largest of each row: `Z.max(axis=1, keepdims=True)`. It has the shape (n, 1), so "
        "NumPy subtracts it from every column. Write `Z = Z - ...`, not `Z -= ...`.",
        "The true class's logit in every row at once: `Z[np.arange(len(y)), y]`, of the *shifted* "
        "Z. It has the shape (n,), as the logarithm of the sum over axis 1 has. Average the "
        "difference.",
    ),
)
