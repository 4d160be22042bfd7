"""The rooms and walls of the package: who may import whom, and what an import costs."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import mlp_lesson

PACKAGE = Path(mlp_lesson.__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
CORE = ["activations", "losses", "gradcheck", "network", "optimizers", "train"]
ESTIMATORS_MAY = {"numpy", "sklearn", *CORE}
WALLS = {  # everything outside the standard library that a module may import
    "__init__": set(),
    "activations": {"numpy"},
    "gradcheck": {"numpy"},
    "optimizers": {"numpy"},
    "losses": {"numpy", "activations"},
    "network": {"numpy", "activations"},
    "train": {"numpy", "network"},
    "estimators": ESTIMATORS_MAY,
}
MODELS = {"network", "train", "estimators", "perceptron", "approximation"}


def imports(path, module):
    """(name, at_top_level) of all that a file imports; our own modules without the package."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside_functions = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    package = ["mlp_lesson", *module.split(".")]
    if path.name != "__init__.py":
        package.pop()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            names = [source]
            if source == "mlp_lesson" or source.removeprefix("mlp_lesson.") in PACKAGES:
                names = [f"{source}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            ours = name.startswith("mlp_lesson.")
            name = name.removeprefix("mlp_lesson.") if ours else name.split(".")[0]
            if name == "mlp_lesson" or (not ours and name in sys.stdlib_module_names):
                continue
            yield name, id(node) not in inside_functions


PACKAGES = {name for name, path in MODULES.items() if path.name == "__init__.py"}


def imported(module, *, top_level_only=False):
    found = imports(MODULES[module], module)
    return {name for name, at_top in found if at_top or not top_level_only}


def room(name):
    """The first part: widgets.drawing lies in widgets."""
    return name.split(".")[0]


def test_the_import_reader_sees_every_kind_of_import(tmp_path):
    path = tmp_path / "sample.py"
    path.write_text(
        "import os.path, numpy.linalg\nfrom . import network\nfrom .losses import mse\n"
        "from mlp_lesson import data\nfrom mlp_lesson.train import train\n"
        "import mlp_lesson.plots\n\n\ndef f():\n    from matplotlib import pyplot\n"
    )
    assert dict(imports(path, "sample")) == {
        "numpy": True, "network": True, "losses": True, "data": True, "train": True,
        "plots": True, "matplotlib": False,
    }  # fmt: skip
    assert dict(imports(path, "widgets.sample")).keys() >= {"widgets.network", "widgets.losses"}


@pytest.mark.parametrize("module", [name for name in WALLS if name in MODULES])
def test_a_module_of_the_core_imports_only_what_its_wall_lets_through(module):
    assert imported(module) <= WALLS[module]


def test_every_room_that_a_wall_is_about_exists():
    """Or the wall would be tested on nothing, and stay green after a renaming."""
    named = {"plots", "data", "display", "checks", "widgets", "losses", "optimizers"}
    assert {*CORE, *WALLS, *MODELS, *named} <= {room(name) for name in MODULES}


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) != "widgets"])
def test_nothing_outside_imports_widgets(module):
    assert "widgets" not in {room(name) for name in imported(module)}


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) == "plots"])
def test_plots_know_no_model(module):
    assert not {room(name) for name in imported(module)} & {*MODELS, "losses", "optimizers"}


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) in ("data", "display")])
def test_data_and_display_import_nothing_of_ours(module):
    assert not {room(name) for name in imported(module)} & {room(name) for name in MODULES}


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) == "checks"])
def test_checks_import_no_pictures_and_no_estimators(module):
    forbidden = {"plots", "widgets", "estimators", "sklearn", "matplotlib"}
    assert not {room(name) for name in imported(module, top_level_only=True)} & forbidden


def in_a_new_process(code):
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_importing_the_package_loads_nothing_else_not_even_numpy():
    code = "import sys, mlp_lesson; print(*(m.split('.')[0] for m in sys.modules))"
    loaded = set(in_a_new_process(code).split())
    assert "mlp_lesson" in loaded
    assert not loaded & {"numpy", "scipy", "sklearn", "matplotlib", "IPython", "ipywidgets"}


def test_importing_the_core_loads_neither_matplotlib_nor_scikit_learn():
    code = "import sys\n" + "".join(f"import mlp_lesson.{name}\n" for name in CORE)
    loaded = set(in_a_new_process(code + "print(*(m.split('.')[0] for m in sys.modules))").split())
    assert {"mlp_lesson", "numpy"} <= loaded
    assert not loaded & {"scipy", "sklearn", "matplotlib", "pandas", "IPython", "ipywidgets"}


def test_the_package_and_its_core_add_less_than_a_tenth_of_a_second_to_numpy():
    code = (
        "import numpy, time\nstart = time.perf_counter()\nimport mlp_lesson\n"
        + "".join(f"import mlp_lesson.{name}\n" for name in CORE)
        + "print(time.perf_counter() - start)"
    )
    best = min(float(in_a_new_process(code)) for _ in range(3))  # the others shared the machine
    assert best < 0.1


def test_the_version_is_the_installed_one():
    assert mlp_lesson.__version__ == importlib.metadata.version("mlp-lesson")


@pytest.mark.parametrize("module", CORE)
def test_every_public_name_of_the_core_says_what_it_is(module):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_every_requirement_has_one_locked_version_that_its_range_allows():
    root = PACKAGE.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (root / "tools/constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = {canonicalize_name(name): version for name, version in (x.split("==") for x in lines)}
    for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        requirement = Requirement(text)
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{text}, but {version} is locked"


def test_the_command_that_lesson_13_gives_brings_what_the_extra_frameworks_lists():
    root = PACKAGE.parent
    lesson = (root / "authoring/lessons/13_limits_and_beyond.py").read_text(encoding="utf-8")
    (named,) = re.findall(r"%pip install ([a-z ]+) --", lesson)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [Requirement(text).name for text in project["optional-dependencies"]["frameworks"]]
    assert sorted(named.split()) == sorted(listed)
