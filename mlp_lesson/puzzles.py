"""A way out when stuck: the lines of a task's answer to put in order, then to write from memory.

    puzzle("backward")              lines to move by mouse or keys, or by typing their numbers
    puzzle("backward", [6, 1, 9])   the same in a terminal: what is right or wrong with this order

One or two lines are wrong: those of mistakes that this learner made, where there are such. An
instructor switches hints and puzzles off in course.toml.
"""

from html import escape

from mlp_lesson import course, questions
from mlp_lesson.checks import all_tasks, exercise_of, whys
from mlp_lesson.checks.engine.parsons import Puzzle, judge, puzzle_of
from mlp_lesson.progress import progress

NEW_LINE = "\n"
FAILURES = 2  # checks in a row that were not right, after which a puzzle is offered


def puzzle(name, order=None):
    """Show the lines of this task's answer, shuffled, some of them wrong; or judge an order.

    order: numbers of lines, from 1, those left out that do not belong
    Raises ValueError if there is no such task, or if the order names a line that there is not.
    """
    questions.known_task(name)
    if not course.ladder():
        print(questions.SWITCHED_OFF)
        return
    try:
        made = _puzzle(name)
    except ValueError as reason:
        print(f"{reason} The third hint says nearly all.")
        return
    if order is None:
        _show(made)
    else:
        print(judge(made, _places(order, made)).words)


def offer(name):
    """After the second check in a row that was not right: one quiet line that opens the puzzle."""
    last = progress.outcomes(name)[:FAILURES]
    if len(last) == FAILURES and not any(last) and (made := of_task(name)):
        _show(made, line=f"The last {FAILURES} checks of {name} were not right. Stuck?")


def of_task(name) -> Puzzle | None:
    """The Puzzle of a task; None where it has none, or where the ladder is switched off."""
    try:
        return _puzzle(name) if course.ladder() else None
    except ValueError:
        return None


def spec_of(made):
    """What the browser needs to show a puzzle."""
    wrong = ("", " One of them is wrong: leave it out.", " Two of them are wrong: leave them out.")
    return {
        "task": made.task.name,
        "question": f"Put these lines in order.{wrong[made.n_wrong]}",
        "lines": [line.text for line in made.lines],
    }


def listen(card, made):
    """Let the puzzle on a card be judged whenever the learner asks for it."""

    def on_state(change):
        state = change["new"].get("puzzle", {})
        if state.get("asked", 0) > card.said.get("asked", 0):
            verdict = judge(made, state["order"])
            card.said = {"asked": state["asked"], "right": verdict.right, "words": verdict.words}

    card.observe(on_state, "state")


def _puzzle(name):
    made_before = progress.mistakes(name)
    texts = [id.partition("/")[2] for id in whys.of_exercise(exercise_of(name))
             if id.startswith(f"{name}/")]  # fmt: skip
    return puzzle_of(all_tasks()[name], [*made_before, *texts])


def _places(order, made):
    numbers = list(range(1, len(made.lines) + 1))
    if any(n not in numbers for n in order) or len(set(order)) < len(order):
        raise ValueError(f"the order has each of the numbers 1 to {numbers[-1]} once or not at all")
    return [n - 1 for n in order]


def _show(made, line=""):
    spec = spec_of(made)
    numbered = "\n".join(
        f"{number:>3}  {text.replace(NEW_LINE, NEW_LINE + ' ' * 5)}"
        for number, text in enumerate(spec["lines"], start=1)
    )
    text = (
        f"{line or made.task.name + '.'} {spec['question']}\n{numbered}\n"
        f'puzzle("{made.task.name}", [2, 1]) says what is right in the order 2, 1.'
    )
    still = f"<details><summary>{escape(line or spec['question'])}</summary>"
    still += f"<pre>{escape(numbered)}</pre></details>"
    card = questions.show_card({"kind": "puzzle", "line": line, "puzzle": spec}, text, still)
    if card:
        listen(card, made)
