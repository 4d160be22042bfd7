"""How a notebook shows things: a picture with its caption, a progress bar, a live widget.

Whatever is stored in the notebook is the same on every run, reads well where nothing can run, and
carries a text for those who cannot see it. Nothing here knows about networks.
"""

import io
import textwrap

DPI = 110  # a figure 7.2 inches wide becomes about 790 pixels
PAGE = 100  # characters of print in a line of JupyterLab, at 1300 pixels; it breaks words
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def show_figure(fig, alt, caption):
    """Show fig as a PNG whose metadata holds the alt text, print the caption, close the figure.

    alt      what is to be seen, for those who cannot see it
    caption  one line: the message, with its key numbers rounded so that they never change
    Outside a notebook only the caption is printed.
    """
    _check_texts(alt, caption)
    if in_notebook():
        _display_bundle({"image/png": _png(fig), "text/plain": alt}, alt)
    _print_caption(caption)
    _close(fig)


def show_widget(widget, still, alt, caption):
    """Show a live widget; where nothing can run, readers see the still picture in its place.

    still    a figure (it is closed) or PNG bytes
    alt      what the still shows;  caption  one line, printed below
    Outside a notebook only the caption is printed.
    """
    _check_texts(alt, caption)
    is_png = isinstance(still, bytes)
    if in_notebook():
        png = still if is_png else _png(still)
        _display_bundle({**_view(widget), "image/png": png, "text/plain": alt}, alt)
    _print_caption(caption)
    if not is_png:
        _close(still)


def progress_bar(iterable, total, description, *, unit="epochs"):
    """Pass the items of iterable on, and show how far it is: a bar here, one line in the file.

    The stored line is "description: total unit". Leaving the loop early is no failure; an
    exception turns the bar red. In a terminal the bar goes to stderr.
    """
    bar = _bar(total, description, unit)
    try:
        for item in iterable:
            yield item
            bar.update()
    except GeneratorExit:  # the loop was left by break, perhaps by early stopping
        bar.update()
        bar.total = None  # what was done is all there is to do
        raise
    finally:
        bar.close()


def _bar(total, description, unit):
    if not in_notebook():
        from tqdm import tqdm

        return tqdm(total=total, desc=description, unit=f" {unit}")
    from tqdm.notebook import tqdm

    bar = tqdm(total=total, desc=description, unit=f" {unit}", display=False)
    line = f"{description}: {total} {unit}"
    _display_bundle({**_view(bar.container), "text/plain": line})
    return bar


def _view(widget):
    """The part of an output from which a front end draws the live widget."""
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}}


def _display_bundle(bundle, alt=None):
    from IPython.display import display

    display(bundle, raw=True, metadata={"image/png": {"alt": alt}} if alt else {})


def _png(fig):
    """The figure as PNG bytes, the same bytes on every run: no date, no version in them."""
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", dpi=DPI, bbox_inches="tight", metadata={"Software": None})
    return buffer.getvalue()


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
