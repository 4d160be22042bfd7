"""Lesson 10's ablation: five recipes on Fashion-MNIST, several seeds each, a few minutes a seed.

    python tools/ablation.py 0 1 2       these seeds, into mlp_lesson/bundled/ablation.json

Each run trains 784-128-10 on 50,000 of the training images for 30 epochs and is judged by the
other 10,000; the test images are not opened. The file holds the curves of every run. Runs that it
has are not made again: delete it to start anew.
"""

import itertools
import json
import os
import sys

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from sklearn.model_selection import train_test_split

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.data import BUNDLED, load_fashion_mnist
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import forward, he_normal, init_params
from mlp_lesson.optimizers import adam, exponential_decay
from mlp_lesson.train import train

FILE = BUNDLED / "ablation.json"
EPOCHS, BATCH = 30, 200
PARTS = {"dropout": {"dropout": 0.2}, "L2": {"l2": 0.02}, "decay": {"rate": 0.03}}
RECIPES = {"none": {}, **PARTS, "all": {k: v for part in PARTS.values() for k, v in part.items()}}
CURVES = ("training loss", "validation loss", "validation accuracy")


def curves(data, seed, *, rate=1.0, dropout=0.0, l2=0.0):
    """(EPOCHS, 3): the loss while training, penalty and dropout included; loss, accuracy after."""
    X, X_val, y, y_val = data
    rng, relu = np.random.default_rng(seed), ACTIVATIONS["relu"]
    params = init_params((784, 128, 10), rng, he_normal, dtype=np.float32)
    schedule = exponential_decay(0.002, rate=rate, every=EPOCHS * len(X) // BATCH)
    rows = []
    for epoch in train(
        params, X, one_hot(y, 10, np.float32), activation=relu, loss=softmax_cross_entropy,
        step=adam, lr=schedule, epochs=EPOCHS, batch_size=BATCH, rng=rng, dropout=dropout, l2=l2,
    ):  # fmt: skip
        logits, _ = forward(params, X_val, relu.f)
        loss, _ = softmax_cross_entropy(logits, one_hot(y_val, 10, np.float32))
        rows.append((epoch.loss, loss, np.mean(logits.argmax(axis=1) == y_val)))
    return np.array(rows)


def main(seeds):
    X, y, _, _ = load_fashion_mnist()
    data = train_test_split(X, y, test_size=10_000, stratify=y, random_state=10)
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    for seed, (name, settings) in itertools.product(seeds, RECIPES.items()):
        if seed not in known.setdefault(name, {}):
            run = curves(data, int(seed), **settings).T.round(4).tolist()
            known[name][seed] = dict(zip(CURVES, run, strict=True))
            lines = (f"{json.dumps(name)}: {json.dumps(runs)}" for name, runs in known.items())
            FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n")
            print(name, seed, *(curve[-1] for curve in run), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
