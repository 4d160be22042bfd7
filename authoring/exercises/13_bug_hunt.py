# %% [markdown]
# # Exercise 13: Bug hunt
#
# Eight programs that run without an error, and are wrong. Each has exactly one mistake, of a kind that
# stands in published tutorials. It belongs to lesson {{lesson}}, and takes all the lessons before it.
#
# **After this exercise you can**
# - go from a symptom, a number that cannot be, to the line that makes it;
# - tell by an experiment which half of a program is still right;
# - repair a program without breaking what was right in it.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Here nothing is left blank: each cell holds a whole program. Run it, run the cell
# below it, which shows the symptom, and look for the one place where the program does not do what its docstring promises.
# Mend it there, run both cells again, then the `check(...)`. What counts is what
# the program returns, not how it is written. If your repair is not right yet, the check says what is
# still off. Check as often as you like, and ask for hints if you are stuck: neither
# costs points. The docstrings are right, and so is what comes from the course: `sigmoid`, `softmax`.
#
# **What holds everywhere.** Arguments belong to the caller: leave them as they are. What is drawn at random is drawn rightly: leave the order of the
# draws and their shapes as they stand.

# %%
from itertools import pairwise

import numpy as np

from mlp_lesson.activations import sigmoid, softmax
from mlp_lesson.checks import check
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. More rows, worse training (2 points)
#
# A sigmoid neuron learns to tell two classes apart. On 20 rows its losses fall, from 0.693 to
# 0.414. Then somebody puts the same rows in ten times, which changes nothing in the mean loss of any weights, and
# the losses begin 0.693, 1.441.

# %% nbgrader={"grade_id": "fit_logistic", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(0)
y = np.repeat([0, 1], 10)
X = rng.normal(0, 1, (20, 2)) + y[:, None]
for copies in (1, 10):
    w, b, losses = fit_logistic(np.tile(X, (copies, 1)), np.tile(y, copies), 0.1, 5)
    print(f"{20 * copies:>3} rows:", losses.round(3))

# %%
hints("fit_logistic")

# %% nbgrader={"grade_id": "check_fit_logistic", "grade": true, "locked": true, "points": 2}
check("fit_logistic", fit_logistic)

# %% [markdown]
# ## 2. The second layer learns well (2 points)
#
# A hidden layer of sigmoid units, a softmax on top. The loss falls, so everybody is content, until somebody compares the
# gradients with finite differences. Those of `W2` and `b2` agree. Of `W1`, on one row and four units, the program's are
# 6.6, 4.4, 7.5 and 6.8 times the finite differences.

# %% nbgrader={"grade_id": "train_hidden", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(2)
X, Y = rng.normal(0, 1, (1, 3)), np.array([[1.0, 0, 0]])
W1, b1, W2, b2 = rng.normal(0, 2, (3, 4)), np.zeros(4), rng.normal(0, 2, (4, 3)), np.zeros(3)
moved, *_ = train_hidden(X, Y, W1, b1, W2, b2, 1.0, 1)
for unit in range(4):
    nudge = np.zeros((3, 4))
    nudge[0, unit] = 1e-5
    ends = [train_hidden(X, Y, W, b1, W2, b2, 0.0, 1)[-1][0] for W in (W1 + nudge, W1 - nudge)]
    ratio = (W1 - moved)[0, unit] / ((ends[0] - ends[1]) / 2e-5)
    print(f"W1[0, {unit}]: the gradient is {ratio:.1f} times the finite difference")

# %%
hints("train_hidden")

# %% nbgrader={"grade_id": "check_train_hidden", "grade": true, "locked": true, "points": 2}
check("train_hidden", train_hidden)

# %% [markdown]
# ## 3. Weights from elsewhere (2 points)
#
# A network with tanh units was trained by another program, and there its outputs for three rows were 0.560, −0.503 and
# 0.761. Here the same weights give 0.314, −0.293 and 0.674. A gradient check says more: the gradient of `v` agrees with finite differences,
# that of `W` is 2.000 times as large.

# %% nbgrader={"grade_id": "tanh_gradients", "solution": true}
# {{program}}

# %%
X, t = np.array([[0.5], [-1.0], [2.0]]), np.array([1.0, 0.0, 1.0])
W, b, v = np.array([[1.0, -0.5]]), np.array([0.2, 0.1]), np.array([1.0, 0.3])
y, dW, db, dv = tanh_gradients(X, t, W, b, v)
print("there: 0.560 -0.503 0.761\nhere: ", *(f"{value:.3f}" for value in y))


def loss(W, v):
    return np.mean((tanh_gradients(X, t, W, b, v)[0] - t) ** 2) / 2


nudge = np.array([1e-5, 0.0])
slope_v = (loss(W, v + nudge) - loss(W, v - nudge)) / 2e-5
slope_W = (loss(W + nudge, v) - loss(W - nudge, v)) / 2e-5
print(f"v: the gradient is {dv[0] / slope_v:.3f} times the finite difference")
print(f"W: the gradient is {dW[0, 0] / slope_W:.3f} times the finite difference")

# %%
hints("tanh_gradients")

# %% nbgrader={"grade_id": "check_tanh_gradients", "grade": true, "locked": true, "points": 2}
check("tanh_gradients", tanh_gradients)

# %% [markdown]
# ## 4. Nothing to learn from (2 points)
#
# Before a long training somebody looks at the untrained network: 784 inputs of mean 0 and spread 1, then layers of 100 and 10 tanh
# units. Of the outputs of the first layer a share of 0.997 is saturated, so their slopes are about 0. Nothing would be learned.

# %% nbgrader={"grade_id": "start_network", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(0)
Ws, spreads, saturated = start_network(rng.normal(0, 1, (200, 784)), (784, 100, 10), rng)
print("spread of the outputs:", spreads.round(3))
print("share saturated:      ", saturated.round(3))

# %%
hints("start_network")

# %% nbgrader={"grade_id": "check_start_network", "grade": true, "locked": true, "points": 2}
check("start_network", start_network)

# %% [markdown]
# ## 5. It learns, and knows nothing (2 points)
#
# After each epoch a program measures what the network has learned. The loss falls and falls, to 0.006, the accuracy
# stays at 0.33, for three classes. "It overfits", somebody says. So the test is made with the very rows that it learns
# from, and nothing changes.

# %% nbgrader={"grade_id": "learning_curve", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(7)
y = np.repeat([0, 1, 2], 10)
X, Y = rng.normal(0, 0.5, (30, 2)) + np.array([[2, 0], [-1, 2], [-1, -2]])[y], np.eye(3)[y]
losses, accuracies, P_test = learning_curve(X, Y, X, y, 8, 0.2, 200, rng)
print("epoch   loss  accuracy")
for epoch in (1, 10, 50, 200):
    print(f"{epoch:>5}  {losses[epoch - 1]:.3f}  {accuracies[epoch - 1]:.2f}")

# %%
hints("learning_curve")

# %% nbgrader={"grade_id": "check_learning_curve", "grade": true, "locked": true, "points": 2}
check("learning_curve", learning_curve)

# %% [markdown]
# ## 6. Three tags in one picture (2 points)
#
# A picture can show a cat, a dog and a tree at once, one of them, or nothing of the kind. The loss begins at 2.048 and
# is 0.904 in the end. The picture with all three gets the probabilities 0.333, 0.333, 0.333.

# %% nbgrader={"grade_id": "fit_tags", "solution": true}
# {{program}}

# %%
Y = np.array([[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]])
P, losses = fit_tags(np.eye(5), Y, 5.0, 400)
print(f"loss: {losses[0]:.3f} in the beginning, {losses[-1]:.3f} in the end")
for tags, probabilities in zip(Y, P, strict=True):
    print(tags, *(f"{p:.3f}" for p in probabilities))

# %%
hints("fit_tags")

# %% nbgrader={"grade_id": "check_fit_tags", "grade": true, "locked": true, "points": 2}
check("fit_tags", fit_tags)

# %% [markdown]
# ## 7. Better than a coin (2 points)
#
# A program chooses the number of hidden units and says how good the chosen network is. To try it out, it is given labels
# that are coin flips. No network can be right on more than half of new rows then. On the average of 40 runs
# the program says 0.60.

# %% nbgrader={"grade_id": "choose_units", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(4)


def coin_flips(n):
    return rng.normal(0, 1, (n, 4)), rng.integers(0, 2, n)


reported = []
for _ in range(40):
    parts = [coin_flips(30) for _ in range(3)]
    units, accuracy = choose_units(*parts, range(1, 13), rng)
    reported.append(accuracy)
print(f"accuracy on labels that are coin flips: {np.mean(reported):.2f}")

# %%
hints("choose_units")

# %% nbgrader={"grade_id": "check_choose_units", "grade": true, "locked": true, "points": 2}
check("choose_units", choose_units)

# %% [markdown]
# ## 8. Rows that are not there (2 points)
#
# A table of results is about to be printed. The test set has 40, 30, 20 and 10 rows of the four classes; the column
# of supports says 63, 16, 14 and 7.

# %% nbgrader={"grade_id": "class_report", "solution": true}
# {{program}}

# %%
rng = np.random.default_rng(0)
y = np.repeat([0, 1, 2, 3], [40, 30, 20, 10])
scores = rng.normal(0, 1, (100, 4)) + 1.5 * np.eye(4)[y] + np.array([1, 0, 0, -0.5])
precision, recall, f1, support = class_report(scores, y)
print("class  precision  recall    f1  support")
for c in range(4):
    print(f"{c:>5}  {precision[c]:>9.2f}  {recall[c]:>6.2f}  {f1[c]:.2f}  {support[c]:>7}")

# %%
hints("class_report")

# %% nbgrader={"grade_id": "check_class_report", "grade": true, "locked": true, "points": 2}
check("class_report", class_report)

# %% [markdown]
# Well done if all eight are right. None of the programs stopped with an error: what gave them away was a number that somebody had
# expected to be another one.
