"""The rows whose label the network believes least: there the label may be wrong."""

import numpy as np

from ....activations import softmax
from ...engine.slips import slips
from ...engine.task import Case, Invariant, Mistake, Task


def find_mislabelled(P, y, k):
    """The k rows i with the smallest P[i, y_i], the smallest first."""
    own = P[np.arange(len(y)), y]
    return np.argsort(own)[:k]


def cases(rng):
    def drawn(n, classes, k, note, sure=2.0, **more):
        y = rng.integers(classes, size=n)
        Z = rng.normal(size=(n, classes))
        Z[np.arange(n), y] += sure
        return Case((softmax(2 * Z), y, k), note, **more)

    by_hand = np.array([[0.7, 0.2, 0.1], [0.3, 0.1, 0.6], [0.05, 0.9, 0.05], [0.25, 0.35, 0.4]])
    close_by = np.array([[0.5, 0.4, 0.1], [0.33, 0.35, 0.32], [0.1, 0.42, 0.48]])
    return [
        Case((by_hand, np.array([0, 0, 2, 1]), 2), "the example"),
        drawn(12, 3, 4, "12 rows, 3 classes"),
        drawn(6, 4, 1, "the worst one"),
        drawn(5, 2, 5, "all rows"),
        drawn(1, 3, 1, "one row"),
        drawn(8, 8, 3, "as many rows as classes"),
        drawn(9, 3, 3, "hardly a label is believed", sure=-2.0),
        Case((close_by, np.array([1, 1, 2]), 2), "a label that is predicted, but hardly"),
        drawn(40, 10, 12, "40 rows, 10 classes"),
        drawn(1000, 10, 30, "1000 rows, 10 classes"),
        drawn(20_000, 10, 300, "20,000 rows", speed=True),
    ]


def rival(P, y):
    """(n,): the probability of the likeliest class other than the label."""
    return np.where(np.arange(P.shape[1]) == y[:, None], 0, P).max(axis=1)


SLIPS = slips(
    find_mislabelled,
    """
    most-trusted: np.argsort(own) -> np.argsort(-own)
        Those come first that the network trusts most. A label is suspicious where its probability
        is *small*.
    order-turned: np.argsort(own)[:k] -> np.argsort(own)[:k][::-1]
        The right rows, in the wrong order: the lowest probability comes first.
    by-number: np.argsort(own)[:k] -> np.sort(np.argsort(own)[:k])
        The right rows, but sorted by their numbers: the lowest probability comes first.
    partition: np.argsort(own)[:k] -> np.argpartition(own, k - 1)[:k]
        `np.argpartition` finds the right rows, but does not put them in order: the lowest
        probability comes first.
    least-sure: P[np.arange(len(y)), y] -> P.max(axis=1)
        The rows come first in which the network is unsure: the largest of each row is taken,
        whatever the label. Take the probability of the row's *own label*.
    entropy: P[np.arange(len(y)), y] -> np.sum(P * np.log(P), axis=1)
        The rows come first in which the network is unsure (by the entropy), whatever the label is.
        Take the probability of the row's own label.
    two-best: P[np.arange(len(y)), y] -> np.ptp(np.sort(P, axis=1)[:, -2:], axis=1)
        The rows come first in which the two best classes are close together, whatever the label.
        Take the probability of the row's own label.
    margin: np.argsort(own) -> np.argsort(own - P.max(axis=1))
        The order is that of the margin, by which the label is behind the best class. Asked for:
        the label's probability alone.
    margin-in-order: np.argsort(own) -> np.argsort(own - P.max(axis=1), kind="stable")
        The largest probability of the row is subtracted from the label's, so all rows whose label
        is predicted come out equal, at 0. Asked for: the label's probability alone.
    ratio-in-order: np.argsort(own) -> np.argsort(own / P.max(axis=1), kind="stable")
        The label's probability is divided by the largest of its row, so all rows whose label is
        predicted come out equal, at 1. Asked for: the label's probability alone.
    ratio: np.argsort(own) -> np.argsort(own / P.max(axis=1))
        The label's probability is divided by that of the best class. Asked for: the label's
        probability alone.
    sure-and-wrong: np.argsort(own) -> np.argsort(-P.max(axis=1) * (P.argmax(axis=1) != y))
        The rows come first whose *predicted* class, another than the label, is the surest. Asked
        for is the order of the label's own probability.
    wrong-ones: np.argsort(own)[:k] -> np.flatnonzero(P.argmax(axis=1) != y)
        All rows in which prediction and label differ (argmax). There may be more or fewer than k,
        and they are in no order: sort by the label's probability.
    first-wrong-ones: np.argsort(own)[:k] -> np.flatnonzero(P.argmax(axis=1) != y)[:k]
        The first k rows in which prediction and label differ (argmax). Sort by the label's
        probability: that says which are worst.
    wrong-ones-sorted:
    - return np.argsort(own)[:k]
    + wrong = np.flatnonzero(P.argmax(axis=1) != y)
    + return wrong[np.argsort(own[wrong])][:k]
        Only rows in which prediction and label differ are kept. k rows are asked for, even where
        fewer are predicted wrong.
    below-half: np.argsort(own)[:k] -> np.argsort(own)[: min(k, np.sum(own < 0.5))]
        Only probabilities below 0.5 are kept. k rows are asked for, whatever is in them.
    k-missing: np.argsort(own)[:k] -> np.argsort(own)
        All rows are returned: only the first k are asked for.
    one-fewer: [:k] -> [: k - 1]
        One row too few: `[:k]` holds k of them.
    all-below-half: [:k] -> [: np.sum(own < 0.5)]
        All rows are returned whose label has less than one half. k rows are asked for, be they
        more or fewer than that.
    by-class: np.argsort(own) -> np.lexsort((own, y))
        The rows are sorted by their labels, and only within a class by the probability. All
        classes belong into one order.
    least-likely-classes: = np.argsort(P, axis=1)[:, 0][:k]
        Classes are returned, of each row the least likely one. The row numbers are asked for: take
        from each row the probability of its label, then sort these.
    table-flattened: = np.argsort(P, axis=None)[:k] // P.shape[1]
        The smallest of *all* probabilities are looked for, whatever class they belong to. Of each
        row only that of its own label counts.
    row-minimum: P[np.arange(len(y)), y] -> P.min(axis=1)
        The smallest probability of each row is taken, whatever its label is (also where `P[:, y]`
        gives all columns). Take that of the row's own label: pair row numbers and labels.
    one-more: [:k] -> [: k + 1]
        One row too many: `[:k]` holds k of them.
    first-missing: [:k] -> [1 : k + 1]
        The worst row is missing: the first is number 0.
    first-only: [:k] -> [:1]
        Only the worst row is returned: k of them are asked for.
    threshold: np.argsort(own)[:k] -> own <= np.sort(own)[k - 1]
        That is a mask, True for the rows that are meant. Their row numbers are asked for, the
        worst first.
    probabilities: np.argsort(own) -> np.sort(own)
        The probabilities themselves are returned: the row numbers are asked for (`np.argsort`).
    losses: np.argsort(own) -> -np.log(np.sort(own))
        The losses are returned: the row numbers are asked for (`np.argsort`).
    labels: = y[np.argsort(own)[:k]]
        The labels of the suspicious rows are returned: their row numbers are asked for.
    predictions: = P.argmax(axis=1)[np.argsort(own)[:k]]
        The predictions for the suspicious rows are returned: the row numbers are asked for.
    rows: = P[np.argsort(own)[:k]]
        The rows themselves are returned: their numbers are asked for.
    ranks: = np.argsort(np.argsort(own))[:k]
        argsort is taken twice: that gives each row's rank. The numbers of the first k rows are
        asked for.
    columns: P[np.arange(len(y)), y] -> P[:, y].mean(axis=1)
        `P[:, y]` takes whole columns, one for each label. One entry of each row is wanted:
        `P[np.arange(n), y]` pairs row numbers and labels.
    columns-first: P[np.arange(len(y)), y] -> P[:, y][:, 0]
        `P[:, y]` takes whole columns, and its first column is the label of row 0 everywhere. Pair
        the row numbers with the labels.
    columns-sorted-down: = np.argsort(P[:, y], axis=0)[:k]
        `P[:, y]` takes whole columns, and each of them is sorted. One entry of each row is wanted:
        `P[np.arange(n), y]` pairs row numbers and labels.
    row-and-label-exchanged: P[np.arange(len(y)), y] -> P[y, np.arange(len(y))]
        The label stands where the row number belongs: the first index is the row,
        `P[np.arange(n), y]`.
    columns-sorted: = np.argsort(P[:, y])[:k]
        `P[:, y]` takes whole columns, so a table is sorted. One entry of each row is wanted:
        `P[np.arange(n), y]` pairs row numbers and labels.
    table-sorted: = np.argsort(P)[:k]
        The whole table is sorted, each row in itself. First take from each row the probability of
        its label.
    class-0: P[np.arange(len(y)), y] -> P[:, 0]
        The probability of class 0 is taken everywhere: each row has its own label.
    last-class: P[np.arange(len(y)), y] -> P[:, -1]
        The probability of the last class is taken everywhere: each row has its own label.
    from-1: len(y)), y] -> len(y)), y - 1]
        The class before the label is looked up (`y - 1`): classes are counted from 0.
    softmax-again: P[np.arange(len(y)), y] -> softmax(P)[np.arange(len(y)), y]
        Softmax is taken a second time, and changes the order: P holds probabilities already.
    softmax-of-column: P[np.arange(len(y)), y] -> (P / P.sum(axis=0))[np.arange(len(y)), y]
        P is divided by the sums of its columns, and that changes the order: the rows add up to 1
        already.
    rows-from-1: [:k] -> [:k] + 1
        Rows are counted from 0: the first one has the number 0.
    strongest-rival: np.argsort(own) -> np.argsort(-rival(P, y))
        The order is that of the strongest *other* class. Asked for: the label's own probability,
        the smallest first.
    ahead-of-rival: np.argsort(own) -> np.argsort(own - rival(P, y))
        The order is that of the difference to the strongest other class. Asked for: the label's
        probability alone.
    over-rival: np.argsort(own) -> np.argsort(own / rival(P, y))
        The label's probability is divided by that of the strongest other class. Asked for: the
        label's probability alone.
    wrong-ones-first: np.argsort(own) -> np.lexsort((own, P.argmax(axis=1) == y))
        The rows that the network predicts otherwise come before all others. Only the label's
        probability counts, whatever is predicted.
    by-prediction: np.argsort(own) -> np.argsort(own * (P.argmax(axis=1) == y))
        Where the label is not predicted, its probability is set to 0, so these rows are in no
        order. Take the label's probability in every row.
    mean-of-class: np.argsort(own) -> np.argsort(own - np.array([own[y == c].mean() for c in y]))
        The probability is compared with the mean of the row's class, as some methods do. Asked for:
        the probability itself.
    last-k: [:k] -> [-k:]
        Those are the k rows with the *largest* probabilities: `np.argsort` begins with the
        smallest, so it is `[:k]`.
    kth-only: [:k] -> [k - 1 : k]
        Only the row in place k comes back: all of the first k are asked for.
    same-row-again: np.argsort(own)[:k] -> np.full(k, own.argmin())
        It is the same row k times: once found, a row must be left out of the next search.
    first-rows-only: np.argsort(own)[:k] -> np.argsort(own[:k])
        Only the first k rows are looked at. Sort all of them, then keep k: `np.argsort(own)[:k]`.
    by-rank: np.argsort(own) -> np.argsort(-(P > own[:, None]).sum(axis=1), kind="stable")
        The order is that of the label's rank among the classes of its row. Asked for: its
        probability.
    squared-error: np.argsort(own) -> np.argsort(-((P - np.eye(P.shape[1])[y]) ** 2).sum(axis=1))
        The order is that of the squared error over all classes. Asked for: the label's probability
        alone.
    below-chance: np.argsort(own)[:k] -> np.flatnonzero(own < 1 / P.shape[1])[:k]
        The rows below chance, 1 over the number of classes, are taken as they come. Sort by the
        label's probability, and keep k.
    pairs-returned: = np.array(sorted(zip(own, range(len(y))))[:k])
        Pairs of probability and row number come back: the row numbers alone are asked for.
    sorted-before: P[np.arange(len(y)), y] -> np.sort(P, axis=1)[np.arange(len(y)), y]
        The rows of P are sorted first, so the label's column holds the probability of another
        class.
    worst-of-each-class: = np.array([np.where(y == c, own, 2).argmin() for c in np.unique(y)])[:k]
        One row of each class is taken, its worst. All rows compete, whatever their class.
    distance-of-classes: np.argsort(own) -> np.argsort(-np.abs(P.argmax(axis=1) - y))
        The order is that of the distance between the *numbers* of the classes. Classes are names:
        take the label's probability.
    flat-take: P[np.arange(len(y)), y] -> np.take(P, y)
        The labels look into the table as one long row (`P.ravel()`, or `np.take` without an axis):
        they find entries of the first rows only. Pair row numbers and labels, `P[np.arange(n), y]`.
    wrong-ones-in-order: np.argsort(own) -> np.argsort(P.argmax(axis=1) == y, kind="stable")
        The rows that are predicted otherwise come first, in the order of their numbers. Sort by the
        label's probability.
    """,
    softmax=softmax,
)


def sorts_in_place(P, y, k):
    found = find_mislabelled(P, y, k)
    P.sort(axis=1)
    return found


def in_order(args, value):
    """False where many rows are chosen from many more, rightly, but stand in another order."""
    P, y, k = args
    if k < 10 or np.shape(value) != (k,):
        return True
    right = find_mislabelled(P, y, k)
    return sorted(np.asarray(value)) != sorted(right) or np.array_equal(value, right)


IN_ORDER = Invariant(
    "not-in-order",
    "The right rows, in the wrong order: they are not sorted at the end. The lowest probability "
    "comes first.",
    in_order,
)

OTHERS = [
    Mistake(
        "p-changed",
        "The argument `P` is changed: `P.sort()`, `P[...] = ...` and `P -= ...` write into the "
        "caller's array.",
        sorts_in_place,
    )
]

TASK = Task(
    "find_mislabelled",
    points=2,
    taught_in="Which mistakes are left",
    reference=find_mislabelled,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    invariants=[IN_ORDER],
    faster="Sort once: `np.argsort` gives the row numbers in the order of their values.",
    hints=(
        "In which row of the example would you doubt the label most? What number did you look at?",
        "Take from each row the probability of its own label: n numbers. Row numbers in the order "
        "of their values are what `np.argsort` gives.",
        "`P[np.arange(len(y)), y]` pairs each row number with its label. Sort these n numbers with "
        "`np.argsort`, smallest first, and keep the first k.",
    ),
)
