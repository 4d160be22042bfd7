"""The estimators are compared with scikit-learn's own: same arguments, same numbers."""

import pickle
import warnings

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn import neural_network as reference
from sklearn.base import clone
from sklearn.exceptions import ConvergenceWarning, DataConversionWarning, NotFittedError
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.estimators import MLPClassifier, MLPRegressor
from mlp_lesson.losses import half_squared_error, huber
from mlp_lesson.network import Layer
from mlp_lesson.train import loss_and_gradient

REFERENCE = {
    MLPClassifier: reference.MLPClassifier,
    MLPRegressor: reference.MLPRegressor,
}
KINDS = ["binary", "multiclass", "multilabel", "regression", "multioutput"]
every_kind = pytest.mark.parametrize("kind", KINDS)
both_estimators = pytest.mark.parametrize("ours", [MLPClassifier, MLPRegressor])


def make_problem(kind, n=90, n_features=5, seed=0):
    """(estimator class, X, y): noisy, and with a last batch smaller than the others."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, n_features))
    scores = X @ rng.normal(size=(n_features, 3)) + 0.5 * rng.normal(size=(n, 3))
    if kind == "binary":
        return MLPClassifier, X, np.where(scores[:, 0] > 0, "yes", "no")
    if kind == "multiclass":
        return MLPClassifier, X, np.array([2, 5, 9])[scores.argmax(axis=1)]
    if kind == "multilabel":
        return MLPClassifier, X, (scores > 0).astype(int)
    return MLPRegressor, X, scores if kind == "multioutput" else scores[:, 0]


def without_words(y):
    """yes and no as 1 and 0: scikit-learn 1.8 cannot stop early on labels that are words."""
    return (y == "yes").astype(int) if y.dtype.kind == "U" else y


def both(ours, **arguments):
    """Our estimator and scikit-learn's, made from the same arguments."""
    return ours(**arguments), REFERENCE[ours](**arguments)


def fit_both(ours, X, y, **arguments):
    pair = both(ours, **arguments)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return tuple(estimator.fit(X, y) for estimator in pair)


def assert_same_fit(mine, theirs, X, tolerance=1e-8):
    close = {"rtol": 0, "atol": tolerance}
    assert mine.n_iter_ == theirs.n_iter_
    assert mine.t_ == theirs.t_
    assert mine.n_layers_ == theirs.n_layers_
    assert mine.n_outputs_ == theirs.n_outputs_
    assert mine.out_activation_ == theirs.out_activation_
    assert_allclose(mine.loss_curve_, theirs.loss_curve_, **close)
    assert mine.loss_ == mine.loss_curve_[-1]
    for name in ("coefs_", "intercepts_"):
        for a, b in zip(getattr(mine, name), getattr(theirs, name), strict=True):
            assert_allclose(a, b, **close)
    for name in ("best_loss_", "validation_scores_", "best_validation_score_"):
        if getattr(theirs, name) is None:
            assert getattr(mine, name) is None
        else:
            assert_allclose(getattr(mine, name), getattr(theirs, name), **close)
    if hasattr(theirs, "predict_proba"):
        assert_allclose(mine.predict_proba(X), theirs.predict_proba(X), **close)
        assert_allclose(mine.predict_log_proba(X), theirs.predict_log_proba(X), atol=1e-6)
        assert_array_equal(mine.classes_, theirs.classes_)
        assert_array_equal(mine.predict(X), theirs.predict(X))
    else:
        assert_allclose(mine.predict(X), theirs.predict(X), **close)


# Ten epochs, step by step

SOLVERS = {
    "sgd": {"solver": "sgd", "momentum": 0.0},
    "momentum": {"solver": "sgd", "momentum": 0.8, "nesterovs_momentum": False},
    "nesterov": {"solver": "sgd", "momentum": 0.8},
    "invscaling": {"solver": "sgd", "learning_rate": "invscaling", "power_t": 0.2},
    "adaptive": {"solver": "sgd", "learning_rate": "adaptive", "tol": 0.05, "n_iter_no_change": 1},
    "adam": {"solver": "adam", "beta_1": 0.8, "beta_2": 0.99, "epsilon": 1e-6},
}


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize("activation", ["identity", "logistic", "tanh", "relu"])
@every_kind
def test_ten_epochs_agree_with_scikit_learn(kind, activation, solver):
    ours, X, y = make_problem(kind)
    mine, theirs = fit_both(
        ours, X, y, hidden_layer_sizes=(7, 4), activation=activation, alpha=0.3, batch_size=20,
        learning_rate_init=0.02, max_iter=10, random_state=3, **SOLVERS[solver],
    )  # fmt: skip
    assert_same_fit(mine, theirs, X)


@every_kind
@pytest.mark.parametrize("arguments", [
    {"hidden_layer_sizes": ()},
    {"hidden_layer_sizes": 6},
    {"hidden_layer_sizes": np.array([6, 3, 4])},
    {"shuffle": False, "batch_size": 20},
    {"alpha": 0},
    {"solver": "sgd", "momentum": 1.0},
    {"random_state": np.random.RandomState(8)},
], ids=["no hidden", "a number", "an array", "unshuffled", "no L2", "no friction", "RandomState"],
)  # fmt: skip
def test_other_arguments_agree_with_scikit_learn(kind, arguments):
    ours, X, y = make_problem(kind, n=230)  # more than one batch of the automatic size, 200
    mine, theirs = both(ours, max_iter=10, **{"random_state": 1, **arguments})
    theirs = clone(theirs)  # so that each draws from its own copy of a RandomState
    with pytest.warns(ConvergenceWarning):
        mine.fit(X, y), theirs.fit(X, y)
    assert_same_fit(mine, theirs, X)


# Stopping


@every_kind
def test_training_stops_in_the_same_epoch_as_scikit_learn(kind):
    ours, X, y = make_problem(kind)
    mine, theirs = fit_both(
        ours, X, y, solver="adam", tol=3e-3, n_iter_no_change=4, learning_rate_init=0.03,
        hidden_layer_sizes=(8,), activation="tanh", random_state=0, max_iter=400,
    )  # fmt: skip
    assert 10 < mine.n_iter_ < 400
    assert_same_fit(mine, theirs, X, tolerance=1e-6)


@every_kind
def test_early_stopping_holds_out_the_same_rows_and_keeps_the_same_weights(kind):
    ours, X, y = make_problem(kind, n=130)
    mine, theirs = fit_both(
        ours, X, without_words(y), early_stopping=True, validation_fraction=0.2, n_iter_no_change=5,
        solver="sgd", learning_rate_init=0.03, hidden_layer_sizes=(8,), random_state=0,
    )  # fmt: skip
    assert 6 < mine.n_iter_ < 200
    assert np.argmax(mine.validation_scores_) < mine.n_iter_ - 1  # so the last are not the best
    assert_same_fit(mine, theirs, X)


def test_the_adaptive_rate_falls_and_ends_training_as_in_scikit_learn(capsys):
    ours, X, y = make_problem("multiclass")
    mine, theirs = fit_both(
        ours, X, y, solver="sgd", learning_rate="adaptive", learning_rate_init=0.1, tol=1e-3,
        n_iter_no_change=2, hidden_layer_sizes=(6,), random_state=0, max_iter=400, verbose=True,
    )  # fmt: skip
    out = capsys.readouterr().out
    assert mine.n_iter_ < 400
    assert_same_fit(mine, theirs, X)
    assert out.count("Setting learning rate to 0.020000") == 2  # theirs says so too
    assert out.count("Stopping.") == 2


def test_an_infinite_patience_runs_to_the_end_and_warns():
    ours, X, y = make_problem("binary")
    with pytest.warns(ConvergenceWarning, match=r"Maximum iterations \(30\)"):
        mine = ours(max_iter=30, tol=10, n_iter_no_change=np.inf).fit(X, y)
    assert mine.n_iter_ == 30


# Going on with training


@pytest.mark.parametrize("solver", SOLVERS)
@every_kind
def test_partial_fit_agrees_with_scikit_learn(kind, solver):
    ours, X, y = make_problem(kind)
    labels = np.arange(3) if kind == "multilabel" else np.unique(y)
    first = {"classes": labels} if ours is MLPClassifier else {}
    pair = both(ours, hidden_layer_sizes=(5,), random_state=2, **SOLVERS[solver])
    for estimator in pair:
        estimator.partial_fit(X[:40], y[:40], **first)
        for start in (40, 60, 0):
            estimator.partial_fit(X[start : start + 40], y[start : start + 40])
    assert pair[0].n_iter_ == 1 and len(pair[0].loss_curve_) == 4
    assert_same_fit(*pair, X)


@pytest.mark.parametrize("kind", ["multiclass", "regression"])
def test_a_warm_start_agrees_with_scikit_learn(kind):
    ours, X, y = make_problem(kind)
    pair = both(
        ours, warm_start=True, max_iter=5, random_state=2, solver="sgd", learning_rate="invscaling"
    )
    for estimator in pair:
        with pytest.warns(ConvergenceWarning):
            estimator.fit(X, y).fit(X, y)
    assert len(pair[0].loss_curve_) == 10
    assert_same_fit(*pair, X)


def test_a_warm_start_that_finds_nothing_better_keeps_the_best_weights():
    # scikit-learn 1.9.1 trains on in the very arrays it holds as the best, and loses them
    ours, X, y = make_problem("binary", n=130)
    mine = ours(early_stopping=True, warm_start=True, random_state=0, learning_rate_init=0.01)
    best = [W.copy() for W in mine.fit(X, y).coefs_]
    score = mine.best_validation_score_
    mine.set_params(solver="sgd", learning_rate_init=1.0, momentum=0.99).fit(X, y)
    assert mine.best_validation_score_ == score  # nothing better was found
    for W, kept in zip(mine.coefs_, best, strict=True):
        assert_array_equal(W, kept)


def test_without_warm_start_a_second_fit_starts_afresh():
    ours, X, y = make_problem("multiclass")
    mine = ours(max_iter=400, random_state=1, hidden_layer_sizes=(5,), tol=1e-2)
    once = mine.fit(X, y).loss_curve_
    assert mine.fit(X, y).loss_curve_ == once


def test_a_warm_start_with_other_classes_is_refused():
    ours, X, y = make_problem("multiclass")
    mine = ours(max_iter=300, tol=0.1, warm_start=True).fit(X, y)
    with pytest.raises(ValueError, match="same classes"):
        mine.fit(X[y != 5], y[y != 5])


def test_partial_fit_names_what_is_wrong_with_its_classes():
    ours, X, y = make_problem("multiclass")
    with pytest.raises(ValueError, match="classes must be passed on the first call"):
        ours().partial_fit(X, y)
    mine = ours().partial_fit(X, y, classes=[2, 5, 9])
    with pytest.raises(ValueError, match="this network was made for"):
        mine.partial_fit(X, y + 1)
    with pytest.raises(ValueError, match="early_stopping"):
        ours(early_stopping=True).partial_fit(X, y, classes=[2, 5, 9])


def test_an_interrupt_keeps_what_was_learnt(monkeypatch):
    ours, X, y = make_problem("multiclass")
    mine = ours(hidden_layer_sizes=(5,), random_state=0, max_iter=50)
    record, epochs = mine._record, iter(range(3))

    def interrupt(loss, held_out):
        record(loss, held_out)
        if next(epochs) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(mine, "_record", interrupt)
    with pytest.warns(UserWarning, match="interrupted"):
        mine.fit(X, y)
    three = ours(hidden_layer_sizes=(5,), random_state=0, max_iter=3)
    with pytest.warns(ConvergenceWarning):
        three.fit(X, y)
    assert_array_equal(mine.predict_proba(X), three.predict_proba(X))


# What scikit-learn asks of every estimator


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
@pytest.mark.filterwarnings("ignore:batch_size is clipped")
@parametrize_with_checks([MLPClassifier(max_iter=100), MLPRegressor(max_iter=100)])
def test_scikit_learn_accepts_the_estimator(estimator, check):
    check(estimator)


@both_estimators
def test_the_parameters_have_the_names_and_defaults_of_scikit_learn(ours):
    mine, theirs = ours().get_params(), REFERENCE[ours]().get_params()
    assert set(theirs) - set(mine) == {"max_fun"}  # it belongs to lbfgs alone
    assert {name: mine[name] for name in theirs if name in mine} == {
        name: value for name, value in theirs.items() if name != "max_fun"
    }
    assert set(mine) - set(theirs) <= {
        "dropout", "init", "decay_rate", "decay_steps", "rho", "huber_threshold",
    }  # fmt: skip


@both_estimators
def test_it_says_of_itself_what_scikit_learns_says(ours):
    theirs = REFERENCE[ours]().__sklearn_tags__()
    if ours is MLPRegressor:
        theirs.target_tags.multi_output = True  # theirs takes several outputs, and does not say so
    assert ours().__sklearn_tags__() == theirs


@both_estimators
def test_what_scikit_learn_lacks_is_off_or_has_its_customary_value(ours):
    added = {name: value for name, value in ours().get_params().items()
             if name not in REFERENCE[ours]().get_params()}  # fmt: skip
    assert added == {
        "dropout": 0.0, "init": "glorot", "decay_rate": 0.96, "decay_steps": 100_000, "rho": 0.9,
        **({"huber_threshold": 1.0} if ours is MLPRegressor else {}),
    }  # fmt: skip


@both_estimators
def test_a_fitted_estimator_can_be_pickled_cloned_and_trained_on(ours):
    X = np.random.default_rng(0).normal(size=(40, 3))
    y = (X[:, 0] > 0).astype(int)
    mine = ours(learning_rate="exponential", random_state=0).partial_fit(
        X, y, **({"classes": [0, 1]} if ours is MLPClassifier else {})
    )
    copy = pickle.loads(pickle.dumps(mine))
    assert_array_equal(copy.partial_fit(X, y).coefs_[0], mine.partial_fit(X, y).coefs_[0])
    assert not hasattr(clone(mine), "coefs_")
    assert repr(clone(mine)) == f"{ours.__name__}(learning_rate='exponential', random_state=0)"


def test_a_grid_search_in_a_pipeline_tunes_it():
    _, X, y = make_problem("binary")
    pipe = make_pipeline(StandardScaler(), MLPClassifier(max_iter=60, tol=0.01, random_state=0))
    grid = {"mlpclassifier__dropout": [0.0, 0.3], "mlpclassifier__alpha": [1e-4, 1.0]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        search = GridSearchCV(pipe, grid, cv=3).fit(X, y)
    assert len(search.cv_results_["params"]) == 4 and search.best_score_ > 0.8


# dtype, dropout, and what scikit-learn does not have


@both_estimators
@pytest.mark.parametrize("solver", ["sgd", "adam", "rmsprop"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_weights_have_the_dtype_of_X(ours, solver, dtype):
    X = np.random.default_rng(0).normal(size=(60, 3)).astype(dtype)
    y = (X[:, 0] > 0).astype(int)
    mine = ours(solver=solver, max_iter=300, tol=0.1, dropout=0.1).fit(X, y)
    assert {a.dtype for a in mine.coefs_ + mine.intercepts_} == {np.dtype(dtype)}
    outputs = mine.predict_proba(X) if ours is MLPClassifier else mine.predict(X)
    assert outputs.dtype == dtype


def test_float32_follows_float64_closely():
    ours, X, y = make_problem("multiclass")
    with pytest.warns(ConvergenceWarning):
        double = ours(max_iter=10, random_state=0).fit(X, y)
        single = ours(max_iter=10, random_state=0).fit(X.astype(np.float32), y)
    assert_allclose(single.loss_curve_, double.loss_curve_, rtol=1e-5)


def test_dropout_changes_training_but_not_prediction():
    ours, X, y = make_problem("multiclass")
    with pytest.warns(ConvergenceWarning):
        plain = ours(max_iter=5, random_state=0).fit(X, y)
        dropped = ours(max_iter=5, random_state=0, dropout=0.5).fit(X, y)
    assert abs(plain.loss_ - dropped.loss_) > 1e-3
    assert_array_equal(dropped.predict_proba(X), dropped.predict_proba(X))  # nothing is drawn
    twin = ours(max_iter=5, random_state=0, dropout=0.5)
    with pytest.warns(ConvergenceWarning):
        twin.fit(X, y)
    assert_array_equal(twin.coefs_[0], dropped.coefs_[0])  # the masks follow random_state
    bare = reference.MLPClassifier(max_iter=1)  # predicts from the same weights, knows no dropout
    with pytest.warns(ConvergenceWarning):
        bare.fit(X, y)
    bare.coefs_, bare.intercepts_ = dropped.coefs_, dropped.intercepts_
    assert_allclose(dropped.predict_proba(X), bare.predict_proba(X), rtol=0, atol=1e-14)


def test_he_initialisation_has_its_spread_and_no_biases():
    X = np.random.default_rng(0).normal(size=(50, 200))
    with pytest.warns(ConvergenceWarning):
        mine = MLPRegressor(
            hidden_layer_sizes=(300,), init="he", learning_rate_init=1e-12, max_iter=1,
            random_state=0,
        ).fit(X, X[:, 0])  # fmt: skip
    assert mine.coefs_[0].std() == pytest.approx(np.sqrt(2 / 200), rel=0.01)
    assert_allclose(mine.intercepts_[0], 0, atol=1e-10)


@pytest.mark.parametrize("activation", ["leaky_relu", "elu", "selu", "softplus"])
@pytest.mark.parametrize("solver", ["sgd", "adam", "rmsprop"])
def test_the_further_activations_and_solvers_learn(activation, solver):
    ours, X, y = make_problem("binary")
    mine = ours(
        (20,), activation, solver=solver, learning_rate_init=0.02, max_iter=300, tol=1e-3,
        random_state=0,
    )  # fmt: skip
    assert mine.fit(X, y).score(X, y) > 0.9


def test_one_rmsprop_step_by_hand():
    # One row x = 1, target 1, no hidden layer: z = w + b, so g = z - 1 for w and for b.
    # First step: s = (1 - rho) g², so w moves by lr |g| / (√0.19 |g| + epsilon).
    X, y = np.ones((1, 1)), np.ones(1)
    mine = MLPRegressor((), solver="rmsprop", rho=0.81, epsilon=0.5, alpha=0, random_state=0)
    before = clone(mine).set_params(learning_rate_init=1e-15).partial_fit(X, y)
    after = clone(mine).set_params(learning_rate_init=0.01).partial_fit(X, y)
    w, b = before.coefs_[0][0, 0], before.intercepts_[0][0]
    g = abs(w + b - 1)
    moved = abs(after.coefs_[0][0, 0] - w)
    assert moved == pytest.approx(0.01 * g / (np.sqrt(0.19) * g + 0.5), rel=1e-9)


def test_the_exponential_rate_counts_updates_across_epochs():
    # A constant gradient of -1 (absolute error, far below the target) makes each move of the bias
    # the learning rate itself: 3 batches an epoch, halved after each 3 updates.
    X, y = np.zeros((5, 1)), np.full(5, 100.0)  # batches of 2, 2 and 1
    mine = MLPRegressor(
        (), solver="sgd", momentum=0, loss="absolute_error", batch_size=2, random_state=0,
        learning_rate="exponential", learning_rate_init=0.1, decay_rate=0.5, decay_steps=3,
    )  # fmt: skip
    b = [mine.partial_fit(X, y).intercepts_[0][0] for _ in range(3)]
    epoch = 0.1 * (1 + 0.5 ** (1 / 3) + 0.5 ** (2 / 3))
    assert_allclose(np.diff(b), [epoch / 2, epoch / 4], rtol=1e-9)
    with pytest.warns(ConvergenceWarning):
        whole = clone(mine).set_params(max_iter=3).fit(X, y)  # the same in one go
    assert whole.intercepts_[0][0] == pytest.approx(b[-1], rel=1e-12)


@pytest.mark.parametrize("loss", ["absolute_error", "huber"])
def test_a_robust_loss_is_not_dragged_away_by_outliers(loss):
    X = np.linspace(-1, 1, 80)[:, None]
    y = 2 * X[:, 0]
    y[::8] += 50
    clean = np.arange(80) % 8 != 0
    arguments = {"hidden_layer_sizes": (), "learning_rate_init": 0.05, "max_iter": 2000,
                 "tol": 1e-6, "random_state": 0, "batch_size": 80}  # fmt: skip
    robust = MLPRegressor(loss=loss, **arguments).fit(X, y)
    squared = MLPRegressor(**arguments).fit(X, y)
    assert mean_squared_error(y[clean], robust.predict(X[clean])) < 0.1
    assert mean_squared_error(y[clean], squared.predict(X[clean])) > 10


def test_the_threshold_reaches_the_huber_loss():
    _, X, y = make_problem("regression")
    first = MLPRegressor((), alpha=0, loss="huber", huber_threshold=0.3, batch_size=90,
                         learning_rate_init=1e-15, random_state=0).partial_fit(X, y)  # fmt: skip
    Z = X @ first.coefs_[0] + first.intercepts_[0]
    assert first.loss_ == pytest.approx(huber(Z, y[:, None], 0.3)[0], rel=1e-9)


def test_with_k_outputs_the_reported_squared_error_is_a_kth_of_the_one_descended():
    # scikit-learn's way, kept so that tol means the same: the gradient is that of the sum over
    # the outputs (shown by one step of plain gradient descent), the value their mean.
    _, X, Y = make_problem("multioutput")
    lr, arguments = 0.1, {"hidden_layer_sizes": (4,), "activation": "tanh", "alpha": 0}
    arguments |= {"solver": "sgd", "momentum": 0, "batch_size": len(X), "random_state": 0}
    start = MLPRegressor(**arguments, learning_rate_init=1e-15).partial_fit(X, Y)
    params = [Layer(W, b) for W, b in zip(start.coefs_, start.intercepts_, strict=True)]
    value, grads = loss_and_gradient(params, X, Y, ACTIVATIONS["tanh"], half_squared_error)
    stepped = MLPRegressor(**arguments, learning_rate_init=lr).partial_fit(X, Y)
    assert stepped.loss_ == pytest.approx(value / 3, rel=1e-9)
    assert_allclose(stepped.coefs_[0], params[0].W - lr * grads[0].W, rtol=0, atol=1e-12)


# Wrong input


@both_estimators
@pytest.mark.parametrize("arguments, message", [
    ({"activation": "heaviside"}, "'activation' parameter"),
    ({"activation": "swish"}, "'activation' parameter"),
    ({"solver": "newton"}, "'solver' parameter"),
    ({"solver": "lbfgs"}, "not part of the course"),
    ({"learning_rate": "cosine"}, "'learning_rate' parameter"),
    ({"init": "zeros"}, "'init' parameter"),
    ({"dropout": 1.0}, "'dropout' parameter"),
    ({"dropout": -0.1}, "'dropout' parameter"),
    ({"alpha": -1}, "'alpha' parameter"),
    ({"batch_size": 0}, "'batch_size' parameter"),
    ({"max_iter": 0}, "'max_iter' parameter"),
    ({"learning_rate_init": 0}, "'learning_rate_init' parameter"),
    ({"hidden_layer_sizes": (5, 0)}, "hidden_layer_sizes must be > 0"),
    ({"hidden_layer_sizes": -1}, "'hidden_layer_sizes' parameter"),
], ids=str)  # fmt: skip
def test_a_wrong_parameter_is_named(ours, arguments, message):
    X = np.random.default_rng(0).normal(size=(60, 3))
    with pytest.raises(ValueError, match=message):
        ours(**arguments).fit(X, (X[:, 0] > 0).astype(int))


def test_a_validation_set_of_one_row_is_refused():
    _, X, y = make_problem("regression")
    with pytest.raises(ValueError, match="validation set is too small"):
        MLPRegressor(early_stopping=True, validation_fraction=0.01).fit(X, y)


@both_estimators
@pytest.mark.parametrize("spoil, message", [
    (lambda X, y: (np.where(X > 1, np.nan, X), y), "NaN"),
    (lambda X, y: (X[:0], y[:0]), "0 sample"),
    (lambda X, y: (X, y[:-1]), "inconsistent numbers of samples"),
    (lambda X, y: (X[:, 0], y), "Expected 2D array"),
    (lambda X, y: (X, None), "requires y to be passed"),
    (lambda X, y: (X, np.where(y, np.nan, 1.0)), "NaN"),
], ids=["NaN in X", "no rows", "one y short", "flat X", "no y", "NaN in y"])  # fmt: skip
def test_wrong_data_are_named(ours, spoil, message):
    X = np.random.default_rng(0).normal(size=(60, 3))
    with pytest.raises(ValueError, match=message):
        ours().fit(*spoil(X, (X[:, 0] > 0).astype(int)))


@pytest.mark.parametrize("kind", ["binary", "multiclass", "regression"])
def test_a_column_of_targets_is_taken_with_a_warning(kind):
    ours, X, y = make_problem(kind)
    mine = ours(max_iter=300, tol=0.1, random_state=0)
    with pytest.warns(DataConversionWarning, match="column-vector"):
        mine.fit(X, y[:, None])
    flat = clone(mine).fit(X, y)
    assert_array_equal(mine.predict(X), flat.predict(X))
    assert mine.predict(X).shape == (90,)


def test_continuous_labels_are_refused_by_the_classifier():
    _, X, y = make_problem("regression")
    with pytest.raises(ValueError, match="Unknown label type"):
        MLPClassifier().fit(X, y)


def test_predicting_needs_a_fit_and_as_many_columns():
    ours, X, y = make_problem("multiclass")
    with pytest.raises(NotFittedError):
        ours().predict_proba(X)
    mine = ours(max_iter=300, tol=0.1).fit(X, y)
    with pytest.raises(ValueError, match="4 features, but MLPClassifier is expecting 5"):
        mine.predict(X[:, :4])


def test_a_diverging_run_says_what_to_do():
    ours, X, y = make_problem("regression")
    with pytest.raises(ValueError, match="smaller learning rate"):
        ours(solver="sgd", learning_rate_init=1e3, activation="identity").fit(1e3 * X, 1e3 * y)


def test_a_diverging_run_with_early_stopping_ends_with_a_warning_and_its_best_weights():
    ours, X, y = make_problem("regression", n=130)
    mine = ours(
        early_stopping=True, solver="sgd", activation="identity", learning_rate_init=1.0,
        random_state=0,
    )  # fmt: skip
    with pytest.warns(ConvergenceWarning, match="steps are too large.*best weights") as warned:
        mine.fit(X, y)
    assert len(warned) == 1  # and no RuntimeWarning
    scores = mine.validation_scores_
    assert np.isnan(scores[-1]) and np.isfinite(scores[:3]).all()
    assert np.isnan(mine.loss_) and len(mine.loss_curve_) == len(scores) == mine.n_iter_
    assert mine.best_validation_score_ == np.nanmax(scores)
    assert np.isfinite(mine.predict(X)).all()
    fewer = clone(mine).set_params(max_iter=1 + int(np.nanargmax(scores)))
    with pytest.warns(ConvergenceWarning):
        fewer.fit(X, y)
    assert_array_equal(mine.predict(X), fewer.predict(X))


def test_an_overflow_in_the_first_epoch_is_an_error_with_early_stopping_too():
    ours, X, y = make_problem("regression", n=130)
    with pytest.raises(ValueError, match="in epoch 1: .*scale the inputs"):
        ours(early_stopping=True, solver="sgd").fit(1e200 * X, y)


def test_early_stopping_names_the_label_that_is_too_rare_to_be_split():
    X = np.arange(8.0).reshape(4, 2)
    with pytest.raises(ValueError, match="too few members are: .*rare"):
        MLPClassifier(early_stopping=True).fit(X, ["many", "many", "many", "rare"])


def test_a_batch_larger_than_the_data_is_clipped_with_a_warning():
    ours, X, y = make_problem("binary")
    with pytest.warns(UserWarning, match="clipped to the 90 rows"):
        ours(batch_size=91, max_iter=300, tol=0.1).fit(X, y)
