"""Answers to polygon_network: the form is told in answer_files.py."""

import numpy as np


def side_by_side(vertices):
    W1, b1 = [], []
    for i in range(len(vertices)):
        (x, y), (x2, y2) = vertices[i], vertices[(i + 1) % len(vertices)]
        W1.append([y - y2, x2 - x])
        b1.append(-(y - y2) * x - (x2 - x) * y)
    return np.array(W1).T, np.array(b1), np.ones(len(W1)), -len(W1) + 0.1


def not_outside(vertices):
    """Each hidden unit says that a point is outside; the output that none of them does."""
    after = np.concatenate([vertices[1:], vertices[:1]])
    u, v = (after - vertices).T
    return np.array([v, -u]), vertices[:, 1] * u - vertices[:, 0] * v, -np.ones(len(u)), 0.5


def towards_the_middle(vertices):
    """Whatever the direction: the middle is inside."""
    before = np.roll(vertices, 1, axis=0)
    sides = (vertices - before) / np.linalg.norm(vertices - before, axis=1, keepdims=True)
    N = np.stack([sides[:, 1], -sides[:, 0]])
    b = -(N.T * vertices).sum(axis=1)
    sign = np.sign(vertices.mean(axis=0) @ N + b)
    return N * sign, b * sign, np.full(len(b), 2), -2 * len(b) + 1


RIGHT = [side_by_side, not_outside, towards_the_middle]


def all_of_four(vertices):
    W1, b1, w2, _ = side_by_side(vertices)
    return W1, b1, w2, -4


def turned_right(vertices):
    W1, b1, w2, b2 = side_by_side(vertices)
    return -W1, -b1, w2, b2


def through_the_first_corner(vertices):
    W1, _, w2, b2 = side_by_side(vertices)
    return W1, -vertices[0] @ W1, w2, b2


WRONG = [
    (all_of_four, "output-too-strict"),
    (turned_right, "turned-outwards"),
    (through_the_first_corner, "bias"),
]

# ---- held out: above each function what its author was thinking


def network(vertices, turn, output=lambda k: (np.ones(k), 0.5 - k), bias=-1):
    vertices = np.asarray(vertices, float)
    sides = np.roll(vertices, -1, axis=0) - vertices
    W1 = turn(sides[:, 0], sides[:, 1])
    return (W1, bias * (vertices * W1.T).sum(axis=1), *output(len(vertices)))


def left(u, v):
    return np.array([-v, u])


# To the right.
def po_right(vertices):
    return network(vertices, lambda u, v: np.array([v, -u]))


# The direction of the side is its weight.
def po_not_turned(vertices):
    return network(vertices, lambda u, v: np.array([u, v]))


# Inside one of the half planes.
def po_or(vertices):
    return network(vertices, left, lambda k: (np.ones(k), -0.5))


# Bias + w·p.
def po_bias_sign(vertices):
    return network(vertices, left, bias=1)


# No bias.
def po_no_bias(vertices):
    return network(vertices, left, bias=0)


# H(0) taken for 1.
def po_all_at_k(vertices):
    return network(vertices, left, lambda k: (np.ones(k), -k))


# The last side is left out.
def po_open(vertices):
    W1, b1, w2, b2 = network(vertices, left)
    return W1[:, :-1], b1[:-1], w2[:-1], b2 + 1


# A row for each unit.
def po_transposed(vertices):
    W1, *rest = network(vertices, left)
    return (W1.T, *rest)


# Three is enough.
def po_triangle(vertices):
    return network(vertices, left, lambda k: (np.ones(k), -2.5))


# Majority.
def po_most(vertices):
    return network(vertices, left, lambda k: (np.ones(k), 1.5 - k))


# The box around the corners.
def po_box(vertices):
    (x0, y0), (x1, y1) = vertices.min(axis=0), vertices.max(axis=0)
    W1 = np.array([[1, -1, 0, 0], [0, 0, 1, -1]])
    return W1, np.array([-x0, x1, -y0, y1]), np.ones(4), -3.5


# Exchanges coordinates only.
def po_swapped(vertices):
    return network(vertices, lambda u, v: np.array([v, u]))


# The corner's distance from the origin as the bias.
def po_length(vertices):
    W1, b1, w2, b2 = network(vertices, left)
    return W1, -np.linalg.norm(vertices, axis=1), w2, b2


# Outside is 1.
def po_outside(vertices):
    return network(vertices, left, lambda k: (-np.ones(k), k - 0.5))


# The answers, not the network.
def po_function(vertices):
    return lambda X: heaviside(X)  # noqa: F821


HELD_OUT = [
    (po_right, "turned to the right", ["left", "outwards", "sign"]),
    (po_not_turned, "not turned", ["turn", "right angle", "along"]),
    (po_or, "OR for AND", ["all", "one of"]),
    (po_bias_sign, "sign of b1", ["b1+sign", "b1+minus", "bias+sign", "bias+minus"]),
    (po_no_bias, "no bias", ["b1", "bias", "origin"]),
    (po_all_at_k, "H(0) taken for 1", ["exactly 0", "h(0)"]),
    (po_open, "last side missing", ["last"]),
    (po_transposed, "W1 transposed", ["transpos", "(2, m)", "column"]),
    (po_triangle, "three sides are enough", ["three", "fixed", "number of sides", "all"]),
    (po_most, "all but one are enough", ["all but one", "one side", "all"]),
    (po_box, "the box around it", ["box"]),
    (po_swapped, "a sign missing in the turn", ["minus", "(-v, u)", "turn", "sign"]),
    (po_length, "bias from lengths", ["b1", "bias"]),
    (po_outside, "the opposite", ["opposite"]),
    (po_function, "a function", ["function"]),
]
