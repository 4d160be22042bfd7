"""Is the function that is handed in the one whose cell was run last?"""

import inspect
import re
import sys
import textwrap


def stale(function):
    """What to say if the last cell that defines the function was run in vain; "" if all is well.

    A cell that stops before its `def`, as with a SyntaxError, leaves the old function in place.
    """
    name = getattr(function, "__name__", "")
    last = next((c for c in reversed(_cells()) if re.search(rf"^\s*def {name}\(", c, re.M)), None)
    if last is None or not name.isidentifier():
        return ""
    try:
        source = textwrap.dedent(inspect.getsource(function))
    except (OSError, TypeError):
        return ""
    if _bare(source) in _bare(last):
        return ""
    return (
        f"The cell that defines `{name}` stopped before the function was made, so this is still "
        "the one from before. Mend the error that stands under that cell, run it, and check again."
    )


def _cells():
    """The cells of this session, the oldest first, as Python; those that failed too."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return list(shell.history_manager.input_hist_parsed) if shell else []


def _bare(text):
    """Without spaces: a cell may be indented, or end with another line."""
    return "".join(text.split())
