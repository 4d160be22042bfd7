"""What a learner sees of the cases: arguments, a word for each result, never the answer."""

import numpy as np

from .plain import describe_type
from .signatures import Pair
from .words import Hint


def show_case(trial, i, *, brief=False):
    """The note of a case and, unless brief, its arguments, the small ones with their values."""
    case = trial.cases[i]
    if brief:
        return _title(case, i)
    names = trial.task.parameters()
    lines = [f"  {n} = {_show(a)}" for n, a in zip(names, case.args, strict=False)]
    return "\n".join([_title(case, i), *lines])


def _title(case, i):
    return case.note or f"case {i + 1}"


def _show(value):
    if isinstance(value, np.ndarray):
        if value.size > 12:
            return f"array of shape {value.shape}"
        return np.array2string(value, precision=4, separator=", ").replace("\n", "")
    if callable(value):
        return getattr(value, "__name__", describe_type(type(value)))
    if isinstance(value, list | tuple):
        if len(value) > 1 and all(isinstance(v, np.ndarray) and v.ndim > 1 for v in value):
            return f"arrays of the shapes {', '.join(str(v.shape) for v in value)}"
        return "[" + ", ".join(_show(v) for v in value[:4]) + (", ...]" if len(value) > 4 else "]")
    if isinstance(value, np.random.Generator):
        return "a random generator"
    return f"{value:.6g}" if isinstance(value, float) else repr(value)


def smallest_case(trial, among=None):
    """The failing case with the fewest numbers: what came back, which of it is right; a question.

    The right values are never shown.
    """
    among = trial.failing() if among is None else among
    sizes = {i: sum(a.size for a in Pair(trial.cases[i].args, 0, 0).arrays()) for i in among}
    i = min(sizes, key=sizes.get)
    wrong = [leaf for leaf in trial.leaves[i] if leaf.word == "wrong"]
    returned = [f"  {_returned(leaf)}" for leaf in wrong[:3]]
    case = "\n".join([*returned, _question(trial, wrong)])
    return Hint("case", f"The smallest case that fails: {show_case(trial, i)}", case=case)


def list_returned(trial, wrong):
    """The case of a list that has too many entries or too few, and the list; "" for any other."""
    i = wrong[0].at
    got = trial.outcomes[i].value
    if trial.task.parts or not isinstance(trial.expected[i].value, list) or type(got) is not list:
        return ""
    shown = str(got) if len(str(got)) <= 100 else f"{str(got)[:100]} ..."
    return f"The case: {show_case(trial, i)}\n  your function returned {shown}"


def _returned(leaf):
    """What came back, and how many of its entries are right."""
    got, known = np.asarray(leaf.got), _right_entries(leaf)
    what = f"{leaf.label or 'your function'} returned {_show(got if got.ndim else float(got))}"
    if got.ndim == 0:
        return what
    places = [", ".join(str(k) for k in at) for at in np.argwhere(known)[:4]]
    shown = f" (such as [{places[0]}])" if places else ""
    return f"{what}: {known.sum()} of {known.size} entries are right{shown}"


def _right_entries(leaf):
    """Mask of the entries that are right; the shapes are equal."""
    got, expected = np.asarray(leaf.got, float), np.asarray(leaf.expected, float)
    return np.isclose(got, expected, rtol=1e-6, atol=1e-9)


def _question(trial, wrong):
    if any(np.ndim(leaf.got) and _right_entries(leaf).any() for leaf in wrong):
        return "What have the wrong entries in common: their sign, their row, their place?"
    if len(trial.failing()) < len(trial.called()):
        return "What is special in this case, beside those that are right?"
    return "Work one number of it out by hand: which of your lines is the first to differ?"


def table(trial):
    """(columns, rows): a word for each case and part of the result. Empty if all failed alike."""
    parts = list(trial.task.parts) or ["result"]
    tried = trial.called()
    shown = [i for i, case in enumerate(trial.cases) if i in tried or not case.speed]
    rows = [[_title(trial.cases[i], i), *_words(trial, i, parts)] for i in shown]
    said = {word for _, *words in rows for word in words}
    if len(said) == 1 and "right" not in said.pop():
        return (), ()
    return ["case", *parts], rows


def _words(trial, i, parts):
    outcome = trial.outcomes[i]
    whole = {
        "skipped": "not run",
        "timeout": f"no answer in {outcome.seconds:g} s",
        "died": "ended Python",
        "error": outcome.error[0] if outcome.error else "",
    }.get(outcome.kind)
    if whole:
        return [whole] * len(parts)
    words = [_word(trial, i, part) for part in parts]
    if set(words) == {"right"} and trial.fails(i):
        spoiled = "right, but changes its input" if outcome.changed else "wrong"  # a promise broken
        words = ["right, but warns" if outcome.warned else spoiled] * len(parts)
    return words


def _word(trial, i, part):
    wrong = [leaf for leaf in trial.leaves[i] if leaf.word != "right" and leaf.part in ("", part)]
    if not wrong:
        return "wrong" if trial.broken[i] and not trial.leaves[i] else "right"
    labels = [leaf.label.removeprefix(part) for leaf in wrong if leaf.label != part]
    word = wrong[0].word if len({leaf.word for leaf in wrong}) == 1 else "wrong"
    return f"{word} in {' '.join(labels)}" if any(labels) else word
