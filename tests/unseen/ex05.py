"""Answers to exercise 05 by somebody who had not seen the checks; each wrong one with its cause."""

import numpy as np


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def tanh(z):
    return np.tanh(z)


def tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def layer_backward(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


def hidden_delta(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z)



# ---- numerical_gradient
def numerical_gradient_wrong_forward_difference(f, x, h):
    grad = np.zeros(x.shape)
    fx = f(x)
    for i in np.ndindex(x.shape):
        x_plus = x.astype(float)
        x_plus[i] += h
        grad[i] = (f(x_plus) - fx) / h
    return grad


def numerical_gradient_wrong_divide_by_h(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x_plus = x.astype(float)
        x_minus = x.astype(float)
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / h
    return grad


def numerical_gradient_wrong_no_brackets_2h(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / 2 * h
    return grad


def numerical_gradient_wrong_all_entries_move(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        grad[i] = (f(x + h) - f(x - h)) / (2 * h)
    return grad


def numerical_gradient_wrong_in_place_not_restored(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        f_plus = f(x)
        x[i] -= 2 * h
        f_minus = f(x)
        grad[i] = (f_plus - f_minus) / (2 * h)
    return grad


def numerical_gradient_wrong_minus_only_back(f, x, h):
    grad = np.zeros(x.shape)
    xt = x.astype(float)
    for i in np.ndindex(x.shape):
        xt[i] += h
        f_plus = f(xt)
        xt[i] -= h
        f_minus = f(xt)
        grad[i] = (f_plus - f_minus) / (2 * h)
    return grad


def numerical_gradient_wrong_zeros_like_int(f, x, h):
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        x_plus = x.astype(float)
        x_plus[i] += h
        x_minus = x.astype(float)
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


def numerical_gradient_wrong_int_copy(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x_plus = x.copy()
        x_plus[i] = x_plus[i] + h
        x_minus = x.copy()
        x_minus[i] = x_minus[i] - h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


def numerical_gradient_wrong_rows_only(f, x, h):
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        x_plus = np.array(x, dtype=float)
        x_minus = np.array(x, dtype=float)
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


def numerical_gradient_wrong_stays_flat(f, x, h):
    flat = x.astype(float).ravel()
    grad = np.zeros(x.size)
    for i in range(x.size):
        up, down = flat.copy(), flat.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up.reshape(x.shape)) - f(down.reshape(x.shape))) / (2 * h)
    return grad


def numerical_gradient_wrong_own_step(f, x, h):
    h = 1e-5
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad


def numerical_gradient_wrong_matrix_only(f, x, h):
    rows, cols = x.shape
    grad = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            e = np.zeros((rows, cols))
            e[i, j] = h
            grad[i, j] = (f(x + e) - f(x - e)) / (2 * h)
    return grad


def numerical_gradient_wrong_same_array_twice(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x_plus = x_minus = x.astype(float)
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


def numerical_gradient_wrong_copies_before_loop(f, x, h):
    grad = np.zeros(x.shape)
    x_plus = x.astype(float)
    x_minus = x.astype(float)
    for i in np.ndindex(x.shape):
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


def numerical_gradient_wrong_return_in_loop(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
        return grad


def numerical_gradient_wrong_minus_first(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x - e) - f(x + e)) / (2 * h)
    return grad


def numerical_gradient_wrong_forward_and_int_gradient(f, x, h):
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        grad[i] = (f(x + e) - f(x)) / h
    return grad


def numerical_gradient_wrong_one_side_and_flat(f, x, h):
    grad = []
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = h
        e = e.reshape(x.shape)
        grad.append((f(x + e) - f(x - e)) / h)
    return np.array(grad)


def numerical_gradient_right_ndindex(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = np.array(x, dtype=float)
        down = np.array(x, dtype=float)
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


def numerical_gradient_right_own_copy_restored(f, x, h):
    work = x.astype(np.float64)
    grad = np.empty(work.shape)
    it = np.nditer(work, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        old = work[i]
        work[i] = old + h
        f_plus = f(work)
        work[i] = old - h
        f_minus = f(work)
        work[i] = old
        grad[i] = (f_plus - f_minus) / (2 * h)
        it.iternext()
    return grad


def numerical_gradient_right_eye_comprehension(f, x, h):
    steps = (h * np.eye(x.size)).reshape((x.size,) + x.shape)
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in steps]).reshape(x.shape)


def numerical_gradient_right_two_lists(f, x, h):
    ups, downs = [], []
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = 1.0
        e = e.reshape(x.shape)
        ups.append(float(f(x + h * e)))
        downs.append(float(f(x - h * e)))
    return ((np.array(ups) - np.array(downs)) / h / 2).reshape(x.shape)


def numerical_gradient_right_python_flat(f, x, h):
    values = [float(v) for v in x.ravel()]
    slopes = []
    for k in range(len(values)):
        plus = values[:k] + [values[k] + h] + values[k + 1 :]
        minus = values[:k] + [values[k] - h] + values[k + 1 :]
        rise = f(np.array(plus).reshape(x.shape)) - f(np.array(minus).reshape(x.shape))
        slopes.append(rise / (2 * h))
    return np.reshape(slopes, x.shape)



# ---- output_delta
def output_delta_wrong_target_minus_p(Z, Y):
    return (Y - softmax(Z)) / len(Z)


def output_delta_wrong_no_n(Z, Y):
    P = softmax(Z)
    return P - Y


def output_delta_wrong_over_all_entries(Z, Y):
    return (softmax(Z) - Y) / Z.size


def output_delta_wrong_by_classes(Z, Y):
    n = Z.shape[1]
    return (softmax(Z) - Y) / n


def output_delta_wrong_global_softmax(Z, Y):
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = E / np.sum(E)
    return (P - Y) / Z.shape[0]


def output_delta_wrong_softmax_axis_0(Z, Y):
    E = np.exp(Z - Z.max(axis=0))
    P = E / E.sum(axis=0)
    return (P - Y) / len(Z)


def output_delta_wrong_mse_sigmoid_slope(Z, Y):
    P = softmax(Z)
    return (P - Y) * P * (1 - P) / len(Z)


def output_delta_wrong_loss_by_p(Z, Y):
    P = softmax(Z)
    return -Y / P / len(Z)


def output_delta_wrong_brackets(Z, Y):
    return softmax(Z) - Y / len(Z)


def output_delta_wrong_naive_softmax(Z, Y):
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return (P - Y) / Z.shape[0]


def output_delta_wrong_no_softmax(Z, Y):
    return (Z - Y) / len(Z)


def output_delta_wrong_sigmoid_for_softmax(Z, Y):
    P = 0.5 * (1 + np.tanh(0.5 * Z))
    return (P - Y) / len(Z)


def output_delta_wrong_labels_not_one_hot(Z, Y):
    n = Z.shape[0]
    P = softmax(Z)
    P[range(n), Y] -= 1
    return P / n


def output_delta_wrong_changes_Z(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


def output_delta_wrong_global_max(Z, Y):
    E = np.exp(Z - np.max(Z))
    P = E / E.sum(axis=1, keepdims=True)
    return (P - Y) / len(Z)


def output_delta_wrong_summed_over_rows(Z, Y):
    return np.mean(softmax(Z) - Y, axis=0)


def output_delta_wrong_times_Y(Z, Y):
    return Y * (softmax(Z) - Y) / len(Z)


def output_delta_wrong_sign_and_no_n(Z, Y):
    error = Y - softmax(Z)
    return error


def output_delta_wrong_axis_0_and_size(Z, Y):
    exps = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    probs = exps / np.sum(exps, axis=0, keepdims=True)
    return (probs - Y) / Z.size


def output_delta_right_one_line(Z, Y):
    return (softmax(Z) - Y) / Z.shape[0]


def output_delta_right_argmax_minus_one(Z, Y):
    n = Z.shape[0]
    delta = softmax(Z)
    delta[np.arange(n), Y.argmax(axis=1)] -= 1.0
    delta /= n
    return delta


def output_delta_right_plain_loops(Z, Y):
    n, k = Z.shape
    delta = np.zeros((n, k))
    for i in range(n):
        m = max(Z[i])
        e = [np.exp(float(z - m)) for z in Z[i]]
        total = sum(e)
        for j in range(k):
            delta[i, j] = (e[j] / total - Y[i, j]) / n
    return delta


def output_delta_right_jacobian_einsum(Z, Y):
    P = softmax(Z)
    n, k = P.shape
    J = np.einsum("ij,jk->ijk", P, np.eye(k)) - np.einsum("ij,ik->ijk", P, P)
    safe = np.where(P > 0, P, 1)
    by_p = np.where(P > 0, -Y / safe, 0)
    delta = np.einsum("ij,ijk->ik", by_p, J) / n
    lost = (P == 0) & (Y == 1)  # a true class whose share was rounded to 0
    return np.where(lost.any(axis=1, keepdims=True), (P - Y) / n, delta)


def output_delta_right_logsumexp(Z, Y):
    m = Z.max(axis=1)[:, None]
    log_p = Z - m - np.log(np.exp(Z - m).sum(axis=1))[:, None]
    return np.divide(np.subtract(np.exp(log_p), Y), len(Y))



# ---- layer_backward
def layer_backward_wrong_dW_transposed(delta, A_prev, W):
    dW = delta.T @ A_prev
    db = delta.sum(axis=0)
    dA_prev = delta @ W.T
    return dW, db, dA_prev


def layer_backward_wrong_average_all(delta, A_prev, W):
    m = A_prev.shape[0]
    dW = np.dot(A_prev.T, delta) / m
    db = np.sum(delta, axis=0) / m
    dA_prev = np.dot(delta, W.T)
    return dW, db, dA_prev


def layer_backward_wrong_dW_average(delta, A_prev, W):
    dW = A_prev.T @ delta / len(delta)
    db = delta.sum(axis=0)
    return dW, db, delta @ W.T


def layer_backward_wrong_db_mean(delta, A_prev, W):
    return A_prev.T @ delta, delta.mean(axis=0), delta @ W.T


def layer_backward_wrong_db_axis_1(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = np.sum(delta, axis=1)
    dA_prev = delta @ W.T
    return dW, db, dA_prev


def layer_backward_wrong_db_keepdims(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = np.sum(delta, axis=0, keepdims=True)
    dA_prev = delta @ W.T
    return dW, db, dA_prev


def layer_backward_wrong_W_not_transposed(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta.sum(axis=0)
    dA_prev = delta @ W
    return dW, db, dA_prev


def layer_backward_wrong_dA_transposed(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta.sum(axis=0)
    dA_prev = W @ delta.T
    return dW, db, dA_prev


def layer_backward_wrong_order(delta, A_prev, W):
    dA_prev = np.dot(delta, W.T)
    dW = np.dot(A_prev.T, delta)
    db = np.sum(delta, axis=0)
    return dA_prev, dW, db


def layer_backward_wrong_db_not_summed(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta
    dA_prev = delta @ W.T
    return dW, db, dA_prev


def layer_backward_wrong_db_sum_of_all(delta, A_prev, W):
    dW = 1.0 * A_prev.T.dot(delta)
    db = 1.0 * np.sum(delta)
    dA_prev = delta.dot(W.T)
    return dW, db, dA_prev


def layer_backward_wrong_slope_included(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta.sum(axis=0)
    dA_prev = (delta @ W.T) * (1 - A_prev**2)
    return dW, db, dA_prev


def layer_backward_wrong_minus_sign(delta, A_prev, W):
    dW = -A_prev.T @ delta
    db = -delta.sum(axis=0)
    return dW, db, delta @ W.T


def layer_backward_wrong_sums_before_product(delta, A_prev, W):
    dW = np.outer(A_prev.sum(axis=0), delta.sum(axis=0))
    db = delta.sum(axis=0)
    dA_prev = delta @ W.T
    return dW, db, dA_prev


def layer_backward_wrong_last_sample_only(delta, A_prev, W):
    db = np.zeros(W.shape[1])
    for a, d in zip(A_prev, delta):
        dW = np.outer(a, d)
        db += d
    return dW, db, delta @ W.T


def layer_backward_wrong_reshape_for_transpose(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta.sum(axis=0)
    dA_prev = delta @ W.reshape(W.shape[1], W.shape[0])
    return dW, db, dA_prev


def layer_backward_wrong_zeros_like_W(delta, A_prev, W):
    dW = np.zeros_like(W)
    for j in range(W.shape[0]):
        for k in range(W.shape[1]):
            dW[j, k] = np.sum(A_prev[:, j] * delta[:, k])
    return dW, delta.sum(axis=0), delta @ W.T


def layer_backward_wrong_dA_averaged(delta, A_prev, W):
    n = len(delta)
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T / n


def layer_backward_wrong_db_row_and_dA_square(delta, A_prev, W):
    dW = A_prev.T @ delta
    db = delta[0]
    dA_prev = np.dot(delta, W)
    return dW, db, dA_prev


def layer_backward_wrong_mean_and_keepdims(delta, A_prev, W):
    dW = np.matmul(A_prev.T, delta)
    db = np.mean(delta, axis=0, keepdims=True)
    dA_prev = np.matmul(delta, W.T)
    return dW, db, dA_prev


def layer_backward_right_products(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


def layer_backward_right_einsum(delta, A_prev, W):
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    db = np.einsum("ik->k", delta)
    dA_prev = np.einsum("ik,jk->ij", delta, W)
    return dW, db, dA_prev


def layer_backward_right_ones_column(delta, A_prev, W):
    ones = np.ones((A_prev.shape[0], 1))
    both = np.hstack([A_prev, ones]).T.dot(delta)
    return both[:-1], both[-1], W.dot(delta.T).T


def layer_backward_right_plain_loops(delta, A_prev, W):
    n, n_out = delta.shape
    n_in = A_prev.shape[1]
    dW = np.zeros((n_in, n_out))
    db = np.zeros(n_out)
    dA = np.zeros((n, n_in))
    for i in range(n):
        for k in range(n_out):
            db[k] += delta[i, k]
            for j in range(n_in):
                dW[j, k] += A_prev[i, j] * delta[i, k]
                dA[i, j] += delta[i, k] * W[j, k]
    return [dW, db, dA]


def layer_backward_right_outer_products(delta, A_prev, W):
    dW = sum(np.outer(a, d) for a, d in zip(A_prev, delta))
    db = sum(delta)
    dA_prev = np.array([W @ d for d in delta])
    return dW, db, dA_prev



# ---- hidden_delta
def hidden_delta_wrong_no_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T


def hidden_delta_wrong_slope_of_product(delta_next, W_next, Z, f_prime):
    return f_prime(delta_next @ W_next.T)


def hidden_delta_wrong_slope_at_error(delta_next, W_next, Z, f_prime):
    dA = delta_next @ W_next.T
    return dA * f_prime(dA)


def hidden_delta_wrong_W_not_transposed(delta_next, W_next, Z, f_prime):
    return np.dot(delta_next, W_next) * f_prime(Z)


def hidden_delta_wrong_column_convention(delta_next, W_next, Z, f_prime):
    return np.dot(W_next, delta_next) * f_prime(Z)


def hidden_delta_wrong_matrix_product_with_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T @ f_prime(Z)


def hidden_delta_wrong_tanh_hard_coded(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * tanh_prime(Z)


def hidden_delta_wrong_slope_at_output(delta_next, W_next, Z, f_prime):
    A = np.tanh(Z)
    return (delta_next @ W_next.T) * f_prime(A)


def hidden_delta_wrong_sigmoid_output_formula(delta_next, W_next, Z, f_prime):
    return delta_next.dot(W_next.T) * (Z * (1 - Z))


def hidden_delta_wrong_averaged(delta_next, W_next, Z, f_prime):
    m = Z.shape[0]
    return (delta_next @ W_next.T) * f_prime(Z) / m


def hidden_delta_wrong_plus_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T + f_prime(Z)


def hidden_delta_wrong_times_Z(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z) * Z


def hidden_delta_wrong_mean_slope(delta_next, W_next, Z, f_prime):
    slope = np.mean(f_prime(Z), axis=0)
    return (delta_next @ W_next.T) * slope


def hidden_delta_wrong_relu_mask(delta_next, W_next, Z, f_prime):
    delta = np.dot(delta_next, W_next.T)
    delta[Z <= 0] = 0
    return delta


def hidden_delta_wrong_not_called(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime


def hidden_delta_wrong_slope_too_early(delta_next, W_next, Z, f_prime):
    return delta_next * f_prime(Z) @ W_next.T


def hidden_delta_wrong_zeros_like_Z(delta_next, W_next, Z, f_prime):
    dA = delta_next @ W_next.T
    slope = f_prime(Z)
    delta = np.zeros_like(Z)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            delta[i, j] = dA[i, j] * slope[i, j]
    return delta


def hidden_delta_wrong_plain_sum_of_weights(delta_next, W_next, Z, f_prime):
    back = delta_next.sum(axis=1, keepdims=True) * W_next.sum(axis=1)
    return back * f_prime(Z)


def hidden_delta_wrong_no_transpose_and_averaged(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next) * f_prime(Z) / len(delta_next)


def hidden_delta_wrong_minus_and_slope_of_slope(delta_next, W_next, Z, f_prime):
    return -(delta_next @ W_next.T) * f_prime(f_prime(Z))


def hidden_delta_right_product(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z)


def hidden_delta_right_transposes(delta_next, W_next, Z, f_prime):
    return np.multiply(f_prime(Z).T, np.dot(W_next, delta_next.T)).T


def hidden_delta_right_einsum(delta_next, W_next, Z, f_prime):
    return np.einsum("ik,jk,ij->ij", delta_next, W_next, f_prime(Z))


def hidden_delta_right_rows(delta_next, W_next, Z, f_prime):
    slopes = f_prime(Z)
    rows = []
    for d, s in zip(delta_next, slopes):
        rows.append(W_next @ d * s)
    return np.array(rows)


def hidden_delta_right_plain_loops(delta_next, W_next, Z, f_prime):
    slopes = f_prime(np.array(Z, dtype=float))
    out = np.zeros(Z.shape)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            total = 0.0
            for k in range(delta_next.shape[1]):
                total += delta_next[i, k] * W_next[j, k]
            out[i, j] = total * slopes[i, j]
    return out



# ---- backward
def backward_wrong_last_first(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_only_dWs_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.append(np.sum(delta, axis=0))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_wrong_Z(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in range(L - 1, -1, -1):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = (delta * f_prime(Zs[l])) @ Ws[l].T
    return dWs, dbs


def backward_wrong_slope_on_output(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in reversed(range(L)):
        d = delta * f_prime(Zs[l])
        dWs[l] = As[l].T @ d
        dbs[l] = d.sum(axis=0)
        delta = d @ Ws[l].T
    return dWs, dbs


def backward_wrong_no_slope(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for W, A in zip(Ws[::-1], As[::-1]):
        dWs.append(A.T @ delta)
        dbs.append(delta.sum(axis=0))
        delta = delta @ W.T
    return dWs[::-1], dbs[::-1]


def backward_wrong_wrong_W(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in reversed(range(L)):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = (delta @ Ws[l - 1].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_wrong_A(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in reversed(range(L)):
        dWs[l] = As[l - 1].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_mean_in_every_layer(Ws, As, Zs, delta, f_prime):
    m = len(As[0])
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.insert(0, np.dot(As[l].T, delta) / m)
        dbs.insert(0, np.sum(delta, axis=0) / m)
        if l > 0:
            delta = np.dot(delta, Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_first_layer_missing(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, 0, -1):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_pops_the_lists(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    while Ws:
        W = Ws.pop()
        A = As.pop()
        Zs.pop()
        dWs.insert(0, A.T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if Zs:
            delta = (delta @ W.T) * f_prime(Zs[-1])
    return dWs, dbs


def backward_wrong_db_axis_1(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs = [As[l].T @ delta] + dWs
        dbs = [delta.sum(axis=1)] + dbs
        if l != 0:
            delta = hidden_delta(delta, Ws[l], Zs[l - 1], f_prime)
    return dWs, dbs


def backward_wrong_pairs(Ws, As, Zs, delta, f_prime):
    grads = []
    for l in reversed(range(len(Ws))):
        dW, db, dA = layer_backward(delta, As[l], Ws[l])
        grads.insert(0, (dW, db))
        if l > 0:
            delta = dA * f_prime(Zs[l - 1])
    return grads


def backward_wrong_same_list(Ws, As, Zs, delta, f_prime):
    dWs = dbs = [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_slope_at_A(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(As[l])
    return dWs, dbs


def backward_wrong_two_layers_only(Ws, As, Zs, delta, f_prime):
    dW2 = As[1].T @ delta
    db2 = delta.sum(axis=0)
    delta1 = (delta @ Ws[1].T) * f_prime(Zs[0])
    dW1 = As[0].T @ delta1
    db1 = delta1.sum(axis=0)
    return [dW1, dW2], [db1, db2]


def backward_wrong_delta_not_carried(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, dA = layer_backward(delta, As[l], Ws[l])
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            new_delta = dA * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_reverses_in_place(Ws, As, Zs, delta, f_prime):
    Ws.reverse()
    As.reverse()
    Zs.reverse()
    dWs, dbs = [], []
    for l in range(len(Ws)):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l + 1 < len(Ws):
            delta = (delta @ Ws[l].T) * f_prime(Zs[l + 1])
    return dWs[::-1], dbs[::-1]


def backward_wrong_slope_two_back(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 2])
    return dWs, dbs


def backward_wrong_last_layer_skipped_slope(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [0] * L, [0] * L
    for l in range(L - 1, -1, -1):
        dWs[l] = As[l].T @ delta
        dbs[l] = np.sum(delta, axis=0)
        if l > 1:
            delta = np.dot(delta, Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_scales_delta_in_place(Ws, As, Zs, delta, f_prime):
    delta /= delta.shape[0]
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_wrong_no_slope_and_not_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        delta = delta @ Ws[l].T
    return dWs, dbs


def backward_wrong_output_slope_and_db_mean(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for W, A, Z in zip(reversed(Ws), reversed(As), reversed(Zs)):
        delta = delta * f_prime(Z)
        dWs.append(A.T @ delta)
        dbs.append(np.mean(delta, axis=0))
        delta = delta @ W.T
    return dWs[::-1], dbs[::-1]


def backward_right_own_functions(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, _ = layer_backward(delta, As[l], Ws[l])
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            delta = hidden_delta(delta, Ws[l], Zs[l - 1], f_prime)
    return dWs, dbs


def backward_right_deltas_first(Ws, As, Zs, delta, f_prime):
    deltas = [delta]
    for W, Z in zip(Ws[:0:-1], Zs[-2::-1]):
        deltas.append(np.dot(deltas[-1], W.T) * f_prime(Z))
    deltas.reverse()
    dWs = [np.dot(A.T, d) for A, d in zip(As, deltas)]
    dbs = [np.sum(d, axis=0) for d in deltas]
    return dWs, dbs


def backward_right_recursive(Ws, As, Zs, delta, f_prime):
    def back(l, d):
        here = ([As[l].T @ d], [d.sum(0)])
        if l == 0:
            return here
        before = back(l - 1, (d @ Ws[l].T) * f_prime(Zs[l - 1]))
        return before[0] + here[0], before[1] + here[1]

    return back(len(Ws) - 1, delta)


def backward_right_einsum_preallocated(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs = [None] * L
    dbs = [None] * L
    l = L - 1
    while True:
        dWs[l] = np.einsum("nj,nk->jk", As[l], delta)
        dbs[l] = np.einsum("nk->k", delta)
        if l == 0:
            return dWs, dbs
        delta = np.einsum("nk,jk,nj->nj", delta, Ws[l], f_prime(Zs[l - 1]))
        l -= 1


def backward_right_slope_before_use(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    first = True
    for W, A, Z in reversed(list(zip(Ws, As, Zs))):
        if not first:
            delta = delta * f_prime(Z)
        first = False
        dWs.append(A.T @ delta)
        dbs.append(delta.sum(axis=0))
        delta = delta @ W.T
    return dWs[::-1], dbs[::-1]



# ---- by another writer, later
def numerical_gradient_forward(f, x, h):
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        xp = x.astype(float)
        xp[i] += h
        g[i] = (f(xp) - f(x)) / h
    return g


def numerical_gradient_by_h(f, x, h):
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / h
    return g


def numerical_gradient_brackets(f, x, h):
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / 2 * h
    return g


def numerical_gradient_all_at_once(f, x, h):
    slope = (f(x + h) - f(x - h)) / (2 * h)
    return np.full(x.shape, slope)


def numerical_gradient_int_copy(f, x, h):
    g = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        up, down = x.copy(), x.copy()
        up[i] = x[i] + h
        down[i] = x[i] - h
        g[i] = (f(up) - f(down)) / (2 * h)
    return g


def numerical_gradient_first_axis(f, x, h):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape)
    for i in range(len(x)):
        old = x[i].copy()
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        g[i] = (up - down) / (2 * h)
    return g


def numerical_gradient_not_restored(f, x, h):
    g = np.zeros(x.shape)
    flat = x.reshape(-1)
    for i in range(flat.size):
        flat[i] += h
        up = f(x)
        flat[i] -= 2 * h
        down = f(x)
        g.reshape(-1)[i] = (up - down) / (2 * h)
    return g


def numerical_gradient_own_h(f, x, h):
    h = 1e-4
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        g[i] = (f(x + e) - f(x - e)) / (2 * h)
    return g


def numerical_gradient_flat(f, x, h):
    slopes = []
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        slopes.append((f(x + e) - f(x - e)) / (2 * h))
    return np.array(slopes)


def numerical_gradient_eye(f, x, h):
    steps = h * np.eye(x.size).reshape((x.size,) + x.shape)
    return np.array([(f(x + s) - f(x - s)) / (2 * h) for s in steps]).reshape(x.shape)


def numerical_gradient_restore(f, x, h):
    work = np.array(x, dtype=np.float64)
    g = np.empty(work.shape)
    for i in np.ndindex(*work.shape):
        keep = work[i]
        work[i] = keep + h
        up = f(work)
        work[i] = keep - h
        down = f(work)
        work[i] = keep
        g[i] = 0.5 * (up - down) / h
    return g


def output_delta_no_mean(Z, Y):
    return softmax(Z) - Y


def output_delta_sign(Z, Y):
    return (Y - softmax(Z)) / len(Z)


def output_delta_all_entries(Z, Y):
    return (softmax(Z) - Y) / Z.size


def output_delta_no_softmax(Z, Y):
    return (Z - Y) / Z.shape[0]


def output_delta_sigmoid(Z, Y):
    P = 0.5 * (1 + np.tanh(Z / 2))
    return (P - Y) / len(Z)


def output_delta_times_slope(Z, Y):
    P = softmax(Z)
    return (P - Y) * P * (1 - P) / len(Z)


def output_delta_by_p(Z, Y):
    P = softmax(Z)
    return -Y / P / len(Z)


def output_delta_by_k(Z, Y):
    return (softmax(Z) - Y) / Z.shape[1]


def output_delta_axis0(Z, Y):
    E = np.exp(Z - Z.max(axis=0))
    return (E / E.sum(axis=0) - Y) / len(Z)


def output_delta_labels(Z, Y):
    P = softmax(np.asarray(Z, dtype=float)).copy()
    P[np.arange(len(Z)), np.argmax(Y, axis=1)] -= 1
    return P / len(Z)


def output_delta_jacobian(Z, Y):
    n, k = Z.shape
    out = np.zeros((n, k))
    for i in range(n):
        e = np.exp(Z[i] - np.max(Z[i]))
        p = e / e.sum()
        for j in range(k):
            out[i, j] = sum(Y[i, l] * (p[j] - (1.0 if j == l else 0.0)) for l in range(k)) / n
    return out


def layer_backward_mean_again(delta, A_prev, W):
    n = len(delta)
    return A_prev.T @ delta / n, delta.sum(axis=0) / n, delta @ W.T


def layer_backward_bias_not_summed(delta, A_prev, W):
    return A_prev.T @ delta, delta, delta @ W.T


def layer_backward_bias_axis1(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=1), delta @ W.T


def layer_backward_w_not_transposed(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W


def layer_backward_dw_transposed(delta, A_prev, W):
    return delta.T @ A_prev, delta.sum(axis=0), delta @ W.T


def layer_backward_overwritten(delta, A_prev, W):
    dW = np.zeros(W.shape)
    db = np.zeros(W.shape[1])
    dA = np.zeros(A_prev.shape)
    for i in range(len(delta)):
        dW = np.outer(A_prev[i], delta[i])
        db += delta[i]
        dA[i] = W @ delta[i]
    return dW, db, dA


def layer_backward_with_slope(delta, A_prev, W):
    dA_prev = (delta @ W.T) * A_prev * (1 - A_prev)
    return A_prev.T @ delta, delta.sum(axis=0), dA_prev


def layer_backward_bias_row(delta, A_prev, W):
    return A_prev.T @ delta, np.sum(delta, axis=0, keepdims=True), delta @ W.T


def layer_backward_int_inputs(delta, A_prev, W):
    dA_prev = np.zeros_like(A_prev)
    for i in range(A_prev.shape[0]):
        for j in range(A_prev.shape[1]):
            dA_prev[i, j] = np.sum(delta[i] * W[j])
    return A_prev.T @ delta, delta.sum(axis=0), dA_prev


def layer_backward_einsum(delta, A_prev, W):
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    db = np.einsum("ik->k", delta)
    return dW, db, np.einsum("ik,jk->ij", delta, W)


def layer_backward_loops(delta, A_prev, W):
    n, n_in, n_out = len(delta), *W.shape
    dW, db, dA = np.zeros((n_in, n_out)), np.zeros(n_out), np.zeros((n, n_in))
    for i in range(n):
        for k in range(n_out):
            db[k] += delta[i, k]
            for j in range(n_in):
                dW[j, k] += A_prev[i, j] * delta[i, k]
                dA[i, j] += delta[i, k] * W[j, k]
    return dW, db, dA


def hidden_delta_no_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T


def hidden_delta_at_output(delta_next, W_next, Z, f_prime):
    A = np.tanh(Z)
    return (delta_next @ W_next.T) * f_prime(A)


def hidden_delta_w_not_transposed(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next) * f_prime(Z)


def hidden_delta_matrix_product(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T @ f_prime(Z)


def hidden_delta_always_tanh(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * tanh_prime(Z)


def hidden_delta_first_row(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z[0])


def hidden_delta_mean_again(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z) / len(Z)


def hidden_delta_times_z(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * Z * f_prime(Z)


def hidden_delta_slope_before_w(delta_next, W_next, Z, f_prime):
    return (delta_next * f_prime(Z)) @ W_next.T


def hidden_delta_einsum(delta_next, W_next, Z, f_prime):
    return np.einsum("ik,jk,ij->ij", delta_next, W_next, f_prime(Z))


def hidden_delta_by_row(delta_next, W_next, Z, f_prime):
    rows = [np.diag(f_prime(Z[i])) @ (W_next @ delta_next[i]) for i in range(len(Z))]
    return np.array(rows)


def backward_last_first(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_slope_at_output(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in range(L - 1, -1, -1):
        delta = delta * f_prime(Zs[l])
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        delta = delta @ Ws[l].T
    return dWs, dbs


def backward_no_slope(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for W, A in zip(Ws[::-1], As[::-1]):
        dWs.insert(0, A.T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = delta @ W.T
    return dWs, dbs


def backward_slope_of_output(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = (delta @ Ws[l].T) * f_prime(As[l])
    return dWs, dbs


def backward_first_missing(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, 0, -1):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_not_carried(Ws, As, Zs, delta, f_prime):
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in range(L - 1, -1, -1):
        if l == L - 1:
            d = delta
        else:
            d = np.dot(delta, Ws[l + 1].T) * f_prime(Zs[l])
        dWs[l] = np.dot(As[l].T, d)
        dbs[l] = np.sum(d, axis=0)
    return dWs, dbs


def backward_pop(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    Zs.pop()
    while Ws:
        W, A = Ws.pop(), As.pop()
        dWs.append(A.T @ delta)
        dbs.append(delta.sum(axis=0))
        if Zs:
            delta = (delta @ W.T) * f_prime(Zs.pop())
    return dWs[::-1], dbs[::-1]


def backward_mean_again(Ws, As, Zs, delta, f_prime):
    m = delta.shape[0]
    dWs, dbs = [0] * len(Ws), [0] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = (1 / m) * np.dot(As[l].T, delta)
        dbs[l] = (1 / m) * np.sum(delta, axis=0)
        if l > 0:
            delta = np.dot(delta, Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_two_slips(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs += [As[l].T @ delta]
        dbs += [delta.sum(axis=1)]
        if l:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def backward_recursive(Ws, As, Zs, delta, f_prime):
    dW, db = As[-1].T @ delta, delta.sum(axis=0)
    if len(Ws) == 1:
        return [dW], [db]
    before = (delta @ Ws[-1].T) * f_prime(Zs[-2])
    dWs, dbs = backward_recursive(Ws[:-1], As[:-1], Zs[:-1], before, f_prime)
    return dWs + [dW], dbs + [db]


def backward_deltas_first(Ws, As, Zs, delta, f_prime):
    deltas = [delta]
    for W, Z in zip(list(Ws)[:0:-1], list(Zs)[-2::-1]):
        deltas.append(np.einsum("ik,jk->ij", deltas[-1], W) * f_prime(Z))
    deltas.reverse()
    dWs = [np.einsum("ij,ik->jk", A, d) for A, d in zip(As, deltas)]
    return dWs, [np.ones(len(d)) @ d for d in deltas]


WRONG = {
    'numerical_gradient': [
        ('forward-difference', numerical_gradient_wrong_forward_difference, 'takes one step to the right only (f(x+h) - f(x)) / h; the central difference needs f(x-h) and 2h'),
        ('divide-by-h', numerical_gradient_wrong_divide_by_h, 'divides the central difference by h in place of 2h'),
        ('no-brackets-2h', numerical_gradient_wrong_no_brackets_2h, "'/ 2 * h' divides by 2 and multiplies by h; brackets around (2 * h) are missing"),
        ('all-entries-move', numerical_gradient_wrong_all_entries_move, 'adds h to the whole array, so all entries move at once and every place holds the sum of the slopes'),
        ('in-place-not-restored', numerical_gradient_wrong_in_place_not_restored, "moves x itself and never puts the entry back, so the caller's x is changed and the later slopes are taken elsewhere"),
        ('minus-only-back', numerical_gradient_wrong_minus_only_back, 'after the step up the copy goes down by h only, to x and not to x - h, so half of the difference is missing'),
        ('zeros-like-int', numerical_gradient_wrong_zeros_like_int, 'np.zeros_like(x) makes an integer gradient when x holds integers, and cuts off the fractions'),
        ('int-copy', numerical_gradient_wrong_int_copy, 'x.copy() of an integer array stays integer, so x[i] + h is cut back to x[i] and the slope is lost; copy as float'),
        ('rows-only', numerical_gradient_wrong_rows_only, 'loops over len(x) only, so in a matrix a whole row moves at once'),
        ('stays-flat', numerical_gradient_wrong_stays_flat, 'the gradient is returned as a flat vector; the reshape to x.shape at the end is missing'),
        ('own-step', numerical_gradient_wrong_own_step, 'ignores the h that is handed in and uses 1e-5'),
        ('matrix-only', numerical_gradient_wrong_matrix_only, 'unpacks x.shape into two sizes, so it works for matrices only, not for vectors or three axes'),
        ('same-array-twice', numerical_gradient_wrong_same_array_twice, "'x_plus = x_minus = ...' is one array with two names, so the step up and the step down cancel and all slopes are 0"),
        ('copies-before-loop', numerical_gradient_wrong_copies_before_loop, 'the copies are made once before the loop, so the entries moved earlier stay moved; copy inside the loop or put the entry back'),
        ('return-in-loop', numerical_gradient_wrong_return_in_loop, 'the return stands inside the loop, so only the first entry gets a slope'),
        ('minus-first', numerical_gradient_wrong_minus_first, 'f(x - h) - f(x + h) has the wrong sign'),
        ('forward-and-int-gradient', numerical_gradient_wrong_forward_and_int_gradient, 'two causes: a one-sided difference, and np.zeros_like(x), which cuts fractions off for integer x'),
        ('one-side-and-flat', numerical_gradient_wrong_one_side_and_flat, 'two causes: divides by h in place of 2h, and returns the gradient flat'),
        ('forward', numerical_gradient_forward, 'one step to one side only: the forward difference'),
        ('by-h', numerical_gradient_by_h, 'divided by h, although the two points lie 2h apart'),
        ('brackets', numerical_gradient_brackets, 'brackets: divides by 2 and multiplies by h'),
        ('all-at-once', numerical_gradient_all_at_once, 'all entries move at once, so each gets the sum of all slopes'),
        ('int-copy-2', numerical_gradient_int_copy, 'the copies keep the integers of x, so the step is cut off to 0'),
        ('first-axis', numerical_gradient_first_axis, "runs over the first axis only: in a matrix a whole row moves, and every entry of it gets the row's sum"),
        ('not-restored', numerical_gradient_not_restored, 'the moved entry is not put back: x is left moved by -h, and later slopes are measured there'),
        ('own-h', numerical_gradient_own_h, 'its own step of 1e-4 instead of the h that is handed in'),
        ('flat', numerical_gradient_flat, 'the gradient comes back as one long vector'),
    ],
    'output_delta': [
        ('target-minus-p', output_delta_wrong_target_minus_p, 'Y - P has the wrong sign; delta is (P - Y) / n'),
        ('no-n', output_delta_wrong_no_n, 'the division by the number of rows is missing, so it is the slope of the sum'),
        ('over-all-entries', output_delta_wrong_over_all_entries, 'divides by all n*k entries (Z.size) in place of the n rows'),
        ('by-classes', output_delta_wrong_by_classes, 'divides by Z.shape[1], the number of classes, in place of the number of rows'),
        ('global-softmax', output_delta_wrong_global_softmax, 'own softmax divides by the sum over the whole table, not by the sum of each row (axis=1, keepdims=True)'),
        ('softmax-axis-0', output_delta_wrong_softmax_axis_0, 'own softmax sums over axis 0, down the columns, in place of along each row'),
        ('mse-sigmoid-slope', output_delta_wrong_mse_sigmoid_slope, 'multiplies by P*(1-P), the slope of a sigmoid with squared error; with softmax and cross-entropy it has cancelled'),
        ('loss-by-p', output_delta_wrong_loss_by_p, "-Y / P is the slope of the loss by the probabilities P; the softmax's slope is missing"),
        ('brackets', output_delta_wrong_brackets, 'without brackets only Y is divided by n: softmax(Z) - Y / n'),
        ('naive-softmax', output_delta_wrong_naive_softmax, "own softmax takes np.exp(Z) without subtracting the row's largest logit, so logits of 1000 overflow"),
        ('no-softmax', output_delta_wrong_no_softmax, 'compares the logits with the targets: softmax is missing'),
        ('sigmoid-for-softmax', output_delta_wrong_sigmoid_for_softmax, 'uses the sigmoid of each logit in place of softmax by rows'),
        ('labels-not-one-hot', output_delta_wrong_labels_not_one_hot, 'subtracts 1 at P[range(n), Y] as if Y held labels; Y holds one-hot rows'),
        ('changes-Z', output_delta_wrong_changes_Z, "'Z -= ...' subtracts the maximum from the caller's Z in place (and fails for integers); write Z = Z - ..."),
        ('global-max', output_delta_wrong_global_max, 'own softmax subtracts the largest logit of the whole table, so a row far below underflows to 0/0'),
        ('summed-over-rows', output_delta_wrong_summed_over_rows, 'averages over the rows with np.mean(axis=0), so one row is left; every sample keeps its own delta'),
        ('times-Y', output_delta_wrong_times_Y, 'multiplies the difference by Y, so only the true class gets a delta'),
        ('sign-and-no-n', output_delta_wrong_sign_and_no_n, 'two causes: Y - P has the wrong sign, and the division by n is missing'),
        ('axis-0-and-size', output_delta_wrong_axis_0_and_size, 'two causes: own softmax sums down the columns (axis 0), and it is divided by all entries Z.size'),
        ('no-mean', output_delta_no_mean, 'the 1/n of the mean is missing'),
        ('sign', output_delta_sign, 'target minus probability: the sign is turned'),
        ('all-entries', output_delta_all_entries, 'divided by all n k entries'),
        ('no-softmax-2', output_delta_no_softmax, 'the logits themselves minus the targets: softmax is missing'),
        ('sigmoid', output_delta_sigmoid, 'a sigmoid for each logit instead of the softmax of the row'),
        ('times-slope', output_delta_times_slope, 'multiplied with P (1 - P) once more, as for the squared error behind a sigmoid'),
        ('by-p', output_delta_by_p, 'the derivative by the probabilities, not by the logits: -Y/P'),
        ('by-k', output_delta_by_k, 'divided by the number of classes instead of by the number of rows'),
        ('axis0', output_delta_axis0, "softmax over the columns of the batch, one of the web's softmaxes for samples in columns"),
    ],
    'layer_backward': [
        ('dW-transposed', layer_backward_wrong_dW_transposed, 'delta.T @ A_prev is the transpose of dW; it must be A_prev.T @ delta'),
        ('average-all', layer_backward_wrong_average_all, 'divides dW and db by the batch size once more; delta carries the 1/n already'),
        ('dW-average', layer_backward_wrong_dW_average, 'divides dW alone by the batch size; delta carries the 1/n already'),
        ('db-mean', layer_backward_wrong_db_mean, 'takes the mean of delta for db in place of the sum'),
        ('db-axis-1', layer_backward_wrong_db_axis_1, 'sums delta over axis 1, the units, in place of axis 0, the samples'),
        ('db-keepdims', layer_backward_wrong_db_keepdims, 'keepdims=True leaves db with the shape (1, n_out) in place of (n_out,)'),
        ('W-not-transposed', layer_backward_wrong_W_not_transposed, 'dA_prev = delta @ W: the transpose of W is missing (it fits for square W only)'),
        ('dA-transposed', layer_backward_wrong_dA_transposed, 'W @ delta.T is the transpose of dA_prev (a formula for samples in columns)'),
        ('order', layer_backward_wrong_order, 'returns (dA_prev, dW, db); the order asked for is (dW, db, dA_prev)'),
        ('db-not-summed', layer_backward_wrong_db_not_summed, 'db = delta is not summed over the samples'),
        ('db-sum-of-all', layer_backward_wrong_db_sum_of_all, 'np.sum(delta) without axis adds all units together into one number'),
        ('slope-included', layer_backward_wrong_slope_included, 'multiplies dA_prev by the slope of tanh, 1 - A_prev**2; the activation belongs to task 4'),
        ('minus-sign', layer_backward_wrong_minus_sign, 'dW and db carry a minus sign (downhill direction); the plain derivatives are asked for'),
        ('sums-before-product', layer_backward_wrong_sums_before_product, 'sums the samples of A_prev and delta first and takes the outer product; the sum of products is not the product of sums'),
        ('last-sample-only', layer_backward_wrong_last_sample_only, 'the loop overwrites dW in place of adding up, so only the last sample counts (+= is missing)'),
        ('reshape-for-transpose', layer_backward_wrong_reshape_for_transpose, 'W.reshape(W.shape[::-1]) is not the transpose: the numbers land in other places'),
        ('zeros-like-W', layer_backward_wrong_zeros_like_W, 'dW = np.zeros_like(W) is an integer table when W holds integers, so the fractions are lost'),
        ('dA-averaged', layer_backward_wrong_dA_averaged, 'divides dA_prev by the batch size; delta carries the 1/n already'),
        ('db-row-and-dA-square', layer_backward_wrong_db_row_and_dA_square, 'two causes: db takes the first row of delta only, and W in dA_prev is not transposed'),
        ('mean-and-keepdims', layer_backward_wrong_mean_and_keepdims, 'two causes: db is a mean in place of a sum, and keepdims=True leaves it (1, n_out)'),
        ('mean-again', layer_backward_mean_again, 'dW and db are divided by n once more, although delta carries the 1/n'),
        ('bias-not-summed', layer_backward_bias_not_summed, 'db is delta itself, not summed over the samples'),
        ('bias-axis1', layer_backward_bias_axis1, 'db is summed along the rows (axis 1)'),
        ('w-not-transposed', layer_backward_w_not_transposed, 'W is not transposed on the way back'),
        ('dw-transposed', layer_backward_dw_transposed, 'dW is transposed: (n_out, n_in)'),
        ('overwritten', layer_backward_overwritten, 'in the loop over the samples dW is overwritten, not accumulated: only the last sample counts'),
        ('with-slope', layer_backward_with_slope, 'the slope of a sigmoid is multiplied into dA_prev, though the activation is not part of this task'),
        ('bias-row', layer_backward_bias_row, 'db keeps two axes: (1, n_out)'),
        ('int-inputs', layer_backward_int_inputs, 'zeros_like(A_prev) takes over integers, so the fractions of dA_prev are cut off'),
    ],
    'hidden_delta': [
        ('no-slope', hidden_delta_wrong_no_slope, "the slope f'(Z) is missing"),
        ('slope-of-product', hidden_delta_wrong_slope_of_product, 'applies f_prime to the error that came back in place of Z'),
        ('slope-at-error', hidden_delta_wrong_slope_at_error, 'multiplies by f_prime of the error dA in place of f_prime(Z)'),
        ('W-not-transposed', hidden_delta_wrong_W_not_transposed, 'W_next is not transposed (it fits for square tables only)'),
        ('column-convention', hidden_delta_wrong_column_convention, 'W_next @ delta_next is the formula for samples in columns; here it is delta_next @ W_next.T'),
        ('matrix-product-with-slope', hidden_delta_wrong_matrix_product_with_slope, "'@ f_prime(Z)' is a matrix product; the slope must be multiplied entry by entry with *"),
        ('tanh-hard-coded', hidden_delta_wrong_tanh_hard_coded, 'uses tanh_prime in place of the f_prime that is handed in'),
        ('slope-at-output', hidden_delta_wrong_slope_at_output, 'gives f_prime the output tanh(Z) of the activation; it takes Z itself'),
        ('sigmoid-output-formula', hidden_delta_wrong_sigmoid_output_formula, "writes Z * (1 - Z), the sigmoid's slope from its output, in place of f_prime(Z)"),
        ('averaged', hidden_delta_wrong_averaged, 'divides by the number of rows; delta_next carries the 1/n already'),
        ('plus-slope', hidden_delta_wrong_plus_slope, 'adds the slope in place of multiplying by it'),
        ('times-Z', hidden_delta_wrong_times_Z, 'multiplies by f_prime(Z) and by Z as well'),
        ('mean-slope', hidden_delta_wrong_mean_slope, 'uses the mean slope over the samples in place of a slope for every entry'),
        ('relu-mask', hidden_delta_wrong_relu_mask, 'zeroes the error where Z <= 0 (the slope of ReLU) in place of using f_prime'),
        ('not-called', hidden_delta_wrong_not_called, "f_prime is not called: '* f_prime' multiplies an array by a function"),
        ('slope-too-early', hidden_delta_wrong_slope_too_early, 'multiplies delta_next by the slope before the way back through W_next; the slope belongs after it'),
        ('zeros-like-Z', hidden_delta_wrong_zeros_like_Z, 'np.zeros_like(Z) makes an integer result when Z holds integers'),
        ('plain-sum-of-weights', hidden_delta_wrong_plain_sum_of_weights, 'multiplies the summed error of a sample by the summed weights of a unit; the pairs error times weight must be summed'),
        ('no-transpose-and-averaged', hidden_delta_wrong_no_transpose_and_averaged, 'two causes: W_next is not transposed, and the result is divided by n once more'),
        ('minus-and-slope-of-slope', hidden_delta_wrong_minus_and_slope_of_slope, 'two causes: a minus sign too many, and f_prime is applied twice'),
        ('no-slope-2', hidden_delta_no_slope, 'the slope of the activation is forgotten'),
        ('at-output', hidden_delta_at_output, "the slope is taken at the activation's output (tanh of Z), not at Z"),
        ('w-not-transposed', hidden_delta_w_not_transposed, 'W_next is not transposed'),
        ('matrix-product', hidden_delta_matrix_product, 'a matrix product with the slopes instead of entry by entry'),
        ('always-tanh', hidden_delta_always_tanh, 'the slope of tanh whatever f_prime is handed in'),
        ('first-row', hidden_delta_first_row, 'the slopes of the first row are used for all rows'),
        ('mean-again', hidden_delta_mean_again, 'divided by n once more'),
        ('times-z', hidden_delta_times_z, 'Z itself stands there as a factor besides the slope'),
        ('slope-before-w', hidden_delta_slope_before_w, "the slope is multiplied on the next layer's side, before W: fits only where both layers are equally wide"),
    ],
    'backward': [
        ('last-first', backward_wrong_last_first, 'the lists are built from the last layer on and never reversed'),
        ('only-dWs-reversed', backward_wrong_only_dWs_reversed, 'dWs is turned round, dbs is not'),
        ('wrong-Z', backward_wrong_wrong_Z, "uses f_prime(Zs[l]), the layer's own Z, in place of Zs[l - 1], the Z of the layer before"),
        ('slope-on-output', backward_wrong_slope_on_output, 'multiplies delta by f_prime(Zs[l]) in every layer, the last included; the delta that comes in has no activation left'),
        ('no-slope', backward_wrong_no_slope, 'delta is carried back without f_prime'),
        ('wrong-W', backward_wrong_wrong_W, 'carries delta back with Ws[l - 1], the weights of the layer before, in place of Ws[l]'),
        ('wrong-A', backward_wrong_wrong_A, "uses As[l - 1] as the layer's input; As[l] is the input of layer l"),
        ('mean-in-every-layer', backward_wrong_mean_in_every_layer, 'divides dW and db by the batch size in every layer; delta carries the 1/n already'),
        ('first-layer-missing', backward_wrong_first_layer_missing, 'range(L - 1, 0, -1) stops before 0, so the first layer gets no gradient'),
        ('pops-the-lists', backward_wrong_pops_the_lists, "pop() takes the layers out of the caller's lists"),
        ('db-axis-1', backward_wrong_db_axis_1, 'sums delta over axis 1 in place of over the samples, axis 0'),
        ('pairs', backward_wrong_pairs, 'returns a list of pairs (dW, db), one for each layer, in place of two lists'),
        ('same-list', backward_wrong_same_list, "'dWs = dbs = ...' is one list with two names, so the biases overwrite the weights"),
        ('slope-at-A', backward_wrong_slope_at_A, "gives f_prime the activation's output As[l] in place of Zs[l - 1]"),
        ('two-layers-only', backward_wrong_two_layers_only, 'written for exactly two layers'),
        ('delta-not-carried', backward_wrong_delta_not_carried, "the new delta goes into another name and is never used; every layer sees the last layer's delta"),
        ('reverses-in-place', backward_wrong_reverses_in_place, "Ws.reverse() and its like turn the caller's lists round and leave them so"),
        ('slope-two-back', backward_wrong_slope_two_back, 'the slope is taken at Zs[l - 2] in place of Zs[l - 1] (with l = 1 that wraps round to the last layer)'),
        ('last-layer-skipped-slope', backward_wrong_last_layer_skipped_slope, "'if l > 1' leaves the first layer without the right delta: its delta is never computed"),
        ('scales-delta-in-place', backward_wrong_scales_delta_in_place, "'delta /= n' divides once more by n and changes the caller's delta"),
        ('no-slope-and-not-reversed', backward_wrong_no_slope_and_not_reversed, 'two causes: f_prime is missing, and the lists start with the last layer'),
        ('output-slope-and-db-mean', backward_wrong_output_slope_and_db_mean, "two causes: the slope is applied to the last layer's delta too, and db is a mean"),
        ('last-first-2', backward_last_first, 'the gradients are collected on the way back and not turned round: last layer first'),
        ('slope-at-output', backward_slope_at_output, 'the last delta is multiplied with the slope once more, though it belongs to Z already'),
        ('no-slope-2', backward_no_slope, 'the slope is forgotten between the layers'),
        ('slope-of-output', backward_slope_of_output, 'the slope is taken at the activations As[l] instead of at the sums Zs[l - 1]'),
        ('first-missing', backward_first_missing, 'range stops at 1: the first layer gets no gradient'),
        ('not-carried', backward_not_carried, "delta is never replaced: every layer before the last starts from the last layer's delta again"),
        ('pop', backward_pop, "the caller's lists are emptied by pop"),
        ('mean-again', backward_mean_again, 'dW is averaged once more over the rows, and db too (the 1/n is in delta already)'),
        ('two-slips', backward_two_slips, 'db of the hidden layers is summed over the wrong axis, and the results stand last layer first'),
    ],
}

RIGHT = {
    'numerical_gradient': [
        ('ndindex', numerical_gradient_right_ndindex),
        ('own-copy-restored', numerical_gradient_right_own_copy_restored),
        ('eye-comprehension', numerical_gradient_right_eye_comprehension),
        ('two-lists', numerical_gradient_right_two_lists),
        ('python-flat', numerical_gradient_right_python_flat),
        ('eye', numerical_gradient_eye),
        ('restore', numerical_gradient_restore),
    ],
    'output_delta': [
        ('one-line', output_delta_right_one_line),
        ('argmax-minus-one', output_delta_right_argmax_minus_one),
        ('plain-loops', output_delta_right_plain_loops),
        ('jacobian-einsum', output_delta_right_jacobian_einsum),
        ('logsumexp', output_delta_right_logsumexp),
        ('labels', output_delta_labels),
        ('jacobian', output_delta_jacobian),
    ],
    'layer_backward': [
        ('products', layer_backward_right_products),
        ('einsum', layer_backward_right_einsum),
        ('ones-column', layer_backward_right_ones_column),
        ('plain-loops', layer_backward_right_plain_loops),
        ('outer-products', layer_backward_right_outer_products),
        ('einsum-2', layer_backward_einsum),
        ('loops', layer_backward_loops),
    ],
    'hidden_delta': [
        ('product', hidden_delta_right_product),
        ('transposes', hidden_delta_right_transposes),
        ('einsum', hidden_delta_right_einsum),
        ('rows', hidden_delta_right_rows),
        ('plain-loops', hidden_delta_right_plain_loops),
        ('einsum-2', hidden_delta_einsum),
        ('by-row', hidden_delta_by_row),
    ],
    'backward': [
        ('own-functions', backward_right_own_functions),
        ('deltas-first', backward_right_deltas_first),
        ('recursive', backward_right_recursive),
        ('einsum-preallocated', backward_right_einsum_preallocated),
        ('slope-before-use', backward_right_slope_before_use),
        ('recursive-2', backward_recursive),
        ('deltas-first-2', backward_deltas_first),
    ],
}



# ---- skip_backward

def skip_backward_wrong_no_skip(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T


def skip_backward_wrong_no_slope(dA, A_prev, Z, W, f_prime):
    return A_prev.T @ dA, dA.sum(axis=0), dA @ W.T + dA


def skip_backward_wrong_slope_on_both_paths(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + D


def skip_backward_wrong_W_not_transposed(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W + dA


def skip_backward_wrong_skip_in_delta(dA, A_prev, Z, W, f_prime):
    D = dA * (1 + f_prime(Z))
    return A_prev.T @ D, D.sum(axis=0), D @ W.T


def skip_backward_wrong_input_added(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + A_prev


def skip_backward_wrong_one_added(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + 1


def skip_backward_wrong_slope_at_input(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(A_prev)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_slope_at_output(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(np.tanh(Z))
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_db_mean(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.mean(axis=0), D @ W.T + dA


def skip_backward_wrong_dW_over_n(dA, A_prev, Z, W, f_prime):
    n = len(dA)
    D = dA * f_prime(Z)
    return A_prev.T @ D / n, D.sum(axis=0) / n, D @ W.T + dA


def skip_backward_wrong_db_axis(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=1), D @ W.T + dA


def skip_backward_wrong_db_keepdims(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0, keepdims=True), D @ W.T + dA


def skip_backward_wrong_db_of_dA(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, dA.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_dW_transposed(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return D.T @ A_prev, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_dW_with_Z(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return Z.T @ D, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_dW_with_skip(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D + A_prev.T @ dA, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_paths_multiplied(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T * dA


def skip_backward_wrong_paths_averaged(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), (D @ W.T + dA) / 2


def skip_backward_wrong_path_subtracted(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T - dA


def skip_backward_wrong_in_place(dA, A_prev, Z, W, f_prime):
    dA *= f_prime(Z)
    return A_prev.T @ dA, dA.sum(axis=0), dA @ W.T + dA


def skip_backward_wrong_in_place_kept(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    dW, db = A_prev.T @ D, D.sum(axis=0)
    dA += D @ W.T
    return dW, db, dA


def skip_backward_wrong_tanh_assumed(dA, A_prev, Z, W, f_prime):
    D = dA * (1 - np.tanh(Z) ** 2)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + dA


def skip_backward_wrong_order(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return D @ W.T + dA, A_prev.T @ D, D.sum(axis=0)


def skip_backward_wrong_entry_by_entry_W(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D * np.diag(W) + dA


def skip_backward_wrong_no_skip_no_slope(dA, A_prev, Z, W, f_prime):
    return A_prev.T @ dA, dA.sum(axis=0), dA @ W.T


def skip_backward_wrong_skip_slope_and_mean(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.mean(axis=0), D + D @ W.T


def skip_backward_right_two_paths(dA, A_prev, Z, W, f_prime):
    D = dA * f_prime(Z)
    return A_prev.T @ D, D.sum(axis=0), D @ W.T + dA


def skip_backward_right_einsum(dA, A_prev, Z, W, f_prime):
    D = np.einsum("ij,ij->ij", dA, f_prime(Z))
    dW = np.einsum("ij,ik->jk", A_prev, D)
    return dW, np.einsum("ik->k", D), np.einsum("ik,jk->ij", D, W) + dA


def skip_backward_right_row_by_row(dA, A_prev, Z, W, f_prime):
    d = len(W)
    dW, db, back = np.zeros((d, d)), np.zeros(d), []
    for a, z, g in zip(A_prev, Z, dA):
        delta = g * f_prime(z)
        dW += np.outer(a, delta)
        db += delta
        back.append(W @ delta + g)
    return dW, db, np.array(back)


def skip_backward_right_jacobian_of_each_row(dA, A_prev, Z, W, f_prime):
    slopes = f_prime(Z)
    d = W.shape[0]
    dA_prev = np.zeros(Z.shape)
    for i in range(len(Z)):
        dA_prev[i] = (np.eye(d) + W * slopes[i]) @ dA[i]
    D = slopes * dA
    return np.transpose(A_prev) @ D, np.ones(len(D)) @ D, dA_prev


def skip_backward_right_bias_as_a_row(dA, A_prev, Z, W, f_prime):
    n = len(Z)
    D = np.multiply(f_prime(Z), dA)
    both = np.hstack([A_prev, np.ones((n, 1))]).T @ D
    back = np.hstack([D, dA]) @ np.vstack([W.T, np.eye(len(W))])
    return both[:-1], both[-1], back



# ---- tied_backward

def tied_backward_wrong_encoder_only(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_decoder_only(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_decoder_not_transposed(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + H.T @ delta, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_W_transposed(delta, X, Z, H, W, f_prime):
    D = delta @ W.T * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_no_slope(delta, X, Z, H, W, f_prime):
    D = delta @ W
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_slope_at_H(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(H)
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_slope_as_H(delta, X, Z, H, W, f_prime):
    D = delta @ W * H
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_db_no_slope(delta, X, Z, H, W, f_prime):
    dH = delta @ W
    D = dH * f_prime(Z)
    return X.T @ D + delta.T @ H, dH.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_dc_mean(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.mean(axis=0), delta.mean(axis=0)


def tied_backward_wrong_over_n(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return (X.T @ D + delta.T @ H) / len(X), D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_averaged(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return (X.T @ D + delta.T @ H) / 2, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_multiplied(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return (X.T @ D) * (delta.T @ H), D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_difference(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D - delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_X_taken_off(delta, X, Z, H, W, f_prime):
    e = delta - X
    D = e @ W * f_prime(Z)
    return X.T @ D + e.T @ H, D.sum(axis=0), e.sum(axis=0)


def tied_backward_wrong_X_for_delta(delta, X, Z, H, W, f_prime):
    D = X @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_db_dc_exchanged(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, delta.sum(axis=0), D.sum(axis=0)


def tied_backward_wrong_keepdims(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(0, keepdims=True), delta.sum(0, keepdims=True)


def tied_backward_wrong_doubled_first_path(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return 2 * X.T @ D, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_decoder_with_Z(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ Z, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_decoder_with_slope(delta, X, Z, H, W, f_prime):
    S = f_prime(Z)
    D = delta @ W * S
    return X.T @ D + delta.T @ (H * S), D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_in_place(delta, X, Z, H, W, f_prime):
    dW = delta.T @ H
    H[...] = delta @ W
    H *= f_prime(Z)
    return dW + X.T @ H, H.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_tanh_assumed(delta, X, Z, H, W, f_prime):
    D = delta @ W * (1 - H**2)
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_dc_like_db(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(axis=0), (D @ W.T).sum(axis=0)


def tied_backward_wrong_two_gradients(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D, delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_axis_1(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(axis=1), delta.sum(axis=1)


def tied_backward_wrong_one_path_no_slope(delta, X, Z, H, W, f_prime):
    D = delta @ W
    return X.T @ D, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_mean_and_not_transposed(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + H.T @ delta, D.mean(axis=0), delta.mean(axis=0)


def tied_backward_right_two_uses(delta, X, Z, H, W, f_prime):
    D = delta @ W * f_prime(Z)
    return X.T @ D + delta.T @ H, D.sum(axis=0), delta.sum(axis=0)


def tied_backward_right_einsum(delta, X, Z, H, W, f_prime):
    D = np.einsum("ij,jk,ik->ik", delta, W, f_prime(Z))
    dW = np.einsum("ij,ik->jk", X, D) + np.einsum("ij,ik->jk", delta, H)
    return dW, np.einsum("ik->k", D), np.einsum("ij->j", delta)


def tied_backward_right_stacked(delta, X, Z, H, W, f_prime):
    D = f_prime(Z) * (delta @ W)
    dW = np.vstack([X, delta]).T @ np.vstack([D, H])
    ones = np.ones(len(X))
    return dW, ones @ D, ones @ delta


def tied_backward_right_row_by_row(delta, X, Z, H, W, f_prime):
    d, m = W.shape
    dW, db, dc = np.zeros((d, m)), np.zeros(m), np.zeros(d)
    for e, x, z, h in zip(delta, X, Z, H):
        back = f_prime(z) * (W.T @ e)
        dW = dW + np.outer(x, back) + np.outer(e, h)
        db, dc = db + back, dc + e
    return dW, db, dc


def tied_backward_right_two_layers(delta, X, Z, H, W, f_prime):
    def layer(error, inputs, weights):
        return inputs.T @ error, error.sum(axis=0), error @ weights.T

    dV, dc, dH = layer(delta, H, W.T)
    dU, db, _ = layer(dH * f_prime(Z), X, W)
    return dU + dV.T, db, dc


WRONG['skip_backward'] = [
    ('no-skip', skip_backward_wrong_no_skip, 'the path past the layer is missing in dA_prev'),
    ('no-slope', skip_backward_wrong_no_slope, "f' is left out: dA is taken for delta"),
    ('slope-on-both-paths', skip_backward_wrong_slope_on_both_paths, 'the skip path gets delta, though no activation stands in it'),
    ('W-not-transposed', skip_backward_wrong_W_not_transposed, 'W in place of its transpose: it fits, because W is square'),
    ('skip-in-delta', skip_backward_wrong_skip_in_delta, "the skip is added to delta (1 + f'), so it counts in dW and db and goes through W"),
    ('input-added', skip_backward_wrong_input_added, 'A_prev itself is added, not its error'),
    ('one-added', skip_backward_wrong_one_added, '1 is added, the slope of the skip alone, without dA'),
    ('slope-at-input', skip_backward_wrong_slope_at_input, "f' is taken at A_prev, not at Z"),
    ('slope-at-output', skip_backward_wrong_slope_at_output, "f' is taken at tanh(Z), an output, not at z"),
    ('db-mean', skip_backward_wrong_db_mean, 'db is averaged over the rows: the 1/n is in dA already'),
    ('dW-over-n', skip_backward_wrong_dW_over_n, 'dW and db are divided by n once more'),
    ('db-axis', skip_backward_wrong_db_axis, 'db sums along the rows (axis 1)'),
    ('db-keepdims', skip_backward_wrong_db_keepdims, 'db is (1, d), not (d,)'),
    ('db-of-dA', skip_backward_wrong_db_of_dA, 'db sums dA, not delta'),
    ('dW-transposed', skip_backward_wrong_dW_transposed, 'dW is transposed, which goes unnoticed in its shape'),
    ('dW-with-Z', skip_backward_wrong_dW_with_Z, "dW takes Z in place of the layer's input"),
    ('dW-with-skip', skip_backward_wrong_dW_with_skip, 'the skip path is counted in dW too, though no weight lies on it'),
    ('paths-multiplied', skip_backward_wrong_paths_multiplied, 'the two paths are multiplied, not added'),
    ('paths-averaged', skip_backward_wrong_paths_averaged, 'the mean of the two paths'),
    ('path-subtracted', skip_backward_wrong_path_subtracted, 'the skip path is subtracted'),
    ('in-place', skip_backward_wrong_in_place, "two causes: 'dA *= ...' changes the caller's dA, and so the skip gets delta"),
    ('in-place-kept', skip_backward_wrong_in_place_kept, "the result is right, but '+=' was done on the caller's dA"),
    ('tanh-assumed', skip_backward_wrong_tanh_assumed, 'the slope of tanh, whatever f_prime is'),
    ('order', skip_backward_wrong_order, 'returns (dA_prev, dW, db)'),
    ('entry-by-entry-W', skip_backward_wrong_entry_by_entry_W, 'the error goes entry by entry through the diagonal of W'),
    ('no-skip-no-slope', skip_backward_wrong_no_skip_no_slope, 'two causes: no slope, and no path past the layer'),
    ('skip-slope-and-mean', skip_backward_wrong_skip_slope_and_mean, 'two causes: the skip gets delta, and db is averaged'),
]

RIGHT['skip_backward'] = [
    ('two-paths', skip_backward_right_two_paths),
    ('einsum', skip_backward_right_einsum),
    ('row-by-row', skip_backward_right_row_by_row),
    ('jacobian-of-each-row', skip_backward_right_jacobian_of_each_row),
    ('bias-as-a-row', skip_backward_right_bias_as_a_row),
]


WRONG['tied_backward'] = [
    ('encoder-only', tied_backward_wrong_encoder_only, "only the path through Z: the gradient of W on the way back (delta' H) is missing"),
    ('decoder-only', tied_backward_wrong_decoder_only, "only the path through the second use of W; the first (X' D) is missing"),
    ('decoder-not-transposed', tied_backward_wrong_decoder_not_transposed, "H' delta is the gradient of W transposed: it must be turned before adding"),
    ('W-transposed', tied_backward_wrong_W_transposed, "the error goes back through W transposed: dH = delta W', which fits only a square W"),
    ('no-slope', tied_backward_wrong_no_slope, "f' is left out on the way to Z"),
    ('slope-at-H', tied_backward_wrong_slope_at_H, "f' is taken at the output H, not at Z"),
    ('slope-as-H', tied_backward_wrong_slope_as_H, 'H itself in place of the slope'),
    ('db-no-slope', tied_backward_wrong_db_no_slope, 'db sums the error of H, without the slope'),
    ('dc-mean', tied_backward_wrong_dc_mean, 'db and dc are averaged: the 1/n is in delta already'),
    ('over-n', tied_backward_wrong_over_n, 'dW is divided by n once more'),
    ('averaged', tied_backward_wrong_averaged, 'the mean of the two paths, not their sum'),
    ('multiplied', tied_backward_wrong_multiplied, 'the two paths are multiplied'),
    ('difference', tied_backward_wrong_difference, 'the second path is subtracted'),
    ('X-taken-off', tied_backward_wrong_X_taken_off, 'subtracts X from delta, though that is in delta already'),
    ('X-for-delta', tied_backward_wrong_X_for_delta, 'the error of H is computed from X in place of delta: X W'),
    ('db-dc-exchanged', tied_backward_wrong_db_dc_exchanged, 'returns dc before db'),
    ('keepdims', tied_backward_wrong_keepdims, 'db and dc are rows (1, m) and (1, d)'),
    ('doubled-first-path', tied_backward_wrong_doubled_first_path, "'used twice' read as twice the gradient of the first use"),
    ('decoder-with-Z', tied_backward_wrong_decoder_with_Z, 'the second use is fed with Z, not with H = f(Z)'),
    ('decoder-with-slope', tied_backward_wrong_decoder_with_slope, 'the second path gets the slope too, though f stands before it'),
    ('in-place', tied_backward_wrong_in_place, "'*=' on H, which belongs to the caller (the second path is computed first, so the result is right)"),
    ('tanh-assumed', tied_backward_wrong_tanh_assumed, 'the slope of tanh, 1 - H², whatever f_prime is'),
    ('dc-like-db', tied_backward_wrong_dc_like_db, "dc is carried back through the activation's layer: the sums of D W'"),
    ('two-gradients', tied_backward_wrong_two_gradients, 'returns both gradients of W one behind the other, not their sum'),
    ('axis-1', tied_backward_wrong_axis_1, 'db and dc are summed along the rows'),
    ('one-path-no-slope', tied_backward_wrong_one_path_no_slope, 'two causes: the second use of W is missing, and so is the slope'),
    ('mean-and-not-transposed', tied_backward_wrong_mean_and_not_transposed, 'two causes: the second path is not transposed, and the biases are averaged'),
]

RIGHT['tied_backward'] = [
    ('two-uses', tied_backward_right_two_uses),
    ('einsum', tied_backward_right_einsum),
    ('stacked', tied_backward_right_stacked),
    ('row-by-row', tied_backward_right_row_by_row),
    ('two-layers', tied_backward_right_two_layers),
]


# ---- more, of the newest tasks
def skip_backward_wrong_da_changed(dA, A_prev, Z, W, f_prime):
    delta = dA.astype(float, copy=False)
    delta *= f_prime(Z)
    dW = A_prev.T @ delta
    return dW, delta.sum(axis=0), dA + delta @ W.T


def tied_backward_wrong_target_subtracted_again(delta, X, Z, H, W, f_prime):
    error = delta - X / len(X)
    dZ = (error @ W) * f_prime(Z)
    dW = X.T @ dZ + error.T @ H
    return dW, dZ.sum(axis=0), error.sum(axis=0)


def tied_backward_wrong_integer_gradient(delta, X, Z, H, W, f_prime):
    n, d = X.shape
    dZ = (delta @ W) * f_prime(Z)
    dW = np.zeros_like(W)
    for i in range(d):
        for j in range(W.shape[1]):
            dW[i, j] = sum(X[s, i] * dZ[s, j] + delta[s, i] * H[s, j] for s in range(n))
    return dW, dZ.sum(axis=0), delta.sum(axis=0)


WRONG['skip_backward'] += [
    ('dA-changed', skip_backward_wrong_da_changed, "astype(copy=False) is the caller's own float array and *= changes dA, so that also the later + dA adds delta; delta must be a new array."),
]

WRONG['tied_backward'] += [
    ('target-subtracted-again', tied_backward_wrong_target_subtracted_again, 'X/n is subtracted from delta once more; the comparison with X is in delta already.'),
    ('integer-gradient', tied_backward_wrong_integer_gradient, 'zeros_like(W) has the dtype of W, so for integer W the gradient is cut to integers; it should be float.'),
]


def skip_backward_wrong_in_place_3(dA, A_prev, Z, W, f_prime):
    past = dA
    dA[...] = dA * f_prime(Z)
    dW = A_prev.T @ dA
    db = dA.sum(axis=0)
    return dW, db, past + dA @ W.T


WRONG['skip_backward'] += [
    ('in-place', skip_backward_wrong_in_place_3, "dA[...] = ... overwrites the caller's dA, and `past` is the same array, so the skip's share gets f' too; a new array delta is needed."),
]


def numerical_gradient_wrong_h_relative(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        step = h * max(1.0, abs(old))
        x[i] = old + step
        up = f(x)
        x[i] = old - step
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / (2 * step)
    return grad


def numerical_gradient_wrong_half_steps(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h / 2
        grad[i] = (f(x + e) - f(x - e)) / h
    return grad


def numerical_gradient_wrong_no_restore(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        down = f(x)
        grad[i] = (up - down) / (2 * h)
    return grad


def numerical_gradient_wrong_rows_only_5(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad


def numerical_gradient_wrong_caller_moved(f, x, h):
    x = np.asarray(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        down = f(x)
        x[i] += h
        grad[i] = (up - down) / (2 * h)
    return grad


def numerical_gradient_right_flat_eye(f, x, h):
    x = np.array(x, dtype=float)
    steps = h * np.eye(x.size)
    slopes = [
        (f(x + s.reshape(x.shape)) - f(x - s.reshape(x.shape))) / (2 * h) for s in steps
    ]
    return np.array(slopes, dtype=float).reshape(x.shape)


def numerical_gradient_right_nditer(f, x, h):
    base = np.array(x, dtype=float)
    grad = np.empty(base.shape)
    it = np.nditer(base, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        up, down = base.copy(), base.copy()
        up[i] = base[i] + h
        down[i] = base[i] - h
        grad[i] = 0.5 * (f(up) - f(down)) / h
    return grad


def output_delta_wrong_softmax_slope(Z, Y):
    P = softmax(Z)
    return (P - Y) * P * (1 - P) / len(Z)


def output_delta_wrong_axis0(Z, Y):
    E = np.exp(Z - np.max(Z, axis=0))
    return (E / E.sum(axis=0) - Y) / len(Z)


def output_delta_wrong_classes(Z, Y):
    return (softmax(Z) - Y) / np.shape(Z)[1]


def output_delta_wrong_true_class_only(Z, Y):
    return (softmax(Z) - Y) * Y / len(Z)


def output_delta_wrong_overall_max(Z, Y):
    E = np.exp(Z - np.max(Z))
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


def output_delta_right_logsumexp_5(Z, Y):
    Z = np.array(Z, dtype=np.longdouble)
    top = Z.max(axis=1)[:, None]
    log_p = Z - top - np.log(np.exp(Z - top).sum(axis=1))[:, None]
    return np.asarray((np.exp(log_p) - np.asarray(Y)) / Z.shape[0], dtype=float)


def output_delta_right_row_loop(Z, Y):
    n = len(Z)
    rows = []
    for z, y in zip(Z, Y):
        e = np.exp(z - np.max(z))
        p = e / sum(e)
        rows.append([(float(pk) - float(yk)) / n for pk, yk in zip(p, y)])
    return np.array(rows)


def layer_backward_wrong_db_keepdims_5(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0, keepdims=True), delta @ W.T


def layer_backward_wrong_db_times_b_input(delta, A_prev, W):
    return A_prev.T @ delta, A_prev.sum(axis=0) @ (A_prev.T @ delta), delta @ W.T


def layer_backward_wrong_tanh_slope(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), (delta @ W.T) * (1 - A_prev**2)


def layer_backward_wrong_first_row_db(delta, A_prev, W):
    return A_prev.T @ delta, delta[0], delta @ W.T


def layer_backward_wrong_reshaped(delta, A_prev, W):
    n_in, n_out = np.shape(W)
    return A_prev.T @ delta, np.sum(delta, axis=0), delta @ np.reshape(W, (n_out, n_in))


def layer_backward_right_einsum_5(delta, A_prev, W):
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    db = np.einsum("ik->k", delta)
    return dW, db, np.einsum("ik,jk->ij", delta, W)


def layer_backward_right_outer_sum(delta, A_prev, W):
    delta, A_prev, W = np.array(delta), np.array(A_prev), np.array(W)
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    dA = np.zeros(A_prev.shape)
    for i, (d, a) in enumerate(zip(delta, A_prev)):
        dW += np.outer(a, d)
        db += d
        dA[i] = W @ d
    return dW, db, dA


def hidden_delta_wrong_slope_of_output(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(np.tanh(Z))


def hidden_delta_wrong_slope_of_product_5(delta_next, W_next, Z, f_prime):
    return f_prime(delta_next @ W_next.T) * Z


def hidden_delta_wrong_mean_slope_5(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z).mean(axis=0)


def hidden_delta_wrong_divided_again(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * f_prime(Z) / len(Z)


def hidden_delta_wrong_slope_of_sum(delta_next, W_next, Z, f_prime):
    return (delta_next @ W_next.T) * (f_prime(Z) > 0)


def hidden_delta_right_einsum_5(delta_next, W_next, Z, f_prime):
    return np.einsum("nk,jk,nj->nj", delta_next, W_next, f_prime(Z))


def hidden_delta_right_diag_rows(delta_next, W_next, Z, f_prime):
    slopes = f_prime(Z)
    return np.stack([np.diag(s) @ (W_next @ d) for s, d in zip(slopes, delta_next)])


def backward_wrong_own_Z(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        if l < len(Ws) - 1:
            delta = (delta @ Ws[l + 1].T) * f_prime(As[l + 1])
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
    return dWs, dbs


def backward_wrong_slope_at_end(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for W, A, Z in zip(Ws[::-1], As[::-1], Zs[::-1]):
        delta = delta * f_prime(Z)
        dWs.append(A.T @ delta)
        dbs.append(delta.sum(axis=0))
        delta = delta @ W.T
    return dWs[::-1], dbs[::-1]


def backward_wrong_only_weights_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, -1, -1):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs[::-1], dbs


def backward_wrong_pops_lists(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    while Ws:
        W, A = Ws.pop(), As.pop()
        Zs.pop()
        dWs.append(A.T @ delta)
        dbs.append(delta.sum(axis=0))
        if Zs:
            delta = (delta @ W.T) * f_prime(Zs[-1])
    return dWs[::-1], dbs[::-1]


def backward_wrong_updated_weights(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW = As[l].T @ delta
        dWs.insert(0, dW)
        dbs.insert(0, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ (Ws[l] - 0.1 * dW).T) * f_prime(Zs[l - 1])
    return dWs, dbs


def _back(Ws, As, Zs, delta, f_prime):
    if len(Ws) == 0:
        return [], []
    here = As[-1]
    dW = np.dot(np.transpose(here), delta)
    db = np.add.reduce(delta, axis=0)
    if len(Ws) == 1:
        return [dW], [db]
    before = np.dot(delta, np.transpose(Ws[-1])) * f_prime(Zs[-2])
    dWs, dbs = _back(Ws[:-1], As[:-1], Zs[:-1], before, f_prime)
    return dWs + [dW], dbs + [db]


def backward_right_recursive_5(Ws, As, Zs, delta, f_prime):
    return _back(Ws, As, Zs, delta, f_prime)


def backward_right_all_deltas_first(Ws, As, Zs, delta, f_prime):
    n_layers = len(Ws)
    deltas = {n_layers - 1: delta}
    for l in range(n_layers - 2, -1, -1):
        deltas[l] = f_prime(Zs[l]) * np.einsum("nk,jk->nj", deltas[l + 1], Ws[l + 1])
    dWs = [np.tensordot(As[l], deltas[l], axes=(0, 0)) for l in range(n_layers)]
    dbs = [np.ones(len(delta)) @ deltas[l] for l in range(n_layers)]
    return dWs, dbs


def skip_backward_wrong_slope_on_both(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T + delta


def skip_backward_wrong_plus_one(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T + 1


def skip_backward_wrong_slope_plus_one(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    total = dA * (1 + f_prime(Z))
    return A_prev.T @ total, total.sum(axis=0), delta @ W.T + dA


def skip_backward_wrong_W_not_transposed_5(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, delta.sum(axis=0), dA + delta @ W


def skip_backward_wrong_db_from_dA(dA, A_prev, Z, W, f_prime):
    delta = dA * f_prime(Z)
    return A_prev.T @ delta, dA.sum(axis=0), dA + delta @ W.T


def skip_backward_right_jacobian(dA, A_prev, Z, W, f_prime):
    S = f_prime(Z)
    d = len(W)
    # ∂A_k/∂A_prev_j = [j = k] + W_jk s_k for every row
    J = np.eye(d)[None] + np.asarray(W)[None] * S[:, None, :]
    dA_prev = np.einsum("njk,nk->nj", J, dA)
    return np.einsum("nj,nk,nk->jk", A_prev, S, dA), np.einsum("nk,nk->k", S, dA), dA_prev


def skip_backward_right_rows(dA, A_prev, Z, W, f_prime):
    slopes = f_prime(Z)
    dW = np.zeros(np.shape(W))
    db = np.zeros(np.shape(W)[1])
    back = np.array(dA, dtype=float)
    for i in range(len(dA)):
        d = dA[i] * slopes[i]
        dW += np.outer(A_prev[i], d)
        db += d
        back[i] += W @ d
    return dW, db, back


def tied_backward_wrong_decoder_only_5(delta, X, Z, H, W, f_prime):
    dZ = (delta @ W) * f_prime(Z)
    return delta.T @ H, dZ.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_averaged_paths(delta, X, Z, H, W, f_prime):
    dZ = (delta @ W) * f_prime(Z)
    return (X.T @ dZ + delta.T @ H) / 2, dZ.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_slope_at_H_5(delta, X, Z, H, W, f_prime):
    dZ = (delta @ W) * f_prime(H)
    return X.T @ dZ + delta.T @ H, dZ.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_delta_is_residual(delta, X, Z, H, W, f_prime):
    dZ = ((delta - X / len(X)) @ W) * f_prime(Z)
    return X.T @ dZ + delta.T @ H, dZ.sum(axis=0), delta.sum(axis=0)


def tied_backward_wrong_bias_swapped(delta, X, Z, H, W, f_prime):
    dZ = (delta @ W) * f_prime(Z)
    return X.T @ dZ + delta.T @ H, delta.sum(axis=0), dZ.sum(axis=0)


def tied_backward_right_einsum_5(delta, X, Z, H, W, f_prime):
    dZ = np.einsum("nd,dm,nm->nm", delta, W, f_prime(Z))
    dW = np.einsum("nd,nm->dm", X, dZ) + np.einsum("nd,nm->dm", delta, H)
    return dW, np.einsum("nm->m", dZ), np.einsum("nd->d", delta)


def tied_backward_right_stacked_5(delta, X, Z, H, W, f_prime):
    dZ = np.multiply(np.dot(delta, W), f_prime(Z))
    left = np.vstack([X, delta])
    right = np.vstack([dZ, H])
    return left.T @ right, np.ones(len(X)) @ dZ, np.ones(len(X)) @ delta

WRONG['numerical_gradient'] += [
    ('relative-step', numerical_gradient_wrong_h_relative, 'The step is scaled by the size of the entry: `step = h * max(1, abs(old))` must be `step = h`.'),
    ('half-steps', numerical_gradient_wrong_half_steps, 'The two points are half of h away: `e[i] = h / 2` must be `h`, and the divisor `2 * h`.'),
    ('no-restore', numerical_gradient_wrong_no_restore, 'After an entry is measured it is left at x - h: `x[i] += h` is missing at the end of the loop.'),
    ('rows-only-2', numerical_gradient_wrong_rows_only_5, '`for i in range(len(x))` moves a whole row at once; it must walk over every entry (np.ndindex).'),
    ('moves-callers-x', numerical_gradient_wrong_caller_moved, "`np.asarray` makes no copy of a float array, so the caller's x is moved and put back only up to rounding; `np.array` is needed."),
]

WRONG['output_delta'] += [
    ('softmax-slope-again', output_delta_wrong_softmax_slope, 'The factor `P * (1 - P)` is too much: the slope of softmax is in P - Y already.'),
    ('softmax-by-columns', output_delta_wrong_axis0, 'The own softmax runs along axis 0; both axes must be 1, with keepdims.'),
    ('divided-by-classes', output_delta_wrong_classes, 'Divided by the number of classes, `Z.shape[1]`, in place of the number of rows.'),
    ('true-class-only', output_delta_wrong_true_class_only, 'The factor `* Y` keeps the error of the true class alone and drops that of all others.'),
    ('max-of-everything', output_delta_wrong_overall_max, "`np.max(Z)` is the largest of the whole array: a row far below it underflows to 0/0; it must be the row's own maximum."),
]

WRONG['layer_backward'] += [
    ('db-keepdims-2', layer_backward_wrong_db_keepdims_5, '`keepdims=True` makes db (1, n_out) in place of (n_out,).'),
    ('db-of-dW', layer_backward_wrong_db_times_b_input, "db is made from the weights' gradient, `A_prev.sum(axis=0) @ dW`, in place of `delta.sum(axis=0)`."),
    ('tanh-slope', layer_backward_wrong_tanh_slope, 'dA_prev is multiplied by the slope of tanh, `1 - A_prev**2`, which belongs to task 4.'),
    ('db-first-row', layer_backward_wrong_first_row_db, '`delta[0]` is the error of the first sample alone; db sums over all rows.'),
    ('reshape-for-transpose-2', layer_backward_wrong_reshaped, '`np.reshape(W, (n_out, n_in))` has the shape of W.T but not its entries.'),
]

WRONG['hidden_delta'] += [
    ('slope-at-tanh-output', hidden_delta_wrong_slope_of_output, 'f_prime gets `np.tanh(Z)`, an output, in place of Z.'),
    ('slope-of-the-error', hidden_delta_wrong_slope_of_product_5, 'f_prime is taken of the error and multiplied by Z: the two have changed places.'),
    ('mean-slope-2', hidden_delta_wrong_mean_slope_5, '`f_prime(Z).mean(axis=0)` gives one slope per unit; each sample needs its own.'),
    ('divided-again', hidden_delta_wrong_divided_again, '`/ len(Z)` is too much: delta_next carries the 1/n.'),
    ('slope-as-mask', hidden_delta_wrong_slope_of_sum, '`f_prime(Z) > 0` makes a mask of the slope, which is right for ReLU alone.'),
]

WRONG['backward'] += [
    ('slope-at-A-2', backward_wrong_own_Z, 'f_prime gets `As[l + 1]`, the output of the activation, in place of `Zs[l]`.'),
    ('slope-of-last-layer', backward_wrong_slope_at_end, '`delta * f_prime(Z)` is done for the last layer too, whose delta is finished.'),
    ('dbs-last-first', backward_wrong_only_weights_reversed, 'Only dWs is turned round at the end: dbs is returned last layer first.'),
    ('empties-the-lists', backward_wrong_pops_lists, "`Ws.pop()`, `As.pop()` and `Zs.pop()` empty the caller's lists."),
    ('through-stepped-weights', backward_wrong_updated_weights, 'delta goes back through `Ws[l] - 0.1 * dW`, the weights after a step, in place of `Ws[l]`.'),
]

WRONG['skip_backward'] += [
    ('slope-on-the-skip', skip_backward_wrong_slope_on_both, 'The path past the layer gets `+ delta`, with the slope in it; it must be `+ dA`.'),
    ('plus-one', skip_backward_wrong_plus_one, '`+ 1` is the slope of the skip path alone (and right by hand for dA = 1); it must be `+ dA`.'),
    ('skip-in-the-delta', skip_backward_wrong_slope_plus_one, "dW and db are made from `dA * (1 + f'(Z))`; the skip path does not touch W and b."),
    ('W-not-transposed-2', skip_backward_wrong_W_not_transposed_5, '`delta @ W` must be `delta @ W.T`; with a square W the shape does not tell.'),
    ('db-from-dA', skip_backward_wrong_db_from_dA, "db sums dA in place of delta = dA * f'(Z)."),
]

WRONG['tied_backward'] += [
    ('decoder-only-2', tied_backward_wrong_decoder_only_5, 'dW lacks the path through the encoder, `X.T @ dZ`.'),
    ('mean-of-paths', tied_backward_wrong_averaged_paths, 'The two paths are averaged, `/ 2`, where the chain rule adds.'),
    ('slope-at-H-2', tied_backward_wrong_slope_at_H_5, '`f_prime(H)` must be `f_prime(Z)`.'),
    ('subtracts-X-again', tied_backward_wrong_delta_is_residual, '`delta - X / len(X)` subtracts the target once more; delta is the finished error.'),
    ('db-dc-swapped', tied_backward_wrong_bias_swapped, "db and dc are returned in each other's place."),
]

RIGHT['numerical_gradient'] += [
    ('flat-eye', numerical_gradient_right_flat_eye),
    ('nditer', numerical_gradient_right_nditer),
]

RIGHT['output_delta'] += [
    ('logsumexp-longdouble', output_delta_right_logsumexp_5),
    ('row-loop', output_delta_right_row_loop),
]

RIGHT['layer_backward'] += [
    ('einsum-3', layer_backward_right_einsum_5),
    ('outer-sum', layer_backward_right_outer_sum),
]

RIGHT['hidden_delta'] += [
    ('einsum-3', hidden_delta_right_einsum_5),
    ('diag-rows', hidden_delta_right_diag_rows),
]

RIGHT['backward'] += [
    ('recursive-3', backward_right_recursive_5),
    ('all-deltas-first', backward_right_all_deltas_first),
]

RIGHT['skip_backward'] += [
    ('jacobian', skip_backward_right_jacobian),
    ('rows', skip_backward_right_rows),
]

RIGHT['tied_backward'] += [
    ('einsum-2', tied_backward_right_einsum_5),
    ('stacked-2', tied_backward_right_stacked_5),
]
