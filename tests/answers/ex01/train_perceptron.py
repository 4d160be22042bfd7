"""Answers to train_perceptron: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import heaviside
from mlp_lesson.perceptron import perceptron_update


def never_ends(X, y, lr, max_epochs):
    w, b, n, before = np.zeros(X.shape[1]), 0.0, 0, -1
    while n > before:
        before = n
        for x, t in zip(X, y, strict=True):
            n += int(heaviside(x @ w + b) != t)
            w, b = perceptron_update(w, b, x, t, lr)
    return w, b, n


def train_without_stopping_early(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            if (x @ w + b > 0) != (t == 1):
                n_mistakes += 1
            w, b = perceptron_update(w, b, x, t, lr)
    return w, b, n_mistakes


def shuffled(X, y, lr, max_epochs):
    w, b, n = np.random.normal(size=X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n
        for i in np.random.permutation(len(X)):
            n += int(heaviside(X[i] @ w + b) != y[i])
            w, b = perceptron_update(w, b, X[i], y[i], lr)
        if n == before:
            break
    return w, b, n


def train_by_index(X, y, lr, max_epochs):
    w, b, n_mistakes = [0.0] * X.shape[1], 0.0, 0
    for _ in range(max_epochs):
        perfect = True
        for i in range(len(X)):
            z = b + sum(w[j] * X[i, j] for j in range(len(w)))
            e = int(y[i]) - int(z > 0)
            if e != 0:
                w = [w[j] + lr * e * X[i, j] for j in range(len(w))]
                b, n_mistakes, perfect = b + lr * e, n_mistakes + 1, False
        if perfect:
            break
    return np.array(w), b, n_mistakes


def train_with_the_bias_inside(X, y, lr, max_epochs):
    ones = np.column_stack([X, np.ones(len(X))])
    v, n_mistakes, epoch, clean = np.zeros(ones.shape[1]), 0, 0, False
    while not clean and epoch < max_epochs:
        clean = True
        for row, t in zip(ones, y, strict=True):
            e = t - np.heaviside(row @ v, 0)
            v += lr * e * row
            n_mistakes += abs(e)
            clean = clean and e == 0
        epoch += 1
    return v[:-1], v[-1], n_mistakes


def train_with_a_list_of_corrections(X, y, lr, max_epochs):
    w, b, moves, epoch = np.zeros(X.shape[1]), 0.0, [], 0
    while epoch < max_epochs:
        first = len(moves)
        for i, t in enumerate(y):
            if (np.dot(X[i], w) + b > 0) != (t == 1):
                moves.append(lr if t == 1 else -lr)
                w, b = w + moves[-1] * X[i], b + moves[-1]
        if not moves[first:]:
            return w, b, len(moves)
        epoch += 1
    return w, b, len(moves)


RIGHT = [
    train_by_index,
    train_with_the_bias_inside,
    train_with_a_list_of_corrections,
]
SLOW = [train_without_stopping_early]
WRONG = [(shuffled, "random"), (never_ends, "does a loop never end?")]

# ---- held out: above each function what its author was thinking


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


HELD_OUT = [
    (tr_shuffled, "shuffled", ["shuffl", "order"]),
    (tr_random_start, "random start", ["random", "start from zero", "starts from"]),
    (tr_ones, "starts from ones", ["ones", "start from zero", "starts from"]),
    (tr_fires_at_zero, "1 at 0", ["at 0", ">=", "exactly 0", "z = 0", "at zero"]),
    (tr_no_bias, "no bias", ["bias", "b is", "b stays"]),
    (
        tr_last_pass,
        "counts the last pass only",
        ["last pass", "last epoch", "all passes", "each pass", "every pass"],
    ),
    (tr_counts_epochs, "counts passes", ["passes", "epochs"]),
    (tr_sum_of_errors, "adds signed errors", ["sign", "cancel", "-1"]),
    (
        tr_stops_on_sum,
        "stops when errors cancel",
        ["cancel", "add up", "sum of the errors", "adds up"],
    ),
    (
        tr_batch,
        "all rows at once",
        [
            "at once",
            "row by row",
            "row after row",
            "one row",
            "batch",
            "after each",
            "every single row",
        ],
    ),
    (
        tr_one_pass,
        "one pass",
        ["one pass", "one epoch", "first pass", "first epoch", "single", "max_epochs is"],
    ),
    (
        tr_stops_at_right_row,
        "stops at the first right row",
        ["first row", "whole pass", "right row", "row that is right", "as soon as"],
    ),
    (tr_sign, "sign", ["sign", "minus", "away"]),
    (tr_lr_1, "lr ignored", ["lr", "learning rate"]),
    (tr_backwards, "from the last row", ["order", "last row", "revers", "backward"]),
    (
        tr_one_more_epoch,
        "one pass too many",
        ["max_epochs+too many", "max_epochs + 1", "one pass more", "one pass too", "one epoch too"],
    ),
    (
        tr_restarts,
        "back to the first row",
        ["first row", "restart", "rest of the pass", "goes on", "break"],
    ),
    (tr_two_results, "n_mistakes missing", ["3 results", "three", "n_mistakes"]),
    (
        tr_epochs_are_rows,
        "an epoch taken for one row",
        ["one row a", "a pass is", "an epoch is", "rows, not"],
    ),
]
