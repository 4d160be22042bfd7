"""Answers to shapley: the form is told in answer_files.py."""

from itertools import combinations, permutations
from math import factorial

import numpy as np


def by_masks(value, n):
    """All 2ⁿ groups as binary numbers, each asked once."""
    v = [value([i for i in range(n) if mask >> i & 1]) for mask in range(2**n)]
    phi = np.zeros(n)
    for mask in range(2**n):
        s = bin(mask).count("1")
        for i in range(n):
            if not mask >> i & 1:
                weight = factorial(s) * factorial(n - s - 1) / factorial(n)
                phi[i] += weight * (v[mask | 1 << i] - v[mask])
    return phi


def by_dividends(value, n):
    """What each group earns beyond its parts (Harsanyi), shared equally among its members."""
    groups = [frozenset(S) for size in range(n + 1) for S in combinations(range(n), size)]
    v, extra, phi = {S: value(S) for S in groups}, {}, np.zeros(n)
    for S in groups:
        extra[S] = v[S] - sum(d for T, d in extra.items() if T < S)
        for i in S:
            phi[i] += extra[S] / len(S)
    return phi.tolist()


def by_removal(value, n):
    """The mean over groups that hold i: v(S) - v(S without i)."""
    phi = []
    for i in range(n):
        total = 0.0
        for size in range(1, n + 1):
            with_i = [S for S in combinations(range(n), size) if i in S]
            total += np.mean([value(S) - value(set(S) - {i}) for S in with_i])
        phi.append(total / n)
    return np.array(phi)


def all_orders(value, n):
    phi = np.zeros(n)
    for order in permutations(range(n)):
        for place, i in enumerate(order):
            phi[i] += value(order[: place + 1]) - value(order[:place])
    return phi / factorial(n)


RIGHT = [by_masks, by_removal, lambda value, n: np.array(by_dividends(value, n))]
SLOW = [all_orders]

# ---- held out: above each function what its author was thinking


# What is missing when it is gone.
def without_it(value, n):
    every = range(n)
    return np.array([value(every) - value([j for j in every if j != i]) for i in every])


# What each earns alone.
def alone(value, n):
    return np.array([value([i]) - value([]) for i in range(n)])


# Mean over all groups.
def mean_of_groups(value, n):
    phi = []
    for i in range(n):
        rest = [j for j in range(n) if j != i]
        groups = [S for size in range(n) for S in combinations(rest, size)]
        phi.append(np.mean([value((*S, i)) - value(S) for S in groups]))
    return np.array(phi)


# In the order of their numbers.
def in_turn(value, n):
    v = np.array([value(range(i)) for i in range(n + 1)], dtype=float)
    return np.diff(v)


# Shares sum to 1.
def as_shares(value, n):
    phi = by_masks(value, n)
    return phi / phi.sum()


# A thousand random orders are enough.
def thousand_orders(value, n):
    phi, rng = np.zeros(n), np.random.default_rng()
    for _ in range(1000):
        order = rng.permutation(n).tolist()
        for place, i in enumerate(order):
            phi[i] += (value(order[: place + 1]) - value(order[:place])) / 1000
    return phi


# They must sum to the value of all.
def sum_to_all(value, n):
    return by_masks(value, n) + value(()) / n


# Importance cannot be negative.
def no_harm(value, n):
    phi = np.zeros(n)
    for order in permutations(range(n)) if n < 7 else [tuple(range(n))]:
        for place, i in enumerate(order):
            phi[i] += abs(value(order[: place + 1]) - value(order[:place]))
    return phi / (factorial(n) if n < 7 else 1)


HELD_OUT = [
    (without_it, "leave one out", ["leaves the full group"]),
    (alone, "adds to the empty group", ["empty group"]),
    (mean_of_groups, "groups instead of orders", ["every group counts the same"]),
    (in_turn, "one order", ["one order"]),
    (as_shares, "divided by their sum", ["divided by their sum"]),
    (thousand_orders, "random", ["random"]),
    (sum_to_all, "the empty group is shared out", ["nobody's merit"]),
    (no_harm, "absolute differences", ["absolute"]),
]
