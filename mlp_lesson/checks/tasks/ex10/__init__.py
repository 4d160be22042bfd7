"""Exercise 10: what keeps a network from learning by heart, and how settings are chosen."""

ORDER = (
    "dropout",
    "l2_gradient",
    "early_stopping",
    "exponential_decay",
    "successive_halving",
)
