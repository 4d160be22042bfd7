"""Is everything in place? The check that the first notebook runs."""

import platform
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


class Item(NamedTuple):
    """One thing the course needs: its name, what is there, what is wrong ("" when nothing)."""

    name: str
    found: str
    problem: str
    mend: str = ""  # what mends this one thing


def environment():
    """Look at Python, at every package the course depends on and at the data files: [Item, ...]."""
    from .data import checksums

    items = packages()
    for name, state in checksums().items():
        ok = state == "ok"
        items.append(Item(name, "intact" if ok else "not usable", "" if ok else state))
    return items


def packages():
    """Look at Python and at every package the course depends on: [Item, ...]."""
    wanted, needed = requirements()
    python = platform.python_version()
    fits = python in SpecifierSet(wanted)
    return [
        Item("Python", python, "" if fits else f"it must be {wanted}"),
        *(_package(requirement) for requirement in map(Requirement, needed)),
    ]


def requirements():
    """(range of Python versions, [requirement, ...]), from the course's folder or its installation.

    The folder counts first: after an update of the course, what an installation noted is old.
    """
    if PYPROJECT.exists():
        project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
        return project["requires-python"], project["dependencies"]
    installed = metadata("mlp-lesson")
    needed = [line for line in installed.get_all("Requires-Dist") if "extra ==" not in line]
    return installed["Requires-Python"], needed


def _package(requirement):
    mend = f"python -m pip install '{requirement}'"
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Item(requirement.name, "missing", "it is not installed", mend)
    fits = requirement.specifier.contains(found, prereleases=True)
    if fits:
        return Item(requirement.name, found, "")
    return Item(requirement.name, found, f"it must be {requirement.specifier}", mend)
