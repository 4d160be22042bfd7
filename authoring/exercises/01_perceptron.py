# %% [markdown]
# # Exercise 01: The perceptron
#
# Four short functions, and you have built a machine that learns: a weighted sum, a threshold, one
# correction, and the loop around it. It belongs to lesson
# {{lesson}}. The first three you wrote there: close it, and write them once
# more without looking. What you can write from memory, you have understood. Tasks 4 to 6 stand nowhere
# in the course: they are new problems for what you know by then.
#
# **After this exercise you can**
# - compute the sums of one neuron for a whole table of cases at once;
# - carry out one step of the perceptron rule, and say when nothing changes;
# - train a perceptron, count its mistakes, and compare the count with the theorem;
# - turn a rule given in words into weights, and weights for scaled inputs into weights for raw ones.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. A check calls your function on several cases, among them a single
# row, one input and integers. If something is wrong it tells you what kind of mistake it sees; it
# never shows the answer. Below a common mistake stands *Why?*: a click, or Enter, unfolds the same
# mistake on numbers that you can redo on paper, with a question for you. Check as often as you like,
# and ask for hints if you are stuck: neither costs points.
#
# **What holds everywhere.** Rows are samples: $X$ is `(n, d)`, one row for each of $n$ cases and
# one column for each of $d$ inputs. The weights $w$ are a vector `(d,)`, the bias $b$ is a number.
# Targets and answers are 0 or 1. Arguments are passed by position, may hold integers, and belong
# to the caller: compute new arrays, leave these as they are.

# %%
import numpy as np

from mlp_lesson.checks import check
from mlp_lesson.data import logic_gate
from mlp_lesson.perceptron import mistake_bound
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. The weighted sum (1 point)
#
# A neuron weighs its inputs, adds them up, and adds its bias:
#
# $$z = w_1 x_1 + w_2 x_2 + \dots + w_d x_d + b.$$
#
# Do it for all rows of a table at once. For the rows $(1, 2)$ and $(3, 4)$, with $w = (10, 1)$ and
# $b = 0.5$, the sums are $12.5$ and $34.5$.
#
# - `X` is `(n, d)`, `w` is `(d,)`, `b` is a number.
# - Return `z` of shape `(n,)`: one number for each row.
# - Every $n$ and $d$ must work, one row and one input included; a table with many rows should take a
#   moment, not seconds.


# %% nbgrader={"grade_id": "linear", "solution": true}
def linear(X, w, b):
    """z = Xw + b: one weighted sum for each row of X; X (n, d), w (d,) -> (n,)."""
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %%
hints("linear")

# %% nbgrader={"grade_id": "check_linear", "grade": true, "locked": true, "points": 1}
check("linear", linear)

# %% [markdown]
# ## 2. The threshold (1 point)
#
# The neuron decides by the sign of its sum:
#
# $$H(z) = \begin{cases} 1 & \text{where } z > 0, \\ 0 & \text{elsewhere.} \end{cases}$$
#
# - `z` is an array of any shape; return an array of the same shape, entry by entry.
# - At exactly 0 the answer is 0. (Other books choose 1, or 1/2. One has to choose.)
# - `True` and `False` count as 1 and 0.


# %% nbgrader={"grade_id": "heaviside", "solution": true}
def heaviside(z):
    """H(z) = 1 where z > 0, else 0, for every entry of z."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1, 0)
    ### END SOLUTION


# %%
hints("heaviside")

# %% nbgrader={"grade_id": "check_heaviside", "grade": true, "locked": true, "points": 1}
check("heaviside", heaviside)

# %% [markdown]
# Together the two are a neuron. With the weights of lesson 01 it should compute AND, OR and NAND:


# %% nbgrader={"grade_id": "try_gates", "locked": true}
def try_gates():
    for name, w, b in [("and", [1, 1], -1.5), ("or", [1, 1], -0.5), ("nand", [-1, -1], 1.5)]:
        X, targets = logic_gate(name)
        answers = heaviside(linear(X, np.array(w), b))
        print(f"{name:<5} all right: {bool(np.array_equal(answers, targets))}")


try:
    try_gates()
except Exception:  # an answer is still missing, or wrong
    print("This runs when the checks of tasks 1 and 2 are green.")

# %% [markdown]
# ## 3. One correction (2 points)
#
# Show the neuron one example $x$ with its target $t$. Its answer is $\hat y = H(w \cdot x + b)$.
# Where the answer is right, nothing changes. Where it is wrong, the weights move so that the sum
# for this example comes closer to what it should be:
#
# $$w \leftarrow w + \eta\,(t - \hat y)\,x, \qquad b \leftarrow b + \eta\,(t - \hat y).$$
#
# For instance, $w = (1, 1)$, $b = 0$ answers 1 to $x = (0, 2)$. If the target is 0 and
# $\eta = 0.5$, the new weights are $(1, 0)$ and the new bias is $-0.5$.
#
# - `x` is *one* example, a vector `(d,)`; `target` is 0 or 1; `lr` is the learning rate $\eta$.
# - Return the new weights and the new bias, `(w, b)`, in this order.
# - At $z = 0$ the answer is 0, as in task 2.
# - The old `w` is left as it is, and the new one may hold fractions even if the old one holds
#   integers.
#
# You may use your functions of tasks 1 and 2, once their checks are green. For a single row
# `w @ x + b` is the sum.


# %% nbgrader={"grade_id": "perceptron_update", "solution": true}
def perceptron_update(w, b, x, target, lr):
    """(w, b) after one example x (d,) with its target: the perceptron's learning rule."""
    ### BEGIN SOLUTION
    error = target - heaviside(w @ x + b)  # +1, 0 or -1
    return w + lr * error * x, b + lr * error
    ### END SOLUTION


# %%
hints("perceptron_update")

# %% nbgrader={"grade_id": "check_perceptron_update", "grade": true, "locked": true, "points": 2}
check("perceptron_update", perceptron_update)

# %% [markdown]
# ## 4. Learning (3 points)
#
# The rest is patience. Go through the rows again and again, correct after each row that was
# answered wrong, and stop when a whole pass has gone by without a mistake.
#
# - `X` is `(n, d)`, `y` holds the targets, `(n,)`.
# - Start from zeros: all weights 0, and the bias 0.
# - Take the rows in order, from the first to the last, without shuffling. The next row already
#   meets the corrected weights.
# - Stop after a pass without mistakes, or after `max_epochs` passes, whichever comes first. (One
#   pass over all rows is an epoch.) On data that no line separates only `max_epochs` ends it.
#   (Going on after a pass without mistakes would change nothing, but take time.)
# - Return `(w, b, n_mistakes)`: the weights, the bias, and the number of *all* corrections on the
#   way, over all passes.
#
# You may use your earlier functions, once their checks are green.


# %% nbgrader={"grade_id": "train_perceptron", "solution": true}
def train_perceptron(X, y, lr, max_epochs):
    """(w, b, n_mistakes): learn from zeros, row by row, until a pass has no mistake."""
    ### BEGIN SOLUTION
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        before = n_mistakes
        for x, target in zip(X, y, strict=True):
            if heaviside(w @ x + b) != target:
                w, b = perceptron_update(w, b, x, target, lr)
                n_mistakes += 1
        if n_mistakes == before:  # a whole pass without a mistake
            break
    return w, b, n_mistakes
    ### END SOLUTION


# %%
hints("train_perceptron")

# %% nbgrader={"grade_id": "check_train_perceptron", "grade": true, "locked": true, "points": 3}
check("train_perceptron", train_perceptron)

# %% [markdown]
# ## Your machine against the theorem
#
# Novikoff's theorem allows at most $(R/\gamma)^2$ mistakes on data that some line separates. Here
# are 300 points beside a line that is known to us, but not to your perceptron. And below them is
# XOR, where no line exists and nothing is promised.


# %% nbgrader={"grade_id": "try_theorem", "locked": true}
def try_theorem(lr=1.0, order=0):
    rng = np.random.default_rng(1)
    w_true, b_true = np.array([1.0, 2.0]), -0.5
    P = rng.uniform(-1, 1, (900, 2))
    z = P @ w_true + b_true
    P, z = P[abs(z) > 0.2][:300], z[abs(z) > 0.2][:300]
    if order:  # another order of the points for every number but 0
        rows = np.random.default_rng(order).permutation(len(P))
        P, z = P[rows], z[rows]
    y = (z > 0).astype(int)
    w, b, n_mistakes = train_perceptron(P, y, lr, 1000)
    bound = mistake_bound(P, y, w_true, b_true)
    print(f"at most {bound:.0f} mistakes; yours made {int(n_mistakes)}")
    print(f"answered right at the end: {np.mean(heaviside(P @ w + b) == y):.0%}")
    X, targets = logic_gate("xor")
    counts = [int(train_perceptron(X, targets, 1.0, epochs)[2]) for epochs in (10, 100, 1000)]
    print("XOR, mistakes after 10, 100 and 1000 passes:", counts)


try:
    try_theorem()
except Exception:  # an answer is still missing, or wrong
    print("This runs when the checks of tasks 1 to 4 are green.")

# %% [markdown]
# Two things to try before you go on, in the cell below. Give the points another order, with
# `try_theorem(order=1)`: does the number of mistakes change? Does it ever pass the bound? And give
# `train_perceptron` another learning rate, with `try_theorem(lr=0.1)`: why does the number of
# mistakes stay the same?

# %%
# your trials here

# %% [markdown]
# ## 5. A rule in words (2 points)
#
# Not every neuron has to learn. An alarm is to go off when at least 3 of its 4 sensors are on, but
# never while the service switch is on. That is one neuron with five inputs. Write the function that
# gives the weights and the bias of any such neuron.
#
# It has `d` inputs, each of them 0 or 1. Input number `veto`, counted from 0, is the switch. The
# neuron answers 1 exactly where
# - input `veto` is 0, **and**
# - of the other $d - 1$ inputs, `least` or more are 1.
#
# In all other cases it answers 0. As everywhere here, it answers 1 where $z = w \cdot x + b > 0$.
#
# - `d` is 2 or more, `least` a whole number from 1 to $d - 1$, `veto` one from 0 to $d - 1$.
# - Return `(w, b)`: the weights, an array `(d,)`, and the bias, a number. Many are right: the check
#   looks only at the answers, for all $2^d$ possible inputs.


# %% nbgrader={"grade_id": "veto_neuron", "solution": true}
def veto_neuron(d, least, veto):
    """(w, b) of a neuron: 1 if at least so many inputs are on, and the one with the veto is off."""
    ### BEGIN SOLUTION
    w = np.ones(d)
    w[veto] = -d  # outweighs all the others together
    return w, 0.5 - least
    ### END SOLUTION


# %%
hints("veto_neuron")

# %% nbgrader={"grade_id": "check_veto_neuron", "grade": true, "locked": true, "points": 2}
check("veto_neuron", veto_neuron)

# %% [markdown]
# ## 6. Scaled inputs (2 points)
#
# Neurons learn faster from inputs of similar size. So people shift and scale every column first:
#
# $$x'_j = \frac{x_j - \mu_j}{s_j},$$
#
# with the mean $\mu_j$ and the standard deviation $s_j$ of column $j$, and train on $x'$. Later the
# neuron is to run in a device that gets the raw $x$ and knows nothing of the scaling. It need not:
# other weights and another bias do the same on raw inputs. Find them.
#
# - `w` is `(d,)` and `b` a number: they belong to the scaled inputs.
# - `mean` and `std` are `(d,)`: $\mu$ and $s$. No entry of `std` is 0.
# - Return `(w_raw, b_raw)`, such that $w_\text{raw} \cdot x + b_\text{raw} = w \cdot x' + b$ for
#   every $x$: the same sum, not only the same answer. `w_raw` is `(d,)`, `b_raw` a number.
#
# With one input, $w = 2$, $b = 1$, $\mu = 10$ and $s = 5$, a raw $x = 20$ is $x' = 2$, and the sum
# is 5: yours must be 5 for $x = 20$, too. Put $x'$ into the sum on paper, and collect what stands
# beside $x_j$.


# %% nbgrader={"grade_id": "fold_scaling", "solution": true}
def fold_scaling(w, b, mean, std):
    """(w_raw, b_raw) with w_raw · x + b_raw = w · (x - mean)/std + b, for every x."""
    ### BEGIN SOLUTION
    w_raw = w / std
    return w_raw, b - w_raw @ mean
    ### END SOLUTION


# %%
hints("fold_scaling")

# %% nbgrader={"grade_id": "check_fold_scaling", "grade": true, "locked": true, "points": 2}
check("fold_scaling", fold_scaling)
