"""Answers to exercise 02 by somebody who had not seen the checks; each wrong one with its cause."""

from itertools import combinations

import numpy as np


def heaviside(z):
    return np.where(z > 0, 1.0, 0.0)


def identity(z):
    return z



# ---- xor_network
def xor_network_wrong_and_for_nand(X):
    W1 = np.array([[1, 1], [1, 1]])
    b1 = np.array([-0.5, -1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_output_or(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 0.5)


def xor_network_wrong_bias_exactly_on_line(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-1, 1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_column(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1], [1]])
    b2 = np.array([-1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ W2 + b2)


def xor_network_wrong_xnor(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([-1, -1]) + 1.5)


def xor_network_wrong_weights_in_rows(X):
    W1 = np.array([[1, 1], [-1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_no_hidden_threshold(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = X @ W1 + b1
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_no_output_threshold(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(X @ W1 + b1)
    return H @ np.array([1, 1]) - 1.5


def xor_network_wrong_output_without_bias(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    w2 = np.array([1, 1])
    return heaviside(heaviside(X @ W1 + b1) @ w2)


def xor_network_wrong_minus_sign_forgotten(X):
    or_unit = heaviside(X[:, 0] + X[:, 1] - 0.5)
    nand_unit = heaviside(X[:, 0] + X[:, 1] + 1.5)
    return heaviside(or_unit + nand_unit - 1.5)


def xor_network_wrong_four_corners(X):
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    W1 = np.array([[1, -1], [1, -1]])
    H = heaviside(corners @ W1 + np.array([-0.5, 1.5]))
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_or_only(X):
    w = np.array([1, 1])
    b = -0.5
    return heaviside(X @ w + b)


def xor_network_wrong_one_sided(X):
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-0.5, -0.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 0]) - 0.5)


def xor_network_wrong_and_of_exclusive_units(X):
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-0.5, -0.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_wrong_first_row(X):
    x1, x2 = X[0]
    h1 = 1 if x1 + x2 - 0.5 > 0 else 0
    h2 = 1 if x1 + x2 - 1.5 > 0 else 0
    return np.array([1 if h1 - h2 - 0.5 > 0 else 0])


def xor_network_wrong_boolean_minus(X):
    s = X.sum(axis=1)
    h_or = heaviside(s - 0.5)
    h_and = heaviside(s - 1.5)
    return heaviside(h_or - h_and + 0.5)


def xor_network_wrong_column_and_or(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(np.dot(X, W1) + b1)
    return heaviside(np.dot(H, np.array([[1], [1]])) - 0.5)


def xor_network_wrong_and_and_no_threshold(X):
    h1 = heaviside(X @ np.array([1, 1]) - 0.5)
    h2 = heaviside(X @ np.array([1, 1]) - 1.5)
    return h1 + h2 - 1.5


def xor_network_right_or_and_nand(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ np.array([1, 1]) - 1.5)


def xor_network_right_exclusive_units(X):
    W1 = np.array([[1.0, -1.0], [-1.0, 1.0]])
    H = heaviside(X @ W1 - 0.5)
    return heaviside(H.sum(axis=1) - 0.5)


def xor_network_right_or_minus_and(X):
    s = X @ np.ones(2)
    h = np.stack([heaviside(s - 0.5), heaviside(s - 1.5)])
    return heaviside(np.array([20, -30]) @ h - 10).astype(int)


def xor_network_right_loop(X):
    answers = []
    for x1, x2 in X:
        nor = 1 if -x1 - x2 + 0.5 > 0 else 0
        both = 1 if x1 + x2 - 1.5 > 0 else 0
        answers.append(1 if -nor - both + 0.5 > 0 else 0)
    return np.array(answers)


def xor_network_right_column_then_flat(X):
    W1 = [[2, -3], [2, -3]]
    b1 = [-1, 4]
    W2 = [[5], [5]]
    H = heaviside(np.matmul(X, W1) + b1)
    return heaviside(np.matmul(H, W2) - 7).ravel()



# ---- threshold_outputs
def threshold_outputs_wrong_at_zero_one(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = (points @ W1 + b1 >= 0).astype(int)
    return (h @ w2 - 1.5 >= 0).astype(int)


def threshold_outputs_wrong_hidden_not_thresholded(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = points @ W1 + b1
    return heaviside(h @ w2 - 1.5)


def threshold_outputs_wrong_output_not_thresholded(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = heaviside(points @ W1 + b1)
    return h @ w2 - 1.5


def threshold_outputs_wrong_rows_and_columns_mixed(points):
    W1 = np.array([1, 2, -1, 1, 0.5, -1]).reshape(2, 3)
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_wrong_sign_in_W1(points):
    W1 = np.array([[1, -1, 0.5], [2, -1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_wrong_sign_in_b1(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([1, 3, 2])
    w2 = np.array([1, -2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_wrong_b2_plus(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    b2 = 1.5
    return heaviside(heaviside(points @ W1 + b1) @ w2 + b2)


def threshold_outputs_wrong_b1_missing(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    w2 = np.array([1, -2, 1])
    h = heaviside(points @ W1)
    return heaviside(h @ w2 - 1.5)


def threshold_outputs_wrong_w2_sign(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, 2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_wrong_column(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([[1], [-2], [1]])
    h = heaviside(points @ W1 + b1)
    return heaviside(h @ w2 - 1.5)


def threshold_outputs_wrong_int_weights(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]]).astype(int)
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_wrong_star_and_sum(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = heaviside(points @ W1 + b1)
    return heaviside(h * w2 - 1.5)


def threshold_outputs_wrong_relu_hidden(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = np.maximum(0, points @ W1 + b1)
    return heaviside(h @ w2 - 1.5)


def threshold_outputs_wrong_sign_function(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    h = np.sign(points @ W1 + b1)
    return heaviside(h @ w2 - 1.5)


def threshold_outputs_wrong_axes_swapped(points):
    x1, x2 = points[:, 1], points[:, 0]
    h1 = heaviside(x1 + 2 * x2 - 1)
    h2 = heaviside(-x1 + x2 + 3)
    h3 = heaviside(0.5 * x1 - x2 + 2)
    return heaviside(h1 - 2 * h2 + h3 - 1.5)


def threshold_outputs_wrong_one_point(points):
    x1, x2 = points[0]
    h1 = 1 if x1 + 2 * x2 - 1 > 0 else 0
    h2 = 1 if -x1 + x2 + 3 > 0 else 0
    h3 = 1 if 0.5 * x1 - x2 + 2 > 0 else 0
    return np.array([1 if h1 - 2 * h2 + h3 - 1.5 > 0 else 0])


def threshold_outputs_wrong_at_zero_and_column(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1]).reshape(-1, 1)
    h = np.where(points @ W1 + b1 >= 0, 1, 0)
    return np.where(h @ w2 - 1.5 >= 0, 1, 0)


def threshold_outputs_wrong_signs_and_bias(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    b2 = -1.5
    h = heaviside(points @ W1 - b1)
    return heaviside(h @ w2 - b2)


def threshold_outputs_right_arrays(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, -2, 1])
    b2 = -1.5
    h = heaviside(points @ W1 + b1)
    return heaviside(h @ w2 + b2)


def threshold_outputs_right_unit_by_unit(points):
    x1, x2 = points[:, 0], points[:, 1]
    h1 = x1 + 2 * x2 - 1 > 0
    h2 = -x1 + x2 + 3 > 0
    h3 = 0.5 * x1 - x2 + 2 > 0
    return (1 * h1 - 2 * h2 + 1 * h3 - 1.5 > 0).astype(int)


def threshold_outputs_right_loops(points):
    W1 = [[1, -1, 0.5], [2, 1, -1]]
    b1, w2, b2 = [-1, 3, 2], [1, -2, 1], -1.5
    y = []
    for p in points:
        z2 = b2
        for k in range(3):
            z = b1[k]
            for j in range(2):
                z += W1[j][k] * p[j]
            z2 += w2[k] * (1 if z > 0 else 0)
        y.append(1 if z2 > 0 else 0)
    return np.array(y)


def threshold_outputs_right_logic(points):
    Z = np.asarray(points) @ np.array([[1, -1, 0.5], [2, 1, -1]]) + np.array([-1, 3, 2])
    first, second, third = (Z > 0).T
    return np.where(first & ~second & third, 1, 0)


def threshold_outputs_right_columns_convention(points):
    W = np.array([[1, 2], [-1, 1], [0.5, -1]])
    H = np.heaviside(W @ np.transpose(points) + np.array([[-1], [3], [2]]), 0)
    return np.heaviside(np.array([1, -2, 1]) @ H - 1.5, 0)



# ---- collapse_linear
def collapse_linear_wrong_biases_summed(Ws, bs):
    W = Ws[0]
    b = bs[0]
    for Wl, bl in zip(Ws[1:], bs[1:]):
        W = W @ Wl
        b = b + bl
    return W, b


def collapse_linear_wrong_last_bias_only(Ws, bs):
    W = Ws[0]
    for Wl in Ws[1:]:
        W = W @ Wl
    return W, bs[-1]


def collapse_linear_wrong_own_bias_missing(Ws, bs):
    W, b = Ws[0], bs[0]
    for l in range(1, len(Ws)):
        W = W @ Ws[l]
        b = b @ Ws[l]
    return W, b


def collapse_linear_wrong_order(Ws, bs):
    W, b = Ws[0], bs[0]
    for l in range(1, len(Ws)):
        W = Ws[l] @ W
        b = Ws[l] @ b + bs[l]
    return W, b


def collapse_linear_wrong_two_layers(Ws, bs):
    W1, W2 = Ws
    b1, b2 = bs
    return W1 @ W2, b1 @ W2 + b2


def collapse_linear_wrong_first_two(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    W = Ws[0] @ Ws[1]
    b = bs[0] @ Ws[1] + bs[1]
    return W, b


def collapse_linear_wrong_pops(Ws, bs):
    W = Ws.pop(0)
    b = bs.pop(0)
    while Ws:
        Wl = Ws.pop(0)
        W = W @ Wl
        b = b @ Wl + bs.pop(0)
    return W, b


def collapse_linear_wrong_first_layer_twice(Ws, bs):
    W, b = Ws[0], bs[0]
    for Wl, bl in zip(Ws, bs):
        W = W @ Wl
        b = b @ Wl + bl
    return W, b


def collapse_linear_wrong_last_layer_missing(Ws, bs):
    W, b = Ws[0], bs[0]
    for l in range(1, len(Ws) - 1):
        W = W @ Ws[l]
        b = b @ Ws[l] + bs[l]
    return W, b


def collapse_linear_wrong_star(Ws, bs):
    W, b = Ws[0], bs[0]
    for Wl, bl in zip(Ws[1:], bs[1:]):
        W = W * Wl
        b = b @ Wl + bl
    return W, b


def collapse_linear_wrong_bias_through_all(Ws, bs):
    W, b = Ws[0], bs[0]
    for Wl, bl in zip(Ws[1:], bs[1:]):
        W = W @ Wl
        b = b @ W + bl
    return W, b


def collapse_linear_wrong_writes_into_list(Ws, bs):
    W = Ws[-1]
    b = bs[-1]
    for l in range(len(Ws) - 2, -1, -1):
        b += bs[l] @ W
        W = Ws[l] @ W
    return W, b


def collapse_linear_wrong_swapped_pair(Ws, bs):
    W, b = Ws[0], bs[0]
    for Wl, bl in zip(Ws[1:], bs[1:]):
        W = W @ Wl
        b = b @ Wl + bl
    return b, W


def collapse_linear_wrong_bias_row(Ws, bs):
    W = np.eye(Ws[0].shape[0])
    b = np.zeros((1, Ws[0].shape[0]))
    for Wl, bl in zip(Ws, bs):
        W = W @ Wl
        b = b @ Wl + bl
    return W, b


def collapse_linear_wrong_no_single_layer(Ws, bs):
    W = Ws[0] @ Ws[1]
    b = bs[0] @ Ws[1] + bs[1]
    for l in range(2, len(Ws)):
        W = W @ Ws[l]
        b = b @ Ws[l] + bs[l]
    return W, b


def collapse_linear_wrong_reversed_list(Ws, bs):
    W, b = Ws[-1], bs[-1]
    for Wl, bl in zip(Ws[-2::-1], bs[-2::-1]):
        W = W @ Wl
        b = b @ Wl + bl
    return W, b


def collapse_linear_wrong_bias_times_last(Ws, bs):
    W = Ws[0]
    for Wl in Ws[1:]:
        W = W @ Wl
    b = bs[-1]
    for bl in bs[:-1]:
        b = b + bl @ Ws[-1]
    return W, b


def collapse_linear_wrong_summed_and_order(Ws, bs):
    W = Ws[0]
    for Wl in Ws[1:]:
        W = Wl @ W
    return W, sum(bs)


def collapse_linear_wrong_two_layers_no_bias_path(Ws, bs):
    W = np.dot(Ws[0], Ws[1])
    b = bs[0] + bs[1]
    return W, b


def collapse_linear_right_forwards(Ws, bs):
    W, b = Ws[0], bs[0]
    for Wl, bl in zip(Ws[1:], bs[1:]):
        b = b @ Wl + bl
        W = W @ Wl
    return W, b


def collapse_linear_right_probe(Ws, bs):
    def run(A):
        for W, b in zip(Ws, bs):
            A = A @ W + b
        return A

    n_in = Ws[0].shape[0]
    b = run(np.zeros((1, n_in)))[0]
    return run(np.eye(n_in)) - b, b


def collapse_linear_right_backwards(Ws, bs):
    W = np.eye(Ws[-1].shape[1])
    b = np.zeros(Ws[-1].shape[1])
    for l in reversed(range(len(Ws))):
        b = b + bs[l] @ W
        W = Ws[l] @ W
    return W, b


def collapse_linear_right_recursive(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    W, b = collapse_pair_tail(Ws[1:], bs[1:])
    return np.dot(Ws[0], W), np.dot(bs[0], W) + b


def collapse_pair_tail(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    W, b = collapse_pair_tail(Ws[1:], bs[1:])
    return np.dot(Ws[0], W), np.dot(bs[0], W) + b


def collapse_linear_right_block_matrices(Ws, bs):
    total = np.eye(Ws[0].shape[0] + 1)
    for W, b in zip(Ws, bs):
        block = np.zeros((W.shape[0] + 1, W.shape[1] + 1))
        block[:-1, :-1] = W
        block[-1, :-1] = b
        block[-1, -1] = 1
        total = total @ block
    return total[:-1, :-1], total[-1, :-1]



# ---- forward
def forward_wrong_last_without_f(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws) - 1):
        As.append(f(As[-1] @ Ws[l] + bs[l]))
    As.append(As[-1] @ Ws[-1] + bs[-1])
    return As


def forward_wrong_no_f(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(As[-1] @ W + b)
    return As


def forward_wrong_X_missing(X, Ws, bs, f):
    As = []
    A = X
    for W, b in zip(Ws, bs):
        A = f(A @ W + b)
        As.append(A)
    return As


def forward_wrong_last_only(X, Ws, bs, f):
    A = X
    for W, b in zip(Ws, bs):
        A = f(A @ W + b)
    return A


def forward_wrong_always_X(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(X @ W + b))
    return As


def forward_wrong_bias_after_f(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W) + b)
    return As


def forward_wrong_tanh_hard_coded(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(np.tanh(As[-1] @ W + b))
    return As


def forward_wrong_Z_kept(X, Ws, bs, f):
    As = [X]
    A = X
    for W, b in zip(Ws, bs):
        Z = A @ W + b
        As.append(Z)
        A = f(Z)
    return As


def forward_wrong_Z_fed_on(X, Ws, bs, f):
    As = [X]
    Z = X
    for W, b in zip(Ws, bs):
        Z = Z @ W + b
        As.append(f(Z))
    return As


def forward_wrong_bias_missing(X, Ws, bs, f):
    As = [X]
    for W in Ws:
        As.append(f(As[-1] @ W))
    return As


def forward_wrong_W_first(X, Ws, bs, f):
    As = [X]
    A = X.T
    for W, b in zip(Ws, bs):
        A = f(W.T @ A + b[:, None])
        As.append(A)
    return As


def forward_wrong_last_layer_missing(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws) - 1):
        As.append(f(As[l] @ Ws[l] + bs[l]))
    return As


def forward_wrong_f_of_X(X, Ws, bs, f):
    A = f(X)
    As = [A]
    for W, b in zip(Ws, bs):
        A = f(A @ W + b)
        As.append(A)
    return As


def forward_wrong_return_in_loop(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
        return As


def forward_wrong_same_bias(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws)):
        As.append(f(As[l] @ Ws[l] + bs[0]))
    return As


def forward_wrong_list_in_place(X, Ws, bs, f):
    As = Ws
    weights = list(Ws)
    As.insert(0, X)
    for l, W in enumerate(weights):
        As[l + 1] = f(As[l] @ W + bs[l])
    return As


def forward_wrong_star(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] * W + b))
    return As


def forward_wrong_two_layers(X, Ws, bs, f):
    A1 = f(X @ Ws[0] + bs[0])
    A2 = f(A1 @ Ws[1] + bs[1])
    return [X, A1, A2]


def forward_wrong_pairs_summed(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        A = f(As[-1] @ W + b)
        if A.shape == As[-1].shape:
            A = A + As[-1]
        As.append(A)
    return As


def forward_wrong_last_without_f_no_X(X, Ws, bs, f):
    As = []
    A = X
    for l in range(len(Ws)):
        Z = A @ Ws[l] + bs[l]
        A = f(Z) if l < len(Ws) - 1 else Z
        As.append(A)
    return As


def forward_wrong_tanh_and_bias_outside(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(np.tanh(As[-1] @ W) + b)
    return As


def forward_right_append(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
    return As


def forward_right_recursive(X, Ws, bs, f):
    def go(A, l):
        if l == len(Ws):
            return [A]
        return [A] + go(f(np.dot(A, Ws[l]) + bs[l]), l + 1)

    return go(X, 0)


def forward_right_bias_as_weight(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws)):
        ones = np.ones((len(As[l]), 1))
        As = As + [f(np.hstack([As[l], ones]) @ np.vstack([Ws[l], bs[l]]))]
    return As


def forward_right_preallocated_einsum(X, Ws, bs, f):
    As = [None] * (len(Ws) + 1)
    As[0] = X
    for l, (W, b) in enumerate(zip(Ws, bs), start=1):
        As[l] = f(np.einsum("ni,io->no", As[l - 1], W) + b)
    return As


def forward_right_row_by_row(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        Z = []
        for row in As[-1]:
            Z.append([sum(row[j] * W[j, k] for j in range(W.shape[0])) + b[k] for k in range(W.shape[1])])
        As.append(f(np.array(Z, dtype=float)))
    return As



# ---- by another writer, later
def xor_network_output_or(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    h = heaviside(X @ W1 + b1)
    return heaviside(h @ np.array([1, 1]) - 0.5)


def xor_network_on_the_line(X):
    s = X[:, 0] + X[:, 1]
    h1 = heaviside(s - 1)
    h2 = heaviside(s - 2)
    return heaviside(h1 - h2 - 0.5)


def xor_network_linear_hidden(X):
    h = X @ np.array([[1.0, 1.0], [1.0, 1.0]]) + np.array([-0.5, -1.5])
    return heaviside(h @ np.array([1.0, -2.0]) - 0.5)


def xor_network_xnor(X):
    h = heaviside(X @ np.array([[1, -1], [-1, 1]]) - 0.5)
    return heaviside(0.5 - h.sum(axis=1))


def xor_network_hard_coded(X):
    return np.array([0, 1, 1, 0])


def xor_network_column(X):
    h = heaviside(X @ np.array([[1, 1], [1, 1]]) + np.array([-0.5, -1.5]))
    return heaviside(h @ np.array([[1], [-1]]) - 0.5)


def xor_network_rows(X):
    x1, x2 = X
    h1 = heaviside(x1 - x2 - 0.5)
    h2 = heaviside(x2 - x1 - 0.5)
    return heaviside(h1 + h2 - 0.5)


def xor_network_one_half(X):
    h = heaviside(X[:, 0] - X[:, 1] - 0.5)
    return heaviside(h - 0.5)


def xor_network_bitwise(X):
    return X[:, 0] ^ X[:, 1]


def xor_network_two_ones(X):
    h1 = heaviside(X[:, 0] - X[:, 1] - 0.5)
    h2 = heaviside(X[:, 1] - X[:, 0] - 0.5)
    return heaviside(h1 + h2 - 0.5)


def xor_network_loop(X):
    def H(s):
        return 1 if s > 0 else 0
    ys = []
    for a, b in X:
        either = H(2 * a + 2 * b - 1)
        not_both = H(3 - 2 * a - 2 * b)
        ys.append(H(either + not_both - 1.5))
    return np.array(ys)


def threshold_outputs_reshaped(points):
    W1 = np.array([1, -1, 0.5, 2, 1, -1]).reshape(3, 2)
    h = heaviside(points @ W1.T + np.array([-1, 3, 2]))
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_ge(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = (points @ W1 + np.array([-1, 3, 2]) >= 0).astype(int)
    return (h @ np.array([1, -2, 1]) - 1.5 >= 0).astype(int)


def threshold_outputs_no_hidden_step(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = points @ W1 + np.array([-1, 3, 2])
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_no_output_step(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = heaviside(points @ W1 + np.array([-1, 3, 2]))
    return h @ np.array([1, -2, 1]) + -1.5


def threshold_outputs_bias_subtracted(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = heaviside(points @ W1 - np.array([-1, 3, 2]))
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_int_table(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]], dtype=int)
    h = heaviside(points @ W1 + np.array([-1, 3, 2]))
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_lost_minus(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2 = np.array([1, 2, 1])
    return heaviside(heaviside(points @ W1 + b1) @ w2 - 1.5)


def threshold_outputs_cut_sums(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    z = (points @ W1 + np.array([-1, 3, 2])).astype(int)
    return heaviside(heaviside(z) @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_last_missing(points):
    y = np.zeros(len(points))
    for i in range(len(points) - 1):
        x1, x2 = points[i]
        h1 = int(x1 + 2 * x2 - 1 > 0)
        h2 = int(-x1 + x2 + 3 > 0)
        h3 = int(0.5 * x1 - x2 + 2 > 0)
        y[i] = int(h1 - 2 * h2 + h3 - 1.5 > 0)
    return y


def threshold_outputs_logic(points):
    x1, x2 = np.asarray(points, dtype=float).T
    first = x1 + 2 * x2 > 1
    second = x2 - x1 > -3
    third = 0.5 * x1 - x2 > -2
    return (first & ~second & third).astype(int)


def threshold_outputs_loop(points):
    W1, b1, w2 = [[1, -1, 0.5], [2, 1, -1]], [-1, 3, 2], [1, -2, 1]
    out = np.zeros(len(points))
    for i, p in enumerate(points):
        s = -1.5
        for j in range(3):
            if p[0] * W1[0][j] + p[1] * W1[1][j] + b1[j] > 0:
                s += w2[j]
        out[i] = 1.0 if s > 0 else 0.0
    return out


def collapse_linear_last_bias(Ws, bs):
    W = Ws[0]
    for M in Ws[1:]:
        W = W @ M
    return W, bs[-1]


def collapse_linear_bias_sum(Ws, bs):
    W, b = Ws[0], bs[0]
    for l in range(1, len(Ws)):
        W = W @ Ws[l]
        b = b + bs[l]
    return W, b


def collapse_linear_reverse(Ws, bs):
    W, b = Ws[0], bs[0]
    for M, c in zip(Ws[1:], bs[1:]):
        W = M @ W
        b = b @ M + c
    return W, b


def collapse_linear_pop(Ws, bs):
    W, b = Ws.pop(0), bs.pop(0)
    for M, c in zip(Ws, bs):
        W, b = W @ M, b @ M + c
    return W, b


def collapse_linear_bias_through_product(Ws, bs):
    W = Ws[0]
    b = bs[0]
    for l in range(1, len(Ws)):
        W = W @ Ws[l]
        b = b @ W + bs[l]
    return W, b


def collapse_linear_two_only(Ws, bs):
    return Ws[0] @ Ws[1], bs[0] @ Ws[1] + bs[1]


def collapse_linear_writes_bias(Ws, bs):
    W, b = Ws[-1], bs[-1]
    for l in range(len(Ws) - 2, -1, -1):
        b += bs[l] @ W
        W = Ws[l] @ W
    return W, b


def collapse_linear_first_twice(Ws, bs):
    W, b = Ws[0], bs[0]
    for M, c in zip(Ws, bs):
        W = W @ M
        b = b @ M + c
    return W, b


def collapse_linear_multi_dot(Ws, bs):
    W = np.linalg.multi_dot(Ws)
    b = bs[0]
    for l in range(1, len(bs)):
        b = b @ Ws[l] + bs[l]
    return W, b


def collapse_linear_probe(Ws, bs):
    def run(A):
        for W, b in zip(Ws, bs):
            A = A @ W + b
        return A
    n_in = Ws[0].shape[0]
    b = run(np.zeros(n_in))
    W = np.stack([run(row) - b for row in np.eye(n_in)])
    return W, b


def collapse_linear_homogeneous(Ws, bs):
    M = np.eye(Ws[0].shape[0] + 1)
    for W, b in zip(Ws, bs):
        n_in, n_out = W.shape
        T = np.zeros((n_in + 1, n_out + 1))
        T[:n_in, :n_out], T[n_in, :n_out], T[n_in, n_out] = W, b, 1
        M = M @ T
    return M[:-1, :-1], M[-1, :-1]


def forward_last_linear(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws)):
        Z = As[-1] @ Ws[l] + bs[l]
        As.append(f(Z) if l < len(Ws) - 1 else Z)
    return As


def forward_no_input(X, Ws, bs, f):
    outputs = []
    A = X
    for W, b in zip(Ws, bs):
        A = f(A @ W + b)
        outputs.append(A)
    return outputs


def forward_always_x(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(X @ W + b))
    return As


def forward_bias_outside(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W) + b)
    return As


def forward_keeps_z(X, Ws, bs, f):
    result = [X]
    A = X
    for W, b in zip(Ws, bs):
        Z = np.dot(A, W) + b
        A = f(Z)
        result.append(Z)
    return result


def forward_f_twice(X, Ws, bs, f):
    A = X
    As = [A]
    for W, b in zip(Ws, bs):
        A = f(A @ W + b)
        As.append(f(A))
    return As


def forward_own_activation(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(heaviside(As[-1] @ W + b))
    return As


def forward_transposed(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W.T + b))
    return As


def forward_f_on_x(X, Ws, bs, f):
    As = [f(X)]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
    return As


def forward_recursive(X, Ws, bs, f):
    if len(Ws) == 0:
        return [X]
    return [X] + forward_recursive(f(X @ Ws[0] + bs[0]), list(Ws[1:]), list(bs[1:]), f)


def forward_entries(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        A = As[-1]
        Z = np.zeros((len(A), W.shape[1]))
        for i in range(len(A)):
            for k in range(W.shape[1]):
                Z[i, k] = sum(A[i, j] * W[j, k] for j in range(W.shape[0])) + b[k]
        As.append(f(Z))
    return As


def forward_einsum(X, Ws, bs, f):
    As = [None] * (len(Ws) + 1)
    As[0] = X
    for l in range(len(Ws)):
        As[l + 1] = f(np.einsum("ij,jk->ik", As[l], Ws[l]) + bs[l][None, :])
    return As


WRONG = {
    'xor_network': [
        ('and-for-nand', xor_network_wrong_and_for_nand, 'the second hidden unit computes AND in place of NAND, so the output is AND as well'),
        ('output-or', xor_network_wrong_output_or, "the output's bias -0.5 lets one vote suffice (OR); it must be an AND, -1.5"),
        ('bias-exactly-on-line', xor_network_wrong_bias_exactly_on_line, 'a bias of -1 puts the sum of the OR unit exactly on 0 for one input, and H(0) is 0'),
        ('column', xor_network_wrong_column, 'W2 is a column, so y has the shape (n, 1) in place of (n,)'),
        ('xnor', xor_network_wrong_xnor, 'the output is turned round: 1 where the inputs are equal (XNOR)'),
        ('weights-in-rows', xor_network_wrong_weights_in_rows, 'the weights of a hidden unit stand in a row of W1; a column of W1 belongs to a unit'),
        ('no-hidden-threshold', xor_network_wrong_no_hidden_threshold, 'the hidden layer is not thresholded, so the whole network is one neuron'),
        ('no-output-threshold', xor_network_wrong_no_output_threshold, 'the output is not thresholded: 0.5 and -0.5 in place of 1 and 0'),
        ('output-without-bias', xor_network_wrong_output_without_bias, "the output's bias is missing, so one vote is enough"),
        ('minus-sign-forgotten', xor_network_wrong_minus_sign_forgotten, 'the NAND unit has a bias of 1.5 but weights of +1: it always fires'),
        ('four-corners', xor_network_wrong_four_corners, 'returns the answers to the four corners in their usual order and does not look at X'),
        ('or-only', xor_network_wrong_or_only, 'a single neuron: that is OR, no hidden layer'),
        ('one-sided', xor_network_wrong_one_sided, 'the output fires for the first-but-not-second unit only; the second hidden unit has weight 0'),
        ('and-of-exclusive-units', xor_network_wrong_and_of_exclusive_units, "the units 'only the first' and 'only the second' are joined by AND; they never fire together (OR is needed)"),
        ('first-row', xor_network_wrong_first_row, 'only the first row of X is answered'),
        ('boolean-minus', xor_network_wrong_boolean_minus, 'subtracts the AND unit with weight -1 but a bias of +0.5, so the output is on for (0, 0)'),
        ('column-and-or', xor_network_wrong_column_and_or, 'two causes: the output joins by OR in place of AND, and is a column (n, 1)'),
        ('and-and-no-threshold', xor_network_wrong_and_and_no_threshold, 'two causes: AND in place of NAND, and the output is not thresholded'),
        ('output-or-2', xor_network_output_or, "the output unit's bias -0.5 lets one hidden answer suffice: with OR and NAND behind it the output is 1 for every row"),
        ('on-the-line', xor_network_on_the_line, 'the biases sit exactly on the lines (made for H(0) = 1), where the unit here answers 0'),
        ('linear-hidden', xor_network_linear_hidden, 'the hidden units have no threshold: the network is one line, and no line does XOR'),
        ('xnor-2', xor_network_xnor, 'the sign of the output is turned round: 1 for equal inputs (XNOR)'),
        ('hard-coded', xor_network_hard_coded, 'the four answers are written down for the four corners in their usual order; other rows are not looked at'),
        ('column-2', xor_network_column, "the output layer's table has one column, and so the result is (n, 1)"),
        ('rows', xor_network_rows, 'unpacks X into two rows instead of two columns'),
        ('one-half', xor_network_one_half, 'one hidden unit too few: sees only "the first but not the second"'),
        ('bitwise', xor_network_bitwise, 'bitwise XOR works for integers only; rows of floats raise a TypeError'),
    ],
    'threshold_outputs': [
        ('at-zero-one', threshold_outputs_wrong_at_zero_one, 'uses >= 0, so a sum of exactly 0 answers 1'),
        ('hidden-not-thresholded', threshold_outputs_wrong_hidden_not_thresholded, 'the threshold of the hidden layer is missing'),
        ('output-not-thresholded', threshold_outputs_wrong_output_not_thresholded, 'the threshold of the output is missing'),
        ('rows-and-columns-mixed', threshold_outputs_wrong_rows_and_columns_mixed, 'W1 is typed column by column and reshaped to (2, 3), so its numbers stand in the wrong places'),
        ('sign-in-W1', threshold_outputs_wrong_sign_in_W1, 'a sign is copied wrongly: the 1 in the second row of W1 is typed as -1'),
        ('sign-in-b1', threshold_outputs_wrong_sign_in_b1, 'b1 is typed as (1, 3, 2) in place of (-1, 3, 2)'),
        ('b2-plus', threshold_outputs_wrong_b2_plus, "the output's bias is added as +1.5"),
        ('b1-missing', threshold_outputs_wrong_b1_missing, 'the biases of the hidden layer are not added'),
        ('w2-sign', threshold_outputs_wrong_w2_sign, 'w2 is typed as (1, 2, 1) in place of (1, -2, 1)'),
        ('column', threshold_outputs_wrong_column, 'w2 is a column, so y has the shape (n, 1)'),
        ('int-weights', threshold_outputs_wrong_int_weights, 'dtype=int cuts the 0.5 in W1 down to 0'),
        ('star-and-sum', threshold_outputs_wrong_star_and_sum, 'h * w2 is not summed over the hidden units'),
        ('relu-hidden', threshold_outputs_wrong_relu_hidden, 'the hidden layer uses ReLU in place of the threshold'),
        ('sign-function', threshold_outputs_wrong_sign_function, 'np.sign answers -1 in place of 0 in the hidden layer'),
        ('axes-swapped', threshold_outputs_wrong_axes_swapped, 'the two coordinates of a point are exchanged'),
        ('one-point', threshold_outputs_wrong_one_point, 'works for a single point only'),
        ('at-zero-and-column', threshold_outputs_wrong_at_zero_and_column, 'two causes: >= 0 answers 1 on a line, and y is a column (n, 1)'),
        ('signs-and-bias', threshold_outputs_wrong_signs_and_bias, 'two causes: b1 is subtracted, and so the bias of the output is added'),
        ('reshaped', threshold_outputs_reshaped, 'the six weights were typed into a (3, 2) table and transposed, which mixes them up'),
        ('ge', threshold_outputs_ge, 'the units answer 1 on their line'),
        ('no-hidden-step', threshold_outputs_no_hidden_step, 'the hidden sums go on without threshold'),
        ('no-output-step', threshold_outputs_no_output_step, 'the output is the sum itself, no threshold behind it'),
        ('bias-subtracted', threshold_outputs_bias_subtracted, 'the hidden biases are subtracted as if they were thresholds'),
        ('int-table', threshold_outputs_int_table, 'a table of integers: 0.5 becomes 0'),
        ('lost-minus', threshold_outputs_lost_minus, 'the minus before the 2 in w2 is lost, so the second hidden unit speaks for 1 instead of against it'),
        ('cut-sums', threshold_outputs_cut_sums, 'the hidden sums are cut to integers before the threshold, so a sum of 0.5 counts as 0'),
        ('last-missing', threshold_outputs_last_missing, 'the loop stops one point too soon; the last answer stays 0'),
    ],
    'collapse_linear': [
        ('biases-summed', collapse_linear_wrong_biases_summed, 'the biases are only added up; each must go through the layers behind it'),
        ('last-bias-only', collapse_linear_wrong_last_bias_only, "only the last layer's bias is kept"),
        ('own-bias-missing', collapse_linear_wrong_own_bias_missing, "b goes through each layer, but the layer's own bias is not added"),
        ('order', collapse_linear_wrong_order, 'the product is taken the wrong way round: Ws[l] @ W'),
        ('two-layers', collapse_linear_wrong_two_layers, 'written for exactly two layers'),
        ('first-two', collapse_linear_wrong_first_two, 'handles the first two layers and forgets all behind them'),
        ('pops', collapse_linear_wrong_pops, "pop(0) takes the layers out of the caller's lists"),
        ('first-layer-twice', collapse_linear_wrong_first_layer_twice, 'the loop begins with layer 0 though W already holds it'),
        ('last-layer-missing', collapse_linear_wrong_last_layer_missing, 'range(1, len(Ws) - 1) leaves out the last layer'),
        ('star', collapse_linear_wrong_star, '* multiplies entry by entry in place of the matrix product @'),
        ('bias-through-all', collapse_linear_wrong_bias_through_all, "the bias goes through the whole product W so far in place of this layer's table"),
        ('writes-into-list', collapse_linear_wrong_writes_into_list, "'b += ...' on bs[0] changes the caller's bias (integers make it fail)"),
        ('swapped-pair', collapse_linear_wrong_swapped_pair, 'returns (b, W) in place of (W, b)'),
        ('bias-row', collapse_linear_wrong_bias_row, 'b is kept as a table with one row, (1, outputs), in place of (outputs,)'),
        ('no-single-layer', collapse_linear_wrong_no_single_layer, 'starts with the product of the first two layers, so a single layer fails'),
        ('reversed-list', collapse_linear_wrong_reversed_list, 'walks through the lists from the last layer on as if they were the first'),
        ('bias-times-last', collapse_linear_wrong_bias_times_last, 'every earlier bias goes through the last layer only, not through those between'),
        ('summed-and-order', collapse_linear_wrong_summed_and_order, 'two causes: the biases are only added up, and the product runs the wrong way round'),
        ('two-layers-no-bias-path', collapse_linear_wrong_two_layers_no_bias_path, 'two causes: for two layers only, and b1 is not carried through W2'),
        ('last-bias', collapse_linear_last_bias, 'only the last bias comes back; the earlier biases, carried through the later weights, are lost'),
        ('bias-sum', collapse_linear_bias_sum, 'the biases are just added up, without being carried through the later weights'),
        ('reverse', collapse_linear_reverse, 'the tables are multiplied in the reverse order'),
        ('pop', collapse_linear_pop, "takes the first entries out of the caller's lists"),
        ('bias-through-product', collapse_linear_bias_through_product, "b is carried through the product so far instead of through this layer's weights"),
        ('two-only', collapse_linear_two_only, 'only the first two layers are taken, and a single layer fails'),
        ('writes-bias', collapse_linear_writes_bias, '+= writes the sum into the last bias of the caller'),
        ('first-twice', collapse_linear_first_twice, 'the loop starts at the first layer again, which therefore counts twice'),
        ('multi-dot', collapse_linear_multi_dot, 'multi_dot needs at least two tables: a single layer raises an error'),
    ],
    'forward': [
        ('last-without-f', forward_wrong_last_without_f, 'the last layer gets no activation; here f is applied in every layer'),
        ('no-f', forward_wrong_no_f, 'f is not applied at all'),
        ('X-missing', forward_wrong_X_missing, 'the list begins with A1; X is missing'),
        ('last-only', forward_wrong_last_only, 'returns the last A alone'),
        ('always-X', forward_wrong_always_X, 'each layer is fed with X in place of the output of the layer before'),
        ('bias-after-f', forward_wrong_bias_after_f, 'f is applied before the bias is added: f(A @ W) + b'),
        ('tanh-hard-coded', forward_wrong_tanh_hard_coded, 'uses np.tanh in place of the f that is handed in'),
        ('Z-kept', forward_wrong_Z_kept, 'keeps the sums before the activation in the list, not the A'),
        ('Z-fed-on', forward_wrong_Z_fed_on, 'the list holds the A, but the next layer is fed with Z, before the activation'),
        ('bias-missing', forward_wrong_bias_missing, 'the biases are not added'),
        ('W-first', forward_wrong_W_first, 'W @ A.T is the convention with samples in columns; the A come out transposed'),
        ('last-layer-missing', forward_wrong_last_layer_missing, 'range(len(Ws) - 1) leaves out the last layer'),
        ('f-of-X', forward_wrong_f_of_X, 'the activation is applied to X as well'),
        ('return-in-loop', forward_wrong_return_in_loop, 'the return stands inside the loop, so it ends after the first layer'),
        ('same-bias', forward_wrong_same_bias, "uses the first layer's bias bs[0] in all layers"),
        ('list-in-place', forward_wrong_list_in_place, "collects in the caller's Ws list (Ws.insert), which is changed"),
        ('star', forward_wrong_star, 'multiplies entry by entry in place of @'),
        ('two-layers', forward_wrong_two_layers, 'written for exactly two layers'),
        ('pairs-summed', forward_wrong_pairs_summed, "adds each layer's input to its output as well (a skip connection that nobody asked for); only f(A @ W + b) is meant"),
        ('last-without-f-no-X', forward_wrong_last_without_f_no_X, 'two causes: no activation in the last layer, and X is missing from the list'),
        ('tanh-and-bias-outside', forward_wrong_tanh_and_bias_outside, 'two causes: tanh in place of f, and the bias is added after the activation'),
        ('last-linear', forward_last_linear, 'the last layer is left without its activation'),
        ('no-input', forward_no_input, 'the inputs X are missing from the list'),
        ('always-x', forward_always_x, 'every layer reads X instead of what the layer before put out'),
        ('bias-outside', forward_bias_outside, 'the bias comes behind the activation instead of inside it'),
        ('keeps-z', forward_keeps_z, 'keeps the sums Z in the list and not the activations'),
        ('f-twice', forward_f_twice, 'f stands twice: what is stored has gone through the activation once more'),
        ('own-activation', forward_own_activation, 'the threshold is used in place of the f that is handed in'),
        ('transposed', forward_transposed, 'the weights are transposed, as for tables (n_out, n_in)'),
        ('f-on-x', forward_f_on_x, 'the inputs go through f before the first layer'),
    ],
}

RIGHT = {
    'xor_network': [
        ('or-and-nand', xor_network_right_or_and_nand),
        ('exclusive-units', xor_network_right_exclusive_units),
        ('or-minus-and', xor_network_right_or_minus_and),
        ('loop', xor_network_right_loop),
        ('column-then-flat', xor_network_right_column_then_flat),
        ('two-ones', xor_network_two_ones),
        ('loop-2', xor_network_loop),
    ],
    'threshold_outputs': [
        ('arrays', threshold_outputs_right_arrays),
        ('unit-by-unit', threshold_outputs_right_unit_by_unit),
        ('loops', threshold_outputs_right_loops),
        ('logic', threshold_outputs_right_logic),
        ('columns-convention', threshold_outputs_right_columns_convention),
        ('logic-2', threshold_outputs_logic),
        ('loop', threshold_outputs_loop),
    ],
    'collapse_linear': [
        ('forwards', collapse_linear_right_forwards),
        ('probe', collapse_linear_right_probe),
        ('backwards', collapse_linear_right_backwards),
        ('recursive', collapse_linear_right_recursive),
        ('block-matrices', collapse_linear_right_block_matrices),
        ('probe-2', collapse_linear_probe),
        ('homogeneous', collapse_linear_homogeneous),
    ],
    'forward': [
        ('append', forward_right_append),
        ('recursive', forward_right_recursive),
        ('bias-as-weight', forward_right_bias_as_weight),
        ('preallocated-einsum', forward_right_preallocated_einsum),
        ('row-by-row', forward_right_row_by_row),
        ('recursive-2', forward_recursive),
        ('entries', forward_entries),
        ('einsum', forward_einsum),
    ],
}



# ---- exactly_network

def exactly_network_wrong_biases_on_the_line(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([-count, -count - 1]), np.array([1, -1]), -0.5


def exactly_network_wrong_at_least(d, count):
    return np.ones((d, 1)), np.array([0.5 - count]), np.array([1.0]), -0.5


def exactly_network_wrong_at_most(d, count):
    return -np.ones((d, 1)), np.array([count + 0.5]), np.array([1.0]), -0.5


def exactly_network_wrong_both_positive(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, 1]), -0.5


def exactly_network_wrong_output_bias_plus(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), 0.5


def exactly_network_wrong_output_swapped(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([-1, 1]), -0.5


def exactly_network_wrong_or_not_and(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])
    return W1, np.array([0.5 - count, count + 0.5]), np.array([1, 1]), -0.5


def exactly_network_wrong_one_too_late(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -1.5 - count]), np.array([1, -1]), -0.5


def exactly_network_wrong_two_of_five(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([-1.5, -2.5]), np.array([1, -1]), -0.5


def exactly_network_wrong_transposed(d, count):
    W1 = np.ones((2, d))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), -0.5


def exactly_network_wrong_exactly_one(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([-0.5, -1.5]), np.array([1, -2]), -0.5


def exactly_network_wrong_zero_never(d, count):
    if count == 0:
        return np.zeros((d, 1)), np.zeros(1), np.zeros(1), 0
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), -0.5


def exactly_network_wrong_count_d_clipped(d, count):
    lo, hi = count, min(count + 1, d)
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - lo, 0.5 - hi]), np.array([1, -1]), -0.5


def exactly_network_wrong_w2_column(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([[1], [-1]]), -0.5


def exactly_network_wrong_copies(d, count):
    return np.eye(d), np.full(d, -0.5), np.ones(d), 0.5 - count


def exactly_network_wrong_int_biases(d, count):
    b1 = np.zeros(2, dtype=int)
    b1[0], b1[1] = -(count - 0.5), -(count + 0.5)
    return np.ones((d, 2)), b1, np.array([1, -1]), -0.5


def exactly_network_wrong_order(d, count):
    b1, w2 = np.array([0.5 - count, -0.5 - count]), np.array([1, -1])
    return np.ones((d, 2)), w2, b1, -0.5


def exactly_network_wrong_at_most_bias_sign(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, 1]), -1.5


def exactly_network_wrong_mean_of_inputs(d, count):
    W1 = np.full((d, 2), 1 / d)
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), -0.5


def exactly_network_wrong_first_inputs(d, count):
    w = np.array([1.0] * count + [-1.0] * (d - count))
    return w[:, None], np.array([0.5 - count]), np.array([1.0]), -0.5


def exactly_network_wrong_parity_like(d, count):
    levels = np.arange(count, d + 1)
    signs = np.where((levels - count) % 2 == 0, 1.0, -1.0)
    return np.ones((d, len(levels))), 0.5 - levels, signs, -0.5


def exactly_network_wrong_line_and_sign(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([-count, -count - 1]), np.array([1, -1]), 0.5


def exactly_network_right_at_least_minus_more(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([0.5 - count, -0.5 - count]), np.array([1, -1]), -0.5


def exactly_network_right_at_least_and_at_most(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])
    return W1, np.array([0.5 - count, count + 0.5]), np.array([1, 1]), -1.5


def exactly_network_right_all_integers(d, count):
    W1 = np.ones((d, 2), dtype=int)
    return W1, np.array([1 - count, -count]), np.array([1, -1]), 0


def exactly_network_right_a_unit_each_row(d, count):
    rows = [[i >> j & 1 for j in range(d)] for i in range(2**d)]
    rows = np.array([row for row in rows if sum(row) == count])
    W1 = 2 * rows.T - 1
    return W1, np.full(len(rows), 0.5 - count), np.ones(len(rows)), -0.5


def exactly_network_right_too_few_or_too_many(d, count):
    W1 = np.array([[-2.0, 2.0]] * d)
    return W1, np.array([2 * count - 1.0, -2 * count - 1.0]), np.array([-1.0, -1.0]), 0.5


def exactly_network_right_thermometer(d, count):
    levels = np.arange(1, d + 2)
    w2 = np.zeros(d + 1)
    w2[count] = -1
    if count > 0:
        w2[count - 1] = 1
    return np.ones((d, d + 1)), 0.5 - levels, w2, -0.5 if count > 0 else 0.5



# ---- polygon_network

def polygon_network_wrong_turned_right(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([e[:, 1], -e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), -(len(n) - 0.5)


def polygon_network_wrong_last_side_missing(vertices):
    a, b = vertices[:-1], vertices[1:]
    n = np.column_stack([a[:, 1] - b[:, 1], b[:, 0] - a[:, 0]])
    return n.T, -np.sum(n * a, axis=1), np.ones(len(n)), -(len(n) - 0.5)


def polygon_network_wrong_or(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), -0.5


def polygon_network_wrong_never(vertices):
    k = len(vertices)
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(k), -k


def polygon_network_wrong_bias_plus(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, np.sum(n * vertices, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_not_transposed(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n, -np.sum(n * vertices, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_other_corner(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    before = np.roll(vertices, 1, axis=0)
    return n.T, -np.sum(n * before, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_direction_not_turned(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    return e.T, -np.sum(e * vertices, axis=1), np.ones(len(e)), 0.5 - len(e)


def polygon_network_wrong_swapped_no_sign(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = e[:, ::-1]
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_bounding_box(vertices):
    (l, b), (r, t) = np.min(vertices, axis=0), np.max(vertices, axis=0)
    W1 = np.array([[1, -1, 0, 0], [0, 0, 1, -1]])
    return W1, np.array([-l, r, -b, t]), np.ones(4), -3.5


def polygon_network_wrong_four_sides(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), -3.5


def polygon_network_wrong_roll_without_axis(vertices):
    e = np.roll(vertices, -1) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_bias_of_first_corner(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -n @ vertices[0], np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_bias_matrix(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -(n @ vertices.T), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_majority(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), -len(n) / 2


def polygon_network_wrong_origin_inside(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]]).astype(float)
    b1 = -np.sum(n * vertices, axis=1)
    n[b1 < 0] *= -1
    return n.T, np.abs(b1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_triangle_only(vertices):
    v = vertices[:3]
    e = np.roll(v, -1, axis=0) - v
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * v, axis=1), np.ones(3), -2.5


def polygon_network_wrong_int_unit_normals(vertices):
    k = len(vertices)
    n = np.zeros_like(vertices)
    for i in range(k):
        u, v = vertices[(i + 1) % k] - vertices[i]
        n[i] = np.array([-v, u]) / np.hypot(u, v)
    return n.T, -np.sum(n * vertices, axis=1), np.ones(k), 0.5 - k


def polygon_network_wrong_in_place(vertices):
    centre = vertices.mean(axis=0).astype(vertices.dtype)
    vertices -= centre
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * (vertices + centre), axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_towards_the_middle(vertices):
    centre = vertices.mean(axis=0)
    mid = (vertices + np.roll(vertices, -1, axis=0)) / 2
    n = centre - mid
    return n.T, -np.sum(n * mid, axis=1), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_outside_is_one(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), -np.ones(len(n)), len(n) - 0.5


def polygon_network_wrong_lines_through_origin(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, np.zeros(len(n)), np.ones(len(n)), 0.5 - len(n)


def polygon_network_wrong_open_and_or(vertices):
    e = np.diff(vertices, axis=0)
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices[:-1], axis=1), np.ones(len(n)), -0.5


def polygon_network_right_roll(vertices):
    e = np.roll(vertices, -1, axis=0) - vertices
    n = np.column_stack([-e[:, 1], e[:, 0]])
    return n.T, -np.sum(n * vertices, axis=1), np.ones(len(n)), -(len(n) - 0.5)


def polygon_network_right_loop(vertices):
    k = len(vertices)
    W1, b1 = np.zeros((2, k)), np.zeros(k)
    for i in range(k):
        (x, y), (x2, y2) = vertices[i], vertices[(i + 1) % k]
        W1[0, i], W1[1, i] = y - y2, x2 - x
        b1[i] = -(W1[0, i] * x + W1[1, i] * y)
    return W1, b1, np.ones(k), 0.5 - k


def polygon_network_right_outside_of_any(vertices):
    after = np.roll(vertices, -1, axis=0)
    n = np.stack([after[:, 1] - vertices[:, 1], vertices[:, 0] - after[:, 0]])
    b1 = -np.einsum("ji,ij->i", n, vertices)
    return n, b1, np.full(len(vertices), -1.0), 0.5


def polygon_network_right_centre_decides(vertices):
    v = np.asarray(vertices, dtype=float)
    c = v.mean(axis=0)
    columns, b1 = [], []
    for p, q in zip(v, [*v[1:], v[0]]):
        n = np.array([q[1] - p[1], p[0] - q[0]]) / np.linalg.norm(q - p)
        if n @ (c - p) < 0:
            n = -n
        columns.append(n)
        b1.append(-n @ p)
    return np.array(columns).T, np.array(b1), np.ones(len(v)), 0.5 - len(v)


def polygon_network_right_complex_numbers(vertices):
    z = vertices[:, 0] + 1j * vertices[:, 1]
    n = 1j * (np.append(z[1:], z[0]) - z)
    W1 = np.array([n.real, n.imag])
    b1 = -(n.conj() * z).real
    return W1, b1, np.full(len(z), 2.0), 1.0 - 2 * len(z)


def polygon_network_right_cross_product_of_corners(vertices):
    v = np.column_stack([np.asarray(vertices, dtype=float), np.ones(len(vertices))])
    lines = np.cross(v, np.roll(v, -1, axis=0))
    return lines[:, :2].T, lines[:, 2], np.ones(len(v)), 0.5 - len(v)


WRONG['exactly_network'] = [
    ('biases-on-the-line', exactly_network_wrong_biases_on_the_line, 'b1 = -count, -(count + 1): exactly so many give the sum 0, where H is 0; it answers count + 1'),
    ('at-least', exactly_network_wrong_at_least, 'one hidden unit: at least `count`, not exactly'),
    ('at-most', exactly_network_wrong_at_most, 'one hidden unit: at most `count`, not exactly'),
    ('both-positive', exactly_network_wrong_both_positive, 'the second unit (too many) is added, not subtracted: at least `count`'),
    ('output-bias-plus', exactly_network_wrong_output_bias_plus, 'b2 = +0.5: where both hidden units are off the output says 1'),
    ('output-swapped', exactly_network_wrong_output_swapped, "w2 = (-1, 1): the units' roles at the output are exchanged, it never answers 1"),
    ('or-not-and', exactly_network_wrong_or_not_and, "'at least' and 'at most' are joined by OR (b2 = -0.5), so it always answers 1"),
    ('one-too-late', exactly_network_wrong_one_too_late, 'the second unit starts at count + 2, so count + 1 passes too'),
    ('two-of-five', exactly_network_wrong_two_of_five, 'the example in the text: always exactly two'),
    ('transposed', exactly_network_wrong_transposed, 'W1 is (m, d): a row for each unit'),
    ('exactly-one', exactly_network_wrong_exactly_one, 'XOR as in the lesson: exactly one, `count` is not used'),
    ('zero-never', exactly_network_wrong_zero_never, 'count 0 is treated apart, as if nothing on could not be asked for: it never answers 1'),
    ('count-d-clipped', exactly_network_wrong_count_d_clipped, 'the second threshold is held at d: for count = d both units turn on together'),
    ('w2-column', exactly_network_wrong_w2_column, 'w2 is a column (2, 1), not (2,)'),
    ('copies', exactly_network_wrong_copies, "each hidden unit copies one input, and the output can then only say 'at least'"),
    ('int-biases', exactly_network_wrong_int_biases, 'the biases are put into an integer array, which cuts 0.5 to 0: wrong for count 0'),
    ('order', exactly_network_wrong_order, 'returns (W1, w2, b1, b2): biases and output weights exchanged'),
    ('at-most-bias-sign', exactly_network_wrong_at_most_bias_sign, "the unit 'at most' has the weights -1, but the bias of 'more than': it is never on"),
    ('mean-of-inputs', exactly_network_wrong_mean_of_inputs, 'the weights 1/d average the inputs, but the thresholds are those of the sum'),
    ('first-inputs', exactly_network_wrong_first_inputs, 'looks for the first `count` inputs on and the rest off: one of the rows that should give 1'),
    ('parity-like', exactly_network_wrong_parity_like, 'adds units with alternating signs for every level from `count` on: count + 2, count + 4 pass too'),
    ('line-and-sign', exactly_network_wrong_line_and_sign, 'two causes: the biases lie on the line, and b2 has the wrong sign'),
]

RIGHT['exactly_network'] = [
    ('at-least-minus-more', exactly_network_right_at_least_minus_more),
    ('at-least-and-at-most', exactly_network_right_at_least_and_at_most),
    ('all-integers', exactly_network_right_all_integers),
    ('a-unit-each-row', exactly_network_right_a_unit_each_row),
    ('too-few-or-too-many', exactly_network_right_too_few_or_too_many),
    ('thermometer', exactly_network_right_thermometer),
]


WRONG['polygon_network'] = [
    ('turned-right', polygon_network_wrong_turned_right, 'the normals are turned to the right: each unit is on outside'),
    ('last-side-missing', polygon_network_wrong_last_side_missing, 'the side from the last corner back to the first is missing'),
    ('or', polygon_network_wrong_or, 'b2 = -0.5: inside of one side is enough (OR)'),
    ('never', polygon_network_wrong_never, 'b2 = -k: with all units on the sum is 0, where H is 0'),
    ('bias-plus', polygon_network_wrong_bias_plus, 'the biases have the wrong sign: + n · corner'),
    ('not-transposed', polygon_network_wrong_not_transposed, 'W1 is (k, 2): a row for each side'),
    ('other-corner', polygon_network_wrong_other_corner, 'the bias takes the corner before the side, which does not lie on its line'),
    ('direction-not-turned', polygon_network_wrong_direction_not_turned, 'the direction of the side itself is taken for the normal'),
    ('swapped-no-sign', polygon_network_wrong_swapped_no_sign, '(v, u) in place of (-v, u): swapped, but not turned'),
    ('bounding-box', polygon_network_wrong_bounding_box, 'the smallest upright rectangle around the corners, not the polygon'),
    ('four-sides', polygon_network_wrong_four_sides, 'b2 = -3.5 holds for four sides only'),
    ('roll-without-axis', polygon_network_wrong_roll_without_axis, 'np.roll without axis rolls all numbers, so x and y of the corners get mixed'),
    ('bias-of-first-corner', polygon_network_wrong_bias_of_first_corner, "every side's bias takes the first corner"),
    ('bias-matrix', polygon_network_wrong_bias_matrix, 'n @ vertices.T holds every side with every corner: b1 is a table'),
    ('majority', polygon_network_wrong_majority, 'b2 = -k/2: more than half of the sides are enough'),
    ('origin-inside', polygon_network_wrong_origin_inside, 'takes the origin for a point inside: turns every unit whose bias is negative'),
    ('triangle-only', polygon_network_wrong_triangle_only, 'only the first three corners are used'),
    ('int-unit-normals', polygon_network_wrong_int_unit_normals, "unit normals are written into an array of the corners' type: integers become 0"),
    ('in-place', polygon_network_wrong_in_place, "moves the caller's own corners to the origin (vertices -= centre); the network is right"),
    ('towards-the-middle', polygon_network_wrong_towards_the_middle, "the normal points from the side's middle to the centre, which is not at a right angle to the side"),
    ('outside-is-one', polygon_network_wrong_outside_is_one, 'inside and outside are exchanged at the output: 1 outside'),
    ('lines-through-origin', polygon_network_wrong_lines_through_origin, 'the biases are 0: all lines go through the origin'),
    ('open-and-or', polygon_network_wrong_open_and_or, 'two causes: the last side is missing, and the sides are joined by OR'),
]

RIGHT['polygon_network'] = [
    ('roll', polygon_network_right_roll),
    ('loop', polygon_network_right_loop),
    ('outside-of-any', polygon_network_right_outside_of_any),
    ('centre-decides', polygon_network_right_centre_decides),
    ('complex-numbers', polygon_network_right_complex_numbers),
    ('cross-product-of-corners', polygon_network_right_cross_product_of_corners),
]


# ---- more, of the newest tasks
def exactly_network_wrong_parity(d, count):
    W1 = np.ones((d, d))
    b1 = 0.5 - np.arange(1, d + 1)
    w2 = (-1.0) ** np.arange(d)
    b2 = -0.5 if count % 2 == 1 else 0.5
    if count % 2 == 0:
        w2 = -w2
    return W1, b1, w2, b2


def polygon_network_wrong_bias_plus_again(vertices):
    k = len(vertices)
    u, v = (np.roll(vertices, -1, axis=0) - vertices).T
    W1 = np.array([-v, u])
    b1 = (W1.T * vertices).sum(axis=1)
    return W1, b1, np.ones(k), -(k - 0.5)


def polygon_network_wrong_reshape_not_transpose(vertices):
    k = len(vertices)
    d = np.roll(vertices, -1, axis=0) - vertices
    normals = np.stack([-d[:, 1], d[:, 0]], axis=1)
    b1 = -np.einsum("ij,ij->i", normals, vertices)
    return normals.reshape(2, k), b1, np.ones(k), 0.5 - k


def polygon_network_wrong_origin_inside_again(vertices):
    V = np.asarray(vertices, dtype=float)
    d = np.roll(V, -1, axis=0) - V
    N = np.column_stack((-d[:, 1], d[:, 0]))
    return N.T, np.abs(np.sum(N * V, axis=1)), np.ones(len(V)), 0.5 - len(V)


def polygon_network_wrong_integer_weights(vertices):
    k = len(vertices)
    W1 = np.zeros((2, k), dtype=int)
    b1 = np.zeros(k)
    for i in range(k):
        u, v = vertices[(i + 1) % k] - vertices[i]
        W1[0, i], W1[1, i] = -v, u
        b1[i] = v * vertices[i][0] - u * vertices[i][1]
    return W1, b1, np.ones(k), 0.5 - k


WRONG['exactly_network'] += [
    ('parity', exactly_network_wrong_parity, 'It generalises XOR to parity: it answers where the number of ones is even or odd as count is, not where it equals count.'),
]

WRONG['polygon_network'] += [
    ('bias-plus-again', polygon_network_wrong_bias_plus_again, 'The bias is +n·p instead of -n·p, so each line is mirrored at the origin.'),
    ('reshape-not-transpose', polygon_network_wrong_reshape_not_transpose, 'The (k, 2) normals are made (2, k) by reshape, which mixes the components; it should be the transpose.'),
    ('origin-inside-again', polygon_network_wrong_origin_inside_again, 'The bias is made positive with abs, which assumes that the origin lies inside the fence; it should be -n·p with its sign.'),
    ('integer-weights', polygon_network_wrong_integer_weights, 'W1 is an integer array, so normals with fractions are cut; it should be a float array.'),
]


def exactly_network_wrong_all_on_case_3(d, count):
    if count == d:
        return np.ones((d, 1)), np.array([-d]), np.array([1.0]), -0.5
    return np.ones((d, 2)), np.array([0.5 - count, -count - 0.5]), np.array([1, -1]), -0.5


def exactly_network_wrong_at_most_minus_one_3(d, count):
    up = np.ones((d, 1))
    W1 = np.hstack([up, -up])
    b1 = [0.5 - count, count - 0.5]
    return W1, b1, [1, 1], -1.5


def exactly_network_wrong_subtract_all_on_3(d, count):
    at_least = 0.5 - count
    both = 0.5 - d
    return np.ones((d, 2)), np.array([at_least, both]), np.array([1, -1]), -0.5


def exactly_network_wrong_no_negative_weights_3(d, count):
    groups = list(combinations(range(d), count))
    W1 = np.zeros((d, len(groups)))
    for column, group in enumerate(groups):
        for j in group:
            W1[j, column] = 1
    b1 = np.full(len(groups), 0.5 - count)
    return W1, b1, np.ones(len(groups)), -0.5


def exactly_network_wrong_output_bias_one_3(d, count):
    W1 = np.ones((d, 2))
    b1 = np.array([-count + 0.5, -count - 0.5])
    w2 = np.array([1.0, -1.0])
    b2 = -1.0
    return W1, b1, w2, b2


WRONG['exactly_network'] += [
    ('all-on-case', exactly_network_wrong_all_on_case_3, 'In the special case count == d the bias is -d, so the sum is 0 when all are on and H(0) = 0; it should be 0.5 - d (or no special case).'),
    ('at-most-minus-one', exactly_network_wrong_at_most_minus_one_3, "The second unit's bias count - 0.5 says 'at most count - 1', so the two units are never on together and y is always 0; it should be count + 0.5."),
    ('subtract-all-on', exactly_network_wrong_subtract_all_on_3, "The second unit says 'all d are on' (XOR's 'both' carried over) instead of 'at least count+1'; its bias should be -0.5 - count."),
    ('no-negative-weights', exactly_network_wrong_no_negative_weights_3, 'The unit of each group has weight 0 for the inputs outside the group, so more than count inputs fire it as well; those weights should be -1.'),
    ('output-bias-one', exactly_network_wrong_output_bias_one_3, 'The output bias is -1, so for h = (1, 0) the sum is exactly 0 and the answer 0; it should lie between -1 and 0, e.g. -0.5.'),
]


def polygon_network_wrong_vertical_skipped_3(vertices):
    W1, b1 = [], []
    for i in range(len(vertices)):
        (x, y), (x2, y2) = vertices[i], vertices[(i + 1) % len(vertices)]
        if x2 == x:
            continue
        slope = (y2 - y) / (x2 - x)
        offset = y - slope * x
        above = 1 if x2 > x else -1
        W1.append([-slope * above, above])
        b1.append(-offset * above)
    return np.array(W1).T, np.array(b1), np.ones(len(b1)), 0.5 - len(b1)


WRONG['polygon_network'] += [
    ('vertical-skipped', polygon_network_wrong_vertical_skipped_3, 'Vertical sides are skipped (no slope), so the polygon is open there; they need a unit with the weights (-v, 0).'),
]


# ---- a fifth set

import functools


def heaviside_5(z):  # as in mlp_lesson.activations
    return np.heaviside(np.asarray(z, dtype=float), 0)


def xor_network_wrong_output_and_5(X):
    W1 = np.array([[1, -1], [-1, 1]])  # only the first, only the second
    h = heaviside_5(X @ W1 - 0.5)
    return heaviside_5(h @ np.array([1, 1]) - 1.5)


def xor_network_wrong_neurons_as_rows_5(X):
    W1 = np.array([[1, -1],  # unit 1: the first alone
                   [1, -1]])  # unit 2: not the second alone
    b1 = np.array([-0.5, 0.5])
    h = heaviside_5(X @ W1 + b1)
    return heaviside_5(h @ np.array([1, -1]) + 0.5)


def xor_network_wrong_table_in_order_5(X):
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    h = heaviside_5(corners @ np.array([[1, -1], [-1, 1]]) - 0.5)
    return heaviside_5(h @ np.array([1, 1]) - 0.5)


def xor_network_wrong_output_linear_5(X):
    h = heaviside_5(X @ np.array([[1, 1], [1, 1]]) + np.array([-0.5, -1.5]))
    return h @ np.array([1, -2])


def xor_network_wrong_both_cut_alike_5(X):
    h1 = heaviside_5(X @ np.array([1, -1]) - 0.5)
    h2 = heaviside_5(X @ np.array([1, -1]) + 0.5)
    return heaviside_5(h1 + h2 - 0.5)


def xor_network_right_einsum_5(X):
    h = np.einsum("ni,ij->nj", np.asarray(X, dtype=float), np.array([[2.0, -2.0], [-2.0, 2.0]])) - 1 > 0
    return np.einsum("nj,j->n", h.astype(float), np.array([3.0, 3.0])) - 1 > 0


def xor_network_right_loop_5(X):
    y = []
    for x1, x2 in np.asarray(X, dtype=float).tolist():
        any_on = 1 if 10 * x1 + 10 * x2 - 5 > 0 else 0
        both = 1 if 10 * x1 + 10 * x2 - 15 > 0 else 0
        y.append(1 if 1 * any_on - 2 * both - 0.25 > 0 else 0)
    return np.array(y)


def threshold_outputs_wrong_integer_weights_5(points):
    W1 = np.zeros((2, 3), dtype=int)
    W1[0] = [1, -1, 0.5]
    W1[1] = [2, 1, -1]
    h = heaviside_5(points @ W1 + np.array([-1, 3, 2]))
    return heaviside_5(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_wrong_majority_5(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = heaviside_5(points @ W1 + np.array([-1, 3, 2]))
    return heaviside_5(h.sum(axis=1) - 1.5)


def threshold_outputs_wrong_swapped_5(points):
    x2, x1 = points[:, 0], points[:, 1]
    h1 = heaviside_5(x1 + 2 * x2 - 1)
    h2 = heaviside_5(-x1 + x2 + 3)
    h3 = heaviside_5(0.5 * x1 - x2 + 2)
    return heaviside_5(h1 - 2 * h2 + h3 - 1.5)


def threshold_outputs_wrong_sign_units_5(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = np.sign(points @ W1 + np.array([-1, 3, 2]))
    return heaviside_5(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_wrong_bias_outside_5(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    h = heaviside_5(points @ W1) + np.array([-1, 3, 2])
    return heaviside_5(h @ np.array([1, -2, 1]) - 1.5)


def threshold_outputs_right_rule_5(points):
    # y = 1 only where the first and the third unit are on and the second is off
    p = np.asarray(points, dtype=float)
    x1, x2 = p[:, 0], p[:, 1]
    return np.logical_and.reduce([x1 + 2 * x2 > 1, x2 - x1 <= -3, x1 - 2 * x2 > -4])


def threshold_outputs_right_columns_5(points):
    W = np.vstack([[[2, -2, 1], [4, 2, -2]], [[-2, 6, 4]]])  # all twice, the bias as third row
    P = np.pad(np.asarray(points, dtype=float), ((0, 0), (0, 1)), constant_values=1)
    h = np.where(np.tensordot(P, W, axes=1) > 0, 1, 0)
    return np.array([int(2 * int(a) - 4 * int(b) + 2 * int(c) > 3) for a, b, c in h])


def collapse_linear_wrong_product_for_bias_5(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:]):
        W = W @ W_next
        b = b @ W + b_next
    return W, b


def collapse_linear_wrong_next_layer_only_5(Ws, bs):
    W, b = Ws[0], bs[-1]
    for l in range(1, len(Ws)):
        W = W @ Ws[l]
        b = b + bs[l - 1] @ Ws[l]
    return W, b


def collapse_linear_wrong_multi_dot_5(Ws, bs):
    b = bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:]):
        b = b @ W_next + b_next
    return np.linalg.multi_dot(Ws), b


def collapse_linear_wrong_identity_with_bias_5(Ws, bs):
    W, b = np.eye(Ws[0].shape[0]), np.zeros(Ws[0].shape[0])
    for W_next, b_next in zip(Ws, bs):
        W = W @ W_next + b_next
        b = b @ W_next + b_next
    return W, b


def collapse_linear_wrong_shifted_zip_5(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs):
        W = W @ W_next
        b = b @ W_next + b_next
    return W, b


def collapse_linear_right_from_the_end_5(Ws, bs):
    W = np.eye(np.shape(Ws[-1])[1])
    b = np.zeros(np.shape(Ws[-1])[1])
    for l in range(len(Ws) - 1, -1, -1):  # W is the product of all layers behind l
        b = b + np.asarray(bs[l], dtype=float) @ W
        W = np.asarray(Ws[l], dtype=float) @ W
    return W, b


def collapse_linear_right_homogeneous_5(Ws, bs):
    tables = []
    for W, b in zip(Ws, bs):
        n_in, n_out = np.shape(W)
        T = np.zeros((n_in + 1, n_out + 1))
        T[:n_in, :n_out], T[n_in, :n_out], T[n_in, n_out] = W, b, 1
        tables.append(T)
    T = functools.reduce(np.matmul, tables)
    return T[:-1, :-1], T[-1, :-1]


def forward_wrong_stores_sums_5(X, Ws, bs, f):
    As, A = [X], X
    for W, b in zip(Ws, bs):
        Z = A @ W + b
        As.append(Z)
        A = f(Z)
    return As


def forward_wrong_bias_after_f_5(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W) + b)
    return As


def forward_wrong_f_of_inputs_5(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(f(As[-1]) @ W + b))
    return As


def forward_wrong_adds_in_place_5(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        Z = As[-1] @ W
        Z += b
        As.append(f(Z))
    return As


def forward_wrong_stacked_5(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
    return np.array(As)


def forward_right_recursive_5(X, Ws, bs, f):
    if len(Ws) == 0:
        return [X]
    before = forward_right_recursive_5(X, Ws[:-1], bs[:-1], f)
    return before + [f(np.einsum("ni,io->no", before[-1], Ws[-1]) + bs[-1])]


def forward_right_by_row_5(X, Ws, bs, f):
    As = [X]
    for l in range(len(Ws)):
        rows = [f(np.dot(np.transpose(Ws[l]), a) + bs[l]) for a in As[l]]
        As.append(np.stack(rows))
    return As


def exactly_network_wrong_integer_thresholds_5(d, count):
    W1 = np.ones((d, 2))
    return W1, np.array([-count, -(count + 1)]), np.array([1, -1]), -0.5


def exactly_network_wrong_or_for_and_5(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])  # at least count, at most count
    return W1, np.array([0.5 - count, count + 0.5]), np.array([1, 1]), -0.5


def exactly_network_wrong_integer_bias_5(d, count):
    W1 = np.ones((d, 2))
    b1 = np.array([0.5 - count, -0.5 - count]).astype(int)
    return W1, b1, np.array([1, -1]), -0.5


def exactly_network_wrong_first_inputs_5(d, count):
    W1 = -np.ones((d, 1))
    W1[:count] = 1
    return W1, np.array([0.5 - count]), np.array([1]), -0.5


def exactly_network_wrong_output_bias_zero_5(d, count):
    W1 = np.column_stack([np.ones(d), -np.ones(d)])  # more than count, fewer than count
    return W1, np.array([-count, count]), np.array([-1, -1]), 0


def exactly_network_right_neither_5(d, count):
    W1 = [[1, -1] for _ in range(d)]  # more than count, fewer than count: neither may be on
    return W1, [-count, count], [-1, -1], 0.5


def exactly_network_right_staircase_5(d, count):
    steps = np.arange(d + 1)  # unit k: k or more are on
    W1 = np.ones((d, d + 1))
    b1 = 0.5 - steps
    w2 = np.where(steps == count, 1.0, 0.0) - np.where(steps == count + 1, 1.0, 0.0)
    return W1, b1, w2, -0.5


def polygon_network_wrong_slope_form_5(vertices):
    V = np.asarray(vertices, dtype=float)
    k = len(V)
    W1, b1 = np.zeros((2, k)), np.zeros(k)
    for i in range(k):
        (x, y), (x_next, y_next) = V[i], V[(i + 1) % k]
        m = (y_next - y) / (x_next - x)
        side = 1 if x_next > x else -1  # inside is above the sides that lead to the right
        W1[:, i] = [-side * m, side]
        b1[i] = -side * (y - m * x)
    return W1, b1, np.ones(k), 0.5 - k


def polygon_network_wrong_unit_normals_cut_5(vertices):
    vertices = np.asarray(vertices)
    k = len(vertices)
    W1 = np.zeros_like(vertices.T)
    b1 = np.zeros(k)
    for i in range(k):
        u, v = vertices[(i + 1) % k] - vertices[i]
        W1[:, i] = np.array([-v, u]) / np.hypot(u, v)
        b1[i] = -W1[:, i] @ vertices[i]
    return W1, b1, np.ones(k), 0.5 - k


def polygon_network_wrong_one_side_less_5(vertices):
    V = np.asarray(vertices, dtype=float)
    D = np.roll(V, -1, axis=0) - V
    N = np.column_stack([-D[:, 1], D[:, 0]])
    return N.T, -np.sum(N * V, axis=1), np.ones(len(V)), -(len(V) - 1) + 0.5


def polygon_network_wrong_origin_inside_5(vertices):
    V = np.asarray(vertices, dtype=float)
    D = np.roll(V, -1, axis=0) - V
    N = np.column_stack([-D[:, 1], D[:, 0]])
    b1 = -np.sum(N * V, axis=1)
    signs = np.where(b1 < 0, -1, 1)  # the middle (0, 0) must be on the inner side
    return (N * signs[:, None]).T, b1 * signs, np.ones(len(V)), 0.5 - len(V)


def polygon_network_wrong_bounding_box_5(vertices):
    V = np.asarray(vertices, dtype=float)
    low, high = V.min(axis=0), V.max(axis=0)
    W1 = np.array([[1, -1, 0, 0], [0, 0, 1, -1]])
    b1 = np.array([-low[0], high[0], -low[1], high[1]])
    return W1, b1, np.ones(4), -3.5


def polygon_network_right_outside_units_5(vertices):
    V = np.asarray(vertices, dtype=float)
    k = len(V)
    W1, b1 = [[], []], []
    for i in range(k):
        p, q = V[i - 1], V[i]
        u, v = q - p
        W1[0].append(v)  # this unit is on where the point lies to the right: outside
        W1[1].append(-u)
        b1.append(float(-(v * p[0] - u * p[1])))
    return W1, b1, [-1.0] * k, 0.5


def polygon_network_right_centre_5(vertices):
    V = np.asarray(vertices, dtype=float)
    k, centre = len(V), np.mean(V, axis=0)
    W1, b1 = np.empty((2, k)), np.empty(k)
    for i in range(k):
        p, q = V[i], V[(i + 1) % k]
        normal = np.array([q[1] - p[1], p[0] - q[0]]) / np.hypot(*(q - p))
        if normal @ (centre - p) < 0:
            normal = -normal
        W1[:, i], b1[i] = normal, -(normal @ (p + q)) / 2
    return W1, b1, np.full(k, 2.0), 1.0 - 2 * k


WRONG['xor_network'] += [
    ('output-and', xor_network_wrong_output_and_5, 'the output bias -1.5 asks for both hidden units (AND), and they are never both on: it must be -0.5 (OR).'),
    ('neurons-as-rows', xor_network_wrong_neurons_as_rows_5, 'W1 is written with one row for each neuron, but X @ W1 takes one column for each: it needs W1.T.'),
    ('table-in-order', xor_network_wrong_table_in_order_5, 'it answers for its own four corners (`corners @ ...`) and not for the rows of X.'),
    ('output-linear', xor_network_wrong_output_linear_5, 'the output unit has no threshold: `h @ [1, -2]` is -1 for (1, 1); heaviside(... - 0.5) is missing.'),
    ('both-cut-alike', xor_network_wrong_both_cut_alike_5, 'the second hidden unit has the weights (1, -1) and the bias 0.5, so it is on wherever the second alone is not; it needs (-1, 1) and -0.5.'),
]


WRONG['threshold_outputs'] += [
    ('integer-weights-5', threshold_outputs_wrong_integer_weights_5, '`W1` is made with dtype=int, so the weight 0.5 is stored as 0.'),
    ('majority-5', threshold_outputs_wrong_majority_5, '`h.sum(axis=1)` counts the hidden units and leaves out the weights w2 = (1, -2, 1).'),
    ('swapped', threshold_outputs_wrong_swapped_5, 'x1 and x2 are swapped when the columns of `points` are unpacked.'),
    ('sign-units', threshold_outputs_wrong_sign_units_5, '`np.sign` gives -1, 0, 1 for the hidden units; the threshold unit gives 0 and 1.'),
    ('bias-outside-5', threshold_outputs_wrong_bias_outside_5, 'b1 is added after the threshold, `heaviside(points @ W1) + b1`; it belongs inside.'),
]


WRONG['collapse_linear'] += [
    ('product-for-bias', collapse_linear_wrong_product_for_bias_5, '`b @ W` takes W after it became the product of all tables so far; the bias must go through W_next alone.'),
    ('next-layer-only', collapse_linear_wrong_next_layer_only_5, '`bs[l - 1] @ Ws[l]` sends each bias through the next layer only and not through all that follow: right up to two layers.'),
    ('multi-dot-5', collapse_linear_wrong_multi_dot_5, '`np.linalg.multi_dot` wants two tables at least and fails for a single layer.'),
    ('identity-with-bias', collapse_linear_wrong_identity_with_bias_5, '`W = W @ W_next + b_next` sends the identity through the layers with their biases: the result is W + b in each row; leave out b_next.'),
    ('shifted-zip', collapse_linear_wrong_shifted_zip_5, '`zip(Ws[1:], bs)` pairs each table with the bias of the layer before; it must be bs[1:].'),
]


WRONG['forward'] += [
    ('stores-sums', forward_wrong_stores_sums_5, '`As.append(Z)` keeps the sums before f, not the outputs f(Z).'),
    ('bias-after-f-5', forward_wrong_bias_after_f_5, '`f(A @ W) + b` adds the bias after f; it belongs inside.'),
    ('f-of-inputs', forward_wrong_f_of_inputs_5, '`f(As[-1])` applies f to the inputs of each layer once more.'),
    ('adds-in-place', forward_wrong_adds_in_place_5, '`Z += b` fails where X and W hold integers and b fractions: the sum cannot be stored in an integer array; write Z + b.'),
    ('stacked', forward_wrong_stacked_5, '`np.array(As)` makes an array of the list; layers of different width do not fit (error), and a list is asked for.'),
]


WRONG['exactly_network'] += [
    ('integer-thresholds', exactly_network_wrong_integer_thresholds_5, 'the biases -count and -(count + 1) with z > 0 ask for more than count and more than count + 1: it answers to exactly count + 1; add 0.5 to both.'),
    ('or-for-and', exactly_network_wrong_or_for_and_5, 'the output bias -0.5 makes an OR of "at least" and "at most", which is always true; it must be -1.5.'),
    ('integer-bias', exactly_network_wrong_integer_bias_5, '`.astype(int)` cuts 0.5 - count towards 0: harmless for count of 1 and more, but for count 0 both biases become 0.'),
    ('first-inputs-5', exactly_network_wrong_first_inputs_5, 'the only hidden unit recognises one pattern, the first `count` inputs on, and not every choice of count inputs.'),
    ('output-bias-zero', exactly_network_wrong_output_bias_zero_5, 'b2 = 0: where neither unit is on the sum is exactly 0, and the answer is 0; it must be positive, e.g. 0.5.'),
]


WRONG['polygon_network'] += [
    ('slope-form', polygon_network_wrong_slope_form_5, 'the line as x2 = m x1 + c divides by x_next - x, which is 0 for a vertical side; use the normal (-v, u).'),
    ('unit-normals-cut', polygon_network_wrong_unit_normals_cut_5, '`np.zeros_like(vertices.T)` is an integer table for integer corners, and the normals of length 1 are cut to 0 in it.'),
    ('one-side-less', polygon_network_wrong_one_side_less_5, 'b2 = -(k - 1) + 0.5 is content with k - 1 of the k sides; it must be -k + 0.5.'),
    ('origin-inside-5', polygon_network_wrong_origin_inside_5, '`signs` turns each side so that (0, 0) is inside; a polygon need not contain the origin. Without signs it is right.'),
    ('bounding-box-5', polygon_network_wrong_bounding_box_5, 'four units for the smallest and largest x1 and x2 make the box around the polygon, not the polygon.'),
]


RIGHT['xor_network'] += [
    ('einsum-5', xor_network_right_einsum_5),
    ('loop-5', xor_network_right_loop_5),
]


RIGHT['threshold_outputs'] += [
    ('rule', threshold_outputs_right_rule_5),
    ('columns', threshold_outputs_right_columns_5),
]


RIGHT['collapse_linear'] += [
    ('from-the-end', collapse_linear_right_from_the_end_5),
    ('homogeneous-5', collapse_linear_right_homogeneous_5),
]


RIGHT['forward'] += [
    ('recursive-5', forward_right_recursive_5),
    ('by-row', forward_right_by_row_5),
]


RIGHT['exactly_network'] += [
    ('neither', exactly_network_right_neither_5),
    ('staircase', exactly_network_right_staircase_5),
]


RIGHT['polygon_network'] += [
    ('outside-units', polygon_network_right_outside_units_5),
    ('centre', polygon_network_right_centre_5),
]
