"""The whole way back: the gradients of every layer."""

import numpy as np

from ....activations import relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def backward(Ws, As, Zs, delta, f_prime):
    """The gradients of all weights and biases, first layer first."""
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs[::-1], dbs[::-1]


def network(rng, n, sizes, f, f_prime, note, **more):
    """A forward pass through a network of these sizes, and a delta of its last layer."""
    A, As, Zs, Ws = rng.normal(size=(n, sizes[0])), [], [], []
    for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
        Ws.append(rng.normal(size=(n_in, n_out)) / np.sqrt(n_in))
        As.append(A)
        Zs.append(A @ Ws[-1] + rng.normal(size=n_out))
        A = f(Zs[-1])
    return Case((Ws, As, Zs, rng.normal(size=Zs[-1].shape) / n, f_prime), note, **more)


def cases(rng):
    return [
        network(rng, 4, (3, 4, 2), tanh, tanh_prime, "3-4-2, tanh"),
        network(rng, 5, (2, 5, 4, 3), sigmoid, sigmoid_prime, "2-5-4-3, sigmoid"),
        network(rng, 1, (3, 4, 2), tanh, tanh_prime, "a batch of one row"),
        network(rng, 4, (3, 3, 3, 3), tanh, tanh_prime, "3-3-3-3, every W square"),
        network(rng, 3, (3, 2), tanh, tanh_prime, "no hidden layer"),
        network(rng, 6, (2, 4, 3, 5, 2), relu, relu_prime, "2-4-3-5-2, ReLU"),
        network(rng, 300, (40, 30, 20, 5), tanh, tanh_prime, "300 rows", speed=True),
    ]


SLIPS = slips(
    backward,
    """
    input-too-early: As[l].T -> As[l - 1].T
        dW is made with As[l-1]: As[l] is the *input* of layer l already. (At l = 0 Python
        takes As[-1], the last entry.)
    slope-missing: (delta @ Ws[l].T) * f_prime(Zs[l - 1]) -> delta @ Ws[l].T
        f' is forgotten on the way back: the last layer is right, and from there on each
        delta lacks the slope f'(Z) of its layer.
    slope-at-output: Zs[l - 1] -> As[l]
        f' is taken at a layer's outputs, an entry of As: As[l] is f(Zs[l-1]) already. `f_prime`
        takes z: hand it the entry of Zs that these outputs were made from.
    slope-before-weights:
    - delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    + delta = (delta * f_prime(Zs[l])) @ Ws[l].T
        The slope is taken at Zs[l] and multiplied in before the weights. First back through the
        weights, delta @ W.T; then times f' at the Z of the layer before, Zs[l-1].
    first-step-left-out: if l > 0 -> if l > 1
        Delta is not carried on to the first layer: the last step back, from layer 1 to layer 0, is
        left out. Carry it on wherever l > 0.
    slope-one-too-far: Zs[l - 1] -> Zs[l]
        f' is taken at Zs[l], one layer too far up: the delta that leaves layer l belongs to
        layer l-1. (Where all layers are of one size NumPy does not complain.)
    not-transposed: Ws[l].T -> Ws[l]
        W is not transposed on the way back: the error goes from the layer's outputs to its
        inputs. (Where W is square NumPy does not complain.)
    weights-one-too-early: Ws[l].T -> Ws[l - 1].T
        The error passes through Ws[l-1], one layer too far down: it goes back through the W
        of the layer that it has just left, Ws[l].
    delta-not-carried:
    - if l > 0:
    -     delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
        The same delta serves every layer: it must be carried back, `delta = (delta @ W.T) *
        f_prime(Z)`, before the next layer's gradients.
    delta-from-the-end:
    - dWs, dbs = [], []
    + dWs, dbs, last = [], [], delta
    and: delta = (delta @ -> delta = (last @
        Each step back starts from the delta that was handed in, which belongs to the last layer:
        go on from the delta of the layer before, `delta = (delta @ W.T) * f_prime(Z)`.
    slope-at-the-end:
    - dWs, dbs = [], []
    + dWs, dbs = [], []
    + delta = delta * f_prime(Zs[-1])
        The delta handed in is multiplied by f' of the last layer: it is ∂L/∂Z of the last
        layer already, so start with it as it is.
    mean-twice:
    - dWs, dbs = [], []
    + dWs, dbs = [], []
    + delta = delta / len(delta)
        The delta handed in is divided by n: it carries the 1/n already.
    bias-mean: sum(axis=0) -> mean(axis=0)
        The bias gradients are averaged over the batch; delta carries the 1/n already: sum.
    weights-mean: As[l].T @ delta -> As[l].T @ delta / len(delta)
        The weight gradients are divided by n; delta already carries the 1/n.
    bias-not-summed: delta.sum(axis=0) -> delta
        The bias gradients are not summed over the rows: each b is one vector, shared by all
        rows.
    bias-other-axis: axis=0 -> axis=1
        The bias gradients are summed along the wrong axis: sum over the rows (axis=0), which
        leaves one number for each unit.
    weights-transposed: As[l].T @ delta -> delta.T @ As[l]
        The weight gradients are transposed: each must have the shape of its W, A.T @ delta.
    sign:
    - dWs, dbs = [], []
    + dWs, dbs = [], []
    + delta = -delta
        The signs are wrong: a gradient points uphill; the minus belongs to the update.
    last-layer-first: = dWs, dbs
        Gradients come back last layer first: you collect them on the way back. At the end each of
        the two lists must begin with layer 0.
    first-layer-left-out: reversed(range(len(Ws))) -> reversed(range(1, len(Ws)))
        The first layer is left out: its weights need gradients too; only its delta is not
        carried further. Let the loop run down to layer 0.
    from-the-front: reversed(range(len(Ws))) -> range(len(Ws))
    and: = dWs, dbs
        The loop starts at the first layer, but the delta handed in belongs to the last: walk
        from the last layer to the first, `reversed(range(len(Ws)))`.
    from-the-front-reversed: reversed(range(len(Ws))) -> range(len(Ws))
        The lists are reversed at the end, but the loop starts at the first layer: the delta
        handed in belongs to the last, so walk over `reversed(range(len(Ws)))`.
    past-the-first: if l > 0 -> if l >= 0
        At layer 0 delta is carried on, but there is no layer before it: `Zs[-1]` is the last
        layer again, and fits only by chance. Carry delta on only if l > 0.
    weights-only: = dWs[::-1]
        Only one list comes back where two are asked for, (dWs, dbs). (`dWs.reverse()` turns
        the list round and returns None: reverse first, then return.)
    in-pairs: = list(zip(dWs[::-1], dbs[::-1]))
        The gradients come back in pairs, one a layer: two lists are asked for, first all dW,
        then all db.
    updates-on-the-way:
    - dbs.append(delta.sum(axis=0))
    + dbs.append(delta.sum(axis=0))
    + Ws[l] -= 0.1 * dWs[-1]
        The weights are updated on the way back (perhaps even the caller's own `Ws`), so delta goes
        through other weights than the forward pass did. First all gradients, then the update.
    """,
)


def two_layers_only(Ws, As, Zs, delta, f_prime):
    hidden = (delta @ Ws[1].T) * f_prime(Zs[0])
    return [As[0].T @ hidden, As[1].T @ delta], [hidden.sum(axis=0), delta.sum(axis=0)]


def lists_used_up(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    while Ws:
        dWs.insert(0, As.pop().T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        Zs.pop()
        W = Ws.pop()
        if Zs:
            delta = (delta @ W.T) * f_prime(Zs[-1])
    return dWs, dbs


OTHERS = [
    Mistake(
        "two-layers-only",
        "Written for two layers: loop over the layers, from the last to the first, so that any "
        "depth works.",
        two_layers_only,
    ),
    Mistake(
        "lists-used-up",
        "The lists Ws, As and Zs are used up by pop(), but belong to the caller. Use an index.",
        lists_used_up,
    ),
]

TASK = Task(
    "backward",
    points=4,
    taught_in="The whole algorithm",
    reference=backward,
    cases=cases,
    parts=("dWs", "dbs"),
    mistakes=[*SLIPS, *OTHERS],
    faster="Each layer takes two matrix products and a sum along an axis: let `@` do the loops.",
    hints=(
        "Start with `reversed(range(len(Ws)))`, and use what you have written: task 3 gives the "
        "gradients of one layer, task 4 the step to the layer before.",
        "When you are at layer l, the delta you hold belongs to `Zs[l]`. The next one belongs to "
        "`Zs[l - 1]`, and reaches it through the weights of layer l. At layer 0 there is no next "
        "one.",
        "You meet the last layer first, so what you append comes out in the wrong order: reverse "
        "both lists at the end, or insert at the front.",
    ),
)
