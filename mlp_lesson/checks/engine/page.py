"""A report as HTML, and a text of whys/. Colour only repeats what the words say."""

import html
import re
import textwrap

COLOURS = {"right": "#2e7d32", "wrong": "#b3261e"}
PARAGRAPH = "white-space: pre-wrap; margin-top: 0.3em"  # a hint keeps its own line breaks
WHY = "Why? On numbers small enough for paper"
STRESS = re.compile(r"(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])")  # *these words*


def page(report):
    """The words of the report, its table as a table."""
    colour = COLOURS.get(report.verdict, "#8a6d00")
    parts = [
        f'<div style="border-left: 4px solid {colour}; padding: 0.2em 0 0.2em 0.8em">',
        f"<strong>{html.escape(report.headline)}</strong>",
    ]
    for hint, id in report.said():
        parts.append(f'<div style="{PARAGRAPH}">{_marked(hint)}</div>')
        if id:
            parts.append(_folded(report.whys[id]))
    if report.rows:
        parts.append(_table(report.columns, report.rows))
    return "\n".join([*parts, "</div>"])


def _folded(text):
    """A second layer that opens in place, by mouse or keys, where no kernel runs as well.

    The attribute keeps JupyterLab from taking the keys for its own.
    """
    return (
        '<details style="margin: 0.3em 0; max-width: 44em">'
        f'<summary data-lm-suppress-shortcuts="true" style="cursor: pointer">{WHY}</summary>'
        f"{prose(text)}</details>"
    )


def prose(text):
    """HTML of a text of whys/: paragraphs, and blocks of lines that begin with four spaces."""
    return "".join(
        f'<pre style="margin: 0 2em">{html.escape(textwrap.dedent(block))}</pre>'
        if block.startswith("    ")
        else f'<p style="margin: 0.5em 0">{_marked(block)}</p>'
        for block in text.split("\n\n")
    )


def _marked(hint):
    """HTML of a hint: `code` in backticks, and arguments, become <code>; *this* becomes <em>."""
    return "\n".join(_marked_line(line) for line in hint.split("\n"))


def _marked_line(line):
    pieces = html.escape(line).split("`")
    if len(pieces) % 2 == 0:  # an odd backtick: leave the text as it is
        return html.escape(line)
    if line.startswith("  ") and " = " in line and len(pieces) == 1:  # an argument of a case
        return f"  <code>{pieces[0].strip()}</code>"
    return "".join(
        f"<code>{p}</code>" if i % 2 else STRESS.sub(r"<em>\1</em>", p)
        for i, p in enumerate(pieces)
    )


def _table(columns, rows):
    left = 'style="text-align: left"'
    head = "".join(f'<th scope="col" {left}>{html.escape(c)}</th>' for c in columns)
    body = []
    for first, *others in rows:
        cells = "".join(f"<td {left}>{_sign(c)}{html.escape(c)}</td>" for c in others)
        body.append(f'<tr><th scope="row" {left}>{html.escape(first)}</th>{cells}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _sign(cell):
    return "✓ " if cell == "right" else "✗ " if cell != "not run" else ""
