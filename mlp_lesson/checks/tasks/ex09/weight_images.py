"""The weights of a first layer, laid out as the pixels are."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def weight_images(W, height, width):
    """image_j = column j of W, cut into rows of `width`: (n_units, height, width)."""
    rows = W.T
    return rows.reshape(-1, height, width)


def cases(rng):
    def drawn(height, width, units, note):
        return Case((rng.normal(size=(height * width, units)), height, width), note)

    whole = np.arange(24).reshape(6, 4) - 9
    return [
        Case((whole, 2, 3), "integers, 2 by 3 pixels"),
        drawn(3, 5, 4, "3 by 5 pixels, 4 units"),
        drawn(4, 4, 6, "square images"),
        drawn(3, 3, 9, "as many units as pixels"),
        drawn(5, 2, 1, "one unit"),
        drawn(1, 4, 3, "images of one row"),
    ]


SLIPS = slips(
    weight_images,
    """
    not-transposed: W.T -> W
        The columns are not turned into rows first. `reshape` reads row by row, and a row of W
        belongs to one *pixel*, so each picture mixes many units. A unit is a column.
    width-first: (-1, height, width) -> (-1, width, height)
        Height and width are exchanged: an image is `(height, width)`, its rows come first.
    pictures-turned: = rows.reshape(-1, height, width).transpose(0, 2, 1)
        Each picture is turned over its diagonal: rows have become columns.
    filled-down: = rows.reshape(-1, width, height).transpose(0, 2, 1)
        The pixels are filled in column after column, as `order="F"` does. They are counted row by
        row, as the images were flattened.
    units-last: = W.reshape(height, width, -1)
        The units stand last, `(height, width, n_units)`. They come first: one picture after
        another.
    still-flat: = rows
        Each unit is still one row of numbers, not yet cut into the rows of its picture.
    first-unit: = rows[0].reshape(height, width)
        Only one unit comes back. All are asked for: `(n_units, height, width)`.
    first-picture: = rows[:1].reshape(1, height, width)
        Only one picture comes back. All units are asked for, one picture each.
    square: = rows.reshape(-1, int(len(W) ** 0.5), int(len(W) ** 0.5))
        The pictures are taken to be square: height and width may differ, and both are given.
    stride: = rows[:, np.add.outer(height * np.arange(height), np.arange(width)) % len(W)]
        Row r of the picture is taken to begin at pixel r · height. A row is `width` pixels long, so
        it begins at r · width.
    upside-down: = rows.reshape(-1, height, width)[:, ::-1]
        The pictures stand upside down. The first `width` weights are the *top* row.
    absolute: rows = W.T -> rows = np.abs(W).T
        The signs are lost: red and blue, for and against, could not be told apart.
    scaled: rows = W.T -> rows = W.T / np.abs(W).max()
        The weights are scaled. They come back as they are; the colours are another matter.
    shifted: rows = W.T -> rows = W.T - W.min()
        The weights are shifted, so that 0 is no longer where it was. They come back as they are.
    units-reversed: = rows.reshape(-1, height, width)[::-1]
        The units come in reversed order: picture j belongs to column j.
    mirrored: = rows.reshape(-1, height, width)[:, :, ::-1]
        The pictures are mirrored, left for right.
    squeezed: = rows.reshape(-1, height, width).squeeze()
        Axes of length 1 are dropped, as `squeeze` does. One unit is one picture, (1, height,
        width), and an image of one row still has that row.
    picture-alone: = rows.reshape((height, width) if len(rows) == 1 else (-1, height, width))
        For one unit the picture comes without the axis of the units: it is (1, height, width) there
        too.
    each-by-its-largest: rows = W.T -> rows = W.T / np.abs(W).max(axis=0)[:, None]
        Each picture is divided by its own largest size. The weights come back as they are.
    each-centred: rows = W.T -> rows = W.T - W.mean(axis=0)[:, None]
        The mean of each picture is taken off. The weights come back as they are.
    each-from-0-to-1: rows = W.T -> rows = ((W - W.min(axis=0)) / np.ptp(W, axis=0)).T
        Each picture is stretched from 0 to 1, as images are. The weights come back as they are: 0
        must stay 0.
    by-255: rows = W.T -> rows = W.T / 255
        The weights are divided by 255, as pixels are. They come back as they are.
    units-in-the-middle: = W.reshape(height, width, -1).transpose(0, 2, 1)
        The units stand in the middle, `(height, n_units, width)`. They come first: one picture
        after another.
    side-by-side: = np.hstack(list(rows.reshape(-1, height, width)))
        The pictures are joined to one, side by side. Each stays a picture of its own: `(n_units,
        height, width)`.
    mean-picture: = rows.mean(axis=0).reshape(1, height, width)
        Only the mean of all units comes back: a picture for each of them.
    turned-by-half: = rows.reshape(-1, height, width)[:, ::-1, ::-1]
        The pictures are turned by half a turn: the pixels are counted from the end.
    units-from-rows: = rows.reshape(len(W) // (height * width), -1, width)
        The number of units is counted from the rows of W, so it is always 1: the rows are the
        pixels. Each unit is a *column*.
    """,
)


def written_into(W, height, width):
    W[0] = 0
    return W.T.reshape(-1, height, width)


OTHERS = [
    Mistake(
        "w-changed",
        "The argument `W` is changed: the network would go on with other weights. Work on a copy.",
        written_into,
    ),
]

TASK = Task(
    "weight_images",
    points=1,
    taught_in="A network in one call",
    reference=weight_images,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Which part of W belongs to one unit, a row or a column? And in which direction does "
        "`reshape` read?",
        "Make each unit a row: the transpose, `(n_units, n_pixels)`. Then cut every row into "
        "`height` pieces of `width` numbers.",
        "`W.T` first; then `reshape` to three axes: units, height, width. `-1` stands for the "
        "axis that NumPy may count itself.",
    ),
)
