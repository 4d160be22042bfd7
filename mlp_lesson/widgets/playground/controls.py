"""The controls of the playground: a few that stay, and one page of settings at a time."""

import numpy as np

from .. import _canvas as ui
from . import problem
from .challenges import CHALLENGES
from .problem import CHOICES, CLASS_DATA, FEATURES, MOST_LAYERS, MOST_UNITS, OWN, REACH, VALUE_DATA

PAGES = ("data", "own points", "network", "training", "weights", "loss surface", "challenge",
         "your functions")  # fmt: skip
MIXED = "each layer's own"  # what the choice for all layers shows where they differ
SPEEDS = ("1", "2", "5", "10", "50")


def controls(state):
    """Those of every page, then those of the page that is open."""
    last = len(state.film) - 1
    always = [
        ui.Button("play", "Pause" if state.playing else "Play"),
        ui.Button("step", "Step"),
        ui.Button("reset", "Reset"),
        ui.Button("new", "New start"),
        ui.Choice("speed", "epochs a picture", str(state.speed), list(SPEEDS)),
        ui.Slider("shown", "picture in time", state.shown, 0, max(1, last), 1, last > 0),
        ui.Choice("page", "settings", state.page, list(PAGES)),
    ]
    return always + PAGE_OF[state.page](state, state.frame.setup)


def _choice(setup, name, label, options=None):
    return ui.Choice(name, label, getattr(setup, name), list(options or CHOICES[name]))


def _data(state, setup):
    makes = setup.data != OWN
    return [
        _choice(setup, "data", "data set", (*CLASS_DATA, *VALUE_DATA, OWN)),
        ui.Slider("points", "points", setup.points, 10, problem.MOST_POINTS, 10, makes),
        ui.Slider("noise", "noise", setup.noise, 0, 0.5, 0.01, makes),
        ui.Slider("train_share", "share for training", setup.train_share, 0.1, 0.9, 0.05),
        ui.Slider("data_seed", "draw of the points", min(setup.data_seed, 99), 0, 99, 1),
    ]


def _own(state, setup):
    kind, x1, x2 = state.pen
    return [
        ui.Slider("pen", "class to draw", kind, 0, problem.CLASSES - 1, 1),
        ui.Slider("pen₁", "place x₁", x1, -REACH, REACH, 0.1),
        ui.Slider("pen₂", "place x₂", x2, -REACH, REACH, 0.1),
        ui.Button("add", "Add a point there"),
        ui.Button("undo", "Take the last one back", bool(setup.own)),
        ui.Button("clear", "All but two away", bool(setup.own)),
    ]


def _network(state, setup):
    return [
        *(ui.Check(f"feature {name}", name, name in setup.features) for name in FEATURES),
        ui.Slider("layers", "hidden layers", len(setup.hidden), 0, MOST_LAYERS, 1),
        *(
            ui.Slider(f"units {l}", f"units in layer {l + 1}", n, 1, MOST_UNITS, 1)
            for l, n in enumerate(setup.hidden)
        ),
        *_activations(setup),
        _choice(setup, "init", "initialisation"),
    ]


def _activations(setup):
    """One choice for all hidden layers, with a word more where they differ, and one for each."""
    known, names = CHOICES["activation"], problem.activations(setup)
    mixed = isinstance(setup.activation, tuple)
    options, value = ([MIXED, *known], MIXED) if mixed else ([*known], setup.activation)
    yield ui.Choice("activation", "activation", value, options, bool(names))
    for l, name in enumerate(names if len(names) > 1 else ()):
        yield ui.Choice(f"activation {l}", f"activation of layer {l + 1}", name, [*known])


def _training(state, setup):
    log = round(float(np.log10(setup.rate)), 2)
    return [
        _choice(setup, "loss", "loss", problem.losses_for(setup)),
        _choice(setup, "rule", "update rule"),
        ui.Slider("log_rate", "learning rate, log₁₀", log, -4, 2, 0.05),
        ui.Slider("batch", "batch size", setup.batch, 1, 100, 1),
        _choice(setup, "penalty", "penalty"),
        ui.Slider("penalty_rate", "rate of the penalty", setup.penalty_rate, 0, 0.1, 0.001,
                  setup.penalty != "none"),
        _choice(setup, "stop", "stop at"),
    ]  # fmt: skip


def _weights(state, setup):
    layer, row, column = state.edge
    W, b = state.frame.params[layer]
    value = b[column] if row == len(W) else W[row, column]
    return [
        ui.Slider("layer", "layer", layer + 1, 1, len(state.frame.params), 1),
        ui.Slider("row", f"from unit ({len(W) + 1} is the bias)", row + 1, 1, len(W) + 1, 1),
        ui.Slider("column", "to unit", column + 1, 1, len(b), 1),
        ui.Entry("weight", "its value", f"{value:.6g}"),
    ]


def _surface(state, setup):
    return [
        ui.Slider("draw", "draw of the random direction", state.draw, 0, 99, 1),
        ui.Slider("reach", "how far to look", state.reach, 0.5, 5, 0.5),
    ]


def _challenge(state, setup):
    names = ["none", *CHALLENGES]
    return [
        ui.Choice("challenge", "challenge", state.challenge, names),
        ui.Button("best", "Show the best known", state.challenge != "none"),
    ]


def _own_functions(state, setup):
    return [ui.Check("rival", "train my_network.py beside", state.rival is not None)]


PAGE_OF = dict(
    zip(
        PAGES,
        (_data, _own, _network, _training, _weights, _surface, _challenge, _own_functions),
        strict=True,
    )
)


def table(state):
    """The weights of the chosen layer as lines of numbers, a column a unit, the bias last."""
    layer, row, column = state.edge
    W, b = state.frame.params[layer]
    lines = [f"Layer {layer + 1}: a line for what comes from each unit, a column for each unit."]
    for i, values in enumerate([*W, b]):
        cells = [
            ("▸" if (i, k) == (row, column) else " ") + ui.number(v).rjust(7)
            for k, v in enumerate(values)
        ]
        name = "bias" if i == len(W) else f"from {i + 1}"
        lines.append(f"{name:>7} {' '.join(cells)}")
    return "\n".join(lines)
