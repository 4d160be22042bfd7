"""Exercise 04: losses, each one number, computed from logits where logits can be had."""

import math
import warnings

import numpy as np

from ..activations import sigmoid, softmax
from .engine.old import Invariant, Mistake
from .engine.task import Case, Task

# ---- what several tasks share -----------------------------------------------------------------

CAPPED = (
    "However wrong the answer, the loss never grows beyond some height: a probability was clipped, "
    "or a small number put into the logarithm. That hides the overflow. Compute the logarithm from "
    "the logits, and it cannot happen."
)
SUMMED = "The losses are added up, not averaged: divide by the number of samples."
ONE_TRUTH = (
    "`if` on an array (or Python's `max`, which decides the same way): an array has many entries, "
    "and no single truth value. Choose entry by entry, with `np.where`; the larger of two is "
    "`np.maximum`."
)
MATH_MODULE = (
    "The functions of the module `math` take one number only. Those of NumPy take a whole array."
)
PAIR = "The number alone is asked for: its slope, the second result, is the subject of lesson 05."


def not_capped(least):
    """Holds unless a loss of thousands is given as 1 to 750; -ln of the least float is 745.

    least(*args) is what the loss must reach at least. Below 1 it is no loss at all: a derivative.
    """

    def holds(args, value):
        return not (least(*args) > 2000 and np.ndim(value) == 0 and 1 <= value < 750)

    return holds


# ---- one_hot ----------------------------------------------------------------------------------


def one_hot(y, n_classes):
    """Labels (n,) in 0..k-1 -> (n, k), a single 1 in each row."""
    return np.eye(n_classes)[y]


def label_cases(rng):
    return [
        Case((np.array([2, 0, 1, 2]), 3), "4 labels, 3 classes"),
        Case((np.array([3]), 4), "one label"),
        Case((np.array([1, 1, 3, 0, 1]), 6), "the last classes do not occur"),
        Case((np.array([2, 1, 0]), 3), "as many labels as classes"),
        Case((rng.integers(7, size=10), 7), "10 labels, 7 classes"),
        Case((np.array([0, 0]), 1), "one class"),
        Case((rng.integers(40, size=12_000), 40), "12,000 labels", speed=True),
    ]


def filled(place):
    """A table of zeros into which place(Y, y) writes ones."""

    def fill(y, n_classes):
        Y = np.zeros((len(y), n_classes))
        place(Y, y)
        return Y

    return fill


def by_pairs(Y, y):
    Y[np.arange(len(y)), y] = 1


def by_pairs_off_by_one(Y, y):
    Y[np.arange(len(y)), y - 1] = 1


def by_pairs_one_further(Y, y):
    Y[np.arange(len(y)), y + 1] = 1


def whole_columns(Y, y):
    Y[:, y] = 1


def whole_rows(Y, y):
    Y[y] = 1


def labels_as_rows(Y, y):
    for i in y:
        Y[i, y[i]] = 1


def columns_as_rows(Y, y):
    Y[y, np.arange(len(y))] = 1


def first_row_only(Y, y):
    Y[0, y[0]] = 1


def label_in_place_of_one(Y, y):
    Y[np.arange(len(y)), y] = y


def by_rows(Y, y):
    for i, label in enumerate(y):
        Y[i, label] = 1


def one_hot_by_stacking(y, n_classes):
    Y = np.zeros((0, n_classes))
    for label in y:
        row = np.zeros(n_classes)
        row[label] = 1
        Y = np.vstack([Y, row])
    return Y


def one_hot_in_place(y, n_classes):
    y -= 1
    return np.eye(n_classes)[(y + 1) % n_classes]


def one_hot_by_counting(y, n_classes):
    flat = np.zeros(len(y) * n_classes)
    flat[np.arange(len(y)) * n_classes + y] = 1
    return flat.reshape(len(y), n_classes)


ONE_HOT = Task(
    "one_hot",
    points=1,
    reference=one_hot,
    cases=label_cases,
    mistakes=[
        Mistake(
            "Off by one: the classes count from 0, so the label itself is the column. You write "
            "into the column before it, and class 0 lands in the last.",
            filled(by_pairs_off_by_one),
        ),
        Mistake(
            "Off by one: the classes count from 0, so the label itself is the column. You write "
            "into the column behind it, and for the last class there is none.",
            filled(by_pairs_one_further),
        ),
        Mistake(
            "The number of columns is taken from the labels that occur: `n_classes` says how many "
            "there are. A small batch need not hold the last class.",
            lambda y, n_classes: np.eye(y.max() + 1)[y],
        ),
        Mistake(
            "Only the classes that occur get a column, so the others are numbered anew. There are "
            "`n_classes` columns, whichever labels a batch happens to hold.",
            lambda y, n_classes: np.eye(len(np.unique(y)))[np.unique(y, return_inverse=True)[1]],
        ),
        Mistake(
            "The table is transposed: rows are samples, columns are classes.",
            lambda y, n_classes: np.eye(n_classes)[y].T,
        ),
        Mistake(
            "*Every* row has ones in the columns of all labels. Either `Y[:, y] = 1` puts them "
            "there: give the rows too, as `np.arange(len(y))`. Or all rows are one and the same "
            "list, as `[[0] * k] * n` makes them: begin with `np.zeros`.",
            filled(whole_columns),
        ),
        Mistake(
            "`Y[y] = 1` takes the labels for numbers of rows, and fills these rows. The labels say "
            "which *column* holds the 1.",
            filled(whole_rows),
        ),
        Mistake(
            "`for i in y` walks over the labels, not over the numbers of the rows. Use "
            "`enumerate(y)`, which gives both.",
            filled(labels_as_rows),
        ),
        Mistake(
            "The label itself is written into its column: a 1 belongs there, whatever the class.",
            filled(label_in_place_of_one),
        ),
        Mistake(
            "That is the table of all classes, one row each. Pick from it the row of every label.",
            lambda y, n_classes: np.eye(n_classes),
        ),
        Mistake(
            "Only the first row gets its 1: is the `return` inside the loop?",
            filled(first_row_only),
        ),
        Mistake(
            "The two numbers in the square brackets are exchanged: first the row i, then the "
            "column y[i].",
            filled(columns_as_rows),
        ),
        Mistake(
            "The table is as wide as there are labels. Its width is the number of classes, "
            "`n_classes`, however many labels a batch holds.",
            lambda y, n_classes: np.eye(len(y))[y],
        ),
        Mistake(
            "The labels have no part in it: the ones run down the diagonal, whatever y is. Row i "
            "has its 1 in column y[i].",
            lambda y, n_classes: np.eye(len(y), n_classes),
        ),
        Mistake(
            "The true class has the 0 and all others the 1: it is meant the other way round.",
            lambda y, n_classes: 1 - np.eye(n_classes)[y],
        ),
        Mistake(
            "There is one column too many: the classes 0 to n_classes - 1 are n_classes in number.",
            lambda y, n_classes: np.eye(n_classes + 1)[y],
        ),
        Mistake(
            "The result has an axis too many: y must stay a vector when it picks the rows.",
            lambda y, n_classes: np.eye(n_classes)[y[:, None]],
        ),
        Mistake(
            "The labels are changed: `y -= 1` writes into the caller's array.",
            one_hot_in_place,
            by="changed",
        ),
        Mistake(
            "Does every label make the whole table anew, as `vstack` and `append` do? Begin with a "
            "table of zeros in its full size.",
            one_hot_by_stacking,
            by="slow",
        ),
    ],
    alternatives=[
        filled(by_pairs),
        filled(by_rows),
        lambda y, n_classes: y[:, None] == np.arange(n_classes),
        one_hot_by_counting,
    ],
)

# ---- squared_error ----------------------------------------------------------------------------


def squared_error(Y_hat, Y):
    """The mean of (Y_hat - Y)² over all entries."""
    return np.mean((Y_hat - Y) ** 2)


def regression_cases(rng):
    def pair(*shape):
        return rng.normal(size=shape), rng.normal(size=shape)

    Y = rng.normal(size=(3, 2))
    return [
        Case(pair(5, 3), "5 rows, 3 outputs"),
        Case(pair(7), "a vector"),
        Case(pair(1, 4), "a batch of one row"),
        Case(pair(3, 3), "as many rows as outputs"),
        Case((np.array([[1, 5], [2, -3], [0, 2]]), np.array([[2, 3], [-2, 3], [1, 2]])),
             "integers"),
        Case((Y.copy(), Y), "no error at all"),
        Case(pair(4, 1), "one output"),
        Case(pair(2000, 600), "2000 rows, 600 outputs", speed=True),
    ]  # fmt: skip


def half_squared(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / (2 * len(Y))


def squared_in_place(Y_hat, Y):
    Y_hat -= Y
    Y_hat **= 2
    return Y_hat.mean()


def squared_by_entry(Y_hat, Y):
    total = 0.0
    for i in np.ndindex(Y.shape):
        total += (Y_hat[i] - Y[i]) ** 2
    return total / Y.size


def squared_by_row(Y_hat, Y):
    rows = [np.mean((a - b) ** 2) for a, b in zip(Y_hat, Y, strict=True)]
    return sum(rows) / len(rows)


def squared_by_dot(Y_hat, Y):
    r = (np.asarray(Y_hat, dtype=float) - Y).ravel()
    return float(r @ r) / r.size


SQUARED_ERROR = Task(
    "squared_error",
    points=1,
    reference=squared_error,
    cases=regression_cases,
    mistakes=[
        Mistake(
            "Every value is halved. Some definitions carry a factor 1/2, because it cancels in the "
            "derivative; here the plain mean is asked for.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2) / 2,
        ),
        Mistake(
            "The squares are added up, not averaged: divide by the number of all entries.",
            lambda Y_hat, Y: np.sum((Y_hat - Y) ** 2),
        ),
        Mistake(
            "Divided by the number of rows only: the mean is over *all* entries, rows times "
            "outputs.",
            lambda Y_hat, Y: np.sum((Y_hat - Y) ** 2) / len(Y),
        ),
        Mistake(
            "That is the package's `half_squared_error`: a sum over the outputs, averaged over the "
            "rows, and halved. Here the mean over all entries is asked for, without the 1/2.",
            half_squared,
        ),
        Mistake(
            "A mean for each row, not one number: leave out the axis, and the mean is over all.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2, axis=-1),
        ),
        Mistake(
            "A mean for each output, not one number: leave out the axis, and the mean is over all.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2, axis=0),
        ),
        Mistake(
            "The mean is forgotten: that is the square of every single error.",
            lambda Y_hat, Y: (Y_hat - Y) ** 2,
        ),
        Mistake(
            "That is the root of the mean squared error (RMSE). Leave the root out.",
            lambda Y_hat, Y: np.sqrt(np.mean((Y_hat - Y) ** 2)),
        ),
        Mistake(
            "That is the length of the error, `np.linalg.norm`: a root of a sum. A mean of the "
            "squares is asked for, without a root.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)),
        ),
        Mistake(
            "That is the length of the error, `np.linalg.norm`, divided by the number of rows. A "
            "mean of the squares is asked for, without a root.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)) / len(Y),
        ),
        Mistake(
            "That is the length of the error, `np.linalg.norm`, divided by the number of entries. "
            "A mean of the squares is asked for, without a root.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)) / Y.size,
        ),
        Mistake(
            "The sum is divided by the *square* of the number of rows. Divide once, by the number "
            "of all entries, rows times outputs.",
            lambda Y_hat, Y: np.sum((Y_hat - Y) ** 2) / len(Y) ** 2,
        ),
        Mistake(
            "A power binds more strongly than a minus: `Y_hat - Y ** 2` squares Y alone. Put the "
            "difference in brackets.",
            lambda Y_hat, Y: np.mean(Y_hat - Y**2),
        ),
        Mistake(
            "The errors are doubled (`* 2`), not squared (`** 2`), so positive and negative ones "
            "cancel.",
            lambda Y_hat, Y: np.mean(2 * (Y_hat - Y)),
        ),
        Mistake(
            "`@` between tables is a matrix product, and the result a table. Square each error by "
            "itself, with `** 2`.",
            lambda Y_hat, Y: (Y_hat - Y).T @ (Y_hat - Y) / Y.size,
        ),
        Mistake(
            "That is the mean absolute error: the errors are to be squared.",
            lambda Y_hat, Y: np.mean(np.abs(Y_hat - Y)),
        ),
        Mistake(
            "The errors are not squared, so positive and negative ones cancel.",
            lambda Y_hat, Y: np.mean(Y_hat - Y),
        ),
        Mistake(
            "The mean is taken first and squared then, so positive and negative errors cancel: "
            "first square each error.",
            lambda Y_hat, Y: np.mean(Y_hat - Y) ** 2,
        ),
        Mistake(
            "That is the difference of the squares, not the square of the difference.",
            lambda Y_hat, Y: np.mean(Y_hat**2 - Y**2),
        ),
        Mistake(
            "In Python `^` is no power (it works on the bits of integers): write `** 2`.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ^ 2),
        ),
        Mistake(
            "`var` takes the mean error away first, so an error that is the same everywhere costs "
            "nothing. Square the errors as they are.",
            lambda Y_hat, Y: np.var(Y_hat - Y),
        ),
        Mistake(PAIR, lambda Y_hat, Y: (np.mean((Y_hat - Y) ** 2), 2 * (Y_hat - Y) / Y.size)),
        Mistake(
            "The predictions are changed: `Y_hat -= Y` writes into the caller's array.",
            squared_in_place,
            by="changed",
        ),
        Mistake(
            "Subtract whole arrays, square the result, take its mean: no loop is needed.",
            squared_by_entry,
            by="slow",
        ),
    ],
    alternatives=[squared_by_row, squared_by_dot, lambda a, b: np.average(np.square(b - a))],
)

# ---- huber ------------------------------------------------------------------------------------


def huber(y_hat, y, threshold):
    """The mean of ½r² for |r| <= threshold, else threshold (|r| - threshold/2)."""
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))


def huber_cases(rng):
    mixed = np.array([0.2, -0.7, 3.0, -4.0, 2.0])
    y = rng.normal(size=5)
    six = rng.normal(size=6)
    return [
        Case((y + mixed, y, 1.0), "threshold 1"),
        Case((y + mixed, y, 2.5), "threshold 2.5"),
        Case((y[:3] + mixed[:3], y[:3], 0.3), "threshold 0.3"),
        Case((np.array([1.0]), np.array([4.0]), 2.0), "one sample"),
        Case((np.array([3, 0, 2, 9]), np.array([4, 5, 2, 1]), 2), "integers"),
        Case((six + np.array([-0.4, 0.1, 0.3, -0.2, 0.5, 0.0]), six, 0.8), "small errors only"),
        Case((six - 3 - np.arange(6), six, 1.7), "large negative errors only"),
        Case((rng.normal(size=200_000), rng.normal(size=200_000), 1.0), "200,000 samples",
             speed=True),
    ]  # fmt: skip


def pieces(inside, outside, *, small=lambda r, t: np.abs(r) <= t):
    """A Huber loss made of two formulas of r and t, and of what counts as small."""

    def loss(y_hat, y, threshold):
        r = y_hat - y
        return np.mean(np.where(small(r, threshold), inside(r, threshold), outside(r, threshold)))

    return loss


def half_square(r, t):
    return r**2 / 2


def straight(r, t):
    return t * (np.abs(r) - t / 2)


def huber_if(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    if r <= threshold:
        return np.mean(r**2 / 2)
    return np.mean(threshold * (r - threshold / 2))


def huber_if_no_mean(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    if r <= threshold:
        return r**2 / 2
    return threshold * (r - threshold / 2)


def huber_all_or_none(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    if r.mean() <= threshold:
        return np.mean(r**2 / 2)
    return np.mean(threshold * (r - threshold / 2))


def huber_every(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2))


def huber_cut(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    loss = np.zeros_like(r)
    small = r <= threshold
    loss[small] = (r**2 / 2)[small]
    loss[~small] = (threshold * (r - threshold / 2))[~small]
    return loss.mean()


def huber_means_added(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    small = r <= threshold
    groups = [r[small] ** 2 / 2, threshold * (r[~small] - threshold / 2)]
    return sum(group.mean() for group in groups if group.size)


def huber_means_of_none(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    small = r <= threshold
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a mean of no entries: only its value counts here
        return np.mean(r[small] ** 2 / 2) + np.mean(threshold * (r[~small] - threshold / 2))


def huber_in_place(y_hat, y, threshold):
    y_hat -= y
    return np.mean(np.where(np.abs(y_hat) <= threshold, y_hat**2 / 2, straight(y_hat, threshold)))


def huber_by_entry(y_hat, y, threshold):
    losses = []
    for i in range(len(y)):
        r = np.abs(y_hat[i] - y[i])
        losses.append(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    return np.mean(losses)


def huber_by_clip(y_hat, y, threshold):
    r = y_hat - y
    c = np.clip(r, -threshold, threshold)
    return np.mean(c * (r - c / 2))


def huber_by_masks(y_hat, y, threshold):
    r = np.abs(y_hat - y).astype(float)
    small = r <= threshold
    r[small] = r[small] ** 2 / 2
    r[~small] = threshold * (r[~small] - threshold / 2)
    return r.sum() / r.size


def huber_by_steps(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    inside = np.minimum(r, threshold)
    return np.mean(inside**2) / 2 + threshold * np.mean(r - inside)


HUBER = Task(
    "huber",
    points=2,
    reference=huber,
    cases=huber_cases,
    mistakes=[
        Mistake(
            "The 1/2 of the small errors is forgotten. Without it the two pieces do not meet at "
            "the threshold.",
            pieces(lambda r, t: r**2, straight),
        ),
        Mistake(
            "Large errors cost threshold·|r| here, so the loss jumps at the threshold: half a "
            "threshold has to go from |r| first.",
            pieces(half_square, lambda r, t: t * np.abs(r)),
        ),
        Mistake(
            "For large errors the factor `threshold` before the bracket is missing: the straight "
            "piece must be as steep as the parabola is at the threshold.",
            pieces(half_square, lambda r, t: np.abs(r) - t / 2),
        ),
        Mistake(
            "Large errors cost the plain |r| here. The straight piece has the slope `threshold`, "
            "and meets the parabola at the threshold.",
            pieces(half_square, lambda r, t: np.abs(r)),
        ),
        Mistake(
            "For large errors the whole threshold is taken from |r|; it is half of it.",
            pieces(half_square, lambda r, t: t * (np.abs(r) - t)),
        ),
        Mistake(
            "Right for the threshold 1 only. From |r| *half the threshold* goes, and then the "
            "factor `threshold` multiplies the whole bracket: is 1/2 written in its place, or are "
            "the brackets missing?",
            pieces(half_square, lambda r, t: t * np.abs(r) - t / 2),
        ),
        Mistake(
            "Negative errors count as small, however large they are: compare |r| with the "
            "threshold, not r.",
            pieces(half_square, straight, small=lambda r, t: r <= t),
        ),
        Mistake(
            "Two things: the 1/2 of the small errors is forgotten; and large errors cost "
            "threshold·|r|, where half a threshold has to go from |r| first.",
            pieces(lambda r, t: r**2, lambda r, t: t * np.abs(r)),
        ),
        Mistake(
            "Two things: the 1/2 of the small errors is forgotten; and large ones cost the plain "
            "|r|, where the straight piece has to go on as steeply as the parabola ends.",
            pieces(lambda r, t: r**2, lambda r, t: np.abs(r)),
        ),
        Mistake(
            "Two things: the 1/2 of the small errors is forgotten; and negative errors count as "
            "small, however large they are: compare |r| with the threshold.",
            pieces(lambda r, t: r**2, straight, small=lambda r, t: r <= t),
        ),
        Mistake(
            "In the straight piece the absolute value is forgotten: for large negative errors the "
            "loss becomes negative.",
            pieces(half_square, lambda r, t: t * (r - t / 2)),
        ),
        Mistake(
            "The two pieces are exchanged: small errors are squared, large ones go in proportion.",
            pieces(straight, half_square),
        ),
        Mistake(
            "The threshold is compared with the square of the error. Compare it with |r|.",
            pieces(half_square, straight, small=lambda r, t: r**2 <= t),
        ),
        Mistake(
            "The threshold is ignored: 1 is used in its place.",
            lambda y_hat, y, threshold: huber(y_hat, y, 1.0),
        ),
        Mistake(
            "All errors are squared, the large ones too: beyond the threshold the loss goes on as "
            "a straight line.",
            pieces(half_square, half_square),
        ),
        Mistake(
            "All errors take the straight piece, the small ones too: up to the threshold the loss "
            "is a parabola.",
            pieces(straight, straight),
        ),
        Mistake(
            "Beyond the threshold the loss stands still, so a large error does not pull at all. It "
            "goes on, as a straight line.",
            pieces(half_square, lambda r, t: t**2 / 2),
        ),
        Mistake(
            "That is the 'smooth L1' loss of some libraries: the Huber loss divided by the "
            "threshold.",
            lambda y_hat, y, threshold: huber(y_hat, y, threshold) / threshold,
        ),
        Mistake(
            "That is the 'pseudo-Huber' loss, a smooth curve that comes near it. Huber's own has "
            "two pieces.",
            lambda y_hat, y, t: np.mean(t**2 * (np.sqrt(1 + ((y_hat - y) / t) ** 2) - 1)),
        ),
        Mistake(SUMMED, lambda y_hat, y, threshold: np.sum(huber_every(y_hat, y, threshold))),
        Mistake("The mean is forgotten: that is the loss of every single sample.", huber_every),
        Mistake(
            "Small and large errors are averaged apart and the two means added: average all "
            "samples together.",
            huber_means_added,
        ),
        Mistake(
            "Small and large errors are averaged apart and the two means added; where there are "
            "none of one kind, their mean is NaN. Average all samples together.",
            huber_means_of_none,
        ),
        Mistake(
            "Only the last sample counts: in the loop each loss overwrites the one before. Add "
            "them up, with `+=`.",
            lambda y_hat, y, threshold: huber_every(y_hat, y, threshold)[-1] / len(y),
        ),
        Mistake(
            "Only the first sample counts: is the `return` inside the loop?",
            lambda y_hat, y, threshold: huber_every(y_hat, y, threshold)[0] / len(y),
        ),
        Mistake(
            "For large errors the whole bracket is halved. Only the threshold inside it is: "
            "|r| - t/2, and then times t.",
            pieces(half_square, lambda r, t: t * (np.abs(r) - t) / 2),
        ),
        Mistake(
            "The difference of the absolute values is taken. What counts is the absolute value of "
            "the difference, |y_hat - y|.",
            lambda y_hat, y, threshold: pieces(
                half_square, lambda r, t: t * (r - t / 2), small=lambda r, t: r <= t
            )(np.abs(y_hat), np.abs(y), threshold),
        ),
        Mistake(
            "One decision is made for all samples, from their mean error: each sample is small or "
            "large by itself. `np.where` chooses entry by entry.",
            huber_all_or_none,
        ),
        Mistake(ONE_TRUTH, huber_if),
        Mistake(f"{ONE_TRUTH} And average the samples at the end.", huber_if_no_mean),
        Mistake(
            "Where the arguments hold integers the losses are cut to integers: `zeros_like` takes "
            "over the dtype. Make the array one of floats, or use `np.where`.",
            huber_cut,
        ),
        Mistake(
            "The argument `y_hat` is changed: `y_hat -= y` writes into the caller's array.",
            huber_in_place,
            by="changed",
        ),
        Mistake(
            "`np.where` takes whole arrays: the condition, and the two values to choose from.",
            huber_by_entry,
            by="slow",
        ),
    ],
    alternatives=[huber_by_clip, huber_by_masks, huber_by_steps],
)

# ---- binary_cross_entropy ---------------------------------------------------------------------


def binary_cross_entropy(z, y):
    """The mean of max(z, 0) - zy + ln(1 + e^(-|z|)), from logits z and targets 0 or 1."""
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def binary_cases(rng):
    return [
        Case((np.array([1.2, -0.4, 0.3, -2.1]), np.array([1.0, 1.0, 0.0, 0.0])), "4 samples"),
        Case((rng.normal(scale=2, size=7), np.array([1, 0, 0, 1, 1, 1, 0])), "7 samples"),
        Case((np.array([-0.8]), np.array([1.0])), "one sample"),
        Case((np.zeros(3), np.array([0.0, 1.0, 1.0])), "exactly 0"),
        Case((np.array([3, -1, 2, 0, -2]), np.array([1, 0, 0, 1, 1])), "integers"),
        Case((rng.normal(size=6), np.zeros(6)), "all answers no"),
        Case((np.array([8000.0, 40_000.0, 3.0]), np.array([1.0, 0.0, 1.0])), "z far above 0"),
        Case((np.array([-9000.0, -7000.0]), np.array([1.0, 0.0])), "z far below 0"),
        Case((rng.normal(size=500_000), rng.integers(2, size=500_000)), "500,000 samples",
             speed=True),
    ]  # fmt: skip


def from_p(formula):
    """A binary loss by way of p = sigmoid(z); silent, so that only its values count."""

    def loss(z, y):
        with np.errstate(all="ignore"):
            return formula(sigmoid(z), y)

    return loss


def quiet(formula):
    """formula without warnings, which a learner's own answer may or may not give."""

    def loss(*args):
        with np.errstate(all="ignore"):
            return formula(*args)

    return loss


def side(z, y):
    """The s of the two cases: -z where y is 1, z where y is 0."""
    return np.where(y == 1, -z, z)


def every_bce(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


def both_terms(p, y):
    return y * np.log(p) + (1 - y) * np.log(1 - p)


def clipped_bce(z, y):
    return -np.mean(both_terms(np.clip(sigmoid(z), 1e-12, 1 - 1e-12), y))


def bce_if(z, y):
    if y == 1:
        return np.mean(np.logaddexp(0, -z))
    return np.mean(np.logaddexp(0, z))


def bce_by_math(z, y):
    return np.mean(max(z, 0) - z * y + math.log(1 + math.exp(-abs(z))))


def bce_in_place(z, y):
    z *= 1 - 2 * y.astype(z.dtype)
    return np.mean(np.logaddexp(0, z))


def bce_by_entry(z, y):
    total = 0.0
    for a, b in zip(z, y, strict=True):
        total += max(a, 0) - a * b + np.log1p(np.exp(-abs(a)))
    return total / len(z)


def bce_by_sides(z, y):
    m = np.where(y == 1, -z, z).astype(float)
    loss = np.empty(m.shape)
    loss[m <= 0] = np.log1p(np.exp(m[m <= 0]))
    loss[m > 0] = m[m > 0] + np.log1p(np.exp(-m[m > 0]))
    return loss.mean()


BINARY_CROSS_ENTROPY = Task(
    "binary_cross_entropy",
    points=2,
    reference=binary_cross_entropy,
    cases=binary_cases,
    mistakes=[
        Mistake(
            "Right for moderate logits; for large ones the probability is rounded to 0 or 1, and "
            "the logarithm of 0 is infinite (0 times it is NaN). Compute the loss from z, without "
            "the probability.",
            from_p(lambda p, y: -np.mean(both_terms(p, y))),
        ),
        Mistake(
            "Right for moderate logits; for large ones e^z overflows, or the probability is "
            "rounded to 0 and its logarithm is infinite. Compute the loss from z, without the "
            "probability, and with an exponent that is never positive.",
            from_p(lambda p, y: -np.mean(np.log(np.where(y == 1, p, 1 - p)))),
        ),
        Mistake(
            "Right for moderate logits, but e^z overflows for large z, also inside ln(1 + e^z). "
            "Write it so that the exponent is never positive.",
            quiet(lambda z, y: np.mean(np.log(1 + np.exp(z)) - z * y)),
        ),
        Mistake(
            "Right for moderate logits, but e^(-z) overflows for large negative z, also inside "
            "ln(1 + e^(-z)). Write it so that the exponent is never positive.",
            quiet(lambda z, y: np.mean(np.log(1 + np.exp(-z)) + z * (1 - y))),
        ),
        Mistake(CAPPED, clipped_bce),
        Mistake(
            "The exponent must be -|z|, not -z: as it stands, negative logits are wrong, and large "
            "negative ones overflow.",
            quiet(lambda z, y: np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))),
        ),
        Mistake(
            "The exponent must be -|z|, not |z|: it is never positive.",
            quiet(lambda z, y: np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(np.abs(z))))),
        ),
        Mistake(
            "The exponent must be -|s|, not -s: as it stands, e^(-s) overflows where s is far "
            "below 0, and there the loss should be about 0.",
            quiet(lambda z, y: np.mean(np.maximum(side(z, y), 0) + np.log1p(np.exp(-side(z, y))))),
        ),
        Mistake(
            "`np.log1p(u)` is ln(1 + u) already: here the 1 is added twice.",
            lambda z, y: np.mean(np.maximum(side(z, y), 0) + np.log1p(1 + np.exp(-np.abs(z)))),
        ),
        Mistake(
            "`np.max(s, 0)` is the largest of all entries: it reads the 0 as an axis. The larger "
            "of s and 0, entry by entry, is `np.maximum(s, 0)`.",
            lambda z, y: np.mean(np.max(side(z, y), 0) + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "`np.max(z, 0)` is the largest of all entries: it reads the 0 as an axis. The larger "
            "of z and 0, entry by entry, is `np.maximum(z, 0)`.",
            lambda z, y: np.mean(np.max(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "The 1 is missing in ln(1 + e^(-|s|)): the logarithm of e^(-|s|) alone is just -|s|.",
            quiet(
                lambda z, y: np.mean(np.maximum(side(z, y), 0) + np.log(np.exp(-np.abs(z))))
            ),
        ),
        Mistake(
            "The logarithm is one to the base 10; the natural logarithm is meant, `np.log` or "
            "`np.log1p`.",
            lambda z, y: np.mean(
                np.maximum(side(z, y), 0) + np.log1p(np.exp(-np.abs(z))) / np.log(10)
            ),
        ),
        Mistake(
            "The smaller of s (or z) and 0 is taken, as `np.minimum` does: the larger is meant, "
            "`np.maximum`.",
            lambda z, y: np.mean(np.minimum(side(z, y), 0) + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "max(s, 0) is missing: an answer that is far wrong must cost about |z|.",
            lambda z, y: np.mean(np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "|s| stands where max(s, 0) is meant: an answer that is right, and given with "
            "certainty, must cost about 0.",
            lambda z, y: np.mean(np.abs(z) + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "max(z, 0) is missing, or |z| or z stands in its place: look at y = 0, where the loss "
            "of a large positive z must be about z, and of a large negative one about 0.",
            lambda z, y: np.mean(np.abs(z) - z * y + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "max(z, 0) is missing: for y = 0 the loss of a large positive z must be about z.",
            lambda z, y: np.mean(-z * y + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "The sign of the term z·y is wrong: a positive z makes the loss of a 'yes' smaller.",
            lambda z, y: np.mean(np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "The term z·y is missing: so far the targets have no part in the loss.",
            lambda z, y: np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))),
        ),
        Mistake(
            "The sign is wrong: the loss is *minus* the logarithm of a probability, so it is never "
            "negative.",
            lambda z, y: -binary_cross_entropy(z, y),
        ),
        Mistake(
            "yes and no are exchanged: where y is 1 the loss is -ln p, where y is 0 it is "
            "-ln(1 - p).",
            lambda z, y: binary_cross_entropy(-z, y),
        ),
        Mistake(
            "Only the samples with y = 1 count: where y is 0, -ln(1 - p) is to be added.",
            lambda z, y: np.mean(y * np.logaddexp(0, -z)),
        ),
        Mistake(
            "Only the samples with y = 0 count: where y is 1, -ln p is to be added.",
            lambda z, y: np.mean((1 - y) * np.logaddexp(0, z)),
        ),
        Mistake(
            "y is taken for -1 or 1: it is 0 or 1 here. Use 2y - 1 for the sign.",
            lambda z, y: np.mean(np.logaddexp(0, -z * y)),
        ),
        Mistake(
            "z is taken for a probability, but it is the logit, any number. The probability is "
            "sigmoid(z).",
            quiet(lambda z, y: -np.mean(both_terms(z, y))),
        ),
        Mistake(
            "The sigmoid is applied twice: z is the logit, and what comes out of a sigmoid must "
            "not go through another.",
            lambda z, y: binary_cross_entropy(sigmoid(z), y),
        ),
        Mistake(
            "A softmax over the samples makes them share one certainty: each has its own sigmoid.",
            quiet(lambda z, y: -np.mean(both_terms(softmax(z[None])[0], y))),
        ),
        Mistake(
            "That is log2; the natural logarithm is meant.",
            lambda z, y: binary_cross_entropy(z, y) / np.log(2),
        ),
        Mistake(
            "That is the squared error of the probability: it saturates, as lesson 04 shows. Take "
            "the logarithm.",
            lambda z, y: np.mean((sigmoid(z) - y) ** 2),
        ),
        Mistake(
            "The logarithm is forgotten: the loss is -ln of the probability of what happened.",
            lambda z, y: -np.mean(y * sigmoid(z) + (1 - y) * (1 - sigmoid(z))),
        ),
        Mistake(SUMMED, lambda z, y: np.sum(every_bce(z, y))),
        Mistake("The mean is forgotten: that is the loss of every single sample.", every_bce),
        Mistake(PAIR, lambda z, y: (binary_cross_entropy(z, y), (sigmoid(z) - y) / len(z))),
        Mistake(ONE_TRUTH, bce_if),
        Mistake(MATH_MODULE, lambda z, y: -np.mean(y * math.log(z) + (1 - y) * math.log(1 - z))),
        Mistake(
            "The argument `z` is changed: `*=` writes into the caller's array.",
            bce_in_place,
            by="changed",
        ),
        Mistake(
            "Let NumPy work on the whole array: `np.exp(z)` does every entry in one call.",
            bce_by_entry,
            by="slow",
        ),
    ],
    alternatives=[
        lambda z, y: np.mean(np.logaddexp(0, z) - z * y),
        lambda z, y: np.logaddexp(0, (1 - 2 * y) * z).mean(),
        bce_by_sides,
    ],
    invariants=[
        Invariant(CAPPED, not_capped(lambda z, y: np.mean(np.maximum((1 - 2 * y) * z, 0))))
    ],
)

# ---- softmax_cross_entropy --------------------------------------------------------------------


def softmax_cross_entropy(Z, y):
    """The mean of ln Σ e^z - z_y over the rows, the logits shifted by the largest of their row."""
    return np.mean(rows_of_losses(Z, y))


def lowered(Z):
    """Z with 0 as the largest logit of each row."""
    return Z - Z.max(axis=1, keepdims=True)


def log_softmax(Z):
    Z = lowered(Z)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


def rows_of_losses(Z, y):
    return -log_softmax(Z)[np.arange(len(y)), y]


def class_cases(rng):
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


def with_softmax(share):
    """A cross-entropy whose softmax is share(Z)."""

    def loss(Z, y):
        with np.errstate(all="ignore"):
            return -np.mean(np.log(share(Z)[np.arange(len(y)), y]))

    return loss


def unshifted(Z):
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


def by_columns(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def of_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum()


def shifted_by_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=1, keepdims=True)


def without_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


def log_sum(Z):
    top = Z.max(axis=1)
    return top + np.log(np.exp(Z - top[:, None]).sum(axis=1))


def chosen(Z, y):
    return Z[np.arange(len(y)), y]


def clipped_ce(Z, y):
    return -np.mean(np.log(np.clip(softmax(Z), 1e-12, 1)[np.arange(len(y)), y]))


def bce_of_softmax(Z, y):
    P, Y = softmax(Z), one_hot(y, Z.shape[1])
    return -np.sum(both_terms(P, Y)) / len(y)


def each_class_a_sigmoid(Z, y):
    return np.sum(every_bce(Z, one_hot(y, Z.shape[1]))) / len(y)


def softmax_in_place(Z, y):
    Z -= Z.max(axis=1, keepdims=True)
    return softmax_cross_entropy(Z, y)


def softmax_loss_by_entry(Z, y):
    total = 0.0
    for i in range(len(Z)):
        s = 0.0
        for k in range(Z.shape[1]):
            s += np.exp(Z[i, k] - max(Z[i]))
        total += max(Z[i]) + np.log(s) - Z[i, y[i]]
    return total / len(Z)


def softmax_loss_by_rows(Z, y):
    losses = []
    for z, label in zip(Z, y, strict=True):
        z = z - z.max()
        losses.append(np.log(np.exp(z).sum()) - z[label])
    return sum(losses) / len(losses)


def softmax_loss_by_targets(Z, y):
    return -np.sum(one_hot(y, Z.shape[1]) * log_softmax(Z)) / len(Z)


def softmax_loss_by_differences(Z, y):
    D = Z - np.take_along_axis(Z, y[:, None], axis=1)  # ln Σ e^(z - z_y)
    return np.logaddexp.reduce(D, axis=1).mean()


SOFTMAX_CROSS_ENTROPY = Task(
    "softmax_cross_entropy",
    points=3,
    reference=softmax_cross_entropy,
    cases=class_cases,
    mistakes=[
        Mistake(
            "Right for moderate logits, but e^z overflows for large ones, and infinity divided by "
            "infinity is NaN. Subtract the largest logit of each row first.",
            with_softmax(unshifted),
        ),
        Mistake(
            "Right for moderate logits, but e^z overflows inside the logarithm of the sum. "
            "Subtract the largest logit of each row first.",
            quiet(lambda Z, y: np.mean(np.log(np.exp(Z).sum(axis=1)) - chosen(Z, y))),
        ),
        Mistake(
            "Softmax itself is safe, but its smallest probabilities are rounded to 0, and the "
            "logarithm of 0 is infinite. Do not take the logarithm of a probability: write "
            "ln p as z minus the logarithm of the sum.",
            with_softmax(softmax),
        ),
        Mistake(
            "The probabilities are right, but those rounded to 0 make 0 · infinity, which is NaN, "
            "in the sum over the classes. Write ln p as z minus the logarithm of the sum.",
            quiet(lambda Z, y: -np.sum(one_hot(y, Z.shape[1]) * np.log(softmax(Z))) / len(y)),
        ),
        Mistake(CAPPED, clipped_ce),
        Mistake(
            "The logits are shifted by the largest of all rows. A row that lies far below it is "
            "rounded to zeros: each row needs its own largest logit.",
            with_softmax(shifted_by_all),
        ),
        Mistake(
            "The logits are shifted by the largest of all rows, and the sum of a row that lies far "
            "below becomes 0: each row needs its own largest logit.",
            quiet(
                lambda Z, y: np.mean(
                    np.log(np.exp(Z - Z.max()).sum(axis=1)) - chosen(Z - Z.max(), y)
                )
            ),
        ),
        Mistake(
            "The largest logit was taken from the sum only, not from the logit of the true class: "
            "shift both, or put it back in front of the logarithm.",
            lambda Z, y: np.mean(log_sum(Z) - Z.max(axis=1) - chosen(Z, y)),
        ),
        Mistake(
            "The largest logit of each *column* is subtracted. Shift each row by its own: axis=1, "
            "with keepdims=True.",
            quiet(
                lambda Z, y: np.mean(
                    np.log(np.exp(Z - Z.max(axis=0)).sum(axis=1)) - chosen(Z - Z.max(axis=0), y)
                )
            ),
        ),
        Mistake(
            "The largest logit is put back in front of the logarithm, and then the *shifted* logit "
            "of the true class is taken away: shift both, or neither.",
            lambda Z, y: np.mean(log_sum(Z) + Z.max(axis=1) - chosen(Z, y)),
        ),
        Mistake(
            "The logarithm of each exponential is taken, and then the sum. It is the other way "
            "round: the logarithm *of the sum*.",
            quiet(
                lambda Z, y: np.mean(
                    np.sum(np.log(np.exp(lowered(Z))), axis=1) - chosen(lowered(Z), y)
                )
            ),
        ),
        Mistake(
            "The sum of the exponentials stands there without its logarithm.",
            lambda Z, y: np.mean(np.exp(lowered(Z)).sum(axis=1) - chosen(lowered(Z), y)),
        ),
        Mistake(
            "The label itself is taken away, a number like 0 or 2. What belongs there is the logit "
            "in its column.",
            lambda Z, y: np.mean(log_sum(Z) - Z.max(axis=1) - y),
        ),
        Mistake(
            "The two index arrays are exchanged: first the rows, `np.arange(len(y))`, then the "
            "columns y.",
            lambda Z, y: -np.mean(log_softmax(Z)[y, np.arange(len(y))]),
        ),
        Mistake(
            "The softmax goes down the columns: the classes of one sample stand in a row, so sum "
            "over axis 1.",
            with_softmax(by_columns),
        ),
        Mistake(
            "The softmax goes over the whole table: the probabilities of *each row* add up to 1.",
            with_softmax(of_all),
        ),
        Mistake(
            "The sum over a row has the shape (n,), and NumPy lays it along the wrong axis of the "
            "table (or stops). Keep the axis: `keepdims=True`.",
            with_softmax(without_keepdims),
        ),
        Mistake(
            "Off by one: the labels count from 0, so y itself is the column.",
            lambda Z, y: softmax_cross_entropy(Z, y - 1),
        ),
        Mistake(
            "`[:, y]` picks, in *every* row, the columns of all labels. Row i needs column y[i] "
            "only: give the rows too, `[np.arange(len(y)), y]`.",
            lambda Z, y: -np.mean(log_softmax(Z)[:, y]),
        ),
        Mistake(
            "The labels are taken for numbers of rows: y[i] is the *column* in row i.",
            lambda Z, y: -np.mean(log_softmax(Z)[y]),
        ),
        Mistake(
            "`Z[y]` picks whole rows, as if the labels were numbers of rows: y[i] is the *column* "
            "in row i. Name both, `[np.arange(len(y)), y]`.",
            lambda Z, y: np.mean(np.log(np.exp(lowered(Z)).sum(axis=1)) - lowered(Z)[y]),
        ),
        Mistake(
            "The labels are taken for numbers of rows in the second term, as `Z[y]` does: y[i] is "
            "the *column* in row i. Name both, `[np.arange(len(y)), y]`.",
            lambda Z, y: np.mean(
                np.log(np.exp(lowered(Z)).sum(axis=1, keepdims=True)) - lowered(Z)[y]
            ),
        ),
        Mistake(
            "y holds labels, not one-hot rows: it has the shape (n,), and NumPy lays it along a "
            "row of the table (or stops). Take column y[i] of row i, `[np.arange(len(y)), y]`, or "
            "make one-hot rows first.",
            lambda Z, y: -np.mean(np.sum(y * log_softmax(Z), axis=1)),
        ),
        Mistake(
            "y holds labels, not one-hot rows: a product with y does not pick the logit of the "
            "true class. Take column y[i] of row i, `[np.arange(len(y)), y]`.",
            lambda Z, y: np.mean(
                np.log(np.exp(lowered(Z)).sum(axis=1)) - np.sum(lowered(Z) * y, axis=1)
            ),
        ),
        Mistake(
            "The exponentials of the whole table are added up: without `axis=1` the sum is one "
            "number, where each row needs its own.",
            lambda Z, y: np.mean(np.log(np.exp(lowered(Z)).sum()) - chosen(lowered(Z), y)),
        ),
        Mistake(
            "Only the last row counts: in the loop each loss overwrites the one before. Add them "
            "up, with `+=`.",
            lambda Z, y: rows_of_losses(Z, y)[-1] / len(y),
        ),
        Mistake(
            "That is the loss of the last row alone: in a loop each would overwrite the one "
            "before. Add them up, with `+=`, and divide by the number of rows.",
            lambda Z, y: rows_of_losses(Z, y)[-1],
        ),
        Mistake(
            "The labels are multiplied in as numbers, so class 2 counts twice and class 0 not at "
            "all. A label only says which column to take; or make one-hot rows of it.",
            lambda Z, y: -np.sum(y[:, None] * log_softmax(Z)) / len(y),
        ),
        Mistake(
            "The loss is that of the class with the largest logit, not that of the true class `y`.",
            lambda Z, y: -np.mean(log_softmax(Z).max(axis=1)),
        ),
        Mistake(
            "The mean is taken over all n·k entries. In each row only one entry counts, that of "
            "the true class: divide by the number of rows.",
            lambda Z, y: softmax_cross_entropy(Z, y) / Z.shape[1],
        ),
        Mistake(
            "The mean goes over all classes: only the probability of the true class counts.",
            lambda Z, y: -np.mean(log_softmax(Z)),
        ),
        Mistake(
            "All classes are added up: only the probability of the true class counts.",
            lambda Z, y: -np.sum(log_softmax(Z)) / len(y),
        ),
        Mistake(
            "The sign is wrong: the loss is *minus* the logarithm of a probability, so it is never "
            "negative.",
            lambda Z, y: -softmax_cross_entropy(Z, y),
        ),
        Mistake(
            "That is log2; the natural logarithm is meant: equal logits for ten classes give "
            "ln 10 = 2.303.",
            lambda Z, y: softmax_cross_entropy(Z, y) / np.log(2),
        ),
        Mistake(
            "The logarithm is forgotten: that is minus the mean probability of the true class.",
            lambda Z, y: -np.mean(chosen(softmax(Z), y)),
        ),
        Mistake(
            "The logarithm is forgotten: 1 - p is not yet -ln p.",
            lambda Z, y: np.mean(1 - chosen(softmax(Z), y)),
        ),
        Mistake(
            "The logarithm of the mean is not the mean of the logarithms: first -ln p of each row, "
            "then the mean.",
            lambda Z, y: -np.log(np.mean(chosen(softmax(Z), y))),
        ),
        Mistake(
            "The logarithm of the sum is missing: that is minus the logit of the true class, no "
            "logarithm of a probability.",
            lambda Z, y: -np.mean(chosen(Z, y)),
        ),
        Mistake(
            "The logarithm of the sum is missing: a shifted logit is no logarithm of a "
            "probability yet.",
            lambda Z, y: np.mean(Z.max(axis=1) - chosen(Z, y)),
        ),
        Mistake(
            "The logits are taken for probabilities: softmax comes first.",
            quiet(lambda Z, y: -np.mean(np.log(chosen(Z, y)))),
        ),
        Mistake(
            "The softmax is applied twice: what goes into the logarithm of the sum must be logits, "
            "not probabilities.",
            lambda Z, y: softmax_cross_entropy(softmax(Z), y),
        ),
        Mistake(
            "That is the binary cross-entropy on a softmax, a wrong pair of lesson 04: the terms "
            "of the other classes do not belong here.",
            quiet(bce_of_softmax),
        ),
        Mistake(
            "Each class has its own sigmoid here, as for several yes-or-no questions. One of k "
            "classes takes a softmax.",
            each_class_a_sigmoid,
        ),
        Mistake(SUMMED, lambda Z, y: np.sum(rows_of_losses(Z, y))),
        Mistake("The mean is forgotten: that is the loss of every single row.", rows_of_losses),
        Mistake(
            PAIR,
            lambda Z, y: (
                softmax_cross_entropy(Z, y),
                (softmax(Z) - one_hot(y, Z.shape[1])) / len(y),
            ),
        ),
        Mistake(
            "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
            "`Z = Z - ...`, which makes a new one.",
            softmax_in_place,
            by="changed",
        ),
        Mistake(
            "Work on the whole table: `np.exp`, a sum along axis 1, and one pair of index arrays. "
            "That sum and the chosen logits both have the shape (n,): (n, 1) minus (n,) is a table "
            "of n times n.",
            softmax_loss_by_entry,
            by="slow",
        ),
    ],
    alternatives=[
        lambda Z, y: np.mean(log_sum(Z) - chosen(Z, y)),
        softmax_loss_by_rows,
        softmax_loss_by_targets,
        softmax_loss_by_differences,
    ],
    invariants=[
        Invariant(CAPPED, not_capped(lambda Z, y: np.mean(Z.max(axis=1) - chosen(Z, y))))
    ],
)

EXERCISE = "04"
TASKS = [ONE_HOT, SQUARED_ERROR, HUBER, BINARY_CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY]
