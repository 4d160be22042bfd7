"""Answers to exercise 04 by somebody who had not seen the checks; each wrong one with its cause."""

import math

import numpy as np



# ---- one_hot
def one_hot_wrong_max_plus_one(y, n_classes):
    k = y.max() + 1
    Y = np.zeros((len(y), k))
    Y[np.arange(len(y)), y] = 1
    return Y


def one_hot_wrong_transposed(y, n_classes):
    Y = np.zeros((n_classes, len(y)))
    Y[y, np.arange(len(y))] = 1
    return Y


def one_hot_wrong_whole_columns(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[:, y] = 1
    return Y


def one_hot_wrong_from_one(y, n_classes):
    return np.eye(n_classes)[y - 1]


def one_hot_wrong_label_not_one(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i in range(len(y)):
        Y[i, y[i]] = y[i]
    return Y


def one_hot_wrong_only_occurring(y, n_classes):
    classes = np.unique(y)
    return (y[:, None] == classes).astype(float)


def one_hot_wrong_eye_of_n(y, n_classes):
    return np.eye(len(y))[y]


def one_hot_wrong_one_more_column(y, n_classes):
    Y = np.zeros((y.shape[0], n_classes + 1))
    Y[np.arange(y.shape[0]), y] = 1
    return Y


def one_hot_wrong_loop_over_classes(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i in range(n_classes):
        Y[i, y[i]] = 1
    return Y


def one_hot_wrong_return_in_loop(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i, label in enumerate(y):
        Y[i, label] = 1
        return Y


def one_hot_wrong_thermometer(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i, label in enumerate(y):
        Y[i, : label + 1] = 1
    return Y


def one_hot_wrong_one_cold(y, n_classes):
    return (y.reshape(-1, 1) != np.arange(n_classes)).astype(float)


def one_hot_wrong_flat(y, n_classes):
    return np.eye(n_classes)[y].ravel()


def one_hot_wrong_index_swapped(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i in range(len(y)):
        Y[y[i], i] = 1
    return Y


def one_hot_wrong_same_row(y, n_classes):
    rows = [[0] * n_classes] * len(y)
    for i, label in enumerate(y):
        rows[i][label] = 1
    return np.array(rows)


def one_hot_wrong_range_to_k_minus_one(y, n_classes):
    return np.array([[1.0 if label == c else 0.0 for c in range(n_classes - 1)] for label in y])


def one_hot_wrong_max_and_transposed(y, n_classes):
    Y = np.zeros((len(y), y.max() + 1))
    Y[np.arange(len(y)), y] = 1
    return Y.T


def one_hot_wrong_from_one_and_label(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i in range(len(y)):
        Y[i, y[i] - 1] = y[i]
    return Y


def one_hot_right_eye(y, n_classes):
    return np.eye(n_classes)[y]


def one_hot_right_fancy_index(y, n_classes):
    Y = np.zeros((y.shape[0], n_classes))
    Y[np.arange(y.shape[0]), y] = 1
    return Y


def one_hot_right_comparison(y, n_classes):
    return (y[:, None] == np.arange(n_classes)[None, :]).astype(int)


def one_hot_right_lists(y, n_classes):
    return np.array([[1.0 if c == label else 0.0 for c in range(n_classes)] for label in y])


def one_hot_right_put_along_axis(y, n_classes):
    Y = np.zeros((len(y), n_classes), dtype=int)
    np.put_along_axis(Y, np.asarray(y)[:, None], 1, axis=1)
    return Y


def one_hot_right_flat_index(y, n_classes):
    Y = np.zeros(len(y) * n_classes)
    Y[np.arange(len(y)) * n_classes + y] = 1
    return Y.reshape(len(y), n_classes)



# ---- squared_error
def squared_error_wrong_sum(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2)


def squared_error_wrong_half(Y_hat, Y):
    return 0.5 * np.mean((Y_hat - Y) ** 2)


def squared_error_wrong_rows_only(Y_hat, Y):
    n = Y.shape[0]
    return np.sum((Y_hat - Y) ** 2) / n


def squared_error_wrong_root(Y_hat, Y):
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


def squared_error_wrong_absolute(Y_hat, Y):
    return np.mean(np.abs(Y_hat - Y))


def squared_error_wrong_not_squared(Y_hat, Y):
    return np.mean(Y_hat - Y)


def squared_error_wrong_square_of_mean(Y_hat, Y):
    return np.mean(Y_hat - Y) ** 2


def squared_error_wrong_difference_of_squares(Y_hat, Y):
    return np.mean(Y_hat**2 - Y**2)


def squared_error_wrong_bracket(Y_hat, Y):
    return np.mean(Y_hat - Y**2)


def squared_error_wrong_axis_0(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=0)


def squared_error_wrong_axis_1(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=1)


def squared_error_wrong_variance(Y_hat, Y):
    return np.var(Y_hat - Y)


def squared_error_wrong_builtin_sum(Y_hat, Y):
    return sum((Y_hat - Y) ** 2) / len(Y)


def squared_error_wrong_norm(Y_hat, Y):
    return np.linalg.norm(Y_hat - Y)


def squared_error_wrong_in_place(Y_hat, Y):
    Y_hat -= Y
    return np.mean(Y_hat**2)


def squared_error_wrong_plus(Y_hat, Y):
    return np.mean((Y_hat + Y) ** 2)


def squared_error_wrong_doubled(Y_hat, Y):
    return np.mean((Y_hat - Y) * 2)


def squared_error_wrong_matrix_product(Y_hat, Y):
    D = Y_hat - Y
    return np.sum(D @ D.T) / D.size


def squared_error_wrong_columns_only(Y_hat, Y):
    n, k = Y.shape
    return np.sum((Y_hat - Y) ** 2) / (n * k)


def squared_error_wrong_half_rows(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / (2 * len(Y))


def squared_error_wrong_root_axis(Y_hat, Y):
    return np.sqrt(np.mean((Y - Y_hat) ** 2, axis=0))


def squared_error_right_mean(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2)


def squared_error_right_dot(Y_hat, Y):
    d = np.subtract(Y_hat, Y).ravel()
    return d @ d / d.size


def squared_error_right_loop(Y_hat, Y):
    total, count = 0.0, 0
    for a, b in zip(Y_hat.flat, Y.flat):
        total += (float(a) - float(b)) ** 2
        count += 1
    return total / count


def squared_error_right_norm(Y_hat, Y):
    return np.linalg.norm((Y_hat - Y).ravel()) ** 2 / np.size(Y)


def squared_error_right_mean_of_row_means(Y_hat, Y):
    D = np.square(Y - Y_hat)
    return float(D.reshape(len(D), -1).mean(axis=1).mean())


def squared_error_right_expanded_variance(Y_hat, Y):
    d = Y_hat - Y
    return d.var() + d.mean() ** 2



# ---- huber
def huber_wrong_no_abs(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (np.abs(r) - 0.5 * threshold)))


def huber_wrong_no_half(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2, threshold * (r - threshold / 2)))


def huber_wrong_sides_swapped(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r > threshold, 0.5 * r**2, threshold * (r - 0.5 * threshold)))


def huber_wrong_no_t_factor(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, r - 0.5 * threshold))


def huber_wrong_t_not_halved(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (r - threshold)))


def huber_wrong_delta_one(y_hat, y, threshold):
    error = y_hat - y
    small = np.abs(error) <= threshold
    return np.where(small, error**2 / 2, np.abs(error) - 0.5).mean()


def huber_wrong_brackets(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * r - threshold / 2))


def huber_wrong_sum(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.sum(np.where(r <= threshold, 0.5 * r**2, threshold * (r - 0.5 * threshold)))


def huber_wrong_one_decision(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    if np.mean(r) <= threshold:
        return np.mean(0.5 * r**2)
    return np.mean(threshold * (r - 0.5 * threshold))


def huber_wrong_all_decision(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    if np.all(r <= threshold):
        return 0.5 * np.mean(r**2)
    return np.mean(threshold * (r - 0.5 * threshold))


def huber_wrong_r_not_abs_in_line(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(np.abs(r) <= threshold, 0.5 * r**2, threshold * (r - 0.5 * threshold)))


def huber_wrong_compares_the_square(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r**2 <= threshold, 0.5 * r**2, threshold * (np.abs(r) - 0.5 * threshold)))


def huber_wrong_clipped(y_hat, y, threshold):
    r = np.clip(y_hat - y, -threshold, threshold)
    return np.mean(0.5 * r**2)


def huber_wrong_plus_half(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (r + 0.5 * threshold)))


def huber_wrong_vector(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.where(r <= threshold, 0.5 * r**2, threshold * (r - 0.5 * threshold))


def huber_wrong_zeros_like(y_hat, y, threshold):
    losses = np.zeros_like(y)
    for i in range(len(y)):
        r = abs(y_hat[i] - y[i])
        if r <= threshold:
            losses[i] = 0.5 * r**2
        else:
            losses[i] = threshold * (r - 0.5 * threshold)
    return losses.mean()


def huber_wrong_mean_of_pieces(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    small = r[r <= threshold]
    large = r[r > threshold]
    loss = 0.0
    if len(small):
        loss += np.mean(0.5 * small**2)
    if len(large):
        loss += np.mean(threshold * (large - 0.5 * threshold))
    return loss


def huber_wrong_pseudo(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(threshold**2 * (np.sqrt(1 + (r / threshold) ** 2) - 1))


def huber_wrong_no_abs_and_sum(y_hat, y, threshold):
    r = y_hat - y
    return np.sum(np.where(r <= threshold, 0.5 * r**2, threshold * (np.abs(r) - 0.5 * threshold)))


def huber_wrong_no_halves(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2, threshold * (r - threshold)))


def huber_right_where(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (r - 0.5 * threshold)))


def huber_right_strict_less(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.where(r < threshold, r**2 / 2, threshold * r - threshold**2 / 2).mean()


def huber_right_minimum(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    m = np.minimum(r, threshold)
    return np.mean(m * (r - 0.5 * m))


def huber_right_loop(y_hat, y, threshold):
    total = 0.0
    for a, b in zip(y_hat, y):
        r = abs(float(a) - float(b))
        if r > threshold:
            total += threshold * (r - threshold / 2)
        else:
            total += r * r / 2
    return total / len(y)


def huber_right_masks(y_hat, y, threshold):
    r = y_hat - y
    large = abs(r) > threshold
    total = 0.5 * np.sum(r[~large] ** 2)
    total += threshold * np.sum(abs(r[large])) - large.sum() * threshold**2 / 2
    return total / r.size


def huber_right_clip(y_hat, y, threshold):
    r = np.asarray(y_hat, dtype=float) - y
    c = np.clip(r, -threshold, threshold)
    return np.average(0.5 * c * c + threshold * np.abs(r - c))



# ---- binary_cross_entropy
def binary_cross_entropy_wrong_textbook(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_wrong_clip_p(z, y):
    p = 0.5 * (1 + np.tanh(0.5 * z))
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_wrong_eps_in_log(z, y):
    p = 0.5 * (1 + np.tanh(0.5 * z))
    eps = 1e-8
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


def binary_cross_entropy_wrong_no_minus(z, y):
    return -np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def binary_cross_entropy_wrong_cases_swapped(z, y):
    s = np.where(y == 1, z, -z)
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_naive_cases(z, y):
    return np.mean(np.where(y == 1, np.log(1 + np.exp(-z)), np.log(1 + np.exp(z))))


def binary_cross_entropy_wrong_sum(z, y):
    s = np.where(y == 1, -z, z)
    return np.sum(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_zy_missing(z, y):
    return np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))


def binary_cross_entropy_wrong_plus_zy(z, y):
    return np.mean(np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z))))


def binary_cross_entropy_wrong_y_one_only(z, y):
    loss = np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))
    return np.mean(y * loss)


def binary_cross_entropy_wrong_abs_missing(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-z)))


def binary_cross_entropy_wrong_abs_for_max(z, y):
    s = np.where(y == 1, -z, z)
    return np.mean(np.abs(s) + np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_max_missing(z, y):
    s = np.where(y == 1, -z, z)
    return np.mean(np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_log2(z, y):
    s = np.where(y == 1, -z, z)
    return np.mean(np.maximum(s, 0) + np.log2(1 + np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_z_as_probability(z, y):
    z = np.clip(z, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(z) + (1 - y) * np.log(1 - z))


def binary_cross_entropy_wrong_clip_z(z, y):
    z = np.clip(z, -500, 500)
    return np.mean(np.log(1 + np.exp(-z)) * y + np.log(1 + np.exp(z)) * (1 - y))


def binary_cross_entropy_wrong_minus_one_targets(z, y):
    return np.mean(np.logaddexp(0, -y * z))


def binary_cross_entropy_wrong_vector(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


def binary_cross_entropy_wrong_squared(z, y):
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean((p - y) ** 2)


def binary_cross_entropy_wrong_mean_of_cases(z, y):
    loss = np.logaddexp(0, np.where(y == 1, -z, z))
    total = 0.0
    if np.any(y == 1):
        total += loss[y == 1].mean()
    if np.any(y == 0):
        total += loss[y == 0].mean()
    return total


def binary_cross_entropy_wrong_clip_and_sum(z, y):
    p = 0.5 * (1 + np.tanh(z / 2))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_wrong_swapped_and_log10(z, y):
    s = np.where(y == 0, -z, z)
    return np.mean(np.maximum(s, 0) + np.log10(1 + np.exp(-np.abs(s))))


def binary_cross_entropy_right_max_zy(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def binary_cross_entropy_right_logaddexp(z, y):
    return np.mean(np.logaddexp(0, (1 - 2 * y) * z))


def binary_cross_entropy_right_cases(z, y):
    s = np.where(y == 1, -1.0 * z, 1.0 * z)
    return (np.maximum(s, 0) + np.log(1 + np.exp(-np.abs(s)))).mean()


def binary_cross_entropy_right_loop(z, y):
    total = 0.0
    for zi, yi in zip(z, y):
        s = -float(zi) if yi == 1 else float(zi)
        total += max(s, 0.0) + math.log1p(math.exp(-abs(s)))
    return total / len(z)


def binary_cross_entropy_right_both_softplus(z, y):
    rest = np.log1p(np.exp(-np.abs(z)))
    yes = np.maximum(np.negative(z), 0) + rest
    no = np.maximum(z, 0) + rest
    return np.sum(y * yes + (1 - y) * no) / len(y)


def binary_cross_entropy_right_masks(z, y):
    wrong = (z > 0) != (y == 1)
    cost = np.abs(z) * wrong
    return np.average(cost + np.log1p(np.exp(-1.0 * np.abs(z))))



# ---- softmax_cross_entropy
def softmax_cross_entropy_wrong_naive(Z, y):
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


def softmax_cross_entropy_wrong_log_of_softmax(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y]))


def softmax_cross_entropy_wrong_eps(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y] + 1e-12))


def softmax_cross_entropy_wrong_global_max(Z, y):
    m = Z.max()
    log_sum = m + np.log(np.exp(Z - m).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_max_not_added(Z, y):
    m = Z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(Z - m).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_sum(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return np.sum(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_all_entries(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = np.eye(Z.shape[1])[y]
    return -np.mean(Y * log_p)


def softmax_cross_entropy_wrong_all_rows_index(Z, y):
    m = Z.max(axis=1, keepdims=True)
    log_sum = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    return np.mean(log_sum - Z[:, y])


def softmax_cross_entropy_wrong_axis_0(Z, y):
    m = Z.max(axis=0)
    log_sum = m + np.log(np.exp(Z - m).sum(axis=0))
    log_p = Z - log_sum
    return -np.mean(log_p[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_one_hot_expected(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(y[:, None] * log_p, axis=1))


def softmax_cross_entropy_wrong_no_minus(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return np.mean(log_p[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_zy_missing(Z, y):
    m = Z.max(axis=1)
    return np.mean(m + np.log(np.exp(Z - m[:, None]).sum(axis=1)))


def softmax_cross_entropy_wrong_argmax(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), Z.argmax(axis=1)])


def softmax_cross_entropy_wrong_labels_from_one(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y - 1])


def softmax_cross_entropy_wrong_in_place(Z, y):
    Z -= Z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_no_keepdims(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_log2(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log2(np.exp(Z - m[:, None]).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_p_not_log(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return np.mean(1 - P[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_vector(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return log_sum - Z[np.arange(len(y)), y]


def softmax_cross_entropy_wrong_max_added_twice(Z, y):
    m = Z.max(axis=1)
    S = Z - m[:, None]
    log_sum = m + np.log(np.exp(S).sum(axis=1))
    return np.mean(log_sum - S[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_all_classes(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = np.clip(E / E.sum(axis=1, keepdims=True), 1e-300, 1 - 1e-16)
    Y = np.eye(Z.shape[1])[y]
    return -np.mean(np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=1))


def softmax_cross_entropy_wrong_global_and_sum(Z, y):
    E = np.exp(Z - np.max(Z))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.sum(np.log(P[range(len(y)), y]))


def softmax_cross_entropy_wrong_eps_and_all_entries(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[y]
    return -np.mean(Y * np.log(P + 1e-9))


def softmax_cross_entropy_right_logsumexp(Z, y):
    m = Z.max(axis=1)
    log_sum = m + np.log(np.exp(Z - m[:, None]).sum(axis=1))
    return np.mean(log_sum - Z[np.arange(len(y)), y])


def softmax_cross_entropy_right_shifted(Z, y):
    S = Z - np.max(Z, axis=1, keepdims=True)
    log_p = S - np.log(np.sum(np.exp(S), axis=1, keepdims=True))
    return -np.take_along_axis(log_p, y[:, None], axis=1).mean()


def softmax_cross_entropy_right_logaddexp(Z, y):
    rows = np.logaddexp.reduce(Z.astype(float), axis=1)
    return float(np.mean(rows - Z[range(len(Z)), y]))


def softmax_cross_entropy_right_loop(Z, y):
    total = 0.0
    for row, label in zip(Z, y):
        m = float(max(row))
        s = sum(math.exp(float(v) - m) for v in row)
        total += m + math.log(s) - float(row[label])
    return total / len(y)


def softmax_cross_entropy_right_one_hot_where(Z, y):
    n, k = Z.shape
    Y = np.arange(k) == y[:, None]
    S = Z - Z.max(axis=1).reshape(n, 1)
    log_sum = np.log(np.einsum("ij->i", np.exp(S)))
    return np.sum(log_sum - S[Y]) / n


def softmax_cross_entropy_right_minus_true_logit(Z, y):
    D = Z - Z[np.arange(len(y)), y][:, None]
    m = D.max(axis=1)
    return np.average(m + np.log(np.sum(np.exp(D - m[:, None]), axis=1)))



# ---- by another writer, later
def one_hot_minus_one(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i in range(len(y)):
        Y[i, y[i] - 1] = 1
    return Y


def one_hot_from_max(y, n_classes):
    return np.eye(np.max(y) + 1)[y]


def one_hot_transposed(y, n_classes):
    Y = np.zeros((n_classes, len(y)))
    Y[y, np.arange(len(y))] = 1
    return Y


def one_hot_whole_columns(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[:, y] = 1
    return Y


def one_hot_label_written(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    for i, label in enumerate(y):
        Y[i][label] = label
    return Y


def one_hot_unique(y, n_classes):
    _, place = np.unique(y, return_inverse=True)
    return np.eye(n_classes)[place]


def one_hot_row_number(y, n_classes):
    n = len(y)
    return np.eye(n, n_classes)


def one_hot_first_row_empty(y, n_classes):
    n = len(y)
    Y = np.zeros((n, n_classes))
    for i in range(1, n):
        Y[i, y[i]] = 1
    return Y


def one_hot_minus_ones(y, n_classes):
    return 2 * np.eye(n_classes)[y] - 1


def one_hot_compare(y, n_classes):
    return (np.arange(n_classes)[None, :] == np.asarray(y)[:, None]).astype(float)


def one_hot_lists(y, n_classes):
    return np.array([[1 if k == label else 0 for k in range(n_classes)] for label in y])


def squared_error_sum(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2)


def squared_error_half(Y_hat, Y):
    return 0.5 * np.mean((Y_hat - Y) ** 2)


def squared_error_by_rows(Y_hat, Y):
    return ((Y_hat - Y) ** 2).sum() / len(Y)


def squared_error_root(Y_hat, Y):
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


def squared_error_vector(Y_hat, Y):
    return np.mean((Y_hat - Y) ** 2, axis=0)


def squared_error_mean_first(Y_hat, Y):
    return np.mean(Y_hat - Y) ** 2


def squared_error_difference_of_squares(Y_hat, Y):
    return np.mean(Y_hat**2 - Y**2)


def squared_error_variance(Y_hat, Y):
    return np.var(Y_hat - Y)


def squared_error_needs_table(Y_hat, Y):
    n, k = Y.shape
    total = 0.0
    for i in range(n):
        for j in range(k):
            total += (Y_hat[i, j] - Y[i, j]) ** 2
    return total / (n * k)


def squared_error_dot(Y_hat, Y):
    d = np.ravel(Y_hat).astype(float) - np.ravel(Y)
    return d @ d / d.size


def squared_error_fsum(Y_hat, Y):
    pairs = list(zip(np.ravel(Y_hat).tolist(), np.ravel(Y).tolist()))
    return math.fsum((p - t) ** 2 for p, t in pairs) / len(pairs)


def huber_bracket(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * r - threshold / 2))


def huber_no_half(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2, threshold * (r - threshold / 2)))


def huber_all_or_none(y_hat, y, threshold):
    r = y_hat - y
    if np.max(np.abs(r)) <= threshold:
        return np.mean(0.5 * r**2)
    else:
        return np.mean(threshold * (np.abs(r) - threshold / 2))


def huber_signed_test(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (np.abs(r) - threshold / 2)))


def huber_smooth_l1(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, 0.5 * r**2 / threshold, r - 0.5 * threshold))


def huber_swapped(y_hat, y, threshold):
    r = np.abs(y_hat - y)
    return np.mean(np.where(r > threshold, 0.5 * r**2, threshold * (r - threshold / 2)))


def huber_pseudo(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(threshold**2 * (np.sqrt(1 + (r / threshold) ** 2) - 1))


def huber_clipped(y_hat, y, threshold):
    r = np.clip(y_hat - y, -threshold, threshold)
    return np.mean(0.5 * r**2)


def huber_in_place(y_hat, y, threshold):
    r = y_hat
    r -= y
    r = np.abs(r)
    return np.mean(np.where(r <= threshold, 0.5 * r**2, threshold * (r - threshold / 2)))


def huber_clip_product(y_hat, y, threshold):
    r = np.abs(np.asarray(y_hat, dtype=float) - y)
    c = np.minimum(r, threshold)
    return np.mean(c * (r - 0.5 * c))


def huber_loop(y_hat, y, threshold):
    total = 0.0
    for p, t in zip(y_hat, y):
        r = abs(float(p) - float(t))
        total += r * r / 2 if r <= threshold else threshold * (r - threshold / 2)
    return total / len(y)


def binary_cross_entropy_naive(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_clip(z, y):
    p = 0.5 * (1 + np.tanh(0.5 * z))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def binary_cross_entropy_swapped(z, y):
    s = np.where(y == 1, z, -z)
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_pm_one(z, y):
    s = -y * z
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


def binary_cross_entropy_yes_only(z, y):
    s = -z
    return np.mean(y * (np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))))


def binary_cross_entropy_plus_abs(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log(1 + np.exp(np.abs(z))))


def binary_cross_entropy_z_is_p(z, y):
    eps = 1e-8
    return -np.mean(y * np.log(z + eps) + (1 - y) * np.log(1 - z + eps))


def binary_cross_entropy_sum(z, y):
    return np.sum(np.logaddexp(0, z) - y * z)


def binary_cross_entropy_by_yes(z, y):
    total = np.sum(np.logaddexp(0, np.where(y == 1, -z, z)))
    return total / max(np.sum(y), 1)


def binary_cross_entropy_softplus_minus_yz(z, y):
    z = np.asarray(z, dtype=float)
    return np.mean(np.logaddexp(0, z) - y * z)


def binary_cross_entropy_math(z, y):
    costs = []
    for zi, yi in zip(z, y):
        s = -float(zi) if yi == 1 else float(zi)
        costs.append(max(s, 0.0) + math.log1p(math.exp(-abs(s))))
    return sum(costs) / len(costs)


def binary_cross_entropy_groups(z, y):
    s = np.concatenate([-z[y == 1], z[y == 0]]).astype(float)
    return float(np.sum(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))) / len(z))


def softmax_cross_entropy_no_shift(Z, y):
    return np.mean(np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(y)), y])


def softmax_cross_entropy_global_max(Z, y):
    m = np.max(Z)
    lse = m + np.log(np.sum(np.exp(Z - m), axis=1))
    return np.mean(lse - Z[np.arange(len(y)), y])


def softmax_cross_entropy_not_added_back(Z, y):
    m = Z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(Z - m).sum(axis=1)) - Z[np.arange(len(y)), y])


def softmax_cross_entropy_minus_one(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    L = np.log(np.exp(S).sum(axis=1))
    total = 0
    for i in range(len(y)):
        total += L[i] - S[i, y[i] - 1]
    return total / len(y)


def softmax_cross_entropy_log_of_mean(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    return -np.log(np.mean(P[np.arange(len(y)), y]))


def softmax_cross_entropy_y_as_rows(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    logp = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(np.reshape(y, (-1, 1)) * logp, axis=1))


def softmax_cross_entropy_eps(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(y)), y] + 1e-8))


def softmax_cross_entropy_all_entries(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    logp = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    Y = np.eye(Z.shape[1])[y]
    return -(Y * logp).mean()


def softmax_cross_entropy_argmax(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    best = np.argmax(S, axis=1)
    return np.mean(np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(S)), best])


def softmax_cross_entropy_logaddexp(Z, y):
    Z = np.asarray(Z, dtype=float)
    return np.mean(np.logaddexp.reduce(Z, axis=1) - np.take_along_axis(Z, y[:, None], axis=1)[:, 0])


def softmax_cross_entropy_math(Z, y):
    total = 0.0
    for row, label in zip(Z.tolist(), y.tolist()):
        m = max(row)
        total += m - row[label] + math.log(math.fsum(math.exp(v - m) for v in row))
    return total / len(y)


def softmax_cross_entropy_diag(Z, y):
    S = Z - Z.max(axis=1)[:, None]
    L = np.log(np.exp(S).sum(axis=1))
    return (L - np.diag(S[:, y])).sum() / len(Z)


WRONG = {
    'one_hot': [
        ('max-plus-one', one_hot_wrong_max_plus_one, 'takes y.max() + 1 as the number of classes and ignores n_classes'),
        ('transposed', one_hot_wrong_transposed, 'classes in the rows, samples in the columns'),
        ('whole-columns', one_hot_wrong_whole_columns, 'Y[:, y] = 1 sets the whole column of every label that occurs, in all rows'),
        ('from-one', one_hot_wrong_from_one, 'counts the labels from 1: y - 1'),
        ('label-not-one', one_hot_wrong_label_not_one, 'writes the label in place of 1'),
        ('only-occurring', one_hot_wrong_only_occurring, 'makes a column for each class that occurs (np.unique), not for all n_classes'),
        ('eye-of-n', one_hot_wrong_eye_of_n, 'np.eye(len(y)) has a row for each sample in place of each class'),
        ('one-more-column', one_hot_wrong_one_more_column, 'n_classes + 1 columns'),
        ('loop-over-classes', one_hot_wrong_loop_over_classes, 'the loop runs over n_classes in place of over the samples, so later rows stay empty (or it fails)'),
        ('return-in-loop', one_hot_wrong_return_in_loop, 'the return stands inside the loop, so only the first row is filled'),
        ('thermometer', one_hot_wrong_thermometer, 'fills ones up to the label (slice), not a single 1'),
        ('one-cold', one_hot_wrong_one_cold, 'zeros and ones exchanged: != in place of =='),
        ('flat', one_hot_wrong_flat, 'the table is flattened'),
        ('index-swapped', one_hot_wrong_index_swapped, 'Y[y[i], i]: row and column are exchanged in the index of an (n, n_classes) table'),
        ('same-row', one_hot_wrong_same_row, '[[0] * k] * n is one row n times, so all labels are marked in every row'),
        ('range-to-k-minus-one', one_hot_wrong_range_to_k_minus_one, 'compares with range(n_classes - 1), so the last class has no column'),
        ('max-and-transposed', one_hot_wrong_max_and_transposed, 'two causes: the number of classes is y.max() + 1, and the table is transposed'),
        ('from-one-and-label', one_hot_wrong_from_one_and_label, 'two causes: labels counted from 1, and the label is written in place of 1'),
        ('minus-one', one_hot_minus_one, 'labels are taken to start at 1: the 1 stands one column too far to the left'),
        ('from-max', one_hot_from_max, 'the number of columns comes from the largest label, so missing last classes have no column'),
        ('transposed-2', one_hot_transposed, 'samples run along the columns: the table is (n_classes, n)'),
        ('whole-columns-2', one_hot_whole_columns, 'Y[:, y] = 1 sets whole columns, for every row'),
        ('label-written', one_hot_label_written, 'the label itself is written into its place instead of 1'),
        ('unique', one_hot_unique, 'labels are numbered anew by np.unique: if a class does not occur, the ones behind it slip to the left'),
        ('row-number', one_hot_row_number, 'the number of the row picks the place of the 1, the labels are not used'),
        ('first-row-empty', one_hot_first_row_empty, 'the loop starts at 1, and the first row stays empty'),
        ('minus-ones', one_hot_minus_ones, 'the other classes get -1 instead of 0'),
    ],
    'squared_error': [
        ('sum', squared_error_wrong_sum, 'the sum of the squares is not divided'),
        ('half', squared_error_wrong_half, 'a factor 1/2 that is not asked for'),
        ('rows-only', squared_error_wrong_rows_only, 'divides by the number of rows only, not by all entries'),
        ('root', squared_error_wrong_root, 'takes the root (RMSE)'),
        ('absolute', squared_error_wrong_absolute, 'the mean of the absolute differences'),
        ('not-squared', squared_error_wrong_not_squared, 'the square is missing'),
        ('square-of-mean', squared_error_wrong_square_of_mean, 'squares the mean difference in place of averaging the squares'),
        ('difference-of-squares', squared_error_wrong_difference_of_squares, 'Y_hat**2 - Y**2 in place of (Y_hat - Y)**2'),
        ('bracket', squared_error_wrong_bracket, 'the square stands inside: Y_hat - Y**2'),
        ('axis-0', squared_error_wrong_axis_0, 'averages along axis 0, so a vector of k numbers comes back'),
        ('axis-1', squared_error_wrong_axis_1, 'averages along axis 1 (one number for each row; fails for vectors)'),
        ('variance', squared_error_wrong_variance, 'np.var subtracts the mean difference first'),
        ('builtin-sum', squared_error_wrong_builtin_sum, "Python's sum adds the rows only; a table gives a vector"),
        ('norm', squared_error_wrong_norm, 'np.linalg.norm is the root of the sum of squares: neither squared nor averaged'),
        ('in-place', squared_error_wrong_in_place, "'Y_hat -= Y' changes the caller's predictions"),
        ('plus', squared_error_wrong_plus, 'adds prediction and truth in place of subtracting'),
        ('doubled', squared_error_wrong_doubled, 'the difference is multiplied by 2 in place of squared'),
        ('matrix-product', squared_error_wrong_matrix_product, '(Y_hat - Y) @ (Y_hat - Y).T mixes different rows of a table'),
        ('columns-only', squared_error_wrong_columns_only, 'unpacks n and k, so vectors fail'),
        ('half-rows', squared_error_wrong_half_rows, 'two causes: the factor 1/2, and the division by the rows only'),
        ('root-axis', squared_error_wrong_root_axis, 'two causes: the root, and an average along axis 0 only'),
        ('sum-2', squared_error_sum, 'the squares are added up, not averaged'),
        ('half-2', squared_error_half, 'a factor 1/2 too much'),
        ('by-rows', squared_error_by_rows, 'divided by the rows only, not by the columns too'),
        ('root-2', squared_error_root, 'the root is taken (root mean square)'),
        ('vector', squared_error_vector, 'one mean for each output: the mean runs over the rows only'),
        ('mean-first', squared_error_mean_first, 'the mean error is squared, not the errors: plus and minus cancel'),
        ('difference-of-squares-2', squared_error_difference_of_squares, 'the difference of the squares instead of the square of the difference'),
        ('variance-2', squared_error_variance, 'the variance of the errors: the mean error is subtracted first, so a constant offset costs nothing'),
        ('needs-table', squared_error_needs_table, 'takes two axes for granted: with a vector (n,) the unpacking of the shape fails'),
    ],
    'huber': [
        ('no-abs', huber_wrong_no_abs, 'compares r, not |r|, with the threshold: large negative errors count as small'),
        ('no-half', huber_wrong_no_half, 'the 1/2 of the square is missing'),
        ('sides-swapped', huber_wrong_sides_swapped, 'the two pieces are exchanged'),
        ('no-t-factor', huber_wrong_no_t_factor, 'the factor t in front of the large errors is missing'),
        ('t-not-halved', huber_wrong_t_not_halved, '|r| - t in place of |r| - t/2'),
        ('delta-one', huber_wrong_delta_one, 'the linear piece is written for a threshold of 1: |r| - 0.5'),
        ('brackets', huber_wrong_brackets, 't * |r| - t/2: the t/2 is not multiplied by t'),
        ('sum', huber_wrong_sum, 'the sum is not divided by n'),
        ('one-decision', huber_wrong_one_decision, 'decides once for all samples, by the mean error'),
        ('all-decision', huber_wrong_all_decision, 'if any error is large, all are taken as large'),
        ('r-not-abs-in-line', huber_wrong_r_not_abs_in_line, 'the linear piece uses r in place of |r|'),
        ('compares-the-square', huber_wrong_compares_the_square, 'compares r**2 with the threshold in place of |r|'),
        ('clipped', huber_wrong_clipped, 'clips the error at the threshold: large errors cost t**2/2 and no more'),
        ('plus-half', huber_wrong_plus_half, '|r| + t/2 in place of |r| - t/2'),
        ('vector', huber_wrong_vector, 'the mean is missing: one number for each sample comes back'),
        ('zeros-like', huber_wrong_zeros_like, 'the losses are collected in np.zeros_like(y), which holds integers if y does'),
        ('mean-of-pieces', huber_wrong_mean_of_pieces, 'averages the small and the large errors apart and adds the two means'),
        ('pseudo', huber_wrong_pseudo, 'the pseudo-Huber loss, a smooth relative'),
        ('no-abs-and-sum', huber_wrong_no_abs_and_sum, 'two causes: r in place of |r| in the comparison, and the sum is not divided'),
        ('no-halves', huber_wrong_no_halves, 'two causes: both 1/2 are missing: r**2 and t * (|r| - t)'),
        ('bracket', huber_bracket, 'outside the threshold t/2 is subtracted after the factor t: t|r| - t/2, and the pieces meet only for t = 1'),
        ('no-half-2', huber_no_half, 'the 1/2 before the square is missing'),
        ('all-or-none', huber_all_or_none, 'all samples together are small or large: the largest error decides for every one'),
        ('signed-test', huber_signed_test, 'the test asks r and not |r|: large negative errors are squared'),
        ('smooth-l1', huber_smooth_l1, 'the smooth L1 loss of the libraries: the Huber loss divided by the threshold'),
        ('swapped', huber_swapped, 'the two pieces are exchanged'),
        ('pseudo-2', huber_pseudo, 'the smooth stand-in (pseudo-Huber), which equals the Huber loss nowhere but at 0'),
        ('clipped-2', huber_clipped, 'the errors are clipped before they are squared: beyond the threshold the loss is flat'),
        ('in-place', huber_in_place, "the difference is formed in place, in the caller's y_hat"),
    ],
    'binary_cross_entropy': [
        ('textbook', binary_cross_entropy_wrong_textbook, 'the formula with p: p is rounded to 0 or 1 (and exp overflows), the logarithm is infinite'),
        ('clip-p', binary_cross_entropy_wrong_clip_p, 'the probability is clipped, so very wrong answers cost 34 at most'),
        ('eps-in-log', binary_cross_entropy_wrong_eps_in_log, '1e-8 inside the logarithm changes the value'),
        ('no-minus', binary_cross_entropy_wrong_no_minus, 'the minus sign is missing'),
        ('cases-swapped', binary_cross_entropy_wrong_cases_swapped, 'the two cases are exchanged: ln(1 + e^z) for y = 1'),
        ('naive-cases', binary_cross_entropy_wrong_naive_cases, 'the right cases, but exp overflows'),
        ('sum', binary_cross_entropy_wrong_sum, 'the sum is not divided by n'),
        ('zy-missing', binary_cross_entropy_wrong_zy_missing, 'max(z, 0) + ln(1 + e^-|z|) is the loss for y = 0; the term - z y is missing'),
        ('plus-zy', binary_cross_entropy_wrong_plus_zy, '+ z y in place of - z y'),
        ('y-one-only', binary_cross_entropy_wrong_y_one_only, 'only the yes rows count; (1 - y) ln(1 - p) is missing'),
        ('abs-missing', binary_cross_entropy_wrong_abs_missing, 'exp(-z) in place of exp(-|z|) overflows for negative z'),
        ('abs-for-max', binary_cross_entropy_wrong_abs_for_max, '|s| in place of max(s, 0)'),
        ('max-missing', binary_cross_entropy_wrong_max_missing, 'max(s, 0) is left out: wrong answers cost at most ln 2'),
        ('log2', binary_cross_entropy_wrong_log2, 'the logarithm to the base 2'),
        ('z-as-probability', binary_cross_entropy_wrong_z_as_probability, 'takes z for the probability'),
        ('clip-z', binary_cross_entropy_wrong_clip_z, 'the logits are clipped at 500'),
        ('minus-one-targets', binary_cross_entropy_wrong_minus_one_targets, 'ln(1 + e^(-y z)) is for labels -1 and 1; with y = 0 it is always ln 2'),
        ('vector', binary_cross_entropy_wrong_vector, 'the mean is missing'),
        ('squared', binary_cross_entropy_wrong_squared, 'the squared error of the probabilities'),
        ('mean-of-cases', binary_cross_entropy_wrong_mean_of_cases, 'averages the yes rows and the no rows apart and adds the two means'),
        ('clip-and-sum', binary_cross_entropy_wrong_clip_and_sum, 'two causes: the probability is clipped, and the sum is not divided by n'),
        ('swapped-and-log10', binary_cross_entropy_wrong_swapped_and_log10, 'two causes: y and 1 - y are exchanged, and log10 in place of log'),
        ('naive', binary_cross_entropy_naive, 'p is computed and its logarithm taken: ln 0 and overflow for large logits'),
        ('clip', binary_cross_entropy_clip, 'p is clipped, so that no sample can cost more than about 28'),
        ('swapped', binary_cross_entropy_swapped, 'yes and no are exchanged: the sign of z is turned for the wrong case'),
        ('pm-one', binary_cross_entropy_pm_one, 'the formula for targets -1 and 1 with targets 0 and 1 in it: every "no" costs ln 2'),
        ('yes-only', binary_cross_entropy_yes_only, 'only the "yes" term is there; samples with y = 0 cost nothing'),
        ('plus-abs', binary_cross_entropy_plus_abs, 'the absolute value inside the exponent has lost its minus and overflows'),
        ('z-is-p', binary_cross_entropy_z_is_p, 'the logits are taken for probabilities: logarithms of negative numbers'),
        ('sum-2', binary_cross_entropy_sum, 'the sum over the samples, not the mean'),
        ('by-yes', binary_cross_entropy_by_yes, 'divided by the number of "yes" samples instead of by all'),
    ],
    'softmax_cross_entropy': [
        ('naive', softmax_cross_entropy_wrong_naive, 'exp overflows for large logits'),
        ('log-of-softmax', softmax_cross_entropy_wrong_log_of_softmax, 'softmax is safe, but its probability of the true class may be 0, and log(0) is infinite'),
        ('eps', softmax_cross_entropy_wrong_eps, 'adds 1e-12 inside the logarithm, so very wrong rows cost 27 at most'),
        ('global-max', softmax_cross_entropy_wrong_global_max, 'subtracts the largest logit of the whole table: in a row far below all exponentials become 0'),
        ('max-not-added', softmax_cross_entropy_wrong_max_not_added, 'the largest logit is subtracted in the sum but neither added again nor taken from z_y'),
        ('sum', softmax_cross_entropy_wrong_sum, 'the sum over the rows is not divided by n'),
        ('all-entries', softmax_cross_entropy_wrong_all_entries, 'np.mean over the table of one-hot products divides by n * k'),
        ('all-rows-index', softmax_cross_entropy_wrong_all_rows_index, 'Z[:, y] takes the columns y in every row, an (n, n) table'),
        ('axis-0', softmax_cross_entropy_wrong_axis_0, 'maximum and sum go along axis 0, down the columns'),
        ('one-hot-expected', softmax_cross_entropy_wrong_one_hot_expected, 'treats y as one-hot rows: Y * log_p with the labels themselves'),
        ('no-minus', softmax_cross_entropy_wrong_no_minus, 'has the wrong sign'),
        ('zy-missing', softmax_cross_entropy_wrong_zy_missing, 'only the logarithm of the sum: z_y is not subtracted'),
        ('argmax', softmax_cross_entropy_wrong_argmax, 'subtracts the largest logit in place of that of the true class'),
        ('labels-from-one', softmax_cross_entropy_wrong_labels_from_one, 'counts the labels from 1: y - 1'),
        ('in-place', softmax_cross_entropy_wrong_in_place, "'Z -= ...' changes the caller's logits"),
        ('no-keepdims', softmax_cross_entropy_wrong_no_keepdims, 'the row maxima are subtracted without keepdims: they go to the columns'),
        ('log2', softmax_cross_entropy_wrong_log2, 'the logarithm to the base 2'),
        ('p-not-log', softmax_cross_entropy_wrong_p_not_log, 'one minus the probability in place of minus its logarithm'),
        ('vector', softmax_cross_entropy_wrong_vector, 'the mean is missing: one number for each row'),
        ('max-added-twice', softmax_cross_entropy_wrong_max_added_twice, 'the maximum is added again though z_y was shifted too'),
        ('all-classes', softmax_cross_entropy_wrong_all_classes, 'the binary cross-entropy of every class is added, (1 - Y) ln(1 - P) too'),
        ('global-and-sum', softmax_cross_entropy_wrong_global_and_sum, 'two causes: the largest logit of the table, and the sum is not divided'),
        ('eps-and-all-entries', softmax_cross_entropy_wrong_eps_and_all_entries, 'two causes: an epsilon inside the logarithm, and the mean over all n * k entries'),
        ('no-shift', softmax_cross_entropy_no_shift, 'nothing is subtracted before exp: overflow for large logits'),
        ('global-max-2', softmax_cross_entropy_global_max, 'one maximum for the whole table: in rows far below it all exponentials are 0, and ln 0 follows'),
        ('not-added-back', softmax_cross_entropy_not_added_back, 'the maximum is subtracted inside the logarithm and not from the true logit (never added back)'),
        ('minus-one', softmax_cross_entropy_minus_one, 'labels are taken to start at 1'),
        ('log-of-mean', softmax_cross_entropy_log_of_mean, 'the logarithm of the mean probability instead of the mean of the logarithms'),
        ('y-as-rows', softmax_cross_entropy_y_as_rows, 'y is multiplied on as if it were one-hot rows'),
        ('eps-2', softmax_cross_entropy_eps, '1e-8 inside the logarithm caps the loss of a row near 18'),
        ('all-entries-2', softmax_cross_entropy_all_entries, 'averaged over all n k entries of the one-hot product instead of over the rows'),
        ('argmax-2', softmax_cross_entropy_argmax, 'the class that the network prefers is taken instead of the true one'),
    ],
}

RIGHT = {
    'one_hot': [
        ('eye', one_hot_right_eye),
        ('fancy-index', one_hot_right_fancy_index),
        ('comparison', one_hot_right_comparison),
        ('lists', one_hot_right_lists),
        ('put-along-axis', one_hot_right_put_along_axis),
        ('flat-index', one_hot_right_flat_index),
        ('compare', one_hot_compare),
        ('lists-2', one_hot_lists),
    ],
    'squared_error': [
        ('mean', squared_error_right_mean),
        ('dot', squared_error_right_dot),
        ('loop', squared_error_right_loop),
        ('norm', squared_error_right_norm),
        ('mean-of-row-means', squared_error_right_mean_of_row_means),
        ('expanded-variance', squared_error_right_expanded_variance),
        ('dot-2', squared_error_dot),
        ('fsum', squared_error_fsum),
    ],
    'huber': [
        ('where', huber_right_where),
        ('strict-less', huber_right_strict_less),
        ('minimum', huber_right_minimum),
        ('loop', huber_right_loop),
        ('masks', huber_right_masks),
        ('clip', huber_right_clip),
        ('clip-product', huber_clip_product),
        ('loop-2', huber_loop),
    ],
    'binary_cross_entropy': [
        ('max-zy', binary_cross_entropy_right_max_zy),
        ('logaddexp', binary_cross_entropy_right_logaddexp),
        ('cases', binary_cross_entropy_right_cases),
        ('loop', binary_cross_entropy_right_loop),
        ('both-softplus', binary_cross_entropy_right_both_softplus),
        ('masks', binary_cross_entropy_right_masks),
        ('softplus-minus-yz', binary_cross_entropy_softplus_minus_yz),
        ('math', binary_cross_entropy_math),
        ('groups', binary_cross_entropy_groups),
    ],
    'softmax_cross_entropy': [
        ('logsumexp', softmax_cross_entropy_right_logsumexp),
        ('shifted', softmax_cross_entropy_right_shifted),
        ('logaddexp', softmax_cross_entropy_right_logaddexp),
        ('loop', softmax_cross_entropy_right_loop),
        ('one-hot-where', softmax_cross_entropy_right_one_hot_where),
        ('minus-true-logit', softmax_cross_entropy_right_minus_true_logit),
        ('logaddexp-2', softmax_cross_entropy_logaddexp),
        ('math', softmax_cross_entropy_math),
        ('diag', softmax_cross_entropy_diag),
    ],
}



# ---- smoothed_cross_entropy

def smoothed_cross_entropy_wrong_over_the_others(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = np.full((n, k), eps / max(k - 1, 1))
    q[np.arange(n), y] = 1 - eps
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_true_gets_no_share(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = np.full((n, k), eps / k)
    q[np.arange(n), y] = 1 - eps
    return -(q * L).sum() / n


def smoothed_cross_entropy_wrong_mean_of_all_entries(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(q * L)


def smoothed_cross_entropy_wrong_sum_of_rows(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.sum(((1 - eps) * np.eye(k)[y] + eps / k) * L)


def smoothed_cross_entropy_wrong_no_shift(Z, y, eps):
    k = Z.shape[1]
    L = Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -(q * L).sum(axis=1).mean()


def smoothed_cross_entropy_wrong_global_max(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max()
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -(q * L).sum(axis=1).mean()


def smoothed_cross_entropy_wrong_sign(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return (q * L).sum(axis=1).mean()


def smoothed_cross_entropy_wrong_nothing_taken(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = np.eye(k)[y] + eps / k
    return -np.sum(q * L) / n


def smoothed_cross_entropy_wrong_eps_not_divided(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps
    return -np.sum(q * L) / n


def smoothed_cross_entropy_wrong_eps_in_log(Z, y, eps):
    k = Z.shape[1]
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.sum(q * np.log(P + 1e-12), axis=1))


def smoothed_cross_entropy_wrong_log_of_softmax(Z, y, eps):
    k = Z.shape[1]
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.sum(q * np.log(P), axis=1))


def smoothed_cross_entropy_wrong_axis_0(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=0)
    L = S - np.log(np.exp(S).sum(axis=0))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_classes_from_y(Z, y, eps):
    k = y.max() + 1
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.sum(q * L[:, :k], axis=1))


def smoothed_cross_entropy_wrong_eps_exchanged(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = eps * np.eye(k)[y] + (1 - eps) / k
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_divided_by_n(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / n
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_in_place(Z, y, eps):
    k = Z.shape[1]
    Z -= Z.max(axis=1, keepdims=True)
    L = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_int_targets(Z, y, eps):
    n, k = Z.shape
    q = np.zeros((n, k), dtype=int)
    for i in range(n):
        for j in range(k):
            q[i, j] = (1 - eps) * (j == y[i]) + eps / k
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -(q * L).sum() / n


def smoothed_cross_entropy_wrong_log_of_mixture(Z, y, eps):
    k = Z.shape[1]
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -np.mean(np.log(np.sum(q * P, axis=1)))


def smoothed_cross_entropy_wrong_three_classes(Z, y, eps):
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = (1 - eps) * np.eye(Z.shape[1])[y] + eps / 3
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_wrong_eps_ignored(Z, y, eps):
    S = Z - Z.max(axis=1, keepdims=True)
    logsum = np.log(np.exp(S).sum(axis=1))
    return np.mean(logsum - S[np.arange(len(y)), y])


def smoothed_cross_entropy_wrong_only_true_class(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    logsum = np.log(np.exp(S).sum(axis=1))
    return (1 - eps + eps / k) * np.mean(logsum - S[np.arange(len(y)), y])


def smoothed_cross_entropy_wrong_smoothed_prediction(Z, y, eps):
    n, k = Z.shape
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = (1 - eps) * e / e.sum(axis=1, keepdims=True) + eps / k
    return -np.mean(np.log(P[np.arange(n), y]))


def smoothed_cross_entropy_wrong_uniform_part_summed(Z, y, eps):
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    true = L[np.arange(len(y)), y]
    return -np.mean((1 - eps) * true + eps * L.sum(axis=1))


def smoothed_cross_entropy_wrong_all_columns_of_labels(Z, y, eps):
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -np.mean((1 - eps) * L[:, y] + eps * L.mean(axis=1, keepdims=True))


def smoothed_cross_entropy_wrong_one_row_a_number(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return -(((1 - eps) * np.eye(k)[y] + eps / k) * L).sum(axis=1)


def smoothed_cross_entropy_wrong_sum_and_others(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = np.full((n, k), eps / max(k - 1, 1))
    q[np.arange(n), y] = 1 - eps
    return -np.sum(q * L)


def smoothed_cross_entropy_right_targets(Z, y, eps):
    n, k = Z.shape
    S = Z - Z.max(axis=1, keepdims=True)
    L = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    q = np.full((n, k), eps / k)
    q[np.arange(n), y] += 1 - eps
    return -np.mean(np.sum(q * L, axis=1))


def smoothed_cross_entropy_right_two_losses(Z, y, eps):
    L = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    hard = -np.mean(L[np.arange(len(y)), y])
    even = -np.mean(L)
    return (1 - eps) * hard + eps * even


def smoothed_cross_entropy_right_loop(Z, y, eps):
    total = 0.0
    for row, label in zip(Z.tolist(), y.tolist()):
        m = max(row)
        logsum = m + math.log(sum(math.exp(v - m) for v in row))
        for j, v in enumerate(row):
            q = (1 - eps if j == label else 0) + eps / len(row)
            total += q * (logsum - v)
    return total / len(Z)


def smoothed_cross_entropy_right_transposed(Z, y, eps):
    T = Z.T - np.max(Z, axis=1)
    logsum = np.log(np.sum(np.exp(T), axis=0))
    wanted = (1 - eps) * T[y, range(len(y))] + eps * T.mean(axis=0)
    return float(np.mean(logsum - wanted))


def smoothed_cross_entropy_right_einsum(Z, y, eps):
    k = Z.shape[1]
    S = Z - Z.max(axis=1)[:, None]
    L = S - np.log(np.exp(S).sum(axis=1))[:, None]
    q = (np.arange(k) == y[:, None]) * (1 - eps) + eps / k
    return -np.einsum("ij,ij->", q, L) / len(Z)



# ---- which_loss

def which_loss_wrong_delivery_mean():
    delivery, claims, photo, waste, calls, leaves = 1, 1, 4, 5, 6, 3
    return delivery, claims, photo, waste, calls, leaves


def which_loss_wrong_claims_median():
    return 2, 2, 4, 5, 6, 3


def which_loss_wrong_delivery_and_claims_exchanged():
    return 1, 2, 4, 5, 6, 3


def which_loss_wrong_photo_softmax():
    return 2, 1, 5, 5, 6, 3


def which_loss_wrong_photo_one_sigmoid():
    return 2, 1, 3, 5, 6, 3


def which_loss_wrong_waste_sigmoids():
    return 2, 1, 4, 4, 6, 3


def which_loss_wrong_photo_and_waste_exchanged():
    return 2, 1, 5, 4, 6, 3


def which_loss_wrong_calls_squared():
    return 2, 1, 4, 5, 1, 3


def which_loss_wrong_calls_absolute():
    return 2, 1, 4, 5, 2, 3


def which_loss_wrong_calls_classes():
    return 2, 1, 4, 5, 5, 3


def which_loss_wrong_leaves_softmax():
    return 2, 1, 4, 5, 6, 5


def which_loss_wrong_leaves_squared():
    return 2, 1, 4, 5, 6, 1


def which_loss_wrong_leaves_several():
    return 2, 1, 4, 5, 6, 4


def which_loss_wrong_claims_poisson():
    return 2, 6, 4, 5, 6, 3


def which_loss_wrong_delivery_poisson():
    return 6, 1, 4, 5, 6, 3


def which_loss_wrong_counted_from_zero():
    return 1, 0, 3, 4, 5, 2


def which_loss_wrong_names():
    return ("absolute error", "squared error", "binary cross-entropy, summed over them",
            "cross-entropy", "Poisson", "binary cross-entropy")


def which_loss_wrong_claims_and_calls_exchanged():
    return 2, 6, 4, 5, 1, 3


def which_loss_wrong_only_five():
    return 2, 1, 4, 5, 3


def which_loss_wrong_other_order():
    return 2, 1, 6, 3, 4, 5


def which_loss_right_tuple():
    delivery, claims, photo, waste, calls, leaves = 2, 1, 4, 5, 6, 3
    return delivery, claims, photo, waste, calls, leaves


def which_loss_right_by_name():
    answers = dict(leaves=3, calls=6, waste=5, photo=4, claims=1, delivery=2)
    names = ["delivery", "claims", "photo", "waste", "calls", "leaves"]
    return tuple(answers[name] for name in names)


def which_loss_right_list():
    return [2, 1, 4, 5, 6, 3]


def which_loss_right_looked_up():
    table = ["squared", "absolute", "sigmoid", "sigmoids", "softmax", "poisson"]
    chosen = "absolute squared sigmoids softmax poisson sigmoid".split()
    delivery, claims, photo, waste, calls, leaves = [table.index(c) + 1 for c in chosen]
    return delivery, claims, photo, waste, calls, leaves


WRONG['smoothed_cross_entropy'] = [
    ('over-the-others', smoothed_cross_entropy_wrong_over_the_others, 'the share is spread over the other k - 1 classes, the true one gets none of it'),
    ('true-gets-no-share', smoothed_cross_entropy_wrong_true_gets_no_share, 'eps/k for the others only: the targets of a row do not sum to 1'),
    ('mean-of-all-entries', smoothed_cross_entropy_wrong_mean_of_all_entries, 'the mean over all n·k entries in place of the sum over the classes'),
    ('sum-of-rows', smoothed_cross_entropy_wrong_sum_of_rows, 'the sum over the rows, not the mean'),
    ('no-shift', smoothed_cross_entropy_wrong_no_shift, 'nothing is subtracted from the logits: exp overflows'),
    ('global-max', smoothed_cross_entropy_wrong_global_max, 'subtracts the largest logit of the whole table: a row far below it becomes ln 0'),
    ('sign', smoothed_cross_entropy_wrong_sign, 'the minus is missing'),
    ('nothing-taken', smoothed_cross_entropy_wrong_nothing_taken, 'eps/k is added everywhere, but nothing is taken from the true class'),
    ('eps-not-divided', smoothed_cross_entropy_wrong_eps_not_divided, 'every class gets eps, not eps/k'),
    ('eps-in-log', smoothed_cross_entropy_wrong_eps_in_log, 'ln(p + 1e-12): unlikely classes cost at most 27.6'),
    ('log-of-softmax', smoothed_cross_entropy_wrong_log_of_softmax, 'a safe softmax first, then its logarithm: ln 0 for classes far below'),
    ('axis-0', smoothed_cross_entropy_wrong_axis_0, 'softmax down the columns (axis 0)'),
    ('classes-from-y', smoothed_cross_entropy_wrong_classes_from_y, 'k is taken as y.max() + 1, wrong where the last class does not occur'),
    ('eps-exchanged', smoothed_cross_entropy_wrong_eps_exchanged, 'eps and 1 - eps are exchanged'),
    ('divided-by-n', smoothed_cross_entropy_wrong_divided_by_n, 'eps is divided by the number of rows, not of classes'),
    ('in-place', smoothed_cross_entropy_wrong_in_place, "'Z -= ...' changes the caller's logits"),
    ('int-targets', smoothed_cross_entropy_wrong_int_targets, 'the targets are written into an array of integers, which cuts them to 0'),
    ('log-of-mixture', smoothed_cross_entropy_wrong_log_of_mixture, 'the logarithm of the mixed probability, not the mixture of the logarithms'),
    ('three-classes', smoothed_cross_entropy_wrong_three_classes, 'eps / 3, as in the example, whatever k is'),
    ('eps-ignored', smoothed_cross_entropy_wrong_eps_ignored, 'the plain cross-entropy of task 5, eps is not used'),
    ('only-true-class', smoothed_cross_entropy_wrong_only_true_class, 'only the true class is summed, weighted by its smaller target'),
    ('smoothed-prediction', smoothed_cross_entropy_wrong_smoothed_prediction, 'the probabilities are smoothed, not the targets'),
    ('uniform-part-summed', smoothed_cross_entropy_wrong_uniform_part_summed, 'the uniform part is the sum of -ln p over the classes, not their mean'),
    ('all-columns-of-labels', smoothed_cross_entropy_wrong_all_columns_of_labels, 'Z[:, y] takes whole columns: every row is paired with every label'),
    ('one-row-a-number', smoothed_cross_entropy_wrong_one_row_a_number, 'returns the loss of every row, not one number'),
    ('sum-and-others', smoothed_cross_entropy_wrong_sum_and_others, 'two causes: the sum over the rows, and the share goes to the other classes only'),
]

RIGHT['smoothed_cross_entropy'] = [
    ('targets', smoothed_cross_entropy_right_targets),
    ('two-losses', smoothed_cross_entropy_right_two_losses),
    ('loop', smoothed_cross_entropy_right_loop),
    ('transposed', smoothed_cross_entropy_right_transposed),
    ('einsum', smoothed_cross_entropy_right_einsum),
]


WRONG['which_loss'] = [
    ('delivery-mean', which_loss_wrong_delivery_mean, 'delivery: squared error gives the mean, and lets the wrong records pull; the time that half beat is the median'),
    ('claims-median', which_loss_wrong_claims_median, 'claims: absolute error against the few fortunes; but the median would be near 0, and the sum must be right'),
    ('delivery-and-claims-exchanged', which_loss_wrong_delivery_and_claims_exchanged, 'two causes: delivery and claims are exchanged, mean and median'),
    ('photo-softmax', which_loss_wrong_photo_softmax, 'photo: softmax lets exactly one be seen, but all or none may be'),
    ('photo-one-sigmoid', which_loss_wrong_photo_one_sigmoid, 'photo: one sigmoid answers one question, not four'),
    ('waste-sigmoids', which_loss_wrong_waste_sigmoids, 'waste: several sigmoids, though the thing goes into exactly one of the bins'),
    ('photo-and-waste-exchanged', which_loss_wrong_photo_and_waste_exchanged, 'two causes: photo and waste are exchanged'),
    ('calls-squared', which_loss_wrong_calls_squared, 'calls: squared error on the identity can predict a negative number'),
    ('calls-absolute', which_loss_wrong_calls_absolute, 'calls: absolute error aims at the median, and can be negative'),
    ('calls-classes', which_loss_wrong_calls_classes, 'calls: counts taken for classes, though there is no largest count and they have an order'),
    ('leaves-softmax', which_loss_wrong_leaves_softmax, 'leaves: softmax of two classes does the same, but one sigmoid has fewer output units'),
    ('leaves-squared', which_loss_wrong_leaves_squared, 'leaves: squared error on the identity for a probability'),
    ('leaves-several', which_loss_wrong_leaves_several, 'leaves: several sigmoids for one yes or no'),
    ('claims-poisson', which_loss_wrong_claims_poisson, 'claims: never negative and mostly 0, so taken for a count; costs are no counts'),
    ('delivery-poisson', which_loss_wrong_delivery_poisson, 'delivery: minutes taken for a count; Poisson aims at the mean, too'),
    ('counted-from-zero', which_loss_wrong_counted_from_zero, 'the rows of the table are counted from 0'),
    ('names', which_loss_wrong_names, 'the names of the losses, not their numbers'),
    ('claims-and-calls-exchanged', which_loss_wrong_claims_and_calls_exchanged, 'two causes: claims and calls are exchanged (the costs taken for counts, the counts for any numbers)'),
    ('only-five', which_loss_wrong_only_five, 'the answer to calls is left out: five numbers'),
    ('other-order', which_loss_wrong_other_order, 'the problem for each row of the table, not the row for each problem'),
]

RIGHT['which_loss'] = [
    ('tuple', which_loss_right_tuple),
    ('by-name', which_loss_right_by_name),
    ('list', which_loss_right_list),
    ('looked-up', which_loss_right_looked_up),
]


# ---- more, of the newest tasks
def log_softmax(Z):
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def smoothed_cross_entropy_wrong_softmax_over_columns(Z, y, eps):
    L = log_softmax(np.transpose(Z)).T
    n, k = Z.shape
    q = (1 - eps) * np.eye(k)[y] + eps / k
    return -(q * L).sum(axis=1).mean()


WRONG['smoothed_cross_entropy'] += [
    ('softmax-over-columns', smoothed_cross_entropy_wrong_softmax_over_columns, 'The softmax is taken down the columns (over the samples) and not along each row.'),
]


def log_softmax_rows(Z):
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def smoothed_cross_entropy_wrong_occurring_classes_3(Z, y, eps):
    n = len(y)
    log_p = log_softmax_rows(Z)
    k = len(np.unique(y))
    own = log_p[np.arange(n), y]
    return -np.mean((1 - eps) * own + eps / k * log_p.sum(axis=1))


WRONG['smoothed_cross_entropy'] += [
    ('occurring-classes', smoothed_cross_entropy_wrong_occurring_classes_3, 'k is counted from the labels that occur in y; it is the number of columns, Z.shape[1].'),
]


# ---- a fifth set


def _softplus_5(s):
    return np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s)))


def _log_softmax_5(Z):
    S = Z - Z.max(axis=1, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=1, keepdims=True))


def _softmax_5(Z):
    return np.exp(_log_softmax_5(Z))


def one_hot_wrong_renumbered_5(y, n_classes):
    _, codes = np.unique(y, return_inverse=True)
    return np.eye(n_classes)[codes]


def one_hot_wrong_whole_columns_5(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[:, y] = 1
    return Y


def one_hot_wrong_label_as_value_5(y, n_classes):
    Y = np.zeros((len(y), n_classes))
    Y[np.arange(len(y)), y] = y
    return Y


def one_hot_wrong_flat_stride_5(y, n_classes):
    n = len(y)
    Y = np.zeros((n, n_classes))
    Y.flat[np.arange(n) * n + y] = 1
    return Y


def one_hot_wrong_sorted_rows_5(y, n_classes):
    return np.repeat(np.eye(n_classes), np.bincount(y, minlength=n_classes), axis=0)


def one_hot_right_compare_5(y, n_classes):
    return np.equal.outer(np.asarray(y), np.arange(n_classes)).astype(np.float32)


def one_hot_right_loop_5(y, n_classes):
    Y = np.zeros((len(y), n_classes), dtype=int)
    for row, label in zip(Y, y):
        row[label] = 1
    return Y


def squared_error_wrong_variance_5(Y_hat, Y):
    return np.var(Y_hat - Y)


def squared_error_wrong_spectral_norm_5(Y_hat, Y):
    return np.linalg.norm(Y_hat - Y, 2) ** 2 / np.size(Y)


def squared_error_wrong_one_less_5(Y_hat, Y):
    return np.sum((Y_hat - Y) ** 2) / (np.size(Y) - 1)


def squared_error_wrong_difference_of_squares_5(Y_hat, Y):
    return np.mean(Y_hat**2 - Y**2)


def squared_error_wrong_in_place_5(Y_hat, Y):
    Y_hat -= Y
    return np.mean(Y_hat**2)


def squared_error_right_vdot_5(Y_hat, Y):
    R = np.asarray(Y_hat, dtype=float).ravel() - np.asarray(Y, dtype=float).ravel()
    return float(np.vdot(R, R)) / R.size


def squared_error_right_fsum_5(Y_hat, Y):
    pairs = zip(np.ravel(Y_hat).tolist(), np.ravel(Y).tolist())
    squares = [(a - b) ** 2 for a, b in pairs]
    return math.fsum(squares) / len(squares)


def huber_wrong_smooth_l1_5(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.where(a <= threshold, 0.5 * a**2 / threshold, a - 0.5 * threshold))


def huber_wrong_pseudo_5(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(threshold**2 * (np.sqrt(1 + (r / threshold) ** 2) - 1))


def huber_wrong_two_means_5(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    small, large = a[a <= threshold], a[a > threshold]
    total = 0.0
    if len(small):
        total += np.mean(0.5 * small**2)
    if len(large):
        total += np.mean(threshold * (large - threshold / 2))
    return total


def huber_wrong_square_compared_5(y_hat, y, threshold):
    r = y_hat - y
    return np.mean(np.where(r**2 <= threshold, r**2 / 2, threshold * (np.abs(r) - threshold / 2)))


def huber_wrong_smaller_piece_5(y_hat, y, threshold):
    a = np.abs(y_hat - y)
    return np.mean(np.minimum(a**2 / 2, threshold * (a - threshold / 2)))


def huber_right_clip_5(y_hat, y, threshold):
    r = np.subtract(y_hat, y, dtype=float)
    c = np.clip(r, -threshold, threshold)
    return np.mean(c * (r - c / 2))


def huber_right_loop_5(y_hat, y, threshold):
    total, t = 0.0, float(threshold)
    for a, b in zip(np.asarray(y_hat).tolist(), np.asarray(y).tolist()):
        inside = min(abs(a - b), t)
        total += inside * inside / 2 + t * (abs(a - b) - inside)
    return total / len(y)


def binary_cross_entropy_wrong_plus_minus_5(z, y):
    return np.mean(_softplus_5(-y * z))


def binary_cross_entropy_wrong_bits_5(z, y):
    s = np.where(y == 1, -z, z)
    return np.mean(np.maximum(s, 0) + np.log2(1 + np.exp(-np.abs(s))))


def binary_cross_entropy_wrong_balanced_5(z, y):
    parts = [np.mean(_softplus_5(s)) for s in (-z[y == 1], z[y == 0]) if len(s)]
    return np.mean(parts)


def binary_cross_entropy_wrong_only_yes_5(z, y):
    return np.mean(y * _softplus_5(-z))


def binary_cross_entropy_wrong_sigmoid_first_5(z, y):
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return np.mean(np.maximum(p, 0) - p * y + np.log1p(np.exp(-np.abs(p))))


def binary_cross_entropy_right_logaddexp_5(z, y):
    s = (1 - 2 * np.asarray(y, dtype=float)) * z
    return np.logaddexp(0.0, s).mean()


def binary_cross_entropy_right_two_groups_5(z, y):
    z, yes = np.asarray(z, dtype=float), np.asarray(y) == 1
    total = np.sum(_softplus_5(-z[yes])) + np.sum(_softplus_5(z[~yes]))
    return total / z.size


def softmax_cross_entropy_wrong_all_entries_5(Z, y):
    Y = np.eye(Z.shape[1])[y]
    return -np.mean(Y * _log_softmax_5(Z))


def softmax_cross_entropy_wrong_softmax_twice_5(Z, y):
    return -np.mean(_log_softmax_5(_softmax_5(Z))[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_mean_of_exponentials_5(Z, y):
    m = Z.max(axis=1)
    return np.mean(m + np.log(np.mean(np.exp(Z - m[:, None]), axis=1)) - Z[np.arange(len(y)), y])


def softmax_cross_entropy_wrong_every_label_5(Z, y):
    m = Z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(Z - m).sum(axis=1, keepdims=True))
    return np.mean(lse - Z[:, y])


def softmax_cross_entropy_wrong_shift_lost_5(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(S).sum(axis=1)) - Z[np.arange(len(y)), y])


def softmax_cross_entropy_right_logaddexp_5(Z, y):
    Z = np.asarray(Z, dtype=float)
    chosen = np.take_along_axis(Z, np.asarray(y)[:, None], axis=1).ravel()
    return float(np.mean(np.logaddexp.reduce(Z, axis=1) - chosen))


def softmax_cross_entropy_right_against_true_5(Z, y):
    total = 0.0
    for row, label in zip(np.asarray(Z, dtype=float).tolist(), np.asarray(y).tolist()):
        over = [v - row[label] for v in row]  # the true class has 0
        top = max(over)
        total += top + math.log(sum(math.exp(v - top) for v in over))
    return total / len(y)


def smoothed_cross_entropy_wrong_divergence_5(Z, y, eps):
    k = Z.shape[1]
    Q = (1 - eps) * np.eye(k)[y] + eps / k
    log_Q = np.log(np.where(Q > 0, Q, 1))
    return np.mean(np.sum(Q * (log_Q - _log_softmax_5(Z)), axis=1))


def smoothed_cross_entropy_wrong_smooth_answers_5(Z, y, eps):
    P = (1 - eps) * _softmax_5(Z) + eps / Z.shape[1]
    p = P[np.arange(len(y)), y]
    return -np.mean(np.log(p)) if eps > 0 else -np.mean(_log_softmax_5(Z)[np.arange(len(y)), y])


def smoothed_cross_entropy_wrong_spread_over_rows_5(Z, y, eps):
    n, k = Z.shape
    Q = (1 - eps) * np.eye(k)[y] + eps / n
    return -np.mean(np.sum(Q * _log_softmax_5(Z), axis=1))


def smoothed_cross_entropy_wrong_classes_seen_5(Z, y, eps):
    k = len(np.unique(y))
    Q = (1 - eps) * np.eye(Z.shape[1])[y] + eps / k
    return -np.mean(np.sum(Q * _log_softmax_5(Z), axis=1))


def smoothed_cross_entropy_wrong_half_5(Z, y, eps):
    Q = (1 - eps) * np.eye(Z.shape[1])[y] + eps / 2
    return -np.mean(np.sum(Q * _log_softmax_5(Z), axis=1))


def smoothed_cross_entropy_right_two_parts_5(Z, y, eps):
    Z = np.asarray(Z, dtype=float)
    lse = np.logaddexp.reduce(Z, axis=1)
    true = Z[np.arange(len(Z)), y]
    return np.mean((1 - eps) * (lse - true) + eps * (lse - Z.mean(axis=1)))


def smoothed_cross_entropy_right_loop_5(Z, y, eps):
    n, k = Z.shape
    total = 0.0
    for i in range(n):
        row = [float(v) for v in Z[i]]
        top = max(row)
        rest = math.log(math.fsum(math.exp(v - top) for v in row))
        for j in range(k):
            q = eps / k + (1 - eps if j == y[i] else 0)
            total += q * ((top - row[j]) + rest)
    return total / n


def which_loss_wrong_claims_poisson_5():
    delivery, claims, photo, waste, calls, leaves = 2, 6, 4, 5, 6, 3
    return delivery, claims, photo, waste, calls, leaves


def which_loss_wrong_leaves_softmax_5():
    delivery, claims, photo, waste, calls, leaves = 2, 1, 4, 5, 6, 5
    return delivery, claims, photo, waste, calls, leaves


def which_loss_wrong_counted_from_zero_5():
    delivery, claims, photo, waste, calls, leaves = 1, 0, 3, 4, 5, 2
    return delivery, claims, photo, waste, calls, leaves


def which_loss_wrong_mean_and_median_5():
    delivery, claims, photo, waste, calls, leaves = 1, 2, 4, 5, 6, 3
    return delivery, claims, photo, waste, calls, leaves


def which_loss_wrong_calls_squared_5():
    delivery, claims, photo, waste, calls, leaves = 2, 1, 4, 5, 1, 3
    return delivery, claims, photo, waste, calls, leaves


def which_loss_right_by_name_5():
    chosen = {"waste": 5, "leaves": 3, "photo": 4, "claims": 1, "calls": 6, "delivery": 2}
    return tuple(chosen[name] for name in ("delivery", "claims", "photo", "waste", "calls", "leaves"))


def which_loss_right_numpy_5():
    delivery, claims, photo, waste, calls, leaves = np.array([2, 1, 4, 5, 6, 3])
    return delivery, claims, photo, waste, calls, leaves


WRONG['one_hot'] += [
    ('renumbered', one_hot_wrong_renumbered_5, '`np.unique(..., return_inverse=True)` numbers the labels that occur anew: wrong if a smaller one is missing; use y itself.'),
    ('whole-columns-5', one_hot_wrong_whole_columns_5, '`Y[:, y] = 1` fills the columns in all rows; it must be Y[np.arange(n), y] = 1.'),
    ('label-as-value', one_hot_wrong_label_as_value_5, '`= y` writes the label where a 1 belongs.'),
    ('flat-stride', one_hot_wrong_flat_stride_5, '`np.arange(n) * n` steps by the number of rows; a row has n_classes entries.'),
    ('sorted-rows', one_hot_wrong_sorted_rows_5, '`np.repeat(..., np.bincount(y))` gives the rows sorted by class and not in the order of y.'),
]


WRONG['squared_error'] += [
    ('variance-5', squared_error_wrong_variance_5, '`np.var` subtracts the mean error first: a constant error costs nothing; use np.mean of the squares.'),
    ('spectral-norm', squared_error_wrong_spectral_norm_5, '`np.linalg.norm(..., 2)` of a table is its largest singular value and not the root of the sum of squares; right for (n,) only.'),
    ('one-less', squared_error_wrong_one_less_5, 'it divides by n k - 1, as for a sample variance; it must be n k.'),
    ('difference-of-squares-5', squared_error_wrong_difference_of_squares_5, '`Y_hat**2 - Y**2` squares before the difference is taken.'),
    ('in-place-5', squared_error_wrong_in_place_5, "`Y_hat -= Y` writes into the caller's predictions (and fails for integers minus fractions)."),
]


WRONG['huber'] += [
    ('smooth-l1-5', huber_wrong_smooth_l1_5, "this is PyTorch's smooth L1 loss, the Huber loss divided by the threshold: the same for threshold 1 only."),
    ('pseudo-5', huber_wrong_pseudo_5, 'this is the pseudo-Huber loss, t^2 (sqrt(1 + (r/t)^2) - 1), a smooth relative with other values.'),
    ('two-means', huber_wrong_two_means_5, 'small and large errors are averaged by themselves and the two means added; all must be divided by n.'),
    ('square-compared', huber_wrong_square_compared_5, '`r**2 <= threshold` compares the square; it must be |r|: the same for threshold 1 only.'),
    ('smaller-piece', huber_wrong_smaller_piece_5, '`np.minimum` of both pieces is the straight one everywhere, as it touches the parabola from below; choose by |r| <= t.'),
]


WRONG['binary_cross_entropy'] += [
    ('plus-minus', binary_cross_entropy_wrong_plus_minus_5, '`-y * z` is for labels -1 and 1; with y = 0 each sample costs ln 2 whatever z is.'),
    ('bits', binary_cross_entropy_wrong_bits_5, '`np.log2` in the second term; logarithms are natural here (np.log1p).'),
    ('balanced', binary_cross_entropy_wrong_balanced_5, 'it averages the mean of the yes and the mean of the no samples; wrong where the two are not equally many.'),
    ('only-yes', binary_cross_entropy_wrong_only_yes_5, 'the term for y = 0, (1 - y) * softplus(z), is missing.'),
    ('sigmoid-first', binary_cross_entropy_wrong_sigmoid_first_5, 'the formula for logits is given the probability p: the sigmoid is applied twice; use z.'),
]


WRONG['softmax_cross_entropy'] += [
    ('all-entries-5', softmax_cross_entropy_wrong_all_entries_5, '`np.mean` over the (n, k) table divides by n k; it must be n.'),
    ('softmax-twice', softmax_cross_entropy_wrong_softmax_twice_5, '`_log_softmax(_softmax(Z))` takes the softmax of probabilities; give it Z.'),
    ('mean-of-exponentials', softmax_cross_entropy_wrong_mean_of_exponentials_5, '`np.mean(np.exp(...))` must be np.sum: the loss is too small by ln k.'),
    ('every-label', softmax_cross_entropy_wrong_every_label_5, '`Z[:, y]` takes the labels of all samples in each row, (n, n); it must be Z[np.arange(n), y].'),
    ('shift-lost', softmax_cross_entropy_wrong_shift_lost_5, 'the sum is that of the shifted logits S, but `Z[..., y]` is not shifted; use S there, or add the maximum again.'),
]


WRONG['smoothed_cross_entropy'] += [
    ('divergence', smoothed_cross_entropy_wrong_divergence_5, '`log_Q - log p` makes the Kullback-Leibler divergence: the entropy of q is subtracted; only -sum q ln p is asked for.'),
    ('smooth-answers', smoothed_cross_entropy_wrong_smooth_answers_5, 'it smooths the probabilities p and not the target q.'),
    ('spread-over-rows', smoothed_cross_entropy_wrong_spread_over_rows_5, '`eps / n` spreads the share over the number of rows; it must be k.'),
    ('classes-seen', smoothed_cross_entropy_wrong_classes_seen_5, '`len(np.unique(y))` counts the classes in y; k is the number of columns of Z.'),
    ('half-5', smoothed_cross_entropy_wrong_half_5, '`eps / 2` is the formula for two classes; it must be eps / k.'),
]


WRONG['which_loss'] += [
    ('claims-poisson-5', which_loss_wrong_claims_poisson_5, 'claims = 6: an amount of money is no count, so it is squared error (1), which also keeps the sum.'),
    ('leaves-softmax-5', which_loss_wrong_leaves_softmax_5, 'leaves = 5: a softmax over two classes would do the same with two output units; one sigmoid (3) has fewer.'),
    ('counted-from-zero-5', which_loss_wrong_counted_from_zero_5, 'the rows of the table are counted from 0; they are numbered 1 to 6.'),
    ('mean-and-median', which_loss_wrong_mean_and_median_5, 'delivery and claims are exchanged: absolute error leads to the median (delivery), squared error to the mean (claims).'),
    ('calls-squared-5', which_loss_wrong_calls_squared_5, 'calls = 1: the identity can give a negative mean; counts need the Poisson loss (6).'),
]


RIGHT['one_hot'] += [
    ('compare-5', one_hot_right_compare_5),
    ('loop-5', one_hot_right_loop_5),
]


RIGHT['squared_error'] += [
    ('vdot', squared_error_right_vdot_5),
    ('fsum-5', squared_error_right_fsum_5),
]


RIGHT['huber'] += [
    ('clip-5', huber_right_clip_5),
    ('loop-5', huber_right_loop_5),
]


RIGHT['binary_cross_entropy'] += [
    ('logaddexp-5', binary_cross_entropy_right_logaddexp_5),
    ('two-groups', binary_cross_entropy_right_two_groups_5),
]


RIGHT['softmax_cross_entropy'] += [
    ('logaddexp-5', softmax_cross_entropy_right_logaddexp_5),
    ('against-true', softmax_cross_entropy_right_against_true_5),
]


RIGHT['smoothed_cross_entropy'] += [
    ('two-parts', smoothed_cross_entropy_right_two_parts_5),
    ('loop-5', smoothed_cross_entropy_right_loop_5),
]


RIGHT['which_loss'] += [
    ('by-name-5', which_loss_right_by_name_5),
    ('numpy', which_loss_right_numpy_5),
]
