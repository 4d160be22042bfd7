"""Exercise 03: activations and their slopes, for every z a float can hold."""

import math

import numpy as np

from ..activations import (
    elu,
    elu_prime,
    leaky_relu,
    sigmoid,
    sigmoid_prime,
    softmax,
    softplus,
    tanh_prime,
)
from .engine.old import Invariant, Mistake
from .engine.task import Case, Task

# ---- what several tasks share -----------------------------------------------------------------


def entry_by_entry(formula):
    """A Python loop over the entries; formula(number, *others) gives one value."""

    def loop(z, *others):
        result = np.zeros(np.shape(z))
        for i in np.ndindex(result.shape):
            result[i] = formula(z[i], *others)
        return result

    return loop


def cut_to_the_type_of_z(right):
    """The right values, written into an array that has the dtype of z."""

    def cut(z, *others):
        result = np.zeros_like(z)
        with np.errstate(invalid="ignore"):
            result[...] = np.asarray(right(z, *others)).astype(z.dtype)
        return result

    return cut


def function_cases(rng):
    """Arrays z for a function of one argument."""
    far = np.array([-1000.0, -800.0, -720.0, 720.0, 800.0, 1000.0])
    return [
        Case((rng.normal(size=5),), "a vector"),
        Case((rng.normal(scale=3, size=(3, 4)),), "a table"),
        Case((np.array([0.4]),), "one entry"),
        Case((np.array([0.0, -0.0]),), "exactly 0"),
        Case((np.array([-3, -1, 1, 2]),), "integers"),
        Case((far,), "beyond 700"),
        Case((rng.normal(scale=3, size=(800, 500)),), "400,000 entries", speed=True),
    ]


def parameter_cases(name, values, usual):
    """rng -> cases of a function of z and one parameter, called name, that takes these values."""

    def cases(rng):
        far = np.array([-1000.0, -800.0, -720.0, 720.0, 800.0, 1000.0])
        return [
            Case((rng.normal(size=6), usual), "a vector"),
            *(
                Case((rng.normal(scale=2, size=(2, 4)), value), f"{name} {value}")
                for value in values
            ),
            Case((np.array([-0.5]), usual), "one entry"),
            Case((np.array([0.0, -0.0]), 1.67), f"exactly 0, {name} 1.67"),
            Case((np.array([-3, -1, 0, 1, 2]), 0.3), "integers"),
            Case((far, usual), "beyond 700"),
            Case((rng.normal(scale=3, size=(800, 500)), usual), "400,000 entries", speed=True),
        ]

    return cases


ONE_TRUTH = (
    "`if`, `max` and `min` of Python want one truth value, but an array has many entries. Choose "
    "entry by entry, with `np.where`, `np.maximum` or `np.minimum`."
)
LOOP_OVER_ROWS = (
    "A loop over a table gives its rows, not its numbers, and a row has no single truth value. "
    "Choose for all entries at once, with `np.where`."
)
MATH_MODULE = (
    "The functions of the module `math` take one number only. Those of NumPy take a whole array."
)
CUT = (
    "Where z holds integers the results are cut to integers: `zeros_like(z)`, a copy of z or "
    "`astype(z.dtype)` takes over its dtype. Compute floats."
)
NO_LOOP = "Let NumPy work on the whole array: `np.exp(z)` does every entry in one call."


# ---- sigmoid ----------------------------------------------------------------------------------


def naive_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_by_if(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_in_place(z):
    z *= -1
    return 1 / (1 + np.exp(z))


def shares(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def sigmoid_by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.empty_like(z)
    right = z >= 0
    result[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    result[~right] = e / (1 + e)
    return result


SIGMOID = Task(
    "sigmoid",
    points=1,
    reference=sigmoid,
    cases=function_cases,
    mistakes=[
        Mistake(
            "At z = 0 the result is 0: it falls between your two conditions, z > 0 and z < 0. One "
            "of them must take it in.",
            lambda z: np.where(np.asarray(z) == 0, 0, sigmoid(z)),
        ),
        Mistake(
            "On the left the result stays at 1/2: z is cut off at 0 before the exponential. Each "
            "side needs its own form.",
            lambda z: 1 / (1 + np.exp(-np.maximum(z, 0))),
        ),
        Mistake(
            "Brackets are missing around a denominator: `1 / 1 + e` divides first and adds then.",
            lambda z: np.where(np.asarray(z) >= 0, 1, np.exp(-np.abs(z))) + np.exp(-np.abs(z)),
        ),
        Mistake(
            "The values are right, but `np.exp` overflows far out. Keep every exponent at 0 or "
            "below, also in a branch that `np.where` computes and then throws away.",
            naive_sigmoid,
        ),
        Mistake(
            "For large z this is inf / inf, which is nan: eᶻ overflows beyond 709. Keep every "
            "exponent at 0 or below.",
            lambda z: np.exp(z) / (1 + np.exp(z)),
        ),
        Mistake(
            "The sign in the exponent is wrong: this falls from 1 to 0 where the sigmoid rises. "
            "It is σ(-z) = 1 - σ(z).",
            lambda z: 1 / (1 + np.exp(z)),
        ),
        Mistake(
            "Brackets are missing: `1 / 1 + x` is (1/1) + x. Put the whole sum below the line.",
            lambda z: 1 / 1 + np.exp(-z),
        ),
        Mistake(
            "The exponential stands alone below the line: 1/e⁻ᶻ is eᶻ. The 1 + is missing.",
            lambda z: 1 / np.exp(-z),
        ),
        Mistake(
            "A minus stands where a plus belongs: 1 - e⁻ᶻ is 0 at z = 0, and the function breaks "
            "there.",
            lambda z: 1 / (1 - np.exp(-z)),
        ),
        Mistake(
            "That is the form for z >= 0, used on both sides: e^(-|z|) makes it even, so it never "
            "falls below 1/2. On the left the numerator is another one.",
            lambda z: 1 / (1 + np.exp(-np.abs(z))),
        ),
        Mistake(
            "That is the form for z < 0, used on both sides: it never rises above 1/2. On the "
            "right the numerator is another one.",
            lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))),
        ),
        Mistake("That is tanh: it runs from -1 to 1, the sigmoid from 0 to 1.", np.tanh),
        Mistake(
            "That is (1 - e⁻ᶻ)/(1 + e⁻ᶻ) = tanh(z/2), which runs from -1 to 1. The sigmoid runs "
            "from 0 to 1.",
            lambda z: np.tanh(z / 2),
        ),
        Mistake(
            "That is the threshold: 0 or 1, with nothing in between. The sigmoid rises smoothly.",
            lambda z: np.where(z > 0, 1.0, 0.0),
        ),
        Mistake(
            "That is the sigmoid's derivative, σ(1 - σ). The function itself is asked for.",
            sigmoid_prime,
        ),
        Mistake(
            "That is softmax over the whole array: the entries share a total of 1. A sigmoid looks "
            "at each entry alone.",
            shares,
        ),
        Mistake(
            "That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.",
            lambda z: sigmoid(z * np.log(2)),
        ),
        Mistake(
            "The exponent carries a factor 2: that is σ(2z), twice as steep as σ(z).",
            lambda z: sigmoid(2 * z),
        ),
        Mistake(
            "z is cut off at ±10 before the exponential: σ(10) differs from 1 in the fifth digit. "
            "A cut must lie much further out, or the formula must need none.",
            lambda z: sigmoid(np.clip(z, -10, 10)),
        ),
        Mistake(
            "The argument z is changed: `z *= -1` writes into the caller's array. Write `-z`.",
            sigmoid_in_place,
        ),
        Mistake(ONE_TRUTH, sigmoid_by_if),
        Mistake(MATH_MODULE, lambda z: 1 / (1 + math.exp(-z))),
        Mistake(CUT, cut_to_the_type_of_z(sigmoid)),
        Mistake(
            NO_LOOP,
            entry_by_entry(lambda z: np.exp(min(z, 0)) / (1 + np.exp(-np.abs(z)))),
            by="slow",
        ),
    ],
    alternatives=[
        lambda z: (1 + np.tanh(z / 2)) / 2,
        lambda z: np.exp(-np.logaddexp(0, -z)),
        lambda z: np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))),
        lambda z: 1 / (1 + np.exp(np.clip(-z, -700, 700))),
        sigmoid_by_masks,
    ],
)


# ---- sigmoid_prime ----------------------------------------------------------------------------


def naive_sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def sigmoid_prime_by_if(z):
    e = np.exp(-z) if z >= 0 else np.exp(z)
    return e / (1 + e) ** 2


def sigmoid_prime_by_math(z):
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2


def sigmoid_prime_in_place(z):
    np.abs(z, out=z)
    e = np.exp(-z)
    return e / (1 + e) ** 2


SIGMOID_PRIME = Task(
    "sigmoid_prime",
    points=1,
    reference=sigmoid_prime,
    cases=function_cases,
    mistakes=[
        Mistake(
            "The result is 0 everywhere: brackets are missing, `s * 1 - s` multiplies first.",
            lambda z: 0.0 * np.asarray(z),
        ),
        Mistake(
            "z(1 - z) takes z for the sigmoid's *output*. Here z is the input: compute s = σ(z) "
            "first, then s(1 - s).",
            lambda z: z * (1 - z),
        ),
        Mistake(
            "The sigmoid is applied twice: s = σ(z) is the output already; s(1 - s) takes it as it "
            "is.",
            lambda z: sigmoid_prime(sigmoid(z)),
        ),
        Mistake("That is the sigmoid itself. Its slope is asked for.", sigmoid),
        Mistake("That is 1 - σ(z): the factor σ(z) is missing.", lambda z: sigmoid(-z)),
        Mistake("That is σ², not σ(1 - σ).", lambda z: sigmoid(z) ** 2),
        Mistake("That is (1 - σ)², not σ(1 - σ).", lambda z: sigmoid(-z) ** 2),
        Mistake(
            "A plus stands where a minus belongs: σ(1 + σ) grows to 2, but the slope of the "
            "sigmoid is never above 1/4.",
            lambda z: sigmoid(z) * (1 + sigmoid(z)),
        ),
        Mistake(
            "1 - σ² is the pattern of tanh, whose derivative is 1 - tanh². The sigmoid has "
            "σ - σ² = σ(1 - σ).",
            lambda z: 1 - sigmoid(z) ** 2,
        ),
        Mistake("That is the derivative of tanh, not of the sigmoid.", tanh_prime),
        Mistake(
            "The sign is wrong: the sigmoid rises everywhere, so its slope is positive everywhere. "
            "It is σ(1 - σ), not σ(σ - 1).",
            lambda z: -sigmoid_prime(z),
        ),
        Mistake(
            "There is a factor z too much: no z comes down, σ(1 - σ) is all.",
            lambda z: sigmoid_prime(z) * z,
        ),
        Mistake(
            "σ(z)(1 - z) mixes the output with the input: both factors are made of the output.",
            lambda z: sigmoid(z) * (1 - z),
        ),
        Mistake(
            "That is the derivative of 1/(1 + x): the exponential inside is not differentiated. "
            "Its slope is one more factor (the chain rule).",
            lambda z: -(sigmoid(z) ** 2),
        ),
        Mistake(
            "For very negative z this is inf / inf, which is nan: e⁻ᶻ overflows. Use e^(-|z|), or "
            "a sigmoid that is safe.",
            naive_sigmoid_prime,
        ),
        Mistake(
            "For large z this is inf / inf, which is nan: eᶻ overflows. Use e^(-|z|), or a sigmoid "
            "that is safe.",
            lambda z: np.exp(z) / (1 + np.exp(z)) ** 2,
        ),
        Mistake(
            "The values are right, but `np.exp` overflows far out and NumPy warns: build it on a "
            "sigmoid that is safe, or on e^(-|z|).",
            lambda z: naive_sigmoid(z) * (1 - naive_sigmoid(z)),
        ),
        Mistake(
            "The square is missing: below the line stands (1 + e)².",
            lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))),
        ),
        Mistake(
            "The square belongs to the whole bracket: (1 + e)², not 1 + e².",
            lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z)) ** 2),
        ),
        Mistake(
            "The numerator is 1 where e^(-|z|) is meant: the chain rule leaves the exponential "
            "above the line.",
            lambda z: 1 / (1 + np.exp(-np.abs(z))) ** 2,
        ),
        Mistake(
            "The argument z is changed: `out=z`, or a `*=`, writes into the caller's array.",
            sigmoid_prime_in_place,
        ),
        Mistake(ONE_TRUTH, sigmoid_prime_by_if),
        Mistake(MATH_MODULE, sigmoid_prime_by_math),
        Mistake(CUT, cut_to_the_type_of_z(sigmoid_prime)),
        Mistake(
            NO_LOOP,
            entry_by_entry(lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2),
            by="slow",
        ),
    ],
    alternatives=[
        lambda z: sigmoid(z) * (1 - sigmoid(z)),
        lambda z: sigmoid(z) * sigmoid(-z),
        lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
        lambda z: np.exp(-np.abs(z) - 2 * np.log1p(np.exp(-np.abs(z)))),
    ],
)


# ---- tanh_prime -------------------------------------------------------------------------------


def naive_tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def tanh_prime_in_place(z):
    np.tanh(z, out=z)
    return 1 - z**2


def tanh_prime_by_math(z):
    return 1 - math.tanh(z) ** 2


def tanh_prime_by_exp(z):
    e = np.exp(-2 * np.abs(z))
    return 4 * e / (1 + e) ** 2


TANH_PRIME = Task(
    "tanh_prime",
    points=1,
    reference=tanh_prime,
    cases=function_cases,
    mistakes=[
        Mistake(
            "1 - z² takes z for the *output* of tanh. Here z is the input: apply tanh first.",
            lambda z: 1 - z**2,
        ),
        Mistake("The square is missing: tanh' = 1 - tanh².", lambda z: 1 - np.tanh(z)),
        Mistake(
            "The square is at the wrong place: tanh(z)², not tanh(z²).",
            lambda z: 1 - np.tanh(z**2),
        ),
        Mistake("tanh is applied twice: 1 - tanh(z)² is enough.",
                lambda z: 1 - np.tanh(np.tanh(z)) ** 2),  # fmt: skip
        Mistake(
            "tanh is applied twice, where its square is meant: tanh² z is tanh(z) times tanh(z).",
            lambda z: 1 - np.tanh(np.tanh(z)),
        ),
        Mistake(
            "tanh is multiplied by 2, where its square is meant: `** 2`, not `* 2`.",
            lambda z: 1 - 2 * np.tanh(z),
        ),
        Mistake("That is (1 - tanh)², not 1 - tanh².", lambda z: (1 - np.tanh(z)) ** 2),
        Mistake(
            "The sign is wrong: tanh rises everywhere, so its slope is never negative. It is "
            "1 - tanh², not tanh² - 1.",
            lambda z: np.tanh(z) ** 2 - 1,
        ),
        Mistake(
            "A plus stands where a minus belongs: the slope of tanh is never above 1.",
            lambda z: 1 + np.tanh(z) ** 2,
        ),
        Mistake(
            "t(1 - t) is the pattern of the sigmoid. For t = tanh(z) it is 1 - t².",
            lambda z: np.tanh(z) * (1 - np.tanh(z)),
        ),
        Mistake("That is the derivative of the sigmoid, not of tanh.", sigmoid_prime),
        Mistake("That is tanh itself. Its slope is asked for.", np.tanh),
        Mistake("That is tanh². The slope is what is missing to 1.", lambda z: np.tanh(z) ** 2),
        Mistake(
            "The tanh in it is the misprinted one, (1 - e⁻ᶻ)/(1 + e⁻ᶻ), which is tanh(z/2). Use "
            "`np.tanh(z)`.",
            lambda z: 1 - np.tanh(z / 2) ** 2,
        ),
        Mistake(
            "That is the derivative of (1 - e⁻ᶻ)/(1 + e⁻ᶻ) = tanh(z/2), a misprint of tanh: its "
            "slope at 0 is 1/2, that of tanh is 1.",
            lambda z: (1 - np.tanh(z / 2) ** 2) / 2,
        ),
        Mistake(
            "A factor 2 is too much: the square is not differentiated again. It is 1 - tanh².",
            lambda z: 1 - 2 * np.tanh(z) ** 2,
        ),
        Mistake(
            "-2·tanh·tanh' or 2·tanh·tanh' is the derivative of the square, so a slope of the "
            "slope. The first derivative is 1 - tanh².",
            lambda z: -2 * np.tanh(z) * (1 - np.tanh(z) ** 2),
        ),
        Mistake(
            "A plus stands where a minus belongs, and the square is missing: it is 1 - tanh².",
            lambda z: 1 + np.tanh(z),
        ),
        Mistake(
            "That is tan, the tangent of an angle: the hyperbolic one is `np.tanh`.",
            lambda z: 1 - np.tan(z) ** 2,
        ),
        Mistake(
            "That is arctanh, the inverse of tanh. Use `np.tanh`.",
            lambda z: 1 - np.arctanh(z) ** 2,
        ),
        Mistake(
            "The values are right, but cosh overflows far out and NumPy warns. `np.tanh` never "
            "does.",
            lambda z: 1 / np.cosh(z) ** 2,
        ),
        Mistake(
            "That is 1/cosh(z): the square is missing.",
            lambda z: 1 / np.cosh(np.clip(z, -700, 700)),
        ),
        Mistake(
            "The tanh in it is made of eᶻ and e⁻ᶻ, which overflow: inf / inf is nan. `np.tanh` is "
            "written safely.",
            lambda z: 1 - naive_tanh(z) ** 2,
        ),
        Mistake(
            "The argument z is changed: `out=z`, or a `*=`, writes into the caller's array.",
            tanh_prime_in_place,
        ),
        Mistake(MATH_MODULE, tanh_prime_by_math),
        Mistake(CUT, cut_to_the_type_of_z(tanh_prime)),
        Mistake(NO_LOOP, entry_by_entry(lambda z: 1 - np.square(np.tanh(z))), by="slow"),
    ],
    alternatives=[
        lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)),
        lambda z: 4 * sigmoid_prime(2 * z),
        tanh_prime_by_exp,
    ],
)


# ---- leaky_relu -------------------------------------------------------------------------------


def leaky_in_place(z, slope):
    z[z <= 0] *= slope
    return z


def leaky_in_a_copy(z, slope):
    result = z.copy()
    result[z <= 0] = slope * z[z <= 0]
    return result


def leaky_by_if(z, slope):
    return z if z > 0 else slope * z


def leaky_by_masks(z, slope):
    result = np.array(z, dtype=float)
    result[result <= 0] *= slope
    return result


LEAKY_RELU = Task(
    "leaky_relu",
    points=1,
    reference=leaky_relu,
    cases=parameter_cases("slope", (0, 0.25, 1, 1.5), 0.01),
    mistakes=[
        Mistake(
            "The positive entries and the others are picked out and joined: so the order and the "
            "shape are lost. Every result must stand at its own place.",
            lambda z, slope: np.concatenate([z[z > 0], slope * z[z <= 0]]),
        ),
        Mistake(
            "max(z, slope·z) is leaky ReLU only for slopes up to 1. For a steeper one the larger "
            "of the two is the wrong one; ask for the sign of z instead.",
            lambda z, slope: np.maximum(z, slope * z),
        ),
        Mistake(
            "min(z, slope·z) chooses the wrong one of the two for slopes below 1. Ask for the sign "
            "of z.",
            lambda z, slope: np.minimum(z, slope * z),
        ),
        Mistake(
            "That is plain ReLU: the left half is cut to 0, and the slope is not used.",
            lambda z, slope: np.maximum(z, 0),
        ),
        Mistake(
            "The slope is fixed at 0.01: use the one that is handed in.",
            lambda z, slope: leaky_relu(z, 0.01),
        ),
        Mistake(
            "That is the derivative: 1 or slope. The function itself is asked for.",
            lambda z, slope: np.where(z > 0, 1, slope),
        ),
        Mistake(
            "On the left stands the slope alone: it has to be multiplied by z.",
            lambda z, slope: np.where(z > 0, z, slope),
        ),
        Mistake(
            "The two sides are exchanged: the positive z pass unchanged, the others are multiplied "
            "by the slope.",
            lambda z, slope: np.where(z > 0, slope * z, z),
        ),
        Mistake(
            "The sign on the left is wrong: slope·z is negative where z is, and so is "
            "slope·min(z, 0). Add it, do not subtract it.",
            lambda z, slope: np.where(z > 0, z, -slope * z),
        ),
        Mistake(
            "slope·z is added on the right too: there the result is z alone. Add slope·min(z, 0).",
            lambda z, slope: np.maximum(z, 0) + slope * z,
        ),
        Mistake(
            "On the left z is divided by the slope; it is to be multiplied.",
            lambda z, slope: np.where(z > 0, z, z / slope),
        ),
        Mistake(
            "That is ELU with α = slope: leaky ReLU is a straight line on the left too.",
            lambda z, slope: elu(z, slope),
        ),
        Mistake(
            "On the left z is shifted by the slope (z + slope or z - slope); multiply.",
            lambda z, slope: np.where(z > 0, z, z + slope),
        ),
        Mistake(
            "On the left stands minus the slope: it has to be multiplied by z, which brings the "
            "sign along.",
            lambda z, slope: np.where(z > 0, z, -slope),
        ),
        Mistake(
            "z is compared with the slope by max or min: the slope is a factor, slope·z, and no "
            "height.",
            lambda z, slope: np.maximum(z, slope),
        ),
        Mistake(
            "On the right stands 1, which is the derivative's value: there the result is z.",
            lambda z, slope: np.where(z > 0, 1, slope * z),
        ),
        Mistake(
            "The slope multiplies both sides: for z > 0 the result is z, entry by entry, not "
            "by one decision for the whole array.",
            lambda z, slope: slope * z,
        ),
        Mistake(
            "(1 - slope) stands where the slope is meant: on the left the result is slope·z.",
            lambda z, slope: np.where(z > 0, z, (1 - slope) * z),
        ),
        Mistake(
            "The kink sits at the slope: compare z with 0, not with the slope.",
            lambda z, slope: np.where(z > slope, z, slope * z),
        ),
        Mistake(
            "The argument z is changed: `z[z <= 0] *= slope` writes into the caller's array, and "
            "fails where z holds integers. Use `np.where`, or a copy of floats.",
            leaky_in_place,
        ),
        Mistake(CUT, leaky_in_a_copy),
        Mistake(ONE_TRUTH, leaky_by_if),
        Mistake(LOOP_OVER_ROWS, lambda z, slope: np.array([v if v > 0 else slope * v for v in z])),
        Mistake(
            "`np.max(a, b)` and `np.min(a, b)` take b for the number of an axis. Two arrays are "
            "compared entry by entry by `np.maximum` and `np.minimum`.",
            lambda z, slope: np.max(z, slope * z),
        ),
        Mistake(
            "`np.max(z, 0)` is the largest along axis 0, and `np.min(z, 0)` the smallest. "
            "`np.maximum(z, 0)` and `np.minimum(z, 0)` go entry by entry.",
            lambda z, slope: np.max(z, 0) + slope * np.min(z, 0),
        ),
        Mistake(
            "Let NumPy work on the whole array: `np.where` chooses for every entry in one call.",
            entry_by_entry(lambda z, slope: np.maximum(z, 0) + slope * np.minimum(z, 0)),
            by="slow",
        ),
    ],
    alternatives=[
        lambda z, slope: np.maximum(z, 0) + slope * np.minimum(z, 0),
        lambda z, slope: z * np.where(z > 0, 1.0, slope),
        lambda z, slope: (z > 0) * z + (z <= 0) * slope * z,
        leaky_by_masks,
    ],
)


# ---- elu_prime --------------------------------------------------------------------------------


def left(formula):
    """An answer to elu_prime that is 1 on the right and formula(min(z, 0), alpha) on the left."""
    return lambda z, alpha: np.where(z > 0, 1.0, formula(np.minimum(z, 0), alpha))


def elu_prime_in_place(z, alpha):
    right = z > 0
    z[...] = alpha * np.exp(np.minimum(z, 0))
    z[right] = 1
    return z


def elu_prime_by_if(z, alpha):
    return 1.0 if z > 0 else alpha * np.exp(z)


def elu_prime_by_math(z, alpha):
    return np.where(z > 0, 1.0, alpha * math.exp(z))


def elu_prime_by_masks(z, alpha):
    slopes = np.ones(np.shape(z))
    slopes[z <= 0] = alpha * np.exp(z[z <= 0])
    return slopes


ELU_PRIME = Task(
    "elu_prime",
    points=2,
    reference=elu_prime,
    cases=parameter_cases("alpha", (0.5, 1, 1.67326, 2), 1.3),
    mistakes=[
        Mistake(
            "The values are right, but NumPy warns: `np.where` computes both branches everywhere, "
            "so eᶻ overflows for large z although it is not used there. Cut z off at 0 first.",
            lambda z, alpha: np.where(z > 0, 1, alpha * np.exp(z)),
        ),
        Mistake(
            "Multiplied instead of chosen: where eᶻ is infinite, 0 times infinity is nan. Choose "
            "with `np.where`, and cut z off at 0 before `np.exp`.",
            lambda z, alpha: (z > 0) + (z <= 0) * alpha * np.exp(z),
        ),
        Mistake(
            "All is right but z = 0: there the task asks for alpha (the side z <= 0), not for 1.",
            lambda z, alpha: np.where(z >= 0, 1, alpha * np.exp(np.minimum(z, 0))),
        ),
        Mistake(
            "alpha is forgotten: on the left the slope is alpha·eᶻ.",
            left(lambda z, alpha: np.exp(z)),
        ),
        Mistake(
            "alpha stands on both sides: on the right ELU is z, and its slope is 1.",
            lambda z, alpha: alpha * np.exp(np.minimum(z, 0)),
        ),
        Mistake("That is ELU itself. Its slope is asked for.", elu),
        Mistake(
            "The -1 is still there: it is a constant, and the slope of a constant is 0. What is "
            "left of alpha(eᶻ - 1) is alpha·eᶻ.",
            left(lambda z, alpha: alpha * (np.exp(z) - 1)),
        ),
        Mistake(
            "f + alpha takes z for the *output* of ELU. Here z is the input: on the left compute "
            "alpha·eᶻ.",
            left(lambda z, alpha: z + alpha),
        ),
        Mistake(
            "f + alpha is right on the left only; on the right the slope is 1.",
            lambda z, alpha: elu(z, alpha) + alpha,
        ),
        Mistake(
            "The two sides are exchanged: 1 belongs to z > 0.",
            lambda z, alpha: np.where(z > 0, alpha * np.exp(z), 1),
        ),
        Mistake(
            "The two sides are exchanged: 1 belongs to z > 0, and alpha·eᶻ to z <= 0.",
            lambda z, alpha: np.where(z > 0, alpha * np.exp(np.minimum(z, 0)), 1),
        ),
        Mistake(
            "The sign in the exponent is wrong: on the left the slope fades as z falls, so it is "
            "eᶻ, not e⁻ᶻ.",
            lambda z, alpha: np.where(z > 0, 1, alpha * np.exp(-z)),
        ),
        Mistake(
            "The sign is wrong: ELU rises on the left too, so its slope is positive.",
            left(lambda z, alpha: -alpha * np.exp(z)),
        ),
        Mistake(
            "eᶻ is no power of z: it is its own derivative, so no factor z comes down.",
            left(lambda z, alpha: alpha * z * np.exp(z)),
        ),
        Mistake(
            "eᶻ is no power of z: it is its own derivative, and the exponent stays z, not z - 1.",
            left(lambda z, alpha: alpha * np.exp(z - 1)),
        ),
        Mistake(
            "alpha stands in the exponent: it is a factor, alpha·eᶻ.",
            left(lambda z, alpha: np.exp(alpha * z)),
        ),
        Mistake(
            "alpha stands in the exponent as well: it is a factor only, alpha·eᶻ.",
            left(lambda z, alpha: alpha * np.exp(alpha * z)),
        ),
        Mistake(
            "The rule for powers, z·e^(z - 1), does not hold here: eᶻ is its own derivative.",
            left(lambda z, alpha: alpha * z * np.exp(z - 1)),
        ),
        Mistake(
            "The two sides are exchanged, and e^(-|z|) hides it: 1 belongs to z > 0.",
            lambda z, alpha: np.where(z > 0, alpha * np.exp(-np.abs(z)), 1),
        ),
        Mistake(
            "e^(-|z|) stands on both sides: on the right, for z > 0, the slope is 1.",
            lambda z, alpha: alpha * np.exp(-np.abs(z)),
        ),
        Mistake(
            "That is SELU's derivative: ELU has no factor λ = 1.0507.",
            lambda z, alpha: 1.0507009873554805 * elu_prime(z, alpha),
        ),
        Mistake(
            "On the left stands the slope alpha of a leaky ReLU: ELU bends there, alpha·eᶻ. "
            "(`np.maximum(z, 0)` cuts off the negative side; `np.minimum(z, 0)` keeps it.)",
            left(lambda z, alpha: alpha + 0 * z),
        ),
        Mistake(
            "`np.min(z, 0)` is the smallest along axis 0: one number for a whole vector, or for a "
            "column of a table. `np.minimum(z, 0)` goes entry by entry.",
            lambda z, alpha: np.where(z > 0, 1.0, alpha * np.exp(np.min(z, 0))),
        ),
        Mistake(
            "The smaller of 1 and alpha·eᶻ is taken. With an alpha below 1 that may be less than 1 "
            "on the right, with one above 1 it is cut off on the left. Choose by the sign of z.",
            lambda z, alpha: np.minimum(1, alpha * np.exp(np.minimum(z, 0))),
        ),
        Mistake(
            "The smaller of 1 and alpha·eᶻ is taken, and eᶻ overflows for large z. The kink is at "
            "z = 0, not where the two are equal: choose by the sign of z.",
            lambda z, alpha: np.minimum(1, alpha * np.exp(z)),
        ),
        Mistake(
            "On the right stands 0: there ELU is z, whose slope is 1.",
            lambda z, alpha: np.where(z > 0, 0, alpha * np.exp(np.minimum(z, 0))),
        ),
        Mistake(
            "alpha is added to the exponential: it is a factor, alpha·eᶻ.",
            left(lambda z, alpha: alpha + np.exp(z)),
        ),
        Mistake(
            "The exponential is subtracted from alpha: the slope is the product alpha·eᶻ.",
            left(lambda z, alpha: alpha - np.exp(z)),
        ),
        Mistake(
            "The exponential is divided by alpha: it is to be multiplied, alpha·eᶻ.",
            left(lambda z, alpha: np.exp(z) / alpha),
        ),
        Mistake("On the left stands 0: that is ReLU's slope.", left(lambda z, alpha: 0 * z)),
        Mistake(
            "The right side gives z: that is ELU; its slope there is 1.",
            lambda z, alpha: np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0))),
        ),
        Mistake(
            "The argument z is changed: what is written into z is written into the caller's array. "
            "Make a new one.",
            elu_prime_in_place,
        ),
        Mistake(ONE_TRUTH, elu_prime_by_if),
        Mistake(MATH_MODULE, elu_prime_by_math),
        Mistake(CUT, cut_to_the_type_of_z(elu_prime)),
        Mistake(
            "Let NumPy work on the whole array: `np.where` chooses for every entry in one call.",
            entry_by_entry(lambda z, alpha: np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))),
            by="slow",
        ),
    ],
    alternatives=[
        lambda z, alpha: np.where(z > 0, 1, elu(z, alpha) + alpha),
        lambda z, alpha: np.where(z > 0, 1, alpha * np.exp(-np.abs(z))),
        lambda z, alpha: np.exp(np.minimum(z, 0)) * np.where(z > 0, 1.0, alpha),
        elu_prime_by_masks,
    ],
)


# ---- softplus ---------------------------------------------------------------------------------


def softplus_in_place(z):
    e = np.exp(-np.abs(z))
    np.maximum(z, 0, out=z)
    return z + np.log1p(e)


def global_shift(z):
    largest = max(z.max(), 0)
    return largest + np.log(np.exp(-largest) + np.exp(z - largest))


def goes_on(z, value):
    """False where a finite result stays the same from z = 720 to 1000."""
    value = np.asarray(value)
    if value.shape != z.shape or z.max() < 700:
        return True
    far = value[z > 700]
    return not np.isfinite(far).all() or np.ptp(far) > 1 or far.max() < 10


def softplus_by_if(z):
    if z > 0:
        return z + np.log1p(np.exp(-z))
    return np.log1p(np.exp(z))


def softplus_by_math(z):
    return max(z, 0) + math.log1p(math.exp(-abs(z)))


def softplus_by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.where(z > 0, z, 0.0)
    return result + np.log(1 + np.exp(np.where(z > 0, -z, z)))


SOFTPLUS = Task(
    "softplus",
    points=2,
    reference=softplus,
    cases=function_cases,
    mistakes=[
        Mistake(
            "eᶻ overflows beyond 709, and ln of infinity is infinity where z is the answer. Take "
            "the larger exponential out of the logarithm first.",
            lambda z: np.log(1 + np.exp(z)),
        ),
        Mistake(
            "The values are right, but NumPy warns: `np.where` computes both branches everywhere, "
            "so eᶻ overflows although it is not used there. Keep every exponent at 0 or below.",
            lambda z: np.where(z > 30, z, np.log1p(np.exp(z))),
        ),
        Mistake(
            "The exponent is cut off, so that nothing overflows, but beyond the cut the result "
            "stays where it is. It must go on as z does.",
            lambda z: np.log1p(np.exp(np.minimum(z, 700))),
        ),
        Mistake(
            "The ln is missing, a misprint found in tables: 1 + eᶻ grows without measure; softplus "
            "follows z.",
            lambda z: 1 + np.exp(z),
        ),
        Mistake("That is log2; ln, the natural logarithm `np.log`, is meant.",
                lambda z: np.log2(1 + np.exp(z))),  # fmt: skip
        Mistake("That is log10; ln, the natural logarithm `np.log`, is meant.",
                lambda z: np.log10(1 + np.exp(z))),  # fmt: skip
        Mistake(
            "That is ReLU: softplus rounds its corner off, with ln(1 + e^(-|z|)) on top.",
            lambda z: np.maximum(z, 0),
        ),
        Mistake(
            "z + ln(1 + e⁻ᶻ) is right, but it is safe only for positive z: for negative ones e⁻ᶻ "
            "overflows.",
            lambda z: z + np.log1p(np.exp(-z)),
        ),
        Mistake(
            "z is added on both sides. On the left, where z is negative, nothing is to be added: "
            "max(z, 0).",
            lambda z: z + np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "|z| is added on both sides. On the left nothing is to be added: max(z, 0).",
            lambda z: np.abs(z) + np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "The max(z, 0) is missing: ln(1 + e^(-|z|)) alone is even, and falls on the right.",
            lambda z: np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "The sign in the exponent is wrong: with e^(|z|) it overflows on both sides; e^(-|z|) "
            "never does.",
            lambda z: np.maximum(z, 0) + np.log1p(np.exp(np.abs(z))),
        ),
        Mistake(
            "max(z, 0) is added to the whole of ln(1 + eᶻ), which has it in it already. What is "
            "left to add is ln(1 + e^(-|z|)).",
            lambda z: np.maximum(z, 0) + np.log1p(np.exp(z)),
        ),
        Mistake(
            "That is softplus of -z: the sign in the exponent is wrong.",
            lambda z: np.log(1 + np.exp(-z)),
        ),
        Mistake(
            "That is softplus of -z: max(-z, 0) stands where max(z, 0) is meant, or min for max.",
            lambda z: softplus(-z),
        ),
        Mistake(
            "1 is added twice: `np.log1p(x)` is ln(1 + x) already.",
            lambda z: np.maximum(z, 0) + np.log1p(1 + np.exp(-np.abs(z))),
        ),
        Mistake(
            "1 is added twice, `np.log1p(x)` is ln(1 + x) already; and eᶻ overflows for large z.",
            lambda z: np.log1p(1 + np.exp(z)),
        ),
        Mistake(
            "min(z, 0) stands where max(z, 0) is meant: the result must follow z on the right and "
            "go to 0 on the left.",
            lambda z: np.minimum(z, 0) + np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "z alone is taken for every positive z. That is right only far out: near 0 the "
            "rest, ln(1 + e⁻ᶻ), is up to ln 2 = 0.69.",
            lambda z: np.where(z > 0, z, np.log1p(np.exp(np.minimum(z, 0)))),
        ),
        Mistake(
            "0 is taken for every negative z, as in ReLU. On the left side ln(1 + eᶻ) is small but "
            "not 0: near z = 0 it is up to ln 2 = 0.69.",
            lambda z: np.where(z > 0, z + np.log1p(np.exp(-np.abs(z))), 0),
        ),
        Mistake(
            "The 1 stands outside the logarithm: ln(eᶻ) + 1 is z + 1. Put the whole sum 1 + eᶻ in "
            "the brackets.",
            lambda z: z + 1,
        ),
        Mistake(
            "The largest z of the whole array is taken out of every logarithm: entries far below "
            "it are lost. Each entry needs its own, max(z, 0).",
            global_shift,
        ),
        Mistake(
            "A minus stands in the logarithm: 1 - eᶻ is negative for positive z, and has no "
            "logarithm. It is 1 + eᶻ.",
            lambda z: np.log(1 - np.exp(z)),
        ),
        Mistake(
            "The exponential is missing: that is ln(1 + z), which breaks for negative z.",
            lambda z: np.log(1 + z),
        ),
        Mistake("The logarithm and the 1 are missing: eᶻ grows without measure.", np.exp),
        Mistake(
            "`np.logaddexp(a, b)` is ln(eᵃ + eᵇ): the 1 is e⁰, so it wants 0 there, not 1.",
            lambda z: np.logaddexp(1, z),
        ),
        Mistake(
            "log2 is mixed with z, which wants ln, the natural logarithm: `np.log` or `np.log1p`.",
            lambda z: np.maximum(z, 0) + np.log2(1 + np.exp(-np.abs(z))),
        ),
        Mistake(
            "log10 is mixed with z, which wants ln, the natural logarithm: `np.log` or `np.log1p`.",
            lambda z: np.maximum(z, 0) + np.log10(1 + np.exp(-np.abs(z))),
        ),
        Mistake(
            "`np.max(z, 0)` is the largest along axis 0: one number for a whole vector, or for a "
            "column of a table. `np.maximum(z, 0)` goes entry by entry.",
            lambda z: np.max(z, 0) + np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "There is a minus between the two parts: max(z, 0) *plus* ln(1 + e^(-|z|)).",
            lambda z: np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z))),
        ),
        Mistake(
            "Brackets are missing, or the 1: ln(eᶻ) is z again. It is ln of the sum 1 + eᶻ.",
            lambda z: np.log(np.exp(z)),
        ),
        Mistake("That is softplus's derivative, the sigmoid. The function is asked for.", sigmoid),
        Mistake(
            "The argument z is changed: `out=z`, or a `+=`, writes into the caller's array.",
            softplus_in_place,
        ),
        Mistake(ONE_TRUTH, softplus_by_if),
        Mistake(
            "`max` and the functions of `math` take single numbers. `np.maximum`, `np.log1p` and "
            "`np.exp` take whole arrays.",
            lambda z: math.log1p(math.exp(z)),
        ),
        Mistake(CUT, cut_to_the_type_of_z(softplus)),
        Mistake(
            NO_LOOP,
            entry_by_entry(lambda z: np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))),
            by="slow",
        ),
    ],
    invariants=[
        Invariant(
            "Far to the right the result stops growing: z is clipped (cut off) on its way. It must "
            "go on as z does.",
            lambda args, value: goes_on(args[0], value),
        )
    ],
    alternatives=[
        lambda z: np.logaddexp(0, z),
        lambda z: np.maximum(z, 0) - np.log(sigmoid(np.abs(z))),
        lambda z: np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z))),
        softplus_by_masks,
    ],
)


# ---- softmax ----------------------------------------------------------------------------------


def softmax_cases(rng):
    def logits(n, k, note, **more):
        return Case((rng.normal(scale=2, size=(n, k)),), note, **more)

    far = np.array([[1000.0, 0.0, -1000.0], [-1000.0, -1001.0, -999.0], [0.0, 2.0, 1.0]])
    return [
        logits(4, 3, "4 rows, 3 classes"),
        logits(1, 4, "a batch of one row"),
        logits(3, 3, "as many rows as classes"),
        logits(5, 2, "5 rows, 2 classes"),
        logits(3, 1, "a single class"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]),), "integers"),
        Case((far,), "logits beyond 700"),
        Case((rng.normal(size=(5000, 40)),), "5000 rows, 40 classes", speed=True),
    ]


def normalised(E, axis=1, keepdims=True):
    return E / E.sum(axis=axis, keepdims=keepdims)


def top(Z, axis=1):
    return Z.max(axis=axis, keepdims=True)


def softmax_in_place(Z):
    Z -= top(Z)
    return normalised(np.exp(Z))


def softmax_by_entry(Z):
    P = np.zeros(Z.shape)
    for i in range(len(Z)):
        total = sum(np.exp(z - max(Z[i])) for z in Z[i])
        for k in range(Z.shape[1]):
            P[i, k] = np.exp(Z[i, k] - max(Z[i])) / total
    return P


def softmax_by_math(Z):
    return math.exp(Z) / sum(math.exp(z) for z in Z)


def finite_rows(Z, value):
    """(logits, result), the rows whose result is finite; none where the shapes differ."""
    value = np.asarray(value)
    if value.shape != Z.shape:
        return Z[:0], Z[:0]
    rows = np.isfinite(value).all(axis=1)
    return Z[rows], value[rows]


def rows_sum_to_one(args, value):
    return np.allclose(finite_rows(args[0], value)[1].sum(axis=1), 1, atol=1e-6)


def ratios_are_exponentials(args, value):
    """Within each row p_i = p_1 e^(z_i - z_1); asked only of rows that sum to 1."""
    Z, P = finite_rows(args[0], value)
    if np.abs(Z).max(initial=0) > 30 or not rows_sum_to_one(args, value):
        return True
    return np.allclose(P, P[:, :1] * np.exp(Z - Z[:, :1]), rtol=1e-5, atol=1e-8)


def softmax_by_rows(Z):
    rows = []
    for z in Z:
        e = np.exp(z - np.max(z))
        rows.append(e / e.sum())
    return np.stack(rows)


def softmax_by_transposing(Z):
    E = np.exp(Z.T - Z.max(axis=1))
    return (E / E.sum(axis=0)).T


def softmax_by_logarithm(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


def softmax_by_einsum(Z):
    E = np.exp(Z - np.amax(Z, axis=-1)[:, np.newaxis])
    return np.einsum("ij,i->ij", E, 1 / np.einsum("ij->i", E))


SOFTMAX = Task(
    "softmax",
    points=2,
    reference=softmax,
    cases=softmax_cases,
    mistakes=[
        Mistake(
            "`np.exp` overflows for large logits, and far below 0 a row becomes 0/0. Subtract the "
            "largest logit of each row first: it cancels in the ratio.",
            lambda Z: normalised(np.exp(Z)),
        ),
        Mistake(
            "The sum runs along the wrong axis, down the columns: each *row* must sum to 1 "
            "(axis=1).",
            lambda Z: normalised(np.exp(Z - top(Z, 0)), axis=0),
        ),
        Mistake(
            "The sum runs along the wrong axis, down the columns (each *row* must sum to 1, "
            "axis=1), and `np.exp` overflows: subtract each row's largest logit first.",
            lambda Z: normalised(np.exp(Z), axis=0),
        ),
        Mistake(
            "The largest of each row is subtracted, but the sum runs down the columns (as that of "
            "Python, `sum(E)`, does too): both go along axis=1.",
            lambda Z: normalised(np.exp(Z - top(Z)), axis=0),
        ),
        Mistake(
            "The sum runs along the rows, but the largest of each *column* is subtracted: within a "
            "row it must be the same number, or it does not cancel.",
            lambda Z: normalised(np.exp(Z - top(Z, 0))),
        ),
        Mistake(
            "Softmax is taken over the whole table: each row is a sample of its own and must sum "
            "to 1. Sum with axis=1, keepdims=True.",
            lambda Z: np.exp(Z - Z.max()) / np.exp(Z - Z.max()).sum(),
        ),
        Mistake(
            "Softmax is taken over the whole table, where each row must sum to 1 (axis=1, "
            "keepdims=True); and `np.exp` overflows for large logits.",
            lambda Z: np.exp(Z) / np.exp(Z).sum(),
        ),
        Mistake(
            "The largest logit of the whole table is subtracted: a row that lies far below it "
            "becomes 0/0. Subtract each row's own largest, `Z.max(axis=1, keepdims=True)`.",
            lambda Z: normalised(np.exp(Z - Z.max())),
        ),
        Mistake(
            "The sum of each row has lost its axis: (n, k) / (n,) pairs the sums with the columns, "
            "if it fits at all. Keep the axis: sum(axis=1, keepdims=True).",
            lambda Z: normalised(np.exp(Z - top(Z)), keepdims=False),
        ),
        Mistake(
            "The sum of each row has lost its axis (keepdims=True keeps it), and `np.exp` "
            "overflows for large logits.",
            lambda Z: normalised(np.exp(Z), keepdims=False),
        ),
        Mistake(
            "The largest of each row has lost its axis: (n, k) - (n,) pairs them with the columns, "
            "if it fits at all. Keep the axis: max(axis=1, keepdims=True).",
            lambda Z: normalised(np.exp(Z - Z.max(axis=1))),
        ),
        Mistake(
            "Neither the largest nor the sum of each row keeps its axis, so (n,) is paired with "
            "the columns: keepdims=True for both.",
            lambda Z: normalised(np.exp(Z - Z.max(axis=1)), keepdims=False),
        ),
        Mistake(
            "The smallest logit of each row is subtracted: the others stay positive and can "
            "overflow. Subtract the largest.",
            lambda Z: normalised(np.exp(Z - Z.min(axis=1, keepdims=True))),
        ),
        Mistake(
            "The mean of each row is subtracted: the largest logit can still overflow. Subtract "
            "the largest.",
            lambda Z: normalised(np.exp(Z - Z.mean(axis=1, keepdims=True))),
        ),
        Mistake(
            "The largest logit is added, which doubles the danger: subtract it.",
            lambda Z: normalised(np.exp(Z + top(Z))),
        ),
        Mistake(
            "The logits are divided by the largest one, which changes the shares. Subtracting it "
            "does not: it cancels in the ratio.",
            lambda Z: normalised(np.exp(Z / top(Z))),
        ),
        Mistake(
            "The logits are cut off before `np.exp`: two large ones then get equal shares. "
            "Subtract the largest of each row instead.",
            lambda Z: normalised(np.exp(np.clip(Z, -700, 700))),
        ),
        Mistake(
            "Divided by the largest exponential, or not divided at all: the largest share becomes "
            "1. Divide by the sum of the row's exponentials.",
            lambda Z: np.exp(Z - top(Z)),
        ),
        Mistake(
            "Divided by the mean of each row: the shares then sum to the number of classes. Divide "
            "by the sum.",
            lambda Z: Z.shape[1] * softmax(Z),
        ),
        Mistake(
            "The largest logit is subtracted above the line but not below: subtract it in both, or "
            "it does not cancel.",
            lambda Z: np.exp(Z - top(Z)) / np.exp(Z).sum(axis=1, keepdims=True),
        ),
        Mistake(
            "The largest logit is subtracted below the line but not above: subtract it in both, or "
            "it does not cancel.",
            lambda Z: np.exp(Z) / np.exp(Z - top(Z)).sum(axis=1, keepdims=True),
        ),
        Mistake(
            "The exponential is missing: |z| makes the logits positive, but a very negative one "
            "then gets a large share.",
            lambda Z: normalised(np.abs(Z)),
        ),
        Mistake(
            "Each row is divided by its length, the root of a sum of squares. The shares must sum "
            "to 1: exponentials over their sum.",
            lambda Z: Z / np.sqrt((Z**2).sum(axis=1, keepdims=True)),
        ),
        Mistake("The division is missing: eᶻ alone is no share.", np.exp),
        Mistake(
            "The exponential is missing: the logits may be negative, so they are no shares of "
            "their sum.",
            lambda Z: normalised(Z),
        ),
        Mistake(
            "The sign of the logits is wrong: the smallest logit gets the largest share.",
            lambda Z: softmax(-Z),
        ),
        Mistake(
            "The sign of the logits is wrong, so the smallest gets the largest share; and `np.exp` "
            "overflows for large logits.",
            lambda Z: normalised(np.exp(-Z)),
        ),
        Mistake(
            "That is log-softmax, the logarithm of the shares.",
            lambda Z: Z - np.logaddexp.reduce(Z, axis=1, keepdims=True),
        ),
        Mistake(
            "That is the logarithm of the shares, and taken of shares that overflow or are 0. The "
            "shares themselves are asked for.",
            lambda Z: np.log(normalised(np.exp(Z))),
        ),
        Mistake(
            "A sigmoid stands where softmax is meant: the classes of one row share a total of 1.",
            sigmoid,
        ),
        Mistake(
            "That is argmax, one-hot: softmax gives the others their share as well.",
            lambda Z: np.eye(Z.shape[1])[Z.argmax(axis=1)],
        ),
        Mistake(
            "That is a power of 2, not of e: `np.exp` is meant, not `np.exp2` or `2 **`.",
            lambda Z: softmax(Z * np.log(2)),
        ),
        Mistake(
            "Softmax is applied twice, which pulls the shares towards each other. Once is enough.",
            lambda Z: softmax(softmax(Z)),
        ),
        Mistake(
            "That is p(1 - p), the slope of a share along its own logit. The shares are asked for.",
            lambda Z: softmax(Z) * (1 - softmax(Z)),
        ),
        Mistake(
            "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
            "`Z = Z - ...`.",
            softmax_in_place,
        ),
        Mistake(MATH_MODULE, softmax_by_math),
        Mistake(
            "`max(Z)` of Python compares whole rows, and a row has no single truth value; and "
            "`sum(E)` adds the rows. `Z.max` and `E.sum` know axis=1 and keepdims=True.",
            lambda Z: np.exp(Z - max(Z)) / sum(np.exp(Z - max(Z))),
        ),
        Mistake(
            "`max(Z)` of Python compares whole rows, and a row has no single truth value. Use "
            "`Z.max(axis=1, keepdims=True)`.",
            lambda Z: normalised(np.exp(Z - max(Z))),
        ),
        Mistake(
            "Where Z holds integers the shares are cut to integers: `zeros_like(Z)`, or "
            "`astype(Z.dtype)`, takes over its dtype. Compute floats.",
            cut_to_the_type_of_z(softmax),
        ),
        Mistake(
            "Work on whole rows: one `np.exp` of the table, one sum with axis=1, keepdims=True.",
            softmax_by_entry,
            by="slow",
        ),
    ],
    invariants=[
        Invariant(
            "The rows do not sum to 1. Each is divided by the sum of its own exponentials (axis=1, "
            "keepdims=True), with nothing small added below the line.",
            rows_sum_to_one,
        ),
        Invariant(
            "The rows sum to 1, but the shares are not in the ratio of their exponentials. Take "
            "`np.exp` of the logits, and before it subtract one number in each row: nothing else, "
            "and no division, leaves the ratio as it is.",
            ratios_are_exponentials,
        ),
    ],
    alternatives=[
        softmax_by_rows,
        softmax_by_transposing,
        softmax_by_logarithm,
        softmax_by_einsum,
    ],
)

EXERCISE = "03"
TASKS = [SIGMOID, SIGMOID_PRIME, TANH_PRIME, LEAKY_RELU, ELU_PRIME, SOFTPLUS, SOFTMAX]
