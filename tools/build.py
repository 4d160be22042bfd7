"""Make the notebooks from the text in authoring/.

    python tools/build.py                      build what changed
    python tools/build.py 05_backpropagation   one lesson and its exercise, if they changed
    python tools/build.py --all                build everything
    python tools/build.py --check              run nothing; fail on any difference

authoring/lessons/NAME.py   -> notebooks/NAME.ipynb   executed, outputs kept
authoring/pages/NAME.py     -> notebooks/NAME.ipynb   the same, for a notebook that is no lesson
authoring/exercises/NAME.py -> solutions/NAME.ipynb   executed, every check green
                            -> exercises/NAME.ipynb   no answers, no outputs (by nbgrader)

An exercise that somebody has worked in is never overwritten: the message says what to do.

What "changed" means: build/stamps/ (not committed) keeps, for each authoring text, a hash of it,
of what it imports from mlp_lesson, directly or through other modules, of these tools and of the
notebooks made; any other hash is a change.
A notebook is written only when it is whole and right, in one step; equal outputs, equal bytes.
"""

import argparse
import ast
import hashlib
import os
import re
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from authoring_text import ANSWER_STUB, NOTEBOOK_METADATA, BuildError, read_authoring
from frame import frame
from mlp_lesson import copies
from notebook_rules import (
    WIDGET_VIEW,
    difference,
    faults_of_exercise,
    faults_of_solution,
    faults_when_executed,
    place,
    text_of,
)

ROOT = Path(__file__).resolve().parent.parent
CELL_TIMEOUT = 120                                   # seconds
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
NOT_COMPARED = "nbval-ignore-output"                 # the tag of a cell that prints timings


# --- executing ------------------------------------------------------------------------------------

def execute(nb, folder, file):
    """Run every cell in a fresh kernel, in `folder`; the learner's own progress is not touched."""
    client = NotebookClient(nb, timeout=CELL_TIMEOUT, record_timing=False, store_widget_state=False,
                            extra_arguments=["--IPKernelApp.log_level=40"])
    count = 0
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | ONE_THREAD | {"MLP_LESSON_HOME": home}
        with client.setup_kernel(env=env, cwd=str(folder)):
            for index, cell in enumerate(nb.cells):
                count += cell.cell_type == "code"
                try:
                    client.execute_cell(cell, index, execution_count=count)
                except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
                    where = place(file, index + 1, cell)
                    raise BuildError(f"{where}: {in_short(error)}") from error
    tidy_outputs(nb)


def in_short(error):
    """What stopped a cell, in one line."""
    if isinstance(error, CellTimeoutError):
        return f"ran longer than {CELL_TIMEOUT} s"
    if isinstance(error, DeadKernelError):
        return "the kernel died"
    plain = re.sub(r"\x1b\[[\d;]*m", "", error.traceback)
    line = re.search(r"Cell In\[\d+\], line (\d+)", plain)
    return f"{error.ename} in line {line[1] if line else '?'}: {error.evalue}"


def tidy_outputs(nb):
    """Keep what a reader sees: no handles and keys of live widgets, neighbouring prints as one."""
    nb.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        for output in cell.outputs:
            data = output.get("data", {})
            data.pop(WIDGET_VIEW, None)
            if "text/html" in data:
                data["text/html"] = re.sub(r'(<mlp-live) key="\w+"', r"\1", data["text/html"])
        visible = [output for output in cell.outputs if output.get("data") != {}]
        cell.outputs = []
        for _, run in groupby(visible, key=lambda output: output.get("name", id(output))):
            first, *rest = run
            if rest:                                 # prints on the same stream
                first.text += "".join(output.text for output in rest)
            cell.outputs.append(first)


def student_version(nb, file):
    """A copy without answers and outputs, made by nbgrader's own preprocessors."""
    from nbgrader import preprocessors as p  # takes a second: only when it is needed

    class HandOutPrograms(p.NbGraderPreprocessor):
        """After ClearSolutions: the program to repair in place of a blank."""

        def preprocess_cell(self, cell, resources, index):
            cell.source = cell.metadata.pop("handed_out", cell.source)
            return cell, resources

    student, resources = nbformat.from_dict(nb), {}
    steps = [p.LockCells(), p.ClearSolutions(code_stub={"python": ANSWER_STUB}),
             HandOutPrograms(), p.ClearOutput(),
             p.CheckCellMetadata(), p.ComputeChecksums(), p.ClearHiddenTests(), p.ClearMarkScheme(),
             p.ComputeChecksums(), p.CheckCellMetadata()]
    try:
        for step in steps:
            student, resources = step.preprocess(student, resources)
    except Exception as error:                       # nbgrader raises many kinds
        raise BuildError(f"{file}: nbgrader refuses it: {error}") from error
    copies.stamp(student)
    return student


# --- files ----------------------------------------------------------------------------------------

def write(path, nb):
    """Write a notebook in one step; say whether its bytes changed."""
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
    def compared(text):
        notebook = nbformat.reads(text, as_version=4)
        for cell in notebook.cells:
            if NOT_COMPARED in cell.metadata.get("tags", []):
                cell["outputs"] = []
        return notebook

    try:
        return compared(text_of(nb)) == compared(path.read_text(encoding="utf-8"))
    except Exception:                                # the old file is no notebook: replace it
        return False


def targets_of(source, root):
    """The notebooks that one authoring text makes, the executed one first."""
    folders = {"lessons": ["notebooks"], "pages": ["notebooks"],
               "exercises": ["solutions", "exercises"]}
    return [root / folder / f"{source.stem}.ipynb" for folder in folders[source.parent.name]]


def work_in(targets, root):
    """Yield what to say of an exercise whose text is not what the course wrote into it."""
    for path in targets:
        if path.parent.name == "exercises" and copies.state(path)[1]:
            file = path.relative_to(root).as_posix()
            yield (f"{file}: is not what the course wrote there (somebody's work? git's conflict "
                   f"markers?), so it stays as it is. To keep it, move it to learn/{file}; "
                   "otherwise delete it. Then run `make build` again")


def hash_of(paths):
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + (path.read_bytes() if path.exists() else b""))
    return digest.hexdigest()


def hash_of_inputs(source, root):
    """A hash of all that a build reads: the text, what it imports from the package, the tools."""
    modules = modules_used(source, root / "mlp_lesson")
    beside = {path for folder in {module.parent for module in modules} for path in folder.glob("*")
              if path.suffix in {".js", ".css", ".toml"}}
    tools = Path(__file__).parent.glob("*.py")
    return hash_of([source, *sorted(modules | beside), *sorted(tools)])


def modules_used(source, package):
    """The files of the package that a text imports, directly or through one another."""
    found, waiting = set(), [source]
    while waiting:
        path = waiting.pop()
        for name in names_imported(path, package):
            new = set(files_of(name, package)) - found
            found |= new
            waiting += new
    return found


def names_imported(path, package):
    """Yield the dotted names that a file imports, inside functions too, ours in full."""
    try:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (SyntaxError, UnicodeDecodeError):        # the build itself says where
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = path.parents[node.level - 1].relative_to(package.parent).parts \
                if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)
    if "import_module(" in text:                     # then all that lies beside and below it
        for module in path.parent.rglob("*.py"):
            yield ".".join(module.relative_to(package.parent).with_suffix("").parts)


def files_of(name, package):
    """Yield the files that importing a dotted name runs, if it is a name of the package."""
    place = package.parent
    for part in name.split("."):
        yield from (file for file in (place / f"{part}.py", place / part / "__init__.py")
                    if package in file.parents and file.exists())
        place /= part


# --- the two commands -----------------------------------------------------------------------------

def build(source, root, force=False):
    """Build one authoring text's notebooks; return what happened, in a word or two."""
    stamp = root / "build" / "stamps" / f"{source.parent.name}-{source.stem}"
    targets, inputs = targets_of(source, root), hash_of_inputs(source, root)
    if not force and stamp.exists() and stamp.read_text() == inputs + hash_of(targets):
        return "up to date"
    stop_at(work_in(targets, root))
    began = time.perf_counter()
    notebooks = make(source, targets, source.relative_to(root).as_posix())
    changed = [write(path, nb) for path, nb in zip(targets, notebooks, strict=True)]
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs + hash_of(targets))
    return f"{'built' if any(changed) else 'same bytes'}, {time.perf_counter() - began:.1f} s"


def make(source, targets, file):
    """The finished notebooks, in the order of targets; BuildError if anything is wrong."""
    nb = frame(read_authoring(source, file), source, file)
    notebooks = [nb]
    if len(targets) == 2:
        notebooks.append(student_version(nb, file))
        stop_at(faults_of_exercise(notebooks[1], nb, file))
    for path in targets:
        path.parent.mkdir(parents=True, exist_ok=True)
    execute(nb, targets[0].parent, file)
    stop_at([*faults_when_executed(nb, file), *faults_of_solution(nb, file)])
    return notebooks


def stop_at(faults):
    if found := list(faults):
        raise BuildError("\n".join(found))


def check(source, root):
    """Yield every way in which the notebooks of one authoring text are not what it gives."""
    file = source.relative_to(root).as_posix()
    nb = frame(read_authoring(source, file), source, file)
    yield from work_in(targets_of(source, root), root)
    for path in targets_of(source, root):
        file = path.relative_to(root).as_posix()
        try:
            made = nbformat.read(path, as_version=4)
        except FileNotFoundError:
            yield f"{file}: is missing; run `make build`"
        except Exception as error:                   # nbformat raises many kinds
            yield f"{file}: is not a notebook: {error}"
        else:
            if path.parent.name == "exercises":
                yield from difference(student_version(nb, file), made, file)
                yield from faults_of_exercise(made, nb, file)
            else:
                yield from difference(nb, made, file)
                yield from faults_when_executed(made, file)
                if path.parent.name == "solutions":
                    yield from faults_of_solution(made, file)


def find_sources(names, root):
    """The authoring texts of these names (all of them when none is given)."""
    every = [path for kind in ("lessons", "pages", "exercises")
             for path in sorted((root / "authoring" / kind).glob("*.py"))]
    if unknown := set(names) - {path.stem for path in every}:
        raise BuildError(f"{', '.join(sorted(unknown))}: no such text in authoring/lessons, "
                         "authoring/pages or authoring/exercises")
    return [path for path in every if not names or path.stem in names]


def strays(root):
    """Yield the notebooks that no authoring text makes."""
    made = {path for source in find_sources([], root) for path in targets_of(source, root)}
    for folder in ("notebooks", "solutions", "exercises"):
        for path in sorted(set((root / folder).glob("*.ipynb")) - made):
            yield f"{path.relative_to(root).as_posix()}: has no text in authoring/; delete it"


def main(argv=None, root=ROOT):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as 05_backpropagation")
    parser.add_argument("--all", action="store_true", help="build also what has not changed")
    parser.add_argument("--check", action="store_true", help="only compare, run nothing")
    args = parser.parse_args(argv)
    problems, sources = [], []
    try:
        sources = find_sources(args.names, root)
    except BuildError as error:
        problems.append(str(error))
    for source in sources:
        try:
            if args.check:
                problems.extend(check(source, root))
            else:
                result = build(source, root, args.all)
                print(f"{source.relative_to(root).as_posix()}: {result}", flush=True)
        except BuildError as error:
            problems.append(str(error))
    if args.check and not args.names:
        problems.extend(strays(root))
    print(*problems, sep="\n", end="\n" * bool(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
