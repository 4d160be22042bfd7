"""The four pictures of the playground: network, answers, losses, gradients."""

from functools import lru_cache

import numpy as np

from ...network import forward
from .. import _canvas as ui
from . import problem
from .problem import REACH
from .training import activation_of, loss_of, lost, marked

SIDE = 40  # pixels along the map of the answers; those of the units have half of it
COLOURS, SHAPES = (ui.BLUE, ui.ORANGE, ui.PURPLE), ("circle", "square", "diamond")
LAYER_COLOURS = (ui.BLUE, ui.ORANGE, ui.RED, ui.PURPLE, ui.GREY, ui.VIOLET)
BOX = (-REACH, REACH)
COLUMN, HEIGHT, UNIT = 92, 270, 28  # pixels of the drawing of the network
NAMED = -16  # down to there, for the names of the activations
PLOT, CURVE = 240, 185  # pixels of the others: with two hidden layers they make two rows
THICKNESS = (0.5, 1, 2, 3.5, 5.5)  # of an edge, for |w| up to
UP_TO = (0.1, 0.5, 1, 2)


@lru_cache(maxsize=8)
def _plane(features):
    side = np.linspace(*BOX, SIDE)
    plane = np.stack(np.meshgrid(side, side[::-1]), axis=-1).reshape(-1, 2)
    return problem.featured(plane, features)


def pictures(frame, film, last):
    """The panels of one frame, with the curves of the film up to it.

    last(frame, film): the fourth of them, gradients or the loss surface
    """
    setup = frame.setup
    with np.errstate(all="ignore"):
        Z, cache = forward(frame.params, _plane(setup.features), activation_of(setup).f)
        answers = loss_of(setup).head(Z)
    return [network(frame, cache.A, answers), plane(frame, answers), losses(frame, film),
            last(frame, film)]  # fmt: skip


# ---- the network ----


def network(frame, activations, answers):
    """Each unit as a map of the plane, each weight as a line between two."""
    setup, layers = frame.setup, [*activations, answers]
    places = [_column(l, A.shape[1]) for l, A in enumerate(layers)]
    marks, faults = _edges(frame.params, places), marked(frame)
    marks.append(_frames(sum(places, []), "#666666", 3))
    for l, (A, column) in enumerate(zip(layers, places, strict=True)):
        for unit, (x, y) in enumerate(column):
            values = np.nan_to_num(A[:, unit].reshape(SIDE, SIDE)[::2, ::2])
            marks += _unit(x, y, values, faults.get((l - 1, unit), ""))
    marks += _names(setup, places)
    width = COLUMN * (len(places) - 1) + 130
    sizes = "-".join(str(len(column)) for column in places)
    return ui.Panel(
        x=(0, width), y=(NAMED, HEIGHT), marks=marks, title=f"network {sizes}", axes=False,
        alt=f"The network {sizes} at epoch {frame.epoch}, each unit as a map of the plane; "
        f"{_activation_words(setup)}blue lines are negative weights, orange ones positive, "
        f"the thickest {ui.number(_thickest(frame.params))}. {fault_words(faults)}",
        width=width, height=HEIGHT - NAMED,
    )  # fmt: skip


def _names(setup, places):
    """What goes in on the left, comes out on the right, and is done in the layers between."""
    for (x, y), name in zip(places[0], setup.features, strict=True):
        yield ui.Text(x - 20, y, name, size=13, align="right")
    answers = ["value"] if problem.is_regression(setup) else range(len(places[-1]))
    for (x, y), name in zip(places[-1], answers, strict=True):
        yield ui.Text(x + 20, y, str(name), size=13, align="left")
    for column, name in zip(places[1:-1], problem.activations(setup), strict=True):
        yield ui.Text(column[0][0], NAMED / 2, name, size=12)


def _activation_words(setup):
    """The activations of the hidden layers, once if all have the same."""
    names = problem.activations(setup)
    names = names if isinstance(setup.activation, tuple) else names[:1]
    return f"activation {', '.join(names)}; " if names else ""


def _thickest(params):
    """The weight that is largest in size, with its sign."""
    return max((w for W, _ in params for w in (W.min(), W.max())), key=abs)


def _column(l, n):
    """The places of n units, one below the other."""
    x, gap = 85 + COLUMN * l, min(42, (HEIGHT - 4) / n)
    top = HEIGHT / 2 + gap * (n - 1) / 2
    return [(x, top - gap * i) for i in range(n)]


def _edges(params, places):
    """All weights, as few lines as there are colours and thicknesses."""
    ways = {}
    for (W, _), tails, heads in zip(params, places, places[1:], strict=False):
        thickness = np.digitize(np.nan_to_num(np.abs(W)), UP_TO)
        for k, positive in np.unique([thickness.ravel(), (W > 0).ravel()], axis=1).T:
            pairs = np.argwhere((thickness == k) & ((W > 0) == positive) & (W != 0))
            ends = np.full((len(pairs), 3, 2), np.nan)
            ends[:, 0] = np.array(tails)[pairs[:, 0]] + (UNIT / 2, 0)
            ends[:, 1] = np.array(heads)[pairs[:, 1]] - (UNIT / 2, 0)
            ways.setdefault((k, positive), []).append(ends.reshape(-1, 2))
    return [
        ui.Line(*np.concatenate(ends).T, ui.ORANGE if positive else ui.BLUE, THICKNESS[k])
        for (k, positive), ends in sorted(ways.items())
    ]


def _unit(x, y, values, fault):
    """The map of one unit, with a red frame and a word if something is wrong with it."""
    half, largest = UNIT / 2, np.abs(values).max() or 1.0
    rgba = ui.shade(0.5 + values / largest / 2, 0.8)
    marks = [ui.Image(rgba, (x - half, x + half, y - half, y + half), True)]
    if fault:
        marks += [_frames([(x, y)], ui.RED, 3), ui.Text(x, y, fault, ui.RED, 12, bold=True)]
    return marks


def _frames(places, colour, width):
    """A square around each place, all in one line."""
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1), (np.nan, np.nan)]) * UNIT / 2
    return ui.Line(*(np.array(places)[:, None] + corners).reshape(-1, 2).T, colour, width)


def fault_words(faults):
    """Which hidden units are dead or saturated, in a sentence; "" if none is."""
    kinds = {}
    for (l, unit), fault in faults.items():
        kinds.setdefault(fault, []).append(f"{unit + 1} of layer {l + 1}")
    return " ".join(f"{kind.capitalize()}: unit {', '.join(k)}." for kind, k in kinds.items())


# ---- what it answers ----


def plane(frame, answers):
    """The map of the answers, training points filled, test points hollow."""
    setup, train = frame.setup, problem.is_train(frame.setup)
    X, y = problem.dataset(setup)
    marks = [ui.Image(_tinted(setup, answers), (*BOX, *BOX), True)]
    for level, colour, shape in _kinds(setup, y):
        for chosen, filled, size in ((level & ~train, False, 7), (level & train, True, 9)):
            if chosen.any():
                edge = ui.INK if filled else colour
                marks.append(ui.Points(*X[chosen].T, colour, shape, size, edge, filled))
    return ui.Panel(
        x=BOX, y=BOX, marks=marks, title="answers", xlabel="x₁", ylabel="x₂", name="plane",
        alt=f"The plane tinted by the network's answers at epoch {frame.epoch}, test loss "
        f"{frame.test:.3g}, with {len(y)} points, {train.sum()} of them for training (filled).",
        width=PLOT, height=PLOT,
    )  # fmt: skip


def _tinted(setup, answers):
    answers = np.nan_to_num(answers)
    if problem.is_regression(setup):
        return ui.shade((answers.reshape(SIDE, SIDE) + 1) / 2)
    k, P = answers.shape[1], np.clip(answers, 0, 1)
    sure = (P.max(axis=1) - 1 / k) / (1 - 1 / k)
    pale = np.array([ui.pale(colour, 0.45) for colour in COLOURS[:k]], dtype=float)
    rgba = 255 + np.clip(sure, 0, 1)[:, None] * (pale[P.argmax(axis=1)] - 255)
    return np.round(rgba).astype(np.uint8).reshape(SIDE, SIDE, 4)


def _kinds(setup, y):
    """(which points, colour, shape) of the classes; of values, those below 0 and those above."""
    if problem.is_regression(setup):
        return [(y < 0, COLOURS[0], "circle"), (y >= 0, COLOURS[1], "square")]
    return [(y == k, COLOURS[k], SHAPES[k]) for k in range(problem.n_outputs(setup))]


# ---- curves ----


def losses(frame, film):
    """The losses by epoch, train and test, as powers of ten."""
    values = {"train": [f.train for f in film], "test": [f.test for f in film]}
    colours = {"train": ui.BLUE, "test": ui.ORANGE}
    return _curves(
        frame, film, {name: (colours[name], v) for name, v in values.items()},
        "loss", f"The losses by epoch: now train {frame.train:.3g}, test {frame.test:.3g}.",
    )  # fmt: skip


def gradients(frame, film):
    """The length of each layer's gradient by epoch; layers come and go with the set-up."""
    layers = {
        f"layer {l + 1}": (
            LAYER_COLOURS[l],
            [f.norms[l] if l < len(f.norms) else np.nan for f in film],
        )
        for l in range(len(frame.norms))
    }
    now = ", ".join(f"{n:.2g}" for n in frame.norms)
    alt = f"The length of each layer's gradient by epoch: now {now}."
    return _curves(frame, film, layers, "gradient of each layer", alt)


def _curves(frame, film, curves, title, alt):
    epochs = np.array([f.epoch for f in film])
    logs = {name: (c, _logs(v)) for name, (c, v) in curves.items()}
    known = np.concatenate([v[np.isfinite(v)] for _, v in logs.values()])
    low, high = (np.floor(known.min()), np.ceil(known.max())) if len(known) else (-1, 0)
    high, right = max(high, low + 1), max(10, epochs[-1])
    marks = [ui.Line(epochs, v, colour, 2.5) for colour, v in logs.values()]
    marks.append(ui.Line([frame.epoch] * 2, [low, high], ui.GREY, 1, True))
    for i, (name, (colour, _)) in enumerate(logs.items()):
        y = high - (high - low) * (0.06 + 0.08 * i)
        marks.append(ui.Line([0.9 * right, 0.97 * right], [y, y], colour, 4))
        marks.append(ui.Text(0.88 * right, y, name, size=12, align="right"))
    return ui.Panel(
        x=(0, right), y=(low, high), marks=marks, title=title, xlabel="epoch", ylabel="log₁₀",
        alt=alt, width=CURVE, height=PLOT,
    )  # fmt: skip


def _logs(values):
    with np.errstate(all="ignore"):
        logs = np.log10(np.array(values, dtype=float))
    return np.where(np.isfinite(logs), np.clip(logs, -8, 9), np.nan)


def words(frame):
    """Where the training stands, in one line."""
    setup = frame.setup
    count = sum(W.size + b.size for W, b in frame.params)
    line = f"Epoch {frame.epoch}: train loss {frame.train:.4f}, test loss {frame.test:.4f}"
    if not np.isnan(frame.right):
        line += f", {frame.right:.1%} of the test points right"
    if lost(frame):
        line = f"Epoch {frame.epoch}: the loss is {frame.train:.3g}: lost"
    sizes = "-".join(map(str, problem.sizes(setup)))
    return f"{line}. {sizes}: {count} weights and biases. {fault_words(marked(frame))}"
