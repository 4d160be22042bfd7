"""The learner's copies: an update over half-done work, and everything that interrupts it."""

import errno
import os
import re
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import nbformat
import pytest

from mlp_lesson import copies
from mlp_lesson.checks import all_tasks

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = all_tasks()["fit_logistic"].program().strip()
LESSON, EXERCISE = "notebooks/05_backpropagation.ipynb", "exercises/05_backpropagation.ipynb"
v4 = nbformat.v4


def notebook(*sources):
    """A course's notebook, run: each cell has a count and an output."""
    cells = [
        v4.new_code_cell(source, execution_count=n, outputs=[v4.new_output("stream", text="seen")])
        for n, source in enumerate(sources, 1)
    ]
    return v4.new_notebook(cells=[v4.new_markdown_cell("# Title"), *cells])


def put(path, nb):
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nb, path)


@pytest.fixture(autouse=True)
def jupyter_data(tmp_path, monkeypatch):
    """Signatures go into a folder of the test's own."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))


@pytest.fixture
def course(tmp_path):
    """A course of one lesson and one exercise, in its first version."""
    return publish(tmp_path / "course", "the first text")


def publish(course, text):
    """A version of the course: what build.py writes, and the exercise with its stamp."""
    exercise = notebook("import numpy as np", f"# {text}\nraise NotImplementedError")
    for cell in exercise.cells[1:]:
        cell.outputs, cell.execution_count = [], None
    copies.stamp(exercise)
    put(course / LESSON, notebook(f"print({text!r})", "1 + 1"))
    put(course / EXERCISE, exercise)
    return course


@pytest.fixture
def learn(course):
    return course / "learn"


def update(course):
    return list(copies.update(course, course / "learn"))


def sources(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def edit(path, source, cell=-1):
    """Change a cell and save, as an editor does."""
    nb = nbformat.read(path, as_version=4)
    nb.cells[cell].source = source
    nbformat.write(nb, path)


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


# ---- made, renewed, left alone ----


def test_copies_have_the_text_and_no_outputs_and_stand_in_the_courses_folders(course, learn):
    [line] = update(course)
    assert "2 made, 0 renewed" in line
    assert set(files(learn)) == {LESSON, EXERCISE}
    assert sources(learn / LESSON) == sources(course / LESSON)
    for cell in nbformat.read(learn / LESSON, as_version=4).cells[1:]:
        assert cell.outputs == [] and cell.execution_count is None


def test_what_a_lesson_leaves_to_write_is_blank_in_the_copy(course, learn):
    nb = nbformat.read(course / LESSON, as_version=4)
    nb.cells[1].metadata["blank"] = "raise NotImplementedError"
    put(course / LESSON, nb)
    update(course)
    copy = nbformat.read(learn / LESSON, as_version=4)
    assert copy.cells[1].source == "raise NotImplementedError" and not copy.cells[1].metadata
    assert not copies.state(learn / LESSON)[1]


def test_nothing_is_said_or_written_when_nothing_has_changed(course, learn):
    update(course)
    before = {path: os.stat(path).st_mtime_ns for path in learn.rglob("*")}
    assert update(course) == []
    assert before == {path: os.stat(path).st_mtime_ns for path in learn.rglob("*")}


def as_jupyterlab_saves_it(path):
    """Run every cell and save: outputs, counts, metadata, and an empty cell at the end."""
    nb = nbformat.read(path, as_version=4)
    for n, cell in enumerate(nb.cells[1:], 1):
        cell.execution_count, cell.outputs = n, [v4.new_output("stream", text="ran")]
        cell.metadata = {"trusted": True, "collapsed": False, "execution": {"iopub.status": "x"}}
    nb.metadata.update(widgets={"state": {}}, language_info={"name": "python", "version": "3.13"})
    nb.cells.append(v4.new_code_cell(""))
    nbformat.write(nb, path)


def test_a_copy_that_was_only_opened_run_and_saved_is_renewed_after_an_update(course, learn):
    update(course)
    as_jupyterlab_saves_it(learn / LESSON)
    publish(course, "the second text")
    [line] = update(course)
    assert "0 made, 2 renewed" in line
    assert sources(learn / LESSON) == sources(course / LESSON)
    assert set(files(learn)) == {LESSON, EXERCISE}


def test_outputs_of_ones_own_stay_when_the_update_leaves_the_text_alone(course, learn):
    update(course)
    as_jupyterlab_saves_it(learn / LESSON)
    before = files(learn)
    nb = nbformat.read(course / LESSON, as_version=4)
    nb.cells[1].outputs[0].text = "another result"
    put(course / LESSON, nb)
    assert update(course) == [] and files(learn) == before


def test_an_update_lays_its_text_beside_a_half_done_exercise_and_says_so_once(course, learn):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    mine = (learn / EXERCISE).read_bytes()
    publish(course, "the second text")
    said = update(course)
    assert [line for line in said if "05_backpropagation.new.ipynb" in line and "yours" in line]
    assert (learn / EXERCISE).read_bytes() == mine
    assert sources(learn / "exercises/05_backpropagation.new.ipynb") == sources(course / EXERCISE)
    assert update(course) == []


def test_a_newer_update_replaces_the_text_laid_beside_unless_that_is_touched_too(course, learn):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    new = learn / "exercises/05_backpropagation.new.ipynb"
    for text in ("the second text", "the third text"):
        publish(course, text)
        update(course)
        assert sources(new) == sources(course / EXERCISE)
    edit(new, "half another")
    publish(course, "the fourth text")
    said = update(course)
    assert "05_backpropagation.new-2.ipynb" in said[-1] + said[0]
    assert sources(new)[-1] == "half another"
    assert sources(learn / EXERCISE)[-1] == "half an answer"


def test_a_deleted_copy_comes_back_and_the_text_beside_it_goes(course, learn):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    publish(course, "the second text")
    update(course)
    (learn / EXERCISE).unlink()
    update(course)
    assert set(files(learn)) == {LESSON, EXERCISE}
    assert sources(learn / EXERCISE) == sources(course / EXERCISE)


def test_a_text_laid_beside_takes_the_place_of_a_copy_by_renaming(course, learn):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    publish(course, "the second text")
    update(course)
    os.replace(learn / "exercises/05_backpropagation.new.ipynb", learn / EXERCISE)
    publish(course, "the third text")
    assert "2 renewed" in update(course)[-1]


def test_a_new_cell_an_attachment_or_another_kind_of_cell_is_a_touch(course, learn):
    update(course)
    fresh = nbformat.read(learn / LESSON, as_version=4)
    for change in (
        lambda nb: nb.cells.append(v4.new_markdown_cell("my notes")),
        lambda nb: nb.cells[0].update(attachments={"a.png": {"image/png": "AA=="}}),
        lambda nb: nb.cells.pop(),
        lambda nb: nb.cells.reverse(),
    ):
        nb = nbformat.from_dict(fresh)
        change(nb)
        nbformat.write(nb, learn / LESSON)
        assert copies.state(learn / LESSON)[1]


def test_work_done_in_the_courses_own_folder_goes_into_the_copy_and_is_never_replaced(
    course, learn
):
    edit(course / EXERCISE, "solved in the wrong folder")
    update(course)
    assert sources(learn / EXERCISE)[-1] == "solved in the wrong folder"
    publish(course, "the second text")
    update(course)
    assert sources(learn / EXERCISE)[-1] == "solved in the wrong folder"
    assert (learn / "exercises/05_backpropagation.new.ipynb").exists()


def test_a_damaged_copy_is_kept_and_a_whole_one_is_laid_beside_it(course, learn):
    update(course)
    damaged = (learn / EXERCISE).read_text("utf-8")[:200] + "\n<<<<<<< HEAD\n"
    (learn / EXERCISE).write_text(damaged, "utf-8")
    update(course)
    assert (learn / EXERCISE).read_text("utf-8") == damaged
    assert sources(learn / "exercises/05_backpropagation.new.ipynb") == sources(course / EXERCISE)


def test_a_damaged_notebook_of_the_course_is_named_and_the_others_are_renewed(course, learn):
    update(course)
    publish(course, "the second text")
    (course / EXERCISE).write_text("<<<<<<< HEAD", "utf-8")
    said = update(course)
    assert str(course / EXERCISE) in said[0] and "1 renewed" in said[1]
    assert sources(learn / EXERCISE)[-1].startswith("# the first text")


# ---- interrupted ----

KILLED = """
import os, sys
from pathlib import Path
from mlp_lesson import copies
kill_at, calls = int(sys.argv[2]), 0
def counted(function):
    def wrapper(*args):
        global calls
        calls += 1
        if calls == kill_at:
            os._exit(9)  # as after SIGKILL: nothing is tidied up
        return function(*args)
    return wrapper
os.fsync, os.replace = counted(os.fsync), counted(os.replace)
list(copies.update(Path(sys.argv[1]), Path(sys.argv[1]) / "learn"))
"""


@pytest.mark.parametrize("kill_at", [1, 2, 3, 4])
def test_a_run_that_is_killed_anywhere_is_finished_by_the_next(course, learn, kill_at, monkeypatch):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    publish(course, "the second text")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(course), str(kill_at)])
    assert killed.returncode == 9
    for path in learn.glob("*/*.ipynb"):
        nbformat.read(path, as_version=4)  # each is whole
    monkeypatch.setattr(copies, "LEFTOVER", -1)  # an hour later
    update(course)
    assert set(files(learn)) == {LESSON, EXERCISE, "exercises/05_backpropagation.new.ipynb"}
    assert sources(learn / EXERCISE)[-1] == "half an answer"
    assert sources(learn / LESSON) == sources(course / LESSON)
    assert update(course) == []


def test_what_another_run_is_just_writing_is_left_alone(course, learn):
    update(course)
    part = learn / "notebooks/.05_backpropagation.ipynb.1.part"
    part.write_text("half")
    update(course)
    assert part.exists()


def refuse(code):
    def fsync(descriptor):
        raise OSError(code, os.strerror(code))

    return fsync


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_loses_nothing_and_is_told_in_one_line(
    course, learn, code, monkeypatch, capsys
):
    update(course)
    edit(learn / EXERCISE, "half an answer")
    before = files(learn)
    publish(course, "the second text")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse(code))
        assert copies.bring_up_to_date(course, learn) == 1
    error = capsys.readouterr().err
    assert os.strerror(code) in error and "as they were" in error and error.count("\n") == 1
    assert files(learn) == before
    assert copies.bring_up_to_date(course, learn) == 0


@pytest.mark.skipif(not shutil.which("mount"), reason="needs mount")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may mount")
@pytest.mark.parametrize("options", ["size=24k", "ro"])
def test_a_small_or_read_only_file_system_is_survived(course, learn, options, capsys):
    learn.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(learn)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        padding = "# " + "x" * 40_000  # one copy does not fit
        put(course / LESSON, notebook(padding, "1 + 1"))
        assert copies.bring_up_to_date(course, learn) == 1
        assert "could not all be made" in capsys.readouterr().err
        assert not list(learn.rglob("*.part"))
    finally:
        subprocess.run(["umount", str(learn)], check=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses to replace a file that is being read")
def test_several_runs_at_once_leave_whole_copies_and_no_rubbish(course, learn):
    code = (
        "import sys; from pathlib import Path; from mlp_lesson import copies; "
        "sys.exit(copies.bring_up_to_date(Path(sys.argv[1]), Path(sys.argv[1]) / 'learn'))"
    )
    for text in ("the first text", "the second text"):
        publish(course, text)
        command = [sys.executable, "-c", code, str(course)]
        runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
        assert [run.wait() for run in runs] == [0, 0, 0]
        assert set(files(learn)) == {LESSON, EXERCISE}
        assert sources(learn / EXERCISE) == sources(course / EXERCISE)
        assert update(course) == []


def test_a_save_while_a_copy_is_being_renewed_is_not_overwritten(course, learn, monkeypatch):
    update(course)
    publish(course, "the second text")
    fsync = os.fsync

    def saved_meanwhile(descriptor):
        if sources(learn / EXERCISE)[-1] != "saved just now":
            edit(learn / EXERCISE, "saved just now")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", saved_meanwhile)
    update(course)
    assert sources(learn / EXERCISE)[-1] == "saved just now"
    assert sources(learn / "exercises/05_backpropagation.new.ipynb") == sources(course / EXERCISE)


# ---- the command, trust, and the course as it is ----


def test_copies_are_trusted_by_jupyter_and_a_folder_that_cannot_be_written_only_costs_that(
    course, learn, tmp_path, monkeypatch
):
    from nbformat.sign import NotebookNotary

    update(course)
    notary = NotebookNotary(data_dir=str(tmp_path / "jupyter"))
    for path in (learn / LESSON, learn / EXERCISE):
        assert notary.check_signature(nbformat.read(path, as_version=4))
    edit(learn / EXERCISE, "not ours")
    assert not notary.check_signature(nbformat.read(learn / EXERCISE, as_version=4))
    notary.store.close()
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "file"))
    shutil.rmtree(learn)
    assert "2 made" in update(course)[0]


def test_the_command_makes_copies_of_this_course_where_it_is_told_to(tmp_path, capsys):
    command = [sys.executable, "-m", "mlp_lesson.copies", str(tmp_path / "mine")]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    made = {p.relative_to(tmp_path / "mine").as_posix() for p in tmp_path.glob("mine/*/*.ipynb")}
    assert made == {p.relative_to(ROOT).as_posix() for folder in copies.FOLDERS
                    for p in ROOT.glob(f"{folder}/*.ipynb")}  # fmt: skip
    assert copies.main([str(tmp_path / "mine")]) == 0
    said = capsys.readouterr().out
    assert said == f"Your own copies in {tmp_path / 'mine'} are up to date.\n"


def test_a_package_that_is_installed_without_its_course_says_what_to_do(tmp_path, capsys):
    assert copies.bring_up_to_date(tmp_path, tmp_path / "learn") == 1
    assert "python -m pip install -e ." in capsys.readouterr().err
    assert not (tmp_path / "learn").exists()


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """Copies of this course."""
    learn = tmp_path_factory.mktemp("learn")
    assert list(copies.update(ROOT, learn))
    return learn


def test_every_link_and_picture_in_a_copy_leads_to_a_file_in_learn(real):
    links = 0
    for path in real.glob("*/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            text = cell.source if cell.cell_type == "markdown" else ""
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)|<img[^>]* src=\"([^\"]+)", text):
                target = "".join(target)
                if not re.match(r"[a-z]+:", target):
                    links += 1
                    assert (path.parent / target).exists(), f"{path}: {target}"
    assert links > 20


def test_names_of_copies_work_on_windows(real):
    for path in real.glob("*/*"):
        for name in (path.name, *(p.name for p in islice(copies.names(path), 3))):
            assert re.fullmatch(r"[a-z0-9_]+(\.new(-\d+)?)?\.ipynb", name)


def test_a_copy_of_a_solution_holds_the_repaired_program(real):
    nb = nbformat.read(real / "solutions/13_bug_hunt.ipynb", as_version=4)
    [cell] = [cell for cell in nb.cells if cell.id == "fit_logistic"]
    assert cell.source != PROGRAM and "error = (p - y) / len(y)" in cell.source


def test_exercises_are_blank_and_untouched_in_the_course(real):
    exercises = sorted((ROOT / "exercises").glob("*.ipynb"))
    assert exercises and not any(copies.state(path)[1] for path in exercises)
    for path in exercises:
        handed_out = "".join(sources(real / "exercises" / path.name))
        assert "raise NotImplementedError" in handed_out or PROGRAM in handed_out
