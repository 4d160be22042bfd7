"""The four pictures of the pad: the drawing, what the network sees, why, and what it answers."""

import numpy as np

from .. import _canvas as ui
from .ink import PIXELS

PAD, SMALL, ANSWERS = 270, 190, 185  # pixels
ACROSS, DOWN = (0, PIXELS), (PIXELS, 0)  # y from the top
WHOLE = (0, PIXELS, PIXELS, 0)
CORNERS = np.array([0, PIXELS, PIXELS, 0, 0])
FRAME = ui.Line(CORNERS, np.array([0, 0, PIXELS, PIXELS, 0]), ui.GREY, 2)
KEYS = "Arrow keys move the pen, Space lowers and lifts it, Delete clears the pad."


def _grey(picture):
    """0 paper to 1 ink -> rgba."""
    level = np.round(255 * (1 - np.clip(picture, 0, 1))).astype(np.uint8)
    return np.dstack([level, level, level, np.full_like(level, 255)])


def _signed(values):
    """Red where positive, blue where negative, the palest where the least -> rgba."""
    t = values / (np.abs(values).max() or 1)
    ends = np.where(t[..., None] > 0, ui.pale(ui.RED, 1), ui.pale(ui.BLUE, 1))
    return np.round(255 + np.abs(t)[..., None] * (ends - 255.0)).astype(np.uint8)


def _square(image, title, alt, size, over=(), smooth=False, **more):
    marks = [ui.Image(image, WHOLE, smooth), FRAME, *over]
    return ui.Panel(
        ACROSS, DOWN, marks, title, alt=alt, width=size, height=size, axes=False, **more
    )


def pad(drawing, tip, pen, down):
    """The drawing; pen: where the keyboard's pen is, or None."""
    marks = [] if pen is None else [ui.Points([pen[0]], [pen[1]], ui.RED, size=12, filled=down)]
    if pen is not None:  # seen on ink as well
        marks.insert(0, ui.Points([pen[0]], [pen[1]], "#ffffff", size=16, edge=ui.RED))
    empty = "" if drawing.any() else ": it is empty"
    return _square(
        _grey(drawing), "Draw a digit here", f"Pad to draw a digit on{empty}. {KEYS}", PAD,
        name="pad", pen=tip, over=marks, smooth=True,
    )  # fmt: skip


def seen(picture, prepared):
    share = np.mean(picture > 0.5)
    how = "" if prepared else " as it lies on the pad"
    return _square(
        _grey(picture), "What it sees",
        f"The drawing{how} on 28 by 28 pixels, {share:.0%} of them dark.", SMALL,
    )  # fmt: skip


def reasons(values, digit):
    if digit is None:
        return _square(_signed(values), "Why", "No ink, no reasons.", SMALL)
    total_for, against = values[values > 0].sum(), -values[values < 0].sum()
    alt = (
        f"The ink of the drawing, red where it speaks for a {digit}, {ui.number(total_for, 1)} in "
        f"all, blue where it speaks against it, {ui.number(against, 1)}."
    )
    return _square(_signed(values), f"Why a {digit}", alt, SMALL)


def answers(p, digit):
    """A bar for each digit, 0 on top."""
    marks = []
    for k in range(10):
        wins = k == digit
        x, y = [0, p[k], p[k], 0], [k - 0.36, k - 0.36, k + 0.36, k + 0.36]
        marks += [
            ui.Text(-0.12, k, str(k), bold=wins, size=15),
            ui.Area(x, y, ui.BLUE if wins else ui.GREY, 1),
            ui.Text(p[k] + 0.04, k, f"{p[k]:.0%}" if p[k] >= 0.005 else "", align="left"),
        ]
    likely = [f"{k}: {p[k]:.0%}" for k in np.argsort(-p) if p[k] >= 0.005]
    return ui.Panel(
        (-0.25, 1.6), (9.6, -0.6), marks, "What it answers", width=ANSWERS, height=SMALL,
        axes=False, alt=f"Probabilities: {', '.join(likely) or 'none yet'}.",
    )  # fmt: skip
