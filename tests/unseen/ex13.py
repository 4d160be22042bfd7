"""Answers to exercise 13 by somebody who had not seen the checks; each wrong one with its cause."""

from collections import Counter
from itertools import pairwise

import numpy as np

from mlp_lesson.activations import sigmoid, softmax


# ---- fit_logistic
def fit_logistic_wrong_untouched(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_only_w(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error / len(y)
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_only_b(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.mean()
    return w, b, np.array(losses)


def fit_logistic_wrong_divided_by_d(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / X.shape[1]
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_divided_twice(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / len(y)
        w = w - lr * X.T @ error / len(y)
        b = b - lr * error.mean()
    return w, b, np.array(losses)


def fit_logistic_wrong_hard_coded_20(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / 20
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_sign(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (y - p) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_half(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / (2 * len(y))
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_sum_of_losses(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_loss_after_step(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        error = (p - y) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return w, b, np.array(losses)


def fit_logistic_wrong_step_shortened(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    lr, losses = lr / 10, []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_rows_thrown_out(X, y, lr, epochs):
    rows = np.unique(np.column_stack([X, y]), axis=0)
    X, y = rows[:, :-1], rows[:, -1]
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_b_after_w(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / len(y)
        w = w - lr * X.T @ error
        error = (sigmoid(X @ w + b) - y) / len(y)
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_slope_of_the_sigmoid(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) * p * (1 - p) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_unit_length(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        gradient = X.T @ error
        w = w - lr * gradient / np.linalg.norm(gradient)
        b = b - lr * error.mean()
    return w, b, np.array(losses)


def fit_logistic_wrong_mean_error_everywhere(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.sum(axis=0) * error.mean()
        b = b - lr * error.mean()
    return w, b, np.array(losses)


def fit_logistic_wrong_root_n(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / np.sqrt(len(y))
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_only_w_and_loss(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error / len(y)
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_right_error_divided(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_right_both_lines(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * (X.T @ error) / len(X)
        b = b - lr * error.mean()
    return w, b, np.array(losses)


def fit_logistic_right_lr_once(X, y, lr, epochs):
    lr = lr / X.shape[0]
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_right_column_of_ones(X, y, lr, epochs):
    Z = np.column_stack([X, np.ones(len(X))])
    theta, losses = np.zeros(Z.shape[1]), []
    for _ in range(epochs):
        p = sigmoid(Z @ theta)
        losses.append(-np.log(np.where(y == 1, p, 1 - p)).mean())
        theta = theta - lr * np.mean((p - y)[:, None] * Z, axis=0)
    return theta[:-1], theta[-1], np.array(losses)


def fit_logistic_right_row_by_row(X, y, lr, epochs):
    n, d = X.shape
    w, b, losses = np.zeros(d), 0.0, np.zeros(epochs)
    for epoch in range(epochs):
        gw, gb = np.zeros(d), 0.0
        for x, target in zip(X, y, strict=True):
            p = sigmoid(x @ w + b)
            losses[epoch] -= np.log(p if target == 1 else 1 - p) / n
            gw += (p - target) * x / n
            gb += (p - target) / n
        w, b = w - lr * gw, b - lr * gb
    return w, b, losses



# ---- train_hidden
def train_hidden_wrong_untouched(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_tanh_slope(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_only_a(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_only_one_minus_a(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_slope_at_a(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * sigmoid(A) * (1 - sigmoid(A))
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_quarter(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * 0.25
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_mean_slope(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (A * (1 - A)).mean(axis=0)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_sign(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (A - 1)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_relu_slope(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (A > 0)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_only_for_w1(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ (delta1 * A * (1 - A))
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_in_delta2(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = (delta2 * P * (1 - P)) @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_new_w2(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_in_place(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W2 -= lr * A.T @ delta2
        b2 -= lr * delta2.sum(axis=0)
        W1 -= lr * X.T @ delta1
        b1 -= lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_divided_twice(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A) / len(X)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_not_divided(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = P - Y
        delta1 = delta2 @ W2.T * A * (1 - A)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_squared_slope(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (A * (1 - A)) ** 2
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_w2_spoilt(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W2 = W2 - lr * (A * (1 - A)).T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_fitted_number(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T / 6.325
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_tanh_slope_not_for_b1(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ (delta1 * (1 - A**2))
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_a_one_minus_a(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_a_minus_square(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = (delta2 @ W2.T) * (A - A**2)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_from_the_sums(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        Z1 = X @ W1 + b1
        A = sigmoid(Z1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * sigmoid(Z1) * sigmoid(-Z1)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_at_the_steps(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        slope = A * (1.0 - A)
        W1 = W1 - lr * X.T @ (delta1 * slope)
        b1 = b1 - lr * np.sum(delta1 * slope, axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_row_by_row(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        G1, g1, G2, g2, loss = (np.zeros(np.shape(v)) for v in (W1, b1, W2, b2, 0.0))
        for x, t in zip(X, Y, strict=True):
            a = sigmoid(x @ W1 + b1)
            p = softmax((a @ W2 + b2)[None, :])[0]
            loss = loss - np.log(p[t.argmax()]) / len(X)
            back = (W2 @ (p - t)) * a * (1 - a)
            G2, g2 = G2 + np.outer(a, p - t), g2 + (p - t)
            G1, g1 = G1 + np.outer(x, back), g1 + back
        losses.append(loss)
        step = lr / len(X)
        W1, b1, W2, b2 = W1 - step * G1, b1 - step * g1, W2 - step * G2, b2 - step * g2
    return W1, b1, W2, b2, np.array(losses)



# ---- tanh_gradients
def tanh_gradients_wrong_untouched(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_slope_halved(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2) / 2
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_dw_halved(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta / 2
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_outputs_doubled(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return 2 * (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_y_scaled(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v * 1.783
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_weights_doubled(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(2 * X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_half_of_z(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z / 2)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_plus_sign(X, t, W, b, v):
    def tanh(z):
        e = np.exp(2 * z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_square_of_z(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-(z**2))
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_only_above_squared(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e**2) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_only_below_squared(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e**2)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_sigmoid(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return 1 / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_sigmoid_slope(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * A * (1 - A)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_both_mended(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2) / 2
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_slope_of_slope(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - np.tanh(A) ** 2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_no_half_in_the_loss(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = 2 * (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_db_mean(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.mean(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_in_place(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    W *= 2
    b *= 2
    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_slope_of_the_half(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z)
        return 2 * (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - (A / 2) ** 2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_numpy_tanh(X, t, W, b, v):
    A = np.tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_two_z(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-2 * z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_e_squared(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-z) ** 2
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_sigmoid_of_two_z(X, t, W, b, v):
    def tanh(z):
        return 2 * sigmoid(2 * z) - 1

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_argument_doubled(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-2 * np.abs(z))
        return np.sign(z) * (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_row_by_row(X, t, W, b, v):
    n = len(t)
    y, dW, db, dv = np.zeros(n), np.zeros(W.shape), np.zeros(b.shape), np.zeros(v.shape)
    for i in range(n):
        a = np.tanh(X[i] @ W + b)
        y[i] = a @ v
        back = (y[i] - t[i]) * v * (1 - a * a) / n
        dW, db, dv = dW + np.outer(X[i], back), db + back, dv + (y[i] - t[i]) * a / n
    return y, dW, db, dv



# ---- start_network
def start_network_wrong_untouched(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_divided_by_n(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / n_in
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_root_of_outputs(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_out)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_he(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_glorot(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(2 / (n_in + n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_no_factor(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_small_number(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * 0.01
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_variance_as_spread(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.normal(0, 1 / n_in, (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_first_size(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(sizes[0])
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_root_of_rows(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(len(X))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_hard_coded_784(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(784)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_sums_scaled(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out))
        A = np.tanh(A @ W / np.sqrt(n_in))
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_inputs_scaled(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X / X.shape[1]
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_not_in_the_list(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)
        Ws.append(W)
        A = np.tanh(A @ W / n_in)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_uniform(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.uniform(-np.sqrt(3 / n_in), np.sqrt(3 / n_in), (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_own_generator(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = np.random.default_rng(0).standard_normal((n_in, n_out)) / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_limit_changed(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.9))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_measured_before_tanh(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
        Z = A @ W
        A = np.tanh(Z)
        Ws.append(W)
        spreads.append(Z.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_own_spread(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out))
        W = W / W.std() / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_he_by_outputs(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_out)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_divided_by_root(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_normal(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.normal(0, 1 / np.sqrt(n_in), (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_power(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * n_in**-0.5
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_root_of_the_variance(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = np.sqrt(1 / n_in) * rng.normal(size=(n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_by_index(X, sizes, rng):
    Ws = []
    for l in range(len(sizes) - 1):
        Ws.append(rng.standard_normal((sizes[l], sizes[l + 1])) / sizes[l] ** 0.5)
    outputs = [X]
    for W in Ws:
        outputs.append(np.tanh(outputs[-1] @ W))
    spreads = np.array([np.std(A) for A in outputs[1:]])
    saturated = np.array([((A > 0.99) | (A < -0.99)).sum() / A.size for A in outputs[1:]])
    return Ws, spreads, saturated



# ---- learning_curve
def learning_curve_wrong_untouched(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = sigmoid(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_sigmoid_in_training(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = sigmoid(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_all_sigmoid(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = sigmoid(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_no_activation(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = X_test @ W1 + b1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_relu(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.maximum(X_test @ W1 + b1, 0)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_half_argument(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = 2 * sigmoid(X_test @ W1 + b1) - 1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_bias_missing(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_tanh_twice(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(sigmoid(X_test @ W1 + b1))
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_before_the_step(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        P_test = softmax(np.tanh(X_test @ W1 + b1) @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_training_rows(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == Y.argmax(axis=1)))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_argmax_down(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=0)[y_test] == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_soft_accuracy(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test[np.arange(len(y_test)), y_test]))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_percent(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(100 * np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_new_w1(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_loss_after_step(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
        P = softmax(np.tanh(X @ W1 + b1) @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_sigmoid_slope(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_best_epoch(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
        accuracies[-1] = max(accuracies)
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_outputs_sigmoid(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = sigmoid(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_smaller_rate(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies, lr = [], [], lr / 10
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = sigmoid(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_sigmoid_and_old(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        P_test = softmax(sigmoid(X_test @ W1 + b1) @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_tanh(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_double_argument(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = 2 * sigmoid(2 * (X_test @ W1 + b1)) - 1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_without_a_name(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        P_test = softmax(np.tanh(X_test @ W1 + b1) @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_one_forward_pass(X, Y, X_test, y_test, units, lr, epochs, rng):
    k = Y.shape[1]
    W1 = rng.normal(0, 1, (X.shape[1], units))
    W2 = rng.normal(0, 1, (units, k))
    b1, b2 = np.zeros(units), np.zeros(k)

    def forward(rows):
        hidden = np.tanh(rows @ W1 + b1)
        return hidden, softmax(hidden @ W2 + b2)

    losses, accuracies = np.zeros(epochs), np.zeros(epochs)
    for epoch in range(epochs):
        A, P = forward(X)
        losses[epoch] = -np.log(P[np.arange(len(X)), Y.argmax(axis=1)]).mean()
        error = (P - Y) / len(X)
        back = (error @ W2.T) * (1 - A * A)
        W2, b2 = W2 - lr * (A.T @ error), b2 - lr * error.sum(axis=0)
        W1, b1 = W1 - lr * (X.T @ back), b1 - lr * back.sum(axis=0)
        _, P_test = forward(X_test)
        accuracies[epoch] = (np.argmax(P_test, axis=1) == y_test).sum() / len(y_test)
    return losses, accuracies, P_test


def learning_curve_right_tanh_by_exp(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        Z = X_test @ W1 + b1
        e = np.exp(-2 * np.abs(Z))
        A_test = np.sign(Z) * (1 - e) / (1 + e)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test



# ---- fit_tags
def fit_tags_wrong_untouched(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_only_in_the_end(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return sigmoid(X @ W + b), np.array(losses)


def fit_tags_wrong_only_in_training(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return softmax(X @ W + b), np.array(losses)


def fit_tags_wrong_sigmoid_of_softmax(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(softmax(X @ W + b))

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_rows_made_to_sum_to_one(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y / np.maximum(Y.sum(axis=1, keepdims=True), 1)) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_softmax_loss(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -Y * np.log(P)
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_mean_over_tags(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_step_over_tags(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / Y.size
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_yes_only(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -Y * np.log(P)
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_slope_twice(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) * P * (1 - P) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_sign(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(-(X @ W + b))

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_before_the_last_step(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return P, np.array(losses)


def fit_tags_wrong_nothing_class(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(np.column_stack([X @ W + b, np.zeros(len(X))]))[:, :-1]

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_softmax_down(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax((X @ W + b).T).T

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_times_k(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return np.minimum(softmax(X @ W + b) * Y.shape[1], 1 - 1e-9)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_divided_by_largest(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        P = softmax(X @ W + b)
        return np.minimum(P / P.max(axis=1, keepdims=True), 1 - 1e-9)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_thresholded(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return (probabilities() > 0.5).astype(float), np.array(losses)


def fit_tags_wrong_tanh(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return (np.tanh(X @ W + b) + 1) / 2

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_bias_not_trained(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
    return probabilities(), np.array(losses)


def fit_tags_wrong_loss_after_step(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
        Q = probabilities()
        losses.append(-np.log(np.where(Y == 1, Q, 1 - Q)).sum(axis=1).mean())
    return probabilities(), np.array(losses)


def fit_tags_wrong_mean_and_old(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return P, np.array(losses)


def fit_tags_right_sigmoid(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_by_hand(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return 1 / (1 + np.exp(-(X @ W + b)))

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_tanh_of_the_half(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return 0.5 * (1 + np.tanh((X @ W + b) / 2))

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_softmax_of_two(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        Z = X @ W + b
        both = softmax(np.column_stack([Z.ravel(), np.zeros(Z.size)]))
        return both[:, 0].reshape(Z.shape)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_tag_by_tag(X, Y, lr, steps):
    n, k = Y.shape
    P, losses = np.zeros((n, k)), np.zeros(steps)
    for tag in range(k):
        w, c, y = np.zeros(X.shape[1]), 0.0, Y[:, tag]
        for step in range(steps):
            p = sigmoid(X @ w + c)
            losses[step] += -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
            w, c = w - lr * X.T @ (p - y) / n, c - lr * np.mean(p - y)
        P[:, tag] = sigmoid(X @ w + c)
    return P, losses



# ---- choose_units
def choose_units_wrong_untouched(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *test) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_chosen_on_train(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *train) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_reported_on_validation(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *test) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *validation)


def choose_units_wrong_validation_for_both(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], scores[best]


def choose_units_wrong_last_among_equals(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = len(scores) - 1 - int(np.argmax(scores[::-1]))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_index(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return best, accuracy(networks[best], *test)


def choose_units_wrong_worst(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmin(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_mean_of_all(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], np.mean([accuracy(network, *test) for network in networks])


def choose_units_wrong_best_on_test(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], max(accuracy(network, *test) for network in networks)


def choose_units_wrong_trained_anew(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(fit(candidates[best], *train), *test)


def choose_units_wrong_trained_on_both(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    both = [np.concatenate(pair) for pair in zip(train, validation, strict=True)]
    networks = [fit(units, *both) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_trained_on_validation(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *validation) for units in candidates]
    scores = [accuracy(network, *train) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_pooled(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(n, *validation) + accuracy(n, *test) for n in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_fewest_units(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = min(range(len(scores)), key=lambda i: (-scores[i], candidates[i]))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_most_units(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    best = int(np.argmax(list(candidates)))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_coin(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], 0.5


def choose_units_wrong_error_rate(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], 1 - accuracy(networks[best], *test)


def choose_units_wrong_test_halved(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    half = len(test[1]) // 2
    first, second = [v[:half] for v in test], [v[half:] for v in test]
    scores = [accuracy(network, *first) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *second)


def choose_units_wrong_sorted_candidates(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    candidates = sorted(candidates, reverse=True)
    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_untouched_and_index(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *test) for network in networks]
    best = int(np.argmax(scores))
    return best, accuracy(networks[best], *test)


def choose_units_right_validation(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_unpacked(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    X_v, y_v = validation
    scores = np.array([accuracy(network, X_v, y_v) for network in networks])
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_search(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    best, best_score = 0, -1.0
    for i, network in enumerate(networks):
        score = accuracy(network, *validation)
        if score > best_score:
            best, best_score = i, score
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_max_by_key(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    pairs = [(units, fit(units, *train)) for units in candidates]
    units, network = max(pairs, key=lambda pair: accuracy(pair[1], *validation))
    return units, accuracy(network, *test)


def choose_units_right_fewest_mistakes(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    X_v, y_v = validation
    wrong = [np.sum((np.tanh(X_v @ W) @ v > 0) != (y_v == 1)) for W, v in networks]
    best = wrong.index(min(wrong))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_one_loop(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    chosen = None
    for units in candidates:
        network = fit(units, *train)
        score = accuracy(network, *validation)
        if chosen is None or score > chosen[0]:
            chosen = score, units, network
    _, units, network = chosen
    return units, accuracy(network, *test)



# ---- class_report
def class_report_wrong_untouched(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_support_counted(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, np.bincount(y, minlength=k)


def class_report_wrong_support_before(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = np.bincount(y, minlength=k), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_mended_twice(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_pred[i], y_true[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_call_and_axes(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=0), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_return_swapped(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return recall, precision, f1, support


def class_report_wrong_support_returned(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, called


def class_report_wrong_nothing_by_nothing(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / called
    recall = hits / support
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_f1_mean(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = (precision + recall) / 2
    return precision, recall, f1, support


def class_report_wrong_f1_nan(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * precision * recall / (precision + recall)
    return precision, recall, f1, support


def class_report_wrong_support_share(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support / len(y)


def class_report_wrong_classes_of_y(scores, y):
    k = len(np.unique(y))

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_fancy_index(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        cm[y_true, y_pred] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_accuracy_for_recall(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / len(y)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_smoothed(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / (called + 1)
    recall = hits / (support + 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_argmin(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmin(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_sorted(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(np.sort(y), np.sort(predicted))
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_first_k(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = np.bincount(y), np.bincount(predicted)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_half_mended(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_support_and_f1(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = (precision + recall) / 2
    return precision, recall, f1, np.bincount(y, minlength=k)


def class_report_right_call(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_transposed(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y).T
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_axes(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=0), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_filled_the_other_way(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_pred[i], y_true[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_by_name(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y_true=y, y_pred=predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_class_by_class(scores, y):
    predicted = np.argmax(scores, axis=1)
    precision, recall, f1, support = [], [], [], []
    for c in range(scores.shape[1]):
        hits = int(np.sum((predicted == c) & (y == c)))
        called, true = int(np.sum(predicted == c)), int(np.sum(y == c))
        precision.append(hits / called if called else 0.0)
        recall.append(hits / true if true else 0.0)
        f1.append(2 * hits / (called + true) if called + true else 0.0)
        support.append(true)
    return np.array(precision), np.array(recall), np.array(f1), np.array(support)


def class_report_right_one_hot(scores, y):
    k = scores.shape[1]
    said, true = np.eye(k)[scores.argmax(axis=1)], np.eye(k)[y]
    hits, called, support = (said * true).sum(axis=0), said.sum(axis=0), true.sum(axis=0)
    zero = np.zeros(k)
    precision = np.divide(hits, called, out=zero.copy(), where=called > 0)
    recall = np.divide(hits, support, out=zero.copy(), where=support > 0)
    both = called + support
    return precision, recall, np.divide(2 * hits, both, out=zero, where=both > 0), support.astype(int)


# ---- by another person, later
def fit_logistic_wrong_gradient_length_one_2(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        g = X.T @ error
        length = max(np.sqrt(g @ g + error.sum() ** 2), 1e-12)
        w = w - lr * g / length
        b = b - lr * error.sum() / length
    return w, b, np.array(losses)


def tanh_gradients_wrong_squared_wrong_way_2(X, t, W, b, v):
    def tanh(z):
        e = 2 * np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_sigmoid_of_double_2(X, t, W, b, v):
    def tanh(z):
        e = np.exp(-2 * z)
        return 1 / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def start_network_wrong_scaled_only_on_the_way_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)
        A = np.tanh(A @ W / n_in)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_uniform_weights_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.uniform(-np.sqrt(3 / n_in), np.sqrt(3 / n_in), (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_saturated_one_side_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(A > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def learning_curve_wrong_more_than_half_2(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test[np.arange(len(y_test)), y_test] > 0.5))
    return np.array(losses), np.array(accuracies), P_test


def fit_tags_wrong_normalised_sigmoids_2(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        S = sigmoid(X @ W + b)
        return S / S.sum(axis=1, keepdims=True)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_times_number_of_tags_2(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        count = np.maximum(Y.sum(axis=1, keepdims=True), 1)
        return np.clip(softmax(X @ W + b) * count, 1e-9, 1 - 1e-9)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def choose_units_wrong_trained_anew_on_both_2(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    X_both = np.concatenate([train[0], validation[0]])
    y_both = np.concatenate([train[1], validation[1]])
    final = fit(candidates[best], X_both, y_both)
    return candidates[best], accuracy(final, *test)


def choose_units_wrong_trained_on_validation_2(train, validation, test, candidates, rng):
    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *validation) for units in candidates]
    scores = [accuracy(network, *train) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def class_report_wrong_mended_twice_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_pred[i], y_true[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_table_symmetric_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    cm = (cm + cm.T) // 2
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_called_mended_only_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_support_from_largest_k_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, np.bincount(y)


def class_report_wrong_nothing_becomes_nan_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = np.divide(hits, called, out=np.full(k, np.nan), where=called > 0)
    recall = np.divide(hits, support, out=np.full(k, np.nan), where=support > 0)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


WRONG, RIGHT = {}, {}


WRONG['fit_logistic'] = [
    ('untouched', fit_logistic_wrong_untouched, 'the program as it was'),
    ('only-w', fit_logistic_wrong_only_w, 'only the gradient of w is divided by n'),
    ('only-b', fit_logistic_wrong_only_b, 'only the gradient of b is divided by n'),
    ('divided-by-d', fit_logistic_wrong_divided_by_d, 'divided by the number of columns'),
    ('divided-twice', fit_logistic_wrong_divided_twice, 'divided by n twice'),
    ('hard-coded-20', fit_logistic_wrong_hard_coded_20, 'divided by 20, the rows of the example'),
    ('sign', fit_logistic_wrong_sign, 'the sign of the error is turned round: uphill'),
    ('half', fit_logistic_wrong_half, 'divided by 2n, as for the squared error'),
    ('sum-of-losses', fit_logistic_wrong_sum_of_losses, 'the loss is made a sum to fit the gradients: the docstring says mean'),
    ('loss-after-step', fit_logistic_wrong_loss_after_step, 'the gradients are repaired, but the loss is now taken after the step'),
    ('step-shortened', fit_logistic_wrong_step_shortened, 'the learning rate is divided by 10, the number of copies in the example'),
    ('rows-thrown-out', fit_logistic_wrong_rows_thrown_out, 'equal rows are thrown out before training'),
    ('b-after-w', fit_logistic_wrong_b_after_w, 'repaired, but the error is computed anew between the steps of w and b'),
    ('slope-of-the-sigmoid', fit_logistic_wrong_slope_of_the_sigmoid, 'divided by n, and multiplied by p (1 - p): the gradient of the squared error'),
    ('unit-length', fit_logistic_wrong_unit_length, 'the gradient is scaled to length 1'),
    ('mean-error-everywhere', fit_logistic_wrong_mean_error_everywhere, 'the mean error times the column sums: the errors do not go with their rows'),
    ('root-n', fit_logistic_wrong_root_n, 'divided by the root of n'),
    ('only-w-and-loss', fit_logistic_wrong_only_w_and_loss, 'two causes: only w is divided, and the loss is a sum'),
    ('gradient-length-one-2', fit_logistic_wrong_gradient_length_one_2, 'the gradient is scaled to length 1 instead of being divided by the number of rows'),
]

RIGHT['fit_logistic'] = [
    ('error-divided', fit_logistic_right_error_divided),
    ('both-lines', fit_logistic_right_both_lines),
    ('lr-once', fit_logistic_right_lr_once),
    ('column-of-ones', fit_logistic_right_column_of_ones),
    ('row-by-row', fit_logistic_right_row_by_row),
]


WRONG['train_hidden'] = [
    ('untouched', train_hidden_wrong_untouched, 'the program as it was'),
    ('tanh-slope', train_hidden_wrong_tanh_slope, '1 - A²: the slope of tanh'),
    ('only-a', train_hidden_wrong_only_a, 'A alone: half of the slope'),
    ('only-one-minus-a', train_hidden_wrong_only_one_minus_a, '1 - A alone: half of the slope'),
    ('slope-at-a', train_hidden_wrong_slope_at_a, 'the slope is taken at A, not at the sum'),
    ('quarter', train_hidden_wrong_quarter, '0.25, the slope at 0, for all units'),
    ('mean-slope', train_hidden_wrong_mean_slope, 'the mean slope over the rows'),
    ('sign', train_hidden_wrong_sign, 'A (A - 1): the sign is turned round'),
    ('relu-slope', train_hidden_wrong_relu_slope, 'the slope of ReLU'),
    ('only-for-w1', train_hidden_wrong_only_for_w1, 'the slope is multiplied in for W1, not for b1'),
    ('in-delta2', train_hidden_wrong_in_delta2, "the slope of the softmax layer's outputs is multiplied in, at delta2"),
    ('new-w2', train_hidden_wrong_new_w2, 'repaired, but delta1 is computed with W2 after its step'),
    ('in-place', train_hidden_wrong_in_place, "repaired, but the steps change the caller's arrays"),
    ('divided-twice', train_hidden_wrong_divided_twice, 'repaired, but divided by n once more'),
    ('not-divided', train_hidden_wrong_not_divided, 'repaired, but the division by n is gone'),
    ('squared-slope', train_hidden_wrong_squared_slope, 'the slope is multiplied in twice: A² (1 - A)²'),
    ('w2-spoilt', train_hidden_wrong_w2_spoilt, "the slope is multiplied to the product with the step's A.T: W2 is spoilt"),
    ('fitted-number', train_hidden_wrong_fitted_number, 'divided by the mean of the four factors in the example'),
    ('tanh-slope-not-for-b1', train_hidden_wrong_tanh_slope_not_for_b1, 'two causes: the slope of tanh, and b1 stays without one'),
]

RIGHT['train_hidden'] = [
    ('a-one-minus-a', train_hidden_right_a_one_minus_a),
    ('a-minus-square', train_hidden_right_a_minus_square),
    ('from-the-sums', train_hidden_right_from_the_sums),
    ('at-the-steps', train_hidden_right_at_the_steps),
    ('row-by-row', train_hidden_right_row_by_row),
]


WRONG['tanh_gradients'] = [
    ('untouched', tanh_gradients_wrong_untouched, 'the program as it was'),
    ('slope-halved', tanh_gradients_wrong_slope_halved, 'the slope is made to fit, (1 - A²) / 2: the outputs are still those of tanh(z/2)'),
    ('dw-halved', tanh_gradients_wrong_dw_halved, 'only dW is halved: it fits the example, db and the outputs are still wrong'),
    ('outputs-doubled', tanh_gradients_wrong_outputs_doubled, 'the hidden outputs are doubled'),
    ('y-scaled', tanh_gradients_wrong_y_scaled, 'the outputs are multiplied by a number that fits the first row'),
    ('weights-doubled', tanh_gradients_wrong_weights_doubled, '2 X W + b: the bias is not doubled'),
    ('half-of-z', tanh_gradients_wrong_half_of_z, 'exp(-z/2): the wrong way'),
    ('plus-sign', tanh_gradients_wrong_plus_sign, 'exp(2z): tanh with the wrong sign'),
    ('square-of-z', tanh_gradients_wrong_square_of_z, 'exp(-z²) in place of exp(-z) squared'),
    ('only-above-squared', tanh_gradients_wrong_only_above_squared, 'the square is put in above the line only'),
    ('only-below-squared', tanh_gradients_wrong_only_below_squared, 'the square is put in below the line only'),
    ('sigmoid', tanh_gradients_wrong_sigmoid, 'a sigmoid in place of tanh'),
    ('sigmoid-slope', tanh_gradients_wrong_sigmoid_slope, 'tanh is repaired, the slope is made that of a sigmoid'),
    ('both-mended', tanh_gradients_wrong_both_mended, 'tanh is repaired, and the slope is halved as well'),
    ('slope-of-slope', tanh_gradients_wrong_slope_of_slope, 'tanh is repaired, but the slope is taken at A'),
    ('no-half-in-the-loss', tanh_gradients_wrong_no_half_in_the_loss, 'tanh is repaired, but the half of the loss is taken out: all gradients are doubled'),
    ('db-mean', tanh_gradients_wrong_db_mean, 'tanh is repaired, but db is made a mean: divided by n twice'),
    ('in-place', tanh_gradients_wrong_in_place, "W *= 2 and b *= 2 change the caller's weights"),
    ('slope-of-the-half', tanh_gradients_wrong_slope_of_the_half, 'two causes: outputs of 2 tanh(z/2), and the slope of tanh(z/2) without its half'),
    ('squared-wrong-way-2', tanh_gradients_wrong_squared_wrong_way_2, 'exp(-z) is multiplied by 2, not squared: 2 exp(-z) is not exp(-2z)'),
    ('sigmoid-of-double-2', tanh_gradients_wrong_sigmoid_of_double_2, 'the fraction was replaced by 1 / (1 + exp(-2z)), a sigmoid from 0 to 1; tanh is twice that minus 1'),
]

RIGHT['tanh_gradients'] = [
    ('numpy-tanh', tanh_gradients_right_numpy_tanh),
    ('two-z', tanh_gradients_right_two_z),
    ('e-squared', tanh_gradients_right_e_squared),
    ('sigmoid-of-two-z', tanh_gradients_right_sigmoid_of_two_z),
    ('argument-doubled', tanh_gradients_right_argument_doubled),
    ('row-by-row', tanh_gradients_right_row_by_row),
]


WRONG['start_network'] = [
    ('untouched', start_network_wrong_untouched, 'the program as it was'),
    ('divided-by-n', start_network_wrong_divided_by_n, 'divided by n_in: the variance is 1 / n²'),
    ('root-of-outputs', start_network_wrong_root_of_outputs, 'the root of the units in place of the inputs'),
    ('he', start_network_wrong_he, 'the variance is 2 / n_in, as for ReLU'),
    ('glorot', start_network_wrong_glorot, 'the variance is 2 / (n_in + n_out)'),
    ('no-factor', start_network_wrong_no_factor, 'the factor is taken out: variance 1'),
    ('small-number', start_network_wrong_small_number, '0.01 in place of the factor'),
    ('variance-as-spread', start_network_wrong_variance_as_spread, 'the variance is handed to normal as the spread'),
    ('first-size', start_network_wrong_first_size, "always divided by the root of the network's inputs"),
    ('root-of-rows', start_network_wrong_root_of_rows, 'divided by the root of the number of rows'),
    ('hard-coded-784', start_network_wrong_hard_coded_784, '784 is written in'),
    ('sums-scaled', start_network_wrong_sums_scaled, 'the sums are divided, the returned weights are not'),
    ('inputs-scaled', start_network_wrong_inputs_scaled, 'the inputs are scaled down in place of the weights'),
    ('not-in-the-list', start_network_wrong_not_in_the_list, 'divided after the weights were put into the list'),
    ('uniform', start_network_wrong_uniform, 'uniform weights of the right variance, not normal ones'),
    ('own-generator', start_network_wrong_own_generator, 'a generator of its own in place of rng: each layer begins alike'),
    ('limit-changed', start_network_wrong_limit_changed, 'the weights are scaled right, but the limit of saturation is changed'),
    ('measured-before-tanh', start_network_wrong_measured_before_tanh, 'the weights are scaled right, but the sums are measured, before tanh'),
    ('own-spread', start_network_wrong_own_spread, 'divided by the measured spread too: the drawn weights are not those any more'),
    ('he-by-outputs', start_network_wrong_he_by_outputs, 'two causes: 2 in place of 1, and the units in place of the inputs'),
    ('scaled-only-on-the-way-2', start_network_wrong_scaled_only_on_the_way_2, 'the sum is divided by n_in on the way forward, so the outputs look right, but the returned W is still sqrt(n_in) times a standard normal'),
    ('uniform-weights-2', start_network_wrong_uniform_weights_2, 'the weights are drawn uniformly with the right variance; the docstring wants a normal and the draw was to stay'),
    ('saturated-one-side-2', start_network_wrong_saturated_one_side_2, 'the weights are mended, but without abs only outputs above 0.99 count as saturated, not those below -0.99'),
]

RIGHT['start_network'] = [
    ('divided-by-root', start_network_right_divided_by_root),
    ('normal', start_network_right_normal),
    ('power', start_network_right_power),
    ('root-of-the-variance', start_network_right_root_of_the_variance),
    ('by-index', start_network_right_by_index),
]


WRONG['learning_curve'] = [
    ('untouched', learning_curve_wrong_untouched, 'the program as it was'),
    ('sigmoid-in-training', learning_curve_wrong_sigmoid_in_training, 'the training is changed to sigmoid, the slope is still that of tanh'),
    ('all-sigmoid', learning_curve_wrong_all_sigmoid, 'a consistent network of sigmoid units: the docstring says tanh'),
    ('no-activation', learning_curve_wrong_no_activation, 'the test runs without an activation'),
    ('relu', learning_curve_wrong_relu, 'ReLU in the test'),
    ('half-argument', learning_curve_wrong_half_argument, '2 sigmoid(z) - 1: that is tanh(z/2)'),
    ('bias-missing', learning_curve_wrong_bias_missing, 'tanh in the test, but without the bias b1'),
    ('tanh-twice', learning_curve_wrong_tanh_twice, 'tanh is put over the sigmoid'),
    ('before-the-step', learning_curve_wrong_before_the_step, 'tanh, but the test is made before the step'),
    ('training-rows', learning_curve_wrong_training_rows, 'measured on the training rows'),
    ('argmax-down', learning_curve_wrong_argmax_down, 'argmax goes down the columns'),
    ('soft-accuracy', learning_curve_wrong_soft_accuracy, 'the mean probability of the true class, not the share that is right'),
    ('percent', learning_curve_wrong_percent, 'in percent'),
    ('new-w1', learning_curve_wrong_new_w1, "tanh, but the training's delta1 is computed after the step of W2"),
    ('loss-after-step', learning_curve_wrong_loss_after_step, 'tanh, but the loss is taken after the step'),
    ('sigmoid-slope', learning_curve_wrong_sigmoid_slope, 'tanh in the test, and the slope in training made that of a sigmoid'),
    ('best-epoch', learning_curve_wrong_best_epoch, 'tanh, but the largest accuracy so far is noted'),
    ('outputs-sigmoid', learning_curve_wrong_outputs_sigmoid, 'tanh, but the softmax of the test is a sigmoid'),
    ('smaller-rate', learning_curve_wrong_smaller_rate, 'the learning rate is made smaller: the test is still made with sigmoid'),
    ('sigmoid-and-old', learning_curve_wrong_sigmoid_and_old, 'two causes: sigmoid stays, and the test is made before the step'),
    ('more-than-half-2', learning_curve_wrong_more_than_half_2, 'the activation is mended, but a row counts as right only if its true class has more than one half; the largest probability decides, as it did'),
]

RIGHT['learning_curve'] = [
    ('tanh', learning_curve_right_tanh),
    ('double-argument', learning_curve_right_double_argument),
    ('without-a-name', learning_curve_right_without_a_name),
    ('one-forward-pass', learning_curve_right_one_forward_pass),
    ('tanh-by-exp', learning_curve_right_tanh_by_exp),
]


WRONG['fit_tags'] = [
    ('untouched', fit_tags_wrong_untouched, 'the program as it was'),
    ('only-in-the-end', fit_tags_wrong_only_in_the_end, 'sigmoid only for the returned probabilities: trained with softmax'),
    ('only-in-training', fit_tags_wrong_only_in_training, 'sigmoid in training, softmax for the returned probabilities'),
    ('sigmoid-of-softmax', fit_tags_wrong_sigmoid_of_softmax, 'a sigmoid over the softmax'),
    ('rows-made-to-sum-to-one', fit_tags_wrong_rows_made_to_sum_to_one, 'the tags of each row are divided by their number: softmax stays'),
    ('softmax-loss', fit_tags_wrong_softmax_loss, 'softmax stays, and the loss is made its cross-entropy'),
    ('mean-over-tags', fit_tags_wrong_mean_over_tags, 'sigmoid, but the loss is a mean over the tags'),
    ('step-over-tags', fit_tags_wrong_step_over_tags, 'sigmoid, but the step is divided by the number of tags too'),
    ('yes-only', fit_tags_wrong_yes_only, 'sigmoid, but the loss counts only the tags that are there'),
    ('slope-twice', fit_tags_wrong_slope_twice, 'sigmoid, but its slope is multiplied in: the gradient of the squared error'),
    ('sign', fit_tags_wrong_sign, 'sigmoid(-z): the probabilities of not having the tag'),
    ('before-the-last-step', fit_tags_wrong_before_the_last_step, 'sigmoid, but the probabilities before the last step are returned'),
    ('nothing-class', fit_tags_wrong_nothing_class, 'a further output for "no tag" below the softmax: still one choice only'),
    ('softmax-down', fit_tags_wrong_softmax_down, 'the softmax goes down the columns'),
    ('times-k', fit_tags_wrong_times_k, 'the softmax is multiplied by the number of tags, and cut at 1'),
    ('divided-by-largest', fit_tags_wrong_divided_by_largest, 'each row is divided by its largest probability'),
    ('thresholded', fit_tags_wrong_thresholded, 'sigmoid, but yes or no is returned in place of the probabilities'),
    ('tanh', fit_tags_wrong_tanh, 'tanh, moved to 0 to 1, of z and not z/2'),
    ('bias-not-trained', fit_tags_wrong_bias_not_trained, 'sigmoid, but the step of b is gone'),
    ('loss-after-step', fit_tags_wrong_loss_after_step, 'sigmoid, but the losses are taken after the step'),
    ('mean-and-old', fit_tags_wrong_mean_and_old, 'two causes: the loss is a mean over the tags, and the last probabilities are those before the step'),
    ('normalised-sigmoids-2', fit_tags_wrong_normalised_sigmoids_2, 'the sigmoids are divided by their sum over the row, so they compete again; each tag must stand for itself'),
    ('times-number-of-tags-2', fit_tags_wrong_times_number_of_tags_2, 'the softmax is multiplied by the number of tags of the row, so the labels are needed for the answer; a sigmoid for each output is right'),
]

RIGHT['fit_tags'] = [
    ('sigmoid', fit_tags_right_sigmoid),
    ('by-hand', fit_tags_right_by_hand),
    ('tanh-of-the-half', fit_tags_right_tanh_of_the_half),
    ('softmax-of-two', fit_tags_right_softmax_of_two),
    ('tag-by-tag', fit_tags_right_tag_by_tag),
]


WRONG['choose_units'] = [
    ('untouched', choose_units_wrong_untouched, 'the program as it was'),
    ('chosen-on-train', choose_units_wrong_chosen_on_train, 'chosen by the accuracy on the training rows'),
    ('reported-on-validation', choose_units_wrong_reported_on_validation, 'chosen on test still, reported on validation'),
    ('validation-for-both', choose_units_wrong_validation_for_both, 'chosen on validation, and reported on validation too'),
    ('last-among-equals', choose_units_wrong_last_among_equals, 'chosen on validation, but the last among equals'),
    ('index', choose_units_wrong_index, 'the place in the list is returned, not the number of units'),
    ('worst', choose_units_wrong_worst, 'argmin: the worst on validation is chosen'),
    ('mean-of-all', choose_units_wrong_mean_of_all, 'the mean accuracy of all candidates on test is returned'),
    ('best-on-test', choose_units_wrong_best_on_test, 'chosen on validation, but the best accuracy on test of all candidates is reported'),
    ('trained-anew', choose_units_wrong_trained_anew, 'the chosen number of units gets a new network: another random first layer'),
    ('trained-on-both', choose_units_wrong_trained_on_both, 'trained on train and validation together'),
    ('trained-on-validation', choose_units_wrong_trained_on_validation, 'trained on validation, chosen on train'),
    ('pooled', choose_units_wrong_pooled, 'chosen by the accuracy on validation and test together'),
    ('fewest-units', choose_units_wrong_fewest_units, 'among equals the fewest units, not the first in the list'),
    ('most-units', choose_units_wrong_most_units, 'the largest network is chosen, without any choice by accuracy'),
    ('coin', choose_units_wrong_coin, 'one half is returned: right for coins only'),
    ('error-rate', choose_units_wrong_error_rate, 'chosen on validation, but the share of wrong answers is reported'),
    ('test-halved', choose_units_wrong_test_halved, 'the test rows are divided: one half to choose, one to report; validation is not used'),
    ('sorted-candidates', choose_units_wrong_sorted_candidates, 'the candidates are sorted first: other networks, and another first among equals'),
    ('untouched-and-index', choose_units_wrong_untouched_and_index, 'two causes: chosen on test still, and the place is returned'),
    ('trained-anew-on-both-2', choose_units_wrong_trained_anew_on_both_2, 'the chosen size is trained anew on train and validation together before the test; the accuracy of the network that was chosen is asked for'),
    ('trained-on-validation-2', choose_units_wrong_trained_on_validation_2, 'the networks are now trained on validation and chosen on train; train is to learn from, validation to choose by'),
]

RIGHT['choose_units'] = [
    ('validation', choose_units_right_validation),
    ('unpacked', choose_units_right_unpacked),
    ('search', choose_units_right_search),
    ('max-by-key', choose_units_right_max_by_key),
    ('fewest-mistakes', choose_units_right_fewest_mistakes),
    ('one-loop', choose_units_right_one_loop),
]


WRONG['class_report'] = [
    ('untouched', class_report_wrong_untouched, 'the program as it was'),
    ('support-counted', class_report_wrong_support_counted, 'only the returned support is counted anew: precision and recall are still swapped'),
    ('support-before', class_report_wrong_support_before, 'support is counted from y, called stays the count of the true classes: recall is right, precision is not'),
    ('mended-twice', class_report_wrong_mended_twice, 'the call is turned round, and the table is filled turned round: as before'),
    ('call-and-axes', class_report_wrong_call_and_axes, 'the call is turned round, and the two axes as well: as before'),
    ('return-swapped', class_report_wrong_return_swapped, 'precision and recall are swapped in the return: the support stays wrong'),
    ('support-returned', class_report_wrong_support_returned, 'called is returned as support: precision and recall stay swapped'),
    ('nothing-by-nothing', class_report_wrong_nothing_by_nothing, 'repaired, but without the 1 for empty classes: 0/0'),
    ('f1-mean', class_report_wrong_f1_mean, 'repaired, but F1 is the plain mean of precision and recall'),
    ('f1-nan', class_report_wrong_f1_nan, 'repaired, but F1 is 2PR / (P + R): 0/0 where both are 0'),
    ('support-share', class_report_wrong_support_share, 'repaired, but the support is a share of the rows'),
    ('classes-of-y', class_report_wrong_classes_of_y, 'repaired, but k is counted from the classes that occur in y'),
    ('fancy-index', class_report_wrong_fancy_index, 'repaired, but the loop is replaced by += with index arrays: each pair counts once'),
    ('accuracy-for-recall', class_report_wrong_accuracy_for_recall, 'repaired, but recall is divided by all rows'),
    ('smoothed', class_report_wrong_smoothed, 'repaired, but 1 is added to every count'),
    ('argmin', class_report_wrong_argmin, 'the smallest output decides'),
    ('sorted', class_report_wrong_sorted, 'both are sorted before they are counted: the support is right, the pairs are not'),
    ('first-k', class_report_wrong_first_k, 'repaired, but bincount without minlength: a class at the end may be missing'),
    ('half-mended', class_report_wrong_half_mended, 'both sums go along axis 1: the support is still the count of the called'),
    ('support-and-f1', class_report_wrong_support_and_f1, 'two causes: support counted apart only, and F1 as the plain mean'),
    ('mended-twice-2', class_report_wrong_mended_twice_2, 'both the arguments and the indices in confusion were swapped, so the table is the same as before; one of the two is right'),
    ('table-symmetric-2', class_report_wrong_table_symmetric_2, 'the table is made symmetric by adding its transpose, so truth and prediction are mixed; rows should be the truth'),
    ('called-mended-only-2', class_report_wrong_called_mended_only_2, 'called counts the rows now, but support counts them, too; the support should be the column sums of this table'),
    ('support-from-largest-k-2', class_report_wrong_support_from_largest_k_2, 'the support comes from bincount of y without a minimal length, so it is too short if the last classes do not occur'),
    ('nothing-becomes-nan-2', class_report_wrong_nothing_becomes_nan_2, 'the table is mended, but the guards were taken out, so a share of nothing is nan; it should be 0'),
]

RIGHT['class_report'] = [
    ('call', class_report_right_call),
    ('transposed', class_report_right_transposed),
    ('axes', class_report_right_axes),
    ('filled-the-other-way', class_report_right_filled_the_other_way),
    ('by-name', class_report_right_by_name),
    ('class-by-class', class_report_right_class_by_class),
    ('one-hot', class_report_right_one_hot),
]


def fit_logistic_wrong_clipped_gradient_3(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        grad_w, grad_b = X.T @ error, error.sum()
        length = np.sqrt(grad_w @ grad_w + grad_b**2)
        if length > 1:
            grad_w, grad_b = grad_w / length, grad_b / length
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b, np.array(losses)


WRONG['fit_logistic'] += [
    ('clipped-gradient', fit_logistic_wrong_clipped_gradient_3, 'The sum is kept and its length clipped to 1, which hides the symptom; the gradient should be divided by the number of rows.'),
]


def tanh_gradients_wrong_sinh_3(X, t, W, b, v):

    def tanh(z):
        e = np.exp(z)
        return (e - 1 / e) / 2

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


WRONG['tanh_gradients'] += [
    ('sinh', tanh_gradients_wrong_sinh_3, '(e^z - e^-z) / 2 is sinh, not tanh; the denominator should be e^z + e^-z.'),
]


def learning_curve_wrong_draws_reordered_3(X, Y, X_test, y_test, units, lr, epochs, rng):
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


WRONG['learning_curve'] += [
    ('draws-reordered', learning_curve_wrong_draws_reordered_3, 'W1 is now drawn after W2: the order of the draws was changed, so the first weights differ.'),
]


def choose_units_wrong_fitted_once_more_3(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(fit(units, *train), *validation) for units in candidates]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


WRONG['choose_units'] += [
    ('fitted-once-more', choose_units_wrong_fitted_once_more_3, 'For the scores each network is fitted anew with new draws, so the networks that are scored are not those that are reported, and the order of draws changes.'),
]


def class_report_wrong_turned_twice_3(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=0), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_index_turned_back_3(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_pred[i], y_true[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_absent_classes_3(scores, y):
    k = scores.shape[1]
    predicted = scores.argmax(axis=1)
    cm = np.zeros((k, k), dtype=int)
    np.add.at(cm, (y, predicted), 1)
    hits = cm.diagonal()
    p = hits / np.maximum(cm.sum(axis=0), 1)
    r = hits / np.maximum(cm.sum(axis=1), 1)
    f1 = 2 * hits / np.maximum(cm.sum(axis=0) + cm.sum(axis=1), 1)
    labels, support = np.unique(y, return_counts=True)
    return p, r, f1, support


def class_report_wrong_first_positive_3(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = (scores > 0).argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


WRONG['class_report'] += [
    ('turned-twice', class_report_wrong_turned_twice_3, 'The arguments of confusion were mended and the axes exchanged as well, which cancels: supports are again the counts of the predictions.'),
    ('index-turned-back', class_report_wrong_index_turned_back_3, 'The call was mended and the index inside confusion turned round as well, so the matrix is the same as before.'),
    ('absent-classes', class_report_wrong_absent_classes_3, 'np.unique leaves out classes that do not occur, so the support is shorter than k if one is absent; there it should be 0.'),
    ('first-positive', class_report_wrong_first_positive_3, 'It takes the first score above 0 instead of the largest one.'),
]


# ---- fit_logistic, once more
def fit_logistic_wrong_weights_only(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error / len(y)
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_columns(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / X.shape[1]
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_twenty(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = (p - y) / 20
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_copies_out(X, y, lr, epochs):
    rows = np.unique(np.column_stack([X, y]), axis=0)
    X, y = rows[:, :-1], rows[:, -1]
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_wrong_loss_after(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        error = (p - y) / len(y)
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return w, b, np.array(losses)


def fit_logistic_right_smaller_rate(X, y, lr, epochs):
    lr = lr / len(y)
    w, b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = sigmoid(X @ w + b)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        error = p - y
        w = w - lr * X.T @ error
        b = b - lr * error.sum()
    return w, b, np.array(losses)


def fit_logistic_right_one_column_more(X, y, lr, epochs):
    X1 = np.column_stack([X, np.ones(len(X))])
    theta, losses = np.zeros(X1.shape[1]), np.empty(epochs)
    for epoch in range(epochs):
        z = X1 @ theta
        losses[epoch] = np.mean(np.logaddexp(0, z) - y * z)
        theta = theta - lr * np.mean((sigmoid(z) - y)[:, None] * X1, axis=0)
    return theta[:-1], theta[-1], losses


WRONG['fit_logistic'] += [
    ('weights-only', fit_logistic_wrong_weights_only,
     'Only the step of w is divided by the number of rows; the bias still takes the sum.'),
    ('columns', fit_logistic_wrong_columns,
     'error is divided by X.shape[1], the number of columns, instead of by the rows, len(y).'),
    ('twenty', fit_logistic_wrong_twenty,
     'The divisor 20 is the number of rows of the example; it must be len(y).'),
    ('copies-out', fit_logistic_wrong_copies_out,
     'np.unique throws equal rows out, so that rows that really occur twice count once, and the step is still a sum.'),
    ('loss-after', fit_logistic_wrong_loss_after,
     'The gradient is a mean now, but the loss was moved below the step and is that of the new weights; it must be taken before.'),
]

RIGHT['fit_logistic'] += [
    ('smaller-rate', fit_logistic_right_smaller_rate),
    ('one-column-more', fit_logistic_right_one_column_more),
]


# ---- train_hidden, once more
def train_hidden_wrong_sigmoid_of_A(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * sigmoid(A) * (1 - sigmoid(A))
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_W1_only(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ (delta1 * A * (1 - A))
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_delta_after_step(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_at_the_output(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) * P * (1 - P) / len(X)
        delta1 = delta2 @ W2.T
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_wrong_slope_of_b1_less_sums(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        S = sigmoid(X @ W1)
        delta1 = delta2 @ W2.T * S * (1 - S)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_A_minus_A_squared(X, Y, W1, b1, W2, b2, lr, steps):
    losses = []
    for _ in range(steps):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = np.einsum('nk,mk->nm', delta2, W2) * (A - A**2)
        W2 = W2 - lr * A.T @ delta2
        b2 = b2 - lr * delta2.sum(axis=0)
        W1 = W1 - lr * X.T @ delta1
        b1 = b1 - lr * delta1.sum(axis=0)
    return W1, b1, W2, b2, np.array(losses)


def train_hidden_right_sums(X, Y, W1, b1, W2, b2, lr, steps):
    n, losses = len(X), []
    for _ in range(steps):
        Z1 = X @ W1 + b1
        A = sigmoid(Z1)
        Z2 = A @ W2 + b2
        Z2 = Z2 - Z2.max(axis=1, keepdims=True)
        log_P = Z2 - np.log(np.exp(Z2).sum(axis=1, keepdims=True))
        losses.append(-(Y * log_P).sum() / n)
        gW1, gb1 = np.zeros(W1.shape), np.zeros(b1.shape)
        gW2, gb2 = np.zeros(W2.shape), np.zeros(b2.shape)
        for x, a, z, y, lp in zip(X, A, Z1, Y, log_P):
            d2 = np.exp(lp) - y
            d1 = W2 @ d2 * sigmoid(z) * sigmoid(-z)
            gW1 += np.outer(x, d1)
            gb1 += d1
            gW2 += np.outer(a, d2)
            gb2 += d2
        W1, b1, W2, b2 = W1 - lr * gW1 / n, b1 - lr * gb1 / n, W2 - lr * gW2 / n, b2 - lr * gb2 / n
    return W1, b1, W2, b2, np.array(losses)


WRONG['train_hidden'] += [
    ('sigmoid-of-A', train_hidden_wrong_sigmoid_of_A,
     'A is the sigmoid already: the slope is A * (1 - A), not sigmoid(A) * (1 - sigmoid(A)).'),
    ('W1-only', train_hidden_wrong_W1_only,
     'The slope was put into the gradient of W1 only; b1 still goes by the old delta1.'),
    ('delta-after-step', train_hidden_wrong_delta_after_step,
     'delta1 got its slope, but is computed after the step of W2 and so goes back through the new weights.'),
    ('at-the-output', train_hidden_wrong_at_the_output,
     'The slope was put at the output, delta2 * P * (1 - P); softmax and cross-entropy have it in P - Y already, the hidden layer lacks it.'),
    ('slope-of-b1-less-sums', train_hidden_wrong_slope_of_b1_less_sums,
     'The slope is taken at X @ W1, the bias is forgotten in it.'),
]

RIGHT['train_hidden'] += [
    ('A-minus-A-squared', train_hidden_right_A_minus_A_squared),
    ('sums', train_hidden_right_sums),
]


# ---- tanh_gradients, once more
def tanh_gradients_wrong_gradient_halved(X, t, W, b, v):

    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2) / 2
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_other_sign(X, t, W, b, v):

    def tanh(z):
        e = np.exp(2 * z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_weights_doubled_2(X, t, W, b, v):

    def tanh(z):
        e = np.exp(-z)
        return (1 - e) / (1 + e)

    A = tanh(X @ (2 * W) + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_both_mended_2(X, t, W, b, v):

    def tanh(z):
        e = np.exp(-2 * z)
        return (1 - e) / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2) / 2
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_wrong_stretched_sigmoid(X, t, W, b, v):

    def tanh(z):
        e = np.exp(-z)
        return 2 / (1 + e)

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_sigmoid(X, t, W, b, v):

    def tanh(z):
        return 2 * sigmoid(2 * z) - 1

    A = tanh(X @ W + b)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = np.outer(delta, v) * (1 - A**2)
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


def tanh_gradients_right_numpy_cosh(X, t, W, b, v):

    Z = X @ W + b
    A = np.tanh(Z)
    y = A @ v
    delta = (y - t) / len(t)
    dv = A.T @ delta
    hidden_delta = delta[:, None] * v[None, :] * np.cosh(Z) ** -2.0
    dW = X.T @ hidden_delta
    db = hidden_delta.sum(axis=0)
    return y, dW, db, dv


WRONG['tanh_gradients'] += [
    ('gradient-halved', tanh_gradients_wrong_gradient_halved,
     'The gradient was fitted to the wrong function: (1 - A**2) / 2; the mistake is in tanh, whose outputs are still those of tanh(z / 2).'),
    ('other-sign', tanh_gradients_wrong_other_sign,
     'np.exp(2 * z) has the wrong sign, so tanh comes out negative: np.exp(-2 * z).'),
    ('weights-doubled-2', tanh_gradients_wrong_weights_doubled_2,
     'X @ (2 * W) + b doubles the weights but not the biases; z as a whole must be doubled, in tanh.'),
    ('both-mended-2', tanh_gradients_wrong_both_mended_2,
     'tanh is right now, but the gradient was halved as well because it was 2.000 times as large: leave 1 - A**2.'),
    ('stretched-sigmoid', tanh_gradients_wrong_stretched_sigmoid,
     '2 / (1 + e) is 1 + tanh(z / 2): a stretched sigmoid without - 1, and still of z instead of 2z.'),
]

RIGHT['tanh_gradients'] += [
    ('sigmoid', tanh_gradients_right_sigmoid),
    ('numpy-cosh', tanh_gradients_right_numpy_cosh),
]


# ---- start_network, once more
def start_network_wrong_variance_as_spread_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.normal(0, 1 / n_in, (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_sums_not_weights(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out))
        A = np.tanh(A @ W / np.sqrt(n_in))
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_exact_spread(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(n_in)
        W = W / W.std() / np.sqrt(n_in)
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_glorot_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) * np.sqrt(2 / (n_in + n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_wrong_first_n_everywhere(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.standard_normal((n_in, n_out)) / np.sqrt(sizes[0])
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_normal_2(X, sizes, rng):
    Ws, spreads, saturated = [], [], []
    A = X
    for n_in, n_out in pairwise(sizes):
        W = rng.normal(0.0, n_in**-0.5, (n_in, n_out))
        A = np.tanh(A @ W)
        Ws.append(W)
        spreads.append(A.std())
        saturated.append(np.mean(np.abs(A) > 0.99))
    return Ws, np.array(spreads), np.array(saturated)


def start_network_right_two_passes(X, sizes, rng):
    Ws = []
    for l in range(len(sizes) - 1):
        W = rng.standard_normal((sizes[l], sizes[l + 1]))
        W /= np.sqrt(sizes[l])
        Ws.append(W)
    outputs = [X]
    for W in Ws:
        outputs.append(np.tanh(np.einsum("ni,ij->nj", outputs[-1], W)))
    spreads = [np.sqrt(np.mean((A - A.mean()) ** 2)) for A in outputs[1:]]
    saturated = [np.count_nonzero((A > 0.99) | (A < -0.99)) / A.size for A in outputs[1:]]
    return Ws, np.array(spreads), np.array(saturated)


WRONG['start_network'] += [
    ('variance-as-spread-2', start_network_wrong_variance_as_spread_2,
     'rng.normal takes the standard deviation: 1 / n_in is the variance, the spread is sqrt(1 / n_in).'),
    ('sums-not-weights', start_network_wrong_sums_not_weights,
     'The sums are divided instead of the weights, so the list Ws holds weights of variance 1.'),
    ('exact-spread', start_network_wrong_exact_spread,
     'W / W.std() forces the spread of each drawn table to be exactly right, which changes the weights that were drawn.'),
    ('glorot-2', start_network_wrong_glorot_2,
     "sqrt(2 / (n_in + n_out)) is Glorot's variance; the docstring says 1 / inputs."),
    ('first-n-everywhere', start_network_wrong_first_n_everywhere,
     'Every layer is divided by the root of the number of inputs of the network, sizes[0], instead of its own n_in.'),
]

RIGHT['start_network'] += [
    ('normal-2', start_network_right_normal_2),
    ('two-passes', start_network_right_two_passes),
]


# ---- learning_curve, once more
def learning_curve_wrong_sigmoid_everywhere(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = sigmoid(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * A * (1 - A)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = sigmoid(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_before_the_step_2(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A_test = np.tanh(X_test @ W1 + b1)
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_best_epoch_kept(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = np.tanh(X_test @ W1 + b1)
        P_now = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_now.argmax(axis=1) == y_test))
        if accuracies[-1] > max(accuracies[:-1], default=-1):
            P_test = P_now
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_linear_test(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = X_test @ W1 + b1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_wrong_rescaled_sigmoid(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = 2 * sigmoid(X_test @ W1 + b1) - 1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_two_sigma(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []
    for _ in range(epochs):
        A = np.tanh(X @ W1 + b1)
        P = softmax(A @ W2 + b2)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        A_test = 2 * sigmoid(2 * (X_test @ W1 + b1)) - 1
        P_test = softmax(A_test @ W2 + b2)
        accuracies.append(np.mean(P_test.argmax(axis=1) == y_test))
    return np.array(losses), np.array(accuracies), P_test


def learning_curve_right_one_forward(X, Y, X_test, y_test, units, lr, epochs, rng):
    W1, b1 = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
    W2, b2 = rng.normal(0, 1, (units, Y.shape[1])), np.zeros(Y.shape[1])
    losses, accuracies = [], []

    def outputs(rows):
        hidden = np.tanh(rows @ W1 + b1)
        return hidden, softmax(hidden @ W2 + b2)

    for _ in range(epochs):
        A, P = outputs(X)
        losses.append(-np.mean(np.sum(Y * np.log(P), axis=1)))
        delta2 = (P - Y) / len(X)
        delta1 = delta2 @ W2.T * (1 - A**2)
        W1, b1 = W1 - lr * X.T @ delta1, b1 - lr * delta1.sum(axis=0)
        W2, b2 = W2 - lr * A.T @ delta2, b2 - lr * delta2.sum(axis=0)
        _, P_test = outputs(X_test)
        right = sum(int(np.argmax(p)) == int(c) for p, c in zip(P_test, y_test))
        accuracies.append(right / len(y_test))
    return np.array(losses), np.array(accuracies), P_test


WRONG['learning_curve'] += [
    ('sigmoid-everywhere', learning_curve_wrong_sigmoid_everywhere,
     'The training was made to fit the test, sigmoid in both (with its slope); the docstring wants tanh units: mend A_test.'),
    ('before-the-step-2', learning_curve_wrong_before_the_step_2,
     'tanh is right, but the measuring was moved before the step; accuracies and P_test are to be taken after it.'),
    ('best-epoch-kept', learning_curve_wrong_best_epoch_kept,
     'tanh is right, but P_test is now that of the best epoch on the test rows instead of after the last step.'),
    ('linear-test', learning_curve_wrong_linear_test,
     'The sigmoid was taken out of the test but no tanh put in: A_test must be np.tanh(X_test @ W1 + b1).'),
    ('rescaled-sigmoid', learning_curve_wrong_rescaled_sigmoid,
     '2 * sigmoid(z) - 1 is tanh(z / 2), not tanh(z): np.tanh(z).'),
]

RIGHT['learning_curve'] += [
    ('two-sigma', learning_curve_right_two_sigma),
    ('one-forward', learning_curve_right_one_forward),
]


# ---- fit_tags, once more
def fit_tags_wrong_at_the_end_only(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return sigmoid(X @ W + b), np.array(losses)


def fit_tags_wrong_tags_shared(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return softmax(X @ W + b)

    Y = Y / np.maximum(Y.sum(axis=1, keepdims=True), 1)
    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y > 0, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_sigmoid_of_softmax_2(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(softmax(X @ W + b))

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_mean_over_tags_2(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_wrong_slope_twice_2(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return sigmoid(X @ W + b)

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) * P * (1 - P) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_tanh_half(X, Y, lr, steps):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])

    def probabilities():
        return (1 + np.tanh((X @ W + b) / 2)) / 2

    losses = []
    for _ in range(steps):
        P = probabilities()
        surprise = -np.log(np.where(Y == 1, P, 1 - P))
        losses.append(surprise.sum(axis=1).mean())
        delta = (P - Y) / len(X)
        W = W - lr * X.T @ delta
        b = b - lr * delta.sum(axis=0)
    return probabilities(), np.array(losses)


def fit_tags_right_tag_by_tag_2(X, Y, lr, steps):
    n, k = Y.shape
    P, losses = np.empty((n, k)), np.zeros(steps)
    for tag in range(k):
        y = np.asarray(Y[:, tag], dtype=float)
        w, b = np.zeros(X.shape[1]), 0.0
        for step in range(steps):
            z = X @ w + b
            losses[step] += np.mean(np.logaddexp(0, z) - y * z)
            error = sigmoid(z) - y
            w = w - lr * (error @ X) / n
            b = b - lr * error.mean()
        P[:, tag] = sigmoid(X @ w + b)
    return P, losses


WRONG['fit_tags'] += [
    ('at-the-end-only', fit_tags_wrong_at_the_end_only,
     'Only what is returned goes through the sigmoid; the training still uses the softmax.'),
    ('tags-shared', fit_tags_wrong_tags_shared,
     'Y was divided by the number of tags of each row to suit the softmax; each tag needs its own sigmoid.'),
    ('sigmoid-of-softmax-2', fit_tags_wrong_sigmoid_of_softmax_2,
     'The sigmoid was put around the softmax instead of in its place.'),
    ('mean-over-tags-2', fit_tags_wrong_mean_over_tags_2,
     'The sigmoid is right, but the loss is now a mean over the tags, too; the docstring says summed.'),
    ('slope-twice-2', fit_tags_wrong_slope_twice_2,
     'The sigmoid is right, but delta got the slope P * (1 - P), which the cross-entropy has cancelled already.'),
]

RIGHT['fit_tags'] += [
    ('tanh-half', fit_tags_right_tanh_half),
    ('tag-by-tag-2', fit_tags_right_tag_by_tag_2),
]


# ---- choose_units, once more
def choose_units_wrong_parts_exchanged(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *test) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *validation)


def choose_units_wrong_validation_only(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], scores[best]


def choose_units_wrong_trained_again(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = int(np.argmax(scores))
    both = [np.concatenate(pair) for pair in zip(train, validation)]
    final = fit(candidates[best], *both)
    return candidates[best], accuracy(final, *test)


def choose_units_wrong_ties_to_the_largest(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    scores = [accuracy(network, *validation) for network in networks]
    best = max(range(len(scores)), key=lambda i: (scores[i], candidates[i]))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_wrong_all_that_is_left(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    rest = [np.concatenate(pair) for pair in zip(validation, test)]
    scores = [accuracy(network, *rest) for network in networks]
    best = int(np.argmax(scores))
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_strictly_better(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    best, best_score = None, -1.0
    for i, network in enumerate(networks):
        score = accuracy(network, *validation)
        if score > best_score:
            best, best_score = i, score
    return candidates[best], accuracy(networks[best], *test)


def choose_units_right_max_of_pairs(train, validation, test, candidates, rng):

    def fit(units, X, y):
        W, v = rng.normal(0, 1, (X.shape[1], units)), np.zeros(units)
        A = np.tanh(X @ W)
        for _ in range(20):
            v = v - A.T @ (sigmoid(A @ v) - y) / len(y)
        return W, v

    def accuracy(network, X, y):
        W, v = network
        return np.mean((np.tanh(X @ W) @ v > 0) == (y == 1))

    networks = [fit(units, *train) for units in candidates]
    pairs = list(zip(candidates, networks))
    units, chosen = max(pairs, key=lambda pair: accuracy(pair[1], *validation))
    return units, accuracy(chosen, *test)


WRONG['choose_units'] += [
    ('parts-exchanged', choose_units_wrong_parts_exchanged,
     'validation and test have changed places as a whole: the choice is still made on test; it must be made on validation and reported on test.'),
    ('validation-only', choose_units_wrong_validation_only,
     'The choice is right, but the accuracy reported is the one on validation, which was the best of all and so is too good: report that on test.'),
    ('trained-again', choose_units_wrong_trained_again,
     'After the choice the network is trained anew on train and validation; the docstring trains on train only, and this draws once more.'),
    ('ties-to-the-largest', choose_units_wrong_ties_to_the_largest,
     'max over (score, units) takes the largest network among equals; the first is asked for.'),
    ('all-that-is-left', choose_units_wrong_all_that_is_left,
     'The candidates are compared on validation and test together, so test still takes part in the choice.'),
]

RIGHT['choose_units'] += [
    ('strictly-better', choose_units_right_strictly_better),
    ('max-of-pairs', choose_units_right_max_of_pairs),
]


# ---- class_report, once more
def class_report_wrong_turned_twice(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_pred[i], y_true[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_wrong_support_only(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, called


def class_report_wrong_names_only(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return recall, precision, f1, support


def class_report_wrong_bincount(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, np.bincount(y)


def class_report_wrong_f1_of_nothing(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(y, predicted)
    hits = np.diag(cm)
    support, called = cm.sum(axis=1), cm.sum(axis=0)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * precision * recall / (precision + recall)
    return precision, recall, f1, support


def class_report_right_axes_2(scores, y):
    k = scores.shape[1]

    def confusion(y_true, y_pred):
        cm = np.zeros((k, k), dtype=int)
        for i in range(len(y_true)):
            cm[y_true[i], y_pred[i]] += 1
        return cm

    predicted = scores.argmax(axis=1)
    cm = confusion(predicted, y)
    hits = np.diag(cm)
    support, called = cm.sum(axis=0), cm.sum(axis=1)
    precision = hits / np.maximum(called, 1)
    recall = hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(support + called, 1)
    return precision, recall, f1, support


def class_report_right_counter(scores, y):
    k = scores.shape[1]
    said = [int(np.argmax(row)) for row in scores]
    pairs, called, true = Counter(zip(map(int, y), said)), Counter(said), Counter(map(int, y))
    hits = [pairs[c, c] for c in range(k)]
    precision = [h / called[c] if called[c] else 0.0 for c, h in enumerate(hits)]
    recall = [h / true[c] if true[c] else 0.0 for c, h in enumerate(hits)]
    f1 = [2 * h / (called[c] + true[c]) if called[c] + true[c] else 0.0 for c, h in enumerate(hits)]
    support = np.array([true[c] for c in range(k)])
    return np.array(precision), np.array(recall), np.array(f1), support


WRONG['class_report'] += [
    ('turned-twice-2', class_report_wrong_turned_twice,
     'Both the call and the counting were turned round, which is the same as before: mend only one.'),
    ('support-only', class_report_wrong_support_only,
     'Only the support returned was mended (called instead of support); precision and recall are still exchanged.'),
    ('names-only', class_report_wrong_names_only,
     'Precision and recall were exchanged in the return, but the support is still that of the predictions.'),
    ('bincount', class_report_wrong_bincount,
     'np.bincount(y) without minlength=k leaves out the last classes if they do not occur.'),
    ('f1-of-nothing', class_report_wrong_f1_of_nothing,
     'The call is mended, but f1 as 2pr / (p + r) is nan (with a warning) where both are 0; a share of nothing is 0.'),
]

RIGHT['class_report'] += [
    ('axes-2', class_report_right_axes_2),
    ('counter', class_report_right_counter),
]
