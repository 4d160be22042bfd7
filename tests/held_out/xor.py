"""Wrong answers to exercise 02, written without sight of the catalogue of mistakes.

31 of 36 named when first measured, one accepted; the checks were then mended with sight of them.
"""

import numpy as np


def heaviside(z):
    """The threshold: 1 where z > 0, else 0."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


# ---------------------------------------------------------------- xor_network


# I have the two hidden lines right, and the output fires as soon as one of them says yes.
def xo_output_or(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 0.5)


# I thought a unit fires when its sum reaches the threshold: sum >= 1 is "or", sum >= 2 is "and".
def xo_reaches_threshold(X):
    W1 = np.array([[1, 1], [1, 1]])
    b1 = np.array([-1, -2])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, -1]) - 0.5)


# I thought one neuron with weights 1, 1 is enough: it fires if one of the inputs is on.
def xo_single_neuron(X):
    w = np.array([1, 1])
    b = -0.5
    return heaviside(X @ w + b)


# I thought of the output as "the inputs agree", so I let it fire when neither hidden unit does.
def xo_xnor(X):
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-0.5, -0.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([-1, -1]) + 0.5)


# I made W2 a table with one column, as for every layer, and returned what came out.
def xo_column(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    W2 = np.array([[1], [1]])
    b2 = np.array([-1.5])
    return heaviside(heaviside(X @ W1 + b1) @ W2 + b2)


# I took the table of XOR: there are only four rows, so I wrote their answers down.
def xo_four_corners(X):
    return np.array([0, 1, 1, 0])


# I thought XOR is "the first but not the second", and forgot that it goes the other way too.
def xo_one_sided(X):
    W1 = np.array([[1, 0], [0, -1]])
    b1 = np.array([-0.5, 0.5])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 1.5)


# I thought only hidden units have a threshold, and the output just adds up.
def xo_no_output_threshold(X):
    W1 = np.array([[1, -1], [1, -1]])
    b1 = np.array([-0.5, 1.5])
    hidden = heaviside(X @ W1 + b1)
    return hidden @ np.array([1, 1]) - 1.5


# I know perceptrons with inputs -1 and 1, so I turned the zeros into -1 first.
def xo_zeros_to_minus_one(X):
    X[X == 0] = -1
    W1 = np.array([[1, -1], [-1, 1]])
    b1 = np.array([-1, -1])
    hidden = heaviside(X @ W1 + b1)
    return heaviside(hidden @ np.array([1, 1]) - 0.5)


# ---------------------------------------------------------- threshold_outputs


# I thought that a point on the line counts as on the positive side.
def th_line_is_one(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = np.where(points @ W1 + b1 >= 0, 1, 0)
    return np.where(h @ np.array([1, -2, 1]) - 1.5 >= 0, 1, 0)


# I worked out both sums and thought the threshold comes once, at the very end.
def th_hidden_linear(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = points @ W1 + b1
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I thought b is a threshold: the unit fires where the weighted sum exceeds b.
def th_bias_as_threshold(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 - b1)
    return heaviside(h @ np.array([1, -2, 1]) - (-1.5))


# I have three units with two weights each, so I typed the six numbers as three pairs.
def th_weights_in_pairs(points):
    W1 = np.array([[1, -1], [0.5, 2], [1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1.T + b1)
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I only gave the hidden layer its bias; I overlooked the one of the output.
def th_no_b2(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 + b1)
    return heaviside(h @ np.array([1, -2, 1]))


# I took np.sign as the threshold of the hidden units: yes is 1, no is -1.
def th_sign_hidden(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = np.sign(points @ W1 + b1)
    return heaviside(h @ np.array([1, -2, 1]) - 1.5)


# I made an empty table of the same type as the points and filled in the sums unit by unit.
def th_integer_table(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    z = np.zeros((len(points), 3), dtype=points.dtype)
    for j in range(3):
        z[:, j] = points[:, 0] * W1[0, j] + points[:, 1] * W1[1, j] + b1[j]
    return heaviside(heaviside(z) @ np.array([1, -2, 1]) - 1.5)


# I computed y and thought the function is done then.
def th_no_return(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    h = heaviside(points @ W1 + b1)
    y = heaviside(h @ np.array([1, -2, 1]) - 1.5)
    y.astype(int)


# I looped over the points and returned the answer of the point, inside the loop.
def th_first_point_only(points):
    W1 = np.array([[1, -1, 0.5], [2, 1, -1]])
    b1 = np.array([-1, 3, 2])
    for x in points:
        h = heaviside(x @ W1 + b1)
        y = heaviside(h @ np.array([1, -2, 1]) - 1.5)
        return np.array([y])


# ------------------------------------------------------------ collapse_linear


# I learned W x + b with columns, where the later layer stands on the left.
def co_later_on_the_left(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W_next @ W
        b = W_next @ b + b_next
    return W, b


# I thought tables multiply and biases simply add up.
def co_biases_summed(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W @ W_next
        b = b + b_next
    return W, b


# I saw that b has the shape of the last layer's bias, so I took that one.
def co_last_bias(Ws, bs):
    W = Ws[0]
    for W_next in Ws[1:]:
        W = W @ W_next
    return W, bs[-1]


# I let every layer swallow the one before and read the answer off the end of the lists.
def co_writes_into_lists(Ws, bs):
    for i in range(1, len(Ws)):
        bs[i] = bs[i - 1] @ Ws[i] + bs[i]
        Ws[i] = Ws[i - 1] @ Ws[i]
    return Ws[-1], bs[-1]


# I copied the formula of the text.
def co_two_layers(Ws, bs):
    if len(Ws) == 1:
        return Ws[0], bs[0]
    return Ws[0] @ Ws[1], bs[0] @ Ws[1] + bs[1]


# I updated W first and then multiplied the bias with it.
def co_bias_times_product(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws[1:], bs[1:], strict=True):
        W = W @ W_next
        b = b @ W + b_next
    return W, b


# I began with the product of the first two, because with one layer there is nothing to collapse.
def co_needs_two(Ws, bs):
    W = Ws[0] @ Ws[1]
    b = bs[0] @ Ws[1] + bs[1]
    for i in range(2, len(Ws)):
        W = W @ Ws[i]
        b = b @ Ws[i] + bs[i]
    return W, b


# I counted len(Ws) - 1 steps and began at 1.
def co_last_layer_dropped(Ws, bs):
    W, b = Ws[0], bs[0]
    for i in range(1, len(Ws) - 1):
        W = W @ Ws[i]
        b = b @ Ws[i] + bs[i]
    return W, b


# I started with the first layer and looped over all layers.
def co_first_layer_twice(Ws, bs):
    W, b = Ws[0], bs[0]
    for W_next, b_next in zip(Ws, bs, strict=True):
        W = W @ W_next
        b = b @ W_next + b_next
    return W, b


# -------------------------------------------------------------------- forward


# I know networks whose output layer has no activation.
def fo_last_layer_linear(X, Ws, bs, f):
    As = [X]
    for i in range(len(Ws)):
        Z = As[-1] @ Ws[i] + bs[i]
        As.append(f(Z) if i < len(Ws) - 1 else Z)
    return As


# I collected one A for each layer; X is known anyway.
def fo_without_x(X, Ws, bs, f):
    As = []
    A = X
    for W, b in zip(Ws, bs, strict=True):
        A = f(A @ W + b)
        As.append(A)
    return As


# I thought the result of a network is what its last layer puts out.
def fo_only_last(X, Ws, bs, f):
    A = X
    for W, b in zip(Ws, bs, strict=True):
        A = f(A @ W + b)
    return A


# I wrote X in the loop and forgot that it should move on to the last A.
def fo_always_x(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(X @ W + b))
    return As


# I used the threshold, as in the tasks before.
def fo_own_threshold(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(heaviside(As[-1] @ W + b))
    return As


# I closed the bracket too early: f of the product, then plus b.
def fo_bias_after_f(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W) + b)
    return As


# I indented the return one step too far.
def fo_return_in_loop(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W + b))
        return As


# I like the bias as one more row of the table, and a column of ones in front of it.
def fo_bias_row_in_lists(X, Ws, bs, f):
    As = [X]
    for i in range(len(Ws)):
        Ws[i] = np.vstack([Ws[i], bs[i]])
        A = np.column_stack([As[-1], np.ones(len(As[-1]))])
        As.append(f(A @ Ws[i]))
    return As


# I know PyTorch, where a layer computes x W^T + b.
def fo_transposed(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs, strict=True):
        As.append(f(As[-1] @ W.T + b))
    return As


# Keywords: one of them in a lower-case hint names the true cause; "a+b": both must occur.
BIAS_SIGN = [
    "bias+sign", "bias+subtract", "biases+subtract", "minus b", "- b", "minus the bias",
    "bias+minus", "subtracted", "bias+added", "bias+negat", "b1+sign", "b1+minus", "add the bias",
    "plus b", "sign of b", "bias+exceeds",
]  # fmt: skip
WRITES = ["is changed", 
    "in place", "in-place", "caller", "overwrit", "overwrote", "your function changes",
    "changes its arg", "changed its arg", "changes the arg", "changed the arg", "changes x",
    "changed x", "changes the list", "changed the list", "modif", "mutat", "writes into",
    "wrote into", "written into", "write into", "leave+as it is", "leave+as they are",
    "leaves+as they are", "alters", "altered", "a copy", "copies",
]  # fmt: skip

HELD_OUT = {
    "xor_network": [
        (xo_output_or, "output joins the hidden answers by or, not and: always 1", [
            "always 1", "1 everywhere", "1 for every", "1 for all", "every row+1", "all ones",
            "never 0", "always fires", "output+one vote", "output+both", "output+single vote",
            "output+one of the", "output+either", "output+too easily", "everywhere 1",
            "output+bias", "same answer", "same for every", "fires for every",
        ]),
        (xo_reaches_threshold, "sum exactly 0 taken as firing: H is strict", [
            "exactly 0", "exactly zero", "sum+is 0", "strict", "boundary", "on the line",
            "on a line", ">=", "z = 0", "z == 0", "h(0)", "equal to 0", "not greater", "at 0",
            "at zero", "more than 0", "greater than 0", "borderline",
        ]),
        (xo_single_neuron, "one neuron only, computes or: (1, 1) gives 1", [
            "computes or", "that is or", "is or,", "is or:", "is or.", "*or*", "`or`", "'or'",
            "inclusive or", "or, not xor", "logical or", "one neuron", "single neuron", "one unit",
            "single unit", "one line", "single line", "one straight line", "hidden layer+missing",
            "no hidden layer", "not both", "(1, 1)", "both inputs are 1", "both are 1",
            "both ones", "at least one", "the or of",
        ]),
        (xo_xnor, "output negated: xnor", [
            "xnor", "opposite", "negat", "invert", "the other way round", "the wrong way round",
            "the wrong way around", "revers", "swapped", "exchanged", "are equal", "agree",
            "complement", "0 and 1+swap", "inputs are the same", "not xor+every", "equality",
            "flipped", "upside down", "sign of the output", "mirror",
        ]),
        (xo_column, "a column (n, 1) instead of (n,)", [
            "(n, 1)", "(n,)", "shape of y", "shape (n", "wrong shape", "shape is", "has shape",
            "shape+column", "column+vector", "one column", "a column", "ravel", "flatten",
            "two-dimensional", "2-d", "2d", "one-dimensional", "one dimension", "two dimensions",
            "axis", "squeeze",
        ]),
        (xo_four_corners, "hard-coded answers of four rows, X ignored", [
            "hard-coded", "hard coded", "hardcoded", "fixed", "same answer", "always four",
            "four rows", "four answers", "four corners", "number of rows", "does not depend",
            "not depend", "ignore", "order of the rows", "any order", "one for each row",
            "written down", "does not use", "never look", "use x", "per row", "4 answers",
            "4 rows", "does not read", "each row", "always the same", "by heart", "as many",
            "constant",
        ]),
        (xo_one_sided, "only (1, 0) is found, (0, 1) is missed", [
            "(0, 1)", "one of the two ones", "one of the ones", "only one of the", "but not the",
            "other one", "one-sided", "one side", "one direction", "the other case", "half of xor",
            "only the first", "only where the first", "second input alone", "and not", "x1+not x2",
            "second+missing", "not symmetric", "symmetr", "one corner", "other corner",
            "one of the two cases",
        ]),
        (xo_no_output_threshold, "output unit without threshold", [
            "output+threshold", "threshold+missing", "no threshold", "without threshold",
            "without a threshold", "without the threshold", "forgot+threshold", "last+threshold",
            "heaviside", "0 or 1", "other than 0 and 1", "not only 0 and 1", "zeros and ones",
            "raw sum", "weighted sum", "before the threshold", "once more", "activation",
        ]),
        (xo_zeros_to_minus_one, "X changed in place", WRITES),
    ],
    "threshold_outputs": [
        (th_line_is_one, "a sum of exactly 0 answered by 1", [
            "exactly 0", "exactly zero", "on the line", "on a line", "boundary", ">=", "strict",
            "h(0)", "sum+is 0", "z = 0", "z == 0", "at 0", "at zero", "equal to 0", "on its line",
        ]),
        (th_hidden_linear, "no threshold in the hidden layer", [
            "hidden+threshold", "hidden+heaviside", "hidden+activation", "hidden+linear",
            "first threshold", "hidden+raw", "hidden+sum", "threshold+only once",
            "threshold+both layers", "threshold+twice", "threshold+between", "one threshold",
            "activation+between", "threshold+first layer", "h = h(", "single layer", "one layer",
            "hidden+0 or 1", "threshold+each layer", "threshold+every layer", "hidden+h(",
        ]),
        (th_bias_as_threshold, "biases subtracted instead of added", BIAS_SIGN),
        (th_weights_in_pairs, "W1 filled in the wrong order: rows are inputs, columns are units", [
            "order of the weights", "order of the numbers", "columns+w1", "column of w1",
            "rows+w1", "row of w1", "row for each input", "column for each", "transpos", "reshape",
            "(3, 2)", "(2, 3)", "rows and columns", "rearrang", "w1+order", "w1+place",
            "w1+copied", "copy+stand", "w1+typed", "w1+as it stands", "shuffled", "mixed up",
            "jumbled", "row by row", "entries of w1",
        ]),
        (th_no_b2, "output bias b2 forgotten", [
            "without b2", "forgot b2", "b2+missing", "b2+left out", "b2+forg", "add b2", "w2, b2",
            "b_2+missing", "output+bias", "bias+missing", "-1.5", "bias+forg", "without+bias",
            "second bias", "last bias", "left out+bias", "bias+left out",
        ]),
        (th_sign_hidden, "hidden units answer -1 (and 0) instead of 0", [
            "-1 instead", "-1 and 1", "-1 or 1", "1 and -1", "1 or -1", "1 / -1", "np.sign",
            "sign(", "sign function", "sign instead", "minus one", "signum", "the sign of", "±1",
            "-1, not 0", "not -1", "-1/1", "hidden+-1,", "answers -1",
        ]),
        (th_integer_table, "sums cut to whole numbers for integer points", [
            "integer", "whole number", "dtype", "truncat", "rounded", "rounds ", "rounding",
            "cut off", "decimals", "fraction", "float", "type of the points",
        ]),
        (th_no_return, "return forgotten", [
            "return+nothing", "`none`", "is none", "got none", "returned none", "returns none",
            "no return", "forgot+return", "return+missing", "without return", "without a return",
            "`return`", "return statement", "missing return", "does not return",
            "gives nothing back", "gave nothing back", "returned nothing", "hand back",
            "handed back",
        ]),
        (th_first_point_only, "only the first point answered: return inside the loop", [
            "first point", "one point", "first row", "one row", "single point", "single answer",
            "one answer", "each point", "every point", "all points", "for each of",
            "inside the loop", "inside a loop", "in the loop", "one value", "one number",
            "too few", "how many", "as many", "n points", "every row", "all rows", "each row",
            "only the first", "one entry",
        ]),
    ],
    "collapse_linear": [
        (co_later_on_the_left, "order of the products reversed: later table on the left", [
            "order", "reverse", "on the left", "from the left", "left of", "to the left",
            "left-hand", "w2 @ w1", "w2 w1", "the wrong way round", "commut", "on the right",
            "wrong side", "swapped", "backwards", "column vec", "last to first",
            "from the back", "right-hand", "the other way round", "exchanged",
        ]),
        (co_biases_summed, "earlier biases not multiplied by the later tables", [
            "bias+through", "biases+through", "b1 @ w2", "b1 w2", "bias+multipl", "biases+multipl",
            "sum of the biases", "sum of all biases", "biases+add", "biases+sum",
            "adds the biases", "b @", "bias+later", "biases+later", "bias+pass", "bias+acts on",
            "bias+next table", "acts on both", "bias+transform", "summed", "just add", "only add",
            "bias+travel", "bias+further layer", "biases+further layer",
        ]),
        (co_last_bias, "only the last layer's bias kept", [
            "last bias", "last layer's bias", "bias of the last", "b1 @ w2", "b1 w2",
            "earlier bias", "biases of the earlier", "bias of the earlier", "other biases",
            "first bias", "earlier layers+bias", "bias+lost", "biases+lost", "bias+missing",
            "biases+missing", "bias+left out", "biases+left out", "bs[-1]", "bias+drop",
            "biases+drop", "bias+forg", "biases+forg", "all biases", "bias+ignor", "biases+ignor",
            "bias+only+last", "biases+before", "bias+before", "biases+contribut", "bias+contribut",
        ]),
        (co_writes_into_lists, "the caller's lists overwritten", WRITES),
        (co_two_layers, "only the first two layers used", [
            "two layers", "first two", "third layer", "only two", "more than two", "any number",
            "three layers", "all layers", "all the layers", "every layer", "further layer",
            "later layers", "remaining layers", "layers after", "stops after", "exactly two",
            "2 layers", "rest of the layers",
        ]),
        (co_bias_times_product, "bias multiplied by the product so far, not by the new table", [
            "updated w", "new w", "already updated", "product so far", "accumulated",
            "bias+whole product", "bias+product", "w is already", "w before b", "b before w",
            "b first", "order of the two", "update+order", "w first", "after w", "before w",
            "running", "own table", "bias+collapsed", "bias+too many", "too often",
            "bias+too much", "bias+total", "bias+all tables", "bias+that layer's table",
            "bias+table of", "later tables only", "bias+only the later", "only+the layers after",
            "bias+earlier tables", "biases+earlier tables", "cumulative", "bias+just that table",
            "bias+next layer's table",
        ]),
        (co_needs_two, "fails for a single layer", [
            "single layer", "one layer only", "only one layer", "a single one", "just one layer",
            "with one layer", "for one layer", "of one layer", "single one", "length 1",
            "one entry", "a network of one", "ws[1]", "one-layer", "single table", "is one layer",
            "when there is one",
        ]),
        (co_last_layer_dropped, "last layer left out", [
            "last layer", "last one", "one layer too few", "one too few", "too few layers",
            "off by one", "stops too early", "one too early", "ends too early", "too soon",
            "one layer is missing", "layer+left out", "layer+missing", "last+missing",
            "one layer short", "final layer", "ends one", "stops one", "skip", "range(",
            "one step too early", "all but the last", "without the last",
        ]),
        (co_first_layer_twice, "first layer used twice", [
            "twice", "first layer again", "two times", "double", "one layer too many",
            "one too many", "off by one", "starts too early", "starts with the first", "ws[1:]",
            "loop+second", "start+second", "begin+second", "repeated", "counted again",
            "once more", "from the second", "ws[0]+again",
        ]),
    ],
    "forward": [
        (fo_last_layer_linear, "f not applied in the last layer", [
            "last layer", "last one included", "output layer", "every layer, the last",
            "f in every layer", "f to every layer", "`f` in every layer", "applied in every",
            "applied to every", "in every layer+f is", "last+activation", "last+`f`",
            "final layer", "last+`f`+missing", "last+without f",
        ]),
        (fo_without_x, "X missing at the head of the list", [
            "x itself", "x is missing", "begin with x", "begins with x", "start with x",
            "starts with x", "without x", "first entry+x itself", "first entry is not x",
            "first entry should be", "first entry must be", "no x", "x missing", "`x`+missing",
            "input data", "inputs+missing", "one entry more", "one more entry",
            "one entry too few", "one too few", "`x`+begin", "`x`+start", "a(0)", "a0", "a^{(0)}",
            "holds x", "x belongs", "`x`+belongs", "x in front", "`x`+front", "input+first",
            "inputs+first", "input+missing", "[x,", "inputs+belong", "left out x", "`x`+left out",
            "`x`+first", "x at the head",
        ]),
        (fo_only_last, "only the last array returned, not the list", [
            "a list", "not the list", "whole list", "list of", "not an array", "only the last",
            "every a", "all the a", "all a", "not only the last", "just the last", "keep every",
            "keep all", "each layer's", "an array", "one array", "last output only",
            "last layer alone",
        ]),
        (fo_always_x, "every layer reads X, not the layer before", [
            "layer before", "previous", "reads x", "read x", "x again", "x instead", "as[-1]",
            "last entry", "from x", "preceding", "x @", "on x", "not x", "before it", "always x",
            "the original", "output of the first", "works on the inputs", "reads the inputs",
            "chain", "the inputs again", "the one before", "same input", "passed on", "not passed",
            "to x", "second layer+read", "layer+input of the",
        ]),
        (fo_own_threshold, "handed-in f ignored, threshold always used", [
            "handed in", "handed-in", "ignore", "f that is", "the f ", "use `f`", "uses `f`",
            "the `f`", "your `f`", "not `f`", "own activation", "argument f,", "argument f.",
            "argument `f`", "parameter `f`", "fixed activation", "fixed function",
            "another function", "another activation", "heaviside", "threshold", "given f",
            "passed in", "use f,", "use f.", "not f,", "always the same", "whatever f",
            "not depend on f", "one activation", "f you", "same activation", "hard-coded",
            "hard-wired", "a different activation",
        ]),
        (fo_bias_after_f, "bias added after f instead of before", [
            "bias+after", "outside", "bias+inside", "bias+before", "sum first", "bracket",
            "parenthes", "bias+belongs in", "then f of", "then `f`", "whole sum", "b after f",
            "b before f", "adds b after", "b inside", "before the bias", "before b ",
            "bias+too late", "biases+after", "biases+before", "bias+late",
        ]),
        (fo_return_in_loop, "return inside the loop: stops after the first layer", [
            "inside the loop", "inside a loop", "in the loop", "after the first layer",
            "first layer only", "only the first", "one layer", "return+loop", "indent",
            "too early", "one layer+stop", "stops", "too short", "too few", "more layers",
            "further layers", "all layers", "later layers", "other layers", "layers after",
            "missing layers", "layers+missing", "remaining", "single layer", "every layer",
        ]),
        (fo_bias_row_in_lists, "the caller's list Ws overwritten", WRITES),
        (fo_transposed, "W transposed: one row for each input, not for each neuron", [
            "transpos", "w.t", ".t`", "rows and columns", "row for each input",
            "column for each neuron", "(n_in, n_out)", "(n_out, n_in)", "turned", "rows+columns",
            "row for each neuron", "flipped", "w as it", "row per input", "column per neuron",
            "pytorch",
        ]),
    ],
}  # fmt: skip
