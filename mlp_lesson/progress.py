"""What this learner has predicted, answered and passed: one SQLite file on this machine.

    from mlp_lesson.progress import progress
    progress()                        the map, calibration, what is due again, what was gained
    progress.export("progress.json")  everything that is stored, as JSON
    progress.reset(confirm=True)      start afresh; a backup is kept
    progress.restore()                bring back what the last reset put away

The file lies in the user's data folder (MLP_LESSON_HOME names another one); nothing leaves the
machine. A lesson never stops because of it: what cannot be stored waits in memory for the next
chance, a damaged file is set aside, and the learner sees one quiet note.
"""

import json
import os
import re
import sqlite3
import threading
from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from mlp_lesson import course
from mlp_lesson.display import in_notebook
from mlp_lesson.overview import Row, Summary, as_html, as_text, link

SPACING = (1, 3, 7, 21)  # days until a question comes due again, step by step
PATIENCE = 5  # seconds to wait while another kernel writes
CONFIDENCES = ("sure", "fairly sure", "guessing")

TABLES = {
    "guesses": "at, lesson, question, guess, confidence, right",  # right: null until the reveal
    "answers": "at, lesson, question, answer, right",  # question: its id; once it was its words
    "checks": "at, lesson, name, passed, points, max_points, mistakes",  # ids, with spaces between
    "ideas": "at, lesson, side, idea, answer, right",  # side: before or after; idea: its id
}
VERSION = 3  # 1: no mistakes in checks; 2: no ideas


def _select(db, table):
    """The query for all of a table; what a file of an earlier version lacks is empty."""
    there = {row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()}
    columns = (c if c in there else f"'' AS {c}" for c in TABLES[table].split(", "))
    rows = table if there else "(SELECT 0 AS rowid WHERE 0)"
    return f"SELECT {', '.join(columns)} FROM {rows}"


def next_due(history):
    """The date on which a question comes due again; None once it has gone through SPACING.

    history  (date, right) of every answer, oldest first
    A right answer on the due date or later moves one step on, a wrong one goes back to the first;
    a right answer before the date changes nothing: only remembering after a while counts.
    """
    step, due = -1, date.min
    for day, right in history:
        if not right:
            step = 0
        elif due is not None and day >= due:
            step += 1
        else:
            continue
        due = day + timedelta(days=SPACING[step]) if step < len(SPACING) else None
    return due


def current_lesson():
    """The number that the open notebook's name starts with, such as "05"; "" if unknown."""
    name = Path(os.environ.get("JPY_SESSION_NAME", "")).name  # set by Jupyter Server
    match = re.match(r"\d\d[a-z]?(?=_)", name)
    return match[0] if match else ""


class Progress:
    """The learner's records. folder and clock can be given for tests."""

    def __init__(self, folder=None, clock=lambda: datetime.now().astimezone()):
        self._folder, self._clock = folder, clock
        self._waiting = []  # records that could not be stored yet
        self._lock = threading.Lock()  # widget callbacks may come from another thread
        self._notes, self._told = {}, False  # what went wrong, and whether the learner knows

    @property
    def path(self):
        """The file that holds the records."""
        folder = self._folder or os.environ.get("MLP_LESSON_HOME")
        if not folder:
            from platformdirs import user_data_dir

            folder = user_data_dir("mlp_lesson", appauthor=False)
        return Path(folder) / "progress.sqlite"

    # ---- what lessons record: True if it is stored, False if it waits in memory ----

    def record_guess(self, question, guess, confidence):
        """Store a guess made before the answer was seen; confidence is one of CONFIDENCES."""
        return self._add("guesses", str(question), str(guess), confidence, None)

    def settle_guess(self, question, right):
        """Note whether the guesses at this question were right; done when the answer is shown."""
        sql = "UPDATE guesses SET right = ? WHERE question = ? AND right IS NULL"
        return self._store(sql, (bool(right), question))

    def record_answer(self, question, answer, right, *, lesson=None):
        """Store the answer to the question of this id; lesson is given, or the notebook's."""
        return self._add("answers", str(question), str(answer), bool(right), lesson=lesson)

    def record_check(self, name, passed, points, max_points, *, mistakes=(), lesson=None):
        """Store one run of a check, with the ids of the mistakes that were recognised.

        lesson is its exercise's number ("05"), else the notebook's.
        """
        values = (str(name), bool(passed), float(points), float(max_points), " ".join(mistakes))
        return self._add("checks", *values, lesson=lesson)

    def record_idea(self, side, idea, answer, right):
        """Store the answer to the question on the idea of this id; side is before or after."""
        return self._add("ideas", side, idea, str(answer), bool(right))

    # ---- what lessons ask ----

    def last_guess(self, question):
        """(guess, confidence) as last stored, or None."""
        sql = "SELECT guess, confidence FROM guesses WHERE question = ? ORDER BY rowid DESC LIMIT 1"
        return next(iter(self._rows(sql, question)), None)

    def outcomes(self, name):
        """Whether each check of this task was right, the latest first."""
        sql = "SELECT passed FROM checks WHERE name = ? ORDER BY rowid DESC"
        return [bool(passed) for (passed,) in self._rows(sql, name)]

    def mistakes(self, name):
        """The ids of the mistakes recognised in this task, the latest first, each once."""

        def find(db):
            query = f"{_select(db, 'checks')} WHERE name = ? ORDER BY rowid DESC"
            return [ids for *_, ids in db.execute(query, (name,))]

        return list(dict.fromkeys(id for ids in self._read(find) or [] for id in ids.split()))

    def passed(self):
        """The names of the tasks that were right once, in that order."""
        sql = "SELECT name FROM checks WHERE passed GROUP BY name ORDER BY min(rowid)"
        return [name for (name,) in self._rows(sql)]

    def today(self):
        """The learner's date."""
        return self._clock().date()

    def schedule(self):
        """{id: the date on which it is due again, None if never} of all questions answered."""
        sql = "SELECT id_of(question), at, right FROM answers ORDER BY rowid"

        def find(db):
            histories = {}
            for id, at, right in db.execute(sql):
                answer = datetime.fromisoformat(at).date(), bool(right)
                histories.setdefault(id, []).append(answer)
            return {id: next_due(h) if _comes_again(id, h) else None for id, h in histories.items()}

        return self._read(find) or {}

    def due(self):
        """The ids of the questions that are due again today."""
        dates, today = self.schedule(), self.today()
        return [id for id, day in dates.items() if day is not None and day <= today]

    def calibration(self):
        """{confidence: (right, all)} over the first guess at each question whose answer is seen."""
        sql = """SELECT confidence, right FROM guesses WHERE right IS NOT NULL
                 AND rowid IN (SELECT min(rowid) FROM guesses GROUP BY question)"""
        counts = Counter(self._rows(sql))
        pairs = {c: (counts[c, 1], counts[c, 0] + counts[c, 1]) for c in CONFIDENCES}
        return {confidence: pair for confidence, pair in pairs.items() if pair[1]}

    def ideas(self):
        """{"before" or "after": {id of the idea: (answer, right)}}; the first answer counts."""

        def find(db):
            return db.execute(f"{_select(db, 'ideas')} ORDER BY rowid").fetchall()

        found = {}
        for _, _, side, idea, answer, right in self._read(find) or []:
            found.setdefault(side, {}).setdefault(idea, (answer, bool(right)))
        return found

    def summary(self):
        """Everything that progress() shows, as a Summary."""
        first = "SELECT lesson, sum(right), count(right) FROM {0} WHERE rowid IN "
        first += "(SELECT min(rowid) FROM {0} GROUP BY id_of(question)) GROUP BY lesson"
        guesses, answers = (
            {lesson: (right, n) for lesson, right, n in self._rows(first.format(table)) if n}
            for table in ("guesses", "answers")
        )
        best = "SELECT lesson, max(points) FROM checks GROUP BY lesson, name"
        points = Counter()
        for lesson, most in self._rows(best):
            points[lesson] += most
        nothing = (0, 0)
        rows = [
            Row(
                lesson.name,
                guesses.get(lesson.number, nothing),
                answers.get(lesson.number, nothing),
                (points[lesson.exercise.number] if lesson.exercise else 0, lesson.points),
                link("notebooks", lesson),
                link("exercises", lesson.exercise),
            )
            for lesson in course.lessons()
        ]
        elsewhere = guesses.get("", nothing), answers.get("", nothing), (points[""], 0)
        if any(sum(elsewhere, ())):
            rows.append(Row("elsewhere", *elsewhere))
        ideas = self.ideas()
        return Summary(rows, self.calibration(), self.due(), ideas, list(self._notes.values()))

    def __call__(self):
        """Show the map: what is done, how sure the guesses were, what is due, what was gained."""
        summary = self.summary()
        if not in_notebook():
            print(as_text(summary))
            return
        from IPython.display import display

        display({"text/html": as_html(summary), "text/plain": as_text(summary)}, raw=True)

    # ---- taking it along, starting afresh ----

    def export(self, path="mlp_lesson_progress.json"):
        """Write everything that is stored to a JSON file; the file's path, or None if it failed."""

        def everything(db):
            db.execute("BEGIN")  # one view of all tables
            db.row_factory = sqlite3.Row
            return {
                table: [dict(row) for row in db.execute(_select(db, table))] for table in TABLES
            }

        content = self._read(everything)
        if content is None:
            print("Nothing was exported: nothing is stored, or it cannot be read.")
            return None
        path = Path(path)
        partial = path.with_name(path.name + ".part")
        try:
            text = json.dumps({"exported": self._now()} | content, indent=1, ensure_ascii=False)
            partial.write_text(text, "utf-8")
            os.replace(partial, path)  # the whole file or none
        except OSError as error:
            print(f"Nothing was exported: {error}.")
            return None
        return path

    def reset(self, *, confirm=False):
        """Forget everything; the backup file's path. Without confirm=True nothing happens."""
        if not confirm:
            print("This forgets all guesses, answers and points. To do it: reset(confirm=True)")
            return None

        def copy_and_clear(db):
            backup = self._beside("backup")
            db.execute("BEGIN IMMEDIATE")  # nothing is added between copy and deletion
            self._create_tables(db)
            with closing(sqlite3.connect(backup)) as copy:
                copy.executescript("\n".join(db.iterdump()) + f"PRAGMA user_version = {VERSION};")
            for table in TABLES:
                db.execute(f"DELETE FROM {table}")
            db.execute("COMMIT")
            return backup

        backup = self._read(copy_and_clear)
        if backup is None:
            print("Nothing was reset: nothing is stored, or it cannot be changed.")
        else:
            print(f"All is forgotten. To bring it back: progress.restore(). It is kept in {backup}")
        return backup

    def restore(self, backup=None):
        """Bring back what a reset put away, the last one if none is named; True if it worked.

        What has been recorded since stays, behind what comes back; to restore twice adds nothing.
        """
        backups = sorted(self.path.parent.glob("progress-backup-*.sqlite"))  # the oldest first
        backup = backups[-1] if backup is None and backups else backup
        if backup is None or not Path(backup).exists():
            print(f"Nothing was restored: there is no backup in {backup or self.path.parent}.")
            return False

        try:
            with closing(sqlite3.connect(backup)) as old, closing(self._connect("rwc")) as db, db:
                db.execute("BEGIN IMMEDIATE")
                self._create_tables(db)
                for table, columns in TABLES.items():
                    before, since = (
                        file.execute(f"{_select(file, table)} ORDER BY rowid").fetchall()
                        for file in (old, db)
                    )
                    known = set(before)
                    rows = before + [row for row in since if row not in known]
                    marks = ", ".join("?" * len(columns.split(",")))
                    db.execute(f"DELETE FROM {table}")
                    db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        except sqlite3.Error as error:
            print(f"Nothing was restored, and nothing is lost: {error}.")
            return False
        print(f"Restored from {backup}.")
        return True

    # ---- the file ----

    def _add(self, table, *values, lesson=None):
        lesson = current_lesson() if lesson is None else lesson
        marks = ", ".join("?" * (2 + len(values)))
        sql = f"INSERT INTO {table} ({TABLES[table]}) VALUES ({marks})"
        return self._store(sql, (self._now(), lesson, *values))

    def _store(self, sql, values):
        """Run one statement, and those that still wait, in one transaction."""
        with self._lock:
            self._waiting.append((sql, values))
            stored = self._guarded(self._write_waiting)
            if stored:
                self._waiting.clear()
                self._notes.pop("waiting", None)
            return bool(stored)

    def _write_waiting(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect("rwc")) as db, db:
            db.execute("BEGIN IMMEDIATE")
            self._create_tables(db)
            for sql, values in self._waiting:
                db.execute(sql, values)
        return True

    def _create_tables(self, db):
        """Make the tables, or give those of an earlier version what they lack."""
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version >= VERSION:
            return
        for table, columns in TABLES.items():
            db.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
        if version == 1:
            db.execute("ALTER TABLE checks ADD COLUMN mistakes DEFAULT ''")
        db.execute(f"PRAGMA user_version = {VERSION}")

    def _rows(self, sql, *values):
        return self._read(lambda db: db.execute(sql, values).fetchall()) or []

    def _read(self, query):
        """query(connection); None if there is no file yet or it cannot be read."""

        def read():
            if not self.path.exists():
                return None
            with closing(self._connect("rw")) as db:
                if db.execute("PRAGMA user_version").fetchone()[0] == 0:
                    return None  # another kernel is about to create the tables
                return query(db)

        return self._guarded(read)

    def _connect(self, mode):
        """A connection of its own for every access, so that no kernel holds the file.

        The rollback journal with full synchronisation survives a killed kernel and a power cut,
        and unlike WAL it needs no shared memory, which home folders on a network lack.
        """
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        db = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        db.create_function("id_of", 1, course.id_of)
        return db

    def _guarded(self, access):
        """access(), once more after a damaged file was set aside; None and a note if it fails."""
        seen = None
        for _ in range(2):
            try:
                seen = _identity(self.path)
                return access()
            except Exception as error:  # whatever happens to the disk, the lesson goes on
                trouble = error
            try:
                if not self._set_aside(trouble, seen):
                    break
            except OSError as error:
                trouble = error
                break
        text = f"Your progress cannot be stored now ({trouble}); the lesson works without it."
        self._tell("waiting", text)
        return None

    def _set_aside(self, error, seen):
        """Rename a damaged file; True if it was damaged, so that trying again makes sense."""
        damaged = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in damaged:
            return False
        if _identity(self.path) == seen:  # else another kernel has just done it
            aside = self._beside("damaged")
            journal = Path(f"{self.path}-journal")
            if journal.exists():  # first: it must never be replayed into the new file
                os.rename(journal, f"{aside}-journal")
            os.rename(self.path, aside)
            text = f"The progress file was damaged; it is kept as {aside}, and a new one begins."
            self._tell("damaged", text)
        return True

    def _beside(self, what):
        stamp = f"{self._clock():%Y%m%d-%H%M%S-%f}-{os.getpid()}"
        return self.path.with_name(f"progress-{what}-{stamp}.sqlite")

    def _now(self):
        return self._clock().isoformat(timespec="seconds")

    def _tell(self, kind, text):
        if not self._told:  # one quiet note is enough; progress() repeats it
            print(text)
        self._told = True
        self._notes[kind] = text


def _comes_again(id, history):
    """Does it recall an earlier lesson; or, if it is made of a task, was it answered wrong once?"""
    if ":" not in id:
        return id in course.questions() and bool(course.questions()[id].recalls)
    try:
        return not all(right for _, right in history) and bool(course.question(id))
    except ValueError:  # it was made of a mistake that the course no longer has
        return False


def _identity(path):
    """What tells this file from another of the same name; None if there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


progress = Progress()
