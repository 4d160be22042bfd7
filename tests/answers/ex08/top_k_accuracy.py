"""Answers to top_k_accuracy: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import softmax


def by_argsort(y_true, Z, k):
    best = np.argsort(-Z, axis=1)[:, :k]
    return np.mean((best == y_true[:, None]).any(axis=1))


def by_partition(y_true, Z, k):
    best = np.argpartition(Z, -k, axis=1)[:, -k:]
    return float(np.sum(best == y_true[:, None]) / len(y_true))


def by_rows(y_true, Z, k):
    hits = sum(label in np.argsort(row)[::-1][:k] for row, label in zip(Z, y_true, strict=True))
    return hits / len(y_true)


def by_threshold(y_true, Z, k):
    last = np.sort(Z, axis=1)[:, -k]
    return (Z[range(len(Z)), y_true] >= last).mean()


def by_entry(y_true, Z, k):
    """Counts for each row how many scores are above that of the label."""
    hits = 0
    for i in range(len(y_true)):
        above = 0
        for j in range(Z.shape[1]):
            above += Z[i, j] > Z[i, y_true[i]]
        hits += above < k
    return hits / len(y_true)


RIGHT = [by_argsort, by_partition, by_rows, by_threshold]
SLOW = [by_entry]

# ---- held out: above each function what its author was thinking


def own_of(y_true, Z):
    return Z[np.arange(len(Z)), y_true]


# The best class only.
def to_top_1(y_true, Z, k):
    return np.mean(Z.argmax(axis=1) == y_true)


# argsort sorts upward: the first k.
def to_lowest(y_true, Z, k):
    return np.mean((np.argsort(Z, axis=1)[:, :k] == y_true[:, None]).any(axis=1))


# The k-th place exactly.
def to_kth(y_true, Z, k):
    return np.mean(np.argsort(-Z, axis=1)[:, k - 1] == y_true)


# Counts from 0: one more.
def to_one_more(y_true, Z, k):
    return np.mean((np.argsort(-Z, axis=1)[:, : k + 1] == y_true[:, None]).any(axis=1))


# [-k:-1] leaves out the best.
def to_best_left_out(y_true, Z, k):
    return np.mean((np.argsort(Z, axis=1)[:, -k:-1] == y_true[:, None]).any(axis=1))


# The mean of all comparisons.
def to_mean_all(y_true, Z, k):
    return np.mean(np.argsort(-Z, axis=1)[:, :k] == y_true[:, None])


# A count.
def to_count(y_true, Z, k):
    return np.sum(np.argsort(-Z, axis=1)[:, :k] == y_true[:, None])


# Down the columns.
def to_columns(y_true, Z, k):
    return np.mean((np.argsort(-Z, axis=0)[:, :k] == y_true[:, None]).any(axis=1))


# Fewer than k are larger ... or equal to itself.
def to_itself(y_true, Z, k):
    return np.mean((Z >= own_of(y_true, Z)[:, None]).sum(axis=1) < k)


# Not more than k are larger.
def to_at_most_k_above(y_true, Z, k):
    return np.mean((Z > own_of(y_true, Z)[:, None]).sum(axis=1) <= k)


# Probability above 1/k.
def to_above_share(y_true, Z, k):
    return np.mean(own_of(y_true, softmax(Z)) >= 1 / k)


# Percent.
def to_percent(y_true, Z, k):
    return 100 * by_argsort(y_true, Z, k)


# Errors.
def to_errors(y_true, Z, k):
    return 1 - by_argsort(y_true, Z, k)


# Ranks by argsort once.
def to_argsort_as_rank(y_true, Z, k):
    return np.mean(np.argsort(-Z, axis=1)[np.arange(len(Z)), y_true] < k)


# in on the whole table.
def to_anywhere(y_true, Z, k):
    best = np.argsort(-Z, axis=1)[:, :k]
    return np.mean([label in best for label in y_true])


# Scores compared by size.
def to_absolute(y_true, Z, k):
    return np.mean((np.argsort(-np.abs(Z), axis=1)[:, :k] == y_true[:, None]).any(axis=1))


# The probabilities of the k best, added up.
def to_probability(y_true, Z, k):
    return np.mean(np.sort(softmax(Z), axis=1)[:, -k:].sum(axis=1))


# True or false for each.
def to_each(y_true, Z, k):
    return (np.argsort(-Z, axis=1)[:, :k] == y_true[:, None]).any(axis=1)


HELD_OUT = [
    (to_top_1, "k ignored", ["k"]),
    (to_lowest, "the lowest k", ["lowest", "smallest"]),
    (to_kth, "the k-th only", ["place k", "k-th"]),
    (to_one_more, "one more", ["k + 1", "one more", "one too many"]),
    (to_best_left_out, "the best left out", ["best"]),
    (to_mean_all, "divided by n k", ["n·k", "k times", "divided"]),
    (to_count, "a count", ["number of", "share", "count"]),
    (to_columns, "columns", ["column", "axis"]),
    (to_itself, "itself counted", ["itself", "k - 1"]),
    (to_at_most_k_above, "one too many", ["k + 1", "one more", "fewer than k"]),
    (to_above_share, "a threshold", ["threshold", "rank", "1/k"]),
    (to_percent, "percent", ["100", "percent"]),
    (to_errors, "errors", ["wrong", "1 minus", "1 -"]),
    (to_argsort_as_rank, "argsort taken for ranks", ["argsort", "rank"]),
    (to_anywhere, "looked for in all rows", ["whole table", "own row", "row"]),
    (to_absolute, "absolute values", ["absolute", "negative"]),
    (to_probability, "probabilities summed", ["probabilit"]),
    (to_each, "not averaged", ["share", "mean", "one number"]),
]
