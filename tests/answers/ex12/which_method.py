"""Answers to which_method: the form is told in answer_files.py."""


def but(**others):
    best = {"loan": 3, "hair": 1, "stamp": 5, "age": 4, "film": 2}
    return lambda: tuple((best | others).values())


def by_names():
    gradient, relevance, shapley, probe, count = range(1, 6)
    return shapley, gradient, count, probe, relevance


RIGHT = [by_names, lambda: [3, 1, 5, 4, 2], lambda: (3, 1, 5, 4, 2)]

WRONG = [(lambda: (3, 1, 5, 4, 6), "no-such-answer"), (lambda: (3, 1, 5, 4, "2"), "no-such-answer")]

# ---- held out: above each function what its author was thinking

# Relevance is conserved, so it sums.
conserved = but(loan=2)
# Take away one input after the other.
one_by_one = but(loan=5)
# Fair means best for everything.
always_fair = but(hair=3)
# The ink with the most relevance should be made stronger.
strengthen_the_ink = but(hair=2)
# Red ink in the corner proves it.
red_corner = but(stamp=2)
# If the stamp can be read from a layer, it is used.
readable_is_used = but(stamp=4)
# Which pixels speak for the age?
pixels_of_age = but(age=2)
# The classic map.
the_classic = but(film=1)

HELD_OUT = [
    (conserved, "the biases keep a part", ["biases"]),
    (one_by_one, "the falls do not sum", ["falls"]),
    (always_fair, "no small change", ["small change"]),
    (strengthen_the_ink, "0 where there is no ink", ["slopes"]),
    (red_corner, "a suspicion is no count", ["suspicion"]),
    (readable_is_used, "could is not does", ["could"]),
    (pixels_of_age, "no output for the age", ["no output"]),
    (the_classic, "paper as much as ink", ["paper"]),
]
