"""Fair shares of what players earn together: exact Shapley values."""

from itertools import combinations, permutations
from math import comb, factorial
from typing import NamedTuple

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Mistake, Task


def shapley(value, n):
    """φᵢ = 1/n Σ over S without i of (v(S with i) - v(S)) / C(n - 1, |S|)."""
    phi = np.zeros(n)
    for i in range(n):
        others = [j for j in range(n) if j != i]
        for size in range(n):
            share = 1 / (n * comb(n - 1, size))
            for S in combinations(others, size):
                phi[i] += share * (value((*S, i)) - value(S))
    return phi


class Game(NamedTuple):
    """v(S) = base + Σ alone over S + together where all of `team` are in S + curve |S|²."""

    alone: tuple
    team: tuple
    together: float
    curve: float
    base: float

    def __call__(self, players):
        S = frozenset(int(i) for i in players)
        won = self.together * (frozenset(self.team) <= S)
        return self.base + sum(self.alone[i] for i in S) + won + self.curve * len(S) ** 2


class Product(NamedTuple):
    """v(S) = Πᵢ (factor i where i is in S, else 1)."""

    factors: tuple

    def __call__(self, players):
        S = frozenset(int(i) for i in players)
        return float(np.prod([self.factors[i] for i in S]))


def xor(players):
    """1 if exactly one is there."""
    return 1 if len(set(players)) == 1 else 0


def cases(rng):
    def drawn(n):
        return tuple(rng.normal(size=n).round(2).tolist())

    return [
        Case((Game((10.0, 20.0), (0, 1), 6.0, 0.0, 0.0), 2), "two who earn more together"),
        Case((Game((1.0, 2.0, 3.0), (0,), 0.0, 0.0, 0.0), 3), "nobody helps anybody"),
        Case((xor, 2), "1 if exactly one is there"),
        Case((Game((0.0, 0.0, 0.0), (0, 1), 6.0, 0.0, 0.0), 3), "player 2 does nothing"),
        Case((Product((2.0, 3.0, 0.5)), 3), "a product"),
        Case((Game(drawn(4), (1, 3), 2.5, -0.7, 4.0), 4), "the empty group earns something, too"),
        Case((Game((5.0,), (0,), 0.0, 0.0, 1.5), 1), "one player"),
        Case((Product(drawn(5)), 5), "five players"),
        Case((Game(drawn(6), (0, 2, 5), -3.0, 0.4, -1.0), 6), "six players"),
        Case((Game(drawn(8), (1, 2), 5.0, 0.2, 0.0), 8), "eight players", speed=True),
    ]  # fmt: skip


SLIPS = slips(
    shapley,
    """
    leave-one-out:
    - for size in range(n):
    + for size in [n - 1]:
    and: share = 1 / (n * comb(n - 1, size)) -> share = 1
        It is what is lost when the player leaves the full group. A Shapley value is a mean over
        groups of all sizes.
    first-only:
    - for size in range(n):
    + for size in [0]:
    and: share = 1 / (n * comb(n - 1, size)) -> share = 1
        It is what the player adds to the empty group. A Shapley value is a mean over groups of all
        sizes.
    earns-alone:
    - for size in range(n):
    + for size in [0]:
    and: share = 1 / (n * comb(n - 1, size)) -> share = 1
    and: value((*S, i)) - value(S) -> value((*S, i))
        It is what the player earns alone: v of the empty group is not subtracted, and the larger
        groups are missing.
    equal-groups: share = 1 / (n * comb(n - 1, size)) -> share = 1 / 2 ** (n - 1)
        Every group counts the same. Every *order* should: a group of s counts 1 / (n C(n−1, s)),
        so that all sizes together count the same.
    no-sizes: share = 1 / (n * comb(n - 1, size)) -> share = 1 / comb(n - 1, size)
        The 1/n is missing: each of the n sizes has a share of 1/n.
    all-of-a-size: share = 1 / (n * comb(n - 1, size)) -> share = 1 / n
        Groups of one size are added, not averaged: divide by how many there are, C(n−1, s).
    comb-of-n: comb(n - 1, size) -> comb(n, size)
        C(n, s) stands where C(n−1, s) should: the group is drawn from the *others*.
    sums: share = 1 / (n * comb(n - 1, size)) -> share = 1
        It is the plain sum over all groups, without weights.
    without-empty: for size in range(n): -> for size in range(1, n):
        The empty group is missing: sizes run from 0 to n − 1.
    without-largest: for size in range(n): -> for size in range(n - 1):
        The group of all others is missing: sizes run from 0 to n − 1.
    no-difference: value((*S, i)) - value(S) -> value((*S, i))
        It averages what the groups with i earn. The share of i is the *difference* that it makes:
        subtract v without i.
    turned-round: value((*S, i)) - value(S) -> value(S) - value((*S, i))
        The difference is turned round: v with i minus v without.
    absolute: value((*S, i)) - value(S) -> abs(value((*S, i)) - value(S))
        Absolute differences are averaged. A player who does harm has a negative share.
    shares-of-one: = phi / phi.sum()
        The values are divided by their sum. They should sum to v(all) − v(none), not to 1.
    whole-value: = phi * value(tuple(range(n))) / (value(tuple(range(n))) - value(()))
        The values are stretched until they sum to v(all). They sum to v(all) − v(none): what the
        empty group earns is nobody's merit.
    empty-shared: = phi + value(()) / n
        What the empty group earns is shared out, too. It is nobody's merit: the values sum to
        v(all) − v(none).
    one-order:
    - others = [j for j in range(n) if j != i]
    - for size in range(n):
    - share = 1 / (n * comb(n - 1, size))
    - for S in combinations(others, size):
    - phi[i] += share * (value((*S, i)) - value(S))
    + phi[i] = value(tuple(range(i + 1))) - value(tuple(range(i)))
        Only one order is tried, 0, 1, 2 ... Who comes late has an advantage or a disadvantage:
        average over all orders.
    small-groups:
    - for size in range(n):
    + for size in range(min(n, 2)):
        Only small groups are tried: sizes run from 0 to n − 1.
    not-divided: = phi * factorial(n)
        It is the sum over all orders. Divide by how many there are, n!.
    divided-by-n: = phi * factorial(n - 1)
        The sum over all orders is divided by n, the number of players. There are n! orders.
    minus-one-missing: 1 / (n * comb(n - 1, size)) -> (n - size) / (n * comb(n - 1, size))
        The weights are |S|! (n − |S|)! / n!. Of the others n − 1 − |S| come later: the − 1 is
        missing in the second factorial.
    turns:
    - others = [j for j in range(n) if j != i]
    - for size in range(n):
    - share = 1 / (n * comb(n - 1, size))
    - for S in combinations(others, size):
    - phi[i] += share * (value((*S, i)) - value(S))
    + for size in range(n):
    +     S = tuple((i - k) % n for k in range(1, size + 1))
    +     phi[i] += (value((*S, i)) - value(S)) / n
        Only n of the orders are tried, one turned round and round. All n! count.
    first-and-last:
    - phi[i] += share * (value((*S, i)) - value(S))
    + if size in (0, n - 1):
    +     phi[i] += (value((*S, i)) - value(S)) / (2 if n > 1 else 1)
        It is the mean of coming first and of coming last. The places between count, too: every size
        from 0 to n − 1.
    alike: = 0 * phi + (value(tuple(range(n))) - value(())) / n
        All get the same. Who adds more gets more: look at what each one adds when it comes.
    alone-to-scale:
    - return phi
    + alone = np.array([value((i,)) - value(()) for i in range(n)], float)
    + return alone * phi.sum() / alone.sum()
        What each earns alone is stretched until the sum is right. The sum does not make the shares
        fair: look at what a player adds to every group.
    by-place:
    - return phi
    + orders = list(permutations(range(n)))
    + sums = [sum(value(o[: k + 1]) - value(o[:k]) for o in orders) for k in range(n)]
    + return np.array(sums) / len(orders)
        What is added at place k is booked on number k, whoever it is that comes there. Book it on
        the player, `order[k]`.
    one-order-backwards:
    - others = [j for j in range(n) if j != i]
    - for size in range(n):
    - share = 1 / (n * comb(n - 1, size))
    - for S in combinations(others, size):
    - phi[i] += share * (value((*S, i)) - value(S))
    + phi[i] = value(tuple(range(i, n))) - value(tuple(range(i + 1, n)))
        Only one order is tried, the one from the last player to the first. Average over all orders.
    two-orders:
    - others = [j for j in range(n) if j != i]
    - for size in range(n):
    - share = 1 / (n * comb(n - 1, size))
    - for S in combinations(others, size):
    - phi[i] += share * (value((*S, i)) - value(S))
    + first = value(tuple(range(i + 1))) - value(tuple(range(i)))
    + last = value(tuple(range(i, n))) - value(tuple(range(i + 1, n)))
    + phi[i] = (first + last) / 2
        Only two orders are tried, forwards and backwards. All n! count.
    pairs-left-out: for size in range(n): -> for size in ({0, n - 1} if n > 2 else range(n)):
        Groups of middle sizes are missing, though their weights are right: sizes run from 0 to n −
        1, each of them.
    beyond-comb: comb(n - 1, size) -> comb(n - 1, size) * (1 if size else 2)
        The empty group has half its weight: each size counts 1/n.
    by-n-minus-one:
    - share = 1 / (n * comb(n - 1, size))
    + share = 1 / (max(n - 1, 1) * comb(n - 1, size))
        The sizes are averaged as if there were n − 1 of them. From 0 to n − 1 there are n.
    by-n-plus-one: share = 1 / (n * comb(n - 1, size)) -> share = 1 / ((n + 1) * comb(n - 1, size))
        The sizes are averaged as if there were n + 1 of them. From 0 to n − 1 there are n.
    positive-only: value((*S, i)) - value(S) -> max(value((*S, i)) - value(S), 0)
        What a player spoils is not counted: negative differences are cut off. They count, too.
    ratio: value((*S, i)) - value(S) -> value((*S, i)) / (value(S) or 1)
        v with i is divided by v without. The share is the *difference*: subtract.
    others-not-i: value((*S, i)) - value(S) -> value(S)
        It averages what the groups *without* i earn. Subtract it from what they earn with i.
    whole-minus-others: value((*S, i)) - value(S) -> value(tuple(range(n))) - value(S)
        It is compared with the whole group each time. What i adds is v(S with i) minus v(S).
    place-in-weight: comb(n - 1, size) -> factorial(size)
        The weight is one over |S|!. Within a size all C(n − 1, s) groups count the same.
    first-player-twice:
    - phi[i] += share * (value((*S, i)) - value(S))
    + phi[i] += share * (value((*S, i)) - value(S) - value((i,)) + value(()))
        What i earns alone is subtracted each time. What i adds to S is v(S with i) minus v(S), no
        more.
    empty-subtracted: = phi - value(()) / n
        What the empty group earns is taken off the shares. It cancels in every difference already.
    sum-not-difference: value((*S, i)) - value(S) -> value((*S, i)) + value(S)
        v with i and v without are added. The share is their *difference*.
    alone-subtracted: value((*S, i)) - value(S) -> value((*S, i)) - value((i,))
        What i earns alone is subtracted. What is to be subtracted is what the group earns without
        i, v(S).
    weight-without-the-others:
    - share = 1 / (n * comb(n - 1, size))
    + share = factorial(size) / factorial(n)
        The weights are |S|! / n!. The (n − |S| − 1)! ways in which the others may come later are
        missing.
    weight-of-the-later:
    - share = 1 / (n * comb(n - 1, size))
    + share = factorial(n - size - 1) / factorial(n)
        The weights are (n − |S| − 1)! / n!. The |S|! ways in which those before i may have come are
        missing.
    weight-with-i:
    - share = 1 / (n * comb(n - 1, size))
    + share = (size + 1) / (n * comb(n - 1, size))
        The weights are (|S| + 1)! (n − |S| − 1)! / n!. S is the group *without* i: |S|! in front.
    share-divided-by-n: = phi / n
        The values are divided by n once more. They sum to v(all) − v(none).
    negative-cut-off: = np.maximum(phi, 0)
        Negative values are set to 0. A player who does harm has a negative share.
    earlier-players-only:
    - others = [j for j in range(n) if j != i]
    + others = [j for j in range(i)]
        Only players with a smaller number are among the others. All but i are.
    later-players-only:
    - others = [j for j in range(n) if j != i]
    + others = [j for j in range(i + 1, n)]
        Only players with a larger number are among the others. All but i are.
    pairs-only:
    - for size in range(n):
    + for size in range(min(n, 2)):
    and: share = 1 / (n * comb(n - 1, size)) -> share = 1 / (min(n, 2) * comb(n - 1, size))
        Only the empty group and single players are tried. Sizes run from 0 to n − 1.
    """,
    factorial=factorial,
    permutations=permutations,
)


def cut_sums(value, n):
    phi = np.zeros(n, dtype=int)
    for order in permutations(range(n)):
        for place, player in enumerate(order):
            phi[player] += value(order[: place + 1]) - value(order[:place])
    return phi / factorial(n)


OTHERS = [
    Mistake(
        "cut-sums",
        "The sums over the orders stand in an array of integers, which cuts the fraction off each "
        "time that something is added. Make it an array of floats.",
        cut_sums,
    ),
    Mistake(
        "sampled",
        "Two calls give different values: orders are drawn at random. With so few players all of "
        "them can be tried.",
        by="random",
    ),
]

def is_not_sampled(args, value):
    """False where the values sum to what they should and are all near, but not right."""
    right, phi = shapley(*args), np.asarray(value)
    if phi.shape != right.shape or phi.dtype.kind not in "if":
        return True
    off = np.abs(phi - right).max()
    size = max(1, np.abs(right).max())
    fits = abs(phi.sum() - right.sum()) < 1e-9 * size
    sums = phi * factorial(len(phi))  # whole ones were cut, or are those of another rule
    whole = np.allclose(sums, np.round(sums), rtol=0, atol=1e-9)
    return not (fits and 1e-6 < off < 0.2 * size) or whole


NEARLY = Invariant(
    "nearly",
    "The values are near the right ones, and their sum is right: perhaps it is a mean over *some* "
    "of the orders, such as a few hundred drawn at random. Here it must be exact: over all n! "
    "orders, or all groups.",
    is_not_sampled,
)

TASK = Task(
    "shapley",
    points=3,
    taught_in="Fair shares",
    reference=shapley,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    invariants=[NEARLY],
    faster="walk through the 2ⁿ groups with their weights instead of all n! orders.",
    hints=(
        "For one player i, and one group S of others: what does i add? v with i minus v without. "
        "Now take the mean over all orders in which the players may come.",
        "Who has come before i is a group S of some size, and every size from 0 to n − 1 is "
        "equally likely: 1/n. Within a size, every group is: there are C(n−1, s) of them.",
        "Three loops: over i, over the size, over `itertools.combinations(others, size)`. Each "
        "adds (value with i − value without) / (n · math.comb(n − 1, size)).",
    ),
)
