"""The workbench without a browser: its points, its training, its penalty, its export."""

import json

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier

from mlp_lesson.gradcheck import numerical_gradient
from mlp_lesson.library import own_functions
from mlp_lesson.network import Layer
from mlp_lesson.widgets.playground import challenges, export, own, problem, training
from mlp_lesson.widgets.playground.problem import Setup, checked


def trained(setup, epochs):
    frame = training.start(checked(setup))
    for _ in range(epochs):
        frame = training.advance(frame)
    return frame


# ---- points and features ----


@pytest.mark.parametrize("name", [*problem.CLASS_DATA, *problem.VALUE_DATA])
def test_every_data_set_lies_in_the_plane_in_both_parts_and_can_be_trained(name):
    frame = trained(Setup(data=name, points=100), 1)
    X, y = problem.dataset(frame.setup)
    A, Y, A_test, Y_test = problem.examples(frame.setup)
    assert len(X) == len(y) == 100 and np.abs(X).max() < problem.REACH + 1
    assert len(A) == len(Y) == 50 and len(A_test) == len(Y_test) == 50
    assert np.isfinite(frame.train) and np.isfinite(frame.test)
    assert (name in problem.VALUE_DATA) == problem.is_regression(frame.setup)


def test_the_features_are_what_their_names_say():
    made = problem.featured(np.array([[2.0, -3.0]]), tuple(problem.FEATURES))
    assert made[0].tolist() == pytest.approx([2, -3, 4, 9, -6, np.sin(4), np.sin(-6)])


def test_no_point_is_for_training_and_for_testing():
    setup = Setup(points=40, train_share=0.3)
    A, _, A_test, _ = problem.examples(setup)
    rows = {tuple(row) for row in np.vstack([A, A_test])}
    assert len(A) == 12 and len(A_test) == 28 and len(rows) == 40


def test_a_set_up_survives_its_text():
    own_points = ((0.5, -1.0, 0), (1.0, 1.0, 2))
    setup = Setup(data="own points", own=own_points, features=("x1", "x1·x2"), hidden=(3, 3, 3))
    assert problem.from_json(problem.to_json(setup)) == setup


def test_an_activation_is_a_name_or_a_list_with_one_for_each_hidden_layer():
    each = problem.from_json('{"hidden": [3, 2, 2], "activation": ["relu", "tanh", "relu"]}')
    assert each.activation == ("relu", "tanh", "relu")
    assert problem.from_json(problem.to_json(each)) == each
    assert problem.from_json('{"activation": "relu"}').activation == "relu"
    assert problem.from_json('{"activation": ["relu", "relu"]}') == Setup(activation="relu")
    assert problem.from_json('{"hidden": [], "activation": []}') == Setup(hidden=())


@pytest.mark.parametrize(("field", "value", "says"), [
    ("rate", -1, "rate is a number from 1e-05 to 1000; got -1"),
    ("batch", 2.5, "batch is a whole number from 1 to 500; got 2.5"),
    ("activation", "cosh", "activation is one of tanh, relu"),
    ("activation", ["tanh", "cosh"], "activation is one of tanh, relu, logistic, leaky_relu, elu, "
     "softplus, identity; got 'cosh'"),
    ("activation", ["tanh"], "a list with one for each of the 2 hidden layers; got 1"),
    ("activation", 3, "activation is one of tanh, relu"),
    ("hidden", 3, "hidden is a list; got 3"),
    ("data", "cats", "data is one of circles"),
    ("hidden", [9], "up to 5 layers of 1 to 8 units"),
    ("features", [], "one or more of x1, x2"),
    ("own", [[0, 0, 1], [9, 0, 1]], "within ±2.4; got (9, 0, 1)"),
    ("own", [0, 0, 1], "a point is (x1, x2, class)"),
    ("speed", 3, "not: speed"),
])  # fmt: skip
def test_a_wrong_set_up_is_refused_with_the_field_and_its_limits(field, value, says):
    with pytest.raises(ValueError) as error:
        problem.from_json(json.dumps({field: value}))
    assert says in str(error.value)


def test_a_csv_is_read_scaled_if_it_must_be_and_a_bad_line_is_named(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("x1,x2,class\n0.5,-1,0\n1,1,1\n")
    assert problem.points_from_csv(path) == ((0.5, -1, 0), (1, 1, 1))
    path.write_text("0,100,0\n10,300,1\n5,200,1\n")
    scaled = np.array(problem.points_from_csv(path))
    assert np.allclose(scaled[:, :2], [[-2.16, -2.16], [2.16, 2.16], [0, 0]])
    path.write_text("0,1,0\n1,one,1\n")
    with pytest.raises(ValueError, match="line 2"):
        problem.points_from_csv(path)


# ---- training ----


def test_one_epoch_is_that_of_another_library():
    setup = checked(Setup(batch=150, rate=0.5, hidden=(5,), activation="logistic"))
    frame = training.start(setup)
    A, Y, _, _ = problem.examples(setup)
    # two softmax outputs: the difference of their logits is the logit of one sigmoid, whose
    # gradient is half as large for each; so the other network goes at twice the rate
    other = MLPClassifier((5,), activation="logistic", solver="sgd", alpha=0, batch_size=150,
                          momentum=0, learning_rate_init=0.5, shuffle=False)  # fmt: skip
    other.partial_fit(A, Y[:, 1].astype(int), classes=[0, 1, 2])
    V = np.column_stack([frame.params[1].W, np.zeros(5)])
    other.coefs_ = [frame.params[0].W.copy(), V]
    other.intercepts_ = [frame.params[0].b.copy(), np.append(frame.params[1].b, -1e9)]
    other.partial_fit(A, Y[:, 1].astype(int))  # the third class has probability 0
    after = training.advance(frame)
    np.testing.assert_allclose(after.params[0].W, other.coefs_[0], atol=1e-12)
    np.testing.assert_allclose(after.params[1].W, other.coefs_[1][:, :2], atol=1e-12)
    np.testing.assert_allclose(after.params[1].b, other.intercepts_[1][:2], atol=1e-12)


@pytest.mark.parametrize("kind", ["L1", "L2"])
def test_the_gradient_of_the_penalty_is_that_of_finite_differences(kind):
    rng = np.random.default_rng(0)
    params = [Layer(rng.normal(size=(3, 4)), rng.normal(size=4)),
              Layer(rng.normal(size=(4, 2)), rng.normal(size=2))]  # fmt: skip
    _, grads = training.penalty(params, kind, 0.3)
    for layer, grad in zip(params, grads, strict=True):
        for array, slope in zip(layer, grad, strict=True):
            def value(moved, array=array):
                before = array.copy()
                array[...] = moved
                penalty = training.penalty(params, kind, 0.3)[0]
                array[...] = before
                return penalty

            np.testing.assert_allclose(slope, numerical_gradient(value, array.copy()), atol=1e-7)


@pytest.mark.parametrize("kind", ["L1", "L2"])
@pytest.mark.parametrize("hidden, activation", [
    ((3,), "tanh"), ((3, 4, 2), ("softplus", "tanh", "logistic")), ((4, 3), ("identity", "elu")),
])  # fmt: skip
def test_training_descends_loss_and_penalty_together(kind, hidden, activation):
    setup = checked(Setup(penalty=kind, penalty_rate=0.05, points=20, train_share=0.9,
                          hidden=hidden, activation=activation))  # fmt: skip
    frame = trained(setup, 3)
    A, Y, _, _ = problem.examples(setup)
    for l, slopes in enumerate(training.gradient(frame.params, A, Y, setup)):
        for i, slope in enumerate(slopes):

            def total(moved, l=l, i=i):
                layer = [*frame.params[l]]
                layer[i] = moved
                params = [*frame.params[:l], Layer(*layer), *frame.params[l + 1 :]]
                loss = training.measured(setup, 0, params, frame.states).train
                return loss + training.penalty(params, kind, 0.05)[0]

            moved = numerical_gradient(total, frame.params[l][i].copy())
            np.testing.assert_allclose(slope, moved, atol=1e-7)


def test_an_l1_penalty_makes_small_weights_smaller_than_l2_does():
    free, small = (trained(Setup(penalty=kind, penalty_rate=0.01), 60) for kind in ("L2", "L1"))
    count = [sum((np.abs(W) < 0.02).sum() for W, _ in f.params) for f in (free, small)]
    assert count[1] > count[0]


def test_a_frame_goes_on_to_the_same_numbers_and_is_not_changed_by_it():
    frame = trained(Setup(rule="Adam"), 5)
    before = [w.copy() for layer in frame.params for w in layer]
    once, again = training.advance(frame), training.advance(frame)
    assert once.train == again.train != frame.train
    assert all(map(np.array_equal, before, [w for layer in frame.params for w in layer]))


def test_a_setting_changed_on_the_way_keeps_the_weights():
    frame = trained(Setup(), 4)
    faster = training.changed(frame, checked(frame.setup._replace(rate=0.1)))
    assert faster.epoch == 4 and faster.touched and faster.params is frame.params
    wider = training.changed(frame, checked(frame.setup._replace(hidden=(6, 2))))
    assert wider.params[0].W.shape == (2, 6)
    assert np.array_equal(wider.params[0].W[:, :4], frame.params[0].W)
    assert np.array_equal(wider.params[1].W[:4], frame.params[1].W)
    more = training.changed(frame, checked(frame.setup._replace(features=("x2", "x1·x2"))))
    assert np.array_equal(more.params[0].W[0], frame.params[0].W[1])
    again = training.changed(frame, checked(frame.setup._replace(seed=1)))
    assert again.epoch == 0 and not again.touched


# ---- what is wrong with it ----


def test_a_lost_loss_is_explained_by_a_setting_that_alone_keeps_it():
    setup = checked(Setup(data="saddle", activation="relu", rate=50.0))
    frame = trained(setup, 1)
    assert training.lost(frame)
    words = training.explained(setup, frame.epoch)
    assert "learning rate 0.5 instead of 50" in words and "tanh" not in words
    assert not training.lost(trained(setup._replace(rate=0.5), 1))
    assert training.lost(trained(setup._replace(activation="tanh"), 1))


def test_a_layer_whose_activation_lost_the_loss_is_named():
    setup = checked(Setup(data="saddle", hidden=(4, 4, 4), rate=1.0, rule="momentum",
                          activation=("tanh", "relu", "tanh")))  # fmt: skip
    assert training.lost(trained(setup, 1))
    words = training.explained(setup, 1)
    assert words.endswith("; activation of layer 2 tanh instead of relu.")
    assert not training.lost(trained(setup._replace(activation="tanh"), 1))


def test_a_penalty_that_throws_the_weights_out_is_named():
    setup = checked(Setup(data="slope", activation="identity", penalty="L2", penalty_rate=10.0,
                          rate=0.5))  # fmt: skip
    words = training.explained(setup, 40)
    assert "penalty none instead of L2" in words


def test_units_are_marked_dead_or_saturated_and_sound_ones_are_not():
    frame = training.start(checked(Setup(activation="relu", hidden=(3,))))
    frame.params[0].W[:] = 1.0
    frame.params[0].b[:] = [-9.0, 0.0, 9.0]  # off everywhere, on and off, on everywhere
    assert training.marked(frame) == {(0, 0): "dead"}
    frame = training.start(checked(Setup(activation="tanh", hidden=(3,))))
    frame.params[0].W[:] = 0.3
    frame.params[0].b[:] = [-9.0, 0.0, 9.0]
    assert training.marked(frame) == {(0, 0): "saturated", (0, 2): "saturated"}


def test_each_layers_units_are_marked_by_its_own_activation():
    setup = checked(Setup(activation=("tanh", "relu"), hidden=(2, 2), init="zero"))
    frame = training.start(setup)
    frame.params[0].W[:], frame.params[0].b[:] = 0.3, [9.0, 0.0]
    frame.params[1].b[:] = [-9.0, 9.0]
    assert training.marked(frame) == {(0, 0): "saturated", (1, 0): "dead"}
    other = frame._replace(setup=setup._replace(activation=("relu", "tanh")))
    assert training.marked(other) == {(1, 0): "saturated", (1, 1): "saturated"}


# ---- taken with you ----


@pytest.mark.parametrize("setup", [
    Setup(),
    Setup(data="saddle", loss="Huber", rule="Adam", penalty="L1", penalty_rate=0.01, init="He"),
    Setup(hidden=(4, 3, 2), activation=("relu", "logistic", "elu"), data="moons"),
    Setup(data="three clouds", features=("x1²", "x2"), hidden=(), rule="Nesterov", seed=7),
    Setup(data="own points", own=((0.0, 1.0, 0), (1.0, 0.0, 1), (0.5, 0.5, 2), (1, 1, 0)),
          penalty="L2", batch=1, train_share=0.5),
], ids=lambda setup: setup.data)  # fmt: skip
def test_the_exported_code_trains_to_the_same_numbers(setup, capsys):
    frame, names = trained(setup, 7), {}
    exec(export.code(frame.setup, 7), names)
    assert (names["train_loss"], names["test_loss"]) == (frame.train, frame.test)
    for mine, ours in zip(names["params"], frame.params, strict=True):
        assert np.array_equal(mine.W, ours.W) and np.array_equal(mine.b, ours.b)
    assert f"train loss {frame.train:.6f}" in capsys.readouterr().out


@pytest.mark.parametrize("name", challenges.CHALLENGES)
def test_the_best_known_answer_of_a_challenge_reaches_it_and_its_weights_are_counted(name):
    challenge = challenges.CHALLENGES[name]
    frame = training.start(checked(challenge.best))
    assert challenges.weights(frame) == challenges.fewest(challenge)
    assert not challenges.reached(frame, challenge)
    while not challenges.reached(frame, challenge):
        assert frame.epoch < challenge.epochs
        frame = training.advance(frame)
    assert "as few" in challenges.said(frame, challenge)


# ---- the learner's functions ----


MINE = """
import numpy as np
def momentum_step(w, grad, velocity, lr, momentum):
    velocity = momentum * velocity - lr * grad
    return w + velocity, velocity
def forward(X, Ws, bs, f):
    As = [X]
    for W, b in zip(Ws, bs):
        As.append(f(As[-1] @ W + b))
    return As
def output_delta(Z, Y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)
def backward(Ws, As, Zs, delta, f_prime):
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.append(As[l].T @ delta)
        dbs.append(delta.sum(axis=0))
        if l:
            delta = delta @ Ws[l].T * f_prime(Zs[l - 1])
    return dWs[::-1], dbs[::-1]
"""


def rival_after(tmp_path, text, setup, epochs):
    path = tmp_path / "my_network.py"
    path.write_text(text)
    frame = training.start(checked(setup))
    rival = own.beside(own_functions(own.USED, own.EXERCISES, path), frame)
    for _ in range(epochs):
        before, frame = frame, training.advance(frame)
        rival = own.advance(rival, before, frame)
    return rival, frame


@pytest.mark.parametrize("rule", ["plain", "momentum"])
@pytest.mark.parametrize("data", ["circles", "saddle"])
def test_right_functions_of_the_learner_train_to_the_same_weights(tmp_path, rule, data):
    rival, frame = rival_after(tmp_path, MINE, Setup(rule=rule, data=data), 10)
    assert rival.parted is None and "same weights" in own.said(rival, frame)
    assert ("momentum_step" in own.said(rival, frame)) == (rule == "momentum")


@pytest.mark.parametrize(("old", "new"), [
    ("As[l].T @ delta", "2 * As[l].T @ delta"),
    ("* f_prime(Zs[l - 1])", ""),
    ("/ len(Z)", ""),
    ("w + velocity,", "w + lr * velocity,"),
])  # fmt: skip
def test_a_wrong_function_parts_from_ours_in_the_first_epoch(tmp_path, old, new):
    assert old in MINE
    rival, frame = rival_after(tmp_path, MINE.replace(old, new), Setup(rule="momentum"), 3)
    assert rival.parted == 1 and "part in epoch 1" in own.said(rival, frame)


def test_an_error_of_the_learners_is_told_and_ours_goes_on(tmp_path):
    text = MINE.replace("dWs[::-1], dbs[::-1]", "1 / 0")
    rival, frame = rival_after(tmp_path, text, Setup(), 3)
    assert frame.epoch == 3 and "ZeroDivisionError" in own.said(rival, frame)
