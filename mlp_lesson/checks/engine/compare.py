"""Compare what came back with the right value, leaf by leaf, and put each result into a word."""

from typing import NamedTuple

import numpy as np

from .plain import Odd, describe
from .words import gist


class Leaf(NamedTuple):
    """One number or array inside a result, beside the right one."""

    part: str  # "dW": the top level's name; "" where there is one result
    label: str  # "dWs[1]"
    expected: object
    got: object
    word: str  # right, wrong, NaN, infinite, shape (3, 1), a list of 3 ...
    at: int = 0  # number of the case


def compare(task, case, number, expected, got):
    """The leaves of one case's result."""
    rtol = task.rtol
    if any(isinstance(a, np.ndarray) and a.dtype == np.float32 for a in case.args):
        rtol = max(rtol, 1e-4)
    leaves = _leaves(expected, got, "", "", task.parts)
    return [_judged(*leaf, rtol, task.atol)._replace(at=number) for leaf in leaves]


def _leaves(expected, got, part, label, parts=()):
    """Pairs of entries that belong together, down to numbers and arrays."""
    if not isinstance(expected, list | tuple):
        yield part, label, expected, got
        return
    if not isinstance(got, list | tuple) or len(got) != len(expected):
        yield part, label, expected, got
        return
    for i, (e, g) in enumerate(zip(expected, got, strict=True)):
        name = parts[i] if i < len(parts) else f"{label or 'result'}[{i}]"
        yield from _leaves(e, g, part or (parts[i] if i < len(parts) else ""), name)


def _judged(part, label, expected, got, rtol, atol):
    return Leaf(part, label, expected, got, _word(expected, got, rtol, atol))


def _word(expected, got, rtol, atol):
    if isinstance(expected, list | tuple):
        return describe(got).split(" of shape")[0]  # another number of entries, or no list at all
    if isinstance(expected, str) or expected is None:
        return "right" if type(got) is type(expected) and got == expected else describe(got)
    if got is None or isinstance(got, Odd | list | tuple | str):
        return describe(got)
    e, g = np.asarray(expected), np.asarray(got)
    if g.shape != e.shape:
        return f"shape {g.shape}"
    if np.allclose(g.astype(float), e.astype(float), rtol=rtol, atol=atol, equal_nan=True):
        return "right"
    bad = ~np.isfinite(g) & np.isfinite(e)
    if bad.any():
        return "NaN" if np.isnan(g[bad]).any() else "infinite"
    return "wrong"


def same(a, b, rtol=1e-6, atol=1e-9):
    """Are two plain values the same: structure, shapes and numbers?"""
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(same(x, y, rtol, atol) for x, y in zip(a, b, strict=True))
    if isinstance(a, list | tuple | Odd | str) or isinstance(b, list | tuple | Odd | str):
        return type(a) is type(b) and a == b
    if a is None or b is None:
        return a is b
    a, b = np.asarray(a), np.asarray(b)
    if a.shape != b.shape:
        return False
    return np.allclose(a.astype(float), b.astype(float), rtol=rtol, atol=atol, equal_nan=True)


def same_outcome(a, b, task):
    """Did two calls give the same value, or stop for the same reason?"""
    if a.kind != b.kind:
        return False
    if a.kind == "error":
        return a.error[0] == b.error[0] and gist(a.error[1]) == gist(b.error[1])
    return a.kind == "value" and same(a.value, b.value, task.rtol, task.atol)
