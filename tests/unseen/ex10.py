"""Answers to exercise 10 by somebody who had not seen the checks; each wrong one with its cause."""

import math

import numpy as np



# ---- dropout
def dropout_wrong_no_factor(A, rate, rng):
    mask = (rng.random(A.shape) >= rate).astype(float)
    return A * mask, mask


def dropout_wrong_times_keep(A, rate, rng):
    keep = 1 - rate
    mask = (rng.random(A.shape) < keep) * keep
    return A * mask, mask


def dropout_wrong_keeps_rate(A, rate, rng):
    mask = np.where(rng.random(A.shape) < rate, 1 / (1 - rate), 0.0)
    return A * mask, mask


def dropout_wrong_divided_by_rate(A, rate, rng):
    kept = rng.random(A.shape) > rate
    mask = kept / rate
    return A * mask, mask


def dropout_wrong_rate_is_keep(A, rate, rng):
    mask = (rng.random(A.shape) < rate) / rate
    return A * mask, mask


def dropout_wrong_global_generator(A, rate, rng):
    mask = (np.random.rand(*A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def dropout_wrong_new_generator(A, rate, rng):
    rng = np.random.default_rng(42)
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def dropout_wrong_whole_columns(A, rate, rng):
    n, n_units = A.shape
    unit = (rng.random(n_units) >= rate) / (1 - rate)
    mask = np.tile(unit, (n, 1))
    return A * mask, mask


def dropout_wrong_whole_rows(A, rate, rng):
    mask = np.ones(A.shape)
    for i in range(A.shape[0]):
        if rng.random() < rate:
            mask[i] = 0
    mask /= 1 - rate
    return A * mask, mask


def dropout_wrong_mask_without_factor(A, rate, rng):
    mask = rng.random(A.shape) >= rate
    return A * mask / (1 - rate), mask.astype(float)


def dropout_wrong_zeros_like(A, rate, rng):
    out, mask = np.zeros_like(A), np.zeros(A.shape)
    kept = rng.random(A.shape) >= rate
    mask[kept] = 1 / (1 - rate)
    out[kept] = A[kept] / (1 - rate)
    return out, mask


def dropout_wrong_mask_type_of_A(A, rate, rng):
    mask = ((rng.random(A.shape) >= rate) / (1 - rate)).astype(A.dtype)
    return A * mask, mask


def dropout_wrong_in_place(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    A[mask == 0] = 0
    return A * mask, mask


def dropout_wrong_exact_share(A, rate, rng):
    mask = np.full(A.size, 1 / (1 - rate))
    mask[rng.permutation(A.size)[: int(rate * A.size)]] = 0
    mask = mask.reshape(A.shape)
    return A * mask, mask


def dropout_wrong_order(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return mask, A * mask


def dropout_wrong_two_draws(A, rate, rng):
    def draw():
        return (rng.random(A.shape) >= rate) / (1 - rate)

    return A * draw(), draw()


def dropout_wrong_normal(A, rate, rng):
    mask = (rng.standard_normal(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def dropout_wrong_always_half(A, rate, rng):
    mask = rng.integers(0, 2, A.shape) / (1 - rate)
    return A * mask, mask


def dropout_wrong_share_that_stayed(A, rate, rng):
    mask = (rng.random(A.shape) >= rate).astype(float)
    mask = mask / max(mask.mean(), 1e-12)
    return A * mask, mask


def dropout_wrong_mask_from_result(A, rate, rng):
    out = np.where(rng.random(A.shape) < rate, 0, A / (1 - rate))
    return out, (out != 0) / (1 - rate)


def dropout_wrong_tenths(A, rate, rng):
    mask = (rng.integers(0, 10, size=A.shape) >= 10 * rate) / (1 - rate)
    return A * mask, mask


def dropout_wrong_picked_out(A, rate, rng):
    kept = rng.random(A.shape) >= rate
    return A[kept] / (1 - rate), kept / (1 - rate)


def dropout_wrong_bool_no_factor(A, rate, rng):
    mask = rng.random(A.shape) > rate
    return np.where(mask, A, 0.0), mask


def dropout_wrong_keeps_rate_global(A, rate, rng):
    mask = np.random.binomial(1, rate, size=A.shape) / (1 - rate)
    return A * mask, mask


def dropout_right_compare(A, rate, rng):
    mask = (rng.random(A.shape) >= rate) / (1 - rate)
    return A * mask, mask


def dropout_right_binomial(A, rate, rng):
    keep = 1.0 - rate
    mask = rng.binomial(1, keep, size=A.shape) / keep
    return np.multiply(A, mask), mask


def dropout_right_loops(A, rate, rng):
    n, m = A.shape
    left = np.zeros((n, m))
    mask = np.zeros((n, m))
    for j in range(m):
        for i in range(n):
            if rng.uniform() < rate:
                continue
            mask[i, j] = 1 / (1 - rate)
            left[i, j] = A[i, j] * mask[i, j]
    return left, mask


def dropout_right_choice(A, rate, rng):
    mask = rng.choice([0.0, 1 / (1 - rate)], size=A.shape, p=[rate, 1 - rate])
    return A * mask, mask


def dropout_right_exponential(A, rate, rng):
    stays = rng.exponential(size=A.shape) >= -np.log1p(-rate)  # P(x >= t) = e^-t = 1 - rate
    return np.where(stays, A / (1 - rate), 0.0), np.where(stays, 1 / (1 - rate), 0.0)


def dropout_right_floor(A, rate, rng):
    mask = np.floor(rng.random(A.shape) + (1 - rate))
    mask[mask > 0] = 1 / (1 - rate)
    return A * mask, mask


# ---- l2_gradient
def l2_gradient_wrong_factor_two(W, l2):
    return 2 * l2 * W


def l2_gradient_wrong_half(W, l2):
    return l2 / 2 * W


def l2_gradient_wrong_penalty(W, l2):
    return l2 / 2 * W**2


def l2_gradient_wrong_square_left(W, l2):
    out = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        out[i] = l2 * W[i] * W[i]
    return out


def l2_gradient_wrong_l1(W, l2):
    return l2 * np.sign(W)


def l2_gradient_wrong_abs(W, l2):
    return l2 * np.abs(W)


def l2_gradient_wrong_minus(W, l2):
    return -l2 * W


def l2_gradient_wrong_sum(W, l2):
    return l2 * np.sum(W)


def l2_gradient_wrong_weights_after(W, l2):
    return W - l2 * W


def l2_gradient_wrong_zeros_like(W, l2):
    out = np.zeros_like(W)
    for i in np.ndindex(W.shape):
        out[i] = l2 * W[i]
    return out


def l2_gradient_wrong_in_place(W, l2):
    W[...] = W * l2
    return W


def l2_gradient_wrong_mean(W, l2):
    return l2 * W / W.size


def l2_gradient_wrong_rows(W, l2):
    n = W.shape[0]
    return (l2 / n) * W


def l2_gradient_wrong_norm(W, l2):
    size = np.sqrt(np.sum(W**2))
    return l2 * W / size if size > 0 else l2 * W * 0.0


def l2_gradient_wrong_transposed(W, l2):
    return l2 * W.T


def l2_gradient_wrong_l2_squared(W, l2):
    return l2**2 * W


def l2_gradient_wrong_matrix_product(W, l2):
    return l2 * (W.T @ W)


def l2_gradient_wrong_first_row_free(W, l2):
    g = l2 * np.array(W, dtype=float)
    g[0] = 0
    return g


def l2_gradient_wrong_fixed(W, l2):
    return 0.1 * W


def l2_gradient_wrong_flat(W, l2):
    return np.array([l2 * w for w in np.ravel(W)])


def l2_gradient_right_two_axes(W, l2):
    rows, columns = W.shape
    g = np.empty((rows, columns))
    for i in range(rows):
        for j in range(columns):
            g[i, j] = l2 * W[i, j]
    return g


def l2_gradient_wrong_np_gradient(W, l2):
    return np.gradient(l2 / 2 * W.ravel() ** 2.0).reshape(W.shape)


def l2_gradient_wrong_minus_two(W, l2):
    return -2 * l2 * W


def l2_gradient_right_product(W, l2):
    return l2 * W


def l2_gradient_right_ndindex(W, l2):
    g = np.zeros(np.shape(W))
    for place in np.ndindex(*np.shape(W)):
        g[place] = float(W[place]) * l2
    return g


def l2_gradient_right_rule_of_powers(W, l2):
    power = 2
    return l2 / power * power * np.power(np.asarray(W, dtype=float), power - 1)


def l2_gradient_right_complex_step(W, l2):
    h = 1e-20
    return (l2 / 2 * (W + 1j * h) ** 2).imag / h


def l2_gradient_right_product_rule(W, l2):
    half = l2 / 2 * W  # (u v)' = u' v + u v' with u = v = w
    return half + half


def l2_gradient_right_list(W, l2):
    flat = [float(w) * float(l2) for w in W.flat]
    return np.array(flat, dtype=float).reshape(W.shape)


# ---- early_stopping
def early_stopping_wrong_from_zero(val_losses, patience):
    best, wait = 0, 0
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] < val_losses[best]:
            best, wait = epoch, 0
        else:
            wait += 1
            if wait == patience:
                return best, epoch
    return best, len(val_losses) - 1


def early_stopping_wrong_best_of_all(val_losses, patience):
    best, wait, stop = np.inf, 0, len(val_losses)
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
        if wait == patience:
            stop = epoch
            break
    return int(np.argmin(val_losses)) + 1, stop


def early_stopping_wrong_equal_is_better(val_losses, patience):
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss <= best:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
        if wait == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_counter_not_reset(val_losses, patience):
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch = loss, epoch
        else:
            wait += 1
        if wait == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_epoch_before(val_losses, patience):
    wait = 0
    for i in range(1, len(val_losses)):
        wait = 0 if val_losses[i] < val_losses[i - 1] else wait + 1
        if wait == patience:
            return int(np.argmin(val_losses[: i + 1])) + 1, i + 1
    return int(np.argmin(val_losses)) + 1, len(val_losses)


def early_stopping_wrong_one_late(val_losses, patience):
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
        if wait > patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_one_early(val_losses, patience):
    best, best_epoch = val_losses[0], 1
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < best:
            best, best_epoch = val_losses[epoch - 1], epoch
        elif epoch - best_epoch + 1 >= patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_no_end(val_losses, patience):
    best, best_epoch = np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            return best_epoch, epoch


def early_stopping_wrong_best_plus_patience(val_losses, patience):
    best_epoch = 1
    for epoch in range(1, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[best_epoch - 1]:
            best_epoch = epoch
        if epoch - best_epoch == patience:
            break
    return best_epoch, best_epoch + patience


def early_stopping_wrong_last_of_equals(val_losses, patience):
    best, wait, stop = np.inf, 0, len(val_losses)
    for epoch, loss in enumerate(val_losses, 1):
        wait = 0 if loss < best else wait + 1
        best = min(best, loss)
        if wait == patience:
            stop = epoch
            break
    best_epoch = max(e for e in range(1, stop + 1) if val_losses[e - 1] == best)
    return best_epoch, stop


def early_stopping_wrong_larger_is_better(val_losses, patience):
    best, best_epoch = -np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss > best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_order(val_losses, patience):
    best, best_epoch = np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            return epoch, best_epoch
    return len(val_losses), best_epoch


def early_stopping_wrong_starts_at_one(val_losses, patience):
    best, best_epoch, wait = 1.0, 1, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_best_not_replaced(val_losses, patience):
    best, best_epoch, wait = val_losses[0], 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < best:
            best_epoch, wait = epoch, 0
        else:
            wait += 1
        if wait == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_loss_not_epoch(val_losses, patience):
    best, wait = np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, wait = loss, 0
        else:
            wait += 1
        if wait == patience:
            return best, epoch
    return best, len(val_losses)


def early_stopping_wrong_tolerance(val_losses, patience):
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best - 1e-3:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
        if wait == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_list_only(val_losses, patience):
    stop = len(val_losses)
    for e in range(1, len(val_losses) + 1):
        if e - (val_losses.index(min(val_losses[:e])) + 1) == patience:
            stop = e
            break
    return val_losses.index(min(val_losses[:stop])) + 1, stop


def early_stopping_wrong_empties_list(val_losses, patience):
    best, best_epoch, epoch = np.inf, 0, 0
    losses = val_losses if isinstance(val_losses, list) else list(val_losses)
    while losses:
        epoch += 1
        loss = losses.pop(0)
        if loss < best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            break
    return best_epoch, epoch


def early_stopping_wrong_lowest_then_patience(val_losses, patience):
    best = int(np.argmin(val_losses)) + 1
    return best, min(best + patience, len(val_losses))


def early_stopping_wrong_patience_ago(val_losses, patience):
    stop = len(val_losses)
    for i in range(patience, len(val_losses)):
        if val_losses[i] >= val_losses[i - patience]:
            stop = i + 1
            break
    return int(np.argmin(val_losses[:stop])) + 1, stop


def early_stopping_wrong_rises_in_a_row(val_losses, patience):
    rises = 0
    for i in range(1, len(val_losses)):
        if val_losses[i] > val_losses[i - 1]:
            rises += 1
        else:
            rises = 0
        if rises == patience:
            return int(np.argmin(val_losses[: i + 1])) + 1, i + 1
    return int(np.argmin(val_losses)) + 1, len(val_losses)


def early_stopping_wrong_last_seen_before(val_losses, patience):
    best, best_epoch = np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            return best_epoch, epoch - 1
    return best_epoch, len(val_losses)


def early_stopping_wrong_equal_from_zero(val_losses, patience):
    best, wait = 0, 0
    for i, loss in enumerate(val_losses):
        if loss <= val_losses[best]:
            best, wait = i, 0
        else:
            wait += 1
        if wait == patience:
            return best, i
    return best, len(val_losses) - 1


def early_stopping_right_counter(val_losses, patience):
    best_epoch, best, wait = 1, val_losses[0], 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < best:
            best_epoch, best, wait = epoch, val_losses[epoch - 1], 0
        else:
            wait += 1
            if wait == patience:
                return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_right_argmin_of_prefixes(val_losses, patience):
    for stop in range(1, len(val_losses) + 1):
        best = int(np.argmin(val_losses[:stop])) + 1
        if stop - best >= patience:
            break
    return best, stop


def early_stopping_right_windows(val_losses, patience):
    v = list(val_losses)
    stops = [e for e in range(patience + 1, len(v) + 1) if min(v[e - patience:e]) >= min(v[: e - patience])]
    stop = stops[0] if stops else len(v)
    seen = v[:stop]
    return seen.index(min(seen)) + 1, stop


def early_stopping_right_accumulate(val_losses, patience):
    v = np.asarray(val_losses, dtype=float)
    lowest = np.minimum.accumulate(v)
    better = np.concatenate([[True], v[1:] < lowest[:-1]])
    records = np.flatnonzero(better)
    gaps = np.diff(np.append(records, len(v) + patience))
    k = int(np.argmax(gaps > patience)) if np.any(gaps > patience) else len(records) - 1
    return int(records[k]) + 1, int(min(records[k] + patience + 1, len(v)))


def early_stopping_right_class(val_losses, patience):
    class Watch:
        best, best_epoch, epoch = float("inf"), 1, 0

        def stops(self, loss):
            self.epoch += 1
            if loss < self.best:
                self.best, self.best_epoch = loss, self.epoch
            return self.epoch - self.best_epoch >= patience

    watch = Watch()
    any(watch.stops(loss) for loss in val_losses)  # any ends at the first True
    return watch.best_epoch, watch.epoch


def early_stopping_right_while(val_losses, patience):
    n = len(val_losses)
    best = 0
    while True:
        nxt = next((j for j in range(best + 1, min(best + patience, n - 1) + 1)
                    if val_losses[j] < val_losses[best]), None)
        if nxt is None:
            return best + 1, min(best + patience, n - 1) + 1
        best = nxt


# ---- exponential_decay
def exponential_decay_wrong_staircase(step, lr0, rate, every):
    return lr0 * rate ** (step // every)


def exponential_decay_wrong_straight_between(step, lr0, rate, every):
    k, rest = divmod(step, every)
    high = lr0 * rate**k
    low = high * rate
    return high + (low - high) * rest / every


def exponential_decay_wrong_each_step(step, lr0, rate, every):
    return lr0 * rate**step


def exponential_decay_wrong_product(step, lr0, rate, every):
    return lr0 * rate * step / every


def exponential_decay_wrong_exp(step, lr0, rate, every):
    return lr0 * np.exp(-rate * step / every)


def exponential_decay_wrong_lr0_in_power(step, lr0, rate, every):
    return (lr0 * rate) ** (step / every)


def exponential_decay_wrong_inverse_time(step, lr0, rate, every):
    return lr0 / (1 + rate * step / every)


def exponential_decay_wrong_from_one(step, lr0, rate, every):
    return lr0 * rate ** ((step + 1) / every)


def exponential_decay_wrong_upside_down(step, lr0, rate, every):
    return lr0 * rate ** (every / step)


def exponential_decay_wrong_step_forgotten(step, lr0, rate, every):
    return lr0 * rate ** (1 / every)


def exponential_decay_wrong_share_lost(step, lr0, rate, every):
    return lr0 * (1 - rate) ** (step / every)


def exponential_decay_wrong_brackets(step, lr0, rate, every):
    return lr0 * rate ** step / every


def exponential_decay_wrong_starts_again(step, lr0, rate, every):
    return lr0 * rate ** ((step % every) / every)


def exponential_decay_wrong_loop_too_long(step, lr0, rate, every):
    factor = rate ** (1 / every)
    lr = lr0
    for _ in range(step + 1):
        lr *= factor
    return lr


def exponential_decay_wrong_loop_too_short(step, lr0, rate, every):
    lr = lr0
    for _ in range(1, step):
        lr = lr * rate ** (1 / every)
    return lr


def exponential_decay_wrong_factor_divided(step, lr0, rate, every):
    lr = lr0
    for _ in range(step):
        lr *= rate / every
    return lr


def exponential_decay_wrong_factor_from_line(step, lr0, rate, every):
    factor = 1 - (1 - rate) / every
    return lr0 * factor**step


def exponential_decay_wrong_line(step, lr0, rate, every):
    return lr0 - (lr0 - lr0 * rate) * step / every


def exponential_decay_wrong_hundred(step, lr0, rate, every):
    return lr0 * rate ** (step / 100)


def exponential_decay_wrong_half(step, lr0, rate, every):
    return lr0 * 0.5 ** (2 * step / every)


def exponential_decay_wrong_rounded(step, lr0, rate, every):
    return round(lr0 * rate ** (step / every), 3)


def exponential_decay_wrong_floor(step, lr0, rate, every):
    return max(lr0 * rate ** (step / every), 1e-3)


def exponential_decay_wrong_whole_division(step, lr0, rate, every):
    return lr0 * rate ** (step * (1 // every))


def exponential_decay_wrong_exchanged(step, lr0, rate, every):
    return rate * lr0 ** (step / every)


def exponential_decay_wrong_staircase_from_one(step, lr0, rate, every):
    lr = lr0
    for s in range(1, step + 2):
        if s % every == 0:
            lr *= rate
    return lr


def exponential_decay_right_power(step, lr0, rate, every):
    return lr0 * rate ** (step / every)


def exponential_decay_right_loop(step, lr0, rate, every):
    factor = rate ** (1 / every)
    lr = lr0
    for _ in range(step):
        lr *= factor
    return lr


def exponential_decay_right_logarithms(step, lr0, rate, every):
    speed = -np.log(rate) / every
    return float(lr0 * np.exp(-speed * step))


def exponential_decay_right_divmod(step, lr0, rate, every):
    whole, rest = divmod(step, every)
    return lr0 * rate**whole * rate ** (rest / every)


def exponential_decay_right_geomspace(step, lr0, rate, every):
    whole, rest = step // every, step % every
    within = np.geomspace(1.0, rate, every + 1)
    return float(lr0 * math.pow(rate, whole) * within[rest])


def exponential_decay_right_base_two(step, lr0, rate, every):
    return lr0 * 2.0 ** (math.log2(rate) * step / every)


# ---- successive_halving
def successive_halving_wrong_zero(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = n // eta, r * eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_no_last_round(n, eta):
    rounds, r = [], 1
    while n > 1:
        rounds.append((n, r))
        n, r = max(1, n // eta), r * eta
    return rounds


def successive_halving_wrong_rounded_up(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = math.ceil(n / eta), r * eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_round(n, eta):
    rounds = [(n, 1)]
    while rounds[-1][0] > 1:
        k, r = rounds[-1]
        rounds.append((max(1, round(k / eta)), r * eta))
    return rounds


def successive_halving_wrong_added(n, eta):
    rounds, r = [], 1
    while True:
        rounds.append((n, r))
        if n == 1:
            return rounds
        n = max(1, n // eta)
        r += eta


def successive_halving_wrong_times_round(n, eta):
    rounds, i = [(n, 1)], 0
    while n > 1:
        i += 1
        n = max(1, n // eta)
        rounds.append((n, eta * i))
    return rounds


def successive_halving_wrong_starts_with_eta(n, eta):
    rounds, i = [], 1
    while n > 1:
        rounds.append((n, eta**i))
        n = max(1, n // eta)
        i += 1
    return rounds + [(1, eta**i)]


def successive_halving_wrong_halves(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n = max(1, n // 2)
        r *= eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_doubled(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n = max(1, n // eta)
        r *= 2
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_one_in_eta_dropped(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n = max(1, n - max(1, n // eta))
        r *= eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_single_missing(n, eta):
    if n <= 1:
        return []
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = max(1, n // eta), r * eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_fewer_than_eta(n, eta):
    rounds, r = [], 1
    while n >= 1:
        rounds.append((n, r))
        n, r = n // eta, r * eta
    return rounds


def successive_halving_wrong_pair_turned(n, eta):
    rounds, r = [(1, n)], 1
    while n > 1:
        n, r = max(1, n // eta), r * eta
        rounds.append((r, n))
    return rounds


def successive_halving_wrong_all_together(n, eta):
    rounds, r = [(n, n)], 1
    while n > 1:
        n, r = max(1, n // eta), r * eta
        rounds.append((n, n * r))
    return rounds


def successive_halving_wrong_fractions(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = max(1, n / eta), r * eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_first_missing(n, eta):
    rounds, r = [], 1
    while n > 1:
        n = max(1, n // eta)
        r *= eta
        rounds.append((n, r))
    return rounds or [(1, 1)]


def successive_halving_wrong_two_lists(n, eta):
    ns, rs = [n], [1]
    while ns[-1] > 1:
        ns.append(max(1, ns[-1] // eta))
        rs.append(rs[-1] * eta)
    return ns, rs


def successive_halving_wrong_logarithm(n, eta):
    last, power = 0, eta
    while power <= n:
        last, power = last + 1, power * eta
    return [(max(1, n // eta**i), eta**i) for i in range(last + 1)]


def successive_halving_wrong_budget(n, eta):
    rounds, k = [(n, 1)], n
    while k > 1:
        k = max(1, k // eta)
        rounds.append((k, n // k))
    return rounds


def successive_halving_wrong_single_twice(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = max(1, n // eta), r * eta
        rounds.append((n, r))
    rounds.append((1, r * eta))
    return rounds


def successive_halving_wrong_example(n, eta):
    return [(14, 1), (4, 3), (1, 9)]


def successive_halving_wrong_resource_stays(n, eta):
    rounds = [(n, 1)]
    while n > 1:
        n = max(1, n // eta)
        rounds.append((n, 1))
    return rounds


def successive_halving_wrong_up_and_no_last(n, eta):
    rounds, r = [], 1
    while n > 1:
        rounds.append((n, r))
        n, r = -(-n // eta), r * eta
    return rounds


def successive_halving_right_while(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n, r = max(1, n // eta), r * eta
        rounds.append((n, r))
    return rounds


def successive_halving_right_recursion(n, eta):
    def rounds(k, r):
        return [(k, r)] + ([] if k == 1 else rounds(max(k // eta, 1), r * eta))

    return rounds(n, 1)


def successive_halving_right_powers(n, eta):
    out = []
    i = 0
    while not out or out[-1][0] != 1:
        out.append((max(1, n // eta**i), eta**i))
        i += 1
    return out


def successive_halving_right_generator(n, eta):
    def go():
        left, resource = n, 1
        while True:
            yield left, resource
            if left == 1:
                return
            left = (left - left % eta) // eta or 1
            resource *= eta

    return list(go())


def successive_halving_right_picked(n, eta):
    pool, rounds, resource = range(n), [], 1
    while len(pool) > 1:
        rounds.append((len(pool), resource))
        n_on = len(pool[eta - 1 :: eta])
        pool = pool[:n_on] if n_on else pool[:1]
        resource = resource * eta
    return rounds + [(len(pool), resource)]


# ---- when_to_stop
def when_to_stop_wrong_a_training_falls():
    return 2, 2, 3, 4, 2


def when_to_stop_wrong_a_smaller_rate():
    a = 3
    b, c, d, e = 2, 3, 4, 2
    return a, b, c, d, e


def when_to_stop_wrong_a_larger():
    return (4, 2, 3, 4, 2)


def when_to_stop_wrong_b_larger():
    return 1, 4, 3, 4, 2


def when_to_stop_wrong_b_stop():
    return 1, 1, 3, 4, 2


def when_to_stop_wrong_b_smaller_rate():
    answers = dict(a=1, b=3, c=3, d=4, e=2)
    return tuple(answers.values())


def when_to_stop_wrong_c_back():
    return 1, 2, 1, 4, 2


def when_to_stop_wrong_c_go_on():
    return 1, 2, 2, 4, 2


def when_to_stop_wrong_c_larger():
    return 1, 2, 4, 4, 2


def when_to_stop_wrong_d_stop():
    return 1, 2, 3, 1, 2


def when_to_stop_wrong_d_go_on():
    return 1, 2, 3, 2, 2


def when_to_stop_wrong_d_smaller_rate():
    return 1, 2, 3, 3, 2


def when_to_stop_wrong_e_one_rise():
    return 1, 2, 3, 4, 1


def when_to_stop_wrong_e_jumps():
    return 1, 2, 3, 4, 3


def when_to_stop_wrong_e_training_above():
    return 1, 2, 3, 4, 4


def when_to_stop_wrong_c_d_exchanged():
    return 1, 2, 4, 3, 2


def when_to_stop_wrong_from_zero():
    return 0, 1, 2, 3, 1


def when_to_stop_wrong_text():
    return "1", "2", "3", "4", "2"


def when_to_stop_wrong_five_numbers():
    return 1, 2, 3, 4, 5


def when_to_stop_wrong_a_and_e():
    return 2, 2, 3, 4, 1


def when_to_stop_wrong_slow_and_stuck():
    return 1, 4, 3, 2, 2


def when_to_stop_right_tuple():
    return 1, 2, 3, 4, 2


def when_to_stop_right_named():
    BACK, GO_ON, SMALLER_RATE, LARGER = 1, 2, 3, 4
    a = BACK          # lowest at epoch 10, has risen since
    b = GO_ON         # both still fall
    c = SMALLER_RATE  # jumps
    d = LARGER        # stuck where others are not
    e = GO_ON         # 0.40 is the lowest so far; training is high because of dropout
    return a, b, c, d, e


def when_to_stop_right_dictionary():
    what = {"overfits": 1, "learns": 2, "jumps": 3, "underfits": 4}
    return tuple(what[w] for w in "overfits learns jumps underfits learns".split())


def when_to_stop_right_from_the_table():
    runs = {
        "a": ([0.51, 0.34, 0.22, 0.14, 0.09, 0.05], [0.55, 0.46, 0.50, 0.56, 0.63, 0.71]),
        "b": ([0.92, 0.81, 0.72, 0.65, 0.59, 0.54], [0.94, 0.83, 0.75, 0.68, 0.62, 0.58]),
        "c": ([0.58, 0.44, 0.61, 0.42, 0.63, 0.45], [0.60, 0.47, 0.55, 0.52, 0.66, 0.48]),
        "d": ([0.86, 0.81, 0.80, 0.80, 0.80, 0.80], [0.87, 0.82, 0.81, 0.81, 0.81, 0.81]),
        "e": ([0.77, 0.64, 0.56, 0.50, 0.46, 0.43], [0.66, 0.55, 0.49, 0.51, 0.43, 0.40]),
    }

    def decide(train, val):
        if np.sum(np.diff(train) > 0) >= 2:
            return 3
        if train[-1] == train[-3]:
            return 4
        return 2 if np.argmin(val) == len(val) - 1 else 1

    return tuple(decide(*runs[name]) for name in "abcde")


# ---- find_leak
def find_leak_wrong_scans_honest():
    return 0, 3, 2, 0, 4


def find_leak_wrong_scans_scaling():
    return 2, 3, 2, 0, 4


def find_leak_wrong_scans_choice():
    return 3, 3, 2, 0, 4


def find_leak_wrong_scans_test():
    return 4, 3, 2, 0, 4


def find_leak_wrong_prices_honest():
    scans, reviews, birds, loans = 1, 2, 0, 4
    prices = 0
    return scans, prices, reviews, birds, loans


def find_leak_wrong_prices_split():
    return 1, 1, 2, 0, 4


def find_leak_wrong_prices_report():
    return 1, 4, 2, 0, 4


def find_leak_wrong_prices_scale():
    return 1, 2, 2, 0, 4


def find_leak_wrong_reviews_honest():
    return 1, 3, 0, 0, 4


def find_leak_wrong_reviews_copies():
    return 1, 3, 1, 0, 4


def find_leak_wrong_reviews_split():
    return 1, 3, 3, 0, 4


def find_leak_wrong_reviews_cross_validation():
    return 1, 3, 4, 0, 4


def find_leak_wrong_birds_split():
    return 1, 3, 2, 1, 4


def find_leak_wrong_birds_copies():
    return 1, 3, 2, 2, 4


def find_leak_wrong_birds_sixty():
    return 1, 3, 2, 3, 4


def find_leak_wrong_birds_trained_again():
    return 1, 3, 2, 4, 4


def find_leak_wrong_loans_honest():
    return 1, 3, 2, 0, 0


def find_leak_wrong_loans_search():
    return 1, 3, 2, 0, 3


def find_leak_wrong_loans_split():
    return 1, 3, 2, 0, 1


def find_leak_wrong_from_zero():
    return 0, 2, 1, 0, 3


def find_leak_wrong_true_false():
    return True, True, True, False, True


def find_leak_wrong_text():
    return tuple("13204")


def find_leak_wrong_scans_birds():
    return 0, 3, 2, 1, 4


def find_leak_wrong_cross_validation_cures():
    return 1, 3, 0, 0, 0


def find_leak_right_tuple():
    return 1, 3, 2, 0, 4


def find_leak_right_named():
    scans = 1
    prices = 3
    reviews = 2
    birds = 0
    loans = 4
    return scans, prices, reviews, birds, loans


def find_leak_right_digits():
    return tuple(int(c) for c in "13204")


def find_leak_right_table():
    uses_test = {
        "scans": [True, False, False, False],
        "prices": [False, False, True, False],
        "reviews": [False, True, False, False],
        "birds": [False, False, False, False],
        "loans": [False, False, False, True],
    }
    return tuple(leaks.index(True) + 1 if any(leaks) else 0 for leaks in uses_test.values())


# ---- by another person, later
def l2_gradient_wrong_first_row_spared_2(W, l2):
    grad = l2 * np.array(W, dtype=float)
    grad[0] = 0
    return grad


def exponential_decay_wrong_inverse_time_2(step, lr0, rate, every):
    k = 1 / rate - 1
    return lr0 / (1 + k * step / every)


def exponential_decay_wrong_stops_at_every_2(step, lr0, rate, every):
    progress = min(step / every, 1)
    return lr0 * rate**progress


def successive_halving_wrong_single_one_twice_2(n, eta):
    rounds = [(n, 1)]
    while True:
        before, resource = rounds[-1]
        rounds.append((max(1, before // eta), resource * eta))
        if rounds[-1][0] == 1:
            return rounds


def successive_halving_wrong_summed_resource_2(n, eta):
    rounds, r, total = [], 1, 0
    while True:
        total += r
        rounds.append((n, total))
        if n <= 1:
            break
        n = max(1, n // eta)
        r *= eta
    return rounds


WRONG = {
    'dropout': [
        ('no-factor', dropout_wrong_no_factor, 'no factor: what stays is not divided by 1 - rate'),
        ('times-keep', dropout_wrong_times_keep, 'what stays is multiplied by 1 - rate in place of divided by it'),
        ('keeps-rate', dropout_wrong_keeps_rate, 'keeps with probability rate, drops with 1 - rate: the comparison is turned round'),
        ('divided-by-rate', dropout_wrong_divided_by_rate, 'divided by rate in place of 1 - rate (and by 0 if rate is 0)'),
        ('rate-is-keep', dropout_wrong_rate_is_keep, 'takes rate for the probability of staying, in the comparison and in the factor'),
        ('global-generator', dropout_wrong_global_generator, "draws from NumPy's global generator, not from rng"),
        ('new-generator', dropout_wrong_new_generator, 'makes a new generator with a fixed seed: the same mask in each call, rng unused'),
        ('whole-columns', dropout_wrong_whole_columns, 'one draw for each unit, the same for all rows: whole columns are dropped together'),
        ('whole-rows', dropout_wrong_whole_rows, 'one draw for each row: whole rows are dropped together'),
        ('mask-without-factor', dropout_wrong_mask_without_factor, 'the mask returned holds 0 and 1: the factor is in the result only'),
        ('zeros-like', dropout_wrong_zeros_like, 'np.zeros_like(A) holds integers if A does, so the larger entries are cut off'),
        ('mask-type-of-A', dropout_wrong_mask_type_of_A, 'the mask has the type of A: for integers 1 / (1 - rate) is cut off'),
        ('in-place', dropout_wrong_in_place, "sets the dropped entries of the caller's own A to 0"),
        ('exact-share', dropout_wrong_exact_share, 'drops exactly the share rate of the entries: they are not independent of each other'),
        ('order', dropout_wrong_order, 'returned in the other order: the mask first'),
        ('two-draws', dropout_wrong_two_draws, 'draws twice: the mask returned is not the one by which A was multiplied'),
        ('normal', dropout_wrong_normal, 'random numbers of the normal distribution: more than rate of them lie below rate'),
        ('always-half', dropout_wrong_always_half, 'drops half of the entries whatever rate is'),
        ('share-that-stayed', dropout_wrong_share_that_stayed, 'divides by the share that happened to stay, not by 1 - rate'),
        ('mask-from-result', dropout_wrong_mask_from_result, 'the mask is read off the result: where A is 0 it is always 0, though the entry may have stayed'),
        ('tenths', dropout_wrong_tenths, 'draws whole tenths: a rate of 0.25 drops three in ten'),
        ('picked-out', dropout_wrong_picked_out, 'only what stayed is returned, as a vector: the shape of A is lost'),
        ('bool-no-factor', dropout_wrong_bool_no_factor, 'the mask is true and false, and nothing is divided by 1 - rate: two causes'),
        ('keeps-rate-global', dropout_wrong_keeps_rate_global, 'keeps with probability rate and from the global generator: two causes'),
    ],
    'l2_gradient': [
        ('factor-two', l2_gradient_wrong_factor_two, 'the 2 of the derivative is there, the 1/2 of the penalty is not'),
        ('half', l2_gradient_wrong_half, 'the 1/2 of the penalty is there, the 2 of the derivative is not'),
        ('penalty', l2_gradient_wrong_penalty, 'the penalty of each weight, not its derivative'),
        ('square-left', l2_gradient_wrong_square_left, 'the square is not derived: l2 times W squared'),
        ('l1', l2_gradient_wrong_l1, 'the gradient of L1: l2 times the sign'),
        ('abs', l2_gradient_wrong_abs, 'the amount of each weight: the sign is lost'),
        ('minus', l2_gradient_wrong_minus, 'the minus of the descent step is put into the gradient'),
        ('sum', l2_gradient_wrong_sum, 'the sum over all weights is derived as if it stayed: one number'),
        ('weights-after', l2_gradient_wrong_weights_after, 'the weights after the step, not the gradient'),
        ('zeros-like', l2_gradient_wrong_zeros_like, 'np.zeros_like(W) holds integers if W does, so the fractions are cut off'),
        ('in-place', l2_gradient_wrong_in_place, "multiplies the caller's own W"),
        ('mean', l2_gradient_wrong_mean, 'divides by the number of weights: the penalty is a sum, not a mean'),
        ('rows', l2_gradient_wrong_rows, 'divides by the number of rows, as a loss over samples does'),
        ('norm', l2_gradient_wrong_norm, 'the derivative of the norm, not of the sum of squares'),
        ('transposed', l2_gradient_wrong_transposed, 'transposed'),
        ('l2-squared', l2_gradient_wrong_l2_squared, 'l2 is squared'),
        ('matrix-product', l2_gradient_wrong_matrix_product, 'the matrix product of W with itself in place of each weight'),
        ('first-row-free', l2_gradient_wrong_first_row_free, 'leaves the first row out, taking it for the biases'),
        ('fixed', l2_gradient_wrong_fixed, "l2 is the example's 0.1 whatever is given"),
        ('flat', l2_gradient_wrong_flat, 'flattened: the shape of W is lost'),
        ('np-gradient', l2_gradient_wrong_np_gradient, 'np.gradient: differences between neighbours, not the derivative for each weight'),
        ('minus-two', l2_gradient_wrong_minus_two, 'a minus, and 2 in place of 1: two causes'),
        ('first-row-spared-2', l2_gradient_wrong_first_row_spared_2, 'the first row is taken for the bias and gets no penalty, but all of W is weights'),
    ],
    'early_stopping': [
        ('from-zero', early_stopping_wrong_from_zero, 'epochs are counted from 0'),
        ('best-of-all', early_stopping_wrong_best_of_all, 'the best epoch of the whole list, also of what the stopped run never sees'),
        ('equal-is-better', early_stopping_wrong_equal_is_better, 'an equal loss counts as better (<=)'),
        ('counter-not-reset', early_stopping_wrong_counter_not_reset, 'the counter is not set back when the loss is better'),
        ('epoch-before', early_stopping_wrong_epoch_before, 'compares with the epoch before, not with the best one'),
        ('one-late', early_stopping_wrong_one_late, 'stops one epoch late: only when more than patience epochs were not better'),
        ('one-early', early_stopping_wrong_one_early, 'stops one epoch early: the best epoch itself is counted'),
        ('no-end', early_stopping_wrong_no_end, 'the run that is not stopped returns nothing'),
        ('best-plus-patience', early_stopping_wrong_best_plus_patience, 'the best epoch plus patience, even where the list ends before'),
        ('last-of-equals', early_stopping_wrong_last_of_equals, 'of several equal best epochs the last one'),
        ('larger-is-better', early_stopping_wrong_larger_is_better, 'larger is taken for better, as with an accuracy'),
        ('order', early_stopping_wrong_order, 'the two numbers in the other order'),
        ('starts-at-one', early_stopping_wrong_starts_at_one, 'starts with 1 as the best loss: a run whose losses lie above 1 never gets better'),
        ('best-not-replaced', early_stopping_wrong_best_not_replaced, 'the best loss stays that of epoch 1: it is never replaced'),
        ('loss-not-epoch', early_stopping_wrong_loss_not_epoch, 'the lowest loss in place of the epoch in which it was'),
        ('tolerance', early_stopping_wrong_tolerance, 'asks for an improvement of at least 0.001; any smaller loss is better'),
        ('list-only', early_stopping_wrong_list_only, '.index belongs to lists: fails for a vector'),
        ('empties-list', early_stopping_wrong_empties_list, "takes the losses one by one out of the caller's list"),
        ('lowest-then-patience', early_stopping_wrong_lowest_then_patience, 'the lowest of the whole list first, then patience epochs on: an earlier stop is not seen'),
        ('patience-ago', early_stopping_wrong_patience_ago, 'compares with the loss patience epochs ago, not with the best one'),
        ('rises-in-a-row', early_stopping_wrong_rises_in_a_row, 'counts rises over the epoch before, patience of them in a row, not epochs no better than the best'),
        ('last-seen-before', early_stopping_wrong_last_seen_before, 'the epoch in which patience is used up is not counted: the second number is one too small'),
        ('equal-from-zero', early_stopping_wrong_equal_from_zero, 'equal counts as better, and epochs are counted from 0: two causes'),
    ],
    'exponential_decay': [
        ('staircase', exponential_decay_wrong_staircase, 'a staircase: the rate stays level between the multiples of every'),
        ('straight-between', exponential_decay_wrong_straight_between, 'between the multiples of every it falls along a straight line, not by the same factor'),
        ('each-step', exponential_decay_wrong_each_step, 'multiplied by rate in each step: every is not used'),
        ('product', exponential_decay_wrong_product, 'rate is multiplied by the share of steps, not raised to it'),
        ('exp', exponential_decay_wrong_exp, 'e to the minus rate times steps: rate is a factor here, not a speed'),
        ('lr0-in-power', exponential_decay_wrong_lr0_in_power, 'lr0 is raised to the power, too: brackets'),
        ('inverse-time', exponential_decay_wrong_inverse_time, 'the other schedule: 1 / (1 + rate t)'),
        ('from-one', exponential_decay_wrong_from_one, 'steps counted from 1: already lowered at step 0'),
        ('upside-down', exponential_decay_wrong_upside_down, 'the fraction is upside down, every / step (and divides by 0 at step 0)'),
        ('step-forgotten', exponential_decay_wrong_step_forgotten, 'the step is forgotten: always the rate after one step'),
        ('share-lost', exponential_decay_wrong_share_lost, 'rate is taken for the share that is lost: 1 - rate is raised'),
        ('brackets', exponential_decay_wrong_brackets, '** binds tighter than /: the whole is divided by every'),
        ('starts-again', exponential_decay_wrong_starts_again, 'starts again from lr0 after each `every` steps'),
        ('loop-too-long', exponential_decay_wrong_loop_too_long, 'the loop multiplies once too often'),
        ('loop-too-short', exponential_decay_wrong_loop_too_short, 'the loop multiplies once too seldom'),
        ('factor-divided', exponential_decay_wrong_factor_divided, 'one factor for each step, but rate / every in place of the root'),
        ('factor-from-line', exponential_decay_wrong_factor_from_line, 'one factor for each step, taken from a straight line: 1 - (1 - rate) / every'),
        ('line', exponential_decay_wrong_line, 'falls along one straight line'),
        ('hundred', exponential_decay_wrong_hundred, "the example's 100 steps whatever every is"),
        ('half', exponential_decay_wrong_half, "always halved in half of `every` steps, whatever rate is: the example's 0.2 at step 50"),
        ('rounded', exponential_decay_wrong_rounded, 'rounded to three decimals: small rates become 0'),
        ('floor', exponential_decay_wrong_floor, 'never below a floor that nobody asked for'),
        ('whole-division', exponential_decay_wrong_whole_division, '1 // every is 0 for every above 1: the rate never falls'),
        ('exchanged', exponential_decay_wrong_exchanged, 'lr0 and rate exchanged'),
        ('staircase-from-one', exponential_decay_wrong_staircase_from_one, 'a staircase, and counted from 1: two causes'),
        ('inverse-time-2', exponential_decay_wrong_inverse_time_2, 'lr0 / (1 + ...) fits step 0 and step every, but falls like 1/t; it should fall by the same factor in each step'),
        ('stops-at-every-2', exponential_decay_wrong_stops_at_every_2, 'the share of the way is cut at 1, so the rate stays at lr0 * rate after every steps; it should go on falling'),
    ],
    'successive_halving': [
        ('zero', successive_halving_wrong_zero, 'the number is not kept at 1: ends with 0 candidates where eta is larger than what is left'),
        ('no-last-round', successive_halving_wrong_no_last_round, 'the round with a single candidate is missing'),
        ('rounded-up', successive_halving_wrong_rounded_up, 'rounded up'),
        ('round', successive_halving_wrong_round, 'rounded to the nearest whole number, not down'),
        ('added', successive_halving_wrong_added, 'eta is added to the resource in place of multiplied'),
        ('times-round', successive_halving_wrong_times_round, "the resource grows as 1, eta, 2 eta, ...: times the round's number"),
        ('starts-with-eta', successive_halving_wrong_starts_with_eta, 'the resource starts with eta, not with 1'),
        ('halves', successive_halving_wrong_halves, 'always halves: eta is not used for the candidates'),
        ('doubled', successive_halving_wrong_doubled, 'the resource is doubled whatever eta is'),
        ('one-in-eta-dropped', successive_halving_wrong_one_in_eta_dropped, 'one in eta is dropped, not kept'),
        ('single-missing', successive_halving_wrong_single_missing, 'n = 1 gives no round: the first one is put in only if more are left'),
        ('fewer-than-eta', successive_halving_wrong_fewer_than_eta, 'stops as soon as fewer than eta are left, even if that is more than one'),
        ('pair-turned', successive_halving_wrong_pair_turned, 'the pair is turned round: resource first'),
        ('all-together', successive_halving_wrong_all_together, 'the resource of all candidates together, not of each'),
        ('fractions', successive_halving_wrong_fractions, 'divides without rounding: fractions of candidates'),
        ('first-missing', successive_halving_wrong_first_missing, 'written down after the first cut: the first round is missing'),
        ('two-lists', successive_halving_wrong_two_lists, 'two lists in place of a list of pairs'),
        ('logarithm', successive_halving_wrong_logarithm, 'the number of rounds is the logarithm rounded down, plus 1: one too few where more than one is left'),
        ('budget', successive_halving_wrong_budget, 'a budget shared among those left: resource n divided by their number, not times eta'),
        ('single-twice', successive_halving_wrong_single_twice, 'one round more for the single candidate'),
        ('example', successive_halving_wrong_example, "the example's answer whatever is asked"),
        ('resource-stays', successive_halving_wrong_resource_stays, 'the resource stays 1 in all rounds'),
        ('up-and-no-last', successive_halving_wrong_up_and_no_last, 'rounded up, and the last round missing: two causes'),
        ('single-one-twice-2', successive_halving_wrong_single_one_twice_2, 'the loop stops only after a second round with one candidate when n is 1 from the start; n = 1 should give one round only'),
        ('summed-resource-2', successive_halving_wrong_summed_resource_2, 'the second number is the total resource so far; it should be eta times that of the round before'),
    ],
    'when_to_stop': [
        ('a-training-falls', when_to_stop_wrong_a_training_falls, 'a: the training loss still falls, so it goes on; the validation loss has risen since epoch 10'),
        ('a-smaller-rate', when_to_stop_wrong_a_smaller_rate, 'a: a smaller rate is to help against overfitting; it would go on learning by heart'),
        ('a-larger', when_to_stop_wrong_a_larger, 'a: the gap is taken for a sign that the network is too small; it is too large, if anything'),
        ('b-larger', when_to_stop_wrong_b_larger, 'b: slow is taken for stuck; both losses still fall at every look'),
        ('b-stop', when_to_stop_wrong_b_stop, 'b: stop since validation lies above training; that gap is small and does not grow'),
        ('b-smaller-rate', when_to_stop_wrong_b_smaller_rate, 'b: a smaller rate where it falls steadily: it would only be slower'),
        ('c-back', when_to_stop_wrong_c_back, 'c: back to the lowest validation loss, epoch 10; both losses jump, so the steps are too large'),
        ('c-go-on', when_to_stop_wrong_c_go_on, 'c: go on and hope; it has jumped all along and will'),
        ('c-larger', when_to_stop_wrong_c_larger, 'c: a larger network or weaker brakes against jumping: the rate is what is too large'),
        ('d-stop', when_to_stop_wrong_d_stop, 'd: nothing changes any more, so stop; but others reach half of that loss'),
        ('d-go-on', when_to_stop_wrong_d_go_on, 'd: go on and wait, though neither loss has moved since epoch 15'),
        ('d-smaller-rate', when_to_stop_wrong_d_smaller_rate, 'd: a smaller rate on the plateau; nothing jumps there, training itself cannot get lower'),
        ('e-one-rise', when_to_stop_wrong_e_one_rise, 'e: the one rise at epoch 20 is taken for overfitting; epochs 25 and 30 are lower than all before'),
        ('e-jumps', when_to_stop_wrong_e_jumps, 'e: the one rise at epoch 20 is taken for jumping'),
        ('e-training-above', when_to_stop_wrong_e_training_above, 'e: training above validation is taken for underfitting; dropout makes the training loss higher'),
        ('c-d-exchanged', when_to_stop_wrong_c_d_exchanged, 'c and d exchanged: smaller steps where it stands still, a larger network where it jumps'),
        ('from-zero', when_to_stop_wrong_from_zero, 'the numbers counted from 0'),
        ('text', when_to_stop_wrong_text, 'the numbers as text'),
        ('five-numbers', when_to_stop_wrong_five_numbers, 'five runs, so five different numbers: 5 stands for nothing, and a number may come twice'),
        ('a-and-e', when_to_stop_wrong_a_and_e, 'a goes on since training falls, and e stops for one rise: two causes'),
        ('slow-and-stuck', when_to_stop_wrong_slow_and_stuck, 'd goes on, and b is given a larger network: slow and stuck are mixed up, two places'),
    ],
    'find_leak': [
        ('scans-honest', find_leak_wrong_scans_honest, 'scans: called honest, since the scans are split at random; but the same patient is on both sides'),
        ('scans-scaling', find_leak_wrong_scans_scaling, 'scans: the scaling is blamed, though its mean is of the training scans alone'),
        ('scans-choice', find_leak_wrong_scans_choice, 'scans: the choice on the validation scans is blamed; the split before it is the cause'),
        ('scans-test', find_leak_wrong_scans_test, 'scans: the test itself is blamed, though it was opened only once'),
        ('prices-honest', find_leak_wrong_prices_honest, "prices: called honest because the years are in order; training ends by the test years' error"),
        ('prices-split', find_leak_wrong_prices_split, 'prices: the split by years is blamed for not being random; for prices that is right'),
        ('prices-report', find_leak_wrong_prices_report, 'prices: the report is blamed, not the step that decides by the test years'),
        ('prices-scale', find_leak_wrong_prices_scale, 'prices: the scaling is blamed, though the scale is taken from the training years'),
        ('reviews-honest', find_leak_wrong_reviews_honest, 'reviews: called honest because of the cross-validation; the words were picked from all reviews'),
        ('reviews-copies', find_leak_wrong_reviews_copies, 'reviews: throwing out copies is blamed; without it there would be a leak'),
        ('reviews-split', find_leak_wrong_reviews_split, "reviews: the split is blamed for coming late; the step that uses the test's verdicts is the one before"),
        ('reviews-cross-validation', find_leak_wrong_reviews_cross_validation, 'reviews: the cross-validation is blamed, though it stays inside the training set'),
        ('birds-split', find_leak_wrong_birds_split, 'birds: the random split is blamed as in the scans; here whole recordings are split'),
        ('birds-copies', find_leak_wrong_birds_copies, 'birds: the noisy copies are blamed, though they are made after the split, of training recordings'),
        ('birds-sixty', find_leak_wrong_birds_sixty, 'birds: sixty settings on the validation set are blamed; the test set is not touched by that'),
        ('birds-trained-again', find_leak_wrong_birds_trained_again, 'birds: training on the validation recordings, too, is blamed; choosing was over by then'),
        ('loans-honest', find_leak_wrong_loans_honest, 'loans: called honest: pipeline and cross-validation are right, but the layer was chosen by the test set'),
        ('loans-search', find_leak_wrong_loans_search, 'loans: the search is blamed, though it stays inside the training set'),
        ('loans-split', find_leak_wrong_loans_split, 'loans: the random split of the rows is blamed, though each customer has one row only'),
        ('from-zero', find_leak_wrong_from_zero, 'the steps counted from 0, so that 0 means two things'),
        ('true-false', find_leak_wrong_true_false, "true and false (does it leak?) in place of the step's number"),
        ('text', find_leak_wrong_text, 'the numbers as text'),
        ('scans-birds', find_leak_wrong_scans_birds, 'scans honest and birds blamed for the split: which split shares patients is turned round, two places'),
        ('cross-validation-cures', find_leak_wrong_cross_validation_cures, 'reviews honest and loans honest: cross-validation is thought to make all honest, two places'),
    ],
}

RIGHT = {
    'dropout': [
        ('compare', dropout_right_compare),
        ('binomial', dropout_right_binomial),
        ('loops', dropout_right_loops),
        ('choice', dropout_right_choice),
        ('exponential', dropout_right_exponential),
        ('floor', dropout_right_floor),
    ],
    'l2_gradient': [
        ('product', l2_gradient_right_product),
        ('ndindex', l2_gradient_right_ndindex),
        ('rule-of-powers', l2_gradient_right_rule_of_powers),
        ('complex-step', l2_gradient_right_complex_step),
        ('product-rule', l2_gradient_right_product_rule),
        ('list', l2_gradient_right_list),
        ('two-axes', l2_gradient_right_two_axes),
    ],
    'early_stopping': [
        ('counter', early_stopping_right_counter),
        ('argmin-of-prefixes', early_stopping_right_argmin_of_prefixes),
        ('windows', early_stopping_right_windows),
        ('accumulate', early_stopping_right_accumulate),
        ('class', early_stopping_right_class),
        ('while', early_stopping_right_while),
    ],
    'exponential_decay': [
        ('power', exponential_decay_right_power),
        ('loop', exponential_decay_right_loop),
        ('logarithms', exponential_decay_right_logarithms),
        ('divmod', exponential_decay_right_divmod),
        ('geomspace', exponential_decay_right_geomspace),
        ('base-two', exponential_decay_right_base_two),
    ],
    'successive_halving': [
        ('while', successive_halving_right_while),
        ('recursion', successive_halving_right_recursion),
        ('powers', successive_halving_right_powers),
        ('generator', successive_halving_right_generator),
        ('picked', successive_halving_right_picked),
    ],
    'when_to_stop': [
        ('tuple', when_to_stop_right_tuple),
        ('named', when_to_stop_right_named),
        ('dictionary', when_to_stop_right_dictionary),
        ('from-the-table', when_to_stop_right_from_the_table),
    ],
    'find_leak': [
        ('tuple', find_leak_right_tuple),
        ('named', find_leak_right_named),
        ('digits', find_leak_right_digits),
        ('table', find_leak_right_table),
    ],
}


def l2_gradient_wrong_summed_up_3(W, l2):
    return np.full(W.shape, l2 * W.sum())


WRONG['l2_gradient'] += [
    ('summed-up', l2_gradient_wrong_summed_up_3, 'The sum of the penalty is kept in the derivative, so every place gets l2 times the sum of all weights instead of l2 times its own weight.'),
]


def successive_halving_wrong_rounds_nearest_3(n, eta):
    rounds, resource = [], 1
    while True:
        rounds.append((n, resource))
        if n <= 1:
            return rounds
        n = max(1, int(n / eta + 0.5))
        resource *= eta


def successive_halving_wrong_one_round_extra_3(n, eta):
    rounds, resource = [(n, 1)], 1
    while n >= eta:
        n = n // eta
        resource *= eta
        rounds.append((n, resource))
    if n >= 1:
        rounds.append((1, resource * eta))
    return rounds


WRONG['successive_halving'] += [
    ('rounds-nearest', successive_halving_wrong_rounds_nearest_3, '`int(n / eta + 0.5)` rounds to the nearest whole number instead of down.'),
    ('one-round-extra', successive_halving_wrong_one_round_extra_3, 'A round with one candidate is added even if the loop already ended at one; it should be added only if more than one was left.'),
]


# ---- dropout, once more
def dropout_wrong_whole_units(A, rate, rng):
    kept = rng.random(A.shape[1]) >= rate
    mask = np.tile(kept / (1 - rate), (len(A), 1))
    return A * mask, mask


def dropout_wrong_share_that_stayed_2(A, rate, rng):
    mask = (rng.random(A.shape) >= rate).astype(float)
    if mask.any():
        mask /= mask.mean()
    return A * mask, mask


def dropout_wrong_exact_number(A, rate, rng):
    mask = np.full(A.size, 1 / (1 - rate))
    mask[rng.permutation(A.size)[: round(rate * A.size)]] = 0
    mask = mask.reshape(A.shape)
    return A * mask, mask


def dropout_wrong_integer_mask(A, rate, rng):
    mask = np.zeros_like(A)
    mask[rng.random(A.shape) >= rate] = 1 / (1 - rate)
    return (A * mask).astype(float), mask.astype(float)


def dropout_wrong_drawn_twice(A, rate, rng):
    def mask():
        return np.where(rng.random(A.shape) < rate, 0, 1 / (1 - rate))

    return A * mask(), mask()


def dropout_right_choice_2(A, rate, rng):
    mask = rng.choice(np.array([0.0, 1 / (1 - rate)]), size=A.shape, p=[rate, 1 - rate])
    return np.multiply(A, mask), mask


def dropout_right_loop(A, rate, rng):
    left, mask = np.zeros(A.shape), np.zeros(A.shape)
    for place in np.ndindex(*A.shape):
        if rng.uniform() < 1 - rate:
            mask[place] = 1 / (1 - rate)
            left[place] = A[place] * mask[place]
    return left, mask


WRONG['dropout'] += [
    ('whole-units', dropout_wrong_whole_units,
     'rng.random(A.shape[1]) draws once for each unit, so whole columns go together; each entry must be drawn by itself: rng.random(A.shape).'),
    ('share-that-stayed-2', dropout_wrong_share_that_stayed_2,
     'mask /= mask.mean() divides by the share that happened to stay instead of by 1 - rate.'),
    ('exact-number', dropout_wrong_exact_number,
     'rng.permutation drops exactly round(rate * size) entries, so they are not independent of one another.'),
    ('integer-mask', dropout_wrong_integer_mask,
     'np.zeros_like(A) is an integer array if A is, and cuts 1 / (1 - rate) down to a whole number.'),
    ('drawn-twice', dropout_wrong_drawn_twice,
     'mask() is called twice and draws anew, so the mask returned is not the one by which A was multiplied.'),
]

RIGHT['dropout'] += [
    ('choice-2', dropout_right_choice_2),
    ('loop', dropout_right_loop),
]


# ---- l2_gradient, once more
def l2_gradient_wrong_half_stays(W, l2):
    return l2 / 2 * W


def l2_gradient_wrong_norm_2(W, l2):
    size = np.sqrt(np.sum(W**2))
    return l2 * W / size if size > 0 else np.zeros(W.shape)


def l2_gradient_wrong_integer_result(W, l2):
    G = np.zeros_like(W)
    G[:] = l2 * W
    return G


def l2_gradient_wrong_first_row_bias(W, l2):
    G = l2 * W.astype(float)
    G[0] = 0
    return G


def l2_gradient_wrong_mean_2(W, l2):
    return l2 * W / W.size


def l2_gradient_right_two_sides(W, l2):
    return np.array([[(l2 / 2) * (w + w) for w in map(float, row)] for row in W]).reshape(W.shape)


def l2_gradient_right_einsum(W, l2):
    return np.einsum("ij,->ij", np.asarray(W, dtype=float), float(l2))


WRONG['l2_gradient'] += [
    ('half-stays', l2_gradient_wrong_half_stays,
     'The 2 of the derivative of w**2 cancels the half: l2 * W, not l2 / 2 * W.'),
    ('norm-2', l2_gradient_wrong_norm_2,
     'This is the derivative of l2 times the norm (with its root), not of l2/2 times the sum of squares.'),
    ('integer-result', l2_gradient_wrong_integer_result,
     'np.zeros_like(W) is an integer array if W is, and cuts the fractions off.'),
    ('first-row-bias', l2_gradient_wrong_first_row_bias,
     'G[0] = 0 spares the first row as if it were the biases; W holds weights only.'),
    ('mean-2', l2_gradient_wrong_mean_2,
     'Divided by the number of weights, as if the penalty were a mean instead of a sum.'),
]

RIGHT['l2_gradient'] += [
    ('two-sides', l2_gradient_right_two_sides),
    ('einsum', l2_gradient_right_einsum),
]


# ---- early_stopping, once more
def early_stopping_wrong_falsy_best(val_losses, patience):
    best, best_epoch, waited = None, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if not best or loss < best:
            best, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == patience:
                return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_asks_too_early(val_losses, patience):
    best, best_epoch = math.inf, 1
    for epoch, loss in enumerate(val_losses, 1):
        if epoch - best_epoch >= patience and epoch > 1:
            return best_epoch, epoch
        if loss < best:
            best, best_epoch = loss, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_min_delta(val_losses, patience, min_delta=1e-4):
    best, best_epoch, waited = math.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best - min_delta:
            best, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
            if waited == patience:
                return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_against_previous(val_losses, patience):
    best, best_epoch, waited, previous = math.inf, 0, 0, math.inf
    for epoch, loss in enumerate(val_losses, 1):
        waited = 0 if loss < previous else waited + 1
        previous = loss
        if loss < best:
            best, best_epoch = loss, epoch
        if waited == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_wrong_improvement_forgives_one(val_losses, patience):
    best, best_epoch, waited = math.inf, 0, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best, best_epoch = loss, epoch
            waited = max(0, waited - 1)
        else:
            waited += 1
        if waited == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def early_stopping_right_prefixes(val_losses, patience):
    v = np.asarray(val_losses, dtype=float)
    for stop in range(1, len(v) + 1):
        best = int(np.argmin(v[:stop])) + 1
        if stop - best == patience:
            break
    return best, stop


def early_stopping_right_jumps(val_losses, patience):
    v = list(val_losses)
    best = 0
    while True:
        later = [e for e in range(best + 1, min(best + patience + 1, len(v))) if v[e] < v[best]]
        if not later:
            return best + 1, min(best + patience + 1, len(v))
        best = later[0]


WRONG['early_stopping'] += [
    ('falsy-best', early_stopping_wrong_falsy_best,
     "'not best' is also true if the best loss is exactly 0; 'best is None' is meant."),
    ('asks-too-early', early_stopping_wrong_asks_too_early,
     "Patience is tested before the epoch's own loss is compared, so an epoch that is better than the best one still ends the run."),
    ('min-delta', early_stopping_wrong_min_delta,
     'loss < best - min_delta asks for an improvement of 0.0001; better means smaller by however little.'),
    ('against-previous', early_stopping_wrong_against_previous,
     'The counting compares with the epoch before, not with the best so far.'),
    ('improvement-forgives-one', early_stopping_wrong_improvement_forgives_one,
     'waited = max(0, waited - 1): a new best must put the count to 0, epochs in a row are counted.'),
]

RIGHT['early_stopping'] += [
    ('prefixes', early_stopping_right_prefixes),
    ('jumps', early_stopping_right_jumps),
]


# ---- exponential_decay, once more
def exponential_decay_wrong_straight_between_2(step, lr0, rate, every):
    k, rest = divmod(step, every)
    start, end = lr0 * rate**k, lr0 * rate ** (k + 1)
    return start + (end - start) * rest / every


def exponential_decay_wrong_factor_linear(step, lr0, rate, every):
    return lr0 * (1 - (1 - rate) / every) ** step


def exponential_decay_wrong_ends_at_every(step, lr0, rate, every):
    return lr0 * rate ** (min(step, every) / every)


def exponential_decay_wrong_brackets_2(step, lr0, rate, every):
    return (lr0 * rate) ** (step / every)


def exponential_decay_wrong_natural_base(step, lr0, rate, every):
    return lr0 * math.exp(-(1 - rate) * step / every)


def exponential_decay_right_log(step, lr0, rate, every):
    return lr0 * math.exp(step / every * math.log(rate))


def exponential_decay_right_divmod_2(step, lr0, rate, every):
    factor = rate ** (1 / every)
    k, rest = divmod(step, every)
    lr = lr0
    for _ in range(k):
        lr = lr * rate
    return lr * factor**rest


WRONG['exponential_decay'] += [
    ('straight-between-2', exponential_decay_wrong_straight_between_2,
     'Between the multiples of every it goes down in a straight line, not always by the same factor: rate ** (step / every).'),
    ('factor-linear', exponential_decay_wrong_factor_linear,
     'The factor of one step is 1 - (1 - rate) / every instead of the root rate ** (1 / every).'),
    ('ends-at-every', exponential_decay_wrong_ends_at_every,
     'min(step, every) stops the decay after every steps; it goes on.'),
    ('brackets-2', exponential_decay_wrong_brackets_2,
     'The brackets raise lr0 to the power, too: lr0 * rate ** (step / every).'),
    ('natural-base', exponential_decay_wrong_natural_base,
     'exp(-(1 - rate) t) is e to the power, which is not rate ** t: after every steps the factor is not rate.'),
]

RIGHT['exponential_decay'] += [
    ('log', exponential_decay_right_log),
    ('divmod-2', exponential_decay_right_divmod_2),
]


# ---- successive_halving, once more
def successive_halving_wrong_one_in_eta_leaves(n, eta):
    rounds, r = [(n, 1)], 1
    while n > 1:
        n = max(1, n - max(1, n // eta))
        r *= eta
        rounds.append((n, r))
    return rounds


def successive_halving_wrong_summed_resource(n, eta):
    rounds, step, total = [(n, 1)], 1, 1
    while n > 1:
        n = max(1, n // eta)
        step *= eta
        total += step
        rounds.append((n, total))
    return rounds


def successive_halving_wrong_equal_budget(n, eta):
    budget, rounds = n, []
    while n > 1:
        rounds.append((n, budget // n))
        n = max(1, n // eta)
    return rounds + [(1, budget)]


def successive_halving_wrong_number_by_log(n, eta):
    n_rounds = math.ceil(math.log(n, eta)) + 1
    return [(max(1, n // eta**k), eta**k) for k in range(n_rounds)]


def successive_halving_wrong_below_eta_ends(n, eta):
    rounds, r = [], 1
    while n >= 1:
        rounds.append((n, r))
        n, r = n // eta, r * eta
    return rounds


def successive_halving_right_recursive(n, eta):
    if n == 1:
        return [(1, 1)]
    return [(n, 1)] + [(m, eta * r) for m, r in successive_halving_right_recursive(max(n // eta, 1), eta)]


def successive_halving_right_powers_2(n, eta):
    rounds, r = [], 1
    while n // r > 1:
        rounds.append((n // r, r))
        r *= eta
    rounds.append((1, r))
    return rounds


WRONG['successive_halving'] += [
    ('one-in-eta-leaves', successive_halving_wrong_one_in_eta_leaves,
     'n - n // eta takes one in eta out; one in eta goes on: n // eta.'),
    ('summed-resource', successive_halving_wrong_summed_resource,
     'total += step reports what a candidate has got in all rounds together; the resource of a round is eta times that of the round before.'),
    ('equal-budget', successive_halving_wrong_equal_budget,
     'budget // n keeps the total of each round equal instead of multiplying by eta (differs where n is no power of eta).'),
    ('number-by-log', successive_halving_wrong_number_by_log,
     'The number of rounds is ceil(log n) + 1: where the count reaches 1 earlier a second round with one candidate follows (14 and 3).'),
    ('below-eta-ends', successive_halving_wrong_below_eta_ends,
     'n // eta without max(1, ...) becomes 0 from 2 candidates and eta 3, so the round with a single one is missing.'),
]

RIGHT['successive_halving'] += [
    ('recursive', successive_halving_right_recursive),
    ('powers-2', successive_halving_right_powers_2),
]


# ---- when_to_stop, once more
def when_to_stop_wrong_e_rise():
    a, b, c, d, e = 1, 2, 3, 4, 1
    return a, b, c, d, e


def when_to_stop_wrong_e_weaker_brakes():
    a, b, c, d, e = 1, 2, 3, 4, 4
    return a, b, c, d, e


def when_to_stop_wrong_c_back_to_10():
    a, b, c, d, e = 1, 2, 1, 4, 2
    return a, b, c, d, e


def when_to_stop_wrong_d_smaller_rate_2():
    a, b, c, d, e = 1, 2, 3, 3, 2
    return a, b, c, d, e


def when_to_stop_wrong_b_larger_network():
    a, b, c, d, e = 1, 4, 3, 4, 2
    return a, b, c, d, e


def when_to_stop_right_plain():
    a = 1
    b = e = 2
    c, d = 3, 4
    return a, b, c, d, e


def when_to_stop_right_rules():
    train = {
        "a": [0.51, 0.34, 0.22, 0.14, 0.09, 0.05],
        "b": [0.92, 0.81, 0.72, 0.65, 0.59, 0.54],
        "c": [0.58, 0.44, 0.61, 0.42, 0.63, 0.45],
        "d": [0.86, 0.81, 0.80, 0.80, 0.80, 0.80],
        "e": [0.77, 0.64, 0.56, 0.50, 0.46, 0.43],
    }
    val_end = {"a": (0.46, 0.71), "b": (0.58, 0.58), "c": (0.47, 0.48), "d": (0.81, 0.81), "e": (0.40, 0.40)}
    answers = []
    for run, losses in train.items():
        lowest, last = val_end[run]
        steps = np.diff(losses)
        if (steps > 0).any():
            answers.append(3)
        elif last > 1.2 * lowest:
            answers.append(1)
        elif steps[-1] == 0:
            answers.append(4)
        else:
            answers.append(2)
    return tuple(answers)


WRONG['when_to_stop'] += [
    ('e-rise', when_to_stop_wrong_e_rise,
     'e: one rise of the validation loss (epoch 20) is taken for overfitting; it goes on falling: 2.'),
    ('e-weaker-brakes', when_to_stop_wrong_e_weaker_brakes,
     'e: training loss above validation loss comes from measuring it with dropout, and both still fall: 2.'),
    ('c-back-to-10', when_to_stop_wrong_c_back_to_10,
     'c: the jumps are not overfitting but too large a rate: 3.'),
    ('d-smaller-rate-2', when_to_stop_wrong_d_smaller_rate_2,
     'd: the rate was lowered twice without effect; both losses are high, so the network is too small or braked: 4.'),
    ('b-larger-network', when_to_stop_wrong_b_larger_network,
     'b: both losses are high but still fall steadily: go on, 2.'),
]

RIGHT['when_to_stop'] += [
    ('plain', when_to_stop_right_plain),
    ('rules', when_to_stop_right_rules),
]


# ---- find_leak, once more
def find_leak_wrong_birds_validation():
    scans, prices, reviews, birds, loans = 1, 3, 2, 4, 4
    return scans, prices, reviews, birds, loans


def find_leak_wrong_birds_copies_2():
    scans, prices, reviews, birds, loans = 1, 3, 2, 2, 4
    return scans, prices, reviews, birds, loans


def find_leak_wrong_loans_honest_2():
    scans, prices, reviews, birds, loans = 1, 3, 2, 0, 0
    return scans, prices, reviews, birds, loans


def find_leak_wrong_reviews_split_too_late():
    scans, prices, reviews, birds, loans = 1, 3, 3, 0, 4
    return scans, prices, reviews, birds, loans


def find_leak_wrong_prices_not_at_random():
    scans, prices, reviews, birds, loans = 1, 1, 2, 0, 4
    return scans, prices, reviews, birds, loans


def find_leak_right_plain():
    return 1, 3, 2, 0, 4


def find_leak_right_named_2():
    leak = dict(loans=4, birds=0, scans=1, reviews=2, prices=3)
    return tuple(leak[name] for name in "scans prices reviews birds loans".split())


WRONG['find_leak'] += [
    ('birds-validation', find_leak_wrong_birds_validation,
     'birds: training again on training and validation rows takes nothing from the test: 0.'),
    ('birds-copies-2', find_leak_wrong_birds_copies_2,
     'birds: the copies are made after the split and of training recordings only: 0.'),
    ('loans-honest-2', find_leak_wrong_loans_honest_2,
     'loans: the layer was added because of the test accuracy, a choice by the test set: 4.'),
    ('reviews-split-too-late', find_leak_wrong_reviews_split_too_late,
     'reviews: the random split itself is right; what leaks is that words were picked before from all verdicts: 2.'),
    ('prices-not-at-random', find_leak_wrong_prices_not_at_random,
     'prices: splitting by time is right; the end of training is chosen by the test years: 3.'),
]

RIGHT['find_leak'] += [
    ('plain', find_leak_right_plain),
    ('named-2', find_leak_right_named_2),
]
