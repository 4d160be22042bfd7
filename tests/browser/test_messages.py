"""canvas.js and CanvasWidget without a Jupyter between them: messages late, lost, and in disorder.

The browser's clock stands still but for the time that a test gives it.
"""

import base64
from pathlib import Path

import pytest

from mlp_lesson.widgets import _canvas as ui

PAGE = """async (source) => {
  const canvas = (await import("data:text/javascript;base64," + source)).default;
  window.places = [];
  window.show = (view) => {
    const heard = [], sent = [], el = document.createElement("div");
    const model = {
      get: () => place.view, send: (event) => sent.push(event),
      on: (name, f) => name === "change:view" && heard.push(f),
      off: (name, f) => name === "change:view" && heard.splice(heard.indexOf(f), 1),
    };
    const place = { view, sent, el, heard, remove: null };
    place.remove = canvas.render({ model, el });
    document.body.append(el);
    places.push(place);
  };
  window.hear = (view) => places.forEach((p) => { p.view = view; p.heard.forEach((f) => f()); });
}"""
LAST = 12


def update(state, name, value):
    """The state (n, playing, s): n steps are done."""
    n, playing, s = state
    if name == "tick":
        return n + 1, playing and n + 1 < LAST, s
    return (n, not playing, s) if name == "play" else (n, playing, value)


def draw(state):
    n, playing, s = state
    controls = [ui.Button("play", "Play"), ui.Slider("s", "s", s, 0, 9, 1)]
    return ui.View([], f"step {n}, s {s}", controls, 50 if playing else None)


class Post:
    """A widget shown in one place or more; what is sent either way arrives or is lost."""

    def __init__(self, page, places=1):
        self.page, self.kernel = page, ui.CanvasWidget((0, False, 0), update, draw)
        self.sent = 0  # messages of either side, to tell which is to be lost
        page.clock.install()
        page.goto("about:blank")
        source = ui.live_source(Path(ui.__file__).with_name("canvas.js"))
        page.evaluate(PAGE, base64.b64encode(source.encode()).decode())
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        for _ in range(places):
            page.evaluate("view => show(view)", self.kernel.view)

    def outbox(self):
        """The events that the first place has sent and nobody has taken yet."""
        return self.page.evaluate("places[0].sent.splice(0)")

    def take(self, event):
        """Python gets the event; its answer reaches every place."""
        self.kernel._receive(**event)
        self.page.evaluate("view => hear(view)", self.kernel.view)

    def deliver(self, lost=()):
        """Bring what lies in the outboxes and the answers; lost: the numbers of those that fail."""
        for event in self.page.evaluate("places.flatMap((place) => place.sent.splice(0))"):
            self.sent += 1
            if self.sent in lost:
                continue
            self.kernel._receive(**event)
            self.sent += 1
            if self.sent not in lost:
                self.page.evaluate("view => hear(view)", self.kernel.view)

    def wait(self, ms):
        self.page.clock.run_for(ms)

    def run(self, seconds, lost=()):
        for _ in range(round(seconds * 20)):
            self.wait(50)
            self.deliver(lost)

    def click(self, place=0):
        self.page.get_by_role("button", name="Play").nth(place).click()

    def slide(self, value):
        self.page.get_by_role("slider", name="s").fill(str(value))

    @property
    def readout(self):
        return self.page.get_by_role("status").first.inner_text()

    @property
    def waits(self):
        return self.page.locator(".mlp-widget").first.get_attribute("aria-busy") == "true"


@pytest.fixture(scope="module")
def page(browser):
    context = browser.browser.new_context()  # the clock is its context's
    yield context.new_page()
    context.close()


def test_a_tick_that_pause_overtook_is_answered_so_that_nothing_waits_for_it(page):
    post = Post(page)
    for _ in range(3):  # each used to leave an event for which the widget waited for ever
        post.click()
        post.deliver()
        post.click()  # Pause, and before it is answered
        post.wait(60)  # the next tick
        assert [e["name"] for e in page.evaluate("places[0].sent")] == ["play", "tick"]
        post.deliver()
        assert post.kernel.state[:2] == (0, False) and not post.waits
    post.slide(7)
    post.deliver()
    assert post.readout == "step 0, s 7"


@pytest.mark.parametrize("lost", range(1, 12))
def test_play_goes_on_after_any_one_message_but_its_own_is_lost(page, lost):
    post = Post(page)
    post.click()
    post.deliver()
    post.run(3, lost={2 + lost})
    assert post.kernel.state[0] == LAST and post.readout == f"step {LAST}, s 0" and not post.waits


@pytest.mark.parametrize(("lost", "steps"), [(1, 0), (2, LAST)], ids=["Play", "its answer"])
def test_after_a_lost_press_the_widget_shows_what_python_knows(page, lost, steps):
    post = Post(page)
    post.click()
    post.run(5, lost={lost})
    assert post.readout == f"step {steps}, s 0" and not post.waits
    post.click()
    post.run(2)
    assert post.kernel.state[0] == max(LAST, steps + 1)


def test_a_slider_whose_answer_is_lost_is_shown_after_a_while(page):
    post = Post(page)
    post.slide(4)
    post.run(3, lost={2})
    assert post.readout == "step 0, s 4" and not post.waits


def test_a_later_answer_stands_for_one_that_was_lost(page):
    post = Post(page)
    post.slide(4)
    post.click()
    post.deliver(lost={2})
    assert post.readout == "step 0, s 4" and not post.waits


def test_a_slow_kernel_gets_one_tick_at_a_time_and_an_absent_one_few_and_then_none(page):
    post = Post(page)
    post.click()
    post.deliver()
    post.wait(1900)
    assert [e["name"] for e in post.outbox()] == ["tick"]
    error = page.locator(".error")
    assert error.is_hidden()
    for value in range(10):  # the hand goes on
        post.slide(value)
    post.wait(60_000)
    assert "Python does not answer" in error.inner_text()
    assert len(post.outbox()) < 10
    post.wait(600_000)
    post.outbox()
    post.wait(600_000)
    assert post.outbox() == [] and not post.waits


def test_what_comes_very_late_is_taken_up(page):
    post = Post(page)
    post.click()
    post.deliver()
    post.wait(20_000)
    late = post.outbox()
    assert 2 < len(late) < 6
    for event in late:
        post.take(event)
    assert post.kernel.state[0] == 1  # the same tick, asked for again, is one step
    assert page.locator(".error").is_hidden()
    post.run(2)
    assert post.readout == f"step {LAST}, s 0" and not post.waits


def test_play_goes_on_while_a_slider_is_dragged(page):
    post = Post(page)
    post.click()
    post.deliver()
    for i in range(40):
        post.slide(i % 10)
        post.wait(20)
        post.deliver()
    assert post.kernel.state[0] > 8


def test_two_places_keep_one_time_and_neither_waits(page):
    post = Post(page, places=2)
    post.click(1)
    post.deliver()
    for steps in range(1, 6):
        post.wait(50)
        post.deliver()
        assert post.kernel.state[0] == steps
    post.run(2)
    assert post.kernel.state[0] == LAST
    assert page.locator(".mlp-widget[aria-busy=true]").count() == 0


def test_a_widget_taken_off_the_page_sends_nothing_more(page):
    post = Post(page)
    post.click()
    post.deliver()
    page.evaluate("() => { places[0].remove(); places[0].el.remove(); }")
    post.wait(60_000)
    assert post.outbox() == [] and page.evaluate("places[0].heard.length") == 0


def test_without_a_kernel_the_widget_says_so_and_waits_for_nothing(page):
    post = Post(page)
    page.evaluate("() => { places[0].sent.push = () => { throw new Error('Cannot send'); }; }")
    post.slide(3)
    assert "run the cells above" in page.locator(".error").inner_text() and not post.waits
