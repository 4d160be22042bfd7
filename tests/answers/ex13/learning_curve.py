"""Answers to learning_curve: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("learning_curve")
TEST, TRAINING = "sigmoid(X_test @ W1 + b1)", "np.tanh(X @ W1 + b1)"
SLOPE, OUTPUT = "(1 - A**2)", "softmax(A_test @ W2 + b2)"

RIGHT = [
    edited(TEST, "np.tanh(X_test @ W1 + b1)"),
    edited(TEST, "2 * sigmoid(2 * (X_test @ W1 + b1)) - 1"),
    edited("    losses, accuracies = [], []",
           "    def outputs(X):\n        return softmax(np.tanh(X @ W1 + b1) @ W2 + b2)\n\n"
           "    losses, accuracies = [], []",
           f"A_test = {TEST}", "pass", OUTPUT, "outputs(X_test)"),
    edited(TEST, "np.tanh(X_test @ W1 + b1)", "np.mean(P_test.argmax(axis=1) == y_test)",
           "(np.argmax(A_test @ W2 + b2, axis=1) == y_test).sum() / len(y_test)"),
]  # fmt: skip

UNCHANGED = [  # what the program returns stays as it was
    edited(TEST, "1 / (1 + np.exp(-(X_test @ W1 + b1)))"),
]

HELD_OUT = [
    # Training and test have to agree: sigmoid in both.
    (edited(TRAINING, "sigmoid(X @ W1 + b1)"), "sigmoid in both", ["docstring promises tanh"]),
    (edited(TRAINING, "sigmoid(X @ W1 + b1)", SLOPE, "A * (1 - A)"), "a sigmoid network",
     ["sigmoid network"]),
    # It overfits: train for longer, or with a smaller step.
    (edited("in range(epochs)", "in range(10 * epochs)"), "more epochs", ["ten times as long"]),
    (edited(TEST, "np.maximum(0, X_test @ W1 + b1)"), "ReLU in the test", ["ReLU"]),
    (edited(TEST, "X_test @ W1 + b1"), "no activation in the test", ["no activation"]),
    # The output wants a sigmoid's partner: no softmax needed for argmax.
    (edited(TEST, "np.tanh(X_test @ W1 + b1)", OUTPUT, "A_test @ W2 + b2"), "softmax dropped",
     ["softmax has gone"]),
    (edited(OUTPUT, "sigmoid(A_test @ W2 + b2)"), "sigmoid at the output, too",
     ["as you got it", "output is a sigmoid"]),
    (edited(TEST, "np.tanh(sigmoid(X_test @ W1 + b1))"), "tanh on top", ["on top"]),
    (edited(TEST, "np.tanh(X_test @ W1)"), "the bias lost", ["hidden biases"]),
    # Hidden outputs are there already.
    (edited(TEST, "A[: len(X_test)]"), "training rows are tested", ["training rows"]),
    (edited(TEST, "2 * sigmoid(X_test @ W1 + b1) - 1"), "tanh(z/2)", ["half as steep"]),
    (edited("argmax(axis=1)", "argmax(axis=0)"), "argmax over the rows",
     ["as you got it", "axis"]),
    (edited(TRAINING, "sigmoid(X @ W1 + b1)", TEST, "np.tanh(X_test @ W1 + b1)"), "exchanged",
     ["exchanged"]),
]  # fmt: skip
