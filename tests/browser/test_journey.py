"""A learner's way through a lesson, by the keyboard alone, over two days, in a narrow window."""

import re

import pytest

WIDGET = """from mlp_lesson.widgets import _canvas as ui
def update(state, name, value):
    return {"pass": state + 1, "s": value, "plane": state}[name]
def draw(state):
    panel = ui.Panel((0, 9), (0, 9), [ui.Text(4, 4, "here")], title="Steps", name="plane")
    return ui.View([panel], f"step {state}", [
        ui.Slider("s", "s", 1, 0, 9, 1), ui.Button("pass", "One pass")])
ui.show(0, update, draw, caption="Step 0.", invitation="To step")"""
LESSON = (
    "from mlp_lesson.questions import hints, predict, quiz, reveal",
    'guess = predict("How many neurons differ after the journey?", options=[1, 4, 8])',
    'reveal(guess, answer=1, why="They stay equal.")',
    'quiz("02-shape-of-w")',
    'hints("output_delta")',
    WIDGET,
    """from mlp_lesson.display import progress_bar
for _ in progress_bar([1, 2], 2, "Done"): 0
print("the end of", "the lesson")""",
)
PREDICT, REVEAL, QUIZ, HINTS, CANVAS, END = range(1, 7)


def expect(locator):
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)  # no verdict on how busy the machine is
    return expect(locator)


class Reader:
    """Someone with a keyboard in front of a notebook; cells count from 0."""

    def __init__(self, notebook):
        self.notebook, self.page, self.press = notebook, notebook.page, notebook.page.keyboard.press

    def cell(self, number):
        return self.page.locator(".jp-Cell").nth(number)

    def active(self):
        return self.page.evaluate(
            "window.jupyterapp.shell.currentWidget.content.activeCellIndex"
        )

    def count(self, cell):
        """How often the cells have been run when this one was: what stands in its brackets."""
        return self.cell(cell).locator(".jp-InputPrompt").inner_text()

    def back_to(self, role, name):
        """Shift+Tab from below into the card above, to the control of this name."""
        control = self.page.get_by_role(role, name=name, exact=True)
        expect(control).to_be_visible()
        for _ in range(12):
            self.press("Shift+Tab")
            if control.evaluate("c => c === document.activeElement"):
                return
        raise AssertionError(f"Shift+Tab does not reach {name}")


@pytest.fixture(scope="module")
def lesson(open_notebook):
    return open_notebook(*LESSON, run=False)


@pytest.fixture
def at(lesson):
    """The reader of the whole lesson, each cell of which has just been run."""
    if not lesson.page.evaluate(
        "!!window.jupyterapp.shell.currentWidget.context.sessionContext.session"
    ):
        lesson.load()
    lesson.run_all()
    reader = Reader(lesson)
    expect(reader.cell(CANVAS).locator("canvas")).to_be_visible()
    return reader


def test_the_whole_lesson_by_the_keyboard_alone(lesson):
    at = Reader(lesson)
    at.cell(0).focus()
    at.press("Shift+Enter")
    at.press("Shift+Enter")
    at.back_to("radio", "8")  # where Shift+Tab enters a group of which none is chosen
    at.press("ArrowDown")  # round to the first
    at.press("Tab")
    at.press("Tab")
    at.press("Space")  # fairly sure: that commits the guess
    expect(at.cell(PREDICT)).to_contain_text("Your guess: 1, fairly sure.")
    at.press("Shift+Enter")
    expect(at.cell(REVEAL)).to_contain_text("Your guess: 1, fairly sure: right.")
    assert at.active() == QUIZ
    at.press("Shift+Enter")
    at.back_to("button", "(3, 5)")
    at.press("Enter")
    at.press("Tab")
    at.press("Enter")  # the arrow keys, Tab and Enter are still the card's own
    expect(at.cell(QUIZ)).to_contain_text("Right. One row for each input")
    at.press("Shift+Enter")
    at.back_to("button", "Show a hint")
    for n in (1, 2, 3):
        at.press("Enter")
        expect(at.cell(HINTS).locator("[aria-live=polite] p")).to_have_count(n)
    at.press("Shift+Enter")
    expect(at.cell(CANVAS).locator("canvas")).to_be_visible()
    at.back_to("slider", "s")
    at.press("ArrowRight")
    expect(at.cell(CANVAS).get_by_role("status")).to_have_text("step 2")
    at.press("Tab")
    at.press("Enter")
    expect(at.cell(CANVAS).get_by_role("status")).to_have_text("step 3")
    at.press("Shift+Enter")
    expect(at.cell(END).locator(".jp-OutputArea")).to_contain_text("the end of the lesson")
    expect(at.cell(CANVAS).get_by_role("status")).to_have_text("step 3")  # not pressed again
    assert [at.count(cell) for cell in range(len(LESSON))] == [
        f"[{n}]:" for n in range(1, len(LESSON) + 1)]  # fmt: skip


def test_shift_enter_goes_on_from_every_part_of_a_card_and_presses_nothing(at):
    status = at.cell(CANVAS).get_by_role("status")
    for focus in (
        lambda: at.cell(HINTS).get_by_role("button", name="Show a hint").focus(),
        lambda: at.cell(CANVAS).get_by_role("slider").focus(),
        lambda: at.cell(CANVAS).get_by_role("button", name="One pass").focus(),
        lambda: at.cell(CANVAS).locator("canvas").click(),
        lambda: at.cell(CANVAS).get_by_role("status").click(),
    ):
        focus()
        below = 1 + at.active()
        before = at.count(below)
        at.press("Shift+Enter")
        expect(at.cell(below).locator(".jp-InputPrompt")).not_to_have_text(before)
        expect(at.cell(below).locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]"))
    assert at.cell(HINTS).locator("[aria-live=polite] p").count() == 0
    expect(status).to_have_text("step 0")


def test_ctrl_enter_and_alt_enter_are_for_the_cell_itself(at):
    at.cell(QUIZ).get_by_role("button").first.press("Enter")
    before = at.count(QUIZ)
    at.cell(QUIZ).get_by_role("button").first.focus()
    at.press("Control+Enter")
    expect(at.cell(QUIZ).locator(".jp-InputPrompt")).not_to_have_text(before)
    expect(at.cell(QUIZ).locator("[aria-pressed=true]")).to_have_count(0)  # asked anew
    assert at.active() == QUIZ
    cells = at.page.locator(".jp-Cell").count()
    at.cell(QUIZ).get_by_role("button").first.focus()
    at.press("Alt+Enter")
    expect(at.page.locator(".jp-Cell")).to_have_count(cells + 1)
    assert at.active() == QUIZ + 1
    at.page.evaluate("window.jupyterapp.commands.execute('notebook:delete-cell')")


def test_the_next_day_the_stills_stand_there_and_running_brings_them_to_life(at):
    at.notebook.reopen_tomorrow()
    for cell, words in {
        PREDICT: "To answer here: run the cells above",
        QUIZ: "To answer here: run the cells above",
        HINTS: "Hint 1: a nudge",
        CANVAS: "To step: run the cells above",
    }.items():
        expect(at.cell(cell).locator("mlp-live")).to_contain_text(words)
    expect(at.cell(CANVAS).get_by_role("img", name="Steps")).to_be_visible()
    expect(at.cell(END).locator(".jp-OutputArea-output").first).to_have_text("Done: 2 epochs")
    everything = at.page.locator(".jp-Notebook").inner_text()
    assert "Error displaying widget" not in everything and "Loading widget" not in everything
    at.notebook.run_all()
    expect(at.page.locator(".mlp-card")).to_have_count(3)
    expect(at.cell(CANVAS).locator("canvas")).to_be_visible()
    assert "run the cells above" not in at.page.locator(".jp-Notebook").inner_text()


def test_after_a_restart_cards_and_widgets_say_that_nothing_is_stored_any_more(at):
    lost = at.page.get_by_text("The kernel that knew this is gone")
    expect(lost).to_have_count(0)
    at.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.context.sessionContext.restartKernel()"
    )
    for cell in (PREDICT, QUIZ, CANVAS):
        expect(at.cell(cell)).to_contain_text("nothing you do here is stored any more")
    expect(lost).to_have_count(3)  # hints are only read
    at.notebook.run_all()
    expect(lost).to_have_count(0)
    at.cell(QUIZ).get_by_role("button").first.click()
    expect(at.cell(QUIZ)).to_contain_text("Not this one.")


def test_without_an_answer_from_python_a_card_says_so(at):
    at.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.context.sessionContext.shutdown()"
    )
    at.cell(QUIZ).get_by_role("button").first.click()
    alert = at.cell(QUIZ).get_by_role("alert")
    expect(alert).to_contain_text("Python does not answer", timeout=9000)
    at.notebook.errors.clear()  # JupyterLab's own, of the message that it could not send


def test_a_decimal_comma_is_a_decimal_point(number_card):
    for typed, taken in {"0,5": "0.5", "0.25": "0.25", " ,75 ": "0.75", "1e-1": "0.1"}.items():
        card = number_card('predict("Accuracy?", low=0, high=1)')
        card.get_by_role("textbox").fill(typed)
        card.get_by_role("button", name="I am sure").click()
        expect(card).to_contain_text(f"Your guess: {taken}, sure.")


def test_a_comma_that_may_stand_for_thousands_is_asked_about_and_a_number_outside_refused(
    number_card,
):
    card = number_card('predict("Weights?", low=0, high=500_000)')
    for typed, said in {
        "101,770": "Is 101,770 thousands?",
        "-1": "Type a number from 0 to 500,000 first.",
        "0,5,5": "Type a number from 0 to 500,000 first.",
        "many": "Type a number from 0 to 500,000 first.",
    }.items():
        card.get_by_role("textbox").fill(typed)
        card.get_by_role("button", name="I am sure").click()
        expect(card.get_by_role("status")).to_contain_text(said)
    card.get_by_role("textbox").fill("101770")
    card.get_by_role("button", name="I am sure").click()
    expect(card).to_contain_text("Your guess: 101770, sure.")


@pytest.fixture(scope="module")
def number_notebook(open_notebook):
    return open_notebook("from mlp_lesson.questions import predict", "")


@pytest.fixture
def number_card(number_notebook):
    """A function that shows one prediction and returns its card."""
    at = Reader(number_notebook)

    def show(source):
        at.page.evaluate(
            """async (source) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = 1;
            notebook.activeCell.model.sharedModel.setSource(source);
            await window.jupyterapp.commands.execute("notebook:run-cell"); }""",
            source,
        )
        card = at.cell(1).locator(".mlp-card")
        expect(card.get_by_role("textbox")).to_be_visible()
        return card

    return show


STEPPER = "from mlp_lesson.widgets.backprop_stepper import backprop_stepper\nbackprop_stepper()"
LINE = "from mlp_lesson.widgets.perceptron_line import perceptron_line\nperceptron_line()"


@pytest.fixture(scope="module")
def widgets(open_notebook):
    return open_notebook(STEPPER, LINE)


@pytest.mark.parametrize("width", [480, 320])
def test_in_a_narrow_window_type_stays_legible_and_nothing_is_out_of_reach(widgets, width):
    at = Reader(widgets)
    wide = at.page.viewport_size
    at.page.set_viewport_size({**wide, "width": width})
    at.page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    for cell, smallest in {0: 11, 1: 13}.items():
        panels = at.cell(cell).locator(".panels")
        panels.scroll_into_view_if_needed()
        at.page.wait_for_timeout(300)
        shown = panels.locator("canvas").evaluate("""c => [c.getBoundingClientRect().width,
            c.width / devicePixelRatio, c.getContext("2d").getTransform().a / devicePixelRatio]""")
        assert shown[0] == pytest.approx(shown[1], abs=1)  # the browser does not shrink it again
        assert 13 * shown[2] >= smallest
        assert panels.evaluate("p => p.scrollWidth <= p.clientWidth || p.tabIndex === 0")
    at.page.set_viewport_size(wide)
