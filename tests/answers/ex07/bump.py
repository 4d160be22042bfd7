"""Answers to bump: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid
from mlp_lesson.approximation import bump, step


def bump_by_loop(x, left, right, height, s):
    values = [float(bump(v, left, right, height, s)) for v in np.ravel(x)]
    return np.reshape(values, np.shape(x))


def bump_as_two_weights(x, left, right, height, s):
    at, v = np.array([left, right]), np.array([height, -height])
    return sigmoid(s * (np.asarray(x)[..., None] - at)) @ v


def bump_by_tanh(x, left, right, height, s):
    x = np.asarray(x)
    return height / 2 * (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2))


def bump_from_mirrored_steps(x, left, right, height, s):
    return height * step(x, left, s) + height * step(-np.asarray(x), -right, s) - height


RIGHT = [bump_as_two_weights, bump_by_tanh, bump_from_mirrored_steps]
SLOW = [bump_by_loop]
WRONG = [
    (lambda x, a, b, h, s: np.where((np.asarray(x) > a) & (np.asarray(x) < b), h, 0), "jumps"),
    (lambda x, a, b, h, s: h * ((np.asarray(x) >= a) & (np.asarray(x) <= b)), "jumps"),
]

# ---- held out: above each function what its author was thinking


def soft_step(x, at, steepness):
    return sigmoid(steepness * (np.asarray(x, dtype=float) - at))


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


HELD_OUT = [
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
]
