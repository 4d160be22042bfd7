"""Answers to veto_neuron: the form is told in answer_files.py."""

import numpy as np


def entry_by_entry(d, least, veto):
    w = [2.0] * d
    w[veto] = -1000.0
    return np.array(w), 1 - 2 * least


def by_a_mask(d, least, veto):
    return np.where(np.arange(d) == veto, -10.0 * d, 1.0), -(least - 0.5)


def just_enough(d, least, veto):
    w = np.ones(d, dtype=int)
    w[veto] = least - d
    return w, np.array(0.1 - least)


RIGHT = [
    lambda d, least, veto: (1 - (d + 1) * np.eye(d)[veto], 0.5 - least),
    lambda d, least, veto: [np.ones(d) - 100 * (np.arange(d) == veto), np.float64(0.001 - least)],
    entry_by_entry,
    by_a_mask,
    just_enough,
]

WRONG = [
    (lambda d, least, veto: (0.5 - least, np.ones(d)), "stand in the wrong order: return (w, b)"),
    (lambda d, least, veto: np.ones(d), "Asked for: (w, b); your function returned an array"),
    (lambda d, least, veto: (np.ones(d - 1), 0.5), "asked for: d weights, an array (d,)"),
    (lambda d, least, veto: (np.ones(d), np.ones(1)), "asked for: one number"),
    (lambda d, least, veto: (np.full(d, -np.inf), 0.5), "infinite or NaN"),
    (lambda d, least, veto: (np.arange(d) - 2.0, 0.5 - least), "veto-overruled"),
    (lambda d, least, veto: (2 - 3.0 * d * (np.arange(d) == veto), 0.5 - least), "fires-early"),
    (lambda d, least, veto: (np.arange(d) - 9.0 * (np.arange(d) == veto), -2.5 * least), "silent"),
]

# ---- held out: above each function what its author was thinking


def weights(d, veto, against, for_it=1.0):
    w = np.full(d, for_it)
    w[veto] = against
    return w


# At least 3 means z = sum - 3 is not negative.
def ve_at_the_line(d, least, veto):
    return weights(d, veto, -d), -least


# -1 is a veto.
def ve_minus_one(d, least, veto):
    return weights(d, veto, -1), 0.5 - least


# The veto takes as much away as is needed to fire.
def ve_minus_least(d, least, veto):
    return weights(d, veto, -least), 0.5 - least


# A switch that does not count has weight 0.
def ve_weight_zero(d, least, veto):
    return weights(d, veto, 0), 0.5 - least


# Forgets the veto.
def ve_no_veto(d, least, veto):
    return np.ones(d), 0.5 - least


# Counts inputs from 1.
def ve_from_one(d, least, veto):
    return weights(d, veto - 1, -d), 0.5 - least


# The threshold is `least`: puts it in as the bias.
def ve_bias_plus(d, least, veto):
    return weights(d, veto, -d), least - 0.5


# The bias first.
def ve_exchanged(d, least, veto):
    return 0.5 - least, weights(d, veto, -d)


# All of the others.
def ve_all_others(d, least, veto):
    return weights(d, veto, -d), 1.5 - d


# Any of the others.
def ve_any(d, least, veto):
    return weights(d, veto, -d), -0.5


# Returns the function itself.
def ve_function(d, least, veto):
    return lambda x: int(sum(x) - x[veto] >= least and not x[veto])


# The veto has no weight of its own.
def ve_left_out(d, least, veto):
    return np.ones(d - 1), 0.5 - least


# The example of the text.
def ve_example(d, least, veto):
    return np.array([1, 1, 1, 1, -10]), -2.5


# Infinity is the strongest veto.
def ve_infinite(d, least, veto):
    return weights(d, veto, -np.inf), 0.5 - least


# Only the veto fires it.
def ve_sign(d, least, veto):
    return weights(d, veto, d), 0.5 - least


# More than `least`.
def ve_more(d, least, veto):
    return weights(d, veto, -d), -0.5 - least


# The whole sum is turned round.
def ve_turned(d, least, veto):
    return -weights(d, veto, -d), least - 0.5


HELD_OUT = [
    (ve_at_the_line, "fires only beyond least", ["exactly 0", "h(0)", "just `least`", "exactly"]),
    (ve_minus_one, "veto too weak", ["outweigh", "too weak", "overrule"]),
    (ve_minus_least, "veto too weak", ["outweigh", "too weak", "overrule"]),
    (ve_weight_zero, "veto ignored", ["ignored", "no effect", "weight 0", "not felt"]),
    (ve_no_veto, "veto counts like the rest", ["like the other", "counted", "veto"]),
    (ve_from_one, "veto counted from 1", ["from 0", "another input"]),
    (ve_bias_plus, "sign of the bias", ["bias+sign", "bias+minus", "bias+negative"]),
    (ve_exchanged, "exchanged", ["(w, b)", "order"]),
    (ve_all_others, "all others needed", ["all"]),
    (ve_any, "one is enough", ["one", "least"]),
    (ve_function, "a function, not weights", ["function", "(w, b)"]),
    (ve_left_out, "one weight too few", ["weight", "(d,)", "shape"]),
    (ve_example, "the example's weights", ["d weights", "example", "shape", "(d,)"]),
    (ve_infinite, "infinite weight", ["infinit", "finite", "nan"]),
    (ve_sign, "veto weight positive", ["sign", "negative"]),
    (ve_more, "fires only beyond least", ["exactly", "just `least`", "bias"]),
    (ve_turned, "all signs turned", ["opposite", "sign"]),
]
