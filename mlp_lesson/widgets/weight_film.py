"""W7, a film of the weights: a layer's units as pictures, epoch after epoch, all on one scale."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from matplotlib import colormaps

from ..activations import ACTIVATIONS, relu
from ..data import load_mnist
from ..losses import one_hot, softmax_cross_entropy
from ..network import Layer, forward, he_normal, init_params
from ..optimizers import sgd
from ..plots import DIVERGING
from ..train import train
from . import _canvas as ui

SHOWN = 16  # units at a time
TICK = 300  # ms from one epoch to the next
LIVE_EPOCHS, LIVE_ROWS, LIVE_UNITS = 30, 10_000, 32
LIVE_LIMITS = (0.25, 1.2)  # what its weights grow to: the scale is fixed before they do
WITHIN = 0.995  # the share of a layer's weights inside the scale of a film that is passed in


class Shot(NamedTuple):
    """The network when an epoch ends; before the first its loss and accuracy are not known."""

    params: tuple  # of Layers
    loss: float | None = None
    accuracy: float | None = None


class State(NamedTuple):
    shots: tuple  # by epoch, from 0: before training
    limits: tuple  # by layer: the colours span -limit..limit in every epoch
    size: tuple  # (height, width) of an input image
    record: Callable | None = None  # (shot, number) -> the Shot of that epoch; None: all is there
    epoch: int = 0
    layer: int = 0
    first: int = 0  # the first of the units that are shown
    playing: bool = False


def ended(state):
    """Is the present epoch the last there will be?"""
    return state.epoch == len(state.shots) - 1 and (
        state.record is None or state.epoch >= LIVE_EPOCHS
    )


def forward_one(state):
    """The state one epoch on, which is recorded first where it is not there yet."""
    if ended(state):
        return state._replace(playing=False)
    state = state._replace(epoch=state.epoch + 1)
    if state.epoch == len(state.shots):
        state = state._replace(shots=(*state.shots, state.record(state.shots[-1], state.epoch)))
    return state._replace(playing=state.playing and not ended(state))


def layer_names(state):
    n = len(state.shots[0].params)
    return [f"into hidden layer {l}" for l in range(1, n)] + ["into the outputs"]


def groups(state):
    """The units of the layer in groups: {"0 to 15": 0, "16 to 31": 16, ...}."""
    n = len(state.shots[0].params[state.layer].b)
    starts = range(0, n, SHOWN)
    return {f"{start} to {min(start + SHOWN, n) - 1}": start for start in starts}


def moved(state):
    """‖w - w at the start‖ for each unit of the layer, its bias left out: (n_units,)."""
    now, start = (state.shots[e].params[state.layer].W for e in (state.epoch, 0))
    return np.linalg.norm(now - start, axis=0)


def update(state, name, value):
    match name:
        case "epoch":
            return state._replace(epoch=int(value), playing=False)
        case "layer":
            return state._replace(layer=layer_names(state).index(value), first=0)
        case "units":
            return state._replace(first=groups(state)[value])
        case "play":
            again = state._replace(epoch=0) if ended(state) and not state.playing else state
            return again._replace(playing=not state.playing)
        case "step":
            return forward_one(state._replace(playing=False))
        case "tick":
            return forward_one(state)
        case "reset":
            return state._replace(epoch=0, playing=False)
    raise ValueError(f"no control is called {name!r}")


def draw(state):
    names, last = layer_names(state), len(state.shots) - 1
    controls = [
        ui.Slider("epoch", "epoch", state.epoch, 0, max(last, 1), 1, last > 0),
        ui.Button("play", "Pause" if state.playing else "Play"),
        ui.Button("step", "Step", not ended(state)),
        ui.Button("reset", "Back to the start", state.epoch > 0),
        ui.Choice("layer", "weights", names[state.layer], names),
        ui.Choice("units", "units", _group(state), list(groups(state))),
    ]
    tick = TICK if state.playing else None
    return ui.View([_pictures(state), _curves(state)], _readout(state), controls, tick)


def _group(state):
    return next(words for words, start in groups(state).items() if start == state.first)


def _pictures(state):
    """The weights into each unit, laid out as pixels are, or as a strip where there are none."""
    W, limit = state.shots[state.epoch].params[state.layer].W, state.limits[state.layer]
    units = range(state.first, min(state.first + SHOWN, W.shape[1]))
    as_images = state.layer == 0 and len(W) == np.prod(state.size)
    marks, high = _scale(limit), 4 / len(units)
    for place, (unit, distance) in enumerate(zip(units, moved(state)[units], strict=True)):
        if as_images:
            x, y = place % 4, 3 - place // 4
            extent, at = (x + 0.06, x + 0.94, y, y + 0.82), (x + 0.06, y + 0.91)
        else:
            y = 4 - (place + 1) * high
            extent, at = (0.9, 3.94, y + 0.1 * high, y + 0.9 * high), (0.06, y + 0.5 * high)
        picture = W[:, unit].reshape(state.size if as_images else (1, -1))
        words = f"unit {unit} · {ui.number(distance, 1)}"
        marks.append(ui.Image(coloured(picture, limit), extent))
        marks.append(ui.Text(*at, words, align="left", size=13))
    return ui.Panel(
        x=(0, 4), y=(-0.4, 4), marks=marks, width=420, height=462, axes=False,
        title=f"Weights {layer_names(state)[state.layer]}, epoch {state.epoch}",
        alt=f"The weights {layer_names(state)[state.layer]} at epoch {state.epoch}, units "
        f"{_group(state)}: red where positive, blue where negative, white at zero.",
    )  # fmt: skip


def coloured(weights, limit):
    """Weights (rows, columns) -> rgba for an Image: blue at -limit and below, white at 0, red."""
    return colormaps[DIVERGING](0.5 + weights / (2 * limit), bytes=True)


def _scale(limit):
    """The colours below the pictures, with the weights that they stand for."""
    ends = [ui.Text(x, -0.25, words, size=13) for x, words in
            ((0.6, ui.number(-limit)), (3.4, f"+{ui.number(limit)}"))]  # fmt: skip
    bar = ui.Image(coloured(np.linspace(-limit, limit, 101)[None], limit), (1, 3, -0.32, -0.18))
    return [bar, *ends]


def _curves(state):
    """Loss and accuracy of all epochs recorded, and where the film stands."""
    past = state.shots[1:]
    most = max(len(past), 5)
    high = max([1.0, *(1.05 * shot.loss for shot in past if shot.loss is not None)])
    marks = [ui.Line([state.epoch] * 2, [0, high], ui.GREY, 1.5, dashed=True)]
    for what, colour in (("loss", ui.RED), ("accuracy", ui.BLUE)):
        values = [getattr(shot, what) for shot in past]
        if None in values or not values:
            continue
        epochs = np.arange(1, len(values) + 1)
        marks.append(ui.Line(epochs, values, colour, 2.5))
        marks.append(ui.Points(epochs[-1:], values[-1:], colour, size=5, edge=colour))
        y = values[-1] + (0.07 if what == "loss" else -0.07) * high
        marks.append(ui.Text(most, y, what, colour, align="right"))
        if state.epoch:
            marks.append(ui.Points([state.epoch], [values[state.epoch - 1]], colour))
    return ui.Panel(
        x=(0, 1.03 * most), y=(0, high), marks=marks, title="The training", xlabel="epoch",
        width=260, height=300, alt=f"Loss and accuracy by epoch, marked at epoch {state.epoch}.",
    )  # fmt: skip


def _readout(state):
    shot, distance = state.shots[state.epoch], moved(state)
    known = [
        f"{what} {ui.number(value, digits)}"
        for what, value, digits in (("loss", shot.loss, 3), ("accuracy", shot.accuracy, 3))
        if value is not None
    ]
    when = "before training" if state.epoch == 0 else ", ".join(known)
    lines = [f"Epoch {state.epoch}: {when}." if when else f"Epoch {state.epoch}."]
    if state.record and ended(state):
        lines[0] += " The recording ends here."
    if state.epoch:
        shown = slice(state.first, state.first + SHOWN)
        farthest, least = (state.first + pick(distance[shown]) for pick in (np.argmax, np.argmin))
        lines.append(
            "Beside each unit: how far its weights have moved from the start. Of those shown "
            f"unit {farthest} has moved farthest, by {ui.number(distance[farthest], 1)}, "
            f"unit {least} least, by {ui.number(distance[least], 1)}."
        )
    else:
        lines.append("Press Play, or move the slider: the numbers say how far each unit moves.")
    return "\n".join(lines)


def weight_film(
    frames: Sequence | None = None,
    losses: Sequence[float] = (),
    accuracies: Sequence[float] = (),
    *,
    size: tuple[int, int] = (28, 28),
) -> None:
    """Show the weights of a training, epoch by epoch; without frames one is recorded as it plays.

    frames      by epoch, the first before training: for each layer its (W, b), as copies
    losses, accuracies  of epoch 1, 2, ...: one fewer than frames, or none
    size        (height, width) of the images that the first layer reads
    Raises ValueError where these do not fit together.
    """
    start = _live() if frames is None else _recorded(frames, losses, accuracies, size)
    saved = start
    for _ in range(5 if frames is None else len(start.shots) - 1):
        saved = forward_one(saved)
    n = len(start.shots[0].params[0].b)
    ui.show(
        start, update, draw, saved=saved,
        caption=f"The weights into {min(n, SHOWN)} of {n} units after {saved.epoch} epochs: red "
        "for, blue against.",
        invitation="To play the film",
    )  # fmt: skip


def _recorded(frames, losses, accuracies, size):
    frames = [tuple(Layer(np.array(W, float), np.array(b, float)) for W, b in f) for f in frames]
    if not frames:
        raise ValueError("frames is empty: it needs the network before training at least")
    shapes = [[W.shape for W, _ in frame] for frame in frames]
    if any(other != shapes[0] for other in shapes):
        raise ValueError("the frames are not of one network: their weights differ in shape")
    for name, values in (("losses", losses), ("accuracies", accuracies)):
        if len(values) not in (0, len(frames) - 1):
            raise ValueError(
                f"{name} has {len(values)} entries; with {len(frames)} frames it needs "
                f"{len(frames) - 1}: one for each epoch, none for the start"
            )
    known = [[None, *values] if len(values) else [None] * len(frames)
             for values in (losses, accuracies)]  # fmt: skip
    layers = zip(*frames, strict=True)
    limits = [np.quantile([np.abs(W) for W, _ in layer], WITHIN) for layer in layers]
    return State(tuple(map(Shot, frames, *known)), tuple(limits), size)


@cache
def _live():
    """784-32-10 before it has seen a digit; its epochs are recorded when the film gets there."""
    rng = np.random.default_rng(0)
    params = init_params([784, LIVE_UNITS, 10], rng, he_normal, dtype=np.float32)
    return State((Shot(tuple(params)),), LIVE_LIMITS, (28, 28), record_digits)


def record_digits(shot, number):
    """The Shot one epoch of plain descent on digits later; the number decides the shuffle."""
    mnist = load_mnist()
    params = [Layer(*(array.copy() for array in layer)) for layer in shot.params]
    X, Y = mnist.X_train[:LIVE_ROWS], one_hot(mnist.y_train[:LIVE_ROWS], 10, np.float32)
    [epoch] = train(
        params, X, Y, activation=ACTIVATIONS["relu"], loss=softmax_cross_entropy, step=sgd, lr=0.2,
        batch_size=50, epochs=1, rng=np.random.default_rng(number),
    )  # fmt: skip
    answers = forward(params, mnist.X_test[:2000], relu)[0].argmax(axis=1)
    return Shot(tuple(params), float(epoch.loss), float(np.mean(answers == mnist.y_test[:2000])))
