"""W1 to W3 in a real browser: what moves, what they say, and how fast."""

import pytest

CELLS = [
    f"from mlp_lesson.widgets.{name} import {name}\n{name}()"
    for name in ("perceptron_line", "xor_folding", "activation_explorer")
]
LIVE = 50  # milliseconds


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(*CELLS)


def test_weights_move_the_line_and_the_count_of_right_points(notebook):
    widget = notebook.widget(0)
    widget.choose("points", "and")
    assert "3 of 4 points right" in widget.readout
    before = widget.pixels()
    widget.slide("weight w₁", 1)
    widget.slide("weight w₂", 1)
    widget.slide("bias b", -1.5)
    assert "z = 1.00·x₁ + 1.00·x₂ − 1.50" in widget.readout
    assert "4 of 4 points right" in widget.readout
    assert widget.pixels() != before


def test_the_rule_learns_step_by_step_and_the_sliders_follow(notebook):
    widget = notebook.widget(0)
    widget.choose("points", "and")
    pictures = {widget.pixels()}
    for _ in range(10):
        widget.click("Correct the next mistake")
        pictures.add(widget.pixels())
    assert "zero weights: 10, of at most 51" in widget.readout
    assert "4 of 4 points right" in widget.readout
    assert len(pictures) == 11
    assert widget.control("slider", "weight w₁").input_value() == "2"


def test_other_points_are_drawn_when_chosen(notebook):
    widget = notebook.widget(0)
    widget.choose("points", "and")
    before = widget.pixels()
    widget.choose("points", "xor")
    assert "no bound is promised" in widget.readout and widget.pixels() != before


def test_folding_lets_a_line_appear(notebook):
    widget = notebook.widget(1)
    widget.choose("hidden units", "threshold")
    widget.slide("fold", 0)
    flat = widget.pixels(0), widget.pixels(1)
    assert "no line separates" in widget.readout
    widget.slide("fold", 0.6)
    assert "one line separates" in widget.readout
    assert widget.pixels(0) != flat[0] and widget.pixels(1) != flat[1]
    widget.choose("hidden units", "ReLU")
    assert "max(0, 1 − x₁ − x₂)" in widget.readout
    widget.slide("fold", 0.4)  # they, too, need more than one half
    assert "no line separates" in widget.readout


def test_the_tangent_follows_slider_choice_and_mouse(notebook):
    widget = notebook.widget(2)
    widget.choose("activation", "tanh")
    widget.slide("z", 1)
    before = widget.pixels(0), widget.pixels(1)
    widget.slide("z", 0)
    assert "f'(z) = 1.0000" in widget.readout
    assert widget.pixels(0) != before[0] and widget.pixels(1) != before[1]
    widget.drag(0, (0.2, 0.5), (0.8, 0.5))
    assert "Flat" in widget.readout
    assert widget.control("slider", "slope").count() == 0
    widget.choose("activation", "leaky_relu")
    assert widget.control("slider", "slope").is_enabled()


def test_the_keyboard_works_every_control_and_the_notebook_keeps_its_cells(notebook):
    line, _, explorer = (notebook.widget(i) for i in range(3))
    explorer.slide("z", 0)
    explorer.press("slider", "z", "ArrowRight")
    assert "z = 0.05" in explorer.readout
    explorer.press("combobox", "activation", "r")  # the option that begins with r
    assert "ReLU" in explorer.readout
    explorer.press("combobox", "activation", "e")  # elu has a parameter, so a slider is renamed
    assert explorer.control("combobox", "activation").evaluate("e => e === document.activeElement")
    line.choose("points", "and")
    line.press("button", "Correct the next mistake", "Enter")
    line.press("button", "Correct the next mistake", " ")
    assert "zero weights: 2," in line.readout
    for key in "xabdd":  # to JupyterLab, in command mode: cut, insert above, below, delete
        explorer.control("slider", "z").press(key)
    assert notebook.page.locator(".jp-CodeCell").count() == len(CELLS)


def test_the_tab_key_reaches_every_control(notebook):
    widget = notebook.widget(0)
    widget.control("combobox", "points").focus()
    reached = []
    for _ in range(6):
        notebook.page.keyboard.press("Tab")
        active = "document.activeElement"
        reached.append(notebook.page.evaluate(f"{active}.ariaLabel || {active}.textContent"))
    assert reached == [
        "weight w₁", "weight w₂", "bias b",
        "Correct the next mistake", "One pass", "Start from zero",
    ]  # fmt: skip


@pytest.mark.timed
@pytest.mark.parametrize(("number", "slider"), [(0, "weight w₁"), (1, "fold"), (2, "z")])
def test_the_picture_follows_the_slider_at_once(notebook, number, slider, record_property):
    latency = notebook.widget(number).latency(slider)
    record_property("latency_ms", latency)
    print(f"\n{slider}: {latency:.0f} ms from slider to frame, median of 30")
    assert latency < LIVE


def test_in_a_narrow_window_two_panels_stay_side_by_side_and_their_type_is_not_scaled(notebook):
    wide = notebook.page.viewport_size
    folding, explorer = notebook.widget(1), notebook.widget(2)
    folding.choose("hidden units", "threshold")
    notebook.page.set_viewport_size({**wide, "width": 1050})  # file browser and all
    for widget in (folding, explorer):
        canvases = widget.root.locator("canvas").all()
        canvases[0].scroll_into_view_if_needed()  # what is out of sight is not drawn anew
        notebook.page.wait_for_function(
            "([one, two]) => one.offsetTop === two.offsetTop",
            arg=[canvas.element_handle() for canvas in canvases],
        )
        (left, right), sizes = [c.bounding_box() for c in canvases], [
            c.evaluate("c => c.width / devicePixelRatio") for c in canvases
        ]
        assert left["y"] == right["y"] and left["x"] < right["x"] and left["width"] < 390
        assert [left["width"], right["width"]] == sizes
    explorer.drag(0, (0.2, 0.5), (56 / sizes[0], 0.5))  # to the left edge of the plot
    assert "z = −5.00" in explorer.readout
    notebook.page.set_viewport_size(wide)


def test_the_pictures_are_readable_in_the_dark_theme(notebook, change_theme):
    change_theme("Dark")
    label = notebook.widget(0).root.locator("label").first
    colours = label.evaluate(
        """label => [getComputedStyle(label).color,
                     getComputedStyle(label.closest(".jp-Notebook")).backgroundColor]"""
    )
    words, ground = (sum(map(float, c[c.index("(") + 1 : -1].split(",")[:3])) for c in colours)
    assert words - ground > 400  # of 765: pale words on a dark ground
