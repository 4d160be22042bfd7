"""Why a network reads digits badly: experiments that tell the causes apart (engine/trained.py)."""

from functools import cache

import numpy as np

from ...engine.trained import FEW, biases_still, cause, rows_left_out, share

TOLD, SOME = 500, 1000  # rows of a small training, images that it is asked for


def most_frequent(labels):
    values, counts = np.unique(labels, return_counts=True)
    return values[counts.argmax()]


def guesses(t):
    return t.share < 0.3


@cache
def obedience(t, rows, factor=1):
    """(share that says c after training on nothing but c, and on nothing but another, moved)"""
    X, A = factor * t.X[:rows], factor * t.X_new[:TOLD]

    def labels_after(c):
        return t.learn(X, np.full(rows, c))(A)

    first = labels_after(3)
    said = most_frequent(first)
    if said == 3:
        on, off = first, labels_after(8)
    else:
        on, off = labels_after(min(max(said, 0), 9)), first
    return np.mean(on == said), np.mean(off == said), bool(np.any(on != off))


@cache
def reads_easy_images(t):
    """The share of ten images that are read after a training on nothing but these."""
    means = np.array([t.X[t.y == c].mean(axis=0) for c in range(10)])
    order = np.random.default_rng(0).permutation(SOME) % 10
    return share(t.learn(means[order], order)(means), np.arange(10))


def mixtures(t, n, seed):
    """Random sums of images: points in all directions, far from the images."""
    rng = np.random.default_rng(seed)
    rows = rng.integers(len(t.X), size=(8, n))
    return sum(rng.normal(size=(n, 1)) * t.X[row] for row in rows)


@cache
def labels_far_out(t):
    """How many labels are given to more than a few points far away."""
    said = np.asarray(t.predict((1e4 * mixtures(t, SOME, 0)).astype(t.X.dtype)))
    return np.sum(np.unique(said, return_counts=True)[1] > 0.02 * SOME)


# ---- what one look at the labels says -----------------------------------------------------------


@cause(
    "names-exchanged",
    "The images are told apart, but the labels stand for other digits: a label is changed on",
    "the way. Number k must have its 1 in column k of Y, and column k must give label k.",
)
def names_exchanged(t):
    """Each label stands for one other digit."""
    counts = np.zeros((10, 10), dtype=int)
    known = (t.labels >= 0) & (t.labels <= 9)
    np.add.at(counts, (t.labels[known].astype(int), t.y_new[known]), 1)
    meant = counts.argmax(axis=1)
    return t.share < 0.5 and len(set(meant)) == 10 and counts.max(axis=1).sum() > 0.8 * known.size


@cause(
    "prepared-otherwise",
    "predict is right for images of another scale than those it gets: fit_digits and predict",
    "do not prepare the pixels in the same way. X lies in [0, 1] already: scale, centre or",
    "standardise in neither, or in both alike and with the numbers of the training set.",
)
def prepared_otherwise(t):
    """Right for images that are scaled or centred first."""
    A, X = t.X_new[:SOME].astype(float), t.X.astype(float)
    mean, spread = X.mean(axis=0), X.std(axis=0)
    others = [
        255 * A, A / 255, 2 * A - 1, A - 0.5, 1 - A, (A - X.mean()) / X.std(), A - X.mean(),
        A - mean, (A - mean) / np.where(spread > 0.001, spread, 1), (A - mean) / (spread + 0.1),
        (A - mean) / (spread + 1), A / np.linalg.norm(A, axis=1, keepdims=True), A > 0.5,
        A * X.std() + X.mean(), A * spread + mean, (A + 1) / 2, A + 0.5, A + mean,
        A.reshape(-1, 28, 28).swapaxes(1, 2).reshape(A.shape),
    ]  # fmt: skip
    best = max(share(t.predict(B.astype(t.X.dtype)), t.y_new) for B in others)
    now = share(t.labels[:SOME], t.y_new)
    return best > max(0.88, now + 0.05) or best > max(0.94, now + 0.01)


@cause(
    "next-numbers",
    "The wrong labels lie close to the right number, as if one output had been trained to give",
    "the digit by its size (a regression). But labels are names, a 3 is not nearer to a 4 than",
    "to an 8: ten outputs, one a class, one-hot targets, and softmax cross-entropy.",
)
def next_numbers(t):
    """What is wrong is next to the right number, or everything is in the middle."""
    off = np.abs(t.labels - t.y_new)
    if not 0.05 < np.mean(off > 0) or len(np.unique(t.labels)) < 2:
        return False
    near = np.mean(off[off > 0] == 1) > 0.45
    middle = np.all((t.labels >= 2) & (t.labels <= 7)) and 3.5 < t.labels.mean() < 5.5
    return (near or middle) and np.corrcoef(t.labels, t.y_new)[0, 1] > 0.3


@cause(
    "part-of-the-rows",
    "Part of the training rows is known by heart, and the others are read no better than new",
    "images: only these few rows are used in training. Go through all rows in every pass.",
)
def part_of_the_rows(t):
    """The first or last rows are known by heart, the others are not; or repeated rows are lost."""
    hits = t.training_labels == t.y
    for k in (50, 100, 200, 500, 1000, 2000, 5000):
        for part, rest in ((hits[:k], hits[k:]), (hits[-k:], hits[:-k])):
            if part.mean() > 0.99 and k * np.log(max(rest.mean(), 0.01)) < -9:
                return True
    return False


@cause(
    "repeated-rows-are-lost",
    "Rows that are learnt by heart are no longer known when they come in more than once: only",
    "part of the training rows is used. Go through all rows in every pass.",
)
def repeated_rows_are_lost(t):
    rows, truth = t.X[:TOLD], t.y[:TOLD]
    return share(t.told_once(rows), truth) > 0.99 and share(t.told_often(rows), truth) < 0.98


@cause(
    "classes-are-missing",
    "Some labels are never given, while the other digits are read well. Do all ten classes",
    "take part in training, and has each an output that can win?",
)
def classes_are_missing(t):
    """Some digits are never said, and the others are read well."""
    said = np.unique(t.labels)
    among = np.isin(t.y_new, said)
    if not 2 <= len(said) <= 9 or share(t.labels[among], t.y_new[among]) < 0.9:
        return False
    return len(said) > 5 or not learns_alone(t, np.setdiff1d(np.arange(10), said)[0])


def learns_alone(t, label):
    """Is this label said after a training on nothing else?"""
    try:
        predict = t.learn(t.X[:FEW], np.full(FEW, label))
        return np.mean(predict(t.X_new[:FEW]) == label) > 0.5
    except Exception:  # no row is left that it would learn from
        return False


# ---- networks that are no better than guessing --------------------------------------------------


@cause(
    "goes-uphill",
    "Training makes the right label *less* likely: it goes uphill. Look at the sign of the",
    "step (against the gradient), at the sign of delta, and whether predict takes the largest.",
)
def goes_uphill(t):
    """After training on one label only, that label is said less often than after another."""
    for rows, factor in ((FEW, 1), (FEW, 1 / 8), (SOME, 1)):
        on, off, moved = obedience(t, rows, factor)
        if on != off:
            return on < off
    return False


@cause(
    "never-moves",
    "Whatever labels it learns from, predict says the same: perhaps nothing is learnt. Is the",
    "training called, do the steps reach the arrays that predict reads (`W = W - step` makes a",
    "new array and leaves params as they were; `W -= step` does not), or does predict use",
    "weights from before the training?",
)
def never_moves(t):
    """Other labels to learn from, the same answers: nothing that is trained arrives in predict."""
    if len(np.unique(t.labels)) < 3:
        return False
    trials = (FEW, 1), (SOME, 1), (SOME, 99)
    return not any(obedience(t, rows, factor)[2] for rows, factor in trials)


@cause(
    "hardly-moves",
    "The network has hardly moved from its random start. It goes downhill, but the steps are",
    "too small or too few: a larger learning rate, and a step for each minibatch.",
)
def hardly_moves(t):
    """Not even one label alone is learnt, or much longer steps are what it needs."""
    if t.read_after(30) > t.read_after(1) + 0.2:
        return True
    return len(np.unique(t.labels)) > 2 and obedience(t, SOME)[0] < 0.9


@cause(
    "pixels-too-small",
    "It would learn from pixels 255 times as bright: they are divided by 255 once more, though",
    "X lies in [0, 1] already. So the first layer sees next to nothing: do not scale again.",
)
def pixels_too_small(t):
    return obedience(t, SOME)[0] > 0.9 and t.read_after(255) > max(0.75, t.read_after(1) + 0.2)


@cause(
    "steps-too-large",
    "The steps are too large: the training jumps about, or its hidden units have died. The",
    "learning rate is too large for these inputs; or the gradient is a sum over the rows where",
    "the mean is meant; or the pixels or the first weights are too large. Or a softmax stands",
    "before `softmax_cross_entropy`, which does its own; or rows of X meet labels of others.",
)
def steps_too_large(t):
    """It learns from darker images; or the last steps alone decide which label is said."""
    if t.read_after(1 / 8) > t.read_after(1) + 0.1 or t.read_after(1 / 255) > t.read_after(1) + 0.4:
        return True
    if not (guesses(t) and one_label(t, 0.8) and obeys(t)) or only_frequencies(t):
        return False
    return one_label(t) or labels_far_out(t) <= 4


def one_label(t, part=0.98):
    return np.mean(t.labels == most_frequent(t.labels)) > part


def obeys(t):
    on, off, _ = obedience(t, FEW)
    return on > off + 0.5


@cause(
    "only-frequencies",
    "Every image gets the label that is most frequent in y: only the last bias learns. Did all",
    "weights start at zero, or all at one number? Then no unit gets a signal of its own: start",
    "them at random, drawn from the rng.",
)
def only_frequencies(t):
    """All images get the label that is most frequent in y."""

    def one_of_the_most(labels, y):
        counts = np.bincount(y, minlength=10)
        label = int(min(max(most_frequent(labels), 0), 9))
        return counts[label] > 0.95 * counts.max()

    once = t.told_once(t.X_new[:SOME])
    return (
        one_label(t) and one_of_the_most(t.labels, t.y) and one_of_the_most(once, t.y[:TOLD])
    ) and obeys(t)


@cause(
    "labels-belong-to-other-images",
    "It learns how frequent the labels are, but nothing of the images: rows of X and y no",
    "longer belong together. Shuffle both in the same order, by one permutation of the row",
    "numbers, and take the same rows of both for a minibatch.",
)
def labels_belong_to_other_images(t):
    """It learns one label easily, but not even ten images with a label each."""
    return obedience(t, SOME)[0] > 0.9 and reads_easy_images(t) < 0.4 and labels_far_out(t) > 2


@cause(
    "not-a-number",
    "The label is 0 for every image, whatever was learnt. argmax says 0 if the network has",
    "become NaN (a division by 0, an overflow, steps too large), and if there is one column",
    "only.",
)
def not_a_number(t):
    return one_label(t) and most_frequent(t.labels) == 0 and not obeys(t)


# ---- networks that learn, but not enough --------------------------------------------------------


@cause(
    "units-are-alike",
    "The labels depend on one or two numbers only, as if there were no more hidden units than",
    "that. Weights that start equal get equal steps, so their units stay equal (symmetry):",
    "start them at random, drawn from the rng; and take enough units, about 100.",
)
def units_are_alike(t):
    """Far from the images few labels are left: all depends on one number, or two."""
    return 2 < len(np.unique(t.labels)) and labels_far_out(t) <= len(np.unique(t.labels)) / 2


@cause(
    "borders-are-straight",
    "All borders between the labels of predict are straight: the network is linear there.",
    "Is there a hidden layer, does its activation stand in training *and* in predict, and its",
    "slope f' in the way back? About 0.90 is what one without a hidden layer reaches.",
)
def borders_are_straight(t):
    """Between two points with one label, there is never another."""
    seen = 0
    for factor in (1, 10):
        A, B = factor * mixtures(t, 3 * SOME, 1), factor * mixtures(t, 3 * SOME, 2)
        ends = np.asarray(t.predict(A.astype(t.X.dtype)))
        equal = ends == t.predict(B.astype(t.X.dtype))
        seen += equal.sum()
        for s in (0.3, 0.5, 0.7):
            between = ((1 - s) * A[equal] + s * B[equal]).astype(t.X.dtype)
            if np.any(t.predict(between) != ends[equal]):
                return False
    return t.share > 0.4 and seen > 200


@cause(
    "start-too-large",
    "The training rows are learnt by heart, but little carries over to new images: the first",
    "weights are so large that training hardly changes what they do (`rng.normal` alone has",
    "spread 1). Make them smaller the more inputs a unit has, as `he_normal` does.",
)
def start_too_large(t):
    """The rows that were seen are known by heart, and little of it carries over."""
    known = share(t.told_often(t.X[:TOLD]), t.y[:TOLD])
    carried_over = share(t.told_often(t.X_new[:SOME]), t.y_new)
    return known > 0.96 and carried_over < 0.75 and t.read_after(1 / 16) > t.read_after(1) + 0.02


def more_helps(t):
    """Steps that are effectively nine times as long lead further."""
    return t.read_after(3) > t.read_after(1) + 0.02


@cause(
    "one-step-a-pass",
    "The training is too short: the same rows eight times over make no difference. Either it",
    "takes one step for a pass over all rows, and minibatches of 50 to 200 rows would make",
    "many steps of it; or the learning rate is far too small.",
)
def one_step_a_pass(t):
    """The same rows eight times over change nothing, though the size of the steps matters."""
    A = t.X_new[:SOME]
    moved = np.mean(t.told_once(A) != t.told_often(A))
    return moved < 0.01 and abs(t.read_after(1 / 8) - t.read_after(1)) > 0.02


def more_passes_help(t):
    A = t.X_new[:SOME]
    return share(t.told_often(A), t.y_new) > share(t.told_once(A), t.y_new) + 0.05


@cause(
    "steps-tiny",
    "The steps are so small that nothing is learnt: with pixels a billion times as bright the same",
    "training moves. A larger learning rate.",
)
def steps_tiny(t):
    return not obedience(t, SOME)[2] and obedience(t, SOME, 1e9)[2]


@cause(
    "units-too-few",
    "A few rows are learnt by heart, but of all rows no more is learnt in four times as many",
    "steps: perhaps there are too few hidden units (about 100 do).",
)
def units_too_few(t):
    if share(t.told_often(t.X[:TOLD]), t.y[:TOLD]) < 0.9 or t.share > 0.87:
        return False
    longer = t.learn(np.tile(t.X, (4, 1)), np.tile(t.y, 4))
    return share(longer(t.X_new), t.y_new) < t.share + 0.03


@cause(
    "too-short",
    "The training goes the right way, but not far enough: longer steps or more of them lead",
    "further. More passes over all the rows, in minibatches, a larger learning rate or",
    "momentum would do that. Every layer must get its step, and keep its weights from one pass",
    "to the next. Or delta is made too small on its way: divided by n twice, by a softmax",
    "before `softmax_cross_entropy`, which does its own, or by another slope than f'.",
)
def too_short(t):
    return more_helps(t) or more_passes_help(t)


@cause(
    "too-simple",
    "It learns, but stays below 0.94 on new images, and longer steps or more of them hardly",
    "help. Are there enough hidden units (about 100)? Does every pass visit all the rows, and",
    "do the rows of X and Y belong together? Does the gradient reach every layer,",
    "with the slope of the activation? Does predict do the same forward pass as the training?",
    "Or do large steps never let it settle?",
)
def too_simple(t):
    """Neither longer steps nor more of them help: it is not the training's length."""
    return t.share > 0.8


AT_A_LOOK = [
    names_exchanged, prepared_otherwise, next_numbers, part_of_the_rows, classes_are_missing,
]  # fmt: skip
IF_GUESSING = [
    goes_uphill, steps_tiny, never_moves, pixels_too_small, only_frequencies, steps_too_large,
    hardly_moves, labels_belong_to_other_images, not_a_number, units_are_alike,
]  # fmt: skip
IF_LEARNING = [
    units_are_alike, borders_are_straight, repeated_rows_are_lost, start_too_large,
    steps_too_large, rows_left_out, one_step_a_pass, biases_still, units_too_few, too_short,
    too_simple,
]  # fmt: skip


def causes(t):
    """Those to ask of this training, the most certain first."""
    return AT_A_LOOK + (IF_GUESSING if guesses(t) else IF_LEARNING)


ALL = [*AT_A_LOOK, *IF_GUESSING, *IF_LEARNING]
