"""The part of the course that may be imported in the guest, cut out of its source name by name.

What an exercise asks for is not in there: neither its reference nor a function that would do its
work. What is missing can still be imported, and fails when it is called.
"""

import ast
import io
import pkgutil
import symtable
import zipfile
from pathlib import Path

import mlp_lesson

from . import tasks

PACKAGE = Path(mlp_lesson.__file__).parent
POINTS = ("spirals", "blobs", "letters", "logic_gate", "FASHION_CLASSES")  # others: guest/data.py
ALLOWED = {  # what a learner may import, by exercise: all of a module ("*"), or these names of it
    "01": {"perceptron": []},
    "02": {"activations": ["*"]},
    "03": {},
    "04": {"activations": ["*"], "losses": ["half_squared_error"]},
    "05": {"activations": ["*"], "losses": ["one_hot"]},
    "06": {"activations": ["*"], "gradcheck": ["*"], "losses": ["*"],
           "network": ["Layer", "forward", "backward"]},
    "07": {"activations": ["*"]},
    "08": {"activations": ["*"], "gradcheck": ["*"], "losses": ["*"], "network": ["*"],
           "optimizers": ["*"]},
    "09": {"activations": ["*"]},
    "10": {},
    "11": {},
    "12": {"activations": ["*"]},
    "13": {"activations": ["*"]},
}  # fmt: skip
SHOWS = {"questions", "plots", "display", "progress", "widgets", "trace", "environment"}
SILENT = "matplotlib seaborn plotly IPython ipywidgets anywidget pylab".split()
ABSENT = """
scipy sklearn pandas statsmodels torch torchvision tensorflow keras jax sympy numba PIL cv2
requests ctypes _ctypes
""".split()

CHECKS = "from mlp_lesson.grading.guest.checks import __getattr__, check\n"
MISSING = """
def __getattr__(name):
    from mlp_lesson.grading.guest.stand_ins import Absent

    if name in {names}:
        return Absent(f"{{__name__}}.{{name}}")
    raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
"""
DATA = """
from mlp_lesson.grading.guest.data import circles, load_fashion_mnist, load_mnist, moons
"""


def guest_zip(exercise):
    """The bytes of the zip that the guest imports from."""
    found = cut(PACKAGE, wanted(exercise))
    for task in tasks.of(exercise):
        module = task.reference.__module__.removeprefix("mlp_lesson.")
        if task.reference.__name__ in found.get(module, ("", ()))[1]:
            raise ValueError(f"exercise {exercise}: the guest would see the answer of {task.name}")
    files = {"mlp_lesson/__init__.py": "", "mlp_lesson/checks/__init__.py": CHECKS}
    for folder in ("grading", "grading/guest"):
        files[f"mlp_lesson/{folder}/__init__.py"] = ""
    for name in ["frames", *(f"guest/{p.stem}" for p in PACKAGE.glob("grading/guest/[!_]*.py"))]:
        files[f"mlp_lesson/grading/{name}.py"] = source(f"grading.{name.replace('/', '.')}")
    for module, (text, names) in found.items():
        left_out = sorted(bound(ast.parse(source(module)).body) - names)
        text += MISSING.format(names=left_out) + (DATA if module == "data" else "")
        for depth in range(1, module.count(".") + 1):
            folder = "/".join(module.split(".")[:depth])
            files.setdefault(f"mlp_lesson/{folder}/__init__.py", "")
        files[f"mlp_lesson/{module.replace('.', '/')}.py"] = text
    return zipped(files)


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, text in files.items():
            file.writestr(zipfile.ZipInfo(name), text)  # no date: the same bytes each time
    return data.getvalue()


def wanted(exercise):
    """{module: names} that the guest needs: allowed ones, functions handed in, what runs a call."""
    found = {name: list(names) for name, names in ALLOWED[exercise].items()}
    found |= {"data": list(POINTS), **tasks.RUNS_A_CALL}
    for module, name in tasks.handed_in(exercise):
        found.setdefault(module.removeprefix("mlp_lesson."), []).append(name)
    return found


def stand_ins(exercise):
    """(silent, absent): the modules of the course and of others that only seem to be there."""
    modules = {module.name for module in pkgutil.iter_modules([str(PACKAGE)])}
    there = {name.split(".")[0] for name in wanted(exercise)} | {"checks", "grading"}
    silent = [f"mlp_lesson.{name}" for name in sorted(modules & SHOWS)]
    absent = [f"mlp_lesson.{name}" for name in sorted(modules - SHOWS - there)]
    return silent + SILENT, absent + ABSENT


def source(module):
    return (PACKAGE / f"{module.replace('.', '/')}.py").read_text("utf-8")


def cut(package, wanted):
    """{module: (source, names)} with the wanted names and whatever these use."""
    names, found, todo = {}, {}, list(wanted.items())
    while todo:
        module, more = todo.pop()
        if module in names and names[module] >= set(more):
            continue
        names[module] = names.get(module, set()) | set(more)
        found[module], imported = cut_module(module, names[module])
        todo += imported
    return found


def cut_module(module, asked):
    """((source, names), [(module of the course, names used of it)])."""
    body, used, keep = ast.parse(source(module)).body, set(asked), []
    while new := [n for n in body if n not in keep and ("*" in used or used & bound([n]))]:
        keep += new
        used = used.union(*map(uses, new))
    imported = []
    for node in (n for n in keep if isinstance(n, ast.Import | ast.ImportFrom)):
        if "*" not in used:
            node.names = [a for a in node.names if (a.asname or a.name).split(".")[0] in used]
        if getattr(node, "level", 0):
            imported += course_imports(module, node)
    kept = [node for node in body if node in keep]
    names = bound(kept) if "*" in used else used
    return (ast.unparse(ast.Module(kept, [])) + "\n", names), imported


def course_imports(module, node):
    """[(module, names)] of `from ..activations import tanh`, `from . import _probes as probes`."""
    here = ".".join(module.split(".")[: -node.level])
    if node.module is None:  # modules, not names of one: all that they hold
        return [(f"{here}.{alias.name}".lstrip("."), ["*"]) for alias in node.names]
    return [(f"{here}.{node.module}".lstrip("."), [alias.name for alias in node.names])]


def bound(body):
    """The names that statements of a module give to something."""
    found = set()
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        else:
            names = (n for n in ast.walk(node) if isinstance(n, ast.Name))
            found |= {name.id for name in names if isinstance(name.ctx, ast.Store)}
    return found


def uses(node):
    """The names that a statement takes from its module: not its parameters, if called alike."""

    def free(table, top):
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (top or symbol.is_global()):
                yield symbol.get_name()
        for inner in table.get_children():
            yield from free(inner, False)

    return set(free(symtable.symtable(ast.unparse(node), "", "exec"), True))
