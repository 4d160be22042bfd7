"""The update rules and schedules against hand work, scikit-learn's code and PyTorch's formulas."""

from functools import partial
from math import sqrt

import numpy as np
import pytest
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

from mlp_lesson.optimizers import (
    Adaptive,
    adam,
    constant,
    exponential_decay,
    inverse_scaling,
    momentum,
    nesterov,
    rmsprop,
    sgd,
    walk,
)

pytestmark = pytest.mark.filterwarnings("error")

RULES = [sgd, momentum, nesterov, rmsprop, adam]


def path(rule, gradients, lr=0.1, start=1.0):
    """Where one weight is after each gradient."""
    w, state, places = np.array([start]), {}, []
    for g in gradients:
        rule(w, np.array([g]), state, lr)
        places.append(w.item())
    return places


def test_a_walk_keeps_every_place_and_leaves_its_start_alone():
    # L = 2w², slope 4w, η = 0.1: each step keeps 0.6 of w
    start = np.array([1.0, -2.0])
    places = walk(lambda w: 4 * w, start, sgd, 0.1, 2)
    np.testing.assert_allclose(places, [[1, -2], [0.6, -1.2], [0.36, -0.72]], rtol=1e-12)
    assert start.tolist() == [1, -2]


def test_a_walk_hands_its_rule_the_memory_of_the_steps_before():
    # slope 1, η = 0.1, μ = 0.9: the speeds are 0.1 and 0.09 + 0.1
    places = walk(np.ones_like, [0.0], momentum, 0.1, 2)
    np.testing.assert_allclose(places.ravel(), [0, -0.1, -0.29], rtol=1e-12)


# One weight, w = 1, η = 0.1, gradients ½ and then -¼.


def test_two_steps_of_sgd_by_hand():
    # 1 - 0.05 = 0.95;  0.95 + 0.025 = 0.975
    assert path(sgd, [0.5, -0.25]) == pytest.approx([0.95, 0.975], rel=1e-15)


def test_two_steps_of_momentum_by_hand():
    # v = -0.05, w = 0.95;  v = -0.045 + 0.025 = -0.02, w = 0.93
    assert path(momentum, [0.5, -0.25]) == pytest.approx([0.95, 0.93], rel=1e-15)
    # μ = ½: v = -0.05, w = 0.95;  v = -0.025 + 0.025 = 0, w = 0.95
    assert path(partial(momentum, momentum=0.5), [0.5, -0.25]) == pytest.approx([0.95, 0.95])


def test_two_steps_of_nesterov_by_hand():
    # v = -0.05, w = 1 + 0.9·(-0.05) - 0.05 = 0.905
    # v = 0.9·(-0.05) + 0.025 = -0.02, w = 0.905 + 0.9·(-0.02) + 0.025 = 0.912
    assert path(nesterov, [0.5, -0.25]) == pytest.approx([0.905, 0.912], rel=1e-15)


def test_two_steps_of_rmsprop_by_hand():
    # s = 0.1·¼ = 0.025, w = 1 - 0.05/√0.025
    # s = 0.9·0.025 + 0.1·1/16 = 0.02875, w + 0.025/√0.02875
    first = 1 - 0.05 / sqrt(0.025)
    second = first + 0.025 / sqrt(0.02875)
    places = path(partial(rmsprop, eps=0.0), [0.5, -0.25])
    assert places == pytest.approx([first, second], rel=1e-14)


def test_two_steps_of_adam_by_hand():
    # m = 0.05, v = 0.00025; corrected 0.05/0.1 = ½, 0.00025/0.001 = ¼; w = 1 - 0.1·½/√¼ = 0.9
    # m = 0.045 - 0.025 = 0.02, v = 0.00024975 + 0.0000625 = 0.00031225;
    # corrected 0.02/0.19, 0.00031225/0.001999
    second = 0.9 - 0.1 * (0.02 / 0.19) / sqrt(0.00031225 / 0.001999)
    places = path(partial(adam, eps=0.0), [0.5, -0.25])
    assert places == pytest.approx([0.9, second], rel=1e-13)


def test_adams_first_step_is_the_learning_rate_whatever_the_size_of_the_gradient():
    for g in (1e-3, -7.0, 1e5):
        assert path(adam, [g])[0] == pytest.approx(1 - 0.1 * np.sign(g), rel=1e-4)


def test_epsilon_is_added_to_the_root():
    # g = 1e-8, of the size of ε itself. rmsprop: √s = √0.1·1e-8; adam: m = 1e-9, √v = √0.001·1e-8
    assert 1 - path(rmsprop, [1e-8])[0] == pytest.approx(0.1 / (sqrt(0.1) + 1), rel=1e-7)
    expected = 0.1 * sqrt(0.001) / 0.1 * 0.1 / (sqrt(0.001) + 1)
    assert 1 - path(adam, [1e-8])[0] == pytest.approx(expected, rel=1e-7)


@pytest.mark.parametrize(
    "ours, theirs",
    [
        (partial(sgd), partial(SGDOptimizer, momentum=0.0, nesterov=False)),
        (partial(momentum), partial(SGDOptimizer, momentum=0.9, nesterov=False)),
        (partial(momentum, momentum=0.3), partial(SGDOptimizer, momentum=0.3, nesterov=False)),
        (partial(nesterov), partial(SGDOptimizer, momentum=0.9, nesterov=True)),
        (partial(nesterov, momentum=0.3), partial(SGDOptimizer, momentum=0.3, nesterov=True)),
        (partial(adam), AdamOptimizer),
        (
            partial(adam, beta1=0.6, beta2=0.7, eps=0.01),
            partial(AdamOptimizer, beta_1=0.6, beta_2=0.7, epsilon=0.01),
        ),
    ],
)
def test_thirty_steps_agree_with_scikit_learns_optimizer(ours, theirs):
    rng = np.random.default_rng(0)
    params = [rng.normal(size=(4, 3)), rng.normal(size=3)]
    copies, states = [w.copy() for w in params], [{}, {}]
    optimizer = theirs(copies, learning_rate_init=0.05)
    for _ in range(30):
        grads = [rng.normal(size=w.shape) for w in params]
        for w, g, state in zip(params, grads, states, strict=True):
            ours(w, g, state, 0.05)
        for w, step in zip(copies, optimizer._get_updates(grads), strict=True):
            w += step
    for w, expected in zip(params, copies, strict=True):
        np.testing.assert_allclose(w, expected, rtol=1e-12, atol=1e-14)


# PyTorch's documented rules (torch.optim, defaults but for the settings named). Written here as
# its pages state them: velocity without η, and Adam with both corrections inside.


def torch_sgd(w, g, state, lr, mu=0.9, nesterov=False):
    state["b"] = mu * state["b"] + g if "b" in state else g.copy()
    w -= lr * (g + mu * state["b"] if nesterov else state["b"])


def torch_rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    state["v"] = alpha * state.get("v", 0) + (1 - alpha) * g**2
    w -= lr * g / (np.sqrt(state["v"]) + eps)


def torch_adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    state["t"] = t = state.get("t", 0) + 1
    state["m"] = beta1 * state.get("m", 0) + (1 - beta1) * g
    state["v"] = beta2 * state.get("v", 0) + (1 - beta2) * g**2
    w -= lr * (state["m"] / (1 - beta1**t)) / (np.sqrt(state["v"] / (1 - beta2**t)) + eps)


@pytest.mark.parametrize(
    "ours, theirs",
    [
        (momentum, torch_sgd),
        (nesterov, partial(torch_sgd, nesterov=True)),
        (partial(rmsprop, decay=0.99), torch_rmsprop),
        (partial(adam, eps=0.0), partial(torch_adam, eps=0.0)),
    ],
)
def test_where_the_conventions_agree_so_do_pytorchs_formulas(ours, theirs):
    rng = np.random.default_rng(1)
    w = rng.normal(size=(3, 2))
    copy, state, their_state = w.copy(), {}, {}
    for _ in range(20):
        g = rng.normal(size=w.shape)
        ours(w, g, state, 0.01)
        theirs(copy, g, their_state, 0.01)
    np.testing.assert_allclose(w, copy, rtol=1e-12)


def test_adams_epsilon_differs_from_pytorchs_by_the_root_of_the_correction():
    for t, g in [(1, 1e-7), (1, 3.0)]:
        ours = 1 - path(partial(adam, eps=1e-8 * sqrt(1 - 0.999**t)), [g])[0]
        theirs = 1 - path(torch_adam, [g])[0]
        assert ours == pytest.approx(theirs, rel=1e-8)
    # so in the first step ours is 1/√0.001, 32 times, more careful with a tiny gradient
    ours, theirs = (1 - path(rule, [1e-12])[0] for rule in (adam, torch_adam))
    assert theirs / ours == pytest.approx(1 / sqrt(0.001), rel=0.01)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_changes_the_array_in_place_and_keeps_dtype_and_gradient(rule, dtype):
    w, g, state = np.ones((2, 3), dtype), np.full((2, 3), 0.5, dtype), {}
    view = w
    for _ in range(3):
        assert rule(w, g, state, 0.1) is None
    assert w is view and w.dtype == dtype and (w < 1).all()
    assert (g == 0.5).all()
    memories = [value for value in state.values() if isinstance(value, np.ndarray)]
    assert all(value.dtype == dtype and value.shape == w.shape for value in memories)
    assert not any(np.shares_memory(value, g) or np.shares_memory(value, w) for value in memories)


@pytest.mark.parametrize("rule", RULES)
def test_a_zero_gradient_moves_nothing_from_rest_even_without_epsilons_help(rule):
    assert path(rule, [0.0, 0.0]) == [1, 1]


@pytest.mark.parametrize("rule", RULES)
def test_a_learning_rate_that_changes_is_used_from_that_step_on(rule):
    w, state = np.array([1.0]), {}
    rule(w, np.array([0.5]), state, 0.1)
    before = w.copy()
    rule(w, np.array([0.5]), state, 0.0)
    # with η = 0 only inertia is left: μv for momentum, μ²v for nesterov (its look ahead)
    inertia = {momentum: 0.9 * -0.05, nesterov: 0.9 * 0.9 * -0.05}.get(rule, 0)
    np.testing.assert_allclose(w - before, inertia, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("rule", [momentum, nesterov, rmsprop, adam])
def test_every_rule_but_sgd_finds_the_bottom_of_a_narrow_valley_that_sgd_is_slow_in(rule):
    def end(rule, lr, steps=300):
        w, state = np.array([1.0, 1.0]), {}
        for _ in range(steps):
            rule(w, np.array([0.01, 1.0]) * w, state, lr)  # f(w) = (0.01 w₁² + w₂²)/2
        return np.abs(w).max()

    lr = 0.01 if rule in (rmsprop, adam) else 1.0
    assert end(rule, lr) < 0.02
    assert end(sgd, 1.0) == pytest.approx(0.99**300, rel=1e-9)  # 0.049


def test_constant_stays():
    assert [constant(0.3)(updates) for updates in (0, 1, 10**9)] == [0.3, 0.3, 0.3]


def test_inverse_scaling_by_hand():
    # 1/√(1 + s): 1, 1/√2, 1/2, 1/10
    rates = [inverse_scaling(1.0)(updates) for updates in (0, 1, 3, 99)]
    assert rates == pytest.approx([1, 1 / sqrt(2), 1 / 2, 1 / 10], rel=1e-15)
    assert inverse_scaling(0.8, power=1.0, per_update=0.5)(6) == pytest.approx(0.2)


def test_inverse_scaling_counts_rows_as_scikit_learn_does_when_asked_to():
    theirs = SGDOptimizer([np.zeros(1)], 0.1, lr_schedule="invscaling", power_t=0.4)
    schedule = inverse_scaling(0.1, power=0.4, per_update=200)
    for updates in (1, 7, 300):
        theirs.iteration_ends(200 * updates)
        assert schedule(updates) == pytest.approx(theirs.learning_rate, rel=1e-14)


def test_exponential_decay_by_hand():
    # Keras's ExponentialDecay: 4% less every 100 000 updates, smoothly between
    schedule = exponential_decay(0.001)
    assert schedule(0) == 0.001
    assert schedule(100_000) == pytest.approx(0.00096, rel=1e-14)
    assert schedule(200_000) == pytest.approx(0.0009216, rel=1e-14)
    assert schedule(50_000) == pytest.approx(0.001 * sqrt(0.96), rel=1e-14)
    assert exponential_decay(1.0, rate=0.5, every=10)(30) == pytest.approx(1 / 8)


def test_adaptive_slows_down_just_like_scikit_learns():
    theirs = SGDOptimizer([np.zeros(1)], 0.1, lr_schedule="adaptive")
    ours = Adaptive(0.1)
    for _ in range(12):
        assert ours(0) == ours(10**6) == theirs.learning_rate
        stops = theirs.trigger_stopping("", verbose=False)
        assert ours.slow_down() is not stops
    assert stops and ours(0) == pytest.approx(0.1 / 5**8)  # 2.6e-7, the first below 1e-6


def test_adaptive_divides_by_its_factor_until_its_smallest():
    schedule = Adaptive(1.0, factor=2.0, smallest=0.25)
    assert [(schedule.slow_down(), schedule(0)) for _ in range(3)] == [
        (True, 0.5), (True, 0.25), (False, 0.25),
    ]  # fmt: skip
