"""The slope of the sigmoid, as a function of z."""

import math

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Task
from ._shared import (
    BY_ENTRY,
    CUT,
    MATH_MODULE,
    NEIGHBOURS,
    NO_LOOP,
    ONE_TRUTH,
    WRITES_INTO_Z,
    function_cases,
)


def sigmoid_prime(z):
    """σ'(z) for every entry of z."""
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


SLIPS = slips(
    sigmoid_prime,
    f"""
    brackets: = sigmoid(z) * 1 - sigmoid(z)
        The result is 0 everywhere: brackets are missing, `s * 1 - s` multiplies first.
    z-for-output: = z * (1 - z)
        z(1 - z) takes z for the sigmoid's *output*. Here z is the input: compute s = σ(z)
        first, then s(1 - s).
    applied-twice:
    - e = np.exp(-np.abs(z))
    + z = sigmoid(z)
    + e = np.exp(-np.abs(z))
        The sigmoid is applied twice: s = σ(z) is the output already; s(1 - s) takes it as it
        is.
    function: = sigmoid(z)
        That is the sigmoid itself. Its slope is asked for.
    first-factor-missing: = 1 - sigmoid(z)
        That is 1 - σ(z): the factor σ(z) is missing.
    squared: = sigmoid(z) ** 2
        That is σ², not σ(1 - σ).
    second-factor-twice: = (1 - sigmoid(z)) ** 2
        That is (1 - σ)², not σ(1 - σ).
    plus-for-minus: = sigmoid(z) * (1 + sigmoid(z))
        A plus stands where a minus belongs: σ(1 + σ) grows to 2, but the slope of the sigmoid
        is never above 1/4.
    tanh-pattern: = 1 - sigmoid(z) ** 2
        1 - σ² is the pattern of tanh, whose derivative is 1 - tanh². The sigmoid has
        σ - σ² = σ(1 - σ).
    tanh-slope: = 1 - np.tanh(z) ** 2
        That is the derivative of tanh, not of the sigmoid.
    sign: = -e / (1 + e) ** 2
        The sign is wrong: the sigmoid rises everywhere, so its slope is positive everywhere. It
        is σ(1 - σ), not σ(σ - 1).
    sign-of-z: = np.sign(z) * e / (1 + e) ** 2
        The slope is multiplied by the sign of z: the sigmoid rises on both sides, so its slope
        is positive on both, and 1/4 at 0.
    neighbours: = np.gradient(sigmoid(z))
        {NEIGHBOURS}σ(1 - σ).
    factor-z: = z * e / (1 + e) ** 2
        There is a factor z too much: no z comes down, σ(1 - σ) is all.
    output-and-input: = sigmoid(z) * (1 - z)
        σ(z)(1 - z) mixes the output with the input: both factors are made of the output.
    input-and-output: = z * (1 - sigmoid(z))
        z(1 - σ(z)) has the input z as its first factor. It is the output: σ(z)(1 - σ(z)).
    inner-slope-missing: = -(sigmoid(z) ** 2)
        That is the derivative of 1/(1 + x): the exponential inside is not differentiated. Its
        slope is one more factor (the chain rule).
    square-inside: = sigmoid(z) - sigmoid(z**2)
        The square is at the wrong place: σ(z)², not σ(z²).
    second-derivative: = e / (1 + e) ** 2 * (1 - 2 * sigmoid(z))
        That is σ(1 - σ)(1 - 2σ), the slope of the slope. The first derivative is σ(1 - σ).
    one-minus-twice: = 1 - 2 * sigmoid(z)
        1 - 2σ is the derivative of σ - σ² *with respect to σ*. The slope itself is σ - σ².
    quotient: = sigmoid(z) / (1 - sigmoid(z))
        A division stands where a product is meant: σ times (1 - σ), not σ/(1 - σ).
    factors-added: = sigmoid(z) + (1 - sigmoid(z))
        The two factors are added, which gives 1 everywhere: multiply them.
    factors-subtracted: = sigmoid(z) - (1 - sigmoid(z))
        One factor is subtracted from the other: multiply them, σ times (1 - σ).
    tanh: = np.tanh(z)
        That is tanh. The slope of the sigmoid is asked for, σ(1 - σ).
    threshold: = np.where(z > 0, 1.0, 0.0)
        That is the slope of ReLU, 0 or 1. The slope of the sigmoid is a hill, σ(1 - σ).
    relu: = np.maximum(z, 0)
        That is ReLU, max(z, 0). The slope of the sigmoid is asked for, σ(1 - σ).
    gaussian: = np.exp(-(z**2))
        That is a bell, e^(-z²), which only looks alike. The slope of the sigmoid is σ(1 - σ).
    overflow-left: = np.exp(-z) / (1 + np.exp(-z)) ** 2
        For very negative z this is inf / inf, which is nan: e⁻ᶻ overflows. Use e^(-|z|), or a
        sigmoid that is safe.
    overflow-right: = np.exp(z) / (1 + np.exp(z)) ** 2
        For large z this is inf / inf, which is nan: eᶻ overflows. Use e^(-|z|), or a sigmoid
        that is safe.
    unsafe-sigmoid: = 1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z)))
        The values are right, but `np.exp` overflows far out and NumPy warns: build it on a
        sigmoid that is safe, or on e^(-|z|).
    exponent-sign: -np.abs(z) -> np.abs(z)
        With e^(|z|) the exponential overflows far out, on both sides, and inf / inf is nan. The
        exponent is -|z|.
    quarter-missing: = 1 - np.tanh(z / 2) ** 2
        A factor 1/4 is missing: with t = tanh(z/2) the slope is (1 - t²)/4.
    double-z:
    - e = np.exp(-np.abs(z))
    + e = np.exp(-2 * np.abs(z))
        The exponent carries a factor 2: that is the slope at 2z, not at z.
    square-missing: (1 + e) ** 2 -> (1 + e)
        The square is missing: below the line stands (1 + e)².
    square-of-e-only: (1 + e) ** 2 -> (1 + e**2)
        The square belongs to the whole bracket: (1 + e)², not 1 + e².
    doubled-not-squared: (1 + e) ** 2 -> ((1 + e) * 2)
        The bracket is doubled, where its square is meant: `** 2`, not `* 2`.
    numerator-1: = 1 / (1 + e) ** 2
        The numerator is 1 where e^(-|z|) is meant: the chain rule leaves the exponential above
        the line.
    minus-below: (1 + e) ** 2 -> (1 - e) ** 2
        A minus stands where a plus belongs: below the line stands (1 + e)².
    brackets-below: e / (1 + e) ** 2 -> e / 1 + e ** 2
        Brackets are missing: `e / 1 + e ** 2` divides first. Below the line stands (1 + e)².
    matrix-product: = sigmoid(z) @ (1 - sigmoid(z))
        {BY_ENTRY}
    z-changed: np.abs(z) -> np.abs(z, out=z)
        {WRITES_INTO_Z}
    one-truth: np.exp(-np.abs(z)) -> np.exp(-z) if z >= 0 else np.exp(z)
        {ONE_TRUTH}
    math-module: np.exp(-np.abs(z)) -> math.exp(-abs(z))
        {MATH_MODULE}
    cut-to-integers: = (e / (1 + e) ** 2).astype(z.dtype)
        {CUT}
    """,
    math=math,
    sigmoid=sigmoid,
)

TASK = Task(
    "sigmoid_prime",
    points=1,
    taught_in="The sigmoid",
    reference=sigmoid_prime,
    cases=function_cases,
    mistakes=SLIPS,
    faster=NO_LOOP,
    hints=(
        "At z = 0 the result is 1/4. What does your formula give there?",
        "First the output s of the sigmoid for this z, then a product of two factors made of s.",
        "The factors are s and what is missing from s to 1. Call `sigmoid` once, and keep its "
        "result in a name.",
    ),
)
