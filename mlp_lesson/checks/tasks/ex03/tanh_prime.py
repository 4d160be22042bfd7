"""The slope of tanh, as a function of z."""

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
    WRITES_INTO_Z,
    function_cases,
)


def tanh_prime(z):
    """tanh'(z) for every entry of z."""
    return 1 - np.tanh(z) ** 2


SLIPS = slips(
    tanh_prime,
    f"""
    z-for-output: = 1 - z**2
        1 - z² takes z for the *output* of tanh. Here z is the input: apply tanh first.
    square-missing: np.tanh(z) ** 2 -> np.tanh(z)
        The square is missing: tanh' = 1 - tanh².
    square-inside: np.tanh(z) ** 2 -> np.tanh(z**2)
        The square is at the wrong place: tanh(z)², not tanh(z²).
    applied-twice: np.tanh(z) -> np.tanh(np.tanh(z))
        tanh is applied twice: 1 - tanh(z)² is enough.
    twice-for-squared: np.tanh(z) ** 2 -> np.tanh(np.tanh(z))
        tanh is applied twice, where its square is meant: tanh² z is tanh(z) times tanh(z).
    doubled-not-squared: ** 2 -> * 2
        tanh is multiplied by 2, where its square is meant: `** 2`, not `* 2`.
    squared-difference: = (1 - np.tanh(z)) ** 2
        That is (1 - tanh)², not 1 - tanh².
    sign: = np.tanh(z) ** 2 - 1
        The sign is wrong: tanh rises everywhere, so its slope is never negative. It is
        1 - tanh², not tanh² - 1.
    neighbours: = np.gradient(np.tanh(z))
        {NEIGHBOURS}1 - tanh².
    plus-for-minus: 1 - -> 1 +
        A plus stands where a minus belongs: the slope of tanh is never above 1.
    sigmoid-pattern: = np.tanh(z) * (1 - np.tanh(z))
        t(1 - t) is the pattern of the sigmoid. For t = tanh(z) it is 1 - t².
    sigmoid-slope: = sigmoid(z) * (1 - sigmoid(z))
        That is the derivative of the sigmoid, not of tanh.
    sigmoid-squared: np.tanh(z) -> sigmoid(z)
        A sigmoid stands where tanh is meant: that is 1 - σ², not 1 - tanh².
    function: = np.tanh(z)
        That is tanh itself. Its slope is asked for.
    square-alone: = np.tanh(z) ** 2
        That is tanh². The slope is what is missing to 1.
    half-z: np.tanh(z) -> np.tanh(z / 2)
        That is 1 - tanh²(z/2), as comes out with the misprinted tanh, (1 - e⁻ᶻ)/(1 + e⁻ᶻ), or with
        4σ'(z) where 4σ'(2z) is meant. A factor 2 at z is missing.
    half-z-slope: = (1 - np.tanh(z / 2) ** 2) / 2
        That is the derivative of (1 - e⁻ᶻ)/(1 + e⁻ᶻ) = tanh(z/2), a misprint of tanh: its slope
        at 0 is 1/2, that of tanh is 1.
    half-z-plus: = 1 + np.tanh(z / 2) ** 2
        Two things: tanh is taken at z/2, and a plus stands where a minus belongs. It is
        1 - tanh(z)².
    double-z: np.tanh(z) -> np.tanh(2 * z)
        tanh is taken at 2z: that is 1 - tanh²(2z). Take it at z.
    factor-2: 1 - -> 1 - 2 *
        A factor 2 is too much: the square is not differentiated again. It is 1 - tanh².
    second-derivative: = -2 * np.tanh(z) * (1 - np.tanh(z) ** 2)
        -2·tanh·tanh' or 2·tanh·tanh' is the derivative of the square, so a slope of the slope.
        The first derivative is 1 - tanh².
    square-differentiated: = -2 * np.tanh(z)
        -2·tanh is the derivative of 1 - t² *with respect to t*. 1 - tanh² is the slope already:
        nothing is left to differentiate.
    plus-no-square: = 1 + np.tanh(z)
        A plus stands where a minus belongs, and the square is missing: it is 1 - tanh².
    cubed: ** 2 -> ** 3
        That is 1 - tanh³: the power is 2.
    factor-z: = z * (1 - np.tanh(z) ** 2)
        There is a factor z too much: no z comes down, 1 - tanh² is all.
    z-times-tanh: ** 2 -> * z
        tanh is multiplied by z, where it is to be multiplied by itself: 1 - tanh(z)².
    tan: np.tanh -> np.tan
        That is tan, the tangent of an angle: the hyperbolic one is `np.tanh`.
    tan-slope: = 1 / np.cos(z) ** 2
        That is 1/cos² = 1 + tan², the slope of tan, the tangent of an angle. That of tanh is
        1 - tanh².
    sine: np.tanh -> np.sin
        `np.sin` stands where `np.tanh` is meant: 1 - sin² is cos².
    hyperbolic-sine: np.tanh -> np.sinh
        `np.sinh` stands where `np.tanh` is meant: 1 - sinh² falls without end.
    arctanh: np.tanh -> np.arctanh
        That is arctanh, the inverse of tanh. Use `np.tanh`.
    arctan-slope: = 1 / (1 + z**2)
        That is 1/(1 + z²), the slope of arctan. That of tanh is 1 - tanh².
    gaussian: = np.exp(-(z**2))
        That is a bell, e^(-z²), which only looks alike. The slope of tanh is 1 - tanh².
    threshold: = np.where(z > 0, 1.0, 0.0)
        That is the slope of ReLU, 0 or 1. The slope of tanh is a hill, 1 - tanh².
    cosh-overflow: = 1 / np.cosh(z) ** 2
        The values are right, but cosh overflows far out and NumPy warns. `np.tanh` never does.
    cosh-not-squared: = 1 / np.cosh(z)
        That is 1/cosh(z): the square is missing.
    tanh-overflow: np.tanh(z) -> ((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))
        The tanh in it is made of eᶻ and e⁻ᶻ, which overflow: inf / inf is nan. `np.tanh` is
        written safely.
    matrix-product: = 1 - np.tanh(z) @ np.tanh(z)
        {BY_ENTRY}
    z-changed: np.tanh(z) -> np.tanh(z, out=z)
        {WRITES_INTO_Z}
    math-module: np.tanh -> math.tanh
        {MATH_MODULE}
    cut-to-integers: = (1 - np.tanh(z) ** 2).astype(z.dtype)
        {CUT}
    """,
    math=math,
    sigmoid=sigmoid,
)

TASK = Task(
    "tanh_prime",
    points=1,
    taught_in="Tanh",
    reference=tanh_prime,
    cases=function_cases,
    mistakes=SLIPS,
    faster=NO_LOOP,
    hints=(
        "At z = 0 the slope is 1, its largest value. Far out, on both sides, it goes to 0.",
        "Two steps: the output of tanh at z, then one minus its square.",
        "In Python a square is `** 2`. It belongs to the result of `np.tanh`, not to z.",
    ),
)
