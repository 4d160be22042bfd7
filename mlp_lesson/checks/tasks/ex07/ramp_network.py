"""A ramp between two levels: the bends of ReLU units, set by hand."""

import numpy as np

from ....activations import relu
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from .._networks import read_network, values_of


def ramp_network(start, end, before, after):
    """y = before + m max(0, x - start) - m max(0, x - end), m = (after - before)/(end - start)."""
    slope = (after - before) / (end - start)
    W1 = np.ones((1, 2))
    b1 = np.array([-start, -end])
    w2 = np.array([slope, -slope])
    return W1, b1, w2, before


FAR = np.array([1.0, 7.0, 500.0])
INSIDE = np.linspace(0, 1, 6)


def places(start, end):
    """x: three to the left of the ramp, six on it with its ends, three to the right."""
    return np.concatenate([start - FAR, start + (end - start) * INSIDE, end + FAR])


def values_along(function, start, end, before, after):
    """The network's y at those twelve places; 1 if it rises where it should fall, by W1, else 0."""
    network = function(start, end, before, after)
    y = values_of(network, places(start, end)[:, None], relu)
    turned = after < before and y[0] < y[-1] and (read_network(network, 1)[0] < 0).any()
    return np.append(y, float(turned))


def cases(rng):
    return [
        Case((1, 3, 4, 0), "falls from 4 to 0"),
        Case((18.0, 21.0, 100.0, 0.0), "the heating"),
        Case((-2.0, 3.0, 0.5, 1.5), "climbs"),
        Case((0.5, 0.75, -1.0, 2.0), "climbs steeply, from below 0"),
        Case((-3, -1, 2, -6), "falls below 0"),
        Case((2.0, 4.0, 3.0, 3.0), "both levels the same"),
    ]


def hidden(rng):
    """Ramps of all kinds, at other places."""
    starts, widths = rng.uniform(-5, 5, size=6), rng.uniform(0.3, 6, size=6)
    levels = rng.uniform(-4, 4, size=(6, 2))
    drawn = zip(starts, starts + widths, *levels.T, strict=True)
    return [Case(tuple(map(float, numbers)), f"ramp {i}") for i, numbers in enumerate(drawn, 1)]


SLIPS = slips(
    ramp_network,
    """
    no-second-bend: [slope, -slope] -> [slope, 0]
        It never stops: beyond `end` it goes on with the same slope. A second unit, which begins at
        `end`, must take the slope back.
    slope-twice: [slope, -slope] -> [slope, slope]
        From `end` on the slope is doubled: the second unit must take the slope back, so its weight
        in w2 has a minus.
    turns-back: [slope, -slope] -> [slope, -2 * slope]
        Beyond `end` it comes back with the opposite slope: the second unit takes away twice as much
        as the first brought.
    width-missing: / (end - start) ->
        The slope is not divided by the width of the ramp: it is (after - before) / (end - start).
    upside-down: (after - before) / (end - start) -> (end - start) / (after - before)
        The slope is upside down: how far y moves, divided by how far x moves.
    rising-only: (after - before) -> abs(after - before)
        The slope is never negative: where `after` is below `before` it must be. Leave the
        difference its sign.
    whole-division: / (end - start) -> // (end - start)
        `//` cuts the slope to a whole number: divide with `/`.
    cut-to-integers: [slope, -slope] -> [int(slope), -int(slope)]
        The slope is cut to a whole number: an array of integers holds no fractions. Make w2 float.
    example-only: = W1, np.array([-1, -3]), np.array([-2, 2]), 4
        That is the ramp of the example, whatever is asked for: use the arguments.
    places-for-levels:
    - slope = (after - before) / (end - start)
    + start, end, before, after = before, after, start, end
    + slope = (after - before) / (end - start)
        The arguments are mixed up: the bends lie at `before` and `after`, and `start` is the level
        on the left. They are handed over in the order start, end, before, after.
    b1-and-w2-exchanged: = W1, w2, b1, before
        b1 and w2 stand in each other's place: return (W1, b1, w2, b2).
    sign: (after - before) -> (before - after)
        The slope has the wrong sign: where `after` is below `before` it must fall. Is a difference
        turned round, or are the two units exchanged? The one that begins at `start` brings the
        slope, the one at `end` takes it back.
    divided-by-end: (end - start) -> end
        The slope is divided by `end`: the ramp is end - start wide.
    divided-by-sum: (end - start) -> (end + start)
        The slope is divided by end + start: the ramp is end - start wide.
    slope-of-after: (after - before) -> after
        The slope leads from 0 to `after`: it starts at `before`.
    slope-of-before: (after - before) -> -before
        The slope leads from `before` to 0: it ends at `after`.
    bias-sign: [-start, -end] -> [start, end]
        The biases have the wrong sign: a unit max(0, x - start) has the bias *minus* start.
    second-bias-missing: [-start, -end] -> [-start, 0]
        The second unit begins at 0: it must begin at `end`.
    flat: [-start, -end] -> [0, 0]
        It is flat. Either w2 holds zeros, or both units begin at the same place and cancel: their
        biases say where they begin.
    from-0-to-1: [-start, -end] -> [0, -1]
        The ramp always lies between 0 and 1: take `start` and `end`.
    width-as-place: [-start, -end] -> [-start, start - end]
        The second unit begins at end - start, the width of the ramp: it must begin at `end`.
    b2-missing: w2, before -> w2, 0
        The ramp starts at 0: b2 is the level that holds before anything begins, `before`.
    b2-after: w2, before -> w2, after
        b2 is `after`. Left of `start` both units are 0, so b2 alone is the level there: `before`.
    b2-difference: w2, before -> w2, after - before
        b2 is the difference of the levels. Left of `start` both units are 0, so b2 alone is the
        level there: `before`.
    levels-as-weights: [slope, -slope] -> [before, -after]
        The levels stand in w2. A step is as high as its weight; a ReLU climbs with its weight as
        the *slope*.
    jump-as-weights: [slope, -slope] -> [after - before, before - after]
    and: np.ones((1, 2)) -> np.full((1, 2), 1 / (end - start))
        The slope is made by W1, and that moves the bends: max(0, w x + b) bends at -b/w, so the
        biases must be multiplied as well.
    slope-in-first-layer: np.ones((1, 2)) -> np.full((1, 2), slope)
    and: [slope, -slope] -> [1, -1]
        The slope is in W1, and that moves the bends: max(0, w x + b) bends at -b/w. Where the
        slope is negative, it also turns the unit to the other side. Put it into w2.
    slope-in-both: np.ones((1, 2)) -> np.full((1, 2), slope)
    and: [-start, -end] -> [-slope * start, -slope * end]
    and: [slope, -slope] -> [1, -1]
        It always rises, from the lower level to the higher: the slope is in W1, and a negative one
        turns the unit to the other side. Put it into w2.
    levels-in-order:
    - slope = (after - before) / (end - start)
    + before, after = min(before, after), max(before, after)
    + slope = (after - before) / (end - start)
        It always rises, from the lower level to the higher: are the levels put in order (min, max)?
        `before` is the level on the left, be it the higher one.
    second-looks-left: np.ones((1, 2)) -> np.array([[1, -1]])
    and: [-start, -end] -> [-start, end]
        The second unit looks to the left: with -1 in W1 it is on left of `end`. Both are to be on
        to the right of their place.
    both-look-left: np.ones((1, 2)) -> -np.ones((1, 2))
        Both units have -1 in W1: they are on to the left of a place. Then b2 is the level on the
        right, and the biases have a plus.
    levels-in-w2: [slope, -slope] -> [before, after]
    and: w2, before -> w2, 0
        The two levels stand in w2. What belongs there is by how much each unit changes the
        *slope*; the level on the left is b2.
    left-looking-level: np.ones((1, 2)) -> -np.ones((1, 2))
    and: [-start, -end] -> [start, end]
        Both units have -1 in W1, so right of `end` both are 0, and b2 is the level there: `after`,
        not `before`.
    x-cut-off: np.ones((1, 2)) -> np.array([[1, 1, -1]])
    and: [-start, -end] -> [0, -end, start]
    and: [slope, -slope] -> [slope, -slope, slope]
    and: w2, before -> w2, before - slope * start
        x itself is sent through one unit, max(0, x), which is 0 where x is negative. No unit need
        carry x: let two begin at `start` and `end`.
    after-taken-back: [slope, -slope] -> [slope, -after]
        The second unit has a level for its weight, where it must take the *slope* back.
    zero-where-alike: w2, before -> w2, before * (before != after)
        Where both levels are the same the output is 0. It is that level: no special case is needed,
        the slope is 0 by itself.
    half-way-level: w2, before -> w2, (before + after) / 2
        b2 is half way between the levels. Left of `start` both units are 0, so b2 alone is the
        level there: `before`.
    falling-only: (after - before) -> -abs(after - before)
        The slope is never positive: where `after` is above `before` it must be. Leave the
        difference its sign.
    second-at-sum: [-start, -end] -> [-start, -start - end]
        The second unit begins at start + end: it must begin at `end`.
    slope-of-one: (after - before) / (end - start) -> after - before
    and: [-start, -end] -> [-start, -start - 1]
        The ramp is always 1 wide: use `end`, and divide by end - start.
    divided-twice: np.ones((1, 2)) -> np.full((1, 2), 1 / (end - start))
    and: [-start, -end] -> [-start / (end - start), -end / (end - start)]
        It is divided by the width twice, in W1 and b1, and in w2 again. Once is enough.
    middle-bend: [-start, -end] -> [-start, -(start + end) / 2]
        The second unit begins half way between `start` and `end`: it must begin at `end`.
    """,
)


def parts_of(value):
    """(left of the ramp, on it, right of it)."""
    return np.split(np.asarray(value), [len(FAR), len(FAR) + len(INSIDE), -1])[:3]


def is_flat(y):
    return np.ptp(y) < 1e-6


PROMISES = [
    Invariant(
        "not-flat-before",
        "Left of `start` it is not flat. Which units are on there? Only those with a negative "
        "number in W1, or a bend further left.",
        lambda args, value: is_flat(parts_of(value)[0]),
    ),
    Invariant(
        "not-flat-after",
        "Right of `end` it is not flat: the slopes of all units that are on there must add up to "
        "0. A unit that begins at `end` takes back the slope.",
        lambda args, value: is_flat(parts_of(value)[2]),
    ),
    Invariant(
        "level-before",
        "Left of `start` the level is not `before`. Where all units are 0 there, it is b2 alone.",
        lambda args, value: abs(parts_of(value)[0][0] - args[2]) < 1e-6,
    ),
    Invariant(
        "level-after",
        "Right of `end` the level is not `after`: the slope, times the width of the ramp, must "
        "lead from the one to the other. Is it (after - before) / (end - start)?",
        lambda args, value: abs(parts_of(value)[2][0] - args[3]) < 1e-6,
    ),
    Invariant(
        "bend-elsewhere",
        "Both levels are right, but not the line between: it must bend at `start` and `end`, and "
        "nowhere else. max(0, w x + b) bends at -b/w.",
        lambda args, value: np.allclose(
            parts_of(value)[1], args[2] + (args[3] - args[2]) * INSIDE, atol=1e-6
        ),
    ),
]

TASK = Task(
    "ramp_network",
    points=2,
    taught_in="With ReLU",
    reference=ramp_network,
    cases=cases,
    hidden=hidden,
    observe=values_along,
    mistakes=SLIPS,
    invariants=PROMISES,
    hints=(
        "A ReLU unit is 0 up to its bend and climbs from there. A ramp has two bends. What must "
        "change at the first, and what at the second?",
        "max(0, x - start) bends at `start`. Its weight in w2 is the slope of the ramp. From `end` "
        "on, a second unit must bring the slope back to 0.",
        "W1 holds two ones, b1 minus both places. In w2 stand the slope, (after - before) over "
        "(end - start), and minus the slope. What is left when both units are 0 is b2.",
    ),
    atol=1e-7,
)
