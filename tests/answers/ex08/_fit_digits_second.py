"""More held-out answers to fit_digits, by another author."""

import numpy as np

from mlp_lesson.activations import relu, relu_prime
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import backward, forward, he_normal, init_params


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


def usual_training(X, y, rng, lr=0.2, epochs=8, size=50):
    """The training that works, for those who erred after it."""
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
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

    params = init_params((784, 100, 10), rng, zeros, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(5):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I add the correction: new weight is old weight plus rate times gradient.
def fit_uphill(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    lr = 0.1
    for _ in range(5):
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
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(5):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), lr=0.001)
    return reader(params)


# I wrote delta myself: probabilities minus targets, then the sums over the batch.
def fit_sum_not_mean(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(5):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 100):
            rows = order[start : start + 100]
            Z, cache = forward(params, X[rows], relu)
            delta = softmax_rows(Z) - Y[rows]
            descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I give the network all images at once, 25 epochs must be plenty.
def fit_full_batch(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(25):
        Z, cache = forward(params, X, relu)
        loss, delta = softmax_cross_entropy(Z, Y)
        descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I shuffle the images and the labels in every epoch.
def fit_shuffled_apart(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    for _ in range(5):
        X = rng.permutation(X)
        y = rng.permutation(y)
        Y = one_hot(y, 10, X.dtype)
        for start in range(0, len(X), 100):
            Z, cache = forward(params, X[start : start + 100], relu)
            _, delta = softmax_cross_entropy(Z, Y[start : start + 100])
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I cut the batches with i, and i is the number of the batch.
def fit_same_batch(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    order = rng.permutation(len(X))
    X, Y = X[order], Y[order]
    for _ in range(5):
        for i in range(len(X) // 100):
            X_batch, Y_batch = X[i : i + 100], Y[i : i + 100]
            Z, cache = forward(params, X_batch, relu)
            _, delta = softmax_cross_entropy(Z, Y_batch)
            descend(params, backward(params, cache, delta, relu_prime), 0.1)
    return reader(params)


# I do as in Ng's exercise: column 1 is the digit 1, and the zero is the tenth.
def fit_labels_from_one(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = np.zeros((len(y), 10), X.dtype)
    Y[np.arange(len(y)), y - 1] = 1
    for _ in range(6):
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
    W1 = rng.normal(0, np.sqrt(1 / 784), (784, 100)).astype(X.dtype)
    b1 = np.zeros(100, X.dtype)
    W2 = rng.normal(0, np.sqrt(1 / 100), (100, 10)).astype(X.dtype)
    b2 = np.zeros(10, X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(6):
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
    (W1, b1), (W2, b2) = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    lr = 0.1
    for _ in range(5):
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
    (W1, b1), (W2, b2) = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    lr = 0.1
    for _ in range(5):
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
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(5):
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
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(8):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows], relu)
            _, delta = softmax_cross_entropy(Z, Y[rows])
            descend(params, backward(params, cache, delta, relu_prime), 0.2)
    return reader(params)


# I learn from one image after the other, 40 epochs, as in the perceptron lesson.
def fit_one_by_one(X, y, rng):
    params = init_params((784, 100, 10), rng, he_normal, dtype=X.dtype)
    Y = one_hot(y, 10, X.dtype)
    for _ in range(40):
        for i in rng.permutation(len(X)):
            Z, cache = forward(params, X[i : i + 1], relu)
            _, delta = softmax_cross_entropy(Z, Y[i : i + 1])
            descend(params, backward(params, cache, delta, relu_prime), 0.01)
    return reader(params)


SECOND = [
        (
        fit_zero_weights,
        "all weights start at zero, so the units never differ (and ReLU never wakes up)",
        [
            "initial", "start at 0", "start at zero", "all zero", "zero weights",
            "weights+zero", "weights+0", "first weights", "random weights", "symmetr",
            "weights+equal", "weights+same", "units+same", "units+alike", "identical",
            "he_normal", "starting weights", "weights+zeros", "all zeros", "np.zeros",
            "units+equal"
        ],
    ),
    (
        fit_uphill,
        "the step goes up the gradient instead of down",
        [
            "uphill", "ascent", "climb", "minus", "wrong direction", "against the grad",
            "opposite", "subtract", "loss+rises", "loss+grows", "loss+up", "downhill",
            "goes up", "plus", "wrong sign", "sign of", "the sign", "sign is"
        ],
    ),
    (
        fit_tiny_rate,
        "the learning rate is far too small",
        [
            "learning rate", "step+small", "steps+small", "small steps", "tiny", "rate+small",
            "too slowly", "too short", "longer steps", "larger steps", "rate+low",
            "rate+larger", "not finished", "too cautious", "more steps", "further training",
            "hardly moves", "still falling", "underfit"
        ],
    ),
    (
        fit_full_batch,
        "each step uses all rows, so there are far too few steps",
        [
            "minibatch", "mini-batch", "full batch", "full-batch", "whole data", "all rows",
            "all images at once", "all at once", "too few steps", "more steps", "few steps",
            "number of steps", "longer training", "train longer", "not finished",
            "smaller batch", "one step a pass", "one step per", "still falling", "underfit",
            "in batches", "small batches", "use batches", "smaller batches", "one batch",
            "whole batch"
        ],
    ),
    (
        fit_shuffled_apart,
        "images and labels are shuffled separately and no longer belong together",
        [
            "stay together", "belong together", "apart", "separately", "same order",
            "row numbers", "wrong label", "out of step", "pairs", "pairing",
            "labels+images+order", "other images' labels", "another image", "shuffl+label",
            "shuffl+images", "shuffl+together", "shuffl+apart", "shuffl+separate",
            "shuffl+same", "shuffl+differen", "permut+label", "permut+images",
            "permut+together", "permut+apart", "permut+separate", "permut+same",
            "permut+differen", "match+label"
        ],
    ),
    (
        fit_same_batch,
        "the batches overlap: only the first few hundred rows are ever used",
        [
            "slice", "only the first", "first rows", "few rows", "few images", "same rows",
            "same images", "not all rows", "not all images", "part of the", "all the rows",
            "rows+never", "images+never", "never+seen", "overlap", "by heart", "memori",
            "overfit", "whole data", "fraction of", "same batch", "first batch", "batch+start",
            "batch+begin", "batches+not", "batches+only", "batches+all", "batches+cover",
            "which rows", "next batch"
        ],
    ),
    (
        fit_labels_from_one,
        "classes are counted from 1, so that zeros come out as 10",
        [
            "from 1", "from 0", "label 10", "labels 1", "off by one", "shift", "0 to 9",
            "zero+ten", "zeros+10", "zero+10", "digit 0", "class 0", "no zero", "never+0",
            "outside 0", "digit zero", "larger than 9", "above 9", "label+range",
            "counted from", "as 10", "shifted by"
        ],
    ),
    (
        fit_no_activation,
        "no activation in the hidden layer, so the network is only linear",
        [
            "activation", "linear", "no hidden", "without a hidden", "single layer",
            "one layer", "straight", "identity", "bend", "relu+missing", "no relu",
            "without relu", "relu+forgot", "relu+lack", "without hidden",
            "hidden layer+nothing", "hidden layer+use", "hidden layer+missing",
            "hidden layer+work", "hidden layer+bend"
        ],
    ),
    (
        fit_softmax_wrong_axis,
        "softmax along the wrong axis: over the rows of the batch, not the classes",
        [
            "axis", "softmax", "axis=0", "over the images", "across images", "across the batch",
            "sum to 1", "sum to one", "probabilities+row", "columns", "over the whole batch",
            "over the rows", "along the rows"
        ],
    ),
    (
        fit_no_slope,
        "backward pass without the derivative of ReLU",
        [
            "slope", "derivative", "relu_prime", "f'", "f′", "prime", "backward", "backprop",
            "gradient+wrong", "gradient check", "gradient+hidden", "dead units", "way back",
            "hidden delta"
        ],
    ),
    (
        fit_reshaped_not_transposed,
        "reshape instead of transpose mixes up the weights' gradient",
        [
            "transpos", "reshape", "backward", "backprop", "gradient+wrong", "gradient check",
            "mixed up", "scrambl", "jumbl", "way back", "a.t", "x.t", "`dw`", "dw is", "dw1"
        ],
    ),
    (
        fit_sum_not_mean,
        "the gradient is summed over the batch, not averaged, so steps are far too long",
        [
            "averag", "summed", "sum over", "sums over", "divide", "divid", "/ n", "/n", "1/n",
            "huge", "diverg", "explod", "overshoot", "overflow", "blow", "batch size",
            "learning rate+large", "learning rate+high", "learning rate+big", "rate+too large",
            "rate+too high", "steps+too long", "steps+too large", "steps+too big",
            "step+too large", "gradient+too large", "mean over", "the mean", "a mean",
            "mean of", "smaller learning rate", "smaller steps", "shorter steps",
            "step is too long", "step far too long"
        ],
    ),
    (
        fit_update_lost,
        "the update only rebinds local names, the parameters never change",
        [
            "never updated", "not updated", "no update", "update", "rebind", "local name",
            "new array", "stored back", "written back", "put back", "thrown away",
            "first weights", "untrained", "initial weights", "still random", "as at the start",
            "-=", "weight+never change", "weight+not change", "weight+unchanged",
            "weight+in place", "weight+in-place", "weight+not move", "weight+stay",
            "weight+never move", "param+never change", "param+not change", "param+unchanged",
            "param+in place", "param+in-place", "param+not move", "param+stay",
            "param+never move"
        ],
    ),
    (
        fit_argmax_of_all,
        "argmax without axis gives one number for all images",
        [
            "axis", "one label for each", "one label per", "one label an image",
            "each image+label", "single number", "one number", "for each row", "each row",
            "per row", "argmax", "one label a", "a scalar", "(n_new,)", "(n,)",
            "one for each image", "a label for each", "label for every", "single label"
        ],
    ),
    (
        fit_standardised_by_company,
        "predict standardises with the statistics of the new images themselves",
        [
            "standardi", "other images", "come with", "comes with", "company", "depends on",
            "depend on", "alone", "single image", "neighbour", "statistics", "mean+new",
            "mean of the training", "same image", "by itself", "at a time", "one by one",
            "one image alone", "one image+other", "image on its own", "come together"
        ],
    ),
    (
        fit_centres_in_place,
        "the caller's X is changed in place",
        [
            "in place", "in-place", "unchanged", "caller", "argument+change", "your input",
            "x+changed", "changes x", "modif", "overwrit", "a copy", "altered", "read-only",
            "-=", "your inputs", "its inputs"
        ],
    ),
    (
        fit_global_shuffle,
        "shuffles with np.random instead of rng",
        [
            "rng", "np.random", "global", "random number", "reproduc", "seed", "same network",
            "randomness", "generator", "differ+twice", "two trainings", "second training",
            "two runs", "repeatable", "repeated", "not repeat", "every random", "all random"
        ],
    ),
    (
        fit_one_by_one,
        "one image a step in a Python loop is far too slow",
        [
            "slow", "seconds", "minibatch", "mini-batch", "one image at", "one by one",
            "single rows", "one row", "image by image", "faster", "fewer passes",
            "takes too long", "took too long", "training+too long", "in batches", "use batches",
            "time limit", "too much time", "takes+time", "timed out", "time out", "in time",
            "loop+too long"
        ],
    ),
]
