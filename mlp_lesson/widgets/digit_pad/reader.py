"""A network that reads a picture, and how much each pixel of ink spoke for what it read."""

from functools import cache
from typing import NamedTuple

import numpy as np

from ...activations import ACTIVATIONS, softmax
from ...data import BUNDLED
from ...network import Layer, backward, forward

SHIPPED = BUNDLED / "digit_network.npz"  # made by tools/digit_network.py
OWN, EXERCISES = ("forward", "softmax"), "02 and 03"  # the learner's, where they are written
SAME = 1e-6  # two probabilities that differ by less are the same


class Network(NamedTuple):
    """The layers of a network 784-...-10 and the name of its hidden activation."""

    params: list
    activation: str = "relu"


@cache
def shipped() -> Network:
    """The network that comes with the course: 784-128-10, trained on MNIST."""
    with np.load(SHIPPED, allow_pickle=False) as arrays:
        pairs = [(arrays[f"W{l}"], arrays[f"b{l}"]) for l in range(len(arrays) // 2)]
    return Network([Layer(W.astype(float), b.astype(float)) for W, b in pairs])


def network_of(estimator) -> Network:
    """The network of a fitted MLPClassifier, the course's or scikit-learn's.

    ValueError if it does not read 784 numbers and answer with the digits 0 to 9.
    """
    if not hasattr(estimator, "coefs_"):
        raise ValueError(f"fit the network first: {type(estimator).__name__} has no weights yet")
    Ws, bs = ([np.asarray(a, float) for a in arrays]
              for arrays in (estimator.coefs_, estimator.intercepts_))  # fmt: skip
    sizes = [len(Ws[0]), *map(len, bs)]
    if sizes[0] != 784 or list(estimator.classes_) != list(range(10)):
        raise ValueError(
            f"the pad needs a network that reads 784 numbers and knows the digits 0 to 9; this one "
            f"has layers of {sizes} and knows {list(estimator.classes_)}"
        )
    return Network([Layer(*pair) for pair in zip(Ws, bs, strict=True)], estimator.activation)


def read(network: Network, picture: np.ndarray) -> np.ndarray:
    """The probabilities (10,) of the digits for a picture (28, 28)."""
    Z, _ = forward(network.params, picture.reshape(1, -1), ACTIVATIONS[network.activation].f)
    return softmax(Z)[0]


def why(network: Network, picture: np.ndarray, digit: int) -> np.ndarray:
    """xᵢ ∂z/∂xᵢ (28, 28): how much pixel i speaks for z, the logit of the digit.

    In a network with ReLU they sum to z less what the biases put into it.
    """
    f, f_prime = ACTIVATIONS[network.activation]
    Z, cached = forward(network.params, picture.reshape(1, -1), f)
    delta = np.zeros_like(Z)
    delta[0, digit] = 1
    first = backward(network.params, cached, delta, f_prime)[0]  # of one row: dW = xᵀδ
    return (network.params[0].W * first.W).sum(axis=1).reshape(picture.shape)  # xᵢ Σⱼ wᵢⱼ δⱼ


def read_by_own(functions: dict, network: Network, picture: np.ndarray) -> np.ndarray:
    """What read gives, with the learner's functions in the place of the course's."""
    f, X = ACTIVATIONS[network.activation].f, picture.reshape(1, -1)
    if "forward" in functions:
        Ws, bs = zip(*network.params, strict=True)
        Z = functions["forward"](X, Ws[:-1], bs[:-1], f)[-1] @ Ws[-1] + bs[-1]
    else:
        Z, _ = forward(network.params, X, f)
    return np.asarray(functions.get("softmax", softmax)(Z), dtype=float).reshape(10)


def own_said(functions: dict, network: Network, picture: np.ndarray) -> str:
    """A sentence on what the learner's functions read, beside what ours do."""
    names = ", ".join(functions)
    try:
        theirs = read_by_own(functions, network, picture)
    except Exception as error:  # the learner's functions may do anything
        return f"Your functions ({names}) stopped: {type(error).__name__}: {error}"
    if np.abs(theirs - read(network, picture)).max() < SAME:
        return f"Your functions ({names}) read the same."
    return f"Your functions ({names}) read a {theirs.argmax()}, {theirs.max():.0%}: not as ours do."
