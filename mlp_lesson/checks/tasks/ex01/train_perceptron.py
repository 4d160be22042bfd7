"""Learning: correct after every mistake, pass after pass, until a pass has none."""

import numpy as np

from ....activations import heaviside
from ....perceptron import perceptron_update
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._promises import PROMISES

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def train_perceptron(X, y, lr, max_epochs):
    """(w, b, n_mistakes): learn from zeros, row by row, until a pass has no mistake."""
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y, strict=True):
            error = target - heaviside(w @ x + b)
            if error != 0:
                w, b = w + lr * error * x, b + lr * error
                n_mistakes += 1
        if n_mistakes == before:  # a whole pass without a mistake
            break
    return w, b, n_mistakes


def cases(rng):
    def points(n, d, lr, epochs, note):
        X = rng.uniform(-1, 1, size=(n, d))
        w = rng.normal(size=d)
        return Case((X, (X @ w > 0.15 * abs(w).sum()).astype(int), lr, epochs), note)

    def gate(targets, lr, epochs, note, **more):
        return Case((CORNERS.copy(), np.array(targets), lr, epochs), note, **more)

    X = np.array([[1, 1], [1, -1], [2, 0.5], [-1, 0]])  # three mistakes, then one right; all again
    zeros = np.zeros((1, 2))  # no weight can move, so that the start and the bias show alone
    large, line = points(25, 3, 0.3, 200, "25 rows, 3 inputs"), points(12, 1, 2.0, 200, "one input")
    five = rng.normal(size=(5, 2)), np.array([1, 0, 1, 0, 1]), 0.4, 1
    return [
        Case((zeros, np.array([1]), 0.5, 3), "one row of zeros, target 1"),
        Case((zeros, np.array([0]), 1.0, 3), "one row of zeros, target 0"),
        Case(five, "5 rows, max_epochs = 1"),
        gate([0, 0, 0, 1], 1.0, 20, "AND, integers"),
        gate([1, 1, 1, 0], 0.5, 20, "NAND, lr = 0.5"),
        gate([0, 1, 1, 0], 0.25, 5, "XOR: max_epochs = 5 ends it"),
        Case((X, np.array([1, 0, 0, 1]), 2.0, 20), "4 rows, lr = 2"),
        large,
        line,
        Case((np.array([[2.0, -1.0]]), np.array([1]), 0.1, 10), "one row"),
        Case((rng.normal(size=(3, 2)), np.array([0, 0, 0]), 1.0, 10), "all targets 0: no mistake"),
        gate([0, 0, 0, 1], 1.0, 100_000, "AND, max_epochs = 100,000", speed=True),
    ]


SLIPS = slips(
    train_perceptron,
    """
    one-at-zero: heaviside(w @ x + b) -> (w @ x + b >= 0)
        A sum of exactly 0 counts as the answer 1. H(0) is 0: from zero weights, a first row
        with target 0 is answered right.
    bias-not-in-sum: w @ x + b -> w @ x
        The bias is left out of the sum, so that the answer is not the neuron's: z = w·x + b.
    bias-subtracted-in-sum: w @ x + b -> w @ x - b
        The bias is subtracted in the sum. It is added: z = w·x + b.
    bias-not-in-question: error != 0 -> heaviside(w @ x) != target
        Whether a row is answered wrong is asked without the bias. The sum is w·x + b there too.
    last-pass-counted: before = n_mistakes -> before = n_mistakes = 0
        Only the mistakes of the last pass are counted: the counter starts again in every pass.
        Count over all passes, and keep a second mark for the pass.
    first-pass-counted:
    - w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    + w, b, counts = np.zeros(X.shape[1]), 0.0, []
    and: before = n_mistakes -> before = n_mistakes = 0
    and:
    - if n_mistakes == before:
    + counts.append(n_mistakes)
    + if n_mistakes == before:
    and: = w, b, counts[0]
        Only the mistakes of the first pass are counted. Count over all passes.
    finished-weights-counted: = w, b, int((heaviside(X @ w + b) != y).sum())
        n_mistakes counts the rows that the finished weights get wrong. Asked for is the number
        of all updates on the way.
    judged-too-late:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + w, b = w + lr * error * x, b + lr * error
    + n_mistakes += int(heaviside(w @ x + b) != target)
    and:
    - if n_mistakes == before:
    -     break
        A row is judged after it was corrected, when the mistake is no longer to be seen. Ask
        first whether the answer is wrong; then count, and correct.
    judged-too-late-to-stop:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + w, b = w + lr * error * x, b + lr * error
    + n_mistakes += int(heaviside(w @ x + b) != target)
        A row is judged after it was corrected, so that mistakes are missed and training ends
        too soon. Ask first whether the answer is wrong; then count, and correct.
    passes-with-mistakes-counted: n_mistakes += 1 -> n_mistakes = before + 1
        n_mistakes counts the passes in which there was a mistake. Count every update.
    passes-counted: for _ in range -> for epoch in range
    and: = w, b, epoch + 1
        n_mistakes counts the passes. Count every update.
    pass-count-not-reset:
    - w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    + w, b, n_mistakes, wrong = np.zeros(X.shape[1]), 0.0, 0, 0
    and:
    - before = n_mistakes
    and: n_mistakes += 1 -> wrong += 1
    and:
    - if n_mistakes == before:
    + n_mistakes += wrong
    + if wrong == 0:
        The counter of a pass is not set back to 0 when the next one starts, so that earlier
        mistakes are counted again and again, and no pass seems clean.
    rows-counted: before = n_mistakes -> clean = True
    and:
    - error = target - heaviside(w @ x + b)
    + n_mistakes += 1
    + error = target - heaviside(w @ x + b)
    and: n_mistakes += 1 -> clean = False
    and: n_mistakes == before -> clean
        n_mistakes counts every row that is looked at, also those answered right.
    if-missing:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + w, b = w + lr * error * x, b + lr * error
    + n_mistakes += 1
        n_mistakes counts every row that is shown, also those answered right, so that no pass
        seems clean: is the `if` missing?
    return-in-inner-loop:
    -     n_mistakes += 1
    - if n_mistakes == before:
    -     break
    - return w, b, n_mistakes
    +     n_mistakes += 1
    + return w, b, n_mistakes
        Only the first row is looked at: is `return` indented into the inner loop? It belongs
        behind both loops.
    return-only-when-clean:
    - if n_mistakes == before:
    -     break
    - return w, b, n_mistakes
    + if n_mistakes == before:
    +     return w, b, n_mistakes
        Where max_epochs passes go by and none is clean, the function returns None: is the only
        `return` inside the loop? Use `break` there, and return behind the loop.
    bias-after-weights:
    - w, b = w + lr * error * x, b + lr * error
    + w = w + lr * error * x
    + b = b + lr * (target - heaviside(w @ x + b))
        w and b are not moved together: the bias is corrected with an answer that was computed
        anew, after w had changed. Compute the error once, then move both.
    cut-to-integers: np.zeros(X.shape[1]) -> np.zeros(X.shape[1], dtype=int)
    and:
    - w, b = w + lr * error * x, b + lr * error
    + w[:] = w + lr * error * x
    + b = b + lr * error
        The weights are cut to whole numbers: is w an array of integers? Corrections are
        fractions where lr is one. `np.zeros` makes floats by itself.
    weights-of-xs-type: np.zeros(X.shape[1]) -> np.zeros_like(X[0])
    and:
    - w, b = w + lr * error * x, b + lr * error
    + w[:] = w + lr * error * x
    + b = b + lr * error
        Where X holds integers, so does w (`np.zeros_like(X[0])` takes over its type), and every
        correction is cut to a whole number. `np.zeros(X.shape[1])` makes floats.
    arguments-exchanged:
    - w, b = w + lr * error * x, b + lr * error
    + w, b = perceptron_update(x, b, w, target, lr)
        The arguments seem to be exchanged: it is `perceptron_update(w, b, x, target, lr)`, the
        weights first, the row third.
    weight-for-each-row: X.shape[1] -> X.shape[0]
        A row and w do not fit together. w needs one entry for each *column* of X, `X.shape[1]`;
        and a row comes from X as it is, with `zip(X, y)`, without a `.T`.
    signed-count: before = n_mistakes -> clean = True
    and:
    - n_mistakes += 1
    + n_mistakes += error
    + clean = False
    and: n_mistakes == before -> clean
        The errors are added with their signs, so that a -1 and a +1 cancel. Every update counts
        1.
    signed-count-and-stop: n_mistakes += 1 -> n_mistakes += error
        Errors are added with their signs, in the count and to decide when to stop: a -1 and a
        +1 cancel, and a pass with mistakes looks clean. Count each one as 1.
    signed-stop: before = n_mistakes -> total = 0
    and:
    - n_mistakes += 1
    + n_mistakes += 1
    + total += error
    and: n_mistakes == before -> total == 0
        A pass seems to be taken for clean because its errors -1 and +1 cancel in a sum. Stop
        only after a pass in which no row was answered wrong.
    only-target-1-counted: before = n_mistakes -> clean = True
    and:
    - n_mistakes += 1
    + n_mistakes += max(error, 0)
    + clean = False
    and: n_mistakes == before -> clean
        Only the mistakes with target 1 are counted (error +1); those with error -1 count as
        well.
    lr-counted: n_mistakes += 1 -> n_mistakes += lr
        Each mistake counts lr. It counts 1, however large the correction is.
    all-rows-at-once:
    - for x, target in zip(X, y, strict=True):
    -     error = target - heaviside(w @ x + b)
    -     if error != 0:
    -         w, b = w + lr * error * x, b + lr * error
    -         n_mistakes += 1
    + errors = y - heaviside(X @ w + b)
    + w, b = w + lr * errors @ X, b + lr * errors.sum()
    + n_mistakes += np.abs(errors).sum()
        All rows of a pass are judged with the same old weights, and corrected together. Correct
        after every single row: the next row meets the new weights.
    break-at-right-row:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + if error == 0:
    +     break
    + w, b = w + lr * error * x, b + lr * error
    + n_mistakes += 1
        A pass is left at the first row that is right (`break` in the inner loop). Go on to the
        next row; stop only after a whole pass without mistakes.
    break-in-inner-loop:
    -     n_mistakes += 1
    - if n_mistakes == before:
    -     break
    +     n_mistakes += 1
    + if n_mistakes == before:
    +     break
        The `break` for a pass without mistakes stands in the inner loop, so that a pass ends at
        its first row if that is right. It belongs behind the inner loop.
    return-at-right-row:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    - if n_mistakes == before:
    -     break
    - return w, b, n_mistakes
    + if error == 0:
    +     return w, b, n_mistakes
    + w, b = w + lr * error * x, b + lr * error
    + n_mistakes += 1
        Training ends at the first row that is right. It ends after a whole pass without
        mistakes: look how far your `return` is indented.
    one-correction-a-pass:
    - n_mistakes += 1
    + n_mistakes += 1
    + break
        After each correction you start again at the first row, or correct only one row a pass.
        Go on with the next row.
    last-row-decides: n_mistakes == before -> error == 0
        Whether to stop is decided by the last row of the pass alone. All rows of the pass must
        be right.
    one-pass-only: range(max_epochs) -> range(1)
        There is only one pass over the rows, or every pass begins again from nothing. Is
        `return` indented into the loop, or are w, b and n_mistakes set to zero in it?
    one-pass-too-few: range(max_epochs) -> range(1, max_epochs)
        There is one pass too few: look how many numbers your `range` gives. (`range(1, n)` gives
        n - 1 of them.)
    one-pass-too-many: range(max_epochs) -> range(max_epochs + 1)
        There is one pass too many: at most max_epochs passes.
    max-epochs-ignored: range(max_epochs) -> range(200)
        max_epochs is ignored. On data that no line separates the loop would never end.
    updates-limited: for _ in range(max_epochs) -> while n_mistakes < max_epochs
        max_epochs limits the number of corrections. It is the number of passes over all rows.
    sign: target - heaviside(w @ x + b) -> heaviside(w @ x + b) - target
        The sign of the correction is wrong: each one makes the mistake worse.
    bias-never: b + lr * error -> b
        The bias is never corrected.
    step-doubled: w + lr * error * x, b + lr * error -> w + 2 * lr * error * x, b + 2 * lr * error
        Every correction is twice as large as it should be. (With targets and answers -1 and +1
        their difference is 2: take 0 and 1.)
    only-target-1-corrected: error != 0 -> error > 0
        Only mistakes with target 1 are corrected. An answer 1 that should be 0 is a mistake too:
        its error is -1.
    only-target-0-corrected: error != 0 -> error < 0
        Only mistakes with target 0 are corrected. An answer 0 that should be 1 is a mistake too:
        its error is +1.
    lr-missing: w + lr * error * x, b + lr * error -> w + error * x, b + error
        The learning rate is not used. (From zeros it changes no answer, but it does change the
        weights.)
    starts-from-ones: np.zeros(X.shape[1]), 0.0 -> np.ones(X.shape[1]), 1.0
        The weights and the bias start at 1. Start from zeros, the bias too.
    bias-from-one: 0.0, 0 -> 1.0, 0
        The bias starts at 1. Start from zeros, the bias too.
    bias-reset-each-pass: before = n_mistakes -> b, before = 0.0, n_mistakes
        The bias is set back to zero at the start of each pass. Set it once, before the outer loop.
    first-row-corrects: w + lr * error * x -> w + lr * error * X[0]
        Every correction is made with the first row. Correct with the row that was answered wrong.
    reset-each-pass: before = n_mistakes -> w, b, before = np.zeros(X.shape[1]), 0.0, n_mistakes
        The weights and the bias are set back to zero at the start of each pass. Set them once,
        before the outer loop.
    weights-reset-each-pass: before = n_mistakes -> w, before = np.zeros(X.shape[1]), n_mistakes
        The weights are set back to zero at the start of each pass, the bias is not. Set both
        once, before the outer loop.
    result-not-kept:
    - w, b = w + lr * error * x, b + lr * error
    + perceptron_update(w, b, x, target, lr)
        The weights never change. `perceptron_update` returns the new ones and leaves the old
        ones as they are: write `w, b = perceptron_update(...)`.
    only-added: error = target - heaviside(w @ x + b) -> error = abs(target - heaviside(w @ x + b))
        Corrections are only ever added. Where the answer is 1 and should be 0, subtract.
    last-row-skipped: zip(X, y, strict=True) -> zip(X[:-1], y[:-1])
        The last row is never shown: a slice or a range ends too soon.
    first-row-skipped: zip(X, y, strict=True) -> zip(X[1:], y[1:])
        The first row is never shown: rows are counted from 0.
    loops-exchanged: for _ in range(max_epochs) -> for x, target in zip(X, y, strict=True)
    and: for x, target in zip(X, y, strict=True) -> for _ in range(max_epochs)
    and:
    - if n_mistakes == before:
    -     break
        The two loops are exchanged: each row is repeated until it is right, and never seen
        again. The pass over all rows is the inner loop.
    counted-after-each-pass:
    -         n_mistakes += 1
    - if n_mistakes == before:
    + n_mistakes += int((heaviside(X @ w + b) != y).sum())
    + if n_mistakes == before:
        n_mistakes adds up the rows that are still wrong *after* each pass. Count the mistakes
        as they are made, one for each update.
    right-rows-corrected:
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + w, b = w + lr * (2 * target - 1) * x, b + lr * (2 * target - 1)
    + n_mistakes += int(error != 0)
        Rows that are answered right change the weights too.
    sum-for-answer:
    - error = target - heaviside(w @ x + b)
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    -     n_mistakes += 1
    + z = w @ x + b
    + w, b = w + lr * (target - z) * x, b + lr * (target - z)
    + n_mistakes += int(heaviside(z) != target)
        The weights are corrected by target minus *sum*. Compare the answer, 0 or 1, with the
        target.
    rows-backwards: zip(X, y, strict=True) -> zip(X[::-1], y[::-1])
        The rows are taken from the last to the first. Take them in order.
    targets-of-both-signs:
    - error = target - heaviside(w @ x + b)
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    + t = 2 * target - 1
    + if t * (w @ x + b) <= 0:
    +     w, b = w + lr * t * x, b + lr * t
        A sum of exactly 0 counts as a mistake for both targets, as in the rule for -1 and +1.
        Here z = 0 means answer 0, which is right for target 0.
    rule-for-other-targets:
    - error = target - heaviside(w @ x + b)
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    + if target * (w @ x + b) <= 0:
    +     w, b = w + lr * target * x, b + lr * target
        `target * z <= 0` is a rule for targets -1 and +1. With 0 and 1 every row with target 0
        counts as a mistake, and none of them is ever corrected.
    y-overwritten:
    - w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    + y[y == 0] = -1
    + w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    and: target - heaviside(w @ x + b) -> (target - np.where(w @ x + b > 0, 1, -1)) / 2
        The argument `y` is changed: `y[y == 0] = -1` writes into the caller's targets. Make a new
        array, or stay with 0 and 1.
    y-changed:
    - w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    + y[y == 0] = -1
    + w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    and:
    - error = target - heaviside(w @ x + b)
    - if error != 0:
    -     w, b = w + lr * error * x, b + lr * error
    + if target * (w @ x + b) <= 0:
    +     w, b = w + lr * target * x, b + lr * target
        The argument `y` is changed: its zeros are overwritten by -1. Targets are 0 and 1 here;
        the error target minus answer needs no other ones.
    integers-plus-fractions: np.zeros(X.shape[1]) -> np.zeros_like(X[0])
    and:
    - w, b = w + lr * error * x, b + lr * error
    + w += lr * error * x
    + b += lr * error
        Where X holds integers, `np.zeros_like(X[0])` does too, and `+=` cannot add fractions to
        it. `np.zeros(X.shape[1])` makes floats.
    """,
    perceptron_update=perceptron_update,
)


def keeps_the_best(X, y, lr, max_epochs):
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    best = np.mean(heaviside(X @ w + b) == y), w, b
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y, strict=True):
            if heaviside(w @ x + b) != target:
                w, b = perceptron_update(w, b, x, target, lr)
                n_mistakes += 1
                best = max(best, (np.mean(heaviside(X @ w + b) == y), w, b), key=lambda t: t[0])
        if n_mistakes == before:
            break
    return *best[1:], n_mistakes


OTHERS = [
    Mistake(
        "keeps-the-best",
        "The best weights met on the way are returned, those with most rows right. Asked for are "
        "the last ones. (To keep the best is a method of its own, the pocket algorithm.)",
        keeps_the_best,
    ),
    Mistake(
        "random",
        "Random numbers are used. Start from zeros, and take the rows in order, without shuffling.",
        by="random",
    ),
]


TASK = Task(
    "train_perceptron",
    points=3,
    taught_in="Learning from mistakes",
    reference=train_perceptron,
    cases=cases,
    parts=("w", "b", "n_mistakes"),
    mistakes=[*SLIPS, *OTHERS],
    invariants=PROMISES,
    faster="Training goes on after a pass without mistakes, until max_epochs is reached. Nothing "
    "changes any more by then, but with a large max_epochs it takes very long: stop.",
    hints=(
        "Two loops, one in the other: the outer one counts the passes, the inner one walks through "
        "the rows with `zip(X, y)`. Which of your functions does the work inside?",
        "Before you correct a row, ask whether the neuron answers it wrong: only then count a "
        "mistake. How can you tell, at the end of a pass, that none was added in it?",
        "Start with `np.zeros(X.shape[1])`, 0.0 and 0. Remember the count at the start of each "
        "pass, and `break` out of the outer loop if it is the same at the end. The `break` stands "
        "behind the inner loop, not in it.",
    ),
)
