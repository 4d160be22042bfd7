"""What a run gives to people: a table, a page for the class, a page and a JSON for each learner.

RESULTS/grades.csv          nbgrader's columns, and a status
RESULTS/class.html          for the instructor
RESULTS/learners/ID.html    for a learner
RESULTS/gradescope/ID.json  the same for Gradescope
"""

import re
from collections import Counter
from pathlib import Path

from ..results import write_whole
from . import class_page, learner_page, tables


def write(out, exercise, results):
    """Write all reports of a run into the folder out."""
    out = Path(out)
    results = sorted(results, key=lambda result: result.learner["id"])
    for folder in ("learners", "gradescope"):
        (out / folder).mkdir(exist_ok=True)
    table = tables.grades_csv(exercise, results).encode("utf-8-sig")  # so that Excel sees UTF-8
    write_whole(out / "grades.csv", table)
    write_whole(out / "class.html", class_page.page(exercise, results))
    for result, name in zip(results, file_names(results), strict=True):
        write_whole(out / "learners" / f"{name}.html", learner_page.page(result))
        write_whole(out / "gradescope" / f"{name}.json", tables.gradescope_json(result))


def file_names(results):
    """A name for the files of each learner: the id, as far as any system takes it."""
    names = [re.sub(r"[^\w@+-]+", "_", result.learner["id"])[:80] for result in results]
    count, seen = Counter(name.lower() for name in names), Counter()
    for name in names:
        seen[name.lower()] += 1
        again = count[name.lower()] > 1
        yield f"{name}-{seen[name.lower()]}" if again else name


def summary(out, results):
    """A few lines for the terminal: how many, and which need an eye."""
    count = Counter(result.status for result in results)
    words = ", ".join(f"{count[status]} {status}" for status in tables.STATUSES if count[status])
    odd = [result for result in results if result.status in ("not graded", "look at it")]
    lines = [f"  {result.learner['id']}: {result.status}: {result.why}" for result in odd[:20]]
    return "\n".join([f"{words}. Open {out / 'class.html'}", *lines])
