"""Exercise 13: programs that run, and are wrong in one place."""

ORDER = ("fit_logistic", "train_hidden")
