"""Exercise 09: the arrays of a trained network, read, drawn and changed."""

ORDER = (
    "weight_images",
    "symmetric_limits",
    "predict_proba_by_hand",
    "permute_inputs",
    "prune",
    "merge_twins",
)
