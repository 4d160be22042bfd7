"""Answers to max_network: the form is told in answer_files.py."""

import numpy as np


def from_the_first():
    """x1 + max(0, x2 - x1)."""
    return np.array([[1, -1, -1], [0, 0, 1]]), np.zeros(3), np.array([1, -1, 1]), 0


def from_the_middle():
    """(x1 + x2)/2 + |x1 - x2|/2."""
    W1 = [[1, -1, 1, -1], [1, -1, -1, 1]]
    return W1, [0, 0, 0, 0], [0.5, -0.5, 0.5, 0.5], 0.0


def scaled():
    return np.array([[2, 0, 0], [-2, 3, -3]]), np.zeros(3), np.array([1 / 2, 1 / 3, -1 / 3]), 0.0


def with_idle_units():
    W1 = np.array([[1.0, 0, 0, 0, 0], [-1, 1, -1, 0, 0]])
    return W1, np.array([0.0, 0, 0, 2, 0]), np.array([1.0, 1, -1, 1, 5]), -2.0


RIGHT = [from_the_first, from_the_middle, scaled, with_idle_units]

# ---- held out: above each function what its author was thinking


# x2 passes through its own unit.
def ma_positive_only():
    return np.array([[1, 0], [-1, 1]]), np.zeros(2), np.array([1, 1]), 0


# One unit for each input, added.
def ma_sum_of_parts():
    return np.eye(2), np.zeros(2), np.ones(2), 0


# The lead of the first.
def ma_lead_only():
    return np.array([[1], [-1]]), np.zeros(1), np.ones(1), 0


# Distance.
def ma_distance():
    return np.array([[1, -1], [-1, 1]]), np.zeros(2), np.ones(2), 0


# The smaller.
def ma_min():
    return np.array([[-1, 0, 0], [1, 1, -1]]), np.zeros(3), np.array([-1, 1, -1]), 0


# Twice the maximum.
def ma_twice():
    return np.array([[1, -1, 1, -1], [1, -1, -1, 1]]), np.zeros(4), np.array([1, -1, 1, 1]), 0


# x1 + the lead of x1.
def ma_wrong_partner():
    return np.array([[1, 1, -1], [-1, 0, 0]]), np.zeros(3), np.array([1, 1, -1]), 0


# Forgets that max(0, -z) is positive.
def ma_abs():
    return np.array([[1, 0, 0], [-1, 1, -1]]), np.zeros(3), np.array([1, 1, 1]), 0


# Mean of both.
def ma_mean():
    return np.array([[1, -1], [1, -1]]), np.zeros(2), np.array([0.5, -0.5]), 0


# The output unit is a ReLU too; both units 1 - 1.
def ma_zero():
    return np.array([[1, -1], [1, -1]]), np.zeros(2), np.array([1, 1]), 0


# A large bias keeps the unit on, and is not taken away.
def ma_bias_left():
    return np.array([[1, 0], [-1, 1]]), np.array([0, 100]), np.array([1, 1]), 0


# ... or is taken away, but is not large enough for all numbers.
def ma_bias_trick():
    return np.array([[1, 0], [-1, 1]]), np.array([0, 100]), np.array([1, 1]), -100


# W1 transposed.
def ma_transposed():
    return np.array([[1, -1], [0, 1], [0, -1]]), np.zeros(3), np.array([1, 1, -1]), 0


# A constant threshold.
def ma_bias_one():
    return np.array([[1, 0, 0], [-1, 1, -1]]), np.array([-1, 0, 0]), np.array([1, 1, -1]), 0


# Sign of the lead.
def ma_lead_subtracted():
    return np.array([[1, 0, 0], [-1, 1, -1]]), np.zeros(3), np.array([-1, 1, -1]), 0


HELD_OUT = [
    (ma_positive_only, "negative x2 cut off", ["negative"]),
    (ma_sum_of_parts, "sum of the positive parts", ["added", "sum", "both"]),
    (ma_lead_only, "the lead alone", ["how much", "lead", "x₂ itself"]),
    (ma_distance, "the distance", ["distance", "difference", "apart"]),
    (ma_min, "the smaller", ["smaller"]),
    (ma_twice, "twice", ["2 times", "twice", "half"]),
    (ma_wrong_partner, "x1 + lead of x1", ["x₁", "other"]),
    (ma_abs, "absolute value", ["absolute", "|x₂|", "negative"]),
    (ma_mean, "the mean", ["mean"]),
    (ma_zero, "|x1 + x2|", ["|x₁ + x₂|", "sum", "first is larger", "one of the two"]),
    (ma_bias_left, "bias not taken away", ["bias", "same number"]),
    (ma_bias_trick, "bias too small", ["far", "bias"]),
    (ma_transposed, "transposed", ["transposed", "row for each input"]),
    (ma_bias_one, "bias", ["bias", "0.7", "nearly equal", "close"]),
    (ma_lead_subtracted, "lead subtracted", ["subtract", "minus", "sign"]),
]
