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
    inverse-that-fits: = lr0 / (1 + (1 / rate - 1) * step / every)
        That is a decay by 1/(1 + ...), made to fit after `every` steps: later it falls too slowly.
        Equal times take equal *factors*: a power of rate.
    stops-falling: step / every -> min(step / every, 1)
        After `every` steps it stops falling. The exponent goes on growing: 2 after twice as many.
    halved-each-time: rate ** (step / every) -> 0.5 ** (step / every)
        It is halved every `every` steps, whatever `rate` is. Take `rate`.
    log-ten: = lr0 * math.exp(math.log10(rate) * step / every)
        The logarithm is that to the base 10. `exp` undoes the natural one, `math.log`.
    two-to-the-power: = lr0 * 2 ** (-rate * step / every)
        That falls by powers of 2. Here `rate` itself is the base: what stays after `every` steps.
    first-order: = lr0 * math.exp((rate - 1) * step / every)
        e^(rate − 1) is only near to rate, where rate is near to 1. Take rate itself as the base, or
        its logarithm in the exponent.
    nearest-stair: step / every -> math.floor(step / every + 0.5)
        A staircase, since the exponent is rounded to the nearest whole number. It is a fraction.
    added: lr0 * rate -> lr0 + rate
        The power is added to lr0; it is a factor.
    one-behind-from-start: step / every -> (step - 1) / every
        One step behind, so that the rate is above lr0 at step 0: there it is lr0 itself.
    times-step: = lr0 * rate ** (1 / every) * step
        The factor of one step is multiplied by the number of steps. It is taken `step` times: a
        power.
    what-has-gone: = lr0 * (1 - rate ** (step / every))
        That is what has gone. What is left is asked for, without the `1 −`.
    what-has-gone-as-base: = lr0 * (1 - (1 - rate) ** (step / every))
        Twice turned round: rate is what stays, and so is what is asked for. No `1 −` anywhere.
    root-of-time: (step / every) -> (step / every) ** 0.5
        The exponent is the root of step / every: it is step / every itself.
    square-of-time: (step / every) -> ((step / every) ** 2)
        The exponent is squared: it is step / every itself.
    every-plus-one: step / every -> step / (every + 1)
        It is divided by every + 1: after `every` steps, not one more, the exponent is 1.
    every-minus-one: step / every -> step / max(every - 1, 1)
        It is divided by every − 1: after `every` steps, not one less, the exponent is 1.
    not-below: rate ** (step / every) -> max(rate ** (step / every), 0.1)
        It falls no further than to a tenth of lr0. There is no lower bound in the formula.
    half-cosine: = lr0 * (rate + (1 - rate) * (1 + math.cos(math.pi * min(step / every, 1))) / 2)
        That is a cosine decay. Here equal times take equal factors: a power.
    what-is-left-over: step / every -> step % every
        The exponent is what is left over when step is divided by every, `%`. It is their quotient,
        with its fraction.
    one-power-ahead: step / every -> (1 + step / every)
        One power of rate too many: at step 0 the rate is lr0, so the exponent is 0 there.
    begins-after-every: step / every -> max(0, step - every) / every
        It begins to fall only after `every` steps. It falls from the first step on: step / every.
    stairs-in-a-line: = lr0 * (1 - rate * (step // every))
        A staircase along a straight line, which becomes negative. Equal times take equal *factors*,
        and a little is lost in each step.
    logarithm-times-time: = lr0 * math.log(rate) * step / every
        `exp` is missing around log(rate) · step / every: that is the exponent, not yet the power.
    never-below-a-hundredth: = max(lr0 * rate ** (step / every), 0.01)
        It is not allowed to fall below 0.01. There is no lower bound in the formula.
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
