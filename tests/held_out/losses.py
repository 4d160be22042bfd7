"""Wrong answers to exercise 04, written without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import numpy as np

# ---- one_hot(y, n_classes)


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


# ---- squared_error(Y_hat, Y)


# Half of it, as the derivative is nicer.
def se_half(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2) / 2


# Sum.
def se_sum(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2)


# Mean over the rows.
def se_rows(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / len(Y)


# Root.
def se_root(Y_hat, Y):
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


# Absolute values.
def se_abs(Y_hat, Y):
    return np.mean(np.abs(Y_hat - Y))


# Square of the mean.
def se_square_of_mean(Y_hat, Y):
    return np.mean(Y_hat - Y) ** 2


# No square, as the deviation is what counts.
def se_no_square(Y_hat, Y):
    return np.mean(Y_hat - Y)


# One number a column.
def se_each_column(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=0)


# One number a row.
def se_each_row(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=1)


# Forgets the mean.
def se_entrywise(Y_hat, Y):
    return (Y_hat - Y) ** 2


# Squares each before the difference.
def se_difference_of_squares(Y_hat, Y):
    return np.mean(np.asarray(Y_hat) ** 2 - np.asarray(Y) ** 2)


# ^ is the power.
def se_xor(Y_hat, Y):
    return np.mean((Y_hat - Y) ^ 2)


# Times 2, which is what ** 2 does.
def se_times_two(Y_hat, Y):
    return np.mean((Y_hat - Y) * 2)


# Subtracts in place.
def se_in_place(Y_hat, Y):
    Y_hat -= Y
    return np.mean(Y_hat**2)


# R squared is the usual score: divides by the variance.
def se_relative(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / (np.sum((Y - np.mean(Y)) ** 2) + 1e-12)


# Two sample variances: divides by n - 1.
def se_n_minus_1(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / max(np.size(Y) - 1, 1)


# ---- huber(y_hat, y, threshold)


# r^2 inside.
def hu_no_half(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2, threshold * (a - threshold / 2)))


# threshold |r| outside.
def hu_jump(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * a))


# |r| - t/2: with t = 1 that is it.
def hu_slope_1(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, a - threshold / 2))


# |r| - 1/2: with t = 1 that is it.
def hu_threshold_1_outside(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a - 0.5)))


# The usual threshold.
def hu_ignores_threshold(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= 1, a**2 / 2, a - 0.5))


# Compares the residual, not its size.
def hu_no_abs(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (np.abs(r) - threshold / 2)))


# No abs anywhere outside.
def hu_no_abs_outside(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(np.abs(r) <= threshold, r**2 / 2, threshold * (r - threshold / 2)))


# The branches exchanged.
def hu_exchanged(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a > threshold, a**2 / 2, threshold * (a - threshold / 2)))


# A sum over the samples.
def hu_sum(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.sum(np.where(a <= threshold, a**2 / 2, threshold * (a - threshold / 2)))


# Clips the residual: outliers no longer count more.
def hu_clipped(y_hat, y, threshold):
    return np.mean(np.clip(y_hat - y, -threshold, threshold) ** 2 / 2)


# Its derivative, from the table.
def hu_derivative(y_hat, y, threshold):
    return np.mean(np.clip(y_hat - y, -threshold, threshold))


# Decides once, for the mean residual.
def hu_if(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    if np.mean(a) <= threshold:
        return np.mean(a**2) / 2
    return threshold * (np.mean(a) - threshold / 2)


# Plus instead of minus outside.
def hu_plus(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a + threshold / 2)))


# Subtracts threshold^2 / 2 inside the bracket.
def hu_square_in_bracket(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2, threshold * (a - threshold**2 / 2)))


# One value for each sample.
def hu_each(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.where(a <= threshold, a**2 / 2, threshold * (a - threshold / 2))


# Divides by the threshold, as in smooth L1.
def hu_smooth_l1(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, a**2 / 2 / threshold, a - threshold / 2))


# ---- binary_cross_entropy(z, y)


def stable_terms(z, y):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


# From the definition, with a sigmoid.
def bc_naive(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Clips the probabilities.
def bc_clipped(z, y):
    e = np.exp(-np.abs(z))
    p = np.clip(np.where(z >= 0, 1, e) / (1 + e), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Takes z for the probability.
def bc_no_sigmoid(z, y):
    p = np.clip(z, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# Only the class 1.
def bc_only_ones(z, y):
    return np.mean(y * np.logaddexp(0, -np.asarray(z, dtype=float)))


# Only the class 0.
def bc_only_zeros(z, y):
    return np.mean((1 - y) * np.logaddexp(0, np.asarray(z, dtype=float)))


# The minus forgotten.
def bc_sign(z, y):
    return -np.mean(stable_terms(z, y))


# Sum.
def bc_sum(z, y):
    return np.sum(stable_terms(z, y))


# log2, since it is information.
def bc_log2(z, y):
    return np.mean(stable_terms(z, y)) / np.log(2)


# Labels exchanged.
def bc_labels(z, y):
    return np.mean(stable_terms(z, 1 - y))


# The stable form without the abs.
def bc_no_abs(z, y):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))


# max(z, 0) forgotten.
def bc_no_max(z, y):
    z = np.asarray(z, dtype=float)
    return np.mean(-z * y + np.log1p(np.exp(-np.abs(z))))


# One for each sample.
def bc_each(z, y):
    return stable_terms(z, y)


# Sigmoid twice: the network's output goes through it, and the formula does so again.
def bc_sigmoid_twice(z, y):
    e = np.exp(-np.abs(z))
    return np.mean(stable_terms(np.where(z >= 0, 1, e) / (1 + e), y))


# The gradient.
def bc_delta(z, y):
    e = np.exp(-np.abs(z))
    return np.mean(np.where(z >= 0, 1, e) / (1 + e) - y)


# Squared error of the probabilities.
def bc_squared(z, y):
    e = np.exp(-np.abs(z))
    return np.mean((np.where(z >= 0, 1, e) / (1 + e) - y) ** 2)


# An epsilon in the logarithm.
def bc_epsilon(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))


# Divides by 2, one for each class.
def bc_half(z, y):
    return np.mean(stable_terms(z, y)) / 2


# ---- softmax_cross_entropy(Z, y)


def log_softmax(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


# From the definition.
def sc_naive(Z, y):
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


# A shifted softmax, and its logarithm: log 0 far away.
def sc_log_of_zero(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


# An epsilon in the logarithm.
def sc_epsilon(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y] + 1e-9))


# All rows, these columns.
def sc_all_columns(Z, y):
    return -np.mean(log_softmax(Z)[:, y])


# Mean over everything: divides by k too.
def sc_mean_of_all(Z, y):
    Y = np.eye(np.shape(Z)[1])[y]
    return -np.mean(Y * log_softmax(Z))


# Sum.
def sc_sum(Z, y):
    return -np.sum(log_softmax(Z)[np.arange(len(y)), y])


# The minus.
def sc_sign(Z, y):
    return np.mean(log_softmax(Z)[np.arange(len(y)), y])


# Down the columns.
def sc_axis_0(Z, y):
    Z = np.asarray(Z, dtype=float)
    Z = Z - Z.max(axis=0)
    L = Z - np.log(np.exp(Z).sum(axis=0))
    return -np.mean(L[np.arange(len(y)), y])


# Softmax of the whole table.
def sc_whole(Z, y):
    Z = np.asarray(Z, dtype=float)
    L = Z - Z.max() - np.log(np.exp(Z - Z.max()).sum())
    return -np.mean(L[np.arange(len(y)), y])


# One maximum for all.
def sc_global_max(Z, y):
    Z = Z - np.max(Z)
    L = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(L[np.arange(len(y)), y])


# Takes the logits for probabilities.
def sc_no_softmax(Z, y):
    p = np.asarray(Z, dtype=float)[np.arange(len(y)), y]
    return -np.mean(np.log(np.clip(p, 1e-12, None)))


# Adds the terms of the other classes, as in the binary case.
def sc_binary_terms(Z, y):
    L = log_softmax(Z)
    Y = np.eye(L.shape[1])[y]
    with np.errstate(divide="ignore"):
        other = np.log(np.maximum(1 - np.exp(L), 1e-300))
    return -np.sum(Y * L + (1 - Y) * other) / len(L)


# Multiplies by the label itself.
def sc_times_label(Z, y):
    return -np.mean(y * log_softmax(Z)[np.arange(len(y)), y])


# Softmax twice.
def sc_softmax_twice(Z, y):
    return -np.mean(log_softmax(np.exp(log_softmax(Z)))[np.arange(len(y)), y])


# The probability, without the logarithm.
def sc_no_log(Z, y):
    return -np.mean(np.exp(log_softmax(Z))[np.arange(len(y)), y])


# log2.
def sc_log2(Z, y):
    return -np.mean(log_softmax(Z)[np.arange(len(y)), y]) / np.log(2)


# Takes the predicted class instead of the true one.
def sc_argmax(Z, y):
    return -np.mean(log_softmax(Z).max(axis=1))


# One for each sample.
def sc_each(Z, y):
    return -log_softmax(Z)[np.arange(len(y)), y]


# Logarithm of the mean probability.
def sc_log_of_mean(Z, y):
    return -np.log(np.maximum(np.mean(np.exp(log_softmax(Z))[np.arange(len(y)), y]), 1e-300))


# The maximum is subtracted, and not given back in the picked logit.
def sc_shift_once(Z, y):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(Z - m).sum(axis=1))
    return np.mean(lse - Z[np.arange(len(y)), y])


MEAN = ["mean", "average", "1/n", "divid"]

HELD_OUT = {
    "one_hot": [
        (oh_from_data, "number of classes from the data", [
            "absent", "occur", "largest label", "highest label", "max"]),
        (oh_transposed, "transposed", ["transpos", "rows and columns"]),
        (oh_from_one, "labels from 1", ["from 1", "from 0", "y - 1", "start at 0", "start at 1",
                                        "counted from"]),
        (oh_whole_columns, "whole columns set", ["column", "every row", "arange", "pair"]),
        (oh_label_in_place, "label for 1", ["label itself", "the label", "not 1", "not the label",
                                            "class number"]),
        (oh_inverted, "inverted", ["invert", "exchang", "swap", "wrong way", "turned round",
                                   "reversed", "other way round"]),
        (oh_minus_one, "-1 for 0", ["-1"]),
        (oh_thermometer, "ones up to the label", ["up to", "thermometer", "ordinal", "one 1",
                                                  "single 1", "several", "more than one"]),
        (oh_one_row, "one row for all", ["each label", "row for each", "every label", "one row",
                                         "each sample", "a row of its own"]),
        (oh_drops_last, "last class dropped", ["last class", "last column", "too few",
                                               "one column"]),
        (oh_one_too_many, "one column too many", ["too many", "n_classes + 1", "one column"]),
        (oh_mirrored, "mirrored", ["mirror", "revers", "from the right", "backward",
                                   "from the end", "last to first"]),
        (oh_ranks, "ranks of the labels that occur", ["rank", "occur", "absent", "unique",
                                                      "place among"]),
    ],
    "squared_error": [
        (se_half, "1/2", ["half", "1/2", "½"]),
        (se_sum, "sum", MEAN),
        (se_rows, "mean over rows only", ["rows", "entries", "columns"]),
        (se_root, "root", ["root"]),
        (se_abs, "absolute error", ["absolute", "abs"]),
        (se_square_of_mean, "square of the mean", ["square of the mean", "order", "first", "cancel",
                                                   "before"]),
        (se_no_square, "no square", ["square is", "not squared", "square+missing", "cancel",
                                     "square+forg"]),
        (se_each_column, "mean over rows, column by column", ["axis", "column", "one number",
                                                              "single number", "each output"]),
        (se_each_row, "mean of each row", ["axis", "each row", "one number", "single number",
                                           "each sample"]),
        (se_entrywise, "mean missing", ["mean", "average", "one number", "single number"]),
        (se_difference_of_squares, "difference of squares", [
            "difference of", "difference first", "first the difference", "before",
            "square the difference", "(y_hat - y)"]),
        (se_xor, "^", ["^", "**", "xor"]),
        (se_times_two, "* 2", ["* 2", "twice", "doubl", "square is", "square+missing",
                               "not squared"]),
        (se_in_place, "changes Y_hat", ["changes", "changed", "in place"]),
        (se_relative, "divided by the variance", ["variance", "r²", "relative", "spread"]),
        (se_n_minus_1, "n - 1", ["n - 1", "n-1", "- 1"]),
    ],
    "huber": [
        (hu_no_half, "1/2 missing", ["half", "1/2", "½"]),
        (hu_jump, "- t/2 missing", ["jump", "t/2", "threshold/2", "threshold / 2", "meet",
                                    "½t", "threshold²"]),
        (hu_slope_1, "factor threshold missing", ["factor", "slope", "multipl", "steep"]),
        (hu_threshold_1_outside, "1/2 for threshold/2", ["threshold / 2", "threshold/2", "0.5",
                                                         "jump", "meet", "1/2", "t/2"]),
        (hu_ignores_threshold, "threshold ignored", ["fixed", "ignor", "not used", "handed in",
                                                     "threshold of 1", "threshold 1"]),
        (hu_no_abs, "abs missing in the comparison", ["abs", "|r|", "negative", "sign"]),
        (hu_no_abs_outside, "abs missing outside", ["abs", "|r|", "negative", "sign"]),
        (hu_exchanged, "branches exchanged", ["exchang", "swap", "wrong way", "sides",
                                              "turned round", "branches"]),
        (hu_sum, "sum", MEAN),
        (hu_clipped, "clipped and squared", ["clip", "constant", "flat", "linear", "cut off",
                                             "straight"]),
        (hu_derivative, "derivative", ["derivative", "slope", "gradient"]),
        (hu_if, "decides once for all", ["each", "every", "once", "np.where", "entry"]),
        (hu_plus, "plus for minus", ["plus", "minus", "sign", "jump", "meet"]),
        (hu_square_in_bracket, "threshold squared twice", ["square", "threshold²", "threshold / 2",
                                                           "t²", "t/2", "bracket"]),
        (hu_each, "mean missing", ["mean", "average", "one number", "single number"]),
        (hu_smooth_l1, "divided by the threshold", ["smooth", "threshold"]),
    ],
    "binary_cross_entropy": [
        (bc_naive, "overflow", ["overflow", "log(0)", "log 0", "ln 0", "inf"]),
        (bc_clipped, "clipped", ["clip"]),
        (bc_no_sigmoid, "sigmoid missing", ["sigmoid"]),
        (bc_only_ones, "terms of class 0 missing", ["class 0", "1 - y", "y = 0", "second term",
                                                    "target 0", "zeros", "y is 0"]),
        (bc_only_zeros, "terms of class 1 missing", ["class 1", "y = 1", "first term", "y ln",
                                                     "target 1", "ones", "y log", "y is 1"]),
        (bc_sign, "minus missing", ["minus", "sign", "negative"]),
        (bc_sum, "sum", MEAN),
        (bc_log2, "log2", ["log2", "natural", "base"]),
        (bc_labels, "labels exchanged", ["exchang", "swap", "1 - y", "turned round"]),
        (bc_no_abs, "abs missing", ["abs", "|z|", "overflow"]),
        (bc_no_max, "max(z, 0) missing", ["max"]),
        (bc_each, "mean missing", ["mean", "average", "one number", "single number"]),
        (bc_sigmoid_twice, "sigmoid twice", ["twice", "again", "two sigmoids"]),
        (bc_delta, "gradient", ["gradient", "derivative", "delta"]),
        (bc_squared, "squared error", ["squared"]),
        (bc_epsilon, "epsilon in the logarithm", ["epsilon", "1e-", "small number", "small constant"
                                                  ]),
        (bc_half, "half", ["half", "1/2", "½", "2 "]),
    ],
    "softmax_cross_entropy": [
        (sc_naive, "overflow", ["overflow"]),
        (sc_log_of_zero, "log 0", ["log 0", "log(0)", "ln 0", "ln(0)", "log of 0", "underflow",
                                   "logarithm of 0", "is 0"]),
        (sc_epsilon, "epsilon in the logarithm", ["epsilon", "1e-", "small number",
                                                  "small constant", "clip"]),
        (sc_all_columns, "all pairs picked", ["arange", "[:, y]", "every row", "pair", "all rows"]),
        (sc_mean_of_all, "divided by k too", ["classes", "entries", "n k", "nk", "n·k", "size"]),
        (sc_sum, "sum", MEAN),
        (sc_sign, "minus missing", ["minus", "sign", "negative"]),
        (sc_axis_0, "softmax down the columns", ["axis", "column"]),
        (sc_whole, "softmax of the whole table", ["whole", "each row", "axis"]),
        (sc_global_max, "one maximum for all", ["each row", "own", "underflow", "row's"]),
        (sc_no_softmax, "softmax missing", ["softmax+miss", "logits are", "no probab",
                                            "softmax+forg", "logits themselves"]),
        (sc_binary_terms, "binary terms added", ["binary", "other classes", "1 - y", "1 - p",
                                                 "wrong classes"]),
        (sc_times_label, "multiplied by the label", ["label", "class 0", "class number"]),
        (sc_softmax_twice, "softmax twice", ["twice", "again"]),
        (sc_no_log, "logarithm missing", ["logarithm", "log+miss", "ln+miss", "np.log"]),
        (sc_log2, "log2", ["log2", "natural", "base"]),
        (sc_argmax, "predicted class", ["predict", "largest prob", "argmax", "true class",
                                        "largest"]),
        (sc_each, "mean missing", ["mean", "average", "one number", "single number"]),
        (sc_log_of_mean, "logarithm of the mean", ["log of the mean", "logarithm of the mean",
                                                   "mean of the log", "order", "first", "ln of"]),
        (sc_shift_once, "shift given back nowhere", ["shift", "largest", "max", "both"]),
    ],
}
