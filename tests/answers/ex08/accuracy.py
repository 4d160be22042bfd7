"""Answers to accuracy: the form is told in answer_files.py."""

import numpy as np


def counted(y_true, y_pred):
    hits = 0
    for t, p in zip(y_true, y_pred, strict=True):
        if t == p:
            hits += 1
    return hits / len(y_true)


def share_of_zero_differences(y_true, y_pred):
    return 1 - np.count_nonzero(np.asarray(y_true) - np.asarray(y_pred)) / np.size(y_true)


RIGHT = [
    counted,
    share_of_zero_differences,
    lambda y_true, y_pred: sum(y_true == y_pred) / y_true.shape[0],
]

# ---- held out: above each function what its author was thinking


# How many are right.
def ac_count(y_true, y_pred):
    return np.sum(y_true == y_pred)


# Accuracy is in percent.
def ac_percent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


# Counts what differs.
def ac_error_rate(y_true, y_pred):
    return np.mean(y_true != y_pred)


# Both arrays equal or not.
def ac_all(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


# Forgets the mean.
def ac_entrywise(y_true, y_pred):
    return (y_true == y_pred).astype(float)


# One minus the error, where the error is the distance.
def ac_distance(y_true, y_pred):
    return 1 - np.mean(np.abs(np.asarray(y_true, dtype=float) - y_pred))


# The mean of the accuracies of the classes.
def ac_balanced(y_true, y_pred):
    return np.mean([np.mean(y_pred[y_true == k] == k) for k in np.unique(y_true)])


# Two decimals are enough.
def ac_rounded(y_true, y_pred):
    return round(float(np.mean(y_true == y_pred)), 2)


# Correct means both are "on", as with 0 and 1.
def ac_forgets_zero(y_true, y_pred):
    return np.sum((y_true == y_pred) & (y_true > 0)) / len(y_true)


# The test set has 10,000 rows.
def ac_10000(y_true, y_pred):
    return np.sum(y_true == y_pred) / 10000


# Both are whole numbers.
def ac_floor(y_true, y_pred):
    return np.sum(y_true == y_pred) // len(y_true)


# Right through wrong.
def ac_odds(y_true, y_pred):
    right = np.sum(y_true == y_pred)
    return right / max(len(y_true) - right, 1)


# Compares how often each class is answered.
def ac_sorted(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


# Divides by the number of classes.
def ac_by_classes(y_true, y_pred):
    return np.sum(y_true == y_pred) / len(np.unique(y_true))


# Only the first row is looked at: `return` stands inside the loop.
def ac_return_in_loop(y_true, y_pred):
    right = 0
    for t, p in zip(y_true, y_pred, strict=True):
        right += t == p
        return right / len(y_true)


# I counted the right ones.
def acc_count(y_true, y_pred):
    return np.sum(y_true == y_pred)


# I gave it in per cent, as everybody says "97 per cent".
def acc_percent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


# I computed how many differ, as for the perceptron's mistakes, and divided.
def acc_error_rate(y_true, y_pred):
    wrong = 0
    for t, p in zip(y_true, y_pred, strict=True):
        if t != p:
            wrong += 1
    return wrong / len(y_true)


# I rounded it, nobody needs sixteen digits of an accuracy.
def acc_rounded(y_true, y_pred):
    return round(float((y_true == y_pred).mean()), 2)


# I asked numpy whether the two vectors are equal.
def acc_all_or_nothing(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


# I took the labels that were hit and counted them with count_nonzero.
def acc_zero_is_no_hit(y_true, y_pred):
    hits = y_pred[y_true == y_pred]
    return np.count_nonzero(hits) / len(y_true)


# I loop from 1 to n, as in R.
def acc_from_one(y_true, y_pred):
    hits = 0
    n = len(y_true)
    for i in range(1, n):
        if y_true[i] == y_pred[i]:
            hits += 1
    return hits / n


# I put the return under the if's line, it looked right.
def acc_returns_in_loop(y_true, y_pred):
    hits = 0
    for i in range(len(y_true)):
        if y_true[i] == y_pred[i]:
            hits += 1
        return hits / len(y_true)


# I reused my line from the XOR exercise, where an output above 0.5 means yes.
def acc_threshold(y_true, y_pred):
    return np.mean((y_pred > 0.5) == (y_true > 0.5))


# I thought: the error is the mean distance, so the accuracy is one minus that.
def acc_one_minus_distance(y_true, y_pred):
    y_true = np.asarray(y_true, dtype=float)
    return 1 - np.mean(np.abs(y_true - y_pred))


# I wanted to be fair to rare classes: first each class by itself, then the mean of those.
def acc_balanced(y_true, y_pred):
    shares = []
    for k in np.unique(y_true):
        shares.append(np.mean(y_pred[y_true == k] == k))
    return np.mean(shares)


# I asked for each prediction whether it is in the true labels.
def acc_membership(y_true, y_pred):
    hits = sum(1 for p in y_pred if p in y_true)
    return hits / len(y_true)


# I learnt: accuracy is (TP + TN) / (TP + TN + FP + FN).
def acc_tp_tn(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    tn = np.sum((y_true == 0) & (y_pred == 0))
    return (tp + tn) / len(y_true)


# I saw the right number on the screen, so it works.
def acc_prints(y_true, y_pred):
    share = (y_true == y_pred).sum() / len(y_true)
    print("accuracy:", share)


HELD_OUT = [
        (ac_count, "number, not share", ["share", "fraction", "divide", "count", "number of",
                                     "mean"]),
    (ac_percent, "in percent", ["percent", "100", "%"]),
    (ac_error_rate, "share of mistakes", ["error", "mistake", "1 -", "wrong answers"]),
    (ac_all, "all or nothing", ["all ", "*all*", "every", "array_equal"]),
    (ac_entrywise, "mean missing", ["mean", "average", "each row", "every row", "one number"]),
    (ac_distance, "distance between labels", ["distance", "differen", "far", "abs", "names"]),
    (ac_balanced, "mean over classes", ["classes", "each class", "balanced", "recall"]),
    (ac_rounded, "rounded", ["round", "decimal"]),
    (ac_forgets_zero, "class 0 not counted", ["class 0", "zero", "digit 0", "label 0",
                                              "zeros"]),
    (ac_10000, "fixed number of rows", ["10000", "10,000", "fixed", "number of rows",
                                        "len(y"]),
    (ac_floor, "whole-number division", ["//", "integer", "whole number", "floor"]),
    (ac_odds, "right through wrong", ["wrong ones", "odds", "mistakes", "all rows",
                                      "number of rows", "by n"]),
    (ac_sorted, "sorted, not compared row by row", ["sort", "row by row", "order",
                                                    "how often"]),
    (ac_by_classes, "divided by the number of classes", ["classes"]),
    (ac_return_in_loop, "returns in the first turn of the loop", ["first", "loop", "return"]),
        (
        acc_count,
        "the number of hits, not divided by the length",
        [
            "divid", "number of hits", "number of right", "number of correct", "not a share",
            "a count", "count of", "counts the", "counted the", "counts, not", "a sum",
            "the sum", "how many hits", "how many labels are", "by the length", "by the number",
            "by n", "a number of", "take the mean", "mean of the comparison", "the count of",
            "only counts", "count, not"
        ],
    ),
    (
        acc_percent,
        "in per cent instead of a share",
        [
            "percent", "per cent", "%", "hundred", "by 100", "times 100", "to 100", "100 times",
            "100 *"
        ],
    ),
    (
        acc_error_rate,
        "the share of mistakes instead of hits",
        [
            "error rate", "mistake", "errors", "wrong ones", "share of wrong", "wrong labels",
            "differ", "misses", "1 - ", "1 minus", "one minus", "the opposite", "complement",
            "unequal", "!=", "predicted wrong", "labels+are wrong", "share+are wrong"
        ],
    ),
    (
        acc_rounded,
        "rounded to two decimals",
        [
            "round", "decimal", "digits after"
        ],
    ),
    (
        acc_all_or_nothing,
        "asks whether all labels are right instead of how many",
        [
            "all or nothing", "all-or-nothing", "whole vector", "entire", "every label",
            "each label", "all labels", "all of them", "array_equal", "only 0 or 1",
            "either 0 or 1", "0 or 1", "all are right", "single mistake", "one mistake",
            "all+equal", "perfect", "as a whole"
        ],
    ),
    (
        acc_zero_is_no_hit,
        "hits of class 0 are not counted, since the label 0 counts as nothing",
        [
            "class 0", "label 0", "zeros", "the 0", "digit 0", "count_nonzero", "nonzero",
            "non-zero", "class zero", "label zero", "falsy", "counts as false", "labelled 0",
            "labeled 0", "labels themselves"
        ],
    ),
    (
        acc_from_one,
        "the first label is left out",
        [
            "off by one", "starts at 1", "start at 1", "from 1", "index 0", "skip", "left out",
            "leaves out", "begins at", "range(1", "one label+miss", "at 0", "from 0",
            "not all labels", "one too few", "first+left", "first+skip", "first+miss",
            "first+ignor", "first+not", "first+never", "first+forgot", "without the first",
            "from the second"
        ],
    ),
    (
        acc_returns_in_loop,
        "returns inside the loop, after the first label",
        [
            "return+loop", "indent", "first pair", "first comparison", "first sample",
            "after one", "too early", "early", "only the first", "first one", "just the first",
            "after the first", "at the first", "first label alone", "with the first"
        ],
    ),
    (
        acc_threshold,
        "labels are turned into yes and no: all classes above 0 count as the same",
        [
            "threshold", "0.5", "binary", "two classes", "yes", "0 or not", "class 0 or",
            "above 0", "greater than 0", "more than two", "> 0", "positive", "nonzero",
            "non-zero", "truth value", "zero or not", "all other classes", "different classes"
        ],
    ),
    (
        acc_one_minus_distance,
        "uses the distance between labels instead of equality",
        [
            "distance", "differenc", "how far", "far off", "subtract", "absolute", "names, not",
            "near miss", "not numbers", "negative", "below 0", "are names", "by how much",
            "regression"
        ],
    ),
    (
        acc_balanced,
        "the mean of the accuracies of the classes, whatever their size",
        [
            "balanced", "each class", "per class", "class by class", "classes+weigh", "rare",
            "class+mean", "class+average", "macro", "recall", "every class", "by class",
            "weight+class", "a class", "mean of the classes", "accuracies of the classes",
            "average of the classes"
        ],
    ),
    (
        acc_membership,
        "asks whether a prediction occurs anywhere, not at the same place",
        [
            "anywhere", "same place", "same position", "position", "at its place", "own place",
            "somewhere", "`in`", " in y_true", "member", "occurs", "pairs", "pair by",
            "place by place", "its own", "contained", "as sets", "a set", "their order",
            "the order", "order of", "same order"
        ],
    ),
    (
        acc_tp_tn,
        "counts only hits of the classes 0 and 1",
        [
            "binary", "two classes", "0 and 1", "classes above 1", "more than two",
            "true positive", "class 2", "other classes", "higher classes", "2 and more",
            "from 2", "above 1", "positives", "0 or 1", "tp and", "`tp`"
        ],
    ),
    (
        acc_prints,
        "prints the number and returns nothing",
        [
            "none", "print", "returns nothing", "gives nothing", "not return",
            "nothing is returned", "no return", "return is missing", "return+forgot",
            "without return", "without a return", "return+print", "return statement",
            "returned nothing", "missing+return"
        ],
    ),
]
