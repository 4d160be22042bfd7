"""Through the activation: a slope for every single entry."""

from ....activations import relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task


def hidden_delta(delta_next, W_next, Z, f_prime):
    """δ = (δ_next W_nextᵀ) ⊙ f'(Z)."""
    return (delta_next @ W_next.T) * f_prime(Z)


def cases(rng):
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


SLIPS = slips(
    hidden_delta,
    """
    slope-missing: = delta_next @ W_next.T
        f' is forgotten: that is ∂L/∂A. To get to Z, on the other side of f, multiply by
        f'(Z).
    brackets-missing: = f_prime(Z) * delta_next @ W_next.T
        The slope meets delta_next before the weights do (`*` and `@` go from left to right). First
        the matrix product, in brackets, (delta_next @ W_next.T); then times f'(Z).
    slope-at-tanh: f_prime(Z) -> f_prime(tanh(Z))
        f' is taken at an output, tanh(z), not at z: `f_prime` takes Z itself.
    slope-at-sigmoid: f_prime(Z) -> f_prime(sigmoid(Z))
        f' is taken at an output, the sigmoid of z, not at z: `f_prime` takes Z itself.
    slope-at-relu: f_prime(Z) -> f_prime(relu(Z))
        f' is taken at max(0, z), the output of a ReLU, not at z: `f_prime` takes Z itself.
    tanh-by-output: f_prime(Z) -> (1 - Z**2)
        The slope is written as 1 - z²: that is the slope of tanh in terms of its *output*,
        and of tanh only. Call f_prime(Z).
    sigmoid-by-output: f_prime(Z) -> Z * (1 - Z)
        The slope is written as z(1 - z): that is a sigmoid's slope in terms of its *output*,
        and for a sigmoid only. Call f_prime(Z).
    built-in-sigmoid: f_prime(Z) -> sigmoid_prime(Z)
        The argument f_prime is ignored: the slope of a sigmoid is built in. Call f_prime(Z).
    built-in-tanh: f_prime(Z) -> tanh_prime(Z)
        The argument f_prime is ignored: the slope of tanh is built in. Call f_prime(Z).
    built-in-relu: f_prime(Z) -> (Z > 0)
        The argument f_prime is ignored: the slope of ReLU is built in. Call f_prime(Z).
    slope-as-mask: f_prime(Z) -> (f_prime(Z) > 0)
        A comparison makes a mask of the slope: 1 wherever f' is above 0. That does for ReLU alone;
        multiply by the values of f'(Z) themselves.
    not-transposed: W_next.T -> W_next
        W_next is not transposed: the error travels back from the next layer's units to
        these. (Where W_next is square NumPy does not complain.)
    times-z: f_prime(Z) -> Z
        The error is multiplied by Z itself, not by the slope f'(Z).
    times-z-too: f_prime(Z) -> Z * f_prime(Z)
        There is a factor Z too much: the error is multiplied by the slope f'(Z) alone.
    first-rows-slope: f_prime(Z) -> f_prime(Z[0])
        Every row gets the slopes of the first one: each row has its own Z, so f_prime(Z).
    last-rows-slope: f_prime(Z) -> f_prime(Z[-1])
        Every row gets the slopes of the last one: each row has its own Z, so f_prime(Z).
    slope-of-error: = f_prime(delta_next @ W_next.T)
        f' is taken of the error that comes back, and Z is not used: multiply that error by
        f_prime(Z).
    slope-of-error-times-z: = f_prime(delta_next @ W_next.T) * Z
        Z and the error that comes back have changed places: f' is taken of the error, and Z is a
        factor. The slope is taken at Z, and the error multiplied by it.
    samples-as-columns: (delta_next @ W_next.T) -> (W_next @ delta_next)
        `W_next @ delta_next` is the formula for samples in columns. Here rows are samples:
        delta_next @ W_next.T.
    summed-too-early: = delta_next.sum(axis=1, keepdims=True) * W_next.sum(axis=1) * f_prime(Z)
        Errors and weights are added up before they are multiplied: each error meets its own
        weight first, and the products are summed, delta_next @ W_next.T.
    slope-of-slope: f_prime(Z) -> f_prime(f_prime(Z))
        f' is applied twice: f_prime(Z) is the slope already.
    slope-at-error: f_prime(Z) -> f_prime(delta_next @ W_next.T)
        f' is taken at the error that comes back, not at Z.
    slope-before-weights: = (delta_next * f_prime(delta_next)) @ W_next.T
        f' is taken at delta_next, before the weights: it belongs to this layer's own Z,
        after the error has passed through W_next.
    added: * f_prime(Z) -> + f_prime(Z)
        Added where it must be multiplied: in the chain rule the slopes of a path multiply.
    matrix-product: * f_prime(Z) -> @ f_prime(Z)
        A matrix product stands where the entries are to be multiplied one by one: every unit
        has its own slope, so `*`, not `@`.
    slope-twice: f_prime(Z) -> f_prime(Z) ** 2
        f' is multiplied in twice.
    mean-twice: f_prime(Z) -> f_prime(Z) / len(Z)
        Divided by n: delta_next already carries the 1/n of the mean.
    sign: (delta_next @ W_next.T) -> -(delta_next @ W_next.T)
        The sign is wrong: delta is ∂L/∂Z with a plus; the minus belongs to the update.
    slope-averaged: f_prime(Z) -> f_prime(Z).mean(axis=0)
        The slope is averaged over the rows: every row has its own Z, and its own slopes.
    """,
    relu=relu,
    sigmoid=sigmoid,
    tanh=tanh,
)


def changes_z(delta_next, W_next, Z, f_prime):
    slope = f_prime(Z)
    Z[:] = (delta_next @ W_next.T) * slope
    return (delta_next @ W_next.T) * slope


OTHERS = [
    Mistake(
        "z-changed",
        "The argument `Z` is changed: the caller still needs it. Write the result into a new "
        "array.",
        changes_z,
    ),
]

TASK = Task(
    "hidden_delta",
    points=2,
    taught_in="A hidden neuron",
    reference=hidden_delta,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="One matrix product and one product by entries are enough: let NumPy do the loops.",
    hints=(
        "Two steps back: first from the next layer's Z to this layer's output A, then from A to Z.",
        "You have written the first step already, as the third result of task 3. The second is the "
        "chain rule for A = f(Z): a factor for each entry.",
        "Carry delta_next back through the transposed weights, then multiply entry by entry (`*`) "
        "with the slopes at Z.",
    ),
)
