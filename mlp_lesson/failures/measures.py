"""A Run as a few dozen numbers, all of which its picture shows, and what those numbers resemble."""

import numpy as np

from .recipe import Run

LN_10 = np.log(10)
MISSING = -0.5  # in place of a number that does not exist
MEASURES_OF_FACTS = 6  # so many come first: what is known before a training starts


def measures(run: Run) -> dict[str, float]:
    """{name: number} of a run; logarithms are to base 10, and cut where a picture is."""
    return {
        **_facts(run), **_curves(run), **_layers(run), **_units(run), **_answers(run)
    }  # fmt: skip


def _facts(run):
    """What the line below the picture says."""
    low, high = run.inputs
    return {
        "smallest input": np.clip(low, -2, 2),
        "largest input": _log(high, 0, 4),
        "rows": _log(run.rows, 0, 4),
        "rows in a batch": _log(run.batch, 0, 4),
        "epochs": _log(len(run.loss), 0, 4),
        "first loss": _log(run.first_loss / LN_10, -2, 4),
    }


def _curves(run):
    E = len(run.loss)
    found = {"rough loss": _roughness(run.batch_loss)}
    found["rough validation"] = _roughness(run.loss[:, 1])
    for name, curve in zip(("training", "validation"), run.loss.T, strict=True):
        for place, i in (("first", 0), ("early", E // 8), ("middle", E // 2), ("last", E - 1)):
            found[f"{name} loss, {place}"] = _log(curve[i], -2.5, 3)
        found[f"{name} loss, no number"] = np.mean(~np.isfinite(curve))
        found[f"{name} loss, turned"] = _log(curve[-1] / np.nanmin([*curve, 1e300]), 0, 2)
    for name, curve in zip(("training", "validation"), run.accuracy.T, strict=True):
        found |= {f"{name} accuracy, first": curve[0], f"{name} accuracy, last": curve[-1]}
    gap = run.loss[-1, 1] - run.loss[-1, 0]
    found["gap"] = np.clip(gap if np.isfinite(gap) else MISSING, -2, 2)
    found["accuracy gap"] = run.accuracy[-1, 0] - run.accuracy[-1, 1]
    found["accuracy, validation to test"] = run.accuracy[-1, 1] - _right(run)
    return found


def _layers(run):
    found = {}
    for l, lengths in enumerate(run.gradient.T, start=1):
        found[f"gradient {l}, first"] = _log(lengths[0], -6, 3)
        found[f"gradient {l}, last"] = _log(lengths[-1], -6, 3)
    arrays = [f"{kind}{l}" for l in (1, 2, 3) for kind in "Wb"]
    for array, steps, kept in zip(arrays, run.step.T, run.kept, strict=True):
        found[f"step {array}, first"] = _log(steps[0], -6, 1)
        found[f"step {array}, last"] = _log(steps[-1], -6, 1)
        found[f"promise {array}"] = np.clip(kept, -2, 2) if np.isfinite(kept) else MISSING
    return found


def _units(run):
    found = {}
    top = {"relu": np.inf, "tanh": 1.0, "logistic": 1.0}[run.activation]
    low = {"relu": -np.inf, "tanh": -1.0, "logistic": 0.0}[run.activation]
    for when, outputs in zip(("before", "after"), run.hidden, strict=True):
        for l, A in enumerate(outputs, start=1):
            still = np.ptp(A, axis=0) < 1e-9
            found[f"silent units {l}, {when}"] = np.mean(still)
            found[f"ends {l}, {when}"] = np.mean((A > top - 0.05) | (A < low + 0.05))
            found[f"alike units {l}, {when}"] = 1 - len(np.unique(A.T.round(6), axis=0)) / len(A.T)
            found[f"size {l}, {when}"] = _log(np.std(A), -4, 3)
        found[f"units, {when}"] = _log(len(outputs[-1].T), 0, 3)
    for when, W in zip(("before", "after"), run.weights, strict=True):
        found[f"weights, {when}"] = _log(np.sqrt(np.mean(W**2)), -4, 3)
    rows = np.sqrt(np.mean(run.weights[1] ** 2, axis=1))
    found["one input above the others"] = _log(np.max(rows) / (np.median(rows) + 1e-12), 0, 1)
    return found


def _answers(run):
    counts = run.confusion
    shifted = [np.trace(np.roll(counts, k, axis=1)) / counts.sum() for k in range(1, 10)]
    shares = counts.sum(axis=0) / counts.sum()
    return {
        "test accuracy": _right(run),
        "off by the same": max(shifted),
        "most frequent answer": shares.max(),
        "answers given": np.mean(shares > 0.02),
    }


def _right(run):
    return np.trace(run.confusion) / run.confusion.sum()


def _roughness(curve):
    """How far it jumps from point to point, in powers of ten."""
    logs = np.log10(np.clip(np.nan_to_num(curve, nan=1e3, posinf=1e3), 1e-3, 1e3))
    return np.mean(np.abs(np.diff(logs))) if len(logs) > 1 else 0.0


def _log(value, low, high):
    """log10 of value, cut to low..high; of what is no number, the top."""
    value = float(np.nan_to_num(value, nan=np.inf))
    return float(np.clip(np.log10(max(value, 1e-300)), low, high))
