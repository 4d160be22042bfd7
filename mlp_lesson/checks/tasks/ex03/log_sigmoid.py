"""The logarithm of the sigmoid, without ever taking the logarithm of 0."""

import math

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from ._shared import CUT, LOOP_OVER_ROWS, MATH_MODULE, NO_LOOP, ONE_TRUTH, function_cases


def log_sigmoid(z):
    """ln σ(z) = min(z, 0) - ln(1 + e^(-|z|)) for every entry of z."""
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def cases(rng):
    tiny = Case((np.array([20.0, 25.0, 35.0, 40.0, 60.0]),), "on the right, where it is nearly 0")
    return [*function_cases(rng), tiny]


SLIPS = slips(
    log_sigmoid,
    f"""
    log-of-zero: = np.log(sigmoid(z))
        σ(z) is safe, but far to the left it is rounded to 0, and the logarithm of 0 is infinite.
        Take the logarithm on paper first: write the whole without the sigmoid.
    overflow: = np.log(1 / (1 + np.exp(-z)))
        e⁻ᶻ overflows far to the left, and what is left of σ there is 0. ln of a fraction is minus
        ln of what stands below the line; then keep the exponent at 0 or below.
    overflow-left: = -np.log1p(np.exp(-z))
        Right, but not finite far to the left, where z is the answer: e⁻ᶻ overflows there in
        -ln(1 + e⁻ᶻ), and 1 - σ(-z) is rounded to 0. For negative z take eᶻ out of the fraction, so
        that no exponent is positive.
    overflow-right: = z - np.log1p(np.exp(z))
        z - ln(1 + eᶻ) is right, but it is safe only for negative z: far to the right eᶻ
        overflows, and infinity minus infinity is nan.
    log-for-log1p: np.log1p(np.exp(-np.abs(z))) -> np.log(1 + np.exp(-np.abs(z)))
        Nearly all is right, but far to the right 1 + e⁻ᶻ is rounded to 1, and its logarithm to 0.
        `np.log1p(x)` is ln(1 + x) without that rounding.
    softplus-taken-off: = z - (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))
        Far to the right two nearly equal numbers cancel: z minus softplus(z) is rounded to 0. Minus
        softplus of *minus* z is the same on paper, and cancels nothing.
    zero-beyond-30: = np.where(z > 30, 0, np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z))))
        Far to the right it is set to 0. The result is tiny there, but not 0: `np.log1p` gives it
        for every z.
    both-sides-computed: = np.where(z >= 0, -np.log1p(np.exp(-z)), z - np.log1p(np.exp(z)))
        The values are right, but NumPy warns: `np.where` computes both sides everywhere, and each
        of them overflows where the other is chosen. With -|z| as exponent one formula does both.
    straight-lines: = np.minimum(z, 0) * 1.0
        Only min(z, 0) is there, two straight lines: ln(1 + e^(-|z|)) must be taken off, which is
        ln 2 at z = 0.
    logarithm-split: = z * 1.0
        What came out is z. Is ln(1 + e⁻ᶻ) written as ln 1 + ln e⁻ᶻ? The logarithm of a sum is no
        sum of logarithms.
    log2-in-the-part: np.log1p(np.exp(-np.abs(z))) -> np.log1p(np.exp(-np.abs(z))) / np.log(2)
        ln(1 + e^(-|z|)) is taken to the base 2; ln, the natural logarithm, is meant.
    log10-in-the-part: np.log1p(np.exp(-np.abs(z))) -> np.log1p(np.exp(-np.abs(z))) / np.log(10)
        ln(1 + e^(-|z|)) is taken to the base 10; ln, the natural logarithm, is meant.
    log-without-1: np.log1p -> np.log
        The 1 is missing in the logarithm: ln(1 + x) is `np.log1p(x)`, not `np.log(x)`.
    small-number: = np.log(sigmoid(z) + 1e-12)
        A small number is added before the logarithm. That hides ln 0: far to the left the result
        stays at about -27, where z is the answer. Take the logarithm on paper first.
    clipped: = -np.log1p(np.exp(-np.clip(z, -500, 500)))
        z is clipped (cut off), so that nothing overflows, but beyond the cut the result stays
        where it is. It must go on as z does.
    softplus: = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
        That is softplus, ln(1 + eᶻ). ln σ(z) is *minus* softplus of *minus* z.
    minus-softplus: = -np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))
        That is minus softplus of z, which is ln σ(-z), the logarithm of 1 - σ(z). Softplus of -z
        is meant.
    sign: = np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))
        The sign is wrong: that is softplus of -z, which is minus ln σ(z). The logarithm of a
        number below 1 is negative.
    max-for-min: np.minimum -> np.maximum
        max(z, 0) stands where min(z, 0) is meant: the result must follow z on the *left*, and go to
        0 on the right.
    min-missing: = -np.log1p(np.exp(-np.abs(z)))
        The min(z, 0) is missing: -ln(1 + e^(-|z|)) alone is even, and goes to 0 on the left too.
    z-on-both: np.minimum(z, 0) -> z
        z is added on both sides. On the right, where z is positive, nothing is to be added:
        min(z, 0).
    minus-abs-on-both: np.minimum(z, 0) -> -np.abs(z)
        -|z| is added on both sides. On the right nothing is to be added: min(z, 0).
    min-along-axis: np.minimum -> np.min
        `np.min(z, 0)` is the smallest along axis 0: one number for a whole vector, or for a
        column of a table. `np.minimum(z, 0)` goes entry by entry.
    plus-between: - np.log1p -> + np.log1p
        There is a plus between the two parts: min(z, 0) *minus* ln(1 + e^(-|z|)).
    exponent-sign: -np.abs(z) -> np.abs(z)
        The sign in the exponent is wrong: e^(|z|) overflows on both sides; e^(-|z|) never does.
    abs-missing: np.exp(-np.abs(z)) -> np.exp(-z)
        The |z| is missing: beside min(z, 0) stands ln(1 + e^(-|z|)). With e⁻ᶻ the left side is
        wrong, and overflows.
    abs-missing-right: np.exp(-np.abs(z)) -> np.exp(z)
        min(z, 0) stands beside ln(1 + eᶻ): on the right, where z is positive, e⁻ᶻ belongs there,
        and eᶻ overflows. e^(-|z|) fits both sides.
    z-on-the-left: = np.where(z < 0, z, -np.log1p(np.exp(-np.abs(z))))
        z alone is taken for every negative z. That is right only far out: near 0 the rest,
        -ln(1 + eᶻ), is up to -ln 2 = -0.69.
    zero-on-the-right: = np.where(z < 0, z - np.log1p(np.exp(-np.abs(z))), 0)
        0 is taken for every positive z. The result is small there, but not 0: near z = 0 it is
        down to -ln 2 = -0.69.
    log10: = (np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))) / np.log(10)
        That is log10; ln, the natural logarithm `np.log`, is meant.
    log2: = (np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))) / np.log(2)
        That is log2; ln, the natural logarithm `np.log`, is meant.
    logarithm-missing: = sigmoid(z)
        The logarithm is missing: that is the sigmoid.
    slope: = 1 - sigmoid(z)
        That is 1 - σ(z), the slope of ln σ. The function itself is asked for.
    log-of-complement: = np.log(1 - sigmoid(z))
        That is ln(1 - σ(z)), the logarithm of the probability of a no; and it meets ln 0.
    nan-to-0: = np.nan_to_num(np.log(sigmoid(z)), neginf=0)
        Far to the left the result is 0: `np.nan_to_num` hides ln 0, but z is the answer there.
    z-changed:
    - return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    + e = np.exp(-np.abs(z))
    + np.minimum(z, 0, out=z)
    + return z - np.log1p(e)
        The argument z is changed: `out=z`, or a `-=`, writes into the caller's array.
    one-truth: np.minimum(z, 0) -> (z if z < 0 else 0)
        {ONE_TRUTH}
    loop-over-rows:
    - return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    + return np.array([(v if v < 0 else 0) - np.log1p(np.exp(-abs(v))) for v in z])
        {LOOP_OVER_ROWS}
    math-module: = math.log(1 / (1 + math.exp(-z)))
        {MATH_MODULE}
    cut-to-integers: = (np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))).astype(z.dtype)
        {CUT}
    sign-on-the-right: - np.log1p(np.exp -> + np.where(z < 0, -1, 1) * np.log1p(np.exp
        On the right the minus is missing: there it is *minus* ln(1 + e⁻ᶻ).
    sign-by-z: np.log1p(np.exp(-np.abs(z))) -> np.sign(z) * np.log1p(np.exp(-np.abs(z)))
        The logarithm changes its sign with z. It is taken off on both sides, at 0 as well.
    powers-of-2: = -np.logaddexp2(0, -z)
        That is made with powers of 2 and log2. The sigmoid is made with e: `np.logaddexp`.
    one-for-zero: = -np.logaddexp(1, -z)
        `np.logaddexp(1, -z)` is ln(e¹ + e⁻ᶻ). The 1 in ln(1 + e⁻ᶻ) is e⁰.
    logarithm-left-out: - np.log1p(np.exp(-np.abs(z))) -> - np.exp(-np.abs(z))
        e^(-|z|) stands where ln(1 + e^(-|z|)) is meant. The two are alike only far out.
    """,
    math=math,
    sigmoid=sigmoid,
)


def goes_on(args, value):
    """False where the two smallest z have the same finite value, and one that is not small."""
    z, value = args[0], np.asarray(value)
    if value.shape != z.shape or np.ptp(z) == 0:
        return True
    first, second = value.ravel()[z.ravel().argsort()[:2]]
    return not (first == second and -np.inf < first < -2)


def right_side(args, value):
    """What is returned for the largest z."""
    return np.ravel(value)[np.argmax(args[0])]


def no_number_is_added(args, value):
    return goes_on(args, value) or not 0 < right_side(args, value) < 0.1


def z_is_not_clipped(args, value):
    """False where it stops falling at a whole number: ln of a power of ten is none."""
    low = np.min(value)
    return goes_on(args, value) or abs(low - np.round(low)) > 1e-4


def probability_is_not_clipped(args, value):
    """False where it stops at a number that, added to 1, would make the logarithm positive."""
    return goes_on(args, value) or np.min(value) < -36 or right_side(args, value) > 0


def is_never_0(args, value):
    """False where it is right up to 1e-9, but 0 for a z beyond 30."""
    z, value = args[0], np.asarray(value)
    if value.shape != z.shape or not np.allclose(value, log_sigmoid(z), rtol=1e-6, atol=1e-9):
        return True
    return not (value[(z > 30) & (z < 700)] == 0).any()


TASK = Task(
    "log_sigmoid",
    points=2,
    taught_in="For the curious: ten activations",
    reference=log_sigmoid,
    cases=cases,
    mistakes=SLIPS,
    invariants=[
        Invariant(
            "number-added",
            "A small number is added before the logarithm: far to the left the result stops "
            "falling, far to the right it is above 0. Take the logarithm on paper first.",
            no_number_is_added,
        ),
        Invariant(
            "z-clipped",
            "Far to the left the result stops falling: z is clipped (cut off) there, or the result "
            "is. It must go on as z does.",
            z_is_not_clipped,
        ),
        Invariant(
            "probability-clipped",
            "Far to the left the result stops falling: the probability is clipped (cut off) before "
            "the logarithm. It must go on as z does: take the logarithm on paper first.",
            probability_is_not_clipped,
        ),
        Invariant(
            "stops-falling",
            "Far to the left the result stops falling: z or the probability is clipped (cut off), "
            "or a small number is added before the logarithm. It must go on as z does.",
            goes_on,
        ),
        Invariant(
            "zero-far-right",
            "Nearly all is right, but far to the right the result is exactly 0. Is 1 + e⁻ᶻ rounded "
            "to 1 (`np.log1p(x)` is ln(1 + x) without that), do two nearly equal numbers cancel, "
            "or is it set to 0 from some z on?",
            is_never_0,
        ),
    ],
    faster=NO_LOOP,
    hints=(
        "ln of a fraction is ln of what stands above minus ln of what stands below. You have "
        "written something very much like that in this exercise.",
        "ln σ(z) = -ln(1 + e⁻ᶻ), which is safe for positive z. For negative z multiply the "
        "fraction above and below by eᶻ: that gives z - ln(1 + eᶻ).",
        "Both are one formula: z or 0, whichever is *smaller*, minus ln(1 + e to the minus |z|). "
        "Use `np.log1p`.",
    ),
    atol=1e-30,
)
