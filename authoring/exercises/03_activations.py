# %% [markdown]
# # Exercise 03: Activations
#
# Nine short functions that stand in every neural network library. The formulas take a minute each.
# What takes care is that they give the right number for *every* $z$: for 0, for 1000, for integers,
# and without a warning. The exercise belongs to lesson
# {{lesson}}. Tasks 2 and 3 you wrote there: write them once more, without looking. For tasks 1 and 4 to 7
# all that you need is said here; what the lesson says of them is folded, under "For the curious: ten
# activations", to look up when you are stuck. Tasks 8 and 9 stand nowhere in the course: they are new
# problems for what you know by then.
#
# **After this exercise you can**
# - write activations and their derivatives for whole arrays at once;
# - see where an exponential overflows, and rewrite the formula so that it cannot;
# - decide what a function returns at a kink, and test it there;
# - find the slope of an activation that you meet for the first time;
# - check any derivative against a measured slope.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong, the check tells you what kind of mistake it
# sees; it never shows the answer. Check as often as you like, and ask for hints if you are stuck:
# neither costs points.
#
# **What holds everywhere.**
# - `z` is a NumPy array of any shape, and each function works entry by entry (softmax: row by row).
#   The result has the same shape.
# - `z` may hold integers; the result still has fractions.
# - A difference below $10^{-9}$ is rounding and does not matter.
# - `z` may hold 1000 or -1000. A right value that comes with a warning of NumPy (overflow, division
#   by zero, invalid value) does not count as right: a warning that is always shown hides the one
#   that matters. The check cannot see that a warning was silenced (`np.errstate`, `warnings`), but
#   that is no solution: change the formula.
# - Arguments are passed by position and belong to the caller: compute new arrays, leave these as
#   they are.

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.checks import check
from mlp_lesson.display import show_figure
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. The sigmoid (1 point)
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# As it stands, $e^{-z}$ overflows for very negative $z$: beyond $e^{709}$ a float has no room. Find a
# form whose exponent is never positive. `np.where(condition, a, b)` chooses entry by entry, but it
# computes both `a` and `b` everywhere first.


# %% nbgrader={"grade_id": "sigmoid", "solution": true}
def sigmoid(z):
    """σ(z) = 1 / (1 + e⁻ᶻ) for every entry of z, without overflow."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)
    ### END SOLUTION


# %%
hints("sigmoid")

# %% nbgrader={"grade_id": "check_sigmoid", "grade": true, "locked": true, "points": 1}
check("sigmoid", sigmoid)

# %% [markdown]
# ## 2. Its slope (1 point)
#
# $$\sigma'(z) = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)$$
#
# The function takes $z$, the *input* of the sigmoid, not its output. You may use your `sigmoid`, or
# write it with $e^{-|z|}$ as the lesson does.


# %% nbgrader={"grade_id": "sigmoid_prime", "solution": true}
def sigmoid_prime(z):
    """σ'(z) for every entry of z."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2
    ### END SOLUTION


# %%
hints("sigmoid_prime")

# %% nbgrader={"grade_id": "check_sigmoid_prime", "grade": true, "locked": true, "points": 1}
check("sigmoid_prime", sigmoid_prime)

# %% [markdown]
# ## 3. The slope of tanh (1 point)
#
# $$\tanh'(z) = 1 - \tanh^2(z)$$
#
# $\tanh^2(z)$ is the usual way to write $(\tanh z)^2$. NumPy's `np.tanh` is safe for every $z$. Again
# the function takes $z$, not the output.


# %% nbgrader={"grade_id": "tanh_prime", "solution": true}
def tanh_prime(z):
    """tanh'(z) for every entry of z."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %%
hints("tanh_prime")

# %% nbgrader={"grade_id": "check_tanh_prime", "grade": true, "locked": true, "points": 1}
check("tanh_prime", tanh_prime)

# %% [markdown]
# ## 4. Leaky ReLU (1 point)
#
# $$f(z) = \begin{cases} z & z > 0 \\ s\,z & z \le 0 \end{cases}$$
#
# The slope $s$ on the left is handed in. It is usually small, such as 0.01, but your function must
# hold for every number, 0 and slopes above 1 included.


# %% nbgrader={"grade_id": "leaky_relu", "solution": true}
def leaky_relu(z, slope):
    """z where z > 0, slope times z elsewhere."""
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


# %%
hints("leaky_relu")

# %% nbgrader={"grade_id": "check_leaky_relu", "grade": true, "locked": true, "points": 1}
check("leaky_relu", leaky_relu)

# %% [markdown]
# ## 5. The slope of ELU (2 points)
#
# ELU is $z$ for $z > 0$ and $\alpha\,(e^z - 1)$ for $z \le 0$. Its slope is
#
# $$\text{ELU}'(z) = \begin{cases} 1 & z > 0 \\ \alpha\,e^z & z \le 0 \end{cases}$$
#
# For $\alpha \ne 1$ there is a kink at 0, and the derivative does not exist there. The code has to
# return something: it returns $\alpha$, as the second line says. And $e^z$ must not overflow for
# large $z$, where it is not even used.


# %% nbgrader={"grade_id": "elu_prime", "solution": true}
def elu_prime(z, alpha):
    """1 where z > 0, alpha·eᶻ elsewhere, without overflow."""
    ### BEGIN SOLUTION
    low = np.minimum(z, 0)  # the exponential is not needed above 0
    return np.where(z > 0, 1.0, alpha * np.exp(low))
    ### END SOLUTION


# %%
hints("elu_prime")

# %% nbgrader={"grade_id": "check_elu_prime", "grade": true, "locked": true, "points": 2}
check("elu_prime", elu_prime)

# %% [markdown]
# Do your three slopes hold against a measurement? Rise over run, at a few points away from the kink:


# %% nbgrader={"grade_id": "measure", "locked": true}
def measured_slope(f, z, h=1e-5):
    return (f(z + h) - f(z - h)) / (2 * h)


def elu(z):
    return np.where(z > 0, z, 1.5 * np.expm1(np.minimum(z, 0)))


def slopes_agree():
    z = np.array([-3.0, -1.0, -0.2, 0.3, 1.0, 2.5])
    pairs = [(sigmoid, sigmoid_prime(z)), (np.tanh, tanh_prime(z)), (elu, elu_prime(z, 1.5))]
    return [np.allclose(measured_slope(f, z), slopes, atol=1e-8) for f, slopes in pairs]


try:
    print("sigmoid, tanh, elu: slope as measured?", slopes_agree())
except Exception:  # an answer is still missing, or wrong
    print("This runs when the checks of tasks 1, 2, 3 and 5 are green.")

# %% [markdown]
# ## 6. Softplus that never overflows (2 points)
#
# $$f(z) = \ln(1 + e^z)$$
#
# At $z = 1000$ this is 1000, up to a difference far too small for a float. But $e^{1000}$ is beyond
# every float. Take the larger of the two terms, $1$ and $e^z$, out of the logarithm before you
# compute anything. ($\ln$ is the natural logarithm, `np.log`; `np.log1p(x)` is $\ln(1 + x)$.)


# %% nbgrader={"grade_id": "softplus", "solution": true}
def softplus(z):
    """ln(1 + eᶻ) for every entry of z, without overflow."""
    ### BEGIN SOLUTION
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    ### END SOLUTION


# %%
hints("softplus")

# %% nbgrader={"grade_id": "check_softplus", "grade": true, "locked": true, "points": 2}
check("softplus", softplus)

# %% [markdown]
# ## 7. Softmax by rows (2 points)
#
# $$P_{ik} = \frac{e^{Z_{ik}}}{\sum_j e^{Z_{ij}}}$$
#
# - `Z` is `(n, k)`: one row for each sample, one column for each class. So is the result.
# - Each *row* sums to 1, a table of one row and a single column included.
# - The entries of `Z`, called logits, may be 1000 in one row and -1000 in the next, or both in one row.
#
# What it is for, lesson 04 says: it turns each row into shares of a whole, the larger the entry, the
# larger the share. Subtracting one number from all logits of a row changes nothing, because it cancels in the fraction.
# Choose it well.


# %% nbgrader={"grade_id": "softmax", "solution": true}
def softmax(Z):
    """(n, k) logits -> (n, k) shares; every row sums to 1. Never overflows."""
    ### BEGIN SOLUTION
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %%
hints("softmax")

# %% nbgrader={"grade_id": "check_softmax", "grade": true, "locked": true, "points": 2}
check("softmax", softmax)

# %% [markdown]
# ## All of it, in one picture
#
# Your functions, drawn. Softplus and the sigmoid belong together: the slope of softplus *is* the
# sigmoid.


# %% nbgrader={"grade_id": "picture", "locked": true}
def draw_yours():
    fig, axes = plt.subplots(1, 3, figsize=(9, 3.2))
    plots.plot_activation(sigmoid, sigmoid_prime, ax=axes[0])
    plots.plot_activation(np.tanh, tanh_prime, ax=axes[1])
    plots.plot_activation(softplus, sigmoid, ax=axes[2])
    for ax, name in zip(axes, ["sigmoid", "tanh", "softplus"], strict=True):
        ax.set_title(name)
    axes[2].legend()
    show_figure(
        fig,
        alt="Three plots: the sigmoid, tanh and softplus as solid lines, their slopes dashed.",
        caption="Functions (solid) and slopes (dashed), all by you but np.tanh.",
    )


try:
    draw_yours()
except Exception:  # an answer is still missing, or wrong
    plt.close("all")
    print("This runs when the checks of tasks 1, 2, 3 and 6 are green.")

# %% [markdown]
# ## 8. The logarithm of a sigmoid (2 points)
#
# $$f(z) = \ln \sigma(z) = \ln \frac{1}{1 + e^{-z}}$$
#
# Every loss for a yes or no is made of it. At $z = -1000$ it is $-1000$, up to a difference far too
# small for a float. But $\sigma(-1000)$ is rounded to 0, and the logarithm of 0 is $-\infty$. So
# computing the sigmoid first, however well, is of no use: rewrite the whole.
#
# Far to the right the value is a tiny negative number, not yet 0: for $z = 40$ it is
# $-4.2 \cdot 10^{-18}$. That too is asked for: only here, a difference below $10^{-9}$ does matter.


# %% nbgrader={"grade_id": "log_sigmoid", "solution": true}
def log_sigmoid(z):
    """ln σ(z) for every entry of z, without overflow and never of 0."""
    ### BEGIN SOLUTION
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    ### END SOLUTION


# %%
hints("log_sigmoid")

# %% nbgrader={"grade_id": "check_log_sigmoid", "grade": true, "locked": true, "points": 2}
check("log_sigmoid", log_sigmoid)

# %% [markdown]
# ## 9. A slope that you have not seen (2 points)
#
# A search through thousands of formulas by machine found an activation that often does a little
# better than ReLU in deep networks, *swish* (Ramachandran, Zoph and Le, 2017):
#
# $$f(z) = z\,\sigma(\beta z), \qquad \beta \text{ a number}.$$
#
# Find its slope $f'(z)$, and write it. Two rules are all you need. The slope of a product $u\,v$ is
# $u'v + u\,v'$. And $\sigma(\beta z)$ climbs $\beta$ times as fast as $\sigma$ at the place
# $\beta z$: its slope is $\beta\,\sigma'(\beta z)$.
#
# - `z` is an array of any shape; `beta` is a number, 0 or more. The result has the shape of `z`.
# - Before you run the check, compare with `measured_slope` from above. As an answer it would not do:
#   too few of its digits are right.


# %% nbgrader={"grade_id": "swish_prime", "solution": true}
def swish_prime(z, beta):
    """The slope of z·σ(βz) for every entry of z, without overflow."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(beta * z))
    s = np.where(z >= 0, 1, e) / (1 + e)  # σ(βz)
    return s + beta * z * e / (1 + e) ** 2
    ### END SOLUTION


# %%
hints("swish_prime")

# %% nbgrader={"grade_id": "check_swish_prime", "grade": true, "locked": true, "points": 2}
check("swish_prime", swish_prime)

# %% [markdown]
# Well done if all nine are right. From here on the course imports its own versions of the first
# seven, in `mlp_lesson.activations`; compare them with yours.
