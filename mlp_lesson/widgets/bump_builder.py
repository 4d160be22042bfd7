"""W5: bumps that follow a curve; their number, their heights and their steepness can be moved."""

from typing import NamedTuple

import numpy as np

from ..activations import sigmoid
from ..approximation import CURVES, bump_middles, bump_network, certify
from ..network import forward
from . import _canvas as ui

MOST = 40
LIMIT = 1.5  # heights, and the vertical axis, run from -LIMIT to LIMIT
X = np.linspace(0, 1, 801)


class State(NamedTuple):
    curve: str
    heights: tuple
    steepness: float = 20.0  # in units of 1 / width of a bump
    chosen: int = 0  # the bump whose height the slider moves
    own: bool = False  # heights moved by hand


def on_the_curve(state, n):
    """The state with n bumps, each as high as the curve at its middle."""
    heights = tuple(CURVES[state.curve].f(bump_middles(n)).tolist())
    return state._replace(heights=heights, chosen=min(state.chosen, n - 1), own=False)


def update(state, name, value):
    n = len(state.heights)
    if name == "curve":
        return on_the_curve(state._replace(curve=value), n)
    if name == "bumps":
        return on_the_curve(state, int(value))
    if name == "reset":
        return on_the_curve(state, n)
    if name == "chosen":
        return state._replace(chosen=int(np.clip(value, 1, n)) - 1)
    if name == "plane":  # pressed or dragged: the bump below the pointer is as high as the pointer
        state = state._replace(chosen=int(np.clip(value[0] * n, 0, n - 1)))
        return update(state, "height", value[1])
    if name == "height":
        heights = list(state.heights)
        heights[state.chosen] = float(np.clip(round(value, 2), -LIMIT, LIMIT))
        return state._replace(heights=tuple(heights), own=True)
    return state._replace(**{name: value})


def network(state):
    """The bumps as a network of one hidden layer of sigmoids."""
    return bump_network(state.heights, state.steepness * len(state.heights))


def certificate(state):
    """Between what the largest error lies, on a grid fine enough for the eye."""
    return certify(CURVES[state.curve], network(state), "logistic", 100 * len(state.heights))


def bound(state):
    """K/(2n) · coth(s/(4n)): what is promised for heights on the curve."""
    n = len(state.heights)
    return CURVES[state.curve].lipschitz / (2 * n) / np.tanh(state.steepness / 4)


def draw(state):
    f, n = CURVES[state.curve].f(X), len(state.heights)
    g = forward(network(state), X[:, None], sigmoid)[0].ravel()
    proven, promise = certificate(state), bound(state)
    edges = np.array([state.chosen, state.chosen + 1]) / n
    height = state.heights[state.chosen]
    size = 11 if n <= 16 else 7
    target = ui.Panel(
        x=(0, 1), y=(-LIMIT, LIMIT), name="plane", width=340, height=290,
        marks=[
            ui.Area([*edges, *edges[::-1]], [0, 0, height, height], ui.BLUE, 0.3),
            ui.Line(X, f, ui.INK, 2, dashed=True),
            ui.Line(X, g, ui.BLUE, 3),
            ui.Points(bump_middles(n), state.heights, ui.BLUE, size=size),
        ],
        title=f"{n} bumps follow the {state.curve}", xlabel="x", ylabel="f(x) dashed, g(x) blue",
        alt=f"The {state.curve}, dashed, and {n} bumps that follow it in steps; bump "
        f"{state.chosen + 1}, shaded, is {ui.number(height)} high.",
    )  # fmt: skip
    at_bump = np.abs(f - g)[(edges[0] <= X) & (X <= edges[1])].max()
    reach = 1.15 * max(promise, proven.bound)
    error = ui.Panel(
        x=(0, 1), y=(-reach, reach), width=290, height=290,
        marks=[
            ui.Line([0, 1], [promise, promise], ui.RED, 2, dashed=True),
            ui.Line([0, 1], [-promise, -promise], ui.RED, 2, dashed=True),
            ui.Line(X, f - g, ui.ORANGE, 2),
        ],
        title="error f − g, and the bound", xlabel="x", ylabel="f(x) − g(x)",
        alt=f"The error, at most {ui.number(proven.bound, 3)}, at bump {state.chosen + 1} "
        f"{ui.number(at_bump, 3)}; the bound is {ui.number(promise, 3)}.",
    )  # fmt: skip
    controls = [
        ui.Choice("curve", "target curve", state.curve, list(CURVES)),
        ui.Slider("bumps", "number of bumps", n, 1, MOST, 1),
        ui.Slider("steepness", "steepness, in 1/width", state.steepness, 1, 100, 1),
        ui.Slider("chosen", "bump", state.chosen + 1, 1, n, 1, enabled=n > 1),
        ui.Slider("height", "its height", height, -LIMIT, LIMIT, 0.01),
        ui.Button("reset", "Heights from the curve"),
    ]
    return ui.View([target, error], _readout(state, proven, promise), controls)


def _readout(state, proven, promise):
    n = len(state.heights)
    formula = "bound K/(2n)·coth(s/(4n))"
    if not state.own:
        promised = f"{formula} = {ui.number(promise, 4)}, kept"
    elif proven.bound <= promise:
        promised = f"your heights, and still within the {formula} = {ui.number(promise, 4)}"
    else:
        promised = f"your heights: the {formula} = {ui.number(promise, 4)} does not speak of them"
    neurons = f"{n - 1} hidden neuron{'s' * (n != 2)}"
    return (
        f"{n} bump{'s' * (n > 1)}, {neurons}     K = {CURVES[state.curve].lipschitz:.2f}\n"
        f"sup-error: measured {ui.number(proven.measured, 4)}, "
        f"certified at most {ui.number(proven.bound, 4)}\n{promised}"
    )


def bump_builder(curve="wave", bumps=8):
    """Show a curve, bumps that follow it, and the error with its bound; all of it can be moved."""
    state = on_the_curve(State(curve, ()), bumps)
    ui.show(
        state, update, draw,
        caption=f"{bumps} bumps follow the {curve} within {ui.number(bound(state), 2)}.",
        invitation="To choose the curve, the bumps and their heights",
    )  # fmt: skip
