"""Back through a block that is skipped as well: two paths into one input."""

import numpy as np

from ....activations import relu, relu_prime, sigmoid_prime, tanh, tanh_prime
from ...engine.slips import slips
from ...engine.task import Case, Task


def skip_backward(dA, A_prev, Z, W, f_prime):
    """∂L/∂A_prev = dA + δ Wᵀ with δ = dA ⊙ f'(Z), for A = A_prev + f(A_prev W + b)."""
    delta = dA * f_prime(Z)
    dW = A_prev.T @ delta
    db = delta.sum(axis=0)
    dA_prev = dA + delta @ W.T
    return dW, db, dA_prev


def cases(rng):
    def block(n, d, f_prime, note, **more):
        dA, A_prev, Z = rng.normal(size=(3, n, d))
        return Case((dA, A_prev, Z, rng.normal(size=(d, d)), f_prime), note, **more)

    dA, A_prev, Z = rng.integers(-3, 4, size=(3, 4, 2))
    return [
        block(4, 3, tanh_prime, "tanh, 3 units"),
        block(5, 2, sigmoid_prime, "sigmoid, 2 units"),
        block(1, 3, tanh_prime, "a batch of one row"),
        block(5, 4, relu_prime, "ReLU, 4 units"),
        block(3, 3, tanh_prime, "as many rows as units"),
        block(4, 1, sigmoid_prime, "one unit"),
        Case((dA, A_prev, Z, rng.integers(-3, 4, size=(2, 2)), sigmoid_prime), "integers"),
        block(300, 60, tanh_prime, "300 rows, 60 units", speed=True),
    ]


SLIPS = slips(
    skip_backward,
    """
    skip-missing: dA + delta @ W.T -> delta @ W.T
        The skip is missing in dA_prev: A_prev reaches A on two paths, through the layer and past
        it. The path past it brings dA back.
    skip-only: dA + delta @ W.T -> dA + 0 * Z
        dA_prev holds the skip alone. A_prev reaches A through W and f as well: add that path.
    slope-on-skip: dA + delta -> delta + delta
        The skip leads past the activation, so no f' belongs on it: its slope is 1, and it brings dA
        back as it came, not delta.
    one-on-skip: dA + delta -> 1 + delta
        1 is added for the skip. The slope of that path is 1, but it is still multiplied by what
        arrives: 1 times dA.
    input-on-skip: dA + delta -> A_prev + delta
        A_prev is added in dA_prev: that is the way forward. Backward, the skip carries the error,
        dA.
    paths-multiplied: dA + delta @ W.T -> dA * (delta @ W.T)
        The two paths are multiplied. Slopes multiply along one path; two paths into the same
        number add up.
    paths-subtracted: dA + delta @ W.T -> dA - delta @ W.T
        The two paths are subtracted, but A is the *sum* of both: their errors add up.
    skip-subtracted: dA + delta @ W.T -> delta @ W.T - dA
        The skip is subtracted, but A is the *sum* of both paths: their errors add up.
    paths-averaged: dA + delta @ W.T -> (dA + delta @ W.T) / 2
        The two paths are averaged (halved): the chain rule adds them up.
    skip-twice: dA + delta -> 2 * dA + delta
        The skip is counted twice.
    slope-missing: dA * f_prime(Z) -> dA
        f' is missing: dA is ∂L/∂A. On its way through the layer the error passes f first, so delta
        is dA times f'(Z), entry by entry.
    slope-after-weights: dA * f_prime(Z) -> dA
    and: dA + delta @ W.T -> dA + (delta @ W.T) * f_prime(Z)
        f' comes after the weights. Backward, the error of A meets f *before* W: first
        dA * f'(Z), then the weights. f_prime(Z) belongs into dW and db too.
    slope-on-both: dA + delta @ W.T -> (dA + dA @ W.T) * f_prime(Z)
        In dA_prev both paths are multiplied by f'(Z), after the weights. It belongs to the path
        through the layer alone, before W; the skip leads past f.
    one-plus-slope: dA * f_prime(Z) -> dA * (1 + f_prime(Z))
    and: dA + delta @ W.T -> delta @ W.T
        delta has the factor 1 + f'. The 1 is the skip, which leads past Z and W: delta is
        dA * f'(Z), and the skip is added in dA_prev.
    one-plus-slope-and-skip: dA * f_prime(Z) -> dA * (1 + f_prime(Z))
        delta has the factor 1 + f'. The 1 is the skip, which leads past Z: it belongs into dA_prev
        alone.
    skip-in-weights: A_prev.T @ delta -> A_prev.T @ (delta + dA)
        dW contains the skip. No weight is on that path: dW comes from delta alone.
    skip-in-bias: delta.sum(axis=0) -> (delta + dA).sum(axis=0)
        db contains the skip. No bias is on that path: db comes from delta alone.
    identity-in-dw: A_prev.T @ delta -> A_prev.T @ delta + np.eye(len(W))
        1 is added on the diagonal of dW, as if the skip were a part of W. The derivative by W alone
        has no skip.
    bias-of-da: delta.sum(axis=0) -> dA.sum(axis=0)
        f' is missing in db: the bias stands inside f, so its gradient is a sum of delta, not of dA.
    weights-of-da: A_prev.T @ delta -> A_prev.T @ dA
        f' is missing in dW: W stands inside f, so its gradient is made of delta, not of dA.
    not-transposed: W.T -> W
        W is not transposed in dA_prev. (W is square here, so NumPy does not complain.)
    diagonal-only: delta @ W.T -> delta * np.diag(W)
        The error goes back over the diagonal of W alone. Every unit got every input, so each error
        goes back to all of them, by a matrix product with W transposed.
    dw-transposed: A_prev.T @ delta -> delta.T @ A_prev
        dW is transposed: a row of W belongs to an input, a column to an output.
    dw-by-z: A_prev.T @ delta -> Z.T @ delta
        dW is made with Z. What met the weights on the way forward was the block's input, A_prev.
    bias-mean: delta.sum(axis=0) -> delta.mean(axis=0)
        db is averaged over the rows: the 1/n is in dA already, so sum.
    dw-mean: A_prev.T @ delta -> A_prev.T @ delta / len(dA)
        dW is divided by the number of rows: the 1/n is in dA already.
    bias-over-units: delta.sum(axis=0) -> delta.sum(axis=1)
        db is summed along the wrong axis: one number for each unit, summed over the rows (axis 0).
    bias-not-summed: = dW, delta, dA_prev
        db is not summed over the rows: all of them share the biases.
    slope-at-input: f_prime(Z) -> f_prime(A_prev)
        f' is taken at A_prev, the block's input. It belongs at Z.
    slope-at-tanh: f_prime(Z) -> f_prime(tanh(Z))
        f' is taken at an output, tanh(Z): `f_prime` takes Z itself.
    slope-at-relu: f_prime(Z) -> f_prime(relu(Z))
        f' is taken at max(0, z): `f_prime` takes Z itself.
    slope-at-error: f_prime(Z) -> f_prime(dA)
        f' is taken at the error dA. It belongs at Z.
    built-in-tanh: f_prime(Z) -> tanh_prime(Z)
        The slope of tanh is built in: take the argument `f_prime`, which is another one each time.
    built-in-relu: f_prime(Z) -> (Z > 0)
        The slope of ReLU is built in: take the argument `f_prime`, which is another one each time.
    matrix-product: dA * f_prime(Z) -> dA @ f_prime(Z)
        A matrix product stands where dA and f'(Z) are to be multiplied entry by entry.
    order: = dA_prev, dW, db
        The results come in another order: (dW, db, dA_prev) is asked for.
    da-changed:
    - dA_prev = dA + delta @ W.T
    - return dW, db, dA_prev
    + dA += delta @ W.T
    + return dW, db, dA
        The argument dA is changed: `dA += ...` writes into the caller's array. Give the sum a name
        of its own.
    delta-into-da:
    - delta = dA * f_prime(Z)
    + delta = dA.astype(float, copy=False)
    + delta *= f_prime(Z)
        `*=` writes delta into the caller's own array dA, and then `dA + ...` adds delta for the
        skip. Give delta an array of its own: `delta = dA * f_prime(Z)`.
    delta-into-da-cut:
    - delta = dA * f_prime(Z)
    + dA *= f_prime(Z)
    + delta = dA
        `dA *= ...` writes delta into the caller's array (and stops where it holds integers); the
        skip then adds delta, not dA. Give delta an array of its own.
    cut-to-integers: = dW.astype(W.dtype), db, dA_prev
        dW is cut to integers where W holds some: `zeros_like(W)` holds no fractions. Compute a new
        array, or make it float.
    skip-through-w: dA + delta @ W.T -> (dA + delta) @ W.T
        Both paths go through W. The skip leads past it: it brings dA as it is.
    skip-of-db: dA + delta -> db + delta
        db is added in dA_prev. What comes over the skip is dA.
    skip-averaged: dA + delta @ W.T -> dA / len(dA) + delta @ W.T
        dA is divided by the number of rows for the skip: the 1/n is in it already.
    dw-of-z-slope: A_prev.T @ delta -> A_prev.T @ f_prime(Z)
        dW is made with the slopes alone. The error dA must be in it: A_prevᵀ times delta.
    paths-mixed: dA + delta @ W.T -> delta + dA @ W.T
        delta and dA are exchanged in dA_prev: the skip brings dA, and the path through the layer
        delta, times W transposed.
    skip-multiplied: dA + delta @ W.T -> dA * (1 + delta @ W.T)
        dA is multiplied by 1 plus the other path. dA is in delta already: the two paths are added.
    first-row-in-dw: A_prev.T @ delta -> np.outer(A_prev[0], delta[0])
        dW knows of the first row only: add up over all rows, as the product A_prevᵀ delta does.
    slope-at-sum: f_prime(Z) -> f_prime(A_prev + Z)
        f' is taken at A_prev + Z. f met Z alone: its slope belongs at Z.
    slope-without-bias: f_prime(Z) -> f_prime(A_prev @ W)
        f' is taken at A_prev W, without the bias. Z is handed in, with the bias in it.
    input-times-error: dA + delta -> A_prev * dA + delta
        A_prev is multiplied with dA for the skip. The slope of that path is 1: it brings dA alone.
    dw-from-both: A_prev.T @ delta -> (A_prev + Z).T @ delta
        dW is made with A_prev + Z. What met the weights was A_prev.
    delta-into-all-of-da:
    - delta = dA * f_prime(Z)
    + dA[...] = dA * f_prime(Z)
    + delta = dA
        `dA[...] = ...` writes delta into the caller's own array (and is cut off where that holds
        integers); the skip then adds delta, not dA. A second name, `b = dA`, is no copy. Give delta
        an array of its own: `delta = dA * f_prime(Z)`.
    """,
    np=np,
    relu=relu,
    tanh=tanh,
)


TASK = Task(
    "skip_backward",
    points=3,
    taught_in="A hidden neuron",
    reference=skip_backward,
    cases=cases,
    mistakes=SLIPS,
    parts=("dW", "db", "dA_prev"),
    faster="Three matrix operations do all rows at once: no loop over rows or units.",
    hints=(
        "Draw the block: the input goes two ways and both meet again in a plus. On which of the "
        "two ways are W and b? On which is f?",
        "A plus hands the error on to both sides as it is. The side of the layer then has the "
        "error dA for f(Z): tasks 4 and 3, in this order. What does the other side bring?",
        "delta is dA times the slopes at Z. dW and db are those of task 3, made of delta. dA_prev "
        "is what task 3 gives, plus what came over the skip: dA.",
    ),
)
