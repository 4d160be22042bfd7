"""Answers to fit_moons: the form is told in answer_files.py."""

import itertools

import numpy as np

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.checks.tasks.ex06.fit_moons import fit_moons
from mlp_lesson.losses import binary_cross_entropy
from mlp_lesson.network import forward, he_normal, init_params
from mlp_lesson.optimizers import adam
from mlp_lesson.train import train


def minibatches(n, batch_size, rng):
    """The numbers 0 ... n-1 in random order, cut into arrays of batch_size, the last smaller."""
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def trained_layers(X, y, rng, *, sizes=(2, 16, 1), epochs=100, lr=0.02, start=None):
    """The layers after training with tanh and Adam; start: the generator of the first weights."""
    params, tanh = init_params(sizes, start or rng, he_normal), ACTIVATIONS["tanh"]
    for _ in train(
        params, X, np.asarray(y, float)[:, None], activation=tanh, loss=binary_cross_entropy,
        step=adam, lr=lr, epochs=epochs, batch_size=50, rng=rng,
    ):  # fmt: skip
        pass
    return params


def network_logits(X, y, rng, **settings):
    """X -> logits (n,), after training."""
    params = trained_layers(X, y, rng, **settings)
    return lambda X_new: forward(params, X_new, ACTIVATIONS["tanh"].f)[0][:, 0]


def fitted(change):
    """fit_moons with its predict passed through change(predict, X, y)."""
    return lambda X, y, rng: change(fit_moons(X, y, rng), X, y)


def only_a_line(X, y, rng):
    logits = network_logits(X, y, rng, sizes=(2, 1))
    return lambda X_new: (logits(X_new) > 0).astype(int)


def stops_too_early(X, y, rng):
    logits = network_logits(X, y, rng, epochs=14, lr=0.01)
    return lambda X_new: (logits(X_new) > 0).astype(int)


def threshold_of_another_head(X, y, rng):
    logits = network_logits(X, y, rng, epochs=30)
    return lambda X_new: (1 / (1 + np.exp(-logits(X_new))) > 0).astype(int)


def lookup(X, y, rng):
    known = {row.tobytes(): label for row, label in zip(X, y, strict=True)}
    return lambda X_new: np.array(
        [known.get(row.tobytes(), int(1e6 * abs(row[0])) % 2) for row in X_new]
    )


def rows_and_classes_apart(X, y, rng):
    return fit_moons(X[rng.permutation(len(X))], y, rng)


def scales_each_batch(X, y, rng):
    def scale(A):
        return (A - A.mean(axis=0)) / (A.std(axis=0) + 0.1)

    predict = fit_moons(scale(X), y, rng)
    return lambda X_new: predict(scale(X_new))


def scales_in_training_only(X, y, rng):
    return fit_moons((X - X.mean(axis=0)) / X.std(axis=0), y, rng)


SEEDS = itertools.cycle((1, 2))  # two that lead to different borders


def own_generator(X, y, rng):
    """As `np.random.default_rng()`, but it is certain that the second training differs."""
    return fit_moons(X, y, np.random.default_rng(next(SEEDS)))


def own_seed(X, y, rng):
    return fit_moons(X, y, np.random.default_rng(0))


def own_seed_for_the_weights(X, y, rng):
    """A fixed start, but the order of the rows comes from rng."""
    logits = network_logits(X, y, rng, start=np.random.default_rng(0))
    return lambda X_new: (logits(X_new) > 0).astype(int)


def seeded_global_generator(X, y, rng):
    np.random.seed(1)
    order = np.random.permutation(len(X))
    return fit_moons(X[order], y[order], np.random.default_rng(np.random.randint(1000)))


def seed_drawn_from_rng(X, y, rng):
    return fit_moons(X, y, np.random.default_rng(rng.integers(2**32)))


def another_activation(X, y, rng):
    params = trained_layers(X, y, rng)
    return lambda X_new: (forward(params, X_new, ACTIVATIONS["relu"].f)[0][:, 0] > 0).astype(int)


def centres_in_training_only(X, y, rng):
    return fit_moons(X - X.mean(axis=0), y, rng)


def centres_in_place(X, y, rng):
    X -= X.mean(axis=0)
    return fit_moons(X, y, rng)


def shuffles_in_place(X, y, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return fit_moons(X, y, rng)


def never_ends(X, y, rng):
    while True:
        fit_moons(X[:50], y[:50], rng)


def by_hand(X, y, rng):
    """Every line written out: one hidden layer of ReLU, momentum."""
    W1, b1 = rng.normal(size=(2, 20)), np.zeros(20)
    w2, b2 = rng.normal(size=20) / np.sqrt(10), 0.0
    weights, velocities = [W1, b1, w2, np.zeros(1)], [0.0] * 4
    for _ in range(100):
        for batch in minibatches(len(X), 50, rng):
            W1, b1, w2, b2 = weights
            A = np.maximum(X[batch] @ W1 + b1, 0)
            delta = (1 / (1 + np.exp(-(A @ w2 + b2))) - y[batch]) / len(batch)
            hidden = np.outer(delta, w2) * (A > 0)
            grads = [X[batch].T @ hidden, hidden.sum(axis=0), A.T @ delta, delta.sum(keepdims=True)]
            velocities = [0.9 * v - 0.1 * g for v, g in zip(velocities, grads, strict=True)]
            weights = [w + v for w, v in zip(weights, velocities, strict=True)]
    W1, b1, w2, b2 = weights
    return lambda X_new: (np.maximum(X_new @ W1 + b1, 0) @ w2 + b2 > 0) * 1


def nearest_neighbours(X, y, rng):
    def predict(X_new):
        distances = ((X_new[:, None] - X) ** 2).sum(axis=2)
        nearest = np.argpartition(distances, 15, axis=1)[:, :15]
        return (y[nearest].mean(axis=1) > 0.5).astype(float)

    return predict


def random_features(X, y, rng):
    """A hidden layer that is never trained, and a linear head by least squares."""
    V, c = 2 * rng.normal(size=(2, 100)), rng.normal(size=100)
    H = np.tanh(X @ V + c)
    head = np.linalg.solve(H.T @ H + 0.1 * np.eye(100), H.T @ (2 * y - 1))
    return lambda X_new: np.tanh(X_new @ V + c) @ head > 0


def by_plain_steps(*, lr=0.3, passes=100, start=1.0, threshold=0.0, pair=False, bias=1):
    """A network 2-16-1 of tanh by plain steps; pair: outputs (n, 1) meet classes (n,).

    bias: 0 if the biases stay where they are.
    """

    def fit_by_steps(X, y, rng):
        W1, b1 = start * rng.normal(size=(2, 16)), np.zeros(16)
        W2, b2 = start * rng.normal(size=(16, 1)) / 4, np.zeros(1)
        for _ in range(passes):
            for batch in minibatches(len(X), 50, rng):
                A = np.tanh(X[batch] @ W1 + b1)
                z = np.clip(A @ W2 + b2, -500, 500)
                delta = 1 / (1 + np.exp(-z)) - (y[batch] if pair else y[batch, None])
                delta = (delta.mean(axis=1, keepdims=True) if pair else delta) / len(batch)
                delta1 = (delta @ W2.T) * (1 - A**2)
                W2, b2 = W2 - lr * A.T @ delta, b2 - bias * lr * delta.sum(axis=0)
                W1, b1 = W1 - lr * X[batch].T @ delta1, b1 - bias * lr * delta1.sum(axis=0)
        return lambda X_new: ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > threshold) * 1

    return fit_by_steps


RIGHT = [
    by_plain_steps(passes=300, lr=0.5),
    by_hand,
    nearest_neighbours,
    random_features,
    seed_drawn_from_rng,
]
WRONG = [
    (fitted(lambda predict, X, y: predict(X)), "no-function"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X_new)[:, None]), "column"),
    (fitted(lambda predict, X, y: lambda X_new: np.eye(2)[predict(X_new)]), "table"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X)), "other-rows"),
    (lambda X, y, rng: network_logits(X, y, rng), "probabilities"),
    (fitted(lambda predict, X, y: lambda X_new: 1 - predict(X_new)), "exchanged"),
    (fitted(lambda predict, X, y: lambda X_new: None), "no-labels"),
    (threshold_of_another_head, "never-moves"),
    (lookup, "memorised"),
    (rows_and_classes_apart, "points-not-learnt"),
    (another_activation, "unsettled"),
    (fitted(lambda predict, X, y: lambda X_new: np.squeeze(predict(X_new))), "single-row"),
    (scales_each_batch, "depends-on-batch"),
    (scales_in_training_only, "prepared-otherwise"),
    (centres_in_training_only, "prepared-otherwise"),
    (only_a_line, "straight"),
    (stops_too_early, "too-short"),
    (own_generator, "unrepeatable"),
    (own_seed, "not-from-rng"),
    (own_seed_for_the_weights, "not-from-rng"),
    (seeded_global_generator, "not-from-rng"),
    (shuffles_in_place, "data-changed"),
    (centres_in_place, "data-changed"),
    (never_ends, "too-slow"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X_new) + 1), "other-classes"),
    (lambda X, y, rng: fit_moons(X[:10], y[:10], rng), "rows-left-out"),
    (by_plain_steps(lr=1e-10), "steps-tiny"),
    (by_plain_steps(lr=300, passes=5), "unsettled"),
    (by_plain_steps(lr=0.3, pair=True), "points-not-learnt"),
    (by_plain_steps(start=0), "only-bias-learns"),
    (by_plain_steps(lr=0.5, passes=200, threshold=0.5), "threshold-moved"),
    (by_plain_steps(lr=0.5, passes=200, bias=0), "biases-still"),
]

# ---- held out: above each function what its author was thinking


def fit(X, y, rng, *, lr=0.5, epochs=150, n_hidden=20, scale=1.0, batch=20, act=True):
    """A sound network with one hidden layer of tanh; the mistakes are in how it is used."""
    W1, b1 = scale * rng.normal(0, 1, (2, n_hidden)), np.zeros(n_hidden)
    w2, b2 = scale * rng.normal(0, 1 / np.sqrt(n_hidden), n_hidden), 0.0
    f = np.tanh if act else (lambda z: z)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch):
            rows = order[i : i + batch]
            A = f(X[rows] @ W1 + b1)
            z = np.clip(A @ w2 + b2, -50, 50)
            d = (1 / (1 + np.exp(-z)) - y[rows]) / len(rows)
            d1 = np.outer(d, w2) * ((1 - A**2) if act else 1.0)
            w2 = w2 - lr * A.T @ d
            b2 = b2 - lr * d.sum()
            W1 = W1 - lr * X[rows].T @ d1
            b1 = b1 - lr * d1.sum(axis=0)
    return lambda X: f(X @ W1 + b1) @ w2 + b2


# A line.
def fm_linear(X, y, rng):
    z = fit(X, y, rng, act=False, epochs=20, lr=0.1)
    return lambda X: (z(X) > 0).astype(int)


# Small steps.
def fm_small_steps(X, y, rng):
    z = fit(X, y, rng, lr=1e-4, epochs=5)
    return lambda X: (z(X) > 0).astype(int)


# All weights zero.
def fm_zero_start(X, y, rng):
    z = fit(X, y, rng, scale=0.0)
    return lambda X: (z(X) > 0).astype(int)


# Uphill.
def fm_uphill(X, y, rng):
    z = fit(X, y, rng, lr=-0.1, epochs=10)
    return lambda X: (z(X) > 0).astype(int)


# Probabilities.
def fm_probabilities(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: 1 / (1 + np.exp(-np.clip(z(X), -50, 50)))


# The threshold 1/2 is for probabilities, but is asked of z, with 5 in front.
def fm_exchanged(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: (z(X) < 0).astype(int)


# The labels of the training rows.
def fm_returns_labels(X, y, rng):
    z = fit(X, y, rng)
    return (z(X) > 0).astype(int)


# Labels shuffled apart.
def fm_shuffled_apart(X, y, rng):
    z = fit(X[rng.permutation(len(X))], y[rng.permutation(len(y))], rng, epochs=20)
    return lambda X: (z(X) > 0).astype(int)


# Remembers every row; for new ones says 0.
def fm_by_heart(X, y, rng):
    known = {tuple(row): int(label) for row, label in zip(X, y, strict=True)}
    return lambda X: np.array([known.get(tuple(row), 0) for row in X])


# One hidden unit.
def fm_one_unit(X, y, rng):
    z = fit(X, y, rng, n_hidden=1, epochs=30)
    return lambda X: (z(X) > 0).astype(int)


# Centres X in place.
def fm_changes_X(X, y, rng):
    mean = X.mean(axis=0)
    X -= mean
    z = fit(X, y, rng)
    return lambda X: (z(X - mean) > 0).astype(int)


# Standardises when training only.
def fm_predict_unscaled(X, y, rng):
    mean, std = X.mean(axis=0), X.std(axis=0)
    z = fit((X - mean) / std, y, rng, epochs=60)
    return lambda X: (z(X) > 0).astype(int)


# Forgets the return.
def fm_no_return(X, y, rng):
    fit(X, y, rng, epochs=2)


# A column of labels.
def fm_column(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: (z(X) > 0).astype(int)[:, None]


CHANGES = ["changes", "changed", "in place", "in-place"]


LEARNING_RATE = ["learning rate", "step size", "small steps", "larger steps", "steps are too"]


HELD_OUT = [
        (fm_linear, "no activation", ["line", "linear", "activation"]),
    (fm_small_steps, "too little training", LEARNING_RATE + ["longer", "epochs", "passes"]),
    (fm_zero_start, "starts from zeros", ["symmetr", "zeros", "zero", "start"]),
    (fm_uphill, "uphill", ["uphill", "downhill", "sign", "minus", "against"]),
    (fm_probabilities, "probabilities", ["probabilit", "0 or 1", "threshold", "labels"]),
    (fm_exchanged, "labels exchanged", ["exchang", "swap", "opposite", "reversed",
                                        "turned round", "wrong way", "other way"]),
    (fm_returns_labels, "labels instead of a function", ["function", "callable"]),
    (fm_shuffled_apart, "shuffled apart", ["shuffl", "same order", "belong"]),
    (fm_by_heart, "rows learnt by heart", ["by heart", "fresh", "training rows", "memor",
                                           "seen"]),
    (fm_one_unit, "one hidden unit", ["units", "hidden", "line"]),
    (fm_changes_X, "changes X", CHANGES),
    (fm_predict_unscaled, "predict does not scale", ["scale", "standardi", "same way",
                                                     "prepar"]),
    (fm_no_return, "returns nothing", ["none", "return"]),
    (fm_column, "column of labels", ["column", "(n, 1)", "(n,)", ".ravel"]),
]
