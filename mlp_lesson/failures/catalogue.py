"""The failures by their ids: the texts of atlas.toml, and the Recipe of each."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..course import read_toml
from .changes import CHANGES
from .recipe import Recipe

HEALTHY = "healthy"  # the Recipe in which nothing is changed


class Failure(NamedTuple):
    """One entry of atlas.toml, which says what each text is."""

    id: str
    name: str
    family: str
    what: str
    look: str
    wrong: str
    right: str
    cure: str
    lesson: str
    part: str


@cache
def failures() -> dict[str, Failure]:
    """{id: Failure} in the order of the atlas."""
    entries = read_toml(Path(__file__).with_name("atlas.toml"))
    return {id: Failure(id, **entry) for id, entry in entries.items()}


def recipe_of(id: str) -> Recipe:
    """The Recipe of a failure, or of HEALTHY; ValueError names the failures that there are."""
    if id not in CHANGES and id != HEALTHY:
        raise ValueError(f"there is no failure {id!r}; the failures are {', '.join(CHANGES)}")
    return Recipe(**CHANGES.get(id, {}))
