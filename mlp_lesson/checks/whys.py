"""The second layer of hints: a mistake on numbers small enough for paper, and a question.

The texts are in mlp_lesson/whys/NN.toml, NN the number of the exercise, one for each of its
commonest mistakes:

    ["linear/bias-missing"]     # the task, and the id of a mistake that it names
    text = '''...'''            # plain words, `code`, *stress*; four spaces begin a table or a sum
    claims = ['...']            # expressions that prove its numbers: see tests/test_whys.py
"""

import difflib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..course import read_toml
from . import tasks
from .engine.page import prose
from .engine.report import wrap

FOLDER = Path(__file__).parents[1] / "whys"


class Why(NamedTuple):
    """One text, and what proves its numbers."""

    id: str
    text: str
    claims: list

    def __str__(self):
        return "\n".join([self.id, *(f"  {line}".rstrip() for line in wrap(self.text))])

    def _repr_mimebundle_(self, include=None, exclude=None):
        body = f'<div style="max-width: 44em">{prose(self.text)}</div>'
        return {"text/plain": str(self), "text/html": f"<strong>{self.id}</strong>{body}"}


@cache
def of_exercise(number: str) -> dict:
    """{id: Why} of one exercise, perhaps none; ValueError if an entry has another form."""
    path = FOLDER / f"{number}.toml"
    entries = read_toml(path) if path.exists() else {}
    try:
        made = [Why(id, **entry) for id, entry in entries.items()]
    except TypeError as error:
        raise ValueError(f"whys/{path.name}: an entry has text and claims: {error}") from error
    return {why.id: why._replace(text=_unwrapped(why.text)) for why in made}


def _unwrapped(text):
    """Each paragraph in one line; tables keep theirs."""
    return "\n\n".join(
        block if block.startswith("    ") else " ".join(block.split())
        for block in text.strip("\n").split("\n\n")
    )


def all_whys() -> dict:
    """{id: Why} of all exercises."""
    return {id: why for path in sorted(FOLDER.glob("*.toml"))
            for id, why in of_exercise(path.stem).items()}  # fmt: skip


def find(id: str) -> Why:
    """The Why of this id; ValueError with the nearest ids if there is none."""
    id, known = str(id), all_whys()
    if id in known:
        return known[id]
    task = id.split("/")[0]
    near = difflib.get_close_matches(id, known, n=3)
    near = near or [one for one in known if one.startswith(f"{task}/")] or list(known)[:3]
    raise ValueError(f"There is no text on {id[:60]!r}. Near it: {', '.join(near)}.")


def added_to(report):
    """The report, with the second layers of what it names."""
    if not report.found:
        return report
    known = of_exercise(tasks.load()[report.name][0])
    texts = {id: known.get(f"{report.name}/{id}") for id in report.found}
    return report._replace(whys={id: why.text for id, why in texts.items() if why})
