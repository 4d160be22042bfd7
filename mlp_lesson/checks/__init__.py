"""Exercises that answer back: check("name", function) says what is right, and names the mistake.

    from mlp_lesson.checks import check, diagnose_gradients

Each module here without an underscore holds the TASKS of one exercise, and its number: EXERCISE.
"""

import difflib
import importlib
import pkgutil
import sys

from ._core import Case, Invariant, Mistake, Report, Task

__all__ = [
    "Case", "Invariant", "Mistake", "Report", "Task", "check", "diagnose_gradients", "examine",
]  # fmt: skip


def check(name, function):
    """Show how far the function you wrote for the task `name` is right, and keep your progress."""
    report = examine(name, function)
    if report.verdict in ("right", "wrong"):
        _record(report)
    show(report)


def examine(name, function):
    """The Report of the task `name` for a function; shows nothing, stores nothing, never raises."""
    from ._diagnose import judge

    tasks = all_tasks()
    task = tasks.get(name) if type(name) is str else None
    if task is None:
        return _unknown(name, tasks)
    return judge(task, function)


def diagnose_gradients(forward, backward, sizes=None):
    """Compare all that your network computes with finite differences: where does it go wrong first?

    See _doctor.py for what forward and backward must take and give.
    """
    from ._doctor import examine_network

    show(examine_network(forward, backward, sizes))


def topics():
    """Names of the modules that hold tasks, one an exercise."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name for name in found if not name.startswith("_"))


def all_tasks():
    """All tasks of all exercises, by name."""
    return {task.name: task for module in _modules() for task in module.TASKS}


def exercise_of(name):
    """The number of the exercise that a task belongs to, such as "05"."""
    return next(m.EXERCISE for m in _modules() if name in {task.name for task in m.TASKS})


def _modules():
    return [importlib.import_module(f"{__name__}.{topic}") for topic in topics()]


def show(report):
    """Display a report: rich in a notebook, plain in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if hasattr(shell, "kernel"):
        from IPython.display import display

        display(report)
    else:
        print(report)


def _unknown(name, tasks):
    if type(name) is not str:
        hint = 'The name of the task comes first, as text: check("layer_backward", layer_backward).'
        return Report("This is no name of a task.", "unknown", hints=[hint])
    near = difflib.get_close_matches(name, tasks, n=1, cutoff=0.4)
    hint = f'Did you mean "{near[0]}"?' if near else f"The tasks are: {', '.join(tasks)}."
    return Report(f"There is no task called {name[:60]!r}.", "unknown", hints=[hint])


def _record(report):
    """Keep the result in the learner's progress; a failure there must not stop a lesson."""
    try:
        from ..progress import progress

        result = report.name, report.passed, report.points, report.max_points
        progress.record_check(*result, lesson=exercise_of(report.name))
    except Exception:
        pass
