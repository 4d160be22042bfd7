"""What the course consists of: lessons() and pages() from course.toml, questions from quizzes/.

Everything that lists lessons (the map, the README, the ends of the notebooks) asks here.
"""

import difflib
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Exercise(NamedTuple):
    """The notebook that belongs to a lesson: its file without .ipynb, and its minutes."""

    file: str
    minutes: int

    @property
    def number(self) -> str:
        return self.file[:2]


class Lesson(NamedTuple):
    """One [[lesson]] of course.toml; exercise is None if there is none.

    minutes: to read, look and answer; writing: those for the functions that the learner writes.
    """

    file: str
    part: str
    title: str
    question: str
    minutes: int
    writing: int = 0
    exercise: Exercise | None = None

    @property
    def number(self) -> str:
        """Such as "06", or "06b" for the second lesson to one exercise."""
        return self.file.partition("_")[0]

    @property
    def name(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def time(self) -> str:
        more = f", and {self.writing} more for what you write" if self.writing else ""
        return f"{self.minutes} minutes{more}"

    @property
    def points(self) -> int:
        """The points of its exercise: those of all its tasks; 0 if it has none."""
        from .checks import all_tasks, exercise_of

        if not self.exercise:
            return 0
        tasks, number = all_tasks().values(), self.exercise.number
        return sum(task.points for task in tasks if exercise_of(task.name) == number)


class Page(NamedTuple):
    """One [[page]] of course.toml: a notebook that is no lesson, for any time."""

    file: str
    title: str
    question: str


class Question(NamedTuple):
    """A quiz question: {option: reason}, the right option, the earlier lesson that it recalls."""

    id: str
    question: str
    options: dict
    right: str
    recalls: str = ""
    code: str = ""  # what it is about
    shows: str = ""  # what a right answer is evidence for
    picture: Callable | None = None  # () -> {"src", "alt", "caption"}, made when it is shown


@cache
def lessons() -> tuple:
    """Every Lesson, in order."""
    found = []
    for entry in read_toml(HERE / "course.toml")["lesson"]:
        exercise = Exercise(**entry.pop("exercise")) if "exercise" in entry else None
        found.append(Lesson(**entry, exercise=exercise))
    return tuple(found)


def lessons_of(exercise: str) -> list:
    """The lessons that an exercise such as "06" belongs to: those whose number begins with its."""
    return [lesson for lesson in lessons() if lesson.number.startswith(exercise)]


@cache
def pages() -> tuple:
    """Every Page, in order."""
    return tuple(Page(**entry) for entry in read_toml(HERE / "course.toml").get("page", []))


def ladder() -> bool:
    """Are hints and puzzles offered? An instructor decides: `ladder` in course.toml."""
    return read_toml(HERE / "course.toml").get("ladder", True)


@cache
def questions() -> dict:
    """{id: Question} of all lessons, in order; ValueError names the file and what to mend in it."""
    return {
        id: _question(path, id, entry)
        for path in sorted((HERE / "quizzes").glob("*.toml"))
        for id, entry in read_toml(path).items()
    }


def question(id: str) -> Question:
    """The Question of this id, written or made; ValueError, with the nearest ids, if none is."""
    if ":" in str(id):
        from .questions_made import made

        return made(id)
    known = questions()
    if id not in known:
        near = difflib.get_close_matches(str(id), known, n=3)
        near = near or [one for one in known if one[:2] == str(id)[:2]] or list(known)[:3]
        raise ValueError(
            f"There is no question {id!r} in mlp_lesson/quizzes; near it: {', '.join(near)}"
        )
    return known[id]


def id_of(question: str) -> str:
    """The id of a question given by its words, as records once were; anything else unchanged."""
    return next((id for id, known in questions().items() if known.question == question), question)


def _question(path, id, entry):
    where = f"{path.parent.name}/{path.name}, [{id}]"
    if not re.fullmatch(rf"{path.stem}(-[a-z0-9]+)+", id):
        raise ValueError(f'{where}: an id is written like "{path.stem}-two-or-three-words"')
    try:
        made = Question(id, **entry)
    except TypeError as error:
        raise ValueError(f"{where}: it needs question, right, [{id}.options]: {error}") from error
    if len(made.options) < 2 or not all(made.options.values()):
        raise ValueError(f"{where}: it needs two options or more, each with a reason")
    if made.right not in made.options:
        raise ValueError(f"{where}: right = {made.right!r} is none of its options")
    if made.recalls and not made.recalls < path.stem:
        raise ValueError(f"{where}: recalls = {made.recalls!r} is no earlier lesson")
    return made


def read_toml(path: Path) -> dict:
    """What the file holds; ValueError names the file and the line if it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error
