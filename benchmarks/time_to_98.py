"""Training time until MNIST's test accuracy first reaches 0.98: the best of three set-ups each.

    python benchmarks/time_to_98.py

Ours, scikit-learn and PyTorch get the same three networks and settings, float32, one BLAS thread.
Only the training is timed; the accuracy is measured after each epoch, off the clock. The test
images say when to stop, so this is a race, not an estimate of accuracy.
"""

import os
import time
import warnings

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from epoch import pytorch_model, torch
from sklearn.neural_network import MLPClassifier

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.data import load_mnist
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import forward, he_normal, init_params
from mlp_lesson.optimizers import adam, nesterov
from mlp_lesson.train import train

TARGET, MAX_EPOCHS = 0.98, 25
SETUPS = {  # hidden layers, rule, learning rate, batch size
    "(128,) Adam 0.001, batch 200": ((128,), "adam", 0.001, 200),
    "(256,) Nesterov 0.1, batch 100": ((256,), "nesterov", 0.1, 100),
    "(512,) Adam 0.001, batch 100": ((512,), "adam", 0.001, 100),
}


def ours(data, hidden, rule, lr, batch):
    """Yield after each epoch a function that predicts labels."""
    rng = np.random.default_rng(0)
    params = init_params([784, *hidden, 10], rng, he_normal, dtype=np.float32)
    Y = one_hot(data.y_train, 10, np.float32)
    relu = ACTIVATIONS["relu"]
    step = adam if rule == "adam" else nesterov
    settings = dict(activation=relu, loss=softmax_cross_entropy, step=step, lr=lr)
    epochs = train(params, data.X_train, Y, **settings, epochs=99, batch_size=batch, rng=rng)
    for _ in epochs:
        yield lambda X: forward(params, X, relu.f)[0].argmax(axis=1)


def scikit_learn(data, hidden, rule, lr, batch):
    """Yield after each epoch a function that predicts labels."""
    solver = "adam" if rule == "adam" else "sgd"
    rng = np.random.RandomState(0)  # an object, so that each epoch is shuffled anew
    settings = dict(solver=solver, learning_rate_init=lr, batch_size=batch, random_state=rng)
    model = MLPClassifier(hidden, **settings)
    while True:
        model.partial_fit(data.X_train, data.y_train, classes=np.arange(10))
        yield model.predict


def pytorch(data, hidden, rule, lr, batch):
    """Yield after each epoch a function that predicts labels."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    model, loss = pytorch_model(784, hidden), torch.nn.CrossEntropyLoss()
    if rule == "adam":
        optimizer = torch.optim.Adam(model.parameters(), lr)
    else:
        optimizer = torch.optim.SGD(model.parameters(), lr, 0.9, nesterov=True)
    X, y = torch.from_numpy(data.X_train), torch.from_numpy(data.y_train)
    while True:
        for rows in torch.randperm(len(X)).split(batch):
            optimizer.zero_grad()
            loss(model(X[rows]), y[rows]).backward()
            optimizer.step()
        yield lambda X: model(torch.from_numpy(X)).argmax(dim=1).numpy()


def race(epochs, data):
    """Seconds of training and number of epochs until TARGET; (inf, epochs) when never reached."""
    spent = 0.0
    for n in range(1, MAX_EPOCHS + 1):
        start = time.perf_counter()
        predict = next(epochs)
        spent += time.perf_counter() - start
        if np.mean(predict(data.X_test) == data.y_test) >= TARGET:
            return spent, n
    return float("inf"), MAX_EPOCHS


def main():
    warnings.simplefilter("ignore")  # scikit-learn warns of every single-epoch fit
    data = load_mnist()
    runners = {"ours": ours, "scikit-learn": scikit_learn}
    if torch:
        runners["PyTorch"] = pytorch
    best = dict.fromkeys(runners, float("inf"))
    print(f"{'':<32} {'':<13} seconds  epochs")
    for setup, settings in SETUPS.items():
        for name, runner in runners.items():
            spent, n = race(runner(data, *settings), data)
            best[name] = min(best[name], spent)
            print(f"{setup:<32} {name:<13} {spent:7.1f} {n:7d}", flush=True)
    for name in list(best)[1:]:
        print(f"best of three: ours {best['ours']:.1f} s, {name} {best[name]:.1f} s")


if __name__ == "__main__":
    main()
