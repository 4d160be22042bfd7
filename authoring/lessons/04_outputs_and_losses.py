# %% [markdown]
# # {{title}}
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
# *About {{minutes}} minutes. Builds on [02](02_xor_and_hidden_layers.ipynb) and [03](03_activations.ipynb).*

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
# in *squared* thousands; its root, here about 19.1, is in thousands again.) A third loss takes
# something from both: the **Huber loss** squares small errors (and halves them) and takes large ones
# only in proportion, with a threshold $t$ of your choice between small and large:
#
# $$ h(r) = \begin{cases} \frac12 r^2 & |r| \le t \\ t\,(|r| - \frac t2) & |r| > t \end{cases} $$
#
# With $t = 10$ our three errors cost $(50 + 50 + 250) / 3 \approx 116.7$. At $|r| = t$ both pieces have
# the height $\frac12 t^2$ and the slope $t$, so the curve has no kink there.


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

# %% jupyter={"source_hidden": true}
r = np.linspace(-3, 3, 301)
fig, ax = plt.subplots(figsize=(6.4, 3.8))
plots.plot_curves({"squared, halved": squared(r) / 2, "absolute": absolute(r)},
                  x=r, xlabel="error $\\hat y - y$", ylabel="loss", ax=ax)
ax.plot(r, huber(r), "--", color=plots.PALETTE[2], lw=3, label="Huber, t = 1")
ax.legend()
ax.set(title="Huber: a parabola that goes on as a straight line", ylim=(0, 5))
show_figure(
    fig,
    alt="Three curves over the error from -3 to 3: a parabola, a V, and the Huber loss, which lies on "
    "the parabola between -1 and 1 and goes on as straight lines parallel to the V.",
    caption="At an error of 3: half the square 4.5, absolute 3, Huber 2.5.",
)

# %% [markdown]
# The difference matters when a few data are far off. Below, 20 points lie along a line of slope
# 0.5, and three of them, near the right end, were typed in wrong: 8 too low. We let a library find
# the straight line that makes each loss as small as possible. (How a network finds it is the
# subject of lessons 05 and 06.)

# %%
guess = predict(
    "17 points are right, three are wrong. What slope does the smallest squared error give?",
    options=["0.4", "0.2", "below 0"],
)

# %%
x = np.linspace(0, 10, 20)
y = 1 + 0.5 * x + rng.normal(0, 0.3, 20)
y[[16, 17, 19]] -= 8                                     # the three typing errors
fits = {}
for name, loss in {"squared": squared, "absolute": absolute, "Huber": huber}.items():
    best = minimize(
        lambda p, loss=loss: loss(p[0] + p[1] * x - y).mean(), [0, 0], method="Nelder-Mead"
    )
    fits[name] = best.x
    print(f"{name:<9} slope {best.x[1]:5.2f}   (the data were made with 0.50)")

# %% jupyter={"source_hidden": true}
slopes = {name: p[1] for name, p in fits.items()}
reveal(
    guess, answer="below 0" if slopes["squared"] < 0 else f"{slopes['squared']:.1f}",
    why="An error of 8 counts 64 when squared. To make three such errors smaller, the line gives up the "
    "other 17 points. For the absolute error and Huber the slope stays above 0.3.")

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
    "errors is pulled down until it falls a little; those for absolute and, less closely, Huber "
    "follow the points.",
    caption=f"True slope 0.5; fitted: squared {slopes['squared']:.2f}, absolute "
    f"{slopes['absolute']:.2f}, Huber {slopes['Huber']:.2f}.",
)

# %% [markdown]
# Why? Leave the lines aside and ask for the best *constant*: one number that stands for all data.
#
# - The MAE is smallest at the **median**, the value in the middle. Move the constant a little to
#   the right: every point on the left costs as much more as one on the right costs less. So all
#   that counts is how many points lie on each side, not how far away they are.
# - The MSE is smallest at the **mean**. Here a point pulls in proportion to its distance, and the mean
#   is the place where the distances to the left and to the right add up to the same.
# - For the Huber loss a point pulls the harder, the farther away it is, up to the threshold, and
#   not harder beyond it.
#
# Below are seven measurements; the red one can be dragged (or moved by its slider). The shaded strip
# reaches as far as the threshold, to both sides of Huber's answer. Try this:
#
# 1. Drag the red point from 5 slowly to 20. Which of the three answers run after it, and which come
#    to a stop?
# 2. From where on does the mean lie to the right of *all* six gray points?
# 3. Leave the red point at 20, and move the threshold $t$ from 0.1 to 15. Where does Huber's answer
#    begin, and where does it end?

# %%
outlier()

# %% [markdown]
# The mean runs after the red point for ever, and passes the last gray point when the red one is at
# 17.6. The median stops at 5.40 and Huber's answer at 5.33. With a small $t$ Huber gives the median,
# with a large one the mean.
#
# Take the MSE if large errors really are that bad, the MAE or Huber if they are more likely a fault
# in the data. For Huber choose $t$ about as large as the errors that you consider ordinary.
#
# **The output unit** for a number is the plain sum $z$, without activation (the identity). If the
# answer must be positive (a price, a time), let the output be $\text{softplus}(z)$, which is always
# above 0. (ReLU is used for this too; but where its output is 0 it is flat, and cannot learn from
# its error. Or let $z$ predict the *logarithm* of the price.) If it must lie between two limits $a$
# and $b$, scale a sigmoid, $a + (b - a)\,\sigma(z)$, or a tanh, $\frac{a + b}2 + \frac{b - a}2
# \tanh z$.

# %%
z = np.array([-5.0, -1.0, 0.0, 1.0, 5.0])
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
# that happen a high probability. For several days, multiply (as for throws of dice: one day must
# not influence another). The probability that the forecaster gave to *everything* that happened is
# called the **likelihood**. Products of many small numbers are awkward, so take the logarithm, which
# turns the product into a sum, and a minus sign, so that smaller is better:
# $-\ln(0.9 \cdot 0.8) = -\ln 0.9 - \ln 0.8$. For one day:
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

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="infinite" if np.isinf(worst) else worst,
    why="What you call impossible must never happen. A sigmoid never says exactly 0, but its "
    "rounded value can; that is why we compute the loss from z and not from p.")

# %% [markdown]
# ### From the logit, so that nothing overflows
#
# For $z = -800$ the sigmoid is nearly $e^{-800}$, too small for a computer's numbers: it becomes 0, and
# the logarithm of 0 is minus infinity. But we know the answer: from $\sigma(z) = \frac1{1 + e^{-z}}$
# follows $-\ln \sigma(z) = \ln(1 + e^{-z})$, here very nearly 800. So compute the loss directly from
# $z$. It is called the **logit**, the logarithm of the odds: $\frac{p}{1 - p} = e^z$, so
# $z = \ln \frac{p}{1 - p}$.
#
# For $y = 1$ the loss is $\ln(1 + e^{-z})$. For $y = 0$ it is $\ln(1 + e^{z})$, because
# $1 - \sigma(z) = \sigma(-z)$. These are softplus of $-z$ and of $z$. Lesson 03 wrote softplus safely,
# $\ln(1 + e^{s}) = \max(s, 0) + \ln(1 + e^{-|s|})$. Put $s = -z$ and $s = z$ into it; because
# $\max(-z, 0) = \max(z, 0) - z$, one formula holds both cases:
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
    print(
        f"z = {z1:6.0f}, y = 1:   by way of p {naive:8.4f}   "
        f"from the logit {binary_cross_entropy(z1, 1):8.4f}"
    )

# %% jupyter={"source_hidden": true}
p, z = np.linspace(0.003, 0.997, 300), np.linspace(-6, 6, 300)
fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.8), sharey=True)
plots.plot_curves({"it rains": -np.log(p), "it stays dry": -np.log(1 - p)},
                  x=p, xlabel="forecast p", ax=axes[0])
plots.plot_curves({"it rains": softplus(-z), "it stays dry": softplus(z)},
                  x=z, xlabel="logit z", ylabel="", ax=axes[1])
axes[0].set_title("Over the probability")
axes[1].set_title("Over the logit")
show_figure(
    fig,
    alt="Left, over p: the loss if it rains falls from very high at p = 0 to 0 at p = 1; if it stays "
    "dry, the mirror image. Right, over z: two softplus curves, nearly straight lines of slope -1 "
    "and 1 where the forecast is wrong, nearly 0 where it is right.",
    caption="The same loss twice. Over z it grows no faster than a straight line.",
)

# %% [markdown]
# ## 3. One of several classes: softmax and one-hot
#
# For a choice among $k$ classes the network has $k$ output units. **Softmax** turns their sums
# $z_1, \dots, z_k$ into probabilities that add up to 1: each becomes $e^{z_j}$, divided by the total.
# The target is a row of zeros with a single 1 at the true class, a **one-hot** row. The loss, the
# **categorical cross-entropy**, is minus the logarithm of the probability of the true class, and
# nothing else:
#
# $$ L = -\frac1n \sum_i \ln p_{i,\,y_i}, \qquad -\ln p_y = \ln \Big( \sum_j e^{z_j} \Big) - z_y. $$
#
# The second formula is minus the logarithm of $p_y = e^{z_y} / \sum_j e^{z_j}$. It needs the logits only.
# Lesson 03 has shown that the probabilities stay the same if all logits of a row move by the same
# number; so we subtract the largest, and nothing overflows. (For two classes, divide $e^{z_2} /
# (e^{z_1} + e^{z_2})$ above and below by $e^{z_2}$: it is one sigmoid of the difference,
# $\sigma(z_2 - z_1)$. A yes-or-no question can be asked either way.)


# %% tags=["teaches"]
def one_hot(y, n_classes):
    """Labels 0..k-1, shape (n,) -> a table (n, k) with a single 1 in each row."""
    return np.eye(n_classes)[y]                          # row y of a table with 1s on its diagonal


# %%
def softmax_cross_entropy(Z, y):
    Z = Z - Z.max(axis=1, keepdims=True)                 # the same probabilities, and no overflow
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])         # from row i the entry in column y[i]


Z = np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0], [1000.0, 0.0, -1000.0]])
labels = np.array([0, 1, 2])
print("probabilities\n", np.round(softmax(Z), 3))
print("one-hot targets\n", one_hot(labels, 3).astype(int))
for i in range(3):
    print(f"loss of row {i}: {softmax_cross_entropy(Z[i:i + 1], labels[i:i + 1]):.3f}")

# %% [markdown]
# Row 1 knows nothing and gives each class 1/3: its loss is $\ln 3 \approx 1.099$. Remember
# this: **a fresh network that does not know anything yet should start near $\ln k$**. For ten
# digits that is 2.303.
#
# Row 2 gives the true class $e^{-2000}$, and still its loss is a finite number. Integer labels and
# one-hot rows are two spellings of the same target (for integers some libraries call the same loss
# *sparse*); the package takes one-hot rows, and each of its losses also returns a second thing that
# lesson 05 is about. Here is the mean over the three rows:

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
# points. Softmax wants targets that add up to 1, so for it the yes answers share the 1 equally
# (and if all are no, all three share it).

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
asked = np.where(
    shares > 0, answers / np.maximum(shares, 1), 1 / 3
)  # softmax needs rows that sum to 1
wrong = fit(losses.softmax_cross_entropy, asked)

# %%
guess = predict("For the point (0.2, 0.2) all three answers are yes. What do the three sigmoids' "
                "probabilities add up to?", options=["1", "about 3", "about 0.33"])

# %%
points = np.array([[0.2, 0.2], [0.8, -0.8], [-0.8, -0.8]])           # three times yes, once, never
tanh = ACTIVATIONS["tanh"].f
p_sigmoid, p_softmax = (
    sigmoid(forward(right, points, tanh)[0]),
    softmax(forward(wrong, points, tanh)[0]),
)
for point, p, q in zip(points, p_sigmoid, p_softmax, strict=True):
    print(
        f"{point}:  sigmoids {np.round(p, 1)} sum {p.sum():.0f}   "
        f"softmax {np.round(q, 1)} sum {q.sum():.0f}"
    )

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="about 3" if round(p_sigmoid[0].sum()) == 3 else p_sigmoid[0].sum(),
    why="Each sigmoid answers its own question, so nothing makes them share: the sum can be anything "
    "from 0 to 3. Softmax has to split one certainty among three true answers.")


# %%
def all_right(params, head):
    """For each point: are all three answers right? Yes means a probability above 1/2."""
    return ((head(forward(params, P, tanh)[0]) > 0.5) == answers).all(axis=1)


heads = {"three sigmoids": all_right(right, sigmoid), "softmax": all_right(wrong, softmax)}
good, bad = (is_right.mean() for is_right in heads.values())

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 2, figsize=(9.4, 4.9), sharey=True)
for ax, (name, ok) in zip(axes, heads.items(), strict=True):
    ax.scatter(*P[ok].T, s=12, color=plots.PALETTE[0], label="all three answers right")
    ax.scatter(*P[~ok].T, s=30, marker="x", color=plots.PALETTE[2], label="not all right")
    ax.axhline(0, color="gray", lw=1)
    ax.axvline(0, color="gray", lw=1)
    ax.add_patch(plt.Circle((0, 0), 0.5, fill=False, color="gray"))
    ax.set(aspect="equal", xlabel="$x_1$", title=name)
axes[0].set(ylabel="$x_2$")
fig.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
show_figure(
    fig,
    alt="The 600 points twice, with the two lines and the circle that the questions ask about. With "
    "three sigmoids nearly every point is right. With softmax the upper right quarter of the square "
    "and three quarters of the circle are wrong.",
    caption=f"Share of the points with all three answers right: sigmoids {good:.1f}, softmax {bad:.1f}.",
)

# %% [markdown]
# Here "yes" is a probability above 1/2, and of three softmax probabilities only one can be: it fails
# wherever two or three answers are yes. (All are points that the networks were trained on.) Would
# another limit rescue the softmax? Not even the best one does: it makes no difference between *all
# three* and *none*, the first and the last line above, which both ask it for 1/3, 1/3, 1/3.

# %%
P_softmax = softmax(forward(wrong, P, tanh)[0])
best = max(
    np.mean(((P_softmax > limit) == answers).all(axis=1)) for limit in np.linspace(0, 1, 101)
)
print(f"softmax with the best limit: {best:.1f}   three sigmoids: {good:.1f}")

# %% [markdown]
# ## 5. Every loss is a likelihood
#
# Where do the other losses come from? From the same recipe: write down the **probability of what
# happened**, take the logarithm, and a minus sign. Only the assumption about the data changes.
# The samples are taken as independent throughout, so the logarithms of all samples add up.
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
# What is left is the absolute error.

# %% jupyter={"source_hidden": true}
r = np.linspace(-6, 6, 601)
fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.8))
plots.plot_curves({"Gauss": stats.norm.pdf(r), "Laplace": stats.laplace.pdf(r)},
                  x=r, xlabel="$y - z$", ylabel="density", ax=axes[0])
plots.plot_curves({"Gauss": -stats.norm.logpdf(r), "Laplace": -stats.laplace.logpdf(r)},
                  x=r, xlabel="$y - z$", ylabel="minus its logarithm", ax=axes[1])
axes[0].set_title("What the data do")
axes[1].set(title="The loss that follows", ylim=(0, 10))
show_figure(
    fig,
    alt="Left: a bell, and a pointed peak with longer tails. Right: minus their logarithms, a "
    "parabola and a V.",
    caption="Spread s = 1. The bell becomes a parabola, the peak a V: the two losses of section 1.",
)

# %% [markdown]
# Five spreads away from $z$ the bell has fallen to 4 millionths of its height, the Laplace curve
# only to 1/148. So the one must bend the network to explain such a value, and the other need not.
# (The Huber loss belongs to a bell with Laplace's tails.)
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
yes = (y > 0).astype(int)
bernoulli = -stats.bernoulli.logpmf(yes, sigmoid(z)).mean()
Z5, y5 = rng.normal(size=(50, 5)), rng.integers(5, size=50)
classes = -stats.multinomial.logpmf(one_hot(y5, 5), 1, softmax(Z5)).mean()
likelihoods = {
    "Gauss": (gauss, squared(y - z).mean() / (2 * spread**2) + np.log(spread * np.sqrt(2 * np.pi))),
    "Laplace": (laplace, absolute(y - z).mean() / spread + np.log(2 * spread)),
    "Bernoulli": (bernoulli, binary_cross_entropy(z, yes)),
    "k classes": (classes, softmax_cross_entropy(Z5, y5)),
}
for name, (library, loss) in likelihoods.items():
    print(f"{name:<10} library {library:.6f}   from the loss {loss:.6f}")

# %% [markdown]
# ## 6. Two more wrong pairs, and their damage
#
# ### Sigmoid with squared error
#
# Nothing forbids measuring a probability by its squared error, $(\sigma(z) - y)^2$. It is 0 when all
# is right and 1 when all is wrong. But how strongly does it ask $z$ to move? That is its slope, which
# we measure by moving $z$ a little up and down.

# %%
guess = predict(
    "The truth is y = 1. The network was unsure, z = 0; now it is confidently wrong, z = -8. "
    "How hard does the squared error pull z up now?",
    options=["harder than at 0", "about as hard", "hardly at all"],
)

# %%
def slope(loss, z, h=1e-5):
    return (loss(z + h) - loss(z - h)) / (2 * h)


pull = {}
for z1 in (0.0, -2.0, -8.0):
    pull[z1] = slope(lambda z: (sigmoid(z) - 1) ** 2, z1)
    c = slope(lambda z: binary_cross_entropy(z, 1), z1)
    print(
        f"z = {z1:4.0f}, y = 1:   slope of squared error {pull[z1]:8.4f}   "
        f"of cross-entropy {c:8.4f}"
    )

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="hardly at all" if abs(pull[-8.0]) < 0.01 * abs(pull[0.0]) else "about as hard",
    why="The sigmoid is flat at -8 (lesson 03 called it saturated), so its square is flat too. The "
    "cross-entropy pulls with full force, -1.")

# %% [markdown]
# The slope of the squared error is $2(p - y)\,p\,(1 - p)$: it contains $\sigma' = p(1 - p)$, which
# vanishes on both sides. That of the cross-entropy is $p - y$ alone. (Lesson 05 derives both.) So,
# far out, the more wrong the network is, the less the squared error teaches it. Here are two neurons
# that start equally wrong, with the same data and learning rate:


# %%
def sigmoid_squared_error(Z, Y):
    """(value, slope for each logit) of the wrong pair."""
    P1 = sigmoid(Z)
    return np.mean((P1 - Y) ** 2), 2 * (P1 - Y) * P1 * (1 - P1) / Y.size


Q, t = blobs(200, rng, n_classes=2, noise=0.4)
curves = {}
for name, loss in {
    "cross-entropy": losses.binary_cross_entropy,
    "squared error": sigmoid_squared_error,
}.items():
    neuron = init_params([2, 1], np.random.default_rng(0))
    neuron[0].W[:] = [[8.0], [0.0]]                      # confidently the wrong way round
    curves[name] = []
    for _ in train(neuron, Q, t[:, None].astype(float), activation=ACTIVATIONS["tanh"], loss=loss,
                   step=sgd, lr=0.5, epochs=100, batch_size=200, rng=rng):
        curves[name].append(np.mean((forward(neuron, Q, tanh)[0][:, 0] > 0) == t))
        # (tanh would be for hidden layers; a single neuron has none)

# %% jupyter={"source_hidden": true}
z = np.linspace(-10, 4, 300)
fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.8))
plots.plot_curves({"cross-entropy": softplus(-z), "squared error": (sigmoid(z) - 1) ** 2},
                  x=z, xlabel="logit z, where y = 1", ax=axes[0])
plots.plot_curves(curves, xlabel="step", ylabel="share right", ax=axes[1])
axes[0].set(title="Steep, or flat")
axes[1].set(ylim=(-0.03, 1.03), title="One recovers, the other is stuck")
axes[1].legend(loc="center right")
after = {name: curve[-1] for name, curve in curves.items()}
show_figure(
    fig,
    alt="Left, the losses over z for y = 1: to the left the cross-entropy rises as a straight line, the "
    "squared error levels off at 1. Right, the share of right answers over 100 steps: it rises to 1 "
    "within 30 steps for the cross-entropy and stays near 0 for the squared error.",
    caption=f"After 100 steps: cross-entropy {after['cross-entropy']:.1f} right, "
    f"squared error {after['squared error']:.1f}.",
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
pairs = {"cross-entropy": ce_on_softmax, "binary cross-entropy": bce_on_softmax}
for name, loss in pairs.items():
    along = [slope(lambda s, e=e, loss=loss: loss(z0 + s * e, y0), 0.0) for e in np.eye(3)]
    print(f"{name:<21} loss {loss(z0, y0):.2f}   slopes {np.round(along, 2)}")
print(f"{'softmax minus target':<21}             {np.round(softmax(z0) - y0, 2)}")
fresh = {name: loss(np.zeros(10), one_hot(0, 10)) for name, loss in pairs.items()}
print("fresh network, 10 classes: ", *[f"{name} {value:.3f}  " for name, value in fresh.items()])

# %% [markdown]
# The third line is what that program uses for its corrections. It is the slope of the cross-entropy,
# exactly (lesson 05 derives it), and not of the loss that the program prints. The network does learn,
# but the learning curve shows a quantity that nobody tried to make smaller.
#
# Following the printed loss instead would be no better idea. It is no likelihood: it treats the
# probabilities, which share one certainty, as separate questions. Look at its slope for the middle
# class, $-0.13$: it asks for *more* of a wrong class, only to push the other wrong class down.
#
# Two tests find such a mistake in a minute. Measure the slopes, as we did here; lesson 05 makes a tool
# of it. Or look at the very first loss: with ten classes it should be near $\ln 10 = 2.303$, and here
# it is 3.251.
#
# ## 7. Which output for which question
#
# | question | output units | activation | loss |
# |---|---|---|---|
# | a number | 1 each | identity | MSE; MAE or Huber with outliers |
# | a positive number | 1 each | softplus; or identity for its logarithm | MSE |
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
# | against learning by heart | early stopping, L2 | the same, and dropout |
#
# These are habits, not laws: on your own data, try others, and measure the gain.
#
# **Mind the factors.** The same name is used for losses that differ by a factor. The package's
# `mse` is the mean over all entries; its `half_squared_error` adds up the outputs of a row, halves,
# and averages over the rows; a cross-entropy sums over the outputs and averages over the rows. A
# factor does not move the best answer, but it acts like another learning rate.
#
# ## Quiz

# %%
quiz("04-spam")
quiz("04-loss-at-the-start")
quiz("04-loss-that-stays")

# %% [markdown]
# ## From earlier lessons

# %%
quiz("04-stacked-layers")
quiz("04-steepest-sigmoid")

# %% [markdown]
# ## What this lesson claimed, as code

# %%
assert round(squared(errors).mean(), 1) == 366.7 and round(absolute(errors).mean(), 1) == 16.7
assert round(np.sqrt(squared(errors).mean()), 1) == 19.1
assert round(huber(errors, 10).mean(), 1) == round((50 + 50 + 250) / 3, 1) == 116.7
assert squared(3) / 2 == 4.5 and absolute(3) == 3 and huber(3) == 2.5
assert (
    abs(slopes["squared"] - 0.5) > 0.3 > abs(slopes["Huber"] - 0.5) > abs(slopes["absolute"] - 0.5)
)
near, far = best_constants(State(7.0)), best_constants(State(20.0))
assert np.isclose(best_constants(State(17.6))["squared"], 6.8) and round(near["absolute"], 2) == 5.4
assert round(near["Huber"], 2) == 5.33 and np.isclose(far["Huber"], near["Huber"])
assert far["absolute"] == near["absolute"]
assert abs(best_constants(State(20.0, 0.1))["Huber"] - far["absolute"]) < 1e-9
assert np.isclose(best_constants(State(20.0, 15.0))["Huber"], far["squared"])
sample = rng.normal(size=101)
costs = [[f(sample - c).mean() for c in np.sort(sample)] for f in (squared, absolute)]
assert np.sort(sample)[np.argmin(costs[1])] == np.median(sample)
assert abs(np.sort(sample)[np.argmin(costs[0])] - sample.mean()) < 0.1
at = np.linspace(-5, 5, 11)
assert np.allclose(10 + 20 * sigmoid(2 * at), 20 + 10 * np.tanh(at)) and softplus(-5.0) > 0
assert np.allclose(np.log(sigmoid(at) / (1 - sigmoid(at))), at) and np.allclose(
    1 - sigmoid(at), sigmoid(-at)
)
assert abs(binary_cross_entropy(-800.0, 1) - 800) < 1e-9
assert (
    round(np.log(3), 3) == 1.099 and round(np.log(10), 3) == 2.303 and round(np.log(100), 1) == 4.6
)
assert np.isclose(softmax_cross_entropy(Z, labels), value)
logits, yes = rng.normal(size=(5, 1)), np.array([[1.0], [0], [1], [0], [1]])
assert np.isclose(losses.binary_cross_entropy(logits, yes)[0], binary_cross_entropy(logits, yes))
assert np.isclose(losses.huber(logits, yes)[0], huber(logits - yes).mean())
assert round(np.exp(-(5**2) / 2) * 1e6) == 4 and round(np.exp(5)) == 148  # five spreads away
assert np.isclose(
    softmax_cross_entropy(np.array([[0.4, 1.5]]), np.array([1])), binary_cross_entropy(1.5 - 0.4, 1)
)
assert not heads["softmax"][answers.sum(axis=1) >= 2].any()
assert best < 0.9 and np.array_equal(np.round(p_sigmoid.sum(axis=1)), [3, 1, 0])
assert np.abs(p_softmax[0] - p_softmax[2]).max() < 0.1 < np.abs(p_sigmoid[0] - p_sigmoid[2]).min()
assert all(np.isclose(library, loss) for library, loss in likelihoods.values())
assert round(slope(lambda z: binary_cross_entropy(z, 1), -8.0), 2) == -1.0
assert good > 0.98 and 0.6 < bad < 0.7
assert after["cross-entropy"] > 0.9 and after["squared error"] < 0.2
for z1 in (-2.0, 0.7):
    p = sigmoid(z1)
    assert np.isclose(slope(lambda z: (sigmoid(z) - 1) ** 2, z1), 2 * (p - 1) * p * (1 - p))
    assert np.isclose(slope(lambda z: binary_cross_entropy(z, 1), z1), p - 1)
for k, e in enumerate(np.eye(3)):
    assert np.isclose(
        slope(lambda s, e=e: ce_on_softmax(z0 + s * e, y0), 0.0), (softmax(z0) - y0)[k]
    )
assert round(slope(lambda s: bce_on_softmax(z0 + s * np.eye(3)[1], y0), 0.0), 2) == -0.13
assert [round(value, 3) for value in fresh.values()] == [2.303, 3.251]
A, B = rng.normal(size=(4, 3)), rng.uniform(size=(4, 3))  # the factors
assert np.isclose(losses.mse(A, B)[0], squared(A - B).mean())
assert np.isclose(losses.half_squared_error(A, B)[0], squared(A - B).sum(axis=1).mean() / 2)
assert np.isclose(losses.binary_cross_entropy(A, B)[0], 3 * binary_cross_entropy(A, B))

# %% [markdown]
# ## Sources
#
# P. J. Huber (1964), Robust estimation of a location parameter, *Annals of
# Mathematical Statistics* 35. J. S. Bridle (1990), Probabilistic interpretation of feedforward
# classification network outputs, with relationships to statistical pattern recognition, in
# *Neurocomputing: Algorithms, Architectures and Applications* (NATO ASI F 68). X. Glorot, Y. Bengio
# (2010), Understanding the difficulty of training deep feedforward neural networks, *AISTATS*: the
# damage done by squared error.
