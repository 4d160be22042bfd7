"""What the first cell of every notebook does: say what is missing, else what is new and due.

Nothing but the standard library is imported at the top: this must run where all else is missing.
"""

import os
import platform
import sys
from importlib.util import find_spec
from pathlib import Path

PYTHONS = (3, 11), (3, 14)  # from, and below: as in pyproject.toml
COURSE = Path(__file__).resolve().parent.parent  # its folder, or where it is installed


def begin() -> None:
    """Say what keeps this notebook from running, and the remedy; else what is newer and due."""
    if not PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        print(other_python())
        return
    if found := problems():
        print(advice(found))
        return
    from .library import reach
    from .questions import offer_review

    reach()
    if name := newer_text():
        _show_newer(name)
    offer_review()


def newer_text() -> str:
    """The name of the newer text that copies.py laid beside this notebook; "" if there is none."""
    mine = Path(os.environ.get("JPY_SESSION_NAME", "")).stem  # set by Jupyter Server
    beside = Path.cwd().glob(f"{mine}.new*.ipynb") if mine else ()
    return max((path.name for path in beside), key=lambda name: (len(name), name), default="")


def _show_newer(name):
    from IPython.display import display

    line = "The course has a newer text of this notebook: {}. Yours stays as it is."
    link = f'<a href="{name}">{name}</a>'
    display({"text/html": f"<p>{line.format(link)}</p>", "text/plain": line.format(name)}, raw=True)


def problems() -> list:
    """What is wrong with Python and the packages, a line each; [] if the notebook can run."""
    try:
        from .environment import packages

        return [f"{item.name} {item.found}: {item.problem}" for item in packages() if item.problem]
    except ImportError as error:  # the reader of version numbers is missing itself
        return [f"{error.name or error} missing: it is not installed"]


def other_python() -> str:
    """That this Python is too old or too new, which no installation in it can mend."""
    (major, low), (_, high) = PYTHONS
    wanted = ", ".join(f"{major}.{minor}" for minor in range(low, high))
    return (
        f"This notebook cannot run here: its kernel is Python {platform.python_version()},\n"
        f"{sys.executable}\nand the course needs one of {wanted}. Choose a kernel with one of "
        f"them;\nor install one, and in a terminal in {COURSE} type  make lab"
    )


def advice(found: list) -> str:
    """The problems in plain words, and the one command that mends all of them, for this kernel."""
    lines = [
        "This notebook cannot run yet: its kernel lacks something that the course needs.",
        f"The kernel's Python is {sys.executable}. What is wrong:",
        *(f"    {problem}" for problem in found),
        "To mend it, run this line in a new cell:",
        f"    {_install()} {_what()}",
    ]
    if "google.colab" in sys.modules:
        lines.append("Then choose Runtime > Restart session, and run this cell again.")
    else:
        lines.append("Then choose Kernel > Restart Kernel, and run this cell again.")
        if (COURSE / "Makefile").exists():
            lines.append(
                "If that line is refused, or you have started the course before: close Jupyter,\n"
                f"open a terminal in {COURSE} and type  make lab\n"
                "It brings the course's own Python (in VS Code: choose the kernel .venv)."
            )
    return "\n".join(lines)


def _install():
    return "%pip install" if find_spec("pip") else f'!uv pip install --python "{sys.executable}"'


def _what():
    if (COURSE / "pyproject.toml").exists():
        return f'-e "{COURSE}"'
    from .environment import requirements

    return " ".join(f'"{line}"' for line in requirements()[1])
