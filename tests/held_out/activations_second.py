"""Wrong answers to four tasks of exercise 03, written without sight of the catalogue of mistakes.

31 of 36 named when first measured; the checks were then mended with sight of them.
"""

import math

import numpy as np


# I am right: sigmoid_prime may call the sigmoid of task 1, so the answers below use this one.
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


# I had both forms on paper and put each one on the other side of the where.
def si_sides_swapped(z):
    e = np.exp(-np.abs(z))
    return np.where(z <= 0, 1 / (1 + e), e / (1 + e))


# I typed the formula as it is in the book; exp of a big number is just inf and 1/inf is 0.
def si_textbook(z):
    return 1 / (1 + np.exp(-z))


# I thought where would only compute the form that it needs for an entry.
def si_where_computes_both(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


# I remembered that the sigmoid is a tanh moved up and halved, and np.tanh never overflows.
def si_tanh_without_half_z(z):
    return 0.5 * (1 + np.tanh(z))


# I read that the exponent is -|z| in both forms, so I thought one form does for all.
def si_one_form_only(z):
    return 1 / (1 + np.exp(-np.abs(z)))


# I wrote the fractions the way I say them: one over one plus e, e over one plus e.
def si_brackets_missing(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)


# I need an empty result of the same shape as z, and zeros_like makes one.
def si_zeros_like_integers(z):
    result = np.zeros_like(z)
    right = z >= 0
    result[right] = 1 / (1 + np.exp(-z[right].astype(float)))
    e = np.exp(z[~right].astype(float))
    result[~right] = e / (1 + e)
    return result


# I save memory: once I know the signs I only need the absolute values, so I keep them in z.
def si_abs_in_place(z):
    positive = z >= 0
    np.abs(z, out=z)
    e = np.exp(-z)
    return np.where(positive, 1 / (1 + e), e / (1 + e))


# I fill the positive entries, then the negative ones, and that is everything.
def si_zero_left_out(z):
    result = np.zeros(z.shape)
    e = np.exp(-np.abs(z))
    result[z > 0] = 1 / (1 + e[z > 0])
    result[z < 0] = e[z < 0] / (1 + e[z < 0])
    return result


# I know backprop code where the derivative gets the activation, so I wrote that one.
def sp_of_output(z):
    return z * (1 - z)


# I remembered s and s minus one, or was it the other way round?
def sp_factor_reversed(z):
    s = sigmoid(z)
    return s * (s - 1)


# I copied the formula from left to right and saw no need for the bracket.
def sp_bracket_missing(z):
    s = sigmoid(z)
    return s * 1 - s


# I differentiated the fraction by hand with the quotient rule and typed what came out.
def sp_quotient_rule_overflow(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


# I mixed it up with the slope of tanh, one minus the square of the output.
def sp_tanh_rule(z):
    return 1 - sigmoid(z) ** 2


# I first made z the output, and then the formula says sigmoid, so I typed sigmoid again.
def sp_sigmoid_twice(z):
    z = sigmoid(z)
    return sigmoid(z) * (1 - sigmoid(z))


# I used the lesson's form with e to the -|z|, but I lost the square below.
def sp_square_lost(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)


# I was happy to see the right numbers in the output of the cell.
def sp_printed(z):
    s = sigmoid(z)
    slope = s * (1 - s)
    print(slope)


# I learned that a product of two arrays is written with @ in Python.
def sp_matrix_product(z):
    s = sigmoid(z)
    return s @ (1 - s)


# I thought z is already the tanh, as in the code of my last course.
def tp_of_output(z):
    return 1 - z**2


# I read tanh^2(z) and squared what stands in the bracket.
def tp_square_inside(z):
    return 1 - np.tanh(z**2)


# I took one minus tanh and then the square of it.
def tp_square_of_difference(z):
    return (1 - np.tanh(z)) ** 2


# I know the slope as one over cosh squared, and this is the same function.
def tp_cosh_overflow(z):
    return 1 / np.cosh(z) ** 2


# I know that tan' is 1 + tan^2, so I thought it is the same with an h.
def tp_plus_like_tan(z):
    return 1 + np.tanh(z) ** 2


# I used the tanh of the math module, it needs no NumPy.
def tp_math_scalar(z):
    return 1 - math.tanh(z) ** 2


# I kept the pattern of the task before, s times one minus s, with tanh as s.
def tp_sigmoid_rule(z):
    t = np.tanh(z)
    return t * (1 - t)


# I come from MATLAB, where a hat is the power.
def tp_hat_as_power(z):
    return 1 - np.tanh(z) ^ 2


# I go through all entries with ravel, then it works for any number of axes.
def tp_flattened(z):
    return np.array([1 - math.tanh(v) ** 2 for v in z.ravel()])


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
OVERFLOW = ["overflow", "too large for a float", "too big for a float", "beyond every float"]
SQUARE_MISSING = ["square", "squared", "** 2", "**2", "power"]
OF_OUTPUT = [
    "output+input",
    "output of the sigmoid",
    "output of tanh",
    "the output, not",
    "already",
    "z itself",
    "z as if",
    "of the output",
    "from the output",
    "applied to z",
    "without tanh",
    "without the sigmoid",
    "sigmoid+missing",
]
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

HELD_OUT = {
    "sigmoid": [
        (
            si_sides_swapped,
            "the two forms on the wrong sides: sigmoid of -z",
            [*SWAPPED, " sign", "minus", "falls", "decreas", "of -z", "σ(-z)", "σ(−z)"],
        ),
        (si_textbook, "e^-z overflows for very negative z", OVERFLOW),
        (
            si_where_computes_both,
            "np.where computes both sides, one of them overflows",
            [*OVERFLOW, "both sides", "computes both", "where+both", "inf/inf"]
            + ["both forms", "inf / inf"],
        ),
        (
            si_tanh_without_half_z,
            "tanh of z instead of z/2: sigmoid of 2z",
            ["tanh", "half", "z/2", "z / 2", "2z", "2 z", "2·z", "twice", "steep", "factor 2"],
        ),
        (
            si_one_form_only,
            "one form for both sides, so negative z get the value of |z|",
            [
                "symmetric",
                "same value+both",
                "same+both sides",
                "same for z and -z",
                "sign of z",
                "second form",
                "other form",
                "two forms",
                "one form",
                "forgot+negative",
                "only+positive",
                "negative+never below",
                "absolute+lost",
                "below 1/2",
                "below 0.5",
                "mirror",
            ],
        ),
        (
            si_brackets_missing,
            "brackets around the denominator missing",
            ["bracket", "parenthes", "precedence", "denominator", "1 / 1", "1/1", "divides first"],
        ),
        (
            si_zeros_like_integers,
            "zeros_like takes over the integer dtype",
            [*INTEGER, "zeros_like"],
        ),
        (si_abs_in_place, "z changed in place", IN_PLACE),
        (
            si_zero_left_out,
            "z = 0 in neither case, left at 0",
            ["at 0", "at z = 0", "z = 0", "z=0", "exactly 0", "exactly zero", "at zero", "1/2"],
        ),
    ],
    "sigmoid_prime": [
        (sp_of_output, "z taken for the output of the sigmoid", [*OF_OUTPUT, "z(1", "z * (1"]),
        (
            sp_factor_reversed,
            "s - 1 instead of 1 - s: wrong sign",
            [" sign", "negative", "minus", "s - 1", "1 - s", "reversed", "order of the difference"],
        ),
        (
            sp_bracket_missing,
            "brackets around 1 - s missing",
            ["bracket", "parenthes", "precedence", "s * 1", "s·1", "s - s", "before minus"],
        ),
        (
            sp_quotient_rule_overflow,
            "e^-z overflows for very negative z",
            [*OVERFLOW, "inf/inf", "inf / inf", "nan"],
        ),
        (
            sp_tanh_rule,
            "slope of tanh, 1 - s^2, used for the sigmoid",
            ["tanh", "1 - s²", "1 - s^2", "1 - s**2", "1 − s²", "square", "one minus+squared"],
        ),
        (
            sp_sigmoid_twice,
            "sigmoid applied twice",
            ["twice", "two times", "sigmoid of the sigmoid", "σ(σ", "second time"] + ["already"],
        ),
        (
            sp_square_lost,
            "square of the denominator forgotten",
            [*SQUARE_MISSING, "one factor", "a factor", "second factor", "(1 + e)"],
        ),
        (
            sp_printed,
            "return forgotten, printed only",
            ["none+return", "`none`", "is none", "forgot+return", "no return", "without return"]
            + ["return+missing", "return+nothing", "`return`", "print", "return statement"],
        ),
        (
            sp_matrix_product,
            "matrix product instead of entry by entry",
            ["@", "matrix", "matmul", "dot product", "np.dot", "inner product", "entry by entry"]
            + ["entrywise", "elementwise", "element-wise", "sums over"],
        ),
    ],
    "tanh_prime": [
        (tp_of_output, "z taken for the output of tanh", [*OF_OUTPUT, "1 - z²", "tanh+missing"]),
        (
            tp_square_inside,
            "z squared instead of tanh(z)",
            ["inside", "z²", "z squared", "squares z", "squared z", "z ** 2", "z**2", "z^2"]
            + ["square of z", "square+result", "square+belongs", "before tanh"],
        ),
        (
            tp_square_of_difference,
            "the whole difference squared instead of tanh",
            ["bracket", "parenthes", "(1 - tanh", "(1 − tanh", "difference", "square+only"]
            + ["square+whole", "square+belongs", "subtract+first", "(1 - t)"],
        ),
        (tp_cosh_overflow, "cosh overflows for large z", [*OVERFLOW, "cosh"]),
        (
            tp_plus_like_tan,
            "plus instead of minus",
            [" sign", "plus", "adds", "added", "1 + tanh", "subtract", "1 + t"],
        ),
        (
            tp_math_scalar,
            "math.tanh takes single numbers only",
            ["math.", "math module", "module math", "`math`", "np.tanh", "single number"]
            + ["one number", "scalar", "whole array", "numbers only", "single value"],
        ),
        (
            tp_sigmoid_rule,
            "rule of the sigmoid, t(1 - t), used for tanh",
            ["sigmoid", "σ", "t(1", "t * (1", "t·(1", "tanh(z) * (1", "tanh(z)·(1", "t (1"],
        ),
        (
            tp_hat_as_power,
            "^ is no power in Python",
            ["^", "xor", "bitwise", "caret", "a hat", "the hat"],
        ),
        (
            tp_flattened,
            "shape of z lost, result flat",
            ["shape", "flat", "ravel", "one axis", "one-dimensional", "1-d", "reshape"],
        ),
    ],
    "leaky_relu": [
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
    ],
}
