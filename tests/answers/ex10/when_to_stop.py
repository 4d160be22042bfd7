"""Answers to when_to_stop: the form is told in answer_files.py."""


def from_a_table():
    best = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 2}
    return tuple(best.values())


RIGHT = [lambda: (1, 2, 3, 4, 2), lambda: [1, 2, 3, 4, 2], from_a_table]
WRONG = [(lambda: (0, 2, 3, 4, 5), "no-such-answer")]

# ---- held out: above each function what its author was thinking


def but(**others):
    best = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 2}
    return lambda: tuple((best | others).values())


# The training loss still falls.
go_on_while_training_falls = but(a=2)
# The gap shows that something is wrong with the rate.
smaller_rate_for_the_gap = but(a=3)
# Fifty epochs are enough.
enough_epochs = but(b=1)
# Take the lowest point of the jagged curve.
lowest_of_the_jagged = but(c=1)
# It will calm down.
calms_down = but(c=2)
# No gap, so all is well: train on.
no_gap_so_go_on = but(d=2)
# It crawls: smaller steps.
smaller_steps_when_level = but(d=3)
# Two epochs worse: stop.
stops_at_the_bump = but(e=1)
# The training loss is above the validation loss: too little room.
training_above_validation = but(e=4)


# Words.
def words():
    return "stop", "go on", "smaller steps", "more room", "go on"


HELD_OUT = [
    (go_on_while_training_falls, "goes on while it learns by heart", ["by heart"]),
    (smaller_rate_for_the_gap, "shorter steps for a gap", ["not too long"]),
    (enough_epochs, "stops while both fall", ["still fall"]),
    (lowest_of_the_jagged, "lowest point of noise", ["luck"]),
    (calms_down, "hopes that it calms down", ["jumped"]),
    (no_gap_so_go_on, "level", ["level"]),
    (smaller_steps_when_level, "shorter steps where it is level", ["level"]),
    (stops_at_the_bump, "stops at a bump", ["bump", "patience"]),
    (training_above_validation, "dropout taken for too little room", ["dropout"]),
    (words, "words for numbers", ["text"]),
]
