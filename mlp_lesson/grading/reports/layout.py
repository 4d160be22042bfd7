"""The frame of every page: one style, no script, nothing loaded from elsewhere."""

from html import escape

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.score { font-size: 1.25rem; font-weight: 600; } .task { margin: 1.2rem 0; }
.wide { overflow-x: auto; } ul { padding-left: 1.2rem; } table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.7rem 0.25rem 0; text-align: left; vertical-align: top;
  overflow-wrap: normal; min-width: 3.5rem; }
.task td { min-width: 4.5rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
thead { border-bottom: 1px solid currentColor; }
figure { margin: 1rem 0; } img { max-width: 100%; background: white; }
pre { white-space: pre-wrap; }
figcaption, .quiet { font-size: 0.9rem; opacity: 0.85; }
"""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def document(title, body):
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{escape(title)}</title><style>{STYLE}</style></head>
<body><main>
{body}
</main></body></html>
"""


def table(head, rows):
    """A table that scrolls sideways where it must; cells are escaped, numbers to the right."""
    columns = zip(head, *rows, strict=True)
    numbers = [any(isinstance(cell, int | float) for cell in column) for column in columns]
    kinds = [" class=number" if number else "" for number in numbers]

    def cells(row, tag):
        return "".join(
            f"<{tag}{kind}>{escape(str(cell))}</{tag[:2]}>"
            for cell, kind in zip(row, kinds, strict=True)
        )

    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    head = cells(head, 'th scope="col"').replace("_", "_<wbr>")  # long names of tasks may break
    head = f"<thead><tr>{head}</tr></thead>"
    return f'<div class="wide" tabindex="0"><table>{head}<tbody>{body}</tbody></table></div>'
