"""An answer on trial: its outcome in every case, beside the right one."""

import copy
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from .compare import compare, same
from .run import Outcome, run, run_here
from .task import Task, fixed

SLOW_SECONDS = 0.5  # of computing in the large case, from which on it is said how to be faster
LARGE_SECONDS = 10.0  # the deadline of the large case; an answer that overruns it may be right
PATIENCE = 5.0  # tasks with a longer deadline are not called a second time


class Trial(NamedTuple):
    """All that is known about an answer; each list has one entry a case."""

    task: Task
    cases: list
    outcomes: list  # of the answer
    again: Outcome | None  # the first case, called a second time
    expected: list  # Outcomes of the reference, where it was needed
    leaves: list  # lists of Leaf; empty where no value came back
    broken: list  # lists of the Invariants that the value violates

    def value_is_wrong(self, i):
        return any(leaf.word != "right" for leaf in self.leaves[i]) or bool(self.broken[i])

    def fails(self, i):
        """Is case i anything but right? No large case fails because it takes too much."""
        o = self.outcomes[i]
        if self.cases[i].speed and (o.kind in ("timeout", "skipped") or _no_memory(o)):
            return False
        spoiled = o.kind != "value" or o.changed or o.warned
        return bool(spoiled or self.value_is_wrong(i))

    def failing(self):
        return [i for i in range(len(self.cases)) if self.fails(i)]

    def called(self):
        """Numbers of the cases that the answer was called on: all but those that are skipped."""
        return [i for i, outcome in enumerate(self.outcomes) if outcome.kind != "skipped"]

    def slow(self):
        """Numbers of the large cases that took long, or too long."""
        return [
            i for i, (case, o) in enumerate(zip(self.cases, self.outcomes, strict=True))
            if case.speed and (o.kind == "timeout" or o.seconds > SLOW_SECONDS)
        ]  # fmt: skip

    def unsteady(self):
        """Did the same arguments give another result the second time?"""
        first, again = self.outcomes[0], self.again
        if again is None or first.kind != "value" or again.kind != "value":
            return False
        return not same(first.value, again.value)

    def is_right(self):
        return not self.failing() and not self.unsteady()

    def wrong_leaves(self):
        return [leaf for case in self.leaves for leaf in case if leaf.word != "right"]


def _no_memory(outcome):
    return outcome.kind == "error" and outcome.error[0].endswith("MemoryError")


def attempt(task, function, run=run, cases=None):
    """Call the answer on every case and compare; the grader brings its own run and cases.

    The large cases are called when the others are right: what is wrong is told from small ones.
    """
    if cases is None and task.unique:
        cases, expected = _known(task.cases, task.reference, task.observe)
    else:
        cases = task.fixed_cases() if cases is None else cases
        expected = _right(task, cases)
    small = [i for i, case in enumerate(cases) if not case.speed]
    large = [i for i, case in enumerate(cases) if case.speed]
    outcomes = [Outcome("skipped")] * len(cases)
    again = _call(task, function, cases, small, run, outcomes)
    trial = _beside(task, cases, outcomes, again, expected)
    if large and trial.is_right():
        _call(task, function, cases, large, run, outcomes)
        trial = _beside(task, cases, outcomes, again, expected)
    return trial


def _beside(task, cases, outcomes, again, expected):
    """The Trial: what came, compared with what is right."""
    leaves, broken = [], []
    for i, (case, outcome, right) in enumerate(zip(cases, outcomes, expected, strict=True)):
        came = outcome.kind == "value"
        compared = came and task.unique
        leaves.append(compare(task, case, i, right.value, outcome.value) if compared else [])
        broken.append(_violated(task, case, outcome.value) if came else [])
    return Trial(task, cases, outcomes, again, expected, leaves, broken)


def _call(task, function, cases, which, run, outcomes):
    """Fill in the outcomes of these cases; the Outcome of a second call of the first case."""
    jobs = [cases[i].args for i in which]
    deadlines = [max(task.seconds, LARGE_SECONDS * cases[i].speed) for i in which]
    twice = task.seconds <= PATIENCE and 0 in which
    if twice:
        jobs.append(cases[0].args)
        deadlines.append(task.seconds)
    found = run(function, jobs, seconds=deadlines, observe=task.observe)
    again = found.pop() if twice else None
    for i, outcome in zip(which, found, strict=True):
        outcomes[i] = outcome
    return again


def catalogue_of(trial, *, begun=False):
    """((mistake, its Outcomes in the cases that are not large), ...): those known by outputs.

    begun: only the one that a program to be repaired has as it is handed out.
    """
    task = trial.task
    mistakes = tuple(
        mistake for mistake in task.mistakes
        if task.unique and not mistake.by and (mistake.id == task.handed_out or not begun)
    )  # fmt: skip
    if task.unique and trial.cases is _known(task.cases, task.reference, task.observe)[0]:
        return _known_mistakes(mistakes, task.cases, task.observe)
    return _outcomes_of(mistakes, trial.cases, task.observe)


def _outcomes_of(mistakes, cases, observe):
    jobs = [case.args for case in cases if not case.speed]
    return [(mistake, run_here(mistake.wrong, jobs, observe=observe)) for mistake in mistakes]


@lru_cache(maxsize=128)
def _known_mistakes(mistakes, cases, observe):
    """The same for every answer, as long as the cases are those of the notebook."""
    return _outcomes_of(mistakes, fixed(cases), observe)


@lru_cache(maxsize=128)
def _known(cases, reference, observe):
    """(the cases of the notebook, Outcomes of the reference): the same for every answer."""
    known = fixed(cases)
    return known, run_here(reference, [case.args for case in known], observe=observe)


def _right(task, cases):
    """Outcomes of the reference, where there is one right answer."""
    if not task.unique:
        return [Outcome("value") for _ in cases]
    return run_here(task.reference, [case.args for case in cases], observe=task.observe)


def _violated(task, case, value):
    found = []
    for invariant in task.invariants:
        try:
            holds = invariant.holds(_shown(case.args), _shown(value))
        except Exception:  # the value has another form than the invariant reads
            holds = False
        if not holds:
            found.append(invariant)
    return found


def _shown(value):
    """A copy, but of arrays a view that cannot be written to: some have megabytes."""
    if type(value) in (list, tuple):
        return type(value)(_shown(entry) for entry in value)
    if not isinstance(value, np.ndarray):
        return copy.deepcopy(value)
    view = value.view()
    view.flags.writeable = False
    return view
