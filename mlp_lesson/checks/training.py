"""Exercise 06: first weights, minibatches, steps with a memory, and a network that learns."""


import numpy as np

from ..network import he_normal
from ..optimizers import adam, momentum
from .engine.old import Invariant, Mistake
from .engine.task import Case, Task

# ---- init_layer -------------------------------------------------------------------------------


def init_layer(n_in, n_out, rng):
    """W ~ N(0, 2 / n_in), b = 0."""
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


def two_layers(init_layer, n_in, n_out, rng):
    """A layer from rng, the next one from the same rng, and one from another rng."""
    others = rng, np.random.default_rng(99)
    return [init_layer(n_in, n_out, rng), *(init_layer(n_in, n_out, other) for other in others)]


def init_cases(rng):
    sizes = {
        (220, 50): "220 to 50 units", (50, 300): "50 to 300 units", (120, 120): "a square W",
        (400, 3): "3 output units", (1, 500): "one input", (784, 100): "784 to 100 units",
    }  # fmt: skip
    return [
        Case((n_in, n_out, np.random.default_rng(i)), note)
        for i, ((n_in, n_out), note) in enumerate(sizes.items())
    ]


def for_weights(test):
    """holds(args, value) from test(W, n_in, n_out), W the first of the layers drawn."""

    def holds(args, value):
        with np.errstate(invalid="ignore", divide="ignore"):  # all weights equal
            return bool(test(np.asarray(value[0][0], float), *args[:2]))

    return holds


def has_variance(formula):
    """Whether W has about the variance formula(n_in, n_out), and not 2 / n_in."""

    def variance_is(W, n_in, n_out):
        wrong, right, found = formula(n_in, n_out), 2 / n_in, np.mean(W**2)
        tolerance = 5 * np.sqrt(2 / W.size)  # five times the spread of a variance that is measured
        if abs(found / right - 1) < tolerance:
            return False
        return abs(found / wrong - 1) < tolerance

    return variance_is


def in_most_cases_not(formula):
    return for_weights(lambda W, n_in, n_out: not has_variance(formula)(W, n_in, n_out))


def is_pair(args, value):
    return all(isinstance(layer, list | tuple) and len(layer) == 2 for layer in value)


def is_numeric(args, value):
    return all(np.asarray(part).dtype.kind in "iuf" for layer in value for part in layer)


def w_shape(args, value):
    return np.shape(value[0][0]) == args[:2]


def no_shape_as_mean(args, value):
    return np.shape(value[0][0]) != (2,) or args[1] == 2


def not_swapped(args, value):
    W, b = value[0]
    return not (np.shape(W) == args[1:2] and np.shape(b) == args[:2])


def b_shape(args, value):
    return np.shape(value[0][1]) == (args[1],)


def b_is_zero(args, value):
    return not np.any(value[0][1])


def enough_different(args, value):
    W = np.asarray(value[0][0])
    return len(np.unique(W)) > 0.9 * W.size


def is_centred(W, n_in, n_out):
    return abs(W.mean()) < 5 * W.std() / np.sqrt(W.size)


def is_normal(W, n_in, n_out):
    """The fourth moment of a normal is 3; of a uniform distribution 1.8, of one cut at 2σ 2.4."""
    if W.size < 5000:
        return True
    return abs(np.mean(W**4) / np.mean(W**2) ** 2 - 3) < 0.35


def layers_differ(args, value):
    return not np.array_equal(value[0][0], value[1][0])


def follows_rng(args, value):
    return not np.array_equal(value[0][0], value[2][0])


PAIR = "init_layer must return two things, the pair (W, b)."
NUMBERS = "W and b must be arrays of numbers."
W_SHAPE = "W must have the shape (n_in, n_out): a row for each input, a column for each unit."
SHAPE_AS_MEAN = (
    "W has as many entries as `rng.normal` was given sizes: its first argument is the mean, the "
    "second the standard deviation, and only the third the shape."
)
SWAPPED = "W and b are exchanged: return (W, b), in this order."
B_SHAPE = (
    "b must have the shape (n_out,): one bias a unit, a plain vector, not a row or column table."
)
B_ZERO = "The biases must be zeros: the random weights already break the symmetry."
EQUAL = (
    "The weights are equal, or come in equal rows or columns: units that start equal get equal "
    "gradients and stay equal. Every weight needs a random number of its own. "
    "(The second argument of `rng.normal` is the standard deviation: at 0 all come out the same.)"
)
CENTRE = (
    "The weights are not centred at 0, so all units would add up the same way. `rng.random` draws "
    "from 0 to 1 only, and the first argument of `rng.normal` is the mean: it must be 0."
)
MULTIPLIED = (
    "The random numbers are multiplied by the square root of n_in where they should be divided: "
    "the more inputs, the smaller each weight must be."
)
WITH_N_OUT = (
    "The spread follows n_out: He's scale counts the inputs of a unit, n_in, because those are the "
    "terms that its sum adds up."
)
VARIANCE_AS_SPREAD = (
    "2/n_in is the variance; what `rng.normal` and a factor before `standard_normal` take is the "
    "standard deviation, its square root."
)
LECUN = (
    "The variance is 1/n_in. That suits tanh; ReLU sets half of the signal to zero, and He's 2 "
    "makes up for it."
)
GLOROT = "The variance is 2/(n_in + n_out): that is Glorot's; He's counts the inputs alone."
UNSCALED = "The variance is 1 whatever the size of the layer: scale it by the number of inputs."
ROOT_OF_TWO_ONLY = (
    "The root is drawn from the 2 alone: √2/n_in. The standard deviation is the root of the whole "
    "fraction 2/n_in."
)
UNIFORM_BY_ROOT = (
    "The variance is a third of 2/n_in, as `rng.uniform(-1, 1)` gives it. Draw normally "
    "distributed numbers, with `rng.normal` or `rng.standard_normal`."
)
OTHER_SCALE = "The variance of the weights is not 2/n_in."
NOT_NORMAL = (
    "The variance is right, but the weights are not normally distributed: draw them with "
    "`rng.normal` or `rng.standard_normal`."
)
OWN_SEED = (
    "Another `rng` gives the same weights: a generator of your own, with a fixed seed, is at work. "
    "Every layer would start alike. Draw from the rng that is handed in."
)


def normal_with(variance, n_bias=lambda n_out: n_out):
    return lambda n_in, n_out, rng: (
        rng.normal(0, np.sqrt(variance(n_in, n_out)), (n_in, n_out)), np.zeros(n_bias(n_out))
    )  # fmt: skip


def he_uniform(n_in, n_out, rng):
    c = np.sqrt(6 / n_in)
    return rng.uniform(-c, c, (n_in, n_out)), np.zeros(n_out)


def one_unit_repeated(n_in, n_out, rng):
    column = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return np.repeat(column, n_out, axis=1), np.zeros(n_out)


def weight_by_weight(n_in, n_out, rng):
    W = [[rng.normal() for _ in range(n_out)] for _ in range(n_in)]
    return np.array(W) * (2 / n_in) ** 0.5, np.zeros(n_out)


def through_the_package(n_in, n_out, rng):
    return he_normal(n_in, n_out, rng)


def in_single_precision(n_in, n_out, rng):
    W = rng.standard_normal((n_out, n_in), dtype=np.float32).T * np.sqrt(2 / n_in)
    return W, np.zeros_like(W[0])


INIT_LAYER = Task(
    "init_layer",
    points=2,
    reference=init_layer,
    cases=init_cases,
    unique=False,
    observe=two_layers,
    invariants=[
        Invariant(PAIR, is_pair),
        Invariant(NUMBERS, is_numeric),
        Invariant(SHAPE_AS_MEAN, no_shape_as_mean),
        Invariant(SWAPPED, not_swapped),
        Invariant(W_SHAPE, w_shape),
        Invariant(B_SHAPE, b_shape),
        Invariant(EQUAL, enough_different),
        Invariant(CENTRE, for_weights(is_centred)),
        Invariant(MULTIPLIED, in_most_cases_not(lambda n_in, n_out: n_in)),
        Invariant(MULTIPLIED, in_most_cases_not(lambda n_in, n_out: 2 * n_in)),
        Invariant(MULTIPLIED, in_most_cases_not(lambda n_in, n_out: n_in / 2)),
        Invariant(VARIANCE_AS_SPREAD, in_most_cases_not(lambda n_in, n_out: (2 / n_in) ** 2)),
        Invariant(UNSCALED, in_most_cases_not(lambda n_in, n_out: 1)),
        Invariant(WITH_N_OUT, in_most_cases_not(lambda n_in, n_out: 2 / n_out)),
        Invariant(GLOROT, in_most_cases_not(lambda n_in, n_out: 2 / (n_in + n_out))),
        Invariant(LECUN, in_most_cases_not(lambda n_in, n_out: 1 / n_in)),
        Invariant(ROOT_OF_TWO_ONLY, in_most_cases_not(lambda n_in, n_out: 2 / n_in**2)),
        Invariant(UNIFORM_BY_ROOT, in_most_cases_not(lambda n_in, n_out: 2 / (3 * n_in))),
        Invariant(
            OTHER_SCALE,
            for_weights(
                lambda W, n_in, n_out: abs(np.mean(W**2) * n_in / 2 - 1) < 6 * np.sqrt(2 / W.size)
            ),
        ),
        Invariant(NOT_NORMAL, for_weights(is_normal)),
        Invariant(B_ZERO, b_is_zero),
        Invariant(OWN_SEED, follows_rng),
        Invariant(OWN_SEED, layers_differ),
    ],
    mistakes=[
        Mistake(PAIR, lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[0]),
        Mistake(W_SHAPE, lambda n_in, n_out, rng: (init_layer(n_in, n_out, rng)[0].T, 0)),
        Mistake(
            SHAPE_AS_MEAN,
            lambda n_in, n_out, rng: (
                rng.normal((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)
            ),
        ),
        Mistake(SWAPPED, lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[::-1]),
        Mistake(B_SHAPE, normal_with(lambda n_in, n_out: 2 / n_in, lambda n_out: (1, n_out))),
        Mistake(
            B_ZERO,
            lambda n_in, n_out, rng: (
                init_layer(n_in, n_out, rng)[0], rng.normal(0, np.sqrt(2 / n_in), n_out)
            ),
        ),
        Mistake(EQUAL, lambda n_in, n_out, rng: (np.zeros((n_in, n_out)), np.zeros(n_out))),
        Mistake(EQUAL, one_unit_repeated),
        Mistake(
            EQUAL,
            lambda n_in, n_out, rng: (
                rng.normal(np.sqrt(2 / n_in), 0, (n_in, n_out)), np.zeros(n_out)
            ),
        ),
        Mistake(
            CENTRE,
            lambda n_in, n_out, rng: (
                rng.random((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)
            ),
        ),
        Mistake(
            CENTRE,
            lambda n_in, n_out, rng: (
                rng.normal(np.sqrt(2 / n_in), size=(n_in, n_out)), np.zeros(n_out)
            ),
        ),
        Mistake(MULTIPLIED, normal_with(lambda n_in, n_out: n_in)),
        Mistake(MULTIPLIED, normal_with(lambda n_in, n_out: n_in / 2)),
        Mistake(WITH_N_OUT, normal_with(lambda n_in, n_out: 2 / n_out)),
        Mistake(VARIANCE_AS_SPREAD, normal_with(lambda n_in, n_out: (2 / n_in) ** 2)),
        Mistake(ROOT_OF_TWO_ONLY, normal_with(lambda n_in, n_out: 2 / n_in**2)),
        Mistake(
            UNIFORM_BY_ROOT,
            lambda n_in, n_out, rng: (
                rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)
            ),
        ),
        Mistake(LECUN, normal_with(lambda n_in, n_out: 1 / n_in)),
        Mistake(GLOROT, normal_with(lambda n_in, n_out: 2 / (n_in + n_out))),
        Mistake(UNSCALED, normal_with(lambda n_in, n_out: 1)),
        Mistake(OTHER_SCALE, normal_with(lambda n_in, n_out: 0.01**2)),
        Mistake(NOT_NORMAL, he_uniform),
        Mistake(
            OWN_SEED,
            lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng(0)),
        ),
        Mistake(
            "Two calls with the same rng give different weights: draw from the `rng` that is "
            "handed in, not from `np.random`, or nobody can repeat your training.",
            lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng()),
            by="random",
        ),
    ],
    alternatives=[weight_by_weight, through_the_package, in_single_precision],
)  # fmt: skip

# ---- minibatches ------------------------------------------------------------------------------


def minibatches(n, batch_size, rng):
    """The numbers 0 ... n-1 in random order, cut into arrays of batch_size, the last smaller."""
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def two_epochs(minibatches, n, batch_size, rng):
    """The batches of an epoch, of the next one from the same rng, and of one from another rng."""
    others = rng, np.random.default_rng(99)
    try:
        return [minibatches(n, batch_size, o) for o in (rng, *others)]
    except TypeError as error:
        if "'NoneType'" in str(error):
            return "none"
        raise


def batch_cases(rng):
    notes = {
        (15, 5): "15 rows by 5", (105, 20): "a smaller last batch", (7, 7): "one batch of all",
        (6, 10): "fewer rows than a batch", (60, 1): "one row a batch", (1, 4): "one row",
        (1000, 64): "1000 rows by 64",
    }  # fmt: skip
    return [
        Case((*sizes, np.random.default_rng(i)), note)
        for i, (sizes, note) in enumerate(notes.items())
    ]


def for_batches(test):
    """holds(args, value) from test(batches, n, batch_size), batches those of the first epoch."""
    return lambda args, value: bool(test(value[0], args[0], args[1]))


def is_list_of_arrays(batches, n, batch_size):
    return isinstance(batches, list | tuple) and all(np.ndim(b) == 1 for b in batches)


def are_whole_numbers(batches, n, batch_size):
    return all(np.asarray(batch).dtype.kind in "iu" for batch in batches if len(batch))


def are_arrays(batches, n, batch_size):
    return all(isinstance(batch, np.ndarray) for batch in batches)


def rows_in(batches):
    return np.concatenate([np.asarray(batch) for batch in batches]) if batches else np.array([])


def keeps_the_last(batches, n, batch_size):
    rows = rows_in(batches)
    lost = n % batch_size
    return not (lost and len(rows) == n - lost == len(np.unique(rows)))


def within_range(batches, n, batch_size):
    rows = rows_in(batches)
    return len(rows) == 0 or (rows.min() >= 0 and rows.max() < n)


def counts_from_zero(batches, n, batch_size):
    return not np.array_equal(np.sort(rows_in(batches)), np.arange(1, n + 1))


def no_overlap(batches, n, batch_size):
    """False where every row comes, some again, in too many batches; or each is the one before,
    moved by one place."""
    too_many = len(batches) > -(-n // batch_size)
    repeats = every_row(batches, n, batch_size) and len(rows_in(batches)) > n
    pairs = list(zip(batches, batches[1:], strict=False))
    moved = [len(a) > 1 and np.array_equal(a[1:], b[: len(a) - 1]) for a, b in pairs]
    return not (too_many and repeats or moved and all(moved))


def last_may_be_smaller(batches, n, batch_size):
    """False where the last batch is as large as the others because some rows come again."""
    full = [len(batch) for batch in batches] == [batch_size] * -(-n // batch_size)
    return not (full and n % batch_size and every_row(batches, n, batch_size))


def ends_are_moved(batches, n, batch_size):
    """False where there are as many batches as there should be, but later ones are empty."""
    as_many = len(batches) == -(-n // batch_size)
    return none_empty(batches, n, batch_size) or not as_many


def not_one_fewer(batches, n, batch_size):
    """False where only one batch is missing, and all others are full."""
    one_fewer = len(batches) == -(-n // batch_size) - 1 > 0
    return not (one_fewer and all(len(batch) == batch_size for batch in batches))


def more_than_the_first(batches, n, batch_size):
    return not (len(batches) == 1 and len(batches[0]) == batch_size < n)


def no_row_twice(batches, n, batch_size):
    rows = rows_in(batches)
    return len(np.unique(rows)) == len(rows)


def every_row(batches, n, batch_size):
    return np.array_equal(np.unique(rows_in(batches)), np.arange(n))


def none_empty(batches, n, batch_size):
    return all(len(batch) for batch in batches)


def right_sizes(batches, n, batch_size):
    sizes = [len(batch) for batch in batches]
    return sizes == [batch_size] * (n // batch_size) + [n % batch_size] * (n % batch_size > 0)


def as_many_as_batch_size(batches, n, batch_size):
    """False where the rows were cut into batch_size pieces."""
    return right_sizes(batches, n, batch_size) or len(batches) != batch_size


def is_shuffled(batches, n, batch_size):
    return n < 20 or not np.array_equal(rows_in(batches), np.arange(n))


def is_mixed(batches, n, batch_size):
    """Neither are neighbours kept together, nor is a batch still made of the rows of its place."""
    if n < 50 or batch_size < 10:
        return True
    return not all(np.ptp(batch) < len(batch) for batch in batches)


def epochs_differ(args, value):
    return args[0] < 20 or not np.array_equal(rows_in(value[0]), rows_in(value[1]))


def order_follows_rng(args, value):
    return args[0] < 20 or not np.array_equal(rows_in(value[0]), rows_in(value[2]))


LIST_OF_ARRAYS = (
    "A list of arrays is asked for, one array of row numbers a batch: not a generator (`yield`), "
    "one table, or a flat list."
)
AS_ARRAYS = "Each batch must be an array, so that `X[batch]` takes those rows: `np.array(...)`."
WHOLE = "The row numbers must be integers: they are used as indices."
LAST_DROPPED = (
    "The last batch is dropped where it is smaller than the others, and its rows are never seen in "
    "this epoch. Keep it."
)
FROM_ONE = "The row numbers run from 1 to n: Python counts from 0, so they must be 0 ... n-1."
OUT_OF_RANGE = "There are row numbers outside 0 ... n-1."
TWICE = (
    "Some rows come twice and others never: each batch is drawn anew (`choice`, `integers`, "
    "another `permutation`), or row numbers are drawn with replacement. Shuffle all row numbers "
    "once, then cut."
)
OVERLAP = (
    "The batches overlap, so rows come more than once. Each batch starts where the one before it "
    "ends, batch_size places further on: `range` can count in such steps, or multiply the number "
    "of the batch by batch_size."
)
FILLED_UP = (
    "The last batch is filled up with rows that have come before. It may be smaller than the "
    "others: each row comes once."
)
NONE = (
    "Something is None where an array is meant: `rng.shuffle` rearranges the array it is given and "
    "returns nothing. `rng.permutation(n)` returns the shuffled numbers."
)
ENDS_STAY = (
    "The first batch is right and later ones are empty: a slice ends at the place that its second "
    "number names, so it must move on with the start."
)
ONE_BATCH_MISSING = (
    "A whole batch is missing. `range` begins with its first number and leaves out its end: where "
    "must the first batch start, and where the last?"
)
FIRST_BATCH_ONLY = "Only the first batch is returned: is the `return` inside the loop?"
MISSING = (
    "Some rows are in no batch: each of 0 ... n-1 must come once. Does every slice end where the "
    "next one starts?"
)
EMPTY = "There is an empty batch: a mean over no rows is no number."
PIECES = (
    "The rows are cut into batch_size pieces: batch_size is the number of rows in a batch, not the "
    "number of batches."
)
SIZES = "The sizes are not right: batch_size rows in each batch, fewer only in the last one."
NOT_SHUFFLED = (
    "The rows come in their old order. Rows of one class often stand together: shuffle first, with "
    "`rng`."
)
BLOCKS = (
    "Each batch still holds rows that were neighbors: only whole batches, or the rows inside "
    "each, were shuffled. Shuffle all row numbers before you cut."
)
SAME_ORDER = (
    "Another `rng`, or the next epoch, gives the same order: a generator of your own, with a fixed "
    "seed, is at work. Draw from the rng that is handed in."
)


def cut(order, batch_size):
    return [order[start : start + batch_size] for start in range(0, len(order), batch_size)]


def last_dropped(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size)]


def with_replacement(n, batch_size, rng):
    return cut(rng.integers(n, size=n), batch_size)


def blocks_shuffled(n, batch_size, rng):
    batches = cut(np.arange(n), batch_size)
    return [batches[i] for i in rng.permutation(len(batches))]


def inside_shuffled(n, batch_size, rng):
    return [rng.permutation(batch) for batch in cut(np.arange(n), batch_size)]


def lost_at_the_end(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size - 1] for i in range(0, n, batch_size)]


def empty_at_the_end(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size :][:batch_size] for i in range(n // batch_size + 1)]


def shuffle_returns_none(n, batch_size, rng):
    return cut(rng.shuffle(np.arange(n)), batch_size)


def batches_overlap(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(n)]


def moved_by_one(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(-(-n // batch_size))]


def ends_too_early(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n - batch_size, batch_size)]


def begins_with_the_second(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(batch_size, n, batch_size)]


def filled_up(n, batch_size, rng):
    order = rng.permutation(n)
    return cut(np.resize(order, -(-n // batch_size) * batch_size), batch_size)


def ends_stay(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:batch_size] for i in range(0, n, batch_size)]


def drawn_anew(n, batch_size, rng):
    return [rng.permutation(n)[i : i + batch_size] for i in range(0, n, batch_size)]


def by_array_split(n, batch_size, rng):
    return np.split(rng.permutation(n), np.arange(batch_size, n, batch_size))


def by_shuffling_in_place(n, batch_size, rng):
    rows = np.arange(n)
    rng.shuffle(rows)
    batches = []
    while len(rows):
        batches.append(rows[:batch_size].copy())
        rows = rows[batch_size:]
    return batches


def by_sorting_random_keys(n, batch_size, rng):
    return tuple(cut(np.argsort(rng.random(n)), batch_size))


def by_choice(n, batch_size, rng):
    return cut(rng.choice(n, size=n, replace=False), batch_size)


MINIBATCHES = Task(
    "minibatches",
    points=2,
    reference=minibatches,
    cases=batch_cases,
    unique=False,
    observe=two_epochs,
    invariants=[
        Invariant(NONE, lambda args, value: not isinstance(value, str)),
        Invariant(LIST_OF_ARRAYS, for_batches(is_list_of_arrays)),
        Invariant(WHOLE, for_batches(are_whole_numbers)),
        Invariant(AS_ARRAYS, for_batches(are_arrays)),
        Invariant(ENDS_STAY, for_batches(ends_are_moved)),
        Invariant(EMPTY, for_batches(none_empty)),
        Invariant(FROM_ONE, for_batches(counts_from_zero)),
        Invariant(OUT_OF_RANGE, for_batches(within_range)),
        Invariant(LAST_DROPPED, for_batches(keeps_the_last)),
        Invariant(OVERLAP, for_batches(no_overlap)),
        Invariant(FILLED_UP, for_batches(last_may_be_smaller)),
        Invariant(TWICE, for_batches(no_row_twice)),
        Invariant(ONE_BATCH_MISSING, for_batches(not_one_fewer)),
        Invariant(FIRST_BATCH_ONLY, for_batches(more_than_the_first)),
        Invariant(MISSING, for_batches(every_row)),
        Invariant(PIECES, for_batches(as_many_as_batch_size)),
        Invariant(NOT_SHUFFLED, for_batches(is_shuffled)),
        Invariant(BLOCKS, for_batches(is_mixed)),
        Invariant(SIZES, for_batches(right_sizes)),
        Invariant(SAME_ORDER, order_follows_rng),
        Invariant(SAME_ORDER, epochs_differ),
    ],
    mistakes=[
        Mistake(LIST_OF_ARRAYS, lambda n, batch_size, rng: rng.permutation(n)),
        Mistake(LIST_OF_ARRAYS, lambda n, batch_size, rng: (b for b in [rng.permutation(n)])),
        Mistake(AS_ARRAYS, lambda n, b, rng: [list(map(int, i)) for i in minibatches(n, b, rng)]),
        Mistake(WHOLE, lambda n, b, rng: [1.0 * batch for batch in minibatches(n, b, rng)]),
        Mistake(LAST_DROPPED, last_dropped),
        Mistake(FROM_ONE, lambda n, b, rng: [batch + 1 for batch in minibatches(n, b, rng)]),
        Mistake(NONE, shuffle_returns_none),
        Mistake(OVERLAP, batches_overlap),
        Mistake(FILLED_UP, filled_up),
        Mistake(ENDS_STAY, ends_stay),
        Mistake(ONE_BATCH_MISSING, ends_too_early),
        Mistake(ONE_BATCH_MISSING, begins_with_the_second),
        Mistake(OVERLAP, moved_by_one),
        Mistake(FIRST_BATCH_ONLY, lambda n, b, rng: minibatches(n, b, rng)[:1]),
        Mistake(TWICE, with_replacement),
        Mistake(TWICE, drawn_anew),
        Mistake(MISSING, lost_at_the_end),
        Mistake(EMPTY, empty_at_the_end),
        Mistake(PIECES, lambda n, b, rng: [p for p in np.array_split(rng.permutation(n), b)
                                           if len(p)]),
        Mistake(SIZES, lambda n, b, rng: minibatches(n, b, rng)[::-1]),
        Mistake(NOT_SHUFFLED, lambda n, b, rng: cut(np.arange(n), b)),
        Mistake(BLOCKS, blocks_shuffled),
        Mistake(BLOCKS, inside_shuffled),
        Mistake(SAME_ORDER, lambda n, b, rng: minibatches(n, b, np.random.default_rng(0))),
        Mistake(
            "Two calls with the same rng give different batches: shuffle with the `rng` that is "
            "handed in, not with `np.random`, or nobody can repeat your training.",
            lambda n, b, rng: minibatches(n, b, np.random.default_rng()),
            by="random",
        ),
    ],
    alternatives=[by_array_split, by_shuffling_in_place, by_sorting_random_keys, by_choice],
)  # fmt: skip

# ---- momentum_step ----------------------------------------------------------------------------


def momentum_step(w, grad, velocity, lr, momentum):
    """v ← μv - ηg, w ← w + v."""
    velocity = momentum * velocity - lr * grad
    return w + velocity, velocity


def momentum_cases(rng):
    def arrays(shape):
        return tuple(rng.normal(size=shape) for _ in range(3))

    w, grad, _ = arrays(4)
    whole = tuple(rng.integers(-5, 6, size=(2, 3)) for _ in range(3))
    return [
        Case((np.array([1.0, 2.0]), np.array([0.5, -1.0]), np.array([0.1, 0.3]), 0.2, 0.9),
             "two weights"),
        Case((*arrays(5), 0.05, 0.7), "a vector"),
        Case((*arrays((3, 4)), 0.3, 0.9), "a matrix"),
        Case((w, grad, np.zeros(4), 0.1, 0.9), "the first step, velocity 0"),
        Case((*arrays(3), 0.1, 0.0), "momentum 0"),
        Case((w, np.zeros(4), rng.normal(size=4), 0.1, 0.5), "a gradient of 0"),
        Case((*whole, 0.1, 0.9), "integers"),
        Case((*arrays((300, 200)), 0.1, 0.9), "300 by 200 weights", speed=True),
    ]  # fmt: skip


def momentum_in_place(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    w += velocity
    return w, velocity


def velocity_in_place(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    return w + velocity, velocity


def w_in_place(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - lr * grad
    w += velocity
    return w, velocity


def old_velocity(w, grad, velocity, lr, momentum):
    return w + velocity, momentum * velocity - lr * grad


def nesterov_step(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - lr * grad
    return w + momentum * velocity - lr * grad, velocity


def pytorch_step(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity + grad
    return w - lr * velocity, velocity


def averaged_step(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - (1 - momentum) * lr * grad
    return w + velocity, velocity


def integers_kept(w, grad, velocity, lr, momentum):
    new_w, new_velocity = momentum_step(w, grad, velocity, lr, momentum)
    return new_w.astype(w.dtype), new_velocity.astype(velocity.dtype)


def momentum_by_entry(w, grad, velocity, lr, momentum):
    w, velocity = w.astype(float), velocity.astype(float)
    for i in np.ndindex(w.shape):
        velocity[i] = momentum * velocity[i] - lr * grad[i]
        w[i] = w[i] + velocity[i]
    return w, velocity


def slow_momentum(w, grad, velocity, lr, momentum):
    new_w, new_v = np.zeros(w.shape), np.zeros(w.shape)
    for _ in range(8):  # as slow as if every entry were worked out with care
        for i in np.ndindex(w.shape):
            new_v[i] = np.sum([momentum * velocity[i], -lr * grad[i]])
            new_w[i] = np.sum([w[i], new_v[i]])
    return new_w, new_v


def momentum_by_copy(w, grad, velocity, lr, momentum):
    new_w, new_velocity = np.array(w, dtype=float), np.array(velocity, dtype=float)
    return momentum_in_place(new_w, np.asarray(grad, float), new_velocity, lr, momentum)


def momentum_by_rows(w, grad, velocity, lr, momentum):
    pairs = [(momentum * v - lr * g) for g, v in zip(grad, velocity, strict=True)]
    return [row + step for row, step in zip(w, pairs, strict=True)], pairs


def momentum_by_rows_as_arrays(*args):
    w, velocity = momentum_by_rows(*args)
    return np.array(w), np.array(velocity)


def momentum_through_the_package(w, grad, velocity, lr, mu):
    w, state = np.array(w, float), {"v": np.array(velocity, float)}
    momentum(w, grad, state, lr, momentum=mu)
    return [w, state["v"]]


def momentum_formula(velocity, step=np.add):
    """A step whose velocity is velocity(grad, old velocity, lr, momentum)."""

    def rule(w, grad, old, lr, momentum):
        new = velocity(grad, old, lr, momentum)
        return step(w, new), new

    return rule


MOMENTUM_STEP = Task(
    "momentum_step",
    points=2,
    reference=momentum_step,
    cases=momentum_cases,
    parts=("w", "velocity"),
    mistakes=[
        Mistake(
            "The step goes uphill: the velocity takes *minus* lr times the gradient.",
            momentum_formula(lambda g, v, lr, mu: mu * v + lr * g),
        ),
        Mistake(
            "That is the other sign convention, where the velocity points uphill and w subtracts "
            "it. Here the velocity carries the minus, v ← μv - ηg, and w adds it.",
            momentum_formula(lambda g, v, lr, mu: mu * v + lr * g, np.subtract),
        ),
        Mistake(
            "The numbers of the example, 0.9 and 0.2, are written in: take `momentum` and `lr`, "
            "which are others each time.",
            momentum_formula(lambda g, v, lr, mu: 0.9 * v - 0.2 * g),
        ),
        Mistake(
            "The velocity is subtracted from w, but it carries the minus already: w + velocity.",
            momentum_formula(lambda g, v, lr, mu: mu * v - lr * g, np.subtract),
        ),
        Mistake(
            "The learning rate is missing: the gradient enters the velocity as lr · grad.",
            momentum_formula(lambda g, v, lr, mu: mu * v - g),
        ),
        Mistake(
            "The old velocity is forgotten: that is plain descent. The new one keeps momentum "
            "times the old one.",
            momentum_formula(lambda g, v, lr, mu: -lr * g),
        ),
        Mistake(
            "The old velocity is kept in full: multiply it by momentum, or the ball never slows "
            "down.",
            momentum_formula(lambda g, v, lr, mu: v - lr * g),
        ),
        Mistake(
            "momentum multiplies the gradient too: only the old velocity is multiplied by it.",
            momentum_formula(lambda g, v, lr, mu: mu * (v - lr * g)),
        ),
        Mistake(
            "lr multiplies the old velocity too: it belongs to the gradient alone.",
            momentum_formula(lambda g, v, lr, mu: lr * (mu * v - g)),
        ),
        Mistake(
            "momentum multiplies w: it is the old *velocity* of which a share is kept.",
            lambda w, g, v, lr, mu: (w + mu * w - lr * g, mu * w - lr * g),
        ),
        Mistake(
            "The factors are exchanged: momentum belongs to the old velocity, lr to the gradient.",
            momentum_formula(lambda g, v, lr, mu: lr * v - mu * g),
        ),
        Mistake(
            "w is moved with the old velocity: compute the new one first, then move.",
            old_velocity,
        ),
        Mistake(
            "That is Nesterov's step, which looks one step ahead. Here w moves by the new velocity "
            "alone.",
            nesterov_step,
        ),
        Mistake(
            "That is another convention, v ← μv + g and w ← w - ηv (PyTorch's). Here the velocity "
            "contains the learning rate and the minus: v ← μv - ηg.",
            pytorch_step,
        ),
        Mistake(
            "The gradient is multiplied by 1 - momentum: that is a running mean, as in Adam. Here "
            "it enters with lr alone.",
            averaged_step,
        ),
        Mistake(
            "w has not moved: return w plus the new velocity.",
            lambda w, g, v, lr, mu: (w + 0.0, mu * v - lr * g),
        ),
        Mistake(
            "The old velocity is returned, so nothing is remembered: return the new one.",
            lambda w, g, v, lr, mu: (w + mu * v - lr * g, v),
        ),
        Mistake(
            "The gradient is applied to w a second time: the velocity contains it already.",
            lambda w, g, v, lr, mu: (w + mu * v - 2 * lr * g, mu * v - lr * g),
        ),
        Mistake(
            "Two results are asked for, (w, velocity): the next step needs the velocity.",
            lambda w, g, v, lr, mu: w + mu * v - lr * g,
        ),
        Mistake(
            "The arguments w and velocity are changed in place (`*=`, `-=`, `+=`), and integers "
            "cannot take the fractions. Compute new arrays.",
            momentum_in_place,
        ),
        Mistake(
            "The argument velocity is changed in place (`*=`, `-=`), and integers cannot take the "
            "fractions. Give the new velocity a name of its own.",
            velocity_in_place,
        ),
        Mistake(
            "The argument w is changed in place (`+=`), and integers cannot take the fractions. "
            "Return w + velocity, which is a new array.",
            w_in_place,
        ),
        Mistake("Where w holds integers the results are cut to integers.", integers_kept),
        Mistake(
            "One line of array arithmetic does all weights at once.", slow_momentum, by="slow"
        ),
    ],
    alternatives=[
        momentum_by_entry, momentum_by_copy, momentum_by_rows_as_arrays,
        momentum_through_the_package,
    ],
)  # fmt: skip

# ---- adam_step --------------------------------------------------------------------------------


def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    """Kingma & Ba 2015, algorithm 1; m and v are returned without the correction."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_cases(rng):
    def arrays(shape, t, *settings):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.1, 2, shape), t, *settings

    usual = 0.9, 0.999, 1e-8
    w, grad = rng.normal(size=(2, 4))
    whole = [rng.integers(1, 6, size=(2, 3)) for _ in range(4)]
    return [
        Case((w, grad, np.zeros(4), np.zeros(4), 1, 0.01, *usual), "the first step, m and v 0"),
        Case(arrays(3, 2, 0.1, *usual), "the second step"),
        Case(arrays((2, 3), 5, 0.05, 0.8, 0.95, 1e-8), "a matrix, other betas"),
        Case(arrays(4, 3, 0.1, 0.9, 0.99, 0.3), "a large eps"),
        Case(arrays(5, 10_000, 0.01, *usual), "a late step"),
        Case((w, np.zeros(4), np.zeros(4), np.zeros(4), 1, 0.1, *usual), "a gradient of 0"),
        Case((*whole, 2, 0.1, 0.9, 0.99, 1e-8), "integers"),
        Case(arrays((300, 200), 7, 0.01, *usual), "300 by 200 weights", speed=True),
    ]


def adam_with(*, g2=None, m_hat=None, v_hat=None, step=None, kept=None, first=None, second=None):
    """adam_step with some of its lines replaced."""

    def rule(w, grad, m, v, t, lr, beta1, beta2, eps):
        new_m = first(m, grad, beta1) if first else beta1 * m + (1 - beta1) * grad
        square = g2(grad, new_m) if g2 else grad**2
        new_v = second(v, square, beta2) if second else beta2 * v + (1 - beta2) * square
        m_c = m_hat(new_m, beta1, t) if m_hat else new_m / (1 - beta1**t)
        v_c = v_hat(new_v, beta2, t) if v_hat else new_v / (1 - beta2**t)
        new_w = w + step(m_c, v_c, lr, eps) if step else w - lr * m_c / (np.sqrt(v_c) + eps)
        return new_w, *(kept(new_m, new_v, m_c, v_c) if kept else (new_m, new_v))

    return rule


def uncorrected(average, beta, t):
    return average


def t_from_zero(average, beta, t):
    return average / (1 - beta ** (t - 1))


def one_step_ahead(average, beta, t):
    return average / (1 - beta ** (t + 1))


def always_the_first(average, beta, t):
    return average / (1 - beta)


def multiplied(average, beta, t):
    return average * (1 - beta**t)


def t_as_factor(average, beta, t):
    return average / (1 - beta * t)


def power_outside(average, beta, t):
    with np.errstate(all="ignore"):
        return average / (1 - beta) ** t


def without_brackets(average, beta, t):
    return average / 1 - beta**t


def beta1_in_both(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    correction = 1 - beta1**t
    return w - lr * m / correction / (np.sqrt(v / correction) + eps), m, v


def adam_v_with_beta1(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta1 * v + (1 - beta1) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def eps_before_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    scale = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - scale * m / (np.sqrt(v) + eps), m, v


def adam_in_place(w, grad, m, v, t, lr, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    w -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v


def old_moments(w, grad, m, v, t, lr, beta1, beta2, eps):
    step = lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w - step, *adam_step(w, grad, m, v, t, lr, beta1, beta2, eps)[1:]


def betas_exchanged(w, grad, m, v, t, lr, beta1, beta2, eps):
    return adam_step(w, grad, m, v, t, lr, beta2, beta1, eps)


def slow_adam(w, grad, m, v, t, lr, beta1, beta2, eps):
    results = np.zeros((3, *w.shape))
    for i in np.ndindex(w.shape):
        entries = (np.array([a[i]]) for a in (w, grad, m, v))
        for part, value in zip(results, adam_step(*entries, t, lr, beta1, beta2, eps), strict=True):
            part[i] = value[0]
    return tuple(results)


def adam_by_rows(w, grad, m, v, t, *settings):
    rows = [adam_step(*row, t, *settings) for row in zip(w, grad, m, v, strict=True)]
    return tuple(np.array(part) for part in zip(*rows, strict=True))


def adam_by_differences(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (np.square(grad) - v)
    corrections = 1 - np.power([beta1, beta2], float(t))
    step = (m / corrections[0]) / (np.power(v / corrections[1], 0.5) + eps)
    return [np.subtract(w, lr * step), m, v]


def adam_through_the_package(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, state = np.array(w, float), {"m": np.array(m, float), "v": np.array(v, float), "t": t - 1}
    later = eps * np.sqrt(1 - beta2**t)  # the package adds eps before the correction
    adam(w, grad, state, lr, beta1=beta1, beta2=beta2, eps=later)
    return w, state["m"], state["v"]


ADAM_STEP = Task(
    "adam_step",
    points=3,
    reference=adam_step,
    cases=adam_cases,
    parts=("w", "m", "v"),
    mistakes=[
        Mistake(
            "The bias correction is missing: m and v start at 0 and are too small at first. Divide "
            "m by 1 - beta1ᵗ and v by 1 - beta2ᵗ for the step.",
            adam_with(m_hat=uncorrected, v_hat=uncorrected),
        ),
        Mistake("m is corrected, v is not: divide v by 1 - beta2ᵗ.", adam_with(v_hat=uncorrected)),
        Mistake("v is corrected, m is not: divide m by 1 - beta1ᵗ.", adam_with(m_hat=uncorrected)),
        Mistake(
            "t is counted from 0: in the first step t is 1 already. With t - 1 the correction "
            "divides by 1 - 1 = 0.",
            adam_with(m_hat=t_from_zero, v_hat=t_from_zero),
        ),
        Mistake(
            "t + 1 stands in the correction: t counts this step already, the first one is 1.",
            adam_with(m_hat=one_step_ahead, v_hat=one_step_ahead),
        ),
        Mistake(
            "The correction is 1 - beta in every step: it must fade, 1 - betaᵗ.",
            adam_with(m_hat=always_the_first, v_hat=always_the_first),
        ),
        Mistake(
            "The correction divides by 1 - beta·t. The t is a power: 1 - betaᵗ, in Python "
            "`1 - beta1**t`.",
            adam_with(m_hat=t_as_factor, v_hat=t_as_factor),
        ),
        Mistake(
            "The power stands outside the bracket, (1 - beta)ᵗ. It belongs to beta alone: "
            "1 - betaᵗ.",
            adam_with(m_hat=power_outside, v_hat=power_outside),
        ),
        Mistake(
            "The brackets are missing: `m / 1 - beta1**t` divides by 1 and then subtracts. Put "
            "1 - beta1**t in brackets, and so for v.",
            adam_with(m_hat=without_brackets, v_hat=without_brackets),
        ),
        Mistake(
            "v is corrected with beta1. Its mean was made with beta2, and so is its correction.",
            beta1_in_both,
        ),
        Mistake(
            "The correction multiplies where it should divide: m and v are too small at first.",
            adam_with(m_hat=multiplied, v_hat=multiplied),
        ),
        Mistake(
            "The corrected m and v are returned: the next step needs them as they are, without the "
            "correction.",
            adam_with(kept=lambda m, v, m_hat, v_hat: (m_hat, v_hat)),
        ),
        Mistake(
            "eps stands under the root: algorithm 1 adds it after the root, √v̂ + eps.",
            adam_with(step=lambda m, v, lr, eps: -lr * m / np.sqrt(v + eps)),
        ),
        Mistake(
            "eps is added before v is corrected. That is the form at the end of the paper's "
            "section 2, which the course's estimators and scikit-learn follow; here algorithm 1 "
            "is asked for: √(v / (1 - beta2ᵗ)) + eps.",
            eps_before_correction,
        ),
        Mistake(
            "eps is added to the whole step: a division comes before a plus. Put √v̂ + eps in "
            "brackets.",
            adam_with(step=lambda m, v, lr, eps: -lr * m / np.sqrt(v) + eps),
        ),
        Mistake(
            "eps is missing: where the gradient is 0, the step becomes 0/0.",
            adam_with(step=lambda m, v, lr, eps: -lr * m / np.sqrt(v)),
        ),
        Mistake(
            "The root is missing: the step is m̂ / (√v̂ + eps), or its size would depend on the "
            "gradient's scale again.",
            adam_with(step=lambda m, v, lr, eps: -lr * m / (v + eps)),
        ),
        Mistake(
            "The step goes uphill: w minus, not plus.",
            adam_with(step=lambda m, v, lr, eps: lr * m / (np.sqrt(v) + eps)),
        ),
        Mistake(
            "The learning rate is missing.",
            adam_with(step=lambda m, v, lr, eps: -m / (np.sqrt(v) + eps)),
        ),
        Mistake(
            "v follows the gradient itself: it must follow its square, grad².",
            adam_with(g2=lambda grad, m: np.abs(grad)),
        ),
        Mistake(
            "v follows the gradient with its sign, and where that is negative its root fails. It "
            "must follow the square, grad².",
            adam_with(g2=lambda grad, m: grad),
        ),
        Mistake(
            "The factor 1 - beta2 is squared as well: only the gradient is, "
            "`(1 - beta2) * grad**2`.",
            adam_with(second=lambda v, g2, beta: beta * v + (1 - beta) ** 2 * g2),
        ),
        Mistake(
            "v follows m²: it must follow the square of the gradient.",
            adam_with(g2=lambda grad, m: m**2),
        ),
        Mistake(
            "beta1 stands at the gradient and 1 - beta1 at the old m, and so for v: a running mean "
            "keeps *most* of what it was.",
            adam_with(
                first=lambda m, g, beta: (1 - beta) * m + beta * g,
                second=lambda v, g2, beta: (1 - beta) * v + beta * g2,
            ),
        ),
        Mistake(
            "The factors 1 - beta1 and 1 - beta2 are missing before the gradient and its square.",
            adam_with(
                first=lambda m, g, beta: beta * m + g, second=lambda v, g2, beta: beta * v + g2
            ),
        ),
        Mistake(
            "The old m and v are forgotten: they must be kept, multiplied by their betas.",
            adam_with(
                first=lambda m, g, beta: (1 - beta) * g, second=lambda v, g2, beta: (1 - beta) * g2
            ),
        ),
        Mistake("beta1 and beta2 are exchanged: beta1 belongs to m.", betas_exchanged),
        Mistake(
            "v is made with beta1, and corrected with it too: both belong to beta2.",
            lambda w, g, m, v, t, lr, b1, b2, eps: adam_step(w, g, m, v, t, lr, b1, b1, eps),
        ),
        Mistake(
            "v is made with beta1: its running mean takes beta2, as its correction does.",
            adam_v_with_beta1,
        ),
        Mistake(
            "The squares of all entries are added up (`np.sum`, or `@`). Each entry of v follows "
            "the square of its own gradient, `grad**2`.",
            adam_with(g2=lambda grad, m: np.sum(grad**2)),
        ),
        Mistake(
            "w is moved with the old m and v: first update both, then move.",
            old_moments,
        ),
        Mistake(
            "The gradient stands where m̂ is meant: that is RMSprop with a correction.",
            lambda w, g, m, v, t, lr, b1, b2, eps: (
                w - lr * g / (np.sqrt(adam_step(w, g, m, v, t, lr, b1, b2, eps)[2]
                                      / (1 - b2**t)) + eps),
                *adam_step(w, g, m, v, t, lr, b1, b2, eps)[1:],
            ),
        ),
        Mistake(
            "The arguments w, m and v are changed in place (`*=`, `+=`, `-=`), and integers cannot "
            "take the fractions. Compute new arrays.",
            adam_in_place,
        ),
        Mistake(
            "Three results are asked for, (w, m, v): the next step needs m and v.",
            lambda *args: adam_step(*args)[0],
        ),
        Mistake("Each line does all weights at once: no loop is needed.", slow_adam, by="slow"),
    ],
    alternatives=[adam_by_rows, adam_by_differences, adam_through_the_package],
)  # fmt: skip

EXERCISE = "06"
TASKS = [INIT_LAYER, MINIBATCHES, MOMENTUM_STEP, ADAM_STEP]
