"""The losses against scikit-learn, SciPy, SymPy, central differences and hand work."""

import numpy as np
import pytest
import sympy as sp
from scipy import special
from sklearn.metrics import log_loss, mean_absolute_error, mean_squared_error
from sklearn.neural_network._base import LOSS_FUNCTIONS

from mlp_lesson.activations import identity, sigmoid, softmax
from mlp_lesson.gradcheck import numerical_gradient, relative_error
from mlp_lesson.losses import (
    LOSSES,
    absolute_error,
    binary_cross_entropy,
    half_squared_error,
    huber,
    mse,
    one_hot,
    softmax_cross_entropy,
)

pytestmark = pytest.mark.filterwarnings("error")

EVERY_LOSS = [pytest.param(loss.value_and_delta, id=name) for name, loss in LOSSES.items()]
REGRESSION = [mse, half_squared_error, absolute_error, huber]


def logits_and_targets(loss, n, k, seed, scale=2.0):
    """Random logits, and targets of the kind this loss is for."""
    rng = np.random.default_rng(seed)
    Z = rng.normal(scale=scale, size=(n, k))
    if loss is softmax_cross_entropy:
        return Z, one_hot(rng.integers(k, size=n), k)
    if loss is binary_cross_entropy:
        return Z, rng.integers(2, size=(n, k)).astype(float)
    return Z, rng.normal(scale=scale, size=(n, k))


def test_the_value_and_delta_of_every_loss_agree_with_hand_work():
    Z, Y = np.array([[1.0, 2.0], [0.0, -3.0]]), np.array([[0.0, 2.0], [0.5, 0.0]])
    # R = [[1, 0], [-½, -3]]; squares 1, 0, ¼, 9 sum to 10¼; sizes 1, 0, ½, 3 sum to 4½
    by_hand = {
        mse: (10.25 / 4, np.array([[1, 0], [-0.5, -3]]) * 2 / 4),
        half_squared_error: (10.25 / 4, np.array([[1, 0], [-0.5, -3]]) / 2),  # 1/(2n), n = 2
        absolute_error: (4.5 / 2, np.array([[1, 0], [-1, -1]]) / 2),
        huber: ((0.5 + 0 + 0.125 + 2.5) / 2, np.array([[1, 0], [-0.5, -1]]) / 2),
    }
    for loss, (value, delta) in by_hand.items():
        got_value, got_delta = loss(Z, Y)
        assert got_value == pytest.approx(value, rel=1e-15), loss.__name__
        np.testing.assert_allclose(got_delta, delta, rtol=1e-15, err_msg=loss.__name__)


def test_the_cross_entropies_agree_with_hand_work():
    # σ(ln 3) = 3/4 and σ(-ln 3) = 1/4; n = 2 rows
    Z = np.log([[3.0, 1 / 3], [3.0, 3.0]])
    value, delta = binary_cross_entropy(Z, np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert value == pytest.approx(-(3 * np.log(3 / 4) + np.log(1 / 4)) / 2, rel=1e-15)
    np.testing.assert_allclose(delta, [[-1 / 8, 1 / 8], [3 / 8, -1 / 8]], rtol=1e-15)
    # softmax(ln 1, ln 2, ln 5) = (1, 2, 5)/8
    Z = np.log([[1.0, 2.0, 5.0], [1.0, 2.0, 5.0]])
    value, delta = softmax_cross_entropy(Z, np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]))
    assert value == pytest.approx(-(np.log(5 / 8) + np.log(1 / 8)) / 2, rel=1e-15)
    np.testing.assert_allclose(delta * 16, [[1, 2, -3], [-7, 2, 5]], rtol=1e-14)


def test_an_untrained_classifier_loses_ln_k():
    Y = one_hot(np.arange(10), 10)
    assert softmax_cross_entropy(np.zeros((10, 10)), Y)[0] == pytest.approx(np.log(10))
    assert binary_cross_entropy(np.zeros((4, 1)), np.ones((4, 1)))[0] == pytest.approx(np.log(2))


@pytest.mark.parametrize("k", [2, 3])
def test_sympy_simplifies_softmax_and_cross_entropy_to_p_minus_y_over_n(k):
    z, y = sp.symbols(f"z:{k}", real=True), sp.symbols(f"y:{k}", positive=True)
    n = sp.symbols("n", positive=True)
    p = [sp.exp(zj) / sum(map(sp.exp, z)) for zj in z]
    loss = -sum(yj * sp.log(pj) for yj, pj in zip(y, p, strict=True)) / n
    whole = {y[-1]: 1 - sum(y[:-1])}  # the targets of a row sum to 1
    for j in range(k):
        difference = sp.diff(loss, z[j]) - (p[j] - y[j]) / n
        assert sp.simplify(difference.subs(whole)) == 0
    numbers = {**dict(zip(z, [0.3, -1.2, 2.0], strict=False)), n: 1}
    Y = np.array([[0.2, 0.5, 0.3][: k - 1] + [1 - sum([0.2, 0.5, 0.3][: k - 1])]])
    numbers |= dict(zip(y, Y[0], strict=True))
    value, delta = softmax_cross_entropy(np.array([[0.3, -1.2, 2.0][:k]]), Y)
    assert value == pytest.approx(float(loss.subs(numbers)), rel=1e-14)
    slopes = [[float(sp.diff(loss, zj).subs(numbers)) for zj in z]]
    np.testing.assert_allclose(delta, slopes, rtol=1e-13)


def test_sympy_simplifies_sigmoid_and_binary_cross_entropy_to_p_minus_y_over_n():
    z, y = sp.symbols("z y", real=True)
    n = sp.symbols("n", positive=True)
    p = 1 / (1 + sp.exp(-z))
    loss = -(y * sp.log(p) + (1 - y) * sp.log(1 - p)) / n
    assert sp.simplify(sp.diff(loss, z) - (p - y) / n) == 0
    for at, target in [(-2.5, 1.0), (0.7, 0.0), (3.1, 0.25)]:
        numbers = {z: at, y: target, n: 1}
        value, delta = binary_cross_entropy(np.array([[at]]), np.array([[target]]))
        assert value == pytest.approx(float(loss.subs(numbers)), rel=1e-14)
        assert delta.item() == pytest.approx(float(sp.diff(loss, z).subs(numbers)), rel=1e-14)


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (7, 1), (6, 3)])
@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_delta_agrees_with_central_differences(loss, shape):
    Z, Y = logits_and_targets(loss, *shape, seed=3)
    distance = np.abs(Z - Y)
    assert distance.min() > 1e-3 and np.abs(distance - 1).min() > 1e-3  # no residual at a kink
    numeric = numerical_gradient(lambda Z: loss(Z, Y)[0], Z)
    assert relative_error(loss(Z, Y)[1], numeric) < 1e-8


def test_soft_targets_are_allowed_in_both_cross_entropies():
    Z = np.random.default_rng(4).normal(size=(5, 3))
    Y = softmax(np.random.default_rng(5).normal(size=(5, 3)))
    for loss in (softmax_cross_entropy, binary_cross_entropy):
        numeric = numerical_gradient(lambda Z, loss=loss: loss(Z, Y)[0], Z)
        assert relative_error(loss(Z, Y)[1], numeric) < 1e-8


def test_the_regression_losses_agree_with_scikit_learn_and_scipy():
    Z, Y = logits_and_targets(mse, 40, 3, seed=6)
    n, k = Z.shape
    assert mse(Z, Y)[0] == pytest.approx(mean_squared_error(Y, Z), rel=1e-14)
    theirs = LOSS_FUNCTIONS["squared_error"](Y, Z) * k  # they average over the outputs as well
    assert half_squared_error(Z, Y)[0] == pytest.approx(theirs, rel=1e-14)
    assert absolute_error(Z, Y)[0] == pytest.approx(k * mean_absolute_error(Y, Z), rel=1e-14)
    for threshold in (0.3, 1.0, 1.35, 100.0):
        value, delta = huber(Z, Y, threshold)
        assert value == pytest.approx(special.huber(threshold, Z - Y).sum() / n, rel=1e-14)
        np.testing.assert_allclose(delta * n, np.clip(Z - Y, -threshold, threshold), rtol=1e-14)


def test_huber_is_between_its_two_parents():
    Z, Y = logits_and_targets(huber, 40, 3, seed=7)
    for ours, theirs in zip(huber(Z, Y, 1e6), half_squared_error(Z, Y), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-14)
    for ours, theirs in zip(huber(Z, Y, 1e-9), absolute_error(Z, Y), strict=True):
        np.testing.assert_allclose(ours / 1e-9, theirs, rtol=1e-8)


@pytest.mark.parametrize("scale", [1.0, 10.0])
def test_the_cross_entropies_agree_with_scikit_learn_and_scipy(scale):
    Z, Y = logits_and_targets(softmax_cross_entropy, 60, 5, seed=8, scale=scale)
    labels = Y.argmax(axis=1)
    value, delta = softmax_cross_entropy(Z, Y)
    assert value == pytest.approx(-(Y * special.log_softmax(Z, axis=1)).sum() / 60, rel=1e-13)
    np.testing.assert_allclose(delta, (special.softmax(Z, axis=1) - Y) / 60, rtol=0, atol=1e-16)
    if scale == 1:  # log_loss takes probabilities, too coarse near 1 for large logits
        theirs = log_loss(labels, softmax(Z), labels=range(5))
        assert value == pytest.approx(theirs, rel=1e-12)
    Z, Y = logits_and_targets(binary_cross_entropy, 60, 5, seed=9, scale=scale)
    value, delta = binary_cross_entropy(Z, Y)
    by_scipy = -(special.xlogy(Y, special.expit(Z)) + special.xlogy(1 - Y, special.expit(-Z)))
    assert value == pytest.approx(by_scipy.sum() / 60, rel=1e-12)
    np.testing.assert_allclose(delta, (special.expit(Z) - Y) / 60, rtol=0, atol=1e-16)
    if scale == 1:
        columns = [log_loss(y, special.expit(z)) for y, z in zip(Y.T, Z.T, strict=True)]
        assert value == pytest.approx(sum(columns), rel=1e-12)


def test_two_classes_lose_the_same_by_softmax_and_by_sigmoid():
    z = np.random.default_rng(10).normal(scale=3, size=20)
    y = np.random.default_rng(11).integers(2, size=20)
    pair, single = np.column_stack([np.zeros(20), z]), z[:, None]
    by_softmax = softmax_cross_entropy(pair, one_hot(y, 2))
    by_sigmoid = binary_cross_entropy(single, y[:, None].astype(float))
    assert by_softmax[0] == pytest.approx(by_sigmoid[0], rel=1e-13)
    np.testing.assert_allclose(by_softmax[1][:, 1:], by_sigmoid[1], rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_logits_of_ten_thousand_give_the_right_finite_loss(dtype):
    Z = np.array([[1e4, -1e4], [-1e4, 1e4]], dtype)
    right, wrong = np.eye(2, dtype=dtype), 1 - np.eye(2, dtype=dtype)
    # sure and right loses nothing; sure and wrong loses the distance of the logits
    for Y, value, deltas in [
        (right, 0, np.zeros((2, 2))),
        (wrong, 2e4, [[0.5, -0.5], [-0.5, 0.5]]),
    ]:
        for loss in (softmax_cross_entropy, binary_cross_entropy):
            got, delta = loss(Z, Y)
            assert got == pytest.approx(value, rel=1e-12)
            np.testing.assert_array_equal(delta, np.array(deltas))
    by_scipy = -(right * special.log_softmax(Z, axis=1)).sum() / 2
    assert softmax_cross_entropy(Z, right)[0] == by_scipy


def test_a_thousand_equal_and_large_logits_are_still_a_fair_die():
    Z = np.full((3, 1000), 1e4)
    value, delta = softmax_cross_entropy(Z, one_hot(np.array([0, 5, 999]), 1000))
    assert value == pytest.approx(np.log(1000), rel=1e-12)
    assert delta.max() == pytest.approx(1 / 3000, rel=1e-12)


def test_a_small_loss_keeps_its_digits():
    # ln(1 + e⁻³⁰) = e⁻³⁰ to 1e-13 relative: 1 - σ(30) would have lost all but three digits
    value, _ = binary_cross_entropy(np.array([[30.0]]), np.array([[1.0]]))
    assert value == pytest.approx(np.exp(-30), rel=1e-12, abs=0)


def test_the_kinks_return_the_stated_values():
    zeros = np.zeros((2, 2))
    assert absolute_error(zeros, zeros)[1].tolist() == [[0, 0], [0, 0]]
    at_threshold = np.array([[1.0, -1.0]])
    value, delta = huber(at_threshold, np.zeros((1, 2)))
    assert value == 1 and delta.tolist() == [[1, -1]]


@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_a_loss_keeps_float32_and_leaves_its_inputs_alone(loss):
    Z, Y = (array.astype(np.float32) for array in logits_and_targets(loss, 5, 3, seed=12))
    before = Z.copy(), Y.copy()
    Z.setflags(write=False)
    Y.setflags(write=False)
    value, delta = loss(Z, Y)
    assert delta.dtype == np.float32 and np.ndim(value) == 0
    exact = loss(Z.astype(np.float64), Y.astype(np.float64))
    assert value == pytest.approx(exact[0], rel=1e-5)
    np.testing.assert_allclose(delta, exact[1], rtol=1e-4, atol=1e-7)
    np.testing.assert_array_equal(Z, before[0])
    np.testing.assert_array_equal(Y, before[1])


@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_duplicating_every_row_changes_no_loss_and_halves_delta(loss):
    Z, Y = logits_and_targets(loss, 4, 3, seed=13)
    value, delta = loss(Z, Y)
    twice_value, twice_delta = loss(np.vstack([Z, Z]), np.vstack([Y, Y]))
    assert twice_value == pytest.approx(value, rel=1e-14)
    np.testing.assert_allclose(twice_delta, np.vstack([delta, delta]) / 2, rtol=1e-14)


@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_a_vector_of_targets_is_refused_with_the_way_to_make_a_column(loss):
    # (n, 1) - (n,) would broadcast to (n, n) without a word
    with pytest.raises(ValueError, match=r"Z \(4, 1\) and Y \(4,\).*y\[:, None\]"):
        loss(np.zeros((4, 1)), np.zeros(4))
    with pytest.raises(ValueError, match=r"\(n_samples, n_outputs\)"):
        loss(np.zeros(4), np.zeros(4))
    with pytest.raises(ValueError, match=r"Z \(4, 3\) and Y \(4, 1\).*one_hot"):
        loss(np.zeros((4, 3)), np.zeros((4, 1)))


@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_a_loss_over_no_rows_is_refused(loss):
    with pytest.raises(ValueError, match="no rows"):
        loss(np.zeros((0, 3)), np.zeros((0, 3)))


@pytest.mark.parametrize("loss", EVERY_LOSS)
def test_nan_in_the_logits_shows_in_the_loss(loss):
    assert np.isnan(loss(np.array([[np.nan, 1.0]]), np.array([[1.0, 0.0]]))[0])


def test_one_hot_puts_a_single_1_at_the_label():
    Y = one_hot([2, 0, 1, 2], 4)
    assert Y.dtype == np.float64
    assert Y.tolist() == [[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    assert one_hot(np.array([1], np.uint8), 2, dtype=np.float32).dtype == np.float32
    assert one_hot(np.array([], int), 3).shape == (0, 3)


@pytest.mark.parametrize(
    "labels, message",
    [
        ([0, 3], r"labels must lie in 0\.\.2, got 0\.\.3"),
        ([-1, 2], r"got -1\.\.2"),  # -1 would silently mean the last class
        ([0.0, 1.0], "integers.*float64"),
        ([[0], [1]], r"vector.*\(2, 1\)"),
        (["cat", "dog"], "integers"),
        ([True, False], "integers.*bool"),
    ],
)
def test_one_hot_refuses_labels_outside_the_classes(labels, message):
    with pytest.raises(ValueError, match=message):
        one_hot(labels, 3)


def test_every_loss_knows_the_head_that_turns_its_logits_into_predictions():
    heads = {name: loss.head for name, loss in LOSSES.items()}
    assert heads == {
        "mse": identity,
        "squared_error": identity,
        "absolute_error": identity,
        "huber": identity,
        "binary_cross_entropy": sigmoid,
        "softmax_cross_entropy": softmax,
    }
    for name in ("binary_cross_entropy", "softmax_cross_entropy"):  # delta = (head(Z) - Y)/n
        Z, Y = logits_and_targets(LOSSES[name].value_and_delta, 6, 3, seed=14)
        np.testing.assert_allclose(
            LOSSES[name].value_and_delta(Z, Y)[1], (heads[name](Z) - Y) / 6, rtol=1e-13, atol=1e-17
        )


@pytest.mark.parametrize("loss", [binary_cross_entropy, softmax_cross_entropy])
def test_a_cross_entropy_refuses_targets_that_are_no_probabilities(loss):
    with pytest.raises(ValueError, match=r"\[0, 1\]"):
        loss(np.zeros((2, 2)), np.array([[-1.0, 1.0], [1.0, -1.0]]))


def test_softmax_cross_entropy_refuses_rows_that_do_not_sum_to_1():
    with pytest.raises(ValueError, match="sum to 1"):
        softmax_cross_entropy(np.zeros((2, 2)), np.ones((2, 2)))


def test_losses_take_plain_lists():
    assert mse([[1.0], [3.0]], [[0.0], [1.0]])[0] == 2.5  # (1 + 4) / 2
