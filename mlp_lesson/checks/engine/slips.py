"""Mistakes as edits of the reference, so that they cannot drift from it.

    MISTAKES = slips(backward, '''
    bias-mean: sum(axis=0) -> mean(axis=0)
        The bias gradients are averaged; delta carries the 1/n already: sum.
    ''')

An entry is an id, an edit and, indented, the hint. There are three kinds of edit:

    id: old -> new          text within one line, which stands exactly once; no new: it goes
    id: = expression        all that the only `return` gives
    id:                     whole lines: those with - are replaced by those with +
    - old line
    + new line

Further edits of the same mistake follow after `and:`, in any of these forms.
"""

import ast
import inspect
import linecache
import re
import textwrap
from difflib import SequenceMatcher
from functools import cache, cached_property, update_wrapper
from itertools import pairwise

from .task import Mistake

ENTRY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):(?: +(.*))?$")


def slips(reference, text, **names):
    """A list of Mistakes, each an edit of the reference: a function that is written with def.

    names: what the edits use and the reference's module has not, such as sigmoid=sigmoid.
    Raises ValueError if the text has another form than above. That an edit fits the reference is
    only seen when its source is asked for.
    """
    mistakes = []
    for entry in _entries(textwrap.dedent(text).strip("\n").split("\n")):
        wrong = Slip(reference, entry.id, entry.edits, names)
        mistakes.append(Mistake(entry.id, entry.hint(), wrong))
    return mistakes


class Slip:
    """The reference with edits in it, as a function. It is made when it is first needed."""

    def __init__(self, reference, id, edits, names):
        update_wrapper(self, reference)  # its name, and its arguments as inspect sees them
        self.reference, self.id, self.edits, self.names = reference, id, edits, names

    def __call__(self, *args):
        return self.function(*args)

    def __deepcopy__(self, memo):
        return self

    @cached_property
    def source(self):
        """The whole function, edited."""
        source = source_of(self.reference)
        places = sorted(edit.place(source, self._complain) for edit in self.edits)
        if any(end > start for (_, end, _), (start, *_) in pairwise(places)):
            raise self._complain("two edits change the same text")
        for start, end, new in reversed(places):
            source = source[:start] + new + source[end:]
        return source

    @cached_property
    def lines(self):
        """Numbers of the lines of the source, from 1, that differ from the reference.

        Where lines are only left out, the number of the line that stands there now.
        """
        before, after = source_of(self.reference).split("\n"), self.source.split("\n")
        changed = []
        for kind, _, _, start, end in SequenceMatcher(None, before, after, False).get_opcodes():
            if kind != "equal":
                changed += range(start + 1, max(end, start + 1) + 1)
        return changed

    @cached_property
    def function(self):
        """The edited function; its source is found by tracebacks and by inspect."""
        where = f"<{self.reference.__name__}/{self.id}>"
        try:
            return function_of(self.reference, self.source, where, self.names)
        except SyntaxError as error:
            raise self._complain(f"{error.msg}, line {error.lineno} once edited") from None

    def _complain(self, what):
        return ValueError(f"{self.reference.__name__}/{self.id}: {what}")


def function_of(reference, source, where, names):
    """A function of this source in the reference's place; `where` stands for its file's name.

    names: what it uses and the reference's module has not. Raises SyntaxError.
    """
    linecache.cache[where] = (len(source), None, source.splitlines(keepends=True), where)
    namespace = {**reference.__globals__, **names}
    exec(compile(source, where, "exec", dont_inherit=True), namespace)
    return namespace[reference.__name__]


@cache
def source_of(reference):
    """The source of a function, at the left margin."""
    return textwrap.dedent(inspect.getsource(reference)).rstrip("\n") + "\n"


@cache
def _definition(source):
    return ast.parse(source).body[0]


@cache
def body_starts(source):
    """Where the text after the arguments and the docstring begins."""
    body = _definition(source).body
    first = body[1] if len(body) > 1 and ast.get_docstring(_definition(source)) else body[0]
    return _offset(source, first.lineno, 0)


@cache
def _returns(source):
    """(start, end) of what each return statement gives."""
    return [
        (
            _offset(source, node.lineno, node.col_offset) + len("return "),
            _offset(source, node.end_lineno, node.end_col_offset),
        )
        for node in ast.walk(_definition(source)) if isinstance(node, ast.Return)
    ]  # fmt: skip


def _offset(source, line, column):
    """The place of a node of the tree, which counts lines from 1 and columns in bytes."""
    lines = source.splitlines(keepends=True)
    before = lines[line - 1].encode()[:column].decode()
    return sum(map(len, lines[: line - 1])) + len(before)


# ---- the edits ----------------------------------------------------------------------------------
# place(source, complain) -> (start, end, new text)


class Words:
    """old -> new, within a line."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def place(self, source, complain):
        start = body_starts(source)
        count = source[start:].count(self.old)
        if count != 1:
            raise complain(f"`{self.old}` stands {count} times in the reference, not once")
        at = source.index(self.old, start)
        return at, at + len(self.old), self.new


class Returned:
    """= expression: what the only return statement gives."""

    def __init__(self, new):
        self.new = new

    def place(self, source, complain):
        returns = _returns(source)
        if len(returns) != 1:
            raise complain(f"`=` needs one return in the reference; it has {len(returns)}")
        [(start, end)] = returns
        return start, end, self.new


class Lines:
    """Whole lines for others; how deep they stand is counted from the first of the old ones."""

    def __init__(self):
        self.old, self.new = [], []

    def place(self, source, complain):
        lines = source.splitlines(keepends=True)
        wanted, n = [line.strip() for line in self.old], len(self.old)
        without_comment = [line.split("  #")[0].strip() for line in lines]
        found = [i for i in range(len(lines) - n + 1) if without_comment[i : i + n] == wanted]
        if len(found) != 1:
            raise complain(
                f"`{wanted[0]}` ... is found {len(found)} times as whole lines, not once"
            )
        first = found[0]
        deeper = _depth(lines[first]) - _depth(self.old[0])
        new = "".join(" " * (_depth(line) + deeper) + line.strip() + "\n" for line in self.new)
        start = sum(map(len, lines[:first]))
        return start, start + sum(map(len, lines[first : first + n])), new


def _depth(line):
    return len(line) - len(line.lstrip())


# ---- reading the text ---------------------------------------------------------------------------


class Entry:
    """One mistake of the text."""

    def __init__(self, id):
        self.id, self.edits, self.words = id, [], []

    def add(self, edit):
        """An edit in one line: `= new`, or `old -> new`; "" where lines with - follow."""
        if not edit:
            self.edits.append(Lines())
            return
        if edit.startswith("= "):
            self.edits.append(Returned(edit[2:].strip()))
            return
        old, *rest = re.split(r" ->(?: |$)", edit)
        if len(rest) != 1 or not old.strip():
            raise ValueError(f"{self.id}: an edit is `old -> new` or `= expression`, not `{edit}`")
        self.edits.append(Words(old.strip(), rest[0].strip()))

    def add_line(self, line):
        """A line of a block; an old one after a new one begins another block."""
        if line[0] == "-" and not (isinstance(self.edits[-1], Lines) and not self.edits[-1].new):
            self.edits.append(Lines())
        block = self.edits[-1]
        if line[0] == "+" and not (isinstance(block, Lines) and block.old):
            raise ValueError(f"{self.id}: a line with + needs one with - before it")
        (block.old if line[0] == "-" else block.new).append(line[1:])

    def hint(self):
        empty = any(isinstance(edit, Lines) and not edit.old for edit in self.edits)
        if empty or not self.words:
            raise ValueError(f"{self.id}: needs an edit and, indented below it, a hint")
        return " ".join(self.words)


def _entries(lines):
    entries = []
    for line in lines:
        start = ENTRY.match(line)
        if not line.strip():
            continue
        if line[0] == " " and entries:
            entries[-1].words.append(line.strip())
        elif line[0] in "-+" and entries:
            entries[-1].add_line(line)
        elif not start:
            raise ValueError(f"expected `id: old -> new`, a line with - or +, or a hint: {line!r}")
        else:
            if start[1] != "and" or not entries:
                entries.append(Entry(start[1]))
            entries[-1].add(start[2] or "")
    return entries
