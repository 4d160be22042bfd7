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
    worst: np.mean -> np.min
        The smallest value comes out. The mean is asked for.
    vector: = values * (support > 0)
        A vector comes out. One number is asked for, the mean.
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
