"""A copy of any curve, from n bumps: a function that returns a function.

Many g are right (any steepness will do), so promises decide, not a reference's values.
"""

import numpy as np

from ....approximation import bump, bump_middles
from ...engine.task import Case, Invariant, Task
from ._known_copies import KNOWN
from ._looking import MIDDLE, Wavy, falling, high_bow, look_at, places, ramp, table, valley, wave


def approximate(f, n):
    """g: n bumps of equal width on [0, 1], each as high as f at its middle."""
    borders = np.arange(n + 1) / n
    heights = [float(f((borders[i] + borders[i + 1]) / 2)) for i in range(n)]
    borders[0], borders[n] = -1, 2  # at 0 and 1 the bumps are to be whole, not half risen

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + bump(x, borders[i], borders[i + 1], heights[i], 100 * n)
        return total

    return g


def cases(rng):
    return [
        Case((falling, 6), "a falling curve, 6 bumps"),
        Case((wave, 10), "a wave, 10 bumps"),
        Case((ramp, 5), "a ramp, 5 bumps"),
        Case((high_bow, 4), "a curve far from 0, 4 bumps"),
        Case((valley, 7), "a curve with a kink, 7 bumps"),
        Case((wave, 50), "a wave, 50 bumps"),
        Case((falling, 1), "one bump"),
        Case((high_bow, 2), "two bumps"),
    ]


def hidden(rng):
    """The cases, and curves that cannot be told by their names."""
    drawn = [Wavy(*rng.uniform([-2, 1, 0.2, 2, 0], [2, 3, 0.5, 6, 6]).tolist()) for _ in range(2)]
    return [*cases(rng), *(Case((f, 8), "a wavy curve, 8 bumps") for f in drawn)]


# ---- promises of its form -----------------------------------------------------------------------


def is_not(words):
    return lambda args, value: not (isinstance(value, str) and value == words)


def shape_is_kept(args, value):
    return isinstance(value[0], np.ndarray) and value[0].shape == (5 * args[1],)


def depends_on_n(args, value):
    """A g that is the same everywhere on [0, 1] is another mistake."""
    V, room = table(args, value)
    return value[6] or np.ptp(V) <= 0.1 * room


FORM = [
    Invariant(
        "no-function",
        "`approximate` must return a function: define `g(x)` inside it, and `return g`, without "
        "calling it.",
        is_not("no function"),
    ),
    Invariant(
        "no-x",
        "`approximate` has f and n, but no x: the x comes later, when g is called. Write "
        "`def g(x):` inside `approximate`, add the bumps up in there, and `return g`.",
        is_not("no x"),
    ),
    Invariant(
        "numbers-only",
        "g works for single numbers only: x is an array. An `if` or a `math` function cannot take "
        "it; your `bump` can, so add the bumps up.",
        is_not("numbers only"),
    ),
    Invariant(
        "return-missing",
        "g returns None: its last line must `return` the sum of the bumps.",
        lambda args, value: value[0] is not None,
    ),
    Invariant(
        "shape",
        "g(x) must be an array with the shape of x: one value for each point. Add the bumps up, "
        "point by point.",
        shape_is_kept,
    ),
    Invariant(
        "x-changed",
        "g changes x, which belongs to the caller: `x *= 2` and the like write into its array.",
        lambda args, value: not value[2],
    ),
    Invariant(
        "calls-f",
        "g calls f. That is no approximation: look f up at the n middles once, in `approximate`, "
        "and let g use these heights alone.",
        lambda args, value: value[1] == 0,
    ),
    Invariant(
        "goes-on",
        "A second call of g gives other values: the sum goes on where the first call ended. Let "
        "it start from 0 inside g.",
        lambda args, value: value[3],
    ),
    Invariant(
        "n-ignored",
        "The number of bumps does not follow n: another n gives exactly the same g. Is a number "
        "written in its place?",
        depends_on_n,
    ),
]
OTHER_X = [
    Invariant(
        "vectors-only",
        "g is right for a vector x, but not for a table, such as (2, 3): x may have any shape. A "
        "loop over the places of x, or an axis added to it, knows one shape only; `bump` takes "
        "them all.",
        lambda args, value: value[4],
    ),
    Invariant(
        "integers-kept",
        "g is right where x holds floats, but not for integers: `np.zeros_like(x)` takes over the "
        "dtype, and then no fraction can be added. `np.zeros(np.shape(x))` holds floats.",
        lambda args, value: value[5],
    ),
]

# ---- promises about the values ------------------------------------------------------------------


def varies(args, value):
    V, room = table(args, value)
    return len(V) == 1 or np.ptp(V[:, MIDDLE]) > 0.1 * room


def is_of_the_size_of_f(args, value):
    V, _ = table(args, value)
    return np.abs(V).max() < 100 * (1 + np.abs(args[0](places(args[1]))).max())


def borders_stand_right(args, value):
    """Violated where g jumps inside a bump: its change is in two neighbouring gaps of the four."""
    V, room = table(args, value)
    change = np.abs(np.diff(V, axis=1))
    total = change.sum(axis=1)
    jump = change[:, :-1] + change[:, 1:]
    bent = total > 0.6 * room
    return not bent.any() or not (jump.max(axis=1)[bent] > 0.97 * total[bent]).all()


def is_flat(args, value):
    V, room = table(args, value)
    return np.abs(V[:, 3] - V[:, 1]).max() <= 0.6 * room


def too_gentle(low, high):
    """Violated where steps so gentle that the bound fails are, with 4n bumps, low to high times
    as steep.
    """

    def holds(args, value):
        *_, now, with_more = value
        gentle = 0 < now < 200 * args[1] and not keeps_the_bound(args, value)
        return not (gentle and low <= with_more / now < high)

    return holds


def has_its_heights(args, value):
    (f, n), (V, room) = args, table(args, value)
    return np.allclose(V[:, MIDDLE], f(bump_middles(n)), rtol=0, atol=0.25 * room)


def errors(args, value):
    f, n = args
    V, room = table(args, value)
    return np.abs(V - f(places(n))), 1.05 * room + 1e-9


def ends_are_whole(args, value):
    E, room = errors(args, value)
    inside_fails = len(E) > 2 and E[1:-1].max() > room
    return max(E[0, 0], E[-1, -1]) <= room or inside_fails


def keeps_the_bound(args, value):
    E, room = errors(args, value)
    return E.max() <= room


VALUES = [
    Invariant(
        "same-everywhere",
        "g is the same everywhere on [0, 1]: every bump needs its own place, from i/n to "
        "(i + 1)/n, and its own height.",
        varies,
    ),
    Invariant(
        "huge",
        "g is very much larger than f. Are the arguments of `bump` in order: x, left, right, "
        "height, steepness?",
        is_of_the_size_of_f,
    ),
    Invariant(
        "borders",
        "g jumps inside a bump: a border stands in a wrong place. Bump i reaches from i/n to "
        "(i + 1)/n, so no two overlap and none leaves a gap.",
        borders_stand_right,
    ),
    Invariant(
        "steepness-fixed",
        "The steps are as steep for many bumps as for few. The narrower the bumps, the steeper "
        "they must be: let the steepness grow with n.",
        too_gentle(0.5, 2),
    ),
    Invariant(
        "steepness-falls",
        "The more bumps, the gentler the steps: is the steepness divided by n? The narrower the "
        "bumps, the steeper they must be: multiply by n.",
        too_gentle(0, 0.5),
    ),
    Invariant(
        "not-flat",
        "A bump should be flat between its borders; here it is not. The steps are too gentle: "
        "each must be over within a small part of the width 1/n, as with a steepness of 50 n.",
        is_flat,
    ),
    Invariant(
        "heights",
        "At the middles of the bumps g is not as high as f there. Is each height f((i + 1/2)/n), "
        "and are the steps steep enough to be over long before the middle?",
        has_its_heights,
    ),
    Invariant(
        "ends",
        "Beside 0 or 1 g is too far off: a bump whose step stands exactly at 0 is only half risen "
        "there. Let the first begin before 0 and the last end after 1, or make the steps far "
        "steeper; and the narrower the bumps, the steeper they must be.",
        ends_are_whole,
    ),
    Invariant(
        "bound",
        "The middles are right, but beside the borders the error exceeds K/(2n). Where one bump "
        "ends the next must begin, without a gap, and the steps must be steep.",
        keeps_the_bound,
    ),
]

TASK = Task(
    "approximate",
    points=3,
    taught_in="The network, and its certificate",
    reference=approximate,
    cases=cases,
    hidden=hidden,
    observe=look_at,
    unique=False,
    invariants=[*FORM, *KNOWN, *VALUES, *OTHER_X],
    hints=(
        "Write down n = 2 on paper: where do the two bumps begin and end, where are their middles, "
        "and how high are they? Then write a loop.",
        "First compute the n heights. Then define a function g(x) inside `approximate` that adds "
        "up n bumps, and return g (without brackets behind it). How many times steeper must a step "
        "be when the bumps are ten times narrower?",
        "A steepness of 50 n leaves the flanks a small part of each bump. At the ends, let the "
        "first bump begin at some place left of 0 and the last end right of 1: its middle stays "
        "where it is.",
    ),
)
