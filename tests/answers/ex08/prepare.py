"""Answers to prepare: the form is told in answer_files.py."""

import numpy as np


def one_by_one(images):
    return np.array([[float(pixel) / 255 for row in image for pixel in row] for image in images])


def image_by_image(images):
    return np.stack([image.ravel() / 255 for image in images])


def float32_first(images):
    X = np.asarray(images, dtype=np.float32).reshape(images.shape[0], -1)
    X *= np.float32(1 / 255)
    return X


RIGHT = [one_by_one, float32_first, image_by_image]

# ---- held out: above each function what its author was thinking


# 8 bits are 256 values.
def pr_256(images):
    return images.reshape(len(images), -1) / 256


# Only the scale matters; the picture stays a picture.
def pr_not_flat(images):
    return images / 255.0


# Only the flattening matters.
def pr_not_scaled(images):
    return images.reshape(len(images), -1).astype(float)


# The brightest pixel becomes 1, whatever it is.
def pr_own_max(images):
    return images.reshape(len(images), -1) / max(images.max(), 1)


# Every image becomes as bright as every other.
def pr_max_per_image(images):
    X = images.reshape(len(images), -1).astype(float)
    return X / np.maximum(X.max(axis=1, keepdims=True), 1)


# Preparing means mean 0, variance 1.
def pr_standardised(images):
    X = images.reshape(len(images), -1) / 255
    return (X - X.mean()) / (X.std() + 1e-8)


# One column for each image, then turned round: the pixels are mixed.
def pr_mixed(images):
    n_pixels = images.shape[1] * images.shape[2]
    return images.reshape(n_pixels, -1).T / 255


# One column for each image, as in many courses.
def pr_columns(images):
    return images.reshape(len(images), -1).T / 255


# Whole numbers in, so // it is.
def pr_floor(images):
    return images.reshape(len(images), -1) // 255


# flatten() makes it flat.
def pr_all_in_one_row(images):
    return images.flatten() / 255


# In place saves memory.
def pr_in_place(images):
    images /= 255
    return images.reshape(len(images), -1)


# MNIST has 60,000 images.
def pr_60000(images):
    return images.reshape(60000, 784) / 255


# Ink or no ink.
def pr_binarised(images):
    return (images.reshape(len(images), -1) > 127).astype(float)


# Centred: from -1 to 1.
def pr_minus_one_to_one(images):
    return images.reshape(len(images), -1) / 127.5 - 1


# White paper is 1.
def pr_inverted(images):
    return 1 - images.reshape(len(images), -1) / 255


# Reads each image column by column.
def pr_column_by_column(images):
    return images.transpose(0, 2, 1).reshape(len(images), -1) / 255


# Kept the dtype of the images.
def pr_keeps_uint8(images):
    return (images.reshape(len(images), -1) / 255).astype(images.dtype)


# Keeps a small number out of the logarithm, as for other networks.
def pr_percent(images):
    return images.reshape(len(images), -1) / 255 * 100


# I thought: normalise means divide by the maximum, so the brightest pixel I have becomes 1.
def prep_batch_max(images):
    n = images.shape[0]
    return images.reshape(n, -1) / images.max()


# I thought: a byte has 256 values, so 256 is what I divide by.
def prep_256(images):
    return images.reshape(len(images), -1) / 256.0


# I thought only the shape matters, floats are floats and the network will cope with the size.
def prep_not_scaled(images):
    return images.reshape(len(images), -1).astype(float)


# I divided by 255 and went to bed; in Keras a Flatten layer does the rest.
def prep_not_flattened(images):
    X = images.astype("float32")
    X /= 255
    return X


# I thought: these are MNIST digits, so a row has 784 numbers.
def prep_784(images):
    X = images.reshape(-1, 784)
    return X / 255


# I come from R and Matlab, where a matrix is unrolled down its columns.
def prep_column_by_column(images):
    X = np.reshape(images, (images.shape[0], -1), order="F")
    return X / 255


# I avoided a useless copy: make it float if it is not, then divide in place.
def prep_in_place(images):
    X = images.reshape(len(images), -1).astype(np.float64, copy=False)
    X /= 255
    return X


# I read in a blog that inputs should have mean 0 and standard deviation 1.
def prep_standardised(images):
    X = images.reshape(len(images), -1).astype(float)
    return (X - X.mean()) / (X.std() + 1e-8)


# I follow the course where every example is a column of X.
def prep_samples_in_columns(images):
    return images.reshape(images.shape[0], -1).T / 255


# I wanted the pixels along one axis and the images along the other, and then turned it round.
def prep_scrambled(images):
    n = images.shape[0]
    return (images.reshape(-1, n) / 255.0).T


# I copied the GAN tutorial, which brings images to the range of tanh.
def prep_minus_one_to_one(images):
    X = images.reshape(len(images), -1).astype(np.float32)
    return (X - 127.5) / 127.5


# I typed // since in my last exercise / gave me floats where I needed whole numbers.
def prep_whole_division(images):
    X = images.reshape(len(images), -1) // 255
    return X.astype(float)


# I squeezed to get rid of axes of length one, that always makes shape errors go away.
def prep_squeezed(images):
    X = images.reshape(len(images), -1) / 255.0
    return X.squeeze()


# I wanted to be safe: if the images are already between 0 and 1, do not divide them again.
def prep_divide_if_needed(images):
    X = images.reshape(images.shape[0], -1).astype(float)
    if X.max() > 1:
        X = X / 255
    return X


HELD_OUT = [
        (pr_256, "divides by 256", ["256"]),
    (pr_not_flat, "not flattened", ["flat", "reshape", "one row for each image", "784"]),
    (pr_not_scaled, "not divided by 255", ["255", "[0, 1]", "divid", "scale"]),
    (pr_own_max, "divides by the largest pixel of these images", ["max", "largest",
                                                                  "brightest"]),
    (pr_max_per_image, "divides each image by its own maximum", ["max", "largest",
                                                                 "brightest"]),
    (pr_standardised, "standardised", ["standardi", "mean", "variance"]),
    (pr_mixed, "pixels of different images mixed", ["mix", "pixels of", "scrambl",
                                                    "different images", "several images"]),
    (pr_columns, "images in columns", ["column", "transpos"]),
    (pr_floor, "whole-number division", ["//", "integer", "whole number", "floor"]),
    (pr_all_in_one_row, "all images in one vector", ["one row", "one vector", "one long",
                                                     "each image", "a row of its own"]),
    (pr_in_place, "divides in place", ["in place", "/=", "chang"]),
    (pr_60000, "number of images fixed", ["60000", "60,000", "number of images", "any number",
                                          "how many images", "-1"]),
    (pr_binarised, "binarised", ["binar", "threshold", "black or white", "0 or 1", "grey",
                                 "gray", "0 and 1"]),
    (pr_minus_one_to_one, "scaled to [-1, 1]", ["-1"]),
    (pr_inverted, "inverted", ["invert", "1 -", "turned round", "negative", "black and white",
                               "reversed"]),
    (pr_column_by_column, "pixels column by column", ["column by column", "transpos",
                                                      "row by row", "order"]),
    (pr_keeps_uint8, "cut to integers", ["integer", "uint8", "dtype", "cut"]),
    (pr_percent, "multiplied by 100", ["100"]),
        (
        prep_batch_max,
        "divides by the largest value that happens to occur in these images",
        [
            "maximum+images", "largest+these", "largest+images", "largest value of",
            "largest+occur", "largest+happen", "largest+there is", "brightest", ".max", "max()",
            "other images", "same image", "come with", "comes with", "company", "together with",
            "measured", "whole batch", "depends on", "from the data"
        ],
    ),
    (
        prep_256,
        "divides by 256 instead of 255",
        [
            "256", "off by one", "one too large", "one too many", "just below 1", "exactly 1",
            "short of 1", "less than 1", "not quite 1", "instead of 255", "not 255",
            "not by 255"
        ],
    ),
    (
        prep_not_scaled,
        "the values are not scaled, they still go up to 255",
        [
            "not scaled", "unscaled", "scaling is missing", "scale is missing", "not divided",
            "forgot to divide", "without dividing", "still 0 to 255", "still from 0 to 255",
            "up to 255", "missing+divi", "missing+scal", "never+divi", "scale+still",
            "no scaling", "not+scaled", "unchanged+scale", "as they came", "reach 255",
            "0..255", "raw grey", "raw gray", "raw pixel", "raw value", "raw image"
        ],
    ),
    (
        prep_not_flattened,
        "the images are not flattened into rows",
        [
            "flatten", "flat", "still+height", "three axes", "3 axes", "three dimension", "3-d",
            "3d", "still images", "still tables", "one row", "a row for each", "two axes",
            "still a table", "unrolled", "same shape as", "not+reshaped", "never+reshape",
            "missing+reshape", "without+reshape", "forgot+reshape"
        ],
    ),
    (
        prep_784,
        "the row length 784 is fixed, other image sizes fail",
        [
            "784", "28", "any size", "other size", "another size", "size+fixed", "hard-coded",
            "hardcoded", "hard-wired", "image size", "size of the image", "sizes"
        ],
    ),
    (
        prep_column_by_column,
        "pixels are read column by column instead of row by row",
        [
            "column by column", "columns first", "by column", "down the column", "fortran",
            "order=\"f\"", "row by row", "order of the pixels", "pixel order", "pixels+order",
            "column+instead of+row", "column-major", "row-major", "mirror", "transposed first",
            "each image+transpos", "images are transposed", "before flatten",
            "height and width", "height+width+swap"
        ],
    ),
    (
        prep_in_place,
        "the caller's float images are changed in place",
        [
            "in place", "in-place", "unchanged", "caller", "argument+change", "your input",
            "changes images", "images+are changed", "images+were changed", "modif", "overwrit",
            "a copy", "/=", "altered", "changed+images", "leaves+changed", "belong"
        ],
    ),
    (
        prep_standardised,
        "standardised to mean 0 and spread 1 instead of divided by 255",
        [
            "standardi", "z-score", "mean 0", "mean of 0", "zero mean", "standard deviation",
            "std", "negative", "below 0", "subtract", "spread", "centred", "centered",
            "mean is taken", "minus the mean", "their mean", "the mean+deviation",
            "other images", "same image", "company", "come with", "depends on"
        ],
    ),
    (
        prep_samples_in_columns,
        "the result is transposed: images are in the columns",
        [
            "transpos", "images+columns", "image+column", "samples+columns", "sample+column",
            "swapped+axes", "axes+swapped", "rows and columns", "other way round",
            "columns+instead of+rows", "axes+exchanged", "each image+row", "one image a row",
            "one row a", "one row for each", "one row per"
        ],
    ),
    (
        prep_scrambled,
        "reshape with the wrong first axis mixes pixels of different images",
        [
            "mix", "scrambl", "jumbl", "different images", "several images", "other images",
            "across images", "shuffle", "axis must survive", "first axis", "reshape+transpos",
            "wrong axis", "all images", "interleav", "torn", "axis of the images"
        ],
    ),
    (
        prep_minus_one_to_one,
        "scaled to -1..1 instead of 0..1",
        [
            "-1", "−1", "minus 1", "minus one", "negative", "below 0", "below zero", "127",
            "shifted", "0 stays 0", "0 must stay", "0 does not stay", "centred", "centered",
            "subtract", "black+not 0", "black+0"
        ],
    ),
    (
        prep_whole_division,
        "integer division loses all grey between black and white",
        [
            "integer division", "//", "whole-number division", "whole number", "floor",
            "rounded down", "rounds down", "rounding", "cut off", "truncat", "only 0 and 1",
            "only 0 or 1", "0s and 1s", "zeros and ones", "fraction", "grey+lost", "gray+lost",
            "decimals", "rounded", "black or white", "black and white"
        ],
    ),
    (
        prep_squeezed,
        "squeeze removes the axis of a single image",
        [
            "squeeze", "single image", "one image", "just one", "n = 1", "n=1", "only one",
            "axis+lost", "axis+disappear", "axis+length 1", "1-d", "one-dimensional",
            "a lone image", "image alone"
        ],
    ),
    (
        prep_divide_if_needed,
        "divides only if some value is above 1, so dark images stay unscaled",
        [
            "only if", "only when", "dark", "already", "condition", "sometimes", "depends on",
            "other images", "same image", "company", "come with", "decide", "always divide",
            "not always", "no value above 1", "at most 1", "faint", "guess+scale",
            "guess+whether", "largest+only", "maximum+only", "if the largest", "if the maximum",
            "largest+decide"
        ],
    ),
]
