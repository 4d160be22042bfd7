"""Widgets without a browser: what a state becomes, and what is drawn of it."""

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from mlp_lesson.gradcheck import numerical_gradient
from mlp_lesson.perceptron import corrections, train_perceptron
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import activation_explorer, perceptron_line, unit_lines, xor_folding

WIDGETS = {
    perceptron_line.perceptron_line: ["and", "xor", "cloud"],
    xor_folding.xor_folding: list(xor_folding.HIDDEN),
    activation_explorer.activation_explorer: list(activation_explorer.ACTIVATIONS),
    unit_lines.unit_lines: list(unit_lines.BOXES),
}


def marks(view, kind, panel=0):
    """The marks of one kind in one panel."""
    return [mark for mark in view.panels[panel].marks if isinstance(mark, kind)]


def press(widget, state, *names):
    for name in names:
        state = widget.update(state, name, None)
    return state


# ---- every widget


@pytest.mark.parametrize(
    ("function", "argument"), [(f, a) for f, arguments in WIDGETS.items() for a in arguments]
)
def test_a_widget_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch, function, argument):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    assert function(argument) is None
    (widget, still, alt, caption, invitation), again = shown[0], None
    assert len(alt) > 40 and len(caption) < 160 and "\n" not in caption
    assert len(still.axes) == len(widget.view["panels"])
    still.canvas.draw()
    function(argument)
    again = shown[1]
    assert again[2:] == (alt, caption, invitation) and invitation.startswith("To ")


# ---- the canvas


def counter(state, name, value):
    if name == "break":
        raise ZeroDivisionError("no such number")
    return state + 1


def counted(state):
    panel = ui.Panel((0, 1), (0, 1), [ui.Points([0.5], [state / 8])], "a point")
    controls = [ui.Button("more", "More"), ui.Slider("s", "s", 0, 0, 1, 1)]
    return ui.View([panel], f"{state}", controls)


def event(name, beat=0, number=1, sender="me"):
    return {
        "name": name, "value": None, "at": 12.5, "beat": beat, "sender": sender, "number": number,
    }  # fmt: skip


def test_an_event_changes_state_picture_and_readout():
    widget = ui.CanvasWidget(3, counter, counted)
    widget._receive(**event("more"))
    assert widget.state == 4 and widget.view["readout"] == "4" and widget.view["serial"] == 1
    assert widget.view["at"] == 12.5 and widget.view["heard"] == ["me", 1]
    (mark,) = widget.view["panels"][0]["marks"]
    assert mark["kind"] == "points" and mark["colour"] == ui.BLUE
    assert np.frombuffer(mark["y"], np.float32).tolist() == [0.5]
    assert [control["kind"] for control in widget.view["controls"]] == ["button", "slider"]


def test_an_exception_is_shown_in_the_widget_and_raised_and_the_next_event_clears_it():
    widget = ui.CanvasWidget(3, counter, counted)
    with pytest.raises(ZeroDivisionError):
        widget._receive(**event("break"))
    assert widget.view["error"] == "ZeroDivisionError: no such number" and widget.state == 3
    assert widget.view["heard"] == ["me", 1]
    widget._receive(**event("more"))
    assert widget.view["error"] == "" and widget.state == 4


def test_of_two_views_of_a_widget_only_one_keeps_time():
    widget = ui.CanvasWidget(0, counter, lambda state: counted(state)._replace(tick=50))
    widget._receive(**event("tick", beat=0))
    widget._receive(**event("tick", beat=0, sender="the other"))  # for the same picture
    assert widget.state == 1
    widget._receive(**event("tick", beat=1, number=2))
    assert widget.state == 2


def test_a_tick_that_comes_too_late_is_answered_and_changes_nothing():
    widget = ui.CanvasWidget(0, counter, counted)  # it does not play
    widget._receive(**event("tick", number=7))
    assert widget.state == 0 and widget.view["serial"] == 0 and widget.view["heard"] == ["me", 7]


def test_events_that_come_in_two_threads_are_taken_one_after_the_other():
    def slow(state, name, value):
        time.sleep(0.02)
        return state + 1

    widget = ui.CanvasWidget(0, slow, counted)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: widget._receive(**event("more", number=n)), range(4)))
    assert widget.state == 4 and widget.view["serial"] == 4


def test_every_mark_is_encoded_for_the_browser_and_drawn_in_the_still():
    xy = np.array([0.0, 1.0]), np.array([1.0, 0.0])
    everything = [
        ui.Image(ui.tint([[0, 1]]), (0, 1, 0, 1)), ui.Area(*xy), ui.Line(*xy), ui.Points(*xy),
        ui.Points(*xy, shape="cross"), ui.Arrow((0, 0), (1, 1)), ui.Text(0.5, 0.5, "two\nlines"),
    ]  # fmt: skip
    view = ui.View([ui.Panel((0, 1), (0, 1), everything, axes=False)], "", [])
    encoded = ui._encode(view)["panels"][0]["marks"]
    kinds = "image area line points points arrow text".split()
    assert [mark["kind"] for mark in encoded] == kinds
    assert (encoded[0]["rows"], encoded[0]["columns"], len(encoded[0]["rgba"])) == (1, 2, 8)
    (ax,) = ui.still(view).axes
    assert len(ax.images) == 1 and len(ax.lines) == 3 and ax.texts[1].get_text() == "two\nlines"


@pytest.mark.parametrize(("value", "words"), [(-1.5, "−1.50"), (-0.001, "0.00"), (2, "2.00")])
def test_numbers_have_a_true_minus_and_no_minus_zero(value, words):
    assert ui.number(value) == words


@given(*[st.floats(-3, 3) for _ in range(3)])
def test_a_half_plane_covers_its_share_of_the_square(w1, w2, b):
    assume(abs(w1) + abs(w2) > 0.1)
    xs, ys = ui.half_plane(np.array([w1, w2]), b, (-1, 1), (-1, 1))
    area = abs(np.dot(xs, np.roll(ys, 1)) - np.dot(ys, np.roll(xs, 1))) / 2  # shoelace
    side = (np.arange(200) + 0.5) / 100 - 1
    counted = np.mean(w1 * side[:, None] + w2 * side + b > 0) * 4
    assert area == pytest.approx(counted, abs=0.05)
    for x, y in ui.straight_line((w1, w2), b).T:
        assert w1 * x + w2 * y + b == pytest.approx(0, abs=1e-9)


# ---- W1: the perceptron's line


@pytest.mark.parametrize("data", ["and", "or", "nand"])
def test_correcting_every_mistake_in_turn_ends_with_all_points_right(data):
    state = perceptron_line.State(data)
    while len(perceptron_line.mistakes(state)) > 0:
        state = press(perceptron_line, state, "step")
    w, b, n_mistakes = train_perceptron(*perceptron_line.points(data))
    assert (state.made, state.w1, state.w2, state.b) == (n_mistakes, *w, b)


def test_steps_are_the_corrections_of_the_rule():
    state = perceptron_line.State("and")
    for step in corrections(*perceptron_line.points("and")):
        state = press(perceptron_line, state, "step")
        assert (state.row, state.w1, state.w2, state.b) == (step.row, *step.w, step.b)


def test_passes_learn_the_cloud_within_the_bound():
    state = press(perceptron_line, perceptron_line.State("cloud"), *["pass"] * 30)
    assert len(perceptron_line.mistakes(state)) == 0
    assert f"zero weights: {state.made}, of at most 176" in perceptron_line.draw(state).readout
    assert state.made < 176


def test_the_mistakes_are_ringed_and_counted():
    state = perceptron_line.State("and", w1=1.0, w2=1.0, b=-0.5)  # OR's line
    view = perceptron_line.draw(state)
    ring = next(m for m in marks(view, ui.Points) if not m.filled)
    assert list(zip(ring.x, ring.y, strict=True)) == [(0, 1), (1, 0)]
    assert "2 of 4 points right" in view.readout
    assert "z = 1.00·x₁ + 1.00·x₂ − 0.50" in view.readout


def test_a_weight_moved_by_hand_ends_the_count_and_zero_begins_it_again():
    state = press(perceptron_line, perceptron_line.State("and"), "step")
    assert state.made == 1
    state = perceptron_line.update(state, "w1", 2)
    assert state.w1 == 2 and state.made is None
    assert "by hand" in perceptron_line.draw(state).readout
    assert press(perceptron_line, state, "zero") == perceptron_line.State("and")


def test_xor_is_never_learned_and_promised_nothing():
    state = press(perceptron_line, perceptron_line.State("xor"), *["pass"] * 50)
    view = perceptron_line.draw(state)
    assert len(perceptron_line.mistakes(state)) > 0 and "no bound" in view.readout


def test_the_line_drawn_is_where_the_neuron_changes_its_answer():
    view = perceptron_line.draw(perceptron_line.State("and", 2.0, 1.0, -2.5))
    (line,) = marks(view, ui.Line)
    assert np.allclose(2 * line.x + line.y, 2.5)
    (arrow,) = marks(view, ui.Arrow)
    assert np.subtract(arrow.head, arrow.tail) @ [1, -2] == pytest.approx(0)  # along w


@given(st.floats(-4, 4), st.floats(-4, 4), st.floats(-4, 4))
def test_the_arrows_name_stands_on_no_point(w1, w2, b):
    assume(abs(w1) + abs(w2) > 0.1)
    view = perceptron_line.draw(perceptron_line.State("or", w1, w2, b))
    (name,) = marks(view, ui.Text)
    X, _ = perceptron_line.points("or")
    assert np.linalg.norm(X - [name.x, name.y], axis=1).min() > 0.1


def test_a_gate_is_called_by_its_name_in_capitals():
    panel = perceptron_line.draw(perceptron_line.State("and")).panels[0]
    assert panel.alt.startswith("The points of AND and the line")
    assert panel.title == "AND: 3 of 4 points right"


# ---- W2: folding the plane


@pytest.mark.parametrize("units", ["threshold", "ReLU"])
def test_a_line_appears_when_two_points_have_passed_each_other(units):
    # threshold units take (1,0) to (1, t) and (1,1) to (1, 1-t); ReLU take (0,1) to (t, 1-t), which
    # is on the segment from (0, t) to (1+t, 1-t) when (1-t)(1+t) = 2t - t²: both times at t = 1/2
    for t, separable in [(0.49, False), (0.51, True), (0, False), (1, True)]:
        points = xor_folding.folded(xor_folding.X, xor_folding.State(units, t))
        found = xor_folding.separate(points[xor_folding.Y == 0], points[xor_folding.Y == 1])
        assert (found is not None) == separable


@given(st.lists(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=4, max_size=4))
def test_separate_agrees_with_the_linear_program(points):
    A, B = np.array(points[:2], dtype=float), np.array(points[2:], dtype=float)
    rows = np.vstack([np.column_stack([A, np.ones(2)]), -np.column_stack([B, np.ones(2)])])
    possible = linprog(np.zeros(3), rows, -np.ones(4), bounds=(None, None)).status == 0
    found = xor_folding.separate(A, B)
    assert (found is not None) == possible
    if found is not None:
        w, b, gap = found
        assert np.all(B @ w + b >= gap / 2 - 1e-9) and np.all(A @ w + b <= 1e-9 - gap / 2)


def test_the_hidden_units_are_those_of_the_formulas():
    answers = {  # OR and NAND of (0,0), (0,1), (1,0), (1,1); ReLU: x₁ + x₂ and 1 - x₁ - x₂
        "threshold": [[0, 1], [1, 1], [1, 1], [1, 0]],
        "ReLU": [[0, 1], [1, 0], [1, 0], [2, 0]],
    }
    for units, expected in answers.items():
        assert xor_folding.hidden(xor_folding.X, units).tolist() == expected
    h = xor_folding.hidden(np.array([[0.5, 0.0]]), "sigmoid")
    assert np.allclose(h, [[0.5, 1 / (1 + np.exp(-8))]])


@pytest.mark.parametrize(
    ("fold", "names"), [(0, "x₁ x₂"), (0.3, "between x₁ and h₁ between x₂ and h₂"), (1, "h₁ h₂")]
)
def test_the_axes_of_the_folded_plane_say_how_far_it_is_folded(fold, names):
    panel = xor_folding.draw(xor_folding.State(fold=fold)).panels[1]
    assert f"{panel.xlabel} {panel.ylabel}" == names


def test_the_tinted_input_plane_gives_xor_its_classes():
    view = xor_folding.draw(xor_folding.State("ReLU", 1.0))
    (image,) = marks(view, ui.Image)
    place = (xor_folding.PLANE.reshape(80, 80, 2)[:, :, None] - xor_folding.X) ** 2
    nearest = place.sum(axis=-1).reshape(-1, 4).argmin(axis=0)  # the pixel of each point
    colours = image.rgba.reshape(-1, 4)[nearest]
    blue, orange = ui.tint([[0, 1]])[0]
    expected = [blue, orange, orange, blue]
    assert np.array_equal(colours, expected)
    assert marks(xor_folding.draw(xor_folding.State("ReLU", 0.0)), ui.Image) == []


def test_threshold_units_break_the_grid_and_sigmoids_bend_it():
    gaps = {}
    for units in xor_folding.HIDDEN:
        (line,) = marks(xor_folding.draw(xor_folding.State(units, 0.5)), ui.Line, panel=1)[:1]
        gaps[units] = int(np.isnan(line.x).sum())
    # 22 lines; a line at height c jumps where x = 0.5 - c and 1.5 - c: each of the 22 jumps once,
    # but for the two middle ones, at 0.5, which do so at their ends
    assert gaps["sigmoid"] == gaps["ReLU"] == 22 < gaps["threshold"] <= 22 + 24


# ---- W3: the activations


@pytest.mark.parametrize("name", list(activation_explorer.ACTIVATIONS))
def test_the_tangent_has_the_slope_of_the_curve(name):
    state = activation_explorer.update(activation_explorer.State(z=-0.7), "activation", name)
    f, f_prime = activation_explorer.functions(state)
    slope = numerical_gradient(lambda z: float(f(z)[()]), np.array(-0.7))
    assert f_prime(-0.7) == pytest.approx(float(slope), abs=1e-7)
    _, _, tangent = marks(activation_explorer.draw(state), ui.Line)
    assert np.diff(tangent.y) / np.diff(tangent.x) == pytest.approx(float(slope), abs=1e-7)


def test_a_parameter_reaches_the_curve_and_starts_at_its_usual_value():
    state = activation_explorer.update(activation_explorer.State(z=-1.0), "activation", "elu")
    assert state.parameter == 1.0
    state = activation_explorer.update(state, "parameter", 0.5)
    f, f_prime = activation_explorer.functions(state)
    assert f(-1.0) == pytest.approx(0.5 * (np.exp(-1) - 1))
    assert f_prime(-1.0) == pytest.approx(0.5 * np.exp(-1))
    view = activation_explorer.draw(activation_explorer.update(state, "activation", "relu"))
    assert [c.enabled for c in view.controls if c.name == "parameter"] == [False]


def test_a_kink_is_named_and_its_jump_is_not_joined():
    state = activation_explorer.State("relu", z=0.0)
    view = activation_explorer.draw(state)
    assert "does not exist; the code returns 0.00" in view.readout
    assert np.isnan(marks(view, ui.Line, panel=1)[1].y).sum() == 1
    smooth = activation_explorer.draw(activation_explorer.State("elu", 0.0, parameter=1.0))
    assert "does not exist" not in smooth.readout
    assert not np.isnan(marks(smooth, ui.Line, panel=1)[1].y).any()


def test_saturation_is_named():
    assert "Flat" in activation_explorer.draw(activation_explorer.State("tanh", 3.0)).readout
    assert "Flat" not in activation_explorer.draw(activation_explorer.State("tanh", 1.0)).readout


def test_a_press_in_a_panel_moves_z_to_a_multiple_of_the_step():
    state = activation_explorer.update(activation_explorer.State(), "point", [1.234, 9.0])
    assert state.z == pytest.approx(1.25)
    assert activation_explorer.update(state, "point", [77.0, 0.0]).z == 5
