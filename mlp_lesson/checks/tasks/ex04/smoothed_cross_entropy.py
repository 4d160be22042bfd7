"""Cross-entropy against smoothed labels, from the logits."""

import numpy as np

from ....activations import softmax
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import capped


def smoothed_cross_entropy(Z, y, eps):
    """The mean over the rows of -Σ q ln p, with q = (1 - eps) one-hot + eps/k.

    Z (n, k) logits, y (n,) labels, eps from 0 to 1. Szegedy et al. 2016.
    """
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    true = log_p[np.arange(len(y)), y]
    return -np.mean((1 - eps) * true + eps * log_p.mean(axis=1))


def cases(rng):
    def logits(n, k, eps, note, **more):
        Z, y = rng.normal(scale=1.5, size=(n, k)), rng.integers(k, size=n)
        return Case((Z, y, eps), note, **more)

    above = np.array([[9000.0, 0.0, -9000.0], [100.0, 5000.0, 0.0], [7000.0, 2.0, 7001.0]])
    below = np.array([[-50_000.0, -9001.0, -9000.5], [-3.0, -2.0, -2.5]])
    return [
        Case((rng.normal(size=(4, 3)), np.array([2, 0, 1, 2]), 0.3), "4 rows, 3 classes"),
        Case((rng.normal(size=(1, 4)), np.array([1]), 0.1), "a batch of one row"),
        Case((rng.normal(size=(3, 3)), np.array([1, 2, 0]), 0.2), "as many rows as classes"),
        logits(5, 2, 0.1, "2 classes"),
        logits(6, 7, 0.0, "eps 0"),
        logits(6, 5, 1.0, "eps 1"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]), np.array([0, 2]), 0.2), "integers"),
        Case((above, np.array([0, 1, 2]), 0.1), "logits far above 0"),
        Case((below, np.array([1, 0]), 0.1), "logits far below 0"),
        logits(4000, 60, 0.1, "4000 rows, 60 classes", speed=True),
    ]


def targets(Z, y, eps):
    """q, (n, k)."""
    return (1 - eps) * np.eye(Z.shape[1])[y] + eps / Z.shape[1]


def binary_too(log_p, q):
    """q ln p + (1 - q) ln(1 - p), added up in each row."""
    return (q * log_p + (1 - q) * np.log1p(-np.exp(log_p))).sum(axis=1)


def shares_too_large(log_p, true):
    """Of each row: ln p of the true class by 1/k, the others by 1/(k - 1)."""
    k = log_p.shape[1]
    return true / k + (log_p.sum(axis=1) - true) / (k - 1)


SLIPS = slips(
    smoothed_cross_entropy,
    """
    eps-not-used: = -np.mean(true)
        eps is not used: that is the plain cross-entropy of task 5.
    others-only: eps * log_p.mean(axis=1) -> eps * (log_p.sum(axis=1) - true) / (Z.shape[1] - 1)
        The share eps is spread over the k - 1 other classes. Here it goes to *all* k, the true one
        included: each gets eps/k. (Both are in use.)
    not-adding-to-1: eps * log_p.mean(axis=1) -> eps * (log_p.sum(axis=1) - true) / Z.shape[1]
        The targets of a row do not add up to 1: the others get eps/k, but the true class only
        1 - eps. It gets eps/k on top.
    not-divided: log_p.mean(axis=1) -> log_p.sum(axis=1)
        Every class gets the whole of eps. It is spread over the k classes: each gets eps/k.
    nothing-taken: (1 - eps) * true -> true
        The true class keeps its whole target of 1, and eps is given out on top: it keeps 1 - eps.
    exchanged: (1 - eps) * true -> eps * true
    and: + eps * log_p -> + (1 - eps) * log_p
        eps and 1 - eps are exchanged: the true class keeps the share 1 - eps.
    subtracted: (1 - eps) * true + eps -> (1 - eps) * true - eps
        The second part is subtracted. Both parts of q weigh a logarithm of p, and are added.
    uniform-only: (1 - eps) * true + ->
        The part of the true class is missing: (1 - eps) times its logarithm.
    true-part-only: = -np.mean((1 - eps) * true)
        The part of all the classes is missing: eps/k times each logarithm.
    true-class-only: = -np.mean((1 - eps + eps / Z.shape[1]) * true)
        Only the true class is summed. Its target is right, but now the others have one as well,
        eps/k each: every ln p of a row counts.
    targets-cut-to-0: = -np.mean(true) * (eps == 0)
        The targets are cut to 0: they are written into an array of integers, which holds no
        fractions. Make it float.
    true-twice: (1 - eps) * true -> (1 - eps + eps / Z.shape[1]) * true
        The true class gets its eps/k twice: the mean over all k classes has it in it already.
    smoothed-p: = -np.mean(np.log((1 - eps) * np.exp(true) + eps / Z.shape[1]))
        The probabilities are smoothed, before the logarithm. It is the *targets* that are
        smoothed: they weigh the logarithms.
    eps-in-logarithm: = -np.mean(np.log(np.exp(true) + eps))
        eps is added inside the logarithm, as people add a small number against ln 0. It is a
        share of the *target* here.
    mean-for-log-of-p: eps * log_p.mean(axis=1) -> eps * np.log(np.exp(log_p).mean(axis=1))
        The probabilities of a row are averaged, and then the logarithm is taken: that is ln(1/k)
        always. Average the logarithms.
    sign: -np.mean( -> np.mean(
        The sign is wrong: the loss is *minus* the weighed logarithms, so it is never negative.
    summed: -np.mean( -> -np.sum(
        The losses of the rows are added up, not averaged: divide by the number of rows.
    mean-of-all: = -np.mean(((1 - eps) * true + eps * log_p.mean(axis=1)) / Z.shape[1])
        The mean is taken over all n·k entries. Over the classes it is a sum: divide by the number
        of rows only.
    eps-over-rows: log_p.mean(axis=1) -> log_p.sum(axis=1) / len(y)
        eps is divided by n, the number of rows. It is spread over the classes: eps/k.
    three-classes: log_p.mean(axis=1) -> log_p.sum(axis=1) / 3
        eps is divided by 3, as in the example. The number of classes is that of the columns of Z.
    classes-from-labels: log_p.mean(axis=1) -> log_p[:, : y.max() + 1].mean(axis=1)
        The number of classes is taken from the labels, y.max() + 1. The last class need not occur
        in them: take the number of columns of Z.
    ten-classes: log_p.mean(axis=1) -> log_p.sum(axis=1) / 10
        eps is divided by 10. The number of classes is that of the columns of Z.
    overflow:
    - Z = Z - Z.max(axis=1, keepdims=True)
        Right for moderate logits, but e^z overflows inside the logarithm of the sum. Subtract the
        largest logit of each row first.
    largest-of-all: Z.max(axis=1, keepdims=True) -> Z.max()
        The logits are shifted by the largest of all rows, and the sum of a row that lies far below
        becomes 0: each row needs its own largest logit.
    largest-of-columns: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
        The largest logit of each *column* is subtracted. Shift each row by its own: axis=1, with
        keepdims=True.
    log-of-zero:
    - log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    + log_p = np.log(softmax(Z))
        Softmax itself is safe, but its smallest probabilities are rounded to 0, and the logarithm
        of 0 is infinite. Write ln p as z minus the logarithm of the sum.
    small-number:
    - log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    + log_p = np.log(softmax(Z) + 1e-12)
        A small number is added before the logarithm. It hides ln 0, and caps the loss: write ln p
        as z minus the logarithm of the sum.
    softmax-missing:
    - log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    + log_p = Z
        The logarithm of the sum is missing: a shifted logit is not ln p yet.
    probabilities-for-logs:
    - log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    + log_p = softmax(Z)
        The logarithm is missing: the probabilities themselves are weighed.
    second-part-of-logits: eps * log_p.mean -> eps * Z.mean
        In the second part stand the shifted logits, not the logarithms of p: take the logarithm of
        the sum from them, too.
    sum-of-table: .sum(axis=1, keepdims=True)) -> .sum())
        The exponentials of the whole table are added up: each row has a sum of its own.
    softmax-by-columns: np.exp(Z).sum(axis=1, keepdims=True) -> np.exp(Z).sum(axis=0)
        The softmax goes down the columns: the classes of one sample stand in a row, so sum over
        axis 1.
    mean-by-columns: = -np.mean((1 - eps) * true) - eps * np.mean(log_p.sum(axis=0))
        In the second part the logarithms are added down the columns. Each row has its own: take
        their mean along axis 1, so that eps is divided by k.
    whole-columns: = -np.mean((1 - eps) * log_p[:, y] + eps * log_p.mean(axis=1, keepdims=True))
        `[:, y]` picks, in *every* row, the columns of all labels. Row i needs column y[i] only:
        give the rows too, `[np.arange(len(y)), y]`.
    label-minus-one: len(y)), y] -> len(y)), y - 1]
        Off by one: the labels count from 0, so y itself is the column.
    largest-class: log_p[np.arange(len(y)), y] -> log_p.max(axis=1)
        The share 1 - eps goes to the class with the largest logit, not to the true class `y`.
    log2: = -np.mean((1 - eps) * true + eps * log_p.mean(axis=1)) / np.log(2)
        That is log2; the natural logarithm is meant.
    classes-down: Z.max(axis=1, keepdims=True) -> Z.max(axis=0)
    and: np.exp(Z).sum(axis=1, keepdims=True) -> np.exp(Z).sum(axis=0)
        The softmax is taken down the columns, over the samples. The classes of a sample stand in
        its row: axis 1, with keepdims=True.
    softmax-of-all: Z.max(axis=1, keepdims=True) -> Z.max()
    and: np.exp(Z).sum(axis=1, keepdims=True) -> np.exp(Z).sum()
        The softmax is taken over the whole table: each row has its own, with its own sum.
    others-k-minus-1: eps * log_p.mean(axis=1) -> eps * log_p.sum(axis=1) / max(Z.shape[1] - 1, 1)
        eps is divided by k - 1, but all k classes get a share, the true one too: eps/k each.
    eps-added: (1 - eps) * true + eps * log_p.mean(axis=1) -> (1 - eps) * true - eps / Z.shape[1]
        eps/k is added to the loss as a number. It is a target: it weighs the ln p of every class.
    entropy-of-p: eps * log_p.mean(axis=1) -> eps * (np.exp(log_p) * log_p).sum(axis=1)
        In the second part each ln p is weighed by p itself. The target spreads eps evenly: the
        weight is eps/k for all of them.
    eps-per-class: (1 - eps) * true -> (1 - eps / Z.shape[1]) * true
        The true class keeps 1 - eps/k. It keeps 1 - eps, and gets eps/k like all the others.
    eps-per-class-others: = -np.mean((1 - eps) * true + eps * (log_p.mean(axis=1) - true))
        The true class gets 1 - 2·eps in all: eps is taken from it twice. Its target is 1 - eps +
        eps/k.
    eps-times-k: log_p.mean(axis=1) -> log_p.sum(axis=1) * Z.shape[1]
        eps is multiplied by k. It is spread over the classes: eps/k each.
    others-the-whole: eps * log_p.mean(axis=1) -> eps * (log_p.sum(axis=1) - true)
        Each of the others gets the whole of eps, and the true class none. It is spread over all k:
        each gets eps/k.
    others-and-true: eps * log_p.mean(axis=1) -> eps * shares_too_large(log_p, true)
        The true class gets its eps/k, but the others eps/(k - 1): the targets add up to more than
        1. All k get eps/k.
    divided-by-1-plus-eps: = -np.mean((true + eps * log_p.mean(axis=1)) / (1 + eps))
        The targets are brought to the sum 1 by dividing by 1 + eps. The true class keeps 1 - eps,
        and then they add up to 1 by themselves.
    squared: = np.mean((targets(Z, y, eps) - np.exp(log_p)) ** 2)
        That is the squared error between q and p. Cross-entropy weighs ln p by q: -Σ q ln p.
    squared-sum: = np.sum((targets(Z, y, eps) - np.exp(log_p)) ** 2) / len(y)
        That is a sum of squared errors between q and p. Cross-entropy weighs ln p by q: -Σ q ln p.
    p-for-log-p: = np.mean((1 - eps) * (1 - np.exp(true)) + eps * (1 - np.exp(log_p)).mean(axis=1))
        1 - p stands where -ln p is meant.
    binary: = -np.mean(binary_too(log_p, targets(Z, y, eps)))
        Terms with ln(1 - p) are added, as for a yes or no to each class. Here one of k is right:
        the sum is that of q ln p.
    to-the-next-class: eps * log_p.mean(axis=1) -> eps * log_p[np.arange(len(y)), y - 1]
        The share eps goes to one other class. It is spread over all k.
    logits-clipped: Z = Z - Z.max(axis=1, keepdims=True) -> Z = np.clip(Z, -500, 500)
        The logits are clipped (cut off), so large ones count as equal. Subtract the largest of each
        row instead: that changes nothing.
    k-twice: eps * log_p.mean(axis=1) -> eps * log_p.mean(axis=1) / Z.shape[1]
        The second part is divided by k twice: the mean over the classes has the 1/k in it already.
    first-part-of-logits: (1 - eps) * true -> (1 - eps) * Z[np.arange(len(y)), y]
        In the first part stands the shifted logit, not the logarithm of p: take the logarithm of
        the sum from it, too.
    probabilities-clipped:
    - log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    + log_p = np.log(np.maximum(softmax(Z), 1e-15))
        The probabilities are clipped (cut off) before the logarithm. That hides ln 0, and caps the
        loss: write ln p as z minus the logarithm of the sum.
    classes-that-occur: eps * log_p.mean(axis=1) -> eps * log_p.sum(axis=1) / len(np.unique(y))
        The classes are counted in y, but some may not occur there: k is the number of columns of Z.
    """,
    softmax=softmax,
)


def entropy_of_targets(k, eps):
    """-Σ q ln q of one row."""
    q = np.full(k, eps / k)
    q[0] += 1 - eps
    return -np.sum(q[q > 0] * np.log(q[q > 0]))


def divergence(Z, y, eps):
    return smoothed_cross_entropy(Z, y, eps) - entropy_of_targets(Z.shape[1], eps)


OTHERS = [
    Mistake(
        "divergence",
        "The entropy of the targets is subtracted: that is the Kullback-Leibler divergence. It has "
        "the same slopes, but another value: return -Σ q ln p as it is.",
        divergence,
    ),
    Mistake(
        "logits-changed",
        "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
        "`Z = Z - ...`, which makes a new one.",
        by="changed",
    ),
]


def at_least(Z, y, eps):
    below = Z.max(axis=1, keepdims=True) - Z  # each is at most -ln p
    return np.mean((1 - eps) * below[np.arange(len(y)), y] + eps * below.mean(axis=1))


TASK = Task(
    "smoothed_cross_entropy",
    points=3,
    taught_in="One of several classes",
    reference=smoothed_cross_entropy,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    invariants=[capped(at_least)],
    faster="Work on the whole table: all ln p at once, (n, k), one pair of index arrays for the "
    "true classes, and a mean along axis 1.",
    hints=(
        "First the whole table of ln p: task 5 has all that is needed, for one column. Then put q "
        "into the sum: which of its two parts concerns one class, and which all of them?",
        "With the shifted logits, ln p is z minus the logarithm of the row's sum, for every column "
        "(keepdims=True). A row's sum is (1 - eps) times the ln p of its true class, plus eps/k "
        "times the sum of all its ln p.",
        "eps/k times a sum over k entries is eps times their mean, along axis 1. Weigh the two by "
        "1 - eps and eps, add, average over the rows, and put a minus in front.",
    ),
)
