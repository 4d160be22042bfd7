"""One file a submission, written whole or not at all, named by a hash of all that decides it.

So a run that was killed goes on where it was, a changed notebook is graded again, and a newer
course does not take over old marks.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from . import oracle

PACKAGE = Path(oracle.__file__).parent.parent


class ResultsError(Exception):
    """The results folder cannot be used: the message says why."""


class Result(NamedTuple):
    """What came out for one learner. status: graded, look at it, not graded, or missing."""

    learner: dict
    exercise: str
    status: str
    marks: list  # dicts with the fields of oracle.Mark
    why: str = ""  # what keeps it from being graded, or asks for a look
    cell_errors: dict = {}
    fingerprint: str = ""
    file: str = ""

    @property
    def name(self):
        """First and last name, as far as they are known."""
        return " ".join(filter(None, [self.learner["first_name"], self.learner["last_name"]]))

    @property
    def score(self):
        """Points, or None where there is no mark: that is not the same as 0."""
        if self.status in ("not graded", "missing"):
            return None
        return sum(mark["points"] for mark in self.marks)


def from_graded(submission, exercise, graded):
    """The Result of a submission that was graded."""
    odd = [mark.task for mark in graded.marks if mark.verdict == "look at it"]
    died = f"its Python ended {graded.n_deaths} times" if graded.n_deaths else ""
    why = "; ".join(filter(None, [f"look at {', '.join(odd)}" if odd else "", died]))
    marks = [mark._asdict() for mark in graded.marks]
    errors = {str(number): error for number, error in graded.cell_errors.items()}
    return Result(
        submission.learner._asdict(), exercise, "look at it" if odd else "graded", marks, why,
        errors, graded.fingerprint, submission.file.name,
    )  # fmt: skip


def not_graded(submission, exercise, why):
    """The Result of one that could not be graded, or that was not handed in."""
    status = "not graded" if why else "missing"
    name = submission.file.name if submission.file else ""
    return Result(submission.learner._asdict(), exercise, status, [], why, file=name)


class Store:
    """The folder of results of a run."""

    def __init__(self, folder):
        self.folder = Path(folder) / "results"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder) as file:
                file.write(b"room for a result" * 1000)
                file.flush()
        except OSError as error:
            raise self._error(error) from None

    def _error(self, error):
        words = error.strerror or str(error)
        return ResultsError(f"{self.folder} cannot be written to: {words}. Nothing in it is lost.")

    def load(self, key):
        """The Result stored under a key, or None."""
        try:
            return Result(**json.loads((self.folder / f"{key}.json").read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def save(self, key, result):
        """Write it to the disk, then give it its name."""
        path = self.folder / f"{key}.json"
        try:
            write_whole(path, json.dumps(result._asdict(), indent=1))
        except OSError as error:
            raise self._error(error) from None


def write_whole(path, text):
    """Write a file so that it is there whole or not at all, even if the power fails."""
    data = text.encode() if isinstance(text, str) else text
    handle, place = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(place, path)
    except BaseException:
        os.unlink(place)
        raise


def key_of(learner, exercise, notebook, secret):
    """The name of a result: whatever may change it is in this hash."""
    parts = learner.id.encode(), exercise.encode(), notebook, secret, fingerprint_of_course()
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:32]


def fingerprint_of_course():
    """A hash of the package's source."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()
