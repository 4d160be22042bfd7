"""W9, the descent on a bowl and a ravine, in a real browser: steps, play, keys, mouse, speed."""

import pytest

CELL = "from mlp_lesson.widgets.descent import descent\ndescent()"

# the page is busy after the press, so the next tick is sent before Python's answer is heard
PAUSE_AND_TICK = """button => {
  button.click();
  for (const end = performance.now() + 100; performance.now() < end;);
}"""


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """Plain descent at the start of the ravine."""
    widget = notebook.widget(0)
    for control, option in (("surface", "bowl"), ("surface", "ravine"), ("rule", "plain")):
        widget.choose(control, option)
    widget.slide("learning rate, log₁₀", -1.6)
    return widget


def test_each_step_moves_the_walk_and_the_start_brings_it_back(widget):
    pictures = [(widget.pixels(0), widget.pixels(1))]
    for number in (1, 2, 3):
        widget.click("Step")
        assert f"step {number}:" in widget.readout
        pictures.append((widget.pixels(0), widget.pixels(1)))
    assert len({walk for walk, _ in pictures}) == 4
    widget.click("Back to the start")
    assert widget.pixels(0) == pictures[0][0]


def test_play_walks_on_by_itself_until_it_is_paused(widget):
    widget.click("Play")
    widget.page.wait_for_function(
        "() => /step (1\\d|[2-9]\\d)/.test(document.querySelector('[role=status]').textContent)"
    )
    widget.click("Pause")
    paused = widget.readout
    widget.page.wait_for_timeout(300)
    assert widget.readout == paused and widget.control("button", "Play").count() == 1


def test_a_tick_that_pause_overtakes_leaves_nothing_waiting(widget):
    for _ in range(3):
        widget.click("Play")
        widget.answered(lambda: widget.control("button", "Pause").evaluate(PAUSE_AND_TICK))
    before = widget.serial
    widget.slide("learning rate, log₁₀", -1.5)
    assert widget.serial == before + 1 and "learning rate 0.032" in widget.readout


def test_beyond_the_limit_the_walk_is_thrown_out_and_momentum_moves_the_limit(widget):
    for _ in range(12):
        widget.click("Step")
    assert "you are below it" in widget.readout
    widget.slide("learning rate, log₁₀", -1.2)  # 0.063, above 2/50
    assert "Thrown out" in widget.readout
    assert not widget.control("slider", "momentum μ").is_enabled()
    widget.choose("rule", "momentum")
    assert "2(1 + μ)/λmax = 0.076; you are below it" in widget.readout
    widget.slide("momentum μ", 0.3)
    assert "= 0.052; you are above it" in widget.readout or "Thrown out" in widget.readout


def test_every_rule_has_a_path_of_its_own_and_a_kept_walk_stays(widget):
    widget.slide("learning rate, log₁₀", -1.6)
    for _ in range(8):
        widget.click("Step")
    pictures = set()
    for rule in ("plain", "momentum", "Nesterov", "RMSprop", "Adam"):
        widget.choose("rule", rule)
        pictures.add(widget.pixels(0))
    assert len(pictures) == 5
    widget.click("Keep this walk")
    assert "Kept: Adam at 0.025" in widget.readout
    widget.choose("rule", "plain")
    assert widget.pixels(0) not in pictures  # both walks are drawn
    widget.click("Forget kept walks")
    assert "Kept" not in widget.readout


def test_the_mouse_sets_the_start_and_the_keyboard_works_the_controls(widget):
    before = widget.pixels(0)
    widget.drag(0, (0.3, 0.4), (0.7, 0.3))
    assert widget.pixels(0) != before and "w = (−8.00" not in widget.readout
    widget.press("slider", "learning rate, log₁₀", "ArrowRight")
    assert "learning rate 0.026" in widget.readout
    widget.slide("start w₁", 4)
    widget.press("slider", "start w₂", "ArrowRight")
    assert "w = (4.00" in widget.readout
    widget.press("button", "Step", "Enter")
    assert "step 1:" in widget.readout


@pytest.mark.timed
def test_the_walk_follows_the_slider_at_once(widget, record_property):
    for _ in range(3):
        widget.click("Step")
    latency = widget.latency("learning rate, log₁₀")
    record_property("latency_ms", latency)
    print(f"\nlearning rate: {latency:.0f} ms from slider to frame, median of 30")
    assert latency < 50
