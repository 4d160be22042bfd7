"""Answers to swish_prime: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.activations import sigmoid, sigmoid_prime

from ._shared import entry_by_entry


def with_tanh(z, beta):
    t = np.tanh(beta * np.asarray(z) / 2)
    return (1 + t) / 2 + beta * z * (1 - t**2) / 4


def from_swish_itself(z, beta):
    """f' = βf + σ(1 - βf), as the paper has it."""
    f = z * sigmoid(beta * z)
    return beta * f + sigmoid(beta * z) * (1 - beta * f)


RIGHT = [
    lambda z, beta: sigmoid(beta * z) + beta * z * sigmoid_prime(beta * z),
    lambda z, beta: sigmoid(beta * z) * (1 + beta * z * (1 - sigmoid(beta * z))),
    with_tanh,
    from_swish_itself,
]
SLOW = [
    entry_by_entry(lambda z, beta: sigmoid(beta * z) + beta * z * sigmoid_prime(beta * z)),
]

# ---- held out: above each function what its author was thinking


# The slope of z is 1, that of the sigmoid σ': multiplied.
def sw_product_of_slopes(z, beta):
    return sigmoid_prime(beta * z)


# The product of slopes, with the inner one.
def sw_product_of_slopes_inner(z, beta):
    return beta * sigmoid_prime(beta * z)


# The inner slope is forgotten.
def sw_no_inner(z, beta):
    return sigmoid(beta * z) + z * sigmoid_prime(beta * z)


# Only the second part.
def sw_second(z, beta):
    return beta * z * sigmoid_prime(beta * z)


# Only the first part.
def sw_first(z, beta):
    return sigmoid(beta * z)


# The function.
def sw_function(z, beta):
    return z * sigmoid(beta * z)


# SiLU: beta is 1.
def sw_silu(z, beta):
    return sigmoid(z) + z * sigmoid_prime(z)


# σ' at z, not at βz.
def sw_prime_at_z(z, beta):
    return sigmoid(beta * z) + beta * z * sigmoid_prime(z)


# σ(1 - σ) of what is σ already: sigmoid_prime takes z.
def sw_prime_of_output(z, beta):
    return sigmoid(beta * z) + beta * z * sigmoid_prime(sigmoid(beta * z))


# A minus.
def sw_minus(z, beta):
    return sigmoid(beta * z) - beta * z * sigmoid_prime(beta * z)


# beta on both.
def sw_beta_both(z, beta):
    return beta * (sigmoid(beta * z) + z * sigmoid_prime(beta * z))


# The sigmoid as it stands.
def sw_overflow(z, beta):
    s = 1 / (1 + np.exp(-beta * z))
    return s + beta * z * s * (1 - s)


# Measures it.
def sw_measured(z, beta, h=1e-5):
    return ((z + h) * sigmoid(beta * (z + h)) - (z - h) * sigmoid(beta * (z - h))) / (2 * h)


# Forgets z.
def sw_no_z(z, beta):
    return sigmoid(beta * z) + beta * sigmoid_prime(beta * z)


# σ' = σ(1 + σ).
def sw_plus(z, beta):
    s = sigmoid(beta * z)
    return s + beta * z * s * (1 + s)


# The paper's formula, without the beta before f.
def sw_paper(z, beta):
    f = z * sigmoid(beta * z)
    return f + sigmoid(beta * z) * (1 - f)


HELD_OUT = [
    (sw_product_of_slopes, "slopes multiplied", ["product", "multiplied"]),
    (sw_product_of_slopes_inner, "slopes multiplied", ["product", "multiplied"]),
    (sw_no_inner, "inner slope missing", ["beta"]),
    (sw_second, "first part missing", ["first part", "σ(βz) is missing", "u'v"]),
    (sw_first, "second part missing", ["second part", "u v'"]),
    (sw_function, "the function", ["itself"]),
    (sw_silu, "beta not used", ["beta"]),
    (sw_prime_at_z, "σ' at z", ["βz"]),
    (sw_prime_of_output, "σ' of the output", ["output", "takes"]),
    (sw_minus, "minus", ["minus", "sign", "subtract"]),
    (sw_beta_both, "beta in both", ["beta"]),
    (sw_overflow, "overflow", ["overflow"]),
    (sw_measured, "measured", ["measured", "nearly", "digits"]),
    (sw_no_z, "z missing", ["z is missing", "factor z"]),
    (sw_plus, "σ(1 + σ)", ["1 - σ"]),
    (sw_paper, "beta missing", ["beta"]),
]
