# %% [markdown]
# # {{title}}
#
# What does a single artificial neuron compute? And how could a machine of around 1960, built
# from photocells, motors and wires, learn from its mistakes?
#
# **After this lesson you can**
# - compute the output of a neuron by hand, and draw the line at which it changes its mind;
# - choose weights that make one neuron compute AND, OR or NAND;
# - carry out the perceptron's learning rule, and say when it must stop making mistakes;
# - turn the same neuron into logistic regression by changing one function.
#
# *About {{time}}. Builds on [00](00_start_here.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression

from mlp_lesson import plots
from mlp_lesson.checks import checked
from mlp_lesson.data import blobs, logic_gate
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.perceptron import corrections, train_perceptron
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.perceptron_line import perceptron_line

rng = np.random.default_rng(0)  # random numbers, the same ones in every run

# %% [markdown]
# ## 1. A weighted sum, then a decision
#
# A nerve cell collects signals from thousands of others, over connections that are stronger or
# weaker, and when enough has come together it fires. In 1943 Warren McCulloch and Walter Pitts made
# arithmetic of that; the likeness ends about there.
#
# Should you go for a walk? Two facts count: $x_1 = 1$ if the sun shines, $x_2 = 1$ if a friend
# comes along. Give each fact a **weight** for how much it matters to you, say $w_1 = 1$ and
# $w_2 = 1$, and add a **bias** for how keen you are to begin with, say $b = -1.5$: you would
# rather stay at home.
#
# With sun and no friend, the sum is $1 \cdot 1 + 1 \cdot 0 - 1.5 = -0.5$. Below zero: you stay.
# With both it is $1 \cdot 1 + 1 \cdot 1 - 1.5 = 0.5$. Above zero: you go.
#
# That is an artificial neuron. First it forms a weighted sum of its inputs,
#
# $$ z = w_1 x_1 + w_2 x_2 + b. $$
#
# In code it looks at many cases at once: `X` is a table with one row for each case and one column for
# each input. The sign `@` multiplies a row with the weights, entry by entry, and adds up; and it does
# so for every row:

# %%
table = np.array([[1, 2], [3, 4]])
print(table @ np.array([10, 1]))                 # 1·10 + 2·1 and 3·10 + 4·1

# %% [markdown]
# (For one row $x$ this sum of products is also written $w \cdot x$.) Now write the whole sum, one line.


# %% tags=["teaches"]
def linear(X, w, b):
    """z = w1 x1 + w2 x2 + ... + b, for each row of X."""
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %%
linear = checked("linear", linear)

# %% [markdown]
# Then the neuron decides, with a function of that one number: its activation function, or **activation**
# for short. This first one is a threshold, named after Oliver Heaviside:
#
# $$ H(z) = 1 \text{ if } z > 0, \text{ and } 0 \text{ otherwise.} $$
#
# At 0 itself the answer is 0. Write it for a whole array of sums. (`z > 0` is an array of True and
# False, and `np.where(condition, a, b)` takes `a` where the condition is true, `b` elsewhere.)


# %% tags=["teaches"]
def heaviside(z):
    """H(z) = 1 where z > 0, else 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1, 0)
    ### END SOLUTION


# %%
heaviside = checked("heaviside", heaviside)

# %%
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
z = linear(X, np.array([1, 1]), -1.5)
for x, value, output in zip(X, z, heaviside(z), strict=True):
    print(f"x = {x}   z = {value:+.1f}   output {output:.0f}")

# %% [markdown]
# The output is 1 only if both inputs are 1. This neuron computes the logical **AND**.
#
# ## 2. The picture: a line
#
# Draw the four cases as points in the plane, $x_1$ to the right and $x_2$ upwards. Where does the
# neuron change its mind? Where $z = 0$, that is where $x_1 + x_2 = 1.5$: a straight line. On one
# side it answers 1 (these cases are called **class 1**), on the other 0 (**class 0**).

# %% jupyter={"source_hidden": true}
w, b = np.array([1, 1]), -1.5
fig, ax = plt.subplots(figsize=(5.6, 4.2))
labels = heaviside(linear(X, w, b)).astype(int)
plots.plot_decision_regions(lambda P: heaviside(linear(P, w, b)).astype(int), X, labels, ax=ax)
ax.axline((0.75, 0.75), slope=-1, color="black")
ax.text(0.44, 0.92, "$x_1 + x_2 = 1.5$", ha="right")
ax.annotate("", (0.9, 0.9), (0.75, 0.75), arrowprops={"width": 1.5, "color": "black"})
ax.text(0.9, 0.78, "$w$", fontsize=14)
ax.set(title="AND: one line cuts off the corner (1, 1)", aspect="equal")
show_figure(
    fig,
    alt="The four corners of a square. The slanted line x1 + x2 = 1.5 cuts off the corner (1, 1), which "
    "lies in the region of class 1; the other three lie in the region of class 0. An arrow for the "
    "weights stands on the line at a right angle.",
    caption="A neuron with two inputs cuts the plane along one line: w = (1, 1), b = -1.5 is AND.",
)

# %% [markdown]
# The weights, drawn as an arrow, stand at a right angle to the line, and point to the side of the 1s,
# where $z$ grows. (A step $(w_2, -w_1)$ changes $z$ by $w_1 w_2 - w_2 w_1 = 0$, so it runs along the
# line; and it is the arrow $(w_1, w_2)$ turned by a quarter.) The bias shifts the line without turning
# it.

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

# %% jupyter={"source_hidden": true}
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
# the **perceptron**. It is shown examples, each with the right answer, its **target** $t$. Learning
# from examples with their answers is called **supervised learning**; nearly all of this course is.
#
# The rule is short. Show one example after another. If the answer is right, change nothing. If it is
# wrong, move the weights a little so that the sum for this example comes closer to what it should be.
#
# Take the weights $w = (0, 0)$, $b = 0$ and the AND example $x = (1, 1)$ with target $t = 1$. The
# sum is 0, the output is 0: wrong, the sum should be larger. So add the inputs to
# the weights, and 1 to the bias: $w = (1, 1)$, $b = 1$.

# %%
guess = predict("The same example again, with the new weights. What is the sum z now?",
                options=[1, 2, 3])

# %%
new_z = linear(np.array([[1, 1]]), np.array([1, 1]), 1)[0]
print("z =", new_z)

# %% jupyter={"source_hidden": true}
reveal(guess, answer=int(new_z),
       why="1·1 + 1·1 + 1. Such a correction always raises the sum by x1·x1 + x2·x2 + 1, which is above 0 "
       "for any example.")

# %% [markdown]
# If the output is 1 and should be 0, subtract instead. Both cases, and "change nothing", are one
# formula, because the error $t - \hat y$ is $+1$, $-1$ or $0$. Here $\hat y$, "y hat", is the output,
# and $\eta$, "eta", the **learning rate**, says how large the corrections are:
#
# $$ w \leftarrow w + \eta\,(t - \hat y)\,x, \qquad b \leftarrow b + \eta\,(t - \hat y). $$
#
# Write it: one example $x$ goes in, the new weights and the new bias come out. (For a single row the
# sum is `w @ x + b`.)


# %% tags=["teaches"]
def perceptron_update(w, b, x, target, lr=1.0):
    """The weights and the bias after one example."""
    ### BEGIN SOLUTION
    error = target - heaviside(w @ x + b)        # +1, 0 or -1
    return w + lr * error * x, b + lr * error    # w + lr (t - y) x,  b + lr (t - y)
    ### END SOLUTION


# %%
perceptron_update = checked("perceptron_update", perceptron_update)

# %% [markdown]
# The rest is patience: go through the examples, correct, and begin anew. A whole pass over the examples
# is called an **epoch**; after an epoch without a mistake the perceptron is done. That loop is
# `w, b, n_mistakes = train_perceptron(X, y)`: the course's here, yours in the exercise.
#
# Watch it learn AND. Each row below is one mistake: the example with its sum, the answer and the
# target, and the weights after the correction. Where the answer is 1 and the target 0, $x$ is
# subtracted.

# %%
inputs, targets = logic_gate("and")
w, b = np.zeros(2), 0.0
print("epoch  example     z  answer  target    new w   new b")
for c in corrections(inputs, targets):  # the same loop, which also tells each correction
    x = inputs[c.row]
    z = w @ x + b
    print(f"{c.epoch:5}  {x.astype(int)} {z:8.0f} {heaviside(z):7.0f} {targets[c.row]:7}    "
          f"{c.w.astype(int)} {c.b:7.0f}")
    w, b = c.w, c.b

# %% jupyter={"source_hidden": true}
def plot_correction(c, ax):
    """The line after the correction c, the side of the 1s shaded; the corrected point ringed."""
    side = np.linspace(-0.4, 1.4, 181)
    z = c.w[0] * side + c.w[1] * side[:, None] + c.b
    ax.contourf(side, side, z > 0, levels=[0.5, 1.5], colors=[plots.PALETTE[1]], alpha=0.25)
    direction = np.array([-c.w[1], c.w[0]])
    foot = -c.b * c.w / (c.w @ c.w)
    ax.axline(foot, foot + direction, color="black")
    for k, marker in enumerate("os"):
        ax.plot(*inputs[targets == k].T, marker, ms=9, color=plots.PALETTE[k])
    ax.plot(*inputs[c.row], "o", ms=17, mfc="none", mew=2, color=plots.PALETTE[2])
    ax.set(xlim=(-0.4, 1.4), ylim=(-0.4, 1.4), xticks=[0, 1], yticks=[0, 1], aspect="equal")


steps = list(corrections(inputs, targets))
fig, axes = plt.subplots(2, 5, figsize=(9.6, 4.6), sharex=True, sharey=True)
for k, (c, ax) in enumerate(zip(steps, axes.flat, strict=True)):
    plot_correction(c, ax)
    ax.set_title(f"after {k + 1}", loc="center", fontsize=11)
for ax in axes[1]:
    ax.set_xlabel("$x_1$")
for ax in axes[:, 0]:
    ax.set_ylabel("$x_2$")
show_figure(
    fig,
    alt="Ten small pictures of the four points of AND, one after each correction. The line jumps to and fro, "
    "its shaded side sometimes covering too much and sometimes nothing; in the last only the corner "
    "(1, 1) is on the shaded side.",
    caption=f"The line after each of the {len(steps)} corrections; the ring is on the example that was corrected.",
)

# %% [markdown]
# In the first epoch only $(1, 1)$ is answered wrongly, because zero weights answer 0 to everything.
# Then the line jumps to and fro, and a correction for one example can spoil another. The
# last one is the line $2x_1 + x_2 - 2 = 0$. It runs right through the point $(1, 0)$: there $z$ is
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

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=["fewer", "as many", "more"][int(np.sign(fast - slow)) + 1],
    why="Started from zeros, all the weights become 10 times larger, and the sign of a sum does not "
    "change when you multiply it by 10. The learning rate starts to matter with smooth activations.")

# %% [markdown]
# One more gate: XOR, "one or the other, but not both". It has four examples, like AND. Let the
# perceptron try.

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

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="all 1000" if len(epochs) == 1000 else len(epochs),
    why="It will never stop: no line separates these four points. Lesson 02 proves it.")

# %% [markdown]
# ### Move it yourself
#
# Try three things in the cell below.
# - With the data "AND", set the weights by hand until no point is marked as a mistake.
# - Start again from zeros and press the button for one example after another. When does the line
#   move, and when does it not?
# - Choose "XOR". How many of the four points can you get right by hand? Keep the number: lesson 02
#   asks for it.

# %%
perceptron_line()

# %% [markdown]
# ## 4. When must it stop?
#
# On AND the perceptron made its mistakes and then stopped making them; on XOR it never did. In 1962
# Albert Novikoff proved that it must stop whenever some line separates the two classes. His theorem
# even says how many mistakes it can make at most. Two numbers decide:
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
# (The perceptron need not know the line.)

# %%
guess = predict("Half the margin: by what factor does the bound (R/γ)² grow?", options=[2, 4, 8])

# %% [markdown]
# We can put the bound to the test. Let us make data whose margin we know: we choose the line
# $x_1 + x_2 = 0.2$, and keep only points whose distance from it is at least $\gamma$.


# %%
w_true, b_true = np.array([1.0, 1.0]), -0.2


def separable(n, gamma, rng):
    """n points in a square, with their side of the line as target; none closer than gamma."""
    P = rng.uniform(-1, 1, (40 * n, 2))
    distance = linear(P, w_true, b_true) / np.linalg.norm([*w_true, b_true])
    P = P[np.abs(distance) >= gamma][:n]
    return P, heaviside(linear(P, w_true, b_true))


def longest(P):
    """R: the length of the longest (x1, x2, 1)."""
    return np.sqrt((P**2).sum(axis=1) + 1).max()


print("margin    bound   mistakes in ten orders: fewest ... most")
gammas, bounds, made = [0.4, 0.2, 0.1, 0.05, 0.025, 0.0125], [], []
for gamma in gammas:
    P, y = separable(300, gamma, rng)
    bounds.append((longest(P) / gamma) ** 2)     # (R/γ)²
    orders = [rng.permutation(len(P)) for _ in range(10)]
    made.append([train_perceptron(P[o], y[o], max_epochs=1000)[2] for o in orders])
    print(f"{gamma:6.4f} {bounds[-1]:8.0f}   {min(made[-1]):5d} ... {max(made[-1])}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=4, why="The margin stands in the denominator, squared. (In the table R, too, changes a "
    "little from row to row.) The runs made far fewer mistakes than the bound allows.")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: why the theorem holds

# %% [markdown]
# First we write everything so that a single case is left.
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
# Both inequalities can be watched at work. In the picture both axes are logarithmic: each mark is ten
# times the one before. On such paper $m\gamma$ and $\sqrt m\,R$ are straight lines, and the first
# climbs twice as steeply. So the floor, although it starts far lower, must meet the ceiling; after
# that no weights can be above the one and below the other.

# %% jupyter={"source_hidden": true}
P, y = separable(300, 0.025, np.random.default_rng(1))
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
assert (V @ u >= m * 0.025 - 1e-9).all()  # the floor
assert (np.linalg.norm(V, axis=1) <= np.sqrt(m) * R + 1e-9).all()  # the ceiling

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: answers of +1 and -1

# %% [markdown]
# Many books call the classes $+1$ and $-1$. Then a correction is $w \leftarrow w + \eta\,t\,x$: add the
# input if the answer should be $+1$, subtract it if it should be $-1$. (With $t - \hat y$, which is now
# $\pm 2$, each step would be twice as long.) It is the same rule in other clothes, with the same
# mistakes, as long as $z = 0$ is answered alike: here with $-1$.

# %%
inputs, targets = logic_gate("and")
signs = 2 * targets - 1                          # 0, 1 become -1, +1
w, b, n_signs = np.zeros(2), 0.0, 0
for _ in range(10):
    for x, sign in zip(inputs, signs, strict=True):
        answer = 1 if w @ x + b > 0 else -1
        if answer != sign:
            w, b, n_signs = w + sign * x, b + sign, n_signs + 1
assert n_signs == len(steps)                     # as many as with 0 and 1
print(f"w = {w.astype(int)}, b = {b:.0f}, {n_signs} mistakes")

# %% [markdown]
# ## 5. From yes or no to how likely: logistic regression
#
# A threshold never hesitates. But if the two classes overlap, no line is without mistakes, and the
# rule of section 3 never comes to rest. Let us give the same neuron a soft step instead, the
# **sigmoid** (written with $\sigma$, the Greek letter sigma)
#
# $$ \sigma(z) = \frac{1}{1 + e^{-z}}. $$
#
# Here $e \approx 2.718$. All you need of it: $e^{-z}$ is never 0 or less, it is 1 at $z = 0$, close to
# 0 where $z$ is large, and huge where $z$ is far below 0. So $\sigma$ rises from 0 to 1.


# %% tags=["teaches"]
def sigmoid(z):
    """1 / (1 + e^-z): a soft step from 0 to 1."""
    return 1 / (1 + np.exp(-z))


# %%
guess = predict("What is σ(0)?", options=["0", "0.5", "1"])

# %% jupyter={"source_hidden": true}
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

# %% jupyter={"source_hidden": true}
reveal(guess, answer=f"{sigmoid(0.0):.1f}", why="e to the power 0 is 1, so it is 1/(1 + 1).")

# %% [markdown]
# The learning rule keeps its form, with the sigmoid's output $p = \sigma(z)$ in the place of
# $\hat y$. For one example:
#
# $$ w \leftarrow w + \eta\,(t - p)\,x, \qquad b \leftarrow b + \eta\,(t - p). $$
#
# Only the error $t - p$ is now a fraction. With $p = 0.9$ and $t = 1$ it is 0.1: a small correction, for
# that was nearly right. It is never quite 0, so no example is ever left alone. Therefore we take all
# $n$ examples together, and make the *average* of their corrections. That is written with a sum sign:
# $\sum_i$ means "add up, for all examples, numbered by $i$". (So $x_i$ is here the whole example number
# $i$.)
#
# $$ w \leftarrow w + \eta\,\frac1n\sum_i (t_i - p_i)\,x_i, \qquad
# b \leftarrow b + \eta\,\frac1n\sum_i (t_i - p_i). $$
#
# In code, with the examples as the rows of `X`, the sum is `error @ X`. The sign `@` again: each error
# times its row, added up.

# %%
error, three_rows = np.array([0.5, -0.2, 0.1]), np.array([[1, 0], [2, 1], [0, 4]])
print(error @ three_rows)
print(0.5 * three_rows[0] - 0.2 * three_rows[1] + 0.1 * three_rows[2])

# %% [markdown]
# Two clouds of 150 points each, which overlap, and 2000 steps with the rate 1:

# %%
P, t = blobs(300, rng, n_classes=2, noise=0.8)
w, b = np.zeros(2), 0.0
for _ in range(2000):
    error = t - sigmoid(linear(P, w, b))         # a fraction now: how far from the target
    w = w + error @ P / len(P)
    b = b + error.mean()
soft_w, soft_b = w, b
print(f"w = ({w[0]:.2f}, {w[1]:.2f}), b = {b:.2f}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(6.4, 4.2))
plots.plot_decision_regions(lambda Q: (sigmoid(linear(Q, w, b)) > 0.5).astype(int), P, t, ax=ax)
x1, x2 = (np.linspace(*limits, 100) for limits in (ax.get_xlim(), ax.get_ylim()))
p = sigmoid(w[0] * x1 + w[1] * x2[:, None] + b)
lines = ax.contour(x1, x2, p, levels=[0.1, 0.5, 0.9], colors="black", linestyles=["--", "-", "--"])
low = x2[0] + 0.5  # below nearly all points
places = [((np.log(q / (1 - q)) - b - w[1] * low) / w[0], low) for q in lines.levels]
ax.clabel(lines, fmt="%.1f", manual=places)
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
# Can $p$ be read as the **probability** of class 1? Then among the points to which it gives about 0.7,
# about seven of ten should be of class 1. Look at this in four groups:

# %%
p = sigmoid(linear(P, w, b))
groups = []
for low, high in [(0, 0.1), (0.1, 0.5), (0.5, 0.9), (0.9, 1)]:
    inside = (low <= p) & (p < high)
    groups.append((p[inside].mean(), t[inside].mean()))
    print(f"p from {low} to {high}: {inside.sum():2} points, mean p {groups[-1][0]:.2f}, "
          f"share of class 1 {groups[-1][1]:.2f}")

# %% [markdown]
# It can, here. One neuron with a sigmoid, trained this way, is what statisticians call **logistic
# regression** (Cox 1958). scikit-learn's version finds the same numbers by another method (`C=np.inf`
# asks it not to hold the weights down):

# %%
library = LogisticRegression(C=np.inf).fit(P, t)
print(
    f"w = ({library.coef_[0, 0]:.2f}, {library.coef_[0, 1]:.2f}), b = {library.intercept_[0]:.2f}"
)

# %% [markdown]
# Why this rule is the right one for a sigmoid takes a few more lessons: 04 says what "wrong" costs,
# and 05 computes which way every weight should move.
#
# ## 6. A problem for next time
#
# XOR defeated the threshold. Does the soft neuron, which need not decide, do better?

# %%
guess = predict("The sigmoid neuron learns XOR, with the rule above. What is its p for (1, 0) in "
                "the end?", options=["near 0", "near 0.5", "near 1"])

# %%
inputs, targets = logic_gate("xor")
w, b = np.array([2.0, -1.0]), 0.5                # any start will do
for _ in range(2000):
    error = targets - sigmoid(linear(inputs, w, b))
    w, b = w + error @ inputs / 4, b + error.mean()
undecided = sigmoid(linear(inputs, w, b))
print("p for the four cases:", undecided.round(3))

# %% jupyter={"source_hidden": true}
reveal(guess, answer="near 0.5" if abs(undecided[2] - 0.5) < 0.01 else f"{undecided[2]:.1f}",
       why="It comes to rest, but at 'I do not know', for all four. The limit is the line, not the rule. "
       "In lesson 02 three neurons in two layers solve it.")

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
quiz("01-unseen-digits")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert list(table @ np.array([10, 1])) == [12, 34]
assert list(heaviside(linear(X, np.array([1, 1]), -1.5))) == [0, 0, 0, 1]
assert list(heaviside(linear(X, np.array([1, 1]), -0.5))) == [0, 1, 1, 1]
w1, b1 = perceptron_update(np.zeros(2), 0.0, np.array([1, 1]), 1, 1.0)
assert list(w1) == [1, 1] and b1 == 1 and new_z == 3
assert list(heaviside(linear(X, np.array([-1, -1]), 1.5))) == [1, 1, 1, 0]
assert linear(np.array([[1, 3]]), np.array([2, -1]), 0.5) == -0.5  # the quiz
last = steps[-1]
assert [*last.w, last.b] == [2, 1, -2] and last.w @ [1, 0] + last.b == 0  # it meets (1, 0)
assert [c.row for c in steps if c.epoch == 1] == [3]
assert slow == fast == len(steps)
assert len(epochs) == 1000
assert (np.max(made, axis=1) <= np.array(bounds)).all()
assert (2 * np.max(made, axis=1) < np.array(bounds)).all()  # "far fewer"
assert np.isclose((1 / 0.1) ** 2 / (1 / 0.2) ** 2, 4)  # half the margin: 4 times the bound
assert np.isclose((2 / 0.2) ** 2 - 30, 70)  # the quiz
assert np.allclose(library.coef_[0], soft_w, atol=0.01)
assert np.allclose(library.intercept_, soft_b, atol=0.01)
assert sigmoid(0.0) == 0.5
assert np.bincount(t).tolist() == [150, 150]
assert all(abs(said - share) < 0.06 for said, share in groups)  # p read as a probability
assert np.abs(undecided - 0.5).max() < 0.01
claims_hold()

# %% [markdown]
# ## From here on
#
# We import what was written here: `from mlp_lesson.perceptron import linear` and
# `from mlp_lesson.activations import heaviside, sigmoid`. (That sigmoid also takes $z = -1000$, where
# $e^{1000}$ is too large for a computer; lesson 03 shows how.)
#
# ## Sources
#
# W. S. McCulloch, W. Pitts (1943), A logical calculus of the ideas immanent in nervous activity,
# *Bulletin of Mathematical Biophysics* 5. F. Rosenblatt (1958), The perceptron: a probabilistic model
# for information storage and organization in the brain, *Psychological Review* 65. A. B. J. Novikoff
# (1962), On convergence proofs for perceptrons, *Symposium on the Mathematical Theory of Automata* 12.
# D. R. Cox (1958), The regression analysis of binary sequences, *Journal of the Royal Statistical
# Society B* 20.
