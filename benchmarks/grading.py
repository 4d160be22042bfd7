"""What grading costs: seconds and memory for one learner, 50 and 500, on two processes.

python benchmarks/grading.py [many]

Every learner hands in the worked exercise, each with another remark, so that no two notebooks are
the same. "One more" is what a submission adds once the sandbox is warm: by the clock, and in
seconds of computing, which depend less on what else the machine does.
"""

import copy
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from _measure import seconds

SOLUTIONS = sorted(Path(__file__).parent.parent.glob("solutions/[0-9]*.ipynb"))
JOBS = "2"


def hand_in(folder, solved, n):
    """Write n notebooks that differ in one remark."""
    folder.mkdir()
    for number in range(n):
        notebook = copy.deepcopy(solved)
        notebook["cells"].append({"cell_type": "markdown", "id": "remark", "metadata": {},
                                  "source": f"I am learner {number}."})  # fmt: skip
        (folder / f"learner{number:03d}.ipynb").write_text(json.dumps(notebook), "utf-8")


def grade(exercise, solved, n, jobs=JOBS):
    """Seconds of a class of n, from the command to the table: by the clock, and of computing."""
    with tempfile.TemporaryDirectory() as home:
        submitted, out = Path(home) / "submitted", Path(home) / "results"
        hand_in(submitted, solved, n)
        command = [sys.executable, "-m", "mlp_lesson.grading", "grade", str(submitted),
                   "--exercise", exercise, "--out", str(out), "--jobs", jobs]  # fmt: skip
        before = computed()
        took = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
        took = np.array([took, computed() - before])
        assert len((out / "grades.csv").read_text("utf-8").splitlines()) == n + 1
    return took


def computed():
    """Seconds that all commands so far have computed, with the processes that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def largest():
    """MB of the largest process so far: of the command or of one of its boxes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main(many):
    solved = {path.name[:2]: json.loads(path.read_text("utf-8")) for path in SOLUTIONS}
    took = {}
    for n in (50, many):
        took[n] = grade("05", solved["05"], n)
        clock, computing = took[n]
        print(f"a class of {n}: {clock:.1f} s, {computing:.1f} s of computing; "
              f"largest process {largest():.0f} MB", flush=True)  # fmt: skip
    print(f"seconds a learner, {many} against 50: {took[many][0] / took[50][0] * 50 / many:.2f}")
    for exercise, notebook in solved.items():
        one, four = (grade(exercise, notebook, n, jobs="1") for n in (1, 4))
        clock, computing = (four - one) / 3
        print(f"exercise {exercise}: first {one[0]:4.1f} s, one more {clock:5.2f} s, "
              f"{computing:5.2f} s of computing", flush=True)  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
