# %% [markdown]
# # {{title}}
#
# Lesson 02 ended with a promise: it is the bend between the layers that makes depth worth anything.
# Which bends are there? And why does their *slope* decide whether a network can learn?
#
# **After this lesson you can**
# - measure the slope of any function at any point, and say what its derivative is;
# - let XOR's network find its numbers by nudges alone, and say why that is too slow;
# - write the slopes of sigmoid, tanh and ReLU, and say what code returns at a kink;
# - find a wrong formula in print with three lines of code.
#
# *About {{time}}. Builds on [02](02_xor_and_hidden_layers.ipynb).*

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import nudging, plots
from mlp_lesson.activations import (
    ACTIVATIONS,
    elu_prime,
    heaviside,
    leaky_relu,
    sigmoid,
    softplus,
)  # fmt: skip
from mlp_lesson.checks import checked
from mlp_lesson.data import digits_8x8, logic_gate
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.losses import one_hot, softmax_cross_entropy
from mlp_lesson.network import forward, he_normal, init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.train import train
from mlp_lesson.widgets.activation_explorer import activation_explorer

rng = np.random.default_rng(0)

# %% [markdown]
# ## 1. Slope
#
# A road that rises 3 metres over 10 metres has the slope $3/10 = 0.3$: rise over run. The straight
# line $f(z) = 2z - 1$ rises by 2 for every 1 to the right. Its slope is 2, wherever you stand.
#
# On a curve the slope changes from place to place. Take the sigmoid of lesson 01,
# $\sigma(z) = 1/(1 + e^{-z})$, and stand at $z = 1$. Go 1 to the right and look how far you rose. Then go
# only 0.1 to the right, then 0.01, and so on.

# %%
fates = ["to 0: no run, no rise", "to one number above 0", "beyond all bounds: divided by nearly 0"]
guess = predict("Where does rise over run go as the run gets shorter and shorter?", options=fates)


# %%
def curve(z):
    return 1 / (1 + np.exp(-z))


runs = (1, 0.1, 0.01, 0.001)
rates = [(curve(1 + run) - curve(1)) / run for run in runs]
for run, rate in zip(runs, rates, strict=True):
    print(f"run {run:<5}   rise {run * rate:.6f}   slope {rate:.4f}")

# %% jupyter={"source_hidden": true}
reveal(guess, answer=fates[1] if 0.19 < rates[-1] < 0.2 else fates[0],
       why="Rise and run vanish together, but their ratio settles, near 0.1966.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
z = np.linspace(-3, 5, 200)
ax.plot(z, curve(z), color="black", label="the curve")
for run, style in [(3, ":"), (1, "--"), (0.001, "-")]:
    rate = (curve(1 + run) - curve(1)) / run
    ax.plot(z, curve(1) + rate * (z - 1), style, lw=1.5, label=f"run {run}: slope {rate:.4f}")
    ax.plot([1, 1 + run], [curve(1), curve(1 + run)], "o", color="black", ms=5)
ax.set(xlabel="$z$", ylim=(0, 1.3), title="A shorter run turns the line into the tangent")
ax.legend(loc="upper left")
show_figure(
    fig,
    alt="The sigmoid curve with three straight lines through its point at z = 1. The lines for "
    "runs of 3 and 1 cut the curve a second time; the line for a very short run touches it.",
    caption="At z = 1 the slope settles near 0.1966 as the run gets shorter.",
)

# %% [markdown]
# The slopes settle on one number, and the line settles on the **tangent**, which touches the curve
# at that point. The number is the **derivative** of $f$ at $z$, written $f'(z)$ and spoken "f prime
# of z". It says how many times larger a tiny change of $z$ arrives at the output:
#
# $$ f(z + h) \approx f(z) + h\,f'(z) \quad\text{for small } h. $$
#
# To measure it we step to *both* sides, by $h$ each; the run is then $2h$. On a curve the errors of
# the two sides nearly cancel, so this is far more exact than a step to one side.
#
# $$ f'(z) \approx \frac{f(z + h) - f(z - h)}{2h} $$


# %%
def measured_slope(f, z, h=1e-5):
    """f'(z), measured: rise over run, from z - h to z + h."""
    return (f(z + h) - f(z - h)) / (2 * h)


print(f"slope of the line 2z - 1 at z = 7:        {measured_slope(lambda z: 2 * z - 1, 7.0):.4f}")
print(f"slope of the sigmoid at z = 1:            {measured_slope(curve, 1.0):.4f}")
print(f"with steps of 0.1 only, to both sides:    {measured_slope(curve, 1.0, 0.1):.4f}")
print(f"with one step of 0.1, to the right:       {(curve(1.1) - curve(1.0)) / 0.1:.4f}")

# %% [markdown]
# ### Why a network needs slopes
#
# To learn, a network asks of each of its weights: if I turn this one up a little, does the output
# change, and which way? Ask it of the nine numbers of lesson 02, the weights and biases of the
# threshold network that computes XOR.

# %%
guess = predict(
    "Turn up each of the 9 numbers of the XOR network by 0.001, one at a time. How many "
    "of these 9 turns change any of the four outputs?",
    options=[0, 3, 9],
)


# %%
corners, wanted = logic_gate("xor")


def xor_outputs(p, f=heaviside):
    """The 2-2-1 network of lesson 02; p holds its 9 weights and biases in one list."""
    H = f(corners @ p[:4].reshape(2, 2) + p[4:6])
    return f(H @ p[6:8] + p[8])


numbers = np.array([1, -1, 1, -1, -0.5, 1.5, 1, 1, -1.5])
turns = 0.001 * np.eye(9)                                   # row i turns number i
felt = [bool((xor_outputs(numbers + t) != xor_outputs(numbers)).any()) for t in turns]
print(f"outputs {xor_outputs(numbers).astype(int)};  turns that change an output: {sum(felt)} of 9")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=sum(felt), why="A threshold is flat on both sides of its step. A small turn "
       "moves z a little, and H(z) stays as it was.")

# %% [markdown]
# Every answer is "no change". Whoever stands on a plain cannot tell which way is down. The
# threshold $H$ has the sharpest of all bends, but its slope is 0 wherever $z \ne 0$. At $z = 0$ it
# jumps: rise 1 over no run at all, so there no slope exists.
#
# The identity $f(z) = z$ is the opposite. Its slope is 1 everywhere, but it has no bend, and lesson
# 02 showed that layers without a bend collapse into one. We want both: **a bend, and a slope.** The
# sigmoid has both. Put it in the threshold's place, and make the same nine turns:

# %%
felt_soft = [
    bool((xor_outputs(numbers + t, sigmoid) != xor_outputs(numbers, sigmoid)).any()) for t in turns
]
print(f"with sigmoids, turns that change an output: {sum(felt_soft)} of 9")
print("the four outputs:", xor_outputs(numbers, sigmoid).round(2), "  wanted:", wanted)

# %% [markdown]
# (`sigmoid` is the course's: the same curve, written so that it never overflows; the end of this
# lesson says how, for the curious.) The price of softness: the outputs now lie close together. But every turn is
# felt, and that is all it takes to learn.
#
# ## 2. Learning by nudges
#
# How wrong are the four outputs? Take the difference from each target, square it so that no sign
# matters, and add up: the **squared error**. Zero is perfect.
#
# Now learn. Turn one of the nine numbers up by 0.1. If the error falls, keep the turn. If not, turn it
# down by 0.1 instead, and keep that if the error falls. If neither helps, leave the number alone. Then
# the next number. All nine in a row are one **round**.


# %%
def xor_error(p):
    """The squared error of the sigmoid network with the nine numbers p."""
    return np.sum((xor_outputs(p, sigmoid) - wanted) ** 2)


print(f"error of the nine numbers: {xor_error(numbers):.3f}")

# %% [markdown]
# The round is yours. `p.copy()` makes a list of numbers that you can turn without touching `p`.


# %% tags=["teaches"]
def nudge_round(error, p, size):
    """One round: each number turned by +size, else by -size, if the error falls."""
    for i in range(len(p)):
        for turn in (size, -size):
            ### BEGIN SOLUTION
            q = p.copy()
            q[i] += turn
            if error(q) < error(p):
                p = q
            ### END SOLUTION
    return p


# %% jupyter={"source_hidden": true}
ours = nudging.nudge_round(xor_error, numbers, 0.1)
try:
    yours = nudge_round(xor_error, numbers.copy(), 0.1)
    same = np.shape(yours) == (9,) and np.allclose(yours, ours)
    print(f"one round takes the error from {xor_error(numbers):.3f} to {xor_error(ours):.3f};",
          "so does yours." if same else "yours makes other turns.")
except NotImplementedError:
    same = False
    print("The round is not written yet.")
if not same:
    nudge_round = nudging.nudge_round
    print("Going on with the course's version.")

# %%
guess = predict(
    "After about how many rounds is the squared error below 0.01?",
    options=[8, 80, 800],
)

# %%
def learn_by_nudges(start, rounds, size=0.1):
    """(the numbers after the last round, the error before the first round and after each)."""
    p, errors = start, [xor_error(start)]
    for _ in range(rounds):
        p = nudge_round(xor_error, p, size)
        errors.append(xor_error(p))
    return p, errors


nudged, errors = learn_by_nudges(numbers, rounds=100)
for done in (0, 1, 10, 50, 100):
    print(f"after {done:3} rounds: squared error {errors[done]:.3f}")
print("outputs:", xor_outputs(nudged, sigmoid).round(2))
enough = int(np.argmax(np.array(errors) < 0.01))  # the first round after which it is

# %% jupyter={"source_hidden": true}
reveal(guess, answer=min([8, 80, 800], key=lambda n: abs(np.log(n / enough))),
       why=f"To be exact, {enough}. Nobody told the network how to compute XOR: it felt its way, one "
           "number after the other.")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 3.2))
ax.plot(errors, color="black")
ax.set(xlabel="rounds", ylabel="squared error", ylim=(0, None), title="XOR learned by nudges")
show_figure(
    fig,
    alt="The squared error against the rounds: it falls slowly from 1, then faster, then flattens "
    "out near 0 after about 80 rounds.",
    caption=f"Squared error {errors[0]:.2f} at the start, {errors[50]:.2f} after 50 rounds, below "
    f"0.01 after {enough}.",
)

# %% [markdown]
# The nine numbers were a good start: their thresholds computed XOR already. What if they start at
# random?

# %%
guess = predict(
    "50 starts with nine random numbers each, 300 rounds. How many of the 50 learn XOR?",
    low=0,
    high=50,
)

# %%
last_errors = np.array([
    learn_by_nudges(np.random.default_rng(seed).normal(size=9), rounds=300)[1][-1]
    for seed in range(50)
])
found = int((last_errors < 0.01).sum())
print(f"error below 0.01: {found} of 50    error 0.49 or more: {(last_errors > 0.49).sum()} of 50")

# %% jupyter={"source_hidden": true}
reveal(guess, answer=found, within=5,
       why="All others are stuck: their error stays near 0.5 or 0.67, and nudges of 0.1 lower it no "
           "further, or hardly. Not every way down leads to the bottom.")

# %% [markdown]
# Two things to take along. Getting **stuck** is part of life with two hidden units; lesson 02 met it
# too, and lesson 06b returns to it. And nudging is *slow*: a round tries up to two turns for each
# number, and for each of them the whole network is computed anew.

# %%
weights = [(28 * 28, 128), (128, 10)]  # from pixels to 128 hidden units, from those to 10 digits
n_numbers = sum(n_in * n_out + n_out for n_in, n_out in weights)
print(f"a network that reads digits: {n_numbers:,} numbers, {2 * n_numbers:,} turns a round")

# %% [markdown]
# Hopeless. But what does a turn tell? Whether the error rises or falls with that number, that is: a
# slope. Lesson 05 finds *all* slopes at once, for the price of a few such computations. For this it needs
# the slope of each neuron's bend as a formula. So let us get those.
#
# ## 3. The sigmoid
#
# $$ \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \text{range } (0, 1). $$
#
# The sigmoid is the threshold made soft. Its range $(0, 1)$ is all numbers between 0 and 1, without the
# ends. For large $z$ the term $e^{-z}$ vanishes and the value goes to 1; for
# very negative $z$ it explodes and the value goes to 0. In the middle, at 0, it is one half.

# %%
for value in (-5.0, -3.0, 0.0, 3.0, 5.0):
    slope = measured_slope(sigmoid, value)
    print(f"z = {value:+.0f}   sigmoid {sigmoid(value):.4f}   slope {slope:.4f}")

# %%
guess = predict("At some z the sigmoid has the value 0.9. What is its slope there?",
                options=[0.9, 0.25, 0.09, 0.01])

# %%
there = np.log(9)  # np.log is ln: here e⁻ᶻ = 1/9, so σ(z) = 0.9
slope = measured_slope(sigmoid, there)
print(f"z = {there:.3f}   sigmoid {sigmoid(there):.4f}   slope {slope:.4f}")

# %% jupyter={"source_hidden": true}
reveal(guess, answer=float(slope.round(2)),
       why="In each line the slope is the value times what is missing to 1. Here 0.9 · 0.1.")

# %% [markdown]
# At 0 it is $0.5 \cdot 0.5 = 0.25$, the largest slope of all. That is the rule in general:
#
# $$ \sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}
#    = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = \sigma(z)\,\bigl(1 - \sigma(z)\bigr). $$
#
# (The first step is the chain rule for $1/u$ with $u = 1 + e^{-z}$. If you have not met it, trust
# the measurement for now; lesson 05 builds the chain rule from nothing.)
#
# Derivatives get functions of their own, named `..._prime`. Each takes $z$, the input of the bend, and
# not its output. Write the first:


# %% tags=["teaches"]
def sigmoid_prime(z):
    """σ'(z) = σ(z) (1 - σ(z)), at most 1/4, at z = 0."""
    ### BEGIN SOLUTION
    s = sigmoid(z)
    return s * (1 - s)
    ### END SOLUTION


# %%
sigmoid_prime = checked("sigmoid_prime", sigmoid_prime)

# %% [markdown]
# Beyond $z = 3$ the sigmoid is almost flat, its slope below 0.05. A neuron whose sum is out there is
# called **saturated**: turn its weights a little, and almost nothing of it arrives.
#
# ## 4. Tanh
#
# $$ \tanh(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}} = 2\,\sigma(2z) - 1, \qquad \text{range } (-1, 1). $$
#
# The hyperbolic tangent is the sigmoid stretched: twice as tall, twice as quick. Hence its slope at 0
# is $2 \cdot 2 \cdot 0.25 = 1$, and its outputs scatter around 0 instead of around 0.5. Everywhere else
# too its slope is 4 times that of the sigmoid at $2z$. With $a = \tanh(z)$ we have
# $\sigma(2z) = (1 + a)/2$, so
#
# $$ \tanh'(z) = 4 \cdot \frac{1 + a}{2} \cdot \frac{1 - a}{2} = 1 - a^2 = 1 - \tanh^2(z). $$
#
# In code `np.tanh` is safe for every $z$.


# %% tags=["teaches"]
def tanh_prime(z):
    """tanh'(z) = 1 - tanh²(z), at most 1, at z = 0."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %%
tanh_prime = checked("tanh_prime", tanh_prime)

# %% [markdown]
# ## 5. ReLU, and what to do at a kink
#
# $$ \text{ReLU}(z) = \max(0, z), \qquad \text{range } [0, \infty), \qquad
#    \text{ReLU}'(z) = \begin{cases} 1 & z > 0 \\ 0 & z < 0 \end{cases} $$
#
# The **rectified linear unit** passes what is positive and blocks what is negative. No exponential,
# nothing to overflow, and for positive $z$ the slope never fades. (The square bracket says: 0 itself
# belongs to the range.) But at 0 it has a **kink**: coming
# from the left the slope is 0, coming from the right it is 1. No single tangent fits, so the
# derivative does not exist there.

# %%
guess = predict("What does measured_slope answer for ReLU exactly at z = 0?",
                options=["0", "0.5", "1", "an error"])

# %%
at_kink = measured_slope(lambda z: np.maximum(0, z), 0.0)
print(f"measured slope of ReLU at 0: {at_kink:g}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=f"{at_kink:g}", why="It steps to both sides and so averages the two slopes, 0 and 1. "
       "It cannot see that there is a kink between them.")

# %% [markdown]
# So a measurement alone does not tell whether a derivative exists: look from both sides separately.
# Code must return *something* at 0, and its docstring says what. Any number from 0 to 1 would be
# defensible; by agreement `relu_prime` returns 0. It hardly matters, since a sum of many weighted
# inputs is almost never exactly 0. (It is if all weights are 0, or all inputs and the bias: then every
# sample sits on the kink, and what is returned there matters.)


# %% tags=["teaches"]
def relu(z):
    """ReLU(z) = max(0, z)."""
    return np.maximum(z, 0)


def relu_prime(z):
    """ReLU'(z) = 1 for z > 0, 0 for z < 0. It does not exist at 0; 0 is returned."""
    return np.where(z > 0, 1.0, 0.0)


def heaviside_prime(z):
    """H'(z) = 0 for z != 0. It does not exist at 0; 0 is returned."""
    return np.zeros(np.shape(z))


# %% [markdown]
# A ReLU is flat on the left. One that has $z \le 0$ for *every* sample of the data has the slope 0 for
# every sample, so no turn of its weights is felt: it is called **dead**.

# %% jupyter={"source_hidden": true}
quiz("03-dead-or-not")

# %% [markdown]
# ## 6. Four bends, side by side

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 4, figsize=(11, 3.2), sharey=True)
four = {"threshold": (heaviside, heaviside_prime), "sigmoid": (sigmoid, sigmoid_prime),
        "tanh": (np.tanh, tanh_prime), "ReLU": (relu, relu_prime)}
for ax, (name, (f, f_prime)) in zip(axes, four.items(), strict=True):
    plots.plot_activation(f, f_prime, ax=ax, limit=3.0)
    ax.set(title=name, ylim=(-1.2, 2.2))
fig.legend(*axes[1].get_legend_handles_labels(), loc="outside right center")
show_figure(
    fig,
    alt="Four plots on one scale, each with an activation as a solid line and its slope as a "
    "dashed one. Threshold: a jump, slope 0. Sigmoid: from 0 to 1, slope a low hill. Tanh: from -1 "
    "to 1, slope a hill of height 1. ReLU: flat, then rising, slope a step. A red cross at 0 marks "
    "the value that the code returns for threshold and ReLU.",
    caption="Solid f, dashed f'. Steepest slopes: sigmoid 0.25, tanh 1, ReLU 1. Red crosses: no "
    "slope at 0, the code returns 0.",
)

# %% [markdown]
# | activation | range | slope | use it for |
# |---|---|---|---|
# | threshold | 0 or 1 | 0 | networks set by hand, like XOR: it cannot learn by slopes |
# | sigmoid | (0, 1) | σ(1 − σ) | outputs: one yes-or-no probability each. Seldom in hidden layers |
# | tanh | (−1, 1) | 1 − tanh² | hidden layers of small networks, outputs between −1 and 1 |
# | ReLU | [0, ∞) | 0 or 1 | hidden layers: the first one to try. Cheap, and its slope does not fade |
#
# And the identity, $f(z) = z$ with the slope 1, for outputs that may be any number; never in hidden
# layers. More of them stand at the end of this lesson, for the curious.
#
# ### Move it yourself
#
# The red line is the tangent; its slope is the height of the red square on the right.
# - Choose "logistic" (another name for the sigmoid) and drag $z$ to the right. Where does the text
#   begin to say "flat"? Where with "tanh"?
# - Choose "relu" and move $z$ through 0. What happens exactly at 0?

# %%
activation_explorer()

# %% [markdown]
# ## 7. Spot the error
#
# > Four lines from printed tables of activations. Some of them are wrong.
# >
# > **A.** $\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$
# >
# > **B.** $\tanh(z) = \dfrac{1 - e^{-z}}{1 + e^{-z}}$
# >
# > **C.** softplus, a ReLU with its corner rounded off: $f(z) = 1 + e^z$, with the derivative $f'(z) = \dfrac{1}{1 + e^{-z}}$
# >
# > **D.** $\text{ReLU}'(z) = 0$ for $z < 0$, $1$ for $z > 0$
#
# You own an instrument that finds out.

# %%
guess = predict("How many of the four lines A to D are wrong?", options=[0, 1, 2, 3, 4])

# %%
z = np.array([-2.0, 0.5, 2.0])
lines = {  # what is true or measured, and what the line says
    "A": (measured_slope(sigmoid, z), sigmoid(z) * (1 - sigmoid(z))),
    "B": (np.tanh(z), (1 - np.exp(-z)) / (1 + np.exp(-z))),
    "C": (measured_slope(lambda z: 1 + np.exp(z), z), 1 / (1 + np.exp(-z))),
    "D": (measured_slope(relu, z), np.where(z > 0, 1.0, 0.0)),
}
wrong = [name for name, (truth, claim) in lines.items() if not np.allclose(truth, claim)]
print(f"at z = {z}; B: values, the others: slopes")
for name, (truth, claim) in lines.items():
    print(
        f"{name}   should be {truth.round(3)}   says {claim.round(3)}", " WRONG" * (name in wrong)
    )

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=len(wrong), why="B and C are wrong. Both stand in published teaching material, "
       "and a check of three lines finds them.")

# %% [markdown]
# What are they really? Multiply B above and below by $e^{z/2}$, and it becomes $\tanh(z/2)$: its
# slope at 0 is a half, not 1. A network with it still learns, which is why nobody notices. C lost its
# $\ln$. The derivative belongs to $\ln(1 + e^z)$; the slope of $1 + e^z$ is $e^z$.

# %%
B, C = lines["B"][1], lines["C"][1]
print("B is tanh(z/2):                 ", np.allclose(B, np.tanh(z / 2)))
print("C is the slope of ln(1 + e^z):  ", np.allclose(C, measured_slope(softplus, z)))

# %% [markdown]
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("03-nudged-thresholds")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("03-identity-layers")
quiz("03-right-answer")

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious: ten activations, and code that never overflows

# %% [markdown]
# A reference: look things up here when you need them. Four of the functions are yours to write, in the
# exercise: sigmoid, leaky ReLU, softplus and the slope of ELU. Here they are the course's.
#
# **The sigmoid.** On paper $1/(1 + e^{-z})$ equals $e^z/(1 + e^z)$: multiply above and below by $e^z$.
# In a computer they differ.

# %%
guess = predict(
    "What does Python answer for e^z / (1 + e^z) at z = 800? (On paper it is 1, nearly.)",
    options=["1.0", "inf", "nan"],
)

# %%
with np.errstate(all="ignore"):         # NumPy would warn; here we only want to see the values
    e = np.exp(np.float64(800))
    naive = e / (1 + e)
    print(f"e^800 = {e},  e^z / (1 + e^z) = {naive}")
    print(f"e^709 = {np.exp(709.0):.1e},  e^710 = {np.exp(710.0)}")
    print(
        f"float32 (half the memory): e^88 = {np.exp(np.float32(88)):.1e},  "
        f"e^89 = {np.exp(np.float32(89))}"
    )

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=str(naive), why="e⁸⁰⁰ is more than the largest number a float can hold, so it "
       "becomes inf, and inf / inf is nan: not a number.")

# %% [markdown]
# This is an **overflow**. The other form, $1/(1 + e^{-z})$, overflows at $z = -800$: by luck its
# answer, 1 over infinity, is right, but NumPy warns. So use each form where it is safe. With $e = e^{-|z|}$, which is never above 1,
#
# $$ \sigma(z) = \frac{1}{1 + e} \text{ for } z \ge 0, \qquad
#    \sigma(z) = \frac{e}{1 + e} \text{ for } z < 0, \qquad \sigma'(z) = \frac{e}{(1 + e)^2}. $$
#
# Far out the short $\sigma(1 - \sigma)$ loses its digits: at $z = 40$ the sigmoid is so close to 1 that
# the float *is* 1. The last form above keeps them, and the course's own `sigmoid_prime` uses it. For
# learning it makes no difference: a slope that small teaches a network nothing.

# %%
s, e = sigmoid(np.float64(40)), np.exp(-40.0)
print(f"at 40: s * (1 - s) = {s * (1 - s)}   e / (1 + e)² = {e / (1 + e) ** 2:.2e}")

# %% tags=["teaches"]
def identity(z):
    """f(z) = z, for every z."""
    return z


def identity_prime(z):
    """f'(z) = 1, for every z."""
    return np.ones(np.shape(z))


def tanh(z):
    """tanh(z) = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ) = 2σ(2z) - 1."""
    return np.tanh(z)


# %% [markdown]
# **Leaky ReLU** lets a little through on the left as well: $f(z) = z$ for $z > 0$ and
# $f(z) = s z$ for $z \le 0$, with a small slope $s$, usually 0.01. Range: all numbers. It has the
# same kink; at 0 our code returns $s$.


# %% tags=["teaches"]
def leaky_relu_prime(z, slope=0.01):
    """f'(z) = 1 for z > 0, slope for z < 0. It does not exist at 0; slope is returned."""
    return np.where(z > 0, 1.0, slope)


# %% [markdown]
# The **exponential linear unit** bends the left half towards $-\alpha$ ("alpha"):
#
# $$ \text{ELU}(z) = \begin{cases} z & z > 0 \\ \alpha\,(e^z - 1) & z \le 0 \end{cases} \qquad
#    \text{ELU}'(z) = \begin{cases} 1 & z > 0 \\ \alpha\,e^z & z \le 0 \end{cases} \qquad
#    \text{range } (-\alpha, \infty). $$
#
# At 0 the slope from the left is $\alpha e^0 = \alpha$, from the right it is 1. For $\alpha = 1$ they
# agree: **no kink**, the derivative exists everywhere. For any other $\alpha$ there is a kink, and at
# 0 our code returns $\alpha$. (Some texts take $\alpha = 1.67326$. Then the slope jumps from 1.67326
# to 1.)
#
# A trap in code: `np.where(z > 0, z, alpha * (np.exp(z) - 1))` computes *both* branches everywhere
# and chooses afterwards. So $e^z$ overflows for large $z$ although nobody wants it there. Cut $z$ off
# at 0 first. `np.expm1(z)` is $e^z - 1$ without loss of digits for small $z$.


# %% tags=["teaches"]
def elu(z, alpha=1.0):
    """f(z) = z for z > 0, α(eᶻ - 1) for z <= 0."""
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))  # e^z only where z <= 0


# %% [markdown]
# **SELU**, the self-normalising one, is $\lambda$ ("lambda") times an ELU with two odd constants,
# $\alpha = 1.6733$ and $\lambda = 1.0507$. They are computed so that outputs with mean 0 and spread 1
# keep mean 0 and spread 1 from layer to layer, if the weights have the right spread (by *spread* we
# mean the standard deviation, `np.std`). The section below measures it. Its range is
# $(-\lambda\alpha, \infty)$, and it has a kink: slope $\lambda\alpha = 1.7581$ from the left,
# $\lambda = 1.0507$ from the right.


# %% tags=["teaches"]
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805


def selu(z):
    """f(z) = λ·ELU(z) with α = 1.6733, λ = 1.0507."""
    return SELU_SCALE * elu(z, SELU_ALPHA)


def selu_prime(z):
    """f'(z) = λ for z > 0, λαeᶻ for z <= 0. It does not exist at 0; λα is returned."""
    return SELU_SCALE * elu_prime(z, SELU_ALPHA)


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 4, figsize=(11, 3.2), sharey=True)
z, h = np.linspace(-1.5, 1.5, 301), 1e-6
for ax, f in zip(axes, [relu, lambda z: leaky_relu(z, 0.2), elu, selu], strict=True):
    left, right = (0 - f(-h)) / h, (f(h) - 0) / h    # rise over run on each side; f(0) is 0
    ax.plot(z, f(z), color="silver", lw=6)
    ax.plot(z[z <= 0], left * z[z <= 0], ":", color=plots.PALETTE[2], lw=2.5)
    ax.plot(z[z >= 0], right * z[z >= 0], "--", color=plots.PALETTE[5], lw=2)
    ax.text(-1.4, 1.1, f"left slope {left:.2f}", color=plots.PALETTE[2])
    ax.text(-1.4, 0.75, f"right slope {right:.2f}", color=plots.PALETTE[5])
    ax.set(xlabel="$z$", ylim=(-2.7, 1.6))
for ax, name in zip(axes, ("ReLU", "leaky ReLU, slope 0.2", "ELU: no kink", "SELU"), strict=True):
    ax.set_title(name, fontsize=12)
show_figure(
    fig,
    alt="Four curves near z = 0, thick and grey, on one scale, each with the tangent from the left, "
    "dotted, and the tangent from the right, dashed. For ReLU, leaky ReLU and SELU the two slopes "
    "differ; for ELU both are 1, one straight line.",
    caption="Slopes at 0 from the left and the right: ReLU 0 and 1, leaky ReLU (here with 0.2) 0.2 "
    "and 1, ELU 1 and 1, SELU 1.76 and 1.05.",
)

# %% [markdown]
# **Softplus** rounds ReLU's corner off: $f(z) = \ln(1 + e^z)$, range $(0, \infty)$. Its derivative is
# an old friend, $f'(z) = e^z/(1 + e^z) = \sigma(z)$. As it stands, $e^z$ overflows, and $\ln$ of
# infinity is infinity where the answer should be 800. Take the larger exponential out of the
# logarithm:
#
# $$ \ln(1 + e^z) = \ln\bigl(e^z (e^{-z} + 1)\bigr) = z + \ln(1 + e^{-z}) \text{ for } z > 0,
#    \quad\text{so}\quad \ln(1 + e^z) = \max(z, 0) + \ln(1 + e^{-|z|}). $$
#
# (`np.log` is $\ln$.) `np.log1p(x)` is $\ln(1 + x)$ without loss of digits for small $x$.


# %% tags=["teaches"]
def softplus_prime(z):
    """f'(z) = σ(z). Exists everywhere."""
    return sigmoid(z)


# %%
with np.errstate(all="ignore"):
    print("ln(1 + e^z) as it stands, at 800: ", np.log(1 + np.exp(np.float64(800))))
print("softplus at -800, 0 and 800:      ", *[f"{softplus(at):.4f}" for at in (-800, 0, 800)])

# %% [markdown]
# **All ten.** (Two entries: the first is for the left of 0, the second for the right.)
#
# | name | f(z) | range | f′(z) | at z = 0 |
# |---|---|---|---|---|
# | Heaviside | 0; 1 | 0 or 1 | 0 | jump; code: 0 |
# | identity | z | (−∞, ∞) | 1 | 1 |
# | sigmoid | 1/(1 + e⁻ᶻ) | (0, 1) | σ(z)(1 − σ(z)) | 1/4 |
# | tanh | (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ) | (−1, 1) | 1 − tanh²(z) | 1 |
# | ReLU | 0; z | [0, ∞) | 0; 1 | kink; code: 0 |
# | leaky ReLU | 0.01z; z | (−∞, ∞) | 0.01; 1 | kink; code: 0.01 |
# | ELU, α = 1 | eᶻ − 1; z | (−1, ∞) | eᶻ; 1 | 1 (kink if α is not 1; code: α) |
# | SELU | λα(eᶻ − 1); λz | (−1.7581, ∞) | λαeᶻ; λ | kink; code: 1.7581 |
# | softplus | ln(1 + eᶻ) | (0, ∞) | σ(z) | 1/2 |
# | softmax | shares of a whole row | (0, 1) | a table of slopes | lesson 04 explains it |
#
# | also | use it for |
# |---|---|
# | leaky ReLU | hidden layers in which too many ReLUs die |
# | ELU | hidden layers whose outputs should scatter around 0. No kink, but it costs an exponential |
# | SELU | deep, plain networks, inputs of mean 0 and spread 1, weights of spread 1/√n |
# | softplus | outputs that must be positive |
# | softmax | outputs: one of several classes |
#
# Never trust a table, not even this one. Here it is once more, as code. We compare its derivatives
# with our safe functions and with measured slopes, and we look at 0 from both sides. A test of the
# course feeds the same function a *symbol* instead of numbers: SymPy, a program that does algebra,
# then derives each f′ from its f exactly.


# %% tags=["table"]
def table(z, exp, log):
    """name: f and f' for z < 0, then f and f' for z > 0, as printed. z: numbers or a symbol."""
    sig, th = 1 / (1 + exp(-z)), (exp(z) - exp(-z)) / (exp(z) + exp(-z))
    a, s, zero, one = SELU_ALPHA, SELU_SCALE, 0 * z, 0 * z + 1
    return {
        "heaviside": (zero, zero, one, zero),
        "identity": (z, one, z, one),
        "sigmoid": (sig, sig * (1 - sig)) * 2,  # * 2: the same pair again, for z > 0
        "tanh": (th, 1 - th**2) * 2,
        "relu": (zero, zero, z, one),
        "leaky_relu": (0.01 * z, 0.01 * one, z, one),
        "elu": (exp(z) - 1, exp(z), z, one),
        "selu": (s * a * (exp(z) - 1), s * a * exp(z), s * z, s * one),
        "softplus": (log(1 + exp(z)), sig) * 2,
    }


# %%
ours = {f.__name__: (f, f_prime) for f, f_prime in [
    (heaviside, heaviside_prime), (identity, identity_prime), (sigmoid, sigmoid_prime),
    (tanh, tanh_prime), (relu, relu_prime), (leaky_relu, leaky_relu_prime), (elu, elu_prime),
    (selu, selu_prime), (softplus, softplus_prime)]}
z, zero, h = np.array([-4.0, -2.5, -1, -0.1, 0.1, 1, 2.5, 4]), np.float64(0), 1e-6
print("              slope at 0 from              code    table, code and measured")
print("              the left    the right        at 0    slopes agree elsewhere")
for name, (f, f_prime) in ours.items():
    left, left_prime, right, right_prime = table(z, np.exp, np.log)[name]
    expected, slopes = np.where(z < 0, left, right), np.where(z < 0, left_prime, right_prime)
    agree = (np.allclose(f(z), expected) and np.allclose(f_prime(z), slopes)
             and np.allclose(measured_slope(f, z), slopes, atol=1e-9))
    below, above = (f(zero) - f(-h)) / h, (f(h) - f(zero)) / h
    rising = f"{above:.4f}" if above < 100 else "a jump"
    print(f"{name:<11} {below:9.4f} {rising:>13} {f_prime(zero):13.4f}    {agree}")

# %% [markdown]
# Read the table line by line. Where left and right agree, the derivative exists and the code returns
# it. Where they differ (or jump), it does not exist, and the code returns the slope from the left.


# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(3, 3, figsize=(9, 8), sharey=True)
at_0 = {"heaviside": ": a jump", **dict.fromkeys(["relu", "selu"], ": a kink"),
        "leaky_relu": ", here 0.2: a kink"}  # 0.01 would look like relu
shown = {**ours, "leaky_relu": (lambda z: leaky_relu(z, 0.2), lambda z: leaky_relu_prime(z, 0.2))}
for ax, (name, (f, f_prime)) in zip(axes.ravel(), shown.items(), strict=True):
    plots.plot_activation(f, f_prime, ax=ax, limit=3.0)
    ax.set(title=name + at_0.get(name, ""), ylim=(-2, 3))
fig.legend(*axes[0, 2].get_legend_handles_labels(), loc="outside right upper")
show_figure(
    fig,
    alt="Nine small plots on one scale, each with an activation as a solid line and its derivative "
    "as a dashed line. The derivatives of heaviside, relu, leaky_relu and selu break off at 0, where "
    "a red cross marks the value that the code returns.",
    caption="4 of 9 have no derivative at 0 (heaviside, relu, leaky_relu, selu: red crosses mark "
    "what the code returns); 5 have one everywhere (squares).",
)

# %% [markdown]
# From now on we import all these functions, as in
# `from mlp_lesson.activations import relu, relu_prime, sigmoid`, and the dictionary `ACTIVATIONS` holds
# each function together with its derivative.

# %% jupyter={"source_hidden": true}
quiz("03-kink-at-zero")
quiz("03-overflow-in-where")

# %% jupyter={"source_hidden": true}
assert softplus_prime(0.0) == 0.5 and leaky_relu_prime(0.0) == 0.01
assert elu_prime(0.0) == 1 and elu_prime(0.0, 1.67326) == 1.67326 and elu_prime(-3.0) < 0.05
assert round(SELU_ALPHA, 4) == 1.6733 and round(SELU_SCALE, 4) == 1.0507
assert round(float(selu_prime(0.0)), 4) == 1.7581 and round(float(selu(-50.0)), 4) == -1.7581

inf = np.inf
ranges = {"heaviside": (0, 1), "identity": (-inf, inf), "sigmoid": (0, 1), "tanh": (-1, 1),
          "relu": (0, inf), "leaky_relu": (-inf, inf), "elu": (-1, inf), "selu": (-1.7581, inf),
          "softplus": (0, inf)}
for name, (f, f_prime) in ours.items():  # none ever falls, so its ends are its range
    low_high = f(np.array([-1e300, 1e300]))
    low_high[np.abs(low_high) > 1e290] *= inf
    assert (
        np.allclose(low_high, ranges[name], atol=1e-4)
        and (f_prime(np.linspace(-9, 9, 181)) >= 0).all()
    )
z = np.linspace(-10, 10, 20_001)
bell = np.exp(-(z**2) / 2) / np.exp(-(z**2) / 2).sum()  # the normal distribution: mean 0, spread 1
assert abs(bell @ selu(z)) < 1e-6 and abs(bell @ selu(z) ** 2 - 1) < 1e-6    # SELU keeps both

far = np.array([-1e4, -800.0, 800.0, 1e4])
with np.errstate(over="raise", invalid="raise", divide="raise"):  # no function overflows or warns
    assert all(np.isfinite(part(far)).all() for pair in ours.values() for part in pair)

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ## For the curious, after lesson 06: sleeping, dead and deep

# %% [markdown]
# Come back here when you have trained networks: what goes wrong with their bends, measured.
#
# ### Saturation
#
# Far out the sigmoid and tanh are almost flat. A neuron whose $z$ is out there is **saturated**: turn
# its weights a little, and almost nothing of it arrives. Let us call a slope below 0.05 flat. How many
# neurons of a fresh layer are flat? That depends on how far its sums $z$ scatter. A sum of 100 inputs,
# each of size about 1 and each with a random weight of size about 1, scatters by about
# $\sqrt{100} = 10$, not by 100: most of the pluses and minuses cancel.

# %%
guess = predict(
    "100 inputs, random weights, both with spread 1. What share of the sigmoid neurons is "
    "saturated?",
    low=0,
    high=1,
)

# %%
inputs, weights = rng.normal(size=(1000, 100)), rng.normal(size=(100, 1000))
sums = inputs @ weights
print("weights      spread   share of flat neurons")
print("spread       of z     sigmoid  tanh")
for spread in (0.1, 0.3, 1):
    flat = [np.mean(f_prime(spread * sums) < 0.05) for f_prime in (sigmoid_prime, tanh_prime)]
    print(f"{spread:<12} {np.std(spread * sums):<8.0f} {flat[0]:.2f}     {flat[1]:.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer=round(float(flat[0]), 2), within=0.1, why="The slope is below 0.05 wherever z is "
       "beyond ±2.9, and with a spread of 10 most sums are.")

# %% jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 2, figsize=(9, 3.4))
at = np.linspace(-30, 30, 601)
for ax, spread in zip(axes, (0.1, 1), strict=True):
    ax.hist((spread * sums).ravel(), bins=120, range=(-30, 30), density=True, color="silver")
    ax.set(title=f"weights of spread {spread}", xlabel="$z$", ylabel="how many sums (grey)", yticks=[])
    slope_axis = ax.twinx()
    slope_axis.plot(at, sigmoid_prime(at), color=plots.PALETTE[1])
    slope_axis.set(ylabel="slope $\\sigma'(z)$ (orange)", ylim=(0, 0.27), xlim=(-30, 30))
    slope_axis.spines["right"].set_visible(True)
    for side in (-2.9, 2.9):
        ax.axvline(side, ls=":", lw=1.5, color="black")
show_figure(
    fig,
    alt="Two histograms of the sums z with the sigmoid's slope, a narrow hill, and dotted "
    "lines at -2.9 and 2.9. With weights of spread 0.1 nearly all sums lie between the lines, "
    "under the hill. With weights of spread 1 the sums reach from about -30 to 30, and most "
    "lie outside.",
    caption="A neuron can learn while its sum is under the hill, between the dotted lines: on the "
    "left nearly always, on the right seldom.",
)

# %% [markdown]
# The cure is in the first row: weights with a spread of $1/\sqrt{100} = 0.1$ keep the sums at a
# spread of 1, and nearly every neuron on the steep part. Lesson 06 makes a rule of it. ReLU cannot
# saturate on the right; on the left it is flat altogether, which brings its own disease.
#
# ### Dead ReLUs
#
# Lesson 05 showed that the correction of a neuron's weights contains its slope $f'(z)$ as a
# factor. If a ReLU has $z \le 0$ for *every* sample of the data, then its slope is 0 for every sample,
# its correction is 0, and it stays as it is: a **dead** ReLU. One way to get there is a bias that is
# too negative. We draw 1000 neurons with 20 inputs, show them 1000 samples, and count.


# %%
def dead_share(Z):
    """Share of the neurons (columns of Z) whose z is never positive, whatever the sample (row)."""
    return np.mean((Z <= 0).all(axis=0))


Z = rng.normal(size=(1000, 20)) @ rng.normal(0, np.sqrt(2 / 20), size=(20, 1000))
print(f"dead with bias 0: {dead_share(Z):.2f}   with bias -5: {dead_share(Z - 5):.2f}")

# %% jupyter={"source_hidden": true}
biases = np.arange(0, -8, -1)
shares = np.array([dead_share(Z + b) for b in biases])
off = np.array([np.mean(Z + b <= 0) for b in biases])
fig, ax = plt.subplots()
ax.plot(biases, off, "o--", color=plots.PALETTE[4], label="off for one sample, on average")
ax.plot(biases, shares, "s-", color=plots.PALETTE[2], label="dead: off for all 1000 samples")
ax.set(
    xlabel="bias of every neuron", ylabel="share of the neurons", title="Too negative a bias kills"
)
ax.invert_xaxis()
ax.legend(loc="lower left", bbox_to_anchor=(0.02, 0.22))
show_figure(
    fig,
    alt="Two curves against the bias, from 0 to -7. The share of neurons that are off for a "
    "sample rises from one half to almost 1 at -3; the share of dead neurons stays near 0 "
    "until -3 and then rises to almost 1.",
    caption="Dead ReLUs: "
    + ", ".join(
        f"{s:.0%} at bias {b}" for b, s in zip(biases, shares, strict=True) if b in (0, -3, -5, -7)
    )
    + ".",
)

# %% [markdown]
# Being off for *some* samples is healthy: with bias 0 a ReLU is off half the time, on average, and
# that is its bend at work. Dead means off for all.
#
# The more common way to die is in training: steps that are too large throw the weights and the bias so
# far that $z \le 0$ for every sample. Let us watch it on small pictures of digits, with 50 hidden
# neurons, for ten rounds of corrections. How large the steps are is set by the learning rate: 0.5 is
# good here, 2 is too large. Guessing would be right for 1 digit in 10.

# %%
guess = predict("How many of the 50 ReLUs are dead after ten rounds with learning rate 2?",
                options=["about 5", "about 25", "nearly all"])

# %%
X, y = digits_8x8()


def watch(name, lr, seed):
    """(after each round, which neurons are off for every sample; share of digits read right)."""
    rng = np.random.default_rng(seed)
    params, silent = init_params((64, 50, 10), rng, he_normal), []
    for _ in train(params, X, one_hot(y, 10), activation=ACTIVATIONS[name], step=sgd, lr=lr,
                   loss=softmax_cross_entropy, epochs=10, batch_size=50, rng=rng):
        logits, cache = forward(params, X, ACTIVATIONS[name].f)
        silent.append((cache.Z[0] <= 0).all(axis=0))
    return np.array(silent), np.mean(logits.argmax(axis=1) == y)


# %%
dead, right, back = {}, {}, {}
for run in [("relu", 0.5), ("relu", 2), ("leaky_relu", 2)]:
    silent, shares_right = zip(*[watch(*run, seed) for seed in range(5)], strict=True)
    dead[run], right[run] = np.mean(silent, axis=(0, 2)), np.mean(shares_right)
    back[run] = sum(
        int((s[:-1] & ~s[1:]).sum()) for s in silent
    )  # off after a round, on after the next
print("learning rate 2: more than 9 of 10 ReLUs dead:", bool(dead["relu", 2][-1] > 0.9))

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="nearly all" if dead["relu", 2][-1] > 0.9 else "about 25",
    why="Most die in the very first round, and not one of them ever comes back.")

# %% tags=["nbval-ignore-output"]
# With steps too large the numbers hang on how the processor rounds: yours may differ a little.
for run in dead:
    name, lr = run
    print(f"{name:<10} learning rate {lr:<3g}  came back: {back[run]:3}   "
          f"digits right: {right[run]:.0%}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(8, 4))
for (name, lr), style in zip(dead, ["o-", "s-", "D--"], strict=True):
    ax.plot(range(1, 11), dead[name, lr], style, label=f"{name}, learning rate {lr:g}")
ax.set(
    xlabel="round", ylabel="share of the neurons", ylim=(-0.05, 1.05),
    title="Hidden neurons that are off for every sample",
)
ax.legend(loc="upper left", bbox_to_anchor=(1, 1), fontsize=11)
show_figure(
    fig,
    alt="Share of silent neurons against the round. ReLU with learning rate 0.5 stays near 0. "
    "ReLU with learning rate 2 begins above one half and climbs to almost 1. Leaky ReLU with "
    "learning rate 2 begins as high, but goes up and down.",
    caption="Five networks each. Of the silent ReLUs none came back, of the silent leaky ones "
    "many.",
)

# %% [markdown]
# A dead ReLU in the first hidden layer, whose inputs never change, is dead for good. Steps that are too
# large harm every network, and leaky ReLUs fall silent nearly as easily. But their slope on the left is
# 0.01, not 0: some correction always arrives, and many come back. Their network still reads several
# times as many digits. (ELU is no such rescue: its slope on the left, $e^z$, fades like the sigmoid's
# and is below 0.05 from $z = -3$ on.)
#
# ### Through ten layers
#
# A change that is made in the first layer must pass every later layer to reach the output. At each
# neuron it is multiplied by the slope $f'(z)$, and on the way to the next one by a weight. Many
# layers, many factors. First the slopes alone:

# %%
guess = predict(
    "Ten sigmoid layers, each neuron at its very steepest, slope 1/4. What do these ten "
    "factors leave of a change, about?",
    options=["1/40", "1/1000", "1/1,000,000"],
)

# %%
left_over = 0.25**10
print(f"0.25 to the power of 10 is 1/{1 / left_over:,.0f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess, answer="1/1,000,000" if left_over < 1e-6 else "1/1000", why="Factors multiply: 4¹⁰ is 1,048,576. "
       "And this is the best case; away from 0 the sigmoid's slope is smaller still.")

# %% [markdown]
# Now the whole network, weights included: ten layers, 100 neurons wide, random weights of the right
# spread. Nudge the input by a tiny amount, once up and once down, and measure how
# long the difference still is after each layer. (With random weights of spread $1/\sqrt{100}$ the sums
# themselves neither grow nor shrink a nudge on average. A ReLU blocks half of it, so its weights get a
# spread $\sqrt 2$ times larger.)


# %%
def nudge_sizes(f, gain, rng, n_layers=10, width=100, h=1e-6):
    """The length of a nudge of length 1 after each layer, and the last layer's outputs.

    The weights have the spread sqrt(gain / width); the lengths are averaged over 200 inputs.
    """
    A, nudge = rng.normal(size=(2, 200, width))
    nudge /= np.linalg.norm(nudge, axis=1, keepdims=True)
    up, down, sizes = A + h * nudge, A - h * nudge, [1.0]
    for _ in range(n_layers):
        W = rng.normal(0, np.sqrt(gain / width), size=(width, width))
        up, down = f(up @ W), f(down @ W)
        lengths = np.linalg.norm(up - down, axis=1) / (2 * h)
        sizes.append(np.sqrt(np.mean(lengths**2)))
    return np.array(sizes), up


# %%
flows, ends = {}, {}
for name, gain in [("logistic", 1), ("tanh", 1), ("relu", 2), ("selu", 1)]:
    f = ACTIVATIONS[name].f
    many = [nudge_sizes(f, gain, np.random.default_rng(seed)) for seed in range(20)]
    flows[f.__name__] = np.mean([sizes for sizes, _ in many], axis=0)
    ends[f.__name__] = np.mean([(end.mean(), end.std()) for _, end in many], axis=0)
print("of a nudge of 1       after 1 layer    after 10 layers")
for name, sizes in flows.items():
    print(f"{name:<21} {sizes[1]:<16.1f} {sizes[-1]:.0e}" if name == "sigmoid" else
          f"{name:<21} {sizes[1]:<16.1f} {sizes[-1]:.1f}")

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots()
for (name, sizes), marker in zip(flows.items(), "os^D", strict=True):
    ax.semilogy(sizes, marker + "-", label=name)
ax.semilogy(0.25 ** np.arange(11), "--", color="gray", lw=1.5, label="1/4 for each layer")
ax.set(xlabel="layers passed", ylabel="length of the nudge", title="Sigmoids swallow the signal")
ax.grid(axis="y")
ax.legend(loc="lower left")
show_figure(
    fig,
    alt="Length of the nudge against layers passed, on a logarithmic axis. ReLU and SELU stay "
    "near 1, tanh falls slowly to about a third, the sigmoid falls along a straight line, "
    "slightly below the dashed line of a factor 1/4 for each layer, to less than a millionth.",
    caption=f"After 10 layers: sigmoid {flows['sigmoid'][-1]:.0e}, tanh {flows['tanh'][-1]:.1f}, "
            f"ReLU {flows['relu'][-1]:.1f}, SELU {flows['selu'][-1]:.1f} of the nudge.",
)

# %% [markdown]
# Learning sends its corrections back over the same road and through the same slopes (lesson 05). So
# the first layers of a deep sigmoid network are told almost nothing: the **vanishing gradient**.
#
# Would weights four times larger undo the factor 1/4?

# %%
large = [
    nudge_sizes(sigmoid, 16, np.random.default_rng(seed))[0][-1] for seed in range(20)
]  # sqrt(16) = 4
print(f"sigmoid, weights 4 times larger, after 10 layers: {np.mean(large):.3f}")

# %% [markdown]
# They help, but less than a hundredth is left: with larger weights the sums lie further out, where the
# sigmoid is flatter.
#
# A subtle point about ReLU: along one single path from neuron to neuron its ten slopes are all 1, or at
# least one of them is 0. It does not fade; it passes or it blocks. The other half of the paths, and the
# larger weights, keep the sum alive. And SELU keeps the promise of its odd constants:

# %%
mean, spread = ends["selu"]
print(f"SELU after 10 layers: mean {abs(mean):.1f}, spread {spread:.1f}")

# %% jupyter={"source_hidden": true}
assert round(left_over**-1) == 1_048_576 == 4**10
assert flows["sigmoid"][-1] < 1e-6 < 0.2 < flows["tanh"][-1] < 0.5 < 0.9 < flows["relu"][-1] < 1.1
assert 0.45 < off[0] < 0.55 and shares[0] == 0 and shares[-1] > 0.95
small, large_steps, leaky = ("relu", 0.5), ("relu", 2), ("leaky_relu", 2)
assert dead[small][-1] < 0.1 and right[small] > 0.95 and dead[leaky][0] > 0.5 < dead[large_steps][0]
assert back[large_steps] == 0 and back[leaky] > 20 and right[leaky] > 3 * right[large_steps]
assert np.mean(large) < 0.01

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
line = measured_slope(lambda z: 2 * z - 1, 7.0)
assert round(line, 4) == 2 and round(measured_slope(curve, 1.0), 4) == 0.1966
assert sum(felt) == 0 and sum(felt_soft) == 9 == numbers.size
assert errors[0] > 0.99 and errors[50] < 0.1 and enough == 81          # nudges from the nine numbers
assert found == 24 and found + (last_errors > 0.49).sum() == 50               # from 50 random starts
stuck = last_errors[last_errors > 0.49]
assert all(min(abs(stuck_at - 0.5), abs(stuck_at - 2 / 3)) < 0.01 for stuck_at in stuck)
assert n_numbers == 101_770
assert np.isclose(sigmoid(there), 0.9) and np.isclose(sigmoid_prime(there), 0.09)
assert (sigmoid_prime(np.linspace(3, 50)) < 0.05).all()
assert sigmoid_prime(0.0) == 0.25 and tanh_prime(0.0) == 1
assert at_kink == 0.5 and relu_prime(0.0) == 0
assert wrong == ["B", "C"] and round(measured_slope(lambda z: np.tanh(z / 2), 0.0), 6) == 0.5
assert sigmoid_prime(2.88) > 0.05 > sigmoid_prime(2.9)                  # where "flat" begins
claims_hold()

# %% [markdown]
# ## Sources
#
# V. Nair, G. E. Hinton (2010), Rectified linear units improve restricted Boltzmann
# machines, *ICML*. X. Glorot, Y. Bengio (2010), Understanding the difficulty of training deep
# feedforward neural networks, *AISTATS* (saturation, layer by layer). D.-A. Clevert, T. Unterthiner,
# S. Hochreiter (2016), Fast and accurate deep network learning by exponential linear units (ELUs),
# *ICLR*. G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter (2017), Self-normalizing neural
# networks, *NeurIPS*.
