"""W8, the pad, in a real browser: with mouse and finger, by keyboard alone, in a narrow window."""

import re

import pytest

CELL = "from mlp_lesson.widgets.digit_pad import digit_pad\ndigit_pad()"
SEVEN = [(0.25, 0.15), (0.75, 0.15), (0.4, 0.85)]  # shares of the pad's width and height


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(CELL)


@pytest.fixture
def widget(notebook):
    """An empty pad."""
    widget = notebook.widget()
    widget.answered(lambda: pad(widget).press("Delete"))
    return widget


def pad(widget):
    return widget.root.get_by_role("application", name=re.compile("^Pad to draw a digit on"))


def move(widget, places, steps=15):
    """The mouse, pressed at the first place and moved along the others."""
    box = pad(widget).bounding_box()
    mouse = widget.page.mouse
    at = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in places]
    mouse.move(*at[0])
    mouse.down()
    for place in at[1:]:
        mouse.move(*place, steps=steps)


def draw(widget, places):
    widget.answered(lambda: (move(widget, places), widget.page.mouse.up()))


def test_a_digit_drawn_with_the_mouse_is_read_and_every_picture_shows_it(widget):
    empty = [widget.pixels(panel) for panel in range(4)]
    draw(widget, SEVEN)
    assert widget.readout.startswith("It reads a 7: ")
    assert all(widget.pixels(panel) != empty[panel] for panel in range(4))
    widget.click("Take the last stroke back")
    assert "Nothing to read yet" in widget.readout
    assert [widget.pixels(panel) for panel in range(4)] == empty


def test_no_picture_is_stretched_by_its_neighbours(widget):
    drawn = widget.root.locator("canvas").evaluate_all("""all => all.map((c) => {
      const { width, height } = c.getBoundingClientRect();
      return (width / height) / (c.width / c.height); })""")
    assert drawn == pytest.approx([1] * 4, abs=0.01)


def test_ink_is_on_the_pad_before_python_has_seen_it(widget):
    """One task of the browser: the kernel's answer cannot come in between."""
    inked = pad(widget).evaluate("""canvas => {
      const count = () => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
        .data.filter((v, i) => i % 4 === 0 && v < 100).length;
      const box = canvas.getBoundingClientRect(), before = count();
      const at = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
        clientX: box.left + x,
        clientY: box.top + y, buttons: 1, pointerId: 1, isPrimary: true, bubbles: true }));
      canvas.setPointerCapture = () => {};
      at("pointerdown", 90, 90); at("pointermove", 90, 190);
      const after = count();
      at("pointerup", 90, 190);
      delete canvas.setPointerCapture;
      return after - before;
    }""")
    assert inked > 1000


def test_two_strokes_are_two_and_a_move_without_pressing_draws_nothing(widget):
    draw(widget, [(0.3, 0.15), (0.25, 0.55), (0.75, 0.55)])
    draw(widget, [(0.65, 0.3), (0.62, 0.85)])
    assert widget.readout.startswith("It reads a 4: ")
    before = widget.pixels()
    widget.page.mouse.move(500, 300, steps=5)
    widget.page.wait_for_timeout(200)
    assert widget.pixels() == before
    widget.click("Take the last stroke back")
    assert widget.pixels() != before


def test_a_finger_draws_and_the_page_does_not_scroll(widget):
    box = pad(widget).bounding_box()
    session = widget.page.context.new_cdp_session(widget.page)

    def touch(kind, *place):
        at = [{"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
              for x, y in place]  # fmt: skip
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def swipe():
        touch("touchStart", (0.5, 0.15))
        for step in range(1, 15):
            touch("touchMove", (0.5, 0.15 + 0.05 * step))
        touch("touchEnd")

    widget.answered(swipe)
    assert widget.readout.startswith("It reads a 1: ")
    assert pad(widget).bounding_box() == box


def test_a_digit_is_drawn_and_read_by_the_keyboard_alone(widget):
    widget.page.keyboard.press("Tab")
    pad(widget).focus()
    keyboard = widget.page.keyboard

    def keys(text):
        for key, times in re.findall(r"([A-Za-z]+)(\d*)", text):
            for _ in range(int(times or 1)):
                widget.answered(lambda key=key: keyboard.press(key))

    keys("ArrowUp8 ArrowLeft5")
    assert "Pen lifted, 9 from the left, 6 from the top" in widget.readout
    keys("Space ArrowRight10")
    assert "Pen on the paper" in widget.readout
    for _ in range(8):
        keys("ArrowDown2 ArrowLeft")
    keys("Space")
    assert widget.readout.startswith("It reads a 7: ")
    assert widget.page.locator(".jp-Cell").count() == 1  # no shortcut of JupyterLab's was pressed
    keys("Delete")
    assert "Nothing to read yet" in widget.readout


def test_quick_keys_are_all_heard(widget):
    widget.answered(lambda: pad(widget).press("ArrowLeft"))
    place = int(re.search(r"Pen lifted, (\d+) from the left", widget.readout)[1])
    for _ in range(7):
        widget.page.keyboard.press("ArrowRight")
    there = widget.root.get_by_role("status").filter(has_text=f"lifted, {place + 7} from the left")
    there.wait_for(timeout=30_000)


def test_by_the_accessibility_tree_a_test_digit_is_chosen_moved_and_read(widget):
    widget.press("button", "A digit of MNIST", "Enter")
    assert widget.readout.startswith("It reads a 7: ") and "test digit 0, a 7" in widget.readout
    likely = widget.root.get_by_role("img", name=re.compile("^Probabilities: 7: "))
    assert likely.count() == 1
    seen = widget.pixels(1)
    widget.press("slider", "moved right", "ArrowRight")
    assert widget.pixels(1) == seen  # what the network sees is centred
    widget.answered(lambda: widget.control("checkbox", "scaled and centred as MNIST is").uncheck())
    assert widget.pixels(1) != seen
    widget.answered(lambda: widget.control("checkbox", "scaled and centred as MNIST is").check())


def test_the_rubber_takes_ink_away(widget):
    draw(widget, SEVEN)
    drawn = widget.pixels()
    widget.answered(lambda: widget.control("checkbox", "rubber").check())
    draw(widget, [(0.25, 0.15), (0.75, 0.15)])
    assert widget.pixels() != drawn and not widget.readout.startswith("It reads a 7: 100%")
    widget.answered(lambda: widget.control("checkbox", "rubber").uncheck())


def test_without_a_file_of_ones_own_it_is_said_how_to_get_one(widget):
    widget.answered(lambda: widget.control("checkbox", "your own functions").click())
    assert "There is no my_network.py" in widget.readout
    assert not widget.control("checkbox", "your own functions").is_checked()


@pytest.mark.parametrize("width", [480, 320])
def test_in_a_narrow_window_a_stroke_lies_under_the_pointer(widget, width):
    page, wide = widget.page, widget.page.viewport_size
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    page.set_viewport_size({**wide, "width": width})
    try:
        page.wait_for_timeout(300)
        pad(widget).scroll_into_view_if_needed()
        assert pad(widget).bounding_box()["width"] <= width
        draw(widget, SEVEN)
        assert widget.readout.startswith("It reads a 7: ")
    finally:
        page.set_viewport_size(wide)
