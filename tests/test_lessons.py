"""What a lesson teaches, in cells tagged `teaches`, is what the package does."""

import importlib
import pkgutil
from pathlib import Path

import nbformat
import numpy as np
import pytest

import mlp_lesson

LESSONS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
GIVEN = """
from typing import NamedTuple
from mlp_lesson.activations import *
from mlp_lesson.network import Layer
"""  # what the teaching cells may use without having taught it
MODULES = (
    "activations", "approximation", "gradcheck", "losses", "network", "nudging", "optimizers",
    "perceptron", "train",
)  # fmt: skip


def taught(path):
    """{name: function} defined in a lesson's cells tagged `teaches`, run in order."""
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    scope = {"np": np}
    exec(GIVEN, scope)
    given = dict(scope)
    for cell in cells:
        if "teaches" in cell.metadata.get("tags", []):
            exec(compile(cell.source, str(path), "exec"), scope)
    return {n: f for n, f in scope.items() if callable(f) and f is not given.get(n)}


def ours():
    """{name: function} of the modules that carry the teaching code."""
    present = {module.name for module in pkgutil.iter_modules(mlp_lesson.__path__)}
    found = {}
    for name in MODULES:
        if name in present:
            module = importlib.import_module(f"mlp_lesson.{name}")
            for key, value in vars(module).items():
                if callable(value) and getattr(value, "__module__", "") == module.__name__:
                    found[key] = value
    return found


def scalars_and_arrays(rng):
    return [(rng.normal(0, 3, shape),) for shape in [(5,), (3, 4), (1, 1)]] + [(np.array([0.0]),)]


def logits_and_targets(rng):
    Y = np.eye(4)[rng.integers(0, 4, 6)]
    return [(rng.normal(0, 3, (6, 4)), Y), (rng.normal(0, 3, (6, 4)), Y[::-1])]


def one_step(rng):
    """(w, g, state, lr) for an update rule: the array that it changes is compared as well."""
    return [(rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), {}, 0.1)]


def step_by_ten_percent(w, g, state, lr):
    w -= 0.1 * g


CASES = {
    "linear": lambda rng: [(rng.normal(size=(4, 2)), rng.normal(size=2), 0.5)],
    "perceptron_update": lambda rng: [
        (rng.normal(size=2), 0.1, rng.normal(size=2), t) for t in (0, 1)
    ],
    "step": lambda rng: [(rng.random(6), 0.4, 30.0)],
    "bump": lambda rng: [(rng.random(6), 0.3, 0.6, -0.8, 30.0)],
    "bumps_needed": lambda rng: [(6.28, 0.1), (3.0, 0.05), (0.01, 0.1), (rng.random(), 0.01)],
    "bump_network": lambda rng: [(rng.normal(size=5), 40.0), (rng.normal(size=1), 3)],
    "relu_network": lambda rng: [(rng.normal(size=6),)],
    "nudge_round": lambda rng: [(lambda p: float(np.sum(p**2)), rng.normal(size=9), 0.1)],
    "walk": lambda rng: [(np.square, rng.normal(size=2), step_by_ten_percent, 0.1, 3)],
    "one_hot": lambda rng: [(rng.integers(0, 3, 7), 3)],
    "dropout_masks": lambda rng: [([(4, 3)], 0.3, rng)],
    "glorot_uniform": lambda rng: [(4, 3, rng)],
    "init_params": lambda rng: [([3, 4, 2], rng)],
    **dict.fromkeys(("sgd", "momentum", "nesterov", "rmsprop", "adam"), one_step),
    **dict.fromkeys(
        ("mse", "half_squared_error", "absolute_error", "huber", "binary_cross_entropy",
         "softmax_cross_entropy"), logits_and_targets,
    ),
}  # fmt: skip


def outcome(function, arguments):
    """What a call returns and leaves in its arguments, as plain nested lists of arrays."""
    value = function(*arguments)
    if hasattr(value, "__next__"):
        value = list(value)
    return flatten(value) + flatten([a for a in arguments if isinstance(a, np.ndarray)])


def flatten(value):
    if isinstance(value, (tuple, list)):
        return [leaf for part in value for leaf in flatten(part)]
    return [] if value is None else [np.asarray(value, dtype=float)]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_function_that_a_lesson_teaches_does_what_the_package_does(path):
    package = ours()
    for name, function in taught(path).items():
        assert name in package, f"{path.stem} teaches {name}, which the package does not have"
        cases = CASES.get(name, scalars_and_arrays)
        for seed in range(3):
            mine = cases(np.random.default_rng(seed))
            theirs = cases(np.random.default_rng(seed))
            for ours_args, lesson_args in zip(mine, theirs, strict=True):
                expected, got = outcome(package[name], ours_args), outcome(function, lesson_args)
                assert len(expected) == len(got), f"{path.stem}: {name}"
                for a, b in zip(expected, got, strict=True):
                    np.testing.assert_allclose(b, a, rtol=1e-12, atol=1e-12, err_msg=name)


def test_some_lessons_teach_functions():
    assert any(taught(path) for path in LESSONS)
