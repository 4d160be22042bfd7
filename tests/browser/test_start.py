"""A learner's first two days under `make lab`: open, run, answer, update the course, go on."""

import re

import nbformat
import pytest

from mlp_lesson import copies

from .conftest import OPEN_HERE, TOKEN

ANSWER = '''def linear(X, w, b):
    """z = Xw + b: one weighted sum for each row of X; X (n, d), w (d,) -> (n,)."""
    return X @ w + b'''
IDLE = """path => {
  const context = window.jupyterapp?.shell.currentWidget?.context;
  return context?.path === path && context.sessionContext?.session?.kernel?.status === 'idle';
}"""
RUN = """async (indices) => {
  const { content, context } = window.jupyterapp.shell.currentWidget;
  for (const i of indices) {
    content.activeCellIndex = i;
    await window.jupyterapp.commands.execute('notebook:run-cell');
  }
  await window.jupyterapp.commands.execute('docmanager:save');
}"""


class Visit:
    """One day in JupyterLab: the page, what it asked for, and what went wrong."""

    def __init__(self, browser, url):
        self.url, self.page = url, browser.new_page()
        self.requests, self.errors = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))

    def open(self, path):
        if self.page.url.startswith(f"{self.url}/lab"):
            self.page.evaluate(OPEN_HERE, path)
        else:
            self.page.goto(f"{self.url}/lab/tree/{path}?token={TOKEN}&reset", timeout=60_000)
        self.wait_for(path)

    def wait_for(self, path):
        self.page.wait_for_function(IDLE, arg=path, timeout=60_000)

    def cell(self, number):
        """The cell of the notebook in front; others may be open behind it."""
        return self.page.locator(".jp-NotebookPanel:visible .jp-Cell").nth(number)

    def run(self, *cells):
        """Run these cells of the open notebook and save it."""
        self.page.evaluate(RUN, list(cells))

    def close(self):
        self.page.close()
        assert self.errors == []
        outside = [r for r in self.requests if not r.startswith((self.url, "data:", "blob:"))]
        assert outside == []


@pytest.fixture(scope="module")
def day(browser, start_lab):
    """day() starts JupyterLab and yields (a Visit, the folder learn/, what the terminal shows)."""

    def start():
        with start_lab() as (url, learn, log):
            visit = Visit(browser, url)
            yield visit, learn, log
            visit.close()

    running = []

    def one_day():
        for other in running:
            next(other, None)  # closes the day before
        running[:] = [start()]
        return next(running[0])

    yield one_day
    for last in running:
        next(last, None)


@pytest.fixture(scope="module")
def first(day):
    """The first day, begun at the address that the terminal shows; day() ends it."""
    visit, learn, log = day()
    shown = re.search(r"http://127\.0\.0\.1:\d+(/\S*)\?token=", log.read_text())
    visit.page.goto(f"{visit.url}{shown[1]}?token={TOKEN}", timeout=60_000)
    return visit, learn, log


def cell_with(path, start):
    """(index, notebook): the first cell whose text starts so."""
    nb = nbformat.read(path, as_version=4)
    return next(i for i, cell in enumerate(nb.cells) if cell.source.startswith(start)), nb


def publish(course, path):
    """An update of the course: one sentence more in a notebook, as a build would leave it."""
    nb = nbformat.read(course / path, as_version=4)
    nb.cells[0].source += "\n\nMended."
    if path.startswith("exercises"):
        copies.stamp(nb)
    nbformat.write(nb, course / path)


def test_the_address_that_the_terminal_shows_opens_the_first_lesson_trusted_empty_and_quiet(first):
    visit, _, log = first
    visit.wait_for("notebooks/00_start_here.ipynb")
    visit.page.locator(".jp-StatusItem-trust").wait_for()
    title = visit.page.locator(".jp-StatusItem-trust").get_attribute("title")
    assert title.startswith("Notebook trusted")
    visit.page.wait_for_timeout(2000)  # a popup would have come by now
    assert visit.page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    assert visit.page.locator(".jp-OutputArea-output").count() == 0
    asked = [r for r in visit.requests if "/lab/api/update" in r or "/lab/api/news" in r]
    assert asked == []
    said = log.read_text()
    for noise in ("eavesdropping", "not trusted", "Traceback"):
        assert noise not in said


def test_the_bare_address_opens_it_too_and_the_names_of_lessons_can_be_read(first):
    visit, *_ = first
    visit.page.goto(f"{visit.url}/?token={TOKEN}", timeout=60_000)
    visit.wait_for("notebooks/00_start_here.ipynb")
    name = visit.page.locator(".jp-DirListing-itemText", has_text="05_backpropagation.ipynb")
    name.wait_for()
    assert name.evaluate("e => e.scrollWidth <= e.clientWidth")  # nothing of it is cut off


def test_the_link_at_the_end_of_a_lesson_opens_the_learners_own_exercise(first):
    visit, *_ = first
    visit.open("notebooks/01_neuron_and_perceptron.ipynb")
    visit.page.get_by_role("link", name="Exercise 01").click()
    visit.wait_for("exercises/01_perceptron.ipynb")
    visit.page.get_by_role("link", name="01 ").first.click()
    visit.wait_for("notebooks/01_neuron_and_perceptron.ipynb")


def test_an_answer_survives_the_night_and_an_update_and_what_was_only_run_is_renewed(
    first, day, course
):
    lesson, exercise = "notebooks/00_start_here.ipynb", "exercises/01_perceptron.ipynb"
    visit, learn, _ = first
    visit.open(lesson)
    begin, _ = cell_with(learn / lesson, "from mlp_lesson.data import")
    visit.run(begin)
    assert nbformat.read(learn / lesson, as_version=4).cells[begin].execution_count
    visit.open(exercise)
    answer, _ = cell_with(learn / exercise, "def linear")
    check, _ = cell_with(learn / exercise, 'check("linear"')
    imports, _ = cell_with(learn / exercise, "import numpy")
    visit.cell(answer).locator(".cm-content").click()
    visit.page.keyboard.press("ControlOrMeta+a")
    visit.page.keyboard.insert_text(ANSWER)
    visit.run(imports, answer, check)
    result = visit.cell(check).locator(".jp-OutputArea-output")
    result.get_by_text("right").first.wait_for()

    publish(course, lesson)
    publish(course, exercise)
    visit, learn, log = day()
    assert "01_perceptron.ipynb is yours and stays" in log.read_text()
    assert "Mended." in nbformat.read(learn / lesson, as_version=4).cells[0].source
    kept = nbformat.read(learn / exercise, as_version=4)
    assert kept.cells[answer].source == ANSWER and "Mended." not in kept.cells[0].source
    visit.open(exercise)
    listing = visit.page.locator(".jp-DirListing-item")
    listing.filter(has_text="01_perceptron.new.ipynb").wait_for()
    begin, _ = cell_with(learn / exercise, "# Is everything here")
    visit.run(begin)
    visit.page.get_by_role("link", name="01_perceptron.new.ipynb").click()
    visit.wait_for("exercises/01_perceptron.new.ipynb")
    assert visit.page.get_by_text("Mended.").is_visible()
    assert visit.page.locator(".jp-Dialog, .Toastify__toast").count() == 0
