"""W8 without a browser: ink, MNIST's preparation, what is read and why, and how well."""

import re
from pathlib import Path

import numpy as np
import pytest
from drawn_digits import drawings
from sklearn.neural_network import MLPClassifier as Theirs

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.data import load_mnist
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.network import forward
from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import digit_pad as widget
from mlp_lesson.widgets.digit_pad import reader
from mlp_lesson.widgets.digit_pad.ink import Stroke, coarse, ink, mnist_like

LESSON = Path(__file__).parents[1] / "authoring/lessons/00_start_here.py"
BAR = Stroke("bar", ((14, 4), (14, 24)), 2.0)


@pytest.fixture(scope="module")
def mnist():
    data = load_mnist(flat=False)
    return data.X_test, data.y_test


@pytest.fixture
def state():
    return widget.State(reader.shipped())


def stroke(state, path, name="pad 1"):
    return widget.update(state, name, path)


def press(state, *keys):
    for key in keys:
        state = widget.update(state, f"pad {key}", None)
    return state


# ---- ink ----


def test_a_stroke_leaves_ink_as_wide_as_the_pen_and_round_at_its_ends():
    drawn = ink([BAR])
    across = drawn[56]  # four pixels of the pad are one of MNIST
    assert across.sum() / 4 == pytest.approx(2.0, abs=0.2)
    assert across @ np.arange(112) / across.sum() == pytest.approx(55.5, abs=0.3)
    rows = np.flatnonzero(drawn.any(axis=1))
    assert [rows[0], rows[-1]] == [pytest.approx(12, abs=1), pytest.approx(99, abs=1)]


def test_a_rubber_takes_ink_away_and_a_later_stroke_goes_over_it():
    rubber = Stroke("rubber", ((0, 14), (28, 14)), 4.0, erases=True)
    assert ink([BAR, rubber])[56].max() == 0 and ink([BAR, rubber])[20].max() == 1
    assert ink([rubber, BAR])[56].max() == 1


def test_moved_ink_is_the_same_ink_elsewhere():
    moved = ink([BAR], shift=(3, -2))
    assert np.array_equal(moved[: 112 - 8, 12:], ink([BAR])[8:, :-12])


# ---- as MNIST's digits were prepared ----


def test_mnists_own_digits_go_through_unchanged(mnist):
    for image in mnist[0][:300]:
        np.testing.assert_allclose(mnist_like(ink([], image)), image, atol=0.5 / 255)


@pytest.mark.parametrize("shift", [(4, 0), (-3, 1), (0, -4)])
def test_where_a_digit_lies_makes_no_difference(mnist, shift):
    image = mnist[0][0]
    assert np.array_equal(mnist_like(ink([], image, shift)), mnist_like(ink([], image)))
    assert not np.array_equal(coarse(ink([], image, shift)), coarse(ink([], image)))


def test_the_longer_side_becomes_20_pixels_and_the_centre_of_mass_the_middle():
    block = np.zeros((112, 112))
    block[8:48, 10:30] = 1  # 40 by 20: upright, twice as tall as wide
    like = mnist_like(block)
    rows, columns = np.flatnonzero(like.any(axis=1)), np.flatnonzero(like.any(axis=0))
    assert (len(rows), len(columns)) == (20, 10)
    assert [rows.mean(), columns.mean()] == [pytest.approx(14, abs=0.5)] * 2
    assert like.sum() == pytest.approx(200)


def test_heavy_ink_on_one_side_pulls_the_digit_but_not_off_the_page():
    lopsided = np.zeros((112, 112))
    lopsided[0:4, 0:100] = 1
    lopsided[0:100, 0:2] = 1
    assert mnist_like(lopsided).shape == (28, 28)
    rows = np.flatnonzero(mnist_like(lopsided).any(axis=1))
    assert rows[-1] - rows[0] == 19 and rows[0] > 4


def test_an_empty_pad_is_an_empty_picture():
    assert not mnist_like(np.zeros((112, 112))).any()


# ---- reading ----


def test_the_shipped_network_is_small_and_reads_mnist(mnist):
    assert reader.SHIPPED.stat().st_size < 300_000
    X, y = mnist
    Z, _ = forward(reader.shipped().params, X.reshape(-1, 784), ACTIVATIONS["relu"].f)
    assert np.mean(Z.argmax(axis=1) == y) > 0.97


def test_the_reasons_sum_to_the_logit_without_what_the_biases_put_into_it(mnist):
    network, x = reader.shipped(), mnist[0][3].astype(float)
    Z, cached = forward(network.params, x.reshape(1, -1), ACTIVATIONS["relu"].f)
    on = cached.Z[0][0] > 0  # with these units on, the network is one linear map
    (W1, b1), (W2, b2) = network.params
    for digit in range(10):
        biases = b2[digit] + b1[on] @ W2[on, digit]
        assert reader.why(network, x, digit).sum() == pytest.approx(Z[0, digit] - biases)


def test_a_reason_is_what_the_logit_loses_per_share_of_ink_taken_away(mnist):
    network, x, digit, small = reader.shipped(), mnist[0][5].astype(float), 1, 1e-6
    reasons = reader.why(network, x, digit)

    def logit(picture):
        return forward(network.params, picture.reshape(1, -1), np.vectorize(lambda z: max(z, 0)))[
            0][0, digit]  # fmt: skip

    for i, j in np.argwhere(x > 0.5)[::9]:
        less = x.copy()
        less[i, j] *= 1 - small
        assert (logit(x) - logit(less)) / small == pytest.approx(reasons[i, j], abs=1e-4)
    assert not reasons[x == 0].any()


@pytest.mark.parametrize("classifier", [Theirs, MLPClassifier])
def test_a_network_trained_by_scikit_learn_or_the_course_can_be_given(mnist, classifier):
    X, y = mnist[0][:400].reshape(-1, 784), mnist[1][:400]
    fitted = classifier((8,), activation="tanh", random_state=0)
    for _ in range(3):
        fitted.partial_fit(X, y, classes=range(10))
    network = reader.network_of(fitted)
    ours = [reader.read(network, x.reshape(28, 28).astype(float)) for x in X[:5]]
    np.testing.assert_allclose(ours, fitted.predict_proba(X[:5]), atol=1e-5)


def test_a_network_that_cannot_read_digits_is_refused_with_what_is_wrong():
    with pytest.raises(ValueError, match="fit the network first"):
        reader.network_of(MLPClassifier((4,)))
    small = Theirs((4,), max_iter=1).partial_fit(np.eye(3), [0, 1, 2], classes=[0, 1, 2])
    with pytest.raises(ValueError, match="layers of \\[3, 4, 3\\] and knows"):
        reader.network_of(small)


# ---- how well, on what nobody trained it on ----


def read_right(pads, digits, prepare=mnist_like):
    network = reader.shipped()
    return int(np.sum([reader.read(network, prepare(p)).argmax() for p in pads] == digits))


@pytest.fixture(scope="module")
def counts():
    """How many are read of 300 drawings, and of 300 drawn otherwise."""
    plain = drawings(30, seed=1)
    return {
        "drawn": read_right(*plain),
        "as they lie": read_right(*plain, coarse),
        "thick": read_right(*drawings(30, 1, thickness=(5, 5), size=(14, 18))),
        "careless": read_right(*drawings(30, 1, shake=4)),
        "leaning": read_right(*drawings(30, 1, slant=0.8)),
        "upside down": read_right(plain[0][:, ::-1, ::-1], plain[1]),
    }


def test_the_lesson_states_how_many_drawn_digits_are_read(counts):
    print(counts)
    text = LESSON.read_text(encoding="utf-8")
    stated = dict(re.findall(r"\| ([\w ]+?) +\| (\d+) of 300 ", text))
    assert {name: int(n) for name, n in stated.items()} == counts
    assert f"answer={round(counts['upside down'] / 3)}," in text


def test_each_of_the_ten_digits_is_drawn_in_each_of_its_ways_and_no_two_drawings_are_alike():
    pads, digits = drawings(12, seed=0)
    assert np.bincount(digits).tolist() == [12] * 10
    assert len({pad.tobytes() for pad in pads}) == 120
    assert all(0.03 < pad.mean() < 0.3 for pad in pads)


# ---- the widget ----


def test_an_empty_pad_asks_for_a_digit(state):
    view = widget.draw(state)
    assert "Nothing to read yet" in view.readout and len(view.panels) == 4
    assert not [c for c in view.controls if c.name in ("clear", "undo") and c.enabled]


def test_a_stroke_that_grows_replaces_itself_and_another_is_added(state):
    state = stroke(state, [[9, 4], [14, 10]])
    state = stroke(state, [[9, 4], [14, 10], [14, 24]])
    assert len(state.strokes) == 1 and state.strokes[0].points[-1] == (14, 24)
    state = stroke(state, [[5, 5], [9, 4]], "pad 2")
    assert len(state.strokes) == 2
    assert len(widget.update(state, "undo", None).strokes) == 1
    assert widget.update(state, "clear", None).strokes == ()


def test_a_drawn_3_is_read_and_the_readout_says_so(state):
    view = widget.draw(stroke(state, widget.THREE))
    assert view.readout.startswith("It reads a 3: ")
    assert "Probabilities: 3: " in view.panels[3].alt and view.panels[2].title == "Why a 3"


def test_arrow_keys_and_space_draw_without_a_mouse(state):
    up, down, right = ["ArrowUp"] * 9, ["ArrowDown"] * 18, ["ArrowRight"] * 4
    state = press(state, *up)
    assert state.strokes == () and "Pen lifted, 14 from the left, 5 from the top" in (
        widget.draw(state).readout)  # fmt: skip
    state = press(state, "Space", *down)
    assert len(state.strokes) == 1 and len(state.strokes[0].points) == 19
    assert "Pen on the paper" in widget.draw(state).readout
    assert widget.draw(state).readout.startswith("It reads a 1")
    state = press(state, "Space", *right)
    assert len(state.strokes[0].points) == 19 and state.pen == (18, 23)
    assert press(state, "Space").strokes[1].points == ((18, 23),)
    assert press(state, "Delete").strokes == ()


def test_the_keyboards_pen_stays_on_the_pad(state):
    assert press(state, *["ArrowLeft"] * 40).pen == (0, 14)
    assert press(state, *["ArrowDown"] * 40).pen == (14, 28)


def test_a_test_digit_is_put_on_the_pad_moved_and_rubbed_out(state, mnist):
    state = widget.update(state, "sample", None)
    np.testing.assert_allclose(widget.seen(state), mnist[0][0], atol=0.5 / 255)
    assert "test digit 0, a 7" in widget.draw(state).readout
    assert widget.update(state, "sample", None).sample == 1
    moved = widget.update(widget.update(state, "right", 4), "prepared", False)
    expected = np.pad(mnist[0][0], ((0, 0), (4, 0)))[:, :28]
    np.testing.assert_allclose(widget.seen(moved), expected, atol=0.5 / 255)
    rubbed = widget.update(widget.update(state, "width", 6), "erases", True)
    rubbed = stroke(rubbed, [[x, y] for y in range(0, 30, 4) for x in (0, 28)])
    assert not widget.pad(rubbed).any()


def test_after_moving_the_hand_still_draws_where_it_is(state):
    state = widget.update(widget.update(state, "right", 5), "down", -3)
    drawn = widget.pad(stroke(state, BAR.points))
    np.testing.assert_array_equal(drawn, ink([Stroke("bar", BAR.points, state.width)]))
    keyed = press(state, "Space", "ArrowDown", "ArrowDown")
    assert keyed.strokes[-1].points == ((9, 17), (9, 18), (9, 19))


MINE = """
import numpy as np
def forward(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
    return As
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
"""


@pytest.fixture
def own_readout(state, tmp_path, monkeypatch):
    """What is said of a drawn 3 when my_network.py has this text."""
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")

    def said(text):
        if text is not None:
            (tmp_path / "my_network.py").write_text(text)
        return widget.draw(widget.update(stroke(state, widget.THREE), "own", True)).readout

    return said


@pytest.mark.parametrize(("text", "says"), [
    (MINE, r"Your functions \(forward, softmax\) read the same"),
    (MINE.replace("f(As[-1] @ W + b)", "f(As[-1] @ W - b)"), "not as ours do"),
    (MINE.partition("def softmax")[0], r"Your functions \(forward\) read the same"),
    (MINE.replace("return As", "return As[0] / 'a'"), "stopped: "),
    ("x = 1", "has none of forward, softmax yet: exercises 02 and 03"),
    (None, "There is no my_network.py"),
])  # fmt: skip
def test_the_learners_own_functions_read_too_or_it_is_said_what_is_missing(own_readout, text, says):
    assert re.search(says, own_readout(text))


def test_it_is_shown_with_a_drawn_3_as_its_saved_picture(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    assert widget.digit_pad() is None
    [(live, still, alt, caption, invitation)] = shown
    assert live.state.strokes == () and "Nothing to read" in live.view["readout"]
    assert "Arrow keys move the pen" in alt and caption.endswith("answer: 3.")
    still.canvas.draw()
    assert len(still.axes) == 4 and live.view["panels"][0]["pen"]["width"] == 2.4
