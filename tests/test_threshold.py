"""The widget of lesson 11 without a browser: rates, counts and areas that are known exactly."""

from functools import partial

import numpy as np
import pytest
from sklearn import metrics

from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import threshold as widget


def test_the_rates_are_those_of_normal_scores():
    # by hand: half of a class lies above its mean, 0.8413 above one spread below, 0.1587 above one
    here = widget.rates(widget.State(threshold=1.0, shirts=100, apart=2.0), 1.0)
    assert here.true == pytest.approx(0.8413, abs=1e-4)
    assert here.false == pytest.approx(0.1587, abs=1e-4)
    assert here.precision == pytest.approx(84.13 / (84.13 + 142.83), abs=1e-4)
    assert widget.rates(widget.State(), 2.0).true == 0.5


@pytest.mark.parametrize("apart", [0.0, 1.3, 4.0])
def test_the_area_and_the_curves_are_those_of_drawn_scores(apart):
    rng, state = np.random.default_rng(0), widget.State(shirts=200, apart=apart)
    labels = np.repeat([0, 1], [80_000, 20_000])
    scores = rng.normal(0, 1, len(labels)) + apart * labels
    assert widget.area(state) == pytest.approx(metrics.roc_auc_score(labels, scores), abs=0.01)
    here, called = widget.rates(state, 0.5), scores >= 0.5
    assert here.precision == pytest.approx(metrics.precision_score(labels, called), abs=0.01)
    assert here.true == pytest.approx(metrics.recall_score(labels, called), abs=0.01)


def test_rarer_shirts_leave_roc_as_it_is_and_let_precision_fall():
    many, few = (widget.rates(widget.State(shirts=n), widget.SCORES) for n in (100, 5))
    assert np.array_equal(many.false, few.false) and np.array_equal(many.true, few.true)
    assert (few.precision < many.precision).all()


def test_what_is_drawn_is_what_is_said():
    view = widget.draw(widget.State())
    _, roc, precision = view.panels
    ((fpr, recall), (again, value)) = (
        (m.x[0], m.y[0]) for panel in (roc, precision)
        for m in panel.marks if isinstance(m, ui.Points)
    )  # fmt: skip
    assert recall == again
    assert f"positive rate {fpr:.3f}, recall {recall:.3f}" in roc.alt
    assert f"recall {recall:.3f}, precision {value:.3f}" in precision.alt
    assert "of 100 shirts 84 are called, and 143 of 900 others" in view.readout
    assert "precision 0.37; area under the ROC curve 0.92" in view.readout


def test_the_curves_go_through_their_points_and_the_hills_stand_where_it_is_said():
    state = widget.State(threshold=0.5, shirts=400, apart=1.0)
    scores, roc, precision = widget.draw(state).panels
    here = widget.rates(state, 0.5)
    for panel, x, y in ((roc, here.false, here.true), (precision, here.true, here.precision)):
        (curve,) = (m for m in panel.marks if isinstance(m, ui.Line) and m.colour == ui.PURPLE)
        assert np.hypot(curve.x - x, curve.y - y).min() < 0.01
    lines = [m for m in scores.marks if isinstance(m, ui.Line)]
    assert [m.x[m.y.argmax()] for m in lines if m.colour != ui.INK] == pytest.approx([0, 1])
    assert [list(m.x) for m in lines if m.colour == ui.INK] == [[0.5, 0.5]]


def test_only_what_lies_right_of_the_line_is_shaded():
    def shaded(threshold):
        marks = widget.draw(widget.State(threshold=threshold)).panels[0].marks
        return [min(mark.x) for mark in marks if isinstance(mark, ui.Area)]

    assert shaded(2.0) == pytest.approx([2.0, 2.0])
    assert shaded(-3.0) == [-3, -3]


def test_the_line_can_be_dragged_and_stays_in_the_picture():
    drag = partial(widget.update, widget.State(), "cut")
    assert [drag([x, 0]).threshold for x in (-9, 1.52, 99)] == [-3, 1.5, 7]


def test_it_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    assert widget.threshold() is None
    ((_, still, alt, caption, _),) = shown
    still.canvas.draw()
    assert "ROC curve with area 0.92" in alt
    assert "recall 0.84, false positive rate 0.16, precision 0.37" in caption
    assert len(caption) < 160
