"""How the playground trains: a Frame is a network at one epoch, advance(frame) the next one.

Nothing here is changed in place that a caller holds, and the order of the rows depends on the seed
and on the epoch alone: from a frame the training always goes on to the same numbers.
"""

from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np

from ... import optimizers
from ...activations import ACTIVATIONS, Activation
from ...losses import LOSSES
from ...network import Layer, forward, glorot_uniform, he_normal, init_params
from ...train import loss_and_gradient, minibatches, update
from . import problem
from .problem import Setup, examples, sizes

RULES = {
    "plain": optimizers.sgd,
    "momentum": optimizers.momentum,
    "Nesterov": optimizers.nesterov,
    "RMSprop": optimizers.rmsprop,
    "Adam": optimizers.adam,
}


def _normal(n_in, n_out, rng, spread=1.0):
    return rng.normal(0, spread, (n_in, n_out)), rng.normal(0, spread, n_out)


def _zero(n_in, n_out, rng):
    return np.zeros((n_in, n_out)), np.zeros(n_out)


INITS = {
    "Glorot": glorot_uniform,
    "He": he_normal,
    "N(0, 1)": _normal,
    "N(0, 25)": partial(_normal, spread=5.0),
    "zero": _zero,
}
FAR = 1e9  # a loss beyond it is lost


class Frame(NamedTuple):
    """A network at one epoch, and what was measured of it on all points, without the penalty."""

    setup: Setup
    epoch: int
    params: list
    states: list  # the memory of the update rule, one dict an array
    train: float
    test: float
    right: float  # share of the test points that get their class; NaN for values
    norms: tuple  # length of the gradient of each layer, the penalty included
    touched: bool = False  # a setting or a weight was changed on the way


def loss_of(setup):
    return LOSSES[problem.LOSSES[setup.loss]]


def activation_of(setup):
    """What the hidden layers do: two functions, or two lists of them where the layers differ."""
    if isinstance(setup.activation, str):
        return ACTIVATIONS[setup.activation]
    each = [ACTIVATIONS[name] for name in setup.activation]
    return Activation([a.f for a in each], [a.f_prime for a in each])


def start(setup):
    """The network before its first epoch: the same for the same set-up."""
    params = init_params(sizes(setup), np.random.default_rng(setup.seed), INITS[setup.init])
    return measured(setup, 0, params, _fresh(params))


def _fresh(params):
    return [{} for _ in range(2 * len(params))]


def penalty(params, kind, rate):
    """rate·Σ|W| (L1) or rate/2·ΣW² (L2) over the weights, and its gradient; biases go free.

    Where a weight is 0, |W| has no slope; 0 is returned.
    """
    if kind == "L1":
        value = rate * sum(np.abs(W).sum() for W, _ in params)
        return value, [Layer(rate * np.sign(W), np.zeros_like(b)) for W, b in params]
    rate = rate if kind == "L2" else 0.0
    value = rate / 2 * sum((W**2).sum() for W, _ in params)
    return value, [Layer(rate * W, np.zeros_like(b)) for W, b in params]


def gradient(params, A, Y, setup):
    """The gradient of loss + penalty on the rows A, Y."""
    loss = loss_of(setup).value_and_delta
    _, grads = loss_and_gradient(params, A, Y, activation_of(setup), loss)
    if setup.penalty == "none":
        return grads
    _, more = penalty(params, setup.penalty, setup.penalty_rate)
    return [Layer(g.W + m.W, g.b + m.b) for g, m in zip(grads, more, strict=True)]


def batches(setup, n, epoch):
    """The rows of each batch of an epoch, in an order that seed and epoch decide."""
    order = np.random.default_rng([setup.seed, epoch]).permutation(n)
    return minibatches(order, setup.batch)


def advance(frame):
    """The Frame one epoch later."""
    setup, epoch = frame.setup, frame.epoch + 1
    A, Y, _, _ = examples(setup)
    params = [Layer(W.copy(), b.copy()) for W, b in frame.params]
    states = [{k: np.copy(v) if np.ndim(v) else v for k, v in s.items()} for s in frame.states]
    with np.errstate(all="ignore"):  # a loss that is lost is seen and explained
        for rows in batches(setup, len(A), epoch):
            grads = gradient(params, A[rows], Y[rows], setup)
            update(params, grads, RULES[setup.rule], states, setup.rate)
    return measured(setup, epoch, params, states, frame.touched)


def measured(setup, epoch, params, states, touched=False):
    """The Frame of these parameters."""
    A, Y, A_test, Y_test = examples(setup)
    loss, f = loss_of(setup), activation_of(setup).f
    with np.errstate(all="ignore"):
        norms = [np.sqrt((W**2).sum() + (b**2).sum()) for W, b in gradient(params, A, Y, setup)]
        train = loss.value_and_delta(forward(params, A, f)[0], Y)[0]
        Z = forward(params, A_test, f)[0]
        test = loss.value_and_delta(Z, Y_test)[0] if len(Z) else np.nan
    is_class = not problem.is_regression(setup) and len(Z)
    right = (Z.argmax(axis=1) == Y_test.argmax(axis=1)).mean() if is_class else np.nan
    norms = tuple(float(n) for n in norms)
    return Frame(
        setup, epoch, params, states, float(train), float(test), float(right), norms, touched
    )


def lost(frame):
    """Whether the loss is NaN, infinite, or so large that nothing can be learned any more."""
    return not frame.train < FAR


def changed(frame, setup):
    """The frame under another set-up: its weights stay, where there still is a place for them.

    At epoch 0, or with another seed or initialisation, it is a new start.
    """
    before = frame.setup
    if frame.epoch == 0 or (before.seed, before.init) != (setup.seed, setup.init):
        return start(setup)
    params, states = frame.params, frame.states
    if (before.features, sizes(before)) != (setup.features, sizes(setup)):
        params = _refitted(frame, setup)
        states = _fresh(params)
    elif before.rule != setup.rule:
        states = _fresh(params)
    return measured(setup, frame.epoch, params, states, touched=True)


def _refitted(frame, setup):
    """Parameters of the new sizes: the old ones where they fit, random ones elsewhere."""
    rng = np.random.default_rng([setup.seed, frame.epoch])
    params = init_params(sizes(setup), rng, INITS[setup.init])
    for l, (new, old) in enumerate(zip(params, frame.params, strict=False)):
        last = l == len(params) - 1, l == len(frame.params) - 1
        if last[0] != last[1]:  # a hidden layer is no output layer
            continue
        common = [f for f in setup.features if f in frame.setup.features]
        rows = [setup.features.index(f) for f in common], [
            frame.setup.features.index(f) for f in common
        ]
        if l:
            n = min(len(new.W), len(old.W))
            rows = list(range(n)), list(range(n))
        k = min(len(new.b), len(old.b))
        new.W[rows[0], :k] = old.W[rows[1], :k]
        new.b[:k] = old.b[:k]
    return params


def replaced(frame, layer, row, column, value):
    """The frame with one weight set by hand, or a bias: row None."""
    params = [Layer(W.copy(), b.copy()) for W, b in frame.params]
    if row is None:
        params[layer].b[column] = value
    else:
        params[layer].W[row, column] = value
    return measured(frame.setup, frame.epoch, params, frame.states, touched=True)


# ---- what is wrong with it ----


def marked(frame):
    """{(layer, unit): "dead" or "saturated"} of the hidden units, by all training points.

    dead       its slope f' is 0 at every point: nothing reaches its weights any more
    saturated  a tanh or sigmoid whose slope is below 5% of the largest at 95% of the points
    """
    if lost(frame):
        return {}
    _, cache = forward(frame.params, examples(frame.setup)[0], activation_of(frame.setup).f)
    found = {}
    for l, name in enumerate(problem.activations(frame.setup)):
        f_prime, bounded = ACTIVATIONS[name].f_prime, name in ("tanh", "logistic")
        slopes, steepest = np.abs(f_prime(cache.Z[l])), f_prime(np.zeros(1)).item()
        for unit, slope in enumerate(slopes.T):
            if bounded and (slope < 0.05 * steepest).mean() >= 0.95:
                found[l, unit] = "saturated"
            elif not bounded and not slope.any():
                found[l, unit] = "dead"
    return found


@lru_cache(maxsize=8)
def explained(setup, epoch):
    """Which setting lost the loss by that epoch: each is changed alone, from the same start."""
    epochs = min(epoch, 40)
    if not _is_lost_by(setup, epochs):
        return (
            "From a new start these settings do not lose it so soon: what you changed on the way "
            "did. Go back with the slider, picture in time."
        )
    helps = [words for words, other in _others(setup) if not _is_lost_by(other, epochs)]
    if not helps:
        return "No single setting is to blame: change two of them."
    count = f"{epochs} epoch{'s' * (epochs > 1)}"
    return f"Tried from the same start, {count}; each of these alone keeps it: {'; '.join(helps)}."


def _others(setup):
    """(words, set-up) with one setting tamed; the learning rate by as little as is needed."""
    for power in (1, 2, 3):
        slower = setup._replace(rate=setup.rate / 10**power)
        if not _is_lost_by(slower, 10) or power == 3:
            yield f"learning rate {slower.rate:.2g} instead of {setup.rate:.2g}", slower
            break
    for field, value in {"penalty": "none", "rule": "plain", "init": "Glorot"}.items():
        if getattr(setup, field) != value:
            words = f"{field} {value} instead of {getattr(setup, field)}"
            yield words, setup._replace(**{field: value})
    yield from _other_activations(setup)


def _other_activations(setup):
    """(words, set-up) with tanh instead: in all layers, or in one if they differ."""
    names = setup.activation
    if isinstance(names, str) and names != "tanh":
        yield f"activation tanh instead of {names}", setup._replace(activation="tanh")
    for l, name in enumerate(names if isinstance(names, tuple) else ()):
        if name != "tanh":
            tamed = (*names[:l], "tanh", *names[l + 1 :])
            words = f"activation of layer {l + 1} tanh instead of {name}"
            yield words, setup._replace(activation=tamed)


def _is_lost_by(setup, epochs):
    frame = start(setup)
    for _ in range(epochs):
        frame = advance(frame)
        if lost(frame):
            return True
    return False
