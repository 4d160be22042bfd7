"""Exercise 07: steps, bumps, and a function that follows any other."""

import math
from typing import NamedTuple

import numpy as np

from ..activations import sigmoid, sigmoid_prime, tanh
from ..approximation import bump, bumps_needed, step
from .engine.old import Invariant, Mistake
from .engine.task import Case, Task

# ---- step -------------------------------------------------------------------------------------


def step_cases(rng):
    return [
        Case((rng.uniform(0, 1, 7), 0.4, 10.0), "7 points"),
        Case((rng.uniform(-2, 2, (2, 3)), -0.7, 2.5), "a table of points, a step left of 0"),
        Case((0.3, 0.25, 30.0), "one number"),
        Case((np.array([0, 1, 2, 3]), 1, 2), "integers"),
        Case((np.array([0.2, 0.5, 0.8]), 0.5, 8.0), "exactly at the step"),
        Case((np.linspace(0, 1, 5), 0.6, 1e5), "a very steep step"),
        Case((rng.uniform(0, 1, 100_000), 0.3, 40.0), "100,000 points", speed=True),
    ]


def naive_step(x, at, steepness):
    return 1 / (1 + np.exp(-steepness * (x - at)))


def moves_x(x, at, steepness):
    if isinstance(x, np.ndarray) and x.dtype.kind == "f":
        x -= at
        return sigmoid(steepness * x)
    return step(x, at, steepness)


def asks_once(x, at, steepness):
    if x < at:
        return 0
    return 1


def whole_numbers(x, at, steepness):
    y = step(x, at, steepness)
    return y.astype(np.asarray(x).dtype)


def step_by_loop(x, at, steepness):
    values = [float(sigmoid(steepness * (v - at))) for v in np.ravel(x)]
    return np.reshape(values, np.shape(x))


def step_by_tanh(x, at, steepness):
    return (1 + np.tanh(steepness * (np.asarray(x) - at) / 2)) / 2


def step_by_weight_and_bias(x, at, steepness):
    w, b = steepness, -steepness * at
    return sigmoid(w * np.asarray(x) + b)


def step_by_exp(x, at, steepness):
    z = np.clip(steepness * (np.asarray(x, dtype=float) - at), -500, 500)
    return 1 / (1 + np.exp(-z))


STEP = Task(
    "step",
    points=1,
    reference=step,
    cases=step_cases,
    mistakes=[
        Mistake(
            "That is a step *down*: 1 on the left, 0 on the right. It must climb where x grows "
            "beyond `at`: subtract `at` from x, not x from `at`.",
            lambda x, at, s: sigmoid(s * (at - x)),
        ),
        Mistake(
            "The steepness acts on x alone, so the step stands at at/steepness. Subtract first, "
            "then multiply: mind the brackets.",
            lambda x, at, s: sigmoid(s * x - at),
        ),
        Mistake(
            "The step stands at -at: `at` is added where it should be subtracted.",
            lambda x, at, s: sigmoid(s * (x + at)),
        ),
        Mistake(
            "The bias is `at` alone. So that the step stands at `at`, it must be -steepness·at: "
            "multiply x - at as a whole.",
            lambda x, at, s: sigmoid(s * x + at),
        ),
        Mistake(
            "The steepness multiplies only `at`: it belongs to the whole difference x - at.",
            lambda x, at, s: sigmoid(x - s * at),
        ),
        Mistake(
            "`at` is ignored: this step always stands at 0.",
            lambda x, at, s: sigmoid(s * np.asarray(x)),
        ),
        Mistake(
            "The distance from the step is taken without its sign (`abs`), so both sides go up.",
            lambda x, at, s: sigmoid(s * np.abs(x - at)),
        ),
        Mistake(
            "The roles of `at` and `steepness` are exchanged.",
            lambda x, at, s: sigmoid(at * (x - s)),
        ),
        Mistake(
            "The sigmoid is right, but it is multiplied by the steepness once more: a step rises "
            "from 0 to 1.",
            lambda x, at, s: s * step(x, at, s),
        ),
        Mistake(
            "The step runs from -1/2 to 1/2: nothing is to be subtracted from the sigmoid.",
            lambda x, at, s: step(x, at, s) - 0.5,
        ),
        Mistake(
            "A larger steepness makes this step gentler: multiply by the steepness, do not divide.",
            lambda x, at, s: sigmoid((x - at) / s),
        ),
        Mistake(
            "The steepness is ignored: it is the weight of the neuron, so it multiplies x - at.",
            lambda x, at, s: sigmoid(x - at),
        ),
        Mistake(
            "The steepness multiplies the output. It belongs inside the sigmoid; the step itself "
            "rises from 0 to 1.",
            lambda x, at, s: s * sigmoid(x - at),
        ),
        Mistake(
            "`if` asks one question about a whole array, and what is chosen is a jump. No `if` is "
            "needed: `sigmoid` takes arrays, and climbs by itself.",
            asks_once,
        ),
        Mistake(
            "`at` is subtracted from the output, so the step runs from -at to 1 - at and stands at "
            "0. Subtract it from x, inside the sigmoid.",
            lambda x, at, s: sigmoid(s * np.asarray(x)) - at,
        ),
        Mistake(
            "That is a threshold, which jumps. Asked for is a sigmoid that climbs within a width "
            "of about 1/steepness.",
            lambda x, at, s: np.heaviside(np.asarray(x, dtype=float) - at, 0),
        ),
        Mistake(
            "That is a threshold, with 1 exactly at the step. Asked for is a sigmoid: 1/2 at the "
            "step, and smooth.",
            lambda x, at, s: np.heaviside(np.asarray(x, dtype=float) - at, 1),
        ),
        Mistake(
            "That is tanh, which runs from -1 to 1; a step runs from 0 to 1.",
            lambda x, at, s: tanh(s * (x - at)),
        ),
        Mistake(
            "Twice too steep: σ(z) is (1 + tanh(z/2))/2, with z/2 inside.",
            lambda x, at, s: (1 + tanh(s * (x - at))) / 2,
        ),
        Mistake(
            "That is the slope σ' of a step, a hill around `at`. The step is σ itself.",
            lambda x, at, s: sigmoid_prime(s * (x - at)),
        ),
        Mistake(
            "That is a straight ramp, cut off at 0 and 1; the sigmoid of a neuron is asked for.",
            lambda x, at, s: np.clip(s * (np.asarray(x) - at) + 0.5, 0, 1),
        ),
        Mistake(
            "The sigmoid is missing: that is only its argument z = s (x - at).",
            lambda x, at, s: s * (np.asarray(x) - at),
        ),
        Mistake(
            "`np.exp` overflows left of a steep step, and warns. Use the `sigmoid` that is "
            "imported: it never raises e to a positive power.",
            naive_step,
        ),
        Mistake(
            "The argument x is changed: `x -= at` writes into the caller's array. Write `x - at`.",
            moves_x,
        ),
        Mistake(
            "Where x holds integers, the result is cut to integers. Let it be floats.",
            whole_numbers,
        ),
        Mistake(
            "`sigmoid` takes whole arrays: no loop is needed.",
            step_by_loop,
            by="slow",
        ),
    ],
    alternatives=[step_by_tanh, step_by_weight_and_bias, step_by_exp],
    atol=1e-12,
)

# ---- bump -------------------------------------------------------------------------------------


def bump_cases(rng):
    return [
        Case((np.linspace(0, 1, 9), 0.3, 0.6, 2.0, 25.0), "9 points"),
        Case((rng.uniform(0, 1, 6), 0.1, 0.8, -0.7, 12.0), "a negative height"),
        Case((rng.uniform(-3, 3, (3, 2)), -1.5, 0.5, 1.3, 4.0), "a table of points"),
        Case((0.5, 0.45, 0.55, 3.0, 20.0), "one number, in a narrow bump"),
        Case((np.array([0, 1, 2, 3]), 1, 2, 5, 3), "integers"),
        Case((np.linspace(0, 1, 6), 0.25, 0.75, 1.5, 1e5), "very steep steps"),
        Case((rng.uniform(0, 1, 50_000), 0.2, 0.4, 1.1, 50.0), "50,000 points", speed=True),
    ]


def bumps_with(formula):
    """A bump from the two steps: formula(up, down, height)."""
    return lambda x, left, right, height, s: formula(step(x, left, s), step(x, right, s), height)


def right_is_a_width(x, left, right, height, s):
    return bump(x, left, left + right, height, s)


def middle_and_width(x, left, right, height, s):
    return bump(x, left - right / 2, left + right / 2, height, s)


def sharp_bump(x, left, right, height, s):
    x = np.asarray(x)
    return np.where((x > left) & (x < right), height, 0.0)


def bump_by_if(x, left, right, height, s):
    if left < x < right:
        return height
    return 0


def scaled_to_the_peak(x, left, right, height, s):
    peak = 1 - 2 * step(left, (left + right) / 2, s)
    return bump(x, left, right, height, s) / peak


def naive_bump(x, left, right, height, s):
    return height * (naive_step(x, left, s) - naive_step(x, right, s))


def steeper_if_narrow(x, left, right, height, s):
    return bump(x, left, right, height, s / (right - left))


def bump_by_loop(x, left, right, height, s):
    values = [float(bump(v, left, right, height, s)) for v in np.ravel(x)]
    return np.reshape(values, np.shape(x))


def bump_as_two_weights(x, left, right, height, s):
    at, v = np.array([left, right]), np.array([height, -height])
    return sigmoid(s * (np.asarray(x)[..., None] - at)) @ v


def bump_by_tanh(x, left, right, height, s):
    x = np.asarray(x)
    return height / 2 * (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2))


def bump_from_mirrored_steps(x, left, right, height, s):
    return height * step(x, left, s) + height * step(-np.asarray(x), -right, s) - height


BUMP = Task(
    "bump",
    points=2,
    reference=bump,
    cases=bump_cases,
    mistakes=[
        Mistake(
            "The two steps are added, so right of the bump it is twice as high. The second step "
            "must take back what the first brought: subtract it.",
            bumps_with(lambda up, down, h: h * (up + down)),
        ),
        Mistake(
            "The bump hangs upside down: the step at `left` goes up, the one at `right` is "
            "subtracted. If that is what you wrote, look at how `step` is called: x comes first.",
            bumps_with(lambda up, down, h: h * (down - up)),
        ),
        Mistake(
            "The second step goes down already, from 1 to 0, and is subtracted too. Subtract a "
            "step that goes up at `right`.",
            lambda x, left, right, h, s: h * (step(x, left, s) - step(right, x, s)),
        ),
        Mistake(
            "A step up and a step down are added: everything stands `height` too high. Subtract a "
            "second step up instead.",
            lambda x, left, right, h, s: h * (step(x, left, s) + step(right, x, s)),
        ),
        Mistake(
            "The steepness acts on x alone, so both steps stand in wrong places. In each, subtract "
            "first, then multiply; your `step` does it.",
            lambda x, left, right, h, s: h * (sigmoid(s * x - left) - sigmoid(s * x - right)),
        ),
        Mistake(
            "A larger steepness makes the flanks gentler: multiply by it, do not divide.",
            lambda x, left, right, h, s: bump(x, left, right, h, 1 / s),
        ),
        Mistake(
            "`step` gets its arguments in another order: first x, then the place, then the "
            "steepness.",
            lambda x, left, right, h, s: h * (step(x, s, left) - step(x, s, right)),
        ),
        Mistake(
            "The height and the steepness are exchanged.",
            lambda x, left, right, h, s: bump(x, left, right, s, h),
        ),
        Mistake(
            "The height is handed to the steps in place of the steepness.",
            lambda x, left, right, h, s: bump(x, left, right, h, h),
        ),
        Mistake(
            "The steps are made with tanh, which runs from -1 to 1 and is twice as steep: use "
            "sigmoids.",
            lambda x, left, right, h, s: h * (tanh(s * (x - left)) - tanh(s * (x - right))),
        ),
        Mistake(
            "The bump is divided by its width, so that its area is right. Its *height* is asked "
            "for.",
            lambda x, left, right, h, s: bump(x, left, right, h, s) / (right - left),
        ),
        Mistake(
            "The smaller of two steps is taken at each point. That looks alike, but a network can "
            "only add: the step up minus the step at `right`.",
            bumps_with(lambda up, down, h: h * np.minimum(up, 1 - down)),
        ),
        Mistake(
            "The height is missing: the difference of the two steps is 1 high, multiply it.",
            bumps_with(lambda up, down, h: up - down),
        ),
        Mistake(
            "The height is added, not multiplied: outside a bump there must be 0.",
            bumps_with(lambda up, down, h: up - down + h),
        ),
        Mistake(
            "The height multiplies only the first step; the second takes back just 1. Put the "
            "difference in brackets.",
            bumps_with(lambda up, down, h: h * up - down),
        ),
        Mistake(
            "The height multiplies only the second step; the first brings just 1. Put the "
            "difference in brackets.",
            bumps_with(lambda up, down, h: up - h * down),
        ),
        Mistake(
            "There is only the step at `left`: nothing ends the bump at `right`.",
            bumps_with(lambda up, down, h: h * up),
        ),
        Mistake(
            "There is only the step at `right`: nothing begins the bump at `left`.",
            bumps_with(lambda up, down, h: h * down),
        ),
        Mistake(
            "That is the outside of the bump: 0 between left and right, `height` elsewhere.",
            bumps_with(lambda up, down, h: h * (1 - up + down)),
        ),
        Mistake(
            "The steps are multiplied, σ·(1 - σ). That looks alike, but a network of one layer can "
            "only *add* its neurons: the step up minus the step at `right`.",
            bumps_with(lambda up, down, h: h * up * (1 - down)),
        ),
        Mistake(
            "The steps are multiplied: both are 1 on the right, so that is a step, no bump. "
            "Subtract the second from the first.",
            bumps_with(lambda up, down, h: h * up * down),
        ),
        Mistake(
            "The signs of the bump are lost (`abs`): a negative height must give a dent.",
            bumps_with(lambda up, down, h: np.abs(h * (up - down))),
        ),
        Mistake(
            "The height stands inside the sigmoid, where it changes the steepness. It is an output "
            "weight: multiply the steps by it.",
            lambda x, left, right, h, s: step(x, left, h * s) - step(x, right, h * s),
        ),
        Mistake(
            "`right` is read as a width. It is the place where the bump ends.",
            right_is_a_width,
        ),
        Mistake(
            "`left` and `right` are read as a middle and a width. They are the places where the "
            "bump begins and ends.",
            middle_and_width,
        ),
        Mistake(
            "The steepness is ignored: hand it on to both steps.",
            lambda x, left, right, h, s: bump(x, left, right, h, 1),
        ),
        Mistake(
            "`if` asks one question about a whole array, and what is chosen is a jump. No `if` is "
            "needed: `step` takes arrays, and two of its steps make the bump.",
            bump_by_if,
        ),
        Mistake(
            "The bump is 0 everywhere. Do both steps stand at the same place, so that they cancel? "
            "Or was nothing put into the result?",
            lambda x, left, right, h, s: np.zeros(np.shape(x)),
        ),
        Mistake(
            "The steepness is 50 each time: hand on the one that comes in.",
            lambda x, left, right, h, s: bump(x, left, right, h, 50),
        ),
        Mistake(
            "The bump is divided by the largest of its values, so it depends on the points that x "
            "happens to hold. Leave it: height times the difference of the two steps.",
            lambda x, left, right, h, s: (
                h * bump(x, left, right, 1, s) / np.max(bump(x, left, right, 1, s))
            ),
        ),
        Mistake(
            "These flanks are jumps. Build the bump from two sigmoid steps of the given steepness.",
            sharp_bump,
        ),
        Mistake(
            "The bump is stretched so that its peak is exactly `height`. Leave it as the two steps "
            "make it: height times their difference.",
            scaled_to_the_peak,
        ),
        Mistake(
            "The steepness is divided by the width of the bump. Hand it to the steps as it is.",
            steeper_if_narrow,
        ),
        Mistake(
            "`np.exp` overflows beside a steep step, and warns. Use your `step`, or the `sigmoid` "
            "that is imported.",
            naive_bump,
        ),
        Mistake("The steps take whole arrays: no loop is needed.", bump_by_loop, by="slow"),
    ],
    alternatives=[bump_as_two_weights, bump_by_tanh, bump_from_mirrored_steps],
    atol=1e-10,
)

# ---- approximate ------------------------------------------------------------------------------

OFFSETS = np.array([0.05, 0.25, 0.5, 0.75, 0.95])  # where in each bump g is looked at
MIDDLE = 2


def falling(x):
    return 2 * np.exp(-2 * np.asarray(x)) + 0.5


def wave(x):
    return np.sin(2 * np.pi * np.asarray(x))


def ramp(x):
    return 3 * np.asarray(x) - 1


def high_bow(x):
    return 5 + np.asarray(x) ** 2


def valley(x):
    return np.abs(np.asarray(x) - 0.3) - 1


class Wavy(NamedTuple):
    """f(x) = a + b x + c sin(w x + p): a curve that nobody has looked up."""

    a: float
    b: float
    c: float
    w: float
    p: float

    def __call__(self, x):
        return self.a + self.b * np.asarray(x) + self.c * np.sin(self.w * np.asarray(x) + self.p)


def lipschitz(f):
    return abs(f.b) + abs(f.c * f.w) if isinstance(f, Wavy) else LIPSCHITZ[f]


LIPSCHITZ = {falling: 4.0, wave: 2 * math.pi, ramp: 3.0, high_bow: 2.0, valley: 1.0}


def approximate(f, n):
    """g: n bumps of equal width on [0, 1], each as high as f at its middle."""
    edges = np.arange(n + 1) / n
    heights = [float(f((left + right) / 2)) for left, right in zip(edges, edges[1:], strict=False)]
    edges[0], edges[-1] = -1, 2  # at 0 and 1 the bumps are to be whole, not half risen

    def g(x):
        pairs = zip(edges, edges[1:], heights, strict=False)
        return sum(bump(x, left, right, height, 100 * n) for left, right, height in pairs)

    return g


def approximate_cases(rng):
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


def hidden_cases(rng):
    """The cases, and curves that cannot be told by their names."""
    drawn = [Wavy(*rng.uniform([-2, 1, 0.2, 2, 0], [2, 3, 0.5, 6, 6]).tolist()) for _ in range(2)]
    return [*approximate_cases(rng), *(Case((f, 8), "a wavy curve, 8 bumps") for f in drawn)]


def places(n):
    """(n, 5): five places in each of the n bumps."""
    return (np.arange(n)[:, None] + OFFSETS) / n


def look_at(approximate, f, n):
    """(values (5n,), calls of f by g, is x changed, does a second call give the same,
    does a table of x, do integers, is there another g for another n).

    Or words that say why there are no values.
    """
    calls = [0]

    def counted(x):
        calls[0] += 1
        return f(x)

    try:
        g = approximate(counted, n)
    except NameError as error:
        if "'x'" in str(error):
            return "no x"
        raise
    if not callable(g):
        return "no function"
    before, x = calls[0], places(n).ravel()
    try:
        values = g(x)
    except (TypeError, ValueError) as error:
        if any(word in str(error) for word in ("ambiguous", "can be converted", "only length-1")):
            return "numbers only"
        raise
    called, changed = calls[0] - before, not np.array_equal(x, places(n).ravel())
    first = values.copy() if isinstance(values, np.ndarray) else values
    again = np.array_equal(first, g(places(n).ravel()))
    return first, called, changed, again, *other_forms(approximate, g, f, n, first)


def other_forms(approximate, g, f, n, values):
    """(does g take a table, does it take integers, does it depend on n)."""

    def agrees(x, right):
        try:
            found, wanted = g(x), right()
            return np.shape(found) == np.shape(x) and np.allclose(found, wanted, equal_nan=True)
        except Exception:  # whatever it is: g does not take this x
            return False

    try:
        other = np.array_equal(approximate(f, n + 7)(places(n).ravel()), values)
    except Exception:  # with n + 7 it fails: then n has a part in it
        other = False
    table = agrees(places(n), lambda: np.reshape(values, (n, len(OFFSETS))))
    ends = np.array([0, 1])  # what g is there may differ, but not with the dtype
    return table, agrees(ends, lambda: g(ends.astype(float))), not other


def table(args, value):
    """The values of g, (n, 5), and what is the room around f: L/(2n)."""
    f, n = args
    return np.reshape(value[0], (n, len(OFFSETS))), lipschitz(f) / (2 * n)


def middles(n):
    return (np.arange(n) + 0.5) / n


def unlike(hint, heights):
    """Violated where the bumps have these wrong heights(f, n) at their middles."""

    def holds(args, value):
        (f, n), (V, room) = args, table(args, value)
        wrong = np.broadcast_to(np.asarray(heights(f, n), dtype=float), (n,))
        if np.allclose(wrong, f(middles(n)), rtol=0, atol=0.1 * room):
            return True  # in this case it is right
        return not np.allclose(V[:, MIDDLE], wrong, rtol=0, atol=0.05 * room)

    return Invariant(hint, holds)


def in_places(hint, values):
    """Violated where g has these wrong values(f, n), (n, 5), at all places."""

    def holds(args, value):
        (f, n), (V, room) = args, table(args, value)
        wrong = values(f, n)
        close = np.allclose(V, wrong, rtol=0, atol=0.05 * room)
        return not close or np.allclose(wrong, blocks(f, n, n), rtol=0, atol=0.1 * room)

    return Invariant(hint, holds)


def blocks(f, n, m):
    """The values at places(n) of m blocks of equal width, each as high as f at its middle."""
    return f((np.minimum(np.floor(places(n) * m), m - 1) + 0.5) / m)


def shape_is_kept(args, value):
    return isinstance(value[0], np.ndarray) and value[0].shape == (5 * args[1],)


def varies(args, value):
    V, room = table(args, value)
    return len(V) == 1 or np.ptp(V[:, MIDDLE]) > 0.1 * room


def depends_on_n(args, value):
    """A g that is the same everywhere on [0, 1] is another mistake."""
    V, room = table(args, value)
    return value[6] or np.ptp(V) <= 0.1 * room


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


def has_its_heights(args, value):
    (f, n), (V, room) = args, table(args, value)
    return np.allclose(V[:, MIDDLE], f(middles(n)), rtol=0, atol=0.25 * room)


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


NO_FUNCTION = (
    "`approximate` must return a function: define `g(x)` inside it, and `return g`, without "
    "calling it."
)
NO_X = (
    "`approximate` has f and n, but no x: the x comes later, when g is called. Write `def g(x):` "
    "inside `approximate`, add the bumps up in there, and `return g`."
)
NUMBERS_ONLY = (
    "g works for single numbers only: x is an array. An `if` or a `math` function cannot take it; "
    "your `bump` can, so add the bumps up."
)
SHAPE = (
    "g(x) must be an array with the shape of x: one value for each point. Add the bumps up, point "
    "by point."
)
CALLS_F = (
    "g calls f. That is no approximation: look f up at the n middles once, in `approximate`, and "
    "let g use these heights alone."
)
NOT_AGAIN = (
    "A second call of g gives other values: the sum goes on where the first call ended. Let it "
    "start from 0 inside g."
)
OTHER_N = (
    "The number of bumps does not follow n: another n gives exactly the same g. Is a number "
    "written in its place?"
)
ONE_AXIS = (
    "g is right for a vector x, but not for a table, such as (2, 3): x may have any shape. A loop "
    "over the places of x, or an axis added to it, knows one shape only; `bump` takes them all."
)
INTEGER_X = (
    "g is right where x holds floats, but not for integers: `np.zeros_like(x)` takes over the "
    "dtype, and then no fraction can be added. `np.zeros(np.shape(x))` holds floats."
)
F_ITSELF = (
    "g follows f everywhere: it is f, or very many bumps. Asked for are n bumps, flat on top."
)
LINES = (
    "g joins points of f by straight lines. Asked for are bumps: flat between their borders, as "
    "high as f at the middle."
)
LEFT_HEIGHTS = "Each bump is as high as f at its left border: take f at its middle, (i + 1/2) / n."
RIGHT_HEIGHTS = (
    "Each bump is as high as f at its right border: take f at its middle, (i + 1/2) / n."
)
MEAN_HEIGHTS = (
    "Each bump has the mean of f at its two borders as its height. The middle of the bump is "
    "meant: f at (left + right) / 2."
)
FRACTION = (
    "g is n times too small: the bumps are averaged. Each stands alone in its place, so add them."
)
ONES = "Every bump is 1 high: multiply it by f at its middle."
LAST_ONLY = (
    "All bumps but the last are lost: either each overwrites the one before (`=` in place of "
    "`+=`), or functions made in a loop all use the loop's last values."
)
FIRST_ONLY = "Only the first bump is there: is the `return` inside the loop?"
ENDLESS = (
    "The bumps pile up: each goes on beyond its right border, so later ones stand on it. A bump "
    "needs its step down."
)
NO_VALUE = "g returns None: its last line must `return` the sum of the bumps."
CHANGES_X = "g changes x, which belongs to the caller: `x *= 2` and the like write into its array."
SAME = (
    "g is the same everywhere on [0, 1]: every bump needs its own place, from i/n to (i + 1)/n, "
    "and its own height."
)
HUGE = (
    "g is very much larger than f. Are the arguments of `bump` in order: x, left, right, height, "
    "steepness?"
)
BORDERS = (
    "g jumps inside a bump: a border stands in a wrong place. Bump i reaches from i/n to "
    "(i + 1)/n, so no two overlap and none leaves a gap."
)
WHOLE_WIDTHS = (
    "The heights are taken at i + 1/(2n), beyond 1 for all bumps but the first. The middle is "
    "(i + 1/2)/n: mind the brackets."
)
NO_BRACKETS = (
    "The first bump is right, and all others pile up: their right borders lie beyond 1. Is "
    "i + 1/n written where (i + 1)/n is meant?"
)
HALF_OFF = "The heights are taken at i/n + 1/2. The middle is (i + 1/2)/n: mind the brackets."
INTEGERS = "The heights are cut to integers: they need fractions, so keep them as floats."
NEXT = "Every bump is as high as f at the middle of the *next* one: an index is off by one."
PREVIOUS = "Every bump is as high as f at the middle of the one *before*: an index is off by one."
ONE_FEWER = "There are n - 1 bumps: n of them have n + 1 borders, as in `np.linspace(0, 1, n + 1)`."
ONE_MORE = "There are n + 1 bumps: n of them have n + 1 borders, and n middles."
LARGEST = (
    "Where f is below 0, g is 0: the largest of the bumps is taken (`max`), or negative heights "
    "are cut off. A network adds its neurons: add the bumps up."
)
LAST_MISSING = "The last bump is missing: the loop must run over all n of them."
FIRST_MISSING = "The first bump is missing: start counting at 0."
UPSIDE_DOWN = "g is -f: in each bump the step up comes at its left border."
TWICE = "g is twice f: each bump is added two times, or two overlap everywhere."
BACKWARDS = "The heights stand in reversed order: g(x) follows f(1 - x)."
NOT_FLAT = (
    "A bump should be flat between its borders; here it is not. The steps are too gentle: each "
    "must be over within a small part of the width 1/n, so let the steepness grow with n."
)
HEIGHTS = (
    "At the middles of the bumps g is not as high as f there. Is each height f((i + 1/2)/n), and "
    "are the steps steep enough to be over long before the middle?"
)
ENDS = (
    "Beside 0 or 1 g is too far off: a bump whose step stands exactly at 0 is only half risen "
    "there. Let the first begin before 0 and the last end after 1, or make the steps far steeper; "
    "and the narrower the bumps, the steeper they must be."
)
BOUND = (
    "The middles are right, but beside the borders the error exceeds L/(2n). Where one bump ends "
    "the next must begin, without a gap, and the steps must be steep."
)


def said(value, words):
    return isinstance(value, str) and value == words


def piled_up(f, n):
    """Heights where all bumps but the first go on to the right end."""
    h = np.array(f(middles(n)))
    return np.append(h[0], np.cumsum(h[1:]))


def edges_mean(f, n):
    return (f(np.arange(n) / n) + f(np.arange(1, n + 1) / n)) / 2


def joined(f, n):
    knots = np.arange(n + 1) / n
    return np.interp(places(n), knots, f(knots))


def joined_middles(f, n):
    return np.interp(places(n), middles(n), f(middles(n)))


def one_alone(which):
    """Heights of 0, but for the bump number which."""

    def heights(f, n):
        kept = np.zeros(n)
        kept[which] = f(middles(n))[which]
        return kept

    return heights


def one_missing(which):
    def heights(f, n):
        kept = np.array(f(middles(n)))
        kept[which] = 0
        return kept

    return heights


INVARIANTS = [
    Invariant(NO_FUNCTION, lambda args, value: not said(value, "no function")),
    Invariant(NO_X, lambda args, value: not said(value, "no x")),
    Invariant(NUMBERS_ONLY, lambda args, value: not said(value, "numbers only")),
    Invariant(NO_VALUE, lambda args, value: value[0] is not None),
    Invariant(SHAPE, shape_is_kept),
    Invariant(CHANGES_X, lambda args, value: not value[2]),
    Invariant(CALLS_F, lambda args, value: value[1] == 0),
    Invariant(NOT_AGAIN, lambda args, value: value[3]),
    Invariant(OTHER_N, depends_on_n),
    in_places(F_ITSELF, lambda f, n: f(places(n))),
    in_places(LINES, joined),
    in_places(LINES, joined_middles),
    in_places(ONE_FEWER, lambda f, n: blocks(f, n, max(n - 1, 1))),
    in_places(ONE_MORE, lambda f, n: blocks(f, n, n + 1)),
    unlike(LEFT_HEIGHTS, lambda f, n: f(np.arange(n) / n)),
    unlike(RIGHT_HEIGHTS, lambda f, n: f(np.arange(1, n + 1) / n)),
    unlike(MEAN_HEIGHTS, edges_mean),
    unlike(FRACTION, lambda f, n: f(middles(n)) / n),
    unlike(ONES, lambda f, n: np.ones(n)),
    unlike(LAST_ONLY, one_alone(-1)),
    unlike(LAST_ONLY, lambda f, n: n * one_alone(-1)(f, n)),
    unlike(FIRST_ONLY, one_alone(0)),
    unlike(ENDLESS, lambda f, n: np.cumsum(f(middles(n)))),
    unlike(LAST_MISSING, one_missing(-1)),
    unlike(FIRST_MISSING, one_missing(0)),
    unlike(UPSIDE_DOWN, lambda f, n: -f(middles(n))),
    unlike(TWICE, lambda f, n: 2 * f(middles(n))),
    unlike(BACKWARDS, lambda f, n: f(middles(n))[::-1]),
    unlike(NEXT, lambda f, n: np.append(f(middles(n))[1:], f(1 + 0.5 / n))),
    unlike(PREVIOUS, lambda f, n: np.append(f(-0.5 / n), f(middles(n))[:-1])),
    unlike(WHOLE_WIDTHS, lambda f, n: f(np.arange(n) + 0.5 / n)),
    unlike(NO_BRACKETS, piled_up),
    unlike(HALF_OFF, lambda f, n: f(np.arange(n) / n + 0.5)),
    unlike(LARGEST, lambda f, n: np.maximum(f(middles(n)), 0)),
    unlike(INTEGERS, lambda f, n: np.trunc(f(middles(n)))),
    Invariant(SAME, varies),
    Invariant(HUGE, is_of_the_size_of_f),
    Invariant(BORDERS, borders_stand_right),
    Invariant(NOT_FLAT, is_flat),
    Invariant(HEIGHTS, has_its_heights),
    Invariant(ENDS, ends_are_whole),
    Invariant(BOUND, keeps_the_bound),
    Invariant(ONE_AXIS, lambda args, value: value[4]),
    Invariant(INTEGER_X, lambda args, value: value[5]),
]  # fmt: skip


def with_heights(heights, n_bumps=lambda n: n):
    """An answer whose bumps have these heights(f, n)."""

    def answer(f, n):
        m = n_bumps(n)
        h = np.asarray(heights(f, m), dtype=float)
        return lambda x: h[np.clip(np.floor(np.asarray(x) * m).astype(int), 0, m - 1)]

    return answer


def calls_f(f, n):
    def g(x):
        return f((np.floor(np.asarray(x) * n) + 0.5) / n)

    return g


def many_bumps(f, n):
    return with_heights(lambda f, m: f(middles(m)))(f, 2000 * n)


def straight_lines(knots_of):
    def answer(f, n):
        knots = knots_of(n)
        values = f(knots)
        return lambda x: np.interp(x, knots, values)

    return answer


def sum_of_bumps(steepness, heights=None):
    """The plain answer: borders at 0 and 1 too, with this steepness(n)."""

    def answer(f, n):
        h = f(middles(n)) if heights is None else heights(f, n)
        return lambda x: sum(bump(x, i / n, (i + 1) / n, h[i], steepness(n)) for i in range(n))

    return answer


def returns_none(f, n):
    def g(x):
        approximate(f, n)(x)

    return g


def changes_x(f, n):
    h = f(middles(n))

    def g(x):
        x *= n
        return h[x.astype(int)]

    return g


def bumps_at(left, right):
    """Bumps from left(i) / n to right(i) / n."""

    def answer(f, n):
        i, h = np.arange(n), f(middles(n))
        ends = left(i) / n, right(i) / n
        return lambda x: sum(bump(x, *end, v, 1e6) for *end, v in zip(*ends, h, strict=True))

    return answer


def steepness_and_height_exchanged(f, n):
    h = f(middles(n))
    return lambda x: sum(bump(x, i / n, (i + 1) / n, 1e6, h[i]) for i in range(n))


def width_forgotten(f, n):
    h = f(np.arange(n) + 0.5)
    return lambda x: sum(bump(x, i, i + 1, h[i], 1e6) for i in range(n))


def a_list(f, n):
    g = approximate(f, n)
    return lambda x: g(x).tolist()


def one_point_at_a_time(f, n):
    h = f(middles(n))

    def g(x):
        for i in range(n):
            if i / n <= x < (i + 1) / n:
                return h[i]
        return h[-1]

    return g


def sums_into_zeros_like(f, n):
    h = f(middles(n))

    def g(x):
        total = np.zeros_like(x)
        for i in range(n):
            total += bump(x, i / n, (i + 1) / n, h[i], 1e6)
        return total

    return g


def cuts_into_zeros_like(f, n):
    h = f(middles(n))

    def g(x):
        y = np.zeros_like(x)
        for i in range(n):
            y[(x >= i / n) & (x <= (i + 1) / n)] = h[i]
        return y

    return g


def point_by_point(f, n):
    h = f(middles(n))

    def g(x):
        y = np.zeros(len(x))
        for k in range(len(x)):
            for i in range(n):
                y[k] += bump(x[k], i / n, (i + 1) / n, h[i], 1e6)
        return y

    return g


def axis_behind_a_vector(f, n):
    h = f(middles(n))
    left, right = np.arange(n) / n, np.arange(1, n + 1) / n
    return lambda x: (step(x[:, None], left, 1e6) - step(x[:, None], right, 1e6)) @ h


def largest_bump(f, n):
    h = f(middles(n))
    return lambda x: np.max([bump(x, i / n, (i + 1) / n, h[i], 1e6) for i in range(n)], axis=0)


def one_number(f, n):
    g = approximate(f, n)
    return lambda x: np.sum(g(x))


def values_not_g(f, n):
    return f(middles(n))


def without_g(f, n):
    h = f(middles(n))
    return sum(bump(x, i / n, (i + 1) / n, h[i], 100 * n) for i in range(n))  # noqa: F821


def goes_on(f, n):
    g, total = approximate(f, n), np.zeros(5 * n)

    def adds(x):
        np.add(total, g(x), out=total)
        return total

    return adds


def by_steps(f, n):
    h = f(middles(n))
    jumps, borders = np.diff(h), np.arange(1, n) / n
    return lambda x: h[0] + step(np.asarray(x)[..., None], borders, 60 * n) @ jumps


def by_selection(f, n):
    borders, h = np.linspace(0, 1, n + 1), [f(m) for m in middles(n)]

    def g(x):
        y = np.zeros(np.shape(x))
        for left, right, height in zip(borders[:-1], borders[1:], h, strict=True):
            y = y + np.where((x >= left) & (x < right), height, 0)
        return y

    return g


def with_gentle_steps(f, n):
    h = f(middles(n))
    return lambda x: h[0] + step(np.asarray(x)[..., None], np.arange(1, n) / n, 10 * n) @ np.diff(h)


APPROXIMATE = Task(
    "approximate",
    points=3,
    reference=approximate,
    cases=approximate_cases,
    hidden=hidden_cases,
    observe=look_at,
    unique=False,
    invariants=INVARIANTS,
    mistakes=[
        Mistake(NO_FUNCTION, values_not_g),
        Mistake(NO_FUNCTION, lambda f, n: None),
        Mistake(NO_X, without_g),
        Mistake(NUMBERS_ONLY, one_point_at_a_time),
        Mistake(SHAPE, one_number),
        Mistake(CALLS_F, calls_f),
        Mistake(CALLS_F, lambda f, n: f),
        Mistake(NOT_AGAIN, goes_on),
        Mistake(OTHER_N, lambda f, n: with_heights(lambda f, m: f(middles(m)))(f, 10)),
        Mistake(OTHER_N, lambda f, n: with_heights(lambda f, m: f(middles(m)))(f, 5)),
        Mistake(ONE_AXIS, point_by_point),
        Mistake(ONE_AXIS, axis_behind_a_vector),
        Mistake(INTEGER_X, sums_into_zeros_like),
        Mistake(INTEGER_X, cuts_into_zeros_like),
        Mistake(LARGEST, largest_bump),
        Mistake(F_ITSELF, many_bumps),
        Mistake(LINES, straight_lines(lambda n: np.arange(n + 1) / n)),
        Mistake(LINES, straight_lines(middles)),
        Mistake(ONE_FEWER, with_heights(lambda f, m: f(middles(m)), lambda n: max(n - 1, 1))),
        Mistake(ONE_MORE, with_heights(lambda f, m: f(middles(m)), lambda n: n + 1)),
        Mistake(LEFT_HEIGHTS, with_heights(lambda f, n: f(np.arange(n) / n))),
        Mistake(RIGHT_HEIGHTS, with_heights(lambda f, n: f(np.arange(1, n + 1) / n))),
        Mistake(MEAN_HEIGHTS, with_heights(edges_mean)),
        Mistake(FRACTION, with_heights(lambda f, n: f(middles(n)) / n)),
        Mistake(ONES, with_heights(lambda f, n: np.ones(n))),
        Mistake(LAST_ONLY, with_heights(one_alone(-1))),
        Mistake(LAST_ONLY, with_heights(lambda f, n: n * one_alone(-1)(f, n))),
        Mistake(FIRST_ONLY, with_heights(one_alone(0))),
        Mistake(ENDLESS, with_heights(lambda f, n: np.cumsum(f(middles(n))))),
        Mistake(LAST_MISSING, with_heights(one_missing(-1))),
        Mistake(FIRST_MISSING, with_heights(one_missing(0))),
        Mistake(UPSIDE_DOWN, with_heights(lambda f, n: -f(middles(n)))),
        Mistake(TWICE, with_heights(lambda f, n: 2 * f(middles(n)))),
        Mistake(BACKWARDS, with_heights(lambda f, n: f(middles(n))[::-1])),
        Mistake(NEXT, with_heights(lambda f, n: f(middles(n) + 1 / n))),
        Mistake(PREVIOUS, with_heights(lambda f, n: f(middles(n) - 1 / n))),
        Mistake(NO_VALUE, returns_none),
        Mistake(SHAPE, a_list),
        Mistake(CHANGES_X, changes_x),
        Mistake(SAME, width_forgotten),
        Mistake(SAME, with_heights(lambda f, n: np.full(n, np.mean(f(middles(n)))))),
        Mistake(HUGE, steepness_and_height_exchanged),
        Mistake(BORDERS, bumps_at(lambda i: i - 0.5, lambda i: i + 1.5)),
        Mistake(BORDERS, bumps_at(lambda i: i + 0.5, lambda i: i + 1.5)),
        Mistake(BORDERS, bumps_at(lambda i: i, lambda i: i + 0.6)),
        Mistake(WHOLE_WIDTHS, with_heights(lambda f, n: f(np.arange(n) + 0.5 / n))),
        Mistake(NO_BRACKETS, bumps_at(lambda i: i, lambda i: i * len(i) + 1)),
        Mistake(HALF_OFF, with_heights(lambda f, n: f(np.arange(n) / n + 0.5))),
        Mistake(INTEGERS, with_heights(lambda f, n: np.trunc(f(middles(n))))),
        Mistake(BOUND, bumps_at(lambda i: i + 0.2, lambda i: i + 0.8)),
        Mistake(NOT_FLAT, sum_of_bumps(lambda n: 20)),
        Mistake(NOT_FLAT, sum_of_bumps(lambda n: 3 * n)),
        Mistake(HEIGHTS, with_heights(lambda f, n: f(middles(n)) ** 2)),
        Mistake(HEIGHTS, sum_of_bumps(lambda n: n)),
        Mistake(ENDS, sum_of_bumps(lambda n: 20 * n)),
        Mistake(ENDS, sum_of_bumps(lambda n: 50)),
    ],
    alternatives=[by_steps, by_selection, with_gentle_steps, sum_of_bumps(lambda n: 1e6)],
)

# ---- bumps_needed -----------------------------------------------------------------------------


def needed_cases(rng):
    return [
        Case((2 * math.pi, 0.1), "the wave"),
        Case((1.0, 0.25), "L/(2ε) is a whole number"),
        Case((3.7, 0.3), "a fraction below one half"),
        Case((4.6, 0.3), "a fraction above one half"),
        Case((0.1, 2.0), "one bump is enough"),
        Case((5, 1), "integers"),
        Case((12, 2), "integers, L/(2ε) is a whole number"),
        Case((500.0, 1 / 1024), "very many"),
        Case((10.2, 0.5), "just above a whole number"),
    ]


def half(lipschitz, epsilon):
    return lipschitz / (2 * epsilon)


def by_counting(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def never_small_enough(lipschitz, epsilon):
    n = 1
    while lipschitz / 2 * n > epsilon:
        n += 1
    return n


def by_bisection(lipschitz, epsilon):
    low, high = 0, 1
    while lipschitz / (2 * high) > epsilon:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if lipschitz / (2 * middle) <= epsilon else (middle, high)
    return high


def by_negative_floor(lipschitz, epsilon):
    return max(1, -math.floor(-lipschitz / (2 * epsilon)))


def by_numpy(lipschitz, epsilon):
    return np.ceil(lipschitz / epsilon / 2)


BUMPS_NEEDED = Task(
    "bumps_needed",
    points=2,
    reference=bumps_needed,
    cases=needed_cases,
    mistakes=[
        Mistake(
            "L/(2ε) is rarely a whole number: round *up*, or there are too few bumps.",
            lambda L, e: half(L, e),
        ),
        Mistake(
            "Rounded down: with so few bumps L/(2n) is above ε. Round up.",
            lambda L, e: math.floor(half(L, e)),
        ),
        Mistake(
            "Rounded down, but never below 1: with so few bumps L/(2n) is above ε. Round up.",
            lambda L, e: max(1, math.floor(half(L, e))),
        ),
        Mistake(
            "Rounded to the nearest whole number: where that is below L/(2ε) the bound is missed. "
            "Round up.",
            lambda L, e: round(half(L, e)),
        ),
        Mistake(
            "Rounded to the nearest whole number, and at least 1: where that is below L/(2ε) the "
            "bound is missed. Round up.",
            lambda L, e: max(1, round(half(L, e))),
        ),
        Mistake(
            "One too many where L/(2ε) is a whole number: there L/(2n) equals ε, which is allowed.",
            lambda L, e: math.floor(half(L, e)) + 1,
        ),
        Mistake(
            "One too many for some whole L/(2ε), where L/(2n) may equal ε. `round(L/(2ε) + 1/2)` "
            "is such a formula, since `round` takes 3.5 to 4: round up, with `np.ceil`.",
            lambda L, e: round(half(L, e) + 0.5),
        ),
        Mistake(
            "Always one bump more than needed: the smallest n is asked for.",
            lambda L, e: math.ceil(half(L, e)) + 1,
        ),
        Mistake(
            "Always one too few: the loop stops one step early, or 1 is subtracted.",
            lambda L, e: math.ceil(half(L, e)) - 1,
        ),
        Mistake(
            "The 2 is missing: no point is further than *half* a bump's width, 1/(2n), from its "
            "middle.",
            lambda L, e: math.ceil(L / e),
        ),
        Mistake(
            "The 2 is missing, and the fraction is rounded down: n must be at least L/(2ε).",
            lambda L, e: math.floor(L / e),
        ),
        Mistake(
            "Half as many as needed: in L/(2n) only one 2 occurs.",
            lambda L, e: math.ceil(L / (4 * e)),
        ),
        Mistake(
            "Twice as many as needed: L/(2ε) is rounded up already, so return just that.",
            lambda L, e: 2 * math.ceil(half(L, e)),
        ),
        Mistake(
            "L is ignored, and so is the 2: n must be at least L/(2ε).",
            lambda L, e: math.ceil(1 / e),
        ),
        Mistake(
            "L is squared: the error is L times a distance, so n grows in proportion to L.",
            lambda L, e: math.ceil(L**2 / (2 * e)),
        ),
        Mistake(
            "ε is squared: half the error takes twice the bumps, not four times.",
            lambda L, e: math.ceil(L / (2 * e) ** 2),
        ),
        Mistake(
            "At least two bumps come out, but one may be enough.",
            lambda L, e: max(2, math.ceil(half(L, e))),
        ),
        Mistake(
            "The 2 is on the wrong side: from L/(2n) <= ε follows n >= L/(2ε).",
            lambda L, e: math.ceil(2 * L / e),
        ),
        Mistake(
            "1 comes out, whatever L and ε are. If you count n up in a loop, its condition is the "
            "wrong way round: it must go on while L/(2n) is still *above* ε.",
            lambda L, e: 1,
        ),
        Mistake(
            "n starts at 0, and L/(2·0) divides by zero. There is at least one bump: start at 1.",
            lambda L, e: L / (2 * 0),
        ),
        Mistake(
            "n is doubled until the bound holds, so it overshoots. Count up by 1: the smallest n "
            "is asked for.",
            lambda L, e: 2 ** max(0, math.ceil(math.log2(half(L, e)))),
        ),
        Mistake(
            "In Python `L / 2 * ε` is (L/2)·ε. Put brackets around 2 * epsilon.",
            lambda L, e: math.ceil(L / 2 * e),
        ),
        Mistake(
            "Upside down: a steeper curve needs more bumps, a larger ε fewer.",
            lambda L, e: math.ceil(2 * e / L),
        ),
        Mistake(
            "L and ε are exchanged, and so is the answer: n >= L/(2ε).",
            lambda L, e: math.ceil(e / (2 * L)),
        ),
        Mistake(
            "L is ignored: a steeper curve needs more bumps.",
            lambda L, e: math.ceil(1 / (2 * e)),
        ),
        Mistake(
            "That is the bound for straight lines on a smooth curve, with a square root. For bumps "
            "the error falls as 1/n.",
            lambda L, e: math.ceil(math.sqrt(L / (8 * e))),
        ),
        Mistake(
            "does a loop never end? L/(2n) must fall as n grows. In Python `L / 2 * n` is (L/2)·n: "
            "put brackets around 2 * n. And is n counted up?",
            never_small_enough,
            by="slow",
        ),
    ],
    alternatives=[by_counting, by_bisection, by_negative_floor, by_numpy],
)

EXERCISE = "07"
TASKS = [STEP, BUMP, APPROXIMATE, BUMPS_NEEDED]
