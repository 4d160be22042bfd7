"""What the playground is in, and what each control does to it: update(state, name, value)."""

from typing import NamedTuple

import numpy as np

from ...library import own_functions
from . import own, problem, training
from .challenges import CHALLENGES, reached
from .problem import OWN, REACH, STOPS, Setup

MOST_FRAMES = 300  # kept of a training; older ones are thinned out
APART = 0.12  # points drawn in one stroke keep this distance
FIRST_TWO = ((-1.0, -1.0, 0), (1.0, 1.0, 1))  # own points, as long as there are none
PATIENCE = 50  # epochs without a better test loss, for the stop rule


class State(NamedTuple):
    film: tuple  # Frames, the last one trained last
    shown: int = 0  # which of them is seen; training goes on from there
    page: str = "data"
    speed: int = 1
    playing: bool = False
    pen: tuple = (0, 0.0, 0.0)  # class and place of the point to add
    edge: tuple = (0, 0, 0)  # layer, from, to of the weight to edit; from = n_in is the bias
    draw: int = 0  # of the loss surface's random direction
    reach: float = 1.5  # and how far its map goes
    challenge: str = "none"
    rival: own.Rival | None = None
    note: str = ""

    @property
    def frame(self) -> training.Frame:
        return self.film[self.shown]


def begin(setup: Setup, **more) -> State:
    """A new start of this set-up."""
    return State((training.start(problem.checked(setup)),), **more)


def thinned(film):
    """About MOST_FRAMES at most: each epoch, or each second, fourth ... of them, and the last."""
    stride = 1
    while film[-1].epoch // stride > MOST_FRAMES:
        stride *= 2
    return (*(f for f in film[:-1] if f.epoch % stride == 0), film[-1])


# ---- what happens ----


def trained(state, epochs):
    """The state some epochs later, or where the stop rule or a lost loss ends the training."""
    frame, film, rival = state.frame, state.film[: state.shown + 1], state.rival
    playing, note = state.playing, ""
    for _ in range(epochs):
        if training.lost(frame):
            playing = False
            break
        before, frame = frame, training.advance(frame)
        rival = rival and own.advance(rival, before, frame)
        film = (*film, frame)
        if note := _stops(state, film):
            playing = False
            break
    film = thinned(film)
    return state._replace(
        film=film, shown=len(film) - 1, playing=playing and not training.lost(frame),
        rival=rival, note=note,
    )  # fmt: skip


def _stops(state, film):
    """Why the training stops here; "" if it goes on."""
    frame, setup = film[-1], film[-1].setup
    if frame.epoch == STOPS[setup.stop]:
        return f"Stopped at epoch {frame.epoch}, as you asked."
    if setup.stop == "test loss rises" and not np.isnan(frame.test):
        best = min(film, key=lambda f: f.test)
        if frame.epoch - best.epoch >= PATIENCE:
            return (
                f"Stopped: no better test loss than {best.test:.4f} of epoch {best.epoch} for "
                f"{PATIENCE} epochs. The slider, picture in time, takes you back to it."
            )
    challenge = CHALLENGES.get(state.challenge)
    if challenge and reached(frame, challenge) and not reached(film[-2], challenge):
        return "Reached."
    return ""


def with_setup(state, **fields):
    """The state with some settings changed; the network stays as far as it can."""
    setup = state.frame.setup._replace(**fields)
    if setup.data == OWN and not setup.own:
        setup = setup._replace(own=FIRST_TWO)
    setup = problem.checked(setup)
    frame = training.changed(state.frame, setup)
    film = (frame,) if frame.epoch == 0 else (*state.film[: state.shown], frame)
    edge = tuple(np.minimum(state.edge, _limits(frame, state.edge[0])).tolist())
    state = state._replace(film=film, shown=len(film) - 1, edge=edge, note="")
    return _with_rival(state, state.rival is not None)


def _limits(frame, layer):
    layer = min(layer, len(frame.params) - 1)
    return layer, *frame.params[layer].W.shape - np.array([0, 1])


def _with_rival(state, wanted):
    """The learner's functions start where the frame is, or say why they cannot."""
    if not wanted:
        return state._replace(rival=None)
    if refusal := own.refusal(state.frame):
        return state._replace(rival=None, note=refusal)
    try:
        rival = state.rival
        functions = rival.functions if rival else own_functions(own.USED, own.EXERCISES)
    except ValueError as missing:
        return state._replace(rival=None, note=str(missing))
    return state._replace(rival=own.beside(functions, state.frame))


def update(state, name, value):
    for names, change in CHANGES.items():
        if name in names:
            return change(state, name, value)
    try:
        return with_setup(state, **_fields(state.frame.setup, name, value))
    except ValueError as refused:
        return state._replace(note=f"{refused}")


def _run(state, name, value):
    """Another epoch, or none any more, or the start again, the same or a new one."""
    if name == "tick":
        return trained(state, state.speed) if state.playing else state
    if name == "step":
        return trained(state._replace(playing=False), 1)
    if name == "play":
        return state._replace(playing=not state.playing and not training.lost(state.frame))
    setup = state.frame.setup
    return _restarted(state, setup._replace(seed=setup.seed + (name == "new")))


def _looked(state, name, value):
    """Another page, speed or picture in time, or the learner's functions beside."""
    state = state._replace(note="")
    if name == "rival":
        return _with_rival(state, value)
    if name == "shown":
        shown = int(np.clip(value, 0, len(state.film) - 1))
        return _with_rival(state._replace(shown=shown, playing=False), False)
    return state._replace(**{name: int(value) if name in ("speed", "draw") else value})


def _fields(setup, name, value):
    """What a control of the pages data, network and training changes in the set-up."""
    match name.split(" ", 1):
        case ["feature", feature]:
            wanted = {*setup.features, feature} if value else {*setup.features} - {feature}
            return {"features": tuple(f for f in problem.FEATURES if f in wanted)}
        case ["units", layer]:
            hidden = list(setup.hidden)
            hidden[int(layer)] = int(value)
            return {"hidden": tuple(hidden)}
        case ["activation", layer]:
            names = list(problem.activations(setup))
            names[int(layer)] = value
            return {"activation": tuple(names)}
        case ["layers"]:
            hidden = (*setup.hidden, *[4] * problem.MOST_LAYERS)[: int(value)]
            names = setup.activation
            if isinstance(names, tuple):  # a new layer takes that of the last one
                names = (*names, *names[-1:] * problem.MOST_LAYERS)[: len(hidden)] or names[0]
            return {"hidden": hidden, "activation": names}
        case ["log_rate"]:
            return {"rate": float(f"{10**value:.3g}")}
    whole = isinstance(Setup._field_defaults[name], int)
    return {name: int(value) if whole else value}


def _restarted(state, setup):
    state = begin(setup)._replace(
        page=state.page, speed=state.speed, pen=state.pen, edge=state.edge, playing=state.playing,
        draw=state.draw, reach=state.reach, challenge=state.challenge, rival=state.rival,
    )  # fmt: skip
    return _with_rival(state, state.rival is not None)


def _drawn(state, name, value):
    """Points of the learner's own: pressed or dragged in the plane, or added at the pen's place."""
    own_points, (kind, x1, x2) = state.frame.setup.own, state.pen
    if name.startswith("pen"):
        pen = {"pen": (int(value), x1, x2), "pen₁": (kind, value, x2), "pen₂": (kind, x1, value)}
        return state._replace(pen=pen[name])
    if name == "plane":
        if state.page != "own points":
            return state._replace(note="To draw points, open the settings of own points.")
        x1, x2 = np.clip(value, -REACH, REACH).round(2).tolist()
        if own_points and np.hypot(x1 - own_points[-1][0], x2 - own_points[-1][1]) < APART:
            return state
    if name in ("plane", "add"):
        own_points = (*own_points, (float(x1), float(x2), kind))
    else:
        own_points = own_points[:-1] if name == "undo" else FIRST_TWO
    if len(own_points) > problem.MOST_POINTS:
        return state._replace(note=f"There is room for {problem.MOST_POINTS} points.")
    setup = state.frame.setup
    share = setup.train_share if setup.data == OWN else 0.9  # of a few points most are to train on
    return with_setup(state, data=OWN, own=own_points, train_share=share)


def _edited(state, name, value):
    """Another weight chosen, or the chosen one set to a number that was typed."""
    layer, row, column = state.edge
    if name == "weight":
        try:
            number = float(value.replace("−", "-").replace(",", "."))
        except ValueError:
            return state._replace(note=f"A weight is a number such as -1.5; got {value!r}.")
        if not np.isfinite(number):
            return state._replace(note="A weight is a finite number.")
        n_in = len(state.frame.params[layer].W)
        row = None if row == n_in else row
        frame = training.replaced(state.frame, layer, row, column, number)
        film = (*state.film[: state.shown], frame)
        state = state._replace(film=film, shown=len(film) - 1, note="")
        return _with_rival(state, state.rival is not None)
    at = ("layer", "row", "column").index(name)
    edge = [*state.edge]
    edge[at] = int(value) - 1
    limits = _limits(state.frame, edge[0])
    return state._replace(edge=tuple(np.clip(edge, 0, limits).tolist()))


def _challenged(state, name, value):
    if name == "best":
        return begin(CHALLENGES[state.challenge].best)._replace(
            page=state.page, speed=state.speed, challenge=state.challenge
        )
    state = state._replace(challenge=value, note="")
    if value == "none":
        return state
    challenge = CHALLENGES[value]
    return _restarted(state, Setup(**challenge.given, features=challenge.features[:2]))


CHANGES = {  # all other controls change the set-up
    ("tick", "step", "play", "reset", "new"): _run,
    ("page", "speed", "shown", "rival", "draw", "reach"): _looked,
    ("pen", "pen₁", "pen₂", "plane", "add", "undo", "clear"): _drawn,
    ("layer", "row", "column", "weight"): _edited,
    ("challenge", "best"): _challenged,
}
