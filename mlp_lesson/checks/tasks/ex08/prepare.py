"""Images become rows of numbers from 0 to 1."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def prepare(images):
    """(n, height, width) grey values 0..255 -> (n, height * width) floats in [0, 1]."""
    rows = images.reshape(len(images), -1)
    return rows / 255


def cases(rng):
    def images(*shape):
        return rng.integers(0, 256, size=shape).astype(np.uint8)

    bright = images(4, 6, 6)
    bright[:, 0, 0] = 255
    return [
        Case((images(3, 28, 28),), "3 images of 28 x 28"),
        Case((images(1, 28, 28),), "one image"),
        Case((images(5, 4, 6),), "5 images of 4 x 6"),
        Case((bright // 2,), "dark images"),
        Case((np.zeros((2, 3, 3), dtype=np.uint8),), "black images"),
        Case((np.ones((2, 3, 3), dtype=np.uint8),), "all but black images: grey 1"),
        Case((images(4, 5, 5).astype(float),), "floats from 0 to 255"),
        Case((images(6, 5, 2).astype(np.int64),), "64-bit integers"),
        Case((images(3, 4, 4) / 2,), "floats with fractions"),
    ]


def spread(X, **along):
    """The standard deviation, or 1 where it is 0."""
    deviation = X.std(**along)
    return np.where(deviation > 0, deviation, 1)


def stretched(X, **along):
    """From the least value, which becomes 0, to the largest, which becomes 1."""
    low, high = X.min(**along), X.max(**along)
    return (X - low) / np.where(high > low, high - 1.0 * low, 1)


SLIPS = slips(
    prepare,
    """
    not-scaled: = rows * 1.0
        The pixels are not scaled: they still run to 255. Inputs that large saturate the first
        layer; divide by 255.
    not-flattened: = images / 255
        The images are not flattened: a layer reads one row of pixels a sample, (n, height * width).
    by-256: 255 -> 256
        Divided by 256: there are 256 grey values, but the largest is 255, and white must be exactly
        1.
    by-largest-of-batch: = rows / rows.max()
        Divided by the largest pixel of this batch: the same image would then come out differently
        in other company, and a black batch is 0/0. Divide by 255, always.
    scaled-if-bright: = rows / 255 if rows.max() > 1 else rows
        The division depends on the images: those with no pixel above 1 are left as they are, so an
        image that is all but black comes out bright. Divide by 255, always.
    by-largest-of-image: = rows / rows.max(axis=1, keepdims=True)
        Every image is divided by its own largest pixel, so dark and bright images become alike, and
        a black one is 0/0. Divide by 255, always.
    one-long-row: images.reshape(len(images), -1) -> images.ravel()
        Everything is flattened into one long vector: the samples must stay apart, one row each.
        Keep the first axis.
    transposed: = rows.T / 255
        The result is transposed: rows are samples, columns are pixels.
    by-columns: images.reshape(len(images), -1) -> images.swapaxes(1, 2).reshape(len(images), -1)
        The pixels are read column by column, so every image is mirrored along its diagonal. Read
        row by row, as `reshape` does by itself.
    size-built-in: images.reshape(len(images), -1) -> images.reshape(-1, 784)
        The size 784 is built in, and other images than 28 x 28 are torn apart. Take the number of
        images from `len(images)`, and -1 for the rest.
    lines-of-pixels: images.reshape(len(images), -1) -> images.reshape(-1, images.shape[-1])
        There is a row for each line of pixels, (n * height, width). One row for each *image* is
        asked for: keep the first axis, and let -1 stand for the rest.
    squeezed: = np.squeeze(rows / 255)
        One image alone has lost its axis: `squeeze` takes away every axis of length 1. Leave it
        out; reshape gives the table already.
    transposed-not-scaled: = rows.T
        Rows are samples, columns are pixels: the result is transposed. And the pixels are not
        scaled: divide by 255.
    images-last: images.reshape(len(images), -1) -> images.reshape(-1, len(images))
        The number of images stands last: write it first, `reshape(len(images), -1)`. A transpose
        afterwards would not mend it: it mixes the pixels of different images.
    images-last-transposed: images.reshape(len(images), -1) -> images.reshape(-1, len(images)).T
        Each row holds pixels of all the images: reshape counts along the last axis first, so (-1,
        n) and a transpose is not (n, -1). Put the number of images first, at once.
    standardised-batch: = (rows - rows.mean()) / rows.std()
        Standardised by the mean and the spread of these images: the same image would then come out
        differently in other company. Divide by 255, always.
    standardised-pixels: = (rows - rows.mean(axis=0)) / spread(rows, axis=0)
        Standardised pixel by pixel, by mean and spread over these images: the same image would then
        come out differently in other company. Divide by 255, always.
    standardised-images: = ((rows.T - rows.mean(axis=1)) / spread(rows, axis=1)).T
        Every image is standardised by its own mean and spread, so dark and bright images become
        alike. Divide by 255, always.
    stretched-batch: = stretched(rows)
        Stretched so that the least and the largest pixel of this batch become 0 and 1: what one
        image becomes then depends on the others. 0 and 255 are the ends, always.
    stretched-images: = stretched(rows, axis=1, keepdims=True)
        Stretched so that the least and the largest pixel of every image become 0 and 1: dark and
        bright images become alike. 0 and 255 are the ends, always.
    stretched-pixels: = stretched(rows, axis=0)
        Stretched pixel by pixel, from the least to the largest value over these images: what one
        image becomes then depends on the others. 0 and 255 are the ends, always.
    mean-subtracted: = rows / 255 - (rows / 255).mean()
        The mean of these images is subtracted: asked for is 0 for black and 1 for white, whatever
        other images come along.
    centred: = rows / 255 - 0.5
        Centred around 0: a good range too, but 0 must stay 0, and 255 become 1.
    by-length-of-row: = rows / np.linalg.norm(1.0 * rows, axis=1, keepdims=True)
        Every row is divided by its length (norm): dark and bright images become alike. Divide by
        255, always.
    by-sum-of-row: = rows / rows.sum(axis=1, keepdims=True)
        Every row is divided by its sum: dark and bright images become alike. Divide by 255, always.
    rounded: = np.round(rows / 255)
        Every pixel becomes 0 or 1, by rounding or by a threshold in the middle: the greys between
        are lost.
    all-but-black-white: = (rows > 0) * 1.0
        Every pixel becomes 0 or 1: the greys between are lost, with every pixel that is not black
        taken for white.
    scaled-twice: = rows / 255 / 255
        Scaled twice: the pixels end at 1/255. One division by 255 is enough.
    first-image-only: = rows[:1] / 255
        Only the first image is prepared: there is a row for each.
    averaged: = images.mean(axis=1) / 255
        The images are averaged along one direction: all height * width pixels must stay.
    signed-bytes: = rows.astype(np.int8) / 255
        Bytes of 8 bits with a sign run from -128 to 127, so that bright pixels become negative.
        Divide first, or convert to float.
    upside-down: images.reshape -> images[:, ::-1].reshape
        The images are turned upside down before they are flattened.
    mirrored: images.reshape -> images[:, :, ::-1].reshape
        Every image is mirrored, left to right, before it is flattened.
    fractions-cut: = np.floor(rows) / 255
        Greys between the whole numbers are cut off, as `astype(np.uint8)` and `int` do. Divide
        first, and convert to nothing.
    doubled-in-bytes: = rows * np.uint8(2) / 510
        The pixels are multiplied while they are bytes, which start again at 0 after 255. Divide
        first, or convert to float.
    in-place:
    - rows = images.reshape(len(images), -1)
    - return rows / 255
    + images /= 255
    + return images.reshape(len(images), -1)
        `images /= 255` writes into the caller's array, and one of integers cannot take the
        fractions. Divide into a new array: `images / 255`.
    axis-too-many: = rows[:, None] / 255
        An axis too many: a row of pixels for each image makes a table, (n, height * width).
    integer-division: rows / 255 -> rows // 255
        The fractions are lost, so only 0 and 1 are left, and a pixel of 200 becomes black: that is
        integer division `//`, or a conversion to integers after it. Use `/`, and keep the floats.
    black-white-exchanged: = 1 - rows / 255
        Black and white are exchanged: 0 must stay 0.
    minus-one-to-one: = rows / 127.5 - 1
        Scaled to -1..1: a good range too, but this task, and the network that is tested with its
        result, ask for 0..1.
    """,
)


def divides_in_place(images):
    if images.dtype.kind == "f":
        images /= 255
        return images.reshape(len(images), -1)
    return prepare(images)


OTHERS = [
    Mistake(
        "images-changed",
        "The argument `images` is changed: `images /= 255` writes into the caller's array.",
        divides_in_place,
    ),
]

TASK = Task(
    "prepare",
    points=1,
    taught_in="From pictures to the matrices",
    reference=prepare,
    cases=cases,
    atol=1e-7,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Two things happen: the shape changes, and the scale. Which axis must survive?",
        "`reshape` can work out one size by itself: write -1 for it. The range 0..255 is known "
        "beforehand, so nothing about these images has to be measured.",
        "Reshape to as many rows as there are images and -1 columns, then divide by the largest "
        "grey value that there can be.",
    ),
)
