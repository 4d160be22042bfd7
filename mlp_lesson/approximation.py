"""Networks built by hand to follow a curve, with proofs of how closely they do.

Curves live on [0, 1] and have a known Lipschitz constant K: |f(x) - f(y)| <= K |x - y|. A network
is a list of Layer, ready for network.forward. One hidden layer follows any continuous curve as
closely as you like: Cybenko 1989, Hornik 1991, Leshno et al. 1993; here it is done, and measured.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .activations import ACTIVATIONS, relu, relu_prime, sigmoid, sigmoid_prime, tanh_prime
from .network import Layer, forward


class Curve(NamedTuple):
    """f on [0, 1] for arrays, its K = max |f'|, and M = max |f''| (None where f has a kink)."""

    f: Callable
    lipschitz: float
    curvature: float | None = None


CURVES = {
    "wave": Curve(lambda x: np.sin(2 * np.pi * x), 2 * np.pi, 4 * np.pi**2),
    "bell": Curve(lambda x: np.exp(-20 * (x - 0.5) ** 2), math.sqrt(40 / math.e), 40.0),
    "roof": Curve(lambda x: 1 - np.abs(2 * x - 1), 2.0),
    "ripples": Curve(  # f' = sin u + u cos u with u = 6πx, so |f'| <= √(1 + u²); f'' likewise
        lambda x: x * np.sin(6 * np.pi * x),
        math.hypot(1, 6 * np.pi),
        math.hypot(12 * np.pi, 36 * np.pi**2),
    ),
}


def step(x, at, steepness):
    """σ(s (x - at)): from 0 to 1 at x = at, the more abruptly the larger the steepness s."""
    return sigmoid(steepness * (np.asarray(x) - at))


def bump(x, left, right, height, steepness):
    """height · (step up at left - step up at right): about height between them, 0 elsewhere."""
    return height * (step(x, left, steepness) - step(x, right, steepness))


def bumps_needed(lipschitz, epsilon):
    """The smallest n >= 1 with K / (2n) <= ε: so many bumps keep the error within ε."""
    n = max(1, math.ceil(lipschitz / (2 * epsilon)))
    return n - 1 if n > 1 and lipschitz / (2 * (n - 1)) <= epsilon else n


def bump_middles(n):
    """Where the n bumps of equal width on [0, 1] have their middles: (i + 1/2) / n."""
    return (np.arange(n) + 0.5) / n


def bump_network(heights, steepness):
    """The n bumps with these heights (n,), side by side on [0, 1], as a 1-(n-1)-1 network.

    Where one bump ends the next begins, so two steps merge into one, up or down by the difference
    of the heights; the first bump begins before 0 and is the output's bias.
    With heights f(middle) and thresholds as activation |f - g| <= K/(2n). With logistic units
    |f - g| <= K/(2n) · coth(s/(4n)). For let x be at distance d <= 1/(2n) from the nearest border.
    Its step mixes the heights of both sides in shares p = σ(-sd) <= 1/2 and 1 - p: an error of at
    most (1-p) K (1/(2n) - d) + p K (1/(2n) + d) <= K/(2n). (In the outer half of the first and the
    last bump no border is that near: there x is at most 1/(2n) from its own bump's middle, the
    block is at most K/(2n) off, and every step is an other.) The other steps, each at most K/n
    high, are 1/(2n), 2/(2n), 3/(2n) ... away or more, and σ(-s·distance) <= e^(-s·distance) short
    of their ends: together at most K/n (q + q² + ...) with q = e^(-s/(2n)). The sum of the two is
    K/(2n) · (1+q)/(1-q), which is the bound.
    """
    heights = np.asarray(heights, dtype=float)
    borders = np.arange(1, len(heights)) / len(heights)
    return [
        Layer(np.full((1, len(borders)), float(steepness)), -steepness * borders),
        Layer(np.diff(heights)[:, None], heights[:1]),
    ]


def relu_network(values):
    """Straight lines through the n + 1 values at 0, 1/n, ..., 1, as a 1-n-1 ReLU network.

    Each neuron starts at its knot, and adds the change of the slope there. Through values of f:
    |f - g| <= K/(2n), for at x = a + t/n between the knots a and b the error is at most
    (1-t) |f(x) - f(a)| + t |f(x) - f(b)| <= 2t(1-t) K/n; and where f is smooth, <= M / (8n²).
    """
    values = np.asarray(values, dtype=float)
    n = len(values) - 1
    slopes = n * np.diff(values)
    return [
        Layer(np.ones((1, n)), -np.arange(n) / n),
        Layer(np.diff(slopes, prepend=0)[:, None], values[:1]),
    ]


def tower_network(heights):
    """Towers on n x n squares, heights[i, j] over square (i, j), as a 2-2(n-1)-n²-1 network.

    All hidden units are thresholds. The first layer holds the steps along both inputs; a neuron of
    the second is 1 where both bumps of its square are 1, so that their sum is above 1.5. With
    heights f(middle): |f - g| <= K √2 / (2n), half the diagonal of a square times K.
    """
    heights = np.asarray(heights, dtype=float)
    n = len(heights)
    borders, side = np.arange(1, n) / n, np.eye(n)
    axis = side[1:] - side[:-1]  # step k at border k + 1 starts bump k + 1 and ends bump k
    both = np.vstack([np.kron(axis, np.ones(n)), np.kron(np.ones(n), axis)])
    first = np.kron(side[0], np.ones(n)) + np.kron(np.ones(n), side[0])  # bumps with no left step
    return [
        Layer(np.kron(np.eye(2), np.ones(n - 1)), -np.tile(borders, 2)),
        Layer(both, first - 1.5),
        Layer(heights.reshape(-1, 1), np.zeros(1)),
    ]


class Certificate(NamedTuple):
    """measured <= the largest |f - g| on [0, 1] <= bound, whatever lies between the grid points."""

    measured: float
    bound: float


STEEPEST = {  # the largest f' within r of z
    "logistic": lambda z, r: sigmoid_prime(np.maximum(np.abs(z) - r, 0)),
    "tanh": lambda z, r: tanh_prime(np.maximum(np.abs(z) - r, 0)),
    "relu": lambda z, r: relu_prime(z + r),
}


def certify(curve, params, activation, cells=None):
    """A Certificate for a network g of one input and one hidden layer, of any origin.

    [0, 1] is cut into cells of width h. No x is further than h/2 from the middle m of its cell, so
    |f(x) - g(x)| <= |f(m) - g(m)| + (K_f + K_g) h/2, with K_f = curve.lipschitz. In this cell
    |g'| = |Σⱼ vⱼ wⱼ f'(zⱼ)| <= K_g = Σⱼ |vⱼ wⱼ| (the largest f' within |wⱼ| h/2 of zⱼ at m). The
    bound is the largest over all cells. It holds for real numbers; float64 may add some 1e-12.
    """
    (W, b), (V, _) = params
    cells = 200 * (len(b) + 1) if cells is None else cells
    measured = bound = 0.0
    for m in np.array_split(bump_middles(cells)[:, None], 1 + cells * len(b) // 10**6):
        g, cache = forward(params, m, ACTIVATIONS[activation].f)
        error = np.abs(curve.f(m) - g)
        slope = STEEPEST[activation](cache.Z[0], np.abs(W) / (2 * cells)) @ np.abs(W.T * V)
        measured = max(measured, error.max())
        bound = max(bound, (error + (curve.lipschitz + slope) / (2 * cells)).max())
    return Certificate(float(measured), float(bound))


def sawtooth_network(k):
    """The tent map 2 ReLU(x) - 4 ReLU(x - 1/2), k times in a row: 2ᵏ straight pieces on [0, 1].

    k hidden layers of 2 neurons. One hidden layer needs 2ᵏ - 1 neurons for it (Telgarsky 2016).
    """
    bias, tent = np.array([0.0, -0.5]), np.array([[2.0], [-4.0]])
    inner = [Layer(np.hstack([tent, tent]), bias) for _ in range(k - 1)]
    return [Layer(np.ones((1, 2)), bias), *inner, Layer(tent, np.zeros(1))]


def linear_pieces(params):
    """How many straight pieces the graph of a ReLU network of one input and output has on [0, 1].

    Layer by layer: between the kinks found so far each z is straight, so where it changes sign is
    a new kink, at the x that a proportion gives. No rounding where all numbers are short binary
    fractions, as in the sawtooth.
    """
    x = np.array([0.0, 1.0])
    for l in range(1, len(params)):
        Z, _ = forward(params[:l], x[:, None], relu)
        k, j = np.nonzero(Z[:-1] * Z[1:] < 0)
        below, above = Z[k, j], Z[k + 1, j]
        x = np.unique(np.concatenate([x, x[k] + (x[k + 1] - x[k]) * below / (below - above)]))
    slopes = np.diff(forward(params, x[:, None], relu)[0].ravel()) / np.diff(x)
    return 1 + int(np.sum(~np.isclose(np.diff(slopes), 0)))
