"""What the playground trains on: a set-up, its points and their features."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ... import data
from ...activations import ACTIVATIONS
from ...losses import one_hot

REACH = 2.4  # the plane goes from -REACH to REACH both ways
MOST_POINTS, MOST_LAYERS, MOST_UNITS, CLASSES = 500, 5, 8, 3


class Setup(NamedTuple):
    """All that decides what a network learns: equal set-ups train to equal numbers."""

    data: str = "circles"
    points: int = 300
    noise: float = 0.1
    train_share: float = 0.5
    data_seed: int = 0
    own: tuple = ()  # (x1, x2, class or value) of each point, for the data "own points"
    features: tuple = ("x1", "x2")
    hidden: tuple = (4, 2)
    activation: str | tuple = "tanh"  # of all hidden layers, or where they differ one for each
    init: str = "Glorot"
    loss: str = "cross-entropy"
    rule: str = "plain"
    rate: float = 0.03
    batch: int = 10
    penalty: str = "none"
    penalty_rate: float = 0.001
    stop: str = "never"
    seed: int = 0


FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1²": lambda x1, x2: x1**2,
    "x2²": lambda x1, x2: x2**2,
    "x1·x2": lambda x1, x2: x1 * x2,
    "sin 2x1": lambda x1, x2: np.sin(2 * x1),
    "sin 2x2": lambda x1, x2: np.sin(2 * x2),
}
LOSSES = {  # names in mlp_lesson.losses, first those of classes, then those of values
    "cross-entropy": "softmax_cross_entropy",
    "squared error": "squared_error",
    "absolute error": "absolute_error",
    "Huber": "huber",
}
STOPS = {"never": None, "100 epochs": 100, "1000 epochs": 1000, "test loss rises": None}
CHOICES = {  # what a field may be, where it is a name
    "activation": ("tanh", "relu", "logistic", "leaky_relu", "elu", "softplus", "identity"),
    "init": ("Glorot", "He", "N(0, 1)", "N(0, 25)", "zero"),
    "rule": ("plain", "momentum", "Nesterov", "RMSprop", "Adam"),
    "penalty": ("none", "L1", "L2"),
    "stop": tuple(STOPS),
}
RANGES = {  # and where it is a number
    "points": (10, MOST_POINTS), "noise": (0, 0.5), "train_share": (0.1, 0.9),
    "data_seed": (0, 2**32 - 1), "rate": (1e-5, 1000), "batch": (1, MOST_POINTS),
    "penalty_rate": (0, 10), "seed": (0, 2**32 - 1),
}  # fmt: skip
assert set(CHOICES["activation"]) <= set(ACTIVATIONS)


# ---- points ----


def _xor(n, noise, rng):
    X = rng.uniform(-2, 2, (n, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(int)
    return X + rng.normal(0, noise, (n, 2)), y


def _values(f):
    def made(n, noise, rng):
        X = rng.uniform(-REACH, REACH, (n, 2))
        return X, f(*X.T) + rng.normal(0, noise, n)

    return made


def _moved(make, by=(0, 0), scale=1.0):
    def made(n, noise, rng):
        X, y = make(n, noise, rng)
        return (X + by) * scale, y

    return made


CLASS_DATA = {
    "circles": _moved(data.circles, scale=1.8),
    "XOR": _xor,
    "moons": _moved(data.moons, (-0.5, -0.25), 1.4),
    "two clouds": _moved(lambda n, noise, rng: data.blobs(n, rng, 2, noise=0.2 + noise)),
    "three clouds": _moved(lambda n, noise, rng: data.blobs(n, rng, 3, noise=0.2 + noise)),
    "spirals": data.spirals,
    "letters": lambda n, noise, rng: data.letters(n, rng),
}
VALUE_DATA = {
    "slope": _values(lambda x1, x2: (x1 + x2) / 4),
    "two hills": _values(
        lambda x1, x2: np.exp(-((x1 - 1) ** 2 + x2**2)) - np.exp(-((x1 + 1) ** 2 + x2**2))
    ),
    "saddle": _values(lambda x1, x2: x1 * x2 / 4),
}
OWN = "own points"


@lru_cache(maxsize=8)
def _dataset(name, points, noise, seed, own):
    if name == OWN:
        table = np.array(own, dtype=float).reshape(-1, 3)
        return table[:, :2], table[:, 2]
    return (CLASS_DATA | VALUE_DATA)[name](points, noise, np.random.default_rng(seed))


def is_regression(setup):
    """Whether the targets are values, not classes; own points with labels 0, 1, 2 are classes."""
    if setup.data == OWN:
        return any(label not in range(CLASSES) for *_, label in setup.own)
    return setup.data in VALUE_DATA


def losses_for(setup):
    names = list(LOSSES)
    return names[1:] if is_regression(setup) else names[:2]


def n_outputs(setup):
    """One for a value; for classes as many as there are, two at least."""
    if is_regression(setup):
        return 1
    labels = dataset(setup)[1]
    return max(2, int(max(labels, default=0)) + 1)


def activations(setup):
    """The name of each hidden layer's activation."""
    given = setup.activation
    return given if isinstance(given, tuple) else (given,) * len(setup.hidden)


def sizes(setup):
    return [len(setup.features), *setup.hidden, n_outputs(setup)]


def dataset(setup):
    """X (n, 2) and labels or values y (n,), in the order in which they are drawn or were made."""
    return _dataset(setup.data, setup.points, setup.noise, setup.data_seed, setup.own)


def is_train(setup):
    """Which of the points (n,) are for training: train_share of them, at least one."""
    n = len(dataset(setup)[1])
    chosen = np.random.default_rng(setup.data_seed).permutation(n)
    return np.isin(np.arange(n), chosen[: max(1, round(setup.train_share * n))])


def featured(P, features):
    """The points P (n, 2) -> (n, n_features)."""
    return np.column_stack([FEATURES[name](*P.T) for name in features])


@lru_cache(maxsize=8)
def _examples(setup):
    (X, y), train = dataset(setup), is_train(setup)
    A = featured(X, setup.features)
    Y = y[:, None] if is_regression(setup) else one_hot(y.astype(int), n_outputs(setup))
    return A[train], Y[train], A[~train], Y[~train]


def examples(setup):
    """(A, Y, A_test, Y_test): features (n, n_inputs) and targets (n, n_outputs)."""
    fixed = {"seed": 0, "hidden": (), "rate": 1.0, "batch": 1}  # of no concern to the points
    return _examples(setup._replace(**fixed))


# ---- set-ups as text, points as a table ----


def to_json(setup):
    return json.dumps(setup._asdict(), ensure_ascii=False, indent=1)


def from_json(text):
    """The Setup that to_json wrote; ValueError says what is wrong with it."""
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"This is no JSON: {error}") from error
    if not isinstance(fields, dict) or not set(fields) <= set(Setup._fields):
        unknown = ", ".join(sorted(set(fields) - set(Setup._fields)))
        raise ValueError(f"A set-up has the fields {', '.join(Setup._fields)}; not: {unknown}")
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(tuple(v) if isinstance(v, list) else v for v in value)
    return checked(Setup(**fields))


def checked(setup):
    """The set-up, if all of its values can be; else ValueError names the field and its limits."""
    _check_kinds(setup)
    for name, (low, high) in RANGES.items():
        value = getattr(setup, name)
        whole = type(Setup._field_defaults[name]) is int
        if not isinstance(value, int if whole else int | float) or not low <= value <= high:
            kind = "a whole number" if whole else "a number"
            raise ValueError(f"{name} is {kind} from {low:g} to {high:g}; got {value!r}")
    if not setup.features or not set(setup.features) <= set(FEATURES):
        raise ValueError(f"features are one or more of {', '.join(FEATURES)}")
    if len(setup.hidden) > MOST_LAYERS or not all(n in range(1, 9) for n in setup.hidden):
        raise ValueError(f"hidden is up to {MOST_LAYERS} layers of 1 to {MOST_UNITS} units")
    _check_own(setup.own)
    if setup.loss not in losses_for(setup):
        setup = setup._replace(loss=losses_for(setup)[0])
    return setup._replace(activation=_activation(setup))


def _check_kinds(setup):
    """Lists are lists, and names are known, each of them where there is one for each layer."""
    for name in ("features", "hidden", "own"):
        if not isinstance(getattr(setup, name), tuple):
            raise ValueError(f"{name} is a list; got {getattr(setup, name)!r}")
    for name, known in {**CHOICES, "data": (*CLASS_DATA, *VALUE_DATA, OWN)}.items():
        given = getattr(setup, name)
        several = name == "activation" and isinstance(given, tuple)
        for value in given if several else (given,):
            if value not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}; got {value!r}")


def _activation(setup):
    """The activation as it is kept: a tuple of names only where they differ from layer to layer."""
    names, layers = setup.activation, len(setup.hidden)
    if isinstance(names, str):
        return names
    if len(names) != layers:
        raise ValueError(
            f"activation is one name, or a list with one for each of the {layers} hidden layers; "
            f"got {len(names)}"
        )
    return names if len(set(names)) > 1 else (*names, "tanh")[0]


def _check_own(own):
    if len(own) > MOST_POINTS:
        raise ValueError(f"there is room for {MOST_POINTS} points; got {len(own)}")
    for point in own:
        triple = isinstance(point, tuple) and len(point) == 3
        numbers = [v for v in point if isinstance(v, int | float)] if triple else []
        if len(numbers) < 3 or not np.isfinite(numbers).all() or max(map(abs, point[:2])) > REACH:
            raise ValueError(
                f"a point is (x1, x2, class), finite, x1 and x2 within ±{REACH}; got {point}"
            )


def points_from_csv(path):
    """The points of a file with lines x1,x2,class (a head line may be); scaled into the plane.

    ValueError names the line that is none.
    """
    rows = []
    lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    for number, row in enumerate(csv.reader(lines), 1):
        try:
            x1, x2, label = map(float, row)
        except ValueError:
            if number == 1 or not row:
                continue
            raise ValueError(f"{path}, line {number}: x1,x2,class expected; got {row}") from None
        rows.append((x1, x2, label))
    table = np.array(rows).reshape(-1, 3)
    if not len(table) or not np.isfinite(table).all():
        raise ValueError(f"{path}: there are no points in it, or some are not finite")
    if np.abs(table[:, :2]).max() > REACH:
        middle = (table[:, :2].min(axis=0) + table[:, :2].max(axis=0)) / 2
        half = np.maximum(np.ptp(table[:, :2], axis=0) / 2, 1e-12)
        table[:, :2] = (table[:, :2] - middle) / half * 0.9 * REACH
    own = tuple((round(x, 4), round(y, 4), float(label)) for x, y, label in table.tolist())
    _check_own(own)
    return own
