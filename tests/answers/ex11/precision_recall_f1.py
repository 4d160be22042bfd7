"""Answers to precision_recall_f1: the form is told in answer_files.py."""

import numpy as np


def by_where(cm):
    hits = np.diag(cm).astype(float)
    columns, rows = cm.sum(axis=0), cm.sum(axis=1)
    p = np.where(columns > 0, hits / np.where(columns > 0, columns, 1), 0)
    r = np.where(rows > 0, hits / np.where(rows > 0, rows, 1), 0)
    both = np.where(p + r > 0, p + r, 1)
    return p, r, 2 * p * r / both


def by_loops(cm):
    k = len(cm)
    p, r, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    for i in range(k):
        if cm[:, i].sum() > 0:
            p[i] = cm[i, i] / cm[:, i].sum()
        if cm[i].sum() > 0:
            r[i] = cm[i, i] / cm[i].sum()
        if p[i] + r[i] > 0:
            f1[i] = 2 / (1 / p[i] + 1 / r[i])
    return p, r, f1


def by_divide_where(cm):
    hits = np.diag(cm).astype(float)

    def share(total):
        return np.divide(hits, total, out=np.zeros_like(hits), where=total > 0)

    columns, rows = cm.sum(axis=0), cm.sum(axis=1)
    return share(columns), share(rows), share((columns + rows) / 2)


RIGHT = [by_where, by_loops, by_divide_where]


def of_classes_that_occur(cm):
    occur = cm.sum(axis=1) > 0
    return tuple(figure[occur] for figure in by_where(cm))


WRONG = [(of_classes_that_occur, "classes-left-out")]

# ---- held out: above each function what its author was thinking


def parts(cm):
    hits = np.diag(cm)
    return hits, np.maximum(cm.sum(axis=0), 1), np.maximum(cm.sum(axis=1), 1)


def harmonic(p, r):
    return 2 * p * r / np.where(p + r > 0, p + r, 1)


# axis=0 adds up the rows, so that is the truth.
def axes_mixed_up(cm):
    hits, columns, rows = parts(cm)
    p, r = hits / rows, hits / columns
    return p, r, harmonic(p, r)


# The mean of the two.
def mean_of_both(cm):
    hits, columns, rows = parts(cm)
    p, r = hits / columns, hits / rows
    return p, r, (p + r) / 2


# Divide, NumPy will see to the rest.
def not_guarded(cm):
    hits = np.diag(cm)
    p, r = hits / cm.sum(axis=0), hits / cm.sum(axis=1)
    return p, r, 2 * p * r / (p + r)


# One figure is easier to compare.
def averaged(cm):
    hits, columns, rows = parts(cm)
    p, r = hits / columns, hits / rows
    return p.mean(), r.mean(), harmonic(p, r).mean()


# The 2 cancels.
def two_forgotten(cm):
    hits, columns, rows = parts(cm)
    p, r = hits / columns, hits / rows
    return p, r, harmonic(p, r) / 2


# In percent, as in the tables.
def as_percent(cm):
    hits, columns, rows = parts(cm)
    p, r = hits / columns, hits / rows
    return 100 * p, 100 * r, 100 * harmonic(p, r)


# True positives over false positives.
def over_mistakes(cm):
    hits = np.diag(cm)
    p = hits / np.maximum(cm.sum(axis=0) - hits, 1)
    r = hits / np.maximum(cm.sum(axis=1) - hits, 1)
    return p, r, 2 * hits / np.maximum(cm.sum(axis=0) + cm.sum(axis=1), 1)


# A tiny number below the line, so that it cannot fail.
def with_epsilon(cm):
    hits = np.diag(cm)
    p, r = hits / (cm.sum(axis=0) + 1e-3), hits / (cm.sum(axis=1) + 1e-3)
    return p, r, 2 * hits / np.maximum(cm.sum(axis=0) + cm.sum(axis=1), 1)


# Of all samples.
def over_all(cm):
    hits, columns, rows = parts(cm)
    return hits / cm.sum(), hits / cm.sum(), 2 * hits / (columns + rows)


HELD_OUT = [
    (axes_mixed_up, "precision and recall exchanged", ["exchang"]),
    (mean_of_both, "plain mean for F1", ["plain mean", "harmonic"]),
    (not_guarded, "0/0 is not caught", ["0/0", "nan"]),
    (averaged, "averaged over the classes", ["means over", "each class"]),
    (two_forgotten, "the 2 of F1 is missing", ["2 is missing", "half"]),
    (as_percent, "percent", ["percent"]),
    (over_mistakes, "hits over mistakes", ["mistakes"]),
    (with_epsilon, "a small number in the denominator", ["small number"]),
    (over_all, "divided by all samples", ["all samples"]),
]
