# %% [markdown]
# # Exercise 12: Looking inside
#
# Three explanations to write, each in a dozen lines, and ten decisions about explanations of others. It belongs to lesson {{lesson}}.
#
# **After this exercise you can**
# - compute the gradient of an answer with respect to its inputs, and hand an answer back through a layer;
# - compute fair shares exactly, for any game;
# - say what a check by destroying the network shows, and which method answers which question.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong, the check says what kind of mistake it sees,
# and never the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points. Arguments are passed by position and belong to the caller: leave them unchanged.

# %%
import itertools
import math

import numpy as np

from mlp_lesson.checks import check
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. The slope of an answer (3 points)
#
# A network with ReLU in the hidden layers: `Ws` and `bs` are the lists of its weights, `(n_in, n_out)`, and biases,
# first layer first. There may be no hidden layer, or several. The last layer has no activation; its sums are the logits.
#
# - `x` is one input, `(n_in,)`; `k` the number of an output, counted from 0.
# - Return $\partial z_k / \partial x$, `(n_in,)`: signed, not scaled, of the logit and not of a probability.
# - Where the sum of a ReLU is exactly 0, take its slope as 0.
# - Back through the layers, please: finite differences are not exact enough.
#
# For `Ws = [[[1, -1], [2, 1]], [[3], [4]]]`, biases 0, `x = [1, -2]` and `k = 0` the hidden sums are −3 and −3, both off, and the result is
# 0, 0. For `x = [1, 2]` the sums are 5 and 1, and it is −1, 10.


# %% nbgrader={"grade_id": "saliency", "solution": true}
def saliency(Ws, bs, x, k):
    """∂z_k/∂x (n_in,) at x (n_in,): ReLU in the hidden layers, z the sums of the last layer."""
    ### BEGIN SOLUTION
    jacobian, a = np.eye(len(x)), x  # ∂a/∂x, (n_in, units)
    for W, b in zip(Ws[:-1], bs[:-1]):
        z = a @ W + b
        jacobian = (jacobian @ W) * (z > 0)
        a = np.maximum(z, 0)
    return jacobian @ Ws[-1][:, k]
    ### END SOLUTION


# %%
hints("saliency")

# %% nbgrader={"grade_id": "check_saliency", "grade": true, "locked": true, "points": 3}
check("saliency", saliency)

# %% [markdown]
# ## 2. One layer of relevance (3 points)
#
# A layer has the inputs `A`, `(n, n_in)`, a row for each sample, the weights `W`, `(n_in, n_out)`, and the biases `b`, `(n_out,)`. Its units hold the relevance
# `R`, `(n, n_out)`, and hand it back:
#
# $$R_i = \sum_j \frac{a_i\, w_{ij}}{z_j + \varepsilon\, s_j}\, R_j, \qquad z_j = \sum_i a_i w_{ij} + b_j$$
#
# - $s_j$ is 1 where $z_j \ge 0$ (0 included), else −1; `eps` is positive.
# - Nothing else is done: no activation, and what biases and eps keep is not made up for.
# - Return the relevance of the inputs, `(n, n_in)`.
#
# For `A = [[1, 2]]`, `W = [[3], [-1]]`, `b = [1]`, `R = [[2]]` and `eps = 0.5` the sum is 2, and the result is 2.4, −1.6.


# %% nbgrader={"grade_id": "lrp_layer", "solution": true}
def lrp_layer(A, W, b, R, eps):
    """R_i = a_i Σⱼ w_ij R_j / (z_j + eps s_j), for each row: (n, n_in)."""
    ### BEGIN SOLUTION
    sums = A @ W + b
    stabilised = np.where(sums < 0, sums - eps, sums + eps)
    return A * (R / stabilised @ W.T)
    ### END SOLUTION


# %%
hints("lrp_layer")

# %% nbgrader={"grade_id": "check_lrp", "grade": true, "locked": true, "points": 3}
check("lrp_layer", lrp_layer)

# %% [markdown]
# ## 3. Fair shares (3 points)
#
# `n` players, numbered 0 to n − 1, at least 1 and at most 8. `value(S)` is what the players in `S` earn together: `S` is a tuple of different
# numbers (a list or a set will do), in any order, perhaps empty; the empty group, too, may earn something.
#
# - Return the Shapley values, `(n,)`: for each player what it adds when it comes, as a mean over *all* orders in which the players can come.
# - Exactly, not from orders drawn at random.
#
# Two players earn 10 and 20 alone and 36 together, and nothing comes from nobody: the values are 13 and 23.


# %% nbgrader={"grade_id": "shapley", "solution": true}
def shapley(value, n):
    """The mean of what each of n players adds, over all orders: (n,)."""
    ### BEGIN SOLUTION
    phi = np.zeros(n)
    for size in range(1, n + 1):
        weight = 1 / (n * math.comb(n - 1, size - 1))
        for group in itertools.combinations(range(n), size):
            earned = value(group)
            for i in group:
                phi[i] += weight * (earned - value(set(group) - {i}))
    return phi
    ### END SOLUTION


# %%
hints("shapley")

# %% nbgrader={"grade_id": "check_shapley", "grade": true, "locked": true, "points": 3}
check("shapley", shapley)

# %% [markdown]
# ## 4. What does the check show? (2 points)
#
# Somebody destroys a network and looks at its maps again, on the same 500 pictures and for the same outputs. A correlation is the mean rank correlation of the map before
# and the map afterwards, with signs unless something else is said. Answer each time with a number:
#
# | | the check shows |
# |---|---|
# | 1 | that the map depends on what the network has learned |
# | 2 | that the map hardly depends on it |
# | 3 | neither, as it was made |
#
# - `gradient`: the gradient of the logit. All weights are shuffled; the accuracy falls from 0.97 to 0.10. Correlation 0.02.
# - `upper`: a rule that hands back relevance along positive weights only. In a network of five layers the upper four are
#   shuffled, the first is left as it is; the accuracy falls from 0.97 to 0.10. Correlation 0.98, also on the ink alone.
# - `bias`: the gradient of the logit. The biases of the last layer are shuffled, nothing else; the accuracy falls from 0.97 to 0.55.
#   The maps are identical.
# - `paper`: ink times gradient, as a strength, without sign. All weights are shuffled; the accuracy falls from 0.97 to 0.10. Nine in ten pixels are plain paper. Correlation over all
#   pixels 0.99, over those with ink 0.01.
# - `fresh`: the gradient of the logit, in a network that has only just been given its random first weights. All weights are shuffled; the accuracy was 0.10 and
#   is 0.10. Correlation 0.01.
#
# All five must be right for the points.


# %% nbgrader={"grade_id": "survives", "solution": true}
def survives():
    """The number of what each of the five checks shows."""
    ### BEGIN SOLUTION
    gradient = 1  # all that was learned is gone, and so is the map
    upper = 2  # the network knows nothing any more, and the map stays
    bias = 3  # the last biases have no part in any slope: the map could not change
    paper = 1  # 0.99 is the paper, 0 in both; where the map says something, nothing stays
    fresh = 3  # there was nothing to destroy
    ### END SOLUTION
    return gradient, upper, bias, paper, fresh


# %%
hints("survives")

# %% nbgrader={"grade_id": "check_survives", "grade": true, "locked": true, "points": 2}
check("survives", survives)

# %% [markdown]
# ## 5. Which method answers the question? (2 points)
#
# | | method |
# |---|---|
# | 1 | the gradient of the logit |
# | 2 | relevance, handed back layer by layer |
# | 3 | exact Shapley values, with the mean customer or picture as baseline |
# | 4 | a linear probe on a hidden layer |
# | 5 | change the inputs of all test samples, and count the answers anew |
#
# - `loan`: a bank must divide the difference between one customer's score and the mean customer's among six inputs. The parts
#   must sum to exactly that difference, an input that never changes the score gets 0, and it must work for a forest of
#   trees as well as for a network.
# - `hair`: each of 784 pixels may be changed by a hair. Which pixels should become darker, which lighter, so that the logit rises fastest?
# - `stamp`: the network is suspected of reading a hospital's stamp in the corner. How many of its answers would be other ones without it?
# - `age`: a network was trained to tell left from right eyes, and answers nothing else. Can the age of the patient be read by a single neuron from what its second layer
#   computes?
# - `film`: of a million pictures with 10,000 pixels each, show what the ink that is there contributed to the answer. There is time for
#   one pass backwards for each picture. Plain paper shall get 0.
#
# Answers are numbers from 1 to 5; all five must be right for the points.


# %% nbgrader={"grade_id": "which_method", "solution": true}
def which_method():
    """The number of the method that answers each of the five questions."""
    ### BEGIN SOLUTION
    loan = 3  # the only one whose shares sum to exactly that, whatever the model
    hair = 1  # a slope is about small changes
    stamp = 5  # a number of answers: change it, and count
    age = 4  # what can be read from a layer
    film = 2  # shares of the ink, one pass
    ### END SOLUTION
    return loan, hair, stamp, age, film


# %%
hints("which_method")

# %% nbgrader={"grade_id": "check_method", "grade": true, "locked": true, "points": 2}
check("which_method", which_method)

# %% [markdown]
# Well done if all five are right. An explanation is a measurement: say what it measures, from which baseline, and how you tested it.
