"""Read an authoring text (jupytext py:percent) into a notebook with stable cell ids, no outputs."""

import ast
import hashlib
import re

import jupytext
import nbformat
from IPython.core.inputtransformer2 import TransformerManager

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine.slips import source_of
from notebook_rules import BEGIN, END, place

NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},             # no version: it would differ between machines
}
CELL_METADATA = {"tags", "nbgrader", "jupyter", "slideshow",     # what an author may set
                 "jp-MarkdownHeadingCollapsed"}
JUPYTEXT_ONLY = {"lines_to_next_cell", "lines_to_end_of_cell_marker", "cell_marker", "title"}
TELLS_THE_ANSWER = ("quiz(", "hints(", "reveal(")                 # such a cell's input is folded
PROGRAM = "# {{program}}"                            # of the task that the cell's grade_id names
ANSWER_STUB = "# your code here\nraise NotImplementedError"
REGION = re.compile(rf"^( *){BEGIN}\n(.*?)\n *{END}$", re.MULTILINE | re.DOTALL)
NBGRADER_DEFAULTS = {"grade": False, "solution": False, "locked": False, "task": False,
                     "schema_version": 3}


class BuildError(Exception):
    """Something an author has to mend; the message names the file and the cell."""


def read_authoring(source, file):
    """The notebook of the text at path `source`; BuildError names `file` and the faulty cell."""
    try:
        nb = jupytext.reads(source.read_text(encoding="utf-8"), fmt="py:percent")
    except ValueError as error:                      # bad UTF-8, bad cell metadata
        raise BuildError(f"{file}: not a jupytext py:percent text: {error}") from error
    nb.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    nb.nbformat, nb.nbformat_minor = 4, 5
    ids = set()
    for number, cell in enumerate(nb.cells, 1):
        where = place(file, number, cell)
        complete_metadata(cell, where)
        if cell.source == PROGRAM:
            put_in_program(cell, where)
        check_markers(cell, where)
        if "nbgrader" not in cell.metadata:
            fill_the_blanks(cell)
        if cell.cell_type == "code":
            check_syntax(cell.source, where)
        cell["id"] = cell_id(cell, ids, where)
        ids.add(cell["id"])
    return nb


def complete_metadata(cell, where):
    """Drop what jupytext adds, refuse what nobody knows, complete nbgrader's keys, fold answers."""
    for key in JUPYTEXT_ONLY & set(cell.metadata):
        del cell.metadata[key]
    if unknown := set(cell.metadata) - CELL_METADATA:
        raise BuildError(f"{where}: unknown cell metadata {sorted(unknown)}; "
                         f"known: {sorted(CELL_METADATA)}")
    if "nbgrader" in cell.metadata:
        if not cell.metadata.nbgrader.get("grade_id"):
            raise BuildError(f"{where}: its nbgrader metadata has no grade_id")
        cell.metadata.nbgrader = nbformat.from_dict(NBGRADER_DEFAULTS | cell.metadata.nbgrader)
    if cell.cell_type == "code" and cell.source.startswith(TELLS_THE_ANSWER):
        cell.metadata.jupyter = nbformat.from_dict({"source_hidden": True})


def check_markers(cell, where):
    """Solution markers come in pairs, in order; in an exercise, where nbgrader knows of them."""
    lines = [line.strip() for line in cell.source.split("\n")]
    markers = [line for line in lines if re.match(r"#+ *(BEGIN|END) SOLUTION", line)]
    if markers != [BEGIN, END] * (len(markers) // 2):
        raise BuildError(f"{where}: {BEGIN} and {END} do not come in pairs, each on its own line")
    if markers and "/exercises/" in where and not cell.metadata.get("nbgrader", {}).get("solution"):
        raise BuildError(f"{where}: an answer outside a cell with "
                         'nbgrader={"grade_id": ..., "solution": true}')


def fill_the_blanks(cell):
    """In a lesson, what the learner writes: filled in here, blank in the learner's own copy.

    The metadata's `blank` is the cell's text with a stub in place of each answer.
    """
    if REGION.search(cell.source):
        stub = "\n".join(rf"\1{line}" for line in ANSWER_STUB.split("\n"))
        cell.metadata["blank"] = REGION.sub(stub, cell.source)
        cell.source = REGION.sub(r"\2", cell.source)


def put_in_program(cell, where):
    """Fill a cell with a task's program: repaired, and in the metadata as it is `handed_out`."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    task = all_tasks().get(grade_id)
    if not (task and task.handed_out):
        raise BuildError(f"{where}: no task with a program to repair is called {grade_id!r}")
    cell.source = source_of(task.reference).rstrip("\n")
    cell.metadata["handed_out"] = task.program().rstrip("\n")


def check_syntax(code, where):
    """Refuse what is not Python; IPython's magics and top-level await are."""
    try:
        compile(TransformerManager().transform_cell(code), "cell", "exec",
                flags=ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        raise BuildError(f"{where}: syntax error in line {error.lineno}: {error.msg}") from error


def cell_id(cell, taken, where):
    """The grade_id, or a hash of the cell's text: the same when other cells come and go."""
    if grade_id := cell.metadata.get("nbgrader", {}).get("grade_id"):
        if grade_id in taken:
            raise BuildError(f"{where}: grade_id {grade_id!r} is used twice")
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", grade_id):
            raise BuildError(f"{where}: grade_id {grade_id!r}: only letters, digits, - and _")
        return grade_id
    name = stem = f"{cell.cell_type}-{hashlib.sha256(cell.source.encode()).hexdigest()[:8]}"
    repeats = 1
    while name in taken:
        repeats += 1
        name = f"{stem}-{repeats}"
    return name
