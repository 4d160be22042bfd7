"""my_network.py: the functions that you wrote and that were found right, in one file of your own.

Each answer is a part of its own, under the equation it computes, in the order of the course. A
later right answer replaces the part, unless you have edited it by hand: then it stays as it is.
The file needs NumPy and nothing else, so it goes on working without the course.
"""

import ast
import hashlib
import inspect
import os
import re
import runpy
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple

FILE = "my_network.py"
HEAD = re.compile(r"^# ==== (\w+) · exercise (\w+) · ([0-9a-f]{8}) ====\n", re.MULTILINE)
OPENING = '''"""My network: I wrote these functions, and the checks of the course found them right.

A part is replaced when a later answer is right too. What I edit by hand stays.
"""

import numpy as np
'''


class Part(NamedTuple):
    """One answer with the helpers it needs; text is all below the head line."""

    name: str
    exercise: str
    text: str
    written: str  # the hash of the text when it was written

    @property
    def edited(self) -> bool:
        return _hash(self.text) != self.written

    def __str__(self) -> str:
        head = f"# ==== {self.name} · exercise {self.exercise} · {self.written} ====\n"
        return f"{head}{self.text.strip()}\n"


def own_folder() -> Path | None:
    """The learner's folder, if this notebook lies in it; None in the course's own folders."""
    folder = Path.cwd().parent
    is_course = (folder / "authoring").exists()
    has_copies = (folder / "notebooks").is_dir() and (folder / "exercises").is_dir()
    return folder if has_copies and not is_course else None


def keep(
    function: Callable, name: str, exercise: str, course: Mapping[str, Callable], folder: Path
) -> str:
    """Put a right answer into folder's my_network.py; a sentence on what happened.

    course  {name: the course's own function} of all tasks, in order; the first line of its
            docstring is the equation
    Raises OSError if the file cannot be written; the earlier one is whole then.
    """
    if not isinstance(function, FunctionType) or function.__name__ == "<lambda>":
        return f"To keep it in {FILE}, write {name} with `def`."
    path = folder / FILE
    opening, parts = read(path)
    before = next((part for part in parts if part.name == name), None)
    if before and before.edited:
        return f"{FILE} keeps its own {name}: you have edited it there by hand."
    rest = [_without(part, name) for part in parts if part is not before]
    try:
        pieces = _pieces(function, name, {p.name: course.get(p.name) for p in rest})
    except LookupError as foreign:
        return f"Not kept in {FILE}: {name} uses {foreign.args[0]} of the course."
    equation = (course[name].__doc__ or name).strip().partition("\n")[0]
    text = f"# {equation}\n\n\n" + "\n\n".join(pieces) + "\n"
    if before and before.text.strip() == text.strip():
        return ""
    if twice := _defined_otherwise(text, rest):
        return f"Not kept in {FILE}: it has another function called {twice}. Rename one of them."
    new = Part(name, exercise, text, _hash(text))
    parts = sorted([*rest, new], key=lambda part: list(course).index(part.name))
    _write(path, "\n\n".join([opening.rstrip() + "\n", *map(str, parts)]))
    return f"Kept in {FILE}."


def reach() -> None:
    """Let `from my_network import ...` work in a notebook of the learner's folder."""
    folder = own_folder()
    if folder and str(folder) not in sys.path:
        sys.path.insert(0, str(folder))


def read(path: Path) -> tuple[str, list[Part]]:
    """(all above the first part, the parts) of a my_network.py; a new file's, if there is none."""
    if not path.exists():
        return OPENING, []
    opening, *rest = HEAD.split(path.read_text(encoding="utf-8"))  # name, exercise, hash, text, ...
    groups = [rest[i : i + 4] for i in range(0, len(rest), 4)]
    return opening, [Part(name, number, text, hash) for name, number, hash, text in groups]


def own_functions(names: Sequence[str], exercises: str, path: Path | None = None) -> dict:
    """{name: function} of those names that the learner's my_network.py has.

    exercises: in which they are written, for the message.
    ValueError says what to do if there is no such file, if it has none, or if it does not load.
    """
    folder = own_folder()
    path = path or (folder / FILE if folder else None)
    if path is None or not path.exists():
        raise ValueError(
            f"There is no {FILE} beside your notebooks: it is written when a check turns green."
        )
    try:
        module = runpy.run_path(str(path))
    except Exception as error:  # what stands in it is the learner's
        raise ValueError(f"{FILE} does not load: {type(error).__name__}: {error}") from error
    found = {name: module[name] for name in names if name in module}
    if not found:
        raise ValueError(f"{FILE} has none of {', '.join(names)} yet: exercises {exercises}.")
    return found


# ---- what a function needs ----


def _pieces(function: FunctionType, name: str, parts: Mapping[str, Callable | None]) -> list[str]:
    """The sources of the function and of all it uses, what is used first; imports on top.

    parts: {name: the course's function} of the file's other parts, which stand in for those.
    Raises LookupError for something of the course that is no function.
    """
    imports, pieces, seen = set(), [], {"np", name}

    def visit(f: FunctionType) -> None:
        for used in _globals_of(f.__code__):
            value = f.__globals__.get(used)
            if used in seen or value is None or value is parts.get(used, f):
                continue
            seen.add(used)
            if isinstance(value, ModuleType):
                module = value.__name__
                imports.add(f"import {module}" + f" as {used}" * (used != module))
            elif isinstance(value, FunctionType):
                visit(value)
                pieces.append(_source(value, used))
            elif isinstance(value, int | float | str | tuple):
                pieces.append(f"{used} = {value!r}\n")
            elif str(module := getattr(value, "__module__", "")).startswith("mlp_lesson"):
                raise LookupError(used)
            elif callable(value) and module:
                imports.add(f"from {module} import {value.__name__} as {used}")

    visit(function)
    return ["\n".join(sorted(imports)) + "\n"] * bool(imports) + pieces + [_source(function, name)]


def _globals_of(code: CodeType) -> Iterator[str]:
    """Names that the code takes from outside, those of functions inside it included."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals_of(constant)


def _source(function: FunctionType, name: str) -> str:
    """Its text, and a second name if it is called otherwise than it was defined."""
    text = textwrap.dedent(inspect.getsource(function)).rstrip() + "\n"
    return text if function.__name__ == name else f"{text}\n\n{name} = {function.__name__}\n"


def _defined_otherwise(text: str, parts: Sequence[Part]) -> str:
    """A helper that another part defines with other words; "" if there is none."""
    mine = _definitions(text)
    for part in parts:
        for name, source in _definitions(part.text).items():
            if mine.get(name, source) != source:
                return name
    return ""


def _definitions(text: str) -> dict[str, str]:
    """{name: source} of the functions that the text defines."""
    lines = text.splitlines()
    return {
        node.name: "\n".join(lines[node.lineno - 1 : node.end_lineno])
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


def _without(part: Part, name: str) -> Part:
    """The part without its own copy of a helper that now is a part itself."""
    if part.edited or name not in (found := _definitions(part.text)):
        return part
    text = part.text.replace(found[name], "").strip()
    text = re.sub(r"\n{4,}", "\n\n\n", text) + "\n"
    return part._replace(text=text, written=_hash(text))


# ---- the file ----


def _hash(text: str) -> str:
    return hashlib.sha256(text.strip().encode()).hexdigest()[:8]


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
