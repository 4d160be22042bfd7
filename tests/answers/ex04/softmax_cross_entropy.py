"""Answers to softmax_cross_entropy: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.checks.tasks.ex04.softmax_cross_entropy import softmax_cross_entropy


def log_softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


def log_sum(Z):
    top = Z.max(axis=1)
    return top + np.log(np.exp(Z - top[:, None]).sum(axis=1))


def chosen(Z, y):
    return Z[np.arange(len(y)), y]


def softmax_in_place(Z, y):
    Z -= Z.max(axis=1, keepdims=True)
    return softmax_cross_entropy(Z, y)


def softmax_loss_by_entry(Z, y):
    total = 0.0
    for i in range(len(Z)):
        s = 0.0
        for k in range(Z.shape[1]):
            s += np.exp(Z[i, k] - max(Z[i]))
        total += max(Z[i]) + np.log(s) - Z[i, y[i]]
    return total / len(Z)


def softmax_loss_by_rows(Z, y):
    losses = []
    for z, label in zip(Z, y, strict=True):
        z = z - z.max()
        losses.append(np.log(np.exp(z).sum()) - z[label])
    return sum(losses) / len(losses)


def softmax_loss_by_targets(Z, y):
    return -np.sum(np.eye(Z.shape[1])[y] * log_softmax(Z)) / len(Z)


def softmax_loss_by_differences(Z, y):
    D = Z - np.take_along_axis(Z, y[:, None], axis=1)  # ln Σ e^(z - z_y)
    return np.logaddexp.reduce(D, axis=1).mean()


RIGHT = [
    lambda Z, y: np.mean(log_sum(Z) - chosen(Z, y)),
    softmax_loss_by_rows,
    softmax_loss_by_targets,
    softmax_loss_by_differences,
]
SLOW = [softmax_loss_by_entry]
WRONG = [(softmax_in_place, "logits-changed")]

# ---- held out: above each function what its author was thinking


# From the definition.
def sc_naive(Z, y):
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


# A shifted softmax, and its logarithm: log 0 far away.
def sc_log_of_zero(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


# An epsilon in the logarithm.
def sc_epsilon(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y] + 1e-9))


# All rows, these columns.
def sc_all_columns(Z, y):
    return -np.mean(log_softmax(Z)[:, y])


# Mean over everything: divides by k too.
def sc_mean_of_all(Z, y):
    Y = np.eye(np.shape(Z)[1])[y]
    return -np.mean(Y * log_softmax(Z))


# Sum.
def sc_sum(Z, y):
    return -np.sum(log_softmax(Z)[np.arange(len(y)), y])


# The minus.
def sc_sign(Z, y):
    return np.mean(log_softmax(Z)[np.arange(len(y)), y])


# Down the columns.
def sc_axis_0(Z, y):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=0)
    L = Z - np.log(np.exp(Z).sum(axis=0))
    return -np.mean(L[np.arange(len(y)), y])


# Softmax of the whole table.
def sc_whole(Z, y):
    Z = np.asarray(Z, dtype=float)
    L = Z - Z.max() - np.log(np.exp(Z - Z.max()).sum())
    return -np.mean(L[np.arange(len(y)), y])


# One maximum for all.
def sc_global_max(Z, y):
    Z = Z - np.max(Z)
    L = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(L[np.arange(len(y)), y])


# Takes the logits for probabilities.
def sc_no_softmax(Z, y):
    p = np.asarray(Z, dtype=float)[np.arange(len(y)), y]
    return -np.mean(np.log(np.clip(p, 1e-12, None)))


# Adds the terms of the other classes, as in the binary case.
def sc_binary_terms(Z, y):
    L = log_softmax(Z)
    Y = np.eye(L.shape[1])[y]
    with np.errstate(divide="ignore"):
        other = np.log(np.maximum(1 - np.exp(L), 1e-300))
    return -np.sum(Y * L + (1 - Y) * other) / len(L)


# Multiplies by the label itself.
def sc_times_label(Z, y):
    return -np.mean(y * log_softmax(Z)[np.arange(len(y)), y])


# Softmax twice.
def sc_softmax_twice(Z, y):
    return -np.mean(log_softmax(np.exp(log_softmax(Z)))[np.arange(len(y)), y])


# The probability, without the logarithm.
def sc_no_log(Z, y):
    return -np.mean(np.exp(log_softmax(Z))[np.arange(len(y)), y])


# log2.
def sc_log2(Z, y):
    return -np.mean(log_softmax(Z)[np.arange(len(y)), y]) / np.log(2)


# Takes the predicted class instead of the true one.
def sc_argmax(Z, y):
    return -np.mean(log_softmax(Z).max(axis=1))


# One for each sample.
def sc_each(Z, y):
    return -log_softmax(Z)[np.arange(len(y)), y]


# Logarithm of the mean probability.
def sc_log_of_mean(Z, y):
    return -np.log(np.maximum(np.mean(np.exp(log_softmax(Z))[np.arange(len(y)), y]), 1e-300))


# The maximum is subtracted, and not given back in the picked logit.
def sc_shift_once(Z, y):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(Z - m).sum(axis=1))
    return np.mean(lse - Z[np.arange(len(y)), y])


MEAN = ["mean", "average", "1/n", "divid"]


HELD_OUT = [
    (sc_naive, "overflow", ["overflow"]),
    (
        sc_log_of_zero,
        "log 0",
        ["log 0", "log(0)", "ln 0", "ln(0)", "log of 0", "underflow", "logarithm of 0", "is 0"],
    ),
    (
        sc_epsilon,
        "epsilon in the logarithm",
        ["epsilon", "1e-", "small number", "small constant", "clip"],
    ),
    (sc_all_columns, "all pairs picked", ["arange", "[:, y]", "every row", "pair", "all rows"]),
    (sc_mean_of_all, "divided by k too", ["classes", "entries", "n k", "nk", "n·k", "size"]),
    (sc_sum, "sum", MEAN),
    (sc_sign, "minus missing", ["minus", "sign", "negative"]),
    (sc_axis_0, "softmax down the columns", ["axis", "column"]),
    (sc_whole, "softmax of the whole table", ["whole", "each row", "axis"]),
    (sc_global_max, "one maximum for all", ["each row", "own", "underflow", "row's"]),
    (
        sc_no_softmax,
        "softmax missing",
        ["softmax+miss", "logits are", "no probab", "softmax+forg", "logits themselves"],
    ),
    (
        sc_binary_terms,
        "binary terms added",
        ["binary", "other classes", "1 - y", "1 - p", "wrong classes"],
    ),
    (sc_times_label, "multiplied by the label", ["label", "class 0", "class number"]),
    (sc_softmax_twice, "softmax twice", ["twice", "again"]),
    (sc_no_log, "logarithm missing", ["logarithm", "log+miss", "ln+miss", "np.log"]),
    (sc_log2, "log2", ["log2", "natural", "base"]),
    (sc_argmax, "predicted class", ["predict", "largest prob", "argmax", "true class", "largest"]),
    (sc_each, "mean missing", ["mean", "average", "one number", "single number"]),
    (
        sc_log_of_mean,
        "logarithm of the mean",
        ["log of the mean", "logarithm of the mean", "mean of the log", "order", "first", "ln of"],
    ),
    (sc_shift_once, "shift given back nowhere", ["shift", "largest", "max", "both"]),
]

WRONG.append((sc_no_softmax, "logits-clipped"))
