"""The Huber loss: small errors squared, large ones in proportion."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def huber(y_hat, y, threshold):
    """The mean of ½r² for |r| <= threshold, else threshold (|r| - threshold/2)."""
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))


def cases(rng):
    mixed = np.array([0.2, -0.7, 3.0, -4.0, 2.0])
    y = rng.normal(size=5)
    six = rng.normal(size=6)
    many = rng.normal(size=(2, 200_000))
    return [
        Case((y + mixed, y, 1.0), "threshold 1"),
        Case((y + mixed, y, 2.5), "threshold 2.5"),
        Case((y[:3] + mixed[:3], y[:3], 0.3), "threshold 0.3"),
        Case((np.array([1.0]), np.array([4.0]), 2.0), "one sample"),
        Case((np.array([3, 0, 2, 9]), np.array([4, 5, 2, 1]), 2), "integers"),
        Case((six + np.array([-0.4, 0.1, 0.3, -0.2, 0.5, 0.0]), six, 0.8), "small errors only"),
        Case((six - 3 - np.arange(6), six, 1.7), "large negative errors only"),
        Case((*many, 1.0), "200,000 samples", speed=True),
    ]


SLIPS = slips(
    huber,
    """
    half-missing: r**2 / 2 -> r**2
        The 1/2 of the small errors is forgotten. Without it the two pieces do not meet at
        the threshold.
    jump: (r - threshold / 2) -> r
        Large errors cost threshold·|r| here, so the loss jumps at the threshold: half a
        threshold has to go from |r| first.
    factor-missing: threshold * (r - threshold / 2) -> r - threshold / 2
        For large errors the factor `threshold` before the bracket is missing: the straight
        piece must be as steep as the parabola is at the threshold.
    plain-error: threshold * (r - threshold / 2) -> r
        Large errors cost the plain |r| here. The straight piece has the slope `threshold`,
        and meets the parabola at the threshold.
    whole-threshold: (r - threshold / 2) -> (r - threshold)
        For large errors the whole threshold is taken from |r|; it is half of it.
    threshold-one-only: threshold * (r - threshold / 2) -> threshold * r - threshold / 2
        Right for the threshold 1 only. From |r| *half the threshold* goes, and then the
        factor `threshold` multiplies the whole bracket: is 1/2 written in its place, or are
        the brackets missing?
    negative-small: r <= threshold -> y_hat - y <= threshold
        Negative errors count as small, however large they are: compare |r| with the
        threshold, not r.
    half-missing-jump: r**2 / 2 -> r**2
    and: (r - threshold / 2) -> r
        Two things: the 1/2 of the small errors is forgotten; and large errors cost
        threshold·|r|, where half a threshold has to go from |r| first.
    half-missing-plain-error: r**2 / 2 -> r**2
    and: threshold * (r - threshold / 2) -> r
        Two things: the 1/2 of the small errors is forgotten; and large ones cost the plain
        |r|, where the straight piece has to go on as steeply as the parabola ends.
    half-missing-negative-small: r**2 / 2 -> r**2
    and: r <= threshold -> y_hat - y <= threshold
        Two things: the 1/2 of the small errors is forgotten; and negative errors count as
        small, however large they are: compare |r| with the threshold.
    straight-without-abs: (r - threshold / 2) -> (y_hat - y - threshold / 2)
        In the straight piece the absolute value is forgotten: for large negative errors the
        loss becomes negative.
    pieces-exchanged: r <= threshold -> r > threshold
        The two pieces are exchanged: small errors are squared, large ones go in proportion.
    square-compared: r <= threshold -> r**2 <= threshold
        The threshold is compared with the square of the error. Compare it with |r|.
    threshold-ignored:
    - r = np.abs(y_hat - y)
    + r = np.abs(y_hat - y)
    + threshold = 1.0
        The threshold is ignored: 1 is used in its place.
    all-squared: threshold * (r - threshold / 2) -> r**2 / 2
        All errors are squared, the large ones too: beyond the threshold the loss goes on as
        a straight line.
    all-straight: r**2 / 2 -> threshold * (r - threshold / 2)
        All errors take the straight piece, the small ones too: up to the threshold the loss
        is a parabola.
    stands-still: threshold * (r - threshold / 2) -> threshold**2 / 2
        Beyond the threshold the loss stands still, so a large error does not pull at all. It
        goes on, as a straight line.
    smooth-l1: = np.mean(np.where(r <= threshold, r**2 / (2 * threshold), r - threshold / 2))
        That is the 'smooth L1' loss of some libraries: the Huber loss divided by the
        threshold.
    pseudo-huber: = np.mean(threshold**2 * (np.sqrt(1 + (r / threshold) ** 2) - 1))
        That is the 'pseudo-Huber' loss, a smooth curve that comes near it. Huber's own has
        two pieces.
    sum: np.mean -> np.sum
        The losses are added up, not averaged: divide by the number of samples.
    mean-missing: = np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2))
        The mean is forgotten: that is the loss of every single sample.
    last-sample-only:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + for e in r:
    +     total = e**2 / 2 if e <= threshold else threshold * (e - threshold / 2)
    + return total / len(r)
        Only the last sample counts: in the loop each loss overwrites the one before. Add
        them up, with `+=`.
    first-sample-only:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + total = 0
    + for e in r:
    +     total += e**2 / 2 if e <= threshold else threshold * (e - threshold / 2)
    +     return total / len(r)
        Only the first sample counts: is the `return` inside the loop?
    bracket-halved: (r - threshold / 2) -> (r - threshold) / 2
        For large errors the whole bracket is halved. Only the threshold inside it is:
        |r| - t/2, and then times t.
    difference-of-abs: np.abs(y_hat - y) -> np.abs(y_hat) - np.abs(y)
        The difference of the absolute values is taken. What counts is the absolute value of
        the difference, |y_hat - y|.
    one-decision: r <= threshold -> r.mean() <= threshold
        One decision is made for all samples, from their mean error: each sample is small or
        large by itself. `np.where` chooses entry by entry.
    if-on-array:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + if r <= threshold:
    +     return np.mean(r**2 / 2)
    + return np.mean(threshold * (r - threshold / 2))
        `if` on an array (or Python's `max`, which decides the same way): an array has many
        entries, and no single truth value. Choose entry by entry, with `np.where`; the larger
        of two is `np.maximum`.
    if-on-array-no-mean:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + if r <= threshold:
    +     return r**2 / 2
    + return threshold * (r - threshold / 2)
        `if` on an array (or Python's `max`, which decides the same way): an array has many
        entries, and no single truth value. Choose entry by entry, with `np.where`; the larger
        of two is `np.maximum`. And average the samples at the end.
    cut-to-integers:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + loss = np.zeros_like(r)
    + small = r <= threshold
    + loss[small] = (r**2 / 2)[small]
    + loss[~small] = (threshold * (r - threshold / 2))[~small]
    + return loss.mean()
        Where the arguments hold integers the losses are cut to integers: `zeros_like` takes
        over the dtype. Make the array one of floats, or use `np.where`.
    half-for-threshold: threshold * (r - threshold / 2) -> r - 0.5
        Large errors cost |r| - 1/2 here, which is right for the threshold 1 only: it is
        threshold · (|r| - threshold/2).
    plus: (r - threshold / 2) -> (r + threshold / 2)
        For large errors half a threshold is added to |r|: it is taken away.
    threshold-squared: (r - threshold / 2) -> (r - threshold**2 / 2)
        For large errors threshold²/2 stands inside the bracket: inside it is threshold/2,
        which the factor `threshold` multiplies.
    straight-halved: threshold * (r - threshold / 2) -> threshold / 2 * (r - threshold / 2)
        The straight piece is halved: its factor is the whole threshold, and only the
        threshold inside the bracket is halved.
    all-large-if-one-is: r <= threshold -> np.all(r <= threshold)
        One decision is made for all samples: a single large error makes all of them large.
        Choose entry by entry, `np.where(r <= threshold, ...)`.
    all-small-if-one-is: r <= threshold -> np.any(r <= threshold)
        One decision is made for all samples: a single small error makes all of them small.
        Choose entry by entry, `np.where(r <= threshold, ...)`.
    mean-first: np.abs(y_hat - y) -> np.abs(np.mean(y_hat - y))
        The mean error is taken first, so positive and negative ones cancel: first the loss of
        each sample, then the mean.
    mean-of-abs-first: np.abs(y_hat - y) -> np.mean(np.abs(y_hat - y))
        The mean of |r| is taken first, and the loss of that: first the loss of each sample,
        then the mean.
    slope: = np.mean(np.clip(y_hat - y, -threshold, threshold))
        That is the slope of the Huber loss, the clipped error: the loss itself is asked for.
    clipped-error: = np.mean(np.minimum(r, threshold))
        That is |r|, cut off at the threshold: the size of the slope, not the loss.
    half-missing-whole-threshold: r**2 / 2 -> r**2
    and: (r - threshold / 2) -> (r - threshold)
        Two things, both a forgotten 1/2: small errors cost r²/2, large ones
        threshold · (|r| - threshold/2).
    half-missing-no-factor: r**2 / 2 -> r**2
    and: threshold * (r - threshold / 2) -> r - threshold / 2
        Two things: the 1/2 of the small errors is forgotten; and for large errors the factor
        `threshold` before the bracket.
    sum-negative-small: r <= threshold -> y_hat - y <= threshold
    and: np.mean -> np.sum
        Two things: negative errors count as small, however large they are: compare |r|; and
        the losses are added up, not averaged.
    sum-half-missing: r**2 / 2 -> r**2
    and: np.mean -> np.sum
        Two things: the 1/2 of the small errors is forgotten; and the losses are added up, not
        averaged.
    sum-jump: (r - threshold / 2) -> r
    and: np.mean -> np.sum
        Two things: from large errors half a threshold has to go first; and the losses are
        added up, not averaged.
    loss-of-last-sample:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + for e in r:
    +     loss = e**2 / 2 if e <= threshold else threshold * (e - threshold / 2)
    + return loss
        That is the loss of the last sample alone: add the losses up, with `+=`, and divide
        by their number.
    loss-of-first-sample:
    - return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    + for e in r:
    +     return e**2 / 2 if e <= threshold else threshold * (e - threshold / 2)
        That is the loss of the first sample alone: is the `return` inside the loop? Add the
        losses up, and divide by their number at the end.
    """,
)


def means_added(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    small = r <= threshold
    groups = [r[small] ** 2 / 2, threshold * (r[~small] - threshold / 2)]
    return sum(group.mean() for group in groups if group.size)


def means_of_none(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    small = r <= threshold
    if small.all() or not small.any():
        return np.nan  # as np.mean of no entries gives it, with a warning
    return np.mean(r[small] ** 2 / 2) + np.mean(threshold * (r[~small] - threshold / 2))


OTHERS = [
    Mistake(
        "means-added",
        "Small and large errors are averaged apart and the two means added: average all samples "
        "together.",
        means_added,
    ),
    Mistake(
        "means-of-none",
        "Small and large errors are averaged apart and the two means added; where there are none "
        "of one kind, their mean is NaN. Average all samples together.",
        means_of_none,
    ),
    Mistake(
        "predictions-changed",
        "The argument `y_hat` is changed: `y_hat -= y` writes into the caller's array.",
        by="changed",
    ),
]

TASK = Task(
    "huber",
    points=2,
    taught_in="A number",
    reference=huber,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="`np.where` takes whole arrays: the condition, and the two values to choose from.",
    hints=(
        "Compute |r| first, with `np.abs`: both pieces need no more than that.",
        "An `if` cannot choose for a whole array. `np.where(condition, this, that)` takes, entry "
        "by entry, `this` where the condition is true and `that` elsewhere.",
        "The condition is `r <= threshold`, r being |r|; this is half its square; that is the "
        "threshold times a bracket in which half the threshold is taken from r. Then average.",
    ),
)
