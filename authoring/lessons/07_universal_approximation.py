# %% [markdown]
# # {{title}}
#
# Which curves can a network with one hidden layer follow? On an interval such as $0 \le x \le 1$, all
# that have no jumps, as closely as you like: that is a theorem. You will not have to believe it,
# because you will build the network for a curve and an accuracy of your own choice, and prove that it
# keeps its promise.
#
# **After this lesson you can**
# - build a network that follows a given curve within a given error $\varepsilon$ (the Greek letter
#   epsilon), without any training;
# - certify that error for *every* point between 0 and 1, though you compute only finitely many;
# - state the theorem, and list what it does not promise;
# - say how fast the error falls with the width;
# - tell what exists from what training finds, and show what depth buys.
#
# *About {{time}}. Builds on [02](02_xor_and_hidden_layers.ipynb), [03](03_activations.ipynb) and
# [06](06_gradient_descent.ipynb). "Digits first" is a road through this course, too: lesson 08 does not need this one.
# If you would rather read digits now, go there and come back.*

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, heaviside, relu
from mlp_lesson.approximation import CURVES, certify, linear_pieces, sawtooth_network, tower_network
from mlp_lesson.checks import checked, own
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.losses import mse
from mlp_lesson.network import Layer, backward, forward, init_params
from mlp_lesson.optimizers import adam
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.bump_builder import bump_builder

rng = np.random.default_rng(0)
x = np.linspace(0, 1, 2001)
sigmoid = own("sigmoid").sigmoid  # yours, if it is in your my_network.py

# %% [markdown]
# ## 1. One neuron is a step, two are a bump
#
# A sigmoid neuron with one input computes $\sigma(wx + b)$. Write its weight as a steepness $s$,
# and its bias as $-s\theta$, with $\theta$ for the place (a soft threshold), and you can read off what it does:
#
# $$ \sigma(s\,(x - \theta)) $$
#
# climbs from 0 to 1 at $x = \theta$, the more abruptly the larger $s$ is. That is a **step**. Write it.


# %% tags=["teaches"]
def step(x, at, steepness):
    """σ(s (x - θ)): from 0 to 1 at the place `at`."""
    ### BEGIN SOLUTION
    return sigmoid(steepness * (x - at))         # a neuron with w = s and b = -s θ
    ### END SOLUTION


# %%
step = checked("step", step)

# %% [markdown]
# Take a step up at some place and subtract a step up further right: a **bump**. Write it: `height` high between `left`
# and `right`, about 0 elsewhere.


# %% tags=["teaches"]
def bump(x, left, right, height, steepness):
    """height · (step up at left - step up at right)."""
    ### BEGIN SOLUTION
    return height * (step(x, left, steepness) - step(x, right, steepness))
    ### END SOLUTION


# %%
bump = checked("bump", bump)


# %% jupyter={"source_hidden": true}
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
    alt="Left, three sigmoids that climb at 0.4, the steepest almost a jump. Right, a step up "
    "at 0.3 and a step down at 0.6, dashed, and their sum: a bump of height 0.8 between 0.3 "
    "and 0.6.",
    caption="A steep sigmoid is a step; a step up at 0.3 and a step down at 0.6 make a bump.",
)

# %% [markdown]
# Put bumps side by side, each as high as a curve is at the bump's middle, and you have a copy of
# the curve made of blocks. Bumps of equal width on $[0, 1]$ are easy to lay: $n$ of them have their
# middles at $\frac{1}{2n}, \frac{3}{2n}, \dots$

# %%
guess = predict(
    "Five bumps, two hidden neurons each, cover [0, 1]. How few hidden neurons draw the "
    "same five blocks?",
    options=[4, 5, 6, 10],
)

# %%
heights = np.array([0.2, 0.9, 0.5, -0.3, 0.4])
borders = np.arange(1, 5) / 5                   # where one bump ends and the next begins
inside = x[1:-1]                                # at 0 itself a step at 0 has not begun
five_bumps = sum(height * (heaviside(inside - i / 5) - heaviside(inside - (i + 1) / 5))
                 for i, height in enumerate(heights))
jumps = zip(borders, np.diff(heights), strict=True)
steps_only = heights[0] + sum(jump * heaviside(inside - border) for border, jump in jumps)
difference = np.abs(five_bumps - steps_only).max()
print(f"{len(borders)} steps and a constant differ from 5 bumps by at most {difference:.1f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=len(borders),
    why="Where a bump ends the next one begins, so two steps merge into one, up or down by the difference of "
    "the heights. The first bump need not begin: it is the output's bias. The last need not end.")

# %% [markdown]
# ## 2. How close is that?
#
# A curve can move only so much between a bump's middle and its edge. The wave $\sin 2\pi x$ has the
# slope $2\pi\cos 2\pi x$, never steeper than $2\pi \approx 6.28$. So within a distance of 0.05 it moves by
# at most $6.28 \cdot 0.05 \approx 0.31$. In general, a number $K$ with
#
# $$ |f(x) - f(y)| \le K\,|x - y| \qquad \text{for all } x, y $$
#
# is called a **Lipschitz constant** of the curve. Where the curve has a slope everywhere, the steepest
# one will do. No point is further than $\frac{1}{2n}$ from the middle of its bump, so the block there is
# wrong by at most
#
# $$ |f(x) - g(x)| \le \frac{K}{2n}. $$
#
# Here $g$ is the copy. The largest error anywhere has a name, the **sup-error** (from supremum).

# %%
wave = CURVES["wave"]                            # wave.f is the function, wave.lipschitz its K

# %% jupyter={"source_hidden": true}
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
    alt="A sine wave and its copy made of blocks, 8 blocks on the left and 24 on the right. "
    "The shaded difference is largest where the wave is steepest, at the edges of the blocks. "
    "At the crests two blocks of equal height look like one.",
    caption="The blocks' error is largest where the curve is steep, and never above K/(2n).",
)

# %% [markdown]
# How many bumps bring the bound down to a given $\varepsilon$? Write it.


# %% tags=["teaches"]
def bumps_needed(lipschitz, epsilon):
    """The smallest whole n with K / (2n) <= ε."""
    ### BEGIN SOLUTION
    n = 1
    while lipschitz / (2 * n) > epsilon:         # K / (2n) <= ε is what we want
        n += 1
    return n
    ### END SOLUTION


# %%
bumps_needed = checked("bumps_needed", bumps_needed)

# %%
for epsilon in (0.1, 0.05):
    print(f"the wave within {epsilon}: {bumps_needed(wave.lipschitz, epsilon)} bumps")

# %% jupyter={"source_hidden": true}
quiz("07-how-many-bumps")

# %% [markdown]
# ## 3. The network, and its certificate
#
# Now as a network. Its hidden layer holds a step for each of the $n - 1$ borders; its output layer adds
# them up, each with the weight by which the height $y$ changes there; the bias is the first height:
#
# $$ g(x) = y_1 + \sum_{i=1}^{n-1} (y_{i+1} - y_i)\; \sigma\!\left(s\,(x - \tfrac in)\right). $$
#
# We take 35 bumps, a few more than the 32 that the bound asks for: what is left over will pay for the
# soft edges of our steps and for the proof.


# %% tags=["teaches"]
def bump_network(heights, steepness):
    borders = np.arange(1, len(heights)) / len(heights)
    return [
        Layer(np.full((1, len(borders)), float(steepness)), -steepness * borders),  # σ(s (x - θ))
        Layer(np.diff(heights)[:, None], heights[:1]),  # bias: first height
    ]


# %%
n = 35
middles = (np.arange(n) + 0.5) / n
params = bump_network(wave.f(middles), steepness=20 * n)
g, _ = forward(params, x[:, None], sigmoid)
print("hidden neurons:", len(params[0].b))
print("largest error at 2001 points:", np.round(np.abs(wave.f(x) - g.ravel()).max(), 3))

# %% [markdown]
# Within 0.1 at 2001 points: that is no proof. Between two of them anything might happen. But not if
# nothing is too steep. Take grid points a distance $h$ apart. Each $x$ has one within $h/2$, and on the
# way to it $f$ changes by at most $K_f\,h/2$ and the network by at most $K_g\,h/2$. So
#
# $$ \max_{0 \le x \le 1} |f(x) - g(x)| \;\le\; \max_{\text{grid}} |f - g| + (K_f + K_g)\,\frac{h}{2}. $$
#
# This is a **certificate**: it takes a finished network, whoever made it, and bounds its error at *all*
# points. For the network, $g(x) = c + \sum_j v_j\,\sigma(w_j x + b_j)$, the chain rule of lesson 05 gives the
# slope $\sum_j v_j w_j\,\sigma'(\dots)$, and $\sigma'$ is at most $\frac14$. So
# $K_g = \frac14 \sum_j |v_j w_j|$ will do.

# %%
(W, b), (V, c) = params
cells = 200_000
grid = (np.arange(cells) + 0.5) / cells          # the middle of each cell; h = 1 / cells
error = np.abs(wave.f(grid) - forward(params, grid[:, None], sigmoid)[0].ravel())
K_g = np.sum(np.abs(W.T * V)) / 4
bound = error.max() + (wave.lipschitz + K_g) / (2 * cells)
print(f"on the grid {error.max():.4f}, for every x at most {bound:.4f}")
assert bound <= 0.1

# %% jupyter={"source_hidden": true}
quiz("07-certificate-term")

# %% [markdown]
# That assert is a theorem about infinitely many points. The network keeps within 0.1 of the wave
# everywhere on $[0, 1]$. (Only the rounding of floating-point numbers is left out; it is far too small
# to change a digit that we print.)
#
# **Now you.** Choose a curve and an $\varepsilon$: change the first line and run the two cells. We aim at
# $0.9\,\varepsilon$ and leave the rest to the grid. `certify` is the computation above, with one
# refinement: it bounds the slope of the network in each cell by itself, so that a coarser grid is enough. The curves are wave, bell, roof and ripples; or bring
# your own, as `Curve(f, lipschitz)` from `mlp_lesson.approximation`. Its $K$ is then yours to prove: with
# too small a number the certificate is worth nothing.

# %%
curve, epsilon = CURVES["wave"], 0.1             # your choice: any curve, any epsilon from 0.02 up

n = bumps_needed(curve.lipschitz, 0.9 * epsilon)
middles = (np.arange(n) + 0.5) / n
params = bump_network(curve.f(middles), steepness=20 * n)
certificate = certify(curve, params, "logistic")    # "logistic" is the sigmoid
assert certificate.bound <= epsilon              # for every x in [0, 1]
print(f"{n - 1} hidden neurons; error on the grid {certificate.measured:.4f}, "
      f"anywhere at most {certificate.bound:.4f} <= {epsilon}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.6))
ax.fill_between(x, curve.f(x) - epsilon, curve.f(x) + epsilon, color="lightgray",
                label=f"$f(x) \\pm {epsilon}$")
ax.plot(x, forward(params, x[:, None], sigmoid)[0], lw=1.5, label="$g(x)$, the network")
ax.set(xlabel="$x$", title=f"{n - 1} neurons stay in the band")
ax.legend()
show_figure(
    fig,
    alt="The graph of the built network, small stairs, inside a grey band that reaches "
    f"{epsilon} above and below the chosen curve.",
    caption=f"The certificate in a picture: nowhere does the network leave the band of {epsilon}.",
)

# %% [markdown]
# ### Build it yourself
#
# In the builder below, the curve is the target and the bumps are yours.
# - Watch the error panel: where do its peaks lie, and how far below the bound do they stay?
# - Choose the bell and lower the steepness. The error *falls* at first: soft flanks follow a smooth
#   curve better than blocks do. The bound rises, for it must hold for every curve with this $K$.
# - Drag the bumps up and down, or move them with the two sliders for a bump and its height. With
#   steep steps, can you get below the error that the heights of the curve give? On the wave a little;
#   on the roof not at all. Why?

# %%
bump_builder()

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: answers from the builder
#
# As the builder starts, the highest peaks are at $x = 0$ and $x = 1$, just below the bound:
# inside, a soft step passes through the middle between its two heights, but at the ends there is none.
# And on a straight stretch the middle is the best height already, for any other is further from one
# end of the block. Only where the curve bends is there something to gain.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: a bound for every curve and every $n$ at once
#
# With threshold units
# $K/(2n)$ holds as it stands. What do the soft edges of sigmoids cost? Let $x$ be at distance $d$ from the
# nearest border, and first $d \le \frac{1}{2n}$. The step there mixes the heights of both sides, with shares
# $p = \sigma(-sd) \le \frac12$ for the far one and $1 - p$ for the near one. The near middle is
# $\frac{1}{2n} - d$ away and the far one $\frac{1}{2n} + d$: an error of at most
# $(1-p)\,K(\frac{1}{2n} - d) + p\,K(\frac{1}{2n} + d) \le \frac{K}{2n}$, no worse than a block. (In the outer
# half of the first and the last bump no border is that near. There $x$ is at most $\frac{1}{2n}$ from
# the middle of its own bump: the same bound, and all steps count as others.) The other
# steps, each at most $\frac Kn$ high, are $\frac{1}{2n}, \frac{2}{2n}, \frac{3}{2n}, \dots$ away or more.
# At distance $r$ a step misses its end by $\sigma(-sr) = 1/(1 + e^{sr}) \le e^{-sr}$. With
# $q = e^{-s/(2n)}$ they add at most $\frac Kn (q + q^2 + \dots) = \frac Kn\,\frac{q}{1-q}$. Both together:
#
# $$ |f(x) - g(x)| \le \frac{K}{2n} \cdot \frac{1 + q}{1 - q}, \qquad q = e^{-s/(2n)}. $$
#
# For our $s = 20n$ the factor is 1.00009.

# %% [markdown]
# ## 4. The theorem, and what it does not promise
#
# What you have built is the simplest case of the **universal approximation theorem**:
#
# > Let $f$ be continuous on a closed, bounded set $D$, for example $D = [0, 1]^d$. Let the
# > activation $\sigma$ be no polynomial (and tame: bounded on each bounded interval, with few jumps). Then for every
# > $\varepsilon > 0$ there are a width $n$, weights $w_j$, biases $b_j$ and output weights $v_j$ with
# > $$ \sup_{x \in D} \Big| f(x) - \sum_{j=1}^{n} v_j\, \sigma(w_j \cdot x + b_j) \Big| \le \varepsilon. $$
#
# The words: $[0, 1]^d$ means $d$ inputs, each from 0 to 1, the ends included. $\sup$ is the largest
# error. A polynomial is a sum of multiples of $1, z, z^2, \dots$ up to some power. $w_j \cdot x$ is
# the sum over the $d$ inputs. (Our output bias needs no mention: a hidden neuron with $w_j = 0$ is a
# constant.) Cybenko (1989) proved it for the sigmoid, Hornik (1991) for tanh and others, Leshno and colleagues (1993)
# for all that is no polynomial, ReLU and thresholds included.
#
# Why no polynomial? Try one: $\sigma(z) = z^2$.

# %%
guess = predict("1000 neurons with the activation z², fitted to the wave. The largest error is ...",
                options=["about 0.01", "about 0.1", "about 1"])

# %%
for n in (3, 30, 1000):
    hidden = (np.outer(x, rng.normal(size=n)) + rng.normal(size=n)) ** 2
    v, *_ = np.linalg.lstsq(hidden, wave.f(x), rcond=1e-10)     # best in squared error
    off = np.abs(wave.f(x) - hidden @ v).max()
    print(f"{n:>4} neurons: error {off:.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="about 1" if off > 0.5 else "about 0.1" if off > 0.05 else "about 0.01",
    why="(wx + b)² is a parabola in x, and a sum of parabolas is one again: 1000 neurons can do no more than 3. "
    "To stay within less than 1/2 of the wave, it must climb from below 1/2 at x = 0 to above 1/2 at x = 1/4, fall "
    "to below -1/2 at x = 3/4, and be above -1/2 again at x = 1: two turns. A parabola turns at most once. So "
    "whatever the weights, the error is 1/2 or more.")

# %% [markdown]
# Now read the theorem again, for what is *not* in it.
#
# - **How wide?** It says that some $n$ exists. We have a number for one input, $K/(2\varepsilon)$ bumps;
#   with more inputs it becomes enormous (section 6).
# - **Can training find the weights?** Not a word (section 7).
# - **What happens outside $D$?** Anything. Ours is flat there, while the wave goes on.
# - **From examples?** The theorem is handed $f$ itself, not 100 noisy measurements of it. Whether a
#   network that fits the examples fits the rest is another question.
# - **Functions with jumps?** Not within a small $\varepsilon$: a continuous network must cross the gap,
#   and is off by half of it there.
# - **Is one hidden layer a good idea?** It is enough; more layers can be far cheaper (section 8).

# %%
params = bump_network(wave.f((np.arange(35) + 0.5) / 35), steepness=700)
for point in (0.25, 1.25):
    g, _ = forward(params, np.array([[point]]), sigmoid)
    print(f"x = {point}: the wave {wave.f(point):.2f}, the network {g.item():.2f}")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: who proved what, and how much of it have we proved?
#
# | | assumption on $\sigma$ | covers |
# |---|---|---|
# | Cybenko 1989 | continuous, with limits 0 at $-\infty$ and 1 at $+\infty$ | sigmoid |
# | Hornik 1991 | continuous, bounded, not constant | tanh, bell shapes |
# | Leshno et al. 1993 | bounded on each bounded interval, with at most finitely many jumps: then it holds **exactly if** $\sigma$ is no polynomial (single changed points do not count) | ReLU, threshold |
#
# How much of this have we proved? All of it for one input from 0 to 1, sigmoids, and curves with a $K$
# (for all of them at once in the section for the curious). A continuous
# curve need not have one: $\sqrt x$ climbs infinitely steeply at 0. But on a closed interval even such a
# curve moves by less than $\varepsilon$ between a bump's middle and its edge once the bumps are narrow
# enough (it is *uniformly* continuous), and that is all that blocks need, if the steps are steep enough:
# 50 of them follow $\sqrt x$ within 0.1. For two inputs, section 6 builds a network with two hidden
# layers. That one is enough we take from the papers.

# %% [markdown]
# ## 5. With ReLU: straight lines in place of steps
#
# A ReLU neuron $\max(0, x - \theta)$ is 0 up to the **knot** $\theta$ and from there climbs with slope 1. So
# each neuron can change the slope of the sum at one place. Start from $f(0)$, and at every knot
# $0, \frac1n, \frac2n, \dots$ add the change of slope that leads to the next point of the curve. With
# $m_i$ for the slope between knot $\frac in$ and the next, and $m_{-1} = 0$,
#
# $$ g(x) = f(0) + \sum_{i=0}^{n-1} (m_i - m_{i-1})\, \max\!\left(0,\; x - \tfrac in\right) $$
#
# draws straight lines through $n + 1$ points of the curve.


# %% tags=["teaches"]
def relu_network(values):
    n = len(values) - 1                                    # values of f at 0, 1/n, ..., 1
    slopes = n * np.diff(values)
    return [
        Layer(np.ones((1, n)), -np.arange(n) / n),         # max(0, x - knot)
        Layer(np.diff(slopes, prepend=0)[:, None], values[:1]),
    ]


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 2, figsize=(8.4, 3.6), sharey=True)
blocks = bump_network(wave.f((np.arange(9) + 0.5) / 9), 9 * 200)
lines = relu_network(wave.f(np.arange(9) / 8))
for ax, params, act, name in zip(
    axes, [blocks, lines], [sigmoid, relu], ["sigmoid", "ReLU"], strict=True
):
    g = forward(params, x[:, None], act)[0].ravel()
    ax.plot(x, wave.f(x), color="black", lw=1.5)
    ax.plot(x, g)
    ax.set(xlabel="$x$", title=f"8 {name} neurons: error {np.abs(wave.f(x) - g).max():.2f}")
axes[0].set_ylabel("$f(x)$ and $g(x)$")
show_figure(
    fig,
    alt="The sine wave copied by 8 sigmoid neurons, in blocks, and by 8 ReLU neurons, in straight "
    "lines. The straight lines are much closer.",
    caption="Width 8 on the wave: straight lines are much closer than blocks.",
)

# %% [markdown]
# The error is at most $\frac{K}{2n}$ again, the same bound as for bumps; for the roof (a tent, its peak at $\frac12$) with an odd $n$
# it is reached, at the peak. But the wave has no such kinks.

# %%
guess = predict(
    "Twice as many bumps: half the error on the wave. Twice as many ReLU neurons: its error "
    "is divided by about ...",
    options=[2, 4, 8],
)

# %%
widths = 2 ** np.arange(4, 9)
fine = np.linspace(0, 1, 20_001)
errors = {"bumps": [], "ReLU": []}
for n in widths:
    nets = {"bumps": (bump_network(wave.f((np.arange(n) + 0.5) / n), 20 * n), sigmoid),
            "ReLU": (relu_network(wave.f(np.arange(n + 1) / n)), relu)}
    for name, (params, act) in nets.items():
        g = forward(params, fine[:, None], act)[0].ravel()
        errors[name].append(np.abs(wave.f(fine) - g).max())
for name, e in errors.items():
    print(f"{name:>5}: errors", "  ".join(f"{value:.5f}" for value in e))

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=round(errors["ReLU"][0] / errors["ReLU"][1]),
    why="The wave is smooth, and between near knots nearly straight.")

# %% [markdown]
# A quarter, for an error proportional to $1/n^2$: on a curve whose slope changes at most at the rate $M$, it is at most
# $\frac{M}{8n^2}$, and for the wave $M = 4\pi^2$ (the proof is for the curious, below).
#
# On logarithmic axes an error proportional to $1/n$ is a line of slope $-1$, and one proportional to
# $1/n^2$ a line of slope $-2$.

# %% jupyter={"source_hidden": true}
slopes = {name: np.polyfit(np.log(widths), np.log(e), 1)[0] for name, e in errors.items()}
fig, ax = plt.subplots(figsize=(6.4, 4.2))
for bound in (wave.lipschitz / (2 * widths), wave.curvature / (8 * widths**2)):
    ax.loglog(widths, bound, color="lightgray", lw=9, label="bound" if bound[0] > 0.1 else None)
for k, name in enumerate(errors):
    ax.loglog(
        widths, errors[name], plots.MARKERS[k] + "-", label=f"{name}: slope {slopes[name]:.2f}"
    )
ax.set(xlabel="$n$ (bumps, or ReLU neurons)", ylabel="sup-error on the wave",
       title="Twice the width: half the error, or a quarter")
ax.set_xticks(widths, widths)
ax.minorticks_off()
ax.legend()
show_figure(
    fig,
    alt="Error against width on logarithmic axes. The line of the bumps falls with slope minus "
    "1, the line of the ReLU network with slope minus 2; each lies on its bound, drawn broad "
    "and grey, or just below.",
    caption=f"Measured slopes: bumps {slopes['bumps']:.2f}, ReLU {slopes['ReLU']:.2f}, each "
    "just below its bound.",
)

# %% jupyter={"source_hidden": true}
quiz("07-universal-activation")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: why a half, and why a quarter
#
# **The bound.** Let $x$ lie the share $u$ of the way from one knot to the next. There the line is a weighted mean of
# the curve's values at both knots, with weights $1 - u$ and $u$, and the knots are $u/n$ and $(1-u)/n$
# away. So the error is at most
# $(1-u)\,K\frac{u}{n} + u\,K\frac{1-u}{n} = 2u(1-u)\frac{K}{n} \le \frac{K}{2n}$, for $u(1-u) \le \frac14$: the
# same bound as for bumps.
#
# **Why a quarter.** The slope of the slope is called the second derivative, $f''$. It says how strongly
# a curve bends: upwards where it is positive, downwards where it is negative. The wave has the slope
# $2\pi\cos 2\pi x$, and the slope of that is $-4\pi^2 \sin 2\pi x$, at most $M = 4\pi^2$ in size. Look at
# one piece, $r$ from 0 to $h = \frac1n$, and let $e(r)$ be curve minus line there. It is 0 at both
# ends, and $e'' = f''$, for a line does not bend. Compare it with the parabola
# $Q(r) = \frac M2\,r\,(h - r)$, which is 0 at both ends too and has $Q'' = -M$. The difference $Q - e$ has
# the second derivative $-M - f'' \le 0$, so it bends downwards, is 0 at both ends, and therefore nowhere
# negative in between: $e \le Q$. The same holds for $-e$. The parabola is highest in the middle:
#
# $$ |f(x) - g(x)| \le \frac{M h^2}{8} = \frac{M}{8 n^2}. $$

# %% [markdown]
# ## 6. Two inputs: towers
#
# Over the plane a bump along $x_1$ is a ridge: it does not notice $x_2$. Add a ridge along $x_1$ and
# one along $x_2$ and you get a cross that is 2 high where they meet and 1 on the arms. A threshold
# at 1.5, in a **second** hidden layer, cuts the arms off and leaves a **tower** over a square.
# With $B_i$ for the bump of height 1 over the $i$-th of $n$ intervals, made of threshold steps (the first
# has begun before 0, and the last does not end, as in section 1), and $H$ for the threshold, towers on
# all $n \times n$ squares copy any surface in blocks:
#
# $$ g(x_1, x_2) = \sum_{i, j} f(\text{middle of square } i, j)\; H\big(B_i(x_1) + B_j(x_2) - 1.5\big). $$
#
# As a network of three layers of weights, with 11 steps in each direction, that is `tower_network` in
# `mlp_lesson.approximation`. No point is further from the middle of its square than half a diagonal, $\frac{\sqrt2}{2n}$. So the error
# is at most $\frac{\sqrt2\,K}{2n}$, where $K$ now bounds the change of $f$ by the distance in the plane.

# %%
side = (np.arange(300) + 0.5) / 300
points = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1).reshape(-1, 2)


def hill(P):
    return np.sin(np.pi * P[..., 0]) * np.sin(np.pi * P[..., 1])        # its K is π


n = 12                                           # divisions along each side
middles = (np.arange(n) + 0.5) / n
towers = tower_network(hill(np.stack(np.meshgrid(middles, middles, indexing="ij"), axis=-1)))
surface = forward(towers, points, heaviside)[0].ravel()
tower_error = np.abs(surface - hill(points)).max()
print("neurons in each hidden layer:", [len(layer.b) for layer in towers[:-1]])
print(f"largest error on the grid {tower_error:.2f}, bound {np.sqrt(2) * np.pi / (2 * n):.2f}")

# %% jupyter={"source_hidden": true}
ridges = [bump(points[:, i], 0.5, 0.75, 1, 1e4) for i in (0, 1)]
maps = [ridges[0] + ridges[1], heaviside(ridges[0] + ridges[1] - 1.5), surface]
fig, axes = plt.subplots(1, 3, figsize=(9, 3.4))
titles = ["Two bumps: a cross", "Cut at 1.5: a tower", "144 towers: a hill"]
for ax, values, title in zip(axes, maps, titles, strict=True):
    picture = ax.imshow(values.reshape(300, 300).T, origin="lower", extent=(0, 1, 0, 1),
                        cmap="Blues", vmin=0)
    ax.set(xlabel="$x_1$", ylabel="$x_2$" if ax is axes[0] else "", title=title)
    fig.colorbar(picture, ax=ax, shrink=0.8)
show_figure(
    fig,
    alt="Three maps of the unit square: a cross of two bumps, 2 high in the middle; one square "
    "tower; and a smooth hill copied by 12 by 12 towers.",
    caption="A cross, cut off at 1.5, is a tower; 12 x 12 towers follow the hill within 0.19.",
)

# %% [markdown]
# Count what this costs. With $n$ divisions along each of $d$ inputs there are $n^d$ towers: 12 for a
# curve, 144 for a surface, and for a picture of $28 \times 28 = 784$ pixels $12^{784}$, a number with 847
# digits. And even these promise only $\sqrt{784}/24 \cdot K$, since the diagonals of the cells get
# longer too. This is the **curse of dimensionality**. Networks work on pictures because the functions we want there
# are far from arbitrary.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: no cleverer construction helps
#
# None removes the curse for *all* functions with a given $K$. For put a pyramid of slope $K$ on every cell, pointing up or down as you
# like: that makes $2^{n^d}$ functions, and any two of them are $\frac Kn$ apart somewhere. A network with an
# error below $\frac{K}{2n}$ fits only one of them. So to have a network for each, their weights must hold
# $n^d$ bits: with numbers of 32 bits, at least $n^d/32$ weights.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: one hidden layer, two inputs, and bounded width
#
# The theorem needs one hidden layer only, also in the plane. Each of its neurons sees one number, $w \cdot x$, and is the
# same all along the lines across $w$: a **ridge**. No sum of steps along $x_1$ and $x_2$ alone makes a tower; but ridges
# in *other* directions do. Our hill even needs only two:
#
# $$ \sin \pi x_1\, \sin \pi x_2 = \tfrac12 \cos \pi(x_1 - x_2) - \tfrac12 \cos \pi(x_1 + x_2). $$
#
# Each cosine is a curve over one number, and curves we can copy: 31 steps along $x_1 - x_2$ and 31 along $x_1 + x_2$. In
# general one takes very many directions, since every polynomial is a sum of powers of such $w \cdot x$.


# %%
def ridge(curve, direction, shift, n):
    """n blocks along v = direction · x + shift, from 0 to 1, as high as the curve over v."""
    (W, b), (V, c) = bump_network(curve((np.arange(n) + 0.5) / n), 1e6)
    return np.outer(direction, W), b + shift * W[0], V, c


# v = (x1 - x2 + 1) / 2, and v = (x1 + x2) / 2
W1, b1, V1, c1 = ridge(lambda v: np.cos(np.pi * (2 * v - 1)) / 2, [0.5, -0.5], 0.5, 32)
W2, b2, V2, c2 = ridge(lambda v: -np.cos(2 * np.pi * v) / 2, [0.5, 0.5], 0.0, 32)
hidden = Layer(np.hstack([W1, W2]), np.concatenate([b1, b2]))        # side by side, in one layer
one_layer = [hidden, Layer(np.vstack([V1, V2]), c1 + c2)]
ridge_error = np.abs(forward(one_layer, points, sigmoid)[0].ravel() - hill(points)).max()
print(f"one hidden layer of {len(hidden.b)} neurons: largest error on the grid {ridge_error:.2f}")

# %% [markdown]
# And the other way round, few neurons in each of many layers? ReLU networks of width $d + 1$ follow every continuous
# function of $d$ inputs, if they may be as deep as they like; width $d$ is too little (Hanin and Sellke 2017). For one
# input and one neuron a layer you see why: each layer only climbs or only falls, and so does the whole. No roof.

# %% jupyter={"source_hidden": true}
assert len(hidden.b) == 62 and ridge_error < 0.12 < tower_error and np.isclose(np.pi / 32, 0.098, atol=0.001)
for seed in range(50):                                                   # one neuron a layer: monotone
    chain = forward(init_params([1] * 6, np.random.default_rng(seed)), x[:, None], relu)[0].ravel()
    assert (np.diff(chain) >= 0).all() or (np.diff(chain) <= 0).all()

# %% [markdown]
# ## 7. That it exists does not mean that training finds it
#
# Section 3 built a network of 34 sigmoid neurons, certified within 0.1 of the wave. Now let us *train* networks of
# this very width: random first weights (Glorot), 100 points of the curve without noise, squared error, and Adam (lesson 06b) with
# the rate 0.03. We certify what has come out after 1000 steps and after 5000, for fifty random starts.

# %%
guess = predict(
    "Fifty trained networks of 34 neurons on the wave, fifty random starts. After 1000 steps, how "
    "many are within 0.1, as the built one is?",
    options=["fewer than 20", "about 25", "more than 30"],
)


# %% jupyter={"source_hidden": true}
def trained(curve, kind, width, seeds, marks):
    """Networks 1-width-1 trained side by side: their certified errors at each mark, and the last ones."""
    f, f_prime = ACTIVATIONS[kind]
    nets = [init_params([1, width, 1], np.random.default_rng(seed)) for seed in seeds]
    arrays = W, b, V, c = [np.stack([array.reshape(-1, array.shape[-1]) for array in group])
                           for group in zip(*([*h, *out] for h, out in nets), strict=True)]
    X, states, bounds = ((np.arange(100) + 0.5) / 100)[:, None], [{} for _ in range(4)], {}
    for step in range(1, max(marks) + 1):
        Z = X @ W + b                                       # (networks, 100, width)
        A = f(Z)
        delta = 2 * (A @ V + c - curve.f(X)) / len(X)       # of the mean squared error
        back = delta @ V.transpose(0, 2, 1) * f_prime(Z)
        grads = (X.T @ back, back.sum(axis=1, keepdims=True),
                 A.transpose(0, 2, 1) @ delta, delta.sum(axis=1, keepdims=True))
        for array, grad, state in zip(arrays, grads, states, strict=True):
            adam(array, grad, state, 0.03)
        if step in marks:
            nets = [[Layer(W[i], b[i, 0]), Layer(V[i], c[i, 0])] for i in range(len(nets))]
            bounds[step] = np.array([certify(curve, net, kind).bound for net in nets])
    return bounds, nets


def within(bounds):
    return int(np.sum(bounds <= 0.1))


# %% tags=["nbval-ignore-output"]
# Not compared: a run near 0.1 may end on the other side of it where sums are rounded differently.
bounds, nets = trained(wave, "logistic", 34, range(50), marks=(1000, 5000))
early, late = bounds.values()
by_hand = bump_network(wave.f((np.arange(35) + 0.5) / 35), steepness=700)
built = certify(wave, by_hand, "logistic").bound
print(f"built: certified within {built:.2f}")
print(f"trained, 1000 steps: {within(early)} of 50 within 0.1, the best {early.min():.2f}")
print(f"trained, 5000 steps: {within(late)} of 50 within 0.1, the best {late.min():.2f}")

# %% tags=["nbval-ignore-output"] jupyter={"source_hidden": true}
small = np.median([np.abs(params[0].W) for params in nets])  # long trainings differ in rounding
print(f"typical size of the trained weights w: {small:.0f}, of ours {by_hand[0].W.max():.0f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="fewer than 20" if within(early) < 20 else "more than 30" if within(early) > 30 else "about 25",
    why="The others were only slow: after 5000 steps nearly all are within 0.1, and the best beat "
    "our construction. They build no steps at all: with weights that small, each sigmoid is a soft "
    "curve, and soft curves follow a soft curve better.")

# %% [markdown]
# So patience was enough for nearly all. Is it always? The roof is made of two straight lines, and two ReLU
# neurons draw it exactly: $2\max(0, x) - 4\max(0, x - \frac12)$.

# %%
roof = CURVES["roof"]
built_roof = relu_network(roof.f(np.arange(3) / 2))
g, _ = forward(built_roof, x[:, None], relu)
print(f"2 ReLU neurons, built: largest error {np.abs(g.ravel() - roof.f(x)).max():.6f}")

guess = predict(
    "Fifty networks of two ReLU neurons, trained on the roof for 3000 steps. How many "
    "are within 0.1?",
    options=["fewer than 10", "about 25", "more than 40"],
)

# %% tags=["nbval-ignore-output"]
# Not compared: how many get stuck may differ from one processor to another.
two, narrow = trained(roof, "relu", 2, range(50), marks=(3000,))
roomy, _ = trained(roof, "relu", 16, range(50), marks=(1000,))
patient, _ = trained(roof, "relu", 2, range(50), marks=(20_000,))
two, roomy, patient = two[3000], roomy[1000], patient[20_000]
print(f" 2 neurons, 3000 steps: {within(two)} of 50 within 0.1")
print(f" 2 neurons, 20,000 steps: {within(patient)} of 50 within 0.1")
print(f"16 neurons, 1000 steps: {within(roomy)} of 50 within 0.1, the best {roomy.min():.3f}")

# %% tags=["nbval-ignore-output"] jupyter={"source_hidden": true}
X = ((np.arange(100) + 0.5) / 100)[:, None]  # the counts below may differ by processor
largest = no_peak = 0
for params, bound in zip(narrow, two, strict=True):
    if bound > 0.1:
        Z, cache = forward(params, X, relu)
        grads = backward(params, cache, mse(Z, roof.f(X))[1], ACTIVATIONS["relu"].f_prime)
        largest = max(largest, *(np.abs(entry).max() for layer in grads for entry in layer))
        on = X @ params[0].W + params[0].b > 0              # (100, 2): where each neuron is on
        no_peak += (~on).all(axis=0).any() or on.all()
print(f"{no_peak} of those that are not have a neuron that is always off, or two that are always on,")
print("and every entry of their gradients is below 0.001:", bool(largest < 1e-3))

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="fewer than 10" if within(two) < 10 else "about 25" if within(two) < 40 else "more than 40",
    why="Nearly all have lost a kink. A neuron that is off for all x is dead (lesson 03). A constant and one ReLU only climb, or only fall, or "
    "stay level. Such a curve misses the roof by 1/2 or more: if it climbs, it is at least as high at x = 1, where "
    "the roof is 0, as at x = 1/2, where the roof is 1. Two neurons that are on for all x make a straight line, "
    "which does no better. And the gradient is nearly zero there: most of these runs have come to rest.")

# %% jupyter={"source_hidden": true}
fig, (a, b) = plt.subplots(1, 2, figsize=(9, 3.4), width_ratios=[1.3, 1])
rows = {"34 sigmoids, 1000 steps": early, "34 sigmoids, 5000 steps": late,
        "2 ReLUs, 3000 steps": two, "16 ReLUs, 1000 steps": roomy}
shift = np.random.default_rng(0).uniform(-0.25, 0.25, 50)   # so that equal dots do not hide each other
for height, bounds in enumerate(rows.values()):
    a.plot(bounds, shift - height, "o", ms=4, color=plots.PALETTE[0], alpha=0.6)
a.axvline(0.1, color="gray", ls="--", lw=1.5)
a.set(xscale="log", xlim=(0.001, 1.5), yticks=-np.arange(4), yticklabels=rows, ylim=(-3.6, 0.6),
      xlabel="certified sup-error", title="Wave (above) and roof (below)")
b.plot(x, roof.f(x), color="lightgray", lw=9)
for params in narrow:
    b.plot(x, forward(params, x[:, None], relu)[0], color=plots.PALETTE[0], alpha=0.6, lw=1.5)
b.set(xlabel="$x$", title="2 ReLUs after 3000 steps")
show_figure(
    fig,
    alt="Left, the certified errors of fifty runs in four rows, with a dashed line at 0.1. The "
    "sigmoids' dots lie on both sides of it after 1000 steps and nearly all to its left after "
    "5000; those of two ReLUs are nearly all at a half or more; of 16 ReLUs most are far to the left. "
    "Right, the roof in grey, and the networks of two ReLUs: most are level at a half, some "
    "follow one side of the roof and then stay level, and hardly one follows both.",
    caption="Fifty starts each. Within 0.1: more of the sigmoids the longer they train; hardly any pair of "
    "ReLUs; most of 16 ReLUs.",
)

# %% [markdown]
# The right panel shows it: after 3000 steps most runs are the constant $\frac12$; others have found one side of the
# roof, and are level where the other should be. Hardly one of our fifty arrives; of 400 other starts, tried while
# writing, one in ten did. With patience a few more get there, most do not: their gradient is all but zero. Yet the
# two neurons that draw it are in our hands. The theorem speaks of **existence**; whether gradient descent arrives is
# a question of **learnability**. Width helps: with 16 neurons some kinks are alive in most starts, and most runs
# arrive. That is one reason why networks in use are far wider than the function would need. The rate counts, too: of
# our fifty pairs no more than one arrived in 3000 steps at any of five rates from 0.003 to 0.3, and of the wider
# networks only three in 1000 steps at 0.3. No recipe comes with a promise.

# %% jupyter={"source_hidden": true}
quiz("07-not-learned")

# %% [markdown]
# ## 8. Depth: folding the paper
#
# The roof of the last section, as a map from $[0, 1]$ to itself, is called the **tent map**:
# $T(x) = 2\max(0, x) - 4\max(0, x - \frac12)$ climbs from 0
# to 1 at $x = \frac12$ and back to 0 at $x = 1$. It folds the interval in the middle. Feed its output
# to a second tent, and that one is run through twice: up and back. Then again.

# %%
guess = predict(
    "Ten hidden layers of two ReLU neurons each: of how many straight pieces is the graph made?",
    options=[20, 40, 100, 1024],
)

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.8), sharey=True)
for ax, k in zip(axes, (1, 2, 4), strict=True):
    ax.plot(x, forward(sawtooth_network(k), x[:, None], relu)[0].ravel())
    ax.set(xlabel="$x$", title=f"{k} hidden layer{'s' * (k > 1)}")
axes[0].set_ylabel("output")
show_figure(
    fig,
    alt="Three graphs on [0, 1]: one tent, two tents, and eight tents, for one, two and four "
    "hidden layers.",
    caption="Each further layer of 2 neurons doubles the number of teeth: 1, 2, 4, 8, ...",
)

# %%
print("layers  neurons  pieces   one layer: neurons")
for k in (1, 2, 3, 5, 10):
    deep = sawtooth_network(k)
    wide = relu_network(np.arange(2**k + 1) % 2)           # the same teeth with one hidden layer
    assert linear_pieces(deep) == linear_pieces(wide) == 2**k
    print(f"{k:>6}  {2 * k:>7}  {linear_pieces(deep):>6}   {len(wide[0].b):>18}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=linear_pieces(sawtooth_network(10)),
    why="Every layer folds once more, and each fold doubles the pieces: 2¹⁰ = 1024 with 20 neurons. They "
    "are counted, kink by kink; all numbers are short binary fractions, so the count is exact.")

# %% [markdown]
# A single hidden layer cannot keep up. Each of its $m$ ReLU neurons bends the graph at one place at most,
# so there are at most $m + 1$ pieces. For $2^k$ pieces it needs at least $2^k - 1$ neurons: 1023 for the
# ten layers above. (Ours in the table has 1024: its first has the knot at 0 and bends nothing inside.) With fewer the
# error is $\frac12$ or more, and that much the constant $\frac12$ has without any neuron. Telgarsky (2016) proved this kind of separation for general depths. It does not say
# that depth always pays: the sawtooth was made for it. It says that **width can replace depth only at a
# price, and here the price is exponential**: $2^k - 1$ neurons in place of $2k$.

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: why one neuron too few costs a half
#
# 1. At the points $0, \frac{1}{2^k}, \frac{2}{2^k}, \dots, 1$ the sawtooth is 0, 1, 0, 1, ...
# 2. A network $g$ whose error is below $\frac12$ everywhere is below $\frac12$ at the first, above at
#    the second, and so on: it crosses the height $\frac12$ at least $2^k$ times.
# 3. A straight piece crosses a height at most once. So $g$ has at least $2^k$ pieces.

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("07-sigmoid-slope")

# %% jupyter={"source_hidden": true}
quiz("07-random-start")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert round(wave.lipschitz, 2) == 6.28 and bumps_needed(wave.lipschitz, 0.1) == 32
assert round(1 / np.tanh(5), 5) == 1.00009 and bumps_needed(3, 0.05) == 30
assert built <= wave.lipschitz / 70 / np.tanh(5) + 0.003 <= 0.1 and len(by_hand[0].b) == 34
for target in CURVES.values():                              # any curve, several epsilons
    for eps in (0.3, 0.02):
        n = bumps_needed(target.lipschitz, 0.9 * eps)
        blocks = bump_network(target.f((np.arange(n) + 0.5) / n), 20 * n)
        assert certify(target, blocks, "logistic").bound <= eps
        sharp = forward(blocks, x[:, None], heaviside)[0].ravel()
        assert np.abs(sharp - target.f(x)).max() <= target.lipschitz / (2 * n) + 1e-9
bell = CURVES["bell"]
eighths = (np.arange(8) + 0.5) / 8
soft, steep = (certify(bell, bump_network(bell.f(eighths), 8 * s), "logistic") for s in (8, 20))
assert soft.bound < steep.measured                          # soft flanks suit the bell
away = np.abs(
    wave.f(x) - forward(bump_network(wave.f(eighths), 8 * 20), x[:, None], sigmoid)[0].ravel()
)
assert away.argmax() in (0, 2000) and 0.9 < away.max() / (wave.lipschitz / 16) < 1   # at the ends
assert away[100:-100].max() < 0.8 * away.max()
in_blocks = x[:-1].reshape(8, -1)
best = {name: np.ptp(CURVES[name].f(in_blocks), axis=1).max() / 2 for name in ("wave", "roof")}
assert best["wave"] < 0.37 < np.abs(wave.f(in_blocks) - wave.f(eighths)[:, None]).max()
assert np.isclose(best["roof"], CURVES["roof"].lipschitz / 16, atol=1e-3)
root = np.sqrt((np.floor(50 * inside) + 0.5) / 50)            # 50 blocks for √x, which has no K
assert np.abs(np.sqrt(inside) - root).max() <= 0.1 and off > 0.5
lines = relu_network(roof.f(np.arange(8) / 7))
assert np.isclose(
    abs(roof.f(0.5) - forward(lines, np.array([[0.5]]), relu)[0][0, 0]), roof.lipschitz / 14
)
assert all(np.array(errors["bumps"]) <= wave.lipschitz / (2 * widths) * 1.0001)
assert all(np.array(errors["ReLU"]) <= wave.curvature / (8 * widths**2))
assert [round(slopes[name], 1) for name in ("bumps", "ReLU")] == [-1, -2]
edge = np.linspace(0, 1, 61)
edge_points = np.stack(np.meshgrid(edge, edge, indexing="ij"), axis=-1).reshape(-1, 2)
n = 12


def interval(v, i, n):
    """The bump over interval i, counted from 0: the first has begun, the last does not end."""
    return (heaviside(v - i / n) if i > 0 else 1) - (heaviside(v - (i + 1) / n) if i < n - 1 else 0)


towers_2 = tower_network(1 + hill(np.stack(np.meshgrid(middles, middles, indexing="ij"), axis=-1)))
by_sum = sum(
    (1 + hill((np.array([i, j]) + 0.5) / n))
    * heaviside(interval(edge_points[:, 0], i, n) + interval(edge_points[:, 1], j, n) - 1.5)
    for i, j in np.ndindex(n, n)
)
assert np.allclose(forward(towers_2, edge_points, heaviside)[0].ravel(), by_sum)
assert np.abs(by_sum - 1 - hill(edge_points)).max() <= np.sqrt(2) * np.pi / 24 + 1e-9
assert tower_error <= np.sqrt(2) * np.pi / 24 and len(str(12**784)) == 847
numbers = np.arange(144).reshape(12, 12, 1)                  # the hill's K is π
grid_points = np.concatenate([numbers // 12, numbers % 12], axis=-1) / 12
gap = np.abs(hill(grid_points)[..., None, None] - hill(grid_points))
apart = np.linalg.norm(grid_points[:, :, None, None] - grid_points, axis=-1)
assert np.all(gap <= np.pi * apart + 1e-12)
assert within(early) < within(late) > 35 and np.median(late) < built and small < 3
assert within(two) <= within(patient) < 10 and largest < 1e-3
assert no_peak > 0.9 * (50 - within(two)) and within(roomy) > 35
one = init_params([1, 2, 1], np.random.default_rng(7))         # alone, by the course's own loop
for _ in train(one, X, roof.f(X), activation=ACTIVATIONS["relu"], loss=mse, step=adam, lr=0.03,
               epochs=40, batch_size=100, rng=rng, shuffle=False):
    pass
_, (side_by_side,) = trained(roof, "relu", 2, [7], marks=(40,))
assert all(np.allclose(p, q) for a, b in zip(one, side_by_side, strict=True) for p, q in zip(a, b, strict=True))
claims_hold()

# %% [markdown]
# ## Sources
#
# G. Cybenko (1989), Approximation by superpositions of a sigmoidal function, *Mathematics
# of Control, Signals and Systems* 2. K. Hornik (1991), Approximation capabilities of multilayer
# feedforward networks, *Neural Networks* 4. M. Leshno, V. Ya. Lin, A. Pinkus, S. Schocken (1993),
# Multilayer feedforward networks with a nonpolynomial activation function can approximate any
# function, *Neural Networks* 6. M. Telgarsky (2016), Benefits of depth in neural networks, *COLT*. B. Hanin,
# M. Sellke (2017), Approximating continuous functions by ReLU nets of minimal width, arXiv:1710.11278.
