"""Two causes at once: known mistakes that give, only together, what an answer gives.

Tried when nothing else explains the wrong values. What is found is proved by outputs, but other
mistakes might give the same: the learner is told "perhaps".
"""

import itertools

from .compare import same_outcome
from .repairs import STILL_THERE
from .run import run_here
from .slips import Slip
from .words import Hint

FIRST = (
    "Perhaps two things at once, each told as if it were the only one: together they give just "
    "what your function returned. First: "
)


def two_at_once(trial):
    """Two Hints, or none: results exchanged and a mistake, or two slips of the reference."""
    wrong = [i for i, o in enumerate(trial.outcomes) if o.kind == "value" and trial.leaves[i]]
    wrong = [i for i in wrong if any(leaf.word != "right" for leaf in trial.leaves[i])]
    if len(wrong) < 2:  # one value fits too many mistakes
        return []
    first, second = _exchanged_and_slip(trial) or _two_slips(trial, wrong) or (None, None)
    if first is None:
        return []
    if trial.task.handed_out and trial.task.handed_out in (first.id, second.id):
        return [Hint("mistake", STILL_THERE, id=trial.task.handed_out)]
    return [
        first._replace(text=f"{FIRST}{first.text}"),
        second._replace(text=f"Second: {second.text}"),
    ]


def _hint(mistake):
    return Hint("mistake", mistake.hint, id=mistake.id)


def _slips(task):
    return [m for m in task.mistakes if isinstance(m.wrong, Slip)]


def _gives_all(trial, function, turn=lambda value: value):
    """Does this function give the answer's outcomes, case by case, until one differs?"""
    for case, outcome in zip(trial.cases, trial.outcomes, strict=True):
        if case.speed:
            continue
        [other] = run_here(function, [case.args], observe=trial.task.observe)
        if other.kind == "value":
            other = other._replace(value=turn(other.value))
        if not same_outcome(outcome, other, trial.task):
            return False
    return True


def _exchanged_and_slip(trial):
    parts = list(trial.task.parts)
    for order in itertools.permutations(range(len(parts))):
        moved = [parts[i] for i, j in enumerate(order) if i != j]
        if not moved:
            continue

        def turned(value, order=order):
            fits = isinstance(value, list | tuple) and len(value) == len(parts)
            return tuple(value[i] for i in order) if fits else value

        for mistake in _slips(trial.task):
            if _gives_all(trial, mistake.wrong, turned):
                names = f"{', '.join(moved[:-1])} and {moved[-1]}"
                text = f"{names} are exchanged: return ({', '.join(parts)})."
                return Hint("mistake", text), _hint(mistake)
    return None


def _two_slips(trial, wrong):
    """Two Hints of slips whose edits, made together, give the answer's outcomes."""
    telling = trial.cases[wrong[0]].args
    seen = trial.outcomes[wrong[0]]
    for a, b in itertools.combinations(_slips(trial.task), 2):
        both = _merged(a.wrong, b.wrong)
        if both is None:
            continue
        [here] = run_here(both, [telling], observe=trial.task.observe)
        if same_outcome(seen, here, trial.task) and _gives_all(trial, both):
            return _hint(a), _hint(b)
    return None


def _merged(a, b):
    """Both edits in one; None if they touch the same text, or might loop for ever."""
    both = Slip(a.reference, f"{a.id}-and-{b.id}", [*a.edits, *b.edits], {**a.names, **b.names})
    try:
        return None if "while" in both.source else both if both.function else None
    except ValueError:
        return None
