"""W8: draw a digit and see it read.

    ink       from strokes to a picture such as MNIST's
    reader    a network reads it, and says which ink spoke for what it read
    panels    the pictures
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from ...data import load_mnist
from ...library import own_functions
from .. import _canvas as ui
from . import panels, reader
from .ink import PIXELS, Stroke, coarse, ink, mnist_like

SAMPLES = 200  # of MNIST's test digits, one after another
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
THREE = ((9, 7), (12, 5), (16, 5), (18, 8), (16, 12), (12, 13.5), (17, 14.5), (19, 18), (17, 22),
         (13, 23), (8.5, 21))  # fmt: skip


class State(NamedTuple):
    network: reader.Network
    strokes: tuple = ()
    sample: int | None = None  # the test digit under the strokes
    shift: tuple = (0, 0)  # right, down
    width: float = 2.4  # of the pen, in pixels of MNIST
    erases: bool = False
    prepared: bool = True  # the network sees mnist_like(pad), not the pad as it lies there
    pen: tuple | None = None  # where the keyboard's pen is
    down: bool = False
    own: dict | None = None  # the learner's functions
    note: str = ""


@cache
def samples():
    """MNIST's first test digits (n, 28, 28), and what they are."""
    mnist = load_mnist(flat=False)
    return mnist.X_test[:SAMPLES].copy(), mnist.y_test[:SAMPLES]


def pad(state):
    """What lies on the pad, (112, 112)."""
    under = None if state.sample is None else samples()[0][state.sample]
    return ink(state.strokes, under, state.shift)


def seen(state):
    """The picture (28, 28) that the network is given."""
    return mnist_like(pad(state)) if state.prepared else coarse(pad(state))


# ---- what happens ----


def update(state, name, value):
    state = state._replace(note="")
    match name.split():
        case ["pad", key] if value is None:
            return _pressed(state, key)
        case ["pad", _]:
            return _drawn(state._replace(pen=None, down=False), name, value)
        case ["undo"]:
            return state._replace(strokes=state.strokes[:-1], down=False)
        case ["clear"]:
            return _cleared(state)
        case ["sample"]:
            following = 0 if state.sample is None else (state.sample + 1) % SAMPLES
            return _cleared(state)._replace(sample=following)
        case ["right"]:
            return state._replace(shift=(value, state.shift[1]))
        case ["down"]:
            return state._replace(shift=(state.shift[0], value))
        case ["own"]:
            return _with_own(state, value)
    return state._replace(**{name: value}, down=False)  # width, erases, prepared


def _cleared(state):
    return state._replace(strokes=(), sample=None, shift=(0, 0), down=False)


def _drawn(state, name, path):
    """The stroke of that name, all of it as far as it has come, on top of those before it."""
    right, down = state.shift  # the hand draws where it sees
    points = tuple((x - right, y - down) for x, y in path)
    others = tuple(stroke for stroke in state.strokes if stroke.name != name)
    return state._replace(strokes=(*others, Stroke(name, points, state.width, state.erases)))


def _pressed(state, key):
    x, y = state.pen or (PIXELS // 2, PIXELS // 2)
    if key in ("Delete", "Backspace"):
        return _cleared(state)
    if key == "Space":
        if state.down:
            return state._replace(down=False)
        begun = state._replace(pen=(x, y), down=True)
        return _drawn(begun, f"key {len(state.strokes)}", [(x, y)])
    dx, dy = ARROWS[key]
    x, y = (int(np.clip(v, 0, PIXELS)) for v in (x + dx, y + dy))
    state = state._replace(pen=(x, y))
    if not state.down:
        return state
    *_, last = state.strokes
    right, down = state.shift
    path = [(px + right, py + down) for px, py in last.points]
    return _drawn(state, last.name, [*path, (x, y)])


def _with_own(state, wanted):
    if not wanted:
        return state._replace(own=None)
    try:
        return state._replace(own=own_functions(reader.OWN, reader.EXERCISES))
    except ValueError as missing:
        return state._replace(own=None, note=str(missing))


# ---- what is seen ----


def draw(state):
    picture = seen(state)
    blank = not picture.any()
    p = np.zeros(10) if blank else reader.read(state.network, picture)
    digit = None if blank else int(p.argmax())
    reasons = np.zeros_like(picture) if blank else reader.why(state.network, picture, digit)
    tip = ui.Pen(state.width, "#ffffff" if state.erases else ui.INK)
    shown = [
        panels.pad(pad(state), tip, state.pen, state.down),
        panels.seen(picture, state.prepared),
        panels.reasons(reasons, digit),
        panels.answers(p, digit),
    ]
    return ui.View(shown, _readout(state, p, digit, picture), _controls(state))


def _controls(state):
    right, down = state.shift
    touched = bool(state.strokes) or state.sample is not None
    return [
        ui.Button("clear", "Clear", touched),
        ui.Button("undo", "Take the last stroke back", bool(state.strokes)),
        ui.Check("erases", "rubber", state.erases),
        ui.Slider("width", "pen", state.width, 0.8, 6, 0.2),
        ui.Button("sample", "A digit of MNIST"),
        ui.Slider("right", "moved right", right, -8, 8, 1),
        ui.Slider("down", "moved down", down, -8, 8, 1),
        ui.Check("prepared", "scaled and centred as MNIST is", state.prepared),
        ui.Check("own", "your own functions", state.own is not None),
    ]


def _readout(state, p, digit, picture):
    words = "Nothing to read yet: draw a digit, from 0 to 9."
    if digit is not None:
        second = int(np.argsort(p)[-2])
        words = f"It reads a {digit}: {p[digit]:.0%}."
        if p[second] >= 0.005:
            words += f" Next comes {second}: {p[second]:.0%}."
        words += f" Red ink speaks for the {digit}, blue ink against it."
    if state.sample is not None:
        words += f" On the pad: test digit {state.sample}, a {samples()[1][state.sample]}."
    if state.pen:
        where = "on the paper" if state.down else "lifted"
        words += f"\nPen {where}, {state.pen[0]} from the left, {state.pen[1]} from the top."
    if state.own is not None and digit is not None:
        words += "\n" + reader.own_said(state.own, state.network, picture)
    return words + ("\n" + state.note if state.note else "")


def digit_pad(estimator=None):
    """Show a pad to draw on, and what a network reads in the drawing.

    estimator: a fitted MLPClassifier of the course or of scikit-learn that knows the digits; the
    network that comes with the course, if none is given.
    """
    network = reader.shipped() if estimator is None else reader.network_of(estimator)
    state = State(network)
    saved = state._replace(strokes=(Stroke("pad", THREE, state.width),))
    p = reader.read(network, seen(saved))
    ui.show(
        state, update, draw, saved=saved,
        caption=f"A drawing of a 3, as the network sees it, and its answer: {p.argmax()}.",
        invitation="To draw a digit yourself",
    )  # fmt: skip
