"""The hidden layer that learns, in a real browser: step, run, pause, units, keys."""

import pytest

CELL = "from mlp_lesson.widgets.unit_lines import unit_lines\nunit_lines()"


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """Two units at a start of XOR."""
    widget = notebook.widget(0)
    widget.choose("points", "circles")
    widget.choose("points", "XOR")
    widget.slide("hidden units", 2)
    return widget


def test_a_step_moves_the_lines_and_the_same_start_brings_them_back(widget):
    before = widget.pixels(0), widget.pixels(1)
    widget.click("Step")
    assert "step 1:" in widget.readout
    assert widget.pixels(0) != before[0] and widget.pixels(1) != before[1]
    widget.click("Same start again")
    assert (widget.pixels(0), widget.pixels(1)) == before
    widget.click("New start")
    assert widget.pixels(0) != before[0]


def test_it_learns_xor_by_itself_until_it_is_paused(widget):
    widget.slide("hidden units", 4)
    widget.click("Run")
    widget.page.wait_for_function(
        "() => document.querySelector('[role=status]').textContent.includes('4 of 4 right')"
    )
    widget.click("Pause")
    paused = widget.readout
    widget.page.wait_for_timeout(300)
    assert widget.readout == paused and widget.control("button", "Run").count() == 1


def test_the_keyboard_alone_works_it(widget):
    widget.press("slider", "hidden units", "ArrowRight")
    assert "h₃" in widget.readout
    widget.press("button", "Step", "Enter")
    assert "step 1:" in widget.readout
    name = widget.root.locator("canvas").first.get_attribute("aria-label")
    assert "3 hidden units: from start" in name and "at step 1," in name
