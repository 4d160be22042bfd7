"""Exercise 10: what keeps a network from learning by heart, and how settings are chosen."""

ORDER = (
    "dropout",
    "early_stopping",
)
