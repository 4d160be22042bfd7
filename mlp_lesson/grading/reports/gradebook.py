"""Scores into a gradebook of nbgrader, so that its formgrader and feedback know them."""

import json
import os
import sys
from pathlib import Path

from .. import prepare, tasks
from ..results import Result


def export(folder, url):
    """Write the results in a folder into the database at url; a line that says what was done."""
    try:
        from nbgrader.api import Gradebook
    except ImportError:
        raise prepare.NotReady("This needs nbgrader: pip install nbgrader") from None
    paths = sorted((Path(folder) / "results").glob("*.json"))
    found = [Result(**json.loads(path.read_bytes())) for path in paths]
    beside = str(Path(sys.executable).parent)  # nbgrader calls `alembic` without its folder
    os.environ["PATH"] = os.pathsep.join([beside, os.environ.get("PATH", "")])
    with Gradebook(url) as gradebook:
        for result in found:
            if result.score is not None:
                write(gradebook, result)
    return f"{len([r for r in found if r.score is not None])} scores are in {url}"


def write(gradebook, result):
    """One learner's points, a grade cell a task."""
    assignment = notebook = tasks.notebook_of(result.exercise)
    gradebook.update_or_create_assignment(assignment)
    gradebook.update_or_create_notebook(notebook, assignment)
    for mark in result.marks:
        cell = f"check_{mark['task']}"
        gradebook.update_or_create_grade_cell(
            cell, notebook, assignment, max_score=mark["max_points"], cell_type="code"
        )
    names = {key: result.learner[key] for key in ("first_name", "last_name", "email")}
    gradebook.update_or_create_student(result.learner["id"], **names)
    gradebook.update_or_create_submission(assignment, result.learner["id"])
    for mark in result.marks:
        grade = gradebook.find_grade(
            f"check_{mark['task']}", notebook, assignment, result.learner["id"]
        )
        grade.auto_score = mark["points"]
    gradebook.db.commit()
