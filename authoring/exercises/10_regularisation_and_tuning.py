# %% [markdown]
# # Exercise 10: Regularisation and tuning
#
# Four brakes, one search, and two decisions that no program takes for you. It belongs to lesson
# {{lesson}}. Tasks 5 to 7 stand nowhere in the course: they are new problems for what you know by
# then.
#
# **After this exercise you can**
# - write dropout, the L2 gradient, early stopping and a rate that decays;
# - plan a search that gives up hopeless candidates early;
# - say what to do next from two curves;
# - find the step of a procedure in which the test set leaks.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong, the check says what kind of mistake it sees,
# and never the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points. Arguments are passed by position and belong to the caller: leave them unchanged.

# %%
import numpy as np

from mlp_lesson.checks import check
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. Dropout (2 points)
#
# While training, each entry of the activations is set to 0 with probability `rate`, independently of
# all others; what stays is divided by $1 - \text{rate}$, so that the mean of each entry is kept.
#
# - `A` is `(n, n_units)`, floats or integers; `0 <= rate < 1`.
# - Every random number comes from `rng`, a NumPy generator; how you draw is up to you.
# - Return two arrays of floats, of the shape of `A`: what is left of `A`, and the *mask* by which `A`
#   was multiplied. The mask holds 0 and $1 / (1 - \text{rate})$; the way back multiplies by it.


# %% nbgrader={"grade_id": "dropout", "solution": true}
def dropout(A, rate, rng):
    """A with each entry dropped with probability rate, the others made larger; and the mask."""
    ### BEGIN SOLUTION
    mask = np.where(rng.random(A.shape) < rate, 0, 1 / (1 - rate))
    return A * mask, mask
    ### END SOLUTION


# %%
hints("dropout")

# %% nbgrader={"grade_id": "check_dropout", "grade": true, "locked": true, "points": 2}
check("dropout", dropout)

# %% [markdown]
# ## 2. The gradient of L2 (1 point)
#
# The penalty $\frac{l_2}{2} \sum W^2$ is added to the loss. What is added to the gradient of `W`?
#
# - `W` is a table `(n_in, n_out)`, floats or integers; `l2` is a number, 0 or more.
# - Return an array of the shape of `W`. For the weight 3 and `l2` = 0.1 it holds 0.3.


# %% nbgrader={"grade_id": "l2_gradient", "solution": true}
def l2_gradient(W, l2):
    """The derivative of l2/2 times the sum of the squared weights, for each weight."""
    ### BEGIN SOLUTION
    return l2 * W
    ### END SOLUTION


# %%
hints("l2_gradient")

# %% nbgrader={"grade_id": "check_l2_gradient", "grade": true, "locked": true, "points": 1}
check("l2_gradient", l2_gradient)

# %% [markdown]
# ## 3. Early stopping (2 points)
#
# Training looks at the validation loss after each epoch, and counts: how many epochs in a row have now
# been no better than the best one so far? It stops after the epoch in which it counts `patience`.
#
# - `val_losses` holds the losses of the epochs 1, 2, 3, ... of a run that was not stopped: a list or a
#   vector of finite numbers, one at least. `patience` is 1 or more.
# - Better means *smaller*, by however little; equal is not better.
# - Return `(best_epoch, stop_epoch)`: the best epoch of those that the stopped run has seen, the first
#   one if several are equal, and the epoch after which it stops. If patience is never used up, that is
#   the last epoch of the list.
# - Example: losses 0.9, 0.7, 0.8, 0.75, 0.6 and patience 2 give (2, 4). The 0.6 is never seen.


# %% nbgrader={"grade_id": "early_stopping", "solution": true}
def early_stopping(val_losses, patience):
    """(best_epoch, stop_epoch), epochs counted from 1."""
    ### BEGIN SOLUTION
    best_epoch = 1
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[best_epoch - 1]:
            best_epoch = epoch
        elif epoch - best_epoch == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)
    ### END SOLUTION


# %%
hints("early_stopping")

# %% nbgrader={"grade_id": "check_early_stopping", "grade": true, "locked": true, "points": 2}
check("early_stopping", early_stopping)

# %% [markdown]
# ## 4. A rate that decays (1 point)
#
# The learning rate starts at `lr0`. After `every` steps it is `lr0` · `rate`, after twice as many
# `lr0` · `rate` · `rate`, and so on. Between these steps it falls *a little in each*, always by the same
# factor.
#
# - `rate` lies above 0 and is 1 at most; `every` is 1 or more.
# - `step` counts from 0: at step 0 the result is `lr0`.
# - Example: `lr0` = 0.4, `rate` = 0.25, `every` = 100 give 0.1 at step 100, and 0.2 at step 50.


# %% nbgrader={"grade_id": "exponential_decay", "solution": true}
def exponential_decay(step, lr0, rate, every):
    """The learning rate at a step, a number."""
    ### BEGIN SOLUTION
    return lr0 * rate ** (step / every)
    ### END SOLUTION


# %%
hints("exponential_decay")

# %% nbgrader={"grade_id": "check_exponential_decay", "grade": true, "locked": true, "points": 1}
check("exponential_decay", exponential_decay)

# %% [markdown]
# ## 5. The rounds of successive halving (2 points)
#
# In the first round all `n` candidates are trained with one unit of resource (an epoch, say). After
# each round one in `eta` of them goes on, the number *rounded down but never below 1*, and each of those
# gets `eta` times the resource that it had before. The round with a single candidate is the last.
#
# - `n` is 1 or more, `eta` 2 or more, both whole.
# - Return the list of rounds, each a pair `(n_candidates, resource)`.
# - Example: `n` = 14 and `eta` = 3 give `[(14, 1), (4, 3), (1, 9)]`.


# %% nbgrader={"grade_id": "successive_halving", "solution": true}
def successive_halving(n, eta):
    """The rounds, [(n_candidates, resource), ...], down to one candidate."""
    ### BEGIN SOLUTION
    rounds = [(n, 1)]
    resource = 1
    while n > 1:
        n, resource = max(1, n // eta), resource * eta
        rounds.append((n, resource))
    return rounds
    ### END SOLUTION


# %%
hints("successive_halving")

# %% nbgrader={"grade_id": "check_successive_halving", "grade": true, "locked": true, "points": 2}
check("successive_halving", successive_halving)

# %% [markdown]
# ## 6. When to stop? (2 points)
#
# Five runs, told by their losses, training first and validation second. You want the lowest validation
# loss, and soon. What next?
#
# | | next |
# |---|---|
# | 1 | stop, and go back to the epoch with the lowest validation loss |
# | 2 | go on as before |
# | 3 | go on with a smaller learning rate |
# | 4 | take a larger network, or weaker brakes |
#
# | run | epoch 5 | 10 | 15 | 20 | 25 | 30 |
# |---|---|---|---|---|---|---|
# | a | 0.51 / 0.55 | 0.34 / 0.46 | 0.22 / 0.50 | 0.14 / 0.56 | 0.09 / 0.63 | 0.05 / 0.71 |
# | b | 0.92 / 0.94 | 0.81 / 0.83 | 0.72 / 0.75 | 0.65 / 0.68 | 0.59 / 0.62 | 0.54 / 0.58 |
# | c | 0.58 / 0.60 | 0.44 / 0.47 | 0.61 / 0.55 | 0.42 / 0.52 | 0.63 / 0.66 | 0.45 / 0.48 |
# | d | 0.86 / 0.87 | 0.81 / 0.82 | 0.80 / 0.81 | 0.80 / 0.81 | 0.80 / 0.81 | 0.80 / 0.81 |
# | e | 0.77 / 0.66 | 0.64 / 0.55 | 0.56 / 0.49 | 0.50 / 0.51 | 0.46 / 0.43 | 0.43 / 0.40 |
#
# Run c jumps as much from each epoch to the next as it does here from column to column. In run d the
# learning rate was lowered at epochs 15 and 20; others, with other networks, reach a validation loss of
# 0.40 on its data. Run e is trained with dropout, and its training loss is measured with dropout, too.
# Each answer is a number from 1 to 4, a number may come twice, and all
# five must be right for the points.


# %% nbgrader={"grade_id": "when_to_stop", "solution": true}
def when_to_stop():
    """What to do next, for each of the five runs."""
    ### BEGIN SOLUTION
    a = 1  # learns by heart since epoch 10
    b = 2  # not finished
    c = 3  # jumps about
    d = 4  # both level and high
    e = 2  # a bump, and still falling
    ### END SOLUTION
    return a, b, c, d, e


# %%
hints("when_to_stop")

# %% nbgrader={"grade_id": "check_when_to_stop", "grade": true, "locked": true, "points": 2}
check("when_to_stop", when_to_stop)

# %% [markdown]
# ## 7. Where does it leak? (2 points)
#
# Five procedures, each of four steps. In which step does something of the test set get into the
# training, or into a choice? Give its number, or 0 if the reported figure is honest.
#
# - `scans`: There are three scans of each patient. (1) All scans are split at random into training,
#   validation and test scans. (2) They are scaled by the mean of the training scans. (3) The width is
#   chosen on the validation scans. (4) The test scans are opened once, and the accuracy is reported.
# - `prices`: (1) The years to 2019 are for training, 2020 to 2024 for the test. (2) The scale is taken
#   from the training years. (3) Training ends when the error on the test years no longer falls. (4) The
#   error on the test years is reported.
# - `reviews`: (1) Copies of the same review are thrown out. (2) Of all reviews the 1,000 words are
#   picked that tell good from bad verdicts best. (3) The reviews are split at random into training and
#   test set. (4) Settings are chosen by cross-validation inside the training set; then the accuracy on
#   the test set is reported.
# - `birds`: There is one recording of each bird. (1) The recordings, each as a whole, are split at random
#   into training, validation and test recordings. (2) Of each
#   training recording ten noisy copies are added. (3) Sixty settings are compared on the validation
#   recordings. (4) The best one is trained again on training and validation recordings together, and
#   its accuracy on the test recordings is reported.
# - `loans`: Each customer has one row. (1) The rows are split at random. (2) A pipeline scales them by
#   the training part. (3) Settings are searched by cross-validation inside the training set. (4) The
#   accuracy on the test set disappoints, so another layer is added, which helps; the new accuracy on
#   the test set is reported.
#
# All five must be right for the points.


# %% nbgrader={"grade_id": "find_leak", "solution": true}
def find_leak():
    """The number of the step that leaks, or 0, for each of the five procedures."""
    ### BEGIN SOLUTION
    scans = 1  # scans of one patient on both sides
    prices = 3  # stopping is a choice
    reviews = 2  # picked by all verdicts
    birds = 0  # honest
    loans = 4  # the second look chooses
    ### END SOLUTION
    return scans, prices, reviews, birds, loans


# %%
hints("find_leak")

# %% nbgrader={"grade_id": "check_find_leak", "grade": true, "locked": true, "points": 2}
check("find_leak", find_leak)

# %% [markdown]
# Of all seven, the last one is the most useful outside this course: nearly every result that turns out
# too good to be true has a leak.
