"""What must hold for every input: Hypothesis looks for one that breaks it."""

import warnings
from functools import partial

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mlp_lesson.activations import (
    ACTIVATIONS,
    SELU_SCALE,
    elu,
    selu,
    sigmoid,
    sigmoid_prime,
    softmax,
    softplus,
    tanh,
)
from mlp_lesson.gradcheck import relative_error
from mlp_lesson.losses import LOSSES, binary_cross_entropy, one_hot, softmax_cross_entropy
from mlp_lesson.network import Layer, backward, forward, init_params
from mlp_lesson.train import loss_and_gradient, minibatches

many = settings(max_examples=60)
FUNCTIONS = [
    pytest.param(name, function, id=function.__name__)
    for name, pair in ACTIVATIONS.items()
    for function in pair
]
seeds = st.integers(0, 2**32 - 1)


@st.composite
def any_floats(draw, shapes=None, limit=1.0):
    """A float32 or float64 array of any finite numbers up to limit times the largest float."""
    dtype = draw(st.sampled_from([np.float32, np.float64]))
    largest = dtype(limit) * np.finfo(dtype).max
    elements = dict(min_value=float(-largest), max_value=float(largest))
    shapes = array_shapes(max_dims=3, max_side=6) if shapes is None else shapes
    return draw(arrays(dtype, shapes, elements=elements))


def rows(low=-1e3, high=1e3, max_rows=6):
    """float64 logits (n, k)."""
    return arrays(
        np.float64, array_shapes(min_dims=2, max_dims=2, max_side=max_rows),
        elements=st.floats(low, high),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def a_warning_is_an_error():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


# Activations


@pytest.mark.parametrize("name, function", FUNCTIONS)
@given(z=any_floats())
@many
def test_no_finite_number_overflows_warns_or_changes_dtype(name, function, z):
    if name == "selu":  # λz itself is above the largest float for the last 5% of all z
        z = np.minimum(z, np.finfo(z.dtype).max / z.dtype.type(1.0001 * SELU_SCALE))
    result = function(z)
    assert (result.shape, result.dtype) == (z.shape, z.dtype)
    assert np.isfinite(result).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name, function", FUNCTIONS)
def test_the_ends_of_the_floating_range_are_fine_too(name, function, dtype):
    info = np.finfo(dtype)
    largest = info.max / dtype(1.0001 * SELU_SCALE if name == "selu" else 1)
    z = np.array([largest, -largest, info.tiny, -info.tiny, info.smallest_subnormal, -0.0], dtype)
    assert np.isfinite(function(z)).all()


@given(z=any_floats())
@many
def test_activations_stay_in_their_ranges(z):
    ranges = {
        "heaviside": (0, 1), "logistic": (0, 1), "tanh": (-1, 1), "relu": (0, np.inf),
        "elu": (-1, np.inf), "softplus": (0, np.inf),
    }  # fmt: skip
    for name, (low, high) in ranges.items():
        result = ACTIVATIONS[name].f(z)
        assert (low <= result).all() and (result <= high).all(), name
    slopes = {"logistic": 0.25, "tanh": 1, "relu": 1, "leaky_relu": 1, "elu": 1, "softplus": 1}
    for name, most in slopes.items():
        result = ACTIVATIONS[name].f_prime(z)
        eps = np.finfo(z.dtype).eps  # the quotient may round up
        assert (result >= 0).all() and (result <= most * (1 + eps)).all(), name


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(z=arrays(np.float64, (2,), elements=st.floats(-50, 50)))
@many
def test_every_activation_never_falls(name, z):
    low, high = ACTIVATIONS[name].f(np.sort(z))
    assert low <= high + 1e-15 * abs(high)


@given(z=any_floats())
@many
def test_sigmoid_of_minus_z_is_one_minus_sigmoid(z):
    eps = np.finfo(z.dtype).eps
    np.testing.assert_allclose(sigmoid(-z), 1 - sigmoid(z), rtol=0, atol=2 * eps)
    np.testing.assert_array_equal(sigmoid_prime(-z), sigmoid_prime(z))


@given(z=any_floats(limit=0.4))
@many
def test_the_relations_between_the_activations_hold(z):
    eps = np.finfo(z.dtype).eps
    np.testing.assert_allclose(tanh(z), 2 * sigmoid(2 * z) - 1, rtol=0, atol=4 * eps)
    np.testing.assert_array_equal(tanh(-z), -tanh(z))
    np.testing.assert_allclose(softplus(z) - softplus(-z), z, rtol=4 * eps, atol=4 * eps)
    np.testing.assert_array_equal(softplus(z) >= ACTIVATIONS["relu"].f(z), True)
    np.testing.assert_allclose(selu(z), SELU_SCALE * elu(z, 1.6732632423543772), rtol=4 * eps)
    relu, leaky = ACTIVATIONS["relu"].f, ACTIVATIONS["leaky_relu"].f
    np.testing.assert_allclose(leaky(z), relu(z) - 0.01 * relu(-z), rtol=4 * eps)


@pytest.mark.parametrize("name, function", FUNCTIONS)
@given(z=arrays(np.float64, (3, 4), elements=st.floats(-100, 100)))
@many
def test_entries_do_not_see_each_other(name, function, z):
    together = function(z)
    alone = np.array([[float(function(entry)) for entry in row] for row in z])
    np.testing.assert_allclose(together, alone, rtol=1e-14, atol=1e-300)


# Softmax


@given(Z=any_floats(array_shapes(min_dims=1, max_dims=3, max_side=6)))
@many
def test_softmax_rows_are_probabilities_that_sum_to_1(Z):
    P = softmax(Z)
    assert (P.shape, P.dtype) == (Z.shape, Z.dtype)
    assert (P >= 0).all() and (P <= 1).all()
    np.testing.assert_allclose(P.sum(axis=-1), 1, rtol=8 * np.finfo(Z.dtype).eps)


@given(Z=rows(-20, 20), shift=st.floats(-1e4, 1e4))
@many
def test_softmax_ignores_a_shift_of_a_whole_row(Z, shift):
    np.testing.assert_allclose(softmax(Z + shift), softmax(Z), rtol=1e-11)


@given(Z=rows(), seed=seeds)
@many
def test_softmax_follows_a_permutation_of_the_classes_and_keeps_their_order(Z, seed):
    order = np.random.default_rng(seed).permutation(Z.shape[1])
    np.testing.assert_allclose(softmax(Z[:, order]), softmax(Z)[:, order], rtol=1e-13)
    sorted_rows = softmax(np.sort(Z, axis=1))
    assert (np.diff(sorted_rows, axis=1) >= 0).all()


# Losses


@pytest.mark.parametrize("name", LOSSES)
@given(Z=rows(-1e4, 1e4), seed=seeds, single=st.booleans())
@many
def test_every_loss_is_finite_and_not_negative_and_keeps_dtype(name, Z, seed, single):
    rng = np.random.default_rng(seed)
    n, k = Z.shape
    targets = {
        "binary_cross_entropy": rng.random((n, k)),
        "softmax_cross_entropy": one_hot(rng.integers(k, size=n), k),
    }
    Y = targets.get(name, rng.normal(scale=1e4, size=(n, k)))
    if single:
        Z, Y = Z.astype(np.float32), Y.astype(np.float32)
    value, delta = LOSSES[name].value_and_delta(Z, Y)
    assert np.isfinite(value) and value >= -1e-6
    assert (delta.shape, delta.dtype) == (Z.shape, Z.dtype) and np.isfinite(delta).all()


@given(Z=rows(-30, 30), seed=seeds, shift=st.floats(-1e3, 1e3))
@many
def test_the_cross_entropy_of_softmax_ignores_shifts_and_its_deltas_sum_to_0(Z, seed, shift):
    n, k = Z.shape
    Y = one_hot(np.random.default_rng(seed).integers(k, size=n), k)
    value, delta = softmax_cross_entropy(Z, Y)
    shifted_value, shifted_delta = softmax_cross_entropy(Z + shift, Y)
    np.testing.assert_allclose(shifted_value, value, rtol=1e-11, atol=1e-11)
    np.testing.assert_allclose(shifted_delta, delta, atol=1e-12)
    np.testing.assert_allclose(delta.sum(axis=1), 0, atol=1e-15)


@given(Z=rows(-700, 700), seed=seeds)
@many
def test_swapping_yes_and_no_changes_no_binary_cross_entropy(Z, seed):
    Y = np.random.default_rng(seed).integers(2, size=Z.shape).astype(float)
    value, delta = binary_cross_entropy(Z, Y)
    swapped_value, swapped_delta = binary_cross_entropy(-Z, 1 - Y)
    np.testing.assert_allclose(swapped_value, value, rtol=1e-13)
    np.testing.assert_allclose(swapped_delta, -delta, atol=1e-15)


@pytest.mark.parametrize("name", LOSSES)
@given(Z=rows(-50, 50), seed=seeds)
@many
def test_a_loss_is_the_mean_over_its_rows(name, Z, seed):
    rng = np.random.default_rng(seed)
    n, k = Z.shape
    Y = one_hot(rng.integers(k, size=n), k)
    value, delta = LOSSES[name].value_and_delta(Z, Y)
    each = [LOSSES[name].value_and_delta(Z[i : i + 1], Y[i : i + 1]) for i in range(n)]
    np.testing.assert_allclose(value, np.mean([v for v, _ in each]), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(delta, np.vstack([d for _, d in each]) / n, rtol=1e-12, atol=1e-15)


# Networks


def a_network(seed, name, loss_name):
    """A random small network with data to train it on."""
    rng = np.random.default_rng(seed)
    sizes = [int(size) for size in rng.integers(1, 6, size=rng.integers(2, 5))]
    n = int(rng.integers(1, 8))
    params = init_params(sizes, rng)
    X = rng.normal(size=(n, sizes[0]))
    Y = one_hot(rng.integers(sizes[-1], size=n), sizes[-1])
    gradient = partial(
        loss_and_gradient,
        activation=ACTIVATIONS[name], loss=LOSSES[loss_name].value_and_delta, l2=0.1,
    )  # fmt: skip
    return params, X, Y, gradient, rng


networks = given(
    seed=seeds, name=st.sampled_from(sorted(ACTIVATIONS)), loss_name=st.sampled_from(sorted(LOSSES))
)


def all_entries(layers):
    return np.concatenate([array.ravel() for layer in layers for array in layer])


@networks
@many
def test_the_order_of_the_rows_changes_no_full_batch_gradient(seed, name, loss_name):
    params, X, Y, gradient, rng = a_network(seed, name, loss_name)
    order = rng.permutation(len(X))
    value, grads = gradient(params, X, Y)
    other_value, other_grads = gradient(params, X[order], Y[order])
    np.testing.assert_allclose(other_value, value, rtol=1e-12)
    np.testing.assert_allclose(all_entries(other_grads), all_entries(grads), atol=1e-13)


@networks
@many
def test_hidden_units_in_another_order_are_the_same_network(seed, name, loss_name):
    params, X, Y, gradient, rng = a_network(seed, name, loss_name)
    assume(len(params) > 1)
    l = int(rng.integers(len(params) - 1))
    order = rng.permutation(len(params[l].b))
    shuffled = list(params)
    shuffled[l] = Layer(params[l].W[:, order], params[l].b[order])
    shuffled[l + 1] = Layer(params[l + 1].W[order], params[l + 1].b)
    f = ACTIVATIONS[name].f
    np.testing.assert_allclose(forward(shuffled, X, f)[0], forward(params, X, f)[0], atol=1e-13)
    grads, shuffled_grads = gradient(params, X, Y)[1], gradient(shuffled, X, Y)[1]
    np.testing.assert_allclose(shuffled_grads[l].W, grads[l].W[:, order], atol=1e-13)
    np.testing.assert_allclose(shuffled_grads[l + 1].W, grads[l + 1].W[order], atol=1e-13)


@networks
@many
def test_each_row_of_the_output_depends_on_its_row_of_the_input_alone(seed, name, loss_name):
    params, X, *_ = a_network(seed, name, loss_name)
    f = ACTIVATIONS[name].f
    alone = np.vstack([forward(params, row[None], f)[0] for row in X])
    np.testing.assert_allclose(forward(params, X, f)[0], alone, atol=1e-12)


@given(seed=seeds, scale=st.floats(0.01, 100))
@many
def test_a_relu_network_without_biases_scales_with_its_input(seed, scale):
    params, X, *_ = a_network(seed, "relu", "mse")
    params = [Layer(W, 0 * b) for W, b in params]
    f = ACTIVATIONS["relu"].f
    np.testing.assert_allclose(
        forward(params, scale * X, f)[0], scale * forward(params, X, f)[0], rtol=1e-9, atol=1e-12
    )


@networks
@many
def test_the_gradient_is_linear_in_delta(seed, name, loss_name):
    params, X, _, _, rng = a_network(seed, name, loss_name)
    activation = ACTIVATIONS[name]
    Z, cache = forward(params, X, activation.f)
    one, other = rng.normal(size=(2, *Z.shape))
    back = partial(backward, params, cache, f_prime=activation.f_prime)
    left = all_entries(back(2 * one - 3 * other))
    right = 2 * all_entries(back(one)) - 3 * all_entries(back(other))
    assert relative_error(left, right) < 1e-11


@given(n=st.integers(0, 200), size=st.integers(1, 250), seed=seeds)
@many
def test_batches_partition_the_rows(n, size, seed):
    order = np.random.default_rng(seed).permutation(n)
    batches = list(minibatches(order, size))
    np.testing.assert_array_equal(np.concatenate([[], *batches]), order)
    assert len(batches) == -(-n // size)
    assert all(len(batch) == size for batch in batches[:-1])
    assert all(len(batch) > 0 for batch in batches)
