"""Make the notebooks from the text in authoring/.

    python tools/build.py                      build what changed
    python tools/build.py 05_backpropagation   one lesson and its exercise, if they changed
    python tools/build.py --all                build everything
    python tools/build.py --check              run nothing; fail on any difference

authoring/lessons/NAME.py   -> notebooks/NAME.ipynb   executed, outputs kept
authoring/exercises/NAME.py -> solutions/NAME.ipynb   executed, every check green
                            -> exercises/NAME.ipynb   no answers, no outputs (by nbgrader)

What "changed" means: build/stamps/ (not committed) keeps, for each authoring text, a hash of it,
of the mlp_lesson package, of this file and of the notebooks made; any other hash is a change.
A notebook is written only when it is whole and right, in one step; equal outputs, equal bytes.
"""

import argparse
import ast
import hashlib
import json
import os
import re
import sys
import tempfile
import time
from itertools import groupby, zip_longest
from pathlib import Path

import jupytext
import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ROOT = Path(__file__).resolve().parent.parent
CELL_TIMEOUT = 120                                   # seconds
MAX_BYTES = 1_500_000
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
CELL_METADATA = {"tags", "nbgrader", "jupyter", "slideshow"}                # what an author may set
JUPYTEXT_ONLY = {"lines_to_next_cell", "lines_to_end_of_cell_marker", "cell_marker", "title"}
NBGRADER_DEFAULTS = {"grade": False, "solution": False, "locked": False, "task": False,
                     "schema_version": 3}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
ANSWER_STUB = "# your code here\nraise NotImplementedError"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
NOT_COMPARED = "nbval-ignore-output"


class BuildError(Exception):
    """Something an author has to mend; the message names the file and the cell."""


# --- reading the authoring text -------------------------------------------------------------------

def place(file, number, cell):
    """'authoring/lessons/01_x.py, cell 3 (`y = f(x)`)'; cells count from 1, markdown included."""
    first_line = cell.source.strip().partition("\n")[0][:60]
    return f"{file}, cell {number} (`{first_line}`)"


def read_authoring(source, root):
    """The notebook of an authoring text: cells, ids, metadata; no outputs."""
    file = source.relative_to(root).as_posix()
    try:
        nb = jupytext.reads(source.read_text(encoding="utf-8"), fmt="py:percent")
    except (UnicodeDecodeError, ValueError) as error:
        raise BuildError(f"{file}: cannot be read as jupytext py:percent: {error}") from error
    nb.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    nb.nbformat, nb.nbformat_minor = 4, 5
    ids = set()
    for number, cell in enumerate(nb.cells, 1):
        where = place(file, number, cell)
        check_metadata(cell, where)
        check_markers(cell, where)
        if cell.cell_type == "code":
            check_syntax(cell.source, where)
        cell["id"] = cell_id(cell, ids, where)
    return nb


def check_metadata(cell, where):
    """Drop what jupytext adds, refuse what nobody knows, complete nbgrader's keys."""
    for key in JUPYTEXT_ONLY & set(cell.metadata):
        del cell.metadata[key]
    if unknown := set(cell.metadata) - CELL_METADATA:
        raise BuildError(f"{where}: unknown cell metadata {sorted(unknown)}; "
                         f"known: {sorted(CELL_METADATA)}")
    if "nbgrader" in cell.metadata:
        cell.metadata.nbgrader = nbformat.from_dict(NBGRADER_DEFAULTS | cell.metadata.nbgrader)


def check_markers(cell, where):
    """Solution markers come in pairs, in order, in a cell that nbgrader knows as a solution."""
    markers = [line.strip() for line in cell.source.split("\n") if "SOLUTION" in line
               and line.strip() in (BEGIN, END)]
    if markers != [BEGIN, END] * (len(markers) // 2):
        raise BuildError(f"{where}: {BEGIN} and {END} do not come in pairs")
    if markers and not cell.metadata.get("nbgrader", {}).get("solution"):
        raise BuildError(f"{where}: an answer outside a cell with "
                         'nbgrader={"solution": true, ...}')


def check_syntax(code, where):
    """Raise when a cell is not Python (IPython's magics and top-level await included)."""
    try:
        compile(TransformerManager().transform_cell(code), "cell", "exec",
                flags=ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        raise BuildError(f"{where}: syntax error in line {error.lineno}: {error.msg}") from error


def cell_id(cell, taken, where):
    """The grade_id, or a hash of the cell's text: the same when other cells come and go."""
    if grade_id := cell.metadata.get("nbgrader", {}).get("grade_id"):
        if grade_id in taken:
            raise BuildError(f"{where}: grade_id {grade_id!r} is used twice")
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", grade_id):
            raise BuildError(f"{where}: grade_id {grade_id!r}: only letters, digits, - and _")
        name = grade_id
    else:
        stem = cell.cell_type + "-" + hashlib.sha256(cell.source.encode()).hexdigest()[:8]
        name = next(n for i in range(1, 1000) if (n := stem + f"-{i}" * (i > 1)) not in taken)
    taken.add(name)
    return name


# --- making the notebooks -------------------------------------------------------------------------

def execute(nb, folder, file):
    """Run every cell in a fresh kernel, in `folder`; the learner's own progress is not touched."""
    client = NotebookClient(
        nb, timeout=CELL_TIMEOUT, record_timing=False, store_widget_state=False,
        extra_arguments=["--IPKernelApp.log_level=40"])
    count = 0
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | ONE_THREAD | {"MLP_LESSON_HOME": home}
        with client.setup_kernel(env=env, cwd=str(folder)):
            for index, cell in enumerate(nb.cells):
                count += cell.cell_type == "code"
                try:
                    client.execute_cell(cell, index, execution_count=count)
                except CellTimeoutError as error:
                    raise BuildError(f"{place(file, index + 1, cell)}: ran longer than "
                                     f"{CELL_TIMEOUT} s") from error
                except CellExecutionError as error:
                    raise BuildError(f"{place(file, index + 1, cell)}: "
                                     f"{error.ename}: {error.evalue}") from error
                except DeadKernelError as error:
                    raise BuildError(f"{place(file, index + 1, cell)}: the kernel died") from error
    tidy_outputs(nb)


def tidy_outputs(nb):
    """Keep what a reader sees: no live-widget handles, neighbouring prints as one."""
    nb.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        for output in cell.outputs:
            output.get("data", {}).pop(WIDGET_VIEW, None)
        seen = [o for o in cell.outputs if o.output_type not in ("display_data", "execute_result")
                or o.data]
        cell.outputs = []
        for _, run in groupby(seen, key=lambda o: o.get("name", id(o))):
            first, *rest = run
            if first.output_type == "stream":
                first.text += "".join(o.text for o in rest)
            cell.outputs.append(first)


def student_version(nb, file):
    """A copy without answers and outputs, made by nbgrader's own preprocessors."""
    from nbgrader import preprocessors as p

    student, resources = nbformat.from_dict(nb), {}
    steps = [p.LockCells(), p.ClearSolutions(code_stub={"python": ANSWER_STUB}), p.ClearOutput(),
             p.CheckCellMetadata(), p.ComputeChecksums(), p.ClearHiddenTests(), p.ClearMarkScheme(),
             p.ComputeChecksums(), p.CheckCellMetadata()]
    try:
        for step in steps:
            student, resources = step.preprocess(student, resources)
    except Exception as error:                       # nbgrader raises what it likes
        raise BuildError(f"{file}: nbgrader refuses it: {error}") from error
    return student


# --- what must hold of a notebook -----------------------------------------------------------------

def faults_when_executed(nb, file):
    """Yield what is wrong with an executed notebook: counts, errors, stderr, alt texts, size."""
    for number, cell in enumerate(nb.cells, 1):
        if cell.cell_type != "code":
            continue
        where = place(file, number, cell)
        if not cell.execution_count:
            yield f"{where}: has not been executed"
        for output in cell.outputs:
            yield from (f"{where}: {fault}" for fault in output_faults(output))
    if (size := len(text_of(nb).encode())) > MAX_BYTES:
        yield f"{file}: {size:,} bytes; the limit is {MAX_BYTES:,}"


def output_faults(output):
    """Yield what no saved output may hold."""
    if output.output_type == "error":
        yield f"raises {output.ename}"
    if output.get("name") == "stderr":
        yield f"writes to stderr: {output.text.strip()[:200]!r}"
    data = output.get("data", {})
    for kind in data:
        if kind.startswith("image/") and not output.metadata.get(kind, {}).get("alt", "").strip():
            yield "shows a picture without an alt text (use mlp_lesson.display.show_figure)"
    if WIDGET_VIEW in data:
        yield "holds the handle of a live widget"
    if address := re.search(r"\bat 0x[0-9a-f]{6,}", output.get("text", data.get("text/plain", ""))):
        yield f"prints a memory address ({address[0]}), which changes from run to run"


def faults_of_exercise(student, solution, file):
    """Yield what is wrong with a student notebook: outputs, or a line of the worked answer."""
    given, answers = set(), set()
    for cell in solution.cells:
        inside = False
        for line in map(str.strip, cell.source.split("\n")):
            inside = inside and line != END or line == BEGIN
            (answers if inside else given).add(line)
    for number, cell in enumerate(student.cells, 1):
        if cell.get("outputs") or cell.get("execution_count"):
            yield f"{place(file, number, cell)}: has outputs"
    lines = set(map(str.strip, "\n".join(strings(student)).split("\n")))
    for answer in sorted(answers - given):
        if answer in lines or len(answer) >= 20 and any(answer in line for line in lines):
            yield f"{file}: holds a line of the answer: {answer!r}"


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


def difference(expected, actual, file, keys=("id", "cell_type", "source", "metadata")):
    """The first cell in which two notebooks differ, as a message, or None."""
    for number, (a, b) in enumerate(zip_longest(expected.cells, actual.cells), 1):
        if a is None or b is None:
            return f"{place(file, number, a or b)}: is {'too many' if a is None else 'missing'}"
        for key in keys:
            if a.get(key) != b.get(key):
                return f"{place(file, number, b)}: its {key} is not what authoring/ gives"
    if expected.metadata != actual.metadata:
        return f"{file}: its metadata is not what authoring/ gives"
    return None


# --- files ----------------------------------------------------------------------------------------

def text_of(nb):
    return nbformat.writes(nb) + "\n"


def write(path, nb):
    """Write a notebook in one step; say whether its bytes changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = text_of(nb).encode()
    if path.exists() and (path.read_bytes() == text or same_but_for_timings(nb, path)):
        return False
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return True


def same_but_for_timings(nb, path):
    """True when only outputs that nbval does not compare differ: then the old file stays."""
    def compared(notebook):
        notebook = nbformat.from_dict(json.loads(nbformat.writes(notebook)))
        for cell in notebook.cells:
            if NOT_COMPARED in cell.metadata.get("tags", []):
                cell["outputs"] = []
        return notebook

    try:
        return compared(nb) == compared(nbformat.read(path, as_version=4))
    except Exception:                                # not a notebook: write it anew
        return False


def targets_of(source, root):
    """The notebooks that one authoring text makes, the executed one first."""
    folders = {"lessons": ["notebooks"], "exercises": ["solutions", "exercises"]}
    return [root / folder / f"{source.stem}.ipynb" for folder in folders[source.parent.name]]


def fingerprint(source, root):
    """A hash of all that a build depends on and of what it made."""
    package = sorted((root / "mlp_lesson").rglob("*.py"))
    digest = hashlib.sha256()
    for path in [source, Path(__file__), *package, *targets_of(source, root)]:
        digest.update(path.read_bytes() if path.exists() else b"missing")
    return digest.hexdigest()


# --- the two commands -----------------------------------------------------------------------------

def build(source, root, force=False):
    """Build one authoring text's notebooks; return what happened, in a word or two."""
    stamp = root / "build" / "stamps" / f"{source.parent.name}-{source.stem}"
    if not force and stamp.exists() and stamp.read_text() == fingerprint(source, root):
        return "up to date"
    began = time.perf_counter()
    file = source.relative_to(root).as_posix()
    nb = read_authoring(source, root)
    executed, *student_path = targets_of(source, root)
    notebooks = {executed: nb}
    if student_path:
        student = student_version(nb, file)
        notebooks[student_path[0]] = student
        stop_at_fault(faults_of_exercise(student, nb, file))
    executed.parent.mkdir(parents=True, exist_ok=True)
    execute(nb, executed.parent, file)
    stop_at_fault(faults_when_executed(nb, file))
    changed = [write(path, notebook) for path, notebook in notebooks.items()]
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint(source, root))
    return f"{'built' if any(changed) else 'same bytes'}, {time.perf_counter() - began:.1f} s"


def stop_at_fault(faults):
    if found := list(faults):
        raise BuildError("\n".join(found))


def check(source, root):
    """Yield every way in which the notebooks of one authoring text are not what it gives."""
    nb = read_authoring(source, root)
    executed, *student_path = targets_of(source, root)
    for path in (executed, *student_path):
        file = path.relative_to(root).as_posix()
        try:
            made = nbformat.read(path, as_version=4)
        except FileNotFoundError:
            yield f"{file}: is missing; run `make build`"
            continue
        except Exception as error:
            yield f"{file}: is not a notebook: {error}"
            continue
        if path == executed:
            faults = difference(nb, made, file), *faults_when_executed(made, file)
        else:
            faults = (difference(student_version(nb, file), made, file),
                      *faults_of_exercise(made, nb, file))
        yield from filter(None, faults)


def find_sources(names, root):
    """The authoring texts of these names (all of them when none is given)."""
    every = sorted((root / "authoring").glob("lessons/*.py"))
    every += sorted((root / "authoring").glob("exercises/*.py"))
    for name in names:
        if name not in {path.stem for path in every}:
            raise BuildError(f"{name}: no such file in authoring/lessons or authoring/exercises")
    return [path for path in every if not names or path.stem in names]


def strays(root):
    """Yield the notebooks that no authoring text makes."""
    made = {path for source in find_sources([], root) for path in targets_of(source, root)}
    for folder in ("notebooks", "solutions", "exercises"):
        for path in sorted((root / folder).glob("*.ipynb")):
            if path not in made:
                yield f"{path.relative_to(root).as_posix()}: has no text in authoring/; delete it"


def main(argv=None, root=ROOT):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as 05_backpropagation")
    parser.add_argument("--all", action="store_true", help="build also what has not changed")
    parser.add_argument("--check", action="store_true", help="only compare, run nothing")
    args = parser.parse_args(argv)
    problems = []
    try:
        sources = find_sources(args.names, root)
    except BuildError as error:
        sources, problems = [], [str(error)]
    for source in sources:
        try:
            if args.check:
                problems += check(source, root)
            else:
                result = build(source, root, args.all)
                print(f"{source.relative_to(root).as_posix()}: {result}", flush=True)
        except BuildError as error:
            problems.append(str(error))
    if args.check and not args.names:
        problems += strays(root)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
