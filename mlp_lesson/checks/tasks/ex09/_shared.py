"""Networks at random: the weights and biases of their layers."""


def layers(rng, sizes):
    """(coefs, intercepts): a table (n_in, n_out) and a vector (n_out,) for each layer."""
    pairs = list(zip(sizes[:-1], sizes[1:], strict=True))
    return [rng.normal(size=pair) for pair in pairs], [rng.normal(size=n) for _, n in pairs]
