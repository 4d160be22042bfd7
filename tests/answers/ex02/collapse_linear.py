"""Answers to collapse_linear: the form is told in answer_files.py."""

import numpy as np


def collapse_by_recursion(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    W, b = collapse_by_recursion(Ws[1:], bs[1:])
    return Ws[0] @ W, bs[0] @ W + b


def collapse_by_asking_the_network(Ws, bs):
    def network(A):
        for W, b in zip(Ws, bs, strict=True):
            A = A @ W + b
        return A

    b = network(np.zeros(len(Ws[0])))
    return network(np.eye(len(Ws[0]))) - b, b


def collapse_with_the_bias_inside(Ws, bs):
    whole = np.eye(len(Ws[0]) + 1)
    for W, b in zip(Ws, bs, strict=True):
        corner = np.zeros((len(W) + 1, 1))
        corner[-1] = 1
        whole = whole @ np.hstack([np.vstack([W, b]), corner])
    return [whole[:-1, :-1], whole[-1, :-1]]


def collapse_from_the_end(Ws, bs):
    W, b = np.eye(Ws[-1].shape[1]), np.zeros(Ws[-1].shape[1])
    for l in range(len(Ws) - 1, -1, -1):
        b = b + bs[l] @ W
        W = Ws[l] @ W
    return W, b


RIGHT = [
        collapse_by_recursion,
        collapse_by_asking_the_network,
        collapse_with_the_bias_inside,
        collapse_from_the_end,
    ]

# ---- held out: above each function what its author was thinking


# I learned W x + b with columns, where the later layer stands on the left.
def co_later_on_the_left(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W_next @ W
        b = W_next @ b + b_next
    return W, b


# I thought tables multiply and biases simply add up.
def co_biases_summed(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W @ W_next
        b = b + b_next
    return W, b


# I saw that b has the shape of the last layer's bias, so I took that one.
def co_last_bias(Ws, bs):
    W = Ws[0]
    for W_next in Ws[1:]:
        W = W @ W_next
    return W, bs[-1]


# I let every layer swallow the one before and read the answer off the end of the lists.
def co_writes_into_lists(Ws, bs):
    for i in range(1, len(Ws)):
        bs[i] = bs[i - 1] @ Ws[i] + bs[i]
        Ws[i] = Ws[i - 1] @ Ws[i]
    return Ws[-1], bs[-1]


# I copied the formula of the text.
def co_two_layers(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    return Ws[0] @ Ws[1], bs[0] @ Ws[1] + bs[1]


# I updated W first and then multiplied the bias with it.
def co_bias_times_product(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W @ W_next
        b = b @ W + b_next
    return W, b


# I began with the product of the first two, because with one layer there is nothing to collapse.
def co_needs_two(Ws, bs):
    W = Ws[0] @ Ws[1]
    b = bs[0] @ Ws[1] + bs[1]
    for i in range(2, len(Ws)):
        W = W @ Ws[i]
        b = b @ Ws[i] + bs[i]
    return W, b


# I counted len(Ws) - 1 steps and began at 1.
def co_last_layer_dropped(Ws, bs):
    W, b = Ws[0], bs[0]
    for i in range(1, len(Ws) - 1):
        W = W @ Ws[i]
        b = b @ Ws[i] + bs[i]
    return W, b


# I started with the first layer and looped over all layers.
def co_first_layer_twice(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws, bs, strict=True):
        W = W @ W_next
        b = b @ W_next + b_next
    return W, b


WRITES = ["is changed", 
    "in place", "in-place", "caller", "overwrit", "overwrote", "your function changes",
    "changes its arg", "changed its arg", "changes the arg", "changed the arg", "changes x",
    "changed x", "changes the list", "changed the list", "modif", "mutat", "writes into",
    "wrote into", "written into", "write into", "leave+as it is", "leave+as they are",
    "leaves+as they are", "alters", "altered", "a copy", "copies",
]  # fmt: skip


HELD_OUT = [
        (co_later_on_the_left, "order of the products reversed: later table on the left", [
        "order", "reverse", "on the left", "from the left", "left of", "to the left",
        "left-hand", "w2 @ w1", "w2 w1", "the wrong way round", "commut", "on the right",
        "wrong side", "swapped", "backwards", "column vec", "last to first",
        "from the back", "right-hand", "the other way round", "exchanged",
    ]),
    (co_biases_summed, "earlier biases not multiplied by the later tables", [
        "bias+through", "biases+through", "b1 @ w2", "b1 w2", "bias+multipl", "biases+multipl",
        "sum of the biases", "sum of all biases", "biases+add", "biases+sum",
        "adds the biases", "b @", "bias+later", "biases+later", "bias+pass", "bias+acts on",
        "bias+next table", "acts on both", "bias+transform", "summed", "just add", "only add",
        "bias+travel", "bias+further layer", "biases+further layer",
    ]),
    (co_last_bias, "only the last layer's bias kept", [
        "last bias", "last layer's bias", "bias of the last", "b1 @ w2", "b1 w2",
        "earlier bias", "biases of the earlier", "bias of the earlier", "other biases",
        "first bias", "earlier layers+bias", "bias+lost", "biases+lost", "bias+missing",
        "biases+missing", "bias+left out", "biases+left out", "bs[-1]", "bias+drop",
        "biases+drop", "bias+forg", "biases+forg", "all biases", "bias+ignor", "biases+ignor",
        "bias+only+last", "biases+before", "bias+before", "biases+contribut", "bias+contribut",
    ]),
    (co_writes_into_lists, "the caller's lists overwritten", WRITES),
    (co_two_layers, "only the first two layers used", [
        "two layers", "first two", "third layer", "only two", "more than two", "any number",
        "three layers", "all layers", "all the layers", "every layer", "further layer",
        "later layers", "remaining layers", "layers after", "stops after", "exactly two",
        "2 layers", "rest of the layers",
    ]),
    (co_bias_times_product, "bias multiplied by the product so far, not by the new table", [
        "updated w", "new w", "already updated", "product so far", "accumulated",
        "bias+whole product", "bias+product", "w is already", "w before b", "b before w",
        "b first", "order of the two", "update+order", "w first", "after w", "before w",
        "running", "own table", "bias+collapsed", "bias+too many", "too often",
        "bias+too much", "bias+total", "bias+all tables", "bias+that layer's table",
        "bias+table of", "later tables only", "bias+only the later", "only+the layers after",
        "bias+earlier tables", "biases+earlier tables", "cumulative", "bias+just that table",
        "bias+next layer's table",
    ]),
    (co_needs_two, "fails for a single layer", [
        "single layer", "one layer only", "only one layer", "a single one", "just one layer",
        "with one layer", "for one layer", "of one layer", "single one", "length 1",
        "one entry", "a network of one", "ws[1]", "one-layer", "single table", "is one layer",
        "when there is one",
    ]),
    (co_last_layer_dropped, "last layer left out", [
        "last layer", "last one", "one layer too few", "one too few", "too few layers",
        "off by one", "stops too early", "one too early", "ends too early", "too soon",
        "one layer is missing", "layer+left out", "layer+missing", "last+missing",
        "one layer short", "final layer", "ends one", "stops one", "skip", "range(",
        "one step too early", "all but the last", "without the last",
    ]),
    (co_first_layer_twice, "first layer used twice", [
        "twice", "first layer again", "two times", "double", "one layer too many",
        "one too many", "off by one", "starts too early", "starts with the first", "ws[1:]",
        "loop+second", "start+second", "begin+second", "repeated", "counted again",
        "once more", "from the second", "ws[0]+again",
    ]),
]
