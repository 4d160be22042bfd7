"""A threshold that moves over the scores of two classes, and what it does to both curves.

The scores of the others are normal around 0, those of the shirts around `apart`, both with spread
1. So every rate is known exactly, and all counts are those to be expected of 1,000 pictures.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import ndtr

from . import _canvas as ui

PICTURES = 1_000
SCORES = np.linspace(-3, 7, 401)  # thresholds that are drawn
OTHERS, SHIRTS = ui.BLUE, ui.ORANGE
SIZE = {"width": 235, "height": 250}


class State(NamedTuple):
    threshold: float = 1.0
    shirts: int = 100  # of 1,000 pictures
    apart: float = 2.0  # from the mean score of the others to that of the shirts


class Rates(NamedTuple):
    """At one threshold or at many: what is called, of what is a shirt and of what is none."""

    false: np.ndarray  # false positive rate
    true: np.ndarray  # true positive rate, the recall
    precision: np.ndarray


def rates(state, threshold):
    """P(score ≥ θ) = Φ(mean - θ) for both classes; precision by Bayes' rule."""
    false, true = ndtr(-threshold), ndtr(state.apart - threshold)
    hits, alarms = state.shirts * true, (PICTURES - state.shirts) * false
    return Rates(false, true, hits / (hits + alarms))


def area(state):
    """The area under the ROC curve: Φ(d/√2), the difference of two scores has spread √2."""
    return float(ndtr(state.apart / np.sqrt(2)))


def update(state, name, value):
    if name == "cut":  # pressed or dragged over the scores
        name, value = "threshold", float(np.clip(round(value[0] * 20) / 20, -3, 7))
    return state._replace(**{name: value})


def draw(state):
    controls = [
        ui.Slider("threshold", "threshold θ", state.threshold, -3, 7, 0.05),
        ui.Slider("shirts", "shirts in 1,000", state.shirts, 1, 500, 1),
        ui.Slider("apart", "how far apart", state.apart, 0, 4, 0.1),
    ]
    return ui.View([_scores(state), _roc(state), _precision(state)], _readout(state), controls)


def _scores(state):
    marks = []
    for mean, colour in ((0, OTHERS), (state.apart, SHIRTS)):
        height = np.exp(-((SCORES - mean) ** 2) / 2) / np.sqrt(2 * np.pi)
        called = SCORES >= state.threshold
        x = SCORES[called]
        marks.append(ui.Area([x[0], *x, x[-1]], [0, *height[called], 0], colour, 0.3))
        marks.append(ui.Line(SCORES, height, colour, dashed=mean > 0))
    marks += [
        ui.Line([state.threshold] * 2, (0, 0.46), ui.INK, 2),
        ui.Text(0, 0.43, "others", size=13),
        ui.Text(max(2.2, state.apart), 0.43, "shirts", size=13),
    ]
    return ui.Panel(
        (-3, 7), (0, 0.46), marks, "Scores: drag the line", "score", name="cut", **SIZE,
        alt=f"Two hills of scores, {ui.number(state.apart, 1)} apart, and a line at "
        f"{ui.number(state.threshold)}; right of it all is called a shirt.",
    )  # fmt: skip


def _roc(state):
    curve, here = rates(state, SCORES), rates(state, state.threshold)
    marks = [
        ui.Line([0, 1], [0, 1], ui.GREY, 1.5, dashed=True),
        ui.Line(curve.false, curve.true, ui.PURPLE),
        ui.Points([here.false], [here.true], ui.RED),
    ]
    return ui.Panel(
        (-0.03, 1.03), (-0.03, 1.03), marks, "ROC", "false positive rate", "recall", **SIZE,
        alt=f"ROC curve with area {ui.number(area(state))}; the point is at false positive rate "
        f"{here.false:.3f}, recall {here.true:.3f}.",
    )  # fmt: skip


def _precision(state):
    curve, here = rates(state, SCORES), rates(state, state.threshold)
    share = state.shirts / PICTURES
    marks = [
        ui.Line([0, 1], [share, share], ui.GREY, 1.5, dashed=True),
        ui.Line(curve.true, curve.precision, ui.PURPLE),
        ui.Points([here.true], [here.precision], ui.RED),
    ]
    return ui.Panel(
        (-0.03, 1.03), (-0.03, 1.03), marks, "Precision", "recall", "precision", **SIZE,
        alt=f"Precision against recall; the point is at recall {here.true:.3f}, precision "
        f"{here.precision:.3f}. Who calls everything a shirt has precision {share:.3f}.",
    )  # fmt: skip


def _readout(state):
    here, others = rates(state, state.threshold), PICTURES - state.shirts
    hits, alarms = state.shirts * here.true, others * here.false
    return (
        f"θ = {ui.number(state.threshold)}: of {state.shirts} shirts {hits:.0f} are called, "
        f"and {alarms:.0f} of {others} others.\n"
        f"Recall {here.true:.2f}, false positive rate {here.false:.2f}, precision "
        f"{here.precision:.2f}; area under the ROC curve {area(state):.2f}."
    )


def threshold():
    """Show a threshold over two hills of scores, the ROC curve, and precision against recall."""
    state = State()
    here = rates(state, state.threshold)
    ui.show(
        state, update, draw,
        caption=f"{state.shirts} shirts in 1,000, θ = {ui.number(state.threshold, 0)}: recall "
        f"{here.true:.2f}, false positive rate {here.false:.2f}, precision {here.precision:.2f}.",
        invitation="To move the threshold",
    )  # fmt: skip
