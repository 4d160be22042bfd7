"""Judge an answer, and where it is wrong find the name of the mistake.

Three steps, the first that speaks is shown: (1) the answer gives the same outputs as a catalogued
mistake, in all cases or in one of its parts; (2) the pattern of the wrong values betrays the cause;
(3) the smallest case that fails is shown. The right answer is never shown.
"""

import copy
import math
from typing import NamedTuple

import numpy as np

from ._compare import compare, same
from ._core import Report, Task
from ._plain import Odd, describe, describe_type, plain
from ._run import Outcome, run, run_here
from ._signatures import SIGNATURES, Pair

SLOWER = 50  # times the reference's time that a right answer may take in the speed case
SLOW_SECONDS = 0.25  # and never called slow below this
MOST_HINTS = 3


class Trial(NamedTuple):
    """All that is known about an answer: one outcome, one list of leaves for each case."""

    task: Task
    cases: list
    outcomes: list  # of the answer
    again: Outcome | None  # the first case, called a second time
    expected: list  # Outcomes of the reference, or of nothing where the answer is not unique
    leaves: list  # of each case; empty where no value came back
    broken: list  # for each case the invariants that its value violates

    def fails(self, i):
        """Is case i anything but right?"""
        o = self.outcomes[i]
        wrong = o.kind != "value" or any(leaf.word != "right" for leaf in self.leaves[i])
        return bool(wrong or self.broken[i] or o.changed or o.warned or self.slow(i))

    def slow(self, i):
        """How many times slower than the reference, if that is far too slow; else 0."""
        if not self.cases[i].speed or self.outcomes[i].kind not in ("value", "timeout"):
            return 0
        fair, taken = max(self.expected[i].seconds, 1e-5), self.outcomes[i].seconds
        return taken / fair if taken > max(SLOW_SECONDS, SLOWER * fair) else 0

    def wrong_leaves(self):
        return [leaf for case in self.leaves for leaf in case if leaf.word != "right"]


def judge(task, function):
    """The Report of an answer to a task. Whatever the answer is or does, this returns."""
    unfit = _not_a_function(task, function)
    if unfit:
        return Report(task.name, "wrong", 0, task.points, [unfit])
    trial = attempt(task, function)
    first = trial.outcomes[0]
    if first.kind == "error" and first.error[0] == "NotImplementedError":
        hint = "Write your answer in place of `raise NotImplementedError`, run its cell, and check."
        return Report(task.name, "unanswered", 0, task.points, [hint])
    if not any(map(trial.fails, range(len(trial.cases)))) and not _unsteady(trial):
        return Report(task.name, "right", task.points, task.points)
    return Report(task.name, "wrong", 0, task.points, diagnose(trial)[:MOST_HINTS], *table(trial))


def attempt(task, function, *, outcomes=None):
    """Call the answer on every case and compare."""
    cases = task.fixed_cases()
    arguments = [case.args for case in cases]
    if outcomes is None:
        jobs = arguments + arguments[:1] * _is_cheap(task)
        outcomes = run(function, jobs, seconds=task.seconds, observe=task.observe)
    expected = _right(task, cases)
    leaves, broken = [], []
    for i, (case, outcome, right) in enumerate(zip(cases, outcomes, expected, strict=False)):
        came = outcome.kind == "value"
        compared = came and task.unique
        leaves.append(compare(task, case, i, right.value, outcome.value) if compared else [])
        broken.append(_violated(task, case, outcome.value) if came else [])
    again = outcomes[len(cases)] if len(outcomes) > len(cases) else None
    return Trial(task, cases, outcomes[: len(cases)], again, expected, leaves, broken)


def _right(task, cases):
    """Outcomes of the reference, in the cases where they are needed."""
    needed = [task.unique or case.speed for case in cases]
    jobs = [case.args for case, need in zip(cases, needed, strict=True) if need]
    known = iter(run_here(task.reference, jobs, observe=task.observe))
    return [next(known) if need else Outcome("value") for need in needed]


def _is_cheap(task):
    """Is there time to call the first case twice, to see whether the answer is repeatable?"""
    return task.seconds <= 5


def _violated(task, case, value):
    found = []
    for invariant in task.invariants:
        try:
            holds = invariant.holds(copy.deepcopy(case.args), value)
        except Exception:  # the value has another form than the invariant reads
            holds = False
        if not holds:
            found.append(invariant.hint)
    return found


def _not_a_function(task, function):
    name = task.name
    call = f'check("{name}", {name})'
    if function is None:
        return f"You handed over None. Hand over the function itself: `{call}`."
    if not callable(function):
        what = describe(plain(function))
        return (
            f"You handed over {what}, not a function. Hand over the function itself, without "
            f"calling it: `{call}`."
        )
    if isinstance(function, type):
        return f"You handed over a class. Write a function, and hand over that: `{call}`."
    return None


# ---- the hints, in the order in which they are tried --------------------------------------------


def diagnose(trial):
    """Hints for an answer that is not right, the most telling first."""
    hint = _same_as_a_mistake(trial)
    if hint:
        return [hint]
    hints = _no_value(trial) or _invariants(trial) or _by_part(trial)
    hints += _some_calls_failed(trial) if hints else []
    hints = hints or _some_calls_failed(trial)
    hints += _side_effects(trial)
    if trial.wrong_leaves():
        hints += _by_note(trial)
        if len(hints) == 0:
            hints.append("The values are wrong, and not in a way that has a name here.")
        if not _is_telling(trial, hints):
            hints.append(smallest_case(trial))
    return list(dict.fromkeys(hints)) or [smallest_case(trial)]


def _same_as_a_mistake(trial):
    """The hint of the catalogued mistake whose outputs equal the answer's in every case."""
    if not trial.task.unique or any(o.kind in ("timeout", "died") for o in trial.outcomes):
        return None
    usable = [i for i, case in enumerate(trial.cases) if not case.speed]
    arguments = [trial.cases[i].args for i in usable]
    answers = [trial.outcomes[i] for i in usable]
    by_values = None
    for mistake in trial.task.mistakes:
        if mistake.by:
            continue
        wrong = run_here(mistake.wrong, arguments, observe=trial.task.observe)
        pairs = list(zip(answers, wrong, strict=True))
        if all(_same_values(a, b, trial.task) for a, b in pairs):
            if all((a.changed, bool(a.warned)) == (b.changed, bool(b.warned)) for a, b in pairs):
                return mistake.hint
            by_values = by_values or mistake.hint
    return by_values if trial.wrong_leaves() else None


def _same_values(a, b, task):
    if a.kind != b.kind:
        return False
    if a.kind == "error":
        return a.error[0] == b.error[0]
    return same(a.value, b.value, max(task.rtol, 1e-6), task.atol)


def _no_value(trial):
    """Hints where no call, or none that matters, gave a value of the right kind."""
    kinds = {o.kind for o in trial.outcomes} - {"skipped"}
    if "value" not in kinds:
        return [_failure(trial, 0)]
    values = [o for o in trial.outcomes if o.kind == "value"]
    if all(o.value is None for o in values) and trial.task.unique:
        if any(o.printed for o in values):
            return ["The function prints its result and returns None: put `return` before it."]
        return ["The function returns None: its last line must `return` the result."]
    return []


def _some_calls_failed(trial):
    """One hint for the first call that gave no value."""
    failed = [i for i, o in enumerate(trial.outcomes) if o.kind not in ("value", "skipped")]
    return [_failure(trial, failed[0])] if failed else []


def _failure(trial, i):
    """What happened to a call that gave no value, and in which case."""
    outcome, where = trial.outcomes[i], f"The case: {show_case(trial, i)}"
    if outcome.kind == "timeout" and trial.cases[i].speed:
        return _slow_hint(trial, i)
    if outcome.kind == "timeout":
        return (
            f"No answer within {trial.task.seconds:g} s, where the course's own function needs "
            f"{_time(trial.expected[i].seconds)}: does a loop never end?\n{where}"
        )
    if outcome.kind == "died":
        return f"The call ended Python itself (an exit, a crash, or no memory left).\n{where}"
    kind, message, line = outcome.error
    if kind == "TypeError" and not line:
        names = ", ".join(trial.task.parameters())
        return (
            f"The function could not be called with its arguments ({names}), by position: "
            f"{message}."
        )
    text = f"Your function stopped with {kind}{': ' + message if message else ''}"
    return f"{text}, in the line\n    `{line}`\n{where}" if line else f"{text}.\n{where}"


def _time(seconds):
    return "a moment" if seconds < 0.1 else f"about {math.ceil(seconds)} s"


def _invariants(trial):
    """The first broken promise of each case, each once."""
    return list(dict.fromkeys(broken[0] for broken in trial.broken if broken))[:1]


def _by_part(trial):
    """A hint for each wrong part: from the catalogue, else from the pattern of its values."""
    wrong = trial.wrong_leaves()
    structure = _structure(trial, wrong) or _exchanged(trial)
    if structure:
        return [structure]
    hints = []
    for part in dict.fromkeys(leaf.part for leaf in wrong):
        leaves = [leaf for leaf in wrong if leaf.part == part]
        hint = _part_of_a_mistake(trial, part) or _signature(trial, leaves)
        if hint:
            hints.append(hint if not part or part in hint else f"{part}: {hint}")
    return hints


def _structure(trial, wrong):
    """A list where an array is asked for, one result where there should be three ..."""
    for leaf in wrong:
        if isinstance(leaf.expected, list | tuple):
            names = ", ".join(trial.task.parts)
            whole = leaf.part == "" and names
            asked = f"{leaf.label or 'the result'} as a list of {len(leaf.expected)} entries"
            if whole:
                asked = f"{len(leaf.expected)} results ({names}), in this order"
            return f"Asked for: {asked}. Your function returned {describe(leaf.got)}."
        if leaf.got is None or isinstance(leaf.got, Odd | list | tuple | str):
            return _wrong_type(leaf)
    return None


def _wrong_type(leaf):
    what = f"{leaf.label} is" if leaf.label else "Your function returned"
    should = "an array" if np.ndim(leaf.expected) else "a number"
    if isinstance(leaf.got, Odd) and "generator" in leaf.got.description:
        return f"{what} a generator: use `return`, not `yield`."
    if isinstance(leaf.got, list | tuple) and same(np.asarray(leaf.expected), _array(leaf.got)):
        return f"{what} {describe(leaf.got)}: the values are right, but {should} is asked for."
    return f"{what} {describe(leaf.got)}; {should} is asked for."


def _array(value):
    try:
        return np.array(value, dtype=float)
    except (ValueError, TypeError):
        return None


def _exchanged(trial):
    """The parts are right but stand in another order."""
    parts = trial.task.parts
    if len(parts) < 2:
        return None
    for i in range(len(parts)):
        for j in range(i + 1, len(parts)):
            if all(_is_exchange(trial, k, i, j) for k in range(len(trial.cases))):
                return f"{parts[i]} and {parts[j]} are exchanged: return ({', '.join(parts)})."
    return None


def _is_exchange(trial, k, i, j):
    got, right = trial.outcomes[k].value, trial.expected[k].value
    if not isinstance(got, list | tuple) or len(got) != len(right):
        return False
    got = list(got)
    got[i], got[j] = got[j], got[i]
    return same(got, list(right))


def _part_of_a_mistake(trial, part):
    """The hint of a mistake that gives the same wrong values in this part, in every case."""
    if not part:
        return None
    number = list(trial.task.parts).index(part)
    usable = [i for i, c in enumerate(trial.cases) if not c.speed and trial.leaves[i]]
    arguments = [trial.cases[i].args for i in usable]
    for mistake in trial.task.mistakes:
        if mistake.by:
            continue
        wrong = run_here(mistake.wrong, arguments, observe=trial.task.observe)
        if not all(_has_part(o, number) for o in wrong):
            continue
        differs = not all(
            same(o.value[number], trial.expected[i].value[number])
            for o, i in zip(wrong, usable, strict=True)
        )
        if differs and all(
            same(o.value[number], trial.outcomes[i].value[number])
            for o, i in zip(wrong, usable, strict=True)
        ):
            return mistake.hint
    return None


def _has_part(outcome, number):
    value = outcome.value
    return outcome.kind == "value" and isinstance(value, list | tuple) and len(value) > number


def _signature(trial, leaves):
    """The first pattern that all these wrong leaves share."""
    pairs = [
        Pair(trial.cases[at].args, np.asarray(expected, float), np.asarray(got, float))
        for _, _, expected, got, _, at in leaves
    ]
    for signature in SIGNATURES:
        with np.errstate(all="ignore"):
            hint = signature(pairs)
        if hint:
            return hint
    return None


def _side_effects(trial):
    """Arguments changed, warnings raised, answers that differ or come too slowly."""
    hints = []
    changed = sorted({i for o in trial.outcomes for i in o.changed})
    if changed:
        names = " and ".join(f"`{trial.task.parameters()[i]}`" for i in changed)
        hints.append(
            f"The function changes its argument {names}, which still belongs to the caller. "
            "Work on a new array: `x = x * 2`, or a copy, not `x *= 2`."
        )
    warned = [o.warned for o in trial.outcomes if o.warned]
    if warned and not trial.wrong_leaves():
        hints.append(
            f"The values are right, but NumPy warns: {warned[0]}. Write the formula so that it "
            "never gets there; a warning that is always shown hides the one that matters."
        )
    if _unsteady(trial):
        generic = (
            "Two calls with the same arguments gave different results: draw every random number "
            "from the `rng` that is handed in, and from nothing else."
        )
        hints.append(_own_hint(trial, "random") or generic)
    hints += [_slow_hint(trial, i) for i in range(len(trial.cases)) if trial.slow(i)]
    return hints


def _own_hint(trial, signature):
    return next((m.hint for m in trial.task.mistakes if m.by == signature), None)


def _unsteady(trial):
    first, again = trial.outcomes[0], trial.again
    if again is None or first.kind != "value" or again.kind != "value":
        return False
    return not same(first.value, again.value)


def _slow_hint(trial, i):
    factor = 10 ** int(math.log10(max(trial.slow(i), 10)))
    more = "more than " if trial.outcomes[i].kind == "timeout" else "about "
    text = f"Right, but {more}{factor} times slower than it need be in the large case. "
    if trial.wrong_leaves():
        text = f"And {more}{factor} times slower than it need be. "
    generic = "Let NumPy work on whole arrays (`@`, sums along an axis) instead of Python loops."
    return text + (_own_hint(trial, "slow") or generic)


def _by_note(trial):
    """The wrong cases are just those of one kind, or the right ones are."""
    failing = [i for i in range(len(trial.cases)) if trial.fails(i)]
    passing = [i for i in range(len(trial.cases)) if not trial.fails(i)]
    bad = {trial.cases[i].note for i in failing}
    good = {trial.cases[i].note for i in passing}
    if len(bad) == 1 and "" not in bad and not bad & good and good:
        return [f"All other cases are right; it fails only for {bad.pop()}."]
    if len(good) == 1 and "" not in good and not bad & good and len(bad) > 1:
        return [f"It is right for {good.pop()}, and for nothing else."]
    return []


def _is_telling(trial, hints):
    """Is there a hint of a cause, so that the failing case need not be shown?"""
    return bool(hints) and not hints[0].startswith(("The values are wrong", "All other cases"))


# ---- showing cases ------------------------------------------------------------------------------


def smallest_case(trial):
    """The failing case with the fewest numbers, and the size of the error, not the answer."""
    failing = [i for i in range(len(trial.cases)) if trial.fails(i)]
    i = min(failing, key=lambda i: sum(a.size for a in Pair(trial.cases[i].args, 0, 0).arrays()))
    text = f"The smallest case that fails: {show_case(trial, i)}"
    wrong = [leaf for leaf in trial.leaves[i] if leaf.word == "wrong"]
    return text + "".join(f"\n  {_error_size(leaf)}" for leaf in wrong[:3])


def _error_size(leaf):
    right, got = np.asarray(leaf.expected, float), np.asarray(leaf.got, float)
    off = np.abs(got - right)
    share = 100 * off.max() / (np.abs(right).max() or 1)
    name = leaf.label or "The result"
    where = ""
    if off.ndim:
        place = ", ".join(str(k) for k in np.unravel_index(off.argmax(), off.shape))
        where = f", most in [{place}]"
    return f"{name} is off by {share:.2g}% of the largest right value{where}."


def show_case(trial, i):
    """The note of a case and its arguments, the small ones with their values."""
    case = trial.cases[i]
    names = trial.task.parameters()
    lines = [f"  {n} = {_show(a)}" for n, a in zip(names, case.args, strict=False)]
    return "\n".join([case.note or f"case {i + 1}", *lines])


def _show(value):
    if isinstance(value, np.ndarray):
        if value.size > 12:
            return f"array of shape {value.shape}"
        return np.array2string(value, precision=4, separator=", ").replace("\n", "")
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_show(v) for v in value[:4]) + (", ...]" if len(value) > 4 else "]")
    if isinstance(value, np.random.Generator):
        return "a random generator"
    if callable(value):
        return getattr(value, "__name__", describe_type(type(value)))
    return f"{value:.6g}" if isinstance(value, float) else repr(value)


def table(trial):
    """(columns, rows): for each case, and each part of the result, a word."""
    parts = list(trial.task.parts) or ["result"]
    rows = []
    for i, case in enumerate(trial.cases):
        rows.append([case.note or f"case {i + 1}", *_words(trial, i, parts)])
    return ["case", *parts], rows


def _words(trial, i, parts):
    outcome = trial.outcomes[i]
    whole = {
        "skipped": "not run",
        "timeout": f"no answer in {trial.task.seconds:g} s",
        "died": "ended Python",
        "error": outcome.error[0] if outcome.error else "",
    }.get(outcome.kind)
    if whole:
        return [whole] * len(parts)
    words = [_word(trial, i, part) for part in parts]
    if set(words) == {"right"} and trial.fails(i):
        o = outcome
        extra = "warns" if o.warned else "changes its input" if o.changed else "too slow"
        words = [f"right, but {extra}"] * len(parts)
    return words


def _word(trial, i, part):
    if trial.broken[i] and not trial.leaves[i]:
        return "wrong"
    wrong = [leaf for leaf in trial.leaves[i] if leaf.word != "right"]
    wrong = [leaf for leaf in wrong if leaf.part in ("", part)]
    if not wrong:
        return "right"
    labels = [leaf.label.removeprefix(part) for leaf in wrong if leaf.label != part]
    same_word = len({leaf.word for leaf in wrong}) == 1
    word = wrong[0].word if same_word else "wrong"
    return f"{word} in {' '.join(labels)}" if any(labels) else word
