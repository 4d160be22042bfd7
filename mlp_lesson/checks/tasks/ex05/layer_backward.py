"""Back through one layer: three sums over paths."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def layer_backward(delta, A_prev, W):
    """dW = A_prevᵀ δ, db = Σᵢ δᵢ, dA_prev = δ Wᵀ."""
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


def cases(rng):
    def layer(n, n_in, n_out, note, **more):
        shapes = (n, n_out), (n, n_in), (n_in, n_out)
        return Case(tuple(rng.normal(size=shape) for shape in shapes), note, **more)

    whole = tuple(rng.integers(-3, 4, size=shape) for shape in [(3, 2), (3, 4), (4, 2)])
    return [
        layer(4, 3, 2, "4 rows, 3 to 2 units"),
        layer(5, 2, 4, "5 rows, 2 to 4 units"),
        layer(1, 3, 2, "a batch of one row"),
        layer(5, 3, 3, "a square W"),
        layer(3, 3, 3, "all three square"),
        layer(4, 3, 1, "one output unit"),
        Case(whole, "integers"),
        layer(300, 60, 40, "300 rows, 60 to 40 units", speed=True),
        Case((rng.normal(size=(3, 2)), *whole[1:]), "integers in A_prev and W only"),
    ]


SLIPS = slips(
    layer_backward,
    """
    slope-of-tanh: delta @ W.T -> (delta @ W.T) * (1 - A_prev**2)
        dA_prev is multiplied by 1 - A_prev²: that is the slope of tanh, and belongs to the
        next task. Here the question is ∂L/∂A_prev.
    bias-mean: sum(axis=0) -> mean(axis=0)
        The bias gradient is averaged over the batch; delta already carries the 1/n, so sum.
    weights-mean: A_prev.T @ delta -> A_prev.T @ delta / len(delta)
        The weight gradient is divided by n; delta already carries the 1/n, so dW needs no
        other.
    both-means: A_prev.T @ delta -> A_prev.T @ delta / len(delta)
    and: sum(axis=0) -> mean(axis=0)
        Both gradients are divided by n; delta already carries the 1/n, so this counts it
        twice.
    inputs-mean: delta @ W.T -> delta @ W.T / len(delta)
        The error that goes back, dA_prev, is divided by n; delta already carries the 1/n.
    w-not-transposed: W.T -> W
        W is not transposed in dA_prev: the error must travel from the n_out units back to
        the n_in, and W goes from n_in to n_out. (Where W is square NumPy does not complain.)
    dw-transposed: A_prev.T @ delta -> delta.T @ A_prev
        dW is transposed: it must have the shape (n_in, n_out) of W, so that they can be
        subtracted. The inputs stand first: A_prevᵀ δ.
    summed-too-early: A_prev.T @ delta -> np.outer(A_prev.sum(axis=0), delta.sum(axis=0))
        The rows are added up before they are multiplied: dW is the sum of the rows' products, not
        the product of their sums.
    reshape-for-transpose: W.T -> W.reshape(W.shape[::-1])
        `reshape` reads the numbers on row by row and puts them in other places: it is no
        transpose. Write W.T.
    inputs-not-transposed: A_prev.T -> A_prev
        A_prev is not transposed in dW: the sum must run over the rows, the samples, which
        are the first axis of both A_prev and delta.
    bias-other-axis: axis=0 -> axis=1
        The bias gradient is summed along the wrong axis: every unit has one bias, shared by
        all rows, so sum over the rows (axis=0) to get (n_out,).
    bias-one-number: sum(axis=0) -> sum()
        The bias gradient is summed over everything to one number: every unit has its own
        bias, so sum over the rows only (axis=0).
    bias-first-row: delta.sum(axis=0) -> delta[0]
        The bias gradient is the first row of delta alone: the bias is added to every row, so it
        collects the error of all of them.
    bias-last-row: delta.sum(axis=0) -> delta[-1]
        The bias gradient is the last row of delta alone (is it overwritten in a loop?): the bias
        is added to every row, so it collects the error of all of them.
    bias-from-weights: delta.sum(axis=0) -> A_prev.sum(axis=0) @ (A_prev.T @ delta)
        A_prev, or dW, has got into the bias gradient: the bias meets no input, so db is made from
        delta alone.
    bias-sum-of-dw: delta.sum(axis=0) -> (A_prev.T @ delta).sum(axis=0)
        The bias gradient is the sum of dW: that has the inputs in it as factors. The bias meets no
        input, so db is made from delta alone.
    bias-not-summed: delta.sum(axis=0) -> delta
        The bias gradient is not summed over the rows: b is one vector, added to every row,
        so it collects the error of all of them.
    bias-keepdims: axis=0 -> axis=0, keepdims=True
        The bias gradient has the shape (1, n_out); b has (n_out,), so sum without keepdims.
    sign: = -A_prev.T @ delta, -delta.sum(axis=0), -delta @ W.T
        All signs are wrong: a gradient points uphill. The minus belongs to the update,
        w - lr · gradient, not in here.
    slope-of-sigmoid: delta @ W.T -> (delta @ W.T) * A_prev * (1 - A_prev)
        f' is in dA_prev already, as a(1 - a): dA_prev is ∂L/∂A alone, and f' comes in the
        next step, with the Z of the layer before.
    outer: A_prev.T @ delta -> np.outer(A_prev, delta)
        np.outer pairs all rows with all rows: right for a batch of one row only. The matrix
        product A_prevᵀ δ sums the outer products of the single rows.
    last-row-only: A_prev.T @ delta -> np.outer(A_prev[-1], delta[-1])
        Only the last row counts in dW: in the loop over the rows each outer product
        overwrites the one before. Accumulate with +=.
    """,
)


def weights_changed(delta, A_prev, W):
    dW, db, dA_prev = layer_backward(delta, A_prev, W)
    W -= (0.1 * dW).astype(W.dtype)
    return dW, db, dA_prev


def fractions_cut(delta, A_prev, W):
    dW, dA_prev = np.zeros_like(W), np.zeros_like(A_prev)
    dW[:], dA_prev[:] = A_prev.T @ delta, delta @ W.T
    return dW, delta.sum(axis=0), dA_prev


OTHERS = [
    Mistake(
        "fractions-cut",
        "Fractions are cut off where W or A_prev holds integers: `np.zeros_like` takes over "
        "the dtype. `np.zeros(W.shape)` holds floats; or return the product as it is.",
        fractions_cut,
    ),
    Mistake(
        "weights-changed",
        "The argument `W` is changed: this function only computes the gradient, the update "
        "comes later, when all gradients are known.",
        weights_changed,
    ),
]

TASK = Task(
    "layer_backward",
    points=3,
    taught_in="A whole layer, a whole batch",
    reference=layer_backward,
    cases=cases,
    parts=("dW", "db", "dA_prev"),
    mistakes=[*SLIPS, *OTHERS],
    faster="All three are matrix products or sums along an axis: let `@` do the loops.",
    hints=(
        "Let the shapes lead: from `(n, n_out)` and `(n, n_in)` make `(n_in, n_out)`. Which axis "
        "has to vanish, and so is summed over?",
        "A matrix product sums over the last axis of its left and the first axis of its right "
        "factor. If the axis to be summed is not there, transpose.",
        "The weights need the transposed inputs on the left of delta; the inputs need the "
        "transposed weights on its right; the biases need a sum over the samples, which are "
        "axis 0.",
    ),
)
