"""The atlas: forty failures, what their pictures show, and that the pictures tell them apart."""

import random
import re
import warnings
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from mlp_lesson import course, questions
from mlp_lesson.checks import all_tasks
from mlp_lesson.failures import failures, show_failure, which_failure
from mlp_lesson.failures.asking import Portrait, ids_taught_in
from mlp_lesson.failures.catalogue import HEALTHY, recipe_of
from mlp_lesson.failures.changes import CHANGES
from mlp_lesson.failures.measures import MEASURES_OF_FACTS, measures
from mlp_lesson.failures.picture import in_words, picture
from mlp_lesson.failures.recipe import run
from mlp_lesson.failures.study import look_alikes, names_of, study
from mlp_lesson.practice import choose
from mlp_lesson.progress import Progress
from mlp_lesson.questions_made import made

ROOT = Path(__file__).resolve().parent.parent
KINDS = [*failures(), HEALTHY]
SEEDS = 200, 201, 202  # no run of the study or of the questions has these
LN_10 = np.log(10)


@cache
def fresh(kind, seed):
    return run(recipe_of(kind), seed)


# ---- the texts ----


def test_there_are_forty_failures_each_with_a_name_of_its_own_and_a_change():
    assert len(failures()) == 40 == len({one.name for one in failures().values()})
    assert failures().keys() == CHANGES.keys()
    assert all(text for one in failures().values() for text in one)
    assert all(one.wrong != one.right for one in failures().values())


@pytest.mark.parametrize("id", failures())
def test_a_failure_names_the_part_of_the_lesson_that_treats_it(id):
    failure = failures()[id]
    [lesson] = [one for one in course.lessons() if one.number == failure.lesson]
    text = (ROOT / "authoring/lessons" / f"{lesson.file}.py").read_text(encoding="utf-8")
    parts = re.findall(r"^# ###? (?:\d+\. )?(.+)", text, re.MULTILINE)
    assert any(part.startswith(failure.part) for part in parts), parts


def test_the_page_shows_each_failure_once_under_its_name_in_its_family():
    text = (ROOT / "authoring/pages/atlas.py").read_text(encoding="utf-8")
    found = re.findall(r'^# ## (.+)|^# ### (.+)|^show_failure\("(.+)"\)', text, re.MULTILINE)
    family, heading, shown = "", "", []
    for part, name, id in found:
        family, heading = part or family, name or heading
        if id:
            shown.append(id)
            failure = failures()[id]
            assert (failure.family, failure.name.lower()) == (family, heading.lower())
    assert shown == list(failures())


# ---- the training ----


def test_a_seed_gives_the_same_run_and_another_seed_another():
    again, other = run(recipe_of("sorted"), 3), run(recipe_of("sorted"), 4)
    once = run(recipe_of("sorted"), 3)
    np.testing.assert_array_equal(once.batch_loss, again.batch_loss)
    assert once.rows != other.rows or once.first_loss != other.first_loss


@pytest.mark.parametrize("seed", SEEDS)
def test_where_nothing_is_wrong_the_gradient_is_right_and_digits_are_read(seed):
    healthy = fresh(HEALTHY, seed)
    np.testing.assert_allclose(healthy.kept, 1, rtol=1e-5)
    assert abs(healthy.first_loss - LN_10) < 0.5
    assert healthy.accuracy[-1].min() > 0.88 and test_accuracy(healthy) > 0.88


def test_an_unknown_failure_is_refused_with_the_names_of_those_that_there_are():
    with pytest.raises(ValueError, match="there is no failure 'bad-luck'.*rate-huge"):
        show_failure("bad-luck")


# ---- what `look` says of a picture ----


def test_accuracy(run):
    return np.trace(run.confusion) / run.confusion.sum()


test_accuracy.__test__ = False


def flat(run):
    """The gradient of the hidden layers is nothing at the end."""
    return run.gradient[-1, :2].max() < 1e-3


def right(run):
    return np.allclose(run.kept[np.isfinite(run.kept)], 1, rtol=1e-2)  # of a dead layer: nan


def hidden(run, after):
    return np.hstack(run.hidden[after])


def chance(run):
    return run.accuracy[-1].max() < 0.3 and test_accuracy(run) < 0.3


def gap(run):
    return run.accuracy[-1, 0] - run.accuracy[-1, 1]


SHOWN = {
    "rate-huge": lambda r: (
        right(r) and r.loss[1:, 0].min() > 10 and not hidden(r, 1)[:, -16:].any()
    ),
    "rate-large": lambda r: right(r) and chance(r) and r.accuracy[:6].max() > 0.15,
    "rate-small": lambda r: (r.step[:, ::2] < 1e-4).all() and r.loss[-1, 0] > 0.9 * r.loss[0, 0],
    "decay-fast": lambda r: r.step[0, 0] > 1e-3 and r.step[-1].max() < 1e-6 and not flat(r),
    "momentum-high": lambda r: r.accuracy[:, 0].max() > r.accuracy[-1, 0] + 0.2 and chance(r),
    "batch-one": lambda r: len(r.batch_loss) == len(r.loss) * r.rows and np.ptp(r.batch_loss) > 3,
    "batch-all": lambda r: (
        len(r.batch_loss) == 25 and gap(r) < 0.1 and (np.diff(r.loss[3:, 0]) < 0).all()
    ),
    "stopped-early": lambda r: len(r.loss) < 8 and gap(r) < 0.12 and right(r),
    "zeros": lambda r: not r.weights[1].any() and np.isnan(r.kept[:5]).all() and right_last_bias(r),
    "alike": lambda r: np.ptp(r.weights[1], axis=1).max() < 1e-9 and chance(r),
    "init-small": lambda r: right(r) and r.gradient[0, :2].max() < 1e-3,
    "init-large": lambda r: r.first_loss > 50 * LN_10 and r.inputs == (0, 1),
    "saturated": lambda r: r.first_loss > 3 * LN_10 and two_colours(r) > 0.9,
    "dead-relus": lambda r: (
        r.weights[1].std() > 0.1 and not hidden(r, 0).any() and right_last_bias(r)
    ),
    "sign": lambda r: np.allclose(r.kept, -1, rtol=1e-5) and not np.isfinite(r.loss[-1, 0]),
    "no-mean": lambda r: np.allclose(r.kept, 1 / 32, rtol=1e-5),
    "no-slope": lambda r: (
        r.accuracy[-1, 0] > 0.8 and np.allclose(r.kept[4:], 1) and r.kept[0] < r.kept[2] < 0.97
    ),
    "slope-of-z": lambda r: (
        np.allclose(r.kept[4:], 1) and abs(r.kept[0] - 1) > 0.05 and np.isnan(r.loss[-1, 0])
    ),
    "not-transposed": lambda r: (
        np.allclose(r.kept[2:], 1) and abs(r.kept[0] - 1) > 0.3 and r.accuracy[-1, 0] > 0.8
    ),
    "hidden-frozen": lambda r: (
        r.gradient.min() > 0.1 and not r.step[:, :4].any() and r.step[:, 4:].all()
    ),
    "softmax-twice": lambda r: right(r) and r.loss[-1, 0] > 1.46 and r.gradient[0].max() < 0.2,
    "wrong-pair": lambda r: r.first_loss < 0.5 and 0.04 < r.loss[-1, 0] < 0.1,
    "log-zero": lambda r: np.isnan(r.loss[-1, 0]) and test_accuracy(r) > 0.88 and not right(r),
    "units-mixed": lambda r: r.inputs[1] > 20 and test_accuracy(r) < 0.6,
    "pixels-255": lambda r: (
        r.inputs[1] == 255 and r.first_loss > 30 and np.mean(hidden(r, 1) > 0) < 0.15
    ),
    "wrapped": lambda r: gap(r) < 0.3 and test_accuracy(r) < 0.85 and r.inputs[1] > 0.99,
    "labels-shuffled": lambda r: chance(r) and right(r) and gap(r) > 0.02,
    "labels-off": lambda r: (
        r.accuracy[-1].min() > 0.88 and np.trace(np.roll(r.confusion, -1, axis=1)) > 250
    ),
    "labels-noisy": lambda r: (
        r.accuracy[-1].max() < 0.75 and test_accuracy(r) > r.accuracy[-1].max()
    ),
    "sorted": lambda r: within_epochs(r) > 1.3 * within_epochs(fresh(HEALTHY, 200)),
    "rare": lambda r: r.accuracy[0, 0] > 0.5 and test_accuracy(r) < r.accuracy[-1, 1] - 0.05,
    "leak": lambda r: (
        r.accuracy[-1].min() > 0.99 and test_accuracy(r) < 0.97 and r.loss[-1].max() < 0.1
    ),
    "validation-seen": lambda r: abs(gap(r)) < 1e-9 and test_accuracy(r) < r.accuracy[-1, 1],
    "test-moved": lambda r: r.accuracy[-1].min() > 0.88 and test_accuracy(r) < 0.4,
    "few-rows": lambda r: r.rows < 40 and r.accuracy[-1, 0] > 0.9 and gap(r) > 0.15,
    "overfitting": lambda r: (
        r.loss[-1, 1] > r.loss[-1, 0] + 0.5 and r.loss[-1, 1] > r.loss[:, 1].min()
    ),
    "few-units": lambda r: (
        r.accuracy[-1].max() < 0.8 and gap(r) < 0.15 and r.weights[1].shape[1] < 5
    ),
    "l2-strong": lambda r: r.first_loss > 3 * LN_10 and np.abs(r.weights[1]).max() < 0.05,
    "dropout-high": lambda r: chance(r) and abs(r.first_loss - LN_10) < 0.5 and right(r),
    "dropout-stays": lambda r: gap(r) > 0.15 and test_accuracy(r) > r.accuracy[-1, 1] + 0.15,
}


def right_last_bias(run):
    return np.isclose(run.kept[5], 1, rtol=1e-5)


def two_colours(run):
    return np.mean(np.abs(hidden(run, 0) - 0.5) > 0.4)


def within_epochs(run):
    """The spread of the batch losses in the last epochs."""
    return np.std(np.log(run.batch_loss[-100:]))


@pytest.mark.parametrize("id", failures())
def test_the_picture_shows_what_the_text_says_of_it(id):
    for seed in SEEDS:
        assert SHOWN[id](fresh(id, seed)), seed


def test_what_a_text_says_of_its_failure_does_not_hold_where_nothing_is_wrong():
    assert [id for id in SHOWN if SHOWN[id](fresh(HEALTHY, 200))] == []


# ---- told apart ----


def test_fresh_runs_lie_nearest_to_runs_of_their_own_kind():
    """The full measure, 20 seeds each, is that of tools/failures.py: 99 in 100."""
    runs = np.array([list(measures(fresh(k, s)).values()) for k in KINDS for s in SEEDS])
    truth = np.repeat(np.arange(len(KINDS)), len(SEEDS))
    for facts in (True, False):
        assert np.mean(names_of(runs, study().reference, facts=facts) == truth) > 0.93


def test_the_stored_study_is_of_these_failures_and_names_nine_in_ten_of_each():
    kinds, reference, *tables = study()
    assert kinds == KINDS and reference.shape[:2] == (len(KINDS), 20)
    for table in tables:
        assert (table.sum(axis=1) == 20).all() and (np.diag(table) >= 18).all()


@pytest.mark.parametrize("kind", ["zeros", "rate-small", "stopped-early", HEALTHY])
def test_the_stored_study_holds_what_the_code_measures(kind):
    """Kinds whose training does not magnify its rounding."""
    measured = np.array(list(measures(run(recipe_of(kind), 5)).values()))
    np.testing.assert_allclose(study().reference[KINDS.index(kind), 5], measured, atol=0.05)


def test_the_facts_come_first_and_every_measure_is_a_number_for_every_kind():
    names = list(measures(fresh(HEALTHY, 200)))
    assert names[:MEASURES_OF_FACTS][-1] == "first loss"
    for kind in KINDS:
        found = measures(fresh(kind, 200))
        assert list(found) == names and np.isfinite(list(found.values())).all(), kind


# ---- the picture ----


@pytest.mark.parametrize("kind", ["sign", "zeros", "log-zero", HEALTHY])
def test_eight_panels_are_drawn_without_a_warning_and_name_no_failure(kind):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig = picture(fresh(kind, 200))
        fig.canvas.draw()
    assert len(fig.axes) == 8 and all(ax.get_title(loc="left") for ax in fig.axes)


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_for_a_picture_give_its_numbers_and_no_name(kind):
    words = in_words(fresh(kind, 200))
    assert "Gradient check" in words and "Accuracy: training" in words and "nan%" not in words
    assert not any(one.name in words for one in failures().values())


# ---- questions ----


def test_a_question_offers_the_right_name_and_three_that_look_alike_with_reasons():
    for id in failures():
        question = made(f"failure:{id}/1003")
        names = {failures()[other].name for other in look_alikes(id)[:3]}
        assert set(question.options) == {failures()[id].name} | names
        assert len(question.options) == 4 and all(question.options.values())
        assert question.right == failures()[id].name
        assert question.options[question.right] == failures()[id].look
        assert question == made(question.id) == course.question(question.id)


def test_the_right_name_stands_at_every_place():
    places = {list(q.options).index(q.right) for q in map(made, ids_taught_in(["06"]))}
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize("id", ["failure:bad-luck/1000", "failure:sign", "failure:sign/x"])
def test_what_is_no_failure_or_has_no_seed_is_no_question(id):
    with pytest.raises(ValueError, match="No question can be made"):
        course.question(id)


def test_a_picture_is_made_when_it_is_shown_and_its_words_do_not_give_the_answer():
    question = made("failure:sign/1003")
    assert question.picture == Portrait("sign", 1003)
    shown = question.picture()
    assert shown["src"].startswith("data:image/png;base64,iVBOR")
    assert "Gradient check of the same: -1, -1" in shown["alt"]
    assert "sign" not in shown["alt"] + shown["caption"]


def test_in_a_terminal_which_failure_reads_the_pictures_out(capsys):
    which_failure(2, seed=1)
    said = capsys.readouterr().out
    assert said.count("Failure: Eight pictures") == 2 == said.count("Gradient check of the same")
    assert said.count("  ( ) ") == 8


def test_the_still_of_a_question_shows_its_picture(monkeypatch):
    shown = []
    monkeypatch.setattr(questions, "show_card", lambda spec, text, still, *_: shown.append(still))
    questions.quiz("failure:zeros/1001")
    assert '<img alt="' in shown[0] and shown[0].count("<details>") == 4


# ---- practice ----


def test_practice_asks_about_failures_of_the_lessons_whose_tasks_were_passed():
    for seed in range(5):
        chosen = choose([], {"backward": [], "sigmoid": []}, {}, 30, random.Random(seed))
        asked = [q for q in chosen if q.id.startswith("failure:")]
        assert asked and {q.recalls for q in asked} <= {"03", "05"}
        assert len({q.right for q in asked}) == len(asked)


def test_practice_asks_about_a_failure_once_and_again_only_if_it_went_wrong(tmp_path, monkeypatch):
    now = [datetime(2030, 3, 1, 20, tzinfo=UTC)]
    store = Progress(tmp_path, lambda: now[0])
    monkeypatch.setattr(questions, "progress", store)
    ids = [f"failure:{id}/1000" for id in failures()]
    seen = dict.fromkeys(ids)
    chosen = choose([], {name: [] for name in all_tasks()}, seen, 10, random.Random(0))
    assert not any(q.id.startswith("failure:") for q in chosen)
    for id, first in ((ids[0], True), (ids[1], False)):
        places = [(option == made(id).right) == first for option in made(id).options]
        questions._record(made(id), {"chosen": [places.index(True)]})
    now[0] += timedelta(days=1)
    assert store.due() == [ids[1]]
    assert ids[1] in [q.id for q in choose(store.due(), {}, store.schedule(), 10, random.Random(0))]


def test_the_failures_of_a_lesson_are_known_by_its_exercise():
    of_06 = {id.partition(":")[2].partition("/")[0] for id in ids_taught_in(["06"])}
    assert {"zeros", "momentum-high"} <= of_06  # of lessons 06 and 06b
    numbers = {one.number[:2] for one in course.lessons()}
    everything = chain(ids_taught_in(numbers))
    assert {id.partition(":")[2].partition("/")[0] for id in everything} == failures().keys()
