"""The weighted sum of one neuron, for a whole table at once."""

import numpy as np

from ....activations import heaviside, sigmoid
from ...engine.slips import slips
from ...engine.task import Case, Task


def linear(X, w, b):
    """z = Xw + b: X (n, d), w (d,) -> (n,)."""
    return X @ w + b


def cases(rng):
    def table(n, d, b, note, **more):
        return Case((rng.normal(size=(n, d)), rng.normal(size=d), b), note, **more)

    whole = rng.integers(-4, 5, size=(5, 2)), np.array([3, -2])
    return [
        Case((np.array([[1.0, 2], [3, 5], [5, 6]]), np.array([1.0, -1]), 0.5), "2 inputs"),
        table(4, 3, -1.5, "3 inputs"),
        table(1, 3, 0.7, "one row"),
        table(5, 1, 2.0, "one input"),
        table(3, 3, 0.25, "as many rows as inputs"),
        Case((*whole, 0.5), "integers, and b = 0.5"),
        table(20_000, 80, 0.1, "20,000 rows, 80 inputs", speed=True),
    ]


SLIPS = slips(
    linear,
    """
    bias-missing: + b ->
        The bias is missing: the weighted sum starts from b, not from 0.
    bias-subtracted: + b -> - b
        The bias is subtracted: z = w·x + b, with a plus. (Some texts subtract a threshold; the
        bias is minus that.)
    bias-for-each-input: = (X * w + b).sum(axis=1)
        The bias is counted once for every input, because it is added before the sum over the
        inputs. It belongs to the neuron: add it once, after the sum.
    bias-in-weights: = X @ (w + b)
        The bias is added to every weight, and so multiplied with the inputs. Add it to the
        finished sum.
    bias-in-inputs: = (X + b) @ w
        The bias is added to every input, and so multiplied with the weights. Add it to the
        finished sum.
    bias-in-place:
    - return X @ w + b
    + z = X @ w
    + z += b
    + return z
        Where X and w hold integers, so does their product, and `+=` cannot add a fraction to it.
        Write `z + b`, which makes a new array.
    bias-cut: = X @ w + int(b)
        The bias is cut to a whole number. Add it as it is.
    bias-multiplied: = (X @ w) * b
        The bias multiplies the sum. It is added to it.
    bias-times-rows: = X @ w + b * len(X)
        The bias is multiplied by the number of rows. Each row gets it once.
    not-summed: = X * w + b
        The products are there, but they are not added up: each row must give one number. (`*`
        goes entry by entry; `@` multiplies and adds.)
    outer: = np.outer(X, w) + b
        Every number of X is multiplied with every weight (`outer`), and nothing is added up. `@`
        multiplies pair by pair, and adds.
    last-product-only: = X[:, -1] * w[-1] + b
        Of each row only the last product is left: in the loop `=` puts it in the place of the sum
        so far. Add it, with `+=`.
    partial-sums: = (np.cumsum(X * w, axis=1) + b).ravel()
        There is a number for every product, not for every row: does `append` stand in the inner
        loop? It belongs behind it, where the sum is complete.
    axis-columns: X @ w -> (X * w).sum(axis=0)
        The products are added down the columns, over the rows. Each row is a case of its own:
        add along the inputs, axis=1.
    all-summed: X @ w -> (X * w).sum()
        Everything is added up to one number. Each row is a case of its own and gives a z of its
        own: add along axis=1 only.
    all-summed-for-each: X @ w -> np.full(len(X), (X * w).sum())
        Every row gets the sum over the whole table. Each row is a case of its own and gives a z
        of its own: add along axis=1 only.
    mean: X @ w -> (X * w).mean(axis=1)
        The products of a row are averaged over the inputs. A neuron adds them: sum, not mean.
    added-for-multiplied: = (X + w).sum(axis=1) + b
        Weights and inputs are added. Each input is multiplied by its weight.
    not-transposed: X @ w -> X.T @ w
        The weights meet the rows of X instead of its columns (`X.T @ w`, or `w @ X`). w has one
        weight for each column. Where X is square NumPy does not complain.
    first-row-only: = X[0] @ w + b
        Only the first row is answered: X holds many cases, each wants its own z.
    other-rows-zero:
    - return X @ w + b
    + z = np.zeros(len(X))
    + for i, x in enumerate(X):
    +     z[i] = x @ w + b
    +     return z
        Only the first row is answered, the others stay 0: is `return` indented into the loop? It
        belongs behind it.
    one-z-only: = X[:1] @ w + b
        Only the first row's z comes back: is `return` indented into the loop? It belongs behind
        it.
    last-row-zero:
    - return X @ w + b
    + z = np.zeros(len(X))
    + for i in range(len(X) - 1):
    +     z[i] = X[i] @ w + b
    + return z
        The last row is not answered, it stays 0: the loop over the rows ends one too soon.
    first-row-zero:
    - return X @ w + b
    + z = np.zeros(len(X))
    + for i in range(1, len(X)):
    +     z[i] = X[i] @ w + b
    + return z
        The first row is not answered, it stays 0: rows are counted from 0.
    last-row-missing: = X[:-1] @ w + b
        The last row's z is missing: a slice or a loop over the rows ends one too soon.
    first-row-missing: = X[1:] @ w + b
        The first row's z is missing: rows are counted from 0.
    total-not-reset: = np.cumsum(X @ w) + b
        Each row's sum starts from that of the row before: the running total is set to 0 before
        the loop over the rows. Set it anew for each row.
    total-not-reset-bias-too: = np.cumsum(X @ w + b)
        Each row's sum, its bias included, goes on from that of the row before. Set the running
        total anew for each row.
    column: = (X @ w + b).reshape(-1, 1)
        z comes as a table with one column, (n, 1). One number for each row is asked for: the
        shape (n,).
    column-without-bias: = (X @ w).reshape(-1, 1)
        Two things: z comes as a table with one column, (n, 1), where (n,) is asked for; and the
        bias is missing.
    columns-without-bias: = (X * w).sum(axis=0)
        Two things: the products are added down the columns (add along the inputs, axis=1), and
        the bias is missing.
    columns-minus-bias: = (X * w).sum(axis=0) - b
        Two things: the products are added down the columns (add along the inputs, axis=1), and
        the bias is subtracted, not added.
    two-inputs-only: = X[:, 0] * w[0] + X[:, 1] * w[1] + b
        Only the first two inputs are counted. There may be any number of them, one included.
    first-input-skipped: = X[:, 1:] @ w[1:] + b
        The first input is left out of the sum: count the inputs from 0.
    last-input-skipped: = X[:, :-1] @ w[:-1] + b
        The last input is left out of the sum: a slice or a range ends one too soon.
    sigmoid: = sigmoid(X @ w + b)
        A sigmoid is applied. Here only the weighted sum z is asked for.
    tanh: = np.tanh(X @ w + b)
        A tanh is applied. Here only the weighted sum z is asked for.
    relu: = np.maximum(X @ w + b, 0)
        Sums below 0 are set to 0, as by a ReLU. Here only the weighted sum z is asked for.
    rounded: = np.round(X @ w + b)
        The sums are rounded to whole numbers. Return them as they are.
    threshold: = heaviside(X @ w + b)
        The threshold is applied already. Here only the weighted sum z is asked for.
    cut-to-integers: = (X @ w + b).astype(X.dtype)
        Where X holds integers z is cut to integers. The bias may be a fraction: let the result
        be floats.
    x-changed:
    - return X @ w + b
    + X *= w
    + return X.sum(axis=1) + b
        The argument `X` is changed: `X *= w` writes into the caller's table. Write `X * w`,
        which makes a new one.
    """,
    heaviside=heaviside,
    sigmoid=sigmoid,
)

TASK = Task(
    "linear",
    points=1,
    taught_in="A weighted sum",
    reference=linear,
    cases=cases,
    mistakes=SLIPS,
    faster="The matrix product `@` does both loops at once.",
    hints=(
        "Take one row. Which two lists of numbers are multiplied, pair by pair, and what happens "
        "to the products?",
        "The operator `@` does that for each row of a table and a vector: it multiplies and adds.",
        "Multiply the table with the weights, X first, then add the bias; NumPy adds one number to "
        "every entry of a vector.",
    ),
)
