"""What the tasks of exercise 11 share."""

from ...engine.task import Invariant


def one_of(allowed, count, hint):
    """Is each of the answers of a decision one of those that there are?"""

    def holds(args, value):
        if not isinstance(value, list | tuple) or len(value) != count:
            return True  # said by the engine
        return all(isinstance(entry, type(allowed[0])) and entry in allowed for entry in value)

    return Invariant("no-such-answer", hint, holds)
