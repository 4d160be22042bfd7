"""Back through weights that are used twice: the uses add up."""

from ....activations import relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime
from ...engine.slips import slips
from ...engine.task import Case, Task


def tied_backward(delta, X, Z, H, W, f_prime):
    """∂L/∂W = Xᵀ δ_Z + δᵀ H with δ_Z = (δ W) ⊙ f'(Z), for H = f(X W + b), R = H Wᵀ + c."""
    delta_h = (delta @ W) * f_prime(Z)
    dW = X.T @ delta_h + delta.T @ H
    db = delta_h.sum(axis=0)
    dc = delta.sum(axis=0)
    return dW, db, dc


def cases(rng):
    def autoencoder(n, d, m, f, f_prime, note, **more):
        delta, X = rng.normal(size=(2, n, d))
        Z, W = rng.normal(size=(n, m)), rng.normal(size=(d, m))
        return Case((delta, X, Z, f(Z), W, f_prime), note, **more)

    delta, X = rng.integers(-3, 4, size=(2, 4, 3))
    Z, W = rng.integers(-3, 4, size=(4, 2)), rng.integers(-3, 4, size=(3, 2))
    return [
        autoencoder(4, 3, 2, tanh, tanh_prime, "tanh, 3 inputs, 2 units"),
        autoencoder(5, 2, 4, sigmoid, sigmoid_prime, "sigmoid, 2 inputs, 4 units"),
        autoencoder(1, 4, 2, tanh, tanh_prime, "a batch of one row"),
        autoencoder(5, 3, 3, relu, relu_prime, "ReLU, a square W"),
        autoencoder(3, 3, 3, tanh, tanh_prime, "all of them square"),
        autoencoder(4, 3, 1, sigmoid, sigmoid_prime, "one unit"),
        Case((delta, X, Z, relu(Z), W, relu_prime), "integers"),
        Case((delta, X, Z, sigmoid(Z), W, sigmoid_prime), "integers, sigmoid"),
        autoencoder(300, 60, 20, tanh, tanh_prime, "300 rows, 60 inputs, 20 units", speed=True),
    ]


SLIPS = slips(
    tied_backward,
    """
    decoder-missing: X.T @ delta_h + delta.T @ H -> X.T @ delta_h
        dW knows of one use of W only, that of the encoder. W reaches R a second time, in the
        decoder, H Wᵀ: that path is to be added.
    encoder-missing: X.T @ delta_h + delta.T @ H -> delta.T @ H
        dW knows of one use of W only, that of the decoder. W reaches R through H as well, by the
        encoder X W: that path is to be added.
    encoder-twice: X.T @ delta_h + delta.T @ H -> 2 * X.T @ delta_h
        The encoder's part is taken twice. The two uses of W have different gradients: the
        decoder's is made of delta and H.
    decoder-twice: X.T @ delta_h + delta.T @ H -> 2 * delta.T @ H
        The decoder's part is taken twice. The two uses of W have different gradients: the encoder's
        is made of X and the error of Z.
    halved: X.T @ delta_h + delta.T @ H -> (X.T @ delta_h + delta.T @ H) / 2
        The mean of both uses is taken (halved): paths to the loss are added.
    difference: X.T @ delta_h + delta.T @ H -> X.T @ delta_h - delta.T @ H
        One use is subtracted from the other: paths to the loss are added.
    multiplied: X.T @ delta_h + delta.T @ H -> (X.T @ delta_h) * (delta.T @ H)
        The two uses are multiplied: slopes multiply along one path, different paths are added.
    decoder-not-transposed: + delta.T @ H -> + (H.T @ delta).reshape(W.shape)
        H.T @ delta is the gradient of Wᵀ, the table that the decoder uses: it must be transposed
        before it is added. (A reshape fits, but mixes up the entries.)
    decoder-not-turned: + delta.T @ H -> + H.T @ delta
        H.T @ delta is the gradient of Wᵀ, the table that the decoder uses: it must be transposed
        before it is added. Where W is square NumPy does not complain.
    encoder-transposed: X.T @ delta_h + -> delta_h.T @ X +
        The encoder's part of dW is transposed: a row of W belongs to an input of the encoder.
    both-transposed: X.T @ delta_h + delta.T @ H -> (X.T @ delta_h + delta.T @ H).T
        dW is transposed: it has the shape of W, (d, m).
    slope-missing: * f_prime(Z) ->
        f' is missing: delta @ W is ∂L/∂H. To get to Z, on the other side of f, multiply by f'(Z).
    slope-in-decoder: delta.T @ H -> delta.T @ (H * f_prime(Z))
        f' stands in the decoder's part of dW. There W is behind f, so no slope belongs into it.
    slope-at-h: f_prime(Z) -> f_prime(H)
        f' is taken at H, the output of f: `f_prime` takes Z.
    h-for-slope: * f_prime(Z) -> * H
        H stands where the slope is meant: the way back through f multiplies by f'(Z), not by what
        came out of f.
    slope-by-tanh-output: f_prime(Z) -> (1 - H**2)
        The slope is written as 1 - H²: that is right for tanh only. Call f_prime(Z).
    slope-by-sigmoid-output: f_prime(Z) -> H * (1 - H)
        The slope is written as H(1 - H): that is right for a sigmoid only. Call f_prime(Z).
    built-in-tanh: f_prime(Z) -> tanh_prime(Z)
        The slope of tanh is built in: take the argument `f_prime`, which is another one each time.
    built-in-relu: f_prime(Z) -> (Z > 0)
        The slope of ReLU is built in: take the argument `f_prime`, which is another one each time.
    z-in-decoder: delta.T @ H -> delta.T @ Z
        The decoder's part of dW is made with Z. What the decoder multiplies is H.
    x-in-decoder: delta.T @ H -> X.T @ H
        The decoder's part of dW is made with X, not with delta, the error of R.
    x-for-delta: (delta @ W) -> (X @ W)
        The error of H is made with X, as on the way forward: it comes from delta, the error of R.
    x-taken-off:
    - delta_h = (delta @ W) * f_prime(Z)
    + delta = delta - X
    + delta_h = (delta @ W) * f_prime(Z)
        X is subtracted from delta. That the network should restore X is in delta already: take it
        as it comes.
    h-in-encoder: delta @ W) -> H @ W.T @ W)
        The error of H is made with H: it comes from delta, the error of R.
    back-transposed: (delta @ W) -> (delta @ W.T)
        The error goes back with Wᵀ. The decoder's table *is* Wᵀ, so the way back through it is its
        transpose, W: delta @ W.
    encoder-with-delta: X.T @ delta_h -> X.T @ delta @ W
        f' is missing in the encoder's part of dW, though db has it.
    encoder-with-h: X.T @ delta_h -> X.T @ H
        The encoder's part of dW is made with H. It wants the error of Z.
    biases-exchanged: = dW, dc, db
        db and dc are exchanged: b belongs to Z, (m,), and c to R, (d,).
    dc-through-f: dc = delta.sum(axis=0) -> dc = (delta_h @ W.T).sum(axis=0)
        dc has passed f and W. c is added to R itself, so its gradient is the sum of delta.
    db-before-f: delta_h.sum(axis=0) -> (delta @ W).sum(axis=0)
        f' is missing in db: b stands inside f.
    bias-mean: delta_h.sum(axis=0) -> delta_h.mean(axis=0)
        db is averaged over the rows: the 1/n is in delta already, so sum.
    both-biases-mean: delta_h.sum(axis=0) -> delta_h.mean(axis=0)
    and: dc = delta.sum(axis=0) -> dc = delta.mean(axis=0)
        The gradients of the biases are averaged over the rows: the 1/n is in delta already, so sum.
    all-averaged: = dW / len(X), db / len(X), dc / len(X)
        Everything is divided by the number of rows: the 1/n is in delta already.
    not-summed: delta_h.sum(axis=0) -> delta_h
    and: dc = delta.sum(axis=0) -> dc = delta
        The gradients of the biases are not summed over the rows: all rows share them.
    wrong-axis: delta_h.sum(axis=0) -> delta_h.sum(axis=1)
    and: dc = delta.sum(axis=0) -> dc = delta.sum(axis=1)
        The gradients of the biases are summed along the wrong axis: one number for each unit,
        summed over the rows (axis 0).
    uses-apart: = (X.T @ delta_h, delta.T @ H), db, dc
        dW is a pair, one for each use. W is one table: add the two.
    two-gradients: = X.T @ delta_h, delta.T @ H, db, dc
        Two gradients of W are returned, one for each use. W is one table: add the two, and return
        (dW, db, dc).
    share-of-x-taken-off:
    - delta_h = (delta @ W) * f_prime(Z)
    + delta = delta - X / len(X)
    + delta_h = (delta @ W) * f_prime(Z)
        X/n is subtracted from delta. That the network should restore X is in delta already: take it
        as it comes.
    delta-made-anew:
    - delta_h = (delta @ W) * f_prime(Z)
    + delta = (H @ W.T - X) / len(X)
    + delta_h = (delta @ W) * f_prime(Z)
        delta is made anew, from H Wᵀ and X. It is handed in, whatever the loss is, and holds all
        that: use it as it comes.
    cut-to-integers: = dW.astype(W.dtype), db, dc
        dW is cut to integers where W holds some: `zeros_like(W)` and `W.copy()` hold no fractions.
        Make it float.
    decoder-with-x-error: delta.T @ H -> X.T @ delta @ delta.T @ H
        In the decoder's part stands too much: it is made of delta and H alone.
    decoder-with-error-of-z: delta.T @ H -> delta.T @ delta_h
        The decoder's part of dW is made with the error of Z. What the decoder multiplies is H.
    encoder-with-z: X.T @ delta_h -> X.T @ Z
        The encoder's part of dW is made with Z itself. It wants the *error* of Z.
    dc-of-r: dc = delta.sum(axis=0) -> dc = (H @ W.T).sum(axis=0)
        dc is made with H Wᵀ, the output. c is added to R, so its gradient is a sum of delta.
    x-taken-off-by-n:
    - delta_h = (delta @ W) * f_prime(Z)
    + delta = 2 * (delta - X) / len(X)
    + delta_h = (delta @ W) * f_prime(Z)
        delta is treated as if it were the output: X is subtracted, and the slope of the squared
        error made. It is the error of R already.
    decoder-with-sums: delta.T @ H -> delta.T @ X @ W
        The decoder's part of dW is made with X W. What the decoder multiplies is H, behind f.
    decoder-with-slope: delta.T @ H -> delta.T @ f_prime(Z)
        In the decoder's part of dW the slope stands in the place of H.
    encoder-with-delta-twice: X.T @ delta_h -> delta.T @ delta_h
        The encoder's part of dW is made with delta in the place of X, its input.
    db-with-h: db = delta_h.sum(axis=0) -> db = delta_h.sum(axis=0) + H.sum(axis=0)
        H is added into db. b is used once, in the encoder: db is a sum of the errors of Z.
    first-row-only: db = delta_h.sum(axis=0) -> db = delta_h[0]
    and: dc = delta.sum(axis=0) -> dc = delta[0]
        The gradients of the biases know of the first row only: add up over all rows.
    """,
    tanh_prime=tanh_prime,
)


TASK = Task(
    "tied_backward",
    points=3,
    taught_in="A hidden neuron",
    reference=tied_backward,
    cases=cases,
    mistakes=SLIPS,
    parts=("dW", "db", "dc"),
    faster="Three matrix products do all rows at once: no loop over rows or units.",
    hints=(
        "Pretend for a moment that the decoder had a table of its own, V. What would the gradients "
        "by V and by W be? And now V is W, transposed.",
        "The decoder is a layer as in task 3, with the input H and the weights Wᵀ. Its result for "
        "the weights is the gradient of Wᵀ; its result for the inputs goes on to task 4.",
        "delta @ W, times the slopes at Z, is the error of Z. dW is X.T times that error, plus "
        "delta.T times H. Each bias sums the error of its own layer over the rows.",
    ),
)
