"""Adam: running means of the gradient and of its square, corrected for their start at 0."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    """Kingma & Ba 2015, algorithm 1; m and v are returned without the correction."""
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def cases(rng):
    def arrays(shape, t, *settings):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.1, 2, shape), t, *settings

    usual = 0.9, 0.999, 1e-8
    w, grad = rng.normal(size=(2, 4))
    whole = [rng.integers(1, 6, size=(2, 3)) for _ in range(4)]
    return [
        Case((w, grad, np.zeros(4), np.zeros(4), 1, 0.01, *usual), "the first step, m and v 0"),
        Case(arrays(3, 2, 0.1, *usual), "the second step"),
        Case(arrays((2, 3), 5, 0.5, 0.8, 0.6, 1e-8), "a matrix, other betas"),
        Case(arrays(4, 3, 0.1, 0.9, 0.99, 0.3), "a large eps"),
        Case(arrays(5, 10_000, 0.01, *usual), "a late step"),
        Case((w, np.zeros(4), np.zeros(4), np.zeros(4), 1, 0.1, *usual), "a gradient of 0"),
        Case((*whole, 2, 0.1, 0.9, 0.99, 1e-8), "integers"),
        Case(arrays((300, 200), 7, 0.01, *usual), "300 by 200 weights", speed=True),
    ]


SLIPS = slips(
    adam_step,
    """
    corrections-missing: m / (1 - beta1**t) -> m
    and: v / (1 - beta2**t) -> v
        The bias correction is missing: m and v start at 0 and are too small at first. Divide m by 1
        - beta1ᵗ and v by 1 - beta2ᵗ for the step.
    v-not-corrected: v / (1 - beta2**t) -> v
        m is corrected, v is not: divide v by 1 - beta2ᵗ.
    m-not-corrected: m / (1 - beta1**t) -> m
        v is corrected, m is not: divide m by 1 - beta1ᵗ.
    corrections-and-root-missing: m / (1 - beta1**t) -> m
    and: v / (1 - beta2**t) -> v
    and: np.sqrt(v_hat) -> v_hat
        Two things are missing: the bias correction (divide m by 1 - beta1ᵗ and v by 1 - beta2ᵗ for
        the step), and the root: m̂ / (√v̂ + eps).
    t-from-zero: beta1**t) -> beta1**(t - 1))
    and: beta2**t) -> beta2**(t - 1))
        t is counted from 0: in the first step t is 1 already. With t - 1 the correction divides by
        1 - 1 = 0.
    t-plus-one: beta1**t) -> beta1**(t + 1))
    and: beta2**t) -> beta2**(t + 1))
        t + 1 stands in the correction: t counts this step already, the first one is 1.
    correction-never-fades: beta1**t) -> beta1)
    and: beta2**t) -> beta2)
        The correction is 1 - beta in every step: it must fade, 1 - betaᵗ.
    t-as-factor: beta1**t) -> beta1 * t)
    and: beta2**t) -> beta2 * t)
        The correction divides by 1 - beta·t. The t is a power: 1 - betaᵗ, in Python `1 - beta1**t`.
    power-outside: beta1**t) -> beta1)**t
    and: beta2**t) -> beta2)**t
        The power stands outside the bracket, (1 - beta)ᵗ. It belongs to beta alone: 1 - betaᵗ.
    brackets-missing: m / (1 - beta1**t) -> m / 1 - beta1**t
    and: v / (1 - beta2**t) -> v / 1 - beta2**t
        The brackets are missing: `m / 1 - beta1**t` divides by 1 and then subtracts. Put 1 -
        beta1**t in brackets, and so for v.
    v-corrected-with-beta1: beta2**t -> beta1**t
        v is corrected with beta1. Its mean was made with beta2, and so is its correction.
    correction-multiplied: m / (1 - beta1**t) -> m * (1 - beta1**t)
    and: v / (1 - beta2**t) -> v * (1 - beta2**t)
        The correction multiplies where it should divide: m and v are too small at first.
    corrected-returned: = w - lr * m_hat / (np.sqrt(v_hat) + eps), m_hat, v_hat
        The corrected m and v are returned: the next step needs them as they are, without the
        correction.
    eps-under-root: np.sqrt(v_hat) + eps -> np.sqrt(v_hat + eps)
        eps stands under the root: algorithm 1 adds it after the root, √v̂ + eps.
    eps-before-correction: np.sqrt(v_hat) + eps -> (np.sqrt(v) + eps) / np.sqrt(1 - beta2**t)
        eps is added before v is corrected. That is the form at the end of the paper's section 2,
        which the course's estimators and scikit-learn follow; here algorithm 1 is asked for: √(v /
        (1 - beta2ᵗ)) + eps.
    eps-at-the-step: / (np.sqrt(v_hat) + eps) -> / np.sqrt(v_hat) + eps
        eps is added to the whole step: a division comes before a plus. Put √v̂ + eps in brackets.
    eps-at-the-quotient: m_hat / (np.sqrt(v_hat) + eps) -> (m_hat / np.sqrt(v_hat) + eps)
        eps is added to the quotient m̂/√v̂, since a division comes before a plus. It belongs to
        the root: put √v̂ + eps in brackets.
    eps-missing: (np.sqrt(v_hat) + eps) -> np.sqrt(v_hat)
        eps is missing: where the gradient is 0, the step becomes 0/0.
    root-missing: np.sqrt(v_hat) -> v_hat
        The root is missing: the step is m̂ / (√v̂ + eps), or its size would depend on the
        gradient's scale again.
    uphill: w - lr -> w + lr
        The step goes uphill: w minus, not plus.
    lr-missing: lr * m_hat -> m_hat
        The learning rate is missing.
    gradient-not-squared: grad**2 -> np.abs(grad)
        v follows the gradient itself: it must follow its square, grad².
    signed-gradient: grad**2 -> grad
        v follows the gradient with its sign, and where that is negative its root fails. It must
        follow the square, grad².
    factor-squared: (1 - beta2) * grad**2 -> ((1 - beta2) * grad) ** 2
        The factor 1 - beta2 is squared as well: only the gradient is, `(1 - beta2) * grad**2`.
    distance-to-m: grad**2 -> (grad - m) ** 2
        v follows the square of the gradient's distance to m, as a variance does (and AdaBelief).
        Adam's v follows the square of the gradient itself.
    distance-to-old-m:
    - m = beta1 * m + (1 - beta1) * grad
    - v = beta2 * v + (1 - beta2) * grad**2
    + v = beta2 * v + (1 - beta2) * (grad - m) ** 2
    + m = beta1 * m + (1 - beta1) * grad
        v follows the square of the gradient's distance to the old m, as a variance does. Adam's v
        follows the square of the gradient itself.
    v-never-falls:
    - v = beta2 * v + (1 - beta2) * grad**2
    + v = np.maximum(v, beta2 * v + (1 - beta2) * grad**2)
        A maximum keeps v from falling, as AMSGrad does (there beside v, in a name of its own).
        Adam's v is the running mean, whether it rises or falls.
    correction-outside-root: np.sqrt(v_hat) -> np.sqrt(v) / (1 - beta2**t)
        The root is taken of v alone, and 1 - beta2ᵗ divides it after that. First divide v, then
        take the root of v̂.
    square-of-m: grad**2 -> m**2
        v follows m²: it must follow the square of the gradient.
    shares-exchanged: beta1 * m + (1 - beta1) * grad -> (1 - beta1) * m + beta1 * grad
    and: beta2 * v + (1 - beta2) * grad**2 -> (1 - beta2) * v + beta2 * grad**2
        beta1 stands at the gradient and 1 - beta1 at the old m, and so for v: a running mean keeps
        *most* of what it was.
    new-share-of-m-missing: (1 - beta1) * grad -> grad
        The factor 1 - beta1 is missing before the gradient: m ← beta1 · m + (1 - beta1) · grad.
    new-share-of-v-missing: (1 - beta2) * grad**2 -> grad**2
        The factor 1 - beta2 is missing before the square: v ← beta2 · v + (1 - beta2) · grad².
    new-shares-missing: (1 - beta1) * grad -> grad
    and: (1 - beta2) * grad**2 -> grad**2
        The factors 1 - beta1 and 1 - beta2 are missing before the gradient and its square.
    memory-missing: beta1 * m + (1 - beta1) -> (1 - beta1)
    and: beta2 * v + (1 - beta2) -> (1 - beta2)
        The old m and v are forgotten: they must be kept, multiplied by their betas.
    betas-exchanged:
    - m = beta1 * m + (1 - beta1) * grad
    - v = beta2 * v + (1 - beta2) * grad**2
    + m = beta2 * m + (1 - beta2) * grad
    + v = beta1 * v + (1 - beta1) * grad**2
    - m_hat = m / (1 - beta1**t)
    - v_hat = v / (1 - beta2**t)
    + m_hat = m / (1 - beta2**t)
    + v_hat = v / (1 - beta1**t)
        beta1 and beta2 are exchanged: beta1 belongs to m.
    beta1-for-v: beta2 * v + (1 - beta2) -> beta1 * v + (1 - beta1)
    and: beta2**t -> beta1**t
        v is made with beta1, and corrected with it too: both belong to beta2.
    beta1-in-v: beta2 * v + (1 - beta2) -> beta1 * v + (1 - beta1)
        v is made with beta1: its running mean takes beta2, as its correction does.
    beta1-at-square: (1 - beta2) * grad -> (1 - beta1) * grad
        v takes 1 - beta1 of the square: it takes 1 - beta2, as it keeps beta2 of itself.
    beta1-at-old-v: beta2 * v -> beta1 * v
        v keeps beta1 of itself: it keeps beta2, as it takes 1 - beta2 of the square.
    beta2-at-gradient: (1 - beta1) * grad -> (1 - beta2) * grad
        m takes 1 - beta2 of the gradient: it takes 1 - beta1, as it keeps beta1 of itself.
    beta2-at-old-m: beta1 * m -> beta2 * m
        m keeps beta2 of itself: it keeps beta1, as it takes 1 - beta1 of the gradient.
    power-two-for-v: beta2**t -> beta2**2
        v is corrected with 1 - beta2². The power is the number of the step: 1 - beta2ᵗ.
    power-two: beta1**t -> beta1**2
    and: beta2**t -> beta2**2
        The corrections have the power 2 in every step. It is the number of the step: 1 - betaᵗ.
    squares-summed: grad**2 -> np.sum(grad**2)
        The squares of all entries are added up (`np.sum`, or `@`). Each entry of v follows the
        square of its own gradient, `grad**2`.
    old-means-move:
    - m = beta1 * m + (1 - beta1) * grad
    - v = beta2 * v + (1 - beta2) * grad**2
    - m_hat = m / (1 - beta1**t)
    - v_hat = v / (1 - beta2**t)
    + m_hat = m / (1 - beta1**t)
    + v_hat = v / (1 - beta2**t)
    + m = beta1 * m + (1 - beta1) * grad
    + v = beta2 * v + (1 - beta2) * grad**2
        w is moved with the old m and v: first update both, then move.
    gradient-for-m-hat: lr * m_hat -> lr * grad
        The gradient stands where m̂ is meant: that is RMSprop with a correction.
    in-place:
    - m = beta1 * m + (1 - beta1) * grad
    - v = beta2 * v + (1 - beta2) * grad**2
    + m *= beta1
    + m += (1 - beta1) * grad
    + v *= beta2
    + v += (1 - beta2) * grad**2
    - return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
    + w -= lr * m_hat / (np.sqrt(v_hat) + eps)
    + return w, m, v
        The arguments w, m and v are changed in place (`*=`, `+=`, `-=`), and integers cannot take
        the fractions. Compute new arrays.
    means-in-place:
    - m = beta1 * m + (1 - beta1) * grad
    - v = beta2 * v + (1 - beta2) * grad**2
    + m *= beta1
    + m += (1 - beta1) * grad
    + v *= beta2
    + v += (1 - beta2) * grad**2
        The arguments m and v are changed in place (`*=`, `+=`), and integers cannot take the
        fractions. Compute new arrays: m = beta1 * m + ...
    w-only: = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        Three results are asked for, (w, m, v): the next step needs m and v.
    """,
)


TASK = Task(
    "adam_step",
    points=3,
    taught_in="Steps with a memory",
    reference=adam_step,
    cases=cases,
    parts=("w", "m", "v"),
    mistakes=SLIPS,
    faster="Each line does all weights at once: no loop is needed.",
    hints=(
        "Five formulas, five lines, in the order in which they stand above.",
        "Give the corrected means names of their own, such as m_hat: what is returned are the "
        "others. And what does your function do in the first step, with a gradient of 1000? "
        "Lesson 06 knows.",
        "m keeps beta1 of itself and takes 1 - beta1 of the gradient; v the same with beta2 and "
        "the gradient's square. The step divides m_hat by the root of v_hat with eps added to "
        "that root.",
    ),
)
