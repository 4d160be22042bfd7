"""Answers to exactly_network: the form is told in answer_files.py."""

from itertools import product

import numpy as np


def a_unit_for_each_input(d, count):
    """As many hidden units as inputs that are to give 1: each knows one of them."""
    wanted = [x for x in product((0, 1), repeat=d) if sum(x) == count]
    W1 = 2.0 * np.array(wanted).T - 1
    return W1, 0.5 - np.sum(wanted, axis=1), np.ones(len(wanted)), -0.5


def not_fewer_and_not_more(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])
    return W1, np.array([0.5 - count, count + 0.5]), np.ones(2), -1.5


def with_an_idle_unit(d, count):
    W1 = [[3, 3, 0]] * d
    return [W1, [1 - 3 * count, -1 - 3 * count, 7], [5, -9, 1], -2]


RIGHT = [
    a_unit_for_each_input,
    not_fewer_and_not_more,
    with_an_idle_unit,
    lambda d, count: (np.full((d, 2), -1.0), np.array([count + 0.5, count - 0.5]),
                      np.array([2.0, -2.0]), np.float64(-1)),
]  # fmt: skip

WRONG = [
    (lambda d, count: (np.ones((2, d)), np.zeros(2), np.ones(2), 0), "(is it transposed?)"),
    (lambda d, count: (np.ones((d, 2)), np.zeros(3), np.ones(2), 0), "shape of b1 is (3,)"),
    (lambda d, count: (np.ones((d, 2)), np.zeros(2), np.ones((2, 1)), 0), "shape of w2 is (2, 1)"),
    (lambda d, count: (np.ones((d, 2)), np.zeros(2), np.ones(2), [0]), "asked for: one number"),
    (lambda d, count: (np.ones((d, 2)), np.zeros(2)), "Asked for: four results, (W1, b1, w2, b2)"),
    (lambda d, count: (np.ones((d, 1)), [np.nan], [1], 0), "infinite or NaN"),
    (lambda d, count: ([["a"]] * d, [0], [1], 0), "holds other things than numbers"),
    (lambda d, count: (np.eye(d), np.full(d, -0.5), np.arange(d), 0.5 - count), "by-place"),
]

# ---- held out: above each function what its author was thinking


def two_units(d, b1, w2, b2):
    return np.ones((d, 2)), np.array(b1), np.array(w2), b2


# At least `count` is what one unit can do.
def ex_at_least(d, count):
    return np.ones((d, 1)), np.array([0.5 - count]), np.array([1]), -0.5


# The sum minus count is 0: H(0) taken for 1.
def ex_bias_at_count(d, count):
    return two_units(d, [-count, -count - 1], [1, -1], -0.5)


# OR of "at least" and "at most".
def ex_or(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])
    return W1, np.array([0.5 - count, count + 0.5]), np.ones(2), -0.5


# AND of "at least" and "more than".
def ex_and(d, count):
    return two_units(d, [0.5 - count, -0.5 - count], [1, 1], -1.5)


# "Exactly one" as in XOR.
def ex_xor(d, count):
    return two_units(d, [-0.5, -1.5], [1, -1], -0.5)


# The two units the wrong way round.
def ex_turned(d, count):
    return two_units(d, [0.5 - count, -0.5 - count], [-1, 1], -0.5)


# The output has no bias.
def ex_output_at_least_0(d, count):
    return two_units(d, [0.5 - count, -0.5 - count], [-1, 1], 0.5)


# A row for each unit.
def ex_transposed(d, count):
    return np.ones((2, d)), np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), -0.5


# Biases without a sign.
def ex_plus(d, count):
    return two_units(d, [count - 0.5, count + 0.5], [1, -1], -0.5)


# One more.
def ex_one_more(d, count):
    return two_units(d, [-0.5 - count, -1.5 - count], [1, -1], -0.5)


# At most.
def ex_at_most(d, count):
    return -np.ones((d, 1)), np.array([count + 0.5]), np.array([1]), -0.5


# Gives only the hidden layer.
def ex_hidden_only(d, count):
    return np.ones((d, 2)), np.array([0.5 - count, -0.5 - count])


# w2 as a column, as W1 is a table.
def ex_column(d, count):
    return np.ones((d, 2)), np.array([0.5 - count, -0.5 - count]), np.array([[1], [-1]]), -0.5


# One hidden unit for each input: it hands the input on, and the output counts.
def ex_copies(d, count):
    return np.eye(d), np.full(d, -0.5), np.ones(d), 0.5 - count


# The first `count` inputs.
def ex_first(d, count):
    w = np.where(np.arange(d) < count, 1.0, -1.0)
    return w[:, None], np.array([0.5 - count]), np.array([1]), -0.5


HELD_OUT = [
    (ex_at_least, "at least, not exactly", ["at least", "more than"]),
    (ex_bias_at_count, "H(0) taken for 1", ["exactly 0", "h(0)", "one more"]),
    (ex_or, "OR for AND", ["both", "always"]),
    (ex_and, "and for and-not", ["more than", "at least"]),
    (ex_xor, "count not used", ["`count`"]),
    (ex_turned, "the difference turned round", ["sign", "never"]),
    (ex_output_at_least_0, "the opposite", ["opposite"]),
    (ex_transposed, "W1 transposed", ["transpos", "(d, m)", "column"]),
    (ex_plus, "sign of the biases", ["bias+sign", "negative", "bias"]),
    (ex_one_more, "one more", ["one more", "count + 1"]),
    (ex_at_most, "at most", ["at most", "fewer"]),
    (ex_hidden_only, "output unit missing", ["w2", "four"]),
    (ex_column, "w2 a column", ["w2"]),
    (ex_copies, "at least, not exactly", ["at least", "more than"]),
    (ex_first, "the first inputs only", ["which", "first"]),
]
