"""What `import mlp_lesson` and its core modules add to `import numpy`, in fresh interpreters.

python benchmarks/import_time.py [rounds]
"""

import statistics
import subprocess
import sys

from _measure import in_turn

STATEMENTS = {
    "numpy": "import numpy",
    "mlp_lesson": "import numpy, mlp_lesson",
    "numerical core": "import numpy, mlp_lesson.train, mlp_lesson.losses, mlp_lesson.optimizers",
}


def main(rounds):
    actions = {
        name: lambda s=statement: subprocess.run([sys.executable, "-c", s], check=True)
        for name, statement in STATEMENTS.items()
    }
    times = in_turn(actions, rounds)
    for name in list(STATEMENTS)[1:]:
        added = [a - b for a, b in zip(times[name], times["numpy"], strict=True)]
        print(f"{name:<15} adds {statistics.median(added) * 1000:6.1f} ms to import numpy")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
