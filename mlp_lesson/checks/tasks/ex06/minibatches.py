"""The rows of an epoch in a new order, a few at a time."""

import numpy as np

from ...engine.task import Case, Invariant, Mistake, Task


def minibatches(n, batch_size, rng):
    """The numbers 0 ... n-1 in random order, cut into arrays of batch_size, the last smaller."""
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def three_epochs(minibatches, n, batch_size, rng):
    """The batches of an epoch, of the next one from the same rng, and of one from another rng."""
    others = rng, np.random.default_rng(99)
    try:
        return [minibatches(n, batch_size, o) for o in (rng, *others)]
    except TypeError as error:
        if "'NoneType'" in str(error):
            return "none"
        raise
    except ValueError as error:
        if "cannot reshape" in str(error):
            return "reshape"
        raise


def cases(rng):
    sizes = {
        "15 rows by 5": (15, 5),
        "a smaller last batch": (105, 20),
        "one batch of all": (7, 7),
        "fewer rows than a batch": (6, 10),
        "one row a batch": (60, 1),
        "one row": (1, 4),
        "1000 rows by 64": (1000, 64),
    }
    return [
        Case((*sizes[note], np.random.default_rng(seed)), note) for seed, note in enumerate(sizes)
    ]


# ---- what holds of every right answer: value is the three epochs --------------------------------


def stopped_by(what):
    return lambda args, value: not (isinstance(value, str) and value == what)


def of_batches(test):
    """holds(args, value) from test(batches, n, batch_size), batches those of the first epoch."""
    return lambda args, value: bool(test(value[0], args[0], args[1]))


def rows_in(batches):
    return np.concatenate([np.asarray(batch) for batch in batches]) if batches else np.array([])


@of_batches
def is_list_of_arrays(batches, n, batch_size):
    return isinstance(batches, list | tuple) and all(np.ndim(b) == 1 for b in batches)


@of_batches
def are_whole_numbers(batches, n, batch_size):
    return all(np.asarray(batch).dtype.kind in "iu" for batch in batches if len(batch))


@of_batches
def are_arrays(batches, n, batch_size):
    return all(isinstance(batch, np.ndarray) for batch in batches)


@of_batches
def last_is_kept(batches, n, batch_size):
    rows = rows_in(batches)
    lost = n % batch_size
    return not (lost and len(rows) == n - lost == len(np.unique(rows)))


@of_batches
def is_within_range(batches, n, batch_size):
    rows = rows_in(batches)
    return len(rows) == 0 or (rows.min() >= 0 and rows.max() < n)


@of_batches
def counts_from_zero(batches, n, batch_size):
    return not np.array_equal(np.sort(rows_in(batches)), np.arange(1, n + 1))


@of_batches
def no_overlap(batches, n, batch_size):
    """False where every row comes, some again, in too many batches; or each is the one before,
    moved by one place."""
    too_many = len(batches) > -(-n // batch_size)
    repeats = has_every_row(batches, n) and len(rows_in(batches)) > n
    pairs = list(zip(batches, batches[1:], strict=False))
    moved = [len(a) > 1 and np.array_equal(a[1:], b[: len(a) - 1]) for a, b in pairs]
    return not (too_many and repeats or moved and all(moved))


@of_batches
def last_may_be_smaller(batches, n, batch_size):
    """False where the last batch is as large as the others because some rows come again."""
    full = [len(batch) for batch in batches] == [batch_size] * -(-n // batch_size)
    return not (full and n % batch_size and has_every_row(batches, n))


@of_batches
def ends_move(batches, n, batch_size):
    """False where there are as many batches as there should be, but later ones are empty."""
    return all(map(len, batches)) or len(batches) != -(-n // batch_size)


@of_batches
def not_one_fewer(batches, n, batch_size):
    """False where only one batch is missing, and all others are full."""
    one_fewer = len(batches) == -(-n // batch_size) - 1 > 0
    return not (one_fewer and all(len(batch) == batch_size for batch in batches))


@of_batches
def more_than_the_first(batches, n, batch_size):
    return not (len(batches) == 1 and len(batches[0]) == batch_size < n)


@of_batches
def no_row_twice(batches, n, batch_size):
    rows = rows_in(batches)
    return len(np.unique(rows)) == len(rows)


def has_every_row(batches, n):
    return np.array_equal(np.unique(rows_in(batches)), np.arange(n))


@of_batches
def every_row_comes(batches, n, batch_size):
    return has_every_row(batches, n)


@of_batches
def none_is_empty(batches, n, batch_size):
    return all(map(len, batches))


def sizes_are_right(batches, n, batch_size):
    sizes = [len(batch) for batch in batches]
    return sizes == [batch_size] * (n // batch_size) + [n % batch_size] * (n % batch_size > 0)


@of_batches
def batches_have_their_sizes(batches, n, batch_size):
    return sizes_are_right(batches, n, batch_size)


@of_batches
def rest_is_a_batch(batches, n, batch_size):
    """False where all batches are full, and only the last is too large."""
    *others, last = map(len, batches)
    return not (last > batch_size and all(size == batch_size for size in others))


@of_batches
def are_no_even_parts(batches, n, batch_size):
    """False where there are as many batches as there should be, but equally large ones."""
    sizes = [len(batch) for batch in batches]
    even = len(sizes) == -(-n // batch_size) > 1 and max(sizes) - min(sizes) <= 1
    return sizes_are_right(batches, n, batch_size) or not even


@of_batches
def are_not_pieces(batches, n, batch_size):
    """False where the rows were cut into batch_size pieces."""
    return sizes_are_right(batches, n, batch_size) or len(batches) != batch_size


@of_batches
def is_shuffled(batches, n, batch_size):
    return n < 20 or not np.array_equal(rows_in(batches), np.arange(n))


@of_batches
def is_mixed(batches, n, batch_size):
    """Neither are neighbours kept together, nor is a batch still made of the rows of its place."""
    if n < 50 or batch_size < 10:
        return True
    return not all(np.ptp(batch) < len(batch) for batch in batches)


def follows_rng(args, value):
    """The next epoch, and one from another rng, have another order."""
    first, following, other = map(rows_in, value)
    return args[0] < 20 or not (np.array_equal(first, following) or np.array_equal(first, other))


INVARIANTS = [
    Invariant(
        "none",
        "Something is None where an array is meant: `rng.shuffle` rearranges the array it is "
        "given and returns nothing. `rng.permutation(n)` returns the shuffled numbers.",
        stopped_by("none"),
    ),
    Invariant(
        "reshaped",
        "`reshape` needs batches that are all equally large, so it stops where batch_size does not "
        "divide n, and it gives one table. Cut the numbers into slices: the last may be shorter.",
        stopped_by("reshape"),
    ),
    Invariant(
        "no-list-of-arrays",
        "A list of arrays is asked for, one array of row numbers a batch: not a generator "
        "(`yield`), one table, or a flat list.",
        is_list_of_arrays,
    ),
    Invariant(
        "fractions",
        "The row numbers must be integers: they are used as indices.",
        are_whole_numbers,
    ),
    Invariant(
        "lists-for-arrays",
        "Each batch must be an array, so that `X[batch]` takes those rows: `np.array(...)`.",
        are_arrays,
    ),
    Invariant(
        "ends-stay",
        "The first batch is right and later ones are empty: a slice ends at the place that its "
        "second number names, so it must move on with the start.",
        ends_move,
    ),
    Invariant(
        "empty-batch",
        "There is an empty batch, and a mean over no rows is no number. Perhaps there are "
        "n // batch_size + 1 batches: that is one too many where batch_size divides n.",
        none_is_empty,
    ),
    Invariant(
        "from-one",
        "The row numbers run from 1 to n: Python counts from 0, so they must be 0 ... n-1.",
        counts_from_zero,
    ),
    Invariant(
        "out-of-range",
        "There are row numbers outside 0 ... n-1.",
        is_within_range,
    ),
    Invariant(
        "last-dropped",
        "The last batch is dropped where it is smaller than the others, and its rows are never "
        "seen in this epoch. Keep it.",
        last_is_kept,
    ),
    Invariant(
        "overlap",
        "The batches overlap, so rows come more than once. Each batch starts where the one before "
        "it ends, batch_size places further on: `range` can count in such steps, or multiply the "
        "number of the batch by batch_size.",
        no_overlap,
    ),
    Invariant(
        "filled-up",
        "The last batch is filled up with rows that have come before. It may be smaller than the "
        "others: each row comes once.",
        last_may_be_smaller,
    ),
    Invariant(
        "drawn-anew",
        "Some rows come twice and others never: each batch is drawn anew (`choice`, `integers`, "
        "another `permutation`), or row numbers are drawn with replacement. Shuffle all row "
        "numbers once, then cut.",
        no_row_twice,
    ),
    Invariant(
        "batch-missing",
        "A whole batch is missing. `range` begins with its first number and leaves out its end: "
        "where must the first batch start, and where the last?",
        not_one_fewer,
    ),
    Invariant(
        "first-batch-only",
        "Only the first batch is returned: is the `return` inside the loop?",
        more_than_the_first,
    ),
    Invariant(
        "rows-missing",
        "Some rows are in no batch: each of 0 ... n-1 must come once. Does every slice end where "
        "the next one starts?",
        every_row_comes,
    ),
    Invariant(
        "pieces",
        "The rows are cut into batch_size pieces: batch_size is the number of rows in a batch, "
        "not the number of batches.",
        are_not_pieces,
    ),
    Invariant(
        "not-shuffled",
        "The rows come in their old order. Rows of one class often stand together: shuffle first, "
        "with `rng`.",
        is_shuffled,
    ),
    Invariant(
        "neighbours-together",
        "Each batch still holds rows that were neighbours: only whole batches, or the rows inside "
        "each, were shuffled. Shuffle all row numbers before you cut.",
        is_mixed,
    ),
    Invariant(
        "rest-appended",
        "The rows that are left over are put into the last batch, which is larger than batch_size "
        "then. They are a batch of their own.",
        rest_is_a_batch,
    ),
    Invariant(
        "even-parts",
        "The rows are spread evenly, as `np.array_split` does it. Every batch has batch_size rows, "
        "and only the last may have fewer.",
        are_no_even_parts,
    ),
    Invariant(
        "sizes",
        "The sizes are not right: batch_size rows in each batch, fewer only in the last one.",
        batches_have_their_sizes,
    ),
    Invariant(
        "own-seed",
        "Another `rng`, or the next epoch, gives the same order: a generator of your own, with a "
        "fixed seed, is at work. Draw from the rng that is handed in.",
        follows_rng,
    ),
]

TASK = Task(
    "minibatches",
    points=2,
    taught_in="All rows, one row, or some",
    reference=minibatches,
    cases=cases,
    unique=False,
    observe=three_epochs,
    invariants=INVARIANTS,
    mistakes=[
        Mistake(
            "not-from-rng",
            "Two calls with the same rng give different batches: shuffle with the `rng` that is "
            "handed in, not with `np.random`, or nobody can repeat your training.",
            by="random",
        )
    ],
    hints=(
        "Two steps: shuffle all the row numbers once, then cut. Drawing each batch on its own "
        "would take some rows twice and leave others out.",
        "`rng.permutation(n)` is the shuffled row. Where does each batch start? `range` can count "
        "in steps of batch_size.",
        "A slice that reaches beyond the end is no error in Python: it is shorter. So the last "
        "batch needs no case of its own.",
    ),
)
