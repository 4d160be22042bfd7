"""tools/build.py on a tiny course: right, then broken in every way that we thought of."""

import inspect
import json
import re
import shutil
import sys
import tomllib
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement

import build
import frame
import notebook_rules
from mlp_lesson.checks import all_tasks

ROOT = Path(__file__).resolve().parent.parent

LESSON = '''\
# %% [markdown]
# # One lesson
# With two lines.

# %%
x = 3
print(x)

# %% tags=["nbval-ignore-output"]
import time

import mlp_lesson

print(time.perf_counter())  # a timing: never the same

# %%
x + 1
'''

TO_WRITE = """\
# %%
def double(x):
    \"\"\"2x\"\"\"
    ### BEGIN SOLUTION
    factor = 2

    return factor * x
    ### END SOLUTION


assert double(2) == 4
"""

EXERCISE = '''\
# %% [markdown]
# # One exercise

# %% nbgrader={"grade_id": "double", "solution": true}
def double(x):
    """2x"""
    ### BEGIN SOLUTION
    secret_factor = 2

    return secret_factor * x
    ### END SOLUTION

# %% nbgrader={"grade_id": "double-check", "grade": true, "locked": true, "points": 1}
assert double(2) == 4
print("passed")
'''


def put(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def read(root, path):
    return nbformat.read(root / path, as_version=4)


@pytest.fixture(scope="module", autouse=True)
def no_frame():
    """A tiny course is in no course.toml: its notebooks hold their own text alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "frame", lambda nb, source, file: nb)
        yield


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A course of one lesson and one exercise, built."""
    root = tmp_path_factory.mktemp("course")
    put(root, "authoring/lessons/01_one.py", LESSON)
    put(root, "authoring/exercises/01_one.py", EXERCISE)
    put(root, "mlp_lesson/__init__.py", "")
    assert build.main([], root) == 0
    return root


@pytest.fixture
def course(finished, tmp_path):
    """A copy of the finished course, to be broken."""
    return Path(shutil.copytree(finished, tmp_path / "course"))


@pytest.fixture
def no_kernel(monkeypatch):
    """Fail when anything is executed."""
    monkeypatch.setattr(build, "execute", lambda *_: pytest.fail("a notebook was executed"))


def bytes_of(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("*/*.ipynb")}


# --- what comes out -------------------------------------------------------------------------------

def test_a_course_gives_a_lesson_a_solution_and_an_exercise(course):
    assert set(bytes_of(course)) == {
        "notebooks/01_one.ipynb", "solutions/01_one.ipynb", "exercises/01_one.ipynb"}
    lesson = read(course, "notebooks/01_one.ipynb")
    assert [cell.cell_type for cell in lesson.cells] == ["markdown", "code", "code", "code"]
    assert lesson.cells[0].source == "# One lesson\nWith two lines."
    assert [cell.execution_count for cell in lesson.cells[1:]] == [1, 2, 3]
    assert lesson.cells[1].outputs[0].text == "3\n"
    assert lesson.cells[3].outputs[0].data == {"text/plain": "4"}
    assert set(lesson.metadata) == {"kernelspec", "language_info"}
    assert "version" not in lesson.metadata.language_info
    assert all(set(cell.metadata) <= {"tags"} for cell in lesson.cells)
    assert read(course, "solutions/01_one.ipynb").cells[2].outputs[0].text == "passed\n"


def test_building_everything_twice_gives_the_same_bytes(course, capsys):
    before = bytes_of(course)
    assert build.main(["--all"], course) == 0
    assert bytes_of(course) == before
    assert capsys.readouterr().out.count("same bytes") == 2


def test_what_has_not_changed_is_not_executed(finished, no_kernel, tmp_path):
    assert build.main([], finished) == 0


@pytest.mark.parametrize("path", ["mlp_lesson/__init__.py", "authoring/lessons/01_one.py",
                                  "notebooks/01_one.ipynb"])
def test_a_changed_text_package_or_notebook_is_built_again(course, path, capsys):
    with open(course / path, "a", encoding="utf-8") as file:
        file.write("\n")
    assert build.main(["01_one"], course) == 0
    assert "lessons/01_one.py: up to date" not in capsys.readouterr().out
    assert build.main(["--check"], course) == 0


def test_a_lesson_is_built_again_for_what_it_imports_and_for_nothing_else(tmp_path):
    sources = {
        "text.py": "def f():\n    from mlp_lesson import a\nfrom mlp_lesson.room.c import g\n",
        "mlp_lesson/__init__.py": "", "mlp_lesson/a.py": "from .b import x, y\n",
        "mlp_lesson/b.py": "import numpy.a\n", "mlp_lesson/room/__init__.py": "",
        "mlp_lesson/room/c.py": "from . import d\nfrom .. import e\n",
        "mlp_lesson/room/d.py": "", "mlp_lesson/e.py": "from mlp_lesson.a import b\n",
        "mlp_lesson/other.py": "", "mlp_lesson/room/other.py": "", "numpy/a.py": "",
    }  # fmt: skip
    for path, text in sources.items():
        put(tmp_path, path, text)
    used = build.modules_used(tmp_path / "text.py", tmp_path / "mlp_lesson")
    assert {path.relative_to(tmp_path).as_posix() for path in used} == {
        path for path in sources if "other" not in path} - {"text.py", "numpy/a.py"}
    put(tmp_path, "mlp_lesson/room/__init__.py", "importlib.import_module(name)")
    used = build.modules_used(tmp_path / "text.py", tmp_path / "mlp_lesson")
    assert tmp_path / "mlp_lesson/room/other.py" in used


def test_a_line_of_code_that_the_page_would_scroll_is_refused_unless_it_is_folded(course, capsys):
    wide = f"y = {'1' * 97}\n"
    put(course, "authoring/lessons/01_one.py", f"# %% jupyter={{\"source_hidden\": true}}\n{wide}")
    assert build.main(["01_one"], course) == 0
    put(course, "authoring/lessons/01_one.py", f"# %%\n{wide}")
    assert build.main(["01_one"], course) == 1
    assert "its code has a line of 101 characters" in capsys.readouterr().err


def test_cells_keep_their_ids_when_another_cell_comes_before_them(course):
    old = build.read_authoring(course / "authoring/lessons/01_one.py", "x")
    put(course, "authoring/lessons/01_one.py", "# %%\nnew = 1\n\n# %%\nnew = 1\n\n" + LESSON)
    new = build.read_authoring(course / "authoring/lessons/01_one.py", "x")
    assert [cell.id for cell in new.cells[2:]] == [cell.id for cell in old.cells]
    assert new.cells[1].id == new.cells[0].id + "-2"


def test_a_lesson_built_by_name_leaves_the_others_alone(course, capsys):
    put(course, "authoring/lessons/02_two.py", "# %%\nprint(2)\n")
    put(course, "authoring/lessons/03_three.py", "# %%\nprint(3)\n")
    assert build.main(["02_two"], course) == 0
    assert (course / "notebooks/02_two.ipynb").exists()
    assert not (course / "notebooks/03_three.ipynb").exists()


def test_cells_run_in_their_folder_on_one_thread_away_from_the_learners_progress(
        tmp_path, monkeypatch):
    monkeypatch.setenv("MLP_LESSON_HOME", "/the/learner")
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    put(tmp_path, "authoring/lessons/01_one.py", """\
# %%
import os
from pathlib import Path

assert os.environ["MLP_LESSON_HOME"] != "/the/learner"
assert Path(os.environ["MLP_LESSON_HOME"]).is_dir()
print(os.environ["OPENBLAS_NUM_THREADS"], Path.cwd().name)
""")
    assert build.main([], tmp_path) == 0
    assert read(tmp_path, "notebooks/01_one.ipynb").cells[0].outputs[0].text == "1 notebooks\n"


def test_saved_outputs_hold_no_widget_handle_and_prints_stay_in_their_places():
    def printed(text, name="stdout"):
        return nbformat.v4.new_output("stream", name=name, text=text)

    picture = nbformat.v4.new_output("display_data", {
        "image/png": "AA==", notebook_rules.WIDGET_VIEW: {"model_id": "1"}})
    handle = nbformat.v4.new_output("display_data", {notebook_rules.WIDGET_VIEW: {}})
    cell = nbformat.v4.new_code_cell("", outputs=[
        printed("a"), printed("b"), picture, handle, printed("c"), printed("d", "stderr")])
    nb = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {"state": {}}})
    build.tidy_outputs(nb)
    assert [output.get("text") for output in cell.outputs] == ["ab", None, "c", "d"]
    assert cell.outputs[1].data == {"image/png": "AA=="}
    assert "widgets" not in nb.metadata


def test_a_notebook_in_which_only_a_timing_differs_is_not_written(course):
    path = course / "notebooks/01_one.ipynb"
    nb = read(course, "notebooks/01_one.ipynb")
    nb.cells[2].outputs[0].text = "another time\n"
    assert not build.write(path, nb)
    nb.cells[1].outputs[0].text = "another result\n"
    assert build.write(path, nb)


def test_an_interrupted_write_leaves_the_old_notebook_and_no_rubbish(course, monkeypatch):
    before = bytes_of(course)
    files = sorted(course.rglob("*"))
    monkeypatch.setattr(build.os, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk")))
    nb = read(course, "solutions/01_one.ipynb")
    with pytest.raises(OSError, match="disk"):
        build.write(course / "notebooks/01_one.ipynb", nb)
    assert bytes_of(course) == before
    assert sorted(course.rglob("*")) == files


# --- the student's notebook -----------------------------------------------------------------------

def test_the_student_gets_the_stub_and_the_check_but_no_line_of_the_answer(course):
    text = (course / "exercises/01_one.ipynb").read_text(encoding="utf-8")
    for part in ("secret", "SOLUTION", "passed\\n"):
        assert part not in text
    student = read(course, "exercises/01_one.ipynb")
    assert student.cells[1].source == (
        'def double(x):\n    """2x"""\n    # your code here\n    raise NotImplementedError')
    assert student.cells[2].source == 'assert double(2) == 4\nprint("passed")'
    assert student.cells[2].metadata.nbgrader.points == 1
    assert not student.cells[2].metadata.editable
    solution = read(course, "solutions/01_one.ipynb")
    assert [cell.id for cell in student.cells] == [cell.id for cell in solution.cells]


@pytest.mark.parametrize("where", ["source", "cell metadata", "notebook metadata"])
def test_a_line_of_the_answer_is_found_wherever_it_hides(course, where):
    student = read(course, "exercises/01_one.ipynb")
    solution = read(course, "solutions/01_one.ipynb")
    assert not list(notebook_rules.faults_of_exercise(student, solution, "x"))
    if where == "source":
        student.cells[0].source += "\n  secret_factor = 2"
    elif where == "cell metadata":
        student.cells[0].metadata["old"] = ["a = 1\nreturn secret_factor * x  # so"]
    else:
        student.metadata["old"] = {"return secret_factor * x": 1}
    faults = list(notebook_rules.faults_of_exercise(student, solution, "x"))
    assert len(faults) == 1 and "a line of the answer" in faults[0]


def test_an_answer_without_markers_is_an_answer_as_a_whole():
    cell = nbformat.v4.new_markdown_cell("Because.", metadata={"nbgrader": {"solution": True}})
    solution = nbformat.v4.new_notebook(cells=[cell])
    assert notebook_rules.answer_lines(solution) == {"Because."}


def test_a_program_to_repair_is_the_tasks_own_broken_for_the_student_and_repaired_here(tmp_path):
    cell = '# %% nbgrader={"grade_id": "fit_logistic", "solution": true}\n# {{program}}\n'
    uses = "# %%\nimport numpy as np\n\nfrom mlp_lesson.activations import sigmoid\n\n"
    put(tmp_path, "authoring/exercises/13_one.py", uses + cell)
    put(tmp_path, "mlp_lesson/__init__.py", "")
    assert build.main([], tmp_path) == 0
    task = all_tasks()["fit_logistic"]
    student = read(tmp_path, "exercises/13_one.ipynb").cells[1]
    assert student.source + "\n" == task.program() and "handed_out" not in student.metadata
    solution = read(tmp_path, "solutions/13_one.ipynb")
    assert solution.cells[1].source + "\n" == inspect.getsource(task.reference)
    assert notebook_rules.answer_lines(solution) == {"error = (p - y) / len(y)"}
    assert build.main(["--check"], tmp_path) == 0


# --- broken texts ---------------------------------------------------------------------------------

def test_what_a_learner_writes_in_a_lesson_is_filled_in_and_its_blank_is_kept(tmp_path):
    put(tmp_path, "authoring/lessons/01_one.py", TO_WRITE)
    put(tmp_path, "mlp_lesson/__init__.py", "")
    assert build.main([], tmp_path) == 0
    [cell] = read(tmp_path, "notebooks/01_one.ipynb").cells
    head, tail = 'def double(x):\n    """2x"""\n', "\n\n\nassert double(2) == 4"
    assert cell.source == head + "    factor = 2\n\n    return factor * x" + tail
    stub = "    # your code here\n    raise NotImplementedError"
    assert cell.metadata["blank"] == head + stub + tail
    assert build.main(["--check"], tmp_path) == 0
    del cell.metadata["blank"]
    nb = read(tmp_path, "notebooks/01_one.ipynb")
    nb.cells = [cell]
    nbformat.write(nb, tmp_path / "notebooks/01_one.ipynb")
    assert build.main(["--check"], tmp_path) == 1


TASK = '# %% nbgrader={"grade_id": "a", "solution": true}\n'
BROKEN = {
    "a syntax error": ("# %%\nx = 1\n\n# %%\ny = 2\nx = = 1\n",
                       "cell 2 (`y = 2`): syntax error in line 2"),
    "a cell that raises": ("# %%\nx = 0\n1 / x\n",
                           "cell 1 (`x = 0`): ZeroDivisionError in line 2: division by zero"),
    "a warning": ("# %%\nimport warnings\nwarnings.warn('hm')\n",
                  "cell 1 (`import warnings`): writes to stderr"),
    "a dead kernel": ("# %%\nimport os\nos._exit(1)\n", "cell 1 (`import os`): the kernel died"),
    "a picture without alt text": (
        "# %%\nfrom IPython.display import Image\nImage(b'\\x89PNG\\r\\n' + bytes(30))\n",
        "cell 1 (`from IPython.display import Image`): shows a picture without an alt text"),
    "a memory address": ("# %%\nprint(object())\n", "cell 1 (`print(object())`): prints a memory"),
    "unknown metadata": ('# %% tag=["x"]\nx = 1\n', "cell 1 (`x = 1`): unknown cell metadata"),
    "a question to nobody": ("# %%\ninput()\n", "cell 1 (`input()`): StdinNotImplementedError"),
    "an answer that never ends": (TASK + "### BEGIN SOLUTION\nx = 1\n", "do not come in pairs"),
    "an answer that never begins": (TASK + "x = 1\n### END SOLUTION\n", "do not come in pairs"),
    "an answer in an answer": (TASK + "### BEGIN SOLUTION\n" * 2 + "x = 1\n### END SOLUTION\n",
                               "do not come in pairs"),
    "a marker of another shape": (TASK + "# BEGIN SOLUTION\nx = 1\n# END SOLUTION\n",
                                  "do not come in pairs"),
    "an answer in a plain cell": ("# %%\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n",
                                  "an answer outside a cell with nbgrader="),
    "a repeated grade_id": (TASK + "x = 1\n\n" + TASK + "y = 1\n",
                            "cell 2 (`y = 1`): grade_id 'a' is used twice"),
    "a missing grade_id": ('# %% nbgrader={"solution": true}\nx = 1\n', "has no grade_id"),
    "a bad grade_id": ('# %% nbgrader={"grade_id": "a b"}\nx = 1\n', "only letters, digits"),
    "a program of no task": (TASK + "# {{program}}\n", "with a program to repair is called 'a'"),
    "a program of a task without one": (TASK.replace('"a"', '"linear"') + "# {{program}}\n",
                                        "with a program to repair is called 'linear'"),
    "a check that is not green": (TASK + """\
### BEGIN SOLUTION
from IPython.display import display
def check(name, function): display({"text/plain": f"{name}: not right yet"}, raw=True)
### END SOLUTION

# %%
check("double", None)
""", "cell 2 (`check(\"double\", None)`): the check 'double' is not green: 'double: not right yet"),
    "a graded cell without points": ('# %% nbgrader={"grade_id": "a", "grade": true}\nx = 1\n',
                                     "nbgrader refuses it"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_text_is_named_and_the_earlier_notebooks_stay(course, fault, capsys):
    text, message = BROKEN[fault]
    kind = "exercises" if "nbgrader" in text or "SOLUTION" in text else "lessons"
    put(course, f"authoring/{kind}/01_one.py", text)
    before = bytes_of(course)
    assert build.main([], course) == 1
    stderr = capsys.readouterr().err
    assert f"authoring/{kind}/01_one.py" in stderr and message in stderr
    assert "Traceback" not in stderr
    assert bytes_of(course) == before


def test_a_cell_that_hangs_is_stopped_and_named(course, monkeypatch, capsys):
    monkeypatch.setattr(build, "CELL_TIMEOUT", 1)
    put(course, "authoring/lessons/01_one.py", "# %%\nimport time\ntime.sleep(60)\n")
    assert build.main(["01_one"], course) == 1
    assert "cell 1 (`import time`): ran longer than 1 s" in capsys.readouterr().err


def test_a_text_that_is_not_utf8_is_named(course, capsys):
    (course / "authoring/lessons/01_one.py").write_bytes(b"# %%\nx = '\xff'\n")
    assert build.main([], course) == 1
    assert "authoring/lessons/01_one.py: not a jupytext" in capsys.readouterr().err


def test_one_broken_lesson_does_not_keep_the_others_from_being_built(course, capsys):
    put(course, "authoring/lessons/00_zero.py", "# %%\n1 / 0\n")
    put(course, "authoring/lessons/02_two.py", "# %%\nprint(2)\n")
    assert build.main([], course) == 1
    assert not (course / "notebooks/00_zero.ipynb").exists()
    assert (course / "notebooks/02_two.ipynb").exists()


def test_a_name_that_does_not_exist_is_refused(course, capsys):
    assert build.main(["99_nothing"], course) == 1
    assert "99_nothing: no such text" in capsys.readouterr().err


# --- --check --------------------------------------------------------------------------------------

def first_code_cell(nb):
    return next(cell for cell in nb.cells if cell.cell_type == "code")


def edit_source(nb):
    first_code_cell(nb).source += "  # by hand"


def new_id(nb):
    first_code_cell(nb)["id"] = "another"


def add_metadata(nb):
    first_code_cell(nb).metadata["collapsed"] = True


def add_notebook_metadata(nb):
    nb.metadata["widgets"] = {}


def drop_cell(nb):
    del nb.cells[-1]


def add_cell(nb):
    nb.cells.append(nbformat.v4.new_markdown_cell("more"))


def clear(nb):
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.execution_count, cell.outputs = None, []


def add_output(nb, kind="stream", **fields):
    first_code_cell(nb).outputs.append(nbformat.v4.new_output(kind, **fields))


def add_error(nb):
    add_output(nb, "error", ename="ValueError", evalue="no")


def add_stderr(nb):
    add_output(nb, name="stderr", text="Warning")


def add_wide_print(nb):
    add_output(nb, name="stdout", text="short\n" + "x" * 101)


def add_picture(nb):
    add_output(nb, "display_data", data={"image/png": "AA=="},
               metadata={"image/png": {"alt": " "}})


def add_megabytes(nb):
    add_output(nb, name="stdout", text="x" * 1_500_000)


CHANGES = [
    (edit_source, "cell 2 (`x = 3`): its source is not what authoring/ gives"),
    (new_id, "cell 2 (`x = 3`): its id is not"),
    (add_metadata, "cell 2 (`x = 3`): its metadata is not"),
    (add_notebook_metadata, "notebooks/01_one.ipynb: its metadata is not"),
    (drop_cell, "cell 4 (`x + 1`): is missing"),
    (add_cell, "cell 5 (`more`): is one too many"),
    (clear, "cell 2 (`x = 3`): has not been executed"),
    (add_error, "cell 2 (`x = 3`): raises ValueError: no"),
    (add_stderr, "cell 2 (`x = 3`): writes to stderr"),
    (add_wide_print, "cell 2 (`x = 3`): its print has a line of 101 characters"),
    (add_picture, "cell 2 (`x = 3`): shows a picture without an alt text"),
    (add_megabytes, "bytes; the limit is 1,500,000"),
]


def test_an_untouched_course_passes_the_check_without_a_run(finished, no_kernel, capsys):
    assert build.main(["--check"], finished) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("change", "message"), CHANGES, ids=[c.__name__ for c, _ in CHANGES])
def test_the_check_names_what_was_changed_by_hand(course, no_kernel, change, message, capsys):
    nb = read(course, "notebooks/01_one.ipynb")
    change(nb)
    nbformat.write(nb, course / "notebooks/01_one.ipynb")
    assert build.main(["--check"], course) == 1
    stderr = capsys.readouterr().err
    assert "notebooks/01_one.ipynb" in stderr and message in stderr


def test_the_check_finds_outputs_and_edits_in_an_exercise(course, no_kernel, capsys):
    nb = read(course, "exercises/01_one.ipynb")
    add_output(nb, name="stdout", text="4")
    edit_source(nb)
    nbformat.write(nb, course / "exercises/01_one.ipynb")
    assert build.main(["--check"], course) == 1
    stderr = capsys.readouterr().err
    assert "exercises/01_one.ipynb, cell 2 (`def double(x):`): has outputs" in stderr
    assert "its source is not" in stderr


@pytest.mark.parametrize("kind", ["lessons", "exercises"])
def test_the_check_finds_a_stale_notebook(course, no_kernel, kind, capsys):
    with open(course / f"authoring/{kind}/01_one.py", "a", encoding="utf-8") as file:
        file.write("\n# %%\nprint('new')\n")
    assert build.main(["--check"], course) == 1
    assert "(`print('new')`): is missing" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["notebooks/01_one.ipynb", "solutions/01_one.ipynb",
                                  "exercises/01_one.ipynb"])
def test_the_check_finds_a_missing_or_damaged_notebook(course, no_kernel, path, capsys):
    text = (course / path).read_text(encoding="utf-8")
    put(course, path, text[: len(text) // 2])
    assert build.main(["--check"], course) == 1
    assert f"{path}: is not a notebook" in capsys.readouterr().err
    (course / path).unlink()
    assert build.main(["--check"], course) == 1
    assert f"{path}: is missing" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["notebooks", "solutions", "exercises"])
def test_the_check_finds_a_notebook_without_a_text(course, no_kernel, folder, capsys):
    shutil.copy(course / "notebooks/01_one.ipynb", course / folder / "07_gone.ipynb")
    assert build.main(["--check"], course) == 1
    assert f"{folder}/07_gone.ipynb: has no text in authoring/" in capsys.readouterr().err


# --- the lists of requirements --------------------------------------------------------------------

def test_requirements_txt_and_pyproject_ask_for_the_same_releases():
    with open(ROOT / "pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith("#")]
    assert asked[-1] == "-e ."
    only_to_work_in = {"jupyterlab", "jsonschema", "nbval"}
    ours = {line for line in asked[:-1] if Requirement(line).name not in only_to_work_in}
    assert ours == set(project["dependencies"])
    assert len(asked[:-1]) == len(ours) + len(only_to_work_in)


def test_to_read_a_notebook_does_not_build_the_parsers_of_later_jsonschemas():
    assert "nbformat" in sys.modules and "rfc3987_syntax" not in sys.modules


def test_generated_notebooks_are_json_that_sorts_the_same_everywhere(finished):
    for path in finished.glob("*/*.ipynb"):
        text = path.read_text(encoding="utf-8")
        again = json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False)
        assert text == again + "\n"


# --- what every notebook has around its own text --------------------------------------------------

def framed(source, *cells):
    nb = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_markdown_cell, cells)))
    return frame.frame(nb, ROOT / "authoring" / source, source).cells


def test_a_lesson_gets_its_title_a_first_cell_and_where_to_go_next():
    head, start, end = framed("lessons/02_xor_and_hidden_layers.py", "# {{title}}\n\n{{time}}")
    lesson = frame.course.lessons()[2]
    assert head.source == f"# 02 XOR, and why layers help\n\n{lesson.time}"
    assert lesson.time == "50 minutes, and 10 more for what you write"
    assert start.id == "start" and start.metadata.jupyter.source_hidden
    assert f"[Exercise 02](../exercises/02_xor.ipynb): {lesson.points} points" in end.source
    assert "(03_activations.ipynb): What bends the line?" in end.source
    assert "Close and Shut Down Notebook" in end.source


def test_an_exercise_leads_back_to_its_lesson_and_on_to_the_next():
    head, _, end = framed("exercises/02_xor.py", "# X\n\n{{points}} points, {{lesson}}")
    link = "[02 XOR, and why layers help](../notebooks/02_xor_and_hidden_layers.ipynb)"
    assert head.source == f"# X\n\n{frame.course.lessons()[2].points} points, {link}"
    assert "(../notebooks/03_activations.ipynb)" in end.source and "Exercise" not in end.source


def test_an_exercise_to_two_lessons_leads_back_to_both():
    head, _, _ = framed("exercises/06_training.py", "# X\n\n{{lesson}}")
    files = ["06_gradient_descent.ipynb) and [06b", "06b_faster_descent.ipynb)"]
    assert all(file in head.source for file in files)


def test_the_last_lesson_and_its_exercise_lead_to_the_twenty_questions_and_no_others_do():
    last, before = frame.course.lessons()[-1], frame.course.lessons()[-2]
    end = framed(f"lessons/{last.file}.py", "# {{title}}")[-1].source
    links = re.findall(r"\]\((.*?)\)", end)
    assert links == [f"../exercises/{last.exercise.file}.ipynb", "inventory.ipynb"]
    assert end.endswith(frame.CLOSE)
    exercise = framed(f"exercises/{last.exercise.file}.py", "# X")[-1].source
    assert re.findall(r"\]\((.*?)\)", exercise) == ["../notebooks/inventory.ipynb"]
    assert "inventory" not in framed(f"lessons/{before.file}.py", "# {{title}}")[-1].source


def test_the_map_links_every_lesson_and_exercise():
    table = framed("lessons/00_start_here.py", "# {{title}}\n{{map}}")[0].source
    for lesson in frame.course.lessons():
        assert f"[{lesson.name}]({lesson.file}.ipynb) | {lesson.question} |" in table
        assert not lesson.exercise or f"(../exercises/{lesson.exercise.file}.ipynb)" in table


def test_a_page_gets_its_title_and_the_map_links_it():
    head, start, end = framed("pages/playground.py", "# {{title}}")
    assert head.source == "# The workbench" and start.id == "start" and end.source == frame.CLOSE
    listed = framed("lessons/00_start_here.py", "# {{title}}\n{{pages}}")[0].source
    assert "- [The workbench](playground.ipynb): What happens" in listed


@pytest.mark.parametrize(("source", "text", "message"), [
    ("pages/other.py", "# {{title}}", "course.toml does not list it"),
    ("lessons/02_xor_and_hidden_layers.py", "# {{titel}}", "{{titel}} is none of"),
    ("lessons/02_xor_and_hidden_layers.py", "no title", "must begin with"),
    ("lessons/99_new.py", "# {{title}}", "course.toml does not list it"),
])
def test_a_text_that_cannot_be_framed_is_named(source, text, message):
    with pytest.raises(build.BuildError, match="(lessons|pages)/.*" + message.replace("{", "\\{")):
        framed(source, text)
