"""Answers to sigmoid_prime: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid

from ._shared import entry_by_entry

RIGHT = [
    lambda z: sigmoid(z) * (1 - sigmoid(z)),
    lambda z: sigmoid(z) * sigmoid(-z),
    lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
    lambda z: np.exp(-np.abs(z) - 2 * np.log1p(np.exp(-np.abs(z)))),
]
SLOW = [entry_by_entry(lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2)]

# ---- held out: above each function what its author was thinking


# I know backprop code where the derivative gets the activation, so I wrote that one.
def sp_of_output(z):
    return z * (1 - z)


# I remembered s and s minus one, or was it the other way round?
def sp_factor_reversed(z):
    s = sigmoid(z)
    return s * (s - 1)


# I copied the formula from left to right and saw no need for the bracket.
def sp_bracket_missing(z):
    s = sigmoid(z)
    return s * 1 - s


# I differentiated the fraction by hand with the quotient rule and typed what came out.
def sp_quotient_rule_overflow(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


# I mixed it up with the slope of tanh, one minus the square of the output.
def sp_tanh_rule(z):
    return 1 - sigmoid(z) ** 2


# I first made z the output, and then the formula says sigmoid, so I typed sigmoid again.
def sp_sigmoid_twice(z):
    z = sigmoid(z)
    return sigmoid(z) * (1 - sigmoid(z))


# I used the lesson's form with e to the -|z|, but I lost the square below.
def sp_square_lost(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)


# I was happy to see the right numbers in the output of the cell.
def sp_printed(z):
    s = sigmoid(z)
    slope = s * (1 - s)
    print(slope)


# I learned that a product of two arrays is written with @ in Python.
def sp_matrix_product(z):
    s = sigmoid(z)
    return s @ (1 - s)


OVERFLOW = ["overflow", "too large for a float", "too big for a float", "beyond every float"]


SQUARE_MISSING = ["square", "squared", "** 2", "**2", "power"]


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
        (sp_of_output, "z taken for the output of the sigmoid", [*OF_OUTPUT, "z(1", "z * (1"]),
    (
        sp_factor_reversed,
        "s - 1 instead of 1 - s: wrong sign",
        [" sign", "negative", "minus", "s - 1", "1 - s", "reversed", "order of the difference"],
    ),
    (
        sp_bracket_missing,
        "brackets around 1 - s missing",
        ["bracket", "parenthes", "precedence", "s * 1", "s·1", "s - s", "before minus"],
    ),
    (
        sp_quotient_rule_overflow,
        "e^-z overflows for very negative z",
        [*OVERFLOW, "inf/inf", "inf / inf", "nan"],
    ),
    (
        sp_tanh_rule,
        "slope of tanh, 1 - s^2, used for the sigmoid",
        ["tanh", "1 - s²", "1 - s^2", "1 - s**2", "1 − s²", "square", "one minus+squared"],
    ),
    (
        sp_sigmoid_twice,
        "sigmoid applied twice",
        ["twice", "two times", "sigmoid of the sigmoid", "σ(σ", "second time"] + ["already"],
    ),
    (
        sp_square_lost,
        "square of the denominator forgotten",
        [*SQUARE_MISSING, "one factor", "a factor", "second factor", "(1 + e)"],
    ),
    (
        sp_printed,
        "return forgotten, printed only",
        ["none+return", "`none`", "is none", "forgot+return", "no return", "without return"]
        + ["return+missing", "return+nothing", "`return`", "print", "return statement"],
    ),
    (
        sp_matrix_product,
        "matrix product instead of entry by entry",
        ["@", "matrix", "matmul", "dot product", "np.dot", "inner product", "entry by entry"]
        + ["entrywise", "elementwise", "element-wise", "sums over"],
    ),
]
