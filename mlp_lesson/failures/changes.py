"""What goes wrong in each failure: the settings of a Recipe that it changes, by its id."""

from functools import partial

import numpy as np

from ..activations import sigmoid, sigmoid_prime, softmax
from ..losses import mse, one_hot, softmax_cross_entropy
from ..network import backward, he_normal
from ..optimizers import constant, exponential_decay, momentum

# ---- data ----


def _inputs(change, data, rng):
    """The same change of the inputs of all rows."""
    X, X_val, X_test = (change(X) for X in (data.X, data.X_val, data.X_test))
    return data._replace(X=X, X_val=X_val, X_test=X_test)


def _other_units(data, rng):
    unit = 10 ** rng.uniform(-2, 2, data.X.shape[1])
    return _inputs(lambda X: X * unit, data, rng)


def _wrapped(data, rng):
    mean = (255 * data.X.mean(axis=0)).astype(np.uint8)
    return _inputs(lambda X: ((255 * X).astype(np.uint8) - mean) / 255, data, rng)


def _shuffled(data, rng):
    return data._replace(y=rng.permutation(data.y), y_val=rng.permutation(data.y_val))


def _off_by_one(data, rng):
    return data._replace(y=(data.y + 1) % 10, y_val=(data.y_val + 1) % 10)


def _noise(share, data, rng):
    def noisy(y):
        return np.where(rng.random(len(y)) < share, rng.integers(10, size=len(y)), y)

    return data._replace(y=noisy(data.y), y_val=noisy(data.y_val))


def _leak(data, rng):
    X, X_val = (np.hstack([X, 3 * one_hot(y, 10)]) for X, y in [data[:2], data[2:4]])
    return data._replace(X=X, X_val=X_val, X_test=np.pad(data.X_test, [(0, 0), (0, 10)]))


def _seen_before(data, rng):
    return data._replace(X_val=data.X, y_val=data.y)


def _moved(data, rng):
    images = data.X_test.reshape(-1, 8, 8)
    return data._replace(X_test=np.roll(images, 2, axis=2).reshape(-1, 64))


def _sorted(data, rng):
    order = np.argsort(data.y, kind="stable")
    return data._replace(X=data.X[order], y=data.y[order])


def _rare(data, rng):
    """Of all classes but one, a twentieth of the rows is left."""

    def kept(y):
        return (y == 3) | (rng.random(len(y)) < 0.05)

    train, val = kept(data.y), kept(data.y_val)
    return data._replace(
        X=data.X[train], y=data.y[train], X_val=data.X_val[val], y_val=data.y_val[val]
    )


# ---- first weights ----


def _times(factor, n_in, n_out, rng):
    W, b = he_normal(n_in, n_out, rng)
    return factor * W, b


def _all(value, n_in, n_out, rng):
    return np.full((n_in, n_out), value), np.zeros(n_out)


def _asleep(n_in, n_out, rng):
    return he_normal(n_in, n_out, rng)[0], np.full(n_out, -3.0)


# ---- losses ----


def _softmax_twice(Z, Y):
    P = softmax(Z)
    value, slope = softmax_cross_entropy(P, Y)
    return value, P * (slope - np.sum(slope * P, axis=1, keepdims=True))


def _squared_sigmoid(Z, Y):
    value, slope = mse(sigmoid(Z), Y)
    return value, slope * sigmoid_prime(Z)


def _log_of_zero(Z, Y):
    P = softmax(Z).astype(np.float16)
    value = -np.sum(Y * np.log(P)) / len(Y)
    return value, softmax_cross_entropy(Z, Y)[1]


def _scaled(factor, Z, Y):
    """factor(n) times the right delta."""
    value, delta = softmax_cross_entropy(Z, Y)
    return value, factor(len(Y)) * delta


# ---- backward ----


def _no_slope(params, cache, delta, f_prime, l2=0.0):
    return backward(params, cache, delta, np.ones_like, l2=l2)


def _slope_of_z(params, cache, delta, f_prime, l2=0.0):
    return backward(params, cache, delta, lambda Z: 1 - Z**2, l2=l2)


def _not_transposed(params, cache, delta, f_prime, l2=0.0):
    turned = [layer._replace(W=layer.W.T) if i == 1 else layer for i, layer in enumerate(params)]
    return backward(turned, cache, delta, f_prime, l2=l2)


CHANGES = {
    "sign": {"loss": partial(_scaled, lambda n: -1)},
    "rate-large": {"lr": constant(1.0)},
    "rate-huge": {"lr": constant(100.0)},
    "rate-small": {"lr": constant(1e-4)},
    "decay-fast": {"lr": exponential_decay(0.1, rate=0.5, every=8)},
    "momentum-high": {"step": partial(momentum, momentum=0.995)},
    "hidden-frozen": {"frozen": (0, 1, 2, 3)},
    "batch-one": {"batch": 1, "epochs": 4},
    "batch-all": {"batch": 1000},
    "stopped-early": {"least_gain": 0.5},
    "zeros": {"init": partial(_all, 0.0)},
    "alike": {"init": partial(_all, 0.1)},
    "init-large": {"init": partial(_times, 10)},
    "init-small": {"init": partial(_times, 0.01)},
    "dead-relus": {"init": _asleep},
    "saturated": {"activation": "logistic", "init": partial(_times, 30)},
    "labels-shuffled": {"spoil": _shuffled},
    "labels-off": {"spoil": _off_by_one},
    "labels-noisy": {"spoil": partial(_noise, 0.4)},
    "units-mixed": {"spoil": _other_units},
    "pixels-255": {"spoil": partial(_inputs, lambda X: 255 * X)},
    "wrapped": {"spoil": _wrapped},
    "leak": {"spoil": _leak},
    "validation-seen": {"spoil": _seen_before, "rows": 150},
    "test-moved": {"spoil": _moved},
    "sorted": {"spoil": _sorted, "shuffle": False},
    "rare": {"spoil": _rare, "rows": 1240},
    "few-rows": {"rows": 30, "epochs": 100},
    "softmax-twice": {"loss": _softmax_twice},
    "wrong-pair": {"loss": _squared_sigmoid},
    "log-zero": {"loss": _log_of_zero},
    "no-mean": {"loss": partial(_scaled, lambda n: n)},
    "no-slope": {"activation": "tanh", "backward": _no_slope},
    "slope-of-z": {"activation": "tanh", "backward": _slope_of_z},
    "not-transposed": {"backward": _not_transposed},
    "l2-strong": {"l2": 0.3},
    "dropout-stays": {"dropout": 0.5, "dropout_stays": True},
    "dropout-high": {"dropout": 0.9},
    "few-units": {"hidden": (3, 3)},
    "overfitting": {"spoil": partial(_noise, 0.15), "rows": 120, "hidden": (99, 99), "epochs": 60},
}
