"""Answers to log_sigmoid: the form is told in answer_files.py."""

import numpy as np

from ._shared import entry_by_entry


def by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.empty(z.shape)
    right = z > 0
    result[right] = -np.log1p(np.exp(-z[right]))
    result[~right] = z[~right] - np.log1p(np.exp(z[~right]))
    return result


RIGHT = [
    lambda z: -np.logaddexp(0, -z),
    lambda z: -(np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))),
    lambda z: (z - np.abs(z)) / 2 - np.log1p(np.exp(-np.abs(z))),
    by_masks,
]
SLOW = [entry_by_entry(lambda z: min(z, 0) - np.log1p(np.exp(-abs(z))))]


def zero_from_20_on(z):
    return np.where(z > 20, 0, np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z))))


WRONG = [(zero_from_20_on, "zero-far-right")]

# ---- held out: above each function what its author was thinking


def stable_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


# The sigmoid is safe, so its logarithm is.
def ls_of_sigmoid(z):
    return np.log(stable_sigmoid(z))


# As the formula says.
def ls_formula(z):
    return np.log(1 / (1 + np.exp(-z)))


# ln of a fraction is minus ln of what is below.
def ls_minus_log(z):
    return -np.log(1 + np.exp(-z))


# With log1p.
def ls_minus_log1p(z):
    return -np.log1p(np.exp(-z))


# A small number helps.
def ls_small_number(z):
    return np.log(stable_sigmoid(z) + 1e-12)


# Clips.
def ls_clipped(z):
    return -np.log1p(np.exp(-np.clip(z, -500, 500)))


# Softplus.
def ls_softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


# Minus softplus.
def ls_minus_softplus(z):
    return -np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))


# Softplus of -z, without the minus in front.
def ls_sign(z):
    return np.maximum(-np.asarray(z), 0) + np.log1p(np.exp(-np.abs(z)))


# max for min.
def ls_max(z):
    return np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))


# z on both sides.
def ls_z(z):
    return z - np.log1p(np.exp(-np.abs(z)))


# The left form on both sides: ln e^z/(1 + e^z).
def ls_left_form(z):
    return z - np.log1p(np.exp(z))


# log(1 + e): loses the far right.
def ls_log(z):
    return np.minimum(z, 0) - np.log(1 + np.exp(-np.abs(z)))


# Decimal.
def ls_log10(z):
    return (np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))) / np.log(10)


# The sigmoid.
def ls_sigmoid(z):
    return stable_sigmoid(z)


# Nothing but the bend.
def ls_no_min(z):
    return -np.log1p(np.exp(-np.abs(z)))


# The slope of ln σ.
def ls_slope(z):
    return 1 - stable_sigmoid(z)


HELD_OUT = [
    (ls_of_sigmoid, "logarithm of 0", ["rounded to 0", "logarithm of 0", "ln of 0"]),
    (ls_formula, "overflow, logarithm of 0", ["overflow"]),
    (ls_minus_log, "overflow", ["overflow"]),
    (ls_minus_log1p, "overflow", ["overflow"]),
    (ls_small_number, "a small number added", ["small number"]),
    (ls_clipped, "clipped", ["clip", "cut off"]),
    (ls_softplus, "softplus", ["softplus"]),
    (ls_minus_softplus, "ln σ(-z)", ["-z"]),
    (ls_sign, "sign", ["sign", "minus"]),
    (ls_max, "max for min", ["min"]),
    (ls_z, "z on both sides", ["min", "both sides", "on the right"]),
    (ls_left_form, "overflow on the right", ["overflow"]),
    (ls_log, "the far right is lost", ["log1p"]),
    (ls_log10, "log10", ["log10", "natural"]),
    (ls_sigmoid, "logarithm missing", ["logarithm", "ln"]),
    (ls_no_min, "min missing", ["min"]),
    (ls_slope, "slope", ["slope", "derivative"]),
]
