"""A failure as a section of the atlas."""

import numpy as np

from ..course import lessons
from ..display import show_figure, show_text
from .catalogue import HEALTHY, failures, recipe_of
from .study import study

SEED = 7  # of all pictures in the atlas: the same rows and, but for what is wrong, the same network


def show_healthy():
    """The picture of the training in which nothing is wrong."""
    _show_picture(HEALTHY, "Nothing is wrong here.")


def show_failure(id):
    """What happens, the line that does it, the picture, the cure, the lesson."""
    recipe_of(id)  # names the failures if there is none of this id
    failure = failures()[id]
    width = max(map(len, (failure.wrong, failure.right)))
    lines = f"{failure.wrong:{width}}  # wrong\n{failure.right:{width}}  # right"
    show_text(f"{failure.what}\n\n```python\n{lines}\n```")
    _show_picture(id, failure.look)
    [lesson] = [one for one in lessons() if one.number == failure.lesson]
    link = f"[{lesson.name}]({lesson.file}.ipynb)"
    show_text(f"**Cure.** {failure.cure} *Taught in lesson {link}, “{failure.part}”.*")


def show_confusions():
    """How many fresh runs got their right name, and a table of those that did not."""
    kinds, _, taken_for, pictures_only = study()
    names = {one.id: one.name for one in failures().values()} | {HEALTHY: "nothing is wrong"}
    lines = ["| this failure | is taken for | of 20 | by the panels alone |", "|---|---|---|---|"]
    for i, j in np.argwhere(taken_for + pictures_only):
        if i == j:
            continue
        counts = f"{taken_for[i, j]} | {pictures_only[i, j]}"
        lines.append(f"| {names[kinds[i]]} | {names[kinds[j]]} | {counts} |")
    n = taken_for.sum()
    print(f"{n} fresh runs of {len(kinds)} kinds (one is healthy). They get the right name")
    print(f"by the picture and the line below it: {np.trace(taken_for) / n:.1%}")
    print(f"by the panels alone:                  {np.trace(pictures_only) / n:.1%}")
    print(f"the kind that is missed most:         {np.diag(pictures_only).min()} of 20 right")
    show_text("\n".join(lines))


def _show_picture(id, look):
    from .picture import facts, picture
    from .recipe import run

    shown = run(recipe_of(id), SEED)
    words = look.replace("*", "")
    show_figure(
        picture(shown),
        alt=f"Eight small pictures of one training. {words}",
        caption=f"{facts(shown)}. {words}",
    )
