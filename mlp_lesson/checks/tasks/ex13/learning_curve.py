"""A training that looks at the test set after each epoch, with another network than it trains."""

import numpy as np

from ....activations import sigmoid, softmax
from ...engine.slips import slips
from ...engine.task import Case, Task


def learning_curve(X, Y, X_test, y_test, units, lr, epochs, rng):
    """Train a layer of tanh units below a softmax, and measure it on other rows after each epoch.

    X is (n, d), Y is (n, k), one-hot; X_test is (m, d), y_test is (m,), the classes as numbers.
    Returns the training losses (epochs,), each before its step; the shares of the test rows that
    are classified right (epochs,), each after the step; and the test rows' probabilities (m, k)
    after the last step.
    """
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def cases(rng):
    def rows(n, d, k):
        y = rng.integers(0, k, n)
        return rng.normal(0, 1, (n, d)) + 2 * np.eye(k, d)[y], y

    def training(n, m, d, k, units, lr, epochs):
        (X, y), (X_test, y_test) = rows(n, d, k), rows(m, d, k)
        seed = rng.integers(1 << 30)
        return X, np.eye(k)[y], X_test, y_test, units, lr, epochs, np.random.default_rng(seed)

    return [
        Case(training(4, 3, 2, 2, 2, 0.5, 1), "one epoch"),
        Case(training(20, 30, 3, 3, 4, 0.5, 5), "3 classes, 5 epochs"),
        Case(training(30, 30, 4, 4, 4, 0.3, 4), "4 inputs, units and classes"),
        Case(training(12, 40, 5, 2, 8, 1.0, 6), "2 classes, 8 units"),
        Case(training(40, 1, 3, 5, 6, 1.0, 3), "one row to test"),
    ]


SLIPS = slips(
    learning_curve,
    """
    sigmoid-in-test: A_test = np.tanh(X_test @ W1 + b1) -> A_test = sigmoid(X_test @ W1 + b1)
        Tested on the very rows that it learns from, its loss falls to 0.006, and of these rows only
        a share of 0.33 is right: no more than by guessing. A loss like that is only possible if
        nearly every row is right. What is done twice here, and not alike?
    sigmoid-in-both: A_test = np.tanh(X_test @ W1 + b1) -> A_test = sigmoid(X_test @ W1 + b1)
    and: A = np.tanh(X @ W1 + b1) -> A = sigmoid(X @ W1 + b1)
        Training and test use the same function now, but it is the wrong one of the two: the
        docstring promises tanh units, and 1 − A² is the slope of tanh.
    sigmoid-network: A_test = np.tanh(X_test @ W1 + b1) -> A_test = sigmoid(X_test @ W1 + b1)
    and: A = np.tanh(X @ W1 + b1) -> A = sigmoid(X @ W1 + b1)
    and: * (1 - A**2) -> * A * (1 - A)
        It is a sigmoid network now, in training and test alike. The docstring promises tanh units:
        the training was right.
    sigmoid-in-training: A = np.tanh(X @ W1 + b1) -> A = sigmoid(X @ W1 + b1)
        The two have been exchanged: the test uses tanh now, the training the sigmoid. The training
        was right.
    relu-in-test: A_test = np.tanh(X_test @ W1 + b1) -> A_test = np.maximum(0, X_test @ W1 + b1)
        The test uses ReLU now, the weights were trained for another activation.
    linear-in-test: A_test = np.tanh(X_test @ W1 + b1) -> A_test = X_test @ W1 + b1
        In the test the hidden layer has no activation now: the weights were trained with one.
    tanh-twice: A_test = np.tanh(X_test @ W1 + b1) -> A_test = np.tanh(np.tanh(X_test @ W1 + b1))
        In the test tanh is applied twice.
    tanh-on-sigmoid: np.tanh(X_test @ W1 + b1) -> np.tanh(sigmoid(X_test @ W1 + b1))
        In the test tanh is put on top of the sigmoid: it belongs in its place.
    shifted: A_test = np.tanh(X_test @ W1 + b1) -> A_test = 2 * sigmoid(X_test @ W1 + b1) - 1
        It runs from −1 to 1 now, as it should, but 2σ(z) − 1 is tanh(z/2): only half as steep.
    output-too: P_test = softmax(A_test @ W2 + b2) -> P_test = softmax(np.tanh(A_test @ W2 + b2))
        In the test the output gets a tanh below its softmax, which training has not.
    output-sigmoid: P_test = softmax(A_test @ W2 + b2) -> P_test = sigmoid(A_test @ W2 + b2)
        The test's output is a sigmoid: training has a softmax.
    no-softmax: P_test = softmax(A_test @ W2 + b2) -> P_test = A_test @ W2 + b2
        What comes out last are sums, not probabilities: the softmax has gone.
    wrong-axis: P_test.argmax(axis=1) -> P_test.argmax(axis=1)[::-1]
        The rows of the test are turned round before they are compared.
    before-the-step:
    - A_test = np.tanh(X_test @ W1 + b1)
    - P_test = softmax(A_test @ W2 + b2)
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    and:
    - delta2 = (P - Y) / len(X)
    + A_test = np.tanh(X_test @ W1 + b1)
    + P_test = softmax(A_test @ W2 + b2)
    + accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + delta2 = (P - Y) / len(X)
        The test uses the right function now. But it looks at the weights before each step, and the
        docstring says after it, as it was.
    bias-lost: A_test = np.tanh(X_test @ W1 + b1) -> A_test = np.tanh(X_test @ W1)
        In the test the hidden biases are missing.
    training-tested: A_test = np.tanh(X_test @ W1 + b1) -> A_test = A[: len(X_test)]
        The test looks at hidden outputs of training rows: the test rows are not used at all.
    more-epochs: A_test = np.tanh(X_test @ W1 + b1) -> A_test = sigmoid(X_test @ W1 + b1)
    and: in range(epochs) -> in range(10 * epochs)
        It trains ten times as long. Training was not the problem: its loss fell.
    percent: np.mean(P_test -> 100 * np.mean(P_test
        Shares are asked for, not percent.
    loss-after-step:
    - losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
    and:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + P = softmax(np.tanh(X @ W1 + b1) @ W2 + b2)
    + losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        The losses are those after each step now. The docstring says before it, as it was.
    new-w2-back:
    - delta1 = delta2 @ W2.T * (1 - A**2)
    - W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
    - W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
    + W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
    + delta1 = delta2 @ W2.T * (1 - A**2)
    + W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        In training the signal goes back through the new W2 now, changed before it was used.
    slope-of-sigmoid: * (1 - A**2) -> * A * (1 - A)
        The test is right now, but the slope in training is that of the sigmoid. The training was
        right: tanh has the slope 1 − A².
    mean-probability:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.mean(P_test[np.arange(len(y_test)), y_test]))
        The accuracy has become the mean probability of the true class. It is the share of rows
        whose largest probability is that of the true class, as it was.
    argmax-down: P_test.argmax(axis=1) -> P_test.argmax(axis=0)[y_test]
        The largest is looked for in each column, over the rows. Each row has one answer.
    training-rows:
    - A_test = np.tanh(X_test @ W1 + b1)
    + A_test = np.tanh(X @ W1 + b1)
    and: == y_test -> == Y.argmax(axis=1)
        It is measured on the rows it learns from. The test rows were the right ones.
    best-so-far: np.array(accuracies), P_test -> np.maximum.accumulate(accuracies), P_test
        The best accuracy so far is noted. It may fall again: that of each epoch is asked for.
    sigmoid-before-the-step:
    - A_test = np.tanh(X_test @ W1 + b1)
    - P_test = softmax(A_test @ W2 + b2)
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    and:
    - delta2 = (P - Y) / len(X)
    + P_test = softmax(sigmoid(X_test @ W1 + b1) @ W2 + b2)
    + accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + delta2 = (P - Y) / len(X)
        The test looks at the weights before each step now, where the docstring says after it. What
        was wrong with the test is still there.
    more-than-half:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.mean(P_test[np.arange(len(y_test)), y_test] > 0.5))
        A row counts as right only if its class has more than 0.5. With several classes the
        *largest* probability decides, as it did.
    share-of-errors: (P_test.argmax(axis=1) == y_test) -> (P_test.argmax(axis=1) != y_test)
        It is the share of wrong answers. That of the right ones is asked for, as it was.
    smallest-decides: P_test.argmax(axis=1) -> P_test.argmin(axis=1)
        The smallest probability decides: the largest did, and that was right.
    number-right:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.sum(P_test.argmax(axis=1) == y_test))
        The right answers are counted. Their share is asked for, as it was.
    b2-lost: P_test = softmax(A_test @ W2 + b2) -> P_test = softmax(A_test @ W2)
        In the test the biases of the output are missing.
    slope-in-test: np.tanh(X_test @ W1 + b1) -> 1 - np.tanh(X_test @ W1 + b1) ** 2
        In the test the slope of tanh stands where tanh itself should.
    tanh-of-double: np.tanh(X_test @ W1 + b1) -> np.tanh(2 * (X_test @ W1 + b1))
        In the test this is tanh(2z), twice as steep as in training.
    tanh-of-half: np.tanh(X_test @ W1 + b1) -> sigmoid(2 * (X_test @ W1 + b1))
        In the test this is σ(2z), from 0 to 1. tanh is twice that, minus 1.
    threshold-in-test: np.tanh(X_test @ W1 + b1) -> np.sign(X_test @ W1 + b1)
        In the test the hidden units are thresholds. The weights were trained with tanh.
    last-probabilities-of-training: np.array(accuracies), P_test -> np.array(accuracies), P
        The probabilities of the training rows are returned. Those of the test rows are asked for.
    test-shifted:
    - A_test = np.tanh(X_test @ W1 + b1)
    + A_test = np.tanh((X_test - X_test.mean(axis=0)) @ W1 + b1)
        The test rows are shifted by their mean. They come in as the training rows do.
    accuracy-of-training:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.mean(P.argmax(axis=1) == Y.argmax(axis=1)))
        The shares are those of the training rows. Those of the test rows are asked for, as it was.
    relu-everywhere: A_test = np.tanh(X_test @ W1 + b1) -> A_test = np.maximum(0, X_test @ W1 + b1)
    and: A = np.tanh(X @ W1 + b1) -> A = np.maximum(0, X @ W1 + b1)
    and: * (1 - A**2) -> * (A > 0)
        It is a ReLU network now. The docstring promises tanh units: the training was right.
    half-tanh: np.tanh(X_test @ W1 + b1) -> np.tanh(X_test @ W1 + b1) / 2
        In the test the outputs of the hidden units are halved.
    two-sigmoids: np.tanh(X_test @ W1 + b1) -> 2 * sigmoid(X_test @ W1 + b1)
        In the test this runs from 0 to 2. tanh runs from −1 to 1, and is twice as steep: not only
        the 1 is missing.
    sigmoid-moved-down: np.tanh(X_test @ W1 + b1) -> sigmoid(X_test @ W1 + b1) - 0.5
        In the test the sigmoid is moved down by a half: it runs from −1/2 to 1/2. Training has
        tanh.
    ramp-in-test: np.tanh(X_test @ W1 + b1) -> np.clip(X_test @ W1 + b1, -1, 1)
        In the test the hidden units are ramps, cut at −1 and 1. The weights were trained with tanh.
    arctangent-in-test: np.tanh(X_test @ W1 + b1) -> np.arctan(X_test @ W1 + b1)
        In the test the hidden units take the arctangent. The weights were trained with tanh.
    b2-twice: P_test = softmax(A_test @ W2 + b2) -> P_test = softmax(A_test @ W2 + 2 * b2)
        In the test the biases of the output are added twice.
    softmax-twice: P_test = softmax(A_test @ W2 + b2) -> P_test = softmax(softmax(A_test @ W2 + b2))
        In the test the softmax is taken twice.
    drawn-in-another-order:
    - W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    - W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    + W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    + W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        W2 is drawn before W1 now, so both start with other numbers. The draws were right as they
        were.
    drawn-smaller: W1, b1 = rng.normal(0, 1, -> W1, b1 = rng.normal(0, X.shape[1] ** -0.5,
        W1 is drawn smaller now, divided by the root of the number of inputs. The draws were right
        as they were.
    both-drawn-smaller: W1, b1 = rng.normal(0, 1, -> W1, b1 = rng.normal(0, X.shape[1] ** -0.5,
    and: W2, b2 = rng.normal(0, 1, -> W2, b2 = rng.normal(0, units**-0.5,
        The weights are drawn smaller now, divided by the root of the number of inputs. The draws
        were right as they were.
    best-epoch-returned:
    - accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    + best = P_test if accuracies[-1] > max(accuracies[:-1], default=-1) else best
    and: np.array(accuracies), P_test -> np.array(accuracies), best
        The probabilities are those of the epoch that was best on the test rows. The docstring says
        after the last step, and the test is not to choose.
    """,
    sigmoid=sigmoid,
)

TASK = Task(
    "learning_curve",
    points=2,
    handed_out="sigmoid-in-test",
    lesson="02",
    taught_in="In general",
    reference=learning_curve,
    cases=cases,
    mistakes=SLIPS,
    parts=("losses", "accuracies", "P_test"),
    hints=(
        "Two numbers contradict each other, the loss and the share. Test on the training rows: "
        "then both speak of the same rows, and one of the two must be computed wrongly.",
        "Test on the training rows with lr = 0, for one epoch. Then P and P_test should be equal. "
        "Print the two, then what they are made of.",
        "The way from the inputs to the probabilities stands in the program twice. Write the two "
        "ways below each other and compare them word by word.",
    ),
)
