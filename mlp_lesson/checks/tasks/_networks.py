"""What small networks compute that learners set by hand: (W1, b1, w2, b2), one output."""

import numpy as np

from ..engine.plain import Unreadable, describe, plain


def values_of(network, X, f):
    """f(X W1 + b1) · w2 + b2, (n,), for the rows of X; Unreadable if it is no such network."""
    W1, b1, w2, b2 = read_network(network, X.shape[1])
    return f(X @ W1 + b1) @ w2 + b2


def hidden_of(network, X):
    """The hidden units' sums X W1 + b1, (n, m), for the rows of X; Unreadable if there are none."""
    W1, b1, _, _ = read_network(network, X.shape[1])
    return X @ W1 + b1


def answers_of(network, X):
    """y (n,), 0 or 1, of a threshold network for the rows of X; Unreadable if it is none."""
    return (values_of(network, X, lambda z: (z > 0).astype(float)) > 0).astype(int)


def read_network(network, d):
    """Its (W1, b1, w2, b2) as arrays of floats, for d inputs; Unreadable if it is no network."""
    found = plain(network)
    if not isinstance(found, list | tuple) or len(found) != 4:
        asked = "asked for: four results, (W1, b1, w2, b2)"
        raise Unreadable(f"{asked}; your function returned {describe(found)}")
    try:
        W1, b1, w2, b2 = (np.array(part, dtype=float) for part in found)
    except (ValueError, TypeError):
        raise Unreadable("one of (W1, b1, w2, b2) holds other things than numbers") from None
    m = W1.shape[-1] if W1.ndim else 0
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
    return W1, b1, w2, b2
