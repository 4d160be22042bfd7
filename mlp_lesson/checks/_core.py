"""What a task is, and the report that a learner sees."""

import html
import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np


class Case(NamedTuple):
    """One set of arguments, passed by position, and a few words that say what is special in it."""

    args: tuple
    note: str = ""  # "a batch of one row", "square W", "integers", "extreme values": shown
    speed: bool = False  # large: an answer far slower than the reference here is not right


class Mistake(NamedTuple):
    """A wrong answer that people give, and what to say to it.

    by: the name of the signature that recognises it, where its outputs cannot ("slow", "random",
    "changed"); otherwise it is recognised when an answer gives the same outputs on all cases.
    """

    hint: str
    wrong: Callable
    by: str = ""


class Invariant(NamedTuple):
    """Something every right answer fulfils, and the hint for one that does not."""

    hint: str
    holds: Callable  # (args, value) -> bool; value is plain: numbers, arrays, lists, tuples


class Task(NamedTuple):
    """One function that a learner writes, and all that is needed to judge it and to help.

    cases: rng -> list of Case. The reference gives the right value for each, and a right answer
    agrees with it within rtol and atol. Where many answers are right (anything random),
    unique=False: then the invariants alone decide.
    observe(function, *args) makes one plain result of an answer that is no plain value (a
    function that returns a function); it runs where the answer runs.
    """

    name: str
    points: int
    reference: Callable
    cases: Callable[[np.random.Generator], Sequence[Case]]
    mistakes: Sequence[Mistake] = ()
    alternatives: Sequence[Callable] = ()  # right answers of other kinds: must pass
    invariants: Sequence[Invariant] = ()
    parts: Sequence[str] = ()  # names of the results, where a tuple is returned
    unique: bool = True
    observe: Callable | None = None
    seconds: float = 3.0  # for one call
    rtol: float = 1e-6
    atol: float = 1e-9

    def parameters(self):
        """The names of the arguments, in order."""
        return list(inspect.signature(self.reference).parameters)

    def fixed_cases(self):
        """The cases of the notebook: the same on every run."""
        return list(self.cases(np.random.default_rng(20)))


HINT = "white-space: pre-wrap; margin-top: 0.3em"


class Report(NamedTuple):
    """What check() found: one line if all is right; else the hint and a table of the cases."""

    name: str
    verdict: str  # right, wrong, unanswered or unknown
    points: int = 0
    max_points: int = 0
    hints: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()

    @property
    def passed(self):
        return self.verdict == "right"

    @property
    def headline(self):
        if self.verdict == "unknown":
            return self.name
        earned = f" ({self.points} of {self.max_points} points)" if self.max_points else ""
        words = {"right": "right", "wrong": "not right yet", "unanswered": "not answered yet"}
        return f"{self.name}: {words[self.verdict]}{earned}"

    def __str__(self):
        lines = [self.headline, *(f"  {line}" for hint in self.hints for line in wrap(hint))]
        if self.rows:
            lines += ["", *(f"  {line}" for line in _align([self.columns, *self.rows]))]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": str(self), "text/html": self._html()}

    def _html(self):
        """The same words, the table as a table. Colour only repeats what the words say."""
        colour = {"right": "#2e7d32", "wrong": "#b3261e"}.get(self.verdict, "#8a6d00")
        parts = [
            f'<div style="border-left: 4px solid {colour}; padding: 0.2em 0 0.2em 0.8em">',
            f"<strong>{html.escape(self.headline)}</strong>",
            *(f'<div style="{HINT}">{_marked(hint)}</div>' for hint in self.hints),
        ]
        if self.rows:
            parts.append(_html_table(self.columns, self.rows))
        return "\n".join([*parts, "</div>"])


def wrap(text, width=92):
    """text in lines of at most width characters; its own line breaks are kept."""
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        while len(line) > width:
            at = line.rfind(" ", len(indent) + 1, width + 1)
            if at < 0:
                break
            yield line[:at]
            line = indent + line[at + 1 :]
        yield line


STRESS = re.compile(r"(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])")  # *these words*


def _marked(hint):
    """HTML of a hint: `code` in backticks, and arguments, become <code>; *this* becomes <em>."""
    return "\n".join(_marked_line(line) for line in hint.split("\n"))


def _marked_line(line):
    pieces = html.escape(line).split("`")
    if len(pieces) % 2 == 0:  # an odd backtick: leave the text as it is
        return html.escape(line)
    if line.startswith("  ") and " = " in line and len(pieces) == 1:  # an argument of a case
        return f"  <code>{pieces[0].strip()}</code>"
    return "".join(
        f"<code>{p}</code>" if i % 2 else STRESS.sub(r"<em>\1</em>", p)
        for i, p in enumerate(pieces)
    )


def _align(rows: Iterable[Sequence[str]]):
    """Lines of a table with columns as wide as their widest entry."""
    rows = [list(row) for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip()


def _html_table(columns, rows):
    left = 'style="text-align: left"'
    head = "".join(f'<th scope="col" {left}>{html.escape(c)}</th>' for c in columns)
    body = []
    for first, *others in rows:
        cells = "".join(f"<td {left}>{_sign(c)}{html.escape(c)}</td>" for c in others)
        body.append(f'<tr><th scope="row" {left}>{html.escape(first)}</th>{cells}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _sign(cell):
    return "✓ " if cell == "right" else "✗ " if cell != "not run" else ""
