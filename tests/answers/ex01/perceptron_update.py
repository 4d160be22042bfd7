"""Answers to perceptron_update: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import heaviside
from mlp_lesson.perceptron import linear


def update_by_cases(w, b, x, target, lr):
    answer = 1 if np.dot(w, x) + b > 0 else 0
    if answer == target:
        return w.copy(), b
    if target == 1:
        return w + lr * x, b + lr
    return w - lr * x, b - lr


def update_by_entry(w, b, x, target, lr):
    z = b
    for j in range(len(w)):
        z += w[j] * x[j]
    e = target - (1 if z > 0 else 0)
    return np.array([w[j] + lr * e * x[j] for j in range(len(w))]), b + lr * e


def update_with_the_bias_inside(w, b, x, target, lr):
    v, one = np.append(w, b).astype(float), np.append(x, 1)
    v += lr * (target - float(v @ one > 0)) * one
    return v[:-1], v[-1]


def update_by_table(w, b, x, target, lr):
    e = target - heaviside(linear(x.reshape(1, -1), w, b))[0]
    return [w + lr * e * x, b + lr * e]


RIGHT = [
    update_by_cases,
    update_by_entry,
    update_with_the_bias_inside,
    update_by_table,
]

# ---- held out: above each function what its author was thinking


def answer(w, b, x):
    return 1 if np.dot(w, x) + b > 0 else 0


# Output minus target.
def up_sign(w, b, x, target, lr):
    e = answer(w, b, x) - target
    return w + lr * e * x, b + lr * e


# The bias is no weight.
def up_no_bias(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b


# lr for the weights only.
def up_bias_without_lr(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b + e


# The learning rate is 1 anyway.
def up_no_lr(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + e * x, b + e


# The error is multiplied by the learning rate and added to all weights.
def up_no_x(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e, b + lr * e


# Error of the sum, not of the answer: the delta rule.
def up_no_threshold(w, b, x, target, lr):
    e = target - (np.dot(w, x) + b)
    return w + lr * e * x, b + lr * e


# Adds the target's pattern always.
def up_hebb(w, b, x, target, lr):
    return w + lr * target * x, b + lr * target


# Only corrects when 1 was right.
def up_only_misses(w, b, x, target, lr):
    if target == 1 and answer(w, b, x) == 0:
        return w + lr * x, b + lr
    return w, b


# Targets -1 and 1, as in other books: t x when the answer is wrong.
def up_plus_minus(w, b, x, target, lr):
    if answer(w, b, x) != target:
        return w + lr * target * x, b + lr * target
    return w, b


# Bias forgotten in the answer.
def up_answer_without_bias(w, b, x, target, lr):
    e = target - (1 if np.dot(w, x) > 0 else 0)
    return w + lr * e * x, b + lr * e


# At 0 the unit fires.
def up_fires_at_zero(w, b, x, target, lr):
    e = target - (1 if np.dot(w, x) + b >= 0 else 0)
    return w + lr * e * x, b + lr * e


# In place: w is an array, after all.
def up_in_place(w, b, x, target, lr):
    e = target - answer(w, b, x)
    w += lr * e * x
    b += lr * e
    return w, b


# Moves even when the answer is right: + for right, - for wrong.
def up_when_right(w, b, x, target, lr):
    if answer(w, b, x) == target:
        return w + lr * x, b + lr
    return w, b


# The bias moves the other way, as it is a threshold.
def up_bias_sign(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b - lr * e


# Only returns the change.
def up_change_only(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return lr * e * x, lr * e


# w alone.
def up_returns_w(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x


CHANGES = ["changes", "changed", "in place", "in-place"]


HELD_OUT = [
    (up_sign, "error with the wrong sign", ["sign", "minus", "away", "t - "]),
    (up_no_bias, "bias not learnt", ["b is", "bias"]),
    (up_bias_without_lr, "lr missing for the bias", ["lr", "learning rate", "η"]),
    (up_no_lr, "lr missing", ["lr", "learning rate", "η"]),
    (
        up_no_x,
        "x missing",
        ["factor x", "input x", "times x", "x is missing", "by x", "x is forgotten", "inputs"],
    ),
    (
        up_no_threshold,
        "threshold missing",
        ["threshold", "heaviside", "h(z)", "delta rule", "the sum", "answer"],
    ),
    (
        up_hebb,
        "answer not subtracted",
        ["hebb", "answer", "target alone", "ŷ", "already right", "prediction"],
    ),
    (
        up_only_misses,
        "corrects only one kind of mistake",
        ["target 0", "false alarm", "only when", "both kinds", "one kind", "target is 0"],
    ),
    (up_plus_minus, "rule for targets -1, 1", ["-1", "target 0", "target is 0"]),
    (up_answer_without_bias, "bias missing in the answer", ["bias", "+ b", "without b"]),
    (up_fires_at_zero, "1 at 0", ["at 0", ">=", "exactly 0", "z = 0", "at zero"]),
    (up_in_place, "changes w", CHANGES),
    (up_when_right, "moves when right", ["right"]),
    (up_bias_sign, "bias with the wrong sign", ["bias", "b +", "b -"]),
    (up_change_only, "change only", ["change", "step alone", "added to", "w +", "itself"]),
    (up_returns_w, "b not returned", ["2 results", "two", "(w, b)"]),
]
