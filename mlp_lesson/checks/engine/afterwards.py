"""The right result, and something done to it afterwards: added up, cut off, divided, sorted ...

Signatures, as those in signatures.py: each takes the wrong leaves of one part, as Pairs.
"""

import numpy as np

from .signatures import Pair, close

Pairs = list[Pair]


def made_one(pairs: Pairs) -> str | None:
    """One number, made of all those that are asked for."""
    for name, make in (("sum", np.sum), ("mean", np.mean), ("largest", np.max),
                       ("smallest", np.min), ("length", np.linalg.norm)):  # fmt: skip
        if all(p.expected.size > 1 and p.got.ndim == 0 and close(p.got, make(p.expected))
               for p in pairs):  # fmt: skip
            return (
                f"One number comes back, the {name} of all those that are asked for: it is an "
                f"array of shape {pairs[0].expected.shape} that is to be returned."
            )
    return None


def end_missing(pairs: Pairs) -> str | None:
    """One entry or row fewer, or one more, at one of the ends."""
    if any(not p.expected.ndim or p.got.ndim != p.expected.ndim for p in pairs):
        return None
    for where, cut in (("last", slice(None, -1)), ("first", slice(1, None))):
        if all(close(p.got, p.expected[cut]) for p in pairs):
            return (
                f"Right, but the {where} entry (or row) is missing: look where a loop or a slice "
                "starts and ends."
            )
        if all(close(p.got[cut], p.expected) for p in pairs):
            return f"Right, but there is one entry (or row) too many, the {where} one."
    return None


def clipped(pairs: Pairs) -> str | None:
    """The right values, but none beyond a limit."""
    if any(p.got.shape != p.expected.shape or p.got.size < 2 for p in pairs):
        return None
    if any(close(p.got, p.expected) for p in pairs):
        return None
    low, high = min(p.got.min() for p in pairs), max(p.got.max() for p in pairs)
    if not all(close(p.got, np.clip(p.expected, low, high)) for p in pairs):
        return None
    cut = sum(np.sum(p.got != p.expected) for p in pairs)
    kept = sum(np.sum((p.got > low) & (p.got < high)) for p in pairs)
    above, below = (any((m * p.expected > m * edge).any() for p in pairs)
                    for m, edge in ((1, high), (-1, low)))  # fmt: skip
    if min(kept, cut) < 3 or not (above or below):
        return None
    edges = [f"above {high:.4g}"] * above + [f"below {low:.4g}"] * below
    return f"All is right but what should lie {' or '.join(edges)}: it is cut off there (clipped)."


def by_itself(pairs: Pairs) -> str | None:
    """Each row, or each array, times a number of its own."""
    if any(p.got.shape != p.expected.shape or p.got.ndim == 0 for p in pairs):
        return None
    if not all(np.isfinite(p.expected).all() and np.isfinite(p.got).all() for p in pairs):
        return None
    if any(close(p.got, p.expected) for p in pairs):  # off by less than shows here
        return None
    for name, make in (("largest size", lambda a: np.abs(a).max()), ("sum", np.sum),
                       ("length, the root of its sum of squares", np.linalg.norm),
                       ("largest value", np.max)):  # fmt: skip
        for what, axis in (("The result", None), ("Each row (or table) of the result", 0)):
            if _is_divided(pairs, make, axis):
                return f"{what} is divided by its own {name}: nothing asks for that."
    return None


def _is_divided(pairs, make, axis):
    def divided(a):
        return a / make(a) if a.size and make(a) else a

    if axis is None:
        return sum(p.got.size > 1 for p in pairs) and all(
            close(p.got, divided(p.expected)) for p in pairs
        )
    return all(p.got.ndim > 1 for p in pairs) and all(
        close(p.got, np.array([divided(row) for row in p.expected])) for p in pairs
    )


def in_order(pairs: Pairs) -> str | None:
    """The right values, sorted."""
    if all(p.expected.ndim and close(p.got, np.sort(p.expected)) for p in pairs):
        return "The values are right but sorted by their size: each belongs to its own place."
    return None


def function_of_it(pairs: Pairs) -> str | None:
    """A logarithm, e to the power of it ... of the right values."""
    if sum(p.got.size for p in pairs) < 3:
        return None
    for name, f in (("the logarithm", np.log), ("minus the logarithm", lambda a: -np.log(a)),
                    ("e to the power", np.exp), ("the sigmoid", lambda a: 1 / (1 + np.exp(-a))),
                    ("tanh", np.tanh), ("1 divided by each", lambda a: 1 / a)):  # fmt: skip
        if all(close(p.got, f(p.expected)) for p in pairs):
            return f"One step too many: what comes back is {name} of the right values."
    return None


def first_only(pairs: Pairs) -> str | None:
    """The first row is right, or the first entry, and no other."""
    for where, at in (("first", 0), ("last", -1)):
        rows = [p for p in pairs if p.got.shape == p.expected.shape and p.got.ndim]
        if len(rows) < len(pairs) or max((len(p.got) for p in rows), default=0) < 3:
            return None
        if all(_right_rows(p) == [at % len(p.got)] for p in rows):
            return (
                f"Only the {where} entry (or row) is right: look what a loop does after the "
                "first time, or whether a `return` stands inside it."
            )
    return None


def _right_rows(pair):
    return [i for i, (g, e) in enumerate(zip(pair.got, pair.expected, strict=True))
            if close(np.asarray(g), np.asarray(e))]  # fmt: skip


AFTERWARDS = [made_one, end_missing, clipped, by_itself, in_order, function_of_it, first_only]
