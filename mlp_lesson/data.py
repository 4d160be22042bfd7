"""The data of the course: two sets of images that come with it, and small sets made on the spot.

Every loader returns arrays of its own, yours to change. Points have shape (n, 2), labels are
integers from 0. Nothing here writes to the disk or reaches for the network.

The image files are read from the folder named by the environment variable MLP_LESSON_DATA if it
is set (and not empty), else from the package. A file that is not byte for byte the one the
course was written with is refused, and no other is taken in its place.
"""

import hashlib
import io
import os
from pathlib import Path
from typing import NamedTuple

import numpy as np

FASHION_CLASSES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip
DATA_VARIABLE = "MLP_LESSON_DATA"
BUNDLED = Path(__file__).resolve().parent / "bundled"


class ImageData(NamedTuple):
    """Images as float32 in [0, 1], (n, 784) or (n, 28, 28), and their classes as int64 (n,)."""

    X_train: np.ndarray
    y_train: np.ndarray
    X_test: np.ndarray
    y_test: np.ndarray


class DataFileError(OSError):
    """A data file is missing, cannot be read, or is not the file the course was written with."""


class DataFile(NamedTuple):
    """What a file must be to be trusted."""

    name: str
    size: int  # bytes
    sha256: str


MNIST = DataFile(
    "mnist.npz", 11_490_519, "06af5dfe73b70e3bc1c36439982b18a8d76803db9b544f6fdf838a37fbb01b64"
)
FASHION_MNIST = DataFile(
    "fashion_mnist.npz",
    30_869_925,
    "5b6d2c4c694a91887af8ab7d039c04f80af3c29378d731c93a538d2e831aa469",
)
_verified: set[tuple] = set()  # (path, size, time of change) of the files whose sha256 was right


def load_mnist(*, flat=True):
    """Handwritten digits, 60,000 to train on and 10,000 to test with (LeCun et al. 1998).

    Returns ImageData; flat=False keeps the images as (n, 28, 28). Raises DataFileError.
    """
    return _load_images(MNIST, flat)


def load_fashion_mnist(*, flat=True):
    """Pictures of clothes, shaped and split as MNIST is (Xiao, Rasul & Vollgraf 2017).

    Returns ImageData, the classes named by FASHION_CLASSES; flat=False keeps the images as
    (n, 28, 28). Raises DataFileError.
    """
    return _load_images(FASHION_MNIST, flat)


def checksums():
    """Each image file's name -> "ok", or the message that says what is wrong with it."""
    report = {}
    for file in (MNIST, FASHION_MNIST):
        try:
            _read(file)
            report[file.name] = "ok"
        except DataFileError as error:
            report[file.name] = str(error)
    return report


def _load_images(file, flat):
    shape = (-1, 784) if flat else (-1, 28, 28)
    with np.load(io.BytesIO(_read(file)), allow_pickle=False) as arrays:
        X_train, X_test = (
            np.divide(arrays[name], np.float32(255)).reshape(shape)  # uint8 -> float32, one pass
            for name in ("x_train", "x_test")
        )
        y_train, y_test = (arrays[name].astype(np.int64) for name in ("y_train", "y_test"))
    return ImageData(X_train, y_train, X_test, y_test)


def _read(file):
    """The bytes of a file that is the one expected; its sha256 is taken once, until it changes."""
    path = _data_folder(file) / file.name
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            content = stream.read() if status.st_size == file.size else b""
    except FileNotFoundError as error:
        raise _fault(file, path, "is missing") from error
    except OSError as error:
        raise _fault(file, path, f"cannot be read ({error.strerror or error})") from error
    if len(content) != file.size:
        raise _fault(file, path, f"has the wrong size, {status.st_size:,} bytes")
    state = (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    if state not in _verified:
        found = hashlib.sha256(content).hexdigest()
        if found != file.sha256:
            raise _fault(file, path, f"has been altered: its sha256 is {found}")
        _verified.add(state)
    return content


def _data_folder(file):
    override = os.environ.get(DATA_VARIABLE)
    if not override:
        return BUNDLED
    folder = Path(os.path.expanduser(override)).absolute()
    if not os.path.isdir(folder):
        raise _fault(file, folder, "is not a folder that can be opened")
    return folder


def _fault(file, path, what):
    """A DataFileError that names the file, what was expected of it, and the way out."""
    if os.environ.get(DATA_VARIABLE):
        mend = (
            f"{DATA_VARIABLE} says where to look. Unset it to use the file that comes with the "
            f"course, or put that file ({BUNDLED / file.name}) into the folder that it names."
        )
    else:
        mend = (
            f'Bring it back with\n    git -C "{BUNDLED}" checkout -- {file.name}\n'
            "in a clone of the course, or install the course again; make sure it can be read."
        )
    return DataFileError(
        f"{path} {what}.\nExpected: {file.name}, {file.size:,} bytes, sha256 {file.sha256}.\n{mend}"
    )


def logic_gate(name):
    """The truth table of "and", "or", "nand" or "xor": X (4, 2) of 0.0 and 1.0, y (4,)."""
    tables = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0], "xor": [0, 1, 1, 0]}
    if name not in tables:
        raise ValueError(f"no gate is called {name!r}; choose one of {', '.join(tables)}")
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return X, np.array(tables[name], dtype=np.int64)


def moons(n, noise, rng):
    """Two half circles of radius 1, each reaching into the other: scikit-learn's make_moons.

    n points in all; noise is the standard deviation of what is added to each coordinate. With
    rng = np.random.RandomState(seed), the numbers are those of make_moons(random_state=seed).
    """
    from sklearn.datasets import make_moons

    _check_request(n, noise, rng)
    X, y = make_moons(int(n), noise=noise, random_state=_random_state(rng))
    return X, y.astype(np.int64)


def circles(n, noise, rng):
    """A circle of radius 1 (class 0) around one of radius 1/2: scikit-learn's make_circles.

    n, noise and rng as in moons.
    """
    from sklearn.datasets import make_circles

    _check_request(n, noise, rng)
    X, y = make_circles(int(n), noise=noise, factor=0.5, random_state=_random_state(rng))
    return X, y.astype(np.int64)


def spirals(n, noise, rng):
    """Two spiral arms of 1 3/4 turns, out to radius 2: class 1 is class 0 turned by half a turn.

    n points in all; noise is the standard deviation of what is added to each coordinate. The
    arms lie 2/3.5 apart, as far as the moons and the circles are, so equal noise is equally hard.
    After Lang & Witbrock 1988.
    """
    _check_request(n, noise, rng)
    y = _balanced_labels(n, 2, rng)
    radius = rng.uniform(0.2, 2, n)
    angle = 1.75 * 2 * np.pi * radius / 2 + np.pi * y
    X = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X + rng.normal(0, noise, (n, 2)), y


def blobs(n, rng, n_classes=3, *, noise=0.4):
    """One round cloud a class, with centres on a circle and neighbouring centres 2 apart.

    n points in all; noise is the standard deviation of each cloud. Two classes have their
    centres at (1, 0) and (-1, 0).
    """
    _check_request(n, noise, rng)
    if n_classes < 2:
        raise ValueError(f"n_classes must be at least 2; got {n_classes}")
    y = _balanced_labels(n, n_classes, rng)
    radius = 1 / np.sin(np.pi / n_classes)  # of the circle whose n_classes-gon has sides of 2
    angle = 2 * np.pi * y / n_classes
    centres = radius * np.column_stack([np.cos(angle), np.sin(angle)])
    return centres + rng.normal(0, noise, (n, 2)), y


LETTER_STROKES = (  # corner to corner, as a pen would draw them
    ((-1.75, -1), (-1.75, 1), (-1, -0.1), (-0.25, 1), (-0.25, -1)),  # M
    ((0.65, 1), (0.65, -1), (1.75, -1)),  # L
)
LETTER_WIDTH = 0.46  # of the pen, whose tip is round
LETTER_MARGIN = 0.05  # no point falls so close to an outline that one could argue about it
LETTER_FRAME = ((-2.3, -1.6), (2.3, 1.6))


def letters(n, rng):
    """Points spread evenly over a frame; y is 1 on the ink of the letters M and L, else 0."""
    _check_request(n, 0, rng)
    X = np.empty((0, 2))
    while len(X) < n:
        points = rng.uniform(*LETTER_FRAME, (n, 2))
        from_outline = np.abs(_distance_to_strokes(points) - LETTER_WIDTH / 2)
        X = np.concatenate([X, points[from_outline > LETTER_MARGIN]])
    X = X[:n]
    return X, (_distance_to_strokes(X) < LETTER_WIDTH / 2).astype(np.int64)


def _distance_to_strokes(points):
    """The distance (n,) from each point (n, 2) to the nearest line of the letters."""
    distance = np.full(len(points), np.inf)
    for stroke in LETTER_STROKES:
        corners = np.array(stroke)
        for start, along in zip(corners, np.diff(corners, axis=0), strict=False):
            t = np.clip((points - start) @ along / (along @ along), 0, 1)
            gap = points - start - t[:, None] * along  # start + t·along is nearest to the point
            distance = np.minimum(distance, np.hypot(gap[:, 0], gap[:, 1]))
    return distance


def digits_8x8():
    """1797 small digits from scikit-learn: X (1797, 64) in [0, 1] by steps of 1/16, y (1797,)."""
    from sklearn.datasets import load_digits

    X, y = load_digits(return_X_y=True)
    return X / 16, y.astype(np.int64)


def _balanced_labels(n, n_classes, rng):
    """Labels 0 ... n_classes - 1 in random order, none more than once ahead of another."""
    return rng.permutation(np.arange(n) % n_classes)


def _random_state(rng):
    """What scikit-learn takes: a RandomState as it is, or a seed drawn from a Generator."""
    return rng if isinstance(rng, np.random.RandomState) else int(rng.integers(2**32))


def _check_request(n, noise, rng):
    if not isinstance(n, int | np.integer) or n < 1:
        raise ValueError(f"n is the number of points, a whole number from 1 up; got {n!r}")
    if not 0 <= noise < np.inf:
        raise ValueError(f"noise is a standard deviation, 0 or more; got {noise!r}")
    if not isinstance(rng, np.random.Generator | np.random.RandomState):
        raise ValueError(f"rng must be a generator such as np.random.default_rng(0); got {rng!r}")
