"""The threshold: 0 or 1 for every entry."""

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Task


def heaviside(z):
    """H(z) = 1 where z > 0, else 0, for every entry of z."""
    return np.where(z > 0, 1, 0)


def cases(rng):
    return [
        Case((np.array([-2.0, 1.5, 3.0, -0.5]),), "a vector"),
        Case((np.array([0.3, -0.7, 0.6, -0.2, 0.9]),), "between -1 and 1"),
        Case((np.array([1.0, 0.0, -1.0]),), "with a 0 in it"),
        Case((rng.normal(size=(3, 2)),), "a table"),
        Case((np.array([3, -2, 0, 1]),), "integers"),
        Case((np.array([-4.0]),), "one entry"),
        Case((np.array([1e-12, -1e-12, 3e-9, -2e-9]),), "very close to 0"),
    ]


SLIPS = slips(
    heaviside,
    """
    one-at-zero: z > 0 -> z >= 0
        At exactly 0 the answer is 1, and should be 0: this course takes `>`, not `>=`.
    half-at-zero: = np.heaviside(z, 0.5)
        At exactly 0 the answer is 1/2, a convention of other fields. Here it is 0.
    exchanged: 1, 0 -> 0, 1
        The two answers are exchanged: 1 belongs to z > 0.
    wrong-way: z > 0 -> z < 0
        The answer is 1 for negative z: the comparison points the wrong way.
    sign: = np.sign(z)
        That is the sign of z: -1 below 0. A threshold unit of this course answers 0 there.
    plus-minus-one: 1, 0 -> 1, -1
        The answers are +1 and -1. That is another convention; here they are 1 and 0.
    plus-minus-one-at-zero: = np.where(z >= 0, 1, -1)
        Two things: below 0 the answer is -1, and at exactly 0 it is 1. Both should be 0.
    threshold-at-half: z > 0 -> z > 0.5
        The threshold lies at 1/2 (or the numbers are rounded). It lies at 0.
    threshold-at-one: z > 0 -> z >= 1
        Only from 1 on is the answer 1: is the threshold 1, or are the numbers cut to whole ones
        before they are compared? The threshold lies at 0.
    tolerance: z > 0 -> z > 1e-8
        Small numbers above 0 are answered with 0: is there a tolerance? The threshold is 0 itself.
    rounded: = np.round(z)
        The numbers are rounded to whole ones. The answer is 1 for every z above 0.
    truth-of-number: = z.astype(bool).astype(int)
        The answer is 1 wherever z is not 0, below 0 as well: the sign of z is lost (in True or
        False, or in an absolute value). Ask whether z itself is above 0.
    places: = np.where(z > 0)[0]
        The places where z > 0 come back (`np.where` with the condition alone). Asked for is a 0
        or a 1 for every entry.
    tuple-of-places: = np.where(z > 0)
        A tuple comes back, of the places where z > 0: `np.where` with the condition alone. Say
        also what to put there and elsewhere, `np.where(condition, a, b)`.
    texts: 1, 0 -> "1", "0"
        The answers are texts, '1' and '0'. Leave the quotation marks out: numbers are asked for.
    one-number-of-many: = int(z > 0)
        `int(...)` and `float(...)` make one number of one value, and z has many. For a whole
        array use `np.where`, or `.astype(int)`.
    loop-over-rows: = np.array([1 if value > 0 else 0 for value in z])
        A loop over a table gives its rows, not its numbers, and a row has no single truth. Ask
        for all entries at once, with `np.where`.
    flat: = np.array([1 if value > 0 else 0 for value in z.ravel()])
        The answers are right, but the shape of z is lost: they come as one flat row. Give them
        z's own shape, as `np.where` does.
    first-skipped:
    - return np.where(z > 0, 1, 0)
    + steps = np.zeros(z.size)
    + for i in range(1, z.size):
    +     steps[i] = 1 if z.flat[i] > 0 else 0
    + return steps.reshape(z.shape)
        The first entry is never looked at: entries are counted from 0.
    last-skipped:
    - return np.where(z > 0, 1, 0)
    + steps = np.zeros(z.size)
    + for i in range(z.size - 1):
    +     steps[i] = 1 if z.flat[i] > 0 else 0
    + return steps.reshape(z.shape)
        The last entry is never looked at: the loop ends one too soon.
    picked-out: = z[z > 0]
        `z[z > 0]` picks out the entries above 0 and drops the others. Asked for is a 0 or a 1
        for every entry.
    counted: = np.sum(z > 0)
        The entries above 0 are counted. Asked for is a 0 or a 1 for every entry.
    relu: = np.maximum(z, 0)
        That is max(0, z), a ReLU. Above 0 the answer is 1, however large z is.
    ramp: = np.clip(z, 0, 1)
        Between 0 and 1 the number is passed on: that is a ramp. A threshold jumps straight to 1.
    sigmoid: = sigmoid(z)
        That is a sigmoid, a soft step. The threshold is hard: 0 or 1, nothing between.
    tanh: = np.tanh(z)
        That is tanh, a soft step from -1 to 1. The threshold is hard: 0 or 1, nothing between.
    division: = (z / np.abs(z) + 1) / 2
        At exactly 0 something is divided by 0, and NaN comes out. No division is needed: compare
        z with 0.
    hard-sigmoid: = np.clip(z + 0.5, 0, 1)
        Around 0 the answer climbs from 0 to 1: that is a ramp. A threshold jumps.
    softplus: = np.log1p(np.exp(z))
        That is softplus, a soft ReLU. Above 0 the answer is 1, elsewhere 0.
    absolute: = np.abs(z)
        That is the size of z. The answer is 1 where z is above 0, and 0 elsewhere.
    negatives-kept: 1, 0 -> 1, z
        Below 0 the number itself is passed on. The answer there is 0.
    where-order: 1, 0 -> z, 1
        Above 0 the number itself is kept and below it becomes 1, or the like: look at the order
        of the arguments in `np.where(condition, if true, if false)`.
    if-on-array:
    - return np.where(z > 0, 1, 0)
    + if z > 0:
    +     return 1
    + return 0
        `if z > 0`, like Python's `max`, wants one truth, but an array has many. Ask for all
        entries at once: `np.where`, or a comparison whose result you turn into numbers.
    return-in-loop: = 1 if z.flat[0] > 0 else 0
        Only the first entry is answered: is `return` indented into the loop? Each entry gets an
        answer of its own.
    any: = 1 if (z > 0).any() else 0
        One answer is given for the whole array. Each entry gets its own.
    all: = 1 if (z > 0).all() else 0
        One answer is given for the whole array (it asks whether all are above 0). Each entry
        gets its own.
    in-place:
    - return np.where(z > 0, 1, 0)
    + z[z > 0] = 1
    + z[z <= 0] = 0
    + return z
        The argument `z` is changed: `z[z > 0] = 1` writes into the caller's array. Make a new
        one.
    in-place-one-at-zero:
    - return np.where(z > 0, 1, 0)
    + z[z >= 0] = 1
    + z[z < 0] = 0
    + return z
        Two things: the argument `z` is changed (make a new array), and at exactly 0 the answer is
        1 where it should be 0 (`>`, not `>=`).
    """,
    sigmoid=sigmoid,
)

TASK = Task(
    "heaviside",
    points=1,
    taught_in="A weighted sum",
    reference=heaviside,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "`z > 0` asks all entries at once. What does it give back?",
        "It gives an array of True and False. Python counts them as 1 and 0, so they would do; "
        "with numbers in their place it reads better. An `if` cannot choose them: it wants a "
        "single truth.",
        "`np.where(condition, a, b)` takes a where the condition is true, and b elsewhere.",
    ),
)
