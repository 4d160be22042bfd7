"""Answers to exercise 11 by somebody who had not seen the checks; each wrong one with its cause."""

import math
import statistics
from collections import Counter

import numpy as np
from scipy import stats



# ---- precision_recall_f1
def precision_recall_f1_wrong_sides_exchanged(cm):
    hits = np.diag(cm).astype(float)
    rows, cols = cm.sum(axis=1), cm.sum(axis=0)
    zero = np.zeros(len(cm))
    p = np.divide(hits, rows, out=zero.copy(), where=rows > 0)
    r = np.divide(hits, cols, out=zero.copy(), where=cols > 0)
    f1 = np.divide(2 * hits, rows + cols, out=zero.copy(), where=rows + cols > 0)
    return p, r, f1


def precision_recall_f1_wrong_nan(cm):
    hits = np.diag(cm)
    p = hits / cm.sum(axis=0)
    r = hits / cm.sum(axis=1)
    return p, r, 2 * hits / (cm.sum(axis=0) + cm.sum(axis=1))


def precision_recall_f1_wrong_warns(cm):
    hits = np.diag(cm)
    p = np.nan_to_num(hits / cm.sum(axis=0))
    r = np.nan_to_num(hits / cm.sum(axis=1))
    f1 = np.nan_to_num(2 * hits / (cm.sum(axis=0) + cm.sum(axis=1)))
    return p, r, f1


def precision_recall_f1_wrong_where(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = np.where(cols > 0, hits / cols, 0.0)
    r = np.where(rows > 0, hits / rows, 0.0)
    f1 = np.where(cols + rows > 0, 2 * hits / (cols + rows), 0.0)
    return p, r, f1


def precision_recall_f1_wrong_plain_mean(cm):
    p, r = [], []
    for k in range(len(cm)):
        col, row = cm[:, k].sum(), cm[k].sum()
        p.append(cm[k, k] / col if col else 0.0)
        r.append(cm[k, k] / row if row else 0.0)
    p, r = np.array(p), np.array(r)
    return p, r, (p + r) / 2


def precision_recall_f1_wrong_f1_unguarded(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    return p, r, 2 * p * r / (p + r)


def precision_recall_f1_wrong_two_missing(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    f1 = hits / np.where(cols + rows == 0, 1, cols + rows)
    return p, r, f1


def precision_recall_f1_wrong_geometric(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    return p, r, np.sqrt(p * r)


def precision_recall_f1_wrong_empty_like(cm):
    p, r, f1 = (np.zeros_like(cm[0]) for _ in range(3))
    for k in range(cm.shape[0]):
        hit, col, row = cm[k, k], cm[:, k].sum(), cm[k, :].sum()
        if col > 0:
            p[k] = hit / col
        if row > 0:
            r[k] = hit / row
        if col + row > 0:
            f1[k] = 2 * hit / (col + row)
    return p, r, f1


def precision_recall_f1_wrong_hits_not_in_sum(cm):
    p, r, f1 = [], [], []
    for k in range(len(cm)):
        tp = cm[k, k]
        fp = cm[:, k].sum() - tp
        fn = cm[k, :].sum() - tp
        p.append(tp / fp if fp > 0 else 0.0)
        r.append(tp / fn if fn > 0 else 0.0)
        f1.append(2 * tp / (2 * tp + fp + fn) if tp + fp + fn > 0 else 0.0)
    return np.array(p), np.array(r), np.array(f1)


def precision_recall_f1_wrong_share_of_all(cm):
    k = len(cm)
    hits = np.diag(cm) / cm.sum()
    cols, rows = cm.sum(axis=0), cm.sum(axis=1)
    total = cols + rows
    f1 = np.array([2 * cm[i, i] / total[i] if total[i] else 0.0 for i in range(k)])
    return hits, hits.copy(), f1


def precision_recall_f1_wrong_in_place(cm):
    tp = np.diag(cm).astype(float)
    np.fill_diagonal(cm, 0)
    fp, fn = cm.sum(axis=0), cm.sum(axis=1)

    def share(a, b):
        return np.divide(a, b, out=np.zeros(len(a)), where=b > 0)

    return share(tp, tp + fp), share(tp, tp + fn), share(2 * tp, 2 * tp + fp + fn)


def precision_recall_f1_wrong_plus_one(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    return hits / (cols + 1), hits / (rows + 1), 2 * hits / (cols + rows + 1)


def precision_recall_f1_wrong_one_for_nothing(cm):
    hits, cols, rows = np.diag(cm).astype(float), cm.sum(axis=0), cm.sum(axis=1)
    one = np.ones(len(cm))
    p = np.divide(hits, cols, out=one.copy(), where=cols > 0)
    r = np.divide(hits, rows, out=one.copy(), where=rows > 0)
    f1 = np.divide(2 * hits, cols + rows, out=one.copy(), where=cols + rows > 0)
    return p, r, f1


def precision_recall_f1_wrong_two_classes(cm):
    (tn, fp), (fn, tp) = cm
    p = np.array([tn / max(tn + fn, 1), tp / max(tp + fp, 1)])
    r = np.array([tn / max(tn + fp, 1), tp / max(tp + fn, 1)])
    f1 = np.array([2 * tn / max(2 * tn + fn + fp, 1), 2 * tp / max(2 * tp + fp + fn, 1)])
    return p, r, f1


def precision_recall_f1_wrong_specificity(cm):
    hits, cols, rows, total = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1), cm.sum()
    p = hits / np.where(cols == 0, 1, cols)
    others = total - rows
    r = (total - rows - cols + hits) / np.where(others == 0, 1, others)
    f1 = 2 * hits / np.where(cols + rows == 0, 1, cols + rows)
    return p, r, f1


def precision_recall_f1_wrong_order(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    f1 = 2 * hits / np.where(cols + rows == 0, 1, cols + rows)
    return r, p, f1


def precision_recall_f1_wrong_micro(cm):
    share = np.trace(cm) / cm.sum()
    return share, share, share


def precision_recall_f1_wrong_averaged(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    f1 = 2 * hits / np.where(cols + rows == 0, 1, cols + rows)
    return p.mean(), r.mean(), f1.mean()


def precision_recall_f1_wrong_all_or_nothing(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    nothing = np.zeros(len(cm))
    p = hits / cols if np.all(cols > 0) else nothing
    r = hits / rows if np.all(rows > 0) else nothing
    f1 = 2 * hits / (cols + rows) if np.all(cols + rows > 0) else nothing
    return p, r, f1


def precision_recall_f1_wrong_other_diagonal(cm):
    hits, cols, rows = np.diag(np.fliplr(cm)), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    f1 = 2 * hits / np.where(cols + rows == 0, 1, cols + rows)
    return p, r, f1


def precision_recall_f1_wrong_left_out(cm):
    p, r, f1 = [], [], []
    for k in range(len(cm)):
        if cm[k, k] == 0:
            continue
        p.append(cm[k, k] / cm[:, k].sum())
        r.append(cm[k, k] / cm[k].sum())
        f1.append(2 * cm[k, k] / (cm[:, k].sum() + cm[k].sum()))
    return np.array(p), np.array(r), np.array(f1)


def precision_recall_f1_wrong_rounded(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)
    r = hits / np.where(rows == 0, 1, rows)
    f1 = 2 * hits / np.where(cols + rows == 0, 1, cols + rows)
    return p.round(3), r.round(3), f1.round(3)


def precision_recall_f1_wrong_exchanged_nan(cm):
    hits = cm.diagonal()
    p, r = hits / cm.sum(axis=1), hits / cm.sum(axis=0)
    return p, r, 2 / (1 / p + 1 / r)


def precision_recall_f1_right_divide(cm):
    hits, cols, rows = np.diag(cm).astype(float), cm.sum(axis=0), cm.sum(axis=1)

    def share(a, b):
        return np.divide(a, b, out=np.zeros(len(a)), where=b > 0)

    return share(hits, cols), share(hits, rows), share(2 * hits, cols + rows)


def precision_recall_f1_right_loop(cm):
    k = cm.shape[0]
    cm = cm.astype(float)
    p, r, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(k):
        called = sum(cm[i, c] for i in range(k))
        there = sum(cm[c, j] for j in range(k))
        if called > 0:
            p[c] = cm[c, c] / called
        if there > 0:
            r[c] = cm[c, c] / there
        if called + there > 0:
            f1[c] = 2 * cm[c, c] / (called + there)
    return p, r, f1


def precision_recall_f1_right_no_zero_below(cm):
    hits, cols, rows = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = hits / np.where(cols == 0, 1, cols)  # no hits where there is no column
    r = hits / np.where(rows == 0, 1, rows)
    below = np.where(p + r == 0, 1, p + r)
    return p, r, 2 * p * r / below


def precision_recall_f1_right_errstate(cm):
    with np.errstate(divide="ignore", invalid="ignore"):
        hits = np.einsum("ii->i", cm).astype(float)
        p = hits / np.ones(len(cm)).dot(cm)
        r = hits / cm.dot(np.ones(len(cm)))
        f1 = 2 * hits / (cm.sum(axis=0) + cm.sum(axis=1))
    return tuple(np.where(np.isnan(v), 0.0, v) for v in (p, r, f1))


def precision_recall_f1_right_normalised(cm):
    def diagonal_of_shares(table):
        return np.array([row[i] / row.sum() if row.sum() else 0.0 for i, row in enumerate(table)])

    return diagonal_of_shares(cm.T), diagonal_of_shares(cm), diagonal_of_shares(cm.astype(float) + cm.T)


# ---- macro_average
def macro_average_wrong_all_classes(values, support):
    return np.mean(values)


def macro_average_wrong_values_above_zero(values, support):
    return values[values > 0].mean()


def macro_average_wrong_divided_by_k(values, support):
    return values[support > 0].sum() / len(values)


def macro_average_wrong_sum_of_all(values, support):
    return np.sum(values) / np.count_nonzero(support)


def macro_average_wrong_weighted(values, support):
    return np.average(values, weights=support)


def macro_average_wrong_above_one(values, support):
    occurs = [v for v, s in zip(values, support) if s > 1]
    return sum(occurs) / max(len(occurs), 1)


def macro_average_wrong_at_least_zero(values, support):
    return values[support >= 0].mean()


def macro_average_wrong_sum(values, support):
    return values[support > 0].sum()


def macro_average_wrong_median(values, support):
    return np.median(values[support > 0])


def macro_average_wrong_turned_round(values, support):
    absent = values[support == 0]
    return absent.mean() if len(absent) else values.mean()


def macro_average_wrong_in_place(values, support):
    values[support == 0] = 0
    return values.sum() / (support > 0).sum()


def macro_average_wrong_index(values, support):
    return np.mean([values[int(s) % len(values)] for s in support if s > 0])


def macro_average_wrong_unique(values, support):
    return np.mean(np.unique(values[support > 0]))


def macro_average_wrong_divided_by_samples(values, support):
    return values[support > 0].sum() / support.sum()


def macro_average_wrong_harmonic(values, support):
    v = values[support > 0]
    return 0.0 if np.any(v == 0) else len(v) / np.sum(1 / v)


def macro_average_wrong_only_at_the_end(values, support):
    last = int(np.flatnonzero(support)[-1])
    return values[: last + 1].mean()


def macro_average_wrong_stops_at_first(values, support):
    total, n = 0.0, 0
    for v, s in zip(values, support):
        if s == 0:
            break
        total += v
        n += 1
    return total / max(n, 1)


def macro_average_wrong_without_class_zero(values, support):
    v, s = values[1:], support[1:]
    return v[s > 0].mean() if np.any(s > 0) else 0.0


def macro_average_wrong_whole_division(values, support):
    occurs = support > 0
    return np.sum(values[occurs]) // np.sum(occurs)


def macro_average_wrong_rounded(values, support):
    return round(float(values[support > 0].mean()), 3)


def macro_average_wrong_vector(values, support):
    occurs = support > 0
    return values * occurs / occurs.sum()


def macro_average_wrong_both_above_zero(values, support):
    chosen = values[(support > 0) & (values > 0)]
    return chosen.mean() if len(chosen) else 0.0


def macro_average_wrong_sum_over_samples(values, support):
    return values.sum() / support.sum()


def macro_average_right_mask(values, support):
    return values[support > 0].mean()


def macro_average_right_loop(values, support):
    total, n = 0.0, 0
    for k in range(len(values)):
        if support[k] == 0:
            continue
        total += float(values[k])
        n += 1
    return total / n


def macro_average_right_where(values, support):
    return np.mean(values, where=np.asarray(support) > 0)


def macro_average_right_statistics(values, support):
    return statistics.fmean(float(v) for v, s in zip(values, support, strict=True) if s > 0)


def macro_average_right_running(values, support):
    mean = 0.0
    for n, k in enumerate(np.flatnonzero(support), start=1):
        mean += (values[k] - mean) / n
    return mean


def macro_average_right_compress(values, support):
    there = np.compress(np.sign(support) == 1, values)
    return float(np.add.reduce(there) / there.shape[0])


# ---- weighted_average
def weighted_average_wrong_plain(values, support):
    return values.mean()


def weighted_average_wrong_macro(values, support):
    return values[support > 0].mean()


def weighted_average_wrong_divided_by_k(values, support):
    return np.sum(values * support) / len(values)


def weighted_average_wrong_not_divided(values, support):
    return float(np.dot(values, support))


def weighted_average_wrong_divided_by_values(values, support):
    total = values.sum()
    return np.sum(values * support) / total if total else 0.0


def weighted_average_wrong_squared(values, support):
    w = support.astype(float) ** 2
    return np.average(values, weights=w)


def weighted_average_wrong_root(values, support):
    w = np.sqrt(support)
    return np.sum(w * values) / np.sum(w)


def weighted_average_wrong_inverse(values, support):
    there = support > 0
    w = 1 / support[there]
    return np.sum(w * values[there]) / w.sum()


def weighted_average_wrong_whole_division(values, support):
    share = support // support.sum()
    return np.sum(values * share)


def weighted_average_wrong_softmax(values, support):
    e = np.exp(support - np.max(support))
    return np.sum(values * e / e.sum())


def weighted_average_wrong_largest(values, support):
    return np.sum(values * (support / support.max()))


def weighted_average_wrong_brackets(values, support):
    return np.mean(values * support.sum() / support.sum())


def weighted_average_wrong_in_place(values, support):
    total = 0.0
    n = support.sum()
    for k in range(len(values)):
        total += values[k] * support[k] / n
        support[k] = 0
    return total


def weighted_average_wrong_missing_as_one(values, support):
    s = np.maximum(support, 1)
    return (values * s).sum() / s.sum()


def weighted_average_wrong_from_one(values, support):
    total = 0.0
    for k in range(1, len(values)):
        total += values[k] * support[k]
    return total / support.sum()


def weighted_average_wrong_exchanged(values, support):
    return np.average(support, weights=values)


def weighted_average_wrong_two_means(values, support):
    there = support > 0
    return np.mean((values * support)[there]) / np.mean(support)


def weighted_average_wrong_harmonic(values, support):
    if np.any(values[support > 0] == 0):
        return 0.0
    there = support > 0
    return support.sum() / np.sum(support[there] / values[there])


def weighted_average_wrong_most_frequent(values, support):
    return values[np.argmax(support)]


def weighted_average_wrong_median(values, support):
    return float(np.median(np.repeat(values, support.astype(int))))


def weighted_average_wrong_shares_rounded(values, support):
    share = np.round(support / support.sum(), 2)
    return np.sum(values * share)


def weighted_average_wrong_vector(values, support):
    return values * support / support.sum()


def weighted_average_wrong_last_out(values, support):
    n = len(values) - 1
    return sum(values[k] * support[k] for k in range(n)) / max(n, 1)


def weighted_average_right_sums(values, support):
    return np.sum(values * support) / np.sum(support)


def weighted_average_right_np_average(values, support):
    return np.average(values, weights=support)


def weighted_average_right_samples(values, support):
    total, n = 0.0, 0
    for value, times in zip(values, support, strict=True):
        total += float(value) * float(times)
        n += float(times)
    return total / n


def weighted_average_right_repeat(values, support):
    each_sample = np.repeat(np.asarray(values, dtype=float), np.asarray(support).astype(int))
    return each_sample.mean()


def weighted_average_right_running(values, support):
    mean, seen = 0.0, 0
    for k in np.flatnonzero(support):
        seen = seen + float(support[k])
        mean = mean + (values[k] - mean) * (float(support[k]) / seen)
    return mean


def weighted_average_right_shares(values, support):
    shares = support / support.sum()
    return float(shares @ values)


# ---- which_is_truth
def _counts(column, k):
    """How often 0 ... k - 1 occur, and how many labels lie beyond."""
    column = np.asarray(column)
    return [int(np.sum(column == c)) for c in range(k)], int(np.sum(column >= k))


def which_is_truth_wrong_exchanged(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, len(counts))
        return beyond == 0 and n == list(counts)

    return 2 * fits(a) + fits(b)


def which_is_truth_wrong_both_as_one(a, b, counts):
    k = len(counts)
    if _counts(a, k) == (list(counts), 0):
        return 1
    if _counts(b, k) == (list(counts), 0):
        return 2
    return 0


def which_is_truth_wrong_both_as_none(a, b, counts):
    k = len(counts)
    fa, fb = (_counts(c, k) == (list(counts), 0) for c in (a, b))
    if fa and not fb:
        return 1
    if fb and not fa:
        return 2
    return 0


def which_is_truth_wrong_none_as_three(a, b, counts):
    k = len(counts)
    fa, fb = (_counts(c, k) == (list(counts), 0) for c in (a, b))
    if fa == fb:
        return 3
    return 1 if fa else 2


def which_is_truth_wrong_no_minlength(a, b, counts):
    fa = np.array_equal(np.bincount(a), counts)
    fb = np.array_equal(np.bincount(b), counts)
    return int(fa) + 2 * int(fb)


def which_is_truth_wrong_cut_off(a, b, counts):
    k = len(counts)
    fa = np.array_equal(np.bincount(a, minlength=k)[:k], counts)
    fb = np.array_equal(np.bincount(b, minlength=k)[:k], counts)
    return int(fa) + 2 * int(fb)


def which_is_truth_wrong_index_error(a, b, counts):
    def fits(column):
        n = [0] * len(counts)
        for label in column:
            n[label] += 1
        return n == list(counts)

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_counts_down(a, b, counts):
    def fits(column, left):
        for label in column:
            if label >= len(left):
                return False
            left[label] -= 1
        return all(v == 0 for v in left)

    fb = fits(b, list(counts))
    return fits(a, counts) + 2 * fb


def which_is_truth_wrong_sorts_in_place(a, b, counts):
    wanted = [k for k, c in enumerate(counts) for _ in range(c)]
    a.sort()
    b.sort()
    return (list(a) == wanted) + 2 * (list(b) == wanted)


def which_is_truth_wrong_only_which(a, b, counts):
    wanted = {k for k, c in enumerate(counts) if c > 0}
    return (set(np.asarray(a).tolist()) == wanted) + 2 * (set(np.asarray(b).tolist()) == wanted)


def which_is_truth_wrong_only_the_total(a, b, counts):
    return (len(a) == sum(counts)) + 2 * (len(b) == sum(counts))


def which_is_truth_wrong_sum_of_labels(a, b, counts):
    total = sum(k * int(c) for k, c in enumerate(counts))
    return int(np.sum(a) == total) + 2 * int(np.sum(b) == total)


def which_is_truth_wrong_sorted_counts(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, len(counts))
        return beyond == 0 and sorted(n) == sorted(counts)

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_any(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, len(counts))
        return beyond == 0 and any(x == c for x, c in zip(n, counts))

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_zeros_skipped(a, b, counts):
    def fits(column):
        return all(np.sum(np.asarray(column) == k) == c for k, c in enumerate(counts) if c > 0)

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_wrong_at_least(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, len(counts))
        return beyond == 0 and all(x >= c for x, c in zip(n, counts))

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_labels_from_one(a, b, counts):
    def fits(column):
        return all(np.sum(np.asarray(column) == k + 1) == c for k, c in enumerate(counts))

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_wrong_nearer(a, b, counts):
    def off(column):
        n, beyond = _counts(column, len(counts))
        return beyond + sum(abs(x - c) for x, c in zip(n, counts))

    if off(a) == off(b):
        return 3
    return 1 if off(a) < off(b) else 2


def which_is_truth_wrong_last_not_compared(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, len(counts))
        return beyond == 0 and all(n[k] == counts[k] for k in range(len(counts) - 1))

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_counter_zeros(a, b, counts):
    wanted = {k: int(c) for k, c in enumerate(counts)}
    fa = dict(Counter(int(v) for v in a)) == wanted
    fb = dict(Counter(int(v) for v in b)) == wanted
    return fa + 2 * fb


def which_is_truth_wrong_with_each_other(a, b, counts):
    if sorted(a) == sorted(b):
        return 3
    k = len(counts)
    fa, fb = (_counts(c, k) == (list(counts), 0) for c in (a, b))
    return 1 if fa else 2 if fb else 0


def which_is_truth_wrong_three_classes(a, b, counts):
    def fits(column):
        n, beyond = _counts(column, 3)
        return beyond == 0 and n == list(counts)[:3]

    return fits(a) + 2 * fits(b)


def which_is_truth_wrong_name(a, b, counts):
    k = len(counts)
    fa, fb = (_counts(c, k) == (list(counts), 0) for c in (a, b))
    return {(1, 0): "a", (0, 1): "b", (1, 1): "both", (0, 0): "neither"}[fa, fb]


def which_is_truth_wrong_exchanged_cut_off(a, b, counts):
    k = len(counts)
    fa, fb = (_counts(c, k)[0] == list(counts) for c in (a, b))
    return 2 * fa + fb


def which_is_truth_right_bincount(a, b, counts):
    def fits(column):
        column = np.asarray(column, dtype=int)
        if np.any(column >= len(counts)):
            return False
        return bool(np.all(np.bincount(column, minlength=len(counts)) == np.asarray(counts)))

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_right_counter(a, b, counts):
    wanted = Counter({k: int(c) for k, c in enumerate(counts) if c})
    seen = [Counter(np.asarray(column).tolist()) == wanted for column in (a, b)]
    return seen[0] + 2 * seen[1]


def which_is_truth_right_sorted(a, b, counts):
    wanted = [k for k in range(len(counts)) for _ in range(int(counts[k]))]
    fits = tuple(sorted(int(v) for v in column) == wanted for column in (a, b))
    return {(True, False): 1, (False, True): 2, (True, True): 3, (False, False): 0}[fits]


def which_is_truth_right_counts_down(a, b, counts):
    answer = 0
    for worth, column in ((1, a), (2, b)):
        left = {k: int(c) for k, c in enumerate(counts)}
        for label in column:
            left[int(label)] = left.get(int(label), 0) - 1
        if not any(left.values()):
            answer += worth
    return answer


def which_is_truth_right_comparisons(a, b, counts):
    wanted = np.append(counts, 0)  # one place more for all labels that have no entry
    classes = np.arange(len(counts) + 1)

    def seen(column):
        return (np.minimum(column, len(counts))[:, None] == classes).sum(axis=0)

    fa, fb = np.array_equal(seen(a), wanted), np.array_equal(seen(b), wanted)
    if fa and fb:
        return 3
    if fa:
        return 1
    return 2 if fb else 0


# ---- roc_points
def _curve(scores, y, thresholds):
    fpr = np.array([np.sum((scores >= t) & (y == 0)) / np.sum(y == 0) for t in thresholds])
    tpr = np.array([np.sum((scores >= t) & (y == 1)) / np.sum(y == 1) for t in thresholds])
    return fpr, tpr


def roc_points_wrong_no_origin(scores, y):
    return _curve(scores, y, np.unique(scores)[::-1])


def roc_points_wrong_above(scores, y):
    fpr, tpr = [0.0], [0.0]
    for t in sorted(set(scores.tolist()), reverse=True):
        called = scores > t
        fpr.append(np.sum(called & (y == 0)) / np.sum(y == 0))
        tpr.append(np.sum(called & (y == 1)) / np.sum(y == 1))
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_each_sample(scores, y):
    order = np.argsort(-scores, kind="stable")
    ones = np.cumsum(y[order])
    zeros = np.cumsum(1 - y[order])
    return (np.concatenate([[0.0], zeros / zeros[-1]]),
            np.concatenate([[0.0], ones / ones[-1]]))


def roc_points_wrong_lowest_first(scores, y):
    fpr, tpr = _curve(scores, y, np.unique(scores))
    return np.append(0.0, fpr), np.append(0.0, tpr)


def roc_points_wrong_from_one(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.unique(scores), np.inf))
    return fpr, tpr


def roc_points_wrong_exchanged(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))
    return tpr, fpr


def roc_points_wrong_share_of_all(scores, y):
    fpr, tpr = [0.0], [0.0]
    for t in np.unique(scores)[::-1]:
        called = scores >= t
        fpr.append(np.sum(called & (y == 0)) / len(y))
        tpr.append(np.sum(called & (y == 1)) / len(y))
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_grid(scores, y):
    return _curve(scores, y, np.linspace(1, 0, 101))


def roc_points_wrong_straight_left_out(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))
    keep = [0]
    for i in range(1, len(fpr) - 1):
        turn = (fpr[i] - fpr[i - 1]) * (tpr[i + 1] - tpr[i]) - (tpr[i] - tpr[i - 1]) * (fpr[i + 1] - fpr[i])
        if abs(turn) > 1e-12:
            keep.append(i)
    keep.append(len(fpr) - 1)
    return fpr[keep], tpr[keep]


def roc_points_wrong_precision(scores, y):
    p, r = [0.0], [0.0]
    for t in np.unique(scores)[::-1]:
        called = scores >= t
        p.append(np.sum(y[called]) / np.sum(called))
        r.append(np.sum(y[called]) / np.sum(y))
    return np.array(p), np.array(r)


def roc_points_wrong_specificity(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))
    return 1 - fpr, tpr


def roc_points_wrong_false_discoveries(scores, y):
    fpr, tpr = [0.0], [0.0]
    for t in np.unique(scores)[::-1]:
        called = scores >= t
        fpr.append(float(np.mean(y[called] == 0)))
        tpr.append(float(np.mean(called[y == 1])))
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_theta_one(scores, y):
    return _curve(scores, y, np.append(1.1, np.unique(scores)[::-1]))


def roc_points_wrong_theta_times(scores, y):
    return _curve(scores, y, np.append(scores.max() * 1.1, np.unique(scores)[::-1]))


def roc_points_wrong_sorts_in_place(scores, y):
    scores.sort()
    return _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))


def roc_points_wrong_scores_of_ones(scores, y):
    return _curve(scores, y, np.append(np.inf, np.unique(scores[y == 1])[::-1]))


def roc_points_wrong_scores_rounded(scores, y):
    rounded = np.round(scores, 2)
    return _curve(rounded, y, np.append(np.inf, np.unique(rounded)[::-1]))


def roc_points_wrong_nearly_equal(scores, y):
    thetas = []
    for t in np.sort(scores)[::-1]:
        if not thetas or not np.isclose(t, thetas[-1], rtol=1e-4, atol=1e-6):
            thetas.append(t)
        else:
            thetas[-1] = t
    return _curve(scores, y, [np.inf, *thetas])


def roc_points_wrong_classes_exchanged(scores, y):
    negative = 1 - y
    return _curve(scores, negative, np.append(np.inf, np.unique(scores)[::-1]))


def roc_points_wrong_counts(scores, y):
    thetas = [np.inf, *sorted(set(scores.tolist()), reverse=True)]
    fp = [int(sum((s >= t) and (k == 0) for s, k in zip(scores, y))) for t in thetas]
    tp = [int(sum((s >= t) and (k == 1) for s, k in zip(scores, y))) for t in thetas]
    return np.array(fp), np.array(tp)


def roc_points_wrong_at_most(scores, y):
    return _curve(-scores, y, np.append(np.inf, np.unique(-scores)[::-1]))


def roc_points_wrong_pairs(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))
    return [(f, t) for f, t in zip(fpr, tpr)]


def roc_points_wrong_end_twice(scores, y):
    fpr, tpr = _curve(scores, y, np.append(np.inf, np.unique(scores)[::-1]))
    return np.append(fpr, 1.0), np.append(tpr, 1.0)


def roc_points_wrong_end_missing(scores, y):
    return _curve(scores, y, np.append(np.inf, np.unique(scores)[:0:-1]))


def roc_points_wrong_first_of_equals(scores, y):
    order = np.argsort(-scores, kind="stable")
    s, t = scores[order], y[order]
    first = np.append(True, s[1:] != s[:-1])
    ones, zeros = np.cumsum(t), np.cumsum(1 - t)
    return (np.append(0.0, zeros[first] / zeros[-1]), np.append(0.0, ones[first] / ones[-1]))


def roc_points_wrong_exchanged_no_origin(scores, y):
    fpr, tpr = _curve(scores, y, np.unique(scores)[::-1])
    return tpr, fpr


def roc_points_right_definition(scores, y):
    fpr, tpr = _curve(scores, y, np.unique(scores)[::-1])
    return np.append(0.0, fpr), np.append(0.0, tpr)


def roc_points_right_cumsum(scores, y):
    order = np.argsort(scores, kind="stable")[::-1]
    s, t = scores[order], np.asarray(y)[order].astype(int)
    last = np.append(s[1:] != s[:-1], True)
    ones, zeros = np.cumsum(t)[last], np.cumsum(1 - t)[last]
    return np.append(0, zeros) / zeros[-1], np.append(0, ones) / ones[-1]


def roc_points_right_groups(scores, y):
    groups = {}
    for s, k in zip(scores.tolist(), np.asarray(y).tolist()):
        n0, n1 = groups.get(s, (0, 0))
        groups[s] = (n0 + (k == 0), n1 + (k == 1))
    zeros = sum(g[0] for g in groups.values())
    ones = sum(g[1] for g in groups.values())
    fp = tp = 0
    fpr, tpr = [0.0], [0.0]
    for s in sorted(groups, reverse=True):
        fp += groups[s][0]
        tp += groups[s][1]
        fpr.append(fp / zeros)
        tpr.append(tp / ones)
    return np.array(fpr), np.array(tpr)


def roc_points_right_searchsorted(scores, y):
    thetas = np.unique(scores)[::-1]

    def rate(part):
        part = np.sort(part)
        below = np.searchsorted(part, thetas, side="left")
        return np.concatenate([[0.0], (len(part) - below) / len(part)])

    return rate(scores[y == 0]), rate(scores[y == 1])


def roc_points_right_table(scores, y):
    thetas, which = np.unique(scores, return_inverse=True)
    out = []
    for k in (0, 1):
        n = np.bincount(which[np.asarray(y) == k], minlength=len(thetas))[::-1]
        out.append(np.concatenate([[0.0], np.cumsum(n) / n.sum()]))
    return tuple(out)


def roc_points_right_broadcast(scores, y):
    called = scores[None, :] >= np.sort(np.unique(scores))[::-1][:, None]
    fpr = called[:, y == 0].mean(axis=1)
    tpr = called[:, y == 1].mean(axis=1)
    return np.r_[0.0, fpr], np.r_[0.0, tpr]


# ---- better_model
def better_model_wrong_fewest_alarms():
    return 3, 2, 4, 3, 3


def better_model_wrong_fewest_missed_only():
    return 4, 2, 4, 3, 3


def better_model_wrong_fewest_second():
    fewest = 2
    missed, screening, deleted, rarer = 2, 4, 3, 3
    return fewest, missed, screening, deleted, rarer


def better_model_wrong_missed_fewest_missed():
    return 1, 4, 4, 3, 3


def better_model_wrong_missed_factor_other_side():
    return 1, 3, 4, 3, 3


def better_model_wrong_missed_no_price():
    return 1, 1, 4, 3, 3


def better_model_wrong_screening_ninety():
    return 1, 2, 2, 3, 3


def better_model_wrong_screening_fewest_alarms():
    return 1, 2, 3, 3, 3


def better_model_wrong_screening_accuracy():
    return 1, 2, 1, 3, 3


def better_model_wrong_deleted_other_side():
    return 1, 2, 4, 4, 3


def better_model_wrong_deleted_no_price():
    return 1, 2, 4, 1, 3


def better_model_wrong_deleted_five():
    return 1, 2, 4, 2, 3


def better_model_wrong_rarer_table():
    return 1, 2, 4, 3, 1


def better_model_wrong_rarer_recall():
    return 1, 2, 4, 3, 2


def better_model_wrong_rarer_highest_recall():
    return 1, 2, 4, 3, 4


def better_model_wrong_rarer_none():
    return 1, 2, 4, 3, 0


def better_model_wrong_from_zero():
    return 0, 1, 3, 2, 2


def better_model_wrong_rows_and_columns():
    cost = np.array([[100, 380], [420, 100], [10, 600], [1200, 20]])
    alarms, missed = cost[:, 1], cost[:, 0]  # exchanged
    return (int(np.argmin(alarms + missed)) + 1, int(np.argmin(alarms + 5 * missed)) + 1, 4,
            int(np.argmin(50 * alarms + missed)) + 1, 3)


def better_model_wrong_largest():
    alarms, missed = np.array([100, 420, 10, 1200]), np.array([380, 100, 600, 20])
    return (int(np.argmax(alarms + missed)) + 1, int(np.argmax(alarms + 5 * missed)) + 1, 4,
            int(np.argmax(50 * alarms + missed)) + 1, 3)


def better_model_wrong_text():
    return "1", "2", "4", "3", "3"


def better_model_wrong_always_accuracy():
    return 1, 1, 1, 1, 1


def better_model_wrong_screening_and_rarer():
    return 1, 2, 2, 3, 1


def better_model_wrong_missed_and_deleted():
    return 1, 4, 4, 1, 3


def better_model_right_tuple():
    return 1, 2, 4, 3, 3


def better_model_right_computed():
    tables = np.array([[[8900, 100], [380, 620]], [[8580, 420], [100, 900]],
                       [[8990, 10], [600, 400]], [[7800, 1200], [20, 980]]])
    alarms, missed = tables[:, 0, 1], tables[:, 1, 0]
    recall, fpr = tables[:, 1, 1] / 1000, alarms / 9000
    fewest = np.argmin(alarms + missed) + 1
    much = np.argmin(alarms + 5 * missed) + 1
    screening = np.argmin(np.where(recall >= 0.95, alarms, np.inf)) + 1
    deleted = np.argmin(50 * alarms + missed) + 1
    rarer = np.argmax(0.01 * recall / (0.01 * recall + 0.99 * fpr)) + 1
    return fewest, much, screening, deleted, rarer


def better_model_right_loop():
    models = {1: (100, 380), 2: (420, 100), 3: (10, 600), 4: (1200, 20)}

    def cheapest(alarm, miss):
        return min(models, key=lambda m: alarm * models[m][0] + miss * models[m][1])

    finds = [m for m, (_, missed) in models.items() if 1000 - missed >= 950]
    # 9,000 healthy ones belong to 91 ill ones there: 1 in 11 of those tested here
    rare = [m for m, (alarms, missed) in models.items() if (1000 - missed) / 11 > alarms]
    return cheapest(1, 1), cheapest(1, 5), min(finds, key=lambda m: models[m][0]), cheapest(50, 1), rare[0]


def better_model_right_named():
    fewest = 1     # 480 mistakes
    missed = 2     # 420 + 500
    screening = 4  # alone finds 980
    deleted = 3    # 500 + 600
    rarer = 3      # 40 found, 11 false alarms of 10,000
    return fewest, missed, screening, deleted, rarer


# ---- verdicts
def verdicts_wrong_digits_many_images():
    return 1, 1, 3, 2, 3


def verdicts_wrong_digits_unfair():
    return 3, 1, 3, 2, 3


def verdicts_wrong_clothes_overlap():
    return 2, 2, 3, 2, 3


def verdicts_wrong_clothes_unfair():
    return 2, 3, 3, 2, 3


def verdicts_wrong_seeds_difference():
    return 2, 1, 1, 2, 3


def verdicts_wrong_seeds_chance():
    digits, clothes, doctors, leaked = 2, 1, 2, 3
    seeds = 2
    return digits, clothes, seeds, doctors, leaked


def verdicts_wrong_doctors_three_times():
    return 2, 1, 3, 1, 3


def verdicts_wrong_doctors_few():
    return 2, 1, 3, 3, 3


def verdicts_wrong_leaked_far_beyond():
    return 2, 1, 3, 2, 1


def verdicts_wrong_leaked_chance():
    return 2, 1, 3, 2, 2


def verdicts_wrong_exchanged():
    return 1, 2, 3, 2, 3


def verdicts_wrong_two_forgotten():
    def verdict(b, c):
        return 1 if abs(b - c) > math.sqrt(b + c) else 2

    return verdict(214, 200), verdict(90, 40), 3, verdict(6, 2), 3


def verdicts_wrong_higher_wins():
    return 1, 1, 1, 1, 1


def verdicts_wrong_two_intervals():
    def verdict(p, q, n):
        return 1 if p - q > 2 * (math.sqrt(p * (1 - p) / n) + math.sqrt(q * (1 - q) / n)) else 2

    return verdict(0.8712, 0.8698, 10_000), verdict(0.871, 0.866, 10_000), 3, verdict(0.93, 0.89, 100), 3


def verdicts_wrong_only_counts():
    def verdict(b, c):
        return 1 if abs(b - c) > 2 * math.sqrt(b + c) else 2

    return verdict(214, 200), verdict(90, 40), 2, verdict(6, 2), verdict(300, 100)


def verdicts_wrong_from_zero():
    return 1, 0, 2, 1, 2


def verdicts_wrong_true_false():
    return False, True, False, False, False


def verdicts_wrong_text():
    return tuple("21323")


def verdicts_wrong_doctors_and_clothes():
    return 2, 2, 3, 1, 3


def verdicts_right_tuple():
    return 2, 1, 3, 2, 3


def verdicts_right_rule_of_thumb():
    def fair(b, c):
        return 1 if abs(b - c) > 2 * np.sqrt(b + c) else 2

    best_of_thirty = patients_on_both_sides = 3
    return fair(214, 200), fair(90, 40), best_of_thirty, fair(6, 2), patients_on_both_sides


def verdicts_right_coin():
    def p_value(b, c):
        n = b + c
        tail = sum(math.comb(n, i) for i in range(max(b, c), n + 1))
        return min(1.0, 2 * tail / 2**n)

    cases = {"digits": (214, 200), "clothes": (90, 40), "seeds": None, "doctors": (6, 2), "leaked": None}
    return tuple(3 if bc is None else 1 if p_value(*bc) < 0.05 else 2 for bc in cases.values())


def verdicts_right_named():
    digits = 2
    clothes = 1
    seeds = 3
    doctors = 2
    leaked = 3
    return digits, clothes, seeds, doctors, leaked


# ---- by another person, later
def precision_recall_f1_wrong_only_two_classes_2(cm):
    k = cm.shape[0]
    p, r, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(min(k, 2)):
        hit = cm[c, c]
        called, true = sum(cm[:, c]), sum(cm[c, :])
        p[c] = hit / called if called else 0
        r[c] = hit / true if true else 0
        f1[c] = 2 * hit / (called + true) if called + true else 0
    return p, r, f1


def precision_recall_f1_wrong_small_epsilon_2(cm):
    tp = np.diag(cm)
    fp = cm.sum(axis=0) - tp
    fn = cm.sum(axis=1) - tp
    eps = 1e-2
    return tp / (tp + fp + eps), tp / (tp + fn + eps), 2 * tp / (2 * tp + fp + fn + eps)


def precision_recall_f1_wrong_hits_counted_once_in_f1_2(cm):
    tp = np.diag(cm).astype(float)
    fp, fn = cm.sum(axis=0) - tp, cm.sum(axis=1) - tp
    zero = np.zeros_like(tp)
    p = np.divide(tp, tp + fp, out=zero.copy(), where=tp + fp > 0)
    r = np.divide(tp, tp + fn, out=zero.copy(), where=tp + fn > 0)
    f1 = np.divide(2 * tp, tp + fp + fn, out=zero.copy(), where=tp + fp + fn > 0)
    return p, r, f1


def precision_recall_f1_wrong_hits_taken_from_off_diagonal_2(cm):
    cm = np.asarray(cm, float)
    hits = np.diag(np.fliplr(cm))
    called, true = cm.sum(axis=0), cm.sum(axis=1)
    p, r, f1 = (np.zeros(len(cm)) for _ in range(3))
    np.divide(hits, called, out=p, where=called > 0)
    np.divide(hits, true, out=r, where=true > 0)
    np.divide(2 * hits, called + true, out=f1, where=called + true > 0)
    return p, r, f1


def macro_average_wrong_divided_by_largest_class_2(values, support):
    present = np.flatnonzero(support)
    return values[present].sum() / max(present[-1], 1)


def weighted_average_wrong_last_class_lost_2(values, support):
    total, n = 0.0, 0
    for i in range(len(values) - 1):
        total += values[i] * support[i]
        n += support[i]
    return total / n if n else float(values[-1])


def weighted_average_wrong_integer_weights_2(values, support):
    percent = 100 * np.asarray(support) // np.sum(support)
    return np.sum(percent * values) / 100


def which_is_truth_wrong_closest_column_2(a, b, counts):
    size = max(len(counts), int(max(a)) + 1, int(max(b)) + 1)
    want = np.pad(np.asarray(counts), (0, size - len(counts)))
    da = np.abs(np.bincount(a, minlength=size) - want).sum()
    db = np.abs(np.bincount(b, minlength=size) - want).sum()
    if da == db:
        return 3 if da == 0 else 0
    return 1 if da < db else 2


def which_is_truth_wrong_occurring_classes_only_2(a, b, counts):
    def fits(column):
        classes, found = np.unique(column, return_counts=True)
        for k, c in zip(classes, found):
            if k >= len(counts) or counts[k] != c:
                return False
        return True

    return int(fits(a)) + 2 * int(fits(b))


def roc_points_wrong_grid_of_thresholds_2(scores, y):
    thetas = np.linspace(np.max(scores), np.min(scores), 101)
    fpr = [0.0] + [np.mean(scores[y == 0] >= t) for t in thetas]
    tpr = [0.0] + [np.mean(scores[y == 1] >= t) for t in thetas]
    return np.array(fpr), np.array(tpr)


WRONG = {
    'precision_recall_f1': [
        ('sides-exchanged', precision_recall_f1_wrong_sides_exchanged, 'rows and columns exchanged: precision and recall have changed places'),
        ('nan', precision_recall_f1_wrong_nan, 'no care for 0 / 0: nan, and a warning'),
        ('warns', precision_recall_f1_wrong_warns, 'divides first and mends afterwards: the values are right, the warning comes all the same'),
        ('where', precision_recall_f1_wrong_where, 'np.where computes the quotient everywhere, so 0 / 0 still warns'),
        ('plain-mean', precision_recall_f1_wrong_plain_mean, 'F1 as the plain mean of precision and recall'),
        ('f1-unguarded', precision_recall_f1_wrong_f1_unguarded, 'F1 from p and r without care: nan where both are 0'),
        ('two-missing', precision_recall_f1_wrong_two_missing, 'the 2 in F1 is missing'),
        ('geometric', precision_recall_f1_wrong_geometric, 'the geometric mean of precision and recall in place of the harmonic one'),
        ('empty-like', precision_recall_f1_wrong_empty_like, "the results go into arrays of the counts' type: whole numbers, so shares are cut to 0"),
        ('hits-not-in-sum', precision_recall_f1_wrong_hits_not_in_sum, 'divides by the mistakes only: the hits are missing in the denominators'),
        ('share-of-all', precision_recall_f1_wrong_share_of_all, 'divides by all samples: shares of the whole table'),
        ('in-place', precision_recall_f1_wrong_in_place, "takes the diagonal out of the caller's own table to get the mistakes"),
        ('plus-one', precision_recall_f1_wrong_plus_one, '1 is added to each denominator against division by 0: all shares are too small'),
        ('one-for-nothing', precision_recall_f1_wrong_one_for_nothing, 'a share of nothing is taken for 1, not for 0'),
        ('two-classes', precision_recall_f1_wrong_two_classes, 'two classes only: TP, FP, FN, TN of the second one'),
        ('specificity', precision_recall_f1_wrong_specificity, 'recall is the share of the others that were not called k (specificity)'),
        ('order', precision_recall_f1_wrong_order, 'returned as recall, precision, F1'),
        ('micro', precision_recall_f1_wrong_micro, 'sums over all classes (micro): one number each, and three times the accuracy'),
        ('averaged', precision_recall_f1_wrong_averaged, 'averaged over the classes: a number in place of one for each class'),
        ('all-or-nothing', precision_recall_f1_wrong_all_or_nothing, 'one class without predictions makes all precisions 0: the case is decided for the whole table'),
        ('other-diagonal', precision_recall_f1_wrong_other_diagonal, 'the other diagonal'),
        ('left-out', precision_recall_f1_wrong_left_out, 'classes without a hit are left out: the arrays are shorter than k'),
        ('rounded', precision_recall_f1_wrong_rounded, 'rounded to three decimals, as in the example'),
        ('exchanged-nan', precision_recall_f1_wrong_exchanged_nan, 'rows and columns exchanged, and 0 / 0 gives nan: two causes'),
        ('only-two-classes-2', precision_recall_f1_wrong_only_two_classes_2, 'the result is computed for the first two classes only and stays 0 for all others; the loop should run over all k'),
        ('small-epsilon-2', precision_recall_f1_wrong_small_epsilon_2, '1e-2 is added to each denominator against dividing by 0, which changes all other figures too; only where the denominator is 0 the result should be set to 0'),
        ('hits-counted-once-in-f1-2', precision_recall_f1_wrong_hits_counted_once_in_f1_2, 'the denominator of F1 is hits + misses + false alarms, so the hits are in it once; column and row together hold them twice'),
        ('hits-taken-from-off-diagonal-2', precision_recall_f1_wrong_hits_taken_from_off_diagonal_2, 'fliplr takes the anti-diagonal for the hits; the main diagonal holds them'),
    ],
    'macro_average': [
        ('all-classes', macro_average_wrong_all_classes, 'averages over all classes, also those that do not occur'),
        ('values-above-zero', macro_average_wrong_values_above_zero, 'leaves out values of 0, not classes without samples'),
        ('divided-by-k', macro_average_wrong_divided_by_k, 'the sum over the classes that occur, divided by the number of all classes'),
        ('sum-of-all', macro_average_wrong_sum_of_all, 'the sum over all classes, divided by the number of those that occur'),
        ('weighted', macro_average_wrong_weighted, 'weighted with the support: that is the other average'),
        ('above-one', macro_average_wrong_above_one, 'a class with a single sample is left out, too (> 1)'),
        ('at-least-zero', macro_average_wrong_at_least_zero, '>= 0 holds for every class'),
        ('sum', macro_average_wrong_sum, 'the sum, not the mean'),
        ('median', macro_average_wrong_median, 'the median in place of the mean'),
        ('turned-round', macro_average_wrong_turned_round, 'the mean over the classes that do not occur'),
        ('in-place', macro_average_wrong_in_place, "sets the values of missing classes to 0, in the caller's array, and averages over all"),
        ('index', macro_average_wrong_index, 'the supports are taken as places in values'),
        ('unique', macro_average_wrong_unique, 'equal values count once only'),
        ('divided-by-samples', macro_average_wrong_divided_by_samples, 'divides by the number of samples, not of classes'),
        ('harmonic', macro_average_wrong_harmonic, 'the harmonic mean, as in F1'),
        ('only-at-the-end', macro_average_wrong_only_at_the_end, 'only missing classes at the end are left out'),
        ('stops-at-first', macro_average_wrong_stops_at_first, 'stops at the first class that does not occur'),
        ('without-class-zero', macro_average_wrong_without_class_zero, 'class 0 is taken for the rest and left out'),
        ('whole-division', macro_average_wrong_whole_division, 'whole division: for shares below 1 that is 0'),
        ('rounded', macro_average_wrong_rounded, 'rounded to three decimals, as in the example'),
        ('vector', macro_average_wrong_vector, "the mean of each class's value times 'occurs': a vector in place of a number"),
        ('both-above-zero', macro_average_wrong_both_above_zero, 'leaves out what has no support or the value 0: two conditions, one of them too many'),
        ('sum-over-samples', macro_average_wrong_sum_over_samples, 'the sum over all values, divided by the samples: two causes'),
        ('divided-by-largest-class-2', macro_average_wrong_divided_by_largest_class_2, 'the sum is divided by the number of the last class that occurs, not by how many classes occur'),
    ],
    'weighted_average': [
        ('plain', weighted_average_wrong_plain, 'the plain mean: support not used'),
        ('macro', weighted_average_wrong_macro, 'each class that occurs the same: that is the macro average'),
        ('divided-by-k', weighted_average_wrong_divided_by_k, 'divided by the number of classes, not by the samples'),
        ('not-divided', weighted_average_wrong_not_divided, 'not divided at all'),
        ('divided-by-values', weighted_average_wrong_divided_by_values, 'divided by the sum of the values'),
        ('squared', weighted_average_wrong_squared, 'weighted with the square of the support'),
        ('root', weighted_average_wrong_root, 'weighted with the root of the support'),
        ('inverse', weighted_average_wrong_inverse, 'weighted with 1 / support: rare classes count most'),
        ('whole-division', weighted_average_wrong_whole_division, "whole division of the supports: all weights but a single class's are 0"),
        ('softmax', weighted_average_wrong_softmax, 'softmax of the supports as weights: the largest class takes all'),
        ('largest', weighted_average_wrong_largest, 'divided by the largest support, not by the sum'),
        ('brackets', weighted_average_wrong_brackets, 'the brackets: the sum of the supports cancels, and the plain mean is left'),
        ('in-place', weighted_average_wrong_in_place, "uses the caller's support up: its entries are set to 0 in the loop"),
        ('missing-as-one', weighted_average_wrong_missing_as_one, 'a missing class counts as one sample'),
        ('from-one', weighted_average_wrong_from_one, 'the first class is left out: the loop begins at 1'),
        ('exchanged', weighted_average_wrong_exchanged, 'values and weights exchanged in np.average'),
        ('two-means', weighted_average_wrong_two_means, 'the mean of the products of the classes that occur, divided by the mean of all supports'),
        ('harmonic', weighted_average_wrong_harmonic, 'the harmonic mean, weighted'),
        ('most-frequent', weighted_average_wrong_most_frequent, 'the value of the most frequent class stands for all'),
        ('median', weighted_average_wrong_median, 'the weighted median in place of the mean: the value of the sample in the middle'),
        ('shares-rounded', weighted_average_wrong_shares_rounded, 'the shares are rounded to two decimals before they are used'),
        ('vector', weighted_average_wrong_vector, 'a vector: the sum is missing'),
        ('last-out', weighted_average_wrong_last_out, 'the last class is left out, and divided by the number of the others: two causes'),
        ('last-class-lost-2', weighted_average_wrong_last_class_lost_2, 'range(len(values) - 1) leaves out the last class; it should run over all'),
        ('integer-weights-2', weighted_average_wrong_integer_weights_2, 'the shares are rounded down to hundredths before they are used; they should be exact'),
    ],
    'which_is_truth': [
        ('exchanged', which_is_truth_wrong_exchanged, 'the two answers 1 and 2 exchanged'),
        ('both-as-one', which_is_truth_wrong_both_as_one, 'a is looked at first, and 1 is returned even if b fits, too'),
        ('both-as-none', which_is_truth_wrong_both_as_none, 'if both fit it cannot be told, so 0; 3 is asked for'),
        ('none-as-three', which_is_truth_wrong_none_as_three, '3 if none fits'),
        ('no-minlength', which_is_truth_wrong_no_minlength, 'bincount without minlength: a class at the end that does not occur makes the lengths differ'),
        ('cut-off', which_is_truth_wrong_cut_off, 'labels without an entry in counts are cut off, not a reason to refuse'),
        ('index-error', which_is_truth_wrong_index_error, 'fails with an IndexError if a label has no entry in counts'),
        ('counts-down', which_is_truth_wrong_counts_down, "counts down in the caller's own counts"),
        ('sorts-in-place', which_is_truth_wrong_sorts_in_place, "sorts the caller's columns in place"),
        ('only-which', which_is_truth_wrong_only_which, 'asks only which classes occur, not how often'),
        ('only-the-total', which_is_truth_wrong_only_the_total, 'asks only whether there are as many labels as counts says together'),
        ('sum-of-labels', which_is_truth_wrong_sum_of_labels, 'compares the sums of the labels: different counts can have the same sum'),
        ('sorted-counts', which_is_truth_wrong_sorted_counts, 'compares the counts in order of size: which class has them is lost'),
        ('any', which_is_truth_wrong_any, 'one class that is right is enough (any for all)'),
        ('zeros-skipped', which_is_truth_wrong_zeros_skipped, 'a class that counts gives as 0 is not looked at, so it may occur; labels beyond counts, too'),
        ('at-least', which_is_truth_wrong_at_least, 'at least as often as counts says, not exactly as often'),
        ('labels-from-one', which_is_truth_wrong_labels_from_one, 'classes counted from 1: counts[0] is looked up for label 1'),
        ('nearer', which_is_truth_wrong_nearer, 'always names the column that is nearer to the counts, even if none fits'),
        ('last-not-compared', which_is_truth_wrong_last_not_compared, 'the last class is not compared'),
        ('counter-zeros', which_is_truth_wrong_counter_zeros, 'Counter lacks the classes that do not occur, counts has them with 0: never equal then'),
        ('with-each-other', which_is_truth_wrong_with_each_other, 'compares the columns with each other: 3 if they have the same counts, whatever counts says'),
        ('three-classes', which_is_truth_wrong_three_classes, 'three classes, as in the example'),
        ('name', which_is_truth_wrong_name, 'the name of the column, not its number'),
        ('exchanged-cut-off', which_is_truth_wrong_exchanged_cut_off, '1 and 2 exchanged, and labels beyond counts are cut off: two causes'),
        ('closest-column-2', which_is_truth_wrong_closest_column_2, 'the column with the smaller distance to the counts is chosen; a column fits only if all counts are equal'),
        ('occurring-classes-only-2', which_is_truth_wrong_occurring_classes_only_2, 'only classes that occur in the column are compared, so a class that counts has and the column lacks is not noticed'),
    ],
    'roc_points': [
        ('no-origin', roc_points_wrong_no_origin, 'the first point (0, 0) is missing'),
        ('above', roc_points_wrong_above, 'called only if the score is above θ, not at least θ: the last point is not (1, 1)'),
        ('each-sample', roc_points_wrong_each_sample, 'one point for each sample: equal scores are not taken together'),
        ('lowest-first', roc_points_wrong_lowest_first, 'from the lowest score up: the points stand in the wrong order'),
        ('from-one', roc_points_wrong_from_one, 'the whole list turned round: from (1, 1) to (0, 0)'),
        ('exchanged', roc_points_wrong_exchanged, 'returned as (tpr, fpr)'),
        ('share-of-all', roc_points_wrong_share_of_all, 'divided by all samples, not by the zeros and the ones'),
        ('grid', roc_points_wrong_grid, 'θ on a grid from 1 to 0, not at the scores'),
        ('straight-left-out', roc_points_wrong_straight_left_out, 'points on a straight line are left out'),
        ('precision', roc_points_wrong_precision, 'precision against recall in place of the two rates'),
        ('specificity', roc_points_wrong_specificity, 'the share of the zeros that are not called (1 - fpr)'),
        ('false-discoveries', roc_points_wrong_false_discoveries, 'of those called the share that are zeros, not of the zeros the share that are called'),
        ('theta-one', roc_points_wrong_theta_one, 'the first θ is 1.1: scores above that are called there'),
        ('theta-times', roc_points_wrong_theta_times, 'the first θ is the largest score times 1.1: below it if all scores are negative'),
        ('sorts-in-place', roc_points_wrong_sorts_in_place, "sorts the caller's scores in place (and y no longer belongs to them)"),
        ('scores-of-ones', roc_points_wrong_scores_of_ones, 'θ only at the scores of the ones'),
        ('scores-rounded', roc_points_wrong_scores_rounded, 'scores rounded to two decimals: different ones are taken together'),
        ('nearly-equal', roc_points_wrong_nearly_equal, 'scores that are nearly equal are taken for equal (np.isclose)'),
        ('classes-exchanged', roc_points_wrong_classes_exchanged, '0 and 1 exchanged: fpr counts the ones, tpr the zeros'),
        ('counts', roc_points_wrong_counts, 'counts, not shares'),
        ('at-most', roc_points_wrong_at_most, 'called if the score is at most θ: low scores are taken for what is looked for'),
        ('pairs', roc_points_wrong_pairs, 'a list of pairs in place of two arrays'),
        ('end-twice', roc_points_wrong_end_twice, '(1, 1) is added once more at the end'),
        ('end-missing', roc_points_wrong_end_missing, 'the last score is left out: ends before (1, 1)'),
        ('first-of-equals', roc_points_wrong_first_of_equals, 'equal scores are kept with the first of them, not the last: hits of the same score come too late'),
        ('exchanged-no-origin', roc_points_wrong_exchanged_no_origin, 'the two arrays exchanged, and the first point missing: two causes'),
        ('grid-of-thresholds-2', roc_points_wrong_grid_of_thresholds_2, 'the thresholds are 101 equal steps between the lowest and the highest score; they should be the different scores themselves'),
    ],
    'better_model': [
        ('fewest-alarms', better_model_wrong_fewest_alarms, 'fewest: the model with the fewest false alarms, not with the fewest mistakes'),
        ('fewest-missed-only', better_model_wrong_fewest_missed_only, 'fewest: the model that finds most of the ill; its false alarms are mistakes, too'),
        ('fewest-second', better_model_wrong_fewest_second, 'fewest: the highest mean of the two recalls (model 2), not the fewest mistakes'),
        ('missed-fewest-missed', better_model_wrong_missed_fewest_missed, 'missed: the fewest missed, whatever the false alarms cost'),
        ('missed-factor-other-side', better_model_wrong_missed_factor_other_side, 'missed: the factor five is put on the false alarms'),
        ('missed-no-price', better_model_wrong_missed_no_price, 'missed: the price is not used: again the fewest mistakes'),
        ('screening-ninety', better_model_wrong_screening_ninety, 'screening: model 2 with its 900 of 1,000, though 95 in 100 must be found'),
        ('screening-fewest-alarms', better_model_wrong_screening_fewest_alarms, 'screening: the condition is forgotten: the fewest false alarms'),
        ('screening-accuracy', better_model_wrong_screening_accuracy, 'screening: 95 in 100 is read as the accuracy: model 1 has 0.952'),
        ('deleted-other-side', better_model_wrong_deleted_other_side, 'deleted: the price is put on the missed: model 4 misses fewest'),
        ('deleted-no-price', better_model_wrong_deleted_no_price, 'deleted: the fewest mistakes again, the price is not used'),
        ('deleted-five', better_model_wrong_deleted_five, "deleted: decided as 'missed' was: the missed are thought to be the dear ones again"),
        ('rarer-table', better_model_wrong_rarer_table, 'rarer: precision read off the table, where 1 in 10 is ill: model 1 has 0.86 there'),
        ('rarer-recall', better_model_wrong_rarer_recall, 'rarer: recall taken for precision: model 2 finds nine in ten'),
        ('rarer-highest-recall', better_model_wrong_rarer_highest_recall, 'rarer: the highest recall'),
        ('rarer-none', better_model_wrong_rarer_none, 'rarer: 0, since no model is thought to be able to; model 3 is'),
        ('from-zero', better_model_wrong_from_zero, 'the models counted from 0'),
        ('rows-and-columns', better_model_wrong_rows_and_columns, 'rows taken for the prediction: false alarms and missed people exchanged in both priced aims'),
        ('largest', better_model_wrong_largest, 'the largest cost is taken, not the smallest'),
        ('text', better_model_wrong_text, 'the numbers as text'),
        ('always-accuracy', better_model_wrong_always_accuracy, 'always the most accurate model'),
        ('screening-and-rarer', better_model_wrong_screening_and_rarer, 'screening with model 2, and the precision of the table for the rare illness: two causes'),
        ('missed-and-deleted', better_model_wrong_missed_and_deleted, 'missed by the fewest missed, deleted without its price: two causes'),
    ],
    'verdicts': [
        ('digits-many-images', verdicts_wrong_digits_many_images, 'digits: 10,000 images are thought to make any difference certain; 214 against 200 is chance'),
        ('digits-unfair', verdicts_wrong_digits_unfair, 'digits: called unfair since the difference is so small'),
        ('clothes-overlap', verdicts_wrong_clothes_overlap, 'clothes: the overlap of the intervals is thought to decide; the pairs do, 90 against 40'),
        ('clothes-unfair', verdicts_wrong_clothes_unfair, 'clothes: called unfair because the intervals overlap'),
        ('seeds-difference', verdicts_wrong_seeds_difference, 'seeds: the difference is taken at its word; the best of thirty stands against one'),
        ('seeds-chance', verdicts_wrong_seeds_chance, 'seeds: called chance; but A was chosen by the test, which favours it'),
        ('doctors-three-times', verdicts_wrong_doctors_three_times, 'doctors: three times as many wins are taken for more than chance; they are 6 against 2 only'),
        ('doctors-few', verdicts_wrong_doctors_few, 'doctors: called unfair because 100 pictures are few; few is not unfair'),
        ('leaked-far-beyond', verdicts_wrong_leaked_far_beyond, 'leaked: 300 against 100 is far beyond chance, but A knew the patients'),
        ('leaked-chance', verdicts_wrong_leaked_chance, 'leaked: called fair and chance'),
        ('exchanged', verdicts_wrong_exchanged, 'digits and clothes are exchanged'),
        ('two-forgotten', verdicts_wrong_two_forgotten, 'the rule with the root is used without the 2: 6 - 2 is beyond the root of 8 (2.83)'),
        ('higher-wins', verdicts_wrong_higher_wins, 'all that is right in the accuracy is taken for a verdict: A has the higher figure each time'),
        ('two-intervals', verdicts_wrong_two_intervals, 'two standard deviations of each accuracy: nothing is ever more than chance here'),
        ('only-counts', verdicts_wrong_only_counts, 'only the counts of wins are looked at, never how the comparison was made (and seeds by its figures)'),
        ('from-zero', verdicts_wrong_from_zero, 'counted from 0'),
        ('true-false', verdicts_wrong_true_false, "true and false (is A better?) in place of the verdict's number"),
        ('text', verdicts_wrong_text, 'the numbers as text'),
        ('doctors-and-clothes', verdicts_wrong_doctors_and_clothes, 'doctors by three times as many wins, and clothes by the overlap: two causes'),
    ],
}

RIGHT = {
    'precision_recall_f1': [
        ('divide', precision_recall_f1_right_divide),
        ('loop', precision_recall_f1_right_loop),
        ('no-zero-below', precision_recall_f1_right_no_zero_below),
        ('errstate', precision_recall_f1_right_errstate),
        ('normalised', precision_recall_f1_right_normalised),
    ],
    'macro_average': [
        ('mask', macro_average_right_mask),
        ('loop', macro_average_right_loop),
        ('where', macro_average_right_where),
        ('statistics', macro_average_right_statistics),
        ('running', macro_average_right_running),
        ('compress', macro_average_right_compress),
    ],
    'weighted_average': [
        ('sums', weighted_average_right_sums),
        ('np-average', weighted_average_right_np_average),
        ('samples', weighted_average_right_samples),
        ('repeat', weighted_average_right_repeat),
        ('running', weighted_average_right_running),
        ('shares', weighted_average_right_shares),
    ],
    'which_is_truth': [
        ('bincount', which_is_truth_right_bincount),
        ('counter', which_is_truth_right_counter),
        ('sorted', which_is_truth_right_sorted),
        ('counts-down', which_is_truth_right_counts_down),
        ('comparisons', which_is_truth_right_comparisons),
    ],
    'roc_points': [
        ('definition', roc_points_right_definition),
        ('cumsum', roc_points_right_cumsum),
        ('groups', roc_points_right_groups),
        ('searchsorted', roc_points_right_searchsorted),
        ('table', roc_points_right_table),
        ('broadcast', roc_points_right_broadcast),
    ],
    'better_model': [
        ('tuple', better_model_right_tuple),
        ('computed', better_model_right_computed),
        ('loop', better_model_right_loop),
        ('named', better_model_right_named),
    ],
    'verdicts': [
        ('tuple', verdicts_right_tuple),
        ('rule-of-thumb', verdicts_right_rule_of_thumb),
        ('coin', verdicts_right_coin),
        ('named', verdicts_right_named),
    ],
}


def _share(top, bottom):
    top, bottom = np.asarray(top, float), np.asarray(bottom, float)
    return np.divide(top, bottom, out=np.zeros(top.shape), where=bottom > 0)


def precision_recall_f1_wrong_nan_left_3(cm):
    hits = np.diag(cm).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        p = hits / cm.sum(axis=0)
        r = hits / cm.sum(axis=1)
        f1 = 2 * p * r / (p + r)
    return p, r, f1


def precision_recall_f1_wrong_perfect_gets_zero_3(cm):
    k = len(cm)
    p, r, f = np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(k):
        wrongly_called = sum(cm[j][c] for j in range(k) if j != c)
        missed = sum(cm[c][j] for j in range(k) if j != c)
        hit = cm[c][c]
        if hit > 0 and wrongly_called > 0 and missed > 0:
            p[c] = hit / (hit + wrongly_called)
            r[c] = hit / (hit + missed)
            f[c] = 2 * hit / (2 * hit + wrongly_called + missed)
    return p, r, f


def precision_recall_f1_wrong_precision_of_rates_3(cm):
    row = cm.sum(axis=1, keepdims=True)
    rates = cm / np.where(row == 0, 1, row)
    hits = np.diag(rates)
    return _share(hits, rates.sum(axis=0)), hits, _share(2 * np.diag(cm), cm.sum(axis=0) + cm.sum(axis=1))


WRONG['precision_recall_f1'] += [
    ('nan-left', precision_recall_f1_wrong_nan_left_3, '0/0 is only silenced by errstate: the results are nan where they should be 0.'),
    ('perfect-gets-zero', precision_recall_f1_wrong_perfect_gets_zero_3, 'The guard asks that there are wrong calls and misses, so a class with none of one kind gets three zeros; it should only guard each denominator against 0.'),
    ('precision-of-rates', precision_recall_f1_wrong_precision_of_rates_3, 'The rows are normalised first, and precision is computed from the columns of the rates instead of from those of the counts, which is right only for equally large classes.'),
]


def macro_average_wrong_unsorted_values_3(values, support):
    order = np.argsort(support)
    first = np.searchsorted(np.asarray(support)[order], 0, side="right")
    return float(np.mean(np.asarray(values)[first:]))


WRONG['macro_average'] += [
    ('unsorted-values', macro_average_wrong_unsorted_values_3, 'The supports are sorted to skip the zeros, but the values are not brought into the same order, so the first values are skipped instead of those of the absent classes.'),
]


def which_is_truth_wrong_shares_only_3(a, b, counts):
    def fits(col):
        share = np.bincount(col, minlength=len(counts)) / len(col)
        want = np.array(counts) / np.sum(counts) if np.sum(counts) else np.zeros(len(counts))
        return len(share) == len(want) and np.allclose(share, want)

    return int(fits(a)) + 2 * int(fits(b))


WRONG['which_is_truth'] += [
    ('shares-only', which_is_truth_wrong_shares_only_3, 'It compares the shares of the classes instead of the counts, so a column with all counts halved or doubled seems to fit.'),
]


def roc_points_wrong_corners_only_3(scores, y):
    fpr, tpr = [0.0], [0.0]
    for theta in np.unique(scores)[::-1]:
        called = scores >= theta
        f, t = np.mean(called[y == 0]), np.mean(called[y == 1])
        if len(fpr) > 1 and (f == fpr[-1] == fpr[-2] or t == tpr[-1] == tpr[-2]):
            fpr[-1], tpr[-1] = f, t
        else:
            fpr.append(f)
            tpr.append(t)
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_fixed_grid_3(scores, y):
    steps = np.linspace(1, 0, 101)
    fpr = [0.0] + [float(np.mean(scores[y == 0] >= s)) for s in steps if s in scores]
    tpr = [0.0] + [float(np.mean(scores[y == 1] >= s)) for s in steps if s in scores]
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_rounded_scores_3(scores, y):
    thetas = np.unique(np.round(scores, 2))[::-1]
    fpr = np.array([0.0] + [np.mean(np.round(scores[y == 0], 2) >= t) for t in thetas])
    tpr = np.array([0.0] + [np.mean(np.round(scores[y == 1], 2) >= t) for t in thetas])
    return fpr, tpr


WRONG['roc_points'] += [
    ('corners-only', roc_points_wrong_corners_only_3, 'Points on a straight line between their neighbours are dropped; none may be left out.'),
    ('fixed-grid', roc_points_wrong_fixed_grid_3, 'The thresholds are a fixed grid from 1 to 0, so scores that are not on it, or lie below 0 or above 1, get no point.'),
    ('rounded-scores', roc_points_wrong_rounded_scores_3, 'The scores are rounded to two decimals first, so different scores that are close together fall into one point.'),
]


# ---- precision_recall_f1, once more
def precision_recall_f1_wrong_jaccard(cm):
    cm = np.asarray(cm, dtype=float)
    hits, called, true = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    union = called + true - hits

    def share(a, b):
        return np.divide(a, b, out=np.zeros(len(cm)), where=b > 0)

    return share(hits, called), share(hits, true), share(hits, union)


def precision_recall_f1_wrong_warns_2(cm):
    hits, called, true = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    return (
        np.nan_to_num(hits / called),
        np.nan_to_num(hits / true),
        np.nan_to_num(2 * hits / (called + true)),
    )


def precision_recall_f1_wrong_rows_to_shares(cm):
    support = cm.sum(axis=1)
    shares = cm / np.where(support > 0, support, 1)[:, None]
    r = np.diag(shares)
    called = shares.sum(axis=0)
    p = np.where(called > 0, r / np.where(called > 0, called, 1), 0.0)
    both = p + r
    return p, r.copy(), np.where(both > 0, 2 * p * r / np.where(both > 0, both, 1), 0.0)


def precision_recall_f1_wrong_integer_out(cm):
    hits, called, true = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = np.divide(hits, called, out=np.zeros_like(hits), where=called > 0)
    r = np.divide(hits, true, out=np.zeros_like(hits), where=true > 0)
    f1 = np.divide(2 * hits, called + true, out=np.zeros_like(hits), where=called + true > 0)
    return p, r, f1


def precision_recall_f1_wrong_geometric_2(cm):
    hits, called, true = np.diag(cm), cm.sum(axis=0), cm.sum(axis=1)
    p = np.where(called > 0, hits / np.where(called > 0, called, 1), 0.0)
    r = np.where(true > 0, hits / np.where(true > 0, true, 1), 0.0)
    return p, r, np.sqrt(p * r)


def precision_recall_f1_right_loops(cm):
    k = len(cm)
    p, r, f1 = np.zeros(k), np.zeros(k), np.zeros(k)
    for c in range(k):
        hit = float(cm[c][c])
        called = sum(float(cm[i][c]) for i in range(k))
        true = sum(float(cm[c][i]) for i in range(k))
        if called:
            p[c] = hit / called
        if true:
            r[c] = hit / true
        if called + true:
            f1[c] = 2 * hit / (called + true)
    return p, r, f1


def precision_recall_f1_right_stacked(cm):
    C = np.array(cm, dtype=np.float64)
    below = np.stack([np.einsum("ij->j", C), np.einsum("ij->i", C), (C.sum(0) + C.sum(1)) / 2])
    above = np.broadcast_to(np.einsum("ii->i", C), below.shape)
    with np.errstate(all="ignore"):
        shares = above / below
    shares[below == 0] = 0
    return tuple(shares)


WRONG['precision_recall_f1'] += [
    ('jaccard', precision_recall_f1_wrong_jaccard,
     'F1 as hits / (called + true - hits) is the Jaccard index; F1 is 2 hits / (called + true).'),
    ('warns-2', precision_recall_f1_wrong_warns_2,
     'nan_to_num repairs the result after the division by 0, so NumPy warns; it must not.'),
    ('rows-to-shares', precision_recall_f1_wrong_rows_to_shares,
     'Each row is divided by its support before the columns are added, so the precisions count all classes alike.'),
    ('integer-out', precision_recall_f1_wrong_integer_out,
     'out=np.zeros_like(hits) is an integer array for integer counts, and np.divide refuses it.'),
    ('geometric-2', precision_recall_f1_wrong_geometric_2,
     'sqrt(p r) is the geometric mean; F1 is the harmonic mean.'),
]

RIGHT['precision_recall_f1'] += [
    ('loops', precision_recall_f1_right_loops),
    ('stacked', precision_recall_f1_right_stacked),
]


# ---- macro_average, once more
def macro_average_wrong_values_not_zero(values, support):
    return values[values > 0].mean()


def macro_average_wrong_all_in_the_divisor(values, support):
    return float(np.mean(values * (support > 0)))


def macro_average_wrong_more_than_one(values, support):
    some = support > 1
    return float(values[some].mean()) if some.any() else 0.0


def macro_average_wrong_nan_in_place(values, support):
    values[support == 0] = np.nan
    return float(np.nanmean(values))


def macro_average_wrong_different_values(values, support):
    there = {v for v, s in zip(values, support) if s > 0}
    return sum(there) / len(there)


def macro_average_right_loop_2(values, support):
    total = n = 0
    for v, s in zip(values, support):
        if s > 0:
            total, n = total + v, n + 1
    return total / n


def macro_average_right_average(values, support):
    return float(np.average(np.asarray(values, float), weights=np.sign(support)))


WRONG['macro_average'] += [
    ('values-not-zero', macro_average_wrong_values_not_zero,
     'It leaves out the classes whose value is 0 instead of those whose support is 0.'),
    ('all-in-the-divisor', macro_average_wrong_all_in_the_divisor,
     'np.mean divides by all k classes; the divisor is the number of classes that occur.'),
    ('more-than-one', macro_average_wrong_more_than_one,
     'support > 1 leaves out the classes with a single sample; > 0 is meant.'),
    ('nan-in-place', macro_average_wrong_nan_in_place,
     "values[support == 0] = nan writes into the caller's array (and fails for integers)."),
    ('different-values', macro_average_wrong_different_values,
     'The set keeps equal values of several classes only once.'),
]

RIGHT['macro_average'] += [
    ('loop-2', macro_average_right_loop_2),
    ('average', macro_average_right_average),
]


# ---- weighted_average, once more
def weighted_average_wrong_exchanged_2(values, support):
    return np.average(support, weights=values)


def weighted_average_wrong_inverse_2(values, support):
    w = np.where(support > 0, 1 / np.maximum(support, 1), 0)
    return (values * w).sum() / w.sum()


def weighted_average_wrong_harmonic_2(values, support):
    some = (support > 0) & (values > 0)
    return support[some].sum() / (support[some] / values[some]).sum()


def weighted_average_wrong_only_found_classes(values, support):
    return (values * support).sum() / support[values > 0].sum()


def weighted_average_wrong_only_classes_in_divisor(values, support):
    weights = support / support.max()
    return float(np.mean(values * weights))


def weighted_average_right_samples_2(values, support):
    each = [v for v, s in zip(values, support) for _ in range(int(s))]
    return float(np.mean(each))


def weighted_average_right_dot(values, support):
    share = np.asarray(support, dtype=np.longdouble)
    return float(np.asarray(values, np.longdouble) @ share / share.sum())


WRONG['weighted_average'] += [
    ('exchanged-2', weighted_average_wrong_exchanged_2,
     'np.average(support, weights=values): the arguments are exchanged.'),
    ('inverse-2', weighted_average_wrong_inverse_2,
     '1 / support makes rare classes count more, as class weights do; the weight is the support.'),
    ('harmonic-2', weighted_average_wrong_harmonic_2,
     'A weighted harmonic mean instead of the arithmetic one.'),
    ('only-found-classes', weighted_average_wrong_only_found_classes,
     'The divisor leaves out the supports of the classes whose value is 0.'),
    ('only-classes-in-divisor', weighted_average_wrong_only_classes_in_divisor,
     'The weights are divided by the largest support and the sum by the number of classes, instead of by the sum of the supports.'),
]

RIGHT['weighted_average'] += [
    ('samples-2', weighted_average_right_samples_2),
    ('dot', weighted_average_right_dot),
]


# ---- which_is_truth, once more
def which_is_truth_wrong_zip(a, b, counts):
    def fits(column):
        return all(x == y for x, y in zip(np.bincount(column), counts))

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_wrong_unique(a, b, counts):
    def fits(column):
        return np.array_equal(np.unique(column, return_counts=True)[1], counts)

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_wrong_only_first_of_two(a, b, counts):
    def fits(column):
        n = np.bincount(column, minlength=len(counts))
        return len(n) == len(counts) and bool((n == counts).all())

    if fits(a):
        return 1
    if fits(b):
        return 2
    if fits(a) and fits(b):
        return 3
    return 0


def which_is_truth_wrong_used_up(a, b, counts):
    left = np.array(counts)

    def fits(column):
        for label in column:
            if label >= len(left):
                return False
            left[label] -= 1
        return not left.any()

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_wrong_sorted_counts_2(a, b, counts):
    def fits(column):
        n = np.bincount(column, minlength=len(counts))
        return sorted(n) == sorted(counts)

    return int(fits(a)) + 2 * int(fits(b))


def which_is_truth_right_counter_2(a, b, counts):
    wanted = {k: int(c) for k, c in enumerate(counts) if c}
    return sum(
        code for code, column in ((1, a), (2, b)) if dict(Counter(int(x) for x in column)) == wanted
    )


def which_is_truth_right_repeat(a, b, counts):
    truth = np.repeat(np.arange(len(counts)), counts)
    return 1 * np.array_equal(np.sort(a), truth) + 2 * np.array_equal(np.sort(b), truth)


WRONG['which_is_truth'] += [
    ('zip', which_is_truth_wrong_zip,
     'zip stops at the shorter of the two: classes beyond the last label, or labels beyond counts, are not compared.'),
    ('unique', which_is_truth_wrong_unique,
     'np.unique leaves out classes that do not occur, so counts with a 0 can never fit (or fit at wrong places).'),
    ('only-first-of-two', which_is_truth_wrong_only_first_of_two,
     'The case of both columns is asked for last and never reached: 1 instead of 3.'),
    ('used-up', which_is_truth_wrong_used_up,
     'left is used up by column a and not filled again for b.'),
    ('sorted-counts-2', which_is_truth_wrong_sorted_counts_2,
     'sorted(...) forgets which class has which count.'),
]

RIGHT['which_is_truth'] += [
    ('counter-2', which_is_truth_right_counter_2),
    ('repeat', which_is_truth_right_repeat),
]


# ---- roc_points, once more
def roc_points_wrong_first_of_equal(scores, y):
    order = np.argsort(-scores, kind="stable")
    _, first = np.unique(-scores[order], return_index=True)
    ones = np.cumsum(y[order])[first]
    zeros = np.cumsum(1 - y[order])[first]
    tpr = np.concatenate([[0], ones / np.sum(y)])
    fpr = np.concatenate([[0], zeros / np.sum(1 - y)])
    tpr[-1] = fpr[-1] = 1
    return fpr, tpr


def roc_points_wrong_starts_at_one(scores, y):
    thetas = np.concatenate([[1.0 + 1e-9], np.unique(scores)[::-1]])
    called = scores[None, :] >= thetas[:, None]
    return called[:, y == 0].mean(axis=1), called[:, y == 1].mean(axis=1)


def roc_points_wrong_false_discovery(scores, y):
    fpr, tpr = [0.0], [0.0]
    for theta in np.unique(scores)[::-1]:
        called = scores >= theta
        fpr.append(np.sum(called & (y == 0)) / np.sum(called))
        tpr.append(np.sum(called & (y == 1)) / np.sum(y == 1))
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_rounded(scores, y):
    scores = np.round(scores, 6)
    fpr, tpr = [0.0], [0.0]
    for theta in np.unique(scores)[::-1]:
        called = scores >= theta
        fpr.append(np.mean(called[y == 0]))
        tpr.append(np.mean(called[y == 1]))
    return np.array(fpr), np.array(tpr)


def roc_points_wrong_highest_score_left_out(scores, y):
    thetas = np.unique(scores)[::-1]
    called = scores[None, :] > thetas[:, None]
    called[-1] = True
    return called[:, y == 0].mean(axis=1), called[:, y == 1].mean(axis=1)


def roc_points_right_searchsorted_2(scores, y):
    thetas = np.unique(scores)[::-1]

    def share(part):
        part = np.sort(part)
        return np.append(0.0, 1 - np.searchsorted(part, thetas, side="left") / len(part))

    return share(scores[y == 0]), share(scores[y == 1])


def roc_points_right_dict(scores, y):
    at = {}
    for s, t in zip(scores.tolist(), y.tolist()):
        pair = at.setdefault(s, [0, 0])
        pair[1 if t else 0] += 1
    points, zeros, ones = [(0, 0)], 0, 0
    for s in sorted(at, reverse=True):
        zeros, ones = zeros + at[s][0], ones + at[s][1]
        points.append((zeros, ones))
    points = np.array(points, dtype=float) / [zeros, ones]
    return points[:, 0].copy(), points[:, 1].copy()


WRONG['roc_points'] += [
    ('first-of-equal', roc_points_wrong_first_of_equal,
     'return_index gives the first of equal scores; the sums up to the last of them are needed.'),
    ('starts-at-one', roc_points_wrong_starts_at_one,
     'The first threshold is 1, which is not above all scores if these are no probabilities: inf is needed.'),
    ('false-discovery', roc_points_wrong_false_discovery,
     'The false alarms are divided by what is called instead of by the number of zeros.'),
    ('rounded', roc_points_wrong_rounded,
     'np.round makes scores equal that are different (and all tiny ones 0).'),
    ('highest-score-left-out', roc_points_wrong_highest_score_left_out,
     '> instead of >= shifts each point by one score, so the point of the lowest but one score is missing and replaced by (1, 1).'),
]

RIGHT['roc_points'] += [
    ('searchsorted-2', roc_points_right_searchsorted_2),
    ('dict', roc_points_right_dict),
]


# ---- better_model, once more
def better_model_wrong_rarer_same_town():
    fewest, missed, screening, alarms, rarer = 1, 2, 4, 3, 2
    return fewest, missed, screening, alarms, rarer


def better_model_wrong_screening_accuracy_2():
    fewest, missed, screening, alarms, rarer = 1, 2, 1, 3, 3
    return fewest, missed, screening, alarms, rarer


def better_model_wrong_missed_only():
    fewest, missed, screening, alarms, rarer = 1, 4, 4, 3, 3
    return fewest, missed, screening, alarms, rarer


def better_model_wrong_costs_exchanged():
    fewest, missed, screening, alarms, rarer = 1, 1, 4, 4, 3
    return fewest, missed, screening, alarms, rarer


def better_model_wrong_from_zero_2():
    fewest, missed, screening, alarms, rarer = 0, 1, 3, 2, 2
    return fewest, missed, screening, alarms, rarer


def better_model_right_plain():
    return 1, 2, 4, 3, 3


def better_model_right_computed_2():
    fp = np.array([100, 420, 10, 1200])
    fn = np.array([380, 100, 600, 20])
    tp = 1000 - fn
    enough = np.flatnonzero(tp >= 950)
    ppv = tp / 1000 / (tp / 1000 + 99 * fp / 9000)
    return (
        int(np.argmin(fp + fn)) + 1,
        int(np.argmin(fp + 5 * fn)) + 1,
        int(enough[np.argmin(fp[enough])]) + 1,
        int(np.argmin(50 * fp + fn)) + 1,
        int(np.flatnonzero(ppv > 0.5)[0]) + 1,
    )


WRONG['better_model'] += [
    ('rarer-same-town', better_model_wrong_rarer_same_town,
     'rarer: the precision was taken from the table as it stands (1 in 10 ill); with 1 in 100 only model 3 has more than half: 3.'),
    ('screening-accuracy-2', better_model_wrong_screening_accuracy_2,
     'screening: 95 in 100 was taken of all people (the accuracy, 0.952 for model 1) instead of the ill (the recall): only model 4 finds 980 of 1,000: 4.'),
    ('missed-only', better_model_wrong_missed_only,
     'missed: only the missed ones were counted; the 1,200 false alarms cost too: 2.'),
    ('costs-exchanged', better_model_wrong_costs_exchanged,
     'missed and alarms: false alarms and missed ones were exchanged in the costs: 2 and 3.'),
    ('from-zero-2', better_model_wrong_from_zero_2,
     'The models were counted from 0; they are numbered from 1 to 4.'),
]

RIGHT['better_model'] += [
    ('plain', better_model_right_plain),
    ('computed-2', better_model_right_computed_2),
]


# ---- verdicts, once more
def verdicts_wrong_many_digits():
    digits, clothes, seeds, doctors, patients = 1, 1, 3, 2, 3
    return digits, clothes, seeds, doctors, patients


def verdicts_wrong_overlap():
    digits, clothes, seeds, doctors, patients = 2, 2, 3, 2, 3
    return digits, clothes, seeds, doctors, patients


def verdicts_wrong_doctors_three_times_2():
    digits, clothes, seeds, doctors, patients = 2, 1, 3, 1, 3
    return digits, clothes, seeds, doctors, patients


def verdicts_wrong_seeds_chance_2():
    digits, clothes, seeds, doctors, patients = 2, 1, 2, 2, 3
    return digits, clothes, seeds, doctors, patients


def verdicts_wrong_patients_counted():
    digits, clothes, seeds, doctors, patients = 2, 1, 3, 2, 1
    return digits, clothes, seeds, doctors, patients


def verdicts_right_plain():
    return 2, 1, 3, 2, 3


def verdicts_right_signs():
    def fair(only_a, only_b):
        return 1 if stats.binomtest(only_a, only_a + only_b).pvalue < 0.05 else 2

    favours = 3
    return fair(214, 200), fair(90, 40), favours, fair(6, 2), favours


WRONG['verdicts'] += [
    ('many-digits', verdicts_wrong_many_digits,
     'digits: 10,000 images are many, but only 414 differ, and 214 to 200 is chance: 2.'),
    ('overlap', verdicts_wrong_overlap,
     'clothes: intervals that overlap do not mean chance on the same pictures; 90 to 40 is far more: 1.'),
    ('doctors-three-times-2', verdicts_wrong_doctors_three_times_2,
     'doctors: 6 to 2 of only 8 can well be chance: 2.'),
    ('seeds-chance-2', verdicts_wrong_seeds_chance_2,
     'seeds: the best of thirty by the test favours A, so it is not a fair comparison: 3.'),
    ('patients-counted', verdicts_wrong_patients_counted,
     "patients: A has seen pictures of the test's patients, so 300 to 100 shows nothing: 3."),
]

RIGHT['verdicts'] += [
    ('plain', verdicts_right_plain),
    ('signs', verdicts_right_signs),
]
