# %% [markdown]
# # 07 Universal approximation
#
# Which functions can a network with one hidden layer compute? All of them that have no jumps, as
# closely as you like: that is a theorem. You will not have to believe it, because you will build
# the network for a curve and an accuracy of your own choice, and prove that it keeps its promise.
#
# **After this lesson you can**
# - build a network that follows a given curve within a given $\varepsilon$, without any training;
# - certify that error for *every* point between 0 and 1, though you compute only finitely many;
# - state the theorem with its assumptions, and list what it does not promise;
# - say how fast the error falls with the width, and why;
# - show a function that 20 neurons in 10 layers compute, and for which one layer needs 1023.
#
# *About 50 minutes. Builds on [02](02_xor_and_hidden_layers.ipynb), [03](03_activations.ipynb) and
# [06](06_gradient_descent.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, heaviside, relu, sigmoid
from mlp_lesson.approximation import CURVES, certify, linear_pieces, sawtooth_network, tower_network
from mlp_lesson.display import show_figure
from mlp_lesson.losses import mse
from mlp_lesson.network import Layer, forward, init_params
from mlp_lesson.optimizers import adam
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.bump_builder import bump_builder

rng = np.random.default_rng(0)
x = np.linspace(0, 1, 2001)

# %% [markdown]
# ## 1. One neuron is a step, two are a bump
#
# A sigmoid neuron with one input computes $\sigma(wx + b)$. Write its weight as a steepness $s$,
# and its bias as $-st$, and you can read off what it does:
#
# $$ \sigma(s\,(x - t)) $$
#
# climbs from 0 to 1 at $x = t$, the more abruptly the larger $s$ is. That is a **step**. Take a
# step up at some place and subtract a step up further right: a **bump**.

# %% tags=["teaches"]
def step(x, at, steepness):
    return sigmoid(steepness * (x - at))         # a neuron with w = s and b = -s t


def bump(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, right, steepness))


# %%
fig, (a, b) = plt.subplots(1, 2, figsize=(8.4, 3.4), sharey=True)
for s in (10, 50, 400):
    a.plot(x, step(x, 0.4, s), label=f"$s = {s}$")
a.set(xlabel="$x$", ylabel="output", title="One neuron: a step at 0.4")
a.legend()
b.plot(x, 0.8 * step(x, 0.3, 400), "--", color="gray", lw=1.5)
b.plot(x, -0.8 * step(x, 0.6, 400), "--", color="gray", lw=1.5)
b.plot(x, bump(x, 0.3, 0.6, 0.8, 400))
b.set(xlabel="$x$", title="Two neurons: a bump")
show_figure(
    fig,
    alt="Left, three sigmoids that climb at 0.4, the steepest almost a jump. Right, a step up at 0.3 "
    "and a step down at 0.6, dashed, and their sum: a bump of height 0.8 between 0.3 and 0.6.",
    caption="A steep sigmoid is a step; a step up at 0.3 and a step down at 0.6 make a bump.",
)

# %% [markdown]
# Put bumps side by side, each as high as a curve is at the bump's middle, and you have a copy of
# the curve made of blocks. Bumps of equal width on $[0, 1]$ are easy to lay: $n$ of them have their
# middles at $\frac{1}{2n}, \frac{3}{2n}, \dots$

# %%
guess = predict("Five bumps, two hidden neurons each, cover [0, 1]. How few hidden neurons draw the "
                "same five blocks?", options=[4, 5, 6, 10])

# %%
heights = np.array([0.2, 0.9, 0.5, -0.3, 0.4])
borders = np.arange(1, 5) / 5                   # where one bump ends and the next begins
inside = x[1:-1]
five_bumps = steps_only = 0
for i, height in enumerate(heights):
    five_bumps += height * (heaviside(inside - i / 5) - heaviside(inside - (i + 1) / 5))
for border, jump in zip(borders, np.diff(heights), strict=True):
    steps_only += jump * heaviside(inside - border)
difference = np.abs(five_bumps - (heights[0] + steps_only)).max()
print(f"{len(borders)} steps and a constant differ from 5 bumps by at most {difference:.1f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=len(borders),
       why="Where a bump ends the next one begins, so two steps merge into one, up or down by the difference of "
       "the heights. The first bump need not begin: it is the output's bias. The last need not end.")

# %% [markdown]
# ## 2. How close is that?
#
# A curve can move only so much between a bump's middle and its edge. How much, the **Lipschitz
# constant** $L$ of the curve says: a number with
#
# $$ |f(x) - f(y)| \le L\,|x - y| \qquad \text{for all } x, y. $$
#
# For a curve with a slope, $L$ is the steepest slope there is. For the wave $\sin 2\pi x$ that is
# $2\pi \approx 6.28$. No point is further than $\frac{1}{2n}$ from the middle of its bump, so the
# block there is wrong by at most
#
# $$ |f(x) - g(x)| \le \frac{L}{2n}. $$
#
# Here $g$ is the copy. The largest error anywhere has a name, the **sup-error** (from supremum).

# %%
wave = CURVES["wave"]                            # wave.f is the function, wave.lipschitz its L
fig, (a, b) = plt.subplots(1, 2, figsize=(8.4, 3.6), sharey=True)
for ax, n in [(a, 8), (b, 24)]:
    blocks = wave.f((np.minimum(np.floor(x * n), n - 1) + 0.5) / n)
    worst = np.abs(wave.f(x) - blocks).max()
    ax.fill_between(x, wave.f(x), blocks, color=plots.PALETTE[1], alpha=0.4, lw=0)
    ax.plot(x, wave.f(x), color="black", lw=1.5)
    ax.plot(x, blocks, color=plots.PALETTE[0])
    ax.set(xlabel="$x$", title=f"{n} bumps: error {worst:.2f}, bound {wave.lipschitz / 2 / n:.2f}")
a.set_ylabel("$f(x)$ and $g(x)$")
show_figure(
    fig,
    alt="A sine wave and its copy made of blocks, 8 blocks on the left and 24 on the right. The "
    "shaded difference is largest where the wave is steepest, at the edges of the blocks.",
    caption="The blocks' error is largest where the curve is steep, and never above L/(2n).",
)

# %%
guess = predict("How many bumps bring the wave's bound down to 0.1?", low=0, high=200, unit="bumps")


# %% tags=["teaches"]
def bumps_needed(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:         # L / (2n) <= ε is what we want
        n += 1
    return n


# %%
print("the wave needs", bumps_needed(wave.lipschitz, 0.1), "bumps")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=bumps_needed(wave.lipschitz, 0.1),
       within=6, why="L/(2n) ≤ 0.1 asks for n ≥ 2π/0.2 = 31.4. An error half as large takes twice as many.")

# %% [markdown]
# ## 3. The network, and its certificate
#
# Now as a network in the form of lesson 05, ready for `forward`. Its hidden layer holds a step for
# each of the $n - 1$ borders; its output layer adds them up, each with the weight by which the
# height changes there. We take 35 bumps, a few more than the 32 that the bound asks for: what is left
# over will pay for the proof.


# %% tags=["teaches"]
def bump_network(heights, steepness):
    borders = np.arange(1, len(heights)) / len(heights)
    return [
        Layer(np.full((1, len(borders)), float(steepness)), -steepness * borders),  # σ(s (x - t))
        Layer(np.diff(heights)[:, None], heights[:1]),                              # bias: first height
    ]


# %%
n = 35
middles = (np.arange(n) + 0.5) / n
params = bump_network(wave.f(middles), steepness=20 * n)
g, _ = forward(params, x[:, None], sigmoid)
print("hidden neurons:", len(params[0].b))
print("largest error at 2001 points:", np.round(np.abs(wave.f(x) - g.ravel()).max(), 3))

# %% [markdown]
# With threshold units the bound $L/(2n)$ is exact. Our steps are steep sigmoids, so we owe an
# argument for the rounded edges. Beside a border, at distance $d$ from it, the step there mixes the
# heights of both sides, with shares $p = \sigma(-sd) \le \frac12$ for the far side and $1 - p$ for
# the near one. The near middle is $\frac{1}{2n} - d$ away and the far one $\frac{1}{2n} + d$, so
# the error is at most $(1-p)\,L(\frac{1}{2n} - d) + p\,L(\frac{1}{2n} + d) \le \frac{L}{2n}$: no
# worse than a block. All other steps are at least $\frac{1}{2n}$ away and almost complete. Summed up,
#
# $$ |f(x) - g(x)| \le \frac{L}{2n} \coth\frac{s}{4n}, \qquad \coth z = \frac{e^z + e^{-z}}{e^z - e^{-z}}. $$
#
# For our $s = 20n$ the factor is $\coth 5 = 1.00009$. (The whole sum stands in the docstring of
# `bump_network` in `mlp_lesson/approximation.py`.)
#
# A proof on paper is good. A **certificate** is better: it takes the finished network, whoever made
# it, and bounds its error at *all* points. Evaluating it on a grid is not enough: between two grid
# points anything might happen. But not if nothing is too steep. With grid points $h$ apart, each
# $x$ has one within $h/2$, and on the way to it $f$ changes by at most $L_f\,h/2$ and the network by
# at most $L_g\,h/2$:
#
# $$ \max_{0 \le x \le 1} |f(x) - g(x)| \;\le\; \max_{\text{grid}} |f - g| + (L_f + L_g)\,\frac{h}{2}. $$
#
# For the network, $g(x) = c + \sum_j v_j\,\sigma(w_j x + b_j)$, the chain rule of lesson 05 gives the
# slope $\sum_j v_j w_j\,\sigma'(\dots)$, and $\sigma'$ is at most $\frac14$. So
# $L_g = \frac14 \sum_j |v_j w_j|$ will do.

# %%
(W, b), (V, c) = params
cells = 200_000
grid = (np.arange(cells) + 0.5) / cells          # the middle of each cell; h = 1 / cells
error = np.abs(wave.f(grid) - forward(params, grid[:, None], sigmoid)[0].ravel())
L_g = np.sum(np.abs(W.T * V)) / 4
bound = error.max() + (wave.lipschitz + L_g) / (2 * cells)
print(f"on the grid {error.max():.4f}, for every x at most {bound:.4f}")
assert bound <= 0.1

# %% [markdown]
# That assert is a theorem about infinitely many points. The network keeps within 0.1 of the wave
# everywhere on $[0, 1]$. (Only the rounding of floating-point numbers is left out; it is far too small
# to change a digit that we print.)
#
# **Now you.** Choose a curve and an $\varepsilon$: change the first line and run the cell. We aim at
# $0.9\,\varepsilon$ and leave the rest to the grid. `certify` is the computation above, with one
# refinement: it bounds the slope of the network in each cell by itself, so that its flat parts
# count as flat and a coarser grid is enough. The curves are wave, bell, roof and ripples; or bring
# your own, as `Curve(f, lipschitz)` from `mlp_lesson.approximation`.

# %%
curve, epsilon = CURVES["wave"], 0.1             # your choice: any curve, any epsilon from 0.02 up

n = bumps_needed(curve.lipschitz, 0.9 * epsilon)
middles = (np.arange(n) + 0.5) / n
params = bump_network(curve.f(middles), steepness=20 * n)
certificate = certify(curve, params, "logistic")
assert certificate.bound <= epsilon              # for every x in [0, 1]
print(f"{n - 1} hidden neurons; error on the grid {certificate.measured:.4f}, "
      f"anywhere at most {certificate.bound:.4f} <= {epsilon}")

# %% [markdown]
# In the builder below, the curve is the target and the bumps are yours.
# - Watch the error panel: where do its peaks lie, and how far below the bound do they stay?
# - Choose the bell and lower the steepness. The error *falls* at first: soft flanks follow a smooth
#   curve better than blocks do. The bound rises, for it must hold for every curve with this $L$.
# - Drag the bumps up and down, or move them with the two sliders for a bump and its height. With
#   steep steps, can you get below the error that the heights of the curve give? On the wave a little;
#   on the roof not at all. Why?

# %%
bump_builder()

# %% [markdown]
# (The last answer: on a straight stretch the middle is the best height already, for any other is further
# from one end of the block. Only where the curve bends is there something to gain.)
#
# ## 4. The theorem, and what it does not promise
#
# What you have built is the content of the **universal approximation theorem**:
#
# > Let $f$ be continuous on a closed, bounded set $K$, for example $K = [0, 1]^d$. Let the
# > activation $\sigma$ be no polynomial (and tame, see the table). Then for every
# > $\varepsilon > 0$ there are a width $n$, weights $w_j$, biases $b_j$ and output weights $v_j$ with
# > $$ \max_{x \in K} \Big| f(x) - \sum_{j=1}^{n} v_j\, \sigma(w_j \cdot x + b_j) \Big| \le \varepsilon. $$
#
# Here $w_j \cdot x$ is the sum over the $d$ inputs. (Our output bias needs no mention: a hidden
# neuron with $w_j = 0$ is a constant.) Who proved it for which $\sigma$:
#
# | | assumption on $\sigma$ | covers |
# |---|---|---|
# | Cybenko 1989 | continuous, with limits 0 at $-\infty$ and 1 at $+\infty$ | sigmoid |
# | Hornik 1991 | continuous, bounded, not constant | tanh, bell shapes |
# | Leshno et al. 1993 | bounded on each bounded interval, with at most finitely many jumps: then it holds **exactly if** $\sigma$ is no polynomial | ReLU, threshold |
#
# Why no polynomial? Take $\sigma(z) = z^2$. Every neuron is then a parabola in $x$, and so is every
# sum of neurons.

# %%
guess = predict("1000 neurons with the activation z², fitted to the wave. The largest error is ...",
                options=["below 0.01", "about 0.1", "above 0.6"])

# %%
for n in (3, 30, 1000):
    hidden = (np.outer(x, rng.normal(size=n)) + rng.normal(size=n)) ** 2
    v, *_ = np.linalg.lstsq(hidden, wave.f(x), rcond=1e-10)     # the best output weights
    print(f"{n:>4} neurons: error {np.abs(wave.f(x) - hidden @ v).max():.2f}")
third = np.array([1, -3, 3, -1])
at = np.arange(4) / 3
print("third difference of a parabola:", f"{abs(third @ (0.7 * at**2 - 2 * at + 1)):.1f}",
      "  of the wave:", f"{abs(third @ wave.f(at)):.3f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="above 0.6",
       why="p(0) - 3p(1/3) + 3p(2/3) - p(1) is 0 for every parabola and 5.196 in size for the wave. An error of e "
       "at each point could explain at most (1 + 3 + 3 + 1) e = 8e of it, so e ≥ 5.196/8 = 0.65, at any width.")

# %% [markdown]
# Now read the theorem again, for what is *not* in it.
#
# - **How wide?** It says that some $n$ exists. We have a number for one input, $n \ge L/(2\varepsilon)$;
#   with more inputs it becomes enormous (section 6).
# - **Can training find the weights?** Not a word (section 7).
# - **What happens outside $K$?** Anything. Ours is flat there, while the wave goes on.
# - **From examples?** The theorem is handed $f$ itself, not 100 noisy measurements of it. Whether a
#   network that fits the examples fits the rest is another question (lesson 10).
# - **Functions with jumps?** Not within a small $\varepsilon$: a continuous network must cross the gap,
#   and is there half a jump off.
# - **Is one hidden layer a good idea?** It is enough; more layers can be far cheaper (section 8).

# %%
params = bump_network(wave.f((np.arange(35) + 0.5) / 35), steepness=700)
for point in (0.25, 1.25):
    g, _ = forward(params, np.array([[point]]), sigmoid)
    print(f"x = {point}: the wave {wave.f(point):.2f}, the network {g.item():.2f}")

# %% [markdown]
# ## 5. With ReLU: straight lines in place of steps
#
# A ReLU neuron $\max(0, x - t)$ is 0 up to the **knot** $t$ and from there climbs with slope 1. So
# each neuron can change the slope of the sum at one place. Start from $f(0)$, and at every knot
# $0, \frac1n, \frac2n, \dots$ add the change of slope that leads to the next point of the curve: the
# network draws straight lines through $n + 1$ points of the curve.


# %% tags=["teaches"]
def relu_network(values):
    n = len(values) - 1                                    # values of f at 0, 1/n, ..., 1
    slopes = n * np.diff(values)
    return [
        Layer(np.ones((1, n)), -np.arange(n) / n),         # max(0, x - knot)
        Layer(np.diff(slopes, prepend=0)[:, None], values[:1]),
    ]


# %%
fig, (a, b) = plt.subplots(1, 2, figsize=(8.4, 3.6), sharey=True)
off = {}
for ax, params, kind in [
    (a, bump_network(wave.f((np.arange(9) + 0.5) / 9), 9 * 200), "logistic"),
    (b, relu_network(wave.f(np.linspace(0, 1, 9))), "relu"),
]:
    g = forward(params, x[:, None], ACTIVATIONS[kind].f)[0].ravel()
    ax.plot(x, wave.f(x), color="black", lw=1.5)
    ax.plot(x, g, color=plots.PALETTE[0])
    off[kind] = np.abs(wave.f(x) - g).max()
    ax.set(xlabel="$x$", title=f"8 {kind} neurons: error {off[kind]:.2f}")
a.set_ylabel("$f(x)$ and $g(x)$")
show_figure(
    fig,
    alt="The sine wave copied by 8 sigmoid neurons, in blocks, and by 8 ReLU neurons, in straight "
    "lines. The straight lines are much closer.",
    caption=f"Width 8 on the wave: blocks are off by up to {off['logistic']:.2f}, straight lines by up to {off['relu']:.2f}.",
)

# %% [markdown]
# Between two knots the line is a weighted mean of the curve's values at both, with weights $1 - t$
# and $t$. They are $t/n$ and $(1-t)/n$ away, so the error is at most
# $(1-t)\,L\frac{t}{n} + t\,L\frac{1-t}{n} = 2t(1-t)\frac{L}{n} \le \frac{L}{2n}$: the same bound as for
# bumps. For the roof with an odd $n$ it is reached, at the peak. But a **smooth** curve, one whose second
# derivative $f''$ is at most $M$ in size, is nearly straight between near knots, and the error is at
# most
#
# $$ \frac{M}{8 n^2} \qquad \text{(the error of linear interpolation).} $$

# %%
guess = predict("A network of bumps gets twice as wide: its error halves. A ReLU network on a smooth "
                "curve gets twice as wide. Its error is divided by ...", options=[2, 4, 8])

# %%
widths = 2 ** np.arange(4, 9)
fine = np.linspace(0, 1, 20_001)
errors = {"bumps": [], "ReLU": []}
for n in widths:
    blocks = bump_network(wave.f((np.arange(n) + 0.5) / n), 20 * n)
    lines = relu_network(wave.f(np.arange(n + 1) / n))
    for name, params, f in [("bumps", blocks, sigmoid), ("ReLU", lines, relu)]:
        g = forward(params, fine[:, None], f)[0].ravel()
        errors[name].append(np.abs(wave.f(fine) - g).max())
slopes = {name: np.polyfit(np.log(widths), np.log(e), 1)[0] for name, e in errors.items()}
print({name: f"slope {slope:.2f}" for name, slope in slopes.items()})

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=4,
       why="The error is proportional to 1/n². On logarithmic axes 1/n is a line of slope -1, and 1/n² one "
       "of slope -2.")

# %%
fig, ax = plt.subplots(figsize=(6.4, 4.2))
for bound in (wave.lipschitz / (2 * widths), wave.curvature / (8 * widths**2)):
    ax.loglog(widths, bound, color="lightgray", lw=9, label="bound" if bound[0] > 0.1 else None)
for k, name in enumerate(errors):
    ax.loglog(widths, errors[name], plots.MARKERS[k] + "-", label=f"{name}: slope {slopes[name]:.2f}")
ax.set(xlabel="$n$ (bumps, or ReLU neurons)", ylabel="sup-error on the wave",
       title="Twice the width: half the error, or a quarter")
ax.set_xticks(widths, widths)
ax.minorticks_off()
ax.legend()
show_figure(
    fig,
    alt="Error against width on logarithmic axes. The line of the bumps falls with slope minus 1, the "
    "line of the ReLU network with slope minus 2; both lie on their bounds, drawn broad and gray.",
    caption=f"Measured slopes: bumps {slopes['bumps']:.2f}, ReLU {slopes['ReLU']:.2f}, each right on its bound.",
)

# %% [markdown]
# ## 6. Two inputs: towers
#
# From here on we import: `bump`, `bumps_needed`, `bump_network` and `relu_network` are in
# `mlp_lesson.approximation`, as is `tower_network`, which this section uses.
#
# Over the plane a bump along $x_1$ is a ridge: it does not notice $x_2$. Add a ridge along $x_1$ and
# one along $x_2$ and you get a cross that is 2 high where they meet and 1 on the arms. A threshold
# at 1.5, in a **second** hidden layer, cuts the arms off and leaves a **tower** over a square.
# Towers on all $n \times n$ squares copy any surface in blocks. No point is further from the middle of
# its square than half a diagonal, $\frac{\sqrt2}{2n}$, so the error is at most $\frac{\sqrt2\,L}{2n}$.
#
# (The theorem needs one hidden layer only, also in the plane. The proof is then less of a picture:
# it adds up very many ridges in all directions.)

# %%
side = np.linspace(0, 1, 301)
points = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1).reshape(-1, 2)


def hill(P):
    return np.sin(np.pi * P[..., 0]) * np.sin(np.pi * P[..., 1])        # L = π


n = 12
middles = (np.arange(n) + 0.5) / n
towers = tower_network(hill(np.stack(np.meshgrid(middles, middles, indexing="ij"), axis=-1)))
surface = forward(towers, points, heaviside)[0].ravel()
tower_error = np.abs(surface - hill(points)).max()
print("neurons in each hidden layer:", [len(layer.b) for layer in towers[:-1]])
print(f"largest error on the grid {tower_error:.2f}, bound {np.sqrt(2) * np.pi / (2 * n):.2f}")

# %%
ridges = [bump(points[:, i], 0.5, 0.75, 1, 1e4) for i in (0, 1)]
maps = [ridges[0] + ridges[1], heaviside(ridges[0] + ridges[1] - 1.5), surface]
fig, axes = plt.subplots(1, 3, figsize=(9, 3.4))
titles = ["Two bumps: a cross", "Cut at 1.5: a tower", "144 towers: a hill"]
for ax, values, title in zip(axes, maps, titles, strict=True):
    picture = ax.imshow(values.reshape(301, 301).T, origin="lower", extent=(0, 1, 0, 1),
                        cmap="Blues", vmin=0)
    ax.set(xlabel="$x_1$", ylabel="$x_2$" if ax is axes[0] else "", title=title)
    fig.colorbar(picture, ax=ax, shrink=0.8)
show_figure(
    fig,
    alt="Three maps of the unit square: a cross of two bumps, 2 high in the middle; one square tower; "
    "and a smooth hill copied by 12 by 12 towers.",
    caption="A cross, cut off at 1.5, is a tower; 12 x 12 towers follow the hill within 0.19.",
)

# %% [markdown]
# Count what this costs. With $n$ divisions along each of $d$ inputs there are $n^d$ towers: 12 for a
# curve, 144 for a surface, and for a picture of $28 \times 28 = 784$ pixels $12^{784}$, a number with 847
# digits. This is the **curse of dimensionality**, and no cleverer construction removes it for *all*
# Lipschitz functions: there are too many of them to be told apart by fewer weights of so many digits each. Networks work on pictures because the functions we want there are far from
# arbitrary.
#
# ## 7. That it exists does not mean that training finds it
#
# Here is the network of section 3 again, with 34 sigmoid neurons, certified within 0.1 of the wave.
# Now let us *train* networks of this very width: random first weights (Glorot), 100 points of the curve
# without noise, squared error, 1500 steps of Adam. And the same for the ripples, $x \sin 6\pi x$, with
# the 52 neurons that our construction takes for $\varepsilon = 0.2$.

# %%
guess = predict("Ten trained networks of 34 neurons on the wave, ten random starts. How many come "
                "within 0.1, as the built one does?", options=["none", "some", "all"])


# %%
def trained(curve, width, seed, epochs=1500):
    rng = np.random.default_rng(seed)
    params = init_params([1, width, 1], rng)
    X = ((np.arange(100) + 0.5) / 100)[:, None]
    for _ in train(params, X, curve.f(X), activation=ACTIVATIONS["logistic"], loss=mse, step=adam,
                   lr=0.03, epochs=epochs, batch_size=100, rng=rng):
        pass
    return params


runs, built = {}, {}
for name, epsilon in [("wave", 0.1), ("ripples", 0.2)]:
    curve = CURVES[name]
    n = bumps_needed(curve.lipschitz, 0.9 * epsilon)
    by_hand = bump_network(curve.f((np.arange(n) + 0.5) / n), 20 * n)
    built[name] = certify(curve, by_hand, "logistic").bound
    runs[name] = [certify(curve, trained(curve, n - 1, seed), "logistic").bound for seed in range(10)]
    print(f"{name}, {n - 1} neurons, certified errors: built {built[name]:.2f}, "
          f"trained {min(runs[name]):.2f} to {max(runs[name]):.2f}")
within = sum(error <= 0.1 for error in runs["wave"])

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="none" if within == 0 else "all" if within == 10 else "some",
       why=f"{within} of the 10 do, and the best are closer than the built one. The others do not. The loss is not "
       "convex (lesson 06), and where a run ends depends on where it began.")

# %%
fig, axes = plt.subplots(2, 1, figsize=(7.2, 3.6), sharex=True)
titles = ["Wave: some runs beat the built network", "Ripples: no run comes near it"]
for ax, name, title in zip(axes, runs, titles, strict=True):
    ax.axvline(built[name], color=plots.PALETTE[2], label="built")
    ax.plot(runs[name], np.linspace(-0.3, 0.3, 10), "o", label="trained, ten seeds")
    ax.set(xscale="log", xlim=(0.015, 1.2), ylim=(-0.6, 0.6), yticks=[], title=title)
ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1]
axes[1].set_xticks(ticks, ticks)
axes[1].minorticks_off()
axes[1].set_xlabel("certified sup-error")
axes[0].legend(loc="upper left", bbox_to_anchor=(1, 1))
show_figure(
    fig,
    alt="Sup-errors of ten trained networks for each curve, as dots on a logarithmic axis, and of the "
    "built network as a line. On the wave the dots lie on both sides of the line, on the ripples "
    "all of them far to its right.",
    caption=f"Same width: on the wave {within} of 10 runs come within 0.1; on the ripples "
    f"{sum(error <= 0.2 for error in runs['ripples'])} of 10 come within 0.2.",
)

# %% [markdown]
# Both halves of this picture matter. On the wave the best runs beat our construction: training may
# move the steps to where they are needed, and make use of their soft flanks. And on the ripples not a single
# run comes near a network that certainly exists, because we have it in our hands. The theorem speaks of
# **existence**; whether gradient descent arrives is a question of **learnability**. Another learning rate
# or activation changes these numbers, for better or worse. No recipe comes with a promise.
#
# ## 8. Depth: folding the paper
#
# The **tent map** takes two ReLU neurons: $T(x) = 2\max(0, x) - 4\max(0, x - \frac12)$ climbs from 0
# to 1 at $x = \frac12$ and back to 0 at $x = 1$. It folds the interval in the middle. Feed its output
# to a second tent, and that one is run through twice: up and back. Then again.

# %%
fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.8), sharey=True)
for ax, k in zip(axes, (1, 2, 4), strict=True):
    ax.plot(x, forward(sawtooth_network(k), x[:, None], relu)[0].ravel())
    ax.set(xlabel="$x$", title=f"{k} hidden layer{'s' * (k > 1)}")
axes[0].set_ylabel("output")
show_figure(
    fig,
    alt="Three graphs on [0, 1]: one tent, two tents, and eight tents, for one, two and four hidden layers.",
    caption="Each further layer of 2 neurons doubles the number of teeth: 1, 2, 4, 8, ...",
)

# %%
guess = predict("Ten hidden layers of two ReLU neurons each: of how many straight pieces is the graph made?",
                options=[20, 40, 100, 1024])

# %%
print("layers  neurons  weights  pieces   one layer: neurons  weights")
for k in (1, 2, 3, 5, 10):
    deep = sawtooth_network(k)
    wide = relu_network(np.arange(2**k + 1) % 2)           # the same teeth with one hidden layer
    assert linear_pieces(deep) == linear_pieces(wide) == 2**k
    size = [sum(W.size + b.size for W, b in net) for net in (deep, wide)]
    print(f"{k:>6}  {2 * k:>7}  {size[0]:>7}  {linear_pieces(deep):>6}   {len(wide[0].b):>18}  {size[1]:>7}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=linear_pieces(sawtooth_network(10)),
       why="Every layer folds once more, and each fold doubles the pieces: 2¹⁰ = 1024 with 20 neurons. They "
       "are counted, kink by kink; all numbers are short binary fractions, so the count is exact.")

# %% [markdown]
# A single hidden layer cannot keep up. Each of its $m$ neurons bends the graph at one place at most, so
# there are at most $m + 1$ pieces. For $2^k$ pieces it needs at least $2^k - 1$ neurons: 1023 for the
# ten layers above. And being short of neurons is not a small loss:
#
# 1. At the points $0, \frac{1}{2^k}, \frac{2}{2^k}, \dots, 1$ the sawtooth is 0, 1, 0, 1, ...
# 2. A network $g$ whose error is below $\frac12$ everywhere is below $\frac12$ at the first, above at
#    the second, and so on: it crosses the height $\frac12$ at least $2^k$ times.
# 3. A straight piece crosses a height at most once. So $g$ has at least $2^k$ pieces.
#
# With fewer, the error is $\frac12$ or more, which the constant $g = \frac12$ reaches without any
# neuron. Telgarsky (2016) proved this kind of separation for general depths. It does not say
# that depth always pays: the sawtooth was made for it. It says that **width cannot always replace depth**.
#
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("The grid shows an error of 0.08. Why does the certificate add (L_f + L_g)·h/2?",
     {"for rounding errors": "Those are far smaller, and have nothing to do with h.",
      "for the points between the grid points": "Each is within h/2 of a grid point, and neither function can change "
      "faster than its Lipschitz constant allows.",
      "because sigmoid steps are not sharp": "The grid error was measured with the real, soft steps."},
     correct="for the points between the grid points")

# %% jupyter={"source_hidden": true}
quiz("A curve has L = 3. How many bumps guarantee an error of at most 0.05?",
     {"60": "That is L/ε. But the middle of a bump is at most half a width away.",
      "15": "That would be for L/(4n): look where the bump's height is taken.",
      "30": "L/(2n) ≤ ε gives n ≥ 3/0.1 = 30."},
     correct="30")

# %% jupyter={"source_hidden": true}
quiz("Which activation makes one hidden layer universal?",
     {"z³": "A polynomial: sums of such neurons are cubics, at any width.",
      "the identity": "A polynomial of degree 1: only straight lines come out (lesson 02).",
      "ReLU": "Not a polynomial, so by Leshno et al. (1993) it is enough; you built it in section 5.",
      "none but sigmoids": "Cybenko's proof was for these; Hornik and Leshno showed that far more will do."},
     correct="ReLU")

# %% jupyter={"source_hidden": true}
quiz("Your network of 100 neurons does not learn a curve for which 50 are enough by the theorem. What follows?",
     {"the theorem is wrong": "It claims that weights exist, and they do.",
      "more training will surely find them": "Gradient descent may sit in a bad place for ever.",
      "nothing: it does not speak of training": "Existence is one thing, finding another. Try other starts, other "
      "activations, more width."},
     correct="nothing: it does not speak of training")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("The certificate used that σ'(z) is at most ... Where?",
     {"1/4, at z = 0": "σ' = σ(1 - σ), largest where σ = 1/2.",
      "1, at z = 0": "That is tanh'.",
      "1/2, at z = 0": "That is the value of σ itself at 0, not of its slope."},
     correct="1/4, at z = 0", retrieval="03")

# %% jupyter={"source_hidden": true}
quiz("Why does the first layer of a trained network start from random weights, not from zeros?",
     {"zeros make the loss infinite": "It is finite; for k classes it is ln k.",
      "equal neurons get equal gradients and stay equal": "A width of 34 would be a width of 1. Random weights "
      "break the symmetry.",
      "random weights are near the minimum": "Usually not; ten seeds ended in ten places."},
     correct="equal neurons get equal gradients and stay equal", retrieval="06")

# %% [markdown]
# ## What this lesson claimed, as code

# %%
assert round(wave.lipschitz, 2) == 6.28 and bumps_needed(wave.lipschitz, 0.1) == 32
assert round(1 / np.tanh(5), 5) == 1.00009 and bumps_needed(3, 0.05) == 30
by_hand = bump_network(wave.f((np.arange(35) + 0.5) / 35), 700)
assert certify(wave, by_hand, "logistic").bound <= wave.lipschitz / 70 / np.tanh(5) + 0.003 <= 0.1
for target in CURVES.values():                              # any curve, several epsilons
    for eps in (0.3, 0.1):
        n = bumps_needed(target.lipschitz, 0.9 * eps)
        blocks = bump_network(target.f((np.arange(n) + 0.5) / n), 20 * n)
        assert certify(target, blocks, "logistic").bound <= eps
        sharp = forward(blocks, x[:, None], heaviside)[0].ravel()
        assert np.abs(sharp - target.f(x)).max() <= target.lipschitz / (2 * n) + 1e-9
bell = CURVES["bell"]
eighths = (np.arange(8) + 0.5) / 8
soft, steep = (certify(bell, bump_network(bell.f(eighths), 8 * s), "logistic") for s in (8, 20))
assert soft.bound < steep.measured                          # soft flanks suit the bell
in_blocks = x[:-1].reshape(8, -1)
best = {name: np.ptp(CURVES[name].f(in_blocks), axis=1).max() / 2 for name in ("wave", "roof")}
assert best["wave"] < 0.37 < np.abs(wave.f(in_blocks) - wave.f(eighths)[:, None]).max()
assert np.isclose(best["roof"], CURVES["roof"].lipschitz / 16, atol=1e-3)
assert round(3 * np.sqrt(3), 3) == 5.196 and round(3 * np.sqrt(3) / 8, 2) == 0.65   # no parabola
roof = CURVES["roof"]
lines = relu_network(roof.f(np.arange(8) / 7))
assert np.isclose(abs(roof.f(0.5) - forward(lines, np.array([[0.5]]), relu)[0][0, 0]), roof.lipschitz / 14)
assert all(np.array(errors["bumps"]) <= wave.lipschitz / (2 * widths) * 1.0001)
assert all(np.array(errors["ReLU"]) <= wave.curvature / (8 * widths**2))
assert [round(slopes[name], 1) for name in ("bumps", "ReLU")] == [-1, -2]
assert tower_error <= np.sqrt(2) * np.pi / 24 and len(str(12**784)) == 847
assert len(by_hand[0].b) == 34 and bumps_needed(CURVES["ripples"].lipschitz, 0.18) - 1 == 52
assert built["wave"] <= 0.1 and built["ripples"] <= 0.2
assert 0 < within < 10 and min(runs["wave"]) < built["wave"]
assert min(runs["ripples"]) > 2 * built["ripples"]

# %% [markdown]
# ## Where next
#
# - Exercise [07 approximation](../exercises/07_approximation.ipynb): steps, bumps, and a function that
#   approximates any other.
# - Lesson [08](08_mnist_from_scratch.ipynb): 70,000 handwritten digits, where nobody can write the weights by hand.
#
# **Sources.** G. Cybenko (1989), Approximation by superpositions of a sigmoidal function, *Mathematics
# of Control, Signals and Systems* 2. K. Hornik (1991), Approximation capabilities of multilayer
# feedforward networks, *Neural Networks* 4. M. Leshno, V. Ya. Lin, A. Pinkus, S. Schocken (1993),
# Multilayer feedforward networks with a nonpolynomial activation function can approximate any
# function, *Neural Networks* 6. M. Telgarsky (2016), Benefits of depth in neural networks, *COLT*.
