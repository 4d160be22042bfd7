"""Answers to macro_average: the form is told in answer_files.py."""

import numpy as np


def by_sum(values, support):
    occurs = support > 0
    return np.sum(values * occurs) / np.sum(occurs)


def by_loop(values, support):
    kept = [v for v, s in zip(values, support, strict=True) if s]
    return sum(kept) / len(kept)


def by_average(values, support):
    return float(np.average(values, weights=(support != 0)))


RIGHT = [by_sum, by_loop, by_average]

# ---- held out: above each function what its author was thinking


# The macro average is the mean.
def over_all_classes(values, support):
    return values.mean()


# Why else would there be a support?
def with_support(values, support):
    return np.average(values, weights=support)


# Empty classes have the value 0.
def zeros_dropped(values, support):
    return values[values != 0].mean() if values.any() else 0.0


# Empty classes add nothing, so they need not be left out.
def over_number_of_classes(values, support):
    return values[support > 0].sum() / values.size


# Add them up.
def added_up(values, support):
    return values[support > 0].sum()


# Robust against a single bad class.
def middle(values, support):
    return np.median(values[support > 0])


# A class with one sample is no class.
def two_at_least(values, support):
    return values[support > 1].mean()


# In percent.
def in_percent(values, support):
    return 100 * values[support > 0].mean()


HELD_OUT = [
    (over_all_classes, "empty classes are averaged in", ["without samples"]),
    (with_support, "weighted", ["weighted"]),
    (zeros_dropped, "values of 0 are dropped", ["value 0"]),
    (over_number_of_classes, "divided by the number of all classes", ["number of all classes"]),
    (added_up, "sum", ["added up"]),
    (middle, "median", ["median"]),
    (two_at_least, "classes with one sample are dropped", ["single sample"]),
    (in_percent, "percent", ["percent"]),
]
