"""Two layers of threshold units that compute XOR."""

import numpy as np

from ....activations import heaviside
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def xor_network(X):
    """y = H(h₁ + h₂ - 1.5) with h₁ = x₁ OR x₂ and h₂ = x₁ NAND x₂."""
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    h = heaviside(X @ W1 + b1)
    return heaviside(h @ np.array([1, 1]) - 1.5)


def cases(rng):
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return [
        Case((corners.astype(float),), "the four corners"),
        Case((corners[[3, 1, 0, 2]].astype(float),), "the corners in another order"),
        Case((corners,), "integers"),
        Case((corners[1:2].astype(float),), "one row"),
        Case((corners[2:].astype(float),), "two rows"),
        Case((rng.integers(0, 2, size=(9, 2)).astype(float),), "9 rows, with repeats"),
    ]


ONE_LINE = (
    "(A single line can do that. Have the hidden units their threshold? Does a line run through a "
    "corner? There the sum is exactly 0, and the answer 0.)"
)

# Each wrong truth table is one mistake: the edit is one of the ways that lead to it.
SLIPS = slips(
    xor_network,
    f"""
    always-zero: - 1.5) -> - 2.5)
        The output is 0 for every input. Two common causes: the thresholds of the hidden layer
        are missing (then the two layers are one line again), or a bias lies so low that its
        unit never fires. Print the hidden values of the four corners.
    always-one: - 1.5) -> - 0.5)
        The output is 1 for every input: the output unit fires as soon as one hidden unit does.
        OR and NAND must *both* say yes; or a bias is too high.
    is-and: [[1, -1], [1, -1]] -> [[1, 1], [1, 1]]
    and: [-0.5, 1.5] -> [-0.5, -1.5]
        The network computes AND. XOR is 1 where exactly one input is 1: for (1, 1) it is 0.
        {ONE_LINE}
    is-or: [-0.5, 1.5] -> [-0.5, 2.5]
        The network computes OR: right but for (1, 1). One unit must notice that both inputs are
        1, and have a say against. {ONE_LINE}
    is-nand: [-0.5, 1.5] -> [0.5, 1.5]
        The network computes NAND: right but for (0, 0). One unit must see to it that at least
        one input is 1. {ONE_LINE}
    is-nor: [[1, -1], [1, -1]] -> [[-1, -1], [-1, -1]]
    and: [-0.5, 1.5] -> [0.5, 1.5]
        The network computes NOR: 1 for (0, 0) alone. {ONE_LINE}
    is-equality: h @ np.array([1, 1]) - 1.5 -> 1.5 - h @ np.array([1, 1])
        The network computes the opposite of XOR: it says whether the inputs are equal. Turn the
        signs of the output unit round, its bias as well.
    is-first-input: [[1, -1], [1, -1]] -> [[1, 0], [0, 0]]
        The output is the first input, whatever the second is: one hidden unit, or one row of
        weights, has no effect.
    is-second-input: [[1, -1], [1, -1]] -> [[0, 0], [1, 0]]
        The output is the second input, whatever the first is: one hidden unit, or one row of
        weights, has no effect.
    is-not-first: [[1, -1], [1, -1]] -> [[-1, -1], [0, -1]]
    and: [-0.5, 1.5] -> [0.5, 1.5]
        The output is the opposite of the first input, whatever the second is.
    is-not-second: [[1, -1], [1, -1]] -> [[0, -1], [-1, -1]]
    and: [-0.5, 1.5] -> [0.5, 1.5]
        The output is the opposite of the second input, whatever the first is.
    only-1-0: [[1, -1], [1, -1]] -> [[1, -1], [0, -1]]
        The output is 1 for (1, 0) alone. The other one-sided corner, (0, 1), needs a unit that
        fires for it, too. (Each hidden unit is one *column* of W1.)
    only-0-1: [[1, -1], [1, -1]] -> [[0, -1], [1, -1]]
        The output is 1 for (0, 1) alone. The other one-sided corner, (1, 0), needs a unit that
        fires for it, too. (Each hidden unit is one *column* of W1.)
    all-but-0-1: [[1, -1], [1, -1]] -> [[1, 0], [-1, 0]]
    and: [-0.5, 1.5] -> [0.5, 1.5]
        The output is 0 for (0, 1) alone. Work out the hidden values of (0, 1) by hand, then
        those of (0, 0) and (1, 1).
    all-but-1-0: [[1, -1], [1, -1]] -> [[-1, 0], [1, 0]]
    and: [-0.5, 1.5] -> [0.5, 1.5]
        The output is 0 for (1, 0) alone. Work out the hidden values of (1, 0) by hand, then
        those of (0, 0) and (1, 1).
    fixed-answers: = np.array([0, 1, 1, 0])
        The answers are those of the four corners in their usual order, whatever comes in.
        Compute them from X: rows may repeat, and come in any number and order.
    one-column: np.array([1, 1]) -> np.array([[1], [1]])
        y comes as a table with one column, (n, 1). One number for each row is asked for, (n,):
        give the output unit a vector of weights, or flatten with `.ravel()`.
    bits: = X[:, 0] ^ X[:, 1]
        `^` compares the bits of integers, and X may hold floats. It is no network either: use
        weighted sums, biases and `heaviside`.
    inputs-added: = X.sum(axis=1)
        The inputs are added: (1, 1) gives 2. XOR asks whether exactly one of them is 1.
    inputs-subtracted: = X[:, 0] - X[:, 1]
        The inputs are subtracted: (0, 1) gives -1. A threshold unit answers 0 or 1.
    plus-minus-one: = 2 * heaviside(h @ np.array([1, 1]) - 1.5) - 1
        The answers are +1 and -1. Here they are 1 and 0.
    rows-for-columns: = (X[0] != X[1]).astype(int)
        Two *rows* of X are compared (`X[0]`, `X[1]`). The two inputs are its columns, `X[:, 0]`
        and `X[:, 1]`.
    last-threshold-missing: = h @ np.array([1, 1]) - 1.5
        The last threshold is missing: the output is still a sum.
    hidden-returned: = h
        The hidden layer is returned. The output unit is missing.
    first-row-only: = heaviside(h @ np.array([1, 1]) - 1.5)[0]
        Only the first row is answered.
    """,
)


def rows_unpacked(X):
    x1, x2 = X
    return (x1 != x2).astype(int)


def target_in_place(X):
    X[:, 0] = np.abs(X[:, 0] - X[:, 1])
    return X[:, 0]


OTHERS = [
    Mistake(
        "rows-unpacked",
        "X is unpacked row by row: `x1, x2 = X` works for two rows only, and gives these. The "
        "two inputs are the columns, `X[:, 0]` and `X[:, 1]`.",
        rows_unpacked,
    ),
    Mistake(
        "x-changed",
        "The argument `X` is changed. Give the hidden values an array of their own.",
        target_in_place,
    ),
]

TASK = Task(
    "xor_network",
    points=2,
    taught_in="Three neurons that compute XOR",
    reference=xor_network,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Say XOR in words, with *and*, *or* and *not*. Which of the pieces can a single neuron do?",
        "The first but not the second, or the second but not the first. 'The first but not the "
        "second' fires if x1 - x2 exceeds 0.5. What is the other unit, and what has the output to "
        "ask of the two?",
        "One column of W1 for each hidden unit: weights 1, -1 and weights -1, 1, both with bias "
        "-0.5. The output fires if one of them does: weights 1, 1, and a bias that one vote "
        "overcomes.",
    ),
)
