"""The widget of lesson 04 without a browser: three answers, one point that moves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from mlp_lesson import losses
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import outlier as widget


def moved(at, threshold=1.0):
    state = widget.update(widget.State(), "outlier", at)
    return widget.update(state, "threshold", threshold)


def huber_loss(c, x, threshold):
    return losses.huber(np.full((len(x), 1), c), x[:, None], threshold)[0]


def test_the_mean_runs_after_the_point_and_the_others_stay():
    near, far = widget.answers(moved(7.0)), widget.answers(moved(20.0))
    assert near["squared"] == pytest.approx(37 / 7) and far["squared"] == pytest.approx(50 / 7)
    assert near["absolute"] == far["absolute"] == 5.4
    # by hand: 4.6, 5.4, 6.0 are within 1 of 16/3, two points lie below and two above
    assert near["Huber"] == pytest.approx(16 / 3) and far["Huber"] == pytest.approx(16 / 3)


@given(st.floats(0, 20), st.floats(0.1, 15))
def test_hubers_answer_has_the_least_huber_loss(at, threshold):
    x = np.append(widget.OTHERS, at)
    c = widget.huber_center(x, threshold)
    found = minimize_scalar(huber_loss, (0, 20), args=(x, threshold), tol=1e-12)
    assert huber_loss(c, x, threshold) <= found.fun + 1e-9
    assert abs(np.clip(x - c, -threshold, threshold).sum()) < 1e-9


@given(st.floats(0, 20))
def test_a_wide_threshold_gives_the_mean_and_a_narrow_one_the_median(at):
    x = np.append(widget.OTHERS, at)
    assert widget.huber_center(x, 20.0) == pytest.approx(x.mean())
    assert widget.huber_center(x, 1e-9) == pytest.approx(np.median(x), abs=1e-6)


def test_what_is_drawn_is_what_is_said():
    view = widget.draw(moved(12.0))
    lines = [mark.x[0] for mark in view.panels[0].marks if isinstance(mark, ui.Line)][1:]
    assert lines == pytest.approx([6.0, 5.4, 16 / 3])
    assert "mean 6.00" in view.readout and "median 5.40" in view.readout
    assert "Huber 5.33" in view.readout and "3 of 7 points" in view.readout
    (band,) = (mark for mark in view.panels[0].marks if isinstance(mark, ui.Area))
    assert (min(band.x), max(band.x)) == pytest.approx((13 / 3, 19 / 3))


def test_the_readout_names_the_two_turning_points():
    assert "beyond all the other six" not in widget.draw(moved(17.6)).readout  # 47.6 / 7 = 6.8
    assert "beyond all the other six" in widget.draw(moved(17.7)).readout
    assert "Huber's answer is the mean" in widget.draw(moved(20.0, 13.0)).readout
    assert "Huber's answer is the mean" not in widget.draw(moved(20.0, 12.0)).readout


def test_a_press_moves_the_point_and_stays_on_the_line():
    state = widget.State()
    assert widget.update(state, "line", [13.37, 3.0]).outlier == pytest.approx(13.4)
    assert widget.update(state, "line", [99.0, 0.0]).outlier == 20
    assert widget.update(state, "line", [-1.0, 0.0]).outlier == 0


def test_it_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    assert widget.outlier() is None
    ((_, still, alt, caption, _),) = shown
    still.canvas.draw()
    assert "Mean 6.00, median 5.40, Huber 5.33." in alt
    assert "mean 6.00, median 5.40, Huber 5.33" in caption and len(caption) < 160
