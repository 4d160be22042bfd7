"""Is a gradient right? Compare it with one that needs no calculus: central differences."""

import numpy as np

CENTRAL_H = np.finfo(np.float64).eps ** (1 / 3)  # 6.1e-6: where truncation and rounding balance


def numerical_gradient(f, x, h=CENTRAL_H):
    """∂f/∂xᵢ ≈ (f(x + h eᵢ) - f(x - h eᵢ)) / (2h) for every entry of x, of any shape, in float64.

    f: array shaped like x -> number. x is left unchanged. The truncation error grows as h², the
    rounding error as ε/h: they balance near h = ε^(1/3), the default. Costs two calls of f for
    each entry of x. Source: Nocedal & Wright 2006, section 8.1.
    """
    x = np.array(x, dtype=np.float64)  # a copy: the caller's x is not touched
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        centre = x[i]
        x[i] = centre + h
        above = f(x)
        x[i] = centre - h
        below = f(x)
        x[i] = centre
        gradient[i] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    """‖a - b‖ / max(‖a‖, ‖b‖); 0 when both are 0. Below 1e-6, two gradients agree."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError(f"the two gradients have shapes {a.shape} and {b.shape}")
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)
