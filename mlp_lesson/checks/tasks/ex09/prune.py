"""Fewer weights: the small ones of all layers are set to 0."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def prune(Ws, keep):
    """w where |w| is among the `keep` largest of all tables together, else 0."""
    sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    least = np.sort(sizes)[-keep]
    return [np.where(np.abs(W) >= least, W, 0) for W in Ws]


def cases(rng):
    def drawn(shapes, keep, note, **more):
        scales = rng.uniform(0.3, 3, size=len(shapes))
        Ws = [s * rng.normal(size=shape) for s, shape in zip(scales, shapes, strict=True)]
        return Case((Ws, keep), note, **more)

    whole = [np.array([[5, -1], [-8, 2]]), np.array([[3, -9], [0, 7]])]
    example = [np.array([[0.5, -2.0], [0.1, 0.3]]), np.array([[-0.4], [1.5]])]
    return [
        Case((example, 3), "the example"),
        drawn([(3, 4), (4, 2)], 7, "two tables, 7 of 20"),
        drawn([(4, 3), (3, 3), (3, 2)], 9, "three tables, 9 of 27"),
        drawn([(5, 4)], 6, "one table"),
        drawn([(2, 3), (3, 2)], 12, "all are kept"),
        drawn([(3, 2), (2, 3)], 1, "one is kept"),
        Case(([10 * rng.normal(size=(3, 3)), 0.01 * rng.normal(size=(3, 2))], 8),
             "one table far smaller than the other"),
        Case((whole, 4), "integers"),
        drawn([(400, 300), (300, 100)], 20_000, "150,000 weights", speed=True),
    ]  # fmt: skip


SLIPS = slips(
    prune,
    """
    each-table:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + share = keep / sum(W.size for W in Ws)
    + limits = [np.quantile(np.abs(W), 1 - share) for W in Ws]
    + return [np.where(np.abs(W) >= limit, W, 0) for W, limit in zip(Ws, limits)]
        Each table loses the same share of its weights. All tables compete: the `keep` largest may
        stand in one of them alone.
    keep-in-each:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + limits = [np.sort(np.abs(W).ravel())[-min(keep, W.size)] for W in Ws]
    + return [np.where(np.abs(W) >= limit, W, 0) for W, limit in zip(Ws, limits)]
        Each table keeps `keep` weights: it is `keep` of all tables together.
    signed:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    + sizes = np.concatenate([W.ravel() for W in Ws])
    and: np.where(np.abs(W) >= least, W, 0) -> np.where(W >= least, W, 0)
        The signs count: the largest weights are kept, and strong negative ones are lost. It is the
        size |w| that matters.
    absolute: least, W, 0) -> least, np.abs(W), 0)
        What is kept has lost its sign: return the weights, not their sizes.
    small-ones-kept: np.abs(W) >= least -> np.abs(W) < least
        The small weights are kept, and the large ones are 0.
    smallest-counted: np.sort(sizes)[-keep] -> np.sort(sizes)[keep - 1]
        The limit is counted from the small end: `keep` is the number of those that stay, the
        largest.
    keep-removed: np.sort(sizes)[-keep] -> np.sort(sizes)[min(keep, len(sizes) - 1)]
        `keep` weights are set to 0. It is the number that stays.
    one-fewer: np.abs(W) >= least -> np.abs(W) > least
        One weight too few is kept: that at the limit stays as well.
    one-more: np.sort(sizes)[-keep] -> np.sort(sizes)[-min(keep + 1, len(sizes))]
        One weight too many is kept: count `keep` from the largest.
    ones: least, W, 0) -> least, 1, 0)
        A mask comes back, 1 where a weight stays. Multiply it with the weights.
    shrunk: least, W, 0) -> least, np.sign(W) * (np.abs(W) - least), 0)
        What is kept is made smaller by the limit. It stays as it is.
    nan-for-zero: least, W, 0) -> least, W, np.nan)
        What is cut is not a number (NaN). It must be 0, so that the sums go on without it.
    squared-sum: least = np.sort(sizes)[-keep] -> least = sizes.max() * (1 - keep / len(sizes))
        The limit is a share of the largest weight. Then how many stay depends on how the sizes are
        spread; `keep` of them must.
    first-table-only: W, 0) for W in Ws] -> W, 0) for W in Ws[:1]]
        Only the first table comes back: return one for each.
    first-only-pruned: = [np.where(np.abs(Ws[0]) >= least, Ws[0], 0), *Ws[1:]]
        Only the first table is pruned: the others must lose theirs, too.
    one-long-row: = np.where(sizes >= least, np.concatenate([W.ravel() for W in Ws]), 0)
        One long row comes back: each table keeps its shape.
    limit-of-rows: = [np.where(np.abs(W) >= np.abs(W).max(axis=0), W, 0) for W in Ws]
        Each unit keeps its largest weight. Nothing is said about units: all weights compete.
    mean-limit: np.sort(sizes)[-keep] -> sizes.mean()
        The limit is the mean size, so `keep` is not used.
    only-the-smallest: np.abs(W) >= least -> np.abs(W) <= np.sort(sizes)[keep - 1]
        The `keep` smallest stay. It is the largest that do.
    signed-and-one-fewer:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    + sizes = np.concatenate([W.ravel() for W in Ws])
    and: np.where(np.abs(W) >= least, W, 0) -> np.where(W > least, W, 0)
        Two things: the signs count, so strong negative weights are lost; and the weight at the
        limit is cut, too.
    scaled-by-largest:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + shares = [np.abs(W) / np.abs(W).max() for W in Ws]
    + least = np.sort(np.concatenate([s.ravel() for s in shares]))[-keep]
    + return [np.where(s >= least, W, 0) for s, W in zip(shares, Ws)]
        The sizes are divided by the largest of their own table before they compete. Compare |w| as
        it is.
    scaled-by-length:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + shares = [np.abs(W) / np.linalg.norm(W) for W in Ws]
    + least = np.sort(np.concatenate([s.ravel() for s in shares]))[-keep]
    + return [np.where(s >= least, W, 0) for s, W in zip(shares, Ws)]
        The sizes are divided by the length (the norm) of their own table before they compete.
        Compare |w| as it is.
    scaled-by-mean:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + shares = [np.abs(W) / np.abs(W).mean() for W in Ws]
    + least = np.sort(np.concatenate([s.ravel() for s in shares]))[-keep]
    + return [np.where(s >= least, W, 0) for s, W in zip(shares, Ws)]
        The sizes are divided by a measure of their own table, its mean or deviation, before they
        compete. Compare |w| as it is.
    all-lost-when-all-stay: np.sort(sizes)[-keep] -> np.sort(sizes)[len(sizes) - keep - 1]
    and: np.abs(W) >= least -> np.abs(W) > least
        Where all are kept, the place of the last that goes is -1, and that is the *largest*:
        everything becomes 0. Take the smallest that stays, entry `-keep`, and compare with `>=`.
    split-evenly:
    - sizes = np.concatenate([np.abs(W).ravel() for W in Ws])
    - least = np.sort(sizes)[-keep]
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + each = max(1, keep // len(Ws))
    + limits = [np.sort(np.abs(W).ravel())[-min(each, W.size)] for W in Ws]
    + return [np.where(np.abs(W) >= limit, W, 0) for W, limit in zip(Ws, limits)]
        `keep` is divided evenly among the tables. All of them compete: the largest may stand in one
        table alone.
    negative-lost: np.abs(W) >= least -> W >= least
        The signs count when the limit is applied: strong negative weights are lost. Compare |w|.
    squares-with-sizes: np.abs(W) >= least -> W**2 >= least
        Squares are compared with a limit that is made of sizes: compare |w|.
    one-in-each-row: = [np.where(np.abs(W) >= np.abs(W).max(1, keepdims=True), W, 0) for W in Ws]
        Each row keeps its largest weight. Nothing is said about rows: all weights compete.
    one-in-each-table: np.abs(W) >= least -> np.abs(W) >= min(least, np.abs(W).max())
        Each table keeps at least one weight. All of them compete: a table may lose all of its own.
    median-limit: np.sort(sizes)[-keep] -> np.median(sizes)
        The limit is the median, so half of the weights stay and `keep` is not used.
    first-in-order:
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + ends = np.cumsum([W.size for W in Ws])
    + rows = [np.arange(end - W.size, end).reshape(W.shape) for W, end in zip(Ws, ends)]
    + return [np.where(row < keep, W, 0) for row, W in zip(rows, Ws)]
        The first `keep` weights stay, as they stand in the tables. It is the largest that do.
    reversed: least, W, 0) for W in Ws] -> least, W, 0) for W in Ws[::-1]]
        The tables come back in reversed order.
    last-table-whole: = [*(np.where(np.abs(W) >= least, W, 0) for W in Ws[:-1]), Ws[-1] * 1]
        The last table is not pruned: all tables compete together, that of the output layer too.
    percent: np.sort(sizes)[-keep] -> np.sort(sizes)[-max(1, len(sizes) * keep // 100)]
        `keep` is taken for a share in percent. It is the number of weights that stay.
    means-of-tables: = [np.where(np.abs(W) >= np.abs(W).mean(), W, 0) for W in Ws]
        The limit is the mean size of each table, so `keep` is not used.
    limit-1: np.sort(sizes)[-keep] -> 1
        The limit is always 1, so `keep` is not used: it is the keep-th largest size.
    limit-half: np.sort(sizes)[-keep] -> 0.5
        The limit is always 0.5, so `keep` is not used. It is the keep-th largest size.
    signs-only: least, W, 0) -> least, np.sign(W), 0)
        Of what is kept only the sign comes back: return the weights as they are.
    limit-for-0: least, W, 0) -> least, W, least)
        What is cut becomes the limit. It must be 0.
    limit-of-first-table:
    - least = np.sort(sizes)[-keep]
    + sizes = np.abs(Ws[0]).ravel()
    + least = np.sort(sizes)[-min(keep, len(sizes))]
        The limit is taken from the first table alone. All tables compete: sort the sizes of all of
        them.
    limit-of-last-table:
    - least = np.sort(sizes)[-keep]
    + sizes = np.abs(Ws[-1]).ravel()
    + least = np.sort(sizes)[-min(keep, len(sizes))]
        The limit is taken from the last table alone: is the list of sizes started anew in the loop?
        All tables compete.
    smallest-of-each:
    - return [np.where(np.abs(W) >= least, W, 0) for W in Ws]
    + limits = [np.sort(np.abs(W).ravel())[min(keep, W.size) - 1] for W in Ws]
    + return [np.where(np.abs(W) > limit, W, 0) for W, limit in zip(Ws, limits)]
        In each table the `keep` smallest are removed. It is the number that stays, in all tables
        together.
    one-place-before: np.sort(sizes)[-keep] -> np.sort(sizes)[-keep - 1]
    and: np.abs(W) >= least -> np.abs(W) > least
        Where all are kept, nothing is smaller than what stays, and the place `-keep - 1` lies
        before the first. Take the smallest that stays, and compare with `>=`.
    """,
)


def laid_out_down(Ws, keep):
    return [W.ravel().reshape(W.shape, order="F") for W in prune(Ws, keep)]


def one_slice(Ws, keep):
    flat = np.concatenate([W.ravel() for W in prune(Ws, keep)])
    return [flat[: W.size].reshape(W.shape) for W in Ws]


def split_at_sizes(Ws, keep):
    flat = np.concatenate([W.ravel() for W in prune(Ws, keep)])
    parts = np.split(flat, [W.size for W in Ws][:-1])
    return [part.reshape(W.shape) for part, W in zip(parts, Ws, strict=True)]


def in_place(Ws, keep):
    least = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    for W in Ws:
        W[np.abs(W) < least] = 0
    return Ws


OTHERS = [
    Mistake(
        "laid-out-down",
        "The long row is laid out column after column. `ravel` read it row by row.",
        laid_out_down,
    ),
    Mistake(
        "one-slice",
        "Every table is cut from the beginning of the long row. The second begins where the first "
        "ends.",
        one_slice,
    ),
    Mistake(
        "split-at-sizes",
        "`np.split` takes the places where it cuts, counted from the beginning, not the sizes of "
        "the parts. For two tables that is the same; for three the sizes must be added up.",
        split_at_sizes,
    ),
    Mistake(
        "ws-changed",
        "The tables are changed in place, and the network can never be compared with what it was. "
        "Make new arrays: `np.where`, or `W.copy()` first.",
        in_place,
    ),
]

TASK = Task(
    "prune",
    points=2,
    taught_in="Looking at the first layer",
    reference=prune,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="`np.sort` of all sizes gives the limit; `np.where` applies it to a whole table.",
    hints=(
        "If you knew the size of the smallest weight that stays, what would be left to do?",
        "Put the sizes of all tables into one long row and sort it. Counted from the largest, "
        "which place has the last one that stays?",
        "`np.concatenate([np.abs(W).ravel() for W in Ws])`, sorted; entry `-keep` is the limit. "
        "Then, table by table, `np.where(at least the limit, W, 0)`.",
    ),
)
