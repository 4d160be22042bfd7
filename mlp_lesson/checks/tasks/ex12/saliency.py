"""The slope of one logit with respect to the inputs: backpropagation to the pixels."""

import numpy as np

from ....activations import relu
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def saliency(Ws, bs, x, k):
    """∂z_k/∂x, back through the ReLUs that are on and through the weights."""
    A, slopes = x, []
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        Z = A @ W + b
        slopes.append(Z > 0)
        A = relu(Z)
    g = Ws[-1][:, k]
    for W, slope in zip(Ws[-2::-1], slopes[::-1], strict=True):
        g = W @ (g * slope)
    return g


def cases(rng):
    def network(sizes, k, note, biases_by=1, **more):
        pairs = list(zip(sizes[:-1], sizes[1:], strict=True))
        Ws = [rng.normal(size=pair) for pair in pairs]
        bs = [biases_by * rng.normal(size=n_out) for _, n_out in pairs]
        return Case((Ws, bs, rng.normal(size=sizes[0]), k), note, **more)

    whole = [rng.integers(-2, 3, size=shape) for shape in [(3, 4), (4, 2)]]
    biases = [np.array([1, 0, -1, 2]), np.array([0, 1])]
    at_zero = [np.array([[1.0, -1.0, 2.0], [1.0, 1.0, -1.0]]), np.array([[1.0, 3.0]] * 3)]
    return [
        network((3, 4, 2), 1, "one hidden layer"),
        network((5, 6, 4, 3), 0, "two hidden layers"),
        network((4, 4, 4, 4, 4), 2, "three hidden layers, square tables"),
        network((4, 4, 4), 3, "square tables"),
        network((3, 2), 0, "no hidden layer"),
        network((2, 5, 1), 0, "one output"),
        Case((whole, biases, np.array([1, -2, 1]), 1), "integers"),
        Case((at_zero, [np.zeros(3), np.zeros(2)], np.ones(2), 1), "a sum that is exactly 0"),
        network((7, 6, 5, 3), 2, "seven inputs"),
        network((4, 5, 5, 6, 3), 1, "large biases", biases_by=4),
        network((400, 200, 50, 10), 7, "400 inputs", speed=True),
    ]


SLIPS = slips(
    saliency,
    """
    w-transposed: W @ (g -> (W.T if W.shape[0] == W.shape[1] else W) @ (g
        W is transposed where it is square, and NumPy does not complain. From the n_out sums back
        to the n_in inputs: `W @ g`.
    slope-missing: W @ (g * slope) -> W @ g
        The slope of the ReLU is missing: what goes back through a unit that is off must become 0.
        (Did you ask for outputs `>= 0`? Those of a ReLU always are.)
    slope-after: slopes.append(Z > 0) -> slopes.append(relu(Z))
        The signal is multiplied with the outputs of the ReLU. Its slope is 1 where it is on and 0
        where it is off.
    slope-at-zero: Z > 0 -> Z >= 0
        Where a sum is exactly 0 the slope counts as 1. Here it is 0: a ReLU is on only where the
        sum is above 0.
    last-masked: g = Ws[-1][:, k] -> g = Ws[-1][:, k] * ((A @ Ws[-1] + bs[-1])[k] > 0)
        The output goes through a ReLU, too: where the logit is negative nothing goes back. The
        last layer has none.
    row-for-column: Ws[-1][:, k] -> (Ws[-1].T if len(Ws[-1]) == Ws[-1].shape[1] else Ws[-1])[:, k]
        A row of the last weights is taken where the table is square. The weights into output k are
        column k.
    all-outputs: Ws[-1][:, k] -> Ws[-1].sum(axis=1)
        It is the slope of the sum of all outputs. Only output k is asked: begin with 1 at k and 0
        elsewhere.
    next-output: Ws[-1][:, k] -> Ws[-1][:, k - 1]
        It is the slope of another output: they are counted from 0.
    times-input: = g * x
        The result is multiplied with the inputs: that is ink times gradient. Asked for is the
        gradient alone.
    absolute: = np.abs(g)
        The sign is lost: an absolute value came in somewhere. Asked for is the gradient with its
        sign.
    minus: = -g
        The sign is turned round: z_k itself is explained, not a loss that falls as it rises.
    times-logit: Ws[-1][:, k] -> Ws[-1][:, k] * (A @ Ws[-1] + bs[-1])[k]
        It begins with the logit z_k instead of 1: that would hand out relevance. The slope of z_k
        by z_k is 1.
    of-probability:
    - g = Ws[-1][:, k]
    + z = A @ Ws[-1] + bs[-1]
    + p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    + g = p[k] * (Ws[-1][:, k] - Ws[-1] @ p)
        It is the slope of the probability, after softmax. Asked for is that of the logit z_k.
    of-loss:
    - g = Ws[-1][:, k]
    + z = A @ Ws[-1] + bs[-1]
    + p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    + g = Ws[-1] @ p - Ws[-1][:, k]
        It is the slope of the cross-entropy: it begins with p − y. Asked for is the logit z_k:
        begin with 1 at k and 0 elsewhere.
    guided: W @ (g * slope) -> W @ (np.maximum(g, 0) * slope)
        Negative signals are cut off on the way back. That is *guided* backpropagation; in a
        gradient they go on.
    relu-backwards: W @ (g * slope) -> W @ np.maximum(g, 0)
        The ReLU is applied to the signal that goes back. What counts is whether the unit was on in
        the forward pass.
    bias-missing: Z = A @ W + b -> Z = A @ W
        The biases are missing in the forward pass: which ReLUs are on depends on them.
    no-relu-forward: A = relu(Z) -> A = Z
        The forward pass has no ReLU, so the deeper layers read the wrong numbers, and are on or
        off where they should not be.
    weights-product: W @ (g * slope) -> np.abs(W) @ (np.abs(g) * slope)
        Absolute values of the weights are multiplied: contributions that cancel each other must be
        allowed to.
    scaled: = g / (np.abs(g).max() or 1)
        The map is scaled so that its strongest entry is 1. Leave the slopes as they are.
    unit-length: = g / (np.linalg.norm(g) or 1)
        The map is scaled to length 1. Leave the slopes as they are.
    absolute-and-slope-at-zero: Z > 0 -> Z >= 0
    and: = np.abs(g)
        Two things: the sign is lost by an absolute value, and where a sum is exactly 0 the slope
        counts as 1.
    first-layer-unmasked: g = W @ (g * slope) -> g = W @ (g * (slope | (W is Ws[0])))
        The slope of the *first* hidden layer is missing: what goes back through one of its units
        that is off must become 0. Does a loop end one layer early?
    last-hidden-unmasked:
    - g = W @ (g * slope)
    + g = W @ (g * (slope | (W is Ws[-2] and len(Ws) > 2)))
        The slope of the *last* hidden layer is missing: what goes back through one of its units
        that is off must become 0. Does a loop begin one layer late?
    slopes-in-forward-order: slopes[::-1] -> slopes
        The slopes are taken in forward order, the weights backwards: each layer needs its own.
    squared: = g**2
        The result is squared. Asked for is the gradient, with its sign.
    inputs-off: = g * (x > 0)
        Where an input is negative or 0 the slope is set to 0: inputs go through no ReLU.
    positive-part: = np.maximum(g, 0)
        Negative slopes are cut off at the end. They say where more input lowers z_k.
    largest-output: Ws[-1][:, k] -> Ws[-1][:, int(np.argmax(A @ Ws[-1] + bs[-1]))]
        It is the slope of the largest logit, whatever k is. Asked for is that of z_k.
    first-output: Ws[-1][:, k] -> Ws[-1][:, 0]
        It is the slope of output 0, whatever k is.
    output-after: Ws[-1][:, k] -> Ws[-1][:, (k + 1) % Ws[-1].shape[1]]
        It is the slope of the output after k: they are counted from 0.
    against-the-others: Ws[-1][:, k] -> Ws[-1][:, k] - Ws[-1].mean(axis=1)
        It is the slope of z_k minus the mean of all logits. Asked for is that of z_k alone.
    sigmoid-slope: slopes.append(Z > 0) -> slopes.append(1 / (2 + np.exp(Z) + np.exp(-Z)))
        The slope is that of the sigmoid. These units are ReLUs: 1 where the sum is above 0, else 0.
    tanh-slope: slopes.append(Z > 0) -> slopes.append(1 - np.tanh(Z) ** 2)
        The slope is that of tanh. These units are ReLUs: 1 where the sum is above 0, else 0.
    off-for-on: slopes.append(Z > 0) -> slopes.append(Z < 0)
        It goes back through the units that are *off*. Those that are on, with a sum above 0, pass
        it on.
    leaky: slopes.append(Z > 0) -> slopes.append(np.where(Z > 0, 1, 0.01))
        A unit that is off passes a hundredth back, as a leaky ReLU does. Here it passes nothing.
    last-biases-only: Z = A @ W + b -> Z = A @ W + (b if W is Ws[0] else 0)
        The biases are missing in the deeper layers: which ReLUs are on depends on them.
    through-the-bias: Z = A @ W + b -> Z = A @ W - b
        The biases are subtracted in the forward pass: z = a W + b.
    divided-by-sum: = g / (np.abs(g).sum() or 1)
        The map is scaled so that its sizes add up to 1. Leave the slopes as they are.
    mean-taken-off: = g - g.mean()
        The mean of the map is subtracted. Leave the slopes as they are.
    divided-by-inputs: = g / len(x)
        The result is divided by the number of inputs. Each slope stands for itself.
    half-for-slope: g = W @ (g * slope) -> g = W @ g / 2
        Each hidden layer halves the signal, whether its units are on or off. The slope is 1 where
        the sum is above 0, else 0.
    on-above-one: slopes.append(Z > 0) -> slopes.append(Z > 1)
        A unit counts as on only where its sum is above 1. A ReLU is on above 0.
    minus-where-off: slopes.append(Z > 0) -> slopes.append(np.sign(Z))
        A unit that is off passes the signal on with a minus. It passes nothing: the slope is 0
        there.
    signs-of-weights: g = W @ (g * slope) -> g = np.sign(W) @ (g * slope)
        Of the weights only the signs are taken on the way back. Their sizes count.
    sign-of-inputs: = g * np.sign(x)
        The result is multiplied by the signs of the inputs. Asked for is the slope itself.
    times-last-outputs: g = Ws[-1][:, k] -> g = Ws[-1][:, k] * A
        The way back begins with the last layer's contributions, weights times outputs. Its slope is
        the weights alone.
    bias-added: = g + bs[-1][k]
        The last bias is added to the result: a constant has no slope.
    tanh-forward: A = relu(Z) -> A = np.tanh(Z)
        The forward pass uses tanh. These units are ReLUs: the deeper layers read other numbers.
    bias-after-relu: A = relu(Z) -> A = relu(A @ W) + b
        In the forward pass the bias is added after the ReLU. It belongs to the sum: relu(a W + b).
    """,
)

OTHERS = [
    Mistake(
        "as-a-row",
        "The result is a table with one row. Asked for is (n_in,), a number for each input.",
        lambda Ws, bs, x, k: saliency(Ws, bs, x, k)[None],
    ),
]

TASK = Task(
    "saliency",
    points=3,
    taught_in="Why a four? The gradient",
    reference=saliency,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="carry one vector back, layer by layer, with `W @ g`: no differences, no loops.",
    hints=(
        "First forward: you need to know which ReLUs are on at x. Then start at the end: if unit j "
        "of the last hidden layer rises by 1, by how much does z_k rise?",
        "By its weight into k: `Ws[-1][:, k]`. For each hidden layer, from the last to the first: "
        "set to 0 what belongs to a unit that is off, then go back through the layer's weights.",
        "Keep `z > 0` of all hidden layers. Then, backwards through the other weights: g times "
        "the `z > 0` of that layer, and W times that. The last layer has no ReLU.",
    ),
)
