"""Exercise 08: from images to a network that reads digits."""

ORDER = ("fit_digits",)
