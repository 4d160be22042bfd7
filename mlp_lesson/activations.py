"""Activations f(z) and their derivatives f'(z): what bends a neuron's straight line.

Every function works entry by entry on an array of any shape (softmax: on each row), keeps the
floating dtype it is given, turns integers into float64, and neither overflows nor warns for any
finite z. Where a derivative does not exist, at a kink, `name_prime` returns the value stated in
its docstring.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

LEAKY_SLOPE = 0.01
# Klambauer et al. 2017, eq. 14: the pair that keeps mean 0 and variance 1 from layer to layer
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def _floating(z):
    """z as a floating array: integers and booleans become float64, floats keep their dtype."""
    z = np.asarray(z)
    return z if z.dtype.kind == "f" else z.astype(np.float64)


def heaviside(z):
    """H(z) = 1 where z > 0, else 0: the threshold unit (McCulloch & Pitts 1943)."""
    return np.heaviside(_floating(z), 0)


def heaviside_prime(z):
    """H'(z) = 0 for z != 0. It does not exist at 0; 0 is returned, so nothing ever learns."""
    return np.zeros_like(_floating(z))


def identity(z):
    """f(z) = z: a linear unit, the head of a regression."""
    return _floating(z)


def identity_prime(z):
    """f'(z) = 1."""
    return np.ones_like(_floating(z))


def sigmoid(z):
    """σ(z) = 1 / (1 + e⁻ᶻ), written with e^(-|z|) so that it never overflows. Range (0, 1)."""
    z = _floating(z)
    e = np.exp(-np.abs(z))  # in (0, 1]: safe for every z
    return np.where(z >= 0, 1, e) / (1 + e)


def sigmoid_prime(z):
    """σ'(z) = σ(z) (1 - σ(z)) = e^(-|z|) / (1 + e^(-|z|))², at most 1/4, at z = 0."""
    e = np.exp(-np.abs(_floating(z)))
    return e / (1 + e) ** 2  # the same value, without the cancellation in 1 - σ for large z


def tanh(z):
    """tanh(z) = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ) = 2σ(2z) - 1. Range (-1, 1)."""
    return np.tanh(_floating(z))


def tanh_prime(z):
    """tanh'(z) = 1 - tanh²(z), at most 1, at z = 0."""
    return 1 - np.tanh(_floating(z)) ** 2


def relu(z):
    """ReLU(z) = max(0, z) (Nair & Hinton 2010). Range [0, ∞)."""
    return np.maximum(_floating(z), 0)


def relu_prime(z):
    """ReLU'(z) = 1 for z > 0, 0 for z < 0. It does not exist at 0; 0 is returned."""
    z = _floating(z)
    return (z > 0).astype(z.dtype)


def leaky_relu(z, slope=LEAKY_SLOPE):
    """f(z) = z for z > 0, slope·z for z <= 0 (Maas et al. 2013): never quite dead."""
    z = _floating(z)
    return np.where(z > 0, z, slope * z)


def leaky_relu_prime(z, slope=LEAKY_SLOPE):
    """f'(z) = 1 for z > 0, slope for z < 0. It does not exist at 0; slope is returned."""
    z = _floating(z)
    return np.where(z > 0, z.dtype.type(1), z.dtype.type(slope))


def elu(z, alpha=1.0):
    """f(z) = z for z > 0, α(eᶻ - 1) for z <= 0 (Clevert et al. 2016). Range (-α, ∞)."""
    z = _floating(z)
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))  # e^z only where z <= 0


def elu_prime(z, alpha=1.0):
    """f'(z) = 1 for z > 0, αeᶻ for z <= 0. For α = 1 it exists at 0; else α is returned there."""
    z = _floating(z)
    return np.where(z > 0, z.dtype.type(1), alpha * np.exp(np.minimum(z, 0)))


def selu(z):
    """f(z) = λ·ELU(z) with α = 1.6733, λ = 1.0507 (Klambauer et al. 2017).

    λz is infinite within 5% of the largest float, as no float can hold it.
    """
    return SELU_SCALE * elu(z, SELU_ALPHA)


def selu_prime(z):
    """f'(z) = λ for z > 0, λαeᶻ for z <= 0. It does not exist at 0; λα is returned."""
    return SELU_SCALE * elu_prime(z, SELU_ALPHA)


def softplus(z):
    """f(z) = ln(1 + eᶻ), a smooth ReLU, written so that it never overflows. Range (0, ∞)."""
    z = _floating(z)
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def softplus_prime(z):
    """f'(z) = σ(z)."""
    return sigmoid(z)


def softmax(Z):
    """pₖ = e^zₖ / Σⱼ e^zⱼ along the last axis: (n, c) logits -> (n, c) rows that sum to 1."""
    Z = _floating(Z)
    with np.errstate(over="ignore"):  # a spread beyond the largest float: e^-inf = 0
        E = np.exp(Z - Z.max(axis=-1, keepdims=True))  # the shift cancels in the ratio; e^z <= 1
    return E / E.sum(axis=-1, keepdims=True)


class Activation(NamedTuple):
    """A function and its derivative, both of z."""

    f: Callable
    f_prime: Callable


ACTIVATIONS = {  # the first, third, fourth and fifth names are scikit-learn's too
    "identity": Activation(identity, identity_prime),
    "heaviside": Activation(heaviside, heaviside_prime),
    "logistic": Activation(sigmoid, sigmoid_prime),
    "tanh": Activation(tanh, tanh_prime),
    "relu": Activation(relu, relu_prime),
    "leaky_relu": Activation(leaky_relu, leaky_relu_prime),
    "elu": Activation(elu, elu_prime),
    "selu": Activation(selu, selu_prime),
    "softplus": Activation(softplus, softplus_prime),
}
