# %% [markdown]
# # Exercise 02: XOR and layers
#
# One neuron cannot compute XOR; three can. In this exercise you set their weights yourself, work
# through a network on paper, take a deep network apart that was never deep, and write the line of
# code that every network of this course runs. It belongs to lesson
# {{lesson}}. Tasks 3 and 4 you wrote there: write them once more, without looking. Tasks 5 and 6 stand
# nowhere in the course: they are new problems for what you know by then.
#
# **After this exercise you can**
# - choose weights and biases by hand, so that a small network does what you want;
# - turn a network on paper into code, and back;
# - write down the network of a rule, and of a shape in the plane, without training;
# - show that layers without an activation are one layer;
# - run any feed-forward network.
#
# *{{points}} points, about {{minutes}} minutes.*
#
# **How it works.** Write your answer where it says `raise NotImplementedError`, run the cell, then
# run the `check(...)` below it. A check calls your function on several cases, among them a single
# row, square tables and integers. If something is wrong it tells you what kind of mistake it sees;
# it never shows the answer. Check as often as you like, and ask for hints if you are stuck: neither
# costs points.
#
# **What holds everywhere.** Rows are samples: $X$ is `(n, n_in)`. A layer's weights $W$ are
# `(n_in, n_out)`: one row for each input, one column for each neuron. Its biases $b$ are
# `(n_out,)`, and it computes $Z = A W + b$. The threshold $H(z)$ is 1 where $z > 0$, else 0; it is
# imported below as `heaviside`. Arguments are passed by position, may hold integers, and belong
# to the caller: compute new arrays, leave these as they are.

# %%
import numpy as np

from mlp_lesson.activations import heaviside, identity
from mlp_lesson.checks import check
from mlp_lesson.questions import hints

# %% [markdown]
# ## 1. XOR from thresholds (2 points)
#
# Build a network of threshold units, with one hidden layer, that computes XOR: 1 where exactly one
# of the two inputs is 1. The lesson took OR and NAND as hidden units. Find **two others**: you choose
# all weights and biases yourself, and the check accepts every choice that is right.
#
# - `X` is `(n, 2)` and holds zeros and ones only: any number of rows, in any order.
# - Return `y` of shape `(n,)`, 0 or 1 for each row (`True` and `False` count, too).
# - Draw first: OR and NAND shut the two ones in between two lines. What if each line cuts off a single
#   one? Then say what the output unit has to do with the two hidden answers.
# - The check sees only your answers, so `X[:, 0] != X[:, 1]` would get through, and so would the
#   lesson's network. Build your own all the same: weighted sums, biases, and `heaviside`.


# %% nbgrader={"grade_id": "xor_network", "solution": true}
def xor_network(X):
    """XOR of the two columns of X, by threshold units: X (n, 2) of 0 and 1 -> y (n,)."""
    ### BEGIN SOLUTION
    W1 = np.array([[1, -1], [-1, 1]])  # the columns: x1 but not x2, x2 but not x1
    b1 = np.array([-0.5, -0.5])
    h = heaviside(X @ W1 + b1)
    return heaviside(h @ np.array([1, 1]) - 0.5)  # one of them: OR
    ### END SOLUTION


# %%
hints("xor_network")

# %% nbgrader={"grade_id": "check_xor_network", "grade": true, "locked": true, "points": 2}
check("xor_network", xor_network)

# %% [markdown]
# ## 2. A network on paper (2 points)
#
# This is the network of the lesson's paper exercise, with 2 inputs, 3 hidden threshold units and
# one output:
#
# $$W_1 = \begin{pmatrix} 1 & -1 & 0.5 \\ 2 & 1 & -1 \end{pmatrix}, \quad b_1 = (-1, 3, 2), \quad
#   w_2 = (1, -2, 1), \quad b_2 = -1.5,$$
#
# $$h = H(x\,W_1 + b_1), \qquad y = H(h \cdot w_2 + b_2).$$
#
# Take a pencil before you take the keyboard. Work out $y$ for $(3, 0)$ and for $(1, 2)$; one of
# them lies exactly on a line. Then let your function do it.
#
# - `points` is `(n, 2)`: any number of points, anywhere in the plane.
# - Return `y` of shape `(n,)`, 0 or 1 for each point (`True` and `False` count, too).
# - On a line, where a sum is exactly 0, the unit answers 0.


# %% nbgrader={"grade_id": "threshold_outputs", "solution": true}
def threshold_outputs(points):
    """The output of the network on paper, 0 or 1, for each of the points (n, 2): (n,)."""
    ### BEGIN SOLUTION
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    w2, b2 = np.array([1, -2, 1]), -1.5
    h = heaviside(points @ W1 + b1)  # (n, 3)
    return heaviside(h @ w2 + b2)  # (n,)
    ### END SOLUTION


# %%
hints("threshold_outputs")

# %% nbgrader={"grade_id": "check_threshold_outputs", "grade": true, "locked": true, "points": 2}
check("threshold_outputs", threshold_outputs)

# %% [markdown]
# Compare with your pencil, and look at the piece of the plane where your network says 1. (The map
# shows $x_1$ from -2 to 12 to the right and $x_2$ from 7 down to -7; `#` marks a 1.)


# %% nbgrader={"grade_id": "draw_threshold_outputs", "locked": true}
def draw_threshold_outputs():
    print("(3, 0):", int(threshold_outputs(np.array([[3, 0]]))[0]))
    print("(1, 2):", int(threshold_outputs(np.array([[1, 2]]))[0]))
    for x2 in range(7, -8, -1):
        row = np.array([[x1, x2] for x1 in np.arange(-2, 12.5, 0.5)])
        print("".join("#" if y == 1 else "." for y in threshold_outputs(row)))


try:
    draw_threshold_outputs()
except Exception:  # an answer is still missing, or wrong
    print("This runs when the check of task 2 is green.")

# %% [markdown]
# ## 3. A deep network that is not (2 points)
#
# Leave out the activations, and layers only multiply and add. Two of them give
#
# $$(X W_1 + b_1)\,W_2 + b_2 = X\,(W_1 W_2) + (b_1 W_2 + b_2):$$
#
# one layer, with one table and one bias. So does any number of layers. Find that one layer.
#
# - `Ws` and `bs` are lists of the same length, first layer first: `Ws[l]` is `(n_in, n_out)` of
#   layer `l`, `bs[l]` is `(n_out,)`. Each layer's `n_in` is the `n_out` of the layer before.
# - Return `(W, b)`, with `X @ W + b` equal to what all the layers do one after another: `W` is
#   (inputs of the first, outputs of the last), `b` is (outputs of the last,).
# - Any number of layers must work, a single one included.
# - The lists belong to the caller: take nothing out of them, and write nothing into them.


# %% nbgrader={"grade_id": "collapse_linear", "solution": true}
def collapse_linear(Ws, bs):
    """(W, b) of the one layer that does what all these layers without activation do."""
    ### BEGIN SOLUTION
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
    ### END SOLUTION


# %%
hints("collapse_linear")

# %% nbgrader={"grade_id": "check_collapse_linear", "grade": true, "locked": true, "points": 2}
check("collapse_linear", collapse_linear)

# %% [markdown]
# ## 4. Forward (3 points)
#
# Now with an activation between the layers. With $A^{(0)} = X$, layer after layer computes
#
# $$A^{(l)} = f\left(A^{(l-1)}\,W^{(l)} + b^{(l)}\right), \qquad l = 1, \dots, L.$$
#
# Keep every $A^{(l)}$, not only the last: in lesson 05 the way back will need them all.
#
# - `X` is `(n, n_in)`; `Ws` and `bs` are lists as in task 3; `f` is a function that works entry by
#   entry on an array of any shape.
# - Return the list `[X, A1, ..., AL]`: one entry more than there are layers.
# - `f` is applied in **every** layer, the last one included. (Later lessons will treat the last
#   layer apart.)
# - Use the `f` that is handed in: the check tries several.


# %% nbgrader={"grade_id": "forward", "solution": true}
def forward(X, Ws, bs, f):
    """[X, A1, ..., AL]: the inputs, and what every layer puts out."""
    ### BEGIN SOLUTION
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W + b))  # A = f(A_prev W + b)    (n, n_out)
    return As
    ### END SOLUTION


# %%
hints("forward")

# %% nbgrader={"grade_id": "check_forward", "grade": true, "locked": true, "points": 3}
check("forward", forward)

# %% [markdown]
# Put the pieces together. With `identity` as activation, your `forward` and your `collapse_linear`
# must agree on any input. And with thresholds, `forward` runs a 2-2-1 network whose hidden units
# say "at least one" and "both":


# %% nbgrader={"grade_id": "try_networks", "locked": true}
def try_networks():
    rng = np.random.default_rng(0)
    Ws = [rng.normal(size=(3, 5)), rng.normal(size=(5, 4)), rng.normal(size=(4, 2))]
    bs = [rng.normal(size=5), rng.normal(size=4), rng.normal(size=2)]
    X = rng.normal(size=(10, 3))
    W, b = collapse_linear(Ws, bs)
    print("three layers are one:", np.allclose(forward(X, Ws, bs, identity)[-1], X @ W + b))
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    Ws = [np.array([[1, 1], [1, 1]]), np.array([[1], [-2]])]
    bs = [np.array([-0.5, -1.5]), np.array([-0.5])]
    _, hidden, output = forward(corners, Ws, bs, heaviside)
    print("hidden:", hidden.astype(int).tolist(), "  output:", output.ravel().astype(int))


try:
    try_networks()
except Exception:  # an answer is still missing, or wrong
    print("This runs when the checks of tasks 3 and 4 are green.")

# %% [markdown]
# That last output is XOR once more, by another pair of hidden units than the lesson's, and perhaps than
# yours.

# %% [markdown]
# ## 5. Exactly so many (2 points)
#
# XOR asks whether exactly one of two inputs is on. Ask it for any numbers: are *exactly* `count` of
# `d` inputs on? ("Exactly two of five" is how some machines guard against a stuck sensor.) Write the
# function that gives the network of threshold units for it, with one hidden layer:
#
# $$h = H(x\,W_1 + b_1), \qquad y = H(h \cdot w_2 + b_2).$$
#
# - `d` is 1 or more, `count` is a whole number from 0 to `d`.
# - Return `(W1, b1, w2, b2)`. With $m$ hidden units, as many as you like, `W1` is `(d, m)`, `b1`
#   and `w2` are `(m,)`, arrays or lists, and `b2` is a number.
# - $y$ must be 1 where exactly `count` inputs are 1, and 0 elsewhere. Many networks are right: the
#   check looks only at $y$, for all $2^d$ inputs of zeros and ones.
# - Two hidden units are enough, however many inputs there are. (One for each row that is to give 1
#   would be many: 252 for five of ten.)


# %% nbgrader={"grade_id": "exactly_network", "solution": true}
def exactly_network(d, count):
    """(W1, b1, w2, b2) of a threshold network: 1 where exactly count of the d inputs are 1."""
    ### BEGIN SOLUTION
    W1 = np.ones((d, 2))  # both hidden units count the inputs that are on
    b1 = np.array([0.5 - count, -0.5 - count])  # at least count; more than count
    return W1, b1, np.array([1, -1]), -0.5  # the first, but not the second
    ### END SOLUTION


# %%
hints("exactly_network")

# %% nbgrader={"grade_id": "check_exactly_network", "grade": true, "locked": true, "points": 2}
check("exactly_network", exactly_network)

# %% [markdown]
# ## 6. A fence (3 points)
#
# Is the robot inside its fence? The fence is a polygon without dents (convex), given by its corners.
# Each side lies on a line, and a hidden threshold unit can say on which side of that line a point
# lies. Write the function that turns corners into a network, of the same form as in task 5:
#
# $$h = H(x\,W_1 + b_1), \qquad y = H(h \cdot w_2 + b_2).$$
#
# - `vertices` is `(k, 2)`, $k \ge 3$: the corners $(x_1, x_2)$ in order, **counterclockwise** (with
#   $x_1$ to the right and $x_2$ up), no two alike, no three on one line. The last is joined to the
#   first again.
# - Return `(W1, b1, w2, b2)`: with $m$ hidden units `W1` is `(2, m)`, `b1` and `w2` are `(m,)`,
#   arrays or lists, and `b2` is a number.
# - $y$ must be 1 for a point inside, 0 for one outside. Points on the fence are not asked. Again
#   the check looks only at $y$.
#
# Who walks around the fence counterclockwise has the inside on the left. Turn a direction
# $(u, v)$ to the left by a right angle, and it is $(-v, u)$.


# %% nbgrader={"grade_id": "polygon_network", "solution": true}
def polygon_network(vertices):
    """(W1, b1, w2, b2) of a threshold network: 1 inside the convex polygon, 0 outside."""
    ### BEGIN SOLUTION
    sides = np.roll(vertices, -1, axis=0) - vertices  # from each corner to the next  (k, 2)
    W1 = np.array([-sides[:, 1], sides[:, 0]])  # turned to the left: they point inside  (2, k)
    b1 = -np.sum(vertices * W1.T, axis=1)  # so that z = 0 at the corner
    return W1, b1, np.ones(len(vertices)), 0.5 - len(vertices)  # all of them: AND
    ### END SOLUTION


# %%
hints("polygon_network")

# %% nbgrader={"grade_id": "check_polygon_network", "grade": true, "locked": true, "points": 3}
check("polygon_network", polygon_network)

# %% [markdown]
# Your network, run by your `forward`, as a map: `#` is inside.


# %% nbgrader={"grade_id": "draw_polygon", "locked": true}
def draw_polygon(vertices):
    W1, b1, w2, b2 = polygon_network(np.array(vertices))
    Ws, bs = [W1, np.reshape(w2, (-1, 1))], [b1, np.array([b2])]
    for x2 in np.arange(4.75, -5, -0.5):
        row = np.array([[x1, x2] for x1 in np.arange(-4.75, 5, 0.25)])
        print("".join("#" if y == 1 else "." for y in forward(row, Ws, bs, heaviside)[-1].ravel()))


try:
    draw_polygon([[-4, -2], [0, -4], [4, -1], [3, 3], [-2, 4]])
except Exception:  # an answer is still missing, or wrong
    print("This runs when the checks of tasks 4 and 6 are green.")
