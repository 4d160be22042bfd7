"""Leaky ReLU, for any slope."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Task
from ._shared import CHOOSE_AT_ONCE, CUT, LOOP_OVER_ROWS, ONE_TRUTH, parameter_cases


def leaky_relu(z, slope):
    """z where z > 0, slope times z elsewhere."""
    return np.where(z > 0, z, slope * z)


SLIPS = slips(
    leaky_relu,
    f"""
    joined: = np.concatenate([z[z > 0], slope * z[z <= 0]])
        The positive entries and the others are picked out and joined: so the order and the
        shape are lost. Every result must stand at its own place.
    slope-or-default: slope * z -> (slope or 0.01) * z
        A slope of 0 is taken for none at all: `slope or ...` holds 0 for missing. Use it as it is.
    larger-of-both: = np.maximum(z, slope * z)
        max(z, slope·z) is leaky ReLU only for slopes up to 1. For a steeper one the larger of
        the two is the wrong one; ask for the sign of z instead.
    smaller-of-both: = np.minimum(z, slope * z)
        min(z, slope·z) chooses the wrong one of the two for slopes below 1. Ask for the sign of
        z.
    relu: = np.maximum(z, 0)
        That is plain ReLU: the left half is cut to 0, and the slope is not used.
    slope-fixed: slope * z -> 0.01 * z
        The slope is fixed at 0.01: use the one that is handed in.
    slope-fixed-at-tenth: slope * z -> 0.1 * z
        The slope is fixed at 0.1: use the one that is handed in.
    slope-fixed-at-fifth: slope * z -> 0.2 * z
        The slope is fixed at 0.2: use the one that is handed in.
    derivative: = np.where(z > 0, 1, slope)
        That is the derivative: 1 or slope. The function itself is asked for.
    slope-alone: slope * z -> slope
        On the left stands the slope alone: it has to be multiplied by z.
    sides-exchanged: = np.where(z > 0, slope * z, z)
        The two sides are exchanged: the positive z pass unchanged, the others are multiplied by
        the slope.
    sides-exchanged-sign: = np.where(z > 0, -slope * z, z)
        The two sides are exchanged, and the slope has a minus too much: z passes unchanged
        where it is positive, elsewhere it is slope·z.
    sign: slope * z -> -slope * z
        The sign on the left is wrong: slope·z is negative where z is, and so is slope·min(z, 0).
        Add it, do not subtract it.
    both-added: = np.maximum(z, 0) + slope * z
        slope·z is added on the right too: there the result is z alone. Add slope·min(z, 0).
    everything-added: = z + slope * z
        z and slope·z are added on both sides: each entry gets one of the two, z where it is
        positive, slope·z elsewhere.
    divided: slope * z -> z / slope
        On the left z is divided by the slope; it is to be multiplied.
    elu: slope * z -> slope * (np.exp(np.minimum(z, 0)) - 1)
        That is ELU with α = slope: leaky ReLU is a straight line on the left too.
    shifted: slope * z -> z + slope
        On the left z is shifted by the slope (z + slope or z - slope); multiply.
    shifted-down: slope * z -> z - slope
        On the left the slope is subtracted from z: it is a factor, slope·z.
    minus-slope-alone: slope * z -> -slope
        On the left stands minus the slope: it has to be multiplied by z, which brings the sign
        along.
    slope-as-height: = np.maximum(z, slope)
        z is compared with the slope by max or min: the slope is a factor, slope·z, and no
        height.
    slope-as-ceiling: = np.minimum(z, slope)
        The smaller of z and the slope is taken: the slope is a factor, slope·z, and no height.
    one-on-the-right: z > 0, z, -> z > 0, 1,
        On the right stands 1, which is the derivative's value: there the result is z.
    slope-on-both: = slope * z
        The slope multiplies both sides: for z > 0 the result is z, entry by entry, not by one
        decision for the whole array.
    slope-unused: = z * 1.0
        z comes back as it is, on both sides: where z is not positive, multiply it by the slope.
    absolute: = np.abs(z)
        That is |z|. On the left the result is slope·z.
    one-minus-slope: slope * z -> (1 - slope) * z
        (1 - slope) stands where the slope is meant: on the left the result is slope·z.
    power: slope * z -> z**slope
        z is raised to the power of the slope: `*` is meant, not `**`.
    slope-squared: slope * z -> slope * slope * z
        On the left z is multiplied by the slope twice. Once is enough.
    z-squared: slope * z -> slope * z * z
        On the left z stands squared: leaky ReLU is a straight line there, slope·z.
    kink-at-slope: z > 0 -> z > slope
        The kink sits at the slope: compare z with 0, not with the slope.
    kink-at-1: z > 0 -> z > 1
        The kink sits at 1: between 0 and 1 the result is z. Compare z with 0.
    z-changed:
    - return np.where(z > 0, z, slope * z)
    + z[z <= 0] *= slope
    + return z
        The argument z is changed: `z[z <= 0] *= slope` writes into the caller's array, and
        fails where z holds integers. Use `np.where`, or a copy of floats.
    cut-to-integers:
    - return np.where(z > 0, z, slope * z)
    + result = z.copy()
    + result[z <= 0] = slope * z[z <= 0]
    + return result
        {CUT}
    one-truth: = z if z > 0 else slope * z
        {ONE_TRUTH}
    loop-over-rows: = np.array([v if v > 0 else slope * v for v in z])
        {LOOP_OVER_ROWS}
    max-of-two: = np.max(z, slope * z)
        `np.max(a, b)` and `np.min(a, b)` take b for the number of an axis. Two arrays are
        compared entry by entry by `np.maximum` and `np.minimum`.
    max-along-axis: = np.max(z, 0) + slope * np.min(z, 0)
        `np.max(z, 0)` is the largest along axis 0, and `np.min(z, 0)` the smallest.
        `np.maximum(z, 0)` and `np.minimum(z, 0)` go entry by entry.
    """,
)

TASK = Task(
    "leaky_relu",
    points=1,
    taught_in="ReLU",
    reference=leaky_relu,
    cases=parameter_cases("slope", (0, 0.25, 1, 1.5), 0.01),
    mistakes=SLIPS,
    faster=CHOOSE_AT_ONCE,
    hints=(
        "A choice for each entry, by its sign. Which function of NumPy chooses entry by entry?",
        "The larger of z and slope·z is right for small slopes. Take z = 2 and a slope of 1.5: "
        "what is asked for, and what is the larger one?",
        "Use `np.where` with the condition that z is positive; then what holds there; then what "
        "holds elsewhere.",
    ),
)
