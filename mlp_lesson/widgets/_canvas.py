"""What the widgets share: a picture described in Python, drawn by the browser, worked by controls.

A widget is three pure things, and this module wires them together:

    state                          any immutable value, such as a NamedTuple
    update(state, name, value)     the next state, when the control called name was moved to value
    draw(state) -> View            panels with their marks, a line of text to read, the controls

The same View becomes the live canvas (canvas.js) and, through still(), the picture that a saved
notebook shows where nothing can run. All positions are in the panel's own units.
"""

from pathlib import Path
from threading import Lock
from typing import NamedTuple

import anywidget
import numpy as np
import traitlets

from ..display import live_source, show_widget
from ..plots import PALETTE

BLUE, ORANGE, RED, PURPLE, GREY, VIOLET = PALETTE
INK = "#222222"


class Line(NamedTuple):
    """A line through the points (x, y); NaN lifts the pen."""

    x: np.ndarray
    y: np.ndarray
    colour: str = INK
    width: float = 2.5
    dashed: bool = False


class Area(NamedTuple):
    """The polygon with corners (x, y), filled."""

    x: np.ndarray
    y: np.ndarray
    colour: str = GREY
    alpha: float = 0.25


class Points(NamedTuple):
    """A marker at each (x, y): a circle, square, diamond or cross, size in pixels."""

    x: np.ndarray
    y: np.ndarray
    colour: str = BLUE
    shape: str = "circle"
    size: float = 11
    edge: str = INK
    filled: bool = True


class Arrow(NamedTuple):
    """An arrow from tail (x, y) to head (x, y)."""

    tail: tuple
    head: tuple
    colour: str = INK
    width: float = 2


class Text(NamedTuple):
    """Words centred at (x, y), or left or right of it; size in pixels; a newline breaks them."""

    x: float
    y: float
    words: str
    colour: str = INK
    size: float = 14
    align: str = "center"
    bold: bool = False
    halo: bool = True


class Image(NamedTuple):
    """rgba (rows, columns, 4) uint8, first row on top, over the extent (x0, x1, y0, y1)."""

    rgba: np.ndarray
    extent: tuple
    smooth: bool = False


class Pen(NamedTuple):
    """What draws in a panel: the width of its round tip, in units of x, and its colour."""

    width: float
    colour: str = INK


class Panel(NamedTuple):
    """One plot. With a name, pressing or dragging in it sends the event (name, [x, y]).

    With a pen as well, each stroke has a name of its own, which begins with the panel's: the event
    ("name ...", [[x, y], ...]) carries the whole stroke, as far as it has come. The panel takes the
    keyboard, too: an arrow key, Space, Delete or Backspace sends ("name ArrowLeft", None).
    """

    x: tuple  # (low, high)
    y: tuple
    marks: list  # drawn in this order
    title: str = ""
    xlabel: str = ""
    ylabel: str = ""
    alt: str = ""  # what a screen reader says of it; the title if empty
    name: str = ""
    width: int = 360  # pixels inside the axes
    height: int = 360
    axes: bool = True
    pen: Pen | None = None


class Slider(NamedTuple):
    name: str
    label: str
    value: float
    low: float
    high: float
    step: float
    enabled: bool = True


class Choice(NamedTuple):
    name: str
    label: str
    value: str
    options: list
    enabled: bool = True


class Entry(NamedTuple):
    """A field to type in; its event carries the words typed, when Enter is pressed."""

    name: str
    label: str
    value: str = ""
    enabled: bool = True


class Check(NamedTuple):
    """A box to tick; its event carries True or False."""

    name: str
    label: str
    value: bool
    enabled: bool = True


class Button(NamedTuple):
    """Its event carries None."""

    name: str
    label: str
    enabled: bool = True


class View(NamedTuple):
    """All that is to be seen. With tick, the event ("tick", None) comes so many ms later.

    With tick 0 it comes before the view is painted, so that Python and the browser work at once.
    """

    panels: list
    readout: str
    controls: list
    tick: int | None = None


class CanvasWidget(anywidget.AnyWidget):
    """draw(state), live: each event of a control puts update(state, name, value) in its place."""

    _esm = live_source(Path(__file__).with_name("canvas.js"))
    _css = Path(__file__).with_name("canvas.css")
    key = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, state, update, draw):
        begin = {"serial": 0, "beat": 0, "heard": ["", 0], "at": 0.0, "error": ""}
        super().__init__(view=begin | _encode(draw(state)))
        self.state, self._update, self._draw = state, update, draw
        self._one_at_a_time = Lock()  # JupyterLab may bring events in a second thread
        self.on_msg(lambda _, event, buffers: self._receive(**event))

    def put(self, state):
        """Show another state, given by Python and not by the reader's hand."""
        with self._one_at_a_time:
            now = self.view
            news = {"serial": now["serial"] + 1, "beat": now["beat"] + 1, "error": ""}
            self.view = now | news | _encode(self._draw(state))
            self.state = state

    def _receive(self, name, value, at, beat, sender, number):
        """An event, the number-th of that sender; its clock said at, its view had had beat ticks.

        Each is answered, even the tick that is out of time (Pause was faster, or another browser
        window has ticked already), for the sender counts what it waits for.
        """
        with self._one_at_a_time:
            now, news = self.view, {"heard": [sender, number]}
            try:
                if name != "tick" or (beat == now["beat"] and now["tick"] is not None):
                    news |= {"serial": now["serial"] + 1, "at": at, "error": ""}
                    news["beat"] = now["beat"] + (name == "tick")
                    state = self._update(self.state, name, value)
                    news |= _encode(self._draw(state))
                    self.state = state
            except Exception as error:  # where the reader sees it: a kernel's log is out of sight
                news["error"] = f"{type(error).__name__}: {error}"
                raise
            finally:
                self.view = now | news


def show(state, update, draw, **texts):
    """Show a live widget that begins in state; texts: what shown() takes. A cell may end so."""
    shown(state, update, draw, **texts)


def shown(state, update, draw, *, caption, invitation, saved=None):
    """Show a live widget that begins in state, and return it, which no cell should end with.

    saved       the state of its saved picture, if another
    caption     one line that says what the saved picture shows, with numbers that never change
    invitation  what a reader of the saved picture is missing, such as "To move the line yourself"
    """
    view = draw(state if saved is None else saved)
    alt = " ".join(panel.alt or panel.title for panel in view.panels)
    widget = CanvasWidget(state, update, draw)
    show_widget(widget, still(view), alt, caption, invitation)
    return widget


def number(value, digits=2):
    """value to so many decimals, with a true minus sign and no minus zero."""
    words = f"{value:.{digits}f}"
    return words.lstrip("-") if float(words) == 0 else words.replace("-", "−")


def tint(classes, alpha=0.25):
    """Classes (rows, columns) of 0 and 1 -> rgba for an Image: pale blue and pale orange."""
    palette = np.array([pale(BLUE, alpha), pale(ORANGE, alpha)])
    return palette[np.asarray(classes, dtype=int)]


def shade(answers, alpha=0.45):
    """Answers (rows, columns) from 0 to 1 -> rgba for an Image: blue at 0, white, orange at 1."""
    t = 2 * np.clip(answers, 0, 1)[..., None] - 1
    ends = np.where(t < 0, pale(BLUE, alpha), pale(ORANGE, alpha))
    return np.round(255 + np.abs(t) * (ends - 255.0)).astype(np.uint8)


def half_plane(w, b, x, y):
    """The corners (xs, ys) of the part of the rectangle x, y in which w·p + b > 0."""
    corners = np.array([(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])], dtype=float)
    z = corners @ w + b
    kept = []
    for i in range(4):
        p, q, zp, zq = corners[i - 1], corners[i], z[i - 1], z[i]
        if (zp > 0) != (zq > 0):  # this side of the rectangle crosses the line
            kept.append(p + (q - p) * zp / (zp - zq))
        if zq > 0:
            kept.append(q)
    return np.array(kept).reshape(-1, 2).T


def straight_line(w, b, reach=100.0):
    """Two points (xs, ys) far out on the line w·p + b = 0; none if w is zero."""
    w = np.asarray(w, dtype=float)
    if not w.any():
        return np.empty((2, 0))
    foot, along = -b * w / (w @ w), np.array([-w[1], w[0]]) / np.linalg.norm(w)
    return np.array([foot - reach * along, foot + reach * along]).T


def pale(colour, alpha):
    """'#rrggbb' and alpha, laid over white -> four uint8."""
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    return np.append(np.round(255 + alpha * (rgb - 255)), 255).astype(np.uint8)


def _encode(view):
    """The View as nested dicts; arrays become bytes, which travel beside the JSON, not in it."""

    def mark(m):
        fields = {"kind": type(m).__name__.lower(), **m._asdict()}
        if isinstance(m, Image):
            fields["rows"], fields["columns"] = m.rgba.shape[:2]
            fields["rgba"] = np.ascontiguousarray(m.rgba, dtype=np.uint8).tobytes()
        elif "shape" in fields or isinstance(m, Line | Area):
            for axis in ("x", "y"):
                fields[axis] = np.asarray(fields[axis], dtype=np.float32).tobytes()
        return fields

    def panel(p):
        pen = p.pen and p.pen._asdict()
        return {**p._asdict(), "pen": pen, "marks": [mark(m) for m in p.marks]}

    return {
        "panels": [panel(p) for p in view.panels],
        "controls": [{"kind": type(c).__name__.lower(), **c._asdict()} for c in view.controls],
        "readout": view.readout,
        "tick": view.tick,
    }


def still(view):
    """The View's panels as one matplotlib figure, for where nothing can run."""
    from matplotlib.figure import Figure

    inch = 72  # pixels an inch: a font of 14 pixels is then one of 14 points
    width = sum(panel.width + 90 for panel in view.panels) / inch
    height = max(panel.height + 90 for panel in view.panels) / inch
    figure = Figure(figsize=(width, height), layout="constrained", facecolor="white")
    ratios = [panel.width for panel in view.panels]
    row = figure.subplots(1, len(view.panels), squeeze=False, width_ratios=ratios)[0]
    for ax, panel in zip(row, view.panels, strict=True):
        ax.set(xlim=panel.x, ylim=panel.y, xlabel=panel.xlabel, ylabel=panel.ylabel)
        ax.set_title(panel.title, fontsize=15, fontweight="bold")
        ax.set_box_aspect(panel.height / panel.width)
        if panel.axes:
            ax.grid(color="#e6e6ea")
        else:
            ax.set_axis_off()
        for order, mark in enumerate(panel.marks):
            _plot(ax, mark, zorder=2 + order / 1000)
        ax.set(xlim=panel.x, ylim=panel.y)
    return figure


_MARKERS = {"circle": "o", "square": "s", "diamond": "D", "cross": "x"}


def _plot(ax, mark, zorder):
    match mark:
        case Line(x, y, colour, width, dashed):
            ax.plot(x, y, "--" if dashed else "-", color=colour, lw=width, zorder=zorder)
        case Area(x, y, colour, alpha):
            ax.fill(x, y, color=colour, alpha=alpha, lw=0, zorder=zorder)
        case Points(x, y, colour, shape, size, edge, filled):
            ax.plot(
                x, y, _MARKERS[shape], ms=size, mec=edge, mfc=colour if filled else "none",
                mew=3 if shape == "cross" else 1.5, zorder=zorder,
            )  # fmt: skip
        case Arrow(tail, head, colour, width):
            style = {"arrowstyle": "-|>", "color": colour, "lw": width, "mutation_scale": 14}
            style |= {"shrinkA": 0, "shrinkB": 0}
            ax.annotate("", head, tail, arrowprops=style, zorder=zorder)
        case Text(x, y, words, colour, size, align, bold, _):
            weight = "bold" if bold else "normal"
            style = {"color": colour, "fontsize": size, "fontweight": weight}
            ax.text(x, y, words, ha=align, va="center", clip_on=True, zorder=zorder, **style)
        case Image(rgba, extent, smooth):
            way = "bilinear" if smooth else "nearest"
            ax.imshow(
                rgba, extent=extent, aspect="auto", interpolation=way, zorder=zorder - 1.9
            )
