"""Answers to sigmoid: the form is told in answer_files.py."""

import numpy as np

from ._shared import entry_by_entry


def sigmoid_by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.empty_like(z)
    right = z >= 0
    result[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    result[~right] = e / (1 + e)
    return result


RIGHT = [
    lambda z: (1 + np.tanh(z / 2)) / 2,
    lambda z: np.exp(-np.logaddexp(0, -z)),
    lambda z: np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))),
    lambda z: 1 / (1 + np.exp(np.clip(-z, -700, 700))),
    sigmoid_by_masks,
]
SLOW = [entry_by_entry(lambda z: np.exp(min(z, 0)) / (1 + np.exp(-np.abs(z))))]

# ---- held out: above each function what its author was thinking


# I had both forms on paper and put each one on the other side of the where.
def si_sides_swapped(z):
    e = np.exp(-np.abs(z))
    return np.where(z <= 0, 1 / (1 + e), e / (1 + e))


# I typed the formula as it is in the book; exp of a big number is just inf and 1/inf is 0.
def si_textbook(z):
    return 1 / (1 + np.exp(-z))


# I thought where would only compute the form that it needs for an entry.
def si_where_computes_both(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


# I remembered that the sigmoid is a tanh moved up and halved, and np.tanh never overflows.
def si_tanh_without_half_z(z):
    return 0.5 * (1 + np.tanh(z))


# I read that the exponent is -|z| in both forms, so I thought one form does for all.
def si_one_form_only(z):
    return 1 / (1 + np.exp(-np.abs(z)))


# I wrote the fractions the way I say them: one over one plus e, e over one plus e.
def si_brackets_missing(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)


# I need an empty result of the same shape as z, and zeros_like makes one.
def si_zeros_like_integers(z):
    result = np.zeros_like(z)
    right = z >= 0
    result[right] = 1 / (1 + np.exp(-z[right].astype(float)))
    e = np.exp(z[~right].astype(float))
    result[~right] = e / (1 + e)
    return result


# I save memory: once I know the signs I only need the absolute values, so I keep them in z.
def si_abs_in_place(z):
    positive = z >= 0
    np.abs(z, out=z)
    e = np.exp(-z)
    return np.where(positive, 1 / (1 + e), e / (1 + e))


# I fill the positive entries, then the negative ones, and that is everything.
def si_zero_left_out(z):
    result = np.zeros(z.shape)
    e = np.exp(-np.abs(z))
    result[z > 0] = 1 / (1 + e[z > 0])
    result[z < 0] = e[z < 0] / (1 + e[z < 0])
    return result


IN_PLACE = [
    "in place",
    "in-place",
    "caller",
    "overwrit",
    "overwrote",
    "modif",
    "changes z",
    "changed z",
    "changes its argument",
    "changes the argument",
    "changed your argument",
    "change+argument",
    "change+input",
    "writes into",
    "written into",
    "writes to z",
    "alias",
]


INTEGER = ["integer", "dtype", "whole number", "int64", "fraction+cut", "decimals", "truncat"]


OVERFLOW = ["overflow", "too large for a float", "too big for a float", "beyond every float"]


SWAPPED = [
    "swap",
    "exchang",
    "wrong way round",
    "other way round",
    "wrong side",
    "other side",
    "mirror",
    "revers",
    "interchang",
    "mixed up",
    "trade places",
    "traded places",
]


HELD_OUT = [
        (
        si_sides_swapped,
        "the two forms on the wrong sides: sigmoid of -z",
        [*SWAPPED, " sign", "minus", "falls", "decreas", "of -z", "σ(-z)", "σ(−z)"],
    ),
    (si_textbook, "e^-z overflows for very negative z", OVERFLOW),
    (
        si_where_computes_both,
        "np.where computes both sides, one of them overflows",
        [*OVERFLOW, "both sides", "computes both", "where+both", "inf/inf"]
        + ["both forms", "inf / inf"],
    ),
    (
        si_tanh_without_half_z,
        "tanh of z instead of z/2: sigmoid of 2z",
        ["tanh", "half", "z/2", "z / 2", "2z", "2 z", "2·z", "twice", "steep", "factor 2"],
    ),
    (
        si_one_form_only,
        "one form for both sides, so negative z get the value of |z|",
        [
            "symmetric",
            "same value+both",
            "same+both sides",
            "same for z and -z",
            "sign of z",
            "second form",
            "other form",
            "two forms",
            "one form",
            "forgot+negative",
            "only+positive",
            "negative+never below",
            "absolute+lost",
            "below 1/2",
            "below 0.5",
            "mirror",
        ],
    ),
    (
        si_brackets_missing,
        "brackets around the denominator missing",
        ["bracket", "parenthes", "precedence", "denominator", "1 / 1", "1/1", "divides first"],
    ),
    (
        si_zeros_like_integers,
        "zeros_like takes over the integer dtype",
        [*INTEGER, "zeros_like"],
    ),
    (si_abs_in_place, "z changed in place", IN_PLACE),
    (
        si_zero_left_out,
        "z = 0 in neither case, left at 0",
        ["at 0", "at z = 0", "z = 0", "z=0", "exactly 0", "exactly zero", "at zero", "1/2"],
    ),
]
