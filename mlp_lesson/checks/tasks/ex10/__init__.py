"""Exercise 10: what keeps a network from learning by heart, and how settings are chosen."""

ORDER = (
    "dropout",
    "l2_gradient",
    "early_stopping",
    "when_to_stop",
    "exponential_decay",
    "successive_halving",
    "find_leak",
)
