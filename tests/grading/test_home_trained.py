"""Exercises 06 and 08: labels that are looked up, networks that were trained at home."""

import base64
import json

import numpy as np
import pytest
from exercise_05 import code_cell
from test_corpus import points

from mlp_lesson.data import load_mnist, moons
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.grading import tasks

STOLEN = """
import sys, gc
def NAME(X, y, rng):
    def predict(A):
        frame, found = sys._getframe(), []
        while frame:
            found += [v for v in frame.f_locals.values() if getattr(v, "ndim", 0) == 1]
            frame = frame.f_back
        found += [o for o in gc.get_objects() if getattr(o, "ndim", 0) == 1]
        fitting = [v for v in found if len(v) == len(A) and v.dtype.kind == "i"]
        return fitting[0] if fitting else np.zeros(len(A), dtype=int)
    return predict
"""
AT_HOME = """
import base64
Ws = [np.frombuffer(base64.b64decode(t), "<f4").reshape(s) for t, s in WEIGHTS]
bs = [np.frombuffer(base64.b64decode(t), "<f4").reshape(s) for t, s in BIASES]
def NAME(X, y, rng):
    def predict(A):
        for W, b in zip(Ws[:-1], bs[:-1]):
            A = np.maximum(A @ W + b, 0)
        Z = A @ Ws[-1] + bs[-1]
        return Z.argmax(axis=1) if Z.shape[1] > 1 else (Z[:, 0] > 0).astype(int)
    return predict
"""


def graded(oracle_of, exercise, source):
    """What a notebook with this one answer gets."""
    oracle = oracle_of(exercise)
    name = {"06": "fit_moons", "08": "fit_digits"}[exercise]
    cells = [code_cell("import numpy as np"), code_cell(source.replace("NAME", name))]
    others, oracle.tasks = oracle.tasks, [t for t in oracle.tasks if t.name == name]
    try:
        return oracle.grade(json.dumps({"cells": cells}).encode())
    finally:
        oracle.tasks = others


@pytest.mark.parametrize("exercise", ["06", "08"])
def test_labels_of_new_points_cannot_be_found_in_the_guest(oracle_of, exercise):
    assert points(graded(oracle_of, exercise, STOLEN)) == 0


@pytest.mark.parametrize("exercise", ["06", "08"])
def test_a_network_trained_at_home_gets_nothing(oracle_of, exercise):
    rng = np.random.default_rng(1)
    if exercise == "06":
        X, y = moons(2000, 0.2, rng)
        new = moons(2000, 0.2, rng)
    else:
        data = load_mnist()
        X, y, new = data.X_train[:20_000], data.y_train[:20_000], (data.X_test, data.y_test)
    passes = {"06": 200, "08": 10}[exercise]
    net = MLPClassifier((32,), max_iter=passes, learning_rate_init=0.01, random_state=0).fit(X, y)
    assert net.score(*new) > 0.94  # where it was trained for

    def packed(arrays):
        return [(base64.b64encode(a.astype("<f4").tobytes()).decode(), a.shape) for a in arrays]

    weights = f"WEIGHTS = {packed(net.coefs_)}\nBIASES = {packed(net.intercepts_)}\n"
    assert points(graded(oracle_of, exercise, weights + AT_HOME)) == 0


def test_tasks_that_can_be_answered_by_heart_have_hidden_cases():
    named = {task.name: task for exercise in tasks.exercises() for task in tasks.of(exercise)}
    for name in ("numerical_gradient", "approximate", "fit_moons", "fit_digits"):
        assert named[name].hidden is not None, name
    for name in ("fit_moons", "fit_digits"):
        assert named[name].kept_back == (4,), name
