"""The share of labels that are predicted right."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def accuracy(y_true, y_pred):
    """The share of labels that are predicted right."""
    return np.mean(y_true == y_pred)


def cases(rng):
    def labels(n, wrong, k=10):
        y = rng.integers(k, size=n)
        y_pred = y.copy()
        at = rng.permutation(n)[:wrong]
        y_pred[at] = (y[at] + rng.integers(1, k, size=wrong)) % k
        return y, y_pred

    return [
        Case(labels(10, 4), "10 labels"),
        Case(labels(7, 2, k=3), "7 labels, 3 classes"),
        Case(labels(1, 1), "one label, wrong"),
        Case(labels(5, 0), "all right"),
        Case(labels(6, 6), "all wrong"),
        Case((np.array([0, 0, 1, 0]), np.array([0, 0, 0, 1])), "mostly class 0"),
        Case((np.array([1, 2, 0, 2, 1]), np.array([0, 2, 0, 1, 1])), "5 labels, 3 classes"),
        Case(tuple(y.astype(np.uint8) for y in labels(9, 3)), "labels of type uint8"),
        Case(labels(500, 31), "500 labels"),
    ]


def distances(y_true, y_pred):
    return np.abs(y_true.astype(float) - y_pred)


def mean_f1(y_true, y_pred):
    def f1(k):
        return 2 * np.sum((y_true == k) & (y_pred == k)) / np.sum((y_true == k) * 1 + (y_pred == k))

    return np.mean([f1(k) for k in np.unique([y_true, y_pred])])


SLIPS = slips(
    accuracy,
    """
    number-right: mean -> sum
        That is the number of right predictions: divide it by the number of labels.
    percent: = 100 * np.mean(y_true == y_pred)
        That is a percentage: a share between 0 and 1 is asked for.
    error-rate: == -> !=
        That is the error rate, the share of *wrong* predictions.
    number-wrong: = np.sum(y_true != y_pred)
        That is the number of wrong predictions; the share of right ones is asked for.
    all-or-nothing: = np.sum(y_true == y_pred) // len(y_true)
        That is 1 if *all* labels are right, else 0: it comes from `np.all`, or from integer
        division `//`. Count how many are right, and divide with `/`.
    no-mean: = y_true == y_pred
        That is an array with one entry a label: take its mean.
    class-0-lost: = np.mean((y_true == y_pred) & (y_true > 0))
        Right predictions of class 0 are not counted: multiplying labels, or asking whether a label
        is true, loses the 0. Compare with `==`.
    by-ten-classes: = np.sum(y_true == y_pred) / 10
        Divided by the number of classes, not by the number of labels.
    percent-whole: = np.floor(100 * np.mean(y_true == y_pred))
        That is a percentage, cut to a whole number: a share between 0 and 1 is asked for.
    percent-one-decimal: = np.round(100 * np.mean(y_true == y_pred), 1)
        That is a percentage, rounded to one decimal: a share between 0 and 1 is asked for.
    percent-rounded: = np.round(100 * np.mean(y_true == y_pred), 2)
        That is a percentage, rounded: a share between 0 and 1 is asked for, as it is.
    one-minus-number-wrong: = 1 - np.sum(y_true != y_pred)
        1 minus the *number* of wrong predictions: divide by the number of labels first.
    wrong-against-right: = np.sum(y_true != y_pred) / max(np.sum(y_true == y_pred), 1)
        That is wrong against right: divide the right ones by all labels.
    mean-f1: = mean_f1(y_true, y_pred)
        That is the mean of an F1 score over the classes: every label counts once, whatever its
        class.
    reversed: y_true == y_pred -> y_true == y_pred[::-1]
        The predictions are compared in reversed order.
    each-with-each: y_true == y_pred -> y_true[:, None] == y_pred
        Every label is compared with every prediction, a table (n, n): only those of the same row
        belong together.
    not-larger: == -> >=
        A prediction counts as right if it is not larger than the label: compare with `==`.
    differences-cancel: y_true == y_pred -> y_true.astype(float) - y_pred
        The labels are subtracted, and what is too large and too small cancels: compare with `==`.
    by-classes-in-truth: = np.sum(y_true == y_pred) / len(np.unique(y_true))
        Divided by the number of classes that occur in y_true, not by the number of labels.
    by-largest-label: = np.sum(y_true == y_pred) / (int(y_true.max()) + 1)
        Divided by the largest label + 1, the number of classes, not by the number of labels.
    by-sum-of-labels: = np.sum(y_true == y_pred) / max(int(y_true.sum()), 1)
        Divided by the labels' sum: their number is meant, not what they add up to.
    by-one-more: = np.sum(y_true == y_pred) / (len(y_true) + 1)
        Divided by one more than there are labels.
    by-one-less: = np.sum(y_true == y_pred) / (len(y_true) - 1)
        Divided by one less than there are labels: `n - 1` belongs elsewhere.
    by-both-lengths: = np.sum(y_true == y_pred) / (len(y_true) + len(y_pred))
        Divided by the length of both vectors together: each pair of labels counts once.
    labels-multiplied: = np.sum(y_true * y_pred) / len(y_true)
        The labels are multiplied: that grows with the labels, right or wrong. Compare with `==`.
    both-not-zero: = np.mean((y_true > 0) & (y_pred > 0))
        That is the share where neither label is 0, right or not: `&` and `and` ask for yes and no.
        Compare with `==`.
    truth-with-itself: y_true == y_pred -> y_true == y_true
        That is 1 whatever comes in: perhaps the labels are compared with themselves. Compare y_true
        with y_pred.
    prediction-made-yes-or-no: y_true == y_pred -> (y_pred > 0.5) == y_true
        The predictions are turned into 0 and 1 by a threshold, as for two classes: but these *are*
        labels already. Compare with `==`.
    one-place-for-all: y_true == y_pred -> y_true == np.argmax(y_pred)
        Every label is compared with one number, the place of the largest prediction: `argmax` turns
        rows of probabilities into labels, but these *are* labels already.
    error-rate-in-percent: = 100 * np.mean(y_true != y_pred)
        That is the share of *wrong* predictions, in percent: the share of right ones is asked for,
        between 0 and 1.
    number-right-class-0-lost: = np.sum((y_true == y_pred) & (y_true > 0))
        Two things are wrong: right predictions of class 0 are not counted, and the number is not
        divided by the number of labels.
    odds: = np.sum(y_true == y_pred) / max(np.sum(y_true != y_pred), 1)
        That is right against wrong (the odds): divide the right ones by all labels, not by the
        number of mistakes.
    overlap-of-sets: = np.sum(y_true == y_pred) / np.sum(1 + (y_true != y_pred))
        Right predictions are counted against right plus twice the wrong ones (the overlap of two
        sets): divide them by the number of labels.
    mean-over-classes: = np.mean([np.mean(y_pred[y_true == k] == k) for k in np.unique(y_true)])
        That is the mean over the classes of the share that is right in each (balanced accuracy):
        rare classes then weigh as much as frequent ones. Each label counts once.
    mean-over-predictions: = np.mean([np.mean(y_true[y_pred == k] == k) for k in np.unique(y_pred)])
        That is the mean over the *predicted* classes of the share that is right in each
        (precision): each label counts once, whatever its class.
    sorted: y_true == y_pred -> np.sort(y_true) == np.sort(y_pred)
        The labels are sorted before they are compared: that only compares how often each class
        occurs. Compare row by row, in the order given.
    occurs-somewhere: y_true == y_pred -> np.isin(y_pred, y_true)
        That asks whether a predicted label occurs *somewhere* in y_true. Compare the two vectors
        row by row.
    off-by-one-is-right: y_true == y_pred -> distances(y_true, y_pred) <= 1
        A label that is off by one counts as right: labels are names, a 9 is not nearly an 8.
    yes-or-no: y_true == y_pred -> (y_true > 0) == (y_pred > 0)
        Labels are taken for yes and no: all but 0 count as one class. Compare with `==`.
    any: mean -> any
        That is 1 as soon as *any* label is right. Count how many are.
    first-only-counted: = float(y_true[0] == y_pred[0]) / len(y_true)
        Only the first label is counted: does `return` stand inside the loop?
    first-only: = float(y_true[0] == y_pred[0])
        Only the first label is looked at: 1 if it is right, else 0. All must be.
    last-only-counted: = float(y_true[-1] == y_pred[-1]) / len(y_true)
        Only the last label counts: the loop overwrites its count (`=` instead of `+=`), or the
        count starts anew in every turn.
    last-only: = float(y_true[-1] == y_pred[-1])
        Only the last label is looked at: the loop keeps nothing of the earlier ones.
    last-left-out: = np.sum(y_true[:-1] == y_pred[:-1]) / len(y_true)
        The last label is not counted: the loop or slice ends one too early.
    first-left-out: = np.sum(y_true[1:] == y_pred[1:]) / len(y_true)
        The first label is not counted: the loop or slice starts at 1, and Python counts from 0.
    wrong-subtracted: = 2 * np.mean(y_true == y_pred) - 1
        Wrong predictions are subtracted from the right ones: count the right ones only.
    places-of-largest: = float(np.argmax(y_true) == np.argmax(y_pred))
        Only the places of the largest labels are compared: argmax turns rows of probabilities into
        labels, but these *are* labels already.
    means-compared: = 1 - abs(np.mean(y_true) - np.mean(y_pred))
        That compares the means of the labels: labels are names, and their mean says nothing.
    squared-distance: = 1 - np.mean(distances(y_true, y_pred) ** 2)
        That measures how far the labels lie apart, squared, but labels are names: compare with
        `==`.
    distance: = 1 - np.mean(distances(y_true, y_pred))
        That measures how far the labels lie apart, but labels are names: a 9 taken for an 8 is as
        wrong as a 9 taken for a 1. Compare with `==`.
    """,
)


TASK = Task(
    "accuracy",
    points=1,
    taught_in="One step from all images",
    reference=accuracy,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "Which comparison of the two vectors gives one True or False a label?",
        "True counts as 1 and False as 0, so a sum counts the hits.",
        "A mean is a sum divided by the length: the mean of the comparison is what you want.",
    ),
)
