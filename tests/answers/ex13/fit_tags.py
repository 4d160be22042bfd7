"""Answers to fit_tags: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("fit_tags")
OUTPUT, SURPRISE = "return softmax(X @ W + b)", "-np.log(np.where(Y == 1, P, 1 - P))"
DELTA, MEAN = "(P - Y) / len(X)", "surprise.sum(axis=1).mean()"
SIGMOID = "return sigmoid(X @ W + b)"

RIGHT = [
    edited(OUTPUT, SIGMOID),
    edited(OUTPUT, "return 1 / (1 + np.exp(-X @ W - b))"),
    edited(OUTPUT, "return (np.tanh((X @ W + b) / 2) + 1) / 2"),
    edited(OUTPUT, SIGMOID, SURPRISE, "-Y * np.log(P) - (1 - Y) * np.log(1 - P)"),
]

UNCHANGED = [  # what the program returns stays as it was
    # So that it never overflows.
    edited(OUTPUT, "Z = X @ W + b\n        return softmax(Z - Z.max(axis=1, keepdims=True))"),
]

HELD_OUT = [
    # Softmax goes with categorical cross-entropy.
    (edited(SURPRISE, "-Y * np.log(P)"), "categorical loss", ["exactly one class"]),
    (edited(OUTPUT, SIGMOID, SURPRISE, "-Y * np.log(P)"), "sigmoid, categorical loss",
     ["loss has lost"]),
    # The targets have to add up to 1, too.
    (edited(DELTA, "(P - Y / np.maximum(Y.sum(axis=1, keepdims=True), 1)) / len(X)"),
     "targets shared out", ["shares of 1"]),
    (edited(OUTPUT, "return softmax(X @ W + b) * Y.shape[1]"), "times k", ["number of tags"]),
    (edited(OUTPUT, "return sigmoid(softmax(X @ W + b))"), "sigmoid on top",
     ["on top of the softmax"]),
    (edited(OUTPUT, "return softmax(sigmoid(X @ W + b))"), "softmax on top",
     ["on top of the sigmoid"]),
    (edited(OUTPUT, "return softmax((X @ W + b).T).T"), "softmax of the columns",
     ["rows compete"]),
    # With a sigmoid comes its derivative.
    (edited(OUTPUT, SIGMOID, DELTA, "(P - Y) * P * (1 - P) / len(X)"), "slope of the sigmoid",
     ["slope of the sigmoid"]),
    (edited(OUTPUT, SIGMOID, DELTA, "(P - Y) / Y.size"), "mean over the tags, too",
     ["rows times tags"]),
    (edited(OUTPUT, SIGMOID, MEAN, "surprise.mean()"), "the loss a mean over tags",
     ["mean over the tags"]),
    (edited("return probabilities()", "return sigmoid(X @ W + b)"), "repaired at the end only",
     ["still uses the softmax", "as you got it"]),
    (edited("P = probabilities()", "P = sigmoid(X @ W + b)"), "repaired in training only",
     ["comes from a softmax"]),
    (edited(OUTPUT, "return (np.tanh(X @ W + b) + 1) / 2"), "sigmoid(2z)", ["twice as steep"]),
    (edited(OUTPUT, "return np.exp(X @ W + b)"), "only the exponential",
     ["above 1", "exponential"]),
]  # fmt: skip
