"""What axe-core, which looks for obstacles to those who cannot see or point, says of the course."""

from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

ROOT = Path(__file__).parents[2]
LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))
CELLS = (
    """from matplotlib import pyplot as plt
from mlp_lesson.display import show_figure
from mlp_lesson.questions import hints, predict, quiz
fig, ax = plt.subplots()
ax.plot([1, 2])
show_figure(fig, "A line from 1 to 2.", "It rises by one.")""",
    'predict("How many?", options=[1, 4]); predict("How sure?", low=0, high=1)',
    'quiz("02-shape-of-w")\nhints("output_delta")',
    """from mlp_lesson import course, questions
from mlp_lesson.puzzles import puzzle
puzzle("backward")
questions.ask_in_turn([course.question("spot:backward/bias-mean")])""",
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
    "from mlp_lesson.widgets.backprop_stepper import backprop_stepper\nbackprop_stepper()",
    "from mlp_lesson.widgets.bump_builder import bump_builder\nbump_builder()",
    "from mlp_lesson.widgets.unit_lines import unit_lines\nunit_lines()",
    "from mlp_lesson.widgets.overfit import overfit\noverfit()",
    "from mlp_lesson.widgets.threshold import threshold\nthreshold()",
    "from mlp_lesson.widgets.playground import playground\nbench = playground()",
    "from mlp_lesson.widgets.weight_film import weight_film\nweight_film()",
    "from mlp_lesson.widgets.digit_pad import digit_pad\ndigit_pad()",
)


def findings(page, inside):
    """What is wrong in the parts of the page that match the selector: rules and elements."""
    from axe_playwright_python.sync_playwright import Axe

    assert page.locator(inside).count() > 0
    found = Axe().run(page, context={"include": [[inside]]}).response["violations"]
    return [(v["id"], [node["html"][:300] for node in v["nodes"]]) for v in found]


def test_axe_sees_a_picture_without_an_alt_text(browser):
    page = browser.new_page()
    page.set_content('<main><img src="data:image/png;base64,"></main>')
    assert [rule for rule, _ in findings(page, "main")] == ["image-alt"]
    page.close()


@pytest.fixture(scope="module")
def notebook(open_notebook):
    return open_notebook(*CELLS)


@pytest.fixture(scope="module")
def tomorrow(notebook):
    """The notebook as it is stored, with its still pictures."""
    notebook.reopen_tomorrow()
    notebook.page.locator("mlp-live img").first.wait_for()
    return notebook


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_in_jupyterlab_axe_finds_nothing_in_figures_cards_and_widgets(
    notebook, change_theme, theme
):
    notebook.widget(1)
    change_theme(theme)
    assert findings(notebook.page, ".jp-OutputArea-output") == []


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_in_jupyterlab_axe_finds_nothing_in_what_is_stored_of_them(tomorrow, change_theme, theme):
    change_theme(theme)
    assert findings(tomorrow.page, ".jp-OutputArea-output") == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_in_the_html_export_of_a_lesson_every_picture_is_described(browser, path):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.get("outputs")]
    for cell in notebook.cells:
        cell.source = ""  # only what is under it is looked at
    html, _ = HTMLExporter().from_notebook_node(notebook)
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())  # mathematics from afar is not the point
    page.set_content(html, wait_until="domcontentloaded")
    assert findings(page, ".jp-OutputArea-output") == []
    texts = page.locator(".jp-OutputArea-output img").evaluate_all("all => all.map((i) => i.alt)")
    page.close()
    pictures = [
        output.metadata["image/png"]["alt"]
        for cell in notebook.cells for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]  # fmt: skip
    assert texts == pictures
    assert pictures or path.stem in ("practice", "inventory")  # whose cards are stored as text
