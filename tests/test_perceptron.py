"""The learning rule against hand work, scikit-learn, and Novikoff's theorem."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import Perceptron

from mlp_lesson.perceptron import (
    corrections,
    linear,
    margin,
    mistake_bound,
    perceptron_update,
    predict,
    radius,
    train_perceptron,
)

GATE = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND, OR, NAND, XOR = ([0, 0, 0, 1], [0, 1, 1, 1], [1, 1, 1, 0], [0, 1, 1, 0])


def test_z_is_the_weighted_sum_and_zero_counts_as_no():
    assert linear([3.0, -1.0], np.array([2.0, 4.0]), -1.0) == 1.0  # 6 - 4 - 1
    assert predict(GATE, np.array([1.0, 1.0]), -1.0).tolist() == [0, 0, 0, 1]  # z = -1, 0, 0, 1


def test_a_mistake_moves_the_weights_by_lr_times_the_row():
    w, b = perceptron_update(np.array([0.5, -1.0]), 0.25, np.array([2.0, 3.0]), 1, lr=0.1)
    assert np.allclose(w, [0.7, -0.7]) and np.isclose(b, 0.35)  # z = -1.75, ŷ = 0, t - ŷ = 1
    w, b = perceptron_update(np.array([0.5, -0.1]), 0.25, np.array([2.0, 3.0]), 0, lr=0.1)
    assert np.allclose(w, [0.3, -0.4]) and np.isclose(b, 0.15)  # z = 0.95, ŷ = 1, t - ŷ = -1


def test_a_right_answer_changes_nothing_and_no_argument_is_changed():
    w, x = np.array([1.0, 1.0]), np.array([1.0, 1.0])
    new_w, new_b = perceptron_update(w, -1.5, x, 1)
    assert new_w.tolist() == [1, 1] and new_b == -1.5
    perceptron_update(w, -3.0, x, 1)
    assert w.tolist() == [1, 1] and x.tolist() == [1, 1]


def test_learning_or_takes_the_corrections_that_hand_work_gives():
    # pass 1: (0,1) wanted 1, z = 0 -> w = (0,1), b = 1; (1,0): z = 1, right; (1,1) right
    # pass 2: (0,0) wanted 0, z = 1 -> b = 0; (0,1): z = 1; (1,0) wanted 1, z = 0 -> (1,1), b = 1
    # pass 3: (0,0) wanted 0, z = 1 -> b = 0; the others right.  pass 4: no mistake
    steps = list(corrections(GATE, OR))
    assert [(s.epoch, s.row, *s.w, s.b) for s in steps] == [
        (1, 1, 0, 1, 1), (2, 0, 0, 1, 0), (2, 2, 1, 1, 1), (3, 0, 1, 1, 0),
    ]  # fmt: skip
    w, b, n_mistakes = train_perceptron(GATE, OR)
    assert (w.tolist(), b, n_mistakes) == ([1, 1], 0, 4)


@pytest.mark.parametrize("y", [AND, OR, NAND])
def test_the_gates_that_have_a_line_are_learned(y):
    w, b, _ = train_perceptron(GATE, y)
    assert predict(GATE, w, b).tolist() == y


def test_xor_never_ends():
    w, b, n_mistakes = train_perceptron(GATE, XOR, max_epochs=50)
    assert n_mistakes >= 50 and predict(GATE, w, b).tolist() != XOR


def test_unless_told_otherwise_the_rule_gives_up_after_100_passes():
    assert list(corrections(GATE, XOR))[-1].epoch == 100
    assert train_perceptron(GATE, XOR)[2] == train_perceptron(GATE, XOR, max_epochs=100)[2]
    assert train_perceptron(GATE, XOR)[2] < train_perceptron(GATE, XOR, max_epochs=101)[2]


def test_the_learning_rate_only_scales_the_weights():
    slow, fast = train_perceptron(GATE, AND, lr=0.25), train_perceptron(GATE, AND, lr=1.0)
    assert np.array_equal(4 * slow[0], fast[0]) and 4 * slow[1] == fast[1] and slow[2] == fast[2]


def test_the_weights_are_those_of_scikit_learn():
    rng = np.random.default_rng(3)
    X = rng.normal(size=(60, 4))
    y = (X @ [1.0, -2.0, 0.5, 1.0] + 0.3 > 0).astype(int)
    w, b, _ = train_perceptron(X, y, max_epochs=1000)
    # its first weights are zero too, but it counts z = 0 as a mistake for both classes: the first
    # row must be of class 1 for the two to take the same road
    assert y[0] == 1
    theirs = Perceptron(shuffle=False, tol=None, max_iter=1000).fit(X, y)
    assert np.allclose(w, theirs.coef_[0]) and np.isclose(b, theirs.intercept_[0])


def test_margin_radius_and_bound_of_and_agree_with_hand_work():
    # w = (2, 2), b = -3: signed z = 3, 1, 1, 1, ‖(2, 2, -3)‖ = √17, R = ‖(1, 1, 1)‖ = √3
    w, b = np.array([2.0, 2.0]), -3.0
    assert np.isclose(margin(GATE, AND, w, b), 1 / np.sqrt(17))
    assert np.isclose(radius(GATE), np.sqrt(3))
    assert np.isclose(mistake_bound(GATE, AND, w, b), 51)


@given(st.integers(0, 10_000), st.integers(1, 6), st.floats(0.02, 1))
def test_the_rule_never_errs_more_often_than_the_theorem_allows(seed, d, gap):
    rng = np.random.default_rng(seed)
    u, c = rng.normal(size=d), rng.normal()
    X = rng.normal(size=(40, d))
    X = X[np.abs(X @ u + c) / np.linalg.norm(np.append(u, c)) > gap / 4]
    if len(X) == 0:
        return
    y = (X @ u + c > 0).astype(int)
    w, b, n_mistakes = train_perceptron(X, y, max_epochs=10_000)
    assert n_mistakes <= mistake_bound(X, y, u, c)
    assert np.array_equal(predict(X, w, b), y)


def test_a_line_that_does_not_separate_has_no_bound():
    with pytest.raises(ValueError, match="does not separate"):
        mistake_bound(GATE, XOR, np.array([1.0, 1.0]), -0.5)


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (GATE, [0, 1], r"\(n, d\)"),
        (np.zeros((0, 2)), [], "no rows"),
        (GATE, [-1, 1, 1, -1], "targets are 0 and 1"),
        (np.full((4, 2), np.nan), AND, "NaN"),
    ],
)
def test_wrong_input_is_named(X, y, message):
    with pytest.raises(ValueError, match=message):
        train_perceptron(X, y)
