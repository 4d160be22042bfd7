"""Submissions of all kinds: no point that was not earned, no earned point lost."""

import pytest
from broken import BROKEN
from exercise_05 import ALL, EXERCISE, as_bytes, code_cell, solved
from honest import HONEST
from hostile import HOSTILE, TOP, batched

from mlp_lesson.grading import sandbox
from mlp_lesson.grading.oracle import NotGraded


@pytest.fixture
def oracle(oracle_of):
    return oracle_of(EXERCISE)


@pytest.fixture
def short_of_fuel(monkeypatch):
    """An endless loop is seen to be one in less time; honest calls need far less."""
    monkeypatch.setattr(sandbox, "FUEL_PER_SECOND", 10**9)
    monkeypatch.setattr(sandbox, "FUEL_PER_CELL", 6 * 10**9)


def points(graded):
    return sum(mark.points for mark in graded.marks)


@pytest.mark.parametrize("what", HONEST)
def test_an_honest_submission_gets_every_point_it_has_earned(oracle, what, request):
    if "never ends" in what:
        request.getfixturevalue("short_of_fuel")
    notebook, earned = HONEST[what]
    graded = oracle.grade(notebook)
    assert points(graded) == earned, [mark.report for mark in graded.marks]


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_submission_gets_no_point(oracle, short_of_fuel, monkeypatch, what):
    if ": " in what:  # the same for every task and after every death: two tasks, one death
        monkeypatch.setattr(oracle, "tasks", oracle.tasks[0:3:2])
        monkeypatch.setattr("mlp_lesson.grading.oracle.MOST_DEATHS", 1)
    try:
        graded = oracle.grade(HOSTILE[what])
    except NotGraded:
        return  # no mark at all, and the instructor looks at it
    assert points(graded) == 0, [mark.report for mark in graded.marks]
    shown = "".join(mark.report + mark.html for mark in graded.marks)
    assert "<script" not in "".join(mark.html for mark in graded.marks) and shown.encode()


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_said_to_be_no_notebook(oracle, what):
    with pytest.raises(NotGraded, match="notebook"):
        oracle.grade(BROKEN[what])


def test_the_corpus_is_as_large_as_it_should_be():
    attacks = len(HOSTILE) + len(TOP) - len(batched(TOP))  # several of these share a notebook
    assert len(HONEST) >= 50 and attacks >= 100 and len(BROKEN) >= 16


def test_cells_that_go_on_and_on_come_to_an_end(oracle, short_of_fuel, monkeypatch):
    """Each stays within what a cell may use, all together do not."""
    monkeypatch.setattr("mlp_lesson.grading.oracle.MOST_FUEL", 20 * 10**9)
    busy = code_cell("for i in range(10**6): pass")
    graded = oracle.grade(as_bytes(solved() | {"cells": [busy] * 40 + solved()["cells"]}))
    assert points(graded) == ALL or points(graded) == 0  # the same on every machine
    assert oracle.sandbox.spent < 40 * 10**9


def test_a_million_cells_are_no_notebook(oracle):
    with pytest.raises(NotGraded, match="code cells"):
        oracle.grade(as_bytes({"cells": [code_cell("")] * 100_000}))
