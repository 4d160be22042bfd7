"""Exercise 11: results, one's own and those of others."""

ORDER = ("precision_recall_f1", "roc_points")
