"""Softplus, with the larger of its two terms taken out of the logarithm."""

import math

import numpy as np

from ...engine.slips import slips
from ...engine.task import Invariant, Task
from ._shared import CUT, LOOP_OVER_ROWS, NO_LOOP, ONE_TRUTH, function_cases


def softplus(z):
    """ln(1 + eᶻ) for every entry of z, without overflow."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


SLIPS = slips(
    softplus,
    f"""
    overflow: = np.log(1 + np.exp(z))
        eᶻ overflows beyond 709, and ln of infinity is infinity where z is the answer. Take the
        larger exponential out of the logarithm first.
    overflow-unused: = np.where(z > 30, z, np.log1p(np.exp(z)))
        The values are right, but NumPy warns: `np.where` computes both branches everywhere, so
        eᶻ overflows although it is not used there. Keep every exponent at 0 or below.
    cut-off: = np.log1p(np.exp(np.minimum(z, 700)))
        The exponent is cut off, so that nothing overflows, but beyond the cut the result stays
        where it is. It must go on as z does.
    nan-to-0: = np.nan_to_num(np.log1p(np.exp(z)), posinf=0)
        Far to the right the result is 0: `np.nan_to_num` hides the overflow, but z is the
        answer there. Write the formula so that no infinity comes up.
    logarithm-missing: = 1 + np.exp(z)
        The ln is missing, a misprint found in tables: 1 + eᶻ grows without measure; softplus
        follows z.
    log2: = np.log2(1 + np.exp(z))
        That is log2; ln, the natural logarithm `np.log`, is meant.
    log10: = np.log10(1 + np.exp(z))
        That is log10; ln, the natural logarithm `np.log`, is meant.
    relu: = np.maximum(z, 0)
        That is ReLU: softplus rounds its corner off, with ln(1 + e^(-|z|)) on top.
    overflow-left: = z + np.log1p(np.exp(-z))
        z + ln(1 + e⁻ᶻ) is right, but it is safe only for positive z: for negative ones e⁻ᶻ
        overflows.
    z-on-both: np.maximum(z, 0) -> z
        z is added on both sides. On the left, where z is negative, nothing is to be added:
        max(z, 0).
    abs-on-both: np.maximum(z, 0) -> np.abs(z)
        |z| is added on both sides. On the left nothing is to be added: max(z, 0).
    max-missing: = np.log1p(np.exp(-np.abs(z)))
        The max(z, 0) is missing: ln(1 + e^(-|z|)) alone is even, and falls on the right.
    exponent-sign: -np.abs(z) -> np.abs(z)
        The sign in the exponent is wrong: with e^(|z|) it overflows on both sides; e^(-|z|)
        never does.
    max-twice: -np.abs(z) -> z
        max(z, 0) is added to the whole of ln(1 + eᶻ), which has it in it already. What is left
        to add is ln(1 + e^(-|z|)).
    max-without-abs: -np.abs(z) -> -z
        The |z| is missing: beside max(z, 0) stands ln(1 + e^(-|z|)). With e⁻ᶻ the left side is
        wrong, and overflows.
    minus-z: = np.log(1 + np.exp(-z))
        That is softplus of -z: the sign in the exponent is wrong.
    minus-z-safe: np.maximum(z, 0) -> np.maximum(-z, 0)
        That is softplus of -z: max(-z, 0) stands where max(z, 0) is meant, or min for max.
    min-for-max: np.maximum(z, 0) -> np.minimum(z, 0)
        min(z, 0) stands where max(z, 0) is meant: the result must follow z on the right and go
        to 0 on the left.
    negative-of-minus-z: = np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))
        That is ln σ(z), which is minus softplus of -z: max and plus stand where you have min and
        minus.
    one-twice: np.exp(-np.abs(z)) -> 1 + np.exp(-np.abs(z))
        1 is added twice: `np.log1p(x)` is ln(1 + x) already.
    one-twice-overflow: = np.log1p(1 + np.exp(z))
        1 is added twice, `np.log1p(x)` is ln(1 + x) already; and eᶻ overflows for large z.
    log-for-log1p: np.log1p -> np.log
        The 1 is missing in the logarithm: ln(1 + x) is `np.log1p(x)`, not `np.log(x)`.
    logarithm-of-bracket-missing: np.log1p(np.exp(-np.abs(z))) -> np.exp(-np.abs(z))
        The logarithm is missing in the second part: max(z, 0) + ln(1 + e^(-|z|)).
    exponential-missing-safe: np.exp(-np.abs(z)) -> np.abs(z)
        The exponential is missing in the second part: ln(1 + e^(-|z|)), not ln(1 + |z|).
    largest-of-all:
    - return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    + largest = max(z.max(), 0)
    + return largest + np.log(np.exp(-largest) + np.exp(z - largest))
        The largest z of the whole array is taken out of every logarithm: entries far below it
        are lost. Each entry needs its own, max(z, 0).
    minus-inside: = np.log(1 - np.exp(z))
        A minus stands in the logarithm: 1 - eᶻ is negative for positive z, and has no
        logarithm. It is 1 + eᶻ.
    exponential-missing: = np.log(1 + z)
        The exponential is missing: that is ln(1 + z), which breaks for negative z.
    exponential-alone: = np.exp(z)
        The logarithm and the 1 are missing: eᶻ grows without measure.
    one-outside: = z + 1
        The 1 stands outside the logarithm: ln(eᶻ) + 1 is z + 1. Put the whole sum 1 + eᶻ in the
        brackets.
    one-added-after: = 1 + np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0)
        A 1 is added to the result: the 1 of ln(1 + eᶻ) stands inside the logarithm only.
    logaddexp-1: = np.logaddexp(1, z)
        `np.logaddexp(a, b)` is ln(eᵃ + eᵇ): the 1 is e⁰, so it wants 0 there, not 1.
    log2-mixed: np.log1p(np.exp(-np.abs(z))) -> np.log2(1 + np.exp(-np.abs(z)))
        log2 is mixed with z, which wants ln, the natural logarithm: `np.log` or `np.log1p`.
    log10-mixed: np.log1p(np.exp(-np.abs(z))) -> np.log10(1 + np.exp(-np.abs(z)))
        log10 is mixed with z, which wants ln, the natural logarithm: `np.log` or `np.log1p`.
    max-along-axis: np.maximum -> np.max
        `np.max(z, 0)` is the largest along axis 0: one number for a whole vector, or for a
        column of a table. `np.maximum(z, 0)` goes entry by entry.
    minus-between: np.maximum(z, 0) + -> np.maximum(z, 0) -
        There is a minus between the two parts: max(z, 0) *plus* ln(1 + e^(-|z|)).
    times-between: np.maximum(z, 0) + -> np.maximum(z, 0) *
        The two parts are multiplied: max(z, 0) *plus* ln(1 + e^(-|z|)).
    zero-on-the-left: = np.where(z > 0, z + np.log1p(np.exp(-np.abs(z))), 0)
        0 is taken for every negative z, as in ReLU. On the left side ln(1 + eᶻ) is small but
        not 0: near z = 0 it is up to ln 2 = 0.69.
    z-on-the-right: = np.where(z > 0, z, np.log1p(np.exp(-np.abs(z))))
        z alone is taken for every positive z. That is right only far out: near 0 the rest,
        ln(1 + e⁻ᶻ), is up to ln 2 = 0.69.
    logarithm-of-exponential: = np.log(np.exp(z))
        Brackets are missing, or the 1: ln(eᶻ) is z again. It is ln of the sum 1 + eᶻ.
    power-of-2: np.exp -> np.exp2
        That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.
    derivative: = 1 / (1 + np.exp(-z))
        That is softplus's derivative, the sigmoid. The function is asked for.
    tanh: = np.tanh(z)
        That is tanh. Softplus is ln(1 + eᶻ), which follows z on the right.
    z-changed:
    - return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    + e = np.exp(-np.abs(z))
    + np.maximum(z, 0, out=z)
    + return z + np.log1p(e)
        The argument z is changed: `out=z`, or a `+=`, writes into the caller's array.
    one-truth: np.maximum(z, 0) -> (z if z > 0 else 0)
        {ONE_TRUTH}
    loop-over-rows:
    - return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    + e = [np.exp(-v) if v > 0 else np.exp(v) for v in z]
    + return np.array([(v if v > 0 else 0) + np.log1p(e[i]) for i, v in enumerate(z)])
        {LOOP_OVER_ROWS}
    math-module: = math.log1p(math.exp(z))
        `max` and the functions of `math` take single numbers. `np.maximum`, `np.log1p` and
        `np.exp` take whole arrays.
    cut-to-integers: = (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))).astype(z.dtype)
        {CUT}
    """,
    math=math,
)


def goes_on(args, value):
    """False where the two largest z have the same finite value, and one that is not small."""
    z, value = args[0], np.asarray(value)
    if value.shape != z.shape or np.ptp(z) == 0:
        return True
    first, second = value.ravel()[z.ravel().argsort()[-2:]]
    return not (first == second and 2 < first < np.inf)


TASK = Task(
    "softplus",
    points=2,
    taught_in="For the curious: ten activations",
    reference=softplus,
    cases=function_cases,
    mistakes=SLIPS,
    invariants=[
        Invariant(
            "clipped",
            "Far to the right the result stops growing: z is clipped (cut off) on its way. It must "
            "go on as z does.",
            goes_on,
        )
    ],
    faster=NO_LOOP,
    hints=(
        "For positive z write 1 + eᶻ as eᶻ times a bracket. What is the logarithm of a product?",
        "ln(1 + eᶻ) = z + ln(1 + e⁻ᶻ). For positive z use the right side, for negative z the left "
        "one: then no exponent is positive.",
        "Both are one formula: what stands before the logarithm is z or 0, whichever is larger, "
        "and the exponent is minus the absolute value of z in both.",
    ),
)
