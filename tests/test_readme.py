"""The README's table of results and its picture are what the lessons show."""

import base64
import importlib.util
from pathlib import Path

import nbformat
import pytest

TOOL = Path(__file__).resolve().parent.parent / "tools" / "readme.py"
spec = importlib.util.spec_from_file_location("readme", TOOL)
readme = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readme)


@pytest.fixture
def course(tmp_path):
    v4 = nbformat.v4
    text = "run | printed | ours\nS9, a run   | 0.97 | 0.98\nthe end\n"
    output = v4.new_output("stream", text=text)
    cell = v4.new_code_cell("print(...)", outputs=[output], metadata={"tags": ["results"]})
    plain = v4.new_code_cell("print(...)", outputs=[v4.new_output("stream", text="a | b | c\n")])
    data = {"image/png": base64.b64encode(b"a picture").decode()}
    figure = v4.new_code_cell(
        "show_figure(...)",
        outputs=[v4.new_output("stream", text="caption\n"), v4.new_output("display_data", data)],
        metadata={"tags": ["cover"]},
    )
    (tmp_path / "notebooks").mkdir()
    notebook = v4.new_notebook(cells=[cell, plain, figure])
    nbformat.write(notebook, tmp_path / "notebooks" / "08_x.ipynb")
    marks = [mark.format(name) for name in ("lessons", "results")
             for mark in (readme.BEGIN, readme.END)]
    text = "\n".join(["# Title\n", *marks, "\nmore\n"])
    (tmp_path / "README.md").write_text(text)
    return tmp_path


def test_the_table_holds_the_rows_of_the_tagged_cells_and_leaves_the_rest_alone(course):
    assert readme.main([], course) == 0
    text = (course / "README.md").read_text()
    assert "| S9, a run | 0.97 | 0.98 | [08](notebooks/08_x.ipynb) |" in text
    assert text.startswith("# Title\n") and text.endswith("\n\nmore\n") and "a | b" not in text


def test_the_lessons_are_those_of_the_course(course):
    readme.main([], course)
    text = (course / "README.md").read_text()
    assert "| [01 One neuron, and how it learns](notebooks/01_neuron_and_p" in text
    assert "[02](exercises/02_xor.ipynb)" in text


def test_the_picture_is_the_figure_of_the_tagged_cell(course):
    readme.main([], course)
    assert (course / "notebooks" / "cover.png").read_bytes() == b"a picture"
    assert readme.main(["--check"], course) == 0


def test_a_table_that_says_something_else_fails_the_check_and_stays(course, capsys):
    readme.main([], course)
    path = course / "README.md"
    path.write_text(path.read_text().replace("0.98", "0.99"))
    assert readme.main(["--check"], course) == 1
    assert "README.md" in capsys.readouterr().err and "0.99" in path.read_text()


def test_another_picture_or_none_fails_the_check(course, capsys):
    readme.main([], course)
    cover = course / "notebooks" / "cover.png"
    cover.write_bytes(b"another picture")
    assert readme.main(["--check"], course) == 1 and cover.read_bytes() == b"another picture"
    cover.unlink()
    assert readme.main(["--check"], course) == 1
    assert capsys.readouterr().err.count("notebooks/cover.png") == 2


def test_a_readme_without_the_markers_is_refused(course):
    (course / "README.md").write_text("# Title\n")
    with pytest.raises(ValueError, match="lessons"):
        readme.main([], course)
