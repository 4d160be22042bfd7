"""Answers to step: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid
from mlp_lesson.approximation import step


def step_by_loop(x, at, steepness):
    values = [float(sigmoid(steepness * (v - at))) for v in np.ravel(x)]
    return np.reshape(values, np.shape(x))


def step_by_tanh(x, at, steepness):
    return (1 + np.tanh(steepness * (np.asarray(x) - at) / 2)) / 2


def step_by_weight_and_bias(x, at, steepness):
    w, b = steepness, -steepness * at
    return sigmoid(w * np.asarray(x) + b)


def step_by_exp(x, at, steepness):
    z = np.clip(steepness * (np.asarray(x, dtype=float) - at), -500, 500)
    return 1 / (1 + np.exp(-z))


def moves_x(x, at, steepness):
    if isinstance(x, np.ndarray) and x.dtype.kind == "f":
        x -= at
        return sigmoid(steepness * x)
    return step(x, at, steepness)


RIGHT = [step_by_tanh, step_by_weight_and_bias, step_by_exp]
SLOW = [step_by_loop]
WRONG = [
    (moves_x, "x-changed"),
    (lambda x, at, s: np.heaviside(np.asarray(x, dtype=float) - at, 0), "threshold"),
    (lambda x, at, s: np.heaviside(np.asarray(x, dtype=float) - at, 1), "threshold"),
    (lambda x, at, s: (np.sign(np.asarray(x) - at) + 1) / 2, "threshold"),
]

# ---- held out: above each function what its author was thinking


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


HELD_OUT = [
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
]
