"""Sparse inputs: the same numbers as from the dense array, and never made dense on the way."""

import warnings

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from test_estimators import assert_same_fit, both, every_kind, make_problem

from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.train import train

FORMATS = [sparse.csr_array, sparse.csr_matrix, sparse.csc_array, sparse.coo_array]


def fitted(estimator, X, y, **arguments):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return estimator.fit(X, y, **arguments)


def mostly_zeros(kind, n=90):
    ours, X, y = make_problem(kind, n=n)
    return ours, np.where(np.abs(X) < 1, 0, X), y


@pytest.mark.parametrize("layout", FORMATS, ids=lambda layout: layout.__name__)
@every_kind
def test_a_sparse_X_gives_the_numbers_of_the_dense_one_and_of_scikit_learn(kind, layout):
    ours, X, y = mostly_zeros(kind)
    arguments = dict(hidden_layer_sizes=(6,), max_iter=10, batch_size=20, random_state=1, alpha=0.1)
    dense, theirs = (fitted(estimator, X, y) for estimator in both(ours, **arguments))
    mine = fitted(ours(**arguments), layout(X), y)
    assert_same_fit(mine, dense, X)
    assert_same_fit(mine, theirs, layout(X))  # predictions from a sparse X, too


@pytest.mark.parametrize("arguments", [
    {"early_stopping": True}, {"shuffle": False}, {"dropout": 0.3}, {"hidden_layer_sizes": ()},
], ids=str)  # fmt: skip
def test_a_sparse_X_changes_nothing_else(arguments):
    ours, X, y = mostly_zeros("multiclass", n=120)
    s = np.random.default_rng(0).uniform(size=120)
    arguments = dict(max_iter=10, random_state=1, **arguments)
    dense = fitted(ours(**arguments), X, y, sample_weight=s)
    mine = fitted(ours(**arguments), sparse.csr_array(X), y, sample_weight=s)
    assert_same_fit(mine, dense, X)


def test_partial_fit_goes_on_from_sparse_to_dense_rows():
    ours, X, y = mostly_zeros("binary")
    one, two = ours(random_state=0), ours(random_state=0)
    one.partial_fit(sparse.csr_array(X), y, classes=np.unique(y)).partial_fit(X, y)
    two.partial_fit(X, y, classes=np.unique(y)).partial_fit(X, y)
    assert_same_fit(one, two, X)


def test_a_float32_sparse_X_gives_float32_weights():
    ours, X, y = mostly_zeros("multiclass")
    mine = fitted(ours(max_iter=3), sparse.csr_array(X.astype(np.float32)), y)
    assert {a.dtype for a in mine.coefs_ + mine.intercepts_} == {np.dtype(np.float32)}


def test_a_sparse_X_is_never_made_dense(monkeypatch):
    seen = []

    def spy(params, X, *rest, **settings):
        seen.append(X)
        return train(params, X, *rest, **settings)

    monkeypatch.setattr("mlp_lesson.estimators.train", spy)
    for layout in FORMATS:
        for name in ("toarray", "todense"):
            monkeypatch.setattr(layout, name, lambda *_: pytest.fail("made dense"))
    ours, X, y = mostly_zeros("regression", n=120)  # a classifier's labels do become dense
    for layout in FORMATS:
        model = fitted(ours(max_iter=3, early_stopping=True), layout(X), y)
        assert sparse.issparse(seen.pop())
        model.predict(layout(X))


def test_a_million_columns_of_zeros_cost_no_memory():
    X = sparse.random_array((40, 1_000_000), density=2e-6, format="csr", rng=0)  # dense: 320 MB
    y = np.arange(40) % 2
    model = fitted(MLPClassifier((1,), solver="sgd", momentum=0, max_iter=1, batch_size=40), X, y)
    assert model.predict(X).shape == (40,)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_no_number_in_a_sparse_X_is_named(value):
    ours, X, y = mostly_zeros("binary")
    X[3, 2] = value
    with pytest.raises(ValueError, match="NaN|infinity"):
        ours().fit(sparse.csr_array(X), y)


def test_a_sparse_X_of_other_width_is_refused():
    ours, X, y = mostly_zeros("binary")
    mine = fitted(ours(max_iter=3), sparse.csr_array(X), y)
    with pytest.raises(ValueError, match="4 features, but MLPClassifier is expecting 5"):
        mine.predict(sparse.csr_array(X[:, :4]))


def test_the_sparse_rows_handed_in_are_left_as_they_were():
    ours, X, y = mostly_zeros("binary")
    for layout in FORMATS:
        S = layout(X)
        fitted(ours(max_iter=3), S, y)
        assert_array_equal(S.toarray(), X)
        assert_allclose(S.data, layout(X).data, rtol=0)
