"""Wrong answers to three tasks of exercise 03, without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import numpy as np

# ---- elu_prime(z, alpha)


# The derivative of alpha (e^z - 1) is itself.
def el_keeps_minus_one(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)))


# alpha belongs to the function only.
def el_no_alpha(z, alpha):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


# alpha = 1 is usual, and the exponential is 1 at 0 anyway.
def el_one_at_zero(z, alpha):
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


# Two branches, both computed.
def el_overflows(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(z))


# The function itself.
def el_function(z, alpha):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


# The slope above 0 is z.
def el_z_above(z, alpha):
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


# alpha is the slope below 0, as in a leaky ReLU.
def el_leaky(z, alpha):
    return np.where(z > 0, 1.0, alpha) * np.ones(np.shape(z))


# The chain rule brings alpha down from an exponent: e^(alpha z).
def el_alpha_inside(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(alpha * np.minimum(z, 0)))


# e^-z, as in the sigmoid.
def el_minus_z(z, alpha):
    return np.where(z > 0, 1.0, alpha * np.exp(-np.abs(np.maximum(-z, 0)) * -1))


# Below 0 it is flat.
def el_relu(z, alpha):
    return (np.asarray(z) > 0).astype(float)


# alpha on both sides.
def el_alpha_both(z, alpha):
    return alpha * np.exp(np.minimum(z, 0))


# Writes into a copy with the dtype of z.
def el_integer(z, alpha):
    d = np.ones_like(z)
    d[z <= 0] = alpha * np.exp(z[z <= 0])
    return d


# The two sides exchanged.
def el_exchanged(z, alpha):
    return np.where(z <= 0, 1.0, alpha * np.exp(-np.abs(z)))


# d/dz alpha e^z = alpha z e^(z - 1): the rule for powers.
def el_power_rule(z, alpha):
    low = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * low * np.exp(low - 1))


# f(z) + alpha, from the paper, but without the case above 0.
def el_f_plus_alpha(z, alpha):
    f = np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))
    return f + alpha


# ---- softplus(z)


# Straight from the formula.
def sp_overflows(z):
    return np.log(1 + np.exp(z))


# log1p is the accurate one.
def sp_log1p_overflows(z):
    return np.log1p(np.exp(z))


# Clips z so that nothing overflows.
def sp_clipped(z):
    return np.log1p(np.exp(np.clip(z, -30, 30)))


# Its derivative.
def sp_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


# ReLU is nearly the same.
def sp_relu(z):
    return np.maximum(z, 0.0)


# Forgets the max(z, 0) of the stable form.
def sp_no_max(z):
    return np.log1p(np.exp(-np.abs(z)))


# ln(1 + e^-z).
def sp_minus(z):
    return np.maximum(-np.asarray(z), 0.0) + np.log1p(np.exp(-np.abs(z)))


# Decimal logarithm.
def sp_log10(z):
    z = np.asarray(z, dtype=float)
    return (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))) / np.log(10)


# Binary logarithm, from a tutorial on entropy.
def sp_log2(z):
    z = np.asarray(z, dtype=float)
    return (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))) / np.log(2)


# For large z it is z; the formula is kept in both branches of where.
def sp_where(z):
    return np.where(np.asarray(z) > 30, z, np.log1p(np.exp(z)))


# Below 0 it is 0, as with ReLU; the smooth part is for the right side.
def sp_zero_below(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z + np.log1p(np.exp(-np.abs(z))), 0.0)


# Adds 1 outside the logarithm: ln(e^z) + 1.
def sp_one_outside(z):
    return np.asarray(z, dtype=float) + 1


# |z| in place of max(z, 0).
def sp_abs(z):
    return np.abs(z) + np.log1p(np.exp(-np.abs(z)))


# Without the abs: max(z, 0) + ln(1 + e^-z).
def sp_max_without_abs(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        return np.maximum(z, 0) + np.log1p(np.exp(-z))


# Takes the larger of the whole array.
def sp_global_max(z):
    z = np.asarray(z, dtype=float)
    m = z.max()
    return m + np.log(np.exp(-m) + np.exp(z - m)) if m > 0 else np.log1p(np.exp(z))


# ---- softmax(Z)


# The whole table shares the probability.
def sm_whole(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum()


# Sums over the first axis.
def sm_axis_0(Z):
    E = np.exp(Z - np.max(Z, axis=0))
    return E / E.sum(axis=0)


# From the formula.
def sm_overflows(Z):
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


# One maximum for all.
def sm_global_max(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=1, keepdims=True)


# Without keepdims.
def sm_no_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


# Shares of the logits.
def sm_no_exp(Z):
    Z = Z - np.min(Z, axis=1, keepdims=True) + 1.0
    return Z / Z.sum(axis=1, keepdims=True)


# A sigmoid for each.
def sm_sigmoid(Z):
    e = np.exp(-np.abs(Z))
    return np.where(np.asarray(Z) >= 0, 1, e) / (1 + e)


# Not divided.
def sm_not_divided(Z):
    return np.exp(Z - Z.max(axis=1, keepdims=True))


# The largest one takes it all.
def sm_hardmax(Z):
    return np.eye(Z.shape[1])[np.argmax(Z, axis=1)]


# Shifts in place.
def sm_in_place(Z):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=1, keepdims=True)


# Shifts the exponent below the line only.
def sm_shift_below_only(Z):
    m = Z.max(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        return np.exp(Z) / np.exp(Z - m).sum(axis=1, keepdims=True)


# Logarithms are stable.
def sm_log(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


# Divides by the largest instead of subtracting it.
def sm_divides_by_max(Z):
    with np.errstate(all="ignore"):
        E = np.exp(Z / np.max(np.abs(Z), axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# The mean is the shift: also cancels, but does not bound the exponent.
def sm_mean_shift(Z):
    E = np.exp(Z - Z.mean(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# Smallest first: e^-z, as for energies.
def sm_minus(Z):
    E = np.exp(-(Z - Z.min(axis=1, keepdims=True)))
    return E / E.sum(axis=1, keepdims=True)


# A small number against division by zero.
def sm_epsilon(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / (E.sum(axis=1, keepdims=True) + 1e-3)


HELD_OUT = {
    "elu_prime": [
        (el_keeps_minus_one, "-1 kept in the derivative", ["- 1", "-1", "constant"]),
        (el_no_alpha, "alpha missing", ["alpha", "α"]),
        (el_one_at_zero, "1 at 0", ["at 0", "z = 0", ">=", "exactly 0", "at zero"]),
        (el_overflows, "overflow in the branch not taken", ["overflow"]),
        (el_function, "the function, not its derivative", ["function itself", "elu itself",
                                                           "slope is asked", "not its deriv",
                                                           "derivative is asked"]),
        (el_z_above, "z above 0", ["z itself", "slope is 1", "slope of z", "derivative of z",
                                   "above 0", "right side", "on the right", "positive"]),
        (el_leaky, "constant slope below 0", ["leaky", "e^z", "eᶻ", "exponential", "exp"]),
        (el_alpha_inside, "alpha in the exponent", ["exponent"]),
        (el_minus_z, "e^-z below 0", ["sign", "e⁻ᶻ", "e^-z", "-z", "grows"]),
        (el_relu, "ReLU's slope", ["relu"]),
        (el_alpha_both, "alpha above 0 too", ["above 0", "right", "positive", "z > 0"]),
        (el_integer, "integers cut", ["integer"]),
        (el_exchanged, "sides exchanged", ["exchang", "swap", "sides", "wrong way"]),
        (el_power_rule, "power rule", ["power"]),
        (el_f_plus_alpha, "f + alpha above 0 too", ["above 0", "positive", "z > 0", "on the right",
                                                    "right half"]),
    ],
    "softplus": [
        (sp_overflows, "overflow", ["overflow"]),
        (sp_log1p_overflows, "overflow", ["overflow"]),
        (sp_clipped, "clipped", ["clip", "cut off", "cap", "stops growing"]),
        (sp_sigmoid, "its derivative", ["derivative", "sigmoid"]),
        (sp_relu, "ReLU", ["relu"]),
        (sp_no_max, "max(z, 0) missing", ["max"]),
        (sp_minus, "sign of z", ["sign", "-z", "⁻ᶻ", "mirror"]),
        (sp_log10, "log10", ["log10", "natural", "base"]),
        (sp_log2, "log2", ["log2", "natural", "base"]),
        (sp_where, "overflow in the branch not taken", ["overflow"]),
        (sp_zero_below, "0 below 0", ["below 0", "negative", "on the left", "left side",
                                      "left half"]),
        (sp_one_outside, "1 outside the logarithm", ["outside", "bracket", "inside",
                                                     "z + 1", "parenthes"]),
        (sp_abs, "|z| for max(z, 0)", ["max", "|z|", "abs"]),
        (sp_max_without_abs, "abs missing", ["abs", "|z|", "overflow"]),
        (sp_global_max, "one maximum for the whole array", ["whole", "each entry", "max",
                                                            "underflow", "entry"]),
    ],
    "softmax": [
        (sm_whole, "over the whole table", ["whole", "each row", "every row", "axis"]),
        (sm_axis_0, "down the columns", ["axis", "column"]),
        (sm_overflows, "overflow", ["overflow"]),
        (sm_global_max, "one maximum for all rows", ["each row", "own", "row's", "0/0",
                                                     "underflow"]),
        (sm_no_keepdims, "keepdims missing", ["keepdims"]),
        (sm_no_exp, "exponential missing", ["exp"]),
        (sm_sigmoid, "sigmoid", ["sigmoid"]),
        (sm_not_divided, "not divided by the sum", ["divid", "sum to 1", "normali"]),
        (sm_hardmax, "hard maximum", ["hard", "argmax", "one-hot", "soft", "0 and 1"]),
        (sm_in_place, "changes Z", ["changes", "changed", "in place"]),
        (sm_shift_below_only, "shift below the line only", ["shift", "numerator", "above the line",
                                                            "below the line", "denominator",
                                                            "both"]),
        (sm_log, "log-softmax", ["log"]),
        (sm_divides_by_max, "divides by the maximum", ["subtract", "divid"]),
        (sm_mean_shift, "shifted by the mean", ["mean", "overflow"]),
        (sm_minus, "sign of z", ["sign", "-z", "⁻ᶻ", "smallest logit"]),
        (sm_epsilon, "epsilon in the sum", ["epsilon", "1e-", "small number", "sum to 1",
                                            "less than 1"]),
    ],
}
