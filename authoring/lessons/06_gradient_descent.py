# %% [markdown]
# # {{title}}
#
# Lesson 05 found all slopes of a loss at once. They say which way is downhill. How far do you go? How many rows do
# you read before a step? And from where do you start?
#
# **After this lesson you can**
# - predict the learning rate at which training blows up, and measure that you were right;
# - write the training loop, and say what a mini-batch costs and what it brings;
# - choose first weights so that signals and errors reach every layer;
# - make two checks before every long training.
#
# *About {{time}}. Builds on [05](05_backpropagation.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, sigmoid
from mlp_lesson.checks import own
from mlp_lesson.data import digits_8x8, logic_gate, moons
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.losses import binary_cross_entropy, one_hot, softmax_cross_entropy
from mlp_lesson.network import Layer, backward, forward, he_normal, init_params
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import loss_and_gradient, minibatches, train, update

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. The nine numbers, all at once
#
# The nine numbers of the XOR network (lesson 02) learned by nudges in lesson 03, one after the other: about 80 rounds
# of up to 18 tries. Now backpropagation gives all nine slopes together. So move all nine together, each against its
# slope, and by more where the slope is steeper:
#
# $$ \text{number} \leftarrow \text{number} - \eta \cdot \text{its slope}. $$
#
# $\eta$ ("eta") is the **learning rate**. In code a step gets an array `w`, its slopes `g` (the gradient), a dictionary
# `state` in which a cleverer rule can remember things (this one needs none), and the rate. It changes `w` in place.


# %% tags=["teaches"]
def sgd(w, g, state, lr):
    """w ← w - ηg: a step against the gradient."""
    w -= lr * g


# %% [markdown]
# `train`, which you met in lesson 02, takes such steps; in section 5 you will write it. The loss is the cross-entropy
# in bits (lesson 04). We count the steps until it is below a tenth of a bit.


# %%
logistic = ACTIVATIONS["logistic"]


def bits_by_step(lr, n_steps=5000):
    """The loss in bits before each step, from the nine numbers on."""
    corners, target = logic_gate("xor")
    layers = [Layer(np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5])),
              Layer(np.array([[1.0], [1.0]]), np.array([-1.5]))]
    passes = train(layers, corners, target[:, None] * 1.0, activation=logistic, step=sgd, lr=lr,
                   loss=binary_cross_entropy, epochs=n_steps, batch_size=4, rng=rng)
    return np.array([each.loss for each in passes]) / np.log(2)


def report(lr):
    bits[lr] = bits_by_step(lr)
    below = bits[lr] < 0.1
    when = f"after {np.argmax(below)} steps" if below.any() else "not in 5000 steps"
    print(f"rate {lr:3}: {bits[lr][0]:.3f} bits, at most {bits[lr].max():.1f}, below 0.1 {when}")


bits = {}
report(0.1)

# %%
fates = ["about 470 and 5 steps", "about 470 steps, and never", "both never"]
guess = predict("And the rates 1 and 100: when are they below 0.1 bits?", options=fates)

# %%
for lr in (1, 8, 100):
    report(lr)

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=fates[1 if (bits[1] < 0.1).any() and not (bits[100] < 0.1).any() else 0],
    why="Ten times the rate takes a tenth of the steps, for a while. But a slope is only true nearby: a step too long "
    "lands where it says nothing, and the loss goes up.")

# %% [markdown]
# So the right rate saves nearly everything, and the wrong one costs everything. Where is the border?
#
# ## 2. One weight
#
# Take the smallest loss there is, $L(w) = \tfrac12 \lambda w^2$ with $\lambda$ ("lambda") $= 4$: a parabola with
# its lowest point at $w = 0$. Its slope at $w$ is $\lambda w$. You stand at $w = 1$, where the slope
# is 4. With the learning rate $\eta = 0.1$ you go $0.1 \cdot 4 = 0.4$ against the slope
# and arrive at 0.6. The next step goes to 0.36, then to 0.216: each time the weight becomes 0.6 of
# what it was.
#
# **Gradient descent** is this step, again and again, for every weight $w$ with its gradient $g$:
#
# $$ w \leftarrow w - \eta\, g. $$


# %% tags=["teaches"]
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
# ## 3. Two weights: a bowl and a ravine
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
# here and in lesson 06b:
#
# $$ \text{bowl: } L = \tfrac12 (w_1^2 + w_2^2), \qquad \text{ravine: } L = \tfrac12 (w_1^2 + 50\, w_2^2). $$
#
# The ravine has the curvature 1 along the valley and 50 across it. The gradient is
# $(w_1, 50\, w_2)$, so each weight is on its own, with its own factor: $1 - \eta$ along, $1 - 50\eta$
# across. The largest curvature, $\lambda_{\max} = 50$, sets the limit for all: $\eta < 2/50 = 0.04$.
#
# The pictures are maps, seen from above: on each grey **height line** the loss is the same, the cross
# is the bottom, the black dot the start.

# %%
bowl, ravine = np.array([1.0, 1.0]), np.array([1.0, 50.0])  # the curvatures
start = np.array([-8.0, 2.0])


# %% jupyter={"source_hidden": true}
quiz("06-largest-rate")

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(10, 2.3), sharey=True)
for ax, lr in zip(axes, (0.004, 0.036, 0.041), strict=True):
    places = walk(lambda w: ravine * w, start, sgd, lr, 30)
    plots.plot_walk(ravine, places, ax=ax, title=f"$\\eta$ = {lr}: $w_2$ times {1 - 50 * lr:.2f}")
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
# Is the limit as sharp as the formula says?

# %%
fates = ["far below 2", "about 2", "hundreds"]
guess = predict("From |w₂| = 2, 1000 steps at the rate 0.0401. And then?", options=fates)

# %%
for lr in (0.0399, 0.0401):
    end = walk(lambda w: ravine * w, start, sgd, lr, 1000)[-1]
    print(f"rate {lr}: distance across the valley {abs(end[1]):.3g} after 1000 steps")

# %% jupyter={"source_hidden": true}
reveal(guess, answer=fates[0 if abs(end[1]) < 1 else 2 if abs(end[1]) > 100 else 1],
       why="The factor is −1.005, and 1.005 to the power of 1000 is 147. At 0.0399 it is −0.995: the limit is sharp.")

# %% [markdown]
# ## 4. A real landscape, and why inputs are scaled
#
# Now real weights: a line through data. A house has rooms (1 to 6) and an area (30 to 200 square
# metres); one linear neuron is to predict its price $t$. The loss is half the mean of the squared errors. Each
# row of $X$ begins with a 1 for the bias. The gradient is $X^\top (Xw - t)/n$ (lesson 05), and 0 at the lowest
# place $w^*$. Subtract the gradient at $w^*$ from that at $w$:
#
# $$ g = H\,(w - w^*), \qquad H = X^\top X / n. $$
#
# This table $H$ says how the gradient changes with $w$. It holds all second derivatives, and is called the
# **Hessian**.
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
# $1 - \eta\lambda$, as in section 2. The limit is again $2/\lambda_{\max}$, with the largest eigenvalue.

# %%
rooms = rng.integers(1, 7, 200)
area = 15 * rooms + rng.uniform(15, 110, 200)
price = 20 + 15 * rooms + 3 * area + rng.normal(0, 20, 200)
raw = np.column_stack([np.ones(200), rooms, area])
scaled = (raw - [0, rooms.mean(), area.mean()]) / [1, rooms.std(), area.std()]

# %%
inputs = {"raw": raw, "scaled": scaled}
curvatures = {name: np.linalg.eigvalsh(F.T @ F / 200) for name, F in inputs.items()}
for name, (low, _, high) in curvatures.items():    # they come sorted
    print(f"{name:<7} limit {2 / high:.2g}   condition number {high / low:,.0f}")

# %% [markdown]
# Not one house has changed, and the answer of the best line is the same. But with raw numbers the
# area makes one direction so steep that the rate must be tiny, and with a tiny rate the flat directions take for
# ever. After **scaling** each input to mean 0 and spread 1 the ravine is nearly a bowl.

# %%
guess = predict(
    "Until the loss is within 1% of the lowest: scaled inputs take fewer than 20 steps. Raw ones?",
    options=["about 50", "about 1000", "more than 10,000"]
)


# %%
def steps_needed(F, lr):
    """Steps until the loss is within 1% of its lowest value, at most 10,000."""
    places = walk(lambda w: F.T @ (F @ w - price) / 200, np.zeros(3), sgd, lr, 10_000)
    losses = np.mean((places @ F.T - price) ** 2, axis=1) / 2
    best = np.linalg.lstsq(F, price, rcond=None)[0]  # the lowest place of all
    near = losses < 1.01 * np.mean((F @ best - price) ** 2) / 2
    return int(np.argmax(near)) if near[-1] else "more than 10,000"


needed = {name: steps_needed(F, 1 / curvatures[name].max()) for name, F in inputs.items()}
print("steps, at half the limit of each:", needed)

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=needed["raw"] if needed["raw"] == "more than 10,000" else "about 1000",
    why="Its condition number says so: the flattest direction keeps nearly all of its distance at every step. So scale "
    "the inputs first.")

# %% [markdown]
# ## 5. All rows, one row, or some
#
# The gradient is a mean over the training rows. Must we read all of them for every step? Three ways:
#
# | name | rows for one step | steps in one reading of $n$ rows (an **epoch**) |
# |---|---|---|
# | **batch** (full-batch) | all $n$ | 1 |
# | **mini-batch** | $B$, often 16 to 256 | $n/B$, rounded up |
# | **stochastic** | 1 | $n$ |
#
# Our rows are 700 points on two interleaved half circles, "two moons", and the network is 2-10-5-1 with sigmoids.

# %%
points, classes = moons(1000, 0.2, np.random.RandomState(42))
X, _, y, _ = train_test_split(points, classes, test_size=0.3, random_state=42)
Y = y[:, None].astype(float)


def normal(spread):
    """First weights of this spread, biases 0: section 6 asks how large they should be."""
    return lambda n_in, n_out, rng: (spread * rng.standard_normal((n_in, n_out)), np.zeros(n_out))


def first_params():
    return init_params([2, 10, 5, 1], np.random.RandomState(42), normal(1.0))


# %% [markdown]
# A mini-batch gives a rough gradient: the right one *on average*, plus noise. How much noise? If the
# rows are drawn at random, their mean is off by an amount that shrinks as $1/\sqrt B$, as for every
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
# ### The training loop
#
# To meet every row once in an epoch, shuffle the row numbers and cut them into pieces. The last
# piece may be smaller; it is kept. `minibatches(order, batch_size)` cuts; in exercise 06 you write it,
# with the shuffling.

# %%
print([batch.tolist() for batch in minibatches(np.random.default_rng(0).permutation(7), 3)])

# %% [markdown]
# Now everything that learning needs is on the table. Write the loop that you will meet in every program of this
# kind. For each epoch it makes a new order of the rows. For each batch there is a forward pass, the loss and its
# $\delta$, a backward pass, and a step for each $W$ and $b$. Lesson 05's parts, in the package's form:
#
# - `forward(params, X, f)` gives `Z, cache`, and `loss(Z, Y)` gives `value, delta`;
# - `backward(params, cache, delta, f_prime)` gives the gradients, layer by layer;
# - a layer has a `.W` and a `.b`, and `sgd(array, gradient, {}, lr)` changes an array in place.
#
# `own` takes your sigmoid and its slope from your file `my_network.py`, if they are there and right; else the course's.

# %%
my_network = own("sigmoid", "sigmoid_prime")


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
def numbers(layers):
    return np.concatenate([array.ravel() for layer in layers for array in layer])


def what_differs(loop):
    """What the loop does otherwise than the course's train in one epoch, "" if nothing; and its losses."""
    start, mine, right = numbers(first_params()), first_params(), first_params()
    for _ in train(right, X, Y, activation=logistic, loss=binary_cross_entropy, step=sgd, lr=0.3,
                   epochs=1, batch_size=32, rng=np.random.default_rng(0)):
        pass
    try:
        losses = loop(mine, X, Y, my_network.sigmoid, my_network.sigmoid_prime, binary_cross_entropy,
                      0.3, 1, 32, np.random.default_rng(0))
    except NotImplementedError:
        return "The loop is not written yet.", []
    except AttributeError as error:
        return f"{error}. A layer keeps its arrays: change them in place, with sgd(layer.W, ...).", []
    yours, ours = numbers(mine) - start, numbers(right) - start
    if np.allclose(yours, ours):
        return "", losses
    if not yours.any():
        return "No weight has moved: is there a step for each layer's W and b?", losses
    if not any(layer.b.any() for layer in mine):
        return "The biases have not moved: a step for layer.b is missing.", losses
    if yours @ ours < 0:
        return "The weights go uphill: the step is minus the rate times the gradient.", losses
    return ("The weights end elsewhere. Does each batch take X[rows] and Y[rows], and compute its "
            "gradient once, before its steps?"), losses


difference, batch_losses = what_differs(training_loop)
print(difference or "The loop moves every weight as the course's train does.")

# %% [markdown]
# From here on we use the course's own loop, `train`. Beyond yours it takes any step rule (`step`) and hands each
# array its own dictionary `state`; and it stops for a look after every epoch. Its two parts serve alone, too:
# `loss_and_gradient` is the forward and backward pass, `update` the steps for all arrays.
#
# ### Rough steps or exact ones?
#
# One reading of all rows: is it better to take many rough steps from it, or one exact step? Each way gets its own
# best rate. (Tried while writing: rates up to where the loss grows, each at most 1.8 times the one before. The cell
# runs the best. With mini-batches, chance has much to say at such a rate: of 31 shuffles it keeps the one in the
# middle, of single rows the middle one of three.)

# %%
fates = ["all rows at once", "the rough ways: 32 rows, or one", "they are alike"]
guess = predict("15 readings, each way at its best rate: which loss is lower?", options=fates)

# %%
ways = {  # rows for a step, the best rate, and how many shuffles
    "batch: 700 rows, 1 step": (700, 3.2, 1),
    "mini-batch: 32 rows, 22 steps": (32, 11, 31),
    "stochastic: 1 row, 700 steps": (1, 0.17, 3),
}


def losses_by_epoch(B, lr, shuffle=0, inputs=X):
    """The loss on all rows after each of 15 epochs."""
    params = first_params()
    passes = train(params, inputs, Y, activation=logistic, loss=binary_cross_entropy, step=sgd,
                   lr=lr, epochs=15, batch_size=B, rng=np.random.default_rng(shuffle))
    return [binary_cross_entropy(forward(params, inputs, sigmoid)[0], Y)[0] for _ in passes]


def middle_one(B, lr, shuffles, inputs=X):
    """Of the curves from so many shuffles, the one whose end is neither high nor low."""
    curves = [losses_by_epoch(B, lr, shuffle, inputs) for shuffle in range(shuffles)]
    return sorted(curves, key=lambda curve: curve[-1])[shuffles // 2]


curves = {name: middle_one(*way) for name, way in ways.items()}
last = [curve[-1] for curve in curves.values()]

# %% jupyter={"source_hidden": true}
reveal(guess, answer=fates[1 if max(last[1:]) < 0.8 * last[0] else 2],
       why="One reading is one step for full batches, whatever the rate, and fifteen steps do not get far.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
plots.plot_curves(
    curves, ax=ax, xlabel="epochs (readings of all 700 rows)", ylabel="loss on all rows"
)
ax.set(ylim=(0, 0.75), title="The same reading, more steps from it")
show_figure(
    fig,
    alt="Loss by epoch for three batch sizes. Full batches fall slowly and end above 0.3; "
    "mini-batches and single rows end below 0.25, with jumps on the way.",
    caption=f"Loss after 15 readings: {last[0]:.1f} from all rows at once; from 32 rows and from single "
    "rows below 0.25.",
)

# %% [markdown]
# Single rows
# end at least as low as 32 here. So why not always single rows? A computer multiplies 32 rows with the
# weights in much less time than 32 single ones. And where no weights suit all rows at once, the noise of single rows
# never ends: at the bottom the *mean* gradient is 0, but each row still pulls its own way, so the weights keep jumping
# about. (If one set of weights fits every row exactly, every pull ends there, and so does the noise.) Mini-batches are
# the usual compromise, with a **schedule** if need be: a rate that falls as the steps go on.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: a rate that falls, and inputs in the wrong unit
#
# A common schedule is the exponential decay $\eta_i = \eta_0 \cdot r^{i/T}$ for the $i$-th step: after each $T$ steps
# the rate is $r$ times what it was. On the houses of section 4, where we know the lowest loss, one row in each step:

# %%
lowest = np.mean((price - scaled @ np.linalg.lstsq(scaled, price, rcond=None)[0]) ** 2) / 2
schedules = {
    "constant": lambda i: 0.05,
    "falling": lambda i: 0.05 * 0.1 ** (i / 2000),
}  # η₀ · r^(i/T)
excess = {}
for name, rate_at in schedules.items():
    w, mixer, excess[name] = np.zeros(3), np.random.default_rng(0), []
    for i in range(6000):
        row = mixer.integers(200)
        w -= rate_at(i) * (scaled[row] @ w - price[row]) * scaled[row]  # the gradient of one row
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
    caption="In the last 1000 steps the falling rate is at least 10 times closer to the lowest loss.",
)

# %% [markdown]
# For a network, too, inputs must be scaled. Here is the mini-batch run again, but with the second coordinate of the
# points in a unit 100 times smaller, so that its numbers are 100 times larger. Its best rate is then 0.17:

# %%
unscaled = middle_one(32, 0.17, 9, X * [1, 100])[-1]
print(f"loss after 15 epochs: scaled below 0.25, unscaled {unscaled:.1f}")


# %% jupyter={"source_hidden": true}
assert ends["constant"] > 10 * ends["falling"] and unscaled > 1.3 * last[1]
w, mixer, line_prices = np.zeros(3), np.random.default_rng(0), scaled @ [200.0, 30.0, 150.0]
for i in mixer.integers(200, size=3000):                       # a line fits every row: no noise
    w -= 0.05 * (scaled[i] @ w - line_prices[i]) * scaled[i]
assert np.abs(scaled @ w - line_prices).max() < 1e-6

# %% [markdown]
# ## 6. Where to start
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
tanh, relu = ACTIVATIONS["tanh"], ACTIVATIONS["relu"]
distinct, nets = {}, {}
for value in (0.5, 0.0):
    shapes = ((2, 4), (4, 1))
    nets[value] = [Layer(np.full(shape, value), np.zeros(shape[1])) for shape in shapes]
    for _ in train(nets[value], X, Y, activation=tanh, loss=binary_cross_entropy, step=sgd, lr=0.5,
                   epochs=500, batch_size=700, rng=rng):
        pass
    distinct[value] = len(np.unique(nets[value][0].W.round(9), axis=1).T)
    print(f"all weights {value}: {distinct[value]} different neuron")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=distinct[0.5], why="Equal neurons see the same, feed the same, and get the same gradient: the four stay one. From zeros "
       "it is worse: the output weights are 0, so no error comes back; tanh(0) is 0, so they do not move either. "
       "Only the output bias does.")

# %% [markdown]
# So first weights must differ: random numbers **break the symmetry**. How large should they be?
#
# ### What reaches each layer
#
# A signal passes forward through the layers. If each makes it a little smaller, little is left after ten. Follow the
# sizes. First in numbers: add up $n$ products of a random
# input of mean square 1 and a random weight of spread $\sigma = 0.1$.

# %%
mixer = np.random.default_rng(3)
for n in (1, 100, 400):
    sums = (mixer.normal(size=(5000, n)) * mixer.normal(0, 0.1, size=(5000, n))).sum(axis=1)
    print(f"{n:3} products: spread of the sum {np.std(sums):.1f}, its square {np.var(sums):.2f}")

# %% [markdown]
# The *squares* of the spreads, the variances, add up: one product has 0.01, a hundred have 1, four hundred 4.
# In general, a neuron adds up $n_\text{in}$ products $a_j w_j$. If the weights are
# independent, with mean 0 and variance $\sigma^2$ ($\sigma$ is their spread; only the letter is the sigmoid's),
# the mean square of $z$ is $n_\text{in}\, \sigma^2$ times the mean square of $a$. Such a $z$
# is as often negative as positive, so ReLU keeps half of its mean square. One layer multiplies the typical
# size (the root of the mean square) by
#
# $$ \sqrt{n_\text{in}\, \sigma^2 / 2}. $$
#
# Kaiming He and colleagues (2015) chose $\sigma^2 = 2/n_\text{in}$, which makes it 1. The course calls such
# weights `he_normal`; they are the first task of exercise 06.

# %% jupyter={"source_hidden": true}
quiz("06-he-spread")

# %%
guess = predict(
    "Ten ReLU layers of 100, spread 0.01 in place of He's 0.14. What is left of the signal?",
    options=["about a tenth", "about a thousandth", "less than a billionth"],
)

# %%
INITS = {"small": normal(0.01), "He": he_normal, "large": normal(1.0)}
signal, by_layer, factors = rng.normal(size=(500, 100)), {}, {}
for name, init in INITS.items():
    _, cache = forward(init_params([100] * 12, np.random.default_rng(1), init), signal, relu.f)
    by_layer[name] = [np.sqrt(np.mean(A**2)) for A in cache.A[1:]]
    factors[name] = (by_layer[name][-1] / by_layer[name][0]) ** (1 / 9)  # from layer 1 to 10
    print(f"{name:<6} after layer 10 {by_layer[name][-1]:.1g}, factor a layer {factors[name]:.1g}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="less than a billionth" if by_layer["small"][-1] < 1e-9 else "about a thousandth",
    why="Each layer multiplies by √(100 · 0.0001 / 2) = 0.07, and 0.07 to the power of ten is below a billionth.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.2))
for i, (name, values) in enumerate(by_layer.items()):
    ax.semilogy(range(1, 11), values, marker=plots.MARKERS[i], ms=5, label=name)
ax.set(xticks=range(1, 11), xlabel="hidden layer", ylabel="typical size", title="What reaches each of ten ReLU layers")
ax.minorticks_off()
ax.grid(axis="y")
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="The size of the activations in ten layers, on a logarithmic axis: small weights fall by about ten powers of "
    "ten, large weights climb by nearly eight, He's stay level.",
    caption="After ten ReLU layers: small weights leave less than a billionth, He keeps more than half.",
)

# %% [markdown]
# On the way back it is the same with the errors: a neuron's $\delta$ is a sum of $n_\text{out}$ products. Where nothing
# arrives, nothing is learned; networks trained from such weights stand below, for the curious.
#
# For tanh, `glorot_uniform` is the usual choice, and the one that `init_params` makes if you name none. Both
# are in the package: `from mlp_lesson.network import he_normal, glorot_uniform`.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: does it matter for learning? And Glorot's weights
#
# Equal networks learn the small digits (8 × 8 pixels, 10 classes) for ten epochs: 64-50-50-50-50-10 with ReLU. Each
# start has its own best rate of thirteen from 0.00001 to 10 (tried while writing; from small weights all thirteen end
# alike). For large weights that is 0.003; they are run at 0.1 as well.

# %%
D, d = digits_8x8()
D_hot = one_hot(d, 10)
learned, trained = {}, {}
for name, lr in [("small", 0.1), ("large", 0.003), ("large", 0.1), ("He", 0.32)]:
    layers = init_params([64, 50, 50, 50, 50, 10], np.random.default_rng(1), INITS[name])
    for _ in train(layers, D, D_hot, activation=relu, loss=softmax_cross_entropy, step=sgd, lr=lr,
                   epochs=10, batch_size=50, rng=np.random.default_rng(2)):
        pass
    trained[name, lr] = layers
    learned[name, lr] = np.mean(forward(layers, D, relu.f)[0].argmax(axis=1) == d)
    print(f"{name:<6} at {lr:<5}  accuracy {learned[name, lr]:.1f}")

# %% [markdown]
# From small weights no error comes back that is worth the name, and no rate mends that. From large ones the first
# steps at 0.1 are so wild that they leave every ReLU of the last hidden layer dead (lesson 03). A rate thirty times
# smaller saves them; but then they learn less in the same time than He's.
#
# Xavier Glorot and Yoshua Bengio (2010) had looked at both directions, for activations with slope 1 at 0 such as tanh.
# Forward, $n_\text{in}$ products add up, which asks for $\sigma^2 = 1/n_\text{in}$. On the way back a
# neuron's error is a sum of $n_\text{out}$ products $w\,\delta$, which asks for $1/n_\text{out}$. The middle
# is $2/(n_\text{in} + n_\text{out})$; for equal layers that is $\sigma = 1/\sqrt n$, the old rule of thumb.


# %% tags=["teaches"]
def glorot_uniform(n_in, n_out, rng, factor=6.0):
    """W ~ U(-c, c), c = √(6 / (n_in + n_out)): variance c²/3 = 2 / (n_in + n_out).

    The biases are drawn too, as scikit-learn does; zeros would serve as well.
    """
    c = np.sqrt(factor / (n_in + n_out))
    return rng.uniform(-c, c, (n_in, n_out)), rng.uniform(-c, c, n_out)


# %% [markdown]
# Five ways in the network of ten hidden layers: zeros, small, large, Glorot and He. For each layer: the typical size of
# its activations, and of the error $\delta = \partial L/\partial Z$ that comes back to it (lesson 05).


# %%
def typical_sizes(init, activation):
    """Of the activations and of delta, hidden layers 1 to 10."""
    layers = init_params([100] * 11 + [10], np.random.default_rng(1), init)
    layers = [Layer(W, 0 * b) for W, b in layers]  # biases 0 for all: the weights alone count
    Z, cache = forward(layers, signal, activation.f)
    _, delta = softmax_cross_entropy(Z, targets)
    forwards, backwards = [np.sqrt(np.mean(A**2)) for A in cache.A[1:]], []
    for l in range(10, 0, -1):
        delta = (delta @ layers[l].W.T) * activation.f_prime(cache.Z[l - 1])
        backwards.insert(0, np.sqrt(np.mean(delta**2)))
    return np.array(forwards), np.array(backwards)


# %%
INITS |= {"zeros": normal(0.0), "Glorot": glorot_uniform}
targets = one_hot(rng.integers(10, size=500), 10)
reach = {(act, name): typical_sizes(init, ACTIVATIONS[act])
         for act in ("relu", "tanh") for name, init in INITS.items()}

# %% jupyter={"source_hidden": true}
PANELS = {"ReLU: activations": ("relu", 0), "ReLU: errors δ": ("relu", 1),
          "tanh: activations": ("tanh", 0), "tanh: errors δ": ("tanh", 1)}


def plot_reach(ax, title, act, which):
    """One curve for each way to start; zeros have none on a logarithmic axis."""
    for i, name in enumerate(("small", "He", "large", "Glorot")):  # colours as above
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
# neurons are saturated. The errors grow from layer to layer on their way back.

# %% jupyter={"source_hidden": true}
glorot = reach["relu", "Glorot"][0]
assert 0.65 < (glorot[-1] / glorot[0]) ** (1 / 9) < 0.75 and reach["relu", "He"][0][-1] > 0.5
assert all(not reach[act, "zeros"][which].any() for act in ("relu", "tanh") for which in (0, 1))
saturated = forward(init_params([100] * 11 + [10], np.random.default_rng(1), normal(1.0)), signal, np.tanh)[1].A[5]
assert np.mean(np.abs(saturated) > 0.99) > 0.5
assert max(learned["small", 0.1], learned["large", 0.1]) < 0.2 and learned["He", 0.32] > learned["large", 0.003] > 0.8
assert not forward(trained["large", 0.1], D, relu.f)[1].A[4].any()  # the last hidden layer is dead
for act in ("relu", "tanh"):                                        # what the panels show
    assert reach[act, "small"][1][0] < 1e-9 and reach[act, "large"][1][0] > 100 * reach[act, "large"][1][-1]

# %% [markdown]
# ## 7. Two checks before every long training
#
# **The loss at the start.** Before it has learned, a classifier with small weights gives each of its
# $k$ classes the same probability $1/k$. The cross-entropy is then $-\ln(1/k) = \ln k$, whatever the
# data are. Small digits of 8 × 8 pixels, for instance, through 30 hidden neurons:

# %%
D, d = digits_8x8()
for k in (2, 3, 10, 100):
    layers = init_params([64, 30, k], np.random.default_rng(0), normal(0.001))
    Z, _ = forward(layers, D, tanh.f)
    value, _ = softmax_cross_entropy(Z, one_hot(rng.integers(k, size=len(D)), k))
    print(f"k = {k:<4} loss at the start {value:.3f}   ln k = {np.log(k):.3f}")

# %% [markdown]
# A loss far above $\ln k$ before the first step says: the first weights are too large (with the spread 1 it is more
# than twice as much here), or the loss is not what you think it is. (With He's weights expect a little more than $\ln k$.)
#
# **Overfit one batch.** A network with more hidden neurons than examples can learn 20 different rows by heart. If
# no reasonable learning rate makes it, look for a mistake. Below is a common one: the rows are shuffled, the labels
# are not. (With few neurons a failure proves nothing: 64-2-10 can do it, with its ten classes on a circle, but
# plain descent does not find the way.)

# %%
D_hot, memorized = one_hot(d, 10), {}
for name, bug in {"right": False, "labels not shuffled along": True}.items():
    layers = init_params([64, 30, 10], np.random.default_rng(0), he_normal)
    few, few_hot, mixer = D[:20], D_hot[:20], np.random.default_rng(1)
    for _ in range(500):
        order = mixer.permutation(20)
        answers = few_hot if bug else few_hot[order]
        _, grads = loss_and_gradient(layers, few[order], answers, tanh, softmax_cross_entropy)
        update(layers, grads, sgd, [{}] * 4, lr=0.5)
    memorized[name] = softmax_cross_entropy(forward(layers, few, tanh.f)[0], few_hot)[0]
    print(f"{name:<26} loss on the 20 rows below 0.01: {memorized[name] < 0.01}")

# %% jupyter={"source_hidden": true}
narrow = []
for lr in (0.1, 0.2, 0.5, 1, 2):
    layers = init_params([64, 2, 10], np.random.default_rng(0), he_normal)
    for _ in range(1000):
        value, grads = loss_and_gradient(layers, few, few_hot, tanh, softmax_cross_entropy)
        update(layers, grads, sgd, [{}] * 4, lr)
    narrow.append(value)
print(f"64-2-10, the best of five rates, 1000 steps: loss above 0.3: {min(narrow) > 0.3}")

# %% [markdown]
# Steps, batches, first weights, checks: that is gradient descent. Where the way down is a long, narrow valley, it is
# slow. Lesson 06b does something about that; exercise 06 comes after it, and belongs to both.
#
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("06-saturated-tanh")
quiz("06-cross-entropy")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
# 1: the nine numbers
reached = {lr: np.argmax(values < 0.1) for lr, values in bits.items()}
assert round(bits[0.1][0], 3) == 0.996 and 4600 < reached[0.1] < 4850 and 450 < reached[1] < 500
assert not (bits[100] < 0.1).any() and bits[100].max() > 10 and reached[8] < 150
# 2 and 3: one weight, two weights
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
across = [abs(walk(lambda w: ravine * w, start, sgd, lr, 1000)[-1, 1]) for lr in (0.0399, 0.0401)]
assert across[0] < 0.1 and across[1] > 100 and round(1.005**1000) in (146, 147)
assert (
    np.isclose(1 - 0.04, 0.96)
    and round(0.98**50, 2) == 0.36
    and abs((1 - 1 / 500) ** 500 - 0.36) < 0.01
)
# 4 and 5: the limit measured, scaling, batches
assert rooms.min() == 1 and rooms.max() == 6 and 30 <= area.min() and area.max() <= 200
condition = {name: values.max() / values.min() for name, values in curvatures.items()}
assert condition["raw"] > 10_000 > 10 > condition["scaled"] and needed["scaled"] < 20
assert needed["raw"] == "more than 10,000"
for F in (raw, scaled):                                          # the limit is that of the Hessian
    best, top = np.linalg.lstsq(F, price, rcond=None)[0], np.linalg.eigh(F.T @ F / 200)
    ends = [np.linalg.norm(walk(lambda w, F=F: F.T @ (F @ w - price) / 200, best + top.eigenvectors[:, -1], sgd,
                                share * 2 / top.eigenvalues[-1], 1000)[-1] - best) for share in (0.99, 1.01)]
    assert ends[0] < 1e-3 < 1 < ends[1]
assert 3.5 < ratio < 4.5 and len(list(minibatches(np.arange(700), 32))) == 22
assert max(last[1:]) < 0.25 < last[0]
assert (difference or batch_losses[-1] < batch_losses[0]) and min(narrow) > 0.3
circle = np.array([np.cos(np.arange(10) * np.pi / 5), np.sin(np.arange(10) * np.pi / 5)])     # (2, 10)
inner = np.linalg.lstsq(few, np.arctanh(circle.T[d[:20]] / 2), rcond=None)[0]
by_hand = [Layer(inner, np.zeros(2)), Layer(200 * circle, np.zeros(10))]   # each class is outermost its way
assert softmax_cross_entropy(forward(by_hand, few, tanh.f)[0], few_hot)[0] < 1e-6
# 6: first weights
assert distinct == {0.5: 1, 0.0: 1} and all(not array.any() for array in (*nets[0.0][0], nets[0.0][1].W))
assert (nets[0.5][0].W != 0.5).all() and nets[0.0][1].b.any()
assert 0.9 < factors["He"] < 1.1 and by_layer["small"][-1] < 1e-9 and by_layer["He"][-1] > 0.5
assert np.isclose(np.sqrt(100 * 0.01**2 / 2), 0.07, atol=0.001) and abs(factors["small"] - 0.07) < 0.005
assert by_layer["large"][-1] > 1e7
for n, spread, variance in ((1, 0.1, 0.01), (100, 1.0, 1.0), (400, 2.0, 4.0)):
    assert np.isclose(np.sqrt(n) * 0.1, spread) and np.isclose(n * 0.01, variance)
# 7: two checks
at_start = softmax_cross_entropy(
    forward(init_params([64, 30, 10], np.random.default_rng(0), he_normal), D, tanh.f)[0], D_hot
)[0]
assert np.log(10) < at_start < 1.5 * np.log(10)
large = init_params([64, 30, 10], np.random.default_rng(0), normal(1.0))
assert softmax_cross_entropy(forward(large, D, tanh.f)[0], D_hot)[0] > 2 * np.log(10)
assert memorized["right"] < 0.01 and memorized["labels not shuffled along"] > 1
# 4 and the quiz
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
# networks, *AISTATS*. K. He, X. Zhang, S. Ren, J. Sun (2015), Delving deep into rectifiers, *ICCV*. H. Robbins, S. Monro
# (1951), A stochastic approximation method, *Annals of Mathematical Statistics* 22.
