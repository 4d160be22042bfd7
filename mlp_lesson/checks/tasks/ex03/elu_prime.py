"""The slope of ELU: alpha stands on one side, and at the kink."""

import math

import numpy as np

from ...engine.slips import slips
from ...engine.task import Task
from ._shared import CHOOSE_AT_ONCE, CUT, LOOP_OVER_ROWS, MATH_MODULE, ONE_TRUTH, parameter_cases


def elu_prime(z, alpha):
    """1 where z > 0, alpha·eᶻ elsewhere, without overflow."""
    low = np.minimum(z, 0)  # the exponential is not needed above 0
    return np.where(z > 0, 1.0, alpha * np.exp(low))


SLIPS = slips(
    elu_prime,
    f"""
    overflow: np.exp(low) -> np.exp(z)
        The values are right, but NumPy warns: `np.where` computes both branches everywhere, so
        eᶻ overflows for large z although it is not used there. Cut z off at 0 first.
    multiplied-not-chosen: = (z > 0) + (z <= 0) * alpha * np.exp(z)
        Multiplied instead of chosen: where eᶻ is infinite, 0 times infinity is nan. Choose with
        `np.where`, and cut z off at 0 before `np.exp`.
    one-at-0: z > 0 -> z >= 0
        All is right but z = 0: there the task asks for alpha (the side z <= 0), not for 1.
    one-at-0-overflow: = np.where(z >= 0, 1, alpha * np.exp(z))
        Two things: at z = 0 the task asks for alpha (the side z <= 0), not for 1; and eᶻ
        overflows for large z, in the branch that is thrown away. Cut z off at 0 first.
    zero-left-out: = (z > 0) + (z < 0) * alpha * np.exp(low)
        At z = 0 the result is 0: it falls between your two conditions, z > 0 and z < 0. The
        side z <= 0 takes it in.
    alpha-missing: alpha * np.exp(low) -> np.exp(low)
        alpha is forgotten: on the left the slope is alpha·eᶻ.
    left-on-both: = alpha * np.exp(low)
        alpha stands on both sides: on the right ELU is z, and its slope is 1.
    function: = np.where(z > 0, z, alpha * (np.exp(low) - 1))
        That is ELU itself. Its slope is asked for.
    minus-1-left: alpha * np.exp(low) -> alpha * (np.exp(low) - 1)
        The -1 is still there: it is a constant, and the slope of a constant is 0. What is left
        of alpha(eᶻ - 1) is alpha·eᶻ.
    minus-1-no-alpha: alpha * np.exp(low) -> np.exp(low) - 1
        The -1 is still there, and alpha is forgotten: on the left the slope is alpha·eᶻ.
    one-put-back: alpha * np.exp(low) -> alpha * (np.exp(low) - 1) + 1
        A 1 is put back outside the bracket, but alpha multiplies the -1 inside it. There is no
        1 at all: on the left the slope is alpha·eᶻ.
    minus-1-outside: alpha * np.exp(low) -> alpha * np.exp(low) - 1
        A -1 is still there, behind alpha·eᶻ: the slope of a constant is 0. On the left the
        slope is alpha·eᶻ.
    z-for-output: alpha * np.exp(low) -> z + alpha
        f + alpha takes z for the *output* of ELU. Here z is the input: on the left compute
        alpha·eᶻ.
    function-plus-alpha: = np.where(z > 0, z, alpha * (np.exp(low) - 1)) + alpha
        f + alpha is right on the left only; on the right the slope is 1.
    sides-exchanged: = np.where(z > 0, alpha * np.exp(z), 1)
        The two sides are exchanged: 1 belongs to z > 0.
    sides-exchanged-flat: = np.where(z > 0, alpha * np.exp(low), 1)
        The two sides are exchanged: 1 belongs to z > 0, and alpha·eᶻ to z <= 0.
    sides-exchanged-abs: = np.where(z > 0, alpha * np.exp(-np.abs(z)), 1)
        The two sides are exchanged, and e^(-|z|) hides it: 1 belongs to z > 0.
    abs-on-both: = alpha * np.exp(-np.abs(z))
        e^(-|z|) stands on both sides: on the right, for z > 0, the slope is 1.
    exponent-sign: np.exp(low) -> np.exp(-z)
        The sign in the exponent is wrong: on the left the slope fades as z falls, so it is eᶻ,
        not e⁻ᶻ.
    sign: alpha * np.exp(low) -> -alpha * np.exp(low)
        The sign is wrong: ELU rises on the left too, so its slope is positive.
    factor-z: alpha * np.exp(low) -> alpha * z * np.exp(low)
        eᶻ is no power of z: it is its own derivative, so no factor z comes down.
    exponent-minus-1: np.exp(low) -> np.exp(low - 1)
        eᶻ is no power of z: it is its own derivative, and the exponent stays z, not z - 1.
    power-rule: alpha * np.exp(low) -> alpha * z * np.exp(low - 1)
        The rule for powers, z·e^(z - 1), does not hold here: eᶻ is its own derivative.
    alpha-in-exponent: alpha * np.exp(low) -> np.exp(alpha * low)
        alpha stands in the exponent: it is a factor, alpha·eᶻ.
    alpha-in-both: np.exp(low) -> np.exp(alpha * low)
        alpha stands in the exponent as well: it is a factor only, alpha·eᶻ.
    alpha-squared: alpha * np.exp(low) -> alpha**2 * np.exp(low)
        alpha stands twice: on the left the slope is alpha·eᶻ, with one factor alpha.
    exponential-squared: np.exp(low) -> np.exp(low) ** 2
        The exponential is squared: on the left the slope is alpha·eᶻ.
    exponential-halved: np.exp(low) -> np.exp(low / 2)
        z is halved in the exponent: on the left the slope is alpha·eᶻ.
    power-of-2: np.exp -> np.exp2
        That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.
    selu: = 1.0507009873554805 * np.where(z > 0, 1.0, alpha * np.exp(low))
        That is SELU's derivative: ELU has no factor λ = 1.0507.
    leaky: alpha * np.exp(low) -> alpha
        On the left stands the slope alpha of a leaky ReLU: ELU bends there, alpha·eᶻ.
        (`np.maximum(z, 0)` cuts off the negative side; `np.minimum(z, 0)` keeps it.)
    exponential-missing: alpha * np.exp(low) -> alpha * low
        The exponential is missing on the left: alpha·eᶻ, not alpha·z.
    cut-on-the-left: np.minimum(z, 0) -> np.clip(z, -1, 0)
        z is cut off at -1 too, so that the slope stays the same from there on. Only the positive
        side is to be cut off: eᶻ goes on falling.
    min-along-axis: np.exp(low) -> np.exp(np.min(z, 0))
        `np.min(z, 0)` is the smallest along axis 0: one number for a whole vector, or for a
        column of a table. `np.minimum(z, 0)` goes entry by entry.
    smaller-of-both: = np.minimum(1, alpha * np.exp(low))
        The smaller of 1 and alpha·eᶻ is taken. With an alpha below 1 that may be less than 1 on
        the right, with one above 1 it is cut off on the left. Choose by the sign of z.
    smaller-overflow: = np.minimum(1, alpha * np.exp(z))
        The smaller of 1 and alpha·eᶻ is taken, and eᶻ overflows for large z. The kink is at z =
        0, not where the two are equal: choose by the sign of z.
    zero-on-the-right: 1.0, -> 0,
        On the right stands 0: there ELU is z, whose slope is 1.
    alpha-added: alpha * np.exp(low) -> alpha + np.exp(low)
        alpha is added to the exponential: it is a factor, alpha·eᶻ.
    subtracted-from-alpha: alpha * np.exp(low) -> alpha - np.exp(low)
        The exponential is subtracted from alpha: the slope is the product alpha·eᶻ.
    alpha-subtracted: alpha * np.exp(low) -> np.exp(low) - alpha
        alpha is subtracted from the exponential: the slope is the product alpha·eᶻ.
    divided-by-alpha: alpha * np.exp(low) -> np.exp(low) / alpha
        The exponential is divided by alpha: it is to be multiplied, alpha·eᶻ.
    relu: alpha * np.exp(low) -> 0
        On the left stands 0: that is ReLU's slope.
    one-everywhere: = np.ones(z.shape)
        The slope is 1 everywhere: so it is on the right only. On the left ELU bends, alpha·eᶻ.
    z-on-the-right: 1.0, -> z,
        The right side gives z: that is ELU; its slope there is 1.
    sigmoid: = 1 / (1 + np.exp(-z))
        That is the sigmoid. The slope of ELU is 1 on the right and alpha·eᶻ on the left.
    z-changed:
    - low = np.minimum(z, 0)
    - return np.where(z > 0, 1.0, alpha * np.exp(low))
    + right = z > 0
    + z[...] = alpha * np.exp(np.minimum(z, 0))
    + z[right] = 1
    + return z
        The argument z is changed: what is written into z is written into the caller's array.
        Make a new one.
    one-truth: = 1.0 if z > 0 else alpha * np.exp(z)
        {ONE_TRUTH}
    loop-over-rows: = np.array([1.0 if v > 0 else alpha * np.exp(v) for v in z])
        {LOOP_OVER_ROWS}
    math-module: np.exp(low) -> math.exp(z)
        {MATH_MODULE}
    cut-to-integers: = np.where(z > 0, 1.0, alpha * np.exp(low)).astype(z.dtype)
        {CUT}
    """,
    math=math,
)

TASK = Task(
    "elu_prime",
    points=2,
    taught_in="For the curious: ten activations",
    reference=elu_prime,
    cases=parameter_cases("alpha", (0.5, 1, 1.67326, 2), 1.3),
    mistakes=SLIPS,
    faster=CHOOSE_AT_ONCE,
    hints=(
        "Which entries of z make `np.exp` overflow, and does the result need the exponential "
        "there?",
        "Before you take the exponential, replace the positive entries by something harmless, such "
        "as 0. `np.minimum` of two arrays, or of an array and a number, takes the smaller, entry "
        "by entry.",
        "Now choose with `np.where`: 1 where z is positive (not where it is 0), alpha times that "
        "exponential elsewhere.",
    ),
)
