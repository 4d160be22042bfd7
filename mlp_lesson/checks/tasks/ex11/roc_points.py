"""All thresholds at once: how many are found, how many are false alarms."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def roc_points(scores, y):
    """(fpr, tpr) from (0, 0) to (1, 1): a point for each different score, the highest first."""
    order = np.argsort(scores)[::-1]
    scores, y = scores[order], y[order]
    last = np.append(np.diff(scores) != 0, True)
    tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    return fpr, tpr


def drawn(rng, n, levels=None):
    """n scores, higher for 1 than for 0 as a rule; on so many levels, so that some are equal."""
    y = rng.permutation(np.arange(n) % 3 == 0).astype(int)
    scores = rng.normal(y, 1.0)
    return (scores if levels is None else np.round(scores * levels) / levels), y


def cases(rng):
    return [
        Case((np.array([0.9, 0.8, 0.6, 0.3]), np.array([1, 0, 1, 0])), "four samples"),
        Case((np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])), "not sorted"),
        Case((np.array([0.7, 0.7, 0.2, 0.2, 0.2]), np.array([0, 1, 0, 1, 0])), "equal scores"),
        Case((np.array([0.5, 0.5, 0.5]), np.array([1, 0, 0])), "all scores equal"),
        Case((np.array([0.2, 0.9]), np.array([0, 1])), "one of each"),
        Case((np.array([0.9, 0.2, 0.1]), np.array([0, 0, 1])), "all the wrong way round"),
        Case((np.array([-3.0, 2.5, 11.0, -0.5]), np.array([0, 1, 1, 0])), "scores are no shares"),
        Case((np.array([0.5, 0.500000001, 0.1]), np.array([0, 1, 0])), "scores nearly equal"),
        Case((np.array([0.1, 0.5001, 0.5004]), np.array([1, 0, 1])), "scores that differ little"),
        Case((np.array([-0.1, -2.0, -0.7]), np.array([0, 0, 1])), "all scores negative"),
        Case((np.array([3, 1, 2, 2, 5]), np.array([1, 0, 0, 1, 1])), "integers"),
        Case(drawn(rng, 60), "60 samples"),
        Case(drawn(rng, 60, levels=2), "60 samples, many scores equal"),
        Case(drawn(rng, 50_000), "50,000 samples", speed=True),
    ]


SLIPS = slips(
    roc_points,
    """
    exchanged: = tpr, fpr
        The two are exchanged: fpr, the share of the *zeros* that is called, comes first; tpr, that
        of the ones, second.
    lowest-first: np.argsort(scores)[::-1] -> np.argsort(scores)
        It begins with the lowest score, or those are called whose score is at *most* the threshold.
        The highest threshold comes first, and called is what is at least as high.
    lowest-after-origin: = np.append(0, fpr[:0:-1]), np.append(0, tpr[:0:-1])
        After (0, 0) it goes on with the lowest score. The thresholds fall: sort them downwards.
    not-sorted: order = np.argsort(scores)[::-1] -> order = np.arange(len(scores))
        The samples are taken in the order in which they come. Sort them by score, downwards.
    labels-not-sorted: scores, y = scores[order], y[order] -> scores = scores[order]
        The scores are sorted, the labels not: take both by the same order.
    equal-scores-apart: np.append(np.diff(scores) != 0, True) -> np.ones(len(y), dtype=bool)
        Samples with equal scores make a point each, in whatever order they lie. No threshold comes
        between them: they are one point.
    first-of-equal: (np.diff(scores) != 0, True) -> (True, np.diff(scores) != 0)
        Of samples with equal scores it is the first that makes the point. All of them have crossed
        the threshold: take the last.
    first-of-equal-in-order: np.argsort(scores)[::-1] -> np.argsort(-scores, kind="stable")
    and: (np.diff(scores) != 0, True) -> (True, np.diff(scores) != 0)
        The first of several equal scores makes the point, before the others have crossed the
        threshold. Take the last of them.
    no-origin: tpr = np.append(0, np.cumsum(y)[last]) -> tpr = np.cumsum(y)[last]
    and: fpr = np.append(0, np.cumsum(1 - y)[last]) -> fpr = np.cumsum(1 - y)[last]
        The point (0, 0) is missing: a threshold above all scores.
    no-end: = fpr[:-1], tpr[:-1]
        The point (1, 1) is missing: the lowest score is a threshold, too.
    counts: = fpr * np.sum(1 - y), tpr * np.sum(y)
        Counts come out, not rates: divide by the number of ones, and of zeros.
    shares-of-all: = fpr * np.mean(1 - y), tpr * np.mean(y)
        Both are divided by the number of all samples. tpr is a share of the ones, fpr one of the
        zeros.
    fpr-of-the-called:
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + called = np.arange(1, len(y) + 1)[last]
    + fpr = np.append(0, np.cumsum(1 - y)[last] / called)
        What should be fpr is the share of zeros among those called 1. Divide by all zeros.
    precision-for-tpr:
    - tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    + called = np.arange(1, len(y) + 1)[last]
    + tpr = np.append(0, np.cumsum(y)[last] / called)
        What should be tpr is the precision, the share of ones among those called 1. Divide by all
        ones.
    precision-for-fpr:
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + called = np.arange(1, len(y) + 1)[last]
    + fpr = np.append(0, np.cumsum(y)[last] / called)
        What should be fpr is the precision, the share of ones among those called. That is another
        curve: here it is the share of the *zeros* that are called.
    specificity: = 1 - fpr, tpr
        What should be fpr is the share of the zeros that are *not* called.
    ones-only:
    - last = np.append(np.diff(scores) != 0, True)
    + last = np.append(np.diff(scores) != 0, True) & np.isin(scores, scores[y == 1])
        Only the scores of the ones are thresholds. Each different score is one.
    straight-left-out:
    - return fpr, tpr
    + right, up = np.diff(fpr), np.diff(tpr)
    + turns = np.abs(right[:-1] * up[1:] - up[:-1] * right[1:]) > 1e-12
    + bends = np.concatenate([[True], turns, [True]])
    + return fpr[bends], tpr[bends]
        Points between two others on a straight line are left out. Each different score makes one.
    above-only: = np.append(0, fpr)[:-1], np.append(0, tpr)[:-1]
        A sample counts as called only if its score is *above* the threshold. It is called if its
        score is at least the threshold.
    above-only-two-ends: = np.append(0, fpr), np.append(0, tpr)
        The point (0, 0) comes twice, and everything one place late.
    end-twice: = np.append(fpr, 1), np.append(tpr, 1)
        The point (1, 1) comes twice: the lowest score leads there already.
    upside-down: = 1 - fpr, 1 - tpr
        It runs from (1, 1) to (0, 0): these are the shares that are *not* called.
    reversed: = fpr[::-1], tpr[::-1]
        The order is turned round: begin with the highest threshold, at (0, 0).
    hundred-thresholds:
    - last = np.append(np.diff(scores) != 0, True)
    - tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + grid = np.linspace(1, 0, 101)
    + tpr = np.array([np.sum(y[scores >= t]) for t in grid]) / np.sum(y)
    + fpr = np.array([np.sum(1 - y[scores >= t]) for t in grid]) / np.sum(1 - y)
        Thresholds are laid on a grid from 0 to 1. Scores may lie anywhere: let each different score
        be a threshold.
    corners-only:
    - last = np.append(np.diff(scores) != 0, True)
    + last = np.append(np.diff(y) != 0, True)
        Points are left out where the label stays the same. Each different score makes one.
    grid-between-extremes:
    - last = np.append(np.diff(scores) != 0, True)
    - tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + grid = np.append(np.inf, np.linspace(scores.max(), scores.min(), 101))
    + tpr = np.array([np.sum(y[scores >= t]) for t in grid]) / np.sum(y)
    + fpr = np.array([np.sum(1 - y[scores >= t]) for t in grid]) / np.sum(1 - y)
        Thresholds are laid on a grid of equal steps between the scores. Let each different score be
        a threshold.
    eleven-thresholds:
    - last = np.append(np.diff(scores) != 0, True)
    - tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + grid = np.linspace(1, 0, 11)
    + tpr = np.array([np.sum(y[scores >= t]) for t in grid]) / np.sum(y)
    + fpr = np.array([np.sum(1 - y[scores >= t]) for t in grid]) / np.sum(1 - y)
        Eleven thresholds are laid between 0 and 1. Scores may lie anywhere: let each different
        score be a threshold.
    misses-for-tpr: = fpr, 1 - tpr
        What should be tpr is the share of the ones that are missed. Those that are called are asked
        for.
    denominators-exchanged:
    - tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + tpr = np.append(0, np.cumsum(y)[last]) / np.sum(1 - y)
    + fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(y)
        The denominators are exchanged: tpr is a share of the ones, fpr one of the zeros.
    both-by-ones: np.cumsum(1 - y)[last]) / np.sum(1 - y) -> np.cumsum(1 - y)[last]) / np.sum(y)
        fpr is divided by the number of ones. It is a share of the zeros.
    both-by-zeros: np.cumsum(y)[last]) / np.sum(y) -> np.cumsum(y)[last]) / np.sum(1 - y)
        tpr is divided by the number of zeros. It is a share of the ones.
    tpr-of-all: np.cumsum(y)[last]) / np.sum(y) -> np.cumsum(y)[last]) / len(y)
        tpr is divided by the number of all samples. It is a share of the ones.
    fpr-of-all: np.cumsum(1 - y)[last]) / np.sum(1 - y) -> np.cumsum(1 - y)[last]) / len(y)
        fpr is divided by the number of all samples. It is a share of the zeros.
    called-for-fpr:
    - fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    + fpr = np.append(0, np.arange(1, len(y) + 1)[last]) / len(y)
        What should be fpr is the share of all samples that are called. It is that of the zeros.
    not-added-up: = np.append(0, np.diff(fpr)), np.append(0, np.diff(tpr))
        Each point holds only what the last threshold brought in. All that is called by then counts:
        add up, `np.cumsum`.
    fpr-from-tpr: = 1 - tpr, tpr
        fpr is made as 1 − tpr. The two rates are shares of different samples: fpr is that of the
        *zeros* that are called.
    sizes-sorted: np.argsort(scores)[::-1] -> np.argsort(np.abs(scores))[::-1]
        The scores are sorted by size without their sign. −3 is lower than 2.
    added-up-twice: = np.cumsum(fpr), np.cumsum(tpr)
        The shares are added up once more. They are added up already.
    
    ends-missing: = fpr[1:-1], tpr[1:-1]
        The points (0, 0) and (1, 1) are missing.
    level-left-out:
    - return fpr, tpr
    + level, upright = np.diff(tpr) == 0, np.diff(fpr) == 0
    + middle = (level[:-1] & level[1:]) | (upright[:-1] & upright[1:])
    + bends = np.concatenate([[True], ~middle, [True]])
    + return fpr[bends], tpr[bends]
        Points between two others on a level or an upright line are left out. Each different score
        makes one.
    as-scikit-learn-leaves-out:
    - last = np.append(np.diff(scores) != 0, True)
    + last = np.append(np.diff(scores) != 0, True)
    + steps = np.cumsum(y)[last], np.cumsum(1 - y)[last]
    + bends = np.any([np.diff(counts, 2) != 0 for counts in steps], axis=0)
    + last = np.flatnonzero(last)[np.r_[True, bends, True][: np.sum(last)]]
        Points on a straight line between others are left out, as scikit-learn does with
        `drop_intermediate`. Each different score makes one.
    rounded-to-2: scores[order] -> np.round(scores[order], 2)
        The scores are rounded first, to two decimals, so that some which differ count as equal.
        Leave them as they are.
    rounded-to-1: scores[order] -> np.round(scores[order], 1)
        The scores are rounded first, to one decimal, so that some which differ count as equal.
        Leave them as they are.
    rounded-to-3: scores[order] -> np.round(scores[order], 3)
        The scores are rounded first, to three decimals, so that some which differ count as equal.
        Leave them as they are.
    whole-scores: scores[order] -> scores[order] // 1
        The scores are cut to whole numbers first, so that some which differ count as equal. Leave
        them as they are.
    near-as-equal: np.diff(scores) != 0 -> ~np.isclose(scores[1:], scores[:-1])
        Scores that differ by very little count as equal (`np.isclose`, or they are rounded). Each
        different one makes a point.
    scores-on-the-grid:
    - last = np.append(np.diff(scores) != 0, True)
    + last = np.append(np.diff(scores) != 0, True) & np.isin(scores, np.linspace(1, 0, 101))
        Only those scores are thresholds that lie on a grid from 0 to 1. Scores may lie anywhere:
        let each different one be a threshold.
    zeros-only:
    - last = np.append(np.diff(scores) != 0, True)
    + last = np.append(np.diff(scores) != 0, True) & np.isin(scores, scores[y == 0])
        Only the scores of the zeros are thresholds. Each different score is one.
    above-only-end-mended: = np.append(fpr[:-2], 1), np.append(tpr[:-2], 1)
        The point before the last is missing. Is a sample called only if its score is *above* the
        threshold, and the last point set to (1, 1)? Called is what is at least as high.
    first-of-equal-end-mended: np.argsort(scores)[::-1] -> np.argsort(-scores, kind="stable")
    and: (np.diff(scores) != 0, True) -> (True, np.diff(scores) != 0)
    and: return fpr, tpr -> return np.append(fpr[:-1], 1), np.append(tpr[:-1], 1)
        The first of several equal scores makes the point, before the others have crossed the
        threshold; only the last point is set to (1, 1). Take the last of equal scores.
    """,
)


def of_curve(test):
    """holds(args, value) from test(scores, fpr, tpr): True unless two equally long vectors came."""

    def holds(args, value):
        shapes = [np.shape(v) for v in value] if isinstance(value, list | tuple) else []
        vectors = len(shapes) == 2 and shapes[0] == shapes[1] and len(shapes[0]) == 1
        return not vectors or bool(test(args[0], *map(np.asarray, value)))

    return holds


@of_curve
def equal_scores_together(scores, fpr, tpr):
    return len(np.unique(scores)) == len(scores) or len(fpr) != len(scores) + 1


@of_curve
def all_scores_apart(scores, fpr, tpr):
    """False where it runs from (0, 0) to (1, 1) with fewer points than there are scores."""
    ends = len(fpr) > 1 and fpr[0] == tpr[0] == 0 and fpr[-1] == tpr[-1] == 1
    return not ends or len(fpr) > len(np.unique(scores))


@of_curve
def starts_at_the_origin(scores, fpr, tpr):
    """False where all thresholds are there, but the first one lies below the highest score."""
    there = len(fpr) == len(np.unique(scores)) + 1 and fpr[-1] == tpr[-1] == 1
    return not there or fpr[0] == tpr[0] == 0


INVARIANTS = [
    Invariant(
        "a-point-for-each-sample",
        "There is a point for each sample. Those with equal scores cross the threshold together: "
        "they make one point.",
        equal_scores_together,
    ),
    Invariant(
        "too-few-points",
        "There are too few points: (0, 0), then one for each different score. Are some left out "
        "(scikit-learn does it, `drop_intermediate`), are scores rounded, or taken for equal that "
        "are only near each other?",
        all_scores_apart,
    ),
    Invariant(
        "first-threshold-too-low",
        "The first point is not (0, 0): where scores are no shares, the first threshold is below "
        "the highest of them. Take one above all, whatever they are: `np.inf`.",
        starts_at_the_origin,
    ),
]

TASK = Task(
    "roc_points",
    points=3,
    taught_in="The threshold is yours",
    reference=roc_points,
    cases=cases,
    mistakes=SLIPS,
    invariants=INVARIANTS,
    parts=("fpr", "tpr"),
    faster="sort once by score and add up with np.cumsum, instead of counting for each threshold.",
    hints=(
        "Lower the threshold from above the highest score down. Each sample that it passes moves "
        "the point: up if it is a 1, to the right if it is a 0.",
        "Sort by score, downwards, the labels along with it. `np.cumsum(y)` says how many ones "
        "have been passed; divide by how many there are. What counts the zeros?",
        "Where neighbours have equal scores, keep only the last of them: "
        "`np.append(np.diff(scores) != 0, True)`. Put a 0 in front of both, for (0, 0).",
    ),
)
