"""The gradient checker checked, and then the whole network checked with it."""

import itertools

import numpy as np
import pytest

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.gradcheck import CENTRAL_H, numerical_gradient, relative_error
from mlp_lesson.losses import LOSSES, one_hot
from mlp_lesson.network import Layer, forward, init_params
from mlp_lesson.train import dropout_masks, loss_and_gradient

pytestmark = pytest.mark.filterwarnings("error")


def test_the_numerical_gradient_of_a_quadratic_form_is_exact_up_to_rounding():
    # f(x) = xᵀAx has the gradient (A + Aᵀ)x, and central differences have no truncation error
    A = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 4.0], [1.0, 1.0, -2.0]])
    x = np.array([1.0, -2.0, 0.5])
    numeric = numerical_gradient(lambda x: x @ A @ x, x)
    np.testing.assert_allclose(numeric, (A + A.T) @ x, rtol=1e-9)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 1, 2)])
def test_an_array_of_any_shape_has_a_gradient_of_that_shape(shape):
    x = np.linspace(0.5, 2.0, int(np.prod(shape))).reshape(shape)
    numeric = numerical_gradient(lambda x: np.sum(np.sin(x)), x)
    assert numeric.shape == shape
    np.testing.assert_allclose(numeric, np.cos(x), rtol=1e-9)


def test_the_array_is_left_as_it_was_even_if_it_is_float32_integer_or_a_list():
    for x in (np.ones(3, np.float32), np.ones(3, int), [1, 1, 1]):
        before = np.array(x)
        numeric = numerical_gradient(lambda x: np.sum(x**3), x)
        np.testing.assert_allclose(numeric, [3, 3, 3], rtol=1e-9)  # float64 whatever came in
        np.testing.assert_array_equal(np.array(x), before)
    x = np.ones(3)
    x.setflags(write=False)
    numerical_gradient(np.sum, x)  # not even for a moment


def test_f_sees_its_point_moved_in_one_entry_at_a_time_by_h_to_both_sides():
    seen = []
    numerical_gradient(lambda x: seen.append(x.copy()) or 0.0, np.zeros(2), h=0.5)
    assert [x.tolist() for x in seen] == [[0.5, 0], [-0.5, 0], [0, 0.5], [0, -0.5]]
    # (1.5³ - 0.5³) / (2 · 0.5) = 3.375 - 0.125
    assert numerical_gradient(lambda x: x**3, np.float64(1), h=0.5) == 3.25


def test_the_default_h_is_near_the_bottom_of_the_u_shaped_error_curve():
    assert CENTRAL_H == pytest.approx(6.055e-6, rel=1e-3)

    def error(h):
        return abs(numerical_gradient(np.exp, np.float64(1.0), h) - np.e) / np.e

    assert error(CENTRAL_H) < 1e-9
    assert error(1e-2) > 1e-6  # truncation, h²/6
    assert error(1e-12) > 1e-6  # rounding, ε/h


def test_a_central_difference_at_the_kink_of_relu_gives_the_mean_of_both_slopes():
    # so a check must stay away from kinks: 1/2 agrees with no value that code could return
    assert numerical_gradient(ACTIVATIONS["relu"].f, np.float64(0)) == pytest.approx(0.5)


def test_the_relative_error_is_the_distance_over_the_larger_norm():
    # ‖(3, 4) - (3, 0)‖ = 4, the larger norm 5
    assert relative_error([3, 4], [3, 0]) == pytest.approx(0.8)
    assert relative_error([3, 0], [3, 4]) == pytest.approx(0.8)
    assert relative_error([1e-100], [-1e-100]) == pytest.approx(2)  # tiny gradients count too
    assert relative_error(np.zeros((2, 2)), np.zeros((2, 2))) == 0
    assert relative_error([0, 0], [1e-9, 0]) == 1


def test_the_relative_error_of_nan_is_never_small():
    for a, b in [([np.nan, 1], [1, 1]), ([1, 1], [np.nan, 1]), ([np.nan], [0.0])]:
        assert not relative_error(a, b) < 1e-6


def test_gradients_of_two_shapes_are_refused_rather_than_broadcast():
    with pytest.raises(ValueError, match=r"\(3, 1\) and \(3,\)"):
        relative_error(np.ones((3, 1)), np.ones(3))


# The network, seen as a function of one long vector.


def unflatten(vector, params):
    """The vector cut into layers shaped like params."""
    layers, start = [], 0
    for W, b in params:
        middle, end = start + W.size, start + W.size + b.size
        layers.append(Layer(vector[start:middle].reshape(W.shape), vector[middle:end]))
        start = end
    return layers


def flatten(layers):
    return np.concatenate([array.ravel() for layer in layers for array in layer])


def distance_to_the_nearest_kink(params, X, Y, f, masks, loss_name):
    """How far the nearest pre-activation is from 0, and residual from a kink of its loss."""
    Z, cache = forward(params, X, f, masks=masks)
    distances = [np.abs(z).min() for z in cache.Z[:-1]]
    if loss_name == "absolute_error":
        distances.append(np.abs(Z - Y).min())
    if loss_name == "huber":
        distances.append(np.abs(np.abs(Z - Y) - 1).min())
    return min(distances, default=np.inf)


def a_problem_away_from_kinks(depth, name, loss_name, dropout):
    """The first seed whose units all stay 1e-3 from any kink; h moves them by less than 1e-4."""
    n, k = 5, 2
    for seed in range(1000):
        rng = np.random.default_rng(seed)
        params = init_params([3, *[4, 3, 3][:depth], k], rng)
        params = [Layer(1.5 * W, b + 0.1) for W, b in params]
        X = rng.normal(size=(n, 3))
        Y = rng.normal(size=(n, k))
        if loss_name == "softmax_cross_entropy":
            Y = one_hot(rng.integers(k, size=n), k)
        if loss_name == "binary_cross_entropy":
            Y = rng.integers(2, size=(n, k)).astype(float)
        masks = None
        if dropout:  # the masks that loss_and_gradient draws from the same generator
            shapes = [(n, len(b)) for _, b in params[:-1]]
            masks = dropout_masks(shapes, dropout, np.random.default_rng(seed))
        f = ACTIVATIONS[name].f
        if distance_to_the_nearest_kink(params, X, Y, f, masks, loss_name) > 1e-3:
            return params, X, Y, seed
    raise AssertionError("no seed keeps every unit away from the kinks")


@pytest.mark.parametrize("l2", [0.0, 0.3], ids=["", "l2"])
@pytest.mark.parametrize("dropout", [0.0, 0.4], ids=["", "dropout"])
@pytest.mark.parametrize("depth", [0, 1, 2, 3], ids="{}hidden".format)
@pytest.mark.parametrize("loss_name", LOSSES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_gradient_agrees_with_central_differences(name, loss_name, depth, dropout, l2):
    params, X, Y, seed = a_problem_away_from_kinks(depth, name, loss_name, dropout)
    activation, loss = ACTIVATIONS[name], LOSSES[loss_name].value_and_delta

    def value_and_gradient(layers):
        return loss_and_gradient(
            layers, X, Y, activation, loss,
            l2=l2, dropout=dropout, rng=np.random.default_rng(seed),
        )  # fmt: skip

    analytic = value_and_gradient(params)[1]
    numeric = numerical_gradient(
        lambda vector: value_and_gradient(unflatten(vector, params))[0], flatten(params)
    )
    assert relative_error(flatten(analytic), numeric) < 1e-6
    pairs = zip(analytic, unflatten(numeric, params), strict=True)
    for ours, theirs in itertools.chain.from_iterable(zip(*pair, strict=True) for pair in pairs):
        assert relative_error(ours, theirs) < 1e-6  # each array, so that no small one hides
