"""W7, the weight film, in a real browser: slider, play, step, layers, keys, the still picture."""

import pytest

CELL = "from mlp_lesson.widgets.weight_film import weight_film\nweight_film()"


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """Before training, the first layer."""
    widget = notebook.widget(0)
    widget.choose("weights", "into the outputs")
    widget.choose("weights", "into hidden layer 1")
    if widget.control("button", "Pause").count():
        widget.click("Pause")
    if "Epoch 0" not in widget.readout:
        widget.click("Back to the start")
    return widget


def test_each_step_records_an_epoch_and_the_slider_goes_back_to_it(widget):
    pictures = [widget.pixels(0)]
    for number in (1, 2):
        widget.click("Step")
        assert f"Epoch {number}: loss" in widget.readout
        pictures.append(widget.pixels(0))
    assert len(set(pictures)) == 3
    for number in (0, 1, 2):
        widget.slide("epoch", number)
        assert widget.pixels(0) == pictures[number]


def test_the_film_plays_by_itself_until_it_is_paused(widget):
    widget.click("Play")
    widget.page.wait_for_function(
        "() => /Epoch [3-9]/.test(document.querySelector('[role=status]').textContent)"
    )
    widget.click("Pause")
    paused = widget.readout
    widget.page.wait_for_timeout(700)  # two ticks
    assert widget.readout == paused and widget.control("button", "Play").count() == 1


def test_another_layer_and_other_units_are_other_pictures(widget):
    first = widget.pixels(0)
    widget.choose("units", "16 to 31")
    assert widget.pixels(0) != first
    widget.choose("weights", "into the outputs")
    name = widget.root.locator("canvas").first.get_attribute("aria-label")
    assert "into the outputs at epoch 0, units 0 to 9" in name


def test_the_keyboard_alone_works_it(widget):
    widget.press("button", "Step", "Enter")
    assert "Epoch 1:" in widget.readout
    widget.press("slider", "epoch", "ArrowLeft")
    assert "Epoch 0: before training" in widget.readout
    widget.press("button", "Play", "Space")
    widget.press("button", "Pause", "Space")
    assert widget.root.get_by_role("status").get_attribute("aria-live") == "polite"


def test_the_saved_notebook_shows_a_still_picture(notebook, widget):
    notebook.reopen_tomorrow()
    picture = notebook.page.locator("mlp-live img").first
    picture.wait_for()
    assert "at epoch 5, units 0 to 15" in picture.get_attribute("alt")
