"""One training with everything that can go wrong in it as a setting, and what is measured of it.

A Recipe is a program: its data, first weights, loss, backward pass, update. run(recipe, seed)
trains it on small digits and takes its measures. A failure is a Recipe with one or two settings
changed, so the loop stands here once.
"""

from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from ..activations import ACTIVATIONS
from ..data import digits_8x8
from ..losses import one_hot, softmax_cross_entropy
from ..network import Layer, backward, forward, he_normal, init_params
from ..optimizers import constant, sgd
from ..train import dropout_masks, minibatches, update

CLASSES = 10
N_VALIDATION, N_TEST, N_SHOWN = 250, 300, 40


class Data(NamedTuple):
    """Rows to train on, to watch while training, and what comes afterwards: the test."""

    X: np.ndarray
    y: np.ndarray
    X_val: np.ndarray
    y_val: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


class Recipe(NamedTuple):
    """What a program does; as it stands here, it does everything right."""

    rows: int = 500
    spoil: Callable = lambda data, rng: data  # what happens to the data on their way
    hidden: tuple = (24, 24)
    activation: str = "relu"
    init: Callable = he_normal  # (n_in, n_out, rng) -> (W, b)
    loss: Callable = softmax_cross_entropy  # (Z, Y) -> (value, delta)
    backward: Callable = backward  # (params, cache, delta, f_prime, l2=) -> gradients
    frozen: tuple = ()  # numbers of the arrays that no update reaches: 0 is W1, 1 b1, 2 W2 ...
    step: Callable = sgd
    lr: Callable = constant(0.1)  # number of updates so far -> learning rate
    batch: int = 32
    shuffle: bool = True
    epochs: int = 25
    least_gain: float = -np.inf  # stop when the loss falls by less in an epoch
    l2: float = 0.0
    dropout: float = 0.0
    dropout_stays: bool = False  # also when the validation rows are judged


class Run(NamedTuple):
    """What was measured. E epochs, U updates, L = 3 layers; arrays are W1 b1 W2 b2 W3 b3."""

    first_loss: float  # of the first batch, before the first update
    batch_loss: np.ndarray  # (U,)
    loss: np.ndarray  # (E, 2): training (mean of the batches), validation
    accuracy: np.ndarray  # (E, 2)
    gradient: np.ndarray  # (E, L): length of the weights' gradient, as the update gets it
    step: np.ndarray  # (E, 2L): length of a step / length of the array
    kept: np.ndarray  # (2L,): drop of the loss in a tiny step / drop that the gradient promises
    hidden: tuple  # outputs of both hidden layers for 40 test rows: before, after training
    weights: tuple  # W1 before, after training
    confusion: np.ndarray  # (10, 10) of the test: truth, prediction
    inputs: tuple  # smallest, largest
    rows: int
    batch: int
    activation: str


def run(recipe: Recipe, seed: int) -> Run:
    """Train as the recipe says; the seed draws the digits, the first weights, the order of rows.

    It also draws the settings that nobody would call wrong: see _varied().
    """
    rng = np.random.default_rng(seed)
    recipe = _varied(recipe, rng)
    with np.errstate(all="ignore"):  # overflow is one of the failures
        data = recipe.spoil(_draw(recipe.rows, rng), rng)
        sizes = (data.X.shape[1], *recipe.hidden, CLASSES)
        params = init_params(sizes, rng, recipe.init)
        first = slice(0, recipe.batch)
        first_loss, gradients = _loss_and_gradient(recipe, params, data.X[first], data.y[first])
        kept = _promises_kept(recipe, params, data.X[first], data.y[first], gradients)
        start = _hidden(recipe, params, data), params[0].W.copy()
        measured = list(_epochs(recipe, params, data, rng))
        losses, epochs = zip(*measured, strict=True)
        loss, accuracy, gradient, step = map(np.array, zip(*epochs, strict=True))
        return Run(
            float(first_loss), np.concatenate(losses), loss, accuracy, gradient, step, kept,
            (start[0], _hidden(recipe, params, data)), (start[1], params[0].W),
            _confusion(recipe, params, data), (data.X.min(), data.X.max()),
            len(data.X), min(recipe.batch, len(data.X)), recipe.activation,
        )  # fmt: skip


def _varied(recipe, rng):
    """The recipe with a few more or fewer rows and units, and a slightly other learning rate."""
    wider, faster = 1.25 ** rng.uniform(-1, 1, 2)
    hidden = tuple(round(n * wider) for n in recipe.hidden)  # square layers stay square
    rows = round(recipe.rows * 1.1 ** rng.uniform(-1, 1))
    return recipe._replace(rows=rows, hidden=hidden, lr=lambda n: faster * recipe.lr(n))


_digits = cache(digits_8x8)  # reading the file takes as long as a short training


def _draw(rows, rng):
    X, y = _digits()
    order = rng.permutation(len(X))
    cuts = np.cumsum([N_VALIDATION, N_TEST, rows])
    val, test, train = (order[a:b] for a, b in zip([0, *cuts], cuts, strict=False))
    return Data(X[train], y[train], X[val], y[val], X[test], y[test])


def _epochs(recipe, params, data, rng):
    """After each epoch its batch losses, and (losses, accuracies, gradient lengths, steps)."""
    states, updates, before = [{} for _ in chain(*params)], 0, np.inf
    for _ in range(recipe.epochs):
        order = rng.permutation(len(data.X)) if recipe.shuffle else np.arange(len(data.X))
        losses, lengths, steps = [], [], []
        for rows in minibatches(order, recipe.batch):
            loss, grads = _loss_and_gradient(recipe, params, data.X[rows], data.y[rows], rng)
            old = [array.copy() for array in chain(*params)]
            update(params, grads, recipe.step, states, recipe.lr(updates))
            arrays = list(chain(*params))
            for i in recipe.frozen:
                arrays[i][...] = old[i]
            losses.append(loss)
            lengths.append([_length(W) for W, _ in grads])
            steps.append([_length(w - o) / (_length(o) + 1e-12)
                          for w, o in zip(arrays, old, strict=True)])  # fmt: skip
            updates += 1
        val_loss, val_right = _judged(recipe, params, data.X_val, data.y_val, rng)
        right = _judged(recipe, params, data.X, data.y)[1]
        yield losses, ((np.mean(losses), val_loss), (right, val_right),
                       np.mean(lengths, axis=0), np.median(steps, axis=0))  # fmt: skip
        if before - np.mean(losses) < recipe.least_gain:
            return
        before = np.mean(losses)


def _loss_and_gradient(recipe, params, X, y, rng=None):
    """rng: for dropout; without it there is none."""
    f, f_prime = ACTIVATIONS[recipe.activation]
    Z, cache = forward(params, X, f, masks=_masks(recipe, params, X, rng))
    loss, delta = recipe.loss(Z, one_hot(y, CLASSES))
    loss += recipe.l2 / 2 * sum(np.vdot(W, W) for W, _ in params)
    return loss, recipe.backward(params, cache, delta, f_prime, l2=recipe.l2)


def _masks(recipe, params, X, rng):
    shapes = [(len(X), len(b)) for _, b in params[:-1]]
    return dropout_masks(shapes, recipe.dropout, rng) if recipe.dropout and rng else None


def _judged(recipe, params, X, y, rng=None):
    """(loss, accuracy) of these rows; with dropout only where it is left on."""
    f = ACTIVATIONS[recipe.activation].f
    Z, _ = forward(params, X, f, masks=_masks(recipe, params, X, recipe.dropout_stays and rng))
    return recipe.loss(Z, one_hot(y, CLASSES))[0], np.mean(Z.argmax(axis=1) == y)


def _promises_kept(recipe, params, X, y, gradients):
    """⟨∇L, g⟩ / ⟨g, g⟩ by a tiny step along each array's g: 1 where g is the gradient."""
    kept = []
    for i, g in enumerate(chain(*gradients)):
        h = 1e-7 / (_length(g) + 1e-300)  # short: a ReLU that it wakes spoils the comparison
        losses = []
        for sign in (1, -1):
            arrays = [w + sign * h * g if i == j else w for j, w in enumerate(chain(*params))]
            moved = [Layer(W, b) for W, b in zip(arrays[::2], arrays[1::2], strict=True)]
            losses.append(_loss_and_gradient(recipe, moved, X, y)[0])
        kept.append((losses[0] - losses[1]) / (2 * h * np.vdot(g, g)) if _length(g) else np.nan)
    return np.array(kept)


def _hidden(recipe, params, data):
    f = ACTIVATIONS[recipe.activation].f
    _, cache = forward(params, data.X_test[:N_SHOWN], f)
    return cache.A[1:]


def _confusion(recipe, params, data):
    Z, _ = forward(params, data.X_test, ACTIVATIONS[recipe.activation].f)
    counts = np.zeros((CLASSES, CLASSES), int)
    np.add.at(counts, (data.y_test, Z.argmax(axis=1)), 1)
    return counts


def _length(array):
    return float(np.sqrt(np.vdot(array, array)))
