"""Right at the first k attempts: a measure that looks beyond the best class."""

import numpy as np

from ....activations import softmax
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def top_k_accuracy(y_true, Z, k):
    """The share of rows in which fewer than k scores are above that of the true class."""
    best = np.argsort(-Z, axis=1)[:, :k]
    hit = (best == y_true[:, None]).any(axis=1)
    return np.mean(hit)


def cases(rng):
    def drawn(n, classes, k, note, **more):
        y = rng.integers(classes, size=n)
        Z = 2 * rng.normal(size=(n, classes)) - 1
        Z[np.arange(n), y] += 1
        return Case((y, Z, k), note, **more)

    Z = np.array([[2.0, -1.0, 0.5], [0.3, 0.1, -0.2], [-3.0, -1.5, -2.0], [0.0, 4.0, 1.0]])
    whole = np.array([[4, 1, -7, 2], [0, 3, 9, -2], [5, -6, 8, 7], [1, 2, 3, 4], [2, -5, 0, 1]])
    return [
        Case((np.array([2, 2, 1, 0]), Z, 2), "the example"),
        drawn(30, 6, 2, "30 rows, the best 2 of 6"),
        drawn(25, 10, 5, "25 rows, the best 5 of 10"),
        drawn(20, 5, 1, "k = 1"),
        drawn(7, 3, 3, "k is the number of classes"),
        drawn(1, 4, 2, "one row"),
        drawn(6, 6, 3, "as many rows as classes"),
        Case((np.array([1, 1, 3, 0, 2]), whole, 3), "integers"),
        drawn(20_000, 10, 3, "20,000 rows", speed=True),
    ]


SLIPS = slips(
    top_k_accuracy,
    """
    top-1: [:, :k] -> [:, :1]
        k is not used: only the best class counts. The true class may be any of the k best.
    lowest: np.argsort(-Z -> np.argsort(Z
        The k *lowest* scores are taken: `np.argsort` begins with the smallest.
    kth-only: [:, :k] -> [:, k - 1 : k]
        Only the class in place k is looked at: the true class may be any of the first k.
    one-more: [:, :k] -> [:, : k + 1]
        One more counts, k + 1 classes: right is where *fewer than k* scores are above the true
        one's.
    one-fewer: [:, :k] -> [:, : k - 1]
        One fewer counts, the best k - 1 classes. Where scores are compared, is the true one counted
        itself?
    best-missing: [:, :k] -> [:, 1:k]
        The best class is left out: `[-k:-1]` stops one before the end, `[1:k]` begins one too
        late.
    second-to: [:, :k] -> [:, 1 : k + 1]
        The best class is left out, and one further down counts: places begin with number 0.
    wrong-share: [:, :k] -> [:, k:]
        That is the share of the *wrong* rows, 1 minus what is asked for; or the classes behind the
        best k are counted.
    all-comparisons: np.mean(hit) -> np.mean(best == y_true[:, None])
        The mean is taken over all n·k comparisons. At most one of k is true in a row: count the
        rows, and divide by n.
    count: np.mean(hit) -> np.sum(hit)
        That is the number of hits: divide it by the number of rows.
    percent: np.mean(hit) -> 100 * np.mean(hit)
        That is in percent: a share between 0 and 1 is asked for.
    not-averaged: np.mean(hit) -> hit
        That is True or False for each row: their share, one number, is asked for.
    divided-by-k: np.mean(hit) -> np.sum(hit) / k
        The number of hits is divided by k: divide by the number of rows.
    divided-by-classes: np.mean(hit) -> np.sum(hit) / Z.shape[1]
        The number of hits is divided by the number of classes: divide by the number of rows.
    columns: np.argsort(-Z, axis=1) -> np.argsort(-Z, axis=0)
        The scores are sorted down the columns (axis 0): each row has its own order (axis=1).
    whole-table: hit = (best == y_true[:, None]).any(axis=1) -> hit = np.isin(y_true, best)
        The label is looked for in the whole table of best classes: it must be in its own row.
    all-classes: np.argsort(-Z, axis=1)[:, :k] -> np.argsort(-Z, axis=1)
        It is always 1: all classes of a row are among those looked at. `[:k]` cuts off rows; the
        classes stand in the columns, `[:, :k]`.
    best-of-the-table: = np.mean(Z[np.arange(len(Z)), y_true] >= np.sort(Z, axis=None)[-k])
        The k highest scores of the whole table are taken: each row has k best of its own.
    above-the-mean: = np.mean(Z[np.arange(len(Z)), y_true] > Z.mean(axis=1))
        k is not used: every class counts whose score is above the mean of its row.
    never-negative: np.mean(hit) -> np.mean(hit & (Z[np.arange(len(Z)), y_true] > 0))
        Negative scores are never found. Does a search for the largest start from 0? Let it start
        from minus infinity.
    hits-of-columns: .any(axis=1) -> .any(axis=0)
        `any` runs down the columns: a row is a hit if any of *its* k classes is the true one
        (axis=1).
    all-for-any: .any(axis=1) -> .all(axis=1)
        `all` asks that every one of the k best is the true class: one is enough, `any`.
    argsort-as-rank: = np.mean(np.argsort(-Z, axis=1)[np.arange(len(Z)), y_true] < k)
        argsort is taken for the rank: its entry j says which class stands in place j, not the place
        of class j.
    absolute: np.argsort(-Z -> np.argsort(-np.abs(Z)
        The scores are compared by their absolute values: a very negative one is low, not high.
    above-share: = np.mean(softmax(Z)[np.arange(len(Z)), y_true] >= 1 / k)
        The probability is compared with a threshold, 1/k. What counts is its rank in the row.
    above-half: = np.mean(softmax(Z)[np.arange(len(Z)), y_true] > 0.5)
        The probability is compared with a threshold, 0.5. What counts is its rank in the row.
    mean-probability: = np.mean(softmax(Z)[np.arange(len(Z)), y_true])
        That is the mean probability of the true class. Only its rank in the row counts.
    probability-of-best: = np.mean(np.sort(softmax(Z), axis=1)[:, -k:].sum(axis=1))
        The probabilities of the best k are added up, whatever the true class is.
    scores-for-classes: np.argsort(-Z, axis=1)[:, :k] -> -np.sort(-Z, axis=1)[:, :k]
        The scores themselves are compared with labels: `np.argsort` gives the classes.
    from-1: np.argsort(-Z, axis=1)[:, :k] -> np.argsort(-Z, axis=1)[:, :k] + 1
        Classes are counted from 1: the first column is class 0.
    first-k-classes: np.argsort(-Z, axis=1)[:, :k] -> np.arange(k)
        The first k classes are taken, whatever the scores are.
    rows-of-k: hit = (best == y_true[:, None]).any(axis=1) -> hit = (best[:, 0] == y_true)[:k]
        Only the first k rows are looked at. k is the number of classes that count in each row.
    whole-number: np.mean(hit) -> np.sum(hit) // len(hit)
        `//` cuts the share to a whole number: divide with `/`.
    order-as-rank: = np.mean(np.argsort(Z, axis=1)[np.arange(len(Z)), y_true] >= Z.shape[1] - k)
        argsort is taken for the rank: `np.argsort(Z)` says which class stands in each place, not in
        which place each class stands. Look for the label among the last k.
    slice-one-short: np.argsort(-Z, axis=1)[:, :k] -> np.argsort(Z, axis=1)[:, -k + 1 :]
        The slice `-k + 1:` holds k - 1 classes, and for k = 1 all of them. The last k are `-k:`.
    mean-by-class: np.mean(hit) -> np.mean([hit[y_true == c].mean() for c in np.unique(y_true)])
        The share is made for each class, and then averaged. Each *row* counts alike: one mean over
        all of them.
    reciprocal-rank: = np.mean(hit / (1 + (Z > Z[np.arange(len(Z)), y_true][:, None]).sum(axis=1)))
        A hit counts less the further down it stands. Every row among the first k counts as 1.
    exactly-one-row: np.mean(hit) -> hit[0] * 1.0
        Only the first row counts: is there a `return` inside the loop?
    last-columns: np.argsort(-Z, axis=1)[:, :k] -> np.arange(Z.shape[1] - k, Z.shape[1])
        The last k classes are taken, whatever the scores are: `np.argsort` must put the classes in
        order first.
    above-chance: = np.mean(softmax(Z)[np.arange(len(Z)), y_true] >= 1 / Z.shape[1])
        The probability is compared with a threshold, 1 over the number of classes. What counts is
        its rank in the row.
    """,
    softmax=softmax,
)


def sorts_in_place(y_true, Z, k):
    share = top_k_accuracy(y_true, Z, k)
    Z.sort(axis=1)
    return share


def crosses_out_with_0(y_true, Z, k):
    Z, hit = Z.copy(), np.zeros(len(Z), dtype=bool)
    for _ in range(k):
        best = Z.argmax(axis=1)
        hit |= best == y_true
        Z[np.arange(len(Z)), best] = 0
    return np.mean(hit)


OTHERS = [
    Mistake(
        "crossed-out-with-0",
        "The best class of a row is crossed out with 0. Where all others are negative, 0 is the "
        "largest again: cross it out with minus infinity, `-np.inf`.",
        crosses_out_with_0,
    ),
    Mistake(
        "z-changed",
        "The argument `Z` is changed: `Z.sort()`, `Z[...] = ...` and `Z *= -1` write into the "
        "caller's array.",
        sorts_in_place,
    ),
]

TASK = Task(
    "top_k_accuracy",
    points=2,
    taught_in="Which mistakes are left",
    reference=top_k_accuracy,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="Sort all rows at once, `np.argsort(..., axis=1)`, or count the larger scores at once.",
    hints=(
        "Take one row and its label. How many scores may be above that of the label, so that "
        "the label is among the first k?",
        "Either find the k best of each row (`np.argsort(-Z, axis=1)` begins with the best) "
        "and ask whether the label is one of them; or count the scores above the label's.",
        "`y_true[:, None]` is a column; compared with the table of the k best it gives True "
        "and False. `.any(axis=1)` makes one of each row. Their mean is the share.",
    ),
)
