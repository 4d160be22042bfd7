"""Ten minutes of mixed work: what is due, bugs to spot, code to run in your head, shapes, failures.

    practice()      the questions, one after the other, in one card

They come from what this learner has done: questions that are due, then tasks that were passed,
those with the most mistakes first, and lessons take turns where that can be.
"""

import os
import random
from collections import Counter
from collections.abc import Mapping, Sequence

from mlp_lesson import course, questions
from mlp_lesson.checks import all_tasks, exercise_of
from mlp_lesson.failures.asking import ids_taught_in
from mlp_lesson.progress import progress
from mlp_lesson.questions_made import ids_of, made

KINDS = "spot", "explain", "print"  # of questions on a task, mistakes first
MINUTES = {"spot": 2, "print": 2}  # of a question; any other takes one
NOTHING = (
    "Nothing to practise yet: practice is made of what you have done.\n"
    "Pass a check of exercise 01, or answer a lesson's questions, and come back tomorrow."
)


def practice(minutes=10, seed=None):
    """Ask what is due and what this learner got wrong, about so many minutes of it.

    seed: for the same questions again; without it the day decides, so that they change daily.
    """
    seed = progress.today().toordinal() if seed is None else seed
    wrong = {name: progress.mistakes(name) for name in progress.passed() if name in all_tasks()}
    asked = choose(progress.due(), wrong, progress.schedule(), minutes, random.Random(seed))
    if not asked:
        print(NOTHING)
        return
    questions.ask_in_turn(asked)


def explain(name):
    """After a task was right for the first time, sometimes: one question on one of its lines.

    That is on a mistake that the learner made on the way, or else after every third task. Where
    nobody sits before the notebook, nothing is asked.
    """
    attended = "JPY_SESSION_NAME" in os.environ  # set by Jupyter Server
    if not attended or sum(progress.outcomes(name)) != 1:
        return
    made_before = progress.mistakes(name)
    if not made_before and len(progress.passed()) % 3:
        return
    rng = random.Random(name)
    if asked := _new("explain", all_tasks()[name], made_before, progress.schedule(), rng):
        questions.quiz(asked.id)


def choose(
    due: Sequence[str],
    wrong: Mapping[str, Sequence[str]],
    seen: Mapping,
    minutes: float,
    rng: random.Random,
) -> list[course.Question]:
    """The Questions to ask, in order.

    due    ids of questions that are due again
    wrong  {task that was passed: ids of the mistakes made in it, the latest first}
    seen   ids of questions that were answered: such a one comes again when it is due, not before
    """
    chosen = [course.question(id) for id in due]
    tasks = sorted(wrong, key=lambda name: (-len(wrong[name]), rng.random()))
    for kind in [*rng.sample(KINDS, len(KINDS)), "shapes", "failure"] * 4:
        if _minutes(chosen) >= minutes:
            break
        if kind == "failure":
            chosen += _new_failure(wrong, [*seen, *(one.id for one in chosen)], rng)
            continue
        for name in tasks:
            if found := _new(kind, all_tasks()[name], wrong[name], seen, rng):
                chosen.append(found)
                tasks.remove(name)
                break
    while len(chosen) > 1 and _minutes(chosen) > minutes:
        chosen.pop()
    return interleaved(chosen)


def interleaved(asked: Sequence[course.Question]) -> list[course.Question]:
    """The same questions, two of one lesson next to each other only where there is no other way."""
    left = list(asked)
    mixed: list[course.Question] = []
    while left:
        others = [q for q in left if not mixed or q.recalls != mixed[-1].recalls] or left
        count = Counter(q.recalls for q in left)
        mixed.append(max(others, key=lambda q: count[q.recalls]))
        left.remove(mixed[-1])
    return mixed


def _new(kind, task, wrong, seen, rng):
    """A question of this kind on the task, not asked before, on a mistake made where it can be."""
    ids = list(ids_of(kind, task))
    rng.shuffle(ids)
    own = [f"{kind}:{task.name}/{id}" for id in wrong]
    for id in sorted(ids, key=lambda id: own.index(id) if id in own else len(own)):
        if id in seen:
            continue
        try:
            return made(id)
        except ValueError:
            continue
    return None


def _new_failure(passed, seen, rng):
    """[a Question: what went wrong in this training?] on a lesson of these tasks, if there is one.

    Each failure is asked about once; one that was answered wrong comes again as due.
    """
    asked = {id.partition("/")[0] for id in seen}
    ids = ids_taught_in(exercise_of(name) for name in passed)
    new = [id for id in ids if id.partition("/")[0] not in asked]
    return [made(rng.choice(new))] if new else []


def _minutes(asked):
    return sum(MINUTES.get(one.id.partition(":")[0], 1) for one in asked)
