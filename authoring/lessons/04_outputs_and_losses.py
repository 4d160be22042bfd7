# %% [markdown]
# # 04 Outputs and losses: how wrong is an answer?
#
# A network ends in numbers. What should they mean: a price, a probability, one class of ten? And
# how do we measure, with a single number, how wrong they are?
#
# **After this lesson you can**
# - choose the output units, the activation and the loss for regression, yes-or-no questions,
#   several yes-or-no questions, and a choice among classes;
# - say which assumption about the data each loss stands for, and what outliers do to it;
# - compute cross-entropies that never overflow;
# - recognize three wrong pairs of output and loss by the damage they do.
#
# *About 50 minutes. Builds on [02](02_xor_and_hidden_layers.ipynb) and [03](03_activations.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy import stats
from scipy.optimize import minimize

from mlp_lesson import losses, plots
from mlp_lesson.activations import ACTIVATIONS, sigmoid, softmax, softplus
from mlp_lesson.data import blobs
from mlp_lesson.display import show_figure
from mlp_lesson.network import forward, init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.outlier import State, outlier
from mlp_lesson.widgets.outlier import answers as best_constants

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. A number: squared or absolute error
#
# A network predicts the price of three flats, in thousands: 200, 310 and 150. The true prices are
# 210, 300 and 180. The errors, prediction minus truth, are $-10$, $+10$ and $-30$.
#
# A **loss** turns them into one number that is 0 if all is right and grows with the errors. Two
# natural ones:
#
# - the **mean squared error** (MSE): $\frac1n \sum_i (\hat y_i - y_i)^2 = \frac{100 + 100 + 900}{3} \approx 366.7$;
# - the **mean absolute error** (MAE): $\frac1n \sum_i |\hat y_i - y_i| = \frac{10 + 10 + 30}{3} \approx 16.7$.
#
# To the MSE the third error is nine times as bad as the first, to the MAE three times. (The MSE is
# in *squared* thousands; its root, here about 19.1, is in thousands again.) A third loss lies in
# between: the **Huber loss** squares small errors (and halves them) and takes large ones
# only in proportion, with a threshold $t$ of your choice between small and large:
#
# $$ h(r) = \begin{cases} \frac12 r^2 & |r| \le t \\ t\,(|r| - \frac t2) & |r| > t \end{cases} $$


# %%
def squared(r):
    return r**2


def absolute(r):
    return np.abs(r)


def huber(r, t=1.0):
    return np.where(np.abs(r) <= t, r**2 / 2, t * (np.abs(r) - t / 2))


errors = np.array([-10.0, 10.0, -30.0])
print(f"MSE {squared(errors).mean():.1f}   MAE {absolute(errors).mean():.1f}   "
      f"Huber (t = 10) {huber(errors, 10).mean():.1f}")

# %%
r = np.linspace(-3, 3, 301)
fig, ax = plt.subplots(figsize=(6.4, 3.8))
plots.plot_curves({"squared": squared(r), "absolute": absolute(r), "Huber, t = 1": huber(r)},
                  x=r, xlabel="error $\\hat y - y$", ylabel="loss", ax=ax)
ax.set(title="Large errors: squared, or in proportion", ylim=(0, 5))
show_figure(
    fig,
    alt="Three curves over the error from -3 to 3: a parabola, a V, and between them the Huber "
    "loss, a parabola near 0 that goes on as straight lines.",
    caption="At an error of 3 the squared loss is 9, the absolute 3, the Huber loss 2.5.",
)

# %% [markdown]
# The difference matters when a few data are far off. Below, 20 points lie along a line, and three
# of them were typed in wrong. We let a library find the straight line that makes each loss as
# small as possible. (How a network finds it is the subject of lessons 05 and 06.)

# %%
guess = predict("Which loss lets the three wrong points pull the line most?",
                options=["squared", "absolute", "Huber"])

# %%
x = np.linspace(0, 10, 20)
y = 1 + 0.5 * x + rng.normal(0, 0.3, 20)
y[[16, 17, 19]] -= 8                                     # the three typing errors
fits = {}
for name, loss in {"squared": squared, "absolute": absolute, "Huber": huber}.items():
    best = minimize(lambda p, loss=loss: loss(p[0] + p[1] * x - y).mean(), [0, 0], method="Nelder-Mead")
    fits[name] = best.x
    print(f"{name:<9} slope {best.x[1]:.1f}   (without the errors: 0.5)")

# %% jupyter={"source_hidden": true}
slopes = {name: p[1] for name, p in fits.items()}
reveal(
    guess, answer=max(slopes, key=lambda name: abs(slopes[name] - 0.5)),
       why="An error of 8 counts 64 when squared. To make it smaller, the line gives up the other 17 points.")

# %%
fig, ax = plt.subplots(figsize=(6.8, 4))
ax.scatter(x, y, color="black", s=26)
for (name, p), style in zip(fits.items(), ["-", "--", ":"], strict=True):
    ax.plot(x, p[0] + p[1] * x, style, label=name)
ax.set(xlabel="x", ylabel="y", title="Three outliers pull the squared fit most")
ax.legend()
show_figure(
    fig,
    alt="Points along a rising line with three points far below at the right. The fit for squared "
    "errors is pulled down and almost flat or falling; those for absolute and, a little less closely, Huber follow the points.",
    caption=f"True slope 0.5; fitted: squared {slopes['squared']:.1f}, absolute {slopes['absolute']:.1f}, "
    f"Huber {slopes['Huber']:.1f}.",
)

# %% [markdown]
# Why? Leave the lines aside and ask for the best *constant*: one number that stands for all data.
#
# - The MAE is smallest at the **median**, the value in the middle. Move the constant a little to
#   the right: every point on the left costs as much more as one on the right costs less. So all
#   that counts is how many points lie on each side, not how far away they are.
# - The MSE is smallest at the **mean**. A point pulls the harder, the farther away it is.
# - For the Huber loss a point pulls the harder, the farther away it is, up to the threshold, and
#   not harder beyond it.
#
# Below are seven measurements; the red one can be dragged (or moved by its slider). Try this:
#
# 1. Drag the red point from 5 slowly to 20. Which of the three answers run after it, and which come
#    to a stop?
# 2. From where on does the mean lie to the right of *all* six gray points?
# 3. Leave the red point at 20, and move the threshold $t$ from 0.1 to 15. Where does Huber's answer
#    begin, and where does it end?

# %%
outlier()

# %% [markdown]
# Take the MSE if large errors really are that bad, the MAE or Huber if they are more likely a fault
# in the data. For Huber choose $t$ about as large as the errors that you consider ordinary.
#
# **The output unit** for a number is the plain sum $z$, without activation (the identity). If the
# answer must be positive (a price, a time), let the output be $\text{softplus}(z)$, which is always
# above 0. (ReLU is used for this too; but where its output is 0 it is flat, and cannot learn from
# its error.) If it must lie between two limits $a$ and $b$, scale a sigmoid, $a + (b - a)\,\sigma(z)$,
# or a tanh in the same way.

# %%
z = np.array([-20.0, -1.0, 0.0, 1.0, 20.0])
print("any number        ", z)
print("positive          ", np.round(softplus(z), 2))
print("between 10 and 30 ", np.round(10 + 20 * sigmoid(z), 2))

# %% [markdown]
# ## 2. Yes or no: probability and cross-entropy
#
# Will it rain? The output unit is one sigmoid, $p = \sigma(z)$, read as the probability of "yes".
# How wrong is $p = 0.9$ if it rains? And if it does not?
#
# The idea: **how surprised would you be?** If it rains ($y = 1$), the forecast gave that a
# probability of 0.9; if not ($y = 0$), it gave that only 0.1. A good forecaster gives the things
# that happen a high probability. For several days, multiply: the probability that the forecaster
# gave to *everything* that happened is called the **likelihood**. Products of many small numbers
# are awkward, so take the logarithm, which turns the product into a sum, and a minus sign, so that
# smaller is better: $-\ln(0.9 \cdot 0.8) = -\ln 0.9 - \ln 0.8$. For one day:
#
# $$ L = -\ln p \ \text{ if } y = 1, \qquad L = -\ln(1 - p) \ \text{ if } y = 0. $$
#
# Both in one formula, averaged over the days: the **binary cross-entropy**
#
# $$ L = -\frac1n \sum_i \big[\, y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \,\big]. $$

# %%
for p, happened in [(0.9, 1), (0.9, 0), (0.5, 1), (0.01, 1)]:
    loss = -np.log(p if happened else 1 - p)
    print(f"forecast {p:<4}  {'it rains' if happened else 'it stays dry':<13} loss {loss:.2f}")

# %%
guess = predict("A forecaster says 0 percent, and it rains. What is the loss?",
                options=["1", "about 10", "infinite"])

# %%
with np.errstate(divide="ignore"):
    worst = -np.log(0.0)
print(worst)

# %%
reveal(
    guess, answer="infinite" if np.isinf(worst) else worst,
       why="What you call impossible must never happen. A sigmoid never says exactly 0, but its "
       "rounded value can; that is why we compute the loss from z and not from p.")

# %% [markdown]
# ### From the logit, so that nothing overflows
#
# For $z = -800$ the sigmoid is $e^{-800}$, too small for a computer's numbers: it becomes 0, and the
# logarithm of 0 is minus infinity. But we know the answer: $-\ln \sigma(z) = \ln(1 + e^{-z})$, which is
# very nearly 800. So compute the loss directly from $z$, the **logit**: the logarithm of the odds,
# $z = \ln \frac{p}{1 - p}$.
#
# For $y = 1$ the loss is $\ln(1 + e^{-z})$, for $y = 0$ it is $\ln(1 + e^{z})$: softplus of $-z$ and of
# $z$. Lesson 03 wrote softplus safely, $\ln(1 + e^{s}) = \max(s, 0) + \ln(1 + e^{-|s|})$. Put $s = -z$
# and $s = z$ into it; because $\max(-z, 0) = \max(z, 0) - z$, one formula holds both cases:
#
# $$ L = \max(z, 0) - z\,y + \ln\!\big(1 + e^{-|z|}\big), $$
#
# where the exponential is never larger than 1.


# %%
def binary_cross_entropy(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


for z1 in (2.0, -2.0, -800.0):
    with np.errstate(all="ignore"):
        naive = -np.log(1 / (1 + np.exp(-z1)))
    print(f"z = {z1:6.0f}, y = 1:   by way of p {naive:8.4f}   from the logit {binary_cross_entropy(z1, 1):8.4f}")

# %% [markdown]
# ## 3. One of several classes: softmax and one-hot
#
# For a choice among $k$ classes the network has $k$ output units. **Softmax** turns their sums
# $z_1, \dots, z_k$ into probabilities that add up to 1: each becomes $e^{z_j}$, divided by the total.
# The target is a row of zeros with a single 1 at the true class, a **one-hot** row. The loss is
# minus the logarithm of the probability of the true class, and nothing else:
#
# $$ L = -\frac1n \sum_i \ln p_{i,\,y_i}, \qquad -\ln p_y = \ln \Big( \sum_j e^{z_j} \Big) - z_y. $$
#
# The second formula needs the logits only. Lesson 03 has shown that the probabilities stay the same
# if all logits of a row move by the same number; so we subtract the largest, and nothing overflows.
# (For two classes softmax is one sigmoid of the difference $z_1 - z_0$: a yes-or-no question can be
# asked either way.)


# %% tags=["teaches"]
def one_hot(y, n_classes):
    """Labels 0..k-1, shape (n,) -> a table (n, k) with a single 1 in each row."""
    return np.eye(n_classes)[y]


# %%
def softmax_cross_entropy(Z, y):
    Z = Z - Z.max(axis=1, keepdims=True)                 # the same probabilities, and no overflow
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])


Z = np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0], [1000.0, 0.0, -1000.0]])
labels = np.array([0, 1, 2])
print("probabilities\n", np.round(softmax(Z), 3))
print("one-hot targets\n", one_hot(labels, 3).astype(int))
for i in range(3):
    print(f"loss of row {i}: {softmax_cross_entropy(Z[i:i + 1], labels[i:i + 1]):.3f}")

# %% [markdown]
# The second row knows nothing and gives each class 1/3: its loss is $\ln 3 \approx 1.099$. Remember
# this: **a fresh network that does not know anything yet should start near $\ln k$**. For ten
# digits that is 2.303.
#
# The third row is as wrong as can be, and still its loss is a finite number. Integer labels and
# one-hot rows are two spellings of the same target; the package takes one-hot rows, and each of its
# losses also returns a second thing that lesson 05 is about.

# %%
value, _ = losses.softmax_cross_entropy(Z, one_hot(labels, 3))
print(f"ours {softmax_cross_entropy(Z, labels):.3f}   package {value:.3f}")

# %% [markdown]
# ## 4. Several yes-or-no questions: multilabel
#
# A photo can show a dog *and* a beach. That is not a choice among classes but several yes-or-no
# questions at once: one sigmoid and one binary cross-entropy for each. Our photos are points in
# the plane, and the three questions are: is it on the right? is it in the upper half? is it near
# the center? We train two small networks on the same points, one with three sigmoids and one with
# a softmax. The loss of a point is the sum over its three questions; then comes the mean over the
# points. Softmax wants targets that add up to 1, so for it the yes answers share the 1 equally.

# %%
P = rng.uniform(-1, 1, (600, 2))
answers = np.column_stack([P[:, 0] > 0, P[:, 1] > 0, np.hypot(*P.T) < 0.5]).astype(float)


def fit(loss, targets, epochs=300):
    """Train a 2-16-3 network (how, is the subject of lessons 05 and 06); return its parameters."""
    params = init_params([2, 16, 3], np.random.default_rng(1))
    for _ in train(params, P, targets, activation=ACTIVATIONS["tanh"], loss=loss, step=sgd, lr=0.5,
                   epochs=epochs, batch_size=20, rng=np.random.default_rng(2)):
        pass
    return params


right = fit(losses.binary_cross_entropy, answers)
shares = answers.sum(axis=1, keepdims=True)
asked = np.where(shares > 0, answers / np.maximum(shares, 1), 1 / 3)   # softmax needs rows that sum to 1
wrong = fit(losses.softmax_cross_entropy, asked)

# %%
guess = predict("For the point (0.2, 0.2) all three answers are yes. What do the three sigmoids' "
                "probabilities add up to?", options=["1", "about 3", "about 0.33"])

# %%
point = np.array([[0.2, 0.2]])
tanh = ACTIVATIONS["tanh"].f
p_sigmoid, p_softmax = sigmoid(forward(right, point, tanh)[0])[0], softmax(forward(wrong, point, tanh)[0])[0]
print("three sigmoids:", np.round(p_sigmoid, 1), " sum", round(p_sigmoid.sum()))
print("softmax:       ", np.round(p_softmax, 1), " sum", round(p_softmax.sum()))

# %%
reveal(
    guess, answer="about 3" if round(p_sigmoid.sum()) == 3 else p_sigmoid.sum(),
       why="Each sigmoid answers its own question, so nothing makes them share. Softmax has to "
       "split one certainty among three true answers.")

# %%
def share_right(params, head):
    yes = head(forward(params, P, tanh)[0]) > 0.5
    return np.mean((yes == answers).all(axis=1))


good, bad = share_right(right, sigmoid), share_right(wrong, softmax)
fig, ax = plt.subplots(figsize=(5.6, 3))
ax.barh(["softmax", "three sigmoids"], [bad, good], color=[plots.PALETTE[2], plots.PALETTE[0]])
ax.set(xlim=(0, 1), xlabel="points with all three answers right", title="The head must fit the question")
show_figure(
    fig,
    alt="Two horizontal bars: with three sigmoids nearly all points have all three answers right, "
    "with softmax about two thirds.",
    caption=f"All three right: sigmoids on over 98% of the points: {good > 0.98}; softmax on under 70%: {bad < 0.7}.",
)

# %% [markdown]
# The bar counts "yes" where a probability is above 1/2, and of three softmax probabilities only one
# can be. Would another limit rescue the softmax? Not even the best one does: it makes no difference
# between *all three* and *none*, which both ask it for 1/3, 1/3, 1/3.

# %%
P_softmax = softmax(forward(wrong, P, tanh)[0])
best = max(np.mean(((P_softmax > limit) == answers).all(axis=1)) for limit in np.linspace(0, 1, 101))
print(f"softmax with the best limit: {best:.1f}   three sigmoids: {good:.1f}")

# %% [markdown]
# ## 5. Every loss is a likelihood
#
# Where do the other losses come from? From the same recipe: write down the **probability of what
# happened**, take the logarithm, and a minus sign. Only the assumption about the data changes.
#
# **A number.** Assume that the data scatter around the output $z$ in a bell shape with the spread
# $s$ (a Gauss or normal distribution). A value $y$ then has the probability density, the
# probability for each unit of $y$, on the left; minus its logarithm stands on the right:
#
# $$ \frac{1}{s\sqrt{2\pi}}\, e^{-(y - z)^2 / 2s^2} \quad\longrightarrow\quad
#    \frac{(y - z)^2}{2 s^2} + \ln\big(s\sqrt{2\pi}\big). $$
#
# The last term does not contain $z$, and the factor $1/2s^2$ is the same for all samples. Neither
# changes *where* the sum is smallest. What is left is the squared error.
#
# **A number with more outliers.** The Laplace distribution falls more slowly than the bell:
#
# $$ \frac{1}{2s}\, e^{-\lvert y - z\rvert / s} \quad\longrightarrow\quad
#    \frac{\lvert y - z\rvert}{s} + \ln(2s). $$
#
# What is left is the absolute error. Five spreads away from $z$ the bell has fallen to the four
# millionth part of its height, the Laplace curve to the 150th. So the one must bend the network to
# explain such a value, and the other need not. (The Huber loss is a bell with Laplace's tails.)
#
# **Yes or no.** The probability of $y$ is $p$ for $y = 1$ and $1 - p$ for $y = 0$; in one formula:
#
# $$ p^{\,y} (1 - p)^{1 - y} \quad\longrightarrow\quad -\,y \ln p - (1 - y) \ln(1 - p). $$
#
# **Several yes or no.** If the answers do not depend on each other, once the input is known, their
# probabilities multiply, so the losses add up: one such term for each question.
#
# **One of $k$ classes.** With the one-hot row $Y$, all powers but one are $p_j^{\,0} = 1$:
#
# $$ \prod_j p_j^{\,Y_j} \quad\longrightarrow\quad -\sum_j Y_j \ln p_j = -\ln p_y. $$
#
# | the data are | minus the logarithm gives | output unit |
# |---|---|---|
# | a number, bell-shaped noise (Gauss) | squared error | identity |
# | a number, more outliers (Laplace) | absolute error | identity |
# | yes or no, one or several (Bernoulli) | binary cross-entropy, summed | sigmoid |
# | one of $k$ classes (categorical) | cross-entropy | softmax |
#
# A statistics library knows these distributions, and nothing of our losses. Do they agree?

# %%
z, spread = rng.normal(size=50), 0.7
y = z + rng.normal(size=50)
gauss = -stats.norm.logpdf(y, z, spread).mean()
laplace = -stats.laplace.logpdf(y, z, spread).mean()
print("Gauss:    ", np.isclose(gauss, squared(y - z).mean() / (2 * spread**2) + np.log(spread * np.sqrt(2 * np.pi))))
print("Laplace:  ", np.isclose(laplace, absolute(y - z).mean() / spread + np.log(2 * spread)))
yes = (y > 0).astype(int)
print("Bernoulli:", np.isclose(-stats.bernoulli.logpmf(yes, sigmoid(z)).mean(), binary_cross_entropy(z, yes)))
Z5, y5 = rng.normal(size=(50, 5)), rng.integers(5, size=50)
classes = -stats.multinomial.logpmf(one_hot(y5, 5), 1, softmax(Z5)).mean()
print("k classes:", np.isclose(classes, softmax_cross_entropy(Z5, y5)))

# %% [markdown]
# ## 6. Two more wrong pairs, and their damage
#
# ### Sigmoid with squared error
#
# Nothing forbids measuring a probability by its squared error, $(\sigma(z) - y)^2$. It is 0 when all
# is right. The trouble comes when the network is confidently wrong: $z = -8$, and the truth is
# $y = 1$. Which way, and how strongly, does each loss ask $z$ to move? Compute the slope of each
# loss, by moving $z$ a little up and down.

# %%
def slope(loss, z, h=1e-5):
    return (loss(z + h) - loss(z - h)) / (2 * h)


for z1 in (0.0, -2.0, -8.0):
    s = slope(lambda z: (sigmoid(z) - 1) ** 2, z1)
    c = slope(lambda z: binary_cross_entropy(z, 1), z1)
    print(f"z = {z1:4.0f}, y = 1:   slope of squared error {s:8.4f}   of cross-entropy {c:8.4f}")

# %% [markdown]
# At $z = -8$ the cross-entropy pulls with full force, $-1$. The squared error hardly pulls at all: the
# sigmoid is flat there (lesson 03 called it saturated). The more wrong the network is, the less it
# learns. Here are two neurons that start equally wrong, with the same data and learning rate:


# %%
def sigmoid_squared_error(Z, Y):
    """(value, slope for each logit) of the wrong pair."""
    P1 = sigmoid(Z)
    return np.mean((P1 - Y) ** 2), 2 * (P1 - Y) * P1 * (1 - P1) / Y.size


Q, t = blobs(200, rng, n_classes=2, noise=0.4)
curves = {}
for name, loss in {"cross-entropy": losses.binary_cross_entropy, "squared error": sigmoid_squared_error}.items():
    neuron = init_params([2, 1], np.random.default_rng(0))
    neuron[0].W[:] = [[8.0], [0.0]]                      # confidently the wrong way round
    curves[name] = []
    for _ in train(neuron, Q, t[:, None].astype(float), activation=ACTIVATIONS["identity"], loss=loss,
                   step=sgd, lr=0.5, epochs=100, batch_size=200, rng=rng):
        curves[name].append(np.mean((forward(neuron, Q, np.tanh)[0][:, 0] > 0) == t))

# %%
fig, ax = plt.subplots(figsize=(6.8, 3.6))
plots.plot_curves(curves, xlabel="step", ylabel="share right", ax=ax)
ax.set(ylim=(-0.03, 1.03), title="Confidently wrong: one recovers, the other is stuck")
after = {name: curve[49] for name, curve in curves.items()}
show_figure(
    fig,
    alt="Share of right answers over 100 steps. The curve for cross-entropy rises to nearly 1 within "
    "some twenty steps; the curve for squared error stays near 0.",
    caption=f"After 50 steps: cross-entropy {after['cross-entropy']:.1f} right, squared error {after['squared error']:.1f}.",
)

# %% [markdown]
# ### Binary cross-entropy on a softmax
#
# A published digit reader writes the *binary* cross-entropy below a softmax output, and then
# corrects the weights as for the other one. Both losses are 0 when all is right, so nobody notices.
# But they are different functions, with different slopes:

# %%
def bce_on_softmax(z, y):
    p = softmax(z)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


def ce_on_softmax(z, y):
    return -np.sum(y * np.log(softmax(z)))


z0, y0 = np.array([0.0, 0.5, 2.0]), np.array([1.0, 0.0, 0.0])
for name, loss in [("cross-entropy", ce_on_softmax), ("binary cross-entropy", bce_on_softmax)]:
    along = [slope(lambda s, k=k, loss=loss: loss(z0 + s * np.eye(3)[k], y0), 0.0) for k in range(3)]
    print(f"{name:<21} loss {loss(z0, y0):.2f}   slopes {np.round(along, 2)}")
print(f"{'softmax minus target':<21}             {np.round(softmax(z0) - y0, 2)}")

# %% [markdown]
# The last line is what that program uses for its corrections. It is the slope of the cross-entropy,
# exactly (lesson 05 derives it), and not of the loss that the program prints. The network does learn,
# but the learning curve shows a quantity that nobody tried to make smaller. Measuring slopes, as we
# did here, finds such a mistake in a minute; lesson 05 makes a tool of it.
#
# ## 7. Which output for which question
#
# | question | output units | activation | loss |
# |---|---|---|---|
# | a number | 1 each | identity | MSE; MAE or Huber with outliers |
# | a positive number | 1 each | softplus | MSE, or as fits the data |
# | a number between limits | 1 each | scaled sigmoid or tanh | MSE |
# | yes or no | 1 | sigmoid | binary cross-entropy |
# | several yes or no | 1 each | sigmoid each | binary cross-entropy, summed |
# | one of $k$ classes | $k$ | softmax | cross-entropy |
#
# And what people usually choose for the rest, as a place to start from:
#
# | | regression (a number) | classification |
# |---|---|---|
# | input units | one for each feature, scaled to similar size | the same |
# | hidden layers | 1 to 5 | 1 to 5 |
# | neurons in a hidden layer | 10 to 100 | 10 to 1000 |
# | hidden activation | ReLU; tanh in small networks | the same |
# | output units | one for each number to predict | 1; one for each label; one for each class |
# | output activation | identity, softplus, scaled sigmoid | sigmoid or softmax |
# | loss | MSE, MAE, Huber | binary or categorical cross-entropy |
# | optimizer, learning rate (lesson 06) | Adam, 0.001 | the same |
# | samples in a batch (lesson 06) | 32 to 256 | the same |
# | against overfitting (lesson 10) | early stopping, L2 | the same, and dropout |
#
# These are habits, not laws: lesson 10 searches for better values, and measures the gain.
#
# **Mind the factors.** The same name is used for losses that differ by a factor. The package's
# `mse` is the mean over all entries; its `half_squared_error` adds up the outputs of a row, halves,
# and averages over the rows; a cross-entropy sums over the outputs and averages over the rows. A
# factor does not move the best answer, but it acts like another learning rate.
#
# ## Quiz

# %%
quiz("An email can be spam or not. Which output and loss?",
     {"one sigmoid, binary cross-entropy": "One question, yes or no.",
      "one identity unit, MSE": "It would work badly: the sum is not a probability, and being right by a wide margin "
      "would be punished.",
      "two sigmoids, cross-entropy": "Two sigmoids are two questions, and nothing makes their answers add up to 1."},
     correct="one sigmoid, binary cross-entropy")
quiz("A fresh network for 100 classes reports a loss of 4.6. What does that say?",
     {"something is broken": "Not at all: -ln(1/100) is 4.6.",
      "it knows nothing yet, as it should": "ln 100 is 4.6: every class gets about the same probability.",
      "it is already good": "A good one would be near 0."},
     correct="it knows nothing yet, as it should")
quiz("Which loss makes the median the best constant answer?",
     {"squared error": "Its best constant is the mean.",
      "absolute error": "As many data above as below: moving either way costs as much as it gains.",
      "cross-entropy": "That one is about probabilities."},
     correct="absolute error")

# %% [markdown]
# ## From earlier lessons

# %%
quiz("What becomes of ten stacked layers without activations?",
     {"one linear layer": "The product of their tables is one table.",
      "a network that draws any region": "For that, something has to bend in between.",
      "nothing: they cannot be computed": "They can, and it is one matrix product after another."},
     correct="one linear layer", retrieval="02")
quiz("Where is the slope of a sigmoid largest?",
     {"at z = 0, where it is 1/4": "σ' = σ(1 - σ), and σ(0) = 1/2.",
      "for large z": "There it is flat: saturated.",
      "everywhere the same": "That is true of a straight line."},
     correct="at z = 0, where it is 1/4", retrieval="03")

# %% [markdown]
# ## What this lesson claimed, as code

# %%
assert round(squared(errors).mean(), 1) == 366.7 and round(absolute(errors).mean(), 1) == 16.7
assert round(np.sqrt(squared(errors).mean()), 1) == 19.1
assert squared(3) == 9 and absolute(3) == 3 and huber(np.array(3.0)) == 2.5
assert abs(slopes["squared"] - 0.5) > 0.3 > abs(slopes["Huber"] - 0.5) > abs(slopes["absolute"] - 0.5)
near, far = best_constants(State(7.0)), best_constants(State(20.0))
assert far["squared"] > 6.8 and far["absolute"] == near["absolute"] and np.isclose(far["Huber"], near["Huber"])
assert abs(best_constants(State(20.0, 0.1))["Huber"] - far["absolute"]) < 1e-9
assert np.isclose(best_constants(State(20.0, 15.0))["Huber"], far["squared"])
sample = rng.normal(size=101)
costs = [[f(sample - c).mean() for c in np.sort(sample)] for f in (squared, absolute)]
assert np.sort(sample)[np.argmin(costs[1])] == np.median(sample)
assert abs(np.sort(sample)[np.argmin(costs[0])] - sample.mean()) < 0.1
assert abs(binary_cross_entropy(-800.0, 1) - 800) < 1e-9
assert round(np.log(3), 3) == 1.099 and round(np.log(10), 3) == 2.303 and round(np.log(100), 1) == 4.6
assert np.isclose(softmax_cross_entropy(Z, labels), value)
logits, yes = rng.normal(size=(5, 1)), np.array([[1.0], [0], [1], [0], [1]])
assert np.isclose(losses.binary_cross_entropy(logits, yes)[0], binary_cross_entropy(logits, yes))
assert np.isclose(losses.huber(logits, yes)[0], huber(logits - yes).mean())
assert round(np.exp(-5**2 / 2) * 1e6) == 4 and round(np.exp(5)) == 148                    # five spreads away
assert np.isclose(softmax_cross_entropy(np.array([[0.4, 1.5]]), np.array([1])), binary_cross_entropy(1.5 - 0.4, 1))
assert best < 0.9
assert round(slope(lambda z: binary_cross_entropy(z, 1), -8.0), 2) == -1.0
assert good > 0.98 and 0.6 < bad < 0.7
assert after["cross-entropy"] > 0.9 and after["squared error"] < 0.2

# %% [markdown]
# ## Where next
#
# - Exercise [04 losses](../exercises/04_losses.ipynb).
# - Lesson [05](05_backpropagation.ipynb): which weight is to blame for the loss?
#
# **Sources.** P. J. Huber (1964), Robust estimation of a location parameter, *Annals of Mathematical
# Statistics* 35. J. S. Bridle (1990), Probabilistic interpretation of feedforward classification
# network outputs, *Neurocomputing* (NATO ASI F 68). X. Glorot, Y. Bengio (2010), Understanding the
# difficulty of training deep feedforward neural networks, *AISTATS*: the damage done by squared error.
