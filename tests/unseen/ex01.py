"""Answers to exercise 01 by somebody who had not seen the checks; each wrong one with its cause."""

import numpy as np


def linear(X, w, b):
    return X @ w + b


def heaviside(z):
    return np.where(np.asarray(z) > 0, 1, 0)


def perceptron_update(w, b, x, target, lr):
    error = target - (1 if x @ w + b > 0 else 0)
    return w + lr * error * x, b + lr * error



# ---- linear
def linear_wrong_star(X, w, b):
    return X * w + b


def linear_wrong_w_first(X, w, b):
    return w @ X + b


def linear_wrong_no_bias(X, w, b):
    z = np.dot(X, w)
    return z


def linear_wrong_minus_bias(X, w, b):
    return X @ w - b


def linear_wrong_sum_axis_0(X, w, b):
    return np.sum(X * w, axis=0) + b


def linear_wrong_sum_of_all(X, w, b):
    return np.sum(X * w) + b


def linear_wrong_column(X, w, b):
    return X @ w.reshape(-1, 1) + b


def linear_wrong_keepdims(X, w, b):
    return (X * w).sum(axis=1, keepdims=True) + b


def linear_wrong_bias_before_weights(X, w, b):
    return (X + b) @ w


def linear_wrong_bias_in_weights(X, w, b):
    return X @ (w + b)


def linear_wrong_two_inputs_only(X, w, b):
    return X[:, 0] * w[0] + X[:, 1] * w[1] + b


def linear_wrong_bias_in_every_term(X, w, b):
    z = np.zeros(len(X))
    for i in range(len(X)):
        for j in range(len(w)):
            z[i] += X[i, j] * w[j] + b
    return z


def linear_wrong_first_row_only(X, w, b):
    z = np.zeros(X.shape[0])
    for i in range(X.shape[0]):
        z[i] = np.dot(X[i], w) + b
        return z


def linear_wrong_last_row_missing(X, w, b):
    n = X.shape[0]
    z = np.zeros(n)
    for i in range(n - 1):
        z[i] = X[i] @ w + b
    return z


def linear_wrong_zeros_like_int(X, w, b):
    z = np.zeros_like(X[:, 0])
    for j in range(X.shape[1]):
        z = z + X[:, j] * w[j]
    out = np.zeros_like(X[:, 0])
    out[:] = z + b
    return out


def linear_wrong_in_place_add(X, w, b):
    z = X @ w
    z += b
    return z


def linear_wrong_changes_X(X, w, b):
    X *= w
    return X.sum(axis=1) + b


def linear_wrong_mean_not_sum(X, w, b):
    return np.mean(X * w, axis=1) + b


def linear_right_quadratic_append(X, w, b):
    z = np.array([])
    for row in X:
        total = 0.0
        for xj, wj in zip(row, w):
            total = total + xj * wj
        z = np.append(z, total + b)
    return z


def linear_wrong_thresholded(X, w, b):
    z = np.dot(X, w) + b
    return np.where(z > 0, 1, 0)


def linear_wrong_outer(X, w, b):
    return (X @ w) * b


def linear_wrong_star_and_minus(X, w, b):
    weighted = X * w
    return weighted.sum(axis=0) - b


def linear_wrong_column_and_no_bias(X, w, b):
    w = w[:, np.newaxis]
    return np.dot(X, w)


def linear_right_at(X, w, b):
    return X @ w + b


def linear_right_inner(X, w, b):
    return np.inner(X, w) + b


def linear_right_einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def linear_right_columns(X, w, b):
    z = np.full(X.shape[0], float(b))
    for j in range(X.shape[1]):
        z += X[:, j] * w[j]
    return z


def linear_right_sum_axis(X, w, b):
    return np.sum(np.multiply(X, w), axis=-1) + b


def linear_right_bias_as_weight(X, w, b):
    ones = np.ones((X.shape[0], 1))
    return np.concatenate([X, ones], axis=1).dot(np.append(w, b))



# ---- heaviside
def heaviside_wrong_at_zero_one(z):
    return np.where(z >= 0, 1, 0)


def heaviside_wrong_numpy_heaviside_one(z):
    return np.heaviside(z, 1)


def heaviside_wrong_half_at_zero(z):
    return np.heaviside(z, 0.5)


def heaviside_wrong_sign(z):
    return np.sign(z)


def heaviside_wrong_sign_halved(z):
    return (np.sign(z) + 1) / 2


def heaviside_wrong_if(z):
    if z > 0:
        return 1
    else:
        return 0


def heaviside_wrong_turned_round(z):
    return np.where(z < 0, 1, 0)


def heaviside_wrong_relu(z):
    return np.where(z > 0, z, 0)


def heaviside_wrong_plus_minus_one(z):
    return np.where(z > 0, 1, -1)


def heaviside_wrong_half(z):
    return (z > 0.5).astype(int)


def heaviside_wrong_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


def heaviside_wrong_clip(z):
    return np.clip(z, 0, 1)


def heaviside_wrong_vector_only(z):
    return np.array([1 if value > 0 else 0 for value in z])


def heaviside_wrong_one_answer(z):
    return 1 if np.all(z > 0) else 0


def heaviside_wrong_flat(z):
    answers = []
    for value in z.ravel():
        answers.append(1 if value > 0 else 0)
    return np.array(answers)


def heaviside_wrong_indices(z):
    return np.where(z > 0)[0]


def heaviside_wrong_int_first(z):
    return np.where(z.astype(int) > 0, 1, 0)


def heaviside_wrong_not_zero(z):
    return (abs(z) > 0).astype(int)


def heaviside_wrong_division(z):
    return (z / np.abs(z) + 1) / 2


def heaviside_wrong_sigmoid(z):
    return 1 / (1 + np.exp(-z))


def heaviside_wrong_copy_half_done(z):
    out = z.copy()
    out[out <= 0] = 0
    out[out > 1] = 1
    return out


def heaviside_wrong_swapped_values(z):
    return np.where(z > 0, 0, 1)


def heaviside_wrong_zero_one_and_minus(z):
    return np.where(z >= 0, 1, -1)


def heaviside_wrong_in_place_ge(z):
    positive = z >= 0
    z[positive] = 1
    z[~positive] = 0
    return z


def heaviside_right_where(z):
    return np.where(z > 0, 1, 0)


def heaviside_right_cast(z):
    return np.greater(z, 0).astype(float)


def heaviside_right_booleans(z):
    return z > 0


def heaviside_right_masks(z):
    out = np.zeros(np.shape(z))
    out[z > 0] = 1
    return out


def heaviside_right_numpy_heaviside(z):
    return np.heaviside(z, 0)


def heaviside_right_loop(z):
    flat = [1 if v > 0 else 0 for v in np.ravel(z)]
    return np.array(flat).reshape(np.shape(z))


def heaviside_right_sign_max(z):
    return np.maximum(np.sign(z), 0)



# ---- perceptron_update
def perceptron_update_wrong_answer_minus_target(w, b, x, target, lr):
    y_hat = heaviside(w @ x + b)
    error = y_hat - target
    return w + lr * error * x, b + lr * error


def perceptron_update_wrong_no_lr(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    return w + error * x, b + error


def perceptron_update_wrong_lr_not_for_bias(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    w = w + lr * error * x
    b = b + error
    return w, b


def perceptron_update_wrong_bias_times_x(w, b, x, target, lr):
    y_hat = heaviside(np.dot(w, x) + b)
    update = lr * (target - y_hat) * x
    return w + update, b + update


def perceptron_update_wrong_bias_kept(w, b, x, target, lr):
    y_hat = heaviside(np.dot(w, x) + b)
    w = w + lr * (target - y_hat) * x
    return w, b


def perceptron_update_wrong_no_threshold(w, b, x, target, lr):
    y_hat = w @ x + b
    return w + lr * (target - y_hat) * x, b + lr * (target - y_hat)


def perceptron_update_wrong_at_zero_one(w, b, x, target, lr):
    y_hat = 1 if np.dot(w, x) + b >= 0 else 0
    error = target - y_hat
    return w + lr * error * x, b + lr * error


def perceptron_update_wrong_hebb(w, b, x, target, lr):
    w = w + lr * target * x
    b = b + lr * target
    return w, b


def perceptron_update_wrong_in_place(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    w += lr * error * x
    b += lr * error
    return w, b


def perceptron_update_wrong_order(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    return b + lr * error, w + lr * error * x


def perceptron_update_wrong_int_copy(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    new_w = w.copy()
    new_w += lr * error * x
    return new_w, b + lr * error


def perceptron_update_wrong_int_entries(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    new_w = np.zeros_like(w)
    for i in range(len(w)):
        new_w[i] = w[i] + lr * error * x[i]
    return new_w, b + lr * error


def perceptron_update_wrong_bias_in_the_loop(w, b, x, target, lr):
    y_hat = heaviside(np.dot(w, x) + b)
    new_w = np.zeros(len(w))
    for i in range(len(w)):
        new_w[i] = w[i] + lr * (target - y_hat) * x[i]
        b = b + lr * (target - y_hat)
    return new_w, b


def perceptron_update_wrong_minus_one_targets(w, b, x, target, lr):
    if target * (np.dot(w, x) + b) <= 0:
        w = w + lr * target * x
        b = b + lr * target
    return w, b


def perceptron_update_wrong_answer_without_bias(w, b, x, target, lr):
    y_hat = heaviside(w @ x)
    error = target - y_hat
    return w + lr * error * x, b + lr * error


def perceptron_update_wrong_not_summed(w, b, x, target, lr):
    y_hat = heaviside(w * x + b)
    error = target - y_hat
    return w + lr * error * x, b + lr * np.sum(error)


def perceptron_update_wrong_only_ups(w, b, x, target, lr):
    y_hat = heaviside(w @ x + b)
    if target == 1 and y_hat == 0:
        w = w + lr * x
        b = b + lr
    return w, b


def perceptron_update_wrong_always_plus(w, b, x, target, lr):
    y_hat = heaviside(w @ x + b)
    if y_hat != target:
        w = w + lr * x
        b = b + lr
    return w, b


def perceptron_update_wrong_x_missing(w, b, x, target, lr):
    error = target - heaviside(np.dot(x, w) + b)
    w = w + lr * error
    b = b + lr * error
    return w, b


def perceptron_update_wrong_sigmoid(w, b, x, target, lr):
    y_hat = 1 / (1 + np.exp(-(w @ x + b)))
    error = target - y_hat
    return w + lr * error * x, b + lr * error


def perceptron_update_wrong_minus_sign(w, b, x, target, lr):
    y_hat = heaviside(w @ x + b)
    w = w - lr * (target - y_hat) * x
    b = b - lr * (target - y_hat)
    return w, b


def perceptron_update_wrong_bias_old_answer(w, b, x, target, lr):
    w = w + lr * (target - heaviside(w @ x + b)) * x
    b = b + lr * (target - heaviside(w @ x + b))
    return w, b


def perceptron_update_wrong_only_w(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    b = b + lr * error
    return w + lr * error * x


def perceptron_update_wrong_no_lr_bias_kept(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    return w + error * x, b


def perceptron_update_wrong_ge_and_order(w, b, x, target, lr):
    y_hat = int(w @ x + b >= 0)
    w = w + lr * (target - y_hat) * x
    b = b + lr * (target - y_hat)
    return b, w


def perceptron_update_right_formula(w, b, x, target, lr):
    error = target - heaviside(w @ x + b)
    return w + lr * error * x, b + lr * error


def perceptron_update_right_cases(w, b, x, target, lr):
    answer = 1 if np.dot(w, x) + b > 0 else 0
    if answer == target:
        return w, b
    if target == 1:
        return w + lr * x, b + lr
    return w - lr * x, b - lr


def perceptron_update_right_plain_python(w, b, x, target, lr):
    z = b
    for wi, xi in zip(w, x):
        z += wi * xi
    factor = lr * (target - int(z > 0))
    return np.array([wi + factor * xi for wi, xi in zip(w, x)]), b + factor


def perceptron_update_right_float_copy(w, b, x, target, lr):
    new_w = w.astype(float)
    new_b = float(b)
    error = int(target) - int(np.sum(new_w * x) + new_b > 0)
    new_w += lr * error * x
    new_b += lr * error
    return new_w, new_b


def perceptron_update_right_bias_appended(w, b, x, target, lr):
    all_w = np.append(w, b).astype(float)
    all_x = np.append(x, 1)
    all_w = all_w + lr * (target - (all_w @ all_x > 0)) * all_x
    return all_w[:-1], all_w[-1]



# ---- train_perceptron
def train_perceptron_wrong_stop_in_inner_loop(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
            if n_mistakes == before:
                break
    return w, b, n_mistakes


def train_perceptron_wrong_random_start(X, y, lr, max_epochs):
    rng = np.random.default_rng(0)
    w, b, n_mistakes = rng.normal(size=X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_shuffled(X, y, lr, max_epochs):
    rng = np.random.default_rng(1)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        wrong = 0
        for i in rng.permutation(len(X)):
            if heaviside(w @ X[i] + b) != y[i]:
                wrong += 1
                w, b = perceptron_update(w, b, X[i], y[i], lr)
        n_mistakes += wrong
        if wrong == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_count_of_last_pass(X, y, lr, max_epochs):
    w = np.zeros(X.shape[1])
    b = 0.0
    for _ in range(max_epochs):
        n_mistakes = 0
        for x, target in zip(X, y):
            error = target - heaviside(np.dot(w, x) + b)
            if error != 0:
                w = w + lr * error * x
                b = b + lr * error
                n_mistakes += 1
        if n_mistakes == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_epochs_counted(X, y, lr, max_epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    n = 0
    for _ in range(max_epochs):
        mistake = False
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                mistake = True
                w, b = perceptron_update(w, b, x, target, lr)
        if not mistake:
            break
        n += 1
    return w, b, n


def train_perceptron_wrong_batch(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        errors = y - heaviside(X @ w + b)
        if not errors.any():
            break
        n_mistakes += int(np.abs(errors).sum())
        w = w + lr * errors @ X
        b = b + lr * errors.sum()
    return w, b, n_mistakes


def train_perceptron_wrong_one_pass_less(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs - 1):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_one_pass_more(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    epoch = 0
    wrong = 1
    while wrong > 0 and epoch <= max_epochs:
        wrong = 0
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                wrong += 1
                w, b = perceptron_update(w, b, x, target, lr)
        n_mistakes += wrong
        epoch += 1
    return w, b, n_mistakes


def train_perceptron_wrong_at_zero_one(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            answer = 1 if w @ x + b >= 0 else 0
            if answer != target:
                n_mistakes += 1
                w = w + lr * (target - answer) * x
                b = b + lr * (target - answer)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_bias_starts_at_one(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 1.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_bias_thrown_away(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, _ = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_no_count(X, y, lr, max_epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(max_epochs):
        old_w, old_b = w, b
        for x, target in zip(X, y):
            w, b = perceptron_update(w, b, x, target, lr)
        if np.array_equal(w, old_w) and b == old_b:
            break
    return w, b


def train_perceptron_wrong_return_after_first_pass(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        return w, b, n_mistakes


def train_perceptron_wrong_no_lr(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            error = target - heaviside(w @ x + b)
            if error != 0:
                n_mistakes += 1
                w = w + error * x
                b = b + error
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_minus_one_targets(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, y):
            if target * (np.dot(w, x) + b) <= 0:
                w = w + lr * target * x
                b = b + lr * target
                errors += 1
        n_mistakes += errors
        if errors == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_changes_y(X, y, lr, max_epochs):
    y[y == 0] = -1
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, t in zip(X, y):
            answer = 1 if w @ x + b > 0 else -1
            if answer != t:
                w = w + lr * t * x
                b = b + lr * t
                n_mistakes += 1
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_doubled_step(X, y, lr, max_epochs):
    t = 2 * np.asarray(y) - 1
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, t):
            answer = 1 if np.dot(w, x) + b > 0 else -1
            if answer != target:
                w = w + lr * (target - answer) * x
                b = b + lr * (target - answer)
                n_mistakes += 1
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_weights_by_rows(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(len(X)), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_never_gives_up(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    while True:
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            return w, b, n_mistakes


def train_perceptron_wrong_counted_after_the_pass(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, target in zip(X, y):
            w, b = perceptron_update(w, b, x, target, lr)
        wrong = int(np.sum(heaviside(X @ w + b) != y))
        n_mistakes += wrong
        if wrong == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_count_after_update(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        old = (w.copy(), b)
        for x, target in zip(X, y):
            w, b = perceptron_update(w, b, x, target, lr)
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
        if n_mistakes == before and np.array_equal(old[0], w) and old[1] == b:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_int_zeros(X, y, lr, max_epochs):
    w = np.zeros_like(X[0])
    b = 0.0
    n_mistakes = 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            error = target - heaviside(w @ x + b)
            if error:
                w += lr * error * x
                b += lr * error
                n_mistakes += 1
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_signed_count(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        clean = True
        for x, target in zip(X, y):
            error = target - heaviside(w @ x + b)
            n_mistakes += error
            if error != 0:
                clean = False
                w, b = w + lr * error * x, b + lr * error
        if clean:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_random_and_last_count(X, y, lr, max_epochs):
    w, b = np.random.rand(X.shape[1]), 0.0
    for _ in range(max_epochs):
        n_mistakes = 0
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_ge_and_no_lr(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            error = target - int(w @ x + b >= 0)
            if error != 0:
                n_mistakes += 1
                w = w + error * x
                b = b + error
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_right_two_loops(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y):
            if heaviside(w @ x + b) != target:
                n_mistakes += 1
                w, b = perceptron_update(w, b, x, target, lr)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_right_streak(X, y, lr, max_epochs):
    w = np.zeros(X.shape[1])
    b = 0.0
    total = 0
    epoch = 0
    wrong_in_pass = 1
    while wrong_in_pass and epoch < max_epochs:
        wrong_in_pass = 0
        for i in range(X.shape[0]):
            error = int(y[i]) - int(np.dot(X[i], w) + b > 0)
            w = w + lr * error * X[i]
            b = b + lr * error
            wrong_in_pass += abs(error)
        total += wrong_in_pass
        epoch += 1
    return w, b, total


def train_perceptron_right_own_arrays_in_place(X, y, lr, max_epochs):
    w = np.zeros(X.shape[1], dtype=float)
    b = 0.0
    corrections = []
    for epoch in range(max_epochs):
        clean = True
        for x, t in zip(X, y):
            answer = w.dot(x) + b > 0
            if answer and t == 0:
                w -= lr * x
                b -= lr
            elif not answer and t == 1:
                w += lr * x
                b += lr
            else:
                continue
            corrections.append(epoch)
            clean = False
        if clean:
            return w, b, len(corrections)
    return w, b, len(corrections)


def train_perceptron_right_bias_column(X, y, lr, max_epochs):
    table = np.column_stack([X, np.ones(len(X))])
    w = np.zeros(table.shape[1])
    n_mistakes = 0
    for _ in range(max_epochs):
        clean = True
        for row, target in zip(table, y):
            error = target - (row @ w > 0)
            if error != 0:
                w = w + lr * error * row
                n_mistakes += 1
                clean = False
        if clean:
            break
    return w[:-1], float(w[-1]), n_mistakes


def train_perceptron_right_for_else(X, y, lr, max_epochs):
    w, b, n = [0.0] * X.shape[1], 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y):
            z = sum(wi * xi for wi, xi in zip(w, x)) + b
            if (z > 0) != (t == 1):
                sign = 1 if t == 1 else -1
                w = [wi + lr * sign * xi for wi, xi in zip(w, x)]
                b += lr * sign
                n += 1
        answers = [sum(wi * xi for wi, xi in zip(w, x)) + b > 0 for x in X]
        if all(a == (t == 1) for a, t in zip(answers, y)):
            break  # the next pass would find no mistake
    return np.array(w), b, n



# ---- by another writer, later
def linear_no_bias(X, w, b):
    return np.dot(X, w)


def linear_not_summed(X, w, b):
    z = X * w + b
    return z


def linear_axis0(X, w, b):
    return np.sum(X * w, axis=0) + b


def linear_bias_d_times(X, w, b):
    return (X * w + b).sum(axis=1)


def linear_int_result(X, w, b):
    X = np.asarray(X)
    z = np.zeros(X.shape[0], dtype=X.dtype)
    for i in range(X.shape[0]):
        z[i] = np.sum(X[i] * w) + b
    return z


def linear_from_one(X, w, b):
    n, d = np.shape(X)
    z = []
    for i in range(n):
        s = b
        for j in range(1, d):
            s += X[i][j] * w[j]
        z.append(s)
    return np.array(z)


def linear_column(X, w, b):
    w = np.asarray(w).reshape(-1, 1)
    return X @ w + b


def linear_w_first(X, w, b):
    return w @ X + b


def linear_two_slips(X, w, b):
    n = len(X)
    return np.full(n, np.sum(X * w) - b)


def linear_einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def linear_columns_added(X, w, b):
    z = np.full(len(X), b, dtype=float)
    for j in range(len(w)):
        z = z + X[:, j] * w[j]
    return z


def linear_bias_as_weight(X, w, b):
    X1 = np.hstack([X, np.ones((len(X), 1))])
    return X1.dot(np.append(w, b))


def heaviside_ge(z):
    return np.where(z >= 0, 1, 0)


def heaviside_sign_half(z):
    return (np.sign(z) + 1) / 2


def heaviside_plus_minus(z):
    return np.where(z > 0, 1, -1)


def heaviside_in_place(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


def heaviside_relu(z):
    return (z > 0) * z


def heaviside_any(z):
    if np.any(z > 0):
        return 1
    else:
        return 0


def heaviside_half(z):
    return (np.asarray(z) > 0.5).astype(int)


def heaviside_one_axis(z):
    out = []
    for v in z:
        out.append(1 if v > 0 else 0)
    return np.array(out)


def heaviside_round(z):
    return np.clip(np.round(z), 0, 1)


def heaviside_numpy(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.0)


def heaviside_ceil(z):
    return np.clip(np.ceil(z), 0, 1)


def heaviside_vectorize(z):
    def one(v):
        return 1 if v > 0 else 0
    return np.vectorize(one, otypes=[int])(z)


def perceptron_update_sign(w, b, x, target, lr):
    y_hat = 1 if w @ x + b > 0 else 0
    error = y_hat - target
    return w + lr * error * x, b + lr * error


def perceptron_update_bias_no_lr(w, b, x, target, lr):
    y_hat = int(np.dot(w, x) + b > 0)
    d = target - y_hat
    return w + lr * d * x, b + d


def perceptron_update_adaline(w, b, x, target, lr):
    z = w @ x + b
    return w + lr * (target - z) * x, b + lr * (target - z)


def perceptron_update_ge(w, b, x, target, lr):
    y_hat = 1 if w @ x + b >= 0 else 0
    return w + lr * (target - y_hat) * x, b + lr * (target - y_hat)


def perceptron_update_int_copy(w, b, x, target, lr):
    y_hat = 1 if w @ x + b > 0 else 0
    w_new = w.copy()
    for i in range(len(w)):
        w_new[i] = w[i] + lr * (target - y_hat) * x[i]
    b_new = b + lr * (target - y_hat)
    return w_new, b_new


def perceptron_update_pm_one(w, b, x, target, lr):
    t = 2 * target - 1
    out = 1 if w @ x + b > 0 else -1
    return w + lr * (t - out) * x, b + lr * (t - out)


def perceptron_update_answer_no_bias(w, b, x, target, lr):
    y_hat = 1 if np.sum(w * x) > 0 else 0
    return w + lr * (target - y_hat) * x, b + lr * (target - y_hat)


def perceptron_update_answer_twice(w, b, x, target, lr):
    w = w + lr * (target - (1 if w @ x + b > 0 else 0)) * x
    b = b + lr * (target - (1 if w @ x + b > 0 else 0))
    return w, b


def perceptron_update_one_side(w, b, x, target, lr):
    y_hat = int(w @ x + b > 0)
    if target > y_hat:
        return w + lr * x, b + lr
    return w, b


def perceptron_update_cases(w, b, x, target, lr):
    answer = np.dot(x, w) + b > 0
    w, b = np.array(w, dtype=float), float(b)
    if answer and target == 0:
        return w - lr * x, b - lr
    if not answer and target == 1:
        return w + lr * x, b + lr
    return w, b


def perceptron_update_loop(w, b, x, target, lr):
    s = b
    for wi, xi in zip(w, x):
        s = s + wi * xi
    e = lr * (target - (1 if s > 0 else 0))
    return np.array([wi + e * xi for wi, xi in zip(w, x)], dtype=float), b + e


def train_perceptron_count_last(X, y, lr, max_epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    n_mistakes = 0
    for _ in range(max_epochs):
        n_mistakes = 0
        for x, t in zip(X, y):
            e = t - int(w @ x + b > 0)
            if e != 0:
                w, b, n_mistakes = w + lr * e * x, b + lr * e, n_mistakes + 1
        if n_mistakes == 0:
            break
    return w, b, n_mistakes


def train_perceptron_batch(X, y, lr, max_epochs):
    w, b, count = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        e = y - (X @ w + b > 0).astype(int)
        if not e.any():
            break
        count += np.count_nonzero(e)
        w = w + lr * e @ X
        b = b + lr * e.sum()
    return w, b, count


def train_perceptron_signed_count(X, y, lr, max_epochs):
    w, b, total = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        clean = True
        for i in range(len(X)):
            e = y[i] - (1 if X[i] @ w + b > 0 else 0)
            total += e
            if e:
                clean = False
            w = w + lr * e * X[i]
            b = b + lr * e
        if clean:
            break
    return w, b, total


def train_perceptron_break_row(X, y, lr, max_epochs):
    w, b, k = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        for x, t in zip(X, y):
            e = t - int(w @ x + b > 0)
            if e == 0:
                break
            w, b, k = w + lr * e * x, b + lr * e, k + 1
    return w, b, k


def train_perceptron_counts_epochs(X, y, lr, max_epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    epochs = 0
    done = False
    while not done and epochs < max_epochs:
        done = True
        epochs += 1
        for x, t in zip(X, y):
            e = t - int(w @ x + b > 0)
            if e != 0:
                done = False
                w = w + lr * e * x
                b = b + lr * e
    return w, b, epochs


def train_perceptron_bias_stays(X, y, lr, max_epochs):
    w, b, k = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        old = k
        for x, t in zip(X, y):
            pred = 1 if np.dot(w, x) + b > 0 else 0
            if pred != t:
                w = w + lr * (t - pred) * x
                k += 1
        if k == old:
            break
    return w, b, k


def train_perceptron_one_pass_short(X, y, lr, max_epochs):
    w, b, k = np.zeros(X.shape[1]), 0.0, 0
    epoch = 1
    wrong = 1
    while epoch < max_epochs and wrong > 0:
        wrong = 0
        for x, t in zip(X, y):
            e = t - int(w @ x + b > 0)
            if e != 0:
                w, b = w + lr * e * x, b + lr * e
                wrong += 1
        k += wrong
        epoch += 1
    return w, b, k


def train_perceptron_shuffled(X, y, lr, max_epochs):
    rng = np.random.default_rng(0)
    w, b, k = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = k
        for i in rng.permutation(len(X)):
            e = y[i] - int(w @ X[i] + b > 0)
            if e != 0:
                w, b, k = w + lr * e * X[i], b + lr * e, k + 1
        if k == before:
            break
    return w, b, k


def train_perceptron_int_weights(X, y, lr, max_epochs):
    w = np.zeros_like(X[0])
    b, k = 0.0, 0
    for _ in range(max_epochs):
        mistakes = 0
        for i in range(len(X)):
            e = y[i] - (1 if np.dot(X[i], w) + b > 0 else 0)
            if e != 0:
                for j in range(len(w)):
                    w[j] += lr * e * X[i][j]
                b += lr * e
                mistakes += 1
        k += mistakes
        if mistakes == 0:
            break
    return w, b, k


def train_perceptron_plain(X, y, lr, max_epochs):
    n, d = X.shape
    w, b, k = [0.0] * d, 0.0, 0
    for _ in range(max_epochs):
        clean = True
        for i in range(n):
            s = sum(w[j] * float(X[i, j]) for j in range(d)) + b
            e = int(y[i]) - (1 if s > 0 else 0)
            if e:
                clean = False
                k += 1
                for j in range(d):
                    w[j] = w[j] + lr * e * float(X[i, j])
                b = b + lr * e
        if clean:
            break
    return np.array(w), b, k


def train_perceptron_augmented(X, y, lr, max_epochs):
    X1 = np.column_stack([X, np.ones(len(X))])
    w = np.zeros(X1.shape[1])
    corrections = []
    for _ in range(max_epochs):
        now = 0
        for row, t in zip(X1, y):
            answer = float(row @ w > 0)
            if answer != t:
                w = w + lr * (t - answer) * row
                now += 1
        corrections.append(now)
        if now == 0:
            break
    return w[:-1], w[-1], sum(corrections)


WRONG = {
    'linear': [
        ('star', linear_wrong_star, 'X * w multiplies entry by entry and does not add up; @ is the product that sums'),
        ('w-first', linear_wrong_w_first, 'w @ X takes the columns of X for the rows: X must stand first'),
        ('no-bias', linear_wrong_no_bias, 'the bias is not added'),
        ('minus-bias', linear_wrong_minus_bias, "subtracts the bias (a threshold's sign) in place of adding it"),
        ('sum-axis-0', linear_wrong_sum_axis_0, 'sums over axis 0, down the rows, in place of axis 1'),
        ('sum-of-all', linear_wrong_sum_of_all, 'np.sum without axis adds the whole table into one number'),
        ('column', linear_wrong_column, 'makes a column of w, so z has the shape (n, 1) in place of (n,)'),
        ('keepdims', linear_wrong_keepdims, 'keepdims=True leaves z as a column (n, 1)'),
        ('bias-before-weights', linear_wrong_bias_before_weights, 'adds b to the inputs before the weights: (X + b) @ w'),
        ('bias-in-weights', linear_wrong_bias_in_weights, 'without the right brackets b is added to every weight: X @ (w + b)'),
        ('two-inputs-only', linear_wrong_two_inputs_only, 'written out for exactly two inputs'),
        ('bias-in-every-term', linear_wrong_bias_in_every_term, 'adds b once for every input in place of once for the sum'),
        ('first-row-only', linear_wrong_first_row_only, 'the return stands inside the loop, so only the first row is summed'),
        ('last-row-missing', linear_wrong_last_row_missing, 'range(n - 1) leaves out the last row'),
        ('zeros-like-int', linear_wrong_zeros_like_int, "np.zeros_like(X[:, 0]) holds integers if X does, and cuts off the bias's fraction"),
        ('in-place-add', linear_wrong_in_place_add, "'z += b' cannot add a fraction to a z of integers (X and w integers): write z + b"),
        ('changes-X', linear_wrong_changes_X, "'X *= w' multiplies the caller's table in place"),
        ('mean-not-sum', linear_wrong_mean_not_sum, 'np.mean divides the sum by the number of inputs'),
        ('thresholded', linear_wrong_thresholded, "returns the neuron's answer 0 or 1 in place of the sum"),
        ('outer', linear_wrong_outer, 'multiplies where it should add: (X @ w) * b'),
        ('star-and-minus', linear_wrong_star_and_minus, 'two causes: X * w is not summed along the rows (axis 0 is), and b is subtracted'),
        ('column-and-no-bias', linear_wrong_column_and_no_bias, 'two causes: z is a column (n, 1), and the bias is missing'),
        ('no-bias-2', linear_no_bias, 'the bias is forgotten: only Xw is returned'),
        ('not-summed', linear_not_summed, 'weights the entries but never adds them up along the row: the result is (n, d)'),
        ('axis0', linear_axis0, 'the sum runs down the columns (axis 0) instead of along each row'),
        ('bias-d-times', linear_bias_d_times, 'b stands inside the sum, so it is added once for every input: d times'),
        ('int-result', linear_int_result, 'the result array takes the dtype of X, so that integers in X cut the fractions of w and b off'),
        ('from-one', linear_from_one, 'the loop over the inputs starts at 1 (as in MATLAB), so that the first input is left out'),
        ('column-2', linear_column, 'w is made a column, and so the result is (n, 1) instead of (n,)'),
        ('w-first-2', linear_w_first, 'the product is in the wrong order: w @ X weights rows, and runs only when n equals d'),
        ('two-slips', linear_two_slips, 'np.sum without axis adds all rows up to one number, and the bias is subtracted too'),
    ],
    'heaviside': [
        ('at-zero-one', heaviside_wrong_at_zero_one, 'z >= 0 gives 1 at exactly 0; there the answer is 0'),
        ('numpy-heaviside-one', heaviside_wrong_numpy_heaviside_one, 'np.heaviside(z, 1) takes 1 at 0; its second argument must be 0'),
        ('half-at-zero', heaviside_wrong_half_at_zero, 'np.heaviside(z, 0.5) takes 1/2 at 0'),
        ('sign', heaviside_wrong_sign, 'np.sign gives -1, 0 and 1'),
        ('sign-halved', heaviside_wrong_sign_halved, '(sign + 1) / 2 gives 1/2 at exactly 0'),
        ('if', heaviside_wrong_if, "an 'if' cannot decide for a whole array"),
        ('turned-round', heaviside_wrong_turned_round, 'the comparison is the wrong way round: 1 where z < 0'),
        ('relu', heaviside_wrong_relu, 'keeps z where it is positive (ReLU) in place of 1'),
        ('plus-minus-one', heaviside_wrong_plus_minus_one, 'answers -1 in place of 0'),
        ('half', heaviside_wrong_half, 'compares with 0.5 (as for a probability) in place of 0'),
        ('in-place', heaviside_wrong_in_place, "writes the answers into the caller's z"),
        ('clip', heaviside_wrong_clip, 'np.clip(z, 0, 1) leaves the numbers between 0 and 1 as they are'),
        ('vector-only', heaviside_wrong_vector_only, 'the loop compares the rows of a table with 0, so it works for vectors only'),
        ('one-answer', heaviside_wrong_one_answer, 'np.all makes one answer for the whole array'),
        ('flat', heaviside_wrong_flat, 'the answer is flat; the shape of z is lost'),
        ('indices', heaviside_wrong_indices, 'np.where with one argument gives the places, not the answers'),
        ('int-first', heaviside_wrong_int_first, 'z.astype(int) cuts 0.5 down to 0 before the comparison'),
        ('not-zero', heaviside_wrong_not_zero, 'abs(z) > 0 is true for negative sums too'),
        ('division', heaviside_wrong_division, 'z / abs(z) divides by 0 where z is 0'),
        ('sigmoid', heaviside_wrong_sigmoid, 'a smooth sigmoid in place of the step'),
        ('copy-half-done', heaviside_wrong_copy_half_done, 'sets the entries <= 0 to 0 but lets the positive ones stand if they are below 1'),
        ('swapped-values', heaviside_wrong_swapped_values, 'np.where(z > 0, 0, 1) has the two answers in the wrong order'),
        ('zero-one-and-minus', heaviside_wrong_zero_one_and_minus, 'two causes: 1 at exactly 0, and -1 in place of 0 elsewhere'),
        ('in-place-ge', heaviside_wrong_in_place_ge, "two causes: 1 at exactly 0, and the caller's z is overwritten"),
        ('ge', heaviside_ge, 'answers 1 at exactly 0'),
        ('sign-half', heaviside_sign_half, 'the halved sign gives 1/2 at exactly 0'),
        ('plus-minus', heaviside_plus_minus, 'answers -1 instead of 0 on the negative side'),
        ('in-place-2', heaviside_in_place, "writes the answers into the caller's array"),
        ('relu-2', heaviside_relu, 'gives the positive sums themselves: this is ReLU'),
        ('any', heaviside_any, 'one answer for the whole array: 1 if any entry is positive'),
        ('half-2', heaviside_half, 'the threshold is 0.5 (as for probabilities) instead of 0'),
        ('one-axis', heaviside_one_axis, 'walks over the rows only: an array with two axes cannot be asked whether it is positive'),
        ('round', heaviside_round, 'rounds and clips, so that sums between 0 and 0.5 count as 0'),
    ],
    'perceptron_update': [
        ('answer-minus-target', perceptron_update_wrong_answer_minus_target, 'the error is answer - target in place of target - answer, so the correction goes the wrong way'),
        ('no-lr', perceptron_update_wrong_no_lr, 'the learning rate is not used'),
        ('lr-not-for-bias', perceptron_update_wrong_lr_not_for_bias, 'the bias is corrected without the learning rate'),
        ('bias-times-x', perceptron_update_wrong_bias_times_x, 'the bias is corrected by lr * error * x, a vector; its input is always 1'),
        ('bias-kept', perceptron_update_wrong_bias_kept, 'the bias is not corrected'),
        ('no-threshold', perceptron_update_wrong_no_threshold, 'compares the target with the sum itself (the delta rule); the threshold is missing'),
        ('at-zero-one', perceptron_update_wrong_at_zero_one, 'answers 1 at a sum of exactly 0 (>=)'),
        ('hebb', perceptron_update_wrong_hebb, "adds lr * target * x whatever the answer is (Hebb's rule); the answer is not subtracted"),
        ('in-place', perceptron_update_wrong_in_place, "'w += ...' changes the caller's weights (and fails for integers)"),
        ('order', perceptron_update_wrong_order, 'returns (b, w) in place of (w, b)'),
        ('int-copy', perceptron_update_wrong_int_copy, 'the copy of integer weights stays integer, so adding the fractions fails (copy as float)'),
        ('int-entries', perceptron_update_wrong_int_entries, 'writes the new weights into a copy of integers, which cuts off the fractions'),
        ('bias-in-the-loop', perceptron_update_wrong_bias_in_the_loop, 'the bias is corrected inside the loop, once for every weight'),
        ('minus-one-targets', perceptron_update_wrong_minus_one_targets, 'uses the rule for targets -1 and 1: with target 0 nothing is ever corrected downwards'),
        ('answer-without-bias', perceptron_update_wrong_answer_without_bias, 'the bias is left out when the neuron answers'),
        ('not-summed', perceptron_update_wrong_not_summed, 'w * x + b is thresholded entry by entry; the sum is missing'),
        ('only-ups', perceptron_update_wrong_only_ups, 'corrects only when the target is 1 and the answer 0; a wrong 1 is never corrected'),
        ('always-plus', perceptron_update_wrong_always_plus, 'corrects every mistake by adding lr * x, also where it must subtract'),
        ('x-missing', perceptron_update_wrong_x_missing, 'the correction of the weights is not multiplied by x'),
        ('sigmoid', perceptron_update_wrong_sigmoid, 'a sigmoid answers in place of the threshold, so right answers are corrected too'),
        ('minus-sign', perceptron_update_wrong_minus_sign, 'subtracts lr * (target - answer) as in gradient descent; here it must be added'),
        ('bias-old-answer', perceptron_update_wrong_bias_old_answer, 'the bias is corrected with the answer of the already corrected weights'),
        ('only-w', perceptron_update_wrong_only_w, 'returns the weights alone'),
        ('no-lr-bias-kept', perceptron_update_wrong_no_lr_bias_kept, 'two causes: the learning rate is missing, and the bias is not corrected'),
        ('ge-and-order', perceptron_update_wrong_ge_and_order, 'two causes: answers 1 at 0, and returns (b, w)'),
        ('sign', perceptron_update_sign, 'the error has the wrong sign: the sum moves away from where it should be'),
        ('bias-no-lr', perceptron_update_bias_no_lr, 'the learning rate is missing in the bias'),
        ('adaline', perceptron_update_adaline, "the error is taken from the sum z instead of from the answer H(z) (Adaline's rule)"),
        ('ge', perceptron_update_ge, 'answers 1 at a sum of exactly 0'),
        ('int-copy-2', perceptron_update_int_copy, 'the new weights are written into a copy that keeps the integers of w, so fractions are cut off'),
        ('pm-one', perceptron_update_pm_one, 'the formula for targets -1 and 1: the correction is twice as large'),
        ('answer-no-bias', perceptron_update_answer_no_bias, "the neuron's answer is computed without the bias"),
        ('answer-twice', perceptron_update_answer_twice, 'the answer for the bias is computed anew with the weights that have just changed'),
        ('one-side', perceptron_update_one_side, 'corrects only when the target is 1 and the answer 0; the other kind of mistake is let pass'),
    ],
    'train_perceptron': [
        ('stop-in-inner-loop', train_perceptron_wrong_stop_in_inner_loop, 'the break stands in the inner loop: a pass ends at the first row that is answered right'),
        ('random-start', train_perceptron_wrong_random_start, 'the weights start from random numbers in place of zeros'),
        ('shuffled', train_perceptron_wrong_shuffled, 'the rows are shuffled in every pass'),
        ('count-of-last-pass', train_perceptron_wrong_count_of_last_pass, 'the count is set back to 0 in each pass, so only the last pass is counted'),
        ('epochs-counted', train_perceptron_wrong_epochs_counted, 'counts the passes in place of the mistakes'),
        ('batch', train_perceptron_wrong_batch, 'all rows of a pass are answered with the old weights and corrected together at its end'),
        ('one-pass-less', train_perceptron_wrong_one_pass_less, 'range(max_epochs - 1) makes one pass too few'),
        ('one-pass-more', train_perceptron_wrong_one_pass_more, 'the while loop with <= makes one pass too many'),
        ('at-zero-one', train_perceptron_wrong_at_zero_one, 'the neuron answers 1 at a sum of exactly 0 (>=), which matters at once with zero weights'),
        ('bias-starts-at-one', train_perceptron_wrong_bias_starts_at_one, 'the bias starts at 1 in place of 0'),
        ('bias-thrown-away', train_perceptron_wrong_bias_thrown_away, "the new bias is not kept: 'w, _ = perceptron_update(...)'"),
        ('no-count', train_perceptron_wrong_no_count, 'returns (w, b) without the number of mistakes'),
        ('return-after-first-pass', train_perceptron_wrong_return_after_first_pass, 'the return is indented into the outer loop: only one pass is made'),
        ('no-lr', train_perceptron_wrong_no_lr, 'the learning rate is not used (1 in its place)'),
        ('minus-one-targets', train_perceptron_wrong_minus_one_targets, 'the rule y * z <= 0 is for targets -1 and 1: with target 0 it only counts mistakes and corrects nothing'),
        ('changes-y', train_perceptron_wrong_changes_y, "turns the zeros of the caller's y into -1 in place"),
        ('doubled-step', train_perceptron_wrong_doubled_step, 'with targets and answers of -1 and 1 the error is 2, so every correction is twice as long'),
        ('weights-by-rows', train_perceptron_wrong_weights_by_rows, 'np.zeros(len(X)) makes a weight for each row in place of one for each column'),
        ('never-gives-up', train_perceptron_wrong_never_gives_up, "'while True' without max_epochs never ends where no line separates the rows"),
        ('counted-after-the-pass', train_perceptron_wrong_counted_after_the_pass, 'counts the rows that the weights at the end of the pass answer wrong, not the corrections'),
        ('count-after-update', train_perceptron_wrong_count_after_update, 'asks whether the row is answered wrong only after it was corrected'),
        ('int-zeros', train_perceptron_wrong_int_zeros, "np.zeros_like(X[0]) holds integers if X does, so '+=' with fractions fails"),
        ('signed-count', train_perceptron_wrong_signed_count, 'adds up the signed errors, so mistakes of both kinds cancel'),
        ('random-and-last-count', train_perceptron_wrong_random_and_last_count, 'two causes: random first weights, and the count is of the last pass only'),
        ('ge-and-no-lr', train_perceptron_wrong_ge_and_no_lr, 'two causes: the neuron answers 1 at 0, and the learning rate is missing'),
        ('count-last', train_perceptron_count_last, 'the counter is set back in each pass: only the mistakes of the last pass come back'),
        ('batch-2', train_perceptron_batch, 'all answers of a pass come from the weights at its start, so later rows do not meet the corrected weights'),
        ('signed-count-2', train_perceptron_signed_count, 'the signed errors are added up, so mistakes of the two kinds cancel in the count'),
        ('break-row', train_perceptron_break_row, 'leaves a pass as soon as one row is right, so that later rows are never seen'),
        ('counts-epochs', train_perceptron_counts_epochs, 'counts the passes, not the corrections'),
        ('bias-stays', train_perceptron_bias_stays, 'the bias is never corrected'),
        ('one-pass-short', train_perceptron_one_pass_short, 'starts counting passes at 1 and stops before max_epochs: one pass too few'),
        ('shuffled-2', train_perceptron_shuffled, 'the rows are shuffled before each pass instead of taken in order'),
        ('int-weights', train_perceptron_int_weights, 'the weights take the dtype of X: with integer rows every fractional step is cut off'),
    ],
}

RIGHT = {
    'linear': [
        ('quadratic-append', linear_right_quadratic_append),
        ('at', linear_right_at),
        ('inner', linear_right_inner),
        ('einsum', linear_right_einsum),
        ('columns', linear_right_columns),
        ('sum-axis', linear_right_sum_axis),
        ('bias-as-weight', linear_right_bias_as_weight),
        ('einsum-2', linear_einsum),
        ('columns-added', linear_columns_added),
        ('bias-as-weight-2', linear_bias_as_weight),
    ],
    'heaviside': [
        ('where', heaviside_right_where),
        ('cast', heaviside_right_cast),
        ('booleans', heaviside_right_booleans),
        ('masks', heaviside_right_masks),
        ('numpy-heaviside', heaviside_right_numpy_heaviside),
        ('loop', heaviside_right_loop),
        ('sign-max', heaviside_right_sign_max),
        ('numpy', heaviside_numpy),
        ('ceil', heaviside_ceil),
        ('vectorize', heaviside_vectorize),
    ],
    'perceptron_update': [
        ('formula', perceptron_update_right_formula),
        ('cases', perceptron_update_right_cases),
        ('plain-python', perceptron_update_right_plain_python),
        ('float-copy', perceptron_update_right_float_copy),
        ('bias-appended', perceptron_update_right_bias_appended),
        ('cases-2', perceptron_update_cases),
        ('loop', perceptron_update_loop),
    ],
    'train_perceptron': [
        ('two-loops', train_perceptron_right_two_loops),
        ('streak', train_perceptron_right_streak),
        ('own-arrays-in-place', train_perceptron_right_own_arrays_in_place),
        ('bias-column', train_perceptron_right_bias_column),
        ('for-else', train_perceptron_right_for_else),
        ('plain', train_perceptron_plain),
        ('augmented', train_perceptron_augmented),
    ],
}



# ---- veto_neuron

def veto_neuron_wrong_bias_minus_least(d, least, veto):
    w = np.ones(d)
    w[veto] = -d
    return w, -least


def veto_neuron_wrong_veto_minus_one(d, least, veto):
    w = np.ones(d)
    w[veto] = -1
    return w, -(least - 0.5)


def veto_neuron_wrong_veto_zero(d, least, veto):
    w = np.ones(d)
    w[veto] = 0
    return w, 0.5 - least


def veto_neuron_wrong_veto_counts(d, least, veto):
    return np.array([1.0] * d), -least + 0.5


def veto_neuron_wrong_more_than(d, least, veto):
    w = [1 if i != veto else -d for i in range(d)]
    return np.array(w), -least - 0.5


def veto_neuron_wrong_counted_from_one(d, least, veto):
    w = np.ones(d)
    w[veto - 1] = -d
    return w, -(least - 0.5)


def veto_neuron_wrong_always_last(d, least, veto):
    w = np.append(np.ones(d - 1), -d)
    return w, 0.5 - least


def veto_neuron_wrong_veto_minus_least(d, least, veto):
    w = np.ones(d)
    w[veto] = -least
    return w, -least + 0.5


def veto_neuron_wrong_at_most(d, least, veto):
    w = -np.ones(d)
    w[veto] = -d
    return w, least + 0.5


def veto_neuron_wrong_all_of_them(d, least, veto):
    w = np.ones(d)
    w[veto] = -d
    return w, -(d - 1) + 0.5


def veto_neuron_wrong_any_of_them(d, least, veto):
    w = np.ones(d)
    w[veto] = -d
    return w, -0.5


def veto_neuron_wrong_column(d, least, veto):
    w = np.ones((d, 1))
    w[veto, 0] = -d
    return w, 0.5 - least


def veto_neuron_wrong_order(d, least, veto):
    w = np.ones(d)
    w[veto] = -d
    b = 0.5 - least
    return b, w


def veto_neuron_wrong_example_only(d, least, veto):
    return np.array([1, 1, 1, 1, -10]), -2.5


def veto_neuron_wrong_switch_must_be_on(d, least, veto):
    w = np.ones(d)
    w[veto] = d
    return w, -d - least + 0.5


def veto_neuron_wrong_integers_cut(d, least, veto):
    w = np.ones(d, dtype=int)
    w[veto] = -(d - 1 - least + 0.75)
    return w, -(least - 0.5)


def veto_neuron_wrong_scaled_weights_only(d, least, veto):
    w = np.full(d, 1 / least)
    w[veto] = -d
    return w, -0.5


def veto_neuron_wrong_bias_plus(d, least, veto):
    w = np.ones(d)
    w[veto] = -2 * d
    return w, least - 0.5


def veto_neuron_wrong_veto_in_bias(d, least, veto):
    w = np.ones(d)
    w[veto] = 0
    return w, -(least - 0.5) - d


def veto_neuron_wrong_weak_and_zero(d, least, veto):
    w = np.ones(d)
    w[veto] = -1
    return w, float(-least)


def veto_neuron_right_half_way(d, least, veto):
    w = np.ones(d)
    w[veto] = -d
    return w, -(least - 0.5)


def veto_neuron_right_integers(d, least, veto):
    w = [1] * d
    w[veto] = least - d
    return np.array(w), 1 - least


def veto_neuron_right_scaled(d, least, veto):
    w = np.array([-float(d) if i == veto else 1 / d for i in range(d)])
    return w, -(least - 0.5) / d


def veto_neuron_right_barely_enough(d, least, veto):
    others = np.arange(d) != veto
    w = others - (d - 1 - least + 0.5) * ~others
    return w, 0.5 - least


def veto_neuron_right_concatenated(d, least, veto):
    w = np.concatenate([np.full(veto, 2), [-3 * d], np.full(d - 1 - veto, 2)])
    return w, 1 - 2 * least



# ---- fold_scaling

def fold_scaling_wrong_bias_kept(w, b, mean, std):
    return w / std, b


def fold_scaling_wrong_bias_plus(w, b, mean, std):
    w_raw = w / std
    return w_raw, b + np.dot(w_raw, mean)


def fold_scaling_wrong_bias_without_std(w, b, mean, std):
    return w / std, b - w @ mean


def fold_scaling_wrong_times_std(w, b, mean, std):
    w_raw = w * std
    return w_raw, b - w_raw @ mean


def fold_scaling_wrong_weights_kept(w, b, mean, std):
    return np.array(w, dtype=float), b - np.sum(w * mean / std)


def fold_scaling_wrong_bias_vector(w, b, mean, std):
    return w / std, b - w * mean / std


def fold_scaling_wrong_weights_like_inputs(w, b, mean, std):
    return (w - mean) / std, b


def fold_scaling_wrong_first_column_only(w, b, mean, std):
    w_raw = w / std
    return w_raw, b - w_raw[0] * mean[0]


def fold_scaling_wrong_in_place(w, b, mean, std):
    w /= std
    return w, b - w @ mean


def fold_scaling_wrong_floor(w, b, mean, std):
    w_raw = w // std
    return w_raw, b - w_raw @ mean


def fold_scaling_wrong_variance(w, b, mean, std):
    w_raw = w / std**2
    return w_raw, b - w_raw @ mean


def fold_scaling_wrong_bias_scaled_too(w, b, mean, std):
    w_raw = w / std
    return w_raw, b / np.prod(std) - w_raw @ mean


def fold_scaling_wrong_mean_of_shifts(w, b, mean, std):
    return w / std, b - np.mean(w * mean / std)


def fold_scaling_wrong_std_twice(w, b, mean, std):
    w_raw = w / std
    return w_raw, b - np.sum(w_raw * mean / std)


def fold_scaling_wrong_int_result(w, b, mean, std):
    w_raw, b_raw = np.zeros_like(w), b
    for j in range(len(w)):
        w_raw[j] = w[j] / std[j]
        b_raw = b_raw - w[j] * mean[j] / std[j]
    return w_raw, b_raw


def fold_scaling_wrong_order(w, b, mean, std):
    w_raw = w / std
    return b - w_raw @ mean, w_raw


def fold_scaling_wrong_last_column_only(w, b, mean, std):
    w_raw = np.zeros(len(w))
    for j in range(len(w)):
        w_raw[j] = w[j] / std[j]
        b_raw = b - w_raw[j] * mean[j]
    return w_raw, b_raw


def fold_scaling_wrong_shift_not_weighted(w, b, mean, std):
    return w / std, b - np.sum(mean / std)


def fold_scaling_wrong_inverse_direction(w, b, mean, std):
    return w * std, b + w @ mean


def fold_scaling_wrong_separate_sums(w, b, mean, std):
    return w / std, b - (w @ mean) / std.sum()


def fold_scaling_wrong_sign_and_std(w, b, mean, std):
    return w / std, b + w @ mean


def fold_scaling_right_two_lines(w, b, mean, std):
    w_raw = w / std
    return w_raw, b - w_raw @ mean


def fold_scaling_right_sum_at_zero(w, b, mean, std):
    def scaled_sum(x):
        return np.dot(w, (x - mean) / std) + b

    return np.divide(w, std), scaled_sum(np.zeros(len(w)))


def fold_scaling_right_loop(w, b, mean, std):
    w_raw, b_raw = [], float(b)
    for wj, mj, sj in zip(w, mean, std):
        w_raw.append(wj / sj)
        b_raw -= wj * mj / sj
    return np.array(w_raw), b_raw


def fold_scaling_right_one_matrix(w, b, mean, std):
    d = len(w)
    T = np.zeros((d + 1, d + 1))
    T[:d, :d] = np.diag(1 / std)
    T[d, :d] = -mean / std
    T[d, d] = 1
    both = T @ np.append(w, b)
    return both[:-1], both[-1]


def fold_scaling_right_einsum(w, b, mean, std):
    shift = np.einsum("j,j,j->", w, mean, 1.0 / std)
    return w * (1.0 / std), b - shift


WRONG['veto_neuron'] = [
    ('bias-minus-least', veto_neuron_wrong_bias_minus_least, 'b = -least: with exactly so many inputs on the sum is 0, and the answer at 0 is 0'),
    ('veto-minus-one', veto_neuron_wrong_veto_minus_one, 'the veto weighs only -1: two more inputs than needed overrule it'),
    ('veto-zero', veto_neuron_wrong_veto_zero, 'the switch is merely left out (weight 0), it forbids nothing'),
    ('veto-counts', veto_neuron_wrong_veto_counts, 'the switch is counted like any other input: no veto at all'),
    ('more-than', veto_neuron_wrong_more_than, 'b = -least - 0.5: more than `least` are needed'),
    ('counted-from-one', veto_neuron_wrong_counted_from_one, 'takes `veto` as counted from 1: the input before it gets the veto'),
    ('always-last', veto_neuron_wrong_always_last, 'the last input always has the veto, the argument is not used'),
    ('veto-minus-least', veto_neuron_wrong_veto_minus_least, 'the veto weighs -least: it only takes back the inputs that are needed, not those beyond'),
    ('at-most', veto_neuron_wrong_at_most, 'weights -1: it answers 1 where at most `least` are on'),
    ('all-of-them', veto_neuron_wrong_all_of_them, 'the bias asks for all other inputs, not for `least` of them'),
    ('any-of-them', veto_neuron_wrong_any_of_them, 'bias -0.5 (OR): one input is enough, `least` is not used'),
    ('column', veto_neuron_wrong_column, 'w is a column (d, 1), not (d,)'),
    ('order', veto_neuron_wrong_order, 'returns (b, w)'),
    ('example-only', veto_neuron_wrong_example_only, 'the alarm of the text (3 of 4, switch last), whatever is asked'),
    ('switch-must-be-on', veto_neuron_wrong_switch_must_be_on, 'misread: it answers 1 only while the switch is 1'),
    ('integers-cut', veto_neuron_wrong_integers_cut, "the weights are an integer array, which cuts the veto's fraction off: too weak by less than 1"),
    ('scaled-weights-only', veto_neuron_wrong_scaled_weights_only, 'weights are divided by `least`, the bias is not: -0.5 lets half of them be enough'),
    ('bias-plus', veto_neuron_wrong_bias_plus, 'the bias has the wrong sign'),
    ('veto-in-bias', veto_neuron_wrong_veto_in_bias, 'the veto is in the bias, not in a weight: the neuron never answers 1'),
    ('weak-and-zero', veto_neuron_wrong_weak_and_zero, 'two causes: the veto weighs only -1, and b = -least is 0 at exactly so many'),
]

RIGHT['veto_neuron'] = [
    ('half-way', veto_neuron_right_half_way),
    ('integers', veto_neuron_right_integers),
    ('scaled', veto_neuron_right_scaled),
    ('barely-enough', veto_neuron_right_barely_enough),
    ('concatenated', veto_neuron_right_concatenated),
]


WRONG['fold_scaling'] = [
    ('bias-kept', fold_scaling_wrong_bias_kept, 'the bias is not changed: the shift by the mean is lost'),
    ('bias-plus', fold_scaling_wrong_bias_plus, 'the sign: the shift is added to the bias, not subtracted'),
    ('bias-without-std', fold_scaling_wrong_bias_without_std, 'the bias takes w · mean, not divided by std'),
    ('times-std', fold_scaling_wrong_times_std, 'multiplies the weights by std in place of dividing'),
    ('weights-kept', fold_scaling_wrong_weights_kept, 'the weights stay as they are, only the bias is changed'),
    ('bias-vector', fold_scaling_wrong_bias_vector, 'the shift is not summed over the columns: b_raw is a vector'),
    ('weights-like-inputs', fold_scaling_wrong_weights_like_inputs, 'scales the weights as the inputs are scaled: (w - mean) / std'),
    ('first-column-only', fold_scaling_wrong_first_column_only, "only the first column's shift goes into the bias"),
    ('in-place', fold_scaling_wrong_in_place, "'w /= std' writes into the caller's weights"),
    ('floor', fold_scaling_wrong_floor, '// cuts the fractions off'),
    ('variance', fold_scaling_wrong_variance, 'divides by std squared'),
    ('bias-scaled-too', fold_scaling_wrong_bias_scaled_too, 'the bias is divided by the standard deviations as well'),
    ('mean-of-shifts', fold_scaling_wrong_mean_of_shifts, 'the shifts are averaged, not summed'),
    ('std-twice', fold_scaling_wrong_std_twice, 'divides by std a second time in the bias'),
    ('int-result', fold_scaling_wrong_int_result, 'the loop writes into np.zeros_like(w), which holds integers if w does'),
    ('order', fold_scaling_wrong_order, 'returns (b_raw, w_raw)'),
    ('last-column-only', fold_scaling_wrong_last_column_only, "the bias starts from b again in every turn: only the last column's shift is left"),
    ('shift-not-weighted', fold_scaling_wrong_shift_not_weighted, 'subtracts mean / std without the weights'),
    ('inverse-direction', fold_scaling_wrong_inverse_direction, 'the other way round: raw weights turned into weights for scaled inputs'),
    ('separate-sums', fold_scaling_wrong_separate_sums, 'divides the sum of w · mean by the sum of the stds'),
    ('sign-and-std', fold_scaling_wrong_sign_and_std, 'two causes: plus in place of minus, and std is missing in the bias'),
]

RIGHT['fold_scaling'] = [
    ('two-lines', fold_scaling_right_two_lines),
    ('sum-at-zero', fold_scaling_right_sum_at_zero),
    ('loop', fold_scaling_right_loop),
    ('one-matrix', fold_scaling_right_one_matrix),
    ('einsum', fold_scaling_right_einsum),
]


# ---- more, of the newest tasks
def veto_neuron_wrong_fixed_veto_five(d, least, veto):
    w = np.ones(d)
    w[veto] = -5
    return w, -least + 0.5


WRONG['veto_neuron'] += [
    ('fixed-veto-five', veto_neuron_wrong_fixed_veto_five, "The switch's weight is fixed at -5 as fits the example with d = 5; for larger d the other inputs outweigh it; it must grow with d."),
]


# ---- a fifth set

import math


def linear_wrong_bias_per_input_5(X, w, b):
    return np.sum(X * w + b, axis=1)


def linear_wrong_squeezed_5(X, w, b):
    z = X @ np.asarray(w).reshape(-1, 1)
    return np.squeeze(z) + b


def linear_wrong_zeros_like_5(X, w, b):
    z = np.zeros_like(X[:, 0])
    for j in range(X.shape[1]):
        z[:] = z + X[:, j] * w[j]
    z[:] = z + b
    return z


def linear_wrong_from_one_5(X, w, b):
    z = np.full(X.shape[0], float(b))
    for j in range(1, X.shape[1]):
        z = z + w[j] * X[:, j]
    return z


def linear_wrong_two_columns_5(X, w, b):
    return w[0] * X[:, 0] + w[1] * X[:, 1] + b


def linear_right_einsum_5(X, w, b):
    return np.einsum("ij,j->i", X, w, dtype=np.float64) + b


def linear_right_augmented_5(X, w, b):
    X1 = np.concatenate([np.ones((len(X), 1)), np.asarray(X, dtype=float)], axis=1)
    return X1.dot(np.concatenate([[b], w]))


def heaviside_wrong_astype_int_5(z):
    return (z.astype(int) > 0).astype(int)


def heaviside_wrong_in_place_5(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


def heaviside_wrong_isclose_5(z):
    return np.where(np.isclose(z, 0), 0, np.where(z > 0, 1, 0))


def heaviside_wrong_ramp_5(z):
    return np.clip(z, 0, 1)


def heaviside_wrong_flat_list_5(z):
    return np.array([1 if v > 0 else 0 for v in np.ravel(z)])


def heaviside_right_sign_5(z):
    return np.maximum(np.sign(z), 0)


def heaviside_right_loop_5(z):
    z = np.asarray(z)
    out = np.empty(z.shape, dtype=np.int8)
    for index in np.ndindex(z.shape):
        out[index] = 1 if z[index] > 0 else 0
    return out


def perceptron_update_wrong_bias_without_lr_5(w, b, x, target, lr):
    y_hat = 1 if w @ x + b > 0 else 0
    error = target - y_hat
    return w + lr * error * x, b + error


def perceptron_update_wrong_asks_again_5(w, b, x, target, lr):
    w = w + lr * (target - int(w @ x + b > 0)) * x
    b = b + lr * (target - int(w @ x + b > 0))
    return w, b


def perceptron_update_wrong_answer_without_bias_5(w, b, x, target, lr):
    y_hat = int(w @ x > 0)
    return w + lr * (target - y_hat) * x, b + lr * (target - y_hat)


def perceptron_update_wrong_copy_truncates_5(w, b, x, target, lr):
    error = target - int(w @ x + b > 0)
    new = w.copy()
    for j in range(len(w)):
        new[j] = w[j] + lr * error * x[j]
    return new, b + lr * error


def perceptron_update_wrong_plus_minus_one_5(w, b, x, target, lr):
    t = 2 * target - 1
    if t * (w @ x + b) <= 0:
        return w + lr * t * x, b + lr * t
    return w, b


def perceptron_update_right_if_5(w, b, x, target, lr):
    z = b
    for wj, xj in zip(w, x):
        z = z + wj * xj
    if z > 0 and target == 0:
        return np.subtract(w, lr * np.asarray(x, dtype=float)), b - lr
    if not z > 0 and target == 1:
        return np.add(w, lr * np.asarray(x, dtype=float)), b + lr
    return np.array(w, dtype=float), float(b)


def perceptron_update_right_augmented_5(w, b, x, target, lr):
    v, u = np.append(np.asarray(w, float), b), np.append(np.asarray(x, float), 1.0)
    v = v + lr * (target - np.heaviside(np.inner(v, u), 0.0)) * u
    return v[:-1], v[-1]


def train_perceptron_wrong_errors_cancel_5(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        total = 0
        for x, t in zip(X, y):
            error = int(t) - int(w @ x + b > 0)
            w = w + lr * error * x
            b = b + lr * error
            total += error
            n_mistakes += abs(error)
        if total == 0:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_answers_before_pass_5(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        answers = (X @ w + b > 0).astype(int)
        if np.array_equal(answers, y):
            break
        for x, t, answer in zip(X, y, answers):
            if answer != t:
                w = w + lr * (t - answer) * x
                b = b + lr * (t - answer)
                n_mistakes += 1
    return w, b, n_mistakes


def train_perceptron_wrong_pocket_5(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    best = (np.mean((X @ w + b > 0) == y), w, b)
    for _ in range(max_epochs):
        clean = True
        for x, t in zip(X, y):
            error = int(t) - int(w @ x + b > 0)
            if error:
                w, b = w + lr * error * x, b + lr * error
                n_mistakes += 1
                clean = False
                accuracy = np.mean((X @ w + b > 0) == y)
                if accuracy > best[0]:
                    best = (accuracy, w, b)
        if clean:
            break
    return best[1], best[2], n_mistakes


def train_perceptron_wrong_counts_steps_5(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, t in zip(X, y):
            step = lr * (int(t) - int(w @ x + b > 0))
            w, b = w + step * x, b + step
            n_mistakes += abs(step)
        if n_mistakes == before:
            break
    return w, b, n_mistakes


def train_perceptron_wrong_stops_on_same_weights_5(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        old_w, old_b = w, b
        for x, t in zip(X, y):
            error = int(t) - int(w @ x + b > 0)
            if error:
                w, b = w + lr * error * x, b + lr * error
                n_mistakes += 1
        if np.allclose(w, old_w) and np.isclose(b, old_b):
            break
    return w, b, n_mistakes


def train_perceptron_right_streak_5(X, y, lr, max_epochs):
    n, d = X.shape
    v = np.zeros(d + 1)
    rows = np.hstack([X, np.ones((n, 1))])
    n_mistakes = streak = 0
    for step in range(n * max_epochs):
        i = step % n
        if (rows[i] @ v > 0) == bool(y[i]):
            streak += 1
        else:
            v = v + lr * rows[i] if y[i] == 1 else v - lr * rows[i]
            n_mistakes, streak = n_mistakes + 1, 0
        if streak == n:
            break
    return v[:d], v[d], n_mistakes


def train_perceptron_right_while_5(X, y, lr, max_epochs):
    w, b, history, left = [0.0] * X.shape[1], 0.0, [], max_epochs
    while left > 0:
        left -= 1
        wrong_here = []
        for i in range(X.shape[0]):
            z = b
            for j in range(X.shape[1]):
                z += w[j] * float(X[i, j])
            error = int(y[i]) - (1 if z > 0 else 0)
            if error != 0:
                w = [w[j] + lr * error * float(X[i, j]) for j in range(X.shape[1])]
                b = b + lr * error
                wrong_here.append(i)
        history.extend(wrong_here)
        if not wrong_here:
            left = 0
    return np.array(w), b, len(history)


def veto_neuron_wrong_minus_least_5(d, least, veto):
    w = np.ones(d)
    w[veto] = -least
    return w, 0.5 - least


def veto_neuron_wrong_minus_infinity_5(d, least, veto):
    w = np.ones(d)
    w[veto] = -np.inf
    return w, 0.5 - least


def veto_neuron_wrong_from_one_5(d, least, veto):
    w = np.ones(d)
    w[veto - 1] = -d
    return w, 0.5 - least


def veto_neuron_wrong_rounded_bias_5(d, least, veto):
    w = np.ones(d, dtype=int)
    w[veto] = -d
    return w, round(0.5 - least)


def veto_neuron_wrong_switch_extra_5(d, least, veto):
    w = np.insert(np.ones(d), veto, -(d + 1.0))
    return w, 0.5 - least


def veto_neuron_right_shares_5(d, least, veto):
    w = np.full(d, 1.0 / d)
    w[veto] = -1.0
    return w, -(least - 0.25) / d


def veto_neuron_right_integers_5(d, least, veto):
    w = np.array([-2 * d if j == veto else 2 for j in range(d)])
    return w, 1 - 2 * least


def fold_scaling_wrong_bias_without_std_5(w, b, mean, std):
    return w / std, b - w @ mean


def fold_scaling_wrong_bias_not_summed_5(w, b, mean, std):
    return w / std, b - w * mean / std


def fold_scaling_wrong_one_std_for_bias_5(w, b, mean, std):
    return w / std, b - (w @ mean) / np.sum(std)


def fold_scaling_wrong_mean_for_sum_5(w, b, mean, std):
    return w / std, b - np.mean(w * mean / std)


def fold_scaling_wrong_in_place_5(w, b, mean, std):
    w = np.asarray(w)
    w[:] = w / std
    return w, b - w @ mean


def fold_scaling_right_loop_5(w, b, mean, std):
    w_raw = [float(wj) / float(sj) for wj, sj in zip(w, std)]
    shift = math.fsum(wj * float(mj) for wj, mj in zip(w_raw, mean))
    return np.array(w_raw), float(b) - shift


def fold_scaling_right_matrix_5(w, b, mean, std):
    d = len(w)
    T = np.eye(d + 1)  # (x, 1) -> (x', 1), written as one matrix
    T[:d, :d] = np.diag(1.0 / np.asarray(std, dtype=float))
    T[:d, d] = -np.divide(mean, std)
    v = np.append(np.asarray(w, dtype=float), b) @ T
    return v[:d], v[d]


WRONG['linear'] += [
    ('bias-per-input', linear_wrong_bias_per_input_5, '`X * w + b` adds the bias to every product before the sum, so it counts d times; add it after np.sum.'),
    ('squeezed', linear_wrong_squeezed_5, '`np.squeeze` also removes the axis of the rows when there is one row, so the shape is () and not (1,).'),
    ('zeros-like', linear_wrong_zeros_like_5, '`np.zeros_like(X[:, 0])` takes over the integer dtype of X, so the sums are cut to whole numbers.'),
    ('from-one-5', linear_wrong_from_one_5, '`range(1, d)` counts the inputs from 1 as in the formula and leaves out the first input; use range(d).'),
    ('two-columns', linear_wrong_two_columns_5, 'only `w[0]` and `w[1]` are used: right for two inputs, fails for one, ignores the third and further ones.'),
]


WRONG['heaviside'] += [
    ('astype-int', heaviside_wrong_astype_int_5, '`z.astype(int)` cuts 0.5 to 0 before the comparison, so sums between 0 and 1 answer 0.'),
    ('in-place-5', heaviside_wrong_in_place_5, "`z[z > 0] = 1` writes into the caller's array; make a new one."),
    ('isclose', heaviside_wrong_isclose_5, '`np.isclose(z, 0)` treats small positive sums (below 1e-8) as 0; the comparison must be z > 0 exactly.'),
    ('ramp', heaviside_wrong_ramp_5, '`np.clip(z, 0, 1)` is a ramp: sums between 0 and 1 come back as they are and not as 1.'),
    ('flat-list', heaviside_wrong_flat_list_5, 'the list over `np.ravel(z)` loses the shape of z: the result is always one-dimensional.'),
]


WRONG['perceptron_update'] += [
    ('bias-without-lr', perceptron_update_wrong_bias_without_lr_5, '`b + error` lacks the learning rate: b + lr * error.'),
    ('asks-again', perceptron_update_wrong_asks_again_5, 'the second line computes the answer anew with the weights already changed; the error must be computed once, before.'),
    ('answer-without-bias-5', perceptron_update_wrong_answer_without_bias_5, '`w @ x > 0` leaves out b in the answer.'),
    ('copy-truncates', perceptron_update_wrong_copy_truncates_5, '`w.copy()` keeps the integer dtype, so the fractions of the new weights are cut off when they are stored in it.'),
    ('plus-minus-one-5', perceptron_update_wrong_plus_minus_one_5, '`t * z <= 0` with targets -1 and 1 calls z = 0 a mistake for both targets, but with target 0 the answer 0 is right there.'),
]


WRONG['train_perceptron'] += [
    ('errors-cancel', train_perceptron_wrong_errors_cancel_5, '`total += error` sums signed errors: +1 and -1 cancel, and the training stops after a pass with mistakes; sum abs(error).'),
    ('answers-before-pass', train_perceptron_wrong_answers_before_pass_5, '`answers` is computed once for the whole pass, so the next row does not meet the corrected weights.'),
    ('pocket', train_perceptron_wrong_pocket_5, 'it returns the best weights met on the way (`best`) and not the last ones, which differ when no line separates.'),
    ('counts-steps', train_perceptron_wrong_counts_steps_5, '`n_mistakes += abs(step)` adds up lr times the error, so the count is scaled by the learning rate; add 1 for each mistake.'),
    ('stops-on-same-weights', train_perceptron_wrong_stops_on_same_weights_5, 'it stops when a pass ends with the weights it began with, but corrections within that pass may have cancelled (XOR); stop when there was no mistake.'),
]


WRONG['veto_neuron'] += [
    ('minus-least', veto_neuron_wrong_minus_least_5, '`w[veto] = -least` is too weak when 2 * least or more of the others are on; it must outweigh all d - 1 others.'),
    ('minus-infinity', veto_neuron_wrong_minus_infinity_5, '`w[veto] = -np.inf` gives -inf * 0 = nan where the switch is off, and nan > 0 is never true.'),
    ('from-one-5', veto_neuron_wrong_from_one_5, '`w[veto - 1]` counts the inputs from 1; the exercise counts from 0.'),
    ('rounded-bias', veto_neuron_wrong_rounded_bias_5, '`round(0.5 - least)` rounds halves to the even number: the bias is -least for even `least`, and the sum is 0 where exactly `least` are on.'),
    ('switch-extra', veto_neuron_wrong_switch_extra_5, '`np.insert(np.ones(d), ...)` adds the switch to d inputs: d + 1 weights; the switch is one of the d.'),
]


WRONG['fold_scaling'] += [
    ('bias-without-std-5', fold_scaling_wrong_bias_without_std_5, '`b - w @ mean` forgets that the shift is divided by std too: w @ (mean / std).'),
    ('bias-not-summed', fold_scaling_wrong_bias_not_summed_5, '`b - w * mean / std` is not summed over the inputs: b_raw has the shape (d,) and is no number.'),
    ('one-std-for-bias', fold_scaling_wrong_one_std_for_bias_5, '`(w @ mean) / np.sum(std)` divides the sum by the summed std and not each term by its own; it is right for one input only.'),
    ('mean-for-sum', fold_scaling_wrong_mean_for_sum_5, '`np.mean` in the bias must be np.sum: it is too small by the factor d.'),
    ('in-place-5', fold_scaling_wrong_in_place_5, "`w[:] = w / std` writes into the caller's weights (and cuts fractions where they are integers)."),
]


RIGHT['linear'] += [
    ('einsum-5', linear_right_einsum_5),
    ('augmented-5', linear_right_augmented_5),
]


RIGHT['heaviside'] += [
    ('sign-5', heaviside_right_sign_5),
    ('loop-5', heaviside_right_loop_5),
]


RIGHT['perceptron_update'] += [
    ('if-5', perceptron_update_right_if_5),
    ('augmented-5', perceptron_update_right_augmented_5),
]


RIGHT['train_perceptron'] += [
    ('streak-5', train_perceptron_right_streak_5),
    ('while', train_perceptron_right_while_5),
]


RIGHT['veto_neuron'] += [
    ('shares', veto_neuron_right_shares_5),
    ('integers-5', veto_neuron_right_integers_5),
]


RIGHT['fold_scaling'] += [
    ('loop-5', fold_scaling_right_loop_5),
    ('matrix', fold_scaling_right_matrix_5),
]
