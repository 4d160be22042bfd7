"""check and grader say the same of an answer: right in the notebook is right in the sandbox.

The answers are those of tests/answers, one of each kind and task; their source goes into the
notebook. What check says of every one of them is tested in test_tasks.py.
"""

import ast
import random
from typing import NamedTuple

import numpy as np
import pytest
from answer_files import FOLDER, PLACES, answers
from exercise_05 import as_bytes, code_cell

from mlp_lesson.checks import examine, exercise_of
from mlp_lesson.grading import cut, tasks

TRAINED = {"fit_moons", "fit_digits"}  # seconds an answer
LISTS = {"right": ["RIGHT"], "wrong": ["WRONG", "HELD_OUT"]}
CELL = """
space = {{}}
for statement in {statements!r}:
    try:
        exec(statement, space)
    except Exception:
        pass  # what is not in the sandbox
{name} = eval({expression!r}, space)
"""


class Answer(NamedTuple):
    task: str
    source: str  # of a cell that defines it
    place: str  # such as "WRONG[3]"


def sampled(name, verdict, n, rng):
    """n Answers to a task, of those that are written out in their list and use what is allowed."""
    body = statements_of(FOLDER / f"{PLACES[name]}.py")
    missing = not_in_the_sandbox(body, exercise_of(name))
    written = {node.targets[0].id: node.value for node in body if is_list(node)}
    source = [ast.unparse(node) for node in body if not is_list(node)]
    found = []
    for kind in (kind for kind in LISTS[verdict] if kind in written):
        entries, functions = written[kind].elts, answers(name, kind)
        if len(entries) == len(functions):
            for i, (node, function) in enumerate(zip(entries, functions, strict=True)):
                node = node.elts[0] if verdict == "wrong" else node
                function = function[0] if verdict == "wrong" else function
                if text := getattr(function, "cell", ""):  # a program of exercise 13, edited
                    found.append(Answer(name, text, f"{kind}[{i}]"))
                    continue
                if cut.uses(ast.Expr(node)) & missing:
                    continue
                cell = CELL.format(statements=source, name=name, expression=ast.unparse(node))
                found.append(Answer(name, cell, f"{kind}[{i}]"))
    return rng.sample(found, min(n, len(found)))


def statements_of(path):
    """The statements of a file of answers, those of files beside it that it uses among them."""
    body = ast.parse(path.read_text("utf-8")).body
    beside = [node for node in body if isinstance(node, ast.ImportFrom) and node.level]
    more = [statements_of(path.with_name(f"{node.module}.py")) for node in beside]
    there = [node for part in more for node in part if not is_list(node)]
    return there + [node for node in body if node not in beside]


def not_in_the_sandbox(body, exercise):
    """The names that come from what the exercise does not allow, or use such a name."""
    missing, before = set(), None
    allowed = cut.ALLOWED[exercise]
    while missing != before:
        before = set(missing)
        for node in body:
            if isinstance(node, ast.ImportFrom) and node.module.startswith("mlp_lesson."):
                there = allowed.get(node.module.removeprefix("mlp_lesson."), [])
                names = {alias.asname or alias.name for alias in node.names if "*" not in there}
                missing |= names - set(there)
            elif isinstance(node, ast.ImportFrom) and node.module.split(".")[0] in cut.ABSENT:
                missing |= {alias.asname or alias.name for alias in node.names}
            elif not is_list(node) and cut.uses(node) & missing:
                missing |= cut.bound([node])
    return missing


def is_list(node):
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.List)


def verdicts(oracle, picked):
    """{task: Mark} for one Answer a task, all in one notebook."""
    cells = [code_cell("import numpy as np"), *(code_cell(answer.source) for answer in picked)]
    graded = oracle.grade(as_bytes({"cells": cells}))
    return {mark.task: mark for mark in graded.marks}


@pytest.mark.parametrize("exercise", tasks.exercises())
@pytest.mark.parametrize("verdict", LISTS)
def test_check_and_grader_agree(oracle_of, exercise, verdict):
    rng = random.Random(f"{exercise} {verdict}")
    names = [task.name for task in tasks.of(exercise) if task.name not in TRAINED]
    picked = [answer for name in names for answer in sampled(name, verdict, 1, rng)]
    assert len(picked) >= 3
    marks = verdicts(oracle_of(exercise), picked)
    for answer in picked:
        assert marks[answer.task].verdict == verdict, (answer.place, marks[answer.task].report)


def test_right_values_with_an_overflow_are_wrong_for_both(oracle_of):
    source = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
    mark = verdicts(oracle_of("03"), [Answer("sigmoid", source, "")])["sigmoid"]
    space = {"np": np}
    exec(source, space)
    assert mark.verdict == examine("sigmoid", space["sigmoid"]).verdict == "wrong"
