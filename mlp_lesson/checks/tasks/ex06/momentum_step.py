"""A step with a velocity: what is left of the last one, and the gradient's push."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def momentum_step(w, grad, velocity, lr, momentum):
    """v ← μv - ηg, w ← w + v."""
    velocity = momentum * velocity - lr * grad
    return w + velocity, velocity


def cases(rng):
    def arrays(shape):
        return tuple(rng.normal(size=shape) for _ in range(3))

    by_hand = np.array([1.0, 2.0]), np.array([0.5, -1.0]), np.array([0.1, 0.3])
    w, grad, _ = arrays(4)
    whole = tuple(rng.integers(-5, 6, size=(2, 3)) for _ in range(3))
    return [
        Case((*by_hand, 0.2, 0.9), "two weights"),
        Case((*arrays(5), 0.05, 0.7), "a vector"),
        Case((*arrays((3, 4)), 0.3, 0.9), "a matrix"),
        Case((w, grad, np.zeros(4), 0.1, 0.9), "the first step, velocity 0"),
        Case((*arrays(3), 0.1, 0.0), "momentum 0"),
        Case((w, np.zeros(4), rng.normal(size=4), 0.1, 0.5), "a gradient of 0"),
        Case((*whole, 0.1, 0.9), "integers"),
        Case((*arrays((300, 200)), 0.1, 0.9), "300 by 200 weights", speed=True),
    ]


SLIPS = slips(
    momentum_step,
    """
    uphill: velocity - lr * grad -> velocity + lr * grad
        The step goes uphill: the velocity takes *minus* lr times the gradient.
    other-sign-convention: velocity - lr * grad -> velocity + lr * grad
    and: = w - velocity, velocity
        That is the other sign convention, where the velocity points uphill and w subtracts it. Here
        the velocity carries the minus, v ← μv - ηg, and w adds it.
    numbers-built-in:
    - velocity = momentum * velocity - lr * grad
    + velocity = 0.9 * velocity - 0.2 * grad
        The numbers of the example, 0.9 and 0.2, are written in: take `momentum` and `lr`, which are
        others each time.
    velocity-subtracted: = w - velocity, velocity
        The velocity is subtracted from w, but it carries the minus already: w + velocity.
    lr-missing: lr * grad -> grad
        The learning rate is missing: the gradient enters the velocity as lr · grad.
    plain-descent: momentum * velocity - lr * grad -> -lr * grad
        The old velocity is forgotten: that is plain descent. The new one keeps momentum times the
        old one.
    velocity-kept-in-full: momentum * velocity -> velocity
        The old velocity is kept in full: multiply it by momentum, or the ball never slows down.
    momentum-at-gradient: momentum * velocity - lr * grad -> momentum * (velocity - lr * grad)
        momentum multiplies the gradient too: only the old velocity is multiplied by it.
    lr-at-velocity: momentum * velocity - lr * grad -> lr * (momentum * velocity - grad)
        lr multiplies the old velocity too: it belongs to the gradient alone.
    momentum-at-w: momentum * velocity -> momentum * w
        momentum multiplies w: it is the old *velocity* of which a share is kept.
    factors-exchanged: momentum * velocity - lr * grad -> lr * velocity - momentum * grad
        The factors are exchanged: momentum belongs to the old velocity, lr to the gradient.
    old-velocity-moves:
    - velocity = momentum * velocity - lr * grad
    - return w + velocity, velocity
    + return w + velocity, momentum * velocity - lr * grad
        w is moved with the old velocity: compute the new one first, then move.
    nesterov: = w + momentum * velocity - lr * grad, velocity
        That is Nesterov's step, which looks one step ahead. Here w moves by the new velocity alone.
    lr-at-the-step: velocity - lr * grad -> velocity + grad
    and: = w - lr * velocity, velocity
        That is another convention, v ← μv + g and w ← w - ηv (PyTorch's). Here the velocity
        contains the learning rate and the minus: v ← μv - ηg.
    running-mean: lr * grad -> (1 - momentum) * lr * grad
        The gradient is multiplied by 1 - momentum: that is a running mean, as in Adam. Here it
        enters with lr alone.
    lr-twice: = w + lr * velocity, velocity
        w moves by lr times the velocity, but the velocity contains lr already: w + velocity.
    running-mean-lr-at-the-step: velocity - lr * grad -> velocity + (1 - momentum) * grad
    and: = w - lr * velocity, velocity
        Two things differ: the gradient is multiplied by 1 - momentum, and lr and the minus stand
        where w moves. Here both belong into the velocity, without that factor: v ← μv - ηg.
    running-mean-no-lr: lr * grad -> (1 - momentum) * grad
        The gradient is multiplied by 1 - momentum where lr is meant: v ← μv - ηg.
    w-stays: = w, velocity
        w has not moved: return w plus the new velocity.
    old-velocity-returned:
    - velocity = momentum * velocity - lr * grad
    - return w + velocity, velocity
    + return w + momentum * velocity - lr * grad, velocity
        The old velocity is returned, so nothing is remembered: return the new one.
    gradient-twice: = w + velocity - lr * grad, velocity
        The gradient is applied to w a second time: the velocity contains it already.
    w-only: = w + velocity
        Two results are asked for, (w, velocity): the next step needs the velocity.
    in-place:
    - velocity = momentum * velocity - lr * grad
    - return w + velocity, velocity
    + velocity *= momentum
    + velocity -= lr * grad
    + w += velocity
    + return w, velocity
        The arguments w and velocity are changed in place (`*=`, `-=`, `+=`), and integers cannot
        take the fractions. Compute new arrays.
    velocity-in-place:
    - velocity = momentum * velocity - lr * grad
    + velocity *= momentum
    + velocity -= lr * grad
        The argument velocity is changed in place (`*=`, `-=`), and integers cannot take the
        fractions. Give the new velocity a name of its own.
    w-in-place:
    - return w + velocity, velocity
    + w += velocity
    + return w, velocity
        The argument w is changed in place (`+=`), and integers cannot take the fractions. Return w
        + velocity, which is a new array.
    cut-to-integers: = (w + velocity).astype(w.dtype), velocity.astype(w.dtype)
        Where w holds integers the results are cut to integers.
    """,
)


TASK = Task(
    "momentum_step",
    points=2,
    taught_in="Steps with a memory",
    reference=momentum_step,
    cases=cases,
    parts=("w", "velocity"),
    mistakes=SLIPS,
    faster="One line of array arithmetic does all weights at once.",
    hints=(
        "On paper: v becomes 0.9 · 0.1 - 0.2 · 0.5 = -0.01, and then w becomes 1 - 0.01 = 0.99. "
        "Two lines for two formulas, in their order: w moves with the *new* velocity.",
        "Which sign has the velocity when the gradient is positive? It carries the minus, so w "
        "adds it.",
        "The new velocity is momentum times the old one, less lr times the gradient. Give it a "
        "name, and return w plus it, and it. Avoid `+=` and `*=`: they would change the caller's "
        "arrays.",
    ),
)
