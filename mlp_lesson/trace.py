"""One sample's way through a small network and back: every number, with its name and formula.

trace(...) runs forward and backward of network.py and lists what they compute, unit by unit, in an
order in which a pencil could. The text table, the alt text and the stepper widget are three views
of that one list. Layers and units count from 1; w⁽ˡ⁾ⱼₖ leads from unit j to unit k of layer l.
"""

import re
from itertools import groupby, zip_longest
from typing import NamedTuple

import numpy as np

from .activations import identity, sigmoid, softmax
from .gradcheck import numerical_gradient
from .losses import binary_cross_entropy, half_squared_error, softmax_cross_entropy
from .network import Layer, backward, forward

HEADS = {  # loss: (head, factor, one output's term); for all three, δ of an output is a − y
    half_squared_error: (identity, "½·", "({a} − {y})²"),
    binary_cross_entropy: (sigmoid, "−", "{y}·ln({a}) + (1 − {y})·ln(1 − {a})"),
    softmax_cross_entropy: (softmax, "−", "{y}·ln({a})"),
}
NAME = re.compile(r"f'\(z⁽[¹²³⁴-⁹]⁾[₁-₉]\)|[xyzawbδ](⁽[¹²³⁴-⁹]⁾)?[₁-₉]+")


class Step(NamedTuple):
    """name = formula = numbers = value; a gradient has its finite difference beside it."""

    kind: str  # "z", "a", "slope" (f'(z), which the way back needs), "loss", "delta", "dW", "db"
    layer: int
    unit: int
    name: str
    formula: str
    numbers: str  # the formula, with numbers for names
    value: float
    finite_difference: float | None

    def line(self):
        """As one equation, nothing in it twice."""
        return " = ".join(dict.fromkeys([*self[3:6], decimals(self.value)]))


class Trace(NamedTuple):
    """The steps of one pass, and every name's value; cut(n) is what is known after n steps."""

    steps: list
    values: dict

    def cut(self, n):
        return self._replace(steps=self.steps[:n])

    def stops(self):
        """After how many steps each unit, then the loss, then each unit on the way back is done."""
        units = groupby(self.steps, key=lambda s: (s.finite_difference is None, s.layer, s.unit))
        return np.cumsum([len(list(steps)) for _, steps in units]).tolist()

    def table(self):
        """As text, one line a step; a long sum goes on below, or the page would break it."""
        rows = [("name", "formula", "numbers", "value", "numeric")]
        for s in self.steps:
            check = "" if s.finite_difference is None else decimals(s.finite_difference)
            columns = [s.name], _lines(s.formula), _lines(s.numbers), [decimals(s.value)], [check]
            rows += zip_longest(*columns, fillvalue="")
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)

    def alt(self):
        """As one sentence, in the order of the steps."""
        return ", ".join(f"{s.name} = {decimals(s.value)}" for s in self.steps) + "."

    def _note(self, kind, l, k, name, formula, value, check=None):
        numbers = NAME.sub(lambda found: _factor(self.values[found[0]]), formula)
        numbers = re.sub(r"(^|\(|, )\((−[\d.]+)\)(?=$|,|\))", r"\1\2", numbers)  # f((−1)) -> f(−1)
        self.values[name] = float(value)
        self.steps.append(Step(kind, l, k + 1, name, formula, numbers, float(value), check))


def trace(params, x, y, activation, loss):
    """The Trace of a sample x (n_inputs,) with target y (n_outputs,), at most 9 units a layer.

    activation: Activation(f, f_prime) of the hidden layers; loss: a key of HEADS.
    """
    head, factor, term = HEADS[loss]
    X, Y, L = np.array([x], dtype=float), np.array([y], dtype=float), len(params)
    logits, cache = forward(params, X, activation.f)
    value, delta = loss(logits, Y)
    grads = backward(params, cache, delta, activation.f_prime)
    checks = _finite_differences(params, lambda p: loss(forward(p, X, activation.f)[0], Y)[0])
    arrays = [("x", 0, X[0]), ("y", 0, Y[0])]
    for l, ((W, b), z) in enumerate(zip(params, cache.Z, strict=True), 1):
        arrays += [("w", l, W), ("b", l, b), ("z", l, z[0])]
    t = Trace([], {name(s, l, *i): float(v[i]) for s, l, v in arrays for i in np.ndindex(v.shape)})
    for l, z in enumerate(cache.Z, 1):
        _forward_steps(t, l, params[l - 1].W, z[0], *(activation if l < L else (head, None)))
    terms = [term.format(a=name("a", L, k), y=name("y", 0, k)) for k in range(len(Y[0]))]
    t._note("loss", L + 1, 0, "L", f"{factor}({' + '.join(terms)})", value)
    for l in range(L, 0, -1):
        _backward_steps(t, l, len(params[l].b) if l < L else 0, grads[l - 1], checks[l - 1])
    return t


def _lines(text, width=36):
    """A sum in lines of at most width characters, broken before a plus; a long term stays whole."""
    lines = [""]
    for term in re.split(r" (?=\+ )", text):
        if lines[-1] and len(f"{lines[-1]} {term}") > width:
            lines.append(term)
        else:
            lines[-1] = f"{lines[-1]} {term}".strip()
    return lines


def _forward_steps(t, l, W, z, f, f_prime):
    """z, a and, in a hidden layer, f'(z) of each unit of layer l."""
    names, symbol = [name("z", l, k) for k in range(len(z))], f.__name__.replace("sigmoid", "σ")
    for k, at in enumerate(names):
        products = [f"{name('a', l - 1, j)}·{name('w', l, j, k)}" for j in range(len(W))]
        t._note("z", l, k, at, " + ".join([*products, name("b", l, k)]), z[k])
        formula = f"softmax({', '.join(names)}){_SUB[k]}" if f is softmax else f"{symbol}({at})"
        t._note("a", l, k, name("a", l, k), at if f is identity else formula, f(z)[k])
        if f_prime:
            t._note("slope", l, k, f"f'({at})", f"{symbol}'({at})", f_prime(z)[k])


def _backward_steps(t, l, n_next, grad, check):
    """δ, and the gradients of the weights that lead in and of the bias, of each unit of layer l."""
    for k, value in enumerate(grad.b):  # of one sample, ∂L/∂b is δ itself
        delta, formula = name("δ", l, k), f"{name('a', l, k)} − {name('y', 0, k)}"
        if n_next:
            paths = [f"{name('δ', l + 1, m)}·{name('w', l + 1, k, m)}" for m in range(n_next)]
            back = paths[0] if n_next == 1 else f"({' + '.join(paths)})"
            formula = f"{back}·f'({name('z', l, k)})"
        t._note("delta", l, k, delta, formula, value, check.b[k])
        for j, slope in enumerate(grad.W[:, k]):
            weight, product = name("w", l, j, k), f"{name('a', l - 1, j)}·{delta}"
            t._note("dW", l, k, f"∂L/∂{weight}", product, slope, check.W[j, k])
        t._note("db", l, k, f"∂L/∂{name('b', l, k)}", delta, value, check.b[k])


def _finite_differences(params, loss_of):
    """The gradient of loss_of(params) without backward: a list of Layer."""

    def gradient(l, field):
        def loss_at(array):
            return loss_of([*params[:l], params[l]._replace(**{field: array}), *params[l + 1 :]])

        return numerical_gradient(loss_at, getattr(params[l], field))

    return [Layer(gradient(l, "W"), gradient(l, "b")) for l in range(len(params))]


_SUB, _SUPER = "₁₂₃₄₅₆₇₈₉", " ¹²³⁴⁵⁶⁷⁸⁹"


def name(symbol, l, *units):
    """name("w", 1, 0, 1) is w⁽¹⁾₁₂: code counts units from 0, the text from 1. a⁽⁰⁾ is called x."""
    symbol = f"{symbol}⁽{_SUPER[l]}⁾" if l else symbol.replace("a", "x")
    return symbol + "".join(_SUB[k] for k in units)


def decimals(value):
    """The value to four decimals, with a true minus sign and no minus zero."""
    return f"{value:z.4f}".replace("-", "−")


def _factor(value):
    """The value as it stands in a product: no needless zeros, brackets around a minus."""
    text = decimals(value).rstrip("0").rstrip(".")
    return f"({text})" if text.startswith("−") else text
