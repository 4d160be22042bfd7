"""The mean squared error, over all entries."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def squared_error(Y_hat, Y):
    """The mean of (Y_hat - Y)² over all entries."""
    return np.mean((Y_hat - Y) ** 2)


def cases(rng):
    def pair(*shape):
        return rng.normal(size=shape), rng.normal(size=shape)

    Y = rng.normal(size=(3, 2))
    whole = np.array([[1, 5], [2, -3], [0, 2]]), np.array([[2, 3], [-2, 3], [1, 2]])
    return [
        Case(pair(5, 3), "5 rows, 3 outputs"),
        Case(pair(7), "a vector"),
        Case(pair(1, 4), "a batch of one row"),
        Case(pair(3, 3), "as many rows as outputs"),
        Case(whole, "integers"),
        Case((Y.copy(), Y), "no error at all"),
        Case(pair(4, 1), "one output"),
        Case(pair(2000, 600), "2000 rows, 600 outputs", speed=True),
    ]


SLIPS = slips(
    squared_error,
    """
    halved: = np.mean((Y_hat - Y) ** 2) / 2
        Every value is halved. Some definitions carry a factor 1/2, because it cancels in the
        derivative; here the plain mean is asked for.
    sum: np.mean -> np.sum
        The squares are added up, not averaged: divide by the number of all entries.
    mean-of-rows-only: = np.sum((Y_hat - Y) ** 2) / len(Y)
        Divided by the number of rows only: the mean is over *all* entries, rows times
        outputs.
    half-squared-error: = np.sum((Y_hat - Y) ** 2) / (2 * len(Y))
        That is the package's `half_squared_error`: a sum over the outputs, averaged over the
        rows, and halved. Here the mean over all entries is asked for, without the 1/2.
    mean-of-each-row: = np.mean((Y_hat - Y) ** 2, axis=-1)
        A mean for each row, not one number: leave out the axis, and the mean is over all.
    mean-of-each-output: = np.mean((Y_hat - Y) ** 2, axis=0)
        A mean for each output, not one number: leave out the axis, and the mean is over all.
        (Python's own `sum` adds up whole rows; `np.sum` adds up all entries.)
    mean-missing: = (Y_hat - Y) ** 2
        The mean is forgotten: that is the square of every single error.
    root: = np.sqrt(np.mean((Y_hat - Y) ** 2))
        That is the root of the mean squared error (RMSE). Leave the root out.
    length: = np.linalg.norm(Y_hat - Y)
        That is the length of the error, `np.linalg.norm`: a root of a sum. A mean of the
        squares is asked for, without a root.
    length-by-rows: = np.linalg.norm(Y_hat - Y) / len(Y)
        That is the length of the error, `np.linalg.norm`, divided by the number of rows. A
        mean of the squares is asked for, without a root.
    length-by-entries: = np.linalg.norm(Y_hat - Y) / Y.size
        That is the length of the error, `np.linalg.norm`, divided by the number of entries.
        A mean of the squares is asked for, without a root.
    rows-squared: = np.sum((Y_hat - Y) ** 2) / len(Y) ** 2
        The sum is divided by the *square* of the number of rows. Divide once, by the number
        of all entries, rows times outputs.
    brackets-missing: (Y_hat - Y) ** 2 -> Y_hat - Y ** 2
        A power binds more strongly than a minus: `Y_hat - Y ** 2` squares Y alone. Put the
        difference in brackets.
    doubled: ** 2 -> * 2
        The errors are doubled (`* 2`), not squared (`** 2`), so positive and negative ones
        cancel.
    matrix-product: = (Y_hat - Y).T @ (Y_hat - Y) / Y.size
        `@` between tables is a matrix product, and the result a table. Square each error by
        itself, with `** 2`.
    absolute: (Y_hat - Y) ** 2 -> np.abs(Y_hat - Y)
        That is the mean absolute error: the errors are to be squared.
    square-missing: (Y_hat - Y) ** 2 -> Y_hat - Y
        The errors are not squared, so positive and negative ones cancel.
    square-of-mean: = np.mean(Y_hat - Y) ** 2
        The mean is taken first and squared then, so positive and negative errors cancel:
        first square each error.
    difference-of-squares: (Y_hat - Y) ** 2 -> Y_hat**2 - Y**2
        That is the difference of the squares, not the square of the difference.
    caret: ** 2 -> ^ 2
        In Python `^` is no power (it works on the bits of integers): write `** 2`.
    variance: = np.var(Y_hat - Y)
        `var` takes the mean error away first, so an error that is the same everywhere costs
        nothing. Square the errors as they are.
    slope-too: = np.mean((Y_hat - Y) ** 2), 2 * (Y_hat - Y) / Y.size
        The number alone is asked for: its slope, the second result, is the subject of
        lesson 05.
    added: (Y_hat - Y) -> (Y_hat + Y)
        Prediction and truth are added: the error is their difference, Y_hat - Y.
    multiplied: (Y_hat - Y) ** 2 -> Y_hat * Y
        Prediction and truth are multiplied: the error is their difference, squared.
    all-pairs: = np.sum((Y_hat - Y) @ (Y_hat - Y).T) / Y.size
        `D @ D.T` is a matrix product, which multiplies the errors of different rows too.
        Square each error by itself, with `** 2`.
    rows-of-products: = np.sum((Y_hat - Y).T @ (Y_hat - Y)) / Y.size
        `D.T @ D` is a matrix product, which multiplies the errors of different outputs too.
        Square each error by itself, with `** 2`.
    root-of-each-output: = np.sqrt(np.mean((Y_hat - Y) ** 2, axis=0))
        Two things: the root does not belong here; and the mean runs along axis 0 only, so
        each output gets a number of its own.
    root-of-each-row: = np.sqrt(np.mean((Y_hat - Y) ** 2, axis=-1))
        Two things: the root does not belong here; and the mean runs along each row only,
        so each row gets a number of its own.
    one-less: = np.sum((Y_hat - Y) ** 2) / max(Y.size - 1, 1)
        Divided by the number of entries minus 1, as for the variance of a sample. Here it is
        the plain mean: divide by the number itself.
    relative: = np.sum((Y_hat - Y) ** 2) / np.sum((Y - Y.mean()) ** 2)
        Divided by the spread of Y, as for the score R²: divide by the number of entries.
    first-row-only: = np.mean((Y_hat[0] - Y[0]) ** 2)
        Only the first row counts: is there a `[0]`, or a `return` inside the loop?
    last-row-only: = np.mean((Y_hat[-1] - Y[-1]) ** 2)
        Only the last row counts: in a loop each row would overwrite the one before.
    largest: np.mean -> np.max
        That is the largest of the squares: their mean is asked for.
    median: np.mean -> np.median
        That is the median of the squares: their mean is asked for.
    cubed: ** 2 -> ** 3
        The errors are taken to the power 3: square them, `** 2`.
    """,
)

OTHERS = [
    Mistake(
        "predictions-changed",
        "The predictions are changed: `Y_hat -= Y` writes into the caller's array.",
        by="changed",
    ),
]

TASK = Task(
    "squared_error",
    points=1,
    taught_in="A number",
    reference=squared_error,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="Subtract whole arrays, square the result, take its mean: no loop is needed.",
    hints=(
        "Three steps, each on the whole array: the difference, its square, the mean.",
        "A power is written `** 2` in Python. Square before you average: errors of -3 and +3 must "
        "not cancel.",
        "`np.mean(...)` without an axis averages over all entries, whatever the shape.",
    ),
)
