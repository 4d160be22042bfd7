"""Answers to elu_prime: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import elu

from ._shared import entry_by_entry


def elu_prime_by_masks(z, alpha):
    slopes = np.ones(np.shape(z))
    slopes[z <= 0] = alpha * np.exp(z[z <= 0])
    return slopes


RIGHT = [
    lambda z, alpha: np.where(z > 0, 1, elu(z, alpha) + alpha),
    lambda z, alpha: np.where(z > 0, 1, alpha * np.exp(-np.abs(z))),
    lambda z, alpha: np.exp(np.minimum(z, 0)) * np.where(z > 0, 1.0, alpha),
    elu_prime_by_masks,
]
SLOW = [entry_by_entry(lambda z, alpha: np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0))))]

# ---- held out: above each function what its author was thinking


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


HELD_OUT = [
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
]
