"""Which of two columns of labels is the truth, when only the support is known?"""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def which_is_truth(a, b, counts):
    """1 for a, 2 for b, 3 for both, 0 for neither: whose labels occur as often as counts says."""
    a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    if a_fits and b_fits:
        return 3
    if a_fits:
        return 1
    return 2 if b_fits else 0


def case(a, b, counts, note):
    return Case((np.array(a), np.array(b), np.array(counts)), note)


def cases(rng):
    truth = rng.permutation(np.repeat(np.arange(10), [98, 113, 103, 101, 98, 89, 95, 102, 97, 104]))
    said = np.where(rng.uniform(size=len(truth)) < 0.8, truth, rng.integers(0, 10, len(truth)))
    counts = np.bincount(truth)
    return [
        case([0, 1, 1, 2], [0, 1, 2, 2], [1, 2, 1], "4 samples, a is the truth"),
        case([0, 1, 2, 2], [0, 1, 1, 2], [1, 2, 1], "4 samples, b is the truth"),
        case([0, 1, 1, 2], [1, 0, 2, 1], [1, 2, 1], "both have these counts"),
        case([0, 0, 1, 2], [2, 2, 1, 0], [1, 2, 1], "neither has these counts"),
        case([0, 0, 2, 2], [0, 1, 2, 2], [2, 0, 2], "a class without samples"),
        case([0, 0, 0, 1], [0, 0, 1, 1], [2, 2, 0], "the last class is empty"),
        case([0, 1, 2, 1, 0], [0, 1, 1, 0, 1], [2, 2], "a class that counts does not know"),
        case([0, 1, 1, 2, 2, 2], [2, 2, 2, 2, 1, 0], [3, 2, 1], "the same numbers, other classes"),
        case([1, 1, 1, 0], [0, 1, 0, 1], [3, 1], "two classes, exchanged"),
        case([0, 0, 2, 2], [2, 1, 1, 0], [1, 2, 1], "the same sum of labels"),
        case([0, 0, 1, 2], [2, 0, 1, 0], [1, 2, 1], "the same counts, but others"),
        case([0, 0, 2, 2, 1], [0, 0, 2, 2, 2], [2, 0, 2], "a label more than counts has"),
        case([0, 1, 2, 0, 1, 2], [0, 0, 1, 1, 2, 1], [2, 2, 2], "equal supports"),
        case([0, 1, 2], [2, 0, 2], [1, 1, 2], "fewer labels than counts has samples"),
        case([0, 0, 2], [0, 0, 1], [2, 1, 0], "the same counts, another class empty"),
        case([0, 1], [0, 0], [2, 2], "counts has twice as many of each class"),
        case([0, 0, 0, 0], [1, 0, 1, 0], [1, 1], "counts has half as many of each class"),
        case([2, 0, 1], [0, 1, 1], [1, 2], "a begins with a class that counts does not know"),
        case([1, 2, 2], [0, 1, 1], [1, 2], "in a the classes begin at 1"),
        Case((truth, said, counts), "1,000 samples, a is the truth"),
        Case((said, truth, counts), "1,000 samples, b is the truth"),
    ]


SLIPS = slips(
    which_is_truth,
    """
    exchanged-names: return 1 -> return 2
    and: return 2 if b_fits -> return 1 if b_fits
        1 and 2 are exchanged: the one whose counts fit is the truth.
    never-both:
    - if a_fits and b_fits:
    -     return 3
        Where both fit it decides for a. Then the support cannot tell: answer 3.
    never-both-b:
    - if a_fits and b_fits:
    -     return 3
    - if a_fits:
    -     return 1
    - return 2 if b_fits else 0
    + if b_fits:
    +     return 2
    + return 1 if a_fits else 0
        Where both fit it decides for b. Then the support cannot tell: answer 3.
    never-neither: 2 if b_fits else 0 -> 2
        Where a does not fit it says 2 without looking at b. Perhaps neither fits.
    never-both-never-neither:
    - if a_fits and b_fits:
    -     return 3
    - if a_fits:
    -     return 1
    - return 2 if b_fits else 0
    + return 1 if a_fits else 2
        It looks at a alone. Look at b, too: perhaps both fit, perhaps neither.
    b-alone:
    - if a_fits and b_fits:
    -     return 3
    - if a_fits:
    -     return 1
    - return 2 if b_fits else 0
    + return 2 if b_fits else 1
        It looks at b alone. Look at a, too: perhaps both fit, perhaps neither.
    both-for-neither: return 3 -> return 0
        Where both fit it says 0. Two columns may have the same counts: 3.
    neither-for-both: else 0 -> else 3
        Where neither fits it says 3.
    sorted-counts:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = sorted(np.bincount(a, minlength=len(counts))) == sorted(counts)
    + b_fits = sorted(np.bincount(b, minlength=len(counts))) == sorted(counts)
        The counts are compared without their classes: 3, 2, 1 is not 1, 2, 3. Compare class by
        class.
    no-minlength:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.array_equal(np.bincount(a), counts)
    + b_fits = np.array_equal(np.bincount(b), counts)
        Where the last class is empty the counts come out too short: `np.bincount` needs
        `minlength`.
    classes-that-occur:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.array_equal(np.unique(a, return_counts=True)[1], counts)
    + b_fits = np.array_equal(np.unique(b, return_counts=True)[1], counts)
        Only classes that occur are counted, so an empty class shifts the others. Count all of them,
        with `np.bincount` and `minlength`.
    classes-of-counts-only:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = all(np.sum(a == k) == c for k, c in enumerate(counts))
    + b_fits = all(np.sum(b == k) == c for k, c in enumerate(counts))
        Labels of a class that `counts` does not know are overlooked. Such a column does not fit.
    one-class-enough:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.sum(a == 0) == counts[0]
    + b_fits = np.sum(b == 0) == counts[0]
        Only class 0 is looked at. All classes must fit.
    any-class:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = max(a) < len(counts) and any(np.bincount(a, minlength=len(counts)) == counts)
    + b_fits = max(b) < len(counts) and any(np.bincount(b, minlength=len(counts)) == counts)
        One class whose count is right is enough here. All of them must be right: `all`, not `any`.
    at-least:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = max(a) < len(counts) and all(np.bincount(a, minlength=len(counts)) >= counts)
    + b_fits = max(b) < len(counts) and all(np.bincount(b, minlength=len(counts)) >= counts)
        A class may occur more often than `counts` says. It is to occur just as often: `==`, not
        `>=`.
    last-class-not-compared:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + n = np.bincount(a, minlength=len(counts))
    + a_fits = len(n) == len(counts) and np.array_equal(n[:-1], counts[:-1])
    + n = np.bincount(b, minlength=len(counts))
    + b_fits = len(n) == len(counts) and np.array_equal(n[:-1], counts[:-1])
        The last class is not compared.
    empty-classes-skipped:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = all(np.sum(a == k) == c for k, c in enumerate(counts) if c > 0)
    + b_fits = all(np.sum(b == k) == c for k, c in enumerate(counts) if c > 0)
        Only classes are looked at that have samples by `counts`. A class with the count 0, or with
        none, must not occur.
    which-classes-only:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = set(a) == set(np.flatnonzero(counts))
    + b_fits = set(b) == set(np.flatnonzero(counts))
        It is only compared which classes occur, not how often.
    sum-of-labels:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.sum(a) == np.sum(np.arange(len(counts)) * counts)
    + b_fits = np.sum(b) == np.sum(np.arange(len(counts)) * counts)
        The sums of the labels are compared. Other counts can have the same sum: compare each class.
    labels-from-one:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.array_equal(np.bincount(a, minlength=len(counts) + 1)[1:], counts)
    + b_fits = np.array_equal(np.bincount(b, minlength=len(counts) + 1)[1:], counts)
        The classes are counted from 1. `counts[0]` is the count of label 0.
    three-classes:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.array_equal(np.bincount(a, minlength=3), counts[:3])
    + b_fits = np.array_equal(np.bincount(b, minlength=3), counts[:3])
        It takes three classes, as in the example. There are as many as `counts` has entries.
    nearer:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + off_a = np.abs(np.bincount(a, minlength=10) - np.pad(counts, (0, 10 - len(counts)))).sum()
    + off_b = np.abs(np.bincount(b, minlength=10) - np.pad(counts, (0, 10 - len(counts)))).sum()
    + a_fits, b_fits = off_a <= off_b, off_b <= off_a
        The column that is nearer to `counts` is named. Perhaps none fits, and to fit means equal.
    with-each-other: if a_fits and b_fits -> if np.array_equal(np.sort(a), np.sort(b))
        It says 3 where the columns have the same counts as each other. Both must have those of
        `counts`.
    number-of-samples:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = len(a) == np.sum(counts)
    + b_fits = len(b) == np.sum(counts)
        Only the number of all samples is compared, which is the same for both. Compare each class.
    nearer-but-not-equally:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + off_a = np.abs(np.bincount(a, minlength=10) - np.pad(counts, (0, 10 - len(counts)))).sum()
    + off_b = np.abs(np.bincount(b, minlength=10) - np.pad(counts, (0, 10 - len(counts)))).sum()
    + a_fits, b_fits = off_a < off_b or off_a == off_b == 0, off_b < off_a or off_a == off_b == 0
        Where none fits, the column that is nearer to `counts` is named. Then the answer is 0: to
        fit means equal.
    number-of-fits:
    - if a_fits and b_fits:
    -     return 3
    - if a_fits:
    -     return 1
    - return 2 if b_fits else 0
    + return int(a_fits) + int(b_fits)
        It says how many columns fit. Which one is asked: 1 for a, 2 for b, 3 for both.
    three-for-none:
    - if a_fits and b_fits:
    -     return 3
    - if a_fits:
    -     return 1
    - return 2 if b_fits else 0
    + if a_fits and b_fits:
    +     return 0
    + if a_fits:
    +     return 1
    + return 2 if b_fits else 3
        0 and 3 are exchanged: 3 where both fit, 0 where none does.
    three-for-either: if a_fits and b_fits -> if a_fits or b_fits
        It says 3 as soon as one of the two fits. Both must: `and`.
    missing-classes-skipped:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = all(k < len(counts) and counts[k] == np.sum(a == k) for k in set(a))
    + b_fits = all(k < len(counts) and counts[k] == np.sum(b == k) for k in set(b))
        Only classes that occur in the column are looked at. One that has samples by `counts` and is
        missing there speaks against it.
    within-one:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = (
    +     np.bincount(a).size <= len(counts)
    +     and np.abs(np.bincount(a, minlength=len(counts)) - counts).max() <= 1
    + )
    + b_fits = (
    +     np.bincount(b).size <= len(counts)
    +     and np.abs(np.bincount(b, minlength=len(counts)) - counts).max() <= 1
    + )
        Counts that differ by one are taken for equal. They must be equal.
    most-frequent-only:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.bincount(a).argmax() == counts.argmax()
    + b_fits = np.bincount(b).argmax() == counts.argmax()
        Only the most frequent class is compared. Compare every class.
    largest-count-only:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.bincount(a).max() == counts.max()
    + b_fits = np.bincount(b).max() == counts.max()
        Only the largest count is compared. Compare every class.
    at-most:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = max(a) < len(counts) and all(np.bincount(a, minlength=len(counts)) <= counts)
    + b_fits = max(b) < len(counts) and all(np.bincount(b, minlength=len(counts)) <= counts)
        A class may occur less often than `counts` says. It is to occur just as often: `==`, not
        `<=`.
    classes-without-samples-out:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = np.array_equal(np.unique(a, return_counts=True)[1], counts[counts > 0])
    + b_fits = np.array_equal(np.unique(b, return_counts=True)[1], counts[counts > 0])
        The counts are compared without those that are 0, so it is not seen which class has which.
        Compare class by class.
    b-turned: return 2 if b_fits else 0 -> return 2 if not b_fits else 0
        Where a does not fit, 2 and 0 are exchanged: 2 if b fits.
    shares-only:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + share = np.pad(counts, (0, 10 - len(counts))) / np.sum(counts)
    + a_fits = np.allclose(np.bincount(a, minlength=10) / len(a), share)
    + b_fits = np.allclose(np.bincount(b, minlength=10) / len(b), share)
        The *shares* of the classes are compared. With half or twice as many of each class they are
        the same, but the counts are not: compare the counts themselves.
    order-of-counts:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + order = np.argsort(-np.pad(counts, (0, 10 - len(counts))), kind="stable").tolist()
    + a_fits = np.argsort(-np.bincount(a, minlength=10), kind="stable").tolist() == order
    + b_fits = np.argsort(-np.bincount(b, minlength=10), kind="stable").tolist() == order
        Only the order of the classes by their counts is compared, not the counts.
    zip-ends-early:
    - a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    - b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    + a_fits = all(n == c for n, c in zip(np.bincount(a), counts))
    + b_fits = all(n == c for n, c in zip(np.bincount(b), counts))
        `zip` ends with the shorter of the two, so what the longer one has beyond it is not
        compared: classes that are missing in the column, or that `counts` does not know.
    b-never-fits: np.array_equal(np.bincount(b, minlength=len(counts)), counts) -> False
        Column b is never found to fit. Do you count the labels of b itself, and is `counts` still
        what it was by then?
    none-ever-fits: np.array_equal(np.bincount(a, minlength=len(counts)), counts) -> False
    and: np.array_equal(np.bincount(b, minlength=len(counts)), counts) -> False
        It always says 0: no column is ever found to fit. Print what you compare, for the first
        example.
    """,
)


def counts_used_up(a, b, counts):
    left = counts.copy()

    def fits(labels):
        for label in labels:
            if label >= len(left):
                return False
            left[label] -= 1
        return not left.any()

    return fits(a) + 2 * fits(b)


OTHERS = [
    Mistake(
        "counts-used-up",
        "What column a has taken off the counts is missing when b is looked at. Begin anew with "
        "`counts` for each column.",
        counts_used_up,
    ),
]

TASK = Task(
    "which_is_truth",
    points=2,
    taught_in="Spot the error",
    reference=which_is_truth,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "The support counts the truth. How often does each class occur in a, how often in b?",
        "`np.bincount(a, minlength=len(counts))` counts them. Four things can come out of the two "
        "comparisons.",
        "Compare with `np.array_equal`, which is False where the lengths differ. First ask whether "
        "both fit, then a, then b.",
    ),
)
