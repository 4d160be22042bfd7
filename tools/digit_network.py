"""Train the network that reads what is drawn: mlp_lesson/bundled/digit_network.npz, made anew.

    python tools/digit_network.py        three minutes on one core

784-128-10, ReLU, on MNIST's 60,000 training digits alone. In each epoch every batch is slanted,
turned and stretched a little at random, and its strokes are made thicker or thinner: what people
draw with a mouse varies more than what they write with a pen. Weights are stored in 16 bits.
"""

from pathlib import Path

import numpy as np
from scipy import ndimage

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.data import BUNDLED, load_mnist
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import forward, he_normal, init_params
from mlp_lesson.optimizers import adam
from mlp_lesson.train import loss_and_gradient, minibatches, update

SIZES, EPOCHS, BATCH, RATES, SEED = (784, 128, 10), 20, 200, (2e-3, 1e-4), 0
FILE = BUNDLED / "digit_network.npz"


def varied(X, rng):
    """A batch (n, 784), all of it slanted, turned, stretched and thickened in one random way."""
    images = X.reshape(-1, 28, 28)
    turn, slant = rng.normal(0, 0.12), rng.normal(0, 0.2)
    stretch = np.diag(np.exp(rng.normal(0, 0.1, 2)))
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    ways = np.eye(3)
    ways[1:, 1:] = rotation @ np.array([[1, 0], [slant, 1]]) @ stretch  # (row, column)
    middle = np.array([0, 14, 14])
    offset = middle - ways @ middle + np.array([0, *rng.normal(0, 0.7, 2)])
    images = ndimage.affine_transform(images, ways, offset, order=1)
    tip = ndimage.generate_binary_structure(2, 1)[None]
    change = rng.choice([None, None, ndimage.grey_dilation, ndimage.grey_erosion])
    if change is not None:
        share = np.float32(rng.uniform(0, 0.8))
        images = (1 - share) * images + share * change(images, footprint=tip)
    return images.reshape(X.shape)


def trained(X, Y, rng):
    params = init_params(SIZES, rng, he_normal, dtype=np.float32)
    states, relu = [{} for _ in range(2 * len(params))], ACTIVATIONS["relu"]
    for rate in np.geomspace(*RATES, EPOCHS):
        losses = []
        for rows in minibatches(rng.permutation(len(X)), BATCH):
            loss, gradient = loss_and_gradient(
                params, varied(X[rows], rng), Y[rows], relu, softmax_cross_entropy
            )
            update(params, gradient, adam, states, np.float32(rate))
            losses.append(loss)
        print(f"rate {rate:.5f}  loss {np.mean(losses):.4f}", flush=True)
    return params


def main(path: Path = FILE) -> None:
    mnist = load_mnist()
    Y_train = one_hot(mnist.y_train, 10, np.float32)
    params = trained(mnist.X_train, Y_train, np.random.default_rng(SEED))
    small = {f"{kind}{l}": a.astype(np.float16) for l, layer in enumerate(params)
             for kind, a in zip("Wb", layer, strict=True)}  # fmt: skip
    np.savez_compressed(path, **small)
    Z, _ = forward(params, mnist.X_test, ACTIVATIONS["relu"].f)
    accuracy = np.mean(Z.argmax(axis=1) == mnist.y_test)
    print(f"{path}: {path.stat().st_size:,} bytes, test accuracy {accuracy:.2%}")


if __name__ == "__main__":
    main()
