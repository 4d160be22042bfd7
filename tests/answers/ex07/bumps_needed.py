"""Answers to bumps_needed: the form is told in answer_files.py."""

import math

import numpy as np

from mlp_lesson.approximation import bumps_needed as library


def by_counting(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def never_small_enough(lipschitz, epsilon):
    n = 1
    while lipschitz / 2 * n > epsilon:
        n += 1
    return n


def by_bisection(lipschitz, epsilon):
    low, high = 0, 1
    while lipschitz / (2 * high) > epsilon:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if lipschitz / (2 * middle) <= epsilon else (middle, high)
    return high


def by_negative_floor(lipschitz, epsilon):
    return max(1, -math.floor(-lipschitz / (2 * epsilon)))


def by_numpy(lipschitz, epsilon):
    return np.ceil(lipschitz / epsilon / 2)


RIGHT = [by_counting, by_bisection, by_negative_floor, by_numpy, library]
WRONG = [
    (never_small_enough, "put brackets around 2 * n"),
    (lambda L, e: max(1, int(math.ceil(L / 2) / e)), "half-rounded"),
]

# ---- held out: above each function what its author was thinking


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


HELD_OUT = [
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
]
