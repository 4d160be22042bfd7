"""The weight film without a browser: what is recorded, what is drawn and said of it."""

import numpy as np
import pytest

from mlp_lesson.data import load_mnist
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import weight_film as w7


def press(state, *names):
    for name in names:
        state = w7.update(state, name, None)
    return state


def recorded(n_units=3, epochs=2, size=(2, 2)):
    """Frames of a network 4-n-2 whose first layer grows by 1 an epoch, all over."""
    W, V = np.array([[-1.0], [0.0], [0.5], [1.0]]) * np.ones(n_units), np.ones((n_units, 2))
    frames = [[(W + e, np.zeros(n_units)), (V, np.zeros(2))] for e in range(epochs + 1)]
    losses = [1 / (e + 1) for e in range(epochs)]
    return w7._recorded(frames, losses, [], size)


def images(state):
    """The pictures of the units; the first image is the scale."""
    return [m for m in w7.draw(state).panels[0].marks if isinstance(m, ui.Image)][1:]


def test_a_picture_holds_its_units_weights_pixel_by_pixel_white_at_zero():
    first = images(recorded()._replace(limits=(1.0, 1.0)))[0].rgba
    blue, white, pale, red = first.reshape(4, 4)[:, :3].astype(int)  # weights -1, 0, 0.5, 1
    assert min(white) > 240 and blue[2] > 2 * blue[0] and red[0] > 2 * red[2]
    assert red[1] < pale[1] < white[1] and first.shape == (2, 2, 4)


def test_colours_are_the_same_distance_from_white_on_both_sides_and_end_at_the_limit():
    below, at, above = (w7.coloured(np.array([[w]]), 0.5)[0, 0] for w in (-3.0, -0.5, 0.5))
    assert np.array_equal(below, at) and not np.array_equal(at, above)


def test_the_scale_stays_through_the_film():
    state, scales = recorded(), []
    for _ in range(3):
        marks = w7.draw(state).panels[0].marks
        scales.append([m.words for m in marks if isinstance(m, ui.Text)][:2])
        state = w7.forward_one(state)
    assert scales[0] == scales[1] == scales[2] and scales[0][1].startswith("+")


def test_how_far_a_unit_has_moved_is_the_length_of_its_change():
    state = w7.update(recorded(), "epoch", 2)
    np.testing.assert_allclose(w7.moved(state), 4.0)  # four weights, each by 2: root of 16
    words = [m.words for m in w7.draw(state).panels[0].marks if isinstance(m, ui.Text)]
    assert "unit 0 · 4.0" in words and "loss 0.500" in w7.draw(state).readout


def test_play_runs_to_the_last_epoch_and_begins_anew_after_it():
    state = press(recorded(), "play", "tick")
    assert state.playing and state.epoch == 1 and w7.draw(state).tick == w7.TICK
    end = press(state, "tick")
    assert end.epoch == 2 and not end.playing and w7.draw(end).tick is None
    assert press(end, "tick").epoch == press(end, "step").epoch == 2
    again = press(end, "play")
    assert again.epoch == 0 and again.playing
    assert press(again, "tick", "play").playing is False
    assert press(end, "reset").epoch == 0


def test_units_come_sixteen_at_a_time_and_a_deeper_layer_as_strips():
    state = recorded(n_units=20)
    assert list(w7.groups(state)) == ["0 to 15", "16 to 19"] and len(images(state)) == 16
    rest = w7.update(state, "units", "16 to 19")
    assert len(images(rest)) == 4 and "units 16 to 19" in w7.draw(rest).panels[0].alt
    outputs = w7.update(rest, "layer", "into the outputs")
    assert outputs.first == 0 and [i.rgba.shape for i in images(outputs)] == [(1, 20, 4)] * 2


def test_a_film_that_records_itself_trains_as_plain_descent_does():
    state = w7._live()
    assert len(state.shots) == 1
    once = w7.forward_one(state)
    before, after = state.shots[0].params[0].W, once.shots[1].params[0].W
    never = load_mnist().X_train[: w7.LIVE_ROWS].max(axis=0) == 0
    assert np.array_equal(before[never], after[never])  # no ink, no gradient
    assert not np.array_equal(before, after) and len(state.shots) == 1
    assert 0.5 < once.shots[1].accuracy < 1 and once.shots[1].loss < np.log(10)
    twice = w7.forward_one(w7.update(once, "epoch", 0))
    assert twice.shots is once.shots  # what is recorded is not trained again


def test_the_recording_ends_and_says_so():
    state = recorded(epochs=w7.LIVE_EPOCHS)._replace(record=w7.record_digits)
    end = w7.update(state, "epoch", w7.LIVE_EPOCHS)
    assert "The recording ends here" in w7.draw(end).readout
    assert press(end, "step").epoch == w7.LIVE_EPOCHS


@pytest.mark.parametrize(
    ("frames", "losses", "words"),
    [
        ([], [], "frames is empty"),
        ([[(np.ones((4, 2)), np.ones(2))], [(np.ones((4, 3)), np.ones(3))]], [], "differ in shape"),
        ([[(np.ones((4, 2)), np.ones(2))]] * 3, [1.0], "needs 2"),
    ],
)
def test_frames_that_do_not_fit_together_are_refused(frames, losses, words):
    with pytest.raises(ValueError, match=words):
        w7.weight_film(frames, losses)


def test_it_is_shown_with_a_still_and_a_caption_that_names_epoch_and_units(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    frames = [shot.params for shot in recorded(20, 2).shots]
    assert w7.weight_film(frames, [0.5, 0.4], [0.8, 0.9], size=(2, 2)) is None
    widget, still, alt, caption, invitation = shown[0]
    assert widget.state.epoch == 0 and "16 of 20 units after 2 epochs" in caption
    assert "epoch 2" in alt and invitation.startswith("To ")
    still.canvas.draw()
