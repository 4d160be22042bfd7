# %% [markdown]
# # {{title}}
#
# A network ends in numbers. What should they mean: a price, a probability, one class of ten? And
# how do we measure, with a single number, how wrong they are?
#
# **After this lesson you can**
# - choose the output units, the activation and the loss for numbers, yes-or-no questions,
#   several yes-or-no questions, and a choice among classes;
# - say what outliers do to each loss for numbers;
# - explain softmax, and compute cross-entropies that never overflow;
# - recognise wrong pairs of output and loss by the damage they do.
#
# *About {{time}}; a good place for a break is after part 2. Builds on [02](02_xor_and_hidden_layers.ipynb) and
# [03](03_activations.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize

from mlp_lesson import losses, plots
from mlp_lesson.activations import sigmoid, softplus
from mlp_lesson.checks import checked
from mlp_lesson.data import blobs, load_mnist
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.outlier import State, outlier
from mlp_lesson.widgets.outlier import answers as best_constants

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. A number: squared or absolute error
#
# A network predicts the price of three flats, in thousands: 200, 310 and 150. The true prices are
# 210, 300 and 180. The errors, prediction minus truth, are $-10$, $+10$ and $-30$.
#
# A **loss** turns them into one number that is 0 if all is right and grows with the errors. With
# $\hat y$ for the predictions and $y$ for the truth (lesson 01's target), two natural ones are
#
# - the **mean absolute error** (MAE): $\frac1n \sum_i |\hat y_i - y_i| = \frac{10 + 10 + 30}{3} \approx 16.7$;
# - the **mean squared error** (MSE): $\frac1n \sum_i (\hat y_i - y_i)^2$.

# %%
guess = predict("To the MAE the third error counts three times as much as the first. And to "
                "the MSE?", options=["three times", "six times", "nine times"])

# %% [markdown]
# Write the MSE, as the mean over *all* entries: there may be several outputs, one in each column.


# %%
def squared_error(Y_hat, Y):
    """The mean of (Y_hat - Y)² over all entries, one number."""
    ### BEGIN SOLUTION
    return np.mean((Y_hat - Y) ** 2)
    ### END SOLUTION


# %%
squared_error = checked("squared_error", squared_error)

# %%
predicted, price = np.array([200.0, 310.0, 150.0]), np.array([210.0, 300.0, 180.0])
print(f"MSE {squared_error(predicted, price):.1f}, its three parts", (predicted - price) ** 2)

# %% jupyter={"source_hidden": true}
reveal(guess, answer="nine times",
       why="900 against 100: three times the error, squared. (The MSE is in *squared* thousands; its root, "
       "here about 19.1, is in thousands again.)")

# %% [markdown]
# A third loss takes something from both: the **Huber loss** squares small errors (and halves them) and
# takes large ones only in proportion. What is small, a threshold $\theta$ of your choice says:
#
# $$ h(r) = \begin{cases} \frac12 r^2 & |r| \le \theta \\ \theta\,(|r| - \frac\theta2) & |r| > \theta \end{cases} $$
#
# With $\theta = 10$ our three errors cost $(50 + 50 + 250) / 3 \approx 116.7$. At $|r| = \theta$ both
# pieces have the height $\frac12 \theta^2$ and the slope $\theta$, so the curve has no kink there. Write it,
# the mean over all errors.


# %%
def huber(y_hat, y, threshold):
    """The mean of r²/2 where |r| <= threshold, else of threshold (|r| - threshold/2)."""
    ### BEGIN SOLUTION
    r = np.abs(y_hat - y)
    return np.mean(np.where(r <= threshold, r**2 / 2, threshold * (r - threshold / 2)))
    ### END SOLUTION


# %%
huber = checked("huber", huber)

# %% jupyter={"source_hidden": true}
r = np.linspace(-3, 3, 301)
fig, ax = plt.subplots(figsize=(6.4, 3.8))
plots.plot_curves({"squared, halved": r**2 / 2, "absolute": np.abs(r)},
                  x=r, xlabel="error $\\hat y - y$", ylabel="loss", ax=ax)
ax.plot(r, [huber(at, 0.0, 1.0) for at in r], "--", color=plots.PALETTE[2], lw=3,
        label="Huber, $\\theta$ = 1")
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
y[[16, 17, 19]] -= 8                             # the three typing errors

def absolute_error(y_hat, y):
    return np.mean(np.abs(y_hat - y))


three = {"squared": squared_error, "absolute": absolute_error,
         "Huber": lambda y_hat, y: huber(y_hat, y, 1.0)}
fits = {}
for name, loss in three.items():
    best = minimize(lambda p, loss=loss: loss(p[0] + p[1] * x, y), [0, 0], method="Nelder-Mead")
    fits[name] = best.x
    print(f"{name:<9} slope {best.x[1]:5.2f}   (the data were made with 0.50)")

# %% jupyter={"source_hidden": true}
slopes = {name: p[1] for name, p in fits.items()}
reveal(
    guess, answer="below 0" if slopes["squared"] < 0 else f"{slopes['squared']:.1f}",
    why="An error of 8 counts 64 when squared. To make three such errors smaller, the line gives up the "
    "other 17 points. For the absolute error and Huber the slope stays above 0.3.")

# %% jupyter={"source_hidden": true}
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
# 2. From where on does the mean lie to the right of *all* six grey points?
# 3. Leave the red point at 20, and move the threshold $\theta$ from 0.1 to 15. Where does Huber's answer
#    begin, and where does it end?

# %%
outlier()

# %% [markdown]
# The mean runs after the red point for ever, and passes the last grey point when the red one is at
# 17.6. The median stops at 5.40 and Huber's answer at 5.33. With a small $\theta$ Huber gives the median,
# with a large one the mean.
#
# Take the MSE if large errors really are that bad, the MAE or Huber if they are more likely a fault
# in the data. For Huber choose $\theta$ about as large as the errors that you consider ordinary.
#
# **The output unit** for a number is the plain sum, without activation: $\hat y = z$. If the answer
# must be positive (a price, a time), take $\hat y = \text{softplus}(z) = \ln(1 + e^z)$, a ReLU with a
# soft bend, which is always above 0. (ReLU itself is flat where it is 0, and cannot learn from its
# error there.) If it must lie between two limits $a$ and $b$, scale a sigmoid: $\hat y = a + (b -
# a)\,\sigma(z)$.

# %%
z = np.array([-5.0, -1.0, 0.0, 1.0, 5.0])
print("any number        ", z)
print("positive          ", np.round(softplus(z), 2))
print("between 10 and 30 ", np.round(10 + 20 * sigmoid(z), 2))

# %% [markdown]
# ### Several numbers at once
#
# *Where* in the picture is the digit? Four numbers answer that, a **bounding box**: left edge, top
# edge, width and height, in pixels. That needs four output units, and they may have different
# activations: the edges lie between 0 and 28, the sizes are positive. All four share the hidden layers
# before them; what turns the last sums into the four answers is called the **head** of the network.

# %%
def box_head(Z):
    """Sums (n, 4) -> boxes (n, 4): left, top, width, height in pixels."""
    return np.column_stack([28 * sigmoid(Z[:, :2]), softplus(Z[:, 2:])])


image = load_mnist().X_test[0].reshape(28, 28)   # the first digit of the test set
rows, columns = np.nonzero(image > 0.3)          # where there is ink
truth = np.array([[columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1]])
Z_box = np.array([[-1.2, -0.9, 14.0, 18.0]])     # what a network might say
print("box", np.round(box_head(Z_box), 1)[0], "  truth", truth[0],
      f"  MSE {squared_error(box_head(Z_box), truth):.1f} square pixels")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(5, 3.2))
ax.imshow(image, vmin=0, vmax=1)
for (left, top, width, height), colour, style, name in [
    (truth[0], "black", "-", "truth"), (box_head(Z_box)[0], plots.PALETTE[2], "--", "predicted")
]:
    ax.add_patch(plt.Rectangle((left - 0.5, top - 0.5), width, height, fill=False, lw=2,
                               color=colour, ls=style, label=name))
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
ax.set(xticks=[], yticks=[])
ax.spines[:].set(visible=True, color="lightgray")
show_figure(
    fig,
    alt="A handwritten 7 in two rectangles: the solid one just encloses the ink, the dashed one, which is "
    "predicted, lies a little off.",
    caption="Four outputs, one box: left, top, width and height.",
)

# %% [markdown]
# One loss, the mean over all four.

# %%
guess = predict("Somebody gives the width in hundredths of a pixel, and the rest in pixels. How "
                "much more does an error of the width count now?",
                options=["100 times", "1000 times", "10,000 times"])

# %% jupyter={"source_hidden": true}
unit = np.array([1, 1, 100, 1])
more = ((box_head(Z_box) * unit - truth * unit) ** 2 / (box_head(Z_box) - truth) ** 2)[0, 2]
reveal(guess, answer=f"{more:,.0f} times",
       why="100 times the error, squared. The network would learn little else. So bring the targets to "
       "similar size before you train.")

# %% [markdown]
# ## 2. Yes or no: probability and cross-entropy
#
# Will it rain? The output unit is one sigmoid, $p = \sigma(z)$, read as the probability of "yes".
# How wrong is $p = 0.9$ if it rains? And if it does not?
#
# The idea: **how surprised would you be?** If it rains ($y = 1$), the forecast gave that a probability
# of 0.9; if not ($y = 0$), it gave that only 0.1. The **surprise** is minus the logarithm of the
# probability that was given to what happened:
#
# $$ L = -\ln p \ \text{ if } y = 1, \qquad L = -\ln(1 - p) \ \text{ if } y = 0. $$
#
# Why a logarithm? Days that do not influence each other multiply their probabilities, as throws of dice
# do, and the logarithm turns the product into a sum: surprises add up. Minus, so that smaller is
# better. With the logarithm to base 2 the unit is the **bit**: a tossed coin, $p = \frac12$, surprises
# by one bit, two coins by two. ($1$ bit is $\ln 2 \approx 0.693$.) Both cases in one formula, averaged
# over the days, are the **binary cross-entropy**
#
# $$ L = -\frac1n \sum_i \big[\, y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \,\big]. $$

# %%
for p, happened in [(0.9, 1), (0.9, 0), (0.5, 1), (0.01, 1)]:
    given = p if happened else 1 - p
    print(f"forecast {p:<4}  {'it rains' if happened else 'it stays dry':<13} "
          f"loss {-np.log(given):.2f}, or {-np.log2(given):.2f} bits")

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
# its logarithm minus infinity. But we know the answer: from $\sigma(z) = \frac1{1 + e^{-z}}$
# follows $-\ln \sigma(z) = \ln(1 + e^{-z})$, here very nearly 800. So compute the loss directly from
# $z$, which is called the **logit**: the logarithm of the odds, $\frac{p}{1 - p}$ to 1, since
# $\frac{p}{1 - p} = e^z$.
#
# For $y = 1$ the loss is $\ln(1 + e^{-z})$. For $y = 0$ it is $\ln(1 + e^{z})$, because $1 - \sigma(z)
# = \sigma(-z)$. One danger is left: $e^{800}$ is too large. For $s > 0$ take $e^s$ out of the bracket,
# $\ln(1 + e^s) = s + \ln(1 + e^{-s})$; for both signs that is $\max(s, 0) + \ln(1 + e^{-|s|})$. Put $s
# = -z$ and $s = z$ into it; because $\max(-z, 0) = \max(z, 0) - z$, one formula holds both cases:
#
# $$ L = \max(z, 0) - z\,y + \ln\!\big(1 + e^{-|z|}\big), $$
#
# where the exponential is never larger than 1. Write it, the mean over all answers. (`np.log1p(x)` is
# $\ln(1 + x)$.)


# %%
def binary_cross_entropy(z, y):
    """The mean of max(z, 0) - z y + ln(1 + e^(-|z|)), one number."""
    ### BEGIN SOLUTION
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
    ### END SOLUTION


# %%
binary_cross_entropy = checked("binary_cross_entropy", binary_cross_entropy)

# %%
for at in (2.0, -2.0, -800.0):
    with np.errstate(all="ignore"):
        naive = -np.log(1 / (1 + np.exp(-at)))
    print(f"z = {at:6.0f}, y = 1:   by way of p {naive:8.4f}   "
          f"from the logit {binary_cross_entropy(at, 1):8.4f}")

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
# ### The nine numbers again, in bits
#
# In lesson 02 nine numbers made a network that computes XOR with thresholds. Put a sigmoid in the place
# of each threshold, and every case becomes a yes-or-no question with a probability.

# %%
guess = predict("Keep the nine numbers. A coin would cost 1 bit for each of the four cases. What "
                "does the network with sigmoids cost, on average?",
                options=["about 0 bits", "about half a bit", "about 1 bit"])

# %%
X, xor = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
W1, b1 = np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5])
W2, b2 = np.array([1.0, 1.0]), -1.5


def logits(scale):
    """z for the four cases, with all nine numbers multiplied by scale."""
    hidden = sigmoid(scale * (X @ W1 + b1))
    return scale * (hidden @ W2 + b2)


bits = {}
for scale in (1, 3, 10):
    bits[scale] = binary_cross_entropy(logits(scale), xor) / np.log(2)
    print(f"nine numbers times {scale:2}:   p {np.round(sigmoid(logits(scale)), 2)}   "
          f"{bits[scale]:.3f} bits")

# %% jupyter={"source_hidden": true}
reveal(guess, answer="about 1 bit" if abs(bits[1] - 1) < 0.1 else f"{bits[1]:.2f} bits",
       why="Near 0 a sigmoid hesitates where a threshold decides, so the network hardly knows more than a coin. "
       "Ten times the numbers make the sigmoids ten times as steep, nearly thresholds.")

# %% [markdown]
# So the loss sees what counting right answers does not: how sure they were. To make it small *without*
# being told the nine numbers is what the next two lessons are about.
#
# ## 3. One of several classes: softmax
#
# For a choice among $k$ classes the network has $k$ output units, with the sums $z_1, \dots, z_k$. They
# may be negative, and add up to anything. Two steps make probabilities of them: $e^{z_j}$ is positive,
# whatever $z_j$ is; and divided by their total, the $k$ numbers add up to 1. That is **softmax**:
#
# $$ p_j = \frac{e^{z_j}}{\sum_m e^{z_m}}. $$
#
# For the logits $(2, 1, 0)$: $e^2 \approx 7.39$, $e^1 \approx 2.72$, $e^0 = 1$, together 11.11, so the
# probabilities are 0.67, 0.24 and 0.09. The largest logit wins, but the others keep a share, hence
# "soft": one more in a logit is $e$ times the share. And as all share one total, no $p_j$ can rise
# unless others fall.

# %%
guess = predict("Add 100 to each of the logits (2, 1, 0). What becomes of the probabilities?",
                options=["all rise", "the first becomes nearly 1", "nothing changes"])

# %%
for row in ([2.0, 1.0, 0.0], [102.0, 101.0, 100.0], [1002.0, 1001.0, 1000.0]):
    with np.errstate(all="ignore"):
        print(row, (np.exp(row) / np.exp(row).sum()).round(3))

# %% jupyter={"source_hidden": true}
reveal(guess, answer="nothing changes",
       why="Every term is multiplied by e to the power 100, and so is the total: it cancels. On paper that "
       "holds for 1000 as well, but the computer's e^1000 is infinite, and infinite by infinite is no number.")

# %% [markdown]
# So we may subtract whatever we like from all logits of a row, and the largest of them is a good
# choice: then no exponent is above 0. Write softmax that way, for a table with one sample in each row.
# (`Z.max(axis=1, keepdims=True)` is the largest of each row, as a column that can be subtracted from
# `Z`; `sum` takes the same two arguments.)


# %% tags=["teaches"]
def softmax(Z):
    """(n, k) logits -> (n, k) probabilities; each row sums to 1, and nothing overflows."""
    ### BEGIN SOLUTION
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)
    ### END SOLUTION


# %%
softmax = checked("softmax", softmax)

# %% [markdown]
# (For two classes, divide $e^{z_2} / (e^{z_1} + e^{z_2})$ above and below by $e^{z_2}$: it is one
# sigmoid of the difference, $\sigma(z_2 - z_1)$. A yes-or-no question can be asked either way.)
#
# The target is a row of zeros with a single 1 at the true class, a **one-hot** row. Classes count from
# 0, as rows and columns do. Write it. (`np.eye(k)` is a table with 1s on its diagonal, 0s elsewhere, and
# `T[y]` takes from a table the rows whose numbers stand in `y`.)


# %% tags=["teaches"]
def one_hot(y, n_classes):
    """Labels 0..k-1, shape (n,) -> a table (n, k) with a single 1 in each row."""
    ### BEGIN SOLUTION
    return np.eye(n_classes)[y]                  # row y of a table with 1s on its diagonal
    ### END SOLUTION


# %%
one_hot = checked("one_hot", one_hot)

# %%
guess = predict("A sudoku is read from pictures: the labels are 1 to 9. Which output?",
                options=["one unit, whose number is the digit", "9 units and a softmax",
                         "10 units and a softmax, one never used"])

# %%
print(one_hot(np.array([1, 9]) - 1, 9).astype(int))

# %% jupyter={"source_hidden": true}
reveal(guess, answer="9 units and a softmax",
       why="A digit is a name, not an amount: 9 is not three times 3, and between 1 and 9 there is no 5 to "
       "hesitate at. The unit for label y is number y - 1; without the -1, label 9 would look for a tenth column. "
       "(A tenth unit does no harm, it only has to learn to stay silent.)")

# %% [markdown]
# The loss, the **categorical cross-entropy**, is the surprise again: minus the logarithm of the
# probability of the true class $y$, and nothing else. From $p_y = e^{z_y} / \sum_j e^{z_j}$ it follows
# directly from the logits,
#
# $$ -\ln p_y = \ln \Big( \sum_j e^{z_j} \Big) - z_y, $$
#
# and the mean over the rows is the loss. Write it; subtract the largest of each row first, here too.
# (`Z[np.arange(n), y]` takes from row $i$ the entry in column $y_i$.)


# %%
def softmax_cross_entropy(Z, y):
    """The mean of -ln softmax(Z)[i, y[i]] over the rows i, one number; y holds labels."""
    ### BEGIN SOLUTION
    Z = Z - Z.max(axis=1, keepdims=True)         # the same probabilities, and no overflow
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])
    ### END SOLUTION


# %%
softmax_cross_entropy = checked("softmax_cross_entropy", softmax_cross_entropy)

# %%
Z, labels = np.array([[2.0, 1, 0], [0, 0, 0], [1000, 0, -1000]]), np.array([0, 1, 2])
for i in range(3):
    print(f"logits {Z[i]}, class {labels[i]}: p {softmax(Z)[i].round(2)}, "
          f"loss {softmax_cross_entropy(Z[i : i + 1], labels[i : i + 1]):.3f}")
value, _ = losses.softmax_cross_entropy(Z, one_hot(labels, 3))
print(f"mean: yours {softmax_cross_entropy(Z, labels):.3f}   package {value:.3f}")

# %% [markdown]
# The second row knows nothing and gives each class 1/3: its loss is $\ln 3 \approx 1.099$. Remember
# this: **a fresh network that does not know anything yet should start near $\ln k$**. For ten
# digits that is 2.303. The third row gives the true class $e^{-2000}$, and still its loss is finite.
#
# Labels and one-hot rows are two spellings of the same target (for labels some libraries call the same
# loss *sparse*). The package takes one-hot rows, and each of its losses also returns a second thing
# that lesson 05 is about.
#
# ## 4. Several yes-or-no questions: multilabel
#
# A photo can show a dog *and* a beach. That is not a choice among classes but several yes-or-no
# questions at once: one sigmoid and one binary cross-entropy for each, and the loss of a photo is their
# sum.
#
# Our photos are points in the plane, and the three questions are: is it on the right? is it in the upper
# half? is it near the centre? Two small networks were trained on the same 600 points, one with three
# sigmoids and one with a softmax. (How, is the subject of lessons 05 and 06; the code is folded. Softmax
# wants targets that add up to 1, so for it the yes answers share the 1 equally; if all are no, all
# three share it.)

# %% jupyter={"source_hidden": true}
from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.network import forward, init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.train import train

P = rng.uniform(-1, 1, (600, 2))
answers = np.column_stack([P[:, 0] > 0, P[:, 1] > 0, np.hypot(*P.T) < 0.5]).astype(float)
tanh = ACTIVATIONS["tanh"].f


def fit(loss, targets, epochs=300):
    """Train a 2-16-3 network; return its parameters."""
    params = init_params([2, 16, 3], np.random.default_rng(1))
    for _ in train(params, P, targets, activation=ACTIVATIONS["tanh"], loss=loss, step=sgd, lr=0.5,
                   epochs=epochs, batch_size=20, rng=np.random.default_rng(2)):
        pass
    return params


n_yes = answers.sum(axis=1, keepdims=True)
shared = np.where(n_yes > 0, answers / np.maximum(n_yes, 1), 1 / 3)  # rows that sum to 1
right = fit(losses.binary_cross_entropy, answers)
wrong = fit(losses.softmax_cross_entropy, shared)


def probabilities(points):
    """{name: the three probabilities at each point} of the two networks."""
    return {"three sigmoids": sigmoid(forward(right, points, tanh)[0]),
            "softmax": softmax(forward(wrong, points, tanh)[0])}


# %%
guess = predict("For the point (0.2, 0.2) all three answers are yes. What do the three sigmoids' "
                "probabilities add up to?", options=["1", "about 3", "about 0.33"])

# %%
points = np.array([[0.2, 0.2], [0.8, -0.8], [-0.8, -0.8]])  # three times yes, once, never
p_sigmoid, p_softmax = probabilities(points).values()
for point, p, q in zip(points, p_sigmoid, p_softmax, strict=True):
    print(f"{point}:  sigmoids {np.round(p, 1)} sum {p.sum():.0f}   "
          f"softmax {np.round(q, 1)} sum {q.sum():.0f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="about 3" if round(p_sigmoid[0].sum()) == 3 else p_sigmoid[0].sum(),
    why="Each sigmoid answers its own question, so nothing makes them share: the sum can be anything "
    "from 0 to 3. Softmax has to split one certainty among three true answers.")

# %% jupyter={"source_hidden": true}
# For each point: are all three answers right? Yes means a probability above 1/2.
all_right = {name: ((p > 0.5) == answers).all(axis=1) for name, p in probabilities(P).items()}
n_good, n_bad = (int(ok.sum()) for ok in all_right.values())
fig, axes = plt.subplots(1, 2, figsize=(9.4, 4.9), sharey=True)
for ax, (name, ok) in zip(axes, all_right.items(), strict=True):
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
    caption=f"All three answers right: three sigmoids at {n_good} of {len(P)} points, softmax at {n_bad}.",
)

# %% [markdown]
# Here "yes" is a probability above 1/2, and of three softmax probabilities only one can be: it fails
# wherever two or three answers are yes. (All are points that the networks were trained on.) Would
# another limit rescue the softmax? Not even the best one does: it makes no difference between *all
# three* and *none*, the first and the last line above, which both ask it for 1/3, 1/3, 1/3.

# %% jupyter={"source_hidden": true}
tries = [np.mean(((probabilities(P)["softmax"] > limit) == answers).all(axis=1))
         for limit in np.linspace(0, 1, 101)]
print(f"softmax with the best limit: {max(tries):.0%}   three sigmoids: {n_good / len(P):.0%}")

# %% [markdown]
# ## 5. A wrong pair: sigmoid with squared error
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
for at in (0.0, -2.0, -8.0):
    pull[at] = slope(lambda z: (sigmoid(z) - 1) ** 2, at)
    c = slope(lambda z: binary_cross_entropy(z, 1), at)
    print(f"z = {at:4.0f}, y = 1:   slope of squared error {pull[at]:8.4f}   "
          f"of cross-entropy {c:8.4f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="hardly at all" if abs(pull[-8.0]) < 0.01 * abs(pull[0.0]) else "about as hard",
    why="The sigmoid is flat at -8, so its square is flat too. The cross-entropy pulls with full force, -1.")

# %% [markdown]
# The slope of the squared error is $2(p - y)\,p\,(1 - p)$: it contains $\sigma' = p(1 - p)$, which
# vanishes on both sides. That of the cross-entropy is $p - y$ alone. (Lesson 05 derives both.) So,
# far out, the more wrong the network is, the less the squared error teaches it. Here are two neurons
# that start with the same wrong weights, nearly all their answers wrong. One learns with the
# cross-entropy, one with the squared error, both for 100 steps with the same learning rate.

# %%
guess = predict("After 100 steps, how many of its answers has the neuron with the squared error "
                "right?", options=["nearly all", "about half", "hardly any"])

# %% jupyter={"source_hidden": true}
def sigmoid_squared_error(Z, Y):
    """(value, slope for each logit) of the wrong pair."""
    p = sigmoid(Z)
    return np.mean((p - Y) ** 2), 2 * (p - Y) * p * (1 - p) / Y.size


Q, sides = blobs(200, rng, n_classes=2, noise=0.4)
curves = {}
for name, loss in {
    "cross-entropy": losses.binary_cross_entropy,
    "squared error": sigmoid_squared_error,
}.items():
    neuron = init_params([2, 1], np.random.default_rng(0))
    neuron[0].W[:] = [[8.0], [0.0]]              # confidently the wrong way round
    curves[name] = []
    for _ in train(neuron, Q, sides[:, None].astype(float), activation=ACTIVATIONS["tanh"],
                   loss=loss, step=sgd, lr=0.5, epochs=100, batch_size=200, rng=rng):
        curves[name].append(np.mean((forward(neuron, Q, tanh)[0][:, 0] > 0) == sides))
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
    caption=f"Right after 100 steps: {after['cross-entropy'] * 200:.0f} of 200 points with the "
    f"cross-entropy, {after['squared error'] * 200:.0f} with the squared error.",
)

# %% jupyter={"source_hidden": true}
reveal(guess, answer="hardly any" if after["squared error"] < 0.2 else "about half",
       why="It stands where its sigmoid is flat, and sees no slope to follow. The other is right at nearly "
       "all points after 30 steps.")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: squared and absolute error are surprises, too

# %% [markdown]
# Where do the losses for numbers come from? From the same recipe: write down the **probability of what
# happened**, take the logarithm, and a minus sign. (The probability that a model gives to all the data
# is called the **likelihood**, so these losses are minus log-likelihoods.) Only the assumption about
# the data changes. The samples are taken as independent, so the surprises add up.
#
# **A number.** Assume that the data scatter around the prediction $\hat y$ in a bell shape (a Gauss or
# normal distribution) with the spread $s$. A value $y$ then has the probability density, the
# probability for each unit of $y$, on the left; minus its logarithm stands on the right:
#
# $$ \frac{1}{s\sqrt{2\pi}}\, e^{-(y - \hat y)^2 / 2s^2} \quad\longrightarrow\quad
#    \frac{(y - \hat y)^2}{2 s^2} + \ln\big(s\sqrt{2\pi}\big). $$
#
# The last term does not contain $\hat y$, and the factor $1/2s^2$ is the same for all samples. Neither
# changes *where* the sum is smallest. What is left is the squared error.
#
# **A number with more outliers.** The Laplace distribution falls more slowly than the bell. With its
# scale $c$,
#
# $$ \frac{1}{2c}\, e^{-\lvert y - \hat y\rvert / c} \quad\longrightarrow\quad
#    \frac{\lvert y - \hat y\rvert}{c} + \ln(2c). $$
#
# What is left is the absolute error. (Its spread is not $c$ but $\sqrt2\,c \approx 1.414\,c$: spread
# means the standard deviation, here as everywhere in the course. The picture gives both curves the same
# spread.)

# %% jupyter={"source_hidden": true}
from scipy import stats

r, scale = np.linspace(-6, 6, 601), 1 / np.sqrt(2)  # the Laplace distribution of spread 1
fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.8))
plots.plot_curves({"Gauss": stats.norm.pdf(r), "Laplace": stats.laplace.pdf(r, scale=scale)},
                  x=r, xlabel="$y - \\hat y$", ylabel="density", ax=axes[0])
plots.plot_curves({"Gauss": -stats.norm.logpdf(r), "Laplace": -stats.laplace.logpdf(r, scale=scale)},
                  x=r, xlabel="$y - \\hat y$", ylabel="minus its logarithm", ax=axes[1])
axes[0].set_title("What the data do")
axes[1].set(title="The loss that follows", ylim=(0, 10))
show_figure(
    fig,
    alt="Left: a bell, and a pointed peak with longer tails. Right: minus their logarithms, a "
    "parabola and a V.",
    caption="Both of spread 1. The bell becomes a parabola, the peak a V: the two losses of section 1.",
)

# %% [markdown]
# Five spreads away from $\hat y$ the bell has fallen to 4 millionths of its height, the Laplace curve
# only to 1/1177. So the one must bend the network to explain such a value, and the other need not.
# (The Huber loss belongs to a bell with Laplace's tails.)
#
# **Several yes or no.** If the answers do not depend on each other, once the input is known, their
# probabilities multiply, so the losses add up: one binary cross-entropy for each question.
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
y_hat, s, c = rng.normal(size=50), 0.7, 0.7
y = y_hat + rng.normal(size=50)
yes, Z5, y5 = (y > 0).astype(int), rng.normal(size=(50, 5)), rng.integers(5, size=50)
likelihoods = {
    "Gauss": (stats.norm.logpdf(y, y_hat, s),
              squared_error(y_hat, y) / (2 * s**2) + np.log(s * np.sqrt(2 * np.pi))),
    "Laplace": (stats.laplace.logpdf(y, y_hat, c), absolute_error(y_hat, y) / c + np.log(2 * c)),
    "Bernoulli": (stats.bernoulli.logpmf(yes, sigmoid(y_hat)), binary_cross_entropy(y_hat, yes)),
    "k classes": (stats.multinomial.logpmf(one_hot(y5, 5), 1, softmax(Z5)),
                  softmax_cross_entropy(Z5, y5)),
}
for name, (log_p, loss) in likelihoods.items():
    print(f"{name:<10} library {-log_p.mean():.6f}   from the loss {loss:.6f}")

# %% [markdown]
# Not *every* loss is such a surprise. Whatever the output $z$, the probabilities of all that can happen
# must add up to 1. If a loss is minus their logarithm, up to a constant, then $e^{-L}$, added up over
# all possible truths, must at least be the same for every $z$. For the squared error on a sigmoid it is
# not: with the truths 0 and 1 it is $2 e^{-1/4} \approx 1.558$ at $p = \frac12$ and $1 + e^{-1} \approx
# 1.368$ at $p = 1$.
#
# A new name is not always a new idea. Some reports list an **exponential cost**, $\tau\, e^{S/\tau}$, with
# the summed squared error $S$ and a positive number $\tau$ of your choice. By the chain rule (lesson 05)
# its slopes are those of $S$, all times $e^{S/\tau}$: the same directions, longer steps while the error is
# large, and the same place where it is smallest.

# %% jupyter={"source_hidden": true}
assert all(np.isclose(-log_p.mean(), loss) for log_p, loss in likelihoods.values())
assert np.isclose(stats.laplace.std(scale=1), 1.414, atol=5e-4)
bell, peak = stats.norm.pdf([5, 0]), stats.laplace.pdf([5, 0], scale=1 / np.sqrt(2))
assert round(bell[0] / bell[1] * 1e6) == 4 and round(peak[1] / peak[0]) == 1177  # five spreads away
wrong_pair = [np.exp(-(p**2)) + np.exp(-((1 - p) ** 2)) for p in (0.5, 1.0)]
assert np.allclose(wrong_pair, [1.558, 1.368], atol=5e-4)

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: binary cross-entropy on a softmax

# %% [markdown]
# (Better read after lesson 05.) A published digit reader writes the *binary* cross-entropy below a
# softmax output, and then corrects the weights as for the other one. Both losses are 0 when all is
# right, so nobody notices. But they are different functions, with different slopes:

# %%
def bce_on_softmax(z, y):
    p = softmax(z[None])[0]
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


def ce_on_softmax(z, y):
    return -np.sum(y * np.log(softmax(z[None])[0]))


z0, y0 = np.array([0.0, 0.5, 2.0]), np.array([1.0, 0.0, 0.0])
pairs = {"cross-entropy": ce_on_softmax, "binary cross-entropy": bce_on_softmax}
for name, loss in pairs.items():
    along = [slope(lambda h, e=e, loss=loss: loss(z0 + h * e, y0), 0.0) for e in np.eye(3)]
    print(f"{name:<21} loss {loss(z0, y0):.2f}   slopes {np.round(along, 2)}")
print(f"{'softmax minus target':<21}             {np.round(softmax(z0[None])[0] - y0, 2)}")
fresh = {name: loss(np.zeros(10), one_hot(0, 10)) for name, loss in pairs.items()}
print("fresh network, 10 classes: ", *[f"{name} {value:.3f}  " for name, value in fresh.items()])

# %% [markdown]
# The third line is what that program uses for its corrections. It is the slope of the cross-entropy,
# exactly (lesson 05 derives it), and not of the loss that the program prints. The network does learn,
# but the learning curve shows a quantity that nobody tried to make smaller.
#
# Following the printed loss instead would be no better idea. It is the surprise at the answers to $k$
# separate questions, among them "all no" and "several yes", which cannot happen here; a choice among
# $k$ classes is something else. ($e^{-L}$, added up over the three classes, is $\frac49$ where all three
# get 1/3, and 1 where one is certain.) Look at its slope for the middle
# class, $-0.13$: it asks for *more* of a wrong class, only to push the other wrong class down.
#
# Two tests find such a mistake in a minute. Measure the slopes, as we did here; lesson 05 makes a tool
# of it. Or look at the very first loss: with ten classes it should be near $\ln 10 = 2.303$, and here
# it is 3.251.

# %%
each = np.eye(3)                                 # the three possible truths
for z3 in (np.zeros(3), np.array([20.0, 0.0, 0.0])):
    print("e^-L, added up:", *[f"{name} {sum(np.exp(-loss(z3, e)) for e in each):.3f}  "
                               for name, loss in pairs.items()])

# %% jupyter={"source_hidden": true}
for k, e in enumerate(np.eye(3)):
    assert np.isclose(
        slope(lambda h, e=e: ce_on_softmax(z0 + h * e, y0), 0.0), (softmax(z0[None])[0] - y0)[k]
    )
assert round(slope(lambda h: bce_on_softmax(z0 + h * np.eye(3)[1], y0), 0.0), 2) == -0.13
assert np.isclose(sum(np.exp(-bce_on_softmax(np.zeros(3), e)) for e in np.eye(3)), 4 / 9)
assert [round(value, 3) for value in fresh.values()] == [2.303, 3.251]

# %% [markdown]
# ## 6. Which output for which question
#
# | question | output units | activation | loss |
# |---|---|---|---|
# | one number or several | 1 each | identity | MSE; MAE or Huber with outliers |
# | a positive number | 1 each | softplus; or identity, for its logarithm | MSE |
# | a number between limits | 1 each | scaled sigmoid or tanh | MSE |
# | yes or no | 1 | sigmoid | binary cross-entropy |
# | several yes or no | 1 each | sigmoid each | binary cross-entropy, summed |
# | one of $k$ classes | $k$ | softmax | cross-entropy |
#
# And what people usually choose for the rest, as a place to start from:
#
# | | regression (a number) | classification |
# |---|---|---|
# | inputs | one for each thing measured, scaled to similar size | the same |
# | hidden layers | 1 to 5 | 1 to 5 |
# | neurons in a hidden layer | 10 to 100 | 10 to 1000 |
# | hidden activation | ReLU; tanh in small networks | the same |
# | optimiser, learning rate (lesson 06b) | Adam, 0.001 | the same |
# | samples in a batch (lesson 06) | 32 to 256 | the same |
# | against learning by heart | early stopping, L2 | the same, and dropout |
#
# These are habits, not laws: try others on your own data. (Words that you do not know yet are for later.)
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

# %% jupyter={"source_hidden": true}
assert round(squared_error(predicted, price), 1) == 366.7
assert round(absolute_error(predicted, price), 1) == 16.7
assert round(np.sqrt(squared_error(predicted, price)), 1) == 19.1
assert round(huber(predicted, price, 10), 1) == round((50 + 50 + 250) / 3, 1) == 116.7
assert absolute_error(3, 0) == 3 and huber(3, 0, 1.0) == 2.5
assert (
    abs(slopes["squared"] - 0.5) > 0.3 > abs(slopes["Huber"] - 0.5) > abs(slopes["absolute"] - 0.5)
)
assert slopes["squared"] < 0 and min(slopes["absolute"], slopes["Huber"]) > 0.3
near, far = best_constants(State(7.0)), best_constants(State(20.0))
assert np.isclose(best_constants(State(17.6))["squared"], 6.8) and round(near["absolute"], 2) == 5.4
assert round(near["Huber"], 2) == 5.33 and np.isclose(far["Huber"], near["Huber"])
assert far["absolute"] == near["absolute"]
assert abs(best_constants(State(20.0, 0.1))["Huber"] - far["absolute"]) < 1e-9
assert np.isclose(best_constants(State(20.0, 15.0))["Huber"], far["squared"])
sample = np.sort(rng.normal(size=101))
costs = [[loss(np.full(101, at), sample) for at in sample] for loss in (squared_error, absolute_error)]
assert sample[np.argmin(costs[1])] == np.median(sample)
assert abs(sample[np.argmin(costs[0])] - sample.mean()) < 0.1
assert np.isclose(more, 10_000)
at = np.linspace(-5, 5, 11)
assert np.allclose(np.log(sigmoid(at) / (1 - sigmoid(at))), at)
assert np.allclose(1 - sigmoid(at), sigmoid(-at)) and np.isclose(np.log(2), 0.693, atol=5e-4)
assert np.allclose(np.log(1 + np.exp(at)), np.maximum(at, 0) + np.log(1 + np.exp(-np.abs(at))))
assert abs(binary_cross_entropy(-800.0, 1) - 800) < 1e-9
assert 0.99 < bits[1] < 1 and bits[10] < 0.02  # the nine numbers
assert np.isclose(binary_cross_entropy(np.zeros(4), xor) / np.log(2), 1)  # a coin
assert list(softmax(np.array([[2.0, 1.0, 0.0]]))[0].round(2)) == [0.67, 0.24, 0.09]
assert [round(np.exp(a), 2) for a in (2, 1)] == [7.39, 2.72] and round(np.exp([2, 1, 0]).sum(), 2) == 11.11
assert np.allclose(softmax(Z), softmax(Z + 100))
assert (
    round(np.log(3), 3) == 1.099 and round(np.log(10), 3) == 2.303 and round(np.log(100), 1) == 4.6
)
assert np.isclose(softmax_cross_entropy(Z, labels), value)
two = np.array([[0.4, 1.5]])
assert np.isclose(softmax(two)[0, 1], sigmoid(1.5 - 0.4))
assert np.isclose(softmax_cross_entropy(two, np.array([1])), binary_cross_entropy(1.5 - 0.4, 1))
many, yes_no = rng.normal(size=(5, 1)), np.array([[1.0], [0], [1], [0], [1]])
assert np.isclose(losses.binary_cross_entropy(many, yes_no)[0], binary_cross_entropy(many, yes_no))
assert np.isclose(losses.huber(many, yes_no)[0], huber(many, yes_no, 1.0))
assert not all_right["softmax"][answers.sum(axis=1) >= 2].any()
assert n_good > 0.98 * len(P) and 0.6 * len(P) < n_bad < 0.7 * len(P) and max(tries) < 0.9
assert np.array_equal(np.round(p_sigmoid.sum(axis=1)), [3, 1, 0])
assert np.abs(p_softmax[0] - p_softmax[2]).max() < 0.1 < np.abs(p_sigmoid[0] - p_sigmoid[2]).min()
assert round(slope(lambda z: binary_cross_entropy(z, 1), -8.0), 2) == -1.0
assert min(curves["cross-entropy"][29:]) > 0.98 and max(curves["squared error"]) < 0.2
for z1 in (-2.0, 0.7):
    p = sigmoid(z1)
    assert np.isclose(slope(lambda z: (sigmoid(z) - 1) ** 2, z1), 2 * (p - 1) * p * (1 - p))
    assert np.isclose(slope(lambda z: binary_cross_entropy(z, 1), z1), p - 1)
A, B = rng.normal(size=(4, 3)), rng.uniform(size=(4, 3))  # the factors
assert np.isclose(losses.mse(A, B)[0], squared_error(A, B))
assert np.isclose(losses.half_squared_error(A, B)[0], squared_error(A, B) * 3 / 2)
assert np.isclose(losses.binary_cross_entropy(A, B)[0], 3 * binary_cross_entropy(A, B))
claims_hold()

# %% [markdown]
# ## Sources
#
# P. J. Huber (1964), Robust estimation of a location parameter, *Annals of
# Mathematical Statistics* 35. J. S. Bridle (1990), Probabilistic interpretation of feedforward
# classification network outputs, with relationships to statistical pattern recognition, in
# *Neurocomputing: Algorithms, Architectures and Applications* (NATO ASI F 68). X. Glorot, Y. Bengio
# (2010), Understanding the difficulty of training deep feedforward neural networks, *AISTATS*: the
# damage done by squared error.
