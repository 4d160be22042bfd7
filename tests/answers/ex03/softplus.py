"""Answers to softplus: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid

from ._shared import entry_by_entry


def softplus_by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.where(z > 0, z, 0.0)
    return result + np.log(1 + np.exp(np.where(z > 0, -z, z)))


RIGHT = [
    lambda z: np.logaddexp(0, z),
    lambda z: np.maximum(z, 0) - np.log(sigmoid(np.abs(z))),
    lambda z: np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z))),
    softplus_by_masks,
]
SLOW = [entry_by_entry(lambda z: np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))]

# ---- held out: above each function what its author was thinking


# Straight from the formula.
def sp_overflows(z):
    return np.log(1 + np.exp(z))


# log1p is the accurate one.
def sp_log1p_overflows(z):
    return np.log1p(np.exp(z))


# Clips z so that nothing overflows.
def sp_clipped(z):
    return np.log1p(np.exp(np.clip(z, -30, 30)))


# Its derivative.
def sp_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


# ReLU is nearly the same.
def sp_relu(z):
    return np.maximum(z, 0.0)


# Forgets the max(z, 0) of the stable form.
def sp_no_max(z):
    return np.log1p(np.exp(-np.abs(z)))


# ln(1 + e^-z).
def sp_minus(z):
    return np.maximum(-np.asarray(z), 0.0) + np.log1p(np.exp(-np.abs(z)))


# Decimal logarithm.
def sp_log10(z):
    z = np.asarray(z, dtype=float)
    return (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))) / np.log(10)


# Binary logarithm, from a tutorial on entropy.
def sp_log2(z):
    z = np.asarray(z, dtype=float)
    return (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))) / np.log(2)


# For large z it is z; the formula is kept in both branches of where.
def sp_where(z):
    return np.where(np.asarray(z) > 30, z, np.log1p(np.exp(z)))


# Below 0 it is 0, as with ReLU; the smooth part is for the right side.
def sp_zero_below(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z + np.log1p(np.exp(-np.abs(z))), 0.0)


# Adds 1 outside the logarithm: ln(e^z) + 1.
def sp_one_outside(z):
    return np.asarray(z, dtype=float) + 1


# |z| in place of max(z, 0).
def sp_abs(z):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))


# Without the abs: max(z, 0) + ln(1 + e^-z).
def sp_max_without_abs(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        return np.maximum(z, 0) + np.log1p(np.exp(-z))


# Takes the larger of the whole array.
def sp_global_max(z):
    z = np.asarray(z, dtype=float)
    m = z.max()
    return m + np.log(np.exp(-m) + np.exp(z - m)) if m > 0 else np.log1p(np.exp(z))


HELD_OUT = [
        (sp_overflows, "overflow", ["overflow"]),
    (sp_log1p_overflows, "overflow", ["overflow"]),
    (sp_clipped, "clipped", ["clip", "cut off", "cap", "stops growing"]),
    (sp_sigmoid, "its derivative", ["derivative", "sigmoid"]),
    (sp_relu, "ReLU", ["relu"]),
    (sp_no_max, "max(z, 0) missing", ["max"]),
    (sp_minus, "sign of z", ["sign", "-z", "⁻ᶻ", "mirror"]),
    (sp_log10, "log10", ["log10", "natural", "base"]),
    (sp_log2, "log2", ["log2", "natural", "base"]),
    (sp_where, "overflow in the branch not taken", ["overflow"]),
    (sp_zero_below, "0 below 0", ["below 0", "negative", "on the left", "left side",
                                  "left half"]),
    (sp_one_outside, "1 outside the logarithm", ["outside", "bracket", "inside",
                                                 "z + 1", "parenthes"]),
    (sp_abs, "|z| for max(z, 0)", ["max", "|z|", "abs"]),
    (sp_max_without_abs, "abs missing", ["abs", "|z|", "overflow"]),
    (sp_global_max, "one maximum for the whole array", ["whole", "each entry", "max",
                                                        "underflow", "entry"]),
]
