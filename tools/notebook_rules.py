"""What must hold of a notebook: each function yields what is wrong, with the file and the cell."""

import re
from itertools import zip_longest

import nbformat

MAX_BYTES = 1_500_000
PAGE = 100  # characters in a line: what JupyterLab shows at 1300 pixels beside its file browser
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
CHECK = re.compile(r"""^(?:\w+ = )?check(?:ed)?\(\s*["'](\w+)["']""", re.MULTILINE)
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def text_of(nb):
    """A notebook as it stands in its file: sorted keys, one line feed at the end."""
    return nbformat.writes(nb) + "\n"


def place(file, number, cell):
    """'authoring/lessons/01_x.py, cell 3 (`y = f(x)`)'; cells count from 1, markdown included."""
    first_line = cell.source.strip().partition("\n")[0][:60]
    return f"{file}, cell {number} (`{first_line}`)"


def faults_when_executed(nb, file):
    """Yield what is wrong with an executed notebook: counts, widths, outputs, size."""
    for number, cell in enumerate(nb.cells, 1):
        if cell.cell_type != "code":
            continue
        where = place(file, number, cell)
        if not cell.execution_count:
            yield f"{where}: has not been executed"
        if not cell.metadata.get("jupyter", {}).get("source_hidden"):
            yield from (f"{where}: {fault}" for fault in too_wide("its code", cell.source))
        for output in cell.outputs:
            yield from (f"{where}: {fault}" for fault in faults_of_output(output))
    if (size := len(text_of(nb).encode())) > MAX_BYTES:
        yield f"{file}: {size:,} bytes; the limit is {MAX_BYTES:,}"


def too_wide(what, text):
    """Yield each line that JupyterLab would scroll (code) or break inside words (print)."""
    for line in text.split("\n"):
        if len(line) > PAGE:
            yield f"{what} has a line of {len(line)} characters, more than {PAGE}: {line[:60]!r}..."


def faults_of_output(output):
    """Yield what no saved output may hold."""
    if output.output_type == "error":
        yield f"raises {output.ename}: {output.evalue}"
    if output.get("name") == "stderr":
        yield f"writes to stderr: {output.text.strip()[:200]!r}"
    if output.get("name") == "stdout":
        yield from too_wide("its print", output.text)
    data = output.get("data", {})
    in_html = "<img alt=" in data.get("text/html", "")  # the only one that JupyterLab reads
    for kind in data:
        alt = output.metadata.get(kind, {}).get("alt", "").strip()
        if kind.startswith("image/") and not (alt and in_html):
            yield "shows a picture without an alt text (use mlp_lesson.display.show_figure)"
    if WIDGET_VIEW in data:
        yield "holds the handle of a live widget, which no reader can open"
    text = output.get("text", data.get("text/plain", ""))
    if address := re.search(r"\bat 0x[0-9A-Fa-f]{6,}", text):
        yield f"prints a memory address ({address[0]}), which changes from run to run"


def faults_of_solution(nb, file):
    """Yield the checks of a worked notebook that did not say "name: right"."""
    for number, cell in enumerate(nb.cells, 1):
        if cell.cell_type != "code":
            continue
        said = "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)
        for name in CHECK.findall(cell.source):
            if not re.search(rf"^{name}: right\b", said, re.MULTILINE):
                where = place(file, number, cell)
                yield f"{where}: the check {name!r} is not green: {said[:200]!r}"


def faults_of_exercise(student, solution, file):
    """Yield what is wrong with a student notebook: outputs, or a line of the worked answer."""
    for number, cell in enumerate(student.cells, 1):
        if cell.get("outputs") or cell.get("execution_count"):
            yield f"{place(file, number, cell)}: has outputs"
    lines = {line.strip() for text in strings(student) for line in text.split("\n")}
    for answer in sorted(answer_lines(solution)):
        if answer in lines or len(answer) >= 20 and any(answer in line for line in lines):
            yield f"{file}: holds a line of the answer: {answer!r}"


def answer_lines(solution):
    """The lines of a worked notebook that stand only in its answers, not in what is handed out."""
    answers, given = set(), set()
    for cell in solution.cells:
        given.update(map(str.strip, cell.metadata.get("handed_out", "").split("\n")))
        whole = cell.metadata.get("nbgrader", {}).get("solution") and BEGIN not in cell.source
        inside = whole
        for line in map(str.strip, cell.source.split("\n")):
            if line in (BEGIN, END):
                inside = line == BEGIN
            else:
                (answers if inside else given).add(line)
    return answers - given - {""}


def strings(node):
    """Every string in a JSON tree, keys included."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


def difference(expected, actual, file):
    """Yield the first cell that is not what authoring/ gives: id, kind, source or metadata."""
    for number, (a, b) in enumerate(zip_longest(expected.cells, actual.cells), 1):
        if a is None or b is None:
            yield f"{place(file, number, a or b)}: is {'one too many' if a is None else 'missing'}"
            return
        for key in ("cell_type", "source", "id", "metadata"):
            if a.get(key) != b.get(key):
                yield f"{place(file, number, b)}: its {key} is not what authoring/ gives"
                return
    if expected.metadata != actual.metadata:
        yield f"{file}: its metadata is not what authoring/ gives"
