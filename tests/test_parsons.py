"""Lines to put in order: what they are, which orders are right, and what is said to the others."""

import ast
import itertools

import pytest

from mlp_lesson.checks import all_tasks
from mlp_lesson.checks.engine.parsons import judge, puzzle_of, statements
from mlp_lesson.checks.engine.slips import source_of

TASKS = all_tasks()
SLOW = {"fit_moons", "fit_digits"}  # they train


def statements_of(function):
    """How many statements its body has, those inside loops included, the docstring not."""
    tree = ast.parse(source_of(function)).body[0]
    return sum(isinstance(node, ast.stmt) for node in ast.walk(tree)) - 2


ONE_LINE = {name for name in TASKS if statements_of(TASKS[name].reference) == 1}
DECISIONS = {name for name in TASKS if not TASKS[name].parameters()}
PROGRAMS = {name for name in TASKS if TASKS[name].handed_out}
WITHOUT = DECISIONS | PROGRAMS | ONE_LINE - {"layer_backward"}
WITH = [name for name in TASKS if name not in WITHOUT]


def right_order(puzzle):
    """The places of the reference's lines, in the order of the reference."""
    texts = [line.text for line in puzzle.lines]
    task = puzzle.task
    order = []
    for text in statements(source_of(task.reference), task.parts):
        order.append(next(i for i, t in enumerate(texts) if t == text and i not in order))
    return order


def places(puzzle, *beginnings):
    """The place of each line that begins so."""
    stripped = [line.text.strip() for line in puzzle.lines]
    return [next(i for i, t in enumerate(stripped) if t.startswith(b)) for b in beginnings]


def wrong_places(puzzle):
    return [i for i, line in enumerate(puzzle.lines) if line.mistake]


@pytest.mark.parametrize("name", [name for name in WITH if name not in SLOW])
def test_the_lines_of_a_reference_are_right_in_their_order_and_are_not_shown_in_it(name):
    puzzle = puzzle_of(TASKS[name])
    order = right_order(puzzle)
    assert judge(puzzle, order).right
    assert order != list(range(len(order))) and not judge(puzzle, range(len(puzzle.lines))).right
    assert len(order) + puzzle.n_wrong == len(puzzle.lines) > 2 or not TASKS[name].unique


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_one_line_decisions_and_programs_to_repair_are_no_puzzle_and_it_is_said_why(name):
    assert {"linear", "output_delta", "which_loss"} < WITHOUT
    with pytest.raises(ValueError, match="one line long|decisions|are in order"):
        puzzle_of(TASKS[name])


@pytest.mark.parametrize("name", [name for name in WITH if TASKS[name].unique])
def test_each_wrong_line_in_place_of_the_right_one_is_named_by_its_hint(name):
    puzzle = puzzle_of(TASKS[name])
    assert 1 <= puzzle.n_wrong <= 2
    right = right_order(puzzle)
    for place in wrong_places(puzzle):
        line = puzzle.lines[place]
        source = statements(line.mistake.wrong.source, puzzle.task.parts)
        order = list(right)
        order[source.index(line.text)] = place
        verdict = judge(puzzle, order)
        assert not verdict.right and verdict.words.endswith(line.mistake.hint)
        assert f"`{line.text.strip()}`" in verdict.words


def test_whatever_order_runs_right_is_right_and_no_other():
    """Of the 24 orders of layer_backward's lines the 6 with the return at the end are right."""
    puzzle = puzzle_of(TASKS["layer_backward"])
    beginnings = "dW = A_prev.T @ d", "db = delta.sum(axis=0)", "dA_prev = delta @ W.T", "return"
    lines = places(puzzle, *beginnings)
    right = {order for order in itertools.permutations(lines) if judge(puzzle, order).right}
    assert right == {order for order in itertools.permutations(lines) if order[-1] == lines[-1]}


@pytest.mark.parametrize(
    ("beginnings", "said"),
    [
        ((), "5 needed lines are left out."),
        (("W, b =", "for", "W =", "b ="), "One line that is needed is left out."),
        (("W, b =", "for", "b =", "W =", "return"), "Right: "),  # b @ next_W needs no new W
        (("W =", "W, b =", "for", "b =", "return"), "`W = W @ next_W` stands deeper than"),
        (("W, b =", "b =", "for", "W =", "return"), "stands deeper than `W, b = Ws[0], bs[0]`"),
        (("W, b =", "W =", "b =", "return", "for"), "`W = W @ next_W` stands deeper than `W, b"),
        (("W, b =", "for", "return", "W =", "b ="), "Below `for next_W, next_b in"),
        (("for", "W =", "b =", "W, b =", "return"), "in this order it stops in `W = W @ next_W`: "
         "UnboundLocalError"),
    ],
)  # fmt: skip
def test_what_is_said_to_an_order_says_what_is_wrong_in_it(beginnings, said):
    puzzle = puzzle_of(TASKS["collapse_linear"])
    right = right_order(puzzle)
    of_the_right = [puzzle.lines[i].text.strip() for i in right]
    order = [right[next(i for i, t in enumerate(of_the_right) if t.startswith(b))]
             for b in beginnings]  # fmt: skip
    assert said in judge(puzzle, order).words


def test_an_order_that_runs_and_gives_something_wrong_names_the_first_case():
    puzzle = puzzle_of(TASKS["numerical_gradient"])
    right = right_order(puzzle)
    texts = [puzzle.lines[i].text.strip() for i in right]
    above, low = texts.index("above = f(x)"), texts.index("x[i] = centre - h")
    right[above], right[low] = right[low], right[above]
    assert "in this order the result is wrong (first in: " in judge(puzzle, right).words


def test_the_mistakes_of_a_learner_become_the_wrong_lines():
    wrong = {
        line.mistake.id
        for line in puzzle_of(TASKS["backward"], ["bias-mean", "order-of-the-loop"]).lines
        if line.mistake
    }
    assert "bias-mean" in wrong


def test_comments_are_gone_and_a_statement_of_several_lines_stays_one():
    source = "def f(x):\n    'Say.'\n    # why\n    if x:  # so\n"
    source += "        y = g(\n            x,\n        )\n    return y  # it\n"
    assert statements(source) == ["if x:", "    y = g(\n        x,\n    )", "return y"]
