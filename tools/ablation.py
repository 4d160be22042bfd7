"""Lesson 10's ablation: eight recipes on Fashion-MNIST, five seeds each, about 20 minutes.

    python tools/ablation.py             all of it, into mlp_lesson/bundled/ablation.json
    python tools/ablation.py 0 2         seeds 0 and 2 alone; the others stay as they are

Each run trains 784-128-10 on 50,000 of the training images for 30 epochs and is judged by the
other 10,000; the test images are not opened. The file holds the curves of every run.
"""

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
EPOCHS, BATCH, SEEDS = 30, 200, range(5)
PARTS = {"dropout": {"dropout": 0.2}, "L2": {"l2": 0.05}, "decay": {"lr": 0.002, "rate": 0.03}}
RECIPES = {
    "none": {},
    **PARTS,
    **{f"all but {name}": {k: v for other, part in PARTS.items() if other != name
                           for k, v in part.items()} for name in PARTS},
    "all": {k: v for part in PARTS.values() for k, v in part.items()},
}  # fmt: skip
CURVES = ("training loss", "validation loss", "validation accuracy")


def curves(data, seed, *, lr=0.001, rate=1.0, dropout=0.0, l2=0.0):
    """(EPOCHS, 3): the loss while training, penalty and dropout included; loss, accuracy after."""
    X, X_val, y, y_val = data
    rng, relu = np.random.default_rng(seed), ACTIVATIONS["relu"]
    params = init_params((784, 128, 10), rng, he_normal, dtype=np.float32)
    schedule = exponential_decay(lr, rate=rate, every=EPOCHS * len(X) // BATCH)
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
    for name, settings in RECIPES.items():
        runs = known.setdefault(name, {})
        for seed in seeds:
            found = curves(data, seed, **settings).T
            runs[str(seed)] = {
                curve: [round(float(v), 4) for v in values]
                for curve, values in zip(CURVES, found, strict=True)
            }
            print(name, seed, *found[:, -1].round(4), flush=True)
    FILE.write_text(json.dumps(known, indent=1).replace("\n    ", " ").replace("\n   ]", "]") + "\n")


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or SEEDS)
