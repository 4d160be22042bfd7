"""Answers to approximate: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid
from mlp_lesson.approximation import bump, bump_middles, step
from mlp_lesson.checks.tasks.ex07._known_copies import all_but, alone, mean_of_borders
from mlp_lesson.checks.tasks.ex07.approximate import approximate


def with_heights(heights, n_bumps=lambda n: n):
    """An answer whose bumps have these heights(f, n)."""

    def answer(f, n):
        m = n_bumps(n)
        h = np.asarray(heights(f, m), dtype=float)
        return lambda x: h[np.clip(np.floor(np.asarray(x) * m).astype(int), 0, m - 1)]

    return answer


def calls_f(f, n):
    def g(x):
        return f((np.floor(np.asarray(x) * n) + 0.5) / n)

    return g


def many_bumps(f, n):
    return with_heights(lambda f, m: f(bump_middles(m)))(f, 2000 * n)


def straight_lines(knots_of):
    def answer(f, n):
        knots = knots_of(n)
        values = f(knots)
        return lambda x: np.interp(x, knots, values)

    return answer


def sum_of_bumps(steepness, heights=None):
    """The plain answer: borders at 0 and 1 too, with this steepness(n)."""

    def answer(f, n):
        h = f(bump_middles(n)) if heights is None else heights(f, n)
        return lambda x: sum(bump(x, i / n, (i + 1) / n, h[i], steepness(n)) for i in range(n))

    return answer


def returns_none(f, n):
    def g(x):
        approximate(f, n)(x)

    return g


def changes_x(f, n):
    h = f(bump_middles(n))

    def g(x):
        x *= n
        return h[x.astype(int)]

    return g


def bumps_at(left, right):
    """Bumps from left(i) / n to right(i) / n."""

    def answer(f, n):
        i, h = np.arange(n), f(bump_middles(n))
        ends = left(i) / n, right(i) / n
        return lambda x: sum(bump(x, *end, v, 1e6) for *end, v in zip(*ends, h, strict=True))

    return answer


def steepness_and_height_exchanged(f, n):
    h = f(bump_middles(n))
    return lambda x: sum(bump(x, i / n, (i + 1) / n, 1e6, h[i]) for i in range(n))


def width_forgotten(f, n):
    h = f(np.arange(n) + 0.5)
    return lambda x: sum(bump(x, i, i + 1, h[i], 1e6) for i in range(n))


def a_list(f, n):
    g = approximate(f, n)
    return lambda x: g(x).tolist()


def one_point_at_a_time(f, n):
    h = f(bump_middles(n))

    def g(x):
        for i in range(n):
            if i / n <= x < (i + 1) / n:
                return h[i]
        return h[-1]

    return g


def sums_into_zeros_like(f, n):
    h = f(bump_middles(n))

    def g(x):
        total = np.zeros_like(x)
        for i in range(n):
            total += bump(x, i / n, (i + 1) / n, h[i], 1e6)
        return total

    return g


def cuts_into_zeros_like(f, n):
    h = f(bump_middles(n))

    def g(x):
        y = np.zeros_like(x)
        for i in range(n):
            y[(x >= i / n) & (x <= (i + 1) / n)] = h[i]
        return y

    return g


def point_by_point(f, n):
    h = f(bump_middles(n))

    def g(x):
        y = np.zeros(len(x))
        for k in range(len(x)):
            for i in range(n):
                y[k] += bump(x[k], i / n, (i + 1) / n, h[i], 1e6)
        return y

    return g


def axis_behind_a_vector(f, n):
    h = f(bump_middles(n))
    left, right = np.arange(n) / n, np.arange(1, n + 1) / n
    return lambda x: (step(x[:, None], left, 1e6) - step(x[:, None], right, 1e6)) @ h


def largest_bump(f, n):
    h = f(bump_middles(n))
    return lambda x: np.max([bump(x, i / n, (i + 1) / n, h[i], 1e6) for i in range(n)], axis=0)


def one_number(f, n):
    g = approximate(f, n)
    return lambda x: np.sum(g(x))


def values_not_g(f, n):
    return f(bump_middles(n))


def without_g(f, n):
    h = f(bump_middles(n))
    return sum(bump(x, i / n, (i + 1) / n, h[i], 100 * n) for i in range(n))  # noqa: F821


def goes_on(f, n):
    g, total = approximate(f, n), np.zeros(5 * n)

    def adds(x):
        np.add(total, g(x), out=total)
        return total

    return adds


def by_steps(f, n):
    h = f(bump_middles(n))
    jumps, borders = np.diff(h), np.arange(1, n) / n
    return lambda x: h[0] + step(np.asarray(x)[..., None], borders, 60 * n) @ jumps


def by_selection(f, n):
    borders, h = np.linspace(0, 1, n + 1), [f(m) for m in bump_middles(n)]

    def g(x):
        y = np.zeros(np.shape(x))
        for left, right, height in zip(borders[:-1], borders[1:], h, strict=True):
            y = y + np.where((x >= left) & (x < right), height, 0)
        return y

    return g


def with_gentle_steps(f, n):
    h = f(bump_middles(n))
    return lambda x: h[0] + step(np.asarray(x)[..., None], np.arange(1, n) / n, 10 * n) @ np.diff(h)


RIGHT = [by_steps, by_selection, with_gentle_steps, sum_of_bumps(lambda n: 1e6)]
WRONG = [
    (values_not_g, "no-function"),
    (lambda f, n: None, "no-function"),
    (without_g, "no-x"),
    (one_point_at_a_time, "numbers-only"),
    (one_number, "shape"),
    (calls_f, "calls-f"),
    (lambda f, n: f, "calls-f"),
    (goes_on, "goes-on"),
    (lambda f, n: with_heights(lambda f, m: f(bump_middles(m)))(f, 10), "n-ignored"),
    (lambda f, n: with_heights(lambda f, m: f(bump_middles(m)))(f, 5), "n-ignored"),
    (point_by_point, "vectors-only"),
    (axis_behind_a_vector, "vectors-only"),
    (sums_into_zeros_like, "integers-kept"),
    (cuts_into_zeros_like, "integers-kept"),
    (largest_bump, "largest"),
    (many_bumps, "f-itself"),
    (straight_lines(lambda n: np.arange(n + 1) / n), "straight-lines"),
    (straight_lines(bump_middles), "straight-lines"),
    (with_heights(lambda f, m: f(bump_middles(m)), lambda n: max(n - 1, 1)), "one-bump-fewer"),
    (with_heights(lambda f, m: f(bump_middles(m)), lambda n: n + 1), "one-bump-more"),
    (with_heights(lambda f, n: f(np.arange(n) / n)), "left-heights"),
    (with_heights(lambda f, n: f(np.arange(1, n + 1) / n)), "right-heights"),
    (with_heights(mean_of_borders), "mean-of-borders"),
    (with_heights(lambda f, n: f(bump_middles(n)) / n), "divided-by-n"),
    (with_heights(lambda f, n: np.ones(n)), "height-one"),
    (with_heights(lambda f, n: alone(f, n, -1)), "last-only"),
    (with_heights(lambda f, n: n * alone(f, n, -1)), "late-binding"),
    (with_heights(lambda f, n: alone(f, n, 0)), "first-only"),
    (with_heights(lambda f, n: np.cumsum(f(bump_middles(n)))), "endless"),
    (with_heights(lambda f, n: all_but(f, n, -1)), "last-missing"),
    (with_heights(lambda f, n: all_but(f, n, 0)), "first-missing"),
    (with_heights(lambda f, n: -f(bump_middles(n))), "upside-down"),
    (with_heights(lambda f, n: 2 * f(bump_middles(n))), "twice"),
    (with_heights(lambda f, n: f(bump_middles(n))[::-1]), "reversed"),
    (with_heights(lambda f, n: f(bump_middles(n) + 1 / n)), "next-height"),
    (with_heights(lambda f, n: f(bump_middles(n) - 1 / n)), "previous-height"),
    (returns_none, "return-missing"),
    (a_list, "shape"),
    (changes_x, "x-changed"),
    (width_forgotten, "first-everywhere"),
    (with_heights(lambda f, n: np.full(n, np.mean(f(bump_middles(n))))), "one-height"),
    (with_heights(lambda f, n: np.full(n, f(1.0))), "same-everywhere"),
    (with_heights(lambda f, n: np.full(n, f(0.5 / n))), "first-everywhere"),
    (with_heights(lambda f, n: f(np.arange(n) + 0.5)), "not-divided-by-n"),
    (with_heights(lambda f, n: f(np.arange(n))), "not-divided-by-n"),
    (with_heights(lambda f, n: f(np.linspace(0, 1, n))), "spread-heights"),
    (with_heights(lambda f, n: bump_middles(n)), "middle-as-height"),
    (with_heights(lambda f, n: np.abs(f(bump_middles(n)))), "absolute"),
    (with_heights(lambda f, n: f(bump_middles(n)) / 2), "half"),
    (with_heights(lambda f, n: np.append(0, f(bump_middles(n))[:-1])), "previous-height"),
    (with_heights(lambda f, n: np.append(f(bump_middles(n))[1:], 0)), "next-height"),
    (bumps_at(lambda i: i, lambda i: i + 2), "two-wide"),
    (bumps_at(lambda i: i - 1, lambda i: i + 1), "two-wide"),
    (bumps_at(lambda i: i - 1, lambda i: i + 2), "two-wide"),
    (sum_of_bumps(lambda n: 2000 / n), "steepness-falls"),
    (steepness_and_height_exchanged, "huge"),
    (bumps_at(lambda i: i - 0.5, lambda i: i + 1.5), "borders"),
    (bumps_at(lambda i: i + 0.5, lambda i: i + 1.5), "borders"),
    (bumps_at(lambda i: i, lambda i: i + 0.6), "borders"),
    (with_heights(lambda f, n: f(np.arange(n) + 0.5 / n)), "whole-widths"),
    (bumps_at(lambda i: i, lambda i: i * len(i) + 1), "right-borders-brackets"),
    (with_heights(lambda f, n: f(np.arange(n) / n + 0.5)), "half-off"),
    (with_heights(lambda f, n: np.trunc(f(bump_middles(n)))), "cut-to-integers"),
    (bumps_at(lambda i: i + 0.2, lambda i: i + 0.8), "bound"),
    (sum_of_bumps(lambda n: 20), "steepness-fixed"),
    (sum_of_bumps(lambda n: 3 * n), "not-flat"),
    (with_heights(lambda f, n: f(bump_middles(n)) ** 2), "heights"),
    (sum_of_bumps(lambda n: n), "heights"),
    (sum_of_bumps(lambda n: 20 * n), "ends"),
    (sum_of_bumps(lambda n: 50), "steepness-fixed"),
]

# ---- held out: above each function what its author was thinking


def soft_step(x, at, steepness):
    return sigmoid(steepness * (np.asarray(x, dtype=float) - at))


def bumps(x, edges, heights, steepness):
    x = np.asarray(x, dtype=float)
    total = np.zeros(x.shape)
    for left, right, h in zip(edges[:-1], edges[1:], heights, strict=True):
        total = total + h * (soft_step(x, left, steepness) - soft_step(x, right, steepness))
    return total


# As high as f on the left.
def ap_left(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f(e) for e in edges[:-1]]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# As high as f on the right.
def ap_right(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f(e) for e in edges[1:]]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# linspace(0, 1, n) has n pieces.
def ap_one_bump_less(f, n):
    edges = np.linspace(0, 1, max(n, 2))
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    edges = np.concatenate([[-1.0], edges[1:-1], [2.0]])
    return lambda x: bumps(x, edges, heights, 1e4 * n)


# Gentle bumps.
def ap_soft(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    return lambda x: bumps(x, edges, heights, 10.0)


# Calls f: nothing is more accurate.
def ap_calls_f(f, n):
    return lambda x: np.array([f(v) for v in np.ravel(x)]).reshape(np.shape(x))


# Joins the dots.
def ap_interpolates(f, n):
    points = (np.arange(n) + 0.5) / n
    values = [f(p) for p in points]
    return lambda x: np.interp(x, points, values)


# Numbers only.
def ap_numbers_only(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return heights[min(int(x * n), n - 1)]

    return g


# The values at the middles, not a function.
def ap_values(f, n):
    return np.array([f((i + 0.5) / n) for i in range(n)])


# The heights add up: each bump is as high as f, and never ends.
def ap_steps_only(f, n):
    edges = np.linspace(0, 1, n + 1)[:-1]
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(h * soft_step(x, e, 1e4 * n) for e, h in zip(edges, heights, strict=True))

    return g


# The mean of the bumps.
def ap_mean(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f((a + b) / 2) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, heights, 1e4 * n) / n


# Every lambda remembers the last i.
def ap_late_binding(f, n):
    parts = []
    for i in range(n):
        h = f((i + 0.5) / n)
        a, b = (i / n if i else -1.0), ((i + 1) / n if i < n - 1 else 2.0)
        parts.append(lambda x: h * (soft_step(x, a, 1e4 * n) - soft_step(x, b, 1e4 * n)))  # noqa: B023
    return lambda x: sum(p(x) for p in parts)


# Bumps of height 1: the shape of f comes by itself.
def ap_height_one(f, n):
    edges = np.linspace(0, 1, n + 1)
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, np.ones(n), 1e4 * n)


# Middles at i / n + 1 / n: one half too far.
def ap_shifted(f, n):
    heights = [f(min((i + 1.5) / n, 1.0)) for i in range(n)]
    edges = np.linspace(0, 1, n + 1)
    edges[0], edges[-1] = -1, 2
    return lambda x: bumps(x, edges, heights, 1e4 * n)


MIDDLE = ["middle", "mid"]


HELD_OUT = [
    (ap_left, "f at the left edge", MIDDLE),
    (ap_right, "f at the right edge", MIDDLE),
    (ap_one_bump_less, "n - 1 bumps", ["n - 1", "n-1", "one bump", "n + 1", "linspace",
                                       "too few", "fewer"]),
    (ap_soft, "not steep enough", ["steep"]),
    (ap_calls_f, "g calls f", ["calls f", "call f", "f itself"]),
    (ap_interpolates, "straight lines between the middles", ["interpol", "straight", "lines",
                                                             "join"]),
    (ap_numbers_only, "g takes no arrays", ["array"]),
    (ap_values, "values instead of a function", ["function", "callable"]),
    (ap_steps_only, "steps never come down", ["down", "add up", "pile", "sum of", "bump",
                                              "never end", "accumul", "differences"]),
    (ap_mean, "divided by n", ["by n", "mean", "average"]),
    (ap_late_binding, "all bumps are the last one", ["last", "late", "lambda", "loop"]),
    (ap_height_one, "height 1", ["height", "as high as", "high"]),
    (ap_shifted, "heights of the next bump", [*MIDDLE, "next", "shift", "neighbour"]),
]
