# %% [markdown]
# # Exercise 08: Digits from scratch
#
# Everything you have built so far meets real images: 28 by 28 grey pixels in, a digit out. You
# write the three small tools that such work stands on, and then the network itself, from the first
# random weight to the function that reads digits it has never seen. It belongs to lesson
# {{lesson}}. Tasks 5 and 6 stand nowhere in the course: they are new problems for what you know by
# then.
#
# **After this exercise you can**
# - turn images into the rows that a network reads;
# - say how good predictions are, and which classes are taken for which;
# - train a network of your own to read at least 94 of 100 new digits;
# - ask a network's probabilities more than which class is the likeliest.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong, the check says what kind of mistake it sees,
# and never the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points. Arguments are passed by position and belong to the caller: leave them unchanged.

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import relu, relu_prime, softmax
from mlp_lesson.checks import check
from mlp_lesson.data import load_mnist
from mlp_lesson.display import show_figure
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import backward, forward, he_normal, init_params
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. Images to rows (1 point)
#
# An image is a table of grey values: whole numbers from 0 (black) to 255 (white). (MNIST keeps its
# digits as white ink on black paper: 0 is paper, 255 is ink.) A layer wants one
# row of numbers a sample, of about the size of 1: with inputs in the hundreds the first sums are
# huge, the units saturate, and steps that suit one weight are far too long for another.
#
# - `images` is `(n, height, width)`, of any integer or floating dtype; the images may have any
#   size, and there may be just one. Floats may hold fractions, as where two images are averaged.
# - Return `X` of shape `(n, height * width)`, floats from 0 to 1: pixels row by row, 0 stays 0, and
#   255 becomes exactly 1.
# - The same image must always give the same row, whatever other images come with it.


# %% nbgrader={"grade_id": "prepare", "solution": true}
def prepare(images):
    """(n, height, width) grey values 0..255 -> X (n, height * width) in [0, 1]."""
    ### BEGIN SOLUTION
    return images.reshape(len(images), -1) / 255
    ### END SOLUTION


# %%
hints("prepare")

# %% nbgrader={"grade_id": "check_prepare", "grade": true, "locked": true, "points": 1}
check("prepare", prepare)

# %% [markdown]
# ## 2. How good? (1 point)
#
# The accuracy is the share of labels that are predicted right, a number between 0 and 1.
#
# - `y_true` and `y_pred` are vectors of the same length, labels from 0 on, at least one of them.


# %% nbgrader={"grade_id": "accuracy", "solution": true}
def accuracy(y_true, y_pred):
    """The share of labels in y_pred that equal those in y_true."""
    ### BEGIN SOLUTION
    return np.mean(y_true == y_pred)
    ### END SOLUTION


# %%
hints("accuracy")

# %% nbgrader={"grade_id": "check_accuracy", "grade": true, "locked": true, "points": 1}
check("accuracy", accuracy)

# %% [markdown]
# ## 3. What is taken for what? (2 points)
#
# One number hides everything. Whether the network takes fours for nines, or ones for sevens, stands
# in the confusion matrix: entry $C_{ij}$ counts the samples of class $i$ that are predicted as
# class $j$. The diagonal holds what is right.
#
# - **Rows are the truth, columns the prediction.** (Some texts do it the other way round.)
# - Return counts, integers or floats, in a table `(n_classes, n_classes)`. A class that does not
#   occur has its row and its column nevertheless, full of zeros.
# - Classes are counted from 0. Go through the samples once: then tens of thousands take a moment.


# %% nbgrader={"grade_id": "confusion_matrix", "solution": true}
def confusion_matrix(y_true, y_pred, n_classes):
    """C (n_classes, n_classes): C[i, j] counts samples of class i predicted as class j."""
    ### BEGIN SOLUTION
    C = np.zeros((n_classes, n_classes), dtype=int)
    for truth, prediction in zip(y_true, y_pred, strict=True):
        C[truth, prediction] += 1
    return C
    ### END SOLUTION


# %%
hints("confusion_matrix")

# %% nbgrader={"grade_id": "check_confusion_matrix", "grade": true, "locked": true, "points": 2}
check("confusion_matrix", confusion_matrix)

# %% [markdown]
# ## 4. The network (4 points)
#
# Now train. `fit_digits` gets 10,000 digits and returns a *function* that reads new ones:
#
# ```python
# predict = fit_digits(X, y, rng)
# labels = predict(X_new)          # (n_new, 784) -> (n_new,)
# ```
#
# - `X` is `(n, 784)`, as `prepare` makes it: floats from 0 to 1 already. `y` holds labels 0 to 9.
#   In the end n is 10,000, but your function must take any number of rows.
# - `predict` takes images prepared in the same way and returns labels, not probabilities. The label
#   of an image must not depend on the images that come with it.
# - Every random number comes from `rng`, so that the same `rng` gives the same network.
# - **The goal:** at least 0.94 on digits that were not in the training set, in at most 30 seconds.
#   If it stays below, the check trains your network a few more times with small changes, to find out
#   why; that takes some seconds more.
#
# How you get there is yours to choose. A network with one hidden layer of 100 ReLU units does it
# within seconds; one without a hidden layer ends near 0.90. Imported above, and written by you in
# earlier exercises in one form or another:
#
# | call | gives |
# |---|---|
# | `init_params((784, 100, 10), rng, he_normal)` | `params`: for each layer its `(W, b)`, arrays to be changed with `-=` |
# | `one_hot(y, 10)` | the targets `Y`, `(n, 10)` |
# | `forward(params, X, relu)` | the logits `Z`, `(n, 10)`, and a `cache` for the way back |
# | `softmax_cross_entropy(Z, Y)` | the loss, and its `delta`; the softmax is in it |
# | `backward(params, cache, delta, relu_prime)` | for each layer its `(dW, db)`, in the order of `params` |


# %% nbgrader={"grade_id": "fit_digits", "solution": true}
def fit_digits(X, y, rng):
    """Train on rows X (n, 784) in [0, 1] with labels y (n,); return predict: X -> labels."""
    ### BEGIN SOLUTION
    Y = one_hot(y, 10)
    params = init_params((X.shape[1], 100, 10), rng, he_normal)
    for _epoch in range(10):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            batch = order[start : start + 50]
            Z, cache = forward(params, X[batch], relu)
            _, delta = softmax_cross_entropy(Z, Y[batch])
            grads = backward(params, cache, delta, relu_prime)
            for (W, b), (dW, db) in zip(params, grads, strict=True):
                W -= 0.2 * dW
                b -= 0.2 * db

    def predict(X_new):
        return forward(params, X_new, relu)[0].argmax(axis=1)

    return predict
    ### END SOLUTION


# %%
hints("fit_digits")

# %% [markdown]
# The check trains your network once on 10,000 digits, so it takes as long as your training does. It
# also trains it twice on 500, to see whether `rng` is used, and tries `predict` on one single image.

# %% nbgrader={"grade_id": "check_fit_digits", "grade": true, "locked": true, "points": 4}
check("fit_digits", fit_digits)

# %% [markdown]
# ## What your network takes for what
#
# Your four functions together, on the full test set. The cell says which two digits your network
# confuses most often; look at a few of them in lesson 08, and decide whether you would have done
# better.


# %% tags=["nbval-ignore-output"] nbgrader={"grade_id": "together", "locked": true}
# Not compared in tests: which pair comes first depends on your network, and on rounding.
def most_confused():
    from threadpoolctl import threadpool_limits

    images, y, new_images, y_new = load_mnist(flat=False)
    some = np.random.default_rng(8).permutation(len(images))[:10_000]
    with threadpool_limits(1):  # products as small as these gain nothing from more
        predict = fit_digits(prepare(255 * images[some]), y[some], np.random.default_rng(0))
    y_pred = predict(prepare(255 * new_images))
    C = confusion_matrix(y_new, y_pred, 10)
    mistakes = C - np.diag(np.diag(C))
    return accuracy(y_new, y_pred), *np.unravel_index(mistakes.argmax(), C.shape)


try:
    share, truth, taken_for = most_confused()
    print(f"accuracy on all 10,000 test digits: {share:.2f}")
    print(f"the most frequent mistake: {truth} taken for {taken_for}")
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 to 4 say: right.")

# %% [markdown]
# ## 5. Which labels are wrong? (2 points)
#
# Labels are made by people, and people make mistakes. In the best known collections of images some
# labels in a hundred are wrong (Northcutt and others, 2021). Nobody can look at 60,000 images again;
# but the rows whose label a trained network believes least can be looked at, and there the errors
# gather.
#
# - `P` is `(n, n_classes)`: row $i$ holds the probabilities of the classes for sample $i$, as softmax
#   gives them. `y` is `(n,)`, the labels, from 0 on, some of them perhaps wrong.
# - Return an array `(k,)` of row numbers: those rows in which the probability of **the row's own label** is
#   smallest, the smallest first. Rows are counted from 0.
# - It is always `k` rows, whether the network predicts another class there or not; `k` is at least 1 and at
#   most `n`. No two of these probabilities are equal.
#
# By hand: for `k` 2 the answer is rows 2 and 1, in this order.
#
# | row | $P$ | label |
# |---|---|---|
# | 0 | 0.7, 0.2, 0.1 | 0 |
# | 1 | 0.3, 0.1, 0.6 | 0 |
# | 2 | 0.05, 0.9, 0.05 | 2 |
# | 3 | 0.25, 0.35, 0.4 | 1 |


# %% nbgrader={"grade_id": "find_mislabelled", "solution": true}
def find_mislabelled(P, y, k):
    """The numbers of the k rows whose label has the smallest probability, the smallest first."""
    ### BEGIN SOLUTION
    own = P[np.arange(len(y)), y]  # the probability of each row's label
    return np.argsort(own)[:k]
    ### END SOLUTION


# %%
hints("find_mislabelled")

# %% nbgrader={"grade_id": "check_find_mislabelled", "grade": true, "locked": true, "points": 2}
check("find_mislabelled", find_mislabelled)

# %% [markdown]
# Try it. Of 5000 digits 100 get a wrong label, a small network learns from all of them, the wrong ones
# included, and your function names the 100 most suspicious. Taken at random, 2 of them would be wrong.


# %% nbgrader={"grade_id": "planted", "locked": true}
def digits_with_wrong_labels(rng):
    """(X, y, wrong): 5000 digits, their labels, and the rows where the label was changed."""
    X, y, _, _ = load_mnist()
    some = rng.permutation(len(X))[:5000]
    X, y, wrong = X[some], y[some].copy(), rng.permutation(5000)[:100]
    y[wrong] = (y[wrong] + rng.integers(1, 10, size=100)) % 10
    return X, y, wrong


def probabilities_after_two_epochs(X, y, X_new, rng):
    params = init_params((784, 50, 10), rng, he_normal)
    Y = one_hot(y, 10)
    for batch in np.concatenate([rng.permutation(len(X)) for _ in range(2)]).reshape(-1, 50):
        Z, cache = forward(params, X[batch], relu)
        grads = backward(params, cache, softmax_cross_entropy(Z, Y[batch])[1], relu_prime)
        for (W, b), (dW, db) in zip(params, grads, strict=True):
            W -= 0.2 * dW
            b -= 0.2 * db
    return softmax(forward(params, X_new, relu)[0])


def show_the_most_suspicious():
    rng = np.random.default_rng(8)
    X, y, wrong = digits_with_wrong_labels(rng)
    found = find_mislabelled(probabilities_after_two_epochs(X, y, X, rng), y, 100)
    n_right = len(set(found) & set(wrong))
    images = X[found[:8]].reshape(-1, 28, 28)
    show_figure(
        plots.plot_images(images, [f"label {label}" for label in y[found[:8]]]),
        alt="Eight digits; the label above each of them is that of another digit.",
        caption="The eight most suspicious of 5000 digits, each with the label it has been given.",
    )
    print(f"of the 100 most suspicious, wrong in fact: about {round(n_right, -1)}")


try:
    show_the_most_suspicious()
except Exception:  # an answer is missing, or wrong
    plt.close("all")
    print("First make the check of task 5 say: right.")

# %% [markdown]
# ## 6. Right among the first k (2 points)
#
# A search shows ten results, a phone three words to continue with. There it is enough if the right one
# is *among* them. The measure for that is the *top-k accuracy*: the share of samples whose true class
# is one of the `k` classes with the highest scores.
#
# - `y_true` is `(n,)`, labels from 0 on. `Z` is `(n, n_classes)`: the scores of the classes, as logits
#   or probabilities, in any case the higher the likelier. They may be negative. `k` is at least 1 and at
#   most `n_classes`.
# - Return one number, from 0 to 1. No two scores of a row are equal.
#
# By hand: for `k` 2 the answer is 0.75; only in row 3 the true class is not among the best two.
#
# | row | $Z$ | true class |
# |---|---|---|
# | 0 | 2, -1, 0.5 | 2 |
# | 1 | 0.3, 0.1, -0.2 | 1 |
# | 2 | -3, -1.5, -2 | 1 |
# | 3 | 0, 4, 1 | 0 |


# %% nbgrader={"grade_id": "top_k_accuracy", "solution": true}
def top_k_accuracy(y_true, Z, k):
    """The share of rows whose true class is among the k with the highest scores."""
    ### BEGIN SOLUTION
    best = np.argsort(-Z, axis=1)[:, :k]
    return np.mean((best == y_true[:, None]).any(axis=1))
    ### END SOLUTION


# %%
hints("top_k_accuracy")

# %% nbgrader={"grade_id": "check_top_k_accuracy", "grade": true, "locked": true, "points": 2}
check("top_k_accuracy", top_k_accuracy)

# %% [markdown]
# How good are the second and third attempts of the small network, on the 10,000 digits of the test
# set?


# %% nbgrader={"grade_id": "attempts", "locked": true}
def print_the_attempts():
    rng = np.random.default_rng(8)
    X, y, X_new, y_new = load_mnist()
    some = rng.permutation(len(X))[:5000]
    P = probabilities_after_two_epochs(X[some], y[some], X_new, rng)
    for k in (1, 2, 3):
        print(f"right among the first {k}: {top_k_accuracy(y_new, P, k):.2f}")


try:
    print_the_attempts()
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 6 say: right.")

# %% [markdown]
# Well done: nothing in this network is a black box any more, because you wrote every part of it.
