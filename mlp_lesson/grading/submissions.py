"""Who handed in what: notebooks from the layouts that people have, and names from a roster.

    SUBMISSIONS/ada.ipynb                                 a notebook a learner
    SUBMISSIONS/ada/05_backpropagation.ipynb              a folder a learner
    SUBMISSIONS/ada/05_backpropagation/*.ipynb            nbgrader's submitted/
    SUBMISSIONS.zip                                       the same in a zip, and zips in it

The names that Moodle and Canvas give to files are understood. Nothing is unpacked to the disk, no
link is followed, and a zip may hold so much and no more.
"""

import csv
import io
import re
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .. import course
from .frames import writable

LARGEST, MOST_FILES, DEEPEST = 64 << 20, 20_000, 2  # bytes of a file; entries; zips in zips
MOODLE = re.compile(r"^(?P<name>.+?)_\d+_assignsubmission_\w+$")
CANVAS = re.compile(r"^(?P<name>[^\W_]+?)(?:_LATE)?_\d+_\d+_")
ALSO_CALLED = {
    "student_id": "id", "id_number": "id", "surname": "last_name", "email_address": "email",
}  # fmt: skip
SKIPPED = {".ipynb_checkpoints", "__MACOSX", ".git"}


class InputError(Exception):
    """The folder, zip or roster cannot be used: the message says what and where."""


class Learner(NamedTuple):
    id: str
    last_name: str = ""
    first_name: str = ""
    email: str = ""


class Found(NamedTuple):
    """A notebook in the pile; read() gives its bytes. problem: why it cannot be read."""

    student: str  # as far as the layout says it
    name: str  # of the file, with its folders
    where: tuple = ()  # the file, and the entries of zips that lead to it
    problem: str = ""

    def read(self):
        return read_entry(*self.where)


class Submission(NamedTuple):
    """What a learner handed in for one exercise: a notebook, or a problem, or neither."""

    learner: Learner
    file: Found | None = None
    problem: str = ""


def collect(place, exercise, roster=None):
    """[Submission], ordered by the learner's id, one for each learner.

    exercise: the name of its notebook, such as "05_backpropagation"; roster: {id: Learner} or
    None, where the layout alone says who there is.
    """
    place = Path(place)
    if not place.exists():
        raise InputError(f"{place} does not exist.")
    files = {}
    for found in in_folder(place) if place.is_dir() else in_zip(place):
        files.setdefault(found.student, []).append(found)
    if not files:
        raise InputError(f"{place} holds no notebook (.ipynb), nor a zip of notebooks.")
    learners = {student: Learner(student) for student in files}
    if roster is not None:
        learners = matched(files, roster)
    made = {}
    for student, learner in learners.items():
        if learner.id in made:
            raise InputError(f"two submissions belong to {learner.id}: one is called {student!r}.")
        made[learner.id] = chosen(learner, files[student], exercise)
    if not any(submission.file or submission.problem for submission in made.values()):
        raise InputError(f"{place} holds only notebooks of other exercises than {exercise}.")
    for learner in (roster or {}).values():
        made.setdefault(learner.id, Submission(learner))
    return [made[key] for key in sorted(made)]


def chosen(learner, files, exercise):
    """The Submission of a learner with these files: the notebook of the exercise among them.

    One that is named for another exercise of the course is no answer to this one.
    """
    stem = exercise.lower()
    others = [lesson.exercise.file for lesson in course.lessons() if lesson.exercise]
    others = [name.lower() for name in others if name.lower() != stem]
    files = [f for f in files if f.problem or not is_named(f, others)]
    called = [f for f in files if PurePosixPath(f.name).stem.lower() == stem]
    like = [f for f in files if is_named(f, [stem])]
    number = [f for f in files if stem[:2] in re.findall(r"(?<!\d)\d\d(?!\d)", f.name)]
    for some in (called, like, number, files):
        if len(some) == 1:
            return Submission(learner, some[0], some[0].problem)
        if some:
            names = ", ".join(sorted(f.name for f in some)[:5])
            return Submission(learner, None, f"which one? {len(some)} notebooks: {names}")
    return Submission(learner)


def is_named(found, names):
    """Is the file called like one of these: "05_backpropagation", "05_backpropagation (1)"?"""
    return any(name in PurePosixPath(found.name).stem.lower() for name in names)


# ---- folders ------------------------------------------------------------------------------------


def in_folder(place):
    """Yields the Found of a folder, zips in it included; links are problems, not files."""
    for path in sorted(place.rglob("*")):
        name = writable(path.relative_to(place).as_posix())
        if SKIPPED & set(name.split("/")) or path.suffix.lower() not in (".ipynb", ".zip"):
            continue
        if any(part.is_symlink() for part in [path, *path.parents][: name.count("/") + 1]):
            yield Found(student_of(name), name, problem="a link, not a file: not followed")
        elif path.is_file() and path.suffix.lower() == ".zip":
            yield from in_zip(path, name)
        elif path.is_file():
            yield Found(student_of(name), name, (path,))
        elif path.suffix.lower() == ".ipynb":
            yield Found(student_of(name), name, problem="not a file")


def student_of(name):
    """Whose file it is: the folder of the top, or the file's name."""
    first, *others = PurePosixPath(name).parts
    if not others:
        first = PurePosixPath(first).stem
    if moodle := MOODLE.match(first):
        return moodle["name"]
    if canvas := CANVAS.match(first):
        return canvas["name"]
    return first


# ---- zips ---------------------------------------------------------------------------------------


def in_zip(path, inside=""):
    """Yields the Found of a zip; a zip that lies in a pile belongs to the learner it is named for.

    The zip of a whole class is the pile itself; folders in it are learners.
    """
    try:
        yield from in_archive(path.read_bytes(), (path,), inside, 0)
    except (zipfile.BadZipFile, OSError) as error:
        if not inside:
            raise InputError(f"{path} cannot be read as a zip: {error}") from None
        yield Found(student_of(inside), inside, problem="a damaged zip")


def in_archive(data, where, inside, depth):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        items = archive.infolist()
        if len(items) > MOST_FILES:
            raise zipfile.BadZipFile(f"{len(items)} entries")
        top = "" if inside else common_folder(items)
        for item in items:
            name = item.filename.removeprefix(top)
            suffix = PurePosixPath(name).suffix.lower()
            if item.is_dir() or suffix not in (".ipynb", ".zip") or SKIPPED & set(name.split("/")):
                continue
            full = f"{inside.removesuffix('.zip')}/{name}" if inside else name
            yield from in_entry(archive, item, (*where, item.filename), full, depth)


def common_folder(items):
    """'pile/' if everything in the zip of a class lies in one folder that holds folders or many."""
    files = [item.filename for item in items if not item.is_dir()]
    files = [name for name in files if not SKIPPED & set(name.split("/"))]
    tops = {name.split("/")[0] for name in files}
    deep = all("/" in name for name in files)
    return f"{tops.pop()}/" if len(tops) == 1 and deep and len(files) > 1 else ""


def in_entry(archive, item, where, full, depth):
    student, problem = student_of(full), entry_problem(item)
    if problem:
        yield Found(student, full, problem=problem)
    elif full.lower().endswith(".ipynb"):
        yield Found(student, full, where)
    elif depth + 1 < DEEPEST:
        try:
            yield from in_archive(archive.read(item), where, full, depth + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
            yield Found(student, full, problem="a damaged zip")
    else:
        yield Found(student, full, problem="a zip in a zip in a zip")


def entry_problem(item):
    """Why an entry of a zip is not to be read; '' if nothing speaks against it."""
    path = PurePosixPath(item.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "a path that leads out of the zip"
    if stat.S_ISLNK(item.external_attr >> 16):
        return "a link, not a file: not followed"
    if item.file_size > LARGEST:
        return f"{item.file_size >> 20} MB: too large"
    if item.flag_bits & 1:
        return "locked with a password"
    return ""


def read_entry(path, *entries):
    """The bytes of a file, or of the entry in a zip in it; OSError if they cannot be had."""
    if path.stat().st_size > LARGEST and not entries:
        raise OSError(f"{path.stat().st_size >> 20} MB: too large")
    data = path.read_bytes()
    for entry in entries:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(entry) as file:
                data = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, KeyError) as e:
            raise OSError(f"the zip is damaged ({e})") from None
        if len(data) > LARGEST:
            raise OSError("too large")
    return data


# ---- the roster ---------------------------------------------------------------------------------


def read_roster(path):
    """{id: Learner} from a CSV with the column id, and last_name, first_name, email if known.

    It may be separated by commas, by semicolons or by tabs, and have the names that Moodle gives.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path} cannot be read: save it as CSV UTF-8.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    lines = csv.DictReader(io.StringIO(text), skipinitialspace=True, delimiter=delimiter)
    columns = [name.strip().lower().replace(" ", "_") for name in lines.fieldnames or []]
    columns = [n if ALSO_CALLED.get(n, n) in columns else ALSO_CALLED[n] for n in columns]
    if "id" not in columns:
        raise InputError(f"{path} has no column called id; it has: {', '.join(columns) or 'none'}.")
    lines.fieldnames = columns
    roster = {}
    for line in lines:
        row = {name: (line.get(name) or "").strip() for name in columns if name}
        if not row["id"]:
            raise InputError(f"{path}, line {lines.line_num}: the id is missing.")
        if row["id"] in roster:
            raise InputError(f"{path}, line {lines.line_num}: {row['id']} is in it twice.")
        others = (row.get(field, "") for field in Learner._fields[1:])
        roster[row["id"]] = Learner(row["id"], *others)
    if not roster:
        raise InputError(f"{path} names nobody.")
    return roster


def matched(students, roster):
    """{student: Learner} for the names in a pile; InputError if one is unknown or means two."""
    known = {}
    for learner in roster.values():
        for name in names_of(learner):
            known.setdefault(name, set()).add(learner)
    found, unknown = {}, []
    for student in students:
        meant = known.get(plain_name(student), set())
        if len(meant) == 1:
            [found[student]] = meant
        else:
            unknown.append(f"{student}{' (more than one)' if meant else ''}")
    if unknown:
        names = ", ".join(sorted(unknown)[:10])
        raise InputError(f"{len(unknown)} of the submissions are not in the roster: {names}.")
    return found


def names_of(learner):
    """The ways in which a file may be named for a learner."""
    first, last = learner.first_name, learner.last_name
    names = {learner.id, learner.email, learner.email.partition("@")[0]}
    names |= {first + last, last + first} if first and last else set()
    return {plain_name(name) for name in names} - {""}


def plain_name(name):
    return "".join(letter for letter in name.casefold() if letter.isalnum() or letter in "@.")
