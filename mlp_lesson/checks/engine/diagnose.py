"""Judge an answer, and where it is wrong find the name of the mistake.

Three steps, the first that speaks is shown: (1) the answer gives the same outputs as a catalogued
mistake, in all cases or in one part; (2) the pattern of the wrong values betrays the cause; (3) the
smallest case that fails is shown. The right answer is never shown.
"""

import itertools

import numpy as np

from .afterwards import AFTERWARDS, first_only
from .compare import same, same_outcome
from .misread import misread
from .plain import Odd, describe
from .remarks import BARELY_OFF, barely_off, how_to_be_faster, not_a_function, printed
from .repairs import MENDED, as_begun, is_mended, without_symptom
from .report import Report
from .show import list_returned, show_case, smallest_case, table
from .signatures import (
    GUESSES,
    SIGNATURES,
    Pair,
    all_zero,
    close,
    constant_answer,
    factor_between,
    not_finite,
)
from .together import two_at_once
from .trial import PATIENCE, SLOW_SECONDS, attempt, catalogue_of
from .words import Hint, in_words, joined, plainly, ranked, what_it_means

MOST_HINTS = 3
NOT_IN_ALL = " That holds in most of the cases, not in all."
TRACES = {*GUESSES, first_only} - {all_zero, not_finite}  # they only tell where to look


def judge(task, function):
    """The Report of an answer to a task. Whatever the answer is or does, this returns."""
    unfit = not_a_function(task.name, function)
    if unfit:
        return Report(task.name, "wrong", 0, task.points, [unfit])
    return report_on(attempt(task, function), function)


def report_on(trial, function=None):
    """The Report of an answer that was called."""
    task = trial.task
    first = trial.outcomes[0]
    if first.kind == "error" and first.error[0] == "NotImplementedError":
        hint = "Write your answer in place of `raise NotImplementedError`, run its cell, and check."
        return Report(task.name, "unanswered", 0, task.points, [hint])
    if trial.is_right():
        remarks = how_to_be_faster(trial) + printed(trial)
        return Report(task.name, "right", task.points, task.points, remarks)
    if task.handed_out and (begun := _as_handed_out(trial)):
        said = [as_begun(task, function), begun.hint]
        return Report(task.name, "unanswered", 0, task.points, said)
    hints = diagnose(trial)[:MOST_HINTS]
    said = [in_words(hint, task.parts) for hint in hints] + printed(trial)
    ids = tuple(hint.id for hint in hints)
    return Report(task.name, "wrong", 0, task.points, said, *(table(trial) or ((), ())), ids)


def _as_handed_out(trial):
    """The mistake that the program to be repaired had, if the answer still is that program."""
    mistake, _ = _same_as_a_mistake(trial, catalogue_of(trial, begun=True))
    return mistake


def diagnose(trial):
    """Hints for an answer that is not right, the most telling first."""
    mistakes = catalogue_of(trial)  # they may warn, as answers may; what follows must not
    with np.errstate(all="ignore"):
        return _explained(trial, mistakes)


def _explained(trial, catalogue):
    mistake, as_spoiled = _same_as_a_mistake(trial, catalogue)
    if mistake:
        spoiled = [] if as_spoiled else _side_effects(trial, spoiled=True)
        named = _named("mistake", mistake)
        if is_mended(trial.task, mistake):
            named = named._replace(text=MENDED + named.text)
        return ranked([named, *spoiled])
    if barely_off(trial):  # whatever else seems to fit would fit the right values as well
        return ranked([Hint("pattern", BARELY_OFF), *_side_effects(trial, spoiled=False)])
    catalogue = without_symptom(trial.task, catalogue)
    nothing = _no_value(trial)
    promise = _invariants(trial)
    causes = nothing or (promise and promise + _elsewhere(trial)) or _by_part(trial, catalogue)
    if promise and not nothing:
        causes = misread(trial, use_only=True) or causes
    elif not nothing and _unexplained(trial, causes):
        causes = misread(trial) or two_at_once(trial) or causes
    causes += _failed_calls(trial, brief=bool(causes) and not nothing)
    hints = ranked(causes + _side_effects(trial, spoiled=bool(promise)))
    if not trial.wrong_leaves():
        return hints or [smallest_case(trial)]
    if causes:
        return joined(hints + _by_note(trial))
    return [*hints, *_by_note(trial), smallest_case(trial)]


def _unexplained(trial, causes):
    """Is there a part of the result for whose wrong values no hint states the cause?"""
    causes = [hint for hint in causes if hint.kind != "trace"]
    said = {part for hint in causes for part in hint.parts}
    whole = any(not any(hint.parts) for hint in causes)
    return not whole and not {leaf.part for leaf in trial.wrong_leaves()} <= said


def _named(kind, known, parts=()):
    """The Hint of a mistake or a promise of the task."""
    return Hint(kind, known.hint, tuple(parts), id=known.id)


# ---- the catalogue ------------------------------------------------------------------------------


def _small(trial):
    return [i for i, case in enumerate(trial.cases) if not case.speed]


def _same_as_a_mistake(trial, catalogue):
    """(the mistake whose outputs equal the answer's in every case, are the side effects equal?)"""
    answers = [trial.outcomes[i] for i in _small(trial)]
    by_values = None
    for mistake, outcomes in catalogue:
        pairs = list(zip(answers, outcomes, strict=True))
        if all(same_outcome(a, b, trial.task) for a, b in pairs):
            if all((a.changed, bool(a.warned)) == (b.changed, bool(b.warned)) for a, b in pairs):
                return mistake, True
            by_values = by_values or mistake
    wrong = any(leaf.word != "right" for i in _small(trial) for leaf in trial.leaves[i])
    return (by_values if wrong else None), False


def _own(trial, effect):
    return next((m for m in trial.task.mistakes if m.by == effect), None)


# ---- calls that gave no value -------------------------------------------------------------------


def _no_value(trial):
    """Hints where no call gave a value, or all gave None."""
    values = [o for o in trial.outcomes if o.kind == "value"]
    if not values:
        return [_failure(trial, 0)]
    if trial.task.unique and all(o.value is None for o in values):
        if any(o.printed for o in values):
            printed = "The function prints its result and returns None: put `return` before it."
            return [Hint("form", printed)]
        return [Hint("form", "The function returns None: its last line must `return` the result.")]
    return []


def _failed_calls(trial, *, brief):
    """One hint, for the first call that gave no value."""
    none = [i for i, o in enumerate(trial.outcomes) if o.kind not in ("value", "skipped")]
    failed = [i for i in none if trial.fails(i)]
    return [_failure(trial, failed[0], brief=brief)] if failed else []


def _failure(trial, i, *, brief=False):
    """What happened to a call that gave no value, and in which case; brief: without arguments."""
    outcome, where = trial.outcomes[i], f"The case: {show_case(trial, i, brief=brief)}"
    if outcome.kind == "timeout":
        text = f"No answer within {outcome.seconds:g} s: {_why_no_end(trial)}"
        return Hint("failure", text, case=where)
    if outcome.kind == "died":
        text = "The call ended Python itself (an exit, a crash, or no memory left)."
        return Hint("failure", text, case=where)
    kind, message, line = outcome.error
    if kind == "TypeError" and not line and "argument" in message:
        names = ", ".join(trial.task.parameters())
        return Hint("failure", f"The function must take ({names}), by position: {message}.")
    if kind == "Unreadable":  # said by what looks at the result, not by the learner's code
        return Hint("failure", f"{message[:1].upper()}{message[1:]}.")
    said = plainly(message)
    text = f"Your function stopped with {kind}{': ' + said if said else ''}"
    text = f"{text}, in the line\n    `{line}`" if line else f"{text}."
    text = "\n".join(filter(None, [text, what_it_means(kind, message)]))
    return Hint("failure", text, case=where)


def _invariants(trial):
    """What the task says of the first promise that is broken."""
    return [_named("promise", broken[0]) for broken in trial.broken if broken][:1]


def _elsewhere(trial):
    """A case whose values are wrong although no promise is broken there: a second mistake?"""
    wrong = {leaf.at for leaf in trial.wrong_leaves() if not _nearly(leaf)}
    others = [i for i in sorted(wrong) if not trial.broken[i]]
    if not others:
        return []
    case = smallest_case(trial, others)
    text = "Perhaps that explains this case, too; if not, there is a second mistake."
    return [Hint("second", text, case=f"{case.text}\n{case.case}")]


def _nearly(leaf):
    """Is it off by so little that the broken promise may be the reason?"""
    if leaf.word != "wrong":
        return False
    right, got = np.asarray(leaf.expected, float), np.asarray(leaf.got, float)
    return np.abs(got - right).max() <= 1e-3 * np.abs(right).max()


# ---- wrong values, part by part -----------------------------------------------------------------


def _by_part(trial, catalogue):
    """A hint for each wrong part: from the catalogue, else from the pattern of its values."""
    wrong = trial.wrong_leaves()
    if _hardly_a_value(trial):
        return []
    structure = _structure(trial, wrong) or _exchanged(trial)
    if structure:
        return [Hint("form", structure, case=list_returned(trial, wrong))]
    parts_of = {}
    for part in dict.fromkeys(leaf.part for leaf in wrong):
        for hint in _causes(trial, catalogue, part, [leaf for leaf in wrong if leaf.part == part]):
            parts_of.setdefault(hint, []).append(part)
    return [hint._replace(parts=tuple(parts)) for hint, parts in parts_of.items()]


def _hardly_a_value(trial):
    """One call gave a value and the others stopped: one value fits too many mistakes."""
    kinds = [trial.outcomes[i].kind for i in _small(trial)]
    return kinds.count("value") == 1 and kinds.count("error") > 1


def _causes(trial, catalogue, part, leaves):
    """Hints for one part: one cause, or two that came together."""
    mine, others = _in_part(trial, catalogue, part)
    pairs = [_pair(trial, leaf) for leaf in leaves]
    skip = () if _is_constant(trial, part) else (constant_answer,)
    if trial.task.parts or _several_rows_right(trial, part):  # of a training the first loss is
        skip += (first_only,)
    exact = (
        _match(trial, part, mine)
        or _signature(pairs, (*skip, *GUESSES))
        or _match(trial, part, others)
        or _signature(pairs, skip)
    )
    if exact:
        return [exact]
    several = _most_cases(trial, part, mine + others) or _scaled(trial, part, mine + others)
    return [several] if several else []


def causes_of(trial, part, leaves, *, also):
    """Hints for the wrong leaves of one part; of mistakes, those wrong in the part `also` too."""
    known = catalogue_of(trial)
    both = {mistake.id for mistake, _ in sum(_in_part(trial, known, also), [])}
    return _causes(trial, [pair for pair in known if pair[0].id in both], part, leaves)


def _pair(trial, leaf):
    got, expected = np.asarray(leaf.got, float), np.asarray(leaf.expected, float)
    return Pair(trial.cases[leaf.at].args, expected, got)


def _is_constant(trial, part):
    """Is the part the same in all cases, where it is right too?"""
    first, *others = _given(trial, part).values() or [None]
    return all(same(first, other) for other in others)


def _several_rows_right(trial, part):
    """Is a result of three rows or entries right? Then no loop ends after the first."""
    right = (leaf for case in trial.leaves for leaf in case if leaf.word == "right")
    return any(leaf.part == part and len(np.atleast_1d(leaf.got)) > 2 for leaf in right)


def _signature(pairs, skip=()):
    """The first pattern that all these wrong leaves share."""
    for signature in (*AFTERWARDS, *SIGNATURES):
        if signature in skip:
            continue
        with np.errstate(all="ignore"):
            hint = signature(pairs)
        if hint:
            return Hint("trace" if signature in TRACES else "pattern", hint)
    return None


def _in_part(trial, catalogue, part):
    """The mistakes that are wrong in this part: ([wrong only there], [wrong elsewhere too]).

    Each as (mistake, {case: the part's value}), where it gave one.
    """
    mine, others = [], []
    right = [trial.expected[i] for i in _small(trial)]
    for mistake, outcomes in catalogue:
        wrong_parts = set()
        for name in trial.task.parts or [""]:
            pairs = zip(outcomes, right, strict=True)
            if not all(same(_get(trial, a, name), _get(trial, b, name)) for a, b in pairs):
                wrong_parts.add(name)
        if part in wrong_parts:
            values = {i: _get(trial, o, part) for i, o in zip(_small(trial), outcomes, strict=True)}
            values = {i: v for i, v in values.items() if v is not None}
            (mine if len(wrong_parts) == 1 else others).append((mistake, values))
    return mine, others


def _get(trial, outcome, part):
    """The value of a part of an outcome; None if there is none."""
    if not part or outcome.kind != "value":
        return outcome.value
    number = list(trial.task.parts).index(part)
    whole = outcome.value
    return whole[number] if isinstance(whole, list | tuple) and len(whole) > number else None


def _given(trial, part):
    """{case: the answer's value of the part}, in the cases that are not large."""
    values = {i: _get(trial, trial.outcomes[i], part) for i in _small(trial)}
    return {i: v for i, v in values.items() if v is not None}


def _match(trial, part, mistakes):
    """The mistake with the same values wherever the answer gave one."""
    given = _given(trial, part)
    for mistake, values in mistakes:
        if given and all(i in values and same(v, values[i]) for i, v in given.items()):
            return _named("mistake", mistake)
    return None


def _most_cases(trial, part, mistakes):
    """The mistake that explains all but few of the cases, and a pattern of the rest."""
    given = _given(trial, part)
    for mistake, values in mistakes:
        rest = [i for i, v in given.items() if i not in values or not same(v, values[i])]
        explained = [i for i in given if i not in rest and _part_is_wrong(trial, i, part)]
        if len(explained) >= max(2, 3 * len(rest)):
            leaves = [leaf for i in rest for leaf in trial.leaves[i] if leaf.part == part]
            pairs = [_pair(trial, leaf) for leaf in leaves if leaf.word != "right"]
            pattern = pairs and _signature(pairs, GUESSES)
            also = f" Elsewhere: {pattern.text}" if pattern else _but_right(trial, rest, part)
            return _named("mistake", mistake)._replace(also=also)
    return None


def _but_right(trial, cases, part):
    """That some of these cases are right, which the mistake would make wrong."""
    right = [trial.cases[i].note for i in cases if not _part_is_wrong(trial, i, part)]
    if not right or not all(right):
        return NOT_IN_ALL
    return f" But it is right for {' and for '.join(right)}: what is different there?"


def _part_is_wrong(trial, i, part):
    return any(leaf.part == part and leaf.word != "right" for leaf in trial.leaves[i])


def _scaled(trial, part, mistakes):
    """A mistake that came together with a wrong sign or factor."""
    given = {i: v for i, v in _given(trial, part).items() if isinstance(v, np.ndarray | float)}
    given = {i: v for i, v in given.items() if trial.value_is_wrong(i)}
    for mistake, values in mistakes:
        common = [i for i in given if isinstance(values.get(i), np.ndarray | float)]
        pairs = [
            Pair(trial.cases[i].args, np.asarray(values[i]), np.asarray(given[i])) for i in common
        ]
        pairs = [p for p in pairs if not close(p.expected, p.got)]
        factor = factor_between(pairs) if len(pairs) >= 2 else None
        if factor and not (factor.by_rows and _only_averages(trial, part, values)):
            also = f" And what comes of it is multiplied by {factor.name} on top of that."
            return _named("mistake", mistake)._replace(also=also)
    return None


def _only_averages(trial, part, values):
    """Is the mistake a factor itself, another one in each case, as where a mean is meant?"""
    right = {i: _get(trial, trial.expected[i], part) for i in values}
    pairs = [(v, right[i]) for i, v in values.items() if np.shape(v) == np.shape(right[i])]
    ratios = [np.ravel(np.divide(v, e)) for v, e in pairs if np.size(e) and np.all(e)]
    if len(ratios) < 2 or not all(np.allclose(ratio, ratio[0]) for ratio in ratios):
        return False
    return not np.allclose([ratio[0] for ratio in ratios], ratios[0][0])


def _structure(trial, wrong):
    """A list where an array is asked for, one result where there should be three ..."""
    for leaf in wrong:
        if isinstance(leaf.expected, list | tuple):
            asked = f"{leaf.label or 'the result'} as a list of {len(leaf.expected)} entries"
            if not leaf.part and trial.task.parts:
                names = ", ".join(trial.task.parts)
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
        return (
            f"{what} {describe(leaf.got)}: the values are right, but {should} is asked for: "
            "`np.array(...)` makes one of a list."
        )
    return f"{what} {describe(leaf.got)}; {should} is asked for."


def _array(value):
    try:
        return np.array(value, dtype=float)
    except (ValueError, TypeError):
        return None


def _exchanged(trial):
    """All parts are right but stand in another order."""
    parts = trial.task.parts
    if not trial.task.parameters():  # decisions: which two to exchange would be the answer
        return None
    for order in itertools.permutations(range(len(parts))):
        *moved, last = [parts[i] for i, j in enumerate(order) if i != j] or [None]
        if moved and all(_is_in_order(trial, k, order) for k in trial.called()):
            return f"{', '.join(moved)} and {last} are exchanged: return ({', '.join(parts)})."
    return None


def _is_in_order(trial, k, order):
    got, right = trial.outcomes[k].value, trial.expected[k].value
    if not isinstance(got, list | tuple) or len(got) != len(right):
        return False
    return same(list(got), [right[i] for i in order])


# ---- right values that are not enough, and what the wrong cases have in common -------------------


def _side_effects(trial, *, spoiled):
    """Arguments changed (spoiled: which may have broken a promise), warnings, random answers."""
    hints = []
    changed = sorted({i for o in trial.outcomes for i in o.changed})
    if changed:
        names = " and ".join(f"`{trial.task.parameters()[i]}`" for i in changed)
        generic = (
            f"The function changes {names}, which belongs to the caller. "
            "Work on a new array: `x = x * 2`, or a copy, not `x *= 2`."
        )
        own = _own(trial, "changed")
        text, id = (own.hint, own.id) if own else (generic, "changed")
        hints.append(Hint("spoiler" if spoiled else "effect", text, id=id))
    warned = [o.warned for o in trial.outcomes if o.warned]
    if warned and not trial.wrong_leaves() and not any(trial.broken):
        text = (
            f"The values are right, but NumPy warns: {warned[0]}. Write the formula so that it "
            "never gets there; a warning that is always shown hides the one that matters."
        )
        hints.append(Hint("effect", text))
    if trial.unsteady():
        generic = (
            "Two calls with the same arguments gave different results: draw every random number "
            "from the `rng` that is handed in, and from nothing else."
        )
        own = _own(trial, "random")
        text, id = (own.hint, own.id) if own else (generic, "random")
        hints.append(Hint("effect", text, id=id))
    return hints


def _why_no_end(trial):
    """A question about a call that gave no answer in time, and how far those before it came."""
    large = any(case.speed for case in trial.cases)
    if trial.task.seconds > PATIENCE or (trial.task.faster and not large):
        return trial.task.faster  # the text states the time, or only an endless loop takes long
    longest = max((o.seconds for o in trial.outcomes if o.kind == "value"), default=0)
    if longest < SLOW_SECONDS:
        return "does a loop never end?"
    return f"it is slow rather than endless, since another case took {longest:.1f} s."


def _by_note(trial):
    """The wrong cases are just those of one kind, or the right ones are."""
    failing = set(trial.failing())
    bad = {trial.cases[i].note for i in failing}
    good = {trial.cases[i].note for i in trial.called() if i not in failing}
    if bad & good or not good:
        return []
    if len(bad) == 1 and "" not in bad:
        return [Hint("note", f"All other cases are right; it fails only for {bad.pop()}.")]
    return []
