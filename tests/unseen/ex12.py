"""Answers to exercise 12 by somebody who had not seen the checks; each wrong one with its cause."""

import itertools
import math
from functools import cache

import numpy as np


# ---- saliency
def saliency_wrong_no_relu(Ws, bs, x, k):
    g = np.asarray(Ws[-1], float)[:, k]
    for W in Ws[-2::-1]:
        g = np.asarray(W) @ g
    return g


def saliency_wrong_strength(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return np.abs(g)


def saliency_wrong_times_input(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g * x


def saliency_wrong_slope_one_at_zero(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z >= 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_biases_left_out(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W in Ws[:-1]:
        z = a @ W
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_relu_on_the_logits(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws, bs):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.eye(len(bs[-1]))[k]
    for W, mask in zip(Ws[::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_of_the_probability(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    z = a @ Ws[-1] + bs[-1]
    p = np.exp(z - z.max())
    p = p / p.sum()
    g = Ws[-1] @ (p[k] * (np.eye(len(p))[k] - p))
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_all_outputs(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.ones(np.shape(Ws[-1])[1])
    g = Ws[-1] @ g
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_finite_differences(Ws, bs, x, k):
    def logit(x):
        a = x
        for W, b in zip(Ws[:-1], bs[:-1]):
            a = np.maximum(a @ W + b, 0)
        return (a @ Ws[-1] + bs[-1])[k]

    x = np.asarray(x, float)
    return np.array([(logit(x + h) - logit(x - h)) / 2e-3 for h in 1e-3 * np.eye(len(x))])


def saliency_wrong_one_hidden_layer(Ws, bs, x, k):
    on = np.asarray(x) @ Ws[0] + bs[0] > 0
    return Ws[0] @ (on * np.asarray(Ws[1])[:, k])


def saliency_wrong_masks_in_order(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks):
        g = W @ (g * mask)
    return g


def saliency_wrong_scaled(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g / max(np.abs(g).max(), 1e-12)


def saliency_wrong_mask_of_the_gradient(Ws, bs, x, k):
    g = np.asarray(Ws[-1], float)[:, k]
    for W in Ws[-2::-1]:
        g = W @ np.maximum(g, 0)
    return g


def saliency_wrong_guided(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (np.maximum(g, 0) * mask)
    return g


def saliency_wrong_forward_without_relu(Ws, bs, x, k):
    z, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = z @ W + b
        masks.append(z > 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_counts_from_one(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k - 1]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return g


def saliency_wrong_activations_for_slopes(Ws, bs, x, k):
    a, outputs = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        a = np.maximum(a @ W + b, 0)
        outputs.append(a)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, a in zip(Ws[-2::-1], outputs[::-1]):
        g = W @ (g * a)
    return g


def saliency_wrong_needs_a_hidden_layer(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k] * masks[-1]
    for l in range(len(Ws) - 2, 0, -1):
        g = (Ws[l] @ g) * masks[l - 1]
    return Ws[0] @ g


def saliency_wrong_pops_the_lists(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws.pop(), float)[:, k]
    while Ws:
        g = Ws.pop() @ (g * masks.pop())
    return g


def saliency_wrong_signless_and_zero(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        masks.append(~(z < 0))
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = W @ (g * mask)
    return abs(g)


def saliency_right_masks(Ws, bs, x, k):
    a, masks = np.asarray(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        z = a @ W + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.asarray(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1], strict=True):
        g = W @ (g * mask)
    return g


def saliency_right_forward_jacobian(Ws, bs, x, k):
    a, J = np.asarray(x, float), np.eye(len(x))
    for l, (W, b) in enumerate(zip(Ws, bs, strict=True)):
        z, J = a @ W + b, J @ W
        if l < len(Ws) - 1:
            on = z > 0
            a, J = z * on, J * on
    return J[:, k]


def saliency_right_recursion(Ws, bs, x, k):
    def slope(a, l):
        W = np.asarray(Ws[l], float)
        if l == len(Ws) - 1:
            return W[:, k]
        z = a @ W + bs[l]
        return W @ np.where(z > 0, slope(np.maximum(z, 0), l + 1), 0.0)

    return slope(np.asarray(x, float), 0)


def saliency_right_dead_units_cut(Ws, bs, x, k):
    a, M = np.asarray(x, float), np.eye(len(x))
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        z = a @ np.asarray(W, float) + np.asarray(b, float)
        V = np.array(W, float)
        V[:, z <= 0] = 0
        M = M @ V
        a = np.where(z > 0, z, 0)
    return (M @ np.asarray(Ws[-1], float))[:, k]


def saliency_right_plain_loops(Ws, bs, x, k):
    values, sums = [[float(v) for v in x]], []
    for W, b in zip(Ws, bs, strict=True):
        a = values[-1]
        z = [b[j] + sum(a[i] * W[i][j] for i in range(len(a))) for j in range(len(b))]
        sums.append(z)
        values.append([max(v, 0.0) for v in z])
    g = [1.0 if j == k else 0.0 for j in range(len(bs[-1]))]
    for l in range(len(Ws) - 1, -1, -1):
        if l < len(Ws) - 1:
            g = [gj if zj > 0 else 0.0 for gj, zj in zip(g, sums[l], strict=True)]
        g = [sum(row[j] * g[j] for j in range(len(g))) for row in Ws[l]]
    return np.array(g, float)



# ---- lrp_layer
def lrp_layer_wrong_eps_always_plus(A, W, b, R, eps):
    z = A @ W + b + eps
    return A * ((R / z) @ W.T)


def lrp_layer_wrong_sign_zero(A, W, b, R, eps):
    z = A @ W + b
    return A * ((R / (z + eps * np.sign(z))) @ W.T)


def lrp_layer_wrong_strictly_positive(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z > 0, 1, -1)
    return A * ((R / (z + eps * s)) @ W.T)


def lrp_layer_wrong_bias_left_out(A, W, b, R, eps):
    z = A @ W
    s = np.where(z >= 0, 1, -1)
    return A * ((R / (z + eps * s)) @ W.T)


def lrp_layer_wrong_input_factor_missing(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    return (R / (z + eps * s)) @ W.T


def lrp_layer_wrong_made_up_for(A, W, b, R, eps):
    z = A @ W + b
    out = A * ((R / (z + eps * np.where(z >= 0, 1, -1))) @ W.T)
    return out * R.sum(axis=1, keepdims=True) / out.sum(axis=1, keepdims=True)


def lrp_layer_wrong_positive_weights(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    return A * ((R / (z + eps * s)) @ np.maximum(W, 0).T)


def lrp_layer_wrong_relu_in_z(A, W, b, R, eps):
    z = np.maximum(A @ W + b, 0)
    return A * ((R / (z + eps)) @ W.T)


def lrp_layer_wrong_eps_left_out(A, W, b, R, eps):
    z = A @ W + b
    return A * ((R / z) @ W.T)


def lrp_layer_wrong_summed_over_rows(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    out = A * ((R / (z + eps * s)) @ W.T)
    return out.sum(axis=0)


def lrp_layer_wrong_first_sample(A, W, b, R, eps):
    z = A[0] @ W + b
    s = np.where(z >= 0, 1, -1)
    return (A[0] * (W @ (R[0] / (z + eps * s))))[None, :]


def lrp_layer_wrong_multiplied_by_z(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    return A * ((R * (z + eps * s)) @ W.T)


def lrp_layer_wrong_shares_of_the_inputs(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    return A * (R @ W.T) / (z + eps * s).sum(axis=1, keepdims=True)


def lrp_layer_wrong_bias_shared_out(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    share = R / (z + eps * s)
    return A * (share @ W.T) + (share @ b)[:, None] / A.shape[1]


def lrp_layer_wrong_in_place(A, W, b, R, eps):
    z = A @ W + b
    R /= z + eps * np.where(z >= 0, 1, -1)
    return A * (R @ W.T)


def lrp_layer_wrong_integers(A, W, b, R, eps):
    out = np.zeros_like(A)
    for n in range(len(A)):
        z = A[n] @ W + b
        s = np.where(z >= 0, 1, -1)
        out[n] = A[n] * (W @ (R[n] / (z + eps * s)))
    return out


def lrp_layer_wrong_sign_of_the_relevance(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(R >= 0, 1, -1)
    return A * ((R / (z + eps * s)) @ W.T)


def lrp_layer_wrong_eps_as_floor(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    z = np.where(np.abs(z) < eps, eps * s, z)
    return A * ((R / z) @ W.T)


def lrp_layer_wrong_bias_left_out_and_sign(A, W, b, R, eps):
    return A * ((R / (A @ W + eps)) @ W.T)


def lrp_layer_right_matrix(A, W, b, R, eps):
    z = A @ W + b
    s = np.where(z >= 0, 1.0, -1.0)
    return A * ((R / (z + eps * s)) @ W.T)


def lrp_layer_right_einsum(A, W, b, R, eps):
    A, W = np.asarray(A, float), np.asarray(W, float)
    z = np.einsum("ni,ij->nj", A, W) + b
    d = np.where(z < 0, z - eps, z + eps)
    return np.einsum("ni,ij,nj->ni", A, W, R / d)


def lrp_layer_right_contributions(A, W, b, R, eps):
    A, W, R = (np.asarray(v, dtype=float) for v in (A, W, R))
    parts = A[:, :, None] * W[None, :, :]
    z = parts.sum(axis=1) + b
    d = z + np.where(z >= 0, eps, -eps)
    return (parts / d[:, None, :] * R[:, None, :]).sum(axis=2)


def lrp_layer_right_sample_by_sample(A, W, b, R, eps):
    out = []
    for a, r in zip(A, R, strict=True):
        z = a @ W + b
        s = 2 * (z >= 0) - 1
        out.append(a * (W @ (r / (z + eps * s))))
    return np.array(out)


def lrp_layer_right_plain_loops(A, W, b, R, eps):
    n, n_in = np.shape(A)
    out = np.zeros((n, n_in))
    for m in range(n):
        for j in range(len(b)):
            z = b[j] + sum(A[m][i] * W[i][j] for i in range(n_in))
            d = z + eps if z >= 0 else z - eps
            for i in range(n_in):
                out[m, i] += A[m][i] * W[i][j] / d * R[m][j]
    return out



# ---- shapley
def shapley_wrong_alone(value, n):
    return np.array([value((i,)) - value(()) for i in range(n)], float)


def shapley_wrong_last(value, n):
    everybody = tuple(range(n))
    return np.array([value(everybody) - value(everybody[:i] + everybody[i + 1 :]) for i in range(n)])


def shapley_wrong_one_order(value, n):
    return np.array([value(tuple(range(i + 1))) - value(tuple(range(i))) for i in range(n)], float)


def shapley_wrong_all_groups_alike(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        adds = []
        for size in range(n):
            for S in itertools.combinations(others, size):
                adds.append(value((*S, i)) - value(S))
        phi[i] = np.mean(adds)
    return phi


def shapley_wrong_empty_group_skipped(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(1, n):
            weight = 1 / (n * math.comb(n - 1, size))
            for S in itertools.combinations(others, size):
                phi[i] += weight * (value((*S, i)) - value(S))
    return phi


def shapley_wrong_nobody_earns_nothing(value, n):
    phi = np.zeros(n)
    orders = list(itertools.permutations(range(n)))
    for order in orders:
        before = 0.0
        for k, p in enumerate(order):
            now = value(order[: k + 1])
            phi[p] += now - before
            before = now
    return phi / len(orders)


def shapley_wrong_random_orders(value, n):
    rng = np.random.default_rng(0)
    phi = np.zeros(n)
    for _ in range(300):
        order = tuple(int(p) for p in rng.permutation(n))
        for k, p in enumerate(order):
            phi[p] += value(order[: k + 1]) - value(order[:k])
    return phi / 300


def shapley_wrong_not_divided(value, n):
    phi = np.zeros(n)
    for order in itertools.permutations(range(n)):
        for k, p in enumerate(order):
            phi[p] += value(order[: k + 1]) - value(order[:k])
    return phi


def shapley_wrong_divided_by_n(value, n):
    phi = np.zeros(n)
    for order in itertools.permutations(range(n)):
        for k, p in enumerate(order):
            phi[p] += value(order[: k + 1]) - value(order[:k])
    return phi / n


def shapley_wrong_by_position(value, n):
    phi = np.zeros(n)
    orders = list(itertools.permutations(range(n)))
    for order in orders:
        for k in range(n):
            phi[k] += value(order[: k + 1]) - value(order[:k])
    return phi / len(orders)


def shapley_wrong_largest_size_missing(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(n - 1):
            weight = 1 / (n * math.comb(n - 1, size))
            for S in itertools.combinations(others, size):
                phi[i] += weight * (value((*S, i)) - value(S))
    return phi


def shapley_wrong_weight_remembered_wrong(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(n):
            weight = math.factorial(size) * math.factorial(n - size) / math.factorial(n)
            for S in itertools.combinations(others, size):
                phi[i] += weight * (value((*S, i)) - value(S))
    return phi


def shapley_wrong_comb_n(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(n):
            for S in itertools.combinations(others, size):
                phi[i] += (value((*S, i)) - value(S)) / (n * math.comb(n, size))
    return phi


def shapley_wrong_counts_from_one(value, n):
    phi = np.zeros(n)
    orders = list(itertools.permutations(range(1, n + 1)))
    for order in orders:
        for k, p in enumerate(order):
            phi[p - 1] += value(order[: k + 1]) - value(order[:k])
    return phi / len(orders)


def shapley_wrong_minus(value, n):
    phi = np.zeros(n)
    orders = list(itertools.permutations(range(n)))
    for order in orders:
        for k, p in enumerate(order):
            phi[p] += value(order[:k]) - value(order[: k + 1])
    return phi / len(orders)


def shapley_wrong_rotations(value, n):
    phi = np.zeros(n)
    for start in range(n):
        order = tuple((start + k) % n for k in range(n))
        for k, p in enumerate(order):
            phi[p] += value(order[: k + 1]) - value(order[:k])
    return phi / n


def shapley_wrong_first_and_last(value, n):
    everybody = tuple(range(n))
    first = np.array([value((i,)) - value(()) for i in range(n)])
    last = np.array([value(everybody) - value(everybody[:i] + everybody[i + 1 :]) for i in range(n)])
    return (first + last) / 2


def shapley_wrong_total_shared_alike(value, n):
    return np.full(n, (value(tuple(range(n))) - value(())) / n)


def shapley_wrong_scaled_alone(value, n):
    alone = np.array([value((i,)) - value(()) for i in range(n)], float)
    return alone * (value(tuple(range(n))) - value(())) / alone.sum()


def shapley_wrong_integers(value, n):
    phi = np.zeros(n, dtype=int)
    for order in itertools.permutations(range(n)):
        for k, p in enumerate(order):
            phi[p] += int(value(order[: k + 1]) - value(order[:k]))
    return phi // math.factorial(n)


def shapley_wrong_alone_and_empty(value, n):
    return np.array([value((i,)) for i in range(n)], float)


def shapley_right_permutations(value, n):
    phi = np.zeros(n)
    for order in itertools.permutations(range(n)):
        for k, p in enumerate(order):
            phi[p] += value(order[: k + 1]) - value(order[:k])
    return phi / math.factorial(n)


def shapley_right_weighted_groups(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(n):
            weight = 1 / (n * math.comb(n - 1, size))
            for S in itertools.combinations(others, size):
                phi[i] += weight * (value((*S, i)) - value(S))
    return phi


def shapley_right_bit_masks(value, n):
    v = [value(tuple(p for p in range(n) if m >> p & 1)) for m in range(2**n)]
    phi = np.zeros(n)
    for m in range(2**n):
        size = bin(m).count("1")
        for p in range(n):
            if m >> p & 1:
                w = math.factorial(size - 1) * math.factorial(n - size) / math.factorial(n)
                phi[p] += w * v[m]
            else:
                w = math.factorial(size) * math.factorial(n - size - 1) / math.factorial(n)
                phi[p] -= w * v[m]
    return phi


def shapley_right_mean_of_the_means(value, n):
    means = []
    for i in range(n):
        others = [p for p in range(n) if p != i]
        by_size = [
            np.mean([value([*S, i]) - value(list(S)) for S in itertools.combinations(others, size)])
            for size in range(n)
        ]
        means.append(np.mean(by_size))
    return np.array(means)


def shapley_right_dividends(value, n):
    gains = {}
    for size in range(n + 1):
        for S in itertools.combinations(range(n), size):
            smaller = (T for m in range(size) for T in itertools.combinations(S, m))
            gains[S] = value(S) - sum(gains[T] for T in smaller)
    return np.array([sum(g / len(S) for S, g in gains.items() if p in S) for p in range(n)])


def shapley_right_last_player_recursion(value, n):
    @cache
    def shares(S):
        if not S:
            return np.zeros(n)
        total = np.zeros(n)
        for p in S:
            rest = tuple(q for q in S if q != p)
            total += shares(rest)
            total[p] += value(S) - value(rest)
        return total / len(S)

    return shares(tuple(range(n)))



# ---- survives
def survives_wrong_gradient_hardly():
    return 2, 2, 3, 1, 3


def survives_wrong_upper_depends():
    gradient = 1
    upper = 1
    bias = 3
    paper = 1
    fresh = 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_upper_neither():
    gradient, upper, bias, paper, fresh = 1, 3, 3, 1, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_bias_hardly():
    answers = {"gradient": 1, "upper": 2, "bias": 2, "paper": 1, "fresh": 3}
    return tuple(answers.values())


def survives_wrong_bias_depends():
    return 1, 2, 1, 1, 3


def survives_wrong_paper_hardly():
    gradient = 1
    upper = 2
    bias = 3
    paper = 2
    fresh = 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_paper_neither():
    gradient, upper, bias, paper, fresh = 1, 2, 3, 3, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_fresh_depends():
    answers = {"gradient": 1, "upper": 2, "bias": 3, "paper": 1, "fresh": 1}
    return tuple(answers.values())


def survives_wrong_fresh_hardly():
    return 1, 2, 3, 1, 2


def survives_wrong_swapped_numbers():
    gradient = 2
    upper = 1
    bias = 3
    paper = 2
    fresh = 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_by_the_accuracy():
    gradient, upper, bias, paper, fresh = 1, 1, 1, 1, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_high_is_one():
    answers = {"gradient": 2, "upper": 1, "bias": 1, "paper": 2, "fresh": 2}
    return tuple(answers.values())


def survives_wrong_order_turned():
    return 3, 1, 3, 2, 1


def survives_wrong_from_zero():
    gradient = 0
    upper = 1
    bias = 2
    paper = 0
    fresh = 2
    return gradient, upper, bias, paper, fresh


def survives_wrong_never_neither():
    gradient, upper, bias, paper, fresh = 1, 2, 2, 1, 1
    return gradient, upper, bias, paper, fresh


def survives_wrong_nothing_shown():
    answers = {"gradient": 1, "upper": 3, "bias": 3, "paper": 3, "fresh": 3}
    return tuple(answers.values())


def survives_right_tuple():
    return 1, 2, 3, 1, 3


def survives_right_names():
    gradient = 1
    upper = 2
    bias = 3
    paper = 1
    fresh = 3
    return gradient, upper, bias, paper, fresh


def survives_right_at_once():
    gradient, upper, bias, paper, fresh = 1, 2, 3, 1, 3
    return gradient, upper, bias, paper, fresh


def survives_right_dictionary():
    answers = {"gradient": 1, "upper": 2, "bias": 3, "paper": 1, "fresh": 3}
    return tuple(answers.values())



# ---- which_method
def which_method_wrong_loan_relevance():
    return 2, 1, 5, 4, 2


def which_method_wrong_loan_gradient():
    loan = 1
    hair = 1
    stamp = 5
    age = 4
    film = 2
    return loan, hair, stamp, age, film


def which_method_wrong_hair_shapley():
    loan, hair, stamp, age, film = 3, 3, 5, 4, 2
    return loan, hair, stamp, age, film


def which_method_wrong_hair_relevance():
    answers = {"loan": 3, "hair": 2, "stamp": 5, "age": 4, "film": 2}
    return tuple(answers.values())


def which_method_wrong_hair_change():
    return 3, 5, 5, 4, 2


def which_method_wrong_stamp_gradient():
    loan = 3
    hair = 1
    stamp = 1
    age = 4
    film = 2
    return loan, hair, stamp, age, film


def which_method_wrong_stamp_relevance():
    loan, hair, stamp, age, film = 3, 1, 2, 4, 2
    return loan, hair, stamp, age, film


def which_method_wrong_stamp_shapley():
    answers = {"loan": 3, "hair": 1, "stamp": 3, "age": 4, "film": 2}
    return tuple(answers.values())


def which_method_wrong_stamp_probe():
    return 3, 1, 4, 4, 2


def which_method_wrong_age_gradient():
    loan = 3
    hair = 1
    stamp = 5
    age = 1
    film = 2
    return loan, hair, stamp, age, film


def which_method_wrong_age_change():
    loan, hair, stamp, age, film = 3, 1, 5, 5, 2
    return loan, hair, stamp, age, film


def which_method_wrong_film_gradient():
    answers = {"loan": 3, "hair": 1, "stamp": 5, "age": 4, "film": 1}
    return tuple(answers.values())


def which_method_wrong_film_shapley():
    return 3, 1, 5, 4, 3


def which_method_wrong_film_change():
    loan = 3
    hair = 1
    stamp = 5
    age = 4
    film = 5
    return loan, hair, stamp, age, film


def which_method_wrong_loan_film_swapped():
    loan, hair, stamp, age, film = 2, 1, 5, 4, 3
    return loan, hair, stamp, age, film


def which_method_wrong_from_zero():
    answers = {"loan": 2, "hair": 0, "stamp": 4, "age": 3, "film": 1}
    return tuple(answers.values())


def which_method_wrong_as_listed():
    return 1, 2, 3, 4, 5


def which_method_wrong_order_turned():
    loan = 2
    hair = 4
    stamp = 5
    age = 1
    film = 3
    return loan, hair, stamp, age, film


def which_method_wrong_age_stamp_swapped():
    loan, hair, stamp, age, film = 3, 1, 4, 5, 2
    return loan, hair, stamp, age, film


def which_method_right_tuple():
    return 3, 1, 5, 4, 2


def which_method_right_names():
    loan = 3
    hair = 1
    stamp = 5
    age = 4
    film = 2
    return loan, hair, stamp, age, film


def which_method_right_at_once():
    loan, hair, stamp, age, film = 3, 1, 5, 4, 2
    return loan, hair, stamp, age, film


def which_method_right_dictionary():
    answers = {"loan": 3, "hair": 1, "stamp": 5, "age": 4, "film": 2}
    return tuple(answers.values())


# ---- by another person, later
def saliency_wrong_first_hidden_layer_unmasked_2(Ws, bs, x, k):
    a, masks = np.asarray(x, float), [None]
    for W, b in zip(Ws[:-1], bs[:-1]):
        a = np.maximum(a @ np.asarray(W, float) + np.asarray(b, float), 0)
        masks.append(a > 0)
    g = np.eye(np.shape(Ws[-1])[1])[k]
    for i in range(len(Ws) - 1, -1, -1):
        g = np.asarray(Ws[i], float) @ g
        if i > 1:
            g = g * masks[i]
    return g


def lrp_layer_wrong_sign_of_zero_2(A, W, b, R, eps):
    A, W, R = np.asarray(A, float), np.asarray(W, float), np.asarray(R, float)
    z = A @ W + b
    with np.errstate(all="ignore"):
        share = np.nan_to_num(R / (z + eps * np.sign(z)), posinf=0, neginf=0)
    return A * (share @ W.T)


def lrp_layer_wrong_positive_parts_only_2(A, W, b, R, eps):
    A, W = np.asarray(A, float), np.asarray(W, float)
    out = np.zeros(A.shape)
    for n in range(A.shape[0]):
        for j in range(W.shape[1]):
            parts = A[n] * W[:, j]
            z = parts.sum() + b[j]
            z = z + eps if z >= 0 else z - eps
            out[n] += np.maximum(parts, 0) / z * R[n][j]
    return out


def lrp_layer_wrong_relevance_of_first_row_2(A, W, b, R, eps):
    A, W = np.asarray(A, float), np.asarray(W, float)
    out = np.zeros_like(A)
    for row, a in enumerate(A):
        for i in range(len(a)):
            for j in range(W.shape[1]):
                z = a @ W[:, j] + b[j]
                s = 1 if z >= 0 else -1
                out[row, i] += a[i] * W[i, j] / (z + eps * s) * R[0][j]
    return out


def lrp_layer_wrong_eps_outside_2(A, W, b, R, eps):
    A, W, R = np.asarray(A, float), np.asarray(W, float), np.asarray(R, float)
    z = A @ W + b
    s = np.where(z >= 0, 1, -1)
    z = np.where(z == 0, 1.0, z)
    return A * ((R / z + eps * s) @ W.T)


def shapley_wrong_random_orders_2(value, n):
    rng = np.random.default_rng(0)
    phi = np.zeros(n)
    for _ in range(200):
        order = [int(i) for i in rng.permutation(n)]
        for place, player in enumerate(order):
            phi[player] += value(tuple(order[: place + 1])) - value(tuple(order[:place]))
    return phi / 200


WRONG, RIGHT = {}, {}


WRONG['saliency'] = [
    ('no-relu', saliency_wrong_no_relu, 'the slopes of the ReLUs are left out: the product of all weights'),
    ('strength', saliency_wrong_strength, 'the absolute value: the signs are lost'),
    ('times-input', saliency_wrong_times_input, 'the gradient is multiplied by the input'),
    ('slope-one-at-zero', saliency_wrong_slope_one_at_zero, 'z >= 0: a sum of exactly 0 gets the slope 1'),
    ('biases-left-out', saliency_wrong_biases_left_out, 'the biases are left out of the sums: other units are on'),
    ('relu-on-the-logits', saliency_wrong_relu_on_the_logits, 'the last layer gets a ReLU too: a negative logit has the slope 0'),
    ('of-the-probability', saliency_wrong_of_the_probability, "the gradient of the softmax's probability, not of the logit"),
    ('all-outputs', saliency_wrong_all_outputs, 'the gradient of the sum of all logits: k is not used'),
    ('finite-differences', saliency_wrong_finite_differences, 'measured with h = 0.001: not exact enough at the kinks'),
    ('one-hidden-layer', saliency_wrong_one_hidden_layer, 'exactly one hidden layer is written in'),
    ('masks-in-order', saliency_wrong_masks_in_order, 'the masks go with the layers in the wrong order'),
    ('scaled', saliency_wrong_scaled, 'the gradient is divided by its largest size'),
    ('mask-of-the-gradient', saliency_wrong_mask_of_the_gradient, 'the gradient goes through the ReLU where it is positive, not where the sum is'),
    ('guided', saliency_wrong_guided, 'guided backpropagation: negative gradients are thrown away at every ReLU'),
    ('forward-without-relu', saliency_wrong_forward_without_relu, 'the sums of the deeper layers are computed without ReLU below them'),
    ('counts-from-one', saliency_wrong_counts_from_one, 'k is taken to count from 1'),
    ('activations-for-slopes', saliency_wrong_activations_for_slopes, 'the outputs of the units are multiplied in, not their slopes'),
    ('needs-a-hidden-layer', saliency_wrong_needs_a_hidden_layer, 'without a hidden layer there is no mask, and the program stops'),
    ('pops-the-lists', saliency_wrong_pops_the_lists, "Ws.pop() takes the layers off the caller's list"),
    ('signless-and-zero', saliency_wrong_signless_and_zero, 'two causes: slope 1 at 0, and the absolute value'),
    ('first-hidden-layer-unmasked-2', saliency_wrong_first_hidden_layer_unmasked_2, "the loop backwards ends one layer early with its mask: the first hidden layer's slope is left out; every hidden layer needs it"),
]

RIGHT['saliency'] = [
    ('masks', saliency_right_masks),
    ('forward-jacobian', saliency_right_forward_jacobian),
    ('recursion', saliency_right_recursion),
    ('dead-units-cut', saliency_right_dead_units_cut),
    ('plain-loops', saliency_right_plain_loops),
]


WRONG['lrp_layer'] = [
    ('eps-always-plus', lrp_layer_wrong_eps_always_plus, 'eps is added without the sign: it shrinks a negative sum'),
    ('sign-zero', lrp_layer_wrong_sign_zero, 'np.sign(0) is 0: a sum of exactly 0 gets no eps'),
    ('strictly-positive', lrp_layer_wrong_strictly_positive, 's is -1 at a sum of 0'),
    ('bias-left-out', lrp_layer_wrong_bias_left_out, 'the bias is missing in z'),
    ('input-factor-missing', lrp_layer_wrong_input_factor_missing, 'the factor a_i is missing'),
    ('made-up-for', lrp_layer_wrong_made_up_for, 'the relevance is scaled up so that the sum is kept'),
    ('positive-weights', lrp_layer_wrong_positive_weights, 'only the positive weights hand back relevance'),
    ('relu-in-z', lrp_layer_wrong_relu_in_z, 'a ReLU is applied to the sums'),
    ('eps-left-out', lrp_layer_wrong_eps_left_out, 'eps is left out'),
    ('summed-over-rows', lrp_layer_wrong_summed_over_rows, 'the relevance is summed over the samples'),
    ('first-sample', lrp_layer_wrong_first_sample, 'only the first sample is worked out'),
    ('multiplied-by-z', lrp_layer_wrong_multiplied_by_z, 'R is multiplied by z + eps s, not divided'),
    ('shares-of-the-inputs', lrp_layer_wrong_shares_of_the_inputs, 'the sum goes over the units before the division: one denominator for all'),
    ('bias-shared-out', lrp_layer_wrong_bias_shared_out, "the bias's part is divided among the inputs"),
    ('in-place', lrp_layer_wrong_in_place, "R is divided in place: the caller's relevance is changed"),
    ('integers', lrp_layer_wrong_integers, 'the result is made like A: integers if A holds integers'),
    ('sign-of-the-relevance', lrp_layer_wrong_sign_of_the_relevance, 'the sign is taken of the relevance, not of the sum'),
    ('eps-as-floor', lrp_layer_wrong_eps_as_floor, 'sums smaller than eps are set to eps, others stay: eps is not added'),
    ('bias-left-out-and-sign', lrp_layer_wrong_bias_left_out_and_sign, 'two causes: the bias is missing, and eps has no sign'),
    ('sign-of-zero-2', lrp_layer_wrong_sign_of_zero_2, 'np.sign gives 0 at z = 0, so 0 is divided by there; s should be 1 at 0'),
    ('positive-parts-only-2', lrp_layer_wrong_positive_parts_only_2, 'only positive contributions a_i w_ij are handed relevance; negative ones should get their share, too'),
    ('relevance-of-first-row-2', lrp_layer_wrong_relevance_of_first_row_2, 'R[0] is used for all rows; each sample has its own row of relevance'),
    ('eps-outside-2', lrp_layer_wrong_eps_outside_2, 'eps is added to the share after the division, not to the sum below the fraction'),
]

RIGHT['lrp_layer'] = [
    ('matrix', lrp_layer_right_matrix),
    ('einsum', lrp_layer_right_einsum),
    ('contributions', lrp_layer_right_contributions),
    ('sample-by-sample', lrp_layer_right_sample_by_sample),
    ('plain-loops', lrp_layer_right_plain_loops),
]


WRONG['shapley'] = [
    ('alone', shapley_wrong_alone, 'what each player earns alone'),
    ('last', shapley_wrong_last, 'what is lost when the player leaves the group of all'),
    ('one-order', shapley_wrong_one_order, 'one order only: 0, 1, 2, ...'),
    ('all-groups-alike', shapley_wrong_all_groups_alike, 'the mean over all groups of others, not over all orders: the sizes are not weighted'),
    ('empty-group-skipped', shapley_wrong_empty_group_skipped, 'groups start with one player: what a player adds to nobody is missing'),
    ('nobody-earns-nothing', shapley_wrong_nobody_earns_nothing, "the empty group's value is taken to be 0"),
    ('random-orders', shapley_wrong_random_orders, 'orders drawn at random: not exact'),
    ('not-divided', shapley_wrong_not_divided, 'the sum over the orders, not the mean'),
    ('divided-by-n', shapley_wrong_divided_by_n, 'divided by n in place of n!'),
    ('by-position', shapley_wrong_by_position, 'what is added is booked on the position in the order, not on the player'),
    ('largest-size-missing', shapley_wrong_largest_size_missing, 'range(n - 1): the groups of all others are missing'),
    ('weight-remembered-wrong', shapley_wrong_weight_remembered_wrong, 'the weight |S|! (n - |S|)! / n!: the - 1 is missing'),
    ('comb-n', shapley_wrong_comb_n, 'n over |S| in place of n - 1 over |S|'),
    ('counts-from-one', shapley_wrong_counts_from_one, 'the players are numbered 1 to n'),
    ('minus', shapley_wrong_minus, 'the sign is turned round: without minus with'),
    ('rotations', shapley_wrong_rotations, 'only the n rotations of the order'),
    ('first-and-last', shapley_wrong_first_and_last, 'the mean of coming first and coming last: enough for two players only'),
    ('total-shared-alike', shapley_wrong_total_shared_alike, 'the earnings of all are divided by n'),
    ('scaled-alone', shapley_wrong_scaled_alone, 'what each earns alone, scaled so that the parts sum to the whole'),
    ('integers', shapley_wrong_integers, 'the sums are kept as integers: fractions are cut off'),
    ('alone-and-empty', shapley_wrong_alone_and_empty, "two causes: what each earns alone only, and the empty group's value is not taken off"),
    ('random-orders-2', shapley_wrong_random_orders_2, 'the mean is over 200 orders drawn at random; it must be exact, over all n!'),
]

RIGHT['shapley'] = [
    ('permutations', shapley_right_permutations),
    ('weighted-groups', shapley_right_weighted_groups),
    ('bit-masks', shapley_right_bit_masks),
    ('mean-of-the-means', shapley_right_mean_of_the_means),
    ('dividends', shapley_right_dividends),
    ('last-player-recursion', shapley_right_last_player_recursion),
]


WRONG['survives'] = [
    ('gradient-hardly', survives_wrong_gradient_hardly, "gradient 2: a correlation near 0 taken for 'hardly depends'"),
    ('upper-depends', survives_wrong_upper_depends, 'upper 1: the fallen accuracy is taken for the answer, not the map'),
    ('upper-neither', survives_wrong_upper_neither, 'upper 3: the check is thrown away because the first layer was left as it is'),
    ('bias-hardly', survives_wrong_bias_hardly, 'bias 2: identical maps; but the last biases are in no gradient of the logit, of any network'),
    ('bias-depends', survives_wrong_bias_depends, 'bias 1: the accuracy falls, so the map is said to depend on it'),
    ('paper-hardly', survives_wrong_paper_hardly, 'paper 2: the correlation over all pixels is believed, which the plain paper makes'),
    ('paper-neither', survives_wrong_paper_neither, 'paper 3: the whole check is thrown away, although the ink alone decides it'),
    ('fresh-depends', survives_wrong_fresh_depends, 'fresh 1: the map changes; but nothing had been learned that it could depend on'),
    ('fresh-hardly', survives_wrong_fresh_hardly, 'fresh 2: as if a network that has learned nothing showed that the map hardly depends on it'),
    ('swapped-numbers', survives_wrong_swapped_numbers, 'the numbers 1 and 2 are swapped throughout'),
    ('by-the-accuracy', survives_wrong_by_the_accuracy, 'decided by the accuracy alone: it falls, so the map depends'),
    ('high-is-one', survives_wrong_high_is_one, '1 and 2 are swapped, and bias and fresh are decided by their correlation too'),
    ('order-turned', survives_wrong_order_turned, 'the answers are right, but returned in the order of the table turned round'),
    ('from-zero', survives_wrong_from_zero, 'counted from 0'),
    ('never-neither', survives_wrong_never_neither, 'two causes: bias 2 and fresh 1, as if 3 could not be an answer'),
    ('nothing-shown', survives_wrong_nothing_shown, 'two causes: upper 3 and paper 3, as if no check that has a weak point showed anything'),
]

RIGHT['survives'] = [
    ('tuple', survives_right_tuple),
    ('names', survives_right_names),
    ('at-once', survives_right_at_once),
    ('dictionary', survives_right_dictionary),
]


WRONG['which_method'] = [
    ('loan-relevance', which_method_wrong_loan_relevance, 'loan 2: relevance divides the score by a rule, needs a network, and does not hold for a forest'),
    ('loan-gradient', which_method_wrong_loan_gradient, 'loan 1: gradients do not sum to a difference, and a forest has none'),
    ('hair-shapley', which_method_wrong_hair_shapley, 'hair 3: shares against the mean picture, not small changes'),
    ('hair-relevance', which_method_wrong_hair_relevance, 'hair 2: relevance says what contributed, not what a small change does'),
    ('hair-change', which_method_wrong_hair_change, 'hair 5: counting changed answers, not the direction in which the logit rises fastest'),
    ('stamp-gradient', which_method_wrong_stamp_gradient, "stamp 1: a hair's change, where the whole stamp must go"),
    ('stamp-relevance', which_method_wrong_stamp_relevance, 'stamp 2: what the stamp contributed, not how many answers would change'),
    ('stamp-shapley', which_method_wrong_stamp_shapley, 'stamp 3: shares of one answer do not count answers'),
    ('stamp-probe', which_method_wrong_stamp_probe, 'stamp 4: that the stamp can be read from a layer does not say that the network uses it'),
    ('age-gradient', which_method_wrong_age_gradient, 'age 1: the gradient of a logit for left or right says nothing about age'),
    ('age-change', which_method_wrong_age_change, 'age 5: the network answers nothing about age, so there are no such answers to count'),
    ('film-gradient', which_method_wrong_film_gradient, 'film 1: the gradient is not 0 on plain paper, and says nothing of contributions'),
    ('film-shapley', which_method_wrong_film_shapley, 'film 3: exact Shapley values of 10,000 pixels cannot be computed'),
    ('film-change', which_method_wrong_film_change, 'film 5: changes take many passes, and are no shares of the ink'),
    ('loan-film-swapped', which_method_wrong_loan_film_swapped, 'loan and film swapped'),
    ('from-zero', which_method_wrong_from_zero, 'counted from 0'),
    ('as-listed', which_method_wrong_as_listed, 'the questions are taken to stand in the order of the methods'),
    ('order-turned', which_method_wrong_order_turned, 'the answers are right, but returned in the order turned round'),
    ('age-stamp-swapped', which_method_wrong_age_stamp_swapped, 'two causes: the probe for the stamp, and changed inputs for the age'),
]

RIGHT['which_method'] = [
    ('tuple', which_method_right_tuple),
    ('names', which_method_right_names),
    ('at-once', which_method_right_at_once),
    ('dictionary', which_method_right_dictionary),
]


def shapley_wrong_random_orders_3(value, n):
    rng, phi = np.random.default_rng(0), np.zeros(n)
    for _ in range(300):
        order = rng.permutation(n)
        for t in range(n):
            phi[order[t]] += value(tuple(order[: t + 1])) - value(tuple(order[:t]))
    return phi / 300


WRONG['shapley'] += [
    ('random-orders', shapley_wrong_random_orders_3, 'It averages over 300 orders drawn at random; the result must be exact.'),
]


# ---- saliency, once more
def saliency_wrong_guided_2(Ws, bs, x, k):
    Ws, bs = [np.array(W, float) for W in Ws], [np.array(b, float) for b in bs]
    a, zs = np.array(x, float), []
    for W, b in zip(Ws, bs):
        zs.append(a @ W + b)
        a = np.maximum(zs[-1], 0)
    g = Ws[-1][:, k]
    for W, z in zip(Ws[-2::-1], zs[-2::-1]):
        g = W @ (np.maximum(g, 0) * (z > 0))
    return g


def saliency_wrong_relu_on_output(Ws, bs, x, k):
    a, masks = np.array(x, float), []
    for W, b in zip(Ws, bs):
        z = a @ np.array(W, float) + b
        masks.append(z > 0)
        a = z * masks[-1]
    g = np.zeros(len(a))
    g[k] = 1
    for W, mask in zip(Ws[::-1], masks[::-1]):
        g = np.array(W, float) @ (g * mask)
    return g


def saliency_wrong_no_bias(Ws, bs, x, k):
    a, masks = np.array(x, float), []
    for W in Ws[:-1]:
        z = a @ np.array(W, float)
        masks.append(z > 0)
        a = np.maximum(z, 0)
    g = np.array(Ws[-1], float)[:, k]
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = np.array(W, float) @ (g * mask)
    return g


def saliency_wrong_against_the_others(Ws, bs, x, k):
    a, masks = np.array(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ np.array(W, float) + b
        masks.append(z > 0)
        a = np.maximum(z, 0)
    n_out = np.shape(Ws[-1])[1]
    start = np.eye(n_out)[k] - 1 / n_out
    g = np.array(Ws[-1], float) @ start
    for W, mask in zip(Ws[-2::-1], masks[::-1]):
        g = np.array(W, float) @ (g * mask)
    return g


def saliency_wrong_mask_of_active(Ws, bs, x, k):
    a, activations = np.array(x, float), []
    for W, b in zip(Ws[:-1], bs[:-1]):
        a = np.maximum(a @ np.array(W, float) + b, 0)
        activations.append(a)
    g = np.array(Ws[-1], float)[:, k]
    for W, a in zip(Ws[-2::-1], activations[::-1]):
        g = np.array(W, float) @ (g * (a >= 0))
    return g


def saliency_right_forward_jacobian_2(Ws, bs, x, k):
    a = np.asarray(x, dtype=float)
    J = np.eye(len(a))
    last = len(Ws) - 1
    for l in range(len(Ws)):
        W = np.asarray(Ws[l], dtype=float)
        a = np.einsum("i,ij->j", a, W) + np.asarray(bs[l], dtype=float)
        J = np.einsum("di,ij->dj", J, W)
        if l < last:
            J[:, a <= 0] = 0
            a = np.where(a > 0, a, 0)
    return J[:, k].copy()


def saliency_right_recursive(Ws, bs, x, k):
    def back(l, a):
        W = np.asarray(Ws[l], dtype=np.longdouble)
        if l == len(Ws) - 1:
            return W.T[k]
        z = a @ W + np.asarray(bs[l], dtype=np.longdouble)
        on = np.heaviside(z, 0)
        return (W * on) @ back(l + 1, z * on)

    return np.array(back(0, np.asarray(x, dtype=np.longdouble)), dtype=float)


WRONG['saliency'] += [
    ('guided-2', saliency_wrong_guided_2,
     'np.maximum(g, 0) on the way back throws out negative gradients (guided backpropagation); only the mask z > 0 belongs there.'),
    ('relu-on-output', saliency_wrong_relu_on_output,
     'The mask z > 0 is used on the last layer, too: a negative logit gets the slope 0.'),
    ('no-bias', saliency_wrong_no_bias,
     'z = a @ W without b on the way forward, so other units count as active.'),
    ('against-the-others', saliency_wrong_against_the_others,
     'The way back starts with e_k - 1/n_out: the slope of the logit minus the mean of all logits, not of the logit alone.'),
    ('mask-of-active', saliency_wrong_mask_of_active,
     'a >= 0 is true for every output of a ReLU, so nothing is masked; a > 0 is meant.'),
]

RIGHT['saliency'] += [
    ('forward-jacobian-2', saliency_right_forward_jacobian_2),
    ('recursive', saliency_right_recursive),
]


# ---- lrp_layer, once more
def lrp_layer_wrong_sign_of_zero(A, W, b, R, eps):
    z = A @ W + b
    return A * ((R / (z + eps * np.where(z > 0, 1, -1))) @ W.T)


def lrp_layer_wrong_in_place_2(A, W, b, R, eps):
    z = A @ W + b
    z += eps * np.where(z >= 0, 1, -1)
    return A * ((R / z) @ W.T)


def lrp_layer_wrong_bias_shared(A, W, b, R, eps):
    z = A @ W + b
    s = R / (z + eps * np.where(z >= 0, 1, -1))
    return A * (s @ W.T) + (s * b).sum(axis=1, keepdims=True) / A.shape[1]


def lrp_layer_wrong_absolute(A, W, b, R, eps):
    z = A @ W + b
    return A * ((R / (np.abs(z) + eps)) @ W.T)


def lrp_layer_wrong_sign_without_bias(A, W, b, R, eps):
    sums = A @ W
    return A * ((R / (sums + b + eps * np.where(sums >= 0, 1, -1))) @ W.T)


def lrp_layer_right_loops(A, W, b, R, eps):
    n, n_in, n_out = len(A), len(W), len(b)
    back = np.zeros((n, n_in))
    for row in range(n):
        for j in range(n_out):
            z = float(b[j]) + sum(float(A[row, i]) * float(W[i, j]) for i in range(n_in))
            below = z + eps if z >= 0 else z - eps
            for i in range(n_in):
                back[row, i] += A[row, i] * W[i, j] / below * R[row, j]
    return back


def lrp_layer_right_einsum_2(A, W, b, R, eps):
    parts = np.einsum("ni,ij->nij", np.asarray(A, float), np.asarray(W, float))
    z = parts.sum(axis=1) + b
    z = z + np.copysign(eps, np.where(z == 0, 1.0, z))
    return np.einsum("nij,nj,nj->ni", parts, 1 / z, np.asarray(R, float))


WRONG['lrp_layer'] += [
    ('sign-of-zero', lrp_layer_wrong_sign_of_zero,
     'np.where(z > 0, ...) gives s = -1 where z is exactly 0; z >= 0 is meant.'),
    ('in-place-2', lrp_layer_wrong_in_place_2,
     'z += eps * ... fails if A, W and b hold integers; z = z + ... is needed.'),
    ('bias-shared', lrp_layer_wrong_bias_shared,
     'What the biases keep is shared out among the inputs; it must be left out.'),
    ('absolute', lrp_layer_wrong_absolute,
     'np.abs(z) + eps loses the sign of z in the denominator.'),
    ('sign-without-bias', lrp_layer_wrong_sign_without_bias,
     's is taken from A @ W without the bias; it is the sign of z.'),
]

RIGHT['lrp_layer'] += [
    ('loops', lrp_layer_right_loops),
    ('einsum-2', lrp_layer_right_einsum_2),
]


# ---- shapley, once more
def shapley_wrong_cyclic(value, n):
    phi = np.zeros(n)
    players = list(range(n))
    for _ in range(n):
        for place, player in enumerate(players):
            phi[player] += value(tuple(players[: place + 1])) - value(tuple(players[:place]))
        players = players[1:] + players[:1]
    return phi / n


def shapley_wrong_nobody_earns_nothing_2(value, n):
    phi = np.zeros(n)
    for order in itertools.permutations(range(n)):
        before = 0
        for place, player in enumerate(order):
            now = value(order[: place + 1])
            phi[player] += now - before
            before = now
    return phi / math.factorial(n)


def shapley_wrong_all_groups_alike_2(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        gains = [
            value((*S, i)) - value(S) for size in range(n) for S in itertools.combinations(others, size)
        ]
        phi[i] = np.mean(gains)
    return phi


def shapley_wrong_empty_shared(value, n):
    phi = np.zeros(n)
    for i in range(n):
        others = [p for p in range(n) if p != i]
        for size in range(n):
            weight = 1 / (n * math.comb(n - 1, size))
            for S in itertools.combinations(others, size):
                phi[i] += weight * (value((*S, i)) - value(S))
    return phi + value(()) / n


def shapley_wrong_integer_sums(value, n):
    phi = np.zeros(n, dtype=int)
    for order in itertools.permutations(range(n)):
        for place, player in enumerate(order):
            phi[player] += value(order[: place + 1]) - value(order[:place])
    return phi / math.factorial(n)


def shapley_right_switches(value, n):
    v = [float(value(tuple(p for p in range(n) if bits >> p & 1))) for bits in range(2**n)]
    phi = np.zeros(n)
    for bits, worth in enumerate(v):
        size = bin(bits).count("1")
        for p in range(n):
            if bits >> p & 1:
                phi[p] += worth / (size * math.comb(n, size))
            else:
                phi[p] -= worth / ((n - size) * math.comb(n, size))
    return phi


def shapley_right_last_comer(value, n):
    """Of all players, each is the last with probability 1/n; before, the shares are those of the others."""
    worth = cache(lambda S: float(value(set(S))))

    @cache
    def shares(S):
        total = np.zeros(n)
        for p in S:
            rest = S - {p}
            total += shares(rest)
            total[p] += worth(S) - worth(rest)
        return total / max(len(S), 1)

    return shares(frozenset(range(n))).copy()


WRONG['shapley'] += [
    ('cyclic', shapley_wrong_cyclic,
     'Only the n cyclic orders are tried instead of all n! (equal for two players).'),
    ('nobody-earns-nothing-2', shapley_wrong_nobody_earns_nothing_2,
     'before = 0: the first in an order is credited with what nobody earns; before = value(()) is needed.'),
    ('all-groups-alike-2', shapley_wrong_all_groups_alike_2,
     'The plain mean over all groups of the others (Banzhaf) instead of the mean over all orders.'),
    ('empty-shared', shapley_wrong_empty_shared,
     '+ value(()) / n shares out what the empty group earns.'),
    ('integer-sums', shapley_wrong_integer_sums,
     'phi = np.zeros(n, dtype=int) cuts off the fraction of each sum.'),
]

RIGHT['shapley'] += [
    ('switches', shapley_right_switches),
    ('last-comer', shapley_right_last_comer),
]


# ---- survives, once more
def survives_wrong_bias_hardly_2():
    gradient, upper, bias, paper, fresh = 1, 2, 2, 1, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_paper_hardly_2():
    gradient, upper, bias, paper, fresh = 1, 2, 3, 2, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_fresh_depends_2():
    gradient, upper, bias, paper, fresh = 1, 2, 3, 1, 1
    return gradient, upper, bias, paper, fresh


def survives_wrong_upper_first_left():
    gradient, upper, bias, paper, fresh = 1, 3, 3, 1, 3
    return gradient, upper, bias, paper, fresh


def survives_wrong_correlation_upside_down():
    gradient, upper, bias, paper, fresh = 2, 1, 3, 2, 3
    return gradient, upper, bias, paper, fresh


def survives_right_plain():
    return 1, 2, 3, 1, 3


def survives_right_named():
    depends, hardly, neither = 1, 2, 3
    found = {"gradient": depends, "paper": depends, "upper": hardly, "bias": neither, "fresh": neither}
    return tuple(found[name] for name in ("gradient", "upper", "bias", "paper", "fresh"))


WRONG['survives'] += [
    ('bias-hardly-2', survives_wrong_bias_hardly_2,
     'bias: the gradient of a logit does not contain the last biases, so the maps must be identical whatever was learned: 3.'),
    ('paper-hardly-2', survives_wrong_paper_hardly_2,
     'paper: the 0.99 comes from the paper, 0 in both maps; on the ink it is 0.01: 1.'),
    ('fresh-depends-2', survives_wrong_fresh_depends_2,
     'fresh: this network had learned nothing, so shuffling destroys nothing learned: 3.'),
    ('upper-first-left', survives_wrong_upper_first_left,
     'upper: the four shuffled layers destroyed the answers and the map stayed: that is enough for 2.'),
    ('correlation-upside-down', survives_wrong_correlation_upside_down,
     'gradient, upper and paper: a correlation near 0 was read as no dependence; it means that the map has changed with the network: 1, 2, 1.'),
]

RIGHT['survives'] += [
    ('plain', survives_right_plain),
    ('named', survives_right_named),
]


# ---- which_method, once more
def which_method_wrong_other_way_round():
    loan, hair, stamp, age, film = 2, 5, 1, 4, 3
    return loan, hair, stamp, age, film


def which_method_wrong_film_gradient_2():
    loan, hair, stamp, age, film = 3, 1, 5, 4, 1
    return loan, hair, stamp, age, film


def which_method_wrong_loan_relevance_2():
    loan, hair, stamp, age, film = 2, 1, 5, 4, 2
    return loan, hair, stamp, age, film


def which_method_wrong_stamp_relevance_2():
    loan, hair, stamp, age, film = 3, 1, 2, 4, 2
    return loan, hair, stamp, age, film


def which_method_wrong_hair_change_2():
    loan, hair, stamp, age, film = 3, 5, 5, 4, 2
    return loan, hair, stamp, age, film


def which_method_right_plain():
    return 3, 1, 5, 4, 2


def which_method_right_inverse():
    question = ["hair", "film", "loan", "age", "stamp"]
    return tuple(question.index(name) + 1 for name in ["loan", "hair", "stamp", "age", "film"])


WRONG['which_method'] += [
    ('other-way-round', which_method_wrong_other_way_round,
     'The list was read the other way round: for each method the place of its question instead of for each question its method; only age is right by chance.'),
    ('film-gradient-2', which_method_wrong_film_gradient_2,
     'film: a gradient does not give plain paper 0 and is no contribution: 2.'),
    ('loan-relevance-2', which_method_wrong_loan_relevance_2,
     'loan: relevance needs layers and does not sum exactly to the difference from a baseline: 3.'),
    ('stamp-relevance-2', which_method_wrong_stamp_relevance_2,
     'stamp: how many answers would be others can only be counted after a change: 5.'),
    ('hair-change-2', which_method_wrong_hair_change_2,
     "hair: for changes by a hair and each pixel's direction the gradient is the answer: 1."),
]

RIGHT['which_method'] += [
    ('plain', which_method_right_plain),
    ('inverse', which_method_right_inverse),
]
