"""The widget of lesson 10 in a real browser: stopping in time, and a penalty."""

import pytest


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook("from mlp_lesson.widgets.overfit import overfit\noverfit()")


def test_dragging_the_line_to_the_diamond_stops_in_time(notebook):
    widget = notebook.widget()
    widget.slide("epochs, log₁₀", 6)
    before = widget.pixels()
    assert "Too late: after 100 epochs it is 0.100" in widget.readout
    widget.drag(1, (0.97, 0.5), (0.39, 0.5))
    assert "this λ allows no less" in widget.readout
    assert widget.pixels() != before


def test_a_penalty_makes_waiting_harmless(notebook):
    widget = notebook.widget()
    widget.slide("epochs, log₁₀", 6)
    widget.slide("penalty λ, log₁₀", -1)
    assert "λ = 0.1, stopped after 1,000,000 epochs" in widget.readout
    assert "this λ allows no less" in widget.readout


def test_the_keyboard_moves_both_sliders(notebook):
    widget = notebook.widget()
    widget.slide("epochs, log₁₀", 2)
    widget.press("slider", "epochs, log₁₀", "ArrowRight")
    assert "stopped after 112 epochs" in widget.readout
    widget.slide("penalty λ, log₁₀", 0)
    widget.press("slider", "penalty λ, log₁₀", "ArrowRight")
    assert widget.control("slider", "penalty λ, log₁₀").input_value() == "0.25"
