"""Programs to repair: what is handed out, what is shown of it, and what the check says to it."""

import contextlib
import io
import re
import warnings
from pathlib import Path

import jupytext
import numpy as np
import pytest
from answer_files import answers
from answers.ex13._edits import repairs_of

from mlp_lesson.checks import all_tasks, check
from mlp_lesson.checks.engine.diagnose import judge, report_on
from mlp_lesson.checks.engine.repairs import (
    AS_HANDED_OUT,
    CANCELLED,
    MENDED,
    STILL,
    STILL_THERE,
    UNDONE,
)
from mlp_lesson.checks.engine.slips import Slip, source_of
from mlp_lesson.checks.engine.trial import attempt
from mlp_lesson.questions_made import ids_of, made

ROOT = Path(__file__).resolve().parent.parent
TASKS = {name: task for name, task in all_tasks().items() if task.handed_out}
TEXT = jupytext.read(ROOT / "authoring/exercises/13_bug_hunt.py", fmt="py:percent").cells
NUMBER = re.compile(r"(?<![\d.,])\d+\.\d+|\b\d{1,3}(?:,\d{3})+\b|\b\d{2,}\b")
everywhere = pytest.mark.parametrize("name", TASKS)


def begun(name):
    """The program as it is handed out: the mistake."""
    return next(m for m in TASKS[name].mistakes if m.id == TASKS[name].handed_out)


def told(name):
    """(what the exercise says of the program, the cell below it that shows the symptom)"""
    place = next(i for i, cell in enumerate(TEXT)
                 if cell.metadata.get("nbgrader", {}).get("grade_id") == name)  # fmt: skip
    assert TEXT[place].source == "# {{program}}"
    return TEXT[place - 1].source, TEXT[place + 1].source


def shown(name, function):
    """What the cell below the program prints."""
    scope = {**function.__globals__, name: function} if hasattr(function, "__globals__") else {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(told(name)[1], scope)
    return printed.getvalue()


@everywhere
def test_a_program_is_short_and_differs_from_the_repaired_one_in_one_line(name):
    program, repaired = TASKS[name].program(), source_of(TASKS[name].reference)
    body = program.split('"""')[2].strip("\n").split("\n")
    assert 9 <= len(body) <= 25
    pairs = zip(program.split("\n"), repaired.split("\n"), strict=True)
    assert len([1 for a, b in pairs if a != b]) == 1


@everywhere
def test_an_unchanged_program_is_not_answered_and_its_symptom_is_told(name):
    report = judge(TASKS[name], begun(name).wrong.function)
    assert report.verdict == "unanswered" and report.points == 0 and report.found == ()
    assert report.hints == [AS_HANDED_OUT, begun(name).hint]


@everywhere
def test_a_change_that_changes_no_result_is_no_answer_either(name):
    assert answers(name, "UNCHANGED")
    for unchanged in answers(name, "UNCHANGED"):
        report = judge(TASKS[name], unchanged)
        assert report.verdict == "unanswered"
        assert report.hints[0] == CANCELLED or report.hints[0].startswith("The mistake is mended, ")


@everywhere
def test_hidden_cases_tell_the_program_from_its_repair_whatever_they_are(name):
    task = TASKS[name]
    for seed in range(10):
        def hidden():
            return list((task.hidden or task.cases)(np.random.default_rng(seed)))  # noqa: B023

        assert report_on(attempt(task, task.reference, cases=hidden())).passed, seed
        found = report_on(attempt(task, begun(name).wrong.function, cases=hidden()))
        assert found.verdict == "unanswered", seed


@everywhere
def test_the_cell_below_a_program_shows_every_number_of_its_symptom_until_it_is_repaired(name):
    broken = shown(name, begun(name).wrong.function)
    text, cell = told(name)
    said = NUMBER.findall(text.partition("\n")[2]) + NUMBER.findall(begun(name).hint)
    assert said
    assert [number for number in said if number not in broken + cell] == []
    assert shown(name, TASKS[name].reference) != broken


def test_who_spoils_a_right_line_and_leaves_the_mistake_is_told_to_begin_once_more():
    task = TASKS["tanh_gradients"]
    twice = next(m.wrong for m in task.mistakes if m.id == "slope-twice")
    both = Slip(task.reference, "both", begun(task.name).wrong.edits + twice.edits, {})
    assert judge(task, both).hints == [STILL_THERE]


def test_who_mends_the_mistake_and_undoes_that_is_told_the_line_that_does_it():
    edited, back = repairs_of("class_report"), ("support, called =", "called, support =")
    call = ("cm = confusion(predicted, y)", "cm = confusion(y, predicted)")
    [said, _] = judge(TASKS["class_report"], edited(*call, *back)).hints
    line = "called, support = (cm.sum(axis=1), cm.sum(axis=0))"
    assert said == UNDONE.format(f"your line `{line}`")
    two = ("hits = np.diag(cm)", "hits = np.diagonal(cm)")
    [said, _] = judge(TASKS["class_report"], edited(*call, *back, *two)).hints
    assert said == UNDONE.format("another change")
    [said, _] = judge(TASKS["class_report"], edited(*two)).hints
    assert said == CANCELLED


def test_who_mends_the_mistake_and_makes_another_is_told_so():
    task = TASKS["tanh_gradients"]
    lost = next(m for m in task.mistakes if m.id == "slope-lost")
    assert judge(task, lost.wrong).hints == [MENDED + lost.hint]
    halved = next(m for m in task.mistakes if m.id == "slope-halved")  # the mistake is still there
    assert judge(task, halved.wrong).hints == [halved.hint]


def test_a_part_that_is_as_it_was_is_told_apart_from_one_that_has_changed():
    task = TASKS["tanh_gradients"]
    lost = next(m.wrong for m in task.mistakes if m.id == "slope-lost")

    def y_as_it_was(*args):
        return begun(task.name).wrong(*args)[0], *lost(*args)[1:]

    said = judge(task, y_as_it_was).hints
    assert said[0] == f"y: {STILL}" and "slope of the units has gone" in said[1]


@everywhere
def test_no_question_of_practice_is_made_of_a_program(name):
    for kind in ("spot", "explain", "print"):
        for id in ids_of(kind, TASKS[name]):
            with pytest.raises(ValueError, match="No question"):
                made(id)


def test_a_repaired_program_is_no_part_of_my_network(tmp_path, monkeypatch, capsys):
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "exercises")
    monkeypatch.setenv("MLP_LESSON_HOME", str(tmp_path))
    def fit_logistic(*args):
        return TASKS["fit_logistic"].reference(*args)

    check("fit_logistic", fit_logistic)
    assert "right (2 of 2 points)" in capsys.readouterr().out
    assert not (tmp_path / "my_network.py").exists()
