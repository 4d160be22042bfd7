"""Answers that train a network: how well it reads, and small experiments that tell why not better.

A few labels say little about what went wrong in training, but the learner's own function can be
trained again: with other labels, on other rows, on the same rows many times. A Cause asks one such
question. A task lists its causes, the most certain first; they are asked of networks that read too
little, and `doubts` of all, and never beyond the time they are given.
"""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from .randomness import NOT_FROM_RNG, draws_elsewhere
from .task import Invariant, Mistake

PROBING_SECONDS = 25.0  # after the training, for all experiments together
FEW = 100  # rows of a very small training
ODD = 3  # rows more: 303 and 503 are divided by few
LUCK = 0.02  # a network that reads 0.94 of some new rows may read 0.92 of others


class OutOfTime(BaseException):  # not an Exception: the learner's `except` must not swallow it
    """The time has been used up."""


@contextlib.contextmanager
def time_limit(seconds):
    """OutOfTime after so many seconds of computing: waiting for a busy machine does not count.

    Where the system has no such alarm, it is raised when all is over.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        start = time.process_time()
        yield
        if time.process_time() - start > seconds:
            raise OutOfTime
        return

    def stop(*_):
        raise OutOfTime

    earlier = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)


def share(labels, truth):
    """The share of labels that are right."""
    return np.mean(np.asarray(labels) == truth[: len(labels)])


class Training:
    """A learner's training, repeated on other rows from the same random numbers."""

    def __init__(self, fit, rng, state, data, predict, labels, told):
        self.fit, self.rng, self.state, self.told = fit, rng, state, told
        self.X, self.y, self.X_new, self.y_new = data
        self.predict, self.labels = predict, np.asarray(labels)
        self.share = 1.0 if self.y_new is None else share(self.labels, self.y_new)
        self.read_after = cache(self._read_after)  # one memory for each Training
        self.ends_at, self.seconds = np.inf, 0.0  # of the training on `told` rows, once known

    def learn(self, X, y, skip=0):
        """predict, after a training on (X, y); skip: so many random numbers are drawn before."""
        start, expected = time.process_time(), self.seconds * len(X) / self.told
        if start + expected > self.ends_at:
            raise OutOfTime
        self.rng.bit_generator.state = self.state
        self.rng.random(skip)
        predict = self.fit(X.astype(self.X.dtype), y.astype(self.y.dtype), self.rng)
        if not self.seconds and len(X) >= self.told:
            self.seconds = (time.process_time() - start) * self.told / len(X)
        return lambda A: np.asarray(predict(A.astype(self.X.dtype)))

    @cached_property
    def training_labels(self):
        return np.asarray(self.predict(self.X.copy()))

    @cached_property
    def told_once(self):
        """predict, after a training on `told` rows."""
        return self.learn(self.X[: self.told], self.y[: self.told])

    @cached_property
    def told_often(self):
        """predict, after a training on the same rows, eight times each."""
        return self.told_so_often(8)

    def told_so_often(self, n):
        return self.learn(np.tile(self.X[: self.told], (n, 1)), np.tile(self.y[: self.told], n))

    def _read_after(self, factor):
        """The share of new rows read after a small training, all numbers multiplied by factor."""
        rows = 2 * self.told
        predict = self.learn(factor * self.X[:rows], self.y[:rows])
        return share(predict(factor * self.X_new[:1000]), self.y_new)

    def repeats(self):
        """Do two trainings from the same random numbers give the same labels?

        On as many rows as few batches divide: who trains only on whole ones is found out.
        """
        A, rows = self.X_new[:1000], self.told + ODD
        first, again = (self.learn(self.X[:rows], self.y[:rows])(A) for _ in range(2))
        return bool(np.mean(first != again) < 0.002)

    def label_at_zero(self, label, rows, skip):
        """What is said of a row of zeros, after half of the rows were such rows of this label."""
        X, y = self.X[:rows].copy(), self.y[:rows].copy()
        X[::2], y[::2] = 0, label
        return self.learn(X, y, skip)(np.zeros((1, X.shape[1])))[0]


class Cause(NamedTuple):
    """Why a network reads too little, and the experiment that shows it."""

    id: str
    hint: str
    test: Callable[[Training], bool]

    def __call__(self, training):
        return self.test(training)


def cause(id, *hint):
    """Makes a Cause of the test that stands below it."""
    return lambda test: Cause(id, " ".join(hint), test)


@cause(
    "biases-still",
    "The biases do not learn: for a row of zeros, which only biases can tell from others, predict",
    "says the same whatever label it is trained to have. Does every b get its step, downhill from",
    "where it is: `b -= lr * db`?",
)
def biases_still(t):
    """From three starts: a training that jumps about may say the same twice by chance."""

    def follows(rows, skip):
        first, last = (t.label_at_zero(y, rows, skip) for y in (t.y.min(), t.y.max()))
        return first != last

    with contextlib.suppress(Exception):  # too few rows for it
        if follows(FEW, 0):
            return False
    return not any(follows(2 * t.told, skip) for skip in range(3))


@cause(
    "rows-left-out",
    "The second half of the rows plays no part: with other labels there, the same training gives",
    "the same network. Go through all rows in every pass.",
)
def rows_left_out(t):
    half, A = len(t.y) // 2, t.X_new[:1000]
    others = np.append(t.y[:half], (t.y[half:] + 1) % (t.y.max() + 1))
    return np.array_equal(t.learn(t.X, others)(A), t.labels[:1000])


class Seen(NamedTuple):
    """What was tried with an answer, and what it betrays."""

    labels: np.ndarray  # predict(X_new)
    training: np.ndarray  # predict(X[:1000])
    alone: bool  # does one row give a vector of one label?
    apart: bool  # do rows have the same labels when they come without the others?
    repeats: bool  # do two trainings from the same rng agree?
    own: bool  # is a random number drawn from anything but rng?
    cause: str  # id of the Cause of too few right labels, or of a doubt; or ""


class Trial(NamedTuple):
    """Trains an answer fit(X, y, rng) -> predict and tries it out; runs where the answer runs.

    The result is a Seen; or the text "no function" or "too slow"; or, if predict gives no vector
    of one label a row, whatever it gives.
    """

    wanted: float  # share of new rows to be read
    seconds: float  # that the training may take; the exercise's text states them
    told: int  # rows of a small training
    causes: Callable[[Training], Sequence[Cause]]
    doubts: Sequence[Cause] = ()

    def __call__(self, fit, X, y, rng, X_new, y_new):
        state, data = rng.bit_generator.state, (X.copy(), y.copy(), X_new, y_new)
        try:
            with time_limit(self.seconds):
                predict = fit(X, y, rng)
                if not callable(predict):
                    return "no function"
                labels = predict(X_new)
        except OutOfTime:
            return "too slow"
        if np.shape(labels) != (len(X_new),):
            return labels
        training = Training(fit, rng, state, data, predict, labels, self.told)
        own = draws_elsewhere(fit, data[0][:50], data[1][:50], rng)
        seen = predict(data[0][:1000]), *self._row_by_row(training), training.repeats(), own
        return (labels, *seen, self._first_cause(training))

    @staticmethod
    def _row_by_row(t):
        """(is one row given a vector of one label, are some rows labelled as among all)"""
        single = np.asarray(t.predict(t.X_new[:1]))
        some = t.X_new.sum(axis=1).argsort()[-100:]
        apart = np.array_equal(t.predict(t.X_new[some]), t.labels[some])
        return single.shape == (1,), apart and np.array_equal(single.ravel(), t.labels[:1])

    def _first_cause(self, training):
        training.ends_at = time.process_time() + PROBING_SECONDS
        with contextlib.suppress(OutOfTime), time_limit(PROBING_SECONDS):
            for known in self.doubts if training.share >= self.wanted else self.causes(training):
                with contextlib.suppress(Exception):  # the learner's function fails on such rows
                    if known(training):
                        return known.id
        return ""


def judged(test):
    """holds(args, value) from test(seen, y_new, y); what is no Seen has been said already."""

    def holds(args, value):
        if not is_seen(value):
            return True
        return bool(test(Seen(*value), args[4], args[1]))

    return holds


def is_seen(value):
    return isinstance(value, tuple) and len(value) == len(Seen._fields)


def array_is(test):
    """holds(args, value): predict gave an array, and it passes the test."""
    return lambda args, value: isinstance(value, np.ndarray) and test(value, args)


def _not(test):
    return lambda args, value: not test(args, value)


def form(name, too_slow):
    """Invariants of what fit gives back, and of what its predict does."""
    return [
        Invariant("too-slow", too_slow, lambda a, v: not (isinstance(v, str) and v == "too slow")),
        Invariant(
            "column",
            "predict returns a column of shape (n, 1); labels are a vector of shape (n,).",
            _not(array_is(lambda v, a: v.shape[1:] == (1,))),
        ),
        Invariant(
            "table",
            "predict returns a table, one column a class: those are probabilities or logits. The "
            "label is the place of the largest in each row: argmax along axis 1.",
            _not(array_is(lambda v, a: v.ndim > 1)),
        ),
        Invariant(
            "other-rows",
            "predict returns labels for other rows than those it is given: as many as the training "
            "set has. It must use its own argument.",
            _not(array_is(lambda v, a: v.shape == a[1].shape)),
        ),
        Invariant(
            "no-function",
            f"{name} must return a function, `predict`, that takes new rows and gives their "
            "labels. Define it inside, and return it without calling it.",
            lambda a, v: not isinstance(v, str),
        ),
        Invariant(
            "no-labels",
            "predict returns None: its last line must `return` the labels.",
            lambda a, v: v is not None,
        ),
        Invariant(
            "one-label-a-row",
            "predict must return one label for each row it is given, a vector of shape (n,). Is "
            "something found along axis 0 that belongs to each row (axis 1)?",
            lambda a, v: is_seen(v),
        ),
    ]


def promises(memorised_below):
    """Invariants of how the network was made: by heart, by batches, from which numbers."""
    return [
        Invariant(
            "memorised",
            "The training rows are right and new ones are not: the answers were memorised, row by "
            "row. What matters is what carries over to rows that were never seen.",
            judged(lambda s, y_new, y: share(s.training, y) < 0.99
                   or share(s.labels, y_new) > memorised_below),
        ),
        Invariant(
            "single-row",
            "For a single row predict does not give a vector of shape (1,). Does it `squeeze`, "
            "which takes away every axis of length 1? Take column 0, `[:, 0]`: that keeps the "
            "rows.",
            judged(lambda s, y_new, y: s.alone),
        ),
        Invariant(
            "depends-on-batch",
            "The label of a row depends on the rows it comes with: predict must treat every row "
            "for itself, without statistics of its batch, and scale with the training set's "
            "numbers if it scales.",
            judged(lambda s, y_new, y: s.apart or not s.alone),
        ),
    ]  # fmt: skip


def from_rng():
    """Invariants of a training whose random numbers all come from rng."""
    return [
        Invariant(
            "unrepeatable",
            "Two trainings from the same `rng` differ: draw the first weights and every shuffle "
            "from the rng that is handed in, not from np.random or a generator of your own.",
            judged(lambda s, y_new, y: s.repeats),
        ),
        Invariant("not-from-rng", NOT_FROM_RNG, judged(lambda s, y_new, y: not s.own)),
    ]


def caused(*causes):
    """Invariants: that cause was not found."""

    def holds(known):
        return judged(lambda s, y_new, y: s.cause != known.id)

    return [Invariant(known.id, known.hint, holds(known)) for known in dict.fromkeys(causes)]


DATA_CHANGED = Mistake(
    "data-changed",
    "X or y is changed, and belongs to the caller: `X -= ...`, `X[:] = ...` and `rng.shuffle(X)` "
    "write into it. Make new arrays: `X = X - ...`; or to shuffle draw an order, "
    "`rng.permutation(len(X))`, and take `X[order]`.",
    by="changed",
)
