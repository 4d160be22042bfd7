"""Answers to squared_error: the form is told in answer_files.py."""

import numpy as np


def squared_in_place(Y_hat, Y):
    Y_hat -= Y
    Y_hat **= 2
    return Y_hat.mean()


def squared_by_entry(Y_hat, Y):
    total = 0.0
    for i in np.ndindex(Y.shape):
        total += (Y_hat[i] - Y[i]) ** 2
    return total / Y.size


def squared_by_row(Y_hat, Y):
    rows = [np.mean((a - b) ** 2) for a, b in zip(Y_hat, Y, strict=True)]
    return sum(rows) / len(rows)


def squared_by_dot(Y_hat, Y):
    r = (np.asarray(Y_hat, dtype=float) - Y).ravel()
    return float(r @ r) / r.size


RIGHT = [squared_by_row, squared_by_dot, lambda a, b: np.average(np.square(b - a))]
SLOW = [squared_by_entry]
WRONG = [(squared_in_place, "predictions-changed")]

# ---- held out: above each function what its author was thinking


# Half of it, as the derivative is nicer.
def se_half(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2) / 2


# Sum.
def se_sum(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2)


# Mean over the rows.
def se_rows(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / len(Y)


# Root.
def se_root(Y_hat, Y):
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


# Absolute values.
def se_abs(Y_hat, Y):
    return np.mean(np.abs(Y_hat - Y))


# Square of the mean.
def se_square_of_mean(Y_hat, Y):
    return np.mean(Y_hat - Y) ** 2


# No square, as the deviation is what counts.
def se_no_square(Y_hat, Y):
    return np.mean(Y_hat - Y)


# One number a column.
def se_each_column(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=0)


# One number a row.
def se_each_row(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=1)


# Forgets the mean.
def se_entrywise(Y_hat, Y):
    return (Y_hat - Y) ** 2


# Squares each before the difference.
def se_difference_of_squares(Y_hat, Y):
    return np.mean(np.asarray(Y_hat) ** 2 - np.asarray(Y) ** 2)


# ^ is the power.
def se_xor(Y_hat, Y):
    return np.mean((Y_hat - Y) ^ 2)


# Times 2, which is what ** 2 does.
def se_times_two(Y_hat, Y):
    return np.mean((Y_hat - Y) * 2)


# Subtracts in place.
def se_in_place(Y_hat, Y):
    Y_hat -= Y
    return np.mean(Y_hat**2)


# R squared is the usual score: divides by the variance.
def se_relative(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / (np.sum((Y - np.mean(Y)) ** 2) + 1e-12)


# Two sample variances: divides by n - 1.
def se_n_minus_1(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / max(np.size(Y) - 1, 1)


MEAN = ["mean", "average", "1/n", "divid"]


HELD_OUT = [
    (se_half, "1/2", ["half", "1/2", "½"]),
    (se_sum, "sum", MEAN),
    (se_rows, "mean over rows only", ["rows", "entries", "columns"]),
    (se_root, "root", ["root"]),
    (se_abs, "absolute error", ["absolute", "abs"]),
    (
        se_square_of_mean,
        "square of the mean",
        ["square of the mean", "order", "first", "cancel", "before"],
    ),
    (
        se_no_square,
        "no square",
        ["square is", "not squared", "square+missing", "cancel", "square+forg"],
    ),
    (
        se_each_column,
        "mean over rows, column by column",
        ["axis", "column", "one number", "single number", "each output"],
    ),
    (
        se_each_row,
        "mean of each row",
        ["axis", "each row", "one number", "single number", "each sample"],
    ),
    (se_entrywise, "mean missing", ["mean", "average", "one number", "single number"]),
    (
        se_difference_of_squares,
        "difference of squares",
        [
            "difference of",
            "difference first",
            "first the difference",
            "before",
            "square the difference",
            "(y_hat - y)",
        ],
    ),
    (se_xor, "^", ["^", "**", "xor"]),
    (se_times_two, "* 2", ["* 2", "twice", "doubl", "square is", "square+missing", "not squared"]),
    (se_in_place, "changes Y_hat", ["changes", "changed", "in place"]),
    (se_relative, "divided by the variance", ["variance", "r²", "relative", "spread"]),
    (se_n_minus_1, "n - 1", ["n - 1", "n-1", "- 1"]),
]
