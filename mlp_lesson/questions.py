"""Questions to the learner: predict and reveal, a quiz with reasons, hints one at a time.

Each call shows a card. In JupyterLab the card is alive and what the learner says is stored by
progress; on a code host it is a still that can be read (answers and hints are folded away), in a
terminal plain text. No call waits, and the stored outputs are the same on every run.

Texts are plain words with `code` in backticks, *stress* between asterisks and mathematics in
Unicode, so that they read the same everywhere.
"""

import re
import textwrap
from functools import cache
from html import escape
from numbers import Integral, Real
from pathlib import Path

from mlp_lesson import course
from mlp_lesson.display import in_notebook, live_bundle, live_source
from mlp_lesson.progress import progress

HERE = Path(__file__).parent
SWITCHED_OFF = "Hints and puzzles are switched off in this copy of the course."


class Guess:
    """What predict() returns and reveal() takes: the question, and the guess once it is made."""

    def __init__(self, question, *, options=None, limits=None, unit=""):
        self.question, self.options, self.limits, self.unit = question, options, limits, unit
        self.card = self.value = self.confidence = None
        self.attended = False  # True once a browser shows the card
        self.revealed = False
        self.earlier = self._earlier()

    def commit(self, value, confidence):
        """Take the learner's guess and store it, unless the answer was already shown."""
        if self.revealed or self.value is not None:
            return
        self.value, self.confidence = value, confidence
        progress.record_guess(self.question, value, confidence)

    def _earlier(self):
        """(value, confidence) of a guess stored before, if it still fits the question."""
        earlier = progress.last_guess(self.question)
        if earlier is None or (self.options and earlier[0] not in self.options):
            return None
        if self.options is None:
            try:
                float(earlier[0])
            except ValueError:
                return None
        return earlier

    def _ipython_display_(self):
        """Nothing: predict() has shown the card already."""


def predict(question, *, options=None, low=None, high=None, unit=""):
    """Ask for a guess before the answer is known; reveal() in the next cell compares.

    options    two or more to choose from; or
    low, high  the ends of the range in which a number is asked for, in unit
    Returns the Guess. Raises ValueError if neither or both are given.
    """
    if (options is None) == (low is None or high is None):
        raise ValueError("predict needs either options=[...] or both low=... and high=...")
    options = None if options is None else [_text(option) for option in options]
    guess = Guess(question, options=options, limits=None if options else (low, high), unit=unit)
    spec = {"kind": "predict", "question": question, "options": options, "unit": unit}
    if options is None:
        spec |= {"low": float(low), "high": float(high), "range": _range(guess)}
        text, still = f"  {_range(guess)}", f"<p>{_html(_range(guess))}</p>"
    else:
        text = "\n".join(f"  ( ) {option}" for option in options)
        still = "<ul>" + "".join(f"<li>{_html(option)}</li>" for option in options) + "</ul>"
    if guess.earlier:
        spec["earlier"] = "Your earlier guess: {}, {}.".format(*guess.earlier)
    text = f"Predict: {question}\n{text}"
    still = f"<p><b>Predict.</b> {_html(question)}</p>{still}"

    def on_state(state):
        guess.commit(state["value"], state["confidence"])

    def on_shown():
        guess.attended = True

    guess.card = show_card(spec, text, still, on_state, on_shown)
    return guess


def reveal(guess, answer, why, *, within=None):
    """Show the answer and its reason, beside the guess if there is one.

    answer  one of the options, or a number; round it as far as it is the same on every machine
    within  how far off a number may be to count as right; a tenth of the range if not given
    Raises ValueError or TypeError if a number was asked for and the answer is none.
    """
    shown = f"{_text(answer)} {guess.unit}".strip()
    if guess.options is None:
        float(answer)  # fails here for everyone, not only for those who guessed
    elif _text(answer) not in guess.options:
        shown += " (none of the options)"  # an experiment of the learner's may lead there
    lines = [f"Answer: {shown}. {why}"]
    html = f"<p><b>Answer: {_html(shown)}.</b> {_html(why)}</p>"
    comment = _comparison(guess, answer, within)
    if comment:
        lines.append(comment)
        html += f"<p>{_html(comment)}</p>"
    guess.revealed = True
    if guess.card is not None:
        guess.card.spec = {**guess.card.spec, "closed": True}
    _display({"text/html": html, "text/plain": "\n".join(lines)})


def quiz(id):
    """Ask the multiple-choice question of this id, as quizzes/NN.toml has it; reasons on demand.

    A question that recalls an earlier lesson comes due again after 1, 3, 7 and 21 days.
    Raises ValueError if there is no such question.
    """
    asked = course.question(id)
    spec = _quiz_spec(asked)
    head, question = spec["head"], asked.question
    text = _as_text(spec)
    still = f"<p><b>{head}.</b> {_html(question)}</p>{_shown(spec)}" + "".join(
        f"<details><summary>{_html(option)}</summary>"
        f"<p><b>{verdict}</b> {_html(reason)}</p></details>"
        for option, verdict, reason in spec["verdicts"]
    )
    answered = []

    def on_state(state):
        if not answered:
            answered.append(True)
            _record(asked, state)

    show_card(spec, text, still, on_state)


def hints(task):
    """Offer the three hints of a task, each only when asked for, and after them its puzzle.

    task: its name, as check() takes it.
    Raises ValueError if there is no such task.
    """
    from mlp_lesson import puzzles

    texts = known_task(task).hints
    if not course.ladder():
        print(SWITCHED_OFF)
        return
    titles = ["Hint 1: a nudge", "Hint 2: the next step", "Hint 3: nearly the answer"]
    still = ""
    for title, hint in reversed(list(zip(titles, texts, strict=True))):
        still = f"<details><summary>{title}</summary><p>{_html(hint)}</p>{still}</details>"
    text = "Three hints, from a nudge to nearly the answer: a click in JupyterLab shows the next."
    spec = {"kind": "hints", "hints": list(zip(titles, texts, strict=True))}
    if puzzle := puzzles.of_task(task):
        spec["puzzle"] = puzzles.spec_of(puzzle)
    card = show_card(spec, text, still)
    if card and puzzle:
        puzzles.listen(card, puzzle)


def known_task(name):
    """The task of this name, as check() takes it; ValueError names those that there are."""
    from mlp_lesson.checks import all_tasks

    tasks = all_tasks()
    if name not in tasks:
        raise ValueError(f"there is no task called {name!r}; the tasks are {', '.join(tasks)}")
    return tasks[name]


def review():
    """Ask the questions that are due again today."""
    due = progress.due()
    for id in due:
        quiz(id)
    if not due:
        print("Nothing is due today.")


def offer_review():
    """Say how many questions are due, with a button that asks them here; nothing if none is."""
    due = [course.question(id) for id in progress.due()]
    if not due or not in_notebook():
        return
    some = f"{len(due)} questions" if len(due) > 1 else "One question"
    line = f"{some} from earlier lessons {'are' if len(due) > 1 else 'is'} due again today."
    answered = set()

    def on_state(state):
        for i, asked in enumerate(due):
            if f"{i}" in state and i not in answered:
                answered.add(i)
                _record(asked, state[f"{i}"])

    spec = {"kind": "due", "line": line, "quizzes": [_quiz_spec(asked) for asked in due]}
    show_card(spec, "", "", on_state)


def ask_in_turn(asked):
    """Ask these Questions one after the other, in one card; the first choice of each counts."""
    answered = set()

    def on_state(state):
        for i, one in enumerate(asked):
            if f"{i}" in state and i not in answered:
                answered.add(i)
                _record(one, state[f"{i}"])

    spec = {"kind": "turns", "quizzes": [_quiz_spec(one) for one in asked]}
    text = "\n\n".join(map(_as_text, spec["quizzes"]))
    show_card(spec, text, "", on_state)


def _as_text(spec):
    code = f"\n{textwrap.indent(spec['code'], '    ')}" if spec["code"] else ""
    picture = f"\n{spec['picture']['alt']}" if spec["picture"] else ""
    options = [f"  ( ) {option}" for option, *_ in spec["verdicts"]]
    return "\n".join([f"{spec['head']}: {spec['question']}{code}{picture}", *options])


def _shown(spec):
    """HTML of what a question is about: its code, its picture, or nothing."""
    code, picture = spec["code"], spec["picture"]
    if picture is None:
        return f"<pre>{escape(code, quote=False)}</pre>" if code else ""
    alt, caption = escape(picture["alt"]), _html(picture["caption"])
    return f'<figure><img alt="{alt}" src="{picture["src"]}"><p>{caption}</p></figure>'


def _quiz_spec(asked):
    verdicts = [
        (option, "Right." if option == asked.right else "Not this one.", reason)
        for option, reason in asked.options.items()
    ]
    head = f"From lesson {asked.recalls}" if asked.recalls else "Quiz"
    if ":" in asked.id:
        head = "Failure" if asked.picture else f"Exercise {asked.recalls}"
    shows = asked.shows or f"what you keep of lesson {asked.recalls}"
    picture = asked.picture() if asked.picture else None
    return {"kind": "quiz", "head": head, "question": asked.question, "verdicts": verdicts,
            "code": asked.code, "picture": picture, "shows": shows}  # fmt: skip


def _record(asked, state):
    """Store the first choice: it is the answer; the others are read for their reasons."""
    answer = list(asked.options)[state["chosen"][0]]
    lesson = asked.recalls if ":" in asked.id else None
    progress.record_answer(asked.id, answer, answer == asked.right, lesson=lesson)


def _comparison(guess, answer, within):
    """A sentence on the learner's guess; None where nobody is there to guess."""
    value, confidence, whose = guess.value, guess.confidence, "Your guess"
    if value is None:
        if not guess.attended:
            return None
        if not guess.earlier:
            return "No guess yet: guessing before you look is what makes the answer stick."
        value, confidence, whose = *guess.earlier, "Your earlier guess"
    if guess.options is None:
        low, high = guess.limits
        within = 0.1 * (high - low) if within is None else within
        off = abs(float(value) - float(answer))
        right = off <= within * (1 + 1e-9)
        verdict = f"off by {_text(off)}, close enough" if right else f"off by {_text(off)}"
        value = _text(float(value))
    else:
        right = value == _text(answer)
        verdict = "right" if right else "not this time"
    progress.settle_guess(guess.question, right)
    return f"{whose}: {value}, {confidence}: {verdict}."


def show_card(spec, text, still, on_state=None, on_shown=None):
    """Display one card: live, still and plain. Returns its widget, None outside a notebook."""
    card = _card(spec) if in_notebook() else None
    if card is None:
        print(text)
        return None
    if on_state:
        card.observe(lambda change: on_state(change["new"]), "state")
    if on_shown:
        card.observe(lambda change: on_shown(), "shown")
    # hints can be opened in the still as well, and what was due is yesterday's: nothing to revive
    invitation = "" if spec["kind"] in ("hints", "due") else "To answer here"
    _display({**live_bundle(card, still, invitation), "text/plain": text})
    return card


def _card(spec):
    return _card_class()(spec=spec)


@cache
def _card_class():
    import anywidget
    import traitlets

    class Card(anywidget.AnyWidget):
        """spec goes to the browser; state (what the learner did) and shown come back.

        heard counts the states that have come back: by it the browser knows that Python is there.
        said is the answer to what was asked last in a puzzle.
        """

        _esm = live_source(HERE / "puzzles.js", HERE / "questions.js")
        _css = HERE / "questions.css"
        key = traitlets.Unicode().tag(sync=True)
        spec = traitlets.Dict().tag(sync=True)
        state = traitlets.Dict().tag(sync=True)
        said = traitlets.Dict().tag(sync=True)
        shown = traitlets.Bool(False).tag(sync=True)
        heard = traitlets.Int(0).tag(sync=True)

        @traitlets.observe("state")
        def _hear(self, change):
            self.heard += 1

    return Card


def _display(bundle):
    if not in_notebook():
        print(bundle["text/plain"])
        return
    from IPython.display import display

    display(bundle, raw=True)


STRESS = re.compile(r"(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])")  # as in questions.js


def _html(text):
    """text, escaped, with `code`, *stress* and line ends marked up."""
    parts = escape(text, quote=False).replace("\n", "<br>").split("`")
    return "".join(
        f"<code>{part}</code>" if i % 2 else STRESS.sub(r"<em>\1</em>", part)
        for i, part in enumerate(parts)
    )


def _text(value):
    """How a value is written in a card: 101,770, not np.int64(101770); floats to 4 digits."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return str(value)
    if isinstance(value, Integral) or abs(value) >= 10_000:
        value = round(value)
        return f"{value:,}" if abs(value) >= 10_000 else str(value)
    return f"{value:.4g}"


def _range(guess):
    low, high = guess.limits
    return f"a number from {_text(low)} to {_text(high)} {guess.unit}".rstrip()
