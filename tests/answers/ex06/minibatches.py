"""Answers to minibatches: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.checks.tasks.ex06.minibatches import minibatches


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


RIGHT = [by_array_split, by_shuffling_in_place, by_sorting_random_keys, by_choice]
WRONG = [
    (lambda n, batch_size, rng: rng.permutation(n), "no-list-of-arrays"),
    (lambda n, batch_size, rng: (b for b in [rng.permutation(n)]), "no-list-of-arrays"),
    (lambda n, b, rng: [list(map(int, i)) for i in minibatches(n, b, rng)], "lists-for-arrays"),
    (lambda n, b, rng: [1.0 * batch for batch in minibatches(n, b, rng)], "fractions"),
    (last_dropped, "last-dropped"),
    (lambda n, b, rng: [batch + 1 for batch in minibatches(n, b, rng)], "from-one"),
    (shuffle_returns_none, "none"),
    (batches_overlap, "overlap"),
    (filled_up, "filled-up"),
    (ends_stay, "ends-stay"),
    (ends_too_early, "batch-missing"),
    (begins_with_the_second, "batch-missing"),
    (moved_by_one, "overlap"),
    (lambda n, b, rng: minibatches(n, b, rng)[:1], "first-batch-only"),
    (with_replacement, "drawn-anew"),
    (drawn_anew, "drawn-anew"),
    (lost_at_the_end, "rows-missing"),
    (empty_at_the_end, "empty-batch"),
    (lambda n, b, rng: [p for p in np.array_split(rng.permutation(n), b) if len(p)], "pieces"),
    (lambda n, b, rng: minibatches(n, b, rng)[::-1], "sizes"),
    (lambda n, b, rng: cut(np.arange(n), b), "not-shuffled"),
    (blocks_shuffled, "neighbours-together"),
    (inside_shuffled, "neighbours-together"),
    (lambda n, b, rng: minibatches(n, b, np.random.default_rng(0)), "own-seed"),
    (lambda n, b, rng: minibatches(n, b, np.random.default_rng()), "not-from-rng"),
]

# ---- held out: above each function what its author was thinking


# In order.
def mb_not_shuffled(n, batch_size, rng):
    return [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]


# Drops what is left over.
def mb_drops_last(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size)]


# Draws each batch anew.
def mb_with_replacement(n, batch_size, rng):
    return [
        rng.integers(0, n, min(batch_size, n - i)) for i in range(0, n, batch_size)
    ]


# Each batch without repeats, but the batches overlap.
def mb_overlapping(n, batch_size, rng):
    return [
        rng.choice(n, min(batch_size, n - i), replace=False) for i in range(0, n, batch_size)
    ]


# Takes batch_size as the number of batches.
def mb_number_of_batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)


# Batches of nearly equal size.
def mb_equal_sizes(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))


# Fills the last one up from the front.
def mb_fills_up(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        np.take(order, range(i, i + batch_size), mode="wrap") for i in range(0, n, batch_size)
    ]


# Indices from 1 to n.
def mb_from_one(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Always the same order.
def mb_own_seed(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Only shuffles the batches.
def mb_shuffles_batches(n, batch_size, rng):
    starts = np.arange(0, n, batch_size)
    return [np.arange(i, min(i + batch_size, n)) for i in rng.permutation(starts)]


# Only shuffles inside of each batch.
def mb_shuffles_inside(n, batch_size, rng):
    return [
        rng.permutation(np.arange(i, min(i + batch_size, n))) for i in range(0, n, batch_size)
    ]


# One batch.
def mb_first_only(n, batch_size, rng):
    return rng.permutation(n)[:batch_size]


# shuffle returns the shuffled array, surely.
def mb_shuffle_none(n, batch_size, rng):
    order = rng.shuffle(np.arange(n))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Slices end one before the end: so - 1 ... leaves one out.
def mb_one_short(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size - 1] for i in range(0, n, batch_size)]


# A new permutation for each batch.
def mb_permutes_each_time(n, batch_size, rng):
    return [rng.permutation(n)[i : i + batch_size] for i in range(0, n, batch_size)]


# An empty batch at the end, where it comes out even.
def mb_empty_last(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size + 1)
    ]


HELD_OUT = [
        (mb_not_shuffled, "not shuffled", ["shuffl", "order", "permut"]),
    (mb_drops_last, "last batch dropped", ["last", "left over", "rest", "smaller"]),
    (mb_with_replacement, "with replacement", ["replace", "repeat", "more than once", "twice",
                                               "once"]),
    (mb_overlapping, "batches overlap", ["overlap", "repeat", "more than once", "twice",
                                         "once", "replace"]),
    (mb_number_of_batches, "batch_size taken for the number of batches", ["number of batches",
                                                                          "how many batches"]),
    (mb_equal_sizes, "sizes evened out", ["equal", "array_split", "full", "same size",
                                          "fewer only",
                                          "even"]),
    (mb_fills_up, "last batch filled up", ["fill", "smaller", "wrap"]),
    (mb_from_one, "indices from 1", ["from 0", "from 1", "n - 1", "+ 1", "0 to", "count from"]),
    (mb_own_seed, "own seed", ["rng", "seed", "generator"]),
    (mb_shuffles_batches, "only batches shuffled", ["order of the batches", "neighbour",
                                                    "inside", "within", "rows themselves",
                                                    "before cutting", "blocks"]),
    (mb_shuffles_inside, "shuffled inside batches only", ["inside", "within", "each batch",
                                                          "before", "same rows"]),
    (mb_first_only, "one batch", ["one batch", "first batch", "list of", "only one",
                                  "all batches"]),
    (mb_shuffle_none, "shuffle returns None", ["none", "in place", "shuffle"]),
    (mb_one_short, "slices one short", ["- 1", "one short", "one too few", "one row too",
                                        "one fewer", "left out", "missing", "one index"]),
    (mb_permutes_each_time, "a new permutation for each batch", [
        "once", "twice", "repeat", "one permutation", "each batch", "every batch"]),
    (mb_empty_last, "empty last batch", ["empty"]),
]
