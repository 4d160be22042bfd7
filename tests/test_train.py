"""The training loop: every row once, nothing hidden, and one source text's run to four digits."""

import warnings
from functools import partial

import numpy as np
import pytest
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from sklearn.utils import shuffle as sklearn_shuffle

from mlp_lesson.activations import ACTIVATIONS, identity, sigmoid
from mlp_lesson.gradcheck import numerical_gradient
from mlp_lesson.losses import (
    binary_cross_entropy,
    half_squared_error,
    mse,
    one_hot,
    softmax_cross_entropy,
)
from mlp_lesson.network import Layer, forward, init_params
from mlp_lesson.optimizers import adam, exponential_decay, momentum, nesterov, rmsprop, sgd
from mlp_lesson.train import dropout_masks, loss_and_gradient, minibatches, train, update

pytestmark = pytest.mark.filterwarnings("error")

TANH = ACTIVATIONS["tanh"]


def a_problem(n=10, sizes=(3, 4, 2), seed=0, dtype=np.float64):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, sizes[0])).astype(dtype)
    Y = rng.normal(size=(n, sizes[-1])).astype(dtype)
    return init_params(sizes, rng, dtype=dtype), X, Y


def copies(params):
    return [Layer(W.copy(), b.copy()) for W, b in params]


def assert_same(ours, expected, **tolerance):
    for one, other in zip(ours, expected, strict=True):
        np.testing.assert_allclose(one.W, other.W, **tolerance)
        np.testing.assert_allclose(one.b, other.b, **tolerance)


def run(params, X, Y, **changed):
    """A copy of params after training with plain settings, and the epochs."""
    settings = dict(
        activation=TANH, loss=half_squared_error, step=sgd, lr=0.1, epochs=2, batch_size=4,
        rng=np.random.default_rng(1),
    )  # fmt: skip
    params = copies(params)
    epochs = list(train(params, X, Y, **(settings | changed)))
    return params, epochs


# One source text's run, two moons by hand


def moons_run():
    X, y = make_moons(1000, noise=0.2, random_state=42)
    X, X_test, y, y_test = train_test_split(X, y, test_size=0.3, random_state=42)

    def normal(n_in, n_out, rng):
        return rng.standard_normal((n_in, n_out)), np.zeros(n_out)

    params = init_params([2, 10, 5, 1], np.random.RandomState(42), normal)
    return params, X, y[:, None].astype(float), X_test, y_test


def test_the_moons_run_of_the_book_chapter_is_reproduced_to_its_four_printed_digits():
    params, X, Y, X_test, y_test = moons_run()
    losses = [
        epoch.loss
        for epoch in train(
            params,
            X,
            Y,
            activation=ACTIVATIONS["logistic"],
            loss=binary_cross_entropy,
            step=sgd,
            lr=0.01 * len(X),  # the chapter sums its gradients where its loss is a mean
            epochs=1000,
            batch_size=len(X),
            rng=None,
            shuffle=False,
        )  # fmt: skip
    ]
    printed = "0.7422 0.2968 0.2715 0.1847 0.1221 0.1006 0.0938 0.1417 0.0788 0.0848"
    assert " ".join(f"{loss:.4f}" for loss in losses[::100]) == printed
    accuracy = np.mean((forward(params, X_test, sigmoid)[0][:, 0] > 0) == y_test)
    assert f"{accuracy:.2f}" == "0.95"


def test_the_chapters_gradient_is_n_times_the_slope_of_its_loss():
    params, X, Y, *_ = moons_run()
    W, b = params[0]

    def mean_loss(W):
        Z, _ = forward([Layer(W, b), *params[1:]], X, sigmoid)
        return binary_cross_entropy(Z, Y)[0]

    As = [X]  # the chapter's code: δ = a - y, without 1/n, and sums over the rows
    for layer in params:
        As.append(sigmoid(As[-1] @ layer.W + layer.b))
    delta = As[-1] - Y
    for l in (2, 1):
        delta = (delta @ params[l].W.T) * As[l] * (1 - As[l])
    ratio = (X.T @ delta) / numerical_gradient(mean_loss, W)
    np.testing.assert_allclose(ratio, 700, rtol=1e-6)  # n = 700 rows
    ours = loss_and_gradient(params, X, Y, ACTIVATIONS["logistic"], binary_cross_entropy)[1]
    np.testing.assert_allclose(X.T @ delta / ours[0].W, 700, rtol=1e-9)


# Batches


@pytest.mark.parametrize("n, size, lengths", [
    (10, 4, [4, 4, 2]), (8, 4, [4, 4]), (3, 4, [3]), (3, 1, [1, 1, 1]), (0, 4, []),
])  # fmt: skip
def test_batches_hold_each_row_once_and_the_last_may_be_short(n, size, lengths):
    order = np.random.default_rng(0).permutation(n)
    batches = list(minibatches(order, size))
    assert [len(batch) for batch in batches] == lengths
    np.testing.assert_array_equal(np.concatenate([[], *batches]), order)


def rows_seen(**changed):
    """The numbers of the rows in the batches of each epoch: Y holds them, a loss reads them."""
    params, X, _ = a_problem(n=10, sizes=(3, 1))
    Y = np.arange(10.0)[:, None]
    seen = []

    def spy(Z, Y):
        seen.append(Y[:, 0].astype(int).tolist())
        return 0.0, np.zeros_like(Z)

    run(params, X, Y, loss=spy, **changed)
    return seen


def test_an_epoch_takes_every_row_once_in_a_new_order_and_keeps_the_short_batch():
    batches = rows_seen(epochs=3)
    assert [len(batch) for batch in batches] == [4, 4, 2] * 3
    epochs = [sum(batches[i : i + 3], []) for i in (0, 3, 6)]
    assert all(sorted(epoch) == list(range(10)) for epoch in epochs)
    assert epochs[0] != epochs[1] != epochs[2] != list(range(10)) != epochs[0]


def test_the_order_is_the_generators_and_only_its():
    assert rows_seen(rng=np.random.default_rng(5)) == rows_seen(rng=np.random.default_rng(5))
    assert rows_seen(rng=np.random.default_rng(5)) != rows_seen(rng=np.random.default_rng(6))
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    rows_seen()
    np.testing.assert_array_equal(np.random.get_state()[1], before)


def test_without_shuffling_the_rows_come_as_they_are():
    assert rows_seen(shuffle=False) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]] * 2


def test_the_order_is_scikit_learns_for_the_same_random_state():
    theirs, order, state = [], np.arange(10), np.random.RandomState(3)
    for _ in range(2):
        order = sklearn_shuffle(order, random_state=state)
        theirs += [order[:4].tolist(), order[4:8].tolist(), order[8:].tolist()]
    assert rows_seen(rng=np.random.RandomState(3)) == theirs


def test_the_inputs_stay_beside_their_targets():
    params, X, _ = a_problem(n=50)
    truth = np.random.default_rng(2).normal(size=(3, 2))
    params = init_params([3, 2], np.random.default_rng(3))
    trained, _ = run(params, X, X @ truth, lr=0.2, epochs=200)
    np.testing.assert_allclose(trained[0].W, truth, atol=1e-3)


# What an epoch says


def test_the_loss_of_an_epoch_is_the_mean_over_all_rows_however_they_are_batched():
    params, X, Y = a_problem(n=10)
    whole = half_squared_error(forward(params, X, np.tanh)[0], Y)[0]
    for batch_size in (1, 3, 4, 10, 99):
        _, [epoch] = run(params, X, Y, lr=0.0, epochs=1, batch_size=batch_size)
        assert epoch.loss == pytest.approx(whole, rel=1e-13)
        assert (epoch.number, epoch.lr) == (1, 0.0)


def test_the_loss_of_a_batch_is_taken_before_its_update_and_contains_the_penalty():
    params, X, Y = a_problem(n=10)
    squares = sum(np.sum(W**2) for W, _ in params)
    plain = half_squared_error(forward(params, X, np.tanh)[0], Y)[0]
    _, [epoch] = run(params, X, Y, epochs=1, batch_size=10, l2=0.7, lr=0.5)
    assert epoch.loss == pytest.approx(plain + 0.7 / 20 * squares, rel=1e-13)  # λ/(2n) ΣW²
    # n is the batch's own: batches of 4, 4 and 2 rows pay λ/8, λ/8 and λ/4, weighted by their rows
    _, [epoch] = run(params, X, Y, epochs=1, batch_size=4, l2=0.7, lr=0.0)
    assert epoch.loss == pytest.approx(plain + 3 * 0.7 / 20 * squares, rel=1e-13)


def test_one_full_batch_step_is_the_equation():
    params, X, Y = a_problem(n=10)
    _, grads = loss_and_gradient(params, X, Y, TANH, half_squared_error)
    expected = [
        Layer(W - 0.1 * (g.W + 0.7 / 10 * W), b - 0.1 * g.b)  # λ/n W; biases without penalty
        for (W, b), g in zip(params, grads, strict=True)
    ]
    trained, _ = run(params, X, Y, epochs=1, batch_size=10, l2=0.7)
    assert_same(trained, expected, rtol=1e-12)


def test_epochs_are_counted_from_1_and_losses_fall():
    params, X, Y = a_problem()
    _, epochs = run(params, X, Y, epochs=30, batch_size=10)
    assert [epoch.number for epoch in epochs] == list(range(1, 31))
    losses = [epoch.loss for epoch in epochs]
    assert losses == sorted(losses, reverse=True) and losses[-1] < 0.8 * losses[0]


def test_a_schedule_is_asked_before_every_update_with_the_number_made_so_far():
    params, X, Y = a_problem()
    asked = []

    def schedule(updates):
        asked.append(updates)
        return 1 / (10 + updates)

    _, epochs = run(params, X, Y, lr=schedule, epochs=3)  # 3 batches an epoch
    assert asked == list(range(9))
    assert [epoch.lr for epoch in epochs] == [1 / 12, 1 / 15, 1 / 18]  # of the last update
    decayed, _ = run(params, X, Y, lr=exponential_decay(0.1, rate=1.0))
    assert_same(decayed, run(params, X, Y, lr=0.1)[0], rtol=0)


# Stopping, going on, going wrong


def test_the_parameters_are_changed_in_place_and_breaking_out_keeps_them():
    params, X, Y = a_problem()
    after_two, _ = run(params, X, Y, epochs=2)
    arrays = [array for layer in params for array in layer]
    for epoch in train(
        params, X, Y, activation=TANH, loss=half_squared_error, step=sgd, lr=0.1,
        epochs=1000, batch_size=4, rng=np.random.default_rng(1),
    ):  # fmt: skip
        if epoch.number == 2:
            break
    assert_same(params, after_two, rtol=0)
    assert all(a is b for a, b in zip(arrays, sum(map(list, params), []), strict=True))


@pytest.mark.parametrize("step", [sgd, momentum, nesterov, rmsprop, adam])
def test_training_goes_on_where_it_stopped_when_given_the_states_again(step):
    params, X, Y = a_problem()
    settings = dict(step=step, shuffle=False, lr=0.01)
    at_once, epochs = run(params, X, Y, epochs=4, **settings)
    states = [{} for _ in range(4)]
    half, _ = run(params, X, Y, epochs=2, states=states, **settings)
    in_two, [_, last] = run(half, X, Y, epochs=2, states=states, **settings)
    assert_same(in_two, at_once, rtol=0)
    assert last.loss == epochs[-1].loss
    if step is not sgd:  # a rule that remembers is not the same when it forgets
        forgetful, _ = run(half, X, Y, epochs=2, **settings)
        assert not np.allclose(forgetful[0].W, at_once[0].W, rtol=1e-6)


def test_each_array_has_a_memory_of_its_own():
    params, X, Y = a_problem()
    states = [{} for _ in range(4)]
    run(params, X, Y, step=momentum, states=states)
    shapes = [state["v"].shape for state in states]
    assert shapes == [(3, 4), (4,), (4, 2), (2,)]


def test_two_runs_do_not_share_their_memory():
    params, X, Y = a_problem()
    first, _ = run(params, X, Y, step=adam)
    second, _ = run(params, X, Y, step=adam)
    assert_same(first, second, rtol=0)


def test_divergence_is_an_error_that_says_what_to_try_and_nothing_warns():
    params, X, Y = a_problem(sizes=(3, 2))
    with warnings.catch_warnings(), pytest.raises(FloatingPointError) as raised:
        warnings.simplefilter("error")
        run(params, X, Y, loss=mse, lr=1e9, epochs=100)
    message = str(raised.value)
    assert "the loss is" in message and "in epoch" in message
    assert "smaller learning rate than 1e+09" in message and "scale the inputs" in message


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_a_loss_that_is_no_number_stops_the_training(value):
    params, X, Y = a_problem()
    with pytest.raises(FloatingPointError, match=f"the loss is {value} in epoch 1: the steps"):
        run(params, X, Y, loss=lambda Z, Y: (value, np.zeros_like(Z)))


def test_your_own_floating_point_settings_hold_between_the_epochs():
    params, X, Y = a_problem()
    with np.errstate(all="raise", under="ignore"):
        before = np.geterr()
        for _ in train(
            params, X, Y, activation=TANH, loss=mse, step=sgd, lr=0.1, epochs=2, batch_size=4,
            rng=np.random.default_rng(0),
        ):  # fmt: skip
            assert np.geterr() == before


# Dropout


def test_masks_are_0_or_the_inverse_of_the_share_kept_and_their_mean_is_1():
    shapes = [(400, 300), (400, 200)]
    masks = dropout_masks(shapes, 0.2, np.random.default_rng(0))
    assert [mask.shape for mask in masks] == shapes
    for mask in masks:
        np.testing.assert_allclose(np.unique(mask), [0, 1.25], rtol=1e-15)
        assert np.mean(mask == 0) == pytest.approx(0.2, abs=0.01)  # six standard deviations
        assert mask.mean() == pytest.approx(1, abs=0.01)
        assert mask.dtype == np.float64
    assert not np.array_equal(masks[0][:, :200], masks[1])
    assert dropout_masks([(2, 2)], 0.5, np.random.default_rng(0), np.float32)[0].dtype == np.float32
    assert (dropout_masks([(5, 5)], 0.0, np.random.default_rng(0))[0] == 1).all()
    assert dropout_masks([], 0.5, np.random.default_rng(0)) == []


def test_a_draw_that_equals_the_rate_keeps_its_unit():
    class Draws:  # from [0, 1), as a generator's: below 0.25 is exactly a quarter of them
        def random(self, shape):
            return np.array([[0.0, 0.24, 0.25, 0.5]])

    np.testing.assert_array_equal(dropout_masks([(1, 4)], 0.25, Draws())[0], [[0, 0, 4 / 3, 4 / 3]])
    np.testing.assert_array_equal(dropout_masks([(1, 4)], 0.0, Draws())[0], [[1, 1, 1, 1]])


@pytest.mark.parametrize("rate", [1.0, 1.5, -0.1, np.nan])
def test_a_dropout_rate_that_is_no_share_is_refused(rate):
    params, X, Y = a_problem()
    with pytest.raises(ValueError, match=r"0 <= rate < 1; got"):
        dropout_masks([(2, 2)], rate, np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"0 <= rate < 1; got"):
        run(params, X, Y, dropout=rate)


def test_dropout_keeps_the_expected_output_of_a_linear_network():
    params, X, _ = a_problem(sizes=(3, 20, 20, 2))
    rng = np.random.default_rng(0)
    shapes = [(10, 20), (10, 20)]
    outputs = [
        forward(params, X, identity, masks=dropout_masks(shapes, 0.3, rng))[0] for _ in range(4000)
    ]
    error = np.std(outputs, axis=0) / np.sqrt(4000)
    distance = np.mean(outputs, axis=0) - forward(params, X, identity)[0]
    assert (np.abs(distance) < 5 * error).all()


def test_dropout_silences_every_hidden_layer_and_draws_new_masks_for_each_batch():
    params, X, Y = a_problem(sizes=(3, 6, 5, 2))
    gradients = []

    def spy(w, g, state, lr):
        gradients.append(g.copy())

    run(params, X, Y, dropout=0.5, step=spy, batch_size=1, epochs=1)
    # with one row a batch, a dropped unit gets no gradient on the weights it sends to
    second, third = (np.array([(g == 0).all(axis=1) for g in gradients[i::6]]) for i in (2, 4))
    for silent in (second, third):
        assert 0.3 < silent.mean() < 0.7
        assert len(np.unique(silent, axis=0)) > 5
    plain, _ = run(params, X, Y, dropout=0.0)
    assert_same(plain, run(params, X, Y)[0], rtol=0)


def test_dropout_silences_other_units_in_each_row():
    params, _, Y = a_problem(sizes=(3, 6, 6, 2))
    logits = []

    def spy(Z, Y):
        logits.append(Z)
        return 0.0, np.zeros_like(Z)

    run(params, np.ones((10, 3)), Y, loss=spy, dropout=0.5, batch_size=10, epochs=1)
    assert len(np.unique(logits[0], axis=0)) > 5  # ten equal rows came in


def test_dropout_draws_nothing_for_the_output_layer():
    params, X, Y = a_problem(sizes=(3, 2))
    rng = np.random.default_rng(0)
    loss_and_gradient(params, X, Y, TANH, mse, dropout=0.5, rng=rng)
    assert rng.random() == np.random.default_rng(0).random()


def test_dropout_repeats_with_the_same_generator():
    params, X, Y = a_problem()
    first, second = (run(params, X, Y, dropout=0.5)[0] for _ in range(2))
    assert_same(first, second, rtol=0)
    other, _ = run(params, X, Y, dropout=0.5, rng=np.random.default_rng(9))
    assert not np.array_equal(first[0].W, other[0].W)


# dtypes


@pytest.mark.parametrize("step", [sgd, momentum, nesterov, rmsprop, adam])
def test_float32_stays_float32_and_stays_close_to_float64(step):
    double, X, Y = a_problem()
    single = [Layer(W.astype(np.float32), b.astype(np.float32)) for W, b in double]
    settings = dict(step=step, dropout=0.2, l2=0.01, lr=0.01)
    ours, epochs = run(single, X.astype(np.float32), Y.astype(np.float32), **settings)
    exact, exact_epochs = run(double, X, Y, **settings)
    assert {array.dtype for layer in ours for array in layer} == {np.dtype(np.float32)}
    assert_same(ours, exact, rtol=1e-3, atol=1e-4)
    assert epochs[-1].loss == pytest.approx(exact_epochs[-1].loss, rel=1e-4)
    assert type(epochs[-1].loss) is float  # summed in float64, printed without np.float32(...)


@pytest.mark.parametrize("step", [sgd, momentum, nesterov, adam])
def test_what_fades_away_ends_at_0_and_not_in_numbers_that_are_slow_to_compute_with(step):
    params, X, Y = a_problem(dtype=np.float32)
    X[:, 0] = 0  # no row says anything about these weights: only the penalty moves them
    states = [{} for _ in range(4)]
    trained, _ = run(params, X, Y, step=step, l2=4, lr=0.02, epochs=1000, states=states)
    kept = [state[name] for state in states for name in "mv" if name in state]
    assert not trained[0].W[0].any() and trained[0].W[1:].all()
    for array in (*kept, *(array for layer in trained for array in layer)):
        assert not ((array != 0) & (np.abs(array) < np.finfo(np.float32).tiny)).any()


def test_every_array_that_a_float32_run_hands_on_is_float32():
    params, X, Y = a_problem(sizes=(3, 4, 4, 2), dtype=np.float32)
    dtypes = set()

    def spying_loss(Z, Y):
        value, delta = mse(Z, Y)
        dtypes.update({Z.dtype, Y.dtype, delta.dtype})
        return value, delta

    def spying_step(w, g, state, lr):
        dtypes.update({w.dtype, g.dtype})

    run(params, X, Y, loss=spying_loss, step=spying_step, dropout=0.5, l2=0.1)
    assert dtypes == {np.dtype(np.float32)}


def test_update_gives_each_array_its_gradient_its_state_and_the_rate():
    params, grads = (init_params([2, 3, 1], np.random.default_rng(seed)) for seed in (0, 1))
    states, calls = [{} for _ in range(4)], []
    update(params, grads, lambda *call: calls.append(call), states, 0.25)
    for call, i in zip(calls, range(4), strict=True):
        w, g, state, lr = call
        assert w is params[i // 2][i % 2] and g is grads[i // 2][i % 2]
        assert state is states[i] and lr == 0.25


# Input that cannot be trained on


def refused(match, *, change_X=None, change_Y=None, sizes=(3, 4, 2), **changed):
    params, X, Y = a_problem(sizes=sizes)
    X = X if change_X is None else change_X(X)
    Y = Y if change_Y is None else change_Y(Y)
    before = copies(params)
    with pytest.raises(ValueError, match=match):
        run(params, X, Y, **changed)
    assert_same(params, before, rtol=0)


def with_value(array, value):
    array = array.copy()
    array[3, 1] = value
    return array


def test_inputs_of_the_wrong_shape_are_refused_with_both_shapes():
    refused(r"X has shape \(10, 2\).*\(n_samples, 3\)", change_X=lambda X: X[:, :2])
    refused(r"X has shape \(30,\).*\(n_samples, 3\)", change_X=np.ravel)
    refused(r"X has shape \(10, 3, 1\)", change_X=lambda X: X[:, :, None])


def test_targets_of_the_wrong_shape_are_refused_with_both_shapes():
    refused(r"Y has shape \(10,\).*\(10, 2\)", change_Y=lambda Y: Y[:, 0])
    refused(r"Y has shape \(9, 2\).*\(10, 2\)", change_Y=lambda Y: Y[:-1])
    refused(r"Y has shape \(10, 1\).*\(10, 2\)", change_Y=lambda Y: Y[:, :1])


def test_mixed_dtypes_and_integers_are_refused():
    refused("one floating dtype.*float32", change_X=lambda X: X.astype(np.float32))
    refused("one floating dtype.*float32", change_Y=lambda Y: Y.astype(np.float32))
    refused("one floating dtype.*int64", change_X=lambda X: X.astype(np.int64))
    refused("one floating dtype.*int64", change_Y=lambda Y: Y.astype(np.int64))
    _, X, Y = a_problem(sizes=(3, 2))
    with pytest.raises(ValueError, match="one floating dtype.*int64"):
        integers = [Layer(np.ones((3, 2), int), np.ones(2, int))]
        run(integers, X.astype(int), Y.astype(int))
    params, X, Y = a_problem()
    params[1] = Layer(params[1].W.astype(np.float32), params[1].b)  # any layer's
    with pytest.raises(ValueError, match="one floating dtype.*float32"):
        run(params, X, Y)


def test_no_rows_no_epochs_and_no_batches_are_refused():
    refused("no rows", change_X=lambda X: X[:0], change_Y=lambda Y: Y[:0])
    refused("at least 1; got 0, 4", epochs=0)
    refused("at least 1; got 2, 0", batch_size=0)
    refused("at least 1; got 2, -5", batch_size=-5)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_nan_and_infinity_are_refused(value):
    refused("NaN or infinity", change_X=lambda X: with_value(X, value))
    refused("NaN or infinity", change_Y=lambda Y: with_value(Y, value))


def test_the_network_learns_three_blobs_with_every_rule():
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1, 2], 30)
    X = rng.normal(size=(90, 2)) + 4 * np.array([[0, 1], [-1, -1], [1, -1]])[labels]
    rules = {sgd: 0.1, momentum: 0.02, nesterov: 0.02, rmsprop: 0.01, adam: 0.02}
    for step, lr in rules.items():
        params = init_params([2, 8, 3], np.random.default_rng(1))
        run_settings = partial(run, params, X, one_hot(labels, 3), loss=softmax_cross_entropy)
        trained, _ = run_settings(step=step, lr=lr, epochs=30, batch_size=10)
        assert (forward(trained, X, np.tanh)[0].argmax(axis=1) == labels).mean() > 0.97


def test_wrong_input_is_refused_before_the_first_epoch_is_asked_for():
    params = init_params([2, 1], np.random.default_rng(0))
    settings = dict(activation=ACTIVATIONS["tanh"], loss=mse, step=sgd, epochs=1, batch_size=1)
    with pytest.raises(ValueError, match="X has shape"):
        train(params, np.zeros((3, 5)), np.zeros((3, 1)), **settings, lr=0.1, rng=None)
    with pytest.raises(ValueError, match="negative"):
        train(params, np.zeros((3, 2)), np.zeros((3, 1)), **settings, lr=-0.1, rng=None)
