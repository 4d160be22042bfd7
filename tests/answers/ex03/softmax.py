"""Answers to softmax: the form is told in answer_files.py."""

import numpy as np


def softmax_by_entry(Z):
    P = np.zeros(Z.shape)
    for i in range(len(Z)):
        total = sum(np.exp(z - max(Z[i])) for z in Z[i])
        for k in range(Z.shape[1]):
            P[i, k] = np.exp(Z[i, k] - max(Z[i])) / total
    return P


def softmax_by_rows(Z):
    rows = []
    for z in Z:
        e = np.exp(z - np.max(z))
        rows.append(e / e.sum())
    return np.stack(rows)


def softmax_by_transposing(Z):
    E = np.exp(Z.T - Z.max(axis=1))
    return (E / E.sum(axis=0)).T


def softmax_by_logarithm(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


def softmax_by_einsum(Z):
    E = np.exp(Z - np.amax(Z, axis=-1)[:, np.newaxis])
    return np.einsum("ij,i->ij", E, 1 / np.einsum("ij->i", E))


RIGHT = [
    softmax_by_rows,
    softmax_by_transposing,
    softmax_by_logarithm,
    softmax_by_einsum,
]
SLOW = [softmax_by_entry]

# ---- held out: above each function what its author was thinking


# The whole table shares the probability.
def sm_whole(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum()


# Sums over the first axis.
def sm_axis_0(Z):
    E = np.exp(Z - np.max(Z, axis=0))
    return E / E.sum(axis=0)


# From the formula.
def sm_overflows(Z):
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


# One maximum for all.
def sm_global_max(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=1, keepdims=True)


# Without keepdims.
def sm_no_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


# Shares of the logits.
def sm_no_exp(Z):
    Z = Z - np.min(Z, axis=1, keepdims=True) + 1.0
    return Z / Z.sum(axis=1, keepdims=True)


# A sigmoid for each.
def sm_sigmoid(Z):
    e = np.exp(-np.abs(Z))
    return np.where(np.asarray(Z) >= 0, 1, e) / (1 + e)


# Not divided.
def sm_not_divided(Z):
    return np.exp(Z - Z.max(axis=1, keepdims=True))


# The largest one takes it all.
def sm_hardmax(Z):
    return np.eye(Z.shape[1])[np.argmax(Z, axis=1)]


# Shifts in place.
def sm_in_place(Z):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


# Shifts the exponent below the line only.
def sm_shift_below_only(Z):
    m = Z.max(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        return np.exp(Z) / np.exp(Z - m).sum(axis=1, keepdims=True)


# Logarithms are stable.
def sm_log(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


# Divides by the largest instead of subtracting it.
def sm_divides_by_max(Z):
    with np.errstate(all="ignore"):
        E = np.exp(Z / np.max(np.abs(Z), axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# The mean is the shift: also cancels, but does not bound the exponent.
def sm_mean_shift(Z):
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# Smallest first: e^-z, as for energies.
def sm_minus(Z):
    E = np.exp(-(Z - Z.min(axis=1, keepdims=True)))
    return E / E.sum(axis=1, keepdims=True)


# A small number against division by zero.
def sm_epsilon(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-3)


HELD_OUT = [
        (sm_whole, "over the whole table", ["whole", "each row", "every row", "axis"]),
    (sm_axis_0, "down the columns", ["axis", "column"]),
    (sm_overflows, "overflow", ["overflow"]),
    (sm_global_max, "one maximum for all rows", ["each row", "own", "row's", "0/0",
                                                 "underflow"]),
    (sm_no_keepdims, "keepdims missing", ["keepdims"]),
    (sm_no_exp, "exponential missing", ["exp"]),
    (sm_sigmoid, "sigmoid", ["sigmoid"]),
    (sm_not_divided, "not divided by the sum", ["divid", "sum to 1", "normali"]),
    (sm_hardmax, "hard maximum", ["hard", "argmax", "one-hot", "soft", "0 and 1"]),
    (sm_in_place, "changes Z", ["changes", "changed", "in place"]),
    (sm_shift_below_only, "shift below the line only", ["shift", "numerator", "above the line",
                                                        "below the line", "denominator",
                                                        "both"]),
    (sm_log, "log-softmax", ["log"]),
    (sm_divides_by_max, "divides by the maximum", ["subtract", "divid"]),
    (sm_mean_shift, "shifted by the mean", ["mean", "overflow"]),
    (sm_minus, "sign of z", ["sign", "-z", "⁻ᶻ", "smallest logit"]),
    (sm_epsilon, "epsilon in the sum", ["epsilon", "1e-", "small number", "sum to 1",
                                        "less than 1"]),
]
