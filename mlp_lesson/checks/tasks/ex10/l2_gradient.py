"""What the L2 penalty adds to the gradient of the weights."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def l2_gradient(W, l2):
    """∂/∂W (l2/2 ΣW²) = l2 · W."""
    return l2 * W


def cases(rng):
    return [
        Case((np.array([[1.0, -2.0], [0.5, 0.0]]), 0.1), "two by two"),
        Case((rng.normal(size=(4, 3)), 0.01), "four by three"),
        Case((rng.normal(size=(3, 3)), 1.7), "square"),
        Case((rng.normal(size=(1, 5)), 0.5), "one row"),
        Case((rng.normal(size=(5, 2)), 0.0), "no penalty"),
        Case((rng.integers(-3, 4, (2, 4)), 0.25), "integers"),
        Case((-np.abs(rng.normal(size=(2, 3))), 3.0), "all negative"),
    ]


SLIPS = slips(
    l2_gradient,
    """
    factor-two: = 2 * l2 * W
        Twice too large: the penalty is l2/2 ΣW², and its 1/2 cancels the 2 of the derivative.
    half: = l2 / 2 * W
        Half as large as it should be: the derivative of W² is 2W, and the 2 cancels the 1/2 of the
        penalty.
    the-penalty: = l2 / 2 * np.sum(W**2)
        That is the penalty itself, one number. Its gradient has an entry for each weight.
    the-penalty-without-half: = l2 * np.sum(W**2)
        That is a penalty, one number, and without its 1/2. The gradient has an entry for each
        weight.
    squares: = l2 * W**2
        The squares are the penalty's terms. Their derivative is proportional to W itself.
    half-squares: = l2 / 2 * W**2
        Those are the terms of the penalty, not yet differentiated.
    sign-only: = l2 * np.sign(W)
        That is the gradient of the L1 penalty, l2 Σ|W|: every weight is pushed equally. L2 pushes
        in proportion to the weight.
    absolute: = l2 * np.abs(W)
        The sign of the weight is lost: a negative weight must be pushed up, so its entry is
        negative.
    minus: = -l2 * W
        The sign is that of the step. A gradient points uphill: away from 0.
    mean-over-rows: = l2 * W / len(W)
        Divided by the number of rows of W. The penalty is a sum over all weights.
    mean: = l2 * W / W.size
        Divided by the number of weights: the penalty is a sum, not a mean.
    norm: = l2 * W / np.linalg.norm(W)
        Divided by the length of W: that is the gradient of the length, not of its square.
    l2-missing: = W
        l2 is missing: it says how much the penalty counts.
    l2-squared: = l2**2 * W
        l2 is squared; it enters once.
    weights-added: = W + l2 * W
        W itself is added. Only what the penalty adds to the gradient is asked for.
    decayed-weights: = W - l2 * W
        Those are weights after a step. Only the gradient of the penalty is asked for.
    matrix-product: = l2 * W.T @ W
        `@` adds up products of different weights. Each weight has its own entry: no sum is left.
    summed: = np.sum(l2 * W)
        The entries are summed up. Each weight has a slope of its own: the shape is that of W.
    cut-to-integers: = (l2 * W).astype(W.dtype)
        Where W holds integers the gradient is cut to integers: `zeros_like(W)` and a copy of W have
        its type. Compute a new array of floats.
    first-row-spared: = l2 * np.vstack([0 * W[:1], W[1:]])
        The first row gets no penalty, as if it held the biases. All of W are weights.
    last-row-spared: = l2 * np.vstack([W[:-1], 0 * W[-1:]])
        The last row gets no penalty: all of W are weights.
    first-column-spared: = l2 * np.hstack([0 * W[:, :1], W[:, 1:]])
        The first column gets no penalty. All of W are weights.
    last-column-spared: = l2 * np.hstack([W[:, :-1], 0 * W[:, -1:]])
        The last column gets no penalty: all of W are weights.
    root-of-l2: = np.sqrt(l2) * W
        The root of l2 is taken; l2 itself is the factor.
    half-added: = W + l2 / 2 * W
        W itself is added, and half the penalty's slope. Only l2 · W is asked for.
    transposed: = l2 * W.T
        The result is transposed: the slope of each weight stands where the weight stands.
    positive-only: = l2 * np.maximum(W, 0)
        Negative weights get no penalty. Their square counts as well.
    cubes: = l2 * W**3
        A power too many: the derivative of W² is 2W.
    added-not-multiplied: = l2 + W
        l2 is added; it is a factor.
    mean-over-columns: = l2 * W / W.shape[1]
        Divided by the number of columns. The penalty is a sum over all weights.
    half-mean: = l2 * W / (2 * W.size)
        Divided by twice the number of weights. The penalty is a sum, and its 1/2 cancels the 2.
    minus-half: = -l2 / 2 * W
        Two things: the sign is that of the step, and the 1/2 cancels the 2 of the derivative.
    minus-two: = -2 * l2 * W
        Two things: the sign is that of the step, and the 2 of the derivative cancels the 1/2.
    plus-the-penalty: = l2 * W + l2 / 2 * np.sum(W**2)
        The penalty itself is added to its gradient. Only the gradient is asked for.
    summed-columns: = (l2 * W).sum(axis=0)
        The rows are summed up. Each weight has a slope of its own: the shape is that of W.
    row-norms: = l2 * W / np.linalg.norm(W, axis=1, keepdims=True)
        Each row is divided by its length. The slope of ½ w² is w, whatever the others are.
    l1-and-l2: = l2 * (W + np.sign(W))
        The gradient of an L1 penalty is added. Only L2 is asked for.
    times-norm: = l2 * np.linalg.norm(W) * W
        Each weight is multiplied by the length of W. The slope of ½ w² is w, whatever the others
        are.
    diagonal-only: = l2 * np.diag(np.diag(W)) if W.shape[0] == W.shape[1] else l2 * W
        Where W is square only its diagonal gets a penalty. All weights do.
    only-l2: = np.full(W.shape, float(l2))
        Every entry is l2. It is l2 times the weight.
    shrunk: = W / (1 + l2)
        Those are weights that were shrunk. Only the gradient of the penalty is asked for.
    sum-everywhere: = l2 * W.sum() + 0 * W
        Every entry is l2 times the sum of all weights. By one weight only its own square has a
        derivative: l2 times that weight.
    row-sum-everywhere: = l2 * W.sum(axis=1, keepdims=True) + 0 * W
        Every entry is l2 times the sum of its row. By one weight only its own square has a
        derivative: l2 times that weight.
    column-sum-everywhere: = l2 * W.sum(axis=0) + 0 * W
        Every entry is l2 times the sum of its column. By one weight only its own square has a
        derivative: l2 times that weight.
    """,
)

TASK = Task(
    "l2_gradient",
    points=1,
    taught_in="L2: large weights",
    reference=l2_gradient,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "Take a single weight: the penalty is l2/2 · w². What is its derivative?",
        "The 2 of the derivative of w² meets the 1/2 of the penalty.",
        "Each entry of the result is l2 times the weight: one product does all at once.",
    ),
)
