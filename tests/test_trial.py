"""How an answer is called: large cases last, on one BLAS thread, by seconds of computing."""

import time

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine import trained
from mlp_lesson.checks.engine.run import FORKS, run
from mlp_lesson.checks.engine.trial import attempt, catalogue_of

TASK = all_tasks()["hidden_delta"]
LARGE = [i for i, case in enumerate(TASK.fixed_cases()) if case.speed]


def kinds(trial):
    return [trial.outcomes[i].kind for i in LARGE]


def test_the_large_cases_are_called_when_the_small_ones_are_right():
    assert LARGE and kinds(attempt(TASK, TASK.reference)) == ["value"] * len(LARGE)


def test_a_wrong_answer_is_told_from_its_small_cases():
    trial = attempt(TASK, lambda delta, W, Z, f_prime: delta @ W.T)
    assert kinds(trial) == ["skipped"] * len(LARGE)
    assert not set(trial.called()) & set(LARGE) and not trial.is_right()


def test_an_answer_that_is_wrong_in_a_large_case_alone_is_wrong():
    def forgetful(delta, W, Z, f_prime):
        right = TASK.reference(delta, W, Z, f_prime)
        return right if len(delta) < 100 else 2 * right

    assert attempt(TASK, forgetful).failing() == LARGE


def test_what_the_mistakes_give_is_computed_once_for_the_cases_of_the_notebook():
    first, second = attempt(TASK, TASK.reference), attempt(TASK, lambda *args: None)
    assert catalogue_of(first) is catalogue_of(second)
    drawn = attempt(TASK, TASK.reference, cases=TASK.fixed_cases())
    assert catalogue_of(drawn) is not catalogue_of(first)


@pytest.mark.skipif(not FORKS, reason="a thread shares the notebook's BLAS")
def test_answers_compute_on_one_thread():
    def threads():
        return [library["num_threads"] for library in threadpool_info()]

    with threadpool_limits(2):  # the tests themselves are run on one
        [outcome] = run(threads, [()], seconds=5)
    assert outcome.value and set(outcome.value) == {1}


def test_waiting_is_not_computing():
    with trained.time_limit(0.2):
        time.sleep(0.5)
    with pytest.raises(trained.OutOfTime), trained.time_limit(0.2):
        while time.process_time() < time.process_time() + 1:
            pass
