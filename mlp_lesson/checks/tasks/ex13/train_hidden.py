"""Training a hidden layer: its error signal lacks the slope of the activation."""

import numpy as np

from ....activations import sigmoid, softmax
from ...engine.slips import slips
from ...engine.task import Case, Task


def train_hidden(X, Y, W1, b1, W2, b2, lr, steps):
    """Gradient descent on the mean cross-entropy of a network with one layer of sigmoid units.

    X is (n, d); Y is (n, k), one-hot. Starts from the given weights; returns W1, b1, W2, b2 after
    the steps, and the losses (steps,), each as it was before its step.
    """
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def cases(rng):
    def network(n, d, hidden, k, lr, steps):
        X, Y = rng.normal(0, 1, (n, d)), np.eye(k)[rng.integers(0, k, n)]
        W1, W2 = rng.normal(0, 1, (d, hidden)), rng.normal(0, 1, (hidden, k))
        return X, Y, W1, rng.normal(0, 1, hidden), W2, rng.normal(0, 1, k), lr, steps

    return [
        Case(network(5, 2, 3, 3, 0.5, 1), "one step"),
        Case(network(6, 3, 4, 2, 0.3, 4), "4 steps"),
        Case(network(8, 3, 3, 3, 0.2, 3), "3 inputs, 3 units, 3 classes"),
        Case(network(1, 2, 2, 4, 1.0, 2), "one row"),
        Case(network(20, 4, 6, 3, 1.0, 8), "20 rows, 8 steps"),
    ]


SLIPS = slips(
    train_hidden,
    """
    slope-missing: @ W2.T * A * (1 - A) -> @ W2.T
        The loss falls, and the gradients of W2 and b2 agree with finite differences. But those of
        W1 are 6.6, 4.4, 7.5 and 6.8 times as large: another factor for each hidden unit, and never
        below 4. What do W1 and b1 have on their way to the loss that W2 and b2 have not?
    slope-of-tanh: * A * (1 - A) -> * (1 - A**2)
        A slope is there now, but that of tanh. Which activation makes A here?
    slope-at-output: * A * (1 - A) -> * sigmoid(A) * (1 - sigmoid(A))
        The sigmoid is taken twice: A is its output already, and its slope can be told from A alone.
    one-factor: * A * (1 - A) -> * A
        Half of the slope is there: a unit that is near 1 is as flat as one that is near 0.
    other-factor: * A * (1 - A) -> * (1 - A)
        Half of the slope is there: a unit that is near 0 is as flat as one that is near 1.
    quarter: * A * (1 - A) -> / 4
        A quarter is the sigmoid's slope at 0 alone. It is another one for each unit and row.
    also-at-output: delta2 = (P - Y) / len(X) -> delta2 = (P - Y) * P * (1 - P) / len(X)
        The output's error signal was right: with softmax and cross-entropy it is P − Y, without a
        slope.
    only-at-output: delta2 = (P - Y) / len(X) -> delta2 = (P - Y) * P * (1 - P) / len(X)
    and: @ W2.T * A * (1 - A) -> @ W2.T
        The slope stands in the wrong layer: with softmax and cross-entropy the output needs none.
        The signal that goes back to the hidden layer still has none.
    weights-only: X.T @ delta1 -> X.T @ (delta1 * A * (1 - A))
    and: @ W2.T * A * (1 - A) -> @ W2.T
        W1 gets the slope now, b1 does not: both are made with the same error signal.
    slope-twice: X.T @ delta1 -> X.T @ (delta1 * A * (1 - A))
        For W1 the slope is taken twice, in the error signal and once more in its gradient.
    mean-dropped: delta2 = (P - Y) / len(X) -> delta2 = P - Y
        The output's error signal has lost its division by the number of rows, which was right: the
        loss is a mean.
    only-mean-dropped: delta2 = (P - Y) / len(X) -> delta2 = P - Y
    and: @ W2.T * A * (1 - A) -> @ W2.T
        The division by the number of rows was right: the loss is a mean. What is missing is
        missing further back, between the output and the hidden layer.
    new-weights:
    - delta1 = delta2 @ W2.T * A * (1 - A)
    - W2 = W2 - lr * A.T @ delta2
    + W2 = W2 - lr * A.T @ delta2
    + delta1 = delta2 @ W2.T * A * (1 - A)
        The signal goes back through the new W2 now, changed before it was used.
    z-for-a: * A * (1 - A) -> * (X @ W1 + b1) * (1 - (X @ W1 + b1))
        The form is right, but it is written in z, the sum before the sigmoid. z(1 − z) is no slope
        of anything here.
    slope-upside-down: * A * (1 - A) -> / (A * (1 - A))
        It is divided by the slope. A flat unit passes little back, not much.
    wrong-sign: * A * (1 - A) -> * A * (A - 1)
        The size of the slope is right, its sign is not: a sigmoid never falls.
    mean-slope: * A * (1 - A) -> * (A * (1 - A)).mean(axis=0)
        The slope is a mean over the rows. Each row has its own.
    divided-twice: * A * (1 - A) -> * A * (1 - A) / len(X)
        The slope is right now. But delta1 is divided by the number of rows once more: delta2 is
        already.
    slope-squared: * A * (1 - A) -> * (A * (1 - A)) ** 2
        The slope is taken twice on the way back, for W1 and b1 alike. Once is right.
    output-slope-instead: delta2 @ W2.T * A * (1 - A) -> (delta2 * P * (1 - P)) @ W2.T
        On the way back P (1 − P) has come in, a slope of the outputs: with softmax and
        cross-entropy they need none. It is the hidden units whose slope is missing.
    w2-spoilt: lr * A.T @ delta2 -> lr * (A * (1 - A)).T @ delta2
        delta1 is right now, but the slope has come into the step of W2 too, which was right: it
        takes the hidden outputs, A.
    tanh-slope-not-for-b1: @ W2.T * A * (1 - A) -> @ W2.T
    and: X.T @ delta1 -> X.T @ (delta1 * (1 - A**2))
        Two things: the slope in W1 is that of tanh, where sigmoid makes A; and b1 has none.
    slope-plus: * A * (1 - A) -> * A * (1 + A)
        The slope has the wrong sign inside: a unit near 1 is as flat as one near 0.
    slope-in-bias-only: @ W2.T * A * (1 - A) -> @ W2.T
    and: lr * delta1.sum(axis=0) -> lr * (delta1 * A * (1 - A)).sum(axis=0)
        b1 gets the slope now, W1 does not: both are made with the same error signal.
    tanh-for-bias-too: @ W2.T * A * (1 - A) -> @ W2.T * (1 - sigmoid(A) ** 2)
        1 − a² is the slope of tanh, and A is the output already: no activation is to be taken of it
        again.
    relu-slope-of-sum: * A * (1 - A) -> * (X @ W1 + b1 > 0)
        The slope is that of a ReLU, 1 or 0. These units are sigmoids.
    activation-again: * A * (1 - A) -> * sigmoid(A)
        The sigmoid itself is taken of A, where its slope is meant.
    without-bias: * A * (1 - A) -> * sigmoid(X @ W1) * (1 - sigmoid(X @ W1))
        The slope is that of the sums without b1: A holds the outputs already.
    b1-averaged: lr * delta1.sum(axis=0) -> lr * delta1.mean(axis=0)
        b1's step is divided by the number of rows once more: delta2 is already.
    b1-not-trained: b1 = b1 - lr * delta1.sum(axis=0) -> b1 = b1
        b1 is not trained any more.
    b2-averaged: lr * delta2.sum(axis=0) -> lr * delta2.mean(axis=0)
        b2's step was right: delta2 is divided by the number of rows already.
    errors-doubled: delta2 = (P - Y) / len(X) -> delta2 = 2 * (P - Y) / len(X)
        The error signal is doubled: the 2 is the squared error's.
    a-twice: * A * (1 - A) -> * A * A * (1 - A)
        A is taken twice. The slope of a sigmoid is a(1 − a).
    slope-doubled: * A * (1 - A) -> * 2 * A * (1 - A)
        The slope is doubled. That of a sigmoid is a(1 − a).
    slope-four-times: * A * (1 - A) -> * 4 * A * (1 - A)
        The slope is scaled so that its largest value is 1. That of a sigmoid is a(1 − a), a quarter
        at most.
    root-of-slope: * A * (1 - A) -> * np.sqrt(A * (1 - A))
        The root of the slope is taken. The slope itself is a(1 − a).
    slope-added: * A * (1 - A) -> + A * (1 - A)
        The slope is added. It is a factor.
    quarter-and-rows: * A * (1 - A) -> / 4 / len(X)
        A quarter is the sigmoid's slope at 0 alone, and delta2 is divided by the number of rows
        already.
    slope-after-product-w1: @ W2.T * A * (1 - A) -> @ W2.T
    and: X.T @ delta1 -> (X.T @ delta1) * (A * (1 - A)).mean(axis=0)
        In W1's step stands a mean slope, after the sum over the rows, and b1 has none. Each row has
        its own: it belongs into delta1.
    """,
)

TASK = Task(
    "train_hidden",
    points=2,
    handed_out="slope-missing",
    lesson="05",
    taught_in="A hidden neuron",
    reference=train_hidden,
    cases=cases,
    mistakes=SLIPS,
    parts=("W1", "b1", "W2", "b2", "losses"),
    hints=(
        "Take one step with a tiny lr and look at how far each weight has moved: divided by lr, "
        "that is the gradient the program uses. Compare it with finite differences of the loss.",
        "W2 and b2 are right, so delta2 is. Follow it one layer back, and name on paper what a "
        "hidden unit does between its sum and its output.",
        "Each function on the way contributes its derivative as a factor. From the loss to W1 "
        "there are: the output's part, W2, the hidden activation, X. Which is not in the code?",
    ),
)
