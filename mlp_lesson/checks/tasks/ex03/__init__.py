"""Exercise 03: activations and their slopes, for every z a float can hold."""

ORDER = (
    "sigmoid",
    "sigmoid_prime",
    "tanh_prime",
    "leaky_relu",
    "elu_prime",
    "softplus",
    "softmax",
    "log_sigmoid",
    "swish_prime",
)
