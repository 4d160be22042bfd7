"""Answers to clip_by_norm: the form is told in answer_files.py."""

import numpy as np


def by_vector(grads, limit):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in grads]))
    return [g * (limit / norm) for g in grads] if norm > limit else list(grads)


def by_min(grads, limit):
    squares = sum(float(np.vdot(g, g)) for g in grads)
    factor = min(1.0, limit / np.sqrt(squares)) if squares else 1.0
    return [factor * g for g in grads]


def by_max(grads, limit):
    norm = np.sqrt(sum((np.asarray(g, dtype=float) ** 2).sum() for g in grads))
    return tuple(np.array(g) / max(1.0, norm / limit) for g in grads)


def by_norms(grads, limit):
    norm = np.linalg.norm([np.linalg.norm(g) for g in grads])
    clipped = []
    for g in grads:
        clipped.append(g.copy() if norm <= limit else limit * (g / norm))
    return clipped


def by_entry(grads, limit):
    squares = 0.0
    for g in grads:
        for value in g.ravel():
            squares += float(value) ** 2
    norm = squares**0.5
    return [g * (limit / norm) if norm > limit else g.copy() for g in grads]


RIGHT = [by_vector, by_min, by_max, by_norms]
SLOW = [by_entry]

# ---- held out: above each function what its author was thinking


def norm_of(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


# Clips every entry.
def cl_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]


# Each array by its own norm.
def cl_each(grads, limit):
    return [g * min(1, limit / max(np.linalg.norm(g), 1e-300)) for g in grads]


# Always to that length.
def cl_always(grads, limit):
    norm = norm_of(grads)
    return [g * limit / norm if norm > 0 else g for g in grads]


# Only divides by the norm.
def cl_unit(grads, limit):
    norm = norm_of(grads)
    return [g / norm if norm > limit else g for g in grads]


# Forgets the root.
def cl_no_root(grads, limit):
    norm = sum(np.sum(g**2) for g in grads)
    return [g * limit / norm if norm > limit else g for g in grads]


# The norms added up.
def cl_sum_of_norms(grads, limit):
    norm = sum(np.linalg.norm(g) for g in grads)
    return [g * limit / norm if norm > limit else g for g in grads]


# The largest norm counts.
def cl_largest_norm(grads, limit):
    norm = max(np.linalg.norm(g) for g in grads)
    return [g * limit / norm if norm > limit else g for g in grads]


# The largest entry counts.
def cl_largest_entry(grads, limit):
    norm = max(np.abs(g).max() for g in grads)
    return [g * limit / norm if norm > limit else g for g in grads]


# The sum of absolute values.
def cl_l1(grads, limit):
    norm = sum(np.abs(g).sum() for g in grads)
    return [g * limit / norm if norm > limit else g for g in grads]


# Too long: thrown away.
def cl_zero(grads, limit):
    norm = norm_of(grads)
    return [np.zeros(g.shape) if norm > limit else g for g in grads]


# The quotient upside down.
def cl_upside_down(grads, limit):
    norm = norm_of(grads)
    return [g * norm / limit if norm > limit else g for g in grads]


# The comparison the wrong way round.
def cl_comparison(grads, limit):
    norm = norm_of(grads)
    return [g * limit / norm if 0 < norm < limit else g for g in grads]


# Matrix norm of numpy, ord=2.
def cl_spectral(grads, limit):
    norm = np.sqrt(sum(np.linalg.norm(g, 2) ** 2 for g in grads))
    return [g * limit / norm if norm > limit else g for g in grads]


# The mean square, as if n did not matter.
def cl_rms(grads, limit):
    flat = np.concatenate([g.ravel() for g in grads])
    norm = np.sqrt(np.mean(flat**2))
    return [g * limit / norm if norm > limit else g for g in grads]


# No if.
def cl_nan(grads, limit):
    norm = norm_of(grads)
    return [g * np.minimum(1, limit / np.float64(norm)) for g in grads]


# In place, saves memory.
def cl_in_place(grads, limit):
    norm = norm_of(grads)
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return grads


# One long vector.
def cl_vector(grads, limit):
    flat = np.concatenate([g.ravel() for g in grads])
    norm = np.linalg.norm(flat)
    return flat * min(1, limit / norm) if norm > 0 else flat


# Only the first.
def cl_first(grads, limit):
    norm = np.linalg.norm(grads[0])
    return [g * limit / norm if norm > limit else g for g in grads]


HELD_OUT = [
    (cl_by_value, "entries clipped", ["entr"]),
    (cl_each, "each array by itself", ["each array", "all arrays"]),
    (cl_always, "short ones lengthened", ["shorter", "short"]),
    (cl_unit, "limit forgotten", ["length 1", "limit is missing", "times limit"]),
    (cl_no_root, "root forgotten", ["root"]),
    (cl_sum_of_norms, "norms added", ["norms+add", "squares"]),
    (cl_largest_norm, "largest norm", ["largest"]),
    (cl_largest_entry, "largest entry", ["largest"]),
    (cl_l1, "absolute values", ["absolute"]),
    (cl_zero, "set to 0", ["0"]),
    (cl_upside_down, "quotient upside down", ["upside down", "limit / norm"]),
    (cl_comparison, "comparison turned", ["turned", "wrong way", "shorter"]),
    (cl_spectral, "spectral norm", ["spectral", "largest factor", "np.linalg.norm"]),
    (cl_rms, "mean of the squares", ["mean"]),
    (cl_nan, "0 divided by 0", ["0 by 0", "norm 0", "length 0", "divided by 0"]),
    (cl_in_place, "in place", ["changed"]),
    (cl_vector, "one vector", ["list", "one vector"]),
    (cl_first, "the first array only", ["first"]),
]
