# %% [markdown]
# # Exercise 06: Training
#
# A gradient alone teaches nothing. You write what stands around it: the first weights, the order in
# which the rows are read, two update rules with a memory, and at the end a network of your own that
# tells two moons apart. It belongs to lesson
# {{lesson}}. Tasks 6 and 7 stand nowhere in the course: they are new problems for what you know by
# then.
#
# **After this exercise you can**
# - draw first weights that keep a signal's size from layer to layer;
# - cut an epoch into mini-batches without losing a row;
# - write momentum and Adam from their formulas, and say what each of them remembers;
# - train a network to an accuracy that you promised beforehand;
# - keep steps from running away, and read from a curve of the loss what went wrong.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. If something is wrong it tells you what kind of mistake it sees; it
# never shows the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points.
#
# **What holds everywhere.** Rows are samples, and $W$ is `(n_in, n_out)`. Arguments are passed by
# position, may hold integers, and belong to the caller: compute new arrays, leave these as they are.
# Every random number comes from the generator `rng` that is handed in, never from `np.random`: then
# the same `rng` gives the same result, and your training can be repeated.

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import relu, tanh, tanh_prime
from mlp_lesson.checks import check
from mlp_lesson.data import moons
from mlp_lesson.display import show_figure
from mlp_lesson.losses import binary_cross_entropy
from mlp_lesson.network import Layer, backward, forward
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. First weights (2 points)
#
# A unit adds up $n_\text{in}$ products $a_j w_j$. The more there are, the smaller each weight must be, or
# the sums grow from layer to layer. He's rule for ReLU:
#
# $$ W_{jk} \sim \mathcal{N}\!\left(0, \frac{2}{n_\text{in}}\right), \qquad b = 0: $$
#
# normally distributed numbers with mean 0 and **variance** $2/n_\text{in}$; the standard deviation is its
# square root. (Some libraries cut the far ends of the normal distribution off. Leave them on.)
#
# - Return the pair `(W, b)`: `W` of shape `(n_in, n_out)`, `b` of shape `(n_out,)`, all zeros.
# - Draw from `rng` (it has the methods `rng.normal(mean, standard_deviation, shape)` and
#   `rng.standard_normal(shape)`).


# %% nbgrader={"grade_id": "init_layer", "solution": true}
def init_layer(n_in, n_out, rng):
    """(W, b): W normal with mean 0 and variance 2/n_in, (n_in, n_out); b zeros, (n_out,)."""
    ### BEGIN SOLUTION
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)
    ### END SOLUTION


# %%
hints("init_layer")

# %% nbgrader={"grade_id": "check_init_layer", "grade": true, "locked": true, "points": 2}
check("init_layer", init_layer)

# %% [markdown]
# Does the signal survive ten layers now?


# %% nbgrader={"grade_id": "ten_layers", "locked": true}
def size_after_ten_layers():
    rng = np.random.default_rng(0)
    A = rng.normal(size=(200, 100))
    before = np.sqrt(np.mean(A**2))
    for _ in range(10):
        W, b = init_layer(100, 100, rng)
        A = relu(A @ W + b)
    return np.sqrt(np.mean(A**2)) / before


try:
    print("between half and twice its size:", bool(0.5 < size_after_ten_layers() < 2))
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 1 say: right.")

# %% [markdown]
# ## 2. Mini-batches (2 points)
#
# One epoch is one reading of all rows, in a new random order, a few at a time. Return the row numbers
# of each batch.
#
# - The numbers are $0, \dots, n-1$. **Each comes exactly once**, in one of the batches.
# - Every batch has `batch_size` rows; only the last may have fewer, and it is kept.
# - Return a list (or a tuple) of arrays of integers, so that `X[batch]` and `y[batch]` take the same
#   rows.
# - `batch_size` may be larger than `n`: then there is one batch.


# %% nbgrader={"grade_id": "minibatches", "solution": true}
def minibatches(n, batch_size, rng):
    """The row numbers 0 ... n-1 in random order, cut into a list of arrays."""
    ### BEGIN SOLUTION
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
    ### END SOLUTION


# %%
hints("minibatches")

# %% nbgrader={"grade_id": "check_minibatches", "grade": true, "locked": true, "points": 2}
check("minibatches", minibatches)

# %% [markdown]
# ## 3. Momentum (2 points)
#
# The weights get a speed, the velocity $v$. In each step a share $\mu$ of it is left, and the gradient
# $g$ pushes it downhill:
#
# $$ v \leftarrow \mu v - \eta g, \qquad w \leftarrow w + v. $$
#
# - `w`, `grad` and `velocity` have one shape; `lr` is $\eta$ and `momentum` is $\mu$.
# - Return `(w, velocity)`, both new, and leave the three arrays as they are.
# - On paper first: $w = 1$, $g = 0.5$, $v = 0.1$, $\eta = 0.2$, $\mu = 0.9$. What are $v$ and $w$ after the
#   step?


# %% nbgrader={"grade_id": "momentum_step", "solution": true}
def momentum_step(w, grad, velocity, lr, momentum):
    """One step of momentum: the new (w, velocity)."""
    ### BEGIN SOLUTION
    velocity = momentum * velocity - lr * grad  # v ← μv - ηg
    return w + velocity, velocity               # w ← w + v
    ### END SOLUTION


# %%
hints("momentum_step")

# %% nbgrader={"grade_id": "check_momentum_step", "grade": true, "locked": true, "points": 2}
check("momentum_step", momentum_step)

# %% [markdown]
# ## 4. Adam (3 points)
#
# Adam remembers two running means, of the gradient and of its square. Both start at 0 and are too small
# at first; dividing by $1 - \beta^t$ corrects that. This is algorithm 1 of Kingma and Ba (2015), with
# everything entry by entry:
#
# $$ m \leftarrow \beta_1 m + (1-\beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1-\beta_2)\, g^2, $$
# $$ \hat m = \frac{m}{1-\beta_1^t}, \qquad \hat v = \frac{v}{1-\beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}. $$
#
# - `t` is the number of this step; the first has $t = 1$.
# - Return `(w, m, v)`, with `m` and `v` **without** the correction: the next step needs them so.
# - `eps` is added *outside* the root, after the correction. (scikit-learn and our `mlp_lesson.optimizers`
#   add it before the correction, as the end of section 2 of the paper does. Where `eps` is tiny nobody will
#   notice; the check will.)
# - Leave the arrays that come in as they are.


# %% nbgrader={"grade_id": "adam_step", "solution": true}
def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    """One step of Adam: the new (w, m, v)."""
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
    ### END SOLUTION


# %%
hints("adam_step")

# %% nbgrader={"grade_id": "check_adam_step", "grade": true, "locked": true, "points": 3}
check("adam_step", adam_step)

# %% [markdown]
# Your two rules in the ravine of the lesson, $L = \tfrac12 (w_1^2 + 50\,w_2^2)$, side by side:


# %% nbgrader={"grade_id": "ravine", "locked": true}
def paths_in_the_ravine(n_steps=60):
    curvatures, start = np.array([1.0, 50.0]), np.array([-8.0, 2.0])
    w, velocity, ball = start, np.zeros(2), [start]
    for _ in range(n_steps):
        w, velocity = momentum_step(w, curvatures * w, velocity, 0.005, 0.9)
        ball.append(w)
    w, m, v, adam = start, np.zeros(2), np.zeros(2), [start]
    for t in range(1, n_steps + 1):
        w, m, v = adam_step(w, curvatures * w, m, v, t, 0.5, 0.9, 0.999, 1e-8)
        adam.append(w)
    return {"momentum": np.array(ball), "Adam": np.array(adam)}


def draw_the_paths():
    paths = paths_in_the_ravine()
    fig, ax = plt.subplots(figsize=(7.2, 3.2))
    for name, path in paths.items():
        ax.plot(*path.T, ".-", lw=1.2, label=name)
    ax.plot(0, 0, "x", color="black", ms=9)
    ax.set(xlabel="$w_1$", ylabel="$w_2$", title="Momentum swings, Adam curves in")
    ax.legend()
    show_figure(
        fig,
        alt="Two paths to the bottom of the ravine: momentum zigzags across, Adam makes one "
        "wide curve.",
        caption="60 steps of each rule in the ravine.",
    )
    first = np.abs(paths["Adam"][1] - paths["Adam"][0])
    print("Adam's first step is lr = 0.5 long in each direction:", np.allclose(first, 0.5))


try:
    draw_the_paths()
except Exception:  # an answer is missing, or wrong
    plt.close("all")
    print("First make the checks of tasks 3 and 4 say: right.")

# %% [markdown]
# ## 5. A network that learns (4 points)
#
# Now put it together. `fit_moons` gets 700 points of the two moons and returns a *function* that
# classifies new ones:
#
# ```python
# predict = fit_moons(X, y, rng)
# classes = predict(X_new)         # (n_new, 2) -> (n_new,)
# ```
#
# - `X` is `(n, 2)`, `y` holds the classes 0 and 1. The points are noisy (0.2), so no one can be perfect.
# - `predict` returns classes, 0 or 1, not probabilities. The class of a point must not depend on the points
#   that come with it, and `X` and `y` stay as they are.
# - Every random number comes from `rng`.
# - **The goal:** at least 0.94 on fresh points from the same moons, in at most 10 seconds. The best straight
#   line ends near 0.87.
#
# How you get there is yours to choose. Imported above, and known from earlier lessons:
#
# - `Layer(W, b)` holds the numbers of one layer as `.W` and `.b`. They can be read but not replaced, so each step
#   makes new layers; a list of layers is a network.
# - `forward(layers, X, f)` returns the logits `(n, 1)` and a cache.
# - `binary_cross_entropy(Z, Y)` returns the loss *and* delta. The targets `Y` have the shape `(n, 1)`:
#   `y[:, None]` makes such a column.
# - `backward(layers, cache, delta, f_prime)` returns a gradient for every layer, with `.W` and `.b` too.
# - `tanh` and `tanh_prime` are an activation and its slope; others are in `mlp_lesson.activations`.
#
# The rest you have written yourself.


# %% nbgrader={"grade_id": "fit_moons", "solution": true}
def fit_moons(X, y, rng):
    """Train on points X (n, 2) with classes y (n,); return predict: (n_new, 2) -> (n_new,)."""
    ### BEGIN SOLUTION
    layers = [Layer(*init_layer(2, 16, rng)), Layer(*init_layer(16, 1, rng))]
    velocities = [Layer(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    Y = np.asarray(y, dtype=float)[:, None]
    for _epoch in range(100):
        for batch in minibatches(len(X), 50, rng):
            Z, cache = forward(layers, X[batch], tanh)
            _, delta = binary_cross_entropy(Z, Y[batch])
            grads = backward(layers, cache, delta, tanh_prime)
            for l, (layer, grad, velocity) in enumerate(
                zip(layers, grads, velocities, strict=True)
            ):
                W, vW = momentum_step(layer.W, grad.W, velocity.W, 0.05, 0.9)
                b, vb = momentum_step(layer.b, grad.b, velocity.b, 0.05, 0.9)
                layers[l], velocities[l] = Layer(W, b), Layer(vW, vb)

    def predict(X_new):
        return (forward(layers, X_new, tanh)[0][:, 0] > 0).astype(int)

    return predict
    ### END SOLUTION


# %%
hints("fit_moons")

# %% [markdown]
# The check trains your network twice on 700 points, and twice more on 300, to see whether `rng` is used.

# %% nbgrader={"grade_id": "check_fit_moons", "grade": true, "locked": true, "points": 4}
check("fit_moons", fit_moons)

# %% [markdown]
# What your network has drawn:


# %% nbgrader={"grade_id": "picture", "locked": true}
def draw_my_moons():
    rng = np.random.default_rng(6)
    X, y = moons(700, 0.2, rng)
    X_new, y_new = moons(2000, 0.2, rng)
    predict = fit_moons(X, y, rng)
    if predict(X_new).shape != y_new.shape:
        raise ValueError("one class a point")
    reached = np.mean(predict(X_new) == y_new)
    fig, ax = plt.subplots(figsize=(6.4, 4))
    plots.plot_decision_regions(predict, X, y, ax=ax)
    ax.set_title("My border between the moons")
    show_figure(
        fig,
        alt="The 700 points of the two moons over the two regions that the network has learned.",
        caption=f"At least 0.94 on 2000 fresh points: {reached >= 0.94}.",
    )


try:
    draw_my_moons()
except Exception:  # an answer is missing, or wrong
    plt.close("all")
    print("First make the checks of tasks 1 to 5 say: right.")

# %% [markdown]
# ## 6. Steps that cannot run away (2 points)
#
# One batch with an outlier, one place where the loss is as steep as a cliff, and a single step throws
# the network out of the region where it had learned. The usual remedy is *gradient clipping* (Pascanu
# and others, 2013): gradients that are too long are shortened, all together, so that the direction
# of the step stays.
#
# Think of all entries of all gradients as written below each other, in one long vector. Its norm is
#
# $$ \lVert g \rVert = \sqrt{\textstyle\sum g_i^2} \quad\text{over all entries of all arrays.} $$
#
# If it is above `limit`, multiply every array by the same number, so that the norm becomes `limit`.
# Else the gradients stay as they are.
#
# - `grads` is a list of arrays of any shapes, $W$ and $b$ of all layers; `limit` is above 0.
# - Return a list or tuple of arrays, with the same shapes and in the same order. The list and the
#   arrays of the caller stay unchanged. Where nothing is to be shortened, they may be returned as they are.
# - All gradients may be 0. Nothing may be divided by 0 then: a right value that comes with a warning
#   of NumPy does not count.
#
# By hand: the arrays $\begin{pmatrix} 1 & 2 \\ -4 & 6 \end{pmatrix}$ and $(8, 0)$ together have the norm
# 11, for $1 + 4 + 16 + 36 + 64 = 121$. With `limit` 5.5 all entries are halved.


# %% nbgrader={"grade_id": "clip_by_norm", "solution": true}
def clip_by_norm(grads, limit):
    """The arrays of grads, shortened by one factor if their common norm is above limit."""
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    factor = limit / norm if norm > limit else 1
    return [factor * g for g in grads]
    ### END SOLUTION


# %%
hints("clip_by_norm")

# %% nbgrader={"grade_id": "check_clip_by_norm", "grade": true, "locked": true, "points": 2}
check("clip_by_norm", clip_by_norm)

# %% [markdown]
# A cliff, and a step near its edge: the loss $L = \tfrac12 w^2$ with a wall of slope 1000 from
# $w = 2$ on. From 2.01 the plain step lands far outside; the clipped one goes on downhill.


# %% nbgrader={"grade_id": "cliff", "locked": true}
def place_after_steps(limit, n_steps=30):
    w = np.array([2.01])
    for _ in range(n_steps):
        gradient = np.where(w > 2, 1000.0, w)
        [gradient] = clip_by_norm([gradient], limit)
        w = w - 0.1 * gradient
    return w[0]


try:
    print(f"after 30 steps, not clipped:         w = {place_after_steps(1e9):.1f}")
    print(f"after 30 steps, clipped to length 1: w = {place_after_steps(1):.1f}")
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 6 say: right.")

# %% [markdown]
# ## 7. What happened here? (2 points)
#
# A network with 100 ReLU units was to learn 2000 digits, and the same training was started six times:
# the same architecture, batches of 50 rows, He's first weights, a rate of 0.1. But only one of the runs
# went as planned. Here are their losses: solid for the training rows, dashed for 2000 digits that were
# not used in training, the validation loss. The labels of these are right in every run.


# %% nbgrader={"grade_id": "six_runs", "locked": true}
epochs = [0, 1, 2, 3, 5, 8, 12, 20, 30, 40]
runs = {  # the loss of the training rows, that of the others: both were written down in real runs
    "A": ([2.33, 2.28, 2.23, 2.18, 2.10, 1.99, 1.86, 1.63, 1.39, 1.20],
          [2.34, 2.28, 2.23, 2.19, 2.10, 1.99, 1.86, 1.62, 1.38, 1.20]),
    "B": ([2.39, 1.94, 1.83, 1.76, 1.67, 1.57, 1.44, 1.19, 0.86, 0.58],
          [2.36, 1.46, 1.29, 1.16, 1.11, 1.10, 1.05, 1.08, 1.10, 1.19]),
    "C": ([2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30],
          [2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30, 2.30]),
    "D": ([2.33, 0.71, 0.49, 0.40, 0.29, 0.23, 0.16, 0.09, 0.05, 0.03],
          [2.34, 0.73, 0.53, 0.46, 0.38, 0.36, 0.35, 0.33, 0.32, 0.33]),
    "E": ([2.36, 2.27, 2.23, 2.19, 2.13, 2.03, 1.92, 1.58, 1.15, 0.83],
          [2.44, 2.37, 2.35, 2.34, 2.36, 2.38, 2.52, 2.63, 2.77, 3.20]),
    "F": ([2.33, 2.28, 2.31, 2.13, 2.33, 2.31, 2.31, 2.31, 2.30, 2.31],
          [2.34, 2.28, 2.31, 2.12, 2.34, 2.31, 2.31, 2.31, 2.31, 2.31]),
}  # fmt: skip


def draw_the_runs():
    fig, axes = plt.subplots(2, 3, figsize=(9, 4.6), sharex=True, sharey=True)
    for ax, (name, (training, validation)) in zip(axes.flat, runs.items(), strict=True):
        ax.plot(epochs, training, color=plots.PALETTE[0], label="training rows")
        ax.plot(epochs, validation, "--", color=plots.PALETTE[1], label="other digits")
        ax.axhline(np.log(10), color="black", lw=0.8, ls=":", label="ln 10")
        ax.set(title=name, ylim=(0, 3.3))
    axes[0, 2].legend(loc="lower left")  # the emptiest corner
    fig.supxlabel("epoch")
    fig.supylabel("loss")
    show_figure(
        fig,
        alt="Six panels with two curves each; their numbers stand in the cell above the picture.",
        caption="Six runs. Dotted: ln 10 = 2.30, the loss of somebody who knows nothing.",
    )


draw_the_runs()

# %% [markdown]
# These are the six causes, and each belongs to one of the runs:
#
# | | cause |
# |---|---|
# | 1 | none: the run went as planned |
# | 2 | the rate was 0.001 |
# | 3 | the rate was 2 |
# | 4 | all weights and biases were 0 at first |
# | 5 | of the training rows, half had got a label drawn at random |
# | 6 | the training rows and their labels had been shuffled apart, so that each row had some other's label |
#
# Put the number of the cause behind each letter. All six must be right for the points.


# %% nbgrader={"grade_id": "what_happened", "solution": true}
def what_happened():
    """The number of the cause, 1 to 6, for each of the six runs."""
    ### BEGIN SOLUTION
    A = 2  # falls slowly and steadily, for new images as well
    B = 5  # learns what is right of the labels first, then the rest by heart
    C = 4  # begins at ln 10 exactly, and no unit wakes
    D = 1  # the lowest loss on new images
    E = 6  # learns by heart, and nothing of it holds for new images
    F = 3  # jumps, until nearly all units are dead
    ### END SOLUTION
    return A, B, C, D, E, F


# %%
hints("what_happened")

# %% nbgrader={"grade_id": "check_what_happened", "grade": true, "locked": true, "points": 2}
check("what_happened", what_happened)

# %% [markdown]
# Well done if all seven are right. The loop of task 5, with other data, is lesson 08.
