"""The scores for other programs: nbgrader's CSV, Gradescope's JSON."""

import csv
import io
import json

from .. import tasks

STATUSES = ("graded", "look at it", "not graded", "missing")
COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip


def grades_csv(exercise, results):
    """A line a learner; score is empty, not 0, where there is no mark."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    names = [task.name for task in tasks.of(exercise)]
    table.writerow([*COLUMNS, "status", "why", *names])
    for result in results:
        points = {mark["task"]: mark["points"] for mark in result.marks}
        learner = [result.learner[key] for key in ("id", "last_name", "first_name", "email")]
        score = "" if result.score is None else result.score
        penalty = "" if result.score is None else 0
        row = [tasks.notebook_of(exercise), "", "", *learner, score, penalty, score]
        row += [tasks.max_score(exercise), result.status, result.why]
        table.writerow([harmless(cell) for cell in row + [points.get(name, "") for name in names]])
    return text.getvalue()


def harmless(cell):
    """A text that a spreadsheet would take for a formula gets a quote before it."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def gradescope_json(result):
    """Gradescope's results.json; without a mark there is no score, and the output says why."""
    tests = [
        {
            "name": mark["task"],
            "score": mark["points"],
            "max_score": mark["max_points"],
            "status": "passed" if mark["verdict"] == "right" else "failed",
            "output": mark["report"],
            "output_format": "text",
            "visibility": "visible",
        }
        for mark in result.marks
    ]
    found = {"tests": tests, "output": result.why, "stdout_visibility": "hidden"}
    if result.score is None:
        found |= {"output": f"This could not be graded: {result.why or 'nothing handed in'}."}
    found |= {"score": result.score or 0, "extra_data": {"status": result.status}}
    return json.dumps(found, indent=1)
