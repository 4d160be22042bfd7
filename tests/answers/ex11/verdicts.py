"""Answers to verdicts: the form is told in answer_files.py."""

from scipy.stats import binomtest


def but(**others):
    best = {"digits": 2, "clothes": 1, "seeds": 3, "doctors": 2, "patients": 3}
    return lambda: tuple((best | others).values())


def by_coins():
    def verdict(b, c):
        return 1 if binomtest(b, b + c).pvalue < 0.05 else 2

    return verdict(214, 200), verdict(90, 40), 3, verdict(6, 2), 3


RIGHT = [by_coins, lambda: [2, 1, 3, 2, 3], lambda: (2, 1, 3, 2, 3)]

WRONG = [(lambda: (0, 1, 3, 2, 3), "no-such-answer"), (lambda: ("2", 1, 3, 2, 3), "no-such-answer")]

# ---- held out: above each function what its author was thinking

four_digits = but(digits=1)
intervals_overlap = but(clothes=2)
higher_is_better = but(seeds=1)
within_the_scatter = but(seeds=2)
four_in_a_hundred = but(doctors=1)
too_few_is_unfair = but(doctors=3)
far_beyond_chance = but(patients=1)
shuffled_is_fair = but(patients=2)
all_better = but(digits=1, seeds=1, doctors=1, patients=1)

HELD_OUT = [
    (four_digits, "four digits believed", ["414"]),
    (intervals_overlap, "overlapping intervals", ["overlap"]),
    (higher_is_better, "the best of thirty", ["thirty"]),
    (within_the_scatter, "chance is asked too early", ["too late", "test images chose"]),
    (four_in_a_hundred, "too few images", ["8 images"]),
    (too_few_is_unfair, "few is not unfair", ["no unfairness"]),
    (far_beyond_chance, "the leak is overlooked", ["same people"]),
    (shuffled_is_fair, "the leak is taken for chance", ["how the pictures were split"]),
    (all_better, "the higher figure wins", ["414"]),
]
