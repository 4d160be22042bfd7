"""Answers to prune: the form is told in answer_files.py."""

import numpy as np


def by_partition(Ws, keep):
    flat = np.abs(np.concatenate([W.ravel() for W in Ws]))
    limit = np.partition(flat, len(flat) - keep)[len(flat) - keep]
    return [W * (np.abs(W) >= limit) for W in Ws]


def by_places(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    pruned = np.zeros_like(flat)
    best = np.argsort(-np.abs(flat))[:keep]
    pruned[best] = flat[best]
    ends = np.cumsum([W.size for W in Ws])[:-1]
    return [part.reshape(W.shape) for part, W in zip(np.split(pruned, ends), Ws, strict=True)]


def with_copies(Ws, keep):
    limit = sorted((abs(w) for W in Ws for w in W.ravel()), reverse=True)[keep - 1]
    new = [W.copy() for W in Ws]
    for W in new:
        W[np.abs(W) < limit] = 0
    return new


def one_after_another(Ws, keep):
    """Weight by weight the largest of those that are left."""
    left = [np.abs(W).astype(float) for W in Ws]
    new = [np.zeros(W.shape) for W in Ws]
    for _ in range(keep):
        t = max(range(len(Ws)), key=lambda t: left[t].max())
        place = np.unravel_index(left[t].argmax(), left[t].shape)
        new[t][place] = Ws[t][place]
        left[t][place] = -1
    return new


RIGHT = [by_partition, by_places, with_copies]
SLOW = [one_after_another]

# ---- held out: above each function what its author was thinking


def limit_of(Ws, keep):
    return np.sort(np.abs(np.concatenate([W.ravel() for W in Ws])))[-keep]


# Table by table.
def pu_in_each(Ws, keep):
    return [np.where(np.abs(W) >= np.sort(np.abs(W).ravel())[-min(keep, W.size)], W, 0)
            for W in Ws]  # fmt: skip


# A fair share for each table.
def pu_share(Ws, keep):
    share = keep / sum(W.size for W in Ws)
    return [np.where(np.abs(W) >= np.quantile(np.abs(W), 1 - share), W, 0) for W in Ws]


# The largest are the best.
def pu_signed(Ws, keep):
    limit = np.sort(np.concatenate([W.ravel() for W in Ws]))[-keep]
    return [np.where(W >= limit, W, 0) for W in Ws]


# keep of them go.
def pu_removed(Ws, keep):
    sizes = np.sort(np.abs(np.concatenate([W.ravel() for W in Ws])))
    limit = sizes[keep] if keep < len(sizes) else np.inf
    return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]


# The wrong side of <.
def pu_small(Ws, keep):
    return [np.where(np.abs(W) < limit_of(Ws, keep), W, 0) for W in Ws]


# > leaves out the one at the limit.
def pu_strict(Ws, keep):
    return [np.where(np.abs(W) > limit_of(Ws, keep), W, 0) for W in Ws]


# Sizes returned.
def pu_sizes(Ws, keep):
    return [np.where(np.abs(W) >= limit_of(Ws, keep), np.abs(W), 0) for W in Ws]


# A mask.
def pu_mask(Ws, keep):
    return [np.abs(W) >= limit_of(Ws, keep) for W in Ws]


# In the tables themselves.
def pu_in_place(Ws, keep):
    limit = limit_of(Ws, keep)
    for W in Ws:
        W *= np.abs(W) >= limit
    return Ws


# Counted from 0: index keep.
def pu_off_by_one(Ws, keep):
    sizes = np.sort(np.abs(np.concatenate([W.ravel() for W in Ws])))[::-1]
    limit = sizes[min(keep, len(sizes) - 1)]
    return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]


# Only the first layer is large.
def pu_first_layer(Ws, keep):
    return [np.where(np.abs(Ws[0]) >= limit_of(Ws, keep), Ws[0], 0), *Ws[1:]]


HELD_OUT = [
    (pu_in_each, "keep in each", ["each table"]),
    (pu_share, "a share of each", ["each table"]),
    (pu_signed, "signed", ["sign", "negative"]),
    (pu_removed, "keep removed", ["number that stay", "stay"]),
    (pu_small, "the small ones kept", ["small"]),
    (pu_strict, "one fewer", ["few", "limit"]),
    (pu_sizes, "signs lost", ["sign"]),
    (pu_mask, "a mask", ["mask"]),
    (pu_in_place, "in place", ["chang", "in place"]),
    (pu_off_by_one, "one more", ["one weight too many", "count"]),
    (pu_first_layer, "only the first", ["others", "first"]),
]
