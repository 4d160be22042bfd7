"""What lesson 03 teaches: its derivative table by SymPy, its functions beside the package's."""

from pathlib import Path

import matplotlib

matplotlib.use("agg")

import numpy as np  # noqa: E402
import pytest  # noqa: E402
import sympy as sp  # noqa: E402
from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.colors import to_hex  # noqa: E402

from authoring_text import read_authoring  # noqa: E402
from mlp_lesson import activations, plots  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "authoring" / "lessons" / "03_activations.py"
AWAY_FROM_0 = np.array([-1e4, -800, -40, -3.3, -0.2, -1e-9, 1e-9, 0.7, 2.5, 40, 800, 1e4])
TAUGHT = [
    "heaviside_prime", "identity", "identity_prime", "sigmoid_prime", "tanh", "tanh_prime", "relu",
    "relu_prime", "leaky_relu_prime", "elu", "selu", "selu_prime", "softplus_prime",
]  # fmt: skip


@pytest.fixture(scope="module")
def lesson():
    """What the cells that teach a function, and the derivative table, define or import."""
    names = vars(activations).copy()
    for cell in read_authoring(SOURCE, SOURCE.name).cells:
        if {"teaches", "table"} & set(cell.metadata.get("tags", [])):
            exec(cell.source, names)
    return names


def test_sympy_derives_every_line_of_the_table_from_its_function(lesson):
    z = sp.symbols("z", real=True)
    table = lesson["table"](z, sp.exp, sp.log)
    assert len(table) == 9
    for name, (left, left_prime, right, right_prime) in table.items():
        for f, f_prime in [(left, left_prime), (right, right_prime)]:
            assert sp.simplify(sp.diff(f, z) - f_prime) == 0, name


def test_just_four_have_no_derivative_at_0_and_return_the_slope_from_the_left(lesson):
    z = sp.symbols("z", real=True)
    kinks = set()
    for name, (left, left_prime, right, right_prime) in lesson["table"](z, sp.exp, sp.log).items():
        ends = [sp.limit(side, z, 0) for side in (left_prime, right_prime, left, right)]
        if ends[0] != ends[1] or ends[2] != ends[3]:
            kinks.add(name)
        at_0 = lesson[f"{name}_prime"](np.array(0.0))
        assert float(at_0) == pytest.approx(float(ends[0]), rel=1e-15), name
    assert kinks == {"heaviside", "relu", "leaky_relu", "selu"}


def test_the_kink_of_elu_comes_with_any_alpha_but_1(lesson):
    z, alpha = sp.symbols("z alpha", positive=True)
    left = sp.diff(alpha * (sp.exp(z) - 1), z)
    assert sp.solve(sp.Eq(sp.limit(left, z, 0), 1), alpha) == [1]
    assert lesson["elu_prime"](np.array([0.0]), 1.67326) == [1.67326]


def test_sympy_derives_the_slopes_of_softmax_that_lesson_05_uses():
    z = sp.symbols("z1:4", real=True)
    p = [sp.exp(a) / sum(map(sp.exp, z)) for a in z]
    for i in range(3):
        for j in range(3):
            stated = p[i] * (1 - p[i]) if i == j else -p[i] * p[j]
            assert sp.simplify(sp.diff(p[i], z[j]) - stated) == 0


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", TAUGHT)
def test_a_taught_function_is_the_package_s(lesson, name):
    rng = np.random.default_rng(3)
    taught, ours = lesson[name], getattr(activations, name)
    assert taught is not ours
    for z in (AWAY_FROM_0, np.zeros((2, 1)), np.array([[-1, 0, 2]]), rng.normal(0, 20, (50, 7))):
        far_out = 1e-15 if name == "sigmoid_prime" else 0  # σ(1 - σ) loses its digits, by intent
        np.testing.assert_allclose(taught(z), ours(z), rtol=1e-14, atol=far_out)
    if name.startswith(("leaky_relu", "elu")):
        np.testing.assert_array_equal(taught(AWAY_FROM_0, 1.7), ours(AWAY_FROM_0, 1.7))


@pytest.mark.parametrize("name", activations.ACTIVATIONS)
def test_the_picture_of_an_activation_breaks_where_its_derivative_does(name):
    f, f_prime = activations.ACTIVATIONS[name]
    fig, ax = plt.subplots()
    curve, slopes, square = plots.plot_activation(f, f_prime, ax=ax).lines
    plt.close(fig)
    z = curve.get_xdata()
    np.testing.assert_array_equal(slopes.get_ydata()[z != 0], f_prime(z[z != 0]))
    np.testing.assert_array_equal(curve.get_ydata()[z != 0], f(z[z != 0]))
    assert square.get_ydata()[0] == f_prime(0.0)
    undefined = name in {"heaviside", "relu", "leaky_relu", "selu"}
    assert np.isnan(slopes.get_ydata()[z == 0]).all() == undefined
    assert np.isnan(curve.get_ydata()[z == 0]).all() == (name == "heaviside")
    assert to_hex(square.get_color()) == plots.PALETTE[2 if undefined else 1]
    assert square.get_marker() == ("X" if undefined else "s")
