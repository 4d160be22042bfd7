"""A sigmoid neuron as a step, at a given place and as steep as you like."""

import numpy as np

from ....activations import tanh
from ....approximation import step
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


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
        That is a step *down*: 1 on the left, 0 on the right. It must climb where x grows
        beyond `at`: subtract `at` from x, not x from `at`.
    brackets-missing: = sigmoid(steepness * x - at)
        The steepness acts on x alone, so the step stands at at/steepness. Subtract first,
        then multiply: mind the brackets.
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
    threshold: = np.heaviside(np.asarray(x, dtype=float) - at, 0)
        That is a threshold, which jumps. Asked for is a sigmoid that climbs within a width
        of about 1/steepness.
    threshold-one-at-step: = np.heaviside(np.asarray(x, dtype=float) - at, 1)
        That is a threshold, with 1 exactly at the step. Asked for is a sigmoid: 1/2 at the
        step, and smooth.
    tanh: = tanh(steepness * (x - at))
        That is tanh, which runs from -1 to 1; a step runs from 0 to 1.
    twice-too-steep: = (1 + tanh(steepness * (x - at))) / 2
        Twice too steep: σ(z) is (1 + tanh(z/2))/2, with z/2 inside.
    slope: = sigmoid_prime(steepness * (x - at))
        That is the slope σ' of a step, a hill around `at`. The step is σ itself.
    ramp: = np.clip(steepness * (np.asarray(x) - at) + 0.5, 0, 1)
        That is a straight ramp, cut off at 0 and 1; the sigmoid of a neuron is asked for.
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
        "The argument x is changed: `x -= at` writes into the caller's array. Write `x - at`.",
        by="changed",
    ),
]

TASK = Task(
    "step",
    points=1,
    reference=step,
    cases=cases,
    mistakes=[*SLIPS, *EFFECTS],
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
