"""The twenty questions on the ideas of the course: their form, their place, and what is gained."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from mlp_lesson import course, ideas, inventory
from mlp_lesson.ideas import SIDES, UNKNOWN, Gained, gained, left, missing

ROOT = Path(__file__).resolve().parent.parent
IDEAS = ideas.ideas()
LESSONS = {lesson.number: lesson for lesson in course.lessons()}
GOOD = """\
[bias]
name = "the bias"
lesson = "01"
part = "2. The picture: a line"
question = "What does it do?"
right = "b"
[bias.options]
"a" = "no"
"b" = "yes"
"c" = "neither"
"""


# ---- the questions ----


def test_there_are_twenty_ideas_each_with_four_options_and_a_place_where_a_wrong_one_was_seen():
    assert len(IDEAS) == 20
    assert {len(idea.options) for idea in IDEAS.values()} == {4}
    assert all(re.search(r"\d{4}|Stack", idea.seen) for idea in IDEAS.values())
    names = [idea.name for idea in IDEAS.values()]
    assert len(set(names)) == len({idea.question for idea in IDEAS.values()}) == 20


@pytest.mark.parametrize("id", IDEAS)
def test_the_part_that_treats_an_idea_is_a_heading_of_its_lesson(id):
    idea = IDEAS[id]
    text = ROOT / "authoring" / "lessons" / f"{LESSONS[idea.lesson].file}.py"
    headings = re.findall(r"^# ##+ (.+)$", text.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings.count(idea.part) == 1, f"the headings of lesson {idea.lesson}: {headings}"


def test_each_side_has_an_order_of_its_own_that_never_changes_and_ends_in_not_knowing():
    for idea in IDEAS.values():
        before, after = (ideas.options(idea, side) for side in SIDES)
        assert before != after and before == ideas.options(idea, "before")
        assert before[-1] == after[-1] == UNKNOWN
        assert sorted(before[:-1]) == sorted(after[:-1]) == sorted(idea.options)


def test_neither_the_place_nor_the_length_of_an_option_gives_the_answer_away():
    """Each of four options would be right 5 times in 20 if neither had anything to do with it."""
    for side in SIDES:
        places = Counter(ideas.options(idea, side).index(idea.right) for idea in IDEAS.values())
        assert len(places) == 4 and max(places.values()) <= 8, (side, places)
    for extreme in (min, max):
        found = [extreme(idea.options, key=len) == idea.right for idea in IDEAS.values()]
        assert sum(found) <= 7, extreme


def test_they_are_read_in_the_minutes_that_the_card_names():
    words = sum(
        len(text.split())
        for idea in IDEAS.values()
        for text in (idea.question, *idea.options, UNKNOWN)
    )
    assert "about ten minutes" in inventory.LINE and 9 <= words / 110 <= 11.5  # tools/minutes.py


def test_their_texts_are_plain_since_the_reasons_are_shown_as_they_are():
    for idea in IDEAS.values():
        for text in (idea.name, idea.question, *idea.options, *idea.options.values(), idea.seen):
            assert not re.search(r"[`*<>\n]|  ", text) and text == text.strip(), text


def test_the_numbers_in_the_questions_and_reasons_are_right():
    assert round(1 - 0.9999**2, 4) == 0.0002  # the slope of tanh where tanh is 0.9999
    assert round(3 * 100 + 2 * 100 * 100 + 2 * 100 + 1, -4) == 20_000  # weights and biases
    assert (5 * 60_000 // 100, 60_000 // 100) == (3_000, 600)
    labels = np.repeat([0, 1], [98, 2])
    assert np.mean(labels == 0) == 0.98  # says "fine" of every part


@pytest.mark.parametrize(("old", "new", "message"), [
    ("bias", "Bias", "one-or-two-words"),
    ('right = "b"', 'right = "d"', "right = 'd' is none of its options"),
    ('"yes"', '""', "each with a reason"),
    ('"a" = "no"\n', "", "three options or more"),
    ('lesson = "01"\n', "", "it needs what Idea in ideas.py has"),
    ("part", "where", "it needs what Idea in ideas.py has"),
    ("[bias]", "[bias", "inventory.toml: "),
])  # fmt: skip
def test_a_faulty_question_is_named_with_what_to_mend(tmp_path, monkeypatch, old, new, message):
    assert old in GOOD
    (tmp_path / "inventory.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(course, "HERE", tmp_path)
    with pytest.raises(ValueError, match="inventory.toml") as error:
        ideas.ideas.__wrapped__()
    assert message in str(error.value)


# ---- what was gained ----


def record(before, after):
    """{side: answers} from texts such as "+-?": right, wrong, not asked, in the order of ideas."""

    def answers(marks):
        asked = zip(IDEAS, marks, strict=False)
        return {id: ("x", mark == "+") for id, mark in asked if mark != "?"}

    return {"before": answers(before), "after": answers(after)}


@pytest.mark.parametrize(("before", "after", "found", "share"), [
    ("+" * 8 + "-" * 12, "+" * 17 + "-" * 3, (8, 17, 20), 0.75),  # 9 of the 12 that were missing
    ("-" * 20, "+" * 20, (0, 20, 20), 1),
    ("-" * 20, "-" * 20, (0, 0, 20), 0),
    ("+" * 20, "+" * 19 + "-", (20, 19, 20), None),  # nothing was to gain
    ("++--", "+---", (2, 1, 4), -0.5),
    ("+-??", "+++-", (1, 2, 2), 1),  # only those that were asked both times
    ("", "+++", (0, 0, 0), None),
])  # fmt: skip
def test_the_gain_is_the_share_of_what_could_be_gained(before, after, found, share):
    both = gained(record(before, after))
    assert both == Gained(*found) and both.share == share


def test_what_misses_is_what_was_not_right_the_second_time():
    first, second, third, *others = IDEAS
    assert [idea.id for idea in missing(record("-+", "+--"))] == [second, third]
    assert [idea.id for idea in left(record("", "+?-"), "after")] == [second, *others]


def test_an_answer_to_a_question_that_the_course_no_longer_has_counts_nowhere():
    answers = record("+", "+")
    for side in SIDES:
        answers[side]["no-longer-asked"] = ("x", False)
    assert gained(answers) == Gained(1, 1, 1) and missing(answers) == []
