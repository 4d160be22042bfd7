"""Answers to which_loss: the form is told in answer_files.py."""


def from_a_table():
    best = {"delivery": 2, "claims": 1, "photo": 4, "waste": 5, "calls": 6, "leaves": 3}
    return tuple(best.values())


RIGHT = [lambda: (2, 1, 4, 5, 6, 3), lambda: [2, 1, 4, 5, 6, 3], from_a_table]

WRONG = [
    (lambda: (2, 1, 4, 3, 6, 5), "One sigmoid tells two apart"),  # not: which two to exchange
    (lambda: (0, 7, 4, 5, 6, 3), "no-such-answer"),
]

# ---- held out: above each function what its author was thinking


def but(**others):
    best = {"delivery": 2, "claims": 1, "photo": 4, "waste": 5, "calls": 6, "leaves": 3}
    return lambda: tuple((best | others).values())


# A number: squared error.
squared_for_all_numbers = but(delivery=1)
# Outliers: absolute error.
absolute_for_outliers = but(claims=2)
# Several things: softmax.
softmax_for_tags = but(photo=5)
# Five bins: five sigmoids.
sigmoids_for_bins = but(waste=4)
# A number is a number.
squared_for_counts = but(calls=1)
# The number of calls is one of ten classes.
softmax_for_counts = but(calls=5)
# Two classes, stays or leaves.
softmax_for_two = but(leaves=5)
# A probability is a number.
squared_for_probability = but(leaves=1)
# Minutes are counted.
poisson_for_minutes = but(delivery=6)
# Never negative, as the calls.
poisson_for_money = but(claims=6)
# Both errors the wrong way round.
median_and_mean = but(delivery=1, claims=2)
# Is the dog there? Yes or no.
one_sigmoid_for_tags = but(photo=3)


# Words.
def words():
    return "absolute", "squared", "sigmoids", "softmax", "Poisson", "sigmoid"


HELD_OUT = [
    (squared_for_all_numbers, "mean for median", ["median", "half"]),
    (absolute_for_outliers, "median for mean", ["mean", "sum"]),
    (softmax_for_tags, "softmax for several yes-or-no", ["add up to 1", "exactly one", "one of"]),
    (sigmoids_for_bins, "sigmoids for one of five", ["exactly one", "one bin", "add up"]),
    (squared_for_counts, "squared error for counts", ["negative"]),
    (softmax_for_counts, "classes for counts", ["order", "nearer", "classes"]),
    (softmax_for_two, "two outputs for one", ["two outputs", "one output", "fewer"]),
    (squared_for_probability, "a probability as a number", ["probability", "between 0 and 1"]),
    (poisson_for_minutes, "counts for minutes", ["count"]),
    (poisson_for_money, "counts for money", ["count"]),
    (median_and_mean, "median and mean", ["median+mean"]),
    (one_sigmoid_for_tags, "one output for four", ["one output", "four"]),
    (words, "words for numbers", ["text"]),
]
