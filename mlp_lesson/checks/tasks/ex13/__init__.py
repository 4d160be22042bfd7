"""Exercise 13: programs that run, and are wrong in one place."""

ORDER = (
    "fit_logistic", "train_hidden", "tanh_gradients", "start_network", "learning_curve", "fit_tags",
    "choose_units", "class_report",
)  # fmt: skip
