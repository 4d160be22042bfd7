"""W2: fold the plane from the inputs to the hidden units until one line separates XOR's points."""

from typing import NamedTuple

import numpy as np

from ..activations import heaviside, relu, sigmoid
from ..data import logic_gate
from . import _canvas as ui

X, Y = logic_gate("xor")
STEEPNESS = 8.0  # of the sigmoid units
# both look along x₁ + x₂: h₁ is OR, one input is enough, and h₂ is NAND, both are too many
HIDDEN = {
    "threshold": lambda s: (heaviside(s - 0.5), heaviside(1.5 - s)),
    "sigmoid": lambda s: (sigmoid(STEEPNESS * (s - 0.5)), sigmoid(STEEPNESS * (1.5 - s))),
    "ReLU": lambda s: (relu(s), relu(1 - s)),  # Goodfellow et al. 2016, section 6.1: h₂ turned
}
BENDS = {"threshold": (0.5, 1.5), "sigmoid": (0.5, 1.5), "ReLU": (0.0, 1.0)}  # of x₁ + x₂
FORMULAS = {
    "threshold": "h₁ = H(x₁ + x₂ − 0.5)     h₂ = H(−x₁ − x₂ + 1.5)",
    "sigmoid": "h₁ = σ(8(x₁ + x₂ − 0.5))     h₂ = σ(8(−x₁ − x₂ + 1.5))",
    "ReLU": "h₁ = max(0, x₁ + x₂)     h₂ = max(0, 1 − x₁ − x₂)",
}
BOX = (-0.3, 1.3)
PIXELS = 80  # along each side of the tinted input plane
PLANE = np.stack(np.meshgrid(*[np.linspace(*BOX, PIXELS)] * 2), axis=-1)[::-1].reshape(-1, 2)
PEN_UP = np.full((1, 2), np.nan)


def _grid_lines():
    """Eleven lines each way over the unit square: (22, 81, 2)."""
    along, across = np.meshgrid(np.linspace(0, 1, 81), np.linspace(0, 1, 11))
    lines = np.stack([along, across], axis=-1)
    return np.concatenate([lines, lines[..., ::-1]])


GRID = _grid_lines()


class State(NamedTuple):
    units: str = "threshold"
    fold: float = 0.0  # 0: the inputs x, 1: the hidden units' outputs h


def hidden(P, units):
    """h (n, 2): what the two hidden units answer to the points P (n, 2)."""
    return np.column_stack(HIDDEN[units](P.sum(axis=1)))


def folded(P, state):
    """(1 - t)·x + t·h: the points on their straight way from the input to the hidden plane."""
    return (1 - state.fold) * P + state.fold * hidden(P, state.units)


def separate(A, B):
    """The line with the widest gap between two pairs of points: (w, b, gap), w·p + b > 0 for B.

    A, B (2, 2). None if no line separates them, which is when segment A meets segment B: every
    half plane that holds both ends of a segment holds all of it.
    """
    if _cross(A, B):
        return None
    ways = [(_nearest(a, B), a) for a in A] + [(b, _nearest(b, A)) for b in B]
    to, start = min(ways, key=lambda way: np.linalg.norm(way[0] - way[1]))
    w = to - start
    gap = float(np.linalg.norm(w))
    if gap < 1e-9:
        return None
    return w / gap, float(-(w / gap) @ (to + start) / 2), gap


def _nearest(p, segment):
    """The point of the segment that is closest to p."""
    start, along = segment[0], segment[1] - segment[0]
    length = along @ along
    share = np.clip((p - start) @ along / length, 0, 1) if length else 0.0
    return start + share * along


def _cross(A, B):
    """Whether the segments cross, each with its ends strictly on both sides of the other."""

    def side(p, q, r):
        (a, b), (c, d) = q - p, r - p
        return np.sign(a * d - b * c)

    return side(*A, B[0]) * side(*A, B[1]) < 0 and side(*B, A[0]) * side(*B, A[1]) < 0


def update(state, name, value):
    return state._replace(**{name: value})


def draw(state):
    points = folded(X, state)
    line = separate(points[Y == 0], points[Y == 1])
    controls = [
        ui.Slider("fold", "fold", state.fold, 0, 1, 0.01),
        ui.Choice("units", "hidden units", state.units, list(HIDDEN)),
    ]
    panels = [_input_panel(state, line), _folded_panel(state, points, line)]
    return ui.View(panels, _readout(state, line), controls)


def _input_panel(state, line):
    marks = []
    if line is not None:  # the classes of that line, carried back to the inputs
        w, b, _ = line
        answers = (folded(PLANE, state) @ w + b > 0).reshape(PIXELS, PIXELS)
        marks.append(ui.Image(ui.tint(answers), (*BOX, *BOX)))
    for bend in BENDS[state.units]:
        marks.append(ui.Line(*ui.straight_line((1, 1), -bend), ui.GREY, dashed=True))
    return ui.Panel(
        BOX, BOX, marks + _dots(X), "input plane", "x₁", "x₂",
        alt=f"The input plane with XOR's points and a dashed line for each {state.units} unit"
        + (f", tinted by class as fold {ui.number(state.fold)} has it." if line else "."),
        width=320, height=320,
    )  # fmt: skip


def _folded_panel(state, points, line):
    says = "no line separates" if line is None else "one line separates"
    right = 2.3 if state.units == "ReLU" else BOX[1]  # its h₁ reaches 2
    box = (BOX[0], right), BOX
    marks = [ui.Line(*_grid(state), ui.GREY, 1)]
    if line is None:  # the reason: two segments that meet
        marks.append(ui.Line(*points[Y == 0].T, ui.BLUE, 3, dashed=True))
        marks.append(ui.Line(*points[Y == 1].T, ui.ORANGE, 3, dashed=True))
    else:
        w, b, _ = line
        marks.append(ui.Area(*ui.half_plane(w, b, *box), ui.ORANGE))
        marks.append(ui.Area(*ui.half_plane(-w, -b, *box), ui.BLUE))
        marks.append(ui.Line(*ui.straight_line(w, b), width=3))
    place = {0: "not folded", 1: "hidden plane"}.get(state.fold, "on the way")
    names = {0: "x{}", 1: "h{}"}.get(state.fold, "between x{0} and h{0}")
    return ui.Panel(
        *box, marks + _dots(points), f"{place}: {says}",
        names.format("₁"), names.format("₂"),
        alt=f"The plane folded by {ui.number(state.fold)} with {state.units} units: {says}.",
        width=round(200 * (right - BOX[0])), height=320,
    )  # fmt: skip


def _dots(points):
    """The four points, class 0 as circles and class 1 as squares, named by their inputs."""
    marks = [
        ui.Points(*points[Y == 0].T, ui.BLUE, size=15),
        ui.Points(*points[Y == 1].T, ui.ORANGE, "square", size=15),
    ]
    places = {}
    for point, (x1, x2) in zip(points, X, strict=True):
        names = places.setdefault(tuple(point.round(1)), [])
        names.append(f"({x1:.0f},{x2:.0f})")
    for (x, y), names in places.items():  # points that meet share a label
        marks.append(ui.Text(x, y + (0.13 if y > 0.4 else -0.13), " ".join(names)))
    return marks


def _grid(state):
    """The input plane's grid lines after folding, as one line with the pen lifted at each jump."""
    places = folded(GRID.reshape(-1, 2), state).reshape(GRID.shape)
    answers = hidden(GRID.reshape(-1, 2), state.units).reshape(GRID.shape)
    jumps = np.any(np.abs(np.diff(answers, axis=1)) > 0.5, axis=-1)  # (22, 80)
    pieces = []
    for line, jump in zip(places, jumps, strict=True):
        pieces += [np.insert(line, np.flatnonzero(jump) + 1, np.nan, axis=0), PEN_UP]
    return np.concatenate(pieces).T


def _readout(state, line):
    where = folded(X, state)[1]
    position = f"({ui.number(where[0])}, {ui.number(where[1])})"
    if line is None:
        reason = "the dashed segments meet, so no line separates their ends"
    else:
        reason = f"one line separates the classes, the gap is {ui.number(line[2])} wide"
    return (
        f"{FORMULAS[state.units]}\nfold {ui.number(state.fold)}: (0,1) is at {position}; {reason}."
    )


def xor_folding(units="threshold"):
    """Show XOR's plane sliding from the inputs to two hidden units' outputs."""
    end = State(units, fold=1.0)
    points = folded(X, end)
    _, _, gap = separate(points[Y == 0], points[Y == 1])
    ui.show(
        State(units), update, draw, saved=end,
        caption=f"Folded by two {units} units, XOR's classes are {ui.number(gap)} apart, and one "
        "line separates them.",
        invitation="To fold the plane yourself",
    )  # fmt: skip
