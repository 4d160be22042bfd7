"""practice(): which questions are made, which are chosen, and what is stored of the answers."""

import ast
import random
import re
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from mlp_lesson import checks, course, practice, puzzles, questions
from mlp_lesson import progress as progress_module
from mlp_lesson.checks import all_tasks, check
from mlp_lesson.practice import choose, interleaved
from mlp_lesson.progress import Progress
from mlp_lesson.questions_made import ids_of, made

TASKS = all_tasks()
DUE = "02-mistake-bound"


def seeded(**more):
    given = {"due": [], "wrong": {}, "seen": {}, "minutes": 10, "rng": random.Random(0)} | more
    return choose(**given)


# ---- questions that are made ----


def test_spot_the_bug_shows_the_function_with_one_wrong_line_and_its_reason():
    question = made("spot:backward/bias-mean")
    assert question.right == "dbs.append(delta.mean(axis=0))"
    assert f"        {question.right}\n" in question.code
    assert question.code.startswith("def backward(Ws, As, Zs, delta, f_prime):\n    dWs, dbs = ")
    assert question.options[question.right] == TASKS["backward"].named()["bias-mean"]
    assert len(question.options) == 7 and question.recalls == "05"
    assert question.shows.endswith("(`backward`, exercise 05)")


def test_explain_offers_the_hint_of_the_mistake_and_two_of_others():
    question = made("explain:layer_backward/bias-mean")
    hints = TASKS["layer_backward"].named()
    assert question.right == hints["bias-mean"]
    assert len(question.options) == 3 and set(question.options) <= set(hints.values())
    assert "`db = delta.sum(axis=0)`" in question.question
    assert "`db = delta.mean(axis=0)`" in question.question


def test_what_is_printed_is_what_the_function_prints():
    """Run the code that is shown, with NumPy alone: it prints the right option."""
    question = made("print:tanh_prime/0")
    found = []
    scope = {"np": np, "print": lambda value: found.append(" ".join(str(value).split()))}
    exec(question.code, scope)
    assert found == [question.right] and len(question.options) >= 3


@pytest.mark.parametrize("part", ["dW", "db", "dA_prev"])
def test_a_question_on_shapes_gives_new_ones_and_numpy_answers_it(part):
    seen = set()
    for variant in range(3):
        question = made(f"shapes:layer_backward/{part}-{variant}")
        shape = dict(re.findall(r"^(\w+) +(\(.*\))$", question.code, re.MULTILINE))
        delta, A_prev, W = (np.zeros(ast.literal_eval(shape[k])) for k in ("delta", "A_prev", "W"))
        answer = {"dW": A_prev.T @ delta, "db": delta.sum(axis=0), "dA_prev": delta @ W.T}[part]
        assert question.right == str(answer.shape)
        assert question.question == f"Which shape has `{part}`?" and question.recalls == "05"
        seen.add((question.code, question.right))
    assert len(seen) == 3  # a task once more, with other shapes


def test_a_wrong_shape_is_told_what_it_is():
    question = made("shapes:layer_backward/dW-0")
    rows, columns = ast.literal_eval(question.right)
    assert question.options[str((columns, rows))] == "Rows and columns are exchanged."
    assert "That is the shape of `delta`." in question.options.values()
    assert question.options[question.right].startswith("dW = A_prevᵀ δ")


@pytest.mark.parametrize("kind", ["spot", "explain", "print", "shapes"])
def test_most_tasks_give_questions_of_a_kind_and_each_has_one_right_option(kind):
    rng, able = random.Random(1), 0
    for task in TASKS.values():
        ids = list(ids_of(kind, task))
        for id in rng.sample(ids, min(4, len(ids))):
            try:
                question = made(id)
            except ValueError:
                continue
            able += 1
            assert question.id == id and question.right in question.options
            assert len(question.options) >= 3 and all(question.options.values())
            assert made(id) == question
    assert able >= {"spot": 30, "explain": 60, "print": 20, "shapes": 20}[kind]


@pytest.mark.parametrize(
    "id",
    ["spot:nothing/bias-mean", "spot:backward/no-such", "guess:backward/bias-mean",
     "print:linear/99", "print:linear/x", "spot:linear/bias-missing",
     "shapes:sigmoid/result-0", "shapes:linear/z-0", "shapes:roc_points/fpr-0",
     "explain:which_loss/claims-absolute", "explain:collapse_linear/return-in-loop"],
)  # fmt: skip
def test_what_cannot_be_made_is_refused(id):
    with pytest.raises(ValueError):
        course.question(id)


# ---- the choice ----


def test_what_is_due_comes_and_ten_minutes_are_filled_from_several_exercises():
    chosen = seeded(due=[DUE], wrong={name: [] for name in TASKS})
    minutes = sum(practice.MINUTES.get(q.id.partition(":")[0], 1) for q in chosen)
    assert DUE in [q.id for q in chosen] and 9 <= minutes <= 10
    assert len({q.recalls for q in chosen}) >= 3
    assert all(a.recalls != b.recalls for a, b in zip(chosen, chosen[1:], strict=False))


def test_the_mistakes_that_a_learner_made_are_asked_about_first():
    wrong = {"sigmoid": [], "backward": ["bias-mean"], "collapse_linear": [], "softmax": []}
    for seed in range(8):
        ids = {q.id for q in seeded(wrong=wrong, rng=random.Random(seed), minutes=4)}
        assert ids & {"spot:backward/bias-mean", "explain:backward/bias-mean"}
    asked = seeded(wrong={"backward": ["bias-mean"]}, minutes=2)
    ids = [q.id for q in asked if not q.picture]
    assert ids in (["spot:backward/bias-mean"], ["explain:backward/bias-mean"])


def test_a_question_that_was_answered_does_not_come_again_before_it_is_due():
    wrong = {"backward": ["bias-mean"]}
    [first] = [q for q in seeded(wrong=wrong, minutes=2) if not q.picture]
    again = seeded(wrong=wrong, minutes=2, seen={first.id: None})
    assert first.id not in [q.id for q in again]


def test_nothing_passed_and_nothing_due_is_nothing_and_it_is_said(tmp_path, monkeypatch, capsys):
    assert seeded() == []
    monkeypatch.setattr(practice, "progress", Progress(tmp_path))
    practice.practice()
    assert capsys.readouterr().out.startswith("Nothing to practise yet: ")


def test_questions_of_one_lesson_stand_together_only_where_there_is_no_other_way():
    asked = [made(f"explain:{name}") for name in (
        "linear/bias-missing", "linear/bias-subtracted", "backward/bias-mean",
        "layer_backward/bias-mean", "linear/not-summed")]  # fmt: skip
    assert [q.recalls for q in interleaved(asked)] == ["01", "05", "01", "05", "01"]
    assert sorted(q.id for q in interleaved(asked)) == sorted(q.id for q in asked)


# ---- what is stored ----


@pytest.fixture
def store(tmp_path, monkeypatch):
    now = [datetime(2030, 3, 1, 20, tzinfo=UTC)]
    store = Progress(tmp_path, lambda: now[0])
    store.forward = lambda days: now.__setitem__(0, now[0] + timedelta(days=days))
    for module in (practice, questions, progress_module):
        monkeypatch.setattr(module, "progress", store)
    return store


def test_practice_asks_on_one_card_and_what_went_wrong_is_due_tomorrow(store, monkeypatch):
    cards, real = [], questions._card
    monkeypatch.setattr(questions, "in_notebook", lambda: True)
    monkeypatch.setattr(questions, "_display", lambda bundle: None)
    monkeypatch.setattr(questions, "_card", lambda spec: cards.append(real(spec)) or cards[-1])
    for name in ("backward", "collapse_linear", "sigmoid"):
        store.record_check(name, True, 3, 3)
    practice.practice(seed=1)
    asked = cards[-1].spec["quizzes"]
    assert len(asked) >= 2 and all(one["shows"] for one in asked)
    verdicts = [[verdict for _, verdict, _ in one["verdicts"]] for one in asked]
    right, wrong = verdicts[0].index("Right."), verdicts[1].index("Not this one.")
    cards[-1].state = {"0": {"chosen": [right]}}
    cards[-1].state = {"0": {"chosen": [right]}, "1": {"chosen": [wrong]}}
    assert store.due() == []
    store.forward(1)
    [due] = store.due()
    assert course.question(due).question == asked[1]["question"]
    assert due in [q.id for q in choose([due], {}, store.schedule(), 10, random.Random(0))]


def test_a_made_question_whose_mistake_has_left_the_course_is_due_no_more(store):
    store.record_answer("explain:backward/no-such-mistake", "x", False)
    store.forward(1)
    assert store.due() == []


def test_the_day_decides_on_the_questions(store, monkeypatch):
    asked = []
    monkeypatch.setattr(questions, "ask_in_turn", asked.append)
    for name in TASKS:
        store.record_check(name, True, 3, 3)
    practice.practice()
    practice.practice()
    store.forward(1)
    practice.practice()
    ids = [[q.id for q in one] for one in asked]
    assert ids[0] == ids[1] != ids[2]


# ---- explain it ----


@pytest.fixture
def asked(store, monkeypatch):
    """The ids of what check() asks of a learner who sits before a notebook."""
    ids = []
    monkeypatch.setenv("JPY_SESSION_NAME", "05_backpropagation.ipynb")
    monkeypatch.setattr(questions, "quiz", ids.append)
    monkeypatch.setattr(checks, "show", lambda report: None)
    monkeypatch.setattr(puzzles, "progress", store)
    return ids


def right(delta, A_prev, W):
    return A_prev.T @ delta, np.sum(delta, axis=0), delta @ W.T


def averaged(delta, A_prev, W):
    return A_prev.T @ delta, np.mean(delta, axis=0), delta @ W.T


def test_who_made_a_mistake_is_asked_to_explain_it_once_the_task_is_right(asked):
    check("layer_backward", averaged)
    assert asked == []
    check("layer_backward", right)
    assert asked == ["explain:layer_backward/bias-mean"]
    check("layer_backward", right)
    assert len(asked) == 1


def test_without_a_mistake_every_third_task_asks(asked, store):
    check("layer_backward", right)
    assert asked == []
    store.record_check("sigmoid", True, 1, 1)
    check("tanh_prime", lambda z: 1 - np.tanh(z) ** 2)
    assert len(asked) == 1 and asked[0].startswith("explain:tanh_prime/")


def test_where_nobody_sits_before_the_notebook_nothing_is_asked(asked, monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME")
    check("layer_backward", averaged)
    check("layer_backward", right)
    assert asked == []


def test_an_explanation_that_was_wrong_is_due_tomorrow_and_a_right_one_is_not(store):
    question = made("explain:layer_backward/bias-mean")
    store.record_answer(question.id, question.right, True)
    store.forward(1)
    assert store.due() == []
    store.record_answer(question.id, "x", False)
    store.forward(1)
    assert store.due() == [question.id]
