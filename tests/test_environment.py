import importlib.metadata

import pytest

from mlp_lesson import data, environment


def test_a_good_environment_has_no_problem_and_names_python_packages_and_data():
    items = environment.environment()
    assert [item for item in items if item.problem] == []
    names = [item.name for item in items]
    assert names[0] == "Python" and {"numpy", "scikit-learn", "mnist.npz"} <= set(names)
    assert "pytest" not in names  # what only authors need is not asked of a learner


def test_an_old_package_is_named_with_the_way_to_mend_it(monkeypatch):
    real = importlib.metadata.version
    monkeypatch.setattr(environment, "version", lambda n: "1.26.4" if n == "numpy" else real(n))
    (item,) = (item for item in environment.environment() if item.problem)
    assert (item.name, item.found) == ("numpy", "1.26.4")
    assert ">=2.0" in item.problem and "pip install 'numpy" in item.mend


def test_a_missing_package_is_named(monkeypatch):
    def version(name):
        if name == "tqdm":
            raise importlib.metadata.PackageNotFoundError(name)
        return "99" if name == "packaging" else importlib.metadata.version(name)

    monkeypatch.setattr(environment, "version", version)
    assert [i.name for i in environment.environment() if i.problem] == ["tqdm"]


def test_a_python_outside_the_range_is_named(monkeypatch):
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.10.2")
    assert environment.environment()[0].problem.startswith("it must be ")


@pytest.mark.parametrize("name", ["mnist.npz", "fashion_mnist.npz"])
def test_a_missing_data_file_is_named(monkeypatch, tmp_path, name):
    monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path))
    problems = {item.name: item.problem for item in environment.environment() if item.problem}
    assert "missing" in problems[name]
