"""Answers to predict_proba_by_hand: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import relu, sigmoid, softmax


def by_number(X, coefs, intercepts):
    L = len(coefs)
    for l in range(L):
        X = X @ coefs[l] + intercepts[l]
        if l < L - 1:
            X = np.maximum(X, 0)
    if X.shape[1] > 1:
        return softmax(X)
    return np.column_stack([1 - sigmoid(X), sigmoid(X)])


def by_two_logits(X, coefs, intercepts):
    """One output z is a softmax of (0, z)."""
    A, last = X, len(coefs) - 1
    for l, (W, b) in enumerate(zip(coefs, intercepts, strict=True)):
        Z = A @ W + b
        A = Z if l == last else np.where(Z > 0, Z, 0)
    if A.shape[1] == 1:
        A = np.hstack([np.zeros_like(A), A])
    return softmax(A)


def by_recursion(X, coefs, intercepts):
    Z = X @ coefs[0] + intercepts[0]
    if len(coefs) > 1:
        return by_recursion(relu(Z), coefs[1:], intercepts[1:])
    return softmax(Z) if Z.shape[1] > 1 else np.concatenate([sigmoid(-Z), sigmoid(Z)], axis=1)


def row_by_row(X, coefs, intercepts):
    answers = []
    for a in X:
        for W, b in zip(coefs[:-1], intercepts[:-1], strict=True):
            a = relu(np.array([sum(a[k] * W[k, j] for k in range(len(a))) + b[j]
                               for j in range(len(b))]))  # fmt: skip
        z = a @ coefs[-1] + intercepts[-1]
        p = softmax(z[None])[0] if len(z) > 1 else [1 - sigmoid(z)[0], sigmoid(z)[0]]
        answers.append(p)
    return np.array(answers)


RIGHT = [by_number, by_two_logits, by_recursion]
SLOW = [row_by_row]

# ---- held out: above each function what its author was thinking


def hidden(X, coefs, intercepts, f=relu):
    for W, b in zip(coefs[:-1], intercepts[:-1], strict=True):
        X = f(X @ W + b)
    return X


# Classifier: softmax, always.
def pr_always_softmax(X, coefs, intercepts):
    return softmax(hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1])


# One output, one probability.
def pr_one_column(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    return sigmoid(Z) if Z.shape[1] == 1 else softmax(Z)


# The probability that it is the thing comes first.
def pr_exchanged(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    return np.hstack([sigmoid(Z), 1 - sigmoid(Z)]) if Z.shape[1] == 1 else softmax(Z)


# ReLU in every layer.
def pr_relu_everywhere(X, coefs, intercepts):
    for W, b in zip(coefs, intercepts, strict=True):
        X = relu(X @ W + b)
    return np.hstack([1 - sigmoid(X), sigmoid(X)]) if X.shape[1] == 1 else softmax(X)


# Layers are products.
def pr_no_relu(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts, lambda z: z) @ coefs[-1] + intercepts[-1]
    return np.hstack([1 - sigmoid(Z), sigmoid(Z)]) if Z.shape[1] == 1 else softmax(Z)


# The sums are enough to compare.
def pr_logits(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    return np.hstack([1 - sigmoid(Z), sigmoid(Z)]) if Z.shape[1] == 1 else Z


# Softmax by its formula.
def pr_formula(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([1 - sigmoid(Z), sigmoid(Z)])
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


# Each class yes or no.
def pr_sigmoids(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    return np.hstack([1 - sigmoid(Z), sigmoid(Z)]) if Z.shape[1] == 1 else sigmoid(Z)


# The lesson's hidden layers, without the biases.
def pr_no_bias(X, coefs, intercepts):
    for W in coefs[:-1]:
        X = relu(X @ W)
    Z = X @ coefs[-1]
    return np.hstack([1 - sigmoid(Z), sigmoid(Z)]) if Z.shape[1] == 1 else softmax(Z)


# What class is it?
def pr_labels(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    return Z.argmax(axis=1)


# softmax over the samples.
def pr_axis(X, coefs, intercepts):
    Z = hidden(X, coefs, intercepts) @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([1 - sigmoid(Z), sigmoid(Z)])
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=0)


# The last layer taken off the lists.
def pr_pops(X, coefs, intercepts):
    W, b = coefs.pop(), intercepts.pop()
    for V, c in zip(coefs, intercepts, strict=True):
        X = relu(X @ V + c)
    Z = X @ W + b
    return np.hstack([1 - sigmoid(Z), sigmoid(Z)]) if Z.shape[1] == 1 else softmax(Z)


HELD_OUT = [
    (pr_always_softmax, "softmax of one output", ["one output", "softmax is 1"]),
    (pr_one_column, "one column", ["one output", "two columns"]),
    (pr_exchanged, "classes exchanged", ["exchanged", "second column"]),
    (pr_relu_everywhere, "ReLU at the end", ["last layer"]),
    (pr_no_relu, "no ReLU", ["activation", "relu"]),
    (pr_logits, "logits", ["logit", "sums"]),
    (pr_formula, "overflow", ["overflow"]),
    (pr_sigmoids, "sigmoids", ["sigmoid"]),
    (pr_no_bias, "no biases", ["bias"]),
    (pr_labels, "labels", ["class comes", "probabilities"]),
    (pr_axis, "columns sum to 1", ["column", "row"]),
    (pr_pops, "lists changed", ["pop", "chang"]),
]
