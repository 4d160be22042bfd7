"""W4, the backprop stepper, in a real browser: stepping, typing a delta, keys, speed."""

import pytest

CELL = "from mlp_lesson.widgets.backprop_stepper import backprop_stepper\nbackprop_stepper()"


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """The stepper at its first step."""
    widget = notebook.widget(0)
    widget.click("Start again")
    return widget


def say(widget, words):
    """Type a delta and press Enter."""
    entry = widget.control("textbox", "your δ")
    entry.fill(words)
    widget.answered(lambda: entry.press("Enter"))


def test_it_steps_forward_and_back_and_shows_each_number(widget):
    pictures = [widget.pixels()]
    for expected in ("z⁽¹⁾₁", "z⁽¹⁾₂", "z⁽²⁾₁", "L = ", "δ⁽²⁾₁ = ", "δ⁽¹⁾₁ = ", "δ⁽¹⁾₂ = "):
        widget.click("Step")
        assert expected in widget.readout
        pictures.append(widget.pixels())
    assert len(set(pictures)) == 8
    assert "∂L/∂w⁽¹⁾₂₂ = x₂·δ⁽¹⁾₂ = 0.5·0.2889 = 0.1445" in widget.readout
    step = widget.control("button", "Step")
    assert not step.is_enabled() and step.evaluate("e => e === document.activeElement")
    before = widget.serial
    step.press("Enter")
    widget.page.wait_for_timeout(200)
    assert widget.serial == before  # it has the keyboard still, and does nothing
    label = widget.root.locator("canvas").get_attribute("aria-label")
    assert "δ⁽¹⁾₁ = −0.3921" in label and "L = 0.4579" in label
    widget.click("Back")
    assert widget.pixels() == pictures[6]


def test_a_delta_is_typed_judged_and_only_then_shown(widget):
    assert not widget.control("textbox", "your δ").is_enabled()
    widget.slide("step", 4)
    assert "What is δ⁽²⁾₁" in widget.readout and "−0.3674" not in widget.readout
    say(widget, "0.3674")
    assert "the sign is not" in widget.readout and "δ⁽²⁾₁ = a" not in widget.readout
    say(widget, "-0.3674")
    assert "Right: δ⁽²⁾₁ = −0.3674" in widget.readout
    say(widget, "-0.3674 * 1.5 * 0.7116")
    assert "Right: δ⁽¹⁾₁ = −0.3921" in widget.readout
    say(widget, "0.289")
    assert "You found 3 of 3 deltas yourself" in widget.readout


def test_the_keyboard_alone_steps_and_types(widget):
    keyboard = widget.page.keyboard
    widget.control("button", "Step").focus()
    for _ in range(4):
        widget.answered(lambda: keyboard.press("Enter"))
    keyboard.press("Tab")  # the entry is next
    keyboard.type("-0.367")
    widget.answered(lambda: keyboard.press("Enter"))
    assert "Right: δ⁽²⁾₁" in widget.readout
    widget.press("slider", "step", "ArrowRight")
    assert "δ⁽¹⁾₁ = " in widget.readout
    widget.press("slider", "x₁", "ArrowLeft")
    assert "∂L/∂w⁽¹⁾₁₁ = x₁·δ⁽¹⁾₁ = 0.9·(−0.4581)" in widget.readout  # worked on paper


def test_another_input_target_and_activation_give_other_numbers(widget):
    widget.slide("step", 7)
    before = widget.pixels()
    widget.choose("activation", "relu")
    assert widget.pixels() != before
    widget.choose("target y", "0")
    widget.slide("x₁", -1.5)  # z⁽¹⁾₁ = -1.5·0.8 - 0.3 + 0.1 < 0: a dead unit passes nothing back
    widget.slide("step", 6)
    assert "·0 = 0.0000" in widget.readout
    widget.slide("x₁", 1)
    widget.choose("activation", "tanh")
    widget.choose("target y", "1")


@pytest.mark.timed
def test_it_answers_a_slider_in_less_than_50_ms(widget):
    widget.slide("step", 7)
    milliseconds = widget.latency("x₁")
    print(f"median {milliseconds:.0f} ms")
    assert milliseconds < 50
    widget.slide("x₁", 1)
