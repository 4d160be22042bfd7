# %% [markdown]
# # {{title}}
#
# What does a single artificial neuron compute? And how could a machine of around 1960, built
# from photocells, motors and wires, learn from its mistakes?
#
# **After this lesson you can**
# - compute the output of a neuron by hand, and draw the line at which it changes its mind;
# - choose weights that make one neuron compute AND, OR or NAND;
# - carry out the perceptron's learning rule, and say why it must stop making mistakes;
# - turn the same neuron into logistic regression by changing one function.
#
# *About {{minutes}} minutes. Builds on [00](00_start_here.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression

from mlp_lesson import plots
from mlp_lesson.data import blobs, logic_gate
from mlp_lesson.display import show_figure
from mlp_lesson.perceptron import corrections
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.perceptron_line import perceptron_line

rng = np.random.default_rng(0)  # random numbers, the same ones in every run

# %% [markdown]
# ## 1. A weighted sum, then a decision
#
# Should you go for a walk? Two facts count: $x_1 = 1$ if the sun shines, $x_2 = 1$ if a friend
# comes along. Give each fact a **weight** for how much it matters to you, say $w_1 = 1$ and
# $w_2 = 1$, and add a **bias** for how keen you are to begin with, say $b = -1.5$: you would
# rather stay at home.
#
# With sun and no friend, the sum is $1 \cdot 1 + 1 \cdot 0 - 1.5 = -0.5$. Below zero: you stay.
# With both it is $1 \cdot 1 + 1 \cdot 1 - 1.5 = 0.5$. Above zero: you go.
#
# That is an artificial neuron. It forms a weighted sum of its inputs,
#
# $$ z = w_1 x_1 + w_2 x_2 + b, $$
#
# and then decides with a function $f$ of that one number, its activation function, or **activation**
# for short. This first one is a threshold, named after Oliver Heaviside:
#
# $$ H(z) = 1 \text{ if } z > 0, \text{ and } 0 \text{ otherwise.} $$
#
# In code we let it look at many cases at once: `X` is a table with one row for each case and one
# column for each input. `X @ w` multiplies each row with the weights and adds up, row by row. (For
# one row $x$ this sum of products is also written $w \cdot x$.)


# %% tags=["teaches"]
def linear(X, w, b):
    """z = w1 x1 + w2 x2 + ... + b, for each row of X."""
    return X @ w + b


def heaviside(z):
    """H(z) = 1 where z > 0, else 0."""
    return np.where(z > 0, 1.0, 0.0)


# %%
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
z = linear(X, w=np.array([1, 1]), b=-1.5)
for x, value in zip(X, z, strict=True):
    print(f"x = {x}   z = {value:+.1f}   output {heaviside(value):.0f}")

# %% [markdown]
# The output is 1 only if both inputs are 1. This neuron computes the logical **AND**.
#
# ## 2. The picture: a line
#
# Draw the four cases as points in the plane, $x_1$ to the right and $x_2$ upwards. Where does the
# neuron change its mind? Where $z = 0$, that is where $x_1 + x_2 = 1.5$: a straight line. On one
# side it answers 1 (these cases are called **class 1**), on the other 0 (**class 0**).
#
# The weights, drawn as an arrow, stand at a right angle to the line. For a step $(w_2, -w_1)$ changes
# $z$ by $w_1 w_2 - w_2 w_1 = 0$, so it runs along the line; and it is the arrow $(w_1, w_2)$ turned by
# a quarter. The arrow points to the side of the 1s, where $z$ grows. The bias shifts the line without
# turning it.

# %%
w, b = np.array([1, 1]), -1.5
fig, ax = plt.subplots(figsize=(5.6, 4.2))
labels = heaviside(linear(X, w, b)).astype(int)
plots.plot_decision_regions(lambda P: heaviside(linear(P, w, b)).astype(int), X, labels, ax=ax)
ax.annotate("", (0.95, 0.75), (0.85, 0.65), arrowprops={"width": 1.5, "color": "black"})
ax.text(0.96, 0.67, "$w$", fontsize=14)
ax.set(title="AND: one line cuts off the corner (1, 1)", aspect="equal")
show_figure(
    fig,
    alt="The four corners of a square. A slanted line cuts off the corner (1, 1), which lies in "
    "the region of class 1; the other three lie in the region of class 0. An arrow for the weights "
    "stands at a right angle to the line.",
    caption="A neuron with two inputs cuts the plane along one line: w = (1, 1), b = -1.5 is AND.",
)

# %%
guess = predict(
    "The weights stay 1 and 1. The bias changes from -1.5 to -0.5. What does the neuron "
    "compute now?",
    options=["AND", "OR", "neither: always 1"],
)

# %%
outputs = heaviside(linear(X, np.array([1, 1]), -0.5))
for x, output in zip(X, outputs, strict=True):
    print(f"x = {x}   output {output:.0f}")

# %%
reveal(
    guess, answer="OR" if list(outputs) == [0, 1, 1, 1] else "something else",
    why="The line moved to x1 + x2 = 0.5. Now one input is enough to get across it.")

# %% [markdown]
# And **NAND**, "not both", is AND with every sign turned round: $w = (-1, -1)$, $b = 1.5$. The line
# is the same; the sides are exchanged. All three, with the inputs in the order of the tables above:

# %%
for name, w, b in [("and", [1, 1], -1.5), ("or", [1, 1], -0.5), ("nand", [-1, -1], 1.5)]:
    inputs, targets = logic_gate(name)
    outputs = heaviside(linear(inputs, np.array(w), b))
    print(f"{name.upper():<5} wanted {targets}   outputs {outputs.astype(int)}")

# %% [markdown]
# ## 3. Learning from mistakes
#
# So far we chose the weights ourselves. In 1958 Frank Rosenblatt proposed a machine that finds them,
# the **perceptron**. The rule that it is known for is short. Show it one example after another. If
# the answer is right, change nothing. If it is wrong, move the weights a little so that the sum for
# this example comes closer to what it should be.
#
# Take the weights $w = (0, 0)$, $b = 0$ and the AND example $x = (1, 1)$ with target $t = 1$. The
# sum is 0, the output is 0: wrong, it should be larger. To make the sum larger, add the inputs to
# the weights, and 1 to the bias: $w = (1, 1)$, $b = 1$. For the same example the sum is now 3. (It
# always grows by $x_1 \cdot x_1 + x_2 \cdot x_2 + 1$, which is above 0 for any example.)
#
# If the output is 1 and should be 0, subtract instead. Both cases, and "change nothing", are one
# formula, because the error $t - \hat y$ is $+1$, $-1$ or $0$ ($\hat y$, "y hat", is the output,
# and $\eta$, "eta", the **learning rate**, says how large the corrections are):
#
# $$ w \leftarrow w + \eta\,(t - \hat y)\,x, \qquad b \leftarrow b + \eta\,(t - \hat y). $$


# %% tags=["teaches"]
def perceptron_update(w, b, x, target, lr=1.0):
    """The weights and the bias after one example."""
    error = target - heaviside(linear(x, w, b))  # +1, 0 or -1
    return w + lr * error * x, b + lr * error    # w + lr (t - y) x,  b + lr (t - y)


def train_perceptron(X, y, lr=1.0, max_epochs=100):
    """Go through the rows again and again until a whole pass has no mistake."""
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(max_epochs):
        mistakes = 0
        for x, target in zip(X, y, strict=True):
            mistakes += heaviside(linear(x, w, b)) != target
            w, b = perceptron_update(w, b, x, target, lr)
        n_mistakes += mistakes
        if mistakes == 0:
            break
    return w, b, int(n_mistakes)


# %% [markdown]
# A whole pass over the examples is called an **epoch**. Watch it learn AND: each row below is one
# mistake and the weights after its correction.

# %%
inputs, targets = logic_gate("and")
print("epoch  example  w       b")
for c in corrections(inputs, targets):  # the same loop, which also tells each correction
    print(f"{c.epoch:5}  {inputs[c.row].astype(int)}    {c.w.astype(int)}  {c.b:2.0f}")

# %% [markdown]
# In the first epoch only $(1, 1)$ is answered wrongly, because zero weights answer 0 to everything.
# The last row is the line $2x_1 + x_2 - 2 = 0$. It runs right through the point $(1, 0)$: there $z$ is
# 0, so $H$ answers 0. That is right, if only just; the rule asks for no more.

# %%
guess = predict(
    "The same rule, started from zeros, with a learning rate ten times larger (10 instead "
    "of 1). How many mistakes until it has learned AND?",
    options=["fewer", "as many", "more"],
)

# %%
slow, fast = (train_perceptron(inputs, targets, lr=lr)[2] for lr in (1, 10))
print(f"{slow} mistakes with learning rate 1, {fast} with learning rate 10")

# %%
reveal(
    guess, answer=["fewer", "as many", "more"][int(np.sign(fast - slow)) + 1],
    why="Started from zeros, all the weights become 10 times larger, and the sign of a sum does not "
    "change when you multiply it by 10. The learning rate starts to matter with smooth activations.")

# %% [markdown]
# ### Move it yourself
#
# Try three things in the cell below.
# - With the data "AND", set the weights by hand until no point is marked as a mistake.
# - Start again from zeros and press the button for one example after another. When does the line
#   move, and when does it not?
# - Choose "XOR" (one input or the other is 1, but not both). Can you do it by hand? Can the rule?

# %%
perceptron_line()

# %% [markdown]
# ## 4. Must it stop?
#
# On AND the perceptron made its mistakes and then stopped making them. Luck? In 1962 Albert
# Novikoff proved that it must, whenever some line separates the two classes. His theorem even says
# how many mistakes it can make at most. Two numbers decide:
#
# - $R$, how far the data reach: the length of the longest input;
# - $\gamma$ ("gamma"), the **margin**: how far from the separating line the closest point stays.
#
# So that the bias needs no special treatment, we count it as one more weight, with an input that
# is always 1: a point $(x_1, x_2)$ becomes $(x_1, x_2, 1)$, and both lengths are measured there. So
# $R$ is the largest $\sqrt{x_1^2 + x_2^2 + 1}$, and a point's distance from the line is
# $|w_1 x_1 + w_2 x_2 + b|$ divided by $\sqrt{w_1^2 + w_2^2 + b^2}$. (With a ruler in the plane you
# would measure a little more, because there the $b^2$ is missing.)
#
# > **Theorem.** If some line separates the classes with margin $\gamma > 0$, then from zero weights
# > the perceptron makes at most $(R/\gamma)^2$ mistakes, in whatever order the examples come.
#
# So if it sees the same rows again and again, sooner or later a whole pass goes by without a mistake.
# (The perceptron need not know the line.) We can put the bound to the test. Let us make data whose
# margin we know: we choose a line, and keep only points whose distance from it is at least $\gamma$.


# %%
w_true, b_true = np.array([1.0, 1.0]), -0.2


def separable(n, gamma, rng):
    """n points in a square, labeled by the line x1 + x2 = 0.2, none closer to it than gamma."""
    P = rng.uniform(-1, 1, (40 * n, 2))
    distance = linear(P, w_true, b_true) / np.linalg.norm([*w_true, b_true])
    P = P[np.abs(distance) >= gamma][:n]
    return P, heaviside(linear(P, w_true, b_true))


def longest(P):
    """R: the length of the longest (x1, x2, 1)."""
    return np.sqrt((P**2).sum(axis=1) + 1).max()


P, y = separable(200, 0.1, rng)
n_allowed = (longest(P) / 0.1) ** 2  # (R/γ)²
n_made = train_perceptron(P, y)[2]
print(f"R = {longest(P):.2f}; at most {n_allowed:.0f} mistakes; made: {n_made}")

# %%
guess = predict("Half the margin: by what factor does the bound (R/γ)² grow?", options=[2, 4, 8])

# %%
gammas = np.array([0.4, 0.2, 0.1, 0.05, 0.025, 0.0125])
bounds, made = [], []
for gamma in gammas:
    P, y = separable(300, gamma, rng)
    bounds.append((longest(P) / gamma) ** 2)
    orders = [rng.permutation(len(P)) for _ in range(10)]
    made.append([train_perceptron(P[o], y[o], max_epochs=1000)[2] for o in orders])
made = np.array(made)
print("margin    bound   mistakes in ten orders: fewest ... most")
for gamma, bound, counts in zip(gammas, bounds, made, strict=True):
    print(f"{gamma:6.4f} {bound:8.0f}   {counts.min():5d} ... {counts.max()}")

# %%
fig, ax = plt.subplots()
ax.loglog(gammas, bounds, "o-", label="the bound $(R/\\gamma)^2$")
ax.loglog(gammas, made.max(axis=1), "s-", label="mistakes made, most of ten orders")
ax.loglog(gammas, made.min(axis=1), "^-", label="mistakes made, fewest of ten orders")
ax.set_xticks(gammas, [f"{gamma:g}" for gamma in gammas])
ax.minorticks_off()
ax.set(
    xlabel="margin $\\gamma$", ylabel="mistakes", title="No order of the examples breaks the bound"
)
ax.grid(which="major")
ax.legend()
show_figure(
    fig,
    alt="Mistakes against margin on logarithmic axes. The bound is a falling straight line; the "
    "mistakes made in ten orders lie below it for every margin.",
    caption=f"The mistakes stay below (R/margin)^2 for all {len(gammas)} margins and 10 orders "
    "each.",
)

# %%
reveal(
    guess, answer=4, why="The margin stands in the denominator, squared. (In the table R, too, changes a "
    "little from row to row.) The runs made far fewer mistakes than the bound allows.")

# %% [markdown]
# **Why it holds.** First we write everything so that a single case is left.
#
# - $v = (w_1, w_2, b)$ are the weights with the bias among them, and $x$ has its third input 1: the sum
#   is $v \cdot x$. The length of $v$ is $|v| = \sqrt{v \cdot v}$. We start from $v = 0$.
# - We turn the sign of every $x$ of class 0, its 1 included. Now *all* sums should be above 0: a
#   mistake always has $v \cdot x \le 0$, and its correction is always $v \leftarrow v + x$ (with
#   $\eta = 1$; another $\eta$ only stretches $v$).
# - $u$ are the weights of the separating line, scaled to length 1. Then $u \cdot x$ is the distance of
#   $x$ from it, so $u \cdot x \ge \gamma$ for every $x$.
#
# Three steps are left:
#
# 1. *In the right direction:* $u \cdot (v + x) = u \cdot v + u \cdot x$, so each mistake adds at least
#    $\gamma$ to $u \cdot v$: after $m$ mistakes $u \cdot v \ge m\gamma$.
# 2. *Not too far:* $|v + x|^2 = |v|^2 + 2\,v \cdot x + |x|^2$. It was a mistake, so
#    $v \cdot x \le 0$, and $|x|^2 \le R^2$: each mistake adds at most $R^2$, and after $m$ of them
#    $|v|^2 \le mR^2$.
# 3. *Together:* $u$ has length 1, so $u \cdot v$ is the length of the shadow that $v$ throws on the
#    direction of $u$, and a shadow is never longer than what throws it: $u \cdot v \le |v|$. Hence
#    $m\gamma \le \sqrt{m}\,R$, which is $m \le (R/\gamma)^2$.
#
# Both inequalities can be watched at work:

# %%
P, y = separable(300, 0.025, rng)
R = longest(P)
u = np.array([*w_true, b_true]) / np.linalg.norm([*w_true, b_true])
V = np.array([[*c.w, c.b] for c in corrections(P, y)])
m = np.arange(1, len(V) + 1)
bound = (R / 0.025) ** 2
M = np.geomspace(1, 3 * bound)
fig, ax = plt.subplots()
ax.loglog(M, np.sqrt(M) * R, "--", color=plots.PALETTE[0], label="ceiling $\\sqrt{m}\\,R$")
ax.plot(
    m, np.linalg.norm(V, axis=1), color=plots.PALETTE[0], label="$|v|$, the length of the weights"
)
ax.plot(m, V @ u, color=plots.PALETTE[1], label="$u \\cdot v$, how far in the right direction")
ax.plot(M, M * 0.025, "--", color=plots.PALETTE[1], label="floor $m\\gamma$")
ax.plot(bound, bound * 0.025, "o", color="black")
ax.annotate("they meet", (bound, bound * 0.025), (-8, 6), textcoords="offset points", ha="right")
ax.set(
    xlabel="mistakes so far, $m$", ylabel="length",
    title="Where floor and ceiling meet, mistakes must have ended",
)
ax.legend()
show_figure(
    fig,
    alt="Logarithmic axes. Two measured curves, the length of the weights and their part in the "
    "right direction, run between a dashed ceiling and a dashed floor, and end long before the "
    "point at which the floor, rising faster, meets the ceiling.",
    caption=f"Floor and ceiling meet at m = {bound:.0f}; the last mistake was number {len(V)}.",
)

# %% [markdown]
# ## 5. From yes or no to how likely: logistic regression
#
# A threshold never hesitates. But if the two classes overlap, no line is without mistakes, and the
# rule of section 3 never comes to rest. Let us give the same neuron a soft step instead, the
# **sigmoid**
#
# $$ \sigma(z) = \frac{1}{1 + e^{-z}}. $$
#
# It rises from 0 to 1, is 0.5 at $z = 0$, and can be read as the probability of class 1.


# %% tags=["teaches"]
def sigmoid(z):
    """1 / (1 + e^-z): a soft step from 0 to 1."""
    return 1 / (1 + np.exp(-z))


# %%
z = np.linspace(-6, 6, 401)
fig, ax = plt.subplots(figsize=(6, 2.6))
ax.plot(z, np.where(z == 0, np.nan, heaviside(z)), color="gray", label="threshold $H(z)$")
ax.plot(z, sigmoid(z), color=plots.PALETTE[0], label="sigmoid $\\sigma(z)$")
ax.set(xlabel="$z$", ylabel="output", yticks=[0, 0.5, 1])
ax.grid()
ax.legend()
show_figure(
    fig,
    alt="Two curves against z from -6 to 6. The threshold jumps from 0 to 1 at z = 0; the sigmoid "
    "rises smoothly from 0 to 1 and is 0.5 at z = 0.",
    caption="At z = -2, 0 and 2 the sigmoid is "
    + ", ".join(f"{sigmoid(k):.2f}" for k in (-2, 0, 2))
    + ".",
)

# %% [markdown]
# The learning rule keeps its form; only the error is now a fraction, and the corrections of all $n$
# examples are averaged and made together. The bias learns in the same way, with 1 as its input:
#
# $$ w \leftarrow w + \eta\,\frac1n\sum_{i=1}^n (t_i - \sigma(z_i))\,x_i, \qquad
# b \leftarrow b + \eta\,\frac1n\sum_{i=1}^n (t_i - \sigma(z_i)). $$
#
# (Here $x_i$ is the whole example number $i$, with its target $t_i$ and its sum $z_i$.)

# %%
P, t = blobs(300, rng, n_classes=2, noise=0.8)
w, b = np.zeros(2), 0.0
for _ in range(2000):
    error = t - sigmoid(linear(P, w, b))  # a fraction now: how far from the target
    w = w + 1.0 * P.T @ error / len(P)    # P.T @ error adds up error times input, for each weight
    b = b + 1.0 * error.mean()
soft_w, soft_b = w, b
print(f"w = ({w[0]:.2f}, {w[1]:.2f}), b = {b:.2f}")

# %% [markdown]
# One neuron with a sigmoid, trained this way, is what statisticians call **logistic regression**
# (Cox 1958). scikit-learn's version finds the same numbers by another method (`C=np.inf` asks it
# not to hold the weights down):

# %%
library = LogisticRegression(C=np.inf).fit(P, t)
print(
    f"w = ({library.coef_[0, 0]:.2f}, {library.coef_[0, 1]:.2f}), b = {library.intercept_[0]:.2f}"
)

# %%
fig, ax = plt.subplots(figsize=(6.4, 4.2))
plots.plot_decision_regions(lambda Q: (sigmoid(linear(Q, w, b)) > 0.5).astype(int), P, t, ax=ax)
grid = np.meshgrid(np.linspace(*ax.get_xlim(), 100), np.linspace(*ax.get_ylim(), 100))
p = sigmoid(linear(np.stack(grid, axis=-1), w, b))
lines = ax.contour(*grid, p, levels=[0.1, 0.5, 0.9], colors="black", linestyles=["--", "-", "--"])
ax.clabel(lines, fmt="%.1f", manual=[(0.5, -2.4), (-0.2, -2.4), (-1, -2.4)])  # below the points
share = np.mean((sigmoid(linear(P, w, b)) > 0.5) == t)
ax.set(title="A sigmoid neuron says how sure it is")
show_figure(
    fig,
    alt="Two overlapping clouds of points. A solid line separates most of them; dashed lines on "
    "both sides mark where the neuron gives probability 0.1 and 0.9.",
    caption=f"Overlapping classes: {share:.0%} right, and between the dashed lines the neuron is "
    "less than 90% sure.",
)

# %% [markdown]
# Why this rule is the right one for a sigmoid takes two more lessons: 04 says what "wrong" costs,
# and 05 computes which way every weight should move.
#
# ## 6. A problem for next time
#
# XOR, "one or the other but not both", has four examples, like AND. Let the perceptron try.

# %%
guess = predict(
    "The perceptron learns XOR with at most 1000 epochs. In how many of them does it make a "
    "mistake?",
    options=["about 10", "about 500", "all 1000"],
)

# %%
inputs, targets = logic_gate("xor")
epochs = {c.epoch for c in corrections(inputs, targets, max_epochs=1000)}
w, b, n_mistakes = train_perceptron(inputs, targets, max_epochs=1000)
n_right = int((heaviside(linear(inputs, w, b)) == targets).sum())
print(f"mistakes in {len(epochs)} epochs; still right on only {n_right} of 4")

# %%
reveal(
    guess, answer="all 1000" if len(epochs) == 1000 else len(epochs),
    why="It will never stop: no line separates these four points. Lesson 02 proves it.")

# %% [markdown]
# ## Quiz

# %%
quiz("01-output")
quiz("01-bias")
quiz("01-margin")

# %% [markdown]
# ## From earlier lessons

# %%
quiz("01-size-of-a-digit")
quiz("01-why-guess")

# %% [markdown]
# ## What this lesson claimed, as code

# %%
assert list(heaviside(linear(X, np.array([1, 1]), -1.5))) == [0, 0, 0, 1]
assert list(heaviside(linear(X, np.array([1, 1]), -0.5))) == [0, 1, 1, 1]
w1, b1 = perceptron_update(np.zeros(2), 0.0, np.array([1, 1]), 1)
assert list(w1) == [1, 1] and b1 == 1 and linear(np.array([1, 1]), w1, b1) == 3
assert list(heaviside(linear(X, np.array([-1, -1]), 1.5))) == [1, 1, 1, 0]
assert linear(np.array([1, 3]), np.array([2, -1]), 0.5) == -0.5  # the quiz
assert linear(np.array([1, 0]), np.array([2, 1]), -2) == 0  # the learned line meets (1, 0)
assert slow == fast
assert n_made <= n_allowed
assert (made.max(axis=1) <= np.array(bounds)).all()
assert (V @ u >= m * 0.025 - 1e-9).all()  # the floor
assert (np.linalg.norm(V, axis=1) <= np.sqrt(m) * R + 1e-9).all()  # the ceiling
assert np.isclose((R / 0.1) ** 2 / (R / 0.2) ** 2, 4)  # half the margin: 4 times the bound
assert np.allclose(library.coef_[0], soft_w, atol=0.01)
assert np.allclose(library.intercept_, soft_b, atol=0.01)
assert sigmoid(0.0) == 0.5
assert len(epochs) == 1000

# %% [markdown]
# ## From here on
#
# We import what was written here: `from mlp_lesson.perceptron import linear,
# train_perceptron` and `from mlp_lesson.activations import heaviside, sigmoid`. (That sigmoid also
# takes $z = -1000$, where $e^{1000}$ is too large for a computer; lesson 03 shows how.)
#
# ## Sources
#
# F. Rosenblatt (1958), The perceptron: a probabilistic model for information storage
# and organization in the brain, *Psychological Review* 65. A. B. J. Novikoff (1962), On convergence
# proofs for perceptrons, *Symposium on the Mathematical Theory of Automata* 12. D. R. Cox (1958),
# The regression analysis of binary sequences, *Journal of the Royal Statistical Society B* 20.
