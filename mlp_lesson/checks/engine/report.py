"""The report that a learner sees: in a notebook, in a terminal."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from .page import page


class Report(NamedTuple):
    """What check() found: one line if all is right; else the hint and a table of the cases."""

    name: str
    verdict: str  # right, wrong, unanswered, unknown or interrupted
    points: int = 0
    max_points: int = 0
    hints: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    ids: Sequence[str] = ()  # of the mistake that each hint names, or ""; remarks come after them
    whys: Mapping[str, str] = MappingProxyType({})  # {one of these ids: its second layer}

    def with_remark(self, remark):
        """The same report with one more sentence at its end."""
        return self._replace(hints=[*self.hints, remark])

    @property
    def found(self):
        """The ids of the mistakes that were recognised, each once."""
        return tuple(dict.fromkeys(filter(None, self.ids)))

    def said(self):
        """(hint, its id if there is a second layer to it, else "") of all hints."""
        for hint, id in zip_longest(self.hints, self.ids, fillvalue=""):
            yield hint, id if id in self.whys else ""

    @property
    def passed(self):
        return self.verdict == "right"

    @property
    def headline(self):
        if self.verdict in ("unknown", "interrupted"):
            return self.name
        earned = f" ({self.points} of {self.max_points} points)" if self.max_points else ""
        words = {"right": "right", "wrong": "not right yet", "unanswered": "not answered yet"}
        return f"{self.name}: {words[self.verdict]}{earned}"

    def __str__(self):
        lines = [self.headline]
        for hint, id in self.said():
            lines += [f"  {line}" for line in wrap(hint)]
            if id:
                lines.append(f'  why("{self.name}/{id}") shows it on small numbers.')
        if self.rows:
            lines += ["", *(f"  {line}" for line in _align([self.columns, *self.rows]))]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": str(self), "text/html": page(self)}


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


def _align(rows: Sequence[Sequence[str]]):
    """Lines of a table with columns as wide as their widest entry."""
    rows = [list(row) for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip()
