"""Central differences: the instrument that tests every gradient that is derived."""

from typing import NamedTuple

import numpy as np

from ....gradcheck import numerical_gradient
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def sum_of_sines(x):
    return float(np.sum(np.sin(x)))


def weighted_cubes(x):
    weights = np.arange(1, np.size(x) + 1).reshape(np.shape(x))
    return float(np.sum(weights * np.asarray(x, dtype=float) ** 3))


def product(x):
    return float(np.prod(x))


def squared_row_sums(x):
    return float(np.sum(np.sum(x, axis=-1) ** 2))


class Waves(NamedTuple):
    """f(x) = Σₖ aₖ Σᵢ sin(bₖ xᵢ + cₖ i): a function whose gradient nobody has looked up."""

    a: tuple
    b: tuple
    c: tuple

    def __call__(self, x):
        x = np.asarray(x, dtype=float)
        i = np.arange(1, x.size + 1).reshape(x.shape)
        waves = (a * np.sin(b * x + c * i) for a, b, c in zip(*self, strict=True))
        return float(sum(wave.sum() for wave in waves))


def cases(rng):
    return [
        Case((product, np.array([2.0, 3.0, 5.0]), 0.1), "a vector"),
        Case((sum_of_sines, rng.normal(size=4), 1e-3), "a vector, small h"),
        Case((weighted_cubes, rng.normal(size=(2, 3)), 0.5), "a matrix"),
        Case((weighted_cubes, rng.normal(size=(2, 1, 2)), 0.01), "three axes"),
        Case((weighted_cubes, np.array([1, -2, 3]), 0.5), "integers"),
        Case((sum_of_sines, np.array([0.5]), 0.2), "one entry"),
        Case((squared_row_sums, rng.normal(size=(3, 2)), 0.1), "f reads rows"),
    ]


def hidden(rng):
    """The cases, and a function that cannot be told by its name."""
    f = Waves(*(tuple(rng.normal(size=3).tolist()) for _ in range(3)))
    return [*cases(rng), Case((f, rng.normal(size=(2, 3)), 0.3), "a sum of waves")]


SLIPS = slips(
    numerical_gradient,
    """
    brackets-missing: (above - below) / (2 * h) -> above - below / (2 * h)
        Brackets are missing: `a - b / (2 * h)` divides b alone. Put f(x + h) - f(x - h) in
        brackets.
    forward-difference: centre - h -> centre
    and: (2 * h) -> h
        That is the forward difference, (f(x + h) - f(x)) / h. Its error shrinks only as h;
        the central difference, one step to each side, has an error that shrinks as h².
    backward-difference: centre + h -> centre
    and: (2 * h) -> h
        That is the backward difference, (f(x) - f(x - h)) / h. Step to both sides: the error
        of the central difference shrinks as h², not as h.
    distance-h: (2 * h) -> h
        Every value is twice too large: from x - h to x + h the distance is 2h, so divide by
        2h, not by h.
    half-times-h: (2 * h) -> 2 * h
        The division is missing or undone: in Python `a / 2 * h` is (a/2)·h. Put brackets
        around 2 * h.
    not-divided: (above - below) / (2 * h) -> above - below
        The difference is not divided by the distance 2h, so it is no slope yet.
    sign: above - below -> below - above
        The sign is wrong: the value above minus the value below, not the reverse.
    own-h:
    - gradient = np.empty_like(x)
    + gradient = np.empty_like(x)
    + h = 1e-5
        The slopes are not those of the step h. Perhaps h is ignored, and a step of your own is
        used; or f is asked at more than the two points x + h and x - h. Take these two.
    relative-step:
    - x[i] = centre + h
    + step = h * max(1, abs(centre))
    + x[i] = centre + step
    and: centre - h -> centre - step
    and: (2 * h) -> (2 * step)
        The step grows with the entry: where |x| is above 1 it is h · |x|. Take h itself for every
        entry, and divide by 2h.
    relative-step-plus-one:
    - x[i] = centre + h
    + step = h * (1 + abs(centre))
    + x[i] = centre + step
    and: centre - h -> centre - step
    and: (2 * h) -> (2 * step)
        The step grows with the entry, as h · (1 + |x|) does. Take h itself for every entry, and
        divide by 2h.
    never-put-back:
    - x[i] = centre
        An entry that was moved is not put back before the next one is moved, so the later
        derivatives are taken at another point.
    argument-left-changed:
    - x = np.array(x, dtype=np.float64)
    - gradient = np.empty_like(x)
    + gradient = np.zeros(x.shape)
    - x[i] = centre
        An entry of x is moved and never put back: the later derivatives are taken at another
        point, and the caller's x is changed.
    integers-kept: np.array(x, dtype=np.float64) -> x.copy()
    and: np.empty_like(x) -> np.zeros(x.shape)
        Where x holds integers, x + h is cut back to an integer when it is written into x.
        Make a copy of floats first: `np.array(x, dtype=float)`.
    integer-gradient:
    - x = np.array(x, dtype=np.float64)
    - gradient = np.empty_like(x)
    + gradient = np.zeros_like(x)
    + x = np.array(x, dtype=float)
        Where x holds integers the gradient is cut to integers: `np.zeros_like(x)` takes over
        the dtype of x. Make the gradient an array of floats.
    whole-rows: np.ndindex(x.shape) -> range(len(x))
    and: centre = x[i] -> centre = x[i].copy()
        Right for a vector only: `x[i]` of a matrix is a whole row, so a whole row is moved.
        Visit every entry, with np.ndindex(x.shape).
    half-forward: centre - h -> centre
        From x + h the way down is h only, back to x itself: that is half of a forward
        difference. To reach x - h from there, take away 2h.
    flat: = gradient.ravel()
        The values are right but come as a flat vector: the gradient has the shape of x.
    flat-for-f: above = f(x) -> above = f(x.ravel())
    and: below = f(x) -> below = f(x.ravel())
        f is called with all entries in one row. That does for a sum over entries, but f may need
        the rows and columns of x: give it an array with the shape of x.
    flat-for-f-and-back: above = f(x) -> above = f(x.ravel())
    and: below = f(x) -> below = f(x.ravel())
    and: = gradient.ravel()
        Both are flat, what f is called with and the gradient: f may need the rows and columns of
        x, and the gradient has its shape.
    """,
)


def all_at_once(f, x, h):
    return np.full(np.shape(x), (f(x + h) - f(x - h)) / (2 * h))


def vectors_only(f, x, h):
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        step = np.zeros(len(x))
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def moved_for_good(f, x, h):
    gradient, above, below = np.zeros(x.shape), x.astype(float), x.astype(float)
    for i in np.ndindex(x.shape):
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def first_entry_only(f, x, h):
    gradient, step = np.zeros(x.shape), np.zeros(x.shape)
    step.flat[0] = h
    gradient.flat[0] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


OTHERS = [
    Mistake(
        "copies-stay-moved",
        "The moved copies are made once, before the loop, and what was moved stays moved: the "
        "later derivatives are taken elsewhere. Make them anew for each entry.",
        moved_for_good,
    ),
    Mistake(
        "return-in-loop",
        "Only the first entry has a derivative: is the `return` inside the loop?",
        first_entry_only,
    ),
    Mistake(
        "all-at-once",
        "All entries of x are moved at once, which measures the sum of all partial "
        "derivatives. Move one entry, keep the others still.",
        all_at_once,
    ),
    Mistake(
        "all-at-once-one-number",
        "All entries of x are moved at once, and one number comes back: that is the sum of all "
        "partial derivatives. Move one entry at a time, and give each its own derivative.",
        lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
    ),
    Mistake(
        "vectors-only",
        "Right for a vector only: the loop runs over `len(x)`, the first axis. Visit every "
        "entry, with np.ndindex(x.shape), and give the gradient the shape of x.",
        vectors_only,
    ),
]

TASK = Task(
    "numerical_gradient",
    points=2,
    taught_in="A second opinion",
    reference=numerical_gradient,
    rtol=1e-6,  # rounding is divided by 2h
    cases=cases,
    hidden=hidden,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "How would you do it for a vector with a loop over its entries? `np.ndindex(x.shape)` is "
        "the same loop for any shape: it gives one index after the other, ready for `x[i]`.",
        "In the loop: remember the entry, raise it by h and call f, lower it by h and call f, put "
        "the remembered value back. Do this on a copy of x.",
        "Make the copy with `np.array(..., dtype=float)`, so that integers can take a small step, "
        "and an array of zeros for the results. From x - h to x + h the distance is twice h.",
    ),
)
