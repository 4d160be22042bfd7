"""Marks: hidden cases, the course's own answers, and what a submission's functions make of them.

The cases of a task are drawn from a seed that nobody can guess (an HMAC of the notebook with a
secret), beside the fixed edge cases that each task brings. Right values are computed here, and
judged here by the course's checks; the guest gets arguments and gives back numbers.
"""

import hashlib
import hmac
from typing import NamedTuple

import numpy as np

from . import cut, tasks
from .frames import Broken
from .sandbox import BILLION, BoxLost, Ended, TooLong

MOST_DEATHS = 10  # of a submission's guest: each costs the time to run its cells again
MOST_CELLS = 1000
MOST_FUEL = 5000 * BILLION  # of a submission: seven minutes of Python
LARGEST_NOTEBOOK = 64 << 20  # bytes


class Mark(NamedTuple):
    """What one task came to."""

    task: str
    points: int
    max_points: int
    verdict: str  # right, wrong, unanswered; or "look at it": no points, and an eye is needed
    report: str = ""  # as the notebook shows it: text ...
    html: str = ""  # ... and HTML, in which all that came from the submission is escaped
    mistakes: tuple = ()  # what was recognised


class Graded(NamedTuple):
    """A submission that could be graded, whatever its marks are."""

    marks: list
    cell_errors: dict  # number of a code cell, from 1: the error it ended with
    fingerprint: str
    n_deaths: int = 0


class NotGraded(Exception):
    """No marks at all: the message says why."""


class Oracle:
    """Grades submissions of one exercise in one sandbox."""

    def __init__(self, exercise, secret, sandbox):
        self.tasks, self.secret, self.sandbox = tasks.of(exercise), secret, sandbox
        self.guest, self.stand_ins = cut.guest_zip(exercise), cut.stand_ins(exercise)

    def grade(self, notebook):
        """Graded for the bytes of a notebook; NotGraded if they are none; BoxLost."""
        if len(notebook) > LARGEST_NOTEBOOK:
            raise NotGraded(f"the notebook has {len(notebook) >> 20} MB; clear its outputs")
        answers = Answers(self, notebook)
        marks = [self._mark(task, answers) for task in self.tasks]
        errors = {number + 1: error for number, error in sorted(answers.errors.items()) if error}
        return Graded(marks, errors, answers.fingerprint, answers.deaths)

    def _mark(self, task, answers):
        cases = tasks.hidden_cases(task, self.rng(task.name, answers.notebook))
        try:
            report = self._judged(task, answers, cases, 0)
            if not report.passed and answers.candidates(task.name) == 2:
                other = self._judged(task, answers, cases, 1)
                report = other if other.passed else report
        except BoxLost:
            raise
        except Exception as error:  # values that confuse the diagnosis, or a fault of ours
            why = f"The grader stumbled over this answer ({type(error).__name__}: {error})."
            return Mark(task.name, 0, task.points, "look at it", why[:300])
        shown = tasks.shown(report)
        return Mark(task.name, report.points, task.points, report.verdict, *shown)

    def _judged(self, task, answers, cases, candidate):
        def call_all(jobs, observe):
            return answers.outcomes(task, jobs, observe, candidate)

        return tasks.judge_through(task, call_all, cases)

    def rng(self, name, notebook):
        """The generator of a task's hidden cases, for one notebook."""
        message = hashlib.sha256(notebook).digest() + name.encode()
        return np.random.default_rng(list(hmac.digest(self.secret, message, "sha256")))


class Answers:
    """A submission's functions: its guest is made again, and its cells run again, after a death."""

    def __init__(self, oracle, notebook):
        self.oracle, self.sandbox, self.notebook = oracle, oracle.sandbox, notebook
        self.errors, self.ended, self.deaths, self.spent = {}, set(), 0, 0
        self.has_run = False  # in the guest that is open now
        self.seed = int.from_bytes(hashlib.sha256(notebook).digest()[:8], "little")
        opened = self._open()
        if opened.problem:
            raise NotGraded(f"not a notebook ({opened.problem})")
        if opened.n_cells > MOST_CELLS:
            raise NotGraded(f"{opened.n_cells} code cells are no notebook of this course")
        self.n_cells, self.fingerprint = opened.n_cells, opened.fingerprint

    def _open(self):
        try:
            oracle = self.oracle
            return self.sandbox.open(oracle.guest, self.seed, self.notebook, oracle.stand_ins)
        except (Ended, Broken) as error:
            raise NotGraded(f"not a notebook that can be opened ({error})") from None

    def candidates(self, name):
        try:
            self._revive()
            return self.sandbox.candidates(name)
        except (Ended, Broken):
            self._bury()
            return 1

    def outcomes(self, task, jobs, observe, candidate):
        """The Outcomes of one task's calls; the call that ends the guest is the last one made."""
        found, granted = [], tasks.granted(task)
        for args in jobs:
            try:
                self._revive()
                sent = tasks.without_kept_back(task, args)
                reply = self.sandbox.call(task.name, candidate, observe, sent, granted)
                found.append(tasks.outcome(reply, len(args)))
            except TooLong:
                found.append(tasks.Outcome("timeout", seconds=granted))
            except (Ended, Broken):
                found.append(tasks.Outcome("died"))
            if found[-1].kind in ("timeout", "died"):
                self._bury()
                break
        return found + [tasks.Outcome("skipped")] * (len(jobs) - len(found))

    def _bury(self):
        self.deaths += 1
        self.spent += self.sandbox.spent
        self.has_run = False
        if self.deaths <= MOST_DEATHS:
            self._open()

    def _revive(self):
        """Run the cells, unless they have run; of one that ended a guest, only the definitions."""
        if self.spent + self.sandbox.spent > MOST_FUEL:
            raise Ended("it has computed for too long")
        while not self.has_run:
            if self.deaths > MOST_DEATHS:
                raise Ended("its Python ended too often")
            self.has_run = True
            for number in range(self.n_cells):
                less = number in self.ended or self.spent + self.sandbox.spent > MOST_FUEL / 2
                try:
                    error = self.sandbox.run_cell(number, definitions_only=less)
                    self.errors.setdefault(number, error)
                except (Ended, Broken) as error:
                    late = isinstance(error, TooLong)
                    self.errors[number] = "it did not end" if late else "it ended Python"
                    self.ended.add(number)
                    self._bury()
                    break
