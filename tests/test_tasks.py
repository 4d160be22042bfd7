"""Every task of every exercise: right answers pass, each mistake is named by its own hint.

The answers are those of the tasks themselves and of tests/answers; see answer_files.py.
    pytest tests/test_tasks.py -k ex05          one exercise
    pytest tests/test_tasks.py -k backward -s   prints what was missed of the held-out answers
"""

import ast
import itertools
import re
from collections import Counter
from functools import cache

import pytest
from answer_files import FOLDER, PLACES, answers
from judging import judged

from mlp_lesson.checks import all_tasks, tasks
from mlp_lesson.checks.engine.compare import same
from mlp_lesson.checks.engine.diagnose import judge
from mlp_lesson.checks.engine.run import run_here
from mlp_lesson.checks.engine.slips import Slip

TASKS = all_tasks()
TRAINED = {"fit_moons", "fit_digits"}  # their answers train a network: seconds, not milliseconds
NOT_NAMED = {  # held-out trainings of which only the effect is told
    "the batches overlap: only the first few hundred rows are ever used",
    "reshape instead of transpose mixes up the weights' gradient",
    "a bias for each training row",
}
NAMED_AT_LEAST = 0.8  # of the held-out wrong answers of an exercise
pytestmark = pytest.mark.usefixtures("hurried_large_cases")


def of_tasks(names):
    return pytest.mark.parametrize("name", [pytest.param(n, id=PLACES[n]) for n in names])


def each(kind):
    """(task, entry) for all entries of that kind of answers."""
    return [
        pytest.param(TASKS[name], entry, id=f"{PLACES[name]}-{i}")
        for name in TASKS
        for i, entry in enumerate(answers(name, kind))
    ]


everywhere = of_tasks(TASKS)
MISTAKES = [
    pytest.param(task, mistake, id=f"{PLACES[task.name]}-{mistake.id}")
    for task in TASKS.values()
    for mistake in task.mistakes
    if mistake.wrong
]


def _hurried(task):
    """The same training task with half a second for 30 that its text grants: enough to be slow."""
    return task._replace(observe=task.observe._replace(seconds=0.5))


# ---- what a task is -----------------------------------------------------------------------------


def test_no_two_tasks_of_the_course_have_one_name():
    names = [name for exercise in tasks.exercises() for name in _order(exercise)]
    assert max(Counter(names).values()) == 1


def _order(exercise):
    return __import__(f"mlp_lesson.checks.tasks.{exercise}", fromlist=["ORDER"]).ORDER


@everywhere
def test_a_task_has_the_name_of_its_file_and_three_hints(name):
    assert TASKS[name].name == name
    assert len(TASKS[name].hints) == 3 and all(TASKS[name].hints)


def test_every_file_of_a_task_is_in_the_order_of_its_exercise():
    for exercise in tasks.exercises():
        folder = FOLDER.parent.parent / "mlp_lesson/checks/tasks" / exercise
        files = {path.stem for path in folder.glob("[!_]*.py")}
        assert files == set(_order(exercise))


@everywhere
def test_the_ids_of_a_task_are_unique_slugs(name):
    task = TASKS[name]
    ids = [known.id for known in (*task.mistakes, *task.invariants)]
    assert len(set(ids)) == len(ids), [i for i, n in Counter(ids).items() if n > 1]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i) and len(i) <= 30 for i in ids), ids


@everywhere
def test_a_mistake_is_an_edit_of_the_reference_a_function_or_an_effect(name):
    for mistake in TASKS[name].mistakes:
        assert bool(mistake.wrong) != bool(mistake.by), mistake.id
        assert mistake.by in ("", "random", "changed"), mistake.id


@everywhere
def test_every_slip_fits_the_reference_and_changes_it(name):
    for mistake in TASKS[name].mistakes:
        if isinstance(mistake.wrong, Slip):
            source = mistake.wrong.source
            assert ast.dump(ast.parse(source)) != ast.dump(_reference(mistake.wrong)), mistake.id
            assert mistake.wrong.lines


def _reference(slip):
    return ast.parse(Slip(slip.reference, "none", [], {}).source)


@everywhere
def test_a_task_names_five_mistakes_at_least(name):
    assert len(TASKS[name].named()) >= 5 or len(TASKS[name].mistakes) >= 5


@everywhere
def test_hints_are_all_different_and_end_with_a_stop(name):
    hints = [known.hint for known in (*TASKS[name].mistakes, *TASKS[name].invariants)]
    assert len(set(hints)) == len(hints)
    assert all(hint.rstrip("`)").endswith((".", "?")) for hint in hints)


def test_19_of_20_named_hints_have_fewer_than_60_words():
    lengths = [len(hint.split()) for task in TASKS.values() for hint in task.named().values()]
    assert sum(n < 60 for n in lengths) >= 0.95 * len(lengths)


# ---- the answers of its own ---------------------------------------------------------------------


@everywhere
def test_the_reference_passes_with_all_points(name):
    report = judge(TASKS[name], TASKS[name].reference)
    assert report.passed, str(report)
    assert report.points == report.max_points == TASKS[name].points
    assert str(report) == f"{name}: right ({report.points} of {report.points} points)"


@everywhere
def test_the_untouched_exercise_is_not_answered_yet(name):
    def untouched(*args):
        raise NotImplementedError

    report = judge(TASKS[name], untouched)
    assert report.verdict == "unanswered" and report.points == 0
    assert "not answered yet" in report.headline


@pytest.mark.parametrize("task, mistake", MISTAKES)
def test_every_mistake_fails_with_its_own_hint(task, mistake):
    report = judged(task, mistake.wrong)
    assert not report.passed and report.points == 0
    assert mistake.hint in " ".join(report.hints), str(report)


@everywhere
def test_no_two_mistakes_have_the_same_outputs_in_all_cases(name):
    task = TASKS[name]
    if not task.unique:
        pytest.skip("the answer is not unique: mistakes are told apart by invariants")
    named = [m for m in task.mistakes if not m.by]
    arguments = [case.args for case in task.fixed_cases() if not case.speed]
    outcomes = [run_here(m.wrong, arguments, observe=task.observe) for m in named]
    for (m, a), (other, b) in itertools.combinations(zip(named, outcomes, strict=True), 2):
        equal = (_same_outcome(x, y, task) for x, y in zip(a, b, strict=True))
        assert not all(equal), f"the same outputs: {m.hint!r} and {other.hint!r}"


def _same_outcome(a, b, task):
    if (a.kind, a.changed, bool(a.warned)) != (b.kind, b.changed, bool(b.warned)):
        return False
    if a.kind == "error":
        return a.error[0] == b.error[0]
    return same(a.value, b.value, task.rtol, task.atol)


@everywhere
def test_the_report_is_the_same_on_every_run(name):
    def wrong(*args):
        return 12345.678

    assert str(judged(TASKS[name], wrong)) == str(judged(TASKS[name], wrong))


# ---- tests/answers ------------------------------------------------------------------------------


@pytest.mark.parametrize("task, right", each("RIGHT"))
def test_every_alternative_right_answer_passes(task, right):
    report = judged(task, right)
    assert report.passed, str(report)


@pytest.mark.parametrize("task, slow", each("SLOW"))
def test_a_right_but_slow_answer_is_right(task, slow):
    report = judge(task._replace(seconds=0.3), slow)  # it overruns any deadline: why wait for 3 s
    assert task.faster and report.passed and report.points == task.points, str(report)


@pytest.mark.parametrize("task, wrong", each("WRONG"))
def test_every_wrong_answer_is_named(task, wrong):
    function, expected = wrong
    report = judged(_hurried(task) if expected == "too-slow" else task, function)
    assert not report.passed and report.points == 0
    is_id = re.fullmatch(r"[a-z0-9-]+", expected)
    assert (task.named()[expected] if is_id else expected) in " ".join(report.hints), str(report)


def test_every_file_of_answers_belongs_to_a_task():
    files = {f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("ex*/[!_]*.py")}
    assert files <= set(PLACES.values())


@everywhere
def test_a_task_has_three_right_and_eight_held_out_answers_at_least(name):
    assert len(answers(name, "RIGHT")) >= 3
    assert len(answers(name, "HELD_OUT")) >= 8


@cache
def _held_out_reports(name):
    """What is said of each held-out answer: judged once for the two tests below."""
    return [judged(TASKS[name], wrong) for wrong, _, _ in answers(name, "HELD_OUT")]


@of_tasks([name for name in TASKS if name not in TRAINED])
def test_no_held_out_wrong_answer_is_accepted(name):
    both = zip(answers(name, "HELD_OUT"), _held_out_reports(name), strict=True)
    assert not [cause for (_, cause, _), report in both if report.passed]


@pytest.mark.parametrize("exercise", tasks.exercises())
def test_most_held_out_wrong_answers_are_named(exercise):
    missed, n = [], 0
    for name in set(_order(exercise)) - TRAINED:
        both = zip(answers(name, "HELD_OUT"), _held_out_reports(name), strict=True)
        for (_, cause, keywords), report in both:
            n += 1
            if not _names(report, keywords):
                missed.append(f"{name}: {cause}\n    said: {' '.join(report.hints)[:300]}")
    share = 1 - len(missed) / n
    print(f"\n{exercise}: {share:.0%} of {n} held-out wrong answers named; missed:")
    print("\n".join(missed))
    assert share >= NAMED_AT_LEAST, "\n".join(missed)


TRAININGS = [param for param in each("HELD_OUT") if param.values[0].name in TRAINED]


@pytest.mark.parametrize("task, entry", TRAININGS)
def test_a_held_out_wrong_training_is_refused_and_named(task, entry):
    wrong, cause, keywords = entry
    report = judge(_hurried(task) if "too slow" in cause else task, wrong)
    assert not report.passed
    assert _names(report, keywords) or cause in NOT_NAMED, str(report)


def _names(report, keywords):
    said = " ".join(report.hints).lower()
    return any(all(word in said for word in key.lower().split("+")) for key in keywords)
