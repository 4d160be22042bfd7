"""Wrong answers to exercise 01, written without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import numpy as np

# ---- linear(X, w, b)


# The bias is a detail.
def li_no_bias(X, w, b):
    return X @ w


# The threshold is what has to be passed, so it is subtracted.
def li_minus_bias(X, w, b):
    return X @ w - b


# In NumPy, * multiplies.
def li_entrywise(X, w, b):
    return X * w + b


# Sums, but over everything.
def li_sum_of_all(X, w, b):
    return np.sum(X * w) + b


# Sums down the columns.
def li_axis_0(X, w, b):
    return np.sum(X * w, axis=0) + b


# The bias is weighted, too.
def li_bias_inside(X, w, b):
    return (X + b) @ w


# The bias is added to each product before the sum.
def li_bias_for_each_input(X, w, b):
    return np.sum(X * w + b, axis=1)


# Predicts at once.
def li_threshold(X, w, b):
    return (X @ w + b > 0).astype(int)


# A column, as everything is a matrix.
def li_column(X, w, b):
    return (X @ w + b)[:, None]


# One row, the first.
def li_first_row(X, w, b):
    return X[0] @ w + b


# The average input, not the sum.
def li_mean(X, w, b):
    return np.mean(X * w, axis=1) + b


# Each product times b.
def li_times_b(X, w, b):
    return X @ w * b


# Needs as many rows as weights: X transposed.
def li_transposed(X, w, b):
    return X.T @ w + b


# The output of a neuron.
def li_sigmoid(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


# ---- heaviside(z)


# At the threshold it fires.
def he_at_zero(z):
    return (np.asarray(z) >= 0).astype(float)


# The middle at the jump, as in the mathematics book.
def he_half(z):
    return np.heaviside(z, 0.5)


# The sign.
def he_sign(z):
    return np.sign(z)


# -1 and 1.
def he_minus_one(z):
    return np.where(np.asarray(z) > 0, 1, -1)


# The other way round.
def he_reversed(z):
    return np.where(np.asarray(z) > 0, 0, 1)


# 0 below, z above.
def he_relu(z):
    return np.maximum(z, 0)


# The threshold lies in the middle between 0 and 1.
def he_one_half(z):
    return (np.asarray(z) > 0.5).astype(float)


# Any number that is not 0 counts.
def he_nonzero(z):
    return np.asarray(z).astype(bool).astype(float)


# An if.
def he_if(z):
    if z > 0:
        return 1
    else:
        return 0


# One answer for the whole array.
def he_any(z):
    return float(np.any(np.asarray(z) > 0))


# A steep sigmoid is a step.
def he_sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -50, 50)))


# Rounds what is squeezed into 0 to 1.
def he_clip(z):
    return np.clip(z, 0, 1)


# Sets the entries of z itself.
def he_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


# Sets only the upper half; the rest keeps its value.
def he_half_done(z):
    y = np.array(z, dtype=float)
    y[y > 0] = 1
    return y


# ---- perceptron_update(w, b, x, target, lr)


def answer(w, b, x):
    return 1 if np.dot(w, x) + b > 0 else 0


# Output minus target.
def up_sign(w, b, x, target, lr):
    e = answer(w, b, x) - target
    return w + lr * e * x, b + lr * e


# The bias is no weight.
def up_no_bias(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b


# lr for the weights only.
def up_bias_without_lr(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b + e


# The learning rate is 1 anyway.
def up_no_lr(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + e * x, b + e


# The error is multiplied by the learning rate and added to all weights.
def up_no_x(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e, b + lr * e


# Error of the sum, not of the answer: the delta rule.
def up_no_threshold(w, b, x, target, lr):
    e = target - (np.dot(w, x) + b)
    return w + lr * e * x, b + lr * e


# Adds the target's pattern always.
def up_hebb(w, b, x, target, lr):
    return w + lr * target * x, b + lr * target


# Only corrects when 1 was right.
def up_only_misses(w, b, x, target, lr):
    if target == 1 and answer(w, b, x) == 0:
        return w + lr * x, b + lr
    return w, b


# Targets -1 and 1, as in other books: t x when the answer is wrong.
def up_plus_minus(w, b, x, target, lr):
    if answer(w, b, x) != target:
        return w + lr * target * x, b + lr * target
    return w, b


# Bias forgotten in the answer.
def up_answer_without_bias(w, b, x, target, lr):
    e = target - (1 if np.dot(w, x) > 0 else 0)
    return w + lr * e * x, b + lr * e


# At 0 the unit fires.
def up_fires_at_zero(w, b, x, target, lr):
    e = target - (1 if np.dot(w, x) + b >= 0 else 0)
    return w + lr * e * x, b + lr * e


# In place: w is an array, after all.
def up_in_place(w, b, x, target, lr):
    e = target - answer(w, b, x)
    w += lr * e * x
    b += lr * e
    return w, b


# Moves even when the answer is right: + for right, - for wrong.
def up_when_right(w, b, x, target, lr):
    if answer(w, b, x) == target:
        return w + lr * x, b + lr
    return w, b


# The bias moves the other way, as it is a threshold.
def up_bias_sign(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x, b - lr * e


# Only returns the change.
def up_change_only(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return lr * e * x, lr * e


# w alone.
def up_returns_w(w, b, x, target, lr):
    e = target - answer(w, b, x)
    return w + lr * e * x


# ---- train_perceptron(X, y, lr, max_epochs)


def train(
    X, y, lr, max_epochs, *, order=None, w=None, fires=None, stop=True, count="all", bias=True
):
    """The rule itself, with one thing changed by each of those below."""
    X = np.asarray(X, dtype=float)
    w, b = np.zeros(X.shape[1]) if w is None else w, 0.0
    fires = fires or (lambda z: int(z > 0))
    n_mistakes = 0
    for epoch in range(max_epochs):
        n_before = n_mistakes
        rows = range(len(X)) if order is None else order(epoch, len(X))
        for i in rows:
            e = y[i] - fires(X[i] @ w + b)
            if e != 0:
                w = w + lr * e * X[i]
                if bias:
                    b = b + lr * e
                n_mistakes += 1
        if stop and n_mistakes == n_before:
            break
    return w, b, n_mistakes


# Random order is better.
def tr_shuffled(X, y, lr, max_epochs):
    rng = np.random.default_rng(0)
    return train(X, y, lr, max_epochs, order=lambda epoch, n: rng.permutation(n))


# Random weights break the symmetry.
def tr_random_start(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs, w=np.random.default_rng(0).normal(size=len(X[0])))


# Starts from ones.
def tr_ones(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs, w=np.ones(len(X[0])))


# Fires at 0.
def tr_fires_at_zero(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs, fires=lambda z: int(z >= 0))


# No bias.
def tr_no_bias(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs, bias=False)


# The number of mistakes that are left in the last pass.
def tr_last_pass(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        n_mistakes = 0
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            w, b, n_mistakes = w + lr * e * x, b + lr * e, n_mistakes + (e != 0)
        if n_mistakes == 0:
            break
    return w, b, n_mistakes


# The number of passes.
def tr_counts_epochs(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    n_epochs = 0
    for _ in range(max_epochs):
        n_epochs += 1
        wrong = 0
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            w, b, wrong = w + lr * e * x, b + lr * e, wrong + (e != 0)
        if wrong == 0:
            break
    return w, b, n_epochs


# Adds the errors up: those of -1 take those of +1 away.
def tr_sum_of_errors(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        wrong = 0
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            w, b = w + lr * e * x, b + lr * e
            n_mistakes += e
            wrong += abs(e)
        if wrong == 0:
            break
    return w, b, n_mistakes


# Stops as soon as the errors of a pass add up to 0.
def tr_stops_on_sum(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        total = 0
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            w, b = w + lr * e * x, b + lr * e
            n_mistakes += e != 0
            total += e
        if total == 0:
            break
    return w, b, n_mistakes


# All rows at once, with matrix products.
def tr_batch(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        e = y - (X @ w + b > 0)
        if not e.any():
            break
        w = w + lr * e @ X
        b = b + lr * e.sum()
        n_mistakes += int(np.sum(e != 0))
    return w, b, n_mistakes


# One pass.
def tr_one_pass(X, y, lr, max_epochs):
    return train(X, y, lr, 1)


# Stops at the first row that is right.
def tr_stops_at_right_row(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            if e == 0:
                return w, b, n_mistakes
            w, b, n_mistakes = w + lr * e * x, b + lr * e, n_mistakes + 1
    return w, b, n_mistakes


# Turns the error round.
def tr_sign(X, y, lr, max_epochs):
    return train(X, y, -lr, max_epochs)


# lr is 1.
def tr_lr_1(X, y, lr, max_epochs):
    return train(X, y, 1.0, max_epochs)


# From the last row to the first.
def tr_backwards(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs, order=lambda epoch, n: range(n - 1, -1, -1))


# One pass too many counts: range(max_epochs + 1).
def tr_one_more_epoch(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs + 1)


# Back to the first row after each mistake.
def tr_restarts(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            e = t - int(x @ w + b > 0)
            if e != 0:
                w, b, n_mistakes = w + lr * e * x, b + lr * e, n_mistakes + 1
                break
        else:
            break
    return w, b, n_mistakes


# Two results.
def tr_two_results(X, y, lr, max_epochs):
    return train(X, y, lr, max_epochs)[:2]


# max_epochs counts rows.
def tr_epochs_are_rows(X, y, lr, max_epochs):
    X = np.asarray(X, dtype=float)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for step in range(max_epochs):
        i = step % len(X)
        e = y[i] - int(X[i] @ w + b > 0)
        w, b, n_mistakes = w + lr * e * X[i], b + lr * e, n_mistakes + (e != 0)
    return w, b, n_mistakes


CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = {
    "linear": [
        (li_no_bias, "bias missing", ["bias", "b is missing", "+ b"]),
        (li_minus_bias, "bias subtracted", ["subtract", "minus", "- b", "sign"]),
        (li_entrywise, "product entry by entry", ["entry by entry", "element", "sum", "@"]),
        (li_sum_of_all, "sum over everything", ["everything", "each row", "axis", "one number",
                                                "every row", "all rows", "whole"]),
        (li_axis_0, "sum down the columns", ["axis", "column"]),
        (li_bias_inside, "bias added to the inputs", ["inputs", "before", "to x", "weighted",
                                                      "multiplied by"]),
        (li_bias_for_each_input, "bias added once for each input", [
            "once for each", "d times", "every input", "each input", "each product", "once"]),
        (li_threshold, "threshold applied", ["threshold", "heaviside", "h(z)", "step"]),
        (li_column, "column", ["column", "(n, 1)"]),
        (li_first_row, "first row only", ["first row", "one row", "every row", "all rows"]),
        (li_mean, "mean for sum", ["mean", "average"]),
        (li_times_b, "multiplied by b", ["multipl", "add", "times b"]),
        (li_transposed, "X transposed", ["transpos", "x.t"]),
        (li_sigmoid, "sigmoid", ["sigmoid"]),
    ],
    "heaviside": [
        (he_at_zero, "1 at 0", ["at 0", ">=", "z = 0", "exactly 0", "at zero"]),
        (he_half, "1/2 at 0", ["at 0", "half", "1/2", "0.5", "z = 0", "exactly 0"]),
        (he_sign, "sign", ["sign", "-1"]),
        (he_minus_one, "-1 and 1", ["-1"]),
        (he_reversed, "reversed", ["revers", "swap", "exchang", "wrong way", "turned round",
                                   "other way", "upside"]),
        (he_relu, "relu", ["relu", "z itself", "max(0", "max(z"]),
        (he_one_half, "threshold 0.5", ["0.5", "1/2", "half"]),
        (he_nonzero, "negatives count", ["negative", "not 0", "nonzero", "non-zero", "below 0"]),
        (he_if, "if on an array", ["`if`", " if ", "array+where", "truth value"]),
        (he_any, "one answer for all", ["each entry", "entry by entry", "one answer", "every entry",
                                        "one number", "any"]),
        (he_sigmoid, "sigmoid", ["sigmoid", "smooth", "in between", "between 0 and 1"]),
        (he_clip, "ramp", ["clip", "ramp", "in between", "between 0 and 1"]),
        (he_in_place, "changes z", CHANGES),
        (he_half_done, "lower half keeps z", ["negative", "below 0", "below", "z <= 0", "lower"]),
    ],
    "perceptron_update": [
        (up_sign, "error with the wrong sign", ["sign", "minus", "away", "t - "]),
        (up_no_bias, "bias not learnt", ["b is", "bias"]),
        (up_bias_without_lr, "lr missing for the bias", ["lr", "learning rate", "η"]),
        (up_no_lr, "lr missing", ["lr", "learning rate", "η"]),
        (up_no_x, "x missing", ["factor x", "input x", "times x", "x is missing", "by x",
                                "x is forgotten", "inputs"]),
        (up_no_threshold, "threshold missing", ["threshold", "heaviside", "h(z)", "delta rule",
                                                "the sum", "answer"]),
        (up_hebb, "answer not subtracted", ["hebb", "answer", "target alone", "ŷ", "already right",
                                            "prediction"]),
        (up_only_misses, "corrects only one kind of mistake", ["target 0", "false alarm",
                                                               "only when", "both kinds",
                                                               "one kind", "target is 0"]),
        (up_plus_minus, "rule for targets -1, 1", ["-1", "target 0", "target is 0"]),
        (up_answer_without_bias, "bias missing in the answer", ["bias", "+ b", "without b"]),
        (up_fires_at_zero, "1 at 0", ["at 0", ">=", "exactly 0", "z = 0", "at zero"]),
        (up_in_place, "changes w", CHANGES),
        (up_when_right, "moves when right", ["right"]),
        (up_bias_sign, "bias with the wrong sign", ["bias", "b +", "b -"]),
        (up_change_only, "change only", ["change", "step alone", "added to", "w +", "itself"]),
        (up_returns_w, "b not returned", ["2 results", "two", "(w, b)"]),
    ],
    "train_perceptron": [
        (tr_shuffled, "shuffled", ["shuffl", "order"]),
        (tr_random_start, "random start", ["random", "start from zero", "starts from"]),
        (tr_ones, "starts from ones", ["ones", "start from zero", "starts from"]),
        (tr_fires_at_zero, "1 at 0", ["at 0", ">=", "exactly 0", "z = 0", "at zero"]),
        (tr_no_bias, "no bias", ["bias", "b is", "b stays"]),
        (tr_last_pass, "counts the last pass only", ["last pass", "last epoch", "all passes",
                                                     "each pass", "every pass"]),
        (tr_counts_epochs, "counts passes", ["passes", "epochs"]),
        (tr_sum_of_errors, "adds signed errors", ["sign", "cancel", "-1"]),
        (tr_stops_on_sum, "stops when errors cancel", ["cancel", "add up", "sum of the errors",
                                                       "adds up"]),
        (tr_batch, "all rows at once", ["at once", "row by row", "row after row", "one row",
                                        "batch", "after each", "every single row"]),
        (tr_one_pass, "one pass", ["one pass", "one epoch", "first pass", "first epoch", "single",
                                   "max_epochs is"]),
        (tr_stops_at_right_row, "stops at the first right row", ["first row", "whole pass",
                                                                 "right row", "row that is right",
                                                                 "as soon as"]),
        (tr_sign, "sign", ["sign", "minus", "away"]),
        (tr_lr_1, "lr ignored", ["lr", "learning rate"]),
        (tr_backwards, "from the last row", ["order", "last row", "revers", "backward"]),
        (tr_one_more_epoch, "one pass too many", ["max_epochs+too many", "max_epochs + 1",
                                                  "one pass more", "one pass too",
                                                  "one epoch too"]),
        (tr_restarts, "back to the first row", ["first row", "restart", "rest of the pass",
                                                "goes on", "break"]),
        (tr_two_results, "n_mistakes missing", ["3 results", "three", "n_mistakes"]),
        (tr_epochs_are_rows, "an epoch taken for one row", ["one row a", "a pass is",
                                                              "an epoch is", "rows, not"]),
    ],
}
