"""What is in the guest, and what is not."""

import inspect
import io
import json
import sys
import warnings
import zipfile

import numpy as np
import pytest
from exercise_05 import as_bytes, code_cell

from mlp_lesson.grading import cut, frames, prepare, sandbox, tasks

EXERCISES = tasks.exercises()


def files_of(exercise):
    archive = zipfile.ZipFile(io.BytesIO(cut.guest_zip(exercise)))
    return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_no_answer_enters_the_guest(exercise):
    """Neither a reference nor a line of one, nor a mistake's hint, nor an expected value."""
    everything = "\n".join(files_of(exercise).values())
    lines = {line.strip() for line in everything.split("\n")}
    for task in tasks.of(exercise):
        source = inspect.getsource(task.reference)
        assert f"def {task.reference.__name__}(" not in everything, task.name
        body = [line.strip() for line in source.split('"""')[-1].split("\n")]
        leaked = [line for line in body if len(line) > 25 and line in lines]
        assert not leaked, task.name
        if task.observe is None:  # an observer brings its experiments, and what they show
            assert not [hint for hint in task.named().values() if hint[:60] in everything]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_guests_files_are_python_and_the_same_each_time(exercise):
    for name, text in files_of(exercise).items():
        compile(text, name, "exec")
    assert cut.guest_zip(exercise) == cut.guest_zip(exercise)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_import_of_an_exercise_is_there_or_has_a_stand_in(exercise):
    """A name that is in neither would end the cell that imports everything."""
    there = files_of(exercise)
    silent, absent = cut.stand_ins(exercise)
    path = next((cut.PACKAGE.parent / "exercises").glob(f"{exercise}_*.ipynb"))
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for line in "".join(cell["source"]).split("\n"):
            if line.startswith("from mlp_lesson."):
                module = line.split()[1]
                known = f"{module.replace('.', '/')}.py" in there or module == "mlp_lesson.checks"
                top = ".".join(module.split(".")[:2])  # whose modules have stand-ins, too
                assert known or top in silent or top in absent, line


def test_the_trusted_process_never_loads_wasmtime():
    import subprocess

    code = (
        "import sys, mlp_lesson.grading.__main__, mlp_lesson.grading.oracle; "
        "from mlp_lesson.grading import prepare; prepare.is_ready(); "
        "assert not [m for m in sys.modules if 'wasm' in m], 'wasmtime is loaded'"
    )
    prepare_missing = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "wasmtime is loaded" not in prepare_missing.stderr


# ---- asked of a guest that runs


@pytest.fixture
def ask(oracle_of):
    """ask(source) -> the value of ANSWER, after a cell with this source in a guest of 05."""
    oracle = oracle_of("05")

    def ask(source, exercise="05"):
        chosen = oracle_of(exercise)
        nb = {"cells": [code_cell("import numpy as np"), code_cell(source)], "metadata": {}}
        oracle.sandbox.open(chosen.guest, 7, as_bytes(nb), chosen.stand_ins)
        for number in range(2):
            assert oracle.sandbox.run_cell(number) == ""
        return oracle.sandbox.call("answer", 0, None, (), 3)[1]

    return ask


def test_only_two_zips_can_be_read(ask):
    found = ask("""
import os
def answer():
    seen = []
    for place in ("/", ".", "/etc/passwd", "/work", "/tmp", "/usr/local/lib/python315.zip",
                  "/guest.zip", "../guest.zip", "/proc/self/environ", "/dev/null"):
        try:
            seen.append((place, len(open(place, "rb").read()) > 0))
        except OSError:
            pass
    return seen
""")
    readable = {place for place, _ in found}
    assert readable == {"/usr/local/lib/python315.zip", "/guest.zip", "../guest.zip"}


@pytest.mark.parametrize("call", [
    "open('/x', 'w')", "os.mkdir('/x')", "os.remove('/guest.zip')", "os.rename('/guest.zip', '/y')",
    "os.listdir('/')", "os.symlink('/x', '/y')", "os.fork()", "socket.socket()",
    "os.pipe()", "os.kill(1, 9)", "threading.Thread(target=print).start()",
    "subprocess.run(['ls'])", "open('/x', 'a')", "os.truncate('/guest.zip', 0)",
])  # fmt: skip
def test_nothing_can_be_written_started_or_reached(ask, call):
    found = ask(f"""
import os, socket, subprocess, threading
def answer():
    try:
        {call}
    except (OSError, AttributeError, RuntimeError) as error:
        return "no"
    return "yes"
""")
    assert found == "no"


@pytest.mark.parametrize("module", [
    "scipy.special._ufuncs", "scipy.linalg._fblas", "sklearn.utils._openmp_helpers",
    "pandas._libs.lib", "matplotlib._path", "statsmodels.tsa._innovations", "_ctypes",
    "PIL._imaging",
])  # fmt: skip
def test_compiled_modules_of_foreign_packages_are_gone(ask, module):
    """Even with parent packages made up, and without our stand-ins, none can be imported."""
    found = ask(f"""
import importlib, sys, types
def answer():
    sys.meta_path[:] = [f for f in sys.meta_path if "stand_ins" not in type(f).__module__]
    name = {module!r}
    for end in [i for i, letter in enumerate(name) if letter == "."]:
        parent = sys.modules[name[:end]] = types.ModuleType(name[:end])
        parent.__path__ = []
    try:
        return repr(importlib.import_module(name))
    except ImportError:
        return "gone"
""")
    assert found == "gone"


def test_no_foreign_package_is_among_the_built_in_modules(ask):
    found = ask(f"""
import sys
def answer():
    return [n for n in sys.builtin_module_names if n.split(".")[0] in {prepare.FOREIGN}]
""")
    assert found == []


def test_a_sleep_is_over_at_once_and_the_clock_has_moved(ask):
    passed, day = ask("""
import time, datetime
def answer():
    start = time.monotonic()
    time.sleep(3600)
    return time.monotonic() - start, str(datetime.date.today())
""")
    assert 3600 <= passed < 3700 and day in ("2026-01-01", "2025-12-31")


def test_the_same_code_sees_the_same_random_numbers_and_times(ask):
    source = """
import os, time
def answer():
    return [list(os.urandom(8)), np.random.default_rng().random(), time.monotonic()]
"""
    assert ask(source) == ask(source)


def test_nothing_that_one_guest_does_is_seen_by_the_next(ask):
    """All are copies of one that has made its imports."""
    source = """
import builtins, sys
def answer():
    seen = [hasattr(builtins, "left_behind"), np.sum([1]) == 99, "left" in sys.modules]
    builtins.left_behind, np.sum, sys.modules["left"] = 1, lambda _: 99, sys
    return seen
"""
    assert ask(source) == ask(source) == [False] * 3


def test_each_seed_has_its_own_random_numbers(oracle_of):
    oracle = oracle_of("05")
    cell = code_cell("import os\ndef answer():\n    return list(os.urandom(8))")

    def drawn(seed):
        oracle.sandbox.open(oracle.guest, seed, as_bytes({"cells": [cell]}), oracle.stand_ins)
        oracle.sandbox.run_cell(0)
        return oracle.sandbox.call("answer", 0, None, (), 3)[1]

    assert drawn(7) == drawn(7) != drawn(8)


def test_a_box_that_does_not_answer_is_ended(prepared, oracle_of):
    """It would go on for minutes: the fuel is far more than a cell gets."""
    oracle, own = oracle_of("05"), sandbox.Sandbox(prepared)
    endless = as_bytes({"cells": [code_cell("while True: pass")]})
    own.open(oracle.guest, 7, endless, oracle.stand_ins)
    with pytest.raises(sandbox.BoxLost):
        own._ask(b"t", frames.dump(("cell", 0, False)), 10**13, wall=0)
    assert own.process is None


def test_numbers_are_those_of_numpy_here(ask):
    found = ask("""
def answer():
    rng = np.random.default_rng(5)
    return rng.normal(size=(3, 4)), rng.permutation(9), np.tanh(rng.normal(size=5))
""")
    rng = np.random.default_rng(5)
    here = rng.normal(size=(3, 4)), rng.permutation(9), np.tanh(rng.normal(size=5))
    for theirs, ours in zip(found, here, strict=True):
        np.testing.assert_allclose(theirs, ours, rtol=1e-14)


@pytest.mark.parametrize("line, says", [
    ("np.exp(np.array([1e3]))", "overflow encountered in exp"), ("np.exp(1e3)", "overflow"),
    ("np.log(np.zeros(2))", "divide by zero encountered in log"), ("np.exp(np.inf)", ""),
    ("np.exp(-1e3)", ""), ("np.exp(1e3, where=False, out=np.array(1.0))", ""),
    ("np.exp(np.arange(4))", ""), ("np.maximum.reduce([np.exp(np.ones(2)), np.ones(2)])", ""),
])  # fmt: skip
def test_numpy_warns_as_it_does_here(oracle_of, ask, line, says):
    """Numbers set no flags in WebAssembly; without a warning a textbook sigmoid would be right."""
    ask(f"def answer():\n    return {line}")
    warned = oracle_of("05").sandbox.call("answer", 0, None, (), 3)[4]
    with warnings.catch_warnings(record=True) as here:
        warnings.simplefilter("always")
        eval(line)
    assert [str(w.message) for w in here] == ([warned] if warned else []) and says in warned


def test_who_switches_numpys_warnings_off_is_not_warned(oracle_of, ask):
    ask("def answer():\n    with np.errstate(over='ignore'):\n        return np.exp(1e3)")
    assert oracle_of("05").sandbox.call("answer", 0, None, (), 3)[4] == ""
