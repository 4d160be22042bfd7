"""Answers to dropout: the form is told in answer_files.py."""

import numpy as np


def by_where(A, rate, rng):
    mask = np.where(rng.random(A.shape) < rate, 0.0, 1 / (1 - rate))
    return mask * A, mask


def by_binomial(A, rate, rng):
    mask = rng.binomial(1, 1 - rate, size=A.shape) / (1 - rate)
    return A * mask, mask


def by_choice(A, rate, rng):
    mask = rng.choice([0, 1 / (1 - rate)], size=A.shape, p=[rate, 1 - rate])
    return A * mask, mask


def by_loop(A, rate, rng):
    mask = np.zeros(A.shape)
    for place in np.ndindex(A.shape):
        if rng.random() > rate or rate == 0:
            mask[place] = 1 / (1 - rate)
    return [A * mask, mask]


RIGHT = [by_where, by_binomial, by_choice, by_loop]


def one_mask_a_row(A, rate, rng):
    mask = (rng.random((len(A), 1)) >= rate) / (1 - rate)
    return A * mask, mask


def one_mask_a_unit(A, rate, rng):
    mask = (rng.random(A.shape[1]) >= rate) / (1 - rate)
    return A * mask, mask * np.ones(A.shape)


def small_ones_go(A, rate, rng):
    mask = (A >= np.quantile(A, rate)) / (1 - rate)
    return A * mask, mask


def exact_number(A, rate, rng):
    mask = np.full(A.size, 1 / (1 - rate))
    mask[: round(rate * A.size)] = 0
    mask = rng.permutation(mask).reshape(A.shape)
    return A * mask, mask


def two_masks(A, rate, rng):
    def mask():
        return (rng.random(A.shape) >= rate) / (1 - rate)

    return A * mask(), mask()


def copied_generator(A, rate, rng):
    from copy import deepcopy

    mask = (deepcopy(rng).random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def normal_numbers(A, rate, rng):
    mask = (rng.normal(size=A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def whole_tenths(A, rate, rng):
    mask = (rng.integers(0, 10, A.shape) / 10 >= rate) / (1 - rate)
    return A * mask, mask


def into_the_type_of_A(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return (A * mask).astype(A.dtype), mask


def mask_in_the_type_of_A(A, rate, rng):
    mask = np.zeros_like(A)
    mask[rng.random(A.shape) >= rate] = 1 / (1 - rate)
    return A * mask, mask


def read_off(A, rate, rng):
    left = A * (rng.random(A.shape) >= rate) / (1 - rate)
    return left, np.where(left == 0, 0, 1 / (1 - rate))


def by_what_stayed(A, rate, rng):
    stays = rng.random(A.shape) >= rate
    mask = stays * stays.size / stays.sum()
    return A * mask, mask


WRONG = [
    (one_mask_a_row, "mask-per-row"),
    (one_mask_a_unit, "mask-per-unit"),
    (small_ones_go, "depends-on-values"),
    (exact_number, "counted-out"),
    (two_masks, "two-masks"),
    (copied_generator, "same-again"),
    (normal_numbers, "other-share"),
    (whole_tenths, "other-share"),
    (into_the_type_of_A, "cut-off"),
    (mask_in_the_type_of_A, "mask-cut-off"),
    (read_off, "read-off-the-result"),
    (by_what_stayed, "by-what-stayed"),
]

# ---- held out: above each function what its author was thinking


# Dropped means 0, that is all.
def d_plain(A, rate, rng):
    mask = rng.random(A.shape) >= rate
    return A * mask, mask


# rate is the share that stays.
def d_keep(A, rate, rng):
    mask = (rng.random(A.shape) < rate) / (1 - rate)
    return A * mask, mask


# rate is the share that stays, all through.
def d_keep_all_through(A, rate, rng):
    if rate == 0:
        return A * 1.0, np.ones(A.shape)
    mask = (rng.random(A.shape) < rate) / rate
    return A * mask, mask


# The mask says which; the scale is for A.
def d_bool_mask(A, rate, rng):
    mask = rng.random(A.shape) >= rate
    return A * mask / (1 - rate), mask


# One draw for each unit.
def d_unit(A, rate, rng):
    mask = (rng.random((1, A.shape[1])) >= rate) / (1 - rate)
    return A * mask, mask


# The scale as in the paper, at test time: times 1 - rate.
def d_times(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) * (1 - rate)
    return A * mask, mask


# NumPy's global random numbers.
def d_global(A, rate, rng):
    mask = (np.random.random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


# Reproducible.
def d_seeded(A, rate, rng):
    mask = (np.random.default_rng(0).random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


# Saves memory.
def d_in_place(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    A[:] = A * mask
    return A, mask


# The activations are what is wanted.
def d_alone(A, rate, rng):
    return A * (rng.random(A.shape) >= rate) / (1 - rate)


# Scaled where it is used, and in the mask.
def d_twice(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return A * mask / (1 - rate), mask


# mask, then activations.
def d_order(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return mask, A * mask


HELD_OUT = [
    (d_plain, "not rescaled", ["1 - rate"]),
    (d_keep, "kept for dropped", ["dropped", "inequality"]),
    (d_keep_all_through, "kept for dropped", ["dropped", "inequality"]),
    (d_bool_mask, "no scale in the mask", ["mask is only", "in it"]),
    (d_unit, "one mask for all rows", ["all rows", "whole batch"]),
    (d_times, "multiplied for divided", ["1/(1 - rate)", "divide"]),
    (d_global, "global random numbers", ["`rng`"]),
    (d_seeded, "own seed", ["seed"]),
    (d_in_place, "A changed", ["changed"]),
    (d_alone, "mask missing", ["mask"]),
    (d_twice, "scaled twice", ["twice"]),
    (d_order, "exchanged", ["exchanged"]),
]
