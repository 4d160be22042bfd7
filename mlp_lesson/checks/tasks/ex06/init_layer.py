"""First weights: normally distributed, the smaller the more inputs a unit has."""

import numpy as np

from ...engine.task import Case, Invariant, Mistake, Task


def init_layer(n_in, n_out, rng):
    """W ~ N(0, 2 / n_in), b = 0."""
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


def two_layers(init_layer, n_in, n_out, rng):
    """A layer from rng, the next one from the same rng, and one from another rng."""
    others = rng, np.random.default_rng(99)
    return [init_layer(n_in, n_out, rng), *(init_layer(n_in, n_out, other) for other in others)]


def cases(rng):
    sizes = {
        "220 to 50 units": (220, 50),
        "50 to 300 units": (50, 300),
        "a square W": (120, 120),
        "3 output units": (400, 3),
        "one input": (1, 500),
        "784 to 100 units": (784, 100),
    }
    return [
        Case((*sizes[note], np.random.default_rng(seed)), note) for seed, note in enumerate(sizes)
    ]


# ---- what holds of every right answer: value is the three layers of two_layers ------------------


def is_pair(args, value):
    return all(isinstance(layer, list | tuple) and len(layer) == 2 for layer in value)


def is_numeric(args, value):
    return all(np.asarray(part).dtype.kind in "iuf" for layer in value for part in layer)


def has_more_than_a_mean(args, value):
    return np.shape(value[0][0]) != (2,) or args[1] == 2


def is_in_order(args, value):
    W, b = value[0]
    return not (np.shape(W) == args[1:2] and np.shape(b) == args[:2])


def w_has_its_shape(args, value):
    return np.shape(value[0][0]) == args[:2]


def b_has_its_shape(args, value):
    return np.shape(value[0][1]) == (args[1],)


def b_is_zero(args, value):
    return not np.any(value[0][1])


def weights_differ(args, value):
    W = np.asarray(value[0][0])
    return len(np.unique(W)) > 0.9 * W.size


def is_finite(args, value):
    return bool(np.isfinite(np.asarray(value[0][0], float)).all())


def keeps_its_ends(args, value):
    """Violated where a few weights are exactly as large as the largest one, and the rest differ."""
    sizes = np.abs(np.asarray(value[0][0], float)).ravel()
    at_the_end = np.sum(sizes == sizes.max())
    return not (sizes.any() and 2 < at_the_end < sizes.size / 2 < len(np.unique(sizes)))


def follows_rng(args, value):
    """The next layer, and one from another rng, have other weights."""
    (first, _), (following, _), (other, _) = value
    return not np.array_equal(first, following) and not np.array_equal(first, other)


def of_weights(test):
    """holds(args, value) from test(W, n_in, n_out), W the first of the layers drawn."""

    def holds(args, value):
        with np.errstate(invalid="ignore", divide="ignore"):  # all weights equal
            return bool(test(np.asarray(value[0][0], float), *args[:2]))

    return holds


def variance_is_not(*formulas):
    """Whether W has about 2 / n_in for its variance, or none of formulas(n_in, n_out)."""

    def test(W, n_in, n_out):
        found = np.mean(W**2)
        tolerance = 5 * np.sqrt(2 / W.size)  # five times the spread of a variance that is measured
        is_right = abs(found * n_in / 2 - 1) < tolerance
        likely = [formula(n_in, n_out) for formula in formulas]
        return is_right or not any(abs(found / wrong - 1) < tolerance for wrong in likely)

    return of_weights(test)


@of_weights
def is_centred(W, n_in, n_out):
    return abs(W.mean()) < 5 * W.std() / np.sqrt(W.size)


@of_weights
def columns_are_drawn(W, n_in, n_out):
    """Violated where all columns have exactly the mean 0, or exactly the same deviation."""
    if n_in == 1 or len(np.unique(W)) < 0.9 * W.size:
        return True
    means, deviations = W.mean(axis=0), W.std(axis=0)
    centred = np.abs(means).max() < 1e-9 * deviations.max()
    return not (centred or np.ptp(deviations) < 1e-6 * deviations.max())


@of_weights
def variance_is_right(W, n_in, n_out):
    return abs(np.mean(W**2) * n_in / 2 - 1) < 6 * np.sqrt(2 / W.size)


@of_weights
def is_normal(W, n_in, n_out):
    """The fourth moment of a normal is 3; of a uniform distribution 1.8, of one cut at 2σ 2.4."""
    return W.size < 5000 or abs(np.mean(W**4) / np.mean(W**2) ** 2 - 3) < 0.35


INVARIANTS = [
    Invariant(
        "one-result",
        "init_layer must return two things, the pair (W, b).",
        is_pair,
    ),
    Invariant(
        "no-numbers",
        "W and b must be arrays of numbers.",
        is_numeric,
    ),
    Invariant(
        "shape-as-mean",
        "W has as many entries as `rng.normal` was given sizes: its first argument is the mean, "
        "the second the standard deviation, and only the third the shape.",
        has_more_than_a_mean,
    ),
    Invariant(
        "pair-exchanged",
        "W and b are exchanged: return (W, b), in this order.",
        is_in_order,
    ),
    Invariant(
        "weights-shape",
        "W must have the shape (n_in, n_out): a row for each input, a column for each unit.",
        w_has_its_shape,
    ),
    Invariant(
        "bias-shape",
        "b must have the shape (n_out,): one bias a unit, a plain vector, not a row or column "
        "table.",
        b_has_its_shape,
    ),
    Invariant(
        "standardised",
        "The drawn numbers are standardised: in each column they have the same mean or deviation, "
        "to the last digit, and with one input that leaves 0, or 0/0. Scale them by one number for "
        "the whole layer, and leave the rest to chance.",
        columns_are_drawn,
    ),
    Invariant(
        "not-finite",
        "Weights are NaN or infinite: something is divided by 0.",
        is_finite,
    ),
    Invariant(
        "clipped",
        "Several weights are exactly as large as the largest one: the ends of the distribution "
        "are cut off there (np.clip?). Leave them on.",
        keeps_its_ends,
    ),
    Invariant(
        "weights-equal",
        "The weights are equal, or come in equal rows or columns: units that start equal get "
        "equal gradients and stay equal. Every weight needs a random number of its own. (The "
        "second argument of `rng.normal` is the standard deviation: at 0 all come out the same.)",
        weights_differ,
    ),
    Invariant(
        "weights-off-centre",
        "The weights are not centred at 0, so all units would add up the same way. `rng.random` "
        "draws from 0 to 1 only, and the first argument of `rng.normal` is the mean: it must be "
        "0.",
        is_centred,
    ),
    Invariant(
        "multiplied",
        "The random numbers are multiplied by the square root of n_in where they should be "
        "divided: the more inputs, the smaller each weight must be.",
        variance_is_not(lambda n, k: n, lambda n, k: 2 * n, lambda n, k: n / 2),
    ),
    Invariant(
        "variance-as-spread",
        "2/n_in is the variance; what `rng.normal` and a factor before `standard_normal` take is "
        "the standard deviation, its square root.",
        variance_is_not(lambda n, k: (2 / n) ** 2),
    ),
    Invariant(
        "unscaled",
        "The variance is 1 whatever the size of the layer: scale it by the number of inputs.",
        variance_is_not(lambda n, k: 1),
    ),
    Invariant(
        "outputs-counted",
        "The spread follows n_out: He's scale counts the inputs of a unit, n_in, because those "
        "are the terms that its sum adds up.",
        variance_is_not(lambda n, k: 2 / k),
    ),
    Invariant(
        "glorot",
        "The variance is 2/(n_in + n_out): that is Glorot's; He's counts the inputs alone.",
        variance_is_not(lambda n, k: 2 / (n + k)),
    ),
    Invariant(
        "lecun",
        "The variance is 1/n_in. That suits tanh; ReLU sets half of the signal to zero, and He's "
        "2 makes up for it.",
        variance_is_not(lambda n, k: 1 / n),
    ),
    Invariant(
        "root-of-two-only",
        "The root is drawn from the 2 alone: √2/n_in. The standard deviation is the root of the "
        "whole fraction 2/n_in.",
        variance_is_not(lambda n, k: 2 / n**2),
    ),
    Invariant(
        "uniform-by-root",
        "The variance is a third of 2/n_in, as `rng.uniform(-1, 1)` gives it. Draw normally "
        "distributed numbers, with `rng.normal` or `rng.standard_normal`.",
        variance_is_not(lambda n, k: 2 / (3 * n)),
    ),
    Invariant(
        "fixed-spread",
        "The spread is a fixed number, perhaps 0.01 or 0.1, whatever the size of the layer. It "
        "depends on the number of inputs: the root of 2/n_in.",
        variance_is_not(lambda n, k: 0.01**2, lambda n, k: 0.1**2, lambda n, k: 0.05**2),
    ),
    Invariant(
        "other-variance",
        "The variance of the weights is not 2/n_in.",
        variance_is_right,
    ),
    Invariant(
        "not-normal",
        "The variance is right, but the weights are not normally distributed: draw them with "
        "`rng.normal` or `rng.standard_normal`.",
        is_normal,
    ),
    Invariant(
        "bias-not-zero",
        "The biases must be zeros: the random weights already break the symmetry.",
        b_is_zero,
    ),
    Invariant(
        "own-seed",
        "Another `rng` gives the same weights: a generator of your own, with a fixed seed, is at "
        "work. Every layer would start alike. Draw from the rng that is handed in.",
        follows_rng,
    ),
]

TASK = Task(
    "init_layer",
    points=2,
    taught_in="Where to start",
    reference=init_layer,
    cases=cases,
    unique=False,
    observe=two_layers,
    invariants=INVARIANTS,
    mistakes=[
        Mistake(
            "not-from-rng",
            "Two calls with the same rng give different weights: draw from the `rng` that is "
            "handed in, not from `np.random`, or nobody can repeat your training.",
            by="random",
        )
    ],
    hints=(
        "Which of the two sizes is the number of products in one sum?",
        "`rng.normal` takes the standard deviation. What is it, if the variance is 2 divided by "
        "the number of inputs?",
        "A normal distribution around 0 whose standard deviation is the root of 2/n_in, in the "
        "shape (n_in, n_out); beside it `np.zeros` of n_out.",
    ),
)
