"""Answers to threshold_outputs: the form is told in answer_files.py."""

import numpy as np

W1 = np.array([[1, -1, 0.5], [2, 1, -1]])


B1 = np.array([-1, 3, 2])


W2 = np.array([1, -2, 1])


B2 = -1.5


def point_by_point(points):
    y = []
    for x1, x2 in points:
        h1 = 1 if x1 + 2 * x2 - 1 > 0 else 0
        h2 = 1 if -x1 + x2 + 3 > 0 else 0
        h3 = 1 if 0.5 * x1 - x2 + 2 > 0 else 0
        y.append(1 if h1 - 2 * h2 + h3 - 1.5 > 0 else 0)
    return np.array(y)


def as_a_region(points):
    x1, x2 = points[:, 0], points[:, 1]
    return ((x1 + 2 * x2 > 1) & (x1 - x2 >= 3) & (x1 - 2 * x2 > -4)).astype(float)


def neurons_as_rows(points):
    rows = np.array([[1, 2], [-1, 1], [0.5, -1]])
    H = (rows @ points.T + np.array([[-1], [3], [2]]) > 0).astype(int)
    return ([1, -2, 1] @ H - 1.5 > 0).astype(int)


def output_as_a_table(points):
    h = np.heaviside(np.dot(points, W1) + B1, 0)
    return np.heaviside(h @ W2.reshape(3, 1) + B2, 0)[:, 0]


RIGHT = [point_by_point, as_a_region, neurons_as_rows, output_as_a_table]

# ---- held out: above each function what its author was thinking


def heaviside(z):
    """The threshold: 1 where z > 0, else 0."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


# I thought that a point on the line counts as on the positive side.
def th_line_is_one(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = np.where(points @ W1 + b1 >= 0, 1, 0)
    return np.where(h @ np.array([1, -2, 1]) - 1.5 >= 0, 1, 0)


# I worked out both sums and thought the threshold comes once, at the very end.
def th_hidden_linear(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = points @ W1 + b1
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I thought b is a threshold: the unit fires where the weighted sum exceeds b.
def th_bias_as_threshold(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 - b1)
    return heaviside(h @ np.array([1, -2, 1]) - (-1.5))


# I have three units with two weights each, so I typed the six numbers as three pairs.
def th_weights_in_pairs(points):
    W1 = np.array([[1, -1], [0.5, 2], [1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1.T + b1)
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I only gave the hidden layer its bias; I overlooked the one of the output.
def th_no_b2(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 + b1)
    return heaviside(h @ np.array([1, -2, 1]))


# I took np.sign as the threshold of the hidden units: yes is 1, no is -1.
def th_sign_hidden(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = np.sign(points @ W1 + b1)
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I made an empty table of the same type as the points and filled in the sums unit by unit.
def th_integer_table(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    z = np.zeros((len(points), 3), dtype=points.dtype)
    for j in range(3):
        z[:, j] = points[:, 0] * W1[0, j] + points[:, 1] * W1[1, j] + b1[j]
    return heaviside(heaviside(z) @ np.array([1, -2, 1]) - 1.5)


# I computed y and thought the function is done then.
def th_no_return(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 + b1)
    y = heaviside(h @ np.array([1, -2, 1]) - 1.5)
    y.astype(int)


# I looped over the points and returned the answer of the point, inside the loop.
def th_first_point_only(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    for x in points:
        h = heaviside(x @ W1 + b1)
        y = heaviside(h @ np.array([1, -2, 1]) - 1.5)
        return np.array([y])


# Keywords: one of them in a lower-case hint names the true cause; "a+b": both must occur.
BIAS_SIGN = [
    "bias+sign", "bias+subtract", "biases+subtract", "minus b", "- b", "minus the bias",
    "bias+minus", "subtracted", "bias+added", "bias+negat", "b1+sign", "b1+minus", "add the bias",
    "plus b", "sign of b", "bias+exceeds",
]  # fmt: skip


HELD_OUT = [
        (th_line_is_one, "a sum of exactly 0 answered by 1", [
        "exactly 0", "exactly zero", "on the line", "on a line", "boundary", ">=", "strict",
        "h(0)", "sum+is 0", "z = 0", "z == 0", "at 0", "at zero", "equal to 0", "on its line",
    ]),
    (th_hidden_linear, "no threshold in the hidden layer", [
        "hidden+threshold", "hidden+heaviside", "hidden+activation", "hidden+linear",
        "first threshold", "hidden+raw", "hidden+sum", "threshold+only once",
        "threshold+both layers", "threshold+twice", "threshold+between", "one threshold",
        "activation+between", "threshold+first layer", "h = h(", "single layer", "one layer",
        "hidden+0 or 1", "threshold+each layer", "threshold+every layer", "hidden+h(",
    ]),
    (th_bias_as_threshold, "biases subtracted instead of added", BIAS_SIGN),
    (th_weights_in_pairs, "W1 filled in the wrong order: rows are inputs, columns are units", [
        "order of the weights", "order of the numbers", "columns+w1", "column of w1",
        "rows+w1", "row of w1", "row for each input", "column for each", "transpos", "reshape",
        "(3, 2)", "(2, 3)", "rows and columns", "rearrang", "w1+order", "w1+place",
        "w1+copied", "copy+stand", "w1+typed", "w1+as it stands", "shuffled", "mixed up",
        "jumbled", "row by row", "entries of w1",
    ]),
    (th_no_b2, "output bias b2 forgotten", [
        "without b2", "forgot b2", "b2+missing", "b2+left out", "b2+forg", "add b2", "w2, b2",
        "b_2+missing", "output+bias", "bias+missing", "-1.5", "bias+forg", "without+bias",
        "second bias", "last bias", "left out+bias", "bias+left out",
    ]),
    (th_sign_hidden, "hidden units answer -1 (and 0) instead of 0", [
        "-1 instead", "-1 and 1", "-1 or 1", "1 and -1", "1 or -1", "1 / -1", "np.sign",
        "sign(", "sign function", "sign instead", "minus one", "signum", "the sign of", "±1",
        "-1, not 0", "not -1", "-1/1", "hidden+-1,", "answers -1",
    ]),
    (th_integer_table, "sums cut to whole numbers for integer points", [
        "integer", "whole number", "dtype", "truncat", "rounded", "rounds ", "rounding",
        "cut off", "decimals", "fraction", "float", "type of the points",
    ]),
    (th_no_return, "return forgotten", [
        "return+nothing", "`none`", "is none", "got none", "returned none", "returns none",
        "no return", "forgot+return", "return+missing", "without return", "without a return",
        "`return`", "return statement", "missing return", "does not return",
        "gives nothing back", "gave nothing back", "returned nothing", "hand back",
        "handed back",
    ]),
    (th_first_point_only, "only the first point answered: return inside the loop", [
        "first point", "one point", "first row", "one row", "single point", "single answer",
        "one answer", "each point", "every point", "all points", "for each of",
        "inside the loop", "inside a loop", "in the loop", "one value", "one number",
        "too few", "how many", "as many", "n points", "every row", "all rows", "each row",
        "only the first", "one entry",
    ]),
]
