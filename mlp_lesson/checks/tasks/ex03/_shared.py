"""What the tasks of exercise 03 share: their cases, and mistakes that any of them can meet."""

import numpy as np

from ...engine.task import Case

FAR = np.array([-1000.0, -800.0, -720.0, 720.0, 800.0, 1000.0])  # e^z has no room in a float


def function_cases(rng):
    """Arrays z for a function of one argument."""
    return [
        Case((rng.normal(size=5),), "a vector"),
        Case((rng.normal(scale=3, size=(3, 4)),), "a table"),
        Case((np.array([0.4]),), "one entry"),
        Case((np.array([0.0, -0.0]),), "exactly 0"),
        Case((np.array([-3, -1, 1, 2]),), "integers"),
        Case((FAR,), "beyond 700"),
        Case((rng.normal(scale=3, size=(800, 500)),), "400,000 entries", speed=True),
    ]


def parameter_cases(name, values, usual):
    """rng -> cases of a function of z and one parameter, called name, that takes these values."""

    def cases(rng):
        return [
            Case((rng.normal(size=6), usual), "a vector"),
            *(
                Case((rng.normal(scale=2, size=(2, 4)), value), f"{name} {value}")
                for value in values
            ),
            Case((np.array([-0.5]), usual), "one entry"),
            Case((np.array([0.0, -0.0]), 1.67), f"exactly 0, {name} 1.67"),
            Case((np.array([0.7, -0.7, 1.6]), 1.5), f"nearer to 0 than {name} 1.5"),
            Case((np.array([-3, -1, 0, 1, 2]), 0.3), "integers"),
            Case((FAR, usual), "beyond 700"),
            Case((rng.normal(scale=3, size=(800, 500)), usual), "400,000 entries", speed=True),
        ]

    return cases


ONE_TRUTH = (
    "`if`, `max` and `min` of Python want one truth value, but an array has many entries. Choose "
    "entry by entry, with `np.where`, `np.maximum` or `np.minimum`."
)
LOOP_OVER_ROWS = (
    "A loop over a table gives its rows, not its numbers, and a row has no single truth value. "
    "Choose for all entries at once, with `np.where`."
)
BY_ENTRY = (
    "`@` multiplies tables as wholes: rows with columns, and sums. Each entry by itself is "
    "multiplied with `*`."
)
MATH_MODULE = (
    "The functions of the module `math` take one number only. Those of NumPy take a whole array."
)
CUT = (
    "Where z holds integers the results are cut to integers: z itself, a copy of it, "
    "`zeros_like(z)` and `astype(z.dtype)` hold no fractions. Compute floats."
)
NEIGHBOURS = (
    "`np.gradient` measures from one entry of the array to the next, whatever their z are, and "
    "fails where there is no next one. Asked for is the slope at each z by itself: "
)
WRITES_INTO_Z = "The argument z is changed: `out=z`, or a `*=`, writes into the caller's array."
NO_LOOP = "Let NumPy work on the whole array: `np.exp(z)` does every entry in one call."
CHOOSE_AT_ONCE = (
    "Let NumPy work on the whole array: `np.where` chooses for every entry in one call."
)
