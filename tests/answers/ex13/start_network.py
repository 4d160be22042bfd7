"""Answers to start_network: the form is told in answer_files.py."""

from ._edits import repairs_of

edited = repairs_of("start_network")
DRAWN, SCALE = "rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)", "* np.sqrt(n_in)"

RIGHT = [
    edited(DRAWN, "rng.normal(0, 1 / np.sqrt(n_in), (n_in, n_out))"),
    edited(SCALE, "* np.sqrt(1 / n_in)"),
    edited(DRAWN, "rng.normal(scale=n_in**-0.5, size=[n_in, n_out])"),
    edited(SCALE, "* n_in ** (-1 / 2)"),
]

UNCHANGED = [  # what the program returns stays as it was
    edited(DRAWN, "rng.normal(0, np.sqrt(n_in), (n_in, n_out))"),
]

HELD_OUT = [
    # Divided by the number of inputs.
    (edited(SCALE, "/ n_in"), "divided by n", ["standard deviation that is multiplied"]),
    # Without any factor the weights have variance 1.
    (edited(" " + SCALE, ""), "no factor", ["variance is 1 now"]),
    (edited(SCALE, "* np.sqrt(2 / n_in)"), "He", ["He's"]),
    (edited(SCALE, "* np.sqrt(2 / (n_in + n_out))"), "Glorot", ["Glorot"]),
    (edited(SCALE, "/ np.sqrt(n_out)"), "by the units", ["number of units"]),
    (edited(SCALE, "* 0.01"), "0.01", ["0.01"]),
    (edited(SCALE, "* 0.1"), "0.1", ["0.1,"]),
    (edited(DRAWN, "rng.normal(0, 1 / n_in, (n_in, n_out))"), "variance for spread",
     ["standard deviation"]),
    (edited(SCALE, "/ np.sqrt(len(A))"), "by the rows", ["number of rows"]),
    # Keep the sums in the range of tanh.
    (edited("np.tanh(A @ W)", "np.tanh(A @ W / n_in)"), "the sums divided, not the weights",
     ["as you got it", "weights that are returned"]),
    (edited(DRAWN, "rng.uniform(-1, 1, (n_in, n_out)) / np.sqrt(n_in)"), "uniform", ["uniform"]),
    (edited("A = X\n", "A = X / np.abs(X).max()\n"), "inputs made smaller",
     ["as you got it"]),
    (edited(DRAWN, "np.random.default_rng(1).normal(0, n_in**-0.5, (n_in, n_out))"),
     "a generator of one's own", ["another generator"]),
]  # fmt: skip
