"""A table for each class, made from a confusion matrix that lies on its side."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def class_report(scores, y):
    """Precision, recall, F1 and support of each class.

    scores is (n, k), the outputs of a network, the largest decides; y is (n,), the true classes.
    Precision: of what is called c, the share that is c. Recall: of what is c, the share that is
    called c. Support: how many rows are c. Returns four arrays (k,); a share of nothing is 0.
    """
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def cases(rng):
    def rows(n, k, leaning):
        """Scores that lean towards the first classes, or away from them."""
        y = rng.integers(0, k, n)
        y[:k] = np.arange(k)
        scores = rng.normal(0, 1, (n, k)) + 1.5 * np.eye(k)[y]
        return scores + leaning * np.linspace(1, -1, k), y

    X, y = rows(12, 3, 0)
    return [
        Case(rows(20, 3, 1.0), "3 classes"),
        Case(rows(30, 2, -0.7), "2 classes"),
        Case((X - 9 * np.eye(3)[2], y), "a class that is never called"),
        Case((rows(15, 4, 0.5)[0], rng.integers(0, 3, 15)), "a class that never occurs"),
        Case((np.eye(4)[[1, 3, 0, 2]], np.array([1, 3, 0, 2])), "all right"),
        Case(rows(200, 6, 0.8), "200 rows"),
        Case((rows(12, 3, 0)[0], 2 * rng.integers(0, 2, 12)), "a class in the middle never occurs"),
    ]


SLIPS = slips(
    class_report,
    """
    report-swapped: cm = confusion(y, predicted) -> cm = confusion(predicted, y)
        The test set has 40, 30, 20 and 10 rows of the four classes. The column of supports says
        63, 16, 14 and 7. The accuracy is as it should be, and so is F1. Of what are there 63 in the
        first class?
    support-still-swapped: cm = confusion(y, predicted) -> cm = confusion(predicted, y)
    and: return precision, recall -> return recall, precision
        The support still counts how often each class is called: precision and recall were not the
        only ones to be exchanged.
    results-still-swapped: cm = confusion(y, predicted) -> cm = confusion(predicted, y)
    and: f1, support -> f1, called
        Precision and recall still have each other's values: they come from the same matrix as the
        support.
    truth-twice: cm = confusion(y, predicted) -> cm = confusion(y, y)
        The truth is compared with the truth: all is 1, whatever the network says.
    predicted-twice: cm = confusion(y, predicted) -> cm = confusion(predicted, predicted)
        The predictions are compared with themselves: all is 1, whatever the truth is.
    columns-for-both: np.maximum(support, 1) -> np.maximum(called, 1)
        Recall is divided by what is called c now, so it is the precision once more.
    rows-for-both: np.maximum(called, 1) -> np.maximum(support, 1)
        Precision is divided by what is c now, so it is the recall once more.
    smallest-decides: scores.argmax(axis=1) -> scores.argmin(axis=1)
        The smallest output decides now: the largest did, and that was right.
    mistakes-below: np.maximum(support, 1) -> np.maximum(support - hits, 1)
        Recall is hits over misses now: divide by hits and misses together.
    overwritten: cm[y_true[i], y_pred[i]] += 1 -> cm[y_true[i], y_pred[i]] = 1
        The matrix no longer counts: an entry is 1 however many rows belong there.
    first-row-skipped: in range(len(y_true)) -> in range(1, len(y_true))
        The first row is not counted any more.
    f1-mean: f1 = 2 * hits / np.maximum(support + called, 1) -> f1 = (precision + recall) / 2
        F1 was right: it is the harmonic mean, which does not care which of the two is which. It is
        the plain mean now.
    f1-halved: f1 = 2 * hits -> f1 = hits
        F1 was right, with its 2.
    shares: cm = confusion(y, predicted) -> cm = confusion(y, predicted) / len(y)
        The matrix holds shares now, so the support is no count, and the 1 that keeps from dividing
        by 0 is too large.
    support-of-hits: f1, support -> f1, hits
        What is returned last are the hits, not the supports.
    support-sorted: f1, support -> f1, np.sort(support)
        The supports are sorted by size: each belongs to its class.
    called-never-counted: called = cm.sum(axis=1), cm.sum(axis=0) -> called = 2 * [cm.sum(axis=1)]
        The support is right now. But what is called c has the same counts, those of the truth, so
        precision is the recall once more, and F1 with them.
    recall-of-all: np.maximum(support, 1) -> len(y)
        Recall is divided by the number of all rows. Of what *is* c: divide by the rows of class c.
    one-added: np.maximum(called, 1) -> (called + 1)
    and: np.maximum(support, 1) -> (support + 1)
        1 is added to every count below the line. It is there for a count of 0 alone, as it was.
    sorted: cm = confusion(y, predicted) -> cm = confusion(np.sort(y), np.sort(predicted))
        Truths and answers are sorted apart, so a row's answer meets another row's truth.
    made-symmetric:
    - cm = confusion(y, predicted)
    + cm = (confusion(predicted, y) + confusion(y, predicted)) // 2
        The matrix is averaged with its mirror image, so rows and columns hold a mixture of truth
        and prediction. Rows are the truth, columns what was called.
    mirror-added:
    - cm = confusion(y, predicted)
    + cm = confusion(predicted, y) + confusion(y, predicted)
        The mirror image is added to the matrix, so rows and columns hold a mixture of truth and
        prediction. Rows are the truth, columns what was called.
    rows-for-called: cm = confusion(y, predicted) -> cm = confusion(predicted, y)
    and: called = cm.sum(axis=1), cm.sum(axis=0) -> called = cm.sum(axis=1), cm.sum(axis=1)
        What is called c is counted right now, along the rows of this matrix. But the support is the
        same counts: it stands in the columns here.
    support-too-short: f1, support -> f1, np.bincount(y)
        `np.bincount(y)` ends at the largest class that occurs. With `minlength=k` each class has
        its entry; but `support` was right once the matrix is.
    shares-of-support: f1, support -> f1, support / len(y)
        The supports are shares now. How many rows are c is asked for, as it was.
    nothing-is-nan:
    - precision = hits / np.maximum(called, 1)
    - recall = hits / np.maximum(support, 1)
    + precision = np.where(called > 0, hits / np.maximum(called, 1), np.nan)
    + recall = np.where(support > 0, hits / np.maximum(support, 1), np.nan)
        A class that is never called, or never occurs, gets nan: the guards against 0/0 have gone. A
        share of nothing is 0, as it was.
    nothing-called-is-nan:
    - precision = hits / np.maximum(called, 1)
    + precision = np.where(called > 0, hits / np.maximum(called, 1), np.nan)
        A class that is never called gets nan in precision: a share of nothing is 0, as it was.
    nothing-there-is-nan:
    - recall = hits / np.maximum(support, 1)
    + recall = np.where(support > 0, hits / np.maximum(support, 1), np.nan)
        A class that never occurs gets nan in recall: a share of nothing is 0, as it was.
    nothing-is-one:
    - precision = hits / np.maximum(called, 1)
    - recall = hits / np.maximum(support, 1)
    + precision = np.where(called > 0, hits / np.maximum(called, 1), 1.0)
    + recall = np.where(support > 0, hits / np.maximum(support, 1), 1.0)
        A share of nothing is 1 now. It is 0, as it was.
    precision-of-all: hits / np.maximum(called, 1) -> hits / len(y)
        Precision is divided by the number of all rows. Of what was *called* c: divide by that.
    f1-product: f1 = 2 * hits / np.maximum(support + called, 1) -> f1 = precision * recall
        F1 was right: it is the product now, without the division by the mean.
    f1-zero-division:
    - f1 = 2 * hits / np.maximum(support + called, 1)
    + f1 = 2 * precision * recall / (precision + recall)
        F1 is nan where precision and recall are both 0. It was right, and 0 there.
    whole-shares:
    - precision = hits / np.maximum(called, 1)
    + precision = hits // np.maximum(called, 1)
    and: recall = hits / np.maximum(support, 1) -> recall = hits // np.maximum(support, 1)
        Precision and recall are cut to whole numbers: divide with `/`, as it was.
    support-of-those-that-occur: f1, support -> f1, np.unique(y, return_counts=True)[1]
        `np.unique` leaves out the classes that do not occur, so the supports are too few. `support`
        was right once the matrix is.
    first-positive-decides: scores.argmax(axis=1) -> (scores > 0).argmax(axis=1)
        The first output above 0 decides now: the largest did, and that was right.
    first-above-half-decides: scores.argmax(axis=1) -> (scores > 0.5).argmax(axis=1)
        The first output above 0.5 decides now: the largest did, and that was right.
    size-decides: scores.argmax(axis=1) -> np.abs(scores).argmax(axis=1)
        The output that is largest without its sign decides now: the largest did, and that was
        right.
    last-but-one-decides: scores.argmax(axis=1) -> scores.argsort(axis=1)[:, -2]
        The second largest output decides now: the largest did, and that was right.
    whole-outputs-decide: scores.argmax(axis=1) -> scores.astype(int).argmax(axis=1)
        The outputs are cut to whole numbers before the largest decides: as they were they were
        right.
    """,
)

TASK = Task(
    "class_report",
    points=2,
    handed_out="report-swapped",
    lesson="11",
    taught_in="Spot the error",
    reference=class_report,
    cases=cases,
    mistakes=SLIPS,
    parts=("precision", "recall", "f1", "support"),
    hints=(
        "`np.bincount(y)` counts the rows of each class. Does the support? What else could it be "
        "the counts of?",
        "Take three rows: the truth 0, 0, 1, the predictions 0, 1, 1. Write the matrix down by "
        "hand, rows the truth, and print the program's.",
        "The functions are right, and so are the sums below them. What is left is how they are "
        "called: arguments by position fit whatever they are.",
    ),
)
