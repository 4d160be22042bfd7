"""Answers to permute_inputs: the form is told in answer_files.py."""

import numpy as np


def row_by_row(W, order):
    return np.array([W[k] for k in order])


def by_a_table(W, order):
    return np.eye(len(W))[order] @ W


def by_places(W, order):
    new = np.zeros_like(W)
    place = np.argsort(order)
    new[place] = W
    return new


RIGHT = [
    lambda W, order: np.take(W, order, axis=0),
    lambda W, order: W[list(order), :],
    row_by_row, by_a_table, by_places,
]  # fmt: skip

# ---- held out: above each function what its author was thinking


# Undo the mixing.
def pe_undo(W, order):
    return W[np.argsort(order)]


# What is in column k goes to order[k].
def pe_scatter(W, order):
    new = np.empty_like(W)
    new[order] = W
    return new


# X[:, order], so W[:, order].
def pe_columns(W, order):
    return W[:, order]


# Nothing to do: the network is trained.
def pe_nothing(W, order):
    return W


# By two axes.
def pe_both(W, order):
    return W[order][:, ::-1]


# Writes into it.
def pe_in_place(W, order):
    W[:] = W[order]
    return W


# sort does it.
def pe_sort(W, order):
    return np.sort(W, axis=0)


# The table of the order.
def pe_table(W, order):
    return np.eye(len(W))[order]


# Transposed once too often.
def pe_transposed(W, order):
    return W.T[:, order]


# And once more, to be sure.
def pe_twice(W, order):
    return W[order][order]


HELD_OUT = [
    (pe_undo, "the inverse order", ["back", "other way"]),
    (pe_scatter, "the inverse order", ["back", "other way"]),
    (pe_columns, "columns", ["column"]),
    (pe_nothing, "unchanged", ["as they are", "unchanged"]),
    (pe_both, "columns too", ["column"]),
    (pe_in_place, "in place", ["chang"]),
    (pe_sort, "sorted", ["sort"]),
    (pe_table, "the table of the order", ["multipl"]),
    (pe_transposed, "transposed", ["transpos"]),
    (pe_twice, "twice", ["twice"]),
]
