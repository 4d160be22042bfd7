"""Write the README's tables and its picture from course.toml and what the executed lessons show.

    python tools/readme.py            rewrite them
    python tools/readme.py --check    change nothing; fail if they are not what the lessons show

A lesson prints its comparison with a source text in a cell with the tag `results`. The lines of
the form "run | printed there | here" are the rows of the table, in the order of the lessons; the
lesson is added as a link. The table of lessons is that of course.toml. The picture is the
figure of the cell with the tag `cover`.
"""

import base64
import sys
from pathlib import Path

import nbformat

from frame import lesson_table

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- {}: made by tools/readme.py -->", "<!-- end of {} -->"
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
                yield f"| {fields} | [{path.stem.partition('_')[0]}](notebooks/{path.name}) |\n"


def picture(root):
    """The PNG of the one figure that is tagged as the cover, as bytes."""
    [figure] = [
        output.data["image/png"]
        for _, cell in tagged(root, "cover")
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    return base64.b64decode(figure)


def with_table(readme, name, table):
    """The README's text with everything between the two markers of this name replaced."""
    opening, closing = BEGIN.format(name), END.format(name)
    before, begin, rest = readme.partition(opening)
    _, end, after = rest.partition(closing)
    if not (begin and end):
        raise ValueError(f"README.md must hold the line {opening} and, below it, {closing}")
    return f"{before}{opening}\n{table}{closing}{after}"


def main(argv, root=ROOT):
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    text = with_table(text, "lessons", lesson_table("notebooks/", "exercises/") + "\n")
    text = with_table(text, "results", HEADER + "".join(rows(root)))
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
