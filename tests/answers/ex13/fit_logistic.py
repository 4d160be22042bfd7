"""Answers to fit_logistic: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("fit_logistic")
ERROR, W_STEP, B_STEP = "error = p - y", "lr * X.T @ error", "lr * error.sum()"
LOSS = "-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))"

RIGHT = [
    edited(W_STEP, "lr * X.T @ error / len(y)", B_STEP, "lr * error.mean()"),
    edited(W_STEP, "lr / len(X) * (error @ X)", B_STEP, "lr / len(X) * error.sum()"),
    edited(W_STEP, "lr * np.mean(X * error[:, None], axis=0)", B_STEP, "lr * np.mean(error)"),
    edited("    losses = []", "    lr = lr / X.shape[0]\n    losses = []"),
    edited(LOSS, "np.logaddexp(0, (1 - 2 * y) * (X @ w + b)).mean()", ERROR,
           "error = (p - y) / y.size"),
]  # fmt: skip

UNCHANGED = [  # what the program returns stays as it was
    # log(0) is what breaks it.
    edited("p = sigmoid(X @ w + b)", "p = np.clip(sigmoid(X @ w + b), 1e-9, 1 - 1e-9)"),
    edited(ERROR, "error = np.clip(p - y, -1, 1)"),
]

HELD_OUT = [
    # The loss and its gradient have to match, so I make the loss a sum.
    (edited("-np.mean(y", "-np.sum(y"), "the loss made a sum", ["promises the mean"]),
    # X.T @ error is the sum that runs over the rows.
    (edited(W_STEP, "lr * X.T @ error / len(X)"), "only the weights", ["bias still"]),
    # .sum() is what I was looking for.
    (edited(".sum()", ".mean()"), "only the bias", ["weights still"]),
    # Divide where the error is made, and mean is safer than sum.
    (edited(ERROR, "error = (p - y) / len(X)", ".sum()", ".mean()"), "bias divided twice",
     ["bias+twice"]),
    # The shape of X tells how many there are.
    (edited(ERROR, "error = (p - y) / X.shape[1]"), "divided by the inputs", ["number of inputs"]),
    (edited(ERROR, "error = (p - y) / X.size"), "divided by all entries", ["entries of X"]),
    # A smaller step cures divergence.
    (edited("    losses = []", "    lr = lr / 100\n    losses = []"), "a fixed smaller rate",
     ["by 100"]),
    (edited(ERROR, "error = (p - y) / np.linalg.norm(p - y)"), "scaled to length 1", ["length 1"]),
    # The step leads to where the loss grows: the sign.
    (edited(ERROR, "error = y - p"), "the sign turned, nothing divided", ["sign", "uphill"]),
    # Cross-entropy misses the derivative of the sigmoid.
    (edited(ERROR, "error = (p - y) * p * (1 - p) / len(y)"), "slope of the sigmoid",
     ["slope of the sigmoid"]),
    (edited(ERROR, "error = np.mean(p - y)", W_STEP, "lr * X.mean(axis=0) * error", B_STEP,
            "lr * error"), "means multiplied", ["mean of a product", "product of two means"]),
    (edited(ERROR, "error = (p - y) / np.sqrt(len(y))"), "by the root", ["root"]),
]  # fmt: skip
