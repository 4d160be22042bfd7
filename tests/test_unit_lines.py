"""The widget at the end of lesson 02 without a browser: a hidden layer learns, line by line."""

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import unit_lines as widget


def press(state, *names):
    for name in names:
        state = widget.update(state, name, None)
    return state


def start(data="XOR", units=2, seed=0):
    return widget.started(widget.State(data, units, seed))


def test_the_steps_are_those_of_another_library_from_the_same_start():
    state = start("circles", 3, seed=5)
    X, y = widget.points("circles")
    other = MLPClassifier(
        (3,), activation="logistic", solver="sgd", alpha=0, batch_size=len(y), momentum=0,
        learning_rate_init=widget.RATE, shuffle=False, max_iter=1, warm_start=True,
    )  # fmt: skip
    other.partial_fit(X, y, classes=[0, 1])
    other.coefs_ = [W.copy() for W, _ in state.params]
    other.intercepts_ = [b.copy() for _, b in state.params]
    for _ in range(20):
        other.partial_fit(X, y)
    state = press(state, *["step"] * 20)
    for (W, b), W_other, b_other in zip(
        state.params, other.coefs_, other.intercepts_, strict=True
    ):
        np.testing.assert_allclose(W, W_other, atol=1e-10)
        np.testing.assert_allclose(b, b_other, atol=1e-10)


@pytest.mark.parametrize(("data", "too_few", "enough"), [("XOR", 1, 4), ("circles", 2, 4)])
def test_too_few_units_never_learn_it_and_four_always_do(data, too_few, enough):
    n = len(widget.points(data)[1])
    few, many = (
        [widget.right(widget.step(start(data, units, seed), 1000)) for seed in range(10)]
        for units in (too_few, enough)
    )
    assert max(few) < n and min(many) == n


def test_two_units_learn_xor_from_some_starts_and_are_stuck_from_others():
    found = [widget.right(widget.step(start(seed=seed), 1000)) for seed in range(50)]
    assert 25 <= found.count(4) <= 43


def test_run_goes_on_until_pause_and_ends_at_the_last_step():
    state = press(start(), "run", "tick", "tick")
    assert len(state.losses) == 1 + 2 * widget.STRIDE and widget.draw(state).tick == widget.TICK
    assert not press(state, "run").running and not press(state, "step").running
    end = widget.step(state, 10**6)
    assert len(end.losses) == widget.MOST_STEPS + 1 and not press(end, "tick").running
    view = widget.draw(press(end, "run"))
    assert view.tick is None and "It stops here" in view.readout
    assert len(press(end, "step").losses) == widget.MOST_STEPS + 1


def test_the_same_start_comes_again_and_a_new_one_is_another():
    first = start()
    again = press(first, "step", "step", "reset")
    assert again.losses == first.losses and np.array_equal(again.params[0].W, first.params[0].W)
    assert press(first, "new").losses != first.losses
    other = widget.update(press(first, "step"), "units", 5)
    assert other.params[0].W.shape == (2, 5) and len(other.losses) == 1
    assert widget.update(other, "data", "circles").units == 5


def test_a_step_leaves_the_earlier_state_as_it_was():
    state = start()
    before = state.params[0].W.copy()
    press(state, "step")
    assert np.array_equal(state.params[0].W, before)


def test_each_line_is_where_its_unit_answers_one_half():
    state = widget.step(start("circles", 3), 100)
    lines = [m for m in widget.draw(state).panels[0].marks if isinstance(m, ui.Line)]
    (W, b), _ = state.params
    assert len(lines) == 3
    for unit, line in enumerate(lines):
        z = np.column_stack([line.x, line.y]) @ W[:, unit] + b[unit]
        np.testing.assert_allclose(z, 0, atol=1e-9)


def test_each_unit_is_named_on_the_side_where_it_is_on():
    state = widget.step(start(), 300)
    names = [m for m in widget.draw(state).panels[0].marks if isinstance(m, ui.Text)]
    (W, b), _ = state.params
    assert [m.words for m in names] == ["h₁", "h₂"]
    assert all([m.x, m.y] @ W[:, i] + b[i] > 0 for i, m in enumerate(names))


def test_the_tint_is_the_answer_and_the_readout_gives_every_number():
    state = widget.step(start(units=4), 300)
    view = widget.draw(state)
    image = view.panels[0].marks[0]
    corner = widget.answers(state, np.array([[-0.5, 1.5]]))  # top left
    assert np.array_equal(image.rgba[0, 0], ui.shade(corner)[0])
    assert np.array_equal(ui.shade(np.array([0.0, 0.5, 1.0]), 1)[1], [255] * 4)
    (W, _), (V, _) = state.params
    assert view.readout.count("= σ(") == 4 and "4 of 4 right" in view.readout
    for value in (*W.ravel(), *V.ravel()):
        assert ui.number(abs(value)) in view.readout
