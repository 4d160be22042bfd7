"""Judge an answer of the tests without a child process, wherever it comes to an end.

A child is forked for each check, and to fork a process as large as pytest's takes longer than most
answers do. That the child gives the same is tested with every task's reference, in test_tasks.py.
"""

import signal

import numpy as np

from mlp_lesson.checks.engine.diagnose import judge, report_on
from mlp_lesson.checks.engine.run import run, run_here
from mlp_lesson.checks.engine.trial import PATIENCE, attempt

SECONDS = 0.3  # of computing, for all cases together; after them it is left to a child
LARGE_SECONDS = 1.0  # for a case with large arrays
LARGE = 5000  # numbers in an array: what NumPy computes of more cannot be interrupted


class _Late(BaseException):
    """The answer has computed for too long."""


def judged(task, function):
    """The Report that judge gives. A training may take its time: that is run in a child."""
    if task.seconds > PATIENCE or not callable(function) or not hasattr(signal, "setitimer"):
        return judge(task, function)
    return report_on(attempt(task, function, run=_run), function)


def _run(function, cases, *, seconds, observe=None):
    """What run gives."""
    if any(np.size(a) > LARGE for args in cases for a in args if isinstance(a, np.ndarray)):
        soon = [min(s, LARGE_SECONDS) for s in seconds]  # who overruns it is slow, and may be right
        return run(function, cases, seconds=soon, observe=observe)
    outcomes = _in_time(lambda: run_here(function, cases, observe=observe))
    return outcomes or run(function, cases, seconds=seconds, observe=observe)


def _in_time(work):
    """work(), or None if it computes for longer than SECONDS.

    What is called may swallow _Late, so it is raised again and again.
    """
    late = []

    def stop(*_):
        late.append(True)
        raise _Late

    earlier = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, 0.1)
    try:
        found = work()
        return None if late else found
    except _Late:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, earlier)
