"""A sigmoid neuron as a step, at a given place and as steep as you like."""

import numpy as np

from ....activations import tanh
from ....approximation import step
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Mistake, Task


def cases(rng):
    return [
        Case((rng.uniform(0, 1, 7), 0.4, 10.0), "7 points"),
        Case((rng.uniform(-2, 2, (2, 3)), -0.7, 2.5), "a table of points, a step left of 0"),
        Case((0.3, 0.25, 30.0), "one number"),
        Case((np.array([0, 1, 2, 3]), 1, 2), "integers"),
        Case((np.array([0.2, 0.5, 0.8]), 0.5, 8.0), "exactly at the step"),
        Case((np.linspace(0, 1, 5), 0.6, 1e5), "a very steep step"),
        Case((rng.uniform(0, 1, 100_000), 0.3, 40.0), "100,000 points", speed=True),
    ]


SLIPS = slips(
    step,
    """
    falls: = sigmoid(steepness * (at - x))
        That is a step *down*: 1 on the left, 0 on the right. It must climb where x grows.
        Look for a turned sign: perhaps `at - x` in place of `x - at`, or a minus that is
        missing or too many.
    falls-and-overflow: = 1 / (1 + np.exp(steepness * (x - at)))
        Two things: the step goes down, since the exponent lacks its minus, e^(-s (x - at)); and
        `np.exp` overflows where the step is steep. The `sigmoid` that is imported does both right.
    brackets-missing: = sigmoid(steepness * x - at)
        The steepness acts on x alone, so the step stands at at/steepness. Subtract first, then
        multiply, in brackets; as a bias that is -steepness·at, not -at.
    at-added: = sigmoid(steepness * (x + at))
        The step stands at -at: `at` is added where it should be subtracted.
    bias-at: = sigmoid(steepness * x + at)
        The bias is `at` alone. So that the step stands at `at`, it must be -steepness·at:
        multiply x - at as a whole.
    steepness-on-at: = sigmoid(x - steepness * at)
        The steepness multiplies only `at`: it belongs to the whole difference x - at.
    at-ignored: = sigmoid(steepness * np.asarray(x))
        `at` is ignored: this step always stands at 0.
    distance: = sigmoid(steepness * np.abs(x - at))
        The distance from the step is taken without its sign (`abs`), so both sides go up.
    exchanged: = sigmoid(at * (x - steepness))
        The roles of `at` and `steepness` are exchanged.
    steepness-twice: = steepness * sigmoid(steepness * (x - at))
        The sigmoid is right, but it is multiplied by the steepness once more: a step rises
        from 0 to 1.
    half-subtracted: = sigmoid(steepness * (x - at)) - 0.5
        The step runs from -1/2 to 1/2: nothing is to be subtracted from the sigmoid.
    divided: = sigmoid((x - at) / steepness)
        A larger steepness makes this step gentler: multiply by the steepness, do not divide.
    steepness-ignored: = sigmoid(x - at)
        The steepness is ignored: it is the weight of the neuron, so it multiplies x - at.
    steepness-outside: = steepness * sigmoid(x - at)
        The steepness multiplies the output. It belongs inside the sigmoid; the step itself
        rises from 0 to 1.
    asks-once: = 0 if x < at else 1
        `if` asks one question about a whole array, and what is chosen is a jump. No `if` is
        needed: `sigmoid` takes arrays, and climbs by itself.
    at-from-output: = sigmoid(steepness * np.asarray(x)) - at
        `at` is subtracted from the output, so the step runs from -at to 1 - at and stands at
        0. Subtract it from x, inside the sigmoid.
    tanh: = tanh(steepness * (x - at))
        That is tanh, which runs from -1 to 1; a step runs from 0 to 1.
    twice-too-steep: = (1 + tanh(steepness * (x - at))) / 2
        Twice too steep: σ(z) is (1 + tanh(z/2))/2, with z/2 inside.
    slope: = sigmoid_prime(steepness * (x - at))
        That is the slope σ' of a step, a hill around `at`. The step is σ itself.
    ramp: = np.clip(steepness * (np.asarray(x) - at) + 0.5, 0, 1)
        That is a straight ramp, cut off at 0 and 1; the sigmoid of a neuron is asked for.
    gentle-ramp: = np.clip(steepness * (np.asarray(x) - at) / 4 + 0.5, 0, 1)
        That is a straight ramp with the sigmoid's slope in the middle; the sigmoid itself is
        asked for, which bends.
    ramp-from-at: = np.clip(steepness * (np.asarray(x) - at), 0, 1)
        That is a straight ramp that begins at `at`, cut off at 0 and 1; the sigmoid of a neuron
        is asked for, which is 1/2 at `at`.
    relu: = np.maximum(0, steepness * (np.asarray(x) - at))
        That is a ReLU, which grows without an end; a step is a sigmoid, which stays below 1.
    softplus: = np.logaddexp(0, steepness * (np.asarray(x) - at))
        That is softplus, log(1 + e^z), which grows without an end; a step is a sigmoid.
    arctan: = np.arctan(steepness * (np.asarray(x) - at)) / np.pi + 0.5
        That is an arctan, scaled to run from 0 to 1. It looks alike, but climbs far more slowly
        to its ends: use `sigmoid`.
    bell: = np.exp(-steepness * (np.asarray(x) - at) ** 2)
        That is a bell curve, high at `at` and low on both sides. A step climbs at `at`, and
        stays up.
    call-closed-early: = sigmoid(steepness) * (x - at)
        The brackets of `sigmoid` close too early: only the steepness is inside. The whole
        steepness * (x - at) belongs into the call.
    sigmoid-before-weight: = steepness * (sigmoid(x) - at)
        The sigmoid is taken of x alone. First the sum, steepness * (x - at), then the sigmoid
        of all of it.
    sigmoid-twice: = sigmoid(sigmoid(steepness * (x - at)))
        The sigmoid is applied twice. Once is enough: the step must rise from 0 to 1.
    steepness-added: = sigmoid(x - at + steepness)
        The steepness is added to x - at. It is a weight: multiply by it.
    steepness-squared: = sigmoid(steepness**2 * (x - at))
        The steepness is multiplied in twice.
    steepness-fixed: = sigmoid(100 * (x - at))
        The steepness is 100 each time: use the one that comes in.
    at-as-factor: = sigmoid(steepness * x * at)
        x is multiplied by `at`. The place is subtracted: x - at.
    half-too-gentle: = sigmoid(steepness * (x - at) / 2)
        The argument is halved. z/2 belongs to the form with tanh only; the sigmoid takes z
        itself.
    sigmoid-missing: = steepness * (np.asarray(x) - at)
        The sigmoid is missing: that is only its argument z = s (x - at).
    overflow: = 1 / (1 + np.exp(-steepness * (x - at)))
        `np.exp` overflows left of a steep step, and warns. Use the `sigmoid` that is
        imported: it never raises e to a positive power.
    cut-to-integers: = sigmoid(steepness * (x - at)).astype(np.asarray(x).dtype)
        Where x holds integers, the result is cut to integers. Let it be floats.
    """,
    tanh=tanh,
)

EFFECTS = [
    Mistake(
        "x-changed",
        "The argument x is changed: `x -= at` and the like write into the caller's array. Write "
        "`x - at`.",
        by="changed",
    ),
]


def is_smooth(args, value):
    """Violated by a threshold: 0 and 1 occur (for one x: one of them), and at most 1/2 between."""
    x, at, steepness = args
    found = set(np.ravel(value))
    jumps = found <= {0, 0.5, 1} and len(found & {0, 1}) == min(np.size(x), 2)
    return steepness > 1000 or not jumps


INVARIANTS = [
    Invariant(
        "threshold",
        "That is a threshold, which jumps. Asked for is a sigmoid: 1/2 at the step, and smooth. It "
        "climbs within a width of about 1/steepness.",
        is_smooth,
    ),
]

TASK = Task(
    "step",
    points=1,
    taught_in="One neuron is a step",
    reference=step,
    cases=cases,
    mistakes=[*SLIPS, *EFFECTS],
    invariants=INVARIANTS,
    faster="`sigmoid` takes whole arrays: no loop is needed.",
    hints=(
        "Where is the sigmoid 1/2? What must stand inside it, so that this happens at x = at?",
        "Far to the right of the step the argument of the sigmoid must be large and positive, far "
        "to the left large and negative; the steepness makes it larger still.",
        "First subtract `at` from x, then multiply by the steepness, then apply `sigmoid`. Mind "
        "the brackets.",
    ),
    atol=1e-12,
)
