"""Choosing a size, and the rows on which it is chosen."""

import numpy as np

from ....activations import sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Task


def choose_units(train, validation, test, candidates, rng):
    """Choose how many tanh units a network gets, and say how good that network is.

    train, validation and test are pairs (X, y), X (n, d), y (n,), zeros and ones. For each of the
    candidates, numbers of units, a network is trained on train: its first layer is random and
    stays so. The one with the best accuracy on validation is chosen, the first among equals.
    Returns its number of units, and its accuracy on test, which is used for nothing else.
    """

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def cases(rng):
    def rows(n, d):
        X = rng.normal(0, 1, (n, d))
        return X, (X[:, 0] * X[:, 1] + rng.normal(0, 1, n) > 0).astype(int)

    def twice(X, y):
        """Each row once with a 0, once with a 1: every network is right on half of them."""
        return np.vstack([X, X]), np.append(0 * y, 0 * y + 1)

    def search(sizes, d, candidates, to_choose=lambda X, y: (X, y)):
        """Rows of which validation and test choose different sizes: else nothing is seen."""
        while True:
            train, validation, test = (rows(n, d) for n in sizes)
            validation = to_choose(*validation)
            parts = train, validation, test
            seed = rng.integers(1 << 30)
            chosen = {
                choose_units(train, rows, test, candidates, np.random.default_rng(seed))[0]
                for rows in parts
            }
            if len(chosen) == 3:
                return train, validation, test, candidates, np.random.default_rng(seed)

    return [
        Case(search((10, 9, 11), 2, (1, 2, 3, 5)), "four candidates"),
        Case(search((30, 20, 20), 3, (2, 4, 8, 16, 32)), "five candidates"),
        Case(search((25, 25, 25), 4, (7, 3, 11, 5)), "parts of one size"),
        Case(search((40, 15, 30), 2, (20, 10, 5, 2, 1)), "the largest first"),
        Case(search((20, 30, 12), 3, tuple(range(1, 9))), "eight candidates"),
        Case(search((20, 6, 15), 3, (7, 3, 11, 5), twice), "all are equal on validation"),
    ]


SLIPS = slips(
    choose_units,
    """
    test-chooses: accuracy(network, *validation) -> accuracy(network, *test)
        The labels are coin flips, so no network can be right on more than half of new rows. It
        says 0.60, on the average of 40 runs. Where does the program learn something of the test
        rows, before it is tested on them?
    validation-reported: accuracy(networks[best], *test) -> scores[best]
        What is returned is the accuracy on validation, the best of many: that one has been chosen
        for being high.
    exchanged: accuracy(network, *validation) -> accuracy(network, *test)
    and: accuracy(networks[best], *test) -> accuracy(networks[best], *validation)
        The figure is honest now, but the two parts have changed places: the test rows choose, and
        the validation rows are reported.
    training-chooses: accuracy(network, *validation) -> accuracy(network, *train)
        The choice is made on the training rows now, where the largest network is mostly the best:
        it knows them by heart.
    training-reported: accuracy(networks[best], *test) -> accuracy(networks[best], *train)
        The choice is honest. But what is returned is the accuracy on the training rows.
    both-choose:
    - scores = [accuracy(network, *validation) for network in networks]
    + both = [np.concatenate(pair) for pair in zip(validation, test)]
    + scores = [accuracy(network, *both) for network in networks]
        Validation and test choose together now: the test rows still have a say.
    half-chooses: accuracy(network, *validation) -> accuracy(network, *(part[::2] for part in test))
        Only every other test row chooses now, but all of them are reported, so the figure is still
        too good.
    half-left: accuracy(network, *validation) -> accuracy(network, *(part[::2] for part in test))
    and: accuracy(networks[best], *test) -> accuracy(networks[best], *(part[1::2] for part in test))
        Half of the test rows choose, the other half are reported: that is honest. But the rows for
        choosing are there, validation, and the test is to be used for nothing else.
    best-of-tests: accuracy(networks[best], *test) -> max(accuracy(n, *test) for n in networks)
        The accuracy that is returned is the best of all networks on test, not that of the chosen
        one.
    mean-of-tests:
    - return candidates[best], accuracy(networks[best], *test)
    + return candidates[best], np.mean([accuracy(network, *test) for network in networks])
        The accuracy is the mean over all networks, not that of the chosen one.
    worst: np.argmax(scores) -> np.argmin(scores)
        The candidate with the worst accuracy is chosen now.
    last-of-equals: np.argmax(scores) -> max(range(len(scores)), key=lambda i: (scores[i], i))
        Among equal candidates the last one is chosen. The docstring says the first, as it was.
    place-for-size: return candidates[best] -> return best
        The place of the best candidate is returned, not its number of units.
    trained-on-validation: fit(units, *train) -> fit(units, *validation)
        The networks are trained on the validation rows now, and those choose as well.
    trained-on-both: (units, *train) -> (units, *map(np.concatenate, zip(train, validation)))
        The networks have been trained with the validation rows, too: so these can no longer tell
        which is good.
    fitted-anew: (networks[best], *test) -> (fit(candidates[best], *train), *test)
        A new network is trained for the report, with other random weights: the chosen one is to be
        tested.
    largest: int(np.argmax(scores)) -> int(np.argmax(candidates))
        The largest candidate is always taken: nothing is chosen at all.
    fewest-of-equals:
    - best = int(np.argmax(scores))
    + best = min(range(len(scores)), key=lambda i: (-scores[i], candidates[i]))
        Among equal candidates the one with the fewest units is chosen. The docstring says the first
        of the list, as it was.
    front-half-chooses: accuracy(network, *validation) -> accuracy(network, *halves[0])
    and: accuracy(networks[best], *test) -> accuracy(networks[best], *halves[1])
    and:
    - networks = [fit(units, *train) for units in candidates]
    + half = len(test[1]) // 2
    + halves = [part[:half] for part in test], [part[half:] for part in test]
    + networks = [fit(units, *train) for units in candidates]
        The first half of the test rows chooses, the second is reported: that is honest. But the
        rows for choosing are there, validation, and the test is to be used for nothing else.
    sorted-first:
    - networks = [fit(units, *train) for units in candidates]
    + candidates = sorted(candidates)
    + networks = [fit(units, *train) for units in candidates]
        The candidates are sorted first: other random weights, and another first among equals. Take
        them in the order of the list, as it was.
    sorted-downwards:
    - networks = [fit(units, *train) for units in candidates]
    + candidates = sorted(candidates, reverse=True)
    + networks = [fit(units, *train) for units in candidates]
        The candidates are sorted first, the largest in front: other random weights, and another
        first among equals. Take them in the order of the list, as it was.
    error-reported: accuracy(networks[best], *test) -> 1 - accuracy(networks[best], *test)
        The share of wrong answers is reported. The accuracy is asked for, as it was.
    test-chooses-place: accuracy(network, *validation) -> accuracy(network, *test)
    and: return candidates[best] -> return best
        Two things: the test rows still choose, and the place of the candidate is returned where its
        number of units was.
    fitted-on-both:
    - return candidates[best], accuracy(networks[best], *test)
    + both = [np.concatenate(pair) for pair in zip(train, validation)]
    + return candidates[best], accuracy(fit(candidates[best], *both), *test)
        A new network is trained for the report, on train and validation together. The one that was
        chosen is to be tested.
    trained-and-chosen-exchanged: fit(units, *train) -> fit(units, *validation)
    and: accuracy(network, *validation) -> accuracy(network, *train)
        Train and validation have changed places: the networks are trained on validation, and train
        chooses.
    smallest-gap:
    - scores = [accuracy(network, *validation) for network in networks]
    + scores = [-abs(accuracy(n, *train) - accuracy(n, *validation)) for n in networks]
        The network is chosen whose accuracies on train and validation are nearest to each other.
        The best on validation is asked for.
    train-and-validation-choose:
    - scores = [accuracy(network, *validation) for network in networks]
    + scores = [accuracy(n, *train) + accuracy(n, *validation) for n in networks]
        Train and validation choose together now. A network knows the training rows by heart:
        validation alone is to choose.
    all-choose:
    - scores = [accuracy(network, *validation) for network in networks]
    + scores = [
    +     accuracy(n, *train) + accuracy(n, *validation) + accuracy(n, *test) for n in networks
    + ]
        All three parts choose together: the test rows still have a say.
    mean-of-validation: accuracy(networks[best], *test) -> np.mean(scores)
        What is returned is the mean accuracy on validation. That of the chosen network on test is
        asked for.
    both-reported:
    - return candidates[best], accuracy(networks[best], *test)
    + return candidates[best], (accuracy(networks[best], *test) + scores[best]) / 2
        What is returned is the mean of validation and test. The validation rows have chosen: the
        test alone is to be reported.
    smallest: int(np.argmax(scores)) -> int(np.argmin(candidates))
        The smallest candidate is always taken: nothing is chosen at all.
    first: int(np.argmax(scores)) -> 0
        The first candidate is always taken: nothing is chosen at all.
    last: int(np.argmax(scores)) -> len(candidates) - 1
        The last candidate is always taken: nothing is chosen at all.
    last-network-tested: accuracy(networks[best], *test) -> accuracy(networks[-1], *test)
        The last network is tested, not the chosen one.
    score-for-size: return candidates[best] -> return scores[best]
        The best score is returned where the number of units is asked for.
    trained-on-test: (networks[best], *test) -> (fit(candidates[best], *test), *test)
        A new network is trained on the test rows, and tested on them. The chosen one is to be
        tested, on rows that it has not seen.
    worst-of-tests: accuracy(networks[best], *test) -> min(accuracy(n, *test) for n in networks)
        The worst accuracy of all networks on test is returned, not that of the chosen one.
    last-left-out:
    - networks = [fit(units, *train) for units in candidates]
    + networks = [fit(units, *train) for units in candidates[:-1]]
        The last candidate is left out.
    first-left-out:
    - networks = [fit(units, *train) for units in candidates]
    + candidates = candidates[1:]
    + networks = [fit(units, *train) for units in candidates]
        The first candidate is left out.
    one-unit-more:
    - networks = [fit(units, *train) for units in candidates]
    + networks = [fit(units + 1, *train) for units in candidates]
        Each network has one unit more than its candidate says.
    threshold-half: (np.tanh(X @ W) @ v > 0) -> (np.tanh(X @ W) @ v > 0.5)
        The sum is compared with 0.5. The probability is above 0.5 where the sum is above 0, as it
        was.
    scored-anew:
    - scores = [accuracy(network, *validation) for network in networks]
    + scores = [accuracy(fit(units, *train), *validation) for units in candidates]
        For the scores each network is fitted once more, with other draws, so those that are scored
        are not those that are reported: score the `networks` themselves.
    most-of-equals:
    - best = int(np.argmax(scores))
    + best = max(range(len(scores)), key=lambda i: (scores[i], candidates[i]))
        Among equal candidates the one with the most units is chosen. The docstring says the first
        of the list, as it was.
    """,
)

TASK = Task(
    "choose_units",
    points=2,
    handed_out="test-chooses",
    lesson="10",
    taught_in="The leak",
    reference=choose_units,
    cases=cases,
    mistakes=SLIPS,
    parts=("units", "accuracy"),
    hints=(
        "Run it with one candidate only, many times: is the mean accuracy 0.5 then? And with ten? "
        "What does the number of candidates change?",
        "Write down for each of the three parts where it is used, and what for: to train, to "
        "choose, to report. One of them has too much to do, one nothing.",
        "The best of many scores is high also by luck. That does no harm as long as the rows that "
        "gave the score are not those that are reported.",
    ),
)
