"""What the tasks of exercise 02 share."""

import numpy as np

from ...engine.plain import Unreadable, describe, plain


def layers(rng, sizes, whole=False):
    """(Ws, bs) for layers of these sizes; whole: of integers."""

    def draw(*shape):
        return rng.integers(-3, 4, size=shape) if whole else rng.normal(size=shape)

    Ws = [draw(a, b) for a, b in zip(sizes, sizes[1:], strict=False)]
    return Ws, [draw(b) for b in sizes[1:]]


def answers_of(network, X):
    """y (n,) of a threshold network (W1, b1, w2, b2) for the rows of X; Unreadable if none."""
    found = plain(network)
    if not isinstance(found, list | tuple) or len(found) != 4:
        asked = "asked for: four results, (W1, b1, w2, b2)"
        raise Unreadable(f"{asked}; your function returned {describe(found)}")
    try:
        W1, b1, w2, b2 = (np.array(part, dtype=float) for part in found)
    except (ValueError, TypeError):
        raise Unreadable("one of (W1, b1, w2, b2) holds other things than numbers") from None
    d, m = X.shape[1], W1.shape[-1] if W1.ndim else 0
    if W1.ndim != 2 or len(W1) != d:
        is_turned = " (is it transposed?)" if W1.ndim == 2 and m == d else ""
        raise Unreadable(
            f"W1 has the shape {W1.shape}{is_turned}; asked for: ({d}, m), a row for each input "
            "and a column for each hidden unit"
        )
    for name, part, shape in (("b1", b1, (m,)), ("w2", w2, (m,)), ("b2", b2, ())):
        if part.shape != shape:
            asked = f"({m},), a number for each column of W1" if shape else "one number"
            raise Unreadable(f"the shape of {name} is {part.shape}; asked for: {asked}")
    if not all(np.isfinite(part).all() for part in (W1, b1, w2, b2)):
        raise Unreadable("a weight or a bias is infinite or NaN; asked for: finite numbers")
    hidden = (X @ W1 + b1 > 0).astype(float)
    return (hidden @ w2 + b2 > 0).astype(int)
