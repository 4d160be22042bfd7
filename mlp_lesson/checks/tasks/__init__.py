"""The tasks of the exercises: exNN/<task>.py holds a TASK, exNN/__init__.py their ORDER."""

import importlib
import pkgutil
from functools import cache


@cache
def load():
    """{name: (number of the exercise, task)}, in the order of the exercises."""
    return {
        name: (exercise[2:], importlib.import_module(f"{__name__}.{exercise}.{name}").TASK)
        for exercise in exercises()
        for name in importlib.import_module(f"{__name__}.{exercise}").ORDER
    }


def exercises():
    """The folders here: "ex01", "ex02", ..."""
    return sorted(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg)
