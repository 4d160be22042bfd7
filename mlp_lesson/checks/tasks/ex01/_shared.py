"""What the tasks of exercise 01 share."""

import numpy as np


def has_parts(args, value, number):
    """Is value a list or tuple of so many parts, with arrays w and b of their right shapes?"""
    d = args[0].shape[-1]  # the number of inputs: w or X comes first
    fits = isinstance(value, list | tuple) and len(value) == number
    fits = fits and isinstance(value[0], np.ndarray) and value[0].shape == (d,)
    return fits and np.shape(value[1]) == ()


def w_first(args, value):
    """False where the second part looks like w, and the first does not."""
    if not isinstance(value, list | tuple) or len(value) < 2:
        return True
    return not (np.shape(value[0]) == () and np.shape(value[1]) == args[0].shape[-1:])
