"""A stack of linear layers is one linear layer."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Mistake, Task
from ._shared import layers


def collapse_linear(Ws, bs):
    """W = W₁ W₂ ... W_L, b = (...(b₁ W₂ + b₂) W₃ + ...) + b_L: one layer that equals them all."""
    W, b = Ws[0], bs[0]
    for next_W, next_b in zip(Ws[1:], bs[1:], strict=False):
        W = W @ next_W
        b = b @ next_W + next_b
    return W, b


def cases(rng):
    return [
        Case(layers(rng, (2, 3, 1)), "2-3-1"),
        Case(layers(rng, (3, 2, 4, 2)), "three layers"),
        Case(layers(rng, (3, 2)), "one layer"),
        Case(layers(rng, (3, 3, 3)), "square tables"),
        Case(layers(rng, (2, 2, 2, 2, 2)), "four square layers"),
        Case(layers(rng, (4, 3, 2, 3, 5)), "four layers"),
        Case(layers(rng, (2, 4, 3), whole=True), "integers"),
    ]


SLIPS = slips(
    collapse_linear,
    """
    first-twice: zip(Ws[1:], bs[1:], strict=False) -> zip(Ws, bs)
        The first layer is used twice: the loop starts from it, and meets it once more.
    bias-in-table: W, b = Ws[0], bs[0] -> W, b = Ws[0] + bs[0], bs[0]
    and: W = W @ next_W -> W = W @ next_W + next_b
        The biases are added to the table W as well, to each of its rows. They belong to b alone.
    bias-before-table:
    - b = b @ next_W + next_b
    + b = (b + next_b) @ next_W if len(b) == len(next_b) else b @ next_W + next_b
        Where the widths allow it, a layer's bias is added before its table. It comes after.
    order: W = W @ next_W -> W = next_W @ W
        The tables are multiplied in the wrong order, last times first. The inputs meet the
        first layer's table first: X W1 W2 ... (Where all are square NumPy does not complain.)
    tables-transposed:
    - W, b = Ws[0], bs[0]
    + W, b = Ws[0].T, bs[0]
    and: W = W @ next_W -> W = W @ next_W.T
        The tables are transposed on the way. With rows as samples no transpose is needed.
    result-transposed: = W.T, b
        The result is transposed: W must be (n_in, n_out), so that X @ W fits.
    by-entry: W = W @ next_W -> W = W * next_W
        The tables are multiplied entry by entry, with `*`. One layer after another is the
        matrix product, `@`.
    tables-added: W = W @ next_W -> W = W + next_W
        The tables are added. One layer *after* another is a product; a sum would be layers side
        by side.
    last-table: W = W @ next_W -> W = next_W
        W is the last table only: multiply the earlier ones in.
    first-table: W = W @ next_W ->
        W is the first table only: multiply the later ones in.
    last-bias: b = b @ next_W + next_b -> b = next_b
        b is the last bias only. The earlier biases go through the later layers too: expand
        (X W1 + b1) W2 + b2.
    first-bias: b = b @ next_W + next_b ->
        b is the first bias only.
    biases-added: b = b @ next_W + next_b -> b = b + next_b
        The biases are added as they are. A bias of an early layer is carried through all later
        tables before it reaches the output.
    own-table-too: bs[0] -> bs[0] @ Ws[0]
    and: b @ next_W + next_b -> (b + next_b) @ next_W
        Each bias is carried through the table of its own layer as well. It is added *after*
        that table: only the later ones act on it.
    last-bias-missing: = W, b - bs[-1]
        The last bias is missing: b = b1 W2 + b2, and so on.
    only-first-carried: b @ next_W + next_b -> b @ next_W
        Only the first bias is carried through. Each layer adds its own, b @ W + (its bias), and
        the next layers carry that on.
    side-by-side: = W, np.concatenate(bs)
        The biases are set side by side. They are added up, each after its way through the later
        tables, to one vector of shape (n_out,).
    renewed-too-early: b @ next_W + next_b -> b @ W + next_b
        b is carried through the product of all tables so far: W is renewed before b uses it. A
        bias goes through the *next* table alone, step by step.
    bias-transposed: b @ next_W + next_b -> next_W @ b + next_b
        The biases are carried through the tables transposed.
    through-the-last-only:
    - return W, b
    + return W, bs[-1] + sum((c @ Ws[-1] for c in bs[:-1]), 0 * bs[-1])
        Every earlier bias goes through the last table alone. It goes through all the tables that
        come after its own layer.
    one-layer-behind: zip(Ws[1:], bs[1:], strict=False) -> zip(Ws[1:], bs)
        The biases lag one layer behind: each table meets the bias of the layer before it, as
        `zip(Ws[1:], bs)` pairs them. Take `bs[1:]` beside `Ws[1:]`.
    own-bias-before: b @ next_W + next_b -> (b + next_b) @ next_W
        The layer's own bias goes through its own table: (b + c) @ W. It is added after that
        table, b @ W + c.
    subtracted: b @ next_W + next_b -> next_b - b @ next_W
        Biases carried on are subtracted: they are added, as in (X W1 + b1) W2 + b2.
    one-row: = W, b.reshape(1, -1)
        b comes as a table with one row, (1, n_out). A bias has the shape (n_out,).
    last-left-out: zip(Ws[1:], bs[1:], strict=False) -> zip(Ws[1:-1], bs[1:-1])
        The last layer is left out: look where the loop ends.
    from-ones: = np.ones((len(Ws[0]), len(Ws[0]))) @ W, b
        The product starts from a table of ones, which is not neutral: that is the identity
        matrix, `np.eye`. Or start from the first layer's own table.
    only-two: = (Ws[0] @ Ws[1], bs[0] @ Ws[1] + bs[1])
        Only the first two layers are collapsed. Any number must work, one included.
    return-in-loop:
    - b = b @ next_W + next_b
    - return W, b
    + b = b @ next_W + next_b
    + return W, b
        Only the first two layers are collapsed, and a single layer gives None: is `return`
        indented into the loop? It belongs behind it.
    """,
    np=np,
)


def through_next_table_only(Ws, bs):
    W, b = Ws[0], bs[-1]
    for next_W, bias in zip(Ws[1:], bs, strict=False):
        W, carried = W @ next_W, bias @ next_W
        b = b + (carried if carried.shape == b.shape else carried.sum())
    return W, b


def lists_emptied(Ws, bs):
    W, b = Ws.pop(0), bs.pop(0)
    while Ws:
        W, b = W @ Ws[0], b @ Ws.pop(0) + bs.pop(0)
    return W, b


def lists_turned_round(Ws, bs):
    W, b = collapse_linear(Ws, bs)
    Ws.reverse()
    bs.reverse()
    return W, b


def added_in_place(Ws, bs):
    W, _ = collapse_linear(Ws, bs)
    for l in range(1, len(Ws)):
        bs[l] += (bs[l - 1] @ Ws[l]).astype(bs[l].dtype)
    return W, bs[-1]


OTHERS = [
    Mistake(
        "next-table-only",
        "Each bias is carried through the next table only. It goes through all that follow.",
        through_next_table_only,
    ),
    Mistake(
        "reversed-in-place",
        "The lists are changed: `reverse()` turns those of the caller round. `Ws[::-1]` makes "
        "a new one.",
        lists_turned_round,
    ),
    Mistake(
        "popped",
        "The lists are changed: `pop` takes the tables away from the caller. Loop over "
        "them instead.",
        lists_emptied,
    ),
    Mistake(
        "bs-changed",
        "The argument `bs` is changed: `+=` writes into the caller's biases. Keep a b of your own.",
        added_in_place,
    ),
]

TASK = Task(
    "collapse_linear",
    points=2,
    taught_in="What if the activation",
    reference=collapse_linear,
    cases=cases,
    parts=("W", "b"),
    mistakes=[*SLIPS, *OTHERS],
    hints=(
        "Do it for two layers first: the equation above is the answer. What would a third layer do "
        "to the result?",
        "Keep a W and a b that stand for all layers so far, beginning with those of the first. "
        "Each further layer acts on both of them.",
        "For each further layer, W becomes W @ (its table), and b becomes b @ (its table) + (its "
        "bias). Start with `Ws[0]` and `bs[0]`, and loop over `zip(Ws[1:], bs[1:])`.",
    ),
)
