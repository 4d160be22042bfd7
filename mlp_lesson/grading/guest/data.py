"""Data of the right form for a learner's own trials: the real digits stay outside."""

from typing import NamedTuple

import numpy as np


class ImageData(NamedTuple):
    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


def load_mnist(*, flat=True):
    """Ten patterns in noise instead of digits: 2000 to train on, 500 to test with."""
    rng = np.random.default_rng(0)
    patterns = rng.random((10, 28, 28)) < 0.2
    y = rng.integers(10, size=2500)
    noise = rng.random((len(y), 28, 28))
    images = (np.where(patterns[y], noise, 0.1 * noise)).astype(np.float32)
    images = images.reshape(len(y), 784) if flat else images
    return ImageData(images[:2000], y[:2000], images[2000:], y[2000:])


load_fashion_mnist = load_mnist


def moons(n, noise, rng):
    """Two half circles of radius 1, each reaching into the other."""
    y = rng.permutation(np.arange(n) % 2)
    angle = rng.uniform(0, np.pi, n)
    X = np.column_stack([np.cos(angle), np.sin(angle)])
    X[y == 1] = [1, 0.5] - X[y == 1]
    return X + rng.normal(0, noise, (n, 2)), y


def circles(n, noise, rng):
    """A circle of radius 1 (class 0) around one of radius 1/2."""
    y = rng.permutation(np.arange(n) % 2)
    angle = rng.uniform(0, 2 * np.pi, n)
    X = np.where(y, 0.5, 1)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X + rng.normal(0, noise, (n, 2)), y
