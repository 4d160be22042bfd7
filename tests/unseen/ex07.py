"""Answers to exercise 07 by somebody who had not seen the checks; each wrong one with its cause."""

import math
from fractions import Fraction

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))


def step(x, at, steepness):
    return sigmoid(steepness * (x - at))


def bump(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, right, steepness))



# ---- step
def step_wrong_brackets(x, at, steepness):
    return sigmoid(steepness * x - at)


def step_wrong_factor_outside(x, at, steepness):
    return steepness * sigmoid(x - at)


def step_wrong_turned_round(x, at, steepness):
    return sigmoid(steepness * (at - x))


def step_wrong_plus_at(x, at, steepness):
    return sigmoid(steepness * (x + at))


def step_wrong_divided(x, at, steepness):
    return sigmoid((x - at) / steepness)


def step_wrong_at_and_steepness_swapped(x, at, steepness):
    return sigmoid(at * (x - steepness))


def step_wrong_own_sigmoid(x, at, steepness):
    return 1 / (1 + np.exp(-steepness * (x - at)))


def step_wrong_minus_forgotten(x, at, steepness):
    z = np.clip(steepness * (x - at), -500, 500)
    return 1 / (1 + np.exp(z))


def step_wrong_no_steepness(x, at, steepness):
    return sigmoid(x - at)


def step_wrong_no_place(x, at, steepness):
    return sigmoid(steepness * x)


def step_wrong_tanh(x, at, steepness):
    return np.tanh(steepness * (x - at))


def step_wrong_hard_step(x, at, steepness):
    return np.where(x > at, 1.0, 0.0)


def step_wrong_ramp(x, at, steepness):
    return np.clip(steepness * (x - at) + 0.5, 0, 1)


def step_wrong_in_place(x, at, steepness):
    x -= at
    return sigmoid(steepness * x)


def step_wrong_int_result(x, at, steepness):
    x = np.asarray(x)
    out = np.zeros_like(x)
    out[...] = sigmoid(steepness * (x - at))
    return out


def step_wrong_loop_over_rows(x, at, steepness):
    return np.array([0.5 * (1 + math.tanh(0.5 * steepness * (v - at))) for v in x])


def step_wrong_bias_formula(x, at, steepness):
    w = steepness
    b = -at
    return sigmoid(w * x + b)


def step_wrong_sigmoid_of_steepness(x, at, steepness):
    return sigmoid(steepness) * (x - at)


def step_wrong_down_and_overflow(x, at, steepness):
    return 1 / (1 + np.exp(steepness * (x - at)))


def step_wrong_plus_and_brackets(x, at, steepness):
    return sigmoid(steepness * x + at)


def step_right_sigmoid(x, at, steepness):
    return sigmoid(steepness * (x - at))


def step_right_weight_and_bias(x, at, steepness):
    w, b = steepness, -steepness * at
    return sigmoid(w * x + b)


def step_right_tanh_half(x, at, steepness):
    return (1 + np.tanh(np.subtract(x, at) * (steepness / 2))) / 2


def step_right_exp_abs(x, at, steepness):
    z = steepness * (np.asarray(x, dtype=float) - at)
    e = np.exp(-np.abs(z))
    return np.where(z > 0, 1, e) / (1 + e)


def step_right_loop(x, at, steepness):
    x = np.asarray(x)
    out = np.empty(x.shape)
    for i in np.ndindex(x.shape):
        out[i] = 0.5 + 0.5 * math.tanh(0.5 * steepness * (float(x[i]) - at))
    return out if out.shape else float(out)



# ---- bump
def bump_wrong_plus(x, left, right, height, steepness):
    return height * (step(x, left, steepness) + step(x, right, steepness))


def bump_wrong_right_minus_left(x, left, right, height, steepness):
    return height * (step(x, right, steepness) - step(x, left, steepness))


def bump_wrong_height_on_first_only(x, left, right, height, steepness):
    return height * step(x, left, steepness) - step(x, right, steepness)


def bump_wrong_height_on_second_only(x, left, right, height, steepness):
    up = step(x, left, steepness)
    down = height * step(x, right, steepness)
    return up - down


def bump_wrong_product(x, left, right, height, steepness):
    return height * step(x, left, steepness) * step(x, right, steepness)


def bump_wrong_and_of_steps(x, left, right, height, steepness):
    return height * step(x, left, steepness) * (1 - step(x, right, steepness))


def bump_wrong_minimum(x, left, right, height, steepness):
    return height * np.minimum(step(x, left, steepness), 1 - step(x, right, steepness))


def bump_wrong_left_twice(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, left, steepness))


def bump_wrong_no_height(x, left, right, height, steepness):
    return step(x, left, steepness) - step(x, right, steepness)


def bump_wrong_plus_height(x, left, right, height, steepness):
    return height + step(x, left, steepness) - step(x, right, steepness)


def bump_wrong_abs(x, left, right, height, steepness):
    return np.abs(height * (step(x, left, steepness) - step(x, right, steepness)))


def bump_wrong_normalized(x, left, right, height, steepness):
    b = step(x, left, steepness) - step(x, right, steepness)
    return height * b / np.max(b)


def bump_wrong_place_and_steepness_swapped(x, left, right, height, steepness):
    return height * (step(x, steepness, left) - step(x, steepness, right))


def bump_wrong_hard(x, left, right, height, steepness):
    return np.where((x > left) & (x < right), 1.0 * height, 0.0)


def bump_wrong_width_for_right(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, right - left, steepness))


def bump_wrong_steepness_times_height(x, left, right, height, steepness):
    s = height * steepness
    return step(x, left, s) - step(x, right, s)


def bump_wrong_second_step_gentle(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, right, 1))


def bump_wrong_height_twice(x, left, right, height, steepness):
    up = height * step(x, left, steepness)
    down = height * step(x, right, steepness)
    return height * (up - down)


def bump_wrong_half_height(x, left, right, height, steepness):
    return height * 0.5 * (step(x, left, steepness) - step(x, right, steepness))


def bump_wrong_plus_and_no_height(x, left, right, height, steepness):
    return step(x, left, steepness) + step(x, right, steepness)


def bump_wrong_reversed_and_first_only(x, left, right, height, steepness):
    return height * step(x, right, steepness) - step(x, left, steepness)


def bump_right_difference(x, left, right, height, steepness):
    return height * (step(x, left, steepness) - step(x, right, steepness))


def bump_right_network(x, left, right, height, steepness):
    x = np.asarray(x)
    W1 = np.array([[steepness, steepness]])
    b1 = np.array([-steepness * left, -steepness * right])
    w2 = np.array([height, -height])
    return (sigmoid(x.reshape(-1, 1) @ W1 + b1) @ w2).reshape(x.shape)


def bump_right_rising_plus_falling(x, left, right, height, steepness):
    rising = step(x, left, steepness)
    falling = step(-1.0 * x, -right, steepness)
    return height * (rising + falling - 1)


def bump_right_tanh_difference(x, left, right, height, steepness):
    a = np.tanh(0.5 * steepness * np.subtract(x, left))
    b = np.tanh(0.5 * steepness * np.subtract(x, right))
    return np.multiply(height / 2, a - b)


def bump_right_sum_of_two_units(x, left, right, height, steepness):
    total = 0.0 * np.asarray(x)
    for place, weight in ((left, height), (right, -height)):
        total = total + weight * step(x, place, steepness)
    return total



# ---- approximate
def approximate_wrong_left_edge(f, n):
    heights = [f(i / n) for i in range(n)]

    def g(x):
        total = 0.0 * np.asarray(x)
        for i in range(n):
            total = total + bump(x, i / n, (i + 1) / n, heights[i], 2000 * n)
        return total

    return g


def approximate_wrong_right_edge(f, n):
    heights = [f((i + 1) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 2000 * n) for i in range(n))

    return g


def approximate_wrong_half_not_divided(f, n):
    heights = [f(i / n + 0.5) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 2000 * n) for i in range(n))

    return g


def approximate_wrong_fixed_steepness(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 50) for i in range(n))

    return g


def approximate_wrong_ends_half_risen(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        total = np.zeros(np.shape(x))
        for i, h in enumerate(heights):
            total = total + bump(x, i / n, (i + 1) / n, h, 20 * n)
        return total

    return g


def approximate_wrong_f_in_g(f, n):
    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + bump(x, i / n, (i + 1) / n, f((i + 0.5) / n), 2000 * n)
        return total

    return g


def approximate_wrong_called(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 2000 * n) for i in range(n))

    return g(np.linspace(0, 1, 1000))


def approximate_wrong_late_binding(f, n):
    bumps = []
    for i in range(n):
        height = f((i + 0.5) / n)

        def one(x):
            return bump(x, i / n, (i + 1) / n, height, 2000 * n)

        bumps.append(one)

    def g(x):
        return sum(b(x) for b in bumps)

    return g


def approximate_wrong_last_missing(f, n):
    heights = [f((i + 0.5) / n) for i in range(n - 1)]

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n - 1):
            total = total + bump(x, i / n, (i + 1) / n, heights[i], 2000 * n)
        return total

    return g


def approximate_wrong_overwritten(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        total = 0.0
        for i in range(n):
            total = bump(x, i / n, (i + 1) / n, heights[i], 2000 * n)
        return total

    return g


def approximate_wrong_return_in_loop(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + bump(x, i / n, (i + 1) / n, heights[i], 2000 * n)
            return total

    return g


def approximate_wrong_double_width(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 2) / n, heights[i], 2000 * n) for i in range(n))

    return g


def approximate_wrong_linspace_n(f, n):
    edges = np.linspace(0, 1, n)
    middles = (edges[:-1] + edges[1:]) / 2
    heights = [f(m) for m in middles]

    def g(x):
        total = np.zeros(np.shape(x))
        for left, right, h in zip(edges[:-1], edges[1:], heights):
            total = total + bump(x, left, right, h, 2000 * n)
        return total

    return g


def approximate_wrong_steps_only(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + heights[i] * step(x, i / n, 2000 * n)
        return total

    return g


def approximate_wrong_zeros_like(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        total = np.zeros_like(x)
        for i in range(n):
            total += bump(x, i / n, (i + 1) / n, heights[i], 2000 * n)
        return total

    return g


def approximate_wrong_steepness_over_n(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 2000 / n) for i in range(n))

    return g


def approximate_wrong_gaps(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 0.9) / n, heights[i], 2000 * n) for i in range(n))

    return g


def approximate_wrong_not_divided(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i, i + 1, heights[i], 2000 * n) for i in range(n))

    return g


def approximate_wrong_one_number_only(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        i = min(int(x * n), n - 1)
        return bump(x, i / n, (i + 1) / n, heights[i], 5000 * n)

    return g


def approximate_wrong_shared_mean(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]
    h = np.mean(heights)

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, h, 2000 * n) for i in range(n))

    return g


def approximate_wrong_left_edge_and_fixed(f, n):
    heights = [f(i / n) for i in range(n)]

    def g(x):
        return sum(bump(x, i / n, (i + 1) / n, heights[i], 50) for i in range(n))

    return g


def approximate_wrong_last_missing_and_f_in_g(f, n):
    def g(x):
        total = 0
        for i in range(n - 1):
            total = total + bump(x, i / n, (i + 1) / n, f((i + 0.5) / n), 2000 * n)
        return total

    return g


def approximate_right_very_steep(f, n):
    heights = [float(f((i + 0.5) / n)) for i in range(n)]

    def g(x):
        total = np.zeros(np.shape(x))
        for i in range(n):
            total = total + bump(x, i / n, (i + 1) / n, heights[i], 5000 * n)
        return total

    return g


def approximate_right_ends_pushed_out(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]
    edges = [-1.0] + [i / n for i in range(1, n)] + [2.0]

    def g(x):
        return sum(bump(x, edges[i], edges[i + 1], heights[i], 50 * n) for i in range(n))

    return g


def approximate_right_network_with_matrices(f, n):
    edges = np.arange(n + 1) / n
    edges[0], edges[-1] = -1.0 / n, 1 + 1.0 / n
    heights = np.array([f((i + 0.5) / n) for i in range(n)], dtype=float)
    weights = np.concatenate([heights[:1], np.diff(heights), -heights[-1:]])
    s = 400 * n

    def g(x):
        x = np.asarray(x, dtype=float)
        hidden = sigmoid(s * (x[..., None] - edges))
        return hidden @ weights

    return g


def approximate_right_starts_at_first_height(f, n):
    h = [f((2 * i + 1) / (2 * n)) for i in range(n)]

    def g(x):
        x = np.asarray(x, dtype=float)
        total = np.full(x.shape, float(h[0]))
        for i in range(1, n):
            total = total + (h[i] - h[i - 1]) * step(x, i / n, 1000 * n)
        return total

    return g


def approximate_right_list_of_closures(f, n):
    def make(i):
        height = f((i + 0.5) / n)
        left = -0.5 if i == 0 else i / n
        right = 1.5 if i == n - 1 else (i + 1) / n

        def one(x):
            return bump(x, left, right, height, 300 * n)

        return one

    bumps = [make(i) for i in range(n)]

    def g(x):
        return np.sum([one(x) for one in bumps], axis=0)

    return g



# ---- bumps_needed
def bumps_needed_wrong_floor(lipschitz, epsilon):
    return int(np.floor(lipschitz / (2 * epsilon)))


def bumps_needed_wrong_int(lipschitz, epsilon):
    return max(1, int(lipschitz / (2 * epsilon)))


def bumps_needed_wrong_round(lipschitz, epsilon):
    return max(1, round(lipschitz / (2 * epsilon)))


def bumps_needed_wrong_always_plus_one(lipschitz, epsilon):
    return int(lipschitz / (2 * epsilon)) + 1


def bumps_needed_wrong_no_two(lipschitz, epsilon):
    return int(np.ceil(lipschitz / epsilon))


def bumps_needed_wrong_brackets(lipschitz, epsilon):
    return int(np.ceil(lipschitz / 2 * epsilon))


def bumps_needed_wrong_two_above(lipschitz, epsilon):
    return int(np.ceil(2 * lipschitz / epsilon))


def bumps_needed_wrong_turned_over(lipschitz, epsilon):
    return int(np.ceil(2 * epsilon / lipschitz))


def bumps_needed_wrong_strict(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) >= epsilon:
        n += 1
    return n


def bumps_needed_wrong_starts_at_two(lipschitz, epsilon):
    n = 2
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def bumps_needed_wrong_doubles(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n *= 2
    return n


def bumps_needed_wrong_one_less(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return max(n - 1, 1)


def bumps_needed_wrong_ceil_too_early(lipschitz, epsilon):
    return int(math.ceil(lipschitz / 2) / epsilon)


def bumps_needed_wrong_floor_division(lipschitz, epsilon):
    return int(lipschitz // (2 * epsilon))


def bumps_needed_wrong_range_too_short(lipschitz, epsilon):
    for n in range(1, 101):
        if lipschitz / (2 * n) <= epsilon:
            return n


def bumps_needed_wrong_squared(lipschitz, epsilon):
    return int(np.ceil(np.sqrt(lipschitz / (2 * epsilon))))


def bumps_needed_wrong_not_rounded(lipschitz, epsilon):
    return max(1, lipschitz / (2 * epsilon))


def bumps_needed_wrong_arguments_swapped(lipschitz, epsilon):
    n = 1
    while epsilon / (2 * n) > lipschitz:
        n += 1
    return n


def bumps_needed_wrong_no_two_floor(lipschitz, epsilon):
    return int(lipschitz / epsilon)


def bumps_needed_wrong_strict_and_from_two(lipschitz, epsilon):
    n = 2
    while not lipschitz / (2 * n) < epsilon:
        n = n + 1
    return n


def bumps_needed_right_loop(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def bumps_needed_right_ceil(lipschitz, epsilon):
    return int(np.ceil(lipschitz / (2 * epsilon)))


def bumps_needed_right_math_ceil_and_test(lipschitz, epsilon):
    n = max(1, math.floor(lipschitz / (2 * epsilon)))
    if n > 1 and lipschitz / (2 * (n - 1)) <= epsilon:
        n -= 1
    if lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def bumps_needed_right_bisection(lipschitz, epsilon):
    low, high = 0, 1
    while lipschitz / (2 * high) > epsilon:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if lipschitz / (2 * middle) <= epsilon:
            high = middle
        else:
            low = middle
    return high


def bumps_needed_right_negative_floor(lipschitz, epsilon):
    return max(1, -math.floor(-lipschitz / (2 * epsilon)))



# ---- by another writer, later
def step_brackets(x, at, steepness):
    return sigmoid(steepness * x - at)


def step_plus(x, at, steepness):
    return sigmoid(steepness * (x + at))


def step_hard(x, at, steepness):
    return np.where(np.asarray(x) > at, 1.0, 0.0)


def step_naive(x, at, steepness):
    return 1 / (1 + np.exp(-steepness * (x - at)))


def step_divided(x, at, steepness):
    return sigmoid((x - at) / steepness)


def step_height(x, at, steepness):
    return steepness * sigmoid(x - at)


def step_swapped(x, at, steepness):
    return sigmoid(at * (x - steepness))


def step_down(x, at, steepness):
    return sigmoid(steepness * (at - x))


def step_tanh(x, at, steepness):
    return (np.tanh(steepness * (x - at)) + 1) / 2


def step_half_tanh(x, at, steepness):
    return 0.5 * (1 + np.tanh(steepness * (np.asarray(x, dtype=float) - at) / 2))


def step_logaddexp(x, at, steepness):
    z = steepness * np.subtract(x, at, dtype=float)
    return np.exp(-np.logaddexp(0, -z))


def step_weight_and_bias(x, at, steepness):
    w, b = steepness, -steepness * at
    return sigmoid(w * np.asarray(x, dtype=float) + b)


def bump_sign(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - right)) - sigmoid(steepness * (x - left)))


def bump_added(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) + sigmoid(steepness * (x - right)))


def bump_product(x, left, right, height, steepness):
    up = sigmoid(steepness * (x - left))
    down = sigmoid(-steepness * (x - right))
    return height * up * down


def bump_normalised(x, left, right, height, steepness):
    def shape(v):
        return sigmoid(steepness * (v - left)) - sigmoid(steepness * (v - right))
    return height * shape(x) / shape((left + right) / 2)


def bump_height_once(x, left, right, height, steepness):
    return height * sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


def bump_width(x, left, right, height, steepness):
    return height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - left - right)))


def bump_no_dent(x, left, right, height, steepness):
    y = height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right)))
    return np.maximum(y, 0)


def bump_no_height(x, left, right, height, steepness):
    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


def bump_rectangle(x, left, right, height, steepness):
    return np.where((x >= left) & (x < right), height, 0.0)


def bump_tanh(x, left, right, height, steepness):
    x = np.asarray(x, dtype=float)
    a, b = steepness * (x - left) / 2, steepness * (x - right) / 2
    return height / 2 * (np.tanh(a) - np.tanh(b))


def bump_network(x, left, right, height, steepness):
    x = np.asarray(x, dtype=float)
    places = np.array([left, right])
    hidden = sigmoid(steepness * (x[..., None] - places))
    return hidden @ np.array([height, -height])


def approximate_left_end(f, n):
    heights = [f(i / n) for i in range(n)]

    def g(x):
        x = np.asarray(x, dtype=float)
        s = 2000 * n
        total = np.zeros(x.shape)
        for i in range(n):
            total += heights[i] * (sigmoid(s * (x - i / n)) - sigmoid(s * (x - (i + 1) / n)))
        return total
    return g


def approximate_one_short(f, n):
    heights = [f((i + 0.5) / n) for i in range(n - 1)]

    def g(x):
        x = np.asarray(x, dtype=float)
        total = np.zeros(x.shape)
        for i, h in enumerate(heights):
            total = total + h * (sigmoid(2000 * n * (x - i / n)) - sigmoid(2000 * n * (x - (i + 1) / n)))
        return total
    return g


def approximate_late_i(f, n):
    s = 2000 * n
    bumps = []
    for i in range(n):
        h = f((i + 0.5) / n)
        bumps.append(lambda x: h * (sigmoid(s * (x - i / n)) - sigmoid(s * (x - (i + 1) / n))))

    def g(x):
        x = np.asarray(x, dtype=float)
        return sum(bump(x) for bump in bumps)
    return g


def approximate_fixed_steepness(f, n):
    edges = np.linspace(0, 1, n + 1)
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        x = np.asarray(x, dtype=float)
        out = np.zeros(x.shape)
        for i in range(n):
            out += heights[i] * (sigmoid(100 * (x - edges[i])) - sigmoid(100 * (x - edges[i + 1])))
        return out
    return g


def approximate_linspace_middles(f, n):
    middles = np.linspace(0, 1, n)
    heights = [f(c) for c in middles]

    def g(x):
        x = np.asarray(x, dtype=float)
        s = 2000 * n
        out = np.zeros(x.shape)
        for c, h in zip(middles, heights):
            out += h * (sigmoid(s * (x - c + 0.5 / n)) - sigmoid(s * (x - c - 0.5 / n)))
        return out
    return g


def approximate_calls_f(f, n):
    def g(x):
        i = np.clip(np.floor(np.asarray(x, dtype=float) * n), 0, n - 1)
        return f((i + 0.5) / n)
    return g


def approximate_array(f, n):
    x = np.linspace(0, 1, 1001)
    s = 2000 * n
    g = np.zeros(1001)
    for i in range(n):
        g += f((i + 0.5) / n) * (sigmoid(s * (x - i / n)) - sigmoid(s * (x - (i + 1) / n)))
    return g


def approximate_vectors_only(f, n):
    i = np.arange(n)
    heights = np.array([f((k + 0.5) / n) for k in range(n)])

    def g(x):
        s = 2000 * n
        up = sigmoid(s * (x[:, None] - i / n))
        down = sigmoid(s * (x[:, None] - (i + 1) / n))
        return ((up - down) * heights).sum(axis=1)
    return g


def approximate_overwritten(f, n):
    heights = [f((i + 0.5) / n) for i in range(n)]

    def g(x):
        x = np.asarray(x, dtype=float)
        y = np.zeros(x.shape)
        for i in range(n):
            y = heights[i] * (sigmoid(3000 * n * (x - i / n)) - sigmoid(3000 * n * (x - (i + 1) / n)))
        return y
    return g


def approximate_broadcast(f, n):
    left = np.arange(n) / n
    heights = np.array([float(f(m)) for m in left + 0.5 / n])

    def g(x):
        d = 5000.0 * n * (np.asarray(x, dtype=float)[..., None] - left)
        return (sigmoid(d) - sigmoid(d - 5000.0)) @ heights
    return g


def approximate_python_loop(f, n):
    heights = []
    for i in range(n):
        heights.append(float(f((i + 0.5) / n)))

    def step(x, at):
        return 0.5 * (1 + np.tanh(1000 * n * (x - at)))

    def g(x):
        x = np.array(x, dtype=float)
        result = np.zeros_like(x)
        for i in range(n):
            result = result + heights[i] * (step(x, i / n) - step(x, (i + 1) / n))
        return result
    return g


def bumps_needed_down(lipschitz, epsilon):
    return int(lipschitz / (2 * epsilon))


def bumps_needed_no_two(lipschitz, epsilon):
    return math.ceil(lipschitz / epsilon)


def bumps_needed_plus_one(lipschitz, epsilon):
    return math.floor(lipschitz / (2 * epsilon)) + 1


def bumps_needed_brackets(lipschitz, epsilon):
    return math.ceil(lipschitz / 2 * epsilon)


def bumps_needed_round(lipschitz, epsilon):
    return max(1, round(lipschitz / (2 * epsilon)))


def bumps_needed_doubling(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n = 2 * n
    return n


def bumps_needed_whole_division(lipschitz, epsilon):
    return max(1, math.ceil(lipschitz // 2 / epsilon))


def bumps_needed_not_whole(lipschitz, epsilon):
    return lipschitz / (2 * epsilon)


def bumps_needed_two_above(lipschitz, epsilon):
    return int(np.ceil(2 * lipschitz / epsilon))


def bumps_needed_ceil(lipschitz, epsilon):
    return max(1, math.ceil(lipschitz / (2 * epsilon)))


def bumps_needed_count_up(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n += 1
    return n


def bumps_needed_floor_of_minus(lipschitz, epsilon):
    return -np.floor(-lipschitz / epsilon / 2)


WRONG = {
    'step': [
        ('brackets', step_wrong_brackets, 'steepness * x - at: the brackets round (x - at) are missing'),
        ('factor-outside', step_wrong_factor_outside, 'the steepness multiplies the sigmoid, not its argument'),
        ('turned-round', step_wrong_turned_round, 'at - x: the step goes down'),
        ('plus-at', step_wrong_plus_at, 'x + at puts the step at -at'),
        ('divided', step_wrong_divided, 'divides by the steepness'),
        ('at-and-steepness-swapped', step_wrong_at_and_steepness_swapped, 'at and steepness have changed places'),
        ('own-sigmoid', step_wrong_own_sigmoid, 'an own sigmoid 1 / (1 + exp(-z)) overflows when the step is steep'),
        ('minus-forgotten', step_wrong_minus_forgotten, '1 / (1 + exp(+z)) (clipped against overflow): the minus in the exponent is missing'),
        ('no-steepness', step_wrong_no_steepness, 'the steepness is not used'),
        ('no-place', step_wrong_no_place, 'the place is not used: the step stands at 0'),
        ('tanh', step_wrong_tanh, 'tanh goes from -1 to 1 and is 0 at the place'),
        ('hard-step', step_wrong_hard_step, 'a hard threshold: the flank of the sigmoid is missing'),
        ('ramp', step_wrong_ramp, 'a straight ramp in place of the sigmoid'),
        ('in-place', step_wrong_in_place, "'x -= at' changes the caller's x"),
        ('int-result', step_wrong_int_result, 'the result is written into np.zeros_like(x), integers if x holds integers'),
        ('loop-over-rows', step_wrong_loop_over_rows, 'math.tanh takes one number: the loop works for a vector only'),
        ('bias-formula', step_wrong_bias_formula, 'wx + b with b = -at in place of b = -steepness * at'),
        ('sigmoid-of-steepness', step_wrong_sigmoid_of_steepness, 'sigmoid(steepness) * (x - at): the brackets of the call close too early'),
        ('down-and-overflow', step_wrong_down_and_overflow, 'two causes: the sign is turned round, and the own sigmoid overflows'),
        ('plus-and-brackets', step_wrong_plus_and_brackets, 'two causes: plus in place of minus, and the brackets are missing'),
        ('brackets-2', step_brackets, 'the steepness multiplies x only, so the step stands at at/steepness'),
        ('plus', step_plus, 'plus at: the step stands at -at'),
        ('hard', step_hard, 'a hard threshold in place of the sigmoid'),
        ('naive', step_naive, 'a sigmoid of its own that overflows for large steepness'),
        ('divided-2', step_divided, 'divides by the steepness as by a width'),
        ('height', step_height, 'the steepness stands before the sigmoid: the step is that high instead of that steep'),
        ('swapped', step_swapped, 'at and steepness have changed places'),
        ('down', step_down, 'at - x: the step goes down'),
        ('tanh-2', step_tanh, 'tanh without halving the sum is a sigmoid of twice the steepness'),
    ],
    'bump': [
        ('plus', bump_wrong_plus, 'adds the two steps in place of subtracting'),
        ('right-minus-left', bump_wrong_right_minus_left, 'the difference is the wrong way round: a dent'),
        ('height-on-first-only', bump_wrong_height_on_first_only, 'the height multiplies the first step only (brackets)'),
        ('height-on-second-only', bump_wrong_height_on_second_only, 'only the step back has the height'),
        ('product', bump_wrong_product, 'multiplies the two steps in place of subtracting'),
        ('and-of-steps', bump_wrong_and_of_steps, 'step_left * (1 - step_right) looks alike for steep steps, but is not the difference'),
        ('minimum', bump_wrong_minimum, 'the minimum of the rising and the falling step is not their difference'),
        ('left-twice', bump_wrong_left_twice, 'both steps stand at left, so they cancel'),
        ('no-height', bump_wrong_no_height, 'the height is not used'),
        ('plus-height', bump_wrong_plus_height, 'the height is added in place of multiplied'),
        ('abs', bump_wrong_abs, 'np.abs turns a dent into a bump'),
        ('normalized', bump_wrong_normalized, 'divides by the largest value so that the peak reaches the height'),
        ('place-and-steepness-swapped', bump_wrong_place_and_steepness_swapped, 'the arguments of step stand in the wrong order'),
        ('hard', bump_wrong_hard, "hard edges in place of the sigmoids' flanks"),
        ('width-for-right', bump_wrong_width_for_right, 'the second step stands at right - left (the width)'),
        ('steepness-times-height', bump_wrong_steepness_times_height, 'the height multiplies the steepness of the steps'),
        ('second-step-gentle', bump_wrong_second_step_gentle, 'the second step has no steepness of its own (1 in its place)'),
        ('height-twice', bump_wrong_height_twice, 'multiplies by the height twice'),
        ('half-height', bump_wrong_half_height, 'halves the difference: 0.5 * (up - down), as with tanh steps'),
        ('plus-and-no-height', bump_wrong_plus_and_no_height, 'two causes: the steps are added, and the height is not used'),
        ('reversed-and-first-only', bump_wrong_reversed_and_first_only, 'two causes: right minus left, and the height on one step only'),
        ('sign', bump_sign, 'right minus left: the bump hangs down'),
        ('added', bump_added, 'both steps are added: height between the places, twice the height behind'),
        ('product-2', bump_product, 'the product of an up and a down step; with gentle steps it is not their difference'),
        ('normalised', bump_normalised, 'divided by the value at the middle, so that the peak reaches the height'),
        ('height-once', bump_height_once, 'the height weights the first step only'),
        ('width', bump_width, 'right is read as a width: the second step stands at left + right'),
        ('no-dent', bump_no_dent, 'negative values are cut off, so there are no dents'),
        ('no-height-2', bump_no_height, 'the height is forgotten: all bumps are about 1 high'),
        ('rectangle', bump_rectangle, 'a rectangle without flanks'),
    ],
    'approximate': [
        ('left-edge', approximate_wrong_left_edge, 'takes the heights at the left edges i/n, not at the middles'),
        ('right-edge', approximate_wrong_right_edge, 'takes the heights at the right edges (i + 1)/n'),
        ('half-not-divided', approximate_wrong_half_not_divided, 'i / n + 0.5: the half is not divided by n'),
        ('fixed-steepness', approximate_wrong_fixed_steepness, 'a fixed steepness of 50 is far too gentle for narrow bumps; it must grow with n'),
        ('ends-half-risen', approximate_wrong_ends_half_risen, 'with 20 n the outermost steps at 0 and 1 are not yet risen at 1/(20n); let the first begin left of 0 and the last end right of 1, or take steeper ones'),
        ('f-in-g', approximate_wrong_f_in_g, 'g calls f each time it is used; the heights must be computed once, before g'),
        ('called', approximate_wrong_called, 'returns the values g(x) on a grid in place of the function g'),
        ('late-binding', approximate_wrong_late_binding, 'the small functions in the list all look at the last i when they are called: n times the last bump'),
        ('last-missing', approximate_wrong_last_missing, 'range(n - 1) leaves out the last bump'),
        ('overwritten', approximate_wrong_overwritten, 'total = bump(...) overwrites the sum in every round; total + ... is missing'),
        ('return-in-loop', approximate_wrong_return_in_loop, 'the return in g stands inside the loop: only the first bump is there'),
        ('double-width', approximate_wrong_double_width, 'each bump reaches to (i + 2)/n and covers its neighbour'),
        ('linspace-n', approximate_wrong_linspace_n, 'np.linspace(0, 1, n) has n edges, so there are n - 1 bumps that are too wide'),
        ('steps-only', approximate_wrong_steps_only, 'adds steps with the full heights and never takes them back: the heights pile up'),
        ('zeros-like', approximate_wrong_zeros_like, "the sum starts from np.zeros_like(x), integers for integer x, so '+=' fails"),
        ('steepness-over-n', approximate_wrong_steepness_over_n, 'the steepness gets smaller with n: 2000 / n in place of 2000 * n'),
        ('gaps', approximate_wrong_gaps, 'each bump ends at (i + 0.9)/n, so there are gaps between the bumps'),
        ('not-divided', approximate_wrong_not_divided, 'the places are not divided by n: bump i reaches from i to i + 1'),
        ('one-number-only', approximate_wrong_one_number_only, "g looks up one number's place with int(), so it does not take arrays"),
        ('shared-mean', approximate_wrong_shared_mean, 'all bumps get the mean height of the curve'),
        ('left-edge-and-fixed', approximate_wrong_left_edge_and_fixed, 'two causes: heights at the left edges, and a fixed steepness of 50'),
        ('last-missing-and-f-in-g', approximate_wrong_last_missing_and_f_in_g, 'two causes: range(n - 1) leaves out the last bump, and g calls f'),
        ('left-end', approximate_left_end, 'each bump is as high as f at its left end, not at its middle'),
        ('one-short', approximate_one_short, 'range(n - 1) leaves out the last bump'),
        ('late-i', approximate_late_i, 'the little functions in the list all look up i and h when they are called: n times the last bump'),
        ('fixed-steepness-2', approximate_fixed_steepness, 'a fixed steepness of 100: with many bumps the flanks swallow them and the bound is broken'),
        ('linspace-middles', approximate_linspace_middles, 'the middles are spread by linspace from 0 to 1 with both ends, so bumps and heights stand in the wrong places'),
        ('calls-f', approximate_calls_f, 'g calls f itself at the middle of the bump in which x lies'),
        ('array', approximate_array, 'gives the values on a grid, an array and not a function'),
        ('vectors-only', approximate_vectors_only, 'x[:, None] is made for vectors: a number or a table of x fails or gets another shape'),
        ('overwritten-2', approximate_overwritten, 'each bump overwrites the sum instead of being added: only the last one is left'),
    ],
    'bumps_needed': [
        ('floor', bumps_needed_wrong_floor, 'rounds down, so the error may be too large by a little'),
        ('int', bumps_needed_wrong_int, 'int() cuts the fraction off'),
        ('round', bumps_needed_wrong_round, 'rounds to the nearest whole number'),
        ('always-plus-one', bumps_needed_wrong_always_plus_one, 'int(...) + 1 is one too many where L/(2 eps) is whole'),
        ('no-two', bumps_needed_wrong_no_two, 'the 2 is missing: L / eps'),
        ('brackets', bumps_needed_wrong_brackets, 'L / 2 * eps multiplies by eps: the brackets are missing'),
        ('two-above', bumps_needed_wrong_two_above, '2 L / eps: the 2 stands above the line'),
        ('turned-over', bumps_needed_wrong_turned_over, '2 eps / L, the fraction upside down'),
        ('strict', bumps_needed_wrong_strict, 'the loop asks for L/(2n) < eps; equality is enough'),
        ('starts-at-two', bumps_needed_wrong_starts_at_two, 'the loop starts at 2, so a single bump is never the answer'),
        ('doubles', bumps_needed_wrong_doubles, 'doubles n in the loop and jumps over the smallest'),
        ('one-less', bumps_needed_wrong_one_less, 'the loop stops one too early: it returns n - 1'),
        ('ceil-too-early', bumps_needed_wrong_ceil_too_early, 'rounds L / 2 up before dividing by eps'),
        ('floor-division', bumps_needed_wrong_floor_division, '// rounds down'),
        ('range-too-short', bumps_needed_wrong_range_too_short, 'looks only up to 100 bumps and returns None beyond'),
        ('squared', bumps_needed_wrong_squared, 'takes eps squared (as for smooth curves and straight lines: a root)'),
        ('not-rounded', bumps_needed_wrong_not_rounded, 'returns the fraction; a whole number is asked for'),
        ('arguments-swapped', bumps_needed_wrong_arguments_swapped, "L and eps have changed places in the loop's condition"),
        ('no-two-floor', bumps_needed_wrong_no_two_floor, 'two causes: the 2 is missing, and it is rounded down'),
        ('strict-and-from-two', bumps_needed_wrong_strict_and_from_two, 'two causes: the loop asks for < in place of <=, and starts at 2'),
        ('down', bumps_needed_down, 'rounded down: one bump too few (or none) unless the quotient is whole'),
        ('no-two-2', bumps_needed_no_two, 'the 2 is forgotten'),
        ('plus-one', bumps_needed_plus_one, 'always one more than the whole part: too many where the quotient is whole'),
        ('brackets-2', bumps_needed_brackets, 'brackets: multiplies with epsilon instead of dividing by it'),
        ('round-2', bumps_needed_round, 'rounded to the nearest whole number'),
        ('doubling', bumps_needed_doubling, 'n is doubled until it is enough: a power of two, not the smallest'),
        ('whole-division', bumps_needed_whole_division, 'whole-number division by 2 first cuts a half of L off'),
        ('not-whole', bumps_needed_not_whole, 'the quotient itself, not a whole number'),
        ('two-above-2', bumps_needed_two_above, 'the 2 is on the wrong side: four times too many'),
    ],
}

RIGHT = {
    'step': [
        ('sigmoid', step_right_sigmoid),
        ('weight-and-bias', step_right_weight_and_bias),
        ('tanh-half', step_right_tanh_half),
        ('exp-abs', step_right_exp_abs),
        ('loop', step_right_loop),
        ('half-tanh', step_half_tanh),
        ('logaddexp', step_logaddexp),
        ('weight-and-bias-2', step_weight_and_bias),
    ],
    'bump': [
        ('difference', bump_right_difference),
        ('network', bump_right_network),
        ('rising-plus-falling', bump_right_rising_plus_falling),
        ('tanh-difference', bump_right_tanh_difference),
        ('sum-of-two-units', bump_right_sum_of_two_units),
        ('tanh', bump_tanh),
        ('network-2', bump_network),
    ],
    'approximate': [
        ('very-steep', approximate_right_very_steep),
        ('ends-pushed-out', approximate_right_ends_pushed_out),
        ('network-with-matrices', approximate_right_network_with_matrices),
        ('starts-at-first-height', approximate_right_starts_at_first_height),
        ('list-of-closures', approximate_right_list_of_closures),
        ('broadcast', approximate_broadcast),
        ('python-loop', approximate_python_loop),
    ],
    'bumps_needed': [
        ('loop', bumps_needed_right_loop),
        ('ceil', bumps_needed_right_ceil),
        ('math-ceil-and-test', bumps_needed_right_math_ceil_and_test),
        ('bisection', bumps_needed_right_bisection),
        ('negative-floor', bumps_needed_right_negative_floor),
        ('ceil-2', bumps_needed_ceil),
        ('count-up', bumps_needed_count_up),
        ('floor-of-minus', bumps_needed_floor_of_minus),
    ],
}



# ---- ramp_network

def ramp_network_wrong_goes_on(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0]]), np.array([-start]), np.array([s]), before


def ramp_network_wrong_second_added(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, s]), before


def ramp_network_wrong_slope_sign(start, end, before, after):
    s = (before - after) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_b2_after(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), after


def ramp_network_wrong_b2_zero(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), 0.0


def ramp_network_wrong_slope_not_divided(start, end, before, after):
    s = after - before
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_bias_plus(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([start, end]), np.array([s, -s]), before


def ramp_network_wrong_run_over_rise(start, end, before, after):
    s = (end - start) / (after - before)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_W1_column(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0], [1.0]]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_W1_flat(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([1.0, 1.0]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_kink_at_length(start, end, before, after):
    s = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, start - end]), np.array([s, -s]), before


def ramp_network_wrong_only_rising(start, end, before, after):
    s = abs(after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_floor(start, end, before, after):
    s = (after - before) // (end - start)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_wrong_example_only(start, end, before, after):
    return np.ones((1, 2)), np.array([-1, -3]), np.array([-2, 2]), 4


def ramp_network_wrong_lower_level_first(start, end, before, after):
    s = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), min(before, after)


def ramp_network_wrong_mirrored(start, end, before, after):
    s = (after - before) / (end - start)
    return -np.ones((1, 2)), np.array([start, end]), np.array([s, -s]), before


def ramp_network_wrong_second_weight_one(start, end, before, after):
    s = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -1.0]), before


def ramp_network_wrong_int_weights(start, end, before, after):
    w2 = np.zeros(2, dtype=int)
    w2[0] = (after - before) / (end - start)
    w2[1] = -w2[0]
    return np.ones((1, 2)), np.array([-start, -end]), w2, before


def ramp_network_wrong_order(start, end, before, after):
    s = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([s, -s]), np.array([-start, -end]), before


def ramp_network_wrong_levels_as_kinks(start, end, before, after):
    s = (end - start) / (after - before)
    return np.ones((1, 2)), np.array([-before, -after]), np.array([s, -s]), start


def ramp_network_wrong_x_not_negative(start, end, before, after):
    s = (after - before) / (end - start)
    W1 = np.array([[1.0, 1.0, -1.0]])
    return W1, np.array([0, -end, start]), np.array([s, -s, s]), before - s * start


def ramp_network_wrong_step_only(start, end, before, after):
    k = 1000.0
    mid = (start + end) / 2
    h = after - before
    return np.full((1, 2), k), np.array([-k * mid, -k * mid - 1]), np.array([h, -h]), before


def ramp_network_wrong_W1_scaled_bias_not(start, end, before, after):
    d = end - start
    h = after - before
    return np.full((1, 2), 1 / d), np.array([-start, -end]), np.array([h, -h]), before


def ramp_network_wrong_w2_levels(start, end, before, after):
    return np.ones((1, 2)), np.array([-start, -end]), np.array([before, after]), 0.0


def ramp_network_wrong_slope_and_level(start, end, before, after):
    h = after - before
    return np.ones((1, 2)), np.array([-start, -end]), np.array([h, -h]), after


def ramp_network_right_two_units(start, end, before, after):
    s = (after - before) / (end - start)
    return np.array([[1.0, 1.0]]), np.array([-start, -end]), np.array([s, -s]), before


def ramp_network_right_from_the_right(start, end, before, after):
    s = (after - before) / (end - start)
    return -np.ones((1, 2)), np.array([end, start]), np.array([-s, s]), after


def ramp_network_right_scaled_units(start, end, before, after):
    d = end - start
    W1, b1 = np.full((1, 2), 1 / d), np.array([-start / d, -end / d])
    h = after - before
    return W1, b1, np.array([h, -h]), before


def ramp_network_right_both_sides(start, end, before, after):
    s = (after - before) / (end - start) / 2
    W1 = np.array([[1.0, 1.0, -1.0, -1.0]])
    b1 = np.array([-start, -end, end, start])
    return W1, b1, np.array([s, -s, -s, s]), (before + after) / 2


def ramp_network_right_x_and_corrections(start, end, before, after):
    s = (after - before) / (end - start)
    W1 = np.array([[1.0, -1.0, 1.0, -1.0]])
    b1 = np.array([0.0, 0.0, -end, start])
    return W1, b1, np.array([s, -s, -s, s]), before - s * start


def ramp_network_right_list_of_kinks(start, end, before, after):
    units = []
    for place, sign in ((start, 1), (end, -1)):
        units.append((2.0, -2.0 * place, sign * (after - before) / (2 * (end - start))))
    a, b, w = np.array(units).T
    return a.reshape(1, -1), b, w, float(before)



# ---- max_network

def max_network_wrong_x2_through_one_unit():
    return np.array([[1, 0], [-1, 1]]), np.zeros(2), np.array([1, 1]), 0


def max_network_wrong_minimum():
    W1 = np.array([[-1, 0, 0], [1, 1, -1]])
    return W1, np.zeros(3), np.array([-1, 1, -1]), 0


def max_network_wrong_transposed():
    return np.array([[1, -1], [0, 1], [0, -1]]), np.zeros(3), np.array([1, 1, -1]), 0


def max_network_wrong_difference_only():
    return np.array([[1], [-1]]), np.zeros(1), np.array([1]), 0


def max_network_wrong_half_missing():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    return W1, np.zeros(4), np.array([1, -1, 1, 1]), 0


def max_network_wrong_half_at_one_place():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    return W1, np.zeros(4), np.array([0.5, -0.5, 1, 1]), 0


def max_network_wrong_mean():
    W1 = np.array([[1, -1], [1, -1]])
    return W1, np.zeros(2), np.array([0.5, -0.5]), 0


def max_network_wrong_pushed_up():
    W1 = np.array([[1, 0], [-1, 1]])
    return W1, np.array([0, 1000]), np.array([1, 1]), -1000


def max_network_wrong_size_of_x2():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.zeros(3), np.array([1, 1, 1]), 0


def max_network_wrong_wrong_input_restored():
    W1 = np.array([[1, 1, -1], [-1, 0, 0]])
    return W1, np.zeros(3), np.array([1, 1, -1]), 0


def max_network_wrong_sum_of_relus():
    return np.eye(2), np.zeros(2), np.ones(2), 0


def max_network_wrong_size_of_difference():
    W1 = np.array([[1, -1], [-1, 1]])
    return W1, np.zeros(2), np.ones(2), 0


def max_network_wrong_sum():
    W1 = np.array([[1, -1, 0, 0], [0, 0, 1, -1]])
    return W1, np.zeros(4), np.array([1, -1, 1, -1]), 0


def max_network_wrong_int_halves():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    w2 = np.zeros(4, dtype=int)
    w2[:] = [0.5, -0.5, 0.5, 0.5]
    return W1, np.zeros(4), w2, 0


def max_network_wrong_bias_one():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.zeros(3), np.array([1, 1, -1]), 1


def max_network_wrong_threshold_biases():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.full(3, -0.5), np.array([1, 1, -1]), 0


def max_network_wrong_order():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    b1, w2 = np.zeros(3), np.array([1, 1, -1])
    return W1, w2, b1, 0


def max_network_wrong_w2_column():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.zeros(3), np.array([[1], [1], [-1]]), 0


def max_network_wrong_minus_the_difference():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    return W1, np.zeros(4), np.array([0.5, -0.5, -0.5, -0.5]), 0


def max_network_wrong_negative_part_lost():
    W1 = np.array([[1, 0, 0], [-1, 1, 1]])
    return W1, np.zeros(3), np.array([1, 1, -1]), 0


def max_network_wrong_half_and_minus():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    return W1, np.zeros(4), np.array([1, -1, -1, -1]), 0


def max_network_right_three_units():
    W1 = np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.zeros(3), np.array([1, 1, -1]), 0


def max_network_right_the_other_input():
    W1 = np.array([[-1, 1, -1], [1, 0, 0]])
    return W1, np.zeros(3), np.array([1.0, 1.0, -1.0]), 0.0


def max_network_right_half_sum_half_difference():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]])
    return W1, np.zeros(4), np.array([0.5, -0.5, 0.5, 0.5]), 0


def max_network_right_both_ways_averaged():
    plus, minus = np.eye(2), -np.eye(2)
    W1 = np.hstack([plus, minus, [[0.5, -0.5], [-0.5, 0.5]]])
    return W1, np.zeros(6), np.array([0.5, 0.5, -0.5, -0.5, 1, 1]), 0.0


def max_network_right_minus_the_minimum():
    W1 = np.zeros((2, 5))
    W1[0] = [1, -1, 0, 0, 1]
    W1[1] = [0, 0, 1, -1, -1]
    w2 = np.array([1.0, -1, 1, -1, 0])
    w2[:2] -= [1, -1]
    w2[4] = 1
    return W1, np.zeros(5), w2, 0


def max_network_right_weights_of_two():
    W1 = 2 * np.array([[1, 0, 0], [-1, 1, -1]])
    return W1, np.zeros(3), np.array([1, 1, -1]) / 2, 0


WRONG['ramp_network'] = [
    ('goes-on', ramp_network_wrong_goes_on, 'one unit: nothing stops the line at end'),
    ('second-added', ramp_network_wrong_second_added, 'the second unit is added, so the line gets twice as steep from end on'),
    ('slope-sign', ramp_network_wrong_slope_sign, 'before - after: the ramp goes the other way'),
    ('b2-after', ramp_network_wrong_b2_after, 'b2 is `after`: the level on the left gets that'),
    ('b2-zero', ramp_network_wrong_b2_zero, 'b2 = 0: the level on the left is 0'),
    ('slope-not-divided', ramp_network_wrong_slope_not_divided, 'the slope is the difference of the levels, not divided by the length of the ramp'),
    ('bias-plus', ramp_network_wrong_bias_plus, 'the biases have the wrong sign: the kinks lie at -start and -end'),
    ('run-over-rise', ramp_network_wrong_run_over_rise, 'run over rise: the slope upside down'),
    ('W1-column', ramp_network_wrong_W1_column, 'W1 is (m, 1): a row for each unit'),
    ('W1-flat', ramp_network_wrong_W1_flat, 'W1 is (m,), not (1, m)'),
    ('kink-at-length', ramp_network_wrong_kink_at_length, 'the second kink is put at end - start, as if the ramp began at 0'),
    ('only-rising', ramp_network_wrong_only_rising, 'the size of the difference: the ramp always rises'),
    ('floor', ramp_network_wrong_floor, '// cuts the slope to a whole number'),
    ('example-only', ramp_network_wrong_example_only, 'the ramp of the example, whatever is asked'),
    ('lower-level-first', ramp_network_wrong_lower_level_first, 'starts from the lower level: a falling ramp gets the wrong level on the left'),
    ('mirrored', ramp_network_wrong_mirrored, 'units that open to the left, but b2 and signs of those that open to the right'),
    ('second-weight-one', ramp_network_wrong_second_weight_one, 'the second unit takes back the slope 1, not s'),
    ('int-weights', ramp_network_wrong_int_weights, 'w2 is an array of integers, which cuts the slope off'),
    ('order', ramp_network_wrong_order, 'returns (W1, w2, b1, b2)'),
    ('levels-as-kinks', ramp_network_wrong_levels_as_kinks, 'start and before exchanged: kinks at the levels'),
    ('x-not-negative', ramp_network_wrong_x_not_negative, 'x itself goes through one ReLU unit, which loses it where it is negative'),
    ('step-only', ramp_network_wrong_step_only, "the two units are a step's: W1 is made steep, and the line between the levels is lost"),
    ('W1-scaled-bias-not', ramp_network_wrong_W1_scaled_bias_not, 'W1 is divided by the length of the ramp, b1 is not'),
    ('w2-levels', ramp_network_wrong_w2_levels, 'w2 holds the two levels'),
    ('slope-and-level', ramp_network_wrong_slope_and_level, 'two causes: the slope is not divided, and b2 is `after`'),
]

RIGHT['ramp_network'] = [
    ('two-units', ramp_network_right_two_units),
    ('from-the-right', ramp_network_right_from_the_right),
    ('scaled-units', ramp_network_right_scaled_units),
    ('both-sides', ramp_network_right_both_sides),
    ('x-and-corrections', ramp_network_right_x_and_corrections),
    ('list-of-kinks', ramp_network_right_list_of_kinks),
]


WRONG['max_network'] = [
    ('x2-through-one-unit', max_network_wrong_x2_through_one_unit, 'x2 goes through one ReLU unit, which loses it where it is negative'),
    ('minimum', max_network_wrong_minimum, 'the smaller of the two: max(0, x2 - x1) is taken off x2'),
    ('transposed', max_network_wrong_transposed, 'W1 is (3, 2): a row for each unit'),
    ('difference-only', max_network_wrong_difference_only, 'max(0, x1 - x2) alone: x2 is not added'),
    ('half-missing', max_network_wrong_half_missing, 'sum plus size of the difference, without the half'),
    ('half-at-one-place', max_network_wrong_half_at_one_place, 'only the sum is halved, not the size of the difference'),
    ('mean', max_network_wrong_mean, 'half the sum, without the size of the difference'),
    ('pushed-up', max_network_wrong_pushed_up, 'x2 is lifted by 1000 to get through one unit: lost below -1000'),
    ('size-of-x2', max_network_wrong_size_of_x2, 'both halves of x2 are added: |x2| in place of x2'),
    ('wrong-input-restored', max_network_wrong_wrong_input_restored, 'what must be added to x2 is added to x1'),
    ('sum-of-relus', max_network_wrong_sum_of_relus, 'each input through its unit, and added: max(0, x1) + max(0, x2)'),
    ('size-of-difference', max_network_wrong_size_of_difference, '|x1 - x2|, not the larger'),
    ('sum', max_network_wrong_sum, 'x1 + x2, both carried through by two units each'),
    ('int-halves', max_network_wrong_int_halves, 'the halves in an integer array are cut to 0'),
    ('bias-one', max_network_wrong_bias_one, 'b2 = 1, as if the output were pushed over a threshold'),
    ('threshold-biases', max_network_wrong_threshold_biases, 'biases of -0.5 at the units, as for threshold units'),
    ('order', max_network_wrong_order, 'returns (W1, w2, b1, b2)'),
    ('w2-column', max_network_wrong_w2_column, 'w2 is a column (3, 1)'),
    ('minus-the-difference', max_network_wrong_minus_the_difference, 'with the halves, but minus the size of the difference: the smaller one'),
    ('negative-part-lost', max_network_wrong_negative_part_lost, 'the unit for the negative part has the weight +1: it is the positive part once more, and cancels it'),
    ('half-and-minus', max_network_wrong_half_and_minus, 'two causes: the half is missing, and the size of the difference is subtracted'),
]

RIGHT['max_network'] = [
    ('three-units', max_network_right_three_units),
    ('the-other-input', max_network_right_the_other_input),
    ('half-sum-half-difference', max_network_right_half_sum_half_difference),
    ('both-ways-averaged', max_network_right_both_ways_averaged),
    ('minus-the-minimum', max_network_right_minus_the_minimum),
    ('weights-of-two', max_network_right_weights_of_two),
]


# ---- more, of the newest tasks
def max_network_wrong_reshape_not_transpose():
    rows = [[1, -1], [0, 1], [0, -1]]
    W1 = np.array(rows).reshape(2, 3)
    return W1, np.zeros(3), np.array([1, 1, -1]), 0


def max_network_wrong_fitted():
    rng = np.random.default_rng(0)
    m = 60
    W1, b1 = rng.normal(size=(2, m)), rng.normal(size=m)
    X = rng.uniform(-3, 3, size=(2000, 2))
    H = np.column_stack([np.maximum(0, X @ W1 + b1), np.ones(len(X))])
    w = np.linalg.lstsq(H, X.max(axis=1), rcond=None)[0]
    return W1, b1, w[:-1], w[-1]


WRONG['max_network'] += [
    ('reshape-not-transpose', max_network_wrong_reshape_not_transpose, "The units' weights, a row each, are made (2, 3) by reshape, which mixes them; it should be the transpose."),
    ('fitted', max_network_wrong_fitted, 'The weights are fitted to samples with random units, which is only approximate, and wrong far away; it is asked to be exact everywhere.'),
]


def ramp_network_wrong_slope_inside_3(start, end, before, after):
    s = (after - before) / (end - start)
    W1 = np.array([[s, s]])
    b1 = np.array([-s * start, -s * end])
    w2 = np.array([1.0, -1.0])
    return W1, b1, w2, before


WRONG['ramp_network'] += [
    ('slope-inside', ramp_network_wrong_slope_inside_3, 'The slope stands inside the ReLU, max(0, s(x - start)): for falling ramps the unit is on at the wrong side; it belongs into the output weights.'),
]


def step_wrong_at_outside(x, at, steepness):
    return sigmoid(steepness * np.asarray(x) - at)


def step_wrong_hard(x, at, steepness):
    return np.heaviside(np.asarray(x, dtype=float) - at, 0.5)


def step_wrong_falling(x, at, steepness):
    return sigmoid(steepness * (at - np.asarray(x)))


def step_wrong_tanh_no_half(x, at, steepness):
    return 0.5 * (1 + np.tanh(steepness * (np.asarray(x) - at)))


def step_wrong_divided_5(x, at, steepness):
    return sigmoid((np.asarray(x) - at) / steepness)


def step_right_tanh(x, at, steepness):
    return 0.5 + 0.5 * np.tanh(0.5 * steepness * (np.asarray(x, dtype=float) - at))


def step_right_logaddexp(x, at, steepness):
    return np.exp(-np.logaddexp(0.0, steepness * (at - np.asarray(x, dtype=float))))


def bump_wrong_product_falling(x, left, right, height, steepness):
    x = np.asarray(x)
    return height * sigmoid(steepness * (x - left)) * sigmoid(steepness * (right - x))


def bump_wrong_peak_normalised(x, left, right, height, steepness):
    x = np.asarray(x)
    raw = sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))
    middle = (left + right) / 2
    peak = sigmoid(steepness * (middle - left)) - sigmoid(steepness * (middle - right))
    return height * raw / peak


def bump_wrong_abs_5(x, left, right, height, steepness):
    x = np.asarray(x)
    return abs(height) * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right)))


def bump_wrong_height_inside(x, left, right, height, steepness):
    x = np.asarray(x)
    return height * sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


def bump_wrong_width(x, left, right, height, steepness):
    x = np.asarray(x)
    return height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - left - right)))


def bump_right_tanh(x, left, right, height, steepness):
    x = np.asarray(x, dtype=float)
    half = steepness / 2
    return height / 2 * (np.tanh(half * (x - left)) - np.tanh(half * (x - right)))


def bump_right_two_layer(x, left, right, height, steepness):
    x = np.asarray(x, dtype=float)
    s = float(steepness)
    hidden = sigmoid(s * (x[..., None] - np.array([left, right], dtype=float)))
    return hidden @ np.array([height, -height], dtype=float)


def approximate_wrong_left_edge_5(f, n):
    heights = np.array([float(f(i / n)) for i in range(n)])

    def g(x):
        x = np.asarray(x, dtype=float)
        s = 1000 * n
        y = np.zeros(x.shape)
        for i, h in enumerate(heights):
            y += h * (sigmoid(s * (x - i / n)) - sigmoid(s * (x - (i + 1) / n)))
        return y

    return g


def approximate_wrong_fixed_steepness_5(f, n):
    heights = np.array([float(f((i + 0.5) / n)) for i in range(n)])

    def g(x):
        x = np.asarray(x, dtype=float)
        s = 50
        y = np.zeros(x.shape)
        for i, h in enumerate(heights):
            y += h * (sigmoid(s * (x - i / n)) - sigmoid(s * (x - (i + 1) / n)))
        return y

    return g


def approximate_wrong_late_binding_5(f, n):
    pieces = []
    for i in range(n):
        height = float(f((i + 0.5) / n))

        def piece(x):
            return height * (sigmoid(1000 * n * (x - i / n)) - sigmoid(1000 * n * (x - (i + 1) / n)))

        pieces.append(piece)

    def g(x):
        x = np.asarray(x, dtype=float)
        return sum(piece(x) for piece in pieces)

    return g


def approximate_wrong_linspace_gap(f, n):
    edges = np.linspace(0, 1, n)
    heights = [float(f((a + b) / 2)) for a, b in zip(edges[:-1], edges[1:])]

    def g(x):
        x = np.asarray(x, dtype=float)
        y = np.zeros(x.shape)
        for a, b, h in zip(edges[:-1], edges[1:], heights):
            y += h * (sigmoid(1000 * n * (x - a)) - sigmoid(1000 * n * (x - b)))
        return y

    return g


def approximate_wrong_calls_f_late(f, n):
    def g(x):
        x = np.asarray(x, dtype=float)
        y = np.zeros(x.shape)
        for i in range(n):
            h = float(f((i + 0.5) / n))
            y += h * (sigmoid(1000 * n * (x - i / n)) - sigmoid(1000 * n * (x - (i + 1) / n)))
        return y

    return g


def approximate_right_increments(f, n):
    heights = np.array([float(f((i + 0.5) / n)) for i in range(n)])
    jumps = np.diff(np.concatenate([[0.0], heights, [0.0]]))
    places = np.arange(n + 1) / n

    def g(x):
        x = np.asarray(x, dtype=float)
        return sigmoid(2000.0 * n * (x[..., None] - places)) @ jumps

    return g


def approximate_right_loop_tanh(f, n):
    heights = [float(f(Fraction(2 * i + 1, 2 * n).__float__())) for i in range(n)]

    def g(x):
        flat = np.asarray(x, dtype=float).ravel()
        out = np.zeros(flat.size)
        for i, h in enumerate(heights):
            up = np.tanh(800 * n * (flat - i / n))
            down = np.tanh(800 * n * (flat - (i + 1) / n))
            out += 0.5 * h * (up - down)
        return out.reshape(np.shape(x))

    return g


def bumps_needed_wrong_plus_one(lipschitz, epsilon):
    return int(lipschitz / (2 * epsilon)) + 1


def bumps_needed_wrong_round_5(lipschitz, epsilon):
    return max(1, round(lipschitz / (2 * epsilon)))


def bumps_needed_wrong_precedence(lipschitz, epsilon):
    return max(1, math.ceil(lipschitz / 2 * epsilon))


def bumps_needed_wrong_doubling(lipschitz, epsilon):
    n = 1
    while lipschitz / (2 * n) > epsilon:
        n *= 2
    return n


def bumps_needed_wrong_floor_5(lipschitz, epsilon):
    return max(1, int(lipschitz // (2 * epsilon)))


def bumps_needed_right_negative_floor_5(lipschitz, epsilon):
    return -math.floor(-lipschitz / (2 * epsilon))


def bumps_needed_right_bisection_5(lipschitz, epsilon):
    high = 1
    while lipschitz > 2 * high * epsilon:
        high *= 2
    low = high // 2  # not enough (or 0)
    while high - low > 1:
        middle = (low + high) // 2
        if lipschitz > 2 * middle * epsilon:
            low = middle
        else:
            high = middle
    return float(high)


def ramp_network_wrong_no_stop(start, end, before, after):
    slope = (after - before) / (end - start)
    return np.array([[1.0]]), np.array([-float(start)]), np.array([slope]), before


def ramp_network_wrong_slope_unscaled(start, end, before, after):
    rise = float(after - before)
    return np.ones((1, 2)), np.array([-start, -end], dtype=float), np.array([rise, -rise]), before


def ramp_network_wrong_bias_after(start, end, before, after):
    slope = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, -end], dtype=float), np.array([slope, -slope]), after


def ramp_network_wrong_bias_sign(start, end, before, after):
    slope = (after - before) / (end - start)
    return np.ones((1, 2)), np.array([start, end], dtype=float), np.array([slope, -slope]), before


def ramp_network_wrong_abs_slope(start, end, before, after):
    slope = abs(after - before) / (end - start)
    return np.ones((1, 2)), np.array([-start, -end], dtype=float), np.array([slope, -slope]), min(before, after)


def ramp_network_right_from_the_right_5(start, end, before, after):
    slope = (after - before) / (end - start)
    # from the far right: units that look to the left
    return -np.ones((1, 2)), np.array([end, start], dtype=float), np.array([-slope, slope]), float(after)


def ramp_network_right_unit_scaled(start, end, before, after):
    k = 1.0 / (end - start)
    W1 = np.array([[k, k, 0.0]])
    b1 = np.array([-start * k, -end * k, 1.0])
    w2 = np.array([after - before, before - after, before], dtype=float)
    return W1, b1, w2, 0.0


def max_network_wrong_positive_only():
    return np.array([[1.0, 0.0], [-1.0, 1.0]]), np.zeros(2), np.array([1.0, 1.0]), 0.0


def max_network_wrong_transposed_5():
    W1 = np.array([[1.0, -1.0], [0.0, 1.0], [0.0, -1.0]])
    return W1, np.zeros(3), np.array([1.0, 1.0, -1.0]), 0.0


def max_network_wrong_adds_negative_part():
    W1 = np.array([[1.0, 0.0, 0.0], [-1.0, 1.0, -1.0]])
    return W1, np.zeros(3), np.array([1.0, 1.0, 1.0]), 0.0


def max_network_wrong_shifted():
    W1 = np.array([[1.0, 0.0], [-1.0, 1.0]])
    return W1, np.array([0.0, 1000.0]), np.array([1.0, 1.0]), -1000.0


def max_network_wrong_first_negative():
    W1 = np.array([[1.0, 0.0, 0.0], [-1.0, 1.0, -1.0]])
    return W1, np.zeros(3), np.array([-1.0, 1.0, -1.0]), 0.0


def max_network_right_symmetric():
    # (x1 + x2)/2 + |x1 - x2|/2 with four units
    W1 = np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]])
    return W1, np.zeros(4), np.array([0.5, -0.5, 0.5, 0.5]), 0


def max_network_right_from_x1():
    W1 = np.array([[-2, 4, -4], [2, 0, 0]])
    return W1, np.zeros(3, dtype=int), np.array([0.5, 0.25, -0.25]), np.float64(0)

WRONG['step'] += [
    ('at-outside', step_wrong_at_outside, 'The brackets are missing: `steepness * x - at` must be `steepness * (x - at)`.'),
    ('hard-step-2', step_wrong_hard, 'np.heaviside is the limit of infinite steepness; the sigmoid is asked for.'),
    ('falling', step_wrong_falling, '`at - x` has the wrong sign: the step falls.'),
    ('tanh-not-halved', step_wrong_tanh_no_half, 'σ(z) is (1 + tanh(z/2))/2; the half inside tanh is missing, the step is twice as steep.'),
    ('divided-by-steepness', step_wrong_divided_5, 'Steepness is taken for a width: `/ steepness` must be `* steepness`.'),
]

WRONG['bump'] += [
    ('product-3', bump_wrong_product_falling, 'A product of a rising and a falling step in place of the difference of two rising ones: lower where the flanks overlap.'),
    ('peak-normalised', bump_wrong_peak_normalised, '`/ peak` lifts the middle to height; the flanks should stay as the sigmoids make them.'),
    ('abs-height', bump_wrong_abs_5, '`abs(height)` makes a bump of every dent.'),
    ('height-on-first-only-2', bump_wrong_height_inside, 'The brackets are missing: height multiplies only the first step, the second has the weight -1.'),
    ('right-as-width', bump_wrong_width, '`right` is taken for the width: `x - left - right` must be `x - right`.'),
]

WRONG['approximate'] += [
    ('height-at-left-edge', approximate_wrong_left_edge_5, 'The heights are `f(i / n)`, at the left edge; they must be `f((i + 0.5) / n)`.'),
    ('fixed-gentle-steepness', approximate_wrong_fixed_steepness_5, '`s = 50` does not grow with n: narrow bumps run together and do not reach 0 and their height at the ends.'),
    ('late-binding-2', approximate_wrong_late_binding_5, 'Each `piece` looks up i and height only when called, after the loop: all n are the last bump; they must be bound at once (`def piece(x, i=i, height=height)`).'),
    ('one-edge-short', approximate_wrong_linspace_gap, '`np.linspace(0, 1, n)` has n edges and makes n - 1 bumps; n + 1 edges are needed.'),
    ('g-calls-f', approximate_wrong_calls_f_late, 'f is called inside g, each time anew; the heights must be computed once, before g.'),
]

WRONG['bumps_needed'] += [
    ('always-one-more', bumps_needed_wrong_plus_one, '`int(...) + 1` is one too many where the quotient is whole.'),
    ('rounded', bumps_needed_wrong_round_5, '`round` goes down below one half; it must be ceil.'),
    ('precedence', bumps_needed_wrong_precedence, '`lipschitz / 2 * epsilon` multiplies by epsilon: the brackets around `2 * epsilon` are missing.'),
    ('doubling-2', bumps_needed_wrong_doubling, '`n *= 2` finds the next power of two, not the smallest n; `n += 1`.'),
    ('floor-2', bumps_needed_wrong_floor_5, '`//` rounds down; the bound needs rounding up.'),
]

WRONG['ramp_network'] += [
    ('no-stop', ramp_network_wrong_no_stop, 'One unit only: the ramp never stops at end; a second unit with the bias -end and the weight -slope is missing.'),
    ('rise-for-slope', ramp_network_wrong_slope_unscaled, 'The rise `after - before` is used as slope, without `/ (end - start)`.'),
    ('starts-from-after', ramp_network_wrong_bias_after, 'b2 must be `before`, the level at which the units are all 0, not `after`.'),
    ('bias-sign', ramp_network_wrong_bias_sign, 'b1 has the wrong sign: the kinks stand at -start and -end.'),
    ('always-upwards', ramp_network_wrong_abs_slope, '`abs` and `min` make every ramp a rising one; falling ones come out wrong.'),
]

WRONG['max_network'] += [
    ('x2-through-one-unit-2', max_network_wrong_positive_only, 'x2 goes through one ReLU alone, which cuts it off below 0; a third unit with -x2 and the weight -1 is missing.'),
    ('W1-transposed', max_network_wrong_transposed_5, 'W1 is (m, 2), a row for each unit; it must be (2, m).'),
    ('adds-the-negative-part', max_network_wrong_adds_negative_part, 'w2 has +1 for the unit of -x2: that makes |x2|; it must be -1.'),
    ('shifted-by-1000', max_network_wrong_shifted, 'x2 is shifted up by 1000 to get through the ReLU: wrong for x2 below -1000; a pair of units is needed.'),
    ('first-weight-negative', max_network_wrong_first_negative, 'Sign of the first entry of w2: x2 - max(0, x1 - x2) is not the maximum; it must be +1.'),
]

RIGHT['step'] += [
    ('tanh', step_right_tanh),
    ('logaddexp-2', step_right_logaddexp),
]

RIGHT['bump'] += [
    ('tanh-2', bump_right_tanh),
    ('two-layer', bump_right_two_layer),
]

RIGHT['approximate'] += [
    ('increments', approximate_right_increments),
    ('tanh-loop', approximate_right_loop_tanh),
]

RIGHT['bumps_needed'] += [
    ('negative-floor-2', bumps_needed_right_negative_floor_5),
    ('bisection-float', bumps_needed_right_bisection_5),
]

RIGHT['ramp_network'] += [
    ('from-the-right-2', ramp_network_right_from_the_right_5),
    ('unit-scaled-three', ramp_network_right_unit_scaled),
]

RIGHT['max_network'] += [
    ('symmetric-four', max_network_right_symmetric),
    ('from-x1-integers', max_network_right_from_x1),
]
