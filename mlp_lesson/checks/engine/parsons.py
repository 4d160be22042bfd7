"""A task's reference as lines to put in order, among them one or two that a mistake would have.

Lines keep their indentation: asked for are their order, and which of them to leave out. Whatever
order runs right is right.
"""

import ast
import io
import random
import textwrap
import tokenize
from collections.abc import Sequence
from typing import NamedTuple

from .show import show_case
from .slips import Slip, body_starts, function_of, source_of
from .task import Mistake, Task
from .trial import attempt

QUIET = tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER


class Line(NamedTuple):
    """One statement, several lines if it has them, as deep as it stands in the function."""

    text: str
    mistake: Mistake | None = None  # what is wrong in it

    @property
    def depth(self) -> int:
        return len(self.text) - len(self.text.lstrip())


class Puzzle(NamedTuple):
    """The lines of a task in the order in which they are shown; a learner counts them from 1."""

    task: Task
    lines: Sequence[Line]

    @property
    def n_wrong(self) -> int:
        return sum(line.mistake is not None for line in self.lines)


class Verdict(NamedTuple):
    """What is said to an order."""

    right: bool
    words: str


def puzzle_of(task: Task, prefer: Sequence[str] = ()) -> Puzzle:
    """The Puzzle of a task, always the same for the same `prefer`: ids of mistakes to use first.

    Raises ValueError, which says why, where there is nothing to put in order.
    """
    if not task.parameters():
        raise ValueError(f"`{task.name}` asks for decisions: its lines would be the answers.")
    if task.handed_out:
        raise ValueError(f"The lines of `{task.name}` are in order: one of them is to be repaired.")
    right = statements(source_of(task.reference), task.parts)
    if len(right) < 2:
        raise ValueError(f"`{task.name}` is one line long: there is nothing to put in order.")
    rng = random.Random(task.name)
    lines = [Line(text) for text in right] + _wrong_lines(task, right, prefer, rng)
    while [line.text for line in lines[: len(right)]] == right:
        rng.shuffle(lines)
    return Puzzle(task, lines)


def statements(source: str, parts: Sequence[str] = ()) -> list[str]:
    """The statements of a function's body without comments; `if ...:` and the like are one each.

    A body that only returns its parts becomes a statement for each of them, and the return.
    """
    body = textwrap.dedent(source[body_starts(source) :])
    lines, found = body.splitlines(), []
    first, last = (0, 0), (0, 0)  # lines of the source count from 1: so far there is no statement
    for token in tokenize.generate_tokens(io.StringIO(body).readline):
        if token.type == tokenize.NEWLINE:
            *others, end = lines[first[0] - 1 : last[0]]
            found.append("\n".join([*others, end[: last[1]]]))
            first = 0, 0
        elif token.type not in (*QUIET, tokenize.INDENT, tokenize.DEDENT):
            first, last = first if first[0] else token.start, token.end
    return _apart(found[0], parts) if len(found) == 1 else found


def _apart(text, parts):
    """`return a, b` as `x = a`, `y = b`, `return x, y` where the parts are x and y."""
    source = f"def f():\n {text}"
    value = ast.parse(source).body[0].body[0].value
    if not isinstance(value, ast.Tuple) or len(value.elts) != len(parts):
        return [text]
    pieces = [ast.get_source_segment(source, item) for item in value.elts]
    made = [f"{part} = {piece}" for part, piece in zip(parts, pieces, strict=True)]
    return [*made, f"return {', '.join(parts)}"]


def _wrong_lines(task, right, prefer, rng):
    """Two lines, or one where there are few, of mistakes that change just that line."""
    places, found = set(), []
    for mistake in _by_preference(task.mistakes, prefer, rng):
        changed = changed_line(task, mistake, right)
        if changed and changed[0] not in places and changed[1] not in right:
            places.add(changed[0])
            found.append(Line(changed[1], mistake))
        if len(found) == (2 if len(right) > 3 else 1):
            break
    return found


def _by_preference(mistakes, prefer, rng):
    rank = {id: i for i, id in enumerate(prefer)}
    mixed = rng.sample(list(mistakes), len(mistakes))
    return sorted(mixed, key=lambda mistake: rank.get(mistake.id, len(rank)))


def changed_line(task: Task, mistake: Mistake, right: Sequence[str]) -> tuple[int, str] | None:
    """(place, wrong statement) of a mistake that changes one statement of `right`; else None."""
    if not isinstance(mistake.wrong, Slip):
        return None
    wrong = statements(mistake.wrong.source, task.parts)
    if len(wrong) != len(right):
        return None
    changed = [(i, b) for i, (a, b) in enumerate(zip(right, wrong, strict=True)) if a != b]
    return changed[0] if len(changed) == 1 else None


# ---- judging an order ---------------------------------------------------------------------------


def judge(puzzle: Puzzle, order: Sequence[int]) -> Verdict:
    """The Verdict on an order: places in puzzle.lines, from 0; lines that it lacks are left out."""
    lines = [puzzle.lines[i] for i in order]
    for line in lines:
        if line.mistake:  # even if what follows makes up for it
            return Verdict(False, f"{_quoted(line)} does not belong here. {line.mistake.hint}")
    try:
        trial = attempt(puzzle.task, _assembled(puzzle, lines))
    except SyntaxError:
        trial = None
    if trial and trial.is_right():
        return Verdict(True, "Right: put together like this, it is right in every case.")
    if missing := len(puzzle.lines) - puzzle.n_wrong - len(lines):
        what = "One line that is needed is" if missing == 1 else f"{missing} needed lines are"
        return Verdict(False, f"{what} left out.")
    return Verdict(False, _about_the_run(trial) if trial else _about_the_depth(lines))


def _assembled(puzzle, lines):
    reference = puzzle.task.reference
    body = textwrap.indent("\n".join(line.text for line in lines) or "pass", "    ")
    source = f"def {reference.__name__}({', '.join(puzzle.task.parameters())}):\n{body}\n"
    return function_of(reference, source, f"<{reference.__name__}, put together>", {})


def _about_the_depth(lines):
    before = Line("")
    for line in lines:
        deeper, opened = line.depth > before.depth, before.text.endswith(":")
        if deeper and not opened:
            return f"{_quoted(line)} stands deeper than {_quoted(before)} above it allows."
        if opened and not deeper:
            break
        before = line
    return f"Below {_quoted(before)} a line has to follow that stands deeper."


def _about_the_run(trial):
    failing = trial.failing()
    case, outcome = (failing[0], trial.outcomes[failing[0]]) if failing else (0, trial.again)
    if outcome.kind == "error":
        kind, message, line = outcome.error
        where = f" in `{line}`" if line else ""
        return f"All lines are there, but in this order it stops{where}: {kind}: {message}."
    if outcome.kind == "timeout":
        return "All lines are there, but in this order it does not come to an end."
    note = show_case(trial, case, brief=True)
    return f"All lines are there, but in this order the result is wrong (first in: {note})."


def _quoted(line):
    return f"`{' '.join(line.text.split())}`"
