# %% [markdown]
# # {{title}}
#
# In lesson 03 nine numbers learned XOR by nudges, each nudge paid for with a run of the whole network.
# For nine numbers that is slow. For the 101,770 of a network that reads digits it is hopeless. What a
# nudge finds out is a slope. Here are *all* slopes at once, and part 9 counts what they cost.
#
# **After this lesson you can**
# - follow a nudge through a chain of computations, and multiply the slopes on its way;
# - derive the gradient for every weight of a network, from one neuron to matrices and batches;
# - derive why softmax with cross-entropy leaves nothing but prediction minus target;
# - test any gradient against finite differences;
# - write the algorithm in ten lines, and count what it costs.
#
# *About {{time}}; a good place for a break is after part 5. Builds on
# [02](02_xor_and_hidden_layers.ipynb), [03](03_activations.ipynb) and
# [04](04_outputs_and_losses.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import network, plots
from mlp_lesson.activations import ACTIVATIONS, sigmoid, sigmoid_prime, softmax, tanh, tanh_prime
from mlp_lesson.checks import checked
from mlp_lesson.data import load_mnist, logic_gate
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.gradcheck import CENTRAL_H, numerical_gradient, relative_error
from mlp_lesson.losses import (
    binary_cross_entropy,
    half_squared_error,
    one_hot,
    softmax_cross_entropy,
)  # fmt: skip
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.trace import trace
from mlp_lesson.widgets.backprop_stepper import backprop_stepper

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. One weight
#
# The smallest network there is: one input $x = 2$, one weight $w = 1$, a bias $b = -1$, a sigmoid,
# and a target $y = 0$. The loss is half the squared error, $L = \frac12 (a - y)^2$; the $\frac12$
# is there so that the slope will be $a - y$, without a factor 2 ($a^2$ has the slope $2a$). Forward,
# one step at a time:

# %%
x, w, b, y = 2.0, 1.0, -1.0, 0.0
z = w * x + b              # z = w x + b
a = sigmoid(z)             # a = σ(z)
L = (a - y) ** 2 / 2       # L = ½ (a - y)²
print(f"z = {z:.4f}   a = {a:.4f}   L = {L:.4f}")

# %% [markdown]
# Should $w$ be larger or smaller? Nudge it, from 1 to 1.01, and watch. The nudge travels: $w$
# moves $z$, $z$ moves $a$, $a$ moves $L$. At each stage a **slope** says how much bigger or
# smaller the nudge comes out than it went in:
#
# - $z$ moves $2$ times as much as $w$, because $x = 2$;
# - $a$ moves $0.197$ times as much as $z$: the slope of the sigmoid at $z = 1$ (lesson 03);
# - $L$ moves $0.731$ times as much as $a$: that is $a - y$.

# %%
guess = predict("w grows by 0.01. By about how much does the loss grow?",
                options=[0.0029, 0.0073, 0.029])

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
# \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w} = (a - y) \cdot \sigma'(z) \cdot x $$
#
# $\frac{\partial L}{\partial w}$, read "dL by dw", is the slope of $L$ when $w$ alone is moved.
# The round $\partial$ reminds us that there are other things one could move ($b$, for instance),
# and that they stand still.

# %%
dL_da = a - y                   # ∂L/∂a = a - y
da_dz = sigmoid_prime(z)        # ∂a/∂z = σ'(z)
dz_dw = x                       # ∂z/∂w = x
dL_dw = dL_da * da_dz * dz_dw   # ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w

# %% jupyter={"source_hidden": true}
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
# Four more slopes are all that we borrow from calculus. Do not take them on trust: measure them, with
# lesson 03's `measured_slope`. (In the last row $u$ and $v$ are two curves, $u'$ and $v'$ their slopes.)
#
# | function | its slope | measured where |
# |---|---|---|
# | $e^{-z}$ | $-e^{-z}$ | $z = 2$ |
# | $1/u$ | $-1/u^2$ | $u = 2$ |
# | $\ln S$ | $1/S$ | $S = 2$ |
# | $u/v$ | $(u'v - uv')/v^2$ | $u = z^2$, $v = z + 1$, at $z = 2$ |

# %% jupyter={"source_hidden": true}
def measured_slope(f, z, h=1e-5):
    """f'(z), measured: rise over run, from z - h to z + h (lesson 03)."""
    return (f(z + h) - f(z - h)) / (2 * h)


for name, f, slope in [
    ("e^-z", lambda z: np.exp(-z), -np.exp(-2)),
    ("1/u", lambda u: 1 / u, -1 / 4),
    ("ln S", np.log, 1 / 2),
    ("z²/(z + 1)", lambda z: z**2 / (z + 1), (4 * 3 - 4 * 1) / 9),
]:
    print(f"{name:<10}  measured {measured_slope(f, 2.0):7.4f}   by the table {slope:7.4f}")

# %% [markdown]
# The chain rule, and the first two rows, give what lesson 03 asked you to believe. The sigmoid is itself a
# chain: $u = 1 + e^{-z}$, then $a = 1/u$. So
#
# $$ \sigma'(z) = -\frac{1}{u^2} \cdot (-e^{-z}) = \frac{e^{-z}}{(1 + e^{-z})^2}
# = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = \sigma(z)\,(1 - \sigma(z)). $$
#
# ## 2. A second opinion: finite differences
#
# Anyone can make a mistake in a derivation. `measured_slope` needs none. For a table of
# numbers, measure one after the other: move one a little to each side, the others wait.
#
# $$ \frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h} $$
#
# Here $e_i$ is 1 in place $i$ and 0 elsewhere, and $h$ is about $6 \cdot 10^{-6}$ (`CENTRAL_H`). The course's
# function is `numerical_gradient(f, x)`; yours is the first task of the exercise. To compare two gradients we
# divide the length of their difference by that of the longer one (`relative_error`).


# %%
def agree(ours, f, x):
    """Whether a gradient agrees with finite differences: relative error below 1e-6."""
    return relative_error(ours, numerical_gradient(f, x)) < 1e-6


def loss_of(w):
    return (sigmoid(w * x + b) - y) ** 2 / 2


print(f"chain rule {dL_dw:.6f}   finite difference {numerical_gradient(loss_of, w):.6f}")
print("∂L/∂w agrees:", agree(dL_dw, loss_of, w))

# %% [markdown]
# From here on, every line that we derive is followed by its code and by this check.

# %%
guess = predict("A shorter run comes closer to the slope. A millionth of our h makes the error",
                options=["a million times smaller", "about the same", "a million times larger"])

# %% jupyter={"source_hidden": true}
def slope_of(w):
    return (sigmoid(w * x + b) - y) * sigmoid_prime(w * x + b) * x    # ∂L/∂w, as derived


def error_at(h):
    """How far the measured slope is off: root mean square over 201 weights w."""
    ws = np.linspace(-1, 2, 201)
    return np.sqrt(np.mean((measured_slope(loss_of, ws, h) - slope_of(ws)) ** 2))


worse = error_at(CENTRAL_H / 1e6) / error_at(CENTRAL_H)
print(f"the error with h a million times smaller: 10^{np.log10(worse):.0f} times as large")
reveal(
    guess, answer="a million times larger" if 3e5 < worse < 3e6 else f"{worse:.0g} times as large",
    why="A computer keeps about 16 digits. The two values of the loss become so alike that their difference is "
           "lost in the last digits. At h = 1e-16, 1 + h is 1 again, and the difference is 0.")

# %% jupyter={"source_hidden": true}
h = 10.0 ** np.arange(-12, 0.01, 0.25)
fd_error = np.array([error_at(step) for step in h])
fig, ax = plt.subplots(figsize=(7.2, 3.4))
ax.loglog(h, fd_error, "o-", ms=4, color="black")
ax.axvline(CENTRAL_H, color=plots.PALETTE[1], lw=1.5)
ax.annotate("h = 6e-6", (CENTRAL_H, 1e-3), (6, 0), textcoords="offset points")
ax.set(
    xlabel="step h", ylabel="error of the slope", ylim=(1e-12, 1),
    title="Too large bends, too small rounds",
)
show_figure(
    fig,
    alt="Error against step, both axes logarithmic: a V with its lowest point near h = 6e-6. The right "
    "arm rises with slope 2, the left arm with slope -1.",
    caption="Right of 6e-6 the curve bends between the two points, left of it the digits run out.",
)

# %% [markdown]
# So $h$ is about $6 \cdot 10^{-6}$, and smaller is worse. (Why just there is derived at the end, for the
# curious.) About 11 digits are then right; a forgotten factor shows in the first.

# %% jupyter={"source_hidden": true}
quiz("05-third-digit")

# %% [markdown]
# ## 3. The error signal δ of a neuron
#
# A neuron with three inputs has three weights and a bias. Must we walk the chain four times? No:
# all four act on the loss through one gate, the sum $z = w_1 x_1 + w_2 x_2 + w_3 x_3 + b$. So
# walk to the gate once, and give the result a name:
#
# $$ \delta = \frac{\partial L}{\partial z} $$
#
# **δ (delta) says how much the loss grows when this neuron's $z$ grows.** It has a plus sign. From
# the gate on it goes back through two kinds of operations only: a sum, and products.
#
# Nudge one part of a sum, and the sum moves just as much: slope 1. Nudge $w$ in a product $w\,x$, and the
# product moves $x$ times as much.

# %%
guess = predict("A neuron with δ = 0.5 has a product w · x in its sum; w = 3, x = -2. What are the "
                "slopes of the loss by w and by x?",
                options=["-1 and 1.5", "1.5 and -1", "0.5 and 0.5"])

# %%
by_w = measured_slope(lambda w: 0.5 * (w * -2.0), 3.0)     # a loss that grows by δ = 0.5
by_x = measured_slope(lambda x: 0.5 * (3.0 * x), -2.0)     # for each 1 by which w · x grows
print(f"by w: {by_w:.2f}   by x: {by_x:.2f}")

# %% jupyter={"source_hidden": true}
reveal(guess, answer=f"{by_w:.2g} and {by_x:.2g}",
       why="Each factor gets δ times the *other* factor: 0.5 · (-2) for w, 0.5 · 3 for x.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 2.9))
places = {
    "w": (0, 1, "0.5 · (−2) = −1"), "x": (0, 0, "0.5 · 3 = 1.5"), "×": (1.4, 0.5, "0.5"),
    "b": (1.4, -0.5, "0.5"), "+": (2.8, 0, "0.5"), "z": (4, 0, "δ = 0.5"),
}
edges = [("w", "×", "3"), ("x", "×", "−2"), ("×", "+", ""), ("b", "+", ""), ("+", "z", "")]
plots.plot_graph(places, edges, ax=ax).set_title("Going back: a sum hands on, a product swaps")
show_figure(
    fig,
    alt="A graph: w and x lead into a product, the product and b into a sum, the sum to z. Under "
    "each circle the slope of the loss there: 0.5 at z, at the sum, the product and b; -1 at w; 1.5 at x.",
    caption="On the arrows the values that went forward, under each circle the slope of the loss: "
    "a sum hands δ on to each part, a product swaps its factors.",
)

# %% [markdown]
# **A sum hands on, a product swaps** (an intuition from Stanford's course CS231n). That is the whole last
# step:
#
# $$ \frac{\partial L}{\partial w_j} = \delta\, x_j, \qquad \frac{\partial L}{\partial b} = \delta,
# \qquad \frac{\partial L}{\partial x_j} = \delta\, w_j. $$
#
# A weight's slope is δ times *what came in*.

# %%
x, w, b, y = np.array([1.0, -2.0, 0.5]), np.array([0.5, -0.25, 1.0]), -0.5, 0.0
z = x @ w + b
delta = (sigmoid(z) - y) * sigmoid_prime(z)     # δ = ∂L/∂a · σ'(z)
dw = delta * x                                  # ∂L/∂wⱼ = δ xⱼ   (3,)
print(f"δ = {delta:.4f}   ∂L/∂w = {dw.round(4)}")
print("∂L/∂w agrees:", agree(dw, lambda w: (sigmoid(x @ w + b) - y) ** 2 / 2, w))

# %% [markdown]
# The gradient points uphill, so a step against it lowers the loss, if it is small enough. With a step size
# $\eta$ (the **learning rate**, `lr` in code):
#
# $$ w \leftarrow w - \eta\, \delta\, x, \qquad b \leftarrow b - \eta\, \delta. $$
#
# For a *linear* neuron ($a = z$) with $L = \frac12 (z - y)^2$, $\delta = z - y$, so the rule reads
# $w \leftarrow w + \eta\,(y - z)\,x$: add the input, in proportion to the error. That is the **error-correction
# rule** of Widrow and Hoff (1960). The perceptron rule of lesson 01 has the same form,
# (target − output) · input, with a threshold's output in place of $z$.

# %% jupyter={"source_hidden": true}
quiz("05-weight-gradient")

# %% [markdown]
# ## 4. The output layer: prediction minus target
#
# Now several neurons side by side: one for each class. Their sums $z_1, \dots, z_k$, the
# **logits**, become probabilities by softmax, and the loss is the cross-entropy (lesson 04):
#
# $$ p_j = \frac{e^{z_j}}{S}, \quad S = \sum_m e^{z_m}, \qquad L = -\sum_m y_m \ln p_m . $$
#
# The targets $y_m$ are 1 for the true class and 0 for the others. What is
# $\delta_j = \frac{\partial L}{\partial z_j}$? Measure first.

# %%
guess = predict("Logits 2, 1, 0 become p = (0.665, 0.245, 0.090). The second class is right. "
                "What is its δ?", options=["0.245", "-0.755", "-0.185"])

# %%
z, y = np.array([2.0, 1.0, 0.0]), np.array([0.0, 1.0, 0.0])


def cross_entropy(z):
    return -y @ np.log(softmax(z))              # L = -Σ y ln p


p = softmax(z)
print("p =", p.round(3), "  y =", y, "  δ measured:", numerical_gradient(cross_entropy, z).round(3))

# %% jupyter={"source_hidden": true}
reveal(guess, answer=f"{numerical_gradient(cross_entropy, z)[1]:.3f}",
       why="0.245 - 1 = -0.755. A larger z₂ lowers the loss, so the slope is negative; the other two are 0.665 - 0 "
           "and 0.090 - 0.")

# %% [markdown]
# Every δ is the probability minus the target. Why so simple? Because $\ln p_m = z_m - \ln S$, and because
# the targets sum to 1,
#
# $$ L = -\sum_m y_m (z_m - \ln S) = \ln S - \sum_m y_m z_m . $$
#
# Move $z_j$ alone. In the first part $S$ moves with the slope $e^{z_j}$, and $\ln S$ with $1/S$:
# together $e^{z_j} / S = p_j$. In the second part only $y_j z_j$ moves, with the slope $y_j$:
#
# $$ \boxed{\;\delta_j = p_j - y_j\;} \qquad \text{prediction minus target.} $$
#
# The same thing happens with one sigmoid, $a = \sigma(z)$, and binary cross-entropy,
# $L = -y \ln a - (1 - y) \ln (1 - a)$:
#
# $$ \delta = \frac{\partial L}{\partial a}\, \sigma'(z)
# = \left( -\frac{y}{a} + \frac{1 - y}{1 - a} \right) a (1 - a) = -y (1 - a) + (1 - y)\, a = a - y . $$
#
# The slope $\sigma'$, which vanishes where the sigmoid is flat, has cancelled. That is why lesson 04
# found that this pair goes on learning where sigmoid with squared error stands still. A linear unit with
# half the squared error has $\delta = z - y$, too (part 3). Three heads, one formula.

# %%
print("softmax              agrees:", agree(p - y, cross_entropy, z))
Z, Y = np.array([[0.8]]), np.array([[1.0]])
for loss, head in [(binary_cross_entropy, sigmoid), (half_squared_error, lambda z: z)]:
    print(f"{loss.__name__:<20} agrees:", agree(head(Z) - Y, lambda z, loss=loss: loss(z, Y)[0], Z))

# %% [markdown]
# ## 5. A hidden neuron: add up the paths
#
# A hidden neuron has no target. It acts on the loss through *all* neurons that it feeds. Say it
# puts out $a$ and feeds the three logits above, with weights $1$, $-1$ and $2$. Nudge $a$: each
# logit moves by its weight times the nudge, and each moves the loss, by its δ. Let them move one after
# the other: the first tiny move hardly changes the slopes for the next, so the changes of the loss add
# up. **Along a path slopes multiply, over several paths they add**:
#
# $$ \frac{\partial L}{\partial a} = \sum_k \delta_k w_k . $$

# %%
delta, out = p - y, np.array([1.0, -1.0, 2.0])   # δₖ, and the weights from a to the three logits
dL_da = sum(d * v for d, v in zip(delta, out, strict=True))   # ∂L/∂a = Σₖ δₖ wₖ
print("∂L/∂a agrees:", agree(dL_da, lambda a: cross_entropy(z + out * a), 0.0))

# %% jupyter={"source_hidden": true}
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

# %%
guess = predict("Another hidden neuron feeds the three logits with weights 0.7, 0.7 and 0.7. "
                "Its ∂L/∂a is", options=["2.1", "0.7", "0"])

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
# walk back: hence **back**propagation.
#
# All neurons of the layer at once: their δ stand in a row. Going forward, `A @ W` sums down the columns of
# $W$, over the neurons *before*. Going back we sum along its rows, over the neurons *after*. So exchange
# rows and columns, written $W^\top$ (**transposed**), `W.T` in code: $W$ carries forward, $W^\top$ carries
# back. Then each neuron takes its own slope; $\odot$ multiplies entry by entry, `*` in NumPy.
#
# $$ \delta_\text{before} = \left( \delta\, W^\top \right) \odot f'(Z_\text{before}) $$
#
# Write it. It works for many rows (samples) as for one.


# %%
def hidden_delta(delta_next, W_next, Z, f_prime):
    """δ of a hidden layer: delta_next (n, n_next), W_next (n_here, n_next), Z (n, n_here)."""
    ### BEGIN SOLUTION
    return (delta_next @ W_next.T) * f_prime(Z)
    ### END SOLUTION


# %%
hidden_delta = checked("hidden_delta", hidden_delta)

# %%
z_hidden = np.array([[0.5, -1.0]])                   # two hidden neurons with tanh, one row
W2 = np.array([[1.0, -1.0, 2.0], [0.5, 0.5, -1.0]])  # row j: from hidden neuron j to the logits
logits = (tanh(z_hidden) @ W2)[0]
delta_hidden = hidden_delta((softmax(logits) - y)[None], W2, z_hidden, tanh_prime)  # [None]: a row
print("hidden δ =", delta_hidden.round(4),
      "  agrees:", agree(delta_hidden, lambda z: cross_entropy((tanh(z) @ W2)[0]), z_hidden))

# %% [markdown]
# The two boxes, and "δ times what came in", are the whole of backpropagation. What follows is bookkeeping.
#
# ## 6. The nine numbers, one neuron at a time
#
# The nine numbers again: lesson 02's network for XOR, with sigmoids, at the input $(1, 1)$, where the
# answer should be 0. An upper $(1)$ or $(2)$ is the layer; $w^{(1)}_{21}$ leads from input 2 to neuron 1.
# First forward to the loss, then back, in an order in which you could compute it yourself. The last column,
# "numeric", holds finite differences.

# %%
Ws = [np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([[1.0], [1.0]])]    # W⁽¹⁾, W⁽²⁾
bs = [np.array([-0.5, 1.5]), np.array([-1.5])]                           # b⁽¹⁾, b⁽²⁾
nine = [network.Layer(W, b) for W, b in zip(Ws, bs, strict=True)]
steps = trace(nine, [1.0, 1.0], [0.0], ACTIVATIONS["logistic"], binary_cross_entropy)
print(steps.table())

# %% jupyter={"source_hidden": true}
at = steps.values
fig, ax = plt.subplots(figsize=(7.6, 3.4))
places = {
    "$x_1$": (0, 1, "1"), "$x_2$": (0, 0, "1"),
    "$h_1$": (1.6, 1, f"OR: δ = {at['δ⁽¹⁾₁']:.3f}"), "$h_2$": (1.6, 0, f"NAND: δ = {at['δ⁽¹⁾₂']:.3f}"),
    "$o$": (3.2, 0.5, f"AND: δ = {at['δ⁽²⁾₁']:.3f}"),
}
edges = [(f"$x_{j}$", f"$h_{k}$", "") for j in (1, 2) for k in (1, 2)]
edges += [("$h_1$", "$o$", "weight 1"), ("$h_2$", "$o$", "weight 1")]
plots.plot_graph(places, edges, ax=ax).set_title("XOR's network at (1, 1): who is to blame, and how much")
show_figure(
    fig,
    alt="The 2-2-1 network. Under the output neuron AND delta = 0.424, under the hidden neurons OR and "
    "NAND 0.063 and 0.100; both feed the output with weight 1.",
    caption="The output is 0.424 too high. NAND gets more of the blame than OR: its sigmoid is steeper "
    "where it stands.",
)

# %% [markdown]
# Now do it yourself, in a network with other weights. Press **Step** until the loss is there. Then compute
# each δ *before* you let it show: type a number, or a product such as `-0.37 * 1.5 * 0.71`, and press Enter.
# - Choose relu and pull $x_1$ down to $-1$. One hidden neuron is off. What are its gradients, and why?
# - Put $x_2$ at 0. Which gradients are 0 now? (What came in times δ.)
# - Change the target. Which numbers change on the way forward, and which on the way back?

# %%
backprop_stepper(x=(0.5, 1.0))

# %% [markdown]
# ## 7. A whole layer, a whole batch
#
# Rows are samples, as always: the activations that come in are $A$, $(n, n_\text{in})$, the weights $W$
# are $(n_\text{in}, n_\text{out})$, and $Z = AW + b$ and $\delta$ are $(n, n_\text{out})$.
#
# **One sample.** $\frac{\partial L}{\partial w_{jk}} = a_j\, \delta_k$ for all $j$ and $k$: a table whose row
# $j$ is $a_j$ times the row $\delta$. That is the column $A^\top$ times the row $\delta$, `A.T @ delta`. What
# goes to the layer before is $\frac{\partial L}{\partial A} = \delta\, W^\top$, as in part 5.
#
# **Many samples.** The loss is now the mean of the samples' losses, so row $i$ of $\delta$ is $\frac1n$ times
# what this sample alone would give: $\delta = (P - Y)/n$. **The $\frac1n$ enters here, once.** A weight is
# shared by all samples. Each sample is one more path to the loss, and paths add up:
#
# $$ \frac{\partial L}{\partial w_{jk}} = \sum_i a_{ij}\, \delta_{ik} = \left( A^\top \delta \right)_{jk}, \qquad
# \frac{\partial L}{\partial b_k} = \sum_i \delta_{ik} . $$
#
# Look at that: the formula for one row, $A^\top \delta$, *is* the formula for many. The matrix product sums
# over the samples by itself. Only the bias needs its sum written out.
#
# What does that mean for a picture? Take a network without hidden layer, 784 pixels to 10 classes, fresh: all
# weights are 0, so each class gets the probability 0.1. Show it one handwritten 3, and ask each weight what it
# wants.

# %%
guess = predict("Lay out the 784 slopes of the neuron for class 7 as a picture. What do you see?",
                options=["a 7", "the 3, faintly", "noise", "nothing: 7 is not concerned"])

# %% [markdown]
# Write the layer's way back. δ carries its $\frac1n$ already: add up, do not average.


# %%
def layer_backward(delta, A_prev, W):
    """(dW, db, dA_prev): the slopes of the loss by a layer's weights, biases and inputs."""
    ### BEGIN SOLUTION
    dW = A_prev.T @ delta       # ∂L/∂W = Aᵀ δ    (n_in, n_out)
    db = delta.sum(axis=0)      # ∂L/∂b = Σᵢ δᵢ   (n_out,)
    dA_prev = delta @ W.T       # ∂L/∂A = δ Wᵀ    (n, n_in)
    return dW, db, dA_prev
    ### END SOLUTION


# %%
layer_backward = checked("layer_backward", layer_backward)

# %%
images, labels, _, _ = load_mnist()
W, b = np.zeros((784, 10)), np.zeros(10)
three, Y = images[7:8], one_hot(labels[7:8], 10)         # one row
delta = (softmax(three @ W + b) - Y) / len(Y)
dW_three, _, _ = layer_backward(delta, three, W)
print("δ =", delta[0].round(1), "  shape of dW:", dW_three.shape)

# %% jupyter={"source_hidden": true}
seven, ink = dW_three[:, 7], three[0]
faint = np.allclose(seven, 0.1 * ink)
reveal(guess, answer="the 3, faintly" if faint else "noise",
       why="What came in times δ: 0.1 times the picture. A step *against* it makes class 7 say less to this picture. "
           "For class 3 it is -0.9 times the picture.")

# %% jupyter={"source_hidden": true}
fig = plots.plot_weights(
    -dW_three.T.reshape(10, 28, 28), [f"class {k}" for k in range(10)], n_columns=5,
    title="What one digit wants each weight to do",
)
show_figure(
    fig,
    alt="Ten pictures of the same handwritten 3, one for each class: deep red for class 3, pale blue for "
    "the nine others.",
    caption="The weights after one step with η = 1. Class 3: more wherever there is ink; all others: a "
    "little less there.",
)

# %% [markdown]
# A first hidden layer is no different: each neuron gets the digit's own picture, times its δ. And in a batch
# the wishes of all samples are added up. Here are 1,000 digits, and one single step from weights that are 0:

# %%
X, Y = images[:1000], one_hot(labels[:1000], 10)
delta = (softmax(X @ W + b) - Y) / len(Y)
dW, db, _ = layer_backward(delta, X, W)
right = np.mean(np.argmax(images[1000:2000] @ (W - dW) + (b - db), axis=1) == labels[1000:2000])
print(f"after one step, other digits read rightly: {right:.0%}")

# %% jupyter={"source_hidden": true}
fig = plots.plot_weights(
    -dW.T.reshape(10, 28, 28), [f"class {k}" for k in range(10)], n_columns=5,
    title="What 1,000 digits want, added up",
)
show_figure(
    fig,
    alt="Ten weight pictures: most show their own digit, blurred, in red, with blue where other digits "
    "have ink.",
    caption="Red: ink here speaks for the class. Blue: ink here speaks against it.",
)

# %% [markdown]
# One warning: forget a transposition, and NumPy complains, except where the table is square. So check gradients
# with different sizes for the layers and the batch.

# %% jupyter={"source_hidden": true}
quiz("05-transposed")
quiz("05-batch-of-32")

# %% [markdown]
# ## 8. The whole algorithm
#
# Forward as in lesson 02, but now every layer's input $A$ and sum $Z$ is kept, because the way back needs
# them. The last layer stops at its logits: the loss takes care of the rest. Lists start at 0, so `Ws[0]` is
# $W^{(1)}$, and `As[0]`, the input of the first layer, is $X$.


# %%
def forward(X, Ws, bs, f):
    """(As, Zs): the input of each layer, and its sums; the last of Zs are the logits."""
    As, Zs = [X], []
    for W, b in zip(Ws, bs, strict=True):
        Zs.append(As[-1] @ W + b)      # Z⁽ˡ⁾ = A⁽ˡ⁻¹⁾W⁽ˡ⁾ + b⁽ˡ⁾   (n, n_out)
        As.append(f(Zs[-1]))           # A⁽ˡ⁾ = f(Z⁽ˡ⁾)             (n, n_out)
    return As[:-1], Zs                 # f(logits) is not wanted


# %%
guess = predict("Someone forgets f' on the way back through three layers. Which get it wrong?",
                options=["all three", "only the last", "all but the last"])

# %% [markdown]
# Now the way back, from the last layer to the first. In each layer: collect the slopes of its weights and
# biases; then, unless it was the first, carry δ to the layer before. Your two functions do all the work.


# %%
def backward(Ws, As, Zs, delta, f_prime):
    """(dWs, dbs): the slopes of the loss by all weights and biases, first layer first."""
    ### BEGIN SOLUTION
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, _ = layer_backward(delta, As[l], Ws[l])
        dWs, dbs = [dW, *dWs], [db, *dbs]
        if l > 0:
            delta = hidden_delta(delta, Ws[l], Zs[l - 1], f_prime)
    return dWs, dbs
    ### END SOLUTION


# %%
backward = checked("backward", backward)

# %% [markdown]
# Now a gradient check, on a 4-6-5-3 network with random weights and seven samples.

# %% jupyter={"source_hidden": true}
sizes = [4, 6, 5, 3]
Vs = [rng.normal(size=shape) for shape in zip(sizes[:-1], sizes[1:], strict=True)]
cs = [rng.normal(size=n) for n in sizes[1:]]
X, Y = rng.normal(size=(7, 4)), one_hot(np.array([0, 2, 1, 1, 0, 2, 2]), 3)


def layers_that_agree(f, f_prime):
    """The layers whose dW and db agree with finite differences, counted from 1."""
    As, Zs = forward(X, Vs, cs, f)
    dWs, dbs = backward(Vs, As, Zs, softmax_cross_entropy(Zs[-1], Y)[1], f_prime)

    def loss(Vs, cs):
        return softmax_cross_entropy(forward(X, Vs, cs, f)[1][-1], Y)[0]

    def with_another(tables, l, table):
        return [*tables[:l], table, *tables[l + 1:]]

    return [
        l + 1 for l in range(3)
        if agree(dWs[l], lambda V, l=l: loss(with_another(Vs, l, V), cs), Vs[l])
        and agree(dbs[l], lambda c, l=l: loss(Vs, with_another(cs, l, c)), cs[l])
    ]


# %%
print("layers that agree, with f'   :", layers_that_agree(tanh, tanh_prime))
print("layers that agree, without f':", layers_that_agree(tanh, np.ones_like))    # all slopes 1

# %% jupyter={"source_hidden": true}
whole, ok = layers_that_agree(tanh, tanh_prime), layers_that_agree(tanh, np.ones_like)
reveal(
    guess, answer="all but the last" if ok == [3] else "all three",
    why="f' enters on the step from a layer to the one before. The last layer's gradients are made before that. So "
           "look at the last wrong layer: the mistake sits on the step that leads back to it.")

# %% [markdown]
# And XOR's nine numbers? All four inputs at once, one pass forward, one back: nine slopes.

# %%
X, y = logic_gate("xor")
As, Zs = forward(X, Ws, bs, sigmoid)
value, delta = binary_cross_entropy(Zs[-1], y[:, None])       # y[:, None]: a column
dWs, dbs = backward(Ws, As, Zs, delta, sigmoid_prime)
print(f"loss {value / np.log(2):.4f} bits")

# %% jupyter={"source_hidden": true}
def parts(p):
    """(Ws, bs) of nine numbers in one list, in the order of lesson 03."""
    return [p[:4].reshape(2, 2), p[6:8].reshape(2, 1)], [p[4:6], p[8:]]


def loss_of_nine(p):
    return binary_cross_entropy(forward(X, *parts(p), sigmoid)[1][-1], y[:, None])[0]


numbers = np.concatenate([Ws[0].ravel(), bs[0], Ws[1].ravel(), bs[1]])
nine_slopes = np.concatenate([dWs[0].ravel(), dbs[0], dWs[1].ravel(), dbs[1]])
by_nudges = numerical_gradient(loss_of_nine, numbers)
names = ["$w^{(1)}_{11}$", "$w^{(1)}_{12}$", "$w^{(1)}_{21}$", "$w^{(1)}_{22}$", "$b^{(1)}_1$",
         "$b^{(1)}_2$", "$w^{(2)}_{11}$", "$w^{(2)}_{21}$", "$b^{(2)}_1$"]
fig, ax = plt.subplots(figsize=(7.6, 3.2))
ax.bar(names, nine_slopes, color=plots.PALETTE[0], width=0.55, label="backward, all at once")
ax.plot(names, by_nudges, "o", color="black", ms=9, mfc="none", label="18 nudges")
ax.axhline(0, color="black", lw=1)
ax.set(ylabel="slope of the loss", title="The nine slopes of XOR's network")
ax.legend(loc="lower left")
show_figure(
    fig,
    alt="Nine bars below zero, the nine slopes, each with a ring at its end where the nudges put it.",
    caption="One way back gives what 18 nudges measure. All nine slopes are below 0: more of each number "
    "lowers the loss.",
)

# %% jupyter={"source_hidden": true}

def bits_after(lr):
    """The loss, in bits, after one step of size lr against the nine slopes."""
    new_Ws = [W - lr * dW for W, dW in zip(Ws, dWs, strict=True)]
    new_bs = [b - lr * db for b, db in zip(bs, dbs, strict=True)]
    _, Zs = forward(X, new_Ws, new_bs, sigmoid)
    return binary_cross_entropy(Zs[-1], y[:, None])[0] / np.log(2)


print(f"after a step with η = 1: {bits_after(1):.4f} bits, with η = 100: {bits_after(100):.4f} bits")

# %% [markdown]
# A small step against the slopes lowers the loss; one that is too large does harm. How far to go is lesson
# 06. It imports the package's `forward` and `backward` (`from mlp_lesson.network import forward, backward`):
# the same lines, for a list of layers `(W, b)`. They train most networks of this course.
#
# ## 9. What it costs
#
# Nudges also give the gradient. Why not use them? Count the multiplications, for a
# 784-128-10 network on one sample. It has $784 \cdot 128 + 128 + 128 \cdot 10 + 10 = 101{,}770$ weights and biases.

# %%
guess = predict("Finite differences need 203,540 forward passes for this gradient. How many cost "
                "as much as forward and backward together?", options=[2, 10, 128, 1000])

# %%
forward_cost = 784 * 128 + 128 * 10                  # A W: each weight in one product
backward_cost = forward_cost + 128 * 10 + 128        # Aᵀ δ: as many; δ Wᵀ and ⊙ f', once
both = (forward_cost + backward_cost) / forward_cost
n_params = 784 * 128 + 128 + 128 * 10 + 10
print(f"forward {forward_cost:,} multiplications, backward {backward_cost:,}")
print(f"both: {both:.2f} forward passes; finite differences: {2 * n_params:,} forward passes")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=round(both),
    why=f"101,632 forward and 103,040 back make {both:.2f} passes: all 101,770 slopes for the price of one more pass.")

# %% jupyter={"source_hidden": true}
side = np.sqrt(2 * n_params)
fig, ax = plt.subplots(figsize=(6.4, 3.6))
ax.add_patch(plt.Rectangle((0, 0), side, side, color=plots.PALETTE[4]))
ax.add_patch(plt.Rectangle((side + 40, 0), 1, both, color=plots.PALETTE[0]))
ax.annotate(f"finite differences:\n{2 * n_params:,} passes", (side / 2, side / 2), ha="center",
            va="center", color="white")
ax.annotate(f"backpropagation: {both:.2f} passes\n(look closely)", (side + 41, 4), (side + 40, 100),
            arrowprops={"arrowstyle": "->"})
ax.set(xlim=(-5, side + 400), ylim=(-5, side + 5), aspect="equal",
       title="The same 101,770 slopes, cost as area")
ax.set_axis_off()
show_figure(
    fig,
    alt="A large square for finite differences, and beside it a speck, hardly visible, for "
    "backpropagation: the areas are in the ratio of the costs.",
    caption=f"One unit of area is one forward pass: {2 * n_params:,} against {both:.2f}. If a pass took a "
    "second: 56 hours against two seconds.",
)

# %% [markdown]
# In a deep network with equal layers $\delta\, W^\top$ costs nearly another forward pass, so that forward and
# backward together come to about **three passes, however many weights there are**.
#
# The trick is to share: one number for each neuron, δ, is used for everything before it. The price is memory:
# every $A$ and $Z$ of the way forward must be kept for the way back.
#
# ## 10. On one page
#
# With $A^{(0)} = X$, for $l = L, \dots, 1$:
#
# | | equation | code |
# |---|---|---|
# | it starts | $\delta^{(L)} = (P - Y)/n$ | `(softmax(Z) - Y) / len(Z)` |
# | one layer back | $\delta^{(l-1)} = \big(\delta^{(l)}\, W^{(l)\top}\big) \odot f'(Z^{(l-1)})$ | `(delta @ W.T) * f_prime(Z)` |
# | weights | $\partial L / \partial W^{(l)} = A^{(l-1)\top}\, \delta^{(l)}$ | `A.T @ delta` |
# | biases | $\partial L / \partial b^{(l)} = \sum_i \delta^{(l)}_i$ | `delta.sum(axis=0)` |

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("05-largest-slope")
quiz("05-no-activation")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: one letter, several meanings

# %% [markdown]
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
a = sigmoid(1.0)                           # a neuron with z = 1 and the target 0, loss ½ (a - y)²
delta_v = -(a - 0) * sigmoid_prime(1.0)    # second row: -∂J/∂v
delta_a = -(a - 0)                         # third row: -∂J/∂a
factor = delta_a / delta_v
print(f"the step is {factor:.2f} times the right one; 1 / σ'(z) = {1 / sigmoid_prime(1.0):.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="1 / f'(z)" if np.isclose(factor, 1 / sigmoid_prime(1.0)) else "n",
    why="The slope f'(z) between a and z is missing. It differs from neuron to neuron, so no learning rate can "
           "make up for it.")

# %% jupyter={"source_hidden": true}
assert f"{factor:.2f}" == f"{1 / sigmoid_prime(1.0):.2f}"

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: why h is about 6e-6

# %% [markdown]
# Two errors pull in opposite directions.
#
# **Truncation.** Near $x$ a smooth function is its tangent, plus a bend, plus ever smaller terms
# (Taylor's formula; $f''$ is the slope of the slope, $f'''$ the slope of that):
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
# our default. Here is the V of part 2 again, with both predictions:

# %%
x, b, y = 2.0, -1.0, 0.0                       # the neuron of part 1
ws, eps, k = np.linspace(-1, 2, 201), np.finfo(float).eps, 1e-3


def rms(values):
    return np.sqrt(np.mean(values**2))


size = rms(loss_of(ws))                                                        # |f|
third = rms((slope_of(ws + k) - 2 * slope_of(ws) + slope_of(ws - k)) / k**2)   # |f'''|
truncation, rounding = third / 6 * h**2, eps * size / (2 * h)
h_star = (3 * eps * size / (2 * third)) ** (1 / 3)
print(f"cube root of ε: {eps ** (1 / 3):.1e}   predicted best h: {h_star:.1e}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
ax.loglog(h, fd_error, "o-", ms=4, label="measured error")
ax.loglog(h, truncation, "--", label="truncation: $h^2 |f'''| / 6$")
ax.loglog(h, rounding, ":", label=r"rounding: $\varepsilon |f| / 2h$")
ax.axvline(h_star, color=plots.PALETTE[4], lw=1, label="predicted best h")
ax.set(xlabel="step h", ylabel="error of the slope", ylim=(1e-12, 1), title="Two errors, one V")
ax.legend()
show_figure(
    fig,
    alt="The V of part 2 with a dashed line of slope 2 along its right arm and a dotted line of slope "
    "-1 along its left arm. They meet near 6e-6.",
    caption=f"The error is smallest near the predicted step {h_star:.1e}; on both sides it "
    "follows its prediction.",
)

# %% [markdown]
# One warning: at a **kink** there is no slope to agree on. At $z = 0$ the central difference of ReLU gives the
# mean of both sides, 0.5, where our code says 0 (lesson 03).

# %% jupyter={"source_hidden": true}
h_best, slopes = h[fd_error.argmin()], slope_of(ws)
assert f"{eps:.1e}" == "2.2e-16" and f"{eps ** (1 / 3):.0e}" == "6e-06"
assert (len(h), len(ws)) == (49, 201) and f"{h_star:.1e}" == "5.9e-06" and 0.5 < h_best / h_star < 2
small, large = h < 1e-7, (h > 1e-4) & (h < 1e-1)
assert np.all((0.5 < fd_error / rounding)[small]) and np.all((fd_error / rounding < 2)[small])
assert np.allclose((fd_error / truncation)[large], 1, atol=0.05)  # each arm follows its prediction
assert 3e-12 < fd_error.min() / rms(slopes) < 1e-10               # about 11 digits
assert eps * size / 2e-13 / rms(slopes) > 5e-4                    # h = 1e-13: the third digit is lost
assert numerical_gradient(ACTIVATIONS["relu"].f, 0.0) == 0.5
assert ACTIVATIONS["relu"].f_prime(0.0) == 0

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: the long way to p − y, and why three heads share it

# %% [markdown]
# Part 4 took a short cut. The long way round leads through the probabilities. It needs the slope of *every*
# $p_m$, since they share $S$. For $m = j$ the rule for $u/v$ gives
# $\frac{\partial p_j}{\partial z_j} = \frac{e^{z_j} S - e^{z_j} e^{z_j}}{S^2} = p_j (1 - p_j)$; for
# the others $\frac{\partial p_m}{\partial z_j} = -\frac{e^{z_m} e^{z_j}}{S^2} = -p_m p_j$. With
# $\frac{\partial L}{\partial p_m} = -\frac{y_m}{p_m}$, and added over all $m$,
#
# $$ \delta_j = -\frac{y_j}{p_j}\, p_j (1 - p_j) + \sum_{m \ne j} \frac{y_m}{p_m}\, p_m p_j
# = -y_j + p_j \sum_m y_m = p_j - y_j . $$
#
# Leaving out the terms with $m \ne j$ is the commonest mistake here.
#
# Why do three heads end in the same formula? Write each loss over its sum $z$:
#
# | head | loss over $z$ | first part $F(z)$ | slope of $F$ |
# |---|---|---|---|
# | identity | $\frac12 (z - y)^2 = \frac12 z^2 - yz + \frac12 y^2$ | $\frac12 z^2$ | $z$ |
# | sigmoid | $\ln(1 + e^z) - yz$ | $\ln(1 + e^z)$ | $\sigma(z)$ |
# | softmax | $\ln S - \sum_m y_m z_m$ | $\ln S$ | $p$ |
#
# Each is $F(z) - yz$, plus something that $z$ does not move; and each head is the slope of its $F$. So δ is *head
# minus target*, without any calculation. Statisticians call the way back, from head to $z$, the **canonical link**.
# The third, on four rows:

# %%
Z, Y = np.random.default_rng(5).normal(size=(4, 3)), one_hot(np.array([0, 2, 1, 2]), 3)
print("(P - Y)/n agrees:",
      agree((softmax(Z) - Y) / len(Z), lambda Z: softmax_cross_entropy(Z, Y)[0], Z))

# %% [markdown]
# One can go on: for counts (how many calls in an hour?) take $F(z) = e^z$. Then the prediction is $e^z$, the
# loss $e^z - yz$, and δ is

# %%
z, y = np.array([0.3, -1.0]), np.array([2.0, 0.0])             # two counts, 2 and 0
print("e^z - y agrees:", agree(np.exp(z) - y, lambda z: np.sum(np.exp(z) - y * z), z))

# %% jupyter={"source_hidden": true}
p, y = softmax(np.array([2.0, 1.0, 0.0])), np.array([0.0, 1.0, 0.0])
slopes_of_p = np.diag(p) - np.outer(p, p)    # row m, column j: p_j(1 - p_j) where m = j, else -p_m p_j
assert np.allclose(slopes_of_p, [numerical_gradient(lambda z, m=m: softmax(z)[m],
                                                    np.array([2.0, 1.0, 0.0])) for m in range(3)])
assert np.allclose(slopes_of_p @ (-y / p), p - y)
at = np.linspace(-3, 3, 7)
assert np.allclose(binary_cross_entropy(at[:, None], np.ones((7, 1)))[0],
                   np.mean(ACTIVATIONS["softplus"].f(at) - at))

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: what a loss must be like

# %% [markdown]
# Michael Nielsen's book (2015) names two assumptions on the loss that backpropagation needs. This
# lesson made both, silently.
#
# 1. **It is a mean over samples**, $L = \frac1n \sum_i L_i$, and $L_i$ depends on sample $i$ alone. So the way
#    back can treat every row on its own.
# 2. **It is a function of the network's outputs** (and of the targets, which do not move). So δ can start at the
#    output and need not start anywhere else.
#
# Neither is a law of nature. The chain rule only asks that one can follow the nudges. A penalty on large
# weights, $\frac{c}{2} \sum w^2$, breaks the second assumption: it acts on the weights directly, not through the
# outputs. That is one more path, and paths add up: $\partial L / \partial W = A^\top \delta + cW$. A loss of the worst
# sample in the batch breaks the first: only one row of δ is not 0. What is given up then is the comfort, not the
# method.

# %%
A, W, c = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), 0.1
Y = one_hot(np.array([0, 1, 1, 0, 1]), 2)
_, delta = softmax_cross_entropy(A @ W, Y)
print("with a penalty:  ", agree(
    A.T @ delta + c * W, lambda W: softmax_cross_entropy(A @ W, Y)[0] + c / 2 * np.sum(W**2), W))


def losses_one_by_one(Z):
    return np.array([softmax_cross_entropy(Z[i:i + 1], Y[i:i + 1])[0] for i in range(5)])


worst = np.argmax(losses_one_by_one(A @ W))
delta = np.zeros((5, 2))
delta[worst] = (softmax(A @ W) - Y)[worst]
print("the worst sample:", agree(A.T @ delta, lambda W: losses_one_by_one(A @ W).max(), W))

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: let a machine find the slopes

# %% [markdown]
# "A sum hands on, a product swaps" is a rule that a machine can follow. Let every number remember what it was
# made of, and the slope by each part. Then any formula, however long, can be walked back. This is **automatic
# differentiation**, autodiff for short, the heart of PyTorch, TensorFlow and JAX. (Walking back is its *reverse*
# mode: one walk gives the slopes by all inputs, of one output. In *forward* mode each number carries along its
# slope by one input: one walk gives those of all outputs, by one input. A loss is one output of many inputs.)


# %%
class Value:
    """A number that remembers its parents: pairs (value it was made of, slope by that value)."""

    def __init__(self, number, parents=()):
        self.number, self.parents, self.slope = number, parents, 0.0

    def __add__(self, other):     # a sum hands on
        return Value(self.number + other.number, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):     # a product swaps
        return Value(self.number * other.number, [(self, other.number), (other, self.number)])

    def through(self, f, f_prime):
        """f of this number, and the slope on the way."""
        return Value(f(self.number), [(self, f_prime(self.number))])


# %% [markdown]
# (`__add__` and `__mul__` are what Python calls for `+` and `*`.) The way back is yours: a value's own slope is
# known; hand its share to each of its parents. Multiply along the path, *add* over the paths.


# %%
def hand_back(value):
    """Add to the slope of each parent: the slope of value, times the slope between the two."""
    ### BEGIN SOLUTION
    for parent, slope in value.parents:
        parent.slope += value.slope * slope
    ### END SOLUTION


# %%
def walk_back(last):
    """Set the slope of `last` by every value that it was made of."""
    order, seen = [], set()

    def visit(value):             # parents first, and each value once
        if value not in seen:
            seen.add(value)
            for parent, _ in value.parents:
                visit(parent)
            order.append(value)

    visit(last)
    last.slope = 1.0
    for value in reversed(order):
        hand_back(value)


# %% jupyter={"source_hidden": true}
def try_out():
    """The slope of v · v + v at v = 3; it is 2 · 3 + 1."""
    v = Value(3.0)
    walk_back(v * v + v)
    return v.slope


try:
    found = try_out()
    print(f"v · v + v at v = 3 has the slope {found:g}:", "right." if found == 7 else "not 7.")
except Exception as error:  # not written yet, or a slip
    found = None
    print(f"hand_back does not run yet: {type(error).__name__}.")
if found != 7:
    def hand_back(value):
        for parent, slope in value.parents:
            parent.slope += value.slope * slope
    print("Going on with the course's version.")

# %% [markdown]
# Why must each value be handed back only once, and after all that it feeds? Because its slope is a sum over
# paths, and must be complete before it is passed on. So the order is the way forward, reversed. Now the nine
# numbers, with the loss of part 8, $\ln(1 + e^z) - yz$, and no word of layers, matrices or δ:

# %%
def network_output(numbers, x1, x2):
    """z of XOR's network; numbers are nine Values in the order of lesson 03."""
    w11, w12, w21, w22, b1, b2, v1, v2, b3 = numbers
    x1, x2 = Value(x1), Value(x2)
    h1 = (x1 * w11 + x2 * w21 + b1).through(sigmoid, sigmoid_prime)
    h2 = (x1 * w12 + x2 * w22 + b2).through(sigmoid, sigmoid_prime)
    return h1 * v1 + h2 * v2 + b3


softplus, (X, y) = ACTIVATIONS["softplus"].f, logic_gate("xor")
values = [Value(number) for number in numbers]
loss = Value(0.0)
for (x1, x2), target in zip(X, y, strict=True):
    z = network_output(values, x1, x2)
    loss = loss + (z.through(softplus, sigmoid) + z * Value(-target)) * Value(1 / 4)
walk_back(loss)
by_machine = np.array([value.slope for value in values])
print("nine slopes by the machine, as by backward:", np.allclose(by_machine, nine_slopes))

# %% [markdown]
# PyTorch does the same with whole tables in place of single numbers. If it is installed here, it may join in:

# %% tags=["nbval-ignore-output"]
# What is printed depends on whether PyTorch is installed, so tests do not compare this output.
try:
    import torch
except ImportError:
    print("PyTorch is not installed here; nothing else in this lesson needs it.")
else:
    W1, W2, b1, b2 = (torch.tensor(table, requires_grad=True) for table in [*Ws, *bs])
    logits = torch.sigmoid(torch.tensor(X, dtype=W1.dtype) @ W1 + b1) @ W2 + b2
    targets = torch.tensor(y[:, None], dtype=W1.dtype)
    torch.nn.functional.binary_cross_entropy_with_logits(logits, targets).backward()
    pairs = zip([W1, W2, b1, b2], [*dWs, *dbs], strict=True)
    print("PyTorch agrees:", all(np.allclose(t.grad.numpy(), ours) for t, ours in pairs))

# %% [markdown]
# **Forward or backward?** One could also carry the slopes forward: choose *one* number, and with every step of
# the computation compute how that step moves with it. That is one pass for each *input*, and no memory. Going
# back costs one pass for each *output*, and everything must be kept. A loss is one output, and has 101,770
# inputs: so, backward. Where a computation has few inputs and many outputs, forward is the better way.

# %% jupyter={"source_hidden": true}
assert try_out() == 7 and np.allclose(by_machine, nine_slopes)
assert np.isclose(loss.number, value)

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
# 1: one weight, four slopes
assert (round(float(sigmoid(1.0)), 3), round(float(sigmoid_prime(1.0)), 3)) == (0.731, 0.197)
assert round(float(nudged - L), 4) == round(2 * 0.197 * 0.731 * 0.01, 4) == 0.0029
assert round(0.01 * (2 + 0.197 + 0.731), 3) == 0.029 and round(0.01 * 0.731, 4) == 0.0073
assert agree(sigmoid_prime(np.arange(-3.0, 4)), lambda z: sigmoid(z).sum(), np.arange(-3.0, 4))
# 2: finite differences
assert f"{CENTRAL_H:.0e}" == "6e-06" and 3e5 < worse < 3e6 and 1.0 + 1e-16 == 1.0
assert 0.4 < h[fd_error.argmin()] / CENTRAL_H < 2.5
# 3: gates, the error-correction rule
assert np.allclose([by_w, by_x], [-1, 1.5])
# 4 and 5: prediction minus target; paths add up
assert np.round(p, 3).tolist() == [0.665, 0.245, 0.09] and round(0.245 * -0.755, 3) == -0.185
assert np.allclose(p - one_hot(np.array([1]), 3), [[0.665, -0.755, 0.09]], atol=5e-4)
assert same < 1e-15
# 6: every gradient of the table is its finite difference
blame = {name: f"{steps.values[name]:.3f}" for name in ("δ⁽²⁾₁", "δ⁽¹⁾₁", "δ⁽¹⁾₂")}
assert list(blame.values()) == ["0.424", "0.063", "0.100"]
assert sigmoid_prime(-0.5) > sigmoid_prime(1.5)  # where NAND and OR stand
measured = [step for step in steps.steps if step.finite_difference is not None]
assert len(measured) == 12  # nine slopes, and three δ
assert all(abs(step.value - step.finite_difference) < 1e-6 for step in measured)
# 7: one digit, a thousand digits
assert 0.6 < right < 0.7
assert labels[7] == 3 and faint and np.allclose(dW_three[:, 3], -0.9 * three[0])
# 8: whole networks
assert whole == [1, 2, 3] and ok == [3]
assert np.allclose(nine_slopes, by_nudges, atol=1e-9) and (nine_slopes < 0).all()
assert bits_after(1) < bits_after(0) < bits_after(100)
logits_ours, cache = network.forward(nine, X, sigmoid)
by_package = network.backward(nine, cache, binary_cross_entropy(logits_ours, y[:, None])[1], sigmoid_prime)
assert all(np.allclose(a, b) for a, b in zip([g.W for g in by_package], dWs, strict=True))
assert all(np.allclose(a, b) for a, b in zip([g.b for g in by_package], dbs, strict=True))
# 9: the cost
assert n_params == 101_770 and 2 * n_params == 203_540 and 203_540 // 3600 == 56
assert forward_cost == 101_632 and backward_cost == 103_040 and f"{both:.2f}" == "2.01"
deep = [W.size for W, _ in network.init_params([100] * 30 + [10], rng)]     # equal layers: about 3 passes
assert round((3 * sum(deep) - deep[0] + 29 * 100) / sum(deep), 1) == 3.0
claims_hold()

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
# - A. Karpathy and others, *CS231n: Convolutional Neural Networks for Visual Recognition*, Stanford, notes on
#   backpropagation: sums and products as gates.
# - M. A. Nielsen (2015), *Neural Networks and Deep Learning*, Determination Press, chapter 2: the two assumptions.
