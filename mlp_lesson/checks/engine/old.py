"""Only while catalogues of the old form are left: a Mistake without an id."""

from . import task


def Mistake(hint, wrong, by=""):  # noqa: N802
    return task.Mistake("", hint, wrong, by)


def Invariant(hint, holds):  # noqa: N802
    return task.Invariant("", hint, holds)
