"""Answers to find_mislabelled: the form is told in answer_files.py."""

import heapq

import numpy as np

from mlp_lesson.activations import softmax


def by_loss(P, y, k):
    losses = -np.log(P[range(len(y)), y])
    return np.argsort(-losses)[:k]


def by_take_along(P, y, k):
    own = np.take_along_axis(P, y[:, None], axis=1).ravel()
    found = np.argpartition(own, k - 1)[:k]
    return found[np.argsort(own[found])]


def by_mask(P, y, k):
    own = P[np.eye(P.shape[1], dtype=bool)[y]]
    return own.argsort(kind="stable")[:k]


def by_sorted(P, y, k):
    own = [(row[label], i) for i, (row, label) in enumerate(zip(P, y, strict=True))]
    return np.array([i for _, i in heapq.nsmallest(k, own)])


def by_search(P, y, k):
    """The smallest of the rest, again and again, each time through all rows."""
    own = [P[i][y[i]] for i in range(len(y))]
    found = []
    for _ in range(k):
        best = None
        for i in range(len(own)):
            if own[i] is not None and (best is None or own[i] < own[best]):
                best = i
        found.append(best)
        own[best] = None
    return np.array(found)


RIGHT = [by_loss, by_take_along, by_mask, by_sorted]
SLOW = [by_search]

# ---- held out: above each function what its author was thinking


def own_of(P, y):
    return P[np.arange(len(y)), y]


# Sorted descending: the largest first.
def mi_most_trusted(P, y, k):
    return np.argsort(-own_of(P, y))[:k]


# The last k of the losses, but not turned round.
def mi_other_order(P, y, k):
    return np.argsort(-np.log(own_of(P, y)))[-k:]


# The network is unsure there.
def mi_least_sure(P, y, k):
    return np.argsort(P.max(axis=1))[:k]


# Where the prediction differs from the label.
def mi_all_wrong(P, y, k):
    return np.flatnonzero(P.argmax(axis=1) != y)


# The first k of those.
def mi_first_wrong(P, y, k):
    return np.flatnonzero(P.argmax(axis=1) != y)[:k]


# Wrong and most sure of it.
def mi_sure_and_wrong(P, y, k):
    wrong = P.argmax(axis=1) != y
    return np.argsort(-(P.max(axis=1) * wrong))[:k]


# How far the label is behind the best class.
def mi_margin(P, y, k):
    return np.argsort(own_of(P, y) - P.max(axis=1))[:k]


# All, sorted.
def mi_all_sorted(P, y, k):
    return np.argsort(own_of(P, y))


# Values instead of places.
def mi_values(P, y, k):
    return np.sort(own_of(P, y))[:k]


# The columns.
def mi_columns(P, y, k):
    return np.argsort(P[:, y].mean(axis=1))[:k]


# Partition does not sort.
def mi_partition(P, y, k):
    return np.argpartition(own_of(P, y), k - 1)[:k]


# In the order of the data.
def mi_by_number(P, y, k):
    return np.sort(np.argsort(own_of(P, y))[:k])


# A mask.
def mi_mask(P, y, k):
    own = own_of(P, y)
    return own <= np.sort(own)[k - 1]


# Softmax first.
def mi_softmax(P, y, k):
    return np.argsort(own_of(softmax(P), y))[:k]


# Counts classes from 1.
def mi_from_one(P, y, k):
    return np.argsort(own_of(P, y - 1))[:k]


# The labels of those.
def mi_labels(P, y, k):
    return y[np.argsort(own_of(P, y))[:k]]


# Everything below a half.
def mi_below_half(P, y, k):
    own = own_of(P, y)
    order = np.argsort(own)
    return order[own[order] < 0.5][:k]


# The most uncertain by entropy.
def mi_entropy(P, y, k):
    return np.argsort(np.sum(P * np.log(P), axis=1))[:k]


HELD_OUT = [
    (mi_most_trusted, "the surest", ["most trusts", "largest", "trust"]),
    (mi_other_order, "order turned", ["order", "lowest first", "turned"]),
    (mi_least_sure, "the least sure", ["unsure", "largest of each row", "label"]),
    (mi_all_wrong, "all wrong ones", ["differ", "argmax"]),
    (mi_first_wrong, "first k wrong ones", ["differ", "argmax"]),
    (mi_sure_and_wrong, "sure and wrong", ["sure", "predicted"]),
    (mi_margin, "the margin", ["margin", "best", "difference", "behind"]),
    (mi_all_sorted, "k forgotten", ["k"]),
    (mi_values, "values", ["row numbers", "probabilities themselves"]),
    (mi_columns, "columns", ["column"]),
    (mi_partition, "not sorted", ["argpartition", "order"]),
    (mi_by_number, "sorted by number", ["order", "sorted by"]),
    (mi_mask, "a mask", ["mask", "True"]),
    (mi_softmax, "softmax again", ["softmax"]),
    (mi_from_one, "labels from 1", ["from 0", "from 1", "y - 1"]),
    (mi_labels, "labels", ["labels"]),
    (mi_below_half, "only below a half", ["half", "0.5", "fewer than k", "k row"]),
    (mi_entropy, "entropy", ["unsure", "entropy"]),
]
