"""A hidden layer learns XOR or two circles: each unit's line moves over the plane, step by step."""

from functools import cache
from typing import NamedTuple

import numpy as np

from ..activations import ACTIVATIONS, sigmoid
from ..data import circles, logic_gate
from ..losses import binary_cross_entropy
from ..network import Layer, forward, init_params
from ..optimizers import sgd
from ..train import loss_and_gradient
from ..train import update as take_step
from . import _canvas as ui

BOXES = {"XOR": (-0.5, 1.5), "circles": (-1.4, 1.4)}
RATE = 2.0
MOST_STEPS = 1000
STRIDE, TICK = 5, 30  # steps between two pictures while it runs, and ms
PIXELS = 60  # along each side of the tinted plane
SUB = "₀₁₂₃₄₅₆₇₈"


class State(NamedTuple):
    data: str = "XOR"
    units: int = 2
    seed: int = 0  # which random start
    params: tuple | None = None  # two Layers; None: the start itself
    losses: tuple = ()  # before each step taken, the last one now
    running: bool = False


@cache
def points(data):
    """X (n, 2) and y (n,) of 0 and 1."""
    if data == "XOR":
        return logic_gate("xor")
    return circles(80, 0.05, np.random.RandomState(0))


def started(state):
    """The state before its first step: random weights and biases (Glorot), decided by its seed."""
    layers = init_params([2, state.units, 1], np.random.default_rng(state.seed))
    loss, _ = _loss_and_gradient(layers, state.data)
    return state._replace(params=tuple(layers), losses=(loss,), running=False)


def _loss_and_gradient(layers, data):
    X, y = points(data)
    targets = y[:, None].astype(float)
    return loss_and_gradient(layers, X, targets, ACTIVATIONS["logistic"], binary_cross_entropy)


def step(state, n=1):
    """The state n steps of gradient descent on, all points at once; it ends at MOST_STEPS."""
    layers = [Layer(W.copy(), b.copy()) for W, b in state.params]
    _, gradient = _loss_and_gradient(layers, state.data)
    losses = list(state.losses)
    for _ in range(min(n, MOST_STEPS + 1 - len(losses))):
        take_step(layers, gradient, sgd, [{} for _ in range(4)], RATE)
        loss, gradient = _loss_and_gradient(layers, state.data)
        losses.append(loss)
    return state._replace(params=tuple(layers), losses=tuple(losses))


def ended(state):
    return len(state.losses) > MOST_STEPS


def answers(state, P):
    """The network's answers to P (n, 2): numbers (n,) between 0 and 1."""
    return sigmoid(forward(state.params, P, sigmoid)[0][:, 0])


def right(state):
    """How many points are on the side of their class."""
    X, y = points(state.data)
    return int(((answers(state, X) > 0.5) == y).sum())


def update(state, name, value):
    match name:
        case "data" | "units":
            value = value if name == "data" else int(value)
            return started(State(state.data, state.units, state.seed)._replace(**{name: value}))
        case "new":
            return started(state._replace(seed=state.seed + 1))
        case "reset":
            return started(state)
        case "run":
            return state._replace(running=not state.running and not ended(state))
        case "step":
            return step(state)._replace(running=False)
        case "tick":
            state = step(state, STRIDE)
            return state._replace(running=state.running and not ended(state))
    raise ValueError(f"no control is called {name!r}")


def draw(state):
    n, of = len(state.losses) - 1, len(points(state.data)[1])
    box = BOXES[state.data]
    score = f"{right(state)} of {of} right"
    plane = ui.Panel(
        x=box, y=box, marks=[_map(state, box), *_lines(state, box), *_dots(state)],
        title=f"{state.data}: {score}", xlabel="x₁", ylabel="x₂",
        alt=f"The points of {state.data}, the plane tinted by the network's answer, and a line for "
        f"each of {state.units} hidden unit{'s' * (state.units > 1)}: from start {state.seed}, at "
        f"step {n}, {score}.",
    )  # fmt: skip
    most = max(100, n)
    curve = ui.Panel(
        x=(0, most), y=(0, 1.2), marks=[ui.Line(np.arange(n + 1), state.losses, ui.RED, 3)],
        title=f"loss {ui.number(state.losses[-1])}", xlabel="step", ylabel="loss",
        alt=f"The loss by step, from {ui.number(state.losses[0])} to "
        f"{ui.number(state.losses[-1])}.", width=260,
    )  # fmt: skip
    controls = [
        ui.Choice("data", "points", state.data, list(BOXES)),
        ui.Slider("units", "hidden units", state.units, 1, 8, 1),
        ui.Button("step", "Step", not ended(state)),
        ui.Button("run", "Pause" if state.running else "Run", state.running or not ended(state)),
        ui.Button("reset", "Same start again"),
        ui.Button("new", "New start"),
    ]
    tick = TICK if state.running else None
    return ui.View([plane, curve], _readout(state, score), controls, tick)


def _map(state, box):
    """The plane, orange where the answer is near 1, blue where it is near 0, pale in between."""
    side = np.linspace(*box, PIXELS)
    plane = np.stack(np.meshgrid(side, side[::-1]), axis=-1).reshape(-1, 2)
    return ui.Image(ui.shade(answers(state, plane).reshape(PIXELS, PIXELS)), (*box, *box), True)


def _lines(state, box):
    """Where each unit's z is 0, thicker the more the output listens to it; its name where z > 0."""
    (W, b), (V, _) = state.params
    marks, low, high = [], box[0] + 0.1, box[1] - 0.1
    for unit, (w, bias, v) in enumerate(zip(W.T, b, V[:, 0], strict=True), 1):
        ends = ui.straight_line(w, bias)
        marks.append(ui.Line(*ends, ui.INK, 1 + min(abs(v), 8) / 2))
        along = np.linspace(*ends.T, 8001) + 0.05 * (box[1] - box[0]) * w / np.linalg.norm(w)
        inside = along[((along > low) & (along < high)).all(axis=1)]
        if len(inside):
            x, y = inside[len(inside) // 12]
            marks.append(ui.Text(x, y, f"h{SUB[unit]}", bold=True))
    return marks


def _dots(state):
    X, y = points(state.data)
    size = 15 if len(y) == 4 else 9
    return [
        ui.Points(*X[y == 0].T, ui.BLUE, size=size),
        ui.Points(*X[y == 1].T, ui.ORANGE, "square", size=size),
    ]


def _readout(state, score):
    n = len(state.losses) - 1
    lines = [f"start {state.seed}, step {n}: loss {ui.number(state.losses[-1], 3)}, {score}."]
    if ended(state):
        lines[0] += " It stops here; take a new start, or other units."
    (W, b), (V, _) = state.params
    for unit, ((w1, w2), bias, v) in enumerate(zip(W.T, b, V[:, 0], strict=True), 1):
        z = f"{ui.number(w1)}·x₁ {_signed(w2)}·x₂ {_signed(bias)}"
        lines.append(f"h{SUB[unit]} = σ({z}), with weight {ui.number(v)} into the output")
    return "\n".join(lines)


def _signed(value):
    return f"{'−' if value < 0 else '+'} {ui.number(abs(value))}"


def unit_lines(data="XOR", units=2):
    """Show a hidden layer that learns "XOR" or "circles": step, run, pause, a new start."""
    saved = step(started(State(data, 4)), 300)
    of = len(points(data)[1])
    ui.show(
        started(State(data, units)), update, draw, saved=saved,
        caption=f"After 300 steps 4 hidden units give {right(saved)} of {of} points of {data} "
        "their class; each line is one unit's.",
        invitation="To let a hidden layer learn",
    )  # fmt: skip
