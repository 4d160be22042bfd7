"""Answers to binary_cross_entropy: the form is told in answer_files.py."""

import numpy as np


def bce_in_place(z, y):
    z *= 1 - 2 * y.astype(z.dtype)
    return np.mean(np.logaddexp(0, z))


def bce_by_entry(z, y):
    total = 0.0
    for a, b in zip(z, y, strict=True):
        total += max(a, 0) - a * b + np.log1p(np.exp(-abs(a)))
    return total / len(z)


def bce_by_sides(z, y):
    m = np.where(y == 1, -z, z).astype(float)
    loss = np.empty(m.shape)
    loss[m <= 0] = np.log1p(np.exp(m[m <= 0]))
    loss[m > 0] = m[m > 0] + np.log1p(np.exp(-m[m > 0]))
    return loss.mean()


RIGHT = [
    lambda z, y: np.mean(np.logaddexp(0, z) - z * y),
    lambda z, y: np.logaddexp(0, (1 - 2 * y) * z).mean(),
    bce_by_sides,
]
SLOW = [bce_by_entry]
WRONG = [(bce_in_place, "logits-changed")]

# ---- held out: above each function what its author was thinking


def stable_terms(z, y):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


# From the definition, with a sigmoid.
def bc_naive(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Clips the probabilities.
def bc_clipped(z, y):
    e = np.exp(-np.abs(z))
    p = np.clip(np.where(z >= 0, 1, e) / (1 + e), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Takes z for the probability.
def bc_no_sigmoid(z, y):
    p = np.clip(z, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Only the class 1.
def bc_only_ones(z, y):
    return np.mean(y * np.logaddexp(0, -np.asarray(z, dtype=float)))


# Only the class 0.
def bc_only_zeros(z, y):
    return np.mean((1 - y) * np.logaddexp(0, np.asarray(z, dtype=float)))


# The minus forgotten.
def bc_sign(z, y):
    return -np.mean(stable_terms(z, y))


# Sum.
def bc_sum(z, y):
    return np.sum(stable_terms(z, y))


# log2, since it is information.
def bc_log2(z, y):
    return np.mean(stable_terms(z, y)) / np.log(2)


# Labels exchanged.
def bc_labels(z, y):
    return np.mean(stable_terms(z, 1 - y))


# The stable form without the abs.
def bc_no_abs(z, y):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))


# max(z, 0) forgotten.
def bc_no_max(z, y):
    z = np.asarray(z, dtype=float)
    return np.mean(-z * y + np.log1p(np.exp(-np.abs(z))))


# One for each sample.
def bc_each(z, y):
    return stable_terms(z, y)


# Sigmoid twice: the network's output goes through it, and the formula does so again.
def bc_sigmoid_twice(z, y):
    e = np.exp(-np.abs(z))
    return np.mean(stable_terms(np.where(z >= 0, 1, e) / (1 + e), y))


# The gradient.
def bc_delta(z, y):
    e = np.exp(-np.abs(z))
    return np.mean(np.where(z >= 0, 1, e) / (1 + e) - y)


# Squared error of the probabilities.
def bc_squared(z, y):
    e = np.exp(-np.abs(z))
    return np.mean((np.where(z >= 0, 1, e) / (1 + e) - y) ** 2)


# An epsilon in the logarithm.
def bc_epsilon(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))


# Divides by 2, one for each class.
def bc_half(z, y):
    return np.mean(stable_terms(z, y)) / 2


MEAN = ["mean", "average", "1/n", "divid"]


HELD_OUT = [
    (bc_naive, "overflow", ["overflow", "log(0)", "log 0", "ln 0", "inf"]),
    (bc_clipped, "clipped", ["clip"]),
    (bc_no_sigmoid, "sigmoid missing", ["sigmoid"]),
    (
        bc_only_ones,
        "terms of class 0 missing",
        ["class 0", "1 - y", "y = 0", "second term", "target 0", "zeros", "y is 0"],
    ),
    (
        bc_only_zeros,
        "terms of class 1 missing",
        ["class 1", "y = 1", "first term", "y ln", "target 1", "ones", "y log", "y is 1"],
    ),
    (bc_sign, "minus missing", ["minus", "sign", "negative"]),
    (bc_sum, "sum", MEAN),
    (bc_log2, "log2", ["log2", "natural", "base"]),
    (bc_labels, "labels exchanged", ["exchang", "swap", "1 - y", "turned round"]),
    (bc_no_abs, "abs missing", ["abs", "|z|", "overflow"]),
    (bc_no_max, "max(z, 0) missing", ["max"]),
    (bc_each, "mean missing", ["mean", "average", "one number", "single number"]),
    (bc_sigmoid_twice, "sigmoid twice", ["twice", "again", "two sigmoids"]),
    (bc_delta, "gradient", ["gradient", "derivative", "delta"]),
    (bc_squared, "squared error", ["squared"]),
    (bc_epsilon, "epsilon in the logarithm", ["epsilon", "1e-", "small number", "small constant"]),
    (bc_half, "half", ["half", "1/2", "½", "2 "]),
]

WRONG.append((bc_no_sigmoid, "logits-clipped"))
