"""Where the error begins: softmax and cross-entropy together."""

import numpy as np

from ....activations import sigmoid, softmax
from ....losses import one_hot
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def output_delta(Z, Y):
    """δ = (softmax(Z) - Y) / n: the derivative of the mean cross-entropy by the logits."""
    return (softmax(Z) - Y) / len(Z)


def cases(rng):
    def labels(n, k):
        return one_hot(rng.integers(k, size=n), k)

    far = np.array([[1000.0, 0.0, -1000.0], [-1000.0, -1001.0, -999.0], [0.0, 2.0, 1.0]])
    return [
        Case((rng.normal(size=(4, 3)), labels(4, 3)), "4 rows, 3 classes"),
        Case((rng.normal(size=(1, 4)), labels(1, 4)), "a batch of one row"),
        Case((rng.normal(size=(3, 3)), labels(3, 3)), "as many rows as classes"),
        Case((rng.normal(size=(5, 2)), labels(5, 2)), "5 rows, 2 classes"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]), np.array([[1, 0, 0], [0, 0, 1]])), "integers"),
        Case((far, labels(3, 3)), "logits beyond 700"),
        Case((rng.normal(size=(2000, 40)), labels(2000, 40)), "2000 rows, 40 classes", speed=True),
    ]


def softmax_of_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum()


def softmax_by_columns(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def without_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


def largest_of_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=1, keepdims=True)


def unshifted(Z):
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def shares_of_the_table(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum()


SLIPS = slips(
    output_delta,
    """
    mean-missing: = softmax(Z) - Y
        The 1/n is missing: the loss is a mean over the n rows, and so is its derivative.
    brackets-missing: = softmax(Z) - Y / len(Z)
        Brackets are missing: all of P - Y is divided by n. `P - Y / n` divides Y alone.
    right-class-only: = Y * (softmax(Z) - 1) / len(Z)
        Only the right class has a delta. Every logit moves the p of the right class, for all
        share one sum: the slopes of softmax off the diagonal are missing. A wrong class is
        pushed down by its p.
    sum-over-all: softmax(Z) -> shares_of_the_table(Z)
        The exponentials are divided by the sum of the whole table: each row is a sample of its
        own, so sum along axis=1, keepdims=True.
    y-as-places:
    - return (softmax(Z) - Y) / len(Z)
    + P = softmax(Z).copy()
    + P[range(len(Z)), Y] -= 1
    + return P / len(Z)
        Y is used as an index, as if it held labels. It holds one-hot rows, of the shape of Z: take
        it away as it is, P - Y.
    softmax-twice: softmax(Z) -> softmax(softmax(Z))
        Softmax is taken twice: Z holds the logits, and P = softmax(Z) the probabilities.
    sign: softmax(Z) - Y -> Y - softmax(Z)
        The sign is wrong: delta = ∂L/∂Z points uphill: prediction minus target.
    sign-and-mean: = Y - softmax(Z)
        The sign is wrong (prediction minus target), and the 1/n of the mean is missing.
    mean-of-all: len(Z) -> Z.size
        Divided by all n·k entries (`np.mean` or Z.size): the loss is a mean over the n rows
        only, and a sum over the k classes in each.
    by-classes: len(Z) -> Z.shape[1]
        Divided by the number of classes (`Z.shape[1]`): the mean is over the rows, so divide
        by `len(Z)`.
    no-softmax: softmax(Z) -> Z
        The softmax is missing: the logits Z are no probabilities yet.
    overflow: softmax(Z) -> unshifted(Z)
        `np.exp` overflows for large logits. Subtract the largest logit of each row first: it
        cancels in the ratio.
    largest-of-all: softmax(Z) -> largest_of_all(Z)
        The largest logit of the whole table is subtracted: a row that lies far below it
        becomes 0/0. Subtract each row's own largest, `Z.max(axis=1, keepdims=True)`.
    softmax-by-columns: softmax(Z) -> softmax_by_columns(Z)
        Softmax runs along the wrong axis, down the columns: the probabilities of each *row*
        must sum to 1 (axis=1).
    keepdims-missing: softmax(Z) -> without_keepdims(Z)
        The sum of each row has lost its axis: (n, k) / (n,) pairs the sums with the columns,
        if it fits at all. Keep the axis: sum(axis=1, keepdims=True).
    softmax-of-all: softmax(Z) -> softmax_of_all(Z)
        Softmax is taken over the whole table: each row is a sample of its own and must sum
        to 1. Sum with axis=1, keepdims=True.
    sigmoid: softmax(Z) -> sigmoid(Z)
        A sigmoid stands where softmax is meant: the classes of one row share a probability
        of 1.
    slope-too-much: = (softmax(Z) - Y) * softmax(Z) * (1 - softmax(Z)) / len(Z)
        There is a factor p(1 - p) too much. It belongs to squared error on a sigmoid; with
        softmax and cross-entropy it cancels, and P - Y is left.
    by-probabilities: = -Y / softmax(Z) / len(Z)
        That is ∂L/∂P = -Y/P, the derivative by the probabilities. Go on through softmax to
        the logits Z.
    loss: = -np.sum(Y * np.log(softmax(Z) + 1e-300)) / len(Z)
        That is the loss itself: its derivative is asked for.
    """,
    sigmoid=sigmoid,
)


def changes_z(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    return output_delta(Z, Y)


OTHERS = [
    Mistake(
        "logits-changed",
        "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
        "`Z = Z - ...`.",
        changes_z,
    ),
]

TASK = Task(
    "output_delta",
    points=2,
    taught_in="The output layer",
    reference=output_delta,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="Work on whole rows: one `np.exp` of the table, one sum with axis=1, keepdims=True.",
    hints=(
        "Take one row and one class that is right. If its probability is 0.7, how much is missing? "
        "And for a class that is wrong, with probability 0.2?",
        "For one row, the derivative of minus ln P by the logits is the row of probabilities minus "
        "the one-hot row. Should a right prediction leave a large delta, or a small one?",
        "Compute the probabilities, take the targets away, and divide by the number of rows, which "
        "is the length of Z.",
    ),
)
