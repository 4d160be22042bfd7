"""Where a described procedure lets the test set leak: decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def find_leak():
    """(scans, prices, reviews, birds, loans): the step that leaks, or 0."""
    scans = 1
    prices = 3
    reviews = 2
    birds = 0
    loans = 4
    return scans, prices, reviews, birds, loans


SLIPS = slips(
    find_leak,
    """
    scans-none: scans = 1 -> scans = 0
        Scans: three scans of one patient are nearly copies. What happens to them when *scans* are
        split at random?
    scans-scaling: scans = 1 -> scans = 2
        Scans: the mean is taken from the training scans alone, and that is right.
    scans-validation: scans = 1 -> scans = 3
        Scans: the width was chosen on the validation scans, as it should be.
    scans-report: scans = 1 -> scans = 4
        Scans: the test scans are opened once. The harm was done before.
    prices-none: prices = 3 -> prices = 0
        Prices: who decided when training ends? That is a choice, as a width is.
    prices-split: prices = 3 -> prices = 1
        Prices: the later years are kept for the test, and no row is on both sides.
    prices-scaling: prices = 3 -> prices = 2
        Prices: the scale is taken from the training years alone.
    prices-report: prices = 3 -> prices = 4
        Prices: to report on the test years is what they are for. They have been used before.
    reviews-none: reviews = 2 -> reviews = 0
        Reviews: how do the 1,000 words know what the *test* reviews say? They were picked by the
        verdicts of all.
    reviews-split: reviews = 2 -> reviews = 3
        Reviews: the split is fair. But it comes too late: what was done before it saw all verdicts.
    reviews-collect: reviews = 2 -> reviews = 1
        Reviews: throwing out copies is no leak; it prevents one.
    reviews-report: reviews = 2 -> reviews = 4
        Reviews: choosing by cross-validation inside the training set is right.
    birds-split: birds = 0 -> birds = 1
        Birds: whole recordings are split, so no bird is heard on both sides.
    birds-augment: birds = 0 -> birds = 2
        Birds: the noisy copies are made after the split, of training recordings only.
    birds-search: birds = 0 -> birds = 3
        Birds: sixty trials are no leak in themselves. They were judged on validation recordings.
    birds-report: birds = 0 -> birds = 4
        Birds: training on training and validation recordings together, with settings that are
        fixed, lets no test recording in.
    loans-none: loans = 4 -> loans = 0
        Loans: a disappointing test, then a change, then the same test again: what is the test set
        now?
    loans-split: loans = 4 -> loans = 1
        Loans: each customer has one row, so rows may be split at random.
    loans-scaling: loans = 4 -> loans = 2
        Loans: a pipeline takes the scale anew from each training part.
    loans-search: loans = 4 -> loans = 3
        Loans: the search stays inside the training set.
    counted-from-zero: scans = 1 -> scans = 0
    and: prices = 3 -> prices = 2
    and: reviews = 2 -> reviews = 1
    and: loans = 4 -> loans = 3
        The steps are counted from 0. They are numbered 1 to 4, and 0 means that nothing leaks.
    """,
)


TASK = Task(
    "find_leak",
    points=2,
    taught_in="The leak",
    reference=find_leak,
    cases=asked_once("the five procedures"),
    mistakes=SLIPS,
    invariants=[
        one_of(
            range(5),
            5,
            "Each answer is the number of a step, 1 to 4, or 0 where nothing leaks: no text, no "
            "True or False.",
        )
    ],
    parts=("scans", "prices", "reviews", "birds", "loans"),
    hints=(
        "Go through the steps and ask at each: does anything that is decided or computed here "
        "depend on a test row, its inputs or its label?",
        "A choice is learning, too: when to stop, which columns, whether to try again. And a copy "
        "of a test row in the training set is a test row.",
        "One of the five is in order. In the others it is the split, the stopping, the picking of "
        "columns, and a second look.",
    ),
)
