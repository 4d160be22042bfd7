"""Which class is taken for which: a table of counts."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def confusion_matrix(y_true, y_pred, n_classes):
    """C[i, j] counts the samples of class i that are predicted as class j."""
    C = np.zeros((n_classes, n_classes), dtype=int)
    for truth, prediction in zip(y_true, y_pred, strict=True):
        C[truth, prediction] += 1
    return C


def cases(rng):
    return [
        Case((rng.integers(3, size=12), rng.integers(3, size=12), 3), "12 samples, 3 classes"),
        Case((np.array([0, 1, 1, 2]), np.array([1, 1, 2, 0]), 3), "4 samples, 3 classes"),
        Case((np.array([1]), np.array([0]), 2), "one sample"),
        Case((rng.choice([0, 1, 3], 30), rng.choice([0, 3], 30), 6), "classes that never occur"),
        Case((np.array([0, 1, 0, 1]), np.array([0, 3, 1, 1]), 4), "a class that is only predicted"),
        Case((np.array([2, 0, 1, 2]), np.array([2, 0, 1, 2]), 3), "all right"),
        Case((rng.integers(10, size=500), rng.integers(10, size=500), 10), "500 samples"),
        Case(
            (rng.integers(10, size=50_000), rng.integers(10, size=50_000), 10),
            "50,000 samples",
            speed=True,
        ),
    ]


SLIPS = slips(
    confusion_matrix,
    """
    exchanged: C[truth, prediction] -> C[prediction, truth]
        Rows and columns are exchanged: rows are the truth, columns the prediction.
    counted-once: prediction] += 1 -> prediction] = 1
        Every pair is counted once at most. In a loop over the samples, add with `+= 1`; with whole
        vectors, `C[y_true, y_pred] += 1` adds to a place only once, however often it is named
        (np.add.at does not).
    first-sample-only:
    - C[truth, prediction] += 1
    - return C
    + C[truth, prediction] += 1
    + return C
        Only the first sample is counted: does `return` stand inside the loop?
    occurring-classes-only:
    - return C
    + classes = np.unique([y_true, y_pred])
    + return C[np.ix_(classes, classes)]
        Only the classes that occur get a row. The table is n_classes by n_classes, with zeros for
        the classes that do not.
    size-of-largest-label:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = max(y_true.max(), y_pred.max()) + 1
    + C = np.zeros((k, k), dtype=int)
        The size is taken from the largest label, not from n_classes: a class that is missing from
        these samples must have its row and column of zeros.
    classes-renumbered:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + C = np.zeros((n_classes, n_classes), dtype=int)
    + numbers = np.unique([y_true, y_pred], return_inverse=True)[1]
    + y_true, y_pred = numbers.reshape(2, -1)
        The classes that occur are numbered anew (`return_inverse` of np.unique, or a place in a
        list): where a class is missing, those behind it move up. A label is its row's number.
    from-one: C[truth, prediction] -> C[truth - 1, prediction - 1]
        The labels are counted from 1: class 0 belongs to row 0, not to the last row.
    shares-of-rows: = C / np.maximum(C.sum(axis=1, keepdims=True), 1)
        Each row is divided by its sum: counts are asked for, not shares.
    shares-of-all: = C / len(y_true)
        The table is divided by the number of samples: counts are asked for, not shares.
    diagonal-empty:
    - C[truth, prediction] += 1
    + if truth != prediction:
    +     C[truth, prediction] += 1
        The diagonal is empty: the right predictions must be counted too.
    diagonal-only:
    - C[truth, prediction] += 1
    + if truth == prediction:
    +     C[truth, prediction] += 1
        Only the diagonal is counted: the wrong predictions are what the table is for.
    truth-twice: C[truth, prediction] -> C[truth, truth]
        Both indices are the truth: the column must be the prediction.
    prediction-twice: C[truth, prediction] -> C[prediction, prediction]
        Both indices are the prediction: the row must be the truth.
    size-of-classes-in-truth:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = len(np.unique(y_true))
    + C = np.zeros((k, k), dtype=int)
        The size is the number of classes that occur in y_true, not n_classes: a class that does not
        occur has its row and its column of zeros nevertheless.
    size-of-classes-that-occur:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = len(np.unique([y_true, y_pred]))
    + C = np.zeros((k, k), dtype=int)
        The size is the number of classes that occur, not n_classes: a class that does not occur has
        its row and its column of zeros nevertheless.
    size-of-largest-truth:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = y_true.max() + 1
    + C = np.zeros((k, k), dtype=int)
        The size is taken from the largest label of y_true, not from n_classes: larger labels may be
        predicted, and a class that does not occur has its row of zeros.
    size-of-largest-prediction:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = y_pred.max() + 1
    + C = np.zeros((k, k), dtype=int)
        The size is taken from the largest label of y_pred, not from n_classes: larger labels may be
        true, and a class that does not occur has its row of zeros.
    one-row-more:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = n_classes + 1
    + C = np.zeros((k, k), dtype=int)
        One row and one column too many: labels run from 0 to n_classes - 1.
    one-row-fewer:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = n_classes - 1
    + C = np.zeros((k, k), dtype=int)
        One row and one column too few: labels run from 0 to n_classes - 1, so there are n_classes
        of them.
    both-directions:
    - C[truth, prediction] += 1
    + C[truth, prediction] += 1
    + if truth != prediction:
    +     C[prediction, truth] += 1
        Mistakes are counted in both directions, which makes the table symmetric: a 4 taken for a 9
        is not a 9 taken for a 4.
    both-directions-twice:
    - C[truth, prediction] += 1
    + C[truth, prediction] += 1
    + C[prediction, truth] += 1
        Everything is counted in both directions, the diagonal twice: a 4 taken for a 9 is not a 9
        taken for a 4.
    smaller-label-first: C[truth, prediction] -> C[min(truth, prediction), max(truth, prediction)]
        The smaller label always chooses the row, so both directions of a confusion fall into one
        place: the row is the truth, whichever is smaller.
    shares-of-columns: = C / np.maximum(C.sum(axis=0), 1)
        Each column is divided by its sum: counts are asked for, not shares.
    percent-of-rows: = 100 * C / np.maximum(C.sum(axis=1, keepdims=True), 1)
        Each row is divided by its sum, in percent: counts are asked for, not shares.
    shares-of-empty-rows: = C / C.sum(axis=1, keepdims=True)
        Each row is divided by its sum, which is 0 for a class that does not occur: counts are asked
        for, not shares.
    by-largest-count: = C / C.max()
        The table is divided by its largest count: counts are asked for, not shares.
    ten-classes:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = 10
    + C = np.zeros((k, k), dtype=int)
        Ten classes are built in: the number of rows and columns is n_classes.
    last-class-left-out:
    - C[truth, prediction] += 1
    + if max(truth, prediction) < n_classes - 1:
    +     C[truth, prediction] += 1
        The last class is not counted: the loops over the classes end one too early.
    first-class-left-out:
    - C[truth, prediction] += 1
    + if min(truth, prediction) > 0:
    +     C[truth, prediction] += 1
        The first class is not counted: the loops over the classes start at 1.
    either-counts:
    - C[truth, prediction] += 1
    + C[truth, :] += 1
    + C[:, prediction] += 1
    + C[truth, prediction] -= 1
        It counts the samples that are of class i *or* predicted as j: both must hold.
    not-predicted-as:
    - C[truth, prediction] += 1
    + C[truth, :] += 1
    + C[truth, prediction] -= 1
        It counts the samples of class i that are *not* predicted as j.
    both-directions-no-diagonal:
    - C[truth, prediction] += 1
    + if truth != prediction:
    +     C[truth, prediction] += 1
    +     C[prediction, truth] += 1
        Mistakes are counted in both directions, and the diagonal is empty: a 4 taken for a 9 is not
        a 9 taken for a 4, and right predictions count too.
    truth-ignored: C[truth, prediction] -> C[:, prediction]
        Every row is the same: the truth is not looked at. (`[[0] * n] * n` has that effect too: it
        is one row under n names.)
    prediction-ignored: C[truth, prediction] -> C[truth, :]
        Every column is the same: the prediction is not looked at.
    all-on-the-diagonal:
    - C[truth, prediction] += 1
    + C[truth, truth] += 1
    + if truth != prediction:
    +     C[truth, prediction] += 1
        The diagonal counts all samples of a class: only the right ones belong there.
    diagonal-twice: = C + np.diag(np.diag(C))
        The diagonal is counted twice.
    sorted: zip(y_true, y_pred -> zip(np.sort(y_true), np.sort(y_pred)
        Both vectors are sorted first: the pairs are torn apart. Walk through them together, in the
        order given.
    zero-against-rest:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    + k = 2
    + C = np.zeros((k, k), dtype=int)
    and: C[truth, prediction] -> C[int(truth > 0), int(prediction > 0)]
        Two classes only, 0 and the rest (true and false, positive and negative): the table has a
        row and a column for each of the n_classes.
    diagonal-as-vector: = np.diag(C)
        A vector of right predictions for each class: that is the diagonal only. The table says also
        what the wrong ones were taken for.
    one-long-row: = C.ravel()
        The counts stand in one long row: make a table of them, n_classes by n_classes.
    first-samples-only: zip(y_true, y_pred -> zip(y_true[:n_classes], y_pred[:n_classes]
        Only the first n_classes samples are counted: let the loop run over all samples, not over
        `range(n_classes)`.
    number-of-sample:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    - for truth, prediction in zip(y_true, y_pred, strict=True):
    -     C[truth, prediction] += 1
    - return C
    + C = np.zeros((len(y_true), n_classes), dtype=int)
    + for sample, prediction in enumerate(y_pred):
    +     C[sample, prediction] += 1
    + return C[:n_classes]
        The row is the number of the sample: it must be the sample's class, y_true.
    exchanged-once: C[truth, prediction] += 1 -> C[prediction, truth] = 1
        Rows and columns are exchanged (rows are the truth), and every pair is counted once at most:
        `C[y_pred, y_true] += 1` adds to a place only once, however often it is named.
    last-sample-left-out: zip(y_true, y_pred -> zip(y_true[:-1], y_pred[:-1]
        The last sample is not counted: the loop or slice ends one too early.
    first-sample-left-out: zip(y_true, y_pred -> zip(y_true[1:], y_pred[1:]
        The first sample is not counted: the loop or slice starts at 1, and Python counts from 0.
    last-sample-only:
    - C = np.zeros((n_classes, n_classes), dtype=int)
    - for truth, prediction in zip(y_true, y_pred, strict=True):
    + for truth, prediction in zip(y_true, y_pred, strict=True):
    +     C = np.zeros((n_classes, n_classes), dtype=int)
        Only the last sample is counted: the table is made anew in every turn of the loop.
    starts-from-ones: zeros -> ones
        Counting starts from ones: every place has one too many. Start from zeros.
    """,
)


def without_minlength(y_true, y_pred, n_classes):
    return np.bincount(n_classes * y_true + y_pred).reshape(n_classes, n_classes)


def bins_between_the_labels(y_true, y_pred, n_classes):
    return np.histogram2d(y_true, y_pred, bins=n_classes)[0]


def as_if_independent(y_true, y_pred, n_classes):
    rows, columns = (np.bincount(y, minlength=n_classes) for y in (y_true, y_pred))
    return np.outer(rows, columns)


def one_against_the_rest(y_true, y_pred, n_classes):
    return np.array(
        [confusion_matrix((y_true == k) * 1, (y_pred == k) * 1, 2) for k in range(n_classes)]
    )


OTHERS = [
    Mistake(
        "minlength-missing",
        "Counted only up to the last pair that occurs: where the last class is missing there are "
        "too few counts for the table. See `minlength` of np.bincount.",
        without_minlength,
    ),
    Mistake(
        "bins-between-labels",
        "A histogram lays its bins from the smallest label to the largest that occur, so that "
        "counts move when a class is missing. Say the `range` of the bins, 0 to n_classes.",
        bins_between_the_labels,
    ),
    Mistake(
        "counted-apart",
        "Truths and predictions are counted apart and multiplied, as if they had nothing to do "
        "with each other: count the *pairs* that occur.",
        as_if_independent,
    ),
    Mistake(
        "one-against-rest",
        "A table of two classes for each class, it against the rest: one table is asked for, with "
        "a row and a column for each class.",
        one_against_the_rest,
    ),
]

TASK = Task(
    "confusion_matrix",
    points=2,
    taught_in="Which mistakes are left?",
    reference=confusion_matrix,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="Go through the samples once, not once for each pair of classes.",
    hints=(
        "Start with a table of zeros. Each sample adds 1 to one place in it: which?",
        "Walk through both vectors together; the true label names the row, the predicted one the "
        "column.",
        "A plain loop over the samples is good enough here. If you index with whole vectors, "
        "beware: `+=` then counts a place that is named twice only once.",
    ),
)
