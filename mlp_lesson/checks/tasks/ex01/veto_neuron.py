"""A rule in words as weights: so many inputs must be on, and one has a veto."""

from itertools import product

import numpy as np

from ...engine.plain import Unreadable, describe, plain
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def veto_neuron(d, least, veto):
    """(w, b): fires if at least so many of its inputs are 1, and the one with the veto is 0.

    d inputs, each 0 or 1; veto is the number of one of them, from 0; 1 <= least <= d - 1.
    """
    w = np.ones(d)
    w[veto] = -d  # outweighs all the others together
    return w, 0.5 - least


MANY = 12  # inputs, from which on there are too many rows to ask for all


def all_inputs(d, least, veto):
    """(2^d, d): every row of zeros and ones; where d is large, those that tell most."""
    if d <= MANY:
        return np.array(list(product((0, 1), repeat=d)))
    others = np.delete(np.arange(d), veto)
    rows = np.zeros((4, 2, 2, d), dtype=int)
    for row, count in zip(rows, (0, least - 1, least, d - 1), strict=True):
        row[0][:, others[:count]] = row[1][:, others[len(others) - count :]] = 1
    rows[:, :, 1, veto] = 1
    return rows.reshape(-1, d)


def answers_to_all(function, d, least, veto):
    """The neuron's answer, 0 or 1, to each of the 2^d inputs."""
    value = function(d, least, veto)
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise Unreadable(f"asked for: (w, b); your function returned {describe(plain(value))}")
    w, b = (plain(np.asarray(part)) if isinstance(part, list) else plain(part) for part in value)
    if np.shape(w) == () and np.shape(b) == (d,):
        raise Unreadable("the results stand in the wrong order: return (w, b)")
    for name, part, shape in (("w", w, (d,)), ("b", b, ())):
        if not isinstance(part, int | float | np.ndarray) or np.shape(part) != shape:
            asked = f"d weights, an array (d,), with d = {d}" if shape else "one number"
            raise Unreadable(f"the result {name} is {describe(part)}; asked for: {asked}")
    if not (np.isfinite(w).all() and np.isfinite(b)):
        raise Unreadable(
            "a weight is infinite or NaN, and infinity times an input of 0 is NaN. A veto needs "
            "no more than to outweigh all the others together"
        )
    return (all_inputs(d, least, veto) @ w + b > 0).astype(int)


def cases(rng):
    return [
        Case((5, 3, 4), "3 of 4, the last has the veto"),
        Case((3, 1, 0), "1 of 2, the first has the veto"),
        Case((3, 2, 1), "2 of 2"),
        Case((2, 1, 1), "two inputs"),
        Case((6, 2, 2), "2 of 5"),
        Case((7, 5, 3), "5 of 6"),
        Case((9, 1, 2), "1 of 8"),
        Case((MANY, 1, 0), "1 of 11", speed=True),
        Case((60, 1, 7), "1 of 59", speed=True),
    ]


def hidden(rng):
    """Other numbers than those of the notebook, all kinds in them."""
    drawn = [(d, int(rng.integers(1, d)), int(rng.integers(d))) for d in (2, 3, 4, 5, 6, 7, 8, 9)]
    many = Case((60, 1, int(rng.integers(60))), "1 of 59", speed=True)
    return [*(Case(args, f"{args[1]} of {args[0] - 1}") for args in drawn), many]


SLIPS = slips(
    veto_neuron,
    """
    fires-beyond: 0.5 - least -> -least
        With exactly `least` inputs on it stays silent. The sum of a neuron must be *above* 0:
        H(0) is 0. Put the bias between -least and 1 - least.
    fires-too-soon: 0.5 - least -> 1.5 - least
        One input fewer than `least` is enough for it: the bias is 1 too high.
    bias-sign: 0.5 - least -> least - 0.5
        The bias has the wrong sign: it is added, so a high threshold is a *negative* bias.
    bias-missing: 0.5 - least -> 0
        One input is enough, whatever `least` is: the bias is 0, or a fixed number. It says how
        many must be on, and lies a little above -least.
    fires-unless-vetoed: 0.5 - least -> least - 0.5
    and: w[veto] = -d -> w[veto] = -2 * d
        It fires wherever the veto is off, even with none of the others on. Has the bias the wrong
        sign? It is added, so a high threshold is a *negative* bias.
    at-most: np.ones(d) -> -np.ones(d)
    and: 0.5 - least -> least + 0.5
        It fires where *at most* `least` of the others are on: their weights are negative. With
        weights 1 the sum grows with each that is on, and a negative bias says how many it takes.
    weights-shared: np.ones(d) -> np.full(d, 1 / least)
    and: 0.5 - least -> -0.5
        The weights are divided by `least`, and for the bias -0.5 half as many are enough. Weights
        of 1 are simplest: then it is the bias that depends on `least`.
    any: 0.5 - least -> -0.5
    and: w[veto] = -d -> w[veto] = -1
        One input is enough, and -1 is too weak for a veto: the bias must depend on `least`, and
        the weight of the veto outweigh all the others together.
    all-others: 0.5 - least -> 1.5 - d
        It fires only if *all* the others are on. `least` says how many are enough.
    never-fires: 0.5 - least -> 0.5 - d
        It never fires. With exactly `least` of the others on, and the veto off, the sum must be
        above 0: are their weights positive, and is the bias only a little above -least? (The veto
        is a weight: in the bias it holds always.)
    always-fires: 0.5 - least -> 0.5 + d
        It always fires: the bias is so high that nothing brings the sum down to 0.
    half: 0.5 - least -> 0.5 - d / 2
        It fires if half of the inputs are on, whatever `least` is.
    veto-counts: w[veto] = -d -> w[veto] = 1
        Input `veto` is counted like the others. It needs a weight of its own, a negative one.
    veto-ignored: w[veto] = -d -> w[veto] = 0
        Input `veto` is ignored: with weight 0 it has no effect. A veto pulls the sum below 0.
    veto-minus-one: w[veto] = -d -> w[veto] = -1
        The veto is too weak: -1 takes back one input, and more of them may be on. It must outweigh
        all the others together.
    weak-and-silent: w[veto] = -d -> w[veto] = -1
    and: 0.5 - least -> -least
        Two things. With exactly `least` on it stays silent: the sum must be *above* 0, so put the
        bias between -least and 1 - least. And a veto of -1 is too weak: it must outweigh all the
        others together.
    veto-minus-least: w[veto] = -d -> w[veto] = -least
        The veto is too weak: -least takes back `least` inputs, and more of them may be on. It must
        outweigh all the others together.
    veto-by-one-too-weak: w[veto] = -d -> w[veto] = least - d + 1
        The veto is nearly strong enough: where all the others are on it is outweighed. Compute
        the sum for that case. (Does an array of integers cut off a fraction of its weight?)
    veto-from-one: w[veto] -> w[veto - 1]
        Another input has the veto: they are counted from 0, so it is `w[veto]`, not
        `w[veto - 1]`.
    veto-last: w[veto] -> w[-1]
        Always the last input has the veto. Which one it is, `veto` says.
    veto-first: w[veto] -> w[0]
        Always the first input has the veto. Which one it is, `veto` says.
    veto-sign: w[veto] = -d -> w[veto] = d
        The weight of the veto has the wrong sign: it makes the neuron fire. A veto is negative.
    veto-required: w[veto] = -d -> w[veto] = d
    and: 0.5 - least -> 0.5 - least - d
        It fires only while input `veto` is *on*. It must be off: give it a negative weight, and no
        part in the bias.
    opposite: = -w, least - 0.5
        It answers the opposite: turn all signs round, that of the bias too.
    veto-next: w[veto] -> w[(veto + 1) % d]
        The input behind `veto` has the veto. Inputs are counted from 0, so it is `w[veto]`.
    veto-minus-two: w[veto] = -d -> w[veto] = -2
        The veto is too weak: -2 takes back two inputs, and more of them may be on. It must outweigh
        all the others together.
    veto-from-the-end: w[veto] -> w[-1 - veto]
        The veto is counted from the end. Inputs are counted from 0 at the front: `w[veto]`.
    half-of-others: 0.5 - least -> 0.5 - (d - 1) / 2
        It fires if half of the others are on, whatever `least` is.
    """,
)


def fired(args, value):
    """(number of the other inputs that are on, is the veto on, did it fire), of all inputs."""
    _, _, veto = args
    X = all_inputs(*args)
    return X.sum(axis=1) - X[:, veto], X[:, veto] == 1, np.asarray(value) == 1


def obeys_the_veto(args, value):
    _, vetoed, fires = fired(args, value)
    return not (vetoed & fires).any()


def waits(args, value):
    others, vetoed, fires = fired(args, value)
    return not ((others < args[1]) & ~vetoed & fires).any()


def fires_when_due(args, value):
    others, vetoed, fires = fired(args, value)
    return fires[(others >= args[1]) & ~vetoed].all()


def counts_alike(args, value):
    others, vetoed, fires = fired(args, value)
    return all(np.ptp(fires[(others == n) & ~vetoed].astype(int)) == 0 for n in set(others))


PROMISES = [
    Invariant(
        "veto-overruled",
        "It fires for an input in which `veto` is on: its weight is too weak there. It must "
        "outweigh all the others together, so no fixed number is enough: the more inputs, the "
        "stronger it must be.",
        obeys_the_veto,
    ),
    Invariant(
        "by-place",
        "It matters *which* of the others are on, but only how many may matter: give all of them "
        "the same weight.",
        counts_alike,
    ),
    Invariant(
        "fires-early",
        "It fires where fewer than `least` of the others are on: the bias is too high for these "
        "weights. Work out the sum for one too few: it must not be above 0.",
        waits,
    ),
    Invariant(
        "silent",
        "It stays silent somewhere although `least` of the others are on and the veto is off: the "
        "bias is too low for these weights. Work out the sum for exactly `least`: it must be above "
        "0.",
        fires_when_due,
    ),
]

TASK = Task(
    "veto_neuron",
    points=2,
    taught_in="A weighted sum",
    reference=veto_neuron,
    cases=cases,
    hidden=hidden,
    mistakes=SLIPS,
    invariants=PROMISES,
    observe=answers_to_all,
    hints=(
        "First without the veto: which weights make the sum count the inputs that are on, and "
        "which bias lets it be above 0 from `least` on?",
        "With weights 1 the bias lies between -least and 1 - least: H(0) is 0. Now the veto. In "
        "the worst case all the others are on: how far must it pull the sum down?",
        "All weights 1, then the one with the number `veto` something like minus d. The bias is "
        "half a step above -least.",
    ),
)
