"""Digits drawn by strokes, as people draw them with a mouse, but by a generator: no file, no MNIST.

Each digit has three ways of being written. A drawing takes one of them, moves its control points,
puts a smooth curve through them, slants, turns, stretches and places it, and adds the tremor of a
hand.
The ways were written down once, before any network had read them, and not changed since.
"""

import numpy as np
from scipy.interpolate import PchipInterpolator

from mlp_lesson.widgets.digit_pad.ink import PIXELS, Stroke, ink

# Control points in a box of width 1 and height 1, y from the top. A stroke that begins with "|" has
# corners: straight lines from point to point.
WAYS = {
    0: (
        [[(0.5, 0), (0.12, 0.2), (0, 0.5), (0.12, 0.82), (0.5, 1), (0.88, 0.8), (1, 0.5),
          (0.88, 0.18), (0.5, 0)]],
        [[(0.6, 0.02), (0.2, 0.15), (0.05, 0.55), (0.3, 0.97), (0.7, 0.9), (0.95, 0.5),
          (0.8, 0.1), (0.55, 0), (0.4, 0.08)]],
        [[(0.4, 0), (0.8, 0.1), (1, 0.45), (0.85, 0.85), (0.5, 1), (0.15, 0.85), (0, 0.5),
          (0.1, 0.15), (0.42, 0.02)]],
    ),
    1: (
        [["|", (0.5, 0), (0.5, 1)]],
        [["|", (0.25, 0.22), (0.5, 0), (0.5, 1)]],
        [["|", (0.2, 0.25), (0.5, 0), (0.5, 1)], ["|", (0.2, 1), (0.8, 1)]],
    ),
    2: (
        [[(0.05, 0.22), (0.25, 0.03), (0.6, 0), (0.92, 0.2), (0.8, 0.5), (0.4, 0.8), (0.05, 1)],
         ["|", (0.05, 1), (1, 1)]],
        [[(0.05, 0.2), (0.4, 0), (0.85, 0.12), (0.85, 0.42), (0.4, 0.75), (0.08, 0.93),
          (0.15, 0.8), (0.45, 0.9), (0.75, 1), (1, 0.93)]],
        [[(0, 0.3), (0.3, 0), (0.8, 0.08), (0.9, 0.35), (0.55, 0.7), (0, 1)],
         ["|", (0, 1), (0.9, 0.95)]],
    ),
    3: (
        [[(0.08, 0.12), (0.45, 0), (0.88, 0.15), (0.75, 0.42), (0.4, 0.48)],
         [(0.4, 0.48), (0.85, 0.58), (0.95, 0.8), (0.5, 1), (0.05, 0.88)]],
        [["|", (0.1, 0), (0.85, 0), (0.45, 0.4)],
         [(0.45, 0.4), (0.85, 0.5), (0.95, 0.75), (0.55, 1), (0.05, 0.9)]],
        [[(0, 0.15), (0.4, 0), (0.8, 0.1), (0.8, 0.38), (0.35, 0.47), (0.75, 0.52), (1, 0.75),
          (0.7, 0.98), (0.25, 1), (0, 0.85)]],
    ),
    4: (
        [["|", (0.3, 0), (0.05, 0.55), (0.95, 0.55)], ["|", (0.75, 0.05), (0.7, 1)]],
        [["|", (0.7, 1), (0.7, 0), (0, 0.68), (1, 0.68)]],
        [[(0.1, 0), (0.02, 0.3), (0.2, 0.5), (0.6, 0.5), (0.9, 0.42)],
         ["|", (0.85, 0), (0.8, 1)]],
    ),
    5: (
        [["|", (0.9, 0), (0.15, 0), (0.1, 0.42)],
         [(0.1, 0.42), (0.5, 0.35), (0.92, 0.55), (0.85, 0.85), (0.45, 1), (0.02, 0.9)]],
        [["|", (0.2, 0.02), (0.15, 0.45)],
         [(0.15, 0.45), (0.6, 0.4), (0.95, 0.65), (0.7, 0.95), (0.1, 0.95)],
         ["|", (0.2, 0.02), (0.95, 0)]],
        [[(0.95, 0.02), (0.5, 0), (0.2, 0.08), (0.12, 0.4), (0.5, 0.42), (0.85, 0.6), (0.8, 0.88),
          (0.4, 1), (0, 0.92)]],
    ),
    6: (
        [[(0.7, 0), (0.3, 0.25), (0.05, 0.65), (0.2, 0.95), (0.6, 1), (0.92, 0.78), (0.75, 0.55),
          (0.4, 0.55), (0.1, 0.75)]],
        [[(0.55, 0), (0.15, 0.35), (0, 0.75), (0.35, 1), (0.85, 0.9), (0.85, 0.62), (0.45, 0.55),
          (0.08, 0.72)]],
        [[(0.85, 0.08), (0.5, 0.02), (0.12, 0.35), (0.05, 0.75), (0.45, 1), (0.9, 0.8),
          (0.7, 0.5), (0.3, 0.55), (0.08, 0.7)]],
    ),
    7: (
        [["|", (0, 0), (0.95, 0), (0.35, 1)]],
        [["|", (0, 0), (0.95, 0), (0.4, 1)], ["|", (0.25, 0.5), (0.9, 0.5)]],
        [[(0, 0.1), (0.1, 0.02), (0.6, 0.06), (0.95, 0)], [(0.95, 0), (0.6, 0.45), (0.45, 1)]],
    ),
    8: (
        [[(0.85, 0.12), (0.45, 0), (0.12, 0.2), (0.5, 0.47), (0.9, 0.75), (0.5, 1), (0.1, 0.78),
          (0.5, 0.47), (0.88, 0.22), (0.75, 0.06)]],
        [[(0.5, 0), (0.15, 0.1), (0.15, 0.35), (0.5, 0.46), (0.85, 0.35), (0.85, 0.1), (0.5, 0)],
         [(0.5, 0.46), (0.05, 0.62), (0.08, 0.9), (0.5, 1), (0.92, 0.9), (0.95, 0.62),
          (0.5, 0.46)]],
        [[(0.5, 0.48), (0.1, 0.25), (0.45, 0), (0.85, 0.22), (0.5, 0.48), (0.05, 0.8), (0.5, 1),
          (0.95, 0.8), (0.5, 0.48)]],
    ),
    9: (
        [[(0.85, 0.12), (0.45, 0), (0.08, 0.2), (0.25, 0.48), (0.65, 0.45), (0.88, 0.15)],
         ["|", (0.88, 0.1), (0.8, 1)]],
        [[(0.9, 0.25), (0.6, 0), (0.1, 0.12), (0.15, 0.45), (0.6, 0.48), (0.9, 0.2), (0.9, 0.55),
          (0.75, 0.9), (0.25, 1)]],
        [[(0.8, 0.08), (0.3, 0.02), (0.05, 0.3), (0.4, 0.5), (0.85, 0.3), (0.85, 0.08),
          (0.78, 0.5), (0.55, 1)]],
    ),
}  # fmt: skip


def drawings(n_each, seed, *, thickness=(1.6, 3.2), slant=0.25, size=(12, 24), shake=1):
    """n_each drawings of every digit: (pads (10·n_each, 112, 112), digits (10·n_each,)).

    thickness: least and greatest width of the pen; slant: how far the top may lean, as a share of
    the height; size: least and greatest height; shake: how unsteady the hand is. Widths and heights
    are in pixels of MNIST.
    """
    rng = np.random.default_rng(seed)
    y = np.repeat(np.arange(10), n_each)
    return np.array([ink(_drawn(d, rng, thickness, slant, size, shake)) for d in y]), y


def _drawn(digit, rng, thickness, slant, size, shake):
    way = WAYS[digit][rng.integers(3)]
    height, width = rng.uniform(*size), rng.uniform(*thickness)
    breadth = height * rng.uniform(0.5, 0.85)
    lean, turn = rng.uniform(-slant, slant), rng.normal(0, np.radians(4))
    hand = shake * rng.normal(0, 0.03, (2, 12))  # control points: nearby strokes are moved alike
    strokes = [_curve(stroke, hand, shake, rng) for stroke in way]
    ways = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])

    def place(path):
        x, y = path.T - 0.5
        return np.column_stack([breadth * x - lean * height * y, height * y]) @ ways

    paths = [place(path) for path in strokes]
    low, high = np.min([p.min(0) for p in paths], 0), np.max([p.max(0) for p in paths], 0)
    margin = width / 2 + 0.5
    room = np.maximum(PIXELS - 2 * margin - (high - low), 0)  # anywhere on the pad
    scale = np.minimum(1, (PIXELS - 2 * margin) / (high - low)).min()
    corner = margin - scale * low + rng.uniform(0, 1, 2) * room
    return [
        Stroke(f"pad {i}", tuple(map(tuple, scale * path + corner)), width)
        for i, path in enumerate(paths)
    ]


def _curve(stroke, hand, shake, rng, steps=60):
    """Places along a stroke: moved control points, a curve or corners between, some tremor."""
    corners = stroke[0] == "|"
    points = np.array(stroke[1:] if corners else stroke, dtype=float)
    points = points + np.array([np.interp(points[:, 1], np.linspace(0, 1, 12), h) for h in hand]).T
    points += shake * rng.normal(0, 0.015, points.shape)
    way = np.append(0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1)))
    at = np.linspace(0, way[-1], steps)
    if corners:
        path = np.column_stack([np.interp(at, way, points[:, axis]) for axis in (0, 1)])
    else:
        path = PchipInterpolator(way, points)(at)
    tremor = shake * rng.normal(0, 0.012, (steps, 2))
    return path + np.apply_along_axis(np.convolve, 0, tremor, np.ones(5) / 5, "same")
