"""Each widget and card found, worked and read as a screen reader does: no mouse, no pictures.

What there is comes from the browser's accessibility tree; what is done is a key; what has changed
is a value in the tree and the words of a live region.
"""

import io
import re

import numpy as np
import pytest
from matplotlib.image import imread

from .test_axe import findings

CANVAS = "from mlp_lesson.widgets.{0} import {0}\nit_{0} = {0}()"
CARD = """from mlp_lesson import course, questions
from mlp_lesson.puzzles import puzzle
from mlp_lesson.questions import hints, predict, quiz
"""
BROKEN = """from mlp_lesson.widgets import _canvas as ui
def update(state, name, value):
    raise ValueError("this step is broken")
def draw(state):
    return ui.View([ui.Panel((0, 1), (0, 1), [], title="Nothing")], "", [ui.Button("b", "Break")])
ui.show(0, update, draw, caption="Nothing.", invitation="To break it")"""
PAD = re.compile("^Pad to draw a digit on")
# (role, name, keys, what a live region says then; None: nothing new; "": anything new)
STEPS = {
    "perceptron_line": [
        ("combobox", "points", "ArrowDown", "1 of 4 points right"),
        ("button", "Correct the next mistake", "Enter", "zero weights: 1,"),
        ("slider", "weight w₁", "ArrowRight", r"z = \d\.10·x₁"),
    ],
    "xor_folding": [
        ("slider", "fold", "ArrowRight", r"fold 0\.01"),
        ("combobox", "hidden units", "End", r"h₂ = max"),
        ("slider", "fold", "End", "one line separates"),
    ],
    "activation_explorer": [
        ("slider", "z", "ArrowRight", r"z = 1\.05"),
        ("combobox", "activation", "ArrowDown", "ReLU"),
    ],
    "backprop_stepper": [
        ("button", "Step", "Enter", "z⁽¹⁾₁"),
        ("slider", "step", "ArrowRight ArrowRight ArrowRight", r"What is δ⁽²⁾₁"),
        ("textbox", "your δ", "-0.3674 Enter", "Right: δ⁽²⁾₁ = −0.3674"),
        ("combobox", "target y", "ArrowUp", r"− 0 = "),
    ],
    "bump_builder": [
        ("combobox", "target curve", "ArrowDown", r"K = (?!6\.28)"),
        ("slider", "number of bumps", "ArrowRight", "9 bumps, 8 hidden neurons"),
        ("slider", "its height", "ArrowRight", "your heights"),
        ("button", "Heights from the curve", "Enter", "kept"),
    ],
    "playground": [
        ("button", "Step", "Enter", "Epoch 1:"),
        ("slider", "picture in time", "ArrowLeft", "Epoch 0:"),
        ("combobox", "settings", "n", None),
        ("checkbox", "x1·x2", "Space", "3-4-2-2:"),
        ("combobox", "activation of layer 2", "ArrowDown", ""),
        ("combobox", "activation", "Home ArrowDown", ""),
        ("slider", "hidden layers", "ArrowLeft", "3-4-2:"),
        ("combobox", "settings", "w", "Layer 1:"),
        ("textbox", "its value", "Control+a -3 Enter", r"▸ *−3\.00"),
    ],
    "weight_film": [
        ("button", "Step", "Enter", "Epoch 1: loss"),
        ("combobox", "weights", "ArrowDown", ""),
        ("slider", "epoch", "ArrowLeft", "Epoch 0: before training"),
    ],
    "digit_pad": [
        ("button", "A digit of MNIST", "Enter", "It reads a 7"),
        ("application", PAD, "ArrowUp", "Pen lifted, 14 from the left, 13 from the top"),
        ("application", PAD, "Space", "Pen on the paper"),
        ("slider", "moved right", "ArrowRight ArrowRight ArrowRight", None),
        ("checkbox", "scaled and centred as MNIST is", "Space", None),
        ("application", PAD, "Delete", "Nothing to read yet"),
    ],
    "descent": [
        ("button", "Step", "Enter", "step 1:"),
        ("slider", "start w₁", "ArrowRight", ""),
        ("slider", "learning rate, log₁₀", "ArrowRight", r"learning rate 0\.026"),
        ("combobox", "rule", "ArrowDown", "momentum"),
        ("button", "Keep this walk", "Enter", "Kept"),
    ],
    "outlier": [
        ("slider", "red point", "ArrowRight", r"red point at 12\.1"),
        ("slider", "threshold θ", "End", "Huber's answer is the mean"),
    ],
    "overfit": [
        ("slider", "epochs, log₁₀", "ArrowLeft", "stopped after 891,251 epochs"),
        ("slider", "penalty λ, log₁₀", "End", "λ = 10,"),
    ],
    "threshold": [
        ("slider", "threshold θ", "ArrowRight", r"θ = 1\.05"),
        ("slider", "shirts in 1,000", "ArrowLeft", "of 99 shirts"),
        ("slider", "how far apart", "End", "area under the ROC curve 1.00"),
    ],
    "unit_lines": [
        ("slider", "hidden units", "ArrowRight", "h₃"),
        ("button", "Step", "Enter", "step 1:"),
        ("button", "New start", "Enter", "start 1, step 0:"),
        ("combobox", "points", "ArrowDown", ""),
    ],
    'predict("Which one do you take?", options=[1, 4])': [
        ("radio", "1", "Space", None),
        ("radio", "1", "ArrowDown", None),
        ("button", "Fairly sure", "Enter", "Your guess: 4, fairly sure"),
    ],
    'predict("Which share do you expect?", low=0, high=1)': [
        ("textbox", "Your guess: a number from 0 to 1", "7 Tab Enter", "Type a number from 0 to 1"),
        ("button", "I am sure", "Shift+Tab Backspace 0.5 Tab Enter", "Your guess: 0.5, sure"),
    ],
    'quiz("02-shape-of-w")': [
        ("button", "(3, 5)", "Enter", "Not this one"),
        ("button", "(5, 3)", "Space", "Right. One row"),
    ],
    'hints("output_delta")': [
        ("button", "Show a hint", "Enter", "Hint 1"),
        ("button", "Show the next hint (2 of 3)", "Enter", "Hint 2"),
        ("button", "Show the next hint (3 of 3)", "Enter", "Hint 3"),
    ],
    'puzzle("one_hot")': [
        ("button", "2 return Y", "ArrowDown", "now 3 of 4"),
        ("textbox", "Order:", "Enter", "does not belong here"),
        ("button", "Does it run?", "Shift+Tab 9 Enter", "Type each of the numbers"),
    ],
    'questions.ask_in_turn([course.question("spot:backward/bias-mean")])': [
        ("button", "if l > 0:", "Enter", "Not this one"),
        ("button", "dbs.append(delta.mean(axis=0))", "Enter", "Right"),
    ],
    BROKEN: [("button", "Break", "Enter", "this step is broken")],
}  # fmt: skip
NAMES = list(STEPS)
SOURCES = [
    source if source == BROKEN else (CARD + source if "(" in source else CANVAS.format(source))
    for source in NAMES
]
READ = (  # and not worked
    """from matplotlib import pyplot as plt
from mlp_lesson.display import show_figure
fig, ax = plt.subplots()
ax.plot([1, 2])
show_figure(fig, "A line from 1 to 2.", "It rises by one.")""",
    'puzzle("backward")',
    """from mlp_lesson.ideas import ideas
from mlp_lesson.inventory import inventory
from mlp_lesson.progress import progress
inventory()
for idea in ideas().values():
    for side in ("before", "after"):
        progress.record_idea(side, idea.id, idea.right, side == "before")
progress()""",
    'from mlp_lesson.checks import check, why\ncheck("linear", lambda X, w, b: X @ w)\n'
    'why("linear/bias-missing")',
)
LIVE = "[role=status], [role=alert], [aria-live=polite]"
VALUES = ("slider", "combobox", "checkbox", "radio", "textbox")
FOCUSABLE = "[tabindex='0'], input:enabled, select:enabled, button"
OUTPUT = ".jp-OutputArea-output"


def expect(locator):
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)  # no verdict on how busy the machine is
    return expect(locator)


class Listener:
    """Someone before one cell's output, who has the accessibility tree, a keyboard and ears."""

    def __init__(self, notebook, number):
        self.page, self.keyboard, self.number = notebook.page, notebook.page.keyboard, number
        self.output = self.page.locator(".jp-Cell").nth(number).locator(OUTPUT).first
        self.output.scroll_into_view_if_needed(timeout=30_000)
        self.output.locator(".mlp-widget, .mlp-card").first.wait_for()

    def tree(self):
        """(role, name, state) of each node that the browser tells a screen reader of."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Accessibility.enable")
        find = f"document.querySelectorAll('.jp-Cell')[{self.number}].querySelector('{OUTPUT}')"
        root = session.send("Runtime.evaluate", {"expression": find})["result"]["objectId"]
        nodes = session.send("Accessibility.queryAXTree", {"objectId": root})["nodes"]
        session.detach()
        return [_read(node) for node in nodes if not node["ignored"]]

    def operable(self):
        """Those that take the keyboard, without the options of a choice and the box around all."""
        nodes = []
        while not nodes:  # the tree of a new page comes a little later than the page
            nodes = [n for n in self.tree() if n[2].get("focusable") and n[0] != "option"]
        assert nodes[0][:2] == ("generic", "")  # a click beside the controls leads there
        return nodes[1:]

    def value(self, role, name):
        states = [state for r, n, state in self.tree() if (r, n) == (role.lower(), name)]
        return [{key: state.get(key) for key in ("value", "checked")} for state in states]

    def said(self):
        return " ".join(self.output.locator(LIVE).all_inner_texts())

    def pictures(self):
        """(pixels, name) of each, to see whether a picture changed that did not say so."""
        return self.output.locator("canvas[role=img]").evaluate_all(
            "all => all.map((c) => [c.toDataURL(), c.ariaLabel])"
        )

    def at_work(self):
        """Whether the keyboard is on something of the output that has a meaning."""
        return self.output.evaluate(
            "o => o.contains(document.activeElement) && document.activeElement.matches("
            "'input, select, button, canvas, p')"
        )

    def press(self, keys):
        for key in keys.split():
            is_text = key[0] in "-0123456789"
            self.keyboard.type(key) if is_text else self.keyboard.press(key)


def _read(node):
    state = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
    state["value"] = node.get("value", {}).get("value")
    return node["role"]["value"], node.get("name", {}).get("value", ""), state


@pytest.fixture(scope="module")
def notebook(open_notebook):
    notebook = open_notebook(*SOURCES, *READ)
    for number in range(len(NAMES)):
        Listener(notebook, number)  # waits until it is drawn
    return notebook


@pytest.fixture(params=range(len(NAMES)), ids=[n.split("\n")[-1].split("(")[0] for n in NAMES])
def at(request, notebook):
    return Listener(notebook, request.param)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_in_figures_cards_and_widgets(notebook, change_theme, theme):
    change_theme(theme)
    assert findings(notebook.page, OUTPUT) == []


def test_it_is_named_worked_and_read_without_eyes_and_without_a_mouse(at):
    _assert_names(at)
    _assert_tab_goes_through(at)
    for role, name, keys, words in STEPS[NAMES[at.number]]:
        control = at.output.get_by_role(role, name=name, exact=True)
        heard, pictures, value = at.said(), at.pictures(), at.value(role, name)
        assert not (words and re.search(words, heard)), f"{words!r} is said before {keys}"
        control.focus()
        at.press(keys)
        if words is not None:
            same = r"\s+".join(map(re.escape, heard.split()))
            changed = re.compile(words or rf"^(?!\s*{same}\s*$)\s*\S")
            expect(at.output.locator(LIVE).filter(has_text=changed)).not_to_have_count(0)
        expect(at.output.locator("[aria-busy=true]")).to_have_count(0)
        assert at.at_work(), f"{keys} on {name} loses the keyboard"
        if role in VALUES and control.count() and role != "textbox":
            assert at.value(role, name) != value, f"{keys} leaves {name} as it was"
        for (was, called), (now, calls) in zip(pictures, at.pictures(), strict=True):
            assert was == now or called != calls, f"{keys} on {name} changes {called!r} silently"


def _assert_names(at):
    """Each thing to work and each picture has a role and a name that no other has."""
    nodes = at.operable()
    assert all(role != "generic" and name for role, name, _ in nodes), nodes
    named = [node[:2] for node in nodes]
    assert named and len(set(named)) == len(named), named
    pictures = [n for role, n, _ in at.tree() if role in ("image", "application")]
    assert all(pictures) and len(set(pictures)) == len(pictures), pictures
    assert len(pictures) == at.output.locator("canvas").count()


def _assert_tab_goes_through(at):
    """Tab visits all that takes the keyboard (of radio buttons one), leaves, and comes back."""
    nodes = at.operable()
    radios = sum(role == "radio" for role, _, _ in nodes)
    expected = len(nodes) - max(0, radios - 1)
    inside = "o => o.contains(document.activeElement)"
    at.output.locator(FOCUSABLE).first.focus()
    visited = 0
    while at.output.evaluate(inside) and visited <= expected:
        visited += 1
        at.press("Tab")
    assert visited == expected
    for _ in range(6):  # past what the cell below has
        if not at.output.evaluate(inside):
            at.press("Shift+Tab")
    assert at.output.evaluate(inside)


def _pages(at):
    """The cell as it is; of the workbench, each page of its settings."""
    choice = at.output.get_by_role("combobox", name="settings")
    pages = choice.locator("option").all_inner_texts() if choice.count() else [None]
    for page in pages:
        if page:
            choice.select_option(page)
            expect(at.output.locator("[aria-busy=true]")).to_have_count(0)
        yield page


def test_on_every_page_of_the_workbench_each_control_has_a_name_of_its_own(notebook):
    at = Listener(notebook, NAMES.index("playground"))
    assert [_assert_names(at) for _ in _pages(at)] == [None] * 8


def test_at_the_pause_the_live_region_is_on_before_the_last_words_come(notebook):
    at = Listener(notebook, NAMES.index("descent"))
    status = at.output.get_by_role("status")
    at.output.get_by_role("button", name="Play").press("Enter")
    expect(status).to_have_attribute("aria-live", "off")
    status.evaluate("""status => { status.order = [];
      new MutationObserver((all) => status.order.push(...all.map((m) => m.type)))
        .observe(status, { attributeFilter: ["aria-live"], childList: true }); }""")
    at.output.get_by_role("button", name="Pause").press("Enter")
    expect(status).to_have_attribute("aria-live", "polite")
    assert status.evaluate("status => status.order").pop() == "childList"


FORCED = """o => {
  const seen = (c) => { const s = getComputedStyle(c); return s.opacity === "1" && (s.color !==
    s.backgroundColor || c.type === "range") && c.getBoundingClientRect().width > 8; };
  return [...o.querySelectorAll("button, select, input, label")].filter((c) => c.offsetParent &&
    !seen(c)).map((c) => c.outerHTML);
}"""
RING = """() => { const s = getComputedStyle(document.activeElement);
  return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 &&
    s.outlineColor !== getComputedStyle(document.activeElement.parentElement).backgroundColor; }"""


@pytest.fixture
def forced(notebook):
    notebook.page.emulate_media(forced_colors="active")
    yield notebook
    notebook.page.emulate_media(forced_colors="none")


def test_in_forced_colours_controls_focus_and_what_is_chosen_are_seen(forced):
    for number in range(len(NAMES)):
        at = Listener(forced, number)
        assert at.output.evaluate(FORCED) == []
        for control in at.output.locator(FOCUSABLE).locator("visible=true").all()[-1:]:
            at.press("Tab")  # so that the focus after it is one of the keyboard's
            control.focus()
            assert forced.page.evaluate(RING), NAMES[number]
    quiz = Listener(forced, NAMES.index('quiz("02-shape-of-w")')).output
    quiz.get_by_role("button", name="(5, 3)").press("Enter")
    edges = [
        quiz.get_by_role("button", name=name).evaluate("b => getComputedStyle(b).borderLeft")
        for name in ("(5, 3)", "(100, 3)")
    ]
    assert edges[0] != edges[1]
    assert findings(forced.page, OUTPUT) == []


@pytest.fixture(params=["dark", "light"])
def opposed(request, notebook, change_theme):
    """A reader who forces dark colours on the light theme, or light ones on the dark theme."""
    change_theme({"dark": "Light", "light": "Dark"}[request.param])
    notebook.page.emulate_media(forced_colors="active", color_scheme=request.param)
    yield notebook, {"dark": 0.0, "light": 1.0}[request.param]
    notebook.page.emulate_media(forced_colors="none", color_scheme="light")


def _luminance(canvas):
    """What is seen of it (rows, columns), from 0 to 1: filters and outlines are not in its data."""
    rgb = imread(io.BytesIO(canvas.screenshot()), format="png")[..., :3]
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def _contrast(one, other):
    low, high = np.minimum(one, other), np.maximum(one, other)
    return (high + 0.05) / (low + 0.05)


def test_in_forced_colours_pictures_have_the_readers_ground_whatever_the_theme(opposed):
    notebook, ground = opposed
    for name in [name for name in NAMES if "(" not in name]:
        at = Listener(notebook, NAMES.index(name))
        for canvas in at.output.locator("canvas").all():
            seen = _luminance(canvas)
            assert np.allclose(seen[4:8, -8:-4], ground), name
            assert (_contrast(seen, ground) > 7).sum() > 50, name  # its letters
            edge = _contrast(seen[8:-8, :2], ground).max(axis=1)  # between the round corners
            assert (edge > 3).all(), name
    pad = Listener(notebook, NAMES.index("digit_pad"))
    pad.press("Tab")
    pad.output.locator("canvas").first.focus()
    ring = _contrast(_luminance(pad.output.locator("canvas").first)[8:-8, :4], ground)
    assert (np.sort(ring)[:, -2:] > 3).all()


CUT_OFF = """o => { const edge = o.getBoundingClientRect().left + o.clientWidth + 1;
  return [...o.querySelectorAll("button, select, input, label, code, p, .readout")]
    .filter((c) => c.offsetParent && !c.closest("pre, .unseen"))
    .filter((c) => c.getBoundingClientRect().right > edge || c.scrollWidth > c.clientWidth + 1
      && c.matches("button, .readout, p")).map((c) => c.outerHTML.slice(0, 120)); }"""


@pytest.fixture(params=[(320, 640), (650, 500)], ids=["320px", "zoom200"])
def narrow(request, notebook):
    """A telephone, and a window of 1300 by 1000 at 200%, which has half the pixels of CSS."""
    page, wide = notebook.page, notebook.page.viewport_size
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    page.set_viewport_size(dict(zip(("width", "height"), request.param, strict=True)))
    yield notebook
    page.set_viewport_size(wide)


def test_in_little_room_nothing_is_cut_off_and_wide_pictures_are_scrolled_by_keys(narrow):
    scrolled = 0
    for number in range(len(NAMES)):
        at = Listener(narrow, number)
        for page in _pages(at):
            assert at.output.evaluate(CUT_OFF) == [], page
        wide = at.output.get_by_role("group", name="Pictures wider than the page")
        panels = at.output.locator(".panels")
        if panels.count() and panels.evaluate("p => p.scrollWidth > p.clientWidth"):
            expect(wide).to_have_count(1)
            wide.press("ArrowRight")
            narrow.page.wait_for_function("p => p.scrollLeft > 0", arg=panels.element_handle())
            scrolled += 1
    assert scrolled or narrow.page.viewport_size["width"] > 320


@pytest.fixture(scope="module")
def tomorrow(notebook):
    """The notebook as it is stored, with still pictures."""
    notebook.reopen_tomorrow()
    notebook.page.locator("mlp-live img").first.wait_for()
    return notebook


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_in_what_is_stored_of_them(tomorrow, change_theme, theme):
    change_theme(theme)
    assert findings(tomorrow.page, OUTPUT) == []
