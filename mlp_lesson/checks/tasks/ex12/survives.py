"""What do five checks by destroying a network show? Decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def survives():
    """gradient, upper, bias, paper, fresh: 1 depends on learning, 2 hardly, 3 cannot tell."""
    gradient = 1
    upper = 2
    bias = 3
    paper = 1
    fresh = 3
    return gradient, upper, bias, paper, fresh


SLIPS = slips(
    survives,
    """
    gradient-hardly: gradient = 1 -> gradient = 2
        For the gradient a correlation near 0 means that the map has become another one. What
        hardly depends on learning would stay.
    gradient-open: gradient = 1 -> gradient = 3
        For the gradient nothing is amiss: all weights shuffled, the accuracy gone, 500 pictures,
        the sign kept. So it can be read: did the map stay?
    upper-depends: upper = 2 -> upper = 1
        With the upper layers, 0.98 means that the map stays, though the network knows nothing any
        more. Is that dependence?
    upper-open: upper = 2 -> upper = 3
        With the upper layers, one layer was left whole, but the accuracy says that what was
        learned is gone. A map of the answer should notice that.
    bias-depends: bias = 3 -> bias = 1
        With the biases the maps are *identical*: no sign of dependence. And could they have been
        anything else?
    bias-hardly: bias = 3 -> bias = 2
        With the biases the weights have stayed as they were, and a bias of the last layer is a
        constant added to the logit: which slope could it change?
    paper-hardly: paper = 1 -> paper = 2
        With the paper, 0.99 is what white pixels make: they are 0 in both maps, whatever the
        network. Where is it that the map says anything at all?
    paper-open: paper = 1 -> paper = 3
        With the paper one of the two figures is of no use, the other is: on the ink, do the maps
        agree?
    fresh-depends: fresh = 3 -> fresh = 1
        For the fresh network the map has changed, but what had it learned that could be lost? Look
        at the accuracy before.
    fresh-hardly: fresh = 3 -> fresh = 2
        For the fresh network the maps do not even agree. Ask first what there was to destroy: look
        at the accuracy before.
    """,
)

TASK = Task(
    "survives",
    points=2,
    taught_in="Destroy the network",
    reference=survives,
    cases=asked_once("the five checks"),
    mistakes=SLIPS,
    invariants=[one_of((1, 2, 3), 5, "Each answer is a whole number: 1, 2 or 3, without quotes.")],
    parts=("gradient", "upper", "bias", "paper", "fresh"),
    hints=(
        "Ask of each check: was something learned, is it gone now, and could the map have changed"
        " at all? Only if all three are so, the correlation says something.",
        "A map that depends on learning does *not* stay. Where a figure is high, ask what makes "
        "it high: the network, or pixels that are alike in any case.",
        "Two of the five can show nothing: in one there was nothing to destroy, in the other the "
        "part that was shuffled has no slope. Of the three others, one map stays.",
    ),
)
