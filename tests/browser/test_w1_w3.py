"""W1 to W3 in a real browser: what moves, what it says, and how fast."""

import pytest

CELLS = (
    "from mlp_lesson.widgets.activation_explorer import activation_explorer\nactivation_explorer()",
)


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(*CELLS)


def test_explorer_follows_its_slider(notebook):
    widget = notebook.widget(0)
    before = widget.pixels(0), widget.pixels(1)
    widget.slide("z", 0)
    assert "f'(z) = 1.0000" in widget.readout
    assert before[0] != widget.pixels(0) and before[1] != widget.pixels(1)
    print("latency", widget.latency("z"))
