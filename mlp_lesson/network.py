"""A multilayer perceptron: its parameters, its forward pass and its backward pass.

Rows are samples. Layer l computes Z⁽ˡ⁾ = A⁽ˡ⁻¹⁾W⁽ˡ⁾ + b⁽ˡ⁾ and A⁽ˡ⁾ = f(Z⁽ˡ⁾), with A⁽⁰⁾ = X. The
last layer stops at Z⁽ᴸ⁾, the logits: its activation belongs to the loss (see losses.py).
Lists in code start at 0, so params[l] is W⁽ˡ⁺¹⁾, b⁽ˡ⁺¹⁾, and A[l] is A⁽ˡ⁾, the input of params[l].
"""

from typing import NamedTuple

import numpy as np


class Layer(NamedTuple):
    """Weights W (n_in, n_out) and biases b (n_out,) of one layer, or the gradients of both."""

    W: np.ndarray
    b: np.ndarray


class Cache(NamedTuple):
    """What the backward pass needs of the forward pass, one entry for each layer of weights."""

    A: list  # inputs: A[0] is X, A[l] (n, n_l)
    Z: list  # pre-activations (n, n_l+1); the last are the logits
    masks: list | None  # dropout masks of the hidden layers, shaped like Z[l], or None


def glorot_uniform(n_in, n_out, rng, factor=6.0):
    """W, b ~ U(-c, c), c = √(factor / (n_in + n_out)) (Glorot & Bengio 2010, eq. 16).

    scikit-learn draws the biases too, and takes factor 2 where the hidden units are sigmoids.
    """
    c = np.sqrt(factor / (n_in + n_out))
    return rng.uniform(-c, c, (n_in, n_out)), rng.uniform(-c, c, n_out)


def he_normal(n_in, n_out, rng):
    """W ~ N(0, 2 / n_in), b = 0: keeps the size of the signal through ReLU (He et al. 2015)."""
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


def init_params(sizes, rng, init=glorot_uniform, *, dtype=np.float64):
    """Random first parameters for layers of the given sizes: n_inputs, n_hidden ..., n_outputs.

    init: (n_in, n_out, rng) -> (W, b), called layer by layer. Returns a list of Layer.
    rng: np.random.Generator, or RandomState where scikit-learn's numbers are wanted.
    """
    if len(sizes) < 2 or any(n < 1 for n in sizes):
        raise ValueError(f"sizes needs an input and an output, each 1 or more; got {sizes}")
    layers = [init(n_in, n_out, rng) for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True)]
    return [Layer(W.astype(dtype), b.astype(dtype)) for W, b in layers]


def _one_each(f, params):
    """The functions of the hidden layers: f for all of them, or a list f with one for each."""
    n_hidden = len(params) - 1
    fs = f if isinstance(f, list) else [f] * n_hidden
    if len(fs) != n_hidden:
        raise ValueError(f"{n_hidden} hidden layers need as many functions; got {len(fs)}")
    return fs


def forward(params, X, f, *, masks=None):
    """X (n, n_inputs) -> (logits (n, n_outputs), Cache); f acts in every hidden layer.

    f: one function, or a list with one for each hidden layer; ValueError if it has another length.
    masks: one array for each hidden layer, multiplied into its output (dropout), or None.
    """
    A, As, Zs, fs = X, [], [], _one_each(f, params)
    for l, (W, b) in enumerate(params):
        As.append(A)
        Z = A @ W + b  # Z⁽ˡ⁾ = A⁽ˡ⁻¹⁾W⁽ˡ⁾ + b⁽ˡ⁾  (n, n_out)
        Zs.append(Z)
        if l < len(params) - 1:
            f = fs[l]
            A = f(Z)  # A⁽ˡ⁾ = f(Z⁽ˡ⁾)  (n, n_out)
            if masks is not None:
                A = A * masks[l]  # A⁽ˡ⁾ = M⁽ˡ⁾ ⊙ f(Z⁽ˡ⁾)  (n, n_out)
    return Z, Cache(As, Zs, masks)


def backward(params, cache, delta, f_prime, *, l2=0.0):
    """The gradient of the loss for every parameter, a list of Layer shaped like params.

    delta (n, n_outputs) is ∂L/∂Z of the last layer, as the losses give it. l2 adds the gradient
    of the penalty l2/2 Σ W² (weights only, not biases). f_prime: one, or a list, as in forward.
    """
    grads, f_primes = [], _one_each(f_prime, params)
    for l in reversed(range(len(params))):
        W, _ = params[l]
        dW = cache.A[l].T @ delta  # ∂L/∂W⁽ˡ⁾ = A⁽ˡ⁻¹⁾ᵀδ⁽ˡ⁾  (n_in, n_out)
        if l2:
            dW += l2 * W  # ∂/∂W (l2/2 ΣW²) = l2 W  (n_in, n_out)
        grads.append(Layer(dW, delta.sum(axis=0)))  # ∂L/∂b⁽ˡ⁾ = Σᵢ δᵢ⁽ˡ⁾  (n_out,)
        if l > 0:
            delta = delta @ W.T  # ∂L/∂A⁽ˡ⁻¹⁾ = δ⁽ˡ⁾W⁽ˡ⁾ᵀ  (n, n_in)
            if cache.masks is not None:
                delta *= cache.masks[l - 1]  # a dropped unit passes nothing back  (n, n_in)
            f_prime = f_primes[l - 1]
            delta *= f_prime(cache.Z[l - 1])  # δ⁽ˡ⁻¹⁾ = ∂L/∂A⁽ˡ⁻¹⁾ ⊙ f'(Z⁽ˡ⁻¹⁾)  (n, n_in)
    return grads[::-1]
