# %% [markdown]
# # Exercise 11: How good is it really?
#
# Results, and what can be concluded from them: figures for each class, averages, a curve for all thresholds, a mistake
# that a table gives away, and ten decisions. It belongs to lesson {{lesson}}.
#
# **After this exercise you can**
# - compute what a classification report prints, and say which average you want;
# - draw a ROC curve from scores, equal ones included;
# - choose a model for an aim, and judge whether a comparison shows anything.
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
# ## 1. Three figures for each class (3 points)
#
# A confusion matrix `cm` is `(k, k)`, rows the truth, columns the prediction; it counts samples,
# in integers or floats. Return precision, recall and F1 as a tuple of three arrays `(k,)`.
#
# - Precision: of what was called k, the share that is k. Recall: of what is k, the share that was called k.
# - F1 is their harmonic mean: twice the number of hits (what is k and was called k), divided by the sum of k's column
#   and k's row together.
# - Where one of these would divide by 0, it is 0, without a warning.
#
# For `[[90, 10], [4, 6]]` the precisions are 0.957 and 0.375, the recalls 0.9 and 0.6, the F1s 0.928 and 0.462.


# %% nbgrader={"grade_id": "precision_recall_f1", "solution": true}
def precision_recall_f1(cm):
    """(p, r, f1), each (k,), of a confusion matrix whose rows are the truth."""
    ### BEGIN SOLUTION
    hits = np.diag(cm)
    predicted, true = cm.sum(axis=0), cm.sum(axis=1)
    p, r = hits / np.maximum(predicted, 1), hits / np.maximum(true, 1)
    return p, r, 2 * hits / np.maximum(predicted + true, 1)
    ### END SOLUTION


# %%
hints("precision_recall_f1")

# %% nbgrader={"grade_id": "check_prf", "grade": true, "locked": true, "points": 3}
check("precision_recall_f1", precision_recall_f1)

# %% [markdown]
# ## 2. Each class the same (1 point)
#
# `values` holds one figure for each class, such as its recall (never nan), and `support` how many samples of the class
# there are; both `(k,)`. Return the mean of the values over the classes that occur: those with a support above 0. At least one occurs.
#
# For the values 0.9, 0.0, 0.7, 0.4 and the supports 5, 0, 20, 1 that is 0.667.


# %% nbgrader={"grade_id": "macro_average", "solution": true}
def macro_average(values, support):
    """The mean of the values, (k,), over the classes that occur: a number."""
    ### BEGIN SOLUTION
    return np.mean(values[support > 0])
    ### END SOLUTION


# %%
hints("macro_average")

# %% nbgrader={"grade_id": "check_macro", "grade": true, "locked": true, "points": 1}
check("macro_average", macro_average)

# %% [markdown]
# ## 3. Each class as often as it occurs (1 point)
#
# `values` and `support` as in task 2. Now each sample counts the same, and brings along the value of its class.
#
# For the values 0.9, 0.5, 0.7 and the supports 80, 10, 30 that is 0.817.


# %% nbgrader={"grade_id": "weighted_average", "solution": true}
def weighted_average(values, support):
    """The mean of the values, (k,), each weighted with its support: a number."""
    ### BEGIN SOLUTION
    return np.sum(values * support) / np.sum(support)
    ### END SOLUTION


# %%
hints("weighted_average")

# %% nbgrader={"grade_id": "check_weighted", "grade": true, "locked": true, "points": 1}
check("weighted_average", weighted_average)

# %% [markdown]
# ## 4. Which column is the truth? (2 points)
#
# A file holds two columns of labels, and nobody remembers which is the truth and which the prediction. What is known is how many
# samples of each class the test set has.
#
# - `a`, `b` and `counts` are vectors of whole numbers, not empty. `a` and `b` hold labels from 0 on and are equally long;
#   `counts[k]` is the number of test samples of class k, perhaps 0.
# - A column *fits* if each class occurs in it as often as `counts` says. A label for which `counts` has no
#   entry does not fit.
# - Return a number: 1 if only a fits, 2 if only b fits, 3 if both do (then the counts cannot tell), and 0 if none does.
#
# For `a = [0, 1, 1, 2]`, `b = [0, 1, 2, 2]` and `counts = [1, 2, 1]` the answer is 1.


# %% nbgrader={"grade_id": "which_is_truth", "solution": true}
def which_is_truth(a, b, counts):
    """Which column has the counts: 1 for a, 2 for b, 3 for both, 0 for neither."""
    ### BEGIN SOLUTION
    a_fits = np.array_equal(np.bincount(a, minlength=len(counts)), counts)
    b_fits = np.array_equal(np.bincount(b, minlength=len(counts)), counts)
    if a_fits and b_fits:
        return 3
    if a_fits:
        return 1
    return 2 if b_fits else 0
    ### END SOLUTION


# %%
hints("which_is_truth")

# %% nbgrader={"grade_id": "check_truth", "grade": true, "locked": true, "points": 2}
check("which_is_truth", which_is_truth)

# %% [markdown]
# ## 5. All thresholds (3 points)
#
# `scores` is `(n,)`, any finite numbers, also below 0 or above 1; `y` is `(n,)`, 1 for what is looked for and 0 for the rest; both occur. A sample is *called* if its
# score is at least θ. Return `(fpr, tpr)`, two arrays: the share of the zeros and the share of the ones that are called.
#
# - The first point is (0, 0), for a θ above all scores. Then comes one point for each *different* score, taken as
#   θ, from the highest down. So the last point is (1, 1).
# - No point is left out, even if it lies on a straight line between its neighbours.
#
# For the scores 0.7, 0.7, 0.2 and y = 0, 1, 1: `fpr` is 0, 1, 1 and `tpr` is 0, 0.5, 1.


# %% nbgrader={"grade_id": "roc_points", "solution": true}
def roc_points(scores, y):
    """(fpr, tpr): from (0, 0), one point for each different score, from the highest down."""
    ### BEGIN SOLUTION
    order = np.argsort(scores)[::-1]
    scores, y = scores[order], y[order]
    last = np.append(np.diff(scores) != 0, True)  # the last of those with equal scores
    tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    return fpr, tpr
    ### END SOLUTION


# %%
hints("roc_points")

# %% nbgrader={"grade_id": "check_roc", "grade": true, "locked": true, "points": 3}
check("roc_points", roc_points)

# %% [markdown]
# ## 6. Which model? (2 points)
#
# Four models look for an illness. All were tested on the same 9,000 healthy and 1,000 ill people; rows are the truth; the
# left column of each model counts the answer *healthy*, the right one *ill*:
#
# | | model 1 | | model 2 | | model 3 | | model 4 | |
# |---|---|---|---|---|---|---|---|---|
# | healthy | 8,900 | 100 | 8,580 | 420 | 8,990 | 10 | 7,800 | 1,200 |
# | ill | 380 | 620 | 100 | 900 | 600 | 400 | 20 | 980 |
#
# Take the figures as exact. Which model is the best
#
# - `fewest`: if each mistake costs the same?
# - `missed`: if an ill person who is missed costs five times as much as a false alarm?
# - `screening`: if at least 95 in 100 of the ill must be found, with as few false alarms as that allows?
# - `alarms`: if a false alarm costs fifty times as much as an ill person who is missed?
# - `rarer`: for another town, where only 1 in 100 is ill, if more than half of those called ill shall be ill? There each model
#   finds the same share of the ill, and alarms the same share of the healthy, as here.
#
# Answers are numbers from 1 to 4; a number may come twice, and all five must be right for the points.


# %% nbgrader={"grade_id": "better_model", "solution": true}
def better_model():
    """The number of the best model for each of the five aims."""
    ### BEGIN SOLUTION
    fewest = 1  # 480 mistakes; the others 520, 610, 1,220
    missed = 2  # 420 + 5 · 100 = 920; the others 2,000, 3,010, 1,300
    screening = 4  # the only one with recall 0.95 or more
    alarms = 3  # 50 · 10 + 600 = 1,100; model 1: 5,380
    rarer = 3  # 40 found among 11 false alarms; model 1: 62 among 110
    ### END SOLUTION
    return fewest, missed, screening, alarms, rarer


# %%
hints("better_model")

# %% nbgrader={"grade_id": "check_better", "grade": true, "locked": true, "points": 2}
check("better_model", better_model)

# %% [markdown]
# ## 7. Does that show it? (2 points)
#
# Each time somebody says: model A is better than model B. Answer with a number.
#
# | | verdict on the two models |
# |---|---|
# | 1 | the comparison is fair, and the difference is more than chance (at 5 in 100) |
# | 2 | the comparison is fair, but chance could make such a difference |
# | 3 | the comparison favours one of them, so the figures show nothing |
#
# Unless something else is said, both models were compared once, as planned, on the same images that neither training nor choice had
# seen.
#
# - `digits`: 0.8712 against 0.8698 on 10,000 digits. On 214 of them only A is right, on 200 only B.
# - `clothes`: 0.871 against 0.866 on 10,000 pictures. The 95% intervals overlap. On 90 only A is right, on 40 only B.
# - `seeds`: A was trained from thirty seeds, and the one with the best test accuracy is shown, 0.884. B was trained once, 0.876.
# - `doctors`: 93 against 89 right of 100 X-ray pictures. On 6 only A is right, on 2 only B.
# - `patients`: of each patient there are several X-ray pictures. For A they were dealt at random to training and test, B was
#   trained without any picture of the test's patients. On 300 of the test pictures only A is right, on 100 only B.
#
# All five must be right for the points.


# %% nbgrader={"grade_id": "verdicts", "solution": true}
def verdicts():
    """The number of the verdict on each of the five comparisons."""
    ### BEGIN SOLUTION
    digits = 2  # 14 is far below 2 √414 = 41
    clothes = 1  # 50 is far above 2 √130 = 23
    seeds = 3  # the test set chose A's seed
    doctors = 2  # 4 is below 2 √8 = 5.7
    patients = 3  # A knows the patients
    ### END SOLUTION
    return digits, clothes, seeds, doctors, patients


# %%
hints("verdicts")

# %% nbgrader={"grade_id": "check_verdicts", "grade": true, "locked": true, "points": 2}
check("verdicts", verdicts)

# %% [markdown]
# Well done if all seven are right. A result that you would not believe from others is one that you need not print.
