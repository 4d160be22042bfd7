"""Losses that take the network's logits Z and give (value, delta).

Z (n, k) is what the last layer computes before its activation; Y (n, k) holds the targets. The
value is a mean over the n rows, and delta (n, k) is its derivative ∂L/∂Z. It carries the 1/n once,
so that everything behind it is a plain sum. Each loss includes its own output activation (its
head), because the two together have a simple and stable derivative that neither has alone.

sample_weight (n,), where it is given, makes the mean a weighted one, Σᵢ sᵢ lᵢ / Σᵢ sᵢ: a row of
weight 2 counts like two equal rows, a row of weight 0 not at all.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .activations import identity, sigmoid, softmax


def _checked(Z, Y):
    """Z and Y as arrays of one shape (n, k), n >= 1."""
    Z, Y = np.asarray(Z), np.asarray(Y)
    if Z.ndim != 2 or Z.shape != Y.shape:
        raise ValueError(
            f"Z {Z.shape} and Y {Y.shape} must both be (n_samples, n_outputs); "
            "make a column of targets with y[:, None], one-hot rows of labels with one_hot(y, k)"
        )
    if len(Z) == 0:
        raise ValueError("Z has no rows: a mean over 0 samples does not exist")
    return Z, Y


def _check_probabilities(Y):
    if not (Y.min() >= 0 and Y.max() <= 1):
        raise ValueError(
            f"targets of a cross-entropy lie in [0, 1], got {Y.min()}..{Y.max()}; "
            "labels such as -1 and 1 become (y + 1) / 2, class numbers become one_hot(y, k)"
        )


def _mean_over_rows(terms, slopes, sample_weight):
    """L = 1/n Σᵢₖ termᵢₖ and ∂L/∂Z, from the terms (n, k) and the slope of each by its z."""
    if sample_weight is None:
        return np.sum(terms) / len(terms), slopes / len(terms)
    s, total = sample_weight, np.sum(sample_weight)
    if s.shape != terms.shape[:1]:
        raise ValueError(f"sample_weight must be ({len(terms)},), one for each row; got {s.shape}")
    if not total > 0:
        raise ValueError(
            f"the weights of these {len(s)} rows sum to {total:g}: they have no weighted mean. "
            "Leave out the rows of weight 0, or take larger batches"
        )
    return np.sum(s @ terms) / total, s[:, None] * slopes / total


def one_hot(y, n_classes, dtype=np.float64):
    """Labels (n,) in 0..k-1 -> Y (n, k) with Y[i, y[i]] = 1 and 0 elsewhere."""
    y = np.asarray(y)
    if y.ndim != 1 or y.dtype.kind not in "iu":
        raise ValueError(f"y must be a vector of integers, got shape {y.shape}, dtype {y.dtype}")
    if y.size and not (0 <= y.min() and y.max() < n_classes):
        raise ValueError(f"labels must lie in 0..{n_classes - 1}, got {y.min()}..{y.max()}")
    return np.eye(n_classes, dtype=dtype)[y]


def mse(Z, Y, *, sample_weight=None):
    """L = 1/(nk) Σᵢₖ (z - y)²: mean squared error, with an identity head."""
    Z, Y = _checked(Z, Y)
    R = Z - Y
    k = R.shape[1]
    return _mean_over_rows(R**2 / k, 2 * R / k, sample_weight)


def half_squared_error(Z, Y, *, sample_weight=None):
    """L = 1/(2n) Σᵢₖ (z - y)²: half the squared error of each row, averaged over the rows.

    With the ½, delta is (Z - Y)/n: the same form as for the two cross-entropies below. It is the
    loss that scikit-learn's MLPRegressor descends. Gaussian likelihood of constant variance.
    """
    Z, Y = _checked(Z, Y)
    R = Z - Y
    return _mean_over_rows(R**2 / 2, R, sample_weight)


def absolute_error(Z, Y, *, sample_weight=None):
    """L = 1/n Σᵢₖ |z - y|, identity head. The derivative at z = y does not exist; 0 is returned."""
    Z, Y = _checked(Z, Y)
    R = Z - Y
    return _mean_over_rows(np.abs(R), np.sign(R), sample_weight)


def huber(Z, Y, threshold=1.0, *, sample_weight=None):
    """L = 1/n Σᵢₖ h(z - y), h(r) = ½r² for |r| <= t, else t(|r| - t/2) (Huber 1964)."""
    Z, Y = _checked(Z, Y)
    R = Z - Y
    clipped = np.clip(R, -threshold, threshold)  # h'(r); and h(r) = c(r - c/2) with c = h'(r)
    return _mean_over_rows(clipped * (R - clipped / 2), clipped, sample_weight)


def binary_cross_entropy(Z, Y, *, sample_weight=None):
    """L = -1/n Σᵢₖ [y ln σ(z) + (1 - y) ln(1 - σ(z))], sigmoid head; delta = (σ(Z) - Y)/n.

    One output is a binary classification; k outputs are k yes-or-no questions (multilabel), whose
    probabilities need not sum to 1. From ln σ(z) = -ln(1 + e⁻ᶻ) each term is
    max(z, 0) - zy + ln(1 + e^(-|z|)), which never overflows. Y in [0, 1]. Bernoulli likelihood.
    """
    Z, Y = _checked(Z, Y)
    _check_probabilities(Y)
    E = np.exp(-np.abs(Z))
    P = np.where(Z >= 0, 1, E) / (1 + E)  # σ(Z)
    return _mean_over_rows(np.maximum(Z, 0) - Z * Y + np.log1p(E), P - Y, sample_weight)


def softmax_cross_entropy(Z, Y, *, sample_weight=None):
    """L = -1/n Σᵢₖ y ln softmax(z)ₖ, softmax head; delta = (softmax(Z) - Y)/n.

    Y (n, k) is one-hot, or any rows of probabilities that sum to 1. With one-hot rows a term is
    ln Σⱼ e^zⱼ - z_y (log-sum-exp), shifted by the largest z. Categorical likelihood.
    """
    Z, Y = _checked(Z, Y)
    _check_probabilities(Y)
    if abs(Y.sum() - len(Y)) > 1e-3 * len(Y):  # one sum for all rows, so that it costs nothing
        raise ValueError(
            "each row of Y must sum to 1; for several yes at once use binary_cross_entropy"
        )
    Z = Z - Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    S = E.sum(axis=1, keepdims=True)
    return _mean_over_rows(Y * (np.log(S) - Z), E / S - Y, sample_weight)


class Loss(NamedTuple):
    """A loss (Z, Y) -> (value, delta), and the head that turns its logits into predictions."""

    value_and_delta: Callable
    head: Callable


LOSSES = {
    "mse": Loss(mse, identity),
    "squared_error": Loss(half_squared_error, identity),
    "absolute_error": Loss(absolute_error, identity),
    "huber": Loss(huber, identity),
    "binary_cross_entropy": Loss(binary_cross_entropy, sigmoid),
    "softmax_cross_entropy": Loss(softmax_cross_entropy, softmax),
}
