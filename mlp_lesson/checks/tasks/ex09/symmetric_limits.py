"""Where a colour scale for weights begins and ends."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def symmetric_limits(W):
    """(-m, m) with m = max|w|: zero lies in the middle, and no weight outside."""
    m = np.abs(W).max()
    return -m, m


def two_numbers(function, W):
    """What the function returns; two numbers in an array are as good as in a tuple."""
    limits = function(W)
    return tuple(limits) if isinstance(limits, np.ndarray) and limits.shape == (2,) else limits


def cases(rng):
    return [
        Case((np.array([[0.5, -2.0], [1.0, 0.25]]),), "the largest is negative"),
        Case((rng.normal(size=(6, 4)),), "6 by 4"),
        Case((np.abs(rng.normal(size=(3, 5))) + 0.1,), "all positive"),
        Case((-np.abs(rng.normal(size=(4, 2))) - 0.1,), "all negative"),
        Case((np.array([[0.0, 0.0, -1.5]]),), "one row"),
        Case((rng.normal(size=(3, 4, 4)),), "three pictures"),
        Case((np.array([[3, -7], [2, 6]]),), "integers"),
        Case((np.array([[0.02, -0.3], [0.25, 0.1]]),), "all sizes below 1"),
    ]


SLIPS = slips(
    symmetric_limits,
    """
    min-and-max: = W.min(), W.max()
        These are the smallest and the largest weight. Where they are not equally far from 0, 0 is
        not in the middle of the scale.
    signed-max: np.abs(W).max() -> W.max()
        m is the largest weight with its sign. A negative one may be farther from 0: take the
        absolute values first.
    abs-of-max: np.abs(W).max() -> np.abs(W.max())
        `abs` comes after `max`, so a negative weight that is farther from 0 is overlooked:
        absolute values first, then the largest.
    from-the-min: np.abs(W).max() -> -W.min()
        m is taken from the smallest weight alone. A positive one may be farther from 0.
    abs-of-min: np.abs(W).max() -> np.abs(W.min())
        Only the smallest weight is looked at: a positive one may be farther from 0.
    smaller-side: np.abs(W).max() -> min(abs(W.min()), abs(W.max()))
        Of the two ends the one nearer to 0 is taken, so weights lie outside: the farther one
        decides.
    half-the-span: np.abs(W).max() -> (W.max() - W.min()) / 2
        m is half of the distance from the smallest to the largest weight. That is as wide as
        needed only when they lie equally far from 0.
    whole-span: np.abs(W).max() -> W.max() - W.min()
        m is the distance from the smallest to the largest weight: it is the distance from 0 that
        counts.
    exchanged: = m, -m
        The limits are exchanged: vmin comes first.
    from-zero: = 0 * m, m
        The scale begins at 0: negative weights lie outside. It goes as far below 0 as above.
    of-columns: .max() -> .max(axis=0)
        There is a limit for each column. One scale for all makes the pictures comparable.
    mean-size: np.abs(W).max() -> np.abs(W).mean()
        m is the mean size: most weights would lie outside.
    deviations: np.abs(W).max() -> 3 * W.std()
        m is counted in standard deviations. Asked for is the largest size, so that none is outside.
    half: np.abs(W).max() -> np.abs(W).max() / 2
        m is half of what is asked for. The lesson's picture halved it on purpose; here no weight
        may lie outside.
    one-number: = m
        Only m comes back: return both limits, `(vmin, vmax)`.
    always-1: = -1.0, 1.0
        The limits do not depend on the weights. Find the one that is farthest from 0.
    at-least-1: np.abs(W).max() -> max(1.0, np.abs(W).max())
        m is never below 1: does the search for the largest size start at 1? All sizes may be
        smaller. Start at 0.
    rounded-up: np.abs(W).max() -> np.ceil(np.abs(W).max())
        m is rounded up to a whole number. The narrowest scale ends at the farthest weight itself.
    percentile: np.abs(W).max() -> np.percentile(np.abs(W), 99)
        m is the 99th percentile of the sizes, so the farthest weights lie outside. None may.
    one-sided: = (-m, m) if W.min() < 0 < W.max() else (min(W.min(), 0), max(W.max(), 0))
        Where all weights have one sign, the scale begins or ends at 0. It goes as far on the other
        side too: 0 lies in the middle.
    signed-and-exchanged: np.abs(W).max() -> W.max()
    and: = m, -m
        Two things: m is the largest weight with its sign, where a negative one may be farther from
        0; and the limits are exchanged, vmin comes first.
    mean-of-ends: np.abs(W).max() -> (np.abs(W.max()) + np.abs(W.min())) / 2
        m is the mean of both ends' sizes: the farther end lies outside. It is the larger of the two
        that decides.
    with-margin: np.abs(W).max() -> 1.05 * np.abs(W).max()
        A margin is left at both ends. The narrowest scale ends at the farthest weight itself.
    root-mean-square: np.abs(W).max() -> np.sqrt((W**2).mean())
        m is the root of the mean square: the larger weights lie outside. None may.
    length: np.abs(W).max() -> np.sqrt((W**2).sum())
        m is the length of all weights as one vector (the norm), and so too wide. It is the largest
        single size.
    sum-of-sizes: np.abs(W).max() -> np.abs(W).sum()
        m is the sum of all sizes: it is the largest single one.
    median-size: np.abs(W).max() -> np.median(np.abs(W))
        m is the median size: half of the weights lie outside. None may.
    mean-of-largest: np.abs(W).max() -> np.abs(W).max(axis=-1).mean()
        m is a mean of the rows' largest sizes. One row's is larger than that: take the largest of
        all.
    two-deviations: np.abs(W).max() -> 2 * W.std()
        m is two standard deviations. Asked for is the largest size, so that none is outside.
    positive-turned-round: = (-m, m) if W.max() < m else (m, -m)
        The limits are exchanged where the farthest weight is positive: vmin is always -m.
    row-sums: np.abs(W).max() -> np.linalg.norm(W, np.inf)
        `np.linalg.norm(W, np.inf)` of a table is its largest *row sum* of sizes, and it takes no
        array of three axes. m is the largest size of a single weight.
    from-the-mean: np.abs(W).max() -> np.abs(W - W.mean()).max()
        The mean is taken off first, so m is the largest distance from the mean. It is the distance
        from 0 that counts.
    """,
)


def abs_in_place(W):
    W[...] = np.abs(W)
    return -W.max(), W.max()


OTHERS = [
    Mistake(
        "w-changed",
        "The argument `W` is changed: `np.abs(W, out=W)` or `W[...] =` write into the network. "
        "`np.abs(W)` makes a new array.",
        abs_in_place,
    ),
]

TASK = Task(
    "symmetric_limits",
    points=1,
    taught_in="Looking at the first layer",
    reference=symmetric_limits,
    cases=cases,
    parts=("vmin", "vmax"),
    observe=two_numbers,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Zero is to lie in the middle. If the scale ends at m, where does it begin?",
        "m must be so large that no weight lies outside, on either side: how far from 0 is the "
        "farthest weight?",
        "The absolute value is the distance from 0. Take it of all weights, then the largest.",
    ),
)
