"""The twenty questions as a learner meets them: by keyboard, left, gone on with, told at last."""

import pytest

from mlp_lesson.ideas import ideas, options

IDEAS = list(ideas().values())
ASK = """from mlp_lesson.ideas import ideas
from mlp_lesson.inventory import inventory
from mlp_lesson.progress import progress
inventory()"""
RESET = "from mlp_lesson.progress import progress\nprogress.reset(confirm=True)"
ALL_BUT_ONE = """import mlp_lesson.course as course
last = course.lessons()[-1].number
progress.record_answer(next(id for id in course.questions() if id.startswith(last)), "x", False)
for idea in list(ideas().values())[1:]:
    progress.record_idea("after", idea.id, "x", idea.id != "one-neuron")"""


def expect(locator):
    from playwright.sync_api import expect

    return expect(locator)


@pytest.fixture
def notebook(open_notebook):
    return lambda *sources: open_notebook(RESET, *sources)


def card(notebook, cell):
    return notebook.page.locator(".jp-Cell").nth(cell).locator(".mlp-card")


def test_by_keyboard_alone_each_choice_leads_to_the_next_question_and_says_nothing(notebook):
    at = notebook("1", ASK)
    count, here, keys = at.page.locator(".jp-Cell").count(), card(at, 2), at.page.keyboard
    expect(here).to_contain_text("about ten minutes")
    here.get_by_role("button", name="Begin").press("Enter")
    first = options(IDEAS[0], "before")
    group = here.get_by_role("group", name=f"1 of 20. {IDEAS[0].question}")
    expect(group.get_by_role("radio")).to_have_count(5)
    expect(group.get_by_role("radio", name=first[0])).to_be_focused()
    for key in ("x", "d", "d"):  # x cuts a cell, dd deletes it
        keys.press(key)
    here.get_by_role("button", name="Next").press("Enter")
    expect(here.get_by_role("status")).to_have_text("Choose one of the options first.")
    expect(group.get_by_role("radio", name=first[0])).to_be_focused()
    keys.press("ArrowDown")
    expect(group.get_by_role("radio", name=first[1])).to_be_checked()
    keys.press("Tab")
    keys.press("Enter")
    second = here.get_by_role("group", name=f"2 of 20. {IDEAS[1].question}")
    expect(second.get_by_role("radio").first).to_be_focused()
    expect(here.get_by_role("status")).to_have_count(0)
    lines = [line for line in here.inner_text().splitlines() if line.strip()]
    asked = [f"2 of 20. {IDEAS[1].question}", *options(IDEAS[1], "before"), "Next"]
    assert [line.strip() for line in lines] == asked  # and no word on the first answer
    assert at.page.locator(".jp-Cell").count() == count


def test_it_goes_on_where_it_was_left_with_the_page_loaded_again_and_with_a_new_kernel(notebook):
    at = notebook(ASK)
    card(at, 1).get_by_role("button", name="Begin").click()
    for _ in range(2):
        card(at, 1).get_by_role("radio", name="I do not know").check()
        card(at, 1).get_by_role("button", name="Next").click()
    at.reload()
    expect(card(at, 1).get_by_role("group", name=f"3 of 20. {IDEAS[2].question}")).to_be_visible()
    at.reopen_tomorrow()
    still = at.page.locator(".jp-Cell").nth(1).locator("mlp-live")
    expect(still).to_contain_text("about ten minutes")
    expect(still).to_contain_text("To answer here: run the cells above")
    at.page.evaluate(
        """async () => {
        window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1;
        await window.jupyterapp.commands.execute("notebook:run-cell"); }"""
    )
    expect(card(at, 1)).to_contain_text("2 are answered.")
    card(at, 1).get_by_role("button", name="Go on").press("Enter")
    expect(card(at, 1).get_by_role("group", name=f"3 of 20. {IDEAS[2].question}")).to_be_visible()


def test_after_the_last_question_the_next_cell_tells_what_is_missing_and_leads_there(notebook):
    at = notebook(ASK, ALL_BUT_ONE, "inventory()", "progress()")
    page, here = at.page, card(at, 3)
    expect(here).to_contain_text("19 are answered.")
    here.get_by_role("button", name="Go on").press("Enter")
    here.get_by_role("radio", name=IDEAS[0].right).check()
    here.get_by_role("button", name="Next").press("Enter")
    expect(here.get_by_role("status")).to_contain_text("progress() shows what you have gained")
    expect(here.get_by_role("status")).to_be_focused()
    page.evaluate(
        """async () => {
        window.jupyterapp.shell.currentWidget.content.activeCellIndex = 4;
        await window.jupyterapp.commands.execute("notebook:run-cell"); }"""
    )
    told = page.locator(".jp-Cell").nth(4).locator(".jp-OutputArea-output")
    expect(told).to_contain_text("Ideas of the course: 19 of 20 right after it.")
    told.locator("summary").first.press("Enter")
    one = told.locator("details details").nth(1)
    one.locator("summary").press("Enter")
    expect(one).to_contain_text(IDEAS[1].options[IDEAS[1].right])
