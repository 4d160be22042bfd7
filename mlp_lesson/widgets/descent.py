"""W9: the way down a bowl and a ravine, step by step, under each update rule."""

from functools import cache, lru_cache, partial
from typing import NamedTuple

import numpy as np

from ..optimizers import adam, momentum, nesterov, rmsprop, sgd
from . import _canvas as ui

CURVATURES = {"bowl": (1.0, 1.0), "ravine": (1.0, 50.0)}  # L = ½ (λ₁ w₁² + λ₂ w₂²)
RULES = {
    "plain": (sgd, ui.BLUE),
    "momentum": (momentum, ui.ORANGE),
    "Nesterov": (nesterov, ui.RED),
    "RMSprop": (rmsprop, ui.PURPLE),
    "Adam": (adam, ui.VIOLET),
}
WITH_MOMENTUM = {"momentum", "Nesterov"}
LIMIT = {"plain", "momentum"}  # the rules whose largest stable rate has a short formula
X, Y = (-9.0, 9.0), (-5.0, 5.0)
FAR = 1e3  # beyond it a walk is lost
MOST_STEPS = 150
TICK = 50  # ms from step to step


class State(NamedTuple):
    surface: str = "ravine"
    rule: str = "plain"
    log_rate: float = -1.6  # log₁₀ of the learning rate
    mu: float = 0.9
    start: tuple = (-8.0, 3.0)
    n: int = 0  # steps taken
    playing: bool = False
    kept: tuple = ()  # walks kept for comparison: (name, colour, places)


def walk(state):
    """The places (n + 1, 2) of the walk, the start first; cut off where it is lost."""
    return _walk(*state[:6])


@lru_cache(maxsize=256)
def _walk(surface, rule, log_rate, mu, start, n):
    curvatures, step = np.array(CURVATURES[surface]), RULES[rule][0]
    if rule in WITH_MOMENTUM:
        step = partial(step, momentum=mu)
    w, memory, places = np.array(start), {}, [start]
    for _ in range(n):
        step(w, curvatures * w, memory, 10**log_rate)
        if not np.abs(w).max() < FAR:
            break
        places.append(tuple(w))
    return np.array(places)


def loss(surface, places):
    """L = ½ (λ₁ w₁² + λ₂ w₂²) at each of the places (n, 2)."""
    return (np.array(CURVATURES[surface]) * np.asarray(places) ** 2).sum(axis=-1) / 2


def stable_rate(state):
    """The learning rate at which the rule is thrown out: 2/λmax, with momentum 2(1 + μ)/λmax."""
    return 2 * (1 + state.mu * (state.rule == "momentum")) / max(CURVATURES[state.surface])


def ended(state):
    return state.n >= MOST_STEPS or len(walk(state)) <= state.n


def update(state, name, value):
    match name:
        case "surface":
            return State(surface=value, rule=state.rule, log_rate=state.log_rate, mu=state.mu)
        case "start":
            x, y = np.clip(value, (X[0], Y[0]), (X[1], Y[1])).round(1)
            return state._replace(start=(float(x), float(y)))
        case "start₁":
            return state._replace(start=(value, state.start[1]))
        case "start₂":
            return state._replace(start=(state.start[0], value))
        case "step" | "tick":
            state = state if ended(state) else state._replace(n=state.n + 1)
            return state._replace(playing=name == "tick" and state.playing and not ended(state))
        case "play":
            n = 0 if ended(state) and not state.playing else state.n
            return state._replace(n=n, playing=not state.playing)
        case "reset":
            return state._replace(n=0, playing=False)
        case "keep":
            kept = (f"{state.rule} at {_rate(state)}", RULES[state.rule][1], walk(state))
            return state._replace(kept=(*state.kept, kept)[-4:])
        case "forget":
            return state._replace(kept=())
    return state._replace(**{name: value})


def draw(state):
    places, colour = walk(state), RULES[state.rule][1]
    ways = [*state.kept, (state.rule, colour, places)]
    surface = ui.Panel(
        x=X, y=Y, marks=[*_contours(state.surface), *_way_marks(ways)],
        title=f"{state.surface}: {state.rule}", xlabel="w₁", ylabel="w₂", name="start",
        alt=f"Height lines of the {state.surface} and the walk of {state.rule} from "
        f"{_place(places[0])}, {len(places) - 1} steps at learning rate {_rate(state)}, to "
        f"{_place(places[-1])}{_kept_words(state)}.",
        width=430, height=320,
    )  # fmt: skip
    curves = [
        ui.Line(np.arange(len(p)), np.log10(np.maximum(loss(state.surface, p), 1e-9)), c,
                3 if i == len(ways) - 1 else 1.5)
        for i, (_, c, p) in enumerate(ways)
    ]  # fmt: skip
    most = max(30, *(len(p) for _, _, p in ways))
    curve = ui.Panel(
        x=(0, most), y=(-6, 4), marks=[*curves, *_legend(ways, most)],
        title="its loss", xlabel="step", ylabel="log₁₀ of the loss",
        alt=f"The loss of each walk by step; now {_loss_words(state)}, {len(places) - 1} steps "
        f"of {state.rule}{_kept_words(state)}.", width=260, height=320,
    )  # fmt: skip
    controls = [
        ui.Choice("surface", "surface", state.surface, list(CURVATURES)),
        ui.Choice("rule", "rule", state.rule, list(RULES)),
        ui.Slider("log_rate", "learning rate, log₁₀", state.log_rate, -3, 0.5, 0.02),
        ui.Slider("mu", "momentum μ", state.mu, 0, 0.99, 0.01, state.rule in WITH_MOMENTUM),
        ui.Slider("start₁", "start w₁", state.start[0], *X, 0.1),
        ui.Slider("start₂", "start w₂", state.start[1], *Y, 0.1),
        ui.Button("step", "Step", not ended(state)),
        ui.Button("play", "Pause" if state.playing else "Play"),
        ui.Button("reset", "Back to the start"),
        ui.Button("keep", "Keep this walk"),
        ui.Button("forget", "Forget kept walks", bool(state.kept)),
    ]
    return ui.View([surface, curve], _readout(state), controls, TICK if state.playing else None)


@cache
def _contours(surface):
    """Ellipses of equal loss, and a cross at the bottom."""
    angle = np.linspace(0, 2 * np.pi, 121)
    highest = loss(surface, [(X[1], Y[1] if surface == "bowl" else 2.4)])
    marks = []
    for share in np.linspace(0.15, 1, 6) ** 2:
        a, b = np.sqrt(2 * share * highest / np.array(CURVATURES[surface]))
        marks.append(ui.Line(a * np.cos(angle), b * np.sin(angle), "#c8c8d0", 1.2))
    return [*marks, ui.Points([0], [0], ui.INK, "cross", size=10)]


def _way_marks(ways):
    marks = []
    for number, (_, colour, places) in enumerate(ways, 1):
        here = number == len(ways)
        marks.append(ui.Line(*places.T, colour, 2.5 if here else 1.2))
        marks.append(ui.Points(*places.T, colour, size=5 if here else 3, edge=colour))
    return [*marks, ui.Points(*places[-1:].T, colour, size=13)]


def _legend(ways, most):
    """Whose the colours are, once there are several walks; right of where a loss begins."""
    marks = []
    for number, (words, colour, _) in enumerate(ways if len(ways) > 1 else []):
        y = 3.5 - 0.7 * number
        marks.append(ui.Line(np.array([0.89, 0.97]) * most, [y, y], colour, 3))
        marks.append(ui.Text(0.86 * most, y, words, size=12, align="right"))
    return marks


def _rate(state):
    return f"{10**state.log_rate:.2g}"


def _loss_words(state):
    return f"{loss(state.surface, walk(state)[-1]):.2g}".replace("-", "−")


def _place(w):
    return f"({ui.number(w[0])}, {ui.number(w[1])})"


def _kept_words(state):
    kept = [f"{rule} to {_place(places[-1])}" for rule, _, places in state.kept]
    return f"; kept: {', '.join(kept)}" if kept else ""


def _readout(state):
    places = walk(state)
    lines = [
        f"{state.rule}, learning rate {_rate(state)}, step {len(places) - 1}: "
        f"w = {_place(places[-1])}, loss {_loss_words(state)}"
    ]
    if len(places) <= state.n:
        lines.append("Thrown out: the steps are too large.")
    elif state.rule in LIMIT:
        formula = "2/λmax" if state.rule == "plain" else "2(1 + μ)/λmax"
        side = "below" if 10**state.log_rate < stable_rate(state) else "above"
        lines.append(f"The limit is {formula} = {stable_rate(state):.3g}; you are {side} it.")
    else:
        lines.append("")
    if state.rule == "plain":
        along, across = (1 - 10**state.log_rate * c for c in CURVATURES[state.surface])
        lines[-1] += f" Factors a step: w₁ {ui.number(along)}, w₂ {ui.number(across)}."
    lines.extend(["Kept: " + "; ".join(name for name, _, _ in state.kept)] if state.kept else [])
    return "\n".join(lines)


def descent(surface="ravine"):
    """Show a walk down the "bowl" or the "ravine": rule, learning rate, momentum, start."""
    n, saved = 30, State(surface=surface)
    for rule, log_rate in {"plain": -1.46, "Adam": -0.3, "momentum": -1.8}.items():
        saved = update(saved._replace(rule=rule, log_rate=log_rate, n=n), "keep", None)
    saved = saved._replace(kept=saved.kept[:-1])
    names = ", ".join(name for name, _, _ in saved.kept)
    ui.show(
        State(surface=surface), update, draw, saved=saved,
        caption=f"{n} steps down the {surface}: {names}, momentum at {_rate(saved)}.",
        invitation="To walk yourself",
    )  # fmt: skip
