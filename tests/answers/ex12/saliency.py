"""Answers to saliency: the form is told in answer_files.py."""

import numpy as np


def logits(Ws, bs, x):
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        x = np.maximum(x @ W + b, 0)
    return x @ Ws[-1] + bs[-1]


def one_matrix(Ws, bs, x, k):
    """Where every ReLU is on or off, the network is linear: multiply the tables, columns masked."""
    J, a = np.eye(len(x)), x
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        z = a @ W + b
        J, a = (J @ W) * (z > 0), np.maximum(z, 0)
    return (J @ Ws[-1])[:, k]


def by_recursion(Ws, bs, x, k):
    if len(Ws) == 1:
        return Ws[0][:, k] * 1.0
    z = np.dot(x, Ws[0]) + bs[0]
    later = by_recursion(Ws[1:], bs[1:], np.where(z > 0, z, 0), k)
    return np.einsum("ij,j->i", Ws[0], np.where(z > 0, later, 0))


def by_delta(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        a = a @ W + b
        masks.append((a > 0).astype(float))
        a = a * masks[-1]
    delta = np.zeros((1, Ws[-1].shape[1]))
    delta[0, k] = 1
    for l in range(len(Ws) - 1, 0, -1):
        delta = (delta @ Ws[l].T) * masks[l - 1]
    return (delta @ Ws[0].T).ravel()


RIGHT = [one_matrix, by_recursion, by_delta]

# ---- held out: above each function what its author was thinking


# Multiply all the weights.
def all_weights(Ws, bs, x, k):
    g = Ws[-1][:, k]
    for W in reversed(Ws[:-1]):
        g = W @ g
    return g


# Ink times gradient, as on the pad.
def as_on_the_pad(Ws, bs, x, k):
    return x * one_matrix(Ws, bs, x, k)


# A saliency map has no sign.
def strength(Ws, bs, x, k):
    return abs(one_matrix(Ws, bs, x, k))


# Backpropagation as always: p - y.
def as_in_training(Ws, bs, x, k):
    z = logits(Ws, bs, x)
    delta = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    delta[k] -= 1
    return sum(d * one_matrix(Ws, bs, x, j) for j, d in enumerate(delta))


# The slope of the probability.
def of_probability(Ws, bs, x, k):
    z = logits(Ws, bs, x)
    p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    J = np.array([one_matrix(Ws, bs, x, j) for j in range(len(z))])
    return p[k] * (J[k] - p @ J)


# ReLU on the way back as well.
def relu_both_ways(Ws, bs, x, k):
    if len(Ws) == 1:
        return Ws[0][:, k] * 1.0
    z = x @ Ws[0] + bs[0]
    later = relu_both_ways(Ws[1:], bs[1:], np.maximum(z, 0), k)
    return Ws[0] @ (np.maximum(later, 0) * (z > 0))


# Starts with the logit.
def starts_with_logit(Ws, bs, x, k):
    return logits(Ws, bs, x)[k] * one_matrix(Ws, bs, x, k)


# The outputs all together.
def all_digits(Ws, bs, x, k):
    return sum(one_matrix(Ws, bs, x, j) for j in range(Ws[-1].shape[1]))


HELD_OUT = [
    (all_weights, "slope of the ReLU missing", ["slope of the relu"]),
    (as_on_the_pad, "multiplied with the inputs", ["multiplied with the inputs"]),
    (strength, "the sign is lost", ["sign"]),
    (as_in_training, "slope of the loss", ["p − y"]),
    (of_probability, "slope of the probability", ["probability"]),
    (relu_both_ways, "guided", ["guided", "negative signals"]),
    (starts_with_logit, "begins with the logit", ["instead of 1"]),
    (all_digits, "the sum of all outputs", ["sum of all"]),
]
