"""Answers to l2_gradient: the form is told in answer_files.py."""

import numpy as np


def by_loop(W, l2):
    G = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        G[place] = l2 * W[place]
    return G


def by_differences(W, l2):
    W = W.astype(float)
    return np.array([[l2 / 2 * ((w + 0.5) ** 2 - (w - 0.5) ** 2) for w in row] for row in W])


RIGHT = [by_loop, by_differences, lambda W, l2: np.multiply(W, l2)]

# ---- held out: above each function what its author was thinking


# The 1/2 forgotten.
def lg_two(W, l2):
    return 2 * l2 * W


# The penalty.
def lg_penalty(W, l2):
    return l2 * (W**2).sum() / 2


# The penalty without the half.
def lg_penalty_two(W, l2):
    return l2 * (W**2).sum()


# L1.
def lg_sign(W, l2):
    return l2 * np.sign(W)


# What is subtracted.
def lg_minus(W, l2):
    return -(l2 * W)


# The new weights.
def lg_step(W, l2):
    return (1 - l2) * W


# Squares.
def lg_square(W, l2):
    return l2 * W * W


# A mean over the weights.
def lg_mean(W, l2):
    return l2 * W / W.size


# The half kept.
def lg_half(W, l2):
    return 0.5 * l2 * W


# Sum.
def lg_sum(W, l2):
    return l2 * W.sum()


HELD_OUT = [
    (lg_two, "factor 2", ["1/2"]),
    (lg_penalty, "the penalty", ["penalty itself"]),
    (lg_penalty_two, "the penalty", ["penalty"]),
    (lg_sign, "L1", ["L1"]),
    (lg_minus, "sign", ["sign"]),
    (lg_step, "the weights after a step", ["step"]),
    (lg_square, "squares", ["square"]),
    (lg_mean, "mean", ["mean"]),
    (lg_half, "half", ["1/2"]),
    (lg_sum, "summed", ["sum"]),
]
