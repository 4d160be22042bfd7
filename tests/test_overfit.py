"""The widget of lesson 10 without a browser: trained exactly, and stopped at will."""

from functools import partial

import numpy as np
import pytest
from sklearn.linear_model import Ridge

from mlp_lesson.optimizers import sgd, walk
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import overfit as widget


def descended(penalty, epochs):
    """The output weights after so many steps of plain gradient descent, taken one by one."""
    d = widget.data()
    A = d.hidden(d.x)

    def gradient(w):
        return (A.T @ (A @ w - d.y) + penalty * w) / widget.N_LEARNED

    return walk(gradient, np.zeros(widget.UNITS), sgd, widget.RATE, epochs)[-1]


@pytest.mark.parametrize("penalty", [1e-5, 0.1, 10])
def test_the_weights_are_those_of_gradient_descent(penalty):
    exact = widget.weights(penalty, [0, 1, 300])
    assert not exact[:, 0].any()
    for column, epochs in ((1, 1), (2, 300)):
        assert np.allclose(exact[:, column], descended(penalty, epochs), atol=1e-9)


def test_in_the_end_they_are_those_of_ridge_regression():
    d, penalty = widget.data(), 0.1
    ridge = Ridge(alpha=penalty, fit_intercept=False).fit(d.hidden(d.x), d.y)
    assert np.allclose(widget.weights(penalty, [1e9])[:, 0], ridge.coef_, atol=1e-6)


def test_the_errors_are_those_of_these_weights_on_both_sets():
    d, w = widget.data(), descended(0.1, 100)
    now = widget.now(widget.State(log_epochs=2.0, log_penalty=-1.0))
    assert now.seen == pytest.approx(np.mean((d.hidden(d.x) @ w - d.y) ** 2))
    assert now.unseen == pytest.approx(np.mean((d.hidden(d.x_others) @ w - d.y_others) ** 2))


def test_hardly_braked_it_learns_by_heart_and_the_error_on_the_others_turns():
    seen, unseen = widget.errors(-5.0)
    assert (np.diff(seen) < 0).all()
    assert 0 < unseen.argmin() < 60 and unseen[-1] > 5 * unseen.min()


def test_a_penalty_does_the_work_of_stopping_and_too_large_a_one_does_harm():
    stopped = widget.now(widget.State(log_penalty=-5.0)).lowest
    assert widget.now(widget.State(log_penalty=-1.0)).unseen < 1.05 * stopped
    assert widget.now(widget.State(log_penalty=1.0)).unseen > 2 * stopped


@pytest.mark.parametrize(("log_epochs", "words"), [
    (0, "stopped after 1 epoch: "),
    (0.5, "Too early: after 100 epochs it is 0.100"),
    (2, "this λ allows no less"),
    (6, "Too late: after 100 epochs it is 0.100"),
])  # fmt: skip
def test_the_readout_says_on_which_side_of_the_best_epoch_one_has_stopped(log_epochs, words):
    state = widget.update(widget.State(), "log_epochs", log_epochs)
    assert words in widget.draw(state).readout


def test_the_line_can_be_dragged_and_stays_in_the_picture():
    drag = partial(widget.update, widget.State(), "stop")
    assert [drag([x, 0]).log_epochs for x in (-3, 2.02, 99)] == [0, 2.0, 6]


def test_what_is_drawn_is_what_is_said():
    fit, curves = widget.draw(widget.State(log_epochs=1.0)).panels
    (line,) = (m for m in curves.marks if isinstance(m, ui.Line) and m.colour == ui.GREY)
    assert list(line.x) == [1.0, 1.0]
    now = widget.now(widget.State(log_epochs=1.0))
    places = [(m.x[0], 10 ** m.y[0]) for m in curves.marks if isinstance(m, ui.Points)]
    assert np.allclose(places[:3], [(1, now.unseen), (1, now.seen), (now.best, now.lowest)])
    lines = [m for m in curves.marks if isinstance(m, ui.Line) and m.colour != ui.GREY]
    both = [np.interp(1, line.x, line.y) for line in lines]
    assert np.allclose(both, np.log10([now.seen, now.unseen]))
    assert f"{now.seen:.3f} on the round ones, {now.unseen:.3f} on the square ones" in fit.alt
    assert all("λ = 0.00001, stopped after 10 epochs" in panel.alt for panel in (fit, curves))


def test_the_curve_never_leaves_the_picture():
    for log_penalty in (-5.0, -3.0, 1.0):
        for log_epochs in (0, 3, 6):
            fit, _ = widget.draw(widget.State(log_epochs, log_penalty)).panels
            (curve,) = (m for m in fit.marks if isinstance(m, ui.Line) and m.colour == ui.PURPLE)
            assert widget.Y[0] < curve.y.min() and curve.y.max() < widget.Y[1]


def test_the_curve_goes_through_what_is_learned_by_heart():
    fit, d = widget.draw(widget.State()).panels[0], widget.data()
    (line,) = (m for m in fit.marks if isinstance(m, ui.Line) and m.colour == ui.PURPLE)
    misses = np.interp(d.x, line.x, line.y) - d.y
    assert np.mean(misses**2) == pytest.approx(widget.now(widget.State()).seen, rel=0.05)


def test_it_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    assert widget.overfit() is None
    ((_, still, alt, caption, _),) = shown
    still.canvas.draw()
    assert "lowest after 100 epochs: 0.100" in alt
    assert "1,000,000 epochs the error on the others is 0.6" in caption and len(caption) < 160
    assert "after 100 epochs, at the diamond, it was 0.1." in caption
