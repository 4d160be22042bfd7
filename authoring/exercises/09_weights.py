# %% [markdown]
# # Exercise 09: Inside the weights
#
# A trained network is a handful of arrays. Here you read them, draw them, and change them, without
# training anything: once so that no answer changes, once so that half of the weights are gone and
# hardly any does. It belongs to lesson {{lesson}}. Tasks 1 and 2 you wrote there: write them once
# more, without looking. Task 3 asks for more than the lesson showed, and tasks 4 to 6 stand nowhere
# in the course: they are new problems for what you know by then.
#
# **After this exercise you can**
# - turn the columns of a weight table into pictures, on a scale that does not mislead;
# - compute the probabilities of any classifier of scikit-learn's kind from its arrays;
# - change a network and say why its answers stay the same;
# - throw out most of its weights, and see what that costs.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong, the check says what kind of mistake it sees,
# and never the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points.
#
# **What holds everywhere.** A layer's weights are `(n_in, n_out)`: one row for each input, one column
# for each unit. Arguments are passed by position, may hold integers, and belong to the caller: make
# new arrays, leave these as they are.

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.neural_network import MLPClassifier

from mlp_lesson import plots
from mlp_lesson.activations import relu, sigmoid, softmax
from mlp_lesson.checks import check
from mlp_lesson.data import load_mnist, moons
from mlp_lesson.display import show_figure
from mlp_lesson.questions import hints
from mlp_lesson.widgets.digit_pad.reader import shipped

# %% [markdown]
# ## 1. Columns to pictures (1 point)
#
# A first layer that reads images has one weight for each pixel and unit. Lay the weights of each unit out
# as its pixels are.
#
# - `W` is `(height * width, n_units)`. The pixels were counted row by row, as `image.ravel()` does.
# - Return `(n_units, height, width)`: picture j belongs to column j, with the weights as they are. The
#   images may have any height and width, and there may be one unit only.


# %% nbgrader={"grade_id": "weight_images", "solution": true}
def weight_images(W, height, width):
    """Each column of W (height * width, n_units) as a picture: (n_units, height, width)."""
    ### BEGIN SOLUTION
    return W.T.reshape(W.shape[1], height, width)
    ### END SOLUTION


# %%
hints("weight_images")

# %% nbgrader={"grade_id": "check_weight_images", "grade": true, "locked": true, "points": 1}
check("weight_images", weight_images)

# %% [markdown]
# ## 2. An honest scale (1 point)
#
# The colours of a weight picture must tell for from against: 0 lies in the middle, as far from one end as
# from the other.
#
# - `W` is an array of any shape, with at least one weight that is not 0.
# - Return `(vmin, vmax)`, two numbers: the narrowest scale with 0 in its middle on which no weight lies
#   outside.
# - The weights may be all positive, or all negative. For `[[0.5, -2], [1, 0.25]]` the answer is `(-2, 2)`.


# %% nbgrader={"grade_id": "symmetric_limits", "solution": true}
def symmetric_limits(W):
    """(vmin, vmax): the narrowest scale with 0 in its middle that holds all weights."""
    ### BEGIN SOLUTION
    m = np.max(np.abs(W))
    return -m, m
    ### END SOLUTION


# %%
hints("symmetric_limits")

# %% nbgrader={"grade_id": "check_symmetric_limits", "grade": true, "locked": true, "points": 1}
check("symmetric_limits", symmetric_limits)

# %% [markdown]
# Both together, on the network that comes with the course: 784-128-10, trained on the digits. Here are
# eight of its 128 units.


# %% nbgrader={"grade_id": "draw_units", "locked": true}
def draw_units():
    W = shipped().params[0].W[:, :8]
    pictures = weight_images(W, 28, 28)
    low, high = symmetric_limits(pictures)
    assert pictures.shape == (8, 28, 28) and low < 0 < high
    show_figure(
        plots.plot_weights(pictures, limit=high, title="Eight of the 128 units"),
        alt="Eight pictures of 28 by 28 weights, red and blue strokes and blobs on white.",
        caption="The weights into eight hidden units: red for, blue against ink on this pixel.",
    )


try:
    draw_units()
except Exception:  # an answer is missing, or wrong
    plt.close("all")
    print("First make the checks of tasks 1 and 2 say: right.")

# %% [markdown]
# ## 3. Its probabilities, from the arrays alone (3 points)
#
# You get the lists `coefs_` and `intercepts_` of a fitted `MLPClassifier` and some rows, and return what
# its `predict_proba` would. The lesson did it for one network; yours must take every network with
# ReLU units in its hidden layers.
#
# - `X` is `(n, n_inputs)`. `coefs` and `intercepts` are lists of the same length, first layer first:
#   `coefs[l]` is `(n_in, n_out)`, `intercepts[l]` is `(n_out,)`. There may be any number of hidden
#   layers, also none at all.
# - Return `(n, n_classes)`: probabilities, each row adds up to 1.
# - For **two classes** scikit-learn makes *one* output. As in lesson 04, it is the logit of class 1, the
#   probability of class 1 is its sigmoid, and class 0 gets the rest. Column 0 belongs to class 0.
# - Sums beyond 1,000 must not overflow: `relu`, `sigmoid` and `softmax` are imported above.


# %% nbgrader={"grade_id": "predict_proba_by_hand", "solution": true}
def predict_proba_by_hand(X, coefs, intercepts):
    """The probabilities (n, n_classes) that a ReLU network gives the rows of X."""
    ### BEGIN SOLUTION
    A = X
    for W, b in zip(coefs[:-1], intercepts[:-1], strict=True):
        A = relu(A @ W + b)
    logits = A @ coefs[-1] + intercepts[-1]
    if logits.shape[1] == 1:  # two classes, one output
        return np.hstack([1 - sigmoid(logits), sigmoid(logits)])
    return softmax(logits)
    ### END SOLUTION


# %%
hints("predict_proba_by_hand")

# %% nbgrader={"grade_id": "check_predict_proba_by_hand", "grade": true, "locked": true, "points": 3}
check("predict_proba_by_hand", predict_proba_by_hand)

# %% [markdown]
# The judge is scikit-learn itself: a network with one output, for the two moons.


# %% nbgrader={"grade_id": "against_sklearn", "locked": true}
def compare_with_scikit_learn():
    X, y = moons(200, 0.15, np.random.default_rng(0))
    theirs = MLPClassifier((8, 4), solver="lbfgs", max_iter=2000, random_state=0).fit(X, y)
    P = predict_proba_by_hand(X, theirs.coefs_, theirs.intercepts_)
    print("shapes of the weights:", *(W.shape for W in theirs.coefs_))
    print(f"largest difference: {np.abs(P - theirs.predict_proba(X)).max():.9f}")


try:
    compare_with_scikit_learn()
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 3 say: right.")

# %% [markdown]
# ## 4. The pixels come in another order (2 points)
#
# A new camera delivers the same pixels in another order: pixel k of the new rows is pixel `order[k]` of the
# old ones, `X_new = X[:, order]`. There is no time to train again. Change the first layer instead, so
# that every sum stays what it was:
#
# $$X_\text{new}\, W_\text{new} = X\, W.$$
#
# - `W` is `(n_inputs, n_units)`. `order` is a vector in which each of the numbers 0 to `n_inputs - 1`
#   stands once.
# - Return `W_new`, of the shape of `W`. By hand: with the rows of `W` called $r_0, r_1, r_2, r_3$ and the
#   order 2, 0, 3, 1, which weights must new pixel 0 meet?


# %% nbgrader={"grade_id": "permute_inputs", "solution": true}
def permute_inputs(W, order):
    """W_new with X[:, order] @ W_new == X @ W for all X."""
    ### BEGIN SOLUTION
    return np.take(W, order, axis=0)
    ### END SOLUTION


# %%
hints("permute_inputs")

# %% nbgrader={"grade_id": "check_permute_inputs", "grade": true, "locked": true, "points": 2}
check("permute_inputs", permute_inputs)

# %% [markdown]
# The network does not notice. Who has never seen an image does not miss that pixels have neighbours: it reads
# digits as well from scattered pixels, if only they are always scattered alike.


# %% nbgrader={"grade_id": "scattered", "locked": true}
def read_scattered_digits():
    _, _, X, y = load_mnist()
    (W1, b1), (W2, b2) = shipped().params
    order = np.random.default_rng(9).permutation(784)
    for name, W in (("the old first layer", W1), ("the new one", permute_inputs(W1, order))):
        answers = (relu(X[:, order] @ W + b1) @ W2 + b2).argmax(axis=1)
        print(f"scattered digits, {name}: {np.mean(answers == y):.2f} right")


try:
    read_scattered_digits()
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 4 say: right.")

# %% [markdown]
# ## 5. Which weights can go? (2 points)
#
# A network is to fit onto a small chip, where a weight of 0 costs nothing. The simplest way to get there is
# *magnitude pruning*: the weights that are nearest to 0 become 0.
#
# - `Ws` is a list of tables, the weights of all layers. `keep` is the number of weights that stay, from 1 to
#   the number of all; biases are not touched.
# - **All tables compete together**: the `keep` weights with the largest size $|w|$ stay as they are, wherever
#   they stand, and all others become 0. No two sizes are equal.
# - Return a list of new tables, of the shapes they had.
#
# By hand: with `keep` 3, the tables
#
# $$\begin{pmatrix} 0.5 & -2 \\ 0.1 & 0.3 \end{pmatrix}, \begin{pmatrix} -0.4 \\ 1.5 \end{pmatrix}
#   \quad\text{become}\quad
#   \begin{pmatrix} 0.5 & -2 \\ 0 & 0 \end{pmatrix}, \begin{pmatrix} 0 \\ 1.5 \end{pmatrix}.$$


# %% nbgrader={"grade_id": "prune", "solution": true}
def prune(Ws, keep):
    """The tables with the keep largest |w| of them all, and 0 in all other places."""
    ### BEGIN SOLUTION
    flat = np.concatenate([np.ravel(W) for W in Ws])
    limit = sorted(np.abs(flat), reverse=True)[keep - 1]  # the smallest that stays
    return [W * (np.abs(W) >= limit) for W in Ws]
    ### END SOLUTION


# %%
hints("prune")

# %% nbgrader={"grade_id": "check_prune", "grade": true, "locked": true, "points": 2}
check("prune", prune)

# %% [markdown]
# What do you expect of the course's network if one weight in ten stays, or one in a hundred? Write your guess
# down, then look.


# %% nbgrader={"grade_id": "pruned", "locked": true}
def read_with_fewer_weights():
    _, _, X, y = load_mnist()
    (W1, b1), (W2, b2) = shipped().params
    for percent in (100, 50, 20, 10, 5, 2, 1):
        V1, V2 = prune([W1, W2], round((W1.size + W2.size) * percent / 100))
        answers = (relu(X @ V1 + b1) @ V2 + b2).argmax(axis=1)
        print(f"{percent:>3} of 100 weights kept: {np.mean(answers == y):.2f} right")


try:
    read_with_fewer_weights()
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 5 say: right.")

# %% [markdown]
# Half of the weights were hardly needed. (Han and others, 2015, went on training after each cut, and got rid of eleven
# in twelve weights of a network for these digits without loss.)

# %% [markdown]
# ## 6. Twins (3 points)
#
# Two hidden units always say the same, but one says it louder: all weights into unit j, and its bias, are
# $c$ times those of unit i, for some $c > 0$ that nobody tells you. One of the two is one too many. Take
# unit j out, and let unit i take over, so that **no output changes for any input**:
#
# $$\mathrm{ReLU}(X W_1 + b_1)\, W_2 .$$
#
# - `W1` is `(n_inputs, m)`, `b1` is `(m,)`, `W2` is `(m, n_outputs)`. `i` and `j` are two different units,
#   in either order, and $m \ge 2$. The output layer's bias does not matter here.
# - Return `(W1, b1, W2)` without unit j: `(n_inputs, m - 1)`, `(m - 1,)`, `(m - 1, n_outputs)`. The other
#   units keep their order. What leads *into* unit i stays as it is.
# - Some weights and the bias of unit i may be 0, but not all its weights are.
#
# Try $c = 2$ and one input on paper first. What is $\mathrm{ReLU}(2z)$?


# %% nbgrader={"grade_id": "merge_twins", "solution": true}
def merge_twins(W1, b1, W2, i, j):
    """(W1, b1, W2) without unit j, whose weights and bias are c > 0 times those of unit i."""
    ### BEGIN SOLUTION
    c = np.linalg.norm(W1[:, j]) / np.linalg.norm(W1[:, i])
    V = np.array(W2, dtype=float)
    V[i] += c * V[j]  # what j said is c times what i says
    stay = np.arange(len(b1)) != j
    return W1[:, stay], b1[stay], V[stay]
    ### END SOLUTION


# %%
hints("merge_twins")

# %% nbgrader={"grade_id": "check_merge_twins", "grade": true, "locked": true, "points": 3}
check("merge_twins", merge_twins)


# %% nbgrader={"grade_id": "twins_merged", "locked": true}
def merge_a_planted_twin():
    (W1, b1), (W2, b2) = shipped().params
    loud = np.column_stack([W1, 3 * W1[:, 5]]), np.append(b1, 3 * b1[5]), np.vstack([W2, W2[7]])
    V1, c1, V2 = merge_twins(*loud, 5, 128)
    X = load_mnist()[2][:1000]
    before, after = (relu(X @ W + b) @ V + b2 for W, b, V in (loud, (V1, c1, V2)))
    print(f"units before: {loud[0].shape[1]}, after: {V1.shape[1]}")
    print(f"largest difference in the outputs for 1000 images: {np.abs(before - after).max():.9f}")


try:
    merge_a_planted_twin()
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 6 say: right.")

# %% [markdown]
# A network that reads digits is a file of numbers, and you have now moved them, thrown most of them away, and
# folded two units into one. Nothing is hidden in it that you could not take out and look at.
