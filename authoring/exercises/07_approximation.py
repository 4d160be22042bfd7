# %% [markdown]
# # Exercise 07: Approximation
#
# You write three small functions, and the last of them follows any curve that you hand it, as
# closely as you like. No training: you place every neuron yourself. It belongs to lesson
# {{lesson}}. Tasks 5 and 6 stand nowhere in the course: they are new problems for what you know by
# then.
#
# **After this exercise you can**
# - read a sigmoid neuron as a step, and a pair of them as a bump;
# - build a copy of a curve from bumps, and say how far off it can be at most;
# - turn a wanted accuracy into a number of neurons;
# - say which functions ReLU units compute exactly, and set their weights.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. A check calls your function on several cases. If something is wrong
# it tells you what kind of mistake it sees; it never shows the answer. Check as often as you like,
# and ask for hints if you are stuck: neither costs points.
#
# **What holds everywhere.** Where a function takes `x`, that is one number or an array of any shape,
# and the result has the same shape. Arguments are passed by position, may hold integers, and belong to
# the caller: compute new arrays, leave these as they are.

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import sigmoid
from mlp_lesson.checks import check
from mlp_lesson.display import show_figure
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. A step (1 point)
#
# A sigmoid neuron with one input computes $\sigma(wx + b)$. Make it climb from 0 to 1 at a given
# place $t$, with a given steepness $s > 0$:
#
# $$ \text{step}(x) = \sigma\big(s\,(x - t)\big). $$
#
# - `at` is the place $t$, where the step is exactly 1/2; `steepness` is $s$.
# - `sigmoid` is imported above and never overflows. If you write your own, a steepness of 100,000
#   must not make it overflow or warn either.


# %% nbgrader={"grade_id": "step", "solution": true}
def step(x, at, steepness):
    """σ(steepness · (x - at)), for each entry of x."""
    ### BEGIN SOLUTION
    return sigmoid(steepness * (np.asarray(x) - at))
    ### END SOLUTION


# %%
hints("step")

# %% nbgrader={"grade_id": "check_step", "grade": true, "locked": true, "points": 1}
check("step", step)

# %% [markdown]
# ## 2. A bump (2 points)
#
# Two neurons make a bump: one step up at `left`, and one at `right` that takes back what the first
# brought. The output layer weights them with $+h$ and $-h$:
#
# $$ \text{bump}(x) = h \cdot \big(\text{step at left} - \text{step at right}\big). $$
#
# - `left` < `right` are the places of the two steps, both with the same `steepness`.
# - `height` is $h$; a negative one makes a dent.
# - Leave the flanks as the sigmoids make them. In a narrow bump with gentle steps the peak stays
#   below `height`: that is right.


# %% nbgrader={"grade_id": "bump", "solution": true}
def bump(x, left, right, height, steepness):
    """About height between left and right, about 0 elsewhere: two steps."""
    ### BEGIN SOLUTION
    return height * (step(x, left, steepness) - step(x, right, steepness))
    ### END SOLUTION


# %%
hints("bump")

# %% nbgrader={"grade_id": "check_bump", "grade": true, "locked": true, "points": 2}
check("bump", bump)

# %% [markdown]
# ## 3. A copy of any curve (3 points)
#
# Now `approximate(f, n)` takes a function $f$ and **returns a function** $g$: the sum of $n$ bumps.
#
# - The bumps have equal width and cover $[0, 1]$: number $i = 0, \dots, n - 1$ reaches from
#   $\frac{i}{n}$ to $\frac{i+1}{n}$.
# - Each is as high as $f$ at its middle, $\frac{i + 1/2}{n}$, and flat on top. You may call
#   `f` with a number or an array.
# - `g(x)` takes an array of any shape, of floats or of integers, and returns an array of the same
#   shape. It does not call `f`: it knows the curve by its $n$ heights alone, as a network knows it
#   by its weights.
# - Outside $[0, 1]$ `g` may be anything.
# - Take any steepness you like, as long as the error bound holds. For a curve with Lipschitz constant
#   $K$ that is $|f(x) - g(x)| \le \frac{K}{2n}$ (with 5 per cent of grace for the flanks). The
#   steepness may depend on $n$.
# - The bound is tested from $\frac{1}{20n}$ to $1 - \frac{1}{20n}$: exactly at 0 a bump whose step
#   stands there is half risen. Near the ends it is tested, so think of what happens there.


# %% nbgrader={"grade_id": "approximate", "solution": true}
def approximate(f, n):
    """A function g: n bumps of equal width on [0, 1], each as high as f at its middle."""
    ### BEGIN SOLUTION
    borders = np.arange(n + 1) / n
    heights = [float(f((borders[i] + borders[i + 1]) / 2)) for i in range(n)]
    borders[0], borders[n] = -1, 2  # beyond the ends, so that no flank falls on 0 or 1

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + bump(x, borders[i], borders[i + 1], heights[i], 50 * n)
        return total

    return g
    ### END SOLUTION


# %%
hints("approximate")

# %% nbgrader={"grade_id": "check_approximate", "grade": true, "locked": true, "points": 3}
check("approximate", approximate)

# %% [markdown]
# See what you have built: a curve of your choice and your copy of it.


# %% nbgrader={"grade_id": "show_copy", "locked": true}
def curve(x):
    return x + 0.3 * np.sin(9 * x)


def show_my_copy(n=12):
    x = np.linspace(0, 1, 1001)
    copy = approximate(curve, n)(x)
    inside = (x >= 1 / (20 * n)) & (x <= 1 - 1 / (20 * n))
    off = np.abs(copy - curve(x))[inside].max()
    fig, ax = plt.subplots()
    ax.plot(x, curve(x), color="black", label="f")
    ax.plot(x, copy, color=plots.PALETTE[0], label="g")
    ax.set(xlabel="$x$", ylabel="$f(x)$ and $g(x)$", title=f"A curve and its copy from {n} bumps")
    ax.legend()
    show_figure(
        fig,
        alt=f"A wavy rising curve and a staircase of {n} bumps that follows it.",
        caption=f"{n} bumps, at most {off:.2f} off; the bound K/(2n), for K = 3.7, is "
        f"{3.7 / (2 * n):.2f}.",
    )


try:
    show_my_copy()
except Exception:  # an answer is missing, or wrong
    plt.close("all")
    print("First make the checks of tasks 1 to 3 say: right.")

# %% [markdown]
# ## 4. How many bumps? (2 points)
#
# You want the error to stay within $\varepsilon > 0$, and you know the curve's Lipschitz constant
# $K > 0$. Return the **smallest** whole number $n$ of bumps for which
#
# $$ \frac{K}{2n} \le \varepsilon. $$
#
# - If the two sides are equal for some $n$, that $n$ is enough.
# - There is at least one bump.
# - A whole number of type float, such as `8.0`, is right too. Nothing is asked where the last digit
#   decides: for $K = 4.2$, $\varepsilon = 0.3$ the quotient is 7.000000000000001 in Python, and
#   rounding it up gives 8 where 7 are enough.


# %% nbgrader={"grade_id": "bumps_needed", "solution": true}
def bumps_needed(lipschitz, epsilon):
    """The smallest n with lipschitz / (2 n) <= epsilon."""
    ### BEGIN SOLUTION
    n = int(np.ceil(lipschitz / (2 * epsilon)))
    return max(1, n)
    ### END SOLUTION


# %%
hints("bumps_needed")

# %% nbgrader={"grade_id": "check_bumps_needed", "grade": true, "locked": true, "points": 2}
check("bumps_needed", bumps_needed)

# %% [markdown]
# Put it together: an accuracy goes in, a copy of the curve comes out that keeps it. The curve above
# has the slope $1 + 2.7 \cos 9x$, so $K = 3.7$ will do.


# %% nbgrader={"grade_id": "keep_the_promise", "locked": true}
def largest_error(epsilon):
    n = int(bumps_needed(3.7, epsilon))
    x = np.linspace(1 / (20 * n), 1 - 1 / (20 * n), 10_001)
    return n, np.abs(approximate(curve, n)(x) - curve(x)).max()


try:
    for epsilon in (0.2, 0.05, 0.0125):
        n, error = largest_error(epsilon)
        kept = 3.7 / (2 * n) <= epsilon and error <= 1.05 * epsilon  # 5 per cent for the flanks
        print(f"ε = {epsilon:<6}: {n:>3} bumps, promise kept: {kept}")
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 to 4 say: right.")

# %% [markdown]
# A quarter of the error costs four times the bumps. Lesson 07 shows how straight lines do better on
# smooth curves. With such lines the last two tasks are solved, and without any error.

# %% [markdown]
# ## 5. A ramp (2 points)
#
# A heating runs at full power up to 18 degrees and is off from 21 degrees on; between them its power
# falls along a straight line. Curves of this kind, a level, a ramp, another level, are in every control
# unit. ReLU units, $\max(0, z)$, draw them exactly, for all $x$. Set the weights of such a network:
#
# $$ h_j = \max(0,\; x\,W_{1,1j} + b_{1,j}), \qquad y = \sum_{j=1}^{m} w_{2,j}\, h_j + b_2. $$
#
# - $y$ is `before` for every $x \le$ `start`, and `after` for every $x \ge$ `end`, far away as well.
#   Between the two it runs along a straight line. All four are numbers. `start` is below `end`; each
#   level may be the higher one, both may be the same, and they may be negative.
# - Return `(W1, b1, w2, b2)` as in exercise 02: `W1` is `(1, m)`, `b1` and `w2` are `(m,)`, `b2` is a
#   number. Take as many units as you like; two are enough.
#
# By hand: `ramp_network(1, 3, 4, 0)` is 4 up to $x = 1$, 2 at $x = 2$, and 0 from $x = 3$ on.


# %% nbgrader={"grade_id": "ramp_network", "solution": true}
def ramp_network(start, end, before, after):
    """(W1, b1, w2, b2) of a ReLU network: `before` up to start, then straight to `after` at end."""
    ### BEGIN SOLUTION
    slope = (after - before) / (end - start)
    W1 = np.ones((1, 2))
    b1 = np.array([-start, -end])  # the bends
    w2 = np.array([slope, -slope])  # the first brings the slope, the second takes it back
    return W1, b1, w2, before
    ### END SOLUTION


# %%
hints("ramp_network")

# %% nbgrader={"grade_id": "check_ramp_network", "grade": true, "locked": true, "points": 2}
check("ramp_network", ramp_network)

# %% [markdown]
# ## 6. The larger of two (2 points)
#
# Networks for images keep taking the largest of neighbouring numbers, and a tournament of maxima finds
# the largest of many. Does that need a new kind of unit? No: set the weights of a network as in task 5,
# now with two inputs, whose output is
#
# $$ y = \max(x_1, x_2) \qquad \text{for all } x_1 \text{ and } x_2, $$
#
# negative ones too, and as large as you like. No sigmoid and no bump comes that near: this is exact.
#
# - Return `(W1, b1, w2, b2)`: `W1` is `(2, m)`, a row for each input, `b1` and `w2` are `(m,)`, `b2` is a
#   number. The hidden units are ReLU, $\max(0, z)$; the output has no activation. Three units are
#   enough, but take as many as you like.
#
# By hand: what must be added to $x_2$ to make it the larger of the two? And how does $x_2$ itself get
# through a layer of ReLU units?


# %% nbgrader={"grade_id": "max_network", "solution": true}
def max_network():
    """(W1, b1, w2, b2) of a ReLU network whose output is the larger of its two inputs."""
    ### BEGIN SOLUTION
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])  # x1 - x2, x2, -x2
    b1 = np.zeros(3)
    w2 = np.array([1, 1, -1])  # how much x1 is larger, and x2, in two parts
    return W1, b1, w2, 0
    ### END SOLUTION


# %%
hints("max_network")

# %% nbgrader={"grade_id": "check_max_network", "grade": true, "locked": true, "points": 2}
check("max_network", max_network)

# %% [markdown]
# Well done if all six are right: you have placed every neuron yourself. Lesson 07 shows why training
# may or may not find what you have built by hand.
