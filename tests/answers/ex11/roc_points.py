"""Answers to roc_points: the form is told in answer_files.py."""

import numpy as np
from sklearn import metrics


def by_library(scores, y):
    fpr, tpr, _ = metrics.roc_curve(y, scores, drop_intermediate=False)
    return fpr, tpr


def by_searching(scores, y):
    levels = np.unique(scores)[::-1]
    ones, zeros = np.sort(scores[y == 1]), np.sort(scores[y == 0])
    tpr = 1 - np.searchsorted(ones, levels) / len(ones)
    fpr = 1 - np.searchsorted(zeros, levels) / len(zeros)
    return np.concatenate([[0], fpr]), np.concatenate([[0], tpr])


def by_groups(scores, y):
    levels, group = np.unique(-scores, return_inverse=True)
    ones = np.bincount(group, weights=y, minlength=len(levels))
    zeros = np.bincount(group, weights=1 - y, minlength=len(levels))
    return [0, *np.cumsum(zeros) / zeros.sum()], [0, *np.cumsum(ones) / ones.sum()]


def as_arrays(scores, y):
    return tuple(np.array(x) for x in by_groups(scores, y))


def each_threshold_anew(scores, y):
    fpr, tpr = [0.0], [0.0]
    for theta in sorted(set(scores.tolist()), reverse=True):
        fpr.append(np.mean(scores[y == 0] >= theta))
        tpr.append(np.mean(scores[y == 1] >= theta))
    return np.array(fpr), np.array(tpr)


RIGHT = [by_library, by_searching, as_arrays]
SLOW = [each_threshold_anew]


def rounded(scores, y):
    return by_library(np.round(scores, 1), y)


def two_above_all(scores, y):
    called = scores >= np.append(2.0, np.unique(scores)[::-1])[:, None]
    return called[:, y == 0].mean(axis=1), called[:, y == 1].mean(axis=1)


def ones_of_equals_first(scores, y):
    y = y[np.lexsort((-y, -scores))]
    return np.append(0, np.cumsum(1 - y)) / sum(1 - y), np.append(0, np.cumsum(y)) / sum(y)


def every_second(scores, y):
    fpr, tpr = by_library(scores, y)
    return np.append(fpr[:-1:2], 1.0), np.append(tpr[:-1:2], 1.0)


WRONG = [
    (rounded, "rounded-to-1"),
    (every_second, "too-few-points"),
    (two_above_all, "first-threshold-too-low"),
    (ones_of_equals_first, "a-point-for-each-sample"),
]

# ---- held out: above each function what its author was thinking


# A point for each sample.
def each_sample(scores, y):
    y = y[np.argsort(-scores, kind="stable")]
    tpr, fpr = np.cumsum(y) / y.sum(), np.cumsum(1 - y) / (1 - y).sum()
    return np.append(0, fpr), np.append(0, tpr)


# tpr first.
def tpr_first(scores, y):
    fpr, tpr = by_library(scores, y)
    return tpr, fpr


# Sorting sorts upwards.
def upwards(scores, y):
    levels, group = np.unique(scores, return_inverse=True)
    ones = np.bincount(group, weights=y, minlength=len(levels))
    zeros = np.bincount(group, weights=1 - y, minlength=len(levels))
    return np.append(0, np.cumsum(zeros) / zeros.sum()), np.append(0, np.cumsum(ones) / ones.sum())


# The thresholds are the scores.
def without_origin(scores, y):
    fpr, tpr = by_library(scores, y)
    return fpr[1:], tpr[1:]


# Counts.
def not_divided(scores, y):
    fpr, tpr = by_library(scores, y)
    return fpr * np.sum(y == 0), tpr * np.sum(y == 1)


# A share of all.
def of_all(scores, y):
    fpr, tpr = by_library(scores, y)
    return fpr * np.mean(y == 0), tpr * np.mean(y == 1)


# Above the threshold.
def strictly_above(scores, y):
    levels = np.unique(scores)[::-1]
    fpr = [np.mean(scores[y == 0] > t) for t in levels]
    tpr = [np.mean(scores[y == 1] > t) for t in levels]
    return np.append(0, fpr), np.append(0, tpr)


# A hundred thresholds are enough.
def on_a_grid(scores, y):
    grid = np.linspace(1, 0, 101)
    fpr = np.array([np.mean(scores[y == 0] >= t) for t in grid])
    tpr = np.array([np.mean(scores[y == 1] >= t) for t in grid])
    return fpr, tpr


HELD_OUT = [
    (each_sample, "equal scores make a point each", ["equal scores"]),
    (tpr_first, "exchanged", ["exchang"]),
    (upwards, "begins with the lowest score", ["lowest"]),
    (without_origin, "(0, 0) is missing", ["(0, 0)"]),
    (not_divided, "counts", ["counts"]),
    (of_all, "divided by all samples", ["all samples"]),
    (strictly_above, "above instead of at least", ["twice", "at least the threshold"]),
    (on_a_grid, "thresholds on a grid", ["grid"]),
]
