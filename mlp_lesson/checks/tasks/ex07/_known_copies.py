"""Copies of a curve that people make in place of the right one, known by the values they give."""

import numpy as np

from ....approximation import bump_middles
from ...engine.task import Invariant
from ._looking import MIDDLE, places, table


def at_middles(id, hint, *known):
    """Violated where the bumps have one of these wrong heights(f, n) at their middles."""

    def differ(heights, args, value):
        (f, n), (V, room) = args, table(args, value)
        right = f(bump_middles(n))
        wrong = np.broadcast_to(np.asarray(heights(f, n), dtype=float), (n,))
        if np.allclose(wrong, right, rtol=0, atol=0.1 * room):
            return True  # in this case it is right
        return not np.allclose(V[:, MIDDLE], wrong, rtol=0, atol=0.05 * room)

    return Invariant(id, hint, lambda args, value: all(differ(h, args, value) for h in known))


def in_places(id, hint, *known):
    """Violated where g has one of these wrong values(f, n), (n, 5), at all places."""

    def differ(values, args, value):
        (f, n), (V, room) = args, table(args, value)
        wrong = values(f, n)
        close = np.allclose(V, wrong, rtol=0, atol=0.05 * room)
        return not close or np.allclose(wrong, blocks(f, n, n), rtol=0, atol=0.1 * room)

    return Invariant(id, hint, lambda args, value: all(differ(v, args, value) for v in known))


def blocks(f, n, m):
    """The values at places(n) of m blocks of equal width, each as high as f at its middle."""
    return f((np.minimum(np.floor(places(n) * m), m - 1) + 0.5) / m)


def joined(f, n, knots):
    return np.interp(places(n), knots, f(knots))


def mean_of_borders(f, n):
    return (f(np.arange(n) / n) + f(np.arange(1, n + 1) / n)) / 2


def piled_up(f, n):
    """Heights where all bumps but the first go on to the right end."""
    h = f(bump_middles(n))
    return np.append(h[0], np.cumsum(h[1:]))


def alone(f, n, which):
    """Heights of 0, but for the bump number which."""
    return np.where(np.arange(n) == which % n, f(bump_middles(n)), 0)


def all_but(f, n, which):
    return f(bump_middles(n)) - alone(f, n, which)


KNOWN = [
    in_places(
        "f-itself",
        "g follows f everywhere: it is f, or very many bumps. Asked for are n bumps, flat on top.",
        lambda f, n: f(places(n)),
    ),
    in_places(
        "straight-lines",
        "g joins points of f by straight lines. Asked for are bumps: flat between their borders, "
        "as high as f at the middle.",
        lambda f, n: joined(f, n, np.arange(n + 1) / n),
        lambda f, n: joined(f, n, bump_middles(n)),
    ),
    in_places(
        "one-bump-fewer",
        "There are n - 1 bumps: n of them have n + 1 borders, as in `np.linspace(0, 1, n + 1)`.",
        lambda f, n: blocks(f, n, max(n - 1, 1)),
    ),
    in_places(
        "one-bump-more",
        "There are n + 1 bumps: n of them have n + 1 borders, and n middles.",
        lambda f, n: blocks(f, n, n + 1),
    ),
    at_middles(
        "left-heights",
        "Each bump is as high as f at its left border: take f at its middle, (i + 1/2) / n.",
        lambda f, n: f(np.arange(n) / n),
    ),
    at_middles(
        "right-heights",
        "Each bump is as high as f at its right border: take f at its middle, (i + 1/2) / n.",
        lambda f, n: f(np.arange(1, n + 1) / n),
    ),
    at_middles(
        "mean-of-borders",
        "Each bump has the mean of f at its two borders as its height. The middle of the bump is "
        "meant: f at (left + right) / 2.",
        mean_of_borders,
    ),
    at_middles(
        "divided-by-n",
        "g is n times too small: the bumps are averaged, or multiplied by their width. Each stands "
        "alone in its place, so add them as they are.",
        lambda f, n: f(bump_middles(n)) / n,
    ),
    at_middles(
        "height-one",
        "Every bump is 1 high: multiply it by f at its middle.",
        lambda f, n: np.ones(n),
    ),
    at_middles(
        "last-only",
        "All bumps but the last are lost: perhaps each overwrites the one before (`=` in place of "
        "`+=`).",
        lambda f, n: alone(f, n, -1),
    ),
    at_middles(
        "late-binding",
        "g is n times the last bump: functions made in a loop all use the loop's last values when "
        "they are called. Hand them the values as arguments, or add the bumps up inside g.",
        lambda f, n: n * alone(f, n, -1),
    ),
    at_middles(
        "first-only",
        "Only the first bump is there: is the `return` inside the loop?",
        lambda f, n: alone(f, n, 0),
    ),
    at_middles(
        "endless",
        "The bumps pile up: each goes on beyond its right border, so later ones stand on it. A "
        "bump needs its step down.",
        lambda f, n: np.cumsum(f(bump_middles(n))),
    ),
    at_middles(
        "last-missing",
        "The last bump is missing: the loop must run over all n of them.",
        lambda f, n: all_but(f, n, -1),
    ),
    at_middles(
        "first-missing",
        "The first bump is missing: start counting at 0.",
        lambda f, n: all_but(f, n, 0),
    ),
    at_middles(
        "upside-down",
        "g is -f, upside down: in each bump the step up comes at its left border. Perhaps left and "
        "right are exchanged.",
        lambda f, n: -f(bump_middles(n)),
    ),
    at_middles(
        "twice",
        "g is twice f: each bump is added two times, or two overlap everywhere.",
        lambda f, n: 2 * f(bump_middles(n)),
    ),
    at_middles(
        "reversed",
        "The heights stand in reversed order: g(x) follows f(1 - x).",
        lambda f, n: f(bump_middles(n))[::-1],
    ),
    at_middles(
        "next-height",
        "Every bump is as high as f at the middle of the *next* one: an index is off by one.",
        lambda f, n: f(bump_middles(n) + 1 / n),
        lambda f, n: np.append(f(bump_middles(n))[1:], 0),
    ),
    at_middles(
        "previous-height",
        "Every bump is as high as f at the middle of the one *before*: an index is off by one.",
        lambda f, n: f(bump_middles(n) - 1 / n),
        lambda f, n: np.append(0, f(bump_middles(n))[:-1]),
    ),
    at_middles(
        "whole-widths",
        "The heights are taken at i + 1/(2n), beyond 1 for all bumps but the first. The middle is "
        "(i + 1/2)/n: mind the brackets.",
        lambda f, n: f(np.arange(n) + 0.5 / n),
    ),
    at_middles(
        "not-divided-by-n",
        "The heights are taken at i + 1/2 or at i, beyond 1 for all bumps but the first. The "
        "middle of bump i is (i + 1/2)/n.",
        lambda f, n: f(np.arange(n) + 0.5),
        lambda f, n: f(np.arange(n)),
    ),
    at_middles(
        "spread-heights",
        "The heights are taken at n points from 0 to 1, both ends included, as `np.linspace(0, 1, "
        "n)` gives them. The middles of the bumps are (i + 1/2)/n.",
        lambda f, n: f(np.linspace(0, 1, n)),
    ),
    at_middles(
        "middle-as-height",
        "Each bump is as high as the place of its middle, (i + 1/2)/n. It must be as high as f "
        "there: call f.",
        lambda f, n: bump_middles(n),
    ),
    at_middles(
        "two-wide",
        "The bumps are too wide: each covers a neighbour as well. Bump i must begin at i/n and end "
        "at (i + 1)/n, where the next begins.",
        lambda f, n: np.convolve(f(bump_middles(n)), [1, 1])[:n],
        lambda f, n: np.convolve(f(bump_middles(n)), [1, 1])[1:],
        lambda f, n: np.convolve(f(bump_middles(n)), [1, 1, 1])[1:-1],
    ),
    at_middles(
        "first-everywhere",
        "g is as high as the first bump everywhere on [0, 1]. Perhaps the places are not divided "
        "by n: bump i must reach from i/n to (i + 1)/n, not from i to i + 1.",
        lambda f, n: f(0.5 / n),
        lambda f, n: f(0.5),
    ),
    at_middles(
        "one-height",
        "All bumps are equally high, as high as f is on average. Each needs a height of its own: f "
        "at its middle.",
        lambda f, n: np.mean(f(bump_middles(n))),
    ),
    at_middles(
        "absolute",
        "The heights have lost their signs (`abs`): where f is below 0, g must be below 0 too.",
        lambda f, n: np.abs(f(bump_middles(n))),
    ),
    at_middles(
        "half",
        "g is half as high as it should be. The height of a bump is f at its middle, with no "
        "factor before it.",
        lambda f, n: f(bump_middles(n)) / 2,
    ),
    at_middles(
        "right-borders-brackets",
        "The first bump is right, and all others pile up: their right borders lie beyond 1. Is "
        "i + 1/n written where (i + 1)/n is meant?",
        piled_up,
    ),
    at_middles(
        "half-off",
        "The heights are taken at i/n + 1/2. The middle is (i + 1/2)/n: mind the brackets.",
        lambda f, n: f(np.arange(n) / n + 0.5),
    ),
    at_middles(
        "largest",
        "Where f is below 0, g is 0: the largest of the bumps is taken (`max`), or negative "
        "heights are cut off. A network adds its neurons: add the bumps up.",
        lambda f, n: np.maximum(f(bump_middles(n)), 0),
    ),
    at_middles(
        "cut-to-integers",
        "The heights are cut to integers: they need fractions, so keep them as floats.",
        lambda f, n: np.trunc(f(bump_middles(n))),
    ),
]
