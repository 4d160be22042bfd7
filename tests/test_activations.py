"""The activations against SymPy, SciPy, scikit-learn and hand work."""

import numpy as np
import pytest
import sympy as sp
from scipy import integrate, special, stats
from sklearn.neural_network._base import ACTIVATIONS as SKLEARN

from mlp_lesson.activations import (
    ACTIVATIONS,
    SELU_ALPHA,
    SELU_SCALE,
    elu,
    elu_prime,
    leaky_relu,
    leaky_relu_prime,
    selu,
    sigmoid,
    sigmoid_prime,
    softmax,
    softplus,
    tanh,
)

pytestmark = pytest.mark.filterwarnings("error")

z = sp.symbols("z", real=True)
ALPHA, SCALE = sp.Float(SELU_ALPHA, 40), sp.Float(SELU_SCALE, 40)
LOGISTIC, TANH = 1 / (1 + sp.exp(-z)), (sp.exp(z) - sp.exp(-z)) / (sp.exp(z) + sp.exp(-z))
BRANCHES = {  # what each activation is for z < 0 and for z > 0, as the papers write it
    "identity": (z, z),
    "heaviside": (sp.Integer(0), sp.Integer(1)),
    "logistic": (LOGISTIC, LOGISTIC),
    "tanh": (TANH, TANH),
    "relu": (sp.Integer(0), z),
    "leaky_relu": (z / 100, z),
    "elu": (sp.exp(z) - 1, z),
    "selu": (SCALE * ALPHA * (sp.exp(z) - 1), SCALE * z),
    "softplus": (sp.log(1 + sp.exp(z)), sp.log(1 + sp.exp(z))),
}
AT_THE_KINK = {  # (f(0), f'(0)), as the docstrings promise where the derivative does not exist
    "heaviside": (0, 0),
    "relu": (0, 0),
    "leaky_relu": (0, 0.01),
    "selu": (0, 1.7580993408473766),  # λα
}
SMOOTH_AT_ZERO = {
    "identity": (0, 1),
    "logistic": (1 / 2, 1 / 4),
    "tanh": (0, 1),
    "elu": (0, 1),
    "softplus": (np.log(2), 1 / 2),
}
POINTS = [1e-6, 0.01, 0.3, 1.0, 2.5, 5.0, 17.0, 40.0]


def exactly(expression, at):
    """The expression's value with 40 digits, as a float."""
    return float(expression.subs(z, sp.Float(at, 40)).evalf(40))


def test_the_nine_activations_are_there():
    assert set(ACTIVATIONS) == set(BRANCHES)
    assert set(AT_THE_KINK) | set(SMOOTH_AT_ZERO) == set(BRANCHES)


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("name", BRANCHES)
def test_the_derivative_table_is_what_sympy_derives(name, sign):
    expression = BRANCHES[name][sign > 0]
    derivative = sp.diff(expression, z)
    points = sign * np.array(POINTS)
    f, f_prime = ACTIVATIONS[name]
    values = [exactly(expression, point) for point in points]
    slopes = [exactly(derivative, point) for point in points]
    np.testing.assert_allclose(f(points), values, rtol=4e-15, atol=0)
    # tanh' = 1 - tanh² can be no better than the rounding of 1
    atol = 3e-16 if name == "tanh" else 0
    np.testing.assert_allclose(f_prime(points), slopes, rtol=4e-15, atol=atol)


@pytest.mark.parametrize("name", AT_THE_KINK)
def test_at_a_kink_the_one_sided_slopes_differ_and_the_stated_value_is_returned(name):
    left, right = BRANCHES[name]
    slopes = [sp.limit(sp.diff(side, z), z, 0) for side in (left, right)]
    jump = sp.limit(right - left, z, 0)
    assert slopes[0] != slopes[1] or jump != 0  # the derivative does not exist at 0
    f, f_prime = ACTIVATIONS[name]
    for zero in (0.0, -0.0):
        assert (f(zero), f_prime(zero)) == pytest.approx(AT_THE_KINK[name], rel=1e-15)


@pytest.mark.parametrize("name", SMOOTH_AT_ZERO)
def test_where_the_one_sided_slopes_agree_the_value_at_0_is_the_limit(name):
    slopes = [sp.limit(sp.diff(side, z), z, 0) for side in BRANCHES[name]]
    assert slopes[0] == slopes[1] and float(slopes[0]) == SMOOTH_AT_ZERO[name][1]
    f, f_prime = ACTIVATIONS[name]
    for zero in (0.0, -0.0):
        assert (f(zero), f_prime(zero)) == pytest.approx(SMOOTH_AT_ZERO[name], rel=1e-15)


@pytest.mark.parametrize("name", BRANCHES)
def test_every_derivative_agrees_with_central_differences(name):
    f, f_prime = ACTIVATIONS[name]
    points = np.array([-7.3, -2.1, -0.4, -0.02, 0.03, 0.5, 1.9, 6.7])
    h = 1e-5
    np.testing.assert_allclose(
        f_prime(points), (f(points + h) - f(points - h)) / (2 * h), rtol=1e-6, atol=1e-10
    )


def test_sigmoid_takes_the_five_values_of_the_textbook_table():
    values = sigmoid([-5, -3, 0, 2, 5])
    np.testing.assert_allclose(values, [0.0067, 0.047, 0.5, 0.88, 0.993], rtol=0, atol=8e-4)


def test_sigmoid_and_softplus_agree_with_scipy():
    points = np.concatenate([np.linspace(-700, 800, 1501), np.linspace(-1, 1, 201)])
    np.testing.assert_allclose(sigmoid(points), special.expit(points), rtol=1e-14)
    np.testing.assert_allclose(softplus(points), -special.log_expit(-points), rtol=1e-14)


def test_sigmoid_prime_keeps_its_digits_where_one_minus_sigma_would_cancel():
    # σ'(40) = e⁻⁴⁰ / (1 + e⁻⁴⁰)²; 1 - σ(40) is 0 in float64
    assert sigmoid_prime(40.0) == pytest.approx(np.exp(-40.0), rel=1e-15, abs=0)
    assert sigmoid_prime(-40.0) == sigmoid_prime(40.0)


@pytest.mark.parametrize("name", ["identity", "logistic", "tanh", "relu"])
def test_the_four_of_scikit_learn_agree_with_it(name):
    points = np.random.default_rng(0).normal(scale=5, size=(20, 7))
    theirs = points.copy()
    SKLEARN[name](theirs)
    np.testing.assert_allclose(ACTIVATIONS[name].f(points), theirs, rtol=1e-14, atol=1e-16)


def test_the_tanh_of_one_source_text_is_really_tanh_of_half_z():
    points = np.linspace(-3, 3, 13)
    theirs = (1 - np.exp(-points)) / (1 + np.exp(-points))
    np.testing.assert_allclose(theirs, tanh(points / 2), atol=1e-15)
    assert np.abs(theirs - tanh(points)).max() > 0.25


def test_the_constants_of_selu_keep_mean_0_and_variance_1():
    density = stats.norm.pdf
    for power, expected in [(1, 0), (2, 1)]:
        halves = [
            integrate.quad(lambda x: selu(x) ** power * density(x), *ends, epsabs=1e-13)[0]  # noqa: B023
            for ends in [(-40, 0), (0, 40)]
        ]
        assert sum(halves) == pytest.approx(expected, abs=1e-10)


def test_the_parameters_of_leaky_relu_and_elu_do_what_they_say():
    points = np.array([-2.0, 0.0, 3.0])
    np.testing.assert_array_equal(leaky_relu(points, slope=0.2), [-0.4, 0, 3])
    np.testing.assert_array_equal(leaky_relu_prime(points, slope=0.2), [0.2, 0.2, 1])
    np.testing.assert_allclose(elu(points, alpha=2.0), [2 * (np.exp(-2) - 1), 0, 3], rtol=1e-15)
    np.testing.assert_allclose(elu_prime(points, alpha=2.0), [2 * np.exp(-2), 2, 1], rtol=1e-15)


def test_elu_and_softplus_keep_their_digits_near_0():
    # e^z - 1 = z + z²/2 and ln(1 + e^z) = e^z - e^2z/2, to first order and more
    assert elu(-1e-12) == pytest.approx(-1e-12 + 5e-25, rel=1e-15, abs=0)
    assert softplus(-40.0) == pytest.approx(np.exp(-40.0), rel=1e-15, abs=0)


EVERY_FUNCTION = [
    pytest.param(function, id=function.__name__)
    for pair in ACTIVATIONS.values()
    for function in pair
]


@pytest.mark.parametrize("function", [*EVERY_FUNCTION, pytest.param(softmax, id="softmax")])
def test_shape_and_dtype_are_kept_and_integers_become_float64(function):
    for dtype in (np.float16, np.float32, np.float64, np.longdouble):
        for shape in [(4,), (3, 2), (2, 3, 4), (0, 3)]:
            result = function(np.ones(shape, dtype))
            assert (result.shape, result.dtype) == (shape, dtype)
    for whole in ([-1, 0, 2], np.array([-1, 0, 2], np.int8)):
        assert function(whole).dtype == np.float64
        np.testing.assert_array_equal(function(whole), function(np.array([-1.0, 0.0, 2.0])))
    assert function([True, False]).dtype == np.float64


@pytest.mark.parametrize("function", EVERY_FUNCTION)
def test_a_single_number_and_an_empty_array_are_welcome(function):
    for number in (2, 2.0, np.float32(2), np.array(2.0)):
        result = function(number)
        assert np.shape(result) == ()
        assert float(result) == pytest.approx(function(np.array([2.0]))[0], rel=1e-6)
    assert function(np.float32(2)).dtype == np.float32
    assert function(np.array([], np.float32)).shape == (0,)


@pytest.mark.parametrize("function", [*EVERY_FUNCTION, pytest.param(softmax, id="softmax")])
def test_the_input_is_left_as_it_was(function):
    points = np.array([[-3.0, -0.5, 0.0, 2.0]])
    before = points.copy()
    function(points)
    np.testing.assert_array_equal(points, before)
    points.setflags(write=False)
    function(points)  # a read-only array will do


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "heaviside"])
def test_nan_is_not_hidden(name):
    result = ACTIVATIONS[name].f(np.array([1.0, np.nan]))
    assert np.isfinite(result[0]) and np.isnan(result[1])


@pytest.mark.parametrize("function", EVERY_FUNCTION)
def test_ten_thousand_neither_overflows_nor_warns(function):
    for dtype in (np.float16, np.float32, np.float64):
        assert np.isfinite(function(np.array([-1e4, 1e4], dtype))).all()


def test_the_limits_at_infinity_are_right():
    ends = np.array([-np.inf, np.inf])
    limits = {
        "identity": [-np.inf, np.inf],
        "heaviside": [0, 1],
        "logistic": [0, 1],
        "tanh": [-1, 1],
        "relu": [0, np.inf],
        "leaky_relu": [-np.inf, np.inf],
        "elu": [-1, np.inf],
        "selu": [-SELU_SCALE * SELU_ALPHA, np.inf],
        "softplus": [0, np.inf],
    }
    for name, expected in limits.items():
        np.testing.assert_allclose(ACTIVATIONS[name].f(ends), expected, rtol=1e-15, err_msg=name)
    assert np.isnan(softmax(np.array([[np.nan, 1.0]]))).all()


def test_softmax_agrees_with_scipy_and_with_a_row_worked_by_hand():
    # e⁰ : e^ln2 : e^ln5 = 1 : 2 : 5, so eighths
    np.testing.assert_allclose(softmax(np.log([[1, 2, 5]])), [[1 / 8, 2 / 8, 5 / 8]], rtol=1e-15)
    Z = np.random.default_rng(1).normal(scale=100, size=(50, 10))
    np.testing.assert_allclose(softmax(Z), special.softmax(Z, axis=1), rtol=1e-12, atol=1e-300)
    np.testing.assert_array_equal(softmax([[1e4, -1e4], [-1e4, -1e4]]), [[1, 0], [0.5, 0.5]])
    np.testing.assert_array_equal(softmax([[7.0]]), [[1]])


def test_softmax_of_two_logits_is_the_sigmoid_of_their_difference():
    Z = np.random.default_rng(2).normal(scale=4, size=(30, 2))
    np.testing.assert_allclose(softmax(Z)[:, 1], sigmoid(Z[:, 1] - Z[:, 0]), rtol=1e-13)
