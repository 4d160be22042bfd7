"""What `from mlp_lesson.checks import ...` gives to a learner's cells in the guest."""

from .stand_ins import Silent

HANDED_IN: dict = {}  # name of a task: the function that was handed to its check last


def check(name=None, function=None, *_, **__):
    """Judges nothing here; remembers which function was meant."""
    if isinstance(name, str) and callable(function):
        HANDED_IN[name] = function
    return function


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Silent(f"mlp_lesson.checks.{name}")
