"""The descent widget without a browser: what a walk is, what is drawn and said of it."""

import numpy as np
import pytest

from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import descent as w9


def press(state, *names):
    for name in names:
        state = w9.update(state, name, None)
    return state


def lines(state, panel=0):
    return [m for m in w9.draw(state).panels[panel].marks if isinstance(m, ui.Line)]


def curves(state):
    return [line for line in lines(state, panel=1) if line.x[0] == 0]


def test_plain_descent_multiplies_each_weight_by_one_minus_rate_times_curvature():
    state = w9.State(start=(1.0, 1.0), log_rate=-2.0, n=3)
    # rate 0.01: factors 0.99 along and 0.5 across
    np.testing.assert_allclose(w9.walk(state)[-1], [0.99**3, 0.5**3], rtol=1e-12)


@pytest.mark.parametrize(("rule", "limit"), [("plain", 0.04), ("momentum", 0.076)])
def test_the_stated_limit_parts_the_walks_that_return_from_those_that_do_not(rule, limit):
    state = w9.State(rule=rule, n=w9.MOST_STEPS)
    assert w9.stable_rate(state) == pytest.approx(limit)
    below = w9.walk(state._replace(log_rate=np.log10(0.97 * limit)))
    above = w9.walk(state._replace(log_rate=np.log10(1.03 * limit)))
    assert abs(below[-1, 1]) < 1 < 30 < abs(above[-1, 1])


def test_momentum_without_momentum_is_plain_descent():
    plain = w9.State(n=20)
    np.testing.assert_allclose(
        w9.walk(plain._replace(rule="momentum", mu=0.0)), w9.walk(plain), rtol=1e-12
    )


@pytest.mark.parametrize("rule", ["RMSprop", "Adam"])
def test_the_rules_that_scale_each_weight_take_the_same_path_in_both_landscapes(rule):
    bowl = w9.State(surface="bowl", rule=rule, n=40, start=(-8.0, 2.0))
    np.testing.assert_allclose(w9.walk(bowl), w9.walk(bowl._replace(surface="ravine")), atol=1e-5)


def test_a_walk_that_leaves_is_cut_off_said_so_and_stops_playing():
    state = press(w9.State(log_rate=0.0), "play", *["tick"] * 10)
    assert not state.playing and w9.ended(state)
    assert np.abs(w9.walk(state)).max() < w9.FAR
    view = w9.draw(state)
    assert "Thrown out" in view.readout and view.tick is None


def test_play_step_pause_and_reset():
    state = press(w9.State(), "play", "tick", "tick")
    assert state.n == 2 and state.playing and w9.draw(state).tick == w9.TICK
    assert not press(state, "play").playing and not press(state, "step").playing
    assert press(state, "reset").n == 0
    end = press(w9.State(n=w9.MOST_STEPS), "step")
    assert end.n == w9.MOST_STEPS and press(end, "play").n == 0


def test_kept_walks_are_drawn_beside_the_new_one_and_at_most_four():
    state = w9.State(n=5)
    alone = len(lines(state))
    kept = w9.update(press(state, "keep"), "rule", "Adam")
    assert len(lines(kept)) == alone + 1 and len(curves(kept)) == len(curves(state)) + 1 == 2
    assert len(press(kept, *["keep"] * 9).kept) == 4
    assert press(kept, "forget").kept == ()
    assert w9.update(kept, "surface", "bowl").kept == ()  # they belong to the other landscape


def test_each_colour_is_named_once_there_are_several_walks():
    panel = w9.draw(w9.State(n=5)).panels[1]
    assert not [m for m in panel.marks if isinstance(m, ui.Text)]
    state = w9.update(press(w9.State(n=5), "keep"), "rule", "Adam")
    panel = w9.draw(state).panels[1]
    samples = {line.y[0]: line.colour for line in lines(state, panel=1) if line.x[0] > 0}
    named = {m.words: samples[m.y] for m in panel.marks if isinstance(m, ui.Text)}
    assert named == {"plain at 0.025": ui.BLUE, "Adam": ui.VIOLET}


def test_the_start_can_be_set_by_sliders_for_those_without_a_mouse():
    state = w9.update(w9.update(w9.State(), "start₁", 2.5), "start₂", -1.5)
    assert w9.walk(state).tolist() == [[2.5, -1.5]]
    names = [c.name for c in w9.draw(state).controls if isinstance(c, ui.Slider) and c.enabled]
    assert names == ["log_rate", "start₁", "start₂"]


def test_the_start_is_where_the_mouse_was_pressed_kept_inside_the_picture():
    assert w9.update(w9.State(), "start", [3.0, -2.0]).start == (3.0, -2.0)
    assert w9.update(w9.State(), "start", [99.0, -99.0]).start == (w9.X[1], w9.Y[0])


@pytest.mark.parametrize("surface", list(w9.CURVATURES))
def test_the_still_has_alt_text_and_a_caption_that_stay_the_same(monkeypatch, surface):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    w9.descent(surface)
    w9.descent(surface)
    (widget, still, alt, caption, _), again = shown
    still.canvas.draw()
    assert len(still.axes) == 2 and surface in alt and len(caption) < 160
    assert again[2:4] == (alt, caption) and widget.state == w9.State(surface=surface)
