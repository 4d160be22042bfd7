"""Twenty questions on the ideas of the course, asked before it and once more after it.

    inventory()     asks what is left of them, one after the other, in one card

They may be left at any time: what was answered is kept, and the rest is asked on another day. What
is right is told by progress(), once all are answered after the course.
"""

from html import escape

from mlp_lesson import course
from mlp_lesson.ideas import UNKNOWN, ideas, left, options
from mlp_lesson.progress import progress
from mlp_lesson.questions import show_card

LINE = (
    "{n} questions on the ideas of the course, about ten minutes. You may stop at any time and go "
    f"on another day. “{UNKNOWN}” is an answer, too."
)
DONE = {
    "before": "All questions are answered. They come once more after lesson {last}, and then you "
    "see which were right.",
    "after": "All questions are answered. progress() shows what you have gained, and the reasons.",
}


def inventory():
    """Ask the questions that are left: before the course or, once its last lesson is met, after it.

    That lesson is met when one of its quiz questions has been answered.
    """
    last = course.lessons()[-1].number
    side = "after" if any(id.startswith(f"{last}-") for id in progress.schedule()) else "before"
    asked = left(progress.ideas(), side)
    done = DONE[side].format(last=last)
    if not asked:
        print(done)
        return
    line = LINE.format(n=len(ideas()))
    quizzes = [{"question": one.question, "options": options(one, side)} for one in asked]
    spec = {"kind": "inventory", "line": line, "quizzes": quizzes, "done": done,
            "answered": len(ideas()) - len(asked)}  # fmt: skip
    heard = set()

    def on_state(state):
        for i, one in enumerate(asked):
            if f"{i}" in state and i not in heard:
                heard.add(i)
                answer = state[f"{i}"]
                progress.record_idea(side, one.id, answer, answer == one.right)

    show_card(spec, line, f"<p>{escape(line)}</p>", on_state)
