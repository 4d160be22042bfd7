"""Quiz questions made from the tasks and their mistakes: thousands, each known by its id.

    spot:backward/bias-mean        one line of the function is wrong: which?
    explain:backward/bias-mean     what would go wrong with this other line?
    print:sigmoid/2                what does the function print for these arguments?
    shapes:layer_backward/dW-1     which shape has dW, for arguments of other shapes than so far?
    failure:zeros/1007             what went wrong in this training? (failures/asking.py)

The first four are made only of tasks that the learner has passed: three of them show the answer.
"""

import random
from collections.abc import Iterable
from difflib import SequenceMatcher

import numpy as np

from .checks import all_tasks, exercise_of
from .checks.engine.parsons import changed_line, statements
from .checks.engine.run import run_here
from .checks.engine.slips import source_of
from .checks.engine.task import Task
from .course import Question
from .failures.asking import made as made_of_failure

LARGEST = 6  # numbers in all arguments that can be worked by hand
SIZES = range(2, 10)  # from which the axes of new arguments are drawn
VARIANTS = 3  # questions on the shape of one result, each with other sizes


def made(id: str) -> Question:
    """The Question of this id, always the same; ValueError if none can be made of it."""
    kind, _, rest = id.partition(":")
    if kind == "failure":
        return _possible(id, made_of_failure(rest))
    name, _, what = rest.partition("/")
    task = all_tasks().get(name)
    if task is None or kind not in MAKERS or not task.parameters():  # a decision is no code
        raise ValueError(f"There is no question {id!r}.")
    if task.handed_out:  # its hints speak to who has just changed the program
        raise ValueError(f"No question can be made of {id!r}: its program was one.")
    return _possible(id, MAKERS[kind](task, what, random.Random(id)))


def _possible(id, question):
    if question is None:
        raise ValueError(f"No question can be made of {id!r}.")
    return question


def ids_of(kind: str, task: Task) -> Iterable[str]:
    """Ids that a question of this kind may have; not all of them can be made."""
    if kind == "print":
        return [f"print:{task.name}/{i}" for i in range(len(task.fixed_cases()))]
    if kind == "shapes":
        parts = _results(task, _plain_case(task))
        return [f"shapes:{task.name}/{part}-{i}" for part in parts for i in range(VARIANTS)]
    return [f"{kind}:{task.name}/{mistake.id}" for mistake in task.mistakes]


def _spot(task, what, rng):
    right = statements(source_of(task.reference), task.parts)
    mistake, changed = _mistake(task, what, right)
    if changed is None or len(right) < 3 or changed[1] in right:
        return None
    place, wrong = changed
    lines = [*right[:place], wrong, *right[place + 1 :]]
    if len(set(lines)) < len(lines):
        return None
    reasons = dict.fromkeys((_flat(line) for line in lines), "This line is as it should be.")
    reasons[_flat(wrong)] = mistake.hint
    return _question(
        f"spot:{task.name}/{what}", task, "One line is wrong. Which one, and why?", reasons,
        _flat(wrong), code=_code(task, lines), shows="to find a mistake in code that runs",
    )  # fmt: skip


def _explain(task, what, rng):
    right = statements(source_of(task.reference), task.parts)
    mistake, changed = _mistake(task, what, right)
    if changed is None or _flat(changed[1]) == _flat(right[changed[0]]):
        return None
    others = []
    for other in rng.sample(list(task.mistakes), len(task.mistakes)):
        if len(others) < 2 and all(_differ(other.hint, x.hint) for x in (mistake, *others)):
            others.append(other)
    if len(others) < 2:
        return None
    options = [mistake, *others]
    rng.shuffle(options)
    place, wrong = changed
    reasons = {o.hint: f"That would be another mistake: {o.id.replace('-', ' ')}." for o in options}
    reasons[mistake.hint] = f"So it has to be `{_flat(right[place])}`."
    asks = f"Right is `{_flat(right[place])}`. What would be wrong with `{_flat(wrong)}`?"
    return _question(
        f"explain:{task.name}/{what}", task, asks, reasons, mistake.hint,
        shows="to say why a line has to be as it is",
    )  # fmt: skip


def _print(task, what, rng):
    args = _by_hand({f"{i}": case.args for i, case in enumerate(task.fixed_cases())}.get(what, ()))
    if args is None or task.observe or not task.unique:
        return None
    right = _printed(task.reference, args)
    wrong = {}
    for mistake in rng.sample(list(task.mistakes), len(task.mistakes)):
        text = _printed(mistake.wrong, args) if mistake.wrong and not mistake.by else None
        if text not in (None, right) and text not in wrong and len(wrong) < 3:
            wrong[text] = mistake.hint
    if right is None or len(wrong) < 2:
        return None
    reasons = wrong | {right: "Line by line, with these numbers put in, this comes out."}
    options = dict(rng.sample(list(reasons.items()), len(reasons)))
    call = f"{task.name}({', '.join(_written(arg) for arg in args)})"
    code = _code(task, statements(source_of(task.reference), task.parts))
    return _question(
        f"print:{task.name}/{what}", task, "What does this print?", options, right,
        code=f"{code}\n\nprint(np.round({call}, 3))", shows="to run code in your head",
    )  # fmt: skip


def _shapes(task, what, rng):
    args = _resized(_plain_case(task), rng)
    given, results = _arrays(task, args), _results(task, args)
    whole = {k: v for k, v in zip(task.parameters(), args, strict=False) if type(v) is int}
    part = what.rpartition("-")[0]
    right = results.get(part)
    if not right or not _follows(right, given, whole):
        return None
    wrong = _other_shapes(right, given)
    if len(wrong) < 2:
        return None
    equation = (task.reference.__doc__ or "").strip().partition("\n")[0]
    because = f"{equation} " if equation.endswith(".") else ""
    reasons = wrong | {right: f"{because}Arrays of these shapes give just that."}
    options = {str(shape): reasons[shape] for shape in rng.sample(list(reasons), len(reasons))}
    lines = [f"{name:<10} {value}" for name, value in (given | whole).items()]
    names = ", ".join(task.parts) or "result"
    code = "\n".join([*lines, "", f"{names} = {task.name}({', '.join(task.parameters())})"])
    return _question(
        f"shapes:{task.name}/{what}", task, f"Which shape has `{part}`?", options, str(right),
        code=code, shows="to know what goes in and what comes out, without running it",
    )  # fmt: skip


def _plain_case(task):
    """The arguments of a case whose arrays are few (eight at most) and have different lengths."""

    def plainness(args):
        shapes = list(_arrays(task, args).values())
        lengths = {length for shape in shapes for length in shape}
        return len(shapes) <= 8, len(lengths), -len(shapes)

    return max((case.args for case in task.fixed_cases() if not case.speed), key=plainness)


def _resized(args, rng):
    """The arguments with the numbers they hold, and all axes that had one length of a new one."""
    axes = {length for _, array in _leaves("", args) for length in array.shape if length > 1}
    if len(axes) > len(SIZES):
        return args
    new = dict(zip(sorted(axes), rng.sample(SIZES, len(axes)), strict=True))

    def changed(value):
        if type(value) in (list, tuple):
            return type(value)(changed(one) for one in value)
        if isinstance(value, np.ndarray):
            return np.resize(value, [new.get(length, length) for length in value.shape])
        return value

    return changed(args)


def _leaves(name, value):
    """(name, array) of all arrays in a value; in a list they are called name[0], name[1], ..."""
    if type(value) in (list, tuple):
        for i, one in enumerate(value):
            yield from _leaves(f"{name}[{i}]", one)
    elif isinstance(value, np.ndarray):
        yield name, value


def _arrays(task, args):
    """{name: shape} of all arrays among the arguments."""
    named = zip(task.parameters(), args, strict=False)  # the last may have defaults
    return {key: array.shape for name, arg in named for key, array in _leaves(name, arg)}


def _results(task, args):
    """{name: shape} of all arrays in the reference's result; {} if it fails, or is no array."""
    if task.observe or not task.unique:
        return {}
    [outcome] = run_here(task.reference, [args])
    if outcome.kind != "value":
        return {}
    whole = [("result", outcome.value)]
    named = zip(task.parts, outcome.value, strict=True) if task.parts else whole
    return {key: a.shape for name, value in named for key, a in _leaves(name, value) if a.ndim}


def _follows(right, given, whole):
    """Can the shape be told from what is given, and is there something to think about?"""
    lengths = {length for shape in given.values() for length in shape}
    products = {n * m for n in lengths for m in lengths}
    return set(right) <= lengths | products | set(whole.values()) and set(given.values()) != {right}


def _other_shapes(right, given):
    """{shape: why it is not that}, three at most, the likeliest first."""
    lengths = list(dict.fromkeys(length for shape in given.values() for length in shape))
    reasons = {right[::-1]: "Rows and columns are exchanged."} if len(right) > 1 else {}
    for name, shape in given.items():
        reasons.setdefault(shape, f"That is the shape of `{name}`.")
    for shape in [*((n,) for n in lengths), *((n, m) for n in lengths for m in lengths)]:
        reasons.setdefault(shape, "Put the lengths into the equation once more.")
    reasons.pop(right, None)
    return dict(list(reasons.items())[:3])


MAKERS = {"spot": _spot, "explain": _explain, "print": _print, "shapes": _shapes}


def _question(id, task, asks, reasons, right, *, shows, code=""):
    number = exercise_of(task.name)
    shows = f"{shows} (`{task.name}`, exercise {number})"
    return Question(id, asks, reasons, right, recalls=number, code=code, shows=shows)


def _mistake(task, id, right):
    """(the mistake of this id, what it changes in these lines or None)"""
    mistake = next((known for known in task.mistakes if known.id == id), None)
    return mistake, mistake and changed_line(task, mistake, right)


def _code(task, lines):
    body = "\n".join(lines).replace("\n", "\n    ")
    return f"def {task.name}({', '.join(task.parameters())}):\n    {body}"


def _flat(statement):
    return " ".join(statement.split())


def _differ(hint, other):
    return SequenceMatcher(None, hint, other).ratio() < 0.6


def _by_hand(args):
    """The arguments with one decimal; None if they are not a few numbers."""
    numbers = all(isinstance(arg, int | float | np.ndarray) for arg in args)
    if not numbers or not 0 < sum(map(np.size, args)) <= LARGEST:
        return None
    if not all(np.all(np.abs(arg) < 100) for arg in args):
        return None
    return tuple(
        np.round(arg, 1) + 0 if isinstance(arg, np.ndarray) else round(arg, 1) for arg in args
    )


def _written(arg):
    return f"np.array({arg.tolist()})" if isinstance(arg, np.ndarray) else repr(arg)


def _printed(function, args):
    """What print(np.round(f(*args), 3)) shows; None if that is no number or array of numbers."""
    [outcome] = run_here(function, [args])
    value = outcome.value
    if outcome.kind != "value" or not isinstance(value, int | float | np.ndarray):
        return None
    if np.asarray(value).dtype.kind not in "iuf" or not np.all(np.isfinite(value)):
        return None
    return " ".join(str(np.round(value, 3) + 0).split())  # + 0: no -0.
