"""Answers to one_hot: the form is told in answer_files.py."""

import numpy as np


def filled(place):
    """A table of zeros into which place(Y, y) writes ones."""

    def fill(y, n_classes):
        Y = np.zeros((len(y), n_classes))
        place(Y, y)
        return Y

    return fill


def by_pairs(Y, y):
    Y[np.arange(len(y)), y] = 1


def by_rows(Y, y):
    for i, label in enumerate(y):
        Y[i, label] = 1


def one_hot_by_stacking(y, n_classes):
    Y = np.zeros((0, n_classes))
    for label in y:
        row = np.zeros(n_classes)
        row[label] = 1
        Y = np.vstack([Y, row])
    return Y


def one_hot_in_place(y, n_classes):
    y -= 1
    return np.eye(n_classes)[(y + 1) % n_classes]


def one_hot_by_counting(y, n_classes):
    flat = np.zeros(len(y) * n_classes)
    flat[np.arange(len(y)) * n_classes + y] = 1
    return flat.reshape(len(y), n_classes)


RIGHT = [
    filled(by_pairs),
    filled(by_rows),
    lambda y, n_classes: y[:, None] == np.arange(n_classes),
    one_hot_by_counting,
]
SLOW = [one_hot_by_stacking]
WRONG = [(one_hot_in_place, "labels-changed")]

# ---- held out: above each function what its author was thinking


# As many classes as there are in y.
def oh_from_data(y, n_classes):
    return np.eye(np.max(y) + 1)[y]


# One column for each sample.
def oh_transposed(y, n_classes):
    return np.eye(n_classes)[y].T


# Classes start at 1.
def oh_from_one(y, n_classes):
    return np.eye(n_classes)[np.asarray(y) - 1]


# Sets these columns in every row.
def oh_whole_columns(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[:, y] = 1
    return Y


# The label itself in its place.
def oh_label_in_place(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[np.arange(len(y)), y] = y
    return Y


# 0 where it is, 1 elsewhere.
def oh_inverted(y, n_classes):
    return 1.0 - np.eye(n_classes)[y]


# -1 and 1.
def oh_minus_one(y, n_classes):
    return 2.0 * np.eye(n_classes)[y] - 1


# All ones up to the label, as in ordinal coding.
def oh_thermometer(y, n_classes):
    return (np.arange(n_classes) <= np.asarray(y)[:, None]).astype(float)


# One line for the whole array.
def oh_one_row(y, n_classes):
    Y = np.zeros(n_classes)
    Y[y] = 1
    return Y


# The last class is what all zeros mean.
def oh_drops_last(y, n_classes):
    return np.eye(n_classes)[y][:, :-1]


# Room for n_classes itself.
def oh_one_too_many(y, n_classes):
    return np.eye(n_classes + 1)[y]


# Counts from the right.
def oh_mirrored(y, n_classes):
    return np.eye(n_classes)[y][:, ::-1]


# The classes that occur, in order: their ranks.
def oh_ranks(y, n_classes):
    return np.eye(n_classes)[np.unique(y, return_inverse=True)[1]]


HELD_OUT = [
    (
        oh_from_data,
        "number of classes from the data",
        ["absent", "occur", "largest label", "highest label", "max"],
    ),
    (oh_transposed, "transposed", ["transpos", "rows and columns"]),
    (
        oh_from_one,
        "labels from 1",
        ["from 1", "from 0", "y - 1", "start at 0", "start at 1", "counted from"],
    ),
    (oh_whole_columns, "whole columns set", ["column", "every row", "arange", "pair"]),
    (
        oh_label_in_place,
        "label for 1",
        ["label itself", "the label", "not 1", "not the label", "class number"],
    ),
    (
        oh_inverted,
        "inverted",
        ["invert", "exchang", "swap", "wrong way", "turned round", "reversed", "other way round"],
    ),
    (oh_minus_one, "-1 for 0", ["-1"]),
    (
        oh_thermometer,
        "ones up to the label",
        ["up to", "thermometer", "ordinal", "one 1", "single 1", "several", "more than one"],
    ),
    (
        oh_one_row,
        "one row for all",
        ["each label", "row for each", "every label", "one row", "each sample", "a row of its own"],
    ),
    (oh_drops_last, "last class dropped", ["last class", "last column", "too few", "one column"]),
    (oh_one_too_many, "one column too many", ["too many", "n_classes + 1", "one column"]),
    (
        oh_mirrored,
        "mirrored",
        ["mirror", "revers", "from the right", "backward", "from the end", "last to first"],
    ),
    (
        oh_ranks,
        "ranks of the labels that occur",
        ["rank", "occur", "absent", "unique", "place among"],
    ),
]
