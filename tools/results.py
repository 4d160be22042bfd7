"""Write the README's table of results from what the executed lessons print.

    python tools/results.py            rewrite the table
    python tools/results.py --check    change nothing; fail if the table is not what they print

A lesson prints its comparison with a source text in a cell with the tag `results`. The lines of
the form "run | printed there | here" are the rows of the table, in the order of the lessons; the
lesson is added as a link.
"""

import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- results: made by tools/results.py -->", "<!-- end of results -->"
HEADER = "| run | printed there | here | lesson |\n|---|---|---|---|\n"


def rows(root):
    """The table's rows, as Markdown, from the saved outputs of every lesson."""
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if "results" not in cell.metadata.get("tags", []):
                continue
            for line in "".join(output.get("text", "") for output in cell.outputs).splitlines():
                if line.count(" | ") == 2 and not line.startswith("run "):
                    fields = " | ".join(field.strip() for field in line.split("|"))
                    yield f"| {fields} | [{path.stem[:2]}](notebooks/{path.name}) |\n"


def with_table(readme, table):
    """The README's text with everything between the two markers replaced by the table."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md must hold the line {BEGIN} and, below it, {END}")
    return f"{before}{BEGIN}\n{HEADER}{table}{END}{after}"


def main(argv, root=ROOT):
    path = root / "README.md"
    old = path.read_text(encoding="utf-8")
    new = with_table(old, "".join(rows(root)))
    if new == old:
        return 0
    if "--check" in argv:
        print("README.md: its results differ from the lessons'; run `make build`", file=sys.stderr)
        return 1
    path.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
