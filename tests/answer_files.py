"""tests/answers/exNN/<task>.py: answers to a task that no learner's check ever runs.

    RIGHT     functions that must pass: other algorithms, loops, einsum
    SLOW      functions that are right but far slower than need be
    UNCHANGED programs of exercise 13 that return what they did as they were handed out
    WRONG     (function, id of the mistake that must be named, or words that must be said)
    HELD_OUT  (function, cause in words, [keyword, ...]): written by people who have not seen the
              task's mistakes. A hint names the cause if it contains one of the keywords
              (a keyword "a+b" asks for both).

Each may be missing but HELD_OUT.
"""

import importlib
from pathlib import Path

from mlp_lesson.checks import all_tasks, exercise_of

FOLDER = Path(__file__).parent / "answers"
PLACES = {name: f"ex{exercise_of(name)}/{name}" for name in all_tasks()}  # "ex05/backward"


def answers(name, kind):
    """The list of that kind in the file of the task; empty if there is none."""
    if not (FOLDER / f"{PLACES[name]}.py").exists():
        return []
    return getattr(importlib.import_module(f"answers.{PLACES[name].replace('/', '.')}"), kind, [])
