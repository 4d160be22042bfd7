"""The loss of a yes or no, from the logit."""

import math

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import capped, logits_as_probabilities


def binary_cross_entropy(z, y):
    """The mean of ln(1 + eˢ), with s = -z where y is 1 and s = z where y is 0."""
    s = np.where(y == 1, -z, z)
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


def cases(rng):
    return [
        Case((np.array([1.2, -0.4, 0.3, -2.1]), np.array([1.0, 1.0, 0.0, 0.0])), "4 samples"),
        Case((rng.normal(scale=2, size=7), np.array([1, 0, 0, 1, 1, 1, 0])), "7 samples"),
        Case((np.array([-0.8]), np.array([1.0])), "one sample"),
        Case((np.zeros(3), np.array([0.0, 1.0, 1.0])), "exactly 0"),
        Case((np.array([3, -1, 2, 0, -2]), np.array([1, 0, 0, 1, 1])), "integers"),
        Case((rng.normal(size=6), np.zeros(6)), "all answers no"),
        Case((np.array([8000.0, 40_000.0, 3.0]), np.array([1.0, 0.0, 1.0])), "z far above 0"),
        Case((np.array([-9000.0, -7000.0]), np.array([1.0, 0.0])), "z far below 0"),
        Case(
            (rng.normal(size=500_000), rng.integers(2, size=500_000)),
            "500,000 samples",
            speed=True,
        ),
    ]


SLIPS = slips(
    binary_cross_entropy,
    """
    log-of-zero:
    - s = np.where(y == 1, -z, z)
    + p = 1 / (1 + np.exp(-z))
    and: = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        Right for moderate logits; for large ones the probability is rounded to 0 or 1, and
        the logarithm of 0 is infinite (0 times it is NaN). Compute the loss from z, without
        the probability.
    log-of-zero-infinite:
    - s = np.where(y == 1, -z, z)
    + p = 1 / (1 + np.exp(-z))
    and: = -np.mean(np.log(np.where(y == 1, p, 1 - p)))
        Right for moderate logits; for large ones e^z overflows, or the probability is
        rounded to 0 and its logarithm is infinite. Compute the loss from z, without the
        probability, and with an exponent that is never positive.
    overflow-above: = np.mean(np.log(1 + np.exp(z)) - z * y)
        Right for moderate logits, but e^z overflows for large z, also inside ln(1 + e^z).
        Write it so that the exponent is never positive.
    overflow-below: = np.mean(np.log(1 + np.exp(-z)) + z * (1 - y))
        Right for moderate logits, but e^(-z) overflows for large negative z, also inside
        ln(1 + e^(-z)). Write it so that the exponent is never positive.
    exponent-minus-z: = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))
        The exponent must be -|z|, not -z: as it stands, negative logits are wrong, and large
        negative ones overflow.
    exponent-positive: -np.abs(s) -> np.abs(s)
        The exponent must be -|z|, not |z|: it is never positive.
    exponent-minus-s: -np.abs(s) -> -s
        The exponent must be -|s|, not -s: as it stands, e^(-s) overflows where s is far
        below 0, and there the loss should be about 0.
    one-twice: np.exp(-np.abs(s)) -> 1 + np.exp(-np.abs(s))
        `np.log1p(u)` is ln(1 + u) already: here the 1 is added twice.
    max-of-all-s: np.maximum(s, 0) -> np.max(s, 0)
        `np.max(s, 0)` is the largest of all entries: it reads the 0 as an axis. The larger
        of s and 0, entry by entry, is `np.maximum(s, 0)`.
    max-of-all-z: = np.mean(np.max(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
        `np.max(z, 0)` is the largest of all entries: it reads the 0 as an axis. The larger
        of z and 0, entry by entry, is `np.maximum(z, 0)`.
    one-missing: np.log1p -> np.log
        The 1 is missing in ln(1 + e^(-|s|)): the logarithm of e^(-|s|) alone is just -|s|.
    log10: np.log1p(np.exp(-np.abs(s))) -> np.log10(1 + np.exp(-np.abs(s)))
        The logarithm is one to the base 10; the natural logarithm is meant, `np.log` or
        `np.log1p`.
    minimum: np.maximum -> np.minimum
        The smaller of s (or z) and 0 is taken, as `np.minimum` does: the larger is meant,
        `np.maximum`.
    max-missing: np.maximum(s, 0) + ->
        max(s, 0) is missing: an answer that is far wrong must cost about |z|.
    abs-for-max: np.maximum(s, 0) -> np.abs(s)
        |s| stands where max(s, 0) is meant: an answer that is right, and given with
        certainty, must cost about 0.
    abs-for-max-z: = np.mean(np.abs(z) - z * y + np.log1p(np.exp(-np.abs(z))))
        max(z, 0) is missing, or |z| or z stands in its place: look at y = 0, where the loss
        of a large positive z must be about z, and of a large negative one about 0.
    max-missing-z: = np.mean(-z * y + np.log1p(np.exp(-np.abs(z))))
        max(z, 0) is missing: for y = 0 the loss of a large positive z must be about z.
    sign-of-product: = np.mean(np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z))))
        The sign of the term z·y is wrong: a positive z makes the loss of a 'yes' smaller.
    product-missing: = np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))
        The term z·y is missing: so far the targets have no part in the loss.
    sign: np.mean -> -np.mean
        The sign is wrong: the loss is *minus* the logarithm of a probability, so it is never
        negative.
    exchanged: -z, z -> z, -z
        yes and no are exchanged: where y is 1 the loss is -ln p, where y is 0 it is
        -ln(1 - p).
    only-yes: = np.mean(y * np.logaddexp(0, -z))
        Only the samples with y = 1 count: where y is 0, -ln(1 - p) is to be added.
    only-no: = np.mean((1 - y) * np.logaddexp(0, z))
        Only the samples with y = 0 count: where y is 1, -ln p is to be added.
    plus-minus-one: = np.mean(np.logaddexp(0, -z * y))
        y is taken for -1 or 1: it is 0 or 1 here. Use 2y - 1 for the sign.
    no-sigmoid: = -np.mean(y * np.log(z) + (1 - y) * np.log(1 - z))
        z is taken for a probability, but it is the logit, any number. The probability is
        sigmoid(z).
    sigmoid-twice:
    - s = np.where(y == 1, -z, z)
    + z = sigmoid(z)
    + s = np.where(y == 1, -z, z)
        The sigmoid is applied twice: z is the logit, and what comes out of a sigmoid must
        not go through another.
    softmax:
    - s = np.where(y == 1, -z, z)
    + e = np.exp(z - z.max())
    + p = e / e.sum()
    and: = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        A softmax over the samples makes them share one certainty: each has its own sigmoid.
    log2: = np.mean(np.logaddexp(0, s)) / np.log(2)
        That is log2; the natural logarithm is meant.
    squared-error: = np.mean((sigmoid(z) - y) ** 2)
        That is the squared error of the probability: it saturates, as lesson 04 shows. Take
        the logarithm.
    log-missing: = -np.mean(y * sigmoid(z) + (1 - y) * (1 - sigmoid(z)))
        The logarithm is forgotten: the loss is -ln of the probability of what happened.
    sum: np.mean -> np.sum
        The losses are added up, not averaged: divide by the number of samples.
    by-number-of-yes:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + return np.sum(np.logaddexp(0, s)) / max(np.sum(y), 1)
        Divided by the number of samples with y = 1: the mean is over all samples, yes and no.
    by-number-of-no:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + return np.sum(np.logaddexp(0, s)) / max(np.sum(1 - y), 1)
        Divided by the number of samples with y = 0: the mean is over all samples, yes and no.
    mean-missing: = np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))
        The mean is forgotten: that is the loss of every single sample.
    slope-too: = np.mean(np.logaddexp(0, s)), (sigmoid(z) - y) / len(z)
        The number alone is asked for: its slope, the second result, is the subject of
        lesson 05.
    if-on-array:
    - s = np.where(y == 1, -z, z)
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + if y == 1:
    +     return np.mean(np.logaddexp(0, -z))
    + return np.mean(np.logaddexp(0, z))
        `if` on an array (or Python's `max`, which decides the same way): an array has many
        entries, and no single truth value. Choose entry by entry, with `np.where`; the larger
        of two is `np.maximum`.
    math-module: = -np.mean(y * math.log(z) + (1 - y) * math.log(1 - z))
        The functions of the module `math` take one number only. Those of NumPy take a whole
        array.
    log2-of-part: np.log1p(np.exp(-np.abs(s))) -> np.log2(1 + np.exp(-np.abs(s)))
        The logarithm is one to the base 2; the natural logarithm is meant, `np.log` or
        `np.log1p`.
    log10-exchanged: -z, z -> z, -z
    and: np.log1p(np.exp(-np.abs(s))) -> np.log10(1 + np.exp(-np.abs(s)))
        Two things: yes and no are exchanged; and the natural logarithm is meant, not `log10`.
    log2-exchanged: -z, z -> z, -z
    and: np.log1p(np.exp(-np.abs(s))) -> np.log2(1 + np.exp(-np.abs(s)))
        Two things: yes and no are exchanged; and the natural logarithm is meant, not `log2`.
    sum-exchanged: -z, z -> z, -z
    and: np.mean -> np.sum
        Two things: yes and no are exchanged; and the losses are added up, not averaged.
    minus-on-first-only:
    - s = np.where(y == 1, -z, z)
    + p = 1 / (1 + np.exp(-z))
    and: = np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))
        The minus stands before the first term only: both y·ln p and (1 - y)·ln(1 - p) need
        it, so put the sum in brackets. (For large logits it overflows, too.)
    minus-on-no-only:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + loss = np.logaddexp(0, s)
    + return np.mean(np.where(y == 1, loss, -loss))
        For y = 0 the loss has the wrong sign: it is -ln(1 - p), never negative.
    infinity-replaced:
    - s = np.where(y == 1, -z, z)
    + p = 1 / (1 + np.exp(-z))
    and: = -np.mean(np.nan_to_num(y * np.log(p) + (1 - y) * np.log(1 - p)))
        The infinite losses are replaced by a huge number, as `nan_to_num` does, not computed:
        a "yes" with z = -9000 costs 9000. Compute the loss from z, without the probability.
    means-added:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + loss, yes = np.logaddexp(0, s), y == 1
    + return sum(group.mean() for group in (loss[yes], loss[~yes]) if group.size)
        The yes and the no samples are averaged apart and the two means added: average all
        samples together.
    means-averaged:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + loss, yes = np.logaddexp(0, s), y == 1
    + return np.mean([group.mean() for group in (loss[yes], loss[~yes]) if group.size])
        The yes and the no samples are averaged apart, and then the two means: average all
        samples together.
    all-yes: = np.mean(np.logaddexp(0, -z))
        The targets have no part in the loss: this is the loss if every y were 1.
    y-for-product: = np.mean(np.maximum(z, 0) - y + np.log1p(np.exp(-np.abs(z))))
        The targets y are taken away, where the product z·y belongs.
    slope: = np.mean(sigmoid(z) - y)
        That is the mean slope, p - y: the loss itself is asked for.
    absolute: = np.mean(np.abs(sigmoid(z) - y))
        That is the mean of |p - y|, without a logarithm: the loss is -ln of the probability
        of what happened.
    log-of-mean: = -np.log(np.mean(np.where(y == 1, sigmoid(z), sigmoid(-z))))
        The logarithm of the mean is not the mean of the logarithms: first -ln p of each
        sample, then the mean.
    last-sample-only:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + for a in s:
    +     total = np.logaddexp(0, a)
    + return total / len(s)
        Only the last sample counts: in the loop each loss overwrites the one before. Add
        them up, with `+=`.
    first-sample-only:
    - return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))
    + total = 0
    + for a in s:
    +     total += np.logaddexp(0, a)
    +     return total / len(s)
        Only the first sample counts: is the `return` inside the loop?
    """,
    sigmoid=sigmoid,
    math=math,
)

OTHERS = [
    Mistake(
        "logits-changed",
        "The argument `z` is changed: `*=` writes into the caller's array.",
        by="changed",
    ),
]

TASK = Task(
    "binary_cross_entropy",
    points=2,
    taught_in="Yes or no",
    reference=binary_cross_entropy,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    invariants=[
        logits_as_probabilities(
            "A single sample with a moderate logit costs far too much: perhaps z is taken for a "
            "probability, and clipped to the range from 0 to 1. The probability is sigmoid(z)."
        ),
        capped(lambda z, y: np.mean(np.maximum(np.where(y == 1, -z, z), 0))),
    ],
    faster="Let NumPy work on the whole array: `np.exp(z)` does every entry in one call.",
    hints=(
        "Both cases are ln(1 + eˢ), with s = -z where y is 1 and s = z where y is 0. `np.where` "
        "can make that s.",
        "Then ln(1 + eˢ) = max(s, 0) + ln(1 + e^(-|s|)): the exponent is never positive. "
        "`np.maximum` is the maximum entry by entry; `np.log1p(u)` is ln(1 + u), exact for tiny u.",
        "In one formula for both cases: max(z, 0) - z·y + ln(1 + e^(-|z|)), averaged. Try y = 0 "
        "and y = 1 in it, for a positive and a negative z.",
    ),
)
