"""Draw the README's two moving pictures: the workbench while it trains, a digit while it is drawn.

    python tools/films.py

They are the widgets' own still pictures, one after another. They do not belong to the build, since
their bytes follow the version of matplotlib: draw them again when a widget looks different.
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import digit_pad, playground
from mlp_lesson.widgets.digit_pad import reader
from mlp_lesson.widgets.playground.problem import Setup

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
WIDTH, BORDER, COLOURS = 700, 8, 48  # pixels, twice; of the palette
LAST = 2500  # milliseconds that the last picture stays


def workbench():
    """Circles, 2-4-2-2, Adam, to epoch 120: network, answers and losses."""
    state = playground.begin(Setup(rule="Adam", rate=0.03))
    for epochs in [1] * 6 + [3] * 8 + [10] * 9:
        yield ui.View(playground.draw(state).panels[:3], "", [])
        state = playground.trained(state, epochs)


def digit():
    """A 3 on the pad, point by point: the pad, what the network sees, its reasons, its answer."""
    state = digit_pad.State(reader.shipped())
    way = np.array(digit_pad.THREE)
    long = np.append(0, np.cumsum(np.hypot(*np.diff(way, axis=0).T)))  # from its beginning
    places = np.linspace(0, long[-1], 36)
    path = np.column_stack([np.interp(places, long, axis) for axis in way.T])
    for n in range(2, len(path) + 1, 2):
        yield digit_pad.draw(digit_pad.update(state, "pad 0", path[:n].tolist()))


def pictured(view):
    """The View as a picture of WIDTH pixels."""
    figure, stored = ui.still(view), io.BytesIO()
    figure.savefig(stored, format="png", dpi=144)
    whole = Image.open(stored).convert("RGB")
    small = whole.resize((WIDTH, round(whole.height * WIDTH / whole.width)), Image.LANCZOS)
    return ImageOps.expand(small, BORDER, "white")


def film(path, views, milliseconds):
    """Write the views as an animated GIF that repeats."""
    pictures = [pictured(view) for view in views]
    palette = pictures[-1].quantize(COLOURS)
    frames = [picture.quantize(palette=palette, dither=Image.NONE) for picture in pictures]
    lasting = [milliseconds] * (len(frames) - 1) + [LAST]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=lasting, loop=0)
    print(f"{path.name}: {len(frames)} pictures, {path.stat().st_size >> 10} kB")


if __name__ == "__main__":
    film(NOTEBOOKS / "workbench.gif", workbench(), 120)
    film(NOTEBOOKS / "digit_pad.gif", digit(), 140)
