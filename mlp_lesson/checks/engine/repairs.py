"""What is said of a program to be repaired, beside what is said of every answer.

The mistakes of such a task are edits of the repaired program. One of them is the program as it was
handed out; its hint is the symptom, for who has not changed anything yet.
"""

from .slips import Slip, source_of

AS_HANDED_OUT = "This is still the program as you got it: in every case it gives the same."
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
    program, lines = task.program().split("\n"), mistake.wrong.source.split("\n")
    repaired = [line for line in source_of(task.reference).split("\n") if line not in program]
    return all(line in lines for line in repaired)
