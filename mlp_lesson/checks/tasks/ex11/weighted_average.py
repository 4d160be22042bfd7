"""A mean in which each class counts as often as it occurs."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def weighted_average(values, support):
    """Σ values · support / Σ support."""
    return np.sum(values * support) / np.sum(support)


def cases(rng):
    return [
        Case((np.array([0.9, 0.5, 0.7]), np.array([80, 10, 30])), "3 classes"),
        Case((np.array([0.9, 0.3, 0.7, 0.4]), np.array([5, 0, 20, 1])), "a class without samples"),
        Case((np.array([0.0, 0.8, 0.4]), np.array([3, 5, 9])), "a value of 0 that counts"),
        Case((np.array([0.3]), np.array([4])), "one class"),
        Case((np.array([1, 0, 1]), np.array([7, 2, 3])), "integers"),
        Case((np.array([0.2, 0.6]), np.array([50, 50])), "equally frequent"),
        Case((np.array([0.1, 0.5, 0.9]), np.array([40, 30, 30])), "none has half of the samples"),
        Case((rng.uniform(size=10), rng.integers(0, 900, 10)), "10 classes"),
    ]


SLIPS = slips(
    weighted_average,
    """
    plain: = np.mean(values)
        Each class counts the same. That is the other average; here each counts by its support.
    macro: = np.mean(values[support > 0])
        Each class that occurs counts the same. That is the other average; here each counts by its
        support.
    by-classes: = np.sum(values * support) / len(values)
        It is divided by the number of classes. Divide by the number of samples, the sum of the
        support.
    not-divided: = np.sum(values * support)
        The sum is not divided. Divide by the sum of the support.
    by-largest: = np.sum(values * support) / np.max(support)
        It is divided by the largest support. Divide by the sum.
    by-values: = np.sum(values * support) / max(np.sum(values), 1e-300)
        It is divided by the sum of the values. Divide by what weighs: the sum of the support.
    turned: = np.sum(values / np.maximum(support, 1)) / np.sum(1 / np.maximum(support, 1))
        Rare classes weigh more. Frequent ones should: multiply by the support.
    inner-mean: = np.mean(values * support / np.sum(support))
        It is divided twice, by the samples and by the number of classes. The shares of the classes
        add up to 1 already.
    not-summed: = values * support / np.sum(support)
        A vector comes out. Add its entries up.
    without-zeros: = np.sum(values * support) / np.sum(support[values > 0])
        Below the line classes with the value 0 are missing. They have samples, so they count.
    largest-class: = values[np.argmax(support)]
        The value of the most frequent class comes out. All count, by their support.
    whole-shares: = np.sum(values * (support // np.sum(support)))
        The shares are cut off to whole numbers. Divide with `/`.
    percent: = 100 * np.sum(values * support) / np.sum(support)
        It is in percent. The mean of the values as they are is asked for.
    root: = np.sum(values * np.sqrt(support)) / np.sum(np.sqrt(support))
        The weights are the roots of the supports. Each sample counts the same: take the supports.
    missing-as-one: = np.sum(values * np.maximum(support, 1)) / np.sum(np.maximum(support, 1))
        A class without samples counts as one. It brings nothing along: weight 0.
    mean-over-those-there: = np.sum(values * support) / np.sum(support > 0) / np.mean(support)
        Above the line the mean is over the classes that occur, below it over all. Sums on both
        sides are safer.
    first-class-out: = np.sum(values[1:] * support[1:]) / np.sum(support)
        The first class is missing above the line. A loop starts at 0.
    last-class-out: = np.sum(values[:-1] * support[:-1]) / np.sum(support)
        The last class is missing above the line.
    harmonic: = np.sum(support) / np.sum(support / np.maximum(values, 1e-300))
        That is the harmonic mean. Add up the values, not their reciprocals.
    median: = np.median(np.repeat(values, support))
        That is the value of the sample in the middle, the median. The mean is asked for.
    rounded-shares: = np.sum(values * np.round(support / np.sum(support), 2))
        The shares are rounded before they are used, so they no longer add up to 1.
    squared: = np.sum(values * support**2) / np.sum(support**2)
        The support counts twice, as a square. Multiply by it once.
    whole-percents: = np.sum(values * (100 * support // np.sum(support))) / 100
        The shares are cut to whole percents before they are used. Take them as they are.
    square-above: = np.sum(values * support**2) / np.sum(support)
        Above the line the support is squared. Multiply by it once.
    rest-as-weight:
    - return np.sum(values * support) / np.sum(support)
    + return np.sum(values * (np.sum(support) - support)) / max(
    +     np.sum(np.sum(support) - support), 1
    + )
        Each class is weighted by the samples of the *others*. Multiply by its own support.
    by-norm: = np.sum(values * support) / np.linalg.norm(support)
        It is divided by the length of the support as a vector. Divide by the sum.
    by-classes-there: = np.sum(values * support) / np.sum(support > 0)
        It is divided by the number of classes that occur. Divide by the number of samples, the sum
        of the support.
    values-over-samples: = np.sum(values) / np.sum(support)
        The values are not multiplied by the support, but divided by all samples.
    times-all: = np.sum(values) * np.sum(support) / np.sum(support)
        The sums are multiplied, not the entries: each value by its own support, then add up.
    mean-times-share: = np.mean(values) * np.max(support) / np.sum(support)
        The mean is multiplied by one share. Multiply each value by the share of its class, and add
        up.
    log-weights: = np.sum(values * np.log1p(support)) / np.sum(np.log1p(support))
        The weights are logarithms of the supports. Each sample counts the same: take the supports.
    smoothed: = np.sum(values * (support + 1)) / np.sum(support + 1)
        1 is added to each support. Take the counts as they are: a class without samples has the
        weight 0.
    one-below: = np.sum(values * support) / (np.sum(support) + 1)
        1 is added below the line. Divide by the sum of the support.
    one-less-below: = np.sum(values * support) / max(np.sum(support) - 1, 1)
        1 is subtracted below the line. Divide by the sum of the support.
    first-class: = values[0]
        The value of the first class comes out: does `return` stand in the loop? All count, by their
        support.
    last-term: = values[-1] * support[-1] / np.sum(support)
        Only the last class counts: is the sum begun anew in each turn, or `=` written for `+=`?
    next-class: = np.sum(values * np.roll(support, 1)) / np.sum(support)
        Each value meets the support of its neighbour: is an index off by one?
    sorted: = np.sum(np.sort(values) * np.sort(support)) / np.sum(support)
        Values and supports are sorted apart, so a value meets another class's support.
    rounded: = np.round(np.sum(values * support) / np.sum(support), 2)
        The mean is rounded. Leave the rounding to whoever prints it.
    cut-off: = np.sum(values * support) // np.sum(support)
        `//` cuts the mean off to a whole number. Divide with `/`.
    geometric: = np.prod(np.power(values * 1.0, support / np.sum(support)))
        That is a geometric mean. Add up values times support, and divide by the sum of the support.
    squares-of-values: = np.sum(values**2 * support) / np.sum(support)
        The values are squared. The mean of the values as they are is asked for.
    without-the-last:
    - return np.sum(values * support) / np.sum(support)
    + n = max(len(values) - 1, 1)
    + return np.sum(values[:n] * support[:n]) / np.sum(support[:n])
        The last class is left out, above the line and below it: does a loop end one too early?
    without-the-first:
    - return np.sum(values * support) / np.sum(support)
    + n = min(len(values) - 1, 1)
    + return np.sum(values[n:] * support[n:]) / np.sum(support[n:])
        The first class is left out, above the line and below it: does a loop begin at 1?
    means-multiplied: = np.mean(values) * np.mean(support) / np.sum(support)
        Two means are multiplied. Multiply each value by the support of its own class, then add up.
    largest-and-classes: = np.sum(values * support / np.max(support)) / len(values)
        It is divided by the largest support, and by the number of classes. Divide by the sum of the
        support alone.
    exponential-weights:
    - return np.sum(values * support) / np.sum(support)
    + return np.sum(values * np.exp(support - np.max(support))) / np.sum(
    +     np.exp(support - np.max(support))
    + )
        The weights are a softmax of the supports. Each sample counts the same: take the supports.
    added: = np.sum(values + support) / np.sum(support)
        Values and supports are added. Multiply each value by its support.
    reversed-support: = np.sum(values * support[::-1]) / np.sum(support)
        Each value meets the support of another class: one of the two runs backwards.
    harmonic-without-zeros:
    - return np.sum(values * support) / np.sum(support)
    + some = (support > 0) & (values > 0)
    + return np.sum(support[some]) / np.sum(support[some] / values[some])
        That is the harmonic mean, and classes with the value 0 are left out of it. Add up the
        values, not their reciprocals; a value of 0 counts.
    """,
)

TASK = Task(
    "weighted_average",
    points=1,
    taught_in="One number for ten classes",
    reference=weighted_average,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "Imagine each sample carries the value of its class. What is the mean over the samples?",
        "A class with 80 samples adds its value 80 times. How many values are added in all?",
        "Add up values times support, and divide by the sum of the support.",
    ),
)
