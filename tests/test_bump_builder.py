"""W5 without a browser: what a state becomes, and what is said and drawn of it."""

import numpy as np
import pytest

from mlp_lesson.approximation import CURVES, bump_middles
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import bump_builder as w5


def start(curve="wave", bumps=8):
    return w5.on_the_curve(w5.State(curve, ()), bumps)


def lines(view, panel):
    return [mark for mark in view.panels[panel].marks if isinstance(mark, ui.Line)]


def test_another_curve_or_number_puts_the_bumps_back_on_the_curve():
    state = w5.update(w5.update(start(), "height", 1.3), "bumps", 20)
    assert np.allclose(state.heights, CURVES["wave"].f(bump_middles(20))) and not state.own
    state = w5.update(w5.update(state, "height", 1.3), "curve", "roof")
    assert np.allclose(state.heights, CURVES["roof"].f(bump_middles(20))) and not state.own


def test_a_press_in_the_plane_moves_the_bump_below_it_and_no_other():
    before, state = start(), w5.update(start(), "plane", [0.3, -0.504])
    assert state.chosen == 2 and state.heights[2] == -0.5 and state.own
    assert [i for i in range(8) if state.heights[i] != before.heights[i]] == [2]
    assert w5.update(start(), "plane", [1.0, 9.0]).heights[7] == w5.LIMIT
    assert w5.update(start(), "plane", [-0.1, 0.0]).chosen == 0


def test_two_sliders_do_what_the_mouse_does():
    state = w5.update(w5.update(start(), "chosen", 3), "height", -0.5)
    assert state == w5.update(start(), "plane", [0.3, -0.5])
    assert w5.update(state, "reset", None) == start()._replace(chosen=2)


def test_the_chosen_bump_is_still_one_when_there_are_fewer():
    state = w5.update(w5.update(start(), "chosen", 8), "bumps", 3)
    assert state.chosen == 2
    w5.draw(state)


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("bumps", [1, 2, 7, 40])
@pytest.mark.parametrize("steepness", [1, 20, 100])
def test_the_error_drawn_lies_within_the_certificate_and_the_bound(curve, bumps, steepness):
    state = start(curve, bumps)._replace(steepness=steepness)
    view = w5.draw(state)
    drawn = np.abs(lines(view, 1)[-1].y).max()
    assert drawn <= w5.bound(state) + 1e-12
    certified = float(view.readout.split("certified at most ")[1].split()[0])
    assert drawn <= certified + 5e-5
    assert "kept" in view.readout and f"{bumps - 1} hidden neuron" in view.readout


def test_heights_of_your_own_are_judged_by_the_certificate_alone():
    readout = w5.draw(w5.update(start(), "plane", [0.3, -1.0])).readout
    assert "does not speak of them" in readout and "kept" not in readout
    better = start()
    for i, height in [(0, 0.35), (3, 0.35), (4, -0.35), (7, -0.35)]:  # the steep blocks' mid-range
        better = w5.update(w5.update(better, "chosen", i + 1), "height", height)
    assert "still within" in w5.draw(better).readout
    assert w5.certificate(better).bound < w5.certificate(start()).measured


def test_it_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    w5.bump_builder("roof", 5)
    ((widget, still, alt, caption, _),) = shown
    still.canvas.draw()
    assert len(still.axes) == 2 and "5 bumps" in alt
    assert caption.startswith("5 bumps follow the roof within 0.20.")
