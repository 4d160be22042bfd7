"""How well the measures tell the failures apart: a stored study, made by tools/failures.py.

Runs of 20 seeds of each failure are the reference; runs of 20 other seeds are given the name of
the nearest of them, each measure divided by its standard deviation.
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from ..data import BUNDLED
from .catalogue import HEALTHY
from .measures import MEASURES_OF_FACTS

FILE = BUNDLED / "failures.npz"


class Study(NamedTuple):
    """k kinds (the failures, and HEALTHY), d measures."""

    kinds: list  # ids
    reference: np.ndarray  # (k, 20, d)
    taken_for: np.ndarray  # (k, k): fresh runs of the row's kind, by the name that they got
    pictures_only: np.ndarray  # the same without what the line below the picture says


@cache
def study() -> Study:
    """The stored Study."""
    with np.load(FILE) as stored:
        return Study(
            stored["kinds"].tolist(), stored["reference"].astype(float),
            stored["taken_for"], stored["pictures_only"],
        )  # fmt: skip


def names_of(runs: np.ndarray, reference: np.ndarray, *, facts: bool = True) -> np.ndarray:
    """For each run (n, d) the row of the reference (k, s, d) in which its nearest run stands."""
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    k, seeds, d = reference.shape
    used = slice(0 if facts else MEASURES_OF_FACTS, d)
    nearest = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=1))
    nearest.fit(reference.reshape(-1, d)[:, used], np.repeat(np.arange(k), seeds))
    return nearest.predict(runs[:, used])


def look_alikes(id: str) -> list[str]:
    """All other failures: first those that this one is taken for, then the nearest."""
    kinds, reference, taken_for, pictures_only = study()
    spread = reference.std(axis=(0, 1))
    middles = reference.mean(axis=1)[:, spread > 0] / spread[spread > 0]
    me = kinds.index(id)
    distance = np.sum((middles - middles[me]) ** 2, axis=1)
    taken = (taken_for + pictures_only)[me]
    others = [i for i in np.lexsort((distance, -taken)) if i != me and kinds[i] != HEALTHY]
    return [kinds[i] for i in others]
