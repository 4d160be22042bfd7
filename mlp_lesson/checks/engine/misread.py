"""Another argument than the one that was meant: one too many, its absolute values, 0 always ...

Tried when no known mistake gives the same outputs. The reference is called with the argument
changed, and what is said is proved by that: in every case it gives what the answer gave.
"""

import itertools
from functools import partial
from numbers import Number

import numpy as np

from .compare import same, same_outcome
from .run import run, run_here
from .slips import source_of
from .words import Hint

NUMBERS = (  # (what stands in its place, the change), of an argument that is one number
    ("`{}` + 1 stands", lambda v: v + 1),
    ("`{}` - 1 stands", lambda v: v - 1),
    ("minus `{}` stands", lambda v: -v),
    ("1 - `{}` stands", lambda v: 1 - v),
    ("1 / `{}` stands", lambda v: 1 / v),
    ("the square of `{}` stands", lambda v: v**2),
    ("the root of `{}` stands", lambda v: v**0.5),
    ("twice `{}` stands", lambda v: 2 * v),
    ("half of `{}` stands", lambda v: v / 2),
    ("`{}` without its fraction stands", lambda v: type(v)(int(v))),
)
ARRAYS = (  # the same of an array
    ("minus `{}` stands", lambda a: -a),
    ("the absolute value of `{}`, without its signs, stands", np.abs),
    ("`{}` + 1 stands", lambda a: a + 1),
    ("`{}` - 1 stands", lambda a: a - 1),
    ("the square of `{}` stands", lambda a: a**2),
    ("`{}` cut to whole numbers stands", np.trunc),
    ("twice `{}` stands", lambda a: 2 * a),
    ("half of `{}` stands", lambda a: a / 2),
    ("the transpose of `{}` stands", lambda a: a.T),
    ("`{}` from its end to its beginning stands", lambda a: a[::-1]),
    ("`{}` without its first entry or row stands", lambda a: a[1:]),
    ("`{}` without its last entry or row stands", lambda a: a[:-1]),
    ("the first entry or row of `{}` alone stands", lambda a: a[:1]),
    ("only what is above 0 in `{}` stands", lambda a: np.maximum(a, 0)),
    ("an array of zeros stands", np.zeros_like),
    ("an array of ones stands", np.ones_like),
)
EXTREME = 1000  # what is right for such a number is a limit, as a threshold is
ROWS = (  # (which of the rows, or samples, are used; where)
    ("the first row alone", slice(None, 1)),
    ("the last row alone", slice(-1, None)),
    ("all rows but the first", slice(1, None)),
    ("all rows but the last", slice(None, -1)),
)
PLACE = " where `{}` is meant: with that, your results would be right in every case."
USED = "`{0}` is not used: your results are those for `{0}` = {1}, whatever it is."
USED_ROWS = (
    "Your results are right for {}: look where a loop or a slice starts and ends, and what a "
    "`return` ends."
)
EXCHANGED = "`{}` and `{}` are exchanged: each stands where the other is meant."


def misread(trial, *, use_only=False):
    """A list of one Hint, or none: what stands in the place of an argument.

    use_only: whether it is used, or another one in its place; a broken promise tells more than the
    rest.
    """
    if not trial.task.unique:
        return []
    text = _first(trial, _of_use(trial))
    if not text and not use_only:
        text = _first(trial, _of_rows()) or _only(trial, _of_one(trial))
    return [Hint("mistake", text[0].upper() + text[1:])] if text else []


def _first(trial, changes):
    return next((text for text, change in changes if _gives_all(trial, change)), None)


def _only(trial, changes):
    """The words of the only change that fits; where several do, none of them is proved."""
    changes = iter(changes)
    text = _first(trial, changes)
    return text if text and not _first(trial, changes) else None


def _of_use(trial):
    """(words, function that changes the list of arguments): exchanged, or not used."""
    names = trial.task.parameters()
    for (i, a), (j, b) in itertools.combinations(enumerate(names), 2):
        yield EXCHANGED.format(a, b), _exchange(i, j)
    for i, name in enumerate(names):
        if isinstance(trial.cases[0].args[i], Number):
            given = [case.args[i] for case in trial.cases if abs(case.args[i]) < EXTREME]
            for value in dict.fromkeys((0, 1, 2, *given)):
                yield USED.format(name, f"{value:g}"), _with(i, lambda v, value=value: value)


def _of_rows():
    """The same: some rows only."""
    for words, part in ROWS:
        yield USED_ROWS.format(words), _with_rows(part)


def _of_one(trial):
    """The same: something else made of one argument."""
    for i, name in enumerate(trial.task.parameters()):
        first = trial.cases[0].args[i]
        for words, change in NUMBERS if isinstance(first, Number) else ARRAYS:
            yield words.format(name) + PLACE.format(name), _with(i, _everywhere(change))


def _exchange(i, j):
    def exchanged(args):
        args[i], args[j] = args[j], args[i]

    return exchanged


def _with(i, change):
    def changed(args):
        args[i] = change(args[i])

    return changed


def _with_rows(part):
    """The same slice of the rows of all arrays that have as many as the first of them."""

    def changed(args):
        tables = [a for a in args if isinstance(a, np.ndarray) and a.ndim]
        for i, a in enumerate(args):
            if isinstance(a, np.ndarray) and a.ndim and len(a) == len(tables[0]):
                args[i] = a[part]

    return changed


def _everywhere(change):
    """The same for each array of a list."""
    return lambda value: [change(a) for a in value] if isinstance(value, list) else change(value)


def _gives_all(trial, change):
    """Is it what the reference gives with this change, and are two values wrong by it?"""

    def reference(*args):
        changed = list(args)
        change(changed)
        return trial.task.reference(*changed)

    call = partial(run_here, reference, observe=trial.task.observe)
    if "while " in source_of(trial.task.reference):  # with another argument it may never end
        call = partial(run, reference, seconds=0.2, observe=trial.task.observe)
    told = 0
    for i, (case, outcome) in enumerate(zip(trial.cases, trial.outcomes, strict=True)):
        if case.speed:
            continue
        [other] = call([case.args])
        if not same_outcome(outcome, other, trial.task):
            return False
        told += outcome.kind == "value" and not same(outcome.value, trial.expected[i].value)
    return told >= 2
