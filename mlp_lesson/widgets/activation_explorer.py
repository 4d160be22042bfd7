"""W3: an activation, its derivative, and the tangent at a point that you can move."""

from typing import NamedTuple

import numpy as np

from ..activations import (
    ACTIVATIONS,
    LEAKY_SLOPE,
    Activation,
    elu,
    elu_prime,
    leaky_relu,
    leaky_relu_prime,
)
from . import _canvas as ui

LIMIT = 5.0
FORMULAS = {
    "identity": "f(z) = z",
    "heaviside": "H(z) = 1 for z > 0, else 0",
    "logistic": "σ(z) = 1 / (1 + e⁻ᶻ)",
    "tanh": "tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)",
    "relu": "ReLU(z) = max(0, z)",
    "leaky_relu": "f(z) = z for z > 0, else slope · z",
    "elu": "f(z) = z for z > 0, else α(eᶻ − 1)",
    "selu": "f(z) = λ · ELU(z), α = 1.6733, λ = 1.0507",
    "softplus": "f(z) = ln(1 + eᶻ)",
}
PARAMETERS = {"leaky_relu": ("slope", LEAKY_SLOPE), "elu": ("α", 1.0)}  # name, usual value
BOUNDED = {"heaviside", "logistic", "tanh"}
FLAT = 0.05  # |f'| below this lets almost no gradient through


class State(NamedTuple):
    name: str = "tanh"
    z: float = 1.0
    parameter: float = 0.0  # of the activations in PARAMETERS


def functions(state):
    """The chosen Activation(f, f_prime), its parameter bound."""
    p = state.parameter
    if state.name == "leaky_relu":
        return Activation(lambda z: leaky_relu(z, p), lambda z: leaky_relu_prime(z, p))
    if state.name == "elu":
        return Activation(lambda z: elu(z, p), lambda z: elu_prime(z, p))
    return ACTIVATIONS[state.name]


def has_kink(state):
    """Whether f'(0) does not exist, so that the code returns a value by agreement."""
    if state.name in PARAMETERS:
        return state.parameter != 1
    return state.name in {"heaviside", "relu", "selu"}


def update(state, name, value):
    if name == "activation":
        return state._replace(name=value, parameter=PARAMETERS.get(value, ("", 0.0))[1])
    if name == "point":  # pressed or dragged in a panel: [z, height]
        return state._replace(z=float(np.clip(round(value[0] / 0.05) * 0.05, -LIMIT, LIMIT)))
    return state._replace(**{name: value})


def draw(state):
    f, f_prime = functions(state)
    z = np.linspace(-LIMIT, LIMIT, 401)
    gap = np.where(has_kink(state) & (z == 0), np.nan, 0)  # do not join the two sides of a jump
    at, height, slope = state.z, float(f(state.z)), float(f_prime(state.z))
    label, parameter = PARAMETERS.get(state.name, ("parameter", 0.0))[0], state.parameter
    drop = ui.Line([at, at], [-9, 9], ui.GREY, 1.5, dashed=True)
    axes = {"x": (-LIMIT, LIMIT), "xlabel": "z", "name": "point", "width": 340, "height": 300}
    function = ui.Panel(
        y=(-1.5, 1.5) if state.name in BOUNDED else (-2.5, LIMIT),
        marks=[
            drop,
            ui.Line(z, f(z) + (gap if state.name == "heaviside" else 0), ui.BLUE, 3),
            ui.Line([-9, 9], height + slope * (np.array([-9, 9]) - at), ui.RED, 2, dashed=True),
            ui.Points([at], [height], ui.RED),
        ],
        title=f"{state.name} and its tangent", ylabel="f(z)",
        alt=f"{state.name} and its tangent at z = {ui.number(at)}, slope {ui.number(slope, 4)}.",
        **axes,
    )  # fmt: skip
    derivative = ui.Panel(
        y=(-0.2, 2.2) if state.name in {*PARAMETERS, "selu"} else (-0.2, 1.2),
        marks=[
            drop,
            ui.Line(z, f_prime(z) + gap, ui.ORANGE, 3),
            ui.Points([at], [slope], ui.RED, "square"),
        ],
        title="its derivative: the tangent's slope", ylabel="f'(z)",
        alt=f"Its derivative, {ui.number(slope, 4)} at that z.",
        **axes,
    )  # fmt: skip
    controls = [
        ui.Choice("activation", "activation", state.name, list(ACTIVATIONS)),
        ui.Slider("z", "z", at, -LIMIT, LIMIT, 0.05),
        ui.Slider("parameter", label, parameter, 0, 2, 0.01, enabled=state.name in PARAMETERS),
    ]
    return ui.View([function, derivative], _readout(state, height, slope), controls)


def _readout(state, height, slope):
    numbers = (
        f"{FORMULAS[state.name]}\n"
        f"z = {ui.number(state.z)}     f(z) = {ui.number(height, 4)}"
        f"     f'(z) = {ui.number(slope, 4)}"
    )
    if state.z == 0 and has_kink(state):
        return f"{numbers}     At this kink f' does not exist; the code returns {ui.number(slope)}."
    if abs(slope) < FLAT:
        return f"{numbers}     Flat: almost none of the gradient passes here."
    return numbers


def activation_explorer(name="tanh", z=1.0):
    """Show f and f' of an activation side by side; z and the activation can be moved."""
    state = update(State(z=z), "activation", name)
    _, f_prime = functions(state)
    ui.show(
        state, update, draw,
        caption=f"The slope of {name} at z = {ui.number(z)} is f'(z) = {ui.number(f_prime(z), 4)}.",
        invitation="To move z and to choose another activation",
    )  # fmt: skip
