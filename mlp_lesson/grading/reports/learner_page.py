"""A page for one learner: what the checks in the notebook say, on hidden inputs."""

from html import escape

from .layout import document

WORDS = {
    "graded": "",
    "look at it": "Your instructor will look at one of the answers.",
    "not graded": "This notebook could not be graded. That is not a mark of 0.",
    "missing": "Nothing was handed in.",
}


def page(result):
    """Self-contained HTML; all that came from the submission is escaped."""
    title = f"Exercise {result.exercise}: {result.name or result.learner['id']}"
    body = [f"<h1>{escape(title)}</h1>"]
    if result.score is not None:
        most = sum(mark["max_points"] for mark in result.marks)
        body.append(f'<p class="score">{result.score} of {most} points</p>')
    if WORDS[result.status]:
        body.append(f"<p>{WORDS[result.status]}</p>")
    if result.why:
        body.append(f"<p>{escape(result.why[:1].upper() + result.why[1:])}.</p>")
    body += [section(mark) for mark in result.marks]
    if result.cell_errors:
        body.append(errors(result.cell_errors))
    return document(title, "\n".join(body))


def section(mark):
    shown = mark["html"] or f"<pre>{escape(mark['report'])}</pre>"
    return f'<section class="task">{shown}</section>'


def errors(cell_errors):
    """The cells that stopped with an error: often why an answer was not found."""
    lines = [
        f"<li>code cell {escape(number)}: <code>{escape(error)}</code></li>"
        for number, error in list(cell_errors.items())[:20]
    ]
    return f"<h2>Cells that ended with an error</h2><ul>{''.join(lines)}</ul>"
