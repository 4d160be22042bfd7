"""What to do next, read from five pairs of curves: decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def when_to_stop():
    """(a, b, c, d, e): a number from 1 to 4 for each run."""
    a = 1
    b = 2
    c = 3
    d = 4
    e = 2
    return a, b, c, d, e


SLIPS = slips(
    when_to_stop,
    """
    a-go-on: a = 1 -> a = 2
        Run a: the validation loss has risen for twenty epochs. More of them only let it
        learn the training set by heart.
    a-smaller-steps: a = 1 -> a = 3
        Run a: neither curve jumps about, so the steps are not too long. It learns by heart, and
        would do so with shorter ones.
    a-more-room: a = 1 -> a = 4
        Run a: a training loss of 0.05 shows that there is room enough, and more than that.
    b-stop: b = 2 -> b = 1
        Run b: the last epoch is the best, so there is nothing to go back to. Both curves still
        fall.
    b-smaller-steps: b = 2 -> b = 3
        Run b: both curves fall steadily. Shorter steps would only make them slower.
    b-more-room: b = 2 -> b = 4
        Run b: it has not come to its end yet, so nobody knows whether the room is too small.
    c-stop: c = 3 -> c = 1
        Run c: the smallest value of a curve that jumps is luck. The *training* loss jumps as well:
        first mend the steps.
    c-go-on: c = 3 -> c = 2
        Run c: for twenty epochs the *training* loss has jumped up and down and gained nothing.
        More of the same will not end that.
    c-more-room: c = 3 -> c = 4
        Run c: too small a network settles at a high loss. This one does not settle.
    d-stop: d = 4 -> d = 1
        Run d: nothing has been learned by heart, training and validation loss are the same, so
        there is nothing to go back to. And both are high.
    d-go-on: d = 4 -> d = 2
        Run d: both curves have been level for fifteen epochs.
    d-smaller-steps: d = 4 -> d = 3
        Run d: nothing jumps, and smaller steps have been tried. Both curves are level and high: it
        cannot do better with what it has.
    e-stop: e = 2 -> e = 1
        Run e: the one look at which it was worse is past, and the last one is the best. Patience
        must outlast a bump.
    e-smaller-steps: e = 2 -> e = 3
        Run e: one bump in the validation loss is no jumping: the training loss falls smoothly.
    e-more-room: e = 2 -> e = 4
        Run e: that the training loss is the higher one comes from dropout, which is on while it is
        measured. Both still fall.
    """,
)


TASK = Task(
    "when_to_stop",
    points=2,
    taught_in="Early stopping",
    reference=when_to_stop,
    cases=asked_once("the five runs"),
    mistakes=SLIPS,
    invariants=[
        one_of(
            range(1, 5),
            5,
            "Each answer is a number from 1 to 4, that of a line of the list: no text, no list.",
        )
    ],
    parts=("a", "b", "c", "d", "e"),
    hints=(
        "Look at the training loss first. Does it still fall, is it level, or does it jump? Only "
        "then look at the other one.",
        "Falling apart is learning by heart. Both high and level is too little room. Jumping, also "
        "in the training loss, is too long a step.",
        "Two runs are simply not finished: their last epoch is their best. One of them was a "
        "little worse in between.",
    ),
)
