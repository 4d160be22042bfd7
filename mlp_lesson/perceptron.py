"""The perceptron: a threshold unit that learns by correcting its mistakes.

Rosenblatt (1958, and 1962 for this rule), Novikoff 1962 for the theorem. Targets are 0 and 1; the
unit answers 1 where z = w·x + b > 0, else 0.
"""

from typing import NamedTuple

import numpy as np

from .activations import heaviside


def linear(X, w, b):
    """z = Xw + b: X (n, d) -> (n,), or one row (d,) -> a number."""
    return np.asarray(X) @ w + b


def predict(X, w, b):
    """ŷ = H(Xw + b), 0 or 1 for each row."""
    return heaviside(linear(X, w, b)).astype(np.int64)


def perceptron_update(w, b, x, target, lr=1.0):
    """w ← w + η(t - ŷ)x;  b ← b + η(t - ŷ): nothing happens when the answer ŷ is right.

    x (d,), target 0 or 1. Returns the new (w, b); the arguments are not changed.
    """
    error = target - heaviside(linear(x, w, b))  # +1, 0 or -1
    return w + lr * error * np.asarray(x), b + lr * error


class Correction(NamedTuple):
    """One mistake, and the weights after its correction."""

    epoch: int  # 1, 2, ...: the pass over the rows in which it happened
    row: int
    w: np.ndarray
    b: float


def corrections(X, y, lr=1.0, max_epochs=100):
    """The learning rule from w = 0, b = 0, row after row: yield a Correction for each mistake.

    X (n, d), y (n,) of 0 and 1. Ends after a pass without mistakes, or after max_epochs passes.
    """
    X, y = _checked(X, y)
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(1, max_epochs + 1):
        was_right = True
        for row, (x, target) in enumerate(zip(X, y, strict=True)):
            if heaviside(linear(x, w, b)) != target:
                w, b = perceptron_update(w, b, x, target, lr)
                was_right = False
                yield Correction(epoch, row, w, b)
        if was_right:
            return


def train_perceptron(X, y, lr=1.0, max_epochs=100):
    """Learn from zero weights: returns (w (d,), b, number of mistakes made on the way)."""
    X, y = _checked(X, y)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for step in corrections(X, y, lr, max_epochs):
        w, b, n_mistakes = step.w, step.b, n_mistakes + 1
    return w, b, n_mistakes


def margin(X, y, w, b):
    """γ = minᵢ ±(w·xᵢ + b) / ‖(w, b)‖, the sign + for target 1: above 0 if (w, b) separates.

    It is measured in the space of (x, 1), where the bias is one more weight, as in the theorem.
    """
    X, y = _checked(X, y)
    signed = np.where(y == 1, 1, -1) * linear(X, w, b)
    return float(np.min(signed) / np.linalg.norm(np.append(w, b)))


def radius(X):
    """R = maxᵢ ‖(xᵢ, 1)‖: how far the rows reach, the constant input of the bias included."""
    X = np.asarray(X, dtype=np.float64)
    return float(np.sqrt(1 + np.max(np.sum(X**2, axis=1))))


def mistake_bound(X, y, w, b):
    """(R/γ)²: from zero weights the rule errs at most so often, whatever the order (Novikoff 1962).

    (w, b) is any line that separates the classes; the one with the largest margin gives the
    smallest bound. Raises ValueError when it does not separate them: then nothing is promised.
    """
    gamma = margin(X, y, w, b)
    if not gamma > 0:
        raise ValueError(
            f"this line does not separate the two classes (its margin is {gamma:.3g}), "
            "so the theorem says nothing about it"
        )
    return (radius(X) / gamma) ** 2


def _checked(X, y):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    if X.ndim != 2 or y.shape != (len(X),):
        raise ValueError(f"X must be (n, d) and y (n,); got {X.shape} and {y.shape}")
    if len(X) == 0:
        raise ValueError("X has no rows")
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"targets are 0 and 1; got {np.unique(y)}")
    if not np.isfinite(X).all():
        raise ValueError("X must not hold NaN or infinity")
    return X, y
