"""Answers to exponential_decay: the form is told in answer_files.py."""

import math

import numpy as np


def by_logarithm(step, lr0, rate, every):
    return math.exp(math.log(lr0) + step / every * math.log(rate))


def by_steps(step, lr0, rate, every):
    for _ in range(step):
        lr0 = lr0 * rate ** (1 / every)
    return lr0


RIGHT = [by_logarithm, by_steps, lambda step, lr0, rate, every: np.power(rate, step / every) * lr0]

# ---- held out: above each function what its author was thinking


# Whole periods.
def ed_floor(step, lr0, rate, every):
    return lr0 * rate ** (step // every)


# e to the minus.
def ed_exp(step, lr0, rate, every):
    return lr0 * np.exp(-rate * step / every)


# The share that goes.
def ed_share(step, lr0, rate, every):
    return lr0 * (1 - rate) ** (step / every)


# Without brackets.
def ed_brackets(step, lr0, rate, every):
    return lr0 * rate**step / every


# every forgotten.
def ed_no_every(step, lr0, rate, every):
    return lr0 * rate**step


# lr0 forgotten.
def ed_no_start(step, lr0, rate, every):
    return rate ** (step / every)


# Times.
def ed_times(step, lr0, rate, every):
    return lr0 * rate * (step / every)


# Counts from 1.
def ed_next(step, lr0, rate, every):
    return lr0 * rate ** ((step + 1) / every)


# 1 / (1 + ...).
def ed_inverse(step, lr0, rate, every):
    return lr0 / (1 + rate * step / every)


HELD_OUT = [
    (ed_floor, "staircase", ["staircase"]),
    (ed_exp, "natural exponential", ["e^", "base"]),
    (ed_share, "share that goes", ["stays"]),
    (ed_brackets, "brackets", ["bracket"]),
    (ed_no_every, "every ignored", ["every` is ignored"]),
    (ed_no_start, "lr0 missing", ["lr0 is missing"]),
    (ed_times, "product for power", ["power"]),
    (ed_next, "one ahead", ["one step ahead"]),
    (ed_inverse, "inverse", ["1/(1"]),
]
