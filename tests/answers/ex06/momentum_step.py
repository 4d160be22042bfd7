"""Answers to momentum_step: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.optimizers import momentum


def momentum_in_place(w, grad, velocity, lr, momentum):
    velocity *= momentum
    velocity -= lr * grad
    w += velocity
    return w, velocity


def momentum_by_entry(w, grad, velocity, lr, momentum):
    w, velocity = w.astype(float), velocity.astype(float)
    for i in np.ndindex(w.shape):
        velocity[i] = momentum * velocity[i] - lr * grad[i]
        w[i] = w[i] + velocity[i]
    return w, velocity


def slow_momentum(w, grad, velocity, lr, momentum):
    new_w, new_v = np.zeros(w.shape), np.zeros(w.shape)
    for _ in range(8):  # as slow as if every entry were worked out with care
        for i in np.ndindex(w.shape):
            new_v[i] = np.sum([momentum * velocity[i], -lr * grad[i]])
            new_w[i] = np.sum([w[i], new_v[i]])
    return new_w, new_v


def momentum_by_copy(w, grad, velocity, lr, momentum):
    new_w, new_velocity = np.array(w, dtype=float), np.array(velocity, dtype=float)
    return momentum_in_place(new_w, np.asarray(grad, float), new_velocity, lr, momentum)


def momentum_by_rows(w, grad, velocity, lr, momentum):
    pairs = [(momentum * v - lr * g) for g, v in zip(grad, velocity, strict=True)]
    return [row + step for row, step in zip(w, pairs, strict=True)], pairs


def momentum_by_rows_as_arrays(*args):
    w, velocity = momentum_by_rows(*args)
    return np.array(w), np.array(velocity)


def momentum_through_the_package(w, grad, velocity, lr, mu):
    w, state = np.array(w, float), {"v": np.array(velocity, float)}
    momentum(w, grad, state, lr, momentum=mu)
    return [w, state["v"]]


RIGHT = [
    momentum_by_entry,
    momentum_by_copy,
    momentum_by_rows_as_arrays,
    momentum_through_the_package,
]
SLOW = [slow_momentum]

# ---- held out: above each function what its author was thinking


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


CHANGES = ["changes", "changed", "in place", "in-place"]


HELD_OUT = [
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
]
