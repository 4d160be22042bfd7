"""Wrong answers to exercise 08, written without sight of the catalogue of mistakes.

The checks named 65% of them at first, and were then sharpened with sight of them; mnist_second.py
holds those that measure the result.

The comment above each function says what its author was thinking.
"""

import numpy as np

# ---- prepare(images)


# 8 bits are 256 values.
def pr_256(images):
    return images.reshape(len(images), -1) / 256


# Only the scale matters; the picture stays a picture.
def pr_not_flat(images):
    return images / 255.0


# Only the flattening matters.
def pr_not_scaled(images):
    return images.reshape(len(images), -1).astype(float)


# The brightest pixel becomes 1, whatever it is.
def pr_own_max(images):
    return images.reshape(len(images), -1) / max(images.max(), 1)


# Every image becomes as bright as every other.
def pr_max_per_image(images):
    X = images.reshape(len(images), -1).astype(float)
    return X / np.maximum(X.max(axis=1, keepdims=True), 1)


# Preparing means mean 0, variance 1.
def pr_standardised(images):
    X = images.reshape(len(images), -1) / 255
    return (X - X.mean()) / (X.std() + 1e-8)


# One column for each image, then turned round: the pixels are mixed.
def pr_mixed(images):
    n_pixels = images.shape[1] * images.shape[2]
    return images.reshape(n_pixels, -1).T / 255


# One column for each image, as in many courses.
def pr_columns(images):
    return images.reshape(len(images), -1).T / 255


# Whole numbers in, so // it is.
def pr_floor(images):
    return images.reshape(len(images), -1) // 255


# flatten() makes it flat.
def pr_all_in_one_row(images):
    return images.flatten() / 255


# In place saves memory.
def pr_in_place(images):
    images /= 255
    return images.reshape(len(images), -1)


# MNIST has 60,000 images.
def pr_60000(images):
    return images.reshape(60000, 784) / 255


# Ink or no ink.
def pr_binarised(images):
    return (images.reshape(len(images), -1) > 127).astype(float)


# Centred: from -1 to 1.
def pr_minus_one_to_one(images):
    return images.reshape(len(images), -1) / 127.5 - 1


# White paper is 1.
def pr_inverted(images):
    return 1 - images.reshape(len(images), -1) / 255


# Reads each image column by column.
def pr_column_by_column(images):
    return images.transpose(0, 2, 1).reshape(len(images), -1) / 255


# Kept the dtype of the images.
def pr_keeps_uint8(images):
    return (images.reshape(len(images), -1) / 255).astype(images.dtype)


# Keeps a small number out of the logarithm, as for other networks.
def pr_percent(images):
    return images.reshape(len(images), -1) / 255 * 100


# ---- accuracy(y_true, y_pred)


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


# ---- confusion_matrix(y_true, y_pred, n_classes)


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


# ---- fit_digits(X, y, rng)


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def start(rng, n_in=784, n_hidden=64, scale=None):
    s1 = np.sqrt(2 / n_in) if scale is None else scale
    s2 = np.sqrt(2 / n_hidden) if scale is None else scale
    return [
        rng.normal(0, 1, (n_in, n_hidden)) * s1,
        np.zeros(n_hidden),
        rng.normal(0, 1, (n_hidden, 10)) * s2,
        np.zeros(10),
    ]


def train(X, y, rng, params, lr=0.1, epochs=10, batch=50):
    """A sound training loop, on params in place; the mistakes below are in how it is used."""
    W1, b1, W2, b2 = params
    Y = np.eye(10)[y]
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch):
            rows = order[i : i + batch]
            A0, T = X[rows], Y[rows]
            Z1 = A0 @ W1 + b1
            A1 = np.maximum(Z1, 0)
            d2 = (softmax(A1 @ W2 + b2) - T) / len(rows)
            d1 = d2 @ W2.T * (Z1 > 0)
            W2 -= lr * A1.T @ d2
            b2 -= lr * d2.sum(axis=0)
            W1 -= lr * A0.T @ d1
            b1 -= lr * d1.sum(axis=0)
    return params


def scores(params, X):
    W1, b1, W2, b2 = params
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2


# Softmax regression is a neural network.
def fd_linear(X, y, rng):
    W, b = np.zeros((X.shape[1], 10)), np.zeros(10)
    Y = np.eye(10)[y]
    for _ in range(10):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 50):
            rows = order[i : i + 50]
            d = (softmax(X[rows] @ W + b) - Y[rows]) / len(rows)
            W -= 0.1 * X[rows].T @ d
            b -= 0.1 * d.sum(axis=0)
    return lambda X: np.argmax(X @ W + b, axis=1)


# Careful, small steps.
def fd_small_steps(X, y, rng):
    params = train(X, y, rng, start(rng), lr=1e-4, epochs=5)
    return lambda X: np.argmax(scores(params, X), axis=1)


# One pass over the whole batch at a time, fifty times.
def fd_full_batch(X, y, rng):
    params = train(X, y, rng, start(rng), lr=0.1, epochs=30, batch=len(X))
    return lambda X: np.argmax(scores(params, X), axis=1)


# Returns what it predicts for the rows it has.
def fd_returns_labels(X, y, rng):
    params = train(X, y, rng, start(rng))
    return np.argmax(scores(params, X), axis=1)


# The ten outputs are the prediction.
def fd_returns_scores(X, y, rng):
    params = train(X, y, rng, start(rng))
    return lambda X: softmax(scores(params, X))


# Takes the largest along the rows' axis 0.
def fd_argmax_axis_0(X, y, rng):
    params = train(X, y, rng, start(rng))
    return lambda X: np.argmax(scores(params, X), axis=0)


# A neutral start: all zeros.
def fd_zero_start(X, y, rng):
    params = train(X, y, rng, start(rng, scale=0.0))
    return lambda X: np.argmax(scores(params, X), axis=1)


# w + lr * gradient.
def fd_uphill(X, y, rng):
    params = train(X, y, rng, start(rng), lr=-0.1, epochs=2)
    return lambda X: np.argmax(scores(params, X), axis=1)


# The line that made debugging quick is still there.
def fd_few_rows(X, y, rng):
    X, y = X[:500], y[:500]
    params = train(X, y, rng, start(rng), epochs=60)
    return lambda X: np.argmax(scores(params, X), axis=1)


# The larger the steps, the faster the learning.
def fd_large_steps(X, y, rng):
    with np.errstate(all="ignore"):
        params = train(X, y, rng, start(rng), lr=2.0, epochs=3)
    return lambda X: np.argmax(np.nan_to_num(scores(params, X)), axis=1)


# Shuffles the images and the labels, each with a permutation of its own.
def fd_separate_shuffles(X, y, rng):
    params = train(X[rng.permutation(len(X))], y[rng.permutation(len(y))], rng, start(rng))
    return lambda X: np.argmax(scores(params, X), axis=1)


# Standardises the training rows, and forgets it when it predicts.
def fd_predict_unscaled(X, y, rng):
    mean, std = X.mean(axis=0), X.std(axis=0) + 0.1
    params = train((X - mean) / std, y, rng, start(rng), lr=0.05)
    return lambda X: np.argmax(scores(params, X), axis=1)


# Prepares the images once more.
def fd_divides_again(X, y, rng):
    params = train(X / 255, y, rng, start(rng), lr=1.0)
    return lambda X: np.argmax(scores(params, X / 255), axis=1)


# Centres the caller's images in place, then learns well.
def fd_changes_X(X, y, rng):
    mean = X.mean(axis=0)
    X -= mean
    params = train(X, y, rng, start(rng), epochs=15)
    return lambda X: np.argmax(scores(params, X - mean), axis=1)


# One output, the digit itself, to be rounded.
def fd_regression(X, y, rng):
    W1 = rng.normal(0, np.sqrt(2 / 784), (784, 64))
    b1, w2, b2 = np.zeros(64), rng.normal(0, np.sqrt(2 / 64), 64), 0.0
    for _ in range(10):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 50):
            rows = order[i : i + 50]
            Z1 = X[rows] @ W1 + b1
            A1 = np.maximum(Z1, 0)
            d = (A1 @ w2 + b2 - y[rows]) / len(rows)
            d1 = np.outer(d, w2) * (Z1 > 0)
            w2 -= 0.01 * A1.T @ d
            b2 -= 0.01 * d.sum()
            W1 -= 0.01 * X[rows].T @ d1
            b1 -= 0.01 * d1.sum(axis=0)

    def predict(X):
        return np.clip(np.rint(np.maximum(X @ W1 + b1, 0) @ w2 + b2), 0, 9).astype(int)

    return predict


# Leaves the activation out when it predicts.
def fd_predict_without_relu(X, y, rng):
    W1, b1, W2, b2 = train(X, y, rng, start(rng))
    return lambda X: np.argmax((X @ W1 + b1) @ W2 + b2, axis=1)


# Keeps one bias for each training row, as the shapes in the notebook were (n, hidden).
def fd_bias_for_each_row(X, y, rng):
    W1, b1, W2, b2 = train(X, y, rng, start(rng))
    B1, B2 = np.tile(b1, (len(X), 1)), np.tile(b2, (len(X), 1))
    return lambda X: np.argmax(np.maximum(X @ W1 + B1, 0) @ W2 + B2, axis=1)


# The most frequent digit is the best guess before learning; forgot to call the training.
def fd_untrained(X, y, rng):
    params = start(rng)
    return lambda X: np.argmax(scores(params, X), axis=1)


# Forgets the return.
def fd_no_return(X, y, rng):
    params = train(X, y, rng, start(rng))

    def predict(X):
        return np.argmax(scores(params, X), axis=1)

    predict(X[:1])


# One image after another, a few hundred thousand times, in a loop that takes its time.
def fd_too_slow(X, y, rng):
    params = start(rng, n_hidden=256)
    train(X, y, rng, params, lr=0.005, epochs=20, batch=1)
    return lambda X: np.argmax(scores(params, X), axis=1)


LEARNING_RATE = ["learning rate", "step size", "small steps", "steps are too", "lr"]

HELD_OUT = {
    "prepare": [
        (pr_256, "divides by 256", ["256"]),
        (pr_not_flat, "not flattened", ["flat", "reshape", "one row for each image", "784"]),
        (pr_not_scaled, "not divided by 255", ["255", "[0, 1]", "divid", "scale"]),
        (pr_own_max, "divides by the largest pixel of these images", ["max", "largest",
                                                                      "brightest"]),
        (pr_max_per_image, "divides each image by its own maximum", ["max", "largest",
                                                                     "brightest"]),
        (pr_standardised, "standardised", ["standardi", "mean", "variance"]),
        (pr_mixed, "pixels of different images mixed", ["mix", "pixels of", "scrambl",
                                                        "different images", "several images"]),
        (pr_columns, "images in columns", ["column", "transpos"]),
        (pr_floor, "whole-number division", ["//", "integer", "whole number", "floor"]),
        (pr_all_in_one_row, "all images in one vector", ["one row", "one vector", "one long",
                                                         "each image", "a row of its own"]),
        (pr_in_place, "divides in place", ["in place", "/=", "chang"]),
        (pr_60000, "number of images fixed", ["60000", "60,000", "number of images", "any number",
                                              "how many images", "-1"]),
        (pr_binarised, "binarised", ["binar", "threshold", "black or white", "0 or 1", "grey",
                                     "gray", "0 and 1"]),
        (pr_minus_one_to_one, "scaled to [-1, 1]", ["-1"]),
        (pr_inverted, "inverted", ["invert", "1 -", "turned round", "negative", "black and white",
                                   "reversed"]),
        (pr_column_by_column, "pixels column by column", ["column by column", "transpos",
                                                          "row by row", "order"]),
        (pr_keeps_uint8, "cut to integers", ["integer", "uint8", "dtype", "cut"]),
        (pr_percent, "multiplied by 100", ["100"]),
    ],
    "accuracy": [
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
    ],
    "confusion_matrix": [
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
    ],
}
