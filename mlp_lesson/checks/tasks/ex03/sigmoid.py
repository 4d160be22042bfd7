"""The sigmoid, with an exponent that is never positive."""

import math

import numpy as np

from ...engine.slips import slips
from ...engine.task import Invariant, Task
from ._shared import CUT, LOOP_OVER_ROWS, MATH_MODULE, NO_LOOP, ONE_TRUTH, function_cases


def sigmoid(z):
    """σ(z) = 1 / (1 + e⁻ᶻ) for every entry of z, without overflow."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


SLIPS = slips(
    sigmoid,
    f"""
    zero-left-out: np.where(z >= 0, 1, e) -> ((z > 0) + (z < 0) * e)
        At z = 0 the result is 0: it falls between your two conditions, z > 0 and z < 0. One of
        them must take it in.
    left-flat: -np.abs(z) -> -np.maximum(z, 0)
        On the left the result stays at 1/2: z is cut off at 0 before the exponential. Each side
        needs its own form.
    brackets-in-both: / (1 + e) -> / 1 + e
        Brackets are missing around a denominator: `1 / 1 + e` divides first and adds then.
    overflow: = 1 / (1 + np.exp(-z))
        The values are right, but `np.exp` overflows far out. Keep every exponent at 0 or below,
        also in a branch that `np.where` computes and then throws away.
    overflow-nan: = np.exp(z) / (1 + np.exp(z))
        For large z this is inf / inf, which is nan: eᶻ overflows beyond 709. Keep every
        exponent at 0 or below.
    sign: = 1 / (1 + np.exp(z))
        The sign in the exponent is wrong: this falls from 1 to 0 where the sigmoid rises. It is
        σ(-z) = 1 - σ(z).
    sides-exchanged: z >= 0 -> z < 0
        This falls from 1 to 0 where the sigmoid rises: it is σ(-z). The two sides are
        exchanged, or the sign of z is turned round.
    sign-nan: = np.exp(-z) / (1 + np.exp(-z))
        That is 1 - σ(z): e⁻ᶻ stands above the line, where 1 is meant. (And far to the left it
        is inf / inf.)
    brackets: = 1 / 1 + np.exp(-z)
        Brackets are missing: `1 / 1 + x` is (1/1) + x. Put the whole sum below the line.
    one-plus-missing: = 1 / np.exp(-z)
        The exponential stands alone below the line: 1/e⁻ᶻ is eᶻ. The 1 + is missing.
    minus-for-plus: = 1 / (1 - np.exp(-z))
        A minus stands where a plus belongs: 1 - e⁻ᶻ is 0 at z = 0, and the function breaks
        there.
    minus-for-plus-safe: / (1 + e) -> / (1 - e)
        A minus stands where a plus belongs: below the line stands 1 + e, not 1 - e.
    exponential-missing: = 1 / (1 - z)
        The exponential is missing: below the line stands 1 + e⁻ᶻ, not 1 - z.
    squared: = 1 / (1 + np.exp(-z)) ** 2
        That is σ squared: the sum 1 + e⁻ᶻ stands below the line once.
    z-squared: = 1 / (1 + np.exp(-(z**2)))
        z is squared in the exponent, so both sides become alike. It is -z.
    right-form-only: np.where(z >= 0, 1, e) -> 1
        That is the form for z >= 0, used on both sides: e^(-|z|) makes it even, so it never
        falls below 1/2. On the left the numerator is another one.
    left-form-only: np.where(z >= 0, 1, e) -> e
        That is the form for z < 0, used on both sides: it never rises above 1/2. On the right
        the numerator is another one.
    tanh: = np.tanh(z)
        That is tanh: it runs from -1 to 1, the sigmoid from 0 to 1.
    tanh-half: = np.tanh(z / 2)
        That is (1 - e⁻ᶻ)/(1 + e⁻ᶻ) = tanh(z/2), which runs from -1 to 1. The sigmoid runs from
        0 to 1.
    tanh-not-raised: = np.tanh(z / 2) / 2
        tanh(z/2)/2 runs from -1/2 to 1/2: the 1 is missing in (1 + tanh(z/2))/2.
    tanh-half-brackets: = 1 + np.tanh(z / 2) / 2
        Brackets are missing: (1 + tanh(z/2))/2 halves the whole sum.
    threshold: = np.where(z > 0, 1.0, 0.0)
        That is the threshold: 0 or 1, with nothing in between. The sigmoid rises smoothly.
    ramp: = np.clip(z, 0, 1)
        That is a ramp, z cut off at 0 and 1. The sigmoid bends, and is 1/2 at z = 0.
    hard-sigmoid: = np.clip(0.2 * z + 0.5, 0, 1)
        That is the hard sigmoid, straight lines that only look like it. The exponential is
        asked for.
    relu: = np.maximum(z, 0)
        That is ReLU, max(z, 0). The sigmoid stays between 0 and 1.
    softplus: = np.maximum(z, 0) + np.log1p(e)
        That is softplus, ln(1 + eᶻ). Its *slope* is the sigmoid.
    softsign: = z / (1 + np.abs(z))
        That is z/(1 + |z|), from -1 to 1. The sigmoid is made with an exponential.
    gaussian: = np.exp(-(z**2))
        That is a bell, e^(-z²): it rises and falls again. The sigmoid only rises.
    derivative: np.where(z >= 0, 1, e) / (1 + e) -> e / (1 + e) ** 2
        That is the sigmoid's derivative, σ(1 - σ). The function itself is asked for.
    softmax: = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        That is softmax over the whole array: the entries share a total of 1. A sigmoid looks at
        each entry alone.
    power-of-2: np.exp -> np.exp2
        That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.
    twice-as-steep: -np.abs(z) -> -2 * np.abs(z)
        That is σ(2z), twice as steep as σ(z): the exponent carries a factor 2, or tanh takes z
        where z/2 is meant.
    half-as-steep: -np.abs(z) -> -np.abs(z) / 2
        The exponent is halved: that is σ(z/2), half as steep as σ(z).
    applied-twice:
    - e = np.exp(-np.abs(z))
    + z = 1 / (1 + np.exp(-z))
    + e = np.exp(-np.abs(z))
        The sigmoid is applied twice: that is σ(σ(z)). Once is enough.
    cut-at-10: = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
        z is cut off at ±10 before the exponential: σ(10) differs from 1 in the fifth digit. A
        cut must lie much further out, or the formula must need none.
    nan-to-0: = np.nan_to_num(np.exp(z) / (1 + np.exp(z)))
        Far to the right the result is 0, where 1 is right: `np.nan_to_num` turns the nan of
        inf / inf into 0. Write the formula so that no nan comes up.
    z-changed:
    - e = np.exp(-np.abs(z))
    - return np.where(z >= 0, 1, e) / (1 + e)
    + z *= -1
    + return 1 / (1 + np.exp(z))
        The argument z is changed: `z *= -1` writes into the caller's array. Write `-z`.
    one-truth: np.where(z >= 0, 1, e) -> (1 if z >= 0 else e)
        {ONE_TRUTH}
    loop-over-rows:
    - e = np.exp(-np.abs(z))
    - return np.where(z >= 0, 1, e) / (1 + e)
    + e = [np.exp(-v) if v >= 0 else np.exp(v) for v in z]
    + return np.array([(1 if v >= 0 else e[i]) / (1 + e[i]) for i, v in enumerate(z)])
        {LOOP_OVER_ROWS}
    math-module: = 1 / (1 + math.exp(-z))
        {MATH_MODULE}
    cut-to-integers: = (np.where(z >= 0, 1, e) / (1 + e)).astype(z.dtype)
        {CUT}
    """,
    math=math,
)


def falls_to_the_end(args, value):
    """False where the two smallest z have the same value, a small one."""
    z, value = args[0], np.asarray(value)
    if value.shape != z.shape or np.ptp(z) == 0:
        return True
    first, second = value.ravel()[z.ravel().argsort()[:2]]
    return not (first == second and 1e-9 < first < 0.1)


TASK = Task(
    "sigmoid",
    points=1,
    taught_in="The sigmoid",
    reference=sigmoid,
    cases=function_cases,
    mistakes=SLIPS,
    invariants=[
        Invariant(
            "cut-off-early",
            "Far to the left the result stays at a small number instead of going on to 0: z is cut "
            "off (clipped) too early, or something small is added.",
            falls_to_the_end,
        )
    ],
    faster=NO_LOOP,
    hints=(
        "For which z is the exponent of e⁻ᶻ positive? For those, multiply the fraction above and "
        "below by eᶻ.",
        "You now have two forms, 1/(1 + e⁻ᶻ) for z >= 0 and eᶻ/(1 + eᶻ) for z < 0. In both of them "
        "the exponent is -|z|.",
        "So compute the exponential of minus the absolute value once, and call it e. The fraction "
        "is 1 over 1 + e on one side and e over 1 + e on the other.",
    ),
)
