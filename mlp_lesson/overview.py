"""What progress() shows, in words: the map of the course, and what the ideas have come to."""

from html import escape
from pathlib import Path
from typing import NamedTuple

from mlp_lesson import course
from mlp_lesson.ideas import SIDES, Record, gained, ideas, left, missing


class Row(NamedTuple):
    """One line of the map: (right, all) guesses and answers, (points, all points), two links."""

    lesson: str
    guesses: tuple
    answers: tuple
    points: tuple
    to_lesson: str = ""  # relative to the notebook; "" where that file is not there
    to_exercise: str = ""


class Summary(NamedTuple):
    """What progress() shows: the map, {confidence: (right, all)}, questions due, ideas, notes."""

    rows: list
    calibration: dict
    due: list
    ideas: Record
    notes: list


def as_text(summary):
    """The summary for a terminal."""
    lines = [f"{'Lesson':<34}{'guesses right':>14}{'quiz right':>14}{'points':>14}"]
    for row in summary.rows:
        lines.append(f"{row.lesson:<34}" + "".join(f"{cell:>14}" for cell in _cells(row)))
    missed = [f"  {idea.name}: {idea.place}" for idea in _missed(summary.ideas)]
    return "\n".join([*lines, "", *_sentences(summary), *_on_ideas(summary.ideas), *missed])


def as_html(summary):
    """The summary for a notebook: the same words, in a table that screen readers can follow."""
    head = "".join(
        f'<th scope="col" style="text-align: {side}">{name}</th>'
        for name, side in [("Lesson", "left"), ("Guesses right", "right"),
                           ("Quiz right", "right"), ("Exercise points", "right")]
    )  # fmt: skip
    body = "".join(
        '<tr><th scope="row" style="text-align: left; font-weight: normal">'
        f"{_linked(row.lesson, row.to_lesson) or row.lesson}</th>"
        f"<td>{guesses}</td><td>{answers}</td><td>{exercise} {points}</td></tr>"
        for row in summary.rows
        for guesses, answers, points in [_cells(row)]
        for exercise in [_linked(f"exercise {row.lesson[:2]}", row.to_exercise)]
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    said = [*_sentences(summary), *_on_ideas(summary.ideas)]
    return table + "".join(f"<p>{escape(line)}</p>" for line in said) + _ideas_html(summary.ideas)


def _sentences(summary):
    said = "; ".join(f"{c}: {_of(pair)}" for c, pair in summary.calibration.items())
    yield f"Right when you said {said}." if said else "No guesses yet: lessons ask for them."
    if summary.due:
        yield f"Due again today: {len(summary.due)}. Run this notebook's first cell to be asked."
        for id in summary.due:
            yield f"  {course.question(id).question}"
    else:
        yield "Due again today: nothing."
    yield from summary.notes


def link(folder, entry):
    """The path from this notebook to the one of a Lesson or Exercise; "" if it is not there."""
    path = f"../{folder}/{entry.file}.ipynb" if entry else ""
    return path if path and Path(path).exists() else ""


def _linked(text, address):
    return f'<a href="{address}">{text}</a>' if address else ""


def _cells(row):
    return _of(row.guesses), _of(row.answers), _of(row.points, always=row.points[1])


def _of(pair, always=False):
    return f"{pair[0]:g} of {pair[1]:g}" if pair[1] or always else "–"


# ---- the ideas of inventory() ----


def _on_ideas(record):
    """How far the questions are; once all are answered the second time, what was gained."""
    n = len(ideas())
    answered = {side: n - len(left(record, side)) for side in SIDES}
    if answered["after"] < n:
        side = "after" if answered["after"] else "before"
        if answered[side]:
            yield f"Ideas of the course: {answered[side]} of {n} questions answered, {side} it."
        return
    yield f"Ideas of the course: {n - len(missing(record))} of {n} right after it."
    both = gained(record)
    if both.of:
        then = f"{both.before} were right before, {both.after} are now"
        yield f"Of the {both.of} asked both times {then}: {_share(both)}"
    if missing(record):
        yield "Ideas still to be learnt, and what treats them:"


def _share(both):
    if both.share is None:
        return "there was nothing to gain."
    if both.share < 0:
        return f"{both.before - both.after} fewer."
    return f"{both.share:.0%} of what there was to gain (Hake's normalised gain)."


def _missed(record):
    """The ideas still to be learnt, once all are answered the second time: no word before."""
    return [] if left(record, "after") else missing(record)


def _ideas_html(record):
    """Links to what treats the ideas still to be learnt; folded, all questions with reasons."""
    if left(record, "after"):
        return ""
    missed = "".join(f"<li>{escape(idea.name)}: {_to(idea)}</li>" for idea in _missed(record))
    reasons = "".join(_reasons(idea, record) for idea in ideas().values())
    return (f"<ul>{missed}</ul>" if missed else "") + _folded(
        f"All {len(ideas())} questions, with the reasons", reasons
    )


def _reasons(idea, record):
    """One question: what was chosen each time, and the reason for each option."""
    right = record["after"][idea.id][1]
    chosen = "; ".join(
        f"{side} the course: {record[side][idea.id][0]}"
        for side in SIDES
        if idea.id in record.get(side, {})
    )
    options = "".join(
        f"<li><b>{escape(option)}{' (right)' if option == idea.right else ''}.</b> "
        f"{escape(reason)}</li>"
        for option, reason in idea.options.items()
    )
    return _folded(
        f"{'✓' if right else '✗'} {escape(idea.name)}",
        f"<p>{escape(idea.question)}</p><p>You chose {escape(chosen)}.</p><ul>{options}</ul>"
        f"<p>Treated in {_to(idea)}.</p><p><small>Seen: {escape(idea.seen)}</small></p>",
    )


def _folded(title, html):
    """What opens in place; the attribute keeps JupyterLab from taking the keys for its own."""
    return (
        '<details style="margin: 0.3em 0 0.3em 1em; max-width: 44em">'
        f'<summary data-lm-suppress-shortcuts="true" style="cursor: pointer">{title}</summary>'
        f"{html}</details>"
    )


def _to(idea):
    """The part of the lesson that treats the idea, as a link where that notebook is there."""
    lesson = next(one for one in course.lessons() if one.number == idea.lesson)
    path = link("notebooks", lesson)
    address = path and f"{path}#{escape(idea.part.replace(' ', '-'))}"  # as JupyterLab names it
    return _linked(escape(idea.place), address) or escape(idea.place)
