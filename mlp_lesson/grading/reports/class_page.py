"""The instructor's page: how it went, what to teach tomorrow, and what needs an eye."""

import base64
import io
from collections import Counter
from html import escape

from .. import tasks
from .layout import document, table

LEAST_ALIKE = 2  # learners with the same code, before it is shown


def page(exercise, results):
    """Self-contained HTML about a whole class."""
    title = f"Exercise {exercise}: the class"
    marked = [result for result in results if result.score is not None]
    body = [f"<h1>{title}</h1>", overview(results)]
    if marked:
        body += [scores(exercise, marked), by_task(exercise, marked), by_mistake(exercise, marked)]
    body += [need_an_eye(results), alike(marked), everyone(exercise, results)]
    return document(title, "\n".join(filter(None, body)))


def overview(results):
    count = Counter(result.status for result in results)
    words = ", ".join(f"{number} {status}" for status, number in count.items())
    return f"<p>{len(results)} learners: {words}.</p>"


# ---- pictures -----------------------------------------------------------------------------------


def scores(exercise, marked):
    """How often each score was reached."""
    most = tasks.max_score(exercise)
    count = Counter(result.score for result in marked)
    values = sorted(result.score for result in marked)
    middle = values[len(values) // 2] if len(values) % 2 else sum(
        values[len(values) // 2 - 1 : len(values) // 2 + 1]) / 2  # fmt: skip
    caption = f"{len(marked)} marks; the middle one is {middle:g} of {most} points."
    bars = [count[points] for points in range(most + 1)]
    said = ", ".join(f"{count[p]} with {p}" for p in sorted(count))
    return "<h2>Scores</h2>" + figure(
        lambda *ax: upright(*ax, range(most + 1), bars, "points"),
        f"Number of learners for each score: {said}.", caption,
    )  # fmt: skip


def by_task(exercise, marked):
    """The share that got each task right."""
    names = [task.name for task in tasks.of(exercise)]
    right = Counter(m["task"] for r in marked for m in r.marks if m["verdict"] == "right")
    begun = Counter(m["task"] for r in marked for m in r.marks if m["verdict"] == "wrong")
    shares = [right[name] / len(marked) for name in names]
    fewest = min(right[name] for name in names)
    hardest = ", ".join(name for name in names if right[name] == fewest)
    caption = f"Hardest: {hardest}, right for {fewest} of {len(marked)}."
    said = ", ".join(f"{name} {share:.0%}" for name, share in zip(names, shares, strict=True))
    rows = [[n, right[n], begun[n], len(marked) - right[n] - begun[n]] for n in names]
    return (
        "<h2>Tasks</h2>"
        + figure(lambda *ax: sideways(*ax, names, shares), f"Share right: {said}.", caption)
        + table(["task", "right", "wrong", "open"], rows)
    )


def figure(draw, alt, caption):
    """A picture with an alt text and its message under it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from ... import plots  # sets the course's style

    fig = Figure(figsize=(6.4, 2.8), layout="constrained")
    draw(fig.subplots(), plots.PALETTE[0])
    png = io.BytesIO()
    FigureCanvasAgg(fig).print_png(png)
    data = base64.b64encode(png.getvalue()).decode()
    return (
        f'<figure><img alt="{escape(alt)}" src="data:image/png;base64,{data}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def upright(ax, colour, places, heights, label):
    ax.bar(list(places), heights, color=colour)
    ax.set(xlabel=label, ylabel="learners")
    for axis in (ax.xaxis, ax.yaxis):
        axis.get_major_locator().set_params(integer=True)


def sideways(ax, colour, names, shares):
    ax.barh(names, [100 * share for share in shares], color=colour)
    ax.invert_yaxis()
    ax.set(xlabel="right, per cent of those marked", xlim=(0, 100))


# ---- tables -------------------------------------------------------------------------------------


def by_mistake(exercise, marked):
    """Which mistakes were made most, and where they are treated."""
    count = Counter(
        (mark["task"], mistake) for result in marked for mark in result.marks
        for mistake in set(mark["mistakes"])
    )  # fmt: skip
    if not count:
        return ""
    hints = tasks.hints_of(exercise)
    items = [
        f'<li class="task"><b>{number} of {len(marked)}</b>: {escape(f"{task}/{mistake}")}<br>'
        f'{escape(hints.get((task, mistake), ""))}<br>'
        f'<span class="quiet">Treated in {escape(tasks.treated_in(task))}</span></li>'
        for (task, mistake), number in count.most_common(15)
    ]
    return f"<h2>Mistakes</h2><ul>{''.join(items)}</ul>"


def need_an_eye(results):
    """Those without a mark, and those whose Python died: a fact, and perhaps a reason."""
    rows = [
        [who(result), result.status, result.why]
        for result in results
        if result.why or result.status in ("not graded", "missing")
    ]
    return "<h2>To look at</h2>" + table(["learner", "status", "why"], rows) if rows else ""


def alike(marked):
    """Notebooks with the same code but for names: shown side by side, judged by nobody."""
    groups = {}
    for result in marked:
        if result.score:  # untouched notebooks are all alike
            groups.setdefault(result.fingerprint, []).append(result)
    rows = [
        [group[0].score, "; ".join(map(who, group)), "; ".join(r.file for r in group)]
        for group in groups.values()
        if len(group) >= LEAST_ALIKE
    ]
    if not rows:
        return ""
    note = (
        "These notebooks hold the same code, but for names, comments and layout. That is a fact, "
        "not a verdict: short answers to one question are often alike."
    )
    return f"<h2>The same code</h2><p>{note}</p>" + table(["points", "learners", "files"], rows)


def who(result):
    return f"{result.learner['id']} {result.name}".strip()


def everyone(exercise, results):
    names = [task.name for task in tasks.of(exercise)]
    rows = []
    for result in results:
        points = {mark["task"]: mark["points"] for mark in result.marks}
        score = "" if result.score is None else result.score
        row = [who(result), result.status, score, *(points.get(name, "") for name in names)]
        rows.append(row)
    return "<h2>Everyone</h2>" + table(["learner", "status", "score", *names], rows)
