"""Which of four tests for an illness, for five aims: decisions, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def better_model():
    """fewest, missed, screening, alarms, rarer: the number of the model for each aim."""
    fewest = 1
    missed = 2
    screening = 4
    alarms = 3
    rarer = 3
    return fewest, missed, screening, alarms, rarer


SLIPS = slips(
    better_model,
    """
    fewest-2: fewest = 1 -> fewest = 2
        For the fewest mistakes, model 2's best F1 does not count: it makes 420 + 100 of them. Add
        up what is off the diagonal for each.
    fewest-3: fewest = 1 -> fewest = 3
        For the fewest mistakes, model 3's few false alarms are not all: 600 ill are missed as well.
        Add up what is off the diagonal.
    fewest-4: fewest = 1 -> fewest = 4
        For the fewest mistakes, model 4's few missed ill are not all: 1,200 false alarms are
        mistakes, too. Add up what is off the diagonal.
    missed-1: missed = 2 -> missed = 1
        Where a missed one costs five times as much, the number of mistakes is not the cost. Work
        out false alarms + 5 · missed for each.
    missed-3: missed = 2 -> missed = 3
        Where a missed one costs five times as much, model 3 with its 600 missed is the dearest of
        all. Which kind of mistake stands in which row?
    missed-4: missed = 2 -> missed = 4
        Where a missed one costs five times as much, fewest missed is not yet cheapest: model 4's
        false alarms cost 1,200. Work out false alarms + 5 · missed for each.
    screening-1: screening = 4 -> screening = 1
        For the screening model 1 misses 38 in 100. The condition comes first: at least 95 of 100
        ill must be found.
    screening-2: screening = 4 -> screening = 2
        For the screening model 2's recall is 0.90. The condition comes first: at least 95 of 100
        ill must be found, whatever the false alarms.
    screening-3: screening = 4 -> screening = 3
        For the screening model 3 finds 40 in 100. The condition comes first: at least 95 of 100 ill
        must be found.
    alarms-1: alarms = 3 -> alarms = 1
        Where a false alarm costs fifty times as much, model 1's 100 of them cost 5,000. Work out 50
        · false alarms + missed for each.
    alarms-2: alarms = 3 -> alarms = 2
        Where a false alarm costs fifty times as much, model 2's 420 of them cost 21,000. Work out
        50 · false alarms + missed for each.
    alarms-4: alarms = 3 -> alarms = 4
        Where a false alarm costs fifty times as much, model 4 with 1,200 of them is the dearest of
        all. Which kind of mistake stands in which row?
    rarer-1: rarer = 3 -> rarer = 1
        In the other town model 1's precision is no longer 0.86: of 10,000 people 100 are ill, so 62
        are found among about 110 false alarms. Work it out like that for each.
    rarer-2: rarer = 3 -> rarer = 2
        In the other town model 2's 90 found stand against about 460 false alarms. Recall and the
        false positive rate stay as they are; precision does not.
    rarer-4: rarer = 3 -> rarer = 4
        In the other town model 4's 98 found stand against some 1,300 false alarms. Recall and the
        false positive rate stay as they are; precision does not.
    """,
)

NUMBERED = "The models are numbered from 1 to 4: each answer is one of these, without quotes."

TASK = Task(
    "better_model",
    points=2,
    taught_in="The threshold is yours",
    reference=better_model,
    cases=asked_once("the five aims"),
    mistakes=SLIPS,
    invariants=[one_of((1, 2, 3, 4), 5, NUMBERED)],
    parts=("fewest", "missed", "screening", "alarms", "rarer"),
    hints=(
        "Rows are the truth. So the upper right number counts false alarms, the lower left one the "
        "ill that are missed. Write both down for each model.",
        "Three aims are sums of costs: false alarms times their price, plus missed times theirs. "
        "The screening sets a condition; only then does it ask for more.",
        "In the other town keep the two shares: what share of the ill is found, what share of the "
        "healthy is alarmed? Then take 100 ill and 9,900 healthy people.",
    ),
)
