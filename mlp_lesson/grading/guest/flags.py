"""NumPy's warnings of overflow, which WebAssembly cannot give: its numbers set no flags.

A textbook sigmoid has the right values and warns in the notebook; here it must warn as well. So
NumPy's functions that overflow or meet a pole look at what they give. Operators cannot be watched.
"""

import warnings

import numpy as np

OVERFLOW = "exp", "exp2", "expm1", "sinh", "cosh"
POLE = "log", "log2", "log10"


class Watched:
    """A ufunc of one argument that warns as it does elsewhere."""

    def __init__(self, ufunc, kind, words):
        self.ufunc, self.kind, self.words = ufunc, kind, words

    def __call__(self, x, *args, **kwargs):
        result = self.ufunc(x, *args, **kwargs)
        infinite = np.isinf(result)
        if infinite.any() and np.any(infinite & np.isfinite(x) & kwargs.get("where", True)):
            self.warn()
        return result

    def warn(self):
        state, said = np.geterr()[self.kind], f"{self.words} encountered in {self.ufunc.__name__}"
        if state == "raise":
            raise FloatingPointError(said)
        if state != "ignore":
            warnings.warn(said, RuntimeWarning, stacklevel=3)

    def __getattr__(self, name):
        return getattr(self.ufunc, name)

    def __repr__(self):
        return repr(self.ufunc)


def install():
    for names, kind, words in ((OVERFLOW, "over", "overflow"), (POLE, "divide", "divide by zero")):
        for name in names:
            setattr(np, name, Watched(getattr(np, name), kind, words))
