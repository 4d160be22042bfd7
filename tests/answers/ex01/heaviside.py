"""Answers to heaviside: the form is told in answer_files.py."""

import numpy as np


def heaviside_by_entry(z):
    steps = [1 if value > 0 else 0 for value in z.ravel()]
    return np.array(steps).reshape(z.shape)


def heaviside_by_mask(z):
    steps = np.zeros(z.shape)
    steps[z > 0] = 1
    return steps


RIGHT = [
    heaviside_by_entry,
    heaviside_by_mask,
    lambda z: (z > 0).astype(int),
    lambda z: 1 - (z <= 0),
    lambda z: np.maximum(np.sign(z), 0),
]

# ---- held out: above each function what its author was thinking


# At the threshold it fires.
def he_at_zero(z):
    return (np.asarray(z) >= 0).astype(float)


# The middle at the jump, as in the mathematics book.
def he_half(z):
    return np.heaviside(z, 0.5)


# The sign.
def he_sign(z):
    return np.sign(z)


# -1 and 1.
def he_minus_one(z):
    return np.where(np.asarray(z) > 0, 1, -1)


# The other way round.
def he_reversed(z):
    return np.where(np.asarray(z) > 0, 0, 1)


# 0 below, z above.
def he_relu(z):
    return np.maximum(z, 0)


# The threshold lies in the middle between 0 and 1.
def he_one_half(z):
    return (np.asarray(z) > 0.5).astype(float)


# Any number that is not 0 counts.
def he_nonzero(z):
    return np.asarray(z).astype(bool).astype(float)


# An if.
def he_if(z):
    if z > 0:
        return 1
    else:
        return 0


# One answer for the whole array.
def he_any(z):
    return float(np.any(np.asarray(z) > 0))


# A steep sigmoid is a step.
def he_sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -50, 50)))


# Rounds what is squeezed into 0 to 1.
def he_clip(z):
    return np.clip(z, 0, 1)


# Sets the entries of z itself.
def he_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


# Sets only the upper half; the rest keeps its value.
def he_half_done(z):
    y = np.array(z, dtype=float)
    y[y > 0] = 1
    return y


CHANGES = ["changes", "changed", "in place", "in-place"]


HELD_OUT = [
    (he_at_zero, "1 at 0", ["at 0", ">=", "z = 0", "exactly 0", "at zero"]),
    (he_half, "1/2 at 0", ["at 0", "half", "1/2", "0.5", "z = 0", "exactly 0"]),
    (he_sign, "sign", ["sign", "-1"]),
    (he_minus_one, "-1 and 1", ["-1"]),
    (
        he_reversed,
        "reversed",
        ["revers", "swap", "exchang", "wrong way", "turned round", "other way", "upside"],
    ),
    (he_relu, "relu", ["relu", "z itself", "max(0", "max(z"]),
    (he_one_half, "threshold 0.5", ["0.5", "1/2", "half"]),
    (he_nonzero, "negatives count", ["negative", "not 0", "nonzero", "non-zero", "below 0"]),
    (he_if, "if on an array", ["`if`", " if ", "array+where", "truth value"]),
    (
        he_any,
        "one answer for all",
        ["each entry", "entry by entry", "one answer", "every entry", "one number", "any"],
    ),
    (he_sigmoid, "sigmoid", ["sigmoid", "smooth", "in between", "between 0 and 1"]),
    (he_clip, "ramp", ["clip", "ramp", "in between", "between 0 and 1"]),
    (he_in_place, "changes z", CHANGES),
    (he_half_done, "lower half keeps z", ["negative", "below 0", "below", "z <= 0", "lower"]),
]
