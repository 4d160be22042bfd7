"""Learning by nudges: what a round keeps, worked by hand."""

import numpy as np

from mlp_lesson.nudging import nudge_round


def bowl(p):
    """The lowest place is (1, -2, 0.05)."""
    return float(np.sum((p - [1, -2, 0.05]) ** 2))


def test_a_round_turns_each_number_once_towards_a_lower_error_or_leaves_it():
    # 0 -> 0.5 is nearer to 1; 0 -> -0.5 is nearer to -2; from 0 both turns lead away from 0.05
    start = np.zeros(3)
    assert nudge_round(bowl, start, 0.5).tolist() == [0.5, -0.5, 0]
    assert start.tolist() == [0, 0, 0]


def test_a_later_turn_starts_from_what_the_earlier_ones_made():
    # |a + b - 1|: once a has gone from 0 to 1, no turn of b helps any more
    assert nudge_round(lambda p: abs(p.sum() - 1), np.zeros(2), 1.0).tolist() == [1, 0]


def test_rounds_end_where_no_turn_helps():
    p = np.zeros(3)
    for _ in range(10):
        p = nudge_round(bowl, p, 0.5)
    assert p.tolist() == [1, -2, 0]
