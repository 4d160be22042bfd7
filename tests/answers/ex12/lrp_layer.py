"""Answers to lrp_layer: the form is told in answer_files.py."""

import numpy as np


def by_einsum(A, W, b, R, eps):
    Z = A @ W + b
    Z = np.where(Z < 0, Z - eps, Z + eps)
    return np.einsum("ni,ij,nj->ni", A, W, R / Z)


def by_shares(A, W, b, R, eps):
    parts = np.asarray(A, float)[:, :, None] * W  # (n, n_in, n_out)
    Z = parts.sum(axis=1) + b
    Z = Z + eps * (2.0 * (Z >= 0) - 1)
    return (parts / Z[:, None, :] * R[:, None, :]).sum(axis=2)


def row_by_row(A, W, b, R, eps):
    rows = []
    for a, r in zip(A, R, strict=True):
        z = a @ W + b
        z = z + np.copysign(eps, z + 0.0)
        rows.append(a * (W @ (r / z)))
    return np.array(rows)


def one_by_one(A, W, b, R, eps):
    out = np.zeros(A.shape)
    for n in range(A.shape[0]):
        for j in range(W.shape[1]):
            z = b[j] + sum(A[n, i] * W[i, j] for i in range(W.shape[0]))
            z += eps if z >= 0 else -eps
            for i in range(W.shape[0]):
                out[n, i] += A[n, i] * W[i, j] / z * R[n, j]
    return out


RIGHT = [by_einsum, by_shares, row_by_row]
SLOW = [one_by_one]

# ---- held out: above each function what its author was thinking


# eps against division by zero, as usual.
def plain_eps(A, W, b, R, eps):
    return A * (R / (A @ W + b + eps) @ W.T)


# np.sign knows the sign.
def numpys_sign(A, W, b, R, eps):
    Z = A @ W + b
    with np.errstate(all="ignore"):
        return A * (R / (Z + eps * np.sign(Z)) @ W.T)


# Only what the inputs contribute.
def without_bias(A, W, b, R, eps):
    Z = A @ W
    return A * (R / np.where(Z >= 0, Z + eps, Z - eps) @ W.T)


# Only where it is needed.
def eps_where_needed(A, W, b, R, eps):
    Z = A @ W + b
    return A * (R / np.where(Z == 0, eps, Z) @ W.T)


# The gradient way: weights carry it back.
def no_inputs(A, W, b, R, eps):
    Z = A @ W + b
    return R / np.where(Z >= 0, Z + eps, Z - eps) @ W.T


# It must be conserved.
def conserved(A, W, b, R, eps):
    out = by_einsum(A, W, b, R, eps)
    return out / out.sum(axis=1, keepdims=True) * R.sum(axis=1, keepdims=True)


# Contributions, not divided.
def contributions(A, W, b, R, eps):
    return A * (R @ W.T)


# Relevance is how much it matters: positive.
def only_size(A, W, b, R, eps):
    return np.abs(by_einsum(A, W, b, R, eps))


HELD_OUT = [
    (plain_eps, "eps without sign", ["where the sum is negative"]),
    (numpys_sign, "np.sign(0) is 0", ["np.sign(0)"]),
    (without_bias, "bias missing in the sum", ["biases are missing"]),
    (eps_where_needed, "eps only at 0", ["only where a sum is 0"]),
    (no_inputs, "inputs missing", ["inputs are missing"]),
    (conserved, "made to sum", ["stretched"]),
    (contributions, "not divided", ["not divided"]),
    (only_size, "sign lost", ["sign of the shares"]),
]
