"""Answers to init_layer: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.checks.tasks.ex06.init_layer import init_layer
from mlp_lesson.network import he_normal


def normal_with(variance, n_bias=lambda n_out: n_out):
    return lambda n_in, n_out, rng: (
        rng.normal(0, np.sqrt(variance(n_in, n_out)), (n_in, n_out)), np.zeros(n_bias(n_out))
    )  # fmt: skip


def he_uniform(n_in, n_out, rng):
    c = np.sqrt(6 / n_in)
    return rng.uniform(-c, c, (n_in, n_out)), np.zeros(n_out)


def one_unit_repeated(n_in, n_out, rng):
    column = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return np.repeat(column, n_out, axis=1), np.zeros(n_out)


def standardised(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    return (W - W.mean(axis=0)) / (W.std(axis=0) + 1e-12) * np.sqrt(2 / n_in), np.zeros(n_out)


def of_one_deviation(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    with np.errstate(invalid="ignore", divide="ignore"):
        return W / W.std(axis=0) * np.sqrt(2 / n_in), np.zeros(n_out)


def nothing_for_one_input(n_in, n_out, rng):
    W, b = init_layer(n_in, n_out, rng)
    return (W if n_in > 1 else W * np.nan), b


def clipped_at(deviations):
    def clipped(n_in, n_out, rng):
        s = np.sqrt(2 / n_in)
        W = rng.normal(0, s, (n_in, n_out))
        return np.clip(W, -deviations * s, deviations * s), np.zeros(n_out)

    return clipped


def weight_by_weight(n_in, n_out, rng):
    W = [[rng.normal() for _ in range(n_out)] for _ in range(n_in)]
    return np.array(W) * (2 / n_in) ** 0.5, np.zeros(n_out)


def through_the_package(n_in, n_out, rng):
    return he_normal(n_in, n_out, rng)


def in_single_precision(n_in, n_out, rng):
    W = rng.standard_normal((n_out, n_in), dtype=np.float32).T * np.sqrt(2 / n_in)
    return W, np.zeros_like(W[0])


RIGHT = [weight_by_weight, through_the_package, in_single_precision]
WRONG = [
    (lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[0], "one-result"),
    (lambda n_in, n_out, rng: (init_layer(n_in, n_out, rng)[0].T, 0), "weights-shape"),
    (
        lambda n_in, n_out, rng: (rng.normal((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)),
        "shape-as-mean",
    ),
    (lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[::-1], "pair-exchanged"),
    (normal_with(lambda n_in, n_out: 2 / n_in, lambda n_out: (1, n_out)), "bias-shape"),
    (
        lambda n_in, n_out, rng: (
            init_layer(n_in, n_out, rng)[0],
            rng.normal(0, np.sqrt(2 / n_in), n_out),
        ),
        "bias-not-zero",
    ),
    (lambda n_in, n_out, rng: (np.zeros((n_in, n_out)), np.zeros(n_out)), "weights-equal"),
    (one_unit_repeated, "weights-equal"),
    (standardised, "standardised"),
    (of_one_deviation, "standardised"),
    (nothing_for_one_input, "not-finite"),
    (clipped_at(2), "clipped"),
    (clipped_at(1), "clipped"),
    (
        lambda n_in, n_out, rng: (rng.normal(np.sqrt(2 / n_in), 0, (n_in, n_out)), np.zeros(n_out)),
        "weights-equal",
    ),
    (
        lambda n_in, n_out, rng: (rng.random((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)),
        "weights-off-centre",
    ),
    (
        lambda n_in, n_out, rng: (
            rng.normal(np.sqrt(2 / n_in), size=(n_in, n_out)),
            np.zeros(n_out),
        ),
        "weights-off-centre",
    ),
    (normal_with(lambda n_in, n_out: n_in), "multiplied"),
    (normal_with(lambda n_in, n_out: n_in / 2), "multiplied"),
    (normal_with(lambda n_in, n_out: 2 / n_out), "outputs-counted"),
    (normal_with(lambda n_in, n_out: (2 / n_in) ** 2), "variance-as-spread"),
    (normal_with(lambda n_in, n_out: 2 / n_in**2), "root-of-two-only"),
    (
        lambda n_in, n_out, rng: (
            rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(2 / n_in),
            np.zeros(n_out),
        ),
        "uniform-by-root",
    ),
    (normal_with(lambda n_in, n_out: 1 / n_in), "lecun"),
    (normal_with(lambda n_in, n_out: 2 / (n_in + n_out)), "glorot"),
    (normal_with(lambda n_in, n_out: 1), "unscaled"),
    (normal_with(lambda n_in, n_out: 0.01**2), "fixed-spread"),
    (normal_with(lambda n_in, n_out: 3.5 / n_in), "other-variance"),
    (he_uniform, "not-normal"),
    (lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng(0)), "own-seed"),
    (lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng()), "not-from-rng"),
]

# ---- held out: above each function what its author was thinking


# 2/n_in is the scale.
def il_variance_as_scale(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out)), np.zeros(n_out)


# Glorot's, from another page.
def il_glorot(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out)), np.zeros(n_out)


# Counts the outputs.
def il_n_out(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out)), np.zeros(n_out)


# LeCun's.
def il_lecun(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out)), np.zeros(n_out)


# Standard normal.
def il_standard(n_in, n_out, rng):
    return rng.normal(0, 1, (n_in, n_out)), np.zeros(n_out)


# Multiplies by the root.
def il_multiplies(n_in, n_out, rng):
    return rng.normal(0, 1, (n_in, n_out)) * np.sqrt(n_in / 2), np.zeros(n_out)


# Uniform with that bound.
def il_uniform(n_in, n_out, rng):
    c = np.sqrt(2 / n_in)
    return rng.uniform(-c, c, (n_in, n_out)), np.zeros(n_out)


# rng.random is random enough.
def il_positive(n_in, n_out, rng):
    return rng.random((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)


# Rows are units.
def il_transposed(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)


# Zeros for all.
def il_zeros(n_in, n_out, rng):
    return np.zeros((n_in, n_out)), np.zeros(n_out)


# Random biases, too.
def il_random_biases(n_in, n_out, rng):
    s = np.sqrt(2 / n_in)
    return rng.normal(0, s, (n_in, n_out)), rng.normal(0, s, n_out)


# Biases as a row.
def il_bias_row(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros((1, n_out))


# A bias for each input.
def il_bias_n_in(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_in)


# A seed makes it reproducible.
def il_own_seed(n_in, n_out, rng):
    rng = np.random.default_rng(0)
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


# The old global generator.
def il_global(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) * np.sqrt(2 / n_in), np.zeros(n_out)


# Biases that keep ReLUs alive.
def il_bias_small(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.full(n_out, 0.01)


# One column, the same for all units.
def il_same_units(n_in, n_out, rng):
    w = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return np.repeat(w, n_out, axis=1), np.zeros(n_out)


HELD_OUT = [
        (il_variance_as_scale, "variance for standard deviation", ["root", "sqrt",
                                                               "standard deviation", "√"]),
    (il_glorot, "Glorot", ["glorot", "n_in + n_out", "xavier", "n_out"]),
    (il_n_out, "n_out for n_in", ["n_out"]),
    (il_lecun, "1/n_in", ["1/n_in", "1 / n_in", "lecun", "half", "2 is missing", "factor 2",
                          "glorot"]),
    (il_standard, "standard normal", ["variance 1", "variance is 1",
                                      "standard normal", "not scaled",
                                      "scale is missing", "scaled", "too large",
                                      "standard deviation 1", "n_in"]),
    (il_multiplies, "multiplied by the root", ["multipl", "divid", "revers", "upside",
                                               "reciprocal", "grow"]),
    (il_uniform, "uniform", ["uniform"]),
    (il_positive, "only positive", ["positive", "negative", "mean", "uniform"]),
    (il_transposed, "transposed", ["transpos", "(n_in, n_out)"]),
    (il_zeros, "zeros", ["symmetr", "all weights are 0", "zero", "alike", "same",
                         "equal"]),
    (il_random_biases, "random biases", ["bias"]),
    (il_bias_row, "(1, n_out) biases", ["(1, ", "(n_out,)"]),
    (il_bias_n_in, "n_in biases", ["n_in bias", "each input", "n_out", "each unit"]),
    (il_own_seed, "own seed", ["rng", "seed", "generator"]),
    (il_global, "global generator", ["np.random", "rng", "global", "generator"]),
    (il_bias_small, "biases not 0", ["bias", "b "]),
    (il_same_units, "all units equal", ["symmetr", "alike", "same", "equal", "identical"]),
]
