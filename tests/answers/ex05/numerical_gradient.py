"""Answers to numerical_gradient: the form is told in answer_files.py."""

import numpy as np


def by_units(f, x, h):
    units = np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in units]).reshape(x.shape)


def by_flat_index(f, x, h):
    gradient = np.empty(x.shape)
    for i in range(x.size):
        step = np.zeros(x.size)
        step[i] = h
        step = step.reshape(x.shape)
        gradient.flat[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def by_nditer(f, x, h):
    x = x.astype(float)
    gradient = np.zeros_like(x)
    walk = np.nditer(x, flags=["multi_index"])
    while not walk.finished:
        at = walk.multi_index
        above, below = x.copy(), x.copy()
        above[at] += h
        below[at] -= h
        gradient[at] = (f(above) - f(below)) / 2 / h
        walk.iternext()
    return gradient


RIGHT = [by_units, by_flat_index, by_nditer]

# ---- held out: above each function what its author was thinking


# The derivative is (f(x + h) - f(x)) / h: that is how school defines it.
def ng_forward_difference(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    fx = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        grad[i] = (f(x) - fx) / h
        x[i] = old
    return grad


# Forgot that the two points lie 2h apart.
def ng_divides_by_h(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / h
    return grad


# Wrote the 2h as on paper, without brackets.
def ng_no_brackets(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / 2 * h
    return grad


# numpy adds h to everything at once, so no loop is needed.
def ng_moves_all(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


# As above, but made the answer as large as x, since a gradient is.
def ng_moves_all_and_fills(f, x, h):
    x = np.asarray(x, dtype=float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


# Restored the entry of the copy, but with + h after - 2h: the entry ends at x - h.
def ng_never_restores(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        down = f(x)
        grad[i] = (up - down) / (2 * h)
    return grad


# Works on x itself and forgets the last line that puts it back.
def ng_changes_callers_x(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old
        x[i] = old - h
        down = f(x)
        grad[i] = (up - down) / (2 * h)
    return grad


# A copy of x has the dtype of x: with integers, + h is cut off.
def ng_integer_copy(f, x, h):
    grad = np.zeros(np.shape(x))
    for i in np.ndindex(np.shape(x)):
        up, down = x.copy(), x.copy()
        up[i] += np.asarray(h).astype(x.dtype)
        down[i] -= np.asarray(h).astype(x.dtype)
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# x is a list of numbers, so one loop over len(x) is enough.
def ng_rows_only(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# Left minus right.
def ng_sign(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x - e) - f(x + e)) / (2 * h)
    return grad


# Loops over the flattened entries and returns them as they come.
def ng_flat(f, x, h):
    x = np.array(x, dtype=float)
    grad = []
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad.append((f(x + e) - f(x - e)) / (2 * h))
    return np.array(grad)


# Read that 1e-5 is the best h, and set it.
def ng_own_h(f, x, h):
    h = 1e-5
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad


# Looks to the left instead of to the right: also a derivative.
def ng_backward_difference(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x) - f(x - e)) / h
    return grad


# Believes that up = x and down = x are two arrays.
def ng_alias(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up = x
        down = x
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# Walks through the flattened x, and gives f that, too.
def ng_f_gets_flat(f, x, h):
    flat = np.array(x, dtype=float).reshape(-1)
    grad = np.zeros(flat.size)
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = h
        grad[i] = (f(flat + step) - f(flat - step)) / (2 * h)
    return grad.reshape(np.shape(x))


CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = [
    (ng_forward_difference, "forward difference", ["forward diff", "one-sided", "central",
                                                   "one side", "f(x - h)"]),
    (ng_divides_by_h, "divides by h, not 2h", ["2h", "2 h", "2 * h", "2*h", "twice"]),
    (ng_no_brackets, "/ 2 * h without brackets", ["bracket", "parenthes", "/ 2 * h",
                                                  "preceden"]),
    (ng_moves_all, "moves all entries at once", ["at once", "all entries", "one at a time",
                                                 "one entry", "every entry", "each entry"]),
    (ng_moves_all_and_fills, "moves all entries at once", ["at once", "all entries",
                                                           "one at a time", "one entry"]),
    (ng_never_restores, "does not put the entry back", ["restor", "back", "reset"]),
    (ng_changes_callers_x, "x is changed afterwards", ["restor", "put back", "copy", *CHANGES]),
    (ng_integer_copy, "integer copy cuts off h", ["integer", "dtype", "float"]),
    (ng_rows_only, "moves a whole row of a matrix", ["row", "ndindex", "any shape", "matrix",
                                                     "one entry", "one at a time", "len(x)"]),
    (ng_sign, "sign turned", ["sign", "swapped", "f(x - h) - f(x + h)"]),
    (ng_flat, "gradient flattened", ["flat", "shape of x", "shape as x", "shaped like x",
                                     "x.shape"]),
    (ng_f_gets_flat, "f is called with a flat array", ["shape of x", "in one row", "flat"]),
    (ng_own_h, "ignores h", ["ignores h", "given h", "own h", "the h you", "argument h",
                             "fixed", "does not use h", "h+ignor"]),
    (ng_backward_difference, "backward difference", ["backward diff", "one-sided", "central",
                                                     "one side", "f(x + h)"]),
    (ng_alias, "up and down are one array", ["copy", "copies", "same array", "one array"]),
]
