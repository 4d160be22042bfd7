"""The widget of lesson 11 in a real browser: the threshold, and how rare the shirts are."""

import pytest


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook("from mlp_lesson.widgets.threshold import threshold\nthreshold()")


def test_dragging_the_line_to_the_right_costs_recall_and_buys_precision(notebook):
    widget = notebook.widget()
    widget.slide("threshold θ", 1)
    before = widget.pixels(1)
    assert "precision 0.37" in widget.readout
    widget.drag(0, (0.42, 0.5), (0.7, 0.5))
    assert "Recall 0.0" in widget.readout and "precision 0.9" in widget.readout
    assert widget.pixels(1) != before


def test_rarer_shirts_change_the_precision_and_not_the_roc_curve(notebook):
    widget = notebook.widget()
    widget.slide("threshold θ", 1)
    roc = widget.pixels(1)
    widget.slide("shirts in 1,000", 5)
    assert "precision 0.03; area under the ROC curve 0.92" in widget.readout
    assert widget.pixels(1) == roc


def test_the_keyboard_moves_the_sliders(notebook):
    widget = notebook.widget()
    widget.slide("threshold θ", 1)
    widget.press("slider", "threshold θ", "ArrowLeft")
    assert "θ = 0.95" in widget.readout
    widget.press("slider", "how far apart", "ArrowRight")
    assert widget.control("slider", "how far apart").input_value() == "2.1"
