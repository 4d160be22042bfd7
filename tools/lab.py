"""Open the course in JupyterLab: `python tools/lab.py` does what `make lab` does, on every system.

It makes or renews your own copies of the notebooks in learn/ and starts JupyterLab there, with the
settings in tools/jupyter/ added to your own. Arguments are passed on to JupyterLab.
"""

import os
import sys
from pathlib import Path

from mlp_lesson import copies

ROOT = Path(__file__).resolve().parent.parent
LEARN = ROOT / "learn"
START = LEARN / "notebooks" / "00_start_here.ipynb"


def arguments(given: list[str]) -> list[str]:
    """What JupyterLab is started with: it opens on our first notebook if none is given.

    As its default page, so that the address which the terminal shows leads there too.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        print("You are root, so JupyterLab starts with --allow-root.")
        given = ["--allow-root", *given]
    return [f"--LabApp.default_url=/lab/tree/{START.relative_to(LEARN).as_posix()}", *given]


def main(given: list[str]) -> int:
    copies.bring_up_to_date(ROOT, LEARN)
    if not START.exists():
        return 1  # bring_up_to_date has said why
    ours = str(ROOT / "tools" / "jupyter")
    theirs = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = f"{ours}{os.pathsep}{theirs}" if theirs else ours
    try:
        from jupyterlab.labapp import main as start_jupyterlab
    except ImportError:
        print("JupyterLab is missing: python -m pip install -r requirements.txt", file=sys.stderr)
        return 1
    return start_jupyterlab(arguments(given))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
