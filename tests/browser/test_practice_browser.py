"""Practice as a learner meets it: one question after the other, by keyboard alone."""

import pytest

CELL = """from mlp_lesson import course, questions
questions.ask_in_turn([course.question("spot:backward/bias-mean"),
                       course.question("explain:layer_backward/bias-mean")])"""


def expect(locator):
    from playwright.sync_api import expect

    return expect(locator)


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


def test_by_keyboard_one_question_follows_the_answer_to_another_and_stays_answered(notebook):
    page, cells = notebook.page, notebook.page.locator(".jp-Cell")
    count, card = cells.count(), cells.first.locator(".mlp-card")
    following = card.get_by_role("button", name="Next question")
    options = card.get_by_role("group").filter(has=page.get_by_role("button"))  # code is one, too
    expect(options).to_have_count(1)
    expect(following).to_be_hidden()
    card.get_by_role("button", name="dbs.append(delta.mean(axis=0))").press("Enter")
    expect(card).to_contain_text("Right. The bias gradients are averaged")
    expect(card).to_contain_text("Evidence for: to find a mistake in code that runs")
    following.press("Enter")
    expect(options).to_have_count(2)
    expect(options.last.get_by_role("button").first).to_be_focused()
    page.keyboard.press("x")  # would cut the cell
    wrong = options.last.get_by_role("button")
    for button in wrong.all():
        if "bias gradient is averaged" not in button.inner_text():
            button.press("Enter")
            break
    expect(card).to_contain_text("Done: 1 of 2 right at the first choice.")
    assert cells.count() == count
    notebook.reload()
    card = notebook.page.locator(".jp-Cell").first.locator(".mlp-card")
    expect(card).to_contain_text("Done: 1 of 2 right at the first choice.")
    expect(card.get_by_text("Evidence for")).to_have_count(2)


FAILURE = """from mlp_lesson import course, questions
questions.ask_in_turn([course.question("failure:zeros/1001")])"""


def test_a_failure_is_asked_with_its_picture_and_every_name_gives_a_reason(open_notebook):
    notebook = open_notebook(FAILURE)
    card = notebook.page.locator(".jp-Cell").first.locator(".mlp-card")
    picture = card.get_by_role("img")
    expect(picture).to_be_visible()
    assert "Gradient check of the same: none" in picture.get_attribute("alt")
    assert picture.evaluate("image => image.naturalWidth") > 600
    expect(card).to_contain_text("batches of 32, inputs 0 to 1")
    names = card.get_by_role("group").get_by_role("button")
    expect(names).to_have_count(4)
    for name in names.all():
        name.press("Enter")
    expect(card).to_contain_text("Right. The first weights are blank before and after.")
    expect(card.get_by_text("There you would see this.")).to_have_count(3)
