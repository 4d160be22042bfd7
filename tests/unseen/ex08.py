"""Answers to exercise 08 by somebody who had not seen the checks; each wrong one with its cause."""

import numpy as np


def relu(z):
    return np.maximum(z, 0)


def relu_prime(z):
    return (z > 0).astype(float)


def identity(z):
    return z


def ones_like(z):
    return np.ones_like(z)


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def one_hot(y, k):
    return np.eye(k)[y]


def init_params(sizes, rng):
    params = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        params.append((rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)))
    return params


def forward(params, X, f=relu):
    As, Zs = [X], []
    for l, (W, b) in enumerate(params):
        Zs.append(As[-1] @ W + b)
        if l < len(params) - 1:
            As.append(f(Zs[-1]))
    return Zs[-1], (As, Zs)


def softmax_cross_entropy(Z, Y):
    S = Z - Z.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.sum(Y * log_p) / len(Z), (np.exp(log_p) - Y) / len(Z)


def backward(params, cache, delta, f_prime=relu_prime):
    As, Zs = cache
    grads = []
    for l in reversed(range(len(params))):
        grads.insert(0, (As[l].T @ delta, delta.sum(axis=0)))
        if l > 0:
            delta = (delta @ params[l][0].T) * f_prime(Zs[l - 1])
    return grads



# ---- prepare
def prepare_wrong_no_scale(images):
    return images.reshape(len(images), -1).astype(float)


def prepare_wrong_own_maximum(images):
    return images.reshape(len(images), -1) / images.max()


def prepare_wrong_by_256(images):
    return images.reshape(len(images), -1) / 256


def prepare_wrong_floor_division(images):
    return images.reshape(images.shape[0], -1) // 255


def prepare_wrong_one_long_row(images):
    return images.reshape(-1) / 255


def prepare_wrong_not_flattened(images):
    return images / 255.0


def prepare_wrong_fixed_784(images):
    return images.reshape(-1, 784) / 255.0


def prepare_wrong_columns(images):
    return images.reshape(len(images), -1).T / 255.0


def prepare_wrong_columns_mixed(images):
    n = images.shape[0]
    return images.reshape(-1, n).T / 255.0


def prepare_wrong_column_by_column(images):
    n, h, w = images.shape
    return images.reshape((n, h * w), order="F") / 255.0


def prepare_wrong_transposed_images(images):
    n = len(images)
    return images.transpose(0, 2, 1).reshape(n, -1) / 255.0


def prepare_wrong_standardized(images):
    X = images.reshape(len(images), -1).astype(float)
    return (X - X.mean()) / X.std()


def prepare_wrong_per_image_min_max(images):
    X = images.reshape(len(images), -1).astype(float)
    low = X.min(axis=1, keepdims=True)
    high = X.max(axis=1, keepdims=True)
    return (X - low) / (high - low + 1e-9)


def prepare_wrong_in_place(images):
    images /= 255
    return images.reshape(len(images), -1)


def prepare_wrong_back_to_integers(images):
    return (images.reshape(len(images), -1) / 255).astype(int)


def prepare_wrong_inverted(images):
    return 1 - images.reshape(len(images), -1) / 255


def prepare_wrong_centred(images):
    return images.reshape(len(images), -1) / 127.5 - 1


def prepare_wrong_rows_of_pixels(images):
    return images.reshape(-1, images.shape[-1]) / 255.0


def prepare_wrong_first_image_only(images):
    return images[0].ravel().reshape(1, -1) / 255.0


def prepare_wrong_black_white(images):
    return (images.reshape(len(images), -1) > 127).astype(float)


def prepare_wrong_clipped(images):
    return np.clip(images.reshape(len(images), -1), 0, 1).astype(float)


def prepare_wrong_squeezed(images):
    X = images.reshape(len(images), -1) / 255.0
    return np.squeeze(X)


def prepare_wrong_uint8_arithmetic(images):
    doubled = images * np.uint8(2)
    return doubled.reshape(len(images), -1) / 510.0


def prepare_wrong_own_max_and_fixed(images):
    X = images.reshape(len(images), 784)
    return X / X.max()


def prepare_wrong_columns_no_scale(images):
    return images.reshape(images.shape[0], -1).T * 1.0


def prepare_right_reshape(images):
    return images.reshape(len(images), -1) / 255


def prepare_right_shapes(images):
    n, height, width = images.shape
    return images.astype(np.float64).reshape(n, height * width) / 255.0


def prepare_right_list(images):
    return np.array([image.ravel() / 255 for image in images])


def prepare_right_loops(images):
    n, height, width = images.shape
    X = np.zeros((n, height * width))
    for i in range(n):
        for r in range(height):
            for c in range(width):
                X[i, r * width + c] = float(images[i, r, c]) / 255.0
    return X


def prepare_right_concatenate_lines(images):
    lines = [images[:, r, :] for r in range(images.shape[1])]
    return np.true_divide(np.concatenate(lines, axis=1), 255)



# ---- accuracy
def accuracy_wrong_sum(y_true, y_pred):
    return np.sum(y_true == y_pred)


def accuracy_wrong_per_cent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


def accuracy_wrong_error_rate(y_true, y_pred):
    return np.mean(y_true != y_pred)


def accuracy_wrong_product(y_true, y_pred):
    return np.sum(y_true * y_pred) / len(y_true)


def accuracy_wrong_all(y_true, y_pred):
    return float(np.all(y_true == y_pred))


def accuracy_wrong_distance(y_true, y_pred):
    return 1 - np.mean(np.abs(y_true - y_pred))


def accuracy_wrong_by_classes(y_true, y_pred):
    n_classes = max(y_true.max(), y_pred.max()) + 1
    return np.sum(y_true == y_pred) / n_classes


def accuracy_wrong_nonzero(y_true, y_pred):
    return np.mean((y_true > 0) & (y_pred > 0))


def accuracy_wrong_floor(y_true, y_pred):
    return np.sum(y_true == y_pred) // len(y_true)


def accuracy_wrong_n_minus_one(y_true, y_pred):
    return np.sum(y_true == y_pred) / (len(y_true) - 1)


def accuracy_wrong_sorted(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


def accuracy_wrong_last_missing(y_true, y_pred):
    hits = 0
    for i in range(len(y_true) - 1):
        if y_true[i] == y_pred[i]:
            hits += 1
    return hits / len(y_true)


def accuracy_wrong_truth_only(y_true, y_pred):
    return np.mean(y_true == y_true)


def accuracy_wrong_argmax(y_true, y_pred):
    return np.mean(np.argmax(y_pred) == y_true)


def accuracy_wrong_half(y_true, y_pred):
    return np.mean((y_pred > 0.5) == y_true)


def accuracy_wrong_membership(y_true, y_pred):
    return np.mean(np.isin(y_pred, y_true))


def accuracy_wrong_mean_per_class(y_true, y_pred):
    shares = []
    for c in np.unique(y_true):
        shares.append(np.mean(y_pred[y_true == c] == c))
    return np.mean(shares)


def accuracy_wrong_within_one(y_true, y_pred):
    return np.mean(np.abs(y_true - y_pred) <= 1)


def accuracy_wrong_return_in_loop(y_true, y_pred):
    hits = 0
    for t, p in zip(y_true, y_pred):
        hits += t == p
        return hits / len(y_true)


def accuracy_wrong_wrong_per_cent(y_true, y_pred):
    return 100.0 * np.sum(y_true != y_pred) / y_true.size


def accuracy_wrong_sum_nonzero(y_true, y_pred):
    return np.count_nonzero((y_true == y_pred) * y_true)


def accuracy_right_mean(y_true, y_pred):
    return np.mean(y_true == y_pred)


def accuracy_right_count(y_true, y_pred):
    return np.count_nonzero(np.equal(y_true, y_pred)) / len(y_true)


def accuracy_right_loop(y_true, y_pred):
    hits = 0
    for t, p in zip(y_true, y_pred):
        if t == p:
            hits += 1
    return hits / len(y_true)


def accuracy_right_difference(y_true, y_pred):
    wrong = np.sum((y_true - y_pred) != 0)
    return float(1 - wrong / y_true.shape[0])


def accuracy_right_mask(y_true, y_pred):
    return y_true[y_true == y_pred].size / y_true.size



# ---- confusion_matrix
def confusion_matrix_wrong_transposed(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[p, t] += 1
    return C


def confusion_matrix_wrong_counted_once(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


def confusion_matrix_wrong_own_number(y_true, y_pred, n_classes):
    k = max(y_true.max(), y_pred.max()) + 1
    C = np.zeros((k, k), dtype=int)
    np.add.at(C, (y_true, y_pred), 1)
    return C


def confusion_matrix_wrong_from_one(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[t - 1, p - 1] += 1
    return C


def confusion_matrix_wrong_set_not_counted(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[t, p] = 1
    return C


def confusion_matrix_wrong_row_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


def confusion_matrix_wrong_all_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
    return C / len(y_true)


def confusion_matrix_wrong_diagonal_only(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        if t == p:
            C[t, p] += 1
    return C


def confusion_matrix_wrong_mistakes_only(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        if t != p:
            C[t, p] += 1
    return C


def confusion_matrix_wrong_same_row(y_true, y_pred, n_classes):
    C = [[0] * n_classes] * n_classes
    for t, p in zip(y_true, y_pred):
        C[t][p] += 1
    return np.array(C)


def confusion_matrix_wrong_first_samples_only(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for i in range(min(n_classes, len(y_true))):
        C[y_true[i], y_pred[i]] += 1
    return C


def confusion_matrix_wrong_occurring_only(y_true, y_pred, n_classes):
    classes = np.unique(np.concatenate([y_true, y_pred]))
    C = np.zeros((len(classes), len(classes)), dtype=int)
    for i, a in enumerate(classes):
        for j, b in enumerate(classes):
            C[i, j] = np.sum((y_true == a) & (y_pred == b))
    return C


def confusion_matrix_wrong_bincount_short(y_true, y_pred, n_classes):
    numbers = y_true * n_classes + y_pred
    return np.bincount(numbers).reshape(n_classes, n_classes)


def confusion_matrix_wrong_flat(y_true, y_pred, n_classes):
    return np.bincount(y_true * n_classes + y_pred, minlength=n_classes**2)


def confusion_matrix_wrong_or(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for i in range(n_classes):
        for j in range(n_classes):
            C[i, j] = np.sum((y_true == i) | (y_pred == j))
    return C


def confusion_matrix_wrong_last_class_missing(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for i in range(n_classes - 1):
        for j in range(n_classes - 1):
            C[i, j] = np.sum((y_true == i) & (y_pred == j))
    return C


def confusion_matrix_wrong_small_integers(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(C, (y_true, y_pred), 1)
    return C


def confusion_matrix_right_slow(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    pairs = list(zip(y_true.tolist(), y_pred.tolist()))
    for pair in pairs:
        C[pair] = pairs.count(pair)
    return C


def confusion_matrix_wrong_outer(y_true, y_pred, n_classes):
    a = np.bincount(y_true, minlength=n_classes)
    b = np.bincount(y_pred, minlength=n_classes)
    return np.outer(a, b)


def confusion_matrix_wrong_return_in_loop(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
        return C


def confusion_matrix_wrong_pairs_by_samples(y_true, y_pred, n_classes):
    C = np.zeros((len(y_true), n_classes), dtype=int)
    for i, p in enumerate(y_pred):
        C[i, p] += 1
    return C[:n_classes]


def confusion_matrix_wrong_transposed_once(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    C[y_pred, y_true] += 1
    return C


def confusion_matrix_wrong_transposed_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_pred, y_true), 1)
    return C / C.sum()


def confusion_matrix_right_loop(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
    return C


def confusion_matrix_right_add_at(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C


def confusion_matrix_right_bincount(y_true, y_pred, n_classes):
    numbers = n_classes * np.asarray(y_true, dtype=int) + y_pred
    return np.bincount(numbers, minlength=n_classes * n_classes).reshape(n_classes, n_classes)


def confusion_matrix_right_one_hot_product(y_true, y_pred, n_classes):
    eye = np.eye(n_classes)
    return np.rint(eye[y_true].T @ eye[y_pred]).astype(int)


def confusion_matrix_right_masks(y_true, y_pred, n_classes):
    return np.array(
        [[np.sum((y_true == i) & (y_pred == j)) for j in range(n_classes)] for i in range(n_classes)]
    )


def confusion_matrix_right_histogram(y_true, y_pred, n_classes):
    edges = np.arange(n_classes + 1) - 0.5
    C, _, _ = np.histogram2d(y_true, y_pred, bins=(edges, edges))
    return C



# ---- fit_digits
def fit_digits_wrong_no_hidden_layer(X, y, rng):
    params = init_params((784, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_probabilities(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return softmax(Z)

    return predict


def fit_digits_wrong_argmax_axis_0(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=0)

    return predict


def fit_digits_wrong_np_random_order(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_own_seed(X, y, rng):
    rng = np.random.default_rng(0)
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_zero_weights(X, y, rng):
    params = [(np.zeros((784, 100)), np.zeros(100)), (np.zeros((100, 10)), np.zeros(10))]
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_labels_left_behind(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[start : start + 50])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_uphill(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W += lr * dW
                b += lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_gradients_changed(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                dW = W - lr * dW
                db = b - lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_lr_too_small(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.001
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_lr_too_large(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 20.0
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_full_batch_few_steps(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for rows in [order]:
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_first_batch_only(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = np.arange(50)
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_divided_again(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new / 255.0)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_scaled_by_the_batch(X, y, rng):
    params = init_params((784, 100, 10), rng)
    X = (X - X.mean(axis=0)) / (X.std(axis=0) + 0.1)
    Y = one_hot(y, 10)
    lr = 0.05
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        X_new = (X_new - X_new.mean(axis=0)) / (X_new.std(axis=0) + 0.1)
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_predict_not_standardized(X, y, rng):
    params = init_params((784, 100, 10), rng)
    mean, std = X.mean(axis=0), X.std(axis=0) + 0.1
    X = (X - mean) / std
    Y = one_hot(y, 10)
    lr = 0.05
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_changes_X(X, y, rng):
    params = init_params((784, 100, 10), rng)
    mean = X.mean(axis=0)
    X -= mean
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new - mean)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_fixed_10000(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = np.zeros((10000, 10))
    Y[np.arange(10000), y] = 1
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_few_hidden_units(X, y, rng):
    params = init_params((784, 5, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_no_activation(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows], identity)
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta, ones_like)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new, identity)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_relu_forgotten_in_predict(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z = X_new
        for W, b in params:
            Z = Z @ W + b
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_divided_by_n_twice(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW / len(rows)
                b -= lr * db / len(rows)

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_large_weights(X, y, rng):
    params = [
        (rng.normal(size=(784, 100)), np.zeros(100)),
        (rng.normal(size=(100, 10)), np.zeros(10)),
    ]
    Y = one_hot(y, 10)
    lr = 0.5
    for epoch in range(5):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_two_passes_small_data(X, y, rng):
    X, y = X[:500], y[:500]
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_too_slow(X, y, rng):
    W1, b1 = rng.normal(0, np.sqrt(2 / 784), (784, 100)), np.zeros(100)
    W2, b2 = rng.normal(0, np.sqrt(2 / 100), (100, 10)), np.zeros(10)
    for epoch in range(100):
        for i in rng.permutation(len(X)):
            x = X[i]
            z1 = x @ W1 + b1
            a1 = np.maximum(z1, 0)
            z2 = a1 @ W2 + b2
            p = np.exp(z2 - z2.max())
            delta2 = p / p.sum()
            delta2[y[i]] -= 1
            delta1 = (W2 @ delta2) * (z1 > 0)
            W2 = W2 - 0.01 * np.outer(a1, delta2)
            b2 = b2 - 0.01 * delta2
            W1 = W1 - 0.01 * np.outer(x, delta1)
            b1 = b1 - 0.01 * delta1

    def predict(X_new):
        return np.argmax(np.maximum(X_new @ W1 + b1, 0) @ W2 + b2, axis=1)

    return predict


def fit_digits_wrong_softmax_over_images(X, y, rng):
    n = len(X)
    Y = np.eye(10)[y]
    W1, b1 = rng.standard_normal((784, 100)) * np.sqrt(2 / 784), np.zeros(100)
    W2, b2 = rng.standard_normal((100, 10)) * np.sqrt(2 / 100), np.zeros(10)
    for epoch in range(8):
        order = rng.permutation(n)
        for start in range(0, n, 50):
            batch = order[start : start + 50]
            A0 = X[batch]
            Z1 = A0 @ W1 + b1
            A1 = np.maximum(Z1, 0)
            E = np.exp(A1 @ W2 + b2)
            P = E / sum(E)
            delta2 = (P - Y[batch]) / len(batch)
            delta1 = delta2 @ W2.T * (Z1 > 0)
            W2 -= 0.3 * A1.T @ delta2
            b2 -= 0.3 * delta2.sum(axis=0)
            W1 -= 0.3 * A0.T @ delta1
            b1 -= 0.3 * delta1.sum(axis=0)

    def predict(X_new):
        return np.argmax(np.maximum(X_new @ W1 + b1, 0) @ W2 + b2, axis=1)

    return predict


def fit_digits_wrong_labels_as_targets(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = y[:, None]
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_returns_weights(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    return params


def fit_digits_wrong_labels_as_column(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1).reshape(-1, 1)

    return predict


def fit_digits_wrong_no_hidden_and_np_random(X, y, rng):
    params = init_params((784, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_one_pass_and_small_lr(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.01
    for epoch in range(1):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_wrong_uphill_and_probabilities(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W += 0.001 * dW
                b += 0.001 * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return softmax(Z)

    return predict


def fit_digits_right_minibatches(X, y, rng):
    params = init_params((784, 100, 10), rng)
    Y = one_hot(y, 10)
    lr = 0.3
    for epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            Z, cache = forward(params, X[rows])
            loss, delta = softmax_cross_entropy(Z, Y[rows])
            grads = backward(params, cache, delta)
            for (W, b), (dW, db) in zip(params, grads):
                W -= lr * dW
                b -= lr * db

    def predict(X_new):
        Z, _ = forward(params, X_new)
        return Z.argmax(axis=1)

    return predict


def fit_digits_right_by_hand_momentum(X, y, rng):
    n = X.shape[0]
    params = [
        rng.normal(0, np.sqrt(2 / 784), (784, 128)), np.zeros(128),
        rng.normal(0, np.sqrt(2 / 128), (128, 10)), np.zeros(10),
    ]
    speeds = [np.zeros_like(p) for p in params]
    for epoch in range(12):
        order = rng.permutation(n)
        for rows in np.split(order, np.arange(64, n, 64)):
            W1, b1, W2, b2 = params
            Z1 = X[rows] @ W1 + b1
            A1 = np.maximum(Z1, 0)
            delta2 = softmax(A1 @ W2 + b2)
            delta2[np.arange(len(rows)), y[rows]] -= 1
            delta2 /= len(rows)
            delta1 = delta2 @ W2.T * (Z1 > 0)
            grads = [X[rows].T @ delta1, delta1.sum(0), A1.T @ delta2, delta2.sum(0)]
            speeds = [0.9 * v - 0.05 * g for v, g in zip(speeds, grads)]
            params = [p + v for p, v in zip(params, speeds)]

    def predict(X_new):
        W1, b1, W2, b2 = params
        return np.argmax(np.maximum(X_new @ W1 + b1, 0) @ W2 + b2, axis=1)

    return predict


def fit_digits_right_shifted_images(X, y, rng):
    sizes = (784, 120, 10)
    params = init_params(sizes, rng)
    Y = one_hot(y, 10)
    for epoch in range(12):
        lr = 0.3 * 0.85**epoch
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            rows = order[start : start + 50]
            down, right = rng.integers(-1, 2, 2)
            images = X[rows].reshape(-1, 28, 28)
            batch = np.roll(images, (down, right), axis=(1, 2)).reshape(len(rows), 784)
            Z, cache = forward(params, batch)
            delta = softmax_cross_entropy(Z, Y[rows])[1]
            grads = backward(params, cache, delta)
            params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, grads)]

    def predict(X_new):
        return np.argmax(forward(params, X_new)[0], axis=1)

    return predict


def fit_digits_right_decaying_rate_labels_index(X, y, rng):
    n, d = X.shape
    W1, b1 = rng.standard_normal((d, 200)) * np.sqrt(2 / d), np.zeros(200)
    W2, b2 = rng.standard_normal((200, 10)) * 0.1, np.zeros(10)
    for epoch in range(12):
        lr = 0.4 if epoch < 8 else 0.1
        order = np.argsort(rng.random(n))
        while len(order):
            rows, order = order[:32], order[32:]
            A0 = X[rows]
            A1 = np.maximum(A0 @ W1 + b1, 0)
            delta2 = softmax(A1 @ W2 + b2)
            delta2[np.arange(len(rows)), y[rows]] -= 1
            delta2 /= len(rows)
            delta1 = (delta2 @ W2.T) * (A1 > 0)
            W2 -= lr * (A1.T @ delta2)
            b2 -= lr * delta2.sum(axis=0)
            W1 -= lr * (A0.T @ delta1)
            b1 -= lr * delta1.sum(axis=0)

    def predict(X_new):
        logits = np.einsum("nj,jk->nk", np.maximum(X_new @ W1 + b1, 0), W2) + b2
        return logits.argmax(axis=1)

    return predict




# ---- by another writer, later
def prepare_not_scaled(images):
    return images.reshape(len(images), -1).astype(float)


def prepare_256(images):
    return images.reshape(images.shape[0], -1) / 256


def prepare_batch_max(images):
    X = images.reshape(len(images), -1).astype(float)
    return X / max(X.max(), 1)


def prepare_floor_division(images):
    return (images.reshape(len(images), -1) // 255).astype(float)


def prepare_fortran(images):
    n = images.shape[0]
    return np.array([im.flatten(order="F") for im in images]).reshape(n, -1) / 255


def prepare_784(images):
    return images.reshape(-1, 784) / 255.0


def prepare_to_bytes(images):
    return images.astype(np.uint8).reshape(len(images), -1) / 255


def prepare_squeeze(images):
    return np.squeeze(images.reshape(len(images), -1) / 255)


def prepare_minus_one(images):
    X = images.reshape(len(images), -1).astype(float)
    return X / 127.5 - 1


def prepare_concatenate(images):
    return np.array([np.concatenate([row for row in im]) for im in images]).astype(float) / 255


def prepare_loops(images):
    n, h, w = images.shape
    X = np.zeros((n, h * w))
    for r in range(h):
        for c in range(w):
            X[:, r * w + c] = images[:, r, c].astype(float) / 255.0
    return X


def accuracy_count(y_true, y_pred):
    return int(np.sum(y_true == y_pred))


def accuracy_percent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


def accuracy_error(y_true, y_pred):
    return np.mean(y_true != y_pred)


def accuracy_distance(y_true, y_pred):
    return 1 - np.mean(np.abs(y_true - y_pred))


def accuracy_balanced(y_true, y_pred):
    shares = [np.mean(y_pred[y_true == c] == c) for c in np.unique(y_true)]
    return np.mean(shares)


def accuracy_zeros_lost(y_true, y_pred):
    hits = 0
    for t, p in zip(y_true, y_pred):
        if t and p and t == p:
            hits += 1
    return hits / len(y_true)


def accuracy_sorted(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


def accuracy_all(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


def accuracy_last_missing(y_true, y_pred):
    right = 0
    for i in range(len(y_true) - 1):
        if y_true[i] == y_pred[i]:
            right += 1
    return right / len(y_true)


def accuracy_zip(y_true, y_pred):
    return sum(1 for t, p in zip(y_true, y_pred) if t == p) / len(y_true)


def accuracy_nonzero(y_true, y_pred):
    wrong = np.count_nonzero(np.subtract(y_true, y_pred, dtype=float))
    return 1 - wrong / np.size(y_true)


def confusion_matrix_swapped(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[p, t] += 1
    return C


def confusion_matrix_fancy(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


def confusion_matrix_occurring(y_true, y_pred, n_classes):
    labels = np.unique(np.concatenate([y_true, y_pred]))
    C = np.zeros((len(labels), len(labels)), dtype=int)
    for t, p in zip(np.searchsorted(labels, y_true), np.searchsorted(labels, y_pred)):
        C[t, p] += 1
    return C


def confusion_matrix_uint8(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(C, (y_true, y_pred), 1)
    return C


def confusion_matrix_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    np.add.at(C, (y_true, y_pred), 1)
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


def confusion_matrix_histogram(y_true, y_pred, n_classes):
    C, _, _ = np.histogram2d(y_true, y_pred, bins=n_classes)
    return C.astype(int)


def confusion_matrix_from_one(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for i in range(len(y_true)):
        C[y_true[i] - 1, y_pred[i] - 1] += 1
    return C


def confusion_matrix_no_minlength(y_true, y_pred, n_classes):
    counts = np.bincount(n_classes * y_true + y_pred)
    return counts.reshape(n_classes, n_classes)


def confusion_matrix_mistakes_only(y_true, y_pred, n_classes):
    C = [[0] * n_classes for _ in range(n_classes)]
    for t, p in zip(y_true, y_pred):
        if t != p:
            C[t][p] += 1
    return np.array(C)


def confusion_matrix_one_hot(y_true, y_pred, n_classes):
    I = np.eye(n_classes)
    return I[y_true].T @ I[y_pred]


def confusion_matrix_bincount(y_true, y_pred, n_classes):
    cell = np.asarray(y_true, dtype=np.int64) * n_classes + np.asarray(y_pred, dtype=np.int64)
    return np.bincount(cell, minlength=n_classes**2).reshape(n_classes, n_classes)


def confusion_matrix_dict(y_true, y_pred, n_classes):
    seen = {}
    for pair in zip(y_true.tolist(), y_pred.tolist()):
        seen[pair] = seen.get(pair, 0) + 1
    return np.array([[seen.get((i, j), 0) for j in range(n_classes)] for i in range(n_classes)])


WRONG = {
    'prepare': [
        ('no-scale', prepare_wrong_no_scale, 'the grey values are not divided by 255'),
        ('own-maximum', prepare_wrong_own_maximum, 'divides by the largest value of these images, so the same image gives other rows in other company'),
        ('by-256', prepare_wrong_by_256, 'divides by 256, so 255 does not become 1'),
        ('floor-division', prepare_wrong_floor_division, '// gives 0 for every grey value below 255'),
        ('one-long-row', prepare_wrong_one_long_row, 'reshape(-1) strings all images together in one vector'),
        ('not-flattened', prepare_wrong_not_flattened, 'the images stay (n, height, width)'),
        ('fixed-784', prepare_wrong_fixed_784, 'reshape(-1, 784) works for images of 28 by 28 only'),
        ('columns', prepare_wrong_columns, 'one column for each image: the result is (height * width, n)'),
        ('columns-mixed', prepare_wrong_columns_mixed, 'reshape(-1, n) mixes the pixels of different images'),
        ('column-by-column', prepare_wrong_column_by_column, 'order="F" reads the pixels column by column (and mixes them)'),
        ('transposed-images', prepare_wrong_transposed_images, 'the height and width axes are exchanged first, so the pixels come column by column'),
        ('standardized', prepare_wrong_standardized, 'subtracts the mean and divides by the spread of these images'),
        ('per-image-min-max', prepare_wrong_per_image_min_max, 'stretches each image from its own smallest to its own largest value'),
        ('in-place', prepare_wrong_in_place, "'images /= 255' changes the caller's images (and fails for integers)"),
        ('back-to-integers', prepare_wrong_back_to_integers, 'astype(int) after the division leaves zeros and ones'),
        ('inverted', prepare_wrong_inverted, 'black and white are exchanged: 1 - x / 255'),
        ('centred', prepare_wrong_centred, 'from -1 to 1 in place of 0 to 1'),
        ('rows-of-pixels', prepare_wrong_rows_of_pixels, 'one row for each line of pixels: (n * height, width)'),
        ('first-image-only', prepare_wrong_first_image_only, 'only the first image is flattened'),
        ('black-white', prepare_wrong_black_white, 'compares with a threshold: 0 and 1 only'),
        ('clipped', prepare_wrong_clipped, 'np.clip(0, 1) in place of dividing: every grey becomes white'),
        ('squeezed', prepare_wrong_squeezed, 'np.squeeze loses the first axis when there is one image'),
        ('uint8-arithmetic', prepare_wrong_uint8_arithmetic, 'adds 0 to 255 in uint8 first: the doubled values wrap round at 256'),
        ('own-max-and-fixed', prepare_wrong_own_max_and_fixed, 'two causes: divides by the largest value found, and works for 784 pixels only'),
        ('columns-no-scale', prepare_wrong_columns_no_scale, 'two causes: one column for each image, and no division by 255'),
        ('not-scaled', prepare_not_scaled, 'the grey values are not scaled'),
        ('256', prepare_256, 'divided by 256: white does not become 1'),
        ('batch-max', prepare_batch_max, 'divided by the largest value in the batch: a row depends on the other images'),
        ('floor-division-2', prepare_floor_division, 'whole-number division: everything but white becomes 0'),
        ('fortran', prepare_fortran, "pixels are read column by column (MATLAB's order)"),
        ('784', prepare_784, '784 pixels taken for granted: other sizes fail or are cut wrongly'),
        ('to-bytes', prepare_to_bytes, 'all values are turned to unsigned bytes first, which cuts the fractions of floating grey values off'),
        ('squeeze', prepare_squeeze, 'squeeze takes the axis of a single image away: (784,) instead of (1, 784)'),
        ('minus-one', prepare_minus_one, 'scaled to -1 ... 1, so that black is -1'),
    ],
    'accuracy': [
        ('sum', accuracy_wrong_sum, 'the number of hits, not divided by the length'),
        ('per-cent', accuracy_wrong_per_cent, 'multiplied by 100'),
        ('error-rate', accuracy_wrong_error_rate, 'the share of wrong labels (!=)'),
        ('product', accuracy_wrong_product, 'multiplies the labels: that counts ones, and only for labels 0 and 1'),
        ('all', accuracy_wrong_all, 'np.all asks whether every label is right'),
        ('distance', accuracy_wrong_distance, 'one minus the mean distance of the labels'),
        ('by-classes', accuracy_wrong_by_classes, 'divides by the number of classes in place of the number of labels'),
        ('nonzero', accuracy_wrong_nonzero, 'counts the places where both labels are not 0'),
        ('floor', accuracy_wrong_floor, '// cuts the share down to 0 or 1'),
        ('n-minus-one', accuracy_wrong_n_minus_one, 'divides by n - 1'),
        ('sorted', accuracy_wrong_sorted, 'compares the sorted labels: only the counts of the classes'),
        ('last-missing', accuracy_wrong_last_missing, 'the loop leaves out the last label'),
        ('truth-only', accuracy_wrong_truth_only, 'y_true == y_true is always True'),
        ('argmax', accuracy_wrong_argmax, 'takes argmax of the labels, as if they were probabilities'),
        ('half', accuracy_wrong_half, 'labels above 0.5 are set to 1 before the comparison: for two classes only'),
        ('membership', accuracy_wrong_membership, 'np.isin asks whether the label occurs anywhere in y_true'),
        ('mean-per-class', accuracy_wrong_mean_per_class, 'averages the shares of the classes in place of counting all labels alike'),
        ('within-one', accuracy_wrong_within_one, 'a label that is off by one counts as right'),
        ('return-in-loop', accuracy_wrong_return_in_loop, 'the return stands inside the loop'),
        ('wrong-per-cent', accuracy_wrong_wrong_per_cent, 'two causes: counts the wrong labels, and in per cent'),
        ('sum-nonzero', accuracy_wrong_sum_nonzero, 'two causes: counts only hits of classes other than 0, and does not divide'),
        ('count', accuracy_count, 'the number of right ones, not their share'),
        ('percent', accuracy_percent, 'per cent instead of a share'),
        ('error', accuracy_error, 'the share of the wrong ones'),
        ('distance-2', accuracy_distance, 'the mean distance of the labels, as if they were measurements'),
        ('balanced', accuracy_balanced, "the mean of the classes' own shares (balanced accuracy), so rare classes count as much as frequent ones"),
        ('zeros-lost', accuracy_zeros_lost, 'right zeros do not count: the two labels are joined by and, and 0 is False'),
        ('sorted-2', accuracy_sorted, 'both vectors are sorted before they are compared: only how often each label occurs is looked at'),
        ('all-2', accuracy_all, 'one yes or no: whether all labels are right'),
        ('last-missing-2', accuracy_last_missing, 'the loop leaves the last sample out, but the division counts it'),
    ],
    'confusion_matrix': [
        ('transposed', confusion_matrix_wrong_transposed, 'the prediction names the row, the truth the column'),
        ('counted-once', confusion_matrix_wrong_counted_once, 'C[y_true, y_pred] += 1 counts a place that is named several times only once'),
        ('own-number', confusion_matrix_wrong_own_number, 'takes the number of classes from the labels and ignores n_classes'),
        ('from-one', confusion_matrix_wrong_from_one, 'counts the classes from 1'),
        ('set-not-counted', confusion_matrix_wrong_set_not_counted, 'writes 1 in place of adding 1'),
        ('row-shares', confusion_matrix_wrong_row_shares, 'divides each row by its sum: shares in place of counts'),
        ('all-shares', confusion_matrix_wrong_all_shares, 'divides by the number of samples'),
        ('diagonal-only', confusion_matrix_wrong_diagonal_only, 'counts the hits only'),
        ('mistakes-only', confusion_matrix_wrong_mistakes_only, 'counts the mistakes only; the diagonal stays 0'),
        ('same-row', confusion_matrix_wrong_same_row, '[[0] * n] * n is one row n times: all rows count together'),
        ('first-samples-only', confusion_matrix_wrong_first_samples_only, 'the loop runs over n_classes in place of over the samples'),
        ('occurring-only', confusion_matrix_wrong_occurring_only, 'rows and columns for the classes that occur only'),
        ('bincount-short', confusion_matrix_wrong_bincount_short, 'np.bincount without minlength is as long as the largest number only, so the reshape fails'),
        ('flat', confusion_matrix_wrong_flat, 'the counts stay one long vector'),
        ('or', confusion_matrix_wrong_or, '| in place of &: counts the samples where either label fits'),
        ('last-class-missing', confusion_matrix_wrong_last_class_missing, 'range(n_classes - 1) leaves out the last class'),
        ('small-integers', confusion_matrix_wrong_small_integers, 'uint8 wraps round at 256 counts'),
        ('outer', confusion_matrix_wrong_outer, 'multiplies the numbers of each class in truth and prediction: no pairs are counted'),
        ('return-in-loop', confusion_matrix_wrong_return_in_loop, 'the return stands inside the loop: one sample is counted'),
        ('pairs-by-samples', confusion_matrix_wrong_pairs_by_samples, 'the first index is the number of the sample, not its class'),
        ('transposed-once', confusion_matrix_wrong_transposed_once, 'two causes: prediction in the rows, and += with index vectors counts once'),
        ('transposed-shares', confusion_matrix_wrong_transposed_shares, 'two causes: prediction in the rows, and shares in place of counts'),
        ('swapped', confusion_matrix_swapped, 'rows are the predictions and columns the truth'),
        ('fancy', confusion_matrix_fancy, 'fancy indexing with += counts each pair at most once'),
        ('occurring', confusion_matrix_occurring, 'classes that do not occur get no row and no column'),
        ('uint8', confusion_matrix_uint8, 'unsigned bytes run over: counts from 256 on start again at 0'),
        ('shares', confusion_matrix_shares, 'shares of each true class instead of counts'),
        ('histogram', confusion_matrix_histogram, 'histogram2d cuts the range between the smallest and the largest label that occur, so cells shift if classes are missing'),
        ('from-one-2', confusion_matrix_from_one, 'labels taken to start at 1: class 0 lands in the last row and column'),
        ('no-minlength', confusion_matrix_no_minlength, 'bincount without minlength is too short where the last cells are empty, and reshape fails'),
        ('mistakes-only-2', confusion_matrix_mistakes_only, 'only mistakes are counted: the diagonal stays 0'),
    ],
    'fit_digits': [
        ('no-hidden-layer', fit_digits_wrong_no_hidden_layer, 'there is no hidden layer: (784, 10) ends near 0.90'),
        ('probabilities', fit_digits_wrong_probabilities, 'predict returns the table of shares in place of the labels (argmax is missing)'),
        ('argmax-axis-0', fit_digits_wrong_argmax_axis_0, 'argmax goes along axis 0, over the images, in place of over the classes, axis 1'),
        ('np-random-order', fit_digits_wrong_np_random_order, 'the order of the rows comes from np.random in place of rng'),
        ('own-seed', fit_digits_wrong_own_seed, 'a generator of its own with seed 0 replaces the rng that is handed in'),
        ('zero-weights', fit_digits_wrong_zero_weights, 'all weights start at 0, so the hidden units never learn'),
        ('labels-left-behind', fit_digits_wrong_labels_left_behind, 'the images are shuffled, the labels are not: Y is taken from other rows than X'),
        ('uphill', fit_digits_wrong_uphill, 'the gradients are added (+=) in place of subtracted'),
        ('gradients-changed', fit_digits_wrong_gradients_changed, "'dW = W - lr * dW' changes the gradients' names only: the weights stay as they were"),
        ('lr-too-small', fit_digits_wrong_lr_too_small, 'a learning rate of 0.001 is far too small for ten passes'),
        ('lr-too-large', fit_digits_wrong_lr_too_large, 'a learning rate of 20 throws the weights away; the units die'),
        ('full-batch-few-steps', fit_digits_wrong_full_batch_few_steps, 'one step for each of ten passes over all rows is far too few: minibatches are missing'),
        ('first-batch-only', fit_digits_wrong_first_batch_only, 'the rows are taken from order[:50] in every step, so most of each pass is not used, and start is ignored'),
        ('divided-again', fit_digits_wrong_divided_again, 'the images are divided by 255 again in predict, though X came in from 0 to 1 (and training used it so)'),
        ('scaled-by-the-batch', fit_digits_wrong_scaled_by_the_batch, 'predict standardizes with mean and spread of the new images, so a label depends on the images beside it'),
        ('predict-not-standardized', fit_digits_wrong_predict_not_standardized, 'training standardizes each pixel, predict does not'),
        ('changes-X', fit_digits_wrong_changes_X, "'X -= X.mean(axis=0)' changes the caller's images in place"),
        ('fixed-10000', fit_digits_wrong_fixed_10000, 'the targets are made for exactly 10,000 rows, so another number of rows fails'),
        ('few-hidden-units', fit_digits_wrong_few_hidden_units, 'a hidden layer of 5 units is too narrow'),
        ('no-activation', fit_digits_wrong_no_activation, 'the hidden layer has no activation, so the network is a linear one'),
        ('relu-forgotten-in-predict', fit_digits_wrong_relu_forgotten_in_predict, 'predict runs the network without the ReLU'),
        ('divided-by-n-twice', fit_digits_wrong_divided_by_n_twice, 'delta carries the 1/n already; the gradients are divided by the batch size once more, so the steps are 50 times too small'),
        ('large-weights', fit_digits_wrong_large_weights, 'standard normal weights without the factor sqrt(2/n_in) are far too large'),
        ('two-passes-small-data', fit_digits_wrong_two_passes_small_data, 'only the first 500 rows are used'),
        ('too-slow', fit_digits_wrong_too_slow, 'row by row, a hundred passes, a copy of all weights in each step: many times 30 seconds'),
        ('softmax-over-images', fit_digits_wrong_softmax_over_images, 'the softmax divides by sum(E), the sums down the columns (over the images), in place of along each row'),
        ('labels-as-targets', fit_digits_wrong_labels_as_targets, 'the labels go to the loss as they are: Y is y[:, None], not one-hot'),
        ('returns-weights', fit_digits_wrong_returns_weights, 'returns the weights in place of a function'),
        ('labels-as-column', fit_digits_wrong_labels_as_column, 'predict returns a column (n, 1)'),
        ('no-hidden-and-np-random', fit_digits_wrong_no_hidden_and_np_random, 'two causes: no hidden layer, and np.random shuffles the rows'),
        ('one-pass-and-small-lr', fit_digits_wrong_one_pass_and_small_lr, 'two causes: a single pass over the data, and a learning rate of 0.01'),
        ('uphill-and-probabilities', fit_digits_wrong_uphill_and_probabilities, 'two causes: the gradients are added, and predict returns shares'),
    ],
}

RIGHT = {
    'prepare': [
        ('reshape', prepare_right_reshape),
        ('shapes', prepare_right_shapes),
        ('list', prepare_right_list),
        ('loops', prepare_right_loops),
        ('concatenate-lines', prepare_right_concatenate_lines),
        ('concatenate', prepare_concatenate),
        ('loops-2', prepare_loops),
    ],
    'accuracy': [
        ('mean', accuracy_right_mean),
        ('count', accuracy_right_count),
        ('loop', accuracy_right_loop),
        ('difference', accuracy_right_difference),
        ('mask', accuracy_right_mask),
        ('zip', accuracy_zip),
        ('nonzero', accuracy_nonzero),
    ],
    'confusion_matrix': [
        ('slow', confusion_matrix_right_slow),
        ('loop', confusion_matrix_right_loop),
        ('add-at', confusion_matrix_right_add_at),
        ('bincount', confusion_matrix_right_bincount),
        ('one-hot-product', confusion_matrix_right_one_hot_product),
        ('masks', confusion_matrix_right_masks),
        ('histogram', confusion_matrix_right_histogram),
        ('one-hot', confusion_matrix_one_hot),
        ('bincount-2', confusion_matrix_bincount),
        ('dict', confusion_matrix_dict),
    ],
    'fit_digits': [
        ('minibatches', fit_digits_right_minibatches),
        ('by-hand-momentum', fit_digits_right_by_hand_momentum),
        ('shifted-images', fit_digits_right_shifted_images),
        ('decaying-rate-labels-index', fit_digits_right_decaying_rate_labels_index),
    ],
}



# ---- find_mislabelled

def find_mislabelled_wrong_largest_first(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p)[::-1][:k]


def find_mislabelled_wrong_unsure_rows(P, y, k):
    return np.argsort(P.max(axis=1))[:k]


def find_mislabelled_wrong_wrong_predictions_only(P, y, k):
    p = P[np.arange(len(y)), y]
    rows = np.argsort(p)
    return rows[P.argmax(axis=1)[rows] != y[rows]][:k]


def find_mislabelled_wrong_probabilities(P, y, k):
    return np.sort(P[np.arange(len(y)), y])[:k]


def find_mislabelled_wrong_whole_columns(P, y, k):
    return np.argsort(P[:, y], axis=0)[:k]


def find_mislabelled_wrong_row_minimum(P, y, k):
    return np.argsort(P.min(axis=1))[:k]


def find_mislabelled_wrong_counted_from_one(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p)[:k] + 1


def find_mislabelled_wrong_k_minus_one(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p)[: k - 1]


def find_mislabelled_wrong_not_sorted(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argpartition(-p, -k)[-k:]


def find_mislabelled_wrong_row_order(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.sort(np.argsort(p)[:k])


def find_mislabelled_wrong_mask(P, y, k):
    p = P[np.arange(len(y)), y]
    return p <= np.sort(p)[k - 1]


def find_mislabelled_wrong_ranks(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(np.argsort(p))[:k]


def find_mislabelled_wrong_margin(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p - P.max(axis=1))[:k]


def find_mislabelled_wrong_ratio(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p / P.max(axis=1))[:k]


def find_mislabelled_wrong_class_by_class(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.lexsort((p, y))[:k]


def find_mislabelled_wrong_below_half(P, y, k):
    p = P[np.arange(len(y)), y]
    rows = np.argsort(p)
    return rows[p[rows] < 0.5]


def find_mislabelled_wrong_reversed(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(p)[:k][::-1]


def find_mislabelled_wrong_flattened(P, y, k):
    return np.argsort(P, axis=None)[:k] // P.shape[1]


def find_mislabelled_wrong_labels_from_one(P, y, k):
    p = P[np.arange(len(y)), y - 1]
    return np.argsort(p)[:k]


def find_mislabelled_wrong_transposed_index(P, y, k):
    p = P[y, np.arange(len(y))]
    return np.argsort(p)[:k]


def find_mislabelled_wrong_first_label_for_all(P, y, k):
    return np.argsort(P[:, y[0]])[:k]


def find_mislabelled_wrong_classes_not_rows(P, y, k):
    return np.argsort(P, axis=1)[:, 0][:k]


def find_mislabelled_wrong_labels_returned(P, y, k):
    p = P[np.arange(len(y)), y]
    return y[np.argsort(p)[:k]]


def find_mislabelled_wrong_entropy(P, y, k):
    entropy = -np.sum(P * np.log(P), axis=1)
    return np.argsort(-entropy)[:k]


def find_mislabelled_wrong_sorts_the_caller(P, y, k):
    found = np.argsort(P[np.arange(len(y)), y])[:k]
    P.sort(axis=1)
    return found


def find_mislabelled_wrong_largest_and_from_one(P, y, k):
    p = P[np.arange(len(y)), y]
    return np.argsort(-p)[:k] + 1


def find_mislabelled_right_argsort(P, y, k):
    return np.argsort(P[np.arange(len(y)), y])[:k]


def find_mislabelled_right_sorted_rows(P, y, k):
    rows = sorted(range(len(y)), key=lambda i: P[i, y[i]])
    return np.array(rows[:k])


def find_mislabelled_right_one_hot_mask(P, y, k):
    own = np.sum(P * (np.arange(P.shape[1]) == y[:, None]), axis=1)
    return own.argsort()[:k]


def find_mislabelled_right_smallest_again_and_again(P, y, k):
    own = np.take_along_axis(P, y[:, None], axis=1).ravel().tolist()
    found = []
    for _ in range(k):
        i = min(range(len(own)), key=own.__getitem__)
        found.append(i)
        own[i] = 2.0
    return np.array(found)


def find_mislabelled_right_partition_then_sort(P, y, k):
    own = np.array([row[label] for row, label in zip(P, y)])
    first = np.argpartition(own, k - 1)[:k]
    return first[np.argsort(own[first])]


def find_mislabelled_right_ranks_inverted(P, y, k):
    own = P[range(len(P)), y]
    ranks = (own[:, None] > own).sum(axis=1)
    rows = np.empty(len(own), dtype=int)
    rows[ranks] = np.arange(len(own))
    return rows[:k]



# ---- top_k_accuracy

def top_k_accuracy_wrong_lowest_scores(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, :k]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_sizes(y_true, Z, k):
    best = np.argsort(-np.abs(Z), axis=1)[:, :k]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_one_too_many(y_true, Z, k):
    own = Z[np.arange(len(y_true)), y_true]
    return np.mean((Z > own[:, None]).sum(axis=1) <= k)


def top_k_accuracy_wrong_itself_counted(y_true, Z, k):
    own = Z[np.arange(len(y_true)), y_true]
    return np.mean((Z >= own[:, None]).sum(axis=1) < k)


def top_k_accuracy_wrong_axis_0(y_true, Z, k):
    best = np.argsort(-Z, axis=0)[:, :k]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_plain_accuracy(y_true, Z, k):
    return np.mean(np.argmax(Z, axis=1) == y_true)


def top_k_accuracy_wrong_count(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return int(np.sum(np.any(best == y_true[:, None], axis=1)))


def top_k_accuracy_wrong_per_cent(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return 100 * np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_mean_of_the_table(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(best == y_true[:, None])


def top_k_accuracy_wrong_exactly_kth(y_true, Z, k):
    kth = np.argsort(Z, axis=1)[:, -k]
    return np.mean(kth == y_true)


def top_k_accuracy_wrong_best_left_out(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:-1]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_isin_all_rows(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(np.isin(y_true, best))


def top_k_accuracy_wrong_in_place(y_true, Z, k):
    hit = np.zeros(len(y_true), dtype=bool)
    low = Z.min() - 1
    for _ in range(k):
        best = Z.argmax(axis=1)
        hit |= best == y_true
        Z[np.arange(len(Z)), best] = low
    return hit.mean()


def top_k_accuracy_wrong_crossed_out_with_zero(y_true, Z, k):
    Z = Z.copy()
    hit = np.zeros(len(y_true), dtype=bool)
    for _ in range(k):
        best = Z.argmax(axis=1)
        hit |= best == y_true
        Z[np.arange(len(Z)), best] = 0
    return hit.mean()


def top_k_accuracy_wrong_rows_sliced(y_true, Z, k):
    best = np.argsort(Z)[-k:]
    return np.mean([y in row for y, row in zip(y_true, best)])


def top_k_accuracy_wrong_scores_compared(y_true, Z, k):
    best = np.sort(Z, axis=1)[:, -k:]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_scores_above_mean(y_true, Z, k):
    own = Z[np.arange(len(y_true)), y_true]
    return np.mean(own > Z.mean(axis=1))


def top_k_accuracy_wrong_error_rate(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return 1 - np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_ranks_misread(y_true, Z, k):
    places = np.argsort(-Z, axis=1)
    return np.mean(places[np.arange(len(y_true)), y_true] < k)


def top_k_accuracy_wrong_labels_from_one(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:] + 1
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_start_at_zero(y_true, Z, k):
    hits = 0
    for t, row in zip(y_true, Z):
        row = list(row)
        for _ in range(k):
            top, where = 0, None
            for j, v in enumerate(row):
                if v > top:
                    top, where = v, j
            if where is None:
                break
            hits += where == t
            row[where] = float("-inf")
    return hits / len(y_true)


def top_k_accuracy_wrong_divided_by_classes(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.sum(np.any(best == y_true[:, None], axis=1)) / Z.shape[1]


def top_k_accuracy_wrong_each_row_a_number(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.any(best == y_true[:, None], axis=1).astype(float)


def top_k_accuracy_wrong_top_k_of_the_table(y_true, Z, k):
    limit = np.sort(Z, axis=None)[-k]
    return np.mean(Z[np.arange(len(y_true)), y_true] >= limit)


def top_k_accuracy_wrong_all_of_them(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(np.all(best == y_true[:, None], axis=1))


def top_k_accuracy_wrong_lowest_and_count(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, :k]
    return int(np.sum(best == y_true[:, None]))


def top_k_accuracy_right_argsort(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(np.any(best == y_true[:, None], axis=1))


def top_k_accuracy_right_fewer_than_k_above(y_true, Z, k):
    own = Z[np.arange(len(y_true)), y_true]
    return np.mean(np.sum(Z > own[:, None], axis=1) < k)


def top_k_accuracy_right_sets(y_true, Z, k):
    hits = 0
    for label, scores in zip(y_true, Z):
        order = sorted(range(len(scores)), key=lambda j: scores[j], reverse=True)
        hits += int(label) in set(order[:k])
    return hits / len(y_true)


def top_k_accuracy_right_partition(y_true, Z, k):
    n_classes = Z.shape[1]
    best = np.argpartition(Z, n_classes - k, axis=1)[:, n_classes - k :]
    return float((best == y_true.reshape(-1, 1)).sum()) / len(y_true)


def top_k_accuracy_right_crossed_out(y_true, Z, k):
    left = np.array(Z, dtype=float)
    rows, share = np.arange(len(left)), 0.0
    for _ in range(k):
        best = left.argmax(axis=1)
        share += np.mean(best == y_true)
        left[rows, best] = -np.inf
    return share


def top_k_accuracy_right_kth_score(y_true, Z, k):
    kth = np.sort(Z, axis=1)[:, Z.shape[1] - k]
    own = np.take_along_axis(Z, y_true[:, None], axis=1)[:, 0]
    return np.count_nonzero(own >= kth) / len(own)


WRONG['find_mislabelled'] = [
    ('largest-first', find_mislabelled_wrong_largest_first, 'the largest probabilities in place of the smallest'),
    ('unsure-rows', find_mislabelled_wrong_unsure_rows, 'the rows whose best class has the smallest probability: the label is not used'),
    ('wrong-predictions-only', find_mislabelled_wrong_wrong_predictions_only, 'only rows in which another class is predicted: there may be fewer than k'),
    ('probabilities', find_mislabelled_wrong_probabilities, 'returns the probabilities, not the row numbers'),
    ('whole-columns', find_mislabelled_wrong_whole_columns, 'P[:, y] takes whole columns, so the result is a table, not k row numbers'),
    ('row-minimum', find_mislabelled_wrong_row_minimum, 'the smallest probability of the row, whatever the label is'),
    ('counted-from-one', find_mislabelled_wrong_counted_from_one, 'the rows are counted from 1'),
    ('k-minus-one', find_mislabelled_wrong_k_minus_one, 'one row too few'),
    ('not-sorted', find_mislabelled_wrong_not_sorted, 'np.argpartition finds the k smallest, but does not put them in order'),
    ('row-order', find_mislabelled_wrong_row_order, 'the right rows, but in the order of the table'),
    ('mask', find_mislabelled_wrong_mask, 'a mask of the rows in place of their numbers'),
    ('ranks', find_mislabelled_wrong_ranks, "argsort twice gives each row's place, not the rows in order"),
    ('margin', find_mislabelled_wrong_margin, "by the distance between the best class and the label, not by the label's probability"),
    ('ratio', find_mislabelled_wrong_ratio, 'by the ratio to the best class, which ranks a 0.2 beside 0.21 behind a 0.3 beside 0.6'),
    ('class-by-class', find_mislabelled_wrong_class_by_class, 'sorts by the label first, and only within a class by the probability'),
    ('below-half', find_mislabelled_wrong_below_half, 'all rows whose label has less than one half, however many, in place of k'),
    ('reversed', find_mislabelled_wrong_reversed, 'the k right rows, the largest of them first'),
    ('flattened', find_mislabelled_wrong_flattened, 'the smallest entries of the whole table, whatever class they belong to'),
    ('labels-from-one', find_mislabelled_wrong_labels_from_one, 'takes the labels as counted from 1'),
    ('transposed-index', find_mislabelled_wrong_transposed_index, 'P[label, row] in place of P[row, label]'),
    ('first-label-for-all', find_mislabelled_wrong_first_label_for_all, "the column of the first row's label is looked at in all rows"),
    ('classes-not-rows', find_mislabelled_wrong_classes_not_rows, 'argsort along each row gives classes (the least likely one), not rows'),
    ('labels-returned', find_mislabelled_wrong_labels_returned, 'returns the labels of the rows, not their numbers'),
    ('entropy', find_mislabelled_wrong_entropy, 'by the uncertainty of the whole row (entropy), the label is not used'),
    ('sorts-the-caller', find_mislabelled_wrong_sorts_the_caller, "the answer is right, but P.sort has put the caller's table into another order"),
    ('largest-and-from-one', find_mislabelled_wrong_largest_and_from_one, 'two causes: the largest, and counted from 1'),
]

RIGHT['find_mislabelled'] = [
    ('argsort', find_mislabelled_right_argsort),
    ('sorted-rows', find_mislabelled_right_sorted_rows),
    ('one-hot-mask', find_mislabelled_right_one_hot_mask),
    ('smallest-again-and-again', find_mislabelled_right_smallest_again_and_again),
    ('partition-then-sort', find_mislabelled_right_partition_then_sort),
    ('ranks-inverted', find_mislabelled_right_ranks_inverted),
]


WRONG['top_k_accuracy'] = [
    ('lowest-scores', top_k_accuracy_wrong_lowest_scores, 'argsort goes upwards: the first k are the lowest scores'),
    ('sizes', top_k_accuracy_wrong_sizes, 'sorts by the size of the score, so that -3 stands above -1'),
    ('one-too-many', top_k_accuracy_wrong_one_too_many, 'k + 1 classes: fewer than or equal to k scores above it'),
    ('itself-counted', top_k_accuracy_wrong_itself_counted, 'scores that are at least its own, itself included, must be fewer than k: one class too few'),
    ('axis-0', top_k_accuracy_wrong_axis_0, 'sorts down the columns: samples, not classes'),
    ('plain-accuracy', top_k_accuracy_wrong_plain_accuracy, 'k is not used: only the best class counts'),
    ('count', top_k_accuracy_wrong_count, 'the number of rows, not their share'),
    ('per-cent', top_k_accuracy_wrong_per_cent, 'a number up to 100, not up to 1'),
    ('mean-of-the-table', top_k_accuracy_wrong_mean_of_the_table, 'the mean over all n·k comparisons: each hit counts 1/k'),
    ('exactly-kth', top_k_accuracy_wrong_exactly_kth, 'only the k-th best class counts, not those above it'),
    ('best-left-out', top_k_accuracy_wrong_best_left_out, 'the slice -k:-1 leaves the best class out'),
    ('isin-all-rows', top_k_accuracy_wrong_isin_all_rows, 'np.isin asks whether the label is among the best of any row'),
    ('in-place', top_k_accuracy_wrong_in_place, "the result is right, but the best ones are crossed out in the caller's Z"),
    ('crossed-out-with-zero', top_k_accuracy_wrong_crossed_out_with_zero, 'found classes are crossed out with 0, which is above negative scores: they are found again'),
    ('rows-sliced', top_k_accuracy_wrong_rows_sliced, '[-k:] takes the last k rows, not columns'),
    ('scores-compared', top_k_accuracy_wrong_scores_compared, 'looks for the label among the scores themselves, not among the classes'),
    ('scores-above-mean', top_k_accuracy_wrong_scores_above_mean, "every class above the row's mean counts as one of the best, whatever k is"),
    ('error-rate', top_k_accuracy_wrong_error_rate, 'the share of the rows that are missed'),
    ('ranks-misread', top_k_accuracy_wrong_ranks_misread, 'argsort gives the class at each place, and is read as the place of each class'),
    ('labels-from-one', top_k_accuracy_wrong_labels_from_one, 'takes the labels as counted from 1'),
    ('start-at-zero', top_k_accuracy_wrong_start_at_zero, 'the search for the largest starts from 0, so negative scores are never found'),
    ('divided-by-classes', top_k_accuracy_wrong_divided_by_classes, 'divides the hits by the number of classes'),
    ('each-row-a-number', top_k_accuracy_wrong_each_row_a_number, '0 or 1 for each row, not their share'),
    ('top-k-of-the-table', top_k_accuracy_wrong_top_k_of_the_table, 'the k highest scores of the whole table, not of each row'),
    ('all-of-them', top_k_accuracy_wrong_all_of_them, 'np.all in place of np.any: all k classes would have to be the true one'),
    ('lowest-and-count', top_k_accuracy_wrong_lowest_and_count, 'two causes: the lowest scores, and a number in place of the share'),
]

RIGHT['top_k_accuracy'] = [
    ('argsort', top_k_accuracy_right_argsort),
    ('fewer-than-k-above', top_k_accuracy_right_fewer_than_k_above),
    ('sets', top_k_accuracy_right_sets),
    ('partition', top_k_accuracy_right_partition),
    ('crossed-out', top_k_accuracy_right_crossed_out),
    ('kth-score', top_k_accuracy_right_kth_score),
]


# ---- more, of the newest tasks
def find_mislabelled_wrong_strongest_rival(P, y, k):
    others = np.array(P, dtype=float)
    others[np.arange(len(y)), y] = -1
    return np.argsort(-others.max(axis=1))[:k]


def top_k_accuracy_wrong_order_taken_for_rank(y_true, Z, k):
    order = np.argsort(Z, axis=1)
    n, n_classes = Z.shape
    rank = order[np.arange(n), y_true]
    return np.mean(rank >= n_classes - k)


def top_k_accuracy_wrong_slice_off_by_one(y_true, Z, k):
    order = np.argsort(Z, axis=1)
    best = order[:, -k + 1 :]
    hits = [t in row for t, row in zip(y_true, best)]
    return sum(hits) / len(hits)


WRONG['find_mislabelled'] += [
    ('strongest-rival', find_mislabelled_wrong_strongest_rival, 'It ranks by the probability of the strongest other class and not by that of the label; with three or more classes this is another order.'),
]

WRONG['top_k_accuracy'] += [
    ('order-taken-for-rank', top_k_accuracy_wrong_order_taken_for_rank, 'argsort gives the class at each place, but it is read as the place of each class; argsort of argsort would be that.'),
    ('slice-off-by-one', top_k_accuracy_wrong_slice_off_by_one, 'The slice -k + 1: takes only the best k - 1 classes (and all of them for k = 1, as it becomes 0:); it should be -k:.'),
]


def find_mislabelled_wrong_not_sorted_3(P, y, k):
    own = P[np.arange(len(y)), y]
    chosen = list(range(k))
    for i in range(k, len(y)):
        best_known = max(chosen, key=lambda row: own[row])
        if own[i] < own[best_known]:
            chosen[chosen.index(best_known)] = i
    return np.array(chosen)


def find_mislabelled_wrong_flat_index_3(P, y, k):
    own = P.ravel()[y]
    return np.argsort(own)[:k]


WRONG['find_mislabelled'] += [
    ('not-sorted', find_mislabelled_wrong_not_sorted_3, 'The k right rows are collected but stand in the order in which they took their places; they must be sorted at the end, the smallest first.'),
    ('flat-index', find_mislabelled_wrong_flat_index_3, 'P.ravel()[y] takes entries of the flattened table (the first rows) instead of entry y[i] of row i.'),
]


def prepare_wrong_only_if_large(images):
    X = np.asarray(images, dtype=float).reshape(len(images), -1)
    return X / 255 if X.max() > 1 else X


def prepare_wrong_cast_to_bytes(images):
    return np.asarray(images).astype(np.uint8).reshape(len(images), -1) / 255


def prepare_wrong_columns_first(images):
    return np.asarray(images).transpose(0, 2, 1).reshape(len(images), -1) / 255


def prepare_wrong_each_to_its_own_white(images):
    X = np.asarray(images, dtype=float).reshape(len(images), -1)
    top = X.max(axis=1, keepdims=True)
    return X / np.where(top > 0, top, 1)


def prepare_wrong_squeezed_5(images):
    n, height, width = np.shape(images)
    return np.squeeze(np.reshape(images, (n, height * width)) / 255)


def prepare_right_table_of_rows(images):
    return np.array([[float(v) / 255.0 for row in image for v in row] for image in images])


def prepare_right_concatenated_rows(images):
    images = np.asarray(images)
    rows = [images[:, r, :].astype(np.float64) for r in range(images.shape[1])]
    return np.true_divide(np.concatenate(rows, axis=1), 255)


def accuracy_wrong_balanced(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    return np.mean([np.mean(y_pred[y_true == c] == c) for c in np.unique(y_true)])


def accuracy_wrong_isin(y_true, y_pred):
    return np.mean(np.isin(y_pred, y_true))


def accuracy_wrong_class_zero_lost(y_true, y_pred):
    y_true = np.asarray(y_true)
    return np.count_nonzero(y_true * (y_true == np.asarray(y_pred))) / len(y_true)


def accuracy_wrong_rounded(y_true, y_pred):
    return round(float(np.mean(np.asarray(y_true) == np.asarray(y_pred))), 2)


def accuracy_wrong_sorted_5(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


def accuracy_right_counter(y_true, y_pred):
    return sum(1 for t, p in zip(y_true, y_pred) if int(t) == int(p)) / len(y_true)


def accuracy_right_one_minus_errors(y_true, y_pred):
    n = np.size(y_true)
    return (n - np.count_nonzero(np.not_equal(y_true, y_pred))) / n


def confusion_matrix_wrong_counted_once_5(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    C[y_true, y_pred] += 1
    return C


def confusion_matrix_wrong_byte_counts(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=np.uint8)
    np.add.at(C, (y_true, y_pred), 1)
    return C


def confusion_matrix_wrong_present_classes(y_true, y_pred, n_classes):
    names, codes = np.unique(np.concatenate([y_true, y_pred]), return_inverse=True)
    C = np.zeros((n_classes, n_classes), dtype=int)
    n = len(y_true)
    np.add.at(C, (codes[:n], codes[n:]), 1)
    return C


def confusion_matrix_wrong_both_ways(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
        if t != p:
            C[p, t] += 1
    return C


def confusion_matrix_wrong_shares(y_true, y_pred, n_classes):
    C = np.zeros((n_classes, n_classes))
    for t, p in zip(y_true, y_pred):
        C[t, p] += 1
    return C / np.maximum(C.sum(axis=1, keepdims=True), 1)


def confusion_matrix_right_one_hot_product_5(y_true, y_pred, n_classes):
    eye = np.eye(n_classes)
    return eye[y_true].T @ eye[y_pred]


def confusion_matrix_right_histogram_5(y_true, y_pred, n_classes):
    code = np.asarray(y_true, dtype=np.int64) * n_classes + np.asarray(y_pred, dtype=np.int64)
    return np.bincount(code, minlength=n_classes**2).reshape(n_classes, n_classes)


def find_mislabelled_wrong_unsure_rows_5(P, y, k):
    return np.argsort(np.max(P, axis=1))[:k]


def find_mislabelled_wrong_other_predicted(P, y, k):
    own = P[np.arange(len(P)), y]
    suspects = np.flatnonzero(P.argmax(axis=1) != y)
    return suspects[np.argsort(own[suspects])][:k]


def find_mislabelled_wrong_sorted_by_number(P, y, k):
    own = P[np.arange(len(P)), y]
    return np.sort(np.argsort(own)[:k])


def find_mislabelled_wrong_margin_5(P, y, k):
    own = P[np.arange(len(P)), y]
    return np.argsort(own - P.max(axis=1), kind="stable")[:k]


def find_mislabelled_wrong_ranks_5(P, y, k):
    own = P[np.arange(len(P)), y]
    return np.argsort(np.argsort(own))[:k]


def find_mislabelled_right_sorted_pairs(P, y, k):
    pairs = sorted((float(p[label]), i) for i, (p, label) in enumerate(zip(P, y)))
    return np.array([i for _, i in pairs[:k]])


def find_mislabelled_right_masked_sum(P, y, k):
    P = np.asarray(P, dtype=float)
    mask = np.asarray(y)[:, None] == np.arange(P.shape[1])
    own = np.where(mask, P, 0.0).sum(axis=1)
    few = np.argpartition(own, k - 1)[:k]
    return few[np.argsort(own[few])]


def top_k_accuracy_wrong_any_row(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(np.isin(y_true, best))


def top_k_accuracy_wrong_abs_scores(y_true, Z, k):
    best = np.argsort(np.abs(Z), axis=1)[:, -k:]
    return np.mean((best == np.asarray(y_true)[:, None]).any(axis=1))


def top_k_accuracy_wrong_one_more(y_true, Z, k):
    Z = np.asarray(Z)
    own = Z[np.arange(len(Z)), y_true]
    return np.mean((Z > own[:, None]).sum(axis=1) <= k)


def top_k_accuracy_wrong_divided_by_k(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k:]
    return np.mean(best == np.asarray(y_true)[:, None])


def top_k_accuracy_wrong_kth_only(y_true, Z, k):
    best = np.argsort(Z, axis=1)[:, -k]
    return np.mean(best == y_true)


def top_k_accuracy_right_rank(y_true, Z, k):
    Z = np.asarray(Z, dtype=float)
    own = np.take_along_axis(Z, np.asarray(y_true)[:, None], axis=1)
    return float(np.mean(np.sum(Z > own, axis=1) < k))


def top_k_accuracy_right_remove_best(y_true, Z, k):
    left = np.array(Z, dtype=float)
    hits = 0
    for _ in range(k):
        best = left.argmax(axis=1)
        hits += np.count_nonzero(best == y_true)
        left[np.arange(len(left)), best] = -np.inf
    return hits / len(left)

WRONG['prepare'] += [
    ('only-if-large', prepare_wrong_only_if_large, 'Divides only `if X.max() > 1`: a black image, or one with the greys 0 and 1, gives another row alone than in company.'),
    ('cast-to-bytes', prepare_wrong_cast_to_bytes, '`.astype(np.uint8)` cuts off the fractions of averaged images; it must be left out.'),
    ('columns-first', prepare_wrong_columns_first, '`transpose(0, 2, 1)` reads the pixels column by column.'),
    ('own-white', prepare_wrong_each_to_its_own_white, 'Each image is divided by its own brightest pixel; it must be 255.'),
    ('squeezed-2', prepare_wrong_squeezed_5, '`np.squeeze` takes away the axis of one single image (or pixel).'),
]

WRONG['accuracy'] += [
    ('balanced-2', accuracy_wrong_balanced, 'The mean of the shares of the classes, not the share of the labels.'),
    ('isin', accuracy_wrong_isin, '`np.isin` asks whether a label occurs anywhere, not in the same place.'),
    ('class-zero-lost', accuracy_wrong_class_zero_lost, '`count_nonzero(y_true * hit)` does not count right zeros; the factor y_true must go.'),
    ('rounded', accuracy_wrong_rounded, '`round(..., 2)` cuts the share to two digits.'),
    ('sorted-3', accuracy_wrong_sorted_5, '`np.sort` of both compares the frequencies of the labels, not the pairs.'),
]

WRONG['confusion_matrix'] += [
    ('counted-once-2', confusion_matrix_wrong_counted_once_5, '`C[y_true, y_pred] += 1` adds 1 once for repeated pairs; np.add.at is needed.'),
    ('byte-counts', confusion_matrix_wrong_byte_counts, '`dtype=np.uint8` overflows at 256 samples in a cell.'),
    ('classes-renumbered', confusion_matrix_wrong_present_classes, 'np.unique renumbers the classes that occur: a class missing in the middle shifts all behind it.'),
    ('both-ways', confusion_matrix_wrong_both_ways, '`C[p, t] += 1` counts a mistake a second time, mirrored.'),
    ('shares-2', confusion_matrix_wrong_shares, 'Divided by the row sums: shares in place of counts.'),
]

WRONG['find_mislabelled'] += [
    ('unsure-rows-2', find_mislabelled_wrong_unsure_rows_5, '`np.max(P, axis=1)` is the largest probability of the row, not that of its own label.'),
    ('other-predicted-only', find_mislabelled_wrong_other_predicted, 'Only rows where another class is predicted are looked at: fewer than k may come.'),
    ('sorted-by-number', find_mislabelled_wrong_sorted_by_number, '`np.sort` puts the rows in the order of their numbers; the smallest probability must be first.'),
    ('margin-2', find_mislabelled_wrong_margin_5, '`own - P.max(axis=1)` is the distance to the likeliest class; own alone decides.'),
    ('ranks-2', find_mislabelled_wrong_ranks_5, 'argsort twice gives the rank of each row, not the row of each rank; one argsort is right.'),
]

WRONG['top_k_accuracy'] += [
    ('any-row', top_k_accuracy_wrong_any_row, '`np.isin(y_true, best)` looks in the best of all rows, not in those of the same row.'),
    ('abs-scores', top_k_accuracy_wrong_abs_scores, '`np.abs(Z)` makes very negative scores the highest.'),
    ('one-more', top_k_accuracy_wrong_one_more, '`<= k` classes with a higher score: that is the best k + 1; it must be `< k`.'),
    ('mean-over-k', top_k_accuracy_wrong_divided_by_k, 'np.mean over all n·k entries divides by k too; `.any(axis=1)` is missing.'),
    ('kth-only', top_k_accuracy_wrong_kth_only, '`[:, -k]` is the k-th best class alone; `[:, -k:]` are the best k.'),
]

RIGHT['prepare'] += [
    ('table-of-rows', prepare_right_table_of_rows),
    ('concatenated-rows', prepare_right_concatenated_rows),
]

RIGHT['accuracy'] += [
    ('counter', accuracy_right_counter),
    ('one-minus-errors', accuracy_right_one_minus_errors),
]

RIGHT['confusion_matrix'] += [
    ('one-hot-product-2', confusion_matrix_right_one_hot_product_5),
    ('histogram-2', confusion_matrix_right_histogram_5),
]

RIGHT['find_mislabelled'] += [
    ('sorted-pairs', find_mislabelled_right_sorted_pairs),
    ('masked-sum-partition', find_mislabelled_right_masked_sum),
]

RIGHT['top_k_accuracy'] += [
    ('rank', top_k_accuracy_right_rank),
    ('remove-best', top_k_accuracy_right_remove_best),
]
