"""Answers to which_is_truth: the form is told in answer_files.py."""

from collections import Counter

import numpy as np


def by_counter(a, b, counts):
    wanted = {k: int(c) for k, c in enumerate(counts) if c}
    fits = tuple({int(k): n for k, n in Counter(x.tolist()).items()} == wanted for x in (a, b))
    return {(1, 1): 3, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


def by_sorting(a, b, counts):
    truth = np.repeat(np.arange(len(counts)), counts)
    fits = [name for name, x in ((1, a), (2, b)) if np.array_equal(np.sort(x), truth)]
    return 3 if len(fits) == 2 else fits[0] if fits else 0


def by_sums(a, b, counts):
    def fits(x):
        return len(x) == sum(counts) and all(np.sum(x == k) == c for k, c in enumerate(counts))

    if fits(a):
        return 3 if fits(b) else 1
    return 2 if fits(b) else 0


RIGHT = [by_counter, by_sorting, by_sums]

# ---- held out: above each function what its author was thinking


def count(x, counts):
    return np.bincount(x, minlength=len(counts))


def fit(x, counts):
    return np.array_equal(count(x, counts), counts)


# It is one or the other.
def a_or_b(a, b, counts):
    return 1 if fit(a, counts) else 2


# The first that fits.
def first_that_fits(a, b, counts):
    if fit(a, counts):
        return 1
    if fit(b, counts):
        return 2
    return 0


# The support is what was predicted.
def other_one(a, b, counts):
    fits = fit(a, counts), fit(b, counts)
    return {(1, 1): 3, (1, 0): 2, (0, 1): 1, (0, 0): 0}[fits]


# unique counts, too.
def with_unique(a, b, counts):
    fits = tuple(
        np.array_equal(np.unique(x, return_counts=True)[1], counts) for x in (a, b)
    )
    return {(1, 1): 3, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


# The order of the classes is not known.
def in_any_order(a, b, counts):
    fits = tuple(sorted(count(x, counts)) == sorted(counts) for x in (a, b))
    return {(1, 1): 3, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


# bincount alone.
def too_short(a, b, counts):
    fits = tuple(np.array_equal(np.bincount(x), counts) for x in (a, b))
    return {(1, 1): 3, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


# If both are possible, neither is proved.
def neither_is_proved(a, b, counts):
    fits = fit(a, counts), fit(b, counts)
    return {(1, 1): 0, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


# Go through the classes that are asked for.
def known_classes(a, b, counts):
    fits = tuple(all(np.sum(x == k) == c for k, c in enumerate(counts)) for x in (a, b))
    return {(1, 1): 3, (1, 0): 1, (0, 1): 2, (0, 0): 0}[fits]


HELD_OUT = [
    (a_or_b, "b is not looked at", ["a alone", "look at b"]),
    (first_that_fits, "both is never said", ["both"]),
    (other_one, "a and b exchanged", ["exchang"]),
    (with_unique, "classes that do not occur are missing", ["empty class", "that occur"]),
    (in_any_order, "compared without their classes", ["without their classes"]),
    (too_short, "minlength is missing", ["minlength"]),
    (neither_is_proved, "neither for both", ["says 0"]),
    (known_classes, "unknown labels are overlooked", ["does not know"]),
]
