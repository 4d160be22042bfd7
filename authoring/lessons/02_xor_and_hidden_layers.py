# %% [markdown]
# # {{title}}
#
# One neuron cuts the plane along one line. What can it never do? And what changes when neurons
# feed other neurons?
#
# **After this lesson you can**
# - prove that no single neuron computes XOR;
# - build a network of three neurons that does, and explain how its hidden layer folds the plane;
# - compute the output of any small threshold network on paper;
# - say what a second and a third layer can draw, and what is left of layers without an activation;
# - watch a hidden layer find its weights by itself, and say how often it fails.
#
# *About {{time}}. Builds on [01](01_neuron_and_perceptron.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import linprog

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, heaviside, identity, sigmoid
from mlp_lesson.checks import checked
from mlp_lesson.data import logic_gate
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.losses import binary_cross_entropy
from mlp_lesson.network import init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.unit_lines import unit_lines
from mlp_lesson.widgets.xor_folding import xor_folding

# %% [markdown]
# ## 1. Four points that no line can separate
#
# XOR, "one or the other, but not both", is 1 for $(0, 1)$ and $(1, 0)$, and 0 for $(0, 0)$ and
# $(1, 1)$. At the end of lesson 01 the perceptron tried to learn it for 1000 epochs and failed.
# Was it the rule, or is there nothing to find?

# %%
X, y = logic_gate("xor")
for x, target in zip(X.astype(int), y, strict=True):
    print(f"x = {x}   XOR {target}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(6.4, 4.2))
for k in (0, 1):
    ax.scatter(
        *X[y == k].T, s=160, color=plots.PALETTE[k], marker=plots.MARKERS[k], label=f"XOR is {k}"
    )
for w, b in [((1, 1), -0.5), ((1, 1), -1.5), ((1, -1), -0.5)]:
    x1 = np.array([-0.5, 1.5])
    ax.plot(x1, -(w[0] * x1 + b) / w[1], "--", color="gray", lw=1)
ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), aspect="equal", xlabel="$x_1$", ylabel="$x_2$")
ax.set_title("Each line leaves a point on the wrong side")
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="The four corners of a square; XOR is 1 at two opposite corners and 0 at the other two. "
    "Three dashed lines, each with at least one point on the wrong side.",
    caption="XOR: the two classes sit at opposite corners; none of the 3 dashed lines "
    "separates them.",
)

# %%
guess = predict("A neuron can at best be right on how many of the four points?", options=[2, 3, 4])

# %%
rng = np.random.default_rng(0)
most = 0
for _ in range(10_000):  # ten thousand neurons with random weights and biases
    w, b = rng.normal(size=2), rng.normal()
    most = max(most, int((heaviside(X @ w + b) == y).sum()))
print(f"the best of 10,000 random neurons is right on {most} of 4 points")

# %%
reveal(guess, answer=most, why="OR's line, for instance, errs on (1, 1) alone.")

# %% [markdown]
# Ten thousand tries are no proof: the next one might do it. Here is a proof.
#
# Suppose some weights $w_1, w_2$ and a bias $b$ did compute XOR. A neuron answers 1 exactly if
# $w_1 x_1 + w_2 x_2 + b > 0$. Write down what that means for each of the four points:
#
# $$ \begin{aligned}
# (0,0) &\to 0: & b &\le 0 \\
# (0,1) &\to 1: & w_2 + b &> 0 \\
# (1,0) &\to 1: & w_1 + b &> 0 \\
# (1,1) &\to 0: & w_1 + w_2 + b &\le 0
# \end{aligned} $$
#
# Add the second and the third: $w_1 + w_2 + 2b > 0$. Add the first and the fourth:
# $w_1 + w_2 + 2b \le 0$. The same sum cannot be above zero and not above zero. So there are no
# such weights: not few, none. (Minsky and Papert made this famous in 1969.)

# %% jupyter={"source_hidden": true}
quiz("02-or-inequalities")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: the same proof by a computer

# %% [markdown]
# A computer can confirm it without our cleverness. Linear inequalities in some unknowns are a **linear
# program**, and a solver either finds a solution or reports that there is none. Solvers know only
# "$\le$". So we write $z \le 0$ for a point of class 0, and $-z \le -1$ for a point of class 1. That
# asks for $z \ge 1$ instead of $z > 0$, which is no harder: if there were weights with "$> 0$", large
# enough multiples of them would reach 1 (and what is $\le 0$ stays so).


# %%
def inequalities(X, y):
    """A and limit: the line (w1, w2, b) is right on every point if A @ (w1, w2, b) <= limit."""
    rows = np.column_stack([X, np.ones(len(X))])              # z = row @ (w1, w2, b)
    return np.where(y[:, None] == 1, -rows, rows), np.where(y == 1, -1, 0)


def line_exists(X, y):
    A, limit = inequalities(X, y)
    nothing = np.zeros(3)                                     # to minimise: any line will do
    result = linprog(nothing, A_ub=A, b_ub=limit, bounds=(None, None))
    assert result.status in (0, 2)                            # 0: found one, 2: there is none
    return result.status == 0


for name in ("and", "or", "nand", "xor"):
    print(
        f"{name.upper():<5}",
        "a line exists" if line_exists(*logic_gate(name)) else "no line exists",
    )

# %% [markdown]
# Must we believe the solver? For XOR, add up all four of its inequalities:

# %%
A, limit = inequalities(X, y)
for row, bound in zip(A.astype(int), limit, strict=True):
    print("({:2d}, {:2d}, {:2d}) @ (w1, w2, b) <= {:2d}".format(*row, bound))
total, bound = A.sum(axis=0).astype(int), limit.sum()
print("({:2d}, {:2d}, {:2d}) @ (w1, w2, b) <= {:2d}   all four added up".format(*total, bound))

# %% [markdown]
# The last row says $0 \le -2$, whatever the weights. It is our proof again, in one sum; and a linear
# program without a solution always has such a sum (with suitable factors, here all 1).

# %% jupyter={"source_hidden": true}
assert not line_exists(X, y)
assert all(line_exists(*logic_gate(name)) for name in ("and", "or", "nand"))
assert list(total) == [0, 0, 0] and bound == -2                       # 0 <= -2

# %% [markdown]
# ## 2. Three neurons that compute XOR
#
# XOR is true if *at least one* input is 1 **and** *not both* are. "At least one" is OR; "not both"
# is NAND. One neuron can do each of them, and a third one can do the AND. So feed two neurons with
# the inputs, and the third with their outputs. (McCulloch and Pitts built logic from threshold units
# as early as 1943.)
#
# | neuron | computes | weights | bias |
# |---|---|---|---|
# | $h_1$ | $x_1$ OR $x_2$ | $1, 1$ | $-0.5$ |
# | $h_2$ | $x_1$ NAND $x_2$ | $-1, -1$ | $1.5$ |
# | output | $h_1$ AND $h_2$ | $1, 1$ | $-1.5$ |

# %% jupyter={"source_hidden": true}
nodes = {"$x_1$": (0, 2, ""), "$x_2$": (0, 0, ""), "$h_1$": (1.2, 2, ""), "$h_2$": (1.2, 0, ""),
         "$y$": (2.4, 1, "AND, b = -1.5")}
edges = [("$x_1$", "$h_1$", "1"), ("$x_2$", "$h_1$", ""), ("$x_1$", "$h_2$", ""),
         ("$x_2$", "$h_2$", "-1"), ("$h_1$", "$y$", "1"), ("$h_2$", "$y$", "1")]
fig, ax = plt.subplots(figsize=(6.6, 3.8))
plots.plot_graph(nodes, edges, ax=ax)
ax.text(0.34, 1.5, "-1", fontsize=11, color=plots.PALETTE[5])  # away from the crossing
ax.text(0.34, 0.42, "1", fontsize=11, color=plots.PALETTE[5])
ax.text(1.2, 2.33, "OR, b = -0.5", ha="center")
ax.text(1.2, -0.45, "NAND, b = 1.5", ha="center")
for x, words in [(0, "inputs"), (1.2, "hidden layer"), (2.4, "output layer")]:
    ax.text(x, 2.7, words, ha="center", color="gray")
ax.set_ylim(-0.6, 2.8)
show_figure(
    fig,
    alt="A network from left to right: the inputs x1 and x2, each with an arrow to the hidden "
    "neurons h1 and h2, and from those an arrow each to the output y. Every arrow carries its "
    "weight.",
    caption=f"Three neurons, {len(edges)} weights, one on each arrow, and a bias b for each "
    "neuron.",
)

# %% [markdown]
# Neurons (or **units**) that stand side by side form a **layer**. A layer between the inputs and the
# output is called **hidden**, because its values are neither given nor asked for. We keep the weights of
# a layer in one table $W$: one row for each input, one column for each neuron. The biases of the layer are a list $b$,
# one for each neuron.
#
# `X @ W` does for every neuron what `X @ w` did for one: each row of $X$ meets each column of $W$,
# multiplies, and adds up. One row for each **sample** (each case) comes out, with one column for each
# neuron. For the row $(1, 1)$ and the columns $(1, 1)$ and $(-1, -1)$ that is $(2, -2)$. Plus the biases:
# $(1.5, -0.5)$. Thresholds: $h = (1, 0)$.

# Now write the network. Its four tables are given; two lines are missing, one for each layer.


# %%
def xor_network(X):
    """XOR of the inputs in each row of X: OR and NAND of them, then AND of those two."""
    W1 = np.array([[1, -1],  # from x1 to h1 and to h2
                   [1, -1]])  # from x2 to h1 and to h2
    b1 = np.array([-0.5, 1.5])
    w2, b2 = np.array([1, 1]), -1.5  # from h1 and h2 to the output
    ### BEGIN SOLUTION
    H = heaviside(X @ W1 + b1)
    return heaviside(H @ w2 + b2)
    ### END SOLUTION


# %%
xor_network = checked("xor_network", xor_network)

# %%
guess = predict(
    "The input (1, 1) becomes h = (1, 0). Work out h for the other three inputs, too. How many "
    "different points (h1, h2) do the four inputs make?",
    options=[2, 3, 4],
)

# %%
W1, b1 = np.array([[1, -1], [1, -1]]), np.array([-0.5, 1.5])
W2, b2 = np.array([[1], [1]]), np.array([-1.5])
H = heaviside(X @ W1 + b1)
print("  x      h    output")
for x, h, o in zip(X.astype(int), H.astype(int), xor_network(X).astype(int), strict=True):
    print(f"{x}  {h}    {o}")

# %%
reveal(
    guess, answer=len(np.unique(H, axis=0)), why="(0, 1) and (1, 0) land on the same spot, (1, 1). And the "
    "outputs are those of XOR.")

# %% [markdown]
# These **nine numbers**, six weights and three biases, will accompany you: lesson 03 nudges them,
# lesson 05 asks each of them for its share of the error, lesson 06 trains them.
#
# ## 3. What the hidden layer did: it folded the plane
#
# The output neuron never sees $x_1$ and $x_2$. It sees $h_1$ and $h_2$. There the two points of class
# 1 lie on top of each other, and one line is enough:

# %% jupyter={"source_hidden": true}
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 4))
x1 = np.array([-0.5, 1.5])
for ax, P, lines in [(left, X, [-0.5, -1.5]), (right, H, [-1.5])]:
    for b in lines:
        ax.plot(x1, -x1 - b, color="black", lw=1.5)
    for k in (0, 1):
        ax.scatter(
            *P[y == k].T, s=160, color=plots.PALETTE[k], marker=plots.MARKERS[k],
            label=f"XOR is {k}",
        )
    ax.set(xlim=(-0.4, 1.4), ylim=(-0.4, 1.4), aspect="equal", xticks=[0, 1], yticks=[0, 1])
    words = [f"({a:.0f}, {b:.0f})" for a, b in X]
    for spot in np.unique(P, axis=0):  # which inputs are here
        here = [word for word, p in zip(words, P, strict=True) if (p == spot).all()]
        ax.annotate(
            "\n".join(here), spot, (0, -12), textcoords="offset points", ha="center", va="top"
        )
left.text(-0.36, 0.58, "OR")
left.text(1.08, 0.5, "NAND")
right.text(0.42, 0.68, "AND")
left.set(xlabel="$x_1$", ylabel="$x_2$", title="Inputs: two lines needed")
right.set(xlabel="$h_1$", ylabel="$h_2$", title="Hidden: one line is enough")
fig.legend(*left.get_legend_handles_labels(), loc="outside right center")
show_figure(
    fig,
    alt="Left, the four XOR points with two parallel lines, one for each hidden neuron. Right, "
    "the same points in the hidden plane: only three spots are left, because (0, 1) and (1, 0) "
    "lie on top of each other, and one line separates them from the others.",
    caption=f"The hidden layer maps 4 input points to {len(np.unique(H, axis=0))} spots, which "
    "1 line can separate.",
)

# %% [markdown]
# Watch it happen. The slider below goes from 0, the input plane, to 1, the hidden plane of OR and
# NAND; in between, each point is on its straight way from the one to the other.
# - From where on does a single line separate the classes? Which two points pass each other there?
# - Which two corners lie on each other in the end?
# - Switch the units to a smooth activation: the fold becomes a bend, and the same thing happens.

# %%
xor_folding()

# %% [markdown]
# ## 4. In general: layers, in one line of code each
#
# Some words for the picture of section 2 that the rest of the course uses. It has 2 inputs, a hidden
# layer of 2 neurons and an **output layer** of 1; we write 2-2-1. (Some count the inputs as a layer,
# too, the **input layer**; it computes nothing.)
#
# - Every neuron has an arrow from *every* output of the layer before: the layers are **fully
#   connected**. All arrows point forward: the network is **feed-forward**. Such a network of neurons in
#   layers is a **multilayer perceptron**.
# - Its **depth** is the number of layers with weights (here 2), the **width** of a layer is its number
#   of neurons.
# - Its weights and biases together are its **parameters**: here $2 \cdot 2 + 2$ in the hidden layer and
#   $2 \cdot 1 + 1$ in the output layer, 9 in all.
#
# For one neuron the sum was $z = w_1 x_1 + w_2 x_2 + b$. For a whole layer, and for all samples
# at once, the same sums are one product of tables:
#
# $$ Z^{(l)} = A^{(l-1)}\,W^{(l)} + b^{(l)}, \qquad A^{(l)} = f(Z^{(l)}), \qquad A^{(0)} = X. $$
#
# Here $f$ is the activation, such as $H$. The number in brackets counts the layers; it is no power
# ($W^{(1)}$ is `W1` in code). $A^{(l-1)}$,
# the outputs of the layer before (they, too, are called its **activations**), has the shape samples × inputs,
# $W^{(l)}$ has the shape inputs × neurons, and so $Z^{(l)}$ has the shape samples × neurons. The bias is
# added to every row. The network is this line, repeated. Write it:


# %%
def forward(X, Ws, bs, f):
    """[X, A1, ..., AL]: the inputs, and the activations of every layer."""
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        ### BEGIN SOLUTION
        Z = As[-1] @ W + b  # Z = A W + b   (samples, neurons)
        As.append(f(Z))     # A = f(Z)      (samples, neurons)
        ### END SOLUTION
    return As


# %%
forward = checked("forward", forward)

# %%
layers = forward(X, [W1, W2], [b1, b2], heaviside)
print("shapes:", [A.shape for A in layers], "  XOR:", layers[-1].ravel().astype(int))

# %% [markdown]
# ## 5. A hidden layer learns
#
# So far we set every number by hand. Can a network find them? The perceptron's rule is no help: it
# compares an output with its target, and nobody tells a *hidden* neuron what it should have said.
#
# There is a way, and the course needs until lesson 06 to build it. But see it work first. `train` is
# the course's own: it starts from random weights and biases, and in each of 500 steps it turns
# every number a little, in the direction that makes the four answers less wrong. How wrong they are
# is one number, the **loss**. Instead of thresholds, the neurons have the sigmoid of lesson 01, which
# libraries call *logistic*. You need not understand the arguments of `train` yet.


# %%
def learn(n_hidden, seed):
    """A 2-n-1 network for XOR: its layers (W, b) at random, after training, and the losses."""
    before, after = (init_params([2, n_hidden, 1], np.random.default_rng(seed)) for _ in range(2))
    epochs = train(after, X, y[:, None].astype(float), epochs=500, batch_size=4, step=sgd, lr=2,
                   activation=ACTIVATIONS["logistic"], loss=binary_cross_entropy,
                   rng=np.random.default_rng(seed))
    return before, after, [epoch.loss for epoch in epochs]


def outputs_of(layers, points):
    """The outputs of the trained network, by your own forward: from 0 to 1, one for each point."""
    return forward(points, *zip(*layers, strict=True), sigmoid)[-1].ravel()


before, after, losses = learn(n_hidden=4, seed=0)
print("before:", outputs_of(before, X).round(2))
print("after: ", outputs_of(after, X).round(2), "  wanted:", y)

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(10, 3.3))
box = np.linspace(-0.5, 1.5, 200)
grid = np.meshgrid(box, box)
for ax, network, title in zip(axes, (before, after), ("at random", "after 500 steps"), strict=False):
    answer = outputs_of(network, np.stack(grid, axis=-1).reshape(-1, 2)).reshape(200, 200)
    ax.contourf(*grid, answer, levels=[0, 0.5, 1], colors=["#d8e4ff", "#fde3c3"])
    for w, bias in zip(network[0].W.T, network[0].b, strict=True):  # where each unit's z is 0
        ax.contour(*grid, w[0] * grid[0] + w[1] * grid[1] + bias, levels=[0], colors="dimgray")
    for k in (0, 1):
        ax.scatter(*X[y == k].T, s=110, color=plots.PALETTE[k], marker=plots.MARKERS[k], zorder=3)
    ax.set(title=title, aspect="equal", xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$", ylabel="$x_2$")
axes[2].plot(losses, color="black")
axes[2].set(title="the loss falls", xlabel="step", ylabel="loss", ylim=(0, None))
show_figure(
    fig,
    alt="Left, the plane before training: the lines of the four hidden units lie anywhere and the "
    "output is the same on all four points. Middle, after training: the lines run between the "
    "points, and a slanted band of class 0 holds its two points, with class 1 on both sides. "
    "Right, the loss by step: a steep fall, then nearly flat.",
    caption="Each grey line is one of 4 hidden units; orange is where the output is above 0.5. Training "
    "moved the lines to where XOR needs them.",
)

# %% [markdown]
# Nobody set these lines. Four hidden units were used here; two are enough to *be* XOR, as you know.

# %%
guess = predict(
    "Two hidden units, 50 different random starts. How many of the 50 networks get all four "
    "answers right in the end?",
    low=0,
    high=50,
)

# %%
learned = {}
for n_hidden in (2, 3, 4, 8):
    ends = [outputs_of(learn(n_hidden, seed)[1], X) for seed in range(50)]
    learned[n_hidden] = sum(bool(((end > 0.5) == y).all()) for end in ends)
    print(f"{n_hidden} hidden units: {learned[n_hidden]} of 50 learn XOR")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=learned[2], within=5, why="Enough units to represent XOR are not enough to find it from anywhere: "
    "some starts get stuck. A few units more, and all of them arrive.")

# %% [markdown]
# Now watch the lines while they move: press *Run*. Each line is one hidden unit, thicker the more the
# output listens to it, its name on the side where it is on. Take two units and *New start* until you
# meet a start that is stuck. Then set *points* to *circles*: how few units can part the two rings?

# %%
unit_lines()

# %% [markdown]
# How does `train` know in which direction to turn each number? That is the question of the next
# lessons, and it begins with slopes.

# %% [markdown]
# ## 6. On paper
#
# Take a pencil for this one. A threshold network with 2 inputs, 3 hidden neurons and 1 output has
#
# $$ W^{(1)} = \begin{pmatrix} 1 & -1 & 0.5 \\ 2 & 1 & -1 \end{pmatrix}, \quad b^{(1)} = (-1, 3, 2), \quad
# W^{(2)} = \begin{pmatrix} 1 \\ -2 \\ 1 \end{pmatrix}, \quad b^{(2)} = -1.5. $$
#
# For the input $(-2, -2.5)$, each hidden neuron takes its column of $W^{(1)}$:
#
# $$ \begin{aligned}
# z_1 &= 1 \cdot (-2) + 2 \cdot (-2.5) - 1 = -8 & &\to 0 \\
# z_2 &= -1 \cdot (-2) + 1 \cdot (-2.5) + 3 = 2.5 & &\to 1 \\
# z_3 &= 0.5 \cdot (-2) - 1 \cdot (-2.5) + 2 = 3.5 & &\to 1
# \end{aligned} $$
#
# The output sum is $1\cdot 0 - 2 \cdot 1 + 1 \cdot 1 - 1.5 = -2.5$, so the output is 0. Now you: compute
# the output for $(0, 0)$, for $(-5, 5)$ and for $(10, 3)$.

# %%
guess = predict("For which of (0, 0), (-5, 5) and (10, 3) is the output 1?",
                options=["(0, 0)", "(-5, 5)", "(10, 3)", "none of them"])

# %%
paper = ([np.array([[1, -1, 0.5], [2, 1, -1]]), np.array([[1], [-2], [1]])],
         [np.array([-1, 3, 2]), np.array([-1.5])])
points = np.array([[-2, -2.5], [0, 0], [-5, 5], [10, 3]])
_, hidden, outputs = forward(points, *paper, heaviside)
for p, h, o in zip(points, hidden.astype(int), outputs.ravel().astype(int), strict=True):
    word = f"({p[0]:g}, {p[1]:g})"
    print(f"input {word:<10}  hidden {h}   output {o}")

# %% jupyter={"source_hidden": true}
ones = [f"({p[0]:g}, {p[1]:g})" for p, o in zip(points, outputs.ravel(), strict=True) if o == 1]
reveal(
    guess, answer=ones[0] if ones else "none of them",
    why="Only the hidden pattern 1, 0, 1 brings the output sum above 0: 1 + 1 - 1.5 = 0.5. The output "
    "neuron says: h1 and h3, and not h2.")

# %% jupyter={"source_hidden": true}
grid = np.meshgrid(np.linspace(-8, 15, 400), np.linspace(-8, 13, 400))
pixels = np.stack(grid, axis=-1).reshape(-1, 2)
_, H_pixels, region = forward(pixels, *paper, heaviside)
fig, ax = plt.subplots(figsize=(7.2, 5.2))
ax.contourf(*grid, region.reshape(400, 400), levels=[-0.5, 0.5, 1.5], colors=["#d8e4ff", "#fde3c3"])
for k, (w, b) in enumerate(zip(paper[0][0].T, paper[1][0], strict=True), 1):
    ax.plot(grid[0][0], -(w[0] * grid[0][0] + b) / w[1], color="gray", lw=1.2)
    ax.text(15.2, -(w[0] * 15 + b) / w[1], f"$z_{k} = 0$", va="center")
seen = np.unique(H_pixels, axis=0)
for pattern in seen:  # written in the middle of its piece of the plane
    middle = pixels[(H_pixels == pattern).all(axis=1)].mean(axis=0)
    ax.text(
        *middle,
        " ".join(f"{h:.0f}" for h in pattern),
        size=10, color="dimgray", ha="center", va="center",
    )
for p, o in zip(points, outputs.ravel(), strict=True):
    ax.scatter(
        *p, s=90, color=plots.PALETTE[int(o)], marker=plots.MARKERS[int(o)], edgecolor="black"
    )
    ax.annotate(f"({p[0]:g}, {p[1]:g})", p, xytext=(7, 6), textcoords="offset points", fontsize=10)
ax.set(
    xlim=(-8, 15), ylim=(-8, 13), xlabel="$x_1$", ylabel="$x_2$",
    title="Three lines, seven hidden patterns",
)
show_figure(
    fig,
    alt="The plane cut by the lines of the three hidden neurons into seven pieces, each marked "
    "with its hidden pattern. The output is 1 on the piece with 1 0 1; the four points of the "
    "exercise are marked by their outputs.",
    caption=f"{len(seen)} pieces, each with its hidden pattern; the output is 1 on the orange "
    f"one, and of the 4 points {int(outputs.sum())} lies in it.",
)

# %% [markdown]
# ## 7. What more layers can draw
#
# Look at the picture: every hidden neuron of the *first* layer drew a **line**. The next layer
# combined the half-planes beside the lines. An AND of half-planes is a **convex piece**: a
# triangle, a strip, any shape with straight sides and without dents. A third layer can join several
# pieces with OR, and with enough pieces, such as small squares, you can draw **any region**, as closely
# as you like. (Two layers can do more than ANDs: the *opposite* of a triangle has dents. But with
# three you need not search: cut the region into convex pieces, and join them.)
#
# A six-pointed star has dents, so one AND cannot do it. But a star is two triangles: six lines,
# two ANDs, one OR. A 2-6-2-1 network. An AND of three is "more than 2.5 votes", so its bias is
# $-2.5$; an OR is "more than half a vote", bias $-0.5$.

# %%
angles = np.deg2rad(90 + 60 * np.arange(6))           # six lines, all at distance 1 from the centre
lines = -np.array([np.cos(angles), np.sin(angles)])   # z = 1 - (distance in that direction)
triangles = np.array([[1, 0], [0, 1]] * 3)            # every second line belongs to one triangle
star = (
    [lines, triangles, np.array([[1], [1]])],
    [np.ones(6), np.array([-2.5, -2.5]), np.array([-0.5])],
)
spots = np.array([[0, 0], [0, 1.9], [1.5, 0]])
inside = forward(spots, *star, heaviside)[-1].ravel().astype(int)
print("the middle, a tip, a dent between two tips:", inside)

# %% jupyter={"source_hidden": true}
grid = np.meshgrid(np.linspace(-2.4, 2.4, 300), np.linspace(-2.4, 2.4, 300))
layers = forward(np.stack(grid, axis=-1).reshape(-1, 2), *star, heaviside)
fig, axes = plt.subplots(1, 3, figsize=(9, 3.4))
titles = ["Layer 1: one of 6 half-planes", "Layer 2: one of 2 triangles", "Layer 3: the star"]
for ax, A, title in zip(axes, layers[1:], titles, strict=True):
    maps = A.T.reshape(-1, 300, 300)                  # one map for each neuron of the layer
    ax.contourf(*grid, maps[0], levels=[-0.5, 0.5, 1.5], colors=["#d8e4ff", "#f89c20"])
    for other in maps:
        ax.contour(*grid, other, levels=[0.5], colors="dimgray", linewidths=1)
    ax.set(aspect="equal", xticks=[], yticks=[])
    ax.set_title(title, fontsize=12)
show_figure(
    fig,
    alt="Three maps of the plane: the first neuron of layer 1 is 1 on a half-plane, with the "
    "border lines of all six; the first of layer 2 on a triangle, with the outline of both; "
    "the output on a star.",
    caption="Lines, then convex pieces, then any region: 6 + 2 + 1 neurons draw a star.",
)

# %% [markdown]
# ## 8. What if the activation is left out?
#
# So far a bend stood after every sum, a threshold or a sigmoid. Leave it out, and let every neuron pass on its sum
# $z$ unchanged (the **identity**, or linear activation).

# %%
guess = predict(
    "A 2-3-1 network without activations answers 1 where its output is above 0. How many lines "
    "can there be between the 1s and the 0s?",
    options=[1, 2, 3],
)

# %%
Ws = [np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]]), np.array([[1.0], [2.0], [-1.0]])]
bs = [np.array([1.0, 0.0, 2.0]), np.array([0.5])]
deep = forward(X, Ws, bs, identity)[-1].ravel()
for x, output in zip(X.astype(int), deep, strict=True):
    print(f"x = {x}   output {output:4.1f}")

# %% [markdown]
# Follow $x_1$ on its way: it reaches the three hidden neurons with the weights $1, 2, 0$, and they reach
# the output with $1, 2, -1$. Together that is $1 \cdot 1 + 2 \cdot 2 + 0 \cdot (-1) = 5$: one weight.
# The same for every input and every output is a product of tables, and the biases of the first layer
# travel through the second:
#
# $$ (X W^{(1)} + b^{(1)})\, W^{(2)} + b^{(2)} = X\, (W^{(1)} W^{(2)}) + (b^{(1)} W^{(2)} + b^{(2)}). $$
#
# Two layers are one. And if more follow, do it again with each of them: write it for any number.


# %%
def collapse_linear(Ws, bs):
    """(W, b) of the one layer that does what all these layers without activation do."""
    W, b = Ws[0], bs[0]
    for next_W, next_b in zip(Ws[1:], bs[1:], strict=True):
        ### BEGIN SOLUTION
        W, b = W @ next_W, b @ next_W + next_b
        ### END SOLUTION
    return W, b


# %%
collapse_linear = checked("collapse_linear", collapse_linear)

# %%
W, b = collapse_linear(Ws, bs)
print("W =", W.ravel(), " b =", b)
print("two layers:", deep, "  one layer:", (X @ W + b).ravel())

# %%
reveal(
    guess, answer=1, why="The two layers are one layer in disguise, with W = (5, 3) and b = -0.5: one line. "
    "However many layers you stack, the product of their tables is one table.")

# %% [markdown]
# So a stack of linear layers **collapses** to a single one, and cannot compute XOR. How close can it
# come? Of all linear functions, the one with the smallest squared errors on XOR is:

# %%
rows = np.column_stack([X, np.ones(4)])
best, *_ = np.linalg.lstsq(rows, y, rcond=None)  # (w1, w2, b) with the least sum of squares
print("outputs on the four points:", np.round(rows @ best, 2))

# %% [markdown]
# One half everywhere: it cannot tell the classes apart at all. (With a threshold after it, OR's line
# gets three of the four points right; four are impossible.) The bend between the layers, the
# **nonlinear activation**, is what makes depth worth anything. Lesson 03 is about these bends.
#
# ## Quiz

# %%
quiz("02-shape-of-w")
quiz("02-one-hidden-layer")

# %% [markdown]
# ## From earlier lessons

# %%
quiz("02-correction")
quiz("02-mistake-bound")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert most == 3                                                      # the best random neuron
assert list(xor_network(X)) == list(y) and len(np.unique(H, axis=0)) == 3
assert list(np.array([1, 1]) @ W1) == [2, -2] and list(H[3]) == [1, 0]
assert W1.size + b1.size + W2.size + b2.size == 9                     # the nine numbers
assert list(points[0] @ paper[0][0] + paper[1][0]) == [-8, 2.5, 3.5]  # on paper
assert list(hidden[0]) == [0, 1, 1] and 1 * 0 - 2 * 1 + 1 * 1 - 1.5 == -2.5 and outputs[0] == 0
patterns = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
assert patterns[heaviside(patterns @ [1, -2, 1] - 1.5) == 1].tolist() == [[1, 0, 1]]
assert len(seen) == 7
assert list(inside) == [1, 1, 0]                                      # middle, tip, dent
area = layers[-1].mean() * 4.8**2
assert abs(area / (4 * np.sqrt(3)) - 1) < 0.02  # 12 triangles of area 1 / sqrt(3)
assert np.allclose(deep, (X @ W + b).ravel()) and list(W.ravel()) == [5, 3] and b == -0.5
assert np.allclose(rows @ best, 0.5)                                  # the best linear XOR
assert (heaviside(X @ [1, 1] - 0.5) == y).sum() == 3                  # OR's line on XOR
assert losses[-1] < 0.05 < 0.6 < losses[0]                            # a hidden layer learns
assert len(set((outputs_of(before, X) > 0.5).tolist())) == 1          # the same on all four
assert 25 <= learned[2] < learned[3] < learned[4] == learned[8] == 50
claims_hold()

# %% [markdown]
# ## Sources
#
# M. Minsky, S. Papert (1969), *Perceptrons*, MIT Press. W. S. McCulloch, W. Pitts (1943),
# A logical calculus of the ideas immanent in nervous activity, *Bulletin of Mathematical Biophysics* 5.
# R. P. Lippmann (1987), An introduction to computing with neural nets, *IEEE ASSP Magazine* 4(2): what
# two and three layers of thresholds can draw.
