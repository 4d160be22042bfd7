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

# %%
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
# Well done if all eight are right. None of the programs stopped with an error: what gave them away was a number that somebody had
# expected to be another one.
