"""Lesson 10's ablation: five recipes on Fashion-MNIST, each at the learning rate that suits it.

    python tools/ablation.py       into mlp_lesson/bundled/ablation.json

Every recipe is tried at the same RATES, with the seeds CHOOSING. The rate with the lowest loss on
5,000 pictures, in the mean of the last five epochs, is its own; with it the seeds JUDGING are
trained and judged by 5,000 others. The test images are not opened. The file holds SETTINGS and a
line for each run. Runs that it has are not made again, unless SETTINGS have changed.
"""

import itertools
import json
import os

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
RATES = [0.0002, 0.00032, 0.0005, 0.0008, 0.00125, 0.002, 0.0032, 0.005, 0.008, 0.0125]
CHOOSING, JUDGING = (10, 11), (0, 1, 2, 3, 4)  # seeds
PARTS = {"dropout": {"dropout": 0.2}, "L2": {"l2": 0.02}, "decay": {"decay": 0.03}}
RECIPES = {"none": {}, **PARTS, "all": {k: v for part in PARTS.values() for k, v in part.items()}}
SETTINGS = {
    "layers": [784, 128, 10],
    "epochs": EPOCHS,
    "batch": BATCH,
    "recipes": RECIPES,
}


def pictures():
    """{"learned": (X, y), "choosing": (X, y), "judging": (X, y)}, all from the training images."""
    X_all, y_all, _, _ = load_fashion_mnist()
    X, X_val, y, y_val = train_test_split(
        X_all, y_all, test_size=10_000, stratify=y_all, random_state=10
    )
    return {
        "learned": (X, y),
        "choosing": (X_val[:5_000], y_val[:5_000]),
        "judging": (X_val[5_000:], y_val[5_000:]),
    }


def curves(learned, others, rate, seed, *, decay=1.0, dropout=0.0, l2=0.0):
    """Loss and accuracy on the others after each epoch, without any brake."""
    (X, y), (X_val, y_val) = learned, others
    rng, relu = np.random.default_rng(seed), ACTIVATIONS["relu"]
    params = init_params(SETTINGS["layers"], rng, he_normal, dtype=np.float32)
    schedule = exponential_decay(rate, rate=decay, every=EPOCHS * len(X) // BATCH)
    losses, accuracies = [], []
    for _ in train(
        params, X, one_hot(y, 10, np.float32), activation=relu, loss=softmax_cross_entropy,
        step=adam, lr=schedule, epochs=EPOCHS, batch_size=BATCH, rng=rng, dropout=dropout, l2=l2,
    ):  # fmt: skip
        logits, _ = forward(params, X_val, relu.f)
        loss, _ = softmax_cross_entropy(logits, one_hot(y_val, 10, np.float32))
        losses.append(round(float(loss), 4))
        accuracies.append(round(float(np.mean(logits.argmax(axis=1) == y_val)), 4))
    return {"loss": losses, "accuracy": accuracies}


def own_rate(runs, recipe):
    """The rate with the lowest mean loss of the last five epochs."""
    chosen = [run for run in runs if (run["recipe"], run["by"]) == (recipe, "choosing")]
    return min(RATES, key=lambda rate: np.mean(
        [run["loss"][-5:] for run in chosen if run["rate"] == rate]
    ))  # fmt: skip


def main():
    data = pictures()
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    runs = known["runs"] if known.get("settings") == SETTINGS else []

    def run(recipe, rate, seed, by):
        key = {"recipe": recipe, "rate": rate, "seed": seed, "by": by}
        if not any(key.items() <= old.items() for old in runs):
            runs.append(key | curves(data["learned"], data[by], rate, seed, **RECIPES[recipe]))
            lines = ",\n".join(map(json.dumps, runs))
            FILE.write_text(f'{{"settings": {json.dumps(SETTINGS)},\n"runs": [\n{lines}\n]}}\n')
            print(*key.values(), *(runs[-1][name][-1] for name in ("loss", "accuracy")), flush=True)

    for seed, recipe, rate in itertools.product(CHOOSING, RECIPES, RATES):
        run(recipe, rate, seed, "choosing")
    for seed, recipe in itertools.product(JUDGING, RECIPES):
        run(recipe, own_rate(runs, recipe), seed, "judging")


if __name__ == "__main__":
    main()
