"""Repairs, right and wrong: the program as it is handed out, with some of its text replaced."""

from itertools import count

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine.slips import function_of

NUMBERS = count(1)
IMPORTS = """\
from itertools import pairwise

import numpy as np

from mlp_lesson.activations import sigmoid, softmax
"""


def repairs_of(name):
    """edited(old, new, old, new, ...): the program of the task with each old text, which stands
    there once, replaced by the new one; a function. Its `cell` is what a notebook would hold.
    """
    task = all_tasks()[name]

    def edited(*texts):
        source = task.program()
        for old, new in zip(texts[::2], texts[1::2], strict=True):
            assert source.count(old) == 1, f"{name}: {old!r} stands {source.count(old)} times"
            source = source.replace(old, new)
        function = function_of(task.reference, source, f"<{name}, repair {next(NUMBERS)}>", {})
        function.cell = f"{IMPORTS}\n{source}"
        return function

    return edited
