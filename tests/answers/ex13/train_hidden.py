"""Answers to train_hidden: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("train_hidden")
SIGNAL, OUTPUT = "delta1 = delta2 @ W2.T", "delta2 = (P - Y) / len(X)"

RIGHT = [
    edited(SIGNAL, "delta1 = (delta2 @ W2.T) * (A * (1 - A))"),
    edited(SIGNAL, "delta1 = delta2 @ W2.T * (A - A**2)"),
    edited(SIGNAL, "Z = X @ W1 + b1\n        delta1 = np.einsum('nk,hk->nh', delta2, W2)"
           " * sigmoid(Z) * sigmoid(-Z)"),
    edited("X.T @ delta1", "X.T @ (delta1 * A * (1 - A))",
           "delta1.sum(axis=0)", "(delta1 * A * (1 - A)).sum(axis=0)"),
]  # fmt: skip

UNCHANGED = [  # what the program returns stays as it was
    # The slope of ReLU: a sigmoid's outputs are all above 0.
    edited(SIGNAL, "delta1 = delta2 @ W2.T * (A > 0)"),
]

HELD_OUT = [
    # The slope of a hidden unit is 1 - a².
    (edited(SIGNAL, "delta1 = delta2 @ W2.T * (1 - A**2)"), "slope of tanh", ["tanh"]),
    # sigma'(z) = sigma(z) (1 - sigma(z)), put in as it stands.
    (edited(SIGNAL, "delta1 = delta2 @ W2.T * sigmoid(A) * (1 - sigmoid(A))"), "slope at A",
     ["taken twice"]),
    # Each layer has its slope: the output as well.
    (edited(OUTPUT, "delta2 = (P - Y) * P * (1 - P) / len(X)",
            SIGNAL, "delta1 = delta2 @ W2.T * A * (1 - A)"), "slope at the output, too",
     ["output's error signal was right"]),
    (edited(OUTPUT, "delta2 = (P - Y) * P * (1 - P) / len(X)"), "slope at the output only",
     ["wrong layer"]),
    # The signal is multiplied by the activation.
    (edited(SIGNAL, "delta1 = delta2 @ W2.T * A"), "times A", ["Half of the slope"]),
    # The bias has no slope.
    (edited("lr * X.T @ delta1", "lr * X.T @ (delta1 * A * (1 - A))"), "only in W1",
     ["b1 does not"]),
    # At most 0.25: divide by 4.
    (edited(SIGNAL, "delta1 = 0.25 * delta2 @ W2.T"), "a quarter for all", ["quarter"]),
    # W1 moves too far, so give it less.
    (edited("W1 = W1 - lr *", "W1 = W1 - 0.1 * lr *", "b1 = b1 - lr *", "b1 = b1 - 0.1 * lr *"),
     "a smaller rate for layer 1", ["fixed", "another one for each"]),
    (edited(SIGNAL, "Z = X @ W1 + b1\n        delta1 = delta2 @ W2.T * Z * (1 - Z)"), "z(1 - z)",
     ["written in z", "z(1"]),
    # The old W2 is stale; first the output layer, then back through it.
    (edited(SIGNAL, "pass", "b2 = b2 - lr * delta2.sum(axis=0)",
            "b2 = b2 - lr * delta2.sum(axis=0)\n        delta1 = delta2 @ W2.T * A * (1 - A)"),
     "through the new W2", ["new W2"]),
    (edited(OUTPUT, "delta2 = P - Y"), "the mean taken away", ["mean", "number of rows"]),
    (edited(SIGNAL, "delta1 = delta2 @ W2.T * (1 - A)"), "times 1 - A", ["Half of the slope"]),
]  # fmt: skip
