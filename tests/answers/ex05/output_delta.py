"""Answers to output_delta: the form is told in answer_files.py."""

import numpy as np


def output_by_row(Z, Y):
    rows = []
    for z, y in zip(Z, Y, strict=True):
        e = np.exp(z - np.max(z))
        rows.append((e / e.sum() - y) / len(Z))
    return np.stack(rows)


def output_by_labels(Z, Y):
    D = softmax(Z)
    D[np.arange(len(Z)), Y.argmax(axis=1)] -= 1
    return D / len(Z)


def output_by_log_sum_exp(Z, Y):
    top = Z.max(axis=1, keepdims=True)
    log_sum = top + np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
    return np.mean([np.exp(Z - log_sum) - Y], axis=0) / Z.shape[0]


def output_by_entry(Z, Y):
    delta = np.zeros(Z.shape)
    for i in range(len(Z)):
        total = sum(np.exp(z - max(Z[i])) for z in Z[i])
        for k in range(Z.shape[1]):
            delta[i, k] = (np.exp(Z[i, k] - max(Z[i])) / total - Y[i, k]) / len(Z)
    return delta


RIGHT = [output_by_row, output_by_labels, output_by_log_sum_exp]
SLOW = [output_by_entry]

# ---- held out: above each function what its author was thinking


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# The famous P - Y, and nothing else.
def od_no_mean(Z, Y):
    return softmax(np.asarray(Z, dtype=float)) - Y


# The error is target minus output, as in the perceptron.
def od_sign(Z, Y):
    return (Y - softmax(np.asarray(Z, dtype=float))) / len(Z)


# The mean of a matrix divides by its size.
def od_divides_by_size(Z, Y):
    D = softmax(np.asarray(Z, dtype=float)) - Y
    return D / D.size


# shape[1] is the number of samples, is it not?
def od_divides_by_classes(Z, Y):
    Z = np.asarray(Z, dtype=float)
    return (softmax(Z) - Y) / Z.shape[1]


# Sums down the columns: axis=0 means rows.
def od_axis_0(Z, Y):
    E = np.exp(Z - np.max(Z, axis=0))
    P = E / E.sum(axis=0)
    return (P - Y) / len(Z)


# Softmax divides by the sum of everything.
def od_whole_matrix(Z, Y):
    E = np.exp(Z - np.max(Z))
    return (E / E.sum() - Y) / len(Z)


# The output unit is a sigmoid.
def od_sigmoid(Z, Y):
    e = np.exp(-np.abs(Z))
    return (np.where(np.asarray(Z) >= 0, 1, e) / (1 + e) - Y) / len(Z)


# Z is already the output of the network.
def od_no_softmax(Z, Y):
    return (np.asarray(Z) - Y) / len(Z)


# Softmax straight from its formula.
def od_overflows(Z, Y):
    E = np.exp(Z)
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# Subtracts one maximum for all rows: a row far below it becomes 0/0.
def od_global_max(Z, Y):
    E = np.exp(Z - np.max(Z))
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# Multiplies by the derivative of the output activation too, as in every other layer.
def od_extra_derivative(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    return (P - Y) * P * (1 - P) / len(Z)


# Differentiates -y ln p by p and stops there.
def od_by_p(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    with np.errstate(all="ignore"):
        return -Y / P / len(Z)


# Returns the loss, whose gradient was wanted.
def od_returns_loss(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    return -np.sum(Y * np.log(np.maximum(P, 1e-300))) / len(Z)


# Shifts the logits in place to save memory.
def od_changes_Z(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# "Mean over the rows" is mean(axis=0).
def od_averages_delta(Z, Y):
    return np.mean(softmax(np.asarray(Z, dtype=float)) - Y, axis=0)


# The squared error has a 2 in its derivative.
def od_factor_2(Z, Y):
    return 2 * (softmax(np.asarray(Z, dtype=float)) - Y) / len(Z)


AVERAGE = ["1/n", "1 / n", "mean", "average", "divide by n", "divided by n"]
CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = [
    (od_no_mean, "1/n missing", AVERAGE),
    (od_sign, "sign", ["sign", "y - p", "y - softmax", "minus"]),
    (od_divides_by_size, "divides by n k", ["classes", "nk", "n k", "n·k", "n * k", "size",
                                            "entries", "columns"]),
    (od_divides_by_classes, "divides by k", ["classes", "by k", "columns", "shape[1]"]),
    (od_axis_0, "softmax down the columns", ["axis", "column", "each row"]),
    (od_whole_matrix, "softmax over the whole matrix", ["whole", "axis", "each row", "matrix",
                                                        "all of z"]),
    (od_sigmoid, "sigmoid", ["sigmoid"]),
    (od_no_softmax, "no softmax", ["softmax+miss", "softmax+forg", "softmax+without",
                                   "no softmax", "z - y", "logits themselves"]),
    (od_overflows, "overflow", ["overflow"]),
    (od_global_max, "one maximum for all rows", ["own max", "its max", "each row",
                                                 "underflow", "own largest", "0/0"]),
    (od_extra_derivative, "softmax derivative applied once more", [
        "derivative", "p (1 - p)", "p(1 - p)", "p * (1 - p)", "slope", "cancel"]),
    (od_by_p, "derivative by P, not Z", ["by p", "∂p", "/p", "/ p", "respect to p",
                                         "y / p", "probabilit"]),
    (od_returns_loss, "returns the loss", ["loss itself", "value of the loss", "the loss,",
                                           "is the loss", "one number", "single number"]),
    (od_changes_Z, "changes Z", CHANGES),
    (od_averages_delta, "averages the rows away", ["each row", "axis=0", "one row",
                                                   "row for each", "averag"]),
    (od_factor_2, "factor 2", ["factor 2", "twice", "factor of 2", "2 times", "2 too",
                               "doubl"]),
]
