"""Answers to exercise 09 by somebody who had not seen the checks; each wrong one with its cause."""

from functools import reduce

import numpy as np

from mlp_lesson.activations import relu, sigmoid, softmax


# ---- weight_images
def weight_images_wrong_reshape_at_once(W, height, width):
    return W.reshape(W.shape[1], height, width)


def weight_images_wrong_width_height(W, height, width):
    return W.T.reshape(-1, width, height)


def weight_images_wrong_units_last(W, height, width):
    return W.reshape(height, width, -1)


def weight_images_wrong_all_axes_turned(W, height, width):
    return W.reshape(height, width, -1).T


def weight_images_wrong_hard_coded_28(W, height, width):
    return W.T.reshape(-1, 28, 28)


def weight_images_wrong_scaled(W, height, width):
    return W.T.reshape(-1, height, width) / np.abs(W).max()


def weight_images_wrong_fortran_order(W, height, width):
    return W.T.reshape((-1, height, width), order="F")


def weight_images_wrong_squeezed(W, height, width):
    return W.T.reshape(-1, height, width).squeeze()


def weight_images_wrong_strengths(W, height, width):
    pictures = [np.abs(W[:, j]).reshape(height, width) for j in range(W.shape[1])]
    return np.array(pictures)


def weight_images_wrong_pixels_by_column(W, height, width):
    return W.T.reshape(-1, width, height).transpose(0, 2, 1)


def weight_images_wrong_square_only(W, height, width):
    side = int(len(W) ** 0.5)
    return W.T.reshape(-1, side, side)


def weight_images_wrong_counts_rows(W, height, width):
    pictures = []
    for j in range(height):
        pictures.append(W[:, j].reshape(height, width))
    return np.array(pictures)


def weight_images_wrong_shape_in_place(W, height, width):
    W.shape = (height, width, -1)
    return np.moveaxis(W, -1, 0).copy()


def weight_images_wrong_rows(W, height, width):
    return np.array([row.reshape(height, width) for row in W])


def weight_images_wrong_integers(W, height, width):
    pictures = np.zeros((W.shape[1], height, width), dtype=int)
    for j in range(W.shape[1]):
        pictures[j] = W[:, j].reshape(height, width)
    return pictures


def weight_images_wrong_upside_down(W, height, width):
    return W.T.reshape(-1, height, width)[:, ::-1, :]


def weight_images_wrong_by_hand_stride(W, height, width):
    out = np.empty((W.shape[1], height, width))
    for j in range(W.shape[1]):
        for r in range(height):
            for c in range(width):
                out[j, r, c] = W[(r * height + c) % len(W), j]
    return out


def weight_images_wrong_first_unit(W, height, width):
    return W[:, 0].reshape(1, height, width)


def weight_images_wrong_swapped_and_untransposed(W, height, width):
    return W.reshape(-1, width, height)


def weight_images_right_transpose(W, height, width):
    return W.T.reshape(-1, height, width)


def weight_images_right_move_axis(W, height, width):
    return np.moveaxis(W.reshape(height, width, W.shape[1]), 2, 0).copy()


def weight_images_right_stack(W, height, width):
    return np.stack([column.reshape(height, width) for column in W.T])


def weight_images_right_by_hand(W, height, width):
    n = W.shape[1]
    out = np.zeros((n, height, width), dtype=W.dtype)
    for j in range(n):
        for k, weight in enumerate(W[:, j]):
            out[j, k // width, k % width] = weight
    return out


def weight_images_right_einsum(W, height, width):
    return np.einsum("hwj->jhw", np.array(W, dtype=float).reshape(height, width, -1))



# ---- symmetric_limits
def symmetric_limits_wrong_min_max(W):
    return W.min(), W.max()


def symmetric_limits_wrong_largest_only(W):
    m = W.max()
    return -m, m


def symmetric_limits_wrong_smallest_only(W):
    m = abs(W.min())
    return -m, m


def symmetric_limits_wrong_by_column(W):
    m = np.abs(W).max(axis=0)
    return -m, m


def symmetric_limits_wrong_nearer_end(W):
    m = min(abs(W.min()), abs(W.max()))
    return -m, m


def symmetric_limits_wrong_one_number(W):
    return np.abs(W).max()


def symmetric_limits_wrong_swapped(W):
    m = np.abs(W).max()
    return m, -m


def symmetric_limits_wrong_hard_coded(W):
    return -1, 1


def symmetric_limits_wrong_percentile(W):
    m = np.percentile(np.abs(W), 99)
    return -m, m


def symmetric_limits_wrong_rounded_up(W):
    m = float(np.ceil(np.abs(W).max()))
    return -m, m


def symmetric_limits_wrong_in_place(W):
    np.abs(W, out=W)
    return -W.max(), W.max()


def symmetric_limits_wrong_half_range(W):
    m = (W.max() - W.min()) / 2
    return -m, m


def symmetric_limits_wrong_cut_to_int(W):
    m = int(np.abs(W).max())
    return -m, m


def symmetric_limits_wrong_three_sigma(W):
    m = 3 * np.std(W)
    return -m, m


def symmetric_limits_wrong_two_dimensions_only(W):
    m = max(abs(w) for w in W)
    return -m, m


def symmetric_limits_wrong_margin(W):
    m = 1.05 * np.max(np.abs(W))
    return -m, m


def symmetric_limits_wrong_zero_when_positive(W):
    low, high = min(W.min(), 0), max(W.max(), 0)
    if low == 0 or high == 0:
        return low, high
    m = max(-low, high)
    return -m, m


def symmetric_limits_wrong_start_at_one(W):
    m = 1.0
    for w in W.ravel():
        if abs(w) > m:
            m = abs(w)
    return -m, m


def symmetric_limits_wrong_abs_after_max(W):
    m = abs(np.max(W))
    return -m, m


def symmetric_limits_wrong_swapped_and_largest(W):
    return W.max(), -W.max()


def symmetric_limits_right_abs_max(W):
    m = np.abs(W).max()
    return -m, m


def symmetric_limits_right_both_ends(W):
    m = max(-W.min(), W.max())
    return -m, m


def symmetric_limits_right_loop(W):
    m = 0.0
    for w in np.asarray(W, dtype=float).flat:
        m = max(m, abs(w))
    return -m, m


def symmetric_limits_right_infinity_norm(W):
    m = float(np.linalg.norm(np.ravel(W), np.inf))
    return -m, m


def symmetric_limits_right_sorted(W):
    sizes = sorted(abs(float(w)) for w in np.ravel(W))
    return -sizes[-1], sizes[-1]



# ---- predict_proba_by_hand
def predict_proba_by_hand_wrong_relu_at_the_end(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs, intercepts):
        A = relu(A @ W + b)
    if A.shape[1] == 1:
        p = sigmoid(A)
        return np.hstack([1 - p, p])
    return softmax(A)


def predict_proba_by_hand_wrong_one_column(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    return sigmoid(Z) if Z.shape[1] == 1 else softmax(Z)


def predict_proba_by_hand_wrong_columns_swapped(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        p = sigmoid(Z)
        return np.hstack([p, 1 - p])
    return softmax(Z)


def predict_proba_by_hand_wrong_softmax_of_one(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    return softmax(A @ coefs[-1] + intercepts[-1])


def predict_proba_by_hand_wrong_sigmoid_for_all(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    P = sigmoid(A @ coefs[-1] + intercepts[-1])
    return np.hstack([1 - P, P]) if P.shape[1] == 1 else P


def predict_proba_by_hand_wrong_softmax_down(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def predict_proba_by_hand_wrong_naive_softmax(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


def predict_proba_by_hand_wrong_naive_sigmoid(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        p = np.exp(Z) / (1 + np.exp(Z))
        return np.hstack([1 - p, p])
    return softmax(Z)


def predict_proba_by_hand_wrong_no_relu(X, coefs, intercepts):
    Z = X
    for W, b in zip(coefs, intercepts):
        Z = Z @ W + b
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_two_layers_only(X, coefs, intercepts):
    Z = relu(X @ coefs[0] + intercepts[0]) @ coefs[1] + intercepts[1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_sigmoid_hidden(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = sigmoid(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_last_bias_missing(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_needs_a_hidden_layer(X, coefs, intercepts):
    A = relu(X @ coefs[0] + intercepts[0])
    for l in range(1, len(coefs) - 1):
        A = relu(A @ coefs[l] + intercepts[l])
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_minus_z_and_z(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        Z = np.hstack([-Z, Z])
    return softmax(Z)


def predict_proba_by_hand_wrong_hard_decisions(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        Z = np.hstack([np.zeros_like(Z), Z])
    return np.eye(Z.shape[1])[Z.argmax(axis=1)]


def predict_proba_by_hand_wrong_pops_the_list(X, coefs, intercepts):
    W_last, b_last = coefs.pop(), intercepts.pop()
    A = X
    for W, b in zip(coefs, intercepts):
        A = relu(A @ W + b)
    Z = A @ W_last + b_last
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_relu_of_the_inputs(X, coefs, intercepts):
    Z = X
    for W, b in zip(coefs, intercepts):
        Z = relu(Z) @ W + b
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_bias_after_relu(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W) + b
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_shares_of_the_sums(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return Z / Z.sum(axis=1, keepdims=True)


def predict_proba_by_hand_wrong_binary_by_depth(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if len(coefs) == 1:
        return np.hstack([sigmoid(-Z), sigmoid(Z)])
    return softmax(Z)


def predict_proba_by_hand_wrong_relu_and_one_column(X, coefs, intercepts):
    A = X
    for l in range(len(coefs)):
        A = relu(A @ coefs[l] + intercepts[l])
    return sigmoid(A) if A.shape[1] == 1 else softmax(A)


def predict_proba_by_hand_right_loop(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1], strict=True):
        A = relu(A @ W + b)
    Z = A @ coefs[-1] + intercepts[-1]
    if Z.shape[1] == 1:
        p = sigmoid(Z)
        return np.hstack([1 - p, p])
    return softmax(Z)


def predict_proba_by_hand_right_zero_logit(X, coefs, intercepts):
    Z = X
    for l, (W, b) in enumerate(zip(coefs, intercepts, strict=True)):
        if l > 0:
            Z = np.maximum(Z, 0)
        Z = Z @ W + b
    if Z.shape[1] == 1:
        Z = np.column_stack([np.zeros(len(Z)), Z[:, 0]])
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def predict_proba_by_hand_right_reduce(X, coefs, intercepts):
    layers = list(zip(coefs, intercepts, strict=True))
    *hidden, (V, c) = layers
    A = reduce(lambda A, layer: relu(A @ layer[0] + layer[1]), hidden, np.asarray(X))
    Z = A @ V + c
    return softmax(Z) if Z.shape[1] > 1 else np.hstack([sigmoid(-Z), sigmoid(Z)])


def predict_proba_by_hand_right_recursion(X, coefs, intercepts):
    def sums(l):
        A = X if l == 0 else relu(sums(l - 1))
        return A @ coefs[l] + intercepts[l]

    Z = sums(len(coefs) - 1)
    if Z.shape[1] == 1:
        z = Z[:, 0]
        e = np.exp(-np.abs(z))
        p = np.where(z >= 0, 1.0, e) / (1 + e)
        q = np.where(z >= 0, e, 1.0) / (1 + e)
        return np.stack([q, p], axis=1)
    return softmax(Z)


def predict_proba_by_hand_right_row_by_row(X, coefs, intercepts):
    rows = []
    for x in np.asarray(X, dtype=float):
        a = x
        for l in range(len(coefs) - 1):
            a = np.where((z := a @ coefs[l] + intercepts[l]) > 0, z, 0)
        z = a @ coefs[-1] + intercepts[-1]
        if len(z) == 1:
            z = np.array([0.0, z[0]])
        e = np.exp(z - max(z))
        rows.append(e / sum(e))
    return np.array(rows)



# ---- permute_inputs
def permute_inputs_wrong_columns(W, order):
    return W[:, order]


def permute_inputs_wrong_inverse(W, order):
    return W[np.argsort(order)]


def permute_inputs_wrong_scatter(W, order):
    W_new = np.empty_like(W)
    W_new[order] = W
    return W_new


def permute_inputs_wrong_in_place(W, order):
    W[:] = W[order]
    return W


def permute_inputs_wrong_backwards(W, order):
    return W[order[::-1]]


def permute_inputs_wrong_copies_while_moving(W, order):
    W_new = W.copy()
    for k in range(len(order)):
        W_new[k] = W_new[order[k]]
    return W_new


def permute_inputs_wrong_flat_take(W, order):
    return np.take(W, order)


def permute_inputs_wrong_twice(W, order):
    return W[order][order]


def permute_inputs_wrong_unchanged(W, order):
    return W.copy()


def permute_inputs_wrong_counts_from_one(W, order):
    return W[order - 1]


def permute_inputs_wrong_last_row_left_out(W, order):
    W_new = np.zeros(W.shape)
    for k in range(len(order) - 1):
        W_new[k] = W[order[k]]
    return W_new


def permute_inputs_wrong_integers(W, order):
    W_new = np.zeros(W.shape, dtype=int)
    for k, old in enumerate(order):
        W_new[k] = W[old]
    return W_new


def permute_inputs_wrong_matrix_transposed(W, order):
    P = np.eye(len(order))[order]
    return P.T @ W


def permute_inputs_wrong_transposed_result(W, order):
    return W[order].T


def permute_inputs_wrong_both_axes(W, order):
    n = W.shape[1]
    return W[order][:, [o for o in order if o < n]]


def permute_inputs_wrong_sorts_the_order(W, order):
    order.sort()
    return W[order]


def permute_inputs_wrong_swaps(W, order):
    W_new = np.array(W)
    for k, old in enumerate(order):
        W_new[[k, old]] = W_new[[old, k]]
    return W_new


def permute_inputs_wrong_rolled(W, order):
    return np.roll(W, -order[0], axis=0)


def permute_inputs_wrong_inverse_in_place(W, order):
    W[order] = W.copy()
    return W


def permute_inputs_right_index(W, order):
    return W[order]


def permute_inputs_right_take(W, order):
    return np.take(W, order, axis=0)


def permute_inputs_right_matrix(W, order):
    P = np.zeros((len(order), len(order)))
    P[np.arange(len(order)), order] = 1
    return P @ W


def permute_inputs_right_loop(W, order):
    W_new = np.empty_like(W)
    for k in range(W.shape[0]):
        W_new[k, :] = W[order[k], :]
    return W_new


def permute_inputs_right_inverse_of_the_inverse(W, order):
    place = np.argsort(order)
    W_new = np.zeros_like(W)
    for old in range(len(W)):
        W_new[place[old]] = W[old]
    return W_new



# ---- prune
def prune_wrong_each_table(Ws, keep):
    new = []
    for W in Ws:
        sizes = np.sort(np.abs(W).ravel())[::-1]
        limit = sizes[min(keep, W.size) - 1]
        new.append(np.where(np.abs(W) >= limit, W, 0))
    return new


def prune_wrong_each_its_share(Ws, keep):
    total = sum(W.size for W in Ws)
    new = []
    for W in Ws:
        k = round(keep * W.size / total)
        limit = np.sort(np.abs(W), axis=None)[-k] if k > 0 else np.inf
        new.append(np.where(np.abs(W) >= limit, W, 0))
    return new


def prune_wrong_signed(Ws, keep):
    limit = np.sort(np.concatenate([W.ravel() for W in Ws]))[-keep]
    return [np.where(W >= limit, W, 0) for W in Ws]


def prune_wrong_keeps_the_smallest(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[keep - 1]
    return [np.where(np.abs(W) <= limit, W, 0) for W in Ws]


def prune_wrong_keep_go(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
    limit = sizes[keep] if keep < len(sizes) else np.inf
    return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]


def prune_wrong_strictly_larger(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    return [W * (np.abs(W) > limit) for W in Ws]


def prune_wrong_one_too_many(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[::-1]
    limit = sizes[min(keep, len(sizes) - 1)]
    return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]


def prune_wrong_fails_when_all_stay(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[::-1]
    return [np.where(np.abs(W) > sizes[keep], W, 0) for W in Ws]


def prune_wrong_sizes_returned(Ws, keep):
    sizes = [np.abs(W) for W in Ws]
    limit = np.sort(np.concatenate([S.ravel() for S in sizes]))[-keep]
    return [np.where(S >= limit, S, 0) for S in sizes]


def prune_wrong_mask(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    return [(np.abs(W) >= limit).astype(float) for W in Ws]


def prune_wrong_in_place(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    for W in Ws:
        W[np.abs(W) < limit] = 0
    return Ws


def prune_wrong_shallow_copy(Ws, keep):
    limit = sorted(abs(w) for W in Ws for w in W.flat)[-keep]
    new = list(Ws)
    for W in new:
        W[np.abs(W) < limit] = 0
    return new


def prune_wrong_flat(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    limit = np.sort(np.abs(flat))[-keep]
    flat = np.where(np.abs(flat) >= limit, flat, 0)
    return np.split(flat, np.cumsum([W.size for W in Ws])[:-1])


def prune_wrong_first_slice_again(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    out = np.zeros(len(flat))
    chosen = np.argsort(np.abs(flat))[-keep:]
    out[chosen] = flat[chosen]
    return [out[: W.size].reshape(W.shape) for W in Ws]


def prune_wrong_two_tables(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(Ws[0]).ravel(), np.abs(Ws[-1]).ravel()]))[-keep]
    return [np.where(np.abs(W) >= limit, W, 0) for W in (Ws[0], Ws[-1])]


def prune_wrong_integers(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    new = [np.zeros(W.shape, int) for W in Ws]
    for V, W in zip(new, Ws):
        V[np.abs(W) >= limit] = W[np.abs(W) >= limit]
    return new


def prune_wrong_columns_first(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    flat[np.argsort(np.abs(flat))[: len(flat) - keep]] = 0
    new, start = [], 0
    for W in Ws:
        new.append(flat[start : start + W.size].reshape(W.shape, order="F"))
        start += W.size
    return new


def prune_wrong_soft(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    return [np.sign(W) * np.maximum(np.abs(W) - limit, 0) for W in Ws]


def prune_wrong_signed_and_strict(Ws, keep):
    limit = np.sort(np.concatenate([W.ravel() for W in Ws]))[-keep]
    return [np.where(W > limit, W, 0) for W in Ws]


def prune_right_limit(Ws, keep):
    limit = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))[-keep]
    return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]


def prune_right_flat_argsort(Ws, keep):
    flat = np.concatenate([np.ravel(W) for W in Ws])
    out = np.zeros_like(flat)
    chosen = np.argsort(np.abs(flat))[::-1][:keep]
    out[chosen] = flat[chosen]
    ends = np.cumsum([W.size for W in Ws])
    return [part.reshape(W.shape) for part, W in zip(np.split(out, ends[:-1]), Ws, strict=True)]


def prune_right_places(Ws, keep):
    places = [(abs(W[p]), l, p) for l, W in enumerate(Ws) for p in np.ndindex(W.shape)]
    places.sort(key=lambda place: -place[0])
    new = [np.zeros(W.shape) for W in Ws]
    for _, l, p in places[:keep]:
        new[l][p] = Ws[l][p]
    return new


def prune_right_one_by_one(Ws, keep):
    new = [np.array(W, dtype=float) for W in Ws]
    alive = [np.ones(W.shape, bool) for W in Ws]
    for _ in range(sum(W.size for W in Ws) - keep):
        l = min(range(len(Ws)), key=lambda l: np.where(alive[l], np.abs(new[l]), np.inf).min())
        p = np.unravel_index(np.where(alive[l], np.abs(new[l]), np.inf).argmin(), new[l].shape)
        new[l][p], alive[l][p] = 0, False
    return new


def prune_right_counting_larger(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
    n = len(sizes)
    return [W * (n - np.searchsorted(sizes, np.abs(W)) <= keep) for W in Ws]



# ---- merge_twins
def merge_twins_wrong_c_left_out(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] = V[i] + V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_divided_by_c(W1, b1, W2, i, j):
    k = np.abs(W1[:, i]).argmax()
    c = W1[k, j] / W1[k, i]
    V = W2.astype(float)
    V[i] = V[i] + V[j] / c
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_first_weight(W1, b1, W2, i, j):
    c = W1[0, j] / W1[0, i]
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_from_the_bias(W1, b1, W2, i, j):
    c = b1[j] / b1[i]
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_mean_ratio(W1, b1, W2, i, j):
    c = (W1[:, j] / W1[:, i]).mean()
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_ratio_of_sums(W1, b1, W2, i, j):
    c = W1[:, j].sum() / W1[:, i].sum()
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_one_plus_c(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.astype(float)
    V[i] = V[i] * (1 + c)
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_i_deleted(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, i, axis=1), np.delete(b1, i), np.delete(V, i, axis=0)


def merge_twins_wrong_j_takes_over(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.astype(float)
    V[j] = V[j] + V[i] / c
    return np.delete(W1, i, axis=1), np.delete(b1, i), np.delete(V, i, axis=0)


def merge_twins_wrong_in_place(W1, b1, W2, i, j):
    k = np.abs(W1[:, i]).argmax()
    W2[i] += W1[k, j] / W1[k, i] * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def merge_twins_wrong_deleted_first(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = np.delete(W2, j, axis=0).astype(float)
    V[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), V


def merge_twins_wrong_only_deleted(W1, b1, W2, i, j):
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def merge_twins_wrong_weights_added_too(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    U, d, V = W1.astype(float), b1.astype(float), W2.astype(float)
    U[:, i] += U[:, j]
    d[i] += d[j]
    V[i] += c * V[j]
    return np.delete(U, j, axis=1), np.delete(d, j), np.delete(V, j, axis=0)


def merge_twins_wrong_louder_into_i(W1, b1, W2, i, j):
    U, d, V = W1.astype(float), b1.astype(float), W2.astype(float)
    c = np.linalg.norm(U[:, j]) / np.linalg.norm(U[:, i])
    U[:, i], d[i] = U[:, i] * c, d[i] * c
    V[i] = V[i] / c + V[j]
    return np.delete(U, j, axis=1), np.delete(d, j), np.delete(V, j, axis=0)


def merge_twins_wrong_last_deleted(W1, b1, W2, i, j):
    k = np.abs(W1[:, i]).argmax()
    V = W2.astype(float)
    V[i] = V[i] + W1[k, j] / W1[k, i] * V[j]
    return W1[:, :-1], b1[:-1], V[:-1]


def merge_twins_wrong_moved_to_the_end(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    rest = [u for u in range(len(b1)) if u not in (i, j)]
    W = np.column_stack([W1[:, rest], W1[:, i]])
    return W, np.append(b1[rest], b1[i]), np.vstack([W2[rest], W2[i] + c * W2[j]])


def merge_twins_wrong_averaged(W1, b1, W2, i, j):
    V = W2.astype(float)
    V[i] = (V[i] + V[j]) / 2
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_integer_copy(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.copy()
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_largest_weights(W1, b1, W2, i, j):
    c = W1[:, j].max() / W1[:, i].max()
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_c_squared(W1, b1, W2, i, j):
    c = (W1[:, j] ** 2).sum() / (W1[:, i] ** 2).sum()
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_rows_of_w1(W1, b1, W2, i, j):
    k = np.abs(W1[:, i]).argmax()
    V = W2.astype(float)
    V[i] = V[i] + W1[k, j] / W1[k, i] * V[j]
    return np.delete(W1, j, axis=0), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_wrong_bias_kept(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), b1.copy(), np.delete(V, j, axis=0)


def merge_twins_wrong_c_left_out_in_place(W1, b1, W2, i, j):
    W2[i] += W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def merge_twins_right_norms(W1, b1, W2, i, j):
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = W2.astype(float)
    V[i] = V[i] + c * V[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V, j, axis=0)


def merge_twins_right_first_that_is_not_0(W1, b1, W2, i, j):
    k = np.flatnonzero(W1[:, i])[0]
    c = W1[k, j] / W1[k, i]
    others = np.arange(len(b1)) != j
    V = np.where((np.arange(len(b1)) == i)[:, None], W2 + c * W2[j], W2)
    return W1[:, others], b1[others], V[others]


def merge_twins_right_least_squares(W1, b1, W2, i, j):
    u, w = W1[:, i].astype(float), W1[:, j].astype(float)
    c = (u @ w) / (u @ u)
    stay = [unit for unit in range(W1.shape[1]) if unit != j]
    rows = [W2[unit] + c * W2[j] if unit == i else W2[unit] for unit in stay]
    return W1[:, stay], b1[stay], np.array(rows, dtype=float)


def merge_twins_right_matrix(W1, b1, W2, i, j):
    m = len(b1)
    c = np.abs(W1[:, j]).sum() / np.abs(W1[:, i]).sum()
    M = np.eye(m)
    M[i, j] = c
    E = np.delete(np.eye(m), j, axis=0)
    return W1 @ E.T, E @ b1, E @ M @ W2


def merge_twins_right_with_the_bias(W1, b1, W2, i, j):
    into = np.vstack([W1, b1])
    k = int(np.abs(into[:, i]).argmax())
    c = into[k, j] / into[k, i]
    V = np.array(W2, dtype=float)
    V[i] += c * V[j]
    keep = list(range(j)) + list(range(j + 1, len(b1)))
    return W1[:, keep].copy(), b1[keep].copy(), V[keep]



WRONG, RIGHT = {}, {}


WRONG['weight_images'] = [
    ('reshape-at-once', weight_images_wrong_reshape_at_once, 'W is reshaped without being transposed: the pictures mix the units'),
    ('width-height', weight_images_wrong_width_height, 'height and width are swapped'),
    ('units-last', weight_images_wrong_units_last, "the shape is (height, width, n_units): the units' axis is left at the end"),
    ('all-axes-turned', weight_images_wrong_all_axes_turned, '.T turns all three axes: each picture is mirrored at its diagonal'),
    ('hard-coded-28', weight_images_wrong_hard_coded_28, '28 by 28 is written in'),
    ('scaled', weight_images_wrong_scaled, 'the weights are divided by the largest'),
    ('fortran-order', weight_images_wrong_fortran_order, 'order="F": the pixels are taken column by column'),
    ('squeezed', weight_images_wrong_squeezed, 'squeeze: with one unit the first axis is lost'),
    ('strengths', weight_images_wrong_strengths, 'the sign of the weights is thrown away'),
    ('pixels-by-column', weight_images_wrong_pixels_by_column, 'the picture is filled column by column'),
    ('square-only', weight_images_wrong_square_only, 'the side is computed as a root: works for square images only'),
    ('counts-rows', weight_images_wrong_counts_rows, 'the loop runs over height in place of the units'),
    ('shape-in-place', weight_images_wrong_shape_in_place, "W.shape is set: the caller's array has another shape afterwards"),
    ('rows', weight_images_wrong_rows, 'the rows of W are taken for the units'),
    ('integers', weight_images_wrong_integers, 'the result is made of integers: the fractions are cut off'),
    ('upside-down', weight_images_wrong_upside_down, 'the rows of the picture are turned over, as for an axis that points upwards'),
    ('by-hand-stride', weight_images_wrong_by_hand_stride, 'pixel (r, c) is looked up at r * height + c: right for square images only'),
    ('first-unit', weight_images_wrong_first_unit, 'only the first column is drawn'),
    ('swapped-and-untransposed', weight_images_wrong_swapped_and_untransposed, 'two causes: W is not transposed, and height and width are swapped'),
]

RIGHT['weight_images'] = [
    ('transpose', weight_images_right_transpose),
    ('move-axis', weight_images_right_move_axis),
    ('stack', weight_images_right_stack),
    ('by-hand', weight_images_right_by_hand),
    ('einsum', weight_images_right_einsum),
]


WRONG['symmetric_limits'] = [
    ('min-max', symmetric_limits_wrong_min_max, 'the smallest and the largest weight: 0 is not in the middle'),
    ('largest-only', symmetric_limits_wrong_largest_only, 'only the largest weight counts: a negative one may lie outside'),
    ('smallest-only', symmetric_limits_wrong_smallest_only, 'only the smallest weight counts'),
    ('by-column', symmetric_limits_wrong_by_column, 'axis=0: a scale for each column, not two numbers'),
    ('nearer-end', symmetric_limits_wrong_nearer_end, 'the smaller of the two ends: the other lies outside'),
    ('one-number', symmetric_limits_wrong_one_number, 'only the limit is returned, not the pair'),
    ('swapped', symmetric_limits_wrong_swapped, '(vmax, vmin): the ends are swapped'),
    ('hard-coded', symmetric_limits_wrong_hard_coded, '-1 and 1 whatever the weights'),
    ('percentile', symmetric_limits_wrong_percentile, 'the 99th percentile: the largest weights lie outside'),
    ('rounded-up', symmetric_limits_wrong_rounded_up, 'the limit is rounded up: not the narrowest'),
    ('in-place', symmetric_limits_wrong_in_place, "np.abs(W, out=W) takes the signs off the caller's weights"),
    ('half-range', symmetric_limits_wrong_half_range, 'half of the range: right only if the weights are centred already'),
    ('cut-to-int', symmetric_limits_wrong_cut_to_int, 'int() cuts off the fraction: weights lie outside'),
    ('three-sigma', symmetric_limits_wrong_three_sigma, 'three standard deviations in place of the largest size'),
    ('two-dimensions-only', symmetric_limits_wrong_two_dimensions_only, 'max() of Python goes along one axis only: a table ends in an error'),
    ('margin', symmetric_limits_wrong_margin, 'a margin of 5 percent: not the narrowest'),
    ('zero-when-positive', symmetric_limits_wrong_zero_when_positive, 'with weights of one sign only the scale begins (or ends) at 0'),
    ('start-at-one', symmetric_limits_wrong_start_at_one, 'the search for the largest size starts at 1: smaller weights get -1 and 1'),
    ('abs-after-max', symmetric_limits_wrong_abs_after_max, 'the size of the largest weight, not the largest size'),
    ('swapped-and-largest', symmetric_limits_wrong_swapped_and_largest, 'two causes: only the largest weight counts, and the ends are swapped'),
]

RIGHT['symmetric_limits'] = [
    ('abs-max', symmetric_limits_right_abs_max),
    ('both-ends', symmetric_limits_right_both_ends),
    ('loop', symmetric_limits_right_loop),
    ('infinity-norm', symmetric_limits_right_infinity_norm),
    ('sorted', symmetric_limits_right_sorted),
]


WRONG['predict_proba_by_hand'] = [
    ('relu-at-the-end', predict_proba_by_hand_wrong_relu_at_the_end, 'ReLU is applied to the output layer too'),
    ('one-column', predict_proba_by_hand_wrong_one_column, 'with one output only the column of class 1 is returned'),
    ('columns-swapped', predict_proba_by_hand_wrong_columns_swapped, 'the probability of class 1 stands in column 0'),
    ('softmax-of-one', predict_proba_by_hand_wrong_softmax_of_one, 'one output is not treated apart: softmax of one number is 1'),
    ('sigmoid-for-all', predict_proba_by_hand_wrong_sigmoid_for_all, 'several outputs get a sigmoid each: the rows do not add up to 1'),
    ('softmax-down', predict_proba_by_hand_wrong_softmax_down, 'the softmax goes down the columns, over the rows of X'),
    ('naive-softmax', predict_proba_by_hand_wrong_naive_softmax, 'a softmax without subtracting the largest sum: it overflows'),
    ('naive-sigmoid', predict_proba_by_hand_wrong_naive_sigmoid, 'e^z / (1 + e^z) overflows for one output'),
    ('no-relu', predict_proba_by_hand_wrong_no_relu, 'the ReLU of the hidden layers is missing'),
    ('two-layers-only', predict_proba_by_hand_wrong_two_layers_only, 'exactly one hidden layer, as in the lesson'),
    ('sigmoid-hidden', predict_proba_by_hand_wrong_sigmoid_hidden, 'sigmoid units in the hidden layers'),
    ('last-bias-missing', predict_proba_by_hand_wrong_last_bias_missing, 'the bias of the output layer is missing'),
    ('needs-a-hidden-layer', predict_proba_by_hand_wrong_needs_a_hidden_layer, 'the first layer is always taken for a hidden one: fails without any'),
    ('minus-z-and-z', predict_proba_by_hand_wrong_minus_z_and_z, 'softmax of (-z, z) for one output: the logit counts twice'),
    ('hard-decisions', predict_proba_by_hand_wrong_hard_decisions, 'the probabilities are rounded to 0 and 1'),
    ('pops-the-list', predict_proba_by_hand_wrong_pops_the_list, "coefs.pop() takes the last layer off the caller's lists"),
    ('relu-of-the-inputs', predict_proba_by_hand_wrong_relu_of_the_inputs, 'ReLU is applied before each layer, so to the inputs too'),
    ('bias-after-relu', predict_proba_by_hand_wrong_bias_after_relu, 'the bias is added after the ReLU'),
    ('shares-of-the-sums', predict_proba_by_hand_wrong_shares_of_the_sums, 'the outputs are divided by their sum, without exp'),
    ('binary-by-depth', predict_proba_by_hand_wrong_binary_by_depth, 'two classes are told by the number of layers, not by that of the outputs'),
    ('relu-and-one-column', predict_proba_by_hand_wrong_relu_and_one_column, 'two causes: ReLU at the output, and one column only for two classes'),
]

RIGHT['predict_proba_by_hand'] = [
    ('loop', predict_proba_by_hand_right_loop),
    ('zero-logit', predict_proba_by_hand_right_zero_logit),
    ('reduce', predict_proba_by_hand_right_reduce),
    ('recursion', predict_proba_by_hand_right_recursion),
    ('row-by-row', predict_proba_by_hand_right_row_by_row),
]


WRONG['permute_inputs'] = [
    ('columns', permute_inputs_wrong_columns, 'the columns are put in the new order, not the rows'),
    ('inverse', permute_inputs_wrong_inverse, 'the inverse order: argsort in place of the order itself'),
    ('scatter', permute_inputs_wrong_scatter, 'row k is put to place order[k]: the inverse order'),
    ('in-place', permute_inputs_wrong_in_place, "the caller's W is overwritten"),
    ('backwards', permute_inputs_wrong_backwards, 'the order is read from its end'),
    ('copies-while-moving', permute_inputs_wrong_copies_while_moving, 'the rows are moved within one copy: later ones take rows that are overwritten already'),
    ('flat-take', permute_inputs_wrong_flat_take, 'np.take without an axis takes single weights: a vector comes out'),
    ('twice', permute_inputs_wrong_twice, 'the order is applied twice'),
    ('unchanged', permute_inputs_wrong_unchanged, 'W is returned as it is: "the sums do not care for the order"'),
    ('counts-from-one', permute_inputs_wrong_counts_from_one, 'the order is taken to count from 1'),
    ('last-row-left-out', permute_inputs_wrong_last_row_left_out, 'the loop ends one row early: the last row stays 0'),
    ('integers', permute_inputs_wrong_integers, 'the result is made of integers: the fractions are cut off'),
    ('matrix-transposed', permute_inputs_wrong_matrix_transposed, 'the permutation matrix is turned round: the inverse order'),
    ('transposed-result', permute_inputs_wrong_transposed_result, 'the result is transposed: (n_units, n_inputs)'),
    ('both-axes', permute_inputs_wrong_both_axes, 'rows and columns are put in the new order'),
    ('sorts-the-order', permute_inputs_wrong_sorts_the_order, "order.sort() changes the caller's order, and the rows stay where they were"),
    ('swaps', permute_inputs_wrong_swaps, 'rows are swapped one after another, which undoes earlier swaps'),
    ('rolled', permute_inputs_wrong_rolled, 'only a shift: all rows are moved by order[0]'),
    ('inverse-in-place', permute_inputs_wrong_inverse_in_place, "two causes: the inverse order, and the caller's W is overwritten"),
]

RIGHT['permute_inputs'] = [
    ('index', permute_inputs_right_index),
    ('take', permute_inputs_right_take),
    ('matrix', permute_inputs_right_matrix),
    ('loop', permute_inputs_right_loop),
    ('inverse-of-the-inverse', permute_inputs_right_inverse_of_the_inverse),
]


WRONG['prune'] = [
    ('each-table', prune_wrong_each_table, 'each table keeps the largest keep: they do not compete together'),
    ('each-its-share', prune_wrong_each_its_share, 'each table keeps the same share of its weights'),
    ('signed', prune_wrong_signed, 'the largest weights, not the largest sizes: strong negative ones go'),
    ('keeps-the-smallest', prune_wrong_keeps_the_smallest, 'the smallest sizes stay'),
    ('keep-go', prune_wrong_keep_go, 'keep is taken for the number of weights that go'),
    ('strictly-larger', prune_wrong_strictly_larger, '> in place of >=: the last of the kept goes too'),
    ('one-too-many', prune_wrong_one_too_many, 'the limit is the size after the last kept: one weight too many stays'),
    ('fails-when-all-stay', prune_wrong_fails_when_all_stay, 'the limit is looked up behind the end when all weights stay'),
    ('sizes-returned', prune_wrong_sizes_returned, 'the kept weights lose their signs'),
    ('mask', prune_wrong_mask, 'ones and zeros are returned, not the weights'),
    ('in-place', prune_wrong_in_place, "the caller's tables are overwritten"),
    ('shallow-copy', prune_wrong_shallow_copy, 'a copy of the list holds the same tables: they are overwritten'),
    ('flat', prune_wrong_flat, 'the tables come back as vectors'),
    ('first-slice-again', prune_wrong_first_slice_again, 'each table is cut from the beginning of the flat vector: the position is not moved on'),
    ('two-tables', prune_wrong_two_tables, 'only the first and the last table are looked at'),
    ('integers', prune_wrong_integers, 'the tables are made of integers: the fractions are cut off'),
    ('columns-first', prune_wrong_columns_first, 'the flat vector is laid out column by column again'),
    ('soft', prune_wrong_soft, 'the kept weights are moved towards 0 by the limit'),
    ('signed-and-strict', prune_wrong_signed_and_strict, 'two causes: signed weights are compared, and > drops the last'),
]

RIGHT['prune'] = [
    ('limit', prune_right_limit),
    ('flat-argsort', prune_right_flat_argsort),
    ('places', prune_right_places),
    ('one-by-one', prune_right_one_by_one),
    ('counting-larger', prune_right_counting_larger),
]


WRONG['merge_twins'] = [
    ('c-left-out', merge_twins_wrong_c_left_out, 'the rows of W2 are added without c'),
    ('divided-by-c', merge_twins_wrong_divided_by_c, 'the row of j is divided by c'),
    ('first-weight', merge_twins_wrong_first_weight, 'c is read from the first weight, which may be 0'),
    ('from-the-bias', merge_twins_wrong_from_the_bias, 'c is read from the biases, which may be 0'),
    ('mean-ratio', merge_twins_wrong_mean_ratio, 'the mean of all ratios: 0/0 where a weight is 0'),
    ('ratio-of-sums', merge_twins_wrong_ratio_of_sums, 'the ratio of the sums: the weights of a unit may cancel out to 0'),
    ('one-plus-c', merge_twins_wrong_one_plus_c, 'the row of i is multiplied by 1 + c: the row of j is forgotten'),
    ('i-deleted', merge_twins_wrong_i_deleted, 'unit i is taken out, and j stays'),
    ('j-takes-over', merge_twins_wrong_j_takes_over, 'unit i is taken out and j takes over: the outputs are right, but the wrong twin stays'),
    ('in-place', merge_twins_wrong_in_place, "W2[i] += changes the caller's W2"),
    ('deleted-first', merge_twins_wrong_deleted_first, "the row of j is taken out first: for j before i, row i is then another unit's"),
    ('only-deleted', merge_twins_wrong_only_deleted, 'unit j is taken out, and nobody takes over'),
    ('weights-added-too', merge_twins_wrong_weights_added_too, 'the weights and bias into j are added to those of i as well: the sums count twice'),
    ('louder-into-i', merge_twins_wrong_louder_into_i, 'the louder weights are put into i, and W2 is only added: what leads into i must stay'),
    ('last-deleted', merge_twins_wrong_last_deleted, 'the last unit is always taken out'),
    ('moved-to-the-end', merge_twins_wrong_moved_to_the_end, 'the merged unit stands last: the order of the units is changed'),
    ('averaged', merge_twins_wrong_averaged, 'the rows of W2 are averaged'),
    ('integer-copy', merge_twins_wrong_integer_copy, 'a copy of an integer W2 cannot hold the fractions'),
    ('largest-weights', merge_twins_wrong_largest_weights, 'the ratio of the largest weights, not sizes: 0/0 if the largest is 0'),
    ('c-squared', merge_twins_wrong_c_squared, 'the ratio of the sums of squares, without the root: c squared'),
    ('rows-of-w1', merge_twins_wrong_rows_of_w1, 'np.delete takes a row of W1: an input, not a unit'),
    ('bias-kept', merge_twins_wrong_bias_kept, 'the bias of j is not taken out'),
    ('c-left-out-in-place', merge_twins_wrong_c_left_out_in_place, "two causes: c is left out, and the caller's W2 is changed"),
]

RIGHT['merge_twins'] = [
    ('norms', merge_twins_right_norms),
    ('first-that-is-not-0', merge_twins_right_first_that_is_not_0),
    ('least-squares', merge_twins_right_least_squares),
    ('matrix', merge_twins_right_matrix),
    ('with-the-bias', merge_twins_right_with_the_bias),
]


# ---- more, of the newest tasks
def loudness(W1, i, j):
    return np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])


def without(W1, b1, W2, j):
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def last_sums(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    return A @ coefs[-1] + intercepts[-1]


def merge_twins_wrong_later_one_removed(W1, b1, W2, i, j):
    c = loudness(W1, i, j)
    V2 = W2.astype(float)
    V2[i] += c * V2[j]
    return without(W1, b1, V2, max(i, j))


def predict_proba_by_hand_wrong_no_hidden_no_sigmoid(X, coefs, intercepts):
    if len(coefs) == 1:
        return softmax(X @ coefs[0] + intercepts[0])
    Z = last_sums(X, coefs, intercepts)
    if Z.shape[1] > 1:
        return softmax(Z)
    yes = sigmoid(Z[:, 0])
    return np.stack([1 - yes, yes], axis=1)


def predict_proba_by_hand_wrong_sigmoids_normalised(X, coefs, intercepts):
    Z = last_sums(X, coefs, intercepts)
    P = sigmoid(Z)
    if Z.shape[1] == 1:
        return np.hstack([1 - P, P])
    return P / P.sum(axis=1, keepdims=True)


def predict_proba_by_hand_wrong_last_hidden_linear(X, coefs, intercepts):
    A = X
    for l, (W, b) in enumerate(zip(coefs, intercepts)):
        A = A @ W + b
        if l < len(coefs) - 2:
            A = relu(A)
    if A.shape[1] == 1:
        p = sigmoid(A[:, 0])
        return np.column_stack([1 - p, p])
    return softmax(A)


def prune_wrong_shares_by_size(Ws, keep):
    total = sum(W.size for W in Ws)
    pruned = []
    for W in Ws:
        share = round(keep * W.size / total)
        V = W.ravel().copy()
        V[np.argsort(np.abs(V))[: W.size - share]] = 0
        pruned.append(V.reshape(W.shape))
    return pruned


def prune_wrong_keep_removed(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    flat[np.argsort(np.abs(flat))[:keep]] = 0
    cuts = np.cumsum([W.size for W in Ws])[:-1]
    return [part.reshape(W.shape) for part, W in zip(np.split(flat, cuts), Ws)]


def prune_wrong_all_kept_case(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
    last_to_go = sizes[len(sizes) - keep - 1]
    return [np.where(np.abs(W) > last_to_go, W, 0) for W in Ws]


def prune_wrong_scaled_by_table(Ws, keep):
    scaled = [np.abs(W) / np.abs(W).max() for W in Ws]
    limit = np.sort(np.concatenate([S.ravel() for S in scaled]))[-keep]
    return [np.where(S >= limit, W, 0) for S, W in zip(scaled, Ws)]


def weight_images_wrong_scaled_again(W, height, width):
    pictures = W.T.reshape(-1, height, width)
    return pictures / np.abs(pictures).max(axis=(1, 2), keepdims=True)


WRONG['merge_twins'] += [
    ('later-one-removed', merge_twins_wrong_later_one_removed, 'The later of the two is taken out, max(i, j), and not unit j; if i > j the wrong one goes.'),
]

WRONG['predict_proba_by_hand'] += [
    ('no-hidden-no-sigmoid', predict_proba_by_hand_wrong_no_hidden_no_sigmoid, 'Without a hidden layer softmax is always taken; also there one output needs the sigmoid and two columns.'),
    ('sigmoids-normalised', predict_proba_by_hand_wrong_sigmoids_normalised, 'For several classes it normalises sigmoids; it should be softmax.'),
    ('last-hidden-linear', predict_proba_by_hand_wrong_last_hidden_linear, 'l < len(coefs) - 2 leaves out the ReLU of the last hidden layer; it should be len(coefs) - 1.'),
]

WRONG['prune'] += [
    ('shares-by-size', prune_wrong_shares_by_size, 'Each table keeps a share by its size; all should compete together for the largest.'),
    ('keep-removed', prune_wrong_keep_removed, 'The keep smallest are removed; it should be all but the keep largest.'),
    ('all-kept-case', prune_wrong_all_kept_case, 'If all are to be kept the index is -1, the largest size, and all become 0; that case is missing.'),
    ('scaled-by-table', prune_wrong_scaled_by_table, 'The sizes are divided by the largest of their table before they compete; the sizes themselves should be compared.'),
]

WRONG['weight_images'] += [
    ('scaled-again', weight_images_wrong_scaled_again, 'Each picture is divided by its largest size; the weights should stay as they are.'),
]


def predict_proba_by_hand_wrong_relu_first_only_3(X, coefs, intercepts):
    hidden = relu(X @ coefs[0] + intercepts[0])
    for W, b in zip(coefs[1:-1], intercepts[1:-1]):
        hidden = hidden @ W + b
    Z = hidden @ coefs[-1] + intercepts[-1] if len(coefs) > 1 else X @ coefs[0] + intercepts[0]
    if Z.shape[1] == 1:
        return np.hstack([1 - sigmoid(Z), sigmoid(Z)])
    return softmax(Z)


WRONG['predict_proba_by_hand'] += [
    ('relu-first-only', predict_proba_by_hand_wrong_relu_first_only_3, 'Only the first hidden layer gets ReLU; the other hidden layers lack it.'),
]


# ---- weight_images, once more
def weight_images_wrong_reshape_then_T(W, height, width):
    return W.reshape(height, width, -1).T


def weight_images_wrong_column_order(W, height, width):
    return np.stack([W[:, j].reshape(width, height).T for j in range(W.shape[1])])


def weight_images_wrong_squeeze(W, height, width):
    return W.T.reshape(-1, height, width).squeeze()


def weight_images_wrong_scaled_2(W, height, width):
    pictures = W.T.reshape(-1, height, width)
    return pictures / np.abs(pictures).max(axis=(1, 2), keepdims=True)


def weight_images_wrong_units_from_rows(W, height, width):
    n_units = len(W) // (height * width)
    return W.T.reshape(n_units, -1, width)


def weight_images_right_loop(W, height, width):
    pictures = np.empty((W.shape[1], height, width), dtype=W.dtype)
    for pixel in range(height * width):
        row, column = divmod(pixel, width)
        pictures[:, row, column] = W[pixel]
    return pictures


def weight_images_right_moveaxis(W, height, width):
    return np.moveaxis(np.array(W).reshape(height, width, -1), 2, 0)


WRONG['weight_images'] += [
    ('reshape-then-T', weight_images_wrong_reshape_then_T,
     'W.reshape(height, width, -1).T turns all three axes round, so each picture is (width, height), mirrored at its diagonal: move only the last axis to the front.'),
    ('column-order', weight_images_wrong_column_order,
     'reshape(width, height).T reads the pixels as counted column by column; they are counted row by row: reshape(height, width).'),
    ('squeeze', weight_images_wrong_squeeze,
     'The .squeeze() drops the axis of the units if there is only one unit (and any side of length 1).'),
    ('scaled-2', weight_images_wrong_scaled_2,
     "The division by each picture's largest size changes the weights; they must stay as they are."),
    ('units-from-rows', weight_images_wrong_units_from_rows,
     'n_units is taken from the rows, len(W) // (height * width), which is always 1, instead of from the columns W.shape[1].'),
]

RIGHT['weight_images'] += [
    ('loop', weight_images_right_loop),
    ('moveaxis', weight_images_right_moveaxis),
]


# ---- symmetric_limits, once more
def symmetric_limits_wrong_matrix_norm(W):
    limit = np.linalg.norm(W, np.inf)
    return -limit, limit


def symmetric_limits_wrong_percentile_2(W):
    limit = np.percentile(np.abs(W), 99)
    return -limit, limit


def symmetric_limits_wrong_ceil(W):
    limit = np.ceil(np.abs(W).max())
    return -limit, limit


def symmetric_limits_wrong_centred(W):
    limit = np.abs(W - np.mean(W)).max()
    return -limit, limit


def symmetric_limits_wrong_half_range_2(W):
    limit = (W.max() - W.min()) / 2
    return -limit, limit


def symmetric_limits_right_two_ends(W):
    limit = max(float(np.max(W)), -float(np.min(W)))
    return -limit, limit


def symmetric_limits_right_sorted_2(W):
    flat = sorted(abs(float(w)) for w in np.ravel(W))
    return -flat[-1], flat[-1]


WRONG['symmetric_limits'] += [
    ('matrix-norm', symmetric_limits_wrong_matrix_norm,
     'np.linalg.norm(W, inf) of a table is the largest row sum of sizes, not the largest size (np.abs(W).max()), and it refuses arrays of 3 axes.'),
    ('percentile-2', symmetric_limits_wrong_percentile_2,
     'The 99th percentile of the sizes leaves the largest weights outside; the maximum is needed.'),
    ('ceil', symmetric_limits_wrong_ceil,
     'np.ceil rounds the limit up, so the scale is not the narrowest.'),
    ('centred', symmetric_limits_wrong_centred,
     'W - np.mean(W) measures from the mean instead of from 0.'),
    ('half-range-2', symmetric_limits_wrong_half_range_2,
     'Half of the range, (max - min) / 2, is the limit of a scale centred between the ends, not of one centred at 0.'),
]

RIGHT['symmetric_limits'] += [
    ('two-ends', symmetric_limits_right_two_ends),
    ('sorted-2', symmetric_limits_right_sorted_2),
]


# ---- predict_proba_by_hand, once more
def predict_proba_by_hand_wrong_relu_first_only(X, coefs, intercepts):
    A = X
    for l, (W, b) in enumerate(zip(coefs, intercepts)):
        A = A @ W + b
        if l == 0 and len(coefs) > 1:
            A = relu(A)
    if A.shape[1] == 1:
        p = sigmoid(A)
        return np.hstack([1 - p, p])
    return softmax(A)


def predict_proba_by_hand_wrong_softmax_plus_minus(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    z = A @ coefs[-1] + intercepts[-1]
    if z.shape[1] == 1:
        z = np.hstack([-z, z])
    return softmax(z)


def predict_proba_by_hand_wrong_overflow(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    z = A @ coefs[-1] + intercepts[-1]
    if z.shape[1] == 1:
        z = np.hstack([np.zeros_like(z), z])
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def predict_proba_by_hand_wrong_one_vs_rest(X, coefs, intercepts):
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1]):
        A = relu(A @ W + b)
    p = sigmoid(A @ coefs[-1] + intercepts[-1])
    if p.shape[1] == 1:
        return np.hstack([1 - p, p])
    return p / p.sum(axis=1, keepdims=True)


def predict_proba_by_hand_wrong_first_layer_always_hidden(X, coefs, intercepts):
    A = relu(X @ coefs[0] + intercepts[0])
    for W, b in zip(coefs[1:-1], intercepts[1:-1]):
        A = relu(A @ W + b)
    if len(coefs) > 1:
        A = A @ coefs[-1] + intercepts[-1]
    if A.shape[1] == 1:
        p = sigmoid(A)
        return np.hstack([1 - p, p])
    return softmax(A)


def predict_proba_by_hand_right_rows(X, coefs, intercepts):
    rows = []
    for x in X:
        a = np.asarray(x, dtype=float)
        for l in range(len(coefs)):
            if l > 0:
                a = np.where(a > 0, a, 0)
            a = np.einsum("i,ij->j", a, coefs[l]) + intercepts[l]
        if len(a) == 1:
            a = np.array([0.0, a[0]])
        e = np.exp(a - a.max())
        rows.append(e / e.sum())
    return np.array(rows).reshape(len(X), -1)


def predict_proba_by_hand_right_transposed(X, coefs, intercepts):
    At = np.array(X, dtype=np.longdouble).T
    *hidden, last = list(zip(coefs, intercepts))
    for W, b in hidden:
        At = np.clip(W.T @ At + np.reshape(b, (-1, 1)), 0, None)
    Z = last[0].T @ At + np.reshape(last[1], (-1, 1))
    Z = Z.astype(float)
    if len(Z) == 1:
        return np.stack([sigmoid(-Z[0]), sigmoid(Z[0])], axis=1)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0)).T


WRONG['predict_proba_by_hand'] += [
    ('relu-first-only-2', predict_proba_by_hand_wrong_relu_first_only,
     'if l == 0 gives a ReLU to the first hidden layer only; all hidden layers need one (l < len(coefs) - 1).'),
    ('softmax-plus-minus', predict_proba_by_hand_wrong_softmax_plus_minus,
     'softmax of (-z, z) is sigmoid(2z); the logit must stand against 0: hstack([0 * z, z]).'),
    ('overflow', predict_proba_by_hand_wrong_overflow,
     'np.exp(z) without taking off the maximum of the row overflows for large sums.'),
    ('one-vs-rest', predict_proba_by_hand_wrong_one_vs_rest,
     'Several outputs go through a sigmoid each and are divided by their sum, instead of through a softmax.'),
    ('first-layer-always-hidden', predict_proba_by_hand_wrong_first_layer_always_hidden,
     'The first line treats the first layer as hidden always, so that without hidden layers the output sums go through a ReLU.'),
]

RIGHT['predict_proba_by_hand'] += [
    ('rows', predict_proba_by_hand_right_rows),
    ('transposed', predict_proba_by_hand_right_transposed),
]


# ---- permute_inputs, once more
def permute_inputs_wrong_inverse_2(W, order):
    W_new = np.zeros_like(W)
    W_new[order] = W
    return W_new


def permute_inputs_wrong_overwritten_rows(W, order):
    W_new = W.copy()
    for k in range(len(order)):
        W_new[k] = W_new[order[k]]
    return W_new


def permute_inputs_wrong_swaps_2(W, order):
    W_new = W.copy()
    for k in range(len(order)):
        W_new[[k, order[k]]] = W_new[[order[k], k]]
    return W_new


def permute_inputs_wrong_caller(W, order):
    W[:] = W[order]
    return W


def permute_inputs_wrong_counted_from_one(W, order):
    return W[order - 1]


def permute_inputs_right_matrix_2(W, order):
    return np.eye(len(W), dtype=W.dtype)[order] @ W


def permute_inputs_right_list(W, order):
    return np.vstack([W[int(k)] for k in order])


WRONG['permute_inputs'] += [
    ('inverse-2', permute_inputs_wrong_inverse_2,
     'W_new[order] = W uses the inverse order; it must be W[order].'),
    ('overwritten-rows', permute_inputs_wrong_overwritten_rows,
     'W_new[k] = W_new[order[k]] reads rows that were overwritten already; it must read from W.'),
    ('swaps-2', permute_inputs_wrong_swaps_2,
     'Swapping rows k and order[k] in place moves rows that were put right before; W_new[k] = W[order[k]] is meant.'),
    ('caller', permute_inputs_wrong_caller,
     "W[:] = W[order] changes the caller's array."),
    ('counted-from-one', permute_inputs_wrong_counted_from_one,
     'order - 1 takes the pixels as counted from 1; they are counted from 0: W[order]. (Index -1 hides it.)'),
]

RIGHT['permute_inputs'] += [
    ('matrix-2', permute_inputs_right_matrix_2),
    ('list', permute_inputs_right_list),
]


# ---- prune, once more
def prune_wrong_proportional(Ws, keep):
    total = sum(W.size for W in Ws)
    pruned = []
    for W in Ws:
        here = round(keep * W.size / total)
        V = np.zeros_like(W)
        places = np.argsort(np.abs(W), axis=None)[W.size - here :]
        V.flat[places] = W.flat[places]
        pruned.append(V)
    return pruned


def prune_wrong_next_smaller(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
    threshold = sizes[-keep - 1]
    return [np.where(np.abs(W) > threshold, W, 0) for W in Ws]


def prune_wrong_sizes_kept(Ws, keep):
    Ws = [np.abs(W) for W in Ws]
    threshold = np.sort(np.concatenate([W.ravel() for W in Ws]))[-keep]
    return [W * (W >= threshold) for W in Ws]


def prune_wrong_split_without_cumsum(Ws, keep):
    flat = np.concatenate([W.ravel() for W in Ws])
    flat[np.argsort(np.abs(flat))[: flat.size - keep]] = 0
    parts = np.split(flat, [W.size for W in Ws][:-1])
    return [part.reshape(W.shape) for part, W in zip(parts, Ws)]


def prune_wrong_drops_keep(Ws, keep):
    sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
    threshold = sizes[keep - 1]
    return [np.where(np.abs(W) > threshold, W, 0) for W in Ws]


def prune_right_heap(Ws, keep):
    import heapq

    everything = (
        (abs(float(W[i])), t, i) for t, W in enumerate(Ws) for i in np.ndindex(W.shape)
    )
    new = [np.zeros(W.shape, W.dtype) for W in Ws]
    for _, t, i in heapq.nlargest(keep, everything):
        new[t][i] = Ws[t][i]
    return new


def prune_right_rank(Ws, keep):
    flat = np.concatenate([np.ravel(W) for W in Ws])
    rank = np.argsort(np.argsort(-np.abs(flat)))
    flat = np.where(rank < keep, flat, 0)
    ends = np.cumsum([W.size for W in Ws])
    return [flat[e - W.size : e].reshape(W.shape).copy() for e, W in zip(ends, Ws)]


WRONG['prune'] += [
    ('proportional', prune_wrong_proportional,
     'Each table keeps its proportional part, round(keep * W.size / total), instead of all tables competing together.'),
    ('next-smaller', prune_wrong_next_smaller,
     'sizes[-keep - 1] with > does not exist if keep is the number of all weights: IndexError.'),
    ('sizes-kept', prune_wrong_sizes_kept,
     'Ws = [np.abs(W) ...] overwrites the weights, so what stays has lost its sign.'),
    ('split-without-cumsum', prune_wrong_split_without_cumsum,
     'np.split wants the places of the cuts, np.cumsum of the sizes, not the sizes: wrong from three tables on.'),
    ('drops-keep', prune_wrong_drops_keep,
     'sizes[keep - 1] counts from the smallest, so keep weights go instead of staying; sizes[-keep] with >= is meant.'),
]

RIGHT['prune'] += [
    ('heap', prune_right_heap),
    ('rank', prune_right_rank),
]


# ---- merge_twins, once more
def merge_twins_wrong_sum_ratio(W1, b1, W2, i, j):
    c = W1[:, j].sum() / W1[:, i].sum()
    W2 = W2.astype(float)
    W2[i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(W2, j, axis=0)


def merge_twins_wrong_index_after_delete(W1, b1, W2, i, j):
    p = np.abs(W1[:, i]).argmax()
    c = W1[p, j] / W1[p, i]
    V2 = np.delete(W2, j, axis=0).astype(float)
    V2[i - 1 if i == len(W2) - 1 else i] += c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), V2


def merge_twins_wrong_integer_copy_2(W1, b1, W2, i, j):
    p = np.abs(W1[:, i]).argmax()
    c = W1[p, j] / W1[p, i]
    V2 = W2.copy()
    V2[i] = W2[i] + c * W2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V2, j, axis=0)


def merge_twins_wrong_bias_ratio(W1, b1, W2, i, j):
    c = b1[j] / b1[i] if b1[i] != 0 else 1.0
    V2 = W2.astype(float)
    V2[i] += c * V2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V2, j, axis=0)


def merge_twins_wrong_louder_stays(W1, b1, W2, i, j):
    p = np.abs(W1[:, i]).argmax()
    c = W1[p, j] / W1[p, i]
    if c > 1:
        i, j, c = j, i, 1 / c
    V2 = W2.astype(float)
    V2[i] += c * V2[j]
    return np.delete(W1, j, axis=1), np.delete(b1, j), np.delete(V2, j, axis=0)


def merge_twins_right_norms_2(W1, b1, W2, i, j):
    c = np.sqrt(np.sum(np.square(W1[:, j], dtype=float)) / np.sum(np.square(W1[:, i], dtype=float)))
    rest = [u for u in range(len(b1)) if u != j]
    M = np.eye(len(b1))
    M[i, j] = c
    return W1[:, rest], b1[rest], (M @ W2)[rest]


def merge_twins_right_lstsq(W1, b1, W2, i, j):
    u = np.append(W1[:, i], b1[i]).astype(float)
    v = np.append(W1[:, j], b1[j]).astype(float)
    c = (u @ v) / (u @ u)
    rows = []
    for unit in range(len(W2)):
        if unit == j:
            continue
        rows.append(W2[unit] + c * W2[j] if unit == i else W2[unit] * 1.0)
    stays = np.arange(len(b1)) != j
    return W1[:, stays].copy(), b1[stays].copy(), np.array(rows)


WRONG['merge_twins'] += [
    ('sum-ratio', merge_twins_wrong_sum_ratio,
     'c from the sums of the weights: they may be 0 (or nearly) although not all weights are; take one weight that is not 0, or a norm.'),
    ('index-after-delete', merge_twins_wrong_index_after_delete,
     'After row j is deleted unit i stands at i - 1 whenever i > j, but the code moves it only if i was the last unit.'),
    ('integer-copy-2', merge_twins_wrong_integer_copy_2,
     'V2 = W2.copy() of integers cuts off the fraction of W2[i] + c W2[j]; it needs astype(float).'),
    ('bias-ratio', merge_twins_wrong_bias_ratio,
     'c is taken from the biases, which may be 0 (then 1.0 is a guess); it must come from the weights.'),
    ('louder-stays', merge_twins_wrong_louder_stays,
     'If unit j is the louder one, i and j are exchanged, so unit i is taken out instead of unit j and what leads into unit i is gone.'),
]

RIGHT['merge_twins'] += [
    ('norms-2', merge_twins_right_norms_2),
    ('lstsq', merge_twins_right_lstsq),
]
