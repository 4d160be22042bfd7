# %% [markdown]
# # {{title}}
#
# Backpropagation says which way is downhill. How far do you go? From where do you start? And what
# can you do where the way down is a long, narrow valley?
#
# **After this lesson you can**
# - predict the learning rate at which training blows up, and measure that you were right;
# - say what a mini-batch costs and what it brings;
# - choose first weights so that signals and errors reach every layer;
# - write momentum, Nesterov, RMSprop and Adam from their formulas;
# - find the flaw in a published training run with a gradient check.
#
# *About {{minutes}} minutes; a good place for a break is after section 6. Builds on [05](05_backpropagation.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, sigmoid, sigmoid_prime
from mlp_lesson.checks import checked
from mlp_lesson.data import digits_8x8, logic_gate, moons
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.gradcheck import numerical_gradient
from mlp_lesson.losses import (
    binary_cross_entropy,
    half_squared_error,
    one_hot,
    softmax_cross_entropy,
)
from mlp_lesson.network import Layer, backward, forward, init_params
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import loss_and_gradient, train, update
from mlp_lesson.widgets.descent import descent

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. One weight
#
# Take the smallest loss there is, $L(w) = \tfrac12 \lambda w^2$ with $\lambda = 4$: a parabola with
# its lowest point at $w = 0$. Its slope at $w$ is $\lambda w$. You stand at $w = 1$, where the slope
# is 4. With the **learning rate** $\eta = 0.1$ ("eta") you go $0.1 \cdot 4 = 0.4$ against the slope
# and arrive at 0.6. The next step goes to 0.36, then to 0.216: each time the weight becomes 0.6 of
# what it was.
#
# **Gradient descent** is this step, again and again, for every weight $w$ with its gradient $g$:
#
# $$ w \leftarrow w - \eta\, g. $$
#
# In code a step gets the weight array `w`, its gradient `g`, a dictionary `state` in which a
# cleverer rule can remember things (this one needs none), and the learning rate. It changes `w` in
# place.


# %% tags=["teaches"]
def sgd(w, g, state, lr):
    """w ← w - ηg: a step against the gradient."""
    w -= lr * g


# %%
def walk(gradient, start, step, lr, n_steps):
    """All places on the way down, the start first: (n_steps + 1, number of weights)."""
    w, state = np.array(start, dtype=float), {}
    places = [w.copy()]
    for _ in range(n_steps):
        step(w, gradient(w), state, lr)
        places.append(w.copy())
    return np.array(places)


print(walk(lambda w: 4 * w, [1.0], sgd, lr=0.1, n_steps=3).ravel().round(3))

# %%
fates = ["to 0 at once", "back and forth, closer each time", "back and forth, farther each time"]
guess = predict(
    "The same parabola with the learning rate 0.6. Where does w go from 1?", options=fates
)

# %%
places = walk(lambda w: 4 * w, [1.0], sgd, lr=0.6, n_steps=5).ravel()
print(places.round(2))

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=fates[0 if places[1] == 0 else 2 if abs(places[5]) > 1 else 1],
    why="A step multiplies w by 1 − ηλ = 1 − 0.6 · 4 = −1.4: over the valley, and higher up the other side.")

# %% [markdown]
# The rule in general: put the slope $\lambda w$ into the step, and
#
# $$ w \leftarrow w - \eta \lambda w = (1 - \eta\lambda)\, w. $$
#
# One step multiplies $w$ by $1 - \eta\lambda$. It gets closer to 0 exactly if this factor lies
# between $-1$ and $1$, that is if
#
# $$ 0 < \eta < \frac{2}{\lambda}. $$
#
# Here the limit is $2/4 = 0.5$. And at $\eta = 1/\lambda = 0.25$ the factor is 0: a single step lands
# at the bottom. The number $\lambda$ is the **curvature**, the rate at which the slope changes (the
# second derivative). Steep walls allow only short steps.

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(10, 3), sharey=True)
line = np.linspace(-2.2, 2.2, 100)
for ax, lr in zip(axes, (0.1, 0.25, 0.6), strict=True):
    places = walk(lambda w: 4 * w, [1.0], sgd, lr, 2)
    ax.plot(line, 2 * line**2, color=plots.PALETTE[4])
    ax.plot(places, 2 * places**2, "o-", color=plots.PALETTE[0], lw=1.2)
    ax.plot(places[0], 2 * places[0] ** 2, "o", color="black")
    ax.set(xlabel="$w$", title=f"$\\eta$ = {lr}: times {1 - 4 * lr:g}")
axes[0].set_ylabel("loss")
show_figure(
    fig,
    alt="Three times the same parabola, with two steps from w = 1, marked black. With 0.1 they "
    "go down on one side, with 0.25 the first lands at the bottom, with 0.6 they climb from "
    "wall to wall.",
    caption="The learning rate decides: shorter each time, at the bottom at once, or up the walls.",
)

# %% [markdown]
# ## 2. Two weights: a bowl and a ravine
#
# Why does a step against the gradient go down at all, when there are many weights? The step moves
# weight $j$ by $-\eta g_j$. The loss answers with slope times move, $-\eta g_j^2$, and for small moves
# such answers add up (lesson 05). So the loss changes by about
#
# $$ -\eta\,(g_1^2 + g_2^2 + \dots), $$
#
# which is negative unless every slope is 0: a *small enough* step goes down. How small is small enough?
#
# With two weights the loss is a landscape over a plane, a **loss surface**. Two of them will serve us
# to the end of this lesson:
#
# $$ \text{bowl: } L = \tfrac12 (w_1^2 + w_2^2), \qquad \text{ravine: } L = \tfrac12 (w_1^2 + 50\, w_2^2). $$
#
# The ravine has the curvature 1 along the valley and 50 across it. The gradient is
# $(w_1, 50\, w_2)$, so each weight is on its own, with its own factor: $1 - \eta$ along, $1 - 50\eta$
# across. The largest curvature, $\lambda_{\max} = 50$, sets the limit for all: $\eta < 2/50 = 0.04$.
#
# The pictures are maps, seen from above: on each gray **height line** the loss is the same, the cross
# is the bottom, the black dot the start.

# %%
bowl, ravine = np.array([1.0, 1.0]), np.array([1.0, 50.0])  # the curvatures
start = np.array([-8.0, 2.0])


# %% jupyter={"source_hidden": true}
def plot_walk(curvatures, places, ax, title):
    """Height lines of ½ Σ λ w², and a walk over them."""
    grid = np.meshgrid(np.linspace(-9, 9, 200), np.linspace(-4, 4, 200))
    height = sum(c * g**2 / 2 for c, g in zip(curvatures, grid, strict=True))
    levels = height.max() * np.linspace(0.1, 1, 8) ** 2
    ax.contour(*grid, height, levels=levels, colors="#cccccc", linewidths=1)
    ax.plot(*places.T, ".-", color=plots.PALETTE[0], lw=1.2, ms=5)
    ax.plot(*start, "o", color="black", ms=5)
    ax.plot(0, 0, "x", color="black")
    ax.set(xlim=(-9, 9), ylim=(-4, 4), aspect="equal", title=title)


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(10, 2.3), sharey=True)
for ax, lr in zip(axes, (0.004, 0.036, 0.041), strict=True):
    places = walk(lambda w: ravine * w, start, sgd, lr, 30)
    plot_walk(ravine, places, ax, f"$\\eta$ = {lr}: $w_2$ times {1 - 50 * lr:.2f}")
    ax.set_xlabel("$w_1$")
axes[0].set_ylabel("$w_2$")
show_figure(
    fig,
    alt="Three walks of 30 steps in the ravine from the same start. With 0.004 the walk falls "
    "to the valley floor and creeps along it. With 0.036 it zigzags across, ever less, and "
    "gets farther along. With 0.041 the zigzag grows.",
    caption="With 0.036 each step keeps 0.80 of the zigzag, with 0.041 it makes 1.05 of it: "
    "the limit lies between.",
)

# %% [markdown]
# That is the trouble with ravines. The steep direction allows at most 0.04, and with such steps the
# flat direction keeps 96% of its distance at every step. What counts is the ratio of the largest to the
# smallest curvature, the **condition number**, here 50. With $\eta = 1/\lambda_{\max}$ the flat direction
# keeps $1 - 1/50$ of its distance, and 50 steps leave $0.98^{50} = 0.36$ of it. Were the ratio 500, the
# same would take 500 steps: plain descent needs a number of steps proportional to it.
#
# Is the limit as sharp as the formula says? We measure: halve an interval of learning rates again and
# again, depending on whether the gradient ends up longer or shorter than it was halfway.


# %%
def measured_limit(gradient, start, low, high, n_steps=1000):
    """The learning rate between a converging and a diverging one, found by halving."""
    for _ in range(30):
        lr = (low + high) / 2
        places = walk(gradient, start, sgd, lr, n_steps)
        halfway, end = (
            np.linalg.norm(gradient(places[n_steps // 2])),
            np.linalg.norm(gradient(places[-1])),
        )
        low, high = (low, lr) if end > halfway else (lr, high)
    return lr


limit = measured_limit(lambda w: ravine * w, start, low=0.035, high=0.045)
print(f"predicted {2 / 50:.4f}   measured {limit:.4f}")

# %% [markdown]
# ## 3. A real landscape, and why inputs are scaled
#
# Now real weights: a line through data. A house has rooms (1 to 6) and an area (30 to 200 square
# meters); one linear neuron is to predict its price $t$. The loss is half the mean of the squared errors,
# $L = \tfrac{1}{2n}\sum_i (x_i \cdot w - t_i)^2$, where each row $x_i$ of $X$ begins with a 1 for the bias. Its
# gradient is $X^\top \delta = X^\top (Xw - t)/n$ (lesson 05). At the lowest place $w^*$ it is 0:
# $X^\top (Xw^* - t)/n = 0$. Subtract this zero, and the gradient anywhere is
#
# $$ g = H\,(w - w^*), \qquad H = X^\top X / n. $$
#
# This table $H$ says how the gradient changes with $w$. It holds all second derivatives, and is called the
# **Hessian**. One step turns $w - w^*$ into $(w - w^*) - \eta H\,(w - w^*)$.
#
# What does such a table do? Take a small one, for a loss $\tfrac12\, w \cdot Hw$ with its lowest place at 0:
#
# $$ H = \begin{pmatrix} 6 & -4 \\ -4 & 6 \end{pmatrix}, \qquad
# H \begin{pmatrix} 1 \\ 1 \end{pmatrix} = \begin{pmatrix} 2 \\ 2 \end{pmatrix}, \qquad
# H \begin{pmatrix} 1 \\ -1 \end{pmatrix} = \begin{pmatrix} 10 \\ -10 \end{pmatrix}. $$
#
# Along one diagonal it acts like the number 2, along the other like the number 10: a ravine again, only slanted.

# %% jupyter={"source_hidden": true}
H = np.array([[6.0, -4.0], [-4.0, 6.0]])
fig, ax = plt.subplots(figsize=(4.6, 4.2))
w1, w2 = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
height = 3 * w1**2 - 4 * w1 * w2 + 3 * w2**2    # w · Hw / 2
ax.contour(w1, w2, height, levels=[1, 3, 6, 10, 15, 24], colors="#cccccc", linewidths=1)
for (u, v), value, color in (((1, 1), 2, plots.PALETTE[0]), ((1, -1), 10, plots.PALETTE[1])):
    ax.annotate("", (1.6 * u, 1.6 * v), (0, 0), arrowprops={"arrowstyle": "->", "lw": 2, "color": color})
    ax.text(1.7 * u, 1.8 * v, f"$\\lambda = {value}$", color=color, va="center")
ax.plot(0, 0, "x", color="black")
ax.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal", title="A slanted ravine")
show_figure(
    fig,
    alt="Height lines like narrow slanted eggs around the origin. One arrow points along the valley, "
    "marked lambda = 2, one straight across it, marked lambda = 10.",
    caption="The two directions in which the table acts like one number: along the valley 2, across it 10.",
)

# %% [markdown]
# Every Hessian has such directions, at right angles to each other: its *eigenvectors* $u$, along which it acts
# like one number, the *eigenvalue*: $Hu = \lambda u$. Along $u$ a step multiplies the distance by
# $1 - \eta\lambda$, as in section 1. The limit is again $2/\lambda_{\max}$, with the largest eigenvalue.

# %%
rooms = rng.integers(1, 7, 200)
area = 15 * rooms + rng.uniform(15, 110, 200)
price = 20 + 15 * rooms + 3 * area + rng.normal(0, 20, 200)
raw = np.column_stack([np.ones(200), rooms, area])
scaled = raw.copy()
scaled[:, 1:] = (raw[:, 1:] - raw[:, 1:].mean(axis=0)) / raw[:, 1:].std(axis=0)  # mean 0, spread 1

# %%
limits, conditions = {}, {}
for name, features in {"raw": raw, "scaled": scaled}.items():
    curvatures = np.linalg.eigvalsh(features.T @ features / 200)
    predicted = 2 / curvatures.max()
    found = measured_limit(lambda w, F=features: F.T @ (F @ w - price) / 200, np.zeros(3),
                           low=0.5 * predicted, high=1.2 * predicted, n_steps=500)
    limits[name], conditions[name] = found / predicted, curvatures.max() / curvatures.min()
    print(f"{name:<7} limit predicted {predicted:.2g}, measured {found:.2g}   "
          f"condition number {conditions[name]:,.0f}")

# %% [markdown]
# Not one house has changed, and the answer of the best line is the same. But with raw numbers the
# area makes one direction so steep that the learning rate must be tiny, and with a tiny rate the
# flat directions take for ever. After **scaling** each input to mean 0 and spread 1 the ravine is
# nearly a bowl.


# %%
def steps_needed(F):
    """Steps at half the limit until the loss is within 1% of its lowest value."""
    best = np.mean((price - F @ np.linalg.lstsq(F, price, rcond=None)[0]) ** 2) / 2  # of all lines
    lr, w = 1 / np.linalg.eigvalsh(F.T @ F / 200).max(), np.zeros(3)
    for step in range(10_001):
        error = F @ w - price
        if np.mean(error**2) / 2 < 1.01 * best:
            return step
        w -= lr * F.T @ error / 200  # w ← w - η Xᵀ(Xw - t)/n
    return step + 1


needed = {"raw": steps_needed(raw), "scaled": steps_needed(scaled)}
print(f"scaled: {needed['scaled']} steps   raw: more than 10,000 steps: {needed['raw'] > 10_000}")

# %% [markdown]
# So scale the inputs first. (For a network, section 4 will show the same.)
#
# ## 4. All rows, one row, or some
#
# The gradient is a mean over the training rows. Must we read all of them for every step? Three ways:
#
# | name | rows for one step | steps in one reading of $n$ rows (an **epoch**) |
# |---|---|---|
# | **batch** (full-batch) | all $n$ | 1 |
# | **mini-batch** | $B$, often 16 to 256 | $n/B$, rounded up |
# | **stochastic** | 1 | $n$ |
#
# Our rows are 700 points on two interleaved half circles, "two moons". They belong to a published
# run that we shall meet again in section 8, as does the network: 2-10-5-1, with sigmoids.

# %%
points, classes = moons(1000, 0.2, np.random.RandomState(42))
X, X_test, y, y_test = train_test_split(points, classes, test_size=0.3, random_state=42)
Y = y[:, None].astype(float)
logistic, sizes = ACTIVATIONS["logistic"], [2, 10, 5, 1]


def normal_weights(n_in, n_out, rng):
    """The run's first weights: W ~ N(0, 1), b = 0."""
    return rng.standard_normal((n_in, n_out)), np.zeros(n_out)


def first_params():
    return init_params(sizes, np.random.RandomState(42), normal_weights)


# %% [markdown]
# A mini-batch gives a rough gradient: the right one *on average*, plus noise. How much noise? If the
# rows are drawn at random, their mean is off by an amount that shrinks with $\sqrt B$, as for every
# mean of a sample.

# %%
guess = predict(
    "256 rows instead of 16: by what factor does the noise of the gradient shrink?",
    options=[2, 4, 16],
)

# %%
params = first_params()


def first_gradient(rows):
    """The gradient of the first layer's weights, from some of the rows."""
    _, grads = loss_and_gradient(params, X[rows], Y[rows], logistic, binary_cross_entropy)
    return grads[0].W


exact, noise = first_gradient(np.arange(700)), {}
for B in (1, 16, 256):
    errors = np.array([first_gradient(rng.integers(700, size=B)) for _ in range(400)]) - exact
    noise[B] = np.sqrt(np.mean(np.sum(errors**2, axis=(1, 2)))) / np.linalg.norm(exact)
    print(f"{B:3} rows: the noise is {noise[B]:.1f} times as long as the gradient")
ratio = noise[16] / noise[256]

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=int(round(ratio)), why="√(256/16) = 4. Sixteen times the work for a quarter of the noise: "
       "so one would rather take sixteen rough steps.")

# %% [markdown]
# To meet every row once in an epoch, shuffle the row numbers and cut them into pieces. The last
# piece may be smaller; it is kept.


# %% tags=["teaches"]
def minibatches(order, batch_size):
    """Cut the row numbers in order into batches, the last perhaps smaller."""
    for start in range(0, len(order), batch_size):
        yield order[start : start + batch_size]


# %%
print([batch.tolist() for batch in minibatches(np.random.default_rng(0).permutation(7), 3)])

# %% [markdown]
# **The training loop.** Now everything that learning needs is on the table. Write the loop that you will meet in
# every program of this kind: for each epoch a new order of the rows; for each batch a forward pass, the loss and
# its $\delta$, a backward pass, and a step for each $W$ and $b$. `loss` and `f`, `f_prime` are functions that you
# know from lessons 03 to 05.


# %%
def training_loop(params, X, Y, f, f_prime, loss, lr, epochs, batch_size, rng):
    """Descend in place, by mini-batches; returns the losses of all batches, in order."""
    losses = []
    for _ in range(epochs):
        for rows in minibatches(rng.permutation(len(Y)), batch_size):
            ### BEGIN SOLUTION
            Z, cache = forward(params, X[rows], f)
            value, delta = loss(Z, Y[rows])
            grads = backward(params, cache, delta, f_prime)
            for layer, grad in zip(params, grads, strict=True):
                sgd(layer.W, grad.W, {}, lr)
                sgd(layer.b, grad.b, {}, lr)
            ### END SOLUTION
            losses.append(value)
    return losses


# %% jupyter={"source_hidden": true}
by_hand, by_train = first_params(), first_params()
for _ in train(by_train, X, Y, activation=logistic, loss=binary_cross_entropy, step=sgd, lr=0.3,
               epochs=1, batch_size=32, rng=np.random.default_rng(0)):
    pass
try:
    batch_losses = training_loop(by_hand, X, Y, sigmoid, sigmoid_prime, binary_cross_entropy, 0.3, 1,
                                 32, np.random.default_rng(0))
    same = all(np.allclose(a, b) for p, q in zip(by_hand, by_train, strict=True)
               for a, b in zip(p, q, strict=True))
    print("the loop moves every weight as the course's train does:", same)
except NotImplementedError:
    print("The loop is not written yet. The lesson goes on with the course's own, train.")

# %% [markdown]
# From here on we use the course's own loop, `train`. Beyond yours it takes any step rule (`step`) and hands each
# array its own dictionary `state`; and it stops for a look after every epoch. Its two parts serve alone, too:
# `loss_and_gradient` is the forward and backward pass, `update` the steps for all arrays.
#
# One reading of all rows: is it better to take many rough steps from it, or one exact step? Each way gets its own
# best rate. (Tried while writing: rates up to where the loss grows, each at most 1.8 times the one before; the cell
# runs the best, and the rough ways with three shuffles.)

# %%
ways = {  # rows for a step, and the best rate
    "batch: 700 rows, 1 step": (700, 3.2),
    "mini-batch: 32 rows, 22 steps": (32, 14),
    "stochastic: 1 row, 700 steps": (1, 0.5),
}


def losses_by_epoch(B, lr, shuffle=0, inputs=X):
    """The loss on all rows after each of 15 epochs."""
    params = first_params()
    passes = train(params, inputs, Y, activation=logistic, loss=binary_cross_entropy, step=sgd,
                   lr=lr, epochs=15, batch_size=B, rng=np.random.default_rng(shuffle))
    return [binary_cross_entropy(forward(params, inputs, sigmoid)[0], Y)[0] for _ in passes]


tries = {name: [losses_by_epoch(*way, shuffle) for shuffle in range(3 if way[0] < 700 else 1)]
         for name, way in ways.items()}
last = [np.median([curve[-1] for curve in curves]) for curves in tries.values()]
curves = {name: curves[0] for name, curves in tries.items()}

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
plots.plot_curves(
    curves, ax=ax, xlabel="epochs (readings of all 700 rows)", ylabel="loss on all rows"
)
ax.set(ylim=(0, 0.75), title="The same reading, more steps from it")
show_figure(
    fig,
    alt="Loss by epoch for three batch sizes. Full batches fall slowly and end above 0.3; "
    "mini-batches and single rows end below 0.2, with jumps on the way.",
    caption=f"Loss after 15 readings: {last[0]:.1f} from all rows at once; from 32 rows and from single "
    f"rows (middle one of three shuffles) below 0.25: {max(last[1:]) < 0.25}.",
)

# %% [markdown]
# One reading is one step for full batches, whatever the rate, and fifteen steps do not get far. Between 32 rows and
# single ones there is little to choose here. So why not always single rows? Two reasons. A computer multiplies 32 rows with the weights in much
# less time than 32 single ones. And where no weights suit all rows at once, their noise never ends: at the
# bottom the *mean* gradient is 0, but each row still pulls its own way, so the weights keep jumping about. (If
# one set of weights fits every row exactly, every pull ends there, and so does the noise.) Against that helps a **schedule**, a learning rate that falls with the number of
# steps $t$, such as the exponential decay $\eta_t = \eta_0 \cdot r^{t/T}$: after each $T$ steps it is $r$
# times what it was. On the houses of section 3, where we know the lowest loss, one row in each step:

# %%
lowest = np.mean((price - scaled @ np.linalg.lstsq(scaled, price, rcond=None)[0]) ** 2) / 2
schedules = {
    "constant": lambda t: 0.05,
    "falling": lambda t: 0.05 * 0.1 ** (t / 2000),
}  # η₀ · r^(t/T)
excess = {}
for name, rate_at in schedules.items():
    w, mixer, excess[name] = np.zeros(3), np.random.default_rng(0), []
    for t in range(6000):
        i = mixer.integers(200)
        w -= rate_at(t) * (scaled[i] @ w - price[i]) * scaled[i]  # the gradient of row i alone
        excess[name].append(np.mean((scaled @ w - price) ** 2) / 2 - lowest)
ends = {name: np.mean(values[-1000:]) for name, values in excess.items()}

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.2))
for name, values in excess.items():
    ax.semilogy(range(0, 6000, 20), values[::20], lw=1.2, label=f"{name} rate")
ax.set(
    xlabel="step, of one row each", ylabel="loss above the lowest",
    title="A constant rate keeps shaking",
)
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="Loss above its lowest value, on a logarithmic axis. Both curves fall quickly at "
    "first. With the constant rate it then jumps about at one level; with the falling rate it "
    "sinks further.",
    caption="In the last 1000 steps the falling rate is at least 10 times closer to the lowest "
    f"loss: {ends['constant'] > 10 * ends['falling']}.",
)

# %% [markdown]
# Mini-batches, with a falling rate if need be, are the usual compromise.
#
# For a network, too, inputs must be scaled. Here is the mini-batch run again, but with the second coordinate of the
# points in a unit 100 times smaller, so that its numbers are 100 times larger. Its best rate is then 0.17:

# %%
unscaled = np.median([losses_by_epoch(32, 0.17, k, X * [1, 100])[-1] for k in range(3)])
print(f"loss after 15 epochs: scaled {last[1]:.1f}, unscaled {unscaled:.1f}")

# %% [markdown]
# ## 5. Where to start
#
# ### Never from zeros
#
# A network of four hidden neurons is trained from equal weights.

# %%
guess = predict(
    "A 2-4-1 network with tanh; all its weights start at 0.5. How many different hidden "
    "neurons has it after 500 steps?",
    options=[1, 2, 4],
)

# %%
tanh = ACTIVATIONS["tanh"]
distinct, moved = {}, {}
for value in (0.5, 0.0):
    params = [
        Layer(np.full((2, 4), value), np.zeros(4)),
        Layer(np.full((4, 1), value), np.zeros(1)),
    ]
    for _ in train(params, X, Y, activation=tanh, loss=binary_cross_entropy, step=sgd, lr=0.5,
                   epochs=500, batch_size=700, rng=rng, shuffle=False):
        pass
    columns = np.round(params[0].W, 9).T  # one row for each hidden neuron
    distinct[value] = len(np.unique(columns, axis=0))
    triples = zip(
        ("W1", "b1", "W2", "b2"), (*params[0], *params[1]), (value, 0, value, 0), strict=True
    )
    moved[value] = [name for name, array, before in triples if np.any(array != before)]
    print(
        f"all weights {value}: {distinct[value]} different neuron; moved: {', '.join(moved[value])}"
    )

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=distinct[0.5], why="Equal neurons see the same, feed the same, and get the same gradient: the four stay one. From zeros "
       "it is worse: the output weights are 0, so no error comes back, and nothing moves but the output bias.")

# %% [markdown]
# So first weights must differ: random numbers **break the symmetry**. How large should they be?
#
# ### What reaches each layer
#
# A signal passes forward through the layers, and an error comes back. If each layer makes them a
# little smaller, little is left after ten. Follow the sizes. First in numbers: add up $n$ products of a random
# input of mean square 1 and a random weight of spread $\sigma = 0.1$.

# %%
mixer = np.random.default_rng(3)
for n in (1, 100, 400):
    sums = (mixer.normal(size=(5000, n)) * mixer.normal(0, 0.1, size=(5000, n))).sum(axis=1)
    print(f"{n:3} products: spread of the sum {np.std(sums):.1f}, its square {np.var(sums):.2f}")

# %% [markdown]
# The *squares* of the spreads, the variances, add up: one product has 0.01, a hundred have 1, four hundred 4.
# In general, a neuron adds up $n_\text{in}$ products $a_j w_j$. If the weights are
# random with mean 0 and variance $\sigma^2$ ($\sigma$ is their spread; only the letter is the sigmoid's), so
# the mean square of $z$ is $n_\text{in}\, \sigma^2$ times the mean square of $a$. Such a $z$
# is as often negative as positive, so ReLU keeps half of its mean square. One layer multiplies the typical
# size (the root of the mean square) by
#
# $$ \sqrt{n_\text{in}\, \sigma^2 / 2}. $$
#
# Kaiming He and colleagues (2015) chose $\sigma^2 = 2/n_\text{in}$, which makes it 1. Xavier Glorot and
# Yoshua Bengio (2010) had looked at both directions, for activations with slope 1 at 0 such as tanh.
# Forward, $n_\text{in}$ products add up, which asks for $\sigma^2 = 1/n_\text{in}$. On the way back a
# neuron's error is a sum of $n_\text{out}$ products $w\,\delta$, which asks for $1/n_\text{out}$. The middle
# is $2/(n_\text{in} + n_\text{out})$; for equal layers that is $\sigma = 1/\sqrt n$, the old rule of thumb.


# %% tags=["teaches"]
def he_normal(n_in, n_out, rng):
    """W ~ N(0, 2 / n_in), b = 0: keeps the size of the signal through ReLU."""
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


def glorot_uniform(n_in, n_out, rng, factor=6.0):
    """W ~ U(-c, c), c = √(6 / (n_in + n_out)): variance c²/3 = 2 / (n_in + n_out).

    The biases are drawn too, as scikit-learn does; zeros would serve as well.
    """
    c = np.sqrt(factor / (n_in + n_out))
    return rng.uniform(-c, c, (n_in, n_out)), rng.uniform(-c, c, n_out)


# %% [markdown]
# We compare five ways in a network of ten hidden layers with 100 neurons each: zeros, **small**
# ($\sigma = 0.01$), **large** ($\sigma = 1$), Glorot and He. For each layer: the typical size of its
# activations, and of the error $\delta = \partial L/\partial Z$ that comes back to it (lesson 05).


# %%
def normal(spread):
    return lambda n_in, n_out, rng: (spread * rng.standard_normal((n_in, n_out)), np.zeros(n_out))


INITS = {"zeros": normal(0.0), "small": normal(0.01), "large": normal(1.0),
         "Glorot": glorot_uniform, "He": he_normal}
signal = rng.normal(size=(500, 100))
targets = one_hot(rng.integers(10, size=500), 10)


# %%
def typical_sizes(init, activation):
    """Of the activations and of delta, hidden layers 1 to 10."""
    layers = init_params([100] * 11 + [10], np.random.default_rng(1), init)
    layers = [
        Layer(W, 0 * b) for W, b in layers
    ]  # biases 0 for all, so that the weights alone count
    Z, cache = forward(layers, signal, activation.f)
    _, delta = softmax_cross_entropy(Z, targets)
    forwards, backwards = [np.sqrt(np.mean(A**2)) for A in cache.A[1:]], []
    for l in range(10, 0, -1):
        delta = (delta @ layers[l].W.T) * activation.f_prime(cache.Z[l - 1])
        backwards.insert(0, np.sqrt(np.mean(delta**2)))
    return np.array(forwards), np.array(backwards)


# %%
reach = {(act, name): typical_sizes(init, ACTIVATIONS[act])
         for act in ("relu", "tanh") for name, init in INITS.items()}
factors = {}
print("factor a layer, ReLU   predicted   measured")
for name, spread in {"small": 0.01, "large": 1, "Glorot": 0.1, "He": np.sqrt(2) / 10}.items():
    forwards, _ = reach["relu", name]
    factors[name] = (forwards[-1] / forwards[0]) ** (
        1 / 9
    )  # from layer 1 to layer 10: nine factors
    print(f"{name:<22} {np.sqrt(100 * spread**2 / 2):9.2g}   {factors[name]:8.1g}")

# %% jupyter={"source_hidden": true}
PANELS = {"ReLU: activations": ("relu", 0), "ReLU: errors δ": ("relu", 1),
          "tanh: activations": ("tanh", 0), "tanh: errors δ": ("tanh", 1)}


def plot_reach(ax, title, act, which):
    """One curve for each way to start; zeros have none on a logarithmic axis."""
    for i, name in enumerate(list(INITS)[1:]):
        ax.semilogy(
            range(1, 11), reach[act, name][which], marker=plots.MARKERS[i], ms=5, label=name
        )
    ax.set(xticks=range(1, 11), ylabel="typical size", title=title)
    ax.minorticks_off()
    ax.grid(axis="y")


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(2, 2, figsize=(10, 6), sharex=True)
for ax, (title, (act, which)) in zip(axes.flat, PANELS.items(), strict=True):
    plot_reach(ax, title, act, which)
axes[0, 1].legend(loc="upper left", bbox_to_anchor=(1, 1))
for ax in axes[1]:
    ax.set_xlabel("hidden layer")
show_figure(
    fig,
    alt="Four panels on logarithmic axes: size of the activations and of the returning errors "
    "in ten layers, for ReLU and for tanh. Small weights: both vanish. Large weights: with "
    "ReLU both explode; with tanh the activations stay at 1 and the errors explode. Glorot "
    "falls slowly, He stays level. Zeros are not drawn: nothing arrives.",
    caption="After ten ReLU layers: small weights leave less than a billionth, He keeps more "
    "than half. From zeros nothing arrives at all.",
)

# %% [markdown]
# With large weights and tanh the activations look healthy, but most of them sit at $-1$ or $1$: the
# neurons are saturated, as in lesson 03. The errors grow from layer to layer on their way back.
#
# Does it matter for learning? Five equal networks learn the small digits (8 × 8 pixels, 10 classes) for ten
# epochs: 64-50-50-50-50-10 with ReLU. Each start gets its own best rate of thirteen from 0.00001 to 10 (tried while
# writing; from zeros and from small weights all thirteen end alike). For large weights that is 0.003, and they are
# run at 0.1 as well, the best rate of Glorot's.

# %%
D, d = digits_8x8()
D_hot = one_hot(d, 10)
starts = [("zeros", 0.1), ("small", 0.1), ("large", 0.003), ("large", 0.1), ("Glorot", 0.1),
          ("He", 0.32)]
learned, trained = {}, {}
for name, lr in starts:
    layers = [Layer(W, 0 * b) for W, b in
              init_params([64, 50, 50, 50, 50, 10], np.random.default_rng(1), INITS[name])]
    for _ in train(layers, D, D_hot, activation=ACTIVATIONS["relu"], loss=softmax_cross_entropy,
                   step=sgd, lr=lr, epochs=10, batch_size=50, rng=np.random.default_rng(2)):
        pass
    trained[name, lr] = layers
    learned[name, lr] = np.mean(forward(layers, D, ACTIVATIONS["relu"].f)[0].argmax(axis=1) == d)
    print(f"{name:<6} at {lr:<5}  accuracy {learned[name, lr]:.1f}")

# %% [markdown]
# From zeros and from small weights no error comes back that is worth the name, and no rate mends that. From large
# ones the first steps at 0.1 are so wild that they leave every ReLU of the last hidden layer dead (lesson 03). A
# rate thirty times smaller saves them; but then they learn less in the same time than Glorot's and He's.
#
# From now on we import these functions: `from mlp_lesson.network import he_normal, glorot_uniform`.
#
# ## 6. Two checks before every long training
#
# **The loss at the start.** Before it has learned, a classifier with small weights gives each of its
# $k$ classes the same probability $1/k$. The cross-entropy is then $-\ln(1/k) = \ln k$, whatever the
# data are.

# %%
for k in (2, 3, 10, 100):
    layers = init_params([64, 30, k], np.random.default_rng(0), normal(0.001))
    Z, _ = forward(layers, D, tanh.f)
    value, _ = softmax_cross_entropy(Z, one_hot(rng.integers(k, size=len(D)), k))
    print(f"k = {k:<4} loss at the start {value:.3f}   ln k = {np.log(k):.3f}")
large = init_params([64, 30, 10], np.random.default_rng(0), normal(1.0))
wild, _ = softmax_cross_entropy(forward(large, D, tanh.f)[0], D_hot)
print(
    f"k = 10   loss at the start with large weights is more "
    f"than twice ln 10: {wild > 2 * np.log(10)}"
)

# %% [markdown]
# A loss far above $\ln k$ before the first step says: the first weights are too large, or the loss
# is not what you think it is. (With He's weights expect a little more than $\ln k$.)
#
# **Overfit one batch.** A network with more hidden neurons than examples can learn 20 rows by heart. If no
# reasonable learning rate makes it, look for a mistake. Below is a common one: the rows are shuffled, the labels
# are not. (More *weights* than examples is not enough: 64-2-10 has 160 of them, but its two neurons would have to
# tell ten classes apart.)

# %%
memorized = {}
for name, bug in {"right": False, "labels not shuffled along": True}.items():
    layers, states = (
        init_params([64, 30, 10], np.random.default_rng(0), he_normal),
        [{} for _ in range(4)],
    )
    few, few_hot, mixer = D[:20], D_hot[:20], np.random.default_rng(1)
    for _ in range(500):
        order = mixer.permutation(20)
        answers = few_hot if bug else few_hot[order]
        _, grads = loss_and_gradient(layers, few[order], answers, tanh, softmax_cross_entropy)
        update(layers, grads, sgd, states, lr=0.5)
    memorized[name] = softmax_cross_entropy(forward(layers, few, tanh.f)[0], few_hot)[0]
    print(f"{name:<26} loss on the 20 rows below 0.01: {memorized[name] < 0.01}")

# %% jupyter={"source_hidden": true}
narrow = []
for lr in (0.1, 0.2, 0.5, 1, 2):
    layers = init_params([64, 2, 10], np.random.default_rng(0), he_normal)
    for _ in range(1000):
        value, grads = loss_and_gradient(layers, few, few_hot, tanh, softmax_cross_entropy)
        update(layers, grads, sgd, [{} for _ in range(4)], lr)
    narrow.append(value)
print(f"64-2-10, the best of five rates, 1000 steps: loss above 0.3: {min(narrow) > 0.3}")

# %% [markdown]
# ## 7. Steps with a memory
#
# Plain descent forgets every gradient at once. The following four rules remember, each something
# else. Every weight has its own memory, so one formula serves for all.
#
# **Momentum** (Polyak 1964) remembers a speed $v$. The gradient pushes, the factor $\mu$ ("mu", 0.9 as a
# rule) is what is left of the speed after each step:
#
# $$ v \leftarrow \mu v - \eta g, \qquad w \leftarrow w + v. $$
#
# Write one such step. It returns the new $w$ and the new $v$.


# %%
def momentum_step(w, grad, velocity, lr, momentum):
    """v ← μv - ηg;  w ← w + v."""
    ### BEGIN SOLUTION
    velocity = momentum * velocity - lr * grad
    return w + velocity, velocity
    ### END SOLUTION


# %%
momentum_step = checked("momentum_step", momentum_step)

# %%
w, v = 0.0, 0.0
for n in range(1, 31):
    w, v = momentum_step(w, 1.0, v, lr=0.1, momentum=0.9)
    if n in (1, 2, 10, 30):
        print(f"step {n:2} on a slope of 1: v = {v:.2f}")

# %% [markdown]
# On a steady slope $g = 1$ the speed grows to where $v = \mu v - \eta$, that is $v = -\eta/(1-\mu)$:
# ten times as fast as plain descent. Across a ravine the pushes alternate and cancel.
#
# **Nesterov's** variant (1983) takes the gradient not where the weight is, but where its speed is about
# to carry it:
#
# $$ v \leftarrow \mu v - \eta\, g(w + \mu v), \qquad w \leftarrow w + v. $$
#
# In code it is easier to store that place ahead, $a = w + \mu v$, since the gradient is wanted there. From
# $w = a - \mu v$ the step takes the weight to $(a - \mu v) + (\mu v - \eta g) = a - \eta g$, and the next place
# ahead is $\mu v$ farther, with the new $v$:
#
# $$ v \leftarrow \mu v - \eta g, \qquad a \leftarrow a - \eta g + \mu v. $$
#
# This is what the code below does, and what our pictures show: in `nesterov` the array called `w` holds $a$. Both
# rules change `w` in place and keep $v$ in `state`, so that any of the rules fits into the same loop.


# %% tags=["teaches"]
def momentum(w, g, state, lr, *, momentum=0.9):
    """v ← μv - ηg;  w ← w + v."""
    v = state.setdefault("v", np.zeros_like(w))
    v *= momentum  # v ← μv
    v -= lr * g    #         - ηg
    w += v         # w ← w + v


def nesterov(w, g, state, lr, *, momentum=0.9):
    """v ← μv - ηg;  w ← w - ηg + μv: w holds the place ahead."""
    v = state.setdefault("v", np.zeros_like(w))
    v *= momentum      # v ← μv
    v -= lr * g        #         - ηg
    w -= lr * g        # w ← w - ηg
    w += momentum * v  #        + μv


# %% [markdown]
# **RMSprop** (Hinton 2012) remembers how large each weight's gradients have been: $s$ is a running mean
# of their squares, with $\rho = 0.9$ ("rho"). Each step is measured in that unit, so steep and flat
# directions move at the same speed:
#
# $$ s \leftarrow \rho s + (1 - \rho) g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt s + \varepsilon}. $$
#
# ($\varepsilon$, "epsilon", is tiny; it prevents a division by zero.)
#

# %% tags=["teaches"]
def rmsprop(w, g, state, lr, *, decay=0.9, eps=1e-8):
    """s ← ρs + (1-ρ)g²;  w ← w - ηg / (√s + ε)."""
    s = state.setdefault("s", np.zeros_like(w))
    s *= decay                # s ← ρs
    s += (1 - decay) * g**2   #    + (1-ρ)g²
    w -= lr * g / (np.sqrt(s) + eps)


# %% [markdown]
# **Adam** (Kingma and Ba 2015) remembers both: $m$, a running mean of the gradients ($\beta_1 = 0.9$), and
# $v$, one of their squares ($\beta_2 = 0.999$). Both begin at 0, and so are too small at first. If the
# gradient is always $g$, then after $t$ steps
#
# $$ m = (1 - \beta_1)\,(1 + \beta_1 + \dots + \beta_1^{t-1})\, g = (1 - \beta_1^t)\, g . $$
#
# (It is a geometric sum: multiply out, and all but the first and the last term cancel.) So divide $m$ by
# $1 - \beta_1^t$, and $v$ by $1 - \beta_2^t$. The corrected means are called $\hat m$ and $\hat v$:
#
# $$ m \leftarrow \beta_1 m + (1-\beta_1) g, \quad v \leftarrow \beta_2 v + (1-\beta_2) g^2, \qquad
# \hat m = \frac{m}{1-\beta_1^t}, \quad \hat v = \frac{v}{1-\beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}. $$


# %%
def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    """One step, the t-th (from 1): returns the new w, m and v, the means uncorrected."""
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
    ### END SOLUTION


# %%
adam_step = checked("adam_step", adam_step)

# %% [markdown]
# In place, and with the two corrections folded into one factor, as at the end of section 2 of their paper and in
# scikit-learn (the $\varepsilon$ then counts for $\sqrt v$, not for $\sqrt{\hat v}$; where it is as tiny as here,
# that makes no difference that one could see):


# %% tags=["teaches"]
def adam(w, g, state, lr, *, beta1=0.9, beta2=0.999, eps=1e-8):
    """m and v: running means of g and g²;  w ← w - η · correction · m / (√v + ε)."""
    m, v = (state.setdefault(name, np.zeros_like(w)) for name in "mv")
    state["t"] = t = state.get("t", 0) + 1
    m *= beta1                   # m ← β₁m
    m += (1 - beta1) * g         #   + (1-β₁)g
    v *= beta2                   # v ← β₂v
    v += (1 - beta2) * g**2      #   + (1-β₂)g²
    w -= lr * (1 - beta2**t) ** 0.5 / (1 - beta1**t) * m / (np.sqrt(v) + eps)


# %%
guess = predict(
    "One weight, and the very first gradient is 1000. The learning rate is 0.01. How far does Adam "
    "move the weight?",
    options=["1000", "10", "0.01", "0.001"],
)

# %%
first_moves = {}
for g in (1000.0, 0.001):
    w = np.zeros(1)
    adam(w, np.array([g]), {}, lr=0.01)
    first_moves[g] = -w[0]
    print(f"gradient {g:g}: the weight moves by {-w[0]:.4f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=f"{first_moves[1000.0]:g}", why="After the correction m is g and v is g², and m/√v is 1, whatever the gradient's size. "
       "Adam's first step is η for every weight whose gradient is not 0.")

# %% [markdown]
# ### On the bowl and in the ravine
#
# Each rule may choose the best of the same 400 learning rates, evenly spaced on a logarithmic scale from 0.001 to
# 1. (They all walk at once, one row for each rate: the rules work on arrays of any shape.) Then we count its
# steps until the loss stays below a thousandth of what it was at the start. A third place joins in, a **long
# ravine** with the curvatures 1 and 500.

# %%
RULES = {"plain": sgd, "momentum": momentum, "Nesterov": nesterov, "RMSprop": rmsprop, "Adam": adam}
guess = predict("Which rule needs the fewest steps to the bottom of the bowl?", options=list(RULES))


# %%
def steps_to_the_bottom(curvatures, step, rates, n_steps=600):
    """For each rate, steps until the loss stays below a thousandth of its first value."""
    starts, lr = np.tile(start, (len(rates), 1)), rates[:, None]
    places = walk(lambda w: curvatures * w, starts, step, lr, n_steps)  # (steps + 1, rates, 2)
    loss = (curvatures * places**2).sum(axis=2) / 2
    above = ~(loss < loss[0] / 1000)
    return n_steps + 1 - above[::-1].argmax(axis=0)                     # after the last one above


# %%
places = {"bowl": bowl, "ravine": ravine, "long ravine": np.array([1.0, 500.0])}
all_rates = np.geomspace(0.001, 1, 400)
best = {}
with np.errstate(all="ignore"):  # the rates that are too large overflow
    for name, step in RULES.items():
        for place, curvatures in places.items():
            steps = steps_to_the_bottom(curvatures, step, all_rates)
            best[name, place] = int(steps.min()), all_rates[steps.argmin()]
print("steps".ljust(10), *(place.ljust(22) for place in places))
for name in RULES:
    cells = (f"{n:3d} (rate {lr:.2g})".ljust(22) for n, lr in (best[name, at] for at in places))
    print(name.ljust(10), *cells)

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=min(RULES, key=lambda name: best[name, "bowl"]),
    why="In the bowl the gradient points straight to the bottom, and the rate 1 = 1/λ goes all the way. Momentum "
    "keeps its speed there and runs past. (Nesterov's weight arrives in one step, too, and stays; only the place "
    "ahead, which our code stores and counts, overshoots and is back after the second.)")

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(5, 2, figsize=(8, 9), sharex=True, sharey=True)
for row, (name, step) in zip(axes, RULES.items(), strict=True):
    for ax, place in zip(row, ("bowl", "ravine"), strict=True):
        (steps, lr), curvatures = best[name, place], places[place]
        path = walk(lambda w, c=curvatures: c * w, start, step, lr, steps)
        plot_walk(curvatures, path, ax, f"{name}, {place}: {steps} step{'s' * (steps > 1)}")
    row[0].set_ylabel("$w_2$")
axes[-1, 0].set_xlabel("$w_1$")
axes[-1, 1].set_xlabel("$w_1$")
show_figure(
    fig,
    alt="The walk of each of the five rules over the height lines of the bowl and of the "
    "ravine, with its best learning rate. In the bowl plain descent jumps to the bottom. In "
    "the ravine it zigzags from wall to wall, ever less; momentum swings less often, Nesterov hardly, "
    "and RMSprop and Adam take smooth curves.",
    caption="Steps in the ravine: "
    + ", ".join(f"{name} {best[name, 'ravine'][0]}" for name in RULES)
    + ".",
)

# %% [markdown]
# No rule wins everywhere. In the bowl nothing beats plain descent with $\eta = 1/\lambda$: one step. In the
# ravine, plain descent at its best rate keeps up with momentum at $\mu = 0.9$ better than one would think, 71 steps
# against 60; Nesterov needs 30. In the long ravine memory pays for all: ten times the condition number costs plain
# descent six times the steps, and momentum hardly any. RMSprop and Adam have a strength of their own. Walk both
# places with the same rate, and compare the paths:

# %%
for name in ("plain", "RMSprop", "Adam"):
    in_bowl, in_ravine = (
        walk(lambda w, c=c: c * w, start, RULES[name], 0.01, 60) for c in (bowl, ravine)
    )
    print(
        f"{name:<8} the same path in the bowl and in the ravine: "
        f"{np.allclose(in_bowl, in_ravine, atol=1e-4)}"
    )

# %% [markdown]
# They do not see the steepness at all. Where all gradients of a weight are 50 times larger, so are $\sqrt s$ and
# $\sqrt v$, and the ratio stays. (In the picture above their paths differ because their best rates do; and the step
# counts differ because the *loss* of the ravine counts the same $w_2^2$ fifty times.) So one learning rate suits
# weights of very different scales. (A ravine that runs slantwise across the axes they do feel: there no weight has a
# scale of its own.)
#
# ### Move it yourself
#
# - Plain descent in the ravine: raise the learning rate across $2/\lambda_{\max} = 0.04$. Where does it begin to explode?
# - Momentum in the ravine, at a rate where plain descent explodes: its limit is $2(1+\mu)/\lambda_{\max}$,
#   0.076 for $\mu = 0.9$. Change $\mu$, and the limit moves.
# - Adam in the bowl, then in the ravine, with the same rate: can you tell from the path which one it is?
# - Keep a walk, then choose another rule, to compare the two.

# %%
descent()

# %% [markdown]
# ### On a real loss
#
# The five rules on the loss of the two moons, 300 steps from the same first weights, all rows in every step; each
# rule with each of the same 21 learning rates. To treat the network's 91 weights and biases like the two weights
# above, we write them into one long row.


# %%
def pack(layers):
    """All weights and biases of a network in one row."""
    return np.concatenate([array.ravel() for layer in layers for array in layer])


def unpack(w):
    """The reverse: a row of 91 numbers -> the layers of the 2-10-5-1 network."""
    layers, at = [], 0
    for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
        W, b = np.split(w[at : at + (n_in + 1) * n_out], [n_in * n_out])
        layers.append(Layer(W.reshape(n_in, n_out), b))
        at += (n_in + 1) * n_out
    return layers


# %%
def loss_at(w):
    return binary_cross_entropy(forward(unpack(w), X, sigmoid)[0], Y)[0]


def gradient_at(w):
    return pack(loss_and_gradient(unpack(w), X, Y, logistic, binary_cross_entropy)[1])


# %%
first, real_rates = pack(first_params()), np.geomspace(0.01, 100, 21)
real = {}
with np.errstate(all="ignore"):
    for name, step in RULES.items():
        last_places = (walk(gradient_at, first, step, lr, 300)[-1] for lr in real_rates)
        real[name] = np.array([loss_at(w) for w in last_places])
        print(f"{name:<9} loss at its best rate, {real_rates[real[name].argmin()]:.2g}: "
              f"below 0.08: {real[name].min() < 0.08}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
for i, (name, values) in enumerate(real.items()):
    ax.semilogx(real_rates, values, marker=plots.MARKERS[i], ms=5, label=name)
ax.set(xlabel="learning rate", ylabel="loss after 300 steps", ylim=(0, 0.75),
       title="Each rule has its own scale of rates")
ax.grid(axis="y")
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="Loss after 300 steps against the learning rate, logarithmic, one curve for each of the five rules. "
    "Each falls as the rate grows, and then shoots up. The curves of RMSprop and Adam have their valley near "
    "0.1 to 1, momentum and Nesterov at a few, plain descent near 10; its valley is the least deep.",
    caption="At its best rate every rule with a memory ends lower than plain descent at its best: "
    f"{max(real[name].min() for name in list(RULES)[1:]) < real['plain'].min()}.",
)

# %% [markdown]
# So memory helps here, too. And see how much the rate does: at a rate of 4 momentum would win, at 0.1 Adam, each by
# a wide margin. A comparison at *one* rate compares the rate. Between the four rules with a memory this
# run settles nothing; with other first weights their order changes.

# %% [markdown]
# From now on we import the rules: `from mlp_lesson.optimizers import sgd, momentum, nesterov, rmsprop, adam`.
#
# ## 8. A published run, and its flaw
#
# A book chapter trains this network on these moons "by hand": 1000 steps on all 700 rows, learning
# rate 0.01, and it prints the loss at every hundredth epoch. Its output error is
# $\delta = \hat y - y$, and its gradients are sums over the rows. The next cell does the same.

# %%
params, states = first_params(), [{} for _ in range(6)]
losses, history = [], []
for _ in range(1000):
    Z, cache = forward(params, X, sigmoid)
    losses.append(binary_cross_entropy(Z, Y)[0])  # a mean over the rows
    history.append(pack(params))
    delta = sigmoid(Z) - Y                        # as the chapter has it
    grads = backward(params, cache, delta, sigmoid_prime)
    update(params, grads, sgd, states, lr=0.01)
losses, history = np.array(losses), np.array(history)
accuracy = np.mean((forward(params, X_test, sigmoid)[0][:, 0] > 0) == y_test)

# %%
print("loss at epochs 0, 100, ..., 900:")
print(*(f"{value:.4f}" for value in losses[::100]))
print(f"test accuracy: {accuracy:.2f}")

# %% [markdown]
# The numbers are the chapter's, to the last digit. Here is a film of the run: the plane as the network sees it,
# at six epochs.

# %% jupyter={"source_hidden": true}
def decide(P, w):
    """The class of each point: 1 where the logit is above 0."""
    return (forward(unpack(w), P, sigmoid)[0][:, 0] > 0).astype(int)


def film_frame(ax, epoch):
    """The border at that epoch, and every fourth point as a small dot."""
    plots.plot_decision_regions(
        lambda P, w=history[epoch]: decide(P, w), X[::4], y[::4], ax=ax, resolution=100
    )
    ax.get_legend().remove()
    for dots in ax.collections:
        dots.set_sizes([9])
        dots.set_linewidth(0.2)
    ax.set(xticks=[], yticks=[], xlabel="", ylabel="", title=f"epoch {epoch}")


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(2, 3, figsize=(9, 6))
for ax, epoch in zip(axes.flat, (0, 5, 100, 250, 400, 900), strict=True):
    film_frame(ax, epoch)
show_figure(
    fig,
    alt="Six small maps of the plane with the two moons. At epoch 0 a border cuts across both "
    "moons; at 5 all points are called orange; at 100 the border is a straight line between the moons; "
    "from 250 on it bends more and more around them.",
    caption="From a border anywhere, through one answer for all and a straight line, to a border that follows.",
)

# %% [markdown]
# Look at the printed losses again: from epoch 600 to epoch 700 the loss *jumps*, from 0.0938 to 0.1417.
# Full-batch descent with small steps should go downhill every time (section 2). Lesson 05 gave you the tool for such a suspicion: compare the gradient with
# finite differences of the loss.

# %%
Z, cache = forward(unpack(first), X, sigmoid)
used = pack(backward(unpack(first), cache, sigmoid(Z) - Y, sigmoid_prime))
ratios = used / numerical_gradient(loss_at, first)
print(f"gradient used / slope of the loss: from {ratios.min():.2f} to {ratios.max():.2f}")

# %% [markdown]
# For each of the 91 numbers the ratio is 700, the number of rows. The loss is a *mean* over the rows, the
# gradient a *sum*: one of them has lost a factor $1/n$.

# %%
guess = predict(
    "The chapter says that its learning rate is 0.01. For the loss that it prints, "
    "what is it really?",
    options=["0.01/700", "0.01", "7", "700"],
)

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=f"{0.01 * ratios.mean():.0f}", why="w − 0.01 · (700 · gradient) is a step of 7 times the gradient of the loss.")

# %% [markdown]
# A learning rate of 7! Section 2 says what to look at: the largest curvature. A network's surface is no
# parabola, but around every place it looks like one, and $\lambda_{\max}$ changes from place to place.
# To find it without the whole Hessian, push the weights a little in some direction $u$, see how the
# gradient changes, and take that change as the next direction. The steepest direction takes over
# (**power iteration**).


# %%
def largest_curvature(w, u, n_rounds=10, h=1e-4):
    """λmax at w and its direction, starting from the direction u."""
    for _ in range(n_rounds):
        u = u / np.linalg.norm(u)
        change = (gradient_at(w + h * u) - gradient_at(w - h * u)) / (2 * h)  # H u
        curvature, u = u @ change, change
    return curvature, u / np.linalg.norm(u)


# %%
epochs = np.arange(660, 761)
_, u = largest_curvature(history[660], rng.normal(size=91), n_rounds=100)
curvatures, directions = [], []
for epoch in epochs:
    value, u = largest_curvature(history[epoch], u)
    curvatures.append(value)
    directions.append(u)
stable = 2 / np.array(curvatures)

# %% jupyter={"source_hidden": true}
fig, (top, bottom) = plt.subplots(2, 1, figsize=(7.6, 5.4), sharex=True)
top.plot(epochs, losses[epochs])
top.plot(700, losses[700], "o", color=plots.PALETTE[2])
top.annotate("printed: 0.1417", (700, losses[700]), xytext=(10, 0), textcoords="offset points")
top.set(ylabel="loss", title="Loss and limit around the jump")
bottom.plot(epochs, stable, color=plots.PALETTE[1], label="limit $2/\\lambda_{\\max}$")
bottom.axhline(7, color="black", lw=1.2, label="learning rate, 0.01 · 700 = 7")
bottom.set(xlabel="epoch", ylabel="learning rate")
bottom.legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="Two panels over epochs 660 to 760. Top, the loss: calm near 0.08, then two bursts, "
    "near 699 and near 741. Bottom, the limit two over the largest curvature: before each "
    "burst it sinks below the line at 7, during the burst it swings widely, after it it is "
    "above 7 again.",
    caption=f"The limit is {stable[10]:.1f} at epoch 670 and {stable[25]:.1f} at epoch 685; the "
    f"step stays 7. Highest loss: {losses[690:710].max():.2f}, at epoch "
    f"{690 + losses[690:710].argmax()}.",
)

# %% [markdown]
# In the calm at epoch 670 the limit $2/\lambda_{\max}$ lies above 7. As the loss falls, the valley gets
# narrower, until the limit sinks below 7. From then on, each step along the steepest direction overshoots, as
# in section 1: the steps change sign every time and grow by about $|1 - 7\lambda_{\max}|$. (That is why the
# limit flickers: the weights jump from wall to wall, and the two walls are not equally curved.) The loss
# climbs until the weights are thrown out to a place where the valley is wider, the limit is above 7 again,
# and the descent calms down. Epoch 700 happened to fall into such an outburst. Check the sign and the growth:

# %%
u = directions[25]  # the steepest direction at epoch 685
along = np.diff(history[683:694], axis=0) @ u
growth = (np.abs(along[8]) / np.abs(along[0])) ** (1 / 8)
expected = np.abs(1 - 7 * np.array(curvatures[23:31])).prod() ** (1 / 8)
print("steps along it alternate in sign:", bool(np.all(along[1:] * along[:-1] < 0)))
print(f"growth a step: expected {expected:.1f}, measured {growth:.1f}")

# %% [markdown]
# Nor was that the first time. Look at every tenth epoch of the whole run:

# %%
limits_seen = []
for epoch in range(0, 1000, 10):
    value, u = largest_curvature(history[epoch], u, n_rounds=30)
    limits_seen.append(2 / value)
over = np.mean(np.array(limits_seen) < 7)
print(f"share of epochs at which 7 is beyond the limit: more than two thirds: {over > 2 / 3}")
swing = np.diff(history[300:302], axis=0)[0]            # from wall to wall
felt = np.diff([gradient_at(w) for w in history[300:302]], axis=0)[0] @ swing / (swing @ swing)
print(f"epoch 300: limit from the curvature at the place {limits_seen[30]:.0f}, "
      f"from the mean curvature along the next step {2 / felt:.0f}")
jumping = np.mean(np.diff(losses[250:350]) > 0)
print(f"epochs 250 to 350: the loss rises in {jumping:.1f} of the steps, and is never above "
      f"{losses[250:350].max():.1f}")

# %% [markdown]
# Most of the time the step is beyond the limit, and still there are few outbursts. Why? The limit is that of a
# parabola, and a network's valley is none: higher up its walls flatten, and far swings feel a smaller curvature than
# the one at the bottom. So a zigzag grows only until it meets walls on which the same step no longer overshoots. Often
# it then stays as it is, jumping from wall to wall with every step, as at epoch 300, where the limit is 4 (the thick
# band in the next picture). Meanwhile the other directions still go downhill. An outburst comes where the walls give
# way only farther out. (The second line above measures that at epoch 300: by the curvature at the place the limit is
# 4, by the mean curvature along the whole step from wall to wall it is just the 7 of the step itself.) Section 2
# tells where steps begin to grow; how far they grow it does not tell.
#
# To mend the run, put the $1/n$ into $\delta$, where it belongs, and choose the learning rate for what it is. With 1, every step goes downhill. With 0.01, the rate
# that was meant, 1000 steps would have been far too few.

# %%
walks = {lr: walk(gradient_at, first, sgd, lr, 999) for lr in (0.01, 1.0)}
mended = {
    1.0: np.array([loss_at(w) for w in walks[1.0]]),
    0.01: [loss_at(w) for w in walks[0.01][::37]],
}
rises = {
    "published": int((np.diff(losses) > 0).sum()),
    "mended": int((np.diff(mended[1.0]) > 0).sum()),
}

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
ax.plot(
    range(0, 1000, 37), mended[0.01], color=plots.PALETTE[4], label="gradient mended, rate 0.01"
)
ax.plot(losses, color=plots.PALETTE[1], lw=1.2, label="as published (really 7)")
ax.plot(mended[1.0], color=plots.PALETTE[0], label="gradient mended, rate 1")
ax.set(
    xlabel="epoch", ylabel="loss", ylim=(0, 0.8),
    title="The right gradient goes downhill at every step",
)
ax.legend()
show_figure(
    fig,
    alt="Three loss curves over 1000 epochs. With 0.01 the loss falls slowly to about 0.5. The "
    "published run falls with zigzags and bursts to 0.08; with rate 1 the curve is smooth and "
    "ends at 0.09.",
    caption=f"Rate 1: {rises['mended']} of 999 steps go up. As published: more than 100 do: "
    f"{rises['published'] > 100}. Rate 0.01 ends at {mended[0.01][-1]:.1f}.",
)

# %% [markdown]
# The published run even ends a little lower, because its steps are longer. But nobody had chosen their
# length: with twice as many rows it would double.
#
# The chapter's second run leaves the work to scikit-learn: hidden layers (10, 5), ReLU, Adam. Both runs, its
# figures beside ours:

# %% tags=["results"]
library = MLPClassifier((10, 5), max_iter=1000, random_state=42).fit(X, y)
printed = "0.7422 0.2968 0.2715 0.1847 0.1221 0.1006 0.0938 0.1417 0.0788 0.0848".split()
print("run | printed there | here")
for i, j in ((0, 4), (4, 7), (7, 10)):
    there = " ".join(printed[i:j])
    here = " ".join(f"{value:.4f}" for value in losses[100 * i : 100 * j : 100])
    span = f"epochs {100 * i}-{100 * j - 100}"
    print(f"half-moons by hand, loss, {span} | {there} | {here}")
print(f"half-moons by hand, test accuracy | 0.95 | {accuracy:.2f}")
print(
    f"half-moons, MLPClassifier((10, 5)), test accuracy "
    f"| 0.97 | {library.score(X_test, y_test):.2f}"
)

# %% [markdown]
# ## 9. Other first weights, other valleys
#
# In the bowl every way ends at the same place. The loss of a network has many places where a descent comes
# to rest. Take the smallest problem of this course, XOR (lesson 02), and the smallest network for it: 2-2-1
# with ReLU, an identity output and half the squared error. Fifty starts with He's weights, each with 500 steps
# of momentum:

# %%
guess = predict(
    "How many of the fifty solve XOR?", options=["all", "more than half", "fewer than half"]
)

# %%
P, t = logic_gate("xor")
relu, T = ACTIVATIONS["relu"], t[:, None].astype(float)


def xor_run(seed, n_hidden=2):
    """The loss after 500 steps, the length of its gradient, and the layers."""
    layers, states = (
        init_params([2, n_hidden, 1], np.random.default_rng(seed), he_normal),
        [{} for _ in range(4)],
    )
    for _ in range(501):
        value, grads = loss_and_gradient(layers, P, T, relu, half_squared_error)
        update(layers, grads, momentum, states, lr=0.1)
    return value, np.linalg.norm(pack(grads)), layers


# %%
runs = [xor_run(seed) for seed in range(50)]
finals, slopes = np.array([run[:2] for run in runs]).T
for value, count in zip(*np.unique(finals.round(4), return_counts=True), strict=True):
    print(f"{count:2} of 50 end at the loss {value:.4f}")
print(f"every gradient there is shorter than 1e-9: {slopes.max() < 1e-9}")

# %% jupyter={"source_hidden": true}
solved = np.sum(finals < 1e-4)
reveal(
    guess, answer="all" if solved == 50 else "more than half" if solved > 25 else "fewer than half",
    why="The others have come to rest elsewhere. Their gradient is 0, so no further step will move them.")

# %% [markdown]
# Look inside, and the reason is in lesson 03: dead ReLUs. Where the loss is $1/8$ both hidden neurons are dead,
# and the output bias answers $\frac12$ to all four points: $\frac12 \cdot \left(\frac12\right)^2$. Where it
# is $1/12$ one is dead. The other picks out one of the two points with target 1, and the three that are left
# get the mean of their targets, $\frac13$. Where it is $1/16$, two points are right and the other two, with
# the targets 0 and 1, get $\frac12$. (With 8 hidden neurons most of the fifty starts find the way.)
#
# One can even prove that such a surface is no bowl. A bowl-shaped (**convex**) loss never rises above
# the straight line between two of its points. Take a network that solves XOR, and its twin: the same
# network with its two hidden neurons exchanged. The twin computes the same, so it has the same loss.
# On the straight way from one to the other, each neuron is blended with the other.

# %%
(W1, b1), (W2, b2) = solution = min(runs, key=lambda run: run[0])[2]
twin = [Layer(W1[:, ::-1], b1[::-1]), Layer(W2[::-1], b2)]
shares = np.linspace(0, 1, 41)
heights = []
for share in shares:
    blend = [Layer((1 - share) * A.W + share * B.W, (1 - share) * A.b + share * B.b)
             for A, B in zip(solution, twin, strict=True)]
    heights.append(half_squared_error(forward(blend, P, relu.f)[0], T)[0])

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3))
ax.plot(shares, heights)
ax.plot([0, 1], [heights[0], heights[-1]], "o--", color="gray", lw=1)
ax.set(xlabel="share of the twin in the blend", ylabel="loss",
       title="Two equally good networks, and a hill between them")
show_figure(
    fig,
    alt="The loss on the straight way from a network to its twin: 0 at both ends, a hill between.",
    caption=f"The loss at both ends: {heights[0]:.2f} and {heights[-1]:.2f}; on top of the "
    f"hill: {max(heights):.2f}.",
)

# %% [markdown]
# So a result from one seed is an anecdote. Report several, and their spread.
#
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("06-largest-rate")
quiz("06-mean-and-sum")
quiz("06-he-spread")
quiz("06-adam-divisor")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("06-saturated-tanh")
quiz("06-cross-entropy")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
# 1 and 2: one weight, two weights
assert np.allclose(walk(lambda w: 4 * w, [1.0], sgd, 0.1, 3).ravel(), [1, 0.6, 0.36, 0.216])
assert (
    np.isclose(1 - 0.6 * 4, -1.4)
    and 2 / 4 == 0.5
    and walk(lambda w: 4 * w, [1.0], sgd, 0.25, 1)[1, 0] == 0
)
heights_before, heights_after = (
    np.sum(ravine * w**2) / 2 for w in walk(lambda w: ravine * w, start, sgd, 1e-6, 1)
)
assert np.isclose(
    (heights_after - heights_before) / (-1e-6 * np.sum((ravine * start) ** 2)), 1, rtol=1e-4
)
assert (
    np.isclose(abs(1 - 50 * 0.036), 0.8)
    and np.isclose(1 - 50 * 0.004, 0.8)
    and np.isclose(50 * 0.041 - 1, 1.05)
)
assert (
    np.isclose(1 - 0.04, 0.96)
    and round(0.98**50, 2) == 0.36
    and abs((1 - 1 / 500) ** 500 - 0.36) < 0.01
)
# 3 and 4: the limit measured, scaling, batches
assert abs(limit / 0.04 - 1) < 1e-3 and all(abs(r - 1) < 0.01 for r in limits.values())
assert rooms.min() == 1 and rooms.max() == 6 and 30 <= area.min() and area.max() <= 200
assert (
    conditions["raw"] > 10_000 > 10 > conditions["scaled"]
    and needed["raw"] > 10_000
    and needed["scaled"] < 100
)
assert 3.5 < ratio < 4.5 and sum(1 for _ in minibatches(np.arange(700), 32)) == 22
assert ends["constant"] > 10 * ends["falling"] and unscaled > 1.3 * last[1]
w, mixer, line_prices = np.zeros(3), np.random.default_rng(0), scaled @ [200.0, 30.0, 150.0]
for i in mixer.integers(200, size=3000):                       # a line fits every row: no noise
    w -= 0.05 * (scaled[i] @ w - line_prices[i]) * scaled[i]
assert np.abs(scaled @ w - line_prices).max() < 1e-6
assert batch_losses[-1] < batch_losses[0] and same and min(narrow) > 0.3
# 5: first weights
assert distinct == {0.5: 1, 0.0: 1} and moved[0.0] == ["b2"] and "W1" in moved[0.5]
assert 0.65 < factors["Glorot"] < 0.75 and 0.9 < factors["He"] < 1.1
assert reach["relu", "small"][0][-1] < 1e-9 and reach["relu", "He"][0][-1] > 0.5
assert all(not reach[act, "zeros"][which].any() for act in ("relu", "tanh") for which in (0, 1))
saturated = forward(
    init_params([100] * 11 + [10], np.random.default_rng(1), normal(1.0)), signal, np.tanh
)[1].A[5]
assert np.mean(np.abs(saturated) > 0.99) > 0.5
assert max(learned[start] for start in (starts[0], starts[1], starts[3])) < 0.2
assert min(learned["Glorot", 0.1], learned["He", 0.32]) > learned["large", 0.003] > 0.8
assert not forward(trained["large", 0.1], D, relu.f)[1].A[4].any()  # the last hidden layer is dead
# 6: two checks
at_start = softmax_cross_entropy(
    forward(init_params([64, 30, 10], np.random.default_rng(0), he_normal), D, tanh.f)[0], D_hot
)[0]
assert np.log(10) < at_start < 1.5 * np.log(10)
assert memorized["right"] < 0.01 and memorized["labels not shuffled along"] > 1
# 7: steps with a memory
assert all(np.isclose(move, 0.01, rtol=1e-3) for move in first_moves.values())
speed = -np.diff(walk(lambda w: np.ones(1), [0.0], momentum, 0.1, 200).ravel())[-1]
assert np.isclose(speed, 0.1 / (1 - 0.9))
w, v, ahead = start.copy(), np.zeros(2), walk(lambda w: ravine * w, start, nesterov, 0.01, 20)
for _ in range(20):
    v = 0.9 * v - 0.01 * ravine * (w + 0.9 * v)
    w = w + v
assert np.allclose(ahead[-1], w + 0.9 * v)  # Nesterov's rule and ours agree
assert np.isclose(0.1 * sum(0.9**i for i in range(7)), 1 - 0.9**7)
slant = np.array([[1, -1], [1, 1]]) / np.sqrt(2)  # turns by 45 degrees
turned = [
    walk(lambda w, c=c: slant @ (c * (slant.T @ w)), slant @ start, adam, 0.01, 60)
    for c in (bowl, ravine)
]
assert not np.allclose(*turned, atol=0.01)
count = {key: steps for key, (steps, _) in best.items()}
assert min(RULES, key=lambda name: count[name, "bowl"]) == "plain" and count["plain", "bowl"] == 1
assert [count[name, "ravine"] for name in ("plain", "momentum", "Nesterov")] == [71, 60, 30]
assert all(count[name, "long ravine"] < count["plain", "long ravine"] / 3 for name in list(RULES)[1:])
assert 5.5 < count["plain", "long ravine"] / count["plain", "ravine"] < 6.5
assert count["momentum", "long ravine"] < 1.2 * count["momentum", "ravine"]
ahead_of_bowl = walk(lambda w: w, start, nesterov, 1.0, 2)     # textbook: w = a - μv, v = -start
assert np.allclose(ahead_of_bowl[1] + 0.9 * start, 0) and np.allclose(ahead_of_bowl[2], 0)
limit_of_momentum = [
    np.abs(walk(lambda w: 50 * w, [1.0], momentum, lr, 2000)[-1, 0]) for lr in (0.0755, 0.0765)
]
assert (
    limit_of_momentum[0] < 1e-3 and limit_of_momentum[1] > 1e3 and np.isclose(2 * 1.9 / 50, 0.076)
)
assert max(real[name].min() for name in list(RULES)[1:]) < 0.08 < 0.09 < real["plain"].min()
at_4, at_01 = ({name: values[i] for name, values in real.items()} for i in (13, 5))
assert min(at_4, key=at_4.get) in ("momentum", "Nesterov") and min(at_01, key=at_01.get) == "Adam"
assert at_4["Adam"] > 2 * at_4["momentum"] and at_01["momentum"] > 2 * at_01["Adam"]
# 8: the published run
assert [f"{value:.4f}" for value in losses[::100]] == printed and f"{accuracy:.2f}" == "0.95"
assert round(2 / felt) == 7 and over > 2 / 3 and losses[250:350].max() < 0.35
assert (
    rises["published"] > 100
    and round(2 / largest_curvature(history[300], directions[0], 60)[0]) == 4
)
assert len(first) == 91 and np.allclose(ratios, 700, rtol=1e-4) and len(X) == 700
assert stable[10] > 7 > stable[25] and rises["mended"] == 0 and abs(growth / expected - 1) < 0.1
flicker = np.diff(stable[10:31])  # epochs 670 to 690
assert (
    np.all(flicker[1:] * flicker[:-1] < 0)
    and mended[0.01][-1] > 0.4
    and losses[-1] < mended[1.0][-1]
)
# 9: other first weights
assert (
    np.allclose(np.unique(finals.round(4)), [0, 1 / 16, 1 / 12, 1 / 8], atol=1e-4)
    and slopes.max() < 1e-9
)
assert sum(xor_run(seed, n_hidden=8)[0] < 1e-4 for seed in range(50)) > 25 > 2 * solved
answers = {
    tuple(sorted(forward(layers, P, relu.f)[0].ravel().round(2))) for value, _, layers in runs
}
assert answers == {(0, 0, 1, 1), (0, 0.5, 0.5, 1), (0.5, 0.5, 0.5, 0.5), (0.33, 0.33, 0.33, 1)}
alive = {
    (value.round(4), int(forward(layers, P, relu.f)[1].A[1].any(axis=0).sum()))
    for value, _, layers in runs
}
assert {(0.0, 2), (0.0833, 1), (0.125, 0)} <= alive and all(n for v, n in alive if v < 0.12)
assert max(heights[0], heights[-1]) < 1e-9 and max(heights) > 0.05
# quiz
assert np.allclose(H @ [1, 1], [2, 2]) and np.allclose(H @ [1, -1], [10, -10])
assert (1 - 200 * 0.1) == -19 and np.isclose(np.sqrt(2 / 400), 0.0707, atol=1e-4)
assert np.isclose(np.sqrt(400 * 0.0001 / 2), 0.14, atol=0.005) and np.isclose(
    np.sqrt(400 / 2), 14, atol=0.5
)
assert np.isclose(-np.log(0.01), 4.6, atol=0.01)
claims_hold()

# %% [markdown]
# ## Sources
#
# X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep feedforward neural
# networks, *AISTATS*. K. He, X. Zhang, S. Ren, J. Sun (2015), Delving deep into rectifiers, *ICCV*.
# Y. Nesterov (1983), A method of solving a convex programming problem with convergence rate O(1/k²), *Soviet
# Mathematics Doklady* 27. G. Hinton (2012), *Neural Networks for Machine Learning*, lecture 6: RMSprop, which
# never had a paper. D. P. Kingma, J. Ba (2015), Adam: a method for stochastic optimization, *ICLR*. B. T. Polyak (1964), Some
# methods of speeding up the convergence of iteration methods, *USSR Computational Mathematics and
# Mathematical Physics* 4(5). J. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar (2021), Gradient descent on
# neural networks typically occurs at the edge of stability, *ICLR*: outbursts like that of section 8.
