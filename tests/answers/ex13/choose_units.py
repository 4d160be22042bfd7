"""Answers to choose_units: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("choose_units")
CHOOSES, REPORTED = "accuracy(network, *test)", "accuracy(networks[best], *test)"
HONEST = "accuracy(network, *validation)"
LINES = "scores = [accuracy(network, *test) for network in networks]"

RIGHT = [
    edited(CHOOSES, HONEST),
    edited(LINES, "X, y = validation\n"
                  "    scores = [accuracy(network, X, y) for network in networks]"),
    edited(LINES, "scores = []\n    for network in networks:\n"
                  "        scores.append(accuracy(network, validation[0], validation[1]))"),
    edited(LINES, "X_val, y_val = validation\n    scores = []\n    for W, v in networks:\n"
                  "        called = sigmoid(np.tanh(X_val @ W) @ v) > 0.5\n"
                  "        scores.append(np.mean(called == y_val))"),
]  # fmt: skip

UNCHANGED = [  # what the program returns stays as it was
    # The test set only looks on: a copy of it chooses.
    edited(CHOOSES, "accuracy(network, test[0].copy(), test[1].copy())"),
]

HELD_OUT = [
    # Nothing may be reported of the test rows that were used: report validation.
    (edited(REPORTED, "accuracy(networks[best], *validation)"), "the parts exchanged",
     ["changed places"]),
    (edited(CHOOSES, HONEST, REPORTED, "max(scores)"), "the validation score reported",
     ["chosen for being high"]),
    (edited(CHOOSES, "accuracy(network, *train)"), "chosen on the training rows",
     ["on the training rows now"]),
    # Use both, for more rows.
    (edited(CHOOSES, f"{HONEST} + {CHOOSES}"), "both choose, their shares added",
     ["still have a say", "as you got it", "begin once more"]),
    (edited(LINES, "both = [np.concatenate(pair) for pair in zip(validation, test)]\n"
                   "    scores = [accuracy(network, *both) for network in networks]"),
     "validation and test pooled", ["still have a say"]),
    # Split the test set: one half to choose, the other to report.
    (edited(CHOOSES, "accuracy(network, *(part[::2] for part in test))", REPORTED,
            "accuracy(networks[best], *(part[1::2] for part in test))"), "half of the test chooses",
     ["nothing else"]),
    (edited(CHOOSES, HONEST, REPORTED, f"max({CHOOSES} for network in networks)"),
     "the best test score", ["best of all networks"]),
    # After choosing, one trains once more.
    (edited(CHOOSES, HONEST, REPORTED, "accuracy(fit(candidates[best], *train), *test)"),
     "trained anew", ["new network"]),
    (edited("fit(units, *train)", "fit(units, *map(np.concatenate, zip(train, validation)))",
            CHOOSES, HONEST), "trained on validation, too", ["no longer tell"]),
    (edited("fit(units, *train)", "fit(units, *validation)", CHOOSES, HONEST),
     "trained on validation", ["trained on the validation rows"]),
    (edited(CHOOSES, HONEST, "return candidates[best]", "return best"), "place for size",
     ["place of the best"]),
    (edited(CHOOSES, HONEST, REPORTED, f"np.mean([{CHOOSES} for network in networks])"),
     "mean over all", ["mean over all"]),
    (edited("np.argmax(scores)", "np.argmin(scores)"), "the worst on test",
     ["worst", "begin once more", "as you got it"]),
]  # fmt: skip
