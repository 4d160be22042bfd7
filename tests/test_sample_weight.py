"""Weights of rows: by hand, as repeated rows, and step by step as in scikit-learn."""

import warnings

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.ensemble import AdaBoostClassifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.class_weight import compute_sample_weight
from test_estimators import (
    SOLVERS,
    assert_same_fit,
    both,
    every_kind,
    make_problem,
    without_words,
)

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.estimators import MLPClassifier, MLPRegressor
from mlp_lesson.losses import LOSSES, half_squared_error, mse, one_hot
from mlp_lesson.network import init_params
from mlp_lesson.optimizers import sgd
from mlp_lesson.train import train

every_loss = pytest.mark.parametrize("name", LOSSES)


def weights_of(n, seed=4):
    """From 0.2 to 3, some 0."""
    rng = np.random.default_rng(seed)
    return np.where(rng.random(n) < 0.15, 0.0, rng.uniform(0.2, 3, n))


def fitted(estimator, X, y, *args, method="fit", **arguments):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return getattr(estimator, method)(X, y, *args, **arguments)


# Losses


def test_the_weighted_mean_of_two_rows_by_hand():
    # r = 2 and -4 with weights 3 and 1: ½(3·4 + 1·16)/4 = 3.5; delta = 3·2/4 and 1·(-4)/4
    Z, Y, s = np.array([[2.0], [-4.0]]), np.zeros((2, 1)), np.array([3.0, 1.0])
    value, delta = half_squared_error(Z, Y, sample_weight=s)
    assert value == 3.5
    assert_array_equal(delta, [[1.5], [-1.0]])


@every_loss
def test_a_whole_number_as_weight_is_so_many_equal_rows(name):
    rng = np.random.default_rng(0)
    Z, Y, times = rng.normal(size=(5, 3)), one_hot(np.array([0, 2, 1, 1, 0]), 3), [2, 1, 3, 0, 1]
    value, delta = LOSSES[name].value_and_delta(Z, Y, sample_weight=np.array(times))
    rows = np.repeat(np.arange(5), times)
    repeated, slopes = LOSSES[name].value_and_delta(Z[rows], Y[rows])
    assert value == pytest.approx(repeated, rel=1e-14)
    summed = np.zeros_like(Z)
    np.add.at(summed, rows, slopes)
    assert_allclose(delta, summed, rtol=1e-14)


@every_loss
def test_equal_weights_of_any_size_change_nothing(name):
    Z, Y = np.random.default_rng(1).normal(size=(4, 2)), one_hot(np.array([0, 1, 1, 0]), 2)
    value, delta = LOSSES[name].value_and_delta(Z, Y)
    for size in (1e-9, 1.0, 700.0):
        weighted, slopes = LOSSES[name].value_and_delta(Z, Y, sample_weight=np.full(4, size))
        assert weighted == pytest.approx(value, rel=1e-14)
        assert_allclose(slopes, delta, rtol=1e-14)


@pytest.mark.parametrize("s, message", [
    (np.ones((2, 1)), r"sample_weight must be \(2,\), one for each row; got \(2, 1\)"),
    (np.ones(3), r"got \(3,\)"),
    (np.zeros(2), "weights of these 2 rows sum to 0"),
], ids=["a column", "one too many", "all 0"])  # fmt: skip
def test_weights_that_fit_no_rows_are_named(s, message):
    with pytest.raises(ValueError, match=message):
        mse(np.ones((2, 1)), np.ones((2, 1)), sample_weight=s)


# train


def trained(X, Y, **settings):
    params = init_params([2, 3, 1], np.random.default_rng(5), dtype=X.dtype)
    epochs = train(
        params, X, Y, activation=ACTIVATIONS["tanh"], loss=half_squared_error, step=sgd, lr=0.1,
        epochs=3, rng=np.random.default_rng(0), **settings,
    )  # fmt: skip
    return params, [epoch.loss for epoch in epochs]


def test_training_on_weighted_rows_is_training_on_repeated_rows():
    rng = np.random.default_rng(2)
    X, Y, times = rng.normal(size=(6, 2)), rng.normal(size=(6, 1)), np.array([1, 0, 2, 1, 3, 1])
    rows = np.repeat(np.arange(6), times)
    weighted, losses = trained(X, Y, sample_weight=times.astype(float), batch_size=6, l2=0.5)
    repeated, expected = trained(X[rows], Y[rows], batch_size=8, l2=0.5)
    assert_allclose(losses, expected, rtol=1e-13)  # so the penalty is shared among 8, too
    for (W, b), (V, c) in zip(weighted, repeated, strict=True):
        assert_allclose(W, V, rtol=1e-12), assert_allclose(b, c, rtol=1e-12)


@pytest.mark.parametrize("s, message", [
    (np.ones(5), r"sample_weight must be \(6,\), for each row 0 or more"),
    (np.array([1, 1, 1, 1, 1, -1.0]), r"for each row 0 or more; got \["),
    (np.array([1, 1, 1, 1, 1, np.nan]), "0 or more"),
    (np.array([1, 1, 1, 1, 1, np.inf]), "must not hold NaN or infinity"),
    (np.ones(6, np.float32), "share one floating dtype"),
    (np.array([0, 0, 1, 1, 1, 1.0]), "weights of these 2 rows sum to 0"),
], ids=["short", "negative", "NaN", "infinite", "float32", "an empty batch"])  # fmt: skip
def test_wrong_weights_stop_the_training_with_their_reason_and_no_warning(s, message):
    with warnings.catch_warnings(), pytest.raises(ValueError, match=message):
        warnings.simplefilter("error")
        trained(np.ones((6, 2)), np.ones((6, 1)), sample_weight=s, batch_size=2, shuffle=False,
                l2=0.1)  # fmt: skip


# The estimators, step by step as in scikit-learn


@pytest.mark.parametrize("solver", SOLVERS)
@every_kind
def test_ten_weighted_epochs_agree_with_scikit_learn(kind, solver):
    ours, X, y = make_problem(kind)
    mine, theirs = both(
        ours, hidden_layer_sizes=(7, 4), activation="tanh", alpha=0.3, batch_size=20,
        learning_rate_init=0.02, max_iter=10, random_state=3, **SOLVERS[solver],
    )  # fmt: skip
    for estimator in (mine, theirs):
        fitted(estimator, X, y, weights_of(len(X)))
    assert_same_fit(mine, theirs, X)
    unweighted = fitted(ours(**mine.get_params()), X, y)
    assert np.abs(unweighted.coefs_[0] - mine.coefs_[0]).max() > 1e-3


@pytest.mark.parametrize("dtype", [int, np.float32, bool, list])
@every_kind
def test_weights_of_any_kind_of_number_agree_with_scikit_learn(kind, dtype):
    ours, X, y = make_problem(kind)
    s = np.random.default_rng(0).integers(4, size=len(X))  # exact in every dtype
    s = s.tolist() if dtype is list else s.astype(dtype)
    pair = both(ours, hidden_layer_sizes=(5,), max_iter=10, random_state=0, batch_size=30)
    assert_same_fit(*(fitted(estimator, X, y, s) for estimator in pair), X)


@every_kind
def test_weighted_partial_fit_agrees_with_scikit_learn(kind):
    ours, X, y = make_problem(kind)
    s, labels = weights_of(len(X)), np.arange(3) if kind == "multilabel" else np.unique(y)
    pair = both(ours, hidden_layer_sizes=(5,), random_state=2)
    for estimator in pair:
        first = {"classes": labels} if ours is MLPClassifier else {}
        estimator.partial_fit(X[:40], y[:40], s[:40], **first)
        for start in (40, 50, 0):
            rows = slice(start, start + 40)
            estimator.partial_fit(X[rows], y[rows], sample_weight=s[rows])
    assert_same_fit(*pair, X)


@every_kind
def test_the_validation_score_of_early_stopping_is_weighted_as_in_scikit_learn(kind):
    ours, X, y = make_problem(kind, n=130)
    s, y = weights_of(len(X)), without_words(y)
    arguments = dict(
        early_stopping=True, validation_fraction=0.2, n_iter_no_change=5, solver="sgd",
        learning_rate_init=0.03, hidden_layer_sizes=(8,), random_state=0,
    )  # fmt: skip
    mine, theirs = (fitted(estimator, X, y, s) for estimator in both(ours, **arguments))
    assert mine.n_iter_ > 6
    assert_same_fit(mine, theirs, X)
    assert mine.validation_scores_ != fitted(ours(**arguments), X, y).validation_scores_


def test_a_float32_network_stays_float32_under_float64_weights():
    ours, X, y = make_problem("multiclass")
    mine = fitted(ours(max_iter=5, dropout=0.1), X.astype(np.float32), y, weights_of(len(X)))
    assert {a.dtype for a in mine.coefs_ + mine.intercepts_} == {np.dtype(np.float32)}


@pytest.mark.parametrize("loss", ["absolute_error", "huber"])
def test_the_other_losses_of_the_regressor_take_weights_too(loss):
    _, X, y = make_problem("regression", n=40)
    times = np.random.default_rng(3).integers(3, size=40)
    arguments = dict(loss=loss, max_iter=10, random_state=0, shuffle=False)
    weighted = fitted(MLPRegressor(**arguments), X, y, times)
    repeated = fitted(MLPRegressor(**arguments), np.repeat(X, times, axis=0), np.repeat(y, times))
    assert_allclose(weighted.predict(X), repeated.predict(X), rtol=1e-9)


# What weights are good for


def test_class_weights_raise_the_recall_of_a_rare_class():
    rng = np.random.default_rng(0)
    X = np.vstack([rng.normal(0, 1, (380, 2)), rng.normal(1.5, 1, (20, 2))])
    y = np.repeat([0, 1], [380, 20])
    arguments = dict(hidden_layer_sizes=(8,), max_iter=60, random_state=0, learning_rate_init=0.01)
    plain = fitted(MLPClassifier(**arguments), X, y)
    weighted = fitted(MLPClassifier(**arguments), X, y, compute_sample_weight("balanced", y))
    assert plain.predict(X[380:]).mean() < 0.6 < 0.8 < weighted.predict(X[380:]).mean()


def test_adaboost_on_our_classifier_agrees_with_adaboost_on_scikit_learns():
    _, X, y = make_problem("multiclass", n=120)
    pair = both(MLPClassifier, hidden_layer_sizes=(3,), max_iter=15, learning_rate_init=0.03)
    mine, theirs = (
        fitted(AdaBoostClassifier(base, n_estimators=4, random_state=0), X, y) for base in pair
    )
    assert len(mine.estimators_) == len(theirs.estimators_) == 4
    assert_allclose(mine.estimator_weights_, theirs.estimator_weights_, rtol=1e-9)
    assert_allclose(mine.predict_proba(X), theirs.predict_proba(X), rtol=0, atol=1e-8)


# Wrong weights


@pytest.mark.parametrize("ours", [MLPClassifier, MLPRegressor])
@pytest.mark.parametrize("method", ["fit", "partial_fit"])
@pytest.mark.parametrize("spoil, message", [
    (lambda s: s[:-1], r"sample_weight.shape == \(59,\), expected \(60,\)"),
    (lambda s: s[:, None], "must be 1D array or scalar"),
    (lambda s: np.where(s > 2.8, np.nan, s), "sample_weight contains NaN"),
    (lambda s: np.where(s > 2.8, np.inf, s), "sample_weight contains infinity"),
    (lambda s: -s, "Negative values in data passed to `sample_weight`"),
    (lambda s: 0 * s, "at least one non-zero|sum to 0"),
    (lambda s: np.full(60, "heavy"), "could not convert string to float"),
], ids=["one short", "a column", "NaN", "infinite", "negative", "all 0", "words"])  # fmt: skip
def test_wrong_weights_are_named(ours, method, spoil, message):
    X = np.random.default_rng(0).normal(size=(60, 3))
    y = (X[:, 0] > 0).astype(int)
    classes = {"classes": [0, 1]} if method == "partial_fit" and ours is MLPClassifier else {}
    with pytest.raises(ValueError, match=message):
        getattr(ours(), method)(X, y, sample_weight=spoil(weights_of(60)), **classes)


def test_a_validation_set_without_weight_is_refused():
    ours, X, y = make_problem("regression")
    s = np.zeros(len(X))
    s[0] = 1
    with pytest.raises(ValueError, match="validation set holds only rows of weight 0"):
        ours(early_stopping=True, random_state=0).fit(X, y, s)
