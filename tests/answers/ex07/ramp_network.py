"""Answers to ramp_network: the form is told in answer_files.py."""

import numpy as np


def from_the_right(start, end, before, after):
    """Units that look to the left: after at the right end, a slope from `end` downward."""
    slope = (after - before) / (end - start)
    return np.array([[-1, -1]]), np.array([end, start]), np.array([-slope, slope]), after


def scaled_units(start, end, before, after):
    width = end - start
    W1 = np.array([[1 / width, 1 / width]])
    b1 = [-start / width, -end / width]
    return W1, b1, [after - before, before - after], before


def from_both_sides(start, end, before, after):
    """A straight line, max(0, z) - max(0, -z), with a bend at either end."""
    s = (after - before) / (end - start)
    W1, b1 = [[1, -1, -1, 1]], [-start, start, start, -end]
    return W1, b1, [s, -s, s, -s], before


def many_units(start, end, before, after):
    knots = np.linspace(start, end, 6)
    slopes = np.r_[0, np.full(5, (after - before) / (end - start)), 0]
    return np.ones((1, 6)), -knots, np.diff(slopes), float(before)


RIGHT = [from_the_right, scaled_units, from_both_sides, many_units]

# ---- held out: above each function what its author was thinking


def slope_of(start, end, before, after):
    return (after - before) / (end - start)


# One unit bends once: enough for a ramp.
def ra_one_unit(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 1)), np.array([-start]), np.array([s]), before


# The slope is how far it goes.
def ra_no_width(start, end, before, after):
    s = after - before
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), before


# A falling ramp has a negative slope: always minus.
def ra_minus(start, end, before, after):
    s = -slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), before


# Biases are the places.
def ra_bias_sign(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([start, end]), np.array([s, -s]), before


# Forgets b2.
def ra_no_b2(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), 0


# b2 is where it ends.
def ra_b2_after(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), after


# Both units add the slope.
def ra_both_plus(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, s]), before


# Weights of steps: up by before, down by after.
def ra_as_steps(start, end, before, after):
    return np.ones((1, 2)), np.array([-start, -end]), np.array([before, -after]), before


# Quotient upside down.
def ra_upside_down(start, end, before, after):
    s = (end - start) / (after - before) if after != before else 0
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -s]), before


# Second unit turned to the left.
def ra_one_turned(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.array([[1, -1]]), np.array([-start, end]), np.array([s, -s]), before


# Slope in W1, the biases forgotten there.
def ra_slope_inside(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.array([[s, s]]), np.array([-start, -end]), np.array([1, -1]), before


# Slope in W1 and in the biases: negative slopes turn the unit round.
def ra_slope_inside_both(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.array([[s, s]]), np.array([-s * start, -s * end]), np.array([1, -1]), before


# Start and end exchanged.
def ra_exchanged(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-end, -start]), np.array([s, -s]), before


# A ramp from 0 to 1.
def ra_unit(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([0, -1]), np.array([s, -s]), before


# The bend at the end goes to slope 0 by subtracting `after`.
def ra_minus_after(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((1, 2)), np.array([-start, -end]), np.array([s, -after]), before


# W1 as a column.
def ra_column(start, end, before, after):
    s = slope_of(start, end, before, after)
    return np.ones((2, 1)), np.array([-start, -end]), np.array([s, -s]), before


# The function itself.
def ra_function(start, end, before, after):
    return lambda x: np.interp(x, [start, end], [before, after])


HELD_OUT = [
    (ra_one_unit, "no second bend", ["second", "end"]),
    (ra_no_width, "not divided by the width", ["end - start"]),
    (ra_minus, "slope negated", ["sign"]),
    (ra_bias_sign, "bias without minus", ["bias", "-start", "minus"]),
    (ra_no_b2, "b2 forgotten", ["b2"]),
    (ra_b2_after, "b2 is after", ["b2"]),
    (ra_both_plus, "the slope twice", ["w2", "take back", "minus"]),
    (ra_as_steps, "heights for slopes", ["slope"]),
    (ra_upside_down, "quotient upside down", ["upside down", "slope"]),
    (ra_one_turned, "second unit turned", ["left", "direction", "W1"]),
    (ra_slope_inside, "bias not scaled", ["bend", "bias"]),
    (ra_slope_inside_both, "units turned by a negative slope", ["W1"]),
    (ra_exchanged, "places exchanged", ["exchanged"]),
    (ra_unit, "from 0 to 1", ["start+end", "0 to 1"]),
    (ra_minus_after, "height for slope", ["slope", "after `end`", "beyond"]),
    (ra_column, "W1 transposed", ["transposed", "row for each input"]),
    (ra_function, "a function", ["four results"]),
]
