"""One correction: what the perceptron learns from one example."""

import numpy as np

from ....activations import heaviside, sigmoid
from ...engine.compare import same
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Task
from ._shared import has_parts, w_first


def perceptron_update(w, b, x, target, lr):
    """w + η(t - ŷ)x, b + η(t - ŷ), with ŷ = H(w·x + b): new (w, b) after one example x (d,)."""
    error = target - heaviside(w @ x + b)  # +1, 0 or -1
    return w + lr * error * x, b + lr * error


def cases(rng):
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
        Case((np.array([1.0, 1]), -0.2, np.array([1.0, -0.5]), 1, 1.0), "z = 0.3, target 1: right"),
        Case((np.array([2.0, 1]), -0.5, np.array([1.0, -1]), 1, 1.0), "inputs of sum 0: right"),
    ]


SLIPS = slips(
    perceptron_update,
    """
    sign: target - heaviside(w @ x + b) -> heaviside(w @ x + b) - target
        The sign is wrong: the sum moves away from the target. The error is target minus answer,
        and the correction is added.
    sum-for-answer: heaviside(w @ x + b) -> (w @ x + b)
        The error is taken from the sum z. The perceptron compares its *answer*, 0 or 1, with
        the target: put z through the threshold first.
    sigmoid: heaviside(w @ x + b) -> sigmoid(w @ x + b)
        The answer is a sigmoid here. The perceptron compares the hard answer, 0 or 1, with the
        target.
    one-at-zero: heaviside(w @ x + b) -> (w @ x + b >= 0)
        At z = 0 the answer counts as 1, and should be 0: H(z) is 1 only where z > 0.
    bias-not-in-sum: w @ x + b -> w @ x
        The bias is left out of the sum, so that the answer is not the neuron's. Only then
        compare it with the target.
    bias-subtracted-in-sum: w @ x + b -> w @ x - b
        The bias is subtracted in the sum. It is added: z = w·x + b.
    bias-in-inputs: w @ x + b -> w @ (x + b)
        The bias is added to every input, x + b, and so multiplied with the weights. Add it to
        the finished sum: z = w·x + b.
    bias-in-weights: w @ x + b -> (w + b) @ x
        The bias is added to every weight, w + b, and so multiplied with the inputs. Add it to
        the finished sum: z = w·x + b.
    bias-for-each-input: w @ x + b -> w @ x + b * len(x)
        In the sum the bias is counted once for every input. Add it once: z = w·x + b.
    threshold-at-half: w @ x + b -> w @ x + b - 0.5
        The sum is compared with 1/2. The threshold lies at 0.
    answer-minus-one: heaviside(w @ x + b) -> np.where(w @ x + b > 0, 1, -1)
        The answers are +1 and -1, but the targets 0 and 1. Take 0 and 1 for both.
    zero-never-wrong:
    - error = target - heaviside(w @ x + b)
    + z = w @ x + b
    + error = (z < 0) * target - (z > 0) * (1 - target)
        A sum of exactly 0 is never corrected. It means answer 0, and with target 1 that is a
        mistake: ask for z > 0 or not, nothing else.
    not-summed: w @ x + b -> w * x + b
        `w * x` multiplies, but does not add up: so there is an answer for each input, and b
        becomes a vector. The neuron has one sum: `w @ x`.
    not-summed-but-in-bias: w @ x + b -> w * x + b
    and: b + lr * error -> b + lr * error.sum()
        `w * x` multiplies, but does not add up: so each weight is corrected by an answer of its
        own. The neuron has one sum, and one answer: `w @ x`.
    brackets-missing:
    - error = target - heaviside(w @ x + b)
    - return w + lr * error * x, b + lr * error
    + answer = heaviside(w @ x + b)
    + return w + lr * target - answer * x, b + lr * target - answer
        Brackets are missing: the correction is lr * (target - answer) * x. In yours lr
        multiplies the target alone, and x the answer alone.
    brackets-missing-in-weights:
    - error = target - heaviside(w @ x + b)
    - return w + lr * error * x, b + lr * error
    + answer = heaviside(w @ x + b)
    + return w + lr * target - answer * x, b + lr * (target - answer)
        Brackets are missing in the weights: their correction is lr * (target - answer) * x. In
        yours lr multiplies the target alone, and x the answer alone. The bias is right.
    lr-on-target-only:
    - error = target - heaviside(w @ x + b)
    - return w + lr * error * x, b + lr * error
    + error = lr * target - heaviside(w @ x + b)
    + return w + error * x, b + error
        Brackets are missing: the error is (target - answer), and lr multiplies the whole of it.
        In yours it multiplies the target alone.
    nothing-changes: = w, b
        Nothing ever changes: w and b come back as they came in. Is an `if` the wrong way round,
        or is what was computed not what is returned?
    answer-is-sign: heaviside(w @ x + b) -> np.sign(w @ x + b)
        The answer is the sign of z, -1 or +1. Here the answers are 0 and 1, as the targets are.
    weights-by-themselves: w + lr * error * x -> w + lr * error * w
        The weights are corrected by the weights themselves. The factor beside the error is the
        input x.
    bias-by-itself: b + lr * error -> b + lr * error * b
        The bias is corrected in proportion to itself. Its input is always 1, so its correction
        is lr times the error alone.
    divided-by-lr: = w + error * x / lr, b + error / lr
        The correction is divided by the learning rate. Multiply: a larger rate makes larger
        corrections.
    bias-never: b + lr * error -> b
        The bias never moves. It learns like a weight whose input is always 1.
    weights-never: w + lr * error * x -> w
        The weights never move: only the bias is corrected.
    x-missing: w + lr * error * x -> w + lr * error
        All weights get the same correction. Each one moves in proportion to its own input: the
        factor x is missing.
    sum-of-inputs: w + lr * error * x -> w + lr * error * x.sum()
        The weights move by the sum of all inputs. Each moves by its own input: multiply with x
        itself.
    mean-of-inputs: w + lr * error * x -> w + lr * error * x.mean()
        The weights move by the mean of all inputs. Each moves by its own input: multiply with x
        itself.
    repeated:
    - error = target - heaviside(w @ x + b)
    - return w + lr * error * x, b + lr * error
    + while heaviside(w @ x + b) != target:
    +     error = target - heaviside(w @ x + b)
    +     w, b = w + lr * error * x, b + lr * error
    + return w, b
        The correction is repeated until the answer is right. Correct once, then return.
    plus-for-times: w + lr * error * x -> w + lr * error + x
        The inputs are added beside the error. They multiply it: lr times error times x.
    first-weight-skipped:
    - return w + lr * error * x, b + lr * error
    + new = w.astype(float)
    + for j in range(1, len(w)):
    +     new[j] = w[j] + lr * error * x[j]
    + return new, b + lr * error
        The first weight is never corrected: count the inputs from 0.
    last-weight-skipped:
    - return w + lr * error * x, b + lr * error
    + new = w.astype(float)
    + for j in range(len(w) - 1):
    +     new[j] = w[j] + lr * error * x[j]
    + return new, b + lr * error
        The last weight is never corrected: a loop or a slice ends one too soon.
    weights-sign: w + lr * error * x -> w - lr * error * x
        The weights are corrected with the wrong sign: minus where the bias has plus. The error
        is target minus answer, and the correction is added.
    bias-for-each-weight: b + lr * error -> b + lr * error * len(w)
        The bias is corrected once for every weight: perhaps its line stands in the loop over the
        weights. Correct it once.
    bias-by-inputs: b + lr * error -> b + lr * error * x
        The bias is corrected by the inputs, and comes out as a vector. Its input is always 1,
        so its correction is lr times the error alone.
    bias-by-sum-of-inputs: b + lr * error -> b + lr * error * x.sum()
        The bias is corrected by the sum of the inputs. Its own input is always 1, so its
        correction is lr times the error alone.
    bias-sign: b + lr * error -> b - lr * error
        The bias is corrected with the wrong sign: minus where the weights have plus. (Minus is
        right for a threshold that is subtracted; a bias is added.)
    lr-missing: = w + error * x, b + error
        The learning rate is not used: the correction is lr times the error times the input.
    step-doubled: = w + 2 * lr * error * x, b + 2 * lr * error
        Every correction is twice as large as it should be. (With targets and answers -1 and +1
        their difference is 2: take 0 and 1.)
    own-lr: = w + 0.1 * error * x, b + 0.1 * error
        The argument lr is not used: a learning rate of 0.1 is built in.
    lr-missing-in-weights: w + lr * error * x -> w + error * x
        The learning rate is missing in the correction of the weights.
    lr-missing-in-bias: b + lr * error -> b + error
        The learning rate is missing in the correction of the bias.
    target-for-error: target - heaviside(w @ x + b) -> target
        Right answers change the weights too: where the target is 1 the inputs are added whether
        the answer was wrong or not (and nothing is ever subtracted). Use the error, target
        minus answer, in place of the target.
    signed-target-for-error: target - heaviside(w @ x + b) -> 2 * target - 1
        Right answers change the weights too: add or subtract only where the answer differs from
        the target.
    only-target-1: target - heaviside(w @ x + b) -> max(target - heaviside(w @ x + b), 0)
        Only the mistakes with target 1 are corrected. Where the answer is 1 and should be 0 the
        error is -1: subtract. (The rule for targets -1 and +1, lr times target times x, never
        learns from a target 0.)
    only-target-0: target - heaviside(w @ x + b) -> min(target - heaviside(w @ x + b), 0)
        Only the mistakes with target 0 are corrected. Where the answer is 0 and should be 1 the
        error is +1: add.
    sign-lost: target - heaviside(w @ x + b) -> abs(target - heaviside(w @ x + b))
        The inputs are always added, also where the answer was too large: the sign of the error
        is lost (absolute value, square, or an `if` that only adds).
    replaced: = lr * error * x, lr * error
        The correction takes the place of the old value. It is added to it.
    bias-after-weights:
    - return w + lr * error * x, b + lr * error
    + w = w + lr * error * x
    + return w, b + lr * (target - heaviside(w @ x + b))
        The bias is corrected with an error that was computed anew, after the weights had moved.
        Compute the error once, then move both.
    targets-of-both-signs:
    - error = target - heaviside(w @ x + b)
    + t = 2 * target - 1
    + error = t if t * (w @ x + b) <= 0 else 0
        A sum of exactly 0 counts as a mistake for both targets, as in the rule for -1 and +1.
        Here z = 0 means answer 0, which is right for target 0.
    in-place:
    - return w + lr * error * x, b + lr * error
    + w += lr * error * x
    + return w, b + lr * error
        The argument `w` is changed: `w += ...` writes into the caller's array (and fails where
        that holds integers). Write `w = w + ...`.
    in-place-and-cut:
    - return w + lr * error * x, b + lr * error
    + w[:] = w + lr * error * x
    + return w, b + lr * error
        The argument `w` is changed: writing into `w[...]` changes the caller's array, and cuts
        fractions where it holds integers. Make a new array: `w + ...`.
    copied-as-integers:
    - return w + lr * error * x, b + lr * error
    + new = w.copy()
    + new += lr * error * x
    + return new, b + lr * error
        Where w holds integers its copy does too, and `+=` cannot add fractions to it. Write
        `w + ...`, or copy with `w.astype(float)`.
    cut-to-integers: w + lr * error * x -> (w + lr * error * x).astype(w.dtype)
        Where w holds integers the new weights are cut to integers. Corrections are fractions:
        let the result be floats.
    """,
    np=np,
    sigmoid=sigmoid,
)


def right_answers_change_nothing(args, value):
    if not has_parts(args, value, 2):
        return True  # another form: that is said elsewhere
    w, b, x, target, _ = args
    return heaviside(w @ x + b) != target or same(list(value), [w, b])


TASK = Task(
    "perceptron_update",
    points=2,
    taught_in="Learning from mistakes",
    reference=perceptron_update,
    cases=cases,
    parts=("w", "b"),
    mistakes=SLIPS,
    invariants=[
        Invariant(
            "moved-though-right",
            "Where the answer is right, w and b must stay as they are. Yours move there: is the "
            "sum w·x + b, is its threshold compared with the target, and does only target minus "
            "answer move w and b?",
            right_answers_change_nothing,
        ),
        Invariant("exchanged", "w and b are exchanged: return (w, b), in this order.", w_first),
    ],
    hints=(
        "First find out what the neuron answers to x. Then compare: what values can target minus "
        "answer have, and what does each of them mean?",
        "Target minus answer is +1, 0 or -1. As a factor it adds, leaves alone, or subtracts: no "
        "`if` is needed.",
        "Compute the error once. Add lr times error times x to the weights, and lr times error to "
        "the bias (its input is always 1). Write `w + ...`; `w += ...` would change the caller's "
        "array.",
    ),
)
