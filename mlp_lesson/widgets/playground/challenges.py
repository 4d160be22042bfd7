"""Reach a test loss with the fewest weights: what is asked, and the best answer known."""

from typing import Any, NamedTuple

import numpy as np

from .problem import FEATURES, Setup


class Challenge(NamedTuple):
    """given: the fields of a Setup that may not be changed; best reaches the loss in epochs."""

    words: str
    given: dict[str, Any]
    features: tuple  # those allowed
    target: float
    best: Setup
    epochs: int


_POINTS = {"data": "circles", "points": 300, "noise": 0.1, "train_share": 0.5, "data_seed": 0}
_SPIRALS = {**_POINTS, "data": "spirals", "noise": 0.05}
_WAVES = ("x1", "x2", "x1²", "x2²", "sin 2x1", "sin 2x2")


def _ask(given, allowed, target, **best):
    """A Challenge whose best answer takes Adam at rate 0.03 and these settings."""
    kind = "x1 and x2 alone" if len(allowed) == 2 else "any features"
    words = f"Bring the test loss to {target} with as few weights and biases as you can, {kind}."
    setup = Setup(**given, rule="Adam", rate=0.03, **best)
    return Challenge(words, given, allowed, target, setup, 300)


_BOTH = ("x1", "x2")
CHALLENGES: dict[str, Challenge] = {
    "circles": _ask(_POINTS, _BOTH, 0.1, hidden=(3,), seed=1),
    "moons": _ask({**_POINTS, "data": "moons"}, _BOTH, 0.05, hidden=(3,), seed=3),
    "circles, any features": _ask(
        _POINTS, tuple(FEATURES), 0.1, hidden=(), features=("x1²", "x2²")
    ),
    "spirals, any features": _ask(
        _SPIRALS, tuple(FEATURES), 0.1, hidden=(3,), seed=2, features=_WAVES
    ),
}


def weights(frame):
    """How many numbers the network has: weights and biases."""
    return sum(W.size + b.size for W, b in frame.params)


def accepted(setup, challenge):
    """Whether the set-up keeps to the rules of the challenge."""
    given = all(getattr(setup, name) == value for name, value in challenge.given.items())
    return given and set(setup.features) <= set(challenge.features)


def reached(frame, challenge):
    return accepted(frame.setup, challenge) and frame.test <= challenge.target


def fewest(challenge):
    """The weights and biases of the best answer known."""
    layers = [len(challenge.best.features), *challenge.best.hidden, 2]
    return int(sum(np.add(layers[:-1], 1) * layers[1:]))


def said(frame, challenge):
    """What is asked, and how far the frame is, in words."""
    rule = f"{challenge.words} Best known to the course: {fewest(challenge)}."
    if not accepted(frame.setup, challenge):
        return f"{rule} You have changed the data or the features that were given."
    if not reached(frame, challenge):
        return f"{rule} The test loss now: {frame.test:.3f}."
    n = weights(frame)
    if n < fewest(challenge):
        return f"{rule} You did it with {n}: better than the best known!"
    return f"{rule} You did it with {n}" + (", as few." if n == fewest(challenge) else ".")
