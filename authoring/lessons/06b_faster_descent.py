# %% [markdown]
# # {{title}}
#
# In a long, narrow valley plain gradient descent zigzags across and creeps along (lesson 06). What if a step could
# remember the steps before it? And what if the learning rate is not what you think it is?
#
# **After this lesson you can**
# - write momentum, Nesterov, RMSprop and Adam from their formulas, and say what each remembers;
# - compare rules fairly: each at its own best rate;
# - find the flaw in a published training run with a gradient check;
# - say what a training run that has come to rest may have found.
#
# *About {{time}}. Builds on [06](06_gradient_descent.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, sigmoid, sigmoid_prime
from mlp_lesson.checks import checked, own
from mlp_lesson.data import logic_gate, moons
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.losses import binary_cross_entropy, half_squared_error
from mlp_lesson.network import Layer, backward, forward, he_normal, init_params
from mlp_lesson.optimizers import sgd, walk
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import loss_and_gradient, update
from mlp_lesson.widgets.descent import descent

rng = np.random.default_rng(0)
bowl, ravine = np.array([1.0, 1.0]), np.array([1.0, 50.0])  # the curvatures, as in lesson 06
start = np.array([-8.0, 2.0])

# %% [markdown]
# ## 1. Steps with a memory
#
# Plain descent, the rule `sgd` of lesson 06, forgets every gradient at once. The following four rules remember, each
# something else. Every weight has its own memory, so one formula serves for all.
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
guess = predict("The gradient is 1 at every step, η = 0.1, μ = 0.9. How fast does it get?",
                options=["0.1 a step", "1 a step", "faster and faster"])

# %%
w, v = 0.0, 0.0
for n in range(1, 31):
    w, v = momentum_step(w, 1.0, v, lr=0.1, momentum=0.9)
    if n in (1, 2, 10, 30):
        print(f"step {n:2} on a slope of 1: v = {v:.2f}")

# %% jupyter={"source_hidden": true}
reveal(guess, answer="1 a step" if 0.9 < -v < 1 else "0.1 a step",
       why="Each step keeps nine tenths of the speed and adds 0.1: at a speed of 1 it loses as much as it gains.")

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
# So in `nesterov` below the array called `w` holds $a$, and our pictures show it. Both rules change `w` in place and
# keep $v$ in `state`, so that any of the rules fits into the same loop.


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

# %% tags=["teaches"]
def rmsprop(w, g, state, lr, *, decay=0.9, eps=1e-8):
    """s ← ρs + (1-ρ)g²;  w ← w - ηg / (√s + ε)."""
    s = state.setdefault("s", np.zeros_like(w))
    s *= decay                # s ← ρs
    s += (1 - decay) * g**2   #    + (1-ρ)g²
    w -= lr * g / (np.sqrt(s) + eps)


# %% [markdown]
# **Adam** (Kingma and Ba 2015) remembers both: $m$, a running mean of the gradients ($\beta_1 = 0.9$), and
# $v$, one of their squares ($\beta_2 = 0.999$). ($v$ is no speed here, and $t$ counts the steps: the letters are those
# of the paper.) Both begin at 0, and so are too small at first. If the gradient is always $g$, then after $t$ steps
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


# %% jupyter={"source_hidden": true}
quiz("06b-adam-divisor")

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
       "Adam's first step is η long for every weight whose gradient is well above ε.")

# %% [markdown]
# ## 2. On the bowl and in the ravine
#
# Each rule may choose the best of the same 400 learning rates, evenly spaced on a logarithmic scale from 0.001 to 1.
# (They all walk at once, one row for each rate: the rules work on arrays of any shape.) Then we count its
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

# %% jupyter={"source_hidden": true}
print("steps".ljust(10), *(place.ljust(22) for place in places))
for name in RULES:
    cells = (f"{n:3d} (rate {lr:.2g})".ljust(22) for n, lr in (best[name, at] for at in places))
    print(name.ljust(10), *cells)

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=min(RULES, key=lambda name: best[name, "bowl"]),
    why="In the bowl the gradient points straight to the bottom, and the rate 1 = 1/λ goes all the way (0.98, in the "
    "table, near enough). Momentum keeps its speed there and runs past. (Nesterov's weight arrives in one step, too, "
    "and stays; only the place ahead, which our code stores and counts, overshoots and is back after the second.)")

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(5, 2, figsize=(8, 9), sharex=True, sharey=True)
for row, (name, step) in zip(axes, RULES.items(), strict=True):
    for ax, place in zip(row, ("bowl", "ravine"), strict=True):
        (steps, lr), curvatures = best[name, place], places[place]
        path = walk(lambda w, c=curvatures: c * w, start, step, lr, steps)
        plots.plot_walk(curvatures, path, ax=ax, title=f"{name}, {place}: {steps} step{'s' * (steps > 1)}")
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
# descent six times the steps (not ten: the loss starts eight times higher there, so a thousandth of it is sooner
# reached), and momentum hardly any. RMSprop and Adam have a strength of their own. Walk both
# places with the same rate, and compare the paths:

# %%
for name in ("plain", "RMSprop", "Adam"):
    paths = [walk(lambda w, c=c: c * w, start, RULES[name], 0.01, 60) for c in (bowl, ravine)]
    print(f"{name:<8} the same path in both places: {np.allclose(*paths, atol=1e-4)}")

# %% [markdown]
# RMSprop and Adam do not see the steepness at all. Where all gradients of a weight are 50 times larger, so are
# $\sqrt s$ and $\sqrt v$, and the ratio stays. (In the picture above their paths differ because their best rates do; and the step
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
# ## 3. On a real loss
#
# The five rules on the loss of lesson 06's two moons, 300 steps from the same first weights, all 700 rows in every
# step; each rule with each of the same 21 learning rates. To treat the network's 91 weights and biases like the two
# weights above, we write them into one long row.

# %%
points, classes = moons(1000, 0.2, np.random.RandomState(42))
X, X_test, y, y_test = train_test_split(points, classes, test_size=0.3, random_state=42)
Y = y[:, None].astype(float)
logistic, sizes = ACTIVATIONS["logistic"], [2, 10, 5, 1]


def first_params():
    """W ~ N(0, 1), b = 0: those of a published run, which section 4 repeats."""
    def normal(n_in, n_out, rng):
        return rng.standard_normal((n_in, n_out)), np.zeros(n_out)
    return init_params(sizes, np.random.RandomState(42), normal)


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
guess = predict("Each rule at its best rate: which one ends highest?", options=list(RULES))

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
reveal(guess, answer=max(RULES, key=lambda name: real[name].min()),
       why="Plain descent likes the largest rate of all, and even so the rules with a memory get lower.")

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
    caption="At its best rate every rule with a memory ends lower than plain descent at its best.",
)

# %% [markdown]
# So memory helps here, too. And see how much the rate does: at a rate of 4 momentum beats Adam, at 0.1 Adam beats
# momentum, each by a wide margin. A comparison at *one* rate compares the rate. Between the four rules with a memory the
# gaps are small. (With five other first weights, tried while writing, Adam ended lowest each time; the order of the
# others changed.)
#
# From now on we import the rules: `from mlp_lesson.optimizers import sgd, momentum, nesterov, rmsprop, adam`.

# %% [markdown]
# ## 4. A published run, and its flaw
#
# A book chapter trains this network on these moons "by hand": 1000 steps on all 700 rows, learning
# rate 0.01, and it prints the loss at every hundredth epoch. Its output error is
# $\delta = \hat y - y$, and its gradients are sums over the rows. The next cell does the same.

# %%
params, losses, history = first_params(), [], []
for _ in range(1000):
    Z, cache = forward(params, X, sigmoid)
    losses.append(binary_cross_entropy(Z, Y)[0])  # a mean over the rows
    history.append(pack(params))
    delta = sigmoid(Z) - Y                        # as the chapter has it
    grads = backward(params, cache, delta, sigmoid_prime)
    update(params, grads, sgd, [{}] * 6, lr=0.01)
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
# Full-batch descent with small steps should go downhill every time (lesson 06). Lesson 05 gave you the tool for such a
# suspicion: compare the gradient with finite differences of the loss. If you have written your own, it measures.

# %%
my_network = own("numerical_gradient")
Z, cache = forward(unpack(first), X, sigmoid)
used = pack(backward(unpack(first), cache, sigmoid(Z) - Y, sigmoid_prime))
ratios = used / my_network.numerical_gradient(loss_at, first, 6e-6)
print(f"gradient used / slope of the loss: from {ratios.min():.2f} to {ratios.max():.2f}")

# %% [markdown]
# For each of the 91 numbers the ratio is 700, the number of rows. The loss is a *mean* over the rows, the
# gradient a *sum*: it has lost its factor $1/n$.

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
# A learning rate of 7! By lesson 06 that is too much wherever the largest curvature is above $2/7$, and on most of the
# way it is (measured below, for the curious). So the jump at epoch 700 is an outburst: steps that grew from wall to
# wall until they met a wider place.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: the limit, watched from epoch to epoch
#
# Lesson 06 says what to look at: the largest curvature. A network's surface is no
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
# in lesson 06: the steps change sign every time and grow by about $|1 - 7\lambda_{\max}|$. (That is why the
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
# 4, by the mean curvature along the whole step from wall to wall it is just the 7 of the step itself.) Lesson
# 06 tells where steps begin to grow; how far they grow it does not tell.

# %% jupyter={"source_hidden": true}
assert over > 2 / 3 and losses[250:350].max() < 0.35 and round(2 / felt) == 7
assert round(2 / largest_curvature(history[300], directions[0], 60)[0]) == 4
assert stable[10] > 7 > stable[25] and abs(growth / expected - 1) < 0.1
flicker = np.diff(stable[10:31])  # epochs 670 to 690
assert np.all(flicker[1:] * flicker[:-1] < 0)

# %% [markdown]
# ### The run, mended
#
# Put the $1/n$ into $\delta$, where it belongs, and choose the learning rate for what it is: first 1, then 0.01, the
# rate that was meant.

# %%
fates = ["nearly all of the 999", "more than 100", "none"]
guess = predict("With the mended gradient and the rate 1: how many steps go up?", options=fates)

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
reveal(guess, answer=fates[2 if rises["mended"] == 0 else 1],
       why="The limit 2/λmax stays above 1 all the way. At 7, as published, more than 100 steps go up.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
ax.plot(
    range(0, 1000, 37), mended[0.01], color=plots.PALETTE[4], label="gradient mended, rate 0.01"
)
ax.plot(losses, color=plots.PALETTE[1], lw=1.2, label="as published (really 7)")
ax.plot(mended[1.0], color=plots.PALETTE[0], label="gradient mended, rate 1")
ax.set(
    xlabel="epoch", ylabel="loss", ylim=(0, 0.8),
    title="A rate of 1 goes downhill at every step",
)
ax.legend()
show_figure(
    fig,
    alt="Three loss curves over 1000 epochs. With 0.01 the loss falls slowly to about 0.5. The "
    "published run falls with zigzags and bursts to 0.08; with rate 1 the curve is smooth and "
    "ends at 0.09.",
    caption=f"Rate 1: {rises['mended']} of 999 steps go up; as published, more than 100. "
    f"Rate 0.01 ends at {mended[0.01][-1]:.1f}.",
)

# %% [markdown]
# The published run even ends a little lower, because its steps are longer. But nobody had chosen their
# length: with twice as many rows it would double. With 0.01, 1000 steps would have been far too few.

# %% jupyter={"source_hidden": true}
quiz("06b-mean-and-sum")

# %% [markdown]
# The chapter's second run leaves the work to scikit-learn: hidden layers (10, 5), ReLU, Adam. Both runs, its
# figures beside ours:

# %% tags=["results"] jupyter={"source_hidden": true}
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
# ## 5. Other first weights, other valleys
#
# In the bowl every way ends at the same place. The loss of a network has many places where a descent comes
# to rest. In lesson 03 nudges got stuck; do slopes? The nine numbers once more: XOR and 2-2-1, this time
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
    layers = init_params([2, n_hidden, 1], np.random.default_rng(seed), he_normal)
    states = [{} for _ in range(4)]
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
# Look inside, and the reason is in lesson 03: ReLUs that are off. Where the loss is $1/8$ both hidden neurons are dead,
# and the output bias answers $\frac12$ to all four points: $\frac12 \cdot \left(\frac12\right)^2$. Where it
# is $1/12$ one is dead. The other picks out one of the two points with target 1, and the three that are left
# get the mean of their targets, $\frac13$. (Both have one exception among their runs.)
# Where it is $1/16$, none is dead, but both are off at two points, with the targets 0 and 1, which get $\frac12$. (With 8 hidden neurons most of the fifty starts find the way.)
#
# Nor is every place with gradient 0 a valley. On a **saddle point**, as on a pass between two mountains, the loss falls
# in some directions and rises in others. The zero weights of lesson 06 were on one (once the output bias had
# settled): nothing moves them, and yet the smallest push in the right direction would set off a descent.

# %% jupyter={"source_hidden": true}
quiz("06b-dead-relu")

# %% [markdown]
# So a result from one seed is an anecdote. Report several, and their spread.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: two equally good networks, and a hill between them
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

# %% jupyter={"source_hidden": true}
assert max(heights[0], heights[-1]) < 1e-9 and max(heights) > 0.05

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("06b-twenty-rows")
quiz("06b-delta-sizes")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
# 1 to 3: steps with a memory
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
# 4: the published run
assert [f"{value:.4f}" for value in losses[::100]] == printed and f"{accuracy:.2f}" == "0.95"
assert rises["published"] > 100 and rises["mended"] == 0
assert len(first) == 91 and np.allclose(ratios, 700, rtol=1e-4) and len(X) == 700
assert mended[0.01][-1] > 0.4 and losses[-1] < mended[1.0][-1]
u, tops = directions[0], []
for w in walks[1.0][::20]:
    value, u = largest_curvature(w, u, 20)
    tops.append(value)
assert max(tops) < 2                                             # so the rate 1 is below the limit
# 5: other first weights
assert (
    np.allclose(np.unique(finals.round(4)), [0, 1 / 16, 1 / 12, 1 / 8], atol=1e-4)
    and slopes.max() < 1e-9
)
assert sum(xor_run(seed, n_hidden=8)[0] < 1e-4 for seed in range(50)) > 25 > 2 * solved
answers = {
    tuple(sorted(forward(layers, P, relu.f)[0].ravel().round(2))) for value, _, layers in runs
}
assert answers == {(0, 0, 1, 1), (0, 0.5, 0.5, 1), (0.5, 0.5, 0.5, 0.5), (0.33, 0.33, 0.33, 1)}
alive = [(value.round(4), int(forward(layers, P, relu.f)[1].A[1].any(axis=0).sum())) for value, _, layers in runs]
assert set(alive) >= {(0.0, 2), (0.0625, 2), (0.0833, 1), (0.125, 0)}
assert (alive.count((0.0833, 2)), alive.count((0.125, 1)), alive.count((0.0625, 1))) == (1, 1, 0)
off = [(forward(layers, P, relu.f)[1].A[1] == 0).all(axis=1) for value, _, layers in runs if abs(value - 1 / 16) < 1e-4]
assert all(sorted(t[rows]) == [0, 1] for rows in off)             # both are off at two points, targets 0 and 1
flat = np.log(y.mean() / (1 - y.mean()))                          # zero weights, the best output bias
push = {
    side: [Layer(np.array([[0.1], [0.0]]), np.zeros(1)), Layer(np.array([[side]]), np.array([flat]))]
    for side in (-0.1, 0.0, 0.1)
}
at = {side: loss_and_gradient(net, X, Y, ACTIVATIONS["tanh"], binary_cross_entropy) for side, net in push.items()}
zeros = [Layer(0 * W, b) for W, b in push[0.0]]
level, slope = loss_and_gradient(zeros, X, Y, ACTIVATIONS["tanh"], binary_cross_entropy)
assert np.linalg.norm(pack(slope)) < 1e-9                        # a saddle point: gradient 0,
assert min(at[-0.1][0], at[0.1][0]) < level < max(at[-0.1][0], at[0.1][0])  # down here, up there
claims_hold()

# %% [markdown]
# ## Sources
#
# B. T. Polyak (1964), Some methods of speeding up the convergence of iteration methods, *USSR Computational
# Mathematics and Mathematical Physics* 4(5). Y. Nesterov (1983), A method of solving a convex programming problem with
# convergence rate O(1/k²), *Soviet Mathematics Doklady* 27. G. Hinton (2012), *Neural Networks for Machine Learning*,
# lecture 6: RMSprop, which never had a paper. D. P. Kingma, J. Ba (2015), Adam: a method for stochastic optimization,
# *ICLR*. J. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar (2021), Gradient descent on neural networks typically
# occurs at the edge of stability, *ICLR*: outbursts like that of section 4.
