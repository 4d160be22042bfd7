"""The gradients of a small network, whose tanh is none."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def tanh_gradients(X, t, W, b, v):
    """The outputs of a network with one layer of tanh units, and its gradients.

    X is (n, d), t is (n,). The output is linear and has no bias: y = A v. Returns y (n,), and the
    gradients of half the mean squared error, (1 / 2n) Σ (y - t)², for W, b and v.
    """

    def tanh(z):
        e = np.exp(-2 * z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def cases(rng):
    def network(n, d, hidden):
        return (
            rng.normal(0, 1, (n, d)),
            rng.normal(0, 1, n),
            rng.normal(0, 1, (d, hidden)),
            rng.normal(0, 1, hidden),
            rng.normal(0, 1, hidden),
        )

    return [
        Case(network(1, 1, 1), "one row, one unit"),
        Case(network(3, 2, 2), "3 rows, 2 units"),
        Case(network(6, 3, 4), "6 rows, 4 units"),
        Case(network(4, 4, 4), "square W"),
        Case(network(12, 2, 5), "12 rows, 5 units"),
    ]


SLIPS = slips(
    tanh_gradients,
    """
    half-argument: np.exp(-2 * z) -> np.exp(-z)
        Here y begins 0.314, where another program got 0.560 from the same weights. The gradient of
        v agrees with finite differences; that of W is 2.000 times as large. What do y and W's
        gradient have in common that v's gradient has not?
    slope-halved: np.exp(-2 * z) -> np.exp(-z)
    and: * (1 - A**2) -> * (1 - A**2) / 2
        Now the gradients fit the units. But the units are still no tanh, so y is still another one
        than elsewhere. Compare the function at 1 with np.tanh(1).
    slope-doubled: np.exp(-2 * z) -> np.exp(-z)
    and: * (1 - A**2) -> * 2 * (1 - A**2)
        Now the gradients of W and b are four times as large as finite differences, where they were
        twice as large. And y is as it was: does it depend on the derivative?
    both-mended: * (1 - A**2) -> * (1 - A**2) / 2
        With a real tanh, 1 − a² is the whole derivative: the half is too much.
    slope-of-sigmoid: np.exp(-2 * z) -> np.exp(-z)
    and: * (1 - A**2) -> * A * (1 - A)
        a(1 − a) is the derivative of the sigmoid, which runs from 0 to 1. The units are as they
        were, and y with them.
    slope-of-sigmoid-mended: * (1 - A**2) -> * A * (1 - A)
        The slope a(1 − a) belongs to the sigmoid: the one that stood there was right.
    sigmoid: (1 - e) / (1 + e) -> 1 / (1 + np.exp(-z))
        These are sigmoid units now, between 0 and 1. A tanh runs from −1 to 1, through 0 at 0.
    sigmoid-and-slope: (1 - e) / (1 + e) -> 1 / (1 + np.exp(-z))
    and: * (1 - A**2) -> * A * (1 - A)
        It is a sigmoid network now, with gradients that fit. The docstring promises tanh units.
    above-only: (1 - e) / (1 + e) -> (1 - e) / (1 + np.exp(-z))
        Only the upper half of the fraction is changed: for large negative z this is far below −1.
    below-only: (1 - e) / (1 + e) -> (1 - np.exp(-z)) / (1 + e)
        Only the lower half of the fraction is changed: this is no odd function any more.
    wrong-way: np.exp(-2 * z) -> np.exp(-z / 2)
        The factor is there, but the wrong way round: this is flatter still than it was.
    too-steep: np.exp(-2 * z) -> np.exp(-4 * z)
        This is tanh(2z), as much too steep as it was too flat.
    sign: (1 - e) / (1 + e) -> (e - 1) / (1 + e)
        The size is right, the sign is not: tanh rises. Is it 1 − e above, and a minus in the
        exponent?
    slope-at-a: * (1 - A**2) -> * (1 - np.tanh(A)**2)
        1 − a² was right: A is the output, tanh is not to be taken of it again.
    slope-not-squared: * (1 - A**2) -> * (1 - A)
        The derivative has lost its square: it was right before.
    slope-twice: np.outer(delta, v) * (1 - A**2) -> np.outer(delta, v) * (1 - A**2) ** 2
        The slope of the units is taken twice.
    slope-lost: np.outer(delta, v) * (1 - A**2) -> np.outer(delta, v)
        The slope of the units has gone.
    error-halved: np.exp(-2 * z) -> np.exp(-z)
    and: (y - t) / len(t) -> (y - t) / (2 * len(t))
        W and b get half of what they got, but so does v, which was right. And y has not changed.
    inputs-doubled: A = tanh(X @ W + b) -> A = tanh(X @ (2 * W) + b)
        The weights count twice, the bias only once.
    square-of-z: np.exp(-2 * z) -> np.exp(-(z**2))
        It is e to the power of −z² now, the same for z and −z. The square of e^(−z) has another
        exponent.
    outputs-doubled: np.exp(-2 * z) -> np.exp(-z)
    and: return (1 - e) / (1 + e) -> return 2 * (1 - e) / (1 + e)
        The units are twice as high now, from −2 to 2. It is along z that they are not steep enough:
        compare the function at 1 and at 100 with np.tanh.
    outputs-doubled-with-slope: np.exp(-2 * z) -> np.exp(-z)
    and: return (1 - e) / (1 + e) -> return 2 * (1 - e) / (1 + e)
    and: (1 - A**2) -> (1 - (A / 2) ** 2)
        The units are twice as high now, from −2 to 2, and the slope has been made to fit. It is
        along z that they are not steep enough: the slope was right for a real tanh.
    weights-doubled: np.exp(-2 * z) -> np.exp(-z)
    and: A = tanh(X @ W + b) -> A = tanh(2 * X @ W + b)
        The weights count twice, the bias only once. But is it the sum that is wrong? Compare the
        function tanh at 1 with np.tanh(1).
    doubled-not-squared: np.exp(-2 * z) -> 2 * np.exp(-z)
        e^(−z) is doubled. e^(−2z) is its *square*: the 2 belongs into the exponent.
    sigmoid-of-2z: (1 - e) / (1 + e) -> 1 / (1 + e)
        That is the sigmoid of 2z, from 0 to 1. tanh is twice that, minus 1: it runs from −1 to 1.
    sigmoid-of-2z-and-slope: (1 - e) / (1 + e) -> 1 / (1 + e)
    and: * (1 - A**2) -> * 2 * A * (1 - A)
        It is a network of sigmoids of 2z, with gradients that fit. The docstring promises tanh
        units.
    sigmoid-of-2z-a-slope: (1 - e) / (1 + e) -> 1 / (1 + e)
    and: * (1 - A**2) -> * A * (1 - A)
        The units are sigmoids of 2z, and the slope is that of the sigmoid of z. The docstring
        promises tanh units.
    sigmoid-doubled: (1 - e) / (1 + e) -> 2 / (1 + e)
        The exponent is right now, but from the fraction the − 1 is missing: this runs from 0 to 2.
    exponential-once: (1 - e) / (1 + e) -> (1 - e) / (1 + np.exp(2 * z))
        e^(−2z) stands above the line, e^(2z) below it. Both are the same e.
    constant-power: np.exp(-2 * z) -> np.exp(-2) * z
        The bracket closes too early: z belongs into the exponent.
    two-to-the-power: np.exp(-2 * z) -> 2.0 ** (-2 * z)
        It is a power of 2 now. The base is e.
    z-halved-outside: (1 - e) / (1 + e) -> (1 - e) / (1 + e) / 2
        The function is half as high now, between −1/2 and 1/2. The exponent alone was wrong.
    errors-doubled: (y - t) / len(t) -> 2 * (y - t) / len(t)
        All gradients are twice too large: the ½ before the squared error cancels the 2 of the
        derivative.
    errors-halved: (y - t) / len(t) -> (y - t) / (2 * len(t))
        All gradients are half of what they were to be: the ½ before the squared error is used up by
        the 2 of the derivative.
    errors-summed: (y - t) / len(t) -> (y - t)
        The gradients have lost their division by the number of rows, which was right.
    errors-turned: (y - t) / len(t) -> (t - y) / len(t)
        The sign of the error is turned round: it was right.
    hidden-doubled: * (1 - A**2) -> * 2 * (1 - A**2)
        With a real tanh, 1 − a² is the whole derivative: the 2 is too much.
    slope-bracketed: * (1 - A**2) -> * (1 - A) ** 2
        (1 − a)² is another thing than 1 − a²: the slope was right.
    slope-plus: * (1 - A**2) -> * (1 + A**2)
        The slope is 1 − a², as it was: near ±1 a unit is flat.
    slope-of-z: * (1 - A**2) -> * (1 - (X @ W + b) ** 2)
        1 − z² is written in the sum. 1 − a² was right: a is the output.
    relu-slope: * (1 - A**2) -> * (A > 0)
        The slope is that of a ReLU now: 1 − a² was right.
    bias-gradient-mean: db = hidden_delta.sum(axis=0) -> db = hidden_delta.mean(axis=0)
        db is divided by the number of rows once more: the error is already.
    bias-left-out: A = tanh(X @ W + b) -> A = tanh(X @ W)
        The bias has gone from the sums: they were right.
    three-z: np.exp(-2 * z) -> np.exp(-3 * z)
        The exponent has a 3. Evaluate the function at 1, beside np.tanh(1).
    turned-fraction: np.exp(-2 * z) -> np.exp(-z)
    and: (1 - e) / (1 + e) -> (e - 1) / (e + 1)
        The fraction has only changed its sign. Is its size that of tanh? Compare it at 1 with
        np.tanh(1).
    halved-outputs: np.exp(-2 * z) -> np.exp(-z)
    and: return (1 - e) / (1 + e) -> return (1 - e) / (1 + e) / 2
        The units are half as high now. It is along z that they are not steep enough.
    outputs-twice: y = A @ v -> y = 2 * A @ v
        The outputs are doubled: y = A v was right.
    outputs-twice-unmended: np.exp(-2 * z) -> np.exp(-z)
    and: y = A @ v -> y = 2 * A @ v
        The outputs y are doubled. It is the units that are wrong: compare the function tanh at 1
        with np.tanh(1).
    numpy-slope: np.exp(-2 * z) -> np.exp(-z)
    and: * (1 - A**2) -> * (1 - np.tanh(X @ W + b) ** 2)
        The slope is that of a real tanh now, the units are none: look at the function itself, at 1,
        beside np.tanh(1).
    sinh: np.exp(-2 * z) -> np.exp(z)
    and: (1 - e) / (1 + e) -> (e - 1 / e) / 2
        (eᶻ − e⁻ᶻ)/2 is sinh, which has no bounds. In tanh it is divided by eᶻ + e⁻ᶻ, not by 2.
    numerator-only: np.exp(-2 * z) -> np.exp(z)
    and: (1 - e) / (1 + e) -> (e - 1 / e)
        eᶻ − e⁻ᶻ is only what stands above the line in tanh: divide by eᶻ + e⁻ᶻ.
    sum-above: np.exp(-2 * z) -> np.exp(z)
    and: (1 - e) / (1 + e) -> (e + 1 / e) / (e - 1 / e)
        The fraction is upside down: in tanh the difference eᶻ − e⁻ᶻ stands above, the sum below.
    sigmoid-doubled-half-argument: np.exp(-2 * z) -> np.exp(-z)
    and: return (1 - e) / (1 + e) -> return 2 / (1 + e)
        Twice a sigmoid runs from 0 to 2, where tanh runs from −1 to 1. And along z it is as flat as
        before: compare the function at 0 and at 1 with np.tanh.
    """,
)

TASK = Task(
    "tanh_gradients",
    points=2,
    handed_out="half-argument",
    lesson="03",
    taught_in="Tanh",
    reference=tanh_gradients,
    cases=cases,
    mistakes=SLIPS,
    parts=("y", "dW", "db", "dv"),
    hints=(
        "There are two symptoms and one mistake: y is wrong, and dW does not fit y. Begin with y, "
        "since the gradients come after it.",
        "Take one row, one unit, all weights 1, b = 0, and compute y with pen, paper and a "
        "calculator. At which step do you part from the program?",
        "Evaluate each function of the program at one number where you know what it must give, or "
        "where NumPy knows. A name is a promise, too.",
    ),
)
