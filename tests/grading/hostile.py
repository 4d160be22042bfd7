"""Attacks on the grader, each in a notebook without an answer: {what is tried: notebook}.

Those that need none of the exercise's own cells come without them: they would run after each death.
"""

import numpy as np
from exercise_05 import POINTS, answer, answers, as_bytes, blank, each_cell, first, grade_id, last

from mlp_lesson.checks import all_tasks

TAKES_ALL = "\n\n".join(f"def {task}(*args):\n    return GIVE(*args)" for task in POINTS)


def bare():
    return blank() | {"cells": []}


def giving(what):
    """Every task's function returns GIVE(*args), defined by this code."""
    return last(bare(), f"import numpy as np\n{what}\n\n{TAKES_ALL}")


def trying(source):
    """Code that tries to take over the machinery; the answers return zeros."""
    return last(giving("def GIVE(*args):\n    return np.zeros(3)"), source)


def an_attack_a_task(attacks):
    """(their names, a notebook in which each task's function is another of these attacks)"""
    cells = ["import numpy as np"]
    for task, (_, source) in zip(POINTS, attacks, strict=False):
        body = "\n".join(f"    {line}" for line in source.split("\n"))
        cells.append(f"def {task}(*args):\n{body.replace('GIVE', task)}")
    nb = bare()
    for source in cells:
        last(nb, source)
    return "returns " + ", ".join(name for name, _ in attacks), nb


def batched(attacks):
    """Items of a dict, as many at a time as there are tasks."""
    items = list(attacks.items())
    return [items[i : i + len(POINTS)] for i in range(0, len(items), len(POINTS))]


def recorded():
    """The notebook's own cases, answered from a table."""
    lines = ["import numpy as np", "TABLE = {}"]
    for name in POINTS:
        task, lines_of = all_tasks()[name], []
        for case in task.fixed_cases():
            key = repr([np.asarray(a).tolist() if isinstance(a, np.ndarray) else getattr(
                a, "__name__", a) for a in case.args if not isinstance(a, list)])[:200]  # fmt: skip
            lines_of.append(f"    {key!r}: {plain(task.reference(*case.args))},")
        lines += [f"TABLE['{name}'] = {{", *(x for x in lines_of if len(x) < 20_000), "}",
                  f"def {name}(*args):\n    return look_up('{name}', args)"]  # fmt: skip
    return last(blank(), "\n".join(lines) + LOOK_UP)


LOOK_UP = """
array = np.array
def look_up(name, args):
    key = repr([np.asarray(a).tolist() if isinstance(a, np.ndarray) else getattr(
        a, "__name__", a) for a in args if not isinstance(a, list)])[:200]
    table = TABLE[name]
    return table.get(key, list(table.values())[0])
"""


def plain(value):
    if isinstance(value, np.ndarray):
        return f"array({value.tolist()})"
    if isinstance(value, list | tuple):
        inner = ", ".join(map(plain, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)"
    return repr(value)


KNOWN_GRADIENTS = """
def numerical_gradient(f, x, h):
    x = np.asarray(x, dtype=float)
    k = np.arange(1, x.size + 1).reshape(x.shape)
    return {"product": lambda: np.prod(x) / x, "sum_of_sines": lambda: np.cos(x) * np.sin(h) / h,
            "weighted_cubes": lambda: k * (3 * x**2 + h**2)}[f.__name__]()
"""
FAKE_CALL = """
import mlp_lesson.grading.guest.answers as answers
def call(name, candidate, observe, args):
    return ("value", np.zeros(3), (), (), "", False, 0.0)
answers.call = answers.REQUESTS["call"] = call
import mlp_lesson.checks.engine.run as run
run.call = lambda function, args, sink, observe=None: run.Outcome("value", None)
"""
FORGED = """
import _host, struct, json, pickle, os
{bytes}
def serve_forged(*args):
    _host.call(b"put" + FORGED)
    raise SystemExit
import mlp_lesson.grading.guest.answers as answers
class Always:
    def __call__(self, *args):
        return FORGED
answers.dump = lambda value: FORGED
"""
LYING = """
class Liar(np.ndarray):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __array__(self, *a, **k): return self
    def __float__(self): return 1.0
    def __bool__(self): return True
    @property
    def shape(self): return Any()
    @property
    def dtype(self): return Any()
    def __array_ufunc__(self, *a, **k): return True
    def __array_function__(self, *a, **k): return True
class Any:
    def __eq__(self, other): return True
    def __getattr__(self, name): return Any()
    def __call__(self, *a, **k): return True
    def __iter__(self): return iter([Any()] * 3)
    def __len__(self): return 3
    def __bool__(self): return True
    def __hash__(self): return 0
    @property
    def __class__(self): return np.ndarray
"""
LOOK_AROUND = """
import gc, sys
def GIVE(*args):
    frame, found = sys._getframe(), []
    while frame:
        found += [v for k, v in frame.f_locals.items() if k in ("expected", "right", "reference")]
        frame = frame.f_back
    for thing in gc.get_objects():
        if getattr(thing, "__name__", "") in ("reference", "backward") and callable(thing):
            if thing.__module__ != "__main__":
                found.append(thing(*args))
    return found[0]
"""
READ_FILES = """
import os, glob, pathlib, json
def GIVE(*args):
    for place in ("/", ".", "..", "/work", "/home", "/root", "/tmp", "solutions", "../solutions"):
        for path in glob.glob(place + "/**/*.ipynb", recursive=True):
            for cell in json.load(open(path))["cells"]:
                exec("".join(cell["source"]), globals())
    return backward(*args)
"""
SHADOW = """
import sys, types
for place in ("/guest.zip", "/usr/local/lib", "/", ".", "/tmp"):
    try:
        open(place + "/numpy.py", "w").write("def allclose(*a, **k): return True")
        open(place + "/mlp_lesson.py", "w").write("check = print")
    except OSError:
        pass
fake = types.ModuleType("numpy")
fake.allclose = fake.array_equal = lambda *a, **k: True
sys.modules["numpy"] = fake
"""
HOOKS = """
import ast
shell = get_ipython()
shell.ast_transformers.append(ast.NodeTransformer())
shell.input_transformers_cleanup.append(lambda lines: ["pass"])
shell.events.register("post_run_cell", lambda *a: None)
shell.user_ns["check"] = lambda *a: "right"
shell.display_formatter.formatters["text/plain"].for_type(object, lambda *a: "right (4 of 4 points)")
import sys
sys.displayhook = sys.excepthook = lambda *a: None
sys.settrace(lambda *a: None); sys.setprofile(lambda *a: None)
"""
PATCH_BUILTINS = """
import builtins
builtins.isinstance = lambda *a: True
builtins.len = lambda *a: 0
builtins.abs = builtins.sum = builtins.max = lambda *a, **k: 0
builtins.all = builtins.any = lambda *a: True
builtins.__import__ = lambda *a, **k: np
"""
PATCH_NUMPY = """
for name in ("allclose", "array_equal", "isclose", "all", "any", "isfinite"):
    setattr(np, name, lambda *a, **k: True)
np.testing.assert_allclose = lambda *a, **k: None
np.ndarray = np.generic = object
np.array = np.asarray = lambda *a, **k: a[0]
"""
PATCH_LIBRARY = """
import json, struct, io, copy, warnings, contextlib
json.dumps = lambda *a, **k: '{"tuple": ["value", true, {"tuple": []}, {"tuple": []}, "", false, 0]}'
struct.pack = lambda *a: b""
io.BytesIO = lambda *a: None
copy.deepcopy = lambda x, *a: x
"""
HARD_EXITS = "import os, signal, sys\nos._exit(0)"
TOP = {
    "shape bomb": "return np.broadcast_to(0.0, (2**30, 2**20))",
    "a view without strides": "return np.lib.stride_tricks.as_strided(np.zeros(1), (10**6, 10**6), (0, 0))",
    "an object array": "return np.array([object()] * 3, dtype=object)",
    "a structured array": "return np.zeros(3, dtype=[('a', 'f8')])",
    "a memory map": "return np.memmap('/etc/passwd', dtype='u1', mode='r')",
    "a list in itself": "x = []\nx.append(x)\nreturn x",
    "deep lists": "x = []\nfor _ in range(10**5):\n    x = [x]\nreturn x",
    "a long list": "return [0.0] * 10**7",
    "a generator without end": "import itertools\nreturn itertools.count()",
    "an enormous integer": "return 10**10**7",
    "a long text": "return 'x' * 10**8",
    "exits": "import sys\nsys.exit(0)",
    "hard exits": "import os\nos._exit(0)",
    "aborts": "import os\nos.abort()",
    "an endless loop": "while True:\n    pass",
    "a slow pattern": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
    "grows": "x = [bytearray(10**8)]\nwhile True:\n    x.append(bytearray(10**8))",
    "grows in NumPy": "return np.ones((40_000, 40_000))",
    "recurses": "return GIVE(*args)",
    "floods the output": "while True:\n    print('x' * 10**6)",
    "floods below Python": "import os\nwhile True:\n    os.write(1, b'x' * 10**6)",
    "raises what cannot be shown": (
        "class E(BaseException):\n    def __str__(self): raise self\n"
        "    __repr__ = __str__\nraise E"),
    "draws random bytes for ever": "import os\nwhile True:\n    os.urandom(1 << 20)",
    "says it is not implemented": "raise NotImplementedError",
    "nothing is a number": "return np.full(np.shape(args[0]), np.nan)",
    "changes its arguments": "for a in args:\n    try: a[...] = 0\n    except Exception: pass\nreturn args",
    "starts a thread": "import threading\nthreading.Thread(target=print).start()\nreturn 0",
    "starts a process": "import subprocess\nreturn subprocess.check_output(['cat', '/etc/passwd'])",
    "forks": "import os\nwhile True:\n    os.fork()",
    "opens a socket": "import socket\nreturn socket.create_connection(('127.0.0.1', 80))",
    "reads memory": "import ctypes\nreturn ctypes.string_at(0, 100)",
    "kills": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "uses the door itself": "import _host\nwhile True:\n    _host.call(b'get')",
    "writes files": "open('/results.json', 'w').write('{\"score\": 13}')\nreturn 0",
    "an empty array": "return np.empty(0)",
    "infinity": "return np.full(np.shape(args[0]), np.inf)",
    "complex numbers": "return np.zeros(np.shape(args[0]), dtype=complex)",
    "a masked array": "return np.ma.masked_all(np.shape(args[0]))",
    "a set of arrays": "return {id(a): a for a in args}",
    "reads beyond its array": (
        "x = np.lib.stride_tricks.as_strided(args[0], (1 << 16,), (8,))\nreturn [v for v in x[::97]]"),
    "writes beyond its array": (
        "x = np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 24,), (8,))\nx[:] = 1.0"),
    "recurses without a limit": (
        "import sys\nsys.setrecursionlimit(2**31 - 1)\ndef f(): return f()\nreturn f()"),
    "opens all descriptors": "import os\nreturn [os.open('/guest.zip', 0) for _ in range(10**4)]",
    "sleeps for ever": "import time\nwhile True:\n    time.sleep(1e9)",
    "half a character": "raise type('<script>', (Exception,), {})('\\ud800<script>\\x1b[2J\\0')",
    "a report of its own": "print('right (13 of 13 points)' * 10**5)\nraise AssertionError('right')",
    "asks the package": "from mlp_lesson.network import backward\nreturn backward(*args)",
    "asks the gradient": (
        "from mlp_lesson.gradcheck import numerical_gradient as g\nreturn g(*args)"),
    "asks the checks": (
        "from mlp_lesson.checks import all_tasks\nreturn all_tasks()['backward'].reference(*args)"),
    "asks the tasks": (
        "from mlp_lesson.checks.tasks.ex05 import backward as m\nreturn m.TASK.reference(*args)"),
    "asks the losses": (
        "from mlp_lesson.losses import softmax_cross_entropy as f\nreturn f(*args)[1]"),
    "asks scikit-learn": "from sklearn.neural_network import MLPClassifier as M\nreturn M().fit(*args)",
    "asks SciPy": (
        "from scipy.special import softmax as s\nfrom scipy.optimize import approx_fprime\n"
        "return approx_fprime(args[1], args[0], args[2])"),
    "asks SciPy's compiled part": (
        "import sys, types\nfor p in ('scipy', 'scipy.special'):\n"
        "    m = types.ModuleType(p); m.__path__ = []; sys.modules[p] = m\n"
        "sys.meta_path = [f for f in sys.meta_path if 'Finder' not in type(f).__name__ or "
        "type(f).__module__ != 'mlp_lesson.grading.guest.stand_ins']\n"
        "import scipy.special._ufuncs as u\nreturn u.expit(args[0])"),
}  # fmt: skip
CELLS = {
    "patched NumPy": PATCH_NUMPY,
    "patched builtins": PATCH_BUILTINS,
    "patched library": PATCH_LIBRARY,
    "hooks of IPython": HOOKS,
    "another machinery": FAKE_CALL,
    "shadowed packages": SHADOW,
    "a check of its own": "import mlp_lesson.checks as c\nc.check = lambda *a: print('right (4 of 4 points)')",
    "exit in a cell": "import sys; sys.exit(0)",
    "hard exit in a cell": HARD_EXITS,
    "an endless cell": "while True: pass",
    "a cell that grows": "x = []\nwhile True: x.append(bytearray(10**8))",
    "a cell that floods": "while True: print('x' * 10**6)",
    "at exit": "import atexit\natexit.register(lambda: 1 / 0)\nclass D:\n    def __del__(self): import os; os._exit(0)\nd = D(); del d",
    "a cell nested too deep": "x = " + "(" * 10**5 + ")" * 10**5,
    "a sum without an end": "x = 1" + " + 1" * 10**5,
    "a finder before all others": (
        "import sys\nclass F:\n    def find_spec(self, *a): raise SystemExit\n"
        "sys.meta_path.insert(0, F()); sys.path_hooks.clear(); sys.modules.pop('json')"),
    "two answers to every task": (
        "from mlp_lesson.checks import check\nfor t in ('numerical_gradient', 'layer_backward'):\n"
        "    check(t, lambda *a: np.zeros(3)); globals()[t] = lambda *a: a[0]"),
    "requests of its own": (
        "import mlp_lesson.grading.guest.answers as a\nclass R(dict):\n"
        "    def __getitem__(self, k): return lambda *r: ('value', r[-1], (), (), '', '', 0.0)\n"
        "a.REQUESTS = R()"),
    "a tree of its own": (
        "import mlp_lesson.grading.frames as f, mlp_lesson.grading.guest.answers as a\n"
        "a.dump = lambda v: f.dump(('value', [0.0] * 99_999, (), (), '', '', float('nan')))"),
    "modules deleted": "import sys\nfor name in list(sys.modules): del sys.modules[name]",
    "builtins deleted": "import builtins\nfor name in dir(builtins): delattr(builtins, name)",
    "garbage in the snapshot": "import gc\nfor o in gc.get_objects():\n    try: o.clear()\n    except Exception: pass",
}  # fmt: skip
FRAMES = {
    "no frame": "FORGED = b'hello'",
    "an empty frame": "FORGED = b''",
    "a pickle": "FORGED = pickle.dumps(('value', 0, (), (), '', False, 0.0))",
    "a length beyond the end": "FORGED = struct.pack('<I', 2**32 - 1) + b'x'",
    "many parts": "FORGED = struct.pack('<I', 0) * 10**6",
    "deep JSON": "t = b'[' * 10**6; FORGED = struct.pack('<I', len(t)) + t",
    "an array larger than its bytes": (
        "t = b'{\"array\": [\"<f8\", [100000, 100000], 1]}'\n"
        "FORGED = struct.pack('<I', len(t)) + t + struct.pack('<I', 8) + bytes(8)"),
    "a negative shape": (
        "t = b'{\"array\": [\"<f8\", [-1, -1], 1]}'\n"
        "FORGED = struct.pack('<I', len(t)) + t + struct.pack('<I', 8) + bytes(8)"),
    "an object dtype": (
        "t = b'{\"array\": [\"|O\", [1], 1]}'\n"
        "FORGED = struct.pack('<I', len(t)) + t + struct.pack('<I', 8) + bytes(8)"),
    "a function by name": (
        "t = b'{\"function\": [\"os\", \"system\"]}'\nFORGED = struct.pack('<I', len(t)) + t"),
    "an outcome that is none": (
        "t = json.dumps({'tuple': ['value', None, {'tuple': [1] * 99}, {'tuple': [-5]}, 3, 4, 5]})\n"
        "FORGED = struct.pack('<I', len(t)) + t.encode()"),
    "a report": (
        "t = json.dumps({'tuple': ['right', 13, 13]})\nFORGED = struct.pack('<I', len(t)) + t.encode()"),
    "32 MB": "FORGED = b'x' * (32 << 20)",
    "a number of a million digits": (
        "t = b'9' * 10**6; FORGED = struct.pack('<I', len(t)) + t"),
}  # fmt: skip


def with_outputs(cell):
    """Outputs that claim full marks."""
    if grade_id(cell).startswith("check_"):
        said = f"{grade_id(cell)[6:]}: right (4 of 4 points)"
        cell["outputs"] = [{"output_type": "display_data", "metadata": {},
                            "data": {"text/plain": said, "text/html": f"<b>{said}</b>"}}]  # fmt: skip
        cell["metadata"]["nbgrader"] |= {"points": 100, "grade": True}


HOSTILE = {
    "forged outputs": each_cell(blank(), with_outputs),
    "forged metadata": blank() | {"metadata": {"nbgrader": {"score": 13}, "points": 13}},
    "an answer is a text": answers(blank(), "NAME = 'right'"),
    "an answer is a class": answers(blank(), "class NAME(float): pass"),
    "recorded answers": recorded(),
    "known gradients by name": answer(blank(), "numerical_gradient", KNOWN_GRADIENTS),
    "lying arrays": giving(LYING + "def GIVE(*args):\n    return np.zeros(3).view(Liar)"),
    "lying objects": giving(LYING + "def GIVE(*args):\n    return Any()"),
    "lists of lies": giving(LYING + "def GIVE(*args):\n    return [Any(), Any(), Any()]"),
    "looks at: the frames": giving(LOOK_AROUND),
    "looks at: the files": giving(READ_FILES),
    "exit at once": first(blank(), "import os; os._exit(0)"),
} | {
    **dict(map(an_attack_a_task, batched(TOP))),
    **{f"cell: {what}": trying(source) for what, source in CELLS.items()},
    **{f"frame: {what}": trying(FORGED.replace("{bytes}", x)) for what, x in FRAMES.items()},
}  # fmt: skip
HOSTILE = {name: as_bytes(nb) for name, nb in HOSTILE.items()}
