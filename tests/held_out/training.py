"""Wrong answers to exercise 06, written without sight of the catalogue of mistakes.

The comment above each function says what its author was thinking.
"""

import numpy as np

# ---- init_layer(n_in, n_out, rng)


# 2/n_in is the scale.
def il_variance_as_scale(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_in, n_out)), np.zeros(n_out)


# Glorot's, from another page.
def il_glorot(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out)), np.zeros(n_out)


# Counts the outputs.
def il_n_out(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_in, n_out)), np.zeros(n_out)


# LeCun's.
def il_lecun(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out)), np.zeros(n_out)


# Standard normal.
def il_standard(n_in, n_out, rng):
    return rng.normal(0, 1, (n_in, n_out)), np.zeros(n_out)


# Multiplies by the root.
def il_multiplies(n_in, n_out, rng):
    return rng.normal(0, 1, (n_in, n_out)) * np.sqrt(n_in / 2), np.zeros(n_out)


# Uniform with that bound.
def il_uniform(n_in, n_out, rng):
    c = np.sqrt(2 / n_in)
    return rng.uniform(-c, c, (n_in, n_out)), np.zeros(n_out)


# rng.random is random enough.
def il_positive(n_in, n_out, rng):
    return rng.random((n_in, n_out)) * np.sqrt(2 / n_in), np.zeros(n_out)


# Rows are units.
def il_transposed(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)


# Zeros for all.
def il_zeros(n_in, n_out, rng):
    return np.zeros((n_in, n_out)), np.zeros(n_out)


# Random biases, too.
def il_random_biases(n_in, n_out, rng):
    s = np.sqrt(2 / n_in)
    return rng.normal(0, s, (n_in, n_out)), rng.normal(0, s, n_out)


# Biases as a row.
def il_bias_row(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros((1, n_out))


# A bias for each input.
def il_bias_n_in(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_in)


# A seed makes it reproducible.
def il_own_seed(n_in, n_out, rng):
    rng = np.random.default_rng(0)
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


# The old global generator.
def il_global(n_in, n_out, rng):
    return np.random.randn(n_in, n_out) * np.sqrt(2 / n_in), np.zeros(n_out)


# Biases that keep ReLUs alive.
def il_bias_small(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.full(n_out, 0.01)


# One column, the same for all units.
def il_same_units(n_in, n_out, rng):
    w = rng.normal(0, np.sqrt(2 / n_in), (n_in, 1))
    return np.repeat(w, n_out, axis=1), np.zeros(n_out)


# ---- minibatches(n, batch_size, rng)


# In order.
def mb_not_shuffled(n, batch_size, rng):
    return [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]


# Drops what is left over.
def mb_drops_last(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size)]


# Draws each batch anew.
def mb_with_replacement(n, batch_size, rng):
    return [
        rng.integers(0, n, min(batch_size, n - i)) for i in range(0, n, batch_size)
    ]


# Each batch without repeats, but the batches overlap.
def mb_overlapping(n, batch_size, rng):
    return [
        rng.choice(n, min(batch_size, n - i), replace=False) for i in range(0, n, batch_size)
    ]


# Takes batch_size as the number of batches.
def mb_number_of_batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)


# Batches of nearly equal size.
def mb_equal_sizes(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))


# Fills the last one up from the front.
def mb_fills_up(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        np.take(order, range(i, i + batch_size), mode="wrap") for i in range(0, n, batch_size)
    ]


# Indices from 1 to n.
def mb_from_one(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Always the same order.
def mb_own_seed(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Only shuffles the batches.
def mb_shuffles_batches(n, batch_size, rng):
    starts = np.arange(0, n, batch_size)
    return [np.arange(i, min(i + batch_size, n)) for i in rng.permutation(starts)]


# Only shuffles inside of each batch.
def mb_shuffles_inside(n, batch_size, rng):
    return [
        rng.permutation(np.arange(i, min(i + batch_size, n))) for i in range(0, n, batch_size)
    ]


# One batch.
def mb_first_only(n, batch_size, rng):
    return rng.permutation(n)[:batch_size]


# shuffle returns the shuffled array, surely.
def mb_shuffle_none(n, batch_size, rng):
    order = rng.shuffle(np.arange(n))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# Slices end one before the end: so - 1 ... leaves one out.
def mb_one_short(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size - 1] for i in range(0, n, batch_size)]


# A new permutation for each batch.
def mb_permutes_each_time(n, batch_size, rng):
    return [rng.permutation(n)[i : i + batch_size] for i in range(0, n, batch_size)]


# An empty batch at the end, where it comes out even.
def mb_empty_last(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size + 1)
    ]


# ---- momentum_step(w, grad, velocity, lr, momentum)


# The velocity is added up with a plus, and so is the step.
def mo_sign(w, grad, velocity, lr, momentum):
    v = momentum * velocity + lr * grad
    return w + v, v


# The other common form: v = mu v + g, w = w - lr v.
def mo_other_form(w, grad, velocity, lr, momentum):
    v = momentum * velocity + grad
    return w - lr * v, v


# The moving average of gradients, as in Adam.
def mo_average(w, grad, velocity, lr, momentum):
    v = momentum * velocity - (1 - momentum) * lr * grad
    return w + v, v


# Plain descent.
def mo_plain(w, grad, velocity, lr, momentum):
    return w - lr * grad, velocity


# Moves with the old velocity.
def mo_old_velocity(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w + velocity, v


# lr on both terms.
def mo_lr_on_both(w, grad, velocity, lr, momentum):
    v = lr * (momentum * velocity - grad)
    return w + v, v


# Nesterov's look ahead.
def mo_nesterov(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w + momentum * v - lr * grad, v


# Returns the velocity first.
def mo_order(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return v, w + v


# In place.
def mo_in_place(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    w += velocity
    return w, velocity


# Without the gradient's own step: momentum scales everything.
def mo_momentum_on_both(w, grad, velocity, lr, momentum):
    v = momentum * (velocity - lr * grad)
    return w + v, v


# The usual 0.9.
def mo_fixed(w, grad, velocity, lr, momentum):
    v = 0.9 * velocity - lr * grad
    return w + v, v


# Forgets the learning rate.
def mo_no_lr(w, grad, velocity, lr, momentum):
    v = momentum * velocity - grad
    return w + v, v


# Subtracts the velocity, which already has a minus.
def mo_minus_v(w, grad, velocity, lr, momentum):
    v = momentum * velocity - lr * grad
    return w - v, v


# A ball keeps its velocity.
def mo_no_friction(w, grad, velocity, lr, momentum):
    v = velocity - lr * grad
    return w + v, v


# Only w.
def mo_only_w(w, grad, velocity, lr, momentum):
    return w + momentum * velocity - lr * grad


# Remembers the step, but not the one before.
def mo_forgets(w, grad, velocity, lr, momentum):
    return w + momentum * velocity - lr * grad, -lr * grad


# ---- adam_step(w, grad, m, v, t, lr, beta1, beta2, eps)


# No correction.
def ad_no_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (np.sqrt(v) + eps), m, v


# Corrects m only.
def ad_corrects_m_only(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


# Corrects v only.
def ad_corrects_v_only(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# Returns the corrected ones.
def ad_returns_corrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * grad**2) / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


# eps inside the root.
def ad_eps_inside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


# The root forgotten.
def ad_no_root(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


# The square forgotten.
def ad_no_square(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.abs(grad)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# beta1 and beta2 exchanged.
def ad_betas_exchanged(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta2 * m + (1 - beta2) * grad
    v = beta1 * v + (1 - beta1) * grad**2
    return w - lr * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


# t starts at 0, so t + 1.
def ad_t_plus_one(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1 ** (t + 1)), v / (1 - beta2 ** (t + 1))
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Without the power t.
def ad_no_power(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Times t.
def ad_times_t(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    with np.errstate(all="ignore"):
        m_hat, v_hat = m / (1 - beta1 * t), v / np.abs(1 - beta2 * t)
        return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# The weights of the averages exchanged.
def ad_weights_exchanged(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = (1 - beta1) * m + beta1 * grad
    v = (1 - beta2) * v + beta2 * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# A sum, not an average: (1 - beta) forgotten.
def ad_sum(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + grad
    v = beta2 * v + grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# Plus.
def ad_sign(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w + lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# The gradient instead of m: RMSProp.
def ad_rmsprop(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# In place.
def ad_in_place(w, grad, m, v, t, lr, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    w -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v


# The square of the average.
def ad_square_of_m(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# scikit-learn's order: eps beside the uncorrected root.
def ad_eps_uncorrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    lr_t = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - lr_t * m / (np.sqrt(v) + eps), m, v


# The correction multiplies.
def ad_multiplies_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m * (1 - beta1**t), v * (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Uses m and v from before.
def ad_old_averages(w, grad, m, v, t, lr, beta1, beta2, eps):
    m_new = beta1 * m + (1 - beta1) * grad
    v_new = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m_new, v_new


# ---- fit_moons(X, y, rng)


def fit(X, y, rng, *, lr=0.5, epochs=150, n_hidden=20, scale=1.0, batch=20, act=True):
    """A sound network with one hidden layer of tanh; the mistakes are in how it is used."""
    W1, b1 = scale * rng.normal(0, 1, (2, n_hidden)), np.zeros(n_hidden)
    w2, b2 = scale * rng.normal(0, 1 / np.sqrt(n_hidden), n_hidden), 0.0
    f = np.tanh if act else (lambda z: z)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch):
            rows = order[i : i + batch]
            A = f(X[rows] @ W1 + b1)
            z = np.clip(A @ w2 + b2, -50, 50)
            d = (1 / (1 + np.exp(-z)) - y[rows]) / len(rows)
            d1 = np.outer(d, w2) * ((1 - A**2) if act else 1.0)
            w2 = w2 - lr * A.T @ d
            b2 = b2 - lr * d.sum()
            W1 = W1 - lr * X[rows].T @ d1
            b1 = b1 - lr * d1.sum(axis=0)
    return lambda X: f(X @ W1 + b1) @ w2 + b2


# A line.
def fm_linear(X, y, rng):
    z = fit(X, y, rng, act=False, epochs=20, lr=0.1)
    return lambda X: (z(X) > 0).astype(int)


# Small steps.
def fm_small_steps(X, y, rng):
    z = fit(X, y, rng, lr=1e-4, epochs=5)
    return lambda X: (z(X) > 0).astype(int)


# All weights zero.
def fm_zero_start(X, y, rng):
    z = fit(X, y, rng, scale=0.0)
    return lambda X: (z(X) > 0).astype(int)


# Uphill.
def fm_uphill(X, y, rng):
    z = fit(X, y, rng, lr=-0.1, epochs=10)
    return lambda X: (z(X) > 0).astype(int)


# Probabilities.
def fm_probabilities(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: 1 / (1 + np.exp(-np.clip(z(X), -50, 50)))


# The threshold 1/2 is for probabilities, but is asked of z, with 5 in front.
def fm_exchanged(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: (z(X) < 0).astype(int)


# The labels of the training rows.
def fm_returns_labels(X, y, rng):
    z = fit(X, y, rng)
    return (z(X) > 0).astype(int)


# Labels shuffled apart.
def fm_shuffled_apart(X, y, rng):
    z = fit(X[rng.permutation(len(X))], y[rng.permutation(len(y))], rng, epochs=20)
    return lambda X: (z(X) > 0).astype(int)


# Remembers every row; for new ones says 0.
def fm_by_heart(X, y, rng):
    known = {tuple(row): int(label) for row, label in zip(X, y, strict=True)}
    return lambda X: np.array([known.get(tuple(row), 0) for row in X])


# One hidden unit.
def fm_one_unit(X, y, rng):
    z = fit(X, y, rng, n_hidden=1, epochs=30)
    return lambda X: (z(X) > 0).astype(int)


# Centres X in place.
def fm_changes_X(X, y, rng):
    mean = X.mean(axis=0)
    X -= mean
    z = fit(X, y, rng)
    return lambda X: (z(X - mean) > 0).astype(int)


# Standardises when training only.
def fm_predict_unscaled(X, y, rng):
    mean, std = X.mean(axis=0), X.std(axis=0)
    z = fit((X - mean) / std, y, rng, epochs=60)
    return lambda X: (z(X) > 0).astype(int)


# Forgets the return.
def fm_no_return(X, y, rng):
    fit(X, y, rng, epochs=2)


# A column of labels.
def fm_column(X, y, rng):
    z = fit(X, y, rng)
    return lambda X: (z(X) > 0).astype(int)[:, None]


CHANGES = ["changes", "changed", "in place", "in-place"]
SCALE = ["variance", "standard deviation", "root", "2/n_in", "2 / n_in", "spread"]
LEARNING_RATE = ["learning rate", "step size", "small steps", "larger steps", "steps are too"]

HELD_OUT = {
    "init_layer": [
        (il_variance_as_scale, "variance for standard deviation", ["root", "sqrt",
                                                                   "standard deviation", "√"]),
        (il_glorot, "Glorot", ["glorot", "n_in + n_out", "xavier", "n_out"]),
        (il_n_out, "n_out for n_in", ["n_out"]),
        (il_lecun, "1/n_in", ["1/n_in", "1 / n_in", "lecun", "half", "2 is missing", "factor 2",
                              "glorot"]),
        (il_standard, "standard normal", ["variance 1", "variance is 1",
                                          "standard normal", "not scaled",
                                          "scale is missing", "scaled", "too large",
                                          "standard deviation 1", "n_in"]),
        (il_multiplies, "multiplied by the root", ["multipl", "divid", "revers", "upside",
                                                   "reciprocal", "grow"]),
        (il_uniform, "uniform", ["uniform"]),
        (il_positive, "only positive", ["positive", "negative", "mean", "uniform"]),
        (il_transposed, "transposed", ["transpos", "(n_in, n_out)"]),
        (il_zeros, "zeros", ["symmetr", "all weights are 0", "zero", "alike", "same",
                             "equal"]),
        (il_random_biases, "random biases", ["bias"]),
        (il_bias_row, "(1, n_out) biases", ["(1, ", "(n_out,)"]),
        (il_bias_n_in, "n_in biases", ["n_in bias", "each input", "n_out", "each unit"]),
        (il_own_seed, "own seed", ["rng", "seed", "generator"]),
        (il_global, "global generator", ["np.random", "rng", "global", "generator"]),
        (il_bias_small, "biases not 0", ["bias", "b "]),
        (il_same_units, "all units equal", ["symmetr", "alike", "same", "equal", "identical"]),
    ],
    "minibatches": [
        (mb_not_shuffled, "not shuffled", ["shuffl", "order", "permut"]),
        (mb_drops_last, "last batch dropped", ["last", "left over", "rest", "smaller"]),
        (mb_with_replacement, "with replacement", ["replace", "repeat", "more than once", "twice",
                                                   "once"]),
        (mb_overlapping, "batches overlap", ["overlap", "repeat", "more than once", "twice",
                                             "once", "replace"]),
        (mb_number_of_batches, "batch_size taken for the number of batches", ["number of batches",
                                                                              "how many batches"]),
        (mb_equal_sizes, "sizes evened out", ["equal", "array_split", "full", "same size",
                                              "fewer only",
                                              "even"]),
        (mb_fills_up, "last batch filled up", ["fill", "smaller", "wrap"]),
        (mb_from_one, "indices from 1", ["from 0", "from 1", "n - 1", "+ 1", "0 to", "count from"]),
        (mb_own_seed, "own seed", ["rng", "seed", "generator"]),
        (mb_shuffles_batches, "only batches shuffled", ["order of the batches", "neighbour",
                                                        "inside", "within", "rows themselves",
                                                        "before cutting", "blocks"]),
        (mb_shuffles_inside, "shuffled inside batches only", ["inside", "within", "each batch",
                                                              "before", "same rows"]),
        (mb_first_only, "one batch", ["one batch", "first batch", "list of", "only one",
                                      "all batches"]),
        (mb_shuffle_none, "shuffle returns None", ["none", "in place", "shuffle"]),
        (mb_one_short, "slices one short", ["- 1", "one short", "one too few", "one row too",
                                            "one fewer", "left out", "missing", "one index"]),
        (mb_permutes_each_time, "a new permutation for each batch", [
            "once", "twice", "repeat", "one permutation", "each batch", "every batch"]),
        (mb_empty_last, "empty last batch", ["empty"]),
    ],
    "momentum_step": [
        (mo_sign, "sign", ["sign", "minus", "uphill", "against"]),
        (mo_other_form, "the form v = mu v + g", ["other form", "other convention", "convention",
                                                  "lr belongs", "pytorch", "another form",
                                                  "learning rate", "without lr"]),
        (mo_average, "factor 1 - momentum", ["1 - momentum", "average", "adam", "(1 - "]),
        (mo_plain, "plain descent", ["plain", "velocity is not", "momentum is not", "ignor",
                                     "not used", "never used", "without momentum"]),
        (mo_old_velocity, "old velocity", ["old"]),
        (mo_lr_on_both, "lr on both terms", ["both", "lr multiplies", "learning rate multiplies"]),
        (mo_nesterov, "Nesterov", ["nesterov", "ahead"]),
        (mo_order, "order of the results", ["order", "exchang", "swap", "first"]),
        (mo_in_place, "changes w", CHANGES),
        (mo_momentum_on_both, "momentum on the gradient too", [
            "gradient+momentum", "both", "bracket", "whole"]),
        (mo_fixed, "0.9 fixed", ["0.9", "fixed", "handed in", "ignor"]),
        (mo_no_lr, "lr missing", ["lr", "learning rate"]),
        (mo_minus_v, "minus twice", ["sign", "minus", "twice", "uphill", "plus"]),
        (mo_no_friction, "momentum missing", ["momentum"]),
        (mo_only_w, "velocity not returned", ["2 results", "two", "velocity"]),
        (mo_forgets, "velocity not carried on", ["velocity+return", "carried", "forg", "memory",
                                                 "remember", "old velocity", "last step"]),
    ],
    "adam_step": [
        (ad_no_correction, "bias correction missing", ["correct"]),
        (ad_corrects_m_only, "v not corrected", ["correct", "1 - beta2"]),
        (ad_corrects_v_only, "m not corrected", ["correct", "1 - beta1"]),
        (ad_returns_corrected, "corrected averages returned", ["correct"]),
        (ad_eps_inside, "eps inside the root", ["eps"]),
        (ad_no_root, "root missing", ["root"]),
        (ad_no_square, "square missing", ["square"]),
        (ad_betas_exchanged, "betas exchanged", ["exchang", "swap", "mixed up"]),
        (ad_t_plus_one, "t + 1", ["t + 1", "t starts", "counts from", "one step", "t - 1",
                                  "starts at"]),
        (ad_no_power, "power t missing", ["power", "every step", "beta1**t", "βᵗ",
                                          "** t", "**t", "without t",
                                          "t is"]),
        (ad_times_t, "times t for power t", ["power", "** t", "**t", "beta1 * t", "times t"]),
        (ad_weights_exchanged, "beta and 1 - beta exchanged", ["exchang", "swap", "1 - beta"]),
        (ad_sum, "1 - beta missing", ["1 - beta", "1 - β", "(1 -"]),
        (ad_sign, "sign", ["sign", "minus", "uphill", "subtract"]),
        (ad_rmsprop, "gradient for m", ["rmsprop", "grad+m ", "gradient itself", "the gradient",
                                        "not used", "first average"]),
        (ad_in_place, "changes w, m, v", CHANGES),
        (ad_square_of_m, "square of m", ["square of m", "m**2", "m²", "grad**2", "squared gradient",
                                         "square of the average"]),
        (ad_eps_uncorrected, "eps beside the uncorrected root", ["eps"]),
        (ad_multiplies_correction, "correction multiplied", ["multipl", "divid"]),
        (ad_old_averages, "old averages", ["old"]),
    ],
}
