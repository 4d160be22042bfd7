"""All that the grader knows of the course's checks: the only module here that looks into them."""

import numpy as np

from ..checks import _modules
from ..checks import _trial as trial
from ..checks._core import Report
from ..checks._diagnose import judge
from ..checks._run import Outcome
from .frames import Broken

__all__ = ["Outcome", "Report", "handed_in", "judge_through", "of"]

RUNS_A_CALL = {"checks._run": ["call", "_quiet"]}  # {module: names} that the guest needs for it
KEPT_BACK = {"fit_moons": [4], "fit_digits": [4]}  # arguments that are answers: not for the guest


def of(exercise):
    """The tasks of an exercise such as "05"."""
    return next(list(module.TASKS) for module in _modules() if exercise == module.EXERCISE)


def exercises():
    return sorted(module.EXERCISE for module in _modules())


def handed_in(exercise):
    """The functions of the course that the guest gets by name, each of a module that it has."""
    found = [task.observe for task in of(exercise) if task.observe]
    for task in of(exercise):
        for case in hidden_cases(task, np.random.default_rng(0)):
            functions = (a for a in case.args if callable(a))
            found += [type(f) if isinstance(f, tuple) else f for f in functions]
    return found


def hidden_cases(task, rng):
    return list(task.cases(rng))


def judge_through(task, run, cases):
    """The Report on an answer that is called by run(jobs, observe) -> Outcomes."""
    trial.run = lambda function, jobs, *, seconds, observe=None: run(jobs, observe)
    return judge(task._replace(cases=lambda rng: cases), run)


def without_kept_back(task, args):
    """The arguments for the guest: None in place of those that are answers."""
    kept = KEPT_BACK.get(task.name, ())
    return tuple(np.zeros_like(a) if i in kept else a for i, a in enumerate(args))


def outcome(reply, n_args):
    """An Outcome from what the guest says a call came to; Broken if it says something else.

    Its time does not count: that would be the guest's word, and the machine's load.
    """
    if type(reply) is not tuple or len(reply) != len(Outcome._fields):
        raise Broken("no outcome of a call")
    found = Outcome(*reply)._replace(seconds=0.0)
    texts = type(found.error) is tuple and {type(text) for text in found.error} <= {str}
    expected = {"value": 0, "error": 3}.get(found.kind if type(found.kind) is str else None)
    changed = type(found.changed) is tuple and set(found.changed) <= set(range(n_args))
    flags = type(found.warned) is str and type(found.printed) is bool
    if not (texts and len(found.error) == expected and changed and flags):
        raise Broken("no outcome of a call")
    return found


def shown(report):
    """(text, html, mistakes) of a report."""
    return str(report), report._html(), tuple(report.hints[:1])


def notebook_of(exercise):
    """The name of an exercise's notebook, such as "05_backpropagation"."""
    module = next(module for module in _modules() if exercise == module.EXERCISE)
    return f"{exercise}_{module.__name__.rpartition('.')[2]}"


def max_score(exercise):
    return sum(task.points for task in of(exercise))
