"""Dropout of activations: which are kept is drawn anew for every entry, and the mean stays."""

import numpy as np

from ...engine.task import Case, Invariant, Mistake, Task


def dropout(A, rate, rng):
    """A ⊙ M and M, where M is 0 with probability rate, else 1 / (1 - rate)."""
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def three_draws(dropout, A, rate, rng):
    """The results of two calls with the same rng and of one with another; "none" if one is None."""
    draws = [dropout(A, rate, o) for o in (rng, rng, np.random.default_rng(99))]
    return "none" if any(draw is None for draw in draws) else draws


def cases(rng):
    def case(A, rate, note, seed):
        return Case((A, rate, np.random.default_rng(seed)), note)

    return [
        case(rng.normal(size=(200, 50)), 0.2, "200 rows of 50 units", 0),
        case(rng.uniform(1, 2, (50, 200)), 0.75, "three of four dropped", 1),
        case(rng.uniform(1, 2, (1, 3000)), 0.4, "one row", 2),
        case(rng.normal(size=(100, 100)), 0.5, "square", 3),
        case(rng.normal(size=(20, 30)), 0.0, "nothing dropped", 4),
        case(rng.integers(1, 9, (100, 60)), 0.25, "integers", 5),
        case(np.maximum(rng.normal(size=(80, 40)), 0), 0.3, "ReLU, half of it 0 already", 6),
    ]


# ---- what holds of every right answer: value is the three draws ----------------------------------


def is_pair(args, value):
    pairs = isinstance(value, list | tuple)
    return pairs and all(isinstance(draw, list | tuple) and len(draw) == 2 for draw in value)


def of_draw(test):
    """holds(args, value) from test(A_dropped, mask, A, rate) of the first draw."""

    def holds(args, value):
        out, mask = map(np.asarray, value[0])
        return bool(test(out, mask, args[0], args[1]))

    return holds


def of_dropping(test):
    """The same, for the cases in which something is dropped."""
    return of_draw(lambda out, mask, A, rate: rate == 0 or test(out, mask, A, rate))


def kept(mask):
    return mask[mask != 0].astype(float)


def all_are(values, number):
    return values.size > 0 and np.allclose(values, number)


@of_draw
def have_the_shape(out, mask, A, rate):
    return out.shape == A.shape == mask.shape or is_line(mask, A)


def is_line(mask, A):
    """A mask for whole rows or whole columns, which broadcasting would accept."""
    n, k = A.shape
    return mask.shape != A.shape and mask.shape in {(k,), (1, k), (n, 1), (n,)}


@of_draw
def not_for_units(out, mask, A, rate):
    if mask.shape != A.shape:
        return mask.shape not in {(A.shape[1],), (1, A.shape[1])}
    return rate == 0 or len(A) == 1 or np.ptp(mask.astype(float), axis=0).any()


@of_draw
def not_for_rows(out, mask, A, rate):
    if mask.shape != A.shape:
        return mask.shape not in {(len(A), 1), (len(A),)}
    return rate == 0 or np.ptp(mask.astype(float), axis=1).any()


@of_draw
def not_exchanged(out, mask, A, rate):
    return rate == 0 or not np.isin(np.round(out, 6), np.round([0, 1 / (1 - rate)], 6)).all()


@of_dropping
def rescaled(out, mask, A, rate):
    return not (all_are(kept(mask), 1) and np.allclose(out, A * mask))


@of_dropping
def mask_carries_the_scale(out, mask, A, rate):
    return not (all_are(kept(mask), 1) and np.allclose(out, A * mask / (1 - rate)))


@of_dropping
def output_has_the_scale(out, mask, A, rate):
    return not (all_are(kept(mask), 1 / (1 - rate)) and np.allclose(out, A * (mask != 0)))


@of_dropping
def not_scaled_twice(out, mask, A, rate):
    return not (all_are(kept(mask), 1 / (1 - rate)) and np.allclose(out, A * mask / (1 - rate)))


@of_dropping
def not_divided_by_rate(out, mask, A, rate):
    return rate == 0.5 or not all_are(kept(mask), 1 / rate)


@of_dropping
def not_multiplied(out, mask, A, rate):
    return not (all_are(kept(mask), 1 - rate) or all_are(kept(mask), 1 + rate))


@of_dropping
def drops_the_share(out, mask, A, rate):
    """False where the share kept is the one that should be dropped, as far as chance can tell."""
    share = np.mean(mask == 0)
    return abs(rate - 0.5) < 0.1 or abs(share - (1 - rate)) > 0.1


@of_dropping
def is_shaken(out, mask, A, rate):
    """False where the share dropped is further from rate than chance comes: six deviations."""
    return abs(np.mean(mask == 0) - rate) < 6 * np.sqrt(rate * (1 - rate) / mask.size)


@of_draw
def mask_has_its_values(out, mask, A, rate):
    return all_are(kept(mask), 1 / (1 - rate))


@of_dropping
def not_by_what_stayed(out, mask, A, rate):
    by_draw = all_are(kept(mask) * np.mean(mask != 0), 1)
    return not by_draw or all_are(kept(mask), 1 / (1 - rate))


@of_draw
def is_the_product(out, mask, A, rate):
    return np.allclose(out, A * mask)


@of_draw
def not_cut_off(out, mask, A, rate):
    return np.allclose(out, A * mask) or not np.allclose(out, np.trunc(A * mask))


@of_draw
def mask_not_cut_off(out, mask, A, rate):
    """False where the mask has, or had, the integer type of A, which cannot hold 1 / (1 - rate)."""
    cut = mask.dtype.kind == "i" or all_are(kept(mask), 1 // (1 - rate))
    return rate == 0 or A.dtype.kind != "i" or not cut


@of_draw
def not_two_masks(out, mask, A, rate):
    return not np.any((out == 0) != (A * mask == 0))


@of_dropping
def not_read_off(out, mask, A, rate):
    """False where the mask is 0 wherever A is; by chance never, where A has so many zeros."""
    return np.sum(A == 0) < 100 or mask.shape != A.shape or mask[A == 0].any()


def masks(value):
    return [np.asarray(mask) for _, mask in value]


def not_the_same_again(args, value):
    first, second, _ = masks(value)
    return args[1] == 0 or not np.array_equal(first, second)


def follows_rng(args, value):
    first, _, other = masks(value)
    return args[1] == 0 or not np.array_equal(first, other)


def is_not_counted_out(args, value):
    """False where each draw drops exactly the same number; by chance once in 10,000 or less."""
    counts = {int(np.sum(mask == 0)) for mask in masks(value)}
    return args[1] == 0 or args[0].size < 5000 or len(counts) > 1


def is_no_pattern(args, value):
    """False where what is dropped depends on the values: small ones go, large ones stay."""
    A, mask = np.asarray(args[0], float), masks(value)[0]
    if args[1] == 0 or mask.shape != A.shape or not (mask == 0).any() or (mask == 0).all():
        return True
    dropped, stays = A[mask == 0], A[mask != 0]
    return dropped.max() > stays.min() and np.abs(dropped).max() > np.abs(stays).min()


INVARIANTS = [
    Invariant(
        "pair",
        "Two arrays are asked for, the activations that are left and the mask: the way back needs "
        "the mask, too.",
        is_pair,
    ),
    Invariant(
        "exchanged",
        "The two results are exchanged: first the activations, then the mask.",
        not_exchanged,
    ),
    Invariant(
        "mask-per-unit",
        "One mask for all rows: a unit is dropped for the whole batch. Every entry of A is drawn "
        "for itself, so the random numbers need A's shape.",
        not_for_units,
    ),
    Invariant(
        "mask-per-row",
        "One draw a row: a sample loses all its units or none. Every entry of A is drawn for "
        "itself, so the random numbers need A's shape.",
        not_for_rows,
    ),
    Invariant(
        "shapes",
        "Both results must have the shape of A.",
        have_the_shape,
    ),
    Invariant(
        "depends-on-values",
        "What is dropped depends on the values of A: small ones go, large ones stay. Chance alone "
        "decides; compare random numbers with the rate, not A.",
        is_no_pattern,
    ),
    Invariant(
        "read-off-the-result",
        "Wherever A is 0 the mask is 0 as well: it is read off the result, which is 0 there in any "
        "case. Make the mask from the random numbers alone.",
        not_read_off,
    ),
    Invariant(
        "mask-cut-off",
        "Where A holds integers, 1/(1 - rate) is cut to a whole number: the mask was made with the "
        "type of A, as `np.zeros_like(A)` makes one. It must be an array of floats from the start.",
        mask_not_cut_off,
    ),
    Invariant(
        "keeps-what-it-should-drop",
        "The share that should be dropped is kept, and the other dropped: `rate` is the share of "
        "entries that become 0. Which way does the inequality point?",
        drops_the_share,
    ),
    Invariant(
        "not-rescaled",
        "The entries that stay are not made larger, so the mean of the sums that the next layer "
        "forms falls to 1 - rate of what it was. Divide by 1 - rate.",
        rescaled,
    ),
    Invariant(
        "mask-without-scale",
        "A is right, but the mask is only 0 and 1. The way back multiplies by the mask, so the "
        "factor 1/(1 - rate) must be in it.",
        mask_carries_the_scale,
    ),
    Invariant(
        "scale-in-mask-only",
        "The mask is right, but A was multiplied by 0 and 1 alone: multiply A by the mask that you "
        "return.",
        output_has_the_scale,
    ),
    Invariant(
        "scaled-twice",
        "A is divided by 1 - rate twice: the mask contains the factor already.",
        not_scaled_twice,
    ),
    Invariant(
        "divided-by-rate",
        "What stays is divided by rate. A share of 1 - rate stays, so divide by that.",
        not_divided_by_rate,
    ),
    Invariant(
        "made-smaller",
        "What stays is multiplied by 1 - rate or 1 + rate. Fewer terms are left in the next "
        "layer's sums, so each must grow, by the factor 1/(1 - rate).",
        not_multiplied,
    ),
    Invariant(
        "other-share",
        "The share of zeros in the mask is not `rate`. Uniform random numbers from 0 to 1 are "
        "below rate with probability rate: `rng.random(A.shape)`.",
        is_shaken,
    ),
    Invariant(
        "by-what-stayed",
        "What stays is divided by the share that happened to stay in this draw. Divide by what is "
        "known before, 1 - rate, or the entries of a mask depend on each other.",
        not_by_what_stayed,
    ),
    Invariant(
        "values",
        "The mask holds other values than 0 and 1/(1 - rate).",
        mask_has_its_values,
    ),
    Invariant(
        "cut-off",
        "Where A holds integers the fractions of the first result are cut off: it stands in an "
        "array of integers, as `np.zeros_like(A)` makes one.",
        not_cut_off,
    ),
    Invariant(
        "two-masks",
        "Two masks are drawn: A is multiplied by another one than is returned. Draw once, and use "
        "that mask for both.",
        not_two_masks,
    ),
    Invariant(
        "no-product",
        "The first result is not A times the mask, entry by entry.",
        is_the_product,
    ),
    Invariant(
        "own-seed",
        "Another `rng` gives the same mask: a seed of your own, or NumPy's global numbers, decide. "
        "Draw from the `rng` that is handed in.",
        follows_rng,
    ),
    Invariant(
        "same-again",
        "A second call gives the same mask. Each step needs a new one: draw from `rng` itself, not "
        "from a copy or from a generator made anew.",
        not_the_same_again,
    ),
    Invariant(
        "counted-out",
        "Each mask drops exactly the same number of entries. They are to be independent: each is "
        "dropped with probability rate, whatever happens to the others.",
        is_not_counted_out,
    ),
]

TASK = Task(
    "dropout",
    points=2,
    taught_in="Dropout",
    reference=dropout,
    cases=cases,
    observe=three_draws,
    mistakes=[
        Mistake(
            "in-place",
            "The argument A is changed (`*=`, or A[...] = 0). Return a new array: A may be needed "
            "again.",
            by="changed",
        ),
        Mistake(
            "unseeded",
            "Two runs with the same `rng` differ: `np.random.random` and an unseeded generator "
            "know nothing of it. Draw from `rng`.",
            by="random",
        ),
    ],
    invariants=INVARIANTS,
    unique=False,
    hints=(
        "Draw one random number from 0 to 1 for each entry of A. With what probability is it below "
        "`rate`?",
        "`rng.random(A.shape) >= rate` is True for those that stay. By which factor must they "
        "grow, so that the mean of each entry stays what it was?",
        "mask = (rng.random(A.shape) >= rate) / (1 - rate); return A times the mask, and the mask.",
    ),
)
