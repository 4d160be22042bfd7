"""Answers to smoothed_cross_entropy: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import softmax


def log_softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


def one_hot(Z, y):
    return np.eye(Z.shape[1])[y]


def by_targets(Z, y, eps):
    k = Z.shape[1]
    Q = np.full(Z.shape, eps / k)
    Q[np.arange(len(y)), y] += 1 - eps
    return -np.sum(Q * log_softmax(Z)) / len(y)


def by_log_sum(Z, y, eps):
    """Since q adds up to 1: ln Σ e^z minus the logits, weighed by q."""
    log_sum = np.logaddexp.reduce(Z, axis=1)
    true = np.take_along_axis(Z, y[:, None], axis=1)[:, 0]
    return np.mean(log_sum - (1 - eps) * true - eps * Z.mean(axis=1))


def by_rows(Z, y, eps):
    total = 0.0
    for z, label in zip(Z, y, strict=True):
        z = z - z.max()
        log_p = z - np.log(np.exp(z).sum())
        total -= (1 - eps) * log_p[label] + eps * log_p.sum() / len(z)
    return total / len(y)


def by_entry(Z, y, eps):
    total = 0.0
    for z, label in zip(Z, y, strict=True):
        top = max(z)
        log_sum = top + np.log(sum(np.exp(v - top) for v in z))
        for j, v in enumerate(z):
            total += ((1 - eps) * (j == label) + eps / len(z)) * (log_sum - v)
    return total / len(y)


RIGHT = [by_targets, by_log_sum, by_rows]
SLOW = [by_entry]

# ---- held out: above each function what its author was thinking


# eps for the others only.
def sm_others(Z, y, eps):
    k = Z.shape[1]
    Q = np.where(one_hot(Z, y) == 1, 1 - eps, eps / (k - 1))
    return -np.sum(Q * log_softmax(Z)) / len(y)


# The true class keeps 1 - eps, the others get eps/k.
def sm_not_one(Z, y, eps):
    Q = np.where(one_hot(Z, y) == 1, 1 - eps, eps / Z.shape[1])
    return -np.sum(Q * log_softmax(Z)) / len(y)


# eps for each class, not shared out.
def sm_not_shared(Z, y, eps):
    Q = (1 - eps) * one_hot(Z, y) + eps
    return -np.sum(Q * log_softmax(Z)) / len(y)


# Adds eps/k, takes nothing away.
def sm_nothing_taken(Z, y, eps):
    Q = one_hot(Z, y) + eps / Z.shape[1]
    return -np.sum(Q * log_softmax(Z)) / len(y)


# Smooths the probabilities.
def sm_smooths_p(Z, y, eps):
    P = (1 - eps) * softmax(Z) + eps / Z.shape[1]
    return -np.mean(np.log(P[np.arange(len(y)), y]))


# From the definition, with log of softmax.
def sm_log_softmax_naive(Z, y, eps):
    Q = (1 - eps) * one_hot(Z, y) + eps / Z.shape[1]
    return -np.sum(Q * np.log(softmax(Z))) / len(y)


# No shift.
def sm_overflow(Z, y, eps):
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.sum(((1 - eps) * one_hot(Z, y) + eps / Z.shape[1]) * log_p) / len(y)


# The mean over everything.
def sm_mean_all(Z, y, eps):
    return -np.mean(((1 - eps) * one_hot(Z, y) + eps / Z.shape[1]) * log_softmax(Z))


# The sum over everything.
def sm_sum_all(Z, y, eps):
    return -np.sum(((1 - eps) * one_hot(Z, y) + eps / Z.shape[1]) * log_softmax(Z))


# eps and 1 - eps exchanged.
def sm_exchanged(Z, y, eps):
    Q = eps * one_hot(Z, y) + (1 - eps) / Z.shape[1]
    return -np.sum(Q * log_softmax(Z)) / len(y)


# The plain loss.
def sm_plain(Z, y, eps):
    return -np.mean(log_softmax(Z)[np.arange(len(y)), y])


# No minus.
def sm_sign(Z, y, eps):
    return -by_targets(Z, y, eps)


# Adds an epsilon in the logarithm: that is what eps is usually for.
def sm_small_number(Z, y, eps):
    return -np.mean(np.log(softmax(Z)[np.arange(len(y)), y] + eps))


# Picks by columns.
def sm_columns(Z, y, eps):
    log_p = log_softmax(Z)
    return -np.mean((1 - eps) * log_p[:, y] + eps * log_p.mean(axis=1, keepdims=True))


# The shares of ten classes.
def sm_ten(Z, y, eps):
    Q = (1 - eps) * one_hot(Z, y) + eps / 10
    return -np.sum(Q * log_softmax(Z)) / len(y)


# The mean over the rows, down the columns.
def sm_axis(Z, y, eps):
    log_p = log_softmax(Z)
    return -np.mean((1 - eps) * log_p[np.arange(len(y)), y]) - eps * np.mean(log_p.sum(axis=0))


# eps/n for eps/k.
def sm_by_rows(Z, y, eps):
    Q = (1 - eps) * one_hot(Z, y) + eps / len(y)
    return -np.sum(Q * log_softmax(Z)) / len(y)


HELD_OUT = [
    (sm_others, "spread over the others only", ["others", "k - 1", "all k"]),
    (sm_not_one, "targets do not add up to 1", ["add up", "others"]),
    (sm_not_shared, "eps not divided by k", ["divided by k", "eps/k", "shared", "spread"]),
    (sm_nothing_taken, "1 - eps missing", ["1 - eps"]),
    (sm_smooths_p, "probabilities smoothed", ["probabilit"]),
    (sm_log_softmax_naive, "logarithm of 0", ["logarithm of 0", "rounded to 0", "log of 0"]),
    (sm_overflow, "overflow", ["overflow"]),
    (sm_mean_all, "mean of all entries", ["n·k", "all entries", "number of rows"]),
    (sm_sum_all, "not averaged", ["averaged", "divide"]),
    (sm_exchanged, "eps and 1 - eps exchanged", ["exchanged", "1 - eps"]),
    (sm_plain, "eps not used", ["eps"]),
    (sm_sign, "sign", ["sign", "minus"]),
    (sm_small_number, "eps in the logarithm", ["logarithm", "inside"]),
    (sm_columns, "columns for entries", ["column", "every row"]),
    (sm_ten, "fixed number of classes", ["10", "number of classes"]),
    (sm_axis, "sum down the columns", ["column", "axis", "divided by k", "eps/k"]),
    (sm_by_rows, "eps/n for eps/k", ["n for", "number of rows", "eps/k", "classes"]),
]
