"""All gradients shortened together, if they are too long: the direction stays."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def clip_by_norm(grads, limit):
    """g ← g · min(1, limit / ‖g‖), where ‖g‖ is the norm of all gradients together."""
    squares = sum(np.sum(g**2) for g in grads)
    norm = np.sqrt(squares)
    factor = limit / norm if norm > limit else 1
    return [factor * g for g in grads]


def cases(rng):
    def drawn(*shapes, size=1.0):
        return [rng.normal(scale=size, size=shape) for shape in shapes]

    by_hand = [np.array([[1.0, 2.0], [-4.0, 6.0]]), np.array([8.0, 0.0])]
    spread = [*drawn((2, 3), size=4.0), *drawn(3, size=0.1)]
    whole = [rng.integers(1, 10, size=shape) for shape in ((2, 3), (3,))]
    return [
        Case((by_hand, 5.5), "norm 11, limit 5.5"),
        Case((drawn((3, 4), 4, (4, 2), 2), 2.0), "two layers, too long"),
        Case((drawn((3, 2), 2, size=0.8), 3.0), "short enough"),
        Case((drawn(5), 0.5), "one vector"),
        Case(([np.array([0.36]), np.array([[0.48]])], 0.5), "norm 0.6, limit 0.5"),
        Case((spread, 2.0), "a long array and a short one"),
        Case(([np.full((2, 2), 0.7), np.array([-0.9, 0.8])], 1.2), "each entry below the limit"),
        Case((whole, 3.0), "integers"),
        Case(([np.array([3e-5]), np.array([[4e-5]])], 1e-5), "a tiny norm"),
        Case(([np.zeros((2, 3)), np.zeros(3)], 1.0), "all gradients 0"),
        Case((drawn((300, 200), 200), 1.0), "300 by 200 weights", speed=True),
    ]


SLIPS = slips(
    clip_by_norm,
    """
    by-value: = [np.clip(g, -limit, limit) for g in grads]
        Every entry is clipped by itself. That turns the direction: all of them are to be
        multiplied by one number.
    each-array: = [g * min(1, limit / (np.linalg.norm(g) or limit)) for g in grads]
        Each array is shortened by its own norm. The norm is that of all arrays together, or the
        direction of the step would turn.
    always: if norm > limit else 1 -> if norm > 0 else 1
        Gradients that are short enough are lengthened: what is shorter than `limit` stays as it is.
    always-nan: if norm > limit else 1 ->
        Gradients that are shorter than `limit` are lengthened, and gradients of 0 become 0/0. What
        is short enough stays as it is.
    zero-by-zero: limit / norm if norm > limit else 1 -> np.minimum(1, np.float64(limit) / norm)
        Where all gradients are 0 the norm is 0, and something is divided by 0. Divide only where
        the norm is above the limit.
    nan-of-unit-vector: limit / norm if norm > limit else 1 -> min(limit, norm) * (1 / norm)
        Where all gradients are 0 the norm is 0, and 0 is divided by 0. Divide only where the norm
        is above the limit.
    limit-forgotten: limit / norm -> 1 / norm
        The gradients are shortened to the length 1: the factor wants `limit` above the line.
    limit-as-factor: limit / norm -> limit
        The gradients are multiplied by the limit itself: divide it by the norm.
    root-missing: np.sqrt(squares) -> sum(np.sum(g**2) for g in grads)
        The root is missing: the norm is the root of the sum of squares.
    root-in-the-factor: norm > limit -> norm**2 > limit
        The sum of squares is compared with the limit: compare its root, the norm.
    norms-added: np.sqrt(squares) -> sum(np.linalg.norm(g) for g in grads)
        The norms of the arrays are added up. Add the squares of all entries, and take the root of
        the whole.
    roots-of-sums: np.sqrt(squares) -> np.abs(sum(np.sum(g) for g in grads))
        The entries are added without being squared, so that positive and negative ones cancel.
    largest-norm: np.sqrt(squares) -> max(np.linalg.norm(g) for g in grads)
        The largest of the arrays' norms is taken. The norm is that of all entries together.
    largest-entry: np.sqrt(squares) -> max(np.abs(g).max() for g in grads)
        The largest entry is taken for the norm, which is the root of the sum of *all* squares.
    absolute-values: np.sqrt(squares) -> sum(np.abs(g).sum() for g in grads)
        The absolute values are added up. The norm that is meant is the root of the sum of squares.
    first-array: in grads) -> in grads[:1])
        Only the first array is measured. The norm is that of all arrays together.
    last-array: in grads) -> in grads[-1:])
        Only the last array is measured: is the sum started anew in the loop?
    spectral: np.sum(g**2) for -> np.linalg.norm(g, 2) ** 2 for
        `np.linalg.norm(g, 2)` of a matrix is its spectral norm, the largest factor by which it
        stretches a vector. Without the 2 it is the root of the sum of squares.
    mean-square: np.sqrt(squares) -> np.sqrt(squares / sum(g.size for g in grads))
        The mean of the squares is taken. The norm is the root of their *sum*.
    sum-of-means: np.sum(g**2) -> np.mean(g**2)
        The mean of each array's squares is taken. The norm is the root of the *sum* of all squares.
    upside-down: limit / norm -> norm / limit
        The factor is upside down: what is too long gets longer. To bring the norm to the limit,
        multiply by limit / norm.
    turned: norm > limit -> 0 < norm < limit
        The comparison is turned: those that are too long stay, and those that are shorter than
        the limit are lengthened.
    thrown-away: limit / norm if -> 0 if
        Gradients that are too long are set to 0: shorten them to the limit, so that the step still
        goes down.
    difference: factor * g -> (g if norm <= limit else g - (norm - limit) * g)
        The difference of norm and limit is used. A length is changed by a factor: limit / norm.
    excess: factor * g -> (g if norm <= limit else g - np.sign(g) * (norm - limit))
        What the norm is above the limit is taken off every entry, which turns the direction. A
        length is changed by a factor: limit / norm.
    long-ones-only: factor * g -> (factor * g if np.linalg.norm(g) > limit else g)
        Only the arrays that are too long by themselves are shortened. All of them are multiplied by
        the same factor, or the direction turns.
    one-added: limit / norm if norm > limit else 1 -> min(1, limit / (norm + 1))
        1 is added to the norm, against a division by 0, and the norm does not become the limit.
        Divide only where the norm is above the limit: there it is not 0.
    tiny-added: limit / norm if norm > limit else 1 -> min(1, limit / (norm + 1e-6))
        A small number is added to the norm, as some libraries do against a division by 0: the norm
        stays below the limit. Divide only where the norm is above the limit: there it is not 0.
    cut-to-integers: factor * g -> (factor * g).astype(g.dtype)
        Where `grads` holds integers the results are cut to integers: `zeros_like(g)` and a copy of
        g hold no fractions. Compute new arrays, `factor * g`.
    nothing: factor * g -> g * 1
        Nothing is shortened: where the norm is above the limit, multiply by limit / norm.
    one-vector: = np.concatenate([(factor * g).ravel() for g in grads])
        All entries come back in one vector: return a list of arrays, with the shapes of `grads`.
    first-only: = [factor * grads[0], *grads[1:]]
        Only the first array is shortened. All are multiplied by the same factor.
    with-norm: = [factor * g for g in grads], norm
        Two results are returned: only the list of arrays is asked for.
    in-place:
    - return [factor * g for g in grads]
    + for g in grads:
    +     g[...] = factor * g
    + return grads
        The caller's arrays are changed: make new ones.
    in-place-times:
    - return [factor * g for g in grads]
    + for g in grads:
    +     g *= factor
    + return grads
        The caller's arrays are changed (`*=`), and integers cannot take the fractions: make new
        arrays, `factor * g`.
    biases-left-out: np.sum(g**2) for g in grads -> np.sum(g**2) for g in grads if g.ndim > 1
        The norm is made of the tables only, the weights: the biases, arrays with one axis, belong
        to it as well.
    weights-left-out: np.sum(g**2) for g in grads -> np.sum(g**2) for g in grads if g.ndim == 1
        The norm is made of the arrays with one axis only, the biases: the tables of weights belong
        to it as well.
    biases-not-shortened: factor * g for -> (factor * g if g.ndim > 1 else g) for
        The arrays with one axis, the biases, are not shortened: all are multiplied by the same
        factor.
    list-changed:
    - return [factor * g for g in grads]
    + for i, g in enumerate(grads):
    +     grads[i] = factor * g
    + return grads
        The caller's list is changed: `grads[i] = ...` puts new arrays into it. Put them into a list
        of your own, and return that.
    row-by-row:
    - return [factor * g for g in grads]
    + norms = [np.sqrt(np.sum(g**2, axis=-1, keepdims=True)) for g in grads]
    + return [g * (limit / np.maximum(n, limit)) for g, n in zip(grads, norms)]
        Each row is shortened by its own norm. The norm is that of all entries of all arrays
        together.
    mean-norm: np.sqrt(squares) -> np.mean([np.linalg.norm(g) for g in grads])
        The mean of the arrays' norms is taken. The norm is the root of the sum of *all* squares.
    pair-by-pair:
    - return [factor * g for g in grads]
    + pairs = [grads[i - i % 2 : i - i % 2 + 2] for i in range(len(grads))]
    + norms = [np.sqrt(sum(np.sum(g**2) for g in pair)) for pair in pairs]
    + return [g * (limit / n if n > limit else 1) for g, n in zip(grads, norms)]
        Each layer is shortened by itself, W and b together. The norm is that of all layers.
    ratio-squared: limit / norm if -> (limit / norm) ** 2 if
        The factor is squared. The norm grows with the entries, not with their squares: limit /
        norm.
    ratio-root: limit / norm if -> (limit / norm) ** 0.5 if
        The root of the factor is taken: it is limit / norm itself.
    tiny-added-to-norm: limit / norm if norm > limit else 1 -> min(1, limit / (norm + 1e-8))
        A small number (1e-8) is added to the norm against a division by 0, and a small norm misses
        the limit. Divide only where the norm is above the limit: there it is not 0.
    norm-rounded: norm = np.sqrt(squares) -> norm = round(float(np.sqrt(squares)), 2)
        The norm is rounded. Leave all its digits.
    norm-cut: norm = np.sqrt(squares) -> norm = int(np.sqrt(squares))
        The norm is cut to a whole number. Leave its fraction.
    only-far-beyond: if norm > limit else -> if norm > 2 * limit else
        Only norms beyond twice the limit are shortened: all above `limit` must be.
    reversed: for g in grads] -> for g in grads[::-1]]
        The arrays come back in reversed order.
    first-two-only:
    - return [factor * g for g in grads]
    + return [factor * g if i < 2 else g for i, g in enumerate(grads)]
        Only the first two arrays are shortened: all are multiplied by the same factor, however many
        there are.
    norm-so-far:
    - return [factor * g for g in grads]
    + norms = [np.sqrt(sum(np.sum(g**2) for g in grads[: i + 1])) for i in range(len(grads))]
    + return [g * (limit / n if n > limit else 1) for g, n in zip(grads, norms)]
        Each array is shortened by the norm of those up to it: measure all of them first, then
        multiply.
    signs-lost: factor * g for -> np.abs(factor * g) for
        The signs are lost: it is the entries that are multiplied, not their sizes.
    shared-excess: factor * g -> (g if norm <= limit else g - (norm - limit) / norm)
        One number is taken off every entry, which turns the direction. A length is changed by a
        factor: limit / norm.
    limit-shared: limit / norm if -> limit / len(grads) / norm if
        The limit is divided by the number of arrays. It holds for all of them together.
    last-only: = [*grads[:-1], factor * grads[-1]]
        Only the last array is shortened. All are multiplied by the same factor.
    """,
)


TASK = Task(
    "clip_by_norm",
    points=2,
    taught_in="All rows, one row, or some",
    reference=clip_by_norm,
    cases=cases,
    mistakes=SLIPS,
    faster="Let NumPy square and add whole arrays: no loop over entries.",
    hints=(
        "If all gradients were written below each other, in one long vector, how long would it be? "
        "And what happens to a vector's length when all its entries are multiplied by 1/2?",
        "Add the squares of all entries of all arrays; the root of that sum is the norm. Which "
        "number brings it to the limit?",
        "First the norm, a loop over the arrays. Then the factor: limit / norm where the norm is "
        "above the limit, else 1. Then a list with each array times the factor.",
    ),
)
