"""What a notebook stores when it shows a figure, a bar or a widget; run in a real kernel."""

import base64
import copy
import linecache
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import nbformat
import pytest
from nbclient import NotebookClient

matplotlib.use("agg")
from matplotlib import pyplot as plt  # noqa: E402

import build  # noqa: E402
from mlp_lesson import display  # noqa: E402

SANITIZE = Path(__file__).resolve().parents[1] / "tools/nbval_sanitize.cfg"
CELLS = [
    """\
from matplotlib import pyplot as plt
from mlp_lesson.display import progress_bar, show_figure, show_widget
fig, ax = plt.subplots()
ax.plot([1, 2, 4])
show_figure(fig, "A line that rises.", "It doubles from 2 to 4.")""",
    """\
import time
for item in progress_bar(range(3), 3, "Training"):
    time.sleep(0.01)
print(item)""",
    """\
for item in progress_bar(iter(range(9)), 9, "Stopping early", unit="steps"):
    if item == 4:
        break""",
    """\
def broken():
    yield 1
    raise ZeroDivisionError
try:
    list(progress_bar(broken(), 3, "Broken"))
except ZeroDivisionError:
    print("raised")""",
    """\
import anywidget, traitlets
class Tiny(anywidget.AnyWidget):
    _esm = "export default { render() {} }"
    key = traitlets.Unicode().tag(sync=True)
show_widget(Tiny(), plt.figure(), "A slider at 3.", "Move it.", "To move it")""",
    """\
png = open("still.png", "rb").read()
show_widget(Tiny(), png, "A dot.", "A caption.", "To see it")
show_widget(Tiny(), png, "A dot.", "A caption.", "To see it")
assert plt.get_fignums() == []""",
]


def run_notebook(folder):
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    fig = plt.figure(figsize=(0.1, 0.1))
    (folder / "still.png").write_bytes(display.png_of(fig))
    plt.close(fig)
    where = {"metadata": {"path": str(folder)}}
    client = NotebookClient(nb, timeout=60, resources=where, coalesce_streams=True)
    client.execute()
    return nb


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("shown")


@pytest.fixture(scope="module")
def notebook(folder):
    return run_notebook(folder)


def bundles(cell):
    return [out for out in cell.outputs if out.output_type == "display_data"]


def streams(cell):
    return {out.name: out.text for out in cell.outputs if out.output_type == "stream"}


def picture_in(html):
    """(alt, PNG bytes) of the picture in an output's HTML."""
    alt, data = re.search(r'<img alt="(.*?)" src="data:image/png;base64,(.*?)">', html).groups()
    return alt, base64.b64decode(data)


def test_a_figure_is_one_picture_with_its_alt_text_for_every_reader_and_a_caption(notebook):
    cell = notebook.cells[0]
    (picture,) = bundles(cell)
    png = base64.b64decode(picture.data["image/png"])
    assert png.startswith(b"\x89PNG")
    assert picture_in(picture.data["text/html"]) == ("A line that rises.", png)
    assert picture.metadata == {"image/png": {"alt": "A line that rises."}}
    assert picture.data["text/plain"] == "A line that rises."
    assert streams(cell) == {"stdout": "It doubles from 2 to 4.\n"}


def test_a_card_is_a_picture_with_its_alt_text_beside_a_link_and_words(monkeypatch, capsys):
    shown = []
    monkeypatch.setattr(display, "_display_bundle", lambda *output: shown.append(output))
    monkeypatch.setattr(display, "in_notebook", lambda: True)
    display.show_card(plt.figure(), "A <dot>.", "The page", "a&b.ipynb", ["One.", "x < y"], "Two.")
    ((bundle, metadata),) = shown
    assert bundle["text/html"].count('<img alt="A &lt;dot&gt;." src="data:image/png;base64,') == 1
    assert '<a href="a&amp;b.ipynb">The page</a>' in bundle["text/html"]
    assert ">One.</p>" in bundle["text/html"] and ">x &lt; y</p>" in bundle["text/html"]
    assert metadata == {"image/png": {"alt": "A <dot>."}} and plt.get_fignums() == []
    display.show_card(plt.figure(), "A dot.", "The page", "", [], "Two.")
    assert "<a " not in shown[1][0]["text/html"] and ">The page<" in shown[1][0]["text/html"]
    with pytest.raises(ValueError, match="alt must be a text"):
        display.show_card(plt.figure(), "", "The page", "", [], "Two.")
    monkeypatch.setattr(display, "in_notebook", lambda: False)
    display.show_card(plt.figure(), "A dot.", "The page", "a.ipynb", ["One."], "Two.")
    assert capsys.readouterr().out == "Two.\nTwo.\nThe page: a.ipynb\nOne.\nTwo.\n"
    plt.close("all")


def test_an_alt_text_stays_an_alt_text_whatever_is_in_it():
    bundle, _ = display._picture(b"png", 'a "b" < c & <script>')
    alt, _ = picture_in(bundle["text/html"])
    assert alt == "a &quot;b&quot; &lt; c &amp; &lt;script&gt;"


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        (1, "Training: 3 epochs"),
        (2, "Stopping early: 9 steps"),
        (3, "Broken: stopped after 1 of 3 epochs"),
    ],
)
def test_of_a_bar_one_line_stays_and_no_handle(notebook, cell, line):
    (bar,) = bundles(notebook.cells[cell])
    assert bar.data == {"text/plain": line}


@pytest.mark.parametrize("cell, alt", [(4, "A slider at 3."), (5, "A dot.")])
def test_a_widget_carries_its_still_in_the_same_output(notebook, cell, alt):
    shown = bundles(notebook.cells[cell])[0]
    assert set(shown.data) == {display.WIDGET_VIEW, "image/png", "text/html", "text/plain"}
    assert shown.data["text/plain"] == alt
    assert shown.metadata["image/png"]["alt"] == alt
    assert picture_in(shown.data["text/html"])[0] == alt
    assert "Run All Above Selected Cell" in shown.data["text/html"]


def test_two_widgets_with_the_same_still_have_places_of_their_own(notebook):
    html = [shown.data["text/html"] for shown in bundles(notebook.cells[5])]
    keys = [re.search('key="(.*?)"', h)[1] for h in html]
    assert len(set(keys)) == 2
    assert html[0].replace(keys[0], "") == html[1].replace(keys[1], "")


def test_jupyterlab_is_given_no_widget_view_for_it_would_be_an_error_tomorrow(monkeypatch):
    widget = SimpleNamespace(model_id="a1")
    assert display.WIDGET_VIEW in display.live_bundle(widget, "<p>still</p>")
    monkeypatch.setenv("JPY_SESSION_NAME", "05_backpropagation.ipynb")
    assert set(display.live_bundle(widget, "<p>still</p>")) == {"text/html"}


def test_two_runs_store_the_same_apart_from_model_ids(notebook, folder):
    def stored(nb):
        build.tidy_outputs(nb)
        return [cell.outputs for cell in nb.cells]

    assert stored(run_notebook(folder)) == stored(copy.deepcopy(notebook))


def test_nbval_finds_no_difference(folder):
    nb = run_notebook(folder)
    build.tidy_outputs(nb)
    nb.cells[3].metadata["tags"] = ["nbval-ignore-output"]  # an exception: no lesson keeps one
    nbformat.write(nb, folder / "shown.ipynb")
    command = [sys.executable, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", "-q"]
    command += ["--nbval-sanitize-with", SANITIZE]
    run = subprocess.run(
        [*command, folder / "shown.ipynb"], cwd=folder, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout


def test_outside_a_notebook_the_caption_is_printed_and_the_figure_closed(capsys):
    fig = plt.figure()
    assert display.show_figure(fig, "alt", "caption") is None
    display.show_widget(None, plt.figure(), "alt", "another", "To see it")
    assert capsys.readouterr() == ("caption\nanother\n", "")
    assert plt.get_fignums() == []


def test_in_a_terminal_the_bar_goes_to_stderr(capsys):
    assert list(display.progress_bar("abc", 3, "Reading", unit="letters")) == ["a", "b", "c"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "Reading: 100%" in err and "3/3" in err


def test_the_bar_passes_items_on_before_it_asks_for_the_next():
    asked = []

    def source():
        for i in range(3):
            asked.append(i)
            yield i

    assert next(iter(display.progress_bar(source(), 3, "Lazy"))) == 0
    assert asked == [0]


@pytest.mark.parametrize("alt, caption", [("", "c"), (" ", "c"), (None, "c"), ("a", ""), ("a", 3)])
def test_a_figure_without_alt_or_caption_is_refused(alt, caption):
    with pytest.raises(ValueError, match="must be a text that is not empty"):
        display.show_figure(plt.figure(), alt, caption)
    plt.close("all")


def test_a_caption_of_two_lines_is_refused():
    with pytest.raises(ValueError, match="one line"):
        display.show_figure(plt.figure(), "alt", "one\ntwo")
    plt.close("all")


def test_the_png_is_the_same_bytes_each_time_and_about_800_pixels_wide():
    from mlp_lesson import plots

    plots.use_course_style()
    pictures = []
    for _ in range(2):
        fig, ax = plt.subplots()
        ax.plot([1, 3, 2])
        ax.set(xlabel="x", ylabel="y")
        pictures.append(display.png_of(fig))
        plt.close(fig)
    assert pictures[0] == pictures[1] and pictures[0][25] == 3  # with a palette
    assert b"Software" not in pictures[0] and b"tEXt" not in pictures[0]
    width = int.from_bytes(pictures[0][16:20], "big")
    assert 700 <= width <= 900


def test_a_long_caption_is_broken_between_words_not_by_the_page(capsys):
    caption = " ".join(["words"] * 40)
    display.show_figure(plt.figure(), "alt", caption)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100 and " ".join(lines) == caption


def test_a_cell_of_claims_says_how_many_asserts_stand_in_it(capsys):
    cell = "assert True\nfor i in (1, 2):\n    assert i\nclaims_hold()"
    linecache.cache["<a cell>"] = (len(cell), None, cell.splitlines(keepends=True), "<a cell>")
    exec(compile(cell, "<a cell>", "exec"), {"claims_hold": display.claims_hold})
    assert capsys.readouterr().out == "All 2 claims of this lesson hold.\n"
