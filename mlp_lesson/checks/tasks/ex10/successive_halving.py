"""The rounds of successive halving: fewer and fewer candidates, longer and longer trained."""

import math
from itertools import pairwise

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def successive_halving(n, eta):
    """[(n, 1), (n // eta, eta), (n // eta², eta²), ...], down to one candidate."""
    rounds = [(n, 1)]
    while rounds[-1][0] > 1:
        candidates, resource = rounds[-1]
        rounds.append((max(1, candidates // eta), resource * eta))
    return rounds


def cases(rng):
    return [
        Case((27, 3), "a power of 3"),
        Case((8, 2), "a power of 2"),
        Case((10, 3), "not divisible"),
        Case((20, 3), "6 remain, then 2, then one"),
        Case((23, 4), "23 candidates, a quarter remains"),
        Case((2, 3), "fewer candidates than eta"),
        Case((1, 2), "one candidate"),
        Case((100, 2), "a hundred"),
        Case((5, 5), "two rounds"),
    ]


SLIPS = slips(
    successive_halving,
    """
    rounded-up: candidates // eta -> math.ceil(candidates / eta)
        The candidates are rounded up. Here the best 1/eta go on, rounded *down*.
    rounded: candidates // eta -> round(candidates / eta)
        The candidates are rounded to the nearest whole number; rounded *down* is asked for.
    fractions: candidates // eta -> candidates / eta
        There are no fractions of a candidate: round down, `//`.
    none-left: max(1, candidates // eta) -> candidates // eta
        The last round has no candidate. At least one must be left.
    last-round-missing: = rounds[:-1] if n > 1 else rounds
        The last round is missing: the one candidate that is left is trained as well.
    last-round-always-missing: = rounds[:-1]
        The last round is missing, so for one candidate there is none at all.
    first-round-missing: = rounds[1:]
        The first round is missing: all n candidates with resource 1.
    first-round-often-missing: = rounds[1:] or rounds
        The first round is missing, unless it is the only one: all n candidates with resource 1.
    last-round-twice: = rounds + [(1, rounds[-1][1] * eta)]
        There is a round too many: the one with a single candidate is the last.
    two-lists: = [c for c, _ in rounds], [resource for _, resource in rounds]
        The candidates and the resources come out apart. Asked for is one list, of pairs.
    resource-of-all: = [(candidates, candidates * resource) for candidates, resource in rounds]
        That is the resource of all candidates together. The pair holds what *each* of them gets.
    resource-shared: resource * eta -> n // max(1, candidates // eta)
        A budget of n is shared among those that are left. The resource is multiplied by eta each
        time.
    resource-by-round: resource * eta -> eta * len(rounds)
        The resource is eta times the number of the round. It is multiplied by eta each time.
    resource-added: resource * eta -> resource + eta
        The resource grows by eta each time; it is to be *multiplied* by eta.
    resource-counted: resource * eta -> resource + 1
        The resource counts the rounds. It is multiplied by eta each time.
    resource-same: resource * eta -> resource
        The resource stays 1: those that are left are to be trained longer.
    always-halved: candidates // eta -> candidates // 2
        A half goes on, whatever eta is: it is one in eta.
    resource-doubled: resource * eta -> resource * 2
        The resource doubles, whatever eta is: it is multiplied by eta.
    both-halved: candidates // eta -> candidates // 2
    and: resource * eta -> resource * 2
        It halves and doubles, whatever eta is.
    one-less: candidates // eta -> candidates - 1
        One candidate goes each time. Only one in eta stays.
    eta-go: candidates // eta -> candidates - max(1, candidates // eta)
        One in eta is thrown out; it is one in eta that *stays*.
    from-zero: [(n, 1)] -> [(n, 0)]
        The resource starts at 0, and 0 times eta stays 0: start with 1.
    from-eta: [(n, 1)] -> [(n, eta)]
        The resource starts at eta; the first round has 1.
    exchanged: = [(resource, candidates) for candidates, resource in rounds]
        The two are exchanged: first the number of candidates, then the resource.
    candidates-only: = [candidates for candidates, resource in rounds]
        The resource is missing: each round is a pair.
    stops-at-eta: rounds[-1][0] > 1 -> rounds[-1][0] >= eta
        It stops as soon as fewer than eta are left (there `//` gives 0, and a logarithm no further
        round). The last round has one candidate: go on until then, with `max(1, ...)`.
    one-candidate-twice: while rounds[-1][0] > 1: -> while rounds[-1][0] > 1 or len(rounds) == 1:
        For a single candidate there is a second round. Ask whether one is left *before* another
        round is made, not after it.
    resource-summed: resource * eta -> resource + eta ** len(rounds)
        The second number is what a candidate has got in all rounds so far. It is that of one round:
        eta times that of the round before.
    eta-remain: rounds[-1][0] > 1 -> rounds[-1][0] > eta
        It stops as soon as eta or fewer are left: go on until it is one.
    eta-candidates-go: candidates // eta -> candidates - eta
        eta candidates go each time. It is one in eta that stays: divide.
    resource-falls: = list(zip([c for c, _ in rounds], [r for _, r in rounds][::-1]))
        The resource falls from round to round. It grows: those that are left are trained longer.
    reversed: = rounds[::-1]
        The rounds stand in reversed order: begin with all n candidates and resource 1.
    resource-up-to-n: resource * eta -> min(resource * eta, n)
        The resource is cut at n. It is multiplied by eta in each round, without a bound.
    resource-power-of-round: resource * eta -> (len(rounds) + 1) ** eta
        The resource is the round raised to eta. It is eta raised to the round: each time times eta.
    resource-of-round-squared: resource * eta -> resource ** 2 * eta
        The resource is squared on the way. It is multiplied by eta each time.
    from-n-over-eta: [(n, 1)] -> [(max(1, n // eta), 1)]
        The first round has n // eta candidates already. It has all n.
    two-at-least: max(1, candidates // eta) -> max(2, candidates // eta) if candidates > 2 else 1
        Two candidates are kept at least before the last round. Only one must be left.
    divided-with-plus: candidates // eta -> (candidates + 1) // eta
        1 is added before the division. The best 1/eta go on, rounded down.
    leaves-and-one: candidates // eta -> candidates // eta + (1 if candidates > eta else 0)
        One candidate more goes on each time: candidates // eta is all.
    fixed-three: candidates // eta -> candidates // 3
    and: resource * eta -> resource * 3
        It takes a third, as in the example, whatever eta is.
    twice-the-power: candidates // eta -> n // eta ** (2 * len(rounds) - 1)
        The divisor grows too fast: what was divided already is divided by a power of eta. From
        round to round it is divided by eta once.
    n-over-eta-times-round: candidates // eta -> n // (eta * len(rounds))
        n is divided by eta times the number of the round. Each round divides what the one before it
        had left.
    one-less-remain: candidates // eta -> candidates // eta - 1
        One candidate too few goes on each time: candidates // eta is all.
    stops-at-two: rounds[-1][0] > 1 -> rounds[-1][0] > 2
        It stops as soon as two are left: go on until it is one.
    always-n-over-eta:
    - rounds.append((max(1, candidates // eta), resource * eta))
    + rounds.append((n // eta if candidates == n > eta else 1, resource * eta))
        After the first division nothing is divided any more. Each round divides what the one before
        it had left.
    resource-starts-at-n: [(n, 1)] -> [(n, n)]
        The resource starts at n; the first round has 1.
    root-remain: candidates // eta -> int(candidates ** 0.5)
        The root of the candidates goes on, whatever eta is: it is one in eta.
    rounded-half-up: candidates // eta -> int(candidates / eta + 0.5)
        The candidates are rounded to the nearest whole number, 2.5 to 3; rounded *down* is
        asked for.
    one-round-extra: while rounds[-1][0] > 1: -> while rounds[-1][0] >= eta:
    and: = rounds + [(1, rounds[-1][1] * eta)]
        A round with one candidate is put at the end even where one was left already. Only while
        more than one is left there is another round.
    remainder-added: candidates // eta -> candidates // eta + candidates % eta * (candidates > eta)
        What is left over in the division goes on as well: `//` alone, rounded down, is meant.
    rest-thrown-out: candidates // eta -> candidates - (eta - 1)
        eta - 1 candidates go each time. It is one in eta that stays: divide.
    rounds-by-logarithm:
    - return rounds
    + n_rounds = math.ceil(math.log(n, eta)) + 1
    + return [(max(1, n // eta**k), eta**k) for k in range(n_rounds)]
        The number of rounds comes from a logarithm that is rounded up. Rounding *down* the
        candidates leads to a single one sooner, and then a second round with one follows.
    """,
    math=math,
)


def of_pairs(test):
    """holds(args, value) from test(eta, candidates, resources); True unless pairs came.

    And where the first of them is not (n, 1).
    """

    def holds(args, value):
        pairs = value if isinstance(value, list | tuple) else []
        if not pairs or any(np.shape(pair) != (2,) for pair in pairs):
            return True
        candidates, resources = zip(*pairs, strict=True)
        return tuple(pairs[0]) != (args[0], 1) or test(args[1], candidates, resources)

    return holds


@of_pairs
def candidates_follow(eta, candidates, resources):
    return all(b == max(1, a // eta) for a, b in pairwise(candidates))


@of_pairs
def resources_follow(eta, candidates, resources):
    return all(b == a * eta for a, b in pairwise(resources))


@of_pairs
def reaches_one(eta, candidates, resources):
    return candidates[-1] <= 1


@of_pairs
def ends_with_one(eta, candidates, resources):
    return candidates[-1] == 1 and 1 not in candidates[:-1]


PROMISES = [
    Invariant(
        "end-too-soon",
        "The rounds end too soon: the last one is that with a single candidate.",
        reaches_one,
    ),
    Invariant(
        "end-too-late",
        "The rounds end too late: the first one with a single candidate is the last.",
        ends_with_one,
    ),
    Invariant(
        "candidates-do-not-follow",
        "A number of candidates does not follow from the one before it: that is divided by eta, "
        "rounded *down*, and at least 1.",
        candidates_follow,
    ),
    Invariant(
        "resource-does-not-follow",
        "A resource does not follow from the one before it: that is multiplied by eta, in each "
        "round.",
        resources_follow,
    ),
]

TASK = Task(
    "successive_halving",
    points=2,
    taught_in="Searching settings",
    reference=successive_halving,
    cases=cases,
    mistakes=SLIPS,
    invariants=PROMISES,
    hints=(
        "On paper, for n = 10 and eta = 3: (10, 1), then a third of ten, rounded down, with three "
        "times the resource. When does it end?",
        "Start with a list of one pair, (n, 1). While the last pair has more than one candidate, "
        "append another one made from it.",
        "The next pair is (max(1, candidates // eta), resource * eta).",
    ),
)
