# %% [markdown]
# # {{title}}
#
# You can build these networks, train, tune and judge them. Where do they end? At depth, at pictures that move, at
# your computer's memory, at too few examples: each limit is predicted here and then measured. Then the same network
# goes into PyTorch and Keras, and you choose where to go next.
#
# **After this lesson you can**
# - predict from weights and activation how fast a gradient fades or explodes on its way back;
# - show that an MLP does not know which pixels are neighbours, and say what a CNN does about it;
# - count what a network costs in time and memory before you build it;
# - estimate from three trainings what ten times as many examples would bring;
# - carry a network's weights into PyTorch and Keras, and check that it still computes the same.
#
# *About {{time}}. Builds on [05](05_backpropagation.ipynb) (the way back),
# [06](06_gradient_descent.ipynb) (first weights), [08](08_mnist_from_scratch.ipynb) (digits) and
# [10](10_regularisation_and_tuning.ipynb) (several seeds).*

# %%
import os
import warnings

import numpy as np
from matplotlib import pyplot as plt
from numpy.lib.stride_tricks import sliding_window_view
from scipy.stats import norm
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, softmax
from mlp_lesson.checks import checked
from mlp_lesson.data import load_mnist
from mlp_lesson.display import claims_hold, progress_bar, show_figure
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import Layer, backward, forward, he_normal, init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import loss_and_gradient, train
from mlp_lesson.widgets.digit_pad import digit_pad
from mlp_lesson.widgets.digit_pad.reader import shipped

warnings.simplefilter("ignore", ConvergenceWarning)  # few epochs are meant here
threads = threadpool_limits(1)  # products as small as these gain nothing from more
X, y, X_test, y_test = load_mnist()

# %% [markdown]
# ## 1. Twenty layers deep
#
# More layers can say more with fewer units (lesson 07). So why not twenty? Learning needs the error $\delta$ in every
# layer, and it comes from behind, layer by layer. Write that step once more, from memory if you can:

# %%
def hidden_delta(delta_next, W_next, Z, f_prime):
    """δ of a hidden layer, from that of the next layer; Z are the layer's own sums."""
    ### BEGIN SOLUTION
    return (delta_next @ W_next.T) * f_prime(Z)
    ### END SOLUTION


# %%
hidden_delta = checked("hidden_delta", hidden_delta)

# %% [markdown]
# How much larger or smaller is an error after it? Count as in lesson 06. Let the layers have $n$ units and the
# weights random, with mean 0 and spread $\sigma$. Each entry of $\delta\, W^\top$ is a sum of $n$ products, so its
# mean square is $n \sigma^2$ times that of $\delta$. Then comes the slope, squared. So the typical size (the root of
# the mean square) is multiplied by
#
# $$ \rho = \sqrt{\, n\, \sigma^2 \; \overline{f'(z)^2} \,} $$
#
# where the bar is the mean. How large are the $z$? They are sums of many products, too, so they lie nearly on a bell
# curve, of spread $\sqrt n\, \sigma$ times the typical size of the activations before. So all can be predicted from
# $\sigma$ and $f$ alone, before there is any network:

# %%
N_UNITS, DEPTH = 100, 20
bell = norm.ppf((np.arange(2001) + 0.5) / 2001)     # 2,001 typical values of a bell curve


def predicted_factors(f, f_prime, sigma):
    """ρ of each layer, first layer first, for inputs of typical size 1."""
    size, rho = 1.0, []
    for _ in range(DEPTH):
        z = np.sqrt(N_UNITS) * sigma * size * bell
        rho.append(np.sqrt(N_UNITS * sigma**2 * np.mean(f_prime(z) ** 2)))
        size = np.sqrt(np.mean(f(z) ** 2))
    return np.array(rho)


# %%
guess = predict("Twenty layers of 100 sigmoids, Glorot's weights (σ = 0.1). Of an error of 1 at "
                "the end, what arrives in the first layer?",
                options=["about 1", "about a thousandth", "less than a billionth"])

# %% [markdown]
# Now measure, in five networks each: send random errors back with *your* function.

# %%
def measured_sizes(f, f_prime, sigma, seed):
    """The typical size of δ behind the last layer, then in layers 20, 19, ... 1."""
    rng = np.random.default_rng(seed)
    params = [Layer(rng.normal(0, sigma, (N_UNITS, N_UNITS)), np.zeros(N_UNITS))
              for _ in range(DEPTH + 1)]
    _, cache = forward(params, rng.normal(size=(200, N_UNITS)), f)
    deltas = [rng.normal(size=(200, N_UNITS))]
    for l in range(DEPTH, 0, -1):
        deltas.append(hidden_delta(deltas[-1], params[l].W, cache.Z[l - 1], f_prime))
    return np.array([np.sqrt(np.mean(delta**2)) for delta in deltas])


BENDS = {"sigmoid": "logistic", "tanh": "tanh", "ReLU": "relu"}
SPREADS = {"small": 0.01, "Glorot": np.sqrt(1 / N_UNITS), "He": np.sqrt(2 / N_UNITS), "large": 0.3}

# %% jupyter={"source_hidden": true}
theory, practice = {}, {}
print("                 factor a layer         left after 20")
print("                 predicted  measured    predicted  measured")
for bend, start in [(bend, start) for bend in BENDS for start in SPREADS]:
    setting = (*ACTIVATIONS[BENDS[bend]], SPREADS[start])
    theory[bend, start] = predicted_factors(*setting)
    practice[bend, start] = np.array([measured_sizes(*setting, seed) for seed in range(5)])
    left, arrived = theory[bend, start].prod(), practice[bend, start][:, -1].mean()
    print(f"{bend:<8} {start:<7} {left ** (1 / DEPTH):9.2f} {arrived ** (1 / DEPTH):9.2f}"
          f"    {left:9.0e} {arrived:9.0e}")

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(9.6, 3.8), sharey=True)
for ax, bend in zip(axes, BENDS, strict=True):
    for k, start in enumerate(SPREADS):
        colour, layers = plots.PALETTE[k], np.arange(DEPTH, -1, -1) + 1
        ax.semilogy(layers, np.cumprod([1, *theory[bend, start][::-1]]), color=colour, lw=1.4)
        ax.semilogy(layers, practice[bend, start][0], plots.MARKERS[k], ms=4, color=colour, label=start)
    ax.set(title=bend, xlabel="layer", xticks=[1, 10, 20])
    ax.grid(axis="y")
axes[0].set_ylabel("typical size of δ")
axes[-1].legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="Three panels, sigmoid, tanh and ReLU: size of the error in each of 20 layers, on a logarithmic axis; lines "
    "are predicted, dots measured, and the dots lie on the lines. Sigmoid: all four starts fall towards layer 1, by 5 to "
    "32 powers of ten. tanh: small weights fall steeply, Glorot and He stay almost level, large ones climb. ReLU: small "
    "weights fall steeply, Glorot falls slowly, He is level, large weights climb by 6 powers of ten.",
    caption="Lines: predicted from the spread and f' alone. Dots: measured in one network. Errors travel from "
    "right to left.",
)
reveal(guess, "less than a billionth",
       "A sigmoid's slope is at most 1/4, and σ√n is 1, so each layer keeps less than a quarter: 0.23 to the power of 20.")

# %% [markdown]
# The factor a layer, taken over all 20, is off by less than 5% in each of the five networks, and was in 50 others.
# A single one was off by up to a fifth.
#
# A factor of 0.9 a layer is harmless in a net of three layers and leaves an eighth after twenty. **Vanishing** and
# **exploding** gradients are nothing but powers. Do they matter? Train all twelve on the small digits (8 x 8 pixels) for
# five epochs, each with the best of four rates. (The cell is folded; its loop is that of lesson 06.)

# %%
guess = predict("Which of the twelve networks learn the digits in five epochs?",
                options=["all: the rate makes up for it", "where about 1 is left after 20 layers",
                         "wherever the gradient does not vanish"])

# %% jupyter={"source_hidden": true}
from sklearn.datasets import load_digits

D, d = load_digits(return_X_y=True)
D, hot = ((D - D.mean()) / D.std()).astype(np.float32), one_hot(d, 10, np.float32)
sizes = [64, *[N_UNITS] * DEPTH, 10]


def best_accuracy(bend, start):
    """On the images it learned from, with the best of four rates; 0 if it explodes at all four."""
    f, sigma, found = ACTIVATIONS[BENDS[bend]], SPREADS[start], [0.0]
    for lr in (0.003, 0.01, 0.03, 0.1):
        rng = np.random.default_rng(0)
        params = init_params(sizes, rng, lambda a, b, rng: (rng.normal(0, sigma, (a, b)), np.zeros(b)),
                             dtype=np.float32)
        try:
            for _ in train(params, D, hot, activation=f, loss=softmax_cross_entropy, step=sgd,
                           lr=lr, epochs=5, batch_size=50, rng=rng):
                pass
        except FloatingPointError:                       # exploded
            continue
        found.append(np.mean(forward(params, D, f.f)[0].argmax(axis=1) == d))
    return max(found)


learned = {}
for pair in progress_bar(theory, len(theory), "Deep networks", unit="settings"):
    learned[pair] = best_accuracy(*pair)
print("left of an error   learns: more than 60% right")
for pair in sorted(theory, key=lambda pair: theory[pair].prod()):
    print(f"{theory[pair].prod():16.0e}   {'yes' if learned[pair] > 0.6 else 'no':<5}", *pair)

# %% jupyter={"source_hidden": true}
reveal(guess, "where about 1 is left after 20 layers",
       "Where nothing arrives, no rate helps: a rate multiplies all layers alike, and the last ones still get errors "
       "of full size. Where it explodes, only a tiny rate holds, and learning is slow (*ReLU large*, tried beside this: "
       "0.9 after 30 epochs at 10⁻⁸). Where about 1 is left, it works.")

# %% [markdown]
# So that is what first weights are for: they set the factor to 1. A sigmoid gets there only with weights about ten
# times Glorot's, where half of its units are stuck near 0 or 1 (lesson 03). Since 2015 deep networks also carry a road past each layer: with $A + f(Z)$ in place of $f(Z)$, a *residual* network, an error
# has a way back that no slope touches (He et al. 2016).
#
# ## 2. A network without eyes
#
# Now for pictures. Choose one order of the 784 pixels by chance and put the pixels of *every* picture into it.

# %%
order = np.random.default_rng(13).permutation(784)

# %% jupyter={"source_hidden": true}
show = np.concatenate([X_test[:6], X_test[:6, order]]).reshape(-1, 28, 28)
show_figure(
    plots.plot_images(show, n_columns=6, title="The same six digits, pixels as they were and permuted"),
    alt="Six handwritten digits, and below them the same six as grey noise: dots spread over the whole square.",
    caption="Below: the same pixels in another order, the same order for all pictures.",
)
guess = predict("A new network is trained on 10,000 permuted digits and tested on permuted digits. "
                "The other one, trained on the originals, gets 94% of its test right. The new one?",
                options=["about 10%", "about 70%", "about 94%"])


# %%
def network(seed=0, epochs=8):
    return MLPClassifier(64, init="he", learning_rate_init=0.002, batch_size=100, max_iter=epochs,
                         random_state=seed)


n = 10_000
plain = [network(seed).fit(X[:n], y[:n]) for seed in range(3)]
seen = [net.score(X_test, y_test) for net in plain]
nets = [network(seed).fit(X[:n, order], y[:n]) for seed in range(3)]
mixed = [net.score(X_test[:, order], y_test) for net in nets]

# %% jupyter={"source_hidden": true}
print(f"three seeds each: originals {np.mean(seen):.1f}, permuted {np.mean(mixed):.1f};",
      "less than a hundredth apart:", bool(abs(np.mean(seen) - np.mean(mixed)) < 0.01))
reveal(guess, "about 94%",
       "A hidden unit adds up pixels times weights, and a sum does not ask in which order. What is noise to you is to it "
       "the same task as before.")

# %% [markdown]
# It is even exactly the same network, if each row of $W^{(1)}$ goes where its pixel went: $x\, W^{(1)}$ is the same
# sum in another order. Write it once more (exercise 09); the new pixel $k$ is the old pixel `order[k]`:

# %%
def permute_inputs(W, order):
    """The weights for X[:, order] that give what W gives for X."""
    ### BEGIN SOLUTION
    return W[order]
    ### END SOLUTION


# %%
permute_inputs = checked("permute_inputs", permute_inputs)

# %% [markdown]
# Training keeps it so, since the gradient of a row moves along with it. Two networks, one start:

# %%
small, labels = X[:1_000].astype(float), one_hot(y[:1_000], 10)
ours = init_params([784, 30, 10], np.random.default_rng(0), he_normal)
theirs = [Layer(permute_inputs(ours[0].W, order), ours[0].b.copy()), Layer(*map(np.copy, ours[1]))]
relu = ACTIVATIONS["relu"]
for params, pictures in [(ours, small), (theirs, small[:, order])]:
    for _ in train(params, pictures, labels, activation=relu, loss=softmax_cross_entropy, step=sgd,
                   lr=0.1, epochs=3, batch_size=50, rng=np.random.default_rng(1)):
        pass
same = forward(ours, small, relu.f)[0] - forward(theirs, small[:, order], relu.f)[0]
print("after 60 steps of training, the same outputs:", np.abs(same).max() < 1e-9)

# %% [markdown]
# So an MLP is never told that two pixels are neighbours. All it knows about that, it must find out from examples.
#
# ## 3. One step to the right
#
# MNIST's digits were all centred by their mass. What if one lies a little beside the middle?

# %%
def shift(images, right=0, down=0):
    """Move pictures (n, 28, 28); paper comes in, and what leaves the page is lost."""
    room = np.pad(images, ((0, 0), (8, 8), (8, 8)))
    return room[:, 8 - down : 36 - down, 8 - right : 36 - right]


def moved(images, k):
    """Each picture k pixels away: the first to the right, the next left, down, up, and so on."""
    images = images.copy()
    for i, way in enumerate([(k, 0), (-k, 0), (0, k), (0, -k)]):
        images[i::4] = shift(images[i::4], *way)
    return images


# %%
guess = predict("The network has 94% on centred digits. And on digits moved by 3 pixels, "
                "about a tenth of the page?", low=0, high=100, unit="%")

# %%
I = X_test.reshape(-1, 28, 28)
shifts = range(7)
curve = np.array([np.mean([net.score(moved(I, k).reshape(-1, 784), y_test) for net in plain])
                  for k in shifts])
print("less than half are right from a shift of", int(np.argmax(curve < 0.5)), "pixels on")

# %% jupyter={"source_hidden": true}
reveal(guess, 40,
       "Or a little less. After 3 pixels the strokes lie where other digits had theirs. From 5 pixels on it is hardly "
       "better than guessing, while nobody would even notice when reading.", within=10)

# %% [markdown]
# See it happen. In the pad below press *A digit of MNIST*, untick *scaled and centred as MNIST is*, and move *moved
# right* step by step. Where does the answer tip over, and to what? Then tick the box again: now the program centres
# the digit before the network sees it. Somebody has to know about places: here it is the program. (The pad's network
# learned from 60,000 digits, turned and stretched a little: it holds out longer.)

# %%
digit_pad()

# %% [markdown]
# Or the examples tell it. Move each training picture by up to 4 pixels at random (**augmentation**):

# %%
rng = np.random.default_rng(3)
J = X[:n].reshape(-1, 28, 28)
ways = rng.integers(-4, 5, (n, 2))
everywhere = np.stack([shift(J[i : i + 1], *ways[i])[0] for i in range(n)]).reshape(-1, 784)
augmented = network(epochs=16).fit(everywhere, y[:n])
curve_augmented = [augmented.score(moved(I, k).reshape(-1, 784), y_test) for k in shifts]

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.6))
plots.plot_curves({"trained on centred digits": curve, "trained on moved digits": curve_augmented},
                  x=shifts, xlabel="test digits moved by (pixels)", ylabel="accuracy", ax=ax)
ax.axvline(4, color="#888888", linewidth=1, linestyle=":")
ax.set(ylim=(0, 1), title="It knows the places that it was shown")
show_figure(
    fig,
    alt="Accuracy against shift from 0 to 6 pixels. The network trained on centred digits falls from above 0.9 to about "
    "0.1. The one trained on moved digits stays nearly level up to a dotted line at 4 pixels, and falls behind it.",
    caption="Trained on moved digits it holds up to 4 pixels, as far as it was trained, and no further.",
)

# %% [markdown]
# ## 4. What a CNN does about it
#
# If a stroke means the same everywhere, it should be looked for everywhere with the *same weights*. That is a
# **convolution**: a small filter, here 3 x 3, is laid on each place of the picture, and the nine products are added up.

# %%
def convolve(image, kernel):
    """For each place the sum of its neighbourhood times the filter."""
    out = np.zeros((26, 26))
    for row, column in np.ndindex(26, 26):
        out[row, column] = np.sum(image[row : row + 3, column : column + 3] * kernel)
    return out


lower_edge = np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]])    # large: ink above, paper below
seven, aside = I[0], shift(I[:1], 4)[0]
maps = [convolve(seven, lower_edge), convolve(aside, lower_edge)]

# %%
guess = predict("The digit moves 4 pixels to the right. What happens to the map that the filter "
                "makes, and to the largest number in it?",
                options=["both change", "the map moves along, its largest number stays",
                         "neither changes"])

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 4, figsize=(9.0, 2.6))
for ax, picture, title in zip(axes, [seven, maps[0], aside, maps[1]],
                              ["a 7", "its lower edges", "moved by 4", "its lower edges"], strict=True):
    edges = picture.min() < 0
    ax.imshow(picture, cmap=plots.DIVERGING if edges else "gray_r", vmin=-3 if edges else 0,
              vmax=3 if edges else 1)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(color="#d0d0d0", visible=True)
    ax.set_title(title + (f", largest {picture.max():.1f}" if edges else ""), fontsize=10)
show_figure(
    fig,
    alt="A 7, its map with red along the lower edges and blue along the upper ones, the 7 moved to the right, and the "
    "same map moved to the right.",
    caption="Red: ink above, paper below. The map moves with the digit; its largest number is the same.",
)
reveal(guess, "the map moves along, its largest number stays",
       "The same nine weights meet the same ink, elsewhere. Who then takes the largest number over all places "
       "(*max pooling*) no longer sees that anything has moved.")

# %%
dense, shared = 784 * 784 + 784, 3 * 3 + 1
print(f"weights of a layer 784 → 784: {dense:,}; of a 3 x 3 filter with its bias: {shared}")

# %% [markdown]
# Now a small network of this kind. A CNN learns its filters by backpropagation; ours are got more cheaply, as 100
# patches of 11 x 11 pixels cut out of training digits at random. For each it takes the largest response over all
# places. Behind these 100 numbers stands one of our own MLPs. It gets only 2,000 pictures.

# %%
def patches(images):
    """100 filters cut out of the images at random, each of mean 0 and length 1: (100, 121)."""
    rng = np.random.default_rng(4)
    corners = zip(rng.integers(0, len(images), 100), *rng.integers(5, 13, (2, 100)), strict=True)
    cut = np.stack([images[i, r : r + 11, c : c + 11].ravel() for i, r, c in corners])
    cut -= cut.mean(axis=1, keepdims=True)
    return cut / np.linalg.norm(cut, axis=1, keepdims=True)


def strongest(images, filters):
    """The largest response of each filter over all places: (n, 28, 28) -> (n, 100)."""
    found = []
    for some in np.array_split(images, len(images) // 100):    # 100 at a time, for the memory
        room = np.pad(some, ((0, 0), (10, 10), (10, 10)))
        places = sliding_window_view(room, (11, 11), axis=(1, 2)).reshape(len(some), -1, 121)
        found.append((places @ filters.T).max(axis=1))
    return np.concatenate(found)


filters = patches(J[:2_000])
features = strongest(J[:2_000], filters)
centre, scale = features.mean(axis=0), features.std(axis=0)
by_patches = MLPClassifier(64, init="he", learning_rate_init=0.003, batch_size=50, max_iter=40,
                           random_state=0).fit((features - centre) / scale, y[:2_000])
few, few_y = I[:500], y_test[:500]
responses = {k: strongest(moved(few, k), filters) for k in shifts}
curve_patches = [by_patches.score((responses[k] - centre) / scale, few_y) for k in shifts]

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.6))
plots.plot_curves({"MLP, centred digits": curve, "MLP, moved digits": curve_augmented,
                   "filters and maximum, centred digits": curve_patches},
                  x=shifts, xlabel="test digits moved by (pixels)", ylabel="accuracy", ax=ax)
ax.set(ylim=(0, 1), title="Shared weights need not be shown every place")
show_figure(
    fig,
    alt="The two falling curves from before, and a third that stays level near 0.9 up to a shift of 6 pixels.",
    caption="The third has seen only centred digits, and only 2,000 of them; it stays level as long as the ink "
    "is on the page.",
)

# %% [markdown]
# It has never seen a moved digit. What it knows about places was built in, not learned. The price: it no longer knows
# where anything is, not even which of two distant strokes is the upper one. A real CNN mostly takes maxima over 2 x 2 places only,
# layer after layer, and gives up places little by little. And what is built in must be true:

# %% jupyter={"source_hidden": true}
quiz("13-fixed-order")

# %% jupyter={"source_hidden": true}
permuted = [some[:, order].reshape(-1, 28, 28) for some in (X[:2_000], X_test[:500])]
noise = [strongest(some, patches(permuted[0])) for some in permuted]
noise = [(part - noise[0].mean(axis=0)) / noise[0].std(axis=0) for part in noise]
on_noise = by_patches.fit(noise[0], y[:2_000]).score(noise[1], few_y)
print(f"filters and maximum: pixels as they were {curve_patches[0]:.1f}, permuted as in section 2 {on_noise:.1f}")

# %% [markdown]
# ## 5. What it costs
#
# A layer multiplies a row of $n_\text{in}$ numbers by $n_\text{in} \cdot n_\text{out}$ weights. Training takes three such
# products (lesson 05): forward, back to the inputs, and for the gradient of the weights. (The first layer saves one.)

# %%
def multiply_adds(sizes):
    """For one picture: forward, and a step of training."""
    products = [a * b for a, b in zip(sizes, sizes[1:], strict=False)]
    return sum(products), 3 * sum(products) - products[0]


def numbers_held(sizes, batch):
    """Float numbers in memory in a step: of the parameters, of a batch on its way."""
    parameters = sum((a + 1) * b for a, b in zip(sizes, sizes[1:], strict=False))
    hidden = sizes[1:-1]
    return 4 * parameters, batch * (2 * sum(hidden) + 2 * max(hidden))


# %% [markdown]
# Four numbers for each parameter: itself, its gradient, and the two that Adam remembers. For each picture and unit the
# way back needs $z$ and $a$, and two more in the layer that it has just reached.

# %%
guess = predict("784 inputs, three hidden layers of 512 units, 10 outputs. Hidden layers twice as "
                "wide: how many times the multiplications?", options=["2", "about 3", "exactly 4"])

# %% jupyter={"source_hidden": true}
base = (512, 3, 100)                                     # width, depth, batch
print("width depth batch   million multiply-adds a step   MB (of it for the batch)")
counts = {}
for width, depth, batch in [base, (1024, 3, 100), (512, 6, 100), (512, 3, 1000)]:
    sizes = [784, *[width] * depth, 10]
    counts[width, depth, batch] = batch * multiply_adds(sizes)[1], numbers_held(sizes, batch)
    work, (of_weights, of_batch) = counts[width, depth, batch]
    print(f"{width:5} {depth:5} {batch:5} {work / 1e6:15,.0f}"
          f"                {4 * (of_weights + of_batch) / 1e6:11.0f}  ({4 * of_batch / 1e6:.0f})")

# %% jupyter={"source_hidden": true}
ratio = counts[1024, 3, 100][0] / counts[base][0]
reveal(guess, "about 3", "Between hidden layers it is four times, at the two ends twice. The wider, the nearer to 4. "
       "With depth and batch the work grows in proportion. And memory: only its second part grows with the batch.")

# %% [markdown]
# Is that true of a real step? Memory can be measured to the byte: Python's `tracemalloc` sees every array of NumPy. Time
# depends on your machine, so fit only how it grows. (Both cells are folded.)

# %% jupyter={"source_hidden": true}
import time
import tracemalloc


def step_of(width, depth, batch):
    """A step of training on random pictures, as a function without arguments."""
    rng = np.random.default_rng(0)
    params = init_params([784, *[width] * depth, 10], rng, he_normal, dtype=np.float32)
    pictures = rng.random((batch, 784), dtype=np.float32)
    targets = one_hot(rng.integers(10, size=batch), 10, np.float32)
    return lambda: loss_and_gradient(params, pictures, targets, relu, softmax_cross_entropy)


def peak_bytes(width, depth, batch):
    """What a step asks for beside its parameters and pictures, at its highest."""
    step = step_of(width, depth, batch)
    tracemalloc.start()
    step()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


memory = {}
for width, depth, batch in [(512, 3, 100), (1024, 3, 100), (128, 12, 100), (128, 3, 4000)]:
    of_weights, of_batch = numbers_held([784, *[width] * depth, 10], batch)
    counted = 4 * (of_weights / 4 + of_batch)            # of the weights here the gradient only
    memory[width, depth, batch] = peak_bytes(width, depth, batch) / counted
apart = max(abs(quotient - 1) for quotient in memory.values())
print("memory, four networks: measured and counted differ by less than 15%:", apart < 0.15)

# %% jupyter={"source_hidden": true} tags=["nbval-ignore-output"]
# Not compared in tests: it prints timings.
def seconds(width, depth, batch):
    step, tries = step_of(width, depth, batch), []
    for _ in range(4):
        start = time.perf_counter()
        step()
        tries.append(time.perf_counter() - start)
    return min(tries)


for name, setting, values in [
    ("width", lambda v: (v, 3, 100), [256, 512, 1024, 1536]),
    ("depth", lambda v: (256, v, 100), [4, 8, 16, 32]),
    ("batch", lambda v: (256, 3, v), [100, 400, 1600, 3200]),
]:
    times = [seconds(*setting(v)) for v in values]
    work = [setting(v)[2] * multiply_adds([784, *[setting(v)[0]] * setting(v)[1], 10])[1]
            for v in values]
    slope, expected = (np.polyfit(np.log(values), np.log(of), 1)[0] for of in (times, work))
    print(f"{name}: time grows as {name} to the power {slope:.1f}; the count says {expected:.1f}")

# %% [markdown]
# The count says how a cost *grows*, not how long a step takes: your processor, its caches and its threads decide that.
#
# ## 6. Few examples
#
# The error on unseen digits, against the number of training images. Five seeds each: other weights, other images.

# %%
guess = predict("With 1,000 pictures about 11% of the test are wrong. With 10,000?",
                options=["about 1%", "about 5%", "about 10%"])

# %%
amounts, errors = [100, 300, 1_000, 3_000, 10_000], []
for amount in progress_bar(amounts, len(amounts), "Little data", unit="amounts"):
    errors.append([])
    for seed in range(5):
        rows = np.random.default_rng(seed).choice(len(X), amount, replace=False)
        net = network(seed, epochs=int(np.clip(60_000 / amount, 10, 60)))
        errors[-1].append(1 - net.fit(X[rows], y[rows]).score(X_test, y_test))
errors = np.array(errors)                                # (5 amounts, 5 seeds)
power = np.polyfit(np.log(amounts), np.log(errors.mean(axis=1)), 1)[0]

# %% jupyter={"source_hidden": true}
kept = errors[2:].mean(axis=1) / errors[:3].mean(axis=1)
print(f"ten times the pictures leave of the error: {kept[0]:.1f} (100 to 1,000),",
      f"{kept[2]:.1f} (1,000 to 10,000)")
fig, ax = plt.subplots(figsize=(7.2, 3.6))
ax.loglog(amounts, errors.mean(axis=1), "o-")
ax.loglog(np.repeat(amounts, 5), errors.ravel(), ".", color=plots.PALETTE[4], zorder=1)
ax.set(xlabel="training images", ylabel="share wrong", title="Nearly a straight line, if both axes are logarithmic",
       yticks=[0.05, 0.1, 0.2, 0.3], yticklabels=["5%", "10%", "20%", "30%"])
ax.minorticks_off()
ax.grid(axis="y")
show_figure(
    fig,
    alt="Share of wrong answers against the number of training images from 100 to 10,000, both axes logarithmic: a nearly "
    "straight falling line; the dots of five seeds spread widely at 100 images and hardly at 10,000.",
    caption="Ten times the pictures halve the error, roughly. The seeds (grey) differ most where pictures are few.",
)
reveal(guess, "about 5%",
       "The error falls as a power of the number, here about the power -0.3: ten times the pictures leave about half. "
       "So three small trainings tell roughly what a collection ten times as large would bring, before you pay for it: "
       "those up to 1,000 say 4% for 10,000, and it is 5%.")

# %% jupyter={"source_hidden": true}
quiz("13-next-tenfold")

# %% [markdown]
# ## 7. The same network in PyTorch and Keras
#
# Larger networks are built with libraries that run on graphics cards and find every gradient by themselves. They compute
# what you know. Here is the network of the digit pad, 784-128-10, first with the course's functions:

# %%
digits, truth, params = X_test[:100].astype(float), y_test[:100], shipped().params
logits, cache = forward(params, digits, relu.f)
loss, delta = softmax_cross_entropy(logits, one_hot(truth, 10))
gradient = backward(params, cache, delta, relu.f_prime)
differences = {}                                         # the largest between theirs and ours

# %% jupyter={"source_hidden": true}
from importlib.util import find_spec

here = {"PyTorch": bool(find_spec("torch"))}
here["Keras"] = here["PyTorch"] and bool(find_spec("keras"))
HOW = """{} is not installed, so this cell is skipped. To run it, put this line into a new cell, run it
once (it fetches about 300 MB), and restart the kernel:
    %pip install torch keras --extra-index-url https://download.pytorch.org/whl/cpu"""
guess = predict("PyTorch gets the same weights and the same 100 digits. Its outputs will differ from ours ...",
                options=["not at all", "about in the 15th digit", "about in the 4th digit"])

# %% tags=["nbval-ignore-output"]
# Not compared in tests: what it prints depends on whether PyTorch is installed.
if not here["PyTorch"]:
    print(HOW.format("PyTorch"))
else:
    import torch
    from torch import nn

    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)).double()  # 64 bits
    with torch.no_grad():
        for layer, (W, b) in zip([model[0], model[2]], params, strict=True):
            layer.weight.copy_(torch.tensor(W.T))        # PyTorch keeps W as (n_out, n_in)
            layer.bias.copy_(torch.tensor(b))

    z = model(torch.tensor(digits))
    cost = nn.functional.cross_entropy(z, torch.tensor(truth))     # takes logits, as ours
    cost.backward()                                      # all of lesson 05
    differences["PyTorch"] = np.abs(z.detach().numpy() - logits).max()
    differences["PyTorch's loss"] = abs(cost.item() - loss)
    differences["PyTorch's gradient"] = np.abs(model[0].weight.grad.numpy().T - gradient[0].W).max()
    print(*(f"{name}: {gap:.0e}" for name, gap in differences.items()), sep="   ")

# %% tags=["nbval-ignore-output"]
# Not compared in tests: what it prints depends on whether Keras is installed.
if not here["Keras"]:
    print(HOW.format("Keras"))
else:
    os.environ.setdefault("KERAS_BACKEND", "torch")      # what Keras computes with
    import keras

    twin = keras.Sequential([
        keras.Input((784,)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),    # so it gives probabilities, no logits
    ])
    twin.set_weights([array for layer in params for array in layer])     # (n_in, n_out), as ours
    differences["Keras"] = np.abs(twin.predict(digits, verbose=0) - softmax(logits)).max()
    print(f"Keras: {differences['Keras']:.0e}")

# %% jupyter={"source_hidden": true}
reveal(guess, "about in the 15th digit",
       "It adds up the same products in another order, which rounds in its own way. 64 bits hold about 16 digits. "
       "Keras computes with 32 here, and they hold 7: it differs from the 7th on.")

# %% [markdown]
# Three things to watch when you carry weights over, and each has cost people days: which axis of $W$ is which, whether
# the last layer ends in logits or in a softmax, and 32 or 64 bits.
#
# ## 8. Where to go next
#
# **Pictures.** *Dive into Deep Learning* (A. Zhang, Z. Lipton, M. Li, A. Smola; Cambridge 2023, free at d2l.ai), from
# the chapter on convolutional networks. First project: two layers of 3 x 3 filters in PyTorch, learned by
# backpropagation, on MNIST; over 99% with several seeds, then section 3's curve for it. It takes the way back (05),
# first weights (06), and the habits of 08.
#
# **Language.** Andrej Karpathy's course *Neural Networks: Zero to Hero* (free, videos and notebooks). First project: an
# MLP that continues names, letter by letter: three letters in, the next one out. You will use softmax and cross-entropy
# (04), the loss that a network must start from, here ln 27 (06), and dropout (10).
#
# **Tables, and what to believe.** *An Introduction to Statistical Learning with Applications in Python* (G. James and
# others; Springer 2023, free at statlearning.com). First project: a table that you know something about; one of our MLPs
# against scikit-learn's `HistGradientBoostingClassifier`. On tables such trees often win (Grinsztajn et al. 2022). You
# will use the honest split (10), McNemar's test (11), and a baseline first of all.
#
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("13-thirty-layers")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("13-softmax-twice")

# %% jupyter={"source_hidden": true}
quiz("13-theorem-and-shift")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
for pair, sizes_found in practice.items():
    rates = sizes_found[:, -1] ** (1 / DEPTH)
    assert np.abs(rates / theory[pair].prod() ** (1 / DEPTH) - 1).max() < 0.05, pair
assert practice["sigmoid", "Glorot"][:, -1].max() < 1e-9 and round(0.9**20, 2) == 0.12 and round(0.7**30, 5) == 0.00002
assert round(np.e / (np.e + 9), 2) == 0.23 and round(np.exp(0.9) / (np.exp(0.9) + np.exp(0.1)), 2) == 0.69
assert np.abs(predicted_factors(*ACTIVATIONS["logistic"], 1.0)[-5:] - 1).max() < 0.02   # ten times Glorot's
stuck = np.abs(10 * np.sqrt(0.44) * bell) > np.log(99)      # outputs below 0.01 or above 0.99; 0.44: mean square
assert round(stuck.mean(), 1) == 0.5
assert all((learned[pair] > 0.6) == (0.1 < theory[pair].prod() < 10) for pair in theory)
assert abs(np.mean(seen) - np.mean(mixed)) < 0.01 and 0.93 < np.mean(seen) < 0.95 and np.abs(same).max() < 1e-9
assert abs(curve[3] - 0.4) < 0.1 and curve[2] > 0.5 and curve[5] < 0.2
assert min(curve_augmented[:5]) > curve_augmented[0] - 0.1 and curve_augmented[4] > curve[4] + 0.5
assert curve_augmented[6] < curve_augmented[4] - 0.2
assert np.isclose(maps[0].max(), maps[1].max()) and np.allclose(maps[0][:, :-4], maps[1][:, 4:])
assert dense == 615_440 and shared == 10
assert max(curve_patches[:5]) - min(curve_patches[:5]) < 0.03 and curve_patches[4] > 0.85
whole = np.isclose(moved(few, 3).sum(axis=(1, 2)), few.sum(axis=(1, 2)), atol=1e-3)
assert on_noise < curve_patches[0] - 0.08
assert whole.mean() > 0.8 and np.abs(responses[3] - responses[0])[whole].max() < 1e-4
assert 2.5 < ratio < 3.5 and apart < 0.15
assert 0.4 < kept[2] < 0.6 and -0.4 < power < -0.25 and 0.1 < errors[2].mean() < 0.115
slope, height = np.polyfit(np.log(amounts[:3]), np.log(errors[:3].mean(axis=1)), 1)
assert 0.035 < np.exp(height + slope * np.log(10_000)) < 0.045
assert errors[0].std() > 3 * errors[4].std() and 0.045 < errors[4].mean() < 0.065
assert {name for name in here if here[name]} == {*differences} & {*here}
assert all(difference < 1e-6 for difference in differences.values())
claims_hold()

# %% [markdown]
# ## From here on
#
# In the exercise eight programs wait, each with one mistake of a kind that has been published. And if a training of your
# own goes wrong, *Forty ways to fail*, the atlas beside the lessons, shows what each kind of failure looks like.
#
# ## Sources
#
# - X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep feedforward neural networks, *AISTATS*.
# - K. He, X. Zhang, S. Ren, J. Sun (2015), Delving deep into rectifiers, *ICCV*; the same (2016), Deep residual learning
#   for image recognition, *CVPR*.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998), Gradient-based learning applied to document recognition,
#   *Proceedings of the IEEE* 86: MNIST, and the network that shares its weights over places.
# - A. Coates, H. Lee, A. Ng (2011), An analysis of single-layer networks in unsupervised feature learning, *AISTATS*: filters
#   that are patches.
# - J. Hestness et al. (2017), Deep learning scaling is predictable, empirically, *arXiv* 1712.00409: power laws.
# - L. Grinsztajn, E. Oyallon, G. Varoquaux (2022), Why do tree-based models still outperform deep learning on typical
#   tabular data?, *NeurIPS*.
