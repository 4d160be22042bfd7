"""The README's table of results says what the lessons print."""

import importlib.util
from pathlib import Path

import nbformat
import pytest

TOOL = Path(__file__).resolve().parent.parent / "tools" / "results.py"
spec = importlib.util.spec_from_file_location("results", TOOL)
results = importlib.util.module_from_spec(spec)
spec.loader.exec_module(results)


@pytest.fixture
def course(tmp_path):
    v4 = nbformat.v4
    text = "run | printed | ours\nS9, a run   | 0.97 | 0.98\nthe end\n"
    output = v4.new_output("stream", text=text)
    cell = v4.new_code_cell("print(...)", outputs=[output], metadata={"tags": ["results"]})
    plain = v4.new_code_cell("print(...)", outputs=[v4.new_output("stream", text="a | b | c\n")])
    (tmp_path / "notebooks").mkdir()
    nbformat.write(v4.new_notebook(cells=[cell, plain]), tmp_path / "notebooks" / "08_x.ipynb")
    text = f"# Title\n\n{results.BEGIN}\n{results.END}\n\nmore\n"
    (tmp_path / "README.md").write_text(text)
    return tmp_path


def test_the_table_holds_the_rows_of_the_tagged_cells_and_leaves_the_rest_alone(course):
    assert results.main([], course) == 0
    text = (course / "README.md").read_text()
    assert "| S9, a run | 0.97 | 0.98 | [08](notebooks/08_x.ipynb) |" in text
    assert text.startswith("# Title\n") and text.endswith("\n\nmore\n") and "a | b" not in text


def test_a_table_that_says_something_else_fails_the_check_and_stays(course, capsys):
    results.main([], course)
    readme = course / "README.md"
    readme.write_text(readme.read_text().replace("0.98", "0.99"))
    assert results.main(["--check"], course) == 1
    assert "README.md" in capsys.readouterr().err and "0.99" in readme.read_text()


def test_a_readme_without_the_markers_is_refused(course):
    (course / "README.md").write_text("# Title\n")
    with pytest.raises(ValueError, match="results"):
        results.main([], course)
