"""The forward and the backward pass, by hand, by loops, and as a whole network."""

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from mlp_lesson.activations import (
    ACTIVATIONS,
    heaviside,
    identity,
    identity_prime,
    relu,
    relu_prime,
    tanh,
)
from mlp_lesson.losses import half_squared_error
from mlp_lesson.network import (
    Layer,
    backward,
    forward,
    glorot_uniform,
    he_normal,
    init_params,
)

pytestmark = pytest.mark.filterwarnings("error")

# One sample through 2-2-1, worked on paper. x = (1, 2).
#   Z1 = (1·1 + 2·½ + 0, 1·(-1) + 2·1 - 3) = (2, -2)   A1 = relu(Z1) = (2, 0)
#   Z2 = 2·1 + 0·2 - 1 = 1;  y = 3:  L = ½(1 - 3)² = 2,  δ2 = 1 - 3 = -2
#   ∂L/∂W2 = A1ᵀδ2 = (-4, 0)ᵀ   ∂L/∂b2 = -2   ∂L/∂A1 = δ2 W2ᵀ = (-2, -4)
#   δ1 = (-2, -4) ⊙ (1, 0) = (-2, 0)   ∂L/∂W1 = xᵀδ1 = [[-2, 0], [-4, 0]]   ∂L/∂b1 = (-2, 0)
PAPER = [
    Layer(np.array([[1.0, -1.0], [0.5, 1.0]]), np.array([0.0, -3.0])),
    Layer(np.array([[1.0], [2.0]]), np.array([-1.0])),
]
PAPER_GRADIENT = [
    Layer(np.array([[-2.0, 0.0], [-4.0, 0.0]]), np.array([-2.0, 0.0])),
    Layer(np.array([[-4.0], [0.0]]), np.array([-2.0])),
]
x, y = np.array([[1.0, 2.0]]), np.array([[3.0]])


def assert_layers_equal(ours, expected, **tolerance):
    assert len(ours) == len(expected)
    for one, other in zip(ours, expected, strict=True):
        np.testing.assert_allclose(one.W, other.W, **tolerance)
        np.testing.assert_allclose(one.b, other.b, **tolerance)


def test_a_network_worked_on_paper_forwards():
    Z, cache = forward(PAPER, x, relu)
    assert Z.tolist() == [[1]]
    assert [A.tolist() for A in cache.A] == [[[1, 2]], [[2, 0]]]
    assert [Z.tolist() for Z in cache.Z] == [[[2, -2]], [[1]]]
    assert cache.masks is None


def test_a_network_worked_on_paper_backwards():
    Z, cache = forward(PAPER, x, relu)
    value, delta = half_squared_error(Z, y)
    assert (value, delta.tolist()) == (2, [[-2]])
    assert_layers_equal(backward(PAPER, cache, delta, relu_prime), PAPER_GRADIENT, rtol=0)


def test_each_hidden_layer_may_have_a_function_of_its_own_as_worked_on_paper():
    # PAPER with another hidden unit behind its last, (w, b) = (-2, 1), and the identity there:
    #   A1 = relu(2, -2) = (2, 0);  Z2 = 1, A2 = 1;  Z3 = 1·(-2) + 1 = -1;  δ3 = -1 - 3 = -4
    #   δ2 = -4·(-2)·1 = 8;  δ1 = 8·(1, 2) ⊙ (1, 0) = (8, 0)
    params = [*PAPER, Layer(np.array([[-2.0]]), np.array([1.0]))]
    Z, cache = forward(params, x, [relu, identity])
    assert Z.tolist() == [[-1]] and [A.tolist() for A in cache.A[1:]] == [[[2, 0]], [[1]]]
    grads = backward(params, cache, Z - y, [relu_prime, identity_prime])
    assert_layers_equal(grads, [
        Layer(np.array([[8.0, 0.0], [16.0, 0.0]]), np.array([8.0, 0.0])),
        Layer(np.array([[16.0], [0.0]]), np.array([8.0])),
        Layer(np.array([[-4.0]]), np.array([-4.0])),
    ], rtol=0)  # fmt: skip


def test_a_list_of_functions_has_one_for_each_hidden_layer():
    params = init_params([2, 3, 3, 1], np.random.default_rng(0))
    _, cache = forward(params, x, [tanh, relu])
    for wrong in ([tanh], [tanh] * 3):
        with pytest.raises(ValueError, match=f"2 hidden layers .* got {len(wrong)}"):
            forward(params, x, wrong)
        with pytest.raises(ValueError, match=f"2 hidden layers .* got {len(wrong)}"):
            backward(params, cache, y, wrong)


def test_plain_pairs_of_arrays_are_layers_too():
    params = init_params([3, 4, 2], np.random.default_rng(0))
    pairs = [(W, b) for W, b in params]
    Z, cache = forward(params, np.ones((5, 3)), relu)
    Z_pairs, cache_pairs = forward(pairs, np.ones((5, 3)), relu)
    np.testing.assert_array_equal(Z_pairs, Z)
    assert_layers_equal(
        backward(pairs, cache_pairs, Z, relu_prime, l2=0.1),
        backward(params, cache, Z, relu_prime, l2=0.1),
    )


def test_the_rows_of_a_batch_add_up_because_delta_carries_the_1_over_n():
    X, Y = np.vstack([x, x, x, x]), np.vstack([y, y, y, y])
    Z, cache = forward(PAPER, X, relu)
    grads = backward(PAPER, cache, half_squared_error(Z, Y)[1], relu_prime)
    assert_layers_equal(grads, PAPER_GRADIENT, rtol=1e-15)  # the mean of four equal gradients
    grads = backward(PAPER, cache, Z - Y, relu_prime)
    expected = [Layer(4 * W, 4 * b) for W, b in PAPER_GRADIENT]
    assert_layers_equal(grads, expected, rtol=1e-15)  # their sum, when delta has no 1/n


def test_l2_adds_the_weights_to_the_gradient_of_the_weights_but_not_of_the_biases():
    Z, cache = forward(PAPER, x, relu)
    grads = backward(PAPER, cache, Z - y, relu_prime, l2=0.5)
    expected = [
        Layer(np.array([[-1.5, -0.5], [-3.75, 0.5]]), np.array([-2.0, 0.0])),
        Layer(np.array([[-3.5], [1.0]]), np.array([-2.0])),
    ]
    assert_layers_equal(grads, expected, rtol=1e-15)


def test_a_masked_unit_says_nothing_and_hears_nothing():
    # the first hidden unit scaled by 2, as if the second had been dropped at rate ½:
    #   A1 = (4, 0), Z2 = 3, δ2 = 0 for y = 3; so y = 0: δ2 = 3
    #   ∂L/∂W2 = (12, 0)ᵀ, δ1 = 3·(1, 2) ⊙ (2, 0) ⊙ (1, 0) = (6, 0)
    masks = [np.array([[2.0, 0.0]])]
    params = [Layer(PAPER[0].W, np.array([0.0, 0.0])), PAPER[1]]  # now both units are awake
    Z, cache = forward(params, x, relu, masks=masks)
    assert Z.tolist() == [[3]] and cache.A[1].tolist() == [[4, 0]]
    assert cache.Z[0].tolist() == [[2, 1]]  # the pre-activations themselves are not masked
    grads = backward(params, cache, Z, relu_prime)
    expected = [
        Layer(np.array([[6.0, 0.0], [12.0, 0.0]]), np.array([6.0, 0.0])),
        Layer(np.array([[12.0], [0.0]]), np.array([3.0])),
    ]
    assert_layers_equal(grads, expected, rtol=0)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_cache_holds_what_was_computed_and_no_pass_overwrites_its_inputs(name):
    # f may return the very array it was given (identity does): nothing may then work in place
    rng = np.random.default_rng(0)
    f, f_prime = ACTIVATIONS[name]
    params = init_params([3, 5, 4, 2], rng)
    X, delta = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
    masks = [2.0 * (rng.random((6, n)) < 0.5) for n in (5, 4)]
    for array in [X, delta, *masks, *(array for layer in params for array in layer)]:
        array.setflags(write=False)
    for these in (None, masks):
        Z, cache = forward(params, X, f, masks=these)
        copies = [[array.copy() for array in arrays] for arrays in (cache.A, cache.Z)]
        for l in range(3):
            np.testing.assert_array_equal(cache.Z[l], cache.A[l] @ params[l].W + params[l].b)
            if l < 2:
                mask = 1 if these is None else these[l]
                np.testing.assert_array_equal(cache.A[l + 1], f(cache.Z[l]) * mask)
        np.testing.assert_array_equal(cache.A[0], X)
        np.testing.assert_array_equal(cache.Z[-1], Z)
        backward(params, cache, delta, f_prime, l2=0.1)
        for arrays, before in zip((cache.A, cache.Z), copies, strict=True):
            for array, copy in zip(arrays, before, strict=True):
                np.testing.assert_array_equal(array, copy)


def test_two_backward_passes_of_one_cache_give_the_same_gradient():
    rng = np.random.default_rng(1)
    params = init_params([3, 5, 2], rng)
    Z, cache = forward(params, rng.normal(size=(6, 3)), identity)
    first = backward(params, cache, Z, ACTIVATIONS["identity"].f_prime)
    second = backward(params, cache, Z, ACTIVATIONS["identity"].f_prime)
    assert_layers_equal(first, second, rtol=0)


def test_forward_agrees_with_scikit_learns_network_of_the_same_parameters():
    rng = np.random.default_rng(2)
    X, labels = rng.normal(size=(40, 5)), rng.integers(3, size=40)
    theirs = MLPClassifier((7, 4), activation="tanh", solver="lbfgs", max_iter=15, random_state=0)
    with pytest.warns(match="lbfgs failed to converge"):
        theirs.fit(X, labels)
    params = [Layer(W, b) for W, b in zip(theirs.coefs_, theirs.intercepts_, strict=True)]
    Z, _ = forward(params, X, tanh)
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(P, theirs.predict_proba(X), rtol=1e-12)


def test_a_network_without_hidden_layers_is_one_matrix_product():
    rng = np.random.default_rng(3)
    [layer] = params = init_params([4, 3], rng)
    X = rng.normal(size=(5, 4))
    Z, cache = forward(params, X, heaviside)  # f has nowhere to act
    np.testing.assert_array_equal(Z, X @ layer.W + layer.b)
    [grad] = backward(params, cache, np.ones((5, 3)), None)
    np.testing.assert_allclose(grad.W, X.sum(axis=0)[:, None] * np.ones(3), rtol=1e-14)
    assert grad.b.tolist() == [5, 5, 5]


def test_a_stack_of_linear_layers_collapses_to_one():
    rng = np.random.default_rng(4)
    params = init_params([4, 6, 5, 3], rng)
    X = rng.normal(size=(8, 4))
    W = params[0].W @ params[1].W @ params[2].W
    b = (params[0].b @ params[1].W + params[1].b) @ params[2].W + params[2].b
    np.testing.assert_allclose(forward(params, X, identity)[0], X @ W + b, rtol=1e-12)


def test_two_threshold_units_and_a_third_make_xor():
    params = [
        Layer(np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5])),  # or, and
        Layer(np.array([[1.0], [-1.0]]), np.array([-0.5])),  # or, but not and
    ]
    Z, _ = forward(params, np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), heaviside)
    assert heaviside(Z).ravel().tolist() == [0, 1, 1, 0]


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_every_array_of_both_passes_keeps_the_dtype(name, dtype):
    rng = np.random.default_rng(5)
    f, f_prime = ACTIVATIONS[name]
    params = init_params([3, 4, 4, 2], rng, dtype=dtype)
    X = rng.normal(size=(6, 3)).astype(dtype)
    masks = [np.ones((6, 4), dtype)] * 2
    Z, cache = forward(params, X, f, masks=masks)
    value, delta = half_squared_error(Z, np.zeros_like(Z))
    grads = backward(params, cache, delta, f_prime, l2=0.1)
    arrays = [Z, *cache.A, *cache.Z, delta, *(array for layer in grads for array in layer)]
    assert {array.dtype for array in arrays} == {np.dtype(dtype)}
    assert [layer.W.shape for layer in grads] == [(3, 4), (4, 4), (4, 2)]
    assert [layer.b.shape for layer in grads] == [(4,), (4,), (2,)]


def test_a_batch_of_one_and_of_none_go_through():
    params = init_params([3, 4, 2], np.random.default_rng(6))
    for n in (0, 1):
        Z, cache = forward(params, np.ones((n, 3)), relu)
        grads = backward(params, cache, np.ones((n, 2)), relu_prime)
        assert Z.shape == (n, 2) and grads[0].W.shape == (3, 4)


def test_inputs_of_the_wrong_width_are_refused():
    params = init_params([3, 4, 2], np.random.default_rng(7))
    with pytest.raises(ValueError, match="size 5 is different from 3|3.*5"):
        forward(params, np.ones((6, 5)), relu)


def test_the_first_parameters_have_the_shapes_the_sizes_say():
    params = init_params([784, 50, 10], np.random.default_rng(8))
    assert [(W.shape, b.shape) for W, b in params] == [((784, 50), (50,)), ((50, 10), (10,))]
    assert {array.dtype for layer in params for array in layer} == {np.dtype(np.float64)}
    params = init_params((2, 1), np.random.default_rng(8), dtype=np.float32)
    assert {array.dtype for layer in params for array in layer} == {np.dtype(np.float32)}


@pytest.mark.parametrize("sizes", [[], [3], [3, 0, 2], [3, -1]])
def test_sizes_that_make_no_network_are_refused(sizes):
    with pytest.raises(ValueError, match="sizes needs an input and an output"):
        init_params(sizes, np.random.default_rng(0))


def test_the_same_generator_gives_the_same_parameters_and_nothing_global_is_touched():
    before = np.random.get_state()[1].copy()
    first, second = (init_params([3, 4, 2], np.random.default_rng(9)) for _ in range(2))
    assert_layers_equal(first, second, rtol=0)
    np.testing.assert_array_equal(np.random.get_state()[1], before)
    other = init_params([3, 4, 2], np.random.default_rng(10))
    assert not np.array_equal(first[0].W, other[0].W)


def test_glorot_fills_its_interval_evenly_biases_included():
    # U(-c, c) with c = √(6/500) has standard deviation c/√3
    W, b = glorot_uniform(300, 200, np.random.default_rng(11))
    c = np.sqrt(6 / 500)
    assert np.abs(W).max() <= c and np.abs(W).max() > 0.999 * c
    assert W.std() == pytest.approx(c / np.sqrt(3), rel=0.01)
    assert W.mean() == pytest.approx(0, abs=0.01 * c)
    assert 0.9 * c < np.abs(b).max() <= c
    W, _ = glorot_uniform(300, 200, np.random.default_rng(11), factor=2.0)
    assert 0.999 * np.sqrt(2 / 500) < np.abs(W).max() <= np.sqrt(2 / 500)


@pytest.mark.parametrize("activation, factor", [("relu", 6.0), ("logistic", 2.0)])
def test_glorot_draws_scikit_learns_numbers_in_scikit_learns_order(activation, factor):
    theirs = MLPClassifier(
        (5, 4), activation=activation, solver="sgd", learning_rate_init=1e-300, max_iter=1,
        random_state=42,
    )  # fmt: skip
    with pytest.warns(match="Maximum iterations"):  # after one step too small to change anything
        theirs.fit(np.random.default_rng(0).normal(size=(6, 3)), [0, 1, 2, 0, 1, 2])
    rng = np.random.RandomState(42)
    ours = init_params([3, 5, 4, 3], rng, lambda i, o, rng: glorot_uniform(i, o, rng, factor))
    expected = [Layer(W, b) for W, b in zip(theirs.coefs_, theirs.intercepts_, strict=True)]
    assert_layers_equal(ours, expected, rtol=0)


def test_he_draws_a_variance_of_two_over_the_inputs_and_no_biases():
    W, b = he_normal(200, 300, np.random.default_rng(12))
    assert W.std() == pytest.approx(np.sqrt(2 / 200), rel=0.01)
    assert W.mean() == pytest.approx(0, abs=0.001)
    assert b.shape == (300,) and not b.any()
    # 68.3% of a normal distribution lies within one standard deviation, 57.7% of a uniform one
    assert np.mean(np.abs(W) < W.std()) == pytest.approx(0.683, abs=0.01)


def test_he_keeps_the_signal_through_twenty_relu_layers_and_glorot_lets_it_fade():
    X = np.random.default_rng(13).normal(size=(200, 256))
    sizes = [256] * 21
    kept, faded = (
        forward(init_params(sizes, np.random.default_rng(14), init), X, relu)[0].std()
        for init in (he_normal, lambda i, o, rng: (glorot_uniform(i, o, rng)[0], np.zeros(o)))
    )
    assert 0.3 < kept < 3 and faded < 0.01
