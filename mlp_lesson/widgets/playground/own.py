"""The learner's functions train beside ours: the same start, the same rows, two networks."""

from typing import NamedTuple

import numpy as np

from ...activations import ACTIVATIONS
from ...network import Layer, forward
from ...optimizers import momentum
from .training import Frame, batches, examples, loss_of

USED = ("forward", "output_delta", "backward", "momentum_step")
EXERCISES = "02, 05 and 06"  # in which they are written
MOMENTUM = 0.9
EQUAL = 1e-6  # two weights part when they differ by more, relative to the largest


class Rival(NamedTuple):
    """The network that the learner's functions train; parted: the first epoch that differs."""

    functions: dict  # name -> the learner's function, of those in USED
    params: list
    velocities: list
    parted: int | None = None
    fault: str = ""  # the error that ended it


def usable(functions: dict, frame: Frame) -> list[str]:
    """The functions that take part under the frame's settings; the rest is the course's."""
    skip = {"output_delta"} if frame.setup.loss != "cross-entropy" else set()
    skip |= {"momentum_step"} if frame.setup.rule != "momentum" else set()
    return [name for name in functions if name not in skip]


def refusal(frame: Frame) -> str:
    """Why the two cannot be compared under these settings; "" if they can."""
    if frame.setup.rule not in ("plain", "momentum"):
        return "Your functions train beside ours by the plain rule or by momentum: choose one."
    if frame.setup.penalty != "none":
        return "Your functions know no penalty: choose none."
    if isinstance(frame.setup.activation, tuple):
        return "Your functions know one activation for all hidden layers: choose one."
    return ""


def beside(functions: dict, frame: Frame) -> Rival:
    """A Rival that starts where the frame is, with the same memory of momentum."""
    arrays = [array for layer in frame.params for array in layer]
    memory = [s.get("v", np.zeros_like(w)) for s, w in zip(frame.states, arrays, strict=True)]
    copies = [Layer(W.copy(), b.copy()) for W, b in frame.params]
    return Rival(functions, copies, [np.copy(v) for v in memory])


def advance(rival: Rival, before: Frame, after: Frame) -> Rival:
    """The rival one epoch later, compared with ours, which went from before to after."""
    if rival.fault:
        return rival
    setup, (A, Y, _, _) = before.setup, examples(before.setup)
    functions = {name: rival.functions[name] for name in usable(rival.functions, before)}
    params, velocities = rival.params, rival.velocities
    try:
        with np.errstate(all="ignore"):
            for rows in batches(setup, len(A), after.epoch):
                grads = _gradient(functions, params, A[rows], Y[rows], setup)
                params, velocities = _stepped(functions, params, velocities, grads, setup)
        parted = rival.parted or (None if _equal(params, after.params) else after.epoch)
    except Exception as error:  # the learner's functions may do anything
        fault = f"{type(error).__name__}: {error}"
        return rival._replace(parted=rival.parted or after.epoch, fault=fault)
    return rival._replace(params=params, velocities=velocities, parted=parted)


def _gradient(functions, params, A, Y, setup):
    Ws, bs = [W for W, _ in params], [b for _, b in params]
    f, f_prime = ACTIVATIONS[setup.activation]
    if "forward" in functions:
        As = list(functions["forward"](A, Ws[:-1], bs[:-1], f))
    else:
        As = forward(params, A, f)[1].A
    Zs = [a @ W + b for a, W, b in zip(As, Ws, bs, strict=True)]
    delta_of = functions.get("output_delta", lambda Z, Y: loss_of(setup).value_and_delta(Z, Y)[1])
    backward = functions.get("backward", _backward)
    dWs, dbs = backward(Ws, As, Zs, delta_of(Zs[-1], Y), f_prime)
    return [Layer(dW, db) for dW, db in zip(dWs, dbs, strict=True)]


def _backward(Ws, As, Zs, delta, f_prime):
    from ...network import Cache, backward

    layers = [Layer(W, np.zeros(W.shape[1])) for W in Ws]
    grads = backward(layers, Cache(As, Zs, None), delta, f_prime)
    return [g.W for g in grads], [g.b for g in grads]


def _stepped(functions, params, velocities, grads, setup):
    arrays = [array for layer in params for array in layer]
    slopes = [array for layer in grads for array in layer]
    step = functions.get("momentum_step", _momentum_step)
    mu = MOMENTUM if setup.rule == "momentum" else 0.0
    both = [
        step(w, g, v, setup.rate, mu) for w, g, v in zip(arrays, slopes, velocities, strict=True)
    ]
    new = [np.asarray(w) for w, _ in both]
    return [Layer(*pair) for pair in zip(new[::2], new[1::2], strict=True)], [v for _, v in both]


def _momentum_step(w, g, v, lr, mu):
    w, memory = w.copy(), {"v": v.copy()}
    momentum(w, g, memory, lr, momentum=mu)
    return w, memory["v"]


def _equal(params, others):
    def close(mine, ours):
        return mine.shape == ours.shape and np.allclose(
            mine, ours, rtol=0, atol=EQUAL * max(1.0, np.abs(ours).max()), equal_nan=True
        )

    pairs = zip(params, others, strict=True)
    return all(close(a, b) for mine, ours in pairs for a, b in zip(mine, ours, strict=True))


def said(rival: Rival, frame: Frame) -> str:
    """A sentence on how the two stand."""
    names = ", ".join(usable(rival.functions, frame)) or "none of your functions"
    if rival.fault:
        return f"Your functions ({names}) stopped in epoch {rival.parted}: {rival.fault}"
    if rival.parted:
        return f"Your functions ({names}) and ours part in epoch {rival.parted}."
    return f"Your functions ({names}) train to the same weights as ours so far."
