"""A network that reads digits: a whole training, judged by what it reads."""

from functools import cache

import numpy as np

from ....activations import ACTIVATIONS
from ....data import load_mnist
from ....losses import one_hot, softmax_cross_entropy
from ....network import forward, he_normal, init_params
from ....optimizers import momentum
from ....train import train
from ...engine import trained
from ...engine.task import Case, Invariant, Task
from ...engine.trained import biases_still, judged, share
from . import _probes

WANTED, SECONDS = 0.94, 30


def fit_digits(X, y, rng):
    """A network 784-100-10, ReLU, momentum; predict: (n, 784) -> labels (n,)."""
    params = init_params((X.shape[1], 100, 10), rng, he_normal, dtype=X.dtype)
    relu = ACTIVATIONS["relu"]
    for _ in train(
        params, X, one_hot(y, 10, X.dtype), activation=relu, loss=softmax_cross_entropy,
        step=momentum, lr=0.1, epochs=10, batch_size=100, rng=rng,
    ):  # fmt: skip
        pass
    return lambda X_new: forward(params, X_new, relu.f)[0].argmax(axis=1)


@cache
def mnist():
    return load_mnist()


def cases(rng):
    data = mnist()
    rows = rng.choice(len(data.X_train), 10_000, replace=False)
    new = rng.choice(len(data.X_test), 3000, replace=False)
    arguments = data.X_train[rows], data.y_train[rows], np.random.default_rng(rng.integers(2**32))
    note = "10,000 digits to learn from, then 503 of them"
    return [Case((*arguments, data.X_test[new], data.y_test[new]), note)]


TURNS = (  # of pictures (n, 28, 28): all eight but leaving them as they are
    lambda A: A[:, ::-1], lambda A: A[:, :, ::-1], lambda A: A[:, ::-1, ::-1],
    lambda A: A.transpose(0, 2, 1), lambda A: A.transpose(0, 2, 1)[:, ::-1],
    lambda A: A.transpose(0, 2, 1)[:, :, ::-1], lambda A: A.transpose(0, 2, 1)[:, ::-1, ::-1],
)  # fmt: skip


def hidden(rng):
    """Digits turned or mirrored, under other names: a network trained at home fails on them."""
    [case] = cases(rng)
    X, y, own, X_new, y_new = case.args
    turn, names = TURNS[rng.integers(len(TURNS))], rng.permutation(10).astype(y.dtype)
    X, X_new = (turn(A.reshape(-1, 28, 28)).reshape(-1, 784) for A in (X, X_new))
    return [case._replace(args=(X, names[y], own, X_new, names[y_new]))]


TOO_SLOW = (
    "The training must end within 30 s. Use matrix products on minibatches of 50 to 500 rows, "
    "a hidden layer of at most 200 units, and 5 to 20 passes over the data."
)

LABELS = [
    Invariant(
        "fractions",
        "predict returns fractions: a label is a whole number from 0 to 9.",
        judged(lambda s, y_new, y: np.all(s.labels == np.round(s.labels))),
    ),
    Invariant(
        "off-by-one",
        "The labels are off by one: class 0 is the first column, and argmax counts from 0.",
        judged(lambda s, y_new, y: max(share(s.labels - 1.0, y_new),
                                       share(s.labels + 1.0, y_new)) < 0.8),
    ),
    Invariant(
        "no-digit",
        "predict gives labels beyond 0 to 9: the label is the place of the largest of the ten "
        "outputs, one for each digit. Is it the last layer that predict looks at, along axis 1?",
        judged(lambda s, y_new, y: np.all(abs(s.labels - 4.5) < 5)),
    ),
]  # fmt: skip

TOO_LITTLE = [  # what can be said without experiments
    Invariant(
        "constant",
        "predict gives the same label for every image. Has the network become NaN (steps too "
        "large), were its weights never updated, or all started at zero?",
        judged(lambda s, y_new, y: len(np.unique(s.labels)) > 1),
    ),
    Invariant(
        "guessing",
        "On new images it is no better than guessing. Are the rows of X and y still in the same "
        "order after shuffling? Do the steps go downhill, and far enough? Do they reach the "
        "network's own arrays (`W = W - step` makes a new one and leaves params as they were; `W "
        "-= step` does not)?",
        judged(lambda s, y_new, y: share(s.labels, y_new) > 0.3),
    ),
    Invariant(
        "begun",
        "It has begun to learn, but fewer than 80 of 100 new images are read: most of the way is "
        "still to go. A step for each minibatch of 50 to 200 rows makes many steps in one pass; or "
        "the learning rate is far too small; or predict computes something else than the training.",
        judged(lambda s, y_new, y: share(s.labels, y_new) >= 0.8),
    ),
]


def reads(wanted):
    return Invariant(
        "too-weak",
        "It learns, but stays below 0.94 on new images. About 0.90 is what a network without a "
        "hidden layer reaches; with one, train longer, in minibatches, with a larger learning rate "
        "or with momentum.",
        judged(lambda s, y_new, y: share(s.labels, y_new) >= wanted),
    )


TASK = Task(
    "fit_digits",
    points=4,
    taught_in="One step from a few images",
    reference=fit_digits,
    cases=cases,
    unique=False,
    hidden=hidden,
    on_hidden=[reads(WANTED - trained.LUCK)],
    kept_back=(4,),
    observe=trained.Trial(WANTED, SECONDS, _probes.TOLD, _probes.causes, (biases_still,)),
    seconds=SECONDS + 30,
    invariants=[
        *trained.form("fit_digits", TOO_SLOW),
        *LABELS,
        *trained.promises(memorised_below=0.7),
        *trained.caused(*_probes.ALL),
        *TOO_LITTLE,
        reads(WANTED),
        *trained.from_rng(),
    ],
    mistakes=[trained.DATA_CHANGED],
    faster=TOO_SLOW,
    hints=(
        "Start from the smallest loop that could work: random weights, then again and again a "
        "forward pass, delta, a backward pass, a small step. Print the loss of each pass over the "
        "data: does it fall?",
        "Take minibatches of about 50 rows in a new random order in every pass; shuffle *row "
        "numbers*, so that images and labels stay together. Ten passes are enough.",
        "Weights from `init_params` with the sizes 784, 100, 10; targets one-hot; learning rate "
        "0.2 to 0.5. In predict, the last layer's logits are enough: their largest names the "
        "label, since softmax does not change which one is largest.",
    ),
)
