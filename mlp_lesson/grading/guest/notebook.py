"""A notebook's code cells, run one after the other as a kernel would, without a kernel."""

import ast
import hashlib
import json
import linecache

from .stand_ins import Silent

SHOWS = ast.Expr, ast.Try  # in the course's own cells: they only show something
DEFINES = ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef
OTHER_LANGUAGES = {"%%" + name for name in "bash sh html javascript js latex markdown svg".split()}
OTHER_LANGUAGES |= {"%%writefile", "%%script", "%%perl", "%%ruby", "%%cmd", "%%system", "%%!"}
RUNS_THE_REST = ("%time ", "%timeit ", "%prun ", "%%time", "%%timeit", "%%capture", "%%prun")


class Notebook:
    """cells: (source, is it one of the course's own); space: what they have defined."""

    def __init__(self, data):
        tree = json.loads(data.decode("utf-8-sig"))
        if not isinstance(tree, dict) or not isinstance(tree.get("cells"), list):
            raise ValueError("no list of cells")
        self.cells = [(text(c), is_own(c)) for c in tree["cells"] if is_code(c)]
        shown = Silent("display")
        self.space = {"__name__": "__main__", "display": shown, "get_ipython": shown}

    def run(self, number, definitions_only):
        """Run a code cell; '' or the error it ended with."""
        source, own = self.cells[number]
        name = f"<cell {number + 1}>"
        try:
            source = python_only(source, name)
            linecache.cache[name] = len(source), None, source.splitlines(True), name
            tree = ast.parse(source, name)
            if definitions_only:
                tree.body = [node for node in tree.body if isinstance(node, DEFINES)]
            elif own:
                tree.body = [node for node in tree.body if not isinstance(node, SHOWS)]
            code = compile(tree, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
            waiting = eval(code, self.space)
            while waiting is not None:  # `await` at the top of a cell makes a coroutine of it
                waiting.send(None)
        except StopIteration:
            pass
        except BaseException as error:  # SystemExit and KeyboardInterrupt too: it is the learner's
            return f"{type(error).__name__}: {error}"[:300]
        return ""

    def fingerprint(self):
        """A hash that is the same for two notebooks that differ in names and layout only."""
        code = "\n".join(source for source, own in self.cells if not own)
        return hashlib.sha256(without_names(code).encode("utf-8", "replace")).hexdigest()


def is_code(cell):
    if not isinstance(cell, dict):
        raise TypeError("a cell that is none")
    return cell.get("cell_type") == "code"


def text(cell):
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def is_own(cell):
    """Is it a cell of the course that is not for writing in?"""
    metadata = cell.get("metadata")
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    locked = isinstance(mark, dict) and mark.get("locked") and not mark.get("solution")
    return bool(locked and not mark.get("grade"))


def python_only(source, name):
    """The source, or if that is no Python, what is left without the lines for the notebook."""
    if source.lstrip().split(None, 1)[:1] and source.split()[0] in OTHER_LANGUAGES:
        return ""
    try:
        ast.parse(source, name)
        return source
    except SyntaxError:
        return "\n".join(map(without_magic, source.split("\n")))


def without_magic(line):
    start = line.lstrip()
    indent = line[: len(line) - len(start)]
    for magic in RUNS_THE_REST:
        if start.startswith(magic):
            return indent + ("" if magic.startswith("%%") else start.removeprefix(magic))
    magic = start[:1] in ("%", "!") or start.rstrip()[-1:] == "?"
    return indent + "pass" if magic else line


def without_names(code):
    """The code without comments and texts; each name that a statement binds becomes a number."""
    try:
        statements = ast.parse(code).body
    except Exception:  # no Python, or nested too deep, or halves of characters
        return "".join(code.split())
    return "\n".join(map(numbered, statements))


def numbered(statement):
    nodes, numbers = list(ast.walk(statement)), {}
    for node in nodes:
        if isinstance(node, ast.arg) or isinstance(getattr(node, "ctx", None), ast.Store):
            numbers.setdefault(getattr(node, "arg", None) or getattr(node, "id", ""), len(numbers))
    for node in nodes:
        for field in ("id", "arg"):
            name = getattr(node, field, None)
            if name in numbers:
                setattr(node, field, f"name {numbers[name]}")
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(statement)
