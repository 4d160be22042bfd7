"""Count what a lesson asks of its reader: a table of minutes, and where nothing is to be done.

    python tools/minutes.py            all lessons
    python tools/minutes.py 05         one lesson, with its longest runs of words

Prose is read at 110 words a minute, a visible line of code in 10 seconds; a prediction or a quiz
question takes 1 minute, a widget 3. Folded code does not count, nor do imports and sections with
the title "For the curious" or "Sources". A run is the words between two things to do: predictions,
quiz questions, widgets, checks, the questions of inventory(), which are optional and take no
minutes.

Writing is counted by itself: a blank that the learner fills takes 2 minutes and 1 a line of its
solution. By trial a task of an exercise takes 4.2 and 1.7 a line (least squares over exercises 01
to 12, when their prose has been read); in a lesson the equation stands right above: half of that.
"""

import argparse
import ast
import re
import sys
from pathlib import Path
from typing import NamedTuple

from authoring_text import ANSWER_STUB, read_authoring
from frame import frame
from mlp_lesson import course

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = ("For the curious", "Sources")
WORDS_A_MINUTE, LINES_A_MINUTE, MINUTES = 110, 6, {"predict": 1, "quiz": 1, "widget": 3}
A_BLANK, A_LINE_OF_IT = 2, 1  # minutes
LATEX = re.compile(r"\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)  # a formula is read as one word
LINK = re.compile(r"\]\([^)]*\)")


class Run(NamedTuple):
    """Words without something to do, and the heading under which they begin."""

    words: int
    heading: str


class Effort(NamedTuple):
    """What a lesson asks for; things is {"predict": n, "quiz": n, "widget": n}."""

    words: int
    lines: int
    things: dict
    runs: list
    blanks: list  # the lines of each solution

    @property
    def writing(self) -> int:
        """Minutes to fill the blanks."""
        return sum(A_BLANK + A_LINE_OF_IT * lines for lines in self.blanks)

    @property
    def minutes(self) -> float:
        """All the others."""
        doing = sum(MINUTES[kind] * n for kind, n in self.things.items())
        return self.words / WORDS_A_MINUTE + self.lines / LINES_A_MINUTE + doing


def effort(nb) -> Effort:
    """The Effort of a lesson's notebook; its outputs are not looked at."""
    words, lines, blanks = 0, 0, []
    things, runs = dict.fromkeys(MINUTES, 0), [Run(0, "")]
    skipped, heading, widgets = 0, "", set()
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            for level, title, n in sections(cell.source):
                heading = title or heading
                if level and (not skipped or level <= skipped):
                    skipped = level if title.startswith(SKIPPED) else 0
                if not skipped:
                    words += n
                    runs[-1] = Run(runs[-1].words + n, runs[-1].heading or heading)
            continue
        widgets |= widgets_of(cell.source)
        if skipped:
            continue
        blanks += lines_to_write(cell)
        lines += lines_to_read(cell)
        for name in calls(cell.source):
            kind = "widget" if name in widgets else name
            if kind in things or kind in ("check", "checked", "inventory"):
                things[kind] = things.get(kind, 0) + (kind in things)
                runs.append(Run(0, heading))
    return Effort(words, lines, {kind: things[kind] for kind in MINUTES}, runs, blanks)


def n_lines(text):
    return sum(bool(line.strip()) for line in text.splitlines())


def lines_to_write(cell):
    """[the lines of a cell's solution, where the learner's copy has a stub], or [] without one."""
    if "blank" not in cell.metadata:
        return []
    return [n_lines(cell.source) - n_lines(cell.metadata["blank"]) + n_lines(ANSWER_STUB)]


def lines_to_read(cell):
    """The visible lines of a cell, without its imports and what is to be written."""
    if cell.metadata.get("jupyter", {}).get("source_hidden"):
        return 0
    imports = [node for node in ast.walk(tree_of(cell.source))
               if isinstance(node, ast.Import | ast.ImportFrom)]
    not_read = sum(node.end_lineno - node.lineno + 1 for node in imports)
    return n_lines(cell.source) - not_read - sum(lines_to_write(cell))


def sections(text):
    """(level, title, words) of each piece of a Markdown cell; (0, "", n) before a heading."""
    level, title, n = 0, "", 0
    for line in LATEX.sub(" formula ", LINK.sub(" ", text)).splitlines():
        if match := re.match(r"(#+) +(.*)", line):
            yield level, title, n
            level, title, n = len(match[1]), match[2], 0
            continue
        n += sum(any(c.isalnum() for c in word) for word in line.split())
    yield level, title, n


def calls(code):
    """The names of the functions that a cell calls by name, in order."""
    nodes = [node for node in ast.walk(tree_of(code)) if isinstance(node, ast.Call)]
    nodes.sort(key=lambda node: (node.lineno, node.col_offset))
    return [node.func.id for node in nodes if isinstance(node.func, ast.Name)]


def widgets_of(code):
    """The names that a cell imports from modules of mlp_lesson.widgets, without the classes."""
    return {
        alias.name
        for node in ast.walk(tree_of(code))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mlp_lesson.widgets")
        for alias in node.names
        if alias.name == node.module.rpartition(".")[2]
    }


def tree_of(code):
    return ast.parse("\n".join("" if line[:1] in "%!" else line for line in code.splitlines()))


def effort_of(lesson) -> Effort:
    """The Effort of one of course.lessons()."""
    source = ROOT / "authoring" / "lessons" / f"{lesson.file}.py"
    return effort(frame(read_authoring(source, source.name), source, source.name))


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("numbers", nargs="*", metavar="NN", help="lessons, such as 05")
    numbers = parser.parse_args(argv).numbers
    print("lesson  stated  counted   words  lines  predict  quiz  widgets  longest runs of words")
    for lesson in course.lessons():
        if numbers and lesson.number not in numbers:
            continue
        e = effort_of(lesson)
        runs = sorted(e.runs, reverse=True)
        longest = " ".join(f"{run.words:>4}" for run in runs[:4])
        stated = f"{lesson.minutes} + {lesson.writing}"
        counted = f"{e.minutes:.0f} + {e.writing}"
        print(f"{lesson.number:<6} {stated:>7} {counted:>8} {e.words:>7} {e.lines:>6} "
              f"{e.things['predict']:>8} {e.things['quiz']:>5} {e.things['widget']:>8}  {longest}")
        if numbers:
            for run in runs[:8]:
                print(f"        {run.words:>5} words from {run.heading!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
