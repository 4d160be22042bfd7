"""Answers to exercise 03 by somebody who had not seen the checks; each wrong one with its cause."""

import math

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))



# ---- sigmoid
def sigmoid_wrong_textbook(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_wrong_where_both_computed(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def sigmoid_wrong_sign(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(z))


def sigmoid_wrong_exp_over_one_plus_exp(z):
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_wrong_abs_no_case(z):
    return 1 / (1 + np.exp(-np.abs(z)))


def sigmoid_wrong_cases_swapped(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))


def sigmoid_wrong_tanh_instead(z):
    return np.tanh(z)


def sigmoid_wrong_tanh_full_argument(z):
    return 0.5 * (1 + np.tanh(z))


def sigmoid_wrong_zeros_like(z):
    out = np.zeros_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def sigmoid_wrong_clip_in_place(z):
    np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))


def sigmoid_wrong_if(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_wrong_clip_too_narrow(z):
    z = np.clip(z, -10, 10)
    return 1 / (1 + np.exp(-z))


def sigmoid_wrong_brackets(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / 1 + e, e / 1 + e)


def sigmoid_wrong_where_half(z):
    e = np.exp(z)
    return np.where(z < 0, e / (1 + e), 1 / (1 + np.exp(-np.abs(z))))


def sigmoid_wrong_negative_branch(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), 1 - e / (1 + e))


def sigmoid_wrong_vector_only(z):
    out = []
    for v in z:
        if v >= 0:
            out.append(1 / (1 + np.exp(-v)))
        else:
            out.append(np.exp(v) / (1 + np.exp(v)))
    return np.array(out)


def sigmoid_wrong_rounded(z):
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.round(p)


def sigmoid_wrong_int_and_overflow(z):
    out = np.empty_like(z)
    for i in np.ndindex(z.shape):
        out[i] = 1 / (1 + np.exp(-z[i]))
    return out


def sigmoid_wrong_sign_and_overflow(z):
    return 1.0 / (1.0 + np.exp(z))


def sigmoid_right_abs(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_right_tanh(z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))


def sigmoid_right_masks(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def sigmoid_right_logaddexp(z):
    return np.exp(-np.logaddexp(0, -1.0 * np.asarray(z)))


def sigmoid_right_loop(z):
    flat = []
    for v in np.asarray(z, dtype=float).ravel():
        if v >= 0:
            flat.append(1 / (1 + np.exp(-v)))
        else:
            flat.append(np.exp(v) / (1 + np.exp(v)))
    return np.reshape(flat, np.shape(z))



# ---- sigmoid_prime
def sigmoid_prime_wrong_output_formula(z):
    return z * (1 - z)


def sigmoid_prime_wrong_plus(z):
    return sigmoid(z) * (1 + sigmoid(z))


def sigmoid_prime_wrong_sigma_times_one_minus_z(z):
    return sigmoid(z) * (1 - z)


def sigmoid_prime_wrong_one_minus_square(z):
    return 1 - sigmoid(z) ** 2


def sigmoid_prime_wrong_twice(z):
    s = sigmoid(sigmoid(z))
    return s * (1 - s)


def sigmoid_prime_wrong_sigmoid_itself(z):
    return sigmoid(z)


def sigmoid_prime_wrong_naive_exp(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def sigmoid_prime_wrong_square_missing(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)


def sigmoid_prime_wrong_exp_plus_abs(z):
    e = np.exp(np.abs(z))
    return e / (1 + e) ** 2


def sigmoid_prime_wrong_minus(z):
    s = sigmoid(z)
    return s * (s - 1)


def sigmoid_prime_wrong_brackets(z):
    s = sigmoid(z)
    return s * 1 - s


def sigmoid_prime_wrong_only_one_minus(z):
    return 1 - sigmoid(z)


def sigmoid_prime_wrong_tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def sigmoid_prime_wrong_tanh_half_no_quarter(z):
    return 1 - np.tanh(z / 2) ** 2


def sigmoid_prime_wrong_zeros_like(z):
    out = np.zeros_like(z)
    out[...] = sigmoid(z) * (1 - sigmoid(z))
    return out


def sigmoid_prime_wrong_matrix_product(z):
    s = sigmoid(z)
    return s @ (1 - s)


def sigmoid_prime_wrong_changes_z(z):
    z *= 0.5
    return 0.25 * (1 - np.tanh(z) ** 2)


def sigmoid_prime_wrong_plus_and_naive(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + s)


def sigmoid_prime_wrong_square_and_sign(z):
    e = np.exp(-np.abs(z))
    return -e / (1 + e)


def sigmoid_prime_right_product(z):
    s = sigmoid(z)
    return s * (1 - s)


def sigmoid_prime_right_exp_abs(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def sigmoid_prime_right_tanh(z):
    t = np.tanh(np.asarray(z) / 2)
    return (1 - t) * (1 + t) / 4


def sigmoid_prime_right_s_minus_square(z):
    return sigmoid(z) * sigmoid(-1.0 * np.asarray(z))


def sigmoid_prime_right_loop(z):
    z = np.asarray(z)
    out = np.zeros(z.shape, dtype=float)
    for i in np.ndindex(z.shape):
        e = float(np.exp(-abs(float(z[i]))))
        out[i] = e / (1 + e) / (1 + e)
    return out



# ---- tanh_prime
def tanh_prime_wrong_output_formula(z):
    return 1 - z**2


def tanh_prime_wrong_tanh_of_square(z):
    return 1 - np.tanh(z**2)


def tanh_prime_wrong_no_square(z):
    return 1 - np.tanh(z)


def tanh_prime_wrong_plus(z):
    return 1 + np.tanh(z) ** 2


def tanh_prime_wrong_twice_applied(z):
    a = np.tanh(np.tanh(z))
    return 1 - a**2


def tanh_prime_wrong_sigmoid_form(z):
    t = np.tanh(z)
    return t * (1 - t)


def tanh_prime_wrong_cosh(z):
    return 1 / np.cosh(z) ** 2


def tanh_prime_wrong_square_of_difference(z):
    return (1 - np.tanh(z)) ** 2


def tanh_prime_wrong_caret(z):
    return 1 - np.tanh(z) ^ 2


def tanh_prime_wrong_times_two(z):
    return 1 - 2 * np.tanh(z)


def tanh_prime_wrong_own_tanh(z):
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2


def tanh_prime_wrong_tanh_itself(z):
    return np.tanh(z)


def tanh_prime_wrong_tan(z):
    return 1 - np.tan(z) ** 2


def tanh_prime_wrong_matrix_product(z):
    t = np.tanh(z)
    return 1 - t @ t


def tanh_prime_wrong_in_place(z):
    np.tanh(z, out=z)
    return 1 - z**2


def tanh_prime_wrong_arctan(z):
    return 1 / (1 + z**2)


def tanh_prime_wrong_int_array(z):
    out = np.ones_like(z)
    for i in np.ndindex(z.shape):
        out[i] = 1 - np.tanh(z[i]) ** 2
    return out


def tanh_prime_wrong_minus_one(z):
    return np.tanh(z) - 1


def tanh_prime_wrong_half_argument_plus(z):
    return 1 + np.tanh(z / 2) ** 2


def tanh_prime_right_formula(z):
    return 1 - np.tanh(z) ** 2


def tanh_prime_right_factors(z):
    t = np.tanh(z)
    return (1 + t) * (1 - t)


def tanh_prime_right_exp_abs(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return 4 * e / (1 + e) ** 2


def tanh_prime_right_sigmoid(z):
    s = sigmoid(2 * np.asarray(z, dtype=float))
    return 4 * s * (1 - s)


def tanh_prime_right_vectorize(z):
    def one(v):
        return 1.0 - np.tanh(float(v)) * np.tanh(float(v))

    return np.vectorize(one, otypes=[float])(z)



# ---- leaky_relu
def leaky_relu_wrong_maximum(z, slope):
    return np.maximum(z, slope * z)


def leaky_relu_wrong_relu(z, slope):
    return np.maximum(0, z)


def leaky_relu_wrong_slope_fixed(z, slope):
    return np.where(z > 0, z, 0.01 * z)


def leaky_relu_wrong_slope_alone(z, slope):
    return np.where(z > 0, z, slope)


def leaky_relu_wrong_derivative(z, slope):
    return np.where(z > 0, 1, slope)


def leaky_relu_wrong_sides_swapped(z, slope):
    return np.where(z > 0, slope * z, z)


def leaky_relu_wrong_in_place(z, slope):
    z[z <= 0] *= slope
    return z


def leaky_relu_wrong_int_copy(z, slope):
    out = z.copy()
    out[z <= 0] = slope * z[z <= 0]
    return out


def leaky_relu_wrong_minus(z, slope):
    return np.where(z > 0, z, slope * np.abs(z))


def leaky_relu_wrong_minimum(z, slope):
    return np.minimum(z, slope * z)


def leaky_relu_wrong_sum_missing(z, slope):
    return np.maximum(z, 0) + slope * z


def leaky_relu_wrong_divided(z, slope):
    return np.where(z > 0, z, z / slope)


def leaky_relu_wrong_if(z, slope):
    return z if z > 0 else slope * z


def leaky_relu_wrong_vector_only(z, slope):
    return np.array([v if v > 0 else slope * v for v in z])


def leaky_relu_wrong_max_builtin(z, slope):
    return max(slope * z, z)


def leaky_relu_wrong_elu(z, slope):
    return np.where(z > 0, z, slope * (np.exp(np.minimum(z, 0)) - 1))


def leaky_relu_wrong_threshold_one(z, slope):
    return np.where(z > 1, z, slope * z)


def leaky_relu_wrong_in_place_fixed(z, slope):
    z[z < 0] = z[z < 0] * 0.01
    return z


def leaky_relu_wrong_swapped_minus(z, slope):
    return np.where(z < 0, z, -slope * z)


def leaky_relu_right_where(z, slope):
    return np.where(z > 0, z, slope * z)


def leaky_relu_right_max_min(z, slope):
    return np.maximum(z, 0) + slope * np.minimum(z, 0)


def leaky_relu_right_mask_factor(z, slope):
    positive = z > 0
    return z * (positive + slope * (1 - positive))


def leaky_relu_right_float_copy(z, slope):
    out = np.array(z, dtype=float)
    out[out <= 0] *= slope
    return out


def leaky_relu_right_abs(z, slope):
    return 0.5 * (1 + slope) * z + 0.5 * (1 - slope) * np.abs(z)


def leaky_relu_right_loop(z, slope):
    out = [float(v) if v > 0 else slope * float(v) for v in z.ravel()]
    return np.array(out).reshape(z.shape)



# ---- elu_prime
def elu_prime_wrong_overflow(z, alpha):
    return np.where(z > 0, 1, alpha * np.exp(z))


def elu_prime_wrong_value_not_slope(z, alpha):
    return np.where(z > 0, 1, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime_wrong_at_zero_one(z, alpha):
    return np.where(z >= 0, 1, alpha * np.exp(np.minimum(z, 0)))


def elu_prime_wrong_no_alpha(z, alpha):
    return np.where(z > 0, 1, np.exp(np.minimum(z, 0)))


def elu_prime_wrong_alpha_on_right(z, alpha):
    return alpha * np.where(z > 0, 1, np.exp(np.minimum(z, 0)))


def elu_prime_wrong_z_on_right(z, alpha):
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


def elu_prime_wrong_abs(z, alpha):
    return np.where(z <= 0, 1, alpha * np.exp(-np.abs(z)))


def elu_prime_wrong_maximum(z, alpha):
    return np.where(z > 0, 1, alpha * np.exp(np.maximum(z, 0)))


def elu_prime_wrong_zeros_like(z, alpha):
    out = np.ones_like(z)
    neg = z <= 0
    out[neg] = alpha * np.exp(z[neg])
    return out


def elu_prime_wrong_output_formula(z, alpha):
    return np.where(z > 0, 1, z + alpha)


def elu_prime_wrong_minus_exponent(z, alpha):
    return np.where(z > 0, 1, alpha * np.exp(-np.minimum(np.maximum(z, -500), 0)))


def elu_prime_wrong_minimum_of_slopes(z, alpha):
    return np.minimum(1, alpha * np.exp(np.minimum(z, 0)))


def elu_prime_wrong_in_place(z, alpha):
    positive = z > 0
    np.minimum(z, 0, out=z)
    return np.where(positive, 1, alpha * np.exp(z))


def elu_prime_wrong_alpha_in_exponent(z, alpha):
    return np.where(z > 0, 1, np.exp(alpha * np.minimum(z, 0)))


def elu_prime_wrong_expm1(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)) + 1)


def elu_prime_wrong_relu_prime(z, alpha):
    return np.where(z > 0, 1.0, 0.0)


def elu_prime_wrong_leaky(z, alpha):
    return np.where(z > 0, 1.0, alpha)


def elu_prime_wrong_clip_low(z, alpha):
    return np.where(z > 0, 1, alpha * np.exp(np.clip(z, -1, 0)))


def elu_prime_wrong_at_zero_and_overflow(z, alpha):
    return np.where(z < 0, alpha * np.exp(z), 1)


def elu_prime_wrong_value_and_no_alpha(z, alpha):
    return np.where(z > 0, 1, np.exp(np.minimum(z, 0)) - 1)


def elu_prime_right_minimum(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


def elu_prime_right_masks(z, alpha):
    out = np.ones(z.shape)
    neg = z <= 0
    out[neg] = alpha * np.exp(z[neg])
    return out


def elu_prime_right_abs(z, alpha):
    e = np.exp(-np.abs(z))
    return (z > 0) + (z <= 0) * alpha * e


def elu_prime_right_loop(z, alpha):
    out = np.zeros(np.shape(z))
    for i in np.ndindex(out.shape):
        v = float(z[i])
        out[i] = 1.0 if v > 0 else alpha * np.exp(v)
    return out


def elu_prime_right_exp_where(z, alpha):
    left = np.exp(z, where=z <= 0, out=np.zeros(z.shape))
    return np.select([z > 0], [1.0], default=alpha * left)



# ---- softplus
def softplus_wrong_textbook(z):
    return np.log(1 + np.exp(z))


def softplus_wrong_log1p_naive(z):
    return np.log1p(np.exp(z))


def softplus_wrong_where(z):
    return np.where(z > 30, z, np.log1p(np.exp(z)))


def softplus_wrong_max_missing(z):
    return np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_relu(z):
    return np.maximum(z, 0.0)


def softplus_wrong_z_added(z):
    return z + np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_taken_out_always(z):
    return z + np.log1p(np.exp(-z))


def softplus_wrong_plus_abs(z):
    return np.maximum(z, 0) + np.log1p(np.exp(np.abs(z)))


def softplus_wrong_abs_for_max(z):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_clipped(z):
    return np.log1p(np.exp(np.clip(z, -500, 500)))


def softplus_wrong_log2(z):
    return np.maximum(z, 0) + np.log2(1 + np.exp(-np.abs(z)))


def softplus_wrong_log10(z):
    return np.maximum(z, 0) + np.log10(1 + np.exp(-np.abs(z)))


def softplus_wrong_log1p_of_sum(z):
    return np.maximum(z, 0) + np.log1p(1 + np.exp(-np.abs(z)))


def softplus_wrong_global_max(z):
    m = np.max(z)
    return m + np.log(np.exp(-m) + np.exp(z - m))


def softplus_wrong_minus_sign(z):
    return np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_in_place(z):
    rest = np.log1p(np.exp(-np.abs(z)))
    np.maximum(z, 0, out=z)
    return z + rest


def softplus_wrong_int_result(z):
    out = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        out[i] = max(z[i], 0) + np.log1p(np.exp(-abs(z[i])))
    return out


def softplus_wrong_log2_overflow(z):
    return np.log2(1 + np.exp(z))


def softplus_wrong_clip_and_log10(z):
    z = np.minimum(z, 500)
    return np.log10(1 + np.exp(z))


def softplus_right_max_plus_log1p(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def softplus_right_logaddexp(z):
    return np.logaddexp(0, z)


def softplus_right_masks(z):
    z = z.astype(float)
    out = np.empty(z.shape)
    pos = z > 0
    out[pos] = z[pos] + np.log1p(np.exp(-z[pos]))
    out[~pos] = np.log1p(np.exp(z[~pos]))
    return out


def softplus_right_where_min_max(z):
    small = np.log1p(np.exp(np.minimum(z, 0)))
    large = z + np.log1p(np.exp(np.minimum(-1.0 * z, 0)))
    return np.where(z > 0, large, small)


def softplus_right_loop(z):
    values = []
    for v in z.flatten():
        v = float(v)
        values.append(v + float(np.log1p(np.exp(-v))) if v > 0 else float(np.log1p(np.exp(v))))
    return np.array(values).reshape(z.shape)


def softplus_right_stacked_logsumexp(z):
    both = np.stack([np.zeros(z.shape), z])
    m = both.max(axis=0)
    gap = np.abs(both[1] - both[0])
    return m + np.log1p(np.exp(-gap))



# ---- softmax
def softmax_wrong_naive(Z):
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_global_max(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_axis_0(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def softmax_wrong_no_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1))
    return E / E.sum(axis=1)


def softmax_wrong_sum_no_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / np.sum(E, axis=1)


def softmax_wrong_whole_table(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum()


def softmax_wrong_builtin_sum(Z):
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / sum(E)


def softmax_wrong_minimum(Z):
    E = np.exp(Z - Z.min(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_mean(Z):
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_divided_by_max(Z):
    E = np.exp(Z / np.max(np.abs(Z), axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_no_exp(Z):
    shifted = Z - Z.min(axis=1, keepdims=True) + 1.0
    return shifted / shifted.sum(axis=1, keepdims=True)


def softmax_wrong_in_place(Z):
    Z -= np.max(Z, axis=1, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_exp_of_fraction(Z):
    shifted = Z - Z.max(axis=1, keepdims=True)
    return np.exp(shifted / np.sum(np.exp(shifted), axis=1, keepdims=True))


def softmax_wrong_sigmoid(Z):
    return 0.5 * (1 + np.tanh(0.5 * Z))


def softmax_wrong_eps_in_sum(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (1 + E.sum(axis=1, keepdims=True))


def softmax_wrong_sign(Z):
    E = np.exp(Z.max(axis=1, keepdims=True) - Z)
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_int_result(Z):
    P = np.zeros_like(Z)
    for i in range(len(Z)):
        E = np.exp(Z[i] - Z[i].max())
        P[i] = E / E.sum()
    return P


def softmax_wrong_first_row(Z):
    E = np.exp(Z - Z[0].max())
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_hard(Z):
    P = np.zeros(Z.shape)
    P[np.arange(len(Z)), Z.argmax(axis=1)] = 1
    return P


def softmax_wrong_clip(Z):
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_axis_0_naive(Z):
    return np.exp(Z) / np.sum(np.exp(Z), axis=0)


def softmax_wrong_global_and_whole(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum()


def softmax_right_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_right_transposed(Z):
    E = np.exp(Z.T - np.max(Z, axis=1))
    return (E / np.sum(E, axis=0)).T


def softmax_right_rows(Z):
    rows = []
    for z in Z:
        e = np.exp(z - max(z))
        rows.append(e / sum(e))
    return np.array(rows)


def softmax_right_logaddexp(Z):
    total = np.logaddexp.reduce(Z.astype(float), axis=1)
    return np.exp(Z - total[:, np.newaxis])


def softmax_right_apply_along_axis(Z):
    def one(z):
        e = np.exp(z - z.max())
        return e / e.sum()

    return np.apply_along_axis(one, 1, np.asarray(Z, dtype=float))


def softmax_right_differences(Z):
    D = Z[:, None, :] - Z[:, :, None]
    return 1 / np.sum(np.exp(np.minimum(D, 700)), axis=2)



# ---- by another writer, later
def sigmoid_naive(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_mirrored(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))


def sigmoid_even(z):
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


def sigmoid_where_both(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def sigmoid_tanh_no_half(z):
    return 0.5 * (1 + np.tanh(z))


def sigmoid_clip_ten(z):
    z = np.clip(z, -10, 10)
    return 1 / (1 + np.exp(-z))


def sigmoid_empty_like(z):
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def sigmoid_brackets(z):
    return 1 / 1 + np.exp(-z)


def sigmoid_inf_by_inf(z):
    e = np.exp(z)
    return e / (1 + e)


def sigmoid_tanh(z):
    return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(z))


def sigmoid_logaddexp(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))


def sigmoid_math(z):
    def one(v):
        if v >= 0:
            return 1.0 / (1.0 + math.exp(-v))
        e = math.exp(v)
        return e / (1.0 + e)
    return np.vectorize(one, otypes=[float])(z)


def sigmoid_prime_of_output(z):
    return z * (1 - z)


def sigmoid_prime_twice(z):
    s = 0.5 * (1 + np.tanh(0.5 * z))
    s = 0.5 * (1 + np.tanh(0.5 * s))
    return s * (1 - s)


def sigmoid_prime_inf(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def sigmoid_prime_no_square(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)


def sigmoid_prime_minus_z(z):
    def s(v):
        return 0.5 * (1 + np.tanh(0.5 * v))
    return s(z) * (1 - s(-z))


def sigmoid_prime_tanh_formula(z):
    s = 0.5 * (1 + np.tanh(z / 2))
    return 1 - s**2


def sigmoid_prime_np_gradient(z):
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.gradient(s)


def sigmoid_prime_coarse(z):
    h = 0.1
    def s(v):
        return 0.5 * (1 + np.tanh(v / 2))
    return (s(z + h) - s(z - h)) / (2 * h)


def sigmoid_prime_signed(z):
    e = np.exp(-np.abs(z))
    return np.sign(z) * e / (1 + e) ** 2


def sigmoid_prime_tanh(z):
    return 0.25 * (1 - np.tanh(np.asarray(z) / 2) ** 2)


def sigmoid_prime_product(z):
    e = np.exp(-np.abs(z))
    big = 1 / (1 + e)
    return big * (e * big)


def tanh_prime_of_output(z):
    return 1 - z**2


def tanh_prime_no_square(z):
    return 1 - np.tanh(z)


def tanh_prime_square_inside(z):
    return 1 - np.tanh(z**2)


def tanh_prime_only_square(z):
    return np.tanh(z) ** 2


def tanh_prime_cosh(z):
    return 1 / np.cosh(z) ** 2


def tanh_prime_sigmoid_rule(z):
    t = np.tanh(z)
    return t * (1 - t)


def tanh_prime_nested(z):
    return 1 - np.tanh(np.tanh(z))


def tanh_prime_brackets(z):
    return (1 - np.tanh(z)) ** 2


def tanh_prime_int_copy(z):
    out = z.copy()
    out[...] = 1 - np.tanh(z) ** 2
    return out


def tanh_prime_factors(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)


def tanh_prime_exp(z):
    e = np.exp(-2.0 * np.abs(z))
    return 4 * e / (1 + e) ** 2


def leaky_relu_maximum(z, slope):
    return np.maximum(z, slope * z)


def leaky_relu_constant(z, slope):
    return np.where(z > 0, z, slope)


def leaky_relu_in_place(z, slope):
    z[z <= 0] = z[z <= 0] * slope
    return z


def leaky_relu_fixed(z, slope):
    return np.where(z > 0, z, 0.01 * z)


def leaky_relu_added(z, slope):
    return np.maximum(0, z) + slope * z


def leaky_relu_minus(z, slope):
    return np.maximum(z, 0) + slope * np.maximum(-z, 0)


def leaky_relu_derivative(z, slope):
    return np.where(z > 0, 1.0, slope)


def leaky_relu_zeros_like(z, slope):
    out = np.zeros_like(z)
    out[z > 0] = z[z > 0]
    out[z <= 0] = slope * z[z <= 0]
    return out


def leaky_relu_divides(z, slope):
    return np.where(z > 0, z, z / slope)


def leaky_relu_parts(z, slope):
    return np.maximum(z, 0) + slope * np.minimum(z, 0)


def leaky_relu_factor(z, slope):
    z = np.asarray(z)
    return z * (slope + (1 - slope) * (z > 0))


def leaky_relu_flat_loop(z, slope):
    values = [float(v) if v > 0 else float(slope * v) for v in np.ravel(z)]
    return np.array(values).reshape(np.shape(z))


def elu_prime_ge(z, alpha):
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


def elu_prime_overflow(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(z))


def elu_prime_no_alpha(z, alpha):
    return np.exp(np.minimum(z, 0))


def elu_prime_elu(z, alpha):
    return np.where(z > 0, 1.0, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime_alpha_everywhere(z, alpha):
    return alpha * np.exp(np.minimum(z, 0))


def elu_prime_alpha_in_exponent(z, alpha):
    return np.where(z > 0, 1.0, np.exp(alpha * np.minimum(z, 0)))


def elu_prime_of_output(z, alpha):
    return np.where(z > 0, 1.0, z + alpha)


def elu_prime_ones_like(z, alpha):
    d = np.ones_like(z)
    neg = z <= 0
    d[neg] = alpha * np.exp(z[neg])
    return d


def elu_prime_abs_first(z, alpha):
    z = -np.abs(z)
    return np.where(z > 0, 1.0, alpha * np.exp(z))


def elu_prime_mask(z, alpha):
    z = np.asarray(z)
    d = np.ones(z.shape)
    d[z <= 0] = alpha * np.exp(z[z <= 0].astype(float))
    return d


def elu_prime_select(z, alpha):
    right = (np.asarray(z) > 0).astype(float)
    return right + (1 - right) * alpha * np.exp(-np.abs(z))


def softplus_naive(z):
    return np.log(1 + np.exp(z))


def softplus_where(z):
    return np.where(z > 30, z, np.log1p(np.exp(z)))


def softplus_always_z(z):
    return z + np.log1p(np.exp(-z))


def softplus_abs(z):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))


def softplus_one_for_zero(z):
    m = np.maximum(1, z)
    return m + np.log(np.exp(1 - m) + np.exp(z - m))


def softplus_global_max(z):
    m = max(0, np.max(z))
    return m + np.log(np.exp(-m) + np.exp(z - m))


def softplus_clip(z):
    return np.log1p(np.exp(np.clip(z, -50, 50)))


def softplus_log2(z):
    return np.maximum(z, 0) + np.log2(1 + np.exp(-np.abs(z)))


def softplus_relu(z):
    return np.maximum(np.log(1), z)


def softplus_logaddexp(z):
    return np.logaddexp(0, z)


def softplus_math(z):
    def one(v):
        v = float(v)
        return v + math.log1p(math.exp(-v)) if v > 0 else math.log1p(math.exp(v))
    z = np.asarray(z)
    return np.array([one(v) for v in z.ravel()]).reshape(z.shape)


def softmax_axis0(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=0)


def softmax_global_max(Z):
    e = np.exp(Z - np.max(Z))
    return e / e.sum(axis=1, keepdims=True)


def softmax_column_max(Z):
    e = np.exp(Z - Z.max(axis=0, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_no_keepdims(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1)


def softmax_mean_shift(Z):
    e = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def softmax_norm(Z):
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / np.linalg.norm(e, axis=1, keepdims=True)


def softmax_no_shift(Z):
    e = np.exp(Z)
    return e / np.sum(e, axis=1)[:, None]


def softmax_in_place(Z):
    Z -= Z.max(axis=1, keepdims=True)
    e = np.exp(Z)
    return e / e.sum(axis=1, keepdims=True)


def softmax_whole_table(Z):
    e = np.exp(Z - Z.max())
    return e / e.sum()


def softmax_rows(Z):
    out = np.zeros(Z.shape)
    for i, row in enumerate(Z):
        e = [math.exp(v - max(row)) for v in row]
        out[i] = [v / sum(e) for v in e]
    return out


def softmax_logsumexp(Z):
    lse = np.logaddexp.reduce(np.asarray(Z, dtype=float), axis=1)
    return np.exp(Z - lse[:, None])


def softmax_pairs(Z):
    D = Z[:, None, :] - Z[:, :, None]
    big = D.max(axis=2, keepdims=True)
    return (np.exp(-big[..., 0]) / np.exp(D - big).sum(axis=2))


WRONG = {
    'sigmoid': [
        ('textbook', sigmoid_wrong_textbook, 'the formula as it stands: exp(-z) overflows for very negative z'),
        ('where-both-computed', sigmoid_wrong_where_both_computed, 'np.where computes both formulas everywhere, so exp still overflows; take exp of -abs(z)'),
        ('sign', sigmoid_wrong_sign, 'exp(z) in place of exp(-z): the curve is turned round'),
        ('exp-over-one-plus-exp', sigmoid_wrong_exp_over_one_plus_exp, 'exp(z) / (1 + exp(z)) overflows for large z and gives nan'),
        ('abs-no-case', sigmoid_wrong_abs_no_case, 'uses exp(-abs(z)) for all z, so negative z get the answer of positive ones'),
        ('cases-swapped', sigmoid_wrong_cases_swapped, 'the two cases of np.where stand in the wrong order'),
        ('tanh-instead', sigmoid_wrong_tanh_instead, 'tanh goes from -1 to 1; the sigmoid is (1 + tanh(z/2)) / 2'),
        ('tanh-full-argument', sigmoid_wrong_tanh_full_argument, 'the argument of tanh is not halved'),
        ('zeros-like', sigmoid_wrong_zeros_like, 'np.zeros_like(z) holds integers if z does, so all fractions are cut off'),
        ('clip-in-place', sigmoid_wrong_clip_in_place, "np.clip(..., out=z) changes the caller's z"),
        ('if', sigmoid_wrong_if, "an 'if' cannot decide for a whole array"),
        ('clip-too-narrow', sigmoid_wrong_clip_too_narrow, 'clips z at 10, so sigmoid(1000) is not 1 up to rounding and the tails are wrong'),
        ('brackets', sigmoid_wrong_brackets, '1 / 1 + exp(-z) lacks the brackets round the denominator'),
        ('where-half', sigmoid_wrong_where_half, 'the stable form for z >= 0 is right, but for z < 0 it takes exp(z) everywhere, which overflows where z is large'),
        ('negative-branch', sigmoid_wrong_negative_branch, 'for negative z it gives 1 - e / (1 + e), which is the answer for positive z'),
        ('vector-only', sigmoid_wrong_vector_only, "the loop runs over the rows of a table, which an 'if' cannot compare"),
        ('rounded', sigmoid_wrong_rounded, 'rounds to the answer 0 or 1'),
        ('int-and-overflow', sigmoid_wrong_int_and_overflow, 'two causes: the result array holds integers if z does, and exp(-z) overflows'),
        ('sign-and-overflow', sigmoid_wrong_sign_and_overflow, 'two causes: exp(z) in place of exp(-z), and it overflows'),
        ('naive', sigmoid_naive, 'the textbook formula: e^-z overflows with a warning for very negative z'),
        ('mirrored', sigmoid_mirrored, 'the minus in the exponent is missing: the curve falls instead of rising'),
        ('even', sigmoid_even, 'e^-|z| makes the exponent safe, but negative z get the value of |z|'),
        ('where-both', sigmoid_where_both, 'np.where computes both forms everywhere, and each overflows on its wrong side: warnings'),
        ('tanh-no-half', sigmoid_tanh_no_half, 'tanh is not halved: the sigmoid is (1 + tanh(z/2))/2, this one is twice as steep'),
        ('clip-ten', sigmoid_clip_ten, 'z is clipped to plus or minus 10, so that beyond it the value is 4.5e-5 off'),
        ('empty-like', sigmoid_empty_like, 'the result takes the dtype of z: for integers every fraction is cut off to 0'),
        ('brackets-2', sigmoid_brackets, 'the brackets are missing: 1/1 + e^-z (and it overflows too)'),
        ('inf-by-inf', sigmoid_inf_by_inf, 'e^z/(1 + e^z) becomes inf/inf for large z: nan and warnings'),
    ],
    'sigmoid_prime': [
        ('output-formula', sigmoid_prime_wrong_output_formula, 'z * (1 - z) takes z for the output of the sigmoid; the function gets the input'),
        ('plus', sigmoid_prime_wrong_plus, 'sigma * (1 + sigma) has the wrong sign'),
        ('sigma-times-one-minus-z', sigmoid_prime_wrong_sigma_times_one_minus_z, 'the second factor is 1 - z in place of 1 - sigmoid(z)'),
        ('one-minus-square', sigmoid_prime_wrong_one_minus_square, "1 - sigma**2 is the form of tanh's slope"),
        ('twice', sigmoid_prime_wrong_twice, 'applies the sigmoid twice: sigmoid(sigmoid(z))'),
        ('sigmoid-itself', sigmoid_prime_wrong_sigmoid_itself, 'returns the sigmoid, not its slope'),
        ('naive-exp', sigmoid_prime_wrong_naive_exp, 'exp(-z) / (1 + exp(-z))**2 overflows for very negative z'),
        ('square-missing', sigmoid_prime_wrong_square_missing, 'the denominator 1 + e must be squared'),
        ('exp-plus-abs', sigmoid_prime_wrong_exp_plus_abs, 'exp(abs(z)) overflows on both sides; the exponent must be -abs(z)'),
        ('minus', sigmoid_prime_wrong_minus, 'has the wrong sign: sigma * (sigma - 1)'),
        ('brackets', sigmoid_prime_wrong_brackets, 's * 1 - s is 0: the brackets round (1 - s) are missing'),
        ('only-one-minus', sigmoid_prime_wrong_only_one_minus, 'the factor sigma is missing: 1 - sigma'),
        ('tanh-prime', sigmoid_prime_wrong_tanh_prime, 'the slope of tanh in place of that of the sigmoid'),
        ('tanh-half-no-quarter', sigmoid_prime_wrong_tanh_half_no_quarter, 'tanh(z/2) is right, but the factor 1/4 is missing'),
        ('zeros-like', sigmoid_prime_wrong_zeros_like, 'the result array is made like z and holds integers if z does'),
        ('matrix-product', sigmoid_prime_wrong_matrix_product, '@ multiplies tables; entry by entry is *'),
        ('changes-z', sigmoid_prime_wrong_changes_z, "'*=' and '+=' work on the caller's z"),
        ('plus-and-naive', sigmoid_prime_wrong_plus_and_naive, 'two causes: 1 + sigma in place of 1 - sigma, and the own sigmoid overflows'),
        ('square-and-sign', sigmoid_prime_wrong_square_and_sign, 'two causes: the square is missing, and the sign is turned round'),
        ('of-output', sigmoid_prime_of_output, 'takes z for the output of the sigmoid: z (1 - z)'),
        ('twice-2', sigmoid_prime_twice, 'the sigmoid is applied twice before the slope is formed'),
        ('inf', sigmoid_prime_inf, 'the derivative written out in e^-z is inf/inf for very negative z: nan and warnings'),
        ('no-square', sigmoid_prime_no_square, 'the square in the denominator is missing'),
        ('minus-z', sigmoid_prime_minus_z, 'the second factor is wrong: 1 - sigmoid(-z) is the sigmoid itself, so this is its square'),
        ('tanh-formula', sigmoid_prime_tanh_formula, 'the formula of tanh, 1 - s squared, with the sigmoid in it'),
        ('np-gradient', sigmoid_prime_np_gradient, 'np.gradient measures from neighbour to neighbour in the array, not by z, and needs at least two entries'),
        ('coarse', sigmoid_prime_coarse, 'a measured slope with the coarse step 0.1: wrong from the fourth digit on'),
        ('signed', sigmoid_prime_signed, 'the slope is made odd with the sign of z; it is positive on both sides'),
    ],
    'tanh_prime': [
        ('output-formula', tanh_prime_wrong_output_formula, '1 - z**2 takes z for the output of tanh'),
        ('tanh-of-square', tanh_prime_wrong_tanh_of_square, 'np.tanh(z**2) squares z before tanh'),
        ('no-square', tanh_prime_wrong_no_square, 'the square is missing'),
        ('plus', tanh_prime_wrong_plus, '1 + tanh**2 has the wrong sign'),
        ('twice-applied', tanh_prime_wrong_twice_applied, 'tanh(tanh(z)): applied twice'),
        ('sigmoid-form', tanh_prime_wrong_sigmoid_form, "tanh * (1 - tanh) is the form of the sigmoid's slope"),
        ('cosh', tanh_prime_wrong_cosh, '1 / cosh(z)**2 overflows for large z'),
        ('square-of-difference', tanh_prime_wrong_square_of_difference, '(1 - tanh)**2: the brackets stand in the wrong place'),
        ('caret', tanh_prime_wrong_caret, '^ is not a power in Python; ** is'),
        ('times-two', tanh_prime_wrong_times_two, '1 - 2 * tanh: the 2 is a factor in place of an exponent'),
        ('own-tanh', tanh_prime_wrong_own_tanh, 'an own tanh from exponentials overflows at 1000'),
        ('tanh-itself', tanh_prime_wrong_tanh_itself, 'returns tanh, not its slope'),
        ('tan', tanh_prime_wrong_tan, 'np.tan in place of np.tanh'),
        ('matrix-product', tanh_prime_wrong_matrix_product, 't @ t multiplies tables in place of entry by entry'),
        ('in-place', tanh_prime_wrong_in_place, "np.tanh(z, out=z) overwrites the caller's z"),
        ('arctan', tanh_prime_wrong_arctan, 'the slope of the arc tangent, 1 / (1 + z**2)'),
        ('int-array', tanh_prime_wrong_int_array, 'the result array is made like z and holds integers if z does'),
        ('minus-one', tanh_prime_wrong_minus_one, 'two causes: the sign is turned round, and the square is missing'),
        ('half-argument-plus', tanh_prime_wrong_half_argument_plus, 'two causes: tanh of z/2, and a plus before the square'),
        ('of-output', tanh_prime_of_output, 'takes z for the output of tanh: 1 - z squared'),
        ('no-square-2', tanh_prime_no_square, 'the square is missing'),
        ('square-inside', tanh_prime_square_inside, 'squares the argument: tanh(z squared) instead of (tanh z) squared'),
        ('only-square', tanh_prime_only_square, 'the 1 - in front is forgotten'),
        ('cosh-2', tanh_prime_cosh, 'cosh overflows for large |z|: right values with a warning'),
        ('sigmoid-rule', tanh_prime_sigmoid_rule, "the sigmoid's rule t (1 - t) with tanh in it"),
        ('nested', tanh_prime_nested, 'read as tanh applied twice: tanh squared taken for tanh(tanh(z))'),
        ('brackets', tanh_prime_brackets, 'brackets: (1 - tanh z) is squared as a whole'),
        ('int-copy', tanh_prime_int_copy, 'written into a copy of z, which for integers cuts the fractions off'),
    ],
    'leaky_relu': [
        ('maximum', leaky_relu_wrong_maximum, 'np.maximum(z, slope * z) is right for slopes up to 1 only'),
        ('relu', leaky_relu_wrong_relu, 'the slope is left out: 0 for negative z'),
        ('slope-fixed', leaky_relu_wrong_slope_fixed, 'uses 0.01 in place of the slope that is handed in'),
        ('slope-alone', leaky_relu_wrong_slope_alone, 'gives the slope itself for negative z (the derivative) in place of slope * z'),
        ('derivative', leaky_relu_wrong_derivative, 'returns the slopes 1 and s in place of the values'),
        ('sides-swapped', leaky_relu_wrong_sides_swapped, 'the two sides are exchanged'),
        ('in-place', leaky_relu_wrong_in_place, "'z[z <= 0] *= slope' changes the caller's z"),
        ('int-copy', leaky_relu_wrong_int_copy, 'the copy of integers stays integer, so the fractions written into it are cut off'),
        ('minus', leaky_relu_wrong_minus, 'gives -slope * z for negative z: a positive number'),
        ('minimum', leaky_relu_wrong_minimum, 'np.minimum in place of np.maximum'),
        ('sum-missing', leaky_relu_wrong_sum_missing, 'adds z to both parts: max(z, 0) + slope * z is wrong for positive z'),
        ('divided', leaky_relu_wrong_divided, 'divides by the slope in place of multiplying'),
        ('if', leaky_relu_wrong_if, "an 'if' cannot decide for a whole array"),
        ('vector-only', leaky_relu_wrong_vector_only, 'the loop compares the rows of a table with 0, so it works for vectors only'),
        ('max-builtin', leaky_relu_wrong_max_builtin, "Python's max cannot compare arrays entry by entry"),
        ('elu', leaky_relu_wrong_elu, 'the left side is bent as in ELU'),
        ('threshold-one', leaky_relu_wrong_threshold_one, 'compares with 1 in place of 0'),
        ('in-place-fixed', leaky_relu_wrong_in_place_fixed, "two causes: the caller's z is changed, and the slope is 0.01"),
        ('swapped-minus', leaky_relu_wrong_swapped_minus, 'two causes: the sides are exchanged, and the slope has a minus sign'),
        ('maximum-2', leaky_relu_maximum, 'the larger of z and slope z is right only for slopes up to 1'),
        ('constant', leaky_relu_constant, 'the left side is the constant slope, not slope times z'),
        ('in-place-2', leaky_relu_in_place, "scales the negative entries in the caller's own array"),
        ('fixed', leaky_relu_fixed, 'the slope is fixed at 0.01, what is handed in is ignored'),
        ('added', leaky_relu_added, 'slope z is added to ReLU everywhere: on the right the slope is 1 + slope'),
        ('minus-2', leaky_relu_minus, 'the left side rises to the left: a minus too much'),
        ('derivative-2', leaky_relu_derivative, 'gives the derivative instead of the function'),
        ('zeros-like', leaky_relu_zeros_like, 'the result has the dtype of z: for integers slope times z is cut off'),
        ('divides', leaky_relu_divides, 'divides by the slope, and the slope 0 divides by zero'),
    ],
    'elu_prime': [
        ('overflow', elu_prime_wrong_overflow, 'np.where computes exp(z) everywhere, so it overflows for large z'),
        ('value-not-slope', elu_prime_wrong_value_not_slope, 'alpha * (exp(z) - 1) is ELU itself, not its slope'),
        ('at-zero-one', elu_prime_wrong_at_zero_one, 'z >= 0 gives 1 at 0; there it is alpha'),
        ('no-alpha', elu_prime_wrong_no_alpha, 'the factor alpha is missing'),
        ('alpha-on-right', elu_prime_wrong_alpha_on_right, 'gives alpha for positive z as well'),
        ('z-on-right', elu_prime_wrong_z_on_right, 'gives z for positive z (the value) in place of the slope 1'),
        ('abs', elu_prime_wrong_abs, 'exp(-abs(z)) is safe for negative z, but the two cases are exchanged'),
        ('maximum', elu_prime_wrong_maximum, 'np.maximum(z, 0) keeps the wrong half: exp overflows and the left side is alpha'),
        ('zeros-like', elu_prime_wrong_zeros_like, 'np.ones_like(z) holds integers if z does, and cuts off the fractions'),
        ('output-formula', elu_prime_wrong_output_formula, "alpha + z takes z for ELU's output (f + alpha)"),
        ('minus-exponent', elu_prime_wrong_minus_exponent, 'exp(-z) in place of exp(z) on the left'),
        ('minimum-of-slopes', elu_prime_wrong_minimum_of_slopes, 'np.minimum(1, alpha * exp(z)) chooses by size, not by the sign of z; wrong for alpha other than 1'),
        ('in-place', elu_prime_wrong_in_place, "'np.minimum(z, 0, out=z)' changes the caller's z"),
        ('alpha-in-exponent', elu_prime_wrong_alpha_in_exponent, 'exp(alpha * z) in place of alpha * exp(z)'),
        ('expm1', elu_prime_wrong_expm1, 'np.expm1 is exp(z) - 1: that is the value'),
        ('relu-prime', elu_prime_wrong_relu_prime, '0 on the left (the slope of ReLU)'),
        ('leaky', elu_prime_wrong_leaky, 'alpha on the whole left side (leaky ReLU)'),
        ('clip-low', elu_prime_wrong_clip_low, 'np.clip(z, -1, 0) flattens the left side beyond -1'),
        ('at-zero-and-overflow', elu_prime_wrong_at_zero_and_overflow, 'two causes: 1 at 0, and exp overflows for large z'),
        ('value-and-no-alpha', elu_prime_wrong_value_and_no_alpha, 'two causes: exp(z) - 1 is the value, and alpha is missing'),
        ('ge', elu_prime_ge, 'at exactly 0 it gives 1 instead of alpha'),
        ('overflow-2', elu_prime_overflow, 'np.where computes e^z for large z too: it overflows with a warning'),
        ('no-alpha-2', elu_prime_no_alpha, 'alpha is forgotten in the slope'),
        ('elu', elu_prime_elu, 'the negative branch is ELU itself, alpha (e^z - 1), not its slope'),
        ('alpha-everywhere', elu_prime_alpha_everywhere, 'alpha multiplies the right side too: alpha instead of 1 for z > 0'),
        ('alpha-in-exponent-2', elu_prime_alpha_in_exponent, 'alpha stands in the exponent'),
        ('of-output', elu_prime_of_output, "uses the libraries' shortcut output + alpha with z in place of the output"),
        ('ones-like', elu_prime_ones_like, 'ones_like takes the integers of z over, and the fractions are cut off'),
        ('abs-first', elu_prime_abs_first, 'overflow is avoided by e^-|z|, but then the test asks the changed z, so the right side never gets its 1'),
    ],
    'softplus': [
        ('textbook', softplus_wrong_textbook, 'the formula as it stands overflows at 1000'),
        ('log1p-naive', softplus_wrong_log1p_naive, 'log1p alone does not help: exp(z) overflows'),
        ('where', softplus_wrong_where, 'np.where computes log(1 + exp(z)) everywhere, so it still overflows'),
        ('max-missing', softplus_wrong_max_missing, 'log(1 + exp(-|z|)) alone: max(z, 0) is not added'),
        ('relu', softplus_wrong_relu, 'max(z, 0) alone: the logarithm is missing'),
        ('z-added', softplus_wrong_z_added, 'adds z for negative z too, in place of max(z, 0)'),
        ('taken-out-always', softplus_wrong_taken_out_always, 'takes e^z out for every z: z + log(1 + exp(-z)) overflows on the left'),
        ('plus-abs', softplus_wrong_plus_abs, 'exp(|z|) in place of exp(-|z|) overflows'),
        ('abs-for-max', softplus_wrong_abs_for_max, 'adds |z| in place of max(z, 0)'),
        ('clipped', softplus_wrong_clipped, 'clips z at 500, so softplus(1000) is 500'),
        ('log2', softplus_wrong_log2, 'np.log2 is the logarithm to the base 2'),
        ('log10', softplus_wrong_log10, 'np.log10 in place of the natural logarithm'),
        ('log1p-of-sum', softplus_wrong_log1p_of_sum, 'np.log1p(1 + e) counts the 1 twice'),
        ('global-max', softplus_wrong_global_max, "takes out the largest of all entries in place of each one's own maximum with 0"),
        ('minus-sign', softplus_wrong_minus_sign, 'softplus(-z): max(-z, 0) in place of max(z, 0)'),
        ('log-sigmoid', softplus_wrong_log_sigmoid, 'the log of the sigmoid, minus softplus(-z)'),
        ('in-place', softplus_wrong_in_place, "works on the caller's z with out=z"),
        ('int-result', softplus_wrong_int_result, 'the result array is made like z, integers if z holds integers'),
        ('log2-overflow', softplus_wrong_log2_overflow, 'two causes: the logarithm to the base 2, and the overflow of exp(z)'),
        ('clip-and-log10', softplus_wrong_clip_and_log10, 'two causes: z is clipped at 500, and log10 in place of log'),
        ('naive', softplus_naive, 'the formula as it stands: e^z overflows, and the result is inf'),
        ('where-2', softplus_where, 'for large z the branch z is chosen, but np.where has computed e^z there too: warnings'),
        ('always-z', softplus_always_z, 'always takes e^z out: for very negative z the other exponential overflows'),
        ('abs', softplus_abs, 'takes |z| out instead of max(z, 0), wrong for negative z'),
        ('one-for-zero', softplus_one_for_zero, 'takes the larger of 1 and z out and thinks of e^1 as the first term: this is ln(e + e^z)'),
        ('global-max-2', softplus_global_max, 'one maximum for the whole array: entries far below it end as ln 0'),
        ('clip', softplus_clip, 'z is clipped at 50, so that large z give 50'),
        ('log2-2', softplus_log2, 'the logarithm is taken to the base 2'),
        ('relu-2', softplus_relu, 'the logarithm of a sum is taken for the sum of logarithms: only ReLU-like max(0, z) remains'),
    ],
    'softmax': [
        ('naive', softmax_wrong_naive, 'exp(Z) overflows: no number is subtracted from the logits'),
        ('global-max', softmax_wrong_global_max, 'subtracts the largest logit of the whole table, so a row far below becomes 0/0'),
        ('axis-0', softmax_wrong_axis_0, 'works along axis 0, down the columns'),
        ('no-keepdims', softmax_wrong_no_keepdims, 'without keepdims the row maxima do not fit the rows (and for square tables go to the wrong ones)'),
        ('sum-no-keepdims', softmax_wrong_sum_no_keepdims, 'the maximum has keepdims, the sum has not: each row is divided by the wrong sums'),
        ('whole-table', softmax_wrong_whole_table, 'divides by the sum of all entries, so the whole table sums to 1'),
        ('builtin-sum', softmax_wrong_builtin_sum, "Python's sum() adds the rows of the table, down the columns"),
        ('minimum', softmax_wrong_minimum, 'subtracts the smallest logit of the row, so the largest exponent still overflows'),
        ('mean', softmax_wrong_mean, "subtracts the row's mean, which does not keep exp from overflowing"),
        ('divided-by-max', softmax_wrong_divided_by_max, 'divides by the largest logit in place of subtracting it: the shares change'),
        ('no-exp', softmax_wrong_no_exp, 'shares of the logits themselves: the exponential is missing'),
        ('in-place', softmax_wrong_in_place, "'Z -= ...' changes the caller's logits"),
        ('exp-of-fraction', softmax_wrong_exp_of_fraction, 'the fraction stands inside the exponential'),
        ('sigmoid', softmax_wrong_sigmoid, 'the sigmoid of each logit; the rows do not sum to 1'),
        ('eps-in-sum', softmax_wrong_eps_in_sum, 'adds 1 to the sum against division by zero, so the rows do not sum to 1'),
        ('sign', softmax_wrong_sign, 'exp(max - Z) turns the order round (and overflows)'),
        ('int-result', softmax_wrong_int_result, 'the loop writes into np.zeros_like(Z), integers if Z holds integers'),
        ('first-row', softmax_wrong_first_row, 'the maximum of the first row is used for all rows'),
        ('hard', softmax_wrong_hard, 'puts 1 at the largest logit and 0 elsewhere'),
        ('clip', softmax_wrong_clip, 'clips the logits at 500, so rows around 1000 come out as equal shares'),
        ('axis-0-naive', softmax_wrong_axis_0_naive, 'two causes: along axis 0, and nothing is subtracted'),
        ('global-and-whole', softmax_wrong_global_and_whole, 'two causes: the largest logit of the table is subtracted, and the whole table is divided by one sum'),
        ('axis0', softmax_axis0, 'shares are taken over each column (axis 0), not over each row'),
        ('global-max-2', softmax_global_max, 'one maximum for the whole table: a row far below it becomes 0/0'),
        ('column-max', softmax_column_max, "each column's maximum is subtracted; that is not one number for a row and changes the shares"),
        ('no-keepdims-2', softmax_no_keepdims, 'keepdims is missing in the sum: the row sums are laid along the columns (square tables) or do not fit'),
        ('mean-shift', softmax_mean_shift, "the row's mean is subtracted: 1000 beside -1000 in one row still overflows"),
        ('norm', softmax_norm, "divides by the row's length as a vector (root of the squares), so rows do not sum to 1"),
        ('no-shift', softmax_no_shift, 'no shift: e^1000 overflows and gives nan'),
        ('in-place-2', softmax_in_place, "-= subtracts the maximum from the caller's own table"),
        ('whole-table-2', softmax_whole_table, 'the shares are of the whole table, not of each row: the entries of all rows together sum to 1 (and the shift is global)'),
    ],
}

RIGHT = {
    'sigmoid': [
        ('abs', sigmoid_right_abs),
        ('tanh', sigmoid_right_tanh),
        ('masks', sigmoid_right_masks),
        ('logaddexp', sigmoid_right_logaddexp),
        ('loop', sigmoid_right_loop),
        ('tanh-2', sigmoid_tanh),
        ('logaddexp-2', sigmoid_logaddexp),
        ('math', sigmoid_math),
    ],
    'sigmoid_prime': [
        ('product', sigmoid_prime_right_product),
        ('exp-abs', sigmoid_prime_right_exp_abs),
        ('tanh', sigmoid_prime_right_tanh),
        ('s-minus-square', sigmoid_prime_right_s_minus_square),
        ('loop', sigmoid_prime_right_loop),
        ('tanh-2', sigmoid_prime_tanh),
        ('product-2', sigmoid_prime_product),
    ],
    'tanh_prime': [
        ('formula', tanh_prime_right_formula),
        ('factors', tanh_prime_right_factors),
        ('exp-abs', tanh_prime_right_exp_abs),
        ('sigmoid', tanh_prime_right_sigmoid),
        ('vectorize', tanh_prime_right_vectorize),
        ('factors-2', tanh_prime_factors),
        ('exp', tanh_prime_exp),
    ],
    'leaky_relu': [
        ('where', leaky_relu_right_where),
        ('max-min', leaky_relu_right_max_min),
        ('mask-factor', leaky_relu_right_mask_factor),
        ('float-copy', leaky_relu_right_float_copy),
        ('abs', leaky_relu_right_abs),
        ('loop', leaky_relu_right_loop),
        ('parts', leaky_relu_parts),
        ('factor', leaky_relu_factor),
        ('flat-loop', leaky_relu_flat_loop),
    ],
    'elu_prime': [
        ('minimum', elu_prime_right_minimum),
        ('masks', elu_prime_right_masks),
        ('abs', elu_prime_right_abs),
        ('loop', elu_prime_right_loop),
        ('exp-where', elu_prime_right_exp_where),
        ('mask', elu_prime_mask),
        ('select', elu_prime_select),
    ],
    'softplus': [
        ('max-plus-log1p', softplus_right_max_plus_log1p),
        ('logaddexp', softplus_right_logaddexp),
        ('masks', softplus_right_masks),
        ('where-min-max', softplus_right_where_min_max),
        ('loop', softplus_right_loop),
        ('stacked-logsumexp', softplus_right_stacked_logsumexp),
        ('logaddexp-2', softplus_logaddexp),
        ('math', softplus_math),
    ],
    'softmax': [
        ('keepdims', softmax_right_keepdims),
        ('transposed', softmax_right_transposed),
        ('rows', softmax_right_rows),
        ('logaddexp', softmax_right_logaddexp),
        ('apply-along-axis', softmax_right_apply_along_axis),
        ('differences', softmax_right_differences),
        ('rows-2', softmax_rows),
        ('logsumexp', softmax_logsumexp),
        ('pairs', softmax_pairs),
    ],
}



# ---- log_sigmoid

def log_sigmoid_wrong_log_of_safe_sigmoid(z):
    return np.log(sigmoid(z))


def log_sigmoid_wrong_textbook(z):
    return -np.log(1 + np.exp(-z))


def log_sigmoid_wrong_log1p_naive(z):
    return -np.log1p(np.exp(-z))


def log_sigmoid_wrong_log_not_log1p(z):
    return np.minimum(z, 0) - np.log(1 + np.exp(-np.abs(z)))


def log_sigmoid_wrong_clipped_probability(z):
    return np.log(np.clip(sigmoid(z), 1e-12, 1))


def log_sigmoid_wrong_eps_in_log(z):
    return np.log(sigmoid(z) + 1e-15)


def log_sigmoid_wrong_loss_sign(z):
    return np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))


def log_sigmoid_wrong_other_side(z):
    return -np.logaddexp(0, z)


def log_sigmoid_wrong_z_minus_softplus(z):
    return z - (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))


def log_sigmoid_wrong_where_both_computed(z):
    return np.where(z >= 0, -np.log1p(np.exp(-z)), z - np.log1p(np.exp(z)))


def log_sigmoid_wrong_maximum(z):
    return np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def log_sigmoid_wrong_int_result(z):
    out = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        out[i] = min(z[i], 0) - np.log1p(np.exp(-abs(z[i])))
    return out


def log_sigmoid_wrong_log2(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z))) / np.log(2)


def log_sigmoid_wrong_in_place(z):
    rest = np.log1p(np.exp(-np.abs(z)))
    np.minimum(z, 0, out=z)
    return z - rest


def log_sigmoid_wrong_straight_lines(z):
    return np.minimum(z, 0) * 1.0


def log_sigmoid_wrong_clip_z(z):
    return -np.log1p(np.exp(-np.clip(z, -500, 500)))


def log_sigmoid_wrong_zero_on_the_right(z):
    near = np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    return np.where(z > 30, 0.0, near)


def log_sigmoid_wrong_min_missing(z):
    return -np.log1p(np.exp(-np.abs(z)))


def log_sigmoid_wrong_if(z):
    if z >= 0:
        return -np.log1p(np.exp(-z))
    return z - np.log1p(np.exp(z))


def log_sigmoid_wrong_vector_only(z):
    return np.array([min(v, 0) - math.log1p(math.exp(-abs(v))) for v in z])


def log_sigmoid_wrong_slope(z):
    return 1 - sigmoid(z)


def log_sigmoid_wrong_minus_sigmoid_log(z):
    return z * 1.0


def log_sigmoid_wrong_log10_and_naive(z):
    return -np.log10(1 + np.exp(-z))


def log_sigmoid_wrong_sign_and_log(z):
    return np.maximum(-z, 0) + np.log(1 + np.exp(-np.abs(z)))


def log_sigmoid_right_min_minus_log1p(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def log_sigmoid_right_logaddexp(z):
    return -np.logaddexp(0, -1.0 * z)


def log_sigmoid_right_masks(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    right = z > 0
    out[right] = -np.log1p(np.exp(-z[right]))
    out[~right] = z[~right] - np.log1p(np.exp(z[~right]))
    return out


def log_sigmoid_right_math_loop(z):
    values = []
    for v in z.ravel().tolist():
        values.append(-math.log1p(math.exp(-v)) if v >= 0 else v - math.log1p(math.exp(v)))
    return np.array(values, dtype=float).reshape(z.shape)


def log_sigmoid_right_half_of_the_sum(z):
    a = np.abs(z)
    return (z - a) / 2 - np.log1p(np.exp(-a))


def log_sigmoid_right_select(z):
    right = -np.log1p(np.exp(-np.maximum(z, 0)))
    left = z - np.log1p(np.exp(np.minimum(z, 0)))
    return np.select([z >= 0], [right], left)



# ---- swish_prime

def swish_prime_wrong_inner_slope_missing(z, beta):
    s = sigmoid(beta * z)
    return s + z * s * (1 - s)


def swish_prime_wrong_second_term_only(z, beta):
    s = sigmoid(beta * z)
    return beta * z * s * (1 - s)


def swish_prime_wrong_first_term_only(z, beta):
    return sigmoid(beta * z)


def swish_prime_wrong_sigma_of_z(z, beta):
    s = sigmoid(z)
    return s + beta * z * s * (1 - s)


def swish_prime_wrong_slopes_multiplied(z, beta):
    s = sigmoid(beta * z)
    return beta * s * (1 - s)


def swish_prime_wrong_naive_sigmoid(z, beta):
    s = 1 / (1 + np.exp(-beta * z))
    return s + beta * z * s * (1 - s)


def swish_prime_wrong_minus(z, beta):
    s = sigmoid(beta * z)
    return s - beta * z * s * (1 - s)


def swish_prime_wrong_one_minus_missing(z, beta):
    s = sigmoid(beta * z)
    return s + beta * z * s * s


def swish_prime_wrong_beta_squared(z, beta):
    s = sigmoid(beta * z)
    slope = beta * s * (1 - s)
    return s + beta * z * slope


def swish_prime_wrong_slope_of_the_output(z, beta):
    s = sigmoid(beta * z)
    t = sigmoid(s)
    return s + beta * z * t * (1 - t)


def swish_prime_wrong_swish_itself(z, beta):
    return z * sigmoid(beta * z)


def swish_prime_wrong_in_place(z, beta):
    x = z.copy()
    z *= beta
    s = sigmoid(z)
    return s + beta * x * s * (1 - s)


def swish_prime_wrong_measured(z, beta):
    def f(x):
        return x * sigmoid(beta * x)

    return (f(z + 1e-3) - f(z - 1e-3)) / 2e-3


def swish_prime_wrong_int_result(z, beta):
    out = np.ones_like(z)
    s = sigmoid(beta * z)
    out[...] = s + beta * z * s * (1 - s)
    return out


def swish_prime_wrong_beta_zero_is_zero(z, beta):
    if beta == 0:
        return np.zeros(z.shape)
    s = sigmoid(beta * z)
    return s + beta * z * s * (1 - s)


def swish_prime_wrong_like_relu(z, beta):
    s = sigmoid(beta * z)
    return np.where(z > 0, s + beta * z * s * (1 - s), 0.0)


def swish_prime_wrong_one_minus_z(z, beta):
    s = sigmoid(beta * z)
    return s + beta * z * s * (1 - z)


def swish_prime_wrong_slope_overflows(z, beta):
    e = np.exp(-beta * z)
    return sigmoid(beta * z) + beta * z * e / (1 + e) ** 2


def swish_prime_wrong_tanh_not_halved(z, beta):
    s = 0.5 * (1 + np.tanh(beta * z))
    return s + beta * z * s * (1 - s)


def swish_prime_wrong_brackets(z, beta):
    s = sigmoid(beta * z)
    return (s + beta * z * s) * (1 - s)


def swish_prime_wrong_beta_outside(z, beta):
    x = beta * z
    s = sigmoid(x)
    return beta * (s + x * s * (1 - s))


def swish_prime_wrong_matrix_product(z, beta):
    s = sigmoid(beta * z)
    return s + beta * z @ (s * (1 - s))


def swish_prime_wrong_minus_and_no_beta(z, beta):
    s = sigmoid(beta * z)
    return s - z * s * (1 - s)


def swish_prime_right_product_rule(z, beta):
    s = sigmoid(beta * z)
    return s + beta * z * s * (1 - s)


def swish_prime_right_from_the_value(z, beta):
    s = sigmoid(beta * np.asarray(z, dtype=float))
    f = z * s
    return beta * f + s * (1 - beta * f)


def swish_prime_right_tanh(z, beta):
    x = 0.5 * beta * z
    t = np.tanh(x)
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t)


def swish_prime_right_exp_abs(z, beta):
    x = beta * z
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e) + x * e / (1 + e) ** 2


def swish_prime_right_math_loop(z, beta):
    def one(v):
        x = beta * v
        e = math.exp(-abs(x))
        s = 1 / (1 + e) if x >= 0 else e / (1 + e)
        return s * (1 + x * (1 - s))

    return np.array([one(float(v)) for v in np.ravel(z)]).reshape(np.shape(z))


def swish_prime_right_complex_step(z, beta):
    x = np.asarray(z, dtype=float) + 1e-30j
    return np.imag(x * 0.5 * (1 + np.tanh(0.5 * beta * x))) / 1e-30


WRONG['log_sigmoid'] = [
    ('log-of-safe-sigmoid', log_sigmoid_wrong_log_of_safe_sigmoid, 'the logarithm of a safe sigmoid: at -1000 that is ln 0'),
    ('textbook', log_sigmoid_wrong_textbook, '-ln(1 + exp(-z)) as it stands overflows on the left'),
    ('log1p-naive', log_sigmoid_wrong_log1p_naive, 'log1p helps on the right, but exp(-z) overflows on the left'),
    ('log-not-log1p', log_sigmoid_wrong_log_not_log1p, 'np.log(1 + e) is exactly 0 at z = 40, where a tiny negative number is asked for'),
    ('clipped-probability', log_sigmoid_wrong_clipped_probability, 'the probability is clipped at 1e-12, so -1000 gives -27.6'),
    ('eps-in-log', log_sigmoid_wrong_eps_in_log, '1e-15 added inside the logarithm: -1000 gives -34.5'),
    ('loss-sign', log_sigmoid_wrong_loss_sign, 'minus the logarithm (the loss), not the logarithm'),
    ('other-side', log_sigmoid_wrong_other_side, 'the logarithm of 1 - sigma (minus softplus(z), not of -z)'),
    ('z-minus-softplus', log_sigmoid_wrong_z_minus_softplus, 'z - softplus(z): at z = 40 the two cancel to 0'),
    ('where-both-computed', log_sigmoid_wrong_where_both_computed, 'np.where computes both branches everywhere, so each overflows on its bad side'),
    ('maximum', log_sigmoid_wrong_maximum, 'max(z, 0) in place of min(z, 0)'),
    ('int-result', log_sigmoid_wrong_int_result, 'the result array is made like z: integers if z holds integers'),
    ('log2', log_sigmoid_wrong_log2, 'the logarithm to the base 2'),
    ('in-place', log_sigmoid_wrong_in_place, "np.minimum(z, 0, out=z) changes the caller's z"),
    ('straight-lines', log_sigmoid_wrong_straight_lines, 'only min(z, 0): the logarithm is left out'),
    ('clip-z', log_sigmoid_wrong_clip_z, 'z is clipped at -500, so -1000 gives -500'),
    ('zero-on-the-right', log_sigmoid_wrong_zero_on_the_right, 'beyond 30 it returns 0, where a tiny negative number is asked for'),
    ('min-missing', log_sigmoid_wrong_min_missing, '-ln(1 + e^-|z|) alone: the min(z, 0) is missing'),
    ('if', log_sigmoid_wrong_if, 'an if over the whole array: works for a single number only'),
    ('vector-only', log_sigmoid_wrong_vector_only, 'the loop goes through a vector only, not any shape'),
    ('slope', log_sigmoid_wrong_slope, 'the slope of ln sigma, 1 - sigma, not its value'),
    ('minus-sigmoid-log', log_sigmoid_wrong_minus_sigmoid_log, 'ln(1 + e^-z) read as ln 1 + ln e^-z: it returns z'),
    ('log10-and-naive', log_sigmoid_wrong_log10_and_naive, 'two causes: log10, and exp(-z) overflows'),
    ('sign-and-log', log_sigmoid_wrong_sign_and_log, 'two causes: the sign of the loss, and np.log(1 + e) is 0 at 40'),
]

RIGHT['log_sigmoid'] = [
    ('min-minus-log1p', log_sigmoid_right_min_minus_log1p),
    ('logaddexp', log_sigmoid_right_logaddexp),
    ('masks', log_sigmoid_right_masks),
    ('math-loop', log_sigmoid_right_math_loop),
    ('half-of-the-sum', log_sigmoid_right_half_of_the_sum),
    ('select', log_sigmoid_right_select),
]


WRONG['swish_prime'] = [
    ('inner-slope-missing', swish_prime_wrong_inner_slope_missing, 'the slope of sigma(beta z) lacks its factor beta'),
    ('second-term-only', swish_prime_wrong_second_term_only, "only u v': the term sigma(beta z) is missing"),
    ('first-term-only', swish_prime_wrong_first_term_only, "only u'v: the slope of the sigmoid is left out"),
    ('sigma-of-z', swish_prime_wrong_sigma_of_z, 'sigma(z) in place of sigma(beta z)'),
    ('slopes-multiplied', swish_prime_wrong_slopes_multiplied, "the slope of a product taken for the product of the slopes, 1 times beta sigma'"),
    ('naive-sigmoid', swish_prime_wrong_naive_sigmoid, 'a sigmoid with exp(-beta z) overflows on the left'),
    ('minus', swish_prime_wrong_minus, "u'v - u v'"),
    ('one-minus-missing', swish_prime_wrong_one_minus_missing, "sigma' taken for sigma squared: the 1 - sigma is missing"),
    ('beta-squared', swish_prime_wrong_beta_squared, 'the factor beta comes twice: the slope of sigma(beta z) is multiplied by beta z'),
    ('slope-of-the-output', swish_prime_wrong_slope_of_the_output, "sigma' is taken at sigma(beta z), not at beta z"),
    ('swish-itself', swish_prime_wrong_swish_itself, 'the value, not the slope'),
    ('in-place', swish_prime_wrong_in_place, "'z *= beta' changes the caller's z (and cannot hold fractions for integers)"),
    ('measured', swish_prime_wrong_measured, 'a measured slope with h = 0.001: off by far more than rounding'),
    ('int-result', swish_prime_wrong_int_result, 'the result array is made like z: integers if z holds integers'),
    ('beta-zero-is-zero', swish_prime_wrong_beta_zero_is_zero, 'beta = 0 is treated apart with slope 0, but z · sigma(0) = z/2 has the slope 1/2'),
    ('like-relu', swish_prime_wrong_like_relu, '0 on the left, as for ReLU: swish has a slope there'),
    ('one-minus-z', swish_prime_wrong_one_minus_z, '1 - z in place of 1 - sigma'),
    ('slope-overflows', swish_prime_wrong_slope_overflows, 'the sigmoid is safe, but its slope is written with exp(-beta z), which overflows'),
    ('tanh-not-halved', swish_prime_wrong_tanh_not_halved, 'sigma written with tanh, but without halving the argument'),
    ('brackets', swish_prime_wrong_brackets, '(s + beta z s)(1 - s): the factor 1 - s stands at both terms'),
    ('beta-outside', swish_prime_wrong_beta_outside, "beta multiplies both terms: (z sigma)' at beta z, times beta"),
    ('matrix-product', swish_prime_wrong_matrix_product, '@ where an entry-by-entry product is meant'),
    ('minus-and-no-beta', swish_prime_wrong_minus_and_no_beta, 'two causes: minus between the terms, and the inner beta is missing'),
]

RIGHT['swish_prime'] = [
    ('product-rule', swish_prime_right_product_rule),
    ('from-the-value', swish_prime_right_from_the_value),
    ('tanh', swish_prime_right_tanh),
    ('exp-abs', swish_prime_right_exp_abs),
    ('math-loop', swish_prime_right_math_loop),
    ('complex-step', swish_prime_right_complex_step),
]


# ---- more, of the newest tasks
def swish_prime_wrong_beta_zero_flat(z, beta):
    if beta == 0:
        return np.zeros(np.shape(z))
    s = sigmoid(beta * z)
    return s + beta * z * s * (1 - s)


WRONG['swish_prime'] += [
    ('beta-zero-flat', swish_prime_wrong_beta_zero_flat, 'For beta 0 it returns 0, but then f(z) = z/2 with slope 1/2.'),
]


def stable_sigmoid(u):
    e = np.exp(-np.abs(u))
    return np.where(u >= 0, 1 / (1 + e), e / (1 + e))


def log_sigmoid_wrong_probability_clipped_3(z):
    p = np.clip(stable_sigmoid(z), 1e-15, None)
    return np.log(p)


WRONG['log_sigmoid'] += [
    ('probability-clipped', log_sigmoid_wrong_probability_clipped_3, 'The sigmoid is clipped at 1e-15, so below about -34.5 the result stays at -34.5 instead of z (and at z = 40 it is 0).'),
]


# ---- a fifth set


def _sigmoid_5(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def _sigmoid_prime_5(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def _softplus_5(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def sigmoid_wrong_clipped_at_15_5(z):
    return 1 / (1 + np.exp(-np.clip(z, -15, 15)))


def sigmoid_wrong_zeros_like_5(z):
    out = np.zeros_like(z)
    e = np.exp(-np.abs(z))
    out[z >= 0] = (1 / (1 + e))[z >= 0]
    out[z < 0] = (e / (1 + e))[z < 0]
    return out


def sigmoid_wrong_float32_5(z):
    z = np.asarray(z).astype(np.float32)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_wrong_hole_at_zero_5(z):
    e = np.exp(-np.abs(z))
    return (z > 0) * (1 / (1 + e)) + (z < 0) * (e / (1 + e))


def sigmoid_wrong_clips_argument_5(z):
    np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))


def sigmoid_right_tanh_5(z):
    return (np.tanh(np.asarray(z) / 2) + 1) / 2


def sigmoid_right_logaddexp_5(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))


def sigmoid_prime_wrong_square_of_e_5(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e**2)


def sigmoid_prime_wrong_negative_left_5(z):
    e = np.exp(-np.abs(z))
    slope = e / (1 + e) ** 2
    return np.where(z >= 0, slope, -slope)


def sigmoid_prime_wrong_np_gradient_5(z):
    return np.gradient(_sigmoid_5(z), z)


def sigmoid_prime_wrong_forward_difference_5(z):
    h = 1e-6
    return (_sigmoid_5(z + h) - _sigmoid_5(z)) / h


def sigmoid_prime_wrong_tanh_half_5(z):
    return (1 - np.tanh(np.asarray(z) / 2) ** 2) / 2


def sigmoid_prime_right_both_sides_5(z):
    return _sigmoid_5(z) * _sigmoid_5(np.negative(z))


def sigmoid_prime_right_tanh_5(z):
    t = np.tanh(np.asarray(z, dtype=np.longdouble) / 2)
    return ((1 - t) * (1 + t) / 4).astype(np.float64)


def tanh_prime_wrong_square_of_difference_5(z):
    return (1 - np.tanh(z)) ** 2


def tanh_prime_wrong_like_sigmoid_5(z):
    t = np.tanh(z)
    return t * (1 - t)


def tanh_prime_wrong_factor_inside_5(z):
    return 4 * _sigmoid_prime_5(z)  # since tanh(z) = 2 sigmoid(2z) - 1


def tanh_prime_wrong_cosh_5(z):
    return 1 / np.cosh(z) ** 2


def tanh_prime_wrong_saturated_5(z):
    return np.where(np.abs(z) > 5, 0, 1 - np.tanh(z) ** 2)


def tanh_prime_right_sech_5(z):
    e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return 4 * e / (1 + e) ** 2


def tanh_prime_right_product_5(z):
    z = np.asarray(z)
    flat = [(1 - t) * (1 + t) for t in np.tanh(z.ravel())]
    return np.array(flat, dtype=float).reshape(z.shape)


def leaky_relu_wrong_slope_or_default_5(z, slope):
    slope = slope or 0.01
    return np.where(z > 0, z, slope * z)


def leaky_relu_wrong_copy_truncates_5(z, slope):
    out = z.copy()
    out[z <= 0] = slope * z[z <= 0]
    return out


def leaky_relu_wrong_leaks_right_too_5(z, slope):
    return np.maximum(z, 0) + slope * z


def leaky_relu_wrong_absolute_5(z, slope):
    return np.where(z > 0, z, slope * np.abs(z))


def leaky_relu_wrong_divides_5(z, slope):
    return np.where(z > 0, z, z / slope)


def leaky_relu_right_two_parts_5(z, slope):
    return np.maximum(z, 0) * 1.0 + slope * np.minimum(z, 0)


def leaky_relu_right_factor_5(z, slope):
    factor = np.array([float(slope), 1.0])
    return np.asarray(z) * factor[(np.asarray(z) > 0).astype(np.intp)]


def elu_prime_wrong_plus_one_5(z, alpha):
    elu = alpha * np.expm1(np.minimum(z, 0))
    return np.where(z > 0, 1.0, elu + 1)


def elu_prime_wrong_alpha_in_exponent_5(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(alpha * np.minimum(z, 0)))


def elu_prime_wrong_ones_like_5(z, alpha):
    out = np.ones_like(z)
    left = z <= 0
    out[left] = alpha * np.exp(z[left])
    return out


def elu_prime_wrong_masks_multiplied_5(z, alpha):
    return (z > 0) * 1.0 + (z <= 0) * alpha * np.exp(z)


def elu_prime_wrong_power_rule_5(z, alpha):
    m = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * m * np.exp(m - 1))


def elu_prime_right_elu_plus_alpha_5(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.expm1(-np.abs(z)) + alpha)


def elu_prime_right_power_5(z, alpha):
    left = np.less_equal(z, 0)
    return np.power(alpha, left, dtype=float) * np.exp(np.multiply(z, left, dtype=float))


def softplus_wrong_threshold_10_5(z):
    return np.where(z > 10, z, np.log1p(np.exp(np.minimum(z, 10))))


def softplus_wrong_absolute_5(z):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))


def softplus_wrong_largest_of_all_5(z):
    m = np.max(z)
    return m + np.log(np.exp(-m) + np.exp(z - m))


def softplus_wrong_clipped_5(z):
    return np.log1p(np.exp(np.clip(z, -700, 700)))


def softplus_wrong_one_twice_5(z):
    return np.maximum(z, 0) + np.log1p(1 + np.exp(-np.abs(z)))


def softplus_right_logaddexp_5(z):
    return np.logaddexp(np.asarray(z, dtype=float), 0.0)


def softplus_right_both_terms_5(z):
    z = np.asarray(z, dtype=float)
    m = np.maximum(1.0, z)  # any m that is not smaller does
    return m + np.log(np.exp(-m) + np.exp(z - m))


def softmax_wrong_largest_magnitude_5(Z):
    E = np.exp(Z - np.abs(Z).max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_clipped_5(Z):
    E = np.exp(np.clip(Z, -500, 500))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_epsilon_5(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-7)


def softmax_wrong_one_column_sigmoid_5(Z):
    if Z.shape[1] == 1:  # a single output: yes or no
        return _sigmoid_5(Z)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_wrong_row_mean_5(Z):
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_right_log_space_5(Z):
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1)[:, None])


def softmax_right_differences_5(Z):
    Z = np.asarray(Z, dtype=np.longdouble)
    P = np.empty(Z.shape)
    for i, row in enumerate(Z):
        e = np.exp(row - np.sort(row)[-1])
        P[i] = e / sum(e)
    return P


def log_sigmoid_wrong_cancels_5(z):
    return z - _softplus_5(z)


def log_sigmoid_wrong_complement_5(z):
    return np.log1p(-_sigmoid_5(np.negative(z)))


def log_sigmoid_wrong_first_term_5(z):
    e = np.exp(-np.abs(z))
    return np.where(z > 8, -e, np.minimum(z, 0) - np.log1p(e))


def log_sigmoid_wrong_tiny_added_5(z):
    return np.log(_sigmoid_5(z) + 1e-300)


def log_sigmoid_wrong_mirrored_5(z):
    return -_softplus_5(z)


def log_sigmoid_right_logaddexp_5(z):
    return -np.logaddexp(0.0, np.negative(np.asarray(z, dtype=float)))


def log_sigmoid_right_loop_5(z):
    z = np.asarray(z)
    out = np.empty(z.shape, dtype=float)
    for index in np.ndindex(z.shape):
        v = float(z[index])
        out[index] = v - np.log1p(np.exp(v)) if v < 0 else -np.log1p(np.exp(-v))
    return out


def swish_prime_wrong_slope_at_z_5(z, beta):
    return _sigmoid_5(beta * z) + beta * z * _sigmoid_prime_5(z)


def swish_prime_wrong_formula_for_one_5(z, beta):
    s = _sigmoid_5(beta * z)
    f = z * s
    return f + s * (1 - f)


def swish_prime_wrong_brackets_5(z, beta):
    s = _sigmoid_5(beta * z)
    return s * (1 + beta * z) * (1 - s)


def swish_prime_wrong_beta_or_one_5(z, beta):
    beta = beta or 1.0
    s = _sigmoid_5(beta * z)
    return s + beta * z * s * (1 - s)


def swish_prime_wrong_slopes_multiplied_5(z, beta):
    return np.ones(np.shape(z)) * beta * _sigmoid_prime_5(beta * z)


def swish_prime_right_paper_5(z, beta):
    z = np.asarray(z, dtype=float)
    s = 0.5 + 0.5 * np.tanh(0.5 * beta * z)
    t = 0.5 - 0.5 * np.tanh(0.5 * beta * z)  # 1 - s
    return beta * z * s * t + s


def swish_prime_right_one_fraction_5(z, beta):
    a = np.multiply(z, beta, dtype=float)
    e = np.exp(-np.abs(a))
    top = np.where(a < 0, e * (e + 1 + a), 1 + e + a * e)
    return top / np.square(1 + e)


WRONG['sigmoid'] += [
    ('clipped-at-15', sigmoid_wrong_clipped_at_15_5, '`np.clip(z, -15, 15)` stops at 15, where the sigmoid is still 3e-7 away from 0 or 1: more than rounding.'),
    ('zeros-like-5', sigmoid_wrong_zeros_like_5, '`np.zeros_like(z)` is an integer array for integers, and the fractions are cut to 0.'),
    ('float32', sigmoid_wrong_float32_5, '`astype(np.float32)` leaves only seven digits: errors of some 1e-8.'),
    ('hole-at-zero', sigmoid_wrong_hole_at_zero_5, 'the masks z > 0 and z < 0 leave out z = 0, where the result is 0 and not 1/2; one needs >=.'),
    ('clips-argument', sigmoid_wrong_clips_argument_5, "`out=z` writes the clipped values into the caller's array."),
]


WRONG['sigmoid_prime'] += [
    ('square-of-e', sigmoid_prime_wrong_square_of_e_5, '`e / (1 + e**2)` squares e alone; it must be (1 + e)**2.'),
    ('negative-left', sigmoid_prime_wrong_negative_left_5, '`-slope` makes the slope negative left of 0; the sigmoid climbs everywhere.'),
    ('np-gradient-5', sigmoid_prime_wrong_np_gradient_5, '`np.gradient` measures from one entry of the array to the next and not at each entry by itself; use the formula.'),
    ('forward-difference', sigmoid_prime_wrong_forward_difference_5, 'a one-sided difference with h = 1e-6 is wrong by some 1e-8; use the formula.'),
    ('tanh-half', sigmoid_prime_wrong_tanh_half_5, 'since sigmoid(z) = (1 + tanh(z/2)) / 2, the chain rule gives another 1/2: divide by 4, not by 2.'),
]


WRONG['tanh_prime'] += [
    ('square-of-difference-5', tanh_prime_wrong_square_of_difference_5, '`(1 - np.tanh(z)) ** 2` squares the whole; it must be 1 - np.tanh(z) ** 2.'),
    ('like-sigmoid', tanh_prime_wrong_like_sigmoid_5, "`t * (1 - t)` is the sigmoid's formula; it must be 1 - t * t."),
    ('factor-inside', tanh_prime_wrong_factor_inside_5, "tanh(z) = 2 sigmoid(2z) - 1 has the slope 4 sigmoid'(2z): the 2 inside is missing in `_sigmoid_prime(z)`."),
    ('cosh-5', tanh_prime_wrong_cosh_5, '`np.cosh(z)` overflows for z = 1000 and warns.'),
    ('saturated', tanh_prime_wrong_saturated_5, '`np.abs(z) > 5` sets slopes of up to 1.8e-4 to 0.'),
]


WRONG['leaky_relu'] += [
    ('slope-or-default', leaky_relu_wrong_slope_or_default_5, '`slope or 0.01` replaces the slope 0 by 0.01.'),
    ('copy-truncates', leaky_relu_wrong_copy_truncates_5, '`z.copy()` keeps the integer dtype, so slope * z is cut to a whole number when it is stored.'),
    ('leaks-right-too', leaky_relu_wrong_leaks_right_too_5, '`slope * z` is added for positive z too: the right side has the slope 1 + s; use np.minimum(z, 0).'),
    ('absolute', leaky_relu_wrong_absolute_5, '`slope * np.abs(z)` turns the left side up: it must be slope * z.'),
    ('divides-5', leaky_relu_wrong_divides_5, '`z / slope` is the definition of another paper (z / a with large a); here the slope multiplies.'),
]


WRONG['elu_prime'] += [
    ('plus-one', elu_prime_wrong_plus_one_5, '`elu + 1` holds for alpha = 1 only: alpha e^z = elu + alpha.'),
    ('alpha-in-exponent-5', elu_prime_wrong_alpha_in_exponent_5, '`np.exp(alpha * ...)`: alpha stands before e^z, not in the exponent too.'),
    ('ones-like-5', elu_prime_wrong_ones_like_5, '`np.ones_like(z)` is an integer array for integers, and the slopes on the left are cut to whole numbers.'),
    ('masks-multiplied', elu_prime_wrong_masks_multiplied_5, '`np.exp(z)` is computed for all z: for large z it overflows, and 0 * inf is nan; use np.minimum(z, 0).'),
    ('power-rule', elu_prime_wrong_power_rule_5, '`m * np.exp(m - 1)` takes e^z for a power of z; the slope of e^z is e^z.'),
]


WRONG['softplus'] += [
    ('threshold-10', softplus_wrong_threshold_10_5, 'beyond 10 it returns z itself, which is up to 4.5e-5 too small.'),
    ('absolute', softplus_wrong_absolute_5, '`np.abs(z)` in front must be np.maximum(z, 0): left of 0 the result is too large by |z|.'),
    ('largest-of-all', softplus_wrong_largest_of_all_5, '`np.max(z)` is one number for the whole array and may be neither term of an entry: exp(-m) overflows, or both terms vanish; take the larger of 0 and z for each entry.'),
    ('clipped-5', softplus_wrong_clipped_5, '`np.clip(z, -700, 700)` makes softplus(1000) = 700.'),
    ('one-twice', softplus_wrong_one_twice_5, '`np.log1p(1 + ...)` adds 1 twice; log1p has it already.'),
]


WRONG['softmax'] += [
    ('largest-magnitude', softmax_wrong_largest_magnitude_5, '`np.abs(Z).max` subtracts the largest magnitude: in a row of very negative logits all exponentials become 0, and 0/0 is nan; use Z.max.'),
    ('clipped-5', softmax_wrong_clipped_5, "`np.clip(Z, -500, 500)` makes different large logits equal (1000 and 600); subtract the row's maximum."),
    ('epsilon', softmax_wrong_epsilon_5, '`+ 1e-7` in the denominator: the rows no longer sum to 1, and nothing needs it.'),
    ('one-column-sigmoid', softmax_wrong_one_column_sigmoid_5, 'for a single column it returns the sigmoid; the row must sum to 1, so the share is 1.'),
    ('row-mean', softmax_wrong_row_mean_5, '`Z.mean` is smaller than the largest logit, which may still be 1000 above it and overflow; subtract Z.max.'),
]


WRONG['log_sigmoid'] += [
    ('cancels', log_sigmoid_wrong_cancels_5, '`z - softplus(z)` subtracts two nearly equal numbers for large z and leaves 0 at z = 40.'),
    ('complement', log_sigmoid_wrong_complement_5, '`1 - sigmoid(-z)` is rounded to 0 for very negative z, and log1p(-1) is -inf with a warning.'),
    ('first-term', log_sigmoid_wrong_first_term_5, 'beyond 8 it replaces log1p(e) by e: off by e*e/2, up to 6e-8, which is asked for here.'),
    ('tiny-added', log_sigmoid_wrong_tiny_added_5, '`+ 1e-300` in the logarithm gives -690 at z = -1000, and 0 at z = 40.'),
    ('mirrored-5', log_sigmoid_wrong_mirrored_5, '`-softplus(z)` is ln sigmoid(-z); the sign of z is missing: -softplus(-z).'),
]


WRONG['swish_prime'] += [
    ('slope-at-z', swish_prime_wrong_slope_at_z_5, '`_sigmoid_prime(z)` is taken at z; it must be at beta * z.'),
    ('formula-for-one', swish_prime_wrong_formula_for_one_5, '`f + s * (1 - f)` is the formula for beta = 1; in general beta * f + s * (1 - beta * f).'),
    ('brackets-5', swish_prime_wrong_brackets_5, '`s * (1 + beta * z) * (1 - s)`: the bracket is closed too early; s * (1 + beta * z * (1 - s)).'),
    ('beta-or-one', swish_prime_wrong_beta_or_one_5, '`beta or 1.0` replaces beta = 0 by 1; for beta 0 the slope is 1/2.'),
    ('slopes-multiplied-5', swish_prime_wrong_slopes_multiplied_5, "it multiplies the slopes of the factors, u'v'; the product rule is u'v + uv'."),
]


RIGHT['sigmoid'] += [
    ('tanh-5', sigmoid_right_tanh_5),
    ('logaddexp-5', sigmoid_right_logaddexp_5),
]


RIGHT['sigmoid_prime'] += [
    ('both-sides', sigmoid_prime_right_both_sides_5),
    ('tanh-5', sigmoid_prime_right_tanh_5),
]


RIGHT['tanh_prime'] += [
    ('sech', tanh_prime_right_sech_5),
    ('product-5', tanh_prime_right_product_5),
]


RIGHT['leaky_relu'] += [
    ('two-parts', leaky_relu_right_two_parts_5),
    ('factor-5', leaky_relu_right_factor_5),
]


RIGHT['elu_prime'] += [
    ('elu-plus-alpha', elu_prime_right_elu_plus_alpha_5),
    ('power', elu_prime_right_power_5),
]


RIGHT['softplus'] += [
    ('logaddexp-5', softplus_right_logaddexp_5),
    ('both-terms', softplus_right_both_terms_5),
]


RIGHT['softmax'] += [
    ('log-space', softmax_right_log_space_5),
    ('differences-5', softmax_right_differences_5),
]


RIGHT['log_sigmoid'] += [
    ('logaddexp-5', log_sigmoid_right_logaddexp_5),
    ('loop-5', log_sigmoid_right_loop_5),
]


RIGHT['swish_prime'] += [
    ('paper', swish_prime_right_paper_5),
    ('one-fraction', swish_prime_right_one_fraction_5),
]
