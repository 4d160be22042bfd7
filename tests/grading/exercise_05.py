"""Exercise 05 as learners hand it in: a notebook to change, and helpers that change it."""

import copy
import json
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXERCISE = "05"
POINTS = {"numerical_gradient": 2, "output_delta": 2, "layer_backward": 3, "hidden_delta": 2,
          "backward": 4, "skip_backward": 3, "tied_backward": 3}  # fmt: skip
ALL = sum(POINTS.values())


def _read(folder):
    return json.loads((ROOT / folder / "05_backpropagation.ipynb").read_text("utf-8"))


BLANK, SOLVED = _read("exercises"), _read("solutions")


def blank():
    return copy.deepcopy(BLANK)


def solved():
    """The notebook of a learner who got everything right, with outputs."""
    return copy.deepcopy(SOLVED)


def solution_of(task):
    """The source of the worked answer's cell."""
    return next(source_of(cell) for cell in SOLVED["cells"] if grade_id(cell) == task)


def source_of(cell):
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def grade_id(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def index_of(nb, name):
    return next(i for i, cell in enumerate(nb["cells"]) if grade_id(cell) == name)


def code_cell(source):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [],
            "execution_count": None}  # fmt: skip


def first(nb, source):
    """A cell before all others."""
    nb["cells"].insert(0, code_cell(source))
    return nb


def last(nb, source):
    nb["cells"].append(code_cell(source))
    return nb


def answer(nb, task, source):
    """Another text in the cell of a task."""
    nb["cells"][index_of(nb, task)]["source"] = source
    return nb


def answers(nb, source):
    """The same source, with NAME in it replaced, in the cell of every task."""
    for task in POINTS:
        answer(nb, task, source.replace("NAME", task))
    return nb


def drop(nb, *names):
    nb["cells"] = [cell for cell in nb["cells"] if grade_id(cell) not in names]
    return nb


def each_cell(nb, change):
    for cell in nb["cells"]:
        change(cell)
    return nb


def as_bytes(nb):
    return nb if isinstance(nb, bytes) else json.dumps(nb).encode()
