"""What is said beside a diagnosis: no function, last digits, how to be faster, what was printed."""

from .compare import same
from .plain import describe, plain
from .show import show_case

BARELY_OFF = (
    "The values agree with the right ones to six digits, but not to nine. Perhaps something is "
    "computed in float32 or rounded on the way, a small number is added that does not belong "
    "there, or a slope is measured with a step where its formula is meant."
)


def not_a_function(name, function):
    """Why what was handed over cannot be checked, or None."""
    call = f'check("{name}", {name})'
    if function is None:
        return f"You handed over None. Hand over the function itself: `{call}`."
    if isinstance(function, type):
        return f"You handed over a class. Write a function, and hand over that: `{call}`."
    if not callable(function):
        return (
            f"You handed over {describe(plain(function))}, not a function. Hand over the function "
            f"itself, without calling it: `{call}`."
        )
    return None


def barely_off(trial):
    """Is every result right but for its last digits?"""
    if not trial.wrong_leaves() or any(trial.broken):
        return False
    both, atol = ((trial.outcomes[i], trial.expected[i]) for i in trial.called()), trial.task.atol
    return all(o.kind == "value" and same(o.value, right.value, atol=atol) for o, right in both)


def how_to_be_faster(trial):
    """A remark on a right answer that takes long in a large case; it costs no points."""
    for i in trial.slow():
        seconds, kind = trial.outcomes[i].seconds, trial.outcomes[i].kind
        took = f"no answer within {seconds:g} s" if kind == "timeout" else f"{seconds:.1f} s"
        generic = "Let NumPy work on whole arrays (`@`, sums along an axis) instead of loops."
        how = trial.task.faster or generic
        return [f"It is slow in the large case ({show_case(trial, i, brief=True)}): {took}. {how}"]
    return []


def printed(trial):
    """The first lines of what the answer printed: prints are kept back while it is checked."""
    text = next((o.printed.strip() for o in trial.outcomes if o.printed.strip()), "")
    if not text:
        return []
    lines = [f"    {line[:80]}" for line in text.split("\n")[:3]]
    return ["\n".join(["Your function printed, to begin with:", *lines])]
