"""W4: forward and backward through a 2-2-1 network, a unit at a time, every number shown.

The numbers come from trace.py: this module only decides which of them are known yet and where they
stand. On the way back the learner may type each delta before it is shown.
"""

import ast
import operator
from typing import NamedTuple

import numpy as np

from ..activations import ACTIVATIONS
from ..losses import binary_cross_entropy
from ..network import Layer
from ..trace import decimals, name, trace
from . import _canvas as ui

PARAMS = [
    Layer(np.array([[0.8, -0.4], [-0.6, 1.2]]), np.array([0.1, 0.3])),
    Layer(np.array([[1.5], [-1.0]]), np.array([0.2])),
]
UNITS = {(0, 0): (60, 320), (0, 1): (60, 110), (1, 0): (325, 320), (1, 1): (325, 110),
         (2, 0): (600, 215), (3, 0): (745, 215)}  # fmt: skip
ALONG = {1: 0.32, 2: 0.5}  # where on an edge its weight stands
TOLERANCE = 0.02  # of the delta, and never less than 0.001: three decimals are always enough
SYMBOLS = {"logistic": "σ", "tanh": "tanh", "relu": "relu"}
SIGN = "The size is right, the sign is not: δ = ∂L/∂z, with a plus."
BACK = ui.VIOLET  # what belongs to the way back


class State(NamedTuple):
    params: list = PARAMS  # never changed
    x: tuple = (1.0, 0.5)
    y: int = 1
    activation: str = "tanh"
    done: int = 0  # units finished, counted through both directions
    said: str = ""  # the verdict on the last delta typed
    found: tuple = ()  # the deltas that the learner found without being shown


def whole(state):
    """The Trace of the whole pass, and how many of its steps are done at each of its stops."""
    f = ACTIVATIONS[state.activation]
    t = trace(state.params, state.x, [state.y], f, binary_cross_entropy)
    return t, [0, *t.stops()]


def asked(state):
    """The Step of the delta that comes next, or None."""
    return _asked(*whole(state), state.done)


def _asked(t, stops, done):
    coming = t.steps[stops[done] :][:1]
    return coming[0] if coming and coming[0].kind == "delta" else None


def update(state, control, value):
    if control == "delta":
        return judge(state, value)
    if control in ("step", "next", "back"):
        done = {"step": value, "next": state.done + 1, "back": state.done - 1}[control]
        return state._replace(done=int(np.clip(done, 0, len(whole(state)[1]) - 1)), said="")
    state = state._replace(said="", found=())
    match control:
        case "again":
            return state._replace(done=0)
        case "x₁":
            return state._replace(x=(value, state.x[1]))
        case "x₂":
            return state._replace(x=(state.x[0], value))
        case "y":
            return state._replace(y=int(value))
    return state._replace(activation=value)


def judge(state, words):
    """Compare what the learner typed with the delta that comes next: right, or a nudge."""
    step = asked(state)
    if step is None:
        return state
    try:
        typed = calculate(words)
    except (SyntaxError, ValueError, ZeroDivisionError):
        hint = "is no number: type one such as −0.25, or a product such as 0.5 * -0.5"
        return state._replace(said=f"“{words}” {hint}.")
    if abs(typed - step.value) <= max(TOLERANCE * abs(step.value), 0.001):
        found = dict.fromkeys([*state.found, step.name])
        said = f"Right: {step.name} = {decimals(step.value)}."
        return state._replace(done=state.done + 1, said=said, found=tuple(found))
    return state._replace(said=f"{words.strip()}: not yet. {nudge(state, step, typed)}")


def nudge(state, step, typed):
    """What the wrong number typed for this delta tells, without the right one."""
    t, k = whole(state)[0].values, step.unit - 1
    if step.layer == 2:
        a, y = t[name("a", 2, 0)], t["y₁"]
        slips = [(y - a, SIGN), (a, "The target is missing: how far is the output from it?"),
                 ((a - y) * a * (1 - a), "σ' is in it, and it should not be: with cross-entropy it "
                  "cancels.")]  # fmt: skip
    else:
        above, w, slope = t[name("δ", 2, 0)], t[name("w", 2, k, 0)], t[f"f'({name('z', 1, k)})"]
        at_a = float(ACTIVATIONS[state.activation].f_prime(t[name("a", 1, k)]))
        slips = [(above * w, f"f' is missing: {name('z', 1, k)} acts through its unit's slope."),
                 (above * slope, f"The weight is missing: the error comes back through "
                  f"{name('w', 2, k, 0)}."),
                 (above * w * at_a, f"f' is taken at {name('a', 1, k)}; it belongs to "
                  f"{name('z', 1, k)}."),
                 (-step.value, SIGN)]  # fmt: skip
    for slip, hint in slips:
        if abs(typed - slip) <= max(TOLERANCE * abs(slip), 0.001):
            return hint
    return f"Use {step.name} = {step.formula}; every number in it is in the picture."


OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv, ast.USub: operator.neg, ast.UAdd: operator.pos}  # fmt: skip


def calculate(words):
    """The value of a number or of a sum, difference, product or quotient of numbers."""

    def value(node):
        match node:
            case ast.Constant(int() | float() as number):
                return float(number)
            case ast.UnaryOp(sign, operand) if type(sign) in OPERATORS:
                return OPERATORS[type(sign)](value(operand))
            case ast.BinOp(left, sign, right) if type(sign) in OPERATORS:
                return OPERATORS[type(sign)](value(left), value(right))
        raise ValueError(words)

    plain = words.translate({ord("−"): "-", ord("·"): "*", ord("×"): "*", ord(","): "."})
    return value(ast.parse(plain.strip(), mode="eval").body)


def draw(state):
    full, stops = whole(state)
    t, last = full.cut(stops[state.done]), len(stops) - 1
    question = _asked(full, stops, state.done)
    controls = [
        ui.Button("back", "Back", state.done > 0),
        ui.Button("next", "Step", state.done < last),
        ui.Entry("delta", "your δ", enabled=question is not None),
        ui.Slider("step", "step", state.done, 0, last, 1),
        ui.Slider("x₁", "x₁", state.x[0], -2, 2, 0.1),
        ui.Slider("x₂", "x₂", state.x[1], -2, 2, 0.1),
        ui.Choice("y", "target y", str(state.y), ["0", "1"]),
        ui.Choice("activation", "activation", state.activation, ["logistic", "tanh", "relu"]),
        ui.Button("again", "Start again"),
    ]
    panel = ui.Panel(
        (0, 820), (0, 430), _network(state, t), axes=False, width=820, height=430,
        alt=f"A 2-2-1 network with inputs {ui.number(state.x[0], 1)} and "
        f"{ui.number(state.x[1], 1)} and target {state.y}. "
        + (t.alt() if t.steps else "Nothing is computed yet."),
    )  # fmt: skip
    return ui.View([panel], _readout(state, t, stops, question), controls)


def _network(state, t):
    """Edges with their weights, units with their numbers, gradients in violet once they exist."""
    values = {step.name: decimals(step.value) for step in t.steps}
    last = t.steps[-1] if t.steps else None
    now = (last.layer, last.unit - 1) if last else None
    back = last is not None and last.finite_difference is not None
    strong = BACK if back else ui.ORANGE
    arrows, words = [_edge((2, 0), (3, 0), now, back, strong)], []
    for l, (W, b) in enumerate(state.params, 1):
        for j, k in np.ndindex(W.shape):
            arrows.append(_edge((l - 1, j), (l, k), now, back, strong))
            words += _weight(l, j, k, W[j, k], values)
        for k, bias in enumerate(b):
            words += _unit(l, k, bias, values)
    words += [_words(*UNITS[0, k], 38, name("x", 0, k)) for k in range(2)]
    words.append(_words(*UNITS[3, 0], 38, f"target y = {state.y}"))
    words += [_words(*UNITS[3, 0], -38, f"L = {values['L']}")] if "L" in values else []
    inside = ["", SYMBOLS[state.activation], "σ", "L"]
    symbols = [ui.number(state.x[k], 1) if l == 0 else inside[l] for l, k in UNITS]
    return [
        *arrows,
        _ground(words),  # no line crosses the words
        *([ui.Points(*np.transpose([UNITS[now]]), strong, size=56, edge=strong)] if now else []),
        ui.Points(*np.transpose(list(UNITS.values())), "#ffffff", size=46),
        *words,
        *(_words(x, y, 0, symbol, size=15, bold=True)
          for (x, y), symbol in zip(UNITS.values(), symbols, strict=True)),
    ]  # fmt: skip


def _edge(tail, head, now, back, strong):
    """An arrow between two units; thick, and on the way back reversed, where numbers pass now."""
    start, end = np.array(UNITS[tail], dtype=float), np.array(UNITS[head], dtype=float)
    margin = 27 * (end - start) / np.linalg.norm(end - start)
    start, end = tuple(start + margin), tuple(end - margin)
    if now != (tail if back else head):
        return ui.Arrow(start, end, ui.GREY, 1.5)
    return ui.Arrow(end, start, strong, 3) if back else ui.Arrow(start, end, strong, 3)


def _weight(l, j, k, w, values):
    """A weight on its edge, and its gradient."""
    (x0, y0), (x1, y1), share = UNITS[l - 1, j], UNITS[l, k], ALONG[l]
    x, y = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
    words = [_words(x, y, 10, f"{name('w', l, j, k)} = {ui.number(w, 1)}")]
    gradient = values.get(f"∂L/∂{name('w', l, j, k)}")
    return words + ([_words(x, y, -9, f"∂L/∂w = {gradient}", BACK)] if gradient else [])


def _unit(l, k, bias, values):
    """What is known of a unit: over it the way forward, under it the way back."""
    x, y = UNITS[l, k]
    z, delta = name("z", l, k), name("δ", l, k)
    over = [n for n in (f"f'({z})", name("a", l, k), z) if n in values]
    words = [_words(x, y, 38 + 18 * i, f"{n} = {values[n]}") for i, n in enumerate(over)]
    words.append(_words(x, y, -38, f"{name('b', l, k)} = {ui.number(bias, 1)}"))
    if delta in values:
        gradient = values[f"∂L/∂{name('b', l, k)}"]
        words.append(_words(x, y, -57, f"{delta} = {values[delta]}", BACK, bold=True))
        words.append(_words(x, y, -75, f"∂L/∂b = {gradient}", BACK))
    return words


def _words(x, y, shift, words, colour=ui.INK, size=13, bold=False):
    return ui.Text(x, y + shift, words, colour, size, bold=bold, halo=False)


def _ground(words):
    """One white area under all the words: a rectangle for each, the pen lifted in between."""
    corners = []
    for text in words:
        half = 3.1 * len(text.words)
        for side, edge in [(-1, -1), (1, -1), (1, 1), (-1, 1)]:
            corners.append((text.x + side * half, text.y + edge * 12))
        corners.append((np.nan, np.nan))
    return ui.Area(*np.transpose(corners), "#ffffff", 1.0)


def _readout(state, t, stops, question):
    """What was computed last, what was said of the delta typed, and what comes next."""
    lines = []
    for step in t.steps[stops[max(state.done - 1, 0)] :]:
        check = step.finite_difference
        beside = "" if check is None else f"     finite difference: {decimals(check)}"
        lines.append(step.line() + beside)
    if state.said:
        lines.append(state.said)
    if question:
        z = name("z", question.layer, question.unit - 1)
        lines.append(f"What is {question.name} = ∂L/∂{z}? Type it and press Enter, or press Step.")
    elif state.done == 0:
        lines.append("Press Step: the numbers go forward, from the inputs to the loss.")
    elif state.done == len(stops) - 1:
        lines.append(f"Both passes are done. You found {len(state.found)} of 3 deltas yourself.")
    return "\n".join(lines)


def backprop_stepper(x=(1.0, 0.5), y=1, activation="tanh"):
    """Show a 2-2-1 network to step through, forward and backward; its still shows both passes."""
    start = State(x=tuple(x), y=y, activation=activation)
    t, stops = whole(start)
    n = sum(step.kind in ("dW", "db") for step in t.steps)
    ui.show(
        start, update, draw, saved=start._replace(done=len(stops) - 1),
        caption=f"Forward to the loss, {decimals(t.values['L'])}, and back to its {n} gradients.",
        invitation="To step through them",
    )  # fmt: skip
