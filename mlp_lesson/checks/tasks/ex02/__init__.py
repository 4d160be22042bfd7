"""Exercise 02: layers of thresholds, networks on paper, and what no activation leaves of them."""

ORDER = (
    "xor_network",
    "threshold_outputs",
    "collapse_linear",
    "forward",
    "exactly_network",
    "polygon_network",
)
