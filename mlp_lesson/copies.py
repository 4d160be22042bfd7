"""Your own copies of the notebooks: made where missing, never overwritten once you changed them.

    python -m mlp_lesson.copies            into learn/, in the course's folder
    python -m mlp_lesson.copies FOLDER     into another folder, where the course cannot be written

A copy has no stored outputs and, where a lesson leaves something to write, a blank. It carries a
hash of the text it was handed out with. After an update of the course, a copy that still has that
text is replaced. To open, run or save a notebook changes metadata and outputs, not its text.
Beside a copy whose text is yours the new one is laid (05_backpropagation.new.ipynb). The folders
are those of the course, so links between notebooks hold. Every file is written whole or not at
all: after an interruption, just start again.
"""

import argparse
import hashlib
import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

import nbformat
from jupyter_core.paths import jupyter_data_dir
from nbformat.sign import NotebookNotary

COURSE = Path(__file__).resolve().parent.parent
FOLDERS = ("notebooks", "exercises", "solutions")
LEFTOVER = 3600  # seconds after which a half-written file belongs to no running process


# ---- one notebook ----


def text_hash(nb: nbformat.NotebookNode) -> str:
    """A hash of what a person writes: the cells' kinds, sources and attachments.

    Empty cells do not count: JupyterLab adds one below the last cell that is run.
    """
    cells = [
        (cell.cell_type, cell.source, cell.get("attachments", {}))
        for cell in nb.cells
        if cell.source.strip()
    ]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def stamp(nb: nbformat.NotebookNode) -> None:
    """Let nb say which text it was handed out with; tools/build.py does it to the exercises."""
    nb.metadata["mlp_lesson"] = {"text": text_hash(nb)}


def handed_out(nb: nbformat.NotebookNode) -> str | None:
    """The hash of the text that nb was handed out with, whatever it holds now."""
    return nb.metadata.get("mlp_lesson", {}).get("text")


def read(path: Path) -> nbformat.NotebookNode | None:
    """The notebook at path; None if it is none, such as one with git's conflict markers."""
    data = path.read_bytes()
    try:
        return nbformat.reads(data.decode(), as_version=4)
    except Exception:  # nbformat raises many kinds
        return None


def state(path: Path) -> tuple[str | None, bool]:
    """(hash of the text the file was handed out with, does it hold something else now)."""
    if not path.exists():
        return None, False
    nb = read(path)
    if nb is None:
        return None, True  # it may hold somebody's work
    return handed_out(nb), handed_out(nb) != text_hash(nb)


def copy_of(source: Path) -> nbformat.NotebookNode | None:
    """A learner's copy of one of the course's notebooks; None if the source is no notebook.

    An exercise keeps the stamp of its build: if somebody has worked in exercises/ itself, the copy
    counts as touched from the start.
    """
    nb = read(source)
    if nb is None:
        return None
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            cell.source = cell.metadata.pop("blank", cell.source)  # tools/authoring_text.py
    if not handed_out(nb):
        stamp(nb)
    return nb


# ---- files ----


def names(target: Path) -> Iterator[Path]:
    """05.ipynb, 05.new.ipynb, 05.new-2.ipynb, ...: the next is for when the last is touched."""
    yield target
    yield target.with_suffix(".new.ipynb")
    yield from (target.with_suffix(f".new-{n}.ipynb") for n in count(2))


def lay(nb: nbformat.NotebookNode, target: Path) -> Path | None:
    """Put nb at target, or beside what is touched there; the path, or None if it is there."""
    for path in names(target):
        version, touched = state(path)
        there = version == handed_out(nb)
        if there or not touched and write(path, nb):
            break
    beside = target.with_suffix(".new.ipynb")
    if path == target and beside.exists() and not state(beside)[1]:
        beside.unlink()  # target has the same text, or a newer one
    return None if there else path


def write(path: Path, nb: nbformat.NotebookNode) -> bool:
    """Write nb in one step; False, and nothing happens, if path was touched meanwhile."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(part, "wb") as file:
            file.write((nbformat.writes(nb) + "\n").encode())
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave an empty file
        trust(nb)
        if state(path)[1]:
            return False
        os.replace(part, path)
        return True
    finally:
        part.unlink(missing_ok=True)


def trust(nb: nbformat.NotebookNode) -> None:
    """Sign nb for this computer, as `jupyter trust` does; without it, JupyterLab shows less."""
    with suppress(OSError, sqlite3.Error):
        Path(jupyter_data_dir()).mkdir(parents=True, exist_ok=True)
        notary = NotebookNotary(data_dir=jupyter_data_dir())
        with closing(notary.store):
            notary.sign(nb)


def sweep(learn: Path) -> None:
    """Remove what a killed run has left half written."""
    for part in learn.glob("*/.*.part"):
        with suppress(OSError):  # another process was faster
            if time.time() - part.stat().st_mtime > LEFTOVER:
                part.unlink()


# ---- all of them ----


def update(course: Path, learn: Path) -> Iterator[str]:
    """Make and renew all copies; yield what the learner should know. OSError if a disk refuses."""
    made = renewed = 0
    sweep(learn)
    for source in sorted(path for folder in FOLDERS for path in (course / folder).glob("*.ipynb")):
        target = learn / source.parent.name / source.name
        nb, missing = copy_of(source), not target.exists()
        if nb is None:
            yield f"{source} is not a notebook (git's conflict markers?); its copy stays as it is."
            continue
        path = lay(nb, target)
        made += path == target and missing
        renewed += path == target and not missing
        if path not in (None, target):
            yield f"{target} is yours and stays; the course's new text is beside it: {path.name}"
    if made or renewed:
        yield f"Your own copies are in {learn}: {made} made, {renewed} renewed."


def bring_up_to_date(course: Path, learn: Path) -> int:
    """update(), said on the terminal; 1 if something is missing or cannot be written, else 0."""
    if not any((course / "notebooks").glob("*.ipynb")):
        print(f"There are no notebooks in {course / 'notebooks'}. Go to the course's folder and "
              "type: python -m pip install -e .", file=sys.stderr)  # fmt: skip
        return 1
    said = False
    try:
        for line in update(course, learn):
            print(line)
            said = True
    except OSError as error:
        print(f"The copies could not all be made or renewed: {error}. Those that you have are as "
              "they were. Make room, or name a folder that can be written: python -m "
              "mlp_lesson.copies FOLDER", file=sys.stderr)  # fmt: skip
        return 1
    if not said:
        print(f"Your own copies in {learn} are up to date.")
    return 0


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mlp_lesson.copies", description="Make or renew your "
                                     "own copies of the course's notebooks.")  # fmt: skip
    parser.add_argument("folder", nargs="?", type=Path, default=COURSE / "learn",
                        help="where they go (learn/, in the course's folder)")  # fmt: skip
    return bring_up_to_date(COURSE, parser.parse_args(argv).folder)


if __name__ == "__main__":
    sys.exit(main())
