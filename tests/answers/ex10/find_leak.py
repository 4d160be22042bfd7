"""Answers to find_leak: the form is told in answer_files.py."""


def from_a_table():
    best = {"scans": 1, "prices": 3, "reviews": 2, "birds": 0, "loans": 4}
    return tuple(best.values())


RIGHT = [lambda: (1, 3, 2, 0, 4), lambda: [1, 3, 2, 0, 4], from_a_table]
WRONG = [(lambda: (1, 3, 2, 0, 7), "no-such-answer")]

# ---- held out: above each function what its author was thinking


def but(**others):
    best = {"scans": 1, "prices": 3, "reviews": 2, "birds": 0, "loans": 4}
    return lambda: tuple((best | others).values())


# Split at random, so all is well.
random_is_fair = but(scans=0)
# Scaling always leaks.
scaling_always_leaks = but(scans=2)
# Early stopping only stops.
stopping_is_no_choice = but(prices=0)
# Time must be split at random.
time_not_random = but(prices=1)
# Words are no labels.
words_are_no_labels = but(reviews=0)
# Leaks happen at the split.
leak_at_the_split = but(reviews=3)
# Augmented copies are copies.
copies_are_copies = but(birds=2)
# So many trials.
many_trials = but(birds=3)
# The validation set must not be trained on.
validation_trained_on = but(birds=4)
# The test was only looked at.
looked_twice = but(loans=0)

HELD_OUT = [
    (random_is_fair, "copies on both sides", ["copies"]),
    (scaling_always_leaks, "scaling that is right", ["training scans alone"]),
    (stopping_is_no_choice, "stopping by the test", ["training ends"]),
    (time_not_random, "split by years", ["later years"]),
    (words_are_no_labels, "columns picked by all labels", ["verdicts"]),
    (leak_at_the_split, "the step after the leak", ["too late"]),
    (copies_are_copies, "copies after the split", ["after the split"]),
    (many_trials, "many trials on validation", ["validation"]),
    (validation_trained_on, "trained again", ["together"]),
    (looked_twice, "second look at the test", ["again"]),
]
