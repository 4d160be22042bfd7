"""A whole class in one run: both cores, a run that is killed, a cluster."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from broken import BROKEN
from exercise_05 import as_bytes, solved
from honest import HONEST
from hostile import HOSTILE

SECRET = b"the same for every run of these tests"
KINDS = [
    HONEST["two tasks of seven"][0], HONEST["a partial"][0], HONEST["einsum"][0],
    HOSTILE["exit at once"], BROKEN["cut off"], HONEST["one wrong, and one that uses it"][0],
]  # fmt: skip


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """Nine learners; no two notebooks are the same."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "secret").write_bytes(SECRET)
    (folder / "submitted").mkdir()
    for number in range(9):
        notebook = KINDS[number] if number < len(KINDS) else None
        notebook = notebook or as_bytes(solved() | {"nbformat_minor": number})
        (folder / "submitted" / f"s{number:02d}.ipynb").write_bytes(notebook)
    return folder


def command(pile, out, *more):
    return [
        sys.executable, "-m", "mlp_lesson.grading", "grade", str(pile / "submitted"),
        "--exercise", "05", "--out", str(out), "--secret", str(pile / "secret"), *more,
    ]  # fmt: skip


def run(pile, out, *more):
    done = subprocess.run(command(pile, out, *more), capture_output=True, text=True, timeout=250)
    assert done.returncode == 0, done.stderr[-2000:]
    return (out / "grades.csv").read_text()


@pytest.fixture(scope="module")
def table(prepared, pile, tmp_path_factory):
    """The table of a run that nothing disturbed."""
    return run(pile, tmp_path_factory.mktemp("undisturbed"), "--jobs", "2")


def test_the_table_says_what_each_has_earned(table):
    scores = [line.split(",")[9] for line in table.splitlines()[1:]]
    assert scores == ["4", "19", "19", "0", "", "13", *["19"] * 3]


def left_of(session):
    """Processes that a session has left: where /proc can be read."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(path.name)) == session and b") Z" not in (path / "stat").read_bytes():
                found.append((path / "cmdline").read_bytes().replace(b"\0", b" "))
        except OSError:  # it has just ended
            pass
    return found


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a process is killed in another way here")
def test_a_run_that_is_killed_goes_on_where_it_was(table, pile, tmp_path):
    """With the same table; what was graded before is not graded again, and no process is left."""
    process = subprocess.Popen(
        command(pile, tmp_path, "--jobs", "2"), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    wanted, until = random.randint(2, 6), time.monotonic() + 200
    while len(list(tmp_path.glob("results/*.json"))) < wanted and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob("results/*.json")}
    assert kept and all(json.loads(path.read_text()) for path in kept)
    assert run(pile, tmp_path, "--jobs", "2") == table
    after = {path: path.stat().st_mtime_ns for path in tmp_path.glob("results/*.json")}
    assert len(after) == 9 and kept.items() <= after.items()
    until = time.monotonic() + 60
    while left_of(process.pid) and time.monotonic() < until:
        time.sleep(0.2)
    assert not left_of(process.pid)


def test_a_cluster_of_two_workers_gives_the_same_table(table, pile, tmp_path):
    distributed = pytest.importorskip("distributed")
    settings = dict(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
    with distributed.LocalCluster(**settings) as cluster:
        assert run(pile, tmp_path, "--dask", cluster.scheduler_address) == table
