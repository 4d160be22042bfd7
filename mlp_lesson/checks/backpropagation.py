"""Exercise 05: the error signal travels back through the network."""

import numpy as np

from ..activations import relu, relu_prime, sigmoid, sigmoid_prime, softmax, tanh, tanh_prime
from ..gradcheck import numerical_gradient
from ..losses import one_hot
from ._core import Case, Mistake, Task

# ---- numerical_gradient -----------------------------------------------------------------------


def sum_of_sines(x):
    return float(np.sum(np.sin(x)))


def weighted_cubes(x):
    weights = np.arange(1, np.size(x) + 1).reshape(np.shape(x))
    return float(np.sum(weights * np.asarray(x, dtype=float) ** 3))


def product(x):
    return float(np.prod(x))


def numerical_cases(rng):
    return [
        Case((product, np.array([2.0, 3.0, 5.0]), 0.1), "a vector"),
        Case((sum_of_sines, rng.normal(size=4), 1e-3), "a vector, small h"),
        Case((weighted_cubes, rng.normal(size=(2, 3)), 0.5), "a matrix"),
        Case((weighted_cubes, rng.normal(size=(2, 1, 2)), 0.01), "three axes"),
        Case((weighted_cubes, np.array([1, -2, 3]), 0.5), "integers"),
        Case((sum_of_sines, np.array([0.5]), 0.2), "one entry"),
    ]


def differences(formula):
    """A numerical gradient whose value in entry i is formula(f, x, e, h), e the i-th unit array."""

    def gradient(f, x, h):
        x = np.asarray(x, dtype=float)
        units = np.eye(x.size).reshape(x.size, *x.shape)
        return np.array([formula(f, x, e, h) for e in units]).reshape(x.shape)

    return gradient


def all_entries_at_once(f, x, h):
    return np.full(np.shape(x), (f(x + h) - f(x - h)) / (2 * h))


def never_put_back(f, x, h):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        gradient[i] = (above - f(x)) / (2 * h)
    return gradient


def left_changed(f, x, h):
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        gradient[i] = (above - f(x)) / (2 * h)
    return gradient


def for_vectors_only(f, x, h):
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        step = np.zeros(len(x))
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def integers_kept(f, x, h):
    x = x.copy()
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        centre = x[i]
        x[i] = centre + h
        above = f(x)
        x[i] = centre - h
        gradient[i] = (above - f(x)) / (2 * h)
        x[i] = centre
    return gradient


def integer_gradient(f, x, h):
    return numerical_gradient(f, x, h).astype(x.dtype)


def rows_moved_whole(f, x, h):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in range(len(x)):
        above, below = x.copy(), x.copy()
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


def by_flat_index(f, x, h):
    gradient = np.empty(x.shape)
    for i in range(x.size):
        step = np.zeros(x.size)
        step[i] = h
        step = step.reshape(x.shape)
        gradient.flat[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def by_nditer(f, x, h):
    x = x.astype(float)
    gradient = np.zeros_like(x)
    walk = np.nditer(x, flags=["multi_index"])
    while not walk.finished:
        at = walk.multi_index
        above, below = x.copy(), x.copy()
        above[at] += h
        below[at] -= h
        gradient[at] = (f(above) - f(below)) / 2 / h
        walk.iternext()
    return gradient


central = differences(lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / (2 * h))

NUMERICAL_GRADIENT = Task(
    "numerical_gradient",
    points=2,
    reference=numerical_gradient,
    cases=numerical_cases,
    mistakes=[
        Mistake(
            "Brackets are missing: `a - b / (2 * h)` divides b alone. Put f(x + h) - f(x - h) in "
            "brackets.",
            differences(lambda f, x, e, h: f(x + h * e) - f(x - h * e) / (2 * h)),
        ),
        Mistake(
            "That is the forward difference, (f(x + h) - f(x)) / h. Its error shrinks only as h; "
            "the central difference, one step to each side, has an error that shrinks as h².",
            differences(lambda f, x, e, h: (f(x + h * e) - f(x)) / h),
        ),
        Mistake(
            "That is the backward difference, (f(x) - f(x - h)) / h. Step to both sides: the error "
            "of the central difference shrinks as h², not as h.",
            differences(lambda f, x, e, h: (f(x) - f(x - h * e)) / h),
        ),
        Mistake(
            "Every value is twice too large: from x - h to x + h the distance is 2h, so divide by "
            "2h, not by h.",
            differences(lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / h),
        ),
        Mistake(
            "The division is missing or undone: in Python `a / 2 * h` is (a/2)·h. Put brackets "
            "around 2 * h.",
            differences(lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / 2 * h),
        ),
        Mistake(
            "The difference is not divided by the distance 2h, so it is no slope yet.",
            differences(lambda f, x, e, h: f(x + h * e) - f(x - h * e)),
        ),
        Mistake(
            "The sign is wrong: the value above minus the value below, not the reverse.",
            differences(lambda f, x, e, h: (f(x - h * e) - f(x + h * e)) / (2 * h)),
        ),
        Mistake(
            "The argument h is ignored: a step of your own is used. Take the h that is handed in.",
            differences(lambda f, x, e, h: (f(x + 1e-5 * e) - f(x - 1e-5 * e)) / 2e-5),
        ),
        Mistake(
            "All entries of x are moved at once, which measures the sum of all partial "
            "derivatives. Move one entry, keep the others still.",
            all_entries_at_once,
        ),
        Mistake(
            "All entries of x are moved at once, and one number comes back: that is the sum of all "
            "partial derivatives. Move one entry at a time, and give each its own derivative.",
            lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
        ),
        Mistake(
            "An entry that was moved is not put back before the next one is moved, so the later "
            "derivatives are taken at another point.",
            never_put_back,
        ),
        Mistake(
            "An entry of x is moved and never put back: the later derivatives are taken at another "
            "point, and the caller's x is changed.",
            left_changed,
        ),
        Mistake(
            "Where x holds integers, x + h is cut back to an integer when it is written into x. "
            "Make a copy of floats first: `np.array(x, dtype=float)`.",
            integers_kept,
        ),
        Mistake(
            "Where x holds integers the gradient is cut to integers: `np.zeros_like(x)` takes over "
            "the dtype of x. Make the gradient an array of floats.",
            integer_gradient,
        ),
        Mistake(
            "Right for a vector only: `x[i]` of a matrix is a whole row, so a whole row is moved. "
            "Visit every entry, with np.ndindex(x.shape).",
            rows_moved_whole,
        ),
        Mistake(
            "Right for a vector only: the loop runs over `len(x)`, the first axis. Visit every "
            "entry, with np.ndindex(x.shape), and give the gradient the shape of x.",
            for_vectors_only,
        ),
        Mistake(
            "From x + h the way down is h only, back to x itself: that is half of a forward "
            "difference. To reach x - h from there, take away 2h.",
            differences(lambda f, x, e, h: (f(x + h * e) - f(x)) / (2 * h)),
        ),
        Mistake(
            "The values are right but come as a flat vector: the gradient has the shape of x.",
            lambda f, x, h: numerical_gradient(f, x, h).ravel(),
        ),
    ],
    alternatives=[central, by_flat_index, by_nditer],
)

# ---- output_delta -----------------------------------------------------------------------------


def output_delta(Z, Y):
    """δ = (softmax(Z) - Y) / n: the derivative of the mean cross-entropy by the logits."""
    return (softmax(Z) - Y) / len(Z)


def output_cases(rng):
    def labels(n, k):
        return one_hot(rng.integers(k, size=n), k)

    far = np.array([[1000.0, 0.0, -1000.0], [-1000.0, -1001.0, -999.0], [0.0, 2.0, 1.0]])
    return [
        Case((rng.normal(size=(4, 3)), labels(4, 3)), "4 rows, 3 classes"),
        Case((rng.normal(size=(1, 4)), labels(1, 4)), "a batch of one row"),
        Case((rng.normal(size=(3, 3)), labels(3, 3)), "as many rows as classes"),
        Case((rng.normal(size=(5, 2)), labels(5, 2)), "5 rows, 2 classes"),
        Case((np.array([[2, 0, -1], [1, 3, 1]]), np.array([[1, 0, 0], [0, 0, 1]])), "integers"),
        Case((far, labels(3, 3)), "logits beyond 700"),
        Case((rng.normal(size=(2000, 40)), labels(2000, 40)), "2000 rows, 40 classes", speed=True),
    ]


def naive_softmax(Z):
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def softmax_of_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum()


def softmax_without_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1)


def softmax_by_columns(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def shifted_by_the_largest_of_all(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=1, keepdims=True)


def loss_not_delta(Z, Y):
    return -np.sum(Y * np.log(softmax(Z) + 1e-300)) / len(Z)


def shifted_in_place(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    return output_delta(Z, Y)


def output_by_entry(Z, Y):
    delta = np.zeros(Z.shape)
    for i in range(len(Z)):
        total = sum(np.exp(z - max(Z[i])) for z in Z[i])
        for k in range(Z.shape[1]):
            delta[i, k] = (np.exp(Z[i, k] - max(Z[i])) / total - Y[i, k]) / len(Z)
    return delta


def output_by_row(Z, Y):
    rows = []
    for z, y in zip(Z, Y, strict=True):
        e = np.exp(z - np.max(z))
        rows.append((e / e.sum() - y) / len(Z))
    return np.stack(rows)


def output_by_labels(Z, Y):
    D = softmax(Z)
    D[np.arange(len(Z)), Y.argmax(axis=1)] -= 1
    return D / len(Z)


def output_by_log_sum_exp(Z, Y):
    top = Z.max(axis=1, keepdims=True)
    log_sum = top + np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
    return np.mean([np.exp(Z - log_sum) - Y], axis=0) / Z.shape[0]


OUTPUT_DELTA = Task(
    "output_delta",
    points=2,
    reference=output_delta,
    cases=output_cases,
    mistakes=[
        Mistake(
            "The 1/n is missing: the loss is a mean over the n rows, and so is its derivative.",
            lambda Z, Y: softmax(Z) - Y,
        ),
        Mistake(
            "Brackets are missing: all of P - Y is divided by n. `P - Y / n` divides Y alone.",
            lambda Z, Y: softmax(Z) - Y / len(Z),
        ),
        Mistake(
            "Only the right class has a delta. Every class has one, p - y: a wrong class, with "
            "y = 0, is pushed down by its p.",
            lambda Z, Y: Y * (softmax(Z) - 1) / len(Z),
        ),
        Mistake(
            "Softmax is taken twice: Z holds the logits, and P = softmax(Z) the probabilities.",
            lambda Z, Y: (softmax(softmax(Z)) - Y) / len(Z),
        ),
        Mistake(
            "The sign is wrong: delta = ∂L/∂Z points uphill: prediction minus target.",
            lambda Z, Y: (Y - softmax(Z)) / len(Z),
        ),
        Mistake(
            "The sign is wrong (prediction minus target), and the 1/n of the mean is missing.",
            lambda Z, Y: Y - softmax(Z),
        ),
        Mistake(
            "Divided by all n·k entries (`np.mean` or Z.size): the loss is a mean over the n rows "
            "only, and a sum over the k classes in each.",
            lambda Z, Y: (softmax(Z) - Y) / Z.size,
        ),
        Mistake(
            "Divided by the number of classes (`Z.shape[1]`): the mean is over the rows, so divide "
            "by `len(Z)`.",
            lambda Z, Y: (softmax(Z) - Y) / Z.shape[1],
        ),
        Mistake(
            "The softmax is missing: the logits Z are no probabilities yet.",
            lambda Z, Y: (Z - Y) / len(Z),
        ),
        Mistake(
            "`np.exp` overflows for large logits. Subtract the largest logit of each row first: it "
            "cancels in the ratio.",
            lambda Z, Y: (naive_softmax(Z) - Y) / len(Z),
        ),
        Mistake(
            "The largest logit of the whole table is subtracted: a row that lies far below it "
            "becomes 0/0. Subtract each row's own largest, `Z.max(axis=1, keepdims=True)`.",
            lambda Z, Y: (shifted_by_the_largest_of_all(Z) - Y) / len(Z),
        ),
        Mistake(
            "Softmax runs along the wrong axis, down the columns: the probabilities of each *row* "
            "must sum to 1 (axis=1).",
            lambda Z, Y: (softmax_by_columns(Z) - Y) / len(Z),
        ),
        Mistake(
            "The sum of each row has lost its axis: (n, k) / (n,) pairs the sums with the columns, "
            "if it fits at all. Keep the axis: sum(axis=1, keepdims=True).",
            lambda Z, Y: (softmax_without_keepdims(Z) - Y) / len(Z),
        ),
        Mistake(
            "Softmax is taken over the whole table: each row is a sample of its own and must sum "
            "to 1. Sum with axis=1, keepdims=True.",
            lambda Z, Y: (softmax_of_all(Z) - Y) / len(Z),
        ),
        Mistake(
            "A sigmoid stands where softmax is meant: the classes of one row share a probability "
            "of 1.",
            lambda Z, Y: (sigmoid(Z) - Y) / len(Z),
        ),
        Mistake(
            "There is a factor p(1 - p) too much. It belongs to squared error on a sigmoid; with "
            "softmax and cross-entropy it cancels, and P - Y is left.",
            lambda Z, Y: (softmax(Z) - Y) * softmax(Z) * (1 - softmax(Z)) / len(Z),
        ),
        Mistake(
            "That is ∂L/∂P = -Y/P, the derivative by the probabilities. Go on through softmax to "
            "the logits Z.",
            lambda Z, Y: -Y / softmax(Z) / len(Z),
        ),
        Mistake("That is the loss itself: its derivative is asked for.", loss_not_delta),
        Mistake(
            "The argument `Z` is changed: `Z -= ...` writes into the caller's array. Write "
            "`Z = Z - ...`.",
            shifted_in_place,
        ),
        Mistake(
            "Work on whole rows: one `np.exp` of the table, one sum with axis=1, keepdims=True.",
            output_by_entry,
            by="slow",
        ),
    ],
    alternatives=[output_by_row, output_by_labels, output_by_log_sum_exp],
)

# ---- layer_backward ---------------------------------------------------------------------------


def layer_backward(delta, A_prev, W):
    """dW = A_prevᵀ δ, db = Σᵢ δᵢ, dA_prev = δ Wᵀ."""
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T


def layer_cases(rng):
    def layer(n, n_in, n_out, note, **more):
        shapes = (n, n_out), (n, n_in), (n_in, n_out)
        return Case(tuple(rng.normal(size=shape) for shape in shapes), note, **more)

    whole = tuple(rng.integers(-3, 4, size=shape) for shape in [(3, 2), (3, 4), (4, 2)])
    return [
        layer(4, 3, 2, "4 rows, 3 to 2 units"),
        layer(5, 2, 4, "5 rows, 2 to 4 units"),
        layer(1, 3, 2, "a batch of one row"),
        layer(5, 3, 3, "a square W"),
        layer(3, 3, 3, "all three square"),
        layer(4, 3, 1, "one output unit"),
        Case(whole, "integers"),
        layer(300, 60, 40, "300 rows, 60 to 40 units", speed=True),
        Case((rng.normal(size=(3, 2)), *whole[1:]), "integers in A_prev and W only"),
    ]


def parts(dW=None, db=None, dA_prev=None):
    """layer_backward with some of its three results computed in another way."""

    def backward(delta, A_prev, W):
        right = layer_backward(delta, A_prev, W)
        others = [f and f(delta, A_prev, W) for f in (dW, db, dA_prev)]
        return tuple(r if o is None else o for r, o in zip(right, others, strict=True))

    return backward


def outer_products(delta, A_prev, W):
    return np.outer(A_prev, delta), delta.sum(axis=0), delta @ W.T


def updates_the_weights(delta, A_prev, W):
    dW, db, dA_prev = layer_backward(delta, A_prev, W)
    W -= (0.1 * dW).astype(W.dtype)
    return dW, db, dA_prev


def gradients_cut_off(delta, A_prev, W):
    dW, dA_prev = np.zeros_like(W), np.zeros_like(A_prev)
    dW[:], dA_prev[:] = A_prev.T @ delta, delta @ W.T
    return dW, delta.sum(axis=0), dA_prev


def layer_by_entry(delta, A_prev, W):
    n, n_in, n_out = len(delta), *W.shape
    dW, db, dA_prev = np.zeros(W.shape), np.zeros(n_out), np.zeros(A_prev.shape)
    for i in range(n):
        for k in range(n_out):
            db[k] += delta[i, k]
            for j in range(n_in):
                dW[j, k] += A_prev[i, j] * delta[i, k]
                dA_prev[i, j] += delta[i, k] * W[j, k]
    return dW, db, dA_prev


def layer_by_row(delta, A_prev, W):
    dW = np.zeros(W.shape)
    for a, d in zip(A_prev, delta, strict=True):
        dW += np.outer(a, d)
    return dW, np.sum(delta, axis=0), np.array([W @ d for d in delta])


def layer_by_einsum(delta, A_prev, W):
    dW = np.einsum("ij,ik->jk", A_prev, delta)
    return dW, np.einsum("ik->k", delta), np.einsum("ik,jk->ij", delta, W)


def layer_transposed_twice(delta, A_prev, W):
    return [(delta.T @ A_prev).T, np.ones(len(delta)) @ delta, (W @ delta.T).T]


LAYER_BACKWARD = Task(
    "layer_backward",
    points=3,
    reference=layer_backward,
    cases=layer_cases,
    parts=("dW", "db", "dA_prev"),
    mistakes=[
        Mistake(
            "Fractions are cut off where W or A_prev holds integers: `np.zeros_like` takes over "
            "the dtype. `np.zeros(W.shape)` holds floats; or return the product as it is.",
            gradients_cut_off,
        ),
        Mistake(
            "dA_prev is multiplied by 1 - A_prev²: that is the slope of tanh, and belongs to the "
            "next task. Here the question is ∂L/∂A_prev.",
            parts(dA_prev=lambda d, A, W: (d @ W.T) * (1 - A**2)),
        ),
        Mistake(
            "The bias gradient is averaged over the batch; delta already carries the 1/n, so sum.",
            parts(db=lambda d, A, W: d.mean(axis=0)),
        ),
        Mistake(
            "The weight gradient is divided by n; delta already carries the 1/n, so dW needs no "
            "other.",
            parts(dW=lambda d, A, W: A.T @ d / len(d)),
        ),
        Mistake(
            "Both gradients are divided by n; delta already carries the 1/n, so this counts it "
            "twice.",
            parts(dW=lambda d, A, W: A.T @ d / len(d), db=lambda d, A, W: d.mean(axis=0)),
        ),
        Mistake(
            "The error that goes back, dA_prev, is divided by n; delta already carries the 1/n.",
            parts(dA_prev=lambda d, A, W: d @ W.T / len(d)),
        ),
        Mistake(
            "W is not transposed in dA_prev: the error must travel from the n_out units back to "
            "the n_in, and W goes from n_in to n_out. (Where W is square NumPy does not complain.)",
            parts(dA_prev=lambda d, A, W: d @ W),
        ),
        Mistake(
            "dW is transposed: it must have the shape (n_in, n_out) of W, so that they can be "
            "subtracted. The inputs stand first: A_prevᵀ δ.",
            parts(dW=lambda d, A, W: d.T @ A),
        ),
        Mistake(
            "A_prev is not transposed in dW: the sum must run over the rows, the samples, which "
            "are the first axis of both A_prev and delta.",
            parts(dW=lambda d, A, W: A @ d),
        ),
        Mistake(
            "The bias gradient is summed along the wrong axis: every unit has one bias, shared by "
            "all rows, so sum over the rows (axis=0) to get (n_out,).",
            parts(db=lambda d, A, W: d.sum(axis=1)),
        ),
        Mistake(
            "The bias gradient is summed over everything to one number: every unit has its own "
            "bias, so sum over the rows only (axis=0).",
            parts(db=lambda d, A, W: d.sum()),
        ),
        Mistake(
            "The bias gradient is not summed over the rows: b is one vector, added to every row, "
            "so it collects the error of all of them.",
            parts(db=lambda d, A, W: d.copy()),
        ),
        Mistake(
            "The bias gradient has the shape (1, n_out); b has (n_out,), so sum without keepdims.",
            parts(db=lambda d, A, W: d.sum(axis=0, keepdims=True)),
        ),
        Mistake(
            "All signs are wrong: a gradient points uphill. The minus belongs to the update, "
            "w - lr · gradient, not in here.",
            lambda d, A, W: tuple(-g for g in layer_backward(d, A, W)),
        ),
        Mistake(
            "f' is in dA_prev already, as a(1 - a): dA_prev is ∂L/∂A alone, and f' comes in the "
            "next step, with the Z of the layer before.",
            parts(dA_prev=lambda d, A, W: (d @ W.T) * A * (1 - A)),
        ),
        Mistake(
            "np.outer pairs all rows with all rows: right for a batch of one row only. The matrix "
            "product A_prevᵀ δ sums the outer products of the single rows.",
            outer_products,
        ),
        Mistake(
            "Only the last row counts in dW: in the loop over the rows each outer product "
            "overwrites the one before. Accumulate with +=.",
            parts(dW=lambda d, A, W: np.outer(A[-1], d[-1])),
        ),
        Mistake(
            "The argument `W` is changed: this function only computes the gradient, the update "
            "comes later, when all gradients are known.",
            updates_the_weights,
        ),
        Mistake(
            "All three are matrix products or sums along an axis: let `@` do the loops.",
            layer_by_entry,
            by="slow",
        ),
    ],
    alternatives=[layer_by_row, layer_by_einsum, layer_transposed_twice],
)

# ---- hidden_delta -----------------------------------------------------------------------------


def hidden_delta(delta_next, W_next, Z, f_prime):
    """δ = (δ_next W_nextᵀ) ⊙ f'(Z)."""
    return (delta_next @ W_next.T) * f_prime(Z)


def hidden_cases(rng):
    def layer(n, n_here, n_next, f_prime, note, **more):
        shapes = (n, n_next), (n_here, n_next), (n, n_here)
        return Case((*(rng.normal(size=shape) for shape in shapes), f_prime), note, **more)

    whole = tuple(rng.integers(-3, 4, size=shape) for shape in [(3, 2), (4, 2), (3, 4)])
    return [
        layer(4, 3, 2, tanh_prime, "tanh, 3 units before 2"),
        layer(5, 2, 4, sigmoid_prime, "sigmoid, 2 units before 4"),
        layer(1, 3, 2, tanh_prime, "a batch of one row"),
        layer(5, 3, 3, relu_prime, "ReLU, a square W"),
        layer(3, 3, 3, tanh_prime, "tanh, all three square"),
        Case((*whole, sigmoid_prime), "integers"),
        layer(300, 60, 40, tanh_prime, "300 rows, 60 units before 40", speed=True),
    ]


def prime_before_the_weights(d, W, Z, f_prime):
    return (d * f_prime(d)) @ W.T


def changes_z(d, W, Z, f_prime):
    slope = f_prime(Z)
    Z[:] = (d @ W.T) * slope
    return (d @ W.T) * slope


def hidden_by_entry(d, W, Z, f_prime):
    delta = np.zeros(Z.shape)
    slopes = f_prime(Z)
    for i in range(len(Z)):
        for j in range(Z.shape[1]):
            for k in range(W.shape[1]):
                delta[i, j] += d[i, k] * W[j, k] * slopes[i, j]
    return delta


def hidden_by_row(d, W, Z, f_prime):
    return np.array([(W @ row) * f_prime(z) for row, z in zip(d, Z, strict=True)])


def hidden_by_einsum(d, W, Z, f_prime):
    return np.einsum("ik,jk,ij->ij", d, W, f_prime(Z), optimize=True)


def hidden_through_jacobians(d, W, Z, f_prime):
    return np.stack([d[i] @ (W.T * f_prime(Z[i : i + 1])) for i in range(len(Z))])


HIDDEN_DELTA = Task(
    "hidden_delta",
    points=2,
    reference=hidden_delta,
    cases=hidden_cases,
    mistakes=[
        Mistake(
            "f' is forgotten: that is ∂L/∂A. To get to Z, on the other side of f, multiply by "
            "f'(Z).",
            lambda d, W, Z, f_prime: d @ W.T,
        ),
        Mistake(
            "Brackets are missing: `f_prime(Z) * delta_next @ W_next.T` multiplies from left to "
            "right. First the matrix product, (delta_next @ W_next.T), then times f'(Z).",
            lambda d, W, Z, f_prime: f_prime(Z) * d @ W.T,
        ),
        Mistake(
            "f' is taken at an output, tanh(z), not at z: `f_prime` takes Z itself.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(tanh(Z)),
        ),
        Mistake(
            "f' is taken at an output, the sigmoid of z, not at z: `f_prime` takes Z itself.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(sigmoid(Z)),
        ),
        Mistake(
            "f' is taken at max(0, z), the output of a ReLU, not at z: `f_prime` takes Z itself.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(relu(Z)),
        ),
        Mistake(
            "The slope is written as 1 - z²: that is the slope of tanh in terms of its *output*, "
            "and of tanh only. Call f_prime(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * (1 - Z**2),
        ),
        Mistake(
            "The slope is written as z(1 - z): that is a sigmoid's slope in terms of its *output*, "
            "and for a sigmoid only. Call f_prime(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * Z * (1 - Z),
        ),
        Mistake(
            "The argument f_prime is ignored: the slope of a sigmoid is built in. Call f_prime(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * sigmoid_prime(Z),
        ),
        Mistake(
            "The argument f_prime is ignored: the slope of tanh is built in. Call f_prime(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * tanh_prime(Z),
        ),
        Mistake(
            "The argument f_prime is ignored: the slope of ReLU is built in. Call f_prime(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * (Z > 0),
        ),
        Mistake(
            "W_next is not transposed: the error travels back from the next layer's units to "
            "these. (Where W_next is square NumPy does not complain.)",
            lambda d, W, Z, f_prime: (d @ W) * f_prime(Z),
        ),
        Mistake(
            "The error is multiplied by Z itself, not by the slope f'(Z).",
            lambda d, W, Z, f_prime: (d @ W.T) * Z,
        ),
        Mistake(
            "f' is taken at the error that comes back, not at Z.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(d @ W.T),
        ),
        Mistake(
            "f' is taken at delta_next, before the weights: it belongs to this layer's own Z, "
            "after the error has passed through W_next.",
            prime_before_the_weights,
        ),
        Mistake(
            "Added where it must be multiplied: in the chain rule the slopes of a path multiply.",
            lambda d, W, Z, f_prime: d @ W.T + f_prime(Z),
        ),
        Mistake(
            "A matrix product stands where the entries are to be multiplied one by one: every unit "
            "has its own slope, so `*`, not `@`.",
            lambda d, W, Z, f_prime: (d @ W.T) @ f_prime(Z),
        ),
        Mistake(
            "f' is multiplied in twice.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(Z) ** 2,
        ),
        Mistake(
            "Divided by n: delta_next already carries the 1/n of the mean.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(Z) / len(Z),
        ),
        Mistake(
            "The sign is wrong: delta is ∂L/∂Z with a plus; the minus belongs to the update.",
            lambda d, W, Z, f_prime: -(d @ W.T) * f_prime(Z),
        ),
        Mistake(
            "The slope is averaged over the rows: every row has its own Z, and its own slopes.",
            lambda d, W, Z, f_prime: (d @ W.T) * f_prime(Z).mean(axis=0),
        ),
        Mistake(
            "The argument `Z` is changed: the caller still needs it. Write the result into a new "
            "array.",
            changes_z,
        ),
        Mistake(
            "One matrix product and one product by entries are enough: let NumPy do the loops.",
            hidden_by_entry,
            by="slow",
        ),
    ],
    alternatives=[hidden_by_row, hidden_by_einsum, hidden_through_jacobians],
)

# ---- backward ---------------------------------------------------------------------------------


def backward(Ws, As, Zs, delta, f_prime):
    """The gradients of all weights and biases, first layer first."""
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs[::-1], dbs[::-1]


def network_case(rng, n, sizes, f, f_prime, note, **more):
    """A forward pass through a network of these sizes, and a delta of its last layer."""
    A, As, Zs, Ws = rng.normal(size=(n, sizes[0])), [], [], []
    for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
        Ws.append(rng.normal(size=(n_in, n_out)) / np.sqrt(n_in))
        As.append(A)
        Zs.append(A @ Ws[-1] + rng.normal(size=n_out))
        A = f(Zs[-1])
    return Case((Ws, As, Zs, rng.normal(size=Zs[-1].shape) / n, f_prime), note, **more)


def network_cases(rng):
    return [
        network_case(rng, 4, (3, 4, 2), tanh, tanh_prime, "3-4-2, tanh"),
        network_case(rng, 5, (2, 5, 4, 3), sigmoid, sigmoid_prime, "2-5-4-3, sigmoid"),
        network_case(rng, 1, (3, 4, 2), tanh, tanh_prime, "a batch of one row"),
        network_case(rng, 4, (3, 3, 3, 3), tanh, tanh_prime, "3-3-3-3, every W square"),
        network_case(rng, 3, (3, 2), tanh, tanh_prime, "no hidden layer"),
        network_case(rng, 6, (2, 4, 3, 5, 2), relu, relu_prime, "2-4-3-5-2, ReLU"),
        network_case(rng, 300, (40, 30, 20, 5), tanh, tanh_prime, "300 rows", speed=True),
    ]


def walk(step, *, dW=None, db=None, start=None):
    """A backward pass whose parts can be replaced.

    step(delta, Ws, As, Zs, l, f_prime) is the delta of layer l - 1; dW(A, delta) and db(delta) are
    the gradients; start(delta, Zs, f_prime) is the delta to begin with.
    """

    def run(Ws, As, Zs, delta, f_prime):
        dWs, dbs = [], []
        delta = start(delta, Zs, f_prime) if start else delta
        for l in reversed(range(len(Ws))):
            dWs.insert(0, dW(As[l], delta) if dW else As[l].T @ delta)
            dbs.insert(0, db(delta) if db else delta.sum(axis=0))
            if l > 0:
                delta = step(delta, Ws, As, Zs, l, f_prime)
        return dWs, dbs

    return run


def inputs_one_too_early(Ws, As, Zs, delta, f_prime):
    dWs, (_, dbs) = [], backward(Ws, As, Zs, delta, f_prime)
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l - 1].T @ delta)
        delta = right_step(delta, Ws, As, Zs, l, f_prime) if l > 0 else delta
    return dWs, dbs


def right_step(delta, Ws, As, Zs, l, f_prime):
    return (delta @ Ws[l].T) * f_prime(Zs[l - 1])


def last_layer_first(Ws, As, Zs, delta, f_prime):
    dWs, dbs = backward(Ws, As, Zs, delta, f_prime)
    return dWs[::-1], dbs[::-1]


def first_layer_left_out(Ws, As, Zs, delta, f_prime):
    dWs, dbs = backward(Ws, As, Zs, delta, f_prime)
    return dWs[1:], dbs[1:]


def updates_on_the_way(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        Ws[l] -= 0.1 * dWs[0]
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def two_layers_only(Ws, As, Zs, delta, f_prime):
    hidden = (delta @ Ws[1].T) * f_prime(Zs[0])
    return [As[0].T @ hidden, As[1].T @ delta], [hidden.sum(axis=0), delta.sum(axis=0)]


def past_the_first_layer(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def from_the_front(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws)):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * f_prime(Zs[l - 1])
    return dWs, dbs


def from_the_front_and_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = from_the_front(Ws, As, Zs, delta, f_prime)
    return dWs[::-1], dbs[::-1]


def weights_only(Ws, As, Zs, delta, f_prime):
    return backward(Ws, As, Zs, delta, f_prime)[0]


def in_pairs(Ws, As, Zs, delta, f_prime):
    return list(zip(*backward(Ws, As, Zs, delta, f_prime), strict=True))


def lists_used_up(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    while Ws:
        dWs.insert(0, As.pop().T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        Zs.pop()
        W = Ws.pop()
        if Zs:
            delta = (delta @ W.T) * f_prime(Zs[-1])
    return dWs, dbs


def network_by_entry(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dW, db, dA = layer_by_entry(delta, As[l], Ws[l])
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            delta = dA * f_prime(Zs[l - 1])
    return dWs, dbs


def by_recursion(Ws, As, Zs, delta, f_prime):
    gradients = [As[-1].T @ delta], [delta.sum(axis=0)]
    if len(Ws) == 1:
        return gradients
    before = (delta @ Ws[-1].T) * f_prime(Zs[-2])
    dWs, dbs = by_recursion(Ws[:-1], As[:-1], Zs[:-1], before, f_prime)
    return dWs + gradients[0], dbs + gradients[1]


def by_deltas_first(Ws, As, Zs, delta, f_prime):
    deltas = [delta]
    for W, Z in zip(Ws[:0:-1], Zs[-2::-1], strict=True):
        deltas.append((deltas[-1] @ W.T) * f_prime(Z))
    deltas.reverse()
    dWs = tuple(A.T @ d for A, d in zip(As, deltas, strict=True))
    return dWs, tuple(d.sum(axis=0) for d in deltas)


def by_einsum(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in range(len(Ws) - 1, -1, -1):
        dWs[l] = np.einsum("ij,ik->jk", As[l], delta)
        dbs[l] = np.einsum("ik->k", delta)
        if l:
            delta = np.einsum("ik,jk->ij", delta, Ws[l]) * f_prime(Zs[l - 1])
    return dWs, dbs


BACKWARD = Task(
    "backward",
    points=4,
    reference=backward,
    cases=network_cases,
    parts=("dWs", "dbs"),
    mistakes=[
        Mistake(
            "dW is made with As[l-1]: As[l] is the *input* of layer l already. (At l = 0 Python "
            "takes As[-1], the last entry.)",
            inputs_one_too_early,
        ),
        Mistake(
            "f' is forgotten on the way back: the last layer is right, and from there on each "
            "delta lacks the slope f'(Z) of its layer.",
            walk(lambda d, Ws, As, Zs, l, f_prime: d @ Ws[l].T),
        ),
        Mistake(
            "f' is taken at the outputs As[l] = f(Zs[l-1]): `f_prime` takes z, so hand it Zs[l-1].",
            walk(lambda d, Ws, As, Zs, l, f_prime: (d @ Ws[l].T) * f_prime(As[l])),
        ),
        Mistake(
            "f' is taken at Zs[l], one layer too far up: the delta that leaves layer l belongs to "
            "layer l-1. (Where all layers are of one size NumPy does not complain.)",
            walk(lambda d, Ws, As, Zs, l, f_prime: (d @ Ws[l].T) * f_prime(Zs[l])),
        ),
        Mistake(
            "W is not transposed on the way back: the error goes from the layer's outputs to its "
            "inputs. (Where W is square NumPy does not complain.)",
            walk(lambda d, Ws, As, Zs, l, f_prime: (d @ Ws[l]) * f_prime(Zs[l - 1])),
        ),
        Mistake(
            "The error passes through Ws[l-1], one layer too far down: it goes back through the W "
            "of the layer that it has just left, Ws[l].",
            walk(lambda d, Ws, As, Zs, l, f_prime: (d @ Ws[l - 1].T) * f_prime(Zs[l - 1])),
        ),
        Mistake(
            "The same delta serves every layer: it must be carried back, `delta = (delta @ W.T) * "
            "f_prime(Z)`, before the next layer's gradients.",
            walk(lambda d, Ws, As, Zs, l, f_prime: d),
        ),
        Mistake(
            "The delta handed in is multiplied by f' of the last layer: it is ∂L/∂Z of the last "
            "layer already, so start with it as it is.",
            walk(right_step, start=lambda d, Zs, f_prime: d * f_prime(Zs[-1])),
        ),
        Mistake(
            "The delta handed in is divided by n: it carries the 1/n already.",
            walk(right_step, start=lambda d, Zs, f_prime: d / len(d)),
        ),
        Mistake(
            "The bias gradients are averaged over the batch; delta carries the 1/n already: sum.",
            walk(right_step, db=lambda d: d.mean(axis=0)),
        ),
        Mistake(
            "The weight gradients are divided by n; delta already carries the 1/n.",
            walk(right_step, dW=lambda A, d: A.T @ d / len(d)),
        ),
        Mistake(
            "The bias gradients are not summed over the rows: each b is one vector, shared by all "
            "rows.",
            walk(right_step, db=lambda d: d.copy()),
        ),
        Mistake(
            "The bias gradients are summed along the wrong axis: sum over the rows (axis=0), which "
            "leaves one number for each unit.",
            walk(right_step, db=lambda d: d.sum(axis=1)),
        ),
        Mistake(
            "The weight gradients are transposed: each must have the shape of its W, A.T @ delta.",
            walk(right_step, dW=lambda A, d: d.T @ A),
        ),
        Mistake(
            "The signs are wrong: a gradient points uphill; the minus belongs to the update.",
            walk(right_step, start=lambda d, Zs, f_prime: -d),
        ),
        Mistake(
            "The gradients come back last layer first: you collect them on the way back, so "
            "reverse both lists at the end.",
            last_layer_first,
        ),
        Mistake(
            "The first layer is left out: its weights need gradients too; only its delta is not "
            "carried further. Let the loop run down to layer 0.",
            first_layer_left_out,
        ),
        Mistake(
            "The loop starts at the first layer, but the delta handed in belongs to the last: walk "
            "from the last layer to the first, `reversed(range(len(Ws)))`.",
            from_the_front,
        ),
        Mistake(
            "The lists are reversed at the end, but the loop starts at the first layer: the delta "
            "handed in belongs to the last, so walk over `reversed(range(len(Ws)))`.",
            from_the_front_and_reversed,
        ),
        Mistake(
            "At layer 0 delta is carried on, but there is no layer before it: `Zs[-1]` is the last "
            "layer again, and fits only by chance. Carry delta on only if l > 0.",
            past_the_first_layer,
        ),
        Mistake(
            "Only one list comes back where two are asked for, (dWs, dbs). (`dWs.reverse()` turns "
            "the list round and returns None: reverse first, then return.)",
            weights_only,
        ),
        Mistake(
            "The gradients come back in pairs, one a layer: two lists are asked for, first all dW, "
            "then all db.",
            in_pairs,
        ),
        Mistake(
            "Written for two layers: loop over the layers, from the last to the first, so that any "
            "depth works.",
            two_layers_only,
        ),
        Mistake(
            "The weights are updated on the way back, so earlier layers see other weights than the "
            "forward pass did, and the caller's `Ws` are changed. First all gradients, then the "
            "update.",
            updates_on_the_way,
        ),
        Mistake(
            "The lists Ws, As and Zs are used up by pop(), but belong to the caller. Use an index.",
            lists_used_up,
        ),
        Mistake(
            "Each layer takes two matrix products and a sum along an axis: let `@` do the loops.",
            network_by_entry,
            by="slow",
        ),
    ],
    alternatives=[by_recursion, by_deltas_first, by_einsum],
)

EXERCISE = "05"
TASKS = [NUMERICAL_GRADIENT, OUTPUT_DELTA, LAYER_BACKWARD, HIDDEN_DELTA, BACKWARD]
