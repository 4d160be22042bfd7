"""The first cell of every notebook, where all is well and where something is missing."""

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from frame import START
from mlp_lesson import environment, start

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = [path for folder in ("notebooks", "exercises", "solutions")
             for path in sorted(ROOT.glob(f"{folder}/*.ipynb"))]


def run(folder, *flags):
    """What the first cell prints in a fresh Python in this folder; "-S" is one without packages."""
    command = [sys.executable, *flags, "-c", START]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_notebook_begins_with_it_and_it_is_folded(path):
    cells = nbformat.read(path, as_version=4).cells
    first = next(cell for cell in cells if cell.cell_type == "code")
    assert first.source == START and first.metadata.jupyter.source_hidden
    assert not first.outputs


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "."])
def test_where_all_is_well_it_says_nothing(folder):
    assert run(ROOT / folder) == ""


def test_in_a_kernel_without_packages_it_names_the_kernel_and_the_one_command():
    said = run(ROOT / "notebooks", "-I", "-S")
    assert "packaging missing" in said and sys.executable in said
    assert f'install -e "{ROOT}"' in said.replace(f' --python "{sys.executable}"', "")
    assert "Kernel > Restart Kernel" in said and "make lab" in said and "Traceback" not in said


def test_away_from_the_course_it_says_how_to_get_it_at_home_and_in_colab(tmp_path):
    said = run(tmp_path, "-I", "-S")
    assert "No module named 'mlp_lesson'" in said and str(tmp_path) in said
    assert "make lab" in said and "!git clone ADDRESS course" in said
    assert "%pip install ./course" in said


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD", "import no_such_module"])
def test_a_package_that_does_not_load_is_said_to_be_so(tmp_path, broken):
    (tmp_path / "mlp_lesson").mkdir()
    (tmp_path / "mlp_lesson/__init__.py").write_text(broken)
    (tmp_path / "mlp_lesson/start.py").touch()
    (tmp_path / "notebooks").mkdir()
    said = run(tmp_path / "notebooks")
    assert "the files of its course are not here, or do not load" in said
    assert "SyntaxError" in said or "No module named 'no_such_module'" in said


def test_the_package_beside_the_notebook_comes_before_an_older_one_that_is_installed(tmp_path):
    (tmp_path / "mlp_lesson").mkdir()
    (tmp_path / "mlp_lesson/__init__.py").touch()
    (tmp_path / "mlp_lesson/start.py").write_text("def begin():\n    print('the newer one')\n")
    (tmp_path / "notebooks").mkdir()
    assert run(tmp_path / "notebooks") == "the newer one\n"


def test_a_package_that_is_too_old_is_named_with_the_range_and_the_command(monkeypatch, capsys):
    real = importlib.metadata.version
    monkeypatch.setattr(environment, "version", lambda n: "1.26.4" if n == "numpy" else real(n))
    start.begin()
    said = capsys.readouterr().out
    assert "numpy 1.26.4: it must be " in said and f'-e "{ROOT}"' in said
    assert "scipy" not in said


def test_a_python_that_is_too_old_or_too_new_is_named_with_those_that_fit(monkeypatch, capsys):
    for version in [(3, 10, 2), (3, 14, 0)]:
        monkeypatch.setattr(start.sys, "version_info", version)
        start.begin()
        said = capsys.readouterr().out
        assert "the course needs one of 3.11, 3.12, 3.13." in said and "pip install" not in said


def test_the_pythons_that_fit_are_those_of_the_package():
    wanted = environment.requirements()[0]
    low, high = (".".join(map(str, version)) for version in start.PYTHONS)
    assert wanted.replace(" ", "") == f">={low},<{high}"


def test_in_colab_the_session_is_what_is_restarted(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", object())
    said = start.advice(["numpy 1.26.4: it must be >=2.0"])
    assert "Runtime > Restart session" in said and "make lab" not in said


def test_where_the_course_is_installed_without_its_folder_its_requirements_are_named(
        monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "PYPROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(start, "COURSE", tmp_path)
    said = start.advice(["tqdm missing"])
    assert '"numpy<3,>=2.0"' in said and "pytest" not in said and str(tmp_path) not in said


@pytest.mark.parametrize(("pip", "command"), [(True, "%pip install"), (False, "!uv pip install")])
def test_a_kernel_without_pip_is_given_a_command_that_it_has(monkeypatch, pip, command):
    monkeypatch.setattr(start, "find_spec", lambda name: pip)
    assert f"    {command} " in start.advice(["tqdm missing"])


@pytest.mark.parametrize(("beside", "named"), [
    ([], ""),
    (["05_b.new.ipynb"], "05_b.new.ipynb"),
    (["05_b.new.ipynb", "05_b.new-2.ipynb", "05_b.new-10.ipynb"], "05_b.new-10.ipynb"),
    (["05_bb.new.ipynb", "05_b.ipynb.new.txt"], ""),
])  # fmt: skip
def test_a_newer_text_beside_the_notebook_is_named_the_last_one(
        monkeypatch, tmp_path, beside, named):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", "/home/x/learn/notebooks/05_b.ipynb")
    for name in ["05_b.ipynb", *beside]:
        (tmp_path / name).touch()
    assert start.newer_text() == named
    monkeypatch.delenv("JPY_SESSION_NAME")  # not under Jupyter Server: nobody knows the name
    assert start.newer_text() == ""
