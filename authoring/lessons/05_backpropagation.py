# %% [markdown]
# # {{title}}
#
# A network for digits has 101,770 weights and biases, and it has answered wrongly. Which of them
# are to blame, and by how much? Backpropagation tells for all of them at once. At what price? Part 10
# will count it.
#
# **After this lesson you can**
# - follow a nudge through a chain of computations, and multiply the slopes on its way;
# - derive the gradient for every weight of a network, from one neuron to matrices and batches;
# - derive why softmax with cross-entropy leaves nothing but prediction minus target;
# - test any gradient against finite differences, and choose their step well;
# - write the algorithm in ten lines, and count what it costs.
#
# *About {{minutes}} minutes; a good place for a break is after part 5. Builds on
# [02](02_xor_and_hidden_layers.ipynb), [03](03_activations.ipynb) and
# [04](04_outputs_and_losses.ipynb).*

# %%
from timeit import repeat

import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.activations import ACTIVATIONS, relu, relu_prime, sigmoid, softmax, tanh, tanh_prime
from mlp_lesson.display import show_figure
from mlp_lesson.losses import binary_cross_entropy, half_squared_error, one_hot
from mlp_lesson.network import Cache, Layer, init_params
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.trace import trace
from mlp_lesson.widgets.backprop_stepper import PARAMS, backprop_stepper

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. One weight
#
# The smallest network there is: one input $x = 2$, one weight $w = 1$, a bias $b = -1$, a sigmoid,
# and a target $y = 0$. The loss is half the squared error, $L = \frac12 (a - y)^2$; the $\frac12$
# is there so that the slope will be $a - y$, without a factor 2. Forward, one step at a time:

# %%
x, w, b, y = 2.0, 1.0, -1.0, 0.0
z = w * x + b              # z = w x + b
a = sigmoid(z)             # a = σ(z)
L = (a - y) ** 2 / 2       # L = ½ (a - y)²
print(f"z = {z:.4f}   a = {a:.4f}   L = {L:.4f}")

# %% [markdown]
# Should $w$ be larger or smaller? Nudge it, from 1 to 1.01, and watch. The nudge travels: $w$
# moves $z$, $z$ moves $a$, $a$ moves $L$. At each stage a **slope** says how much bigger or
# smaller the nudge comes out than it went in (lesson 03 drew slopes as tangents):
#
# - $z$ moves $2$ times as much as $w$, because $x = 2$;
# - $a$ moves $0.197$ times as much as $z$: that is the slope of the sigmoid at $z = 1$;
# - $L$ moves $0.731$ times as much as $a$: that is $a - y$.

# %%
guess = predict(
    "w grows by 0.01. By about how much does the loss grow?", options=[0.0029, 0.0073, 0.029]
)

# %%
nudged = (sigmoid(1.01 * x + b) - y) ** 2 / 2
print(f"L grows by {nudged - L:.4f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=round(float(nudged - L), 4),
    why="The slopes multiply, like gears: 2 · 0.197 · 0.731 · 0.01 = 0.0029. Adding them would give 0.029; "
           "the last slope alone 0.0073.")

# %% [markdown]
# This is the **chain rule**: along a chain, slopes multiply.
#
# $$ \frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot
# \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w} $$
#
# $\frac{\partial L}{\partial w}$, read "dL by dw", is the slope of $L$ when $w$ alone is moved.
# The round $\partial$ reminds us that there are other things one could move ($b$, for instance),
# and that they stand still. Now the three slopes, each derived:
#
# - $z = wx + b$ is a straight line in $w$ with slope $x$, so $\frac{\partial z}{\partial w} = x$.
# - $L = \frac12 (a - y)^2$ has the slope $\frac12 \cdot 2 (a - y)$, so
#   $\frac{\partial L}{\partial a} = a - y$.
# - The sigmoid is itself a chain: $u = 1 + e^{-z}$, then $a = 1/u$. The slope of $e^{-z}$ is
#   $-e^{-z}$, the slope of $1/u$ is $-1/u^2$. They multiply:
#
# $$ \sigma'(z) = -\frac{1}{u^2} \cdot (-e^{-z}) = \frac{e^{-z}}{(1 + e^{-z})^2}
# = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = \sigma(z)\,(1 - \sigma(z)). $$
#
# The last step holds because $1 - \sigma(z) = \frac{1 + e^{-z} - 1}{1 + e^{-z}} =
# \frac{e^{-z}}{1 + e^{-z}}$.


# %% tags=["teaches"]
def sigmoid_prime(z):
    """σ'(z) = σ(z) (1 - σ(z)) = e⁻ᶻ / (1 + e⁻ᶻ)², with |z| so that it never overflows."""
    e = np.exp(-np.abs(z))      # σ' is the same at z and -z
    return e / (1 + e) ** 2


# %%
dL_da = a - y                   # ∂L/∂a = a - y
da_dz = sigmoid_prime(z)        # ∂a/∂z = σ'(z)
dz_dw = x                       # ∂z/∂w = x
dL_dw = dL_da * da_dz * dz_dw   # ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w

# %%
fig, ax = plt.subplots(figsize=(8, 1.8))
nodes = {
    "w": (0, 0, f"{w:g}"),
    "z": (1.3, 0, f"{z:g}"),
    "a": (2.6, 0, f"{a:.3f}"),
    "L": (3.9, 0, f"{L:.3f}"),
}
edges = [
    ("w", "z", f"slope x = {dz_dw:g}"), ("z", "a", f"slope σ' = {da_dz:.3f}"),
    ("a", "L", f"slope a - y = {dL_da:.3f}"),
]
plots.plot_graph(nodes, edges, ax=ax).set_title("Values go forward, slopes multiply")
show_figure(
    fig,
    alt="Four circles in a row, w, z, a and L, with their values, joined by arrows; over each "
    "arrow its slope.",
    caption=f"∂L/∂w = {dL_da:.3f} · {da_dz:.3f} · {dz_dw:g} = {dL_dw:.4f}: the loss grows with "
    "w, so w should shrink.",
)

# %% [markdown]
# The bias is another start of the same chain. Only the last factor changes:
# $\frac{\partial z}{\partial b} = 1$, so $\frac{\partial L}{\partial b} = (a - y)\,\sigma'(z)$. All such
# slopes together, one for each weight and bias, are the **gradient** of the loss.
#
# ## 2. A second opinion: finite differences
#
# Anyone can make a mistake in a derivation. The nudge from above needs none: move the weight a
# little to each side, and divide the change of the loss by the distance.
#
# $$ \frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h} $$
#
# Here $e_i$ is 1 in place $i$ and 0 elsewhere: one number moves, the others wait. The step $h$ is
# small; the default below will be explained in a moment. To compare two gradients we measure the
# length of their difference against their own length.


# %% tags=["teaches"]
CENTRAL_H = np.finfo(float).eps ** (1 / 3)    # 6e-6


# %% tags=["teaches"]
def numerical_gradient(f, x, h=CENTRAL_H):
    """∂f/∂xᵢ ≈ (f(x + h eᵢ) - f(x - h eᵢ)) / (2h) for every entry of x, of any shape."""
    x = np.array(x, dtype=float)    # a copy: the caller's x is not touched
    gradient = np.empty_like(x)
    for i in np.ndindex(x.shape):
        centre = x[i]
        x[i] = centre + h
        above = f(x)
        x[i] = centre - h
        below = f(x)
        x[i] = centre               # put it back before the next one moves
        gradient[i] = (above - below) / (2 * h)
    return gradient


# %% tags=["teaches"]
def relative_error(a, b):
    """‖a - b‖ / max(‖a‖, ‖b‖); 0 when both are 0. Below 1e-6, two gradients agree."""
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


# %%
def agree(ours, f, x):
    """Whether a gradient agrees with finite differences: relative error below 1e-6."""
    return relative_error(ours, numerical_gradient(f, x)) < 1e-6


def loss_of(w):
    return (sigmoid(w * x + b) - y) ** 2 / 2


print(f"chain rule {dL_dw:.6f}   finite difference {numerical_gradient(loss_of, w):.6f}")
print(
    "σ' agrees:",
    agree(sigmoid_prime(np.arange(-3.0, 4)), lambda z: sigmoid(z).sum(), np.arange(-3.0, 4)),
)
print("∂L/∂w agrees:", agree(dL_dw, loss_of, w))
print("∂L/∂b agrees:", agree(dL_da * da_dz, lambda b: (sigmoid(w * x + b) - y) ** 2 / 2, b))

# %% [markdown]
# From here on every line that we derive is followed by the code that is that line, and by this check.
#
# ### Which step h?

# %%
sizes = ["about a million times smaller", "about the same", "about a million times larger"]
guess = predict(
    "A slope is a limit for h → 0. So take h a million times smaller than our default. "
    "The error becomes",
    options=sizes,
)

# %% [markdown]
# Two errors pull in opposite directions.
#
# **Truncation.** Near $x$ a smooth function is its tangent, plus a bend, plus ever smaller terms
# (Taylor's formula):
#
# $$ f(x \pm h) = f \pm h f' + \tfrac{h^2}{2} f'' \pm \tfrac{h^3}{6} f''' + \dots $$
#
# (If it is new to you: take the slope of both sides with respect to $h$, at $h = 0$, once, twice,
# three times. Left and right agree each time; that is what the factors are for.) Subtract the two
# and divide by $2h$: $f$ and $f''$ cancel, and $f' + \frac{h^2}{6} f'''$ is left, and smaller terms.
# So the formula is off by $\frac{h^2}{6} |f'''|$: half the step, a quarter of the error. (With a step
# to one side only, $f''$ would not cancel: half the step, half the error.)
#
# **Rounding.** A computer keeps about 16 digits: each value of $f$ is off by about
# $\frac{\varepsilon}{2} |f|$ (by more, if $f$ takes many steps), with the **machine epsilon**
# $\varepsilon = 2.2 \cdot 10^{-16}$. The difference of two is then off by about $\varepsilon |f|$, and
# we divide it by $2h$: the error is about $\frac{\varepsilon |f|}{2h}$, and it *grows* as $h$ falls.
#
# The sum $\frac{h^2}{6} |f'''| + \frac{\varepsilon |f|}{2h}$ is smallest where its own slope is zero:
#
# $$ \frac{h}{3} |f'''| = \frac{\varepsilon |f|}{2 h^2}
# \quad\Longrightarrow\quad h^* = \sqrt[3]{\frac{3\,\varepsilon |f|}{2\,|f'''|}}. $$
#
# Where $f$ and $f'''$ are of similar size that is about $\sqrt[3]{\varepsilon} = 6 \cdot 10^{-6}$,
# our default. Now measure: the error for 49 steps $h$, as a root mean square over 201 weights $w$.

# %%
def slope_of(w):
    return (sigmoid(w * x + b) - y) * sigmoid_prime(w * x + b) * x             # ∂L/∂w of part 1


def rms(values):
    return np.sqrt(np.mean(values**2))


def error_at(h):
    return rms((loss_of(ws + h) - loss_of(ws - h)) / (2 * h) - slope_of(ws))   # difference - slope


# %%
eps = np.finfo(float).eps
ws, h, k = np.linspace(-1, 2, 201), 10.0 ** np.arange(-12, 0.01, 0.25), 1e-3
fd_error, slopes = np.array([error_at(step) for step in h]), slope_of(ws)
size = rms(loss_of(ws))                                                        # |f|
third = rms((slope_of(ws + k) - 2 * slope_of(ws) + slope_of(ws - k)) / k**2)   # |f'''|
truncation, rounding = third / 6 * h**2, eps * size / (2 * h)
h_star, h_best = (3 * eps * size / (2 * third)) ** (1 / 3), h[fd_error.argmin()]
print(f"cube root of ε: {eps ** (1 / 3):.1e}   predicted best h: {h_star:.1e}")
print(f"measured best h within a factor 2 of the prediction: {0.5 < h_best / h_star < 2}")
worse = error_at(CENTRAL_H / 1e6) / error_at(CENTRAL_H)
print(f"the error with h a million times smaller: 10^{np.log10(worse):.0f} times as large")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=sizes[2] if 3e5 < worse < 3e6 else f"{worse:.0g} times as large",
    why="Left of the best step only rounding counts, and it grows as 1/h: the difference is lost in the last "
           "digits. At h = 1e-16, 1 + h is 1 again, and the difference is 0.")

# %%
fig, ax = plt.subplots()
ax.loglog(h, fd_error, "o-", ms=4, label="measured error")
ax.loglog(h, truncation, "--", label="truncation: $h^2 |f'''| / 6$")
ax.loglog(h, rounding, ":", label=r"rounding: $\varepsilon |f| / 2h$")
ax.axvline(h_star, color=plots.PALETTE[4], lw=1, label="predicted best h")
ax.set(
    xlabel="step h", ylabel="error of the slope", ylim=(1e-12, 1),
    title="Too large bends, too small rounds",
)
ax.legend()
show_figure(
    fig,
    alt="Error against step, both axes logarithmic: a V. The right arm rises with slope 2 "
    "along the truncation line, the left arm rises to the left with slope -1 along the "
    "rounding line. They meet near 6e-6.",
    caption=f"The error is smallest near the predicted step {h_star:.1e}; on both sides it "
    "follows its prediction.",
)

# %% [markdown]
# So the best that finite differences can do in double precision is about 11 digits. That is plenty
# to find a mistake: a forgotten factor shows in the first digit. One warning: at a **kink** there is
# no slope to agree on. At $z = 0$ the central difference of ReLU gives the mean of both sides.

# %%
print(
    f"ReLU at 0: our code says {relu_prime(0.0):g}, "
    f"the finite difference {numerical_gradient(relu, 0.0):g}"
)

# %% [markdown]
# From now on we import both: `from mlp_lesson.gradcheck import numerical_gradient, relative_error`.
#
# ## 3. The error signal δ of a neuron
#
# A neuron with three inputs has three weights and a bias. Must we walk the chain four times? No:
# all four act on the loss through one gate, the sum $z = w_1 x_1 + w_2 x_2 + w_3 x_3 + b$. So
# walk to the gate once, and give the result a name:
#
# $$ \delta = \frac{\partial L}{\partial z} $$
#
# **δ (delta) says how much the loss grows when this neuron's $z$ grows.** It has a plus sign. The
# last step is short, because $z$ is a straight line in each of its weights:
#
# $$ \frac{\partial L}{\partial w_j} = \delta \cdot \frac{\partial z}{\partial w_j} = \delta\, x_j,
# \qquad \frac{\partial L}{\partial b} = \delta \cdot 1 = \delta. $$

# %%
x, w, b, y = np.array([1.0, -2.0, 0.5]), np.array([0.5, -0.25, 1.0]), -0.5, 0.0
z = x @ w + b
delta = (sigmoid(z) - y) * sigmoid_prime(z)     # δ = ∂L/∂a · σ'(z)
dw = delta * x                                  # ∂L/∂wⱼ = δ xⱼ   (3,)
db = delta                                      # ∂L/∂b = δ
print(f"z = {z:g}   δ = {delta:.4f}   ∂L/∂w = {np.round(dw, 4)}")
print("∂L/∂w agrees:", agree(dw, lambda w: (sigmoid(x @ w + b) - y) ** 2 / 2, w))
print("∂L/∂b agrees:", agree(db, lambda b: (sigmoid(x @ w + b) - y) ** 2 / 2, b))

# %% [markdown]
# ### The error-correction rule
#
# The gradient points uphill, so a step against it lowers the loss. With a step size $\eta$ (the
# learning rate, `lr` in code):
#
# $$ w \leftarrow w - \eta\, \delta\, x, \qquad b \leftarrow b - \eta\, \delta. $$
#
# For a *linear* neuron ($a = z$) with $L = \frac12 (z - y)^2$, $\delta = z - y$, so the rule reads
# $w \leftarrow w + \eta\,(y - z)\,x$: add the input, in proportion to the error. That is the **error-correction
# rule** of Widrow and Hoff (1960). The perceptron rule of lesson 01 has the same form,
# (target − output) · input, with a threshold's output in place of $z$.
#
# How far does one step go? The new sum is $z - \eta\,\delta\,(x \cdot x + 1)$. So the step
# $\eta = 1 / (x \cdot x + 1)$ removes this sample's error completely, in one go.

# %%
lr = 1 / (x @ x + 1)
z = x @ w + b
delta = z - y                                   # δ of a linear neuron with ½ (z - y)²
w_new, b_new = w - lr * delta * x, b - lr * delta
print(f"error before: {z - y:.2f}   after: {abs(x @ w_new + b_new - y):.2f}")

# %% [markdown]
# ### Spot the error: one letter, several meanings
#
# Textbooks do not agree on δ. All of these are in use ($v$ is our $z$; $J$ is our $L$):
#
# | convention | δ is | the gradient for $w_j$ is | the update is |
# |---|---|---|---|
# | this course | $\partial L / \partial z$ | $\delta\, x_j$ | $w - \eta\,\delta\,x$ |
# | Haykin (2009), among others | $-\partial J / \partial v$ | $-\delta\, x_j$ | $w + \eta\,\delta\,x$ |
# | "the error at the output" | $-\partial J / \partial a$ | $-\delta\, f'(v)\, x_j$ | $w + \eta\,\delta\, f'(v)\,x$ |
# | δ before the mean is taken | $n\,\partial L / \partial z$ | $\delta\, x_j / n$ | $w - \eta\,\delta\,x / n$ |
#
# Each is right as long as one stays with it. One published lecture uses the second *and* the third, under the
# same letter. Suppose you take δ from the third row and put it into the update of the second.

# %%
guess = predict("δ = -∂J/∂a is used where -∂J/∂v is meant. By which factor is the step wrong?",
                options=["-1", "f'(z)", "1 / f'(z)", "n"])

# %%
z = x @ w + b
delta_v = -(sigmoid(z) - y) * sigmoid_prime(z)  # second row: -∂J/∂v
delta_a = -(sigmoid(z) - y)                     # third row: -∂J/∂a
mixed = delta_a * x                             # the third row's δ in the second row's update
factor = (mixed / (delta_v * x))[0]
print(f"the step is {factor:.2f} times the right one; 1 / σ'(z) = {1 / sigmoid_prime(z):.2f}")
print("finite differences agree with the second row:",
      agree(-delta_v * x, lambda w: (sigmoid(x @ w + b) - y) ** 2 / 2, w))
print("and with the mixture:", agree(-mixed, lambda w: (sigmoid(x @ w + b) - y) ** 2 / 2, w))

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="1 / f'(z)" if np.isclose(factor, 1 / sigmoid_prime(z)) else "n",
    why="The slope f'(z) between a and z is missing. It differs from neuron to neuron, so no learning rate can "
           "make up for it.")

# %% [markdown]
# ## 4. The output layer: softmax and cross-entropy
#
# Now several neurons side by side: one for each class. Their sums $z_1, \dots, z_k$, the
# **logits**, become probabilities by softmax, and the loss is the cross-entropy (lesson 04):
#
# $$ p_j = \frac{e^{z_j}}{S}, \quad S = \sum_m e^{z_m}, \qquad L = -\sum_m y_m \ln p_m . $$
#
# The targets $y_m$ are 1 for the true class and 0 for the others. What is
# $\delta_j = \frac{\partial L}{\partial z_j}$? Put the first formula into the second. Because
# $\ln p_m = z_m - \ln S$, and because the targets sum to 1,
#
# $$ L = -\sum_m y_m (z_m - \ln S) = \ln S - \sum_m y_m z_m . $$
#
# Move $z_j$ alone. In the first part $\frac{\partial S}{\partial z_j} = e^{z_j}$, and the slope of
# $\ln S$ is $1/S$: together $e^{z_j} / S = p_j$. In the second part only $y_j z_j$ moves:
#
# $$ \boxed{\;\delta_j = p_j - y_j\;} \qquad \text{prediction minus target.} $$
#
# The long way round, through the probabilities, arrives at the same place. It needs the slope of
# *every* $p_m$, since they share $S$. For $m = j$ the quotient rule gives
# $\frac{\partial p_j}{\partial z_j} = \frac{e^{z_j} S - e^{z_j} e^{z_j}}{S^2} = p_j (1 - p_j)$; for
# the others $\frac{\partial p_m}{\partial z_j} = -\frac{e^{z_m} e^{z_j}}{S^2} = -p_m p_j$. With
# $\frac{\partial L}{\partial p_m} = -\frac{y_m}{p_m}$, and added over all $m$ (part 5 says why one adds),
#
# $$ \delta_j = -\frac{y_j}{p_j}\, p_j (1 - p_j) + \sum_{m \ne j} \frac{y_m}{p_m}\, p_m p_j
# = -y_j + p_j \sum_m y_m = p_j - y_j . $$

# %%
z, y = np.array([2.0, 1.0, 0.0]), np.array([0.0, 1.0, 0.0])


def cross_entropy(z):
    return np.log(np.exp(z).sum()) - y @ z      # L = ln S - Σ y z


p = softmax(z)
delta = p - y                                   # δⱼ = pⱼ - yⱼ   (3,)
print(
    "p =", np.round(p, 3), "  δ =", np.round(delta, 3), "  agrees:", agree(delta, cross_entropy, z)
)
jacobian = np.diag(p) - np.outer(p, p)  # ∂pₘ/∂zⱼ: pⱼ(1 - pⱼ) on the diagonal, -pₘpⱼ elsewhere
print("the long way gives the same:", np.allclose(jacobian @ (-y / p), delta))

# %% [markdown]
# The same thing happens with one sigmoid and binary cross-entropy,
# $L = -y \ln a - (1 - y) \ln (1 - a)$:
#
# $$ \delta = \frac{\partial L}{\partial a}\, \sigma'(z)
# = \left( -\frac{y}{a} + \frac{1 - y}{1 - a} \right) a (1 - a) = -y (1 - a) + (1 - y)\, a = a - y . $$
#
# The slope $\sigma'$, which vanishes where the sigmoid is flat, has cancelled. That is why lesson 04
# found that this pair goes on learning where sigmoid with squared error stands still. A linear unit with half
# the squared error has $\delta = z - y$. Three heads, one formula: **prediction minus target**.

# %%
Z, Y = np.array([[0.8]]), np.array([[1.0]])
for loss, head in [(binary_cross_entropy, sigmoid), (half_squared_error, lambda z: z)]:
    delta = head(Z) - Y                                         # δ = a - y
    print(f"{loss.__name__:<20} agrees:", agree(delta, lambda z, loss=loss: loss(z, Y)[0], Z))

# %% [markdown]
# ## 5. A hidden neuron: add up the paths
#
# A hidden neuron has no target. It acts on the loss through *all* neurons that it feeds. Say it
# puts out $a$ and feeds the three logits above, with weights $1$, $-1$ and $2$. Nudge $a$: each
# logit moves by its weight times the nudge, and each then moves the loss, by its δ. Think of the
# three logits as moving one after the other. The first tiny move hardly changes the slopes for the
# next, so the changes of the loss add up. **Along a path slopes multiply, over several paths they add**:
#
# $$ \frac{\partial L}{\partial a} = \sum_k \frac{\partial L}{\partial z_k}\, \frac{\partial z_k}{\partial a}
# = \sum_k \delta_k w_k . $$

# %%
delta, out = p - y, np.array([1.0, -1.0, 2.0])   # δₖ, and the weights from a to the three logits
dL_da = sum(d * v for d, v in zip(delta, out, strict=True))   # ∂L/∂a = Σₖ δₖ wₖ
places = {"a": (0, 0, ""), "L": (3, 0, "")} | {f"$z_{k + 1}$": (1.5, 1 - k, "") for k in range(3)}
edges = [("a", f"$z_{k + 1}$", f"{v:g}") for k, v in enumerate(out)]
edges += [(f"$z_{k + 1}$", "L", f"{d:.3f}") for k, d in enumerate(delta)]
fig, ax = plt.subplots(figsize=(7, 3.2))
plots.plot_graph(places, edges, ax=ax).set_title("Multiply along each path, add over the paths")
terms = " + ".join(f"({d:.3f})({v:g})" for d, v in zip(delta, out, strict=True))
show_figure(
    fig,
    alt="A graph: a on the left feeds z1, z2 and z3 with weights 1, -1 and 2; all three feed "
    "L, with slopes 0.665, -0.755 and 0.090.",
    caption=f"∂L/∂a = {terms} = {dL_da:.3f}.",
)
print("∂L/∂a agrees:", agree(dL_da, lambda a: cross_entropy(z + out * a), 0.0))

# %%
guess = predict(
    "Another hidden neuron feeds the three logits with weights 0.7, 0.7 and 0.7. Its ∂L/∂a is",
    options=["2.1", "0.7", "0"],
)

# %%
same = abs(delta @ np.array([0.7, 0.7, 0.7]))
print(f"∂L/∂a = {same:.3f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=f"{same:.0f}",
    why="The probabilities sum to 1 and so do the targets, so the δ sum to 0. A neuron that lifts all logits alike "
           "changes no probability and gets no blame.")

# %% [markdown]
# One step is left, from $a$ to the neuron's own gate: $a = f(z)$ has the slope $f'(z)$. With
# $w_{jk}$ for the weight from hidden neuron $j$ to neuron $k$ of the next layer,
#
# $$ \boxed{\;\delta_j = f'(z_j) \sum_k w_{jk}\, \delta_k\;} $$
#
# The δ of a layer are made from the δ of the layer *after* it. They start at the output and
# walk back: hence **back**propagation. And once a neuron has its δ, part 3 gives the gradients of
# its weights: δ times what came in.

# %%
z_hidden = np.array([0.5, -1.0])                               # two hidden neurons with tanh
W2, b2 = np.array([[1.0, -1.0, 2.0], [0.5, 0.5, -1.0]]), np.zeros(3)


def loss_from(z_hidden):
    return cross_entropy(tanh(z_hidden) @ W2 + b2)             # the rest of the network


delta_out = softmax(tanh(z_hidden) @ W2 + b2) - y              # δₖ = pₖ - yₖ
delta_hidden = np.array([  # δⱼ = f'(zⱼ) Σₖ wⱼₖ δₖ
    tanh_prime(z_hidden[j]) * sum(W2[j, k] * delta_out[k] for k in range(3)) for j in range(2)
])
print(
    "hidden δ =", np.round(delta_hidden, 4), "  agrees:", agree(delta_hidden, loss_from, z_hidden)
)

# %% [markdown]
# The two boxes, and "δ times what came in", are the whole of backpropagation. What follows is bookkeeping.
#
# ## 6. One neuron at a time
#
# Here is a whole pass through a network with 2 inputs, 2 hidden tanh neurons and 1 sigmoid output:
# every number, in an order in which you could compute it yourself. An upper $(1)$ or $(2)$ is the layer;
# $w^{(1)}_{21}$ leads from input 2 to neuron 1. First forward to the loss, then backward. The last column,
# "numeric", holds finite differences, which know nothing of the chain rule.

# %%
steps = trace(PARAMS, [1.0, 0.5], [1.0], ACTIVATIONS["tanh"], binary_cross_entropy)
print(steps.table())

# %% [markdown]
# Now do it yourself, for another sample. Press **Step** until the loss is there. Then compute each
# δ *before* you let it show: type a number, or a product such as `-0.37 * 1.5 * 0.71`, and press Enter.
# - Choose relu and pull $x_1$ down to $-1$. One hidden neuron is off. What are its gradients, and why?
# - Put $x_2$ at 0. Which gradients are 0 now? (What came in times δ.)
# - Change the target. Which numbers change on the way forward, and which on the way back?

# %%
backprop_stepper(x=(0.5, 1.0))

# %% [markdown]
# ## 7. A whole layer at once: matrices
#
# Neuron by neuron is how to understand it; for 100,000 weights we want tables. Rows are samples, as always:
# a sample's activations are a row $A$ of shape $(1, n_\text{in})$, the weights $W$ are
# $(n_\text{in}, n_\text{out})$, and $Z = AW + b$ and $\delta$ are rows $(1, n_\text{out})$. A small
# $\top$ means **transposed**: rows and columns exchanged. Translate each sum:
#
# - $\frac{\partial L}{\partial w_{jk}} = a_j\, \delta_k$, for all $j$ and $k$: a table whose row $j$ is $a_j$
#   times the row $\delta$. That is the column $A^\top$ times the row $\delta$, an **outer product**.
# - $\frac{\partial L}{\partial a_j} = \sum_k \delta_k\, w_{jk} = \sum_k \delta_k\, (W^\top)_{kj}$: the row
#   $\delta$ times the table $W^\top$. $W$ carries forward, $W^\top$ carries back.
# - then every entry times its own slope. $\odot$ means entry by entry, `*` in NumPy.
#
# $$ \frac{\partial L}{\partial W} = A^\top \delta, \qquad
# \frac{\partial L}{\partial b} = \delta, \qquad
# \delta_\text{before} = \left( \delta\, W^\top \right) \odot f'(Z_\text{before}) . $$

# %%
z1, Y = z_hidden[None], y[None]  # the network of part 5; [None] makes a table with one row
A = tanh(z1)                                     # (1, 2)
delta = softmax(A @ W2 + b2) - Y                 # (1, 3)
dW, db = A.T @ delta, delta[0]                   # ∂L/∂W = Aᵀ δ   (2, 3)      ∂L/∂b = δ   (3,)
delta_before = (delta @ W2.T) * tanh_prime(z1)   # δ_before = δ Wᵀ ⊙ f'(Z)    (1, 2)

print(
    "outer product, entry by entry:",
    np.allclose(dW, [[A[0, j] * delta[0, k] for k in range(3)] for j in range(2)]),
)
print("δ_before is the δ of part 5:", np.allclose(delta_before, delta_hidden))
print("∂L/∂W agrees:", agree(dW, lambda W: cross_entropy((A @ W + b2)[0]), W2))
print("∂L/∂b agrees:", agree(db, lambda b: cross_entropy((A @ W2 + b)[0]), b2))

# %% [markdown]
# Do not forget the transposition. Where $W$ is not square NumPy would complain; where it is square, the wrong
# product has the right shape. This is what gradient checks are for, and why they should use layers of different sizes.

# %%
W, delta3 = rng.normal(size=(3, 3)), rng.normal(size=(1, 3))
right, wrong = delta3 @ W.T, delta3 @ W
print("δ Wᵀ and δ W have the shapes", right.shape, "and", wrong.shape)
print("equal:", np.allclose(right, wrong))

# %% [markdown]
# ## 8. A whole batch at once
#
# With $n$ samples the loss is the mean of the samples' losses, $L = \frac1n \sum_i L_i$. Sample $i$
# acts through row $i$ of $Z$ alone, so row $i$ of $\delta = \frac{\partial L}{\partial Z}$ is
# $\frac1n$ times what this sample alone would give. For softmax and cross-entropy:
#
# $$ \delta = \frac{1}{n} \left( P - Y \right), \qquad \text{shape } (n, k). $$
#
# **The $\frac1n$ enters here, once.** Every later formula is linear in δ, so it carries the $\frac1n$ along.


# %% tags=["teaches"]
def softmax_cross_entropy(Z, Y):
    """(L, δ): L = -1/n Σᵢₖ y ln softmax(z)ₖ and δ = ∂L/∂Z = (softmax(Z) - Y)/n."""
    Z = Z - Z.max(axis=1, keepdims=True)              # cancels in the ratio; nothing overflows
    E = np.exp(Z)
    S = E.sum(axis=1, keepdims=True)
    value = np.sum(Y * (np.log(S) - Z)) / len(Z)      # mean over rows of ln S - Σ y z
    return value, (E / S - Y) / len(Z)                # δ = (P - Y)/n   (n, k)


# %% [markdown]
# A weight is shared by all samples, and so is a bias. Each sample is one more path from the weight to the
# loss, and paths add up:
#
# $$ \frac{\partial L}{\partial w_{jk}} = \sum_i a_{ij}\, \delta_{ik} = \left( A^\top \delta \right)_{jk}, \qquad
# \frac{\partial L}{\partial b_k} = \sum_i \delta_{ik} . $$
#
# Look at that: the formula for one row, $A^\top \delta$, *is* the formula for many. The matrix product
# sums over the samples by itself. Only the bias needs its sum written out. And $\delta\, W^\top \odot f'(Z)$ treats
# every row on its own, so it stays as it is.

# %%
A, W, b, Y = (
    rng.normal(size=(4, 3)), rng.normal(size=(3, 2)), rng.normal(size=2),
    one_hot(np.array([0, 1, 1, 0]), 2),
)
value, delta = softmax_cross_entropy(A @ W + b, Y)
dW = A.T @ delta                     # ∂L/∂W = Aᵀ δ = Σᵢ (outer product of sample i)   (3, 2)
db = delta.sum(axis=0)               # ∂L/∂b = Σᵢ δᵢ                                   (2,)
one_by_one = sum(np.outer(A[i], delta[i]) for i in range(4))
print("δ agrees:", agree(delta, lambda Z: softmax_cross_entropy(Z, Y)[0], A @ W + b))
print("Aᵀδ is the sum over samples:", np.allclose(dW, one_by_one))
print("∂L/∂W agrees:", agree(dW, lambda W: softmax_cross_entropy(A @ W + b, Y)[0], W))
print("∂L/∂b agrees:", agree(db, lambda b: softmax_cross_entropy(A @ W + b, Y)[0], b))

# %%
fig = plots.plot_product(
    A.T, delta, ["$A^T$: inputs × samples", "δ: samples\n× neurons", "∂L/∂W: inputs\n× neurons"]
)
show_figure(
    fig,
    alt="Three tables of numbers: A transposed, 3 by 4, times delta, 4 by 2, equals the "
    "gradient, 3 by 2.",
    caption="∂L/∂W has the shape of W, (3, 2); the sum inside the matrix product runs over the "
    "4 samples.",
)

# %% [markdown]
# ## 9. The whole algorithm
#
# Forward as in lesson 02, but now every layer's input $A$ and sum $Z$ is kept, in a `Cache`,
# because the way back needs them. The last layer stops at its logits: the loss takes care of the rest. A
# `Layer` is a pair `(W, b)`.


# %% tags=["teaches"]
def forward(params, X, f):
    """X (n, n_inputs) -> (logits (n, n_outputs), Cache); f acts in every hidden layer."""
    A, As, Zs = X, [], []
    for l, (W, b) in enumerate(params):
        As.append(A)                   # A⁽ˡ⁻¹⁾, the input of this layer
        Z = A @ W + b                  # Z⁽ˡ⁾ = A⁽ˡ⁻¹⁾W⁽ˡ⁾ + b⁽ˡ⁾   (n, n_out)
        Zs.append(Z)
        if l < len(params) - 1:
            A = f(Z)                   # A⁽ˡ⁾ = f(Z⁽ˡ⁾)             (n, n_out)
    return Z, Cache(As, Zs, None)      # None: a place for dropout masks (lesson 08)


# %% tags=["teaches"]
def backward(params, cache, delta, f_prime):
    """The gradient of the loss for every parameter, given δ of the last layer."""
    grads = []
    for l in reversed(range(len(params))):
        dW = cache.A[l].T @ delta                     # ∂L/∂W⁽ˡ⁾ = A⁽ˡ⁻¹⁾ᵀδ⁽ˡ⁾   (n_in, n_out)
        db = delta.sum(axis=0)                        # ∂L/∂b⁽ˡ⁾ = Σᵢ δᵢ⁽ˡ⁾       (n_out,)
        grads.append(Layer(dW, db))
        if l > 0:                                     # δ⁽ˡ⁻¹⁾ = δ⁽ˡ⁾W⁽ˡ⁾ᵀ ⊙ f'(Z⁽ˡ⁻¹⁾)   (n, n_in)
            delta = (delta @ params[l].W.T) * f_prime(cache.Z[l - 1])
    return grads[::-1]                                # first layer first


# %% [markdown]
# In code lists start at 0, so `params[l]` is $W^{(l+1)}, b^{(l+1)}$, and `A[0]` is $X$. Check it on
# a 4-6-5-3 network with random weights and seven samples. All sizes differ, so that no transposed table
# can slip through.


# %%
def gradient_errors(params, X, Y, f, f_prime):
    """The relative error of backward against finite differences, one number for each W and b."""
    Z, cache = forward(params, X, f)
    grads = backward(params, cache, softmax_cross_entropy(Z, Y)[1], f_prime)
    errors = []
    for l, layer in enumerate(params):
        for name in ("W", "b"):
            def loss(array, l=l, name=name):      # the loss with one W or b replaced
                moved = [*params[:l], params[l]._replace(**{name: array}), *params[l + 1:]]
                return softmax_cross_entropy(forward(moved, X, f)[0], Y)[0]

            errors.append(
                relative_error(
                    getattr(grads[l], name), numerical_gradient(loss, getattr(layer, name))
                )
            )
    return np.array(errors)


# %%
params = init_params([4, 6, 5, 3], rng)
X, Y = rng.normal(size=(7, 4)), one_hot(np.array([0, 2, 1, 1, 0, 2, 2]), 3)
errors = gradient_errors(params, X, Y, tanh, tanh_prime)
for name, e in zip(["W1", "b1", "W2", "b2", "W3", "b3"], errors, strict=True):
    print(f"∂L/∂{name} agrees with finite differences: {e < 1e-6}")

# %%
guess = predict(
    "Someone forgets f' on the way back. Which of the three layers get wrong gradients?",
    options=["all three", "only the last", "all but the last"],
)

# %%
forgotten = gradient_errors(params, X, Y, tanh, lambda Z: np.ones_like(Z))   # f' = 1: forgotten
print("layers that agree:", [l + 1 for l in range(3) if forgotten[2 * l:2 * l + 2].max() < 1e-6])

# %% jupyter={"source_hidden": true}
ok = [forgotten[2 * l:2 * l + 2].max() < 1e-6 for l in range(3)]
reveal(
    guess, answer="all but the last" if ok == [False, False, True] else "all three",
    why="f' enters on the step from a layer to the one before. The last layer's gradients are made before that. So "
           "look at the last wrong layer: the mistake sits right behind it.")

# %% [markdown]
# `forward`, `backward` and the losses are in the package too; from now on we import them:
# `from mlp_lesson.network import forward, backward`. This is the code that trains all networks of
# this course.
#
# ## 10. What it costs
#
# Finite differences also give the gradient. Why not use them? Count the multiplications, for a
# 784-128-10 network on one sample. It has $784 \cdot 128 + 128 + 128 \cdot 10 + 10 = 101{,}770$ weights and biases.

# %%
guess = predict(
    "Finite differences need 203,540 forward passes for this gradient. Forward and backward "
    "together cost as much as how many forward passes?",
    options=[2, 10, 128, 1000],
)


# %% [markdown]
# To count, not to guess, we hand the functions an array that keeps a tally. A product of an
# $(n, m)$ and an $(m, k)$ table takes $n \cdot m \cdot k$ multiplications.

# %%
class Counted(np.ndarray):
    """An array that counts the multiplications made with it."""
    tally = 0

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        plain = [np.asarray(array) for array in inputs]
        result = getattr(ufunc, method)(*plain, **options)
        if ufunc is np.matmul:
            Counted.tally += plain[0].shape[0] * plain[0].shape[1] * plain[1].shape[1]   # n · m · k
        if ufunc is np.multiply:
            Counted.tally += result.size
        return np.asarray(result).view(Counted)


# %%
big = init_params([784, 128, 10], rng)
counted = [Layer(W.view(Counted), b.view(Counted)) for W, b in big]
image, label = rng.random((1, 784)), one_hot(np.array([3]), 10)
Z, cache = forward(counted, image.view(Counted), relu)
forward_cost = Counted.tally
delta = softmax_cross_entropy(np.asarray(Z), label)[1].view(Counted)
backward(counted, cache, delta, relu_prime)
backward_cost = Counted.tally - forward_cost
n_params = sum(W.size + b.size for W, b in big)
both = (forward_cost + backward_cost) / forward_cost
print(f"forward {forward_cost:,} multiplications, backward {backward_cost:,}")
print(f"both: {both:.2f} forward passes; finite differences: {2 * n_params:,} forward passes")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=round(both),
    why=f"101,632 forward and 103,040 back make {both:.2f} passes: all 101,770 slopes for the price of one more pass.")

# %% [markdown]
# Read the counts off the formulas. Forward, each weight is used in one multiplication:
# $784 \cdot 128 + 128 \cdot 10 = 101{,}632$. Backward, $A^\top \delta$ uses as many again, one for each weight.
# $\delta\, W^\top$ takes $128 \cdot 10$ more, and the product with $f'$ 128. (The first layer needs no
# $\delta\, W^\top$: nobody asks for the slopes of the pixels.) In a deep network with equal layers
# $\delta\, W^\top$ costs nearly another forward pass, so that forward and backward together come to about **three
# passes, however many weights there are**.
#
# The trick is to share. Finite differences, and the chain rule walked from each weight separately, go the same ways
# again and again. Backpropagation keeps one number for each neuron, δ, and uses it for everything below. The
# price is memory: every $A$ and $Z$ of the way forward must be kept for the way back.

# %%
passes = {"forward pass": 1, "backpropagation": both, "finite differences": 2 * n_params}
fig, ax = plt.subplots(figsize=(7.2, 2.4))
bars = ax.barh(list(passes), list(passes.values()), color=plots.PALETTE[:3])
ax.bar_label(
    bars, [f"{n:,.0f}" if n in (1, 2 * n_params) else f"{n:.2f}" for n in passes.values()],
    padding=4,
)
ax.set(
    xscale="log", xlim=(0.5, 4e6), xlabel="cost in forward passes",
    title="The whole gradient of a 784-128-10 network",
)
ax.invert_yaxis()
show_figure(
    fig,
    alt="Three bars on a logarithmic axis: forward pass 1, backpropagation 2.01, finite "
    "differences 203,540.",
    caption=f"Backpropagation costs {both:.2f} forward passes, finite differences "
    f"{2 * n_params:,}.",
)

# %% tags=["nbval-ignore-output"]
# These timings differ between computers, so tests of the course do not compare this output.
# (We time 100 rows: with a single one, writing the table dW takes longer than computing it.)
def seconds(f):
    """The shortest of 50 runs."""
    return min(repeat(f, number=1, repeat=50))


images, labels = rng.random((100, 784)), one_hot(rng.integers(10, size=100), 10)
Z, cache = forward(big, images, relu)
delta = softmax_cross_entropy(Z, labels)[1]
t_forward = seconds(lambda: forward(big, images, relu))
t_both = t_forward + seconds(lambda: backward(big, cache, delta, relu_prime))
print(
    f"100 rows: forward and backward {1e3 * t_both:.1f} ms, {t_both / t_forward:.1f} forward passes"
)
print(f"finite differences would take {2 * n_params * t_forward:.0f} s")

# %% [markdown]
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("05-weight-gradient")
quiz("05-transposed")
quiz("05-third-digit")
quiz("05-batch-of-32")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("05-largest-slope")
quiz("05-no-activation")

# %% [markdown]
# ## What this lesson claimed, as code

# %%
# 1: one weight
assert (round(float(sigmoid(1.0)), 3), round(float(sigmoid_prime(1.0)), 3)) == (0.731, 0.197)
assert round(float(nudged - L), 4) == round(2 * 0.197 * 0.731 * 0.01, 4) == 0.0029
assert round(0.01 * (2 + 0.197 + 0.731), 3) == 0.029 and round(0.01 * 0.731, 4) == 0.0073
# 2: finite differences
assert f"{eps:.1e}" == "2.2e-16" and f"{eps ** (1 / 3):.0e}" == "6e-06"
assert (len(h), len(ws)) == (49, 201) and f"{h_star:.1e}" == "5.9e-06" and 0.5 < h_best / h_star < 2
assert 3e-12 < fd_error.min() / rms(slopes) < 1e-10                  # about 11 digits
small, large = h < 1e-7, (h > 1e-4) & (h < 1e-1)
assert (
    3e5 < worse < 3e6 and eps * size / 2e-13 / rms(slopes) > 5e-4
)  # 1e-13: the third digit is lost
assert np.all((0.5 < fd_error / rounding)[small]) and np.all((fd_error / rounding < 2)[small])
assert np.allclose((fd_error / truncation)[large], 1, atol=0.05)  # each arm follows its prediction
assert 1.0 + 1e-16 == 1.0 and numerical_gradient(relu, 0.0) == 0.5 and relu_prime(0.0) == 0
# 3: the error-correction rule, the conventions
assert abs(x @ w_new + b_new) < 1e-12 and f"{factor:.2f}" == f"{1 / sigmoid_prime(1.0):.2f}"
# 4 and 5: prediction minus target; paths add up
assert np.round(p, 3).tolist() == [0.665, 0.245, 0.09] and np.allclose(
    p - y, [0.665, -0.755, 0.09], atol=5e-4
)
assert abs((p - y).sum()) < 1e-15 and same < 1e-15
# 6: every gradient of the table is its finite difference
checked = [step for step in steps.steps if step.finite_difference is not None]
assert len(checked) == 12 and all(
    abs(step.value - step.finite_difference) < 1e-6 for step in checked
)
# 7 to 9: matrices, batch, whole networks
assert (
    right.shape == wrong.shape
    and not np.allclose(right, wrong)
    and errors.max() < 1e-6
    and ok == [False, False, True]
)
# 10: the cost
assert n_params == 784 * 128 + 128 + 128 * 10 + 10 == 101_770 and 2 * n_params == 203_540
assert forward_cost == 784 * 128 + 128 * 10 == 101_632
assert backward_cost == 101_632 + 128 * 10 + 128 == 103_040 and f"{both:.2f}" == "2.01"
deep = [W.size for W, _ in init_params([100] * 30 + [10], rng)]      # equal layers: about 3 passes
assert round((3 * sum(deep) - deep[0] + 29 * 100) / sum(deep), 1) == 3.0

# %% [markdown]
# ## Sources
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986), Learning representations by back-propagating errors,
#   *Nature* 323, 533-536: the paper that made it known.
# - S. Linnainmaa (1976), Taylor expansion of the accumulated rounding error, *BIT* 16, 146-160: the same
#   algorithm for any computation, from a thesis of 1970, before neural networks used it.
# - S. Haykin (2009), *Neural Networks and Learning Machines*, 3rd edition, Pearson: a textbook in which δ has the
#   other sign.
# - B. Widrow, M. E. Hoff (1960), Adaptive switching circuits, *IRE WESCON Convention Record* 4, 96-104: the
#   error-correction rule.
