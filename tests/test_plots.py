"""The data in each figure: limits, labels, pictures and numbers. How it looks is seen by eye."""

import matplotlib
import numpy as np
import pytest

matplotlib.use("agg")
from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.colors import to_hex  # noqa: E402

from mlp_lesson import plots  # noqa: E402


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def labels(ax):
    return ax.get_xlabel(), ax.get_ylabel()


def is_right_of_one(points):
    return (points[:, 0] > 1).astype(int)


def test_regions_are_shaded_where_predict_says():
    X, y = np.array([[0.0, 0.0], [2.0, 4.0]]), np.array([0, 1])
    ax = plots.plot_decision_regions(is_right_of_one, X, y, resolution=50)
    (image,) = ax.images
    classes, (left, right, bottom, top) = image.get_array(), image.get_extent()
    assert classes.shape == (50, 50)
    assert np.array_equal(classes, np.tile(np.linspace(left, right, 50) > 1, (50, 1)))
    assert left < 0 and right > 2 and bottom < 0 and top > 4
    assert labels(ax) == ("$x_1$", "$x_2$")


def test_regions_are_not_upside_down():
    X = np.array([[0.0, 0.0], [1.0, 1.0]])
    ax = plots.plot_decision_regions(lambda P: (P[:, 1] > 0.5) * 1, X, np.array([0, 1]))
    assert ax.images[0].origin == "lower"
    assert ax.images[0].get_array()[0].max() == 0 and ax.images[0].get_array()[-1].min() == 1


def test_every_class_has_its_points_its_colour_its_marker_and_a_legend_entry():
    X, y = np.random.default_rng(0).normal(size=(30, 2)), np.repeat([2, 5, 7], 10)
    ax = plots.plot_decision_regions(lambda P: np.full(len(P), 5), X, y, resolution=5)
    for value, points in zip([2, 5, 7], ax.collections, strict=True):
        assert np.array_equal(points.get_offsets(), X[y == value])
    assert len({to_hex(points.get_facecolor()[0]) for points in ax.collections}) == 3
    assert len({points.get_paths()[0].vertices.tobytes() for points in ax.collections}) == 3
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["class 2", "class 5", "class 7"]


def test_a_walk_starts_at_the_black_dot_on_lines_of_equal_height():
    places = np.array([[-8.0, 2.0], [-4.0, -1.0], [0.5, 0.25]])
    ax = plots.plot_walk(np.array([1.0, 50.0]), places, title="down")
    way, dot, bottom = ax.lines
    assert np.array_equal(way.get_xydata(), places) and dot.get_color() == "black"
    assert dot.get_xydata().tolist() == [[-8, 2]] and bottom.get_xydata().tolist() == [[0, 0]]
    (contours,) = ax.collections
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        w1, w2 = path.vertices.T
        np.testing.assert_allclose((w1**2 + 50 * w2**2) / 2, level, rtol=0.05)
    assert ax.get_title(loc="left") == "down"


def test_curves_start_at_epoch_1_and_are_named():
    ax = plots.plot_curves({"train": [3, 2, 1], "validation": [4, 3]}, ylabel="error")
    train, validation = ax.lines
    assert train.get_xydata().tolist() == [[1, 3], [2, 2], [3, 1]]
    assert validation.get_xydata().tolist() == [[1, 4], [2, 3]]
    assert labels(ax) == ("epoch", "error")
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["train", "validation"]


def test_curves_can_be_drawn_against_something_else():
    ax = plots.plot_curves({"a": [1, 2]}, x=[0.1, 1], xlabel="learning rate")
    assert ax.lines[0].get_xdata().tolist() == [0.1, 1]
    assert labels(ax) == ("learning rate", "loss")


def test_the_pictures_of_a_grid_are_the_images_in_order_on_one_scale():
    images = np.random.default_rng(0).random((5, 4, 3))
    fig = plots.plot_images(images, list("abcde"), n_columns=3, title="Five")
    assert len(fig.axes) == 5
    for ax, image, title in zip(fig.axes, images, "abcde", strict=True):
        assert np.array_equal(ax.images[0].get_array(), image)
        assert ax.images[0].get_clim() == (0, 1)
        assert ax.get_title(loc="center") == title
    assert fig.get_suptitle() == "Five"


def test_weights_are_on_one_scale_symmetric_about_zero():
    weights = np.array([[[0.5, -3.0]], [[1.0, 0.0]]])
    fig = plots.plot_weights(weights, ["one", "two"])
    *pictures, bar = fig.axes
    for ax, picture in zip(pictures, weights, strict=True):
        assert np.array_equal(ax.images[0].get_array(), picture)
        assert ax.images[0].get_clim() == (-3, 3)
    assert bar.get_ylabel() == "weight"
    red, green, blue, _ = pictures[0].images[0].to_rgba(np.array([3.0, 0.0, -3.0])).T
    assert red[0] > blue[0] and blue[2] > red[2]  # positive is red, negative blue
    assert min(red[1], green[1], blue[1]) > 0.95  # zero is white


def test_a_limit_below_the_largest_weight_is_shown_by_arrows_on_the_bar():
    fig = plots.plot_weights(np.array([[[0.5, -3.0]]]), limit=1)
    assert fig.axes[0].images[0].get_clim() == (-1, 1)
    assert fig.axes[0].images[0].colorbar.extend == "both"


def test_the_scale_of_other_signed_pictures_says_what_they_show():
    fig = plots.plot_weights(np.array([[[0.5, -3.0]]]), label="relevance")
    assert fig.axes[-1].get_ylabel() == "relevance"


def test_a_confusion_matrix_shows_every_count_with_the_truth_in_rows():
    counts = np.array([[90, 3, 0], [1, 80, 7], [0, 2, 70]])
    ax = plots.plot_confusion_matrix(counts, labels=["cat", "dog", "eel"])
    shown = {text.get_position(): text.get_text() for text in ax.texts}
    assert shown == {(c, r): str(counts[r, c]) for r in range(3) for c in range(3)}
    assert labels(ax) == ("predicted", "truth")
    for axis in (ax.xaxis, ax.yaxis):
        assert [t.get_text() for t in axis.get_ticklabels()] == ["cat", "dog", "eel"]


def test_in_a_confusion_matrix_only_mistakes_are_shaded():
    ax = plots.plot_confusion_matrix(np.array([[90, 3], [1, 80]]))
    assert ax.images[0].get_array().tolist() == [[0, 3], [1, 0]]


def test_the_type_on_the_darkest_cell_is_readable():
    ax = plots.plot_confusion_matrix(np.array([[90, 30], [1, 80]]))
    rgb = np.array(ax.images[0].to_rgba(30)[:3])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    assert (luminance + 0.05) / 0.05 >= 4.5  # WCAG 2, contrast of normal type with black


def test_a_given_axes_is_used_and_returned():
    _, (first, second) = plt.subplots(1, 2)
    plt.sca(first)
    X = np.array([[0.0, 0.0], [2.0, 4.0]])
    assert plots.plot_decision_regions(is_right_of_one, X, [0, 1], ax=second) is second
    assert plots.plot_curves({"a": [1]}, ax=second) is second
    assert plots.plot_confusion_matrix(np.eye(2, dtype=int), ax=second) is second
    assert not first.lines and not first.images


def test_a_grid_of_no_pictures_is_refused():
    with pytest.raises(ValueError, match="no pictures"):
        plots.plot_images(np.zeros((0, 28, 28)))


def test_the_style_is_set_by_the_import():
    assert matplotlib.rcParams["axes.prop_cycle"].by_key()["color"] == plots.PALETTE
    assert not matplotlib.rcParams["axes.spines.top"]


def test_the_palette_is_petroffs():
    if "petroff6" not in plt.style.library:
        pytest.skip("this matplotlib has no petroff6 style")
    petroff6 = plt.style.library["petroff6"]["axes.prop_cycle"].by_key()["color"]
    assert [to_hex(c) for c in petroff6] == plots.PALETTE


def test_a_graph_has_a_circle_for_each_node_and_an_arrow_with_its_words_for_each_edge():
    ax = plots.plot_graph({"w": (0, 0, "1.0"), "L": (2, 1, "0.27")}, [("w", "L", "slope 2")])
    words = [text.get_text() for text in ax.texts]
    assert words == ["w", "1.0", "L", "0.27", "", "slope 2"]
    assert ax.texts[4].xy == (2, 1) and ax.texts[4].get_position() == (0, 0)  # head and tail
