"""How long a learner waits for check(): the right answer of every task, judged.

python benchmarks/checks.py [rounds]

Beside the seconds stands their ratio to judging an answer that is a single call of NumPy.
"""

import statistics
import sys

from _measure import in_turn, ratio

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine.diagnose import judge
from mlp_lesson.checks.engine.trial import PATIENCE

PLAIN, SLOWEST = "tanh_prime", 8


def main(rounds):
    tasks = {name: task for name, task in all_tasks().items() if task.seconds <= PATIENCE}
    actions = {name: lambda t=task: judge(t, t.reference) for name, task in tasks.items()}
    times = in_turn(actions, rounds)
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    print(f"{len(tasks)} tasks, median {statistics.median(medians.values()):.3f} s; the slowest:")
    for name in sorted(medians, key=medians.get, reverse=True)[:SLOWEST]:
        print(f"  {name:<22} {medians[name]:6.3f} s  {ratio(times, name, PLAIN):5.1f} x {PLAIN}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
