"""Questions with a picture: which failure is this? Made from an id, always the same.

failure:sign/1234    a run of this failure with this seed; wrong answers are what it is taken for
"""

import base64
import random
from collections.abc import Iterable
from dataclasses import dataclass

from .. import course
from .catalogue import failures, recipe_of
from .study import look_alikes

FIRST_SEED, N_SEEDS = 1000, 50  # no run of the study has these
N_WRONG = 3


@dataclass(frozen=True)
class Portrait:
    """The picture of one run; calling it trains the network and draws."""

    id: str
    seed: int

    def __call__(self) -> dict[str, str]:
        """{"src": data URL of a PNG, "alt": its numbers in words, "caption": what was known}."""
        from ..display import png_of
        from .picture import facts, in_words, picture
        from .recipe import run

        shown = run(recipe_of(self.id), self.seed)
        png = base64.b64encode(png_of(picture(shown))).decode()
        return {
            "src": f"data:image/png;base64,{png}", "alt": in_words(shown), "caption": facts(shown)
        }  # fmt: skip


def made(what: str) -> course.Question | None:
    """The Question of "sign/1234"; None if there is no such failure or the seed is no number."""
    id, _, seed = what.partition("/")
    failure = failures().get(id)
    if failure is None or not seed.isdecimal():
        return None
    options = [failure, *(failures()[other] for other in look_alikes(id)[:N_WRONG])]
    random.Random(what).shuffle(options)
    reasons = {one.name: f"There you would see this. {one.look}" for one in options}
    reasons[failure.name] = failure.look
    return course.Question(
        f"failure:{what}", "Eight pictures of one training: which failure is this?", reasons,
        failure.name, recalls=failure.lesson, picture=Portrait(id, int(seed)),
        shows="to see from the curves of a training what is wrong with it",
    )  # fmt: skip


def ids_taught_in(lessons: Iterable[str]) -> list[str]:
    """An id for each failure that one of these lessons treats, such as "06"; the seed varies."""
    lessons = set(lessons)
    of_lessons = [one.id for one in failures().values() if one.lesson[:2] in lessons]
    return [f"failure:{id}/{FIRST_SEED + seed}" for id in of_lessons for seed in range(N_SEEDS)]


def which_failure(n=5, seed=None):
    """Show n trainings that went wrong, one after the other, each with four names to choose from.

    seed: for the same pictures again; without it they differ each time. Wrong answers come due
    again in practice().
    """
    from .. import questions

    rng = random.Random(seed)
    ids = rng.sample(list(failures()), n)
    asked = [made(f"{id}/{FIRST_SEED + rng.randrange(N_SEEDS)}") for id in ids]
    questions.ask_in_turn(asked)
