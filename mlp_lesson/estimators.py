"""MLPClassifier and MLPRegressor: scikit-learn estimators, a thin shell on the course's functions.

The numbers come from network, losses, optimizers and train; this module only draws the weights in
scikit-learn's order, counts epochs, decides when to stop, and keeps scikit-learn's manners. With
equal arguments it follows sklearn.neural_network step by step: the same first weights, batches,
updates and stopping, so that loss_curve_, coefs_ and intercepts_ agree up to rounding.

Beyond scikit-learn: dropout, init="he", more activations, solver="rmsprop", exponential decay of
the learning rate, and other losses for regression. Left out: solver="lbfgs" and loss="poisson".
"""

import math
import warnings
from copy import deepcopy
from dataclasses import KW_ONLY, dataclass
from functools import partial
from numbers import Integral, Real

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, _fit_context, is_classifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelBinarizer
from sklearn.utils import check_random_state, column_or_1d
from sklearn.utils._param_validation import Interval, Options, StrOptions
from sklearn.utils.multiclass import _check_partial_fit_first_call, type_of_target, unique_labels
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

from .activations import ACTIVATIONS
from .losses import LOSSES, Loss, half_squared_error
from .network import Layer, forward, glorot_uniform, he_normal, init_params
from .optimizers import (
    Adaptive,
    adam,
    exponential_decay,
    inverse_scaling,
    momentum,
    nesterov,
    rmsprop,
    sgd,
)
from .train import train

_DTYPES = (np.float64, np.float32)
_NOT_CONVERGED = (
    "Stochastic Optimizer: Maximum iterations ({}) reached and the optimization hasn't converged "
    "yet. Let it run longer (max_iter), or be content with a coarser tol."
)
_SHARE = Interval(Real, 0, 1, closed="left")
_POSITIVE = Interval(Real, 0, None, closed="neither")
_NOT_NEGATIVE = Interval(Real, 0, None, closed="left")
_COUNT = Interval(Integral, 1, None, closed="left")


@dataclass(eq=False, repr=False)  # writes __init__: one parameter a line, as scikit-learn wants it
class _MLP(BaseEstimator):
    """What the classifier and the regressor share: parameters, initialisation, training."""

    hidden_layer_sizes: tuple = (100,)
    activation: str = "relu"  # of the hidden layers: any of ACTIVATIONS but heaviside
    _: KW_ONLY
    solver: str = "adam"  # or sgd (with momentum), rmsprop
    alpha: float = 1e-4  # L2: a batch of n rows adds alpha/(2n) ΣW² to its loss
    batch_size: int | str = "auto"  # auto: min(200, n_samples)
    learning_rate: str = "constant"  # invscaling, adaptive (both for sgd only), exponential
    learning_rate_init: float = 0.001
    power_t: float = 0.5  # invscaling: lr_init / (1 + samples seen)^power_t, set once an epoch
    decay_rate: float = 0.96  # exponential: lr_init · decay_rate^(updates / decay_steps)
    decay_steps: int = 100_000
    max_iter: int = 200  # epochs
    shuffle: bool = True
    random_state: int | np.random.RandomState | None = None
    tol: float = 1e-4  # an epoch must be better than the best so far by this much,
    n_iter_no_change: int = 10  # and after more than so many that were not, training stops
    verbose: bool = False
    warm_start: bool = False  # fit goes on from the weights it has
    momentum: float = 0.9
    nesterovs_momentum: bool = True
    early_stopping: bool = False  # judge epochs by their score on held-out rows; keep the best
    validation_fraction: float = 0.1
    beta_1: float = 0.9  # adam
    beta_2: float = 0.999
    epsilon: float = 1e-8  # adam, rmsprop
    rho: float = 0.9  # rmsprop: how much of the mean of squares each update keeps
    dropout: float = 0.0  # share of hidden units silenced in each row while training
    init: str = "glorot"  # or he

    _parameter_constraints = {
        "hidden_layer_sizes": ["array-like", _COUNT],
        "activation": [StrOptions(set(ACTIVATIONS) - {"heaviside"})],
        "solver": [StrOptions({"sgd", "adam", "rmsprop", "lbfgs"})],
        "alpha": [_NOT_NEGATIVE],
        "batch_size": [StrOptions({"auto"}), _COUNT],
        "learning_rate": [StrOptions({"constant", "invscaling", "adaptive", "exponential"})],
        "learning_rate_init": [_POSITIVE],
        "power_t": [_NOT_NEGATIVE],
        "decay_rate": [Interval(Real, 0, 1, closed="right")],
        "decay_steps": [_COUNT],
        "max_iter": [_COUNT],
        "shuffle": ["boolean"],
        "random_state": ["random_state"],
        "tol": [_NOT_NEGATIVE],
        "n_iter_no_change": [_COUNT, Options(Real, {np.inf})],
        "verbose": ["verbose"],
        "warm_start": ["boolean"],
        "momentum": [Interval(Real, 0, 1, closed="both")],
        "nesterovs_momentum": ["boolean"],
        "early_stopping": ["boolean"],
        "validation_fraction": [_SHARE],
        "beta_1": [_SHARE],
        "beta_2": [_SHARE],
        "epsilon": [_POSITIVE],
        "rho": [_SHARE],
        "dropout": [_SHARE],
        "init": [StrOptions({"glorot", "he"})],
    }

    @_fit_context(prefer_skip_nested_validation=True)
    def fit(self, X, y, sample_weight=None):
        """Train from fresh weights (with warm_start: from those it has) until it stops improving.

        X (n_samples, n_features) numbers, an array or a SciPy sparse matrix; y (n_samples,) or
        (n_samples, n_outputs); sample_weight (n_samples,): how many times each row counts, in the
        losses and in the validation score. float32 X gives float32 weights. Ctrl-C ends training
        early and keeps what was learnt; so does an overflow where early_stopping holds a best.
        """
        return self._fit(X, y, sample_weight, incremental=False)

    def _fit(self, X, y, sample_weight, *, incremental):
        if incremental and self.early_stopping:
            raise ValueError("partial_fit does not support early_stopping=True")
        step = self._update_rule()
        fresh = not (hasattr(self, "coefs_") and (self.warm_start or incremental))
        X, Y = self._validate_input(X, y, reset=fresh, incremental=incremental)
        if sample_weight is not None:
            sample_weight = _check_sample_weight(
                sample_weight, X, dtype=X.dtype, ensure_non_negative=True
            )
        rng = check_random_state(self.random_state)
        if fresh:
            self._initialize(X, Y, rng)
        if fresh or not (incremental and hasattr(self, "_states")):
            # as in scikit-learn, only partial_fit keeps the momentum
            self._states = [{} for _ in range(2 * len(self.coefs_))]
            self._rate, self._n_updates = Adaptive(float(self.learning_rate_init)), 0
        rows, held_out = (X, Y, sample_weight), None
        if self.early_stopping:
            rows, held_out = self._hold_out(*rows, rng)
        epochs = 1 if incremental else self.max_iter
        try:
            done = self._run_epochs(*rows, held_out, step, rng, epochs=epochs)
            if not (done or incremental):
                warnings.warn(_NOT_CONVERGED.format(epochs), ConvergenceWarning, stacklevel=4)
        except KeyboardInterrupt:
            warnings.warn("Training interrupted by user.", stacklevel=4)
        except FloatingPointError as overflow:
            self._give_up(overflow, held_out)
        if self.early_stopping:
            self.coefs_, self.intercepts_ = deepcopy(self._best_weights)
        return self

    def _give_up(self, overflow, held_out):
        """An epoch overflowed: an error, or a warning where early stopping holds better weights."""
        if self.best_validation_score_ in (None, -np.inf):
            raise ValueError(str(overflow)) from overflow
        self.n_iter_ += 1
        self._record(np.nan, held_out)
        message = f"{overflow} The best weights so far are kept."
        warnings.warn(message, ConvergenceWarning, stacklevel=5)

    def _update_rule(self):
        if self.solver == "lbfgs":
            raise ValueError(
                "solver='lbfgs' is not part of the course: it is no gradient descent by batches. "
                "Take 'sgd', 'adam' or 'rmsprop', or scikit-learn's own MLP."
            )
        if self.solver == "adam":
            return partial(adam, beta1=self.beta_1, beta2=self.beta_2, eps=self.epsilon)
        if self.solver == "rmsprop":
            return partial(rmsprop, decay=self.rho, eps=self.epsilon)
        if self.momentum == 0:
            return sgd
        return partial(nesterov if self.nesterovs_momentum else momentum, momentum=self.momentum)

    def _initialize(self, X, Y, rng):
        hidden = self.hidden_layer_sizes
        hidden = [hidden] if isinstance(hidden, Integral) else list(hidden)
        if any(units < 1 for units in hidden):
            raise ValueError(f"hidden_layer_sizes must be > 0, got {hidden}.")
        factor = 2.0 if self.activation == "logistic" else 6.0
        draw = he_normal if self.init == "he" else partial(glorot_uniform, factor=factor)
        sizes = [X.shape[1], *hidden, Y.shape[1]]
        params = init_params(sizes, rng, draw, dtype=X.dtype)
        self.coefs_, self.intercepts_ = [W for W, _ in params], [b for _, b in params]
        self.n_layers_, self.n_outputs_ = len(sizes), Y.shape[1]
        self.t_, self.loss_curve_, self._no_improvement_count = 0, [], 0
        self.best_loss_ = None if self.early_stopping else np.inf
        self.validation_scores_ = [] if self.early_stopping else None
        self.best_validation_score_ = -np.inf if self.early_stopping else None
        self._best_weights = self.coefs_, self.intercepts_

    def _hold_out(self, X, Y, sample_weight, rng):
        """(X, Y, weights) to train on and (X, y, weights) to judge by: scikit-learn's split."""
        one_label = is_classifier(self) and self.n_outputs_ == 1
        parts = train_test_split(
            np.arange(len(Y)), random_state=rng, test_size=self.validation_fraction,
            stratify=self._to_targets(Y) if one_label else None,
        )  # fmt: skip
        weights = [None if sample_weight is None else sample_weight[rows] for rows in parts]
        if len(parts[1]) < 2:
            raise ValueError(
                "The validation set is too small. Increase 'validation_fraction' "
                "or the size of your dataset."
            )
        if weights[1] is not None and not weights[1].any():
            raise ValueError(
                "The validation set holds only rows of weight 0. Leave such rows out, or "
                "increase 'validation_fraction'."
            )
        train_rows, held_out = parts
        y_held_out = self._to_targets(Y[held_out])
        return (X[train_rows], Y[train_rows], weights[0]), (X[held_out], y_held_out, weights[1])

    def _run_epochs(self, X, Y, sample_weight, held_out, step, rng, *, epochs):
        """Train until nothing improves or the epochs are over; True if it ended by itself."""
        batch_size = min(200, len(Y)) if self.batch_size == "auto" else self.batch_size
        if batch_size > len(Y):
            warnings.warn(f"batch_size is clipped to the {len(Y)} rows there are", stacklevel=5)
            batch_size = len(Y)
        self.n_iter_ = 0
        for epoch in train(
            self._params(), X, Y, activation=ACTIVATIONS[self.activation],
            loss=self._loss().value_and_delta, step=step, lr=self._schedule(), epochs=epochs,
            batch_size=batch_size, rng=rng, sample_weight=sample_weight, l2=self.alpha,
            dropout=self.dropout, shuffle=self.shuffle, states=self._states,
        ):  # fmt: skip
            self.n_iter_ = epoch.number
            self.t_ += len(Y)  # counted in rows, as scikit-learn does
            self._n_updates += math.ceil(len(Y) / batch_size)
            self._record(float(epoch.loss), held_out)
            if self._no_improvement_count > self.n_iter_no_change and self._stops():
                return True
        return False

    def _schedule(self):
        """The learning rate as a function of the updates made so far in this call."""
        if self.learning_rate != "exponential":
            return self._rate  # changes between epochs, if at all
        decay = exponential_decay(
            self.learning_rate_init, rate=self.decay_rate, every=self.decay_steps
        )
        before = self._n_updates
        return lambda updates: decay(before + updates)

    def _record(self, loss, held_out):
        """Note how the epoch went: loss, score, how many in a row were no better than the best."""
        self.loss_ = loss
        self.loss_curve_.append(loss)
        if self.verbose:
            print(f"Iteration {self.n_iter_}, loss = {loss:.8f}")
        if held_out is None:
            better = loss <= self.best_loss_ - self.tol
            self.best_loss_ = min(self.best_loss_, loss)
        else:
            score = self._score(*held_out)
            self.validation_scores_.append(score)
            if self.verbose:
                print(f"Validation score: {score:f}")
            better = score >= self.best_validation_score_ + self.tol
            if score > self.best_validation_score_:
                self.best_validation_score_ = score
                self._best_weights = deepcopy((self.coefs_, self.intercepts_))
        self._no_improvement_count = 0 if better else self._no_improvement_count + 1
        if self.solver == "sgd" and self.learning_rate == "invscaling":
            falling = inverse_scaling(self.learning_rate_init, power=self.power_t)
            self._rate.lr = falling(self.t_)

    def _score(self, X, y, sample_weight):
        with np.errstate(over="ignore", invalid="ignore"):  # the score says so: it is no number
            outputs = self._outputs(X)
        if not np.isfinite(outputs).all():
            return np.nan
        return self._metric(y, self._to_targets(outputs), sample_weight=sample_weight)

    def _stops(self):
        """Progress stalls: True to stop, False where adaptive sgd goes on in smaller steps."""
        adaptive = self.solver == "sgd" and self.learning_rate == "adaptive"
        slower = adaptive and self._rate.slow_down()
        if slower:
            self._no_improvement_count = 0
        if self.verbose:
            what = "Validation score" if self.early_stopping else "Training loss"
            print(
                f"{what} did not improve more than tol={self.tol:f} "
                f"for {self.n_iter_no_change} consecutive epochs.",
                f"Setting learning rate to {self._rate.lr:f}" if slower else "Stopping.",
            )
        return not slower

    def _params(self):
        return [Layer(W, b) for W, b in zip(self.coefs_, self.intercepts_, strict=True)]

    def _outputs(self, X):
        logits, _ = forward(self._params(), X, ACTIVATIONS[self.activation].f)
        return self._loss().head(logits)

    def _checked_outputs(self, X):
        check_is_fitted(self)
        return self._outputs(
            validate_data(self, X, accept_sparse="csr", dtype=_DTYPES, reset=False)
        )

    def predict(self, X):
        """X (n, n_features) -> labels or values, (n,) or (n, n_outputs), like the y of fit."""
        return self._to_targets(self._checked_outputs(X))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


class MLPClassifier(ClassifierMixin, _MLP):
    """A multilayer perceptron that tells classes apart by cross-entropy.

    y holds two labels (one logistic output), more labels (softmax), or an indicator matrix of 0
    and 1 (multilabel: one logistic output a column). Parameters: see the fields above, and
    scikit-learn's MLPClassifier, whose names and defaults they share.

    After fit: coefs_ and intercepts_ (one array a layer), classes_, loss_, loss_curve_, best_loss_,
    validation_scores_, best_validation_score_, n_iter_ (epochs), t_ (rows seen), n_layers_,
    n_outputs_, out_activation_, n_features_in_, feature_names_in_.
    """

    _metric = staticmethod(accuracy_score)

    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(self, X, y, sample_weight=None, classes=None):
        """One epoch over the given rows. The first call needs all classes that will ever occur.

        As in scikit-learn, a whole number as random_state starts anew in each call, so that every
        call shuffles alike; a RandomState goes on.
        """
        if _check_partial_fit_first_call(self, classes):
            multilabel = type_of_target(y).startswith("multilabel")
            self._label_binarizer = LabelBinarizer().fit(y if multilabel else classes)
        return self._fit(X, y, sample_weight, incremental=True)

    def _validate_input(self, X, y, *, reset, incremental):
        X, y = validate_data(
            self, X, y, accept_sparse="csr", multi_output=True, dtype=_DTYPES, reset=reset
        )
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        if reset and not incremental:
            self._label_binarizer = LabelBinarizer().fit(y)
            self.classes_ = self._label_binarizer.classes_
        labels = unique_labels(y)
        unknown = set(labels) - set(self.classes_)
        if unknown or (not incremental and len(labels) < len(self.classes_)):
            raise ValueError(
                f"`y` has classes {labels}, but this network was made for {self.classes_}: "
                "warm_start needs the same classes, partial_fit some of them"
            )
        multiclass = self._label_binarizer.y_type_ == "multiclass"
        self.out_activation_ = "softmax" if multiclass else "logistic"
        return X, self._label_binarizer.transform(y).astype(X.dtype)

    def _loss(self):
        softmax_head = self.out_activation_ == "softmax"
        return LOSSES["softmax_cross_entropy" if softmax_head else "binary_cross_entropy"]

    def _to_targets(self, Y):
        return self._label_binarizer.inverse_transform(Y)

    def predict_proba(self, X):
        """X (n, n_features) -> probabilities (n, n_classes), columns in the order of classes_."""
        P = self._checked_outputs(X)
        return np.hstack([1 - P, P]) if self.n_outputs_ == 1 else P

    def predict_log_proba(self, X):
        """ln predict_proba(X)."""
        return np.log(self.predict_proba(X))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags


def _squared_error(Z, Y, *, sample_weight=None):
    """half_squared_error, its value per output: scikit-learn reports that, and descends the sum.

    Averaged over k outputs the value is 1/k of the loss that delta belongs to. It is followed here
    so that loss_curve_ and tol mean the same; for k = 1 there is no difference.
    """
    value, delta = half_squared_error(Z, Y, sample_weight=sample_weight)
    return value / Y.shape[1], delta


@dataclass(eq=False, repr=False)
class MLPRegressor(RegressorMixin, _MLP):
    """A multilayer perceptron with a linear output for each column of y.

    loss is squared_error (½ r², as scikit-learn's), absolute_error or huber. For squared_error and
    k outputs, loss_ is the mean over the outputs but the gradient that of their sum, as in
    scikit-learn; the two other losses are sums in both. Other parameters and attributes: as
    MLPClassifier's, without classes_.
    """

    loss: str = "squared_error"
    huber_threshold: float = 1.0  # where huber goes over from ½ r² to a straight line

    _metric = staticmethod(r2_score)
    _parameter_constraints = {
        **_MLP._parameter_constraints,
        "loss": [StrOptions({"squared_error", "absolute_error", "huber"})],
        "huber_threshold": [_POSITIVE],
    }

    @_fit_context(prefer_skip_nested_validation=True)
    def partial_fit(self, X, y, sample_weight=None):
        """One epoch over the given rows."""
        return self._fit(X, y, sample_weight, incremental=True)

    def _validate_input(self, X, y, *, reset, incremental):
        X, y = validate_data(
            self, X, y, accept_sparse="csr", multi_output=True, y_numeric=True, dtype=_DTYPES,
            reset=reset,
        )  # fmt: skip
        if y.ndim == 2 and y.shape[1] == 1:
            y = column_or_1d(y, warn=True)
        self.out_activation_ = "identity"
        return X, y.reshape(len(y), -1).astype(X.dtype)

    def _loss(self):
        value_and_delta, head = LOSSES[self.loss]
        if self.loss == "squared_error":
            value_and_delta = _squared_error
        if self.loss == "huber":
            value_and_delta = partial(value_and_delta, threshold=self.huber_threshold)
        return Loss(value_and_delta, head)

    def _to_targets(self, Y):
        return Y.ravel() if self.n_outputs_ == 1 else Y

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags
