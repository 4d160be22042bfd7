"""The image files are the published ones or refused; the small sets are what their names say."""

import hashlib
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from sklearn.datasets import make_circles, make_moons

from mlp_lesson import data

FILES = [data.MNIST, data.FASHION_MNIST]


@pytest.fixture(autouse=True)
def bundled_files(monkeypatch):
    monkeypatch.delenv(data.DATA_VARIABLE, raising=False)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of mnist.npz in a folder of its own, to which the override points."""
    monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path))
    return shutil.copyfile(data.BUNDLED / "mnist.npz", tmp_path / "mnist.npz")


@pytest.fixture(scope="module")
def mnist():
    return data.load_mnist()


@pytest.fixture(scope="module")
def fashion():
    return data.load_fashion_mnist()


# ---- the two image sets; expected figures from bundled/README.md


def test_mnist_has_its_published_figures(mnist):
    X = mnist.X_train
    assert round(X.mean(dtype=np.float64), 6) == 0.130660
    assert round(X.std(dtype=np.float64), 6) == 0.308108
    assert np.rint(X * 255).sum(dtype=np.int64) == 1_567_298_545
    assert mnist.y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    test_counts = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.bincount(mnist.y_test).tolist() == test_counts


def test_fashion_mnist_has_its_published_figures(fashion):
    X = fashion.X_train
    assert round(X.mean(dtype=np.float64), 6) == 0.286041
    assert round(X.std(dtype=np.float64), 6) == 0.353024
    assert np.rint(X * 255).sum(dtype=np.int64) == 3_431_114_169
    assert fashion.y_train[:10].tolist() == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5]
    assert np.bincount(fashion.y_train).tolist() == [6000] * 10
    assert np.bincount(fashion.y_test).tolist() == [1000] * 10
    assert len(data.FASHION_CLASSES) == 10 and data.FASHION_CLASSES[6] == "Shirt"


@pytest.mark.parametrize("name", ["mnist", "fashion"])
def test_images_are_float32_from_0_to_1_and_labels_int64(name, request):
    images = request.getfixturevalue(name)
    assert [a.shape for a in images] == [(60000, 784), (60000,), (10000, 784), (10000,)]
    assert [a.dtype for a in images] == [np.float32, np.int64, np.float32, np.int64]
    assert all(X.min() == 0 and X.max() == 1 for X in (images.X_train, images.X_test))


def test_flat_images_are_the_square_ones_row_after_row(mnist):
    square = data.load_mnist(flat=False)
    assert square.X_train.shape == (60000, 28, 28) and square.X_test.shape == (10000, 28, 28)
    np.testing.assert_array_equal(square.X_test[7, 3, 5], mnist.X_test[7, 3 * 28 + 5])
    np.testing.assert_array_equal(square.X_train.reshape(60000, 784), mnist.X_train)
    assert data.load_fashion_mnist(flat=False).X_test.shape == (10000, 28, 28)


def test_pixels_are_the_files_bytes_over_255(mnist):
    with np.load(data.BUNDLED / "mnist.npz") as arrays:
        pixels = arrays["x_test"].reshape(10000, 784)
    np.testing.assert_array_equal(mnist.X_test, pixels.astype(np.float32) / np.float32(255))


def test_changing_what_was_loaded_does_not_change_the_next_load():
    first = data.load_mnist()
    for array in first:
        array[:] = 0
    second = data.load_mnist()
    assert second.X_train.any() and second.X_test.any()
    assert second.y_train[0] == 5 and second.y_test[0] == 7


def test_the_checksum_file_and_the_code_agree():
    lines = (data.BUNDLED / "SHA256SUMS").read_text().split("\n")
    assert sorted(filter(None, lines)) == sorted(f"{f.sha256}  {f.name}" for f in FILES)
    for file in FILES:
        content = (data.BUNDLED / file.name).read_bytes()
        assert len(content) == file.size
        assert hashlib.sha256(content).hexdigest() == file.sha256


# ---- files that are not what they should be


def refusal(load=data.load_mnist):
    """The message with which a load is refused, after the facts that every refusal must name."""
    with pytest.raises(data.DataFileError) as error:
        load()
    message = str(error.value)
    file = data.FASHION_MNIST if load is data.load_fashion_mnist else data.MNIST
    assert file.name in message and f"{file.size:,} bytes" in message and file.sha256 in message
    return message


def test_a_refusal_is_an_oserror():
    assert issubclass(data.DataFileError, OSError)


def test_a_missing_bundled_file_is_named_with_the_command_that_brings_it_back(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(data, "BUNDLED", tmp_path)
    message = refusal()
    assert f"{tmp_path / 'mnist.npz'} is missing" in message
    assert f'git -C "{tmp_path}" checkout -- mnist.npz' in message
    assert data.DATA_VARIABLE not in message


@pytest.mark.parametrize("length", [0, 1, 11_490_518])
def test_a_truncated_file_is_refused_with_both_sizes(copy, length):
    os.truncate(copy, length)
    message = refusal()
    assert f"{copy} has the wrong size, {length:,} bytes" in message
    assert data.DATA_VARIABLE in message


def test_a_file_with_bytes_to_spare_is_refused(copy):
    with copy.open("ab") as stream:
        stream.write(b"\0")
    assert "has the wrong size, 11,490,520 bytes" in refusal()


def test_one_flipped_bit_is_refused_with_both_checksums(copy):
    flip_a_bit(copy)
    found = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert f"{copy} has been altered: its sha256 is {found}" in refusal()


def test_a_file_altered_after_a_good_load_is_refused_and_a_mended_one_loads_again(copy):
    assert data.load_mnist().y_train[0] == 5
    flip_a_bit(copy)
    refusal()
    shutil.copyfile(data.BUNDLED / "mnist.npz", copy)
    assert data.load_mnist().y_train[0] == 5


def flip_a_bit(path, at=5_000_000):
    with path.open("r+b") as stream:
        stream.seek(at)
        byte = stream.read(1)[0]
        stream.seek(at)
        stream.write(bytes([byte ^ 1]))
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))


def test_the_checksum_is_taken_once_a_file(copy, monkeypatch):
    taken, sha256 = [], hashlib.sha256
    monkeypatch.setattr(hashlib, "sha256", lambda content: taken.append(1) or sha256(content))
    data.load_mnist()
    data.load_mnist(flat=False)
    assert len(taken) == 1


def test_the_other_set_under_the_right_name_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path))
    shutil.copyfile(data.BUNDLED / "mnist.npz", tmp_path / "fashion_mnist.npz")
    assert "has the wrong size" in refusal(data.load_fashion_mnist)


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path, monkeypatch):
    (tmp_path / "mnist.npz").mkdir()
    monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path))
    assert "mnist.npz cannot be read (" in refusal()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_file_without_permission_is_refused_with_the_reason(copy):
    copy.chmod(0)
    assert "cannot be read (Permission denied)" in refusal()


# ---- the override


def test_the_override_says_where_the_files_are_read(copy):
    assert data.load_mnist().y_test[:3].tolist() == [7, 2, 1]
    copy.unlink()
    refusal()  # so it was the copy that was read


def test_an_override_without_the_file_fails_and_never_falls_back(copy):
    message = refusal(data.load_fashion_mnist)
    assert f"{copy.parent / 'fashion_mnist.npz'} is missing" in message
    assert "Unset it to use the file that comes with the course" in message
    assert str(data.BUNDLED / "fashion_mnist.npz") in message


@pytest.mark.parametrize("name", ["nowhere", "a_file"])
def test_an_override_that_is_not_a_folder_fails(tmp_path, monkeypatch, name):
    (tmp_path / "a_file").write_text("")
    monkeypatch.setenv(data.DATA_VARIABLE, str(tmp_path / name))
    message = refusal()
    assert f"{tmp_path / name} is not a folder" in message and data.DATA_VARIABLE in message


def test_an_empty_override_is_none(monkeypatch):
    monkeypatch.setenv(data.DATA_VARIABLE, "")
    assert data.load_mnist().y_train[0] == 5


def test_checksums_reports_every_file_and_raises_nothing(copy, monkeypatch):
    report = data.checksums()
    assert list(report) == ["mnist.npz", "fashion_mnist.npz"]
    assert report["mnist.npz"] == "ok" and "is missing" in report["fashion_mnist.npz"]
    monkeypatch.delenv(data.DATA_VARIABLE)
    assert data.checksums() == {"mnist.npz": "ok", "fashion_mnist.npz": "ok"}


# ---- the walls of the module


def run_python(code, *arguments):
    result = subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_importing_data_loads_nothing_heavy_and_nothing_of_ours():
    code = (
        "import sys; from mlp_lesson import data\n"
        "heavy = {'sklearn', 'scipy', 'matplotlib', 'pandas'} & set(sys.modules)\n"
        "ours = {name for name in sys.modules if name.startswith('mlp_lesson.')}\n"
        "print(sorted(heavy), sorted(ours))"
    )
    assert run_python(code).strip() == "[] ['mlp_lesson.data']"


def test_loading_opens_nothing_for_writing_and_reaches_for_no_network():
    code = (
        "import os, sys\n"
        "from mlp_lesson import data\n"
        "def hook(event, args):\n"
        "    flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT\n"
        "    writing = event == 'open' and (args[2] or 0) & flags\n"
        "    changing = event.split('.')[0] in {'shutil', 'tempfile', 'socket'} or event in {\n"
        "        'os.mkdir', 'os.remove', 'os.rename', 'os.chmod', 'os.utime', 'os.truncate'}\n"
        "    if writing or changing:\n"
        "        raise SystemExit(f'{event} {args}')\n"
        "sys.addaudithook(hook)\n"
        "data.load_mnist(); data.load_fashion_mnist(); data.checksums(); print('read only')"
    )
    assert run_python(code).strip() == "read only"


def test_files_load_from_a_read_only_folder(copy):
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    try:
        assert data.load_mnist().y_train[0] == 5
        assert os.listdir(copy.parent) == ["mnist.npz"]
    finally:
        copy.parent.chmod(0o755)


# ---- small sets


@pytest.mark.parametrize(
    "name, y", [("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0]),
                ("xor", [0, 1, 1, 0])],
)  # fmt: skip
def test_a_logic_gate_is_its_truth_table(name, y):
    X, labels = data.logic_gate(name)
    assert X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]] and labels.tolist() == y


def test_an_unknown_gate_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="'nor'; choose one of and, or, nand, xor"):
        data.logic_gate("nor")


def test_moons_without_noise_lie_on_two_half_circles():
    X, y = data.moons(100, 0, np.random.default_rng(0))
    upper, lower = X[y == 0], X[y == 1]
    np.testing.assert_allclose(np.hypot(*upper.T), 1)
    np.testing.assert_allclose(np.hypot(*(lower - [1, 0.5]).T), 1)
    assert upper[:, 1].min() > -1e-12 and lower[:, 1].max() < 0.5 + 1e-12


def test_circles_without_noise_have_radius_1_and_one_half():
    X, y = data.circles(100, 0, np.random.default_rng(0))
    np.testing.assert_allclose(np.hypot(*X.T), np.where(y == 0, 1, 0.5))


def test_moons_and_circles_from_a_seeded_randomstate_are_scikit_learns():
    X, y = make_moons(1000, noise=0.2, random_state=42)
    ours = data.moons(1000, 0.2, np.random.RandomState(42))
    np.testing.assert_array_equal(ours[0], X)
    np.testing.assert_array_equal(ours[1], y)
    X, y = make_circles(90, noise=0.1, factor=0.5, random_state=7)
    np.testing.assert_array_equal(data.circles(90, 0.1, np.random.RandomState(7))[0], X)


def test_spirals_without_noise_turn_by_seven_eighths_of_a_turn_for_each_unit_of_radius():
    X, y = data.spirals(200, 0, np.random.default_rng(0))
    radius = np.hypot(*X.T)
    expected = np.pi * (1.75 * radius + y)
    direction = X / radius[:, None]
    np.testing.assert_allclose(direction[:, 0], np.cos(expected), atol=1e-12)
    np.testing.assert_allclose(direction[:, 1], np.sin(expected), atol=1e-12)
    assert 0.2 <= radius.min() < 0.3 and 1.9 < radius.max() <= 2


@pytest.mark.parametrize(
    "n_classes, centres",
    [
        (2, [(1, 0), (-1, 0)]),
        (4, [(2**0.5, 0), (0, 2**0.5), (-(2**0.5), 0), (0, -(2**0.5))]),
    ],
)
def test_blobs_without_noise_are_the_corners_of_a_polygon_with_sides_of_2(n_classes, centres):
    X, y = data.blobs(20, np.random.default_rng(0), n_classes, noise=0)
    np.testing.assert_allclose(X, np.array(centres)[y], atol=1e-12)


@pytest.mark.parametrize(
    "make",
    [
        lambda noise, rng: data.blobs(20_000, rng, noise=noise),
        lambda noise, rng: data.spirals(20_000, noise, rng),
    ],
)
def test_noise_is_a_standard_deviation(make):
    exact, _ = make(0, np.random.default_rng(0))
    noisy, _ = make(0.3, np.random.default_rng(0))
    assert abs((noisy - exact).std() - 0.3) < 0.005  # spread: 0.3/√80,000 = 0.001


@pytest.mark.parametrize(
    "x_range, y_range, label",
    [
        ((-1.9, -1.6), (-1.1, 1.1), 1),  # left leg of the M
        ((-0.4, -0.1), (-1.1, 1.1), 1),  # right leg of the M
        ((-1.1, -0.9), (-0.1, 0.1), 1),  # where its diagonals meet
        ((-1.4, -0.6), (-1.6, -0.6), 0),  # between its legs
        ((-1.15, -0.85), (0.6, 1.6), 0),  # in its notch
        ((0.05, 0.35), (-1.6, 1.6), 0),  # between the letters
        ((0.5, 0.8), (-1.1, 1.1), 1),  # stem of the L
        ((0.6, 1.8), (-1.15, -0.85), 1),  # foot of the L
        ((0.95, 2.3), (-0.7, 1.6), 0),  # above that foot
        ((-2.3, -2.05), (-1.6, 1.6), 0),  # left of everything
        ((2.05, 2.3), (-1.6, 1.6), 0),  # right of everything
    ],
)
def test_letters_label_the_ink_of_an_m_and_an_l(x_range, y_range, label):
    X, y = data.letters(20_000, np.random.default_rng(0))
    inside = (X >= [x_range[0], y_range[0]]).all(1) & (X <= [x_range[1], y_range[1]]).all(1)
    assert inside.sum() > 30
    assert (y[inside] == label).all()


def test_the_distance_to_the_letters_is_to_the_nearest_pen_line():
    points = np.array([[-1.75, 0.0], [0.0, 0.0], [2.05, -1.4], [0.65, 1.5]])
    np.testing.assert_allclose(data._distance_to_strokes(points), [0, 0.25, 0.5, 0.5])


def test_no_letter_point_lies_within_the_margin_of_an_outline():
    X, y = data.letters(5000, np.random.default_rng(1))
    distance = data._distance_to_strokes(X)
    assert distance[y == 1].max() < 0.23 - 0.05 and distance[y == 0].min() > 0.23 + 0.05


def test_a_small_network_learns_the_letters():
    from sklearn.neural_network import MLPClassifier

    X, y = data.letters(3000, np.random.default_rng(0))
    network = MLPClassifier(
        (16, 6), activation="tanh", learning_rate_init=0.01, max_iter=1000, random_state=0
    )
    assert network.fit(X, y).score(X, y) >= 0.99


def test_the_8x8_digits_are_scikit_learns_scaled_to_1():
    X, y = data.digits_8x8()
    assert X.shape == (1797, 64) and X.min() == 0 and X.max() == 1
    assert (X[0, :8] * 16).tolist() == [0, 0, 5, 13, 9, 1, 0, 0]
    assert y[:10].tolist() == list(range(10)) and len(y) == 1797


MAKERS = {
    "moons": lambda n, rng: data.moons(n, 0.1, rng),
    "circles": lambda n, rng: data.circles(n, 0.1, rng),
    "spirals": lambda n, rng: data.spirals(n, 0.1, rng),
    "blobs": lambda n, rng: data.blobs(n, rng),
    "letters": lambda n, rng: data.letters(n, rng),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("seeded", [np.random.default_rng, np.random.RandomState])
@pytest.mark.parametrize("n", [1, 2, 7, 100])
def test_points_have_the_promised_shape_and_follow_from_the_seed(make, seeded, n):
    X, y = make(n, seeded(3))
    assert X.shape == (n, 2) and X.dtype == np.float64
    assert y.shape == (n,) and y.dtype == np.int64
    again, _ = make(n, seeded(3))
    other, _ = make(n, seeded(4))
    np.testing.assert_array_equal(X, again)
    assert not np.array_equal(X, other)


@pytest.mark.parametrize("make", [MAKERS[name] for name in MAKERS if name != "letters"])
def test_classes_are_balanced_and_in_random_order(make):
    _, y = make(90, np.random.default_rng(0))
    counts = np.bincount(y)
    assert counts.max() == counts.min()
    assert 20 < np.count_nonzero(np.diff(y)) < 80


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("n", [0, -3, 2.5, "10", None])
def test_an_impossible_number_of_points_is_refused(make, n):
    with pytest.raises(ValueError, match="n is the number of points"):
        make(n, np.random.default_rng(0))


@pytest.mark.parametrize("make", [data.moons, data.circles, data.spirals])
@pytest.mark.parametrize("noise", [-0.1, np.nan, np.inf])
def test_an_impossible_noise_is_refused(make, noise):
    with pytest.raises(ValueError, match="noise is a standard deviation"):
        make(10, noise, np.random.default_rng(0))


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("rng", [0, None, np.random])
def test_a_seed_in_place_of_a_generator_is_refused(make, rng):
    with pytest.raises(ValueError, match="rng must be a generator"):
        make(10, rng)


@pytest.mark.parametrize("n_classes", [1, 0, -2])
def test_fewer_than_two_blobs_are_refused(n_classes):
    with pytest.raises(ValueError, match="n_classes must be at least 2"):
        data.blobs(10, np.random.default_rng(0), n_classes)
