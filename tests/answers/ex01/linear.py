"""Answers to linear: the form is told in answer_files.py."""

import numpy as np


def linear_by_entry(X, w, b):
    z = []
    for i in range(len(X)):
        total = b
        for j in range(len(w)):
            total += w[j] * X[i, j]
        z.append(total)
    return np.array(z)


def linear_by_row(X, w, b):
    return np.array([np.dot(row, w) + b for row in X])


def linear_by_product(X, w, b):
    return (X * w).sum(axis=1) + b


def linear_by_einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def linear_by_column_of_ones(X, w, b):
    return np.column_stack([X, np.ones(len(X))]) @ np.append(w, b)


def linear_from_the_other_side(X, w, b):
    return w @ X.T + b


RIGHT = [
    linear_by_row,
    linear_by_product,
    linear_by_einsum,
    linear_by_column_of_ones,
    linear_from_the_other_side,
]
SLOW = [linear_by_entry]

# ---- held out: above each function what its author was thinking


# The bias is a detail.
def li_no_bias(X, w, b):
    return X @ w


# The threshold is what has to be passed, so it is subtracted.
def li_minus_bias(X, w, b):
    return X @ w - b


# In NumPy, * multiplies.
def li_entrywise(X, w, b):
    return X * w + b


# Sums, but over everything.
def li_sum_of_all(X, w, b):
    return np.sum(X * w) + b


# Sums down the columns.
def li_axis_0(X, w, b):
    return np.sum(X * w, axis=0) + b


# The bias is weighted, too.
def li_bias_inside(X, w, b):
    return (X + b) @ w


# The bias is added to each product before the sum.
def li_bias_for_each_input(X, w, b):
    return np.sum(X * w + b, axis=1)


# Predicts at once.
def li_threshold(X, w, b):
    return (X @ w + b > 0).astype(int)


# A column, as everything is a matrix.
def li_column(X, w, b):
    return (X @ w + b)[:, None]


# One row, the first.
def li_first_row(X, w, b):
    return X[0] @ w + b


# The average input, not the sum.
def li_mean(X, w, b):
    return np.mean(X * w, axis=1) + b


# Each product times b.
def li_times_b(X, w, b):
    return X @ w * b


# Needs as many rows as weights: X transposed.
def li_transposed(X, w, b):
    return X.T @ w + b


# The output of a neuron.
def li_sigmoid(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


HELD_OUT = [
    (li_no_bias, "bias missing", ["bias", "b is missing", "+ b"]),
    (li_minus_bias, "bias subtracted", ["subtract", "minus", "- b", "sign"]),
    (li_entrywise, "product entry by entry", ["entry by entry", "element", "sum", "@"]),
    (
        li_sum_of_all,
        "sum over everything",
        ["everything", "each row", "axis", "one number", "every row", "all rows", "whole"],
    ),
    (li_axis_0, "sum down the columns", ["axis", "column"]),
    (
        li_bias_inside,
        "bias added to the inputs",
        ["inputs", "before", "to x", "weighted", "multiplied by"],
    ),
    (
        li_bias_for_each_input,
        "bias added once for each input",
        ["once for each", "d times", "every input", "each input", "each product", "once"],
    ),
    (li_threshold, "threshold applied", ["threshold", "heaviside", "h(z)", "step"]),
    (li_column, "column", ["column", "(n, 1)"]),
    (li_first_row, "first row only", ["first row", "one row", "every row", "all rows"]),
    (li_mean, "mean for sum", ["mean", "average"]),
    (li_times_b, "multiplied by b", ["multipl", "add", "times b"]),
    (li_transposed, "X transposed", ["transpos", "x.t"]),
    (li_sigmoid, "sigmoid", ["sigmoid"]),
]
