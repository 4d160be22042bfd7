# %% [markdown]
# # {{title}}
#
# A network tells two letters from paper, and a four from a nine. Nobody told it how, and it does not say. This
# lesson looks inside: at every neuron of a small network, then at the reasons of a large one. Both make
# pretty pictures. So we also ask, each time, how far such a picture can be believed.
#
# **After this lesson you can**
# - draw what each neuron answers over the plane, and say what each layer has done to the plane;
# - explain one answer in three ways, by its gradient, by relevance, by Shapley values, and say of each what it
#   adds up to;
# - test an explanation by destroying the network that it explains;
# - say what one may conclude from such a picture, and what not.
#
# *About {{time}}; a good place for a break is after part 5. Builds on [02](02_xor_and_hidden_layers.ipynb) (the fold),
# [05](05_backpropagation.ipynb) (δ, carried back) and [09](09_mnist_scikit_learn_and_weights.ipynb) (the weights).*

# %%
import itertools
import math
import warnings
from functools import cache, partial

import numpy as np
from matplotlib import pyplot as plt
from scipy.stats import spearmanr
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from mlp_lesson import plots
from mlp_lesson.activations import heaviside, relu, sigmoid, tanh
from mlp_lesson.checks import checked
from mlp_lesson.data import LETTER_FRAME, letters, load_mnist
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.network import forward, init_params
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.digit_pad import digit_pad
from mlp_lesson.widgets.digit_pad.reader import shipped, why

warnings.simplefilter("ignore", ConvergenceWarning)  # a fixed number of epochs is meant here

# %% [markdown]
# ## 1. Two letters
#
# Points on a sheet of paper: class 1 where there is ink, class 0 elsewhere. Two networks with tanh learn them: one with a
# single hidden layer of 30 units, one with two layers, 16 and 6. These are the sizes of a published lecture, which used two letters of
# its own.

# %%
X, y = letters(3_000, np.random.default_rng(0))
X_new, y_new = letters(20_000, np.random.default_rng(1))
networks = {
    sizes: MLPClassifier(
        sizes, activation="tanh", learning_rate_init=0.01, max_iter=1_000, n_iter_no_change=1_000,
        random_state=0,
    ).fit(X, y)
    for sizes in [(30,), (16, 6)]
}

# %% tags=["results"] jupyter={"source_hidden": true}
scores = {sizes: network.score(X_new, y_new) for sizes, network in networks.items()}
print(f"{'run':<44} | printed there | here")
for (sizes, score), printed in zip(scores.items(), ("99.43%", "99.77%"), strict=True):
    run = f"two letters in the plane, tanh {sizes}"
    print(f"{run:<44} | {printed:<13} | {math.floor(100 * score)}% or more, new points")

# %% [markdown]
# (The lecture counts the points that it trained on; its letters are not public, so the figures can be close but not equal. Ours are
# counted on 20,000 points that training had not seen.)

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 4))
for k in (0, 1):
    ax.scatter(*X[y == k].T, s=9, color=plots.PALETTE[k], marker=plots.MARKERS[k], label=f"class {k}")
ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal", title="An M and an L, written with a round pen")
ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
baseline = 1 - y_new.mean()
show_figure(
    fig,
    alt="Three thousand points. The orange squares form a capital M and, right of it, a capital L; all "
    "around and between them lie blue circles.",
    caption=f"Who says paper everywhere is right at {baseline:.2f} of the points.",
)

# %% [markdown]
# ## 2. Every neuron over the plane
#
# A hidden neuron gives one number for each point of the sheet. So it can be painted: red where it answers
# towards 1, blue towards −1.

# %%
guess_first = predict(
    "The network with 30 units gets nearly all points right. What does *one* of the 30 look like "
    "over the sheet, after training?",
    options=["a straight edge", "a bent stroke of a letter", "a whole letter"],
)

# %% jupyter={"source_hidden": true}
(left, bottom), (right, top) = LETTER_FRAME
WIDE, HIGH = 92, 64  # pixels of the sheet
sheet = np.stack(np.meshgrid(np.linspace(left, right, WIDE), np.linspace(top, bottom, HIGH)), axis=-1)


def layers_over(params, points):
    """[X, A1, A2, ...]: the points (n, 2) and the outputs of each hidden layer for them."""
    return forward(params, points, tanh)[1].A


def painted(A):
    """Outputs (HIGH · WIDE, units) as pictures (units, HIGH, WIDE)."""
    return A.T.reshape(-1, HIGH, WIDE)


wide, deep = (list(zip(n.coefs_, n.intercepts_, strict=True)) for n in networks.values())
A1_wide = layers_over(wide, sheet.reshape(-1, 2))[1]

# %% jupyter={"source_hidden": true}
show_figure(
    plots.plot_weights(painted(A1_wide), n_columns=6, limit=1, label="output",
                       title="All 30 hidden neurons of the network (30,)"),
    alt="Thirty small sheets. Most are red on one side and blue on the other side of a straight edge; the edges have "
    "many directions, some are sharp and some blurred. Others have one colour all over. No letter is to be seen in any.",
    caption="Straight edges, sharp or blurred, and no letter in any of them. Where there is no edge, it lies off the sheet.",
)  # fmt: skip

# %% jupyter={"source_hidden": true}
reveal(
    guess_first,
    "a straight edge",
    "It computes tanh(w₁x₁ + w₂x₂ + b), and that is constant along straight lines whatever the weights are. Training "
    "turns, moves and sharpens the edge; it cannot bend it. The letters are in the sum of the thirty.",
)

# %% [markdown]
# That is lesson 02: the first hidden layer draws lines. Now the network with two hidden layers.

# %%
guess_second = predict(
    "How well can one straight line imitate a unit of the *second* layer? For the unit that is "
    "hardest to imitate, the line is on the right side at",
    options=["all points", "more than 9 in 10", "fewer than 9 in 10"],
)

# %% jupyter={"source_hidden": true}
_, A1, A2 = layers_over(deep, sheet.reshape(-1, 2))


def by_one_line(points, unit):
    """Share of the points that a straight line puts on the side that the unit (n,) does."""
    side = unit > 0
    if side.all() or not side.any():
        return 1.0
    return LogisticRegression(C=1e6, max_iter=1_000).fit(points, side).score(points, side)


_, H1, H2 = layers_over(deep, X)
straight = {"first": [by_one_line(X, unit) for unit in H1.T],
            "second": [by_one_line(X, unit) for unit in H2.T]}
for layer, shares in straight.items():
    print(f"{layer:<6} layer: a line imitates the units at {min(shares):.1f} to {max(shares):.1f} "
          "of the points")

# %% jupyter={"source_hidden": true}
answer = networks[16, 6].predict_proba(sheet.reshape(-1, 2))[:, 1:]
show_figure(
    plots.plot_weights(painted(A1), n_columns=8, limit=1, label="output",
                       title="Layer 1 of (16, 6): 16 straight edges"),
    alt="Sixteen sheets, nearly all of them divided by a straight edge.",
    caption="The first layer again: straight edges.",
)  # fmt: skip
show_figure(
    plots.plot_weights(np.concatenate([painted(A2), painted(2 * answer - 1)]),
                       [*(f"unit {j}" for j in range(6)), "the answer"],
                       limit=1, label="output", title="Layer 2: six units, and what the output makes of them"),
    alt="Six sheets. Units 1 and 2 are nearly alike: a border that runs along the top of the M, into its notch, and down "
    "along the L. Others follow the foot of the letters or the inside of the M; unit 0 is red all over. The seventh, "
    "the answer, shows an M and an L in red on blue.",
    caption="Second layer: borders that bend, and run along pieces of both letters.",
)  # fmt: skip

# %% jupyter={"source_hidden": true}
reveal(
    guess_second,
    "fewer than 9 in 10",
    "The second layer reads sixteen edges and combines them, so its borders can bend. No unit "
    "is *the* M: a border follows a piece of both letters, and the units share the work.",
)

# %% [markdown]
# **Spot the error.** A published program paints the output neuron, too, and computes it like the hidden ones:
# `np.tanh(A2 @ W3 + b3)`. But scikit-learn's output neuron is a sigmoid when there are two classes, whatever the
# activation of the hidden layers.

# %%
guess_wrong = predict(
    "Painted with tanh instead: which points end up on the wrong side?",
    options=["about half", "a few near the borders", "none"],
)

# %% jupyter={"source_hidden": true}
W3, b3 = deep[-1]
z = (H2 @ W3 + b3)[:, 0]
is_sigmoid = np.allclose(sigmoid(z), networks[16, 6].predict_proba(X)[:, 1])
changed = np.sum((tanh(z) > 0) != (sigmoid(z) > 0.5))
print(f"the sigmoid gives the probabilities: {is_sigmoid}; other side with tanh: {changed} points")
print(f"at z = 1: probability {sigmoid(1.0):.2f}, on the scale from -1 to 1 that is "
      f"{2 * sigmoid(1.0) - 1:.2f}; tanh paints {tanh(1.0):.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_wrong,
    "none",
    "Both change sides at z = 0. So the picture looks right, and that is why nobody noticed: it is a picture of another "
    "function, which looks much surer than the network is. A picture that looks right is no proof.",
)

# %% [markdown]
# ## 3. Bent until a line divides it
#
# The output neuron can do no more than any neuron: divide by a straight line, a plane in more dimensions. So the
# layers before it have to bring the points where that is enough. How far is each layer? Let a fresh neuron,
# logistic regression, read the layer's outputs and separate the letters. That is called a *linear probe*.

# %%
guess_probe = predict(
    "One neuron reads the 16 edges of layer 1: which share of new points is right? (Reading the "
    "plain coordinates it gets 0.72, no more than saying paper always.)",
    options=["still 0.72", "about 0.8", "about 1"],
)


# %%
def probe(params):
    """Share of new points that one neuron gets right when it reads each layer: [X, A1, A2]."""
    read, new = layers_over(params, X), layers_over(params, X_new)
    probes = (LogisticRegression(C=1e4, max_iter=5_000).fit(A, y) for A in read)
    return [neuron.score(A, y_new) for neuron, A in zip(probes, new, strict=True)]


probed = probe(deep)
for name, share in zip(["the plane", "layer 1", "layer 2"], probed, strict=True):
    print(f"a neuron that reads {name:<9} is right at {math.floor(100 * share)} in 100")

# %% jupyter={"source_hidden": true}
reveal(
    guess_probe,
    "about 0.8",
    "The edges are there, but to be inside a stroke is to be between *these two* edges and between those two ends: a combination "
    "of edges, which one more neuron cannot make for all strokes at once. Layer 2 makes some of them, and then a line is enough.",
)


# %% jupyter={"source_hidden": true}
def seen_from_the_side(A):
    """(n, 2): across, the direction in which a line separates best; up, the widest of the others."""
    neuron = LogisticRegression(C=1e4, max_iter=5_000).fit(A, y)
    w = neuron.coef_[0] / np.linalg.norm(neuron.coef_)
    rest = A - np.outer(A @ w, w)
    up = np.linalg.svd(rest - rest.mean(axis=0), full_matrices=False)[2][0]
    return np.column_stack([A @ w + neuron.intercept_[0] / np.linalg.norm(neuron.coef_), rest @ up])


fig, axes = plt.subplots(1, 3, figsize=(9, 3.4))
for ax, A, title in zip(axes, layers_over(deep, X),
                        ["the plane", "layer 1: 16 dimensions", "layer 2: 6 dimensions"], strict=True):
    side = seen_from_the_side(A)
    for k in (0, 1):
        ax.scatter(*side[y == k].T, s=4, color=plots.PALETTE[k], marker=plots.MARKERS[k])
    ax.axvline(0, color="black", lw=1.2)
    ax.set(title=title, xlabel="across the dividing line")
axes[0].set_ylabel("along it")
show_figure(
    fig,
    alt="Three clouds of points, each with a vertical line. In the plane the line lies outside, all "
    "points on one side. In layer 1 the two colours still overlap on it. In layer 2 orange lies on one side and blue on the "
    "other, with hardly a point near the line.",
    caption="The same 3,000 points, seen along the line that divides them best: only after layer 2 it divides.",
)

# %% [markdown]
# This is the fold of lesson 02 once more. There two units laid four points so that a line could pass between. Here
# 22 units bend a whole sheet until the letters lie on one side.
#
# A caution before you probe everything. A probe says that something *can be read* from a layer. It does not say that training
# put it there, nor that the network uses it. Compare with a network of these sizes before training, and silence
# single units (each then says its mean everywhere):

# %% jupyter={"source_hidden": true}
untrained = probe(init_params([2, 16, 6, 1], np.random.default_rng(0)))
print("before training (plane, layer 1, 2):", *(math.floor(100 * share) for share in untrained))

A2_new = layers_over(deep, X_new)[2]


def right_without(units):
    """Share of new points that are right when these units of layer 2 say the same everywhere."""
    A = A2_new.copy()
    A[:, units] = H2[:, units].mean(axis=0)
    return np.mean((A @ W3 + b3 > 0)[:, 0] == y_new)


silenced = [right_without([j]) for j in range(6)]
print("silenced, one unit (0 to 5):        ", *(math.floor(100 * share) for share in silenced))

# %%
guess_twins = predict(
    "Without unit 1, or without unit 2, 99 in 100 points are still right. And without both?",
    options=["99 in 100", "about 95 in 100", "fewer than 90 in 100"],
)

# %%
without_both = right_without([1, 2])
print(f"units 1 and 2 silenced: {math.floor(100 * without_both)} in 100")

# %% jupyter={"source_hidden": true}
reveal(
    guess_twins,
    "fewer than 90 in 100",
    "Look at their pictures: they are nearly the same. Each can be missed while the other is there. So it is not enough to "
    "take away one part at a time; section 6 comes back to that.",
)

# %% [markdown]
# And a layer of random edges, never trained, can be read just as well as our trained layer 1: what the probe found there is no merit
# of training. (Of layer 2 it is.) To know whether a thing matters, change it and measure.

# %% [markdown]
# ## 4. Why a four? The gradient
#
# Digits have 784 inputs, and no plane to paint. But one answer can be asked for reasons: *which pixels made this picture a
# four?* We take the network of the digit pad, 784-128-10 with ReLU, which comes with the course.
#
# The simplest reason is a slope. Let $z_k$ be the logit of digit $k$. How does it change if pixel $i$ gets a little darker?
#
# $$g_i = \frac{\partial z_k}{\partial x_i}$$
#
# That is the *saliency* of the pixel. You have all you need: backpropagation carries the slope of the loss back
# to the weights; here it carries the slope of $z_k$ back to the inputs. It begins with the column of the last weights that belongs to $k$, and in each hidden layer goes through
# the ReLUs that are on (slope 1; at 0 and below, slope 0) and the weights.


# %%
def saliency(Ws, bs, x, k):
    """∂z_k/∂x (n_in,) at x (n_in,): ReLU in the hidden layers, z the sums of the last layer."""
    ### BEGIN SOLUTION
    A, slopes = x, []
    for W, b in zip(Ws[:-1], bs[:-1], strict=True):
        z = A @ W + b
        slopes.append(z > 0)
        A = relu(z)
    g = Ws[-1][:, k]
    for W, slope in zip(Ws[-2::-1], slopes[::-1], strict=True):
        g = W @ (g * slope)  # back through the ReLU, then through the weights
    return g
    ### END SOLUTION


# %%
saliency = checked("saliency", saliency)

# %%
mnist = load_mnist()
D, labels = mnist.X_test[:1_000].astype(np.float64), mnist.y_test[:1_000]
Ws, bs = (list(arrays) for arrays in zip(*shipped().params, strict=True))
logits = forward(shipped().params, D, relu)[0]
said = logits.argmax(axis=1)

# %%
guess_ink = predict(
    "About 80% of the pixels of MNIST are plain paper. Which share of the saliency, |g| summed, "
    "lies on paper?",
    options=["about 20%: it follows the ink", "about 50%", "about 80%: as if there were no ink"],
)

# %%
gradients = np.array([saliency(Ws, bs, x, k) for x, k in zip(D, said, strict=True)])  # (1000, 784)
is_paper = D == 0
on_paper = np.abs(gradients)[is_paper].sum() / np.abs(gradients).sum()
print(f"paper: {is_paper.mean():.2f} of the pixels, {on_paper:.2f} of the saliency")

# %% jupyter={"source_hidden": true}
chosen = [4, 0, 2, 1]  # a four, a seven, a one, a two


def beside_its_picture(maps, limit=None, title=None, label="relevance", names=None):
    """The chosen pictures in a row and, below each, its maps (list of (4, 784))."""
    rows = [D[chosen] * limit, *maps]  # ink drawn in the darkest red of the scale
    fig = plots.plot_weights(np.concatenate(rows).reshape(-1, 28, 28), n_columns=4, limit=limit, title=title,
                             label=label)
    for ax in fig.axes[:4]:
        ax.images[0].set(cmap="gray_r", clim=(0, limit))
    for row, name in enumerate(["picture", *names]):
        fig.axes[4 * row].set_ylabel(name)
    return fig


show_figure(
    beside_its_picture([gradients[chosen]], limit=0.5, title="What would make it more of what it is?",
                       label="slope of the logit", names=["gradient"]),
    alt="A four, a seven, a one and a two; below each a square full of red and blue patches, in which the digit can be "
    "guessed at best. In the gap at the top of the four lies a blue patch.",
    caption="Red: darker here, and the logit of the answer rises; blue: it falls, as in the gap of the four.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_ink,
    "about 80%: as if there were no ink",
    "The gradient does not ask what is there. It answers another question: which small change would help most? Ink on "
    "white paper is a change like any other.",
)

# %% [markdown]
# So a gradient is a true answer to *what if a little changed*, and to no other question. It knows nothing of large changes: where a ReLU
# switches, the slope is another one.

# %% [markdown]
# ## 5. Handing the answer back: relevance
#
# *What did the ink that is there contribute?* For that we hand out the logit itself, like a bill that is split, layer by layer. A neuron with
# the sum $z = \sum_i a_i w_i + b$ has received $R$ to hand on. Its input $i$ put $a_i w_i$ into the sum; it gets that share of $R$.
#
# With inputs 1 and 2, weights 3 and −1 and bias 1, $z = 3 - 2 + 1 = 2$. Of $R = 2$ the first input gets
# 3, the second −2, it spoke against; and 1 stays with the bias, which is nobody's input. For a whole layer:
#
# $$R_i = \sum_j \frac{a_i\, w_{ij}}{z_j + \varepsilon\, s_j}\, R_j, \qquad s_j = 1 \text{ if } z_j \ge 0 \text{, else } -1.$$
#
# This is *layer-wise relevance propagation*. The small $\varepsilon > 0$ keeps us from dividing by 0; it moves each sum a
# little away from 0 and so hands on a little less.


# %%
def lrp_layer(A, W, b, R, eps):
    """R_i = a_i Σⱼ w_ij R_j / (z_j + eps s_j), for each row; R (n, n_out) -> (n, n_in)."""
    ### BEGIN SOLUTION
    Z = A @ W + b
    Z = Z + eps * np.where(Z >= 0, 1, -1)
    return A * ((R / Z) @ W.T)
    ### END SOLUTION


# %%
lrp_layer = checked("lrp_layer", lrp_layer)

# %%
guess_sum = predict(
    "We begin with the logit and hand it back to the pixels. Do their shares sum to the logit?",
    options=["yes", "no: the biases keep a part, and ε a little",
             "no: pixels of plain paper keep a part"],
)


# %%
def relevance(params, X, k, eps):
    """The logits k (n,) of the rows of X handed back: ([R of each layer], [(biases, eps) kept])."""
    logits, cache = forward(params, X, relu)
    handed, kept = [logits * (np.arange(logits.shape[1]) == k[:, None])], []
    for A, Z, (W, b) in zip(cache.A[::-1], cache.Z[::-1], params[::-1], strict=True):
        s = np.where(Z >= 0, 1, -1)
        part = handed[-1] / (Z + eps * s)
        kept.append(((part * b).sum(axis=1), (part * eps * s).sum(axis=1)))
        handed.append(lrp_layer(A, W, b, handed[-1], eps))
    return handed, kept  # from the outputs to the inputs


params = shipped().params
handed, kept = relevance(params, D, said, 0.1)

# %% jupyter={"source_hidden": true}
sums = [R.sum(axis=1) for R in handed]
lost = [np.abs(after + sum(k) - before).max()
        for before, after, k in zip(sums[:-1], sums[1:], kept, strict=True)]
print(f"the logit of a four           {sums[0][4]:>5.2f}")
for name, total, (bias, by_eps) in zip(("hidden units", "pixels"), sums[1:], kept, strict=True):
    print(f"handed to the {name:<14}  {total[4]:>5.2f}   kept by biases {bias[4]:.2f}, by ε {by_eps[4]:.2f}")
print("anything lost, 1,000 digits, both layers:", "no" if max(lost) < 1e-9 else max(lost))

# %% jupyter={"source_hidden": true}
reveal(
    guess_sum,
    "no: the biases keep a part, and ε a little",
    "Conserved is the whole: the shares of the inputs, of the biases and of ε. Plain paper has a = 0 "
    "and gets exactly 0. A bias that keeps much, or a large ε, is a part of the answer that the picture does not show.",
)

# %% [markdown]
# Let $\varepsilon$ go to 0, and something drops out. A ReLU that is on has the output $a_j = z_j$. Say it receives
# $R_j = a_j g_j$, with $g_j$ its slope. Then the shares it hands on are $a_i w_{ij} / z_j$ times $z_j g_j$: the
# sums cancel, and $a_i$ gets $a_i$ times *its* slope. So in a network with ReLU, relevance without ε is the ink times the gradient,
#
# $$R_i = x_i\, g_i,$$
#
# in one backward pass. It is what the digit pad paints under *Why*.

# %% jupyter={"source_hidden": true}
exact = relevance(params, D, said, 1e-12)[0][-1]
to_gradient = np.abs(exact - D * gradients).max()
to_pad = np.abs(exact[4] - why(shipped(), D[4].reshape(28, 28), said[4]).ravel()).max()
print(f"relevance against ink times gradient: equal to 6 digits: {to_gradient < 1e-6}; "
      f"against the pad: {to_pad < 1e-6}")

# %% jupyter={"source_hidden": true}
second = np.argsort(-logits, axis=1)[:, 1]
against = relevance(params, D, second, 0.1)[0][-1]
show_figure(
    beside_its_picture([handed[-1][chosen], against[chosen]], limit=0.7,
                       names=["for its answer", "for its second"],
                       title="Which ink spoke for " + ", ".join(f"{said[i]} (or {second[i]})" for i in chosen)),
    alt="A four, a seven, a one and a two, and below them their ink in red where it speaks for the answer and "
    "blue where it speaks against. In the third row, for the second best digit, the colours lie otherwise: other strokes are red.",
    caption="Paper is white: it gets nothing. The same ink can speak for both digits.",
)

# %% [markdown]
# **Try it on your own digit.** Draw a 4 that is open at the top. Which ink is red? Now close the top, little by little, until it is read as a 9. The
# gap was what made it a four. Was it ever red?

# %%
digit_pad()

# %% [markdown]
# ## 6. Fair shares: Shapley values
#
# Splitting by $a_i w_i$ is a rule that somebody chose. In 1953 Lloyd Shapley asked which rule is *fair*, for players
# who earn something together. His answer: let the players come in one by one, in every order, and give each the mean of what it adds when
# it comes. For player $i$ that is
#
# $$\varphi_i = \frac{1}{n} \sum_{S \not\ni i} \binom{n-1}{|S|}^{-1} \big(v(S \cup \{i\}) - v(S)\big),$$
#
# over all groups $S$ of others, $|S|$ players each (the binomial coefficient counts the groups of this size); $v(S)$ is what the group earns without the rest. Here the players are inputs, and $v(S)$ is the output of the network
# when only the inputs in $S$ are there. What is it given for the others? A *baseline* that we must choose.
#
# The nine numbers once more: the network of lesson 02 that computes XOR. Absent inputs are 0.

# %%
guess_xor = predict(
    "XOR of (1, 1) is 0. What are the Shapley values of its two inputs?",
    options=["½ and ½", "1 and −1", "0 and 0"],
)


# %%
def shapley(value, n):
    """φ (n,): what each of n players adds, a mean over all orders; value takes a tuple."""
    ### BEGIN SOLUTION
    phi = np.zeros(n)
    for i in range(n):
        others = [j for j in range(n) if j != i]
        for size in range(n):
            share = 1 / (n * math.comb(n - 1, size))
            for S in itertools.combinations(others, size):
                phi[i] += share * (value((*S, i)) - value(S))
    return phi
    ### END SOLUTION


# %%
shapley = checked("shapley", shapley)

# %%
W1, b1 = np.array([[1, -1], [1, -1]]), np.array([-0.5, 1.5])  # OR, NAND
W2, b2 = np.array([1, 1]), -1.5  # AND


def xor_with(x, S):
    """What the nine numbers answer when only the inputs in S are there, the others 0."""
    present = np.array([x[i] if i in S else 0 for i in range(2)])
    return heaviside(heaviside(present @ W1 + b1) @ W2 + b2)


for x in ((1, 0), (1, 1)):
    phi = shapley(partial(xor_with, x), 2)
    print(f"XOR{x} = {xor_with(x, (0, 1)):.0f}   Shapley values {phi}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_xor,
    "0 and 0",
    "Who comes first adds 1, who comes second takes it away: on average nothing, for both. Yet both inputs matter, "
    "together. The shares sum to the answer less that of the baseline (0 − 0); what the inputs do *together* cannot be told from shares.",
)

# %% [markdown]
# $n$ inputs make $2^n$ groups: not to be done for 784 pixels. So we cut the digit into 8 fields, 7 by 14 pixels each. A field that is absent
# is plain paper. 256 groups, each asked once:

# %%
four, k = D[4], said[4]
field = (np.arange(28)[:, None] // 7 * 2 + np.arange(28) // 14).ravel()  # 0 ... 7 for each pixel


def logit_with(baseline):
    """value(S): the logit of k where only the fields in S are there; each group is asked once."""

    @cache
    def asked(S):
        x = np.where(np.isin(field, list(S)), four, baseline)
        return forward(params, x[None], relu)[0][0, k]

    return lambda S: asked(frozenset(S))


EVERY = tuple(range(8))
paper = logit_with(np.zeros(784))
phi_paper = shapley(paper, 8)
print("the four's logit", f"{paper(EVERY):.1f}", "  of plain paper", f"{paper(()):.1f}")
print("Shapley values  ", *(f"{p + 0:.1f}" for p in phi_paper), "  sum", f"{phi_paper.sum():.1f}")

# %%
guess_leave = predict(
    "A quicker way: cover one field, and see by how much the logit falls. The eight falls sum to",
    options=["the same", "about half as much", "about twice as much"],
)

# %%
falls = np.array([paper(EVERY) - paper(EVERY[:i] + EVERY[i + 1 :]) for i in EVERY])
print(f"sum of the falls {falls.sum():.1f}; Shapley values {phi_paper.sum():.1f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_leave,
    "about twice as much",
    "What two fields do only together falls away when either goes, and is counted twice. (With the twins of section 3 it "
    "was the other way round: either could go, and nothing fell.) Shapley values always sum to v(all) − v(none); that is "
    "called efficiency.",
)

# %% [markdown]
# ### The baseline is part of the question
#
# Plain paper as baseline can never say that *missing* ink was the reason: a field without ink adds nothing to any group, so its value is exactly 0. Take
# the mean of all training digits, a grey blur, for what is absent. Then white paper is news.

# %%
guess_base = predict(
    "The field at the top right has almost no ink. With the blur as baseline its Shapley value is",
    options=["still about 0", "clearly positive", "clearly negative"],
)

# %%
blur = logit_with(mnist.X_train.mean(axis=0))
phi_blur = shapley(blur, 8)
for absent, phi in (("paper", phi_paper), ("blur", phi_blur)):
    print(f"absent is {absent:<6}", *(f"{p + 0:.1f}" for p in phi))

# %% jupyter={"source_hidden": true}
fields = [np.bincount(field, exact[4])[field], phi_paper[field], phi_blur[field]]
fig = plots.plot_weights(
    np.reshape([4 * four, *fields], (-1, 28, 28)), ["the picture", "relevance", "Shapley, paper", "Shapley, blur"],
    limit=6.5, label="share of the logit", title="Three ways to share one answer among eight fields",
)  # fmt: skip
fig.axes[0].images[0].set(cmap="gray_r", clim=(0, 4))
for ax in fig.axes[1:4]:
    ax.contour(four.reshape(28, 28), [0.5], colors="black", linewidths=0.8)
show_figure(
    fig,
    alt="A four, and three times its outline on eight fields. By relevance and by Shapley values against paper "
    "the red fields lie in the middle, where the ink is. Against the blur the red has moved to the right side, also at the top, "
    "where there is hardly any ink.",
    caption="Relevance (summed over a field) and Shapley values against paper are alike; against a blur it is another answer.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_base,
    "clearly positive",
    "Noughts, twos, sixes and eights have much ink there, fours hardly any: that this picture has next to none speaks for a four. Neither "
    "picture is wrong; *why a four rather than white paper* and *why a four rather than anything* are two questions.",
)

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: all orders, and the library that most people use
#
# The formula counts groups. Does that really give the mean over all orders? There are 8! = 40,320.

# %%
orders = np.array(list(itertools.permutations(EVERY)))  # 40,320
gains = np.zeros(8)
for order in orders.tolist():
    before = paper(())
    for place, i in enumerate(order, start=1):
        after = paper(order[:place])
        gains[i] += after - before
        before = after
same_by_orders = np.allclose(gains / len(orders), phi_paper)
print(f"a mean over all {len(orders):,} orders gives the same Shapley values: {same_by_orders}")

# %% [markdown]
# [shap](https://shap.readthedocs.io) estimates Shapley values, and for few inputs it can compute them exactly. Its players are columns of a table; ours
# are eight switches, 1 for a field that is there.

# %% tags=["nbval-ignore-output"]
# Not compared in tests: what it prints depends on whether shap is installed.
try:
    import shap
except ImportError:
    print("shap is not installed, so this cell is skipped. To try it: pip install shap")
else:
    by_switches = lambda rows: np.array([paper(np.flatnonzero(row)) for row in rows])  # noqa: E731
    explain = shap.explainers.Exact(by_switches, np.zeros((1, 8)))
    theirs = explain(np.ones((1, 8))).values[0]
    print("shap agrees:", np.allclose(theirs, phi_paper))

# %% [markdown]
# ## 7. Destroy the network
#
# A map on a digit *looks* like a reason as soon as the digit can be seen in it. Here is a test that looks do not pass: shuffle all
# weights, layer by layer, so that the network knows nothing any more, and explain the same pictures, for the same digits. If the map stays, it never
# was about what the network has learned. How alike two maps are says the *rank correlation*: 1 if both put the pixels in the same order, from least to
# largest; about 0 if the orders have nothing in common.

# %%
guess_stays = predict(
    "Three maps: the gradient g; ink times gradient x·g; its strength |x·g|, without sign. Which "
    "stays nearly the same (rank correlation near 1) when the network is destroyed?",
    options=["g", "x·g", "|x·g|", "none of them"],
)

# %%
rng = np.random.default_rng(12)
broken = [tuple(rng.permutation(a.ravel()).reshape(a.shape) for a in layer) for layer in params]
broken_right = np.mean(forward(broken, D, relu)[0].argmax(axis=1) == labels)
print(f"right after shuffling: {broken_right:.1f}")

# %% jupyter={"source_hidden": true}
some = range(200)
broken_g = np.array([saliency(*zip(*broken, strict=True), D[i], said[i]) for i in some])
g, ink = gradients[:200], D[:200]
maps = {"g": (g, broken_g), "x·g": (ink * g, ink * broken_g),
        "|x·g|": (abs(ink * g), abs(ink * broken_g))}  # fmt: skip


def alike(a, b, where):
    """The mean rank correlation of the maps a and b over the pixels in where, all (n, 784)."""
    return np.mean([spearmanr(p[w], q[w]).statistic for p, q, w in zip(a, b, where, strict=True)])


over_all = {name: alike(*pair, np.ones_like(ink, dtype=bool)) for name, pair in maps.items()}
over_ink = {name: alike(*pair, ink > 0) for name, pair in maps.items()}
for name in maps:
    print(f"{name:<6} correlation over all pixels {abs(over_all[name]):.1f}, only where there is ink {abs(over_ink[name]):.1f}")

# %% jupyter={"source_hidden": true}
rows = [(exact[chosen], ink[chosen] * broken_g[chosen]), (abs(exact[chosen]), abs(ink[chosen] * broken_g[chosen]))]
pictures = np.concatenate([m / np.abs(m).max() for pair in rows for m in pair])
fig = plots.plot_weights(pictures.reshape(-1, 28, 28), n_columns=4, limit=0.6, label="share of the strongest pixel",
                         title="Trained and destroyed")
for row, name in enumerate(["x·g, trained", "x·g, destroyed", "|x·g|, trained", "|x·g|, destroyed"]):
    fig.axes[4 * row].set_ylabel(name, fontsize=9)
show_figure(
    fig,
    alt="Four rows of four digits. With signs, the trained network's maps have coherent red and blue strokes and the destroyed "
    "one's are speckled. As strengths, all red, both rows show the digits, nearly alike.",
    caption="The strengths show the digit also when the network knows nothing: what we recognise is the ink.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_stays,
    "|x·g|",
    "Four in five pixels are paper and 0 in both maps; that alone makes the ranks agree, and where there is ink the strong ink is strong in both. What the eye takes "
    "for a reason is the picture itself. With the sign the likeness is gone.",
)

# %% [markdown]
# A map that fails says nothing of the network. One that passes depends on what was learned, and that is all: it may still be
# misleading.

# %% [markdown]
# ## 8. What one may say
#
# | After | one may say | one may not say |
# |---|---|---|
# | painting a neuron | where it answers what | that it *is* the detector of something: silence it and measure |
# | a linear probe | that this can be read from the layer | that the network uses it, or learned it |
# | the gradient | which small changes move the logit | what the answer rests on |
# | relevance | how the logit divides by this rule, how much the biases keep | what would happen without that ink |
# | Shapley values | shares that sum to the answer less the baseline's | anything without naming the baseline; what inputs do together |
# | any of them | something about *this* network, at *this* picture | why the world is so: that the loop *causes* the nine |
#
# None of them shows that the network is right, or fair, or sound on other pictures; for that there is lesson 11. They are good for finding a suspicion: red
# ink in the corner where the photographer signs. Then cover the corner in all test pictures, and count.

# %% [markdown]
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("12-two-copies")

# %% jupyter={"source_hidden": true}
quiz("12-loan-letter")

# %% jupyter={"source_hidden": true}
quiz("12-probability-or-logit")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("12-where-delta-starts")

# %% jupyter={"source_hidden": true}
quiz("12-without-bend")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert all(score >= 0.99 for score in scores.values()) and round(baseline, 2) == 0.72
assert min(straight["first"]) > 0.99 and min(straight["second"]) < 0.9
assert is_sigmoid and changed == 0 and round(2 * sigmoid(1.0) - 1, 2) < round(tanh(1.0), 2)
assert round(probed[0], 2) == 0.72 and 0.75 < probed[1] < 0.9 and probed[2] > 0.99
assert untrained[1] > probed[1] - 0.03 and untrained[2] < 0.85
assert min(silenced[:3]) > 0.99 and max(silenced[3:]) < 0.9 and without_both < 0.9
assert abs(on_paper - 0.8) < 0.05 and abs(is_paper.mean() - 0.8) < 0.05
by_hand = lrp_layer(np.array([[1, 2]]), np.array([[3], [-1]]), np.array([1]), np.array([[2.0]]), 1e-12)
assert np.allclose(by_hand, [[3, -2]])
assert len(lost) == 2 and max(lost) < 1e-9 and to_gradient < 1e-6 and to_pad < 1e-6 and not handed[-1][is_paper].any()
assert list(said[chosen]) == [4, 7, 1, 2]
assert [shapley(partial(xor_with, x), 2).tolist() for x in ((1, 0), (1, 1))] == [[1, 0], [0, 0]]
assert np.isclose(phi_paper.sum(), paper(EVERY) - paper(())) and same_by_orders
assert np.isclose(phi_blur.sum(), blur(EVERY) - blur(()))
empty = np.array([not four[field == i].any() for i in EVERY])
assert empty.any() and np.abs(phi_paper[empty]).max() < 1e-12
assert 1.7 < falls.sum() / phi_paper.sum() < 2.3 and phi_paper[1] < 0.5 < 1.5 < phi_blur[1]
top_right = [mnist.X_train[mnist.y_train == digit][:, field == 1].sum(axis=1).mean() for digit in range(10)]  # ink
assert min(top_right[digit] for digit in (0, 2, 6, 8)) > 2 * top_right[4]
assert len(orders) == math.factorial(8) == 40_320 and 2**8 == 256
drawn = ink * rng.random(ink.shape), ink * rng.random(ink.shape)  # nothing in common but the paper
assert alike(*drawn, np.ones_like(ink, dtype=bool)) > 0.95
assert broken_right < 0.3 and over_all["|x·g|"] > 0.95 and over_ink["|x·g|"] < 0.6
assert max(abs(over_all[name]) for name in ("g", "x·g")) < 0.2
claims_hold()

# %% [markdown]
# ## From here on
#
# In the exercise you write the three explanations, and judge those of others.
#
# ## Sources
#
# - K. Simonyan, A. Vedaldi, A. Zisserman (2014), Deep inside convolutional networks: visualising image classification
#   models and saliency maps, *ICLR* workshop: the gradient as a picture.
# - S. Bach et al. (2015), On pixel-wise explanations for non-linear classifier decisions by layer-wise relevance
#   propagation, *PLOS ONE* 10(7), e0130140.
# - L. Shapley (1953), A value for n-person games, *Contributions to the Theory of Games II*, 307-317;
#   S. Lundberg, S.-I. Lee (2017), A unified approach to interpreting model predictions, *NIPS*: shap.
# - J. Adebayo et al. (2018), Sanity checks for saliency maps, *NeurIPS*: destroy the network, and look again.
# - M. Ancona et al. (2018), Towards better understanding of gradient-based attribution methods for deep neural
#   networks, *ICLR*: when relevance is input times gradient.
# - G. Alain, Y. Bengio (2016), Understanding intermediate layers using linear classifier probes, arXiv:1610.01644.
