"""Answers to survives: the form is told in answer_files.py."""


def but(**others):
    best = {"gradient": 1, "upper": 2, "bias": 3, "paper": 1, "fresh": 3}
    return lambda: tuple((best | others).values())


def by_reasons():
    checks = {  # learned something, and it is gone; the map could have changed; it stays
        "gradient": (True, True, False),
        "upper": (True, True, True),
        "bias": (True, False, True),
        "paper": (True, True, False),
        "fresh": (False, True, False),
    }
    return [
        3 if not (learned and could) else 2 if stays else 1
        for learned, could, stays in checks.values()
    ]


RIGHT = [by_reasons, lambda: [1, 2, 3, 1, 3], lambda: (1, 2, 3, 1, 3)]

WRONG = [(lambda: (0, 2, 3, 1, 3), "no-such-answer"), (lambda: ("1", 2, 3, 1, 3), "no-such-answer")]

# ---- held out: above each function what its author was thinking

# Zero correlation: no relation, so it fails.
zero_is_bad = but(gradient=2)
# It has changed completely, so the check says nothing about the map.
zero_is_nothing = but(gradient=3)
# High correlation is good.
high_is_good = but(gradient=2, upper=1)
# The first layer was left alone, so the check is not complete.
one_layer_left = but(upper=3)
# The maps are the same although half of the answers are wrong: the map fails.
identical_fails = but(bias=2)
# 0.99 over all pixels.
first_figure = but(paper=2)
# The two figures contradict each other.
contradiction = but(paper=3)
# 0.01: the map reacts.
fresh_reacts = but(fresh=1)

HELD_OUT = [
    (zero_is_bad, "a map that changes is taken for one that fails", ["another one"]),
    (zero_is_nothing, "nothing is amiss with the check", ["nothing is amiss"]),
    (high_is_good, "turned round", ["another one", "the map stays"]),
    (one_layer_left, "the accuracy is overlooked", ["accuracy"]),
    (identical_fails, "the last biases have no slope", ["constant", "which slope"]),
    (first_figure, "paper makes the figure", ["white pixels"]),
    (contradiction, "one figure is of use", ["on the ink"]),
    (fresh_reacts, "nothing had been learned", ["learned", "accuracy before"]),
]
