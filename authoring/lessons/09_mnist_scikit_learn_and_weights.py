# %% [markdown]
# # {{title}}
#
# In lesson 08 you trained a network on digits with your own functions. Most people call a library. This lesson
# opens the library: it computes what you have written, number for number. Then it opens the network, and looks at
# the numbers in which it keeps what it has learned.
#
# **After this lesson you can**
# - train scikit-learn's `MLPClassifier`, and compute its probabilities by hand from its arrays;
# - say how far two runs of the same program should agree, and which digits of a result to believe;
# - draw weights so that the picture does not mislead, and read what such a picture can tell;
# - name what a multilayer perceptron is good and bad at, and show each with an experiment.
#
# *About {{time}}. Builds on [08](08_mnist_from_scratch.ipynb); the forward pass is from
# [02](02_xor_and_hidden_layers.ipynb), softmax from [04](04_outputs_and_losses.ipynb).*

# %%
import warnings
from functools import partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn import neural_network
from sklearn.exceptions import ConvergenceWarning

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, relu
from mlp_lesson.checks import checked, own
from mlp_lesson.data import load_mnist, logic_gate, moons
from mlp_lesson.display import claims_hold, progress_bar, show_figure
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import forward, glorot_uniform, init_params
from mlp_lesson.optimizers import nesterov
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.weight_film import weight_film

mnist = load_mnist()

# %% [markdown]
# ## 1. A network in one call
#
# An article on classifying digits with scikit-learn (2021) trains this network: 784 inputs, one for each pixel of a
# 28 by 28 image; hidden layers of 50, 20 and 10 ReLU units; 10 outputs, one for each digit. Stochastic gradient
# descent takes steps of size 0.1. New is `alpha`, the strength of an *L2 penalty*: $\alpha / (2n)$ times the sum of
# all squared weights is added to the loss of a batch of $n$ images, so that every step also pulls each weight a
# little towards 0, against learning by heart. The rest keeps its defaults: a batch has 200 images, and steps gather
# momentum, 0.9, in Nesterov's way (lesson 06b).
#
# We have written a class with the same name and arguments, a thin shell around the functions that you know:
# `forward`, `backward`, `train`. Below, `theirs` is scikit-learn's network and `ours` is ours. Both get the same
# 60,000 images in float64, numbers with about 16 digits, for 6 epochs.

# %%
settings = dict(hidden_layer_sizes=(50, 20, 10), solver="sgd", learning_rate_init=0.1, alpha=1e-4)
theirs = neural_network.MLPClassifier(**settings, max_iter=6, random_state=1)
ours = MLPClassifier(**settings, max_iter=6, random_state=1)

# Both warn that 6 epochs are too few to finish. That is what we want here, so no warning.
warnings.simplefilter("ignore", ConvergenceWarning)
X_double = mnist.X_train.astype(np.float64)
for network in progress_bar([theirs, ours], 2, "Training for 6 epochs", unit="networks"):
    network.fit(X_double, mnist.y_train)

# %%
guess_size = predict(
    "How many numbers, weights and biases together, has a network 784-50-20-10-10 learned?",
    options=["90", "874", "40,590", "7,840,000"],
)

# %% [markdown]
# After `fit`, the list `coefs_` holds the weights, one array for each layer, and `intercepts_` the
# biases. Rows are where a connection comes from, columns where it goes to, as in our own `W`.

# %%
for W, b in zip(theirs.coefs_, theirs.intercepts_, strict=True):
    print(f"weights {str(W.shape):<10} biases {str(b.shape):<6} together {W.size + b.size:>6,}")
n_numbers = sum(array.size for array in theirs.coefs_ + theirs.intercepts_)
print(f"all together {n_numbers:,}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_size,
    answer=f"{n_numbers:,}",
    why="Each unit has one weight for each of its inputs, and one bias. The first layer alone has "
    "784 · 50 + 50 = 39,250 of them: almost all that the network knows stands at its entrance.",
)

# %% [markdown]
# **Your first look inside.** A column of the first array holds the 784 weights into one unit, one for each pixel, in
# the order in which the pixels were laid end to end: row by row. So it can be laid out as the pixels are, and be
# looked at. Write the line that does it for all units at once.

# %%
def weight_images(W, height, width):
    """Each column of W (height * width, n_units) as a picture: (n_units, height, width)."""
    ### BEGIN SOLUTION
    return W.T.reshape(-1, height, width)
    ### END SOLUTION


# %%
weight_images = checked("weight_images", weight_images)

# %% jupyter={"source_hidden": true}
some = [3, 5, 12, 14]
show_figure(
    plots.plot_weights(weight_images(theirs.coefs_[0], 28, 28)[some], [f"unit {j}" for j in some],
                       title="What a network is: numbers"),
    alt="Four pictures of 28 by 28 weights, in red and blue: patches and strokes in the middle, fainter "
    "towards the border.",
    caption="The 784 weights of each of four units of the first hidden layer: red is positive, blue negative.",
)

# %% [markdown]
# Nobody drew these. What such pictures say and what they do not is the subject of section 5.

# %% [markdown]
# ## 2. Its probabilities, by hand
#
# `predict_proba` gives ten probabilities for each image. Nothing is hidden behind it. With
# $A^{(0)} = X$, every hidden layer computes
#
# $$A^{(l)} = \mathrm{ReLU}\left(A^{(l-1)} W^{(l)} + b^{(l)}\right),$$
#
# and the last one ends in a softmax instead: yours, if you have it. Four lines for four layers:

# %%
my_network = own("softmax", "accuracy")
X_test = mnist.X_test.astype(np.float64)
W, b = theirs.coefs_, theirs.intercepts_

A1 = relu(X_test @ W[0] + b[0])  # (10000, 784) @ (784, 50) -> (10000, 50)
A2 = relu(A1 @ W[1] + b[1])  # (10000, 50) @ (50, 20) -> (10000, 20)
A3 = relu(A2 @ W[2] + b[2])  # (10000, 20) @ (20, 10) -> (10000, 10)
P = my_network.softmax(A3 @ W[3] + b[3])  # (10000, 10) @ (10, 10) -> (10000, 10)

P_theirs = theirs.predict_proba(X_test)
by_hand_error = np.abs(P - P_theirs).max()
for k in (0, 8):
    print(f"test image {k}, a {mnist.y_test[k]}")
    print("  digit       ", "".join(f"{digit:>6}" for digit in range(10)))
    print("  by hand     ", "".join(f"{p:6.2f}" for p in P[k]))
    print("  scikit-learn", "".join(f"{p:6.2f}" for p in P_theirs[k]))
print(f"largest of 100,000 differences: {by_hand_error:.12f}")

# %% [markdown]
# Each row sums to 1, as a softmax does. That is all there is to a trained network: eight arrays, and four lines that
# use them.

# %% jupyter={"source_hidden": true}
quiz("09-carry-over")

# %% [markdown]
# ## 3. The same numbers, step by step
#
# Training was started from random weights, and the rows were shuffled before each epoch. Can two programs by
# different authors agree then? Only if they draw the same random numbers in the same order: `random_state=1` fixes
# them, and our class draws as scikit-learn does. For each layer it takes first the weights, then the biases, evenly
# between $-c$ and $c$ with Glorot's $c = \sqrt{6 / (n_\mathrm{in} + n_\mathrm{out})}$ (lesson 06), and then one
# shuffle an epoch. Six epochs of 300 batches are 1,800 updates of 40,590 numbers.

# %%
guess_agree = predict("After them, to how many decimals do the losses of the two programs agree?",
                      options=["to 1", "to 3", "to 9"])

# %%
print("epoch  loss (theirs)  loss (ours)")
for epoch, (a, b_) in enumerate(zip(theirs.loss_curve_, ours.loss_curve_, strict=True), 1):
    print(f"{epoch:>5}  {a:>13.6f}  {b_:>11.6f}")
curve_error = np.abs(np.subtract(theirs.loss_curve_, ours.loss_curve_)).max()
weight_error = max(np.abs(t - o).max() for t, o in zip(theirs.coefs_, ours.coefs_, strict=True))
print(f"largest difference: of losses {curve_error:.9f}, of weights {weight_error:.9f}")

# %% jupyter={"source_hidden": true}
reveal(guess_agree, answer="to 9" if curve_error < 1e-9 else f"{curve_error:.0e}",
       why="Whatever you could not see in `fit` was what you wrote in lessons 05 to 08.")

# %% [markdown]
# Now one small change: we make every pixel larger by one millionth, so that 0.5 becomes 0.5000005. No
# camera is that exact. Then we train once more, from the same weights and with the same shuffles.

# %%
guess_chaos = predict(
    "Six epochs later: how far have the weights of the two networks drifted apart, at most?",
    options=["about 0.000001", "about 0.00001", "more than 0.01"],
)

# %%
nudged = MLPClassifier(**settings, max_iter=6, random_state=1)
nudged.fit(X_double * 1.000001, mnist.y_train)
single = MLPClassifier(**settings, max_iter=6, random_state=1)
single.fit(mnist.X_train, mnist.y_train)  # in float32: numbers with about 7 digits, not 16
drift = max(np.abs(n - t).max() for n, t in zip(nudged.coefs_, theirs.coefs_, strict=True))


# %% jupyter={"source_hidden": true}
gaps = {
    name: np.maximum(np.abs(np.subtract(network.loss_curve_, theirs.loss_curve_)), 1e-17)
    for name, network in [
        ("pixels larger by a millionth", nudged), ("in float32", single), ("ours, unchanged", ours)
    ]
}  # fmt: skip
fig, ax = plt.subplots()
plots.plot_curves(gaps, ylabel="difference from scikit-learn's loss", ax=ax)
ax.set(yscale="log", ylim=(5e-18, 1), title="Training lets a small difference grow")
ax.legend(loc="center right")
show_figure(
    fig,
    alt="Difference from scikit-learn's loss over 6 epochs on a logarithmic axis. Unchanged it "
    "stays at the bottom, below 1e-15. With the pixels changed it lies between 0.0001 and 0.01 "
    "from the first epoch on. In float32 it starts near 1e-8, and later joins the line of the "
    "changed pixels.",
    caption="Unchanged, the two programs stay within 1e-9 of each other. With pixels larger by a "
    "millionth, some weights differ by more than 0.01. (A difference of 0 is drawn at 1e-17.)",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_chaos,
    answer="more than 0.01" if drift > 0.01 else f"{drift:.0e}",
    why="That is more than 10,000 times the change. Each step starts from where the last one led. Sooner or "
    "later some ReLU is just above zero in one network and just below in the other. That is a jump, "
    "and with steps this large one jump brings on the next.",
)

# %% [markdown]
# Rounding is such a change too, only smaller. In float32 every number is rounded at its seventh digit, in float64 at
# its sixteenth. The middle line shows what float32 does on this computer. On another it jumps earlier or later, or
# not within six epochs: another processor, or another number of its cores, adds the same numbers in another order,
# and rounds them differently. (The lowest line stays low because both programs ran on one computer and added in the
# same order.)

# %% jupyter={"source_hidden": true}
quiz("09-same-random-state")

# %% [markdown]
# ## 4. The full run, and which digits to believe
#
# Now the article's run, for 40 epochs: there its loss curve has become flat. `fit` would do it in one go; we take the
# lid off and write down what it does, with the functions of lessons 06 to 08. That lets us look in after every
# epoch: count the right answers on the 10,000 test images and on 10,000 of the training images, and keep a copy of
# all weights for a film. (What `fit` adds is a rule for stopping: when the loss has not fallen by `tol` for more
# than 10 epochs.)
#
# Forty looks at the test set, after lesson 08 allowed one? There the rule protects a *choice*. Here nothing is
# chosen: the settings are the article's, and no epoch is picked because its test accuracy is high. To stop at the
# best of the forty and to report it would be cheating.

# %%
guess_jitter = predict(
    "Of the last 20 epochs: how far apart are the best and the worst accuracy on the test images?",
    options=["less than 0.001", "0.002 to 0.02", "more than 0.05"],
)

# %%
def accuracy(X, y):
    """The share of rows to which the network params, as it is now, gives the right digit."""
    logits, _ = forward(params, X, relu)
    return my_network.accuracy(y, logits.argmax(axis=1))


# %%
rng = np.random.RandomState(1)  # the generator that random_state=1 stands for
params = init_params([784, 50, 20, 10, 10], rng, glorot_uniform, dtype=np.float32)
film = [[(W.copy(), b.copy()) for W, b in params]]  # by epoch: all weights and biases
loss_curve, test_accuracy, seen_accuracy = [], [], []
epochs = train(
    params, mnist.X_train, one_hot(mnist.y_train, 10, np.float32),
    activation=ACTIVATIONS["relu"], loss=softmax_cross_entropy,
    step=partial(nesterov, momentum=0.9), lr=0.1, l2=1e-4, batch_size=200, epochs=40, rng=rng,
)  # fmt: skip
for epoch in progress_bar(epochs, 40, "The article's network, 60,000 images"):
    loss_curve.append(epoch.loss)
    film.append([(W.copy(), b.copy()) for W, b in params])
    test_accuracy.append(accuracy(mnist.X_test, mnist.y_test))
    seen_accuracy.append(accuracy(mnist.X_train[:10_000], mnist.y_train[:10_000]))
fit_error = np.abs(np.subtract(loss_curve[:6], single.loss_curve_)).max()
print(f"the first 6 losses differ from those of fit by at most {fit_error:.6f}")

# %% jupyter={"source_hidden": true}
last, last_seen = np.array(test_accuracy[-20:]), np.array(seen_accuracy[-20:])
fig, (left, right) = plt.subplots(1, 2, figsize=(7.2, 3.8))
plots.plot_curves({"training loss": loss_curve}, ylabel="training loss", ax=left)
left.set(title="The loss falls, ever more slowly", ylim=(0, None))
left.get_legend().remove()
plots.plot_curves(
    {"training images": seen_accuracy, "test images": test_accuracy}, ylabel="accuracy", ax=right
)
for printed, color in zip((0.998633, 0.9703), plots.PALETTE, strict=False):
    right.axhline(printed, color=color, linestyle="--", linewidth=1.2)
right.set(title="The accuracy jitters to the end", ylim=(0.94, 1.002))
right.legend(loc="lower right", title="dashed: in the article")
show_figure(
    fig,
    alt="Left, the training loss over 40 epochs, falling steeply at first and then flat. "
    "Right, accuracy. On test images it rises to about 0.967 within 10 epochs and then jumps "
    "up and down, mostly a little below the dashed line of the article's 0.9703. On training "
    "images it climbs on, with jumps, to about 0.995, below the article's 0.9986.",
    caption=f"Accuracy on the test images, mean of the last 20 epochs: {last.mean():.2f}; "
    "printed in the article: 0.9703.",
)

# %% [markdown]
# The article printed 0.9703 on the test images and 0.998633 on those it had trained on. Its run went on until the
# stopping rule ended it, and on another computer the rule strikes at another epoch. Look how much both accuracies
# move from one epoch to the next although the loss hardly falls any more: what is printed depends on the epoch at
# which the run happens to stop.
#
# There is a second reason for caution. The test images are a sample. If a network is right on
# 97% of all digits, then on $n = 10{,}000$ of them the share of right answers scatters around 0.97
# with a standard deviation of $\sqrt{p(1-p)/n}$.

# %% tags=["nbval-ignore-output"] jupyter={"source_hidden": true}
# Not compared: after so long a training, rounding decides the third digit of the second figure.
sampling = np.sqrt(0.97 * 0.03 / 10_000)
print(f"scatter because the test set is a sample: {sampling:.4f}")
print(f"highest minus lowest of the last 20 epochs: {np.ptp(last):.3f}")

# %% jupyter={"source_hidden": true}
reveal(guess_jitter,
       answer="0.002 to 0.02" if 0.002 < np.ptp(last) < 0.02 else f"{np.ptp(last):.3f}",
       why="One and the same training gives all these figures: which one is printed is the stop's choice.")

# %% [markdown]
# So the honest statement is **0.97**, two digits: 0.9703 and the mean of our curve both round to it. Whether the
# network of one epoch is really better than that of another by 0.001 or 0.003, a single run cannot tell. A
# result with more digits would need several runs, from several random starts, and their spread.

# %% tags=["results"] jupyter={"source_hidden": true}
print("run                                       | printed there | here")
print(f"MLPClassifier (50, 20, 10), test images   | 0.9703        | {last.mean():.2f}")
print(f"MLPClassifier (50, 20, 10), training set  | 0.998633      | {last_seen.mean():.2f}")

# %% [markdown]
# On the training set the network does better than on the test images: it has learned some of them
# by heart. Our figure there (a mean over 20 epochs again) stays below the article's: the curve still climbs. (Run to
# its stop, 79 epochs, `fit` came to 0.996.)

# %% [markdown]
# ## 5. Looking at the first layer
#
# The first array has shape (784, 50). Transposed and drawn as one picture, each line is a unit.
#
# A word on colour first. Weights are positive or negative, and zero is what matters most: it is where a pixel has no
# say. So the scale must be **symmetric**, from $-m$ to $m$, with white at zero. How large must $m$ be, so that no
# weight lies outside? Write it; weights may be all positive, too, or all negative.

# %%
def symmetric_limits(W):
    """(vmin, vmax): the narrowest scale with 0 in its middle that holds all weights of W."""
    ### BEGIN SOLUTION
    m = np.abs(W).max()
    return -m, m
    ### END SOLUTION


# %%
symmetric_limits = checked("symmetric_limits", symmetric_limits)

# %% [markdown]
# The article's long picture sets no limits: grey values from the smallest weight to the largest. Here are its way
# and ours, of the same weights; ours ends at half of $m$, so that the small ones can be seen too. Where is zero in
# the upper one?

# %%
W1, b1 = params[0]
low, high = W1.min(), W1.max()
limit = symmetric_limits(W1)[1] / 2

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(2, 1, figsize=(7.2, 5.4), sharex=True)
for ax, cmap, vmin, vmax in zip(
    axes, ("gray", plots.DIVERGING), (low, -limit), (high, limit), strict=True
):
    drawn = ax.imshow(W1.T, aspect="auto", cmap=cmap, vmin=vmin, vmax=vmax)
    fig.colorbar(drawn, ax=ax, label="weight", extend="both" if ax is axes[1] else "neither")
    ax.set(ylabel="unit", xticks=range(0, 785, 112))
axes[0].set_title("In grey, without limits: is middle grey a zero?")
axes[1].set_title("On a symmetric scale: white is zero")
axes[1].set_xlabel("pixel, row of the image after row")
show_figure(
    fig,
    alt="The weights of the first layer as one picture 784 wide and 50 high, twice. Above in grey, "
    "nearly the same grey all over, where zero is not the middle one. Below red positive, blue negative, white zero: vertical "
    "stripes, where strong colours alternate with pale bands, 28 columns from one to the next. Left "
    "and right ends are pale, and a few lines are pale all along.",
    caption="All 39,200 weights of the first layer. The stripes repeat every 28 columns: one row "
    "of the image.",
)
print(f"without limits, middle grey is a weight below {np.ceil(2.5 * (low + high)) / 5:.1f}")
beyond = np.mean(np.abs(W1) > limit)
print(f"share of the weights beyond our scale: below {np.ceil(200 * beyond) / 2:.1f}%")

# %% [markdown]
# The stripes tell that something about the image is in there: the middle of each row matters,
# its ends do not. But 784 pixels in a row are no picture: `weight_images` makes one of each line.

# %% jupyter={"source_hidden": true}
fig = plots.plot_weights(
    weight_images(W1, 28, 28)[:16], [f"unit {j}" for j in range(16)], limit=limit,
    title="The weights of the first 16 units",
)  # fmt: skip
show_figure(
    fig,
    alt="Sixteen pictures of 28 by 28 weights. Most show patches and strokes of red next to "
    "blue in the middle, fading towards the border; one or two are pale, fine-grained noise "
    "all over.",
    caption="The weights of 16 units of the first layer, on one symmetric scale: red where ink "
    "drives the unit up, blue where it drives it down, white where it has no say.",
)

# %% jupyter={"source_hidden": true}
quiz("09-white-weight")

# %% [markdown]
# How to read one. A unit computes $\mathrm{ReLU}(\sum_i x_i w_i + b)$. Ink on red raises the sum,
# ink on blue lowers it. So a unit answers to strokes that run along its red parts and avoid the blue ones.
# Which strokes of real digits are these? Find the strongest red in the picture of unit 5, and look for
# ink there:

# %%
w = W1[:, 5]
top = np.argsort(-(mnist.X_train @ w + b1[5]))[:8]  # the largest sums of all 60,000 images

# %% jupyter={"source_hidden": true}
show_figure(
    plots.plot_images(mnist.X_train[top].reshape(8, 28, 28), mnist.y_train[top],
                      title="The eight images to which unit 5 answers most"),
    alt="Eight handwritten digits that share a stroke where unit 5 has its strongest red.",
    caption="The eight of 60,000 images with the largest sum in unit 5, and their labels.",
)  # fmt: skip
ink = mnist.X_train[top].mean(axis=0)

# %% [markdown]
# An edge here, a gap there: nobody told the units what to look for. Few of these pictures look like
# digits, and none has to: the layers above combine all fifty.
#
# Two things are worth a closer look: the noisy borders, and (for the curious) the units that are noise all over.

# %% [markdown]
# ### The pixels that no one ever used
#
# In the corners of an image there is no ink, whatever the digit. What became of the weights that
# belong to such pixels?

# %%
guess_corner = predict(
    "Some pixels are white in all 60,000 training images. Their weights are now ...",
    options=["exactly 0", "nearly the random numbers from the start", "larger than the others"],
)

# %%
never = mnist.X_train.max(axis=0) == 0
start, b_start = film[0][0]
shrunk = W1[never] / start[never]
print(f"pixels that are never inked: {never.sum()}")
print(f"their {shrunk.size:,} weights have lost {1 - shrunk.mean():.1%} of their size")

# %% jupyter={"source_hidden": true}
reveal(
    guess_corner,
    answer="nearly the random numbers from the start",
    why="The gradient of a weight is delta times its input (lesson 05). An input that is always 0 "
    "gives a gradient of 0: nothing is learned. Only the L2 penalty pulls.",
)

# %% [markdown]
# Even the 0.6% can be predicted. In a step the penalty takes off the share $\eta \alpha / n = 0.1 \cdot
# 0.0001 / 200$; momentum 0.9 makes ten times that of it in the long run; and 40 epochs have 12,000
# steps: $12{,}000 \cdot 5 \cdot 10^{-8} \cdot 10 = 0.006$.
#
# So a noisy border is no message of the network. It is what the random start left behind. Test
# images with ink in such a place would meet random weights there.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: the units that fell asleep
#
# A few of the pictures show noise all over. How often is each unit above zero, and how much have its weights grown?

# %%
growth = np.linalg.norm(W1, axis=0) / np.linalg.norm(start, axis=0)


def share_on(W, b):
    """For each unit, the share of the training images on which it is above zero."""
    return np.mean(mnist.X_train @ W + b > 0, axis=0)


awake = share_on(W1, b1)
least = np.argsort(growth)[:5]

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.6))
ax.plot(100 * awake, growth, "o", label="a unit")
ax.plot(
    100 * awake[least], growth[least], "s", color=plots.PALETTE[2], label="the five that grew least"
)
ax.set(xlabel="on how many of 100 images the unit is above zero", ylim=(0, None),
       ylabel="size of its weights,\nnow / at the start", title="Units that stay asleep do not learn")
ax.grid(axis="y")
ax.legend(loc="lower right")
show_figure(
    fig,
    alt="Fifty points. Five lie at the left edge, above zero on almost no image, with weights "
    "about as large as at the start. The others are above zero on 5 to 75 of 100 images, and "
    "their weights have grown to between 1.5 and 5 times their size.",
    caption="The five units whose weights grew least are above zero on fewer than 1 in 100 images.",
)

# %% [markdown]
# Five units are asleep at the end. When did they fall asleep, and does a sleeper ever wake? Here are all units that
# were above zero on fewer than 1 in 100 images after the first epoch:

# %% tags=["nbval-ignore-output"]
# Not compared: after so long a training, rounding decides which units sleep.
at_start, after_one = share_on(*film[0][0]), share_on(*film[1][0])
dozing = np.flatnonzero(after_one < 0.01)
woke, stayed = dozing[awake[dozing] >= 0.01], dozing[awake[dozing] < 0.01]
print(f"asleep after 1 epoch: {len(dozing)}; of these awake at the end: {len(woke)}")
print("above zero on   at the start   after 1 epoch   at the end   weights, now / at the start")
for j in dozing:
    print(f"unit {j:2} {at_start[j]:17.0%} {after_one[j]:15.2%} {awake[j]:12.1%} {growth[j]:12.1f}")

# %% [markdown]
# A few large steps pushed their sums below zero for nearly every image. There the ReLU is flat, its derivative is 0,
# and no gradient comes through: a unit that is above zero on *no* image is *dead* (lesson 03). "Nearly" makes all the
# difference: on the few images that still reach a unit it does learn, and so some of the sleepers, five of ten in the
# run stored here, have crept back to work by the end. The pictures of noise belong to the others, which nearly keep the weights that they had after the
# first epoch. (Which units these are, and how many, differs with the seed: with `random_state=2` only two units fell
# asleep, and both woke.)

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: the deeper layers
#
# The next arrays are small enough to see each number as a square.

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplot_mosaic([[0, 0], [1, 2]], figsize=(7.2, 5.2), height_ratios=[1.25, 1],
                               width_ratios=[1.8, 1])  # fmt: skip
deep = [W.T for W, _ in params[1:]]  # transposed: a line is a unit, as before
deep_limit = max(np.abs(W).max() for W in deep)
labels = [("hidden 1", "hidden 2"), ("hidden 2", "hidden 3"), ("hidden 3", "digit")]
for k, (source, target) in enumerate(labels):
    drawn = axes[k].imshow(
        deep[k], cmap=plots.DIVERGING, vmin=-deep_limit, vmax=deep_limit, aspect="auto"
    )
    axes[k].set(xlabel=f"from {source}", ylabel=f"to {target}")
    axes[k].set_title(f"{source} → {target}", fontsize=12)
    axes[k].set_yticks(range(0, len(deep[k]), 5))
axes[2].set_yticks(range(10))
fig.colorbar(drawn, ax=list(axes.values()), label="weight", shrink=0.8)
fig.suptitle("For and against are mixed in every line", x=0.01, ha="left", fontsize=13)
show_figure(
    fig,
    alt="Three grids of coloured squares, red positive, blue negative: 20 lines of 50 weights, 10 "
    "of 20 and 10 of 10. Red and blue are mixed everywhere, in every line of the last grid too.",
    caption="The weights of the deeper layers: positive and negative are mixed in every line.",
)

# %% [markdown]
# In the last grid each line is a digit: its logit is a weighted sum of the ten units of hidden layer 3. When
# are these on? We take the mean output of each unit over the images of each digit.

# %% jupyter={"source_hidden": true}
_, cache = forward(params, mnist.X_train, relu)
A3 = cache.A[-1]  # (60000, 10), the last hidden layer
means = np.array([A3[mnist.y_train == digit].mean(axis=0) for digit in range(10)])  # (digit, unit)
means /= np.maximum(means.max(axis=0), means.max() / 100)  # 1: the digit to which it answers most
served = (means > 0.3).sum(axis=0)
fig, ax = plt.subplots(figsize=(5.4, 4.4))
fig.colorbar(
    ax.imshow(means.T, cmap="Blues", vmin=0, vmax=1), ax=ax, label="mean output, largest = 1"
)
ax.set(xlabel="digit", ylabel="unit of hidden layer 3", xticks=range(10), yticks=range(10))
ax.set_title("Most units serve several digits")
show_figure(
    fig,
    alt="A grid of ten units by ten digits. Most lines have two to four dark squares, one or "
    "two lines have only one. No two digits have the same dark squares.",
    caption="Most units of the last hidden layer are on for several digits.",
)

# %% [markdown]
# To say "seven", the network needs some of the ten units on and others off; there is no unit that *is* the
# seven. Not always so: in the run that is stored here unit 2 is on for zeros and hardly anything else. And here our
# eyes come to an end: the inputs of these layers are no longer pixels, so there is no picture to lay the
# weights out in. To ask a deep unit what it responds to takes other means.

# %% [markdown]
# ## 6. A film of the weights
#
# We kept the network from before the first epoch and after each one. Before you play the film: compare what the first
# epoch added to a unit's weights with what all forty added, by the cosine of the angle between the two. 1 means the
# same pattern, 0 that they have nothing in common.

# %%
guess_alike = predict("The median of these cosines (half are smaller, half larger) is ...",
                      options=["about 0.1", "about 0.6", "above 0.95"])

# %% [markdown]
# Play it, or move through it: which units find their pattern at once, which late, which never? Beside each stands
# how far its weights have moved. Then look at the deeper layers.

# %%
weight_film(film, loss_curve, test_accuracy)

# %% [markdown]
# Six moments from the life of four units, on a scale that ends at half of that of section 5, so that the faint
# beginnings show:

# %% tags=["cover"] jupyter={"source_hidden": true}
moments = [0, 1, 2, 5, 15, 40]
units = [3, 5, 10, 12]
frames = [weight_images(film[e][0][0], 28, 28)[j] for j in units for e in moments]
titles = [f"epoch {e}" if j == units[0] else "" for j in units for e in moments]
fig = plots.plot_weights(
    frames, titles, n_columns=6, limit=limit / 2, title="Out of noise: four units while they learn"
)
fig.set_size_inches(7.2, 4.7)
for row, unit in enumerate(units):
    fig.axes[6 * row].set_ylabel(f"unit {unit}")
way = [np.linalg.norm(W - start) / np.linalg.norm(W1 - start) for (W, _), *_ in film]
show_figure(
    fig,
    alt="Four rows of six pictures. In the first column, before training, every unit is faint "
    "noise. After one epoch three of them show soft blobs of red and blue, after five the fourth "
    "too; later frames show the same blobs with ever stronger colours and finer grain.",
    caption="Four units before training and after 1, 2, 5, 15 and 40 epochs: the pattern is there "
    "early (in unit 10 later), and then grows.",
)
print(
    f"distance from the start, as a share of the last one: after 1 epoch {way[1]:.1f}, "
    f"after 10 {way[10]:.1f}"
)

# %% [markdown]
# Is what we see in these four true of all? Here are the cosines, for the units that are not asleep.

# %%
used = np.mean(mnist.X_train @ W1 + b1 > 0, axis=0) > 0.01  # not asleep
first, whole = (film[e][0][0][:, used] - start[:, used] for e in (1, 40))
alike = (first * whole).sum(axis=0)
alike /= np.linalg.norm(first, axis=0) * np.linalg.norm(whole, axis=0)
print(f"median of the cosines: {np.median(alike):.1f}")

# %% jupyter={"source_hidden": true}
reveal(guess_alike,
       answer="about 0.6" if 0.45 < np.median(alike) < 0.8 else f"{np.median(alike):.1f}",
       why="For most units the first epoch already lays out much of the later pattern, and the others sharpen it.")

# %% [markdown]
# Which unit takes which job? That depends on the random start, on the order of the images and, in the long run, on
# rounding.

# %% [markdown]
# ## 7. What multilayer perceptrons are good at, and what not
#
# **For: they separate what no straight line separates.** With no hidden layer at all,
# `MLPClassifier(())` is logistic regression, a single layer (lesson 01). Two interlocking moons
# are too much for it. Sixteen hidden units do it.

# %%
X, y = moons(400, 0.15, np.random.default_rng(0))
X_new, y_new = moons(2000, 0.15, np.random.default_rng(1))
curve = dict(learning_rate_init=0.02, tol=0, random_state=0, max_iter=300)
models = {hidden: MLPClassifier(hidden, **curve).fit(X, y) for hidden in [(), (16,)]}
moon_accuracy = [model.score(X_new, y_new) for model in models.values()]

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 2, figsize=(7.2, 3.4), sharey=True)
for ax, (hidden, model), share in zip(axes, models.items(), moon_accuracy, strict=True):
    plots.plot_decision_regions(model.predict, X, y, ax=ax)
    ax.get_legend().remove()
    ax.set_title(f"{sum(hidden)} hidden units: {share:.2f} right")
axes[1].set_ylabel("")
show_figure(
    fig,
    alt="Two half moons of points that interlock. Left, a straight line cuts off the ends of both. "
    "Right, a bent line runs between them.",
    caption=f"New points told apart: without a hidden layer {moon_accuracy[0]:.2f}, with 16 hidden "
    f"units {moon_accuracy[1]:.2f}.",
)

# %% [markdown]
# **Against: they are sensitive to the scale of the inputs.** Lesson 08 multiplied the pixels by 255 and saw the
# sigmoids of a fresh network go flat. What becomes of ReLUs, and of training? We forget to divide by 255, and change
# nothing else.

# %%
guess_scale = predict(
    "Ten thousand images with pixels 0 to 255 instead of 0 to 1. The test accuracy is ...",
    options=["the same", "a little lower", "that of a wild guess"],
)

# %%
few = slice(10_000)
for scale in (1, 255):
    model = MLPClassifier(**settings, max_iter=3, random_state=1)
    model.fit(scale * mnist.X_train[few], mnist.y_train[few])
    layers = list(zip(model.coefs_, model.intercepts_, strict=True))
    logits, cache = forward(layers, scale * mnist.X_test, relu)
    answers = logits.argmax(axis=1)
    right = np.mean(answers == mnist.y_test)
    asleep = (cache.A[-1] == 0).all()  # the last hidden layer, all units, all images
    print(f"pixels up to {scale:>3}: share right {right:.1f}; different answers: "
          f"{len(np.unique(answers))}; last hidden layer all dead: {asleep}")  # fmt: skip

# %% jupyter={"source_hidden": true}
reveal(
    guess_scale,
    answer="that of a wild guess",
    why="Inputs 255 times larger make the first gradients far larger too, and the first few steps "
    "throw the weights so far that every ReLU of the last hidden layer dies. All images then "
    "get the same answer. Lesson 06 said how large a step may be: it depends on the scale of the data.",
)

# %% [markdown]
# In practice: scale the inputs, and put the scaling into a pipeline,
# `make_pipeline(StandardScaler(), MLPClassifier())`, so that new data go through it too.
#
# **Against: where training ends depends on where it starts.** The loss of a network is no bowl: lesson 06b found a
# hill between a network and its twin, the same units in another order. With 50 units in the first layer there are
# $50! = 50 \cdot 49 \cdots 1$ such orders, all equally good.
#
# Many equally good places are no harm if training comes down to one of them. It need not come down. XOR
# (lesson 02) needs two hidden units. Give training exactly two, and start it from 50 different random weights.

# %%
guess_seeds = predict(
    "From how many of 50 random starts does a network with 2 hidden units learn XOR?",
    options=["about 10", "about 30", "all 50"],
)

# %%
X, y = logic_gate("xor")
xor = dict(activation="tanh", solver="sgd", learning_rate_init=0.3, alpha=0, tol=0)
final = {}  # by hidden units: the loss at the end of 50 runs
for hidden in (2, 4):
    models = [
        MLPClassifier((hidden,), **xor, n_iter_no_change=500, max_iter=500, random_state=seed)
        for seed in range(50)
    ]
    final[hidden] = np.sort([model.fit(X, y).loss_ for model in models])
    if hidden == 2:
        stuck = [model for model in models if abs(model.loss_ - np.log(2) / 2) < 0.01]
learned = {hidden: np.sum(loss < 0.1) for hidden, loss in final.items()}

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.4))
ax.plot(range(1, 51), final[4], "s", markersize=7, markerfacecolor="none", color=plots.PALETTE[1],
        label="4 hidden units")
ax.plot(range(1, 51), final[2], "o", markersize=4, color=plots.PALETTE[0], label="2 hidden units")
ax.axhline(np.log(2) / 2, color=plots.PALETTE[4], linewidth=1)
ax.text(1, np.log(2) / 2 + 0.02, "(ln 2)/2", color="#555555")
ax.set(xlabel="50 starts, from the best to the worst", ylabel="loss after 500 epochs",
       ylim=(-0.03, 0.6), title="With no room to spare, many of 50 starts get stuck")
ax.legend(loc="upper left")
show_figure(
    fig,
    alt="The loss at the end of 50 runs, sorted. With 4 hidden units nearly all lie at 0. With 2 hidden "
    "units about 30 lie at 0 and almost all others at 0.35, on the line (ln 2)/2.",
    caption="XOR is learned from about 30 of 50 starts with 2 hidden units, from nearly all with 4.",
)
right_answers = stuck[0].predict_proba(X)[range(4), y]
print("a stuck network gives the right answers the probabilities", *np.sort(right_answers).round(1))

# %% jupyter={"source_hidden": true}
reveal(
    guess_seeds,
    answer="about 30" if 24 <= learned[2] <= 36 else f"about {learned[2]}",
    why="Almost all of the others end at a loss of 0.35, which is (ln 2)/2: two of the four points are "
    "settled, the other two stay at probability one half. No pit need hold them: for the squared error it is "
    "proved that from every place a path leads down to error 0, though over regions that are flat, or nearly so, "
    "and there training crawls. With two units more than needed nearly all of these starts find a way down.",
)

# %% [markdown]
# So: try several values of `random_state`, and give the network a little more room than it needs.
#
# **Against: there is much to choose**: units, layers, rate, penalty, batch size, and when to stop. Lesson 10 is about
# how to choose without fooling oneself.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: one more for, one more against
#
# **They can learn as the data come in.** `partial_fit` takes one pass over the rows that it is
# given, and remembers where it was. Here are the images in five portions, each seen once and then
# thrown away:

# %%
online = MLPClassifier(**settings, random_state=1)
progress = []
for portion in np.split(np.arange(60_000), 5):
    online.partial_fit(mnist.X_train[portion], mnist.y_train[portion], classes=range(10))
    progress.append(online.score(mnist.X_test, mnist.y_test))
for n, share in ((12_000, progress[0]), (60_000, progress[-1])):  # rounded down to tens
    print(f"after {n:,} images: more than {10 * int(10 * share)}% of the test images right")

# %% [markdown]
# **How much there is to choose.** Take only two choices, the number of hidden units and the learning rate, and the
# moons from above:

# %%
X, y = moons(400, 0.15, np.random.default_rng(0))
units, rates = (1, 2, 4, 16), (0.0001, 0.001, 0.01, 0.1, 1, 10)
grid = np.zeros((4, 6))
for i, j in progress_bar(np.ndindex(4, 6), 24, "Choices", unit="networks"):
    model = MLPClassifier(units[i], solver="sgd", learning_rate_init=rates[j], max_iter=100, tol=0,
                          n_iter_no_change=100, random_state=0)  # fmt: skip
    grid[i, j] = model.fit(X, y).score(X_new, y_new)

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.2))
ax.imshow(grid, cmap="Blues", vmin=0.5, vmax=1.3, aspect="auto")  # 1.3: black type stays readable
for (i, j), share in np.ndenumerate(grid):
    ax.text(j, i, f"{share:.2f}", ha="center", va="center")
ax.set_xticks(range(6), rates)
ax.set_yticks(range(4), units)
ax.set(xlabel="learning rate", ylabel="hidden units")
ax.set_title("The same data, the same program: from guessing to almost no mistake")
show_figure(
    fig,
    alt="A table of accuracies, 4 numbers of hidden units by 6 learning rates. The smallest "
    "rate gives 0.5 everywhere, the largest nearly everywhere; 16 units with 0.1 or 1 give "
    "above 0.95.",
    caption="Accuracy on new points: 0.5 for the worst choices, above 0.95 for the best.",
)

# %% [markdown]
# And that leaves the depth, the penalty, the batch size, and when to stop.

# %% [markdown]
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("09-middle-gray")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("09-silent-relu")

# %% jupyter={"source_hidden": true}
quiz("09-start-from-zero")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert n_numbers == 784 * 50 + 50 + 50 * 20 + 20 + 20 * 10 + 10 + 10 * 10 + 10 == 40_590
assert [W.shape for W in theirs.coefs_] == [(784, 50), (50, 20), (20, 10), (10, 10)]
assert [b.shape for b in theirs.intercepts_] == [(50,), (20,), (10,), (10,)]
assert by_hand_error < 1e-12 and np.allclose(P.sum(axis=1), 1)
assert curve_error < 1e-9 and weight_error < 1e-9 and 6 * 60_000 / 200 == 1_800
assert drift > 0.01 and max(gaps["ours, unchanged"]) < 1e-9
assert round(last.mean(), 2) == round(0.9703, 2) == 0.97
assert fit_error < 1e-4 and 0.002 < np.ptp(last) < 0.02
assert last_seen.mean() > 0.985 > last.max() and sampling < np.ptp(last)
assert np.ptp(last_seen) > 0.002 and abs(low + high) / 2 > 0.05
assert ink[w > limit / 2].mean() > 2 * ink[w < -limit / 2].mean()
assert W1.size == 39_200 and never.sum() == 67 and np.mean(np.abs(W1) > limit) < 0.01
assert 0.003 < 1 - shrunk.max() and 1 - shrunk.min() < 0.009
assert abs(1 - shrunk.mean() - 12_000 * 0.1 * 1e-4 / 200 / (1 - 0.9)) < 5e-4
assert symmetric_limits(W1) == (-2 * limit, 2 * limit)
assert weight_images(W1, 28, 28)[5, 14, 10] == W1[28 * 14 + 10, 5]
assert at_start[dozing].min() > 0.05 and awake[least].max() < 0.01 and len(dozing) > len(stayed)
assert len(woke) > 0 < len(stayed) and growth[stayed].max() < 1.5 < np.median(growth[woke])
assert growth[least].max() < 1.5 < np.median(growth) and way[10] > 0.5
assert all(
    line.min() < 0 < line.max() for W in deep for line in W
)  # positive and negative in every line
assert np.median(served) >= 2 and ((means > 0.3).sum(axis=1) >= 1).all()
assert 0.45 < np.median(alike) < 0.8
assert progress[0] > 0.8 and progress[-1] > 0.9 and moon_accuracy[0] < 0.9 < 0.98 < moon_accuracy[1]
assert right < 0.2 and len(np.unique(answers)) == 1 and asleep
assert 24 <= learned[2] <= 36 and learned[4] >= 45 and 50 - learned[2] - len(stuck) <= 5
assert grid.max() > 0.95 and grid[:, 0].max() < 0.55
assert np.median(grid[:, -1]) < 0.8  # with so large a rate a run may do better by luck
claims_hold()

# %% [markdown]
# ## From here on
#
# Try it on your own data: scale the features, take `MLPClassifier`, plot the loss, look at the
# weights.
#
# ## Sources
#
# - F. Pedregosa et al. (2011), Scikit-learn: machine learning in Python, *Journal of Machine
#   Learning Research* 12, 2825-2830.
# - X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep feedforward neural
#   networks, *AISTATS*: the random weights that training starts from.
# - R. Hecht-Nielsen (1990), On the algebraic structure of feedforward network weight spaces,
#   *Advanced Neural Computers*: the many orders of the same units.
# - I. Sprinkhuizen-Kuyper, E. Boers (1999), The local minima of the error surface of the 2-2-1 XOR
#   network, *Annals of Mathematics and Artificial Intelligence* 25: the way down from everywhere.
