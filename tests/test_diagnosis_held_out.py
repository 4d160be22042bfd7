"""Only while exercises of the old form are left: wrong answers, none may pass, 80% are named.

tests/held_out/<topic>.py holds HELD_OUT = {task: [(function, cause in words, [keyword, ...])]}.
A hint names the cause if it contains one of the keywords (a keyword "a+b" asks for both).
Run with -s to see the share for each task and every miss.
"""

import importlib.util
from functools import cache
from pathlib import Path

import pytest

from mlp_lesson.checks import all_tasks, examine

FOLDER = Path(__file__).parent / "held_out"
TOPICS = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))
NAMED_AT_LEAST = 0.8


def load(topic):
    spec = importlib.util.spec_from_file_location(f"held_out_{topic}", FOLDER / f"{topic}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.HELD_OUT


ANSWERS = {(topic, task): found for topic in TOPICS for task, found in load(topic).items()}


@cache
def reports(topic, task):
    """What the checks say of each wrong answer: examined once, since some take their whole time."""
    return [examine(task, wrong) for wrong, _, _ in ANSWERS[topic, task]]


def names(report, keywords):
    said = " ".join(report.hints).lower()
    return any(all(word in said for word in key.lower().split("+")) for key in keywords)


@pytest.mark.parametrize("topic, task", ANSWERS)
def test_a_topic_brings_eight_wrong_answers_a_task_for_tasks_that_exist(topic, task):
    assert task in all_tasks()
    assert len(ANSWERS[topic, task]) >= 8


@pytest.mark.parametrize("topic, task", ANSWERS)
def test_no_held_out_wrong_answer_is_accepted(topic, task):
    causes = [cause for _, cause, _ in ANSWERS[topic, task]]
    both = zip(causes, reports(topic, task), strict=True)
    assert not [cause for cause, report in both if report.passed]


@pytest.mark.parametrize("topic", TOPICS)
def test_most_held_out_wrong_answers_are_named(topic):
    missed, n = [], 0
    for of, task in ANSWERS:
        if of != topic:
            continue
        for (_, cause, keywords), report in zip(
            ANSWERS[topic, task], reports(topic, task), strict=True
        ):
            n += 1
            if not names(report, keywords):
                missed.append(f"{task}: {cause}\n    said: {' '.join(report.hints)[:300]}")
    share = 1 - len(missed) / n
    print(f"\n{topic}: {share:.0%} of {n} held-out wrong answers named; missed:")
    print("\n".join(missed))
    assert share >= NAMED_AT_LEAST, "\n".join(missed)
