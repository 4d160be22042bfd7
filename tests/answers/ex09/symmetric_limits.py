"""Answers to symmetric_limits: the form is told in answer_files.py."""

import numpy as np


def by_both_ends(W):
    m = max(-W.min(), W.max())
    return [-m, m]


def one_by_one(W):
    m = 0.0
    for w in np.ravel(W):
        if abs(w) > m:
            m = abs(w)
    return -m, m


def by_squares(W):
    m = np.sqrt(np.max(np.asarray(W, float) ** 2))
    return -float(m), float(m)


RIGHT = [
    lambda W: (-np.max(np.abs(W)), np.max(np.abs(W))),
    lambda W: (-np.linalg.norm(W.ravel(), np.inf), np.linalg.norm(W.ravel(), np.inf)),
    lambda W: np.abs(W).max() * np.array([-1, 1]),
    by_both_ends, one_by_one, by_squares,
]  # fmt: skip

# ---- held out: above each function what its author was thinking


# A scale goes from the smallest to the largest.
def li_range(W):
    return W.min(), W.max()


# Symmetric: minus the largest, plus the largest.
def li_largest(W):
    return -W.max(), W.max()


# abs outside.
def li_abs_outside(W):
    m = abs(W.max())
    return -m, m


# The negative end is the long one.
def li_smallest(W):
    return W.min(), -W.min()


# The mean of both ends.
def li_middle(W):
    m = (abs(W.min()) + abs(W.max())) / 2
    return -m, m


# Half of the largest, as in the lesson.
def li_half(W):
    m = np.abs(W).max() / 2
    return -m, m


# One limit for each unit.
def li_each_unit(W):
    m = np.abs(W).max(axis=0)
    return -m, m


# Only the upper one, the other is clear.
def li_upper(W):
    return np.abs(W).max()


# The smaller of the two fits both sides.
def li_smaller(W):
    m = min(-W.min(), W.max())
    return -m, m


# Three standard deviations hold nearly all.
def li_deviations(W):
    m = 3 * np.std(W)
    return -m, m


# Sizes begin at 0.
def li_from_zero(W):
    return 0, np.abs(W).max()


HELD_OUT = [
    (li_range, "min and max", ["middle"]),
    (li_largest, "largest with its sign", ["negative"]),
    (li_abs_outside, "abs after max", ["negative"]),
    (li_smallest, "the smallest alone", ["positive"]),
    (li_middle, "the mean of both ends", ["half", "farthest"]),
    (li_half, "half", ["half"]),
    (li_each_unit, "per column", ["column"]),
    (li_upper, "one number", ["both"]),
    (li_smaller, "the nearer end", ["nearer", "farther"]),
    (li_deviations, "standard deviations", ["deviation"]),
    (li_from_zero, "from 0", ["begins at 0", "below 0"]),
]
