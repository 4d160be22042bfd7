"""A whole network forward, every layer's activations kept."""

from ....activations import heaviside, relu, sigmoid, softplus, tanh
from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import layers


def forward(X, Ws, bs, f):
    """[X, A₁, ..., A_L] with A = f(A_prev W + b), layer by layer."""
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        A = As[-1]
        As.append(f(A @ W + b))
    return As


def cases(rng):
    def network(n, sizes, f, note, *, whole=False, **more):
        X = rng.integers(-2, 3, size=(n, sizes[0])) if whole else rng.normal(size=(n, sizes[0]))
        return Case((X, *layers(rng, sizes, whole), f), note, **more)

    X, Ws, bs, f = network(3, (2, 3, 2), sigmoid, "", whole=True).args
    fractions = [b + 0.5 for b in bs]

    return [
        network(4, (3, 2), tanh, "one layer, tanh"),
        network(5, (2, 4, 3), sigmoid, "two layers, sigmoid"),
        network(1, (3, 4, 2), softplus, "one row"),
        network(4, (3, 3, 3, 3), tanh, "square tables"),
        network(3, (3, 3, 3), relu, "as many rows as units"),
        network(6, (2, 3, 4, 2, 1), sigmoid, "four layers"),
        network(3, (2, 3, 2), sigmoid, "integers", whole=True),
        Case((X, Ws, fractions, f), "integers, but for the biases"),
        network(300, (60, 50, 40), tanh, "300 rows, 60-50-40", speed=True),
    ]


SLIPS = slips(
    forward,
    """
    no-f-at-the-end: = [*As[:-1], As[-2] @ Ws[-1] + bs[-1]]
        The activation is missing in the last layer. Here f is applied in every layer, the last
        included.
    no-f: f(A @ W + b) -> A @ W + b
        The activation is missing in every layer: without it all layers collapse to one.
    f-of-inputs: f(A @ W + b) -> f(f(A) @ W + b)
        f is applied to what goes *into* each layer, too, X included. It belongs behind the sum.
    sums-returned: = [X, *(A @ W + b for A, W, b in zip(As, Ws, bs, strict=False))]
        The list holds the sums Z. It should hold the activations, A = f(Z).
    sums-passed-on:
    - As = [X]
    + As, Z = [X], X
    and:
    - A = As[-1]
    - As.append(f(A @ W + b))
    + Z = Z @ W + b
    + As.append(f(Z))
        The sums are passed on to the next layer, not the activations: f is applied to what is
        stored, but the next layer reads Z instead of A.
    x-missing: = As[1:]
        The list starts with A1. Its first entry is X, the input of the first layer.
    last-only: = As[-1]
        Only the last activation is returned. All are asked for, [X, A1, ..., AL]:
        backpropagation will need them.
    output-missing: = As[:-1]
        The last layer's output is missing in the list: it has one entry more than there are
        layers.
    reversed: = As[::-1]
        The list is in reversed order. It starts with X.
    f-of-x: As = [X] -> As = [f(X)]
        f is applied to the inputs as well. X enters as it is.
    f-twice: f(A @ W + b) -> f(f(A @ W + b))
        f is applied twice in each layer: once is enough, A = f(Z).
    f-again-in-list: = [X, *(f(A) for A in As[1:])]
        What stands in the list has gone through f once more than what the next layer reads:
        append A itself, not f(A).
    f-before-weights: f(A @ W + b) -> f(A) @ W + b
        f comes before the weights, as f(A) W + b. It comes after: A = f(Z).
    bias-after-f: W + b) -> W) + b
        The bias is added after the activation. It belongs to the sum: Z = A W + b, then f.
    bias-missing: W + b) -> W)
        The biases are missing.
    bias-subtracted: W + b) -> W - b)
        The biases are subtracted. They are added: Z = A W + b.
    w-transposed: A @ W -> A @ W.T
        W is transposed. It is (n_in, n_out) already, so A @ W fits; where W is square NumPy
        does not complain about the wrong one.
    order: A @ W -> W @ A
        W and A stand in the wrong order. Rows are samples: A @ W.
    by-entry: A @ W -> A * W
        A and W are multiplied entry by entry, with `*`. The sums of a layer are a matrix
        product, `@`.
    bias-down-the-rows: A @ W + b -> A @ W + b.reshape(-1, 1)
        The biases are added down the rows, one for each sample, if it fits at all. There is one
        for each neuron, that is for each column: plain `+ b` does it.
    bias-one-number: A @ W + b -> A @ W + b.sum()
        One number is added instead of the vector b: each neuron has its own bias.
    input-added: f(A @ W + b) -> f(A @ W + b) + (A if W.shape[0] == W.shape[1] else 0)
        Each layer's input is added to its output: that is a skip connection, and not asked for
        here. A = f(A_prev W + b), and nothing more.
    reads-x: A = As[-1] -> A = X
        Every layer reads X. A layer reads what the layer before it put out.
    own-sigmoid: append(f( -> append(sigmoid(
        The f that is handed in is not used: a sigmoid is built in. The check tries several
        activations.
    own-tanh: append(f( -> append(tanh(
        The f that is handed in is not used: tanh is built in. The check tries several
        activations.
    own-threshold: append(f( -> append(heaviside(
        The f that is handed in is not used: a threshold is built in. The check tries several
        activations.
    own-relu: append(f( -> append(relu(
        The f that is handed in is not used: a ReLU is built in. The check tries several
        activations.
    append-assigned:
    - A = As[-1]
    - As.append(f(A @ W + b))
    + As = As.append(f(As[-1] @ W + b))
        `append` changes the list and gives back None. Write `As.append(...)` in a line of its
        own, and do not assign its result.
    added-to-list: As.append(f(A @ W + b)) -> As += f(A @ W + b)
        `As += A` adds the rows of A one by one, or adds A to every entry, and not A itself. Use
        `As.append(A)`.
    first-bias: W + b) -> W + bs[0])
        Every layer gets the first layer's bias. Each has its own: `zip(Ws, bs)`.
    first-layer-only:
    - As.append(f(A @ W + b))
    - return As
    + As.append(f(A @ W + b))
    + return As
        Only the first layer is run: perhaps your `return` is indented into the loop.
    cut-to-integers: f(A @ W + b) -> f(A @ W + b).astype(A.dtype)
        Activations are cut to integers where X holds integers.
    samples-as-columns: = [X, *(A.T for A in As[1:])]
        Samples stand in the columns of your activations. Rows are samples, in every layer: (n,
        units).
    """,
    heaviside=heaviside,
    relu=relu,
    sigmoid=sigmoid,
    tanh=tanh,
)


def overwritten_in_place(X, Ws, bs, f):
    A, As = X, [X]
    for W, b in zip(Ws, bs, strict=True):
        Z = A @ W + b
        if Z.shape == A.shape:
            A[...] = f(Z)
        else:
            A = f(Z)
        As.append(A)
    return As


OTHERS = [
    Mistake(
        "in-place",
        "A layer writes its result into the array of the layer before (`A[...] = `, `A *= `), "
        "the caller's X included. Make a new array for each layer.",
        overwritten_in_place,
    ),
]

TASK = Task(
    "forward",
    points=3,
    taught_in="In general: layers",
    reference=forward,
    cases=cases,
    mistakes=[*SLIPS, *OTHERS],
    faster="All sums of a layer are one matrix product: let `@` do the loops.",
    hints=(
        "Start with a list that holds X. What does the next layer read? It is always the same "
        "place of the list.",
        "Walk through `zip(Ws, bs)`. Each layer reads the last entry of the list, `As[-1]`, and "
        "appends its own result.",
        "Sum first: last entry @ W + b. Then f of that sum; append it. NumPy adds the vector b to "
        "every row of the sum.",
    ),
)
