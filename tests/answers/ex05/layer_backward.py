"""Answers to layer_backward: the form is told in answer_files.py."""

import numpy as np


def layer_by_row(delta, A_prev, W):
    dW = np.zeros(W.shape)
    for a, d in zip(A_prev, delta, strict=True):
        dW += np.outer(a, d)
    return dW, np.sum(delta, axis=0), np.array([W @ d for d in delta])


def layer_by_einsum(delta, A_prev, W):
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    return dW, np.einsum("ik->k", delta), np.einsum("ik,jk->ij", delta, W)


def layer_transposed_twice(delta, A_prev, W):
    return [(delta.T @ A_prev).T, np.ones(len(delta)) @ delta, (W @ delta.T).T]


def layer_by_entry(delta, A_prev, W):
    n, n_in, n_out = len(delta), *W.shape
    dW, db, dA_prev = np.zeros(W.shape), np.zeros(n_out), np.zeros(A_prev.shape)
    for i in range(n):
        for k in range(n_out):
            db[k] += delta[i, k]
            for j in range(n_in):
                dW[j, k] += A_prev[i, j] * delta[i, k]
                dA_prev[i, j] += delta[i, k] * W[j, k]
    return dW, db, dA_prev


RIGHT = [layer_by_row, layer_by_einsum, layer_transposed_twice]
SLOW = [layer_by_entry]

# ---- held out: above each function what its author was thinking


# Averages the gradient of the weights over the rows.
def lb_dW_mean(delta, A_prev, W):
    return A_prev.T @ delta / len(delta), delta.sum(axis=0), delta @ W.T


# Averages the gradient of the biases over the rows.
def lb_db_mean(delta, A_prev, W):
    return A_prev.T @ delta, delta.mean(axis=0), delta @ W.T


# Averages everything, as Andrew Ng's formulas have it.
def lb_all_mean(delta, A_prev, W):
    m = len(delta)
    return A_prev.T @ delta / m, delta.sum(axis=0) / m, delta @ W.T


# Keeps the axis, as seen in a video.
def lb_db_keepdims(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0, keepdims=True), delta @ W.T


# The derivative by b is delta itself.
def lb_db_not_summed(delta, A_prev, W):
    return A_prev.T @ delta, delta, delta @ W.T


# Sums along the wrong axis.
def lb_db_axis_1(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=1), delta @ W.T


# np.sum without an axis.
def lb_db_sum_of_all(delta, A_prev, W):
    return A_prev.T @ delta, np.sum(delta), delta @ W.T


# The book writes delta times A transposed, with columns as samples.
def lb_dW_transposed(delta, A_prev, W):
    return delta.T @ A_prev, delta.sum(axis=0), delta @ W.T


# Goes back through W as it came.
def lb_W_not_transposed(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W


# A times delta: the sizes will do.
def lb_A_not_transposed(delta, A_prev, W):
    return A_prev @ delta, delta.sum(axis=0), delta @ W.T


# Goes back through the ReLU here already.
def lb_with_relu(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), (delta @ W.T) * (A_prev > 0)


# Goes back through the sigmoid here already.
def lb_with_sigmoid(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), (delta @ W.T) * A_prev * (1 - A_prev)


# What is needed first comes first.
def lb_order(delta, A_prev, W):
    return delta @ W.T, A_prev.T @ delta, delta.sum(axis=0)


# Takes the step at once, and goes back through the new weights.
def lb_updates_W(delta, A_prev, W):
    dW = A_prev.T @ delta
    W -= 0.1 * dW
    return dW, delta.sum(axis=0), delta @ W.T


# A gradient points downhill.
def lb_sign(delta, A_prev, W):
    return -A_prev.T @ delta, -delta.sum(axis=0), -delta @ W.T


# Forgets that the layer below wants something too.
def lb_no_dA(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0)


TRANSPOSE = ["transpos", "w.t", "w_next.t", "ws[l].t"]
AVERAGE = ["1/n", "1 / n", "mean", "average", "divide by n", "divided by n"]
CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = [
    (lb_dW_mean, "dW averaged again", AVERAGE),
    (lb_db_mean, "db averaged again", AVERAGE),
    (lb_all_mean, "dW and db averaged again", AVERAGE),
    (lb_db_keepdims, "db (1, n_out)", ["keepdims", "(1, "]),
    (lb_db_not_summed, "db not summed over the rows", ["sum"]),
    (lb_db_axis_1, "db summed along the wrong axis", ["axis", "across", "along"]),
    (lb_db_sum_of_all, "db summed over everything", ["axis", "everything", "one number",
                                                     "single number", "all entries"]),
    (lb_dW_transposed, "dW transposed", ["transpos"]),
    (lb_W_not_transposed, "W not transposed", TRANSPOSE),
    (lb_A_not_transposed, "A_prev not transposed", ["transpos", "a_prev.t"]),
    (lb_with_relu, "f' applied here", ["f'", "relu", "derivative", "slope", "activation"]),
    (lb_with_sigmoid, "f' applied here", ["f'", "sigmoid", "derivative", "slope",
                                          "activation"]),
    (lb_order, "order of the answers", ["order"]),
    (lb_updates_W, "changes W", ["updat", *CHANGES]),
    (lb_sign, "sign", ["sign", "minus"]),
    (lb_no_dA, "dA_prev missing", ["da_prev", "three", "3 "]),
]
