"""Predict, quiz and hints as a learner meets them: by mouse, by keyboard, after a restart."""

import re

import pytest

from mlp_lesson import course

IMPORT = """from mlp_lesson.questions import hints, predict, quiz, reveal
from mlp_lesson.progress import progress"""
PREDICT = 'guess = predict("How many neurons differ after {}?", options=[1, 4, 8])'
REVEAL = 'reveal(guess, answer=1, why="They stay equal.")'
NUMBER = 'number = predict("Accuracy after one epoch?", low=0, high=1)'
QUIZ = 'quiz("07-random-start")'
HINTS = 'hints("output_delta")'
CHECK = 'from mlp_lesson.checks import check\ncheck("linear", lambda X, w, b: X @ w)'


@pytest.fixture
def lesson(open_notebook):
    """A function that opens a notebook with these cells and returns it as a Lesson."""
    return lambda *sources: Lesson(open_notebook(IMPORT, *sources))


class Lesson:
    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page

    def card(self, cell):
        return self.page.locator(".jp-Cell").nth(cell).locator(".mlp-card")

    def output(self, cell):
        return self.page.locator(".jp-Cell").nth(cell).locator(".jp-OutputArea").inner_text()

    def run(self, cell, until=""):
        """Run one cell; again, until its output matches: a click may be on its way to Python."""
        for _ in range(30):
            self.page.evaluate(RUN, cell)
            if re.search(until, self.output(cell)):
                return
        raise AssertionError(f"Cell {cell} shows {self.output(cell)!r} and not {until!r}")

    def count_cells(self):
        return self.page.evaluate("window.jupyterapp.shell.currentWidget.content.widgets.length")


RUN = """async (cell) => {
  window.jupyterapp.shell.currentWidget.content.activeCellIndex = cell;
  await window.jupyterapp.commands.execute("notebook:run-cell");
  await new Promise((drawn) => setTimeout(drawn, 500));
}"""


def expect(locator):
    from playwright.sync_api import expect

    return expect(locator)


def test_a_guess_by_mouse_is_committed_compared_and_shown_in_progress(lesson):
    at = lesson(PREDICT.format("zeros"), REVEAL, "progress()")
    expect(at.card(1)).to_contain_text("Run this cell again to guess first")  # all were run at once
    at.run(1)
    at.card(1).get_by_role("button", name="Fairly sure").click()
    expect(at.card(1).get_by_role("status")).to_have_text("Choose one of the options first.")
    at.card(1).get_by_role("radio", name="4").check()
    at.card(1).get_by_role("button", name="Fairly sure").click()
    expect(at.card(1)).to_contain_text("Your guess: 4, fairly sure. Now run the next cell.")
    assert at.card(1).get_by_role("button").count() == 0  # committed is committed
    at.run(2, "Your guess: 4, fairly sure: not this time.")
    assert "Answer: 1. They stay equal." in at.output(2)
    at.run(3, "Right when you said fairly sure")
    sure = re.search(r"Right when you said fairly sure: (\d+) of (\d+)\.", at.output(3))
    assert int(sure[1]) < int(sure[2])  # other notebooks have asked this learner, too


def test_a_guess_needs_no_mouse_and_its_keys_do_nothing_to_the_notebook(lesson):
    at = lesson("1", PREDICT.format("one step"), NUMBER)
    cells = at.count_cells()
    keyboard = at.page.keyboard
    at.card(2).get_by_role("radio", name="1").focus()
    for key in ("x", "d", "d", "a", "ArrowDown", "ArrowDown"):  # x cuts a cell, dd deletes it
        keyboard.press(key)
    expect(at.card(2).get_by_role("radio", name="8")).to_be_checked()
    keyboard.press("Tab")
    keyboard.press("Tab")
    expect(at.card(2).get_by_role("button", name="Fairly sure")).to_be_focused()
    keyboard.press("Enter")
    status = at.card(2).get_by_role("status")
    expect(status).to_contain_text("Your guess: 8, fairly sure.")
    expect(status).to_be_focused()  # a screen reader reads it; Tab goes on from here
    at.card(3).get_by_role("textbox", name=re.compile("Your guess")).focus()
    keyboard.type("7")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(at.card(3).get_by_role("status")).to_have_text("Type a number from 0 to 1 first.")
    keyboard.press("Backspace")
    keyboard.type("0.9")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(at.card(3).get_by_role("status")).to_contain_text("Your guess: 0.9, sure.")
    assert at.count_cells() == cells


def test_every_option_of_a_quiz_shows_its_reason_and_the_first_counts(lesson):
    at = lesson(QUIZ, "progress()")
    asked = course.question("07-random-start")
    (wrong, why_not), (right, why), _ = asked.options.items()
    group = at.card(1).get_by_role("group", name=f"From lesson 06. {asked.question}")
    group.get_by_role("button", name=wrong).click()
    expect(group).to_contain_text(f"Not this one. {why_not}")
    assert why not in group.inner_text()
    group.get_by_role("button", name=right).press("Enter")
    expect(group).to_contain_text(f"Right. {why}")
    at.run(2, "0 of 1")


DUE = """from datetime import datetime
progress.reset(confirm=True)  # what other tests have answered
progress._clock = lambda: datetime(2030, 3, 1).astimezone()
progress.record_answer("02-mistake-bound", "the learning rate", False)
progress._clock = lambda: datetime(2030, 3, 2).astimezone()"""


def test_what_is_due_is_asked_where_its_line_stands_and_then_is_due_no_more(lesson):
    begin = "from mlp_lesson.start import begin\n\nbegin()"
    at = lesson(begin, DUE, begin, "progress()", begin)
    assert at.output(1) == ""  # nothing is due: nothing is shown
    expect(at.card(3)).to_contain_text("One question from earlier lessons is due again today.")
    assert "Run this notebook's first cell to be asked." in at.output(4)
    at.card(3).get_by_role("button", name="Ask me now").press("Enter")
    group = at.card(3).get_by_role("group", name="From lesson 01. What bounds the number")
    expect(group.get_by_role("button").first).to_be_focused()
    group.get_by_role("button", name="the number of examples").press("Enter")
    expect(group).to_contain_text("Not this one. The bound (R/γ)² does not mention it.")
    group.get_by_role("button", name="the learning rate").press("Enter")
    expect(group).to_contain_text("Not this one. From zero weights it changes nothing at all.")
    at.run(5, r"^\s*$")
    at.notebook.reload()
    expect(at.card(3)).to_contain_text("Not this one. The bound (R/γ)² does not mention it.")


def test_hints_come_one_at_a_time_and_are_announced(lesson):
    at = lesson(HINTS)
    button = at.card(1).get_by_role("button")
    for n, hint in enumerate(("Take one row", "For one row", "Compute the probabilities"), start=1):
        assert hint not in at.card(1).inner_text()
        button.press("Enter")
        expect(at.card(1).locator("[aria-live=polite] p")).to_have_count(n)
        assert hint in at.card(1).inner_text()
    expect(button).to_be_hidden()
    expect(at.card(1).locator("p").last).to_be_focused()


def test_after_the_page_is_loaded_again_the_cards_are_as_they_were(lesson):
    at = lesson(PREDICT.format("two steps"), QUIZ, HINTS)
    at.card(1).get_by_role("radio", name="1").check()
    at.card(1).get_by_role("button", name="Just guessing").click()
    at.card(2).get_by_role("button", name="equal neurons").click()
    at.card(3).get_by_role("button").click()
    at.notebook.reload()
    expect(at.card(1)).to_contain_text("Your guess: 1, guessing.")
    expect(at.card(2)).to_contain_text("Right. A width of 34")
    expect(at.card(3)).to_contain_text("Hint 1: a nudge. Take one row")


def test_after_a_restart_of_the_kernel_the_guess_is_remembered(lesson):
    at = lesson(PREDICT.format("three steps"), REVEAL)
    at.run(1)
    at.card(1).get_by_role("radio", name="1").check()
    at.card(1).get_by_role("button", name="I am sure").click()
    expect(at.card(1)).to_contain_text("Your guess: 1, sure.")
    at.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.context.sessionContext.restartKernel()"
    )
    at.run(0)
    at.run(1)
    expect(at.card(1)).to_contain_text("Your earlier guess: 1, sure.")
    at.run(2, "Your earlier guess: 1, sure: right.")


def test_the_second_layer_of_a_hint_opens_by_keyboard_and_needs_no_kernel(lesson):
    at = lesson("1", CHECK)
    cells = at.count_cells()
    report = at.page.locator(".jp-Cell").nth(2).locator(".jp-OutputArea-output")
    question = report.get_by_text("Which bias does it, and why can no weight do it alone?")
    report.locator("summary").focus()
    for key in ("x", "d", "d", "a"):  # x cuts a cell, dd deletes it
        at.page.keyboard.press(key)
    expect(question).to_be_hidden()
    at.page.keyboard.press("Enter")
    expect(question).to_be_visible()
    at.page.keyboard.press(" ")
    expect(question).to_be_hidden()
    assert at.count_cells() == cells
    at.notebook.reopen_tomorrow()
    report.locator("summary").press("Enter")
    expect(question).to_be_visible()
