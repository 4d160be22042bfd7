"""What a learner reads is spelled in one way, the British one, with -ise: grey, colour, centre."""

import ast
import re
from pathlib import Path

import pytest

from authoring_text import read_authoring
from mlp_lesson.checks import all_tasks

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [*ROOT.glob("authoring/*/*.py"), *ROOT.glob("mlp_lesson/**/*.toml"),
         *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "mlp_lesson/grading/GUIDE.md"))]
AMERICAN = re.compile(
    r"\b(?:gray|color\w*|centers?|centered|neighbor\w*|behavior\w*|favor\w*|label(?:ed|ing)"
    r"|(?!(?:re|\w+_)?siz|prize|seize)\w+iz(?:e[sdr]?|ers|ing|ations?))\b", re.IGNORECASE,
)  # fmt: skip
NO_PROSE = re.compile(  # code, ids, formulas, and the titles of other people's papers
    r"```.*?```|`[^`]*`|\$[^$]*\$|^\[[^\]\n]*\]$|^## Sources.*|\*\*Sources\*\*.*",
    re.DOTALL | re.MULTILINE,
)


def american(text):
    return AMERICAN.findall(NO_PROSE.sub(" ", text))


def prose_of(path):
    """The texts of a file that a learner reads."""
    if path.suffix != ".py":
        return [path.read_text(encoding="utf-8")]
    cells = read_authoring(path, path.name).cells
    texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    for cell in cells:
        if cell.cell_type == "code":
            texts += sentences(cell.source)
    return texts


def sentences(code):
    """The strings in code that hold more than a word, but for the places that Matplotlib knows."""
    tree = ast.parse(code)
    places = {id(k.value) for k in ast.walk(tree) if isinstance(k, ast.keyword) and k.arg == "loc"}
    return [node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and " " in node.value and id(node) not in places]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_text_is_spelled_as_the_course_spells(path):
    assert [word for text in prose_of(path) for word in american(text)] == []


def test_hints_are_spelled_as_the_course_spells():
    found = {name: american("\n".join([*task.hints, *task.named().values()]))
             for name, task in all_tasks().items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_words_that_are_spelled_otherwise_are_found_and_code_is_left_alone():
    said = "A gray line, the colors of neighbors, centered and initialized: its size is a prize."
    assert american(said) == ["gray", "colors", "neighbors", "centered", "initialized"]
    assert american("`color`, $center$, the colour\n## Sources\nOn optimization") == []
