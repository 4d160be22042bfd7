"""The first weights of a tanh network, too large by far."""

from itertools import pairwise

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def start_network(X, sizes, rng):
    """First weights of a tanh network, normal with variance 1 / inputs, and what they make of X.

    sizes has the number of inputs, then of units in each layer; there are no biases. The weights
    of each layer are drawn from rng at once, first layer first. Returns the list of W (inputs,
    units); and for each layer the standard deviation of its outputs, and the share of them that
    are saturated: beyond 0.99.
    """
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def cases(rng):
    def network(n, *sizes):
        return rng.normal(0, 1, (n, sizes[0])), sizes, np.random.default_rng(rng.integers(1 << 30))

    return [
        Case(network(6, 3, 2), "one layer"),
        Case(network(10, 8, 5, 3), "two layers"),
        Case(network(5, 4, 4, 4), "layers of one size"),
        Case(network(8, 2, 12, 6, 1), "three layers"),
        Case(network(20, 1, 3), "one input"),
        Case(network(30, 50, 20, 10), "50 inputs"),
    ]


SLIPS = slips(
    start_network,
    """
    multiplied: / np.sqrt(n_in) -> * np.sqrt(n_in)
        Of the outputs of the first layer 0.997 are saturated, of the second 0.981. A unit with 784
        inputs of spread 1 adds up 784 products: how far from 0 does such a sum lie, for these
        weights?
    unscaled: / np.sqrt(n_in) -> * 1
        The variance is 1 now, whatever the number of inputs. That is better than it was, but a sum
        of many products still runs into saturation.
    by-inputs: / np.sqrt(n_in) -> / n_in
        Now the variance is 1/n² for n inputs: it is the standard deviation that is multiplied in
        here, and the spread dies out from layer to layer.
    times-variance: / np.sqrt(n_in) -> * np.sqrt(n_in) / n_in**2
        The variance is 1/n³ for n inputs: what is multiplied in is squared in the variance.
    he: / np.sqrt(n_in) -> * np.sqrt(2 / n_in)
        The variance is 2/inputs: that is He's, for ReLU. The docstring asks for 1/inputs.
    glorot: / np.sqrt(n_in) -> * np.sqrt(2 / (n_in + n_out))
        The variance is 2/(inputs + units), Glorot's. The docstring asks for 1/inputs.
    by-units: / np.sqrt(n_in) -> / np.sqrt(n_out)
        It follows the number of units. What adds up in a unit's sum are its inputs.
    first-size: / np.sqrt(n_in) -> / np.sqrt(sizes[0])
        Every layer is scaled by the inputs of the first one. Each has a number of its own.
    by-rows: / np.sqrt(n_in) -> / np.sqrt(len(X))
        It is scaled by the number of rows. What adds up in a unit's sum are its inputs.
    by-rows-of-a: / np.sqrt(n_in) -> / np.sqrt(A.size)
        It is scaled by the number of entries, rows times inputs. What adds up in a unit's sum are
        its inputs alone.
    by-both: / np.sqrt(n_in) -> / np.sqrt(n_in * n_out)
        It is scaled by inputs times units. What adds up in a unit's sum are its inputs.
    fixed: / np.sqrt(n_in) -> * 0.01
        The spread of the weights is 0.01, whatever the number of inputs: nothing saturates, and
        nothing gets through either.
    fixed-tenth: / np.sqrt(n_in) -> * 0.1
        The spread of the weights is 0.1, whatever the number of inputs. That fits 100 inputs.
    uniform:
    - W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    + W = rng.uniform(-1, 1, (n_in, n_out)) / np.sqrt(n_in)
        The weights are uniformly distributed now, with a third of the variance. They were to be
        normal, and they were.
    uniform-positive:
    - W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    + W = rng.random((n_in, n_out)) / np.sqrt(n_in)
        All weights are above 0 now. They were to be normal around 0, and they were.
    zeros: rng.standard_normal((n_in, n_out)) / np.sqrt(n_in) -> np.zeros((n_in, n_out))
        All weights are 0: nothing saturates, and units that start equal stay equal.
    shape-turned:
    - W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    + W = rng.standard_normal((n_out, n_in)).T / np.sqrt(n_in)
        The size is right now. But the weights are drawn in another order: a row for each input, as
        it was.
    own-seed: rng.standard_normal -> np.random.default_rng(0).standard_normal
        The size is right now. But the numbers come from a generator of your own, the same for every
        layer: draw from rng.
    outputs-scaled: / np.sqrt(n_in) -> * 1
    and: np.tanh(A @ W) -> np.tanh(A @ W / np.sqrt(n_in))
        The outputs are right now, but the weights that are returned are not those that make them.
    normalised: / np.sqrt(n_in) -> * np.sqrt(n_in)
    and: np.tanh(A @ W) -> np.tanh((A @ W) / (A @ W).std())
        Each layer's sums are scaled back, so nothing saturates. But the weights that are returned
        are still as large as they were.
    inputs-scaled: / np.sqrt(n_in) -> * np.sqrt(n_in)
    and: A = X -> A = X / len(X[0])
        The inputs are made smaller. That helps the first layer only, and the weights are as large
        as they were.
    root-twice: / np.sqrt(n_in) -> / n_in**0.25
        The root is drawn twice: the variance is one over the root of the inputs.
    fixed-784: / np.sqrt(n_in) -> / np.sqrt(784)
        784 is written in: the number of inputs of the example. Each layer has its own.
    spread-made-exact:
    - W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    + W = rng.standard_normal((n_in, n_out))
    + W = W / W.std() / np.sqrt(n_in)
        The weights are divided by their own spread too. They are to be drawn with that variance,
        not forced to it: a drawn table lies a little off.
    other-limit: > 0.99 -> > 0.9
        The weights are right now. But the limit beyond which an output counts as saturated is
        another one: it was 0.99, and that was right.
    sums-measured:
    - A = np.tanh(A @ W)
    - Ws.append(W)
    - spreads.append(A.std())
    + Z = A @ W
    + A = np.tanh(Z)
    + Ws.append(W)
    + spreads.append(Z.std())
        The weights are right now. But the spread is that of the sums; that of the outputs is asked
        for, after tanh.
    he-by-units: / np.sqrt(n_in) -> * np.sqrt(2 / n_out)
        The variance is 2/units. The docstring asks for 1/inputs: two things are wrong in it.
    scaled-on-the-way: / np.sqrt(n_in) -> * np.sqrt(n_in)
    and: np.tanh(A @ W) -> np.tanh(A @ W / n_in)
        The weights that are returned are as large as they were. Make W itself smaller, not the
        sums or the inputs on the way.
    saturated-above-only: np.abs(A) > 0.99 -> A > 0.99
        Saturated are only those above 0.99 now. Those below −0.99 are as well: `np.abs` was right.
    saturated-counted: saturated.append(np.mean( -> saturated.append(np.sum(
        The saturated outputs are counted. Their share is asked for, as it was.
    variances: spreads.append(A.std()) -> spreads.append(A.var())
        The spreads are variances now: the standard deviation is asked for, as it was.
    weights-measured: spreads.append(A.std()) -> spreads.append(W.std())
        The spread is that of the weights. That of the outputs is asked for, as it was.
    root-of-units: / np.sqrt(n_in) -> / n_out
        The weights are divided by the number of units. What adds up in a unit's sum are its inputs,
        and their root is what to divide by.
    gain: / np.sqrt(n_in) -> * 5 / 3 / np.sqrt(n_in)
        There is another factor 5/3, used with tanh elsewhere. The docstring asks for the variance
        1/inputs.
    halved: / np.sqrt(n_in) -> / np.sqrt(2 * n_in)
        The variance is 1/(2 · inputs). The docstring asks for 1/inputs.
    half-as-large: / np.sqrt(n_in) -> / np.sqrt(n_in) / 2
        The weights are half as large as they should be, their variance 1/(4 · inputs).
    with-bias: / np.sqrt(n_in) -> / np.sqrt(n_in + 1)
        It is scaled by inputs + 1, as if there were a bias. There is none.
    last-size: / np.sqrt(n_in) -> / np.sqrt(sizes[-1])
        Every layer is scaled by the number of outputs of the network. Each has its own number of
        inputs.
    largest-size: / np.sqrt(n_in) -> / np.sqrt(max(sizes))
        Every layer is scaled by the largest size. Each has its own number of inputs.
    inputs-squared: / np.sqrt(n_in) -> / n_in**2
        It is divided by the square of the number of inputs: the variance is 1/n⁴.
    no-tanh: A = np.tanh(A @ W) -> A = A @ W
        The outputs have lost their tanh: it was right.
    third-of-variance: / np.sqrt(n_in) -> / np.sqrt(3 * n_in)
        The variance is 1/(3 · inputs). The docstring asks for 1/inputs: the 3 belongs to evenly
        drawn weights.
    glorot-bound: / np.sqrt(n_in) -> * np.sqrt(6 / (n_in + n_out))
        √(6/(inputs + units)) is Glorot's bound for evenly drawn weights. These are normal, with the
        variance 1/inputs.
    he-bound: / np.sqrt(n_in) -> * np.sqrt(6 / n_in)
        √(6/inputs) is He's bound for evenly drawn weights. These are normal, with the variance
        1/inputs.
    small-number-added: / np.sqrt(n_in) -> / (np.sqrt(n_in) + 0.1)
        A number is added to the root: it can never be 0, so nothing needs to be added.
    higher-limit: > 0.99 -> > 0.999
        The limit beyond which an output counts as saturated is 0.999 now: it was 0.99, and that was
        right.
    lower-limit: > 0.99 -> > 0.95
        The limit beyond which an output counts as saturated is 0.95 now: it was 0.99, and that was
        right.
    mean-of-spreads: A.std() -> A.std(axis=0).mean()
        The spread is that of each unit, averaged. That of all outputs of the layer together is
        asked for, as it was.
    """,
)

def draws_from_rng(args, value):
    """Are the weights what rng gives, layer after layer, but for a factor?"""
    _, sizes, rng = args
    drawn = [rng.standard_normal(shape) for shape in pairwise(sizes)]
    Ws = value[0] if isinstance(value, tuple) and len(value) == 3 else []
    if [np.shape(W) for W in Ws] != [np.shape(D) for D in drawn]:
        return True  # said by the engine
    norm = np.linalg.norm
    return all(np.allclose(W * norm(D), D * norm(W)) for W, D in zip(Ws, drawn, strict=True))


def is_no_uniform(args, value):
    """False where each W lies between two bounds as even draws of rng would."""
    _, sizes, rng = args
    drawn = [rng.random(shape) for shape in pairwise(sizes)]
    Ws = value[0] if isinstance(value, tuple) and len(value) == 3 else []
    if [np.shape(W) for W in Ws] != [np.shape(D) for D in drawn]:
        return True
    pairs = [(np.ravel(W), np.ravel(D)) for W, D in zip(Ws, drawn, strict=True)]
    with np.errstate(all="ignore"):  # all weights may be equal
        return not all(np.corrcoef(W, D)[0, 1] > 1 - 1e-9 for W, D in pairs if W.size > 2)


INVARIANTS = [
    Invariant(
        "even-numbers",
        "The weights are drawn evenly between two bounds. They were to be normal, "
        "`rng.standard_normal`, and they were: only the factor was wrong.",
        is_no_uniform,
    ),
    Invariant(
        "other-numbers",
        "The weights are not those that `rng.standard_normal` gives, layer after layer, times a "
        "factor: is another generator at work, another distribution, another order? Only the "
        "factor was wrong.",
        draws_from_rng,
    )
]

TASK = Task(
    "start_network",
    points=2,
    handed_out="multiplied",
    lesson="06",
    taught_in="Where to start",
    reference=start_network,
    cases=cases,
    mistakes=SLIPS,
    invariants=INVARIANTS,
    parts=("Ws", "spreads", "saturated"),
    hints=(
        "A tanh unit is saturated when its sum is beyond 2.6. Print the standard deviation of "
        "`A @ W` in the first layer.",
        "Print `W.var()` and the 1 / inputs that the docstring promises, for 10 inputs, then for "
        "1,000. Which way does each of them go?",
        "A factor before a random number is squared in the variance. Which factor has the square "
        "1 / inputs?",
    ),
)
