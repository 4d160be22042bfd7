"""What is said of a program to be repaired, beside what is said of every answer.

The mistakes of such a task are edits of the repaired program. One of them is the program as it was
handed out; its hint is the symptom, for who has not changed anything yet.
"""

import ast
import inspect
import textwrap

from .slips import Slip, source_of

AS_HANDED_OUT = "This is still the program as you got it: in every case it gives the same."
CANCELLED = (
    "Your program is another one than you got, but in every case it gives the same: do two of your "
    "changes cancel each other, or does one change nothing that comes out?"
)
UNDONE = (
    "The mistake is mended, but {} undoes that: in every case the program gives what it gave as "
    "you got it."
)
STILL = "This is still what the program gave as you got it."
MENDED = "The mistake that the program had is gone, but another one has come in. "
STILL_THERE = (
    "Perhaps the program's mistake is still there, and a change of yours has spoiled what was "
    "right: both together give just what your function returned. Begin once more with the program "
    "as you got it."
)


def as_it_was(task, catalogue):
    """The entries of the catalogue that are the program as it was handed out: one, or none."""
    return [pair for pair in catalogue if task.handed_out and pair[0].id == task.handed_out]


def without_symptom(task, catalogue):
    """The same catalogue, but that of a part which is as it was just that is said."""
    begun = as_it_was(task, catalogue)
    return [(m._replace(hint=STILL), o) if (m, o) in begun else (m, o) for m, o in catalogue]


def is_mended(task, mistake):
    """Has this mistake the lines that were to be repaired, as they should be?"""
    if not task.handed_out or not isinstance(mistake.wrong, Slip):
        return False
    return _has_the_repair(task, mistake.wrong.source)


def _has_the_repair(task, source):
    program, lines = _lines(task.program()), _lines(source)
    repaired = [line for line in _lines(source_of(task.reference)) if line not in program]
    return all(line in lines for line in repaired)


def as_begun(task, function):
    """What is said of a program that gives what it gave as it was handed out."""
    try:
        source = textwrap.dedent(inspect.getsource(function))
        now = _body(source)
    except (OSError, TypeError, SyntaxError):
        return AS_HANDED_OUT
    if now == _body(task.program()):
        return AS_HANDED_OUT
    return _undone(task, source) if _has_the_repair(task, source) else CANCELLED


def _undone(task, source):
    """What is said of a program that has the repair, and gives what it gave without it."""
    right = _lines(source_of(task.reference))
    others = [line for line in _lines(source) if line not in right]
    return UNDONE.format(f"your line `{others[0]}`" if len(others) == 1 else "another change")


def _lines(source):
    """The lines of a function below its first, without comments, all written in one way."""
    return [line.strip() for line in ast.unparse(ast.parse(source)).split("\n")[1:]]


def _body(source):
    """The statements of a function but its docstring, in a form without comments and spaces."""
    first, *rest = ast.parse(source).body[0].body
    text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return [ast.dump(node) for node in (rest if text else [first, *rest])]
