"""Answers to what_happened: the form is told in answer_files.py."""


def from_a_table():
    cause = {"A": 2, "B": 5, "C": 4, "D": 1, "E": 6, "F": 3}
    return tuple(cause.values())


RIGHT = [lambda: (2, 5, 4, 1, 6, 3), lambda: [2, 5, 4, 1, 6, 3], from_a_table]

WRONG = [
    (lambda: (2, 5, 3, 1, 6, 3), "c-large"),
    (lambda: (2, 5, 4, 1, 6, 0), "no-such-answer"),
]

# ---- held out: above each function what its author was thinking


def but(**others):
    cause = {"A": 2, "B": 5, "C": 4, "D": 1, "E": 6, "F": 3}
    return lambda: tuple((cause | others).values())


# Both flat at 2.30: guessed the wrong way round.
flat_ones_exchanged = but(C=3, F=4)
# Both slow: the training losses look alike.
slow_ones_exchanged = but(A=6, E=2)
# Validation rises in both.
rising_ones_exchanged = but(B=6, E=5)
# A falls nicely, D has a gap between the two losses: overfitting.
gap_is_bad = but(A=1, D=5, B=2)
# D falls so steeply: a large rate.
steep_is_large = but(D=3, F=1)
# Nothing happens in C: such a small rate.
flat_is_small = but(C=2, A=4)
# Nothing happens in F: small steps.
flat_f_is_small = but(F=2, A=3)
# C is calm, all in order.
calm_is_good = but(C=1, D=4)
# E goes up: too large.
rising_is_large = but(E=3, F=6)
# B's validation goes up: too large.
b_is_large = but(B=3, F=5)
# C: labels mixed up, nothing can be learned.
mixed_up_learns_nothing = but(C=6, E=4)
# F as well.
mixed_up_learns_nothing_f = but(F=6, E=3)


# The letters in the order of the causes.
def letters():
    return "D", "A", "F", "C", "B", "E"


# The numbers in the order of the causes, letters counted from 1.
def other_way_round():
    return 4, 1, 6, 3, 2, 5


HELD_OUT = [
    (flat_ones_exchanged, "zeros and large rate", ["begins+2.33", "begins+ln 10"]),
    (slow_ones_exchanged, "small rate and mixed up", ["validation"]),
    (rising_ones_exchanged, "wrong labels and mixed up", ["validation+ln 10", "half"]),
    (gap_is_bad, "a gap is no fault", ["lowest", "both"]),
    (steep_is_large, "steep is not jumping", ["jump"]),
    (flat_is_small, "flat is not slow", ["fall"]),
    (flat_f_is_small, "jumps are not small steps", ["jump", "up and down"]),
    (calm_is_good, "nothing is learned", ["nothing", "ln 10"]),
    (rising_is_large, "validation alone rises", ["training loss"]),
    (b_is_large, "validation alone rises", ["jump", "training loss"]),
    (mixed_up_learns_nothing, "learned by heart", ["by heart"]),
    (mixed_up_learns_nothing_f, "learned by heart", ["by heart", "training loss"]),
    (letters, "letters for numbers", ["number"]),
    (other_way_round, "numbers for letters", ["validation", "loss"]),
]
