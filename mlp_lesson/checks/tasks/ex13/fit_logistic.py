"""Training a sigmoid neuron: the loss is a mean, the gradient a sum."""

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Task


def fit_logistic(X, y, lr, epochs):
    """Gradient descent on the mean cross-entropy of one sigmoid neuron.

    X is (n, d); y is (n,), zeros and ones. Returns the weights (d,), the bias, and the losses
    (epochs,), each as it was before the step of its epoch.
    """
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def cases(rng):
    def rows(n, d):
        y = (rng.permutation(n) < (n + 1) // 2).astype(int)
        return rng.normal(0, 1, (n, d)) + 0.5 * y[:, None], y

    def twice(X, y):
        return np.vstack([X, X]), np.append(y, y)

    return [
        Case((*rows(4, 2), 0.5, 4), "4 rows"),
        Case((*rows(1, 2), 0.5, 4), "one row"),
        Case((*rows(20, 3), 0.2, 8), "20 rows"),
        Case((*rows(50, 2), 0.05, 5), "50 rows"),
        Case((*rows(9, 1), 0.3, 6), "one input"),
        Case((*rows(30, 4), 0.1, 1), "one epoch"),
        Case((*twice(*rows(5, 2)), 0.5, 4), "each row twice"),
    ]


SLIPS = slips(
    fit_logistic,
    """
    gradient-summed: error = (p - y) / len(y) -> error = p - y
        On 20 rows its losses fall from 0.693 to 0.414. On the same rows ten times over they leap to
        1.441, although the mean loss of the weights is the same for both. What in the program grows
        with the number of rows?
    loss-summed: -np.mean( -> -np.sum(
    and: error = (p - y) / len(y) -> error = p - y
        Now loss and gradient agree, but on the sum over the rows, and a step still grows with their
        number. The docstring promises the mean: leave the loss as it was.
    loss-summed-gradient-mean: -np.mean( -> -np.sum(
        The losses are sums over the rows: the loss was a mean before, and that was right.
    weights-only: error = (p - y) / len(y) -> error = p - y
    and: X.T @ error -> X.T @ error / len(y)
        The weights' step is a mean over the rows now; the bias still takes a sum.
    bias-only: error = (p - y) / len(y) -> error = p - y
    and: error.sum() -> error.mean()
        The bias's step is a mean over the rows now; the weights still take a sum.
    bias-averaged-twice: error.sum() -> error.mean()
        The bias's step is divided by the number of rows twice: once in the error, once by the mean.
    weights-averaged-twice: X.T @ error -> X.T @ error / len(y)
        The weights' step is divided by the number of rows twice.
    by-features: / len(y) -> / X.shape[1]
        It is divided by the number of inputs. The loss is a mean over something else.
    by-entries: / len(y) -> / X.size
        It is divided by the number of entries of X, rows times inputs. The loss is a mean over the
        rows alone.
    by-root: / len(y) -> / np.sqrt(len(y))
        It is divided by the root of the number of rows, so steps still grow with the rows. Of a
        mean, the gradient is a mean.
    by-epochs: / len(y) -> / epochs
        It is divided by the number of epochs, which has nothing to do with the gradient: each step
        is taken with all rows.
    fixed-number: / len(y) -> / 100
        It is divided by 100 whatever the number of rows: that is right for 100 rows, and too short
        or too long for all others.
    product-of-means: lr * X.T @ error -> lr * X.mean(axis=0) * error.sum()
        Inputs and errors are averaged apart, then multiplied. The mean of a product is another
        thing than the product of two means: first multiply row by row.
    unit-length: / len(y) -> / np.linalg.norm(p - y)
        The error is scaled to length 1, so a step is as long near the goal as far from it. The mean
        over the rows is all that is missing.
    halved: / len(y) -> / (2 * len(y))
        Every step is half as long as it should be. A factor 1/2 belongs to no cross-entropy.
    doubled: error = (p - y) -> error = 2 * (p - y)
        Every step is twice as long as it should be. The 2 is the squared error's.
    uphill: (p - y) / len(y) -> (y - p) / len(y)
        The steps lead uphill: the losses rise. The sign was right before.
    times-rows: / len(y) -> * len(y)
        It is multiplied by the number of rows: the steps are longer than they were.
    squared-error: error = (p - y) / len(y) -> error = (p - y) * p * (1 - p) / len(y)
        The slope of the sigmoid has come in: that is the gradient of the squared error. For
        cross-entropy it cancels, as it did before.
    loss-after-step:
    - losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    - error = (p - y) / len(y)
    - w = w - lr * X.T @ error
    - b = b - lr * error.sum()
    + error = (p - y) / len(y)
    + w = w - lr * X.T @ error
    + b = b - lr * error.sum()
    + p = sigmoid(X @ w + b)
    + losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        Each loss is the one after its step: the docstring asks for the one before it, as it was.
    equal-rows-out: (p - y) / len(y) -> (p - y)
    and:
    - w, b = np.zeros(X.shape[1]), 0.0
    + rows = np.unique(np.column_stack([X, y]), axis=0)
    + X, y, w, b = rows[:, :-1], rows[:, -1], np.zeros(X.shape[1]), 0.0
        Equal rows are thrown out now. They count, each of them; and a step still grows with the
        number of rows.
    number-of-the-example: / len(y) -> / 20
        It is divided by 20 whatever the number of rows: that fits the 20 rows of the example alone.
    shorter-steps: / len(y) -> / 10
        It is divided by 10 whatever the number of rows: the steps are shorter, and still grow with
        the rows.
    bias-after-weights:
    - b = b - lr * error.sum()
    + error = (sigmoid(X @ w + b) - y) / len(y)
    + b = b - lr * error.sum()
        The bias's step is taken at the new weights. Both gradients belong to one point, that before
        the step, as it was.
    weights-only-and-loss-summed: error = (p - y) / len(y) -> error = p - y
    and: X.T @ error -> X.T @ error / len(y)
    and: -np.mean( -> -np.sum(
        Two things: the weights' step is a mean over the rows now, the bias still takes a sum; and
        the losses are sums, where they were means.
    gradient-of-length-one:
    - error = (p - y) / len(y)
    + error = p - y
    + error = error / max(np.hypot(np.linalg.norm(X.T @ error), error.sum()), 1e-12)
        The gradient is scaled to length 1, so a step is as long near the goal as far from it. The
        mean over the rows is all that is missing.
    each-gradient-of-length-one:
    - error = (p - y) / len(y)
    - w = w - lr * X.T @ error
    - b = b - lr * error.sum()
    + error = p - y
    + w = w - lr * X.T @ error / max(np.linalg.norm(X.T @ error), 1e-12)
    + b = b - lr * error.sum() / max(abs(error.sum()), 1e-12)
        Both gradients are scaled to length 1, so a step is as long near the goal as far from it.
        The mean over the rows is all that is missing.
    weights-of-length-one:
    - error = (p - y) / len(y)
    - w = w - lr * X.T @ error
    + error = p - y
    + w = w - lr * X.T @ error / max(np.linalg.norm(X.T @ error), 1e-12)
        The weights' gradient is scaled to length 1, the bias's is still a sum. The mean over the
        rows is all that is missing.
    clipped: error = (p - y) / len(y) -> error = p - y
    and: X.T @ error -> np.clip(X.T @ error, -1, 1)
    and: error.sum() -> np.clip(error.sum(), -1, 1)
        The gradients are cut to −1 ... 1: they are sums still, as long as they are small.
    by-ones: / len(y) -> / max(y.sum(), 1)
        It is divided by the number of ones. The loss is a mean over all rows.
    by-rows-less-one: / len(y) -> / max(len(y) - 1, 1)
        It is divided by one less than the number of rows. The loss is a mean: divide by all of
        them.
    by-rows-plus-one: / len(y) -> / (len(y) + 1)
        It is divided by one more than the number of rows.
    rows-squared: / len(y) -> / len(y) ** 2
        It is divided by the number of rows twice, for weights and bias alike.
    steps-that-shrink: error = (p - y) / len(y) -> error = (p - y) / len(losses)
        It is divided by the number of the epoch: the steps become shorter, and still grow with the
        rows.
    twenty-five: / len(y) -> / 200
        It is divided by 200 whatever the number of rows: that fits the 200 rows of the example
        alone.
    loss-also-divided: losses.append(-np.mean( -> losses.append(1 / len(y) * -np.mean(
        The loss is divided by the number of rows as well: it was a mean already.
    bias-not-trained: b = b - lr * error.sum() -> b = b
        The bias is not trained any more.
    
    weights-by-entries: X.T @ error -> X.T @ error / X.shape[1]
        The weights' step is divided by the number of inputs, too. The loss is a mean over the rows
        alone.
    inputs-averaged: (p - y) / len(y) -> (p - y)
    and: X.T @ error -> X.T @ error / X.shape[1]
    and: error.sum() -> error.mean()
        The bias's step is a mean over the rows now; that of the weights is divided by the number of
        inputs instead.
    inputs-centred:
    - w, b = np.zeros(X.shape[1]), 0.0
    + X, w, b = X - X.mean(axis=0), np.zeros(X.shape[1]), 0.0
        The inputs are shifted to mean 0 now. They are given, and were right.
    rate-divided-each-epoch:
    - error = (p - y) / len(y)
    + lr = lr / len(y)
    + error = p - y
        The rate is divided by the number of rows again in each epoch, so the steps die out. Once is
        enough.
    two-means: lr * X.T @ error -> lr * X.mean(axis=0) * error.sum() / len(y)
        Inputs and errors are averaged apart, then multiplied, and divided once more. The mean of a
        product is another thing than the product of two means.
    signs-only: error = (p - y) / len(y) -> error = np.sign(p - y) / len(y)
        Of the error only the sign is left: its size says how far to go.
    signs-only-summed: error = (p - y) / len(y) -> error = np.sign(p - y)
        Of the error only the sign is left, and a step still grows with the rows.
    decided: error = (p - y) / len(y) -> error = ((p > 0.5) - y) / len(y)
        The error is that of the decisions, 0 or 1, as in a perceptron. The gradient of the
        cross-entropy has p − y.
    decided-summed: error = (p - y) / len(y) -> error = (p > 0.5) - y
        The error is that of the decisions, 0 or 1, and a step still grows with the rows. p − y was
        right.
    twice-the-inputs: / len(y) -> / (2 * X.shape[1])
        It is divided by twice the number of inputs. The loss is a mean over the rows.
    weights-by-epochs: error = (p - y) / len(y) -> error = p - y
    and: X.T @ error -> X.T @ error / epochs
        The weights' step is divided by the number of epochs. The gradient is a mean over the rows.
    absolute-error: (p - y) / len(y) -> np.abs(p - y) / len(y)
        The error has lost its sign: every step goes the same way.
    length-clipped: error = (p - y) / len(y) -> error = p - y
    and:
    - w = w - lr * X.T @ error
    - b = b - lr * error.sum()
    + step_w, step_b = X.T @ error, error.sum()
    + length = max(1, np.sqrt(step_w @ step_w + step_b**2))
    + w = w - lr * step_w / length
    + b = b - lr * step_b / length
        The gradient is still a sum over the rows, and where it is long it is cut to length 1. That
        hides the symptom: of a mean it is the mean.
    each-length-clipped: error = (p - y) / len(y) -> error = p - y
    and:
    - w = w - lr * X.T @ error
    - b = b - lr * error.sum()
    + step_w, step_b = X.T @ error, error.sum()
    + w = w - lr * step_w / max(1, np.linalg.norm(step_w))
    + b = b - lr * step_b / max(1, abs(step_b))
        The gradients are still sums over the rows, and where one is long it is cut to length 1.
        That hides the symptom: of a mean it is the mean.
    """,
)

TASK = Task(
    "fit_logistic",
    points=2,
    handed_out="gradient-summed",
    lesson="06b",
    taught_in="A published run",
    reference=fit_logistic,
    cases=cases,
    mistakes=SLIPS,
    parts=("w", "b", "losses"),
    hints=(
        "Run it on some rows, then on the same rows twice (`np.vstack([X, X])`). What should stay "
        "the same, and does it?",
        "The first loss is the same for both. Print w after one epoch, for the rows and for the "
        "rows twice: by which factor do the two differ?",
        "What is descended is the gradient of the loss that is printed. The loss is a mean over "
        "the rows. Go through the lines below it: which of them is a sum over the rows?",
    ),
)
