"""Answers to adam_step: the form is told in answer_files.py."""

import numpy as np

from mlp_lesson.checks.tasks.ex06.adam_step import adam_step
from mlp_lesson.optimizers import adam


def slow_adam(w, grad, m, v, t, lr, beta1, beta2, eps):
    results = np.zeros((3, *w.shape))
    for i in np.ndindex(w.shape):
        entries = (np.array([a[i]]) for a in (w, grad, m, v))
        for part, value in zip(results, adam_step(*entries, t, lr, beta1, beta2, eps), strict=True):
            part[i] = value[0]
    return tuple(results)


def adam_by_rows(w, grad, m, v, t, *settings):
    rows = [adam_step(*row, t, *settings) for row in zip(w, grad, m, v, strict=True)]
    return tuple(np.array(part) for part in zip(*rows, strict=True))


def adam_by_differences(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (np.square(grad) - v)
    corrections = 1 - np.power([beta1, beta2], float(t))
    step = (m / corrections[0]) / (np.power(v / corrections[1], 0.5) + eps)
    return [np.subtract(w, lr * step), m, v]


def adam_through_the_package(w, grad, m, v, t, lr, beta1, beta2, eps):
    w, state = np.array(w, float), {"m": np.array(m, float), "v": np.array(v, float), "t": t - 1}
    later = eps * np.sqrt(1 - beta2**t)  # the package adds eps before the correction
    adam(w, grad, state, lr, beta1=beta1, beta2=beta2, eps=later)
    return w, state["m"], state["v"]


RIGHT = [adam_by_rows, adam_by_differences, adam_through_the_package]
SLOW = [slow_adam]

# ---- held out: above each function what its author was thinking


# No correction.
def ad_no_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (np.sqrt(v) + eps), m, v


# Corrects m only.
def ad_corrects_m_only(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


# Corrects v only.
def ad_corrects_v_only(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# Returns the corrected ones.
def ad_returns_corrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    v = (beta2 * v + (1 - beta2) * grad**2) / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


# eps inside the root.
def ad_eps_inside(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


# The root forgotten.
def ad_no_root(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


# The square forgotten.
def ad_no_square(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.abs(grad)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# beta1 and beta2 exchanged.
def ad_betas_exchanged(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta2 * m + (1 - beta2) * grad
    v = beta1 * v + (1 - beta1) * grad**2
    return w - lr * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


# t starts at 0, so t + 1.
def ad_t_plus_one(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1 ** (t + 1)), v / (1 - beta2 ** (t + 1))
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Without the power t.
def ad_no_power(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Times t.
def ad_times_t(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    with np.errstate(all="ignore"):
        m_hat, v_hat = m / (1 - beta1 * t), v / np.abs(1 - beta2 * t)
        return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# The weights of the averages exchanged.
def ad_weights_exchanged(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = (1 - beta1) * m + beta1 * grad
    v = (1 - beta2) * v + beta2 * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# A sum, not an average: (1 - beta) forgotten.
def ad_sum(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + grad
    v = beta2 * v + grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# Plus.
def ad_sign(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w + lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# The gradient instead of m: RMSProp.
def ad_rmsprop(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return w - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# In place.
def ad_in_place(w, grad, m, v, t, lr, beta1, beta2, eps):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    w -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v


# The square of the average.
def ad_square_of_m(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


# scikit-learn's order: eps beside the uncorrected root.
def ad_eps_uncorrected(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    lr_t = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - lr_t * m / (np.sqrt(v) + eps), m, v


# The correction multiplies.
def ad_multiplies_correction(w, grad, m, v, t, lr, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m * (1 - beta1**t), v * (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# Uses m and v from before.
def ad_old_averages(w, grad, m, v, t, lr, beta1, beta2, eps):
    m_new = beta1 * m + (1 - beta1) * grad
    v_new = beta2 * v + (1 - beta2) * grad**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m_new, v_new


CHANGES = ["changes", "changed", "in place", "in-place"]


HELD_OUT = [
        (ad_no_correction, "bias correction missing", ["correct"]),
    (ad_corrects_m_only, "v not corrected", ["correct", "1 - beta2"]),
    (ad_corrects_v_only, "m not corrected", ["correct", "1 - beta1"]),
    (ad_returns_corrected, "corrected averages returned", ["correct"]),
    (ad_eps_inside, "eps inside the root", ["eps"]),
    (ad_no_root, "root missing", ["root"]),
    (ad_no_square, "square missing", ["square"]),
    (ad_betas_exchanged, "betas exchanged", ["exchang", "swap", "mixed up"]),
    (ad_t_plus_one, "t + 1", ["t + 1", "t starts", "counts from", "one step", "t - 1",
                              "starts at"]),
    (ad_no_power, "power t missing", ["power", "every step", "beta1**t", "βᵗ",
                                      "** t", "**t", "without t",
                                      "t is"]),
    (ad_times_t, "times t for power t", ["power", "** t", "**t", "beta1 * t", "times t"]),
    (ad_weights_exchanged, "beta and 1 - beta exchanged", ["exchang", "swap", "1 - beta"]),
    (ad_sum, "1 - beta missing", ["1 - beta", "1 - β", "(1 -"]),
    (ad_sign, "sign", ["sign", "minus", "uphill", "subtract"]),
    (ad_rmsprop, "gradient for m", ["rmsprop", "grad+m ", "gradient itself", "the gradient",
                                    "not used", "first average"]),
    (ad_in_place, "changes w, m, v", CHANGES),
    (ad_square_of_m, "square of m", ["square of m", "m**2", "m²", "grad**2", "squared gradient",
                                     "square of the average"]),
    (ad_eps_uncorrected, "eps beside the uncorrected root", ["eps"]),
    (ad_multiplies_correction, "correction multiplied", ["multipl", "divid"]),
    (ad_old_averages, "old averages", ["old"]),
]
