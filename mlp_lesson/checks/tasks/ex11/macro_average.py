"""A mean in which each class that occurs counts the same."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def macro_average(values, support):
    """The mean of the values over the classes with support > 0."""
    return np.mean(values[support > 0])


def cases(rng):
    """No case has its mean by accident: the values differ, and so do the supports."""
    return [
        Case((np.array([0.9, 0.5, 0.7]), np.array([80, 10, 30])), "3 classes"),
        Case((np.array([0.9, 0.0, 0.7, 0.4]), np.array([5, 0, 20, 1])), "a class without samples"),
        Case((np.array([0.0, 0.8, 0.4]), np.array([3, 5, 9])), "a value of 0 that counts"),
        Case((np.array([0.3]), np.array([4])), "one class"),
        Case((np.array([0.2, 0.6, 0.7]), np.array([0, 7, 0])), "only one class occurs"),
        Case((np.array([1, 0, 1]), np.array([7, 2, 3])), "integers"),
        Case((rng.uniform(size=10), rng.integers(0, 4, 10) * 100), "10 classes"),
    ]


SLIPS = slips(
    macro_average,
    """
    weighted: = np.sum(values * support) / np.sum(support)
        Each class is weighted by its support. That is the other average; here each counts the same.
    all-classes: = np.mean(values)
        Classes without samples are averaged in. Leave out those whose support is 0.
    divided-by-all: = np.sum(values[support > 0]) / len(values)
        It is divided by the number of all classes. Divide by the number of those that occur.
    values-of-zero-out: support > 0 -> values > 0
        Classes with the value 0 are left out. The support decides: a class that is always missed
        counts with its 0.
    values-and-support: support > 0 -> (support > 0) & (values > 0)
        Classes with the value 0 are left out, too: a class that is always missed counts with its 0.
    sum: np.mean -> np.sum
        The values are added up. Divide by the number of classes that occur.
    median: np.mean -> np.median
        That is the median, the middle one. The mean is asked for.
    more-than-one: support > 0 -> support > 1
        Classes with a single sample are left out. Leave out only those with none.
    largest-class: = values[np.argmax(support)]
        The value of the most frequent class comes out. Each class that occurs counts the same.
    percent: = 100 * np.mean(values[support > 0])
        It is in percent. The mean of the values as they are is asked for.
    by-samples: = np.sum(values[support > 0]) / np.sum(support)
        The values are divided by the number of samples. Divide by the number of classes that occur.
    mean-of-support: = np.mean(values * support)
        The values are multiplied by the support and averaged. The support only says which classes
        occur.
    above-the-line-all: = np.sum(values) / np.sum(support > 0)
        The values of all classes are added up, and divided by the number of those that occur. Leave
        the others out above the line, too.
    turned-round: = np.mean(values[support == 0] if np.any(support == 0) else values)
        Those classes are averaged that do *not* occur.
    up-to-the-last: = np.mean(values[: np.flatnonzero(support)[-1] + 1])
        Missing classes are left out at the end only. They may stand anywhere.
    up-to-the-first:
    - return np.mean(values[support > 0])
    + there = np.cumsum(support == 0) == 0
    + return np.sum(values[there]) / max(np.sum(there), 1)
        It stops at the first class that does not occur. Go on with those after it (`continue`, not
        `break`).
    class-0-left-out: = np.sum(values[1:][support[1:] > 0]) / max(np.sum(support[1:] > 0), 1)
        Class 0 is left out. It is a class like the others.
    equal-values-once: = np.mean(np.unique(values[support > 0]))
        Equal values are counted once. Each class counts, also if another one has the same value.
    harmonic: = np.sum(support > 0) / np.sum(1 / np.maximum(values[support > 0], 1e-300))
        That is the harmonic mean, as in F1. Here it is the plain one: the sum, divided by how many.
    whole-division: = np.sum(values[support > 0]) // np.sum(support > 0)
        `//` cuts the mean off to a whole number. Divide with `/`.
    not-added: = values * (support > 0) / np.sum(support > 0)
        A vector comes out, what each class brings to the mean. Add its entries up.
    worst: np.mean -> np.min
        The smallest value comes out. The mean is asked for.
    vector: = values * (support > 0)
        A vector comes out. One number is asked for, the mean.
    by-number-of-last: = np.sum(values[support > 0]) / max(np.flatnonzero(support)[-1], 1)
        It is divided by the number of the last class that occurs, counted from 0. Divide by how
        many occur.
    one-too-few: = np.sum(values[support > 0]) / max(np.sum(support > 0) - 1, 1)
        It is divided by one less than the number of classes that occur.
    one-too-many: = np.sum(values[support > 0]) / (np.sum(support > 0) + 1)
        It is divided by one more than the number of classes that occur.
    middle-of-extremes: = (np.max(values[support > 0]) + np.min(values[support > 0])) / 2
        That is half way between the largest and the smallest value. The mean counts all of them.
    geometric: = np.prod(values[support > 0]) ** (1 / np.sum(support > 0))
        That is the geometric mean, a root of a product. Add the values, and divide by how many
        there are.
    root-mean-square: = np.sqrt(np.mean(values[support > 0] ** 2))
        The values are squared first. The mean of the values as they are is asked for.
    best: np.mean -> np.max
        The largest value comes out. The mean is asked for.
    rare-weigh-more:
    - return np.mean(values[support > 0])
    + return np.sum((values / np.maximum(support, 1))[support > 0]) / np.sum(
    +     1 / support[support > 0]
    + )
        Rare classes weigh more. Here each class that occurs counts the same.
    root-weights: = np.sum(values * np.sqrt(support)) / np.sum(np.sqrt(support))
        Each class is weighted by the root of its support. Here each counts the same.
    first-so-many: = np.mean(values[: np.sum(support > 0)])
        It averages as many values as there are classes with samples, but the first ones (are the
        supports sorted, and the values not?). Take those that have the samples.
    last-class-left-out: = np.sum(values[:-1][support[:-1] > 0]) / max(np.sum(support[:-1] > 0), 1)
        The last class is left out. It is a class like the others.
    last-not-added: = np.sum(values[:-1][support[:-1] > 0]) / np.sum(support > 0)
        The last class is missing above the line: does a loop end one too early?
    first-not-added: = np.sum(values[1:][support[1:] > 0]) / np.sum(support > 0)
        The first class is missing above the line: does a loop begin at 1?
    first-one: = values[support > 0][0]
        The value of the first class comes out: does `return` stand in the loop? The mean of all is
        asked for.
    last-one: = values[support > 0][-1]
        The value of the last class comes out. The mean of all that occur is asked for.
    above-the-mean: = np.mean(values[support >= np.mean(support)])
        Classes with few samples are left out. Leave out only those with none.
    rounded: = np.round(np.mean(values[support > 0]), 2)
        The mean is rounded. Leave the rounding to whoever prints it.
    one-for-missing: = np.mean(np.where(support > 0, values, 1))
        A class without samples counts as 1. Leave it out.
    by-largest-support: = np.sum(values[support > 0]) / np.max(support)
        It is divided by the largest support. Divide by the number of classes that occur.
    weighted-not-divided: = np.sum(values * support) / np.sum(support > 0)
        The values are multiplied by the support. It only says which classes occur.
    the-two-most-frequent: = np.mean(values[np.argsort(support)[-2:]])
        Only the two most frequent classes are averaged. All that occur count.
    half-for-missing: = np.mean(np.where(support > 0, values, 0.5))
        A class without samples counts as one half. Leave it out.
    without-class-0: = np.mean(values[1:]) if len(values) > 1 else values[0]
        Class 0 is left out, and classes without samples are averaged in. The support alone decides.
    ten-samples-at-least: = np.mean(values[support >= 10]) if np.any(support >= 10) else 0.0
        Classes with fewer than ten samples are left out. Leave out only those with none.
    supports-sorted-alone: support > 0 -> np.sort(support) > 0
        The supports are sorted, the values are not, so other classes are left out than those
        without samples. Each value keeps its own support.
    values-sorted-alone: values[support > 0] -> np.sort(values)[support > 0]
        The values are sorted, the supports are not: each value keeps its own support.
    """,
)

TASK = Task(
    "macro_average",
    points=1,
    taught_in="One number for ten classes",
    reference=macro_average,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "Each class counts the same. Which classes count at all?",
        "`support > 0` is an array of yes and no. An array can be indexed with it.",
        "Take `values[support > 0]`, and its mean.",
    ),
)
