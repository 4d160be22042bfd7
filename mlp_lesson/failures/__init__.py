"""Forty ways in which a training fails: small trainings, their pictures, and what tells them apart.

    which_failure()      pictures to name, in one card
    show_failure("sign") one failure: what happens, the line, the picture, the cure

The texts are in atlas.toml, what each failure changes in changes.py, the one training loop in
recipe.py, what is measured of it in measures.py, its picture in picture.py.
"""

from .asking import which_failure
from .catalogue import failures
from .showing import show_confusions, show_failure, show_healthy

__all__ = ["failures", "show_confusions", "show_failure", "show_healthy", "which_failure"]
