"""Exercises that answer back: check("name", function) says what is right, and names the mistake.

    from mlp_lesson.checks import check, checked, diagnose_gradients, own, why

    check("sigmoid", sigmoid)              in an exercise: says what is right
    sigmoid = checked("sigmoid", sigmoid)  in a lesson: the same, and the lesson can go on
    my_network = own("sigmoid", "softmax") in a later one: yours, as my_network.softmax
    why("linear/bias-missing")             a mistake that check() named, on numbers for paper

tasks/exNN/ holds the tasks of exercise NN, a file each; engine/ knows none of them.
"""

import difflib
import sys
from types import SimpleNamespace

from . import tasks, whys
from .engine.report import Report
from .engine.session import stale

GOING_ON = "Going on with the course's version."
OURS = "This is the course's version, not yours: run the cell with your function, then this one."

__all__ = [
    "all_tasks", "check", "checked", "diagnose_gradients", "examine", "exercise_of", "own", "why",
]  # fmt: skip


def check(name, function):
    """Show how far the function you wrote for the task `name` is right, and keep your progress."""
    report = _examine_and_record(name, function)
    show(report)
    _follow(report)


def checked(name, function):
    """check(), and a function to go on with: yours where it is right, else the course's.

    Raises ValueError if there is no such task, since then there is nothing to go on with.
    """
    report = _examine_and_record(name, function)
    if report.verdict == "unknown":
        raise ValueError(str(report))
    if report.passed or report.verdict == "interrupted":
        show(report)
        _follow(report)
        return function
    task = all_tasks()[name]
    show(report if function is task.reference else report.with_remark(GOING_ON))
    _follow(report)
    return task.reference


def own(*names):
    """These functions as a namespace: yours of my_network.py where right, else the course's.

    Says which are yours, and why one is not taken: it is wrong now, slow, or prints. Without such a
    file it says nothing. Raises ValueError if there is no such task.
    """
    known, taken = all_tasks(), {}
    for name in names:
        if name not in known:
            raise ValueError(str(_unknown(name, known)))
    for name, function in _of_my_network(names).items():
        report = examine(name, function)
        if report.passed and not report.hints:
            taken[name] = function
        else:
            print(f"Not taken from my_network.py: {name}.", *report.hints[:1])
    if taken:
        print(f"Yours, from my_network.py: {', '.join(taken)}.")
    return SimpleNamespace(**{name: known[name].reference for name in names} | taken)


def _of_my_network(names):
    """{name: function} of those that the learner's file has; {} without one, or if it is broken."""
    from .. import library

    folder = library.own_folder()
    if folder is None or not (folder / library.FILE).exists():
        return {}
    try:
        return library.own_functions(names, ", ".join(sorted({exercise_of(n) for n in names})))
    except ValueError as problem:
        print(problem, GOING_ON)
        return {}


def _examine_and_record(name, function):
    if type(name) is str and name in (known := all_tasks()):
        reason = OURS if function is known[name].reference else stale(function)
        if reason:
            return Report(name, "unanswered", 0, known[name].points, [reason])
    try:
        report = examine(name, function)
    except KeyboardInterrupt:  # one line in place of a traceback through the engine
        return Report("The check was interrupted: nothing is judged.", "interrupted")
    if report.verdict in ("right", "wrong"):
        _record(report)
    news = _kept(name, function) if report.passed else ""
    return report.with_remark(news) if news else whys.added_to(report)


def _kept(name, function):
    """Put a right answer into the learner's my_network.py; a sentence on it, if there is news."""
    from .. import library

    folder, task = library.own_folder(), all_tasks()[name]
    its_own = task.parameters() and not task.handed_out  # no decisions, no program of ours
    if folder is None or not its_own:
        return ""
    references = {task.name: task.reference for task in all_tasks().values()}
    try:
        return library.keep(function, name, exercise_of(name), references, folder)
    except (OSError, SyntaxError) as error:
        return f"{library.FILE} stays as it was: {error}."


def _follow(report):
    """Offer a way out to who is stuck; ask who is not, sometimes, to explain it."""
    from .. import practice, puzzles

    if report.verdict == "wrong":
        puzzles.offer(report.name)
    if report.passed:
        practice.explain(report.name)


def examine(name, function):
    """The Report of the task `name` for a function; shows nothing, stores nothing, never raises."""
    from .engine.diagnose import judge

    known = all_tasks()
    task = known.get(name) if type(name) is str else None
    if task is None:
        return _unknown(name, known)
    return judge(task, function)


def diagnose_gradients(forward, backward, sizes=None):
    """Compare all that your network computes with finite differences: where does it go wrong first?

    See engine/doctor.py for what forward and backward must take and give.
    """
    from .engine.doctor import examine_network

    mistakes = all_tasks()["backward"].mistakes
    show(examine_network(forward, backward, sizes, mistakes))


def why(id):
    """Show a mistake on numbers small enough for paper, as check() offers it: why("task/mistake").

    Raises ValueError, with the nearest ids, if there is no such text.
    """
    show(whys.find(id))


def all_tasks():
    """All tasks of all exercises, by name."""
    return {name: task for name, (_, task) in tasks.load().items()}


def exercise_of(name):
    """The number of the exercise that a task belongs to, such as "05"."""
    return tasks.load()[name][0]


def show(report):
    """Display a report: rich in a notebook, plain in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if hasattr(shell, "kernel"):
        from IPython.display import display

        display(report)
    else:
        print(report)


def _unknown(name, known):
    if type(name) is not str:
        hint = 'The name of the task comes first, as text: check("layer_backward", layer_backward).'
        return Report("This is no name of a task.", "unknown", hints=[hint])
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f'Did you mean "{near[0]}"?' if near else f"The tasks are: {', '.join(known)}."
    return Report(f"There is no task called {name[:60]!r}.", "unknown", hints=[hint])


def _record(report):
    """Keep the result in the learner's progress; a failure there must not stop a lesson."""
    try:
        from ..progress import progress

        result = report.name, report.passed, report.points, report.max_points
        exercise = exercise_of(report.name)
        progress.record_check(*result, mistakes=report.found, lesson=exercise)
    except Exception:
        pass
