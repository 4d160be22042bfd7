"""Every exercise of the course, as it is handed out and as it is solved."""

import pytest
from exercise_05 import ROOT, answer, as_bytes, first, solution_of, solved
from test_corpus import points

from mlp_lesson.grading import tasks

EXERCISES = tasks.exercises()


def notebook(folder, exercise):
    return (ROOT / folder / f"{tasks.notebook_of(exercise)}.ipynb").read_bytes()


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_worked_exercise_gets_every_point(oracle_of, exercise):
    graded = oracle_of(exercise).grade(notebook("solutions", exercise))
    assert points(graded) == tasks.max_score(exercise), [mark.report for mark in graded.marks]
    assert graded.cell_errors == {} and graded.n_deaths == 0


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_exercise_as_it_is_handed_out_gets_none(oracle_of, exercise):
    graded = oracle_of(exercise).grade(notebook("exercises", exercise))
    assert {mark.verdict for mark in graded.marks} == {"unanswered"}


def test_the_same_notebook_gets_the_same_result_twice(oracle_of):
    oracle = oracle_of("05")
    assert oracle.grade(as_bytes(solved())) == oracle.grade(as_bytes(solved()))


def test_hidden_inputs_follow_from_the_notebook_and_the_secret(oracle_of):
    oracle = oracle_of("05")
    drawn = [oracle.rng(*what).random() for what in (("a", b"1"), ("a", b"2"), ("b", b"1"))]
    other = type(oracle)("05", b"another secret", None).rng("a", b"1").random()
    assert len({*drawn, other}) == 4 and drawn[0] == oracle.rng("a", b"1").random()


def test_notebooks_that_differ_in_names_and_layout_have_one_fingerprint(oracle_of):
    def print_of(nb):
        return oracle_of("05").grade(as_bytes(nb)).fingerprint

    source = solution_of("output_delta")
    assert "(softmax(Z) - Y)" in source
    same = answer(solved(), "output_delta", "# mine\n" + source.replace("Z", "logits"))
    other = answer(solved(), "output_delta", source.replace("softmax(Z) - Y", "softmax(Z) + Y"))
    more = first(solved(), "x = 1")
    assert print_of(solved()) == print_of(same)
    assert len({print_of(nb) for nb in (solved(), other, more)}) == 3
