"""Submissions of all kinds: no point that was not earned, no earned point lost."""

import pytest
from broken import BROKEN
from exercise_05 import EXERCISE
from honest import HONEST
from hostile import HOSTILE

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
def test_a_hostile_submission_gets_no_point(oracle, short_of_fuel, what):
    graded = oracle.grade(HOSTILE[what])
    assert points(graded) == 0, [mark.report for mark in graded.marks]


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_said_to_be_no_notebook(oracle, what):
    with pytest.raises(NotGraded, match="notebook"):
        oracle.grade(BROKEN[what])


def test_the_corpus_is_as_large_as_it_should_be():
    assert len(HONEST) >= 35 and len(HOSTILE) >= 50 and len(BROKEN) >= 12
