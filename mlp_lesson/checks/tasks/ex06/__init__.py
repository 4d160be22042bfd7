"""Exercise 06: first weights, minibatches, steps with a memory, and a network that learns."""

ORDER = (
    "init_layer",
    "minibatches",
    "momentum_step",
    "adam_step",
    "fit_moons",
    "clip_by_norm",
    "what_happened",
)
