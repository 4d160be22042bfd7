"""Exercise 08: from images to a network that reads digits."""

ORDER = (
    "prepare",
    "accuracy",
    "confusion_matrix",
    "fit_digits",
    "find_mislabelled",
    "top_k_accuracy",
)
