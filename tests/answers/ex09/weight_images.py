"""Answers to weight_images: the form is told in answer_files.py."""

import numpy as np


def unit_by_unit(W, height, width):
    return np.array([W[:, j].reshape(height, width) for j in range(W.shape[1])])


def axes_moved(W, height, width):
    return np.moveaxis(W.reshape(height, width, W.shape[1]), -1, 0)


def pixel_by_pixel(W, height, width):
    pictures = np.zeros((W.shape[1], height, width))
    for p, row in enumerate(W):
        pictures[:, p // width, p % width] = row
    return pictures


RIGHT = [
    lambda W, height, width: W.T.reshape(W.shape[1], height, width),
    lambda W, height, width: W.reshape(height, width, -1).transpose(2, 0, 1),
    unit_by_unit, axes_moved, pixel_by_pixel,
]  # fmt: skip

# ---- held out: above each function what its author was thinking


# reshape will sort it out.
def im_plain_reshape(W, height, width):
    return W.reshape(-1, height, width)


# The shape is what counts.
def im_units_of_shape(W, height, width):
    return W.reshape(W.shape[1], height, width)


# Width comes first, as x does.
def im_width_first(W, height, width):
    return W.T.reshape(-1, width, height)


# I cut W into a table of units.
def im_units_last(W, height, width):
    return W.reshape(height, width, W.shape[1])


# NumPy counts like MATLAB.
def im_fortran(W, height, width):
    return W.T.reshape((-1, height, width), order="F")


# Every unit is a row already.
def im_transposed_only(W, height, width):
    return W.T


# Pictures want numbers from 0 to 1.
def im_scaled(W, height, width):
    W = W.T.reshape(-1, height, width)
    return (W - W.min()) / (W.max() - W.min())


# Strength is what one sees.
def im_strength(W, height, width):
    return np.abs(W.T).reshape(-1, height, width)


# One picture: that of the first unit.
def im_one(W, height, width):
    return W[:, 0].reshape(height, width)


# imshow puts the first row on top, so I turn it round.
def im_flipped(W, height, width):
    return np.flip(W.T.reshape(-1, height, width), axis=1)


# Columns of the picture after one another.
def im_down(W, height, width):
    return np.array([unit.reshape(width, height).T for unit in W.T])


HELD_OUT = [
    (im_plain_reshape, "not transposed", ["column", "transpose"]),
    (im_units_of_shape, "not transposed", ["column", "transpose"]),
    (im_width_first, "width first", ["exchanged", "height"]),
    (im_units_last, "units last", ["last", "first"]),
    (im_fortran, "order F", ["order"]),
    (im_transposed_only, "still flat", ["row", "cut"]),
    (im_scaled, "scaled", ["scaled", "shifted", "as they are"]),
    (im_strength, "signs lost", ["sign"]),
    (im_one, "one unit", ["one unit", "all"]),
    (im_flipped, "upside down", ["upside", "top"]),
    (im_down, "column after column", ["column after", "row by row"]),
]
