"""Answers to leaky_relu: the form is told in answer_files.py."""

import numpy as np

from ._shared import entry_by_entry


def leaky_by_masks(z, slope):
    result = np.array(z, dtype=float)
    result[result <= 0] *= slope
    return result


RIGHT = [
    lambda z, slope: np.maximum(z, 0) + slope * np.minimum(z, 0),
    lambda z, slope: z * np.where(z > 0, 1.0, slope),
    lambda z, slope: (z > 0) * z + (z <= 0) * slope * z,
    leaky_by_masks,
]
SLOW = [entry_by_entry(lambda z, slope: np.maximum(z, 0) + slope * np.minimum(z, 0))]

# ---- held out: above each function what its author was thinking


# I know the one-liner: the line that lies higher is the leaky ReLU.
def lr_maximum(z, slope):
    return np.maximum(z, slope * z)


# I thought the first value of where belongs to the case that is not true.
def lr_sides_swapped(z, slope):
    return np.where(z > 0, slope * z, z)


# I gave z a new name, so I thought I work on a copy.
def lr_alias_in_place(z, slope):
    result = z
    result[z <= 0] = slope * z[z <= 0]
    return result


# I did make a copy, so that z stays as it is, and changed the negative entries in it.
def lr_copy_keeps_integers(z, slope):
    result = z.copy()
    result[z <= 0] = slope * z[z <= 0]
    return result


# I got "truth value is ambiguous, use a.any() or a.all()", so I used all and it ran.
def lr_if_all(z, slope):
    if (z > 0).all():
        return z * 1.0
    return slope * z


# I know leaky ReLU with 0.01, it is always that number.
def lr_fixed_slope(z, slope):
    return np.where(z > 0, z, 0.01 * z)


# I picked the positive entries and the others and put them together again.
def lr_concatenated(z, slope):
    return np.concatenate([z[z > 0], slope * z[z <= 0]])


# I had just written two slopes, so I gave the slope here, too.
def lr_derivative(z, slope):
    return np.where(z > 0, 1.0, slope)


# I thought leaky ReLU is the ReLU plus the leak.
def lr_relu_plus_leak(z, slope):
    return np.maximum(z, 0) + slope * z


IN_PLACE = [
    "in place",
    "in-place",
    "caller",
    "overwrit",
    "overwrote",
    "modif",
    "changes z",
    "changed z",
    "changes its argument",
    "changes the argument",
    "changed your argument",
    "change+argument",
    "change+input",
    "writes into",
    "written into",
    "writes to z",
    "alias",
]


INTEGER = ["integer", "dtype", "whole number", "int64", "fraction+cut", "decimals", "truncat"]


SWAPPED = [
    "swap",
    "exchang",
    "wrong way round",
    "other way round",
    "wrong side",
    "other side",
    "mirror",
    "revers",
    "interchang",
    "mixed up",
    "trade places",
    "traded places",
]


HELD_OUT = [
        (
        lr_maximum,
        "maximum picks the wrong line for slopes above 1",
        ["above 1", "maximum", "larger of", "slope > 1", "greater than 1", "larger than 1"]
        + ["exceeds 1", "steeper", "slopes over 1", "more than 1"],
    ),
    (
        lr_sides_swapped,
        "the two sides swapped",
        [*SWAPPED, "slope+positive side", "slope+right side", "slope+positive z"],
    ),
    (lr_alias_in_place, "a second name is no copy: z changed in place", [*IN_PLACE, "copy"]),
    (
        lr_copy_keeps_integers,
        "the copy keeps the integer dtype",
        INTEGER,
    ),
    (
        lr_if_all,
        "one decision for the whole array",
        ["entry by entry", "each entry", "entrywise", "elementwise", "element-wise"]
        + [".all(", "np.all", "`all`", ".any(", "np.any", "`any`", "whole array"]
        + ["one decision", "decides once", "decided once", "np.where", "all entries"],
    ),
    (
        lr_fixed_slope,
        "slope fixed at 0.01, argument not used",
        ["0.01", "fixed", "hard-coded", "hardcoded", "ignor", "not used", "unused", "constant"]
        + ["handed in", "does not use", "does not depend", "the argument slope", "same slope"]
        + ["the argument `slope`", "never used"],
    ),
    (
        lr_concatenated,
        "entries picked and joined: order and shape lost",
        ["the order", "shape", "flat", "concat", "own place", "places", "position", "sorted"]
        + ["rearrang", "out of order"],
    ),
    (
        lr_derivative,
        "derivative returned instead of the function",
        ["derivative", "the slope itself", "slope instead", "slope of leaky", "its slope"]
        + ["not its slope", "slopes, not", "times z", "multipl", "step function"],
    ),
    (
        lr_relu_plus_leak,
        "leak added on the positive side, too",
        ["1 + slope", "1 + s", "adds", "added", "sum of", "plus", "both sides"]
        + ["slope+right side", "slope+positive", "leak+positive", "slope+z > 0"],
    ),
]
