"""Answers to backward: the form is told in answer_files.py."""

import numpy as np

from .layer_backward import layer_by_entry


def by_recursion(Ws, As, Zs, delta, f_prime):
    gradients = [As[-1].T @ delta], [delta.sum(axis=0)]
    if len(Ws) == 1:
        return gradients
    before = (delta @ Ws[-1].T) * f_prime(Zs[-2])
    dWs, dbs = by_recursion(Ws[:-1], As[:-1], Zs[:-1], before, f_prime)
    return dWs + gradients[0], dbs + gradients[1]


def by_deltas_first(Ws, As, Zs, delta, f_prime):
    deltas = [delta]
    for W, Z in zip(Ws[:0:-1], Zs[-2::-1], strict=True):
        deltas.append((deltas[-1] @ W.T) * f_prime(Z))
    deltas.reverse()
    dWs = tuple(A.T @ d for A, d in zip(As, deltas, strict=True))
    return dWs, tuple(d.sum(axis=0) for d in deltas)


def by_einsum(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in range(len(Ws) - 1, -1, -1):
        dWs[l] = np.einsum("ij,ik->jk", As[l], delta)
        dbs[l] = np.einsum("ik->k", delta)
        if l:
            delta = np.einsum("ik,jk->ij", delta, Ws[l]) * f_prime(Zs[l - 1])
    return dWs, dbs


def network_by_entry(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, dA = layer_by_entry(delta, As[l], Ws[l])
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            delta = dA * f_prime(Zs[l - 1])
    return dWs, dbs


RIGHT = [by_recursion, by_deltas_first, by_einsum]
SLOW = [network_by_entry]

# ---- held out: above each function what its author was thinking


# Appends while going back and forgets to turn the lists round.
def bw_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Turns only one of the two lists round.
def bw_half_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# The Z of this layer, not of the one below.
def bw_Z_of_this_layer(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l])
    return dWs, dbs


# No slope anywhere.
def bw_no_f_prime(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        delta = delta @ Ws[l].T
    return dWs, dbs


# The mean over the rows in every gradient.
def bw_mean(Ws, As, Zs, delta, f_prime):
    n = len(delta)
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta / n
        dbs[l] = delta.sum(axis=0) / n
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Biases get the mean of the errors.
def bw_db_mean(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.mean(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Treats the last layer like all others: f' there too.
def bw_f_prime_at_output(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        delta = delta * f_prime(Zs[l])
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        delta = delta @ Ws[l].T
    return dWs, dbs


# Forgets the transpose on the way back.
def bw_not_transposed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l] * f_prime(Zs[l - 1])
    return dWs, dbs


# f' of the activation of the layer below.
def bw_f_prime_of_A(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(As[l])
    return dWs, dbs


# Takes As[l + 1], as if As began one layer earlier.
def bw_A_shifted(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l + 1].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# A network has one hidden layer.
def bw_two_layers(Ws, As, Zs, delta, f_prime):
    dW2 = As[1].T @ delta
    db2 = delta.sum(axis=0)
    delta1 = delta @ Ws[1].T * f_prime(Zs[0])
    return [As[0].T @ delta1, dW2], [delta1.sum(axis=0), db2]


# Sends the error back first, and takes the biases' gradient after that.
def bw_db_too_late(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
        dbs[l] = delta.sum(axis=0)
    return dWs, dbs


# range(n - 1, 0, -1) ends before 0.
def bw_skips_first(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, 0, -1):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Uses the same error in every layer's slope: always starts from the delta of the last layer.
def bw_forgets_weights(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta.sum(axis=1, keepdims=True) * f_prime(Zs[l - 1])
    return dWs, dbs


# Goes down with each layer's weights already, in place.
def bw_updates_Ws(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        Ws[l] -= 0.1 * dWs[l]
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# The weights of the layer below carry the error back.
def bw_W_of_layer_below(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l - 1].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Biases as rows, for broadcasting.
def bw_db_keepdims(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0, keepdims=True)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# One pair for each layer.
def bw_pairs(Ws, As, Zs, delta, f_prime):
    grads = []
    for l in reversed(range(len(Ws))):
        grads.insert(0, (As[l].T @ delta, delta.sum(axis=0)))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return grads


TRANSPOSE = ["transpos", "w.t", "w_next.t", "ws[l].t"]
AVERAGE = ["1/n", "1 / n", "mean", "average", "divide by n", "divided by n"]
CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = [
    (bw_reversed, "last layer first", ["order", "revers", "first layer first"]),
    (bw_half_reversed, "dbs last layer first", ["order", "revers", "first layer first"]),
    (bw_Z_of_this_layer, "f' at Zs[l]", ["zs[l - 1]", "zs[l-1]", "zs[l]", "index",
                                         "layer below", "wrong layer", "one layer"]),
    (bw_no_f_prime, "f' missing", ["f'", "f_prime", "derivative"]),
    (bw_mean, "1/n again", AVERAGE),
    (bw_db_mean, "db averaged", AVERAGE),
    (bw_f_prime_at_output, "f' at the last layer too", ["last layer", "output", "head",
                                                        "once too"]),
    (bw_not_transposed, "W not transposed", TRANSPOSE),
    (bw_f_prime_of_A, "f' of the activation", ["f'(a", "f_prime(a", "of the activation",
                                               "of as", "pre-activation", "not zs", "not of z",
                                               "at the outputs as[l]"]),
    (bw_A_shifted, "As[l + 1]", ["as[l]", "as[l + 1]", "index", "as[l+1]"]),
    (bw_two_layers, "only two layers", ["two layers", "2 layers", "any number", "number of",
                                        "how many", "deeper", "one hidden"]),
    (bw_db_too_late, "db of the delta of the layer below", [
        "too late", "before", "after", "layer below", "own delta", "next delta"]),
    (bw_skips_first, "first layer missing", ["first layer", "l = 0", "missing", "range"]),
    (bw_forgets_weights, "weights left out on the way back", ["weight", "ws[l]"]),
    (bw_updates_Ws, "changes Ws", ["updat", *CHANGES]),
    (bw_W_of_layer_below, "Ws[l - 1]", ["ws[l]", "ws[l - 1]", "index", "layer below"]),
    (bw_db_keepdims, "db (1, n_out)", ["keepdims", "(1, "]),
    (bw_pairs, "pairs instead of two lists", ["pair", "two lists", "list of d", "zip"]),
]
