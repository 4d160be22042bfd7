"""What stands in an argument's place, and what was done to a right result: proved, then said."""

import numpy as np
import pytest

from mlp_lesson.checks import all_tasks, examine
from mlp_lesson.checks.engine.afterwards import AFTERWARDS
from mlp_lesson.checks.engine.diagnose import NOT_IN_ALL
from mlp_lesson.checks.engine.misread import misread
from mlp_lesson.checks.engine.signatures import Pair
from mlp_lesson.checks.engine.task import Case
from mlp_lesson.checks.engine.trial import attempt

TASKS = all_tasks()


def answer(task, change):
    """The reference, called with other arguments."""
    return lambda *args: TASKS[task].reference(*change(*args))


@pytest.mark.parametrize(
    "task, change, said",
    [
        ("fold_scaling", lambda w, b, m, s: (w, b, s, m), "`mean` and `std` are exchanged"),
        ("merge_twins", lambda W1, b1, W2, i, j: (W1, b1, W2, j, i), "`i` and `j` are exchanged"),
        ("top_k_accuracy", lambda y, Z, k: (y, Z, 5), "`k` is not used: your results are those"),
        ("veto_neuron", lambda d, least, veto: (d, 2, veto), "`least` = 2, whatever it is"),
        ("swish_prime", lambda z, beta: (z, beta**2), "The square of `beta` stands where"),
        ("log_sigmoid", lambda z: (2 * z,), "Twice `z` stands where `z` is meant"),
        ("top_k_accuracy", lambda y, Z, k: (y, np.maximum(Z, 0), k), "above 0 in `Z`"),
        ("smoothed_cross_entropy", lambda Z, y, eps: (Z[:1], y[:1], eps), "the first row alone"),
        ("smoothed_cross_entropy", lambda Z, y, eps: (Z[-1:], y[-1:], eps), "the last row alone"),
    ],
)
def test_what_stands_in_an_argument_s_place_is_named(task, change, said):
    [hint] = examine(task, answer(task, change)).hints
    assert said in hint


def test_it_is_said_of_no_answer_that_differs_in_a_single_case():
    def nearly(y_true, Z, k):
        share = TASKS["top_k_accuracy"].reference(y_true, Z, 5)
        return share + (len(Z) == 7) / 9

    assert "is not used" not in str(examine("top_k_accuracy", nearly))


def test_nothing_is_said_where_several_changes_of_an_argument_would_give_the_same():
    never_b = answer("which_is_truth", lambda a, b, counts: (a, b + 1, counts))
    assert misread(attempt(TASKS["which_is_truth"], never_b)) == []


def test_where_a_promise_is_broken_no_other_function_of_an_argument_is_named():
    def turned_round(vertices):
        return TASKS["polygon_network"].reference(vertices[::-1])

    [hint] = examine("polygon_network", turned_round).hints
    assert "turned outwards" in hint and "`vertices` from its end" not in hint


RIGHT = [np.array([[1.0, -4.0, 3.5], [0.5, 2.0, -3.0], [9.0, 7.0, -2.5]]),
         np.array([[8.0, 0.25, 5.5], [6.0, -9.0, 4.0], [-7.0, 1.5, 2.5]])]  # fmt: skip


@pytest.mark.parametrize(
    "done, said",
    [
        (np.sum, "the sum of all those"),
        (np.mean, "the mean of all those"),
        (np.max, "the largest of all those"),
        (np.min, "the smallest of all those"),
        (np.linalg.norm, "the length of all those"),
        (lambda a: a[:-1], "the last entry (or row) is missing"),
        (lambda a: a[1:], "the first entry (or row) is missing"),
        (lambda a: np.concatenate([a[:1], a]), "too many, the first one"),
        (lambda a: np.concatenate([a, a[-1:]]), "too many, the last one"),
        (lambda a: np.clip(a, -2.9, 5.8), "above 5.8 or below -2.9"),
        (lambda a: np.maximum(a, 0), "below 0: it is cut off"),
        (lambda a: a / np.abs(a).max(), "The result is divided by its own largest size"),
        (lambda a: a / a.sum(), "The result is divided by its own sum"),
        (lambda a: a / np.linalg.norm(a), "The result is divided by its own length"),
        (lambda a: a / a.max(), "The result is divided by its own largest value"),
        (lambda a: a / a.sum(axis=1, keepdims=True), "Each row (or table) of the result"),
        (lambda a: np.sort(a), "sorted by their size"),
        (np.exp, "e to the power of the right values"),
        (lambda a: 1 / (1 + np.exp(-a)), "the sigmoid of the right values"),
        (np.tanh, "tanh of the right values"),
        (lambda a: 1 / a, "1 divided by each of the right values"),
        (lambda a: np.vstack([a[:-1] + 1, a[-1:]]), "Only the last entry (or row) is right"),
        (lambda a: np.vstack([a[:1], a[1:] + 1]), "Only the first entry (or row) is right"),
    ],
)
def test_what_was_done_to_a_right_result_is_named(done, said):
    pairs = [Pair((), right, np.asarray(done(right))) for right in RIGHT]
    with np.errstate(all="ignore"):
        hints = [hint for signature in AFTERWARDS if (hint := signature(pairs))]
    assert len(hints) == 1 and said in hints[0]


def test_of_values_that_are_right_but_for_rounding_nothing_was_done():
    pairs = [Pair((), right / right.max(), right / right.max() * (1 + 1e-8)) for right in RIGHT]
    with np.errstate(all="ignore"):
        assert not any(signature(pairs) for signature in AFTERWARDS)


@pytest.mark.parametrize("f, said", [(np.log, "is the log"), (lambda a: -np.log(a), "is minus")])
def test_a_logarithm_of_the_right_values_is_named(f, said):
    pairs = [Pair((), np.exp(right), f(np.exp(right))) for right in RIGHT]
    hints = [hint for signature in AFTERWARDS if (hint := signature(pairs))]
    assert len(hints) == 1 and said in hints[0]


@pytest.mark.parametrize(
    "pairs",
    [
        [([2.0], 2.0)],  # a sum of one entry
        [([1.0, 2.0, 9.0], [1.0, 2.0, 5.0])],  # one entry at a limit
        [([1.0, 2.0], [1.0, 2.0]), ([0, 1.1, 1.2, 1.3, 3, 4, 5], [1, 1.1, 1.2, 1.3, 2, 2, 2])],
        [([np.inf, 1.0, 2.0], [np.nan, 0.0, 0.0])],
        [(1.0, np.e)],
        [([1.0, 2.0], [1.0, 5.0])],  # one of two rows
    ],
)
def test_of_too_little_that_is_wrong_nothing_is_said(pairs):
    pairs = [Pair((), np.asarray(right), np.asarray(got)) for right, got in pairs]
    with np.errstate(all="ignore"):
        assert not any(signature(pairs) for signature in AFTERWARDS)


def tried(task, change, cases=None):
    """The Trial of the reference called with other arguments."""
    return attempt(task, lambda *args: task.reference(*change(*args)), cases=cases)


def test_an_argument_is_called_unused_where_two_values_are_wrong_by_it():
    task, Z = TASKS["top_k_accuracy"], np.array([[3.0, 2.0, 1.0], [1.0, 2.0, 3.0]])

    def said(always, *ks, task=task):
        cases = [Case((np.array([1, 0]), Z, k)) for k in ks]
        return str(misread(tried(task, lambda y, Z, k: (y, Z, always), cases)))

    assert "`k` is not used: your results are those for `k` = 2" in said(2, 1, 1, 2)
    assert "is not used" not in said(2, 1, 2, 2)
    assert "is not used" not in said(2000, 1, 1, 2000)  # a limit is no value of its own
    assert said(2, 1, 1, 2, task=task._replace(unique=False)) == "[]"


def test_each_array_of_a_list_is_changed_in_the_same_way():
    [hint] = misread(tried(TASKS["prune"], lambda Ws, keep: ([2 * W for W in Ws], keep)))
    assert "Twice `Ws` stands where" in hint.text


def test_a_weight_matrix_keeps_its_rows_where_samples_are_left_out():
    task = TASKS["layer_backward"]
    cases = [Case((np.ones((n, 2)), np.arange(3.0 * n).reshape(n, 3), np.ones((3, 2))))
             for n in (4, 5)]  # fmt: skip
    [hint] = misread(tried(task, lambda delta, A, W: (delta[:1], A[:1], W), cases))
    assert "the first row alone" in hint.text


def test_of_a_few_cases_that_are_left_over_nothing_is_guessed():
    task = TASKS["prune"]

    def removes_keep(Ws, keep):
        sizes = np.sort(np.concatenate([np.abs(W).ravel() for W in Ws]))
        limit = sizes[keep] if keep < len(sizes) else np.inf
        return [np.where(np.abs(W) >= limit, W, 0) for W in Ws]

    [hint] = examine("prune", removes_keep).hints
    assert hint == task.named()["keep-removed"] + NOT_IN_ALL


def test_a_large_case_for_which_memory_is_too_small_does_not_fail():
    def lists_all_inputs(d, least, veto):
        if d > 20:
            raise MemoryError
        return TASKS["veto_neuron"].reference(d, least, veto)

    assert examine("veto_neuron", lists_all_inputs).passed
    assert not examine("veto_neuron", lambda d, least, veto: [][d]).passed
