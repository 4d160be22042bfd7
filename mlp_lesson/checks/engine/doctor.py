"""The network doctor: every quantity of a forward and a backward pass against finite differences.

forward and backward come in one of two forms, each recognised by its number of arguments:

    forward(params, X, f) -> (logits, cache)            as in mlp_lesson.network: params is a list
    backward(params, cache, delta, f_prime) -> grads    of (W, b), cache starts with (A, Z), grads
                                                        is a list of (dW, db)
    forward(X, Ws, bs, f) -> (As, Zs)                   as in exercise 05
    backward(Ws, As, Zs, delta, f_prime) -> (dWs, dbs)

Lists start with the first layer. As[l] is the input of layer l, so As[0] is X and the last output
is not in it. f acts in the hidden layers only; the last Z are the logits. delta is ∂L/∂Z of the
last layer and carries the 1/n already.
"""

import copy
import inspect
from typing import NamedTuple

import numpy as np

from ...activations import sigmoid, sigmoid_prime, tanh, tanh_prime
from ...gradcheck import numerical_gradient
from ...network import Layer
from .diagnose import causes_of, diagnose
from .plain import Unreadable, describe, plain
from .report import Report
from .task import Case, Task
from .trial import attempt
from .words import in_words

NAME = "your network"
FORWARDS = {3: "params, X, f", 4: "X, Ws, bs, f"}  # by the number of arguments
BACKWARDS = {4: "params, cache, delta, f_prime", 5: "Ws, As, Zs, delta, f_prime"}
PARTS = ("Z", "A", "dW", "db")
RANDOM_NETWORKS = [  # sizes, rows, f, f'; no more rows than units in a layer: see _deltas
    ((4, 3, 2), 3, tanh, tanh_prime),
    ((3, 5, 4, 3), 2, sigmoid, sigmoid_prime),
    ((3, 3, 3), 3, tanh, tanh_prime),
    ((2, 4, 3, 5, 2), 2, sigmoid, sigmoid_prime),
    ((5, 2), 4, tanh, tanh_prime),
    ((3, 4, 2), 1, tanh, tanh_prime),
]


class Place(NamedTuple):
    """Where a network goes wrong first."""

    case: int
    layer: int  # from 0
    part: str  # Z, A, delta, dW or db


def examine_network(forward, backward, sizes=None, mistakes=()):
    """The Report on a learner's forward and backward passes; it never raises.

    mistakes: those that people make in a backward pass, of the second form above.
    sizes: the units of each layer, (n_inputs, ..., n_outputs); None: six random architectures.
    """
    networks = RANDOM_NETWORKS if sizes is None else _networks_of(sizes)
    unfit = _unfit("forward", forward, FORWARDS) or _unfit("backward", backward, BACKWARDS)
    if networks is None:
        unfit = "sizes are the units of each layer, such as (3, 4, 2): two whole numbers or more."
    if unfit:
        return Report(NAME, "wrong", hints=[unfit])
    trial = attempt(_task(networks, mistakes), (forward, backward))
    if trial.outcomes[0].kind == "error" and trial.outcomes[0].error[0] == "NotImplementedError":
        return Report(NAME, "unanswered", hints=["Write forward and backward first, then ask."])
    if trial.is_right():
        return Report(NAME, "right", hints=[_all_agree(trial)])
    place = _first(trial)
    if place is None:  # no value, or one of another form
        hints = [in_words(hint._replace(case="")) for hint in diagnose(trial)[:2]]
        return Report(NAME, "wrong", hints=hints)
    hints = [_where(trial, place), *_why(trial, place)]
    return Report(NAME, "wrong", 0, 0, hints, *_table(trial, place))


def _unfit(what, function, forms):
    """What to say if this cannot be such a function; None if it can."""
    asked = " or ".join(f"`{what}({names})`" for names in forms.values())
    if not callable(function) or isinstance(function, type):
        return f"You handed over {describe(plain(function))}; asked for is a function {asked}."
    try:
        count = _arguments(function)
    except Exception:  # no readable signature: the call will tell
        return None
    if count not in forms:
        return f"Your {what} takes {count} argument{'s' * (count != 1)}; asked for is {asked}."
    return None


def _networks_of(sizes):
    try:
        sizes = tuple(int(n) for n in sizes)
    except (TypeError, ValueError):
        return None
    if len(sizes) < 2 or min(sizes) < 1 or max(sizes) > 50 or len(sizes) > 12:
        return None
    rows = max(2, min(4, min(sizes[:-1])))
    return [(sizes, rows, tanh, tanh_prime), (sizes, rows, sigmoid, sigmoid_prime),
            (sizes, 1, tanh, tanh_prime)]  # fmt: skip


# ---- the passes, as a task -----------------------------------------------------------------------


def _task(networks, mistakes):
    """A task whose reference is finite differences, and whose results are Z, A, dW and db."""

    def cases(rng):
        return [_case(rng, *network) for network in networks]

    with_forward = [m._replace(wrong=(course_forward, m.wrong)) for m in mistakes if not m.by]
    return Task(
        NAME, 0, by_differences, cases, with_forward,
        parts=PARTS, observe=both_passes, seconds=5.0, rtol=1e-6, atol=1e-8,
    )  # fmt: skip


def _case(rng, sizes, rows, f, f_prime):
    shapes = list(zip(sizes[:-1], sizes[1:], strict=True))
    Ws = [rng.normal(size=shape) / np.sqrt(shape[0]) for shape in shapes]
    bs = [rng.normal(size=n_out) for _, n_out in shapes]
    X, delta = rng.normal(size=(rows, sizes[0])), rng.normal(size=(rows, sizes[-1])) / rows
    note = f"{'-'.join(map(str, sizes))}, {f.__name__}, {rows} row{'s' * (rows > 1)}"
    return Case((Ws, bs, X, delta, f, f_prime), note)


def course_forward(X, Ws, bs, f):
    As, Zs = [X], []
    for W, b in zip(Ws, bs, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(f(Zs[-1]))
    return As[:-1], Zs


def by_differences(Ws, bs, X, delta, f, f_prime):
    """(Z, A, dW, db): the forward pass, and the slopes of L = Σ delta ⊙ logits by differences."""
    As, Zs = course_forward(X, Ws, bs, f)

    def slope(array):
        return numerical_gradient(lambda value: _loss_with(array, value), array)

    def _loss_with(array, value):
        swapped = [[value if a is array else a for a in arrays] for arrays in (Ws, bs)]
        return float(np.sum(delta * course_forward(X, *swapped, f)[1][-1]))

    return Zs, As, [slope(W) for W in Ws], [slope(b) for b in bs]


def both_passes(functions, Ws, bs, X, delta, f, f_prime):
    """(Z, A, dW, db) of a learner's functions, of either form."""
    if not isinstance(functions, tuple):  # the reference
        return functions(Ws, bs, X, delta, f, f_prime)
    forward, backward = functions
    params = [Layer(W, b) for W, b in zip(Ws, bs, strict=True)]
    if _arguments(forward) == 4:
        cache = forward(X, Ws, bs, f)
    else:
        _, cache = _pair(forward(params, X, f), "forward must return (logits, cache)")
    As, Zs = _pair(cache, "the forward pass must give the lists As and Zs")
    As, Zs = [plain(A) for A in As], [plain(Z) for Z in Zs]
    if _arguments(backward) == 5:
        grads = backward(Ws, copy.deepcopy(As), copy.deepcopy(Zs), delta, f_prime)
        dWs, dbs = _pair(grads, "backward must return (dWs, dbs)")
    else:
        grads = backward(params, cache, delta, f_prime)
        pairs = [_pair(g, "backward must return a list of (dW, db)") for g in _list(grads)]
        dWs, dbs = [g[0] for g in pairs], [g[1] for g in pairs]
    return Zs, As, _list(dWs), _list(dbs)


def _pair(value, asked):
    """The first two entries of what should be a tuple of two or more."""
    if not isinstance(value, list | tuple) or len(value) < 2:
        raise Unreadable(f"{asked}; it returned {describe(plain(value))}")
    return value[0], value[1]


def _list(value):
    if not isinstance(value, list | tuple):
        raise Unreadable(
            f"backward must return lists, one entry a layer; got {describe(plain(value))}"
        )
    return list(value)


def _arguments(function):
    """How many arguments must be given by position."""
    parameters = inspect.signature(function).parameters.values()
    return sum(p.default is p.empty and p.kind in (0, 1) for p in parameters)


# ---- where, and why ------------------------------------------------------------------------------


def _first(trial):
    """The first quantity to go wrong, forward before backward; None if the results have no shape.

    Of several networks, the one where it lies nearest to where that pass begins.
    """
    if any(o.kind != "value" for o in trial.outcomes):
        return None
    if any(isinstance(leaf.expected, list | tuple) for leaf in trial.wrong_leaves()):
        return None
    found = [place for i in range(len(trial.cases)) if (place := _first_in(trial, i))]
    if not found:
        return None  # right values, but something was changed

    def order(place):
        depth = len(trial.cases[place.case].args[0])
        if place.part in ("Z", "A"):
            return 0, place.layer
        return 1, depth - place.layer

    return min(found, key=order)


def _first_in(trial, i):
    wrong = {leaf.label for leaf in trial.leaves[i] if leaf.word != "right"}
    depth = len(trial.cases[i].args[0])
    for l in range(depth):
        for part in ("A", "Z"):  # A[l] goes into layer l, Z[l] comes out
            if f"{part}[{l}]" in wrong:
                return Place(i, l, part)
    for l in reversed(range(depth)):
        if f"dW[{l}]" in wrong and f"db[{l}]" in wrong and _deltas(trial, i)[l] is not None:
            return Place(i, l, "delta")
        for part in ("dW", "db"):
            if f"{part}[{l}]" in wrong:
                return Place(i, l, part)
    return None


def _deltas(trial, i):
    """For each layer, the delta that explains both dW = Aᵀδ and db = Σδ; None if none does.

    A has no more rows than columns, so that δ follows from dW.
    """
    _, As, dWs, dbs = trial.outcomes[i].value
    deltas = []
    for A, dW, db in zip(As, dWs, dbs, strict=True):
        delta = None
        if np.ndim(dW) == 2 and np.shape(A)[1] == len(dW) and np.isfinite(dW).all():
            delta = np.linalg.pinv(A.T) @ dW
            fits = delta.sum(axis=0).shape == np.shape(db) and np.allclose(delta.sum(axis=0), db)
            delta = delta if fits else None
        deltas.append(delta)
    return deltas


def _where(trial, place):
    case = trial.cases[place.case]
    depth = len(case.args[0])
    quantity = {
        "Z": "Z = A W + b", "A": "A, the input,", "delta": "delta = ∂L/∂Z",
        "dW": "dW = ∂L/∂W", "db": "db = ∂L/∂b",
    }[place.part]  # fmt: skip
    so_far = "The forward pass is right. " if place.part not in ("Z", "A") else ""
    return (
        f"{so_far}It first goes wrong in {quantity} of layer {place.layer + 1} of {depth} "
        f"(network {case.note})."
    )


def _why(trial, place):
    """The name of the mistake, from exercise 05's catalogue or by its signature."""
    part = "dW" if place.part == "delta" else place.part
    leaves = [
        leaf for leaf in trial.wrong_leaves()
        if leaf.part == part and _from_the_end(trial, leaf) == _from_the_end(trial, place)
    ]  # fmt: skip
    also = "db" if place.part == "delta" else part
    hints = [in_words(hint) for hint in causes_of(trial, part, leaves, also=also)]
    if not hints and place.part == "Z":
        hints = ["Z is the layer's input times W plus b: `A @ W + b`."]
    if not hints and place.part == "A":
        hints = ["A is f of the Z before it; A[0] is X."]
    if not hints and place.part == "delta":
        hints = ["delta = (delta_next @ W_next.T) * f_prime(Z): look at these three factors."]
    return hints[:2]


def _from_the_end(trial, where):
    """How many layers before the last a Leaf or a Place lies."""
    at = where.at if hasattr(where, "at") else where.case
    layer = int(where.label.split("[")[1][:-1]) if hasattr(where, "label") else where.layer
    return len(trial.cases[at].args[0]) - layer


def _table(trial, place):
    """A row for each network, a column for each quantity: right, or the layers where it is not."""
    quantities = ["Z", "A"] if place.part in ("Z", "A") else ["Z", "A", "delta", "dW", "db"]
    rows = [
        [case.note, *(_cell(trial, i, part) for part in quantities)]
        for i, case in enumerate(trial.cases)
    ]
    return ["network", *quantities], rows


def _cell(trial, i, part):
    wrong = {leaf.label for leaf in trial.leaves[i] if leaf.word != "right"}
    if part == "delta":
        both = {int(w[3:-1]) for w in wrong if w[:2] == "dW" and f"db{w[2:]}" in wrong}
        layers = [l for l, delta in enumerate(_deltas(trial, i)) if l in both and delta is not None]
    else:
        layers = sorted(int(w.split("[")[1][:-1]) for w in wrong if w.startswith(f"{part}["))
    if not layers:
        return "right"
    return f"wrong in layer {', '.join(str(l + 1) for l in layers)}"


def _all_agree(trial):
    numbers = sum(np.size(leaf.expected) for case in trial.leaves for leaf in case)
    count = len(trial.cases)
    return (
        f"All {numbers} numbers of Z, A, dW and db agree with the equations and with finite "
        f"differences, in {count} networks."
    )
