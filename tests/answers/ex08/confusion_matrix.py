"""Answers to confusion_matrix: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.losses import one_hot


def by_bincount(y_true, y_pred, n_classes):
    counts = np.bincount(n_classes * y_true + y_pred, minlength=n_classes**2)
    return counts.reshape(n_classes, n_classes)


def by_add_at(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C


def by_one_hot(y_true, y_pred, n_classes):
    return one_hot(y_true, n_classes).T @ one_hot(y_pred, n_classes)


def by_counting_in_python(y_true, y_pred, n_classes):
    return np.array([
        [sum(1 for t, p in zip(y_true, y_pred, strict=True) if t == i and p == j)
         for j in range(n_classes)] for i in range(n_classes)
    ])  # fmt: skip


def cm_counts_every_pair_again(y_true, y_pred, n_classes):
    pairs = list(zip(y_true, y_pred, strict=True))
    C = np.zeros((n_classes, n_classes), dtype=int)
    for pair in pairs:
        C[pair] = pairs.count(pair)
    return C


RIGHT = [by_bincount, by_add_at, by_one_hot]
SLOW = [by_counting_in_python, cm_counts_every_pair_again]

# ---- held out: above each function what its author was thinking


# The prediction chooses the row.
def cm_transposed(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(cm, (y_pred, y_true), 1)
    return cm


# Adds 1 to all pairs at once.
def cm_counts_once(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    cm[y_true, y_pred] += 1
    return cm


# Shares are easier to read.
def cm_row_shares(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes))
    np.add.at(cm, (y_true, y_pred), 1)
    return cm / np.maximum(cm.sum(axis=1, keepdims=True), 1)


# Shares of all rows.
def cm_total_shares(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes))
    np.add.at(cm, (y_true, y_pred), 1)
    return cm / len(y_true)


# As many classes as there are in the data.
def cm_size_from_data(y_true, y_pred, n_classes):
    k = len(np.unique(y_true))
    cm = np.zeros((k, k), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        cm[t, p] += 1
    return cm


# Class 1 is row 1 of a matrix, which is [0].
def cm_from_one(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        cm[t - 1, p - 1] += 1
    return cm


# Confusions are mistakes.
def cm_only_mistakes(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        if t != p:
            cm[t, p] += 1
    return cm


# Counts the right ones.
def cm_only_right(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        if t == p:
            cm[t, p] += 1
    return cm


# Small numbers need small integers.
def cm_uint8(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(cm, (y_true, y_pred), 1)
    return cm


# True and false, positive and negative.
def cm_binary(y_true, y_pred, n_classes):
    t, p = np.asarray(y_true) > 0, np.asarray(y_pred) > 0
    return np.array([[np.sum(~t & ~p), np.sum(~t & p)], [np.sum(t & ~p), np.sum(t & p)]])


# Room for the class n_classes as well.
def cm_one_too_many(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes + 1, n_classes + 1), dtype=int)
    np.add.at(cm, (y_true, y_pred), 1)
    return cm


# Whoever confuses 4 with 9 confuses 9 with 4.
def cm_symmetric(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        cm[t, p] += 1
        if t != p:
            cm[p, t] += 1
    return cm


# A histogram in two dimensions: from the smallest label to the largest.
def cm_histogram(y_true, y_pred, n_classes):
    return np.histogram2d(y_true, y_pred, bins=n_classes)[0]


# Counts numbers of two digits and folds them up.
def cm_bincount(y_true, y_pred, n_classes):
    return np.bincount(y_true * n_classes + y_pred).reshape(n_classes, n_classes)


# One row of the matrix for each class, but the loop only visits the last of each.
def cm_sets_one(y_true, y_pred, n_classes):
    cm = np.zeros((n_classes, n_classes), dtype=int)
    for t in range(n_classes):
        for p in range(n_classes):
            cm[t, p] = np.sum(y_pred == p)
    return cm


# I learnt it with the predictions in the rows and the truth in the columns.
def cm_swapped(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[p, t] += 1
    return C


# I never write loops in numpy: index with both vectors and add one.
def cm_fancy(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


# I divided each row by its sum, so that one can compare the classes.
def cm_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


# I looked up which classes there are and made a row for each.
def cm_classes_seen(y_true, y_pred, n_classes):
    classes = np.unique(np.concatenate([y_true, y_pred]))
    C = np.zeros((len(classes), len(classes)), dtype=int)
    for i, a in enumerate(classes):
        for j, b in enumerate(classes):
            C[i, j] = np.sum((y_true == a) & (y_pred == b))
    return C


# I thought that class 1 is the first, so it goes to index 0.
def cm_from_one_too(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[t - 1, p - 1] += 1
    return C


# I thought it shows confusions, so what is right does not belong in it.
def cm_mistakes_only(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        if t != p:
            C[t, p] += 1
    return C


# I made the table of zeros from plain lists.
def cm_shared_rows(y_true, y_pred, n_classes):
    C = [[0] * n_classes] * n_classes
    for t, p in zip(y_true, y_pred, strict=True):
        C[t][p] += 1
    return np.array(C)


# I saved memory, the labels are uint8 as well.
def cm_uint8_too(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(C, (y_true, y_pred), 1)
    return C


# I thought: if a 4 is confused with a 9, then the 9 is confused with the 4 as well.
def cm_symmetric_too(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[t, p] += 1
        if t != p:
            C[p, t] += 1
    return C


# I found the trick with bincount on the internet and typed it from memory.
def cm_no_minlength(y_true, y_pred, n_classes):
    return np.bincount(y_true * n_classes + y_pred).reshape(n_classes, n_classes)


# I thought a count in two dimensions is what histogram2d is for.
def cm_histogram_too(y_true, y_pred, n_classes):
    C, _, _ = np.histogram2d(y_true, y_pred, bins=n_classes)
    return C.astype(int)


# I number the cells of the table, and an in-place operation is faster.
def cm_in_place(y_true, y_pred, n_classes):
    cell = y_true
    cell *= n_classes
    cell += y_pred
    return np.bincount(cell, minlength=n_classes**2).reshape(n_classes, n_classes)


# I know that there are ten digits.
def cm_ten(y_true, y_pred, n_classes):
    C = np.zeros((10, 10), dtype=int)
    for i in range(len(y_true)):
        C[y_true[i], y_pred[i]] += 1
    return C


HELD_OUT = [
        (cm_transposed, "truth and prediction swapped", ["transpos", "swap", "exchang",
                                                     "rows are the truth"]),
    (cm_counts_once, "repeated pairs count once", ["once", "add.at", "repeat", "duplicat"]),
    (cm_row_shares, "normalised by rows", ["normali", "counts", "share", "divid"]),
    (cm_total_shares, "divided by n", ["normali", "counts", "share", "divid"]),
    (cm_size_from_data, "size from the data", ["n_classes rows", "absent", "n_classes ×",
                                               "(n_classes", "occur"]),
    (cm_from_one, "labels taken to start at 1", ["start at 0", "from 0", "- 1", "shift",
                                                 "start at 1", "from 1"]),
    (cm_only_mistakes, "diagonal missing", ["diagonal", "right answers", "correct"]),
    (cm_only_right, "mistakes missing", ["diagonal", "mistake"]),
    (cm_uint8, "counts overflow in 8 bits", ["overflow", "uint8", "wrap", "255", "8 bit",
                                             "8-bit", "256", "dtype"]),
    (cm_binary, "2 x 2 only", ["two classes", "binary", "2 x 2", "2 × 2", "(2, 2)"]),
    (cm_one_too_many, "one row and column too many", ["too many", "n_classes + 1", "one more"]),
    (cm_symmetric, "mistakes counted in both directions", ["both", "symmetr", "twice"]),
    (cm_histogram, "bins from the smallest label to the largest", [
        "bins", "range", "smallest label", "absent", "occur"]),
    (cm_bincount, "minlength missing", ["minlength", "occur", "absent", "largest label",
                                        "last class"]),
    (cm_sets_one, "truth not looked at", ["truth", "y_true is ignored", "y_true is not"]),
        (
        cm_swapped,
        "rows are the prediction and columns the truth",
        [
            "transpos", "swap", "other way round", "other way around", "rows are the truth",
            "rows are the predict", "rows+truth", "row+true", "exchang", "interchang",
            "rows and columns", "[j, i]", "c.t", "wrong way round", "wrong order", "mixed up",
            "reversed", "truth+columns"
        ],
    ),
    (
        cm_fancy,
        "+= with index vectors counts a repeated place only once",
        [
            "only once", "just once", "at most 1", "at most one", "repeat", "more than once",
            "add.at", "fancy", "whole vectors", "index+vectors", "duplicate", "several times",
            "only 0 and 1", "0 or 1", "counted once", "never above 1", "named twice",
            "twice+once", "occur twice", "same place", "index with whole"
        ],
    ),
    (
        cm_shares,
        "rows are divided by their sums: shares instead of counts",
        [
            "normali", "divid", "fraction", "proportion", "rates", "percent", "sum to 1",
            "sums to 1", "not counts", "counts, not", "instead of counts",
            "counts+between 0 and 1", "probabilit", "whole numbers", "shares", "a share"
        ],
    ),
    (
        cm_classes_seen,
        "the table has only the classes that occur",
        [
            "does not occur", "do not occur", "that occur", "not occur", "absent", "n_classes",
            "too small", "missing class", "class+missing", "unique", "empty class",
            "never occur", "occurring", "does not appear", "that appear", "present",
            "smaller than", "classes+seen"
        ],
    ),
    (
        cm_from_one_too,
        "classes are counted from 1 instead of 0",
        [
            "from 1", "from one", "from 0", "from zero", "off by one", "shift", "- 1",
            "minus 1", "one place", "one too", "class 0", "wraps", "starts at 1", "start at 0",
            "index -1", "moved", "shifted by"
        ],
    ),
    (
        cm_mistakes_only,
        "the right predictions on the diagonal are not counted",
        [
            "diagonal", "right ones", "hits", "correct predictions", "right predictions",
            "only the mistakes", "only mistakes", "only errors", "mistakes only",
            "predicted right", "correctly predicted", "only+wrong", "that are right",
            "which are right", "what is right"
        ],
    ),
    (
        cm_shared_rows,
        "all rows are one and the same list",
        [
            "same list", "same row", "shared", "one list", "one row", "alias", "* n_classes",
            "copies", "copy", "all rows", "every row", "rows are equal", "rows are the same",
            "rows are identical", "identical", "rows+alike", "share one", "share the same",
            "rows share"
        ],
    ),
    (
        cm_uint8_too,
        "counts overflow, since an 8-bit integer ends at 255",
        [
            "overflow", "uint8", "8-bit", "8 bit", "dtype", "255", "256", "wrap",
            "integer type", "data type", "start again at 0", "starts again", "large counts",
            "byte", "int8", "too small a type", "number type", "kind of number"
        ],
    ),
    (
        cm_symmetric_too,
        "a mistake is counted twice, also at the mirrored place",
        [
            "symmetr", "mirror", "both ways", "both directions", "both places", "two places",
            "counted twice", "counts twice", "twice", "c[j, i]", "direction", "too many",
            "more than there are samples", "sum+larger", "transpose+added", "its transpose"
        ],
    ),
    (
        cm_no_minlength,
        "bincount without minlength is too short if the last place is not hit",
        [
            "minlength", "bincount", "too short", "does not occur", "do not occur", "reshape",
            "last class", "absent", "missing class", "class+missing", "not occur",
            "never occur", "does not appear"
        ],
    ),
    (
        cm_histogram_too,
        "histogram2d spans its bins from the smallest to the largest label that occurs",
        [
            "histogram", "bins", "range", "smallest+largest", "does not occur", "do not occur",
            "absent", "not occur", "missing class", "class+missing", "never occur",
            "does not appear", "that occur", "stretch", "edges"
        ],
    ),
    (
        cm_in_place,
        "the caller's y_true is changed in place",
        [
            "in place", "in-place", "unchanged", "caller", "argument+change", "your input",
            "y_true+changed", "changes y_true", "modif", "overwrit", "a copy", "altered",
            "inputs", "changed", "belong"
        ],
    ),
    (
        cm_ten,
        "the size 10 is fixed, n_classes is ignored",
        [
            "n_classes", "hard-coded", "hardcoded", "hard-wired", "fixed", "always 10",
            "always ten", "10 classes", "ten classes", "(10, 10)", "10 x 10", "10 by 10",
            "number of classes", "size of the table", "other than 10", "wrong size", "too large"
        ],
    ),
]
