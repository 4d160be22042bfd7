"""A puzzle as a learner meets it: by keyboard, by mouse, by numbers, below the hints."""

import re

import pytest

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine.parsons import statements
from mlp_lesson.checks.engine.slips import source_of

IMPORT = "from mlp_lesson.puzzles import puzzle\nfrom mlp_lesson.questions import hints"
NAME = "one_hot"  # three lines and one that is wrong


def expect(locator):
    from playwright.sync_api import expect

    return expect(locator)


def numbers_of(card):
    """The numbers of the right lines in their order, read off the card."""
    shown = [text.strip() for text in card.locator(".lines code").all_inner_texts()]
    task = all_tasks()[NAME]
    return [shown.index(text.strip()) + 1 for text in statements(source_of(task.reference))]


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(IMPORT, f'puzzle("{NAME}")', f'hints("{NAME}")', f'puzzle("{NAME}")')


def card(notebook, cell):
    return notebook.page.locator(".jp-Cell").nth(cell).locator(".mlp-card")


def test_by_keyboard_alone_lines_are_moved_judged_and_put_away(notebook):
    at, keyboard = card(notebook, 1), notebook.page.keyboard
    cells = notebook.page.locator(".jp-Cell").count()
    numbers = numbers_of(at)
    order = at.get_by_role("textbox", name="Order:")
    at.get_by_role("button", name="Does it run?").press("Enter")
    expect(at.get_by_role("status")).to_contain_text("does not belong here.")
    expect(at.get_by_role("status")).to_be_focused()
    for place, number in enumerate(numbers):  # each right line to its place from the top
        line = at.locator(f'[data-line="{number - 1}"] button')
        line.focus()
        while int(order.input_value().split().index(str(number))) > place:
            keyboard.press("ArrowUp")
            expect(line).to_be_focused()
    wrong = ({1, 2, 3, 4} - set(numbers)).pop()
    at.locator(f'[data-line="{wrong - 1}"] button').focus()
    keyboard.press("ArrowDown")
    expect(at.locator("[aria-live=polite]")).to_have_text("left out")
    assert order.input_value() == " ".join(map(str, numbers))
    at.get_by_role("button", name="Does it run?").press("Enter")
    expect(at.get_by_role("status")).to_contain_text("Right: ")
    expect(at.get_by_role("status")).to_contain_text("write it in your own cell, from memory")
    expect(at.locator(".lines")).to_be_hidden()
    at.get_by_role("button", name="Show the lines again").press("Enter")
    expect(at.locator(".lines button").first).to_be_focused()
    assert notebook.page.locator(".jp-Cell").count() == cells


def test_after_the_hints_it_is_opened_by_a_button_and_solved_by_typed_numbers(notebook):
    at = card(notebook, 2)
    for _ in range(3):
        at.get_by_role("button", name="hint").press("Enter")
    at.get_by_role("button", name="Put its lines in order").press("Enter")
    expect(at.locator(".lines button").first).to_be_focused()
    order = at.get_by_role("textbox", name="Order:")
    order.fill("1 1")
    order.press("Enter")
    expect(at.get_by_role("status")).to_contain_text("Type each of the numbers 1 to 4 once")
    order.fill(", ".join(map(str, numbers_of(at))))
    order.press("Enter")
    expect(at.get_by_role("status")).to_contain_text("Right: ")


def test_by_mouse_a_line_is_dragged_below_the_border(notebook):
    at = card(notebook, 3)
    at.scroll_into_view_if_needed()
    line, border = at.locator(".lines li").first, at.locator(".border")
    number = line.locator(".number").inner_text()
    line.locator("button").hover()
    notebook.page.mouse.down()
    box = border.bounding_box()
    notebook.page.mouse.move(box["x"] + 20, box["y"] + box["height"] + 20, steps=8)
    notebook.page.mouse.up()
    order = at.get_by_role("textbox", name="Order:").input_value()
    assert number not in order.split() and len(order.split()) == 3
    notebook.reload()  # the lines are as they were
    expect(card(notebook, 3).get_by_role("textbox", name=re.compile("Order"))).to_have_value(order)
