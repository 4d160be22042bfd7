"""Wrong values that betray their cause by their pattern, whatever the task.

A signature takes the wrong leaves of one part, as Pairs of arrays of floats, and returns a hint if
the pattern holds in all of them, else None. They are tried in the order of SIGNATURES.
"""

from typing import NamedTuple

import numpy as np


class Pair(NamedTuple):
    """A wrong array beside the right one, with the arguments that led to it."""

    args: tuple
    expected: np.ndarray
    got: np.ndarray

    @property
    def n(self):
        """Number of rows: the length of the first array among the arguments."""
        return next((len(a) for a in self.arrays() if a.ndim), 1)

    def arrays(self):
        return [a for a in _flat(self.args) if isinstance(a, np.ndarray) and a.dtype.kind in "biuf"]


def _flat(args):
    for a in args:
        if isinstance(a, list | tuple):
            yield from _flat(a)
        else:
            yield a


def close(a, b):
    """Same shape and numbers, up to rounding."""
    return a.shape == b.shape and np.allclose(a, b, rtol=1e-6, atol=1e-9, equal_nan=True)


def wrong_entries(pair):
    """Mask of the entries that differ; the shapes are equal."""
    return ~np.isclose(pair.got, pair.expected, rtol=1e-6, atol=1e-9, equal_nan=True)


FACTORS = [  # what got / expected is, and what that means
    ("-1", lambda p: -1, "The sign is wrong: every value is -1 times what it should be."),
    ("2", lambda p: 2, "Every value is 2 times too large: a factor 1/2 is missing, or a 2 is too "
     "much."),
    ("1/2", lambda p: 1 / 2, "Every value is half of what it should be: a 1/2 is too much, or a "
     "factor 2 is missing."),
    ("1/ln 2", lambda p: 1 / np.log(2), "Every value is 1/ln 2 = 1.44 times too large: that is "
     "log2; the natural logarithm, `np.log`, is meant."),
    ("1/ln 10", lambda p: 1 / np.log(10), "Every value is 0.434 times the right one: that is "
     "log10; the natural logarithm, `np.log`, is meant."),
    ("n", lambda p: p.n, "Every value is n times too large, n being the number of rows: a sum "
     "stands where a mean is meant, or the 1/n is missing."),
    ("1/n", lambda p: 1 / p.n, "Every value is n times too small, n being the number of rows: a "
     "mean stands where a sum is meant, or the 1/n is applied twice."),
    ("-n", lambda p: -p.n, "Every value is -n times the right one, n being the number of rows: the "
     "sign is wrong and the 1/n is missing (a sum where a mean is meant)."),
    ("-1/n", lambda p: -1 / p.n, "Every value is -1/n times the right one, n being the number of "
     "rows: the sign is wrong and the 1/n is applied once too often (mean instead of sum)."),
    ("size", lambda p: _columns(p), "Every value is k times too large, k being the number of "
     "columns: the mean is meant over the columns too, or a sum stands where a mean is meant."),
    ("1/size", lambda p: 1 / _columns(p), "Every value is k times too small, k being the number of "
     "columns: the mean is taken over all entries where it is meant over the rows only."),
]  # fmt: skip


def _columns(pair):
    return next((a.shape[1] for a in pair.arrays() if a.ndim == 2), 1)


class Factor(NamedTuple):
    """One factor between what is and what should be, the same everywhere."""

    name: str  # "-1", "n"
    hint: str
    by_rows: bool = False  # does it depend on the number of rows?


def factor_between(pairs):
    """The Factor c with got = c · expected in all pairs; None if there is none."""
    ratios = [_ratio(p) for p in pairs]
    if None in ratios:
        return None
    for name, value, hint in FACTORS:
        if all(np.isclose(r, value(p), rtol=1e-5) for r, p in zip(ratios, pairs, strict=True)):
            return Factor(name, hint, name.lstrip("-") in ("n", "1/n"))
    if len(ratios) > 1 and np.allclose(ratios, ratios[0], rtol=1e-5):
        name = f"{ratios[0]:.4g}"
        return Factor(name, f"Every value is {name} times the right one: a constant is wrong.")
    return None


def constant_ratio(pairs):
    factor = factor_between(pairs)
    return factor.hint if factor and _no_chance(pairs) else None


def _no_chance(pairs):
    """Is there more to compare than one small whole number, of which any other is a multiple?"""
    right = np.concatenate([p.expected.ravel() for p in pairs])
    whole = np.abs(right).max() < 100 and close(right, np.round(right))
    return not whole or len(np.unique(right[right != 0])) > 1


def _ratio(pair):
    """c if got = c · expected with c neither 0 nor 1, else None."""
    if pair.got.shape != pair.expected.shape:
        return None
    e, g = pair.expected.ravel(), pair.got.ravel()
    if not (np.isfinite(e).all() and np.isfinite(g).all()) or not e.any():
        return None
    scaled = e / np.abs(e).max()  # its square cannot overflow
    ratio = (scaled @ g) / (scaled @ e)
    if not ratio or np.isclose(ratio, 1, rtol=1e-5):
        return None
    return ratio if np.allclose(g, ratio * e, rtol=1e-5, atol=1e-9) else None


def transposed(pairs):
    if all(p.expected.ndim == 2 and close(p.got, p.expected.T) for p in pairs):
        return "The result is transposed: its rows should be columns."
    return None


def wrong_shape(pairs):
    if all(p.got.shape != p.expected.shape and p.got.size == p.expected.size
           and close(p.got.ravel(), p.expected.ravel()) for p in pairs):  # fmt: skip
        p = pairs[0]
        return (
            f"The values are right but have the wrong shape: {p.got.shape} where "
            f"{p.expected.shape} is asked for."
        )
    return None


def broadcast_table(pairs):
    def grew(p):
        return p.expected.ndim < 2 < p.got.ndim + 1 and p.got.shape == (p.n, p.n) and p.n > 1

    if all(grew(p) or p.n == 1 for p in pairs) and any(map(grew, pairs)):
        return (
            "The result is an (n, n) table: somewhere an array of shape (n,) met one of shape "
            "(n, 1), and NumPy paired every entry with every other."
        )
    return None


def some_shape(pairs):
    if all(p.got.shape != p.expected.shape for p in pairs):
        p = min(pairs, key=lambda p: p.expected.size)
        if all(p.got.shape == () for p in pairs):
            return (
                f"The result is one number where an array of shape {p.expected.shape} is asked for."
            )
        axis = ", and look which axis is summed over" if p.got.ndim < p.expected.ndim else ""
        return (
            f"The shape is wrong: {p.got.shape} where {p.expected.shape} is asked for. "
            f"Write the shape beside every line{axis}."
        )
    return None


def all_zero(pairs):
    if all(not p.got.any() for p in pairs):
        if len(pairs) == 1:
            return (
                "The result is all zeros. Is this case treated apart, or does a number that is "
                "computed on the way (a limit, an index, a factor) mean something else here?"
            )
        return (
            "The result is all zeros. Was nothing put into the array (an `if` that asks for too "
            "much?), are two equal things subtracted (`b = a` makes no copy), or does an array of "
            "integers cut fractions off?"
        )
    return None


def equals_input(pairs):
    if all(any(close(p.got, a.astype(float)) for a in p.arrays()) for p in pairs):
        return (
            "The result is one of the arguments as it came in: is what you computed lost, or was "
            "this taken for a case in which nothing is to be done?"
        )
    return None


def not_finite(pairs):
    if not all(np.isfinite(p.expected).all() and not np.isfinite(p.got).all() for p in pairs):
        return None
    if all(_large(p.args) for p in pairs):
        return (
            "The result is NaN or infinite for large arguments: something overflows, such as "
            "`np.exp` of a large number. Write the formula so that the exponent is never positive."
        )
    return (
        "The result is NaN or infinite where it should be finite: look for a division by zero, a "
        "logarithm of 0, or an overflow."
    )


def _large(args):
    arrays = Pair(args, None, None).arrays()
    return any(a.size and np.abs(a).max() >= 30 for a in arrays)


def only_at_kink(pairs):
    return _only_where(pairs, lambda a: a == 0, (
        "All is right except where an entry of the argument is exactly 0. What should come out "
        "there? At a kink, read again to which side 0 belongs (`>` or `>=`)."
    ))  # fmt: skip


def only_when_extreme(pairs):
    return _only_where(pairs, lambda a: _in_rows(np.abs(a) >= 30), (
        "All is right except where the arguments are large (beyond 30 or so): there perhaps "
        "something overflows, is rounded away or is cut off. Use a form of the formula that is "
        "stable."
    ))  # fmt: skip


def _in_rows(mask):
    return mask | mask.any(axis=-1, keepdims=True) if mask.ndim else mask


def _only_where(pairs, special, hint):
    def fits(p):
        if p.got.shape != p.expected.shape:
            return False
        wrong = wrong_entries(p)
        likes = [a for a in p.arrays() if a.shape == p.expected.shape and not _is_target(a)]
        return any(special(a).any() and not (wrong & ~special(a)).any() for a in likes)

    special_only = all(fits(p) for p in pairs)
    return hint if special_only else None


def _is_target(a):
    """Nothing but 0 and 1, as one-hot rows and classes are: there 0 is no kink."""
    return a.ndim > 0 and a.size > 2 and np.isin(a, (0, 1)).all()


KNOWN = {  # functions that people put in place of the one that is asked for
    "tanh": np.tanh,
    "the sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "ReLU, max(0, z)": lambda z: np.maximum(z, 0),
    "softplus, ln(1 + e^z)": lambda z: np.logaddexp(0, z),
    "the threshold function": lambda z: (z >= 0) * 1.0,
    "the sign": np.sign,
    "the exponential": np.exp,
    "the cosine": np.cos,
    "the sine": np.sin,
    "the Gaussian, e^(-z²)": lambda z: np.exp(-(z**2)),
    "the Gaussian, e^(-z²/2)": lambda z: np.exp(-(z**2) / 2),
    "a ramp, z cut to 0 ... 1": lambda z: np.clip(z, 0, 1),
    "a ramp, z cut to -1 ... 1": lambda z: np.clip(z, -1, 1),
    "the square": np.square,
    "the absolute value": np.abs,
    "the arctangent": np.arctan,
    "the slope of tanh": lambda z: 1 - np.tanh(z) ** 2,
    "the slope of the sigmoid": lambda z: 1 / (2 + np.exp(z) + np.exp(-z)),
    "the slope of ReLU": lambda z: (z > 0) * 1.0,
}


def another_function(pairs):
    """The values of a known function of an argument, in place of those asked for."""
    for name, f in KNOWN.items():
        if all(_is_f_of_an_argument(f, p) for p in pairs) and _tells(pairs):
            return f"What came out is another function of the argument: {name}."
    return None


def _is_f_of_an_argument(f, p):
    likes = (np.asarray(a, float) for a in p.arrays() if a.shape == p.got.shape)
    return p.got.shape == p.expected.shape and any(close(f(a), p.got) for a in likes)


def _tells(pairs):
    return sum(len(np.unique(p.got)) for p in pairs) > 3


def off_by_one(pairs):
    for step in (1, -1):
        if all(close(p.got, p.expected + step) and close(p.expected, np.round(p.expected))
               for p in pairs):  # fmt: skip
            return f"Every value is {'one too large' if step > 0 else 'one too small'}: off by one."
    return None


def truncated(pairs):
    if not any(p.got.any() for p in pairs):
        return None  # zeros alone may be anything
    if all(p.got.shape == p.expected.shape
           and (close(p.got, np.trunc(p.expected)) or close(p.got, np.round(p.expected)))
           for p in pairs):  # fmt: skip
        return (
            "The values are cut to whole numbers: an array of integers cannot hold fractions. "
            "Make it float before writing into it, or do not convert to int."
        )
    return None


def rounded(pairs):
    few = sum(p.got.size for p in pairs) < 3  # one decimal may be right by chance
    for digits in (2, 3, 4) if few else (1, 2, 3, 4):
        if all(p.got.shape == p.expected.shape
               and np.allclose(p.got, np.round(p.expected, digits), rtol=0, atol=1e-9)
               for p in pairs):  # fmt: skip
            return (
                f"The values are right but rounded to {digits} decimals: return them as they are, "
                "and round only what is printed."
            )
    return None


def fixed_divisor(pairs):
    """Divided by one number always, where the number of rows is meant."""
    ratios = [_ratio(p) for p in pairs]
    if None in ratios or len({p.n for p in pairs}) < 2:
        return None
    divisors = [p.n / ratio for p, ratio in zip(pairs, ratios, strict=True)]
    if np.allclose(divisors, divisors[0], rtol=1e-5) and divisors[0] > 1.5:
        return (
            f"It is divided by {divisors[0]:.6g} every time, however many rows there are: take "
            "their number from the argument, `len(...)`."
        )
    return None


def wrapped(pairs):
    """Whole numbers that ran over the end of a small type."""
    for bits in (8, 16):
        size = 2**bits
        for low in (0, -size // 2):
            if all(p.got.shape == p.expected.shape and close(p.expected, np.round(p.expected))
                   and close(p.got, (p.expected - low) % size + low) for p in pairs):  # fmt: skip
                return (
                    f"Large numbers overflow: {bits} bits hold {size} different numbers, after the "
                    "last they start again. Use a larger dtype, such as `int` (64 bits)."
                )
    return None


def shifted(pairs):
    def is_shifted(p, step):
        ndim = p.expected.ndim
        return any(close(p.got, np.roll(p.expected, step, axis=axis)) for axis in range(ndim))

    if any(all(is_shifted(p, step) for p in pairs) for step in (1, -1)):
        return "The values are right but one place further on: perhaps an index is off by one."
    return None


def reversed_order(pairs):
    def is_reversed(p):
        return any(close(p.got, np.flip(p.expected, axis)) for axis in range(p.expected.ndim))

    return "The values are right but in reversed order." if all(map(is_reversed, pairs)) else None


def absolute(pairs):
    if all(close(p.got, np.abs(p.expected)) for p in pairs):
        return "The sizes are right but the signs are lost: every value is positive."
    return None


def power(pairs):
    if all(close(p.got, p.expected**2) for p in pairs):
        return "Every value is the square of the right one: perhaps a square root is missing."
    if all((p.expected >= 0).all() and close(p.got, np.sqrt(p.expected)) for p in pairs):
        return "Every value is the square root of the right one."
    return None


def complement(pairs):
    if sum(p.got.size for p in pairs) > 3 and all(close(p.got, 1 - p.expected) for p in pairs):
        return "Every value is 1 minus the right one: perhaps two classes or cases are exchanged."
    return None


def added_constant(pairs):
    if any(p.got.shape != p.expected.shape or p.got.size < 2 for p in pairs):
        return None
    shifts = [p.got - p.expected for p in pairs]
    first = shifts[0].flat[0]
    if np.isfinite(first) and all(np.allclose(s, first, rtol=1e-5, atol=1e-9) for s in shifts):
        return "Every value is off by the same constant: perhaps something is added once too often."
    return None


def affine(pairs):
    """a · right + b, with the same two numbers everywhere."""
    if any(p.got.shape != p.expected.shape for p in pairs):
        return None
    e = np.concatenate([p.expected.ravel() for p in pairs])
    g = np.concatenate([p.got.ravel() for p in pairs])
    if len(np.unique(e)) < 4 or not (np.isfinite(e).all() and np.isfinite(g).all() and np.ptp(g)):
        return None
    a, b = np.polyfit(e, g, 1)
    if abs(abs(a) - 1) < 1e-6 or not a:  # a sign, a constant: that is said elsewhere
        return None
    if np.allclose(g, a * e + b, rtol=1e-6, atol=1e-8 * np.abs(g).max()):
        return (
            f"Every value is {a:.4g} times the right one, plus {b:.4g}: shift and scale are wrong."
        )
    return None


def only_zeros_and_ones(pairs):
    if all(p.got.shape == p.expected.shape and np.isin(p.got, (0, 1)).all()
           and not close(p.expected, np.round(p.expected)) for p in pairs):  # fmt: skip
        return (
            "The result holds only 0s and 1s where numbers between are asked for: a comparison or "
            "a threshold stands in place of a value."
        )
    return None


def nearly_right(pairs):
    def near(p):
        if p.got.shape != p.expected.shape or not np.isfinite(p.expected).all():
            return False
        return np.abs(p.got - p.expected).max() <= 1e-3 * np.abs(p.expected).max()

    if all(map(near, pairs)):
        return (
            "The values are nearly right, off by less than 0.1%. Perhaps something is rounded on "
            "the way (`round`, float16), a small number is added that does not belong there, a "
            "slope is measured with a step where its formula is meant, or your formula is another "
            "one that gives almost the same here."
        )
    return None


def constant_answer(pairs):
    first = pairs[0].got
    different = any(not close(p.expected, pairs[0].expected) for p in pairs)
    fits = all(p.got.shape == p.expected.shape for p in pairs)  # else say that first
    if len(pairs) > 2 and different and fits and all(close(p.got, first) for p in pairs):
        return "The answer is the same whatever the arguments are: it must be computed from them."
    return None


def one_slice(pairs):
    places = [("row", 0, -1, "last"), ("row", 0, 0, "first"),
              ("column", 1, -1, "last"), ("column", 1, 0, "first")]  # fmt: skip
    for name, axis, index, word in places:
        long = [p for p in pairs if p.expected.ndim > axis and p.expected.shape[axis] > 1]
        if len(long) > 1 and all(_only_slice(p, axis, index) for p in pairs):
            what = name if pairs[0].expected.ndim > 1 else "entry"
            return f"Only the {word} {what} is wrong: look where a loop or slice starts and ends."
    return None


def _only_slice(p, axis, index):
    if p.got.shape != p.expected.shape or p.expected.ndim <= axis:
        return False
    wrong = np.moveaxis(wrong_entries(p), axis, 0).copy()
    wrong[index] = False
    return not wrong.any()


SIGNATURES = [
    all_zero, constant_answer, equals_input, transposed, wrong_shape, broadcast_table, some_shape,
    not_finite, only_at_kink, only_when_extreme, another_function, constant_ratio, fixed_divisor,
    truncated, rounded, wrapped, off_by_one, shifted, reversed_order, absolute, complement, power,
    added_constant, one_slice, affine, only_zeros_and_ones, nearly_right,
]  # fmt: skip

GUESSES = [  # which say too little of a few cases that are left over
    all_zero, constant_answer, equals_input, only_at_kink, only_when_extreme, added_constant,
    one_slice, only_zeros_and_ones, nearly_right, some_shape, not_finite,
]  # fmt: skip
