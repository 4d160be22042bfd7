"""The rounds of successive halving: fewer and fewer candidates, longer and longer trained."""

import math

from ...engine.slips import slips
from ...engine.task import Case, Task


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
        It stops as soon as fewer than eta are left: go on until it is one.
    """,
    math=math,
)

TASK = Task(
    "successive_halving",
    points=2,
    taught_in="Searching settings",
    reference=successive_halving,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "On paper, for n = 10 and eta = 3: (10, 1), then a third of ten, rounded down, with three "
        "times the resource. When does it end?",
        "Start with a list of one pair, (n, 1). While the last pair has more than one candidate, "
        "append another one made from it.",
        "The next pair is (max(1, candidates // eta), resource * eta).",
    ),
)
