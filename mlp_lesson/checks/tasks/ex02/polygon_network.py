"""A convex polygon as a network: a hidden unit for each side."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from .._networks import answers_of, hidden_of


def polygon_network(vertices):
    """(W1, b1, w2, b2): each side, turned to the left, is a hidden unit's weights; y is their AND.

    vertices (k, 2), counterclockwise -> W1 (2, k), b1 (k,), w2 (k,), b2.
    """
    sides = np.roll(vertices, -1, axis=0) - vertices
    W1 = np.array([-sides[:, 1], sides[:, 0]])
    b1 = -np.sum(vertices * W1.T, axis=1)
    return W1, b1, np.ones(len(vertices)), 0.5 - len(vertices)


def depths(vertices, points):
    """(n, k): how far each point lies on the inner side of each line."""
    sides = np.roll(vertices, -1, axis=0) - vertices
    normals = np.column_stack([-sides[:, 1], sides[:, 0]])
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    return points @ normals.T - np.sum(vertices * normals, axis=1)


def points_for(vertices):
    """(n, 2): beside every side and every corner, all around, and far off.

    Where the lines run it does not ask: that is the answer, and this runs where the answer runs.
    """
    middle = vertices.mean(axis=0)
    between = (vertices + np.roll(vertices, -1, axis=0)) / 2
    rings = [middle + by * (at - middle) for at in (vertices, between) for by in (0.9, 1.1, 2, 20)]
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    around = np.linspace(low - 0.37 * (high - low), high + 0.37 * (high - low), 9)
    grid = np.stack(np.meshgrid(*around.T), axis=-1).reshape(-1, 2)
    return np.concatenate([middle[None], *rings, grid])


def insides(function, vertices):
    """The network's answer, 0 or 1, to each of points_for(vertices); what keeps the middle out."""
    given = vertices.astype(float)  # the answer may change its own
    network = function(vertices)
    answers = answers_of(network, points_for(given))
    return np.append(answers, 0 if answers[0] else what_keeps_it_out(network, given))


OUTPUT, TURN, LINE, BIAS_SIGN, BIAS = 1, 2, 3, 4, 5


def what_keeps_it_out(network, vertices):
    """Of a network that calls the middle outside: OUTPUT, TURN (of a unit), a bias, or LINE."""
    if (hidden_of(network, points_for(vertices)[:1]) > 0).all():
        return OUTPUT
    sums, biases = hidden_of(network, vertices), hidden_of(network, np.zeros((1, 2)))
    if is_0_along_a_side(sums):
        return TURN
    if is_0_along_a_side(sums - 2 * biases):
        return BIAS_SIGN
    rises = np.roll(sums, -1, axis=0) - sums
    return BIAS if np.isclose(rises, 0, atol=1e-7).any(axis=0).all() else LINE


def is_0_along_a_side(sums):
    """Is each unit's sum 0 at both ends of a side? sums: (k, m), those at the corners."""
    at_a_corner = np.isclose(sums, 0, atol=1e-7)
    return (at_a_corner & np.roll(at_a_corner, -1, axis=0)).any(axis=0).all()


def some_polygon(rng, k, middle=(0.0, 0.0), size=2.0):
    """(k, 2): corners on an ellipse, counterclockwise."""
    angles = 2 * np.pi * (np.arange(k) + rng.uniform(-0.3, 0.3, size=k)) / k + rng.uniform(0, 6)
    a, b = size * rng.uniform(0.6, 1.4, size=2)
    return np.array(middle) + np.column_stack([a * np.cos(angles), b * np.sin(angles)])


def cases(rng):
    return [
        Case((np.array([[0.0, 0.0], [4.0, 0.0], [1.0, 3.0]]),), "a triangle"),
        Case((np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]),), "a square"),
        Case((np.array([[-4, -2], [0, -4], [4, -1], [3, 3], [-2, 4]]),), "5 corners, integers"),
        Case((some_polygon(rng, 4),), "4 corners"),
        Case((some_polygon(rng, 6, (10.0, -7.0)),), "6 corners, far from the origin"),
        Case((some_polygon(rng, 3, (-3.0, 5.0)),), "a triangle far from the origin"),
    ]


def hidden(rng):
    """Other fences than those of the notebook."""
    return [
        Case((some_polygon(rng, k, rng.normal(scale=s, size=2)),), f"{k} corners")
        for k, s in ((3, 1), (4, 5), (5, 1), (5, 10), (7, 3), (9, 1))
    ]


SLIPS = slips(
    polygon_network,
    """
    never: 0.5 - len(vertices) -> -len(vertices)
        It never says inside: b2 asks for more than all of the hidden units. k - k is exactly 0, and
        H(0) is 0.
    always: 0.5 - len(vertices) -> -0.5
        It says inside everywhere: one hidden unit is enough for it. A point is inside if it is on
        the inner side of *all* the lines.
    opposite: np.ones(len(vertices)), 0.5 - -> -np.ones(len(vertices)), -0.5 +
        It answers the opposite, 1 outside and 0 inside: turn the signs of w2 and b2 round.
    all-but-one: 0.5 - len(vertices) -> 1.5 - len(vertices)
        All but one of the hidden units are enough for it, so the points beyond one side count as
        inside. b2 must ask for all of them.
    three-enough: 0.5 - len(vertices) -> -2.5
        Three hidden units are enough for it, whatever the number of sides: b2 is fixed. It must
        ask for all k.
    four-needed: 0.5 - len(vertices) -> -3.5
        Four hidden units are asked for, whatever the number of sides: b2 is fixed. It must ask
        for all k.
    half: 0.5 - len(vertices) -> 0.5 - len(vertices) / 2
        Half of the hidden units are enough for it. b2 must ask for all of them.
    more-than-half: 0.5 - len(vertices) -> -len(vertices) / 2
        More than half of the hidden units are enough for it. b2 must ask for all of them.
    not-turned: W1 = np.array([-sides[:, 1], sides[:, 0]]) -> W1 = sides.T
        The sides are not turned: weights that point *along* a side draw a line at a right angle
        to it. Turn each by a right angle, (u, v) to (-v, u).
    minus-missing: [-sides[:, 1] -> [sides[:, 1]
        A minus is missing in the turn: (u, v) becomes (-v, u), not (v, u), which mirrors it.
    mirrored: [-sides[:, 1], sides[:, 0]] -> [-sides[:, 0], sides[:, 1]]
        The two coordinates are not exchanged: (u, v) becomes (-v, u), not (-u, v).
    corners-for-sides: sides = np.roll(vertices, -1, axis=0) - vertices -> sides = vertices
        The corners themselves are turned, as if they were directions. A side is the difference
        of two corners, the next one minus this one.
    sums-for-sides: axis=0) - vertices -> axis=0) + vertices
        Two corners are added. The direction of a side is the next corner *minus* this one.
    b1-from-middles: np.sum(vertices * W1.T -> np.sum((vertices / 2) * W1.T
        b1 is half of what it should be: each line lies half way between the side and the origin.
    last-side-missing: = W1[:, :-1], b1[:-1], np.ones(len(vertices) - 1), 1.5 - len(vertices)
        The last side is missing: the fence is open between the last corner and the first.
    open-and-any: = W1[:, :-1], b1[:-1], np.ones(len(vertices) - 1), -0.5
        Two things. The last side is missing, from the last corner to the first. And one hidden
        unit is enough for it, where *all* must fire.
    first-side-missing: = W1[:, 1:], b1[1:], np.ones(len(vertices) - 1), 1.5 - len(vertices)
        The first side is missing, between corners 0 and 1.
    three-corners:
    - sides = np.roll(vertices, -1, axis=0) - vertices
    + vertices = vertices[:3]
    + sides = np.roll(vertices, -1, axis=0) - vertices
        Only the first three corners are used: there are as many sides as corners,
        `len(vertices)`.
    rolled-flat: np.roll(vertices, -1, axis=0) -> np.roll(vertices, -1)
        `np.roll` without an axis moves all numbers along one row, so that first and second
        coordinates get mixed up. With axis=0 it moves the corners.
    origin-inside: = np.where(b1 < 0, -W1, W1), np.abs(b1), np.ones(len(b1)), 0.5 - len(b1)
        Each unit is turned so that the origin lies on its inner side. The origin may lie outside
        of the fence: the order of the corners says where inside is.
    towards-the-middle: np.array([-sides[:, 1], sides[:, 0]]) -> vertices.mean(axis=0)[:, None]
    and: b1 = -np.sum(vertices * W1.T, axis=1) -> W1 = W1 - (vertices + sides / 2).T
    and: = W1, -np.sum((vertices + sides / 2) * W1.T, axis=1), np.ones(len(W1.T)), 0.5 - len(W1.T)
        The weights point from the middle of each side to the middle of the fence. Mostly that is
        not at a right angle to the side: turn the side itself, (u, v) to (-v, u).
    cut-to-integers:
    - W1 = np.array([-sides[:, 1], sides[:, 0]])
    + W1 = np.array([-sides[:, 1], sides[:, 0]]) / np.linalg.norm(sides, axis=1)
    + W1 = W1.astype(vertices.dtype)
        Where the corners are integers, weights of length 1 are cut to 0: an array of integers
        holds no fractions. Make it float, or leave the weights as long as the sides.
    box:
    - sides = np.roll(vertices, -1, axis=0) - vertices
    - W1 = np.array([-sides[:, 1], sides[:, 0]])
    - b1 = -np.sum(vertices * W1.T, axis=1)
    - return W1, b1, np.ones(len(vertices)), 0.5 - len(vertices)
    + (left, low), (right, high) = vertices.min(axis=0), vertices.max(axis=0)
    + W1 = np.array([[1, -1, 0, 0], [0, 0, 1, -1]])
    + return W1, np.array([-left, right, -low, high]), np.ones(4), -3.5
        That is the box around the corners, from the least to the greatest coordinates. The sides
        of the fence may lie aslant.
    bias-size: = W1, np.abs(b1), np.ones(len(vertices)), 0.5 - len(vertices)
        All biases are made positive, which is right only for lines that have the origin on their
        inner side. The bias is minus w·p, whatever its sign.
    bias-of-sides: np.sum(vertices * W1.T, axis=1) -> np.sum(vertices * sides, axis=1)
        The biases are made with the sides as they are, not turned. It is the unit's own weights
        that are multiplied with a corner: minus w·p.
    threshold-half: = W1, b1 - 0.5, np.ones(len(vertices)), 0.5 - len(vertices)
        0.5 is taken off every bias, as for inputs of 0 and 1. Here it moves the lines away from the
        sides: each sum must be 0 on its side.
    reshaped: = W1.T.reshape(2, -1), b1, np.ones(len(vertices)), 0.5 - len(vertices)
        W1 is brought to two rows by `reshape`, which mixes up first and second coordinates. The
        table of weights, one row for each side, must be *transposed*: `.T`.
    cut-weights: = W1.astype(int), b1, np.ones(len(vertices)), 0.5 - len(vertices)
        The weights are cut to whole numbers: W1 is an array of integers and holds no fractions.
        Make it float.
    cut-weights-and-biases: = W1.astype(int), b1.astype(int), np.ones(len(b1)), 0.5 - len(b1)
        W1 and b1 are arrays of integers and hold no fractions: weights and biases are cut. Make
        them float.
    cut-weights-first:
    - b1 = -np.sum(vertices * W1.T, axis=1)
    + W1 = W1.astype(int)
    + b1 = -np.sum(vertices * W1.T, axis=1)
        The weights are cut to whole numbers, and the biases made of those: W1 is an array of
        integers and holds no fractions. Make it float.
    cut-corners:
    - sides = np.roll(vertices, -1, axis=0) - vertices
    + vertices = vertices.astype(int)
    + sides = np.roll(vertices, -1, axis=0) - vertices
        The corners are cut to whole numbers. Leave them as they are: they may have fractions.
    diagonals: np.roll(vertices, -1, axis=0) -> np.roll(vertices, -2, axis=0)
        The lines lead to the corner after the next, so one corner is skipped. A side ends at the
        next.
    length-in-weights-only: = W1 / np.linalg.norm(W1, axis=0), b1, np.ones(len(b1)), 0.5 - len(b1)
        The weights are brought to length 1, but not the biases: both belong to one line, and must
        be divided by the same number.
    from-corners-to-the-middle:
    - W1 = np.array([-sides[:, 1], sides[:, 0]])
    + W1 = (vertices.mean(axis=0) - vertices).T
        The weights point from a corner to the middle of the fence. Such a line touches one corner
        only: turn the *side* by a right angle, (u, v) to (-v, u).
    signs-only:
    - W1 = np.array([-sides[:, 1], sides[:, 0]])
    + W1 = np.sign([-sides[:, 1], sides[:, 0]])
        Of the weights only the signs are left, so all lines are level, upright or slanted by 45
        degrees. Take (-v, u) as it is.
    two-sides: = W1[:, :2], b1[:2], np.ones(2), -1.5
        Only two sides have a hidden unit: is their number taken from the columns of `vertices`? It
        is that of its rows, `len(vertices)`.
    bias-of-both-ends: np.sum(vertices * W1.T -> np.sum((2 * vertices + sides) * W1.T
        b1 is made of both ends of a side, added: that is twice as much. Take one corner, or the
        middle of both.
    bias-of-one-coordinate: np.sum(vertices * W1.T, axis=1) -> vertices[:, 0] * W1[0]
        b1 is made of the first coordinates only. The bias is minus w·p, both products added.
    vertical-left-out:
    - return W1, b1, np.ones(len(vertices)), 0.5 - len(vertices)
    + some = sides[:, 0] != 0
    + return W1[:, some], b1[some], np.ones(np.sum(some)), 0.5 - np.sum(some)
        Vertical sides, with u = 0, are left out (is a slope divided by u?), so the fence is open
        there. The weights (-v, u) need no slope and hold for every side.
    level-left-out:
    - return W1, b1, np.ones(len(vertices)), 0.5 - len(vertices)
    + some = sides[:, 1] != 0
    + return W1[:, some], b1[some], np.ones(np.sum(some)), 0.5 - np.sum(some)
        Level sides, with v = 0, are left out, so the fence is open there. The weights (-v, u) hold
        for every side.
    """,
)


def calls_none_outside(args, value):
    vertices = args[0].astype(float)
    outside = depths(vertices, points_for(vertices)).min(axis=1) < 0
    return not (outside & (np.asarray(value)[:-1] == 1)).any()


def calls_all_inside(args, value):
    vertices = args[0].astype(float)
    inside = depths(vertices, points_for(vertices)).min(axis=1) > 0
    return not (inside & (np.asarray(value)[:-1] == 0)).any()


PROMISES = [
    Invariant(
        "output-too-strict",
        "The middle of the fence is called outside, though all hidden units fire there: b2 asks "
        "for more than all of them. k - k is exactly 0, and H(0) is 0. (Or is a weight in w2 "
        "negative?)",
        lambda args, value: value[-1] != OUTPUT,
    ),
    Invariant(
        "turned-outwards",
        "The middle of the fence is called outside. All lines run along the sides, but hidden "
        "units are turned outwards, to the right: each must fire on the left of its side, taken "
        "from a corner to the *next*. (u, v) becomes (-v, u).",
        lambda args, value: value[-1] != TURN,
    ),
    Invariant(
        "bias-sign",
        "The biases have the wrong sign: at a corner p of its side, a unit's sum w·p + b must be "
        "0, so its bias is *minus* w·p.",
        lambda args, value: value[-1] != BIAS_SIGN,
    ),
    Invariant(
        "bias",
        "The lines have the directions of the sides but lie elsewhere: the weights are right, the "
        "biases are not. A unit's sum must be 0 at both ends of its own side, so its bias is minus "
        "w·p, with p one of these two corners.",
        lambda args, value: value[-1] != BIAS,
    ),
    Invariant(
        "line-along-no-side",
        "The middle of the fence is called outside, and a hidden unit's line has the direction of "
        "no side: its weights are wrong. They are a side, the next corner minus this one, turned "
        "by a right angle: (u, v) becomes (-v, u), and these pairs are the *columns* of W1.",
        lambda args, value: value[-1] != LINE,
    ),
    Invariant(
        "loses-inside",
        "Points inside are called outside. For each hidden unit: is z = w·x + b1 0 at both ends of "
        "its side, and above 0 in the middle of the fence?",
        calls_all_inside,
    ),
    Invariant(
        "lets-outside-in",
        "Points outside are called inside. Has every side a hidden unit, the one from the last "
        "corner to the first too, is its z = w·x + b1 0 at both ends of the side, and must all "
        "of them fire?",
        calls_none_outside,
    ),
]

TASK = Task(
    "polygon_network",
    points=3,
    taught_in="What more layers can draw",
    reference=polygon_network,
    cases=cases,
    hidden=hidden,
    mistakes=SLIPS,
    invariants=PROMISES,
    observe=insides,
    hints=(
        "Take one side, from a corner p to the next, q. Which direction points from it to the "
        "inside? A unit with these weights grows in that direction; where must its sum be 0?",
        "The direction q - p = (u, v), turned to the left, is (-v, u): the unit's weights. At the "
        "corner p the sum must be 0, which gives its bias. Inside means that all units fire.",
        "`np.roll(vertices, -1, axis=0)` gives the next corner of each. The first row of W1 is "
        "minus the second coordinates of the sides, the second row their first coordinates; b1 is "
        "minus weights times corner, added up. The output is an AND of k units.",
    ),
)
