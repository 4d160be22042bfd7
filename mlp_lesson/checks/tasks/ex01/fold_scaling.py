"""A neuron trained on scaled inputs, rewritten for raw ones."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def fold_scaling(w, b, mean, std):
    """w_raw = w/std, b_raw = b - w_raw·mean: on raw x the sum that w and b give on scaled x.

    w, mean, std (d,), b a number -> w_raw (d,), b_raw a number.
    """
    w_raw = w / std
    return w_raw, b - w_raw @ mean


def cases(rng):
    def scaled(d, b, note):
        means, stds = rng.normal(scale=3, size=d), rng.uniform(0.2, 4, size=d)
        return Case((rng.normal(size=d), b, means, stds), note)

    flat = np.array([1.5, -0.5]), 0.25, np.array([120.0, 3.0]), np.array([40.0, 1.0])
    whole = np.array([3, -2, 1]), 1, np.array([10, 4, -6]), np.array([2, 5, 4])
    return [
        Case(flat, "a flat: square metres, rooms"),
        scaled(3, -0.5, "3 inputs"),
        scaled(1, 2.0, "one input"),
        scaled(6, 0.0, "6 inputs, b = 0"),
        Case((rng.normal(size=3), 0.7, np.zeros(3), rng.uniform(0.2, 4, size=3)), "means of 0"),
        Case((rng.normal(size=3), 0.7, rng.normal(size=3), np.ones(3)), "deviations of 1"),
        Case(whole, "integers"),
    ]


SLIPS = slips(
    fold_scaling,
    """
    multiplied: w / std -> w * std
        The weights are multiplied by std. In w·x' the input stands *divided* by std: what is left
        beside x is w/std.
    multiplied-weights-only:
    - w_raw = w / std
    - return w_raw, b - w_raw @ mean
    + return w * std, b - (w / std) @ mean
        The weights that are returned are multiplied by std. In w·x' the input stands *divided* by
        it: what is left beside x is w/std.
    way-back: = w * std, b + w @ mean
        That is the other way round: weights for raw inputs, turned into weights for scaled ones.
        Here w and b belong to the *scaled* inputs: divide by std, and take the means off.
    weights-unchanged: return w_raw, -> return w,
        The weights are returned as they were. x stands divided by std in the sum, so what is left
        beside it is w/std.
    std-not-used: w / std -> w
        std is not used, or only the mean: x' is shifted *and* divided.
    weights-shifted: w / std -> (w - mean) / std
        The weights are shifted and divided as the inputs were. It is x' that is put into the sum:
        write it out, and collect what stands beside x.
    weights-shifted-bias-kept: = (w - mean) / std, b
        The weights are shifted and divided as the inputs were, and the bias stays. It is x' that
        is put into the sum: write it out, and collect what stands beside x, and what stands alone.
    weights-scaled-back: = w * std + mean, b
        The weights are scaled back as inputs would be, x = std·x' + mean. But it is the sum that
        must stay the same: put x' into it, and collect what stands beside x, and what stands
        alone.
    bias-unchanged: = w_raw, b
        The bias stays as it was. But each mean is subtracted from its input, and a multiple of
        it remains in the sum without any x: that belongs into b_raw.
    bias-sign: b - w_raw -> b + w_raw
        The means are added to the bias. In (x - mean)/std they have a minus: the sum of
        w·mean/std is subtracted.
    bias-reversed: b - w_raw @ mean -> w_raw @ mean - b
        The bias has the wrong sign: it is b minus the sum over the means, not the other way round.
    old-bias-lost: b - w_raw @ mean -> -w_raw @ mean
        The old bias b is lost: the sum starts from b, and what the means leave is taken off it.
    old-weights-in-bias: w_raw @ mean -> w @ mean
        The bias takes the means times the *old* weights: they are divided by std as the inputs
        are. Use w_raw.
    std-twice-in-bias: w_raw @ mean -> w_raw @ (mean / std)
        In the bias std divides twice: w_raw is w/std already.
    std-multiplied-in-bias: w_raw @ mean -> (w * std) @ mean
        In the bias the means are multiplied by std. They are divided by it, once.
    means-without-weights: w_raw @ mean -> np.sum(mean / std)
        The bias takes the scaled means without the weights: each is multiplied by its weight.
    plain-means: w_raw @ mean -> np.sum(mean)
        The bias takes the means as they are: each is divided by its std, and multiplied by its
        weight.
    not-summed: w_raw @ mean -> w_raw * mean
        b_raw is an array, one number for each input. The neuron has one bias: add them up.
    first-input-only: w_raw @ mean -> w_raw[0] * mean[0]
        Only the first input's mean gets into the bias: add up over all inputs.
    last-input-only: w_raw @ mean -> w_raw[-1] * mean[-1]
        Only the last input's mean gets into the bias. Does a loop start from b anew every time?
        Each input takes its part off what is left.
    sums-divided: w_raw @ mean -> (w @ mean) / std.sum()
        A sum is divided by a sum. In the bias each w·mean is divided by its own std first; then
        add up.
    bias-sign-old-weights: b - w_raw @ mean -> b + w @ mean
        The bias has two mistakes: the means are added, where (x - mean)/std has a minus; and they
        are multiplied by the old weights, not by those divided by std.
    averaged: w_raw @ mean -> np.mean(w_raw * mean)
        What the means leave is averaged over the inputs. It is a part of the sum: add it up.
    bias-divided: b - w_raw @ mean -> (b - w @ mean) / std
        The old bias is divided by std, and b_raw becomes an array. b stands outside x': only w is
        divided. And there is one bias: add up over the inputs.
    bias-divided-summed: b - w_raw @ mean -> np.sum((b - w * mean) / std)
        The old bias is divided by std, once for every input. b stands outside x': it goes in
        once, as it is.
    bias-divided-by-all: b - w_raw @ mean -> b / np.prod(std) - w_raw @ mean
        The old bias is divided by the deviations. It stands outside of x', so it stays whole.
    whole-division: w / std -> w // std
        `//` cuts off the fractions: divide with `/`.
    variance: w / std -> w / std**2
        std divides twice: with the *standard deviation*, not its square, the weights are w/std.
    root: w / std -> w / np.sqrt(std)
        The root of std is taken. std is the standard deviation already, not the variance.
    one-std-for-all: w / std -> w / np.mean(std)
        All weights are divided by one number. Each input has a std of its own.
    length-of-std: w / std -> w / np.linalg.norm(std)
        All weights are divided by one number. Each input has a std of its own, so each weight is
        divided by the one in its place.
    upside-down: w / std -> std / w
        The fraction stands upside down: w/std, not std/w.
    std-subtracted: w / std -> w - std
        std is subtracted from the weights. Inputs are divided by it: w/std.
    cut-to-integers: w_raw @ mean -> int(w_raw @ mean)
        The bias is cut to a whole number. Leave it as it is.
    means-averaged: w_raw @ mean -> np.sum(w_raw) * np.mean(mean)
        One mean of all the means is taken off. Each input has its own, times its own weight.
    shift-made-positive: b - w_raw @ mean -> b - abs(w_raw @ mean)
        What is taken off the bias is made positive (`abs`). It has a sign of its own: leave it.
    shift-times-bias: b - w_raw @ mean -> b * (1 - w_raw @ mean)
        The bias is *multiplied* by what the means leave. That is taken off it.
    sums-of-products-divided: w_raw @ mean -> (w @ mean) / (w @ std)
        w·mean, added up, is divided by w·std, added up. In the bias each w·mean is divided by its
        own std first; then add up.
    first-input-left-out: w_raw @ mean -> w_raw[1:] @ mean[1:]
        The first input's mean does not get into the bias: does a loop start at 1?
    last-input-left-out: w_raw @ mean -> w_raw[:-1] @ mean[:-1]
        The last input's mean does not get into the bias: does a loop end too soon?
    bias-by-mean-std: b - w_raw @ mean -> b / np.mean(std) - w_raw @ mean
        The old bias is divided by a deviation. It stands outside of x', so it stays as it is.
    mean-off-the-weights: = w - mean / std, b
        mean/std is taken off the weights. It is a number without x: times w, it belongs into the
        bias.
    mean-off-scaled-weights: = w / std - mean, b
        The means are taken off the weights. They stand alone, without x: times w/std, they belong
        into the bias.
    two-means: b - w_raw @ mean -> b - 2 * w_raw @ mean
        The means are taken off twice.
    """,
)


def in_place(w, b, mean, std):
    w /= std
    return w, b - w @ mean


OTHERS = [
    Mistake(
        "w-changed",
        "The argument `w` is changed: `w /= std` writes into the caller's array, and stops where "
        "that holds integers. Write `w / std`, which makes a new one.",
        in_place,
    ),
]

TASK = Task(
    "fold_scaling",
    points=2,
    taught_in="A weighted sum",
    reference=fold_scaling,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    parts=("w_raw", "b_raw"),
    hints=(
        "Take one input. Its part of the sum is w·(x - mean)/std. Multiply the bracket out: which "
        "piece has an x in it, and which has none?",
        "The piece with x is (w/std)·x, which says what the new weight is. The other piece is one "
        "number for each input. Where in a neuron do numbers go that have no x?",
        "Divide the weights by std, entry by entry. Then multiply the new weights with the means, "
        "add up, and take that from the old bias.",
    ),
)
