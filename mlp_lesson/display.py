"""How a notebook shows things: a picture with its caption, a progress bar, a live widget.

Whatever is stored in the notebook is the same on every run, reads well where nothing can run, and
carries a text for those who cannot see it. Nothing here knows about networks.
"""

import ast
import base64
import io
import linecache
import os
import sys
import textwrap
from html import escape
from pathlib import Path

DPI = 110  # a figure 7.2 inches wide becomes about 790 pixels
PAGE = 100  # characters of print in a line of JupyterLab, at 1300 pixels; it breaks words
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
CARD = (
    "display: flex; flex-wrap: wrap; gap: 1em; align-items: center; max-width: 44em; "
    "padding: 0.8em 1em; border: 1px solid var(--jp-border-color1, #bdbdbd); border-radius: 4px"
)
CARD_PICTURE = "flex: 0 1 320px; width: 320px; min-width: 0; max-width: 100%; background: #fff"
REVIVE = "run the cells above (menu Run, Run All Above Selected Cell), then this one."


def show_figure(fig, alt, caption):
    """Show fig as a picture that carries the alt text, print the caption, close the figure.

    alt      what is to be seen, for those who cannot see it
    caption  one line: the message, with its key numbers rounded so that they never change
    Outside a notebook only the caption is printed.
    """
    _check_texts(alt, caption)
    if in_notebook():
        _display_bundle(*_picture(png_of(fig), alt))
    _print_caption(caption)
    _close(fig)


def show_card(fig, alt, title, address, words, caption):
    """Show fig, small, and beside it a title that is a link to address (if any) and some words.

    alt      what is to be seen, for those who cannot see it
    words    list of paragraphs;  caption  one line on the picture, printed below
    Outside a notebook title, address and words are printed, too.
    """
    _check_texts(alt, caption)
    text = "\n".join([f"{title}: {address}" if address else title, *words])
    if in_notebook():
        bundle, metadata = _picture(png_of(fig), alt)
        picture = bundle["text/html"].removesuffix(">") + f' style="{CARD_PICTURE}">'
        head = f'<a href="{escape(address)}">{escape(title)}</a>' if address else escape(title)
        paragraphs = "".join(f'<p style="margin: 0.5em 0 0">{escape(line)}</p>' for line in words)
        beside = f'<div style="flex: 1 1 14em"><strong>{head}</strong>{paragraphs}</div>'
        html = f'<div style="{CARD}">{picture}{beside}</div>'
        _display_bundle(bundle | {"text/html": html, "text/plain": text}, metadata)
    else:
        print(text)
    _print_caption(caption)
    _close(fig)


def show_text(markdown):
    """Show a text in Markdown; outside a notebook it is printed."""
    if in_notebook():
        _display_bundle({"text/markdown": markdown, "text/plain": markdown})
    else:
        print(markdown)


def claims_hold():
    """The last line of a cell of asserts: print how many stand in it, since by now all hold."""
    source = "".join(linecache.getlines(sys._getframe(1).f_code.co_filename))  # of its cell
    n = sum(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source)))
    print(f"All {n} claims of this lesson hold.")


def show_widget(widget, still, alt, caption, invitation):
    """Show a live widget; where nothing can run, readers see the still picture in its place.

    widget      see live_bundle()
    still       a figure (it is closed) or PNG bytes
    alt         what the still shows;  caption  one line, printed below
    invitation  what can be done with the widget, "To move the line yourself"; shown with the still
    Outside a notebook only the caption is printed.
    """
    _check_texts(alt, caption)
    is_png = isinstance(still, bytes)
    if in_notebook():
        bundle, metadata = _picture(still if is_png else png_of(still), alt)
        html = bundle["text/html"]
        _display_bundle(bundle | live_bundle(widget, html, invitation), metadata)
    _print_caption(caption)
    if not is_png:
        _close(still)


def live_bundle(widget, still, invitation=""):
    """The part of an output that shows HTML, the still, until a browser draws widget in its place.

    widget      its JavaScript ends in `export default live(render)`, its trait key is set here
    invitation  the beginning of the sentence that says how to bring the still to life

    JupyterLab draws a stored widget view even where no kernel knows the widget: as an error. So it
    is given none, and live.js finds the place by its key. Other front ends ask for the view.
    """
    widget.key = widget.model_id  # random; tools/build.py takes it out, nbval does not compare it
    if invitation:
        still += f"<p><small>{escape(invitation, quote=False)}: {REVIVE}</small></p>"
    place = f'<mlp-live key="{widget.key}">{still}</mlp-live>'
    from_jupyter_server = "JPY_SESSION_NAME" in os.environ
    return {"text/html": place} | ({} if from_jupyter_server else _view(widget))


def live_source(*paths):
    """The JavaScript of a live widget: live.js and, after it, the files at these paths."""
    parts = Path(__file__).with_name("live.js"), *paths
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def progress_bar(iterable, total, description, *, unit="epochs"):
    """Pass the items of iterable on, and show how far it is: a bar here, one line in the file.

    The line is "description: total unit", also where the loop is left early, which is no failure;
    after an exception it says how far it came. In a terminal the bar goes to stderr.
    """
    line = f"{description}: {total} {unit}"
    bar, finish = _bar(total, description, unit, line)
    try:
        for item in iterable:
            yield item
            bar.update()
    except GeneratorExit:  # the loop was left by break, perhaps by early stopping
        bar.update()
        raise
    except BaseException:
        line = f"{description}: stopped after {bar.n} of {total} {unit}"
        raise
    finally:
        bar.close()
        finish(line)


def _bar(total, description, unit, line):
    """A tqdm bar, and what puts the line in its place: a stored bar would be an error tomorrow."""
    if not in_notebook():
        from tqdm import tqdm

        return tqdm(total=total, desc=description, unit=f" {unit}"), lambda line: None
    from tqdm.notebook import tqdm

    bar = tqdm(total=total, desc=description, unit=f" {unit}", display=False)
    handle = _display_bundle({**_view(bar.container), "text/plain": line}, display_id=True)
    return bar, lambda line: handle.update({"text/plain": line}, raw=True)


def _view(widget):
    """The part of an output from which a front end draws the live widget."""
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}


def _display_bundle(bundle, metadata=None, **how):
    from IPython.display import display

    return display(bundle, raw=True, metadata=metadata or {}, **how)


def _picture(png, alt):
    """(bundle, metadata) of a picture; JupyterLab reads the alt text in the HTML alone."""
    data = base64.b64encode(png).decode()
    html = f'<img alt="{escape(alt)}" src="data:image/png;base64,{data}">'
    bundle = {"text/html": html, "image/png": data, "text/plain": alt}
    return bundle, {"image/png": {"alt": alt}}


def png_of(fig):
    """The figure as PNG bytes, the same bytes on every run: no date, no version in them.

    256 colours chosen for the figure are at most 12 of 255 off, and make it a third as large; the
    picture stands in the notebook twice.
    """
    from PIL import Image

    drawn, small = io.BytesIO(), io.BytesIO()
    fig.savefig(drawn, format="png", dpi=DPI, bbox_inches="tight")
    picture = Image.open(drawn).convert("RGB")
    few = picture.quantize(method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(small, "PNG", optimize=True)
    return small.getvalue()


def _print_caption(caption):
    print(textwrap.fill(caption, PAGE, break_long_words=False, break_on_hyphens=False))


def _close(fig):
    from matplotlib import pyplot as plt

    plt.close(fig)  # or the notebook would show it a second time


def in_notebook():
    """Whether a notebook's kernel runs this code: then outputs can be rich."""
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    return hasattr(get_ipython(), "kernel")


def _check_texts(alt, caption):
    for name, text in {"alt": alt, "caption": caption}.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{name} must be a text that is not empty; got {text!r}")
    if "\n" in caption:
        raise ValueError(f"the caption must be one line; got {caption!r}")
