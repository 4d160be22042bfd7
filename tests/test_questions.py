"""Predict and reveal, quiz, hints: what is stored, what is shown, and that nothing waits."""

import re
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

import build
from mlp_lesson import course, questions
from mlp_lesson.progress import Progress
from mlp_lesson.questions import hints, offer_review, predict, quiz, reveal, review

OPTIONS = {
    "too small a step": "A larger step moves all of them alike.",
    "equal gradients": "Nothing tells `a` < `b` apart.",
}
ASKED = [
    course.Question("03-why", "Is a < b?", OPTIONS, "equal gradients"),
    course.Question("03-again", "Why?", OPTIONS, "equal gradients", recalls="02"),
    course.Question("03-too", "Why too?", OPTIONS, "equal gradients", recalls="02"),
]


@pytest.fixture
def store(tmp_path, monkeypatch):
    store = Progress(tmp_path)
    monkeypatch.setattr(questions, "progress", store)
    monkeypatch.setattr(course, "questions", lambda: {asked.id: asked for asked in ASKED})
    return store


@pytest.fixture
def notebook(monkeypatch, store):
    """The bundles that are displayed, as in a notebook; cards are made without a browser."""
    shown = []
    monkeypatch.setattr(questions, "in_notebook", lambda: True)
    monkeypatch.setattr(questions, "_display", shown.append)
    monkeypatch.setattr(questions, "_card", lambda spec: made.append(real(spec)) or made[-1])
    return Notebook(shown, made)


real, made = questions._card, []


class Notebook:
    def __init__(self, shown, cards):
        self.shown, self.cards = shown, cards
        cards.clear()

    @property
    def last(self):
        return self.shown[-1]["text/plain"]

    @property
    def still(self):
        """The HTML last shown, without the key that is drawn at random."""
        return re.sub(r' key="\w+"', "", self.shown[-1]["text/html"])


def answer(guess, value, confidence="sure"):
    """What the browser does: it shows the card, then sends the learner's guess."""
    guess.card.shown = True
    guess.card.state = {"value": value, "confidence": confidence}


# ---- predict and reveal ----


def test_a_right_guess_is_compared_and_counts_for_calibration(notebook, store):
    guess = predict("How many?", options=[1, 4, 8])
    answer(guess, "1")
    reveal(guess, answer=np.int64(1), why="They stay equal.")
    assert notebook.last == "Answer: 1. They stay equal.\nYour guess: 1, sure: right."
    assert "<p>Your guess: 1, sure: right.</p>" in notebook.shown[-1]["text/html"]
    assert store.calibration() == {"sure": (1, 1)}


def test_a_wrong_guess_is_told_gently(notebook, store):
    guess = predict("How many?", options=[1, 4, 8])
    answer(guess, "4", "guessing")
    reveal(guess, answer=1, why="They stay equal.")
    assert notebook.last.endswith("Your guess: 4, guessing: not this time.")
    assert store.calibration() == {"guessing": (0, 1)}


@pytest.mark.parametrize(
    ("value", "within", "verdict"),
    [
        ("0.93", 0.02, "off by 0.02, close enough"),  # the limit itself is right
        ("0.94", 0.02, "off by 0.03"),
        ("0.82", None, "off by 0.09, close enough"),  # a tenth of the range 0 to 1
        ("0.8", None, "off by 0.11"),
    ],
)
def test_a_number_is_right_within_its_tolerance(value, within, verdict, notebook, store):
    guess = predict("Accuracy?", low=0, high=1)
    answer(guess, value)
    reveal(guess, answer=0.91, why="Most digits are easy.", within=within)
    assert notebook.last.endswith(f"Your guess: {value}, sure: {verdict}.")
    assert store.calibration()["sure"][0] == verdict.endswith("enough")


def test_without_a_guess_a_learner_is_reminded_and_a_machine_is_not(notebook):
    guess = predict("How many?", options=[1, 4, 8])
    reveal(guess, answer=1, why="They stay equal.")
    assert notebook.last == "Answer: 1. They stay equal."
    guess = predict("How many?", options=[1, 4, 8])
    guess.card.shown = True
    reveal(guess, answer=1, why="They stay equal.")
    assert "No guess yet" in notebook.last


def test_a_guess_made_after_the_answer_is_not_stored(notebook, store):
    guess = predict("How many?", options=[1, 4, 8])
    reveal(guess, answer=1, why="They stay equal.")
    assert guess.card.spec["closed"]
    answer(guess, "1")
    assert store.last_guess("How many?") is None


def test_a_guess_cannot_be_changed(notebook, store):
    guess = predict("How many?", options=[1, 4, 8])
    answer(guess, "4")
    answer(guess, "1")
    assert store.last_guess("How many?") == ("4", "sure")


def test_an_earlier_guess_is_remembered_by_the_next_kernel(notebook):
    answer(predict("How many?", options=[1, 4, 8]), "4", "fairly sure")
    guess = predict("How many?", options=[1, 4, 8])
    assert guess.card.spec["earlier"] == "Your earlier guess: 4, fairly sure."
    guess.card.shown = True
    reveal(guess, answer=1, why="They stay equal.")
    assert notebook.last.endswith("Your earlier guess: 4, fairly sure: not this time.")


def test_an_earlier_guess_does_not_change_what_an_unattended_run_shows(notebook):
    answer(predict("How many?", options=[1, 4, 8]), "4")
    before = notebook.still
    guess = predict("How many?", options=[1, 4, 8])
    assert notebook.still == before
    reveal(guess, answer=1, why="They stay equal.")
    assert notebook.last == "Answer: 1. They stay equal."


def test_an_earlier_guess_that_no_longer_fits_the_question_is_left_alone(notebook):
    answer(predict("How many?", options=["few", "many"]), "few")
    assert predict("How many?", options=[1, 4]).earlier is None
    assert predict("How many?", low=0, high=4).earlier is None


def test_an_answer_outside_the_options_is_said_to_be_so(notebook):
    guess = predict("How many?", options=[1, 4, 8])
    answer(guess, "4")
    reveal(guess, answer=3, why="You changed the cell.")
    assert notebook.last.startswith("Answer: 3 (none of the options). You changed the cell.")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.int64(101_770), "101,770"), (1958, "1958"), (234567.8, "234,568"),
        (0.98765, "0.9877"), (np.float32(0.5), "0.5"), (True, "True"), ("XOR", "XOR"),
    ],
)  # fmt: skip
def test_values_are_written_as_a_reader_writes_them(value, text):
    assert questions._text(value) == text


def test_a_prediction_needs_options_or_a_range():
    for wrong in ({}, {"low": 0}, {"options": [1, 2], "low": 0, "high": 1}):
        with pytest.raises(ValueError, match="either options"):
            predict("How many?", **wrong)


def test_the_answer_to_a_number_must_be_a_number(notebook):
    with pytest.raises(ValueError, match="could not convert"):
        reveal(predict("Accuracy?", low=0, high=1), answer="high", why="")


# ---- quiz ----


def a_century_later(store):
    later = store._clock().replace(year=2130)
    store._clock = lambda: later


def test_the_first_choice_is_the_answer_and_the_others_are_only_read(notebook, store):
    quiz("03-why")
    notebook.cards[-1].state = {"chosen": [0]}
    notebook.cards[-1].state = {"chosen": [0, 1]}
    assert store._rows("SELECT question, answer, right FROM answers") == [
        ("03-why", "too small a step", 0)
    ]


def test_a_retrieval_question_comes_due_and_review_asks_it_again(notebook, store, capsys):
    quiz("03-again")
    first = notebook.last
    notebook.cards[-1].state = {"chosen": [1]}
    review()
    assert capsys.readouterr().out == "Nothing is due today.\n"
    a_century_later(store)
    review()
    assert len(notebook.shown) == 2 and notebook.last == first
    assert first.startswith("From lesson 02: Why?")


def test_what_is_due_is_offered_in_one_line_and_each_first_choice_is_stored(notebook, store):
    store.record_answer("03-again", "too small a step", False)
    store.record_answer("03-too", "equal gradients", True)
    store.record_answer("03-why", "equal gradients", True)  # recalls nothing
    offer_review()
    assert notebook.shown == []  # not due yet: nothing at all
    a_century_later(store)
    offer_review()
    spec = notebook.cards[-1].spec
    assert spec["line"] == "2 questions from earlier lessons are due again today."
    assert [asked["question"] for asked in spec["quizzes"]] == ["Why?", "Why too?"]
    notebook.cards[-1].state = {"asked": True}
    notebook.cards[-1].state = {"asked": True, "1": {"chosen": [1]}}
    notebook.cards[-1].state = {"asked": True, "1": {"chosen": [1, 0]}, "0": {"chosen": [0]}}
    assert store._rows("SELECT question, answer, right FROM answers")[3:] == [
        ("03-too", "equal gradients", 1), ("03-again", "too small a step", 0),
    ]  # fmt: skip
    assert store.due() == []


def test_a_single_question_that_is_due_is_offered_in_the_singular(notebook, store):
    store.record_answer("03-again", "too small a step", False)
    a_century_later(store)
    offer_review()
    expected = "One question from earlier lessons is due again today."
    assert notebook.cards[-1].spec["line"] == expected


def test_nothing_is_offered_in_a_terminal(store, capsys):
    store.record_answer("03-again", "too small a step", False)
    a_century_later(store)
    offer_review()
    assert capsys.readouterr().out == ""


def test_every_option_of_a_still_opens_to_its_own_reason(notebook):
    quiz("03-why")
    still = notebook.shown[-1]["text/html"]
    assert "Is a &lt; b?" in still
    assert re.findall("<summary>(.*?)</summary><p><b>(.*?)</b>", still) == [
        ("too small a step", "Not this one."), ("equal gradients", "Right."),
    ]  # fmt: skip
    assert "<code>a</code> &lt; <code>b</code>" in still
    assert "gradients" in notebook.last and "Nothing tells" not in notebook.last


def test_the_still_of_a_question_on_code_shows_the_code(notebook):
    quiz("shapes:layer_backward/dW-0")
    assert "layer_backward(delta, A_prev, W)</pre><details>" in notebook.shown[-1]["text/html"]


def test_where_nothing_runs_questions_in_turn_say_how_they_are_started(notebook):
    questions.ask_in_turn([course.question("03-why")])
    assert "<small>To answer here: run the cells above" in notebook.shown[-1]["text/html"]


def test_a_question_that_does_not_exist_is_refused_with_those_that_are_near(store):
    with pytest.raises(ValueError, match="no question '03-agian' .* near it: 03-again"):
        quiz("03-agian")


# ---- hints ----


def test_hints_are_folded_into_each_other_and_the_plain_text_holds_none(notebook):
    hints("output_delta")
    still = notebook.shown[-1]["text/html"]
    begin = "Take one row", "For one row", "Compute the probabilities"
    depths = [still[: still.index(h)].count("<details>") for h in begin]
    assert depths == [1, 2, 3] and "</details></details></details>" in still
    assert not any(hint in notebook.last for hint in begin)


def test_hints_for_a_task_that_does_not_exist_name_those_that_do():
    with pytest.raises(
        ValueError, match="no task called 'output_dleta'; the tasks are .*output_delta"
    ):
        hints("output_dleta")


# ---- where nobody is ----


def test_in_a_terminal_a_lesson_reads_as_plain_text(store, capsys):
    guess = predict("How many?", low=0, high=500_000, unit="weights")
    reveal(guess, answer=101_770, why="784·128 + 128 + 128·10 + 10.")
    quiz("03-why")
    assert capsys.readouterr().out.splitlines() == [
        "Predict: How many?",
        "  a number from 0 to 500,000 weights",
        "Answer: 101,770 weights. 784·128 + 128 + 128·10 + 10.",
        "Quiz: Is a < b?",
        "  ( ) too small a step",
        "  ( ) equal gradients",
    ]


SOURCES = (
    "from mlp_lesson.questions import hints, predict, quiz, reveal\n"
    "from mlp_lesson.progress import progress",
    "guess = predict('How many?', options=[1, 4, 8])",
    "reveal(guess, answer=1, why='They stay equal.')",
    "predict('Accuracy?', low=0, high=1)",
    "quiz('02-mistake-bound')",
    "hints('output_delta')",
)


def run(home, monkeypatch, sources=SOURCES):
    """The outputs of every cell, as the build stores them."""
    monkeypatch.setenv("MLP_LESSON_HOME", str(home))
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    done = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(done, kernel_name="python3", timeout=60).execute()
    build.tidy_outputs(done)
    return [cell.outputs for cell in done.cells]


def test_an_unattended_run_waits_for_nothing_and_is_the_same_whatever_is_stored(
    tmp_path, monkeypatch
):
    empty = run(tmp_path / "empty", monkeypatch, [*SOURCES, "progress()"])
    assert not (tmp_path / "empty").exists()  # asking and showing write nothing
    store = Progress(tmp_path / "used")
    store.record_guess("How many?", 4, "sure")
    store.settle_guess("How many?", False)
    store.record_answer("02-mistake-bound", "a", False)
    assert run(tmp_path / "used", monkeypatch) == empty[:-1]
    assert run(tmp_path / "empty", monkeypatch, [*SOURCES, "progress()"]) == empty
    assert [len(outputs) for outputs in empty] == [0, 1, 1, 1, 1, 1, 1]  # a bare predict: no repr
    assert all(set(o.data) == {"text/html", "text/plain"} for outputs in empty for o in outputs)


def test_importing_questions_loads_no_widget_library():
    code = "import sys, mlp_lesson.questions; print({'anywidget', 'matplotlib'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"
