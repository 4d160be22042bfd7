"""Answers to tied_backward: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import tanh_prime


def by_two_layers(delta, X, Z, H, W, f_prime):
    """The decoder is a layer with the weights V = Wᵀ: dV turned back is its share of dW."""
    V = W.T
    dV, dc, dH = H.T @ delta, delta.sum(axis=0), delta @ V.T
    delta_h = f_prime(Z) * dH
    return X.T @ delta_h + dV.T, delta_h.sum(axis=0), dc


def by_einsum(delta, X, Z, H, W, f_prime):
    delta_h = np.einsum("ij,jk,ik->ik", delta, W, f_prime(Z))
    dW = np.einsum("ij,ik->jk", X, delta_h) + np.einsum("ij,ik->jk", delta, H)
    return dW, delta_h.sum(0), delta.sum(0)


def by_rows(delta, X, Z, H, W, f_prime):
    dW, db, dc = np.zeros(W.shape), np.zeros(W.shape[1]), np.zeros(len(W))
    for d, x, z, h in zip(delta, X, Z, H, strict=True):
        d_h = (d @ W) * f_prime(z)
        dW += np.outer(x, d_h) + np.outer(d, h)
        db += d_h
        dc += d
    return dW, db, dc


def by_entry(delta, X, Z, H, W, f_prime):
    n, d, m = len(X), *W.shape
    slope = f_prime(Z)
    dW, db, dc = np.zeros((d, m)), np.zeros(m), np.zeros(d)
    for i in range(n):
        for k in range(m):
            error = sum(delta[i, j] * W[j, k] for j in range(d)) * slope[i, k]
            db[k] += error
            for j in range(d):
                dW[j, k] += X[i, j] * error + delta[i, j] * H[i, k]
        for j in range(d):
            dc[j] += delta[i, j]
    return dW, db, dc


RIGHT = [by_two_layers, by_einsum, by_rows]
SLOW = [by_entry]

# ---- held out: above each function what its author was thinking


def encoder(delta, W, Z, f_prime):
    return (delta @ W) * f_prime(Z)


# W is the encoder's: its gradient as always.
def ti_encoder_only(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d, d.sum(axis=0), delta.sum(axis=0)


# Only the last layer.
def ti_decoder_only(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# Used twice: the mean of both.
def ti_mean_of_both(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return (X.T @ d + delta.T @ H) / 2, d.sum(axis=0), delta.sum(axis=0)


# Minus for the second use.
def ti_difference(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d - delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# No slope.
def ti_no_slope(delta, X, Z, H, W, f_prime):
    d = delta @ W
    return X.T @ d + delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# The slope of the output.
def ti_slope_at_H(delta, X, Z, H, W, f_prime):
    d = (delta @ W) * f_prime(H)
    return X.T @ d + delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# The decoder meets Z.
def ti_Z_for_H(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + delta.T @ Z, d.sum(axis=0), delta.sum(axis=0)


# The gradient of the transposed weights is added as it is; fits where W is square.
def ti_not_turned(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + H.T @ delta, d.sum(axis=0), delta.sum(axis=0)


# As for a usual layer, with the transpose.
def ti_back_with_transpose(delta, X, Z, H, W, f_prime):
    d = (delta @ W.T) * f_prime(Z)
    return X.T @ d + delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# Bias gradients exchanged.
def ti_biases_exchanged(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + delta.T @ H, delta.sum(axis=0), d.sum(axis=0)


# Twice the encoder's.
def ti_doubled(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return 2 * X.T @ d, d.sum(axis=0), delta.sum(axis=0)


# A mean over the rows.
def ti_mean(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return (X.T @ d + delta.T @ H) / len(X), d.mean(axis=0), delta.mean(axis=0)


# The two gradients apart.
def ti_apart(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return (X.T @ d, delta.T @ H), d.sum(axis=0), delta.sum(axis=0)


# tanh.
def ti_tanh(delta, X, Z, H, W, f_prime):
    d = (delta @ W) * tanh_prime(Z)
    return X.T @ d + delta.T @ H, d.sum(axis=0), delta.sum(axis=0)


# X where the reconstruction's error belongs: it should look like X.
def ti_X_for_delta(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + X.T @ H, d.sum(axis=0), delta.sum(axis=0)


# The slope on the decoder as well.
def ti_slope_on_decoder(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + delta.T @ (H * f_prime(Z)), d.sum(axis=0), delta.sum(axis=0)


# db is not summed.
def ti_not_summed(delta, X, Z, H, W, f_prime):
    d = encoder(delta, W, Z, f_prime)
    return X.T @ d + delta.T @ H, d, delta


HELD_OUT = [
    (ti_encoder_only, "decoder forgotten", ["decoder", "second use", "twice", "R ="]),
    (ti_decoder_only, "encoder forgotten", ["encoder", "first use"]),
    (ti_mean_of_both, "mean of both", ["halved", "add", "mean"]),
    (ti_difference, "difference", ["add", "sum"]),
    (ti_no_slope, "slope missing", ["f'"]),
    (ti_slope_at_H, "slope at H", ["at H", "takes Z"]),
    (ti_Z_for_H, "Z for H", ["H"]),
    (ti_not_turned, "not transposed", ["transposed"]),
    (ti_back_with_transpose, "back with W transposed", ["transposed", "delta @ W"]),
    (ti_biases_exchanged, "db and dc exchanged", ["exchanged"]),
    (ti_doubled, "encoder's part twice", ["decoder", "twice"]),
    (ti_mean, "mean over rows", ["1/n", "averag"]),
    (ti_apart, "two arrays for dW", ["dW"]),
    (ti_tanh, "tanh built in", ["built in", "f_prime"]),
    (ti_X_for_delta, "X for delta", ["delta"]),
    (ti_slope_on_decoder, "slope in the decoder's part", ["f'"]),
    (ti_not_summed, "biases not summed", ["summed", "sum"]),
]
