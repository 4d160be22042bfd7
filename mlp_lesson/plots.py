"""One figure idea a function, in one style. Functions take arrays (or a predict function).

plot_*(..., ax=None) draws into ax, or into the current axes, and returns it. The grids of pictures
make their own figure and return that. Hand the figure to display.show_figure.
"""

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot as plt
from matplotlib.colors import ListedColormap, to_rgb

# Petroff 2021, arXiv:2107.02270: six colours that stay apart under colour blindness
PALETTE = ["#5790fc", "#f89c20", "#e42536", "#964a8b", "#9c9ca1", "#7a21dd"]
MARKERS = "os^Dv*"  # and a marker each, for grey print
DIVERGING = "RdBu_r"  # blue is negative, white is zero, red is positive


def use_course_style():
    """Set matplotlib's defaults: large type, white ground, no box, the palette above."""
    mpl.rcParams.update({
        "figure.figsize": (7.2, 4.2),
        "figure.facecolor": "white",
        "figure.constrained_layout.use": True,
        "font.size": 12,
        "axes.titlesize": 13,
        "axes.titlelocation": "left",
        "axes.titlepad": 10,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.prop_cycle": mpl.cycler(color=PALETTE),
        "grid.color": "#e6e6e6",
        "lines.linewidth": 2,
        "legend.frameon": False,
        "image.cmap": "gray_r",
        "image.interpolation": "nearest",
    })  # fmt: skip


use_course_style()


def plot_decision_regions(predict, X, y, *, ax=None, resolution=200):
    """Shade the plane by predicted class, with the points on top.

    predict: (n, 2) -> (n,) classes;  X (n, 2), y (n,);  resolution: grid points along each side.
    """
    ax = plt.gca() if ax is None else ax
    X, y = np.asarray(X), np.asarray(y)
    margin = 0.08 * np.ptp(X, axis=0) + 1e-9
    (left, bottom), (right, top) = X.min(axis=0) - margin, X.max(axis=0) + margin
    grid = np.meshgrid(np.linspace(left, right, resolution), np.linspace(bottom, top, resolution))
    regions = np.asarray(predict(np.column_stack([g.ravel() for g in grid])))
    classes = np.unique(np.concatenate([y, regions]))
    colours = [PALETTE[k % len(PALETTE)] for k in range(len(classes))]
    ax.imshow(
        np.searchsorted(classes, regions).reshape(resolution, resolution),
        extent=(left, right, bottom, top), origin="lower", aspect="auto",
        cmap=ListedColormap([_tint(c) for c in colours]), vmin=-0.5, vmax=len(classes) - 0.5,
    )  # fmt: skip
    size = max(32, 400 / len(X))  # four points may be large
    for k, (value, colour) in enumerate(zip(classes, colours, strict=True)):
        ax.scatter(
            *X[y == value].T, s=size, color=colour, marker=MARKERS[k % len(MARKERS)],
            edgecolor="white", linewidth=0.7, label=f"class {value}",
        )  # fmt: skip
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return ax


def plot_curves(curves, *, x=None, xlabel="epoch", ylabel="loss", ax=None):
    """One line for each entry of curves, {name: values}, against x (by default 1, 2, 3 ...)."""
    ax = plt.gca() if ax is None else ax
    for name, values in curves.items():
        ax.plot(np.arange(1, len(values) + 1) if x is None else x, values, label=name)
    if x is None:
        ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.grid(axis="y")
    ax.legend()
    return ax


def plot_walk(curvatures, places, *, ax=None, title=None):
    """A walk (n, 2) over the height lines of ½ (λ₁w₁² + λ₂w₂²); the start black, a cross at 0."""
    ax = plt.gca() if ax is None else ax
    grid = np.meshgrid(np.linspace(-9, 9, 200), np.linspace(-4, 4, 200))
    height = sum(c * g**2 / 2 for c, g in zip(curvatures, grid, strict=True))
    levels = height.max() * np.linspace(0.1, 1, 8) ** 2
    ax.contour(*grid, height, levels=levels, colors="#cccccc", linewidths=1)
    ax.plot(*np.asarray(places).T, ".-", color=PALETTE[0], lw=1.2, ms=5)
    ax.plot(*places[0], "o", color="black", ms=5)
    ax.plot(0, 0, "x", color="black")
    ax.set(xlim=(-9, 9), ylim=(-4, 4), aspect="equal", title=title)
    return ax


def plot_images(images, titles=None, *, n_columns=8, title=None):
    """A grid of grey pictures, ink dark on white; images (n, height, width) in [0, 1]. -> fig."""
    fig, axes = _picture_grid(np.shape(images), n_columns, titles is not None)
    for i, (ax, image) in enumerate(zip(axes, images, strict=True)):
        ax.imshow(image, cmap="gray_r", vmin=0, vmax=1)
        if titles is not None:
            ax.set_title(titles[i], fontsize=11, loc="center", pad=4)
    fig.suptitle(title, x=0.01, ha="left", fontsize=13)
    return fig


def plot_weights(weights, titles=None, *, n_columns=4, title=None, limit=None, label="weight"):
    """A grid of signed pictures, red positive, blue negative, white zero, all on one scale. -> fig.

    weights (n, height, width), or what else has a sign; label says what beside the scale.
    limit: the colours span -limit..limit (default the largest |w|).
    """
    weights = np.asarray(weights)
    limit = np.abs(weights).max() if limit is None else limit
    fig, axes = _picture_grid(weights.shape, n_columns, titles is not None, bar_width=1.0)
    for i, (ax, picture) in enumerate(zip(axes, weights, strict=True)):
        drawn = ax.imshow(picture, cmap=DIVERGING, vmin=-limit, vmax=limit)
        if titles is not None:
            ax.set_title(titles[i], fontsize=11, loc="center", pad=4)
    extend = "both" if np.abs(weights).max() > limit else "neither"
    fig.colorbar(drawn, ax=list(axes), label=label, shrink=0.8, extend=extend)
    fig.suptitle(title, x=0.01, ha="left", fontsize=13)
    return fig


def plot_confusion_matrix(counts, labels=None, *, ax=None):
    """Rows are the truth, columns the prediction; mistakes are shaded, the diagonal is grey."""
    ax = plt.gca() if ax is None else ax
    counts = np.asarray(counts)
    n = len(counts)
    labels = range(n) if labels is None else labels
    mistakes = np.where(np.eye(n, dtype=bool), 0, counts)
    most = max(1, mistakes.max())
    ax.imshow(mistakes, cmap="Oranges", vmin=0, vmax=1.6 * most)  # 1.6: black type stays readable
    for (row, column), count in np.ndenumerate(counts):
        if row == column:
            ax.add_patch(plt.Rectangle((column - 0.5, row - 0.5), 1, 1, color="#e8e8e8"))
        ax.text(
            column, row, f"{count}", ha="center", va="center", fontsize=10 if n > 3 else 13,
            color="black" if count else "#b0b0b0", weight="bold" if row == column else "normal",
        )  # fmt: skip
    ax.set_xticks(range(n), labels)
    ax.set_yticks(range(n), labels)
    ax.set(xlabel="predicted", ylabel="truth")
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    return ax


def plot_activation(f, f_prime, *, ax=None, limit=4.0):
    """f (solid) and f' (dashed) on -limit..limit; a square at f'(0), a red cross if there is none.

    The pen is lifted at 0 where a curve jumps or has no value there.
    """
    ax = plt.gca() if ax is None else ax
    z = np.linspace(-limit, limit, 801)
    jumps = [abs(np.diff(g(np.array([-1e-9, 1e-9]))).item()) > 1e-6 for g in (f, f_prime)]
    f_z = np.where(jumps[0] & (z == 0), np.nan, f(z))
    slopes = np.where(any(jumps) & (z == 0), np.nan, f_prime(z))
    ax.plot(z, f_z, "-", color=PALETTE[0], label="$f$")
    ax.plot(z, slopes, "--", color=PALETTE[1], label="$f'$")
    marker, colour = ("X", PALETTE[2]) if any(jumps) else ("s", PALETTE[1])
    ax.plot(0, f_prime(np.zeros(1)).item(), marker, ms=7, color=colour)
    ax.set_xlabel("$z$")
    ax.grid()
    return ax


def _tint(colour, strength=0.28):
    """The colour mixed with white."""
    return 1 - strength * (1 - np.array(to_rgb(colour)))


def _picture_grid(shape, n_columns, with_titles, bar_width=0.0):
    """A figure with one bare axes for each of shape = (n, height, width) pictures, row by row."""
    n, height, width = shape
    if n == 0:
        raise ValueError("there are no pictures to show")
    n_columns = min(n, n_columns)
    n_rows = -(-n // n_columns)
    side = (7.2 - bar_width) / max(n_columns, 4)  # inches
    inches = n_rows * (side * height / width + 0.3 * with_titles) + 0.3
    fig, axes = plt.subplots(n_rows, n_columns, figsize=(7.2, inches), squeeze=False)
    axes = axes.ravel()
    for ax in axes:
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(color="#d0d0d0", visible=True)
    for ax in axes[n:]:
        ax.remove()
    return fig, axes[:n]


def plot_graph(nodes, edges, *, ax=None):
    """A computation as circles and arrows, left to right.

    nodes  {name: (x, y, words under the circle)};  edges  [(from, to, words beside the arrow)]
    """
    ax = plt.gca() if ax is None else ax
    for name, (x, y, words) in nodes.items():
        ax.annotate(
            name, (x, y), ha="center", va="center", zorder=3,
            bbox={"boxstyle": "circle,pad=0.35", "fc": "white", "ec": "black", "lw": 1.5},
        )  # fmt: skip
        ax.annotate(words, (x, y), (0, -24), textcoords="offset points", ha="center", va="top")
    for tail, head, words in edges:
        (x0, y0, _), (x1, y1, _) = nodes[tail], nodes[head]
        arrow = {"arrowstyle": "-|>", "color": PALETTE[4], "lw": 1.8, "shrinkA": 19, "shrinkB": 19}
        ax.annotate("", (x1, y1), (x0, y0), arrowprops=arrow)
        ax.annotate(
            words, (0.45 * x0 + 0.55 * x1, 0.45 * y0 + 0.55 * y1), (0, 5), color=PALETTE[5],
            textcoords="offset points", ha="center", va="bottom", fontsize=11,
        )  # fmt: skip
    xs, ys, _ = zip(*nodes.values(), strict=True)
    ax.set(xlim=(min(xs) - 0.4, max(xs) + 0.4), ylim=(min(ys) - 0.5, max(ys) + 0.35))
    ax.set_axis_off()
    return ax
