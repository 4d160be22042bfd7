"""why(): every text fits a mistake that its task names, and every number in it is proven.

A claim is an expression that must be true. In it stand np; right and wrong, the task's reference
and the mistake itself, where that is a function; raised(f, *args), the name of the exception.
"""

import inspect
import re
import warnings

import numpy as np
import pytest

from mlp_lesson import checks
from mlp_lesson.checks import all_tasks, check, exercise_of, why, whys
from mlp_lesson.checks.engine.page import WHY, page

TASKS = all_tasks()
WHYS = whys.all_whys()
EXERCISES = sorted(path.stem for path in whys.FOLDER.glob("*.toml"))
CODE = re.compile(r"`[^`]*`|(?:lesson|layer) \d+")  # numbers in these are names
NUMBER = re.compile(r"(?<![\w.])\d[\d,_]*(?:\.\d+)?(?:e-?\d+)?")
everywhere = pytest.mark.parametrize("id", WHYS)


def mistake_of(id):
    """(the task, the function that makes the mistake or None)"""
    task, _, mistake = id.partition("/")
    return TASKS[task], {known.id: known.wrong for known in TASKS[task].mistakes}.get(mistake)


def raised(function, *args):
    try:
        function(*args)
    except Exception as error:
        return type(error).__name__
    return ""


def holds(claim, id):
    task, wrong = mistake_of(id)
    scope = {"np": np, "right": task.reference, "wrong": wrong, "raised": raised}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some mistakes overflow: that is what is shown
        return eval(claim, scope)


def numbers(text):
    return {float(re.sub("[,_]", "", found.rstrip(",_"))) for found in NUMBER.findall(text)}


def unproven(why):
    """Numbers of the text, but for 0 and 1, that stand in no claim."""
    return numbers(CODE.sub("", why.text)) - numbers(" ".join(why.claims)) - {0, 1}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_ten_commonest_mistakes_of_an_exercise_have_a_text_each(exercise):
    texts = whys.of_exercise(exercise)
    assert {f"{n:02}" for n in range(1, 14)} == set(EXERCISES)
    assert len(texts) == 10
    assert len({id.split("/")[0] for id in texts}) >= 4  # not all of one task


@everywhere
def test_a_text_belongs_to_a_mistake_that_its_task_names(id):
    task, _, mistake = id.partition("/")
    assert mistake in TASKS[task].named()
    assert id in whys.of_exercise(exercise_of(task))


@everywhere
def test_a_text_has_60_to_150_words_and_ends_in_a_question(id):
    text = WHYS[id].text.strip()
    assert 60 <= len(text.split()) <= 150
    assert text.endswith("?")
    assert text.count("`") % 2 == 0


@everywhere
def test_the_claims_of_a_text_hold(id):
    assert WHYS[id].claims
    for claim in WHYS[id].claims:
        assert np.ndim(value := holds(claim, id)) == 0 and bool(value), claim


@everywhere
def test_every_number_of_a_text_stands_in_a_claim_and_the_mistake_itself_is_called(id):
    assert unproven(WHYS[id]) == set()
    assert mistake_of(id)[1] is None or "wrong" in " ".join(WHYS[id].claims)


def test_a_wrong_number_and_one_without_a_claim_are_seen():
    claim = "wrong(np.array([[1, 2]]), np.array([10, 1]), 0.5).tolist() == [{}]"
    assert holds(claim.format(12), "linear/bias-missing")
    assert not holds(claim.format(12.5), "linear/bias-missing")
    text = "3 of 1,000, 12.5, and 2.5 in `x[7]` of lesson 05"
    assert unproven(whys.Why("", text, [claim.format(12.5)])) == {3, 1000, 2.5}


@everywhere
def test_a_text_neither_repeats_the_hint_nor_shows_the_answer(id):
    task, _ = mistake_of(id)
    text = " ".join(WHYS[id].text.split())
    assert task.named()[id.split("/")[1]][:40] not in text
    source = inspect.getsource(task.reference)
    for line in re.findall(r"^ +(?:return|\w+ =) (.*[-+*/@<>=].*)$", source, re.M):
        assert line.split("  #")[0].replace(" ", "") not in text.replace(" ", ""), line


# ---- where it is shown --------------------------------------------------------------------------


def without_bias(X, w, b):
    return X @ w


def test_a_named_mistake_offers_its_text_folded_away_and_print_says_how_to_ask(capsys, monkeypatch):
    shown = []
    monkeypatch.setattr(checks, "show", shown.append)
    monkeypatch.setattr(checks, "_record", lambda report: None)
    check("linear", without_bias)
    [report] = shown
    html = page(report)
    assert f"{WHY}</summary><p" in html
    assert html.index("The bias is missing") < html.index("<details")
    assert "<pre" in html and "10·x1 + 1·x2     + 0.5" in html
    assert 'why("linear/bias-missing") shows it on small numbers.' in str(report)
    assert "10·x1" not in str(report)


def test_a_mistake_without_a_text_offers_none(monkeypatch):
    shown = []
    monkeypatch.setattr(checks, "show", shown.append)
    monkeypatch.setattr(checks, "_record", lambda report: None)
    check("linear", lambda X, w, b: X @ w - b)
    assert shown[0].found == ("bias-subtracted",)
    assert "<details" not in page(shown[0]) and "why(" not in str(shown[0])


def test_why_prints_the_text_in_a_terminal(capsys):
    why("layer_backward/bias-mean")
    out = capsys.readouterr().out
    assert out.startswith("layer_backward/bias-mean\n  One unit, two rows")
    assert "\n      0.002 + 0.004 = 0.006\n" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize(
    "id, near",
    [
        ("layer_backward/bias-men", "layer_backward/bias-mean"),
        ("linear/rounded", "linear/not-summed"),
        ("linear", "linear/"),
        (7, "linear/bias-missing"),
    ],
)
def test_an_unknown_id_names_the_near_ones(id, near):
    with pytest.raises(ValueError, match=f"There is no text on '{id}'. Near it: .*{near}"):
        why(id)


def test_an_entry_of_another_form_is_named_with_its_file(tmp_path, monkeypatch):
    monkeypatch.setattr(whys, "FOLDER", tmp_path)
    (tmp_path / "98.toml").write_text('["linear/sign"]\ntext = "?"\n')
    with pytest.raises(ValueError, match=r"whys/98\.toml: an entry has text and claims"):
        whys.of_exercise("98")
