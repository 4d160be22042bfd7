"""Exercise 01: one neuron, and the rule by which it learns from its mistakes."""

ORDER = (
    "linear",
    "heaviside",
    "perceptron_update",
    "train_perceptron",
    "veto_neuron",
    "fold_scaling",
)
