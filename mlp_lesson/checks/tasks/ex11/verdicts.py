"""Is A better than B? Five comparisons as people bring them, each with its wrong reasons."""

from ...engine.slips import slips
from ...engine.task import Task
from .._decisions import asked_once, one_of


def verdicts():
    """digits, clothes, seeds, doctors, patients: 1 better, 2 may be chance, 3 says nothing."""
    digits = 2
    clothes = 1
    seeds = 3
    doctors = 2
    patients = 3
    return digits, clothes, seeds, doctors, patients


SLIPS = slips(
    verdicts,
    """
    digits-better: digits = 2 -> digits = 1
        For the digits, four places behind the point are no evidence. Of 414 images that decide, 214
        are won: compare the difference, 14, with 2 · √414.
    digits-unfair: digits = 2 -> digits = 3
        For the digits nothing is unfair: same images, planned, once. So ask what chance could do.
    clothes-chance: clothes = 1 -> clothes = 2
        For the clothes the intervals overlap, but they treat the images as if they were different
        ones. Only 130 decide, 90 against 40: compare 50 with 2 · √130.
    clothes-unfair: clothes = 1 -> clothes = 3
        For the clothes nothing is unfair: same images, planned, once. So ask what chance could do.
    seeds-better: seeds = 3 -> seeds = 1
        With the seeds, the best of thirty test results is compared with a single one. Part of it is
        luck that was picked out; B had one draw.
    seeds-chance: seeds = 3 -> seeds = 2
        With the seeds, the question of chance comes too late: the test images chose the seed, so
        A's figure is no longer one for new images, and no test mends that.
    doctors-better: doctors = 2 -> doctors = 1
        With the doctors, four in a hundred sounds like much. But 8 images decide, 6 against 2:
        compare 4 with 2 · √8. A fair coin is as one-sided as that in 3 of 10 tries.
    doctors-unfair: doctors = 2 -> doctors = 3
        With the doctors few images are no unfairness: same images, planned, once. They are only too
        few to tell.
    patients-better: patients = 3 -> patients = 1
        With the patients, A had seen other pictures of the same people. What it knows of them by
        heart is counted as if it had been understood.
    patients-chance: patients = 3 -> patients = 2
        With the patients, 300 to 100 is far more than chance. But is it A's skill? Look at how the
        pictures were split.
    """,
)

TASK = Task(
    "verdicts",
    points=2,
    taught_in="Which of two is better",
    reference=verdicts,
    cases=asked_once("the five comparisons"),
    mistakes=SLIPS,
    invariants=[one_of((1, 2, 3), 5, "Each answer is a whole number: 1, 2 or 3, without quotes.")],
    parts=("digits", "clothes", "seeds", "doctors", "patients"),
    hints=(
        "First ask of each whether the comparison is fair: had both the same unseen images, and "
        "did nobody choose by them? Only then ask about chance.",
        "Where it is fair, only the images count that just one has right. With b and c of them, "
        "|b - c| beyond 2·√(b + c) is more than chance.",
        "Two of the five are unfair: in one the test set chose something, in the other training "
        "has seen of it what it should not. Of the three others, only one is beyond chance.",
    ),
)
