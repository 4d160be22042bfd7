"""Two steps as a bump: one up at the left, one taken away at the right."""

import numpy as np

from ....activations import tanh
from ....approximation import bump
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task


def cases(rng):
    return [
        Case((np.linspace(0, 1, 9), 0.3, 0.6, 2.0, 25.0), "9 points"),
        Case((rng.uniform(0, 1, 6), 0.1, 0.8, -0.7, 12.0), "a negative height"),
        Case((rng.uniform(-3, 3, (3, 2)), -1.5, 0.5, 1.3, 4.0), "a table of points"),
        Case((0.5, 0.45, 0.55, 3.0, 20.0), "one number, in a narrow bump"),
        Case((np.array([0, 1, 2, 3]), 1, 2, 5, 3), "integers"),
        Case((np.linspace(0, 1, 6), 0.25, 0.75, 1.5, 1e5), "very steep steps"),
        Case((rng.uniform(0, 1, 50_000), 0.2, 0.4, 1.1, 50.0), "50,000 points", speed=True),
    ]


def ramp(x, at, steepness):
    return np.clip(steepness * (np.asarray(x) - at) + 0.5, 0, 1)


SLIPS = slips(
    bump,
    """
    added: = height * (step(x, left, steepness) + step(x, right, steepness))
        The two steps are added, so right of the bump it is twice as high. The second step
        must take back what the first brought: subtract it.
    upside-down: = height * (step(x, right, steepness) - step(x, left, steepness))
        The bump hangs upside down: the step at `left` goes up, the one at `right` is
        subtracted. If that is what you wrote, look at how `step` is called: x comes first.
    added-without-height: = step(x, left, steepness) + step(x, right, steepness)
        Two things: the steps are added, and the height is missing. Subtract the second step from
        the first, and multiply the difference by the height.
    upside-down-without-height: = step(x, right, steepness) - step(x, left, steepness)
        Two things: the height is missing, and the bump hangs upside down. It is height times
        (step at `left` minus step at `right`).
    upside-down-height-on-right: = height * step(x, right, steepness) - step(x, left, steepness)
        Two things: the steps are exchanged, so the bump hangs upside down; and only one of them
        has the height. It is height times (step at `left` minus step at `right`).
    down-subtracted: = height * (step(x, left, steepness) - step(right, x, steepness))
        The second step goes down already, from 1 to 0, and is subtracted too. Subtract a
        step that goes up at `right`.
    down-added: = height * (step(x, left, steepness) + step(right, x, steepness))
        A step up and a step down are added: everything stands `height` too high. Subtract a
        second step up instead.
    brackets-in-steps: = height * (sigmoid(steepness * x - left) - sigmoid(steepness * x - right))
        The steepness acts on x alone, so both steps stand in wrong places. In each, subtract
        first, then multiply; your `step` does it.
    divided: = height * (step(x, left, 1 / steepness) - step(x, right, 1 / steepness))
        A larger steepness makes the flanks gentler: multiply by it, do not divide.
    order-in-step: = height * (step(x, steepness, left) - step(x, steepness, right))
        `step` gets its arguments in another order: first x, then the place, then the
        steepness.
    height-steepness-exchanged: = steepness * (step(x, left, height) - step(x, right, height))
        The height and the steepness are exchanged.
    height-as-steepness: = height * (step(x, left, height) - step(x, right, height))
        The height is handed to the steps in place of the steepness.
    tanh: = height * (tanh(steepness * (x - left)) - tanh(steepness * (x - right)))
        The steps are made with tanh, which runs from -1 to 1 and is twice as steep: use
        sigmoids.
    divided-by-width: height * -> height / (right - left) *
        The bump is divided by its width, so that its area is right. Its *height* is asked
        for.
    minimum: = height * np.minimum(step(x, left, steepness), 1 - step(x, right, steepness))
        The smaller of two steps is taken at each point. That looks alike, but a network can
        only add: the step up minus the step at `right`.
    height-missing: = step(x, left, steepness) - step(x, right, steepness)
        The height is missing: the difference of the two steps is 1 high, multiply it.
    height-added: = height + (step(x, left, steepness) - step(x, right, steepness))
        The height is added, not multiplied: outside a bump there must be 0.
    height-on-first: = height * step(x, left, steepness) - step(x, right, steepness)
        The height multiplies only the first step; the second takes back just 1. Put the
        difference in brackets.
    height-on-second: = step(x, left, steepness) - height * step(x, right, steepness)
        The height multiplies only the second step; the first brings just 1. Put the
        difference in brackets.
    left-only: = height * step(x, left, steepness)
        There is only the step at `left`: nothing ends the bump at `right`.
    right-only: = height * step(x, right, steepness)
        There is only the step at `right`: nothing begins the bump at `left`.
    outside: = height * (1 - step(x, left, steepness) + step(x, right, steepness))
        That is the outside of the bump: 0 between left and right, `height` elsewhere.
    up-times-down: = height * step(x, left, steepness) * (1 - step(x, right, steepness))
        The steps are multiplied, σ·(1 - σ). That looks alike, but a network of one layer can
        only *add* its neurons: the step up minus the step at `right`.
    up-times-up: = height * step(x, left, steepness) * step(x, right, steepness)
        The steps are multiplied: both are 1 on the right, so that is a step, no bump.
        Subtract the second from the first.
    height-inside: = step(x, left, height * steepness) - step(x, right, height * steepness)
        The height stands inside the sigmoid, where it changes the steepness. It is an output
        weight: multiply the steps by it.
    right-as-difference: step(x, right, steepness) -> step(x, right - left, steepness)
        The second step stands at right - left, the width of the bump. It stands at the place
        `right` itself.
    from-zero: = height * (step(x, 0, steepness) - step(x, right - left, steepness))
        The bump begins at 0: it has the right width, but not the right place. The steps stand
        at `left` and at `right`.
    places-added: = height * (step(x, -left, steepness) - step(x, -right, steepness))
        The steps stand at -left and -right: a place is subtracted from x, not added.
    left-step-gentle: step(x, left, steepness) -> step(x, left, 1)
        The first step is not as steep as asked: hand on the steepness to it too.
    right-step-gentle: step(x, right, steepness) -> step(x, right, 1)
        The second step is not as steep as asked: hand on the steepness to it too.
    order-in-left-step: step(x, left, steepness) -> step(x, steepness, left)
        In the first step the place and the steepness are exchanged: x, then the place, then
        the steepness.
    order-in-right-step: step(x, right, steepness) -> step(x, steepness, right)
        In the second step the place and the steepness are exchanged: x, then the place, then
        the steepness.
    x-behind-in-left-step: step(x, left, steepness) -> step(left, x, steepness)
        In the first step x and the place are exchanged, so it goes down: x comes first.
    height-twice: height * -> height * height *
        The height is multiplied in twice.
    divided-by-height: = (step(x, left, steepness) - step(x, right, steepness)) / height
        The bump is divided by the height: multiply by it.
    height-subtracted: = step(x, left, steepness) - step(x, right, steepness) - height
        The height is subtracted. Multiply by it: outside a bump there must be 0.
    halved: height * -> 0.5 * height *
        The bump is half as high as it should be: a 1/2 is too much. It belongs to steps made
        with tanh, which run from -1 to 1.
    steepness-outside: height * -> height * steepness *
        The bump is multiplied by the steepness as well. It acts inside the steps only.
    steepness-added: = height * (sigmoid(x - left + steepness) - sigmoid(x - right + steepness))
        The steepness is added in the steps. It is a weight: multiply x - left and x - right by
        it.
    up-times-down-without-height: = step(x, left, steepness) * (1 - step(x, right, steepness))
        Two things: the steps are multiplied, but a network of one layer can only add its
        neurons; and the height is missing. It is height times (step at `left` minus step at
        `right`).
    difference-without-sign: = height * np.abs(step(x, left, steepness) - step(right, x, steepness))
        The second step goes down already, is subtracted too, and `abs` hides it. Subtract a
        step that goes up at `right`.
    ramps: = height * (ramp(x, left, steepness) - ramp(x, right, steepness))
        The flanks are straight ramps, cut off at 0 and 1. Build them from sigmoid steps: your
        `step` makes them.
    relus: = height * (np.maximum(0, x - left) - np.maximum(0, x - right))
        The steps are made with ReLUs, which never level off. Build the bump from two sigmoid
        steps.
    bell: = height * np.exp(-steepness * (x - (left + right) / 2) ** 2)
        That is a bell curve. It looks alike, but asked for is the difference of two sigmoid
        steps, at `left` and at `right`.
    bell-by-width: = height * np.exp(-(((x - (left + right) / 2) / (right - left)) ** 2))
        That is a bell curve as wide as right - left. Asked for is the difference of two sigmoid
        steps, of the given steepness.
    slope-in-the-middle: = height * sigmoid_prime(steepness * (x - (left + right) / 2))
        That is the slope σ' of one neuron in the middle: a hill of fixed form, 1/4 high. Two
        steps make the bump, one at `left` and one at `right`.
    right-as-width: step(x, right, steepness) -> step(x, left + right, steepness)
        `right` is read as a width. It is the place where the bump ends.
    middle-and-width: step(x, left, steepness) -> step(x, left - right / 2, steepness)
    and: step(x, right, steepness) -> step(x, left + right / 2, steepness)
        `left` and `right` are read as a middle and a width. They are the places where the
        bump begins and ends.
    steepness-ignored: = height * (step(x, left, 1) - step(x, right, 1))
        The steepness is ignored: hand it on to both steps.
    asks-once: = height if left < x < right else 0
        `if` asks one question about a whole array, and what is chosen is a jump. No `if` is
        needed: `step` takes arrays, and two of its steps make the bump.
    zero-everywhere: = np.zeros(np.shape(x))
        The bump is 0 everywhere. Do both steps stand at the same place, so that they cancel?
        Or was nothing put into the result?
    steepness-fixed: = height * (step(x, left, 50) - step(x, right, 50))
        The steepness is 50 each time: hand on the one that comes in.
    peak-of-these-points:
    - return height * (step(x, left, steepness) - step(x, right, steepness))
    + shape = step(x, left, steepness) - step(x, right, steepness)
    + return height * shape / np.max(shape)
        The bump is divided by the largest of its values, so it depends on the points that x
        happens to hold. Leave it: height times the difference of the two steps.
    stretched-to-peak:
    - return height * (step(x, left, steepness) - step(x, right, steepness))
    + peak = 1 - 2 * step(left, (left + right) / 2, steepness)
    + return height / peak * (step(x, left, steepness) - step(x, right, steepness))
        The bump is stretched so that its peak is exactly `height`. Leave it as the two steps
        make it: height times their difference.
    steepness-by-width:
    - return height * (step(x, left, steepness) - step(x, right, steepness))
    + steepness = steepness / (right - left)
    + return height * (step(x, left, steepness) - step(x, right, steepness))
        The steepness is divided by the width of the bump. Hand it to the steps as it is.
    sign-lost: = np.abs(height) * (step(x, left, steepness) - step(x, right, steepness))
        The signs of the bump are lost (`abs`): a negative height must give a dent.
    dent-cut-off: = np.maximum(height * (step(x, left, steepness) - step(x, right, steepness)), 0)
        What is below 0 is cut off (`maximum(..., 0)`, `clip`): a negative height must give a
        dent.
    overflow:
    - return height * (step(x, left, steepness) - step(x, right, steepness))
    + up = 1 / (1 + np.exp(-steepness * (x - left)))
    + down = 1 / (1 + np.exp(-steepness * (x - right)))
    + return height * (up - down)
        `np.exp` overflows beside a steep step, and warns. Use your `step`, or the `sigmoid`
        that is imported.
    """,
    ramp=ramp,
    tanh=tanh,
)


def has_flanks(args, value):
    """Violated by comparisons: only 0 and the height occur, the height where x is inside."""
    x, left, right, height, steepness = args
    inside = (np.asarray(x) > left) & (np.asarray(x) < right)
    found = set(np.ravel(value))
    jumps = found <= {0, height} and (height in found or not inside.any())
    return steepness > 1000 or not jumps


INVARIANTS = [
    Invariant(
        "jumps",
        "These flanks are jumps. Build the bump from two sigmoid steps of the given steepness.",
        has_flanks,
    ),
]

TASK = Task(
    "bump",
    points=2,
    taught_in="One neuron is a step",
    reference=bump,
    cases=cases,
    mistakes=SLIPS,
    invariants=INVARIANTS,
    faster="The steps take whole arrays: no loop is needed.",
    hints=(
        "What are both steps far to the left? Far to the right? Between `left` and `right`? In all "
        "three places the result must come out.",
        "Outside the bump the two steps must cancel, on the left as 0 and 0, on the right as 1 and "
        "1.",
        "Take the step at `right` away from the step at `left`, and multiply the whole difference "
        "by the height.",
    ),
    atol=1e-10,
)
