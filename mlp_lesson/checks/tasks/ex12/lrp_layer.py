"""Relevance handed back through one layer, each input its share of the sum."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def lrp_layer(A, W, b, R, eps):
    """R_i = a_i Σⱼ w_ij R_j / (z_j + eps s_j) with z = a W + b, and s_j = 1 where z_j >= 0, else"
    " -1."""
    Z = A @ W + b
    s = np.where(Z >= 0, 1, -1)
    return A * ((R / (Z + eps * s)) @ W.T)


def cases(rng):
    def layer(n, n_in, n_out, eps, note, **more):
        A, W = rng.normal(size=(n, n_in)), rng.normal(size=(n_in, n_out))
        return Case((A, W, rng.normal(size=n_out), rng.normal(size=(n, n_out)), eps), note, **more)

    whole = [rng.integers(-3, 4, size=shape) for shape in [(3, 4), (4, 2), (2,), (3, 2)]]
    row = np.array([[1.0, 2.0]])
    hand = (row, np.array([[3.0], [-1.0]]), np.array([1.0]), np.array([[2.0]]))
    zero = (row, np.array([[2.0, 1.0], [-1.0, 1.0]]), np.zeros(2), np.array([[3.0, 1.0]]))
    return [
        Case((*hand, 0.01), "one row, one unit"),
        layer(4, 3, 2, 0.1, "4 rows, 3 to 2 units"),
        layer(5, 2, 4, 0.5, "5 rows, 2 to 4 units"),
        layer(3, 3, 3, 0.2, "all three square"),
        layer(1, 4, 3, 1e-6, "a small eps"),
        layer(2, 3, 4, 2.0, "a large eps"),
        Case((*whole, 0.25), "integers"),
        Case((*zero, 0.5), "a sum that is exactly 0"),
        layer(4, 5, 1, 0.1, "one output"),
        layer(300, 200, 100, 0.1, "300 rows, 200 to 100 units", speed=True),
    ]


SLIPS = slips(
    lrp_layer,
    """
    no-sign: s = np.where(Z >= 0, 1, -1) -> s = 1
        eps is added also where the sum is negative: there it moves the sum towards 0. Subtract it
        there, so that the sum always moves away from 0.
    sign-turned: np.where(Z >= 0, 1, -1) -> np.where(Z >= 0, -1, 1)
        eps moves the sums towards 0. It should move them away: add it where z >= 0, subtract it
        where z < 0.
    sign-of-zero: np.where(Z >= 0, 1, -1) -> np.where(Z > 0, 1, -1)
        A sum of exactly 0 counts as negative. It is one of those to which eps is added.
    no-sign-at-zero: np.where(Z >= 0, 1, -1) -> np.sign(Z)
        Where the sum is exactly 0, nothing is added: np.sign(0) is 0, and it is divided by 0.
        There s is 1.
    no-eps: R / (Z + eps * s) -> R / np.where(Z == 0, eps, Z)
        eps is missing, or put in only where a sum is 0. It is added to every sum, with the sum's
        sign.
    larger-of-two: R / (Z + eps * s) -> R / (s * np.maximum(np.abs(Z), eps))
        Sums below eps are raised to eps. eps is added to every sum, with the sum's sign.
    absolute-sums: R / (Z + eps * s) -> R / (np.abs(Z) + eps)
        It is divided by the absolute value of the sum. The sum keeps its sign.
    eps-outside: R / (Z + eps * s) -> R / np.where(Z == 0, np.inf, Z) + eps
        eps is added after the division. It belongs to the sum, before: R / (z + eps s).
    bias-missing: A @ W + b -> A @ W
        The biases are missing in the sums. They take part in z, and keep their share.
    bias-shared:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + kept = (b * R / (Z + eps * s)).sum(axis=1, keepdims=True)
    + return A * ((R / (Z + eps * s)) @ W.T) + kept / A.shape[1]
        What the biases keep is shared out among the inputs. Here it stays with them.
    a-missing: = (R / (Z + eps * s)) @ W.T
        The inputs are missing: the share is a_i w_ij, not the weight alone. An input of 0 gets
        nothing.
    r-missing: (R / (Z + eps * s)) -> (1 / (Z + eps * s))
        The shares are not multiplied with R_j, what unit j has to hand out.
    not-divided: (R / (Z + eps * s)) -> R
        It is not divided by the sum: a_i w_ij is an amount, and a *share* only after dividing by
        z_j.
    multiplied-by-sum: (R / (Z + eps * s)) -> (R * (Z + eps * s))
        It is multiplied by the sum instead of divided.
    w-not-transposed: W.T -> (W if W.shape[0] == W.shape[1] else W.T)
        W is not transposed on the way back, which only a square W allows.
    positive-weights: @ W.T -> @ np.maximum(W, 0).T
        Negative weights are left out: who speaks against gets a negative share.
    z-plus:
    - Z = A @ W + b
    - s = np.where(Z >= 0, 1, -1)
    - return A * ((R / (Z + eps * s)) @ W.T)
    + P = np.maximum(W, 0)
    + Z = A @ P
    + s = np.where(Z >= 0, 1, -1)
    + return A * ((R / (Z + eps * s)) @ P.T)
        Only positive weights take part, also in the sums. That is another rule; here all weights
        take part, and the bias.
    absolute: = np.abs(A * ((R / (Z + eps * s)) @ W.T))
        The sign of the shares is lost: who speaks against gets a negative share.
    made-to-sum:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + out = A * ((R / (Z + eps * s)) @ W.T)
    + return out * (R.sum(axis=1) / out.sum(axis=1))[:, None]
        The shares are stretched until they sum to what was to be handed out. What biases and eps
        keep is not given to the inputs.
    batch-mean: = A * ((R / (Z + eps * s)) @ W.T) / len(A)
        It is divided by the number of rows. Each row is explained for itself.
    relu-of-sums: Z = A @ W + b -> Z = np.maximum(A @ W + b, 0)
        The sums go through a ReLU before the division. Divide by the sum z itself; units that are
        off have R = 0 in a network, but that is not this layer's business.
    sign-of-r: np.where(Z >= 0, 1, -1) -> np.where(R >= 0, 1, -1)
        The sign is taken of the relevance R. It is that of the sum z: eps moves the *sum* away from
        0.
    one-denominator:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return A * (R @ W.T) / (Z + eps * s).sum(axis=1, keepdims=True)
        All units have one denominator, the total of their sums. Each unit divides by its own,
        before the sum over the units.
    rows-summed: = (A * ((R / (Z + eps * s)) @ W.T)).sum(axis=0)
        The relevance is summed over the rows. Each row is explained for itself: `(n, n_in)`.
    first-row: = (A * ((R / (Z + eps * s)) @ W.T))[:1]
        Only the first row is explained. Each has its own relevance: `(n, n_in)`.
    positive-parts:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return (np.maximum(A[:, :, None] * W, 0) * (R / (Z + eps * s))[:, None, :]).sum(
    +     axis=2
    + )
        Only positive contributions a_i w_ij get a share. Negative ones get theirs too, a negative
        one: cut nothing off.
    negative-parts:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return (np.minimum(A[:, :, None] * W, 0) * (R / (Z + eps * s))[:, None, :]).sum(
    +     axis=2
    + )
        Only negative contributions a_i w_ij get a share. All get theirs.
    positive-parts-rule:
    - Z = A @ W + b
    - s = np.where(Z >= 0, 1, -1)
    - return A * ((R / (Z + eps * s)) @ W.T)
    + parts = np.maximum(A[:, :, None] * W, 0)
    + return (parts * (R / (parts.sum(axis=1) + eps))[:, None, :]).sum(axis=2)
        Only positive contributions take part, above and below the line. That is another rule; here
        all contributions take part, and the bias.
    positive-parts-and-bias:
    - Z = A @ W + b
    - s = np.where(Z >= 0, 1, -1)
    - return A * ((R / (Z + eps * s)) @ W.T)
    + parts = np.maximum(A[:, :, None] * W, 0)
    + return (parts * (R / (parts.sum(axis=1) + np.maximum(b, 0) + eps))[:, None, :]).sum(axis=2)
        Only what is positive takes part, above and below the line. That is another rule; here all
        contributions take part, and the bias.
    absolute-parts: = (np.abs(A[:, :, None] * W) * (R / (Z + eps * s))[:, None, :]).sum(axis=2)
        The contributions lose their signs: one that speaks against gets a negative share.
    absolute-below:
    - Z = A @ W + b
    - s = np.where(Z >= 0, 1, -1)
    + Z = np.abs(A[:, :, None] * W).sum(axis=1)
    + s = 1
        Below the line the sizes of the contributions are added up. It is their sum with signs, and
        the bias: z.
    eps-added-after: R / (Z + eps * s) -> R / np.where(Z == 0, 1, Z) + eps * s
        eps, with the sum's sign, is added after the division. It belongs to the sum, before it is
        divided by: R / (z + eps s).
    eps-added-to-share:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return A * ((R / np.where(Z == 0, np.inf, Z)) @ W.T) + eps
        eps is added to the shares at the end. It belongs to the sum, below the line: R / (z + eps
        s).
    eps-above: (R / (Z + eps * s)) -> ((R + eps * s) / np.where(Z == 0, np.inf, Z))
        eps is added above the line, to R. It belongs to the sum below it.
    eps-times: Z + eps * s -> Z * (1 + eps) + (Z == 0) * eps
        The sum is multiplied by 1 + eps. eps is added to it, with its sign.
    eps-squared: Z + eps * s -> Z + eps**2 * s
        eps is squared. It is added as it is.
    half-eps: Z + eps * s -> Z + eps * s / 2
        Only half of eps is added.
    minus-eps: Z + eps * s -> Z - eps
        eps is subtracted everywhere: from sums above 0 as well, which moves these towards 0.
    zero-gets-nothing: R / (Z + eps * s) -> R / (Z + eps * s) * (Z != 0)
        Where the sum is exactly 0, nothing is handed out. np.sign(0) is 0; here s is 1 there, so
        eps is what it is divided by.
    without-bias-and-sign: A @ W + b -> A @ W
    and: s = np.where(Z >= 0, 1, -1) -> s = 1
        Two things: the biases are missing in the sums, and eps is added also where the sum is
        negative.
    bias-subtracted: A @ W + b -> A @ W - b
        The biases are subtracted from the sums: z = a W + b.
    sums-over-rows:
    - Z = A @ W + b
    + Z = (A @ W + b).sum(axis=0, keepdims=True) * np.ones((len(A), 1))
        The sums are added up over the rows. Each row has its own: `(n, n_out)`.
    first-unit-only: (R / (Z + eps * s)) -> (R / (Z + eps * s) * (np.arange(len(b)) == 0))
        Only the first unit hands out. All units do: add up over j.
    last-unit-left-out:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return A * ((R / (Z + eps * s) * (np.arange(len(b)) < max(len(b) - 1, 1))) @ W.T)
        The last unit hands nothing out: does a loop end one too early?
    mean-over-units: = A * ((R / (Z + eps * s)) @ W.T) / len(b)
        The shares are averaged over the units. Add them up: input i has a share of each.
    a-squared: = A**2 * ((R / (Z + eps * s)) @ W.T)
        The inputs are taken twice. The share is a_i w_ij R_j / (z_j + eps s_j): once.
    relu-at-the-end: = np.maximum(A * ((R / (Z + eps * s)) @ W.T), 0)
        Negative shares are cut off at the end. They are what speaks against.
    divided-by-z-twice: (R / (Z + eps * s)) -> (R / (Z + eps * s) ** 2)
        It is divided by the sum twice.
    sign-of-a: s = np.where(Z >= 0, 1, -1) -> s = np.where(A.sum(axis=1, keepdims=True) >= 0, 1, -1)
        The sign is taken of the inputs. It is that of the sum z.
    first-relevance-for-all: (R / (Z + eps * s)) -> (R[0] / (Z + eps * s))
        The relevance of the first row is handed out in every row. Each row has its own: is an index
        missing?
    last-relevance-for-all: (R / (Z + eps * s)) -> (R[-1] / (Z + eps * s))
        The relevance of the last row is handed out in every row. Each row has its own.
    mean-relevance: (R / (Z + eps * s)) -> (R.mean(axis=0) / (Z + eps * s))
        The mean relevance of all rows is handed out in every row. Each row has its own.
    first-row-of-inputs: = A[0] * ((R / (Z + eps * s)) @ W.T)
        The inputs of the first row are taken for every row: is an index missing?
    inputs-as-shares:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return (
    +     A
    +     * ((R / (Z + eps * s)) @ W.T)
    +     / np.where(A.sum(axis=1) == 0, 1, A.sum(axis=1))[:, None]
    + )
        It is divided by the sum of the inputs as well. The sum z is all that it is divided by.
    inputs-on-or-off: = (A > 0) * ((R / (Z + eps * s)) @ W.T)
        Of the inputs only it counts whether they are above 0. The share is a_i w_ij: their size
        counts.
    absolute-weights-in-sums: Z = A @ W + b -> Z = A @ np.abs(W) + b
        The weights lose their signs in the sums: z = a W + b.
    absolute-inputs-in-sums: Z = A @ W + b -> Z = np.abs(A) @ W + b
        The inputs lose their signs in the sums: z = a W + b.
    all-biases-in-each: Z = A @ W + b -> Z = A @ W + b.sum()
        All biases are added to each sum. Each unit has its own: z_j = Σ a_i w_ij + b_j.
    bias-in-each-weight: Z = A @ W + b -> Z = A @ (W + b)
        The bias is added to each weight. It is added to the sum, once.
    bias-times-inputs: Z = A @ W + b -> Z = A @ W + A.shape[1] * b
        The bias is added once for each input: it stands inside the sum over i. It is added once.
    relevance-added: = A * ((R / (Z + eps * s)) @ W.T) + R.sum(axis=1, keepdims=True)
        All relevance is added to each input. Each gets its share of it, no more.
    inputs-added: = A + (R / (Z + eps * s)) @ W.T
        The inputs are added. The share is a_i *times* w_ij R_j / (z_j + eps s_j).
    eps-left-at-one: Z + eps * s -> Z + s
        1 is added to the sums, with their sign. It is eps that is added, times that sign.
    shares-of-rows:
    - return A * ((R / (Z + eps * s)) @ W.T)
    + return (
    +     A
    +     * ((R / (Z + eps * s)) @ W.T)
    +     / np.abs(A * ((R / (Z + eps * s)) @ W.T)).sum(axis=1, keepdims=True)
    + )
        Each row is divided by the sum of its sizes. Leave the shares as they are.
    relevance-of-ones: R / (Z + eps * s) -> (R > 0) / (Z + eps * s)
        Of R only it counts whether it is above 0. What unit j hands out is R_j.
    positive-relevance: R / (Z + eps * s) -> np.maximum(R, 0) / (Z + eps * s)
        Negative relevance is cut off. It is handed back as well.
    sign-without-bias: s = np.where(Z >= 0, 1, -1) -> s = np.where(A @ W >= 0, 1, -1)
        The sign is taken of the sum without its bias. It is that of z = a W + b, or eps moves some
        sums towards 0.
    """,
)

TASK = Task(
    "lrp_layer",
    points=3,
    taught_in="Handing the answer back",
    reference=lrp_layer,
    cases=cases,
    mistakes=SLIPS,
    faster="Divide R by the sums; then one product with W.T gives the shares of all rows.",
    hints=(
        "Forward first: z = A @ W + b, one sum for each row and unit. What does each unit hand "
        "out per unit of its sum?",
        "R / (z + eps s), with s = 1 where z >= 0 and −1 elsewhere. Input i gets that, times "
        "w_ij, summed over the units j, times its own a_i.",
        "The sum over j is a matrix product with the transposed weights, `(...) @ W.T`; its shape"
        " is that of A. Multiply it by A, entry by entry.",
    ),
)
