"""my_network.py: what a learner wrote and got right, gathered in one file that stands alone."""

import importlib.util
import linecache
import math
import os
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest

from mlp_lesson import activations, library
from mlp_lesson.checks import all_tasks, check, exercise_of, own
from mlp_lesson.data import load_mnist
from mlp_lesson.library import FILE, keep, own_folder, reach, read

LIMIT = 30.0
ROOT = Path(__file__).resolve().parent.parent


def run(folder):
    """The file as a module of its own."""
    spec = importlib.util.spec_from_file_location("alone", folder / FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def put(folder, function, name=None, exercise="03"):
    return keep(function, name or function.__name__, exercise, COURSE, folder)


def sigmoid(z):
    """1 / (1 + e^-z)"""
    return 1 / (1 + np.exp(-z))


def sigmoid_without_overflow(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def softmax(Z):
    return shifted(Z) / shifted(Z).sum(axis=1, keepdims=True)


def shifted(Z):
    return np.exp(Z - Z.max(axis=1, keepdims=True))


def output_delta(Z, Y):
    return (softmax(Z) - Y) / len(Z)


def two_steps(z):
    def once(z):
        return min(sigmoid(z), math.sqrt(LIMIT))

    return once(once(z))


COURSE = {f.__name__: f for f in (sigmoid, softmax, output_delta, two_steps)}


def another_shifted(Z):
    return np.exp(Z)


def test_a_function_stands_in_the_file_under_its_equation_and_works_alone(tmp_path):
    assert put(tmp_path, sigmoid) == f"Kept in {FILE}."
    text = (tmp_path / FILE).read_text()
    assert "# 1 / (1 + e^-z)\n\n\ndef sigmoid(z):\n" in text
    assert run(tmp_path).sigmoid(0.0) == 0.5


def test_helpers_modules_and_numbers_that_a_function_uses_come_with_it(tmp_path):
    put(tmp_path, two_steps)
    module = run(tmp_path)
    assert module.two_steps(0.3) == two_steps(0.3)
    assert module.LIMIT == LIMIT and module.math is math


def test_parts_stand_in_the_order_of_the_course_and_use_each_other(tmp_path):
    put(tmp_path, output_delta, exercise="05")  # brings softmax along
    put(tmp_path, softmax)  # now a part of its own
    _, parts = read(tmp_path / FILE)
    assert [part.name for part in parts] == ["softmax", "output_delta"]
    assert (tmp_path / FILE).read_text().count("def softmax(") == 1
    Z, Y = np.array([[2.0, 1.0]]), np.array([[1.0, 0.0]])
    np.testing.assert_allclose(run(tmp_path).output_delta(Z, Y), output_delta(Z, Y))


def test_a_function_of_the_course_that_is_used_is_written_out(tmp_path):
    scope = {"np": np, "course_sigmoid": activations.sigmoid}
    source = tmp_path / "cell.py"
    source.write_text("def sigmoid(z):\n    return course_sigmoid(z)\n")
    exec(compile(source.read_text(), str(source), "exec"), scope)
    put(tmp_path, scope["sigmoid"], "two_steps")
    assert "mlp_lesson" not in (tmp_path / FILE).read_text()
    assert run(tmp_path).two_steps(np.array([-800.0])) == 0


def test_a_later_right_answer_replaces_the_earlier(tmp_path):
    put(tmp_path, another_shifted, "sigmoid")
    assert put(tmp_path, sigmoid) == f"Kept in {FILE}."
    assert (tmp_path / FILE).read_text().count("====\n") == 1
    assert run(tmp_path).sigmoid(0.0) == 0.5
    assert put(tmp_path, sigmoid) == ""  # the same again: nothing to say


def test_a_part_edited_by_hand_stays(tmp_path):
    put(tmp_path, sigmoid)
    text = (tmp_path / FILE).read_text().replace("1 / (1", "1.0 / (1")
    (tmp_path / FILE).write_text(text + "\n# my own remark\n")
    assert "edited it there by hand" in put(tmp_path, another_shifted, "sigmoid")
    put(tmp_path, softmax)
    text = (tmp_path / FILE).read_text()
    assert "1.0 / (1" in text and "# my own remark" in text


def test_two_helpers_of_one_name_are_not_mixed_up(tmp_path):
    put(tmp_path, softmax)
    scope = {"np": np}
    source = tmp_path / "cell.py"
    source.write_text("def shifted(Z):\n    return Z\n\n\ndef sigmoid(z):\n    return shifted(z)\n")
    exec(compile(source.read_text(), str(source), "exec"), scope)
    assert "another function called shifted" in put(tmp_path, scope["sigmoid"])
    assert "def sigmoid" not in (tmp_path / FILE).read_text()


@pytest.mark.parametrize("no_function", [lambda z: z, np.tanh, "sigmoid"])
def test_what_has_no_source_of_its_own_is_not_kept(tmp_path, no_function):
    assert "with `def`" in put(tmp_path, no_function, "sigmoid")
    assert not (tmp_path / FILE).exists()


def test_a_full_disk_leaves_the_earlier_file(tmp_path, monkeypatch):
    put(tmp_path, sigmoid)
    before = (tmp_path / FILE).read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        put(tmp_path, softmax)
    assert (tmp_path / FILE).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_only_a_notebook_in_the_learners_own_folder_keeps_and_finds_the_file(tmp_path, monkeypatch):
    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    monkeypatch.setattr(sys, "path", list(sys.path))
    assert own_folder() == tmp_path
    reach()
    reach()
    assert sys.path.count(str(tmp_path)) == 1
    (tmp_path / "authoring").mkdir()  # the course's own folder
    assert own_folder() is None


@pytest.fixture(scope="module")
def answers():
    """{name: function}: every answer of the worked exercises."""
    found = {}
    for path in sorted((ROOT / "solutions").glob("*.ipynb")):
        scope = {}
        for cell in nbformat.read(path, as_version=4).cells:
            answer = cell.metadata.get("nbgrader", {}).get("solution")
            if cell.cell_type == "code" and (answer or "import numpy as np" in cell.source):
                where = f"<{path.stem}/{cell.id}>"
                linecache.cache[where] = (0, None, cell.source.splitlines(keepends=True), where)
                exec(compile(cell.source, where, "exec"), scope)
        mine = [name for name in all_tasks() if exercise_of(name) == path.stem[:2]]
        found |= {name: scope[name] for name in mine}
    return found


@pytest.fixture
def own_copies(tmp_path, monkeypatch):
    """A learner's folder, as the working directory of a notebook."""
    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    monkeypatch.setenv("MLP_LESSON_HOME", str(tmp_path / "home"))
    return tmp_path


def test_a_green_check_says_that_it_kept_the_answer_and_a_red_one_keeps_nothing(own_copies, capsys):
    check("sigmoid", lambda z: z)
    assert not (own_copies / FILE).exists()
    check("sigmoid", sigmoid_without_overflow)
    assert "Kept in my_network.py." in capsys.readouterr().out
    assert run(own_copies).sigmoid_without_overflow(0.0) == 0.5 == run(own_copies).sigmoid(0.0)


def test_my_network_alone_reads_digits(own_copies, answers):
    """All right answers, then one training with that file and NumPy: 94% of unseen digits."""
    for name in sorted(set(all_tasks()) - {"fit_moons", "fit_digits"}):  # they take long
        check(name, answers[name])
    assert "mlp_lesson" not in (own_copies / FILE).read_text()
    mine = run(own_copies)
    X, y, X_test, y_test = load_mnist()
    rng = np.random.default_rng(0)
    X, y = X[:10_000].astype(float), y[:10_000]
    (W1, b1), (W2, b2) = mine.init_layer(784, 100, rng), mine.init_layer(100, 10, rng)

    def relu(Z):
        return np.maximum(Z, 0)

    for _ in range(8):
        for rows in mine.minibatches(len(X), 50, rng):
            Z1 = X[rows] @ W1 + b1
            A = [X[rows], relu(Z1)]
            Z2 = A[1] @ W2 + b2
            delta = mine.output_delta(Z2, mine.one_hot(y[rows], 10))
            dWs, dbs = mine.backward([W1, W2], A, [Z1, Z2], delta, lambda Z: (Z > 0) * 1.0)
            W1, W2 = W1 - 0.3 * dWs[0], W2 - 0.3 * dWs[1]
            b1, b2 = b1 - 0.3 * dbs[0], b2 - 0.3 * dbs[1]
    P = mine.softmax(relu(X_test @ W1 + b1) @ W2 + b2)
    assert mine.accuracy(y_test, P.argmax(axis=1)) > 0.94


@pytest.mark.parametrize(("text", "says"), [
    ("x = 1", "has none of"), ("def", "does not load: SyntaxError"), (None, "There is no"),
])  # fmt: skip
def test_a_missing_or_broken_file_is_told_with_what_to_do(tmp_path, text, says):
    path = tmp_path / "my_network.py"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ValueError, match=says):
        library.own_functions(["forward"], "02", path)


# ---- in later lessons ----


def test_a_lesson_takes_what_is_right_of_the_file_and_says_what_is_yours(own_copies, capsys):
    assert own("sigmoid", "softmax").sigmoid is all_tasks()["sigmoid"].reference
    assert capsys.readouterr().out == ""  # no file, no words
    put(own_copies, sigmoid_without_overflow, "sigmoid")
    my_network = own("sigmoid", "softmax")
    assert my_network.sigmoid.__name__ == "sigmoid_without_overflow"
    assert my_network.softmax is all_tasks()["softmax"].reference
    assert capsys.readouterr().out == "Yours, from my_network.py: sigmoid.\n"


@pytest.mark.parametrize(("line", "why"), [
    ("return np.where(z >= 0, 1, e)", "printed"),
    ("return 2 * np.where(z >= 0, 1, e)", "2 times too large"),
])  # fmt: skip
def test_a_function_that_is_wrong_now_or_prints_is_not_taken(own_copies, capsys, line, why):
    put(own_copies, sigmoid_without_overflow, "sigmoid")
    text, old = (own_copies / FILE).read_text(), "return np.where(z >= 0, 1, e)"
    (own_copies / FILE).write_text(text.replace(old, f"print(z)\n    {line}"))
    assert own("sigmoid").sigmoid is all_tasks()["sigmoid"].reference
    said = capsys.readouterr().out
    assert said.startswith("Not taken from my_network.py: sigmoid. ") and why in said


@pytest.mark.parametrize(("text", "says"), [
    ("x = 1", "has none of sigmoid yet: exercises 03."), ("def", "does not load: SyntaxError"),
])  # fmt: skip
def test_a_file_that_helps_nothing_does_not_stop_a_lesson(own_copies, capsys, text, says):
    (own_copies / FILE).write_text(text)
    assert own("sigmoid").sigmoid is all_tasks()["sigmoid"].reference
    assert says in capsys.readouterr().out


def test_a_function_that_no_exercise_asks_for_is_named_with_one_that_is_near():
    with pytest.raises(ValueError, match='mean "sigmoid"'):
        own("sigmoidd")
