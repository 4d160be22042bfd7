"""W6, the workbench, in a real browser: play, pages, own points, numbers, time, keys, memory."""

import statistics

import pytest

from mlp_lesson.widgets.playground.state import MOST_FRAMES

CELL = "from mlp_lesson.widgets.playground import playground\nbench = playground()"
MANY = (
    "from mlp_lesson.widgets.playground import draw, playground\n"
    "from mlp_lesson.widgets.playground.problem import Setup\n"
    "from mlp_lesson.widgets.playground.state import trained\n"
    "import psutil, threading\n"
    "big = playground(Setup(hidden=(8, 8), points=500))\n"
    "def train(pictures):\n"
    "    state = big._widget.state\n"
    "    for _ in range(pictures):\n"
    "        state = trained(state, 1)\n"
    "        draw(state)\n"
    "    big._widget.put(state)\n"
    "def size():\n"
    "    return psutil.Process().memory_info().rss / 1e6, threading.active_count()"
)


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """Circles at epoch 0, the settings of the data open."""
    widget = notebook.widget(0)
    widget.choose("settings", "data")
    widget.choose("data set", "moons")
    widget.click("Reset")
    widget.choose("data set", "circles")
    return widget


def settings(widget, page):
    widget.choose("settings", page)


def test_play_trains_until_it_is_paused_and_every_picture_moves(widget):
    before = [widget.pixels(panel) for panel in range(4)]
    widget.click("Play")
    widget.page.wait_for_function(
        "() => /Epoch [2-9]\\d:/.test(document.querySelector('[role=status]').textContent)"
    )
    widget.click("Pause")
    widget.control("button", "Play").wait_for()  # an epoch or two may be under way
    paused = widget.readout
    widget.page.wait_for_timeout(300)
    assert widget.readout == paused and widget.control("button", "Play").count() == 1
    assert all(widget.pixels(panel) != before[panel] for panel in range(4))
    widget.slide("picture in time", 0)
    assert "Epoch 0:" in widget.readout and widget.pixels(1) == before[1]


def test_features_layers_and_units_change_the_network(widget):
    settings(widget, "network")
    widget.answered(lambda: widget.control("checkbox", "x1·x2").check())
    assert "3-4-2-2:" in widget.readout
    widget.slide("hidden layers", 1)
    widget.slide("units in layer 1", 8)
    assert "3-8-2:" in widget.readout
    widget.answered(lambda: widget.control("checkbox", "x1·x2").uncheck())
    widget.slide("hidden layers", 2)
    widget.slide("hidden layers", 3)  # no row of pictures more than two layers have
    tops = widget.root.locator("canvas").evaluate_all("all => all.map((c) => c.offsetTop)")
    assert tops[0] == tops[1] < tops[2] == tops[3]
    widget.slide("hidden layers", 2)
    widget.choose("activation of layer 2", "relu")
    name = widget.root.locator("canvas").first.get_attribute("aria-label")
    assert "activation tanh, relu;" in name
    widget.choose("activation", "relu")
    assert widget.control("combobox", "activation of layer 1").input_value() == "relu"
    assert widget.root.locator("canvas").first.get_attribute("aria-label").startswith("The network")


def test_points_are_drawn_with_the_mouse_and_with_the_keyboard(widget):
    settings(widget, "own points")
    widget.drag(1, (0.3, 0.3), (0.6, 0.3))
    name = widget.root.locator("canvas").nth(1).get_attribute("aria-label")
    assert "for training" in name
    widget.slide("class to draw", 1)
    widget.slide("place x₂", -1)
    widget.press("button", "Add a point there", "Enter")
    drawn = widget.pixels(1)
    widget.click("Take the last one back")
    assert widget.pixels(1) != drawn


def test_a_weight_is_typed_and_a_lost_loss_is_explained(widget):
    settings(widget, "weights")
    entry = widget.control("textbox", "its value")
    entry.fill("-3")
    widget.answered(lambda: entry.press("Enter"))
    assert "−3.00" in widget.readout
    settings(widget, "data")
    widget.choose("data set", "saddle")
    settings(widget, "network")
    widget.choose("activation", "relu")
    settings(widget, "training")
    widget.slide("learning rate, log₁₀", 2)
    widget.click("Step")
    assert "lost" in widget.readout and "learning rate" in widget.readout
    widget.slide("learning rate, log₁₀", -1.5)
    widget.click("Reset")
    settings(widget, "network")
    widget.choose("activation", "tanh")


def test_the_keyboard_alone_builds_and_trains(widget):
    widget.control("combobox", "settings").focus()
    widget.answered(lambda: widget.control("combobox", "settings").select_option("network"))
    for name, units in (("hidden layers", 2), ("units in layer 1", 4), ("units in layer 2", 2)):
        widget.slide(name, units)
    widget.press("checkbox", "x1²", "Space")
    assert "3-4-2-2" in widget.readout
    widget.press("slider", "units in layer 2", "ArrowRight")
    assert "3-4-3-2" in widget.readout
    widget.press("button", "Step", "Enter")
    assert "Epoch 1:" in widget.readout


def test_a_cell_below_takes_the_training_along_as_a_new_cell(open_notebook):
    notebook = open_notebook(CELL, "bench.export()")
    page = notebook.page
    page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.content.model.cells.length > 2"
    )
    last = page.evaluate(
        "() => [...window.jupyterapp.shell.currentWidget.content.model.cells]"
        ".map((cell) => cell.sharedModel.source).find((text) => text.startsWith('# 2-4-2-2'))"
    )
    assert "update(params, grads" in last


def test_play_leaves_no_memory_and_no_threads_behind(open_notebook):
    """Counted in pictures: 14 kB of each would be 20 MB in a minute at 24 a second."""
    notebook = open_notebook(MANY, f"train({MOST_FRAMES})")  # the film has its full length
    widget = notebook.widget(0)
    widget.click("Play")
    _wait_for_pictures(widget, 30)
    first = _sizes(notebook)
    _wait_for_pictures(widget, 250)
    second = _sizes(notebook)
    widget.click("Pause")
    grown = second[0] - first[0]
    print(f"\nkernel {first[0]:.1f} MB -> {second[0]:.1f} MB, threads {first[1]} -> {second[1]}")
    assert grown < 3.5 and second[1] <= first[1] + 1


@pytest.mark.timed
def test_it_draws_24_pictures_a_second_and_pauses_at_once(open_notebook):
    widget = open_notebook(MANY).widget(0)
    widget.click("Play")
    widget.page.wait_for_timeout(2000)
    before = widget.serial
    widget.page.wait_for_timeout(5000)
    rate = (widget.serial - before) / 5
    pauses = []
    for _ in range(10):
        pauses.append(widget.control("button", "Pause").evaluate(PAUSE))
        widget.click("Play")
        widget.page.wait_for_timeout(200)
    widget.click("Pause")
    pause = statistics.median(pauses)
    print(f"\n2-8-8-2, 500 points: {rate:.0f} pictures a second, pause after {pause:.0f} ms")
    assert rate >= 24 and pause <= 100


def _wait_for_pictures(widget, number):
    widget.page.wait_for_function(
        "([root, serial]) => +root.dataset.serial >= serial",
        arg=[widget.root.element_handle(), widget.serial + number],
        timeout=250_000,
    )


PAUSE = """async (button) => {
  const begun = performance.now();
  button.click();
  while (button.textContent !== "Play") await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}"""


def _sizes(notebook):
    """(MB, threads) of the kernel, asked beside the training."""
    script = """async () => {
      const kernel = window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel;
      let words = "";
      const future = kernel.requestExecute({ code: "print(*size())", silent: false });
      future.onIOPub = (m) => { if (m.content.name === "stdout") words += m.content.text; };
      await future.done;
      return words;
    }"""
    megabytes, threads = notebook.page.evaluate(script).split()
    return float(megabytes), int(threads)
