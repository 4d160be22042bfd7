"""Mistakes as edits: each form of edit, what does not fit is said, the source can be shown."""

import traceback

import pytest

from mlp_lesson.checks.engine.slips import slips

HALF = 0.5


def mean_of_squares(values, scale):
    """sum(values) in a docstring does not count."""
    total = 0.0
    for v in values:
        total += v * v  # its square
    return scale * (HALF * total / len(values))


def slip(text, **names):
    [mistake] = slips(mean_of_squares, text, **names)
    return mistake.wrong


@pytest.mark.parametrize(
    "edit, value",
    [
        ("v * v -> v", 2 * 0.5 * 6 / 3),
        ("HALF * ->", 2 * 14 / 3),
        ("= (total, scale)", (14.0, 2)),
        ("\n- total += v * v\n+ if v > 1:\n+     total += v", 2 * 0.5 * 5 / 3),
        ("v * v -> v\nand: len(values) -> 10", 2 * 0.5 * 6 / 10),
        ("\n- total = 0.0\nand:\n- for v in values:\n-     total += v * v\n+ total = 1", 1 / 3),
        ("v * v -> cube(v)", 2 * 0.5 * 36 / 3),
    ],
)
def test_each_form_of_edit_changes_what_the_function_gives(edit, value):
    assert slip(f"an-id: {edit}\n    A hint.", cube=lambda v: v**3)([1, 2, 3], 2) == value


def test_ids_and_hints_are_read_and_lines_of_a_hint_are_joined():
    first, second = slips(mean_of_squares, """
    the-first: v * v -> v
        Two lines:
        `one` -> hint.
    second-2: HALF -> 1
        And another.
    """)  # fmt: skip
    assert (first.id, first.hint) == ("the-first", "Two lines: `one` -> hint.")
    assert (second.id, second.hint) == ("second-2", "And another.")


def test_the_edited_source_and_the_lines_that_differ_can_be_shown():
    changed = slip("an-id: v * v -> v\n    A hint.")
    assert changed.source.split("\n")[4] == "        total += v  # its square"
    assert changed.lines == [5]
    assert slip("an-id:\n- total += v * v\n+ pass\n+ total += v\n    A hint.").lines == [5, 6]


def test_a_traceback_shows_the_edited_line():
    try:
        slip("an-id: len(values) -> len(nothing)\n    A hint.")([1], 1)
    except NameError:
        said = traceback.format_exc()
    assert "<mean_of_squares/an-id>" in said and "HALF * total / len(nothing)" in said


@pytest.mark.parametrize(
    "edit, complaint",
    [
        ("sum(values) -> 3", "stands 0 times"),
        ("total -> 3", "stands 3 times"),
        ("\n- total\n+ total = 1", "found 0 times"),
        ("v * v -> v\nand: * v -> + v", "two edits change the same text"),
        ("v * v -> v *", "invalid syntax, line 5"),
    ],
)
def test_an_edit_that_does_not_fit_the_reference_is_a_clear_error(edit, complaint):
    with pytest.raises(ValueError, match="mean_of_squares/an-id: ") as error:
        slip(f"an-id: {edit}\n    A hint.")([1], 1)
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "an-id: v * v\n    No arrow.",
        "an-id: a -> b -> c\n    Two arrows.",
        "an-id: v -> w",
        "an-id:\n    A hint alone.",
        "an-id:\n+ line\n    Nothing to replace.",
        "An Id: v -> w\n    No slug.",
        "v -> w\n    No id.",
    ],
)
def test_a_text_of_another_form_is_refused_at_once(text):
    with pytest.raises(ValueError):
        slip(text)
