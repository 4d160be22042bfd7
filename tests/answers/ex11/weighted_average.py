"""Answers to weighted_average: the form is told in answer_files.py."""

import numpy as np


def by_average(values, support):
    return np.average(values, weights=support)


def by_product(values, support):
    return values @ support / support.sum()


def by_repeating(values, support):
    return np.repeat(values, support).mean()


RIGHT = [by_average, by_product, by_repeating]

# ---- held out: above each function what its author was thinking


# The mean.
def plain_mean(values, support):
    return values.mean()


# The mean of what is weighted.
def mean_of_products(values, support):
    return (values * support).mean()


# The sum of what is weighted.
def sum_of_products(values, support):
    return (values * support).sum()


# Shares first, then the mean.
def mean_of_shares(values, support):
    return np.mean(values * (support / support.sum()))


# As weights, relative to the largest.
def relative_to_largest(values, support):
    return (values * support / support.max()).sum()


# Rare classes need more weight.
def rare_first(values, support):
    weights = 1 / np.maximum(support, 1)
    return (values * weights).sum() / weights.sum()


# One entry a class.
def not_added(values, support):
    return values * support / support.sum()


# In percent.
def in_percent(values, support):
    return 100 * np.average(values, weights=support)


HELD_OUT = [
    (plain_mean, "not weighted", ["counts the same"]),
    (mean_of_products, "divided by the number of classes", ["number of classes"]),
    (sum_of_products, "not divided", ["not divided"]),
    (mean_of_shares, "divided twice", ["twice"]),
    (relative_to_largest, "divided by the largest", ["largest"]),
    (rare_first, "rare classes weigh more", ["rare"]),
    (not_added, "a vector", ["vector"]),
    (in_percent, "percent", ["percent"]),
]
