"""What every notebook has around its own text: the words in {{...}}, a first cell, a last one.

    {{title}}     01 One neuron, and how it learns
    {{time}}      of the lesson: "60 minutes, and 20 more for what you write"
    {{minutes}}   of the exercise
    {{points}}    of the exercise
    {{lesson}}    a link from an exercise to its lesson, or to each of its lessons
    {{map}}       the table of all lessons
    {{pages}}     a list of the notebooks that are no lessons

All of it comes from mlp_lesson/course.toml and from the tasks of the exercises.
"""

import re

import nbformat

from authoring_text import BuildError
from mlp_lesson import course

HIDDEN = {"jupyter": {"source_hidden": True}}

# It must run where mlp_lesson, or all of the course, is missing; what else may be missing is said
# by mlp_lesson/start.py.
START = '''\
# Is everything here that this notebook needs? And is a question due again today?
import sys
from pathlib import Path

for folder in [Path.cwd(), *Path.cwd().parents]:
    if (folder / "mlp_lesson" / "start.py").exists():  # the course that this notebook belongs to
        sys.path.insert(0, str(folder))
        break
try:
    from mlp_lesson.start import begin

    begin()
except Exception as problem:
    print(f"""This notebook cannot run yet: the files of its course are not here, or do not load.
    {type(problem).__name__}: {problem}
    Python: {sys.executable}    folder: {Path.cwd()}

On your own computer: download or clone the whole course, not this notebook alone, and open the
notebook from there: in a terminal in the course's folder, type  make lab  (README.md tells how
to do it without make).

In Colab: put these two lines into a new cell and run it. The address of the course is that of
the page from which you have this notebook, without its end from /blob on.
    !git clone ADDRESS course
    %pip install ./course
Then choose Runtime > Restart session, and start again with this cell.""")'''

CLOSE = ("When you are done here, choose *File*, *Close and Shut Down Notebook*: it gives back the "
         "memory that this notebook holds. Your work stays in the file.")


def frame(nb, source, file):
    """nb with its words filled in, the first cell after its head, and where to go next at its end.

    source is the path of the authoring text; BuildError names file if course.toml lacks it.
    """
    words, end = (words_of_page if source.parent.name == "pages" else words_of)(source, file)
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            cell.source = fill_in(cell.source, words, file)
    if not nb.cells or not nb.cells[0].source.startswith("# "):
        raise BuildError(f"{file}: it must begin with a Markdown cell and its title, # # ...")
    start = nbformat.v4.new_code_cell(START, id="start", metadata=HIDDEN)
    end = nbformat.v4.new_markdown_cell(end, id="where-next")
    nb.cells = [nb.cells[0], start, *nb.cells[1:], end]
    return nb


def words_of(source, file):
    """({name: words} to fill in, the last cell) of a lesson or an exercise."""
    lesson = entry = lesson_of(source, file)
    if source.parent.name == "exercises":
        entry = lesson.exercise
    words = {"title": lesson.name, "points": lesson.points,
             "time": lesson.time, "minutes": lesson.exercise and lesson.exercise.minutes,
             "lesson": links_to_lessons(lesson), "map": lesson_table("", "../exercises/"),
             "pages": page_list()}
    return words, where_next(lesson, entry)


def words_of_page(source, file):
    """The same of a page: its title, and how to shut the kernel down."""
    for page in course.pages():
        if page.file == source.stem:
            return {"title": page.title}, CLOSE
    raise BuildError(f"{file}: mlp_lesson/course.toml does not list it")


def page_list():
    """The pages as a Markdown list."""
    return "\n".join(f"- [{page.title}]({page.file}.ipynb): {page.question}"
                     for page in course.pages())


def lesson_of(source, file):
    """The Lesson to which an authoring text belongs."""
    for lesson in course.lessons():
        entry = lesson if source.parent.name == "lessons" else lesson.exercise
        if entry and entry.file == source.stem:
            return lesson
    raise BuildError(f"{file}: mlp_lesson/course.toml does not list it")


def links_to_lessons(lesson):
    """From the exercise of a lesson to all lessons that it belongs to; "" if it has none."""
    belongs_to = course.lessons_of(lesson.exercise.number) if lesson.exercise else []
    return " and ".join(f"[{one.name}](../notebooks/{one.file}.ipynb)" for one in belongs_to)


def fill_in(text, words, file):
    def word(match):
        if match[1] not in words:
            raise BuildError(f"{file}: {match[0]} is none of {sorted(words)}")
        return str(words[match[1]])

    return re.sub(r"\{\{([a-z]+)\}\}", word, text)


def where_next(lesson, entry):
    """The last cell: the lesson's exercise, the next lesson or the last page, how to shut down."""
    here, lines = entry is lesson, []
    if here and lesson.exercise:
        link = f"[Exercise {lesson.exercise.number}](../exercises/{lesson.exercise.file}.ipynb)"
        lines.append(f"- {link}: {lesson.points} points, about {lesson.exercise.minutes} minutes.")
    if after := next((one for one in course.lessons() if one.number > lesson.number), None):
        link = f"[{after.name}]({'' if here else '../notebooks/'}{after.file}.ipynb)"
        lines.append(f"- Lesson {link}: {after.question}")
    else:
        page = next(one for one in course.pages() if one.file == "inventory")
        link = f"[{page.title}]({'' if here else '../notebooks/'}{page.file}.ipynb)"
        lines.append(f"- {link} Twenty questions, and what you have gained since lesson 00.")
    return "\n".join(["## Where next", "", *lines, "", CLOSE])


def lesson_table(to_lessons, to_exercises):
    """The lessons as a Markdown table; the arguments are the paths of the two folders."""
    lines = ["| part | lesson | the question it answers | minutes + writing | exercise |",
             "|---|---|---|---|---|"]
    before = ""
    for lesson in course.lessons():
        part = "" if lesson.part == before else lesson.part
        before = lesson.part
        exercise = lesson.exercise
        minutes = f"{lesson.minutes}+{lesson.writing}" if lesson.writing else lesson.minutes
        link = f"[{exercise.number}]({to_exercises}{exercise.file}.ipynb)" if exercise else ""
        lines.append(f"| {part} | [{lesson.name}]({to_lessons}{lesson.file}.ipynb) "
                     f"| {lesson.question} | {minutes} | {link} |")
    return "\n".join(lines)
