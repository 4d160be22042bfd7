"""A threshold network that was worked out on paper, for many points at once."""

import numpy as np

from ....activations import heaviside, relu, sigmoid, tanh
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def threshold_outputs(points):
    """y = H(H(points W₁ + b₁) w₂ + b₂): points (n, 2) -> y (n,)."""
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = heaviside(points @ W1 + b1)
    return heaviside(h @ w2 - 1.5)


def cases(rng):
    asked = np.array([[0, 0], [-2, -2.5], [-5, 5], [10, 3]])
    edges = [[1.0, 0], [3, 0], [4, 1], [10, 7], [5, -2], [-4, 0], [12, 8], [6, 3], [11, 8]]
    lines = [  # beside the line of each hidden unit; the first and the last point are far from it
        [[8, 0.5], [5, -1.9], [9, -3.8], [5, -2.1], [9, -4.2], [12, 1]],
        [[9, 3], [4, 1.2], [6, 3.4], [4, 0.8], [6, 2.6], [12, 3]],
        [[18, 5], [14, 8.8], [20, 11.6], [14, 9.2], [20, 12.4], [20, 5.5]],
    ]
    near = [[10, 2], [14, 10.9], [8, 4.9], [2, -1.2], [4, 3.2], [16, 9.8], [6, -2.4], [13, 10.5],
            [1, 1]]  # fmt: skip
    return [
        Case((asked,), "the four points of the lesson"),
        Case((rng.uniform(-8, 12, size=(12, 2)),), "12 points"),
        Case((rng.uniform([4, -1], [12, 1], size=(5, 2)),), "5 points on the right"),
        Case((np.array(near),), "points close to the lines"),
        Case((np.array(edges),), "points exactly on the lines"),
        Case((np.array([[8, 2], [1, 1], [-3, 0], [4, 0], [9, 6], [2, 5], [0, 4]]),), "integers"),
        Case((np.array([[7.0, 1.5]]),), "one point"),
        Case((rng.uniform(-20, 20, size=(30, 2)),), "30 points, far out"),
        *(
            Case((np.array(points),), f"beside the line of hidden unit {unit}")
            for unit, points in enumerate(lines, start=1)
        ),
    ]


def at_zero_too(z):
    return np.where(z >= 0, 1.0, 0.0)


SLIPS = slips(
    threshold_outputs,
    """
    zero-counts:
    - h = heaviside(points @ W1 + b1)
    - return heaviside(h @ w2 - 1.5)
    + h = at_zero_too(points @ W1 + b1)
    + return at_zero_too(h @ w2 - 1.5)
        A sum of exactly 0 counts as 1. H(z) is 1 only where z > 0.
    hidden-sign: heaviside(points @ W1 + b1) -> np.sign(points @ W1 + b1)
        The hidden units answer -1 and 1: that is np.sign. A threshold unit answers 0 or 1.
    both-signs:
    - h = heaviside(points @ W1 + b1)
    - return heaviside(h @ w2 - 1.5)
    + h = np.sign(points @ W1 + b1)
    + return np.sign(h @ w2 - 1.5)
        The units answer -1 and +1. Thresholds of this course answer 0 and 1.
    b1-missing: @ W1 + b1 -> @ W1
        The biases b1 of the hidden layer are missing.
    b2-missing: @ w2 - 1.5 -> @ w2
        The bias b2 of the output is missing, or is not -1.5.
    biases-missing: @ W1 + b1 -> @ W1
    and: @ w2 - 1.5 -> @ w2
        Both biases are missing: z is the weighted sum plus b.
    b1-subtracted: @ W1 + b1 -> @ W1 - b1
        The biases b1 of the hidden layer are subtracted. They are added: z = x W + b.
    b2-sign: @ w2 - 1.5 -> @ w2 + 1.5
        The bias b2 is subtracted, or has lost its minus. It is added, and is -1.5.
    biases-subtracted: @ W1 + b1 -> @ W1 - b1
    and: @ w2 - 1.5 -> @ w2 + 1.5
        Both biases are subtracted. They are added: z = x W + b.
    b1-minus-lost: [-1, 3, 2] -> [1, 3, 2]
        The first hidden unit draws its line in the wrong place, as if its bias were 1: in
        b1 = (-1, 3, 2) the 1 has a minus.
    second-line: [-1, 3, 2] -> [-1, 2, 2]
        Just past the line of the second hidden unit, where -x1 + x2 + 3 is a little above 0,
        your y is 1. That unit must say 1 there: compare its column of W1, and its bias in
        b1 = (-1, 3, 2), with the task.
    b1-exchanged: [-1, 3, 2] -> [-1, 2, 3]
        The second and the third hidden unit draw their lines in the wrong places, as if their
        biases were exchanged: b1 = (-1, 3, 2).
    third-line: [-1, 3, 2] -> [-1, 3, 3]
        Just past the line of the third hidden unit, where 0.5 x1 - x2 + 2 is a little below 0,
        your y is 1. That unit must say 0 there: compare its column of W1, and its bias in
        b1 = (-1, 3, 2), with the task.
    hidden-threshold-missing: heaviside(points @ W1 + b1) -> points @ W1 + b1
        The threshold of the hidden layer is missing: the output unit sees sums instead of 0s
        and 1s. Two layers without a threshold in between are one line.
    output-threshold-missing: = h @ w2 - 1.5
        The threshold of the output is missing: y is still a sum.
    thresholds-missing: = (points @ W1 + b1) @ w2 - 1.5
        Both thresholds are missing: what comes back is a weighted sum of weighted sums.
    hidden-sigmoid: heaviside(points @ W1 + b1) -> sigmoid(points @ W1 + b1)
        The hidden units are sigmoids. This network has thresholds: 0 or 1.
    output-sigmoid: = sigmoid(h @ w2 - 1.5)
        The output is a sigmoid. This network has thresholds: 0 or 1.
    both-sigmoids: heaviside(points @ W1 + b1) -> sigmoid(points @ W1 + b1)
    and: heaviside(h @ w2 - 1.5) -> sigmoid(h @ w2 - 1.5)
        Both layers are sigmoids. This network has thresholds: 0 or 1.
    hidden-relu: heaviside(points @ W1 + b1) -> relu(points @ W1 + b1)
        The hidden units are ReLUs. This network has thresholds: 0 or 1.
    hidden-tanh: heaviside(points @ W1 + b1) -> tanh(points @ W1 + b1)
        The hidden units are tanh. This network has thresholds: 0 or 1.
    w2-minus-lost: [1, -2, 1] -> [1, 2, 1]
        The second hidden unit votes with +2 or with 0. In w2 its weight is -2.
    w2-ones: [1, -2, 1] -> [1, 1, 1]
        All hidden units vote alike, with 1. Their votes are weighted by w2 = (1, -2, 1).
    w2-sign: [1, -2, 1] -> [-1, 2, -1]
        The signs of w2 are turned round.
    half-cut-off: 0.5 -> 0
        The weight 0.5 in W1 has become a 0: an array of integers cuts it off. Let W1 hold
        floats.
    sums-cut: = heaviside(heaviside((points @ W1 + b1).astype(int)) @ w2 - 1.5)
        The sums of the hidden units are cut or rounded to whole numbers before their threshold,
        so that 0.5 counts as 0. Leave them as they are: the threshold makes 0s and 1s of them.
    always-zero: = np.zeros(len(points))
        y is 0 for every point. Print the hidden values of (10, 3): they should be 1, 0, 1, and
        the output sum 0.5. Then look at the signs in W1, whether each bias is added before its
        threshold, and whether b2 is -1.5.
    same-for-all: = np.full(len(points), heaviside(h @ w2 - 1.5)[0])
        Every point gets the answer of the first one.
    rows-exchanged: [[1, -1, 0.5], [2, 1, -1]] -> [[2, 1, -1], [1, -1, 0.5]]
        x1 and x2 are exchanged: the first row of W1, (1, -1, 0.5), belongs to x1, the first column
        of `points`.
    reshaped: [[1, -1, 0.5], [2, 1, -1]] -> [[1, 0.5, 1], [-1, 2, -1]]
        The six weights of W1 are in the wrong places: `reshape` reads on row by row, it does
        not transpose. The column (1, 2) belongs to the first hidden unit.
    typed-by-columns: [[1, -1, 0.5], [2, 1, -1]] -> [[1, 2, -1], [1, 0.5, -1]]
        The six weights of W1 stand in the wrong places: they were written column by column, and
        an array is filled row by row. Its first row is (1, -1, 0.5).
    w11-sign: [[1, -1, 0.5] -> [[-1, -1, 0.5]
        W1 is copied with a wrong sign: the weight from x1 to the first hidden unit is 1.
    w13-sign: [[1, -1, 0.5] -> [[1, -1, -0.5]
        W1 is copied with a wrong sign: the weight from x1 to the third hidden unit is 0.5.
    w21-sign: [2, 1, -1]] -> [-2, 1, -1]]
        W1 is copied with a wrong sign: the weight from x2 to the first hidden unit is 2.
    w22-sign: [2, 1, -1]] -> [2, -1, -1]]
        W1 is copied with a wrong sign: the weight from x2 to the second hidden unit is 1.
    w23-sign: [2, 1, -1]] -> [2, 1, 1]]
        W1 is copied with a wrong sign: the weight from x2 to the third hidden unit is -1.
    votes-by-entry: = heaviside(h * w2 - 1.5)
        The votes `h * w2` are not added up: the output unit's sum over the three hidden units
        is `h @ w2`.
    w1-transposed: points @ W1 -> points @ W1.T
        W1 does not fit: points is (n, 2) and W1 is (2, 3), one row for each input. Write
        points @ W1, without a transpose.
    hidden-returned: = h
        The hidden layer is returned, (n, 3). The output unit is missing.
    one-column: = heaviside(h @ w2 - 1.5).reshape(-1, 1)
        y comes as a table with one column, (n, 1). One number for each point is asked for,
        (n,): give the output unit the vector w2, or flatten with `.ravel()`.
    fixed-answers: = np.array([0, 0, 0, 1])
        The answers are those of the four points of the lesson, whatever comes in.
    first-point-only: = heaviside(h @ w2 - 1.5)[0]
        Only the first point is answered.
    answers-exchanged: = 1 - heaviside(h @ w2 - 1.5)
        The two answers are exchanged: 1 belongs to a sum above 0.
    """,
    at_zero_too=at_zero_too,
    relu=relu,
    sigmoid=sigmoid,
    tanh=tanh,
)


def sums_of_the_points_type(points):
    sums = np.zeros((len(points), 3), dtype=points.dtype)
    sums[:] = points @ np.array([[1, -1, 0.5], [2, 1, -1]]) + np.array([-1, 3, 2])
    return heaviside(heaviside(sums) @ np.array([1, -2, 1]) - 1.5)


def first_two_rows_are_the_inputs(points):
    x1, x2 = points[0], points[1]
    h = [heaviside(z) for z in (x1 + 2 * x2 - 1, -x1 + x2 + 3, 0.5 * x1 - x2 + 2)]
    return heaviside(h[0] - 2 * h[1] + h[2] - 1.5)


OTHERS = [
    Mistake(
        "sums-as-integers",
        "Where the points are integers, the sums lose their halves: a table of the points' own "
        "type cannot hold fractions. Make it float.",
        sums_of_the_points_type,
    ),
    Mistake(
        "rows-unpacked",
        "`points[0]` and `points[1]` are two *points*. The two inputs are the columns, "
        "`points[:, 0]` and `points[:, 1]`.",
        first_two_rows_are_the_inputs,
    ),
]

TASK = Task(
    "threshold_outputs",
    points=2,
    taught_in="On paper",
    reference=threshold_outputs,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Two steps, and each is a weighted sum, a bias, a threshold. What shape has the hidden "
        "layer's answer for n points?",
        "Copy the four arrays as they stand: W1 has two rows (one for each input) and three "
        "columns (one for each hidden unit), so `points @ W1` is (n, 3).",
        "Threshold that sum plus b1; multiply the result with `@` by the vector w2, add b2, and "
        "apply the threshold once more. A vector w2 makes the result (n,) by itself.",
    ),
)
