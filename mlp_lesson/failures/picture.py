"""The picture of a Run, eight panels, always the same; and the same in words."""

import numpy as np
from matplotlib import colormaps, rc_context
from matplotlib.figure import Figure

from ..plots import DIVERGING, PALETTE
from .measures import LN_10, measures
from .recipe import Run

LAYER_COLOURS = PALETTE[0], PALETTE[1], PALETTE[3]
ARRAYS = "W1", "b1", "W2", "b2", "W3", "b3"
SMALL = 8  # points


def picture(run: Run):
    """A figure of eight panels; no panel names what went wrong."""
    with rc_context({"figure.constrained_layout.use": False}):
        fig = Figure(figsize=(6.6, 2.55))  # not pyplot's: a notebook would show it
    axes = fig.subplots(2, 4)
    fig.subplots_adjust(0.05, 0.07, 0.99, 0.92, wspace=0.28, hspace=0.4)
    panels = [_loss, _accuracy, _gradient, _steps, _promises, _hidden, _weights, _confusion]
    for ax, panel in zip(axes.flat, panels, strict=True):
        ax.set_title(panel(ax, run), fontsize=SMALL, pad=3)
        ax.tick_params(labelsize=6, length=2, pad=1)
        ax.minorticks_off()
    return fig


def facts(run: Run) -> str:
    """What whoever starts a training knows of it."""
    low, high = run.inputs
    hidden = " and ".join(str(A.shape[1]) for A in run.hidden[0])
    return (
        f"{run.rows} rows, batches of {run.batch}, inputs {low:.3g} to {high:.3g}; hidden units "
        f"{hidden}, {run.activation}; first loss {run.first_loss:.3g} (ln 10 = {LN_10:.2f})"
    )


def _loss(ax, run):
    epochs = np.arange(1, len(run.loss) + 1)
    per_epoch = len(run.batch_loss) / len(run.loss)
    batches = 0.5 + np.arange(len(run.batch_loss)) / per_epoch
    every = max(1, len(batches) // 400)
    last = batches[np.isfinite(run.batch_loss)][-1]  # what is no number takes no room
    ax.plot(batches[::every], np.clip(run.batch_loss[::every], 1e-2, 30), lw=0.6, color="#b8b8b8")
    ax.axhline(LN_10, ls=":", lw=1, color="black")
    for curve, colour in zip(np.clip(run.loss.T, 1e-2, 30), PALETTE, strict=False):
        ax.plot(epochs, curve, lw=1.4, color=colour)
    ax.set(xlim=(0, last + 0.5), yscale="log", ylim=(1e-2, 45), yticks=[0.01, 0.1, 1, 10])
    return "loss"


def _accuracy(ax, run):
    epochs = np.arange(1, len(run.accuracy) + 1)
    for curve, colour in zip(run.accuracy.T, PALETTE, strict=False):
        ax.plot(epochs, curve, lw=1.4, color=colour)
    test = np.trace(run.confusion) / run.confusion.sum()
    ax.plot(epochs[-1], test, "D", ms=5, color=PALETTE[2], clip_on=False)
    ax.set(xlim=(0, len(epochs) + 1), ylim=(0, 1), yticks=[0, 0.5, 1])
    return "accuracy"


def _lines(ax, curves, low, high, **style):
    epochs = np.arange(1, len(curves) + 1)
    for curve, colour in zip(curves.T, LAYER_COLOURS, strict=True):
        ax.plot(epochs, np.clip(curve, low, high), color=colour, lw=1.4, **style)
    ax.set(xlim=(0, len(curves) + 1), yscale="log", yticks=[1e-6, 1e-3, 1])
    ax.set_ylim(low / 1.5, high * 1.5)


def _gradient(ax, run):
    _lines(ax, run.gradient, 1e-6, 1e3)
    return "gradient length"


def _steps(ax, run):
    _lines(ax, run.step[:, ::2], 1e-6, 10)
    _lines(ax, run.step[:, 1::2], 1e-6, 10, ls=":")
    return "step / weight"


def _promises(ax, run):
    places = np.arange(len(ARRAYS))
    there = np.isfinite(run.kept)
    colours = np.repeat(LAYER_COLOURS, 2)
    ax.bar(places[there], np.clip(run.kept[there], -1.5, 2), color=colours[there])
    ax.plot(places[~there], np.zeros((~there).sum()), "x", ms=5, color="black")
    ax.axhline(1, ls=":", lw=1, color="black")
    ax.axhline(0, lw=0.6, color="black")
    ax.set(ylim=(-1.5, 2), yticks=[-1, 0, 1], xticks=places, xticklabels=ARRAYS)
    return "gradient check"


def _hidden(ax, run):
    rows = [_beside([_scaled(A[:20, :16]) for A in outputs]) for outputs in run.hidden]
    _image(ax, _above(rows), 1)
    return "hidden outputs"


def _weights(ax, run):
    before, after = (W.T[:12] for W in run.weights)
    finite = np.abs(after[np.isfinite(after)])
    limit = max(np.abs(before).max(), finite.max() if finite.size else 0) or 1
    _image(ax, _above([before, after]), limit)
    return "first weights"


def _confusion(ax, run):
    grey, most = colormaps["gray_r"].resampled(6), run.confusion.sum(axis=1).max()
    ax.imshow(run.confusion, cmap=grey, vmin=0, vmax=most, aspect="auto")
    ax.set(xticks=[0, 9], yticks=[0, 9])
    return "test: truth, answer"


def _image(ax, values, limit):
    colours = colormaps[DIVERGING].resampled(5).with_extremes(bad="#b0b0b0")
    ax.imshow(values, cmap=colours, vmin=-limit, vmax=limit, aspect="auto")
    ax.set(xticks=[], yticks=[])


def _scaled(A):
    """Each layer's outputs on their own scale; what is no number stays none."""
    finite = np.abs(A[np.isfinite(A)])
    return A / ((finite.max() if finite.size else 0) or 1)


def _beside(arrays):
    gap = np.zeros((len(arrays[0]), 2))
    return np.hstack([arrays[0], gap, *arrays[1:]])


def _above(arrays):
    gap = np.zeros((4, arrays[0].shape[1]))
    return np.vstack([arrays[0], gap, *arrays[1:]])


def in_words(run: Run) -> str:
    """The picture for those who do not see it: its numbers, no name."""
    m, loss, right = measures(run), run.loss, run.accuracy
    first, last = (10 ** m[f"weights, {when}"] for when in ("before", "after"))
    lines = [
        f"{facts(run)}.",
        f"{len(loss)} epochs. Training loss {loss[0, 0]:.2g}, {loss[len(loss) // 2, 0]:.2g}, "
        f"{loss[-1, 0]:.2g} (first, middle, last); validation loss {loss[0, 1]:.2g}, lowest "
        f"{np.nanmin([*loss[:, 1], np.inf]):.2g}, last {loss[-1, 1]:.2g}.",
        f"Accuracy: training {right[-1, 0]:.2f}, validation {right[-1, 1]:.2f}, test "
        f"{m['test accuracy']:.2f}; the most frequent answer is given to "
        f"{m['most frequent answer']:.0%} of the test.",
        f"Gradient of layers 1, 2, 3: first {_listed(run.gradient[0])}; last "
        f"{_listed(run.gradient[-1])}.",
        f"Step by weight of {', '.join(ARRAYS)}: first {_listed(run.step[0])}; last "
        f"{_listed(run.step[-1])}.",
        f"Gradient check of the same: {_listed(run.kept.round(2), '.2g')}.",
        f"Silent hidden units: {m['silent units 1, before']:.0%} and "
        f"{m['silent units 2, before']:.0%} before, {m['silent units 1, after']:.0%} and "
        f"{m['silent units 2, after']:.0%} after.",
        f"Alike hidden units: {m['alike units 1, before']:.0%} before. Root mean square of the "
        f"first weights: {first:.1g} before, {last:.1g} after.",
    ]  # fmt: skip
    return " ".join(lines)


def _listed(numbers, form=".1g"):
    return ", ".join(f"{x:{form}}" if np.isfinite(x) else "none" for x in numbers)
