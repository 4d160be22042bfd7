"""Exercise 01: one neuron, and the rule by which it learns from its mistakes."""

import numpy as np

from ..activations import heaviside, sigmoid
from ..perceptron import linear, perceptron_update, train_perceptron
from .engine.compare import same
from .engine.old import Invariant, Mistake
from .engine.task import Case, Task

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])

# ---- linear -----------------------------------------------------------------------------------


def linear_cases(rng):
    def table(n, d, b, note, **more):
        return Case((rng.normal(size=(n, d)), rng.normal(size=d), b), note, **more)

    whole = rng.integers(-4, 5, size=(5, 2)), np.array([3, -2])
    return [
        Case((np.array([[1.0, 2], [3, 5], [5, 6]]), np.array([1.0, -1]), 0.5), "2 inputs"),
        table(4, 3, -1.5, "3 inputs"),
        table(1, 3, 0.7, "one row"),
        table(5, 1, 2.0, "one input"),
        table(3, 3, 0.25, "as many rows as inputs"),
        Case((*whole, 0.5), "integers, and b = 0.5"),
        table(20_000, 80, 0.1, "20,000 rows, 80 inputs", speed=True),
    ]


def scaled_in_place(X, w, b):
    X *= w.astype(X.dtype)
    return X.sum(axis=1) + b


def linear_by_entry(X, w, b):
    z = []
    for i in range(len(X)):
        total = b
        for j in range(len(w)):
            total += w[j] * X[i, j]
        z.append(total)
    return np.array(z)


def linear_by_row(X, w, b):
    return np.array([np.dot(row, w) + b for row in X])


def linear_by_product(X, w, b):
    return (X * w).sum(axis=1) + b


def linear_by_einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def linear_by_column_of_ones(X, w, b):
    return np.column_stack([X, np.ones(len(X))]) @ np.append(w, b)


def linear_from_the_other_side(X, w, b):
    return w @ X.T + b


LINEAR = Task(
    "linear",
    points=1,
    reference=linear,
    cases=linear_cases,
    mistakes=[
        Mistake(
            "The bias is missing: the weighted sum starts from b, not from 0.",
            lambda X, w, b: X @ w,
        ),
        Mistake(
            "The bias is subtracted: z = w·x + b, with a plus. (Some texts subtract a threshold; "
            "the bias is minus that.)",
            lambda X, w, b: X @ w - b,
        ),
        Mistake(
            "The bias is counted once for every input, because it is added before the sum over "
            "the inputs. It belongs to the neuron: add it once, after the sum.",
            lambda X, w, b: (X * w + b).sum(axis=1),
        ),
        Mistake(
            "The bias is added to every weight, and so multiplied with the inputs. Add it to the "
            "finished sum.",
            lambda X, w, b: X @ (w + b),
        ),
        Mistake(
            "The bias multiplies the sum. It is added to it.",
            lambda X, w, b: (X @ w) * b,
        ),
        Mistake(
            "The products are there, but they are not added up: each row must give one number. "
            "(`*` goes entry by entry; `@` multiplies and adds.)",
            lambda X, w, b: X * w + b,
        ),
        Mistake(
            "The products are added down the columns, over the rows. Each row is a case of its "
            "own: add along the inputs, axis=1.",
            lambda X, w, b: (X * w).sum(axis=0) + b,
        ),
        Mistake(
            "Everything is added up to one number. Each row is a case of its own and gives a z of "
            "its own: add along axis=1 only.",
            lambda X, w, b: (X * w).sum() + b,
        ),
        Mistake(
            "The products of a row are averaged over the inputs. A neuron adds them: sum, not "
            "mean.",
            lambda X, w, b: (X * w).mean(axis=1) + b,
        ),
        Mistake(
            "The weights meet the rows of X instead of its columns (`X.T @ w`, or `w @ X`). "
            "w has one weight for each column. Where X is square NumPy does not complain.",
            lambda X, w, b: X.T @ w + b,
        ),
        Mistake(
            "Only the first row is answered: X holds many cases, each wants its own z.",
            lambda X, w, b: X[0] @ w + b,
        ),
        Mistake(
            "z comes as a table with one column, (n, 1). One number for each row is asked for: "
            "the shape (n,).",
            lambda X, w, b: (X @ w + b).reshape(-1, 1),
        ),
        Mistake(
            "The bias is multiplied by the number of rows. Each row gets it once.",
            lambda X, w, b: X @ w + b * len(X),
        ),
        Mistake(
            "Only the first two inputs are counted. There may be any number of them, one included.",
            lambda X, w, b: X[:, 0] * w[0] + X[:, 1] * w[1] + b,
        ),
        Mistake(
            "A sigmoid is applied. Here only the weighted sum z is asked for.",
            lambda X, w, b: sigmoid(X @ w + b),
        ),
        Mistake(
            "The threshold is applied already. Here only the weighted sum z is asked for.",
            lambda X, w, b: heaviside(X @ w + b),
        ),
        Mistake(
            "Where X holds integers z is cut to integers. The bias may be a fraction: let the "
            "result be floats.",
            lambda X, w, b: (X @ w + b).astype(X.dtype),
        ),
        Mistake(
            "The argument `X` is changed: `X *= w` writes into the caller's table. Write "
            "`X * w`, which makes a new one.",
            scaled_in_place,
        ),
        Mistake(
            "The matrix product `@` does both loops at once.",
            linear_by_entry,
            by="slow",
        ),
    ],
    alternatives=[
        linear_by_row,
        linear_by_product,
        linear_by_einsum,
        linear_by_column_of_ones,
        linear_from_the_other_side,
    ],
)

# ---- heaviside --------------------------------------------------------------------------------


def heaviside_cases(rng):
    return [
        Case((np.array([-2.0, 1.5, 3.0, -0.5]),), "a vector"),
        Case((np.array([0.3, -0.7, 0.6, -0.2, 0.9]),), "between -1 and 1"),
        Case((np.array([1.0, 0.0, -1.0]),), "with a 0 in it"),
        Case((rng.normal(size=(3, 2)),), "a table"),
        Case((np.array([3, -2, 0, 1]),), "integers"),
        Case((np.array([-4.0]),), "one entry"),
        Case((np.array([1e-12, -1e-12, 3e-9, -2e-9]),), "very close to 0"),
    ]


def heaviside_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


def negatives_kept(z):
    return np.where(z > 0, 1, z)


def asks_for_one_truth(z):
    if z > 0:
        return 1
    return 0


def heaviside_by_entry(z):
    steps = [1 if value > 0 else 0 for value in z.ravel()]
    return np.array(steps).reshape(z.shape)


def heaviside_by_mask(z):
    steps = np.zeros(z.shape)
    steps[z > 0] = 1
    return steps


HEAVISIDE = Task(
    "heaviside",
    points=1,
    reference=heaviside,
    cases=heaviside_cases,
    mistakes=[
        Mistake(
            "At exactly 0 the answer is 1, and should be 0: this course takes `>`, not `>=`.",
            lambda z: np.where(z >= 0, 1, 0),
        ),
        Mistake(
            "At exactly 0 the answer is 1/2, a convention of other fields. Here it is 0.",
            lambda z: np.heaviside(z, 0.5),
        ),
        Mistake(
            "The two answers are exchanged: 1 belongs to z > 0.",
            lambda z: np.where(z > 0, 0, 1),
        ),
        Mistake(
            "The answer is 1 for negative z: the comparison points the wrong way.",
            lambda z: np.where(z < 0, 1, 0),
        ),
        Mistake(
            "That is the sign of z: -1 below 0. A threshold unit of this course answers 0 there.",
            lambda z: np.sign(z),
        ),
        Mistake(
            "The answers are +1 and -1. That is another convention; here they are 1 and 0.",
            lambda z: np.where(z > 0, 1, -1),
        ),
        Mistake(
            "The threshold lies at 1/2 (or the numbers are rounded). It lies at 0.",
            lambda z: np.where(z > 0.5, 1, 0),
        ),
        Mistake(
            "The threshold lies at 1. It lies at 0.",
            lambda z: np.where(z >= 1, 1, 0),
        ),
        Mistake(
            "The numbers are rounded to whole ones. The answer is 1 for every z above 0.",
            lambda z: np.round(z),
        ),
        Mistake(
            "The answer is 1 wherever z is not 0, below 0 as well: a number turned into True or "
            "False asks only whether it is 0. Compare with 0.",
            lambda z: z.astype(bool).astype(int),
        ),
        Mistake(
            "The places where z > 0 come back (`np.where` with the condition alone). Asked for is "
            "a 0 or a 1 for every entry.",
            lambda z: np.where(z > 0)[0],
        ),
        Mistake(
            "A tuple comes back, of the places where z > 0: `np.where` with the condition alone. "
            "Say also what to put there and elsewhere, `np.where(condition, a, b)`.",
            lambda z: np.where(z > 0),
        ),
        Mistake(
            "The answers are texts, '1' and '0'. Leave the quotation marks out: numbers are "
            "asked for.",
            lambda z: np.where(z > 0, "1", "0"),
        ),
        Mistake(
            "`int(...)` and `float(...)` make one number of one value, and z has many. For a whole "
            "array use `np.where`, or `.astype(int)`.",
            lambda z: int(z > 0),
        ),
        Mistake(
            "A loop over a table gives its rows, not its numbers, and a row has no single truth. "
            "Ask for all entries at once, with `np.where`.",
            lambda z: np.array([1 if value > 0 else 0 for value in z]),
        ),
        Mistake(
            "`z[z > 0]` picks out the entries above 0 and drops the others. Asked for is a 0 or a "
            "1 for every entry.",
            lambda z: z[z > 0],
        ),
        Mistake(
            "The entries above 0 are counted. Asked for is a 0 or a 1 for every entry.",
            lambda z: np.sum(z > 0),
        ),
        Mistake(
            "That is max(0, z), a ReLU. Above 0 the answer is 1, however large z is.",
            lambda z: np.maximum(z, 0),
        ),
        Mistake(
            "Between 0 and 1 the number is passed on: that is a ramp. A threshold jumps straight "
            "to 1.",
            lambda z: np.clip(z, 0, 1),
        ),
        Mistake(
            "That is a sigmoid, a soft step. The threshold is hard: 0 or 1, nothing between.",
            lambda z: sigmoid(z),
        ),
        Mistake(
            "Below 0 the number itself is passed on. The answer there is 0.",
            negatives_kept,
        ),
        Mistake(
            "Above 0 the number itself is kept and below it becomes 1, or the like: look at the "
            "order of the arguments in `np.where(condition, if true, if false)`.",
            lambda z: np.where(z > 0, z, 1),
        ),
        Mistake(
            "`if z > 0` wants one truth, but an array has many. Ask for all entries at once: "
            "`np.where`, or a comparison whose result you turn into numbers.",
            asks_for_one_truth,
        ),
        Mistake(
            "One answer is given for the whole array. Each entry gets its own.",
            lambda z: 1 if (z > 0).any() else 0,
        ),
        Mistake(
            "One answer is given for the whole array (it asks whether all are above 0). Each "
            "entry gets its own.",
            lambda z: 1 if (z > 0).all() else 0,
        ),
        Mistake(
            "The argument `z` is changed: `z[z > 0] = 1` writes into the caller's array. Make a "
            "new one.",
            heaviside_in_place,
        ),
    ],
    alternatives=[
        heaviside_by_entry,
        heaviside_by_mask,
        lambda z: (z > 0).astype(int),
        lambda z: 1 - (z <= 0),
        lambda z: np.maximum(np.sign(z), 0),
    ],
)

# ---- perceptron_update ------------------------------------------------------------------------


def update_cases(rng):
    def example(d, target, lr, note):
        w, x = rng.normal(size=d), rng.normal(size=d)
        b = -np.sign(target - 0.5) * (1 + abs(w @ x))  # b has the last word: the answer is wrong
        return Case((w, b, x, target, lr), note)

    w, x = np.array([0.5, -1.0]), np.array([2.0, 3.0])
    edge = np.array([1.0, 2.0]), -4.0, np.array([2.0, 1.0])  # z = 0 exactly
    return [
        Case((w, 0.25, x, 1, 1.0), "answer 0, target 1"),
        Case((-w, 0.25, x, 0, 0.5), "answer 1, target 0"),
        Case((-w, 0.25, x, 1, 0.5), "answer 1, target 1: right"),
        Case((w, 0.25, x, 0, 2.0), "answer 0, target 0: right"),
        Case((*edge, 1, 0.3), "z = 0, target 1"),
        Case((*edge, 0, 0.3), "z = 0, target 0"),
        example(4, 1, 0.1, "4 inputs, the bias decides"),
        example(3, 0, 3.0, "3 inputs, the bias decides"),
        Case((np.array([1, -2]), -1, np.array([1, 3]), 1, 0.5), "integers, and lr = 0.5"),
        Case((np.array([1.0, -2]), -0.5, np.array([3.0, 1]), 1, 1.0), "weights of sum -1: right"),
        Case((np.array([2.0, 1]), -0.5, np.array([1.0, -1]), 1, 1.0), "inputs of sum 0: right"),
    ]


def rule(error, dw=lambda e, x: e * x, db=lambda e, x: e):
    """perceptron_update with another error, or with other steps of w and b."""

    def update(w, b, x, target, lr):
        e = error(w, b, x, target)
        return w + lr * dw(e, x), b + lr * db(e, x)

    return update


def difference(w, b, x, target):
    """t - ŷ."""
    return target - heaviside(linear(x, w, b))


def without_lr(w, b, x, target, lr):
    return perceptron_update(w, b, x, target, 1)


def without_lr_in_w(w, b, x, target, lr):
    return perceptron_update(w, b, x, target, 1)[0], perceptron_update(w, b, x, target, lr)[1]


def without_lr_in_b(w, b, x, target, lr):
    return perceptron_update(w, b, x, target, lr)[0], perceptron_update(w, b, x, target, 1)[1]


def replaced(w, b, x, target, lr):
    e = difference(w, b, x, target)
    return lr * e * x, lr * e


def by_themselves(w, b, x, target, lr):
    e = difference(w, b, x, target)
    return w + lr * e * w, b + lr * e


def bias_by_itself(w, b, x, target, lr):
    e = difference(w, b, x, target)
    return w + lr * e * x, b + lr * e * b


def bias_after_the_weights(w, b, x, target, lr):
    w = w + lr * difference(w, b, x, target) * x
    return w, b + lr * difference(w, b, x, target)


def products_not_added_up(w, b, x, target, lr):
    e = target - heaviside(w * x + b)
    return w + lr * e * x, b + lr * e.sum()


def lr_meets_the_target_only(w, b, x, target, lr):
    answer = heaviside(linear(x, w, b))
    return w + lr * target - answer * x, b + lr * target - answer


def error_without_brackets(w, b, x, target, lr):
    e = lr * target - heaviside(linear(x, w, b))
    return w + e * x, b + e


def updated_in_place(w, b, x, target, lr):
    e = difference(w, b, x, target)
    w += lr * e * x
    return w, b + lr * e


def updated_in_place_whatever_dtype(w, b, x, target, lr):
    e = difference(w, b, x, target)
    w[:] = w + lr * e * x
    return w, b + lr * e


def cut_to_integers(w, b, x, target, lr):
    w, b = perceptron_update(w, b, x, target, lr)
    return w.astype(x.dtype), b


def bipolar_converted(w, b, x, target, lr):
    t = 2 * target - 1
    if t * (w @ x + b) <= 0:
        return w + lr * t * x, b + lr * t
    return w, b


def update_by_cases(w, b, x, target, lr):
    answer = 1 if np.dot(w, x) + b > 0 else 0
    if answer == target:
        return w.copy(), b
    if target == 1:
        return w + lr * x, b + lr
    return w - lr * x, b - lr


def update_by_entry(w, b, x, target, lr):
    z = b
    for j in range(len(w)):
        z += w[j] * x[j]
    e = target - (1 if z > 0 else 0)
    return np.array([w[j] + lr * e * x[j] for j in range(len(w))]), b + lr * e


def update_with_the_bias_inside(w, b, x, target, lr):
    v, one = np.append(w, b).astype(float), np.append(x, 1)
    v += lr * (target - float(v @ one > 0)) * one
    return v[:-1], v[-1]


def update_by_table(w, b, x, target, lr):
    e = target - heaviside(linear(x.reshape(1, -1), w, b))[0]
    return [w + lr * e * x, b + lr * e]


def has_parts(args, value, number):
    """Is value a list or tuple of so many parts, with arrays w and b of their right shapes?"""
    d = args[0].shape[-1]  # the number of inputs: w or X comes first
    fits = isinstance(value, list | tuple) and len(value) == number
    fits = fits and isinstance(value[0], np.ndarray) and value[0].shape == (d,)
    return fits and np.shape(value[1]) == ()


def right_answers_change_nothing(args, value):
    if not has_parts(args, value, 2):
        return True  # another form: that is said elsewhere
    w, b, x, target, _ = args
    return heaviside(linear(x, w, b)) != target or same(list(value), [w, b])


PERCEPTRON_UPDATE = Task(
    "perceptron_update",
    points=2,
    reference=perceptron_update,
    cases=update_cases,
    parts=("w", "b"),
    mistakes=[
        Mistake(
            "The sign is wrong: the sum moves away from the target. The error is target minus "
            "answer, and the correction is added.",
            rule(lambda *a: -difference(*a)),
        ),
        Mistake(
            "The error is taken from the sum z. The perceptron compares its *answer*, 0 or 1, "
            "with the target: put z through the threshold first.",
            rule(lambda w, b, x, t: t - linear(x, w, b)),
        ),
        Mistake(
            "The answer is a sigmoid here. The perceptron compares the hard answer, 0 or 1, with "
            "the target.",
            rule(lambda w, b, x, t: t - sigmoid(linear(x, w, b))),
        ),
        Mistake(
            "At z = 0 the answer counts as 1, and should be 0: H(z) is 1 only where z > 0.",
            rule(lambda w, b, x, t: t - (linear(x, w, b) >= 0)),
        ),
        Mistake(
            "The bias is left out of the sum, so that the answer is not the neuron's. Only then "
            "compare it with the target.",
            rule(lambda w, b, x, t: t - heaviside(x @ w)),
        ),
        Mistake(
            "The bias is subtracted in the sum. It is added: z = w·x + b.",
            rule(lambda w, b, x, t: t - heaviside(x @ w - b)),
        ),
        Mistake(
            "The bias is added to every input, x + b, and so multiplied with the weights. Add it "
            "to the finished sum: z = w·x + b.",
            rule(lambda w, b, x, t: t - heaviside(w @ (x + b))),
        ),
        Mistake(
            "The bias is added to every weight, w + b, and so multiplied with the inputs. Add it "
            "to the finished sum: z = w·x + b.",
            rule(lambda w, b, x, t: t - heaviside((w + b) @ x)),
        ),
        Mistake(
            "`w * x` multiplies, but does not add up: so there is an answer for each input, and b "
            "becomes a vector. The neuron has one sum: `w @ x`.",
            rule(lambda w, b, x, t: t - heaviside(w * x + b)),
        ),
        Mistake(
            "`w * x` multiplies, but does not add up: so each weight is corrected by an answer of "
            "its own. The neuron has one sum, and one answer: `w @ x`.",
            products_not_added_up,
        ),
        Mistake(
            "Brackets are missing: the correction is lr * (target - answer) * x. In yours lr "
            "multiplies the target alone, and x the answer alone.",
            lr_meets_the_target_only,
        ),
        Mistake(
            "Brackets are missing in the weights: their correction is lr * (target - answer) * x. "
            "In yours lr multiplies the target alone, and x the answer alone. The bias is right.",
            lambda w, b, x, target, lr: (
                lr_meets_the_target_only(w, b, x, target, lr)[0],
                perceptron_update(w, b, x, target, lr)[1],
            ),
        ),
        Mistake(
            "Brackets are missing: the error is (target - answer), and lr multiplies the whole of "
            "it. In yours it multiplies the target alone.",
            error_without_brackets,
        ),
        Mistake(
            "Nothing ever changes: w and b come back as they came in. Is an `if` the wrong way "
            "round, or is what was computed not what is returned?",
            lambda w, b, x, target, lr: (w, b),
        ),
        Mistake(
            "The answer is the sign of z, -1 or +1. Here the answers are 0 and 1, as the targets "
            "are.",
            rule(lambda w, b, x, t: t - np.sign(linear(x, w, b))),
        ),
        Mistake(
            "The weights are corrected by the weights themselves. The factor beside the error is "
            "the input x.",
            by_themselves,
        ),
        Mistake(
            "The bias is corrected in proportion to itself. Its input is always 1, so its "
            "correction is lr times the error alone.",
            bias_by_itself,
        ),
        Mistake(
            "The correction is divided by the learning rate. Multiply: a larger rate makes larger "
            "corrections.",
            lambda w, b, x, target, lr: perceptron_update(w, b, x, target, 1 / lr),
        ),
        Mistake(
            "The bias never moves. It learns like a weight whose input is always 1.",
            rule(difference, db=lambda e, x: 0 * e),
        ),
        Mistake(
            "The weights never move: only the bias is corrected.",
            rule(difference, dw=lambda e, x: 0 * e * x),
        ),
        Mistake(
            "All weights get the same correction. Each one moves in proportion to its own input: "
            "the factor x is missing.",
            rule(difference, dw=lambda e, x: e * np.ones(x.shape)),
        ),
        Mistake(
            "The weights move by the sum of all inputs. Each moves by its own input: multiply "
            "with x itself.",
            rule(difference, dw=lambda e, x: e * x.sum() * np.ones(x.shape)),
        ),
        Mistake(
            "The bias is corrected by the inputs, and comes out as a vector. Its input is always "
            "1, so its correction is lr times the error alone.",
            rule(difference, db=lambda e, x: e * x),
        ),
        Mistake(
            "The bias is corrected by the sum of the inputs. Its own input is always 1, so its "
            "correction is lr times the error alone.",
            rule(difference, db=lambda e, x: e * x.sum()),
        ),
        Mistake(
            "The bias is corrected with the wrong sign: minus where the weights have plus. (Minus "
            "is right for a threshold that is subtracted; a bias is added.)",
            rule(difference, db=lambda e, x: -e),
        ),
        Mistake(
            "The learning rate is not used: the correction is lr times the error times the input.",
            without_lr,
        ),
        Mistake(
            "The learning rate is missing in the correction of the weights.",
            without_lr_in_w,
        ),
        Mistake(
            "The learning rate is missing in the correction of the bias.",
            without_lr_in_b,
        ),
        Mistake(
            "Right answers change the weights too: where the target is 1 the inputs are added "
            "whether the answer was wrong or not (and nothing is ever subtracted). Use the error, "
            "target minus answer, in place of the target.",
            rule(lambda w, b, x, t: t),
        ),
        Mistake(
            "Right answers change the weights too: add or subtract only where the answer differs "
            "from the target.",
            rule(lambda w, b, x, t: 2 * t - 1),
        ),
        Mistake(
            "Only the mistakes with target 1 are corrected. Where the answer is 1 and should be 0 "
            "the error is -1: subtract. (The rule for targets -1 and +1, lr times target times x, "
            "never learns from a target 0.)",
            rule(lambda *a: max(difference(*a), 0)),
        ),
        Mistake(
            "Only the mistakes with target 0 are corrected. Where the answer is 0 and should be 1 "
            "the error is +1: add.",
            rule(lambda *a: min(difference(*a), 0)),
        ),
        Mistake(
            "The inputs are always added, also where the answer was too large: the sign of the "
            "error is lost (absolute value or square).",
            rule(lambda *a: abs(difference(*a))),
        ),
        Mistake(
            "The correction takes the place of the old value. It is added to it.",
            replaced,
        ),
        Mistake(
            "The bias is corrected with an error that was computed anew, after the weights had "
            "moved. Compute the error once, then move both.",
            bias_after_the_weights,
        ),
        Mistake(
            "Targets are turned into -1 and +1, and a sum of exactly 0 counts as a mistake for "
            "both. Here z = 0 means answer 0, which is right for target 0.",
            bipolar_converted,
        ),
        Mistake(
            "The argument `w` is changed: `w += ...` writes into the caller's array (and fails "
            "where that holds integers). Write `w = w + ...`.",
            updated_in_place,
        ),
        Mistake(
            "The argument `w` is changed: writing into `w[...]` changes the caller's array, and "
            "cuts fractions where it holds integers. Make a new array: `w + ...`.",
            updated_in_place_whatever_dtype,
        ),
        Mistake(
            "Where w holds integers the new weights are cut to integers. Corrections are "
            "fractions: let the result be floats.",
            cut_to_integers,
        ),
    ],
    invariants=[
        Invariant(
            "Where the answer is right, w and b must stay as they are. Yours move there: is the "
            "sum w·x + b, is its threshold compared with the target, and does only target minus "
            "answer move w and b?",
            right_answers_change_nothing,
        )
    ],
    alternatives=[
        update_by_cases,
        update_by_entry,
        update_with_the_bias_inside,
        update_by_table,
    ],
)

# ---- train_perceptron -------------------------------------------------------------------------


def train_cases(rng):
    def points(n, d, lr, epochs, note):
        X = rng.uniform(-1, 1, size=(n, d))
        w = rng.normal(size=d)
        return Case((X, (X @ w > 0.15 * abs(w).sum()).astype(int), lr, epochs), note)

    def gate(targets, lr, epochs, note, **more):
        return Case((CORNERS.copy(), np.array(targets), lr, epochs), note, **more)

    X = np.array([[1, 1], [1, -1], [2, 0.5], [-1, 0]])  # three mistakes, then one right; all again
    return [
        gate([0, 0, 0, 1], 1.0, 20, "AND, integers"),
        gate([1, 1, 1, 0], 0.5, 20, "NAND, lr = 0.5"),
        gate([0, 1, 1, 0], 0.25, 5, "XOR: max_epochs = 5 ends it"),
        Case((X, np.array([1, 0, 0, 1]), 2.0, 20), "4 rows, lr = 2"),
        points(25, 3, 0.3, 200, "25 rows, 3 inputs"),
        points(12, 1, 2.0, 200, "one input"),
        points(12, 2, 0.7, 1, "max_epochs = 1"),
        Case((np.array([[2.0, -1.0]]), np.array([1]), 0.1, 10), "one row"),
        Case((rng.normal(size=(3, 2)), np.array([0, 0, 0]), 1.0, 10), "all targets 0: no mistake"),
        gate([0, 0, 0, 1], 1.0, 50_000, "AND, max_epochs = 50,000", speed=True),
    ]


def run(X, y, lr, max_epochs, *, start=0.0, fires=np.greater, error=None, sign=1, bias=1,
        afresh=""):  # fmt: skip
    """train_perceptron with one thing changed: (w, b, the errors of each pass, row by row)."""
    w, b, passes = np.full(X.shape[1], start), start, []
    for _ in range(max_epochs):
        w, b, errors = 0 * w if "w" in afresh else w, 0.0 if "b" in afresh else b, []
        for x, t in zip(X, y, strict=True):
            e = t - float(fires(x @ w + b, 0))
            errors.append(e)
            move = e if error is None else error(t, x @ w + b)
            w, b = w + sign * lr * move * x, b + bias * sign * lr * move
        passes.append(np.array(errors))
        if not np.any(errors):
            break
    return w, b, passes


def training(count=lambda passes: sum(np.abs(p).sum() for p in passes), epochs=None, **changes):
    """A wrong train_perceptron: other changes of run(), another count, another max_epochs."""

    def train(X, y, lr, max_epochs):
        w, b, passes = run(X, y, lr, epochs(max_epochs) if epochs else max_epochs, **changes)
        return w, b, count(passes) if passes else 0

    return train


def batch(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        errors = y - heaviside(linear(X, w, b))
        if not errors.any():
            break
        n += np.abs(errors).sum()
        w, b = w + lr * errors @ X, b + lr * errors.sum()
    return w, b, n


def stops_at_the_first_right_row(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            if heaviside(x @ w + b) == t:
                break
            w, b = perceptron_update(w, b, x, t, lr)
            n += 1
    return w, b, n


def returns_at_the_first_right_row(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            if heaviside(x @ w + b) == t:
                return w, b, n
            w, b = perceptron_update(w, b, x, t, lr)
            n += 1
    return w, b, n


def one_correction_a_pass(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        wrong = [i for i in range(len(X)) if heaviside(X[i] @ w + b) != y[i]]
        if not wrong:
            break
        w, b = perceptron_update(w, b, X[wrong[0]], y[wrong[0]], lr)
        n += 1
    return w, b, n


def stops_after_the_last_row_was_right(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            wrong = heaviside(x @ w + b) != t
            w, b = perceptron_update(w, b, x, t, lr)
            n += int(wrong)
        if not wrong:
            break
    return w, b, n


def backwards(X, y, lr, max_epochs):
    return train_perceptron(X[::-1], y[::-1], lr, max_epochs)


def final_mistakes(X, y, lr, max_epochs):
    w, b, _ = train_perceptron(X, y, lr, max_epochs)
    return w, b, int((heaviside(linear(X, w, b)) != y).sum())


def loops_exchanged(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for x, t in zip(X, y, strict=True):
        for _ in range(max_epochs):
            n += int(heaviside(x @ w + b) != t)
            w, b = perceptron_update(w, b, x, t, lr)
    return w, b, n


def counted_after_each_pass(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            w, b = perceptron_update(w, b, x, t, lr)
        wrong = int((heaviside(linear(X, w, b)) != y).sum())
        n += wrong
        if wrong == 0:
            break
    return w, b, n


def never_ends(X, y, lr, max_epochs):
    w, b, n, before = np.zeros(X.shape[1]), 0.0, 0, -1
    while n > before:
        before = n
        for x, t in zip(X, y, strict=True):
            n += int(heaviside(x @ w + b) != t)
            w, b = perceptron_update(w, b, x, t, lr)
    return w, b, n


def judged_after_the_correction(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            w, b = perceptron_update(w, b, x, t, lr)
            n += int(heaviside(x @ w + b) != t)
    return w, b, n


def stopped_by_rows_judged_too_late(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n
        for x, t in zip(X, y, strict=True):
            w, b = perceptron_update(w, b, x, t, lr)
            n += int(heaviside(x @ w + b) != t)
        if n == before:
            break
    return w, b, n


def signed_errors_count_and_stop(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        total = 0
        for x, t in zip(X, y, strict=True):
            total += t - heaviside(x @ w + b)
            w, b = perceptron_update(w, b, x, t, lr)
        n += total
        if total == 0:
            break
    return w, b, n


def signed_errors_stop(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        total = 0
        for x, t in zip(X, y, strict=True):
            e = t - heaviside(x @ w + b)
            w, b, n, total = w + lr * e * x, b + lr * e, n + abs(e), total + e
        if total == 0:
            break
    return w, b, n


def corrected_by(correct):
    """A training that corrects with correct(w, b, x, target, lr)."""

    def train(X, y, lr, max_epochs):
        w, b, n = np.zeros(X.shape[1]), 0.0, 0
        for _ in range(max_epochs):
            before = n
            for x, t in zip(X, y, strict=True):
                if heaviside(x @ w + b) != t:
                    w, b = correct(w, b, x, t, lr)
                    n += 1
            if n == before:
                break
        return w, b, n

    return train


def cut_to_whole_numbers(w, b, x, target, lr):
    w, b = perceptron_update(w, b, x, target, lr)
    return w.astype(int), b


def returns_after_the_first_row(X, y, lr, max_epochs):
    wrong = heaviside(X[0] @ np.zeros(X.shape[1])) != y[0]
    return *perceptron_update(np.zeros(X.shape[1]), 0.0, X[0], y[0], lr), int(wrong)


def returns_only_after_a_clean_pass(X, y, lr, max_epochs):
    w, b, passes = run(X, y, lr, max_epochs)
    return None if passes[-1].any() else (w, b, sum(np.abs(p).sum() for p in passes))


def one_weight_for_each_row(X, y, lr, max_epochs):
    return train_perceptron(X, y, lr, max_epochs), np.zeros(len(X)) @ X[0]


def targets_overwritten(X, y, lr, max_epochs):
    y[y == 0] = -1
    return targets_of_both_signs(X, (y + 1) // 2, lr, max_epochs)


def targets_of_both_signs(X, y, lr, max_epochs):
    w, b, n = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n
        for x, t in zip(X, 2 * y - 1, strict=True):
            if t * (x @ w + b) <= 0:
                w, b, n = w + lr * t * x, b + lr * t, n + 1
        if n == before:
            break
    return w, b, n


def without_learning_rate(X, y, lr, max_epochs):
    return train_perceptron(X, y, 1.0, max_epochs)


def counts_by_size(X, y, lr, max_epochs):
    w, b, n = train_perceptron(X, y, lr, max_epochs)
    return w, b, lr * n


def shuffled(X, y, lr, max_epochs):
    w, b, n = np.random.normal(size=X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n
        for i in np.random.permutation(len(X)):
            n += int(heaviside(X[i] @ w + b) != y[i])
            w, b = perceptron_update(w, b, X[i], y[i], lr)
        if n == before:
            break
    return w, b, n


def train_by_index(X, y, lr, max_epochs):
    w, b, n_mistakes = [0.0] * X.shape[1], 0.0, 0
    for _ in range(max_epochs):
        perfect = True
        for i in range(len(X)):
            z = b + sum(w[j] * X[i, j] for j in range(len(w)))
            e = int(y[i]) - int(z > 0)
            if e != 0:
                w = [w[j] + lr * e * X[i, j] for j in range(len(w))]
                b, n_mistakes, perfect = b + lr * e, n_mistakes + 1, False
        if perfect:
            break
    return np.array(w), b, n_mistakes


def train_with_the_bias_inside(X, y, lr, max_epochs):
    ones = np.column_stack([X, np.ones(len(X))])
    v, n_mistakes, epoch, clean = np.zeros(ones.shape[1]), 0, 0, False
    while not clean and epoch < max_epochs:
        clean = True
        for row, t in zip(ones, y, strict=True):
            e = t - np.heaviside(row @ v, 0)
            v += lr * e * row
            n_mistakes += abs(e)
            clean = clean and e == 0
        epoch += 1
    return v[:-1], v[-1], n_mistakes


def train_without_stopping_early(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y, strict=True):
            if (x @ w + b > 0) != (t == 1):
                n_mistakes += 1
            w, b = perceptron_update(w, b, x, t, lr)
    return w, b, n_mistakes


def train_with_a_list_of_corrections(X, y, lr, max_epochs):
    w, b, moves, epoch = np.zeros(X.shape[1]), 0.0, [], 0
    while epoch < max_epochs:
        first = len(moves)
        for i, t in enumerate(y):
            if (np.dot(X[i], w) + b > 0) != (t == 1):
                moves.append(lr if t == 1 else -lr)
                w, b = w + moves[-1] * X[i], b + moves[-1]
        if not moves[first:]:
            return w, b, len(moves)
        epoch += 1
    return w, b, len(moves)


def begins_at_zero(args, value):
    if not has_parts(args, value, 3):
        return True
    return args[1].any() or not (np.any(value[0]) or np.any(value[1]))


def counts_no_more_than_was_shown(args, value):
    if not has_parts(args, value, 3) or np.shape(value[2]) != ():
        return True
    return value[2] <= len(args[0]) * args[3]


def ends_where_the_rule_does(args, value):
    """False for weights that answer every row right, but are not those that the rule finds."""
    if not has_parts(args, value, 3):
        return True
    X, y, *_ = args
    w, b, _ = value
    separates = np.array_equal(heaviside(linear(X, w, b)), y)
    return not separates or same([w, b], list(train_perceptron(*args)[:2]))


TRAIN_PERCEPTRON = Task(
    "train_perceptron",
    points=3,
    reference=train_perceptron,
    cases=train_cases,
    parts=("w", "b", "n_mistakes"),
    mistakes=[
        Mistake(
            "A sum of exactly 0 counts as the answer 1. H(0) is 0: from zero weights, a first row "
            "with target 0 is answered right.",
            training(fires=np.greater_equal),
        ),
        Mistake(
            "Only the mistakes of the last pass are counted: the counter starts again in every "
            "pass. Count over all passes, and keep a second mark for the pass.",
            training(count=lambda passes: np.abs(passes[-1]).sum()),
        ),
        Mistake(
            "Only the mistakes of the first pass are counted. Count over all passes.",
            training(count=lambda passes: np.abs(passes[0]).sum()),
        ),
        Mistake(
            "n_mistakes counts the rows that the finished weights get wrong. Asked for is the "
            "number of all updates on the way.",
            final_mistakes,
        ),
        Mistake(
            "A row is judged after it was corrected, when the mistake is no longer to be seen. Ask "
            "first whether the answer is wrong; then count, and correct.",
            judged_after_the_correction,
        ),
        Mistake(
            "A row is judged after it was corrected, so that mistakes are missed and training ends "
            "too soon. Ask first whether the answer is wrong; then count, and correct.",
            stopped_by_rows_judged_too_late,
        ),
        Mistake(
            "n_mistakes counts the passes in which there was a mistake. Count every update.",
            training(count=lambda passes: sum(1 for p in passes if p.any())),
        ),
        Mistake(
            "n_mistakes counts the passes. Count every update.",
            training(count=len),
        ),
        Mistake(
            "n_mistakes counts every row that is looked at, also those answered right.",
            training(count=lambda passes: sum(len(p) for p in passes)),
        ),
        Mistake(
            "n_mistakes counts every row that is shown, also those answered right, so that no pass "
            "seems clean: is the `if` missing?",
            lambda X, y, lr, max_epochs: (
                *train_perceptron(X, y, lr, max_epochs)[:2],
                len(X) * max_epochs,
            ),
        ),
        Mistake(
            "Only the first row is looked at: is `return` indented into the inner loop? It belongs "
            "behind both loops.",
            returns_after_the_first_row,
        ),
        Mistake(
            "Where max_epochs passes go by and none is clean, the function returns None: is the "
            "only `return` inside the loop? Use `break` there, and return behind the loop.",
            returns_only_after_a_clean_pass,
        ),
        Mistake(
            "w and b are not moved together: the bias is corrected with an answer that was "
            "computed anew, after w had changed. Compute the error once, then move both.",
            corrected_by(bias_after_the_weights),
        ),
        Mistake(
            "The weights are cut to whole numbers: is w an array of integers? Corrections are "
            "fractions where lr is one. `np.zeros` makes floats by itself.",
            corrected_by(cut_to_whole_numbers),
        ),
        Mistake(
            "The arguments seem to be exchanged: it is `perceptron_update(w, b, x, target, lr)`, "
            "the weights first, the row third.",
            corrected_by(lambda w, b, x, t, lr: perceptron_update(x, b, w, t, lr)),
        ),
        Mistake(
            "A row and w do not fit together. w needs one entry for each *column* of X, "
            "`X.shape[1]`; and a row comes from X as it is, with `zip(X, y)`, without a `.T`.",
            one_weight_for_each_row,
        ),
        Mistake(
            "The errors are added with their signs, so that a -1 and a +1 cancel. Every update "
            "counts 1.",
            training(count=lambda passes: sum(p.sum() for p in passes)),
        ),
        Mistake(
            "Errors are added with their signs, in the count and to decide when to stop: a -1 "
            "and a +1 cancel, and a pass with mistakes looks clean. Count each one as 1.",
            signed_errors_count_and_stop,
        ),
        Mistake(
            "A pass seems to be taken for clean because its errors -1 and +1 cancel in a sum. "
            "Stop only after a pass in which no row was answered wrong.",
            signed_errors_stop,
        ),
        Mistake(
            "Only the mistakes with target 1 are counted (error +1); those with error -1 count as "
            "well.",
            training(count=lambda passes: sum((p > 0).sum() for p in passes)),
        ),
        Mistake(
            "Each mistake counts lr. It counts 1, however large the correction is.",
            counts_by_size,
        ),
        Mistake(
            "All rows of a pass are judged with the same old weights, and corrected together. "
            "Correct after every single row: the next row meets the new weights.",
            batch,
        ),
        Mistake(
            "A pass is left at the first row that is right (`break` in the inner loop). Go on to "
            "the next row; stop only after a whole pass without mistakes.",
            stops_at_the_first_right_row,
        ),
        Mistake(
            "Training ends at the first row that is right. It ends after a whole pass without "
            "mistakes: look how far your `return` is indented.",
            returns_at_the_first_right_row,
        ),
        Mistake(
            "After each correction you start again at the first row, or correct only one row a "
            "pass. Go on with the next row.",
            one_correction_a_pass,
        ),
        Mistake(
            "Whether to stop is decided by the last row of the pass alone. All rows of the pass "
            "must be right.",
            stops_after_the_last_row_was_right,
        ),
        Mistake(
            "There is only one pass over the rows, or every pass begins again from nothing. Is "
            "`return` indented into the loop, or are w, b and n_mistakes set to zero in it?",
            training(epochs=lambda most: 1),
        ),
        Mistake(
            "There is one pass too few: `range(1, n)` has n - 1 entries.",
            training(epochs=lambda most: most - 1),
        ),
        Mistake(
            "There is one pass too many: at most max_epochs passes.",
            training(epochs=lambda most: most + 1),
        ),
        Mistake(
            "max_epochs is ignored. On data that no line separates the loop would never end.",
            training(epochs=lambda most: 200),
        ),
        Mistake(
            "The sign of the correction is wrong: each one makes the mistake worse.",
            training(sign=-1),
        ),
        Mistake(
            "The bias is never corrected.",
            training(bias=0),
        ),
        Mistake(
            "The learning rate is not used. (From zeros it changes no answer, but it does change "
            "the weights.)",
            without_learning_rate,
        ),
        Mistake(
            "The weights and the bias start at 1. Start from zeros, the bias too.",
            training(start=1.0),
        ),
        Mistake(
            "The weights and the bias are set back to zero at the start of each pass. Set them "
            "once, before the outer loop.",
            training(afresh="w and b"),
        ),
        Mistake(
            "The weights are set back to zero at the start of each pass, the bias is not. Set "
            "both once, before the outer loop.",
            training(afresh="w"),
        ),
        Mistake(
            "The weights never change. `perceptron_update` returns the new ones and leaves the old "
            "ones as they are: write `w, b = perceptron_update(...)`.",
            training(sign=0),
        ),
        Mistake(
            "Corrections are only ever added. Where the answer is 1 and should be 0, subtract.",
            training(error=lambda t, z: abs(t - (z > 0))),
        ),
        Mistake(
            "The last row is never shown: a slice or a range ends too soon.",
            lambda X, y, lr, max_epochs: (
                train_perceptron(X[:-1], y[:-1], lr, max_epochs)
                if len(X) > 1
                else (np.zeros(X.shape[1]), 0.0, 0)
            ),
        ),
        Mistake(
            "The two loops are exchanged: each row is repeated until it is right, and never seen "
            "again. The pass over all rows is the inner loop.",
            loops_exchanged,
        ),
        Mistake(
            "n_mistakes adds up the rows that are still wrong *after* each pass. Count the "
            "mistakes as they are made, one for each update.",
            counted_after_each_pass,
        ),
        Mistake(
            "Rows that are answered right change the weights too.",
            training(error=lambda t, z: 2 * t - 1),
        ),
        Mistake(
            "The weights are corrected by target minus *sum*. Compare the answer, 0 or 1, with the "
            "target.",
            training(error=lambda t, z: t - z),
        ),
        Mistake(
            "The rows are taken from the last to the first. Take them in order.",
            backwards,
        ),
        Mistake(
            "Targets are turned into -1 and +1, and a sum of exactly 0 counts as a mistake for "
            "both. Here z = 0 means answer 0, which is right for target 0.",
            targets_of_both_signs,
        ),
        Mistake(
            "The argument `y` is changed: its zeros are overwritten by -1. Targets are 0 and 1 "
            "here; the error target minus answer needs no other ones.",
            targets_overwritten,
        ),
        Mistake(
            "Training goes on after a pass without mistakes, until max_epochs is reached. Nothing "
            "changes any more by then, but with a large max_epochs it takes very long: stop.",
            train_without_stopping_early,
        ),
        Mistake(
            "The loop needs two ends. One is a pass without mistakes: does yours stop there, and "
            "do its corrections lead there? On data that no line separates no such pass comes, "
            "and only `max_epochs` ends the loop.",
            never_ends,
            by="slow",
        ),
        Mistake(
            "Random numbers are used. Start from zeros, and take the rows in order, without "
            "shuffling.",
            shuffled,
            by="random",
        ),
    ],
    invariants=[
        Invariant(
            "Where all targets are 0 the weights must end as they began, at zero: from zeros every "
            "answer is 0, and right. Do yours start from zeros, the bias too, and does a row "
            "that is answered right change nothing?",
            begins_at_zero,
        ),
        Invariant(
            "n_mistakes is larger than the number of rows that max_epochs passes can show. Is "
            "max_epochs used, and not a number of passes of your own? And does a mistake count 1?",
            counts_no_more_than_was_shown,
        ),
        Invariant(
            "Your weights answer all rows right, but they are not those that this recipe finds. "
            "Start from zeros, take the rows in order, without shuffling, correct by lr after each "
            "row that is answered wrong, and stop after a whole pass without a mistake.",
            ends_where_the_rule_does,
        ),
    ],
    alternatives=[
        train_by_index,
        train_with_the_bias_inside,
        train_with_a_list_of_corrections,
    ],
)

EXERCISE = "01"
TASKS = [LINEAR, HEAVISIDE, PERCEPTRON_UPDATE, TRAIN_PERCEPTRON]
