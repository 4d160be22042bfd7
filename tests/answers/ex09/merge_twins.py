"""Answers to merge_twins: the form is told in answer_files.py."""

import numpy as np


def by_lengths(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = np.array(W2, dtype=float)
    V[i] += c * V[j]
    stays = [unit for unit in range(len(b1)) if unit != j]
    return W1[:, stays], b1[stays], V[stays]


def by_largest_weight(W1, b1, W2, i, j):
    k = np.abs(W1[:, i]).argmax()
    new_row = W2[i] + W1[k, j] / W1[k, i] * W2[j]
    V = np.vstack([*W2[:i], new_row, *W2[i + 1 :]])
    mask = np.arange(len(b1)) != j
    return W1[:, mask], b1[mask], V[mask]


def by_least_squares(W1, b1, W2, i, j):
    c = np.linalg.lstsq(W1[:, [i]], W1[:, j], rcond=None)[0][0]
    mixing = np.eye(len(b1))
    mixing[i, j] = c
    V = mixing @ W2
    return np.delete(W1, j, 1), np.delete(b1, j), np.delete(V, j, 0)


def by_sums(W1, b1, W2, i, j):
    c = np.abs(W1[:, j]).sum() / np.abs(W1[:, i]).sum()
    extra = np.zeros(W2.shape)
    extra[i] = c * W2[j]
    return [np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2 + extra, j, axis=0)]


RIGHT = [by_lengths, by_largest_weight, by_least_squares, by_sums]

# ---- held out: above each function what its author was thinking


def without(W1, b1, W2, j):
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def factor(W1, i, j):
    return np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])


# A twin is superfluous.
def me_dropped(W1, b1, W2, i, j):
    return without(W1, b1, W2, j)


# Twins are alike, so the rows add up.
def me_no_factor(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += V[j]
    return without(W1, b1, V, j)


# It is stronger, so it counts less.
def me_divided(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += V[j] / factor(W1, i, j)
    return without(W1, b1, V, j)


# The average of two.
def me_averaged(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] = (V[i] + factor(W1, i, j) * V[j]) / 2
    return without(W1, b1, V, j)


# The ratio of the first weights.
def me_first_weight(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += W1[0, j] / W1[0, i] * V[j]
    return without(W1, b1, V, j)


# The ratio of the biases.
def me_bias_ratio(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += b1[j] / b1[i] * V[j]
    return without(W1, b1, V, j)


# Out first, then added.
def me_out_first(W1, b1, W2, i, j):
    c, row = factor(W1, i, j), W2[j]
    W1, b1, V = without(W1, b1, W2.astype(float), j)
    V[min(i, len(V) - 1)] += c * row
    return W1, b1, V


# Rows are units.
def me_rows(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += factor(W1, i, j) * V[j]
    return np.delete(W1, j % len(W1), axis=0), np.delete(b1, j), np.delete(V, j, axis=0)


# The first of the two goes.
def me_i_goes(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += factor(W1, i, j) * V[j]
    return without(W1, b1, V, i)


# Silence is enough.
def me_silenced(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] += factor(W1, i, j) * V[j]
    V[j] = 0
    return W1, b1, V


# Straight into W2.
def me_in_place(W1, b1, W2, i, j):
    W2[i] = W2[i] + factor(W1, i, j) * W2[j]
    return without(W1, b1, W2, j)


# A copy of integers.
def me_integers(W1, b1, W2, i, j):
    V = W2.copy()
    V[i] = V[i] + factor(W1, i, j) * V[j]
    return without(W1, b1, V, j)


HELD_OUT = [
    (me_dropped, "outgoing weights lost", ["carried", "lost"]),
    (me_no_factor, "factor missing", ["c times"]),
    (me_divided, "divided", ["multipl"]),
    (me_averaged, "averaged", ["averag", "add"]),
    (me_first_weight, "ratio of a weight that may be 0", ["may be 0"]),
    (me_bias_ratio, "ratio of biases", ["bias"]),
    (me_out_first, "out first", ["before you take", "first"]),
    (me_rows, "a row of W1", ["column"]),
    (me_i_goes, "the wrong one goes", ["unit i"]),
    (me_silenced, "still there", ["still", "smaller"]),
    (me_in_place, "in place", ["chang"]),
    (me_integers, "cut to integers", ["whole number", "integer"]),
]
