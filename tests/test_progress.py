"""The learner's records: what comes due when, and what survives kernels, disks and accidents."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from mlp_lesson import course
from mlp_lesson import progress as module
from mlp_lesson.overview import as_html, as_text
from mlp_lesson.progress import Progress, current_lesson, next_due

AGAIN = "02-mistake-bound"  # a question that comes due again: it recalls lesson 01


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self):
        self.now = datetime(2030, 3, 1, 20, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def forward(self, days):
        self.now += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    return Progress(tmp_path / "home", clock)


def count(store, table="checks"):
    return sqlite3.connect(store.path).execute(f"SELECT count(*) FROM {table}").fetchone()[0]


# ---- spacing ----


def day(n):
    return date(2030, 3, 1) + timedelta(days=n)


@pytest.mark.parametrize(
    ("history", "due"),
    [
        ([], date.min),
        ([(0, True)], day(1)),
        ([(0, False)], day(1)),
        ([(0, True), (1, True)], day(4)),  # 1 + 3
        ([(0, True), (1, True), (4, True)], day(11)),  # 4 + 7
        ([(0, True), (1, True), (4, True), (11, True)], day(32)),  # 11 + 21
        ([(0, True), (1, True), (4, True), (11, True), (32, True)], None),  # learnt
        ([(0, True), (1, True), (4, True), (11, True), (32, True), (90, False)], day(91)),
        ([(0, True), (0, True), (0, True)], day(1)),  # the same evening counts once
        ([(0, True), (9, True)], day(12)),  # late is fine: 9 + 3
        ([(0, True), (1, True), (4, False)], day(5)),  # forgotten: from the start
        ([(0, True), (1, True), (2, False)], day(3)),
    ],
)
def test_a_question_comes_due_after_1_3_7_and_21_days(history, due):
    assert next_due([(day(n), right) for n, right in history]) == due


def test_a_due_question_is_asked_until_it_is_answered(store, clock):
    store.record_answer(AGAIN, "(R/γ)²", True)
    store.record_answer("02-shape-of-w", "(5, 3)", True)  # recalls nothing
    store.record_answer("02-no-longer-asked", "yes", True)
    assert store.due() == []
    clock.forward(days=1)
    assert store.due() == [AGAIN]
    store.record_answer(AGAIN, "(R/γ)²", True)
    assert store.due() == []
    clock.forward(days=2)
    assert store.due() == []
    clock.forward(days=1)
    assert store.due() == [AGAIN]


def test_records_of_the_days_when_questions_had_no_ids_are_still_understood(store, clock):
    store.path.parent.mkdir()
    old = sqlite3.connect(store.path, isolation_level=None)
    for table, columns in module.TABLES.items():
        columns = columns.removesuffix(", mistakes") + ", item" * (table == "answers")
        old.execute(f"CREATE TABLE {table} ({columns})")
    old.execute("PRAGMA user_version = 1")
    words = course.question(AGAIN).question
    for text, item in [(words, json.dumps({"question": words})), ("XOR?", '{"question": "XOR?"}')]:
        row = ("2030-03-01T20:00:00+00:00", "02", text, "a", 1, item)
        old.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)
    clock.forward(days=1)
    assert store.due() == [AGAIN]
    assert store.record_answer(AGAIN, "(R/γ)²", True)
    assert store.due() == []
    answers = {row.lesson[:2]: row.answers for row in store.summary().rows}
    assert answers["02"] == (2, 2)  # one of them was asked twice, once by its words, once by its id


def test_checks_of_the_days_before_mistakes_had_ids_stay_and_new_ones_are_kept(store, tmp_path):
    store.path.parent.mkdir(exist_ok=True)
    old = sqlite3.connect(store.path, isolation_level=None)
    for table, columns in module.TABLES.items():
        old.execute(f"CREATE TABLE {table} ({columns.removesuffix(', mistakes')})")
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO checks VALUES ('2030-03-01T20:00:00+00:00', '05', 'a', 0, 1, 3)")
    before = json.loads(store.export(tmp_path / "before.json").read_text())["checks"]
    assert [check["mistakes"] for check in before] == [""]
    store.record_check("backward", False, 0, 4, mistakes=("bias-mean", "sign"), lesson="05")
    after = json.loads(store.export(tmp_path / "after.json").read_text())["checks"]
    assert [check["mistakes"] for check in after] == ["", "bias-mean sign"]
    assert after[1]["at"].startswith("2030-03-01")


def test_a_question_answered_late_in_the_evening_is_due_the_next_morning(store, clock):
    store.record_answer(AGAIN, "(R/γ)²", True)
    clock.forward(days=0.5)
    assert len(store.due()) == 1


# ---- what is shown ----


def test_calibration_counts_the_first_guess_at_each_question_once_its_answer_is_seen(store):
    for question, confidence, right in [
        ("a", "sure", True),
        ("b", "sure", False),
        ("c", "guessing", True),
    ]:
        store.record_guess(question, 1, confidence)
        store.settle_guess(question, right)
    store.record_guess("b", 2, "sure")  # after the answer was seen: no prediction any more
    store.settle_guess("b", True)
    store.record_guess("d", 1, "fairly sure")  # not revealed yet
    assert store.calibration() == {"sure": (1, 2), "guessing": (1, 1)}


def test_the_map_shows_the_best_points_of_every_task_and_first_answers(store, monkeypatch):
    store.record_check("layer_backward", False, 1, 3, lesson="05")
    store.record_check("layer_backward", True, 3, 3, lesson="05")
    store.record_check("layer_backward", False, 0, 3, lesson="05")
    store.record_check("output_delta", True, 2, 2, lesson="05")
    monkeypatch.setenv("JPY_SESSION_NAME", "/home/ada/notebooks/02_xor_and_hidden_layers.ipynb")
    store.record_answer("XOR?", "a line", False)
    store.record_answer("XOR?", "no line", True)
    rows = {row.lesson: row for row in store.summary().rows}
    assert rows["05 Backpropagation"].points == (5, 19)
    assert rows["02 XOR, and why layers help"].answers == (0, 1)
    assert "elsewhere" not in rows


def test_records_of_an_unknown_notebook_are_shown_too(store, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "Untitled.ipynb")
    store.record_answer("XOR?", "no line", True)
    assert store.summary().rows[-1].lesson == "elsewhere"
    assert store.summary().rows[-1].answers == (1, 1)


@pytest.mark.parametrize(
    ("path", "lesson"),
    [
        ("/a/05_backpropagation.ipynb", "05"),
        ("exercises/13_bug_hunt.ipynb", "13"),
        ("06b_faster_descent.ipynb", "06b"),
        ("2030.ipynb", ""),
        ("", ""),
    ],
)
def test_the_lesson_is_the_number_of_the_notebook(path, lesson, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", path)
    assert current_lesson() == lesson


def test_an_empty_store_shows_the_whole_course_and_creates_no_file(store, capsys):
    store()
    shown = capsys.readouterr().out
    assert all(lesson.name in shown for lesson in course.lessons())
    assert "No guesses yet" in shown and "Due again today: nothing." in shown
    assert not store.path.parent.exists()


def test_the_html_and_the_text_say_the_same_and_questions_are_escaped(store, clock):
    store.record_guess("a", 1, "sure")
    store.settle_guess("a", True)
    store.record_answer("07-sigmoid-slope", "1, at z = 0", False)
    clock.forward(days=2)
    summary = store.summary()
    assert "Right when you said sure: 1 of 1." in as_text(summary)
    assert "Right when you said sure: 1 of 1." in as_html(summary)
    assert "Due again today: 1." in as_text(summary) and "that σ'(z) is at" in as_text(summary)
    assert "that σ&#x27;(z) is at" in as_html(summary)


def test_the_rows_of_the_map_lead_to_the_notebooks_that_are_there(store, monkeypatch, tmp_path):
    for name in ("notebooks/02_xor_and_hidden_layers", "exercises/02_xor"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).with_suffix(".ipynb").touch()
    for folder in ("notebooks", "exercises"):
        monkeypatch.chdir(tmp_path / folder)
        page = as_html(store.summary())
        assert re.findall('href="(.*?)">(.*?)<', page) == [
            ("../notebooks/02_xor_and_hidden_layers.ipynb", "02 XOR, and why layers help"),
            ("../exercises/02_xor.ipynb", "exercise 02"),
        ]
        assert "01 One neuron, and how it learns</th>" in page


def test_the_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("MLP_LESSON_HOME", str(tmp_path))
    assert Progress().path == tmp_path / "progress.sqlite"
    monkeypatch.delenv("MLP_LESSON_HOME")
    assert "mlp_lesson" in str(Progress().path)


# ---- several kernels, killed kernels ----

WRITER = """
import sys
from mlp_lesson import progress
progress.PATIENCE = 120  # on a busy machine one may keep the other waiting for long
store = progress.Progress(sys.argv[1])
for i in range(int(sys.argv[3])):
    assert store.record_check(f"{sys.argv[2]} {i}", True, 1, 1), store._notes
    print(i, flush=True)
"""


def writer(store, name, n):
    command = [sys.executable, "-c", WRITER, str(store.path.parent), name, str(n)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_kernels_that_write_1000_records_at_once_lose_none(store):
    kernels = [writer(store, name, 500) for name in ("one", "two")]
    assert all(kernel.communicate()[1] is None and kernel.returncode == 0 for kernel in kernels)
    rows = sqlite3.connect(store.path).execute("SELECT name FROM checks").fetchall()
    assert sorted(rows) == sorted((f"{k} {i}",) for k in ("one", "two") for i in range(500))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_kernel_killed_while_writing_loses_nothing_that_was_stored(store):
    for round_number, after in enumerate([1, 7, 20, 40, 60]):
        kernel = writer(store, f"round {round_number}", 100_000)
        stored = [kernel.stdout.readline() for _ in range(after)]
        os.kill(kernel.pid, signal.SIGKILL)
        stored += kernel.stdout.readlines()
        kernel.wait()
        complete = [line for line in stored if line.endswith("\n")]
        rows = Progress(store.path.parent)._rows(
            "SELECT name FROM checks WHERE name LIKE ?", f"round {round_number} %"
        )
        assert len(complete) <= len(rows) <= len(complete) + 1
    assert sqlite3.connect(store.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert store.record_check("afterwards", True, 1, 1)


def test_records_wait_while_another_kernel_holds_the_file(store, monkeypatch, capsys):
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    store.record_check("a", True, 1, 1)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert not store.record_check("b", True, 1, 1)
    other.execute("ROLLBACK")
    assert store.record_check("c", True, 1, 1)
    assert count(store) == 3
    assert capsys.readouterr().out.count("\n") == 1


# ---- disks ----


def test_a_folder_that_cannot_be_written_stops_nothing_and_is_mentioned_once(tmp_path, capsys):
    (tmp_path / "file").write_text("not a folder")
    store = Progress(tmp_path / "file" / "home")
    assert not store.record_guess("a", 1, "sure")
    assert not store.settle_guess("a", True)
    assert not store.record_answer("a", "b", True)
    assert not store.record_check("a", True, 1, 1)
    assert (store.last_guess("a"), store.due(), store.calibration()) == (None, [], {})
    assert store.export(tmp_path / "out.json") is None and store.reset(confirm=True) is None
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 and "cannot be stored" in lines[0]  # the others: export, reset
    assert "cannot be stored" in as_text(store.summary())


def test_what_waited_is_stored_in_order_once_the_folder_can_be_written(tmp_path):
    home = tmp_path / "home"
    home.write_text("in the way")
    store = Progress(home)
    store.record_guess("a", 4, "sure")
    store.settle_guess("a", True)
    home.unlink()
    assert store.record_check("c", True, 1, 1)
    assert store.calibration() == {"sure": (1, 1)} and count(store) == 1
    assert store.summary().notes == []
    store.record_check("d", True, 1, 1)
    assert count(store) == 2  # nothing is stored twice


@pytest.fixture
def small_disk(monkeypatch):
    """A function that limits how many pages the file may have; None lifts the limit."""
    connect, limit = Progress._connect, [None]

    def limited(self, mode):
        db = connect(self, mode)
        if limit[0]:
            db.execute(f"PRAGMA max_page_count = {limit[0]}")
        return db

    monkeypatch.setattr(Progress, "_connect", limited)
    return lambda pages: limit.__setitem__(0, pages)


def test_a_full_disk_loses_nothing_and_stops_nothing(store, small_disk, capsys):
    small_disk(5)
    stored = [store.record_check(f"{i} {'x' * 500}", True, 1, 1) for i in range(30)]
    kept = sum(stored)
    assert 0 < kept < 30 and not any(stored[kept:])
    assert count(store) == kept
    assert "full" in capsys.readouterr().out
    small_disk(None)
    assert store.record_check("again", True, 1, 1)
    assert count(store) == 31


def test_what_waits_is_stored_together_or_not_at_all(store, small_disk):
    store.path.parent.write_text("in the way")
    store.record_check("small", True, 1, 1)
    store.record_check("large " + "x" * 50_000, True, 1, 1)
    store.path.parent.unlink()
    small_disk(8)
    assert not store.record_check("small", True, 1, 1)
    assert store._rows("SELECT * FROM checks") == []
    small_disk(None)
    assert store.record_check("small", True, 1, 1) and count(store) == 4


def test_a_file_that_may_only_be_read_is_still_read(store, monkeypatch):
    store.record_guess("a", 4, "sure")
    connect = Progress._connect
    monkeypatch.setattr(Progress, "_connect", lambda self, mode: connect(self, "ro"))
    assert not store.record_guess("b", 4, "sure")
    assert store.last_guess("a") == ("4", "sure")


def test_no_home_folder_at_all_stops_nothing(monkeypatch, capsys):
    def nowhere(*args, **kwargs):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("MLP_LESSON_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", nowhere)
    store = Progress()
    assert not store.record_check("a", True, 1, 1)
    store()
    assert "home directory" in capsys.readouterr().out


# ---- damage ----

DAMAGED = sqlite3.DatabaseError("file is not a database")
DAMAGED.sqlite_errorcode = sqlite3.SQLITE_NOTADB


def test_a_damaged_file_is_set_aside_whole_and_the_record_is_stored_anew(store, capsys):
    store.record_check("a", True, 1, 1)
    damage = b"SQLite format 3\0" + os.urandom(5000)
    store.path.write_bytes(damage)
    assert store.record_check("b", True, 1, 1)
    assert store._rows("SELECT name FROM checks") == [("b",)]
    (aside,) = store.path.parent.glob("progress-damaged-*.sqlite")
    assert aside.read_bytes() == damage
    assert str(aside) in capsys.readouterr().out
    assert str(aside) in as_text(store.summary())


def test_a_journal_of_the_damaged_file_goes_with_it(store):
    store.record_check("a", True, 1, 1)
    store.path.with_name("progress.sqlite-journal").write_bytes(b"journal")
    assert store._set_aside(DAMAGED, seen=module._identity(store.path))
    names = sorted(path.name.split("-")[-1] for path in store.path.parent.iterdir())
    assert names == [f"{os.getpid()}.sqlite", "journal"]
    assert not list(store.path.parent.glob("progress.sqlite*"))


def test_damage_that_only_reading_meets_is_set_aside_too(store):
    for i in range(50):
        store.record_answer(f"{i} {'x' * 1000}", "a", True)
    content = bytearray(store.path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    store.path.write_bytes(content)
    assert store.due() == []
    (aside,) = store.path.parent.glob("progress-damaged-*.sqlite")
    assert aside.read_bytes() == bytes(content)


def test_a_new_file_is_not_set_aside_in_place_of_the_damaged_one(store):
    store.record_check("a", True, 1, 1)
    assert store._set_aside(DAMAGED, seen=(0, 0))  # another kernel was faster
    assert count(store) == 1


def test_a_record_that_makes_no_sense_stops_nothing(store):
    store.record_answer(AGAIN, "b", True)
    sqlite3.connect(store.path, isolation_level=None).execute("UPDATE answers SET at = 'noon'")
    assert store.due() == []


# ---- taking it along, starting afresh ----


def test_export_writes_everything_as_json(store, tmp_path):
    store.record_guess("a", 4, "sure")
    store.record_answer("é?", "b", True)
    path = store.export(tmp_path / "out.json")
    content = json.loads(path.read_text("utf-8"))
    assert content["guesses"] == [
        {"at": "2030-03-01T20:00:00+00:00", "lesson": "", "question": "a", "guess": "4",
         "confidence": "sure", "right": None}
    ]  # fmt: skip
    assert content["answers"][0]["question"] == "é?" and content["checks"] == []
    assert store.export(tmp_path / "missing" / "out.json") is None


def test_reset_asks_first_then_forgets_and_keeps_a_backup(store, capsys):
    assert store.reset() is None
    assert "confirm=True" in capsys.readouterr().out
    store.record_check("a", True, 1, 1)
    store.reset()
    assert count(store) == 1
    backup = store.reset(confirm=True)
    assert count(store) == 0
    said = capsys.readouterr().out
    assert "progress.restore()" in said and str(backup) in said
    assert backup.exists() and store.record_check("b", True, 1, 1)


def names_of(store):
    return [name for (name,) in store._rows("SELECT name FROM checks ORDER BY rowid")]


def test_restore_brings_back_the_last_reset_before_what_came_since_and_only_once(store):
    store.record_check("a", True, 1, 1)
    store.record_guess("q", 1, "sure")
    store.reset(confirm=True)
    store.record_check("b", True, 1, 1)
    assert store.restore() and names_of(store) == ["a", "b"]
    assert store.restore() and names_of(store) == ["a", "b"]
    assert store.last_guess("q") == ("1", "sure")


def test_restore_takes_the_newest_backup_or_the_one_that_is_named(store, clock):
    store.record_check("a", True, 1, 1)
    first = store.reset(confirm=True)
    clock.forward(days=1)
    store.record_check("b", True, 1, 1)
    store.reset(confirm=True)
    store.path.unlink()  # even if the file itself is gone
    assert store.restore() and names_of(store) == ["b"]
    assert store.restore(first) and names_of(store) == ["a", "b"]


def test_restore_without_a_backup_or_from_a_damaged_one_changes_nothing(store, capsys):
    assert not store.restore()
    assert "no backup" in capsys.readouterr().out and not store.path.exists()
    store.record_check("a", True, 1, 1)
    damaged = store.path.with_name("progress-backup-1.sqlite")
    damaged.write_bytes(b"not a database" * 100)
    assert not store.restore(damaged) and names_of(store) == ["a"]
    assert "Nothing was restored" in capsys.readouterr().out


def test_nothing_is_forgotten_if_the_backup_fails(store, monkeypatch):
    store.record_check("a", True, 1, 1)
    monkeypatch.setattr(store, "_beside", lambda what: store.path.parent / "no" / "such" / "folder")
    assert store.reset(confirm=True) is None
    assert count(store) == 1
