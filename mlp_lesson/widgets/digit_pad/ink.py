"""From strokes to ink, and from ink to a picture such as MNIST's.

Places are (x, y) in pixels of MNIST, 0 to 28 from the left and from the top.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

PIXELS = 28  # along a picture of MNIST
FINE = 4  # pixels of the pad along one of those
BOX = 20  # pixels of MNIST that the longer side of a digit takes
SMOOTH = 2  # the pad is drawn so much finer than it is kept, for smooth edges


class Stroke(NamedTuple):
    """One movement of the pen, or of the rubber; width is that of its round tip."""

    name: str
    points: tuple
    width: float
    erases: bool = False


def ink(strokes: Sequence[Stroke], under: np.ndarray | None = None, shift=(0, 0)) -> np.ndarray:
    """The pad (112, 112), 0 paper to 1 ink, on which the strokes were made one after the other.

    under: a picture (28, 28) that lay there before; shift: how far all is then moved, (x, y).
    """
    scale = FINE * SMOOTH
    side = PIXELS * scale
    under = np.zeros((PIXELS, PIXELS)) if under is None else under
    coarse = Image.fromarray(np.round(255 * under).astype(np.uint8))
    dx, dy = shift
    pad = coarse.resize((side, side), Image.Resampling.NEAREST).transform(
        (side, side), Image.Transform.AFFINE, (1, 0, -scale * dx, 0, 1, -scale * dy)
    )
    pen = ImageDraw.Draw(pad)
    for stroke in strokes:
        _draw(pen, stroke, scale, dx, dy)
    return np.asarray(pad.reduce(SMOOTH), dtype=float) / 255


def _draw(pen, stroke, scale, dx, dy):
    colour, radius = 0 if stroke.erases else 255, stroke.width * scale / 2
    # a place between pixels -> the number of the pixel whose centre it is
    path = [(scale * (x + dx) - 0.5, scale * (y + dy) - 0.5) for x, y in stroke.points]
    pen.line(path, colour, round(2 * radius) + 1)
    for x, y in path:  # round ends and joints
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), colour)


def coarse(picture: np.ndarray) -> np.ndarray:
    """The pad (112, 112) as it lies there, each 4 by 4 pixels averaged: (28, 28)."""
    return picture.reshape(PIXELS, FINE, PIXELS, FINE).mean(axis=(1, 3))


def mnist_like(picture: np.ndarray) -> np.ndarray:
    """The ink of a square picture as MNIST's digits were prepared: (28, 28), 0 paper to 1 ink.

    What has ink is scaled, its proportions kept, until its longer side is 20 pixels; each of these
    is the mean of what it covers. Then its centre of mass comes to the middle, which in MNIST's
    files is the pixel (14, 14), counted from 0 (LeCun et al. 1998). Without ink, paper.
    """
    rows, columns = (np.flatnonzero(picture.any(axis=axis)) for axis in (1, 0))
    page = np.zeros((PIXELS, PIXELS))
    if not rows.size:
        return page
    cut = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = (max(1, round(n * BOX / max(cut.shape))) for n in cut.shape)
    small = Image.fromarray(cut.astype(np.float32)).resize((width, height), Image.Resampling.BOX)
    digit = np.asarray(small)
    top, left = (
        int(np.clip(round(PIXELS / 2 - _centre(digit.sum(axis=axis))), 0, PIXELS - n))
        for axis, n in ((1, height), (0, width))
    )
    page[top : top + height, left : left + width] = digit
    return page


def _centre(weights):
    """The centre of mass of pixels in a row, counted from 0."""
    return weights @ np.arange(len(weights)) / weights.sum()
