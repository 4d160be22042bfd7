"""What axe-core, which looks for obstacles to those who cannot see or point, says of the course."""

from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

ROOT = Path(__file__).parents[2]
LESSONS = sorted(ROOT.glob("notebooks/*.ipynb"))


def findings(page, inside):
    """What is wrong in the parts of the page that match the selector: rules and elements."""
    from axe_playwright_python.sync_playwright import Axe

    assert page.locator(inside).count() > 0
    found = Axe().run(page, context={"include": [[inside]]}).response["violations"]
    return [(v["id"], [node["html"][:300] for node in v["nodes"]]) for v in found]


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())  # mathematics from afar is not the point
    yield page
    page.close()


@pytest.fixture(scope="module")
def exporter():
    return HTMLExporter()


def test_axe_sees_a_picture_without_an_alt_text(page):
    page.set_content('<main><img src="data:image/png;base64,"></main>')
    assert [rule for rule, _ in findings(page, "main")] == ["image-alt"]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_in_the_html_export_of_a_lesson_every_picture_is_described(page, exporter, path):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.get("outputs")]
    for cell in notebook.cells:
        cell.source = ""  # only what is under it is looked at
    html, _ = exporter.from_notebook_node(notebook)
    page.set_content(html, wait_until="domcontentloaded")
    assert findings(page, ".jp-OutputArea-output") == []
    texts = page.locator(".jp-OutputArea-output img").evaluate_all("all => all.map((i) => i.alt)")
    pictures = [
        output.metadata["image/png"]["alt"]
        for cell in notebook.cells for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]  # fmt: skip
    assert texts == pictures
    assert pictures or path.stem in ("practice", "inventory")  # whose cards are stored as text
