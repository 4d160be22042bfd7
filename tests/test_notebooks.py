"""The notebooks that learners open, as they lie in the repository (tools/build.py makes them)."""

import inspect
import json
import re
from pathlib import Path

import nbformat
import pytest

import lab
from frame import START
from mlp_lesson.checks import all_tasks, exercise_of
from notebook_rules import faults_when_executed

ROOT = Path(__file__).resolve().parent.parent
EXECUTED = sorted(ROOT.glob("notebooks/*.ipynb")) + sorted(ROOT.glob("solutions/*.ipynb"))
STUDENT = sorted(ROOT.glob("exercises/*.ipynb"))


def short(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", EXECUTED, ids=short)
def test_every_cell_has_run_without_error_and_every_picture_has_an_alt_text(path):
    """Counts, errors, stderr, alt texts, live handles, addresses, size: see notebook_rules."""
    nb = nbformat.read(path, as_version=4)
    assert list(faults_when_executed(nb, short(path))) == []


@pytest.mark.parametrize("path", EXECUTED, ids=short)
def test_every_picture_has_a_caption_printed_under_it(path):
    for cell in nbformat.read(path, as_version=4).cells:
        outputs = cell.get("outputs", [])
        for number, output in enumerate(outputs):
            if any(kind.startswith("image/") for kind in output.get("data", {})):
                assert [below.get("name") for below in outputs[number + 1 : number + 2]] == [
                    "stdout"], cell.source


@pytest.mark.parametrize("path", EXECUTED, ids=short)
def test_a_cell_whose_output_is_not_compared_says_why(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            assert re.search(r"# .*\b(tim|differ|vary|varies|compare)", cell.source), cell.source


def programs_of(path):
    """The tasks of an exercise whose program is handed out, to be repaired."""
    return [task for name, task in all_tasks().items()
            if exercise_of(name) == path.stem[:2] and task.handed_out]


@pytest.mark.parametrize("path", STUDENT, ids=short)
def test_no_line_of_an_answer_is_in_the_students_file(path):
    """Read as plain text, so that metadata and outputs are searched too."""
    worked = (ROOT / "authoring" / "exercises" / f"{path.stem}.py").read_text(encoding="utf-8")
    answers = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", worked, re.DOTALL)
    rest = re.sub(r"### BEGIN SOLUTION\n.*?### END SOLUTION", "", worked, flags=re.DOTALL) + START
    for task in programs_of(path):
        answers.append(inspect.getsource(task.reference))
        rest += "\n" + task.program()
    assert answers
    file = path.read_text(encoding="utf-8")
    for line in {line.strip() for answer in answers for line in answer.splitlines()}:
        if line and line not in map(str.strip, rest.splitlines()):
            as_json = json.dumps(line, ensure_ascii=False)[1:-1]
            assert not re.search(rf'(" *|\\n *){re.escape(as_json)}(\\n|")', file), line


@pytest.mark.parametrize("path", STUDENT, ids=short)
def test_an_exercise_has_a_stub_or_a_program_for_every_answer_and_no_output(path):
    nb = nbformat.read(path, as_version=4)
    solution = nbformat.read(ROOT / "solutions" / path.name, as_version=4)
    answers = sum(cell.source.count("### BEGIN SOLUTION") for cell in solution.cells)
    programs = [task.program().strip() for task in programs_of(path)]
    assert sum(cell.source.count("raise NotImplementedError") for cell in nb.cells) >= answers
    assert [cell.source for cell in nb.cells if cell.source in programs] == programs
    assert answers + len(programs) > 0
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in nb.cells)


def test_every_exercise_has_a_solution_and_the_reverse():
    assert {path.name for path in STUDENT} == {
        path.name for path in EXECUTED if path.parent.name == "solutions"}


def test_the_notebook_that_make_lab_opens_is_a_copy_of_a_lesson():
    assert (ROOT / lab.START.relative_to(lab.LEARN)).exists()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_command_that_a_page_names_exists(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))
    assert named and named <= targets
    for path in re.findall(r"`((?:tools|authoring|tests|benchmarks|\.ci)/[\w./-]*)`", text):
        assert re.search("NN|NAME", path) or (ROOT / path).exists(), path


def relative_links(text):
    """The targets of Markdown links and pictures that lead to files of the course."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return [target for target in targets if not re.match(r"[a-z]+:", target)]


TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *EXECUTED, *STUDENT]


@pytest.mark.parametrize("path", TEXTS, ids=short)
def test_every_link_leads_to_a_file_of_the_course(path):
    if path.suffix == ".md":
        texts = [path.read_text(encoding="utf-8")]
    else:
        cells = nbformat.read(path, as_version=4).cells
        texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    links = [link for text in texts for link in relative_links(text)]
    assert [link for link in links if not (path.parent / link).exists()] == []
