"""XOR for any number of inputs, and any number of them on."""

from itertools import combinations, product

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from .._networks import answers_of, hidden_of, read_network


def exactly_network(d, count):
    """(W1, b1, w2, b2): y = H(h₁ - h₂ - 0.5); h₁ says at least count on, h₂ more than count."""
    W1 = np.ones((d, 2))
    b1 = np.array([0.5 - count, -0.5 - count])
    return W1, b1, np.array([1, -1]), -0.5


def all_inputs(d):
    """(2^d, d): every row of zeros and ones."""
    return np.array(list(product((0, 1), repeat=d)))


def answers_to_all(function, d, count):
    """The network's answer, 0 or 1, to each of the 2^d inputs; 0, or what is wrong with a unit."""
    network = function(d, count)
    answers = answers_of(network, all_inputs(d))
    return np.append(answers, wrong_unit(network, answers, d, count))


OUTPUT, NONE_FOR, EXCHANGED, FOR, AGAINST, GROUPS = 1, 2, 3, 4, 5, 6


def wrong_unit(network, answers, d, count):
    """Of a network that never fires: what is wrong in the output, or in a unit where count are on.

    GROUPS: it fires with more on, and each unit looks at `count` inputs alone. Otherwise 0.
    """
    W1, _, w2, b2 = read_network(network, d)
    X = all_inputs(d)
    if answers[X.sum(axis=1) > count].any():
        return GROUPS if 1 < count < d and (np.sum(W1 != 0, axis=0) == count).all() else 0
    if answers.any() or not count:
        return 0
    if w2[w2 > 0].sum() + b2 <= 0:
        return OUTPUT if (w2 > 0).any() else NONE_FOR
    fires = hidden_of(network, X[X.sum(axis=1) == count]) > 0
    against = fires[:, w2 < 0].any()
    if fires[:, w2 > 0].all():
        return AGAINST
    return EXCHANGED if against else FOR


def cases(rng):
    return [
        Case((2, 1), "1 of 2: XOR"),
        Case((3, 1), "1 of 3"),
        Case((4, 2), "2 of 4"),
        Case((5, 3), "3 of 5"),
        Case((4, 0), "none of 4"),
        Case((3, 3), "all of 3"),
        Case((1, 1), "one input"),
    ]


def hidden(rng):
    """Other numbers than those of the notebook, all kinds in them."""
    drawn = [(d, int(rng.integers(0, d + 1))) for d in (1, 2, 3, 4, 5, 6, 7)]
    return [Case((d, count), f"{count} of {d}") for d, count in drawn]


SLIPS = slips(
    exactly_network,
    """
    at-least: [1, -1] -> [1, 0]
        It says whether *at least* `count` inputs are on. With more it must be silent again: a unit
        that fires for more than `count` must count against, with a negative weight in w2.
    more-than: [1, -1] -> [0, 1]
        It says whether *more than* `count` inputs are on. Is the output an AND of the two units, or
        is there one unit only, with the bias -count, whose sum is 0 where `count` are on? A unit
        for *at least count* must count for it, one for more than `count` against.
    more-than-by-at-most: np.ones((d, 2)) -> np.outer(np.ones(d), [1, -1])
    and: -0.5 - count -> 0.5 + count
        It says whether *more than* `count` inputs are on: the unit for *at most count* counts
        against it. Give it a positive weight in w2, and ask for both units, with b2.
    at-most: [1, -1]), -0.5 -> [0, -1]), 0.5
        It says whether *at most* `count` inputs are on: with fewer it must be silent, too. A unit
        must see to it that at least `count` are on.
    fewer-than: [1, -1]), -0.5 -> [-1, 0]), 0.5
        It says whether *fewer than* `count` inputs are on.
    opposite: [1, -1]), -0.5 -> [-1, 1]), 0.5
        It answers the opposite: 0 for `count`, 1 for every other number. Turn all signs of the
        output unit round, that of b2 as well.
    never: [1, -1] -> [-1, 1]
        It never fires: the signs in w2 are exchanged (or the biases in b1). The unit for *at least
        count* must count for it, the one for more than `count` against.
    always: [1, -1]), -0.5 -> [1, -1]), 0.5
        It always fires: the bias of the output is so high that one hidden unit alone, or none, is
        enough. If both of them must agree, one alone must not be enough.
    one-more: [0.5 - count, -0.5 - count] -> [-count, -1 - count]
        It fires for count + 1, one more than asked for. A sum of exactly 0 is not above 0, H(0) is
        0: the bias for *at least count* lies between -count and 1 - count.
    one-fewer: [0.5 - count, -0.5 - count] -> [1.5 - count, 0.5 - count]
        It fires for count - 1, one fewer than asked for: both hidden units fire one too soon.
    one-more-too: -0.5 - count -> -1.5 - count
        It fires for `count` and for one more: the second unit must count against from count + 1
        on, so its bias lies between -count - 1 and -count.
    one-fewer-too: [0.5 - count -> [1.5 - count
        It fires for `count` and for one fewer: the first unit is one too soon, its bias lies
        between -count and 1 - count.
    one-only: [0.5 - count, -0.5 - count] -> [-0.5, -1.5]
        It always asks for exactly one, as XOR does: use `count`.
    two-only: [0.5 - count, -0.5 - count] -> [-1.5, -2.5]
        It always asks for exactly two, as in the example: use `count`.
    none-on: = W1, b1, np.array([1, -1]) * (count > 0), -0.5
        For `count` 0 it never fires. There all inputs are off, and a sum is its bias alone: that
        of *at least 0* must be above 0. (Does an array of integers cut 0.5 to 0? No special case
        is needed.)
    all-silent: -0.5 - count -> 0.5 - min(count + 1, d)
        For `count` = d it never fires: the second unit, for too many, is on there already. It
        begins at count + 1, even where so many inputs do not exist.
    all-on-at-the-edge: [0.5 - count, -> [(0.5 - count if count < d else -d),
        For `count` = d it never fires: the bias of *at least count* must be above -d there. With -d
        the sum is exactly 0, and H(0) is 0. No special case is needed.
    all-on-against: -0.5 - count -> 0.5 - d
        It is silent again only where *all* inputs are on: the second unit waits for all d of them,
        as with XOR's two inputs. It must fire from count + 1 on.
    groups: [0.5 - count, -0.5 - count] -> [0.5 - count] * len(groups)
    and: np.array([1, -1]) -> np.ones(len(groups))
    and:
    - W1 = np.ones((d, 2))
    + groups = list(combinations(range(d), count))
    + W1 = np.array([[1.0 * (j in group) for group in groups] for j in range(d)])
        It says whether *at least* `count` are on: the unit of a group has the weight 0 for the
        inputs outside of it, so it does not notice that those are on, too. Give them weight -1.
    mean-for-sum: np.ones((d, 2)) -> np.full((d, 2), 1 / d)
        The weights 1/d make a mean of the inputs, at most 1, but the biases speak of a number.
        Give the inputs weights 1.
    every-second: np.ones((d, 2)) -> np.ones((d, d - count + 1))
    and: [0.5 - count, -0.5 - count] -> 0.5 - np.arange(count, d + 1)
    and: np.array([1, -1]) -> (-1.0) ** np.arange(d - count + 1)
        It fires for count + 2, count + 4 ... as well: units that count for and against in turn
        bring it back. Two units are enough, at least `count` and more than `count`.
    all-on: [0.5 - count, -0.5 - count] -> [0.5 - d, -0.5 - d]
        It fires if all inputs are on: b1 asks for d of them. Use `count`.
    odd: np.ones((d, 2)) -> np.ones((d, d))
    and: [0.5 - count, -0.5 - count] -> 0.5 - np.arange(1, d + 1)
    and: np.array([1, -1]) -> (-1.0) ** np.arange(d)
        It fires for every odd number of inputs. XOR of more than two is often read that way;
        here exactly `count` are asked for.
    parity: np.ones((d, 2)) -> np.ones((d, d + 1))
    and: [0.5 - count, -0.5 - count] -> 0.5 - np.arange(d + 1)
    and: np.array([1, -1]) -> (-1.0) ** (count + np.arange(d + 1)) * (np.arange(d + 1) >= count % 2)
        It fires for every number that is even, or odd, as `count` is: count + 2 and count - 2 too.
        XOR of many inputs is often read that way; here exactly `count` are asked for.
    neighbours: [1, -1]), -0.5 -> [-1, 1]), 0.5
    and: [0.5 - count, -0.5 - count] -> [0.5 - count, -1.5 - count]
        It is silent for `count` and count + 1 and fires for all other numbers: the signs in w2 and
        b2 are turned round, and the second bias is one too low.
    off-counted: [0.5 - count, -0.5 - count] -> [0.5 - d + count, -0.5 - d + count]
        It fires where exactly `count` inputs are *off*: are the weights -1, but the biases those
        for weights of 1? With weights of 1 the sum counts the inputs that are on.
    always-for-0: [1, -1] -> [1, -1 if count else 0]
        For `count` 0 it always fires: at least 0 are on everywhere, but more than 0 must silence
        it, as for every other number. No special case is needed.
    always-for-d: [1, -1]), -0.5 -> [1, -1]), -0.5 + (count == d)
        For `count` = d it always fires. All d must be on: no special case is needed, the unit for
        more than d just never fires.
    never-none: [0.5 - count, -0.5 - count] -> [0.5 - max(count, 1), -0.5 - max(count, 1)]
        For `count` 0 it asks for exactly one. No special case is needed: of none the sum is its
        bias.
    never-all: [0.5 - count, -0.5 - count] -> [0.5 - min(count, d - 1), -0.5 - min(count, d - 1)]
        For `count` = d it asks for one fewer. No special case is needed: the unit for more than d
        just never fires.
    """,
    combinations=combinations,
)


def answers_by_number(args, value):
    """(how many inputs are on, does the network fire), for all inputs."""
    return all_inputs(args[0]).sum(axis=1), np.asarray(value)[:-1] == 1


def looks_at_the_number_only(args, value):
    number, fires = answers_by_number(args, value)
    return all(np.ptp(fires[number == n].astype(int)) == 0 for n in set(number))


def silent_below(args, value):
    number, fires = answers_by_number(args, value)
    return not fires[number < args[1]].any()


def silent_above(args, value):
    number, fires = answers_by_number(args, value)
    return not fires[number > args[1]].any()


def fires_there(args, value):
    number, fires = answers_by_number(args, value)
    return fires[number == args[1]].all()


PROMISES = [
    Invariant(
        "by-place",
        "Inputs with equally many ones get different answers: it matters *which* are on. Only how "
        "many may matter: give all inputs of a hidden unit the same weight.",
        looks_at_the_number_only,
    ),
    Invariant(
        "fires-below",
        "It fires somewhere with fewer than `count` inputs on. Is there, for this `count` too, a "
        "unit that fires from `count` on, and is it needed? Work out h for one too few, then y.",
        silent_below,
    ),
    Invariant(
        "fires-above",
        "It fires somewhere with more than `count` inputs on. Is there, for this `count` too, a "
        "unit that fires from count + 1 on, and does it count against? Work out h for one too "
        "many.",
        silent_above,
    ),
    Invariant(
        "output-too-strict",
        "It never fires, whatever the hidden units do: all that counts for it in w2, added to b2, "
        "is not above 0. A sum of exactly 0 is not enough either, H(0) is 0.",
        lambda args, value: value[-1] != OUTPUT,
    ),
    Invariant(
        "no-unit-for-it",
        "It never fires: no weight in w2 is positive, so only b2 could make it fire, and where "
        "just `count` inputs are on it does not. Is a sign in w2 wrong, is b2 not above 0, or have "
        "b1 and w2 changed places?",
        lambda args, value: value[-1] != NONE_FOR,
    ),
    Invariant(
        "units-exchanged",
        "It never fires. Where just `count` inputs are on, a hidden unit with a positive weight in "
        "w2 is silent, and one with a negative weight fires: they are exchanged, in w2 or in b1.",
        lambda args, value: value[-1] != EXCHANGED,
    ),
    Invariant(
        "unit-too-late",
        "It never fires. Where just `count` inputs are on, a hidden unit that counts for it (w2) "
        "is silent. For *at least count*, with weights 1, the bias lies between -count and "
        "1 - count; for *at most count*, with weights -1, between count and count + 1.",
        lambda args, value: value[-1] != FOR,
    ),
    Invariant(
        "unit-too-soon",
        "It never fires. Where just `count` inputs are on, a hidden unit that counts against it "
        "(w2) fires already. It must begin at count + 1: with weights 1 its bias lies between "
        "-count - 1 and -count, a *minus* before it.",
        lambda args, value: value[-1] != AGAINST,
    ),
    Invariant(
        "silent-there",
        "It is silent somewhere with just `count` inputs on. Work out h for such an input: which "
        "unit must fire, which must not, and what do w2 and b2 make of that?",
        fires_there,
    ),
]

TASK = Task(
    "exactly_network",
    points=2,
    taught_in="Three neurons that compute XOR",
    reference=exactly_network,
    cases=cases,
    hidden=hidden,
    mistakes=SLIPS,
    invariants=PROMISES,
    observe=answers_to_all,
    hints=(
        "A single unit can say *at least so many*: with weights 1 its sum counts the inputs that "
        "are on. How do you say *exactly* with two such sentences?",
        "Exactly count: at least `count`, but not more than `count`. Both hidden units have the "
        "same weights. What must the output do with the second?",
        "W1 is all ones, with two columns. The biases are half a step above -count and half a step "
        "below it. The output takes the first unit with weight 1, the second with -1, and a bias "
        "that one vote overcomes.",
    ),
)
