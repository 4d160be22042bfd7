"""puzzle(), and when it is offered: what is shown, stored and said, without a browser."""

import re

import pytest

from mlp_lesson import checks, course, puzzles, questions
from mlp_lesson.checks import check
from mlp_lesson.checks.engine.parsons import puzzle_of
from mlp_lesson.progress import Progress
from mlp_lesson.puzzles import puzzle


@pytest.fixture
def store(tmp_path, monkeypatch):
    store = Progress(tmp_path)
    monkeypatch.setattr(puzzles, "progress", store)
    return store


@pytest.fixture
def cards(monkeypatch, store):
    """The cards that are shown, as in a notebook but without a browser."""
    made, real = [], questions._card
    monkeypatch.setattr(questions, "in_notebook", lambda: True)
    monkeypatch.setattr(questions, "_display", lambda bundle: None)
    monkeypatch.setattr(questions, "_card", lambda spec: made.append(real(spec)) or made[-1])
    return made


@pytest.fixture
def switched_off(tmp_path, monkeypatch):
    text = (course.HERE / "course.toml").read_text(encoding="utf-8")
    (tmp_path / "course.toml").write_text(text.replace("ladder = true", "ladder = false"))
    monkeypatch.setattr(course, "HERE", tmp_path)


def right_numbers(spec):
    """The numbers of collapse_linear's lines in their order, as a learner would find them."""
    lines = [line.strip() for line in spec["lines"]]
    order = ("W, b = Ws[0], bs[0]", "for next_W, next_b in zip(Ws[1:], bs[1:], strict=False):",
             "b = b @ next_W + next_b", "W = W @ next_W", "return W, b")  # fmt: skip
    return [lines.index(line) for line in order]


def test_in_a_terminal_the_lines_are_numbered_and_an_order_is_judged(store, capsys):
    puzzle("collapse_linear")
    shown = capsys.readouterr().out
    assert "Two of them are wrong" in shown or "One of them is wrong" in shown
    lines = re.findall(r"^ +(\d+)  (.*)$", shown, re.M)
    spec = {"lines": [text for _, text in lines]}
    assert [int(n) for n, _ in lines] == list(range(1, len(lines) + 1))
    puzzle("collapse_linear", [n + 1 for n in right_numbers(spec)])
    assert capsys.readouterr().out.startswith("Right: ")


@pytest.mark.parametrize("order", [[0, 1], [1, 1], [99], ["one"]])
def test_an_order_with_a_line_that_there_is_not_is_refused(order, store):
    with pytest.raises(ValueError, match="each of the numbers 1 to"):
        puzzle("collapse_linear", order)


def test_no_task_and_no_puzzle_are_said_to_be_so(store, capsys):
    with pytest.raises(ValueError, match="there is no task called 'collapse'; the tasks are"):
        puzzle("collapse")
    puzzle("output_delta")
    assert "one line long" in capsys.readouterr().out


def test_on_a_card_an_order_is_judged_when_it_is_asked_for_and_only_then(cards):
    puzzle("collapse_linear")
    [card] = cards
    order = right_numbers(card.spec["puzzle"])
    card.state = {"puzzle": {"order": order}}
    assert card.said == {}
    card.state = {"puzzle": {"order": order[:-1], "asked": 1}}
    assert not card.said["right"] and card.said["words"] == "One line that is needed is left out."
    card.state = {"puzzle": {"order": order, "asked": 1}}
    assert not card.said["right"]
    card.state = {"puzzle": {"order": order, "asked": 2}}
    assert card.said["right"] and card.said["asked"] == 2


def test_below_the_hints_stands_the_puzzle_where_there_is_one(cards):
    questions.hints("collapse_linear")
    questions.hints("output_delta")
    assert len(cards[0].spec["puzzle"]["lines"]) > 5 and "puzzle" not in cards[1].spec
    cards[0].state = {"open": 3, "puzzle": {"order": [], "asked": 1}}
    assert cards[0].said["words"] == "5 needed lines are left out."


def test_the_mistakes_that_a_learner_made_are_among_the_lines(cards, store):
    known = puzzle_of(checks.all_tasks()["collapse_linear"])
    used = {line.mistake.id for line in known.lines if line.mistake}
    store.record_check("collapse_linear", False, 0, 2, mistakes=["bias-first-only"])
    other = next(
        line.mistake.id
        for id in checks.all_tasks()["collapse_linear"].named()
        for line in puzzle_of(checks.all_tasks()["collapse_linear"], [id]).lines
        if line.mistake and line.mistake.id == id and id not in used
    )
    store.record_check("collapse_linear", False, 0, 2, mistakes=[other])
    made = puzzles.of_task("collapse_linear")
    assert other in {line.mistake.id for line in made.lines if line.mistake}


def test_after_two_checks_that_were_not_right_a_puzzle_is_offered(cards, store, monkeypatch):
    from mlp_lesson import progress

    monkeypatch.setattr(progress, "progress", store)
    monkeypatch.setattr(checks, "show", lambda report: None)
    wrong = lambda Ws, bs: (Ws[0], bs[0])  # noqa: E731
    check("collapse_linear", wrong)
    assert cards == [] and store.outcomes("collapse_linear") == [False]
    check("collapse_linear", wrong)
    assert cards[-1].spec["line"].endswith("Stuck?") and cards[-1].spec["puzzle"]["lines"]
    right = lambda Ws, bs: checks.all_tasks()["collapse_linear"].reference(Ws, bs)  # noqa: E731
    check("collapse_linear", right)
    assert store.outcomes("collapse_linear") == [True, False, False] and len(cards) == 1
    check("collapse_linear", wrong)
    assert len(cards) == 1


def test_an_instructor_switches_the_ladder_off_in_one_line(switched_off, cards, store, capsys):
    for _ in range(3):
        store.record_check("collapse_linear", False, 0, 2)
    puzzle("collapse_linear")
    questions.hints("collapse_linear")
    puzzles.offer("collapse_linear")
    assert cards == []
    assert capsys.readouterr().out == 2 * f"{questions.SWITCHED_OFF}\n"


def test_mistakes_and_failures_are_told_from_records_of_an_earlier_version_too(store):
    store.record_check("f", True, 1, 1)
    store.record_check("f", False, 0, 1, mistakes=["a", "b"])
    store.record_check("f", False, 0, 1, mistakes=["c", "a"])
    store.record_check("g", True, 1, 1, mistakes=["d"])
    assert store.mistakes("f") == ["c", "a", "b"] and store.outcomes("f") == [False, False, True]
    store._read(lambda db: db.execute("ALTER TABLE checks DROP COLUMN mistakes"))
    assert store.mistakes("f") == [] and not store._notes
