"""Answers to xor_network: the form is told in answer_files.py."""

import numpy as np


def xor_by_words(X):
    return np.array([1 if a != b else 0 for a, b in X])


def xor_by_or_and_not_and(X):
    either = heaviside(X[:, 0] + X[:, 1] - 0.5)
    both = heaviside(X[:, 0] + X[:, 1] - 1.5)
    return heaviside(either - 2 * both - 0.5)


def xor_by_two_one_sided(X):
    h = heaviside(X @ np.array([[1, -1], [-1, 1]]) - 0.5)
    return heaviside(h.sum(axis=1) - 0.5)


def xor_row_by_row(X):
    y = np.zeros(len(X), dtype=int)
    for i, (a, b) in enumerate(X):
        h1, h2 = a + b > 0.5, a + b < 1.5
        y[i] = int(h1) + int(h2) > 1
    return y


RIGHT = [
        xor_by_words,
        xor_by_or_and_not_and,
        xor_by_two_one_sided,
        xor_row_by_row,
    ]

# ---- held out: above each function what its author was thinking


def heaviside(z):
    """The threshold: 1 where z > 0, else 0."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


# I have the two hidden lines right, and the output fires as soon as one of them says yes.
def xo_output_or(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 0.5)


# I thought a unit fires when its sum reaches the threshold: sum >= 1 is "or", sum >= 2 is "and".
def xo_reaches_threshold(X):
    W1 = np.array([[1, 1], [1, 1]])
    b1 = np.array([-1, -2])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, -1]) - 0.5)


# I thought one neuron with weights 1, 1 is enough: it fires if one of the inputs is on.
def xo_single_neuron(X):
    w = np.array([1, 1])
    b = -0.5
    return heaviside(X @ w + b)


# I thought of the output as "the inputs agree", so I let it fire when neither hidden unit does.
def xo_xnor(X):
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-0.5, -0.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([-1, -1]) + 0.5)


# I made W2 a table with one column, as for every layer, and returned what came out.
def xo_column(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1], [1]])
    b2 = np.array([-1.5])
    return heaviside(heaviside(X @ W1 + b1) @ W2 + b2)


# I took the table of XOR: there are only four rows, so I wrote their answers down.
def xo_four_corners(X):
    return np.array([0, 1, 1, 0])


# I thought XOR is "the first but not the second", and forgot that it goes the other way too.
def xo_one_sided(X):
    W1 = np.array([[1, 0], [0, -1]])
    b1 = np.array([-0.5, 0.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 1.5)


# I thought only hidden units have a threshold, and the output just adds up.
def xo_no_output_threshold(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    hidden = heaviside(X @ W1 + b1)
    return hidden @ np.array([1, 1]) - 1.5


# I know perceptrons with inputs -1 and 1, so I turned the zeros into -1 first.
def xo_zeros_to_minus_one(X):
    X[X == 0] = -1
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-1, -1])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 0.5)


WRITES = ["is changed", 
    "in place", "in-place", "caller", "overwrit", "overwrote", "your function changes",
    "changes its arg", "changed its arg", "changes the arg", "changed the arg", "changes x",
    "changed x", "changes the list", "changed the list", "modif", "mutat", "writes into",
    "wrote into", "written into", "write into", "leave+as it is", "leave+as they are",
    "leaves+as they are", "alters", "altered", "a copy", "copies",
]  # fmt: skip


HELD_OUT = [
        (xo_output_or, "output joins the hidden answers by or, not and: always 1", [
        "always 1", "1 everywhere", "1 for every", "1 for all", "every row+1", "all ones",
        "never 0", "always fires", "output+one vote", "output+both", "output+single vote",
        "output+one of the", "output+either", "output+too easily", "everywhere 1",
        "output+bias", "same answer", "same for every", "fires for every",
    ]),
    (xo_reaches_threshold, "sum exactly 0 taken as firing: H is strict", [
        "exactly 0", "exactly zero", "sum+is 0", "strict", "boundary", "on the line",
        "on a line", ">=", "z = 0", "z == 0", "h(0)", "equal to 0", "not greater", "at 0",
        "at zero", "more than 0", "greater than 0", "borderline",
    ]),
    (xo_single_neuron, "one neuron only, computes or: (1, 1) gives 1", [
        "computes or", "that is or", "is or,", "is or:", "is or.", "*or*", "`or`", "'or'",
        "inclusive or", "or, not xor", "logical or", "one neuron", "single neuron", "one unit",
        "single unit", "one line", "single line", "one straight line", "hidden layer+missing",
        "no hidden layer", "not both", "(1, 1)", "both inputs are 1", "both are 1",
        "both ones", "at least one", "the or of",
    ]),
    (xo_xnor, "output negated: xnor", [
        "xnor", "opposite", "negat", "invert", "the other way round", "the wrong way round",
        "the wrong way around", "revers", "swapped", "exchanged", "are equal", "agree",
        "complement", "0 and 1+swap", "inputs are the same", "not xor+every", "equality",
        "flipped", "upside down", "sign of the output", "mirror",
    ]),
    (xo_column, "a column (n, 1) instead of (n,)", [
        "(n, 1)", "(n,)", "shape of y", "shape (n", "wrong shape", "shape is", "has shape",
        "shape+column", "column+vector", "one column", "a column", "ravel", "flatten",
        "two-dimensional", "2-d", "2d", "one-dimensional", "one dimension", "two dimensions",
        "axis", "squeeze",
    ]),
    (xo_four_corners, "hard-coded answers of four rows, X ignored", [
        "hard-coded", "hard coded", "hardcoded", "fixed", "same answer", "always four",
        "four rows", "four answers", "four corners", "number of rows", "does not depend",
        "not depend", "ignore", "order of the rows", "any order", "one for each row",
        "written down", "does not use", "never look", "use x", "per row", "4 answers",
        "4 rows", "does not read", "each row", "always the same", "by heart", "as many",
        "constant",
    ]),
    (xo_one_sided, "only (1, 0) is found, (0, 1) is missed", [
        "(0, 1)", "one of the two ones", "one of the ones", "only one of the", "but not the",
        "other one", "one-sided", "one side", "one direction", "the other case", "half of xor",
        "only the first", "only where the first", "second input alone", "and not", "x1+not x2",
        "second+missing", "not symmetric", "symmetr", "one corner", "other corner",
        "one of the two cases",
    ]),
    (xo_no_output_threshold, "output unit without threshold", [
        "output+threshold", "threshold+missing", "no threshold", "without threshold",
        "without a threshold", "without the threshold", "forgot+threshold", "last+threshold",
        "heaviside", "0 or 1", "other than 0 and 1", "not only 0 and 1", "zeros and ones",
        "raw sum", "weighted sum", "before the threshold", "once more", "activation",
    ]),
    (xo_zeros_to_minus_one, "X changed in place", WRITES),
]
