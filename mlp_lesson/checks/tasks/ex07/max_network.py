"""The larger of two numbers, from ReLU units: a bend along a line through the plane."""

import numpy as np

from ....activations import relu
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Mistake, Task
from .._networks import values_of


def max_network():
    """max(x₁, x₂) = max(0, x₁ - x₂) + max(0, x₂) - max(0, -x₂), for all x₁ and x₂."""
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    b1 = np.array([0, 0, 0])
    w2 = np.array([1, 1, -1])
    return W1, b1, w2, 0


SIDE = np.array([-7e6, -3.0, -1.5, -0.4, 0.0, 0.3, 2.0, 3.5, 9e6])
PAIRS = np.stack(np.meshgrid(SIDE, SIDE), axis=-1).reshape(-1, 2)  # (81, 2)


def values_for_pairs(function):
    """The network's y for 81 pairs of numbers."""
    return values_of(function(), PAIRS, relu)


def cases(rng):
    return [Case((), "pairs from minus 7 to plus 9 million")]


SLIPS = slips(
    max_network,
    """
    negative-cut-off: [1, 1, -1]) -> [1, 1, 0])
        Where x₂ is negative it is cut off: max(0, x₂) is 0 there. A number passes a layer of ReLU
        units in two parts, max(0, z) and max(0, -z).
    positive-part-missing: [1, 1, -1]) -> [1, 0, -1])
        Where x₂ is positive it does not get through: max(0, -x₂) is 0 there. A number passes a
        layer of ReLU units in two parts, max(0, z) and max(0, -z).
    absolute-value: [1, 1, -1]) -> [1, 1, 1])
        |x₂| is used in place of x₂: max(0, -z) is *positive* for a negative z, so it counts with a
        minus.
    lead-only: [1, 1, -1]) -> [1, 0, 0])
        That is how much x₁ is larger than x₂, its lead, or 0. Add x₂ itself. (If you do: are its
        two units alike, so that they cancel? The second sees -x₂.)
    lead-missing: [1, 1, -1]) -> [0, 1, -1])
        It is always x₂. Add how much x₁ is larger, max(0, x₁ - x₂).
    lead-subtracted: [1, 1, -1]) -> [-1, 1, -1])
        The lead of x₁ is subtracted from x₂: it must be added, with a plus in w2.
    lead-twice: [1, 1, -1]) -> [2, 1, -1])
        The lead of x₁ is counted twice.
    lead-halved: [1, 1, -1]) -> [0.5, 1, -1])
        Half of the lead of x₁ is added to x₂, which leads to the middle of both: add all of it.
    smaller: [[1, 0, 0], [-1, 1, -1]] -> [[-1, 0, 0], [1, 1, -1]]
    and: [1, 1, -1]) -> [-1, 1, -1])
        That is the smaller of the two. To x₂ must be added what x₁ is *above* it; or, with halves,
        the distance is added to the sum, not subtracted.
    twice-smaller: [[1, 0, 0], [-1, 1, -1]] -> [[-1, 0, 0], [1, 1, -1]]
    and: [1, 1, -1]) -> [-2, 2, -2])
        That is twice the smaller one. In (x₁ + x₂ + |x₁ - x₂|) / 2 the distance is *added*, and
        everything is halved.
    zero: [1, 1, -1]) -> [0, 0, 0])
        The output is 0 everywhere: w2 holds zeros. Does an array of integers cut 1/2 to 0, or do b1
        and w2 stand in each other's place in the result?
    first-always: [[1, 0, 0], [-1, 1, -1]] -> [[0, 1, -1], [0, 0, 0]]
        It is always x₁.
    wrong-partner: [[1, 0, 0], [-1, 1, -1]] -> [[1, 1, -1], [-1, 0, 0]]
        The lead of x₁ over x₂ is added to x₁ itself. It leads from the other one, x₂, to the
        larger.
    sum-for-difference: [[1, 0, 0] -> [[-1, 0, 0]
        A unit bends where x₁ + x₂ is 0. Which of the two is larger, changes where x₁ - x₂ is 0. (Is
        W1 brought into form by `reshape`? Units written as rows must be transposed, `.T`.)
    other-lead: [[1, 0, 0], [-1, 1, -1]] -> [[-1, 0, 0], [1, 1, -1]]
        The lead of x₂ over x₁ is added to x₂, so that it gets too large. Add the lead of x₁.
    positive-parts-added: [[1, 0, 0], [-1, 1, -1]] -> [[1, 0, 0], [0, 1, -1]]
    and: [1, 1, -1]) -> [1, 1, 0])
        The positive parts of both are added. A unit must compare them: it sees x₁ - x₂.
    distance: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0], [-1, 1, 0]]
    and: [1, 1, -1]) -> [1, 1, 0])
        That is the distance |x₁ - x₂|. Half of it leads from the mean of both to the larger.
    mean: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0], [1, -1, 0]]
    and: [1, 1, -1]) -> [0.5, -0.5, 0])
        That is the mean of both: no unit compares them.
    sum: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0], [1, -1, 0]]
    and: [1, 1, -1]) -> [1, -1, 0])
        That is the sum of both: no unit compares them.
    absolute-sum: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0], [1, -1, 0]]
    and: [1, 1, -1]) -> [1, 1, 0])
        That is |x₁ + x₂|: both units look at the sum. A unit must see the difference.
    twice: [1, 1, -1]) -> [2, 2, -2])
        That is twice the larger one. In (x₁ + x₂ + |x₁ - x₂|) / 2 everything is halved.
    distance-not-halved: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 1, -1], [1, -1, -1, 1]]
    and: [0, 0, 0] -> [0, 0, 0, 0]
    and: [1, 1, -1]) -> [0.5, -0.5, 1, 1])
        From the mean to the larger it is *half* the distance |x₁ - x₂|: all of it is added.
    negated: [1, 1, -1]) -> [-1, -1, 1])
        All signs in w2 are wrong: minus the larger one comes out.
    bias-left: [0, 0, 0] -> [0, 100, 0]
    and: [1, 1, -1]) -> [1, 1, 0])
        A large bias keeps the unit on for negative numbers too, but it is never taken away; and
        further out the unit is off all the same. Use two units for x₂, max(0, z) and max(0, -z).
    threshold-biases: [0, 0, 0] -> [-0.5, -0.5, -0.5]
        Biases of -0.5 are for threshold units and inputs 0 and 1. A ReLU unit must bend exactly
        where the two are equal, and where x₂ is 0: no bias is needed.
    bias-one: [0, 0, 0] -> [-1, 0, 0]
        A bias of -1 keeps the first unit off until x₁ is 1 larger. It must begin where both are
        equal: no bias is needed.
    reshaped: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0], [1, 0, -1]]
        W1 is brought into form by `reshape`, which mixes up x₁ and x₂. With the units as rows it
        must be *transposed*, `.T`: W1 has a row for each input.
    sum-cut-off: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 1], [-1, 1, 1]]
    and: [1, 1, -1]) -> [0.5, 0.5, 0.5])
        The sum x₁ + x₂ passes through one unit only, and is cut off where it is negative. A number
        passes in two parts, max(0, z) and max(0, -z), which counts with a minus.
    sum-as-size: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 1, -1], [-1, 1, 1, -1]]
    and: [0, 0, 0] -> [0, 0, 0, 0]
    and: [1, 1, -1]) -> [0.5, 0.5, 0.5, 0.5])
        |x₁ + x₂| stands in the place of x₁ + x₂: max(0, -z) counts with a minus.
    b2-one: w2, 0 -> w2, 1
        1 is added at the output: b2 is 0.
    absolute-values-added: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0, 0], [0, 0, 1, -1]]
    and: [0, 0, 0] -> [0, 0, 0, 0]
    and: [1, 1, -1]) -> [1, 1, 1, 1])
        That is |x₁| + |x₂|. No unit compares the two: one must see x₁ - x₂.
    sum-not-halved: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 1, -1], [1, -1, -1, 1]]
    and: [0, 0, 0] -> [0, 0, 0, 0]
    and: [1, 1, -1]) -> [1, -1, 0.5, 0.5])
        The mean of both is half of x₁ + x₂: all of it is taken, and only the distance is halved.
    half-distance-added: [[1, 0, 0], [-1, 1, -1]] -> [[1, -1, 0, 0], [-1, 1, 1, -1]]
    and: [0, 0, 0] -> [0, 0, 0, 0]
    and: [1, 1, -1]) -> [0.5, 0.5, 1, -1])
        Half the distance |x₁ - x₂| is added to x₂. It leads from the *mean* of both to the larger;
        from x₂ it is max(0, x₁ - x₂).
    """,
)


ONE_SIDED = (  # slips that come with x₁ and x₂ in each other's place, too
    "negative-cut-off", "positive-part-missing", "absolute-value", "lead-only", "lead-subtracted",
    "lead-twice", "lead-halved", "sum-for-difference", "bias-left", "threshold-biases", "bias-one",
    "half-distance-added",
)  # fmt: skip


def mirrored(slip):
    """The same slip by somebody who starts from x₁ and adds the lead of x₂."""

    def exchanged():
        W1, *rest = slip.wrong()
        return W1[::-1], *rest

    return Mistake(f"{slip.id}-x1", slip.hint.translate(str.maketrans("₁₂", "₂₁")), exchanged)


MIRRORED = [mirrored(slip) for slip in SLIPS if slip.id in ONE_SIDED]


def is_right(value):
    return np.isclose(np.asarray(value), PAIRS.max(axis=1))


def where_both_are_small(args, value):
    """False for a network that is right up to 3.5 and wrong further out."""
    far = np.abs(PAIRS).max(axis=1) > 100
    right = is_right(value)
    return not (right[~far].all() and not right[far].all())


def where_negative(args, value):
    """False for one that is right where both are positive and wrong elsewhere."""
    right, positive = is_right(value), (PAIRS >= 0).all(axis=1)
    return not (right[positive].all() and not right[~positive].all())


def on_one_side(args, value):
    """False for one that is right only where the one is larger, or only where the other is."""
    right, first = is_right(value), PAIRS[:, 0] > PAIRS[:, 1]
    second = PAIRS[:, 0] < PAIRS[:, 1]
    return right.all() or not (right[first].all() or right[second].all())


def exact_or_far_off(args, value):
    """False for one that comes near for small numbers, and is right hardly anywhere."""
    near = np.abs(PAIRS).max(axis=1) < 100
    off = np.abs(np.asarray(value) - PAIRS.max(axis=1))[near]
    return not (off.max() < 0.7 and np.mean(off > 1e-6) > 0.8)


PROMISES = [
    Invariant(
        "only-near",
        "It comes near for small numbers, but is exact nowhere: the weights are fitted, or many "
        "bends stand for one. Three ReLU units do it exactly, with weights of 0, 1 and -1.",
        exact_or_far_off,
    ),
    Invariant(
        "right-near-0-only",
        "It is right near 0 and wrong far out: a bias holds only up to its own size. A number of "
        "any size passes in two parts, max(0, z) and max(0, -z).",
        where_both_are_small,
    ),
    Invariant(
        "right-for-positive-only",
        "It is right where both numbers are positive, and wrong for negative ones: max(0, z) cuts "
        "them off. A number passes in two parts, max(0, z) and max(0, -z).",
        where_negative,
    ),
    Invariant(
        "right-on-one-side",
        "It is right where one of the two is larger, and wrong where the other is: a unit must "
        "begin where both are equal, and bring the difference.",
        on_one_side,
    ),
]

TASK = Task(
    "max_network",
    points=2,
    taught_in="With ReLU",
    reference=max_network,
    cases=cases,
    observe=values_for_pairs,
    mistakes=[*SLIPS, *MIRRORED],
    invariants=PROMISES,
    hints=(
        "How much must be added to x₂ to get the larger of the two? It is 0 where x₂ is the larger "
        "one already.",
        "max(x₁, x₂) = x₂ + max(0, x₁ - x₂). The second part is one unit. But x₂ itself must pass "
        "the hidden layer too, and a ReLU unit cuts off what is negative.",
        "A number z is max(0, z) minus max(0, -z): two units. So three are enough: one sees "
        "x₁ - x₂, one x₂, one -x₂; in w2 stand 1, 1 and -1.",
    ),
)
