"""Labels as rows with a single 1."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def one_hot(y, n_classes):
    """Labels (n,) in 0..n_classes-1 -> (n, n_classes), a single 1 in each row."""
    Y = np.zeros((len(y), n_classes))
    Y[np.arange(len(y)), y] = 1
    return Y


def cases(rng):
    return [
        Case((np.array([2, 0, 1, 2]), 3), "4 labels, 3 classes"),
        Case((np.array([3]), 4), "one label"),
        Case((np.array([1, 1, 3, 0, 1]), 6), "the last classes do not occur"),
        Case((np.array([2, 1, 0]), 3), "as many labels as classes"),
        Case((rng.integers(7, size=10), 7), "10 labels, 7 classes"),
        Case((np.array([0, 0]), 1), "one class"),
        Case((rng.integers(40, size=12_000), 40), "12,000 labels", speed=True),
    ]


SLIPS = slips(
    one_hot,
    """
    one-column-before: , y] = 1 -> , y - 1] = 1
        Off by one: the classes count from 0, so the label itself is the column. You write
        into the column before it, and class 0 lands in the last.
    one-column-behind: , y] = 1 -> , y + 1] = 1
        Off by one: the classes count from 0, so the label itself is the column. You write
        into the column behind it, and for the last class there is none.
    width-from-labels: n_classes)) -> y.max() + 1))
        The number of columns is taken from the labels that occur: `n_classes` says how many
        there are. A small batch need not hold the last class.
    numbered-anew: = np.eye(len(np.unique(y)))[np.unique(y, return_inverse=True)[1]]
        Only the classes that occur get a column, so the others are numbered anew. There are
        `n_classes` columns, whichever labels a batch happens to hold.
    transposed: = Y.T
        The table is transposed: rows are samples, columns are classes.
    whole-columns: np.arange(len(y)), y -> :, y
        *Every* row has ones in the columns of all labels. Either `Y[:, y] = 1` puts them
        there: give the rows too, as `np.arange(len(y))`. Or all rows are one and the same
        list, as `[[0] * k] * n` makes them: begin with `np.zeros`.
    labels-fill-rows: np.arange(len(y)), y -> y
        `Y[y] = 1` takes the labels for numbers of rows, and fills these rows. The labels say
        which *column* holds the 1.
    loop-over-labels:
    - Y[np.arange(len(y)), y] = 1
    + for i in y:
    +     Y[i, y[i]] = 1
        `for i in y` walks over the labels, not over the numbers of the rows. Use
        `enumerate(y)`, which gives both.
    label-for-one: , y] = 1 -> , y] = y
        The label itself is written into its column: a 1 belongs there, whatever the class.
    table-of-classes: = np.eye(n_classes)
        That is the table of all classes, one row each. Pick from it the row of every label.
    first-row-only:
    - Y[np.arange(len(y)), y] = 1
    + for i in range(len(y)):
    +     Y[i, y[i]] = 1
    +     return Y
        Only the first row gets its 1: is the `return` inside the loop?
    indices-exchanged: np.arange(len(y)), y -> y, np.arange(len(y))
        The two numbers in the square brackets are exchanged: first the row i, then the
        column y[i].
    width-from-length: = np.eye(len(y))[y]
        The table is as wide as there are labels. Its width is the number of classes,
        `n_classes`, however many labels a batch holds.
    diagonal: = np.eye(len(y), n_classes)
        The labels have no part in it: the ones run down the diagonal, whatever y is. Row i
        has its 1 in column y[i].
    inverted: = 1 - Y
        The true class has the 0 and all others the 1: it is meant the other way round.
    column-too-many: n_classes)) -> n_classes + 1))
        There is one column too many: the classes 0 to n_classes - 1 are n_classes in number.
    axis-too-many: = Y[:, None]
        The result has an axis too many: y must stay a vector when it picks the rows.
    loop-over-classes:
    - Y[np.arange(len(y)), y] = 1
    + for i in range(n_classes):
    +     Y[i, y[i]] = 1
        The loop runs over the classes, `range(n_classes)`, but i is the number of a row: let
        it run over the labels, `range(len(y))`.
    first-row-skipped:
    - Y[np.arange(len(y)), y] = 1
    + for i in range(1, len(y)):
    +     Y[i, y[i]] = 1
        The first row stays empty: rows count from 0, so begin with `range(len(y))`.
    last-row-skipped:
    - Y[np.arange(len(y)), y] = 1
    + for i in range(len(y) - 1):
    +     Y[i, y[i]] = 1
        The last row stays empty: `range(len(y))` ends before len(y) already.
    ones-up-to-label:
    - Y[np.arange(len(y)), y] = 1
    + for i, label in enumerate(y):
    +     Y[i, : label + 1] = 1
        Each row has ones in all columns up to the label: only the label's own column holds a
        single 1.
    ones-before-label:
    - Y[np.arange(len(y)), y] = 1
    + for i, label in enumerate(y):
    +     Y[i, :label] = 1
        Each row has ones in all columns before the label: only the label's own column holds
        a 1.
    minus-ones: = 2 * Y - 1
        The other classes hold -1 here: 0 is asked for.
    column-missing: = Y[:, :-1]
        The column of the last class is missing: the classes 0 to n_classes - 1 are n_classes
        in number, and `range(n_classes)` reaches them all.
    ranks: = np.eye(n_classes)[np.unique(y, return_inverse=True)[1]]
        The 1 stands at the label's place among the labels that occur. The label itself is
        the number of the column.
    one-row-for-all:
    - Y = np.zeros((len(y), n_classes))
    - Y[np.arange(len(y)), y] = 1
    + Y = np.zeros(n_classes)
    + Y[y] = 1
        All labels are marked in one row: every label needs a row of its own.
    width-from-labels-transposed: n_classes)) -> y.max() + 1))
    and: = Y.T
        Two things: the number of columns is taken from the labels that occur, where
        `n_classes` says it; and the table is transposed, where rows are samples.
    one-before-label-for-one: , y] = 1 -> , y - 1] = y
        Two things: the column is one too early (classes count from 0); and the label is
        written into it, where a 1 belongs.
    one-before-transposed: , y] = 1 -> , y - 1] = 1
    and: = Y.T
        Two things: the column is one too early (classes count from 0); and the table is
        transposed, where rows are samples.
    """,
)

OTHERS = [
    Mistake(
        "labels-changed",
        "The labels are changed: `y -= 1` writes into the caller's array.",
        by="changed",
    ),
]

TASK = Task(
    "one_hot",
    points=1,
    taught_in="One of several classes",
    reference=one_hot,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="Does every label make the whole table anew, as `vstack` and `append` do? Begin with a "
    "table of zeros in its full size.",
    hints=(
        "In row i, which column holds the 1? What is i, and what is y[i]?",
        "Begin with a table of zeros of the full shape, `np.zeros((len(y), n_classes))`, and put "
        "one 1 into each row, with a loop over `enumerate(y)`.",
        "Without a loop: `np.eye(n_classes)` is the table with ones on its diagonal; its row k is "
        "the one-hot row of class k. An array of row numbers in square brackets picks that many "
        "rows.",
    ),
)
