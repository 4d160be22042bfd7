"""Exercise 08: from images to a network that reads digits."""


import numpy as np

from ..losses import one_hot
from .engine.old import Mistake
from .engine.task import Case, Task

# ---- prepare ----------------------------------------------------------------------------------


def prepare(images):
    """(n, height, width) grey values 0..255 -> (n, height * width) floats in [0, 1]."""
    return np.reshape(images, (len(images), -1)) / 255


def prepare_cases(rng):
    def images(*shape):
        return rng.integers(0, 256, size=shape).astype(np.uint8)

    bright = images(4, 6, 6)
    bright[:, 0, 0] = 255
    return [
        Case((images(3, 28, 28),), "3 images of 28 x 28"),
        Case((images(1, 28, 28),), "one image"),
        Case((images(5, 4, 6),), "5 images of 4 x 6"),
        Case((bright // 2,), "dark images"),
        Case((np.zeros((2, 3, 3), dtype=np.uint8),), "black images"),
        Case((np.ones((2, 3, 3), dtype=np.uint8),), "all but black images: grey 1"),
        Case((images(4, 5, 5).astype(float),), "floats from 0 to 255"),
        Case((images(6, 5, 2).astype(np.int64),), "64-bit integers"),
    ]


def flat(images):
    return np.reshape(images, (len(images), -1))


def changed_in_place(images):
    if images.dtype.kind == "f":
        images /= 255
        return flat(images)
    return flat(images) / 255


def divided_if_bright(images):
    return flat(images) / 255 if np.max(images) > 1 else flat(images)


def only_first(images):
    return flat(images)[:1] / 255


def least_to_largest(images, axis=None):
    X = flat(images).astype(float)
    low, high = X.min(axis=axis, keepdims=True), X.max(axis=axis, keepdims=True)
    return (X - low) / np.where(high > low, high - low, 1)


def standardised(images, axis=None):
    X = flat(images) / 255
    spread = X.std(axis=axis, keepdims=True)
    return (X - X.mean(axis=axis, keepdims=True)) / np.where(spread > 0, spread, 1)


def one_by_one(images):
    return np.array([[float(pixel) / 255 for row in image for pixel in row] for image in images])


def image_by_image(images):
    return np.stack([image.ravel() / 255 for image in images])


def float32_first(images):
    X = np.asarray(images, dtype=np.float32).reshape(images.shape[0], -1)
    X *= np.float32(1 / 255)
    return X


PREPARE = Task(
    "prepare",
    points=1,
    reference=prepare,
    cases=prepare_cases,
    mistakes=[
        Mistake(
            "The pixels are not scaled: they still run to 255. Inputs that large saturate the "
            "first layer; divide by 255.",
            lambda images: flat(images) * 1.0,
        ),
        Mistake(
            "The images are not flattened: a layer reads one row of pixels a sample, (n, height * "
            "width).",
            lambda images: images / 255,
        ),
        Mistake(
            "Divided by 256: there are 256 grey values, but the largest is 255, and white must be "
            "exactly 1.",
            lambda images: flat(images) / 256,
        ),
        Mistake(
            "Divided by the largest pixel of this batch: the same image would then come out "
            "differently in other company, and a black batch is 0/0. Divide by 255, always.",
            lambda images: flat(images) / images.max(),
        ),
        Mistake(
            "The division depends on the images: those with no pixel above 1 are left as they are, "
            "so an image that is all but black comes out bright. Divide by 255, always.",
            divided_if_bright,
        ),
        Mistake(
            "Every image is divided by its own largest pixel, so dark and bright images become "
            "alike, and a black one is 0/0. Divide by 255, always.",
            lambda images: flat(images) / flat(images).max(axis=1, keepdims=True),
        ),
        Mistake(
            "Everything is flattened into one long vector: the samples must stay apart, one row "
            "each. Keep the first axis.",
            lambda images: np.ravel(images) / 255,
        ),
        Mistake(
            "The result is transposed: rows are samples, columns are pixels.",
            lambda images: flat(images).T / 255,
        ),
        Mistake(
            "The pixels are read column by column, so every image is mirrored along its diagonal. "
            "Read row by row, as `reshape` does by itself.",
            lambda images: flat(np.swapaxes(images, 1, 2)) / 255,
        ),
        Mistake(
            "The size 784 is built in, and other images than 28 x 28 are torn apart. Take the "
            "number of images from `len(images)`, and -1 for the rest.",
            lambda images: np.reshape(images, (-1, 784)) / 255,
        ),
        Mistake(
            "The number of images stands last: write it first, `reshape(len(images), -1)`. A "
            "transpose afterwards would not mend it: it mixes the pixels of different images.",
            lambda images: np.reshape(images, (-1, len(images))) / 255,
        ),
        Mistake(
            "Each row holds pixels of all the images: reshape counts along the last axis first, so "
            "(-1, n) and a transpose is not (n, -1). Put the number of images first, at once.",
            lambda images: np.reshape(images, (-1, len(images))).T / 255,
        ),
        Mistake(
            "Standardised by the mean and the spread of these images: the same image would then "
            "come out differently in other company. Divide by 255, always.",
            lambda images: (flat(images) - np.mean(images)) / np.std(images),
        ),
        Mistake(
            "Standardised pixel by pixel, by mean and spread over these images: the same image "
            "would then come out differently in other company. Divide by 255, always.",
            lambda images: standardised(images, axis=0),
        ),
        Mistake(
            "Every image is standardised by its own mean and spread, so dark and bright images "
            "become alike. Divide by 255, always.",
            lambda images: standardised(images, axis=1),
        ),
        Mistake(
            "Stretched so that the least and the largest pixel of this batch become 0 and 1: what "
            "one image becomes then depends on the others. 0 and 255 are the ends, always.",
            least_to_largest,
        ),
        Mistake(
            "Stretched so that the least and the largest pixel of every image become 0 and 1: dark "
            "and bright images become alike. 0 and 255 are the ends, always.",
            lambda images: least_to_largest(images, axis=1),
        ),
        Mistake(
            "Stretched pixel by pixel, from the least to the largest value over these images: what "
            "one image becomes then depends on the others. 0 and 255 are the ends, always.",
            lambda images: least_to_largest(images, axis=0),
        ),
        Mistake(
            "The mean of these images is subtracted: asked for is 0 for black and 1 for white, "
            "whatever other images come along.",
            lambda images: flat(images) / 255 - np.mean(images) / 255,
        ),
        Mistake(
            "Centred around 0: a good range too, but 0 must stay 0, and 255 become 1.",
            lambda images: flat(images) / 255 - 0.5,
        ),
        Mistake(
            "Every row is divided by its length (norm): dark and bright images become "
            "alike. Divide by 255, always.",
            lambda images: flat(images) / np.linalg.norm(flat(images * 1.0), axis=1)[:, None],
        ),
        Mistake(
            "Every row is divided by its sum: dark and bright images become alike. Divide by 255, "
            "always.",
            lambda images: flat(images) / flat(images).sum(axis=1, keepdims=True),
        ),
        Mistake(
            "Every pixel becomes 0 or 1, by rounding or by a threshold in the middle: the greys "
            "between are lost.",
            lambda images: (flat(images) > 127.5) * 1.0,
        ),
        Mistake(
            "Every pixel becomes 0 or 1: the greys between are lost, with every pixel that is not "
            "black taken for white.",
            lambda images: (flat(images) > 0) * 1.0,
        ),
        Mistake(
            "Scaled twice: the pixels end at 1/255. One division by 255 is enough.",
            lambda images: flat(images) / 255 / 255,
        ),
        Mistake(
            "Only the first image is prepared: there is a row for each.",
            only_first,
        ),
        Mistake(
            "The images are averaged along one direction: all height * width pixels must stay.",
            lambda images: np.mean(images, axis=1) / 255,
        ),
        Mistake(
            "Bytes of 8 bits with a sign run from -128 to 127, so that bright pixels become "
            "negative. Divide first, or convert to float.",
            lambda images: flat(np.asarray(images).astype(np.int64).astype(np.int8)) / 255,
        ),
        Mistake(
            "The images are turned upside down before they are flattened.",
            lambda images: flat(images[:, ::-1]) / 255,
        ),
        Mistake(
            "Every image is mirrored, left to right, before it is flattened.",
            lambda images: flat(images[:, :, ::-1]) / 255,
        ),
        Mistake(
            "An axis too many: a row of pixels for each image makes a table, (n, height * width).",
            lambda images: flat(images)[:, None] / 255,
        ),
        Mistake(
            "Integer division `//` leaves only 0 and 1: a pixel of 200 becomes black. Use `/`.",
            lambda images: flat(images) // 255,
        ),
        Mistake(
            "Black and white are exchanged: 0 must stay 0.",
            lambda images: 1 - flat(images) / 255,
        ),
        Mistake(
            "Scaled to -1..1: a good range too, but this task, and the network that is tested with "
            "its result, ask for 0..1.",
            lambda images: flat(images) / 127.5 - 1,
        ),
        Mistake(
            "The argument `images` is changed: `images /= 255` writes into the caller's array.",
            changed_in_place,
        ),
    ],
    alternatives=[one_by_one, float32_first, image_by_image],
    atol=1e-7,
)  # fmt: skip

# ---- accuracy ---------------------------------------------------------------------------------


def accuracy(y_true, y_pred):
    """The share of labels that are predicted right."""
    return np.mean(y_true == y_pred)


def accuracy_cases(rng):
    def labels(n, wrong, k=10):
        y = rng.integers(k, size=n)
        y_pred = y.copy()
        at = rng.permutation(n)[:wrong]
        y_pred[at] = (y[at] + rng.integers(1, k, size=wrong)) % k
        return y, y_pred

    return [
        Case(labels(10, 4), "10 labels"),
        Case(labels(7, 2, k=3), "7 labels, 3 classes"),
        Case(labels(1, 1), "one label, wrong"),
        Case(labels(5, 0), "all right"),
        Case(labels(6, 6), "all wrong"),
        Case((np.array([0, 0, 1, 0]), np.array([0, 0, 0, 1])), "mostly class 0"),
        Case((np.array([1, 2, 0, 2, 1]), np.array([0, 2, 0, 1, 1])), "5 labels, 3 classes"),
        Case(tuple(y.astype(np.uint8) for y in labels(9, 3)), "labels of type uint8"),
        Case(labels(20_000, 1234), "20,000 labels"),
    ]


def mean_over_classes(y_true, y_pred):
    return np.mean([np.mean(y_pred[y_true == k] == k) for k in np.unique(y_true)])


def mean_over_predictions(y_true, y_pred):
    return np.mean([np.mean(y_true[y_pred == k] == k) for k in np.unique(y_pred)])


def up_to_order(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


def right_to_wrong(y_true, y_pred):
    right = np.sum(y_true == y_pred)
    return right / max(len(y_true) - right, 1)


def mean_f1(y_true, y_pred):
    def f1(k):
        return 2 * np.sum((y_true == k) & (y_pred == k)) / np.sum((y_true == k) * 1 + (y_pred == k))

    return np.mean([f1(k) for k in np.unique([y_true, y_pred])])


def by_number_of(count):
    """Divided by count(y_true, y_pred) instead of the number of labels."""
    return lambda y_true, y_pred: np.sum(y_true == y_pred) / count(y_true, y_pred)


def counted(y_true, y_pred):
    hits = 0
    for t, p in zip(y_true, y_pred, strict=True):
        if t == p:
            hits += 1
    return hits / len(y_true)


def share_of_zero_differences(y_true, y_pred):
    return 1 - np.count_nonzero(np.asarray(y_true) - np.asarray(y_pred)) / np.size(y_true)


ACCURACY = Task(
    "accuracy",
    points=1,
    reference=accuracy,
    cases=accuracy_cases,
    mistakes=[
        Mistake(
            "That is the number of right predictions: divide it by the number of labels.",
            lambda y_true, y_pred: np.sum(y_true == y_pred),
        ),
        Mistake(
            "That is a percentage: a share between 0 and 1 is asked for.",
            lambda y_true, y_pred: 100 * np.mean(y_true == y_pred),
        ),
        Mistake(
            "That is the error rate, the share of *wrong* predictions.",
            lambda y_true, y_pred: np.mean(y_true != y_pred),
        ),
        Mistake(
            "That is the number of wrong predictions; the share of right ones is asked for.",
            lambda y_true, y_pred: np.sum(y_true != y_pred),
        ),
        Mistake(
            "That is 1 if *all* labels are right, else 0: it comes from `np.all`, or from integer "
            "division `//`. Count how many are right, and divide with `/`.",
            lambda y_true, y_pred: np.sum(y_true == y_pred) // len(y_true),
        ),
        Mistake(
            "That is an array with one entry a label: take its mean.",
            lambda y_true, y_pred: y_true == y_pred,
        ),
        Mistake(
            "Right predictions of class 0 are not counted: multiplying labels, or asking whether a "
            "label is true, loses the 0. Compare with `==`.",
            lambda y_true, y_pred: np.mean((y_true == y_pred) & (y_true > 0)),
        ),
        Mistake(
            "Divided by the number of classes, not by the number of labels.",
            lambda y_true, y_pred: np.sum(y_true == y_pred) / 10,
        ),
        Mistake(
            "That is a percentage, cut to a whole number: a share between 0 and 1 is asked for.",
            lambda y_true, y_pred: np.floor(100 * np.mean(y_true == y_pred)),
        ),
        Mistake(
            "That is a percentage, rounded to one decimal: a share between 0 and 1 is asked for.",
            lambda y_true, y_pred: np.round(100 * np.mean(y_true == y_pred), 1),
        ),
        Mistake(
            "That is a percentage, rounded: a share between 0 and 1 is asked for, as it is.",
            lambda y_true, y_pred: np.round(100 * np.mean(y_true == y_pred), 2),
        ),
        Mistake(
            "1 minus the *number* of wrong predictions: divide by the number of labels first.",
            lambda y_true, y_pred: 1 - np.sum(y_true != y_pred),
        ),
        Mistake(
            "That is wrong against right: divide the right ones by all labels.",
            lambda y_true, y_pred: np.sum(y_true != y_pred) / max(np.sum(y_true == y_pred), 1),
        ),
        Mistake(
            "That is the mean of an F1 score over the classes: every label counts once, whatever "
            "its class.",
            mean_f1,
        ),
        Mistake(
            "The predictions are compared in reversed order.",
            lambda y_true, y_pred: np.mean(y_true == y_pred[::-1]),
        ),
        Mistake(
            "Every label is compared with every prediction, a table (n, n): only those of the same "
            "row belong together.",
            lambda y_true, y_pred: np.mean(y_true[:, None] == y_pred),
        ),
        Mistake(
            "A prediction counts as right if it is not larger than the label: compare with `==`.",
            lambda y_true, y_pred: np.mean(y_true >= y_pred),
        ),
        Mistake(
            "The labels are subtracted, and what is too large and too small cancels: compare with "
            "`==`.",
            lambda y_true, y_pred: np.mean(y_true.astype(float) - y_pred),
        ),
        Mistake(
            "Divided by the number of classes that occur in y_true, not by the number of labels.",
            by_number_of(lambda y_true, y_pred: len(np.unique(y_true))),
        ),
        Mistake(
            "Divided by the largest label + 1, the number of classes, not by the number of labels.",
            by_number_of(lambda y_true, y_pred: int(y_true.max()) + 1),
        ),
        Mistake(
            "Divided by the labels' sum: their number is meant, not what they add up to.",
            by_number_of(lambda y_true, y_pred: max(int(y_true.sum()), 1)),
        ),
        Mistake(
            "Divided by one more than there are labels.",
            by_number_of(lambda y_true, y_pred: len(y_true) + 1),
        ),
        Mistake(
            "Divided by one less than there are labels: `n - 1` belongs elsewhere.",
            by_number_of(lambda y_true, y_pred: max(len(y_true) - 1, 1)),
        ),
        Mistake(
            "Divided by the length of both vectors together: each pair of labels counts once.",
            by_number_of(lambda y_true, y_pred: len(y_true) + len(y_pred)),
        ),
        Mistake(
            "That is right against wrong (the odds): divide the right ones by all labels, not by "
            "the number of mistakes.",
            right_to_wrong,
        ),
        Mistake(
            "Right predictions are counted against right plus twice the wrong ones (the overlap of "
            "two sets): divide them by the number of labels.",
            lambda y_true, y_pred: np.sum(y_true == y_pred) / np.sum(1 + (y_true != y_pred)),
        ),
        Mistake(
            "That is the mean over the classes of the share that is right in each (balanced "
            "accuracy): rare classes then weigh as much as frequent ones. Each label counts once.",
            mean_over_classes,
        ),
        Mistake(
            "That is the mean over the *predicted* classes of the share that is right in each "
            "(precision): each label counts once, whatever its class.",
            mean_over_predictions,
        ),
        Mistake(
            "The labels are sorted before they are compared: that only compares how often each "
            "class occurs. Compare row by row, in the order given.",
            up_to_order,
        ),
        Mistake(
            "That asks whether a predicted label occurs *somewhere* in y_true. Compare the two "
            "vectors row by row.",
            lambda y_true, y_pred: np.mean(np.isin(y_pred, y_true)),
        ),
        Mistake(
            "A label that is off by one counts as right: labels are names, a 9 is not nearly an 8.",
            lambda y_true, y_pred: np.mean(np.abs(y_true.astype(int) - y_pred) <= 1),
        ),
        Mistake(
            "Labels are taken for yes and no: all but 0 count as one class. Compare with `==`.",
            lambda y_true, y_pred: np.mean((y_true > 0) == (y_pred > 0)),
        ),
        Mistake(
            "That is 1 as soon as *any* label is right. Count how many are.",
            lambda y_true, y_pred: np.any(y_true == y_pred) * 1.0,
        ),
        Mistake(
            "Only the first label is counted: does `return` stand inside the loop?",
            lambda y_true, y_pred: float(y_true[0] == y_pred[0]) / len(y_true),
        ),
        Mistake(
            "Only the first label is looked at: 1 if it is right, else 0. All must be.",
            lambda y_true, y_pred: float(y_true[0] == y_pred[0]),
        ),
        Mistake(
            "Only the last label counts: the loop overwrites its count (`=` instead of `+=`), or "
            "the count starts anew in every turn.",
            lambda y_true, y_pred: float(y_true[-1] == y_pred[-1]) / len(y_true),
        ),
        Mistake(
            "Only the last label is looked at: the loop keeps nothing of the earlier ones.",
            lambda y_true, y_pred: float(y_true[-1] == y_pred[-1]),
        ),
        Mistake(
            "The last label is not counted: the loop or slice ends one too early.",
            lambda y_true, y_pred: np.sum(y_true[:-1] == y_pred[:-1]) / len(y_true),
        ),
        Mistake(
            "The first label is not counted: the loop or slice starts at 1, and Python counts "
            "from 0.",
            lambda y_true, y_pred: np.sum(y_true[1:] == y_pred[1:]) / len(y_true),
        ),
        Mistake(
            "Wrong predictions are subtracted from the right ones: count the right ones only.",
            lambda y_true, y_pred: 2 * np.mean(y_true == y_pred) - 1,
        ),
        Mistake(
            "Only the places of the largest labels are compared: argmax turns rows of "
            "probabilities into labels, but these *are* labels already.",
            lambda y_true, y_pred: float(np.argmax(y_true) == np.argmax(y_pred)),
        ),
        Mistake(
            "That compares the means of the labels: labels are names, and their mean says nothing.",
            lambda y_true, y_pred: 1 - abs(np.mean(y_true) - np.mean(y_pred)),
        ),
        Mistake(
            "That measures how far the labels lie apart, squared, but labels are names: compare "
            "with `==`.",
            lambda y_true, y_pred: 1 - np.mean((y_true.astype(float) - y_pred) ** 2),
        ),
        Mistake(
            "That measures how far the labels lie apart, but labels are names: a 9 taken for an 8 "
            "is as wrong as a 9 taken for a 1. Compare with `==`.",
            lambda y_true, y_pred: 1 - np.mean(np.abs(y_true.astype(float) - y_pred)),
        ),
    ],
    alternatives=[counted, share_of_zero_differences,
                  lambda y_true, y_pred: sum(y_true == y_pred) / y_true.shape[0]],
)  # fmt: skip

# ---- confusion_matrix -------------------------------------------------------------------------


def confusion_matrix(y_true, y_pred, n_classes):
    """C[i, j] counts the samples of class i that are predicted as class j."""
    counts = np.bincount(n_classes * np.asarray(y_true) + y_pred, minlength=n_classes**2)
    return counts.reshape(n_classes, n_classes)


def confusion_cases(rng):
    return [
        Case((rng.integers(3, size=12), rng.integers(3, size=12), 3), "12 samples, 3 classes"),
        Case((np.array([0, 1, 1, 2]), np.array([1, 1, 2, 0]), 3), "4 samples, 3 classes"),
        Case((np.array([1]), np.array([0]), 2), "one sample"),
        Case((rng.choice([0, 1, 3], 30), rng.choice([0, 3], 30), 6), "classes that never occur"),
        Case((np.array([0, 1, 0, 1]), np.array([0, 3, 1, 1]), 4), "a class that is only predicted"),
        Case((np.array([2, 0, 1, 2]), np.array([2, 0, 1, 2]), 3), "all right"),
        Case((rng.integers(10, size=500), rng.integers(10, size=500), 10), "500 samples"),
        Case((rng.integers(10, size=50_000), rng.integers(10, size=50_000), 10),
             "50,000 samples", speed=True),
    ]  # fmt: skip


def by_loop(y_true, y_pred, n_classes, *, start=0):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[t - start, p - start] += 1
    return C


def buffered(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


def only_classes_that_occur(y_true, y_pred, n_classes):
    classes = np.unique(np.concatenate([y_true, y_pred]))
    return np.array([[np.sum((y_true == i) & (y_pred == j)) for j in classes] for i in classes])


def up_to_the_largest_label(y_true, y_pred, n_classes):
    return by_loop(y_true, y_pred, max(y_true.max(), y_pred.max()) + 1)


def rows_to_shares(y_true, y_pred, n_classes):
    C = confusion_matrix(y_true, y_pred, n_classes)
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


def errors_only(y_true, y_pred, n_classes):
    C = confusion_matrix(y_true, y_pred, n_classes)
    return C - np.diag(np.diag(C))


def hits_only(y_true, y_pred, n_classes):
    return np.diag(np.diag(confusion_matrix(y_true, y_pred, n_classes)))


def sized_by(number):
    """Counted in a table of number(y_true, y_pred) rows and columns."""
    return lambda y_true, y_pred, n: by_loop(y_true, y_pred, number(y_true, y_pred))


def without_minlength(y_true, y_pred, n_classes):
    return np.bincount(n_classes * y_true + y_pred).reshape(n_classes, n_classes)


def bins_between_the_labels(y_true, y_pred, n_classes):
    return np.histogram2d(y_true, y_pred, bins=n_classes)[0]


def one_row_and_column_more(y_true, y_pred, n_classes):
    return np.pad(confusion_matrix(y_true, y_pred, n_classes), ((0, 1), (0, 1)))


def in_both_directions(y_true, y_pred, n_classes):
    return confusion_matrix(y_true, y_pred, n_classes) + errors_only(y_pred, y_true, n_classes)


def smaller_label_first(y_true, y_pred, n_classes):
    low, high = np.minimum(y_true, y_pred), np.maximum(y_true, y_pred)
    return confusion_matrix(low, high, n_classes)


def columns_to_shares(y_true, y_pred, n_classes):
    return rows_to_shares(y_pred, y_true, n_classes).T


def as_if_independent(y_true, y_pred, n_classes):
    return np.outer(
        np.bincount(y_true, minlength=n_classes), np.bincount(y_pred, minlength=n_classes)
    )


def truth_ignored(y_true, y_pred, n_classes):
    return np.tile(np.bincount(y_pred, minlength=n_classes), (n_classes, 1))


def prediction_ignored(y_true, y_pred, n_classes):
    return np.tile(np.bincount(y_true, minlength=n_classes)[:, None], n_classes)


def last_class_left_out(y_true, y_pred, n_classes):
    C = confusion_matrix(y_true, y_pred, n_classes)
    C[-1], C[:, -1] = 0, 0
    return C


def first_class_left_out(y_true, y_pred, n_classes):
    C = confusion_matrix(y_true, y_pred, n_classes)
    C[0], C[:, 0] = 0, 0
    return C


def one_of_both(y_true, y_pred, n_classes):
    rows = prediction_ignored(y_true, y_pred, n_classes)
    return (
        rows
        + truth_ignored(y_true, y_pred, n_classes)
        - confusion_matrix(y_true, y_pred, n_classes)
    )


def all_on_the_diagonal_too(y_true, y_pred, n_classes):
    totals = np.diag(np.bincount(y_true, minlength=n_classes))
    return errors_only(y_true, y_pred, n_classes) + totals


def one_against_the_rest(y_true, y_pred, n_classes):
    def table(k):
        return confusion_matrix((y_true == k) * 1, (y_pred == k) * 1, 2)

    return np.array([table(k) for k in range(n_classes)])


def zero_against_the_rest(y_true, y_pred, n_classes):
    return confusion_matrix((y_true > 0) * 1, (y_pred > 0) * 1, 2)


def by_add_at(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C


def by_one_hot(y_true, y_pred, n_classes):
    return one_hot(y_true, n_classes).T @ one_hot(y_pred, n_classes)


def by_counting_in_python(y_true, y_pred, n_classes):
    return np.array([
        [sum(1 for t, p in zip(y_true, y_pred, strict=True) if t == i and p == j)
         for j in range(n_classes)] for i in range(n_classes)
    ])  # fmt: skip


CONFUSION_MATRIX = Task(
    "confusion_matrix",
    points=2,
    reference=confusion_matrix,
    cases=confusion_cases,
    mistakes=[
        Mistake(
            "Rows and columns are exchanged: rows are the truth, columns the prediction.",
            lambda y_true, y_pred, n: confusion_matrix(y_pred, y_true, n),
        ),
        Mistake(
            "Every pair is counted once at most. In a loop over the samples, add with `+= 1`; with "
            "whole vectors, `C[y_true, y_pred] += 1` adds to a place only once, however often it "
            "is named (np.add.at does not).",
            buffered,
        ),
        Mistake(
            "Only the first sample is counted: does `return` stand inside the loop?",
            lambda y_true, y_pred, n: by_loop(y_true[:1], y_pred[:1], n),
        ),
        Mistake(
            "Only the classes that occur get a row. The table is n_classes by n_classes, with "
            "zeros for the classes that do not.",
            only_classes_that_occur,
        ),
        Mistake(
            "The size is taken from the largest label, not from n_classes: a class that is missing "
            "from these samples must have its row and column of zeros.",
            up_to_the_largest_label,
        ),
        Mistake(
            "The labels are counted from 1: class 0 belongs to row 0, not to the last row.",
            lambda y_true, y_pred, n: by_loop(y_true, y_pred, n, start=1),
        ),
        Mistake(
            "Each row is divided by its sum: counts are asked for, not shares.",
            rows_to_shares,
        ),
        Mistake(
            "The table is divided by the number of samples: counts are asked for, not shares.",
            lambda y_true, y_pred, n: confusion_matrix(y_true, y_pred, n) / len(y_true),
        ),
        Mistake(
            "The diagonal is empty: the right predictions must be counted too.",
            errors_only,
        ),
        Mistake(
            "Only the diagonal is counted: the wrong predictions are what the table is for.",
            hits_only,
        ),
        Mistake(
            "Both indices are the truth: the column must be the prediction.",
            lambda y_true, y_pred, n: confusion_matrix(y_true, y_true, n),
        ),
        Mistake(
            "Both indices are the prediction: the row must be the truth.",
            lambda y_true, y_pred, n: confusion_matrix(y_pred, y_pred, n),
        ),
        Mistake(
            "The size is the number of classes that occur in y_true, not n_classes: a class that "
            "does not occur has its row and its column of zeros nevertheless.",
            sized_by(lambda y_true, y_pred: len(np.unique(y_true))),
        ),
        Mistake(
            "The size is the number of classes that occur, not n_classes: a class that does not "
            "occur has its row and its column of zeros nevertheless.",
            sized_by(lambda y_true, y_pred: len(np.unique([y_true, y_pred]))),
        ),
        Mistake(
            "The size is taken from the largest label of y_true, not from n_classes: larger "
            "labels may be predicted, and a class that does not occur has its row of zeros.",
            sized_by(lambda y_true, y_pred: y_true.max() + 1),
        ),
        Mistake(
            "The size is taken from the largest label of y_pred, not from n_classes: larger "
            "labels may be true, and a class that does not occur has its row of zeros.",
            sized_by(lambda y_true, y_pred: y_pred.max() + 1),
        ),
        Mistake(
            "Counted only up to the last pair that occurs: where the last class is missing there "
            "are too few counts for the table. See `minlength` of np.bincount.",
            without_minlength,
        ),
        Mistake(
            "A histogram lays its bins from the smallest label to the largest that occur, so that "
            "counts move when a class is missing. Say the `range` of the bins, 0 to n_classes.",
            bins_between_the_labels,
        ),
        Mistake(
            "One row and one column too many: labels run from 0 to n_classes - 1.",
            one_row_and_column_more,
        ),
        Mistake(
            "One row and one column too few: labels run from 0 to n_classes - 1, so there are "
            "n_classes of them.",
            lambda y_true, y_pred, n: by_loop(y_true, y_pred, n - 1),
        ),
        Mistake(
            "Mistakes are counted in both directions, which makes the table symmetric: a 4 taken "
            "for a 9 is not a 9 taken for a 4.",
            in_both_directions,
        ),
        Mistake(
            "Everything is counted in both directions, the diagonal twice: a 4 taken for a 9 is "
            "not a 9 taken for a 4.",
            lambda y_true, y_pred, n: (
                confusion_matrix(y_true, y_pred, n) + confusion_matrix(y_pred, y_true, n)
            ),
        ),
        Mistake(
            "The smaller label always chooses the row, so both directions of a confusion fall into "
            "one place: the row is the truth, whichever is smaller.",
            smaller_label_first,
        ),
        Mistake(
            "Each column is divided by its sum: counts are asked for, not shares.",
            columns_to_shares,
        ),
        Mistake(
            "Each row is divided by its sum, in percent: counts are asked for, not shares.",
            lambda y_true, y_pred, n: 100 * rows_to_shares(y_true, y_pred, n),
        ),
        Mistake(
            "Each row is divided by its sum, which is 0 for a class that does not occur: counts "
            "are asked for, not shares.",
            lambda y_true, y_pred, n: (
                confusion_matrix(y_true, y_pred, n) / np.bincount(y_true, minlength=n)[:, None]
            ),
        ),
        Mistake(
            "The table is divided by its largest count: counts are asked for, not shares.",
            lambda y_true, y_pred, n: (
                confusion_matrix(y_true, y_pred, n) / confusion_matrix(y_true, y_pred, n).max()
            ),
        ),
        Mistake(
            "Ten classes are built in: the number of rows and columns is n_classes.",
            lambda y_true, y_pred, n: confusion_matrix(y_true, y_pred, 10),
        ),
        Mistake(
            "The last class is not counted: the loops over the classes end one too early.",
            last_class_left_out,
        ),
        Mistake(
            "The first class is not counted: the loops over the classes start at 1.",
            first_class_left_out,
        ),
        Mistake(
            "It counts the samples that are of class i *or* predicted as j: both must hold.",
            one_of_both,
        ),
        Mistake(
            "It counts the samples of class i that are *not* predicted as j.",
            lambda y_true, y_pred, n: (
                prediction_ignored(y_true, y_pred, n) - confusion_matrix(y_true, y_pred, n)
            ),
        ),
        Mistake(
            "Mistakes are counted in both directions, and the diagonal is empty: a 4 taken for a 9 "
            "is not a 9 taken for a 4, and right predictions count too.",
            lambda y_true, y_pred, n: (
                errors_only(y_true, y_pred, n) + errors_only(y_pred, y_true, n)
            ),
        ),
        Mistake(
            "Every row is the same: the truth is not looked at. (`[[0] * n] * n` has that effect "
            "too: it is one row under n names.)",
            truth_ignored,
        ),
        Mistake(
            "Every column is the same: the prediction is not looked at.",
            prediction_ignored,
        ),
        Mistake(
            "Truths and predictions are counted apart and multiplied, as if they had nothing to do "
            "with each other: count the *pairs* that occur.",
            as_if_independent,
        ),
        Mistake(
            "The diagonal counts all samples of a class: only the right ones belong there.",
            all_on_the_diagonal_too,
        ),
        Mistake(
            "The diagonal is counted twice.",
            lambda y_true, y_pred, n: (
                confusion_matrix(y_true, y_pred, n) + hits_only(y_true, y_pred, n)
            ),
        ),
        Mistake(
            "Both vectors are sorted first: the pairs are torn apart. Walk through them together, "
            "in the order given.",
            lambda y_true, y_pred, n: confusion_matrix(np.sort(y_true), np.sort(y_pred), n),
        ),
        Mistake(
            "Two classes only, 0 and the rest (true and false, positive and negative): the table "
            "has a row and a column for each of the n_classes.",
            zero_against_the_rest,
        ),
        Mistake(
            "A table of two classes for each class, it against the rest: one table is asked for, "
            "with a row and a column for each class.",
            one_against_the_rest,
        ),
        Mistake(
            "A vector of right predictions for each class: that is the diagonal only. The table "
            "says also what the wrong ones were taken for.",
            lambda y_true, y_pred, n: np.diag(confusion_matrix(y_true, y_pred, n)),
        ),
        Mistake(
            "The counts stand in one long row: make a table of them, n_classes by n_classes.",
            lambda y_true, y_pred, n: confusion_matrix(y_true, y_pred, n).ravel(),
        ),
        Mistake(
            "The last sample is not counted: the loop or slice ends one too early.",
            lambda y_true, y_pred, n: confusion_matrix(y_true[:-1], y_pred[:-1], n),
        ),
        Mistake(
            "The first sample is not counted: the loop or slice starts at 1, and Python counts "
            "from 0.",
            lambda y_true, y_pred, n: confusion_matrix(y_true[1:], y_pred[1:], n),
        ),
        Mistake(
            "Only the last sample is counted: the table is made anew in every turn of the loop.",
            lambda y_true, y_pred, n: by_loop(y_true[-1:], y_pred[-1:], n),
        ),
        Mistake(
            "Counting starts from ones: every place has one too many. Start from zeros.",
            lambda y_true, y_pred, n: confusion_matrix(y_true, y_pred, n) + 1,
        ),
        Mistake(
            "Go through the samples once, not once for each pair of classes.",
            by_counting_in_python,
            by="slow",
        ),
    ],
    alternatives=[by_loop, by_add_at, by_one_hot],
)

EXERCISE = "08"
TASKS = [PREPARE, ACCURACY, CONFUSION_MATRIX]
