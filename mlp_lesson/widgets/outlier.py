"""A point that can be dragged away, and what mean, median and Huber's answer make of it."""

from typing import NamedTuple

import numpy as np

from . import _canvas as ui

OTHERS = np.array([3.2, 4.0, 4.6, 5.4, 6.0, 6.8])  # six measurements that agree; their mean is 5
LIMIT = 20.0
LEVEL = 1.0  # height at which the points are drawn
ROWS = [  # loss, its answer's name, how and at what height it is drawn
    ("squared", "mean", ui.BLUE, "circle", 4.0),
    ("absolute", "median", ui.ORANGE, "square", 3.1),
    ("Huber", "Huber", ui.PURPLE, "diamond", 2.2),
]


class State(NamedTuple):
    outlier: float = 12.0
    threshold: float = 1.0


def huber_center(x, threshold):
    """The constant c with the least Huber loss: Σ clip(xᵢ - c, -t, t) = 0, exactly.

    That sum falls as c grows, and is straight between the places xᵢ ± t. With an odd number of
    points it is zero at one c only.
    """
    c = np.sort(np.concatenate([x - threshold, x + threshold]))
    pull = np.clip(x[:, None] - c, -threshold, threshold).sum(axis=0)
    return float(np.interp(0, pull[::-1], c[::-1]))


def answers(state):
    """{name: the constant for which that loss is smallest}."""
    x = np.append(OTHERS, state.outlier)
    return {
        "squared": float(x.mean()),
        "absolute": float(np.median(x)),
        "Huber": huber_center(x, state.threshold),
    }


def update(state, name, value):
    if name == "line":  # pressed or dragged in the panel: [x, height]
        return state._replace(outlier=float(np.clip(round(value[0], 1), 0, LIMIT)))
    return state._replace(**{name: value})


def draw(state):
    best, t = answers(state), state.threshold
    low, high = best["Huber"] - t, best["Huber"] + t
    marks = [
        ui.Area([low, high, high, low], [0.6, 0.6, 1.4, 1.4], ui.PURPLE, 0.2),
        ui.Line([0, LIMIT], [LEVEL, LEVEL], ui.INK, 1.5),
    ]
    for at in range(0, 21, 5):
        marks.append(ui.Text(at, 0.3, str(at)))
    for loss, name, colour, shape, height in ROWS:
        at = best[loss]
        marks += [
            ui.Line([at, at], [LEVEL, height], colour, 3, dashed=name == "median"),
            ui.Points([at], [height], colour, shape, 13),
            ui.Text(0, height, f"{name} {ui.number(at)}", size=15, align="left", bold=True),
        ]
    marks += [
        ui.Points(OTHERS, np.full(len(OTHERS), LEVEL), ui.GREY),
        ui.Points([state.outlier], [LEVEL], ui.RED, "square", 16),
    ]
    panel = ui.Panel(
        (-0.5, LIMIT + 0.5), (0, 4.5), marks, "Drag the red point", name="line",
        width=680, height=210, axes=False,
        alt=f"Six points between 3.2 and 6.8 and a red one at {ui.number(state.outlier, 1)}. "
        f"Mean {ui.number(best['squared'])}, median {ui.number(best['absolute'])}, "
        f"Huber {ui.number(best['Huber'])}.",
    )  # fmt: skip
    controls = [
        ui.Slider("outlier", "red point", state.outlier, 0, LIMIT, 0.1),
        ui.Slider("threshold", "threshold θ", t, 0.1, 15, 0.1),
    ]
    return ui.View([panel], _readout(state, best), controls)


def _readout(state, best):
    numbers = (
        f"red point at {ui.number(state.outlier, 1)}     "
        f"mean {ui.number(best['squared'])} (squared error)     "
        f"median {ui.number(best['absolute'])} (absolute)     "
        f"Huber {ui.number(best['Huber'])}"
    )
    errors = np.abs(np.append(OTHERS, state.outlier) - best["Huber"])
    inside = int(np.sum(errors <= state.threshold + 1e-9))
    words = f"Huber squares the errors of {inside} of 7 points: those in the shaded band."
    if inside == 7:
        words = "No error is beyond the threshold: Huber's answer is the mean."
    if best["squared"] > OTHERS.max() + 1e-9:
        words += " One point has pulled the mean beyond all the other six."
    return f"{numbers}\n{words}"


def outlier(at=12.0, threshold=1.0):
    """Show the best constant for squared, absolute and Huber loss; one of the points can be moved.

    at: where the movable point begins, 0 to 20; threshold: where the Huber loss turns straight.
    """
    state = State(at, threshold)
    best = answers(state)
    ui.show(
        state, update, draw,
        caption=f"Six points near 5 and one at {ui.number(at, 1)}: mean "
        f"{ui.number(best['squared'])}, median {ui.number(best['absolute'])}, "
        f"Huber {ui.number(best['Huber'])}.",
        invitation="To drag it",
    )  # fmt: skip
