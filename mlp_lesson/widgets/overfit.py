"""Noisy points, learned by heart, and two brakes: a penalty, and the epoch after which one stops.

The network has one hidden layer of tanh units. Its weights are drawn once and stay; only the
output's are trained, by plain gradient descent from 0. So each of its errors is known exactly after
any number of epochs, and nothing has to be trained while somebody moves a slider.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from . import _canvas as ui

UNITS, RATE = 60, 0.25
N_LEARNED, N_OTHERS, NOISE = 15, 30, 0.3
LOG_EPOCHS = np.arange(121) / 20  # 1 to 1,000,000 epochs
LOG_PENALTIES = (-5.0, 1.0)
SEEN, UNSEEN = ui.BLUE, ui.ORANGE
X, Y, LOSS = (-1.0, 1.0), (-2.0, 3.0), (-2.0, 0.0)


class State(NamedTuple):
    log_epochs: float = 6.0
    log_penalty: float = -5.0


class Data(NamedTuple):
    """What never changes: the points, what the hidden layer makes of them, how they are seen."""

    x: np.ndarray  # (n,) learned from
    y: np.ndarray
    x_others: np.ndarray
    y_others: np.ndarray
    slopes: np.ndarray  # (UNITS,) of the hidden layer
    places: np.ndarray

    def hidden(self, x):
        """tanh(slope · (x - place)) (n, UNITS), scaled so that the sums stay near 1."""
        return np.tanh(np.subtract.outer(x, self.places) * self.slopes) * 2 / np.sqrt(UNITS)


@lru_cache(maxsize=1)
def data():
    rng = np.random.default_rng(4)
    x, x_others = (np.sort(rng.uniform(*X, n)) for n in (N_LEARNED, N_OTHERS))
    y, y_others = (np.sin(3 * part) + rng.normal(0, NOISE, len(part)) for part in (x, x_others))
    return Data(x, y, x_others, y_others, rng.normal(0, 6, UNITS), rng.uniform(-1.2, 1.2, UNITS))


def weights(penalty, epochs):
    """w(t) (UNITS, epochs): gradient descent on (Σ(Aw - y)² + λ Σw²) / 2n from w = 0, exactly.

    Along each singular direction of A the way that is left shrinks by 1 - η(s² + λ)/n an epoch.
    """
    A, y = data().hidden(data().x), data().y
    U, s, V = np.linalg.svd(A, full_matrices=False)
    curvature = s**2 + penalty
    left = (1 - RATE * curvature / len(y))[:, None] ** np.asarray(epochs)
    return V.T @ ((s * (U.T @ y) / curvature)[:, None] * (1 - left))


@lru_cache(maxsize=64)
def errors(log_penalty):
    """Mean squared errors (2, 121) by epoch: on the points that are learned from, on the others."""
    d, w = data(), weights(10**log_penalty, 10**LOG_EPOCHS)
    return np.array([
        np.mean((d.hidden(x) @ w - y[:, None]) ** 2, axis=0)
        for x, y in ((d.x, d.y), (d.x_others, d.y_others))
    ])  # fmt: skip


def update(state, name, value):
    if name == "stop":  # pressed or dragged in the picture of the errors
        name, value = "log_epochs", float(np.clip(round(value[0] * 20) / 20, 0, LOG_EPOCHS[-1]))
    return state._replace(**{name: value})


class Now(NamedTuple):
    seen: float  # error on the points that are learned from, after the epochs of the state
    unseen: float  # on the others
    lowest: float  # the lowest on the others, for this penalty
    best: float  # and the log of the epochs after which it is reached


def now(state):
    both = errors(state.log_penalty)
    best = both[1].argmin()
    return Now(*both[:, round(20 * state.log_epochs)], both[1, best], LOG_EPOCHS[best])


def draw(state):
    controls = [
        ui.Slider("log_epochs", "epochs, log₁₀", state.log_epochs, 0, LOG_EPOCHS[-1], 0.05),
        ui.Slider("log_penalty", "penalty λ, log₁₀", state.log_penalty, *LOG_PENALTIES, 0.25),
    ]
    return ui.View([_fit(state), _curves(state)], _readout(state), controls)


def _fit(state):
    d, x = data(), np.linspace(*X, 401)
    y = d.hidden(x) @ weights(10**state.log_penalty, [10**state.log_epochs])[:, 0]
    marks = [
        ui.Line(x, np.sin(3 * x), ui.GREY, 1.5, dashed=True),
        ui.Line(x, y, ui.PURPLE, 3),
        ui.Points(d.x_others, d.y_others, UNSEEN, "square", 8),
        ui.Points(d.x, d.y, SEEN),
    ]
    return ui.Panel(
        (X[0] - 0.1, X[1] + 0.1), Y, marks, "What it says (dashed: the truth)", "x", "y",
        width=330, height=320,
        alt=f"The network's curve, {_setting(state)}, among {N_LEARNED} round points that it "
        f"learns from and {N_OTHERS} square ones: error {_error(now(state).seen)} on the round "
        f"ones, {_error(now(state).unseen)} on the square ones.",
    )  # fmt: skip


def _curves(state):
    at, here = state.log_epochs, now(state)
    marks = [ui.Line([at, at], LOSS, ui.GREY, 2)]
    for curve, colour in zip(errors(state.log_penalty), (SEEN, UNSEEN), strict=True):
        marks.append(ui.Line(LOG_EPOCHS, np.log10(curve), colour))
    marks += [
        ui.Points([at], [np.log10(here.unseen)], UNSEEN, "square"),
        ui.Points([at], [np.log10(here.seen)], SEEN),
        ui.Points([here.best], [np.log10(here.lowest)], ui.RED, "diamond", 13),
        ui.Points([0.25], [-1.65], SEEN),
        ui.Text(0.45, -1.65, f"the {N_LEARNED} it learns from", align="left"),
        ui.Points([0.25], [-1.82], UNSEEN, "square"),
        ui.Text(0.45, -1.82, f"{N_OTHERS} others, diamond: lowest", align="left"),
    ]
    return ui.Panel(
        (0, LOG_EPOCHS[-1] + 0.1), LOSS, marks, "Its errors: drag the line",
        "log₁₀ of the epochs", "log₁₀ of the error", name="stop", width=330, height=320,
        alt=f"Both errors by epoch, {_setting(state)}. On the others it is lowest after "
        f"{_epochs(here.best)}: {_error(here.lowest)}.",
    )  # fmt: skip


def _error(value):
    return f"{value:.3f}"


def _epochs(log):
    n = round(10**log)
    return f"{n:,} epoch{'s' * (n > 1)}"


def _setting(state):
    penalty = f"{10**state.log_penalty:.5f}".rstrip("0").rstrip(".")
    return f"λ = {penalty}, stopped after {_epochs(state.log_epochs)}"


def _readout(state):
    here = now(state)
    numbers = (
        f"{_setting(state)}: error {_error(here.seen)} on the {N_LEARNED} points, "
        f"{_error(here.unseen)} on {N_OTHERS} others."
    )
    if here.unseen < 1.02 * here.lowest:
        return f"{numbers}\nOn the others this λ allows no less, or hardly."
    side = "early" if state.log_epochs < here.best else "late"
    lowest = f"after {_epochs(here.best)} it is {_error(here.lowest)} on the others."
    return f"{numbers}\nToo {side}: {lowest}"


def overfit():
    """Show a network that learns noisy points by heart: when to stop, and how large a penalty."""
    state = State()
    here = now(state)
    ui.show(
        state, update, draw,
        caption=f"After {_epochs(state.log_epochs)} the error on the others is {here.unseen:.1f}; "
        f"after {_epochs(here.best)}, at the diamond, it was {here.lowest:.1f}.",
        invitation="To stop it in time",
    )  # fmt: skip
