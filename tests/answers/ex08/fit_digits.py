"""Answers to fit_digits: the form is told in answer_files.py."""

import numpy as np
from answers.ex08._fit_digits_second import SECOND

from mlp_lesson.activations import ACTIVATIONS, relu, relu_prime
from mlp_lesson.checks.tasks.ex08.fit_digits import fit_digits
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import backward, forward, he_normal, init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.train import train as course_train


def fitted(change):
    """fit_digits with its predict passed through change(predict, X, y)."""
    return lambda X, y, rng: change(fit_digits(X, y, rng), X, y)


def probabilities(X, y, rng):
    predict = fit_digits(X, y, rng)
    return lambda X_new: one_hot(predict(X_new), 10)


def lookup(X, y, rng):
    known = {row.tobytes(): label for row, label in zip(X, y, strict=True)}
    return lambda X_new: np.array([known.get(row.tobytes(), int(row.sum()) % 10) for row in X_new])


def without_hidden_layer(X, y, rng):
    Y = one_hot(y, 10, X.dtype)
    W, b = np.zeros((X.shape[1], 10), X.dtype), np.zeros(10, X.dtype)
    for _ in range(40):
        delta = softmax_cross_entropy(X @ W + b, Y)[1]
        W -= 0.5 * X.T @ delta
        b -= 0.5 * delta.sum(axis=0)
    return lambda X_new: (X_new @ W + b).argmax(axis=1)


def plain_steps(*, lr, epochs, batch_size):
    """The network of fit_digits by plain steps, too few or too small."""

    def fit(X, y, rng):
        params = init_params((X.shape[1], 100, 10), rng, he_normal, dtype=X.dtype)
        relu = ACTIVATIONS["relu"]
        for _ in course_train(
            params, X, one_hot(y, 10, X.dtype), activation=relu, loss=softmax_cross_entropy,
            step=sgd, lr=lr, epochs=epochs, batch_size=min(batch_size, len(X)), rng=rng,
        ):  # fmt: skip
            pass
        return lambda X_new: forward(params, X_new, relu.f)[0].argmax(axis=1)

    return fit


def shuffles_in_place(X, y, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return fit_digits(X, y, rng)


def standardises_each_batch(X, y, rng):
    def scale(A):
        return (A - A.mean(axis=0)) / (A.std(axis=0) + np.float32(0.1))

    predict = fit_digits(scale(X), y, rng)
    return lambda X_new: predict(scale(X_new))


def own_generator(X, y, rng):
    return fit_digits(X, y, np.random.default_rng())


def own_seed(X, y, rng):
    return fit_digits(X, y, np.random.default_rng(0))


def whole_batches_only(X, y, rng):
    for rows in rng.permutation(len(X)).reshape(-1, 50):
        X[rows]
    return fit_digits(X, y, rng)


def never_ends(X, y, rng):
    while True:
        fit_digits(X[:100], y[:100], rng)


def nearest_neighbours(X, y, rng):
    def predict(X_new):
        distances = (X**2).sum(axis=1) - 2 * X_new @ X.T  # up to a constant for each row
        nearest = np.argpartition(distances, 3, axis=1)[:, :3]
        return np.array([np.bincount(y[three], minlength=10).argmax() for three in nearest])

    return predict


def random_features(X, y, rng):
    """A hidden layer that is never trained: each unit is the difference of two images."""
    one, other = X[rng.integers(len(X), size=(2, 600))]
    V, c = (one - other).T / 10, rng.normal(size=600).astype(X.dtype)
    H = np.maximum(X @ V + c, 0)
    G = H.T @ H + np.eye(600, dtype=X.dtype)
    head = np.linalg.solve(G, H.T @ one_hot(y, 10, X.dtype))
    return lambda X_new: (np.maximum(X_new @ V + c, 0) @ head).argmax(axis=1)


def by_hand(X, y, rng, *, lr=0.2, passes=15, hidden=64, start=1 / 28):
    """The same network with every line written out, tanh and plain steps."""
    Y = one_hot(y, 10, X.dtype)
    W1 = (rng.normal(size=(X.shape[1], hidden)) * start).astype(X.dtype)
    W2 = np.zeros((hidden, 10), dtype=X.dtype)
    b1, b2 = np.zeros(hidden, dtype=X.dtype), np.zeros(10, dtype=X.dtype)
    for _ in range(passes):
        order = rng.permutation(len(X))
        for at in range(0, len(X), 50):
            rows = order[at : at + 50]
            A = np.tanh(X[rows] @ W1 + b1)
            delta = softmax_cross_entropy(A @ W2 + b2, Y[rows])[1]
            delta1 = (delta @ W2.T) * (1 - A**2)
            W2 -= lr * A.T @ delta
            b2 -= lr * delta.sum(axis=0)
            W1 -= lr * X[rows].T @ delta1
            b1 -= lr * delta1.sum(axis=0)
    return lambda X_new: (np.tanh(X_new @ W1 + b1) @ W2 + b2).argmax(axis=1)


def badly(**how):
    """The network by hand, but with a learning rate, a start ... that does not do."""
    return lambda X, y, rng: by_hand(X, y, rng, **how)


def learning_from(rows):
    """fit_digits from some rows only, chosen by rows(X, y, rng)."""

    def fit(X, y, rng):
        chosen = rows(X, y, rng)
        return fit_digits(X[chosen], y[chosen], rng)

    return fit


def divided_again(X, y, rng):
    predict = by_hand(X / 255, y, rng, passes=5)
    return lambda X_new: predict(X_new / 255)


def never_updated(X, y, rng):
    """predict reads the start."""
    params = init_params((X.shape[1], 100, 10), rng, he_normal, dtype=X.dtype)
    return lambda X_new: forward(params, X_new, ACTIVATIONS["relu"].f)[0].argmax(axis=1)


def one_output(X, y, rng):
    """A straight line through the labels as if they were sizes, by least squares."""
    H = np.hstack([X, np.ones((len(X), 1), X.dtype)])
    w = np.linalg.solve(H.T @ H + np.eye(H.shape[1], dtype=X.dtype), H.T @ y)
    return lambda X_new: np.clip(np.rint(X_new @ w[:-1] + w[-1]), 0, 9).astype(int)


def by_hand_with_still_biases(X, y, rng):
    """`db = b - lr * db` in place of `b -= lr * db`: the biases stay where they started."""
    Y = one_hot(y, 10, X.dtype)
    params = init_params((X.shape[1], 100, 10), rng, he_normal, dtype=X.dtype)
    for _ in range(10):
        order = rng.permutation(len(X))
        for at in range(0, len(X), 50):
            rows = order[at : at + 50]
            Z, cache = forward(params, X[rows], relu)
            grads = backward(params, cache, softmax_cross_entropy(Z, Y[rows])[1], relu_prime)
            for (W, b), (dW, db) in zip(params, grads, strict=True):
                W -= 0.2 * dW
                db = b - 0.2 * db
    return lambda X_new: forward(params, X_new, relu)[0].argmax(axis=1)


WRONG_TRAININGS = {  # id of what must be recognised: a wrong training
    "names-exchanged": fitted(lambda predict, X, y: lambda X_new: 9 - predict(X_new)),
    "prepared-otherwise": fitted(lambda predict, X, y: lambda X_new: predict(X_new / 255)),
    "next-numbers": one_output,
    "part-of-the-rows": learning_from(lambda X, y, rng: slice(500)),
    "classes-are-missing": learning_from(lambda X, y, rng: y < 5),
    "goes-uphill": badly(lr=-0.2, passes=1),
    "never-moves": never_updated,
    "pixels-too-small": divided_again,
    "steps-too-large": badly(lr=100, passes=2),
    "hardly-moves": plain_steps(lr=1e-5, epochs=2, batch_size=100),
    "labels-belong-to-other-images": lambda X, y, rng: fit_digits(rng.permutation(X), y, rng),
    "only-frequencies": badly(start=0, passes=2),
    "not-a-number": badly(lr=np.nan, passes=1),
    "units-are-alike": badly(hidden=1),
    "borders-are-straight": without_hidden_layer,
    "repeated-rows-are-lost": learning_from(
        lambda X, y, rng: rng.choice(len(X), 500, replace=False)
    ),
    "start-too-large": badly(start=1),
    "one-step-a-pass": plain_steps(lr=0.2, epochs=10, batch_size=10_000),
    "too-short": badly(passes=1, lr=0.1),
    "too-simple": badly(hidden=12),
    "biases-still": by_hand_with_still_biases,
    "steps-tiny": plain_steps(lr=1e-10, epochs=2, batch_size=100),
    "units-too-few": badly(hidden=4),
}


RIGHT = [nearest_neighbours, random_features, by_hand]
WRONG = [
    (probabilities, "table"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X_new)[:, None]), "column"),
    (fitted(lambda predict, X, y: predict(X).tolist()), "no-function"),
    (fitted(lambda predict, X, y: lambda X_new: None), "no-labels"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X_new)[:10]), "one-label-a-row"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X)), "other-rows"),
    (lambda X, y, rng: lambda X_new: np.full(len(X_new), 7), "constant"),
    (fitted(lambda predict, X, y: lambda X_new: predict(X_new) + 1), "off-by-one"),
    (lookup, "memorised"),
    (standardises_each_batch, "depends-on-batch"),
    (own_generator, "unrepeatable"),
    (own_seed, "not-from-rng"),
    (shuffles_in_place, "data-changed"),
    (never_ends, "too-slow"),
    (whole_batches_only, "503 entries cannot be laid out in the shape (50)"),
    *[(wrong, id) for id, wrong in WRONG_TRAININGS.items()],
]

# ---- held out: above each function what its author was thinking


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def start(rng, n_in=784, n_hidden=64, scale=None):
    s1 = np.sqrt(2 / n_in) if scale is None else scale
    s2 = np.sqrt(2 / n_hidden) if scale is None else scale
    params = [
        rng.normal(0, 1, (n_in, n_hidden)) * s1,
        np.zeros(n_hidden),
        rng.normal(0, 1, (n_hidden, 10)) * s2,
        np.zeros(10),
    ]
    return [array.astype(np.float32) for array in params]


def train(X, y, rng, params, lr=0.1, epochs=4, batch=50):
    """A sound training loop, on params in place; the mistakes below are in how it is used."""
    W1, b1, W2, b2 = params
    Y = np.eye(10, dtype=X.dtype)[y]
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch):
            rows = order[i : i + batch]
            A0, T = X[rows], Y[rows]
            Z1 = A0 @ W1 + b1
            A1 = np.maximum(Z1, 0)
            d2 = (softmax(A1 @ W2 + b2) - T) / len(rows)
            d1 = d2 @ W2.T * (Z1 > 0)
            W2 -= lr * A1.T @ d2
            b2 -= lr * d2.sum(axis=0)
            W1 -= lr * A0.T @ d1
            b1 -= lr * d1.sum(axis=0)
    return params


def scores(params, X):
    W1, b1, W2, b2 = params
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2


# Softmax regression is a neural network.
def fd_linear(X, y, rng):
    W, b = np.zeros((X.shape[1], 10), X.dtype), np.zeros(10, X.dtype)
    Y = np.eye(10, dtype=X.dtype)[y]
    for _ in range(4):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 50):
            rows = order[i : i + 50]
            d = (softmax(X[rows] @ W + b) - Y[rows]) / len(rows)
            W -= 0.1 * X[rows].T @ d
            b -= 0.1 * d.sum(axis=0)
    return lambda X: np.argmax(X @ W + b, axis=1)


# Returns what it predicts for the rows it has.
def fd_returns_labels(X, y, rng):
    params = train(X, y, rng, start(rng))
    return np.argmax(scores(params, X), axis=1)


# The ten outputs are the prediction.
def fd_returns_scores(X, y, rng):
    params = train(X, y, rng, start(rng))
    return lambda X: softmax(scores(params, X))


# Takes the largest along the rows' axis 0.
def fd_argmax_axis_0(X, y, rng):
    params = train(X, y, rng, start(rng))
    return lambda X: np.argmax(scores(params, X), axis=0)


# The line that made debugging quick is still there.
def fd_few_rows(X, y, rng):
    X, y = X[:500], y[:500]
    params = train(X, y, rng, start(rng), epochs=30)
    return lambda X: np.argmax(scores(params, X), axis=1)


# The larger the steps, the faster the learning.
def fd_large_steps(X, y, rng):
    with np.errstate(all="ignore"):
        params = train(X, y, rng, start(rng), lr=2.0, epochs=3)
    return lambda X: np.argmax(np.nan_to_num(scores(params, X)), axis=1)


# Prepares the images once more.
def fd_divides_again(X, y, rng):
    params = train(X / 255, y, rng, start(rng), lr=0.3)
    return lambda X: np.argmax(scores(params, X / 255), axis=1)


# One output, the digit itself, to be rounded.
def fd_regression(X, y, rng):
    W1 = rng.normal(0, np.sqrt(2 / 784), (784, 64))
    b1, w2, b2 = np.zeros(64), rng.normal(0, np.sqrt(2 / 64), 64), 0.0
    for _ in range(4):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 50):
            rows = order[i : i + 50]
            Z1 = X[rows] @ W1 + b1
            A1 = np.maximum(Z1, 0)
            d = (A1 @ w2 + b2 - y[rows]) / len(rows)
            d1 = np.outer(d, w2) * (Z1 > 0)
            w2 -= 0.01 * A1.T @ d
            b2 -= 0.01 * d.sum()
            W1 -= 0.01 * X[rows].T @ d1
            b1 -= 0.01 * d1.sum(axis=0)

    def predict(X):
        return np.clip(np.rint(np.maximum(X @ W1 + b1, 0) @ w2 + b2), 0, 9).astype(int)

    return predict


# Leaves the activation out when it predicts.
def fd_predict_without_relu(X, y, rng):
    W1, b1, W2, b2 = train(X, y, rng, start(rng))
    return lambda X: np.argmax((X @ W1 + b1) @ W2 + b2, axis=1)


# Keeps one bias for each training row, as the shapes in the notebook were (n, hidden).
def fd_bias_for_each_row(X, y, rng):
    W1, b1, W2, b2 = train(X, y, rng, start(rng))
    B1, B2 = np.tile(b1, (len(X), 1)), np.tile(b2, (len(X), 1))
    return lambda X: np.argmax(np.maximum(X @ W1 + B1, 0) @ W2 + B2, axis=1)


# The most frequent digit is the best guess before learning; forgot to call the training.
def fd_untrained(X, y, rng):
    params = start(rng)
    return lambda X: np.argmax(scores(params, X), axis=1)


# Forgets the return.
def fd_no_return(X, y, rng):
    params = train(X, y, rng, start(rng))

    def predict(X):
        return np.argmax(scores(params, X), axis=1)

    predict(X[:1])


LEARNING_RATE = ["learning rate", "step size", "small steps", "steps are too", "lr"]


HELD_OUT = [
    *SECOND,
    (fd_linear, "no hidden layer", ["hidden", "linear"]),
    (fd_returns_labels, "labels instead of a function", ["function", "callable"]),
    (fd_returns_scores, "argmax missing", ["argmax", "probabilit", "label"]),
    (fd_argmax_axis_0, "argmax along the wrong axis", ["axis", "argmax"]),
    (fd_few_rows, "learns from 500 rows only", ["few rows", "all rows", "part of the",
                                                "only the first", "training rows",
                                                "by heart", "overfit"]),
    (fd_large_steps, "learning rate too large", LEARNING_RATE),
    (fd_divides_again, "divided by 255 once more", ["255", "twice", "scale", "again"]),
    (fd_regression, "one output for ten classes", ["one output", "regress", "one-hot",
                                                   "ten outputs", "10 outputs", "distance",
                                                   "softmax"]),
    (fd_predict_without_relu, "activation missing in predict", ["activation", "relu"]),
    (fd_bias_for_each_row, "a bias for each training row", ["bias", "number of rows",
                                                            "any number", "broadcast"]),
    (fd_untrained, "not trained", ["train", "chance", "learn"]),
    (fd_no_return, "returns nothing", ["none", "return"]),
]
