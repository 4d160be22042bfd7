"""The probabilities of any classifier of scikit-learn's kind, from its arrays alone."""

import numpy as np

from ....activations import relu, sigmoid, softmax, tanh
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import layers


def predict_proba_by_hand(X, coefs, intercepts):
    """A = ReLU(A W + b) in each hidden layer; P = softmax(Z), with one output (1 - σ(z), σ(z))."""
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1], strict=True):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        p = sigmoid(Z)
        return np.hstack([1 - p, p])
    return softmax(Z)


def cases(rng):
    def network(n, sizes, note, scale=1.0, **more):
        coefs, intercepts = layers(rng, sizes)
        return Case((scale * rng.normal(size=(n, sizes[0])), coefs, intercepts), note, **more)

    whole = np.array([[1, 0, -2], [3, -1, 1]])
    far = np.array([[1000.0], [-1000.0], [2.0]])
    tables = [np.array([[1, -1], [2, 0], [-1, 1]]), np.array([[1, 0, -1], [-2, 1, 1]])]
    return [
        network(4, (3, 5, 4, 3), "two hidden layers, 3 classes"),
        network(5, (4, 6, 1), "one output: two classes"),
        network(1, (3, 4, 4), "one row"),
        network(6, (2, 3), "no hidden layer, 3 classes"),
        network(3, (5, 1), "no hidden layer, two classes"),
        network(4, (4, 4, 4, 4), "square tables"),
        network(3, (2, 5, 3, 4, 2), "three hidden layers, 2 columns at the end"),
        network(3, (3, 4, 3), "extreme values", scale=400.0),
        Case((whole, tables, [np.array([1, 0]), np.array([0, 1, -1])]), "integers"),
        Case((far, [np.array([[1.0]])], [np.zeros(1)]), "extreme values, two classes"),
        network(2000, (100, 80, 60, 10), "2,000 rows, 100-80-60-10", scale=0.1, speed=True),
    ]


SLIPS = slips(
    predict_proba_by_hand,
    """
    softmax-of-one: if Z.shape[1] == 1: -> if Z.shape[1] == 0:
        With one output the softmax is 1 for every row, whatever Z is. One number for two classes
        goes through the sigmoid.
    one-column: return np.hstack([1 - p, p]) -> return p
        With one output only the probability of class 1 comes back. There are two classes, so two
        columns: class 0 first.
    classes-exchanged: [1 - p, p] -> [p, 1 - p]
        With one output the columns are exchanged: sigma(z) is the probability of class 1, the
        second column.
    flat-for-two: return np.hstack([1 - p, p]) -> return np.concatenate([1 - p, p]).ravel()
        With one output both columns are strung into one row of numbers: side by side they must
        stand, `(n, 2)`.
    p-twice: [1 - p, p] -> [p, p]
        With one output both columns are the same: they must add up to 1.
    relu-at-the-end: Z = A @ coefs[-1] + intercepts[-1] -> Z = relu(A @ coefs[-1] + intercepts[-1])
        The last layer goes through ReLU as well: its sums go straight into softmax or sigmoid.
    logits: return softmax(Z) -> return Z
        The last sums come back as they are: they are logits, and become probabilities by softmax.
    no-hidden-f: relu(A @ W + b) -> A @ W + b
        The hidden layers have no activation: put ReLU around each hidden sum.
    sigmoid-hidden: relu(A @ W + b) -> sigmoid(A @ W + b)
        The hidden layers use the sigmoid. These networks have ReLU there.
    tanh-hidden: relu(A @ W + b) -> tanh(A @ W + b)
        The hidden layers use tanh. These networks have ReLU there.
    sigmoids-for-many: return softmax(Z) -> return sigmoid(Z)
        Each class has a sigmoid of its own, so a row does not add up to 1. More than one column:
        softmax.
    exp-unshifted: return softmax(Z) -> return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
        `np.exp` overflows for large sums. Use `softmax`, which shifts them first.
    softmax-of-all: return softmax(Z) -> return np.exp(Z - Z.max()) / np.exp(Z - Z.max()).sum()
        The whole table adds up to 1. Each *row* must.
    softmax-down: return softmax(Z) -> return softmax(Z.T).T
        The columns add up to 1. Rows are samples: each row must.
    labels: return softmax(Z) -> return Z.argmax(axis=1)
    and: return np.hstack([1 - p, p]) -> return Z.argmax(axis=1)
        The likeliest class comes back. The probabilities of all of them are asked for.
    bias-missing: A @ W + b) -> A @ W)
        The biases of the hidden layers are missing.
    last-bias-missing: coefs[-1] + intercepts[-1] -> coefs[-1]
        The bias of the last layer is missing.
    all-biases-missing: A @ W + b) -> A @ W)
    and: coefs[-1] + intercepts[-1] -> coefs[-1]
        No bias is used anywhere: each layer adds its own, from `intercepts`.
    last-left-out: return softmax(Z) -> return softmax(A)
        The last layer is left out: the softmax is taken of the hidden units.
    first-only: coefs[:-1], intercepts[:-1] -> coefs[:-1][:1], intercepts[:-1][:1]
        Only one hidden layer is used: there may be several, or none.
    reads-x: relu(A @ W + b) -> relu(X @ W + b)
        Every layer reads X. A layer reads what the layer before it put out.
    transposed: A @ W + b -> A @ W.T + b
        W is transposed. Its rows are the inputs already, so `A @ W` fits.
    always-two: return softmax(Z) -> return softmax(Z)[:, :2]
        Only two columns come back: a column for each class.
    half: p = sigmoid(Z) -> p = (Z > 0).astype(float)
        With one output only 0 and 1 come back: the sigmoid says how sure it is.
    bias-first: relu(A @ W + b) -> relu(A @ W) + b
        The bias is added after ReLU. It belongs to the sum: ReLU(A W + b).
    ratio-of-exps: p = sigmoid(Z) -> p = np.exp(Z) / (1 + np.exp(Z))
        With one output `np.exp` overflows for large sums, and inf / inf is not a number. Use
        `sigmoid`, which does not.
    logit-twice: p = sigmoid(Z) -> p = sigmoid(2 * Z)
        With one output the logit counts twice: the softmax of -z and z is the sigmoid of 2z. That
        of 0 and z is the sigmoid of z.
    relu-of-x: A = X -> A = relu(X)
        The inputs go through ReLU as well: it comes after the sum of a hidden layer, not before.
    shares-of-sums: return softmax(Z) -> return Z / Z.sum(axis=1, keepdims=True)
        The sums are divided by their total, so some of them are negative. Softmax first takes
        e to the power of each.
    softmax-without-hidden: if Z.shape[1] == 1: -> if Z.shape[1] == 1 and len(coefs) > 1:
        Without a hidden layer one output goes through softmax, and 1 comes out. How many layers
        there are does not matter: one column means the sigmoid, and two columns in the result.
    sigmoids-divided: return softmax(Z) -> return sigmoid(Z) / sigmoid(Z).sum(axis=1, keepdims=True)
        Sigmoids are divided by their sum. The rows add up to 1, but softmax is another function: e
        to the power of each, divided by their sum.
    one-hot: return softmax(Z) -> return np.eye(Z.shape[1])[Z.argmax(axis=1)]
        The likeliest class gets 1 and all others 0: softmax says how sure the network is.
    last-hidden-linear: relu(A @ W + b) -> (A @ W + b if W is coefs[-2] else relu(A @ W + b))
        The last hidden layer has no ReLU: the loop ends, or its `if` turns, one layer too soon.
        Only the output layer, the last of the list, goes without.
    first-hidden-linear: relu(A @ W + b) -> (A @ W + b if W is coefs[0] else relu(A @ W + b))
        The first hidden layer has no ReLU: every layer but the last has one.
    shifted-by-one-maximum:
    - return softmax(Z)
    + e = np.exp(Z - Z.max())
    + return e / e.sum(axis=1, keepdims=True)
        The largest sum of the *whole table* is subtracted, and rows that lie far below become 0/0.
        Each row needs its own, or `softmax`, which does that.
    two-as-one: if Z.shape[1] == 1: -> if Z.shape[1] <= 2:
    and: p = sigmoid(Z) -> p = sigmoid(Z[:, -1:])
        Two outputs are treated as one: only a single column goes through the sigmoid. Two columns
        are two logits, for softmax.
    one-minus-z: p = sigmoid(Z) -> p = sigmoid(2 * Z - 1)
        With one output softmax is taken of 1 - z and z. Z is a logit, not a probability: 0 and z
        would do, or the sigmoid.
    abs-for-relu: relu(A @ W + b) -> np.abs(A @ W + b)
        The hidden layers take the absolute value. ReLU gives 0 for what is negative.
    leaky: relu(A @ W + b) -> np.maximum(A @ W + b, 0.01 * (A @ W + b))
        The hidden layers use leaky ReLU. ReLU gives exactly 0 for what is negative.
    tanh-for-two: p = sigmoid(Z) -> p = tanh(Z)
        With one output tanh stands for the sigmoid: it goes from -1 to 1, a probability from 0 to
        1.
    sizes-divided: return softmax(Z) -> return np.abs(Z) / np.abs(Z).sum(axis=1, keepdims=True)
        The sizes of the sums are divided by their total. Softmax first takes e to the power of
        each: a negative sum is a *small* probability.
    softmax-of-relu: return softmax(Z) -> return softmax(relu(Z))
        For several classes the last sums go through ReLU before softmax: they go straight into it.
    softmax-twice: return softmax(Z) -> return softmax(softmax(Z))
        Softmax is taken twice.
    softmax-of-minus: return softmax(Z) -> return softmax(-Z)
        Softmax is taken of minus the sums, so the least likely class gets the most.
    sums-clipped: return softmax(Z) -> return softmax(np.clip(Z, -500, 500))
        The sums are clipped (cut off), so that large ones count as equal. `softmax` takes them as
        they are.
    flat-p: return np.hstack([1 - p, p]) -> return p.ravel()
        With one output one number for each row comes back, the probability of class 1. There are
        two classes, so two columns: class 0 first.
    minus-p: [1 - p, p] -> [-p, p]
        With one output the first column is minus the second. Class 0 gets the rest: 1 - p.
    softmax-for-p: p = sigmoid(Z) -> p = softmax(Z)
        With one output p is a softmax of one number, which is always 1. One number for two classes
        goes through the sigmoid.
    softplus-hidden: relu(A @ W + b) -> np.logaddexp(0, A @ W + b)
        The hidden layers use softplus. These networks have ReLU there.
    step-hidden: relu(A @ W + b) -> (A @ W + b > 0)
        The hidden units are thresholds, 0 or 1. These networks have ReLU there: z itself where it
        is positive.
    negative-hidden: relu(A @ W + b) -> np.minimum(A @ W + b, 0)
        The hidden units keep what is negative (`minimum`). ReLU is max(0, z).
    elu-hidden: relu(A @ W + b) -> relu(A @ W + b) + np.expm1(np.minimum(A @ W + b, 0))
        The hidden layers use ELU. These networks have ReLU there.
    relu-before-sigmoid: p = sigmoid(Z) -> p = sigmoid(relu(Z))
        With one output ReLU comes before the sigmoid, so no probability is below 1/2. The sum goes
        straight into the sigmoid.
    logit-as-p: p = sigmoid(Z) -> p = Z
        With one output the sum itself is taken for the probability. It is a logit: `sigmoid` makes
        a probability of it.
    first-column-0: [1 - p, p] -> [0 * p, p]
        With one output the first column is 0. Class 0 gets the rest: 1 - p.
    two-from-the-first: if Z.shape[1] == 1: -> if Z.shape[1] <= 2:
    and: p = sigmoid(Z) -> p = sigmoid(Z[:, :1])
        Two outputs are treated as one, the first: only a single column goes through the sigmoid.
        Two columns are two logits, for softmax.
    only-first-hidden: relu(A @ W + b) -> (relu(A @ W + b) if W is coefs[0] else A @ W + b)
        Only the first hidden layer has ReLU: every layer but the last has one.
    only-last-hidden: relu(A @ W + b) -> (relu(A @ W + b) if W is coefs[-2] else A @ W + b)
        Only the last hidden layer has ReLU: every layer but the output layer has one.
    relu-without-hidden:
    - Z = A @ coefs[-1] + intercepts[-1]
    + Z = A @ coefs[-1] + intercepts[-1]
    + Z = Z if len(coefs) > 1 else relu(Z)
        Without a hidden layer the sums go through ReLU. The first layer is the last one there: its
        sums go straight into softmax or sigmoid.
    """,
    tanh=tanh,
)


def popped(X, coefs, intercepts):
    W, b = coefs.pop(), intercepts.pop()
    A = predict_hidden(X, coefs, intercepts)
    return predict_proba_by_hand(A, [W], [b])


def predict_hidden(X, coefs, intercepts):
    for W, b in zip(coefs, intercepts, strict=True):
        X = relu(X @ W + b)
    return X


OTHERS = [
    Mistake(
        "popped",
        "The lists are changed: `pop` takes the arrays away from the network. `coefs[-1]` reads "
        "the last, `coefs[:-1]` all before it.",
        popped,
    ),
]

TASK = Task(
    "predict_proba_by_hand",
    points=3,
    taught_in="Its probabilities, by hand",
    reference=predict_proba_by_hand,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="All sums of a layer are one matrix product: let `@` do the loops.",
    hints=(
        "Walk through the layers as the lesson does; but how many there are, the lists say. Which "
        "layer is different?",
        "All layers but the last: `zip(coefs[:-1], intercepts[:-1])`, each with ReLU. The last one "
        "gives sums Z. How many columns have they?",
        "More than one column: `softmax(Z)`. One column: p = `sigmoid(Z)` is the probability of "
        "class 1, and `np.hstack` sets 1 - p and p side by side.",
    ),
)
