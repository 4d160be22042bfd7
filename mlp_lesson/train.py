"""Training: minibatches, dropout masks, and a loop that hands you every epoch as it ends."""

from functools import partial
from typing import NamedTuple

import numpy as np

from .network import backward, forward


class Epoch(NamedTuple):
    """What is known when an epoch ends."""

    number: int  # 1, 2, ...
    loss: float  # mean over the rows, each batch before its update, penalty included
    lr: float  # learning rate of the epoch's last update


def minibatches(order, batch_size):
    """Cut the row numbers in order into batches, the last perhaps smaller: each row once."""
    for start in range(0, len(order), batch_size):
        yield order[start : start + batch_size]


def dropout_masks(shapes, rate, rng, dtype=np.float64):
    """One mask a shape: 0 with probability rate, else 1 / (1 - rate), so that the mean stays 1.

    "Inverted" dropout: nothing needs rescaling at prediction time (Srivastava et al. 2014).
    """
    if not 0 <= rate < 1:
        raise ValueError(f"rate is the share of units dropped, 0 <= rate < 1; got {rate}")
    return [((rng.random(shape) >= rate) / (1 - rate)).astype(dtype) for shape in shapes]


def train(
    params, X, Y, *, activation, loss, step, lr, epochs, batch_size, rng,
    sample_weight=None, l2=0.0, dropout=0.0, shuffle=True, states=None,
):  # fmt: skip
    """Descend the loss in place, yielding an Epoch after each pass over the rows.

    params      list of Layer; changed in place, so the caller always holds the current ones
    X, Y        (n, n_inputs) and (n, n_outputs), floats of one dtype; X may be a SciPy CSR matrix
    activation  Activation(f, f_prime) of the hidden layers; two lists where they differ
    loss        (Z, Y) -> (value, delta); with sample_weight it gets those of the batch by name
    step        update rule (w, g, state, lr), from optimizers
    lr          learning rate, or a schedule: number of updates so far -> learning rate
    sample_weight  (n,), not negative, of the dtype of X: how many times a row counts in its batch
    l2          λ: adds λ/(2n) ΣW² to the loss of a batch of n rows (scikit-learn's alpha); n is
                the sum of their weights where rows have weights
    dropout     share of hidden units silenced in each row and layer while training
    states      memory of the update rule, one dict a parameter array, to go on with later
                (a schedule starts again: it counts the updates of this call)
    Every 100 updates what has all but faded away, below 4e-29 in float32, becomes 0 (_drop_dust).
    Stop whenever you like: break out of the loop that uses it. Raises ValueError at once for
    wrong input, and FloatingPointError when the loss overflows: the steps were too large.
    """
    _check_training_input(params, X, Y, sample_weight, epochs, batch_size)
    if l2 < 0 or not (callable(lr) or lr >= 0):
        raise ValueError(f"l2 and lr must not be negative; got {l2} and {lr}")
    schedule = lr if callable(lr) else lambda updates: lr
    states = [{} for _ in range(2 * len(params))] if states is None else states

    def gradient(rows):
        batch_loss, n = loss, len(rows)
        if sample_weight is not None:
            s = sample_weight[rows]
            batch_loss, n = partial(loss, sample_weight=s), s.sum()
        return loss_and_gradient(
            params, X[rows], Y[rows], activation, batch_loss, l2=l2 / n, dropout=dropout, rng=rng
        )

    orders = _row_orders(len(Y), epochs, rng if shuffle else None)
    return _epochs(params, gradient, step, states, schedule, batch_size, orders)


def _row_orders(n, epochs, rng):
    """For each epoch the order of its n rows; each shuffles the last, as scikit-learn does."""
    order = np.arange(n)
    for _ in range(epochs):
        if rng is not None:
            order = order[rng.permutation(n)]
        yield order


def _epochs(params, gradient, step, states, schedule, batch_size, orders):
    updates = 0
    for number, order in enumerate(orders, start=1):
        total = 0.0
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):  # reported below
            for rows in minibatches(order, batch_size):
                rate = float(schedule(updates))
                value, grads = gradient(rows)
                update(params, grads, step, states, rate)
                total += float(value) * len(rows)
                updates += 1
                if updates % 100 == 0:
                    _drop_dust(params, states)
        if not np.isfinite(total):
            raise FloatingPointError(
                f"the loss is {total} in epoch {number}: the steps are too large. "
                f"Try a smaller learning rate than {rate:g}, or scale the inputs."
            )
        yield Epoch(number, total / len(order), rate)


def _drop_dust(params, states):
    """Set to 0 what has all but faded away, in place.

    Momentum fades by a factor, weights of dead units by the penalty, both for ever: they end as
    denormal numbers, with which a processor computes up to a hundred times more slowly.
    """
    weights = (array for layer in params for array in layer)
    kept = (value for state in states for value in state.values() if isinstance(value, np.ndarray))
    for array in (*weights, *kept):
        if array.dtype.kind == "f":
            array[np.abs(array) < np.finfo(array.dtype).tiny ** 0.75] = 0  # float32: 4e-29


def loss_and_gradient(params, X, Y, activation, loss, *, l2=0.0, dropout=0.0, rng=None):
    """L = loss(forward(X), Y) + l2/2 ΣW² and its gradient, a list of Layer shaped like params."""
    masks = None
    if dropout:
        masks = dropout_masks([(len(Y), len(b)) for _, b in params[:-1]], dropout, rng, X.dtype)
    Z, cache = forward(params, X, activation.f, masks=masks)
    value, delta = loss(Z, Y)
    if l2:
        value += l2 / 2 * sum(np.vdot(W, W) for W, _ in params)
    return value, backward(params, cache, delta, activation.f_prime, l2=l2)


def update(params, grads, step, states, lr):
    """Apply one update rule to every array of params, each with its own state."""
    arrays = [array for layer in params for array in layer]
    gradients = [array for layer in grads for array in layer]
    for w, g, state in zip(arrays, gradients, states, strict=True):
        step(w, g, state, lr)


def _check_training_input(params, X, Y, sample_weight, epochs, batch_size):
    n_inputs, n_outputs = len(params[0].W), len(params[-1].b)
    if X.ndim != 2 or X.shape[1] != n_inputs:
        raise ValueError(f"X has shape {X.shape}; this network reads (n_samples, {n_inputs})")
    n = X.shape[0]  # a sparse matrix has no len
    if Y.shape != (n, n_outputs):
        raise ValueError(
            f"Y has shape {Y.shape}; for this X and network it must be ({n}, {n_outputs})"
        )
    s = np.ones(n, X.dtype) if sample_weight is None else sample_weight
    if s.shape != (n,) or not (s >= 0).all():
        raise ValueError(f"sample_weight must be ({n},), for each row 0 or more; got {s}")
    dtypes = {array.dtype for array in (X, Y, s, *(array for layer in params for array in layer))}
    if len(dtypes) > 1 or X.dtype.kind != "f":
        raise ValueError(f"X, Y and the parameters must share one floating dtype; got {dtypes}")
    if n == 0:
        raise ValueError("X has no rows")
    if epochs < 1 or batch_size < 1:
        raise ValueError(f"epochs and batch_size must be at least 1; got {epochs}, {batch_size}")
    if not all(np.isfinite(a).all() for a in (X if isinstance(X, np.ndarray) else X.data, Y, s)):
        raise ValueError("X, Y and sample_weight must not hold NaN or infinity")
