"""Exercise 06: first weights, minibatches, steps with a memory, and a network that learns."""

ORDER = ("fit_moons",)
