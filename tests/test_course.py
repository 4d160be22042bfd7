"""What the course consists of: lessons, exercises and questions, and that all texts agree on it."""

import ast
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

import minutes
from authoring_text import read_authoring
from mlp_lesson import course
from mlp_lesson.checks import all_tasks, exercise_of

ROOT = Path(__file__).resolve().parent.parent
LESSONS = {lesson.number: lesson for lesson in course.lessons()}
TEXTS = sorted(ROOT.glob("authoring/*/*.py"))
GOOD = """\
[03-why]
question = "Why?"
right = "b"
recalls = "02"
[03-why.options]
"a" = "no"
"b" = "yes"
"""


def text_of(kind, entry):
    return (ROOT / "authoring" / kind / f"{entry.file}.py").read_text(encoding="utf-8")


# ---- lessons ----


def test_the_course_lists_the_texts_that_there_are_in_their_order():
    listed = [lesson.file for lesson in LESSONS.values()]
    exercises = [lesson.exercise.file for lesson in LESSONS.values() if lesson.exercise]
    pages = [page.file for page in course.pages()]
    for kind, files in [("lessons", listed), ("exercises", exercises), ("pages", pages)]:
        assert files == [text.stem for text in TEXTS if text.parent.name == kind]


def test_an_exercise_has_the_number_of_its_lesson_and_its_points_are_those_of_its_checks():
    for lesson in LESSONS.values():
        if not lesson.exercise:
            assert lesson.points == 0
            continue
        number = lesson.exercise.number
        assert lesson == course.lessons_of(number)[-1]
        text = text_of("exercises", lesson.exercise)
        checked = set(re.findall(r"""^check\(\s*["'](\w+)["']""", text, re.MULTILINE))
        tasks = all_tasks()
        assert checked == {name for name in tasks if exercise_of(name) == number}
        assert lesson.points == sum(tasks[name].points for name in checked)


@pytest.mark.parametrize("name", all_tasks())
def test_a_task_names_the_part_of_its_lesson_that_teaches_it(name):
    """By the first words of its heading; the grader's class page sends the teacher there."""
    treating = course.lessons_of(all_tasks()[name].lesson or exercise_of(name))
    text = "\n".join(text_of("lessons", lesson) for lesson in treating)
    parts = re.findall(r"^# ## (?:\d+\. )?(.+)", text, re.MULTILINE)
    said = all_tasks()[name].taught_in
    found = [part for part in parts if said and part.startswith(said)]
    assert len(found) == 1, f"{name}: taught_in={said!r}; the parts of its lessons are: {parts}"


@pytest.mark.parametrize("number", LESSONS)
def test_no_lesson_prints_a_function_that_its_exercise_asks_for(number):
    source = ROOT / "authoring" / "lessons" / f"{LESSONS[number].file}.py"
    printed = {
        node.name
        for cell in read_authoring(source, source.name).cells
        if cell.cell_type == "code" and "blank" not in cell.metadata
        for node in ast.walk(minutes.tree_of(cell.source))
        if isinstance(node, ast.FunctionDef)
    }
    assert not printed & {name for name in all_tasks() if exercise_of(name) == number[:2]}


@cache
def counted(number):
    return minutes.effort_of(LESSONS[number])


@pytest.mark.parametrize("number", LESSONS)
def test_the_minutes_of_a_lesson_are_those_that_its_text_takes(number):
    lesson, found = LESSONS[number], counted(number)
    assert abs(found.minutes - lesson.minutes) <= 5, "python tools/minutes.py says how many"
    assert abs(found.writing - lesson.writing) <= 5, "python tools/minutes.py says how many"


@pytest.mark.parametrize("number", LESSONS)
def test_no_lesson_takes_more_than_an_hour_beside_what_is_written(number):
    assert round(counted(number).minutes) <= 60


def test_the_heads_leave_title_and_minutes_to_the_course():
    for text in TEXTS:
        head = text.read_text(encoding="utf-8").partition("\n# %%")[0]
        word = {"lessons": "{{time}}", "exercises": "{{minutes}} minutes"}.get(text.parent.name, "")
        assert word in head and not re.search(r"\d+ minutes", head), text
        assert "{{title}}" in head or text.parent.name == "exercises", text


@pytest.mark.parametrize("path", [*TEXTS, *sorted(ROOT.glob("mlp_lesson/quizzes/*.toml"))],
                         ids=lambda path: path.name)
def test_no_text_sends_readers_to_a_lesson_that_does_not_exist(path):
    for words in re.findall(r"[Ll]essons? ((?:\d\d[a-z]?\b(?:, | and | to )?)+)",
                            path.read_text(encoding="utf-8")):
        assert set(re.findall(r"\d\d[a-z]?", words)) <= set(LESSONS), words


# ---- questions ----


def test_every_question_is_asked_once_in_its_lesson_in_the_order_of_its_file():
    asked = [
        id
        for lesson in LESSONS.values()
        for id in re.findall(r'^quiz\("(.*?)"\)$', text_of("lessons", lesson), re.MULTILINE)
    ]
    assert asked == list(course.questions()) and len(asked) == len(set(asked)) > 40


def test_no_two_questions_have_the_same_words():
    texts = [asked.question for asked in course.questions().values()]
    assert len(texts) == len(set(texts))  # old records are known by them


@pytest.mark.parametrize("path", [ROOT / "notebooks" / f"{lesson.file}.ipynb"
                                  for lesson in LESSONS.values()], ids=lambda p: p.name)
def test_the_stored_notebook_shows_each_question_with_its_folded_reasons(path):
    stills = "".join(
        output.get("data", {}).get("text/html", "").replace("<code>", "`").replace("</code>", "`")
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
    )
    number = path.name.partition("_")[0]
    asked = [one for one in course.questions().values() if one.id.partition("-")[0] == number]
    assert asked
    for one in asked:
        for words in (one.question, *one.options, *one.options.values()):
            escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            assert re.sub(r"\*(\w[^*]*)\*", r"<em>\1</em>", escaped) in stills, words


def test_a_question_keeps_the_order_of_its_options(tmp_path, monkeypatch):
    path = put(tmp_path, monkeypatch, GOOD)
    assert list(course.question("03-why").options) == ["a", "b"], path
    assert course.question("03-why").recalls == "02"


@pytest.mark.parametrize(("old", "new", "message"), [
    ("03-why", "why", "03-two-or-three-words"),
    ("03-why", "03-Why", "03-two-or-three-words"),
    ('right = "b"\n', "", "it needs question, right"),
    ("recalls", "retrieval", "it needs question, right"),
    ('right = "b"', 'right = "c"', "right = 'c' is none of its options"),
    ('"yes"', '""', "each with a reason"),
    ('"a" = "no"\n', "", "two options or more"),
    ('"02"', '"03"', "recalls = '03' is no earlier lesson"),
    ("[03-why]", "[03-why", "03.toml: "),
])  # fmt: skip
def test_a_faulty_question_is_named_with_what_to_mend(tmp_path, monkeypatch, old, new, message):
    assert old in GOOD
    put(tmp_path, monkeypatch, GOOD.replace(old, new))
    with pytest.raises(ValueError, match="03.toml") as error:
        course.questions()
    assert message in str(error.value)


def put(folder, monkeypatch, text):
    """Let the course's questions be those of one file quizzes/03.toml with this text."""
    (folder / "quizzes").mkdir()
    path = folder / "quizzes" / "03.toml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(course, "HERE", folder)
    monkeypatch.setattr(course, "questions", course.questions.__wrapped__)
    return path


# ---- minutes ----


def lesson(*cells):
    made = [nbformat.v4.new_code_cell(text) if kind == "code" else
            nbformat.v4.new_markdown_cell(text) for kind, text in cells]
    return nbformat.v4.new_notebook(cells=made)


def test_words_lines_and_things_to_do_are_counted_as_the_rule_says():
    nb = lesson(
        ("text", "# One two\n\n" + "word " * 109 + "[link](a/long/address.ipynb) - $x + y = z$"),
        ("code", "from mlp_lesson.widgets.outlier import State, outlier\n\nState(1)\n"),
        ("code", 'guess = predict("?", options=[1, 2])'),
        ("code", 'quiz("01-a")\nquiz("01-b")'),
        ("code", "outlier()"),
    )
    nb.cells[3].metadata["jupyter"] = {"source_hidden": True}
    found = minutes.effort(nb)
    assert found.words == 111 and found.lines == 1 + 1 + 1  # a formula is one word, a title none
    assert found.things == {"predict": 1, "quiz": 2, "widget": 1}
    assert found.minutes == pytest.approx(111 / 110 + 3 / 6 + 1 + 2 + 3)
    assert [run.words for run in found.runs] == [111, 0, 0, 0, 0]


def test_a_blank_counts_as_writing_and_not_as_reading():
    whole = "def f(x):\n    y = x + 1\n    return y"
    nb = lesson(("code", whole), ("text", "# For the curious"), ("code", whole))
    for cell in nb.cells[::2]:
        cell.metadata["blank"] = "def f(x):\n    # your code here\n    raise NotImplementedError"
    found = minutes.effort(nb)
    assert found.writing == 2 + 2 * 1  # one function, two lines; none for the curious
    assert found.lines == 1


def test_what_is_for_the_curious_does_not_count_up_to_the_next_heading_of_its_rank():
    nb = lesson(
        ("text", "## 1\none two\n### For the curious: a proof\nnot this"),
        ("code", "nor_this = 1"),
        ("text", "#### nor here\nno"),
        ("text", "### again\nthree"),
    )
    assert (minutes.effort(nb).words, minutes.effort(nb).lines) == (3, 0)


def test_a_run_of_words_ends_where_something_is_to_be_done():
    nb = lesson(("text", "## A\none two three"), ("code", "check('f', f)"), ("text", "four"),
                ("code", "f = checked('f', f)"), ("text", "five six"))
    assert [run.words for run in minutes.effort(nb).runs] == [3, 1, 2]
