"""W5, the bump builder, in a real browser: curve, number, heights by mouse and keys, speed."""

import pytest

CELL = "from mlp_lesson.widgets.bump_builder import bump_builder\nbump_builder()"
LIVE = 50  # milliseconds


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """Eight bumps on the wave."""
    widget = notebook.widget(0)
    widget.choose("target curve", "wave")
    widget.slide("number of bumps", 8)
    widget.slide("steepness, in 1/width", 20)
    widget.slide("bump", 1)
    widget.click("Heights from the curve")
    return widget


def test_more_bumps_bring_the_error_and_its_bound_down(widget):
    before = widget.pixels(0), widget.pixels(1)
    assert "8 bumps, 7 hidden neurons" in widget.readout and "= 0.3927, kept" in widget.readout
    widget.slide("number of bumps", 32)
    assert "32 bumps, 31 hidden neurons" in widget.readout and "= 0.0982, kept" in widget.readout
    assert widget.pixels(0) != before[0] and widget.pixels(1) != before[1]


def test_another_curve_has_another_bound(widget):
    before = widget.pixels(0)
    widget.choose("target curve", "roof")
    assert "K = 2.00" in widget.readout and "= 0.1250, kept" in widget.readout
    assert widget.pixels(0) != before


def test_a_bump_is_dragged_and_put_back(widget):
    before, readout = widget.pixels(0), widget.readout
    widget.drag(0, (0.5, 0.8), (0.5, 0.2))
    assert "does not speak of them" in widget.readout
    assert widget.control("slider", "bump").input_value() in ("4", "5")
    widget.slide("bump", 1)
    widget.click("Heights from the curve")
    assert widget.readout == readout and widget.pixels(0) == before


def test_gentle_steps_raise_the_bound(widget):
    before = widget.pixels(0)
    widget.slide("steepness, in 1/width", 2)
    assert "= 0.8498, kept" in widget.readout and widget.pixels(0) != before


def test_the_keyboard_moves_a_bump(widget):
    widget.press("slider", "bump", "ArrowRight")
    before = widget.pixels(0)
    widget.press("slider", "its height", "ArrowLeft")
    assert "your heights" in widget.readout and widget.pixels(0) != before
    widget.press("button", "Heights from the curve", "Enter")
    assert "kept" in widget.readout


@pytest.mark.timed
def test_the_picture_follows_the_slider_at_once(widget, record_property):
    for slider in ("its height", "steepness, in 1/width"):
        latency = widget.latency(slider)
        record_property("latency_ms", latency)
        print(f"\n{slider}: {latency:.0f} ms from slider to frame, median of 30")
        assert latency < LIVE
