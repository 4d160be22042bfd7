"""The built networks keep their bounds, the certificate is never below the true error, counts."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_lesson.activations import ACTIVATIONS, heaviside, relu, sigmoid
from mlp_lesson.approximation import (
    CURVES,
    STEEPEST,
    Curve,
    bump,
    bump_middles,
    bump_network,
    bumps_needed,
    certify,
    linear_pieces,
    relu_network,
    sawtooth_network,
    step,
    tower_network,
)
from mlp_lesson.network import Layer, forward, init_params

X = np.linspace(0, 1, 4001)
NAMES = list(CURVES)
curves = pytest.mark.parametrize("curve", CURVES.values(), ids=NAMES)
seeds = st.integers(0, 10**6)


def output(params, x, f):
    return forward(params, np.asarray(x, dtype=float).reshape(-1, 1), f)[0].ravel()


def random_curve(seed):
    """A polygon through nine random points, with its steepest slope."""
    y = np.random.default_rng(seed).normal(size=9)
    return Curve(lambda x: np.interp(x, np.linspace(0, 1, 9), y), 8 * np.abs(np.diff(y)).max())


@curves
def test_the_stated_constants_bound_every_slope_and_are_nearly_reached(curve):
    fine = np.linspace(0, 1, 100_001)
    steepest = np.abs(np.diff(curve.f(fine)) / np.diff(fine)).max()
    assert 0.99 * curve.lipschitz < steepest <= curve.lipschitz * (1 + 1e-9)
    if curve.curvature is not None:
        second = np.abs(np.diff(curve.f(fine[::10]), 2)).max() * 1e8
        assert 0.9 * curve.curvature < second <= curve.curvature * (1 + 1e-5)


def test_the_bounds_of_bell_and_ripples_are_those_of_the_derivation():
    # f = exp(-20 t²) has f'' = (1600 t² - 40) f, largest at t = 0, and f' = -40 t f at t² = 1/40
    assert CURVES["bell"].curvature == 40
    assert CURVES["bell"].lipschitz == pytest.approx(math.sqrt(40) * math.exp(-0.5), rel=1e-14)
    # f = x sin 6πx: f' = sin u + u cos u and f'' = 6π (2 cos u - u sin u), u = 6πx <= 6π; the
    # amplitude of a cos u + b sin u is √(a² + b²), so 1 + 36π² and (6π)² (4 + 36π²) under the roots
    ripples = CURVES["ripples"]
    assert ripples.lipschitz == pytest.approx(math.sqrt(1 + 36 * math.pi**2), rel=1e-14)
    assert ripples.curvature == pytest.approx(6 * math.pi * math.sqrt(4 + 36 * math.pi**2))


def test_a_step_is_half_up_at_its_place_and_a_bump_is_two_steps():
    assert step(0.3, 0.3, 50) == 0.5
    assert np.isclose(step(0.3 + np.log(3) / 50, 0.3, 50), 0.75)  # σ(ln 3) = 3/4
    assert np.allclose(bump([0.0, 0.5, 1.0], 0.3, 0.6, -2, 1000), [0, -2, 0])


@pytest.mark.parametrize(
    ("lipschitz", "epsilon", "n"),
    [(1, 0.5, 1), (1, 0.25, 2), (3, 0.05, 30), (2 * np.pi, 0.1, 32), (0.1, 5, 1), (0.6, 0.1, 3)],
)
def test_bumps_needed_are_as_by_hand(lipschitz, epsilon, n):
    assert bumps_needed(lipschitz, epsilon) == n


@given(st.floats(1e-3, 1e3), st.floats(1e-3, 10))
def test_bumps_needed_are_enough_and_one_fewer_is_not(lipschitz, epsilon):
    n = bumps_needed(lipschitz, epsilon)
    assert lipschitz / (2 * n) <= epsilon * (1 + 1e-15)
    assert n == 1 or lipschitz / (2 * (n - 1)) > epsilon


@given(seed=seeds, n=st.integers(1, 30))
def test_with_thresholds_the_network_is_the_sum_of_the_bumps(seed, n):
    heights = np.random.default_rng(seed).normal(size=n)
    x = (np.arange(10 * n) + 0.5) / (10 * n)
    blocks = output(bump_network(heights, 7.0), x, heaviside)
    np.testing.assert_allclose(blocks, np.repeat(heights, 10), atol=1e-12)


@given(seed=seeds, n=st.integers(1, 40), steepness=st.floats(1, 100))
def test_steep_sigmoids_keep_the_bound_with_its_factor_coth(seed, n, steepness):
    curve = random_curve(seed)
    params = bump_network(curve.f(bump_middles(n)), steepness * n)
    worst = np.abs(curve.f(X) - output(params, X, sigmoid)).max()
    assert worst <= curve.lipschitz / (2 * n) / np.tanh(steepness / 4) + 1e-12
    sharp = np.abs(curve.f(X) - output(params, X, heaviside)).max()
    assert sharp <= curve.lipschitz / (2 * n) + 1e-12


@given(seed=seeds, n=st.integers(1, 40))
def test_the_relu_network_joins_the_points_and_keeps_the_bound(seed, n):
    curve = random_curve(seed)
    knots = np.linspace(0, 1, n + 1)
    params = relu_network(curve.f(knots))
    g = output(params, X, relu)
    np.testing.assert_allclose(g, np.interp(X, knots, curve.f(knots)), atol=1e-10)
    assert len(params[0].b) == n
    assert np.abs(g - curve.f(X)).max() <= curve.lipschitz / (2 * n) + 1e-10


def test_the_relu_bound_is_reached_at_the_peak_of_the_roof():
    g = output(relu_network(CURVES["roof"].f(np.arange(8) / 7)), [0.5], relu)
    assert np.isclose(1 - g.item(), 2 / 14)  # L / (2n)


@pytest.mark.parametrize("n", [4, 16, 64])
def test_on_smooth_curves_the_relu_error_is_below_m_over_8_n_squared(n):
    for curve in (c for c in CURVES.values() if c.curvature):
        g = output(relu_network(curve.f(np.linspace(0, 1, n + 1))), X, relu)
        assert np.abs(g - curve.f(X)).max() <= curve.curvature / (8 * n**2) + 1e-12


@curves
@pytest.mark.parametrize("epsilon", [0.3, 0.1, 0.05])
def test_the_built_network_is_certified_for_the_chosen_epsilon(curve, epsilon):
    n = bumps_needed(curve.lipschitz, 0.9 * epsilon)
    params = bump_network(curve.f(bump_middles(n)), 20 * n)
    assert certify(curve, params, "logistic").bound <= epsilon


@given(
    seed=seeds,
    kind=st.sampled_from(["logistic", "tanh", "relu"]),
    width=st.integers(1, 12),
    cells=st.integers(3, 60),
)
def test_no_point_lies_outside_the_certificate(seed, kind, width, cells):
    rng = np.random.default_rng(seed)
    draw = lambda i, o, rng: (rng.normal(0, 8, (i, o)), rng.normal(0, 5, o))  # noqa: E731
    params, curve = init_params([1, width, 1], rng, draw), random_curve(seed)
    certificate = certify(curve, params, kind, cells)
    x = np.concatenate([X, rng.random(500)])
    worst = np.abs(curve.f(x) - output(params, x, ACTIVATIONS[kind].f)).max()
    assert certificate.measured <= certificate.bound
    assert worst <= certificate.bound + 1e-12


@pytest.mark.parametrize("kind", STEEPEST)
@pytest.mark.parametrize("z", [-2.0, -0.3, 0.0, 0.4, 3.0])
@pytest.mark.parametrize("r", [0.0, 0.35, 2.5])
def test_the_steepest_slope_nearby_is_the_largest_on_a_fine_grid(kind, z, r):
    nearby = np.append(np.linspace(z - r, z + r, 9), [0.0] * (abs(z) <= r))
    largest = ACTIVATIONS[kind].f_prime(nearby).max()
    assert STEEPEST[kind](z, r) == pytest.approx(largest, rel=1e-12)


def test_a_spike_between_the_grid_points_does_not_escape_the_certificate():
    zero = Curve(np.zeros_like, 0.0)
    spike = [Layer(np.full((1, 2), 1e6), -1e6 * np.array([0.49999, 0.50001])),
             Layer(np.array([[1.0], [-1.0]]), np.zeros(1))]  # fmt: skip
    certificate = certify(zero, spike, "logistic", cells=10)
    assert certificate.measured < 1e-9 and certificate.bound >= 1


def test_a_relu_that_starts_behind_the_last_grid_point_does_not_escape_either():
    late = [Layer(np.array([[100.0]]), np.array([-51.0])), Layer(np.ones((1, 1)), np.zeros(1))]
    certificate = certify(Curve(np.zeros_like, 0.0), late, "relu", cells=1)  # looked at in 1/2
    assert certificate.measured == 0 and certificate.bound == 50  # in truth 49, at x = 1


@given(seed=seeds)
def test_a_finer_grid_closes_the_gap(seed):
    curve = random_curve(seed)
    params = bump_network(curve.f(bump_middles(9)), 90)
    coarse, fine = (certify(curve, params, "logistic", cells) for cells in (900, 9000))
    assert fine.bound - fine.measured < (coarse.bound - coarse.measured) / 5
    assert coarse.measured <= fine.bound and fine.measured <= coarse.bound


@given(seed=seeds, n=st.integers(1, 6))
def test_towers_stand_on_their_squares(seed, n):
    heights = np.random.default_rng(seed).normal(size=(n, n))
    middles = np.stack(np.meshgrid(bump_middles(n), bump_middles(n), indexing="ij"), axis=-1)
    params = tower_network(heights)
    rng = np.random.default_rng(seed)
    inside = middles.reshape(-1, 2) + rng.uniform(-0.49, 0.49, (n * n, 2)) / n
    values = forward(params, inside, heaviside)[0].ravel()
    np.testing.assert_allclose(values, heights.ravel(), atol=1e-12)
    assert [len(layer.b) for layer in params] == [2 * (n - 1), n * n, 1]


def test_towers_follow_a_surface_within_half_a_diagonal_times_l():
    n, side = 12, np.linspace(0, 1, 101)
    grid = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1)
    middles = np.stack(np.meshgrid(bump_middles(n), bump_middles(n), indexing="ij"), axis=-1)

    def hill(P):
        return np.sin(np.pi * P[..., 0]) * np.sin(np.pi * P[..., 1])  # K = π

    values = forward(tower_network(hill(middles)), grid.reshape(-1, 2), heaviside)[0].ravel()
    assert np.abs(values - hill(grid).ravel()).max() <= np.sqrt(2) * np.pi / (2 * n)


@pytest.mark.parametrize("k", range(1, 13))
def test_the_sawtooth_has_two_to_the_k_pieces_with_two_neurons_a_layer(k):
    params = sawtooth_network(k)
    assert [len(layer.b) for layer in params] == [2] * k + [1]
    assert linear_pieces(params) == 2**k
    assert linear_pieces(relu_network(np.arange(2**k + 1) % 2)) == 2**k


def test_the_sawtooth_is_the_tent_map_again_and_again_in_exact_fractions():
    x = [Fraction(i, 64) for i in range(65)]
    y = x
    for _ in range(5):
        y = [min(2 * v, 2 - 2 * v) for v in y]
    teeth = output(sawtooth_network(5), [float(v) for v in x], relu)
    assert teeth.tolist() == [float(v) for v in y]


def rational(n_in, n_out, rng):
    """Weights and biases in quarters."""
    return rng.integers(-8, 9, (n_in, n_out)) / 4, rng.integers(-8, 9, n_out) / 4


@pytest.mark.parametrize("sizes", [[7], [4, 4], [5, 3, 2]], ids=str)
@pytest.mark.parametrize("seed", range(10))
def test_the_pieces_of_a_random_network_are_those_to_be_seen_on_a_fine_grid(seed, sizes):
    params = init_params([1, *sizes, 1], np.random.default_rng(seed), rational)
    x = (np.arange(40_001) + np.sqrt(0.5)) / 40_002  # no kink lies on a grid point
    bends = np.abs(np.diff(output(params, x, relu), 2)) > 1e-11
    starts = bends & ~np.concatenate([[False], bends[:-1]])  # one kink bends two neighbours
    assert linear_pieces(params) == 1 + starts.sum()


def test_one_hidden_layer_bends_at_most_once_for_each_neuron():
    for seed in range(50):
        params = init_params([1, 9, 1], np.random.default_rng(seed))
        assert linear_pieces(params) <= 10
