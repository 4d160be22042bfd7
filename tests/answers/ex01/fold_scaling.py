"""Answers to fold_scaling: the form is told in answer_files.py."""

import numpy as np


def input_by_input(w, b, mean, std):
    w_raw = np.zeros(len(w))
    for j in range(len(w)):
        w_raw[j] = w[j] / std[j]
        b = b - w_raw[j] * mean[j]
    return w_raw, b


def by_probing(w, b, mean, std):
    """The neuron is a straight function of x: look at it at 0, and one step along each input."""
    at_0 = np.sum(w * (0 - mean) / std) + b
    steps = (np.eye(len(w)) - mean) / std @ w + b
    return steps - at_0, at_0


RIGHT = [
    lambda w, b, mean, std: (w / std, b - np.sum(w * mean / std)),
    lambda w, b, mean, std: [w * (1 / std), float(b - np.dot(w, mean / std))],
    lambda w, b, mean, std: (np.linalg.solve(np.diag(std), w), b + np.sum(-mean / std * w)),
    input_by_input,
    by_probing,
]

# ---- held out: above each function what its author was thinking


# Undoing a division is multiplying.
def fo_multiplied(w, b, mean, std):
    w_raw = w * std
    return w_raw, b - w_raw @ mean


# x = x' std + mean, so the weights go the same way.
def fo_weights_like_inputs(w, b, mean, std):
    return w * std + mean, b


# The weights are scaled as the inputs were.
def fo_weights_scaled(w, b, mean, std):
    return (w - mean) / std, b


# The bias has nothing to do with the inputs.
def fo_bias_kept(w, b, mean, std):
    return w / std, b


# Collects w·mean, and forgets that it is over std too.
def fo_old_weights(w, b, mean, std):
    return w / std, b - w @ mean


# The sign of the mean is lost on the way.
def fo_plus(w, b, mean, std):
    w_raw = w / std
    return w_raw, b + w_raw @ mean


# The product is not summed.
def fo_not_summed(w, b, mean, std):
    return w / std, b - w * mean / std


# The mean only, as if inputs were centred.
def fo_only_centred(w, b, mean, std):
    return w, b - w @ mean


# The bias belongs in the bracket too.
def fo_bias_divided(w, b, mean, std):
    return w / std, (b - w @ mean) / std


# Divides by the variance.
def fo_variance(w, b, mean, std):
    w_raw = w / std**2
    return w_raw, b - w_raw @ mean


# Writes into the weights.
def fo_in_place(w, b, mean, std):
    w /= std
    b -= w @ mean
    return w, b


# Forgets the old bias.
def fo_bias_lost(w, b, mean, std):
    w_raw = w / std
    return w_raw, -w_raw @ mean


# Uses averages of the statistics.
def fo_one_number(w, b, mean, std):
    return w / std.mean(), b - w @ mean / std.mean()


# Divides by std twice in the bias.
def fo_twice(w, b, mean, std):
    w_raw = w / std
    return w_raw, b - w_raw @ (mean / std)


HELD_OUT = [
    (fo_multiplied, "multiplied by std", ["multipl", "divide"]),
    (fo_weights_like_inputs, "weights transformed like inputs", ["weights+inputs", "inputs+w"]),
    (fo_weights_scaled, "weights scaled as inputs", ["inputs"]),
    (fo_bias_kept, "bias unchanged", ["bias+mean", "b+mean"]),
    (fo_old_weights, "old weights in the bias", ["old weights", "w_raw", "std", "divided"]),
    (fo_plus, "plus for minus", ["sign", "subtract", "minus"]),
    (fo_not_summed, "not summed", ["sum", "add"]),
    (fo_only_centred, "std not used", ["std"]),
    (fo_bias_divided, "bias divided too", ["b+divided", "bias+divided", "number"]),
    (fo_variance, "std squared", ["twice", "square", "variance"]),
    (fo_in_place, "writes into w", ["chang"]),
    (fo_bias_lost, "old bias lost", ["old bias", "bias b", "`b`", "start"]),
    (fo_one_number, "one std for all", ["each", "own", "every"]),
    (fo_twice, "std twice in the bias", ["twice", "once"]),
]
