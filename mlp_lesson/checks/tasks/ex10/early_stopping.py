"""When to stop, and which epoch's weights to keep, from the validation losses."""

import numpy as np

from ...engine.slips import slips
from ...engine.task import Case, Task


def early_stopping(val_losses, patience):
    """(best, stop): the epoch of the smallest loss so far, and the one after which training ends.

    Epochs count from 1. It ends once `patience` epochs in a row were no better than the best.
    """
    best_epoch, best, waited = 0, np.inf, 0
    for epoch, loss in enumerate(val_losses, start=1):
        waited += 1
        if loss < best:
            best_epoch, best, waited = epoch, loss, 0
        if waited == patience:
            return best_epoch, epoch
    return best_epoch, len(val_losses)


def cases(rng):
    valley = 0.1 * np.abs(np.arange(30) - 11) + 1.0
    noisy = valley + rng.normal(0, 0.2, 30)
    return [
        Case(([0.9, 0.7, 0.6, 0.65, 0.62, 0.5], 2), "it would have become better"),
        Case(([0.9, 0.7, 0.6, 0.65, 0.62, 0.5], 3), "patience rewarded"),
        Case(([5.0, 4.0, 3.0, 2.0, 1.0], 3), "it falls to the end"),
        Case(([3.0, 2.0, 1.0, 1.5], 3), "the curve ends before patience does"),
        Case(([2.0, 1.0, 1.0, 1.0, 1.0, 0.5], 3), "equally good epochs"),
        Case(([1.0, 2.0, 3.0, 4.0], 2), "the first epoch is the best"),
        Case(([3.0, 1.0, 2.0, 1.5, 1.2, 1.1, 0.5], 4), "falling again, but not below the best"),
        Case(([4.0, 3.0, 3.5, 2.0, 2.5, 1.0, 1.5, 1.6, 0.1], 2), "single steps up on the way down"),
        Case(([0.7], 1), "one epoch"),
        Case(([3, 2, 4, 1, 5, 6], 1), "patience 1, integers"),
        Case(([1.0, 0.999999, 0.999998, 0.999997, 0.999996], 2), "tiny steps down"),
        Case(([0.5, 0.0, 0.1, 0.2, 0.0, 0.3], 3), "a loss of exactly 0"),
        Case((valley, 5), "a valley, as an array"),
        Case((noisy, 4), "a noisy valley"),
        Case(([np.float64(8.0), 7.0, 7.5, 7.2, 6.9, 7.0, 7.1, 7.3, 6.0], 3), "the best comes late"),
    ]


SLIPS = slips(
    early_stopping,
    """
    from-zero: start=1 -> start=0
    and: return best_epoch, len(val_losses) -> return best_epoch, len(val_losses) - 1
        Both epochs are one too small: they count from 1, Python's places from 0.
    best-from-zero: return best_epoch, epoch -> return best_epoch - 1, epoch
    and: return best_epoch, len(val_losses) -> return best_epoch - 1, len(val_losses)
        The best epoch is one too small: epochs count from 1, `argmin` from 0.
    stop-from-zero: return best_epoch, epoch -> return best_epoch, epoch - 1
    and: return best_epoch, len(val_losses) -> return best_epoch, len(val_losses) - 1
        The stop is one too early: epochs count from 1, not from 0.
    stop-before: return best_epoch, epoch -> return best_epoch, epoch - 1
        Where patience is used up, the stop is one too early: either it counts from 0 there, or the
        epoch that uses it up is left out.
    one-too-patient: waited == patience -> waited == patience + 1
        One epoch too patient: stop as soon as `patience` epochs in a row were no better, so `>=`
        and not `>`.
    one-too-impatient: waited == patience -> waited >= patience - 1 and waited
        One epoch too impatient: the best epoch itself does not count as one that was waited.
    no-stop: return best_epoch, epoch -> pass
        It never stops early, so the best of the *whole* curve comes out. A run that has stopped
        does not know what would have come.
    lowest-then-patience: return best_epoch, epoch -> pass
    and: return best_epoch, len(val_losses) -> return best_epoch, min(best_epoch + patience, epoch)
        The lowest loss of the *whole* curve is looked for first, then patience is added. An earlier
        stop is overlooked, and with it that nothing after it is known.
    whole-curve-best: return best_epoch, epoch -> return int(np.argmin(val_losses)) + 1, epoch
        The best epoch is that of the whole curve, later than the stop. When training stops, only
        the epochs so far are known.
    equal-counts: loss < best -> loss <= best
        An equally good epoch is taken for a better one. It must be smaller, or a flat curve would
        never stop.
    against-last:
    - if loss < best:
    -     best_epoch, best, waited = epoch, loss, 0
    + if loss < best:
    +     best_epoch, waited = epoch, 0
    + best = loss
        Each loss is compared with the one before. It must be compared with the best so far.
    against-first:
    - best_epoch, best, waited = 0, np.inf, 0
    + best_epoch, best, waited = 1, val_losses[0], -1
    and: best_epoch, best, waited = epoch, loss, 0 -> best_epoch, waited = epoch, 0
        Each loss is compared with that of the first epoch. Remember the best loss anew whenever
        there is a better one.
    against-patience-ago:
    - if waited == patience:
    + if epoch > patience and loss >= val_losses[epoch - 1 - patience]:
        Each loss is compared with the one `patience` epochs before it. It must be compared with the
        best so far.
    rises-counted:
    - waited += 1
    - if loss < best:
    -     best_epoch, best, waited = epoch, loss, 0
    + waited = waited + 1 if epoch > 1 and loss > val_losses[epoch - 2] else 0
    + if loss < best:
    +     best_epoch, best = epoch, loss
        Rises over the epoch before are counted. An epoch that falls again counts, too, as long as
        it is no better than the best.
    zero-is-none: 0, np.inf, 0 -> 0, None, 0
    and: loss < best -> not best or loss < best
        A best loss of exactly 0 is taken for no best loss at all: `not best` holds for None and for
        0. Ask `best is None`, or begin with infinity.
    margin: loss < best -> loss < best - 1e-3
        A loss counts as better only beyond some margin. Any smaller loss is better.
    starts-at-one: 0, np.inf, 0 -> 1, 1.0, 0
        The best loss is 1 to begin with, so a loss above 1 is never better. Begin with infinity, or
        with the first loss.
    last-of-equals:
    - if loss < best:
    -     best_epoch, best, waited = epoch, loss, 0
    + if loss < best:
    +     best_epoch, best, waited = epoch, loss, 0
    + elif loss == best:
    +     best_epoch = epoch
        Of several equally good epochs the last one comes out. The first one is asked for.
    not-set-back:
    - waited += 1
    - if loss < best:
    -     best_epoch, best, waited = epoch, loss, 0
    + if loss < best:
    +     best_epoch, best = epoch, loss
    + else:
    +     waited += 1
        The count is not set back when there is a better loss. Only epochs *in a row* use up the
        patience.
    never-reset: best_epoch, best, waited = epoch, loss, 0 -> best_epoch, best = epoch, loss
        The count is never set back to 0: the epochs without progress must come in a row.
    largest: loss < best -> loss > best
    and: 0, np.inf, 0 -> 0, -np.inf, 0
        The largest loss is taken for the best. These are losses, not accuracies: small is good.
    best-twice: return best_epoch, epoch -> return best_epoch, best_epoch
    and: return best_epoch, len(val_losses) -> return best_epoch, best_epoch
        The best epoch comes out twice. Training goes on for `patience` epochs after it, or to the
        end of the curve; that is the second number.
    exchanged: return best_epoch, epoch -> return epoch, best_epoch
    and: return best_epoch, len(val_losses) -> return len(val_losses), best_epoch
        The two are exchanged: first the best epoch, then the one after which training stops.
    losses-for-epochs: return best_epoch, epoch -> return best, loss
    and: return best_epoch, len(val_losses) -> return best, loss
        These are losses. The *numbers* of the two epochs are asked for.
    beyond-the-end: return best_epoch, len(val_losses) -> return best_epoch, best_epoch + patience
        Where the curve ends before patience does, the stop is its last epoch: training cannot go on
        after the end.
    end-minus-patience:
    - return best_epoch, len(val_losses)
    + return len(val_losses) - patience, len(val_losses)
        Where the curve ends before patience does, the best epoch does not lie `patience` before the
        end: it must be remembered.
    nothing-at-the-end: return best_epoch, len(val_losses) -> return None
        Nothing comes out where the curve ends before patience does. After the loop, return the best
        epoch and the last one.
    first-rise: waited == patience -> waited == 1
        It stops at the first epoch that is no better, whatever `patience` is.
    always-to-the-end: return best_epoch, epoch -> return best_epoch, len(val_losses)
        The stop is the last epoch of the list, also where patience was used up before: return the
        epoch in which that happened.
    both-one-too-large: return best_epoch, epoch -> return best_epoch + 1, epoch + 1
    and: return best_epoch, len(val_losses) -> return best_epoch + 1, len(val_losses) + 1
        Both epochs are one too large: is 1 added twice?
    stop-one-late: return best_epoch, epoch -> return best_epoch, epoch + 1
        Where patience is used up, the stop is one too late: it is the epoch that uses it up.
    smallest-of-window: return best_epoch, epoch -> return epoch - patience + 1, epoch
        Where it stops, the epoch after the best one comes out. The best lies `patience` epochs
        before the stop.
    patience-ignored: if waited == patience: -> if waited == 3:
        It waits for three epochs, as in the example. Take `patience`.
    patience-of-all: waited += 1 -> waited = epoch
        All epochs count from the start, also those that were better: count those since the best.
    asked-before-comparing:
    - if loss < best:
    -     best_epoch, best, waited = epoch, loss, 0
    - if waited == patience:
    -     return best_epoch, epoch
    + if waited == patience and epoch > 1:
    +     return best_epoch, epoch
    + if loss < best:
    +     best_epoch, best, waited = epoch, loss, 0
        Whether patience is used up is asked before the epoch's own loss is compared: an epoch that
        is better than the best so far ends the run all the same. Compare first, then ask.
    set-back-by-one:
    - best_epoch, best, waited = epoch, loss, 0
    + best_epoch, best, waited = epoch, loss, max(0, waited - 2)
        A new best loss sets the count back by one only. It begins again at 0: the epochs without
        progress must come in a row.
    """,
)

TASK = Task(
    "early_stopping",
    points=2,
    taught_in="Early stopping",
    reference=early_stopping,
    cases=cases,
    mistakes=SLIPS,
    parts=("best_epoch", "stop_epoch"),
    hints=(
        "Walk through the losses as training would, one epoch after the other, and remember three "
        "things: the best loss, its epoch, and for how many epochs nothing better has come.",
        "A smaller loss than the best sets the count back to 0, any other adds 1. Which test ends "
        "the walk, and what comes out if the curve ends first?",
        "`for epoch, loss in enumerate(val_losses, start=1)`; when the count reaches patience, "
        "return the best epoch and this one; after the loop, the best epoch and the length.",
    ),
)
