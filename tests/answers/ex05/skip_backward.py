"""Answers to skip_backward: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import tanh_prime


def by_parts(dA, A_prev, Z, W, f_prime):
    delta = np.multiply(f_prime(Z), dA)
    return np.dot(A_prev.T, delta), np.sum(delta, axis=0), np.dot(delta, W.T) + dA


def by_einsum(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    return dW, np.einsum("ik->k", delta), dA + np.einsum("ik,jk->ij", delta, W)


def by_rows(dA, A_prev, Z, W, f_prime):
    d = len(W)
    dW, db, dA_prev = np.zeros((d, d)), np.zeros(d), np.zeros(A_prev.shape)
    for i in range(len(dA)):
        slopes = np.diag(f_prime(Z[i]))
        jacobian = np.eye(d) + slopes @ W.T  # of one row's outputs by its inputs
        dA_prev[i] = dA[i] @ jacobian
        dW += np.outer(A_prev[i], dA[i] @ slopes)
        db += dA[i] @ slopes
    return dW, db, dA_prev


def by_entry(dA, A_prev, Z, W, f_prime):
    n, d = Z.shape
    slope = f_prime(Z)
    dW, db, dA_prev = np.zeros((d, d)), np.zeros(d), np.array(dA, dtype=float)
    for i in range(n):
        for k in range(d):
            delta = dA[i, k] * slope[i, k]
            db[k] += delta
            for j in range(d):
                dW[j, k] += A_prev[i, j] * delta
                dA_prev[i, j] += W[j, k] * delta
    return dW, db, dA_prev


RIGHT = [by_parts, by_einsum, by_rows]
SLOW = [by_entry]

# ---- held out: above each function what its author was thinking


# It is a layer: task 3 and task 4.
def sk_no_skip(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


# The skip carries delta on.
def sk_delta_on_skip(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), delta + delta @ W.T


# The skip's slope is 1, so 1 is added.
def sk_plus_one(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T + 1


# dA is the delta.
def sk_no_slope(dA, A_prev, Z, W, f_prime):
    return A_prev.T @ dA, dA.sum(axis=0), dA + dA @ W.T


# The slope at the end, where task 4 has it.
def sk_slope_at_end(dA, A_prev, Z, W, f_prime):
    return A_prev.T @ dA, dA.sum(axis=0), dA + (dA @ W.T) * f_prime(Z)


# Everything that comes back passes the slope.
def sk_slope_on_both(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), (dA + dA @ W.T) * f_prime(Z)


# The slope of A = A_prev + f is 1 + f', so that is delta.
def sk_one_plus_slope(dA, A_prev, Z, W, f_prime):
    delta = dA * (1 + f_prime(Z))
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


# The paths multiply.
def sk_multiplied(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), dA * (delta @ W.T)


# W is square, so it fits.
def sk_not_transposed(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), dA + delta @ W


# Outer product the other way.
def sk_dW_transposed(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return delta.T @ A_prev, delta.sum(axis=0), dA + delta @ W.T


# Two paths: the mean of them.
def sk_halved(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), (dA + delta @ W.T) / 2


# Averages over the rows.
def sk_mean(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta / len(dA), delta.mean(axis=0), dA + delta @ W.T


# The input runs past the weights: adds it.
def sk_input_added(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), A_prev + delta @ W.T


# Adds the skip to the gradient of the weights as well.
def sk_skip_in_dW(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ (delta + dA), delta.sum(axis=0) + dA.sum(axis=0), dA + delta @ W.T


# tanh, as in the lesson.
def sk_tanh(dA, A_prev, Z, W, f_prime):
    delta = dA * tanh_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), dA + delta @ W.T


# The slope at the input.
def sk_slope_at_input(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(A_prev)
    return A_prev.T @ delta, delta.sum(axis=0), dA + delta @ W.T


# Adds in place.
def sk_in_place(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    dA += delta @ W.T
    return A_prev.T @ delta, delta.sum(axis=0), dA


HELD_OUT = [
    (sk_no_skip, "the skip forgotten", ["skip"]),
    (sk_delta_on_skip, "f' on the skip", ["skip+f'", "past the activation", "slope 1"]),
    (sk_plus_one, "1 added instead of dA", ["times dA", "dA itself", "1 is added"]),
    (sk_no_slope, "f' forgotten", ["f'"]),
    (sk_slope_at_end, "f' at the end", ["before", "f' is missing", "first"]),
    (sk_slope_on_both, "f' on both paths", ["skip", "both"]),
    (sk_one_plus_slope, "delta with 1 + f'", ["1 + f'"]),
    (sk_multiplied, "paths multiplied", ["add"]),
    (sk_not_transposed, "W not transposed", ["transposed"]),
    (sk_dW_transposed, "dW transposed", ["transposed"]),
    (sk_halved, "mean of the paths", ["half", "halved", "average"]),
    (sk_mean, "mean over rows", ["1/n", "averag"]),
    (sk_input_added, "A_prev added", ["A_prev"]),
    (sk_skip_in_dW, "the skip in dW", ["skip+weights", "skip+W"]),
    (sk_tanh, "tanh built in", ["built in", "f_prime"]),
    (sk_slope_at_input, "f' at A_prev", ["at Z", "A_prev"]),
    (sk_in_place, "dA changed", ["changed"]),
]
