"""Exercise 05: the error signal travels back through the network."""

ORDER = (
    "numerical_gradient",
    "output_delta",
    "layer_backward",
    "hidden_delta",
    "backward",
    "skip_backward",
    "tied_backward",
)
