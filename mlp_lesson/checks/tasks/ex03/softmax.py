"""Softmax by rows: shares that sum to 1, whatever the logits."""

import math

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from ._shared import MATH_MODULE


def softmax(Z):
    """(n, k) logits -> (n, k) shares; every row sums to 1. Never overflows."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def cases(rng):
    def logits(n, k, note, **more):
        return Case((rng.normal(scale=2, size=(n, k)),), note, **more)

    far = np.array([[-3400.0, -400.0, -401.0], [1000.0, 0.0, -1000.0], [-1000.0, -1001.0, -999.0],
                    [-1.0, -2.0, 0.0]])  # fmt: skip
    return [
        logits(4, 3, "4 rows, 3 classes"),
        logits(1, 4, "a batch of one row"),
        logits(3, 3, "as many rows as classes"),
        logits(5, 2, "5 rows, 2 classes"),
        logits(3, 1, "a single class"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]),), "integers"),
        Case((far,), "logits beyond 700"),
        Case((rng.normal(size=(5000, 40)),), "5000 rows, 40 classes", speed=True),
    ]


SLIPS = slips(
    softmax,
    f"""
    overflow: Z - Z.max(axis=1, keepdims=True) -> Z
        `np.exp` overflows for large logits, and far below 0 a row becomes 0/0. Subtract the
        largest logit of each row first: it cancels in the ratio.
    axis-columns: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
    and: E.sum(axis=1, keepdims=True) -> E.sum(axis=0)
        The sum runs along the wrong axis, down the columns: each *row* must sum to 1 (axis=1).
    axis-columns-overflow: Z - Z.max(axis=1, keepdims=True) -> Z
    and: E.sum(axis=1, keepdims=True) -> E.sum(axis=0)
        The sum runs along the wrong axis, down the columns (each *row* must sum to 1, axis=1),
        and `np.exp` overflows: subtract each row's largest logit first.
    sum-by-columns: E.sum(axis=1, keepdims=True) -> E.sum(axis=0)
        The largest of each row is subtracted, but the sum runs down the columns (as that of
        Python, `sum(E)`, does too): both go along axis=1.
    max-by-columns: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
        The sum runs along the rows, but the largest of each *column* is subtracted: within a
        row it must be the same number, or it does not cancel.
    whole-table: Z.max(axis=1, keepdims=True) -> Z.max()
    and: E.sum(axis=1, keepdims=True) -> E.sum()
        Softmax is taken over the whole table: each row is a sample of its own and must sum to
        1. Sum with axis=1, keepdims=True.
    whole-table-rowwise-max: E.sum(axis=1, keepdims=True) -> E.sum()
        The sum is taken over the whole table: each row must sum to 1 by itself. Sum with axis=1,
        keepdims=True, as in the maximum.
    whole-table-overflow: Z - Z.max(axis=1, keepdims=True) -> Z
    and: E.sum(axis=1, keepdims=True) -> E.sum()
        Softmax is taken over the whole table, where each row must sum to 1 (axis=1,
        keepdims=True); and `np.exp` overflows for large logits.
    max-of-table: Z.max(axis=1, keepdims=True) -> Z.max()
        The largest logit of the whole table is subtracted: a row that lies far below it becomes
        0/0. Subtract each row's own largest, `Z.max(axis=1, keepdims=True)`.
    largest-magnitude: Z.max(axis=1, keepdims=True) -> np.abs(Z).max(axis=1, keepdims=True)
        The largest *magnitude* of each row is subtracted: a row of large negative logits becomes
        0/0. Subtract its largest logit.
    max-of-first-row: Z.max(axis=1, keepdims=True) -> Z[0].max()
        The largest logit of the first row is subtracted everywhere: each row needs its own,
        `Z.max(axis=1, keepdims=True)`.
    sum-lost-axis: E.sum(axis=1, keepdims=True) -> E.sum(axis=1)
        The sum of each row has lost its axis: (n, k) / (n,) pairs the sums with the columns, if
        it fits at all. Keep the axis: sum(axis=1, keepdims=True).
    sum-lost-axis-overflow: Z - Z.max(axis=1, keepdims=True) -> Z
    and: E.sum(axis=1, keepdims=True) -> E.sum(axis=1)
        The sum of each row has lost its axis (keepdims=True keeps it), and `np.exp` overflows
        for large logits.
    max-lost-axis: Z.max(axis=1, keepdims=True) -> Z.max(axis=1)
        The largest of each row has lost its axis: (n, k) - (n,) pairs them with the columns, if
        it fits at all. Keep the axis: max(axis=1, keepdims=True).
    both-lost-axis: Z.max(axis=1, keepdims=True) -> Z.max(axis=1)
    and: E.sum(axis=1, keepdims=True) -> E.sum(axis=1)
        Neither the largest nor the sum of each row keeps its axis, so (n,) is paired with the
        columns: keepdims=True for both.
    smallest-subtracted: Z.max -> Z.min
        The smallest logit of each row is subtracted: the others stay positive and can overflow.
        Subtract the largest.
    mean-subtracted: Z.max -> Z.mean
        The mean of each row is subtracted: the largest logit can still overflow. Subtract the
        largest.
    largest-added: Z - Z.max -> Z + Z.max
        The largest logit is added, which doubles the danger: subtract it.
    divided-by-largest: Z - Z.max -> Z / Z.max
        The logits are divided by the largest one, which changes the shares. Subtracting it does
        not: it cancels in the ratio.
    divided-by-size: Z - Z.max(axis=1, keepdims=True) -> Z / np.abs(Z).max(axis=1, keepdims=True)
        The logits are divided by the largest of their sizes, which changes the shares. Subtract
        the largest logit: that cancels in the ratio.
    clipped: Z - Z.max(axis=1, keepdims=True) -> np.clip(Z, -700, 700)
        The logits are cut off before `np.exp`: two large ones then get equal shares. Subtract
        the largest of each row instead.
    divided-by-max: E.sum -> E.max
        Divided by the largest exponential, or not divided at all: the largest share becomes 1.
        Divide by the sum of the row's exponentials.
    divided-by-mean: E.sum -> E.mean
        Divided by the mean of each row: the shares then sum to the number of classes. Divide by
        the sum.
    one-added: E / E.sum(axis=1, keepdims=True) -> E / (1 + E.sum(axis=1, keepdims=True))
        A 1 is added below the line, so the rows do not sum to 1. The sum is never 0: divide by
        it alone.
    exponential-of-fraction: = np.exp(Z / E.sum(axis=1, keepdims=True))
        The fraction stands inside the exponential. First the exponentials, then each divided by
        their sum.
    fraction-of-shifted: = np.exp(np.log(E) / E.sum(axis=1, keepdims=True))
        The logits are divided before the exponential is taken. First the exponentials, then
        each divided by their sum.
    squares-summed: E.sum(axis=1 -> (E**2).sum(axis=1
        Divided by the sum of the *squares* of the exponentials: divide by their plain sum.
    length: E.sum(axis=1, keepdims=True) -> np.sqrt((E**2).sum(axis=1, keepdims=True))
        Divided by the length of each row of exponentials, the root of a sum of squares. Divide
        by their plain sum.
    shifted-above-only: E.sum -> np.exp(Z).sum
        The largest logit is subtracted above the line but not below: subtract it in both, or it
        does not cancel.
    shifted-below-only: = np.exp(Z) / E.sum(axis=1, keepdims=True)
        The largest logit is subtracted below the line but not above: subtract it in both, or it
        does not cancel.
    logits-over-sum: = Z / E.sum(axis=1, keepdims=True)
        Above the line stand the logits themselves: their exponentials belong there too.
    exponentials-over-logits: = E / Z.sum(axis=1, keepdims=True)
        Below the line stands the sum of the logits: the sum of their exponentials belongs
        there.
    absolute: np.exp(Z - Z.max(axis=1, keepdims=True)) -> np.abs(Z)
        The exponential is missing: |z| makes the logits positive, but a very negative one then
        gets a large share.
    squares: np.exp(Z - Z.max(axis=1, keepdims=True)) -> Z**2
        The exponential is missing: z² makes the logits positive, but a very negative one then
        gets a large share.
    logits-over-length: = Z / np.sqrt((Z**2).sum(axis=1, keepdims=True))
        Each row is divided by its length, the root of a sum of squares. The shares must sum to
        1: exponentials over their sum.
    not-divided: = np.exp(Z)
        The division is missing: eᶻ alone is no share.
    exponential-missing: np.exp(Z - Z.max(axis=1, keepdims=True)) -> Z
        The exponential is missing: the logits may be negative, so they are no shares of their
        sum.
    exponential-missing-shifted: np.exp(Z - Z.max(axis=1, keepdims=True)) -> (Z - Z.max())
        The exponential is missing: what is divided by its sum are logits, shifted.
    sign: Z - Z.max(axis=1, keepdims=True) -> Z.min(axis=1, keepdims=True) - Z
        The sign of the logits is wrong: the smallest logit gets the largest share.
    sign-overflow: Z - Z.max(axis=1, keepdims=True) -> -Z
        The sign of the logits is wrong, so the smallest gets the largest share; and `np.exp`
        overflows for large logits.
    sign-max: Z - Z.max(axis=1, keepdims=True) -> Z.max(axis=1, keepdims=True) - Z
        The subtraction is turned round, max - z: the smallest logit gets the largest share, and
        its exponential can overflow.
    log-softmax: = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
        That is log-softmax, the logarithm of the shares.
    logarithm: Z - Z.max(axis=1, keepdims=True) -> Z
    and: = np.log(E / E.sum(axis=1, keepdims=True))
        That is the logarithm of the shares, and taken of shares that overflow or are 0. The
        shares themselves are asked for.
    sigmoid: = sigmoid(Z)
        A sigmoid stands where softmax is meant: the classes of one row share a total of 1.
    argmax: = np.eye(Z.shape[1])[Z.argmax(axis=1)]
        That is argmax, one-hot: softmax gives the others their share as well.
    largest-logit: = Z.max(axis=1, keepdims=True)
        That is the largest logit of each row. Softmax gives each logit its share.
    equal-shares: = np.ones(Z.shape) / Z.shape[1]
        All classes get the same share, whatever the logits are.
    power-of-2: np.exp -> np.exp2
        That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.
    temperature: Z - Z.max(axis=1, keepdims=True) -> (Z - Z.max(axis=1, keepdims=True)) / 2
        The logits are halved before the exponential, which pulls the shares together.
    twice:
    - return E / E.sum(axis=1, keepdims=True)
    + P = E / E.sum(axis=1, keepdims=True)
    + return np.exp(P) / np.exp(P).sum(axis=1, keepdims=True)
        Softmax is applied twice, which pulls the shares towards each other. Once is enough.
    exponential-twice: np.exp(Z - Z.max(axis=1, keepdims=True)) -> np.exp(np.exp(Z - Z.max()))
        The exponential is taken twice: once is enough.
    derivative: = E / E.sum(axis=1, keepdims=True) * (1 - E / E.sum(axis=1, keepdims=True))
        That is p(1 - p), the slope of a share along its own logit. The shares are asked for.
    complement: = 1 - E / E.sum(axis=1, keepdims=True)
        That is 1 minus each share: the largest logit gets the smallest number. Return the
        shares.
    first-row-only: E.sum(axis=1, keepdims=True) -> E[0].sum()
        Every row is divided by the sum of the first one: each row has a sum of its own, axis=1
        with keepdims=True.
    z-changed: Z - Z.max(axis=1, keepdims=True) -> np.subtract(Z, Z.max(axis=1, keepdims=True), Z)
        The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write
        `Z = Z - ...`.
    math-module: np.exp -> math.exp
        {MATH_MODULE}
    max-and-sum-of-python: = np.exp(Z - max(Z)) / sum(np.exp(Z - max(Z)))
        `max(Z)` of Python compares whole rows, and a row has no single truth value; and
        `sum(E)` adds the rows. `Z.max` and `E.sum` know axis=1 and keepdims=True.
    max-of-python: Z.max(axis=1, keepdims=True) -> max(Z)
        `max(Z)` of Python compares whole rows, and a row has no single truth value. Use
        `Z.max(axis=1, keepdims=True)`.
    cut-to-integers: = (E / E.sum(axis=1, keepdims=True)).astype(Z.dtype)
        Where Z holds integers the shares are cut to integers: `zeros_like(Z)`, or
        `astype(Z.dtype)`, takes over its dtype. Compute floats.
    """,
    math=math,
    sigmoid=sigmoid,
)


def finite_rows(Z, value):
    """(logits, result), the rows whose result is finite; none where the shapes differ."""
    value = np.asarray(value)
    if value.shape != Z.shape:
        return Z[:0], Z[:0]
    rows = np.isfinite(value).all(axis=1)
    return Z[rows], value[rows]


def rows_sum_to_one(args, value):
    return np.allclose(finite_rows(args[0], value)[1].sum(axis=1), 1, atol=1e-6)


def bent(args, value):
    """False where all shares of three classes or more lie on a straight line over the logits."""
    Z, P = finite_rows(args[0], value)
    if Z.size == 0 or Z.shape[1] < 3 or not rows_sum_to_one(args, value):
        return True
    dZ, dP = Z - Z[:, :1], P - P[:, :1]
    slope = (dZ * dP).sum(axis=1, keepdims=True) / (dZ**2).sum(axis=1, keepdims=True)
    return not (slope.all() and np.allclose(dP, slope * dZ))


def ratios_are_exponentials(args, value):
    """Within each row p_i = p_max e^(z_i - z_max); asked only of rows that sum to 1."""
    Z, P = finite_rows(args[0], value)
    largest = np.take_along_axis(P, Z.argmax(axis=1, keepdims=True), axis=1)
    right = largest * np.exp(Z - Z.max(axis=1, keepdims=True))
    return not rows_sum_to_one(args, value) or np.allclose(P, right, rtol=1e-5, atol=1e-8)


INVARIANTS = [
    Invariant(
        "rows-not-1",
        "The rows do not sum to 1. Each is divided by the sum of its own exponentials (axis=1, "
        "keepdims=True), with nothing small added below the line.",
        rows_sum_to_one,
    ),
    Invariant(
        "straight-line",
        "The shares lie on a straight line over the logits: the exponential is missing. Divide "
        "`np.exp` of the logits by its sum, not the logits themselves.",
        bent,
    ),
    Invariant(
        "ratios",
        "The rows sum to 1, but the shares are not in the ratio of their exponentials. Take "
        "`np.exp` of the logits, and before it subtract one number in each row: nothing else, and "
        "no division, leaves the ratio as it is.",
        ratios_are_exponentials,
    ),
]

TASK = Task(
    "softmax",
    points=2,
    taught_in="For the curious: ten activations",
    reference=softmax,
    cases=cases,
    mistakes=SLIPS,
    invariants=INVARIANTS,
    faster="Work on whole rows: one `np.exp` of the table, one sum with axis=1, keepdims=True.",
    hints=(
        "Which entry of a row is the dangerous one, and what must you subtract so that its "
        "exponent becomes 0?",
        "Each row has a largest logit of its own. `axis=1` looks along the rows; `keepdims=True` "
        "leaves the result as a column, (n, 1), which fits beside (n, k).",
        "Three steps: subtract each row's largest logit, take the exponential of the table, divide "
        "by the sum of each row. Both the largest and the sum need the axis and keepdims.",
    ),
)
