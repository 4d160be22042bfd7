"""What every trained perceptron fulfils, and the mistake of one that does not."""

from itertools import permutations

import numpy as np

from ....activations import heaviside
from ....perceptron import train_perceptron
from ...engine.compare import same
from ...engine.task import Invariant
from ._shared import has_parts, w_first


def starts_from_zero(args, value):
    """False for weights that are not 0 after rows of zeros, which move no weight."""
    return not has_parts(args, value, 3) or np.any(args[0]) or not np.any(value[0])


def zero_is_a_mistake_for_one(args, value):
    """False where a row of zeros with target 1 was taken for right."""
    if not has_parts(args, value, 3) or np.any(args[0]) or not args[1].all():
        return True
    return bool(value[2]) or bool(value[1])


def takes_the_rows_in_order(args, value):
    """False for what one pass gives in another order of the rows, but not in this one."""
    X, y, lr, max_epochs = args
    if not has_parts(args, value, 3) or max_epochs > 1 or len(X) > 5:
        return True
    orders = [list(order) for order in permutations(range(len(X)))]
    passes = [train_perceptron(X[order], y[order], lr, 1) for order in orders]
    return same(list(value), list(passes[0])) or not any(
        same(list(value), list(other)) for other in passes
    )


def begins_at_zero(args, value):
    if not has_parts(args, value, 3):
        return True
    return args[1].any() or not (np.any(value[0]) or np.any(value[1]))


def counts_no_more_than_was_shown(args, value):
    if not has_parts(args, value, 3) or np.shape(value[2]) != ():
        return True
    return value[2] <= len(args[0]) * args[3]


def ends_where_the_rule_does(args, value):
    """False for weights that answer every row right, but are not those that the rule finds."""
    if not has_parts(args, value, 3):
        return True
    X, y, *_ = args
    w, b, _ = value
    separates = np.array_equal(heaviside(X @ w + b), y)
    return not separates or same([w, b], list(train_perceptron(*args)[:2]))


PROMISES = [
    Invariant(
        "exchanged", "The results stand in another order: return (w, b, n_mistakes).", w_first
    ),
    Invariant(
        "starts-elsewhere",
        "The weights do not start from zeros: after rows that hold nothing but zeros, which "
        "move no weight, they are still not 0. Begin with `np.zeros`, without random numbers.",
        starts_from_zero,
    ),
    Invariant(
        "zero-not-a-mistake",
        "From zero weights the first sum is 0, and the answer to it is 0. With target 1 that "
        "is a mistake, and yours makes none. Is it `>`, not `>=`, and is a wrong 0 corrected?",
        zero_is_a_mistake_for_one,
    ),
    Invariant(
        "another-order",
        "Your first pass gives what the rows give in another order. Take them from the first "
        "to the last, without shuffling.",
        takes_the_rows_in_order,
    ),
    Invariant(
        "moved-without-mistake",
        "Where all targets are 0 the weights must end as they began, at zero: from zeros every "
        "answer is 0, and right. Do yours start from zeros, the bias too, and does a row "
        "that is answered right change nothing?",
        begins_at_zero,
    ),
    Invariant(
        "more-than-shown",
        "n_mistakes is larger than the number of rows that max_epochs passes can show. Is "
        "max_epochs used, and not a number of passes of your own? And does a mistake count 1?",
        counts_no_more_than_was_shown,
    ),
    Invariant(
        "another-line",
        "Your weights answer all rows right, but they are not those that this recipe finds. "
        "Start from zeros, take the rows in order, without shuffling, correct by lr after each "
        "row that is answered wrong, and stop after a whole pass without a mistake.",
        ends_where_the_rule_does,
    ),
]
