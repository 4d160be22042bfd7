"""Answers to tanh_gradients: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("tanh_gradients")
E, TANH, SLOPE = "np.exp(-z)", "(1 - e) / (1 + e)", "(1 - A**2)"

RIGHT = [
    edited(TANH, "np.tanh(z)"),
    edited(TANH, "(np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))"),
    edited(TANH, "2 / (1 + np.exp(-2 * z)) - 1"),
    edited("tanh(X @ W + b)", "tanh(2 * (X @ W + b))"),
]

UNCHANGED = [  # what the program returns stays as it was
    # A tanh from the sigmoid, I remember: 2 sigma(z) - 1.
    edited(TANH, "2 / (1 + np.exp(-z)) - 1"),
    edited(TANH, "np.tanh(z / 2)"),
]

HELD_OUT = [
    # The check says twice, so the derivative is half of that.
    (edited(SLOPE, "(1 - A**2) / 2"), "derivative halved", ["no tanh"]),
    (edited(E, "np.exp(-2 * z)", SLOPE, "(1 - A**2) / 2"), "both changed", ["half is too much"]),
    (edited(SLOPE, "2 * (1 - A**2)"), "derivative doubled", ["four times"]),
    (edited(SLOPE, "(A * (1 - A))"), "slope of the sigmoid", ["derivative of the sigmoid"]),
    (edited(TANH, "1 / (1 + np.exp(-z))"), "a sigmoid", ["sigmoid units"]),
    (edited(TANH, "(1 - np.exp(-2 * z)) / (1 + e)"), "upper half only", ["upper half"]),
    (edited(TANH, "(1 - e) / (1 + np.exp(-2 * z))"), "lower half only", ["lower half"]),
    (edited(TANH, "np.tanh(2 * z)"), "too steep", ["too steep"]),
    (edited(TANH, "(1 - np.exp(-z / 2)) / (1 + np.exp(-z / 2))"), "the other way", ["wrong way"]),
    # The factor two comes from the square: no half in the loss, so n becomes 2n.
    (edited("/ len(t)", "/ (2 * len(t))"), "error halved", ["so does v"]),
    (edited(SLOPE, "(1 - tanh(A)**2)"), "slope at A", ["as you got it"]),
    (edited(TANH, "(np.exp(-2 * z) - 1) / (1 + np.exp(-2 * z))"), "sign", ["sign"]),
]
