"""Answers to successive_halving: the form is told in answer_files.py."""

import math


def by_recursion(n, eta, resource=1):
    if n == 1:
        return [(1, resource)]
    return [(n, resource)] + by_recursion(max(1, n // eta), eta, resource * eta)


def by_loop(n, eta):
    rounds, resource = [], 1
    while True:
        rounds.append([n, resource])
        if n <= 1:
            return rounds
        n, resource = max(n // eta, 1), resource * eta


def by_powers(n, eta):
    rounds, k = [(n, 1)], 1
    while n // eta ** (k - 1) > 1:
        rounds.append((max(1, n // eta**k), eta**k))
        k += 1
    return rounds


RIGHT = [lambda n, eta: by_recursion(n, eta), by_loop, by_powers]

# ---- held out: above each function what its author was thinking


# scikit-learn rounds up.
def sh_ceil(n, eta):
    rounds = [(n, 1)]
    while n > 1:
        n = math.ceil(n / eta)
        rounds.append((n, rounds[-1][1] * eta))
    return rounds


# One left: nothing to choose, so no round.
def sh_ends(n, eta):
    rounds, resource = [], 1
    while n > 1:
        rounds.append((n, resource))
        n, resource = max(1, n // eta), resource * eta
    return rounds


# Until nobody is left.
def sh_zero(n, eta):
    rounds = [(n, 1)]
    while rounds[-1][0] > 1:
        rounds.append((rounds[-1][0] // eta, rounds[-1][1] * eta))
    return rounds


# Halving halves.
def sh_half(n, eta):
    return by_loop(n, 2)


# Adds.
def sh_adds(n, eta):
    return [(c, 1 + k * eta) for k, (c, _) in enumerate(by_loop(n, eta))]


# Resource first.
def sh_order(n, eta):
    return [(r, c) for c, r in by_loop(n, eta)]


# Without rounding.
def sh_float(n, eta):
    rounds = [(n, 1)]
    while rounds[-1][0] > 1:
        rounds.append((max(1, rounds[-1][0] / eta), rounds[-1][1] * eta))
    return rounds


# Candidates only.
def sh_alone(n, eta):
    return [c for c, _ in by_loop(n, eta)]


# Forgot the first.
def sh_later(n, eta):
    return by_loop(n, eta)[1:]


HELD_OUT = [
    (sh_ceil, "rounded up", ["rounded up", "down"]),
    (sh_ends, "last round missing", ["last round"]),
    (sh_zero, "nobody left", ["no candidate"]),
    (sh_half, "halved whatever eta is", ["whatever eta"]),
    (sh_adds, "added", ["multiplied"]),
    (sh_order, "exchanged", ["exchanged"]),
    (sh_float, "fractions", ["fraction"]),
    (sh_alone, "resource missing", ["resource is missing", "pair"]),
    (sh_later, "first round missing", ["first round"]),
]
