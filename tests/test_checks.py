"""The checks: nothing a learner hands in harms, and what is said of it can be read.

That right answers pass and mistakes are named is tested task by task in test_tasks.py.
"""

import ctypes
import os
import random
import sys
import time
import warnings
from collections import Counter

import numpy as np
import psutil
import pytest

from mlp_lesson import checks, network
from mlp_lesson.activations import relu, relu_prime, sigmoid
from mlp_lesson.checks import all_tasks, check, checked, diagnose_gradients, examine
from mlp_lesson.checks.engine import run, trained
from mlp_lesson.checks.engine.compare import same
from mlp_lesson.checks.engine.diagnose import judge, report_on
from mlp_lesson.checks.engine.doctor import by_differences, course_forward, examine_network
from mlp_lesson.checks.engine.page import page as page_of
from mlp_lesson.checks.engine.plain import Odd, decode, encode, plain
from mlp_lesson.checks.engine.randomness import NOT_FROM_RNG
from mlp_lesson.checks.engine.report import Report
from mlp_lesson.checks.engine.signatures import Pair, constant_ratio
from mlp_lesson.checks.engine.trial import attempt
from mlp_lesson.checks.engine.words import what_it_means
from mlp_lesson.course import lessons
from mlp_lesson.losses import softmax_cross_entropy
from mlp_lesson.progress import Progress

TASKS = all_tasks()


def hidden_delta(delta, W, Z, f_prime):
    return delta @ W.T * f_prime(Z)


def unwritten(delta, W, Z, f_prime):
    raise NotImplementedError


# ---- whatever a learner can hand in ------------------------------------------------------------


class LyingEquality:
    def __eq__(self, other):
        return True

    def __array__(self, *args, **kwargs):
        return np.zeros((4, 2))

    def __len__(self):
        return 3

    def __iter__(self):
        return iter([0, 0, 0])


class LyingType:
    @property
    def __class__(self):
        return np.ndarray


class LyingArray(np.ndarray):
    def __eq__(self, other):
        return True

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    def __array_function__(self, *args, **kwargs):
        return True


class RaisesWhenShown(Exception):
    def __str__(self):
        raise RuntimeError("no")


def raises(error):
    def function(*args):
        raise error

    return function


def recurses(*args):
    return recurses(*args)


def yields(*args):
    yield 1


def prints(*args):
    print("a" * 100_000)
    sys.stderr.write("b" * 100_000)


def asks(*args):
    return input("the answer? ")


def changes_everything(*args):
    for a in args:
        if isinstance(a, np.ndarray):
            a[...] = 0
        if isinstance(a, list):
            a.clear()


def contains_itself(*args):
    endless = []
    endless.append(endless)
    return endless


def breaks_numpy(*args):
    np.allclose = np.array_equal = lambda *a, **k: True
    np.asarray = None
    return np.zeros(1)


def crashes(*args):
    ctypes.string_at(0)


HOSTILE = {
    "None": None,
    "a text": "def f(): ...",
    "a number": 3.0,
    "an array": np.zeros(3),
    "a class": dict,
    "a generator": (i for i in range(3)),
    "a lying object": LyingEquality(),
    "no argument": lambda: 1,
    "too many arguments": lambda a, b, c, d, e, f, g, h, i: 1,
    "a keyword argument": lambda *, x: 1,
    "a builtin": print,
    "returns None": lambda *args: None,
    "returns a text": lambda *args: "right",
    "returns a class": lambda *args: int,
    "returns itself": lambda *args: recurses,
    "returns a dictionary": lambda *args: {"dW": 1},
    "returns objects": lambda *args: np.array([object()] * 3),
    "returns texts": lambda *args: np.array(["1.0"]),
    "returns complex numbers": lambda *args: np.array([1j]),
    "returns an enormous integer": lambda *args: 10**100_000,
    "returns 10 GB lazily": lambda *args: np.broadcast_to(0.0, (50_000, 50_000)),
    "returns 80 GB": lambda *args: np.ones((100_000, 100_000)),
    "returns a long list": lambda *args: [0] * 10_000_000,
    "returns a list in itself": contains_itself,
    "returns a lying object": lambda *args: LyingEquality(),
    "returns lying objects": lambda *args: (LyingEquality(), LyingType(), LyingEquality()),
    "returns a lying type": lambda *args: LyingType(),
    "returns a lying array": lambda *args: np.zeros((4, 2)).view(LyingArray),
    "returns masked values": lambda *args: np.ma.masked_all((4, 2)),
    "raises": raises(ValueError("a message " * 1000)),
    "raises unshowable": raises(RaisesWhenShown()),
    "raises SystemExit": raises(SystemExit(0)),
    "raises KeyboardInterrupt": raises(KeyboardInterrupt()),
    "raises GeneratorExit": raises(GeneratorExit()),
    "raises StopIteration": raises(StopIteration()),
    "raises a group": raises(ExceptionGroup("several", [ValueError(), TypeError()])),
    "recurses": recurses,
    "yields": yields,
    "prints": prints,
    "asks": asks,
    "changes everything": changes_everything,
    "breaks NumPy": breaks_numpy,
    "exits the process": lambda *args: os._exit(0),
    "crashes": crashes,
    "closes all files": lambda *args: os.closerange(0, 256),
}
needs_fork = {"breaks NumPy", "exits the process", "crashes", "closes all files", "returns 80 GB"}


KINDS = [  # one number, a table, several results, lists of arrays, random ones, a training
    "huber", "output_delta", "layer_backward", "backward", "init_layer", "fit_moons",
]  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_handed_in_raises_or_passes(name, what, capsys):
    if not run.FORKS and what in needs_fork:
        pytest.skip("without fork a crash is not caught")
    task = TASKS[name]._replace(seconds=3.0)
    report = judge(task, HOSTILE[what])
    assert not report.passed and report.points == 0 and report.hints
    assert "Traceback" not in str(report) and "mlp_lesson" not in str(report)
    assert capsys.readouterr() == ("", "")
    assert np.allclose([1.0], [1.0]) and not np.allclose([1.0], [2.0])


@pytest.mark.parametrize("how", ["sleeps", "loops", "loops and catches", "forks"])
def test_a_call_that_does_not_end_is_ended(how):
    def endless(*args):
        if how == "sleeps":
            time.sleep(1000)
        if how == "forks" and os.fork() == 0:
            time.sleep(1000)
        while True:
            try:
                pass
            except BaseException:
                if how != "loops and catches":
                    raise

    start = time.perf_counter()
    report = judge(TASKS["layer_backward"]._replace(seconds=0.3), endless)
    assert time.perf_counter() - start < 3
    assert "No answer within 0.3 s" in report.hints[0]
    assert report.rows[0][1] == "no answer in 0.3 s" and report.rows[1][1] == "not run"


def test_a_check_leaves_no_process_and_no_file_open():
    def held():
        return psutil.Process().children(), len(os.listdir("/proc/self/fd"))

    if not os.path.exists("/proc/self/fd"):
        pytest.skip("needs /proc")
    examine("output_delta", lambda Z, Y: Z)
    before = held()
    examine("output_delta", lambda Z, Y: os._exit(3))
    examine("output_delta", lambda Z, Y: Z)
    assert held() == before


def test_what_an_answer_does_to_the_notebook_stays_in_the_child():
    calls = []

    def counts(Z, Y):
        calls.append(1)
        return Z

    if run.FORKS:
        examine("output_delta", counts)
        assert calls == []


# ---- what a learner reads -----------------------------------------------------------------------


def test_an_unknown_name_names_the_nearest():
    report = examine("layer_backwrd", lambda *args: None)
    assert report.verdict == "unknown" and "layer_backward" in str(report)


@pytest.mark.parametrize("name", [None, 3, [], np.zeros(2), LyingEquality(), dict])
def test_a_name_that_is_no_text_is_told_so(name):
    assert "task comes first" in str(examine(name, lambda *args: None))


def test_a_call_in_place_of_a_function_is_told_so():
    assert "without calling it" in str(examine("hidden_delta", np.zeros((3, 2))))


def test_a_learners_exception_is_shown_short_with_the_line_and_the_case():
    def stumbles(delta, A_prev, W):
        nothing = None
        return nothing.T @ delta

    text = str(examine("layer_backward", stumbles))
    assert "AttributeError: 'NoneType' object has no attribute 'T'" in text
    assert "return nothing.T @ delta" in text and "4 rows, 3 to 2 units" in text
    assert "test_checks.py" not in text


def test_an_exception_between_two_lines_is_shown_without_one():
    def stumbles(delta, A_prev, W):
        return 1 / 0

    stumbles.__code__ = stumbles.__code__.replace(co_linetable=b"")
    assert "ZeroDivisionError: division by zero" in str(examine("layer_backward", stumbles))


def test_a_wrong_signature_is_explained_by_the_arguments():
    text = str(examine("layer_backward", lambda delta: delta))
    assert "(delta, A_prev, W), by position" in text and "2 were given" not in text


def test_an_exception_in_one_case_only_names_that_case():
    def stumbles_on_one_row(delta, A_prev, W):
        if len(delta) == 1:
            raise ValueError("one row?")
        return A_prev.T @ delta, delta.sum(axis=0), delta @ W.T

    report = examine("layer_backward", stumbles_on_one_row)
    assert "ValueError: one row?" in str(report) and "a batch of one row" in report.hints[0]


def test_parts_are_judged_apart_and_two_mistakes_get_two_hints():
    def two_mistakes(delta, A_prev, W):
        return -A_prev.T @ delta, delta.mean(axis=0), delta @ W.T

    report = examine("layer_backward", two_mistakes)
    assert len(report.hints) == 2
    assert "dW: The sign is wrong" in report.hints[0] or "All signs" in report.hints[0]
    assert "averaged over the batch" in report.hints[1]
    assert list(report.rows[0]) == ["4 rows, 3 to 2 units", "wrong", "wrong", "right"]


def test_wrong_values_without_a_pattern_show_the_smallest_case_but_not_the_answer():
    def nonsense(delta, W, Z, f_prime):
        return np.cos(delta @ W.T + 7 * Z**2)

    text = str(examine("hidden_delta", nonsense))
    assert "smallest case that fails" in text and "delta_next = " in text
    assert "your function returned [[" in text and "0 of " in text and "which of your lines" in text
    right = TASKS["hidden_delta"].reference(*TASKS["hidden_delta"].fixed_cases()[2].args)
    assert not any(f"{abs(v):.4f}"[:6] in text for v in right.ravel())


def test_a_broken_promise_does_not_hide_that_other_cases_are_wrong_too():
    def clipped(z, y):
        p = np.clip(1 / (1 + np.exp(-np.clip(z, -500, 500))), 1e-9, 1 - 1e-9)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    one_cause = examine("binary_cross_entropy", clipped)
    two = examine("binary_cross_entropy", lambda z, y: 1.5 * clipped(z, y) + 0.1)
    assert "never grows beyond" in one_cause.hints[0] and len(one_cause.hints) == 1
    assert "never grows beyond" in two.hints[0]
    assert two.hints[1].startswith("Perhaps that explains this case, too")
    assert "your function returned" in two.hints[1] and "%" not in two.hints[1]


def test_a_mistake_of_nearly_all_cases_is_not_called_right_elsewhere():
    def minus_z(z, alpha):
        return np.where(z > 0, 1, alpha * np.exp(-z))  # it overflows in the case beyond 700

    text = " ".join(examine("elu_prime", minus_z).hints)
    assert "sign in the exponent is wrong" in text and "All is right" not in text


def test_a_mistake_is_not_seen_in_a_part_from_cases_in_which_that_part_is_right():
    def half_for_nothing(cm):
        hits, columns, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
        p = np.where(columns > 0, hits / np.maximum(columns, 1), 0.5)
        r = np.where(rows > 0, hits / np.maximum(rows, 1), 0.5)
        return p, r, np.where(columns + rows > 0, 2 * hits / np.maximum(columns + rows, 1), 0.5)

    assert "nan" not in str(examine("precision_recall_f1", half_for_nothing))


def test_a_list_of_another_length_is_shown_with_its_case():
    def longer(n, eta):
        return [*TASKS["successive_halving"].reference(n, eta), (7, 7), (8, 8)]

    [hint] = judge(TASKS["successive_halving"]._replace(invariants=()), longer).hints
    assert "The case: a power of 3" in hint and "returned [(27, 1), (9, 3)" in hint


def without(task, *ids):
    """The task without these mistakes; without any id, with none at all."""
    known = TASKS[task].mistakes if ids else ()
    return TASKS[task]._replace(mistakes=[m for m in known if m.id not in ids])


def test_where_another_case_is_wholly_right_no_loop_is_blamed_for_ending_early():
    def relative_step(f, x, h):
        x, slopes = np.array(x, dtype=float), np.zeros(np.shape(x))
        for i in np.ndindex(x.shape):
            above, below = x.copy(), x.copy()
            step = h * max(1, abs(x[i]))
            above[i], below[i] = x[i] + step, x[i] - step
            slopes[i] = (f(above) - f(below)) / (2 * step)
        return slopes

    assert "first time" not in str(judge(without("numerical_gradient"), relative_step))


def test_that_a_mistake_leaves_a_case_right_which_it_should_spoil_is_said():
    def mask(delta, W, Z, f_prime):
        return (delta @ W.T) * (f_prime(Z) > 0)

    [hint] = judge(without("hidden_delta", "slope-as-mask"), mask).hints
    assert "f' is forgotten" in hint and hint.endswith("square W: what is different there?")


def test_entries_that_are_all_wrong_are_not_asked_what_the_wrong_ones_have_in_common():
    def of_distances(w, grad, m, v, t, lr, beta1, beta2, eps):
        m = beta1 * m + (1 - beta1) * grad
        v = beta2 * v + (1 - beta2) * (grad - m) ** 2
        return w - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v

    text = str(judge(without("adam_step"), of_distances))
    assert "0 of 3 entries are right" in text and "in common" not in text


def test_whole_numbers_that_came_back_are_shown_as_such():
    def by_margin(P, y, k):
        return np.argsort(P[np.arange(len(y)), y] - P.max(axis=1), kind="stable")[:k]

    assert "returned [0, 1]: 0 of 2" in str(judge(without("find_mislabelled"), by_margin))


def test_one_wrong_entry_in_one_case_is_not_blamed_on_a_loop():
    def one_sided(X, sizes, rng):
        Ws, spreads, saturated = TASKS["start_network"].reference(X, sizes, rng)
        return Ws, spreads, saturated - (len(X) == 30) * np.array([0.25, *[0] * (len(sizes) - 2)])

    assert "loop" not in " ".join(judge(TASKS["start_network"], one_sided).hints)


def test_that_the_first_loss_of_a_wrong_training_is_right_is_no_hint():
    def other_steps(X, y, lr, epochs):
        return TASKS["fit_logistic"].reference(X, y, lr * 0.77, epochs)

    assert "after the first time" not in str(judge(TASKS["fit_logistic"], other_steps))


@pytest.mark.parametrize("one", [True, "1", None])
def test_a_decision_that_is_no_number_is_not_said_to_change_an_argument(one):
    report = examine("find_leak", lambda: (one, 3, 2, 0, 4))
    assert not report.passed and "changes its input" not in str(report)


def test_a_decision_may_be_a_number_of_numpy():
    assert examine("find_leak", lambda: tuple(np.array([1, 3, 2, 0, 4]))).passed


def test_a_shape_that_does_not_hold_the_entries_is_told_in_plain_words():
    def four_columns(y, n_classes):
        return np.eye(n_classes)[y].reshape(len(y), 4)

    text = " ".join(examine("one_hot", four_columns).hints)
    assert "entries cannot be laid out in the shape" in text and "may be -1" in text


def test_one_value_among_errors_is_no_pattern():
    def asks_once(y_hat, y, threshold):
        if abs(y_hat - y) <= threshold:
            return 0.0
        return threshold

    hints = examine("huber", asks_once).hints
    assert "no single truth value" in hints[0] and "`np.where`" in hints[0], hints


def test_an_answer_that_varies_is_not_called_the_same_whatever_the_arguments():
    def counts_to_the_end(lipschitz, epsilon):
        return 1 if lipschitz / 2 <= epsilon else 1000

    text = " ".join(examine("bumps_needed", counts_to_the_end).hints)
    assert "whatever the arguments" not in text and "times the right one" not in text
    same_everywhere = str(examine("bumps_needed", lambda lipschitz, epsilon: 1000))
    assert "whatever the arguments" in same_everywhere


def test_every_value_is_said_only_of_the_cases_that_are_wrong():
    def wrong_for_integers(lipschitz, epsilon):
        return TASKS["bumps_needed"].reference(lipschitz, epsilon) + (lipschitz == 5)

    [hint] = examine("bumps_needed", wrong_for_integers).hints
    assert "it fails only for integers. There: Every value is one too large" in hint


def test_an_average_that_is_wrong_is_not_explained_by_a_second_factor():
    def divided_twice(Y_hat, Y):
        return np.sum((Y_hat - Y) ** 2) / len(Y) ** 2

    task = TASKS["squared_error"]
    unknown = [m for m in task.mistakes if "*square* of the number" not in m.hint]
    text = str(judge(task._replace(mistakes=unknown), divided_twice))
    assert len(unknown) < len(task.mistakes)
    assert "rows only" not in text and "times too small" not in text, text


def test_an_argument_that_is_changed_is_said_before_what_came_of_it():
    def centres(X, y, rng):
        X -= X.mean(axis=0)
        return TASKS["fit_moons"].reference(X, y, rng)

    assert "belongs to the caller" in examine("fit_moons", centres).hints[0]


def test_a_global_generator_that_is_seeded_anew_each_time_is_seen():
    def weights_from_the_global_generator(X, y, rng):
        random.seed(1)
        return TASKS["fit_moons"].reference(X, y, rng) if random.random() else None

    def weights_from_numpys_global_generator(X, y, rng):
        np.random.seed(1)
        return TASKS["fit_moons"].reference(X, y, rng) if np.random.random() else None

    for answer in weights_from_the_global_generator, weights_from_numpys_global_generator:
        assert examine("fit_moons", answer).hints == [NOT_FROM_RNG]


def test_compiled_code_does_not_hide_the_learners_line():
    def four_arguments(n_in, n_out, rng):
        return rng.normal(0, 0.1, n_in, n_out), np.zeros(n_out)

    text = str(examine("init_layer", four_arguments))
    assert "`return rng.normal(0, 0.1, n_in, n_out), np.zeros(n_out)`" in text
    assert "A shape is one argument" in text


def test_the_note_of_the_only_failing_cases_is_named():
    def wrong_for_integers(Z, Y):
        right = TASKS["output_delta"].reference(Z, Y)
        return right + 0.1 * np.arange(right.size).reshape(right.shape) * (Z.dtype.kind == "i")

    assert "fails only for integers" in str(examine("output_delta", wrong_for_integers))


def test_random_answers_are_told_to_be_random():
    def guesses(Z, Y):
        return np.random.default_rng().normal(size=Z.shape)

    assert "Two calls with the same arguments" in str(examine("output_delta", guesses))


def test_a_changed_argument_is_named():
    def scribbles(delta, A_prev, W):
        result = A_prev.T @ delta, delta.sum(axis=0), delta @ W.T
        A_prev *= 2
        return result

    report = examine("layer_backward", scribbles)
    assert "`A_prev`" in report.hints[0]
    assert report.rows[0][1] == "right, but changes its input"


def _taking(task, function, seconds, kind="value"):
    """What is said of an answer that took so long in the large case; nothing is measured."""
    trial = attempt(task, function)
    large = [i for i, case in enumerate(trial.cases) if case.speed]
    for i in large:
        trial.outcomes[i] = trial.outcomes[i]._replace(seconds=seconds, kind=kind)
    assert large
    return report_on(trial)


def test_a_right_but_slow_answer_has_all_points_and_is_told_how_to_be_faster():
    task = TASKS["output_delta"]
    report = _taking(task, task.reference, 1.5)
    assert report.passed and report.points == task.points
    assert "slow in the large case (2000 rows, 40 classes): 1.5 s" in report.hints[0]
    assert task.faster in report.hints[0]
    assert _taking(task, task.reference, 0.1).hints == []


def test_an_answer_that_is_right_and_never_comes_to_the_end_of_the_large_case_is_right():
    task = TASKS["output_delta"]
    report = _taking(task, task.reference, 10.0, "timeout")
    assert report.passed and "no answer within 10 s" in report.hints[0]


def test_nothing_is_said_of_time_where_the_values_are_wrong():
    task = TASKS["output_delta"]
    quick, slow = (_taking(task, lambda Z, Y: np.cos(Z) - Y, seconds) for seconds in (0, 9))
    assert quick == slow and not slow.passed


@pytest.mark.parametrize("sleeping, ended", [("S", True), ("R", False)])
def test_a_call_that_a_busy_machine_does_not_let_compute_has_more_time(
    sleeping, ended, monkeypatch
):
    monkeypatch.setattr(run, "_computed", lambda child: (0.1, sleeping))
    deadline = run._Deadline(1.0, 0)
    deadline.start -= 1.5
    assert (deadline.left() == 0) is ended
    deadline.start -= 100
    assert deadline.left() == 0


def test_a_slow_case_before_one_without_an_answer_is_no_endless_loop():
    trial = attempt(TASKS["output_delta"], TASKS["output_delta"].reference)
    trial.outcomes[1] = run.Outcome("timeout", seconds=3.0)
    assert "does a loop never end?" in report_on(trial).hints[0]
    trial.outcomes[0] = trial.outcomes[0]._replace(seconds=2.1)
    assert "slow rather than endless, since another case took 2.1 s" in report_on(trial).hints[0]


def test_enormous_values_are_compared_without_a_warning():
    pairs = [Pair((), np.full(3, 1e300), np.full(3, 2e300))] * 2
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "2 times too large" in constant_ratio(pairs)


def test_values_that_are_nearly_right_are_not_called_n_times_too_large_for_one_row():
    right = np.array([3.0, 4.0])
    pairs = [Pair((np.ones(1),), right, right * (1 - 2e-6))] * 2
    assert constant_ratio(pairs) is None


@pytest.mark.parametrize("right, said", [([2.0], False), ([2.0, 4.0], True), ([2.5], True)])
def test_a_factor_is_read_from_more_than_a_single_whole_number(right, said):
    pairs = [Pair((), np.array(value), np.array(value / 2)) for value in right]
    assert ("half of what" in str(constant_ratio(pairs))) is said


def test_a_mistake_that_is_made_in_most_cases_is_not_said_to_be_made_in_all():
    def one_fewer(Ws, keep):
        fewer = keep - (Ws[0].dtype.kind == "f")
        return TASKS["prune"].reference(Ws, fewer) if fewer else [0 * W for W in Ws]

    said = str(examine("prune", one_fewer))
    assert "One weight too few" in said and "But it is right for integers" in said


@pytest.mark.parametrize(
    "message, said",
    [
        ("index -13 is out of bounds for axis 0 with size 12", "counts from the end"),
        ("index 12 is out of bounds for axis 0 with size 12", "beyond the end"),
        ("list index out of range", "the last n - 1"),
    ],
)
def test_an_index_is_said_to_lie_where_it_does(message, said):
    assert said in what_it_means("IndexError", message)


def test_a_report_in_a_notebook_escapes_what_a_learner_wrote():
    report = examine("output_delta", raises(ValueError("<script>alert(1)</script>")))
    page = report._repr_mimebundle_()["text/html"]
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_check_prints_one_line_for_a_right_answer_and_keeps_it(capsys, monkeypatch):
    kept = []
    monkeypatch.setattr(checks, "_record", kept.append)
    assert check("hidden_delta", hidden_delta) is None
    assert capsys.readouterr().out == "hidden_delta: right (2 of 2 points)\n"
    assert kept[0].passed


def test_who_is_right_goes_on_with_an_own_function_who_is_not_with_the_courses(capsys, monkeypatch):
    kept = []
    monkeypatch.setattr(checks, "_record", kept.append)
    assert checked("hidden_delta", hidden_delta) is hidden_delta
    assert capsys.readouterr().out == "hidden_delta: right (2 of 2 points)\n"
    for wrong in lambda *args: None, unwritten:
        course = checked("hidden_delta", wrong)
        assert course is TASKS["hidden_delta"].reference
        assert "Going on with the course's version." in capsys.readouterr().out
    assert [report.passed for report in kept] == [True, False]


@pytest.mark.parametrize("how", [check, checked])
def test_the_courses_version_handed_in_earns_nothing(how, capsys, monkeypatch):
    kept = []
    monkeypatch.setattr(checks, "_record", kept.append)
    course = TASKS["hidden_delta"].reference
    assert how("hidden_delta", course) in (None, course)
    said = capsys.readouterr().out
    assert "not answered yet (0 of 2 points)" in said and "run the cell with your function" in said
    assert "Going on" not in said and kept == []


def test_without_such_a_task_there_is_nothing_to_go_on_with():
    with pytest.raises(ValueError, match='Did you mean "hidden_delta"'):
        checked("hidden_delt", hidden_delta)


def test_a_failure_to_keep_the_progress_does_not_stop_the_lesson(monkeypatch, capsys):
    def broken(*args):
        raise OSError("disk full")

    monkeypatch.setattr(Progress, "record_check", broken)
    check("hidden_delta", hidden_delta)
    assert "right" in capsys.readouterr().out


def test_the_points_earned_are_kept_in_the_progress(monkeypatch):
    kept = []

    def keep(self, *args, mistakes, lesson):
        kept.append((lesson, *args, *mistakes))

    monkeypatch.setenv("JPY_SESSION_NAME", "my_copy_of_the_exercise.ipynb")
    monkeypatch.setattr(Progress, "record_check", keep)
    check("hidden_delta", hidden_delta)
    check("hidden_delta", lambda *args: None)
    check("hidden_delta", lambda delta, W, Z, f_prime: delta @ W.T)
    assert kept == [
        ("05", "hidden_delta", True, 2, 2),
        ("05", "hidden_delta", False, 0, 2),
        ("05", "hidden_delta", False, 0, 2, "slope-missing"),
    ]


def test_the_points_of_an_exercise_are_those_on_the_map():
    points = Counter()
    for name, task in TASKS.items():
        points[checks.exercise_of(name)] += task.points
    assert points == {
        lesson.exercise.number: lesson.points for lesson in lessons() if lesson.exercise
    }


def test_stress_in_a_hint_is_shown_as_such_and_a_product_is_left_alone():
    page = page_of(Report("a", "wrong", hints=["Each *row* of x * y, a *b, `c *d*`"]))
    assert "Each <em>row</em> of x * y, a *b, <code>c *d*</code>" in page


def test_results_in_another_order_are_told_so():
    def turned(*args):
        dW, db, dA = TASKS["layer_backward"].reference(*args)
        return dA, dW, db

    assert "dW, db and dA_prev are exchanged" in str(examine("layer_backward", turned))


def test_two_mistakes_at_once_are_both_named():
    def wrong(Ws, As, Zs, delta, f_prime):
        dWs, dbs = TASKS["backward"].reference(Ws, As, Zs, delta, f_prime)
        return dWs[::-1], [db / len(delta) for db in dbs[::-1]]

    report = examine("backward", wrong)
    assert report.found == ("bias-mean", "last-layer-first")
    assert "Perhaps two things" in report.hints[0]


def test_results_in_another_order_and_a_mistake_are_both_named():
    def wrong(w, grad, velocity, lr, momentum):
        velocity = momentum * velocity + lr * grad
        return velocity, w + velocity

    report = examine("momentum_step", wrong)
    assert "are exchanged" in report.hints[0] and report.found == ("uphill",)


def test_values_that_no_two_mistakes_give_are_not_blamed_on_two():
    def wrong(delta_next, W_next, Z, f_prime):
        return np.arange(Z.size).reshape(Z.shape) * 1.7

    assert examine("hidden_delta", wrong).found == ()


def test_shapes_that_do_not_fit_tell_the_same_of_dot_and_of_the_operator():
    by_dot = str(examine("hidden_delta", lambda d, W, Z, f_prime: np.dot(d, W) * f_prime(Z)))
    assert "W_next is not transposed" in by_dot


def test_an_argument_that_a_known_mistake_leaves_alone_is_said_to_be_changed():
    def wrong(z, slope):
        z[z <= 0] = slope * z[z <= 0]
        return z

    hints = examine("leaky_relu", wrong).hints
    assert "changes `z`" in hints[0] and "cut to integers" in hints[1]


def test_a_factor_is_not_named_where_the_values_are_right():
    def overflows(y_true, y_pred, n_classes):
        return TASKS["confusion_matrix"].reference(y_true, y_pred, n_classes).astype(np.uint8)

    text = str(examine("confusion_matrix", overflows))
    assert "fails only for 50,000 samples" in text and "divided" not in text


def test_a_function_used_as_a_number_is_told_so():
    text = str(examine("hidden_delta", lambda d, W, Z, f_prime: (d @ W.T) * f_prime))
    assert text.count("A function stands where its value is meant") == 1


@pytest.mark.parametrize(
    "task, spoiled, words",
    [
        ("accuracy", lambda right, y, _: round(float(right), 3), "rounded to 3 decimals"),
        ("accuracy", lambda right, y, _: right * len(y) / 5000, "divided by 5000 every time"),
        (
            "prepare",
            lambda right, images: 1.5 * right - 0.25,
            "1.5 times the right one, plus -0.25",
        ),
        ("prepare", lambda right, images: (right > 0.3) * 1.0, "only 0s and 1s"),
        ("prepare", lambda right, images: right.astype(np.float16), "nearly right"),
        ("confusion_matrix", lambda right, *_: right.astype(np.int8), "Large numbers overflow"),
        ("confusion_matrix", lambda right, *_: right.astype(np.uint8), "Large numbers overflow"),
    ],
)
def test_values_that_betray_their_cause_are_read(task, spoiled, words):
    report = judge(TASKS[task], lambda *args: spoiled(TASKS[task].reference(*args), *args))
    assert words in report.hints[0], str(report)


def test_no_exercise_check_imports_a_plot():
    loaded = "import sys, mlp_lesson.checks as c; c.all_tasks(); print('matplotlib' in sys.modules)"
    assert os.popen(f'{sys.executable} -c "{loaded}"').read().strip() == "False"


# ---- digits: why a network reads too few ---------------------------------------------------------


DIGITS = TASKS["fit_digits"]


def relu_network(lr, passes, hidden=30):
    """A sound answer to fit_digits, but for what it is given here."""

    def fit(X, y, rng):
        Y = np.eye(10)[y]
        params = network.init_params((784, hidden, 10), rng, network.he_normal)
        for _ in range(passes):
            order = rng.permutation(len(X))
            for start in range(0, len(X), 50):
                rows = order[start : start + 50]
                Z, cache = network.forward(params, X[rows], relu)
                delta = softmax_cross_entropy(Z, Y[rows])[1]
                grads = network.backward(params, cache, delta, relu_prime)
                for (W, b), (dW, db) in zip(params, grads, strict=True):
                    W -= lr * dW
                    b -= lr * db
        return lambda X_new: network.forward(params, X_new, relu)[0].argmax(axis=1)

    return fit


@pytest.mark.parametrize("lr, passes", [(0.003, 1), (0.02, 2), (0.1, 1), (0.1, 3), (0.3, 1)])
def test_a_sound_training_that_stops_short_is_accused_of_nothing_else(lr, passes):
    hints = judge(DIGITS, relu_network(lr, passes)).hints
    assert hints == [DIGITS.named()["too-short"]]


def test_a_network_just_above_the_goal_is_right_and_not_asked_for_causes(monkeypatch):
    def no_causes(training):
        raise AssertionError("asked")

    network_near = relu_network(0.2, 5, hidden=50)
    X, y, rng, X_new, y_new = DIGITS.fixed_cases()[0].args
    share = np.mean(network_near(X, y, rng)(X_new) == y_new)
    assert DIGITS.observe.wanted <= share < DIGITS.observe.wanted + 0.01
    task = DIGITS._replace(observe=DIGITS.observe._replace(causes=no_causes))
    assert judge(task, network_near).passed


@pytest.mark.parametrize(
    "lr, passes, id", [(0.003, 1, "begun"), (0.1, 3, "too-weak"), (1e-6, 1, "guessing")]
)
def test_without_time_for_experiments_the_hint_is_general(lr, passes, id, monkeypatch):
    monkeypatch.setattr(trained, "PROBING_SECONDS", 1e-6)
    assert judge(DIGITS, relu_network(lr, passes)).hints == [DIGITS.named()[id]]


def test_an_experiment_that_never_ends_is_not_called_a_slow_training(monkeypatch):
    if not run.FORKS:
        pytest.skip("no alarm without a process of its own")

    def endless_on_one_label(X, y, rng):
        while len(np.unique(y)) == 1:
            pass
        return relu_network(1e-6, 1)(X, y, rng)

    monkeypatch.setattr(trained, "PROBING_SECONDS", 1.0)
    assert judge(DIGITS, endless_on_one_label).hints == [DIGITS.named()["guessing"]]


# ---- the network doctor -----------------------------------------------------------------------


def doubled_dW(params, cache, delta, f_prime):
    return [(2 * g.W, g.b) for g in network.backward(params, cache, delta, f_prime)]


def forward_without_bias(params, X, f):
    _, (As, Zs, masks) = network.forward(params, X, f)
    return Zs[-1] - params[-1].b, network.Cache(As, [*Zs[:-1], Zs[-1] - params[-1].b], masks)


def one_factor_forgotten(Ws, As, Zs, delta, f_prime):
    """Right, but for the slope between layers 1 and 2."""
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        dWs.insert(0, As[l].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ Ws[l].T) * (f_prime(Zs[l - 1]) if l != 1 else 1)
    return dWs, dbs


def test_the_courses_network_is_healthy_in_both_forms():
    right = TASKS["backward"].reference
    for report in (
        examine_network(network.forward, network.backward),
        examine_network(course_forward, right),
        examine_network(course_forward, right, (3, 1, 4)),
        examine_network(network.forward, right, [2, 2]),
    ):
        assert report.passed and "agree with the equations and with finite differences" in str(
            report
        )


def test_the_doctors_reference_is_finite_differences_and_agrees_with_the_derived_gradient():
    rng = np.random.default_rng(0)
    Ws, bs = [rng.normal(size=(3, 2)), rng.normal(size=(2, 2))], [np.ones(2), np.zeros(2)]
    X, delta = rng.normal(size=(4, 3)), rng.normal(size=(4, 2))
    Zs, As, dWs, dbs = by_differences(Ws, bs, X, delta, np.tanh, None)
    derived = TASKS["backward"].reference(Ws, As, Zs, delta, lambda z: 1 - np.tanh(z) ** 2)
    assert same((dWs, dbs), derived, rtol=1e-7, atol=1e-8) and not same((dWs, dbs), derived, 0, 0)


@pytest.mark.parametrize("mistake", [m for m in TASKS["backward"].mistakes if not m.by])
def test_the_doctor_knows_the_mistakes_of_exercise_05(mistake):
    report = examine_network(course_forward, mistake.wrong, mistakes=TASKS["backward"].mistakes)
    said = " ".join(report.hints)
    assert not report.passed
    assert mistake.hint in said or "The sign is wrong" in said, str(report)


@pytest.mark.parametrize(
    "forward, backward, place, cause",
    [
        (network.forward, doubled_dW, "dW = ∂L/∂W of layer 2 of 2", "2 times too large"),
        (forward_without_bias, network.backward, "Z = A W + b of layer", "A @ W + b"),
        (course_forward, one_factor_forgotten, "delta = ∂L/∂Z of layer 1 of 2", "f_prime(Z)"),
    ],
)
def test_the_doctor_says_where_it_first_goes_wrong_and_how(forward, backward, place, cause):
    report = examine_network(forward, backward)
    assert place in report.hints[0] and cause in " ".join(report.hints[1:]), str(report)


@pytest.mark.parametrize(
    "forward, backward, sizes",
    [
        (None, network.backward, None),
        (network.forward, "text", None),
        (network.forward, dict, None),
        (lambda a, b, c, d, e, f: 1, network.backward, None),
        (network.forward, lambda a: 1, None),
        (network.forward, lambda a, b, c, d: 1, None),
        (network.forward, lambda a, b, c, d: [1, 2], None),
        (network.forward, lambda a, b, c, d: [(None, None)] * 2, None),
        (network.forward, lambda a, b, c, d, e: ([1], [2]), None),
        (network.forward, lambda a, b, c, d: os._exit(0), None),
        (lambda a, b, c: 1, network.backward, None),
        (lambda a, b, c: (1, ([], [])), network.backward, None),
        (lambda a, b, c, d: ([LyingEquality()] * 2, [LyingEquality()] * 2), network.backward, None),
        (network.forward, network.backward, 3),
        (network.forward, network.backward, (3,)),
        (network.forward, network.backward, (3, 0)),
        (network.forward, network.backward, "ab"),
        (network.forward, network.backward, (10**9, 3)),
    ],
)
def test_nothing_handed_to_the_doctor_raises(forward, backward, sizes):
    report = examine_network(forward, backward, sizes)
    assert not report.passed and report.hints
    assert "Traceback" not in str(report) and "mlp_lesson" not in str(report)


def test_the_doctor_waits_for_an_untouched_exercise(capsys):
    def untouched(Ws, As, Zs, delta, f_prime):
        raise NotImplementedError

    diagnose_gradients(course_forward, untouched)
    assert "not answered yet" in capsys.readouterr().out


# ---- the engine's parts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [None, True, 3, -0.5, float("inf"), "text", [1, (2.0, None)], Odd("a generator"),
     np.arange(6.0).reshape(2, 3), np.array(2, dtype=np.int8), np.zeros((0, 3)), [np.ones(2)]],
)  # fmt: skip
def test_plain_values_survive_the_pipe(value):
    again = decode(encode(plain(value)))
    assert type(again) is type(plain(value)) and same(again, plain(value))


@pytest.mark.parametrize("data", [b"", b"[", b'{"array": 3}', b'{"array": ["O", [1], ""]}', b"{}"])
def test_broken_frames_are_a_value_error(data):
    with pytest.raises(ValueError):
        decode(data)


@pytest.mark.parametrize("how", ["right", "wrong", "raises", "loops"])
def test_a_thread_does_where_there_is_no_fork(how, monkeypatch, capsys):
    monkeypatch.setattr(run, "run", run._run_threaded)
    reference = TASKS["layer_backward"].reference

    def answer(delta, A_prev, W):
        print("x")
        if how == "raises":
            raise SystemExit
        while how == "loops":
            pass
        return reference(delta, A_prev, W if how == "right" else -W)

    outcomes = run._run_threaded(
        answer, [c.args for c in TASKS["layer_backward"].fixed_cases()[:2]], [0.5, 0.5], None
    )
    kinds = [o.kind for o in outcomes]
    assert (
        kinds
        == {
            "right": ["value", "value"],
            "wrong": ["value", "value"],
            "raises": ["error", "error"],
            "loops": ["timeout", "skipped"],
        }[how]
    )
    assert capsys.readouterr().out == ""


KERNEL = """
import numpy as np
from mlp_lesson.checks import check, examine

def output_delta(Z, Y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)

def stumbles(Z, Y):
    print("hello")
    return Z.nothing
"""


TIMED = """
def timed(Z, Y):
    %timeit Z + Y
    return output_delta(Z, Y)

"""
TIMED_BY_THE_MODULE = """
from timeit import timeit
def timed(Z, Y):
    timeit(lambda: Z + Y)
    return output_delta(Z, Y)

"""
INTERRUPTED = """
from mlp_lesson.checks.engine import diagnose
def interrupts(*args, **kwargs):
    raise KeyboardInterrupt
diagnose.attempt = interrupts

"""


def test_after_a_cell_that_failed_the_old_function_is_not_judged(tmp_path, monkeypatch):
    monkeypatch.setenv("MLP_LESSON_HOME", str(tmp_path))
    nbclient = pytest.importorskip("nbclient")
    import nbformat

    cells = [
        KERNEL,
        "def output_delta(Z, Y):\n    return (Z - Y",
        'check("output_delta", output_delta)',
        "undefined_name\ndef output_delta(Z, Y):\n    return Z - Y",
        'check("output_delta", output_delta)',
        "def output_delta(Z, Y):\n    return Z - Y",
        'check("output_delta", output_delta)',
    ]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbclient.NotebookClient(book, timeout=60, kernel_name="python3", allow_errors=True).execute()
    first, second, third = (book.cells[i].outputs[0]["data"]["text/plain"] for i in (2, 4, 6))
    assert first == second and "still the one from before" in first.replace("\n  ", " ")
    assert "not right yet" in third


def test_inside_a_kernel_a_check_is_rich_and_a_fault_shows_the_learners_line(tmp_path, monkeypatch):
    monkeypatch.setenv("MLP_LESSON_HOME", str(tmp_path))
    nbclient = pytest.importorskip("nbclient")
    import nbformat

    cells = [
        KERNEL,
        'check("output_delta", output_delta)',
        'check("output_delta", stumbles)',
        'check("output_delta", lambda Z, Y: input("?"))',
        'check("output_delta", lambda Z, Y: __import__("time").sleep(100))',
        'check("output_delta", output_delta)',
        TIMED + 'check("output_delta", timed)',
        TIMED_BY_THE_MODULE + 'check("output_delta", timed)',
        INTERRUPTED + 'check("output_delta", output_delta)',
    ]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbclient.NotebookClient(book, timeout=60, kernel_name="python3").execute()
    outputs = [cell.outputs for cell in book.cells]
    assert outputs[0] == [] and all(len(o) == 1 for o in outputs[1:])
    texts = [o[0]["data"]["text/plain"] for o in outputs[1:]]
    assert "cannot use %timeit" in " ".join(texts[5].split())
    assert "cannot use timeit: take it out" in " ".join(texts[6].split())
    assert texts[7] == "The check was interrupted: nothing is judged."
    assert texts[0] == texts[4] == "output_delta: right (2 of 2 points)"
    assert "text/html" in outputs[1][0]["data"]
    assert "`return Z.nothing`" in texts[1]
    assert "printed, to begin with:\n      hello" in texts[1]
    assert "cannot ask for input" in texts[2]
    assert "No answer within 3 s" in texts[3]


def test_who_is_right_to_six_digits_is_told_that_and_nothing_else():
    report = judge(TASKS["sigmoid"], lambda z: sigmoid(np.asarray(z, np.float32)).astype(float))
    [hint] = report.hints
    assert report.verdict == "wrong" and "float32" in hint
