"""Why a trained network reads digits badly: small experiments with it that tell the causes apart.

A few labels say little about what went wrong in training, but the learner's own function can be
trained again: on images that all have one label, on darker ones, on the same rows many times. Each
test below asks one such question; find_cause() puts them in order, the most certain first.
Probes run only for answers that read too few digits, and never beyond the time they are given.
"""

import contextlib
import signal
import threading
import time
from functools import cache, cached_property

import numpy as np

SOME = 1000  # rows of a small training, and images that it is asked for
FEW = 100
TOLD = 500  # rows that are repeated


class OutOfTime(BaseException):  # not an Exception: the learner's `except` must not swallow it
    """The time for probes has been used up."""


@contextlib.contextmanager
def time_limit(seconds):
    """OutOfTime after so many seconds, where the system has an alarm for it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return

    def stop(*_):
        raise OutOfTime

    earlier = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)


def share(labels, truth):
    """The share of labels that are right."""
    return np.mean(np.asarray(labels) == truth[: len(labels)])


def most_frequent(labels):
    values, counts = np.unique(labels, return_counts=True)
    return values[counts.argmax()]


class Training:
    """A learner's training, repeated on other rows from the same random numbers."""

    def __init__(self, fit, rng, state, data, predict, labels):
        self.fit, self.rng, self.state = fit, rng, state
        self.X, self.y, self.X_new, self.y_new = data
        self.predict, self.labels = predict, np.asarray(labels)
        self.share = share(self.labels, self.y_new)
        self.read_after = cache(self._read_after)  # one memory for each Training
        self.obedience = cache(self._obedience)
        self.ends_at, self.seconds = np.inf, 0.0  # of the training on TOLD rows, once it is known

    def learn(self, X, y):
        """predict, after a training on (X, y)."""
        start, expected = time.monotonic(), self.seconds * len(X) / TOLD
        if start + expected > self.ends_at:
            raise OutOfTime
        self.rng.bit_generator.state = self.state
        predict = self.fit(X.copy(), y.copy(), self.rng)
        if len(X) == TOLD:
            self.seconds = time.monotonic() - start
        return lambda A: np.asarray(predict(A.astype(self.X.dtype)))

    @cached_property
    def training_labels(self):
        return np.asarray(self.predict(self.X.copy()))

    @cached_property
    def told_once(self):
        """predict, after a training on TOLD rows."""
        return self.learn(self.X[:TOLD], self.y[:TOLD])

    @cached_property
    def told_often(self):
        """predict, after a training on the same rows, eight times each."""
        return self.learn(np.tile(self.X[:TOLD], (8, 1)), np.tile(self.y[:TOLD], 8))

    def _read_after(self, factor):
        """The share of new images read after a small training, all pixels multiplied by factor."""
        predict = self.learn(factor * self.X[:SOME], self.y[:SOME])
        return share(predict(factor * self.X_new[:SOME]), self.y_new)

    def _obedience(self, rows, factor=1):
        """(share that says c after training on nothing but c, and on nothing but another, moved)"""
        X, A = factor * self.X[:rows], factor * self.X_new[:TOLD]

        def labels_after(c):
            return self.learn(X, np.full(rows, c, self.y.dtype))(A)

        first = labels_after(3)
        said = most_frequent(first)
        if said == 3:
            on, off = first, labels_after(8)
        else:
            on, off = labels_after(min(max(said, 0), 9)), first
        return np.mean(on == said), np.mean(off == said), bool(np.any(on != off))

    @cached_property
    def reads_easy_images(self):
        """The share of ten images that are read after a training on nothing but these."""
        means = np.array([self.X[self.y == c].mean(axis=0) for c in range(10)])
        order = np.random.default_rng(0).permutation(SOME) % 10
        return share(self.learn(means[order], order.astype(self.y.dtype))(means), np.arange(10))

    def mixtures(self, n, seed):
        """Random sums of images: points in all directions, far from the images."""
        rng = np.random.default_rng(seed)
        rows = rng.integers(len(self.X), size=(8, n))
        return sum(rng.normal(size=(n, 1)) * self.X[row] for row in rows)

    @cached_property
    def labels_far_out(self):
        """How many labels are given to more than a few points far away."""
        said = np.asarray(self.predict((1e4 * self.mixtures(SOME, 0)).astype(self.X.dtype)))
        return np.sum(np.unique(said, return_counts=True)[1] > 0.02 * SOME)


# ---- what one look at the labels says -----------------------------------------------------------


def names_exchanged(t):
    """Each label stands for one other digit."""
    counts = np.zeros((10, 10), dtype=int)
    known = (t.labels >= 0) & (t.labels <= 9)
    np.add.at(counts, (t.labels[known].astype(int), t.y_new[known]), 1)
    meant = counts.argmax(axis=1)
    return t.share < 0.5 and len(set(meant)) == 10 and counts.max(axis=1).sum() > 0.8 * known.size


def prepared_otherwise(t):
    """Right for images that are scaled or centred first."""
    A, X = t.X_new[:SOME].astype(float), t.X.astype(float)
    mean, spread = X.mean(axis=0), X.std(axis=0)
    others = [
        255 * A, A / 255, 2 * A - 1, A - 0.5, 1 - A, (A - X.mean()) / X.std(), A - X.mean(),
        A - mean, (A - mean) / np.where(spread > 0.001, spread, 1), (A - mean) / (spread + 0.1),
        (A - mean) / (spread + 1), A / np.linalg.norm(A, axis=1, keepdims=True), A > 0.5,
        A * X.std() + X.mean(), A * spread + mean, (A + 1) / 2, A + 0.5, A + mean,
        A.reshape(-1, 28, 28).swapaxes(1, 2).reshape(A.shape),
    ]  # fmt: skip
    best = max(share(t.predict(B.astype(t.X.dtype)), t.y_new) for B in others)
    now = share(t.labels[:SOME], t.y_new)
    return best > max(0.88, now + 0.05) or best > max(0.94, now + 0.01)


def next_numbers(t):
    """What is wrong is next to the right number, or everything is in the middle."""
    off = np.abs(t.labels - t.y_new)
    if not 0.05 < np.mean(off > 0) or len(np.unique(t.labels)) < 2:
        return False
    near = np.mean(off[off > 0] == 1) > 0.45
    middle = np.all((t.labels >= 2) & (t.labels <= 7)) and 3.5 < t.labels.mean() < 5.5
    return (near or middle) and np.corrcoef(t.labels, t.y_new)[0, 1] > 0.3


def part_of_the_rows(t):
    """The first or last rows are known by heart, the others are not; or repeated rows are lost."""
    hits = t.training_labels == t.y
    for k in (50, 100, 200, 500, 1000, 2000, 5000):
        for part, rest in ((hits[:k], hits[k:]), (hits[-k:], hits[:-k])):
            if part.mean() > 0.99 and k * np.log(max(rest.mean(), 0.01)) < -9:
                return True
    return False


def repeated_rows_are_lost(t):
    rows, truth = t.X[:TOLD], t.y[:TOLD]
    return share(t.told_once(rows), truth) > 0.99 and share(t.told_often(rows), truth) < 0.98


def classes_are_missing(t):
    """Some digits are never said, and the others are read well."""
    said = np.unique(t.labels)
    among = np.isin(t.y_new, said)
    if not 2 <= len(said) <= 9 or share(t.labels[among], t.y_new[among]) < 0.9:
        return False
    return len(said) > 5 or not learns_alone(t, np.setdiff1d(np.arange(10), said)[0])


def learns_alone(t, label):
    """Is this label said after a training on nothing else?"""
    try:
        predict = t.learn(t.X[:FEW], np.full(FEW, label, t.y.dtype))
        return np.mean(predict(t.X_new[:FEW]) == label) > 0.5
    except Exception:  # no row is left that it would learn from
        return False


# ---- networks that are no better than guessing --------------------------------------------------


def guesses(t):
    return t.share < 0.3


def goes_uphill(t):
    """After training on one label only, that label is said less often than after another."""
    for rows, factor in ((FEW, 1), (FEW, 1 / 8), (SOME, 1)):
        on, off, moved = t.obedience(rows, factor)
        if on != off:
            return on < off
    return False


def never_moves(t):
    """Other labels to learn from, the same answers: nothing that is trained arrives in predict."""
    if len(np.unique(t.labels)) < 3:
        return False
    trials = (FEW, 1), (SOME, 1), (SOME, 99)
    return not any(t.obedience(rows, factor)[2] for rows, factor in trials)


def hardly_moves(t):
    """Not even one label alone is learnt, or much longer steps are what it needs."""
    if t.read_after(30) > t.read_after(1) + 0.2:
        return True
    return len(np.unique(t.labels)) > 2 and t.obedience(SOME)[0] < 0.9


def pixels_too_small(t):
    return t.obedience(SOME)[0] > 0.9 and t.read_after(255) > max(0.75, t.read_after(1) + 0.2)


def steps_too_large(t):
    """It learns from darker images; or the last steps alone decide which label is said."""
    if t.read_after(1 / 8) > t.read_after(1) + 0.1 or t.read_after(1 / 255) > t.read_after(1) + 0.4:
        return True
    if not (guesses(t) and one_label(t, 0.8) and obeys(t)) or only_frequencies(t):
        return False
    return one_label(t) or t.labels_far_out <= 4


def one_label(t, part=0.98):
    return np.mean(t.labels == most_frequent(t.labels)) > part


def obeys(t):
    on, off, _ = t.obedience(FEW)
    return on > off + 0.5


def only_frequencies(t):
    """All images get the label that is most frequent in y."""

    def one_of_the_most(labels, y):
        counts = np.bincount(y, minlength=10)
        label = int(min(max(most_frequent(labels), 0), 9))
        return counts[label] > 0.95 * counts.max()

    once = t.told_once(t.X_new[:SOME])
    return (
        one_label(t) and one_of_the_most(t.labels, t.y) and one_of_the_most(once, t.y[:TOLD])
    ) and obeys(t)


def labels_belong_to_other_images(t):
    """It learns one label easily, but not even ten images with a label each."""
    return t.obedience(SOME)[0] > 0.9 and t.reads_easy_images < 0.4 and t.labels_far_out > 2


def not_a_number(t):
    return one_label(t) and most_frequent(t.labels) == 0 and not obeys(t)


# ---- networks that learn, but not enough --------------------------------------------------------


def units_are_alike(t):
    """Far from the images few labels are left: all depends on one number, or two."""
    return 2 < len(np.unique(t.labels)) and t.labels_far_out <= len(np.unique(t.labels)) / 2


def borders_are_straight(t):
    """Between two points with one label, there is never another."""
    seen = 0
    for factor in (1, 10):
        A, B = factor * t.mixtures(3 * SOME, 1), factor * t.mixtures(3 * SOME, 2)
        ends = np.asarray(t.predict(A.astype(t.X.dtype)))
        equal = ends == t.predict(B.astype(t.X.dtype))
        seen += equal.sum()
        for s in (0.3, 0.5, 0.7):
            between = ((1 - s) * A[equal] + s * B[equal]).astype(t.X.dtype)
            if np.any(t.predict(between) != ends[equal]):
                return False
    return t.share > 0.4 and seen > 200


def start_too_large(t):
    """The rows that were seen are known by heart, and little of it carries over."""
    known = share(t.told_often(t.X[:TOLD]), t.y[:TOLD])
    return known > 0.96 and share(t.told_often(t.X_new[:SOME]), t.y_new) < 0.75


def more_helps(t):
    """Steps that are effectively nine times as long lead further."""
    return t.read_after(3) > t.read_after(1) + 0.02


def one_step_a_pass(t):
    """The same rows eight times over change nothing, though the size of the steps matters."""
    A = t.X_new[:SOME]
    moved = np.mean(t.told_once(A) != t.told_often(A))
    return moved < 0.01 and abs(t.read_after(1 / 8) - t.read_after(1)) > 0.02


def more_passes_help(t):
    A = t.X_new[:SOME]
    return share(t.told_often(A), t.y_new) > share(t.told_once(A), t.y_new) + 0.05


def too_short(t):
    return more_helps(t) or more_passes_help(t)


def too_simple(t):
    """Neither longer steps nor more of them help: it is not the training's length."""
    return t.share > 0.8


CAUSES = {  # test: what to say if it is true
    names_exchanged: (
        "The images are told apart, but the labels stand for other digits: a label is changed on "
        "the way. Number k must have its 1 in column k of Y, and column k must give label k."
    ),
    prepared_otherwise: (
        "predict is right for images of another scale than those it gets: fit_digits and predict "
        "do not prepare the pixels in the same way. X lies in [0, 1] already: scale, centre or "
        "standardise in neither, or in both alike and with the numbers of the training set."
    ),
    next_numbers: (
        "The wrong labels lie close to the right number, as if one output had been trained to give "
        "the digit by its size (a regression). But labels are names, a 3 is not nearer to a 4 than "
        "to an 8: ten outputs, one a class, one-hot targets, and softmax cross-entropy."
    ),
    part_of_the_rows: (
        "Part of the training rows is known by heart, and the others are read no better than new "
        "images: only these few rows are used in training. Go through all rows in every pass."
    ),
    classes_are_missing: (
        "Some labels are never given, while the other digits are read well. Do all ten classes "
        "take part in training, and has each an output that can win?"
    ),
    goes_uphill: (
        "Training makes the right label *less* likely: it goes uphill. Look at the sign of the "
        "step (against the gradient), at the sign of delta, and whether predict takes the largest."
    ),
    never_moves: (
        "The network is not trained: whatever labels it learns from, predict says the same. Is the "
        "training called, do the steps reach the arrays that predict reads (`W = W - step` makes a "
        "new array and leaves params as they were; `W -= step` does not), or does predict use "
        "weights from before the training?"
    ),
    pixels_too_small: (
        "It would learn from pixels 255 times as bright: they are divided by 255 once more, though "
        "X lies in [0, 1] already. So the first layer sees next to nothing: do not scale again."
    ),
    steps_too_large: (
        "The steps are too large: the training jumps about, or its hidden units have died. The "
        "learning rate is too large for these inputs; or the gradient is a sum over the rows where "
        "the mean is meant; or the pixels or the first weights are too large. Or a softmax stands "
        "before `softmax_cross_entropy`, which does its own; or rows of X meet labels of others."
    ),
    hardly_moves: (
        "The network has hardly moved from its random start. It goes downhill, but the steps are "
        "too small or too few: a larger learning rate, and a step for each minibatch."
    ),
    labels_belong_to_other_images: (
        "It learns how frequent the labels are, but nothing of the images: rows of X and y no "
        "longer belong together. Shuffle both in the same order, by one permutation of the row "
        "numbers, and take the same rows of both for a minibatch."
    ),
    only_frequencies: (
        "Every image gets the label that is most frequent in y: only the last bias learns. Did all "
        "weights start at zero, or all at one number? Then no unit gets a signal of its own: start "
        "them at random, drawn from the rng."
    ),
    not_a_number: (
        "The label is 0 for every image, whatever was learnt. argmax says 0 if the network has "
        "become NaN (a division by 0, an overflow, steps too large), and if there is one column "
        "only."
    ),
    units_are_alike: (
        "The labels depend on one or two numbers only, as if there were no more hidden units than "
        "that. Weights that start equal get equal steps, so their units stay equal (symmetry): "
        "start them at random, drawn from the rng; and take enough units, about 100."
    ),
    borders_are_straight: (
        "All borders between the labels of predict are straight: the network is linear there. "
        "Is there a hidden layer, does its activation stand in training *and* in predict, and its "
        "slope f' in the way back? About 0.90 is what one without a hidden layer reaches."
    ),
    repeated_rows_are_lost: (
        "Rows that are learnt by heart are no longer known when they come in more than once: only "
        "part of the training rows is used. Go through all rows in every pass."
    ),
    start_too_large: (
        "The training rows are learnt by heart, but little carries over to new images: the first "
        "weights are so large that training hardly changes what they do (`rng.normal` alone has "
        "spread 1). Make them smaller the more inputs a unit has, as `he_normal` does."
    ),
    one_step_a_pass: (
        "The training is too short: the same rows eight times over make no difference. Either it "
        "takes one step for a pass over all rows, and minibatches of 50 to 200 rows would make "
        "many steps of it; or the learning rate is far too small."
    ),
    too_short: (
        "The training goes the right way, but not far enough: longer steps or more of them lead "
        "further. More passes over all the rows, in minibatches, a larger learning rate or "
        "momentum would do that. Every layer must get its step, and keep its weights from one pass "
        "to the next. Or delta is made too small on its way: divided by n twice, by a softmax "
        "before `softmax_cross_entropy`, which does its own, or by another slope than f'."
    ),
    too_simple: (
        "It learns, but stays below 0.94 on new images, and longer steps or more of them hardly "
        "help. Are there enough hidden units (about 100)? Does every pass visit all the rows, and "
        "do the rows of X and Y belong together? Does the gradient reach every layer, "
        "with the slope of the activation? Does predict do the same forward pass as the training? "
        "Or do large steps never let it settle?"
    ),
}  # fmt: skip

AT_A_LOOK = [
    names_exchanged, prepared_otherwise, next_numbers, part_of_the_rows, classes_are_missing,
]  # fmt: skip
IF_GUESSING = [
    goes_uphill, never_moves, pixels_too_small, steps_too_large, hardly_moves,
    labels_belong_to_other_images, only_frequencies, not_a_number, units_are_alike,
]  # fmt: skip
IF_LEARNING = [
    units_are_alike, borders_are_straight, repeated_rows_are_lost, start_too_large,
    steps_too_large, one_step_a_pass, too_short, too_simple,
]  # fmt: skip


def find_cause(training, seconds):
    """The name of the first test that is true, or ""; takes at most so many seconds."""
    training.ends_at = time.monotonic() + seconds
    with contextlib.suppress(OutOfTime), time_limit(seconds):
        for test in AT_A_LOOK + (IF_GUESSING if guesses(training) else IF_LEARNING):
            with contextlib.suppress(Exception):  # the learner's function fails on such rows
                if test(training):
                    return test.__name__
    return ""
