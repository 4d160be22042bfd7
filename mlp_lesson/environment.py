"""Is everything in place? The check that the first notebook runs."""

import platform
from importlib.metadata import PackageNotFoundError, metadata, version
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from .data import checksums


class Item(NamedTuple):
    """One thing the course needs: its name, what is there, and what is wrong ("" when nothing)."""

    name: str
    found: str
    problem: str


def environment():
    """Look at Python, at every package the course depends on and at the data files: [Item, ...]."""
    course = metadata("mlp-lesson")
    python = platform.python_version()
    fits = python in SpecifierSet(course["Requires-Python"])
    items = [Item("Python", python, "" if fits else f"it must be {course['Requires-Python']}")]
    needed = [Requirement(line) for line in course.get_all("Requires-Dist")]
    items += [_package(r) for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})]
    for name, state in checksums().items():
        ok = state == "ok"
        items.append(Item(name, "intact" if ok else "not usable", "" if ok else state))
    return items


def _package(requirement):
    mend = f"mend it with: python -m pip install '{requirement}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Item(requirement.name, "missing", mend)
    fits = requirement.specifier.contains(found, prereleases=True)
    problem = "" if fits else f"it must be {requirement.specifier}; {mend}"
    return Item(requirement.name, found, problem)
