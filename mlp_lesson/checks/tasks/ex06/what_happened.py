"""Six curves of the loss, six causes: decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def what_happened():
    """A, B, C, D, E, F: the number of the cause, 1 to 6, behind each run."""
    A = 2
    B = 5
    C = 4
    D = 1
    E = 6
    F = 3
    return A, B, C, D, E, F


SLIPS = slips(
    what_happened,
    """
    other-way-round: = 4, 1, 6, 3, 2, 5
        These are the runs, one for each cause (1 for A). Asked for is the other way round: the
        number of the cause for each run, in the order of the runs.
    a-good: A = 2 -> A = 1
        After 40 epochs the loss is still at 1.2, and still falls as fast as before: this run has
        hardly begun.
    a-large: A = 2 -> A = 3
        A rate that is too large makes the loss jump. This one falls in every epoch, only slowly.
    a-zeros: A = 2 -> A = 4
        This run learns, if slowly: its loss does fall. From weights of 0 no hidden unit ever wakes.
    a-noise: A = 2 -> A = 5
        Where labels are wrong, what is learned by heart does not hold for new images, and the two
        losses part. Here both are the same.
    a-mixed: A = 2 -> A = 6
        Look at the validation loss: it falls with the other. If no label belonged to its image,
        nothing would be learned that helps with new images.
    b-good: B = 5 -> B = 1
        From epoch 12 on the validation loss rises while the other goes on falling, and at 1.1 it is
        far above what another run reaches.
    b-small: B = 5 -> B = 2
        Small steps keep the two losses together. Here they part, and one of them rises.
    b-large: B = 5 -> B = 3
        A rate that is too large makes the *training loss* jump. Here it falls in every epoch.
    b-zeros: B = 5 -> B = 4
        This run learns a lot: its training loss falls to 0.6. From weights of 0 it would stay.
    b-mixed: B = 5 -> B = 6
        The validation loss falls to 1.05, far below ln 10 = 2.30, before it rises: many new images
        are recognised. So a part of the labels, half perhaps, must be right.
    c-good: C = 4 -> C = 1
        The loss is 2.30 = ln 10, that of somebody who knows nothing, and it stays there.
    c-small: C = 4 -> C = 2
        With small steps the loss would fall a little in each epoch; and from random weights it
        begins a bit above ln 10 = 2.30, as in the other runs. This one begins there exactly.
    c-large: C = 4 -> C = 3
        A rate that is too large makes the loss jump at first; and from random weights it begins a
        bit above ln 10 = 2.30. This one begins there exactly, and never moves.
    c-noise: C = 4 -> C = 5
        A network learns wrong labels too, by heart. This one learns nothing at all.
    c-mixed: C = 4 -> C = 6
        Even labels that do not belong to their images are learned, by heart: the training loss
        falls. Here it does not move at all.
    d-small: D = 1 -> D = 2
        After one epoch the loss is a third of what it was: that is not slow.
    d-large: D = 1 -> D = 3
        Steep is not too large: then the loss would jump up and down. Here it falls in every epoch.
    d-zeros: D = 1 -> D = 4
        This run learns, and better than all others. From weights of 0 the loss would stay at ln 10.
    d-noise: D = 1 -> D = 5
        A gap between both losses is usual. The validation loss ends at 0.33, the lowest of all six:
        from labels half of which are wrong nobody learns that.
    d-mixed: D = 1 -> D = 6
        The validation loss ends at 0.33, the lowest of all six: new images are recognised, so
        labels and images belong together.
    e-good: E = 6 -> E = 1
        The validation loss rises from the first epochs on: with new images this run is worse than
        somebody who knows nothing, ln 10 = 2.30.
    e-small: E = 6 -> E = 2
        The training loss looks like that. But look at the validation loss: with small steps it
        would fall together with the other.
    e-large: E = 6 -> E = 3
        The validation loss rises, but not the training loss, which falls in every epoch. A rate
        that is too large would make that one jump.
    e-zeros: E = 6 -> E = 4
        The training loss falls: something is learned, though nothing that helps with new images.
    e-noise: E = 6 -> E = 5
        With half of the labels right, the validation loss would first fall far below ln 10 = 2.30.
        Here it never does: these labels say nothing about new images.
    f-good: F = 3 -> F = 1
        The loss ends where it began, at that of somebody who knows nothing.
    f-small: F = 3 -> F = 2
        The loss goes up and down at first, 2.28, 2.31, 2.13, 2.33: small steps would not jump.
    f-zeros: F = 3 -> F = 4
        It begins at 2.33, above ln 10 = 2.30, and jumps before it comes to rest: these weights were
        not 0 at first. What has thrown them away?
    f-noise: F = 3 -> F = 5
        Wrong labels are learned too, by heart: the training loss would fall.
    f-mixed: F = 3 -> F = 6
        Even labels that do not belong to their images are learned by heart, slowly: the training
        loss would fall.
    """,
)


TASK = Task(
    "what_happened",
    points=2,
    taught_in="Two checks before every long training",
    reference=what_happened,
    cases=asked_once("the six runs"),
    mistakes=SLIPS,
    invariants=[
        one_of(
            range(1, 7),
            6,
            "Each answer is a number from 1 to 6, that of a cause: no letter, no list.",
        )
    ],
    parts=("A", "B", "C", "D", "E", "F"),
    hints=(
        "Begin with the run that you would keep. Then sort the other five: in which of them does "
        "the training loss fall at all?",
        "Three fall too slowly or not to the end: does the validation loss fall with them, first "
        "fall and then rise, or never fall? What must have been true of the labels in each case?",
        "Two end at ln 10, where nothing is known. One begins there exactly and lies still; the "
        "other begins above it, as random weights do, and jumps before it comes to rest.",
    ),
)
