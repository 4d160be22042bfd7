"""Exercise 11: results, one's own and those of others."""

ORDER = (
    "precision_recall_f1", "macro_average", "weighted_average", "which_is_truth", "roc_points",
    "better_model", "verdicts",
)  # fmt: skip
