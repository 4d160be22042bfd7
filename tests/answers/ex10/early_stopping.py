"""Answers to early_stopping: the form is told in answer_files.py."""

import numpy as np


def by_slices(val_losses, patience):
    n = len(val_losses)
    for stop in range(patience + 1, n + 1):
        if min(val_losses[: stop - patience]) <= min(val_losses[stop - patience : stop]):
            return int(np.argmin(val_losses[:stop])) + 1, stop
    return int(np.argmin(val_losses)) + 1, n


def by_running_minimum(val_losses, patience):
    lowest = np.minimum.accumulate(val_losses)
    best_at = [list(val_losses).index(low) for low in lowest]
    for epoch, best in enumerate(best_at):
        if epoch - best >= patience:
            return best + 1, epoch + 1
    return best_at[-1] + 1, len(val_losses)


def by_while(val_losses, patience):
    epoch = best = 1
    while epoch < len(val_losses) and epoch - best < patience:
        epoch += 1
        if val_losses[epoch - 1] < val_losses[best - 1]:
            best = epoch
    return [best, epoch]


RIGHT = [by_slices, by_running_minimum, by_while]


# ---- held out: above each function what its author was thinking


# Counts from 0, as Python does.
def es_python(val_losses, patience):
    best, stop = by_while(val_losses, patience)
    return best - 1, stop - 1


# More than patience.
def es_more(val_losses, patience):
    return by_while(val_losses, patience + 1)


# The first rise stops the clock: compares with the last.
def es_last(val_losses, patience):
    waited = 0
    for i in range(1, len(val_losses)):
        waited = waited + 1 if val_losses[i] >= val_losses[i - 1] else 0
        if waited == patience:
            return i + 1 - patience, i + 1
    return int(np.argmin(val_losses)) + 1, len(val_losses)


# argmin of everything.
def es_argmin(val_losses, patience):
    return int(np.argmin(val_losses)) + 1, by_while(val_losses, patience)[1]


# argmin, and no stop.
def es_whole(val_losses, patience):
    best = int(np.argmin(val_losses)) + 1
    return best, min(best + patience, len(val_losses))


# best plus patience, always.
def es_beyond(val_losses, patience):
    best, _ = by_while(val_losses, patience)
    return best, best + patience


# Equal is good enough.
def es_equal(val_losses, patience):
    best_epoch, best, waited = 0, np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss <= best:
            best_epoch, best, waited = epoch, loss, 0
        else:
            waited += 1
            if waited >= patience:
                return best_epoch, epoch
    return best_epoch, epoch


# Patience is used up over the whole run.
def es_total(val_losses, patience):
    best_epoch, best, waited = 0, np.inf, 0
    for epoch, loss in enumerate(val_losses, 1):
        if loss < best:
            best_epoch, best = epoch, loss
        else:
            waited += 1
            if waited >= patience:
                return best_epoch, epoch
    return best_epoch, epoch


# As for accuracies.
def es_max(val_losses, patience):
    return by_while([-loss for loss in val_losses], patience)


# The stop, then the best.
def es_swapped(val_losses, patience):
    return by_while(val_losses, patience)[::-1]


# Forgets the end.
def es_forgets(val_losses, patience):
    best, stop = by_while(val_losses, patience)
    return (best, stop) if stop - best >= patience else None


# The losses.
def es_values(val_losses, patience):
    best, stop = by_while(val_losses, patience)
    return val_losses[best - 1], val_losses[stop - 1]


HELD_OUT = [
    (es_python, "from 0", ["from 1"]),
    (es_more, "one too patient", ["too patient"]),
    (es_last, "the loss before", ["best so far", "one before"]),
    (es_argmin, "best of the whole curve", ["whole curve", "so far"]),
    (es_whole, "best of the whole curve", ["whole", "so far"]),
    (es_beyond, "beyond the end", ["end"]),
    (es_equal, "equal counts as better", ["equally"]),
    (es_total, "never reset", ["in a row"]),
    (es_max, "largest", ["largest"]),
    (es_swapped, "exchanged", ["exchanged"]),
    (es_forgets, "nothing at the end", ["nothing comes out", "none"]),
    (es_values, "losses for epochs", ["numbers"]),
]
