"""Answers to forward: the form is told in answer_files.py."""

import numpy as np


def forward_by_entry(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        A = As[-1]
        Z = np.zeros((len(A), W.shape[1]))
        for i in range(len(A)):
            for k in range(W.shape[1]):
                Z[i, k] = b[k]
                for j in range(W.shape[0]):
                    Z[i, k] += A[i, j] * W[j, k]
        As.append(f(Z))
    return As


def forward_by_row(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(np.array([f(row @ W + b) for row in As[-1]]))
    return As


def forward_by_recursion(X, Ws, bs, f):
    if not Ws:
        return [X]
    return [X, *forward_by_recursion(f(X @ Ws[0] + bs[0]), Ws[1:], bs[1:], f)]


def forward_by_index(X, Ws, bs, f):
    A = np.array(X, dtype=float)
    result = (A,)
    for l in range(len(Ws)):
        A = f(np.einsum("ij,jk->ik", A, Ws[l]) + bs[l].reshape(1, -1))
        result += (A,)
    return result


def forward_by_columns(X, Ws, bs, f):
    columns = [X.T]
    for l in range(len(Ws)):
        columns.append(f(Ws[l].T @ columns[l] + bs[l][:, None]))
    return [A.T for A in columns]


RIGHT = [
        forward_by_row,
        forward_by_recursion,
        forward_by_index,
        forward_by_columns,
    ]
SLOW = [forward_by_entry]

# ---- held out: above each function what its author was thinking


def heaviside(z):
    """The threshold: 1 where z > 0, else 0."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


# I know networks whose output layer has no activation.
def fo_last_layer_linear(X, Ws, bs, f):
    As = [X]
    for i in range(len(Ws)):
        Z = As[-1] @ Ws[i] + bs[i]
        As.append(f(Z) if i < len(Ws) - 1 else Z)
    return As


# I collected one A for each layer; X is known anyway.
def fo_without_x(X, Ws, bs, f):
    As = []
    A = X
    for W, b in zip(Ws, bs, strict=True):
        A = f(A @ W + b)
        As.append(A)
    return As


# I thought the result of a network is what its last layer puts out.
def fo_only_last(X, Ws, bs, f):
    A = X
    for W, b in zip(Ws, bs, strict=True):
        A = f(A @ W + b)
    return A


# I wrote X in the loop and forgot that it should move on to the last A.
def fo_always_x(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(X @ W + b))
    return As


# I used the threshold, as in the tasks before.
def fo_own_threshold(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(heaviside(As[-1] @ W + b))
    return As


# I closed the bracket too early: f of the product, then plus b.
def fo_bias_after_f(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W) + b)
    return As


# I indented the return one step too far.
def fo_return_in_loop(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W + b))
        return As


# I like the bias as one more row of the table, and a column of ones in front of it.
def fo_bias_row_in_lists(X, Ws, bs, f):
    As = [X]
    for i in range(len(Ws)):
        Ws[i] = np.vstack([Ws[i], bs[i]])
        A = np.column_stack([As[-1], np.ones(len(As[-1]))])
        As.append(f(A @ Ws[i]))
    return As


# I know PyTorch, where a layer computes x W^T + b.
def fo_transposed(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W.T + b))
    return As


WRITES = ["is changed", 
    "in place", "in-place", "caller", "overwrit", "overwrote", "your function changes",
    "changes its arg", "changed its arg", "changes the arg", "changed the arg", "changes x",
    "changed x", "changes the list", "changed the list", "modif", "mutat", "writes into",
    "wrote into", "written into", "write into", "leave+as it is", "leave+as they are",
    "leaves+as they are", "alters", "altered", "a copy", "copies",
]  # fmt: skip


HELD_OUT = [
        (fo_last_layer_linear, "f not applied in the last layer", [
        "last layer", "last one included", "output layer", "every layer, the last",
        "f in every layer", "f to every layer", "`f` in every layer", "applied in every",
        "applied to every", "in every layer+f is", "last+activation", "last+`f`",
        "final layer", "last+`f`+missing", "last+without f",
    ]),
    (fo_without_x, "X missing at the head of the list", [
        "x itself", "x is missing", "begin with x", "begins with x", "start with x",
        "starts with x", "without x", "first entry+x itself", "first entry is not x",
        "first entry should be", "first entry must be", "no x", "x missing", "`x`+missing",
        "input data", "inputs+missing", "one entry more", "one more entry",
        "one entry too few", "one too few", "`x`+begin", "`x`+start", "a(0)", "a0", "a^{(0)}",
        "holds x", "x belongs", "`x`+belongs", "x in front", "`x`+front", "input+first",
        "inputs+first", "input+missing", "[x,", "inputs+belong", "left out x", "`x`+left out",
        "`x`+first", "x at the head",
    ]),
    (fo_only_last, "only the last array returned, not the list", [
        "a list", "not the list", "whole list", "list of", "not an array", "only the last",
        "every a", "all the a", "all a", "not only the last", "just the last", "keep every",
        "keep all", "each layer's", "an array", "one array", "last output only",
        "last layer alone",
    ]),
    (fo_always_x, "every layer reads X, not the layer before", [
        "layer before", "previous", "reads x", "read x", "x again", "x instead", "as[-1]",
        "last entry", "from x", "preceding", "x @", "on x", "not x", "before it", "always x",
        "the original", "output of the first", "works on the inputs", "reads the inputs",
        "chain", "the inputs again", "the one before", "same input", "passed on", "not passed",
        "to x", "second layer+read", "layer+input of the",
    ]),
    (fo_own_threshold, "handed-in f ignored, threshold always used", [
        "handed in", "handed-in", "ignore", "f that is", "the f ", "use `f`", "uses `f`",
        "the `f`", "your `f`", "not `f`", "own activation", "argument f,", "argument f.",
        "argument `f`", "parameter `f`", "fixed activation", "fixed function",
        "another function", "another activation", "heaviside", "threshold", "given f",
        "passed in", "use f,", "use f.", "not f,", "always the same", "whatever f",
        "not depend on f", "one activation", "f you", "same activation", "hard-coded",
        "hard-wired", "a different activation",
    ]),
    (fo_bias_after_f, "bias added after f instead of before", [
        "bias+after", "outside", "bias+inside", "bias+before", "sum first", "bracket",
        "parenthes", "bias+belongs in", "then f of", "then `f`", "whole sum", "b after f",
        "b before f", "adds b after", "b inside", "before the bias", "before b ",
        "bias+too late", "biases+after", "biases+before", "bias+late",
    ]),
    (fo_return_in_loop, "return inside the loop: stops after the first layer", [
        "inside the loop", "inside a loop", "in the loop", "after the first layer",
        "first layer only", "only the first", "one layer", "return+loop", "indent",
        "too early", "one layer+stop", "stops", "too short", "too few", "more layers",
        "further layers", "all layers", "later layers", "other layers", "layers after",
        "missing layers", "layers+missing", "remaining", "single layer", "every layer",
    ]),
    (fo_bias_row_in_lists, "the caller's list Ws overwritten", WRITES),
    (fo_transposed, "W transposed: one row for each input, not for each neuron", [
        "transpos", "w.t", ".t`", "rows and columns", "row for each input",
        "column for each neuron", "(n_in, n_out)", "(n_out, n_in)", "turned", "rows+columns",
        "row for each neuron", "flipped", "w as it", "row per input", "column per neuron",
        "pytorch",
    ]),
]
