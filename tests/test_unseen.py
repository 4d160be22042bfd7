"""Answers by somebody who had not seen the checks: no wrong one is accepted, no right one refused.

tests/unseen/exNN.py holds WRONG = {task: [(slug, function, its true cause)]} and
RIGHT = {task: [(slug, function)]}. They are not there to be named one by one: whether the hints
name the cause was read by people, when the answers were new.
"""

import importlib.util
from pathlib import Path

import pytest
from judging import judged

from mlp_lesson.checks import all_tasks

HERE = Path(__file__).parent / "unseen"
TRAINED = {"fit_moons", "fit_digits"}  # a training each: minutes in all
TASKS = all_tasks()
NOT_YET = set()  # tasks newer than the last answers by somebody who has not seen the checks
pytestmark = pytest.mark.usefixtures("hurried_large_cases")


def load(path):
    spec = importlib.util.spec_from_file_location(f"unseen_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ANSWERS = {path.stem: load(path) for path in sorted(HERE.glob("ex*.py"))}


def each(kind):
    return [
        pytest.param(task, *answer[:2], id=f"{stem}/{task}-{answer[0]}")
        for stem, module in ANSWERS.items()
        for task, answers in getattr(module, kind).items()
        if task not in TRAINED
        for answer in answers
    ]


@pytest.mark.parametrize("task, slug, answer", each("WRONG"))
def test_no_wrong_answer_is_accepted(task, slug, answer):
    report = judged(TASKS[task], answer)
    as_handed_out = TASKS[task].handed_out and report.verdict == "unanswered"
    assert report.verdict == "wrong" or as_handed_out
    assert report.points == 0 and report.hints


@pytest.mark.parametrize("task, slug, answer", each("RIGHT"))
def test_no_right_answer_is_refused(task, slug, answer):
    report = judged(TASKS[task], answer)
    assert report.passed, str(report)


def test_there_are_a_dozen_wrong_and_four_right_answers_to_every_task_but_the_newest():
    wrong, right = ({t: a for m in ANSWERS.values() for t, a in getattr(m, kind).items()}
                    for kind in ("WRONG", "RIGHT"))  # fmt: skip
    assert set(wrong) == set(right) == set(TASKS) - NOT_YET
    assert min(map(len, wrong.values())) >= 12 and min(map(len, right.values())) >= 4
