"""Write the README's table of results and its picture from what the executed lessons show.

    python tools/readme.py            rewrite both
    python tools/readme.py --check    change nothing; fail if they are not what the lessons show

A lesson prints its comparison with a source text in a cell with the tag `results`. The lines of
the form "run | printed there | here" are the rows of the table, in the order of the lessons; the
lesson is added as a link. The picture is the figure of the cell with the tag `cover`.
"""

import base64
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- results: made by tools/readme.py -->", "<!-- end of results -->"
HEADER = "| run | printed there | here | lesson |\n|---|---|---|---|\n"


def tagged(root, tag):
    """Each cell of a lesson that has this tag, with the path of its notebook."""
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if tag in cell.metadata.get("tags", []):
                yield path, cell


def rows(root):
    """The table's rows, as Markdown, from the saved outputs of every lesson."""
    for path, cell in tagged(root, "results"):
        for line in "".join(output.get("text", "") for output in cell.outputs).splitlines():
            if line.count(" | ") == 2 and not line.startswith("run "):
                fields = " | ".join(field.strip() for field in line.split("|"))
                yield f"| {fields} | [{path.stem[:2]}](notebooks/{path.name}) |\n"


def picture(root):
    """The PNG of the one figure that is tagged as the cover, as bytes."""
    [figure] = [
        output.data["image/png"]
        for _, cell in tagged(root, "cover")
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    return base64.b64decode(figure)


def with_table(readme, table):
    """The README's text with everything between the two markers replaced by the table."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md must hold the line {BEGIN} and, below it, {END}")
    return f"{before}{BEGIN}\n{HEADER}{table}{END}{after}"


def main(argv, root=ROOT):
    readme = root / "README.md"
    text = with_table(readme.read_text(encoding="utf-8"), "".join(rows(root)))
    shown = {readme: text.encode(), root / "notebooks" / "cover.png": picture(root)}
    status = 0
    for path, new in shown.items():
        if path.exists() and path.read_bytes() == new:
            continue
        if "--check" in argv:
            name = path.relative_to(root).as_posix()
            print(f"{name} is not what the lessons show; run `make build`", file=sys.stderr)
            status = 1
        else:
            path.write_bytes(new)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
