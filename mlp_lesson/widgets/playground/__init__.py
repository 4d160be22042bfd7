"""W6, the workbench: build a network, watch it learn, change it while it does, take it with you.

    problem     a set-up, its points and features        training    a frame, and the next one
    state       what each control does                   controls    what can be moved
    panels      the pictures                             challenges  the fewest weights that do
    export      the same training as code                own         the learner's functions beside
    surface     the loss around a network
"""

from functools import partial
from pathlib import Path

from ... import course
from ...display import in_notebook, show_card
from ...overview import link
from .. import _canvas as ui
from . import controls, export, own, panels, problem, surface, training
from .challenges import CHALLENGES, said
from .problem import OWN, Setup
from .state import begin, trained, update

TICK = 0  # the next epoch is computed while the browser paints this one


def draw(state):
    last = panels.gradients
    if state.page == "loss surface":
        last = partial(surface.panel, draw=state.draw, reach=state.reach)
    view = panels.pictures(state.frame, state.film, last)
    tick = TICK if state.playing else None
    return ui.View(view, _readout(state), controls.controls(state), tick)


def _readout(state):
    frame = state.frame
    lines = [panels.words(frame), state.note]
    if training.lost(frame):
        lines.append(training.explained(frame.setup, frame.epoch))
    if state.challenge != "none":
        lines.append(said(frame, CHALLENGES[state.challenge]))
    if state.rival:
        lines.append(own.said(state.rival, frame))
    if state.page == "weights":
        lines.append(controls.table(state))
    return "\n".join(line for line in lines if line)


class Workbench:
    """What a cell can do with the playground that is shown above it."""

    def __init__(self, widget):
        self._widget = widget

    @property
    def setup(self) -> Setup:
        return self._widget.state.frame.setup

    def save(self, path: str | Path = "my_setup.json") -> None:
        """Write the set-up into a file; playground(path) opens with it."""
        Path(path).write_text(problem.to_json(self.setup), encoding="utf-8")
        print(f"Saved in {path}.")

    def load(self, path: str | Path = "my_setup.json") -> None:
        """Start with the set-up of a file; ValueError says what is wrong with it."""
        self._widget.put(begin(_setup_of(path)))

    def points(self, path: str | Path) -> None:
        """Train on the points of a CSV file, lines of x1,x2,class; ValueError names a bad line."""
        points = problem.points_from_csv(path)
        setup = self.setup._replace(data=OWN, own=points)
        self._widget.put(begin(setup))

    def code(self) -> str:
        """A program that trains the set-up as long, from its start."""
        frame = self._widget.state.frame
        text = export.code(frame.setup, max(1, frame.epoch))
        if frame.touched:
            text = (
                "# You changed settings or weights on the way: this trains with the last "
                "settings from the start.\n" + text
            )
        return text

    def export(self) -> None:
        """Put that program into a new cell below; outside a notebook, print it."""
        if in_notebook():
            from IPython import get_ipython

            get_ipython().set_next_input(self.code())
        else:
            print(self.code())


def workbench_card() -> None:
    """Show a card that leads to the workbench, with what a small network has learned there."""
    page = next(page for page in course.pages() if page.file == "playground")
    state = trained(begin(Setup(rule="Adam")), 60)
    figure = ui.still(ui.View(draw(state).panels[:2], "", []))
    alt = (
        "A network of four and two hidden units, each a small map of the plane, and beside it the "
        "map of its answers: a blue plane with an orange middle, as are the points."
    )
    words = [
        page.question,
        "Build a network with your hands and watch each of its units learn. What a lesson has just "
        "told you, you can try there; guess first what will happen.",
    ]
    caption = "Circles, after 60 epochs: a unit is orange where it answers high, blue where low."
    show_card(figure, alt, page.title, link("notebooks", page), words, caption)


def _setup_of(path):
    return problem.from_json(Path(path).read_text(encoding="utf-8"))


def playground(setup: Setup | str | Path = Setup()) -> Workbench:  # noqa: B008 (it is immutable)
    """Show the workbench, with a Setup or with the file of a saved one; returns its Workbench."""
    setup = setup if isinstance(setup, Setup) else _setup_of(setup)
    saved = trained(begin(setup), 100)
    widget = ui.shown(
        begin(setup), update, draw, saved=saved,
        caption=f"The workbench: a network on {setup.data} after 100 epochs, with the map of each "
        "unit, its answers, its losses and its gradients.",
        invitation="To build and train a network yourself",
    )  # fmt: skip
    return Workbench(widget)
