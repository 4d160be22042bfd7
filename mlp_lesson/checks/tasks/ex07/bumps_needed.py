"""From a wanted accuracy to a number of bumps."""

import math

from ...engine.slips import slips
from ...engine.task import Case, Task


def bumps_needed(lipschitz, epsilon):
    """The smallest whole n >= 1 with K / (2n) <= ε."""
    n = math.ceil(lipschitz / (2 * epsilon))
    return max(1, n)


def cases(rng):
    """None in which only the last bit decides: K/(2ε) is whole exactly, or far from it."""
    return [
        Case((2 * math.pi, 0.1), "the wave"),
        Case((1.0, 0.25), "K/(2ε) is a whole number"),
        Case((3.7, 0.3), "a fraction below one half"),
        Case((4.6, 0.3), "a fraction above one half"),
        Case((0.1, 2.0), "one bump is enough"),
        Case((5, 1), "integers"),
        Case((12, 2), "integers, K/(2ε) is a whole number"),
        Case((500.0, 1 / 1024), "very many"),
        Case((10.2, 0.5), "just above a whole number"),
    ]


SLIPS = slips(
    bumps_needed,
    """
    not-whole: = lipschitz / (2 * epsilon)
        K/(2ε) is rarely a whole number: round *up*, or there are too few bumps.
    rounded-down: = math.floor(lipschitz / (2 * epsilon))
        Rounded down: with so few bumps K/(2n) is above ε. Round up.
    rounded-down-at-least-one: math.ceil -> math.floor
        Rounded down, but never below 1: with so few bumps K/(2n) is above ε. Round up.
    nearest: = round(lipschitz / (2 * epsilon))
        Rounded to the nearest whole number: where that is below K/(2ε) the bound is missed.
        Round up.
    nearest-at-least-one: math.ceil -> round
        Rounded to the nearest whole number, and at least 1: where that is below K/(2ε) the
        bound is missed. Round up.
    floor-plus-one: = math.floor(lipschitz / (2 * epsilon)) + 1
        One too many where K/(2ε) is a whole number: there K/(2n) equals ε, which is allowed.
    round-plus-half: = round(lipschitz / (2 * epsilon) + 0.5)
        One too many for some whole K/(2ε), where K/(2n) may equal ε. `round(K/(2ε) + 1/2)`
        is such a formula, since `round` takes 3.5 to 4: round up, with `np.ceil`.
    one-too-many: = n + 1
        Always one bump more than needed: the smallest n is asked for.
    one-too-few: = n - 1
        Always one too few: the loop stops one step early, or 1 is subtracted.
    one-too-few-at-least-one: max(1, n) -> max(1, n - 1)
        One too few wherever more than one bump is needed: the loop stops one step early, or 1
        is subtracted.
    nearest-half-up: math.ceil(lipschitz / (2 * epsilon)) -> int(lipschitz / (2 * epsilon) + 0.5)
        `int(... + 0.5)` rounds to the nearest whole number: where that is below K/(2ε) the bound
        is missed. Round up.
    half-rounded: = int(math.ceil(lipschitz / 2) / epsilon)
        K/2 is rounded before it is divided by ε. Divide first, K/(2ε), and round once, up.
    half-rounded-twice: lipschitz / (2 * epsilon) -> math.ceil(lipschitz / 2) / epsilon
        K/2 is rounded before it is divided by ε, so too many may come out. Divide first, and
        round once.
    half-cut-off: lipschitz / (2 * epsilon) -> lipschitz // 2 / epsilon
        `//` cuts the fraction of L/2 off before it is divided by ε, so too few may come out.
        Divide with `/`, and round once, up.
    l-cut-off: lipschitz / -> int(lipschitz) /
        The fraction of L is cut off before it is divided by 2ε, so too few may come out. Divide
        first, and round once, up.
    l-rounded: lipschitz / -> math.ceil(lipschitz) /
        K is rounded before it is divided by 2ε, so too many may come out. Divide first, and
        round once.
    square-root: lipschitz / (2 * epsilon) -> math.sqrt(lipschitz / (2 * epsilon))
        The square root is too much: for bumps the error falls as 1/n, so n is K/(2ε) itself,
        rounded up.
    only-epsilon-squared: 2 * epsilon -> 2 * epsilon**2
        ε is squared: half the error takes twice the bumps, not four times, so n >= K/(2ε).
    two-added: 2 * epsilon -> 2 + epsilon
        2 and ε are added. From K/(2n) <= ε follows n >= K/(2ε): they are multiplied.
    multiplied: lipschitz / (2 * epsilon) -> 2 * lipschitz * epsilon
        K and 2ε are multiplied. A smaller ε needs more bumps: divide, K/(2ε).
    strict-and-from-two:
    - n = math.ceil(lipschitz / (2 * epsilon))
    - return max(1, n)
    + n = 2
    + while lipschitz / (2 * n) >= epsilon:
    +     n += 1
    + return n
        Two things: where K/(2n) equals ε, n is enough, so go on only while it is *above* ε; and
        start at 1, since one bump may do.
    loop-too-short:
    - n = math.ceil(lipschitz / (2 * epsilon))
    - return max(1, n)
    + for n in range(1, 1000):
    +     if lipschitz / (2 * n) <= epsilon:
    +         return n
        None comes out where very many bumps are needed: the loop ends before n is large enough.
        Let `while` count as far as it must, or round K/(2ε) up.
    two-missing: (2 * epsilon) -> epsilon
        The 2 is missing: no point is further than *half* a bump's width, 1/(2n), from its
        middle.
    two-missing-rounded-down: = math.floor(lipschitz / epsilon)
        The 2 is missing, and the fraction is rounded down: n must be at least K/(2ε).
    half-as-many: 2 * epsilon -> 4 * epsilon
        Half as many as needed: in K/(2n) only one 2 occurs.
    twice-as-many: = 2 * n
        Twice as many as needed: K/(2ε) is rounded up already, so return just that.
    l-and-two-missing: lipschitz / (2 * epsilon) -> 1 / epsilon
        K is ignored, and so is the 2: n must be at least K/(2ε).
    l-squared: lipschitz / -> lipschitz**2 /
        K is squared: the error is K times a distance, so n grows in proportion to K.
    epsilon-squared: (2 * epsilon) -> (2 * epsilon) ** 2
        ε is squared: half the error takes twice the bumps, not four times.
    at-least-two: max(1, n) -> max(2, n)
        At least two bumps come out, but one may be enough.
    two-on-top: lipschitz / (2 * epsilon) -> 2 * lipschitz / epsilon
        The 2 is on the wrong side: from K/(2n) <= ε follows n >= K/(2ε).
    always-one: = 1
        1 comes out, whatever K and ε are. If you count n up in a loop, its condition is the
        wrong way round: it must go on while K/(2n) is still *above* ε.
    from-zero:
    - n = math.ceil(lipschitz / (2 * epsilon))
    - return max(1, n)
    + n = 0
    + while lipschitz / (2 * n) > epsilon:
    +     n += 1
    + return n
        n starts at 0, and K/(2·0) divides by zero. There is at least one bump: start at 1.
    doubled:
    - n = math.ceil(lipschitz / (2 * epsilon))
    - return max(1, n)
    + n = 1
    + while lipschitz / (2 * n) > epsilon:
    +     n *= 2
    + return n
        n is doubled until the bound holds, so it overshoots. Count up by 1: the smallest n
        is asked for.
    brackets-missing: (2 * epsilon) -> 2 * epsilon
        In Python `K / 2 * ε` is (K/2)·ε. Put brackets around 2 * epsilon.
    inverted: lipschitz / (2 * epsilon) -> 2 * epsilon / lipschitz
        Upside down: a steeper curve needs more bumps, a larger ε fewer.
    exchanged: lipschitz / (2 * epsilon) -> epsilon / (2 * lipschitz)
        K and ε are exchanged, and so is the answer: n >= K/(2ε).
    l-ignored: lipschitz / -> 1 /
        K is ignored: a steeper curve needs more bumps.
    straight-lines: lipschitz / (2 * epsilon) -> math.sqrt(lipschitz / (8 * epsilon))
        That is the bound for straight lines on a smooth curve, with a square root. For bumps
        the error falls as 1/n.
    """,
)

TASK = Task(
    "bumps_needed",
    points=2,
    taught_in="How close is that?",
    reference=bumps_needed,
    cases=cases,
    mistakes=SLIPS,
    faster="does a loop never end? K/(2n) must fall as n grows. In Python `K / 2 * n` is (K/2)·n: "
    "put brackets around 2 * n. And is n counted up?",
    hints=(
        "Solve the inequality for n. Which side does n stand on, and in which direction must a "
        "fraction be rounded?",
        "n must be at least K/(2ε). If that is 6.2, are six bumps enough?",
        "Round K/(2ε) up with `np.ceil`, and make it an integer with `int`, so that `range` can "
        "take it; or count n up from 1 until the bound holds.",
    ),
)
