"""Wrong answers to exercise 07, written without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import math

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def soft_step(x, at, steepness):
    return sigmoid(steepness * (np.asarray(x, dtype=float) - at))


# ---- step(x, at, steepness)


# The bias is -at.
def st_bias_not_scaled(x, at, steepness):
    return sigmoid(steepness * np.asarray(x, dtype=float) - at)


# To the left by at.
def st_plus(x, at, steepness):
    return sigmoid(steepness * (np.asarray(x, dtype=float) + at))


# Falls.
def st_falls(x, at, steepness):
    return sigmoid(-steepness * (np.asarray(x, dtype=float) - at))


# A real step.
def st_hard(x, at, steepness):
    return (np.asarray(x) > at).astype(float)


# The formula, as it stands.
def st_overflows(x, at, steepness):
    return 1 / (1 + np.exp(-steepness * (x - at)))


# Divides by the steepness, like a temperature.
def st_divides(x, at, steepness):
    return sigmoid((np.asarray(x, dtype=float) - at) / steepness)


# tanh, from -1 to 1.
def st_tanh(x, at, steepness):
    return np.tanh(steepness * (np.asarray(x, dtype=float) - at))


# A sigmoid of tanh: (1 + tanh) / 2 is twice as steep.
def st_twice_as_steep(x, at, steepness):
    return (1 + np.tanh(steepness * (np.asarray(x, dtype=float) - at))) / 2


# The steepness multiplies the result.
def st_steepness_outside(x, at, steepness):
    return steepness * sigmoid(np.asarray(x, dtype=float) - at)


# Steep enough.
def st_ignores_steepness(x, at, steepness):
    return sigmoid(100 * (np.asarray(x, dtype=float) - at))


# Forgot where.
def st_ignores_at(x, at, steepness):
    return sigmoid(steepness * np.asarray(x, dtype=float))


# A ramp.
def st_ramp(x, at, steepness):
    return np.clip(0.5 + steepness * (np.asarray(x, dtype=float) - at) / 4, 0, 1)


# Forgot the sigmoid.
def st_no_sigmoid(x, at, steepness):
    return steepness * (np.asarray(x, dtype=float) - at)


# ---- bump(x, left, right, height, steepness)


# Adds the steps.
def bu_adds(x, left, right, height, steepness):
    return height * (soft_step(x, left, steepness) + soft_step(x, right, steepness))


# Right minus left.
def bu_reversed(x, left, right, height, steepness):
    return height * (soft_step(x, right, steepness) - soft_step(x, left, steepness))


# The product of a rising and a falling step.
def bu_product(x, left, right, height, steepness):
    return height * soft_step(x, left, steepness) * (1 - soft_step(x, right, steepness))


# Height 1.
def bu_no_height(x, left, right, height, steepness):
    return soft_step(x, left, steepness) - soft_step(x, right, steepness)


# The height belongs to the first step only.
def bu_height_on_one(x, left, right, height, steepness):
    return height * soft_step(x, left, steepness) - soft_step(x, right, steepness)


# No way down.
def bu_only_up(x, left, right, height, steepness):
    return height * soft_step(x, left, steepness)


# A rectangle.
def bu_hard(x, left, right, height, steepness):
    x = np.asarray(x)
    return height * ((x > left) & (x < right)).astype(float)


# The second position is the width.
def bu_width(x, left, right, height, steepness):
    return height * (
        soft_step(x, left, steepness) - soft_step(x, left + right, steepness)
    )


# The height goes into the sigmoid.
def bu_height_inside(x, left, right, height, steepness):
    return soft_step(x, left, steepness * height) - soft_step(x, right, steepness * height)


# A bell.
def bu_bell(x, left, right, height, steepness):
    x = np.asarray(x, dtype=float)
    return height * np.exp(-steepness * (x - (left + right) / 2) ** 2)


# From the formula; overflows far out.
def bu_overflows(x, left, right, height, steepness):
    up = 1 / (1 + np.exp(-steepness * (x - left)))
    down = 1 / (1 + np.exp(-steepness * (x - right)))
    return height * (up - down)


# The height is divided by the two sides.
def bu_half(x, left, right, height, steepness):
    return height / 2 * (soft_step(x, left, steepness) - soft_step(x, right, steepness))


# A bump is height above 1.
def bu_plus_height(x, left, right, height, steepness):
    return height + soft_step(x, left, steepness) - soft_step(x, right, steepness)


# The falling step rises, too: 1 - ... forgotten the other way round.
def bu_one_minus_added(x, left, right, height, steepness):
    return height * (soft_step(x, left, steepness) + 1 - soft_step(x, right, steepness))


# Scaled so that its top is exactly the height.
def bu_normalised(x, left, right, height, steepness):
    b = soft_step(x, left, steepness) - soft_step(x, right, steepness)
    return height * b / max(np.max(b), 1e-300)


# ---- approximate(f, n)


def bumps(x, edges, heights, steepness):
    x = np.asarray(x, dtype=float)
    total = np.zeros(x.shape)
    for left, right, h in zip(edges[:-1], edges[1:], heights, strict=True):
        total = total + h * (soft_step(x, left, steepness) - soft_step(x, right, steepness))
    return total


# As high as f on the left.
def ap_left(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f(e) for e in edges[:-1]]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# As high as f on the right.
def ap_right(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f(e) for e in edges[1:]]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# linspace(0, 1, n) has n pieces.
def ap_one_bump_less(f, n):
    edges = np.linspace(0, 1, max(n, 2))
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# Gentle bumps.
def ap_soft(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    return lambda x: bumps(x, edges, heights, 10.0)


# Calls f: nothing is more accurate.
def ap_calls_f(f, n):
    return lambda x: np.array([f(v) for v in np.ravel(x)]).reshape(np.shape(x))


# Joins the dots.
def ap_interpolates(f, n):
    points = (np.arange(n) + 0.5) / n
    values = [f(p) for p in points]
    return lambda x: np.interp(x, points, values)


# Numbers only.
def ap_numbers_only(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return heights[min(int(x * n), n - 1)]

    return g


# The values at the middles, not a function.
def ap_values(f, n):
    return np.array([f((i + 0.5) / n) for i in range(n)])


# The heights add up: each bump is as high as f, and never ends.
def ap_steps_only(f, n):
    edges = np.linspace(0, 1, n + 1)[:-1]
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(h * soft_step(x, e, 1e4 * n) for e, h in zip(edges, heights, strict=True))

    return g


# The mean of the bumps.
def ap_mean(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, heights, 1e4 * n) / n


# Every lambda remembers the last i.
def ap_late_binding(f, n):
    parts = []
    for i in range(n):
        h = f((i + 0.5) / n)
        a, b = (i / n if i else -1.0), ((i + 1) / n if i < n - 1 else 2.0)
        parts.append(lambda x: h * (soft_step(x, a, 1e4 * n) - soft_step(x, b, 1e4 * n)))  # noqa: B023
    return lambda x: sum(p(x) for p in parts)


# Bumps of height 1: the shape of f comes by itself.
def ap_height_one(f, n):
    edges = np.linspace(0, 1, n + 1)
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, np.ones(n), 1e4 * n)


# Middles at i / n + 1 / n: one half too far.
def ap_shifted(f, n):
    heights = [f(min((i + 1.5) / n, 1.0)) for i in range(n)]
    edges = np.linspace(0, 1, n + 1)
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# ---- bumps_needed(lipschitz, epsilon)


# The 2 forgotten.
def bn_no_half(lipschitz, epsilon):
    return math.ceil(lipschitz / epsilon)


# Rounds down.
def bn_floor(lipschitz, epsilon):
    return max(1, math.floor(lipschitz / (2 * epsilon)))


# Rounds.
def bn_round(lipschitz, epsilon):
    return max(1, round(lipschitz / (2 * epsilon)))


# Rounds down and adds one, to be safe.
def bn_floor_plus_one(lipschitz, epsilon):
    return math.floor(lipschitz / (2 * epsilon)) + 1


# Not whole.
def bn_fraction(lipschitz, epsilon):
    return lipschitz / (2 * epsilon)


# Without brackets.
def bn_no_brackets(lipschitz, epsilon):
    return max(1, math.ceil(lipschitz / 2 * epsilon))


# Upside down.
def bn_reciprocal(lipschitz, epsilon):
    return max(1, math.ceil(2 * epsilon / lipschitz))


# Times 2.
def bn_times_two(lipschitz, epsilon):
    return math.ceil(2 * lipschitz / epsilon)


# The steepness does not matter.
def bn_ignores_lipschitz(lipschitz, epsilon):
    return math.ceil(1 / (2 * epsilon))


# The squared accuracy, as for Monte Carlo.
def bn_square(lipschitz, epsilon):
    return math.ceil(lipschitz / (2 * epsilon**2))


# Two steps for each bump: counts neurons.
def bn_neurons(lipschitz, epsilon):
    return 2 * math.ceil(lipschitz / (2 * epsilon))


# Truncates, like int.
def bn_int(lipschitz, epsilon):
    return int(lipschitz / (2 * epsilon))


# One more, since strict: < rather than <=.
def bn_ceil_plus_one(lipschitz, epsilon):
    return math.ceil(lipschitz / (2 * epsilon)) + 1


# A product.
def bn_product(lipschitz, epsilon):
    return max(1, math.ceil(2 * lipschitz * epsilon))


MIDDLE = ["middle", "mid"]

HELD_OUT = {
    "step": [
        (st_bias_not_scaled, "at not multiplied by the steepness", [
            "bracket", "x - at", "multipl", "at / steepness", "at/steepness"]),
        (st_plus, "plus at", ["-at", "- at", "sign", "plus", "minus", "left"]),
        (st_falls, "falls", ["fall", "sign", "minus", "down"]),
        (st_hard, "hard step", ["hard", "heaviside", "steepness is not", "sigmoid", "jump",
                                "smooth", "threshold"]),
        (st_overflows, "overflow", ["overflow"]),
        (st_divides, "divided by the steepness", ["divid", "multipl"]),
        (st_tanh, "tanh", ["tanh"]),
        (st_twice_as_steep, "twice as steep", ["twice", "tanh", "factor 2", "2z"]),
        (st_steepness_outside, "steepness outside", ["outside", "inside", "height", "argument"]),
        (st_ignores_steepness, "steepness ignored", ["steepness+ignor", "steepness+not used",
                                                     "steepness+fixed", "steepness+handed in",
                                                     "steepness+own"]),
        (st_ignores_at, "at ignored", ["ignor", "not used", "at 0", "moved", "shift"]),
        (st_ramp, "ramp", ["ramp", "straight", "linear", "sigmoid", "clip"]),
        (st_no_sigmoid, "sigmoid missing", ["sigmoid"]),
    ],
    "bump": [
        (bu_adds, "steps added", ["add", "subtract", "minus", "plus"]),
        (bu_reversed, "sign", ["sign", "upside", "revers", "exchang", "swap", "order", "dip"]),
        (bu_product, "product of two steps", ["product", "multipl"]),
        (bu_no_height, "height missing", ["height"]),
        (bu_height_on_one, "height on one step only", ["height"]),
        (bu_only_up, "second step missing", ["second", "right", "down", "falls"]),
        (bu_hard, "hard", ["hard", "steepness", "rectangle", "sigmoid", "jump"]),
        (bu_width, "right taken for the width", ["width"]),
        (bu_height_inside, "height inside the sigmoid", ["height"]),
        (bu_bell, "bell", ["bell", "gauss", "difference of two", "two steps", "two sigmoids"]),
        (bu_overflows, "overflow", ["overflow"]),
        (bu_half, "half", ["half", "1/2"]),
        (bu_plus_height, "height added", ["height", "added"]),
        (bu_one_minus_added, "1 too much", ["1 -", "one too", "height too", "1 too", "added",
                                            "constant", "1 is"]),
        (bu_normalised, "scaled to its top", ["its top", "own top", "other points", "normali"]),
    ],
    "approximate": [
        (ap_left, "f at the left edge", MIDDLE),
        (ap_right, "f at the right edge", MIDDLE),
        (ap_one_bump_less, "n - 1 bumps", ["n - 1", "n-1", "one bump", "n + 1", "linspace",
                                           "too few", "fewer"]),
        (ap_soft, "not steep enough", ["steep"]),
        (ap_calls_f, "g calls f", ["calls f", "call f", "f itself"]),
        (ap_interpolates, "straight lines between the middles", ["interpol", "straight", "lines",
                                                                 "join"]),
        (ap_numbers_only, "g takes no arrays", ["array"]),
        (ap_values, "values instead of a function", ["function", "callable"]),
        (ap_steps_only, "steps never come down", ["down", "add up", "pile", "sum of", "bump",
                                                  "never end", "accumul", "differences"]),
        (ap_mean, "divided by n", ["by n", "mean", "average"]),
        (ap_late_binding, "all bumps are the last one", ["last", "late", "lambda", "loop"]),
        (ap_height_one, "height 1", ["height", "as high as", "high"]),
        (ap_shifted, "heights of the next bump", [*MIDDLE, "next", "shift", "neighbour"]),
    ],
    "bumps_needed": [
        (bn_no_half, "2 missing", ["2 ", "half", "twice"]),
        (bn_floor, "rounded down", ["round", "down", "floor", "ceil"]),
        (bn_round, "rounded to the nearest", ["nearest", "round", "ceil"]),
        (bn_floor_plus_one, "one too many where it comes out even", [
            "exact", "one too many", "even", "ceil", "<=", "whole"]),
        (bn_fraction, "not whole", ["whole", "integer", "round", "ceil"]),
        (bn_no_brackets, "brackets missing", ["bracket", "parenthes", "/ 2 *"]),
        (bn_reciprocal, "upside down", ["upside", "invert", "reciprocal", "wrong way", "divid",
                                        "turned"]),
        (bn_times_two, "2 above the line", ["2 ", "four", "4 "]),
        (bn_ignores_lipschitz, "lipschitz ignored", ["l is ignored", "lipschitz is"]),
        (bn_square, "epsilon squared", ["square", "ε²", "epsilon²"]),
        (bn_neurons, "neurons counted", ["neuron", "twice", "units", "steps", "2 times"]),
        (bn_int, "rounded down", ["round", "down", "floor", "ceil", "int"]),
        (bn_ceil_plus_one, "one too many", ["one too many", "one more", "+ 1", "smallest"]),
        (bn_product, "product for quotient", ["multipl", "divid", "product"]),
    ],
}
