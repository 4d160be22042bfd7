"""Answers to hidden_delta: the form is told in answer_files.py."""

import numpy as np


def hidden_by_row(d, W, Z, f_prime):
    return np.array([(W @ row) * f_prime(z) for row, z in zip(d, Z, strict=True)])


def hidden_by_einsum(d, W, Z, f_prime):
    return np.einsum("ik,jk,ij->ij", d, W, f_prime(Z), optimize=True)


def hidden_through_jacobians(d, W, Z, f_prime):
    return np.stack([d[i] @ (W.T * f_prime(Z[i : i + 1])) for i in range(len(Z))])


def hidden_by_entry(d, W, Z, f_prime):
    delta = np.zeros(Z.shape)
    slopes = f_prime(Z)
    for i in range(len(Z)):
        for j in range(Z.shape[1]):
            for k in range(W.shape[1]):
                delta[i, j] += d[i, k] * W[j, k] * slopes[i, j]
    return delta


RIGHT = [hidden_by_row, hidden_by_einsum, hidden_through_jacobians]
SLOW = [hidden_by_entry]

# ---- held out: above each function what its author was thinking


# Only the weights lie between the two layers.
def hd_no_f_prime(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T


# f' of what comes back.
def hd_f_prime_of_error(delta_next, W_next, Z, f_prime):
    return f_prime(delta_next @ W_next.T)


# f' belongs to the delta that comes in.
def hd_f_prime_of_delta(delta_next, W_next, Z, f_prime):
    return (delta_next * f_prime(delta_next)) @ W_next.T


# Goes back through the weights as they are.
def hd_not_transposed(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next * f_prime(Z)


# f' of the activation, as in the formula a (1 - a).
def hd_f_prime_of_A(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(np.tanh(Z))


# The value of the layer instead of the slope.
def hd_times_Z(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * Z


# All products are matrix products.
def hd_matrix_product(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T @ f_prime(Z).T


# The mean over the rows, once in every layer.
def hd_mean(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(Z) / len(Z)


# The chain rule adds.
def hd_adds(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T + f_prime(Z)


# Hidden layers are ReLU layers.
def hd_relu(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * (Z > 0)


# Hidden layers are sigmoid layers.
def hd_sigmoid(delta_next, W_next, Z, f_prime):
    s = 1 / (1 + np.exp(-Z))
    return delta_next @ W_next.T * s * (1 - s)


# The formula of the book, with columns as samples.
def hd_columns(delta_next, W_next, Z, f_prime):
    return W_next @ delta_next.T * f_prime(Z).T


# Sums the errors of the rows first.
def hd_sums_rows(delta_next, W_next, Z, f_prime):
    return delta_next.sum(axis=0) @ W_next.T * f_prime(Z)


# Averages f' over the rows.
def hd_mean_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(Z).mean(axis=0)


# Target minus output somewhere, so a minus here.
def hd_sign(delta_next, W_next, Z, f_prime):
    return -(delta_next @ W_next.T) * f_prime(Z)


TRANSPOSE = ["transpos", "w.t", "w_next.t", "ws[l].t"]
AVERAGE = ["1/n", "1 / n", "mean", "average", "divide by n", "divided by n"]

HELD_OUT = [
    (hd_no_f_prime, "f' missing", ["f'", "f_prime", "derivative"]),
    (hd_f_prime_of_error, "f' of the error that comes back", [
        "f'(z)", "f_prime(z)", "of z", "at z", "argument of f"]),
    (hd_f_prime_of_delta, "f' of delta_next", ["f'(z)", "f_prime(z)", "of z", "at z",
                                               "argument of f", "own z"]),
    (hd_not_transposed, "W not transposed", TRANSPOSE),
    (hd_f_prime_of_A, "f' of the activation", ["f'(a)", "f'(f", "f_prime(a", "f_prime(f",
                                               "of the activation", "of a,", "at z"]),
    (hd_times_Z, "Z in place of f'(Z)", ["f'", "f_prime", "derivative"]),
    (hd_matrix_product, "matrix product with f'", ["entry", "element", "@", "matrix product"]),
    (hd_mean, "1/n again", AVERAGE),
    (hd_adds, "adds f'", ["add", "plus", "multipl", "product"]),
    (hd_relu, "ReLU's slope for every f", ["relu", "f_prime you", "the f_prime", "given f"]),
    (hd_sigmoid, "sigmoid's slope for every f", ["sigmoid", "f_prime you", "the f_prime",
                                                 "given f"]),
    (hd_columns, "transposed", ["transpos"]),
    (hd_sums_rows, "errors summed over the rows", ["sum", "each row", "own"]),
    (hd_mean_slope, "f' averaged over the rows", ["mean", "averag", "each row", "own"]),
    (hd_sign, "sign", ["sign", "minus"]),
]
