"""The ideas of the course, one question each, asked before it and after it: inventory.toml.

What is kept of the answers, here called a record, is {"before" or "after": {id: (answer, right)}}.
"""

import random
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from mlp_lesson import course

SIDES = ("before", "after")
UNKNOWN = "I do not know"
Record = Mapping[str, Mapping[str, tuple[str, bool]]]


class Idea(NamedTuple):
    """A question on one idea: {option: reason}, and which part of which lesson treats it."""

    id: str
    name: str
    lesson: str  # its number
    part: str  # the heading in it, word for word
    question: str
    right: str
    options: dict
    seen: str = ""  # where misconceptions behind its wrong options were published or observed

    @property
    def place(self) -> str:
        return f"lesson {self.lesson}, {self.part}"


class Gained(NamedTuple):
    """Of the ideas that were asked both times: right before, right after, how many there are."""

    before: int
    after: int
    of: int

    @property
    def share(self) -> float | None:
        """(after - before) / (of - before): Hake's normalised gain; None if nothing was to gain.

        1 if all that was missing was gained, below 0 if something was lost. Hake, who defines it
        for the mean percentages of a class, calls 0.3 to 0.7 medium: R. R. Hake (1998),
        Interactive-engagement versus traditional methods, American Journal of Physics 66(1).
        """
        possible = self.of - self.before
        return (self.after - self.before) / possible if possible else None


@cache
def ideas() -> dict[str, Idea]:
    """{id: Idea} in the order of the course; ValueError names what to mend in inventory.toml."""
    found = course.read_toml(course.HERE / "inventory.toml")
    return {id: _idea(id, entry) for id, entry in found.items()}


def options(idea: Idea, side: str) -> list[str]:
    """The options in an order of this side's own, the same on every machine; UNKNOWN is last."""
    rng = random.Random(f"{idea.id} {side}")
    return [*rng.sample(list(idea.options), len(idea.options)), UNKNOWN]


def left(record: Record, side: str) -> list[Idea]:
    """The ideas that have not been asked on this side."""
    return [idea for idea in ideas().values() if idea.id not in record.get(side, {})]


def missing(record: Record) -> list[Idea]:
    """The ideas whose question was not answered right after the course."""
    after = record.get("after", {})
    return [idea for idea in ideas().values() if idea.id in after and not after[idea.id][1]]


def gained(record: Record) -> Gained:
    """What the course has changed, by the ideas that were asked both times."""
    before, after = (record.get(side, {}) for side in SIDES)
    both = [id for id in ideas() if id in before and id in after]
    return Gained(sum(before[id][1] for id in both), sum(after[id][1] for id in both), len(both))


def _idea(id, entry):
    where = f"inventory.toml, [{id}]"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", id):
        raise ValueError(f'{where}: an id is written like "one-or-two-words"')
    try:
        made = Idea(id, **entry)
    except TypeError as error:
        raise ValueError(f"{where}: it needs what Idea in ideas.py has: {error}") from error
    if len(made.options) < 3 or not all(made.options.values()):
        raise ValueError(f"{where}: it needs three options or more, each with a reason")
    if made.right not in made.options:
        raise ValueError(f"{where}: right = {made.right!r} is none of its options")
    return made
