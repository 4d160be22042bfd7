"""Tags that may come together, and an output whose probabilities compete."""

import numpy as np

from ....activations import sigmoid, softmax
from ...engine.slips import slips
from ...engine.task import Case, Task


def fit_tags(X, Y, lr, steps):
    """Train one output for each tag; a row may have several tags, or none.

    X is (n, d); Y is (n, k), 1 where the row has the tag, else 0. The loss is the binary
    cross-entropy, summed over the tags, its mean over the rows. Returns the probabilities (n, k)
    after the last step, and the losses (steps,), each before its step.
    """
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def cases(rng):
    def rows(n, d, k, lr, steps):
        X = rng.normal(0, 1, (n, d))
        Y = (X @ rng.normal(0, 1, (d, k)) + rng.normal(0, 0.5, (n, k)) > 0).astype(int)
        Y[0] = 1
        Y[-1] = 0
        return X, Y, lr, steps

    return [
        Case(rows(4, 2, 3, 0.5, 2), "3 tags, 2 steps"),
        Case(rows(20, 3, 2, 0.3, 5), "2 tags, 5 steps"),
        Case(rows(12, 4, 4, 1.0, 4), "4 inputs, 4 tags"),
        Case(rows(3, 2, 1, 0.5, 3), "one tag"),
        Case(rows(30, 5, 6, 0.5, 1), "one step"),
    ]


SLIPS = slips(
    fit_tags,
    """
    softmax: return sigmoid(X @ W + b) -> return softmax(X @ W + b)
        The row with three tags ends with the probabilities 0.333, 0.333, 0.333, and so does the row
        with none. The loss falls from 2.048 to 0.904 and no further. Add up the
        probabilities of any row: what follows from that for a row with three tags?
    categorical: return sigmoid(X @ W + b) -> return softmax(X @ W + b)
    and: -np.log(np.where(Y == 1, P, 1 - P)) -> -np.log(P) * Y
        Loss and softmax fit each other now: that is the pair for rows with exactly one class each.
        Here a row may have three tags or none, and the docstring names its loss.
    categorical-loss: -np.log(np.where(Y == 1, P, 1 - P)) -> -np.log(P) * Y
        The loss has lost what it said of the tags that a row has not.
    targets-shared: return sigmoid(X @ W + b) -> return softmax(X @ W + b)
    and: delta = (P - Y) -> delta = (P - (Y.T / np.maximum(Y.sum(axis=1), 1)).T)
        The targets are shares of 1 now, so three tags of a row get a third each. Yes or no is asked
        of every tag for itself.
    scaled-up: return sigmoid(X @ W + b) -> return softmax(X @ W + b) * Y.shape[1]
        The probabilities of a row add up to the number of tags now, and some are above 1. They
        still compete.
    relative:
    - return sigmoid(X @ W + b)
    + P = softmax(X @ W + b)
    + return P / P.max(axis=1, keepdims=True)
        Each row's largest probability is made 1 now, even where a row has no tag. They still
        compete.
    softmax-of-columns: return sigmoid(X @ W + b) -> return softmax((X @ W + b).T).T
        Now the rows compete for each tag: every column adds up to 1. Nothing should add up to
        anything here.
    sigmoid-on-top: return sigmoid(X @ W + b) -> return sigmoid(softmax(X @ W + b))
        The sigmoid is put on top of the softmax, so all lies between 0.5 and 0.73. It belongs in
        its place.
    softmax-on-top: return sigmoid(X @ W + b) -> return softmax(sigmoid(X @ W + b))
        The softmax is put on top of the sigmoid, so the tags still compete. One of the two is too
        many.
    tanh-scaled: return sigmoid(X @ W + b) -> return (np.tanh(X @ W + b) + 1) / 2
        This is a sigmoid of 2z: twice as steep, and then P − Y is no longer the gradient.
    falling: return sigmoid(X @ W + b) -> return sigmoid(-(X @ W + b))
        The sigmoid falls here: the larger the sum, the smaller the probability.
    slope-in: delta = (P - Y) / len(X) -> delta = (P - Y) * P * (1 - P) / len(X)
        The slope of the sigmoid has come into the gradient: with cross-entropy it cancels, as it
        did before.
    mean-over-tags: delta = (P - Y) / len(X) -> delta = (P - Y) / Y.size
        The gradient is divided by rows times tags: the loss is a sum over the tags.
    loss-mean-over-tags: surprise.sum(axis=1).mean() -> surprise.mean()
        The loss is a mean over the tags, and was to be their sum.
    loss-summed: surprise.sum(axis=1).mean() -> surprise.sum()
        The loss is a sum over the rows, and was to be their mean.
    decisions: return sigmoid(X @ W + b) -> return np.where(X @ W + b > 0, 1.0, 0.0)
        These are decisions, 0 or 1. Probabilities are asked for, and a step has no slope.
    last-only: return sigmoid(X @ W + b) -> return softmax(X @ W + b)
    and: P = probabilities() -> P = sigmoid(X @ W + b)
        Training is right now, but what is returned in the end comes from a softmax.
    training-only: return sigmoid(X @ W + b) -> return softmax(X @ W + b)
    and: return probabilities() -> return sigmoid(X @ W + b)
        What is returned in the end is right now, but training still uses the softmax.
    decisions-returned: return probabilities(), -> return (probabilities() > 0.5) * 1.0,
        Training is right now, but yes or no is returned. Probabilities are asked for.
    before-last-step: return probabilities(), -> return P,
        What is returned are the probabilities before the last step. Those after it are asked for,
        as it was.
    bias-still: b = b - lr * delta.sum(axis=0) -> b = b
        The biases are not trained any more, or are missing in the sums.
    loss-after-step:
    - losses.append(surprise.sum(axis=1).mean())
    and:
    - b = b - lr * delta.sum(axis=0)
    + b = b - lr * delta.sum(axis=0)
    + P = probabilities()
    + surprise = -np.log(np.where(Y == 1, P, 1 - P))
    + losses.append(surprise.sum(axis=1).mean())
        Each loss is the one after its step: the docstring asks for the one before it, as it was.
    mean-and-last-step: surprise.sum(axis=1).mean() -> surprise.mean()
    and: return probabilities(), -> return P,
        Two things: the loss is a mean over the tags, and was to be their sum; and the probabilities
        are those before the last step.
    scaled-up-and-cut:
    - return sigmoid(X @ W + b)
    + return np.minimum(softmax(X @ W + b) * Y.shape[1], 1 - 1e-9)
        The probabilities of a row add up to the number of tags now, and what is above 1 is cut.
        They still compete.
    class-for-nothing:
    - return sigmoid(X @ W + b)
    + return softmax(np.column_stack([X @ W + b, np.zeros(len(X))]))[:, :-1]
        There is one more class now, for rows without a tag. But the tags still compete: a row that
        has three of them cannot get them all.
    divided-by-their-sum:
    - return sigmoid(X @ W + b)
    + return (lambda S: S / S.sum(axis=1, keepdims=True))(sigmoid(X @ W + b))
        The sigmoids of a row are divided by their sum, so they add up to 1 and the tags compete
        again. Leave each as it is.
    times-its-tags:
    - return sigmoid(X @ W + b)
    + tags = np.maximum(Y.sum(axis=1, keepdims=True), 1)
    + return np.clip(softmax(X @ W + b) * tags, 1e-9, 1 - 1e-9)
        The softmax is multiplied by the number of tags that the row has: the answer is made with
        the labels, which a new row has not. And the tags still compete.
    times-its-tags-uncut:
    - return sigmoid(X @ W + b)
    + return softmax(X @ W + b) * Y.sum(axis=1, keepdims=True)
        The softmax is multiplied by the number of tags of the row: with the labels, which a new row
        has not. And the tags still compete.
    softmax-over-all:
    - return sigmoid(X @ W + b)
    + return softmax((X @ W + b).reshape(1, -1)).reshape(Y.shape)
        The softmax goes over all rows and tags at once. Nothing should add up to anything here.
    divided-by-largest:
    - return sigmoid(X @ W + b)
    + return (lambda S: S / S.max(axis=1, keepdims=True))(sigmoid(X @ W + b))
        The sigmoids of a row are divided by the largest of them. Leave each as it is.
    exponential: return sigmoid(X @ W + b) -> return np.exp(X @ W + b)
        The exponentials are no longer divided by anything, so they go above 1. A probability for
        each tag is made by a sigmoid.
    half-slope: return sigmoid(X @ W + b) -> return sigmoid((X @ W + b) / 2)
        This is the sigmoid of z/2: half as steep, and then P − Y is no longer the gradient.
    cut-at-half: return sigmoid(X @ W + b) -> return np.clip(X @ W + b, 1e-9, 1 - 1e-9)
        The sums are cut to 0 ... 1. A probability for each tag is made by a sigmoid.
    shift-by-half: return sigmoid(X @ W + b) -> return np.clip(X @ W + b + 0.5, 1e-9, 1 - 1e-9)
        A straight line, cut to 0 ... 1, stands in place of the sigmoid.
    tanh-only: return sigmoid(X @ W + b) -> return np.clip(np.tanh(X @ W + b), 1e-9, 1 - 1e-9)
        tanh runs from −1 to 1. A probability runs from 0 to 1: the sigmoid does.
    rows-not-averaged: delta = (P - Y) / len(X) -> delta = (P - Y)
        The gradient has lost its division by the number of rows, which was right.
    given-tags-only: delta = (P - Y) / len(X) -> delta = (P - Y) * Y / len(X)
        Only the tags that a row has are learned from. Those that it has not count as well.
    by-tags: delta = (P - Y) / len(X) -> delta = (P - Y) / Y.shape[1]
        The gradient is divided by the number of tags. It was divided by that of the rows, which was
        right.
    loss-other-half: np.where(Y == 1, P, 1 - P) -> np.where(Y == 1, 1 - P, P)
        The loss takes P and 1 − P the wrong way round: it was right.
    squared-error: surprise = -np.log(np.where(Y == 1, P, 1 - P)) -> surprise = (P - Y) ** 2
        The losses are squared errors now. The docstring names the cross-entropy, which was right.
    decisions-learned: delta = (P - Y) / len(X) -> delta = ((P > 0.5) - Y) / len(X)
        It learns from decisions, 0 or 1, as a perceptron does. The gradient has P − Y.
    plus-half: return sigmoid(X @ W + b) -> return np.minimum(softmax(X @ W + b) + 0.5, 1 - 1e-9)
        A half is added to the softmax: the tags still compete.
    sigmoid-of-softmax-input:
    - return sigmoid(X @ W + b)
    + return sigmoid(X @ W + b) * softmax(X @ W + b)
        Sigmoid and softmax are multiplied: the tags still compete. The sigmoid alone is right.
    cut-at-threshold:
    - return sigmoid(X @ W + b)
    + return np.clip(softmax(X @ W + b) * 2, 1e-9, 1 - 1e-9)
        The softmax is doubled and cut. The tags still compete.
    """,
    softmax=softmax,
)

TASK = Task(
    "fit_tags",
    points=2,
    handed_out="softmax",
    lesson="04",
    taught_in="Several yes-or-no",
    reference=fit_tags,
    cases=cases,
    mistakes=SLIPS,
    parts=("P", "losses"),
    hints=(
        "Print the sums of the rows of P, for any data. Then think of a row with two tags: what "
        "would its sum be if both were found?",
        "How many questions are asked of a row: one with k answers, or k with two answers each? "
        "Which of the two does the loss ask, which the output?",
        "The loss treats each tag for itself, yes or no. Look for the function that makes the "
        "tags depend on each other.",
    ),
)
