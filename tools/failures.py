"""The atlas's study: mlp_lesson/bundled/failures.npz, made anew. Two to five minutes on one core.

    python tools/failures.py

Every failure is run with 20 seeds for reference and with 20 others; each of these gets the name of
the nearest run of reference (mlp_lesson/failures/study.py). Prints how many names were right.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from tqdm import tqdm

from mlp_lesson.failures.catalogue import HEALTHY, failures, recipe_of
from mlp_lesson.failures.measures import measures
from mlp_lesson.failures.recipe import run
from mlp_lesson.failures.study import FILE, names_of

REFERENCE, FRESH = range(20), range(100, 120)


def measured(kinds, seeds):
    """(kinds, seeds, measures)"""
    return np.array([
        [list(measures(run(recipe_of(kind), seed)).values()) for seed in seeds]
        for kind in tqdm(kinds)
    ])  # fmt: skip


def main():
    kinds = [*failures(), HEALTHY]
    reference = measured(kinds, REFERENCE).astype(np.float16).astype(float)  # as it is stored
    fresh = measured(kinds, FRESH)
    tables = {}
    for table, facts in (("taken_for", True), ("pictures_only", False)):
        found = names_of(fresh.reshape(-1, fresh.shape[-1]), reference, facts=facts)
        counts = np.zeros((len(kinds), len(kinds)), np.uint8)
        np.add.at(counts, (np.repeat(np.arange(len(kinds)), len(FRESH)), found), 1)
        tables[table] = counts
        right = np.diag(counts)
        print(f"{table}: {right.sum()} of {counts.sum()} right; least {right.min()}")
        for i, j in np.argwhere(counts - np.diag(right)):
            print(f"  {kinds[i]} taken for {kinds[j]}: {counts[i, j]}")
    np.savez_compressed(FILE, kinds=kinds, reference=reference.astype(np.float16), **tables)


if __name__ == "__main__":
    main()
