"""Answers to huber: the form is told in answer_files.py."""

import numpy as np


def straight(r, t):
    return t * (np.abs(r) - t / 2)


def huber_in_place(y_hat, y, threshold):
    y_hat -= y
    return np.mean(np.where(np.abs(y_hat) <= threshold, y_hat**2 / 2, straight(y_hat, threshold)))


def huber_by_entry(y_hat, y, threshold):
    losses = []
    for i in range(len(y)):
        r = np.abs(y_hat[i] - y[i])
        losses.append(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    return np.mean(losses)


def huber_by_clip(y_hat, y, threshold):
    r = y_hat - y
    c = np.clip(r, -threshold, threshold)
    return np.mean(c * (r - c / 2))


def huber_by_masks(y_hat, y, threshold):
    r = np.abs(y_hat - y).astype(float)
    small = r <= threshold
    r[small] = r[small] ** 2 / 2
    r[~small] = threshold * (r[~small] - threshold / 2)
    return r.sum() / r.size


def huber_by_steps(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    inside = np.minimum(r, threshold)
    return np.mean(inside**2) / 2 + threshold * np.mean(r - inside)


RIGHT = [huber_by_clip, huber_by_masks, huber_by_steps]
SLOW = [huber_by_entry]
WRONG = [(huber_in_place, "predictions-changed")]

# ---- held out: above each function what its author was thinking


# r^2 inside.
def hu_no_half(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2, threshold * (a - threshold / 2)))


# threshold |r| outside.
def hu_jump(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * a))


# |r| - t/2: with t = 1 that is it.
def hu_slope_1(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, a - threshold / 2))


# |r| - 1/2: with t = 1 that is it.
def hu_threshold_1_outside(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a - 0.5)))


# The usual threshold.
def hu_ignores_threshold(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= 1, a**2 / 2, a - 0.5))


# Compares the residual, not its size.
def hu_no_abs(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (np.abs(r) - threshold / 2)))


# No abs anywhere outside.
def hu_no_abs_outside(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(np.abs(r) <= threshold, r**2 / 2, threshold * (r - threshold / 2)))


# The branches exchanged.
def hu_exchanged(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a > threshold, a**2 / 2, threshold * (a - threshold / 2)))


# A sum over the samples.
def hu_sum(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.sum(np.where(a <= threshold, a**2 / 2, threshold * (a - threshold / 2)))


# Clips the residual: outliers no longer count more.
def hu_clipped(y_hat, y, threshold):
    return np.mean(np.clip(y_hat - y, -threshold, threshold) ** 2 / 2)


# Its derivative, from the table.
def hu_derivative(y_hat, y, threshold):
    return np.mean(np.clip(y_hat - y, -threshold, threshold))


# Decides once, for the mean residual.
def hu_if(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    if np.mean(a) <= threshold:
        return np.mean(a**2) / 2
    return threshold * (np.mean(a) - threshold / 2)


# Plus instead of minus outside.
def hu_plus(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a + threshold / 2)))


# Subtracts threshold^2 / 2 inside the bracket.
def hu_square_in_bracket(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a - threshold**2 / 2)))


# One value for each sample.
def hu_each(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.where(a <= threshold, a**2 / 2, threshold * (a - threshold / 2))


# Divides by the threshold, as in smooth L1.
def hu_smooth_l1(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2 / threshold, a - threshold / 2))


MEAN = ["mean", "average", "1/n", "divid"]


HELD_OUT = [
    (hu_no_half, "1/2 missing", ["half", "1/2", "½"]),
    (
        hu_jump,
        "- t/2 missing",
        ["jump", "t/2", "threshold/2", "threshold / 2", "meet", "½t", "threshold²"],
    ),
    (hu_slope_1, "factor threshold missing", ["factor", "slope", "multipl", "steep"]),
    (
        hu_threshold_1_outside,
        "1/2 for threshold/2",
        ["threshold / 2", "threshold/2", "0.5", "jump", "meet", "1/2", "t/2"],
    ),
    (
        hu_ignores_threshold,
        "threshold ignored",
        ["fixed", "ignor", "not used", "handed in", "threshold of 1", "threshold 1"],
    ),
    (hu_no_abs, "abs missing in the comparison", ["abs", "|r|", "negative", "sign"]),
    (hu_no_abs_outside, "abs missing outside", ["abs", "|r|", "negative", "sign"]),
    (
        hu_exchanged,
        "branches exchanged",
        ["exchang", "swap", "wrong way", "sides", "turned round", "branches"],
    ),
    (hu_sum, "sum", MEAN),
    (
        hu_clipped,
        "clipped and squared",
        ["clip", "constant", "flat", "linear", "cut off", "straight"],
    ),
    (hu_derivative, "derivative", ["derivative", "slope", "gradient"]),
    (hu_if, "decides once for all", ["each", "every", "once", "np.where", "entry"]),
    (hu_plus, "plus for minus", ["plus", "minus", "sign", "jump", "meet"]),
    (
        hu_square_in_bracket,
        "threshold squared twice",
        ["square", "threshold²", "threshold / 2", "t²", "t/2", "bracket"],
    ),
    (hu_each, "mean missing", ["mean", "average", "one number", "single number"]),
    (hu_smooth_l1, "divided by the threshold", ["smooth", "threshold"]),
]
