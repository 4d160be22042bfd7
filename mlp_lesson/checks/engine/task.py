"""What a task is: a function that a learner writes, and all that is needed to judge and to help."""

import inspect
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np


class Case(NamedTuple):
    """One set of arguments, passed by position, and a few words that say what is special in it."""

    args: tuple
    note: str = ""  # "a batch of one row", "square W", "integers", "extreme values": shown
    speed: bool = False  # large: who is slow here gets a remark, and is judged by the others


class Mistake(NamedTuple):
    """A wrong answer that people give, and what to say to it.

    It is recognised when an answer gives the same outputs as `wrong`; or, where outputs cannot
    tell, by the effect named in `by`: "random" (two calls differ), "changed" (an argument is).
    """

    id: str  # a slug, unique in its task: "bias-mean"; kept in the learner's progress
    hint: str
    wrong: Callable | None = None
    by: str = ""


class Invariant(NamedTuple):
    """Something every right answer fulfils, and the mistake of one that does not."""

    id: str  # among the ids of the task's mistakes
    hint: str
    holds: Callable  # (args, value) -> bool; value is plain: numbers, arrays, lists, tuples


class Task(NamedTuple):
    """One function that a learner writes, and all that is needed to judge it and to help.

    cases: rng -> list of Case. The reference gives the right value for each, and a right answer
    agrees with it within rtol and atol. Where many answers are right (anything random),
    unique=False: then the invariants alone decide.
    observe(function, *args) makes one plain result of an answer that is no plain value (a
    function that returns a function); it runs where the answer runs.
    The grader calls answers on hidden(rng), or cases(rng), drawn from a seed that nobody knows;
    its sandbox gets None in place of the arguments kept_back, because they are answers.
    handed_out names the slip that is the learner's program to begin with, where a task is not to
    write a function but to find what is wrong in one. Its hint tells the symptom, not the place.
    """

    name: str
    points: int
    reference: Callable
    cases: Callable[[np.random.Generator], Sequence[Case]]
    mistakes: Sequence[Mistake] = ()
    invariants: Sequence[Invariant] = ()
    hints: tuple[str, str, str] | tuple[()] = ()  # a nudge, the next step, nearly the answer
    handed_out: str = ""  # the id of a mistake; "": a blank
    lesson: str = ""  # the number of the one that teaches it, if that is not its exercise's
    taught_in: str = ""  # the first words of a heading of its lesson, without the number
    faster: str = ""  # how to make an answer fast that is right but slow
    parts: Sequence[str] = ()  # names of the results, where a tuple is returned
    unique: bool = True
    observe: Callable | None = None
    hidden: Callable[[np.random.Generator], Sequence[Case]] | None = None
    on_hidden: Sequence[Invariant] = ()  # asked there instead of those with the same ids
    kept_back: Sequence[int] = ()  # positions of arguments
    seconds: float = 3.0  # for one call
    rtol: float = 1e-9  # what is less is rounding, as exercise 03 tells the learner
    atol: float = 1e-9

    def parameters(self):
        """The names of the arguments, in order."""
        return list(inspect.signature(self.reference).parameters)

    def fixed_cases(self):
        """The cases of the notebook: the same on every run."""
        return fixed(self.cases)

    def program(self):
        """The source of the program to be repaired; "" where the learner gets a blank."""
        return next((m.wrong.source for m in self.mistakes if m.id == self.handed_out), "")

    def named(self):
        """{id: hint} of all that the task names."""
        return {known.id: known.hint for known in (*self.mistakes, *self.invariants)}


def fixed(cases):
    """The cases of a task, drawn always alike."""
    return list(cases(np.random.default_rng(20)))
