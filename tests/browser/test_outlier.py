"""The outlier widget of lesson 04 in a real browser."""

import pytest

LIVE = 50  # milliseconds


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook("from mlp_lesson.widgets.outlier import outlier\noutlier()")


def test_dragging_the_point_moves_the_mean_and_not_the_median(notebook):
    widget = notebook.widget()
    widget.slide("red point", 12)
    before = widget.pixels()
    assert "mean 6.00" in widget.readout and "median 5.40" in widget.readout
    widget.drag(0, (0.6, 0.8), (0.97, 0.8))
    assert "mean 7." in widget.readout and "median 5.40" in widget.readout
    assert "beyond all the other six" in widget.readout
    assert widget.pixels() != before


def test_the_threshold_leads_hubers_answer_from_the_median_to_the_mean(notebook):
    widget = notebook.widget()
    widget.slide("red point", 20)
    widget.slide("threshold θ", 0.1)
    assert "Huber 5.40" in widget.readout
    widget.slide("threshold θ", 13)
    assert "Huber 7.14" in widget.readout and "Huber's answer is the mean" in widget.readout


def test_the_keyboard_moves_both_sliders(notebook):
    widget = notebook.widget()
    widget.slide("red point", 12)
    widget.press("slider", "red point", "ArrowRight")
    assert "red point at 12.1" in widget.readout
    widget.slide("threshold θ", 1)
    widget.press("slider", "threshold θ", "ArrowLeft")
    assert widget.control("slider", "threshold θ").input_value() == "0.9"


@pytest.mark.timed
@pytest.mark.parametrize("slider", ["red point", "threshold θ"])
def test_the_picture_follows_the_slider_at_once(notebook, slider, record_property):
    latency = notebook.widget().latency(slider)
    record_property("latency_ms", latency)
    print(f"\n{slider}: {latency:.0f} ms from slider to frame, median of 30")
    assert latency < LIVE
