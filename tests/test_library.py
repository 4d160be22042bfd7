"""my_network.py: what a learner wrote and got right, gathered in one file that stands alone."""

import importlib.util
import math
import os

import numpy as np
import pytest

from mlp_lesson import activations
from mlp_lesson.library import FILE, keep, own, own_folder, read

ORDER = ("sigmoid", "softmax", "output_delta", "two_steps")
LIMIT = 30.0


def run(folder):
    """The file as a module of its own."""
    spec = importlib.util.spec_from_file_location("alone", folder / FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def put(folder, function, name=None, exercise="03"):
    return keep(function, name or function.__name__, exercise, "the equation", ORDER, folder)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


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


def another_shifted(Z):
    return np.exp(Z)


def test_a_function_stands_in_the_file_under_its_equation_and_works_alone(tmp_path):
    assert put(tmp_path, sigmoid) == f"Kept in {FILE}."
    text = (tmp_path / FILE).read_text()
    assert "# the equation\n\n\ndef sigmoid(z):\n" in text
    assert run(tmp_path).sigmoid(0.0) == 0.5
    assert own("sigmoid", tmp_path)(0.0) == 0.5


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


def test_a_file_that_cannot_be_run_is_named(tmp_path):
    put(tmp_path, sigmoid)
    (tmp_path / FILE).write_text((tmp_path / FILE).read_text() + "\n1 / 0\n")
    with pytest.raises(ImportError, match="my_network.py cannot be run: ZeroDivisionError"):
        own("sigmoid", tmp_path)


def test_only_the_learners_own_folder_gets_a_file(tmp_path, monkeypatch):
    for name in ("notebooks", "exercises"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    assert own_folder() == tmp_path
    (tmp_path / "authoring").mkdir()  # the course's own folder
    assert own_folder() is None
    assert own("sigmoid") is None
