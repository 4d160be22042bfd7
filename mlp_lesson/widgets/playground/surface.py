"""The loss around a network: a map over two of the many directions in which its weights can go.

A random direction is made as long as what it changes, unit by unit, so that maps of networks with
small and large weights can be compared (Li et al. 2018, Visualizing the loss landscape of neural
nets, NeurIPS).
"""

import numpy as np

from ...network import Layer, forward
from .. import _canvas as ui
from .problem import examples
from .training import Frame, activation_of, loss_of, start

SIDE = 25  # losses along each side of the map
SIZE = 240  # pixels


def flat(params):
    """All weights and biases as one vector (n,)."""
    return np.concatenate([array.ravel() for layer in params for array in layer])


def _layers(vector, like):
    """The vector (n,) as layers of the shapes of `like`."""
    ends = np.cumsum([array.size for layer in like for array in layer])[:-1]
    pieces = iter(np.split(vector, ends))
    return [Layer(next(pieces).reshape(W.shape), next(pieces)) for W, _ in like]


def _random(params, rng):
    """A random direction (n,): what it adds to a unit is as long as the unit's weights."""
    drawn = []
    for W, b in params:
        unit, d = np.vstack([W, b]), rng.normal(size=(len(W) + 1, len(b)))
        d *= np.linalg.norm(unit, axis=0) / np.linalg.norm(d, axis=0)
        drawn.append(Layer(d[:-1], d[-1]))
    return flat(drawn)


def directions(frame, draw):
    """(d1, d2), each (n,), at right angles: from the start to here, and a random one.

    At the start itself both are random.
    """
    rng, here = np.random.default_rng(draw), flat(frame.params)
    d1 = here - flat(start(frame.setup).params)
    if not d1.any():
        d1 = _random(frame.params, rng)
    d2 = _random(frame.params, rng)
    length = d1 @ d1 or 1.0
    return d1, d2 - (d2 @ d1) / length * d1


def around(frame: Frame, draw: int = 0, reach: float = 1.5) -> np.ndarray:
    """The training loss (SIDE, SIDE) at here + a·d1 + b·d2; a grows by column, b falls by row.

    a and b go from -reach to reach; (0, 0) is the network itself, (-1, 0) its start.
    """
    A, Y, _, _ = examples(frame.setup)
    loss, f = loss_of(frame.setup).value_and_delta, activation_of(frame.setup).f
    (d1, d2), here = directions(frame, draw), flat(frame.params)
    side = np.linspace(-reach, reach, SIDE)
    with np.errstate(all="ignore"):
        return np.array([
            [loss(forward(_layers(here + a * d1 + b * d2, frame.params), A, f)[0], Y)[0]
             for a in side]
            for b in side[::-1]
        ])  # fmt: skip


def panel(frame, film, draw, reach):
    """The map as a picture, low in blue, with the way of the training, as far as it lies in it."""
    losses = around(frame, draw, reach)
    with np.errstate(all="ignore"):
        logs = np.log10(losses)
        logs = np.nan_to_num(logs, nan=9.0, posinf=9.0, neginf=-9.0)
    low, high = logs.min(), logs.max()
    tinted = ui.shade((logs - low) / max(high - low, 1e-12), 0.8)
    way = _way(frame, film, directions(frame, draw))
    return ui.Panel(
        x=(-reach, reach), y=(-reach, reach), title="loss surface",
        marks=[ui.Image(tinted, (-reach, reach) * 2, True), ui.Line(*way.T, ui.INK, 2),
               ui.Points(np.zeros(1), np.zeros(1), ui.BLUE)],
        xlabel="start → here" if frame.epoch else "random", ylabel="random",
        width=SIZE, height=SIZE,
        alt=f"The training loss around the network, over two directions: here {frame.train:.3g}; "
        f"in the map from {losses.min():.3g} to {losses.max():.3g}.",
    )  # fmt: skip


def _way(frame, film, both):
    """The places (n, 2) of the film's networks that have the same units."""
    here, kind = flat(frame.params), _units(frame)
    steps = [flat(f.params) - here for f in film if _units(f) == kind]
    return np.array([[step @ d / (d @ d or 1.0) for d in both] for step in steps])


def _units(frame):
    return frame.setup.features, [W.shape for W, _ in frame.params]
