"""inventory() and what progress() tells of it: which questions, on which side, what is stored."""

import json
import re
import sqlite3
from datetime import UTC, datetime, timedelta

import nbformat
import pytest
from nbclient import NotebookClient

import build
from mlp_lesson import course, inventory, questions
from mlp_lesson.ideas import UNKNOWN, ideas, options
from mlp_lesson.overview import as_html, as_text
from mlp_lesson.progress import TABLES, VERSION, Progress

IDEAS = list(ideas().values())
LAST = course.lessons()[-1]
MET = next(id for id in course.questions() if id.startswith(f"{LAST.number}-"))


@pytest.fixture
def store(tmp_path, monkeypatch):
    now = [datetime(2030, 3, 1, 20, tzinfo=UTC)]
    store = Progress(tmp_path / "home", lambda: now[0])
    store.forward = lambda days: now.__setitem__(0, now[0] + timedelta(days=days))
    monkeypatch.setattr(inventory, "progress", store)
    return store


@pytest.fixture
def cards(monkeypatch, store):
    """The cards that are shown, without a browser."""
    shown, real = [], questions._card
    monkeypatch.setattr(questions, "in_notebook", lambda: True)
    monkeypatch.setattr(questions, "_display", lambda bundle: None)
    monkeypatch.setattr(questions, "_card", lambda spec: shown.append(real(spec)) or shown[-1])
    return shown


def answer(card, numbers, right=True):
    """What the browser sends: the answers to these questions of the card, one after the other."""
    state = {"begun": True}
    for number in numbers:
        asked = card.spec["quizzes"][number]
        idea = next(one for one in IDEAS if one.question == asked["question"])
        wrong = next(option for option in asked["options"] if option != idea.right)
        state = {**state, f"{number}": idea.right if right else wrong}
        card.state = state


def fill(store, before, after):
    """Answer all questions; so many of them right, in the order of the course."""
    for side, n in (("before", before), ("after", after)):
        for place, idea in enumerate(IDEAS if n is not None else []):
            store.record_idea(side, idea.id, idea.right if place < n else UNKNOWN, place < n)


# ---- which are asked ----


def test_before_the_course_all_twenty_are_asked_and_nothing_says_which_option_is_right(cards):
    inventory.inventory()
    spec = cards[-1].spec
    assert [asked["question"] for asked in spec["quizzes"]] == [one.question for one in IDEAS]
    assert [asked["options"] for asked in spec["quizzes"]] == [
        options(one, "before") for one in IDEAS
    ]
    assert {key for asked in spec["quizzes"] for key in asked} == {"question", "options"}


def test_what_was_answered_is_kept_and_the_rest_is_asked_on_another_day(cards, store):
    inventory.inventory()
    answer(cards[-1], [0, 1, 2], right=False)
    store.forward(days=1)
    inventory.inventory()
    assert cards[-1].spec["answered"] == 3
    assert cards[-1].spec["quizzes"][0]["question"] == IDEAS[3].question
    answer(cards[-1], range(17))
    kept = store.ideas()
    assert list(kept) == ["before"] and len(kept["before"]) == 20
    assert [right for _, right in kept["before"].values()] == [False] * 3 + [True] * 17


def test_each_question_is_stored_once_and_the_first_answer_counts(cards, store):
    inventory.inventory()
    inventory.inventory()  # as in two notebooks that are open at once
    first, second = cards
    answer(first, [0, 1], right=False)
    answer(second, [0])
    rows = store._rows("SELECT idea FROM ideas")
    assert rows == [(IDEAS[0].id,), (IDEAS[1].id,), (IDEAS[0].id,)]
    assert store.ideas()["before"][IDEAS[0].id][1] is False


def test_once_a_question_of_the_last_lesson_is_answered_all_are_asked_again_in_other_orders(
    cards, store
):
    inventory.inventory()
    answer(cards[-1], range(5))
    store.record_answer("02-shape-of-w", "(5, 3)", True)
    inventory.inventory()
    assert len(cards[-1].spec["quizzes"]) == 15
    store.record_answer(MET, "x", False)
    inventory.inventory()
    assert cards[-1].spec["quizzes"][0]["options"] == options(IDEAS[0], "after")
    answer(cards[-1], range(20), right=False)
    assert {side: len(answers) for side, answers in store.ideas().items()} == {
        "before": 5, "after": 20,
    }  # fmt: skip


def test_when_all_are_answered_it_says_when_they_come_again_and_what_then(cards, store, capsys):
    fill(store, 4, None)
    inventory.inventory()
    assert cards == [] and f"once more after lesson {LAST.number}" in capsys.readouterr().out
    store.record_answer(MET, "x", False)
    fill(store, 4, 5)
    inventory.inventory()
    assert cards == [] and "progress() shows what you have gained" in capsys.readouterr().out


def test_the_answers_are_no_quiz_answers_they_come_due_never_and_count_for_no_lesson(store):
    fill(store, 5, 9)
    store.forward(days=30)
    assert (store.due(), store.schedule()) == ([], {})
    assert all(row.answers == (0, 0) for row in store.summary().rows)
    assert not {one.question for one in IDEAS} & {q.question for q in course.questions().values()}


def test_in_a_terminal_it_is_one_line(store, capsys):
    inventory.inventory()
    assert capsys.readouterr().out.startswith("20 questions on the ideas of the course, about ten")


def test_an_unattended_run_waits_for_nothing_stores_nothing_and_shows_the_same_whatever_is_stored(
    tmp_path, monkeypatch
):
    def run(home):
        monkeypatch.setenv("MLP_LESSON_HOME", str(home))
        source = "from mlp_lesson.inventory import inventory\ninventory()"
        done = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        NotebookClient(done, kernel_name="python3", timeout=60).execute()
        build.tidy_outputs(done)
        return done.cells[0].outputs

    empty = run(tmp_path / "empty")
    assert not (tmp_path / "empty").exists()
    Progress(tmp_path / "used").record_idea("before", IDEAS[0].id, "x", False)
    assert run(tmp_path / "used") == empty and len(empty) == 1
    assert "To answer here: run the cells above" in empty[0].data["text/html"]
    assert not any(one.question in empty[0].data["text/html"] for one in IDEAS)


# ---- what progress() tells ----


def test_until_all_are_answered_after_the_course_nothing_tells_what_is_right(store):
    page = as_html(store.summary())
    assert "Ideas" not in page and "Ideas" not in as_text(store.summary())
    fill(store, 12, None)
    said = "Ideas of the course: 20 of 20 questions answered, before it."
    assert said in as_text(store.summary())
    for idea in IDEAS[:19]:
        store.record_idea("after", idea.id, UNKNOWN, False)
    page = as_html(store.summary())
    assert "Ideas of the course: 19 of 20 questions answered, after it." in page
    assert "details" not in page and IDEAS[0].name not in page + as_text(store.summary())


@pytest.mark.parametrize(("before", "after", "said"), [
    (8, 17, "Of the 20 asked both times 8 were right before, 17 are now: 75% of what there was to"),
    (20, 19, "20 were right before, 19 are now: there was nothing to gain."),
    (9, 7, "9 were right before, 7 are now: 2 fewer."),
    (None, 17, "Ideas of the course: 17 of 20 right after it."),
])  # fmt: skip
def test_then_the_gain_is_told_and_each_idea_that_is_still_to_be_learnt(store, before, after, said):
    fill(store, before, after)
    text = as_text(store.summary())
    assert said in text and said in as_html(store.summary())
    assert ("asked both times" in text) == (before is not None)
    for place, idea in enumerate(IDEAS):
        assert (f"{idea.name}: lesson {idea.lesson}, {idea.part}" in text) == (place >= after)


def test_who_has_all_right_is_sent_nowhere(store):
    fill(store, 3, 20)
    assert "100% of what there was to gain" in as_text(store.summary())
    assert "still to be learnt" not in as_text(store.summary()) + as_html(store.summary())


def test_every_question_is_there_to_be_opened_with_choices_reasons_and_where_it_was_seen(store):
    fill(store, 1, 2)
    page = as_html(store.summary())
    assert page.count("<details") == 21
    folded = page.split("<details")[2:]
    assert [("✓" in one, "✗" in one) for one in folded[:3]] == [(True, False)] * 2 + [(False, True)]
    assert f"You chose before the course: {UNKNOWN}; after the course: " in folded[1]
    for part, idea in zip(folded, IDEAS, strict=True):
        words = re.sub(r"<[^>]+>", "", part).replace("&#x27;", "'").replace("&quot;", '"')
        for text in (idea.name, idea.question, *idea.options, *idea.options.values(), idea.seen):
            assert text in words
        assert part.count("(right)") == 1 and f"{idea.right} (right)." in words


def test_an_idea_leads_to_the_part_of_the_lesson_where_that_notebook_is(
    store, monkeypatch, tmp_path
):
    fill(store, 0, 0)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "02_xor_and_hidden_layers.ipynb").touch()
    monkeypatch.chdir(tmp_path / "notebooks")
    links = re.findall(r'href="([^"]*#[^"]*)">(.*?)<', as_html(store.summary()))
    part = ideas()["no-bend"].part
    address = f"../notebooks/02_xor_and_hidden_layers.ipynb#{part.replace(' ', '-')}"
    assert set(links) == {(address, f"lesson 02, {part}")}


# ---- the file ----


def test_they_are_exported_forgotten_by_a_reset_and_brought_back(store, tmp_path):
    fill(store, 3, None)
    exported = json.loads(store.export(tmp_path / "out.json").read_text("utf-8"))["ideas"]
    assert len(exported) == 20 and exported[0]["side"] == "before"
    assert exported[0]["answer"] == IDEAS[0].right
    store.reset(confirm=True)
    assert store.ideas() == {}
    assert store.restore() and len(store.ideas()["before"]) == 20


def file_of_version_2(store):
    """A progress file as it was before there were ideas in it."""
    store.path.parent.mkdir()
    old = sqlite3.connect(store.path, isolation_level=None)
    for table, columns in TABLES.items():
        if table != "ideas":
            old.execute(f"CREATE TABLE {table} ({columns})")
    old.execute("INSERT INTO checks VALUES ('2030-03-01T20:00:00+00:00', '05', 'a', 1, 1, 3, '')")
    old.execute("PRAGMA user_version = 2")
    return old


def test_an_older_file_without_them_is_read_exported_and_goes_on(store, tmp_path, capsys):
    file_of_version_2(store)
    assert store.ideas() == {} and store.passed() == ["a"]
    exported = json.loads(store.export(tmp_path / "out.json").read_text("utf-8"))
    assert exported["ideas"] == [] and len(exported["checks"]) == 1
    assert store.record_idea("before", "bias", "x", True)
    assert store.ideas() == {"before": {"bias": ("x", True)}} and store.passed() == ["a"]
    assert capsys.readouterr().out == ""


def test_an_older_file_can_be_reset_and_restored(store):
    file_of_version_2(store)
    backup = store.reset(confirm=True)
    assert backup and store.passed() == []
    [version] = sqlite3.connect(backup).execute("PRAGMA user_version").fetchone()
    assert version == VERSION  # so that the backup itself can be put in the place of the file
    assert store.restore() and store.passed() == ["a"]


def test_an_older_backup_is_restored(store):
    file_of_version_2(store).close()
    store.path.rename(store.path.with_name("progress-backup-1.sqlite"))
    store.record_idea("before", "bias", "x", True)
    assert store.restore() and store.passed() == ["a"]
    assert store.ideas() == {"before": {"bias": ("x", True)}}
