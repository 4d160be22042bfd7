"""Answers to exercise 06 by somebody who had not seen the checks; each wrong one with its cause."""

import math

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]



# ---- init_layer
def init_layer_wrong_variance_as_sd(n_in, n_out, rng):
    W = rng.normal(0, 2 / n_in, (n_in, n_out))
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_by_n_out(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out))
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_one_over_n(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    return W, np.zeros(n_out)


def init_layer_wrong_xavier(n_in, n_out, rng):
    limit = np.sqrt(2 / (n_in + n_out))
    return rng.standard_normal((n_in, n_out)) * limit, np.zeros(n_out)


def init_layer_wrong_np_random(n_in, n_out, rng):
    W = np.random.randn(n_in, n_out) * np.sqrt(2.0 / n_in)
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_own_seed(n_in, n_out, rng):
    rng = np.random.default_rng(42)
    W = rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))
    return W, np.zeros(n_out)


def init_layer_wrong_transposed(n_in, n_out, rng):
    W = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_b_column(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)
    b = np.zeros((n_out, 1))
    return W, b


def init_layer_wrong_b_row(n_in, n_out, rng):
    W = rng.normal(0.0, math.sqrt(2.0 / n_in), (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


def init_layer_wrong_b_random(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    b = rng.normal(0, np.sqrt(2 / n_in), n_out)
    return W, b


def init_layer_wrong_b_one_per_input(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    b = np.zeros(n_in)
    return W, b


def init_layer_wrong_uniform_0_1(n_in, n_out, rng):
    W = rng.random((n_in, n_out)) * np.sqrt(2 / n_in)
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_he_uniform(n_in, n_out, rng):
    limit = np.sqrt(6 / n_in)
    W = rng.uniform(-limit, limit, (n_in, n_out))
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_mean_and_sd_mixed(n_in, n_out, rng):
    W = rng.normal(np.sqrt(2 / n_in), 1, (n_in, n_out))
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_root_of_2_only(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) * np.sqrt(2) / n_in
    return W, np.zeros(n_out)


def init_layer_wrong_small_constant(n_in, n_out, rng):
    W = 0.01 * rng.standard_normal((n_in, n_out))
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_divided_by_sd(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) / np.sqrt(2 / n_in)
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_only_W(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    return W


def init_layer_wrong_same_row_for_all_inputs(n_in, n_out, rng):
    row = rng.normal(0, np.sqrt(2 / n_in), n_out)
    W = np.zeros((n_in, n_out)) + row
    return W, np.zeros(n_out)


def init_layer_wrong_zeros(n_in, n_out, rng):
    return np.zeros((n_in, n_out)), np.zeros(n_out)


def init_layer_wrong_np_random_and_variance(n_in, n_out, rng):
    W = np.random.randn(n_in, n_out) * (2 / n_in)
    b = np.zeros(n_out)
    return W, b


def init_layer_wrong_transposed_and_ones(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))
    b = np.ones(n_out)
    return W, b


def init_layer_right_normal(n_in, n_out, rng):
    return rng.normal(0.0, np.sqrt(2.0 / n_in), (n_in, n_out)), np.zeros(n_out)


def init_layer_right_scaled_standard_normal(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    W *= (2 / n_in) ** 0.5
    b = np.zeros((n_out,))
    return (W, b)


def init_layer_right_one_by_one(n_in, n_out, rng):
    sd = math.sqrt(2 / n_in)
    W = [[rng.normal(0, sd) for _ in range(n_out)] for _ in range(n_in)]
    return np.array(W), np.array([0.0] * n_out)


def init_layer_right_column_by_column(n_in, n_out, rng):
    W = np.empty((n_in, n_out))
    for k in range(n_out):
        W[:, k] = rng.normal(loc=0, scale=np.sqrt(2 / n_in), size=n_in)
    return W, np.zeros_like(W[0])


def init_layer_right_box_muller(n_in, n_out, rng):
    u = 1 - rng.random((n_in, n_out))
    v = rng.random((n_in, n_out))
    normal = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)
    return normal * np.sqrt(2 / n_in), np.zeros(n_out)


def init_layer_right_multivariate(n_in, n_out, rng):
    W = rng.multivariate_normal(np.zeros(n_out), 2 / n_in * np.eye(n_out), size=n_in)
    return W, np.zeros(n_out)



# ---- minibatches
def minibatches_wrong_last_dropped(n, batch_size, rng):
    order = rng.permutation(n)
    n_batches = n // batch_size
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n_batches)]


def minibatches_wrong_not_shuffled(n, batch_size, rng):
    idx = np.arange(n)
    return [idx[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_np_random(n, batch_size, rng):
    idx = np.arange(n)
    np.random.shuffle(idx)
    return [idx[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_with_replacement(n, batch_size, rng):
    idx = rng.choice(n, n)
    return [idx[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_independent_batches(n, batch_size, rng):
    batches = []
    for start in range(0, n, batch_size):
        size = min(batch_size, n - start)
        batches.append(rng.choice(n, size, replace=False))
    return batches


def minibatches_wrong_new_permutation_each_batch(n, batch_size, rng):
    batches = []
    for start in range(0, n, batch_size):
        order = rng.permutation(n)
        batches.append(order[start : start + batch_size])
    return batches


def minibatches_wrong_from_one(n, batch_size, rng):
    order = rng.permutation(np.arange(1, n + 1))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_equal_parts(n, batch_size, rng):
    order = rng.permutation(n)
    n_batches = math.ceil(n / batch_size)
    return np.array_split(order, n_batches)


def minibatches_wrong_python_lists(n, batch_size, rng):
    order = rng.permutation(n).tolist()
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_batches_shuffled_only(n, batch_size, rng):
    batches = [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
    order = rng.permutation(len(batches))
    return [batches[k] for k in order]


def minibatches_wrong_short_slices(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for start in range(0, n, batch_size):
        end = start + batch_size - 1
        batches.append(order[start:end])
    return batches


def minibatches_wrong_empty_batch(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for k in range(n // batch_size + 1):
        batches.append(order[k * batch_size : (k + 1) * batch_size])
    return batches


def minibatches_wrong_reshape(n, batch_size, rng):
    return list(rng.permutation(n).reshape(-1, batch_size))


def minibatches_wrong_shuffle_returns_none(n, batch_size, rng):
    idx = rng.shuffle(np.arange(n))
    return [idx[i : i + batch_size] for i in range(0, n, batch_size)]


def minibatches_wrong_generator(n, batch_size, rng):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i : i + batch_size]


def minibatches_wrong_rest_appended(n, batch_size, rng):
    order = rng.permutation(n)
    n_batches = max(n // batch_size, 1)
    batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(n_batches)]
    rest = order[n_batches * batch_size :]
    batches[-1] = np.concatenate([batches[-1], rest])
    return batches


def minibatches_wrong_filled_up(n, batch_size, rng):
    order = rng.permutation(n)
    missing = -n % batch_size
    order = np.concatenate([order, order[:missing]])
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]


def minibatches_wrong_floats(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for start in range(0, n, batch_size):
        batch = np.zeros(min(batch_size, n - start))
        for j in range(len(batch)):
            batch[j] = order[start + j]
        batches.append(batch)
    return batches


def minibatches_wrong_step_one(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(n)]


def minibatches_wrong_first_batch_only(n, batch_size, rng):
    order = rng.permutation(n)
    batches = []
    for i in range(0, n, batch_size):
        batches.append(order[i : i + batch_size])
        return batches


def minibatches_wrong_np_random_and_dropped(n, batch_size, rng):
    perm = np.random.permutation(n)
    batches = []
    for k in range(n // batch_size):
        batches.append(perm[k * batch_size : k * batch_size + batch_size])
    return batches


def minibatches_wrong_integers_and_count(n, batch_size, rng):
    return [rng.integers(0, n, batch_size) for _ in range(n // batch_size)]


def minibatches_right_slices(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


def minibatches_right_split(n, batch_size, rng):
    idx = np.arange(n)
    rng.shuffle(idx)
    return np.split(idx, np.arange(batch_size, n, batch_size))


def minibatches_right_random_keys(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    batches = []
    while len(order) > 0:
        batches.append(order[:batch_size])
        order = order[batch_size:]
    return batches


def minibatches_right_fisher_yates(n, batch_size, rng):
    rows = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(i + 1))
        rows[i], rows[j] = rows[j], rows[i]
    return [np.array(rows[i : i + batch_size]) for i in range(0, n, batch_size)]


def minibatches_right_choice(n, batch_size, rng):
    order = rng.choice(n, size=n, replace=False)
    n_batches = -(-n // batch_size)
    result = []
    for k in range(n_batches):
        result.append(order[k * batch_size : min((k + 1) * batch_size, n)])
    return result



# ---- momentum_step
def momentum_step_wrong_plus_gradient(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity + lr * grad
    w = w + velocity
    return w, velocity


def momentum_step_wrong_minus_velocity(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w - v, v


def momentum_step_wrong_pytorch_convention(w, grad, velocity, lr, momentum):
    v = momentum * velocity + grad
    w = w - lr * v
    return w, v


def momentum_step_wrong_sutskever_opposite_sign(w, grad, velocity, lr, momentum):
    v = momentum * velocity + lr * grad
    w = w - v
    return w, v


def momentum_step_wrong_running_mean(w, grad, velocity, lr, momentum):
    v = momentum * velocity - (1 - momentum) * lr * grad
    return w + v, v


def momentum_step_wrong_old_velocity(w, grad, velocity, lr, momentum):
    new_velocity = momentum * velocity - lr * grad
    return w + velocity, new_velocity


def momentum_step_wrong_order(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - lr * grad
    w = w + velocity
    return velocity, w


def momentum_step_wrong_in_place_velocity(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    return w + velocity, velocity


def momentum_step_wrong_in_place_w(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    w += v
    return w, v


def momentum_step_wrong_lr_and_momentum_swapped(w, grad, velocity, lr, momentum):
    v = lr * velocity - momentum * grad
    w = w + v
    return w, v


def momentum_step_wrong_nesterov(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    w = w + momentum * v - lr * grad
    return w, v


def momentum_step_wrong_no_memory(w, grad, velocity, lr, momentum):
    velocity = -lr * grad
    return w + velocity, velocity


def momentum_step_wrong_no_momentum_factor(w, grad, velocity, lr, momentum):
    velocity = velocity - lr * grad
    return w + velocity, velocity


def momentum_step_wrong_lr_missing(w, grad, velocity, lr, momentum):
    v = momentum * velocity - grad
    w = w + v
    return w, v


def momentum_step_wrong_lr_twice(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    w = w + lr * v
    return w, v


def momentum_step_wrong_brackets(w, grad, velocity, lr, momentum):
    v = momentum * (velocity - lr * grad)
    return w + v, v


def momentum_step_wrong_gradient_step_too(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    w = w - lr * grad + v
    return w, v


def momentum_step_wrong_old_velocity_returned(w, grad, velocity, lr, momentum):
    w = w + momentum * velocity - lr * grad
    return w, velocity


def momentum_step_wrong_w_only(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - lr * grad
    return w + velocity


def momentum_step_wrong_zeros_like_int(w, grad, velocity, lr, momentum):
    new_w, new_v = np.zeros_like(w), np.zeros_like(w)
    for i in np.ndindex(w.shape):
        new_v[i] = momentum * velocity[i] - lr * grad[i]
        new_w[i] = w[i] + new_v[i]
    return new_w, new_v


def momentum_step_wrong_one_minus_and_pytorch(w, grad, velocity, lr, momentum):
    v = momentum * velocity + (1 - momentum) * grad
    w = w - lr * v
    return w, v


def momentum_step_wrong_order_and_lr(w, grad, velocity, lr, momentum):
    v = momentum * velocity - grad
    return v, w + v


def momentum_step_right_formula(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w + v, v


def momentum_step_right_copies(w, grad, velocity, lr, momentum):
    v = np.array(velocity, dtype=float)
    v *= momentum
    v -= np.multiply(lr, grad)
    new_w = np.array(w, dtype=float)
    new_w += v
    return new_w, v


def momentum_step_right_minus_variant(w, grad, velocity, lr, momentum):
    back = lr * grad - momentum * velocity
    return w - back, -back


def momentum_step_right_loop(w, grad, velocity, lr, momentum):
    new_w = np.empty(np.shape(w))
    new_v = np.empty(np.shape(w))
    for i in np.ndindex(np.shape(w)):
        new_v[i] = momentum * velocity[i] - lr * grad[i]
        new_w[i] = w[i] + new_v[i]
    return [new_w, new_v]


def momentum_step_right_ufuncs(w, grad, velocity, lr, momentum):
    v = np.subtract(np.multiply(momentum, velocity), np.multiply(lr, grad))
    return np.add(w, v), v



# ---- adam_step
def adam_step_wrong_no_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    w = w - lr * m / (np.sqrt(v) + eps)
    return w, m, v


def adam_step_wrong_returns_hats(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m = m / (1 - beta1**t)
    v = v / (1 - beta2**t)
    w = w - lr * m / (np.sqrt(v) + eps)
    return w, m, v


def adam_step_wrong_eps_inside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.square(grad)
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / np.sqrt(v_hat + eps), m, v


def adam_step_wrong_eps_before_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    lr_t = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    w = w - lr_t * m / (np.sqrt(v) + eps)
    return w, m, v


def adam_step_wrong_power_missing(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1)
    v_hat = v / (1 - beta2)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_power_outside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1) ** t
    v_hat = v / (1 - beta2) ** t
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_t_plus_one(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    t = t + 1
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_root_missing(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (v_hat + eps)
    return w, m, v


def adam_step_wrong_not_squared(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_beta1_in_v(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta1) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_betas_swapped(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta2 * m + (1 - beta2) * grad
    v = beta1 * v + (1 - beta1) * grad**2
    m_hat = m / (1 - beta2**t)
    v_hat = v / (1 - beta1**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_wrong_uphill(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w + lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_v_not_corrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    w = w - lr * m_hat / (np.sqrt(v) + eps)
    return w, m, v


def adam_step_wrong_v_corrected_with_beta1(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta1**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_in_place(w, grad, m, v, t, lr, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_wrong_no_one_minus_beta(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_norm_of_gradient(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.sum(grad**2)
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_gradient_in_the_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    v_hat = v / (1 - beta2**t)
    w = w - lr * grad / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_order(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, v, m


def adam_step_wrong_brackets_eps(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / np.sqrt(v_hat) + eps
    return w, m, v


def adam_step_wrong_uses_old_means(w, grad, m, v, t, lr, beta1, beta2, eps):
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w, m, v


def adam_step_wrong_caret_for_power(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1 ^ t)
    v_hat = v / (1 - beta2 ^ t)
    w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    return w, m, v


def adam_step_wrong_hats_and_eps_inside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * grad**2) / (1 - beta2**t)
    w = w - lr * m / np.sqrt(v + eps)
    return w, m, v


def adam_step_wrong_no_root_and_no_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (v + eps), m, v


def adam_step_right_formula(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_right_moved_towards(w, grad, m, v, t, lr, beta1, beta2, eps):
    new_m = m + (1 - beta1) * (grad - m)
    new_v = v + (1 - beta2) * (grad * grad - v)
    root = np.sqrt(new_v / (1 - pow(beta2, t)))
    step = np.divide(new_m, (1 - pow(beta1, t)) * (root + eps))
    return np.subtract(w, lr * step), new_m, new_v


def adam_step_right_entry_loop(w, grad, m, v, t, lr, beta1, beta2, eps):
    new_w, new_m, new_v = (np.zeros(np.shape(w)) for _ in range(3))
    for i in np.ndindex(np.shape(w)):
        g = float(grad[i])
        new_m[i] = beta1 * m[i] + (1 - beta1) * g
        new_v[i] = beta2 * v[i] + (1 - beta2) * g * g
        m_hat = new_m[i] / (1 - beta1**t)
        v_hat = new_v[i] / (1 - beta2**t)
        new_w[i] = w[i] - lr * m_hat / (math.sqrt(v_hat) + eps)
    return new_w, new_m, new_v


def adam_step_right_scaled_eps(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.square(grad)
    c = np.sqrt(1 - beta2**t)
    w = w - lr * c / (1 - beta1**t) * m / (np.sqrt(v) + c * eps)
    return w, m, v


def adam_step_right_product_of_betas(w, grad, m, v, t, lr, beta1, beta2, eps):
    left1 = left2 = 1.0
    for _ in range(int(t)):
        left1 *= beta1
        left2 *= beta2
    mean = beta1 * np.asarray(m, dtype=float) + (1 - beta1) * np.asarray(grad, dtype=float)
    square = beta2 * np.asarray(v, dtype=float) + (1 - beta2) * np.asarray(grad, dtype=float) ** 2
    speed = lr / (eps + (square / (1 - left2)) ** 0.5)
    return w - speed * mean / (1 - left1), mean, square



# ---- fit_moons
def fit_moons_wrong_no_hidden_layer(X, y, rng):
    w = rng.normal(0, 0.1, 2)
    b = 0.0
    for _ in range(3000):
        p = sigmoid(X @ w + b)
        delta = (p - y) / len(X)
        w = w - 0.5 * X.T @ delta
        b = b - 0.5 * delta.sum()

    def predict(X_new):
        return (X_new @ w + b > 0).astype(int)

    return predict


def fit_moons_wrong_probabilities(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return sigmoid(np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0]

    return predict


def fit_moons_wrong_column(X, y, rng):
    Y = y.reshape(-1, 1)
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        Z = np.tanh(X_new @ W1 + b1) @ W2 + b2
        return (Z > 0).astype(int)

    return predict


def fit_moons_wrong_np_random(X, y, rng):
    Y = y[:, None]
    W1 = np.random.randn(2, 16)
    b1 = np.zeros(16)
    W2 = np.random.randn(16, 1) / 4
    b2 = np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - A.T @ delta2, b2 - delta2.sum(axis=0)
        W1, b1 = W1 - X.T @ delta1, b1 - delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_own_seed(X, y, rng):
    rng = np.random.default_rng(0)
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(300):
        for batch in minibatches(len(X), 50, rng):
            A = np.tanh(X[batch] @ W1 + b1)
            delta2 = (sigmoid(A @ W2 + b2) - Y[batch]) / len(batch)
            delta1 = (delta2 @ W2.T) * (1 - A**2)
            W2, b2 = W2 - 0.3 * A.T @ delta2, b2 - 0.3 * delta2.sum(axis=0)
            W1, b1 = W1 - 0.3 * X[batch].T @ delta1, b1 - 0.3 * delta1.sum(axis=0)

    def predict(X_new):
        return np.where(np.tanh(X_new @ W1 + b1) @ W2 + b2 > 0, 1, 0).ravel()

    return predict


def fit_moons_wrong_zero_weights(X, y, rng):
    Y = y[:, None]
    W1, b1 = np.zeros((2, 16)), np.zeros(16)
    W2, b2 = np.zeros((16, 1)), np.zeros(1)
    for _ in range(300):
        for batch in minibatches(len(X), 32, rng):
            A = np.tanh(X[batch] @ W1 + b1)
            delta2 = (sigmoid(A @ W2 + b2) - Y[batch]) / len(batch)
            delta1 = (delta2 @ W2.T) * (1 - A**2)
            W2, b2 = W2 - 0.3 * A.T @ delta2, b2 - 0.3 * delta2.sum(axis=0)
            W1, b1 = W1 - 0.3 * X[batch].T @ delta1, b1 - 0.3 * delta1.sum(axis=0)

    def predict(X_new):
        return np.where(np.tanh(X_new @ W1 + b1) @ W2 + b2 > 0, 1, 0).ravel()

    return predict


def fit_moons_wrong_targets_not_a_column(X, y, rng):
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(500):
        A = np.tanh(X @ W1 + b1)
        P = sigmoid(A @ W2 + b2)
        delta2 = np.mean(P - y, axis=1, keepdims=True) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_uphill(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(1000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2 += 0.5 * A.T @ delta2
        b2 += 0.5 * delta2.sum(axis=0)
        W1 += 0.5 * X.T @ delta1
        b1 += 0.5 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_too_few_steps(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(100):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2 -= 0.1 * A.T @ delta2
        b2 -= 0.1 * delta2.sum(axis=0)
        W1 -= 0.1 * X.T @ delta1
        b1 -= 0.1 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_divided_by_n_twice(X, y, rng):
    n = len(X)
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / n
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2 -= A.T @ delta2 / n
        b2 -= delta2.mean(axis=0)
        W1 -= X.T @ delta1 / n
        b1 -= delta1.mean(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_lr_too_large(X, y, rng):
    lr = 3000
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 6)), np.zeros(6)
    W2, b2 = rng.normal(0, 0.25, (6, 1)), np.zeros(1)
    for _ in range(1000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2 -= lr * A.T @ delta2
        b2 -= lr * delta2.sum(axis=0)
        W1 -= lr * X.T @ delta1
        b1 -= lr * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_scaled_by_new_points(X, y, rng):
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        X_new = (X_new - X_new.mean(axis=0)) / (X_new.std(axis=0) + 1e-9)
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_predict_not_scaled(X, y, rng):
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_labels_left_behind(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(200):
        X_shuffled = X[rng.permutation(len(X))]
        for i in range(0, len(X), 50):
            Xb, Yb = X_shuffled[i : i + 50], Y[i : i + 50]
            A = np.tanh(Xb @ W1 + b1)
            delta2 = (sigmoid(A @ W2 + b2) - Yb) / len(Xb)
            delta1 = (delta2 @ W2.T) * (1 - A**2)
            W2, b2 = W2 - 0.3 * A.T @ delta2, b2 - 0.3 * delta2.sum(axis=0)
            W1, b1 = W1 - 0.3 * Xb.T @ delta1, b1 - 0.3 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_changes_the_data(X, y, rng):
    mean, std = X.mean(axis=0), X.std(axis=0)
    X -= mean
    X /= std
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        X_new = (X_new - mean) / std
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_no_activation(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 0.5, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(1000):
        A = X @ W1 + b1
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2, b2 = W2 - 0.1 * A.T @ delta2, b2 - 0.1 * delta2.sum(axis=0)
        W1, b1 = W1 - 0.1 * X.T @ delta1, b1 - 0.1 * delta1.sum(axis=0)

    def predict(X_new):
        return (((X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_gradients_updated(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(1000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        dW2, db2 = A.T @ delta2, delta2.sum(axis=0)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        dW1, db1 = X.T @ delta1, delta1.sum(axis=0)
        dW2 = W2 - 1.0 * dW2
        db2 = b2 - 1.0 * db2
        dW1 = W1 - 1.0 * dW1
        db1 = b1 - 1.0 * db1

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_tanh_forgotten_in_predict(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return (((X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_argmax_of_one(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return np.argmax(np.tanh(X_new @ W1 + b1) @ W2 + b2, axis=1)

    return predict


def fit_moons_wrong_returns_weights(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    W2, b2 = rng.normal(0, 0.25, (16, 1)), np.zeros(1)
    for _ in range(2000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)
    return W1, b1, W2, b2


def fit_moons_wrong_one_hidden_unit(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 1)), np.zeros(1)
    W2, b2 = rng.normal(0, 1, (1, 1)), np.zeros(1)
    for _ in range(3000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_too_slow(X, y, rng):
    W1, b1 = rng.normal(0, 1, (2, 16)), np.zeros(16)
    w2, b2 = rng.normal(0, 0.25, 16), 0.0
    for _ in range(6000):
        for i in rng.permutation(len(X)):
            a = np.tanh(X[i] @ W1 + b1)
            error = sigmoid(a @ w2 + b2) - y[i]
            delta = error * w2 * (1 - a**2)
            w2 = w2 - 0.02 * error * a
            b2 = b2 - 0.02 * error
            W1 = W1 - 0.02 * np.outer(X[i], delta)
            b1 = b1 - 0.02 * delta

    def predict(X_new):
        return (np.tanh(X_new @ W1 + b1) @ w2 + b2 > 0).astype(int)

    return predict


def fit_moons_wrong_np_random_and_few_epochs(X, y, rng):
    Y = y[:, None]
    W1, b1 = np.random.normal(0, 1, (2, 10)), np.zeros(10)
    W2, b2 = np.random.normal(0, 0.3, (10, 1)), np.zeros(1)
    for _ in range(50):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 0.1 * A.T @ delta2, b2 - 0.1 * delta2.sum(axis=0)
        W1, b1 = W1 - 0.1 * X.T @ delta1, b1 - 0.1 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_wrong_no_hidden_and_column(X, y, rng):
    Y = y.reshape(-1, 1)
    W, b = rng.normal(0, 0.1, (2, 1)), np.zeros(1)
    for _ in range(2000):
        P = sigmoid(X @ W + b)
        W = W - 0.5 * X.T @ (P - Y) / len(X)
        b = b - 0.5 * (P - Y).mean(axis=0)

    def predict(X_new):
        return np.round(sigmoid(X_new @ W + b)).astype(int)

    return predict


def fit_moons_right_full_batch(X, y, rng):
    Y = y[:, None]
    W1, b1 = rng.normal(0, 1, (2, 32)), np.zeros(32)
    W2, b2 = rng.normal(0, 0.2, (32, 1)), np.zeros(1)
    for _ in range(4000):
        A = np.tanh(X @ W1 + b1)
        delta2 = (sigmoid(A @ W2 + b2) - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (1 - A**2)
        W2, b2 = W2 - 1.0 * A.T @ delta2, b2 - 1.0 * delta2.sum(axis=0)
        W1, b1 = W1 - 1.0 * X.T @ delta1, b1 - 1.0 * delta1.sum(axis=0)

    def predict(X_new):
        return ((np.tanh(X_new @ W1 + b1) @ W2 + b2)[:, 0] > 0).astype(int)

    return predict


def fit_moons_right_adam_relu_two_hidden(X, y, rng):
    mean, std = X.mean(axis=0), X.std(axis=0)
    sizes = (2, 24, 24, 1)
    params = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        params += [rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)]
    m = [np.zeros_like(p) for p in params]
    v = [np.zeros_like(p) for p in params]

    def forward(X):
        As, Zs = [(X - mean) / std], []
        for W, b in zip(params[::2], params[1::2]):
            Zs.append(As[-1] @ W + b)
            As.append(np.maximum(Zs[-1], 0))
        return As, Zs

    t = 0
    for _ in range(60):
        for batch in minibatches(len(X), 32, rng):
            As, Zs = forward(X[batch])
            delta = (sigmoid(Zs[-1]) - y[batch].reshape(-1, 1)) / len(batch)
            grads = []
            for l in (2, 1, 0):
                grads = [As[l].T @ delta, delta.sum(axis=0)] + grads
                if l > 0:
                    delta = (delta @ params[2 * l].T) * (Zs[l - 1] > 0)
            t += 1
            for k, g in enumerate(grads):
                m[k] = 0.9 * m[k] + 0.1 * g
                v[k] = 0.999 * v[k] + 0.001 * g**2
                step = m[k] / (1 - 0.9**t) / (np.sqrt(v[k] / (1 - 0.999**t)) + 1e-8)
                params[k] = params[k] - 0.005 * step

    def predict(X_new):
        return (forward(X_new)[1][-1].ravel() > 0).astype(int)

    return predict


def fit_moons_right_momentum_two_outputs(X, y, rng):
    targets = np.eye(2)[y.astype(int)]
    params = [rng.normal(0, 1, (2, 20)), np.zeros(20), rng.normal(0, 0.3, (20, 2)), np.zeros(2)]
    velocities = [np.zeros_like(p) for p in params]
    for _ in range(150):
        for batch in minibatches(len(X), 50, rng):
            W1, b1, W2, b2 = params
            A = np.tanh(X[batch] @ W1 + b1)
            Z = A @ W2 + b2
            E = np.exp(Z - Z.max(axis=1, keepdims=True))
            delta2 = (E / E.sum(axis=1, keepdims=True) - targets[batch]) / len(batch)
            delta1 = delta2 @ W2.T * (1 - A * A)
            grads = [X[batch].T @ delta1, delta1.sum(0), A.T @ delta2, delta2.sum(0)]
            velocities = [0.9 * v - 0.1 * g for v, g in zip(velocities, grads)]
            params = [p + v for p, v in zip(params, velocities)]

    def predict(points):
        W1, b1, W2, b2 = params
        return np.argmax(np.tanh(points @ W1 + b1) @ W2 + b2, axis=1)

    return predict


def fit_moons_right_random_features_least_squares(X, y, rng):
    W1 = rng.normal(0, 2, (2, 100))
    b1 = rng.uniform(-2, 2, 100)

    def hidden(points):
        return np.column_stack([np.tanh(points @ W1 + b1), np.ones(len(points))])

    H = hidden(X)
    w = np.linalg.solve(H.T @ H + 1.0 * np.eye(H.shape[1]), H.T @ (2.0 * y - 1))

    def predict(X_new):
        return np.where(hidden(X_new) @ w > 0, 1, 0)

    return predict



# ---- by another writer, later
def init_layer_no_root(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out)), np.zeros(n_out)


def init_layer_one_over_n(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
    return W, np.zeros(n_out)


def init_layer_glorot(n_in, n_out, rng):
    std = np.sqrt(2.0 / (n_in + n_out))
    return rng.normal(0.0, std, size=(n_in, n_out)), np.zeros(n_out)


def init_layer_uniform(n_in, n_out, rng):
    limit = np.sqrt(6 / n_in)
    return rng.uniform(-limit, limit, (n_in, n_out)), np.zeros(n_out)


def init_layer_np_random(n_in, n_out, rng):
    W = np.random.randn(n_in, n_out) * np.sqrt(2 / n_in)
    return W, np.zeros(n_out)


def init_layer_n_out(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out)), np.zeros(n_out)


def init_layer_inverse(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out)) * math.sqrt(n_in / 2)
    return W, np.zeros(n_out)


def init_layer_bias_row(n_in, n_out, rng):
    W = rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
    b = np.zeros((1, n_out))
    return W, b


def init_layer_transposed(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)


def init_layer_loop(n_in, n_out, rng):
    s = math.sqrt(2 / n_in)
    W = [[rng.normal(0, s) for _ in range(n_out)] for _ in range(n_in)]
    return np.array(W), np.array([0.0] * n_out)


def init_layer_scaled(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    return (2 / n_in) ** 0.5 * W, np.zeros(n_out)


def minibatches_drop_last(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size:(i + 1) * batch_size] for i in range(n // batch_size)]


def minibatches_in_order(n, batch_size, rng):
    order = np.arange(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def minibatches_integers(n, batch_size, rng):
    batches = []
    left = n
    while left > 0:
        size = min(batch_size, left)
        batches.append(rng.integers(0, n, size))
        left -= size
    return batches


def minibatches_choice_each(n, batch_size, rng):
    sizes = [min(batch_size, n - i) for i in range(0, n, batch_size)]
    return [rng.choice(n, size, replace=False) for size in sizes]


def minibatches_blocks(n, batch_size, rng):
    blocks = [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
    rng.shuffle(blocks)
    return blocks


def minibatches_array_split(n, batch_size, rng):
    order = rng.permutation(n)
    return np.array_split(order, math.ceil(n / batch_size))


def minibatches_end_minus_one(n, batch_size, rng):
    idx = rng.permutation(n)
    out = []
    for start in range(0, n, batch_size):
        end = min(start + batch_size, n)
        out.append(idx[start:end - 1])
    return out


def minibatches_wrapped(n, batch_size, rng):
    order = rng.permutation(n)
    k = -(-n // batch_size)
    filled = np.resize(order, k * batch_size)
    return list(filled.reshape(k, batch_size))


def minibatches_from_one(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def minibatches_split(n, batch_size, rng):
    return np.split(rng.permutation(n), np.arange(batch_size, n, batch_size))


def minibatches_fill_up(n, batch_size, rng):
    rows = np.arange(n)
    rng.shuffle(rows)
    batches, current = [], []
    for r in rows:
        current.append(int(r))
        if len(current) == batch_size:
            batches.append(np.array(current))
            current = []
    if current:
        batches.append(np.array(current))
    return batches


def minibatches_argsort(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    out = []
    while len(order) > 0:
        out.append(order[:batch_size])
        order = order[batch_size:]
    return out


def momentum_step_uphill(w, grad, velocity, lr, momentum):
    v = momentum * velocity + lr * grad
    return w + v, v


def momentum_step_subtracted(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w - v, v


def momentum_step_pytorch(w, grad, velocity, lr, momentum):
    v = momentum * velocity + grad
    w = w - lr * v
    return w, v


def momentum_step_running_mean(w, grad, velocity, lr, momentum):
    v = momentum * velocity - (1 - momentum) * lr * grad
    return w + v, v


def momentum_step_old_velocity(w, grad, velocity, lr, momentum):
    w_new = w + velocity
    v_new = momentum * velocity - lr * grad
    return w_new, v_new


def momentum_step_in_place(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    return w + velocity, velocity


def momentum_step_nesterov(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w + momentum * v - lr * grad, v


def momentum_step_brackets(w, grad, velocity, lr, momentum):
    v = momentum * (velocity - lr * grad)
    return w + v, v


def momentum_step_two_slips(w, grad, velocity, lr, momentum):
    v = lr * velocity - momentum * grad
    return v, w + v


def momentum_step_loop(w, grad, velocity, lr, momentum):
    v = np.array([momentum * a - lr * g for a, g in zip(np.ravel(velocity), np.ravel(grad))])
    v = v.reshape(np.shape(w))
    return w + v, v


def momentum_step_copies(w, grad, velocity, lr, momentum):
    v = np.array(velocity, dtype=float)
    v *= momentum
    v -= lr * np.asarray(grad)
    w = np.array(w, dtype=float)
    w += v
    return w, v


def adam_step_no_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (np.sqrt(v) + eps), m, v


def adam_step_returns_corrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m = m / (1 - beta1**t)
    v = v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


def adam_step_eps_inside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / np.sqrt(v_hat + eps), m, v


def adam_step_eps_before(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + eps), m, v


def adam_step_eps_brackets(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * (m_hat / np.sqrt(v_hat) + eps), m, v


def adam_step_m_squared(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_times_t(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1 * t), v / (1 - beta2 * t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_t_plus_one(w, grad, m, v, t, lr, beta1, beta2, eps):
    t = t + 1
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adam_step_beta1_twice(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.square(grad)
    c = 1 - beta1**t
    return w - lr * (m / c) / (np.sqrt(v / c) + eps), m, v


def adam_step_moved_means(w, grad, m, v, t, lr, beta1, beta2, eps):
    g = np.asarray(grad, dtype=float)
    m_new = m + (1 - beta1) * (g - m)
    v_new = v + (1 - beta2) * (g * g - v)
    step = m_new / (1 - beta1**t) / (np.sqrt(v_new / (1 - beta2**t)) + eps)
    return w - lr * step, m_new, v_new


def adam_step_entries(w, grad, m, v, t, lr, beta1, beta2, eps):
    shape = np.shape(w)
    W, M, V = [], [], []
    for wi, gi, mi, vi in zip(np.ravel(w), np.ravel(grad), np.ravel(m), np.ravel(v)):
        mi = beta1 * float(mi) + (1 - beta1) * float(gi)
        vi = beta2 * float(vi) + (1 - beta2) * float(gi) ** 2
        M.append(mi)
        V.append(vi)
        W.append(wi - lr * (mi / (1 - beta1**t)) / (math.sqrt(vi / (1 - beta2**t)) + eps))
    return tuple(np.array(q).reshape(shape) for q in (W, M, V))


WRONG = {
    'init_layer': [
        ('variance-as-sd', init_layer_wrong_variance_as_sd, 'gives 2 / n_in as the standard deviation; that is the variance, the standard deviation is its square root'),
        ('by-n-out', init_layer_wrong_by_n_out, 'divides by n_out, the number of units, in place of n_in'),
        ('one-over-n', init_layer_wrong_one_over_n, "uses the variance 1 / n_in (LeCun's rule): the 2 for ReLU is missing"),
        ('xavier', init_layer_wrong_xavier, "uses Xavier's variance 2 / (n_in + n_out) in place of He's 2 / n_in"),
        ('np-random', init_layer_wrong_np_random, 'draws from np.random in place of the rng that is handed in'),
        ('own-seed', init_layer_wrong_own_seed, 'makes a generator of its own with a fixed seed, so rng is not used'),
        ('transposed', init_layer_wrong_transposed, 'W has the shape (n_out, n_in), the convention of other courses'),
        ('b-column', init_layer_wrong_b_column, 'b has the shape (n_out, 1) in place of (n_out,)'),
        ('b-row', init_layer_wrong_b_row, 'b has the shape (1, n_out) in place of (n_out,)'),
        ('b-random', init_layer_wrong_b_random, 'the biases are random numbers; they must be zeros'),
        ('b-one-per-input', init_layer_wrong_b_one_per_input, 'b has one entry for each input, n_in, in place of one for each unit'),
        ('uniform-0-1', init_layer_wrong_uniform_0_1, 'rng.random draws uniform numbers from 0 to 1: no negative weights, mean not 0'),
        ('he-uniform', init_layer_wrong_he_uniform, 'draws uniformly between -sqrt(6/n_in) and sqrt(6/n_in): the variance is right but the numbers are not normal'),
        ('mean-and-sd-mixed', init_layer_wrong_mean_and_sd_mixed, 'the standard deviation stands in the place of the mean: rng.normal(sd, 1, shape)'),
        ('root-of-2-only', init_layer_wrong_root_of_2_only, 'np.sqrt(2) / n_in takes the root of the 2 alone'),
        ('small-constant', init_layer_wrong_small_constant, 'scales by 0.01 whatever n_in is'),
        ('divided-by-sd', init_layer_wrong_divided_by_sd, 'divides by the standard deviation in place of multiplying'),
        ('only-W', init_layer_wrong_only_W, 'returns W alone, the biases are missing'),
        ('same-row-for-all-inputs', init_layer_wrong_same_row_for_all_inputs, 'draws one number for each unit and repeats the row for all inputs; every weight must be drawn'),
        ('zeros', init_layer_wrong_zeros, 'all weights are 0: nothing is drawn'),
        ('np-random-and-variance', init_layer_wrong_np_random_and_variance, 'two causes: draws from np.random, and multiplies by the variance in place of its root'),
        ('transposed-and-ones', init_layer_wrong_transposed_and_ones, 'two causes: W is (n_out, n_in), and the biases are ones'),
        ('no-root', init_layer_no_root, '2/n_in is handed over as standard deviation: the root is missing'),
        ('one-over-n-2', init_layer_one_over_n, 'variance 1/n_in (LeCun, 1/sqrt(n)): the factor 2 for ReLU is missing'),
        ('glorot', init_layer_glorot, "Glorot's variance 2/(n_in + n_out) instead of He's"),
        ('uniform', init_layer_uniform, 'uniform numbers: the variance fits, the distribution is not normal'),
        ('np-random-2', init_layer_np_random, 'draws from np.random and not from rng'),
        ('n-out', init_layer_n_out, 'the variance is 2/n_out: the wrong side of the table is counted'),
        ('inverse', init_layer_inverse, 'multiplied with the root of n_in/2 instead of divided by it'),
        ('bias-row', init_layer_bias_row, 'the biases are a row (1, n_out)'),
        ('transposed-2', init_layer_transposed, 'W is (n_out, n_in), as in books with samples in columns'),
    ],
    'minibatches': [
        ('last-dropped', minibatches_wrong_last_dropped, 'n // batch_size leaves out the last, smaller batch'),
        ('not-shuffled', minibatches_wrong_not_shuffled, 'the rows come in their old order; nothing is shuffled'),
        ('np-random', minibatches_wrong_np_random, 'shuffles with np.random in place of rng'),
        ('with-replacement', minibatches_wrong_with_replacement, 'rng.choice draws with replacement: rows come twice, others never (replace=False is missing)'),
        ('independent-batches', minibatches_wrong_independent_batches, 'every batch is drawn anew from all rows, so rows repeat over the batches and others are missing'),
        ('new-permutation-each-batch', minibatches_wrong_new_permutation_each_batch, 'shuffles again for every batch; the permutation must be made once, before the loop'),
        ('from-one', minibatches_wrong_from_one, 'the row numbers go from 1 to n in place of 0 to n-1'),
        ('equal-parts', minibatches_wrong_equal_parts, 'np.array_split makes parts of nearly equal size, not of batch_size'),
        ('python-lists', minibatches_wrong_python_lists, 'the batches are lists of Python; arrays of integers are asked for'),
        ('batches-shuffled-only', minibatches_wrong_batches_shuffled_only, 'shuffles the order of the batches; inside them the rows stay together as they were'),
        ('short-slices', minibatches_wrong_short_slices, 'the slice ends at start + batch_size - 1, so a row of each batch is lost'),
        ('empty-batch', minibatches_wrong_empty_batch, 'n // batch_size + 1 batches: where n is a multiple of batch_size the last one is empty'),
        ('reshape', minibatches_wrong_reshape, 'reshape(-1, batch_size) works only if batch_size divides n (and gives a table, not a list)'),
        ('shuffle-returns-none', minibatches_wrong_shuffle_returns_none, 'rng.shuffle works in place and returns None'),
        ('generator', minibatches_wrong_generator, 'yields the batches one by one; a list is asked for'),
        ('rest-appended', minibatches_wrong_rest_appended, 'the left-over rows are put into the last batch, which is then larger than batch_size'),
        ('filled-up', minibatches_wrong_filled_up, 'the last batch is filled up with rows from the beginning, so some rows come twice'),
        ('floats', minibatches_wrong_floats, 'collects the numbers in np.zeros, so they are floats and cannot be used as row numbers'),
        ('step-one', minibatches_wrong_step_one, 'range(n) steps by 1, so there are n overlapping batches; the step batch_size is missing'),
        ('first-batch-only', minibatches_wrong_first_batch_only, 'the return stands inside the loop, so only the first batch comes back'),
        ('np-random-and-dropped', minibatches_wrong_np_random_and_dropped, 'two causes: shuffles with np.random, and drops the last, smaller batch'),
        ('integers-and-count', minibatches_wrong_integers_and_count, 'two causes: rng.integers draws rows twice and others never, and the rest n % batch_size is left out'),
        ('drop-last', minibatches_drop_last, 'only full batches are made: the rows of the short last one are lost'),
        ('in-order', minibatches_in_order, 'the rows stay in their order, nothing is shuffled'),
        ('integers', minibatches_integers, 'drawn with replacement: some rows come several times, others never'),
        ('choice-each', minibatches_choice_each, 'each batch is drawn anew from all rows, so batches share rows'),
        ('blocks', minibatches_blocks, 'only the order of the batches is random; each still holds neighbours'),
        ('array-split', minibatches_array_split, 'array_split makes the batches about equally long instead of full with one short last'),
        ('end-minus-one', minibatches_end_minus_one, 'the last row of every batch is left out: end - 1, as if the end were included'),
        ('wrapped', minibatches_wrapped, 'the last batch is filled up with rows from the beginning, which then come twice'),
        ('from-one-2', minibatches_from_one, 'rows are numbered from 1 to n'),
    ],
    'momentum_step': [
        ('plus-gradient', momentum_step_wrong_plus_gradient, "v = mu v + lr g pushes uphill: the sign of the gradient's part is wrong"),
        ('minus-velocity', momentum_step_wrong_minus_velocity, 'w - velocity: the velocity has its minus sign already and must be added'),
        ('pytorch-convention', momentum_step_wrong_pytorch_convention, 'v = mu v + g, w - lr v is the convention of PyTorch; here the velocity holds -lr g'),
        ('sutskever-opposite-sign', momentum_step_wrong_sutskever_opposite_sign, 'v = mu v + lr g, w - v moves w rightly from v = 0, but the velocity that comes in and out has the opposite sign'),
        ('running-mean', momentum_step_wrong_running_mean, 'weights the gradient with (1 - momentum), a running mean; the formula has no such factor'),
        ('old-velocity', momentum_step_wrong_old_velocity, 'adds the old velocity to w in place of the new one'),
        ('order', momentum_step_wrong_order, 'returns (velocity, w) in place of (w, velocity)'),
        ('in-place-velocity', momentum_step_wrong_in_place_velocity, "'velocity *= momentum' and '-=' change the caller's velocity (and fail for integers)"),
        ('in-place-w', momentum_step_wrong_in_place_w, "'w += v' changes the caller's weights"),
        ('lr-and-momentum-swapped', momentum_step_wrong_lr_and_momentum_swapped, 'lr and momentum are exchanged: lr scales the velocity, momentum the gradient'),
        ('nesterov', momentum_step_wrong_nesterov, "moves w by mu v - lr g once more (Nesterov's rule) in place of by v"),
        ('no-memory', momentum_step_wrong_no_memory, 'the old velocity is left out: plain gradient descent'),
        ('no-momentum-factor', momentum_step_wrong_no_momentum_factor, 'the old velocity is kept whole; the factor momentum is missing'),
        ('lr-missing', momentum_step_wrong_lr_missing, 'the gradient is not multiplied by the learning rate'),
        ('lr-twice', momentum_step_wrong_lr_twice, 'multiplies the velocity by lr once more when w moves'),
        ('brackets', momentum_step_wrong_brackets, "momentum * (velocity - lr * grad) multiplies the gradient's part by momentum too"),
        ('gradient-step-too', momentum_step_wrong_gradient_step_too, 'moves w by the velocity and by the gradient once more'),
        ('old-velocity-returned', momentum_step_wrong_old_velocity_returned, 'w is right, but the velocity comes back unchanged'),
        ('w-only', momentum_step_wrong_w_only, 'returns w alone; the next step needs the velocity'),
        ('zeros-like-int', momentum_step_wrong_zeros_like_int, 'np.zeros_like(w) holds integers when w does, and cuts off the fractions'),
        ('one-minus-and-pytorch', momentum_step_wrong_one_minus_and_pytorch, 'two causes: lr acts on the whole velocity (w - lr v), and the gradient is weighted with 1 - momentum'),
        ('order-and-lr', momentum_step_wrong_order_and_lr, "two causes: the pair comes back as (velocity, w), and the gradient's lr is missing"),
        ('uphill', momentum_step_uphill, 'the gradient pushes uphill: plus lr times grad'),
        ('subtracted', momentum_step_subtracted, 'the velocity is subtracted, though it points downhill already'),
        ('pytorch', momentum_step_pytorch, "PyTorch's convention: the velocity collects bare gradients, and lr stands before it in the step"),
        ('running-mean-2', momentum_step_running_mean, 'a running mean: the gradient is weighted with 1 - momentum'),
        ('old-velocity-2', momentum_step_old_velocity, 'w moves by the old velocity, the new one comes too late'),
        ('in-place', momentum_step_in_place, "*= and -= change the caller's velocity"),
        ('nesterov-2', momentum_step_nesterov, "Nesterov's step: looks ahead with the new velocity"),
        ('brackets-2', momentum_step_brackets, "the brackets: momentum shrinks the gradient's push too"),
        ('two-slips', momentum_step_two_slips, 'lr and momentum are exchanged, and the pair is returned as (velocity, w)'),
    ],
    'adam_step': [
        ('no-correction', adam_step_wrong_no_correction, 'the bias correction is left out: m and v are used as they are'),
        ('returns-hats', adam_step_wrong_returns_hats, 'returns the corrected m and v; the next step needs them without the correction'),
        ('eps-inside', adam_step_wrong_eps_inside, 'eps stands inside the root: sqrt(v_hat + eps)'),
        ('eps-before-correction', adam_step_wrong_eps_before_correction, 'corrects the learning rate and adds eps to sqrt(v), before the correction (section 2 of the paper)'),
        ('power-missing', adam_step_wrong_power_missing, 'divides by 1 - beta in place of 1 - beta**t, the same in every step'),
        ('power-outside', adam_step_wrong_power_outside, '(1 - beta)**t in place of 1 - beta**t: the brackets are wrong'),
        ('t-plus-one', adam_step_wrong_t_plus_one, 'corrects with t + 1 as if t began at 0'),
        ('root-missing', adam_step_wrong_root_missing, 'divides by v_hat in place of its root'),
        ('not-squared', adam_step_wrong_not_squared, 'v averages the gradient in place of its square (the root of a negative number follows)'),
        ('beta1-in-v', adam_step_wrong_beta1_in_v, 'v is averaged with 1 - beta1 in place of 1 - beta2'),
        ('betas-swapped', adam_step_wrong_betas_swapped, 'beta1 and beta2 are exchanged throughout'),
        ('uphill', adam_step_wrong_uphill, 'adds the step in place of subtracting it'),
        ('v-not-corrected', adam_step_wrong_v_not_corrected, 'corrects m only; v_hat is missing'),
        ('v-corrected-with-beta1', adam_step_wrong_v_corrected_with_beta1, 'v_hat is corrected with beta1 in place of beta2'),
        ('in-place', adam_step_wrong_in_place, "'m *= beta1' and its like change the caller's m and v"),
        ('no-one-minus-beta', adam_step_wrong_no_one_minus_beta, 'm = beta1 m + grad: the factor 1 - beta1 is missing'),
        ('norm-of-gradient', adam_step_wrong_norm_of_gradient, 'np.sum(grad**2) puts one number for all entries into v; it must go entry by entry'),
        ('gradient-in-the-step', adam_step_wrong_gradient_in_the_step, 'the step uses the gradient itself in place of its running mean m_hat (that is RMSProp)'),
        ('order', adam_step_wrong_order, 'returns (w, v, m) in place of (w, m, v)'),
        ('brackets-eps', adam_step_wrong_brackets_eps, 'without brackets the step is m_hat / sqrt(v_hat) + eps: eps is added to the step'),
        ('uses-old-means', adam_step_wrong_uses_old_means, "the corrected means are built from the old m and v, before this step's gradient"),
        ('caret-for-power', adam_step_wrong_caret_for_power, 'beta1 ^ t is not a power in Python but a bit operation; ** is the power'),
        ('hats-and-eps-inside', adam_step_wrong_hats_and_eps_inside, 'two causes: the corrected m and v are returned, and eps stands inside the root'),
        ('no-root-and-no-correction', adam_step_wrong_no_root_and_no_correction, 'two causes: the bias correction is missing, and so is the root'),
        ('no-correction-2', adam_step_no_correction, 'no bias correction'),
        ('returns-corrected', adam_step_returns_corrected, 'the corrected means come back instead of m and v'),
        ('eps-inside-2', adam_step_eps_inside, 'eps stands inside the root'),
        ('eps-before', adam_step_eps_before, "eps is added before the correction, as in the paper's section 2 and in libraries"),
        ('eps-brackets', adam_step_eps_brackets, 'brackets: eps is added to the quotient, not to the root'),
        ('m-squared', adam_step_m_squared, 'v averages the square of m instead of the square of the gradient'),
        ('times-t', adam_step_times_t, 'beta times t instead of beta to the power t (which divides by zero or by a negative number later)'),
        ('t-plus-one-2', adam_step_t_plus_one, 'steps are counted from 0, so t is raised by one before the correction'),
        ('beta1-twice', adam_step_beta1_twice, 'both means are corrected with beta1'),
    ],
    'fit_moons': [
        ('no-hidden-layer', fit_moons_wrong_no_hidden_layer, 'there is no hidden layer: logistic regression, a straight border'),
        ('probabilities', fit_moons_wrong_probabilities, 'predict returns probabilities in place of the classes 0 and 1'),
        ('column', fit_moons_wrong_column, 'predict returns a column (n, 1) in place of a vector (n,)'),
        ('np-random', fit_moons_wrong_np_random, 'the weights come from np.random in place of rng'),
        ('own-seed', fit_moons_wrong_own_seed, 'a generator of its own with seed 0 replaces the rng that is handed in'),
        ('zero-weights', fit_moons_wrong_zero_weights, 'all weights start at 0, so the hidden units never learn anything'),
        ('targets-not-a-column', fit_moons_wrong_targets_not_a_column, '(n, 1) minus (n,) broadcasts to (n, n): y must become a column, y[:, None]'),
        ('uphill', fit_moons_wrong_uphill, 'adds the gradients in place of subtracting them'),
        ('too-few-steps', fit_moons_wrong_too_few_steps, '100 small steps are far too few (more steps or a larger learning rate are needed)'),
        ('divided-by-n-twice', fit_moons_wrong_divided_by_n_twice, 'delta and the gradients are both divided by n, so the steps are 700 times too small'),
        ('lr-too-large', fit_moons_wrong_lr_too_large, 'a learning rate of 3000 throws the weights far away; the units saturate'),
        ('scaled-by-new-points', fit_moons_wrong_scaled_by_new_points, 'predict standardizes with the mean and spread of the new points, so a class depends on the points beside it; keep those of the training set'),
        ('predict-not-scaled', fit_moons_wrong_predict_not_scaled, 'the training points are standardized, the new points in predict are not'),
        ('labels-left-behind', fit_moons_wrong_labels_left_behind, 'the rows of X are shuffled in every epoch, those of y are not'),
        ('changes-the-data', fit_moons_wrong_changes_the_data, "standardizes X in place ('X -= ...', 'X /= ...'), so the caller's points are changed"),
        ('no-activation', fit_moons_wrong_no_activation, 'the hidden layer has no activation, so the whole network is one straight line'),
        ('gradients-updated', fit_moons_wrong_gradients_updated, 'writes the step into the gradients (dW1 = W1 - lr * dW1), so the weights never change'),
        ('tanh-forgotten-in-predict', fit_moons_wrong_tanh_forgotten_in_predict, 'predict leaves out the activation of the hidden layer'),
        ('argmax-of-one', fit_moons_wrong_argmax_of_one, 'argmax over the single output column is always 0; the sign of the logit decides'),
        ('returns-weights', fit_moons_wrong_returns_weights, 'returns the trained weights in place of a function predict'),
        ('one-hidden-unit', fit_moons_wrong_one_hidden_unit, 'a single hidden unit can only draw a straight border'),
        ('too-slow', fit_moons_wrong_too_slow, 'trains row by row for 6000 epochs in plain Python: far more than 10 seconds'),
        ('np-random-and-few-epochs', fit_moons_wrong_np_random_and_few_epochs, 'two causes: np.random draws the weights, and 50 steps are far too few'),
        ('no-hidden-and-column', fit_moons_wrong_no_hidden_and_column, 'two causes: no hidden layer, and predict returns a column (n, 1)'),
    ],
}

RIGHT = {
    'init_layer': [
        ('normal', init_layer_right_normal),
        ('scaled-standard-normal', init_layer_right_scaled_standard_normal),
        ('one-by-one', init_layer_right_one_by_one),
        ('column-by-column', init_layer_right_column_by_column),
        ('box-muller', init_layer_right_box_muller),
        ('multivariate', init_layer_right_multivariate),
        ('loop', init_layer_loop),
        ('scaled', init_layer_scaled),
    ],
    'minibatches': [
        ('slices', minibatches_right_slices),
        ('split', minibatches_right_split),
        ('random-keys', minibatches_right_random_keys),
        ('fisher-yates', minibatches_right_fisher_yates),
        ('choice', minibatches_right_choice),
        ('split-2', minibatches_split),
        ('fill-up', minibatches_fill_up),
        ('argsort', minibatches_argsort),
    ],
    'momentum_step': [
        ('formula', momentum_step_right_formula),
        ('copies', momentum_step_right_copies),
        ('minus-variant', momentum_step_right_minus_variant),
        ('loop', momentum_step_right_loop),
        ('ufuncs', momentum_step_right_ufuncs),
        ('loop-2', momentum_step_loop),
        ('copies-2', momentum_step_copies),
    ],
    'adam_step': [
        ('formula', adam_step_right_formula),
        ('moved-towards', adam_step_right_moved_towards),
        ('entry-loop', adam_step_right_entry_loop),
        ('scaled-eps', adam_step_right_scaled_eps),
        ('product-of-betas', adam_step_right_product_of_betas),
        ('moved-means', adam_step_moved_means),
        ('entries', adam_step_entries),
    ],
    'fit_moons': [
        ('full-batch', fit_moons_right_full_batch),
        ('adam-relu-two-hidden', fit_moons_right_adam_relu_two_hidden),
        ('momentum-two-outputs', fit_moons_right_momentum_two_outputs),
        ('random-features-least-squares', fit_moons_right_random_features_least_squares),
    ],
}



# ---- clip_by_norm

def clip_by_norm_wrong_each_by_itself(grads, limit):
    out = []
    for g in grads:
        norm = np.sqrt(np.sum(g**2))
        out.append(g * limit / norm if norm > limit else g.copy())
    return out


def clip_by_norm_wrong_entries_clipped(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]


def clip_by_norm_wrong_always_scaled(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm == 0:
        return [g.copy() for g in grads]
    return [g * (limit / norm) for g in grads]


def clip_by_norm_wrong_divides_by_zero(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    factor = min(1, limit / norm)
    return [g * factor for g in grads]


def clip_by_norm_wrong_divides_by_zero_python(grads, limit):
    norm = math.sqrt(sum(float(np.sum(g**2)) for g in grads))
    return [g * min(1.0, limit / norm) for g in grads]


def clip_by_norm_wrong_in_place(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return grads


def clip_by_norm_wrong_list_entries_replaced(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm > limit:
        for i in range(len(grads)):
            grads[i] = grads[i] * (limit / norm)
    return grads


def clip_by_norm_wrong_no_root(grads, limit):
    norm = sum(np.sum(g**2) for g in grads)
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_mean_square(grads, limit):
    norm = np.sqrt(np.mean(np.concatenate([np.ravel(g) for g in grads]) ** 2))
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_sum_of_norms(grads, limit):
    norm = sum(np.sqrt(np.sum(g**2)) for g in grads)
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_largest_norm(grads, limit):
    norm = max(np.sqrt(np.sum(g**2)) for g in grads)
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_absolute_values(grads, limit):
    norm = sum(np.sum(np.abs(g)) for g in grads)
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_largest_entry(grads, limit):
    norm = max(np.max(np.abs(g)) for g in grads)
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_factor_inverted(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * (norm / limit) if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_times_limit(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * limit if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_unit_length(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_condition_turned(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * (limit / norm) if 0 < norm < limit else g.copy() for g in grads]


def clip_by_norm_wrong_one_long_vector(grads, limit):
    g = np.concatenate([np.ravel(a) for a in grads])
    norm = np.sqrt(np.sum(g**2))
    return g * limit / norm if norm > limit else g


def clip_by_norm_wrong_norm_returned_too(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * (limit / norm) if norm > limit else g.copy() for g in grads], norm


def clip_by_norm_wrong_first_array_only(grads, limit):
    norm = np.sqrt(np.sum(grads[0] ** 2))
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_int_result(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    out = [np.zeros_like(g) for g in grads]
    for new, g in zip(out, grads):
        new[...] = g * min(1.0, limit / norm) if norm > 0 else g
    return out


def clip_by_norm_wrong_spectral_norm(grads, limit):
    norm = np.sqrt(sum(np.linalg.norm(np.atleast_1d(g), 2) ** 2 for g in grads))
    return [g * limit / norm if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_one_in_denominator(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    factor = min(1.0, limit / (norm + 1))
    return [g * factor for g in grads]


def clip_by_norm_wrong_excess_subtracted(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g - np.sign(g) * (norm - limit) if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_only_long_arrays(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    out = []
    for g in grads:
        own = np.sqrt(np.sum(g**2))
        out.append(g * limit / norm if own > limit else g.copy())
    return out


def clip_by_norm_wrong_set_to_zero(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [np.zeros(g.shape) if norm > limit else g.copy() for g in grads]


def clip_by_norm_wrong_ragged(grads, limit):
    all_grads = np.array(grads)
    norm = np.sqrt(np.sum(all_grads**2))
    return list(all_grads * limit / norm) if norm > limit else list(all_grads)


def clip_by_norm_wrong_pytorch_eps(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * min(1.0, limit / (norm + 1e-6)) for g in grads]


def clip_by_norm_wrong_own_norm_and_zero(grads, limit):
    return [g * min(1, limit / np.sqrt(np.sum(g**2))) for g in grads]


def clip_by_norm_wrong_no_root_in_place(grads, limit):
    norm = sum(np.sum(g**2) for g in grads)
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return grads


def clip_by_norm_right_common_factor(grads, limit):
    norm = np.sqrt(sum(np.sum(np.asarray(g, dtype=float) ** 2) for g in grads))
    factor = limit / norm if norm > limit else 1.0
    return [g * factor for g in grads]


def clip_by_norm_right_one_long_vector_inside(grads, limit):
    flat = np.concatenate([np.ravel(g) for g in grads])
    norm = np.linalg.norm(flat)
    if norm <= limit:
        return [g.copy() for g in grads]
    flat, out, start = flat / norm * limit, [], 0
    for g in grads:
        out.append(flat[start : start + g.size].reshape(g.shape))
        start += g.size
    return out


def clip_by_norm_right_maximum_below(grads, limit):
    norm = math.sqrt(math.fsum(float(v) ** 2 for g in grads for v in np.ravel(g)))
    return [np.asarray(g) * (limit / max(norm, limit)) for g in grads]


def clip_by_norm_right_norm_of_norms(grads, limit):
    norm = np.linalg.norm([np.linalg.norm(np.ravel(g)) for g in grads])
    if norm > limit:
        return list(map(lambda g: g * (limit / norm), grads))
    return list(map(np.array, grads))


def clip_by_norm_right_hypot_loop(grads, limit):
    norm = 0.0
    for g in grads:
        for v in g.flat:
            norm = math.hypot(norm, v)
    factor = 1.0 if norm <= limit else limit / norm
    out = []
    for g in grads:
        new = np.empty(g.shape)
        new[...] = factor * g
        out.append(new)
    return out


def clip_by_norm_right_same_arrays_if_short(grads, limit):
    norm = np.sqrt(sum(np.vdot(g, g) for g in grads))
    if norm > limit:
        return [np.multiply(g, limit / norm) for g in grads]
    return list(grads)



# ---- what_happened

def what_happened_wrong_C_tiny_rate():
    A, B, C, D, E, F = 4, 5, 2, 1, 6, 3
    return A, B, C, D, E, F


def what_happened_wrong_B_and_E_exchanged():
    return 2, 6, 4, 1, 5, 3


def what_happened_wrong_C_and_F_exchanged():
    return 2, 5, 3, 1, 6, 4


def what_happened_wrong_A_planned():
    return 1, 5, 4, 2, 6, 3


def what_happened_wrong_B_planned():
    return 2, 1, 4, 5, 6, 3


def what_happened_wrong_E_rate_two():
    return 2, 5, 4, 1, 3, 6


def what_happened_wrong_F_small_rate():
    return 3, 5, 4, 1, 6, 2


def what_happened_wrong_A_and_B_exchanged():
    return 5, 2, 4, 1, 6, 3


def what_happened_wrong_C_shuffled():
    return 2, 5, 6, 1, 4, 3


def what_happened_wrong_F_shuffled_all_round():
    return 2, 3, 4, 1, 5, 6


def what_happened_wrong_D_random_labels():
    return 2, 6, 4, 5, 1, 3


def what_happened_wrong_two_planned():
    return 1, 5, 4, 1, 6, 3


def what_happened_wrong_two_small_rates():
    return 2, 5, 2, 1, 6, 3


def what_happened_wrong_no_shuffled():
    return 2, 5, 4, 1, 5, 3


def what_happened_wrong_counted_from_zero():
    return 1, 4, 3, 0, 5, 2


def what_happened_wrong_run_for_each_cause():
    return 4, 1, 6, 3, 2, 5


def what_happened_wrong_letters():
    return "D", "A", "F", "C", "B", "E"


def what_happened_wrong_five_only():
    return 2, 5, 4, 6, 3


def what_happened_wrong_C_and_A_and_F():
    return 4, 5, 3, 1, 6, 2


def what_happened_right_tuple():
    A, B, C, D, E, F = 2, 5, 4, 1, 6, 3
    return A, B, C, D, E, F


def what_happened_right_by_letter():
    cause = {"D": 1, "A": 2, "F": 3, "C": 4, "B": 5, "E": 6}
    return tuple(cause[run] for run in "ABCDEF")


def what_happened_right_list():
    return [2, 5, 4, 1, 6, 3]


def what_happened_right_from_the_causes():
    runs = "DAFCBE"
    return tuple(runs.index(letter) + 1 for letter in sorted(runs))


WRONG['clip_by_norm'] = [
    ('each-by-itself', clip_by_norm_wrong_each_by_itself, 'every array is clipped by its own norm: the direction changes, and the common norm may stay too long'),
    ('entries-clipped', clip_by_norm_wrong_entries_clipped, 'clips the entries at ±limit, not the norm'),
    ('always-scaled', clip_by_norm_wrong_always_scaled, 'scales short gradients up to the limit, too'),
    ('divides-by-zero', clip_by_norm_wrong_divides_by_zero, 'min(1, limit / norm) divides by 0 where all gradients are 0'),
    ('divides-by-zero-python', clip_by_norm_wrong_divides_by_zero_python, 'the same with a Python number: ZeroDivisionError where all gradients are 0'),
    ('in-place', clip_by_norm_wrong_in_place, "'*=' shortens the caller's arrays (and cannot for integers)"),
    ('list-entries-replaced', clip_by_norm_wrong_list_entries_replaced, "puts the new arrays into the caller's own list"),
    ('no-root', clip_by_norm_wrong_no_root, 'the root is missing: the sum of the squares is compared and divided by'),
    ('mean-square', clip_by_norm_wrong_mean_square, 'the root of the mean square in place of the sum'),
    ('sum-of-norms', clip_by_norm_wrong_sum_of_norms, 'the norms of the arrays are added, not their squares'),
    ('largest-norm', clip_by_norm_wrong_largest_norm, "the largest of the arrays' norms, not the norm of all"),
    ('absolute-values', clip_by_norm_wrong_absolute_values, 'the sum of the absolute values in place of the Euclidean norm'),
    ('largest-entry', clip_by_norm_wrong_largest_entry, 'the largest entry in place of the norm'),
    ('factor-inverted', clip_by_norm_wrong_factor_inverted, 'norm / limit: too long gradients get longer'),
    ('times-limit', clip_by_norm_wrong_times_limit, 'multiplies by limit, not by limit / norm'),
    ('unit-length', clip_by_norm_wrong_unit_length, 'divides by the norm: the length becomes 1, not limit'),
    ('condition-turned', clip_by_norm_wrong_condition_turned, 'shortens where the norm is below the limit'),
    ('one-long-vector', clip_by_norm_wrong_one_long_vector, 'returns one long vector, not the list of arrays'),
    ('norm-returned-too', clip_by_norm_wrong_norm_returned_too, 'returns the norm beside the list'),
    ('first-array-only', clip_by_norm_wrong_first_array_only, 'the norm of the first array alone decides'),
    ('int-result', clip_by_norm_wrong_int_result, 'the new arrays are made like the old ones: integers where these hold integers'),
    ('spectral-norm', clip_by_norm_wrong_spectral_norm, 'np.linalg.norm(g, 2) of a matrix is its largest stretch, not the root of its squares'),
    ('one-in-denominator', clip_by_norm_wrong_one_in_denominator, 'limit / (norm + 1) against division by zero: the norm does not become the limit'),
    ('excess-subtracted', clip_by_norm_wrong_excess_subtracted, 'subtracts the excess of the norm from every entry'),
    ('only-long-arrays', clip_by_norm_wrong_only_long_arrays, 'only the arrays that are too long by themselves are multiplied by the common factor'),
    ('set-to-zero', clip_by_norm_wrong_set_to_zero, 'gradients that are too long are thrown away, not shortened'),
    ('ragged', clip_by_norm_wrong_ragged, 'one array of all gradients, which have different shapes'),
    ('pytorch-eps', clip_by_norm_wrong_pytorch_eps, 'limit / (norm + 1e-6), as a library does it: the norm stays below the limit, much so where it is tiny'),
    ('own-norm-and-zero', clip_by_norm_wrong_own_norm_and_zero, 'two causes: every array by its own norm, and a division by 0 where one is 0'),
    ('no-root-in-place', clip_by_norm_wrong_no_root_in_place, "two causes: no root, and the caller's arrays are changed"),
]

RIGHT['clip_by_norm'] = [
    ('common-factor', clip_by_norm_right_common_factor),
    ('one-long-vector-inside', clip_by_norm_right_one_long_vector_inside),
    ('maximum-below', clip_by_norm_right_maximum_below),
    ('norm-of-norms', clip_by_norm_right_norm_of_norms),
    ('hypot-loop', clip_by_norm_right_hypot_loop),
    ('same-arrays-if-short', clip_by_norm_right_same_arrays_if_short),
]


WRONG['what_happened'] = [
    ('C-tiny-rate', what_happened_wrong_C_tiny_rate, 'C: a flat line taken for a rate that is too small; a small rate still falls slowly (A). A and C exchanged'),
    ('B-and-E-exchanged', what_happened_wrong_B_and_E_exchanged, 'B and E: half random labels and shuffled rows are exchanged; in B the others are learned, in E they are not'),
    ('C-and-F-exchanged', what_happened_wrong_C_and_F_exchanged, 'C and F: the flat line taken for the rate 2, the jumping one for zero weights'),
    ('A-planned', what_happened_wrong_A_planned, 'A: no gap between the curves is taken for the run as planned, D (loss near 0) for the small rate'),
    ('B-planned', what_happened_wrong_B_planned, 'B: the usual overfitting is taken for the planned run, D for one with random labels'),
    ('E-rate-two', what_happened_wrong_E_rate_two, 'E: the rising dashed curve is taken for a rate that is too large, F for shuffled labels'),
    ('F-small-rate', what_happened_wrong_F_small_rate, 'A and F are exchanged: no progress in F taken for the small rate'),
    ('A-and-B-exchanged', what_happened_wrong_A_and_B_exchanged, "A and B: B's slow start taken for the small rate, A's for random labels"),
    ('C-shuffled', what_happened_wrong_C_shuffled, 'C: shuffled labels expected to give ln 10 for ever, though the network learns them by heart (E)'),
    ('F-shuffled-all-round', what_happened_wrong_F_shuffled_all_round, 'B, E and F: shuffled rows expected to jump around, so F is 6, B the rate 2 and E random labels'),
    ('D-random-labels', what_happened_wrong_D_random_labels, "B, D and E: the small gap in D taken for random labels, E's large one for the usual overfitting of a planned run"),
    ('two-planned', what_happened_wrong_two_planned, 'A and D both as planned: a number comes twice, and the small rate not at all'),
    ('two-small-rates', what_happened_wrong_two_small_rates, 'A and C both with the small rate: zero weights do not come'),
    ('no-shuffled', what_happened_wrong_no_shuffled, 'B and E both with random labels'),
    ('counted-from-zero', what_happened_wrong_counted_from_zero, 'the causes are counted from 0'),
    ('run-for-each-cause', what_happened_wrong_run_for_each_cause, 'the run (1 for A) for each cause, not the cause for each run'),
    ('letters', what_happened_wrong_letters, 'the letters of the runs in the order of the causes'),
    ('five-only', what_happened_wrong_five_only, 'the run as planned is left out: five numbers'),
    ('C-and-A-and-F', what_happened_wrong_C_and_A_and_F, 'three runs turned round: A zero weights, C the rate 2, F the small rate'),
]

RIGHT['what_happened'] = [
    ('tuple', what_happened_right_tuple),
    ('by-letter', what_happened_right_by_letter),
    ('list', what_happened_right_list),
    ('from-the-causes', what_happened_right_from_the_causes),
]


# ---- more, of the newest tasks
def clip_by_norm_wrong_biases_left_out(grads, limit):
    weights = [g for g in grads if g.ndim == 2]
    norm = np.sqrt(sum(np.sum(W * W) for W in weights))
    if norm > limit:
        return [g * (limit / norm) for g in grads]
    return [g.copy() for g in grads]


WRONG['clip_by_norm'] += [
    ('biases-left-out', clip_by_norm_wrong_biases_left_out, 'The norm takes only the two-dimensional arrays, the weights; the entries of the biases must count too.'),
]


def init_layer_wrong_clipped(n_in, n_out, rng):
    s = np.sqrt(2 / n_in)
    return np.clip(rng.normal(0, s, (n_in, n_out)), -2 * s, 2 * s), np.zeros(n_out)


def init_layer_wrong_uniform(n_in, n_out, rng):
    c = np.sqrt(6 / n_in)
    return rng.uniform(-c, c, (n_in, n_out)), np.zeros(n_out)


def init_layer_wrong_same_units(n_in, n_out, rng):
    W = np.sqrt(2 / n_in) * rng.standard_normal((n_in, 1)) * np.ones(n_out)
    return W, np.zeros(n_out)


def init_layer_wrong_exact_moments(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    W = (W - W.mean(axis=0)) / (W.std(axis=0) + 1e-12)
    return W * np.sqrt(2 / n_in), np.zeros(n_out)


def init_layer_wrong_root_of_two_only(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2) / n_in, (n_in, n_out)), np.zeros(n_out)


def init_layer_right_box_muller_5(n_in, n_out, rng):
    u, v = rng.random((n_in, n_out)), rng.random((n_in, n_out))
    N = np.sqrt(-2 * np.log1p(-u)) * np.cos(2 * np.pi * v)
    return N * math.sqrt(2 / n_in), np.zeros((n_out,))


def init_layer_right_by_units(n_in, n_out, rng):
    columns = [rng.standard_normal(n_in) / np.sqrt(n_in / 2) for _ in range(n_out)]
    return np.column_stack(columns), np.array([0.0] * n_out)


def minibatches_wrong_even_split(n, batch_size, rng):
    return np.array_split(rng.permutation(n), math.ceil(n / batch_size))


def minibatches_wrong_blocks_shuffled(n, batch_size, rng):
    blocks = [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
    return [blocks[i] for i in rng.permutation(len(blocks))]


def minibatches_wrong_inside_only(n, batch_size, rng):
    return [rng.permutation(np.arange(i, min(i + batch_size, n))) for i in range(0, n, batch_size)]


def minibatches_wrong_drawn_each(n, batch_size, rng):
    size = min(batch_size, n)
    return [
        rng.choice(n, min(size, n - i), replace=False) for i in range(0, n, batch_size)
    ]


def minibatches_wrong_rest_joined(n, batch_size, rng):
    order = rng.permutation(n)
    n_batches = max(1, n // batch_size)
    batches = [order[i * batch_size : (i + 1) * batch_size] for i in range(n_batches - 1)]
    return [*batches, order[(n_batches - 1) * batch_size :]]


def minibatches_right_sort_keys(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    return np.split(order, np.arange(batch_size, n, batch_size))


def minibatches_right_draw_from_pot(n, batch_size, rng):
    pot = list(range(n))
    batches = []
    while pot:
        batch = []
        while pot and len(batch) < batch_size:
            batch.append(pot.pop(int(rng.integers(len(pot)))))
        batches.append(np.array(batch, dtype=np.int32))
    return tuple(batches)


def momentum_step_wrong_rate_outside(w, grad, velocity, lr, momentum):
    v = momentum * np.asarray(velocity) + grad
    return w - lr * v, v


def momentum_step_wrong_speed_positive(w, grad, velocity, lr, momentum):
    v = momentum * np.asarray(velocity) + lr * np.asarray(grad)
    return w - v, v


def momentum_step_wrong_nesterov_5(w, grad, velocity, lr, momentum):
    v = momentum * np.asarray(velocity) - lr * np.asarray(grad)
    return w + momentum * v - lr * np.asarray(grad), v


def momentum_step_wrong_old_velocity_5(w, grad, velocity, lr, momentum):
    new = momentum * np.asarray(velocity) - lr * np.asarray(grad)
    return np.asarray(w) + velocity, new


def momentum_step_wrong_damped(w, grad, velocity, lr, momentum):
    v = momentum * np.asarray(velocity) - (1 - momentum) * lr * np.asarray(grad)
    return w + v, v


def momentum_step_right_stack(w, grad, velocity, lr, momentum):
    terms = np.stack([np.asarray(velocity, dtype=float), np.asarray(grad, dtype=float)])
    v = np.tensordot(np.array([momentum, -lr], dtype=float), terms, axes=1)
    return np.add(w, v), v


def momentum_step_right_entries(w, grad, velocity, lr, momentum):
    w = np.array(w, dtype=np.float64)
    v = np.array(velocity, dtype=np.float64)
    for i in np.ndindex(w.shape):
        v[i] = momentum * v[i] - lr * grad[i]
        w[i] += v[i]
    return w, v


def adam_step_wrong_belief(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * (grad - m) ** 2
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def adam_step_wrong_amsgrad(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = np.maximum(v, beta2 * v + (1 - beta2) * grad**2)
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def adam_step_wrong_t_plus_one_5(w, grad, m, v, t, lr, beta1, beta2, eps):
    t = t + 1
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def adam_step_wrong_root_before_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v) / (1 - beta2**t) + eps), m, v


def adam_step_wrong_norm_squared(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.sum(grad**2)
    return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def adam_step_right_lerp(w, grad, m, v, t, lr, beta1, beta2, eps):
    g = np.array(grad, dtype=float)
    m_new = m + (1 - beta1) * (g - m)
    v_new = v + (1 - beta2) * (np.square(g) - v)
    root = np.hypot(0.0, np.sqrt(v_new / (1 - math.pow(beta2, t))))
    step = np.divide(m_new, (root + eps) * (1 - math.pow(beta1, t)))
    return w - lr * step, m_new, v_new


def adam_step_right_entries(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, m, v = (np.array(a, dtype=float) for a in (w, m, v))
    for i in np.ndindex(w.shape):
        g = float(grad[i])
        m[i] = beta1 * m[i] + (1 - beta1) * g
        v[i] = beta2 * v[i] + (1 - beta2) * g * g
        w[i] -= lr * (m[i] / (1 - beta1**t)) / (math.sqrt(v[i] / (1 - beta2**t)) + eps)
    return w, m, v


def clip_by_norm_wrong_where_divides(grads, limit):
    norm = np.sqrt(np.sum([np.sum(np.asarray(g, float) ** 2) for g in grads]))
    factor = np.where(norm > limit, limit / norm, 1.0)
    return [g * factor for g in grads]


def clip_by_norm_wrong_in_place_5(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm > limit:
        for g in grads:
            g[...] = g * (limit / norm)
    return grads


def clip_by_norm_wrong_norms_added(grads, limit):
    norm = sum(np.sqrt(np.sum(g**2)) for g in grads)
    if norm > limit:
        return [g * limit / norm for g in grads]
    return list(grads)


def clip_by_norm_wrong_spectral(grads, limit):
    norm = np.sqrt(
        sum((np.linalg.norm(g, 2) if np.ndim(g) == 2 else np.linalg.norm(np.ravel(g))) ** 2 for g in grads)
    )
    if norm > limit:
        return [g * limit / norm for g in grads]
    return list(grads)


def clip_by_norm_wrong_always_scaled_5(grads, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm == 0:
        return list(grads)
    return [g * limit / norm for g in grads]


def clip_by_norm_right_long_vector(grads, limit):
    vector = np.concatenate([np.ravel(g) for g in grads]).astype(float)
    norm = np.linalg.norm(vector)
    if norm > limit:
        vector *= limit / norm
    pieces, at = [], 0
    for g in grads:
        pieces.append(vector[at : at + np.size(g)].reshape(np.shape(g)))
        at += np.size(g)
    return pieces


def clip_by_norm_right_max_divisor(grads, limit):
    norm = math.hypot(*(float(e) for g in grads for e in np.ravel(g)))
    divisor = max(norm, limit)
    return tuple(np.asarray(g, dtype=float) * (limit / divisor) for g in grads)


def what_happened_wrong_noise_and_shuffle_swapped():
    return 2, 6, 4, 1, 5, 3


def what_happened_wrong_zero_and_rate_swapped():
    return 2, 5, 3, 1, 6, 4


def what_happened_wrong_slow_and_shuffled_swapped():
    return 6, 5, 4, 1, 2, 3


def what_happened_wrong_letters_by_cause():
    return "D", "A", "F", "C", "B", "E"


def what_happened_wrong_slow_and_zero_swapped():
    return 4, 5, 2, 1, 6, 3


def what_happened_right_by_cause():
    runs = {"D": 1, "A": 2, "F": 3, "C": 4, "B": 5, "E": 6}
    return tuple(runs[letter] for letter in sorted(runs))


def what_happened_right_named():
    A, B, C, D, E, F = 2, 5, 4, 1, 6, 3
    return A, B, C, D, E, F

WRONG['init_layer'] += [
    ('clipped-at-two-sd', init_layer_wrong_clipped, '`np.clip` cuts the far ends off, which the text forbids.'),
    ('uniform-same-variance', init_layer_wrong_uniform, 'Uniform numbers with the right variance; normal ones are asked for (`rng.normal`).'),
    ('all-units-alike', init_layer_wrong_same_units, 'Drawn with the shape (n_in, 1) and repeated: all units are the same; the shape must be (n_in, n_out).'),
    ('moments-forced', init_layer_wrong_exact_moments, 'Each column is forced to mean 0 and exact deviation; the drawn numbers are not independent normal numbers any more.'),
    ('root-of-two-only', init_layer_wrong_root_of_two_only, '`np.sqrt(2) / n_in` must be `np.sqrt(2 / n_in)`.'),
]

WRONG['minibatches'] += [
    ('even-split', minibatches_wrong_even_split, '`np.array_split` evens the sizes out; all but the last must have batch_size rows.'),
    ('blocks-shuffled', minibatches_wrong_blocks_shuffled, 'Only the order of the blocks is random, neighbours stay together; the rows must be permuted before cutting (the short one may even come first).'),
    ('shuffled-inside', minibatches_wrong_inside_only, 'Rows are shuffled only within their block, so each batch always has the same rows.'),
    ('drawn-anew', minibatches_wrong_drawn_each, '`rng.choice` for each batch anew: rows come several times or never.'),
    ('rest-joined', minibatches_wrong_rest_joined, 'The rest is joined to the last full batch, which gets too large: `n // batch_size` must round up.'),
]

WRONG['momentum_step'] += [
    ('rate-outside', momentum_step_wrong_rate_outside, "PyTorch's form: v = μv + g, w - lr v; the rate belongs into the velocity."),
    ('velocity-sign', momentum_step_wrong_speed_positive, "v = μv + ηg with w - v: v has the other sign than the text's (and the v that comes in too)."),
    ('nesterov-3', momentum_step_wrong_nesterov_5, "Nesterov's step: `w + momentum * v - lr * grad` must be `w + v`."),
    ('old-velocity-3', momentum_step_wrong_old_velocity_5, '`w + velocity` takes the old velocity; the new one is asked for.'),
    ('damped', momentum_step_wrong_damped, 'The gradient has the factor `(1 - momentum)`, as in a running mean; not in the text.'),
]

WRONG['adam_step'] += [
    ('adabelief', adam_step_wrong_belief, '`(grad - m) ** 2` must be `grad ** 2` (AdaBelief, or variance taken for second moment).'),
    ('amsgrad', adam_step_wrong_amsgrad, '`np.maximum(v, ...)` never lets v fall; not in the text.'),
    ('t-plus-one-3', adam_step_wrong_t_plus_one_5, '`t = t + 1` counts as if t began at 0.'),
    ('correction-outside-root', adam_step_wrong_root_before_correction, '`np.sqrt(v) / (1 - beta2**t)` must be `np.sqrt(v / (1 - beta2**t))`.'),
    ('one-v-for-all', adam_step_wrong_norm_squared, '`np.sum(grad**2)` is the squared norm: v must be kept entry by entry.'),
]

WRONG['clip_by_norm'] += [
    ('where-divides-by-zero', clip_by_norm_wrong_where_divides, '`np.where` computes `limit / norm` also for norm 0: a warning.'),
    ('in-place-2', clip_by_norm_wrong_in_place_5, "`g[...] =` changes the caller's arrays."),
    ('norms-added', clip_by_norm_wrong_norms_added, 'The norms of the arrays are added; their squares must be, then the root.'),
    ('spectral-norm-2', clip_by_norm_wrong_spectral, '`np.linalg.norm(g, 2)` of a matrix is its largest singular value, not the root of the sum of squares.'),
    ('always-scaled-2', clip_by_norm_wrong_always_scaled_5, '`if norm > limit` is missing: short gradients are lengthened to the limit.'),
]

WRONG['what_happened'] += [
    ('B-E-swapped', what_happened_wrong_noise_and_shuffle_swapped, 'Half random labels (5) and shuffled apart (6) are swapped: in B the validation loss falls to half of ln 10, so there is something right to learn.'),
    ('C-F-swapped', what_happened_wrong_zero_and_rate_swapped, 'Zero weights (4) and rate 2 (3) are swapped: only zeros stay at ln 10 from the first epoch.'),
    ('A-E-swapped', what_happened_wrong_slow_and_shuffled_swapped, 'Rate 0.001 (2) and shuffled apart (6) are swapped: in A the validation loss falls along.'),
    ('letters-by-cause', what_happened_wrong_letters_by_cause, 'The letters in the order of the causes, in place of the numbers in the order of the runs.'),
    ('A-C-swapped', what_happened_wrong_slow_and_zero_swapped, 'Rate 0.001 (2) and zero weights (4) are swapped: in C nothing moves at all.'),
]

RIGHT['init_layer'] += [
    ('box-muller-2', init_layer_right_box_muller_5),
    ('by-units', init_layer_right_by_units),
]

RIGHT['minibatches'] += [
    ('sort-keys', minibatches_right_sort_keys),
    ('draw-from-pot', minibatches_right_draw_from_pot),
]

RIGHT['momentum_step'] += [
    ('stack', momentum_step_right_stack),
    ('entries', momentum_step_right_entries),
]

RIGHT['adam_step'] += [
    ('lerp', adam_step_right_lerp),
    ('entries-2', adam_step_right_entries),
]

RIGHT['clip_by_norm'] += [
    ('long-vector', clip_by_norm_right_long_vector),
    ('max-divisor', clip_by_norm_right_max_divisor),
]

RIGHT['what_happened'] += [
    ('by-cause', what_happened_right_by_cause),
    ('named', what_happened_right_named),
]
