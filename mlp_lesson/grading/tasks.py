"""All that the grader knows of the course's checks: the only module here that looks into them."""

import numpy as np

from .. import course
from ..checks import all_tasks, exercise_of
from ..checks.engine.diagnose import report_on
from ..checks.engine.page import page
from ..checks.engine.run import Outcome
from ..checks.engine.trial import attempt
from .frames import Broken, names_in

RUNS_A_CALL = {"checks.engine.run": ["call", "_quiet"]}  # {module: names}: what the guest needs
FOR_TRYING_OUT = 10  # seconds, of an answer that has trained a network


def of(exercise):
    """The tasks of an exercise such as "05"."""
    return [task for name, task in all_tasks().items() if exercise_of(name) == exercise]


def lessons():
    """{number of the exercise: Lesson} of those with an exercise."""
    return {lesson.exercise.number: lesson for lesson in course.lessons() if lesson.exercise}


def exercises():
    return list(lessons())


def notebook_of(exercise):
    """The name of an exercise's notebook, such as "05_backpropagation"."""
    return lessons()[exercise].exercise.file


def max_score(exercise):
    return sum(task.points for task in of(exercise))


def handed_in(exercise):
    """[(module, name)] of the functions and classes of the course that the guest gets by name."""
    found = []
    for task in of(exercise):
        cases = hidden_cases(task, np.random.default_rng(0))
        functions = [arg for case in cases for arg in case.args if callable(arg)]
        found += names_in([task.observe, *functions])
    return found


def hidden_cases(task, rng):
    return list((task.hidden or task.cases)(rng))


def granted(task):
    """The seconds for each call, the large ones too: who takes longer there may be right."""
    stated = getattr(task.observe, "seconds", None)  # by the exercise's text, for a training
    return stated + FOR_TRYING_OUT if stated else task.seconds


def without_kept_back(task, args):
    """The arguments for the guest: None in place of those that are answers."""
    return tuple(None if i in task.kept_back else _at_home(a) for i, a in enumerate(args))


def _at_home(value):
    """Whole numbers as they are by default in the guest, of 32 bits: bincount takes no others.

    Those from 2^15 on stay as they are, or their products would overflow.
    """
    if type(value) in (list, tuple):
        return type(value)(_at_home(entry) for entry in value)
    whole = type(value) is np.ndarray and value.dtype == np.int64
    return value.astype(np.int32) if whole and (np.abs(value) < 2**15).all() else value


def judge_through(task, call_all, cases):
    """The Report on an answer; call_all(jobs, observe) gives the Outcomes of its calls."""

    def run(function, jobs, *, seconds, observe=None):
        return call_all(jobs, observe)

    instead = {invariant.id: invariant for invariant in task.on_hidden}
    asked = [instead.get(invariant.id, invariant) for invariant in task.invariants]
    return report_on(attempt(task._replace(invariants=asked), None, run, cases))


def outcome(reply, n_args):
    """An Outcome from what the guest says a call came to; Broken if it says something else.

    Its time does not count: that would be the guest's word, and the machine's load.
    """
    if type(reply) is not tuple or len(reply) != len(Outcome._fields):
        raise Broken("no outcome of a call")
    found = Outcome(*reply)._replace(seconds=0.0)
    length = {"value": 0, "error": 3}.get(found.kind) if type(found.kind) is str else None
    if type(found.error) is not tuple or type(found.changed) is not tuple:
        raise Broken("no outcome of a call")
    right = len(found.error) == length and {type(text) for text in found.error} <= {str}
    right &= all(type(i) is int and 0 <= i < n_args for i in found.changed)
    printed = type(found.printed) is type(Outcome("value").printed)
    if not (right and type(found.warned) is str and printed):
        raise Broken("no outcome of a call")
    return found


def shown(report):
    """(text, html, ids of the mistakes that were recognised) of a report."""
    return str(report), page(report), tuple(report.found)


def hints_of(exercise):
    """{(task, id of a mistake): what is said to it}"""
    return {(task.name, id): hint for task in of(exercise) for id, hint in task.named().items()}


def treated_in(task):
    """The lesson, or lessons, of a task's exercise, and the part that treats what it asks for."""
    part, other = all_tasks()[task].taught_in, all_tasks()[task].lesson
    treating = course.lessons_of(other or exercise_of(task))
    names = " or ".join(lesson.name for lesson in treating)
    return names + (f", “{part} …”" if part else "")
