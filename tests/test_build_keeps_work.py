"""tools/build.py never overwrites an exercise in which somebody has worked."""

import nbformat
import pytest

import build
from mlp_lesson import copies

TEXT = """\
# %% nbgrader={"grade_id": "double", "solution": true}
def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of one exercise; what would run it in a kernel only counts its cells."""
    def execute(nb, *_):
        for number, cell in enumerate(nb.cells, 1):
            cell.execution_count = number

    monkeypatch.setattr(build, "execute", execute)
    monkeypatch.setattr(build, "frame", lambda nb, source, file: nb)  # in no course.toml
    source = tmp_path / "authoring/exercises/01_one.py"
    source.parent.mkdir(parents=True)
    source.write_text(TEXT, encoding="utf-8")
    assert build.main([], tmp_path) == 0
    return tmp_path


@pytest.fixture
def exercise(course):
    return course / "exercises/01_one.ipynb"


def solve(exercise):
    """Write an answer into exercises/ itself, and save."""
    nb = nbformat.read(exercise, as_version=4)
    nb.cells[0].source = "def double(x):\n    return x + x"
    nbformat.write(nb, exercise)
    return exercise.read_bytes()


@pytest.mark.parametrize("arguments", [[], ["01_one"], ["--all"], ["--check"]])
def test_a_solved_exercise_stays_and_the_message_says_where_to_move_it(
    course, exercise, arguments, capsys
):
    mine = solve(exercise)
    (course / "authoring/exercises/01_one.py").write_text(TEXT + "# newer\n", encoding="utf-8")
    assert build.main(arguments, course) == 1
    error = capsys.readouterr().err
    assert "exercises/01_one.ipynb: is not what the course wrote there" in error
    assert "move it to learn/exercises/01_one.ipynb" in error
    assert exercise.read_bytes() == mine


def test_git_conflict_markers_are_not_overwritten_either(course, exercise, capsys):
    exercise.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert build.main(["--all"], course) == 1
    assert "conflict" in capsys.readouterr().err
    assert exercise.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


def test_an_exercise_that_was_moved_away_is_made_again(course, exercise):
    solve(exercise)
    exercise.rename(course / "mine.ipynb")
    assert build.main([], course) == 0
    assert not copies.state(exercise)[1] and build.main(["--check"], course) == 0


def test_an_exercise_that_was_only_opened_and_run_is_made_again(course, exercise):
    nb = nbformat.read(exercise, as_version=4)
    nb.cells[0].execution_count, nb.metadata["widgets"] = 3, {}
    nb.cells.append(nbformat.v4.new_code_cell(""))
    nbformat.write(nb, exercise)
    assert build.main([], course) == 0
    assert build.main(["--check"], course) == 0
