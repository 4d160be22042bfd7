"""Two ReLU units that say the same become one, and nobody notices."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def merge_twins(W1, b1, W2, i, j):
    """ReLU(c z) = c ReLU(z) for c > 0, so unit i takes over with W2[i] + c W2[j]; j goes."""
    c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    W2 = W2.astype(float)
    W2[i] = W2[i] + c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def cases(rng):
    def twins(sizes, i, j, c, note):
        d, m, k = sizes
        W1, b1, W2 = rng.normal(size=(d, m)), rng.normal(size=m), rng.normal(size=(m, k))
        W1[:, j], b1[j] = c * W1[:, i], c * b1[i]
        return Case((W1, b1, W2, i, j), note)

    with_zero = np.array([[0.0, 1.0, 0.0], [-2.0, 0.5, -6.0]])
    first_only = np.array([[-2.0, 1.0, -6.0], [0.0, 0.5, 0.0]])
    no_sum = np.array([[1.5, 1.0, 3.0], [-1.5, 0.5, -3.0], [0.0, 2.0, 0.0]])
    no_bias = np.array([[1.5, 1.0, 3.0], [-2.0, 0.5, -4.0]])
    whole = np.array([[2, 1, 4, 0], [-1, 3, -2, 5]]), np.array([1, -2, 2, 3])
    return [
        twins((3, 4, 2), 1, 3, 2.0, "j is twice i"),
        twins((2, 5, 3), 0, 4, 1.0, "exactly alike"),
        twins((4, 4, 4), 2, 0, 0.5, "j comes before i, square tables"),
        twins((3, 2, 1), 0, 1, 3.0, "two units, one output"),
        twins((1, 4, 2), 3, 1, 0.25, "one input, j before i"),
        Case((with_zero, np.array([0.4, 0.3, 1.2]), rng.normal(size=(3, 2)), 0, 2), "a weight 0"),
        Case((no_bias, np.array([0.0, 0.3, 0.0]), rng.normal(size=(3, 2)), 0, 2), "biases are 0"),
        Case((*whole, np.array([[1, 0], [2, -1], [3, 1], [0, 4]]), 2, 0), "integers, j half of i"),
        Case((first_only, np.array([0.4, 0.3, 1.2]), rng.normal(size=(3, 2)), 0, 2),
             "no weight above 0"),
        Case((no_sum, np.array([0.4, 0.3, 0.8]), rng.normal(size=(3, 2)), 0, 2),
             "weights that cancel"),
    ]  # fmt: skip


SLIPS = slips(
    merge_twins,
    """
    not-added: W2[i] = W2[i] + c * W2[j] ->
        What unit j gave to the outputs is lost: its row of W2 must be carried over to unit i.
    factor-missing: c * W2[j] -> W2[j]
        The outgoing weights are added as they are. Unit j says c times what unit i says, so its
        row counts c times.
    divided: c * W2[j] -> W2[j] / c
        The row of unit j is divided by c, or c is upside down. Unit j says c *times* what unit i
        says: multiply by c, which is the length of column j over that of column i.
    factor-on-i: W2[i] + c * W2[j] -> c * W2[i] + W2[j]
        The factor stands with the wrong row: unit i stays as it is, and it is unit j that says c
        times as much.
    averaged: W2[i] + c * W2[j] -> (W2[i] + c * W2[j]) / 2
        The two rows are averaged. Both units gave to the outputs: add.
    replaced: W2[i] + c * W2[j] -> c * W2[j]
        The own row of unit i is lost: add to it.
    i-goes: = np.delete(W1, i, axis=1), np.delete(b1, i), np.delete(W2, i, axis=0)
        Unit i is taken out. Unit j goes, and i stays where it was.
    row-for-column: np.delete(W1, j, axis=1) -> np.delete(W1, j % len(W1), axis=0)
        A row of W1 is taken out, an input. A unit is a *column* of W1 (and a row of W2).
    w1-whole: return np.delete(W1, j, axis=1), -> return W1,
        Unit j still has its column in W1.
    b1-whole: np.delete(b1, j), np.delete -> b1, np.delete
        Unit j still has its bias in b1.
    w2-whole: np.delete(W2, j, axis=0) -> W2
        Unit j still has its row in W2.
    silenced:
    - W2[i] = W2[i] + c * W2[j]
    - return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
    + W2[i] = W2[i] + c * W2[j]
    + W2[j] = 0
    + return W1, b1, W2
        Unit j is silent but still there: it must leave the tables, which become smaller by one.
    incoming-added:
    - W2[i] = W2[i] + c * W2[j]
    + W1 = W1 + (1.0 + c - 1) * W1[:, [i]] * (np.arange(W1.shape[1]) == i)
        The weights into unit i are enlarged. They stay; what changes is what it hands on.
    incoming-averaged:
    - W2 = W2.astype(float)
    + W2, W1 = W2.astype(float), W1.astype(float)
    + W1[:, i] = (W1[:, i] + W1[:, j]) / 2
        The weights into the two are averaged. Unit i keeps what it has, and takes over the outputs.
    unit-lost: W2[i] = W2[i] + c * W2[j] -> W2[i - 1] = W2[i - 1] + c * W2[j]
        The row of unit j goes to a wrong unit. If you take j out first, the units behind it move up
        by one: add before you take out.
    taken-out-first:
    - W2[i] = W2[i] + c * W2[j]
    - return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
    + row, W2 = W2[j], np.delete(W2, j, axis=0)
    + W2[min(i, len(W2) - 1)] += c * row
    + return np.delete(W1, j, axis=1), np.delete(b1, j), W2
        Unit j was taken out first, and where it stood before unit i, number i is then another unit.
        Add before you take out.
    squared-length: c = W1[:, j] @ W1[:, i] -> c = W1[:, j] @ W1[:, j]
        c is the ratio of the *squared* lengths, so it is squared: take the root of it.
    one-output: W2[i] = W2[i] + c * W2[j] -> W2[i, 0] = W2[i, 0] + c * W2[j, 0]
        Only the first output takes over unit j's weight: the whole row must.
    columns-of-w2:
    - W2[i] = W2[i] + c * W2[j]
    + W2[:, i % W2.shape[1]] += c * W2[:, j % W2.shape[1]]
        Columns of W2 are added: they belong to the outputs. A unit is a row of W2.
    subtracted: W2[i] + c -> W2[i] - c
        The row of unit j is subtracted: both units gave to the outputs, add.
    cut-to-integers: W2.astype(float) -> W2.copy()
        Where W2 holds integers, c times a row is cut to whole numbers when it is written into it.
        Make a float array first: `W2.astype(float)`.
    own-row-for-j: W2[i] + c * W2[j] -> W2[i] + c * W2[i]
        The row of unit i is multiplied by 1 + c: that is what unit j says, with the weights of unit
        i. It is row j that has to be carried over.
    averaged-without-c: W2[i] + c * W2[j] -> (W2[i] + W2[j]) / 2
        The two rows are averaged, and c is left out. Both units gave to the outputs, and unit j
        said c times as much: add.
    louder-into-i:
    - W2[i] = W2[i] + c * W2[j]
    + W2[i] = W2[i] / c + W2[j]
    + W1, b1 = W1.astype(float), b1.astype(float)
    + W1[:, i], b1[i] = W1[:, j], b1[j]
        No output changes, but unit i got the weights of unit j. What leads into unit i stays; c
        goes to the row of unit j.
    last-goes: = W1[:, :-1], b1[:-1], W2[:-1]
        The last unit is taken out, whichever it is. It is unit j that goes.
    moved-to-the-end:
    - return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
    + order = [u for u in range(len(b1)) if u not in (i, j)] + [i]
    + return W1[:, order], b1[order], W2[order]
        The merged unit stands last. The units that stay keep their order.
    later-goes:
    - return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
    + j = max(i, j)
    + return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
        The later of the two is taken out, whichever it is. It is always unit j that goes, and j may
        come before i.
    earlier-goes:
    - return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
    + j = min(i, j)
    + return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)
        The earlier of the two is taken out, whichever it is. It is always unit j that goes.
    earlier-stays:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + i, j = min(i, j), max(i, j)
    + c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
        No output changes, but where j comes before i the two have changed their parts. Unit i
        stays, with its own weights, and j goes.
    bias-added:
    - W2[i] = W2[i] + c * W2[j]
    + W2[i] = W2[i] + c * W2[j]
    + b1 = b1.astype(float) + b1[j] * (np.arange(len(b1)) == i)
        The bias of unit j is added to that of unit i. What leads into unit i stays as it is, its
        bias too.
    inputs-added:
    - W2[i] = W2[i] + c * W2[j]
    + b1 = b1.astype(float) + b1[j] * (np.arange(len(b1)) == i)
    + W1 = W1.astype(float) + W1[:, [j]] * (np.arange(W1.shape[1]) == i)
        What leads into the two units is added up, and W2 keeps its row i. Other way round: unit i
        keeps what leads into it, and its row of W2 takes over that of unit j, times c.
    factor-of-outputs:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + c = np.linalg.norm(W2[j]) / np.linalg.norm(W2[i])
        c is taken from W2. It says how much louder unit j is, and that depends on what leads into
        the units: the columns of W1.
    factor-fixed: c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i]) -> c = 2
        c is always 2, as in the example to try. It is another number in each network: the length of
        column j of W1 over that of column i.
    both-multiplied: W2[i] + c * W2[j] -> c * (W2[i] + W2[j])
        Both rows are multiplied by c. Unit i says what it said before: its row counts once.
    factor-by-difference:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + c = np.mean(W1[:, j] - W1[:, i])
        c is a difference. Unit j is c *times* as loud: divide.
    factor-cut: / (W1[:, i] -> // (W1[:, i]
        c is cut to a whole number: divide with `/`.
    factor-rounded: c * W2[j] -> np.round(c) * W2[j]
        c is rounded to a whole number: it may have a fraction.
    root-of-factor: c * W2[j] -> c**0.5 * W2[j]
        The root of c is taken: row j counts c times.
    weighted-mean: W2[i] + c * W2[j] -> (W2[i] + c * W2[j]) / (1 + c)
        A mean of both rows is made, with the weights 1 and c. Both units gave to the outputs: add,
        and do not divide.
    larger-row: W2[i] + c * W2[j] -> np.maximum(W2[i], c * W2[j])
        The larger of two weights is taken. Both units gave to the outputs: add.
    multiplied-rows: W2[i] + c * W2[j] -> c * W2[i] * W2[j]
        The two rows are multiplied. Both units gave to the outputs: add.
    w1-flattened: np.delete(W1, j, axis=1) -> np.delete(W1, j)
        `np.delete` without an axis makes one long row of W1. A unit is a column: axis=1.
    w2-column-deleted: np.delete(W2, j, axis=0) -> np.delete(W2, j % W2.shape[1], axis=1)
        A column of W2 is taken out, an output. A unit is a *row* of W2: axis=0.
    bias-multiplied:
    - W2[i] = W2[i] + c * W2[j]
    + W2[i] = W2[i] + c * W2[j]
    + b1 = np.where(np.arange(len(b1)) == i, c * b1, b1)
        The bias of unit i is multiplied by c. What leads into unit i stays as it is.
    w2-flattened: np.delete(W2, j, axis=0) -> np.delete(W2, j)
        `np.delete` without an axis makes one long row of W2. A unit is a row: axis=0.
    factor-1-without-bias:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + c = b1[j] / b1[i] if b1[i] else 1
        c is taken from the biases, and is 1 where they are 0. The weights still tell it there: use
        the lengths of the two columns.
    factor-1-without-weight:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + c = W1[0, j] / W1[0, i] if W1[0, i] else 1
        c is taken from the first weight, and is 1 where that is 0. The others still tell it there:
        use the lengths of the two columns.
    added-to-all: W2[i] = W2[i] + c * W2[j] -> W2 = W2 + c * W2[j]
        Row j is added to *every* row of W2. Unit i alone takes over.
    factor-added: W2[i] + c * W2[j] -> W2[i] + c
        c itself is added to the row of unit i. It is row j, times c, that is to be added.
    row-summed: c * W2[j] -> c * W2[j].sum()
        Row j is added up to one number. Each output has its own: add entry by entry.
    quieter-goes:
    - c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + c = W1[:, j] @ W1[:, i] / (W1[:, i] @ W1[:, i])
    + i, j, c = (j, i, 1 / c) if c > 1 else (i, j, c)
        The quieter of the two is taken out: where c > 1, i and j have changed their parts. No
        output changes, but it is always unit j that goes, whatever c is.
    """,
)


def ratio_of_firsts(W1, b1, W2, i, j):
    c = W1[0, j] / W1[0, i]
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def ratio_of_lasts(W1, b1, W2, i, j):
    _, b1_left, W2_left = ratio_of_firsts(W1[::-1], b1, W2, i, j)
    return np.delete(W1, j, axis=1), b1_left, W2_left


def safe_mean_ratio(W1, b1, W2, i, j):
    c = (W1[:, j] / (W1[:, i] + 1e-12)).mean()
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def mean_ratio(W1, b1, W2, i, j):
    c = (W1[:, j] / W1[:, i]).mean()
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def ratio_of_sums(W1, b1, W2, i, j):
    c = W1[:, j].sum() / W1[:, i].sum()
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def ratio_of_largest(W1, b1, W2, i, j):
    c = W1[:, j].max() / W1[:, i].max()
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def ratio_of_biases(W1, b1, W2, i, j):
    c = b1[j] / b1[i]
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def in_place(W1, b1, W2, i, j):
    answer = merge_twins(W1, b1, W2, i, j)
    W2[i] = 2 * W2[i] + 1
    return answer


OTHERS = [
    Mistake(
        "ratio-of-one-weight",
        "c is taken from a single weight, and that may be 0: use the lengths of the two columns, "
        "or the weights of the largest size.",
        ratio_of_firsts,
    ),
    Mistake(
        "ratio-of-last-weight",
        "c is taken from a single weight, the last, and that may be 0: use the lengths of the two "
        "columns, or the weights of the largest size.",
        ratio_of_lasts,
    ),
    Mistake(
        "safe-mean-ratio",
        "c is a mean over the ratios of all weights, and where a weight is 0 its ratio counts as 0 "
        "(a small number only hides 0/0). Use the lengths of the two columns.",
        safe_mean_ratio,
    ),
    Mistake(
        "mean-ratio",
        "c is a mean over the ratios of all weights, and where a weight is 0 one of them is 0/0. "
        "Use the lengths of the two columns.",
        mean_ratio,
    ),
    Mistake(
        "ratio-of-sums",
        "c is the ratio of two sums of weights, and a sum may be 0: positive and negative ones "
        "cancel. Use the lengths of the two columns.",
        ratio_of_sums,
    ),
    Mistake(
        "ratio-of-largest",
        "c is the ratio of the largest weights, and the largest may be 0 if others are negative. "
        "Use the largest sizes, or the lengths of the two columns.",
        ratio_of_largest,
    ),
    Mistake(
        "ratio-of-biases",
        "c is taken from the biases, and they may be 0. A weight of unit i that is not 0 there is "
        "always: use the lengths of the two columns.",
        ratio_of_biases,
    ),
    Mistake(
        "w2-changed",
        "The argument `W2` is changed: `W2[i] += ...` writes into the caller's network. Take a "
        "copy first.",
        in_place,
    ),
]

TASK = Task(
    "merge_twins",
    points=3,
    taught_in="Its probabilities, by hand",
    reference=merge_twins,
    cases=cases,
    parts=("W1", "b1", "W2"),
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Unit i says ReLU(z). The sum of unit j is c z. What does unit j say, for c > 0?",
        "ReLU(c z) = c ReLU(z). So the outputs get W2[i] ReLU(z) + W2[j] c ReLU(z). With which row "
        "could unit i give that alone?",
        "c is the length of column j of W1 divided by that of column i. Add c times row j of W2 to "
        "row i, in a float copy; then `np.delete` takes unit j out of all three, `axis=1` for W1.",
    ),
)
