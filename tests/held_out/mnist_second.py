"""A second set of wrong answers to exercise 08, by somebody who saw neither the catalogue nor the
first set, after the checks had been sharpened on the first: 54 of 60 named when first measured.
"""

import numpy as np

from mlp_lesson.activations import relu, relu_prime
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import backward, forward, he_normal, init_params

# ---------------------------------------------------------------------------------------------
# 1. prepare


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


# ---------------------------------------------------------------------------------------------
# 2. accuracy


# I counted the right ones.
def acc_count(y_true, y_pred):
    return np.sum(y_true == y_pred)


# I gave it in per cent, as everybody says "97 per cent".
def acc_percent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


# I computed how many differ, as for the perceptron's mistakes, and divided.
def acc_error_rate(y_true, y_pred):
    wrong = 0
    for t, p in zip(y_true, y_pred, strict=True):
        if t != p:
            wrong += 1
    return wrong / len(y_true)


# I rounded it, nobody needs sixteen digits of an accuracy.
def acc_rounded(y_true, y_pred):
    return round(float((y_true == y_pred).mean()), 2)


# I asked numpy whether the two vectors are equal.
def acc_all_or_nothing(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


# I took the labels that were hit and counted them with count_nonzero.
def acc_zero_is_no_hit(y_true, y_pred):
    hits = y_pred[y_true == y_pred]
    return np.count_nonzero(hits) / len(y_true)


# I loop from 1 to n, as in R.
def acc_from_one(y_true, y_pred):
    hits = 0
    n = len(y_true)
    for i in range(1, n):
        if y_true[i] == y_pred[i]:
            hits += 1
    return hits / n


# I put the return under the if's line, it looked right.
def acc_returns_in_loop(y_true, y_pred):
    hits = 0
    for i in range(len(y_true)):
        if y_true[i] == y_pred[i]:
            hits += 1
        return hits / len(y_true)


# I reused my line from the XOR exercise, where an output above 0.5 means yes.
def acc_threshold(y_true, y_pred):
    return np.mean((y_pred > 0.5) == (y_true > 0.5))


# I thought: the error is the mean distance, so the accuracy is one minus that.
def acc_one_minus_distance(y_true, y_pred):
    y_true = np.asarray(y_true, dtype=float)
    return 1 - np.mean(np.abs(y_true - y_pred))


# I wanted to be fair to rare classes: first each class by itself, then the mean of those.
def acc_balanced(y_true, y_pred):
    shares = []
    for k in np.unique(y_true):
        shares.append(np.mean(y_pred[y_true == k] == k))
    return np.mean(shares)


# I asked for each prediction whether it is in the true labels.
def acc_membership(y_true, y_pred):
    hits = sum(1 for p in y_pred if p in y_true)
    return hits / len(y_true)


# I learnt: accuracy is (TP + TN) / (TP + TN + FP + FN).
def acc_tp_tn(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    tn = np.sum((y_true == 0) & (y_pred == 0))
    return (tp + tn) / len(y_true)


# I saw the right number on the screen, so it works.
def acc_prints(y_true, y_pred):
    share = (y_true == y_pred).sum() / len(y_true)
    print("accuracy:", share)


# ---------------------------------------------------------------------------------------------
# 3. confusion_matrix


# I learnt it with the predictions in the rows and the truth in the columns.
def cm_swapped(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[p, t] += 1
    return C


# I never write loops in numpy: index with both vectors and add one.
def cm_fancy(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


# I divided each row by its sum, so that one can compare the classes.
def cm_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


# I looked up which classes there are and made a row for each.
def cm_classes_seen(y_true, y_pred, n_classes):
    classes = np.unique(np.concatenate([y_true, y_pred]))
    C = np.zeros((len(classes), len(classes)), dtype=int)
    for i, a in enumerate(classes):
        for j, b in enumerate(classes):
            C[i, j] = np.sum((y_true == a) & (y_pred == b))
    return C


# I thought that class 1 is the first, so it goes to index 0.
def cm_from_one(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[t - 1, p - 1] += 1
    return C


# I thought it shows confusions, so what is right does not belong in it.
def cm_mistakes_only(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        if t != p:
            C[t, p] += 1
    return C


# I made a list of pairs and asked the list how often each pair is in it.
def cm_counts_every_pair_again(y_true, y_pred, n_classes):
    pairs = list(zip(y_true, y_pred, strict=True))
    C = np.zeros((n_classes, n_classes), dtype=int)
    for pair in pairs:
        C[pair] = pairs.count(pair)
    return C


# I made the table of zeros from plain lists.
def cm_shared_rows(y_true, y_pred, n_classes):
    C = [[0] * n_classes] * n_classes
    for t, p in zip(y_true, y_pred, strict=True):
        C[t][p] += 1
    return np.array(C)


# I saved memory, the labels are uint8 as well.
def cm_uint8(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(C, (y_true, y_pred), 1)
    return C


# I thought: if a 4 is confused with a 9, then the 9 is confused with the 4 as well.
def cm_symmetric(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred, strict=True):
        C[t, p] += 1
        if t != p:
            C[p, t] += 1
    return C


# I found the trick with bincount on the internet and typed it from memory.
def cm_no_minlength(y_true, y_pred, n_classes):
    return np.bincount(y_true * n_classes + y_pred).reshape(n_classes, n_classes)


# I thought a count in two dimensions is what histogram2d is for.
def cm_histogram(y_true, y_pred, n_classes):
    C, _, _ = np.histogram2d(y_true, y_pred, bins=n_classes)
    return C.astype(int)


# I number the cells of the table, and an in-place operation is faster.
def cm_in_place(y_true, y_pred, n_classes):
    cell = y_true
    cell *= n_classes
    cell += y_pred
    return np.bincount(cell, minlength=n_classes**2).reshape(n_classes, n_classes)


# I know that there are ten digits.
def cm_ten(y_true, y_pred, n_classes):
    C = np.zeros((10, 10), dtype=int)
    for i in range(len(y_true)):
        C[y_true[i], y_pred[i]] += 1
    return C


# ---------------------------------------------------------------------------------------------
# 4. fit_digits


def softmax_rows(Z):
    """Each row of Z as probabilities."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def reader(params):
    """A predict function that is right, for those who erred elsewhere."""

    def predict(X_new):
        Z, _ = forward(params, X_new, relu)
        return Z.argmax(axis=1)

    return predict


def descend(params, grads, lr):
    """One step of plain descent, in place."""
    for (W, b), (dW, db) in zip(params, grads, strict=True):
        W -= lr * dW
        b -= lr * db


def usual_training(X, y, rng, lr=0.2, epochs=20, size=50):
    """The training that works, for those who erred after it."""
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), lr)
    return params


# I start neutral: all weights 0, training will find the right ones.
def fit_zero_weights(X, y, rng):
    def zeros(n_in, n_out, rng):
        return np.zeros((n_in, n_out)), np.zeros(n_out)

    params = init_params((784, 100, 10), rng, zeros)
    Y = one_hot(y, 10)
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I add the correction: new weight is old weight plus rate times gradient.
def fit_uphill(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    lr = 0.1
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta, relu_prime)
            for layer, grad in zip(params, grads, strict=True):
                layer.W[:] = layer.W + lr * grad.W
                layer.b[:] = layer.b + lr * grad.b
    return reader(params)


# I use 0.001, the learning rate that I know from Keras.
def fit_tiny_rate(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), lr=0.001)
    return reader(params)


# I wrote delta myself: probabilities minus targets, then the sums over the batch.
def fit_sum_not_mean(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            delta = softmax_rows(Z) - Y[rows]
            descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I give the network all images at once, 50 epochs must be plenty.
def fit_full_batch(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(50):
        Z, cache = forward(params, X, relu)
        loss, delta = softmax_cross_entropy(Z, Y)
        descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I shuffle the images and the labels in every epoch.
def fit_shuffled_apart(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    for _ in range(10):
        X = rng.permutation(X)
        y = rng.permutation(y)
        Y = one_hot(y, 10)
        for start in range(0, len(X), 100):
            Z, cache = forward(params, X[start : start + 100], relu)
            _, delta = softmax_cross_entropy(Z, Y[start : start + 100])
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I cut the batches with i, and i is the number of the batch.
def fit_same_batch(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    order = rng.permutation(len(X))
    X, Y = X[order], Y[order]
    for _ in range(10):
        for i in range(len(X) // 100):
            X_batch, Y_batch = X[i : i + 100], Y[i : i + 100]
            Z, cache = forward(params, X_batch, relu)
            _, delta = softmax_cross_entropy(Z, Y_batch)
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I do as in Ng's exercise: column 1 is the digit 1, and the zero is the tenth.
def fit_labels_from_one(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = np.zeros((len(y), 10))
    Y[np.arange(len(y)), y - 1] = 1
    for _ in range(12):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), 0.2)

    def predict(X_new):
        return forward(params, X_new, relu)[0].argmax(axis=1) + 1

    return predict


# I wrote the two layers down as two matrix products, the softmax is non-linear anyway.
def fit_no_activation(X, y, rng):
    W1 = rng.normal(0, np.sqrt(1 / 784), (784, 100))
    b1 = np.zeros(100)
    W2 = rng.normal(0, np.sqrt(1 / 100), (100, 10))
    b2 = np.zeros(10)
    Y = one_hot(y, 10)
    for _ in range(15):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            H = X[rows] @ W1 + b1
            P = softmax_rows(H @ W2 + b2)
            delta = (P - Y[rows]) / len(rows)
            dH = delta @ W2.T
            W2 -= 0.1 * H.T @ delta
            b2 -= 0.1 * delta.sum(axis=0)
            W1 -= 0.1 * X[rows].T @ dH
            b1 -= 0.1 * dH.sum(axis=0)

    def predict(X_new):
        return ((X_new @ W1 + b1) @ W2 + b2).argmax(axis=1)

    return predict


# I got a shape error in the product, so I gave the first factor the shape that it needs.
def fit_reshaped_not_transposed(X, y, rng):
    (W1, b1), (W2, b2) = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    lr = 0.1
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            A0 = X[rows]
            Z1 = A0 @ W1 + b1
            A1 = relu(Z1)
            P = softmax_rows(A1 @ W2 + b2)
            d2 = (P - Y[rows]) / len(rows)
            d1 = (d2 @ W2.T) * relu_prime(Z1)
            W2 -= lr * A1.reshape(100, -1) @ d2
            b2 -= lr * d2.sum(axis=0)
            W1 -= lr * A0.reshape(784, -1) @ d1
            b1 -= lr * d1.sum(axis=0)

    def predict(X_new):
        return (relu(X_new @ W1 + b1) @ W2 + b2).argmax(axis=1)

    return predict


# I sent the error back through W2 and that is the gradient of the hidden layer.
def fit_no_slope(X, y, rng):
    (W1, b1), (W2, b2) = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    lr = 0.1
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            A1 = relu(X[rows] @ W1 + b1)
            P = softmax_rows(A1 @ W2 + b2)
            d2 = (P - Y[rows]) / len(rows)
            d1 = d2 @ W2.T
            W2 -= lr * A1.T @ d2
            b2 -= lr * d2.sum(axis=0)
            W1 -= lr * X[rows].T @ d1
            b1 -= lr * d1.sum(axis=0)

    def predict(X_new):
        return (relu(X_new @ W1 + b1) @ W2 + b2).argmax(axis=1)

    return predict


# I wrote the update as in the lesson: W becomes W minus rate times dW.
def fit_update_lost(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            for (W, b), (dW, db) in zip(
                params, backward(params, cache, delta, relu_prime), strict=True
            ):
                W = W - 0.1 * dW
                b = b - 0.1 * db
    return reader(params)


# I normalised the softmax so that it sums to one, np.sum(..., axis=0) as in my old notes.
def fit_softmax_wrong_axis(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            E = np.exp(Z - Z.max(axis=0))
            P = E / E.sum(axis=0)
            delta = (P - Y[rows]) / len(rows)
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I take the place of the largest output.
def fit_argmax_of_all(X, y, rng):
    params = usual_training(X, y, rng)

    def predict(X_new):
        Z, _ = forward(params, X_new, relu)
        return np.argmax(Z)

    return predict


# I standardise the pixels, in training and in predict.
def fit_standardised_by_company(X, y, rng):
    def standardise(A):
        return (A - A.mean(axis=0)) / (A.std(axis=0) + 0.1)

    params = usual_training(standardise(X), y, rng, lr=0.05)

    def predict(X_new):
        return forward(params, standardise(X_new), relu)[0].argmax(axis=1)

    return predict


# I centre the pixels with -=, and remember the mean for predict.
def fit_centres_in_place(X, y, rng):
    mean = X.mean(axis=0)
    X -= mean
    params = usual_training(X, y, rng, lr=0.1)

    def predict(X_new):
        return forward(params, X_new - mean, relu)[0].argmax(axis=1)

    return predict


# I use rng for the weights; the shuffle is only the order, np.random will do.
def fit_global_shuffle(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(20):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I learn from one image after the other, 40 epochs, as in the perceptron lesson.
def fit_one_by_one(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for _ in range(40):
        for i in rng.permutation(len(X)):
            Z, cache = forward(params, X[i : i + 1], relu)
            _, delta = softmax_cross_entropy(Z, Y[i : i + 1])
            descend(params, backward(params, cache, delta, relu_prime), 0.01)
    return reader(params)


# fmt: off
# fmt: off
# fmt: off
HELD_OUT = {
    "prepare": [
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
    ],
    "accuracy": [
        (
            acc_count,
            "the number of hits, not divided by the length",
            [
                "divid", "number of hits", "number of right", "number of correct", "not a share",
                "a count", "count of", "counts the", "counted the", "counts, not", "a sum",
                "the sum", "how many hits", "how many labels are", "by the length", "by the number",
                "by n", "a number of", "take the mean", "mean of the comparison", "the count of",
                "only counts", "count, not"
            ],
        ),
        (
            acc_percent,
            "in per cent instead of a share",
            [
                "percent", "per cent", "%", "hundred", "by 100", "times 100", "to 100", "100 times",
                "100 *"
            ],
        ),
        (
            acc_error_rate,
            "the share of mistakes instead of hits",
            [
                "error rate", "mistake", "errors", "wrong ones", "share of wrong", "wrong labels",
                "differ", "misses", "1 - ", "1 minus", "one minus", "the opposite", "complement",
                "unequal", "!=", "predicted wrong", "labels+are wrong", "share+are wrong"
            ],
        ),
        (
            acc_rounded,
            "rounded to two decimals",
            [
                "round", "decimal", "digits after"
            ],
        ),
        (
            acc_all_or_nothing,
            "asks whether all labels are right instead of how many",
            [
                "all or nothing", "all-or-nothing", "whole vector", "entire", "every label",
                "each label", "all labels", "all of them", "array_equal", "only 0 or 1",
                "either 0 or 1", "0 or 1", "all are right", "single mistake", "one mistake",
                "all+equal", "perfect", "as a whole"
            ],
        ),
        (
            acc_zero_is_no_hit,
            "hits of class 0 are not counted, since the label 0 counts as nothing",
            [
                "class 0", "label 0", "zeros", "the 0", "digit 0", "count_nonzero", "nonzero",
                "non-zero", "class zero", "label zero", "falsy", "counts as false", "labelled 0",
                "labeled 0", "labels themselves"
            ],
        ),
        (
            acc_from_one,
            "the first label is left out",
            [
                "off by one", "starts at 1", "start at 1", "from 1", "index 0", "skip", "left out",
                "leaves out", "begins at", "range(1", "one label+miss", "at 0", "from 0",
                "not all labels", "one too few", "first+left", "first+skip", "first+miss",
                "first+ignor", "first+not", "first+never", "first+forgot", "without the first",
                "from the second"
            ],
        ),
        (
            acc_returns_in_loop,
            "returns inside the loop, after the first label",
            [
                "return+loop", "indent", "first pair", "first comparison", "first sample",
                "after one", "too early", "early", "only the first", "first one", "just the first",
                "after the first", "at the first", "first label alone", "with the first"
            ],
        ),
        (
            acc_threshold,
            "labels are turned into yes and no: all classes above 0 count as the same",
            [
                "threshold", "0.5", "binary", "two classes", "yes", "0 or not", "class 0 or",
                "above 0", "greater than 0", "more than two", "> 0", "positive", "nonzero",
                "non-zero", "truth value", "zero or not", "all other classes", "different classes"
            ],
        ),
        (
            acc_one_minus_distance,
            "uses the distance between labels instead of equality",
            [
                "distance", "differenc", "how far", "far off", "subtract", "absolute", "names, not",
                "near miss", "not numbers", "negative", "below 0", "are names", "by how much",
                "regression"
            ],
        ),
        (
            acc_balanced,
            "the mean of the accuracies of the classes, whatever their size",
            [
                "balanced", "each class", "per class", "class by class", "classes+weigh", "rare",
                "class+mean", "class+average", "macro", "recall", "every class", "by class",
                "weight+class", "a class", "mean of the classes", "accuracies of the classes",
                "average of the classes"
            ],
        ),
        (
            acc_membership,
            "asks whether a prediction occurs anywhere, not at the same place",
            [
                "anywhere", "same place", "same position", "position", "at its place", "own place",
                "somewhere", "`in`", " in y_true", "member", "occurs", "pairs", "pair by",
                "place by place", "its own", "contained", "as sets", "a set", "their order",
                "the order", "order of", "same order"
            ],
        ),
        (
            acc_tp_tn,
            "counts only hits of the classes 0 and 1",
            [
                "binary", "two classes", "0 and 1", "classes above 1", "more than two",
                "true positive", "class 2", "other classes", "higher classes", "2 and more",
                "from 2", "above 1", "positives", "0 or 1", "tp and", "`tp`"
            ],
        ),
        (
            acc_prints,
            "prints the number and returns nothing",
            [
                "none", "print", "returns nothing", "gives nothing", "not return",
                "nothing is returned", "no return", "return is missing", "return+forgot",
                "without return", "without a return", "return+print", "return statement",
                "returned nothing", "missing+return"
            ],
        ),
    ],
    "confusion_matrix": [
        (
            cm_swapped,
            "rows are the prediction and columns the truth",
            [
                "transpos", "swap", "other way round", "other way around", "rows are the truth",
                "rows are the predict", "rows+truth", "row+true", "exchang", "interchang",
                "rows and columns", "[j, i]", "c.t", "wrong way round", "wrong order", "mixed up",
                "reversed", "truth+columns"
            ],
        ),
        (
            cm_fancy,
            "+= with index vectors counts a repeated place only once",
            [
                "only once", "just once", "at most 1", "at most one", "repeat", "more than once",
                "add.at", "fancy", "whole vectors", "index+vectors", "duplicate", "several times",
                "only 0 and 1", "0 or 1", "counted once", "never above 1", "named twice",
                "twice+once", "occur twice", "same place", "index with whole"
            ],
        ),
        (
            cm_shares,
            "rows are divided by their sums: shares instead of counts",
            [
                "normali", "divid", "fraction", "proportion", "rates", "percent", "sum to 1",
                "sums to 1", "not counts", "counts, not", "instead of counts",
                "counts+between 0 and 1", "probabilit", "whole numbers", "shares", "a share"
            ],
        ),
        (
            cm_classes_seen,
            "the table has only the classes that occur",
            [
                "does not occur", "do not occur", "that occur", "not occur", "absent", "n_classes",
                "too small", "missing class", "class+missing", "unique", "empty class",
                "never occur", "occurring", "does not appear", "that appear", "present",
                "smaller than", "classes+seen"
            ],
        ),
        (
            cm_from_one,
            "classes are counted from 1 instead of 0",
            [
                "from 1", "from one", "from 0", "from zero", "off by one", "shift", "- 1",
                "minus 1", "one place", "one too", "class 0", "wraps", "starts at 1", "start at 0",
                "index -1", "moved", "shifted by"
            ],
        ),
        (
            cm_mistakes_only,
            "the right predictions on the diagonal are not counted",
            [
                "diagonal", "right ones", "hits", "correct predictions", "right predictions",
                "only the mistakes", "only mistakes", "only errors", "mistakes only",
                "predicted right", "correctly predicted", "only+wrong", "that are right",
                "which are right", "what is right"
            ],
        ),
        (
            cm_counts_every_pair_again,
            "too slow: the whole list is read again for every sample",
            [
                "slow", "too long", "seconds", "minutes", "quadratic", "n²", "n^2",
                "again for every", "again for each", "once through", "pass over", "time limit",
                "too much time", "takes+time", "timed out", "time out", "in time", "enough time"
            ],
        ),
        (
            cm_shared_rows,
            "all rows are one and the same list",
            [
                "same list", "same row", "shared", "one list", "one row", "alias", "* n_classes",
                "copies", "copy", "all rows", "every row", "rows are equal", "rows are the same",
                "rows are identical", "identical", "rows+alike", "share one", "share the same",
                "rows share"
            ],
        ),
        (
            cm_uint8,
            "counts overflow, since an 8-bit integer ends at 255",
            [
                "overflow", "uint8", "8-bit", "8 bit", "dtype", "255", "256", "wrap",
                "integer type", "data type", "start again at 0", "starts again", "large counts",
                "byte", "int8", "too small a type", "number type", "kind of number"
            ],
        ),
        (
            cm_symmetric,
            "a mistake is counted twice, also at the mirrored place",
            [
                "symmetr", "mirror", "both ways", "both directions", "both places", "two places",
                "counted twice", "counts twice", "twice", "c[j, i]", "direction", "too many",
                "more than there are samples", "sum+larger", "transpose+added", "its transpose"
            ],
        ),
        (
            cm_no_minlength,
            "bincount without minlength is too short if the last place is not hit",
            [
                "minlength", "bincount", "too short", "does not occur", "do not occur", "reshape",
                "last class", "absent", "missing class", "class+missing", "not occur",
                "never occur", "does not appear"
            ],
        ),
        (
            cm_histogram,
            "histogram2d spans its bins from the smallest to the largest label that occurs",
            [
                "histogram", "bins", "range", "smallest+largest", "does not occur", "do not occur",
                "absent", "not occur", "missing class", "class+missing", "never occur",
                "does not appear", "that occur", "stretch", "edges"
            ],
        ),
        (
            cm_in_place,
            "the caller's y_true is changed in place",
            [
                "in place", "in-place", "unchanged", "caller", "argument+change", "your input",
                "y_true+changed", "changes y_true", "modif", "overwrit", "a copy", "altered",
                "inputs", "changed", "belong"
            ],
        ),
        (
            cm_ten,
            "the size 10 is fixed, n_classes is ignored",
            [
                "n_classes", "hard-coded", "hardcoded", "hard-wired", "fixed", "always 10",
                "always ten", "10 classes", "ten classes", "(10, 10)", "10 x 10", "10 by 10",
                "number of classes", "size of the table", "other than 10", "wrong size", "too large"
            ],
        ),
    ],
}
# fmt: on
