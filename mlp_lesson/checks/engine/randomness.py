"""Does a training draw random numbers from anything but the rng that it is given?"""

import contextlib
import random

import numpy as np

NOT_FROM_RNG = (
    "Not every random number comes from `rng`: there is a generator of your own, such as "
    "`np.random.default_rng(0)`, or `np.random` or `random` itself is used. Draw the first weights "
    "and every shuffle from the rng that is handed in."
)


def draws_elsewhere(fit, X, y, rng):
    """True if fit(X, y, rng) makes a generator whatever rng gives, or uses one of nobody's."""
    moved, seeds = False, []
    for _ in range(2):
        np.random.random(), random.random()  # so a state that is set to the same again is seen too
        before = _states_elsewhere()
        rng.random()  # so a seed that is drawn from rng is another one the second time
        with _watched_seeds() as seen, contextlib.suppress(Exception):  # too few rows for it
            fit(X.copy(), y.copy(), rng)
        seeds.append(seen)
        moved = moved or _states_elsewhere() != before
    return moved or bool(seeds[0] & seeds[1])


@contextlib.contextmanager
def _watched_seeds():
    """What is handed to np.random.default_rng meanwhile, as a set of texts; not generators."""
    make, seeds = np.random.default_rng, set()

    def default_rng(seed=None):
        if not isinstance(seed, np.random.Generator | np.random.BitGenerator):
            seeds.add(str(seed))
        return make(seed)

    np.random.default_rng = default_rng
    try:
        yield seeds
    finally:
        np.random.default_rng = make


def _states_elsewhere():
    """Of the generators that belong to nobody: they change when a number is drawn."""
    kind, keys, *others = np.random.get_state()
    return random.getstate(), kind, keys.tobytes(), *others
