"""W1: a neuron's line in the plane: set its weights by hand, or let the learning rule do it."""

from functools import cache
from typing import NamedTuple

import numpy as np

from ..data import logic_gate
from ..perceptron import linear, mistake_bound, perceptron_update, predict
from . import _canvas as ui

BOX = (-0.5, 1.5)
# a line that separates each set: for the gates, the one with the largest margin
SEPARATORS = {
    "and": ((1.0, 1.0), -1.5),
    "or": ((1.0, 1.0), -0.5),
    "nand": ((-1.0, -1.0), 1.5),
    "xor": None,
    "cloud": ((2.0, -1.0), -0.4),
}


class State(NamedTuple):
    data: str = "and"
    w1: float = 0.0
    w2: float = 0.0
    b: float = 0.0
    made: int | None = 0  # corrections since zero weights; None once a weight is set by hand
    row: int = -1  # the row corrected last
    note: str = ""  # what was done last


@cache
def points(name):
    """X (n, 2) in the box and targets y (n,) of a data set; the cloud keeps off its line."""
    if name != "cloud":
        return logic_gate(name)
    w, b = SEPARATORS["cloud"]
    X = np.random.default_rng(4).uniform(BOX[0] + 0.1, BOX[1] - 0.1, (60, 2)).round(2)
    z = linear(X, w, b)
    far = np.abs(z) > 0.35
    return X[far], (z[far] > 0).astype(int)


def called(name):
    """A set's name in a sentence; a gate's is in capitals, for AND is also a word."""
    return "the cloud" if name == "cloud" else name.upper()


def mistakes(state):
    """The rows that the line gets wrong."""
    X, y = points(state.data)
    return np.flatnonzero(predict(X, np.array([state.w1, state.w2]), state.b) != y)


def learn(state, rows):
    """Present the rows in turn and correct what is wrong: returns the state and the corrections."""
    X, y = points(state.data)
    corrected = 0
    for row in rows:
        w = np.array([state.w1, state.w2])
        z = linear(X[row], w, state.b)
        new_w, new_b = perceptron_update(w, state.b, X[row], y[row])
        if new_b == state.b:
            continue
        corrected += 1
        sign = "+" if y[row] == 1 else "−"
        x1, x2 = (f"{v:g}".replace("-", "−") for v in X[row])
        state = state._replace(
            w1=float(new_w[0]), w2=float(new_w[1]), b=float(new_b), row=int(row),
            made=None if state.made is None else state.made + 1,
            note=f"({x1}, {x2}) has target {y[row]}, but z = {ui.number(z)}: "
            f"w ← w {sign} x, b ← b {sign} 1.",
        )  # fmt: skip
    return state, corrected


def update(state, name, value):
    if name == "data":
        return State(data=value)
    if name == "zero":
        return State(data=state.data)
    if name not in ("step", "pass"):
        return state._replace(**{name: float(value)}, made=None, row=-1, note="")
    n = len(points(state.data)[1])
    wrong = mistakes(state)
    if len(wrong) == 0:
        return state._replace(row=-1, note="Every point is right: the rule changes nothing more.")
    if name == "step":  # the next mistake in the order of the rows
        return learn(state, [min(wrong, key=lambda row: (row - state.row - 1) % n)])[0]
    state, corrected = learn(state, range(n))
    return state._replace(
        note=f"One pass over {n} points made {corrected} correction{'s' * (corrected != 1)}."
    )


def draw(state):
    (X, y), w = points(state.data), np.array([state.w1, state.w2])
    wrong = mistakes(state)
    marks = [
        ui.Area(*ui.half_plane(w, state.b, BOX, BOX), ui.ORANGE),
        # the unit answers 0 where z = 0, which is the whole plane for zero weights
        ui.Area(*ui.half_plane(-w, 1e-9 - state.b, BOX, BOX), ui.BLUE),
        ui.Line(*ui.straight_line(w, state.b), width=3),
        *_weight_arrow(w, state.b, X),
        ui.Points(*X[y == 0].T, ui.BLUE, size=15),
        ui.Points(*X[y == 1].T, ui.ORANGE, "square", size=15),
        ui.Points(*X[wrong].T, edge=ui.RED, size=28, filled=False),
    ]
    if state.row >= 0:
        x1, x2 = X[state.row]
        marks.append(ui.Text(x1, x2 + 0.14, "corrected", bold=True))
    right = f"{len(y) - len(wrong)} of {len(y)} points right"
    panel = ui.Panel(
        x=BOX, y=BOX, marks=marks, title=f"{called(state.data)}: {right}", xlabel="x₁", ylabel="x₂",
        alt=f"The points of {called(state.data)} and the line {equation(state)} = 0: {right}, "
        "the mistakes ringed.",
        width=400, height=400,
    )  # fmt: skip
    controls = [
        ui.Choice("data", "points", state.data, list(SEPARATORS)),
        ui.Slider("w1", "weight w₁", state.w1, -4, 4, 0.1),
        ui.Slider("w2", "weight w₂", state.w2, -4, 4, 0.1),
        ui.Slider("b", "bias b", state.b, -4, 4, 0.1),
        ui.Button("step", "Correct the next mistake"),
        ui.Button("pass", "One pass"),
        ui.Button("zero", "Start from zero"),
    ]
    return ui.View([panel], _readout(state, len(wrong)), controls)


def equation(state):
    """z as text, such as 1.0·x₁ − 2.0·x₂ + 0.5."""
    signs = [" − " if v < 0 else " + " for v in (state.w2, state.b)]
    sizes = [ui.number(abs(v)) for v in (state.w2, state.b)]
    return f"{ui.number(state.w1)}·x₁{signs[0]}{sizes[0]}·x₂{signs[1]}{sizes[1]}"


def _weight_arrow(w, b, X):
    """w, drawn from the line towards the side that is answered with 1; its name keeps off X."""
    if not w.any():
        return []
    middle = np.array([0.5, 0.5])
    foot = middle - (w @ middle + b) * w / (w @ w)
    along = w / np.linalg.norm(w)
    beside = np.array([along[1], -along[0]])
    places = foot + [0.38 * along, 0.15 * along + 0.1 * beside, 0.15 * along - 0.1 * beside]
    free = np.linalg.norm(places[:, None] - X, axis=-1).min(axis=1)
    label = places[0] if free[0] > 0.12 else places[free.argmax()]
    arrow = ui.Arrow(tuple(foot), tuple(foot + 0.3 * along), width=3)
    return [arrow, ui.Text(*label, "w", bold=True, size=16)]


def _readout(state, n_wrong):
    name, n = called(state.data), len(points(state.data)[1])
    lines = [f"z = {equation(state)}     {n - n_wrong} of {n} points right"]
    if SEPARATORS[state.data] is None:
        lines.append(f"{name}: no line gets all its points right, so no bound is promised.")
    elif state.made is None:
        lines.append("Weights set by hand: the theorem counts corrections from zero weights.")
    else:
        bound = mistake_bound(*points(state.data), *map(np.array, SEPARATORS[state.data]))
        lines.append(f"Corrections since zero weights: {state.made}, of at most {bound:.0f}.")
    return "\n".join([*lines, state.note])


def perceptron_line(data="and"):
    """Show a set of points ("and", "or", "nand", "xor", "cloud") and one neuron's line."""
    X, y = points(data)
    state = State(data=data)
    learned, made = learn(state, list(range(len(y))) * 30)
    right = len(y) - len(mistakes(learned))
    ui.show(
        state, update, draw, saved=learned._replace(row=-1),
        caption=f"The learning rule on {called(data)}: after {made} corrections {right} of "
        f"{len(y)} points are right.",
        invitation="To move the line yourself",
    )  # fmt: skip
