"""What is said beside the verdict: how to be faster, and what the answer printed."""

from .show import show_case


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
