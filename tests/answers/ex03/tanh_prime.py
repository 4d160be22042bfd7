"""Answers to tanh_prime: the form is told in answer_files.py."""

import math

import numpy as np

from mlp_lesson.activations import sigmoid_prime

from ._shared import entry_by_entry


def tanh_prime_by_exp(z):
    e = np.exp(-2 * np.abs(z))
    return 4 * e / (1 + e) ** 2


RIGHT = [
    lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)),
    lambda z: 4 * sigmoid_prime(2 * z),
    tanh_prime_by_exp,
]
SLOW = [entry_by_entry(lambda z: 1 - np.square(np.tanh(z)))]

# ---- held out: above each function what its author was thinking


# I thought z is already the tanh, as in the code of my last course.
def tp_of_output(z):
    return 1 - z**2


# I read tanh^2(z) and squared what stands in the bracket.
def tp_square_inside(z):
    return 1 - np.tanh(z**2)


# I took one minus tanh and then the square of it.
def tp_square_of_difference(z):
    return (1 - np.tanh(z)) ** 2


# I know the slope as one over cosh squared, and this is the same function.
def tp_cosh_overflow(z):
    return 1 / np.cosh(z) ** 2


# I know that tan' is 1 + tan^2, so I thought it is the same with an h.
def tp_plus_like_tan(z):
    return 1 + np.tanh(z) ** 2


# I used the tanh of the math module, it needs no NumPy.
def tp_math_scalar(z):
    return 1 - math.tanh(z) ** 2


# I kept the pattern of the task before, s times one minus s, with tanh as s.
def tp_sigmoid_rule(z):
    t = np.tanh(z)
    return t * (1 - t)


# I come from MATLAB, where a hat is the power.
def tp_hat_as_power(z):
    return 1 - np.tanh(z) ^ 2


# I go through all entries with ravel, then it works for any number of axes.
def tp_flattened(z):
    return np.array([1 - math.tanh(v) ** 2 for v in z.ravel()])


OVERFLOW = ["overflow", "too large for a float", "too big for a float", "beyond every float"]


OF_OUTPUT = [
    "output+input",
    "output of the sigmoid",
    "output of tanh",
    "the output, not",
    "already",
    "z itself",
    "z as if",
    "of the output",
    "from the output",
    "applied to z",
    "without tanh",
    "without the sigmoid",
    "sigmoid+missing",
]


HELD_OUT = [
        (tp_of_output, "z taken for the output of tanh", [*OF_OUTPUT, "1 - z²", "tanh+missing"]),
    (
        tp_square_inside,
        "z squared instead of tanh(z)",
        ["inside", "z²", "z squared", "squares z", "squared z", "z ** 2", "z**2", "z^2"]
        + ["square of z", "square+result", "square+belongs", "before tanh"],
    ),
    (
        tp_square_of_difference,
        "the whole difference squared instead of tanh",
        ["bracket", "parenthes", "(1 - tanh", "(1 − tanh", "difference", "square+only"]
        + ["square+whole", "square+belongs", "subtract+first", "(1 - t)"],
    ),
    (tp_cosh_overflow, "cosh overflows for large z", [*OVERFLOW, "cosh"]),
    (
        tp_plus_like_tan,
        "plus instead of minus",
        [" sign", "plus", "adds", "added", "1 + tanh", "subtract", "1 + t"],
    ),
    (
        tp_math_scalar,
        "math.tanh takes single numbers only",
        ["math.", "math module", "module math", "`math`", "np.tanh", "single number"]
        + ["one number", "scalar", "whole array", "numbers only", "single value"],
    ),
    (
        tp_sigmoid_rule,
        "rule of the sigmoid, t(1 - t), used for tanh",
        ["sigmoid", "σ", "t(1", "t * (1", "t·(1", "tanh(z) * (1", "tanh(z)·(1", "t (1"],
    ),
    (
        tp_hat_as_power,
        "^ is no power in Python",
        ["^", "xor", "bitwise", "caret", "a hat", "the hat"],
    ),
    (
        tp_flattened,
        "shape of z lost, result flat",
        ["shape", "flat", "ravel", "one axis", "one-dimensional", "1-d", "reshape"],
    ),
]
