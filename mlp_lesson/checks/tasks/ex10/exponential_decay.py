"""A learning rate that falls by the same factor in equal times."""

import math

from ...engine.slips import slips
from ...engine.task import Case, Task


def exponential_decay(step, lr0, rate, every):
    """lr0 · rate^(step / every)."""
    return lr0 * rate ** (step / every)


def cases(rng):
    return [
        Case((0, 0.1, 0.5, 10), "the first step"),
        Case((10, 0.1, 0.5, 10), "after `every` steps"),
        Case((5, 0.1, 0.5, 10), "half way"),
        Case((25, 0.2, 0.96, 10), "two and a half times"),
        Case((7, 0.3, 0.1, 1), "every single step"),
        Case((3, 2.0, 0.25, 4), "a rate above 1"),
        Case((100, 0.05, 1.0, 30), "no decay"),
        Case((13, 1, 0.8, 1000), "slow decay"),
    ]


SLIPS = slips(
    exponential_decay,
    """
    staircase: step / every -> step // every
        A staircase: the rate falls only every `every` steps. It is to fall a little in each, so
        the exponent is a fraction.
    upside-down: (step / every) -> (every / max(step, 1))
        The exponent is upside down: it must grow with the step.
    multiplied: (step / every) -> (step * every)
        step and every are multiplied: after `every` steps the exponent is 1.
    every-ignored: (step / every) -> step
        `every` is ignored, so the rate falls by the factor in each single step.
    start-missing: lr0 * rate -> rate
        lr0 is missing: at step 0 the rate is lr0.
    one-minus: rate ** -> (1 - rate) **
        rate is the factor that stays, not the share that goes.
    natural: = lr0 * math.exp(-rate * step / every)
        That decays with e^(-rate · ...). Here `rate` itself is the base: what stays after `every`
        steps.
    rate-ignored: = lr0 * math.exp(-step / every)
        `rate` is ignored: after `every` steps that share is left, not 1/e.
    line: = lr0 * rate * step / every
        A product where a power is meant: rate to the power of step / every.
    straight: = lr0 * (1 - (1 - rate) * step / every)
        A straight line, which becomes negative. Equal times take equal *factors*.
    straight-by-rate: = lr0 * (1 - rate * step / every)
        A straight line, and `rate` is taken for what is lost. It is the *factor* of `every` steps.
    brackets: (step / every) -> step / every
        Brackets are missing: `rate ** step / every` is (rate ** step) / every.
    both-raised: = (lr0 * rate) ** (step / every)
        lr0 is raised to the power, too. Only rate is.
    inverse: = lr0 / (1 + rate * step / every)
        That is the decay by 1/(1 + ...). Here equal times take equal factors.
    grows: ** (step / every) -> ** (-step / every)
        It grows: a factor below 1 needs a positive exponent.
    one-ahead: (step / every) -> ((step + 1) / every)
        One step ahead: at step 0 the rate is lr0 itself.
    subtracted: = lr0 - rate ** (step / every)
        The power is subtracted; it is a factor.
    straight-between:
    - return lr0 * rate ** (step / every)
    + within = 1 - (1 - rate) * (step % every) / every
    + return lr0 * rate ** (step // every) * within
        Between the multiples of `every` it falls along a straight line. Equal times take equal
        *factors*, there as well.
    starts-again: step / every -> step % every / every
        It starts again from lr0 after each `every` steps: the exponent goes on growing.
    step-forgotten: step / every -> 1 / every
        That is the factor of a single step. It is taken `step` times.
    one-behind: step / every -> max(step - 1, 0) / every
        One step behind: after `every` steps the rate is lr0 · rate. Does a loop start at 1?
    factor-divided: = lr0 * (rate / every) ** step
        A step's factor is not rate / every: multiplied `every` times, it must give rate.
    factor-from-line: = lr0 * (1 - (1 - rate) / every) ** step
        A step's factor is not 1 - (1 - rate) / every: multiplied `every` times, it must give rate.
    always-a-hundred: step / every -> step / 100
        It takes 100 steps, as in the example. Take `every`.
    always-halved: = lr0 * 0.5 ** (2 * step / every)
        It is halved in half the time, as in the example, whatever `rate` is.
    whole-division: step / every -> step * (1 // every)
        `1 // every` is 0, so nothing falls. Divide with `/`.
    exchanged: = rate * lr0 ** (step / every)
        lr0 and rate are exchanged: rate is raised to a power, lr0 is not.
    staircase-early: step / every -> (step + 1) // every
        A staircase, and its steps come one too early. It is to fall a little in each step.
    rounded-up: step / every -> math.ceil(step / every)
        A staircase, and a step early: the exponent is a fraction, not rounded.
    """,
    math=math,
)

TASK = Task(
    "exponential_decay",
    points=1,
    taught_in="Does it help?",
    reference=exponential_decay,
    cases=cases,
    mistakes=SLIPS,
    hints=(
        "After `every` steps the rate is lr0 · rate, after twice as many lr0 · rate · rate. What "
        "is the exponent after `step` steps?",
        "The exponent is 0 at first, 1 after `every` steps, 1/2 half way: a quotient.",
        "lr0 times rate to the power of (step / every), with brackets around the exponent.",
    ),
)
