"""Submissions in good faith: {what is special: (notebook, points it must get)}."""

import json

from exercise_05 import (
    ALL,
    POINTS,
    answer,
    answers,
    as_bytes,
    blank,
    code_cell,
    drop,
    each_cell,
    first,
    grade_id,
    index_of,
    last,
    solution_of,
    solved,
    source_of,
)  # fmt: skip

CHECKS = [f"check_{task}" for task in POINTS]

EINSUM = """
def layer_backward(delta, A_prev, W):
    return (np.einsum("ni,nj->ij", A_prev, delta), np.einsum("nj->j", delta),
            np.einsum("nj,ij->ni", delta, W))
"""
LOOPS = """
def layer_backward(delta, A_prev, W):
    n, n_out = delta.shape
    dW, db, dA = np.zeros(W.shape), np.zeros(n_out), np.zeros(A_prev.shape)
    for r in range(n):
        for j in range(n_out):
            db[j] += delta[r, j]
            for i in range(W.shape[0]):
                dW[i, j] += A_prev[r, i] * delta[r, j]
                dA[r, i] += delta[r, j] * W[i, j]
    return dW, db, dA
"""
WRONG = "def hidden_delta(delta_next, W_next, Z, f_prime):\n    return delta_next @ W_next.T\n"
FOREIGN = """
import pandas as pd, scipy.special, torch, seaborn as sns, matplotlib.pyplot as plt
from sklearn.neural_network import MLPClassifier
from scipy.special import expit
from mlp_lesson.network import forward
from mlp_lesson import widgets, plots
import numpy as np
"""
MAGIC = "%matplotlib inline\n%load_ext autoreload\n!pip install numpy\nimport numpy as np\nnp.array?"
TIMED = "%%time\n"
PLOTS = """
import matplotlib.pyplot as plt
fig, axes = plt.subplots(1, 2, figsize=(8, 3))
axes[0].plot([1, 2], [3, 4]); fig.suptitle("mine"); plt.show()
with plt.style.context("ggplot"):
    plt.imshow([[1]]); plt.colorbar()
"""
NESTED = """
def make(task):
    def inner(Z, Y):
        return (softmax(Z) - Y) / len(Z)
    return inner
output_delta = make("output")
"""
CALLABLE = """
from functools import partial
def general(Z, Y, scale):
    return (softmax(Z) - Y) / (scale * len(Z))
output_delta = partial(general, scale=1)
"""
TYPED = """
from typing import NamedTuple
class Gradients(NamedTuple):
    dW: np.ndarray
    db: np.ndarray
    dA: np.ndarray
def layer_backward(delta: np.ndarray, A_prev: np.ndarray, W: np.ndarray) -> Gradients:
    return Gradients(A_prev.T @ delta, delta.sum(axis=0), delta @ W.T)
"""
PROGRESS = """
from tqdm.auto import tqdm
def output_delta(Z, Y):
    D = np.empty(np.shape(Z), dtype=float)
    for i in tqdm(range(len(Z))):
        D[i] = (softmax(Z[i:i + 1])[0] - Y[i]) / len(Z)
    return D
"""
SLEEPS = """
import time
def hidden_delta(delta_next, W_next, Z, f_prime):
    time.sleep(2)
    return (delta_next @ W_next.T) * f_prime(Z)
"""


def renamed():
    """An edited check cell: the function has a name of its own."""
    nb = answer(solved(), "output_delta", "def mine(Z, Y):\n    return (softmax(Z) - Y) / len(Z)")
    return answer(nb, "check_output_delta", 'check("output_delta", mine)')


def moved():
    nb = solved()
    checks = [cell for cell in nb["cells"] if grade_id(cell) in CHECKS]
    return drop(nb, *CHECKS) | {"cells": checks + drop(nb, *CHECKS)["cells"]}


def doubled():
    nb = solved()
    nb["cells"] = [c for cell in nb["cells"] for c in [cell] * (2 if grade_id(cell) else 1)]
    return nb


def helper_above(below=False):
    nb = answer(solved(), "hidden_delta",
                "def hidden_delta(delta_next, W_next, Z, f_prime):\n"
                "    return helper(delta_next, W_next) * f_prime(Z)")  # fmt: skip
    place = index_of(nb, "hidden_delta") + (3 if below else -3)
    nb["cells"].insert(place, code_cell("def helper(d, W):\n    return d @ W.T"))
    return nb


def written_elsewhere():
    """The answer's cell is untouched, the answer stands in a cell at the end."""
    nb = answer(solved(), "backward", source_of(blank()["cells"][index_of(blank(), "backward")]))
    return last(nb, solution_of("backward"))


def colab():
    nb = each_cell(solved(), lambda cell: (cell.pop("id"), cell["metadata"].update(
        {"id": "x1", "colab": {"base_uri": "https://localhost"}, "outputId": "y"})))  # fmt: skip
    return nb | {"nbformat_minor": 0, "metadata": {"colab": {"provenance": []}, "kernelspec": {
        "name": "python3", "display_name": "Python 3"}, "accelerator": "GPU"}}  # fmt: skip


def vs_code():
    def change(cell):
        cell["metadata"] = {"vscode": {"languageId": "python"}}
        cell["source"] = source_of(cell).splitlines(keepends=True)

    return each_cell(solved(), change)


def kernelspec(spec):
    nb = solved()
    nb["metadata"] = {"kernelspec": spec} if spec else {}
    return nb


def overwritten():
    """After its check the name is used for something else."""
    nb = solved()
    at = index_of(nb, "check_output_delta")
    nb["cells"].insert(at + 1, code_cell("output_delta = output_delta(np.eye(3), np.eye(3))"))
    return nb


def large():
    """50 MB, nearly all of it one output."""
    nb = solved()
    nb["cells"][-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]
    return nb


def windows():
    return json.dumps(solved(), indent=1).replace("\\n", "\\r\\n").encode("utf-8-sig")


HONEST = {
    "all right": (solved(), ALL),
    "untouched": (blank(), 0),
    "two tasks of seven": (
        answer(answer(blank(), "numerical_gradient", solution_of("numerical_gradient")),
               "output_delta", solution_of("output_delta")), 4),
    "one wrong, and one that uses it": (answer(solved(), "hidden_delta", WRONG), ALL - 2 - 4),
    "an error in a cell of one's own": (first(solved(), "1 / 0"), ALL),
    "a cell that is no Python": (first(solved(), "this is a note, not code!"), ALL),
    "text after a definition fails": (last(solved(), "def x():\n    pass\nprint(undefined)"), ALL),
    "warnings on stderr": (
        first(solved(), "import sys, warnings\nwarnings.warn('careful')\n"
              "print('oh', file=sys.stderr)"), ALL),
    "checks deleted": (drop(solved(), *CHECKS), ALL),
    "checks moved to the top": (moved(), ALL),
    "cells duplicated": (doubled(), ALL),
    "check edited to another name": (renamed(), ALL),
    "check commented out": (answer(solved(), "check_backward", "# check('backward', backward)"), ALL),
    "unknown kernelspec": (kernelspec({"name": "my-env", "display_name": "Mine"}), ALL),
    "no metadata": (kernelspec(None), ALL),
    "debug prints": (
        answer(solved(), "output_delta", solution_of("output_delta").replace(
            "    return", "    print(Z, Y, 'debug' * 1000)\n    return")), ALL),
    "loops": (answer(solved(), "layer_backward", LOOPS), ALL),
    "einsum": (answer(solved(), "layer_backward", EINSUM), ALL),
    "sleeps": (answer(solved(), "hidden_delta", SLEEPS), ALL),
    "saved by Colab": (colab(), ALL),
    "saved by VS Code": (vs_code(), ALL),
    "a helper three cells up": (helper_above(), ALL),
    "a helper further down": (helper_above(below=True), ALL),
    "magic commands": (first(solved(), MAGIC), ALL),
    "a timed cell": (answer(solved(), "backward", TIMED + solution_of("backward")), ALL),
    "imports of what is not here": (first(solved(), FOREIGN), ALL),
    "plots": (last(solved(), PLOTS), ALL),
    "plots before the answer in its cell": (
        answer(solved(), "backward", PLOTS + solution_of("backward")), ALL),
    "a closure": (answer(solved(), "output_delta", NESTED), ALL),
    "a partial": (answer(solved(), "output_delta", CALLABLE), ALL),
    "a named tuple": (answer(solved(), "layer_backward", TYPED), ALL),
    "a progress bar": (answer(solved(), "output_delta", PROGRESS), ALL),
    "overwritten after its check": (overwritten(), ALL),
    "written in a new cell": (written_elsewhere(), ALL),
    "await at the top": (last(solved(), "import asyncio\nawait asyncio.sleep(0)"), ALL),
    "asks for input": (first(solved(), "name = input('your name? ')"), ALL),
    "stops itself at the end": (last(solved(), "exit()"), ALL),
    "Windows line ends and a byte order mark": (windows(), ALL),
    "50 MB of output": (large(), ALL),
    "an experiment that never ends": (
        answer(solved(), "backward", solution_of("backward") + "\n\nwhile True:\n    pass"), ALL),
    "answers with decorators": (
        answer(solved(), "hidden_delta", "import functools\n@functools.lru_cache(None)\n"
               "def two(): return 2\n@functools.wraps(len)\n" + solution_of("hidden_delta")), ALL),
    "a method": (
        answer(solved(), "output_delta", "class Net:\n    def delta(self, Z, Y):\n"
               "        return (softmax(Z) - Y) / len(Z)\noutput_delta = Net().delta"), ALL),
    "longdouble inside": (
        answer(solved(), "output_delta", "def output_delta(Z, Y):\n"
               "    return ((softmax(Z).astype(np.longdouble) - Y) / len(Z)).astype(float)"), ALL),
    "a column of ones as a matrix product": (
        answer(solved(), "layer_backward", "def layer_backward(delta, A_prev, W):\n"
               "    return A_prev.T @ delta, np.ones(len(delta)) @ delta, delta @ W.T"), ALL),
    "a walrus, a match, an f-string": (
        answer(solved(), "output_delta", "def output_delta(Z, Y):\n    match len(Z):\n"
               "        case n if (m := n):\n            f'{m!r:>{9}}'\n"
               "            return (softmax(Z) - Y) / m"), ALL),
    "seeds and settings of NumPy": (
        first(solved(), "import numpy as np\nnp.random.seed(0); np.set_printoptions(precision=2)\n"
              "np.seterr(all='raise')\nimport warnings; warnings.simplefilter('error')"), ALL),
    "a logger": (
        first(solved(), "import logging\nlogging.basicConfig(level=10)\n"
              "logging.getLogger(__name__).warning('begun')"), ALL),
    "saves and loads its own file": (
        last(solved(), "np.save('w.npy', np.zeros(3)); open('notes.txt', 'w').write('x')"), ALL),
    "tests of its own with assert": (
        last(solved(), "import unittest\nassert output_delta(np.eye(3), np.eye(3)).shape == (3, 3)\n"
             "assert False, 'not yet'"), ALL),
    "half a character in a comment and a text": (
        first(solved(), "# \ud83d\nnote = '\ud83d'"), ALL),
    "Greek letters": (
        answer(solved(), "output_delta", "def output_delta(Ζ, Υ):  # Greek\n"
               "    return (softmax(Ζ) - Υ) / len(Ζ)"), ALL),
    "every function in one cell": (
        last(answers(blank(), ""), "\n\n".join(map(solution_of, POINTS))), ALL),
}  # fmt: skip
HONEST = {name: (as_bytes(nb), points) for name, (nb, points) in HONEST.items()}
