"""How sure is a prediction of each class, and how much of the class is found?"""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def precision_recall_f1(cm):
    """p = hits / column sums; r = hits / row sums; F1 = 2 hits / (column sums + row sums)."""
    hits = np.diag(cm)
    predicted, true = cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.maximum(predicted, 1)
    r = hits / np.maximum(true, 1)
    f1 = 2 * hits / np.maximum(predicted + true, 1)
    return p, r, f1


def cases(rng):
    return [
        Case((np.array([[5, 3, 1], [1, 8, 0], [2, 4, 16]]),), "3 classes"),
        Case((np.array([[90, 10], [4, 6]]),), "2 classes"),
        Case((np.array([[3, 2, 0], [1, 4, 0], [2, 1, 0]]),), "a class that is never predicted"),
        Case((np.array([[3, 2, 1], [0, 0, 0], [2, 1, 7]]),), "a class that never occurs"),
        Case((np.array([[3, 0, 0], [0, 0, 0], [0, 0, 7]]),), "a class that is in neither"),
        Case((np.array([[0, 4], [6, 0]]),), "nothing right"),
        Case((np.diag([3, 8, 2, 9]),), "all right"),
        Case((rng.integers(0, 200, (10, 10)),), "10 classes"),
        Case((np.array([[30.0, 4.0], [2.0, 11.0]]),), "counts as floats"),
        Case((np.array([[1, 2, 0], [0, 1, 0], [0, 3, 4]]),), "a class with one sample"),
    ]


SLIPS = slips(
    precision_recall_f1,
    """
    exchanged: = r, p, f1
        Precision and recall are exchanged: precision belongs to a column (all that was *called* k),
        recall to a row (all that *is* k).
    rows-for-both: np.maximum(predicted, 1) -> np.maximum(true, 1)
        Both are divided by the sums of the rows. What was called k stands in *column* k.
    columns-for-both: np.maximum(true, 1) -> np.maximum(predicted, 1)
        Both are divided by the sums of the columns. What truly is k stands in *row* k.
    f1-plain-mean: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = (p + r) / 2
        F1 is the plain mean of the two. It is the harmonic one, nearer to the smaller: 2pr/(p + r).
    f1-without-two: f1 = 2 * hits -> f1 = hits
        F1 is half as large as it should be: the 2 is missing. With p = r = 1 it must be 1.
    f1-product: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = p * r
        F1 is the product of the two; divide by their mean as well: 2pr/(p + r).
    f1-geometric: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = np.sqrt(p * r)
        F1 is the geometric mean of the two. It is the harmonic one: 2pr/(p + r).
    f1-smaller: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = np.minimum(p, r)
        F1 is the smaller of the two. It lies between them: 2pr/(p + r).
    shares-of-all:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    + p = hits / cm.sum()
    + r = hits / cm.sum()
        The hits are divided by all samples. Precision asks about what was called k, recall about
        what is k.
    accuracy-for-recall: r = hits / np.maximum(true, 1) -> r = hits.sum() / cm.sum() + 0 * hits
        The recall is the accuracy, the same for each class. Take the hits of k and the sum of its
        row.
    zero-division: np.maximum(predicted, 1) -> predicted
    and: np.maximum(true, 1) -> true
    and: np.maximum(predicted + true, 1) -> (predicted + true)
        A class that is never predicted, or never occurs, gets 0/0, which is nan. Give it 0.
    f1-zero-division: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = 2 * p * r / (p + r)
        F1 is nan where precision and recall are both 0. It is 0 there.
    one-for-empty:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    + p = np.where(predicted > 0, hits / np.maximum(predicted, 1), 1.0)
    + r = np.where(true > 0, hits / np.maximum(true, 1), 1.0)
        A class that is never predicted, or never occurs, gets 1. The text asks for 0.
    one-for-empty-f1-too:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + p = np.where(predicted > 0, hits / np.maximum(predicted, 1), 1.0)
    + r = np.where(true > 0, hits / np.maximum(true, 1), 1.0)
    + f1 = np.where(predicted + true > 0, 2 * hits / np.maximum(predicted + true, 1), 1.0)
        A share of nothing comes out as 1, in F1 as well. The text asks for 0.
    specificity:
    - r = hits / np.maximum(true, 1)
    + others = cm.sum() - true
    + r = (others - predicted + hits) / np.maximum(others, 1)
        The recall is the share of the *others* that were not called k, the specificity. It asks
        about what is k: row k alone.
    other-diagonal: np.diag(cm) -> np.diag(np.fliplr(cm))
        The hits are taken from the other diagonal. They stand where row and column have the same
        number.
    one-added-below: np.maximum(predicted, 1) -> (predicted + 1)
    and: np.maximum(true, 1) -> (true + 1)
    and: np.maximum(predicted + true, 1) -> (predicted + true + 1)
        1 is added below the line, so all shares are too small. Only a sum of 0 needs another number
        there.
    one-empty-all-zero:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + p = hits / np.maximum(predicted, 1) * np.all(predicted > 0)
    + r = hits / np.maximum(true, 1) * np.all(true > 0)
    + f1 = 2 * hits / np.maximum(predicted + true, 1) * np.all(predicted + true > 0)
        One class that divides by 0 makes the figures of all classes 0. Decide for each class by
        itself.
    means-over-classes: = p.mean(), r.mean(), f1.mean()
        The means over the classes come out. One number for each class is asked for.
    mistakes-of-the-column:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    + p = hits / np.maximum(predicted - hits, 1) * (predicted > hits)
    + r = hits / np.maximum(true - hits, 1) * (true > hits)
        The hits are divided by the mistakes, so shares above 1 come out. Divide by hits and
        mistakes together: the whole column, the whole row.
    mistakes-not-hits: hits = np.diag(cm) -> hits = cm.sum(axis=0) - np.diag(cm)
        It is the mistakes that are divided. The right ones stand on the diagonal.
    percent: = 100 * p, 100 * r, 100 * f1
        All is in percent: shares between 0 and 1 are asked for.
    rounded: = p.round(2), r.round(2), f1.round(2)
        All is rounded. Leave the rounding to whoever prints it.
    whole-numbers: = p.astype(int), r.astype(int), f1.astype(int)
        All is cut off to whole numbers: divide with `/`, into an array of floats.
    type-of-the-counts: = p.astype(cm.dtype), r.astype(cm.dtype), f1.astype(cm.dtype)
        The results stand in arrays of the type of cm. Where it holds integers, all shares below 1
        are cut off to 0: make arrays of floats.
    f1-exchanged-place: = f1, p, r
        The order is p, r, f1.
    small-number-below: np.maximum(predicted, 1) -> (predicted + 1e-3)
    and: np.maximum(true, 1) -> (true + 1e-3)
        A small number is added below, so all shares come out a little too small. Ask for the 0
        instead, with `np.maximum(sums, 1)` or `np.where`.
    two-classes-only: hits = np.diag(cm) -> hits = np.diag(cm) * (np.arange(len(cm)) < 2)
        Only the first two classes are computed, the others stay 0: let the loop run over all of
        them, `len(cm)`.
    last-class-left: hits = np.diag(cm) -> hits = np.diag(cm) * (np.arange(len(cm)) < len(cm) - 1)
        The last class stays 0: does a loop end one too early?
    first-class-left: hits = np.diag(cm) -> hits = np.diag(cm) * (np.arange(len(cm)) > 0)
        The first class stays 0: does a loop begin at 1?
    hits-once-below: np.maximum(predicted + true, 1) -> np.maximum(predicted + true - hits, 1)
        In F1 the hits are counted once below the line. They are in the column and in the row:
        twice, as above it.
    hits-of-union:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = hits / np.maximum(predicted + true - hits, 1)
        F1 is hits over (hits + misses + false alarms) here. Above and below, the hits count twice.
    f1-without-hits: np.maximum(predicted + true, 1) -> np.maximum(predicted + true - 2 * hits, 1)
        In F1 the hits are missing below the line: twice the hits, the misses and the false alarms.
    f1-root-of-product: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = 2 * p * r
        F1 is twice the product. It is divided by the sum of precision and recall as well.
    f1-sum: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = p + r
        F1 is the sum of the two. It is their harmonic mean: 2pr/(p + r).
    f1-larger: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = np.maximum(p, r)
        F1 is the larger of the two. It lies between them: 2pr/(p + r).
    f1-of-means:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = 0 * p + 2 * hits.sum() / (2 * cm.sum())
        F1 is the same for all classes, the accuracy. Take the hits, the row and the column of each
        class.
    f1-squared-mean:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = np.sqrt((p**2 + r**2) / 2)
        F1 is the root of the mean square. It is the harmonic mean, 2pr/(p + r).
    f1-four: f1 = 2 * hits -> f1 = 4 * hits
        F1 is twice too large. With p = r = 1 it must be 1.
    f1-beta-two:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = 5 * hits / np.maximum(predicted + 4 * true, 1)
        That is F2, which weighs recall more. In F1 both count the same: 2pr/(p + r).
    precision-of-all: p = hits / np.maximum(predicted, 1) -> p = hits / cm.sum()
        Precision is divided by all samples. Of what was called k: divide by the sum of column k.
    one-number-for-all:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + p = r = f1 = hits.sum() / cm.sum() + 0 * hits
        All three are the accuracy, the same for each class. Each class has its own row and column.
    wrong-shares: = 1 - p, 1 - r, 1 - f1
        These are shares of mistakes, 1 minus what is asked for: hits stand above the line.
    accuracy-of-the-class:
    - r = hits / np.maximum(true, 1)
    + r = (cm.sum() - predicted - true + 2 * hits) / cm.sum()
        The recall counts what is rightly *not* called k as well: that is the accuracy of "k or
        not". Row k alone is asked.
    f1-of-the-means:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = 2 * p.mean() * r.mean() / (p.mean() + r.mean() + 1e-300) + 0 * p
        F1 is made of the means of precision and recall, the same for each class. Take the p and r
        of each class.
    first-column-as-hits: hits = np.diag(cm) -> hits = cm[:, 0]
        The hits are taken from the first column. They stand where row and column have the same
        number: row k, column k.
    first-row-as-hits: hits = np.diag(cm) -> hits = cm[0]
        The hits are taken from the first row. They stand where row and column have the same number:
        row k, column k.
    largest-of-row: hits = np.diag(cm) -> hits = cm.max(axis=1)
        The largest number of each row is taken for the hits. They stand on the diagonal, however
        large they are.
    largest-of-column: hits = np.diag(cm) -> hits = cm.max(axis=0)
        The largest number of each column is taken for the hits. They stand on the diagonal, however
        large they are.
    two-at-least: np.maximum(predicted, 1) -> np.maximum(predicted, 2)
    and: np.maximum(true, 1) -> np.maximum(true, 2)
        A class with a single sample, or called once, is divided by 2. Only a sum of 0 needs another
        number below the line.
    perfect-gets-zero:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + some = (predicted > hits) & (true > hits)
    + p = some * hits / np.maximum(predicted, 1)
    + r = some * hits / np.maximum(true, 1)
    + f1 = 2 * some * hits / np.maximum(predicted + true, 1)
        A class gets 0 as soon as it has no wrong calls, or no misses: an `if` asks for too much.
        Only where the whole column, or the whole row, is 0 there is a share of nothing.
    perfect-gets-zero-each:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    + p = (predicted > hits) * hits / np.maximum(predicted, 1)
    + r = (true > hits) * hits / np.maximum(true, 1)
        A class without wrong calls gets the precision 0, one without misses the recall 0. Only
        where the whole column, or the whole row, is 0 there is a share of nothing.
    all-right-gets-zero:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + some = (predicted > hits) | (true > hits)
    + p = some * hits / np.maximum(predicted, 1)
    + r = some * hits / np.maximum(true, 1)
    + f1 = 2 * some * hits / np.maximum(predicted + true, 1)
        A class that is all right, without wrong calls or misses, gets 0: it has 1. Only where the
        whole column, or the whole row, is 0 there is a share of nothing.
    zero-division-everywhere: np.maximum(predicted, 1) -> predicted
    and: np.maximum(true, 1) -> true
    and: 2 * hits / np.maximum(predicted + true, 1) -> 2 * p * r / (p + r)
        0/0 is nan, and stays so even where the warning is switched off: in precision, in recall,
        and in F1 where both are 0. The text asks for 0.
    zero-division-in-p: np.maximum(predicted, 1) -> predicted
        A class that is never predicted gets 0/0 in the precision, which is nan. Give it 0.
    zero-division-in-r: np.maximum(true, 1) -> true
        A class that never occurs gets 0/0 in the recall, which is nan. Give it 0.
    precision-of-rates:
    - p = hits / np.maximum(predicted, 1)
    + rates = cm / np.maximum(true, 1)[:, None]
    + p = np.diag(rates) / np.where(rates.any(axis=0), rates.sum(axis=0), 1)
        The rows are divided by their sums first, and precision is made of the columns of these
        rates. Take the columns of the counts: a large class has more calls.
    recall-of-rates:
    - r = hits / np.maximum(true, 1)
    + rates = cm / np.maximum(predicted, 1)
    + r = np.diag(rates) / np.where(rates.any(axis=1), rates.sum(axis=1), 1)
        The columns are divided by their sums first, and recall is made of the rows of these shares.
        Take the rows of the counts.
    empty-either-gets-zero:
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + f1 = (predicted > hits) * (true > hits) * 2 * hits / np.maximum(predicted + true, 1)
        F1 is 0 for a class without wrong calls, or without misses. Only where there are no hits it
        is 0.
    false-alarms-below: np.maximum(predicted, 1) -> np.maximum(predicted - hits, 1)
        The hits are divided by the false alarms alone. Divide by all that was called k, the hits
        among them: the whole column.
    misses-below: np.maximum(true, 1) -> np.maximum(true - hits, 1)
        The hits are divided by the misses alone. Divide by all that is k, the hits among them: the
        whole row.
    f1-without-misses: np.maximum(predicted + true, 1) -> np.maximum(predicted + hits, 1)
        In F1 the misses are missing below the line: it is the column and the row.
    f1-without-false-alarms: np.maximum(predicted + true, 1) -> np.maximum(true + hits, 1)
        In F1 the false alarms are missing below the line: it is the column and the row.
    f1-is-precision: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = p
        F1 is the precision once more. The recall belongs into it, too: 2pr/(p + r).
    f1-is-recall: f1 = 2 * hits / np.maximum(predicted + true, 1) -> f1 = r
        F1 is the recall once more. The precision belongs into it, too: 2pr/(p + r).
    single-hit-gets-zero:
    - p = hits / np.maximum(predicted, 1)
    - r = hits / np.maximum(true, 1)
    - f1 = 2 * hits / np.maximum(predicted + true, 1)
    + some = hits > 1
    + p = some * hits / np.maximum(predicted, 1)
    + r = some * hits / np.maximum(true, 1)
    + f1 = 2 * some * hits / np.maximum(predicted + true, 1)
        A class with a single hit gets 0: only a sum of 0 below the line does.
    """,
)


def an_entry_each(args, value):
    """False where vectors came back that have fewer entries than there are classes."""
    vectors = [v for v in value if np.ndim(v) == 1] if isinstance(value, list | tuple) else []
    return all(len(v) >= len(args[0]) for v in vectors)


def nothing_added_below(args, value):
    """False where each class has hits / (sum + the same small number) in precision and recall."""
    cm = args[0]
    hits, said = np.diag(cm), list(value)[:2] if isinstance(value, list | tuple) else []
    there = hits > 0
    if len(said) < 2 or any(np.shape(v) != hits.shape for v in said) or there.sum() < 2:
        return True
    with np.errstate(all="ignore"):
        added = [hits[there] / v[there] - cm.sum(axis=axis)[there] for axis, v in enumerate(said)]
    added = np.concatenate(added)
    return not (1e-8 < added[0] < 2 and np.allclose(added, added[0], rtol=1e-4))


ADDED = Invariant(
    "number-below",
    "A number is added below the line, which makes all shares a little too small. Only a sum of 0 "
    "needs another one there: `np.maximum(sums, 1)`, or `np.where`.",
    nothing_added_below,
)

LEFT_OUT = Invariant(
    "classes-left-out",
    "There are fewer entries than classes: some are left out, such as those without hits. Each "
    "class has its entry, 0 perhaps.",
    an_entry_each,
)

TASK = Task(
    "precision_recall_f1",
    points=3,
    taught_in="Two questions for each class",
    reference=precision_recall_f1,
    cases=cases,
    mistakes=SLIPS,
    invariants=[LEFT_OUT, ADDED],
    parts=("p", "r", "f1"),
    hints=(
        "The hits stand on the diagonal, `np.diag(cm)`. What is called k stands in column k, what "
        "is k in row k.",
        "`cm.sum(axis=0)` gives the sums of the columns: it adds along the rows' direction, "
        "downwards. Which of the two does precision want?",
        "Whole counts are 0 or at least 1, so `np.maximum(sums, 1)` below the line changes nothing "
        "but 0/0. F1 is 2 hits over the column's and the row's sum together.",
    ),
)
