"""One MNIST epoch, batch 200: ours against scikit-learn, PyTorch and the bare matrix multiply.

    python benchmarks/epoch.py [rounds]

One BLAS thread; every figure of a row comes from the same rounds, run in turn. The network and
the settings are those of the course's lesson 09: ReLU, SGD with Nesterov momentum 0.9, learning
rate 0.1, L2 1e-4. scikit-learn runs in float64, as most people run it, and in float32.
"""

import os
import sys
import warnings

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from _measure import in_turn, ratio
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.data import load_mnist
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import init_params
from mlp_lesson.optimizers import momentum, nesterov
from mlp_lesson.train import train

try:
    import torch
except ImportError:
    torch = None

BATCH = 200
EPOCHS = 2  # of each timing; the figures are for one
N_SQUARE = 2048


def ours(X, Y, hidden, step=nesterov, l2=1e-4):
    """With the functions that the lessons teach, in the dtype of X."""
    rng = np.random.RandomState(1)
    params = init_params([X.shape[1], *hidden, Y.shape[1]], rng, dtype=X.dtype)
    settings = dict(activation=ACTIVATIONS["relu"], loss=softmax_cross_entropy, step=step, lr=0.1)
    for _ in train(params, X, Y, **settings, l2=l2, epochs=EPOCHS, batch_size=BATCH, rng=rng):
        pass


def scikit_learn(X, y, hidden):
    """The MLPClassifier, in the dtype of X."""
    model = MLPClassifier(
        hidden,
        solver="sgd",
        learning_rate_init=0.1,
        max_iter=EPOCHS,
        random_state=1,
        batch_size=BATCH,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X, y)


def pytorch_model(n_inputs, hidden):
    """A torch.nn.Sequential of linear layers with ReLU between them and 10 outputs."""
    sizes = [n_inputs, *hidden]
    layers = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers, torch.nn.Linear(sizes[-1], 10))


def pytorch(X, y, hidden):
    """In PyTorch, on the CPU, in float32: its own layers, loss and optimiser."""
    torch.manual_seed(1)
    model, loss = pytorch_model(X.shape[1], hidden), torch.nn.CrossEntropyLoss()
    decay = 1e-4 / BATCH
    optimizer = torch.optim.SGD(model.parameters(), 0.1, 0.9, weight_decay=decay, nesterov=True)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(X)).split(BATCH):
            optimizer.zero_grad()
            loss(model(X[batch]), y[batch]).backward()
            optimizer.step()


def square_products(A):
    """Four products of one large square float32 matrix: what the machine can do at best."""
    for _ in range(4):
        A @ A


def epoch_flops(n_rows, hidden):
    """Operations in the matrix products of one epoch: 2 a multiply-add."""
    sizes = [784, *hidden, 10]
    pairs = list(zip(sizes[:-1], sizes[1:], strict=True))
    products = 2 * sum(a * b for a, b in pairs) + sum(a * b for a, b in pairs[1:])
    return 2 * n_rows * products


def main(rounds):
    data = load_mnist()
    X, y = data.X_train, data.y_train
    Y = one_hot(y, 10, np.float32)
    X64 = X.astype(np.float64)
    square = np.random.default_rng(0).random((N_SQUARE, N_SQUARE), dtype=np.float32)
    if torch:
        torch.set_num_threads(1)
        Xt, yt = torch.from_numpy(X), torch.from_numpy(y)
    print(f"{'hidden':>12} {'against':<24} {'theirs':>8} {'ours':>8} {'ratio':>7}")
    for hidden in [(50, 20, 10), (512, 512)]:
        actions = {
            "ours": lambda h=hidden: ours(X, Y, h),
            "ours, momentum, no L2": lambda h=hidden: ours(X, Y, h, momentum, 0.0),
            "scikit-learn float64": lambda h=hidden: scikit_learn(X64, y, h),
            "scikit-learn float32": lambda h=hidden: scikit_learn(X, y, h),
        }
        if torch:
            actions["PyTorch"] = lambda h=hidden: pytorch(Xt, yt, h)
        rivals = list(actions)[2:]
        actions["peak"] = lambda: square_products(square)
        times = in_turn(actions, rounds)
        mine = np.median(times["ours"]) / EPOCHS
        for name in rivals:
            theirs, factor = np.median(times[name]) / EPOCHS, ratio(times, name, "ours")
            print(f"{hidden!s:>12} {name:<24} {theirs:8.3f} {mine:8.3f} {factor:7.2f}")
        for name in ("ours", "ours, momentum, no L2"):
            work = EPOCHS * epoch_flops(len(X), hidden) / (4 * 2 * N_SQUARE**3)
            share = work * ratio(times, "peak", name)
            print(f"{hidden!s:>12} {name}: {share:.0%} of the machine's matrix-multiply speed")
    if not torch:
        print("PyTorch is not installed: its rows are left out (pip install torch).")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
