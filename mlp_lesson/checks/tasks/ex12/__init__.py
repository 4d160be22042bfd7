"""Exercise 12: explanations, one's own and those of others."""

ORDER = ("saliency", "lrp_layer", "shapley", "survives", "which_method")
