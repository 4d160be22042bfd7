"""Answers to better_model: the form is told in answer_files.py."""


def but(**others):
    best = {"fewest": 1, "missed": 2, "screening": 4, "alarms": 3, "rarer": 3}
    return lambda: tuple((best | others).values())


def from_the_matrices():
    alarms = {1: 100, 2: 420, 3: 10, 4: 1200}
    lost = {1: 380, 2: 100, 3: 600, 4: 20}

    def cheapest(alarm, miss):
        return min(alarms, key=lambda m: alarm * alarms[m] + miss * lost[m])

    found = [m for m in alarms if 1000 - lost[m] >= 950]
    sure = [m for m in alarms if (1000 - lost[m]) / 10 > 9900 * alarms[m] / 9000]
    return cheapest(1, 1), cheapest(1, 5), min(found, key=alarms.get), cheapest(50, 1), *sure


RIGHT = [from_the_matrices, lambda: [1, 2, 4, 3, 3], lambda: (1, 2, 4, 3, 3)]

WRONG = [(lambda: (0, 2, 4, 3, 3), "no-such-answer"), (lambda: tuple("12433"), "no-such-answer")]

# ---- held out: above each function what its author was thinking

best_f1 = but(fewest=2)
fewest_missed = but(missed=4)
nearly_95 = but(screening=2)
precision_is_good = but(alarms=1)
precision_stays = but(rarer=1)
rows_are_predictions = but(missed=3, alarms=4)
finds_most = but(rarer=4)
accuracy_for_all = but(missed=1, screening=1, alarms=1, rarer=1)

HELD_OUT = [
    (best_f1, "best F1 taken for fewest mistakes", ["fewest mistakes"]),
    (fewest_missed, "fewest missed taken for cheapest", ["cheapest"]),
    (nearly_95, "the condition is not met", ["condition"]),
    (precision_is_good, "false alarms not multiplied", ["fifty"]),
    (precision_stays, "precision carried over", ["other town"]),
    (rows_are_predictions, "rows taken for predictions", ["row"]),
    (finds_most, "recall taken for precision", ["other town"]),
    (accuracy_for_all, "accuracy decides everything", ["number of mistakes"]),
]
