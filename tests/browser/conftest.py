"""Tests in a real JupyterLab and a real Chromium, both on this machine, with nothing outside it.

    def test_...(open_notebook):
        notebook = open_notebook("from mlp_lesson...", "show_it()")   # one string a cell, all run
        widget = notebook.widget(0)                                    # the first canvas widget
        widget.slide("weight w1", 0.5)

JupyterLab starts once, by the command behind `make lab` in a copy of the course, with empty folders
for its settings, its workspaces and the learner's progress. To load its page takes three times as
long as to open a notebook in it, so the notebooks share one, and each is open until the next one or
the end of the test module. Then it must have logged no error in the browser's console and asked for
nothing but JupyterLab. Without Chromium, all is skipped. When a test fails, a picture of the open
notebook is left in .pytest_cache/d/browser/.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

TOKEN = "browser-tests"
OPEN = []  # the notebook that is open now
WIDE = {"width": 1300, "height": 1000}
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
COURSE = Path(__file__).parents[2]
FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no chromium or google-chrome on PATH"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.excinfo and not call.excinfo.errisinstance(pytest.skip.Exception):
        folder = item.config.cache.mkdir("browser")
        for notebook in OPEN:
            picture = folder / f"{item.name}.png".replace("/", "_")
            notebook.page.screenshot(path=picture)
            report.sections.append(("screenshot", str(picture)))
    return report


@pytest.fixture(scope="package")
def course(tmp_path_factory):
    """A copy of what `make lab` reads, so that learn/ and updates are the tests' own."""
    root = tmp_path_factory.mktemp("course")
    for folder in ("notebooks", "exercises", "solutions", "tools"):
        shutil.copytree(COURSE / folder, root / folder)
    return root


@pytest.fixture(scope="package")
def start_lab(course, tmp_path_factory):
    """start_lab() does what `make lab` does: a context with (url, folder that is served, log)."""
    env = dict(os.environ)
    for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR",
        "JUPYTERLAB_WORKSPACES_DIR", "JUPYTERLAB_SETTINGS_DIR", "MLP_LESSON_HOME",
    ):  # fmt: skip
        env[name] = str(tmp_path_factory.mktemp(name.lower()))
    Path(env["JUPYTER_CONFIG_DIR"], "jupyter_server_config.py").write_text(
        "c.IdentityProvider.token = " + repr(TOKEN)  # the learner's own settings hold too
    )

    @contextmanager
    def start():
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        url, log = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("log") / "jupyterlab.log"
        command = [
            sys.executable, "tools/lab.py", "--no-browser", "--ip=127.0.0.1", f"--port={port}",
            "--ServerApp.port_retries=0", "--expose-app-in-browser",
        ]  # fmt: skip
        with open(log, "w") as output:
            server = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, env=env, cwd=course
            )
        try:
            _wait_for(f"{url}/api/status?token={TOKEN}", server, log)
            yield url, course / "learn", log
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()

    return start


@pytest.fixture(scope="package")
def lab(start_lab):
    """(url, folder): a JupyterLab that serves the folder."""
    with start_lab() as (url, folder, _):
        yield url, folder


def _wait_for(address, server, log, seconds=150):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()}")


@pytest.fixture(scope="package")
def browser():
    # closed with the folder's last test: its event loop would disturb the tests of other folders
    from playwright.sync_api import sync_playwright

    flags = FLAGS + ["--no-sandbox"] * (hasattr(os, "geteuid") and os.geteuid() == 0)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium.new_context(viewport=WIDE)
        chromium.close()


@pytest.fixture(scope="package")
def lab_page(browser):
    """The page of JupyterLab in which every notebook is opened."""
    return browser.new_page()


@pytest.fixture
def change_theme(lab_page):
    """change_theme("Dark") shows JupyterLab so until the test ends."""

    def change(name):
        command = "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })"
        lab_page.evaluate(command, f"JupyterLab {name}")
        is_light = str(name == "Light").lower()
        lab_page.wait_for_selector(f"body[data-jp-theme-light={is_light}]", state="attached")

    yield change
    change("Light")


@pytest.fixture(scope="module")
def open_notebook(lab, lab_page):
    """open_notebook(*sources) -> a Notebook with these cells, all run without an error.

    run=False leaves that to the test. The notebook that was open is closed.
    """
    mine = []

    def open_one(*sources, run=True):
        close_all()
        mine.append(Notebook(lab_page, lab, sources))
        OPEN.append(mine[-1])
        mine[-1].open()
        if run:
            mine[-1].run_all()
        return mine[-1]

    def close_all():
        while OPEN:
            OPEN.pop().close()

    yield open_one
    close_all()
    problems = [problem for notebook in mine for problem in notebook.errors + notebook.outside]
    assert not problems, f"console errors and outside requests: {problems}"


class Notebook:
    """A notebook open in JupyterLab; page is Playwright's."""

    def __init__(self, page, lab, sources):
        self.url, root = lab
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        self.path = root / f"notebook_{len(list(root.glob('*.ipynb')))}.ipynb"
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, self.path)
        self.page, self.errors, self.outside = page, [], []
        self.watched = {"pageerror": self._fail, "console": self._log, "request": self._request}
        for event, hear in self.watched.items():
            page.on(event, hear)

    def _fail(self, error):
        self.errors.append(str(error))

    def _log(self, message):
        own = "Could not restore the debugger state"  # of JupyterLab, where page or kernel are left
        if message.type == "error" and own not in message.text:
            self.errors.append(message.text)

    def _request(self, request):
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self):
        """In the page as it is, or, where it shows something else, in one that is loaded anew."""
        if self.page.url.startswith(f"{self.url}/lab"):
            self.page.evaluate(OPEN_HERE, self.path.name)
            self._wait_for_kernel()
        else:
            self.load()

    def load(self):
        """Load the page and all of JupyterLab, with nothing open but this notebook."""
        self.page.goto(f"{self.url}/lab/tree/{self.path.name}?token={TOKEN}&reset", timeout=60_000)
        self._wait_for_kernel()

    def _wait_for_kernel(self):
        self.page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.context?.sessionContext?.session?.kernel"
            "?.status == 'idle'",
            timeout=60_000,
        )

    def run_all(self):
        """Run every cell until the kernel is idle; an exception or a warning fails the test."""
        self.page.evaluate(
            """async () => {
            await window.jupyterapp.commands.execute('notebook:run-all-cells');
            const session = window.jupyterapp.shell.currentWidget.context.sessionContext.session;
            while (session.kernel.status !== 'idle') await new Promise((r) => setTimeout(r, 20));
            }"""
        )
        assert self.complaints() == []

    def reopen_tomorrow(self):
        """Save, shut the kernel down, load the page again: a new kernel, which knows nothing."""
        self.page.evaluate(
            """async () => {
            await window.jupyterapp.commands.execute('docmanager:save');
            await window.jupyterapp.shell.currentWidget.context.sessionContext.shutdown();
            }"""
        )
        self.load()

    def reload(self):
        """Save, and load the page again: the kernel goes on."""
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
        self.load()

    def complaints(self):
        """The text of every exception and of everything on stderr under the cells."""
        mime = "application/vnd.jupyter.stderr"
        return self.page.locator(f'[data-mime-type="{mime}"]').all_inner_texts()

    def widget(self, number=0):
        """The number-th canvas widget of the notebook, once it is drawn."""
        return Widget(self.page, self.page.locator(".mlp-widget").nth(number))

    def close(self):
        """Leave the page as a newly loaded one is, without a notebook and without its kernel."""
        for event, hear in self.watched.items():
            self.page.remove_listener(event, hear)
        self.page.evaluate(CLOSE)
        self.page.set_viewport_size(WIDE)


OPEN_HERE = """async (path) => {
  const widget = await window.jupyterapp.commands.execute("docmanager:open", { path });
  await widget.context.ready;
  window.jupyterapp.shell.activateById(widget.id);
}"""
CLOSE = """async () => {
  const { shell } = window.jupyterapp;
  for (const widget of [...shell.widgets("main")]) {
    await widget.context?.sessionContext.shutdown();
    widget.dispose();  // without the question whether to save
  }
  shell.expandLeft();
}"""


class Widget:
    """A canvas widget; its controls are found by their accessible names, as a reader finds them."""

    def __init__(self, page, root):
        self.page, self.root = page, root
        root.scroll_into_view_if_needed(timeout=30_000)
        root.locator("canvas").first.wait_for()

    def control(self, role, name):
        return self.root.get_by_role(role, name=name, exact=True)

    @property
    def readout(self):
        return self.root.get_by_role("status").inner_text()

    @property
    def serial(self):
        """How many views have been drawn: it grows by one with every answer of the kernel."""
        return int(self.root.get_attribute("data-serial"))

    def pixels(self, panel=0):
        """The panel's picture; two are equal when every pixel is."""
        return self.root.locator("canvas").nth(panel).evaluate("canvas => canvas.toDataURL()")

    def answered(self, action):
        """Do action(), then wait until the kernel has answered."""
        before = self.serial
        action()
        self.page.wait_for_function(
            "([root, before]) => +root.dataset.serial > before && root.ariaBusy === 'false'",
            arg=[self.root.element_handle(), before],
        )
        error = self.root.locator(".error")
        assert error.is_hidden(), error.inner_text()

    def slide(self, name, value):
        self.answered(lambda: self.control("slider", name).fill(str(value)))

    def click(self, name):
        self.answered(lambda: self.control("button", name).click())

    def choose(self, name, option):
        self.answered(lambda: self.control("combobox", name).select_option(option))

    def press(self, role, name, key):
        """Give the control the keyboard and press a key, such as ArrowRight."""
        self.answered(lambda: self.control(role, name).press(key))

    def drag(self, panel, start, end):
        """Press the mouse in a panel at start and move it to end, in shares of width and height."""
        box = self.root.locator("canvas").nth(panel).bounding_box()
        here, there = (
            (box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)
        )

        def move():
            self.page.mouse.move(*here)
            self.page.mouse.down()
            self.page.mouse.move(*there, steps=5)
            self.page.mouse.up()

        self.answered(move)

    def latency(self, name, moves=30):
        """Median milliseconds from a slider's move to the frame that shows its effect."""
        times = self.control("slider", name).evaluate(LATENCY, moves)
        assert len(times) == moves
        return statistics.median(times)


LATENCY = """async (slider, moves) => {
  const root = slider.closest("[data-at]"), times = [];
  const places = Math.round((slider.max - slider.min) / slider.step);
  for (let i = 1; i <= moves; i++) {
    const drawn = new Promise((done) => {
      const next = () => { watch.disconnect(); requestAnimationFrame(done); };
      const watch = new MutationObserver(next);
      watch.observe(root, { attributeFilter: ["data-at"] });
    });
    slider.value = +slider.min + slider.step * ((7 * i) % (places + 1));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await drawn;
    times.push(performance.now() - root.dataset.at);
    await new Promise((rest) => setTimeout(rest, 40 + (i % 7)));
  }
  return times;
}"""
