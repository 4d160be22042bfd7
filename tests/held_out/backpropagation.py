"""Wrong answers to exercise 05, written without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import numpy as np


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# ---- numerical_gradient(f, x, h)


# The derivative is (f(x + h) - f(x)) / h: that is how school defines it.
def ng_forward_difference(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    fx = f(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        grad[i] = (f(x) - fx) / h
        x[i] = old
    return grad


# Forgot that the two points lie 2h apart.
def ng_divides_by_h(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / h
    return grad


# Wrote the 2h as on paper, without brackets.
def ng_no_brackets(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        grad[i] = (up - down) / 2 * h
    return grad


# numpy adds h to everything at once, so no loop is needed.
def ng_moves_all(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


# As above, but made the answer as large as x, since a gradient is.
def ng_moves_all_and_fills(f, x, h):
    x = np.asarray(x, dtype=float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


# Restored the entry of the copy, but with + h after - 2h: the entry ends at x - h.
def ng_never_restores(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        down = f(x)
        grad[i] = (up - down) / (2 * h)
    return grad


# Works on x itself and forgets the last line that puts it back.
def ng_changes_callers_x(f, x, h):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        up = f(x)
        x[i] = old
        x[i] = old - h
        down = f(x)
        grad[i] = (up - down) / (2 * h)
    return grad


# A copy of x has the dtype of x: with integers, + h is cut off.
def ng_integer_copy(f, x, h):
    grad = np.zeros(np.shape(x))
    for i in np.ndindex(np.shape(x)):
        up, down = x.copy(), x.copy()
        up[i] += np.asarray(h).astype(x.dtype)
        down[i] -= np.asarray(h).astype(x.dtype)
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# x is a list of numbers, so one loop over len(x) is enough.
def ng_rows_only(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# Left minus right.
def ng_sign(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x - e) - f(x + e)) / (2 * h)
    return grad


# Loops over the flattened entries and returns them as they come.
def ng_flat(f, x, h):
    x = np.array(x, dtype=float)
    grad = []
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad.append((f(x + e) - f(x - e)) / (2 * h))
    return np.array(grad)


# Read that 1e-5 is the best h, and set it.
def ng_own_h(f, x, h):
    h = 1e-5
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x + e) - f(x - e)) / (2 * h)
    return grad


# Looks to the left instead of to the right: also a derivative.
def ng_backward_difference(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (f(x) - f(x - e)) / h
    return grad


# Believes that up = x and down = x are two arrays.
def ng_alias(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up = x
        down = x
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# ---- output_delta(Z, Y)


# The famous P - Y, and nothing else.
def od_no_mean(Z, Y):
    return softmax(np.asarray(Z, dtype=float)) - Y


# The error is target minus output, as in the perceptron.
def od_sign(Z, Y):
    return (Y - softmax(np.asarray(Z, dtype=float))) / len(Z)


# The mean of a matrix divides by its size.
def od_divides_by_size(Z, Y):
    D = softmax(np.asarray(Z, dtype=float)) - Y
    return D / D.size


# shape[1] is the number of samples, is it not?
def od_divides_by_classes(Z, Y):
    Z = np.asarray(Z, dtype=float)
    return (softmax(Z) - Y) / Z.shape[1]


# Sums down the columns: axis=0 means rows.
def od_axis_0(Z, Y):
    E = np.exp(Z - np.max(Z, axis=0))
    P = E / E.sum(axis=0)
    return (P - Y) / len(Z)


# Softmax divides by the sum of everything.
def od_whole_matrix(Z, Y):
    E = np.exp(Z - np.max(Z))
    return (E / E.sum() - Y) / len(Z)


# The output unit is a sigmoid.
def od_sigmoid(Z, Y):
    e = np.exp(-np.abs(Z))
    return (np.where(np.asarray(Z) >= 0, 1, e) / (1 + e) - Y) / len(Z)


# Z is already the output of the network.
def od_no_softmax(Z, Y):
    return (np.asarray(Z) - Y) / len(Z)


# Softmax straight from its formula.
def od_overflows(Z, Y):
    E = np.exp(Z)
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# Subtracts one maximum for all rows: a row far below it becomes 0/0.
def od_global_max(Z, Y):
    E = np.exp(Z - np.max(Z))
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# Multiplies by the derivative of the output activation too, as in every other layer.
def od_extra_derivative(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    return (P - Y) * P * (1 - P) / len(Z)


# Differentiates -y ln p by p and stops there.
def od_by_p(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    with np.errstate(all="ignore"):
        return -Y / P / len(Z)


# Returns the loss, whose gradient was wanted.
def od_returns_loss(Z, Y):
    P = softmax(np.asarray(Z, dtype=float))
    return -np.sum(Y * np.log(np.maximum(P, 1e-300))) / len(Z)


# Shifts the logits in place to save memory.
def od_changes_Z(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    E = np.exp(Z)
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)


# "Mean over the rows" is mean(axis=0).
def od_averages_delta(Z, Y):
    return np.mean(softmax(np.asarray(Z, dtype=float)) - Y, axis=0)


# The squared error has a 2 in its derivative.
def od_factor_2(Z, Y):
    return 2 * (softmax(np.asarray(Z, dtype=float)) - Y) / len(Z)


# ---- layer_backward(delta, A_prev, W)


# Averages the gradient of the weights over the rows.
def lb_dW_mean(delta, A_prev, W):
    return A_prev.T @ delta / len(delta), delta.sum(axis=0), delta @ W.T


# Averages the gradient of the biases over the rows.
def lb_db_mean(delta, A_prev, W):
    return A_prev.T @ delta, delta.mean(axis=0), delta @ W.T


# Averages everything, as Andrew Ng's formulas have it.
def lb_all_mean(delta, A_prev, W):
    m = len(delta)
    return A_prev.T @ delta / m, delta.sum(axis=0) / m, delta @ W.T


# Keeps the axis, as seen in a video.
def lb_db_keepdims(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0, keepdims=True), delta @ W.T


# The derivative by b is delta itself.
def lb_db_not_summed(delta, A_prev, W):
    return A_prev.T @ delta, delta, delta @ W.T


# Sums along the wrong axis.
def lb_db_axis_1(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=1), delta @ W.T


# np.sum without an axis.
def lb_db_sum_of_all(delta, A_prev, W):
    return A_prev.T @ delta, np.sum(delta), delta @ W.T


# The book writes delta times A transposed, with columns as samples.
def lb_dW_transposed(delta, A_prev, W):
    return delta.T @ A_prev, delta.sum(axis=0), delta @ W.T


# Goes back through W as it came.
def lb_W_not_transposed(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), delta @ W


# A times delta: the sizes will do.
def lb_A_not_transposed(delta, A_prev, W):
    return A_prev @ delta, delta.sum(axis=0), delta @ W.T


# Goes back through the ReLU here already.
def lb_with_relu(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), (delta @ W.T) * (A_prev > 0)


# Goes back through the sigmoid here already.
def lb_with_sigmoid(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0), (delta @ W.T) * A_prev * (1 - A_prev)


# What is needed first comes first.
def lb_order(delta, A_prev, W):
    return delta @ W.T, A_prev.T @ delta, delta.sum(axis=0)


# Takes the step at once, and goes back through the new weights.
def lb_updates_W(delta, A_prev, W):
    dW = A_prev.T @ delta
    W -= 0.1 * dW
    return dW, delta.sum(axis=0), delta @ W.T


# A gradient points downhill.
def lb_sign(delta, A_prev, W):
    return -A_prev.T @ delta, -delta.sum(axis=0), -delta @ W.T


# Forgets that the layer below wants something too.
def lb_no_dA(delta, A_prev, W):
    return A_prev.T @ delta, delta.sum(axis=0)


# ---- hidden_delta(delta_next, W_next, Z, f_prime)


# Only the weights lie between the two layers.
def hd_no_f_prime(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T


# f' of what comes back.
def hd_f_prime_of_error(delta_next, W_next, Z, f_prime):
    return f_prime(delta_next @ W_next.T)


# f' belongs to the delta that comes in.
def hd_f_prime_of_delta(delta_next, W_next, Z, f_prime):
    return (delta_next * f_prime(delta_next)) @ W_next.T


# Goes back through the weights as they are.
def hd_not_transposed(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next * f_prime(Z)


# f' of the activation, as in the formula a (1 - a).
def hd_f_prime_of_A(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(np.tanh(Z))


# The value of the layer instead of the slope.
def hd_times_Z(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * Z


# All products are matrix products.
def hd_matrix_product(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T @ f_prime(Z).T


# The mean over the rows, once in every layer.
def hd_mean(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(Z) / len(Z)


# The chain rule adds.
def hd_adds(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T + f_prime(Z)


# Hidden layers are ReLU layers.
def hd_relu(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * (Z > 0)


# Hidden layers are sigmoid layers.
def hd_sigmoid(delta_next, W_next, Z, f_prime):
    s = 1 / (1 + np.exp(-Z))
    return delta_next @ W_next.T * s * (1 - s)


# The formula of the book, with columns as samples.
def hd_columns(delta_next, W_next, Z, f_prime):
    return W_next @ delta_next.T * f_prime(Z).T


# Sums the errors of the rows first.
def hd_sums_rows(delta_next, W_next, Z, f_prime):
    return delta_next.sum(axis=0) @ W_next.T * f_prime(Z)


# Averages f' over the rows.
def hd_mean_slope(delta_next, W_next, Z, f_prime):
    return delta_next @ W_next.T * f_prime(Z).mean(axis=0)


# Target minus output somewhere, so a minus here.
def hd_sign(delta_next, W_next, Z, f_prime):
    return -(delta_next @ W_next.T) * f_prime(Z)


# ---- backward(Ws, As, Zs, delta, f_prime)


# Appends while going back and forgets to turn the lists round.
def bw_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Turns only one of the two lists round.
def bw_half_reversed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# The Z of this layer, not of the one below.
def bw_Z_of_this_layer(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l])
    return dWs, dbs


# No slope anywhere.
def bw_no_f_prime(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        delta = delta @ Ws[l].T
    return dWs, dbs


# The mean over the rows in every gradient.
def bw_mean(Ws, As, Zs, delta, f_prime):
    n = len(delta)
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta / n
        dbs[l] = delta.sum(axis=0) / n
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Biases get the mean of the errors.
def bw_db_mean(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.mean(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Treats the last layer like all others: f' there too.
def bw_f_prime_at_output(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        delta = delta * f_prime(Zs[l])
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        delta = delta @ Ws[l].T
    return dWs, dbs


# Forgets the transpose on the way back.
def bw_not_transposed(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l] * f_prime(Zs[l - 1])
    return dWs, dbs


# f' of the activation of the layer below.
def bw_f_prime_of_A(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(As[l])
    return dWs, dbs


# Takes As[l + 1], as if As began one layer earlier.
def bw_A_shifted(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l + 1].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# A network has one hidden layer.
def bw_two_layers(Ws, As, Zs, delta, f_prime):
    dW2 = As[1].T @ delta
    db2 = delta.sum(axis=0)
    delta1 = delta @ Ws[1].T * f_prime(Zs[0])
    return [As[0].T @ delta1, dW2], [delta1.sum(axis=0), db2]


# Sends the error back first, and takes the biases' gradient after that.
def bw_db_too_late(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
        dbs[l] = delta.sum(axis=0)
    return dWs, dbs


# range(n - 1, 0, -1) ends before 0.
def bw_skips_first(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in range(len(Ws) - 1, 0, -1):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Uses the same error in every layer's slope: always starts from the delta of the last layer.
def bw_forgets_weights(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta.sum(axis=1, keepdims=True) * f_prime(Zs[l - 1])
    return dWs, dbs


# Goes down with each layer's weights already, in place.
def bw_updates_Ws(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        Ws[l] -= 0.1 * dWs[l]
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# The weights of the layer below carry the error back.
def bw_W_of_layer_below(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0)
        if l > 0:
            delta = delta @ Ws[l - 1].T * f_prime(Zs[l - 1])
    return dWs, dbs


# Biases as rows, for broadcasting.
def bw_db_keepdims(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [None] * len(Ws), [None] * len(Ws)
    for l in reversed(range(len(Ws))):
        dWs[l] = As[l].T @ delta
        dbs[l] = delta.sum(axis=0, keepdims=True)
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs, dbs


# One pair for each layer.
def bw_pairs(Ws, As, Zs, delta, f_prime):
    grads = []
    for l in reversed(range(len(Ws))):
        grads.insert(0, (As[l].T @ delta, delta.sum(axis=0)))
        if l > 0:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return grads


TRANSPOSE = ["transpos", "w.t", "w_next.t", "ws[l].t"]
AVERAGE = ["1/n", "1 / n", "mean", "average", "divide by n", "divided by n"]
CHANGES = ["changes", "changed", "in place", "in-place"]

HELD_OUT = {
    "numerical_gradient": [
        (ng_forward_difference, "forward difference", ["forward diff", "one-sided", "central",
                                                       "one side", "f(x - h)"]),
        (ng_divides_by_h, "divides by h, not 2h", ["2h", "2 h", "2 * h", "2*h", "twice"]),
        (ng_no_brackets, "/ 2 * h without brackets", ["bracket", "parenthes", "/ 2 * h",
                                                      "preceden"]),
        (ng_moves_all, "moves all entries at once", ["at once", "all entries", "one at a time",
                                                     "one entry", "every entry", "each entry"]),
        (ng_moves_all_and_fills, "moves all entries at once", ["at once", "all entries",
                                                               "one at a time", "one entry"]),
        (ng_never_restores, "does not put the entry back", ["restor", "back", "reset"]),
        (ng_changes_callers_x, "x is changed afterwards", ["restor", "put back", "copy", *CHANGES]),
        (ng_integer_copy, "integer copy cuts off h", ["integer", "dtype", "float"]),
        (ng_rows_only, "moves a whole row of a matrix", ["row", "ndindex", "any shape", "matrix",
                                                         "one entry", "one at a time", "len(x)"]),
        (ng_sign, "sign turned", ["sign", "swapped", "f(x - h) - f(x + h)"]),
        (ng_flat, "gradient flattened", ["flat", "shape of x", "shape as x", "shaped like x",
                                         "x.shape"]),
        (ng_own_h, "ignores h", ["ignores h", "given h", "own h", "the h you", "argument h",
                                 "fixed", "does not use h", "h+ignor"]),
        (ng_backward_difference, "backward difference", ["backward diff", "one-sided", "central",
                                                         "one side", "f(x + h)"]),
        (ng_alias, "up and down are one array", ["copy", "copies", "same array", "one array"]),
    ],
    "output_delta": [
        (od_no_mean, "1/n missing", AVERAGE),
        (od_sign, "sign", ["sign", "y - p", "y - softmax", "minus"]),
        (od_divides_by_size, "divides by n k", ["classes", "nk", "n k", "n·k", "n * k", "size",
                                                "entries", "columns"]),
        (od_divides_by_classes, "divides by k", ["classes", "by k", "columns", "shape[1]"]),
        (od_axis_0, "softmax down the columns", ["axis", "column", "each row"]),
        (od_whole_matrix, "softmax over the whole matrix", ["whole", "axis", "each row", "matrix",
                                                            "all of z"]),
        (od_sigmoid, "sigmoid", ["sigmoid"]),
        (od_no_softmax, "no softmax", ["softmax+miss", "softmax+forg", "softmax+without",
                                       "no softmax", "z - y", "logits themselves"]),
        (od_overflows, "overflow", ["overflow"]),
        (od_global_max, "one maximum for all rows", ["own max", "its max", "each row",
                                                     "underflow", "own largest", "0/0"]),
        (od_extra_derivative, "softmax derivative applied once more", [
            "derivative", "p (1 - p)", "p(1 - p)", "p * (1 - p)", "slope", "cancel"]),
        (od_by_p, "derivative by P, not Z", ["by p", "∂p", "/p", "/ p", "respect to p",
                                             "y / p", "probabilit"]),
        (od_returns_loss, "returns the loss", ["loss itself", "value of the loss", "the loss,",
                                               "is the loss", "one number", "single number"]),
        (od_changes_Z, "changes Z", CHANGES),
        (od_averages_delta, "averages the rows away", ["each row", "axis=0", "one row",
                                                       "row for each", "averag"]),
        (od_factor_2, "factor 2", ["factor 2", "twice", "factor of 2", "2 times", "2 too",
                                   "doubl"]),
    ],
    "layer_backward": [
        (lb_dW_mean, "dW averaged again", AVERAGE),
        (lb_db_mean, "db averaged again", AVERAGE),
        (lb_all_mean, "dW and db averaged again", AVERAGE),
        (lb_db_keepdims, "db (1, n_out)", ["keepdims", "(1, "]),
        (lb_db_not_summed, "db not summed over the rows", ["sum"]),
        (lb_db_axis_1, "db summed along the wrong axis", ["axis", "across", "along"]),
        (lb_db_sum_of_all, "db summed over everything", ["axis", "everything", "one number",
                                                         "single number", "all entries"]),
        (lb_dW_transposed, "dW transposed", ["transpos"]),
        (lb_W_not_transposed, "W not transposed", TRANSPOSE),
        (lb_A_not_transposed, "A_prev not transposed", ["transpos", "a_prev.t"]),
        (lb_with_relu, "f' applied here", ["f'", "relu", "derivative", "slope", "activation"]),
        (lb_with_sigmoid, "f' applied here", ["f'", "sigmoid", "derivative", "slope",
                                              "activation"]),
        (lb_order, "order of the answers", ["order"]),
        (lb_updates_W, "changes W", ["updat", *CHANGES]),
        (lb_sign, "sign", ["sign", "minus"]),
        (lb_no_dA, "dA_prev missing", ["da_prev", "three", "3 "]),
    ],
    "hidden_delta": [
        (hd_no_f_prime, "f' missing", ["f'", "f_prime", "derivative"]),
        (hd_f_prime_of_error, "f' of the error that comes back", [
            "f'(z)", "f_prime(z)", "of z", "at z", "argument of f"]),
        (hd_f_prime_of_delta, "f' of delta_next", ["f'(z)", "f_prime(z)", "of z", "at z",
                                                   "argument of f", "own z"]),
        (hd_not_transposed, "W not transposed", TRANSPOSE),
        (hd_f_prime_of_A, "f' of the activation", ["f'(a)", "f'(f", "f_prime(a", "f_prime(f",
                                                   "of the activation", "of a,", "at z"]),
        (hd_times_Z, "Z in place of f'(Z)", ["f'", "f_prime", "derivative"]),
        (hd_matrix_product, "matrix product with f'", ["entry", "element", "@", "matrix product"]),
        (hd_mean, "1/n again", AVERAGE),
        (hd_adds, "adds f'", ["add", "plus", "multipl", "product"]),
        (hd_relu, "ReLU's slope for every f", ["relu", "f_prime you", "the f_prime", "given f"]),
        (hd_sigmoid, "sigmoid's slope for every f", ["sigmoid", "f_prime you", "the f_prime",
                                                     "given f"]),
        (hd_columns, "transposed", ["transpos"]),
        (hd_sums_rows, "errors summed over the rows", ["sum", "each row", "own"]),
        (hd_mean_slope, "f' averaged over the rows", ["mean", "averag", "each row", "own"]),
        (hd_sign, "sign", ["sign", "minus"]),
    ],
    "backward": [
        (bw_reversed, "last layer first", ["order", "revers", "first layer first"]),
        (bw_half_reversed, "dbs last layer first", ["order", "revers", "first layer first"]),
        (bw_Z_of_this_layer, "f' at Zs[l]", ["zs[l - 1]", "zs[l-1]", "zs[l]", "index",
                                             "layer below", "wrong layer", "one layer"]),
        (bw_no_f_prime, "f' missing", ["f'", "f_prime", "derivative"]),
        (bw_mean, "1/n again", AVERAGE),
        (bw_db_mean, "db averaged", AVERAGE),
        (bw_f_prime_at_output, "f' at the last layer too", ["last layer", "output", "head",
                                                            "once too"]),
        (bw_not_transposed, "W not transposed", TRANSPOSE),
        (bw_f_prime_of_A, "f' of the activation", ["f'(a", "f_prime(a", "of the activation",
                                                   "of as", "pre-activation", "not zs", "not of z",
                                                   "at the outputs as[l]"]),
        (bw_A_shifted, "As[l + 1]", ["as[l]", "as[l + 1]", "index", "as[l+1]"]),
        (bw_two_layers, "only two layers", ["two layers", "2 layers", "any number", "number of",
                                            "how many", "deeper", "one hidden"]),
        (bw_db_too_late, "db of the delta of the layer below", [
            "too late", "before", "after", "layer below", "own delta", "next delta"]),
        (bw_skips_first, "first layer missing", ["first layer", "l = 0", "missing", "range"]),
        (bw_forgets_weights, "weights left out on the way back", ["weight", "ws[l]"]),
        (bw_updates_Ws, "changes Ws", ["updat", *CHANGES]),
        (bw_W_of_layer_below, "Ws[l - 1]", ["ws[l]", "ws[l - 1]", "index", "layer below"]),
        (bw_db_keepdims, "db (1, n_out)", ["keepdims", "(1, "]),
        (bw_pairs, "pairs instead of two lists", ["pair", "two lists", "list of d", "zip"]),
    ],
}
