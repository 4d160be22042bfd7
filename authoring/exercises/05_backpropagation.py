# %% [markdown]
# # Exercise 05: Backpropagation
#
# Seven short functions, and after the first five you own the algorithm that trains every neural
# network: you will have written it yourself, one factor of the chain rule at a time. It belongs to
# lesson {{lesson}}. Tasks 6 and 7 stand nowhere in the course: they are new problems for what you
# know by then.
#
# **After this exercise you can**
# - measure a gradient without calculus, and use that to test one that was derived;
# - say where the error of a softmax output starts, and why it has so simple a form;
# - carry the error through one layer, through its activation, and through a whole network;
# - tell a right gradient from one that only looks like it;
# - carry the error through networks that you meet for the first time.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. A check calls your function on several cases, among them a batch
# of one row, a square matrix and integers. If something is wrong it tells you what kind of mistake
# it sees; it never shows the answer. Check as often as you like, and ask for hints if you are
# stuck: neither costs points.
#
# **What holds everywhere.** Rows are samples: $X$ is `(n, n_in)`, $W$ is `(n_in, n_out)`, and a
# layer computes $Z = A_\text{prev} W + b$. $\delta = \partial L / \partial Z$ has a plus sign. The
# loss $L$ is a *mean* over the $n$ rows, and $\delta$ carries that $1/n$ from the start, so that
# nothing behind it has to divide again. Arguments are passed by position, may hold integers, and
# belong to the caller: compute new arrays, leave these as they are.

# %%
import numpy as np

from mlp_lesson.activations import softmax, tanh, tanh_prime
from mlp_lesson.checks import check, diagnose_gradients
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. A gradient without calculus (2 points)
#
# Before you derive a gradient, build the instrument that will test it. The slope of $f$ along the
# entry $x_i$ is what $f$ gains over a small step, divided by the step. Take one step to each side:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h},$$
#
# where $e_i$ is 1 in the place $i$ and 0 elsewhere. By symmetry the error of this *central*
# difference shrinks as $h^2$; with a step to one side only it would shrink as $h$.
#
# - `f` takes an array with the shape of `x` and returns one number.
# - `x` has any shape: a vector, a matrix, three axes. The gradient has the same shape.
# - Only one entry moves at a time, and by the `h` that is handed in. Take just these two points: a
#   formula with more of them has another error.
# - `x` is unchanged afterwards. If it holds integers, the gradient still has fractions.


# %% nbgrader={"grade_id": "numerical_gradient", "solution": true}
def numerical_gradient(f, x, h):
    """The central difference of f along every entry of x; has the shape of x."""
    ### BEGIN SOLUTION
    x = np.array(x, dtype=float)  # a copy, and floats: x may hold integers
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        centre = x[i]
        x[i] = centre + h
        above = f(x)
        x[i] = centre - h
        below = f(x)
        x[i] = centre  # put it back before the next entry moves
        gradient[i] = (above - below) / (2 * h)
    return gradient
    ### END SOLUTION


# %%
hints("numerical_gradient")

# %% nbgrader={"grade_id": "check_numerical_gradient", "grade": true, "locked": true, "points": 2}
check("numerical_gradient", numerical_gradient)

# %% [markdown]
# ## 2. Where the error begins (2 points)
#
# The network ends in logits $Z$, one row a sample, one column a class. Softmax turns each row into
# probabilities $P$, and the cross-entropy with the one-hot targets $Y$ is averaged over the rows:
#
# $$L = -\frac{1}{n} \sum_{i=1}^{n} \sum_{k} Y_{ik} \ln P_{ik}, \qquad
#   P_{ik} = \frac{e^{Z_{ik}}}{\sum_j e^{Z_{ij}}}.$$
#
# Each of the two derivatives is unwieldy. Their product is not: almost everything cancels, and
# what is left for every logit is how far its probability is from its target, divided by $n$.
# Derive it on paper first (lesson 05 shows the way), then write one line.
#
# - `Z` and `Y` are `(n, k)`; so is the result, $\delta = \partial L / \partial Z$.
# - `softmax` is imported above: by rows, and safe for large logits. You may also write your own;
#   then logits of 1000 must neither overflow nor warn.
# - The mean is over the $n$ rows, not over all $n \cdot k$ entries.


# %% nbgrader={"grade_id": "output_delta", "solution": true}
def output_delta(Z, Y):
    """∂L/∂Z of the mean cross-entropy of softmax(Z) with the one-hot rows of Y: (n, k)."""
    ### BEGIN SOLUTION
    return (softmax(Z) - Y) / len(Z)
    ### END SOLUTION


# %%
hints("output_delta")

# %% nbgrader={"grade_id": "check_output_delta", "grade": true, "locked": true, "points": 2}
check("output_delta", output_delta)

# %% [markdown]
# Now your instrument can speak. Here is the loss, written without any thought of derivatives; the
# largest difference between your delta and the measured slope should be rounding and nothing else.


# %% nbgrader={"grade_id": "compare_delta", "locked": true}
def cross_entropy(Z, Y):
    return -np.sum(Y * np.log(softmax(Z))) / len(Z)


def compare_with_the_measured_slope():
    Z = np.array([[2.0, -1.0, 0.5], [0.0, 0.3, -0.2]])
    Y = np.array([[1, 0, 0], [0, 0, 1]])
    measured = numerical_gradient(lambda z: cross_entropy(z, Y), Z, 1e-5)
    return np.abs(measured - output_delta(Z, Y)).max()


try:
    print("delta and the measured slope agree:", compare_with_the_measured_slope() < 1e-9)
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 and 2 say: right.")

# %% [markdown]
# ## 3. Back through one layer (3 points)
#
# A layer computed $Z = A_\text{prev} W + b$. Its error $\delta = \partial L / \partial Z$ has
# arrived; three questions are open. How does the loss change with the layer's weights, with its
# biases, and with its inputs? Write out one entry, $Z_{ik} = \sum_j A_{ij} W_{jk} + b_k$, and ask
# which entries of $Z$ each of them touches:
#
# - $W_{jk}$ touches the whole column $k$, one entry a sample, each time with the factor $A_{ij}$;
# - $b_k$ touches the same column, with the factor 1;
# - $A_{ij}$ touches the whole row $i$, each time with the factor $W_{jk}$.
#
# Where one number reaches the loss on several paths, the chain rule adds the paths up. Each sum is
# one matrix product, or one sum along an axis.
#
# - `delta` is `(n, n_out)`, `A_prev` is `(n, n_in)`, `W` is `(n_in, n_out)`.
# - Return three arrays in this order: `dW` shaped like `W`, `db` of shape `(n_out,)`, and `dA_prev`
#   shaped like `A_prev`.
# - $\delta$ carries the $1/n$ already: sum over the samples, do not average.
# - `dA_prev` is $\partial L / \partial A_\text{prev}$ alone. The activation comes in task 4.


# %% nbgrader={"grade_id": "layer_backward", "solution": true}
def layer_backward(delta, A_prev, W):
    """(dW, db, dA_prev): the derivatives of the loss by a layer's weights, biases and inputs."""
    ### BEGIN SOLUTION
    dW = A_prev.T @ delta  # ∂L/∂W_jk = Σᵢ A_ij δ_ik    (n_in, n_out)
    db = delta.sum(axis=0)  # ∂L/∂b_k = Σᵢ δ_ik          (n_out,)
    dA_prev = delta @ W.T  # ∂L/∂A_ij = Σₖ δ_ik W_jk    (n, n_in)
    return dW, db, dA_prev
    ### END SOLUTION


# %%
hints("layer_backward")

# %% nbgrader={"grade_id": "check_layer_backward", "grade": true, "locked": true, "points": 3}
check("layer_backward", layer_backward)

# %% [markdown]
# ## 4. Through the activation (2 points)
#
# Between two layers stands the activation: $A = f(Z)$, entry by entry. The next layer reports the
# error $\delta_\text{next}$ of *its* $Z$; this layer wants the error of its own:
#
# $$\delta = \frac{\partial L}{\partial Z}
#   = \frac{\partial L}{\partial A} \odot f'(Z).$$
#
# The first factor is what `dA_prev` was in task 3, seen from the next layer. The second is a slope
# for every single entry, so $\odot$ multiplies entry by entry.
#
# - `delta_next` is `(n, n_next)`, `W_next` is `(n_here, n_next)`, `Z` is `(n, n_here)`; so is the
#   result.
# - `f_prime` is a function and takes $z$, the input of the activation, never its output. Use the
#   one that is handed in: the check tries several.


# %% nbgrader={"grade_id": "hidden_delta", "solution": true}
def hidden_delta(delta_next, W_next, Z, f_prime):
    """∂L/∂Z of a hidden layer, from the error of the layer behind it: (n, n_here)."""
    ### BEGIN SOLUTION
    return (delta_next @ W_next.T) * f_prime(Z)
    ### END SOLUTION


# %%
hints("hidden_delta")

# %% nbgrader={"grade_id": "check_hidden_delta", "grade": true, "locked": true, "points": 2}
check("hidden_delta", hidden_delta)

# %% [markdown]
# ## 5. The whole way back (4 points)
#
# Now put the pieces together. A network of $L$ layers ran forward and kept what you need:
#
# | list | entry `l` | shape |
# |---|---|---|
# | `Ws` | the weights of layer `l` | `(n_in, n_out)` |
# | `As` | the *input* of layer `l`: `As[0]` is $X$, the network's output is not in it | `(n, n_in)` |
# | `Zs` | what layer `l` computed before its activation | `(n, n_out)` |
#
# All three have the same length. `delta` is $\partial L / \partial Z$ of the last layer, as
# `output_delta` makes it, with its $1/n$: it needs no activation's slope any more. Walk from the
# last layer to the first. In each, collect the gradients of its weights and biases; then carry
# delta to the layer before.
#
# - Return `(dWs, dbs)`, two lists, **first layer first**.
# - Every number of layers must work, one layer included; and every size, a batch of one row too.
# - The lists and arrays are the caller's: leave them as they are.
#
# This order is the whole trick of backpropagation. Each delta is computed once and used for
# everything before it, so all gradients together cost about as much as two forward passes. Your
# `numerical_gradient` needs two forward passes *for every single weight*.


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(Ws, As, Zs, delta, f_prime):
    """(dWs, dbs): the gradients of all weights and all biases, first layer first."""
    ### BEGIN SOLUTION
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, _ = layer_backward(delta, As[l], Ws[l])
        dWs.append(dW)
        dbs.append(db)
        if l > 0:
            delta = hidden_delta(delta, Ws[l], Zs[l - 1], f_prime)
    return dWs[::-1], dbs[::-1]
    ### END SOLUTION


# %%
hints("backward")

# %% nbgrader={"grade_id": "check_backward", "grade": true, "locked": true, "points": 4}
check("backward", backward)

# %% [markdown]
# ## The network doctor
#
# A check knows what your function *should* return. But what if you change the network, and nobody
# has written a check for it? Then measure. `diagnose_gradients` takes a forward and a backward
# pass, builds random networks, and compares every Z, A, dW and db with finite differences. If one
# is wrong it says in which layer, and which quantity, it *first* went wrong: everything behind
# that place is spoiled too, so that is where to look.


# %% nbgrader={"grade_id": "doctor", "locked": true}
def forward(X, Ws, bs, f):
    """(As, Zs): the input of each layer, and what it computes before its activation."""
    As, Zs = [X], []
    for W, b in zip(Ws, bs, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(f(Zs[-1]))
    return As[:-1], Zs  # the last layer has no activation: its Z are the logits


diagnose_gradients(forward, backward)

# %% [markdown]
# Try it: take `f_prime` out of your `hidden_delta`, or divide `db` by `len(delta)` in
# `layer_backward`, run their cell, and ask the doctor again. (If your `backward` does not call
# them, change the same lines in there.) Then put it back.
#
# One number shows why it is worth it. In the 3-4-2 network below, a wrong gradient does not crash
# and does not even point the wrong way. The angle between the true gradient and the one without
# $f'$ is well under 90 degrees, so training would still go downhill, only badly. That is how such
# mistakes survive for years.


# %% nbgrader={"grade_id": "angle", "locked": true}
def angle_without_slopes():
    rng = np.random.default_rng(1)
    Ws = [rng.normal(size=(3, 4)), rng.normal(size=(4, 2))]
    As, Zs = forward(rng.normal(size=(50, 3)), Ws, [np.zeros(4), np.zeros(2)], tanh)
    delta = output_delta(Zs[-1], np.eye(2)[rng.integers(2, size=50)])
    right, wrong = (
        np.concatenate([dW.ravel() for dW in backward(Ws, As, Zs, delta, slope)[0]])
        for slope in (tanh_prime, np.ones_like)
    )
    cosine = right @ wrong / np.linalg.norm(right) / np.linalg.norm(wrong)
    return np.degrees(np.arccos(cosine))


try:
    print(f"angle between the right and the wrong gradient: {angle_without_slopes():.0f} degrees")
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 to 5 say: right.")

# %% [markdown]
# ## 6. Back past a layer (3 points)
#
# In a very deep network every layer is one more place where the error can get lost. So today's deep
# networks have *skip connections* (He and others, 2016): the input of a layer goes through it, and
# past it as well, and both are added:
#
# $$ Z = A_\text{prev} W + b, \qquad A = A_\text{prev} + f(Z). $$
#
# The error $\partial L / \partial A$ of the block's output has arrived. Carry it through the block: no
# new calculus is needed, only the rule of task 3 for a number that reaches the loss on several paths.
#
# - `dA` is $\partial L / \partial A$, the error of the block's output, with the $1/n$ of the mean in
#   it. The delta of the layer, which belongs to $Z$, you have to make of it. `A_prev`, `Z` and `dA`
#   are `(n, d)`; `W` is `(d, d)`, for what is to be added must have one shape.
# - `f_prime` is a function that takes $z$, as in task 4.
# - Return `(dW, db, dA_prev)`: the derivatives of $L$ by $W$, `(d, d)`, by $b$, `(d,)`, and by
#   $A_\text{prev}$, `(n, d)`, for which both paths count.
#
# By hand: $f(z) = z^2$, $A_\text{prev} = 2$, $W = 1.5$, $b = 0$, all of them single numbers. Then
# $Z = 3$ and $A = 2 + 9 = 11$. For `dA` $= 1$ the answer is `dW` 12, `db` 6, `dA_prev` 10. Why 10?


# %% nbgrader={"grade_id": "skip_backward", "solution": true}
def skip_backward(dA, A_prev, Z, W, f_prime):
    """(dW, db, dA_prev) of the block A = A_prev + f(Z) with Z = A_prev W + b, from dA = ∂L/∂A."""
    ### BEGIN SOLUTION
    delta = dA * f_prime(Z)  # the error of the layer's Z    (n, d)
    dW = A_prev.T @ delta  #                                 (d, d)
    db = delta.sum(axis=0)  #                                (d,)
    dA_prev = dA + delta @ W.T  # past the layer, and through it
    return dW, db, dA_prev
    ### END SOLUTION


# %%
hints("skip_backward")

# %% nbgrader={"grade_id": "check_skip_backward", "grade": true, "locked": true, "points": 3}
check("skip_backward", skip_backward)

# %% [markdown]
# What the skip is good for: how large is the error that reaches the first of thirty layers, compared
# with the error at the last? The cell asks your function.


# %% nbgrader={"grade_id": "thirty_layers", "locked": true}
def error_after_thirty_layers(with_skip):
    rng = np.random.default_rng(5)
    A, dA, blocks = rng.normal(size=(50, 20)), np.full((50, 20), 1 / 50), []
    for _ in range(30):
        W = rng.normal(0, 0.1, size=(20, 20))
        blocks.append((A, A @ W, W))
        A = tanh(A @ W) + with_skip * A
    before = np.linalg.norm(dA)
    for A, Z, W in reversed(blocks):
        past_the_layer = dA * (1 - with_skip)  # is taken away again where there is no skip
        dA = skip_backward(dA, A, Z, W, tanh_prime)[2] - past_the_layer
    return np.linalg.norm(dA) / before


try:
    print(f"with skips:    {error_after_thirty_layers(1):.1f} times as large")
    print(f"without skips: {error_after_thirty_layers(0):.0e} times as large")
except Exception:  # an answer is missing, or wrong
    print("First make the check of task 6 say: right.")

# %% [markdown]
# ## 7. Weights that are used twice (3 points)
#
# An *autoencoder* squeezes its inputs through a few units and restores them: what gets through must be
# what matters in the data. Often the way back uses the same weights, transposed; they are called
# *tied*, and there are half as many to learn:
#
# $$ Z = X W + b, \qquad H = f(Z), \qquad R = H W^\top + c. $$
#
# The error $\delta = \partial L / \partial R$ of the restored inputs has arrived. Where are the
# gradients? $W$ acts on the loss at two places, and you know what the chain rule does with two paths.
#
# - `delta` and `X` are `(n, d)`, `Z` and `H` are `(n, m)`, `W` is `(d, m)`. `delta` carries the $1/n$.
#   `f_prime` takes $z$, as in task 4. The biases, $b$ with $m$ entries and $c$ with $d$, are not handed
#   in: no gradient needs them.
# - That the network should restore $X$ is in `delta` already. Here $X$ is only what comes in.
# - Return `(dW, db, dc)`, the derivatives of $L$ by $W$, $b$ and $c$, with the shapes of these.
#
# By hand: $f(z) = z^2$, all of them single numbers, $X = 1$, $W = 2$, $b = 1$. Then $Z = 3$ and
# $H = 9$. For `delta` $= 1$ the answer is `dW` 21, `db` 12, `dc` 1. Which two numbers make 21?


# %% nbgrader={"grade_id": "tied_backward", "solution": true}
def tied_backward(delta, X, Z, H, W, f_prime):
    """(dW, db, dc) of R = H Wᵀ + c, H = f(Z), Z = X W + b, from delta = ∂L/∂R."""
    ### BEGIN SOLUTION
    delta_h = (delta @ W) * f_prime(Z)  # back through the decoder, whose table is Wᵀ    (n, m)
    dW = X.T @ delta_h + delta.T @ H  # as the encoder, and as the decoder, turned     (d, m)
    return dW, delta_h.sum(axis=0), delta.sum(axis=0)
    ### END SOLUTION


# %%
hints("tied_backward")

# %% nbgrader={"grade_id": "check_tied_backward", "grade": true, "locked": true, "points": 3}
check("tied_backward", tied_backward)

# %% [markdown]
# If you doubt a gradient that no book contains: your `numerical_gradient` does not. It moves $W$, at
# both places at once, and looks what the loss does.


# %% nbgrader={"grade_id": "measure_tied", "locked": true}
def largest_difference_from_the_measured_slope():
    rng = np.random.default_rng(7)
    X, W = rng.normal(size=(6, 4)), rng.normal(size=(4, 2))
    b, c = rng.normal(size=2), rng.normal(size=4)

    def loss(W):
        return np.sum((tanh(X @ W + b) @ W.T + c - X) ** 2) / (2 * len(X))

    Z = X @ W + b
    H = tanh(Z)
    delta = (H @ W.T + c - X) / len(X)
    dW = tied_backward(delta, X, Z, H, W, tanh_prime)[0]
    return np.abs(dW - numerical_gradient(loss, W, 1e-5)).max()


try:
    agree = largest_difference_from_the_measured_slope() < 1e-8
    print("dW and the measured slope agree to 8 digits:", agree)
except Exception:  # an answer is missing, or wrong
    print("First make the checks of tasks 1 and 7 say: right.")

# %% [markdown]
# Well done if all seven are right: `backward` is all of calculus that the networks of the following
# lessons need; the rest is steps downhill.
