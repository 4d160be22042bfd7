"""Exercise 02: layers of thresholds, networks on paper, and what no activation leaves of them."""

from functools import reduce

import numpy as np

from ..activations import heaviside, identity, relu, sigmoid, softplus, tanh
from .engine.old import Mistake
from .engine.task import Case, Task

# ---- xor_network ------------------------------------------------------------------------------


def xor_network(X):
    """H(h @ (1, 1) - 1.5) with h = (OR, NAND): 1 where exactly one of the two inputs is 1."""
    h = heaviside(X @ np.array([[1, -1], [1, -1]]) + np.array([-0.5, 1.5]))
    return heaviside(h @ np.array([1, 1]) - 1.5)


def xor_cases(rng):
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return [
        Case((corners.astype(float),), "the four corners"),
        Case((corners[[3, 1, 0, 2]].astype(float),), "the corners in another order"),
        Case((corners,), "integers"),
        Case((corners[1:2].astype(float),), "one row"),
        Case((corners[2:].astype(float),), "two rows"),
        Case((rng.integers(0, 2, size=(9, 2)).astype(float),), "9 rows, with repeats"),
    ]


def gate(truth):
    """The function of two inputs with the answers truth for (0,0), (0,1), (1,0), (1,1)."""
    return lambda X: np.array(truth)[(2 * X[:, 0] + X[:, 1]).astype(int)]


def xor_by_words(X):
    return np.array([1 if a != b else 0 for a, b in X])


def xor_by_or_and_not_and(X):
    either = heaviside(X[:, 0] + X[:, 1] - 0.5)
    both = heaviside(X[:, 0] + X[:, 1] - 1.5)
    return heaviside(either - 2 * both - 0.5)


def xor_by_two_one_sided(X):
    h = heaviside(X @ np.array([[1, -1], [-1, 1]]) - 0.5)
    return heaviside(h.sum(axis=1) - 0.5)


def xor_row_by_row(X):
    y = np.zeros(len(X), dtype=int)
    for i, (a, b) in enumerate(X):
        h1, h2 = a + b > 0.5, a + b < 1.5
        y[i] = int(h1) + int(h2) > 1
    return y


def hidden_of_xor(X):
    return heaviside(X @ np.array([[1, -1], [1, -1]]) + np.array([-0.5, 1.5]))


def rows_unpacked(X):
    x1, x2 = X
    return (x1 != x2).astype(int)


def target_in_place(X):
    X[:, 0] = np.abs(X[:, 0] - X[:, 1])
    return X[:, 0]


XOR_NETWORK = Task(
    "xor_network",
    points=2,
    reference=xor_network,
    cases=xor_cases,
    mistakes=[
        Mistake(
            "The output is 0 for every input. Two common causes: the thresholds of the hidden "
            "layer are missing (then the two layers are one line again), or a bias lies so low "
            "that its unit never fires. Print the hidden values of the four corners.",
            gate([0, 0, 0, 0]),
        ),
        Mistake(
            "The output is 1 for every input: the output unit fires as soon as one hidden unit "
            "does. OR and NAND must *both* say yes; or a bias is too high.",
            gate([1, 1, 1, 1]),
        ),
        Mistake(
            "The network computes AND. XOR is 1 where exactly one input is 1: for (1, 1) it is 0. "
            "(A unit that fires at a sum of exactly 0 can do that too: H(0) is 0.)",
            gate([0, 0, 0, 1]),
        ),
        Mistake(
            "The network computes OR: right but for (1, 1). One unit must notice that both inputs "
            "are 1, and have a say against.",
            gate([0, 1, 1, 1]),
        ),
        Mistake(
            "The network computes NAND: right but for (0, 0). One unit must see to it that at "
            "least one input is 1.",
            gate([1, 1, 1, 0]),
        ),
        Mistake(
            "The network computes NOR: 1 for (0, 0) alone.",
            gate([1, 0, 0, 0]),
        ),
        Mistake(
            "The network computes the opposite of XOR: it says whether the inputs are equal. Turn "
            "the signs of the output unit round, its bias as well.",
            gate([1, 0, 0, 1]),
        ),
        Mistake(
            "The output is the first input, whatever the second is: one hidden unit, or one row "
            "of weights, has no effect.",
            gate([0, 0, 1, 1]),
        ),
        Mistake(
            "The output is the second input, whatever the first is: one hidden unit, or one row "
            "of weights, has no effect.",
            gate([0, 1, 0, 1]),
        ),
        Mistake(
            "The output is the opposite of the first input, whatever the second is.",
            gate([1, 1, 0, 0]),
        ),
        Mistake(
            "The output is the opposite of the second input, whatever the first is.",
            gate([1, 0, 1, 0]),
        ),
        Mistake(
            "The output is 1 for (1, 0) alone. The other one-sided corner, (0, 1), needs a unit "
            "that fires for it, too. (Each hidden unit is one *column* of W1.)",
            gate([0, 0, 1, 0]),
        ),
        Mistake(
            "The output is 1 for (0, 1) alone. The other one-sided corner, (1, 0), needs a unit "
            "that fires for it, too. (Each hidden unit is one *column* of W1.)",
            gate([0, 1, 0, 0]),
        ),
        Mistake(
            "The output is 0 for (0, 1) alone. Work out the hidden values of (0, 1) by hand, then "
            "those of (0, 0) and (1, 1).",
            gate([1, 0, 1, 1]),
        ),
        Mistake(
            "The output is 0 for (1, 0) alone. Work out the hidden values of (1, 0) by hand, then "
            "those of (0, 0) and (1, 1).",
            gate([1, 1, 0, 1]),
        ),
        Mistake(
            "The answers are those of the four corners in their usual order, whatever comes in. "
            "Compute them from X: rows may repeat, and come in any number and order.",
            lambda X: np.array([0, 1, 1, 0]),
        ),
        Mistake(
            "y comes as a table with one column, (n, 1). One number for each row is asked for, "
            "(n,): give the output unit a vector of weights, or flatten with `.ravel()`.",
            lambda X: xor_network(X).reshape(-1, 1),
        ),
        Mistake(
            "X is unpacked row by row: `x1, x2 = X` works for two rows only, and gives these. The "
            "two inputs are the columns, `X[:, 0]` and `X[:, 1]`.",
            rows_unpacked,
        ),
        Mistake(
            "`^` compares the bits of integers, and X may hold floats. It is no network either: "
            "use weighted sums, biases and `heaviside`.",
            lambda X: X[:, 0] ^ X[:, 1],
        ),
        Mistake(
            "The inputs are added: (1, 1) gives 2. XOR asks whether exactly one of them is 1.",
            lambda X: X.sum(axis=1),
        ),
        Mistake(
            "The inputs are subtracted: (0, 1) gives -1. A threshold unit answers 0 or 1.",
            lambda X: X[:, 0] - X[:, 1],
        ),
        Mistake(
            "The answers are +1 and -1. Here they are 1 and 0.",
            lambda X: 2 * xor_network(X) - 1,
        ),
        Mistake(
            "Two *rows* of X are compared (`X[0]`, `X[1]`). The two inputs are its columns, "
            "`X[:, 0]` and `X[:, 1]`.",
            lambda X: (X[0] != X[1]).astype(int),
        ),
        Mistake(
            "The last threshold is missing: the output is still a sum.",
            lambda X: hidden_of_xor(X) @ np.array([1, 1]) - 1.5,
        ),
        Mistake(
            "The hidden layer is returned. The output unit is missing.",
            hidden_of_xor,
        ),
        Mistake(
            "Only the first row is answered.",
            lambda X: xor_network(X)[0],
        ),
        Mistake(
            "The argument `X` is changed. Give the hidden values an array of their own.",
            target_in_place,
        ),
    ],
    alternatives=[
        xor_by_words,
        xor_by_or_and_not_and,
        xor_by_two_one_sided,
        xor_row_by_row,
    ],
)

# ---- threshold_outputs ------------------------------------------------------------------------

W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
B1 = np.array([-1, 3, 2])
W2 = np.array([1, -2, 1])
B2 = -1.5


def threshold_outputs(points):
    """H(H(points W1 + b1) w2 + b2) for the network on paper: points (n, 2) -> y (n,)."""
    return paper()(points)


def paper(f=heaviside, g=heaviside, *, W1=W1, b1=B1, w2=W2, b2=B2):
    """The network on paper with something changed."""
    return lambda points: g(f(points @ W1 + b1) @ w2 + b2)


def at_zero_too(z):
    return np.where(z >= 0, 1.0, 0.0)


def threshold_cases(rng):
    asked = np.array([[0, 0], [-2, -2.5], [-5, 5], [10, 3]])
    edges = np.array([[1.0, 0], [3, 0], [4, 1], [10, 7], [5, -2], [-4, 0], [12, 8], [6, 3],
                      [11, 8]])
    lines = [  # beside the line of each hidden unit; the first and the last point are far from it
        [[8, 0.5], [5, -1.9], [9, -3.8], [5, -2.1], [9, -4.2], [12, 1]],
        [[9, 3], [4, 1.2], [6, 3.4], [4, 0.8], [6, 2.6], [12, 3]],
        [[18, 5], [14, 8.8], [20, 11.6], [14, 9.2], [20, 12.4], [20, 5.5]],
    ]
    near = np.array([[10, 2], [14, 10.9], [8, 4.9], [2, -1.2], [4, 3.2], [16, 9.8], [6, -2.4],
                     [13, 10.5], [1, 1]])
    return [
        Case((asked,), "the four points of the lesson"),
        Case((rng.uniform(-8, 12, size=(12, 2)),), "12 points"),
        Case((rng.uniform([4, -1], [12, 1], size=(5, 2)),), "5 points on the right"),
        Case((near,), "points close to the lines"),
        Case((edges,), "points exactly on the lines"),
        Case((np.array([[8, 2], [1, 1], [-3, 0], [4, 0], [9, 6], [2, 5], [0, 4]]),), "integers"),
        Case((np.array([[7.0, 1.5]]),), "one point"),
        Case((rng.uniform(-20, 20, size=(30, 2)),), "30 points, far out"),
        *(
            Case((np.array(points),), f"beside the line of hidden unit {unit}")
            for unit, points in enumerate(lines, start=1)
        ),
    ]


def point_by_point(points):
    y = []
    for x1, x2 in points:
        h1 = 1 if x1 + 2 * x2 - 1 > 0 else 0
        h2 = 1 if -x1 + x2 + 3 > 0 else 0
        h3 = 1 if 0.5 * x1 - x2 + 2 > 0 else 0
        y.append(1 if h1 - 2 * h2 + h3 - 1.5 > 0 else 0)
    return np.array(y)


def as_a_region(points):
    x1, x2 = points[:, 0], points[:, 1]
    return ((x1 + 2 * x2 > 1) & (x1 - x2 >= 3) & (x1 - 2 * x2 > -4)).astype(float)


def neurons_as_rows(points):
    rows = np.array([[1, 2], [-1, 1], [0.5, -1]])
    H = (rows @ points.T + np.array([[-1], [3], [2]]) > 0).astype(int)
    return ([1, -2, 1] @ H - 1.5 > 0).astype(int)


def output_as_a_table(points):
    h = np.heaviside(np.dot(points, W1) + B1, 0)
    return np.heaviside(h @ W2.reshape(3, 1) + B2, 0)[:, 0]


def sums_of_the_points_type(points):
    sums = np.zeros((len(points), 3), dtype=points.dtype)
    sums[:] = points @ W1 + B1
    return np.heaviside(np.heaviside(sums.astype(float), 0) @ W2 + B2, 0)


THRESHOLD_OUTPUTS = Task(
    "threshold_outputs",
    points=2,
    reference=threshold_outputs,
    cases=threshold_cases,
    mistakes=[
        Mistake(
            "A sum of exactly 0 counts as 1. H(z) is 1 only where z > 0.",
            paper(at_zero_too, at_zero_too),
        ),
        Mistake(
            "The hidden units answer -1 and 1: that is np.sign. A threshold unit answers 0 or 1.",
            paper(np.sign),
        ),
        Mistake(
            "Where the points are integers, the sums lose their halves: a table of the points' own "
            "type cannot hold fractions. Make it float.",
            sums_of_the_points_type,
        ),
        Mistake(
            "The biases b1 of the hidden layer are missing.",
            paper(b1=0),
        ),
        Mistake(
            "The bias b2 of the output is missing, or is not -1.5.",
            paper(b2=0),
        ),
        Mistake(
            "Both biases are missing: z is the weighted sum plus b.",
            paper(b1=0, b2=0),
        ),
        Mistake(
            "The biases b1 of the hidden layer are subtracted. They are added: z = x W + b.",
            paper(b1=-B1),
        ),
        Mistake(
            "The bias b2 is subtracted, or has lost its minus. It is added, and is -1.5.",
            paper(b2=-B2),
        ),
        Mistake(
            "Both biases are subtracted. They are added: z = x W + b.",
            paper(b1=-B1, b2=-B2),
        ),
        Mistake(
            "Just past the line of the second hidden unit, where -x1 + x2 + 3 is a little above 0, "
            "your y is 1. That unit must say 1 there: compare its column of W1, and its bias in "
            "b1 = (-1, 3, 2), with the task.",
            paper(b1=np.array([-1, 2, 2])),
        ),
        Mistake(
            "The second and the third hidden unit draw their lines in the wrong places, as if "
            "their biases were exchanged: b1 = (-1, 3, 2).",
            paper(b1=np.array([-1, 2, 3])),
        ),
        Mistake(
            "Just past the line of the third hidden unit, where 0.5 x1 - x2 + 2 is a little below "
            "0, your y is 1. That unit must say 0 there: compare its column of W1, and its bias "
            "in b1 = (-1, 3, 2), with the task.",
            paper(b1=np.array([-1, 3, 3])),
        ),
        Mistake(
            "The threshold of the hidden layer is missing: the output unit sees sums instead of "
            "0s and 1s. Two layers without a threshold in between are one line.",
            paper(identity),
        ),
        Mistake(
            "The threshold of the output is missing: y is still a sum.",
            paper(g=identity),
        ),
        Mistake(
            "Both thresholds are missing: what comes back is a weighted sum of weighted sums.",
            paper(identity, identity),
        ),
        Mistake(
            "The hidden units are sigmoids. This network has thresholds: 0 or 1.",
            paper(sigmoid),
        ),
        Mistake(
            "The output is a sigmoid. This network has thresholds: 0 or 1.",
            paper(g=sigmoid),
        ),
        Mistake(
            "The units answer -1 and +1. Thresholds of this course answer 0 and 1.",
            paper(np.sign, np.sign),
        ),
        Mistake(
            "The second hidden unit votes with +2 or with 0. In w2 its weight is -2.",
            paper(w2=np.array([1, 2, 1])),
        ),
        Mistake(
            "All hidden units vote alike, with 1. Their votes are weighted by w2 = (1, -2, 1).",
            paper(w2=np.array([1, 1, 1])),
        ),
        Mistake(
            "The signs of w2 are turned round.",
            paper(w2=-W2),
        ),
        Mistake(
            "The weight 0.5 in W1 has become a 0: an array of integers cuts it off. Let W1 hold "
            "floats.",
            paper(W1=W1.astype(int)),
        ),
        Mistake(
            "y is 0 for every point. Print the hidden values of (10, 3): they should be 1, 0, 1, "
            "and the output sum 0.5. Then look at the signs in W1, whether each bias is added "
            "before its threshold, and whether b2 is -1.5.",
            lambda points: np.zeros(len(points)),
        ),
        Mistake(
            "The hidden units are ReLUs. This network has thresholds: 0 or 1.",
            paper(relu),
        ),
        Mistake(
            "The hidden units are tanh. This network has thresholds: 0 or 1.",
            paper(tanh),
        ),
        Mistake(
            "Every point gets the answer of the first one.",
            lambda points: np.full(len(points), threshold_outputs(points)[0]),
        ),
        Mistake(
            "The two rows of W1 are exchanged: the first row, (1, -1, 0.5), belongs to x1.",
            paper(W1=W1[::-1]),
        ),
        Mistake(
            "The six weights of W1 are in the wrong places: `reshape` reads on row by row, it "
            "does not transpose. The column (1, 2) belongs to the first hidden unit.",
            paper(W1=np.array([[1, 0.5, 1], [-1, 2, -1]])),
        ),
        Mistake(
            "W1 does not fit: points is (n, 2) and W1 is (2, 3), one row for each input. Write "
            "points @ W1, without a transpose.",
            paper(W1=W1.T),
        ),
        Mistake(
            "The hidden layer is returned, (n, 3). The output unit is missing.",
            lambda points: heaviside(points @ W1 + B1),
        ),
        Mistake(
            "y comes as a table with one column, (n, 1). One number for each point is asked for, "
            "(n,): give the output unit the vector w2, or flatten with `.ravel()`.",
            lambda points: threshold_outputs(points).reshape(-1, 1),
        ),
        Mistake(
            "The answers are those of the four points of the lesson, whatever comes in.",
            lambda points: np.array([0, 0, 0, 1]),
        ),
        Mistake(
            "Only the first point is answered.",
            lambda points: threshold_outputs(points)[0],
        ),
        Mistake(
            "The two answers are exchanged: 1 belongs to a sum above 0.",
            lambda points: 1 - threshold_outputs(points),
        ),
    ],
    alternatives=[point_by_point, as_a_region, neurons_as_rows, output_as_a_table],
)

# ---- collapse_linear --------------------------------------------------------------------------


def collapse_linear(Ws, bs):
    """W = W1 W2 ... WL, b = (...(b1 W2 + b2) W3 + ...) + bL: one layer that equals them all."""
    W, b = Ws[0], bs[0]
    for next_W, next_b in zip(Ws[1:], bs[1:], strict=False):
        W, b = W @ next_W, b @ next_W + next_b
    return W, b


def layers(rng, sizes, whole=False):
    """(Ws, bs) for layers of these sizes."""

    def draw(*shape):
        return rng.integers(-3, 4, size=shape) if whole else rng.normal(size=shape)

    Ws = [draw(a, b) for a, b in zip(sizes, sizes[1:], strict=False)]
    return Ws, [draw(b) for b in sizes[1:]]


def collapse_cases(rng):
    return [
        Case(layers(rng, (2, 3, 1)), "2-3-1"),
        Case(layers(rng, (3, 2, 4, 2)), "three layers"),
        Case(layers(rng, (3, 2)), "one layer"),
        Case(layers(rng, (3, 3, 3)), "square tables"),
        Case(layers(rng, (2, 2, 2, 2, 2)), "four square layers"),
        Case(layers(rng, (4, 3, 2, 3, 5)), "four layers"),
        Case(layers(rng, (2, 4, 3), whole=True), "integers"),
    ]


def collapsing(W=None, b=None):
    """collapse_linear with one of its results computed in another way."""

    def collapse(Ws, bs):
        right = collapse_linear(Ws, bs)
        return W(Ws, bs) if W else right[0], b(Ws, bs) if b else right[1]

    return collapse


def product(tables):
    return reduce(lambda A, B: A @ B, tables)


def carried(Ws, bs, *, through=lambda l: l + 1):
    """The sum of all biases, each taken through the tables from number through(l) on."""
    return sum(product([b, *Ws[through(l) :]]) for l, b in enumerate(bs))


def only_first_two(Ws, bs):
    return Ws[0] @ Ws[1], bs[0] @ Ws[1] + bs[1]


def from_ones(Ws, bs):
    return product([np.ones((len(Ws[0]), len(Ws[0]))), *Ws]), collapse_linear(Ws, bs)[1]


def lists_emptied(Ws, bs):
    W, b = Ws.pop(0), bs.pop(0)
    while Ws:
        W, b = W @ Ws[0], b @ Ws.pop(0) + bs.pop(0)
    return W, b


def lists_turned_round(Ws, bs):
    W, b = collapse_linear(Ws, bs)
    Ws.reverse()
    bs.reverse()
    return W, b


def biases_one_layer_behind(Ws, bs):
    W, b = Ws[0], bs[0]
    for next_W, last_b in zip(Ws[1:], bs, strict=False):
        W, b = W @ next_W, b @ next_W + last_b
    return W, b


def own_bias_before_the_table(Ws, bs):
    W, b = Ws[0], bs[0]
    for next_W, next_b in zip(Ws[1:], bs[1:], strict=True):
        W, b = W @ next_W, (b + next_b) @ next_W
    return W, b


def bias_through_the_next_table_only(Ws, bs):
    through_next = [b @ W for b, W in zip(bs, Ws[1:], strict=False)]
    return sum(np.sum(b) if b.shape != bs[-1].shape else b for b in through_next) + bs[-1]


def bias_through_all_tables_so_far(Ws, bs):
    W, b = Ws[0], bs[0]
    for next_W, next_b in zip(Ws[1:], bs[1:], strict=True):
        W = W @ next_W
        b = b @ W + next_b
    return W, b


def added_in_place(Ws, bs):
    for l in range(1, len(Ws)):
        bs[l] += (bs[l - 1] @ Ws[l]).astype(bs[l].dtype)
    return product(Ws), bs[-1]


def collapse_by_recursion(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    W, b = collapse_by_recursion(Ws[1:], bs[1:])
    return Ws[0] @ W, bs[0] @ W + b


def collapse_by_asking_the_network(Ws, bs):
    def network(A):
        for W, b in zip(Ws, bs, strict=True):
            A = A @ W + b
        return A

    b = network(np.zeros(len(Ws[0])))
    return network(np.eye(len(Ws[0]))) - b, b


def collapse_with_the_bias_inside(Ws, bs):
    whole = np.eye(len(Ws[0]) + 1)
    for W, b in zip(Ws, bs, strict=True):
        corner = np.zeros((len(W) + 1, 1))
        corner[-1] = 1
        whole = whole @ np.hstack([np.vstack([W, b]), corner])
    return [whole[:-1, :-1], whole[-1, :-1]]


def collapse_from_the_end(Ws, bs):
    W, b = np.eye(Ws[-1].shape[1]), np.zeros(Ws[-1].shape[1])
    for l in range(len(Ws) - 1, -1, -1):
        b = b + bs[l] @ W
        W = Ws[l] @ W
    return W, b


def first_layer_twice(Ws, bs):
    b = bs[0]
    for W_next, b_next in zip(Ws, bs, strict=True):
        b = b @ W_next + b_next
    return b


COLLAPSE_LINEAR = Task(
    "collapse_linear",
    points=2,
    reference=collapse_linear,
    cases=collapse_cases,
    parts=("W", "b"),
    mistakes=[
        Mistake(
            "The first layer is used twice: the loop starts from it, and meets it once more.",
            lambda Ws, bs: (product([Ws[0], *Ws]), first_layer_twice(Ws, bs)),
        ),
        Mistake(
            "The tables are multiplied in the wrong order, last times first. The inputs meet the "
            "first layer's table first: X W1 W2 ... (Where all are square NumPy does not "
            "complain.)",
            collapsing(W=lambda Ws, bs: product(Ws[::-1])),
        ),
        Mistake(
            "The tables are transposed on the way. With rows as samples no transpose is needed.",
            collapsing(W=lambda Ws, bs: product([W.T for W in Ws])),
        ),
        Mistake(
            "The result is transposed: W must be (n_in, n_out), so that X @ W fits.",
            collapsing(W=lambda Ws, bs: product(Ws).T),
        ),
        Mistake(
            "The tables are multiplied entry by entry, with `*`. One layer after another is the "
            "matrix product, `@`.",
            collapsing(W=lambda Ws, bs: reduce(np.multiply, Ws)),
        ),
        Mistake(
            "The tables are added. One layer *after* another is a product; a sum would be layers "
            "side by side.",
            collapsing(W=lambda Ws, bs: sum(Ws)),
        ),
        Mistake(
            "W is the last table only: multiply the earlier ones in.",
            collapsing(W=lambda Ws, bs: Ws[-1]),
        ),
        Mistake(
            "W is the first table only: multiply the later ones in.",
            collapsing(W=lambda Ws, bs: Ws[0]),
        ),
        Mistake(
            "b is the last bias only. The earlier biases go through the later layers too: expand "
            "(X W1 + b1) W2 + b2.",
            collapsing(b=lambda Ws, bs: bs[-1]),
        ),
        Mistake(
            "b is the first bias only.",
            collapsing(b=lambda Ws, bs: bs[0]),
        ),
        Mistake(
            "The biases are added as they are. A bias of an early layer is carried through all "
            "later tables before it reaches the output.",
            collapsing(b=lambda Ws, bs: sum(bs)),
        ),
        Mistake(
            "Each bias is carried through the table of its own layer as well. It is added "
            "*after* that table: only the later ones act on it.",
            collapsing(b=lambda Ws, bs: carried(Ws, bs, through=lambda l: l)),
        ),
        Mistake(
            "The last bias is missing: b = b1 W2 + b2, and so on.",
            collapsing(b=lambda Ws, bs: carried(Ws, bs) - bs[-1]),
        ),
        Mistake(
            "Each bias is carried through the next table only. It goes through all that follow.",
            collapsing(b=bias_through_the_next_table_only),
        ),
        Mistake(
            "Only the first bias is carried through. Each layer adds its own, b @ W + (its bias), "
            "and the next layers carry that on.",
            collapsing(b=lambda Ws, bs: product([bs[0], *Ws[1:]])),
        ),
        Mistake(
            "The biases are set side by side. They are added up, each after its way through the "
            "later tables, to one vector of shape (n_out,).",
            collapsing(b=lambda Ws, bs: np.concatenate(bs)),
        ),
        Mistake(
            "b is carried through the product of all tables so far: W is renewed before b uses it. "
            "A bias goes through the *next* table alone, step by step.",
            bias_through_all_tables_so_far,
        ),
        Mistake(
            "The biases are carried through the tables transposed.",
            collapsing(
                b=lambda Ws, bs: reduce(lambda b, l: Ws[l] @ b + bs[l], range(1, len(Ws)), bs[0])
            ),
        ),
        Mistake(
            "The biases lag one layer behind: each table meets the bias of the layer before it, as "
            "`zip(Ws[1:], bs)` pairs them. Take `bs[1:]` beside `Ws[1:]`.",
            biases_one_layer_behind,
        ),
        Mistake(
            "The layer's own bias goes through its own table: (b + c) @ W. It is added after that "
            "table, b @ W + c.",
            own_bias_before_the_table,
        ),
        Mistake(
            "Biases carried on are subtracted: they are added, as in (X W1 + b1) W2 + b2.",
            collapsing(
                b=lambda Ws, bs: reduce(lambda b, l: bs[l] - b @ Ws[l], range(1, len(Ws)), bs[0])
            ),
        ),
        Mistake(
            "b comes as a table with one row, (1, n_out). A bias has the shape (n_out,).",
            collapsing(b=lambda Ws, bs: carried(Ws, bs).reshape(1, -1)),
        ),
        Mistake(
            "The last layer is left out: look where the loop ends.",
            lambda Ws, bs: collapse_linear(Ws[: max(len(Ws) - 1, 1)], bs),
        ),
        Mistake(
            "The product starts from a table of ones, which is not neutral: that is the identity "
            "matrix, `np.eye`. Or start from the first layer's own table.",
            from_ones,
        ),
        Mistake(
            "Only the first two layers are collapsed. Any number must work, one included.",
            only_first_two,
        ),
        Mistake(
            "Only the first two layers are collapsed, and a single layer gives None: is `return` "
            "indented into the loop? It belongs behind it.",
            lambda Ws, bs: only_first_two(Ws, bs) if len(Ws) > 1 else None,
        ),
        Mistake(
            "The lists are changed: `reverse()` turns those of the caller round. `Ws[::-1]` makes "
            "a new one.",
            lists_turned_round,
        ),
        Mistake(
            "The lists are changed: `pop` takes the tables away from the caller. Loop over "
            "them instead.",
            lists_emptied,
        ),
        Mistake(
            "The argument `bs` is changed: `+=` writes into the caller's biases. Keep a b of your "
            "own.",
            added_in_place,
        ),
    ],
    alternatives=[
        collapse_by_recursion,
        collapse_by_asking_the_network,
        collapse_with_the_bias_inside,
        collapse_from_the_end,
    ],
)

# ---- forward ----------------------------------------------------------------------------------


def forward(X, Ws, bs, f):
    """[X, A1, ..., AL] with A = f(A_prev W + b), layer by layer."""
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W + b))
    return As


def forward_cases(rng):
    def network(n, sizes, f, note, *, whole=False, **more):
        X = rng.integers(-2, 3, size=(n, sizes[0])) if whole else rng.normal(size=(n, sizes[0]))
        return Case((X, *layers(rng, sizes, whole), f), note, **more)

    return [
        network(4, (3, 2), tanh, "one layer, tanh"),
        network(5, (2, 4, 3), sigmoid, "two layers, sigmoid"),
        network(1, (3, 4, 2), softplus, "one row"),
        network(4, (3, 3, 3, 3), tanh, "square tables"),
        network(3, (3, 3, 3), relu, "as many rows as units"),
        network(6, (2, 3, 4, 2, 1), sigmoid, "four layers"),
        network(3, (2, 3, 2), sigmoid, "integers", whole=True),
        network(300, (60, 50, 40), tanh, "300 rows, 60-50-40", speed=True),
    ]


def layerwise(step, first=lambda X, f: X):
    """forward with another step from A_prev to A, or another first entry."""

    def run(X, Ws, bs, f):
        As = [first(X, f)]
        for W, b in zip(Ws, bs, strict=True):
            As.append(step(As[-1], W, b, f))
        return As

    return run


def without_f_at_the_end(X, Ws, bs, f):
    As = forward(X, Ws, bs, f)
    return [*As[:-1], As[-2] @ Ws[-1] + bs[-1]]


def the_sums(X, Ws, bs, f):
    As = forward(X, Ws, bs, f)
    return [X, *(A @ W + b for A, W, b in zip(As, Ws, bs, strict=False))]


def sums_passed_on(X, Ws, bs, f):
    Z, As = X, [X]
    for W, b in zip(Ws, bs, strict=True):
        Z = Z @ W + b
        As.append(f(Z))
    return As


def every_layer_reads_x(X, Ws, bs, f):
    return [X, *(f(X @ W + b) for W, b in zip(Ws, bs, strict=True))]


def result_of_append_kept(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As = As.append(f(As[-1] @ W + b))
    return As


def added_to_the_list(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As += f(As[-1] @ W + b)
    return As


def overwritten_in_place(X, Ws, bs, f):
    A, As = X, [X]
    for W, b in zip(Ws, bs, strict=True):
        Z = A @ W + b
        if Z.shape == A.shape:
            A[...] = f(Z)
        else:
            A = f(Z)
        As.append(A)
    return As


def forward_by_entry(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        A = As[-1]
        Z = np.zeros((len(A), W.shape[1]))
        for i in range(len(A)):
            for k in range(W.shape[1]):
                Z[i, k] = b[k]
                for j in range(W.shape[0]):
                    Z[i, k] += A[i, j] * W[j, k]
        As.append(f(Z))
    return As


def forward_by_row(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(np.array([f(row @ W + b) for row in As[-1]]))
    return As


def forward_by_recursion(X, Ws, bs, f):
    if not Ws:
        return [X]
    return [X, *forward_by_recursion(f(X @ Ws[0] + bs[0]), Ws[1:], bs[1:], f)]


def forward_by_index(X, Ws, bs, f):
    A = np.array(X, dtype=float)
    result = (A,)
    for l in range(len(Ws)):
        A = f(np.einsum("ij,jk->ik", A, Ws[l]) + bs[l].reshape(1, -1))
        result += (A,)
    return result


def forward_by_columns(X, Ws, bs, f):
    columns = [X.T]
    for l in range(len(Ws)):
        columns.append(f(Ws[l].T @ columns[l] + bs[l][:, None]))
    return [A.T for A in columns]


FORWARD = Task(
    "forward",
    points=3,
    reference=forward,
    cases=forward_cases,
    mistakes=[
        Mistake(
            "The activation is missing in the last layer. Here f is applied in every layer, the "
            "last included.",
            without_f_at_the_end,
        ),
        Mistake(
            "The activation is missing in every layer: without it all layers collapse to one.",
            layerwise(lambda A, W, b, f: A @ W + b),
        ),
        Mistake(
            "The list holds the sums Z. It should hold the activations, A = f(Z).",
            the_sums,
        ),
        Mistake(
            "The sums are passed on to the next layer, not the activations: f is applied to what "
            "is stored, but the next layer reads Z instead of A.",
            sums_passed_on,
        ),
        Mistake(
            "The list starts with A1. Its first entry is X, the input of the first layer.",
            lambda X, Ws, bs, f: forward(X, Ws, bs, f)[1:],
        ),
        Mistake(
            "Only the last activation is returned. All are asked for, [X, A1, ..., AL]: "
            "backpropagation will need them.",
            lambda X, Ws, bs, f: forward(X, Ws, bs, f)[-1],
        ),
        Mistake(
            "The last layer's output is missing in the list: it has one entry more than there "
            "are layers.",
            lambda X, Ws, bs, f: forward(X, Ws, bs, f)[:-1],
        ),
        Mistake(
            "The list is in reversed order. It starts with X.",
            lambda X, Ws, bs, f: forward(X, Ws, bs, f)[::-1],
        ),
        Mistake(
            "f is applied to the inputs as well. X enters as it is.",
            layerwise(lambda A, W, b, f: f(A @ W + b), first=lambda X, f: f(X)),
        ),
        Mistake(
            "f comes before the weights, as f(A) W + b. It comes after: A = f(Z).",
            layerwise(lambda A, W, b, f: f(A) @ W + b),
        ),
        Mistake(
            "The bias is added after the activation. It belongs to the sum: Z = A W + b, then f.",
            layerwise(lambda A, W, b, f: f(A @ W) + b),
        ),
        Mistake(
            "The biases are missing.",
            layerwise(lambda A, W, b, f: f(A @ W)),
        ),
        Mistake(
            "The biases are subtracted. They are added: Z = A W + b.",
            layerwise(lambda A, W, b, f: f(A @ W - b)),
        ),
        Mistake(
            "W is transposed. It is (n_in, n_out) already, so A @ W fits; where W is square NumPy "
            "does not complain about the wrong one.",
            layerwise(lambda A, W, b, f: f(A @ W.T + b)),
        ),
        Mistake(
            "W and A stand in the wrong order. Rows are samples: A @ W.",
            layerwise(lambda A, W, b, f: f(W @ A + b)),
        ),
        Mistake(
            "A and W are multiplied entry by entry, with `*`. The sums of a layer are a matrix "
            "product, `@`.",
            layerwise(lambda A, W, b, f: f(A * W + b)),
        ),
        Mistake(
            "The biases are added down the rows, one for each sample, if it fits at all. There is "
            "one for each neuron, that is for each column: plain `+ b` does it.",
            layerwise(lambda A, W, b, f: f(A @ W + b.reshape(-1, 1))),
        ),
        Mistake(
            "One number is added instead of the vector b: each neuron has its own bias.",
            layerwise(lambda A, W, b, f: f(A @ W + b.sum())),
        ),
        Mistake(
            "Every layer reads X. A layer reads what the layer before it put out.",
            every_layer_reads_x,
        ),
        Mistake(
            "The f that is handed in is not used: a sigmoid is built in. The check tries several "
            "activations.",
            layerwise(lambda A, W, b, f: sigmoid(A @ W + b)),
        ),
        Mistake(
            "The f that is handed in is not used: tanh is built in. The check tries several "
            "activations.",
            layerwise(lambda A, W, b, f: tanh(A @ W + b)),
        ),
        Mistake(
            "The f that is handed in is not used: a threshold is built in. The check tries several "
            "activations.",
            layerwise(lambda A, W, b, f: heaviside(A @ W + b)),
        ),
        Mistake(
            "The f that is handed in is not used: a ReLU is built in. The check tries several "
            "activations.",
            layerwise(lambda A, W, b, f: relu(A @ W + b)),
        ),
        Mistake(
            "`append` changes the list and gives back None. Write `As.append(...)` in a line of "
            "its own, and do not assign its result.",
            result_of_append_kept,
        ),
        Mistake(
            "`As += A` adds the rows of A one by one, or adds A to every entry, and not A itself. "
            "Use `As.append(A)`.",
            added_to_the_list,
        ),
        Mistake(
            "Every layer gets the first layer's bias. Each has its own: `zip(Ws, bs)`.",
            lambda X, Ws, bs, f: forward(X, Ws, [bs[0]] * len(Ws), f),
        ),
        Mistake(
            "Only the first layer is run: perhaps your `return` is indented into the loop.",
            lambda X, Ws, bs, f: forward(X, Ws[:1], bs[:1], f),
        ),
        Mistake(
            "Activations are cut to integers where X holds integers.",
            layerwise(lambda A, W, b, f: f(A @ W + b).astype(A.dtype)),
        ),
        Mistake(
            "Samples stand in the columns of your activations. Rows are samples, in every layer: "
            "(n, units).",
            lambda X, Ws, bs, f: [X, *(A.T for A in forward(X, Ws, bs, f)[1:])],
        ),
        Mistake(
            "A layer writes its result into the array of the layer before (`A[...] = `, `A *= `), "
            "the caller's X included. Make a new array for each layer.",
            overwritten_in_place,
        ),
        Mistake(
            "All sums of a layer are one matrix product: let `@` do the loops.",
            forward_by_entry,
            by="slow",
        ),
    ],
    alternatives=[
        forward_by_row,
        forward_by_recursion,
        forward_by_index,
        forward_by_columns,
    ],
)

EXERCISE = "02"
TASKS = [XOR_NETWORK, THRESHOLD_OUTPUTS, COLLAPSE_LINEAR, FORWARD]
