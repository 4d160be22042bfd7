"""Hints as records, and the one place that turns them into what a learner reads."""

from typing import NamedTuple

RANK = {  # which kinds are said first
    "spoiler": 0,  # an argument is changed, which may be what broke the rest
    "form": 1,  # no value, a list for an array, parts exchanged
    "promise": 2,
    "mistake": 3,
    "pattern": 3,
    "trace": 3,  # a pattern that only tells where to look
    "second": 4,  # what is wrong although no promise is broken there
    "failure": 5,
    "effect": 6,
    "note": 7,  # what the wrong cases have in common
    "case": 8,
}


class Hint(NamedTuple):
    """One thing that is wrong with an answer."""

    kind: str  # one of RANK
    text: str
    parts: tuple = ()  # the parts of the result that it speaks of; none: of all
    also: str = ""  # what came on top of it
    case: str = ""  # the case that it speaks of, as shown
    id: str = ""  # of the mistake or the promise that was recognised


def ranked(hints):
    """The same hints, the most telling first, none twice."""
    return sorted(dict.fromkeys(hints), key=lambda hint: RANK[hint.kind])


def in_words(hint, parts=()):
    """What the learner reads; parts: all that the task has."""
    of = hint.parts if len(hint.parts) < len(parts) else ()
    named = f"{' and '.join(of)}: " if any(of) else ""
    return "\n".join(filter(None, [f"{named}{hint.text}{hint.also}", hint.case]))


def joined(hints):
    """The hints with the note on the wrong cases put to the pattern that holds there."""
    note = next((hint for hint in hints if hint.kind == "note"), None)
    if note is None or hints[0].kind not in ("pattern", "trace"):
        return hints
    first = hints[0]._replace(text=f"{note.text} There: {hints[0].text}")
    return [first, *(hint for hint in hints[1:] if hint is not note)]


# ---- exceptions in plain words ------------------------------------------------------------------


_MEANINGS = (  # (exception, words of its message or "", a sentence); the first that fits is said
    ("ValueError", ("enough dimensions",),
     "`@` multiplies matrices and vectors, and one of these is a single number: use `*`."),
    ("ValueError", ("ambiguous",),
     "An array has many entries and no single truth value, which `if`, `and`, `or` and Python's "
     "`max` ask for. Work entry by entry: `np.where`, `np.maximum`."),
    ("ValueError", ("broadcast", "matmul", "not aligned"),
     "Two shapes do not fit: write the shape beside every name in that line. A matrix product may "
     "need a transpose `.T`; a sum along an axis drops it, unless keepdims=True."),
    ("ValueError", ("cannot reshape",),
     "The numbers of a shape, multiplied, give how many entries it holds. Is the shape wrong (one "
     "number may be -1: NumPy finds it, if the others divide the number of entries without a "
     "rest), or the array that is to take it?"),
    ("ValueError", ("values to unpack",),
     "There must be as many names on the left as entries on the right, and those are not always so "
     "many: look at the case."),
    ("ValueError", ("inhomogeneous",),
     "The entries of that list have different shapes, so they make no array."),
    ("TypeError", ("bitwise_xor", "for ^"),
     "`^` is no power in Python (it compares bits): write `**`."),
    ("TypeError", ("'function'", "function_or_method'", "'numpy.ufunc'"),
     "A function stands where its value is meant: call it, as in f(x)."),
    ("TypeError", ("object is not callable",),
     "A value is called like a function: is a `*` missing before the bracket?"),
    ("TypeError", ("can be converted to",),
     "The functions of the module `math`, and `int` and `float`, take one number only. Those of "
     "NumPy, such as `np.exp`, take whole arrays."),
    ("TypeError", ("'tuple' and",),
     "A tuple holds several results: take them apart, as in `Z, cache = forward(...)`."),
    ("TypeError", ("as a data type", "positional argument"),
     "A call in that line gets other arguments than it takes. A shape is one argument, in brackets "
     "of its own: np.zeros((rows, columns))."),
    ("AttributeError", ("can't set",),
     "A tuple such as `Layer` cannot be changed: make a new one, `Layer(W, b)`."),
    ("UFunc", ("",), "An array of integers cannot take fractions: make it float first."),
    ("IndexError", ("shape mismatch",),
     "The row numbers and the column numbers must be equally many: one for each row."),
    ("IndexError", ("index -",),
     "A negative index counts from the end, and there are not so many entries."),
    ("IndexError", ("bounds",),
     "An index lies beyond the end: Python counts from 0."),
    ("IndexError", ("out of range",),
     "There is no entry at that place: of n entries the first is number 0, the last n - 1."),
    ("IndexError", ("",),
     "Look at the array's shape: do so many indices fit it, and are they whole numbers?"),
    ("AxisError", ("",), "The array has fewer axes than that: look at its shape."),
    ("RecursionError", ("",), "The function calls itself without an end."),
    ("NameError", ("",), "A name is not defined: is it spelled right, and was its cell run?"),
)  # fmt: skip


def what_it_means(kind, message):
    """A sentence about the exceptions that NumPy beginners meet most."""
    fitting = (
        text
        for name, words, text in _MEANINGS
        if kind.lstrip("_").startswith(name) and any(word in message for word in words)
    )
    return next(fitting, "")


_PLAIN = (  # (what NumPy says, as a pattern, the same in plain words)
    (r"matmul: Input operand 1 has a mismatch in its core dimension 0, .*\(size (\d+) is different "
     r"from (\d+)\)", r"in a product A @ B, A has \2 columns, but B has \1 rows"),
    (r"matmul: Input operand (\d) does not have enough dimensions.*",
     r"one side of `@` is a single number"),
    (r"shapes (\(.*?\)) and (\(.*?\)) not aligned.*",
     r"in a product, the shapes \1 and \2 do not fit"),
    (r"operands could not be broadcast together with shapes (\(.*?\)) (\(.*?\)).*",
     r"the shapes \1 and \2 do not fit together, entry by entry"),
    (r"Cannot cast ufunc '(\w+)' output from dtype\('(\w+)'\) to dtype\('(\w+)'\).*",
     r"numbers of type \2 (from \1) cannot be written into an array of type \3"),
    (r"ufunc '(\w+)' did not contain a loop with signature matching types.*",
     r"\1 cannot work with what it is given: not numbers, but text or another thing"),
    (r"ufunc '(\w+)' not supported for the input types.*",
     r"\1 cannot work with what it is given: not an array of numbers"),
    (r"cannot reshape array of size (\d+) into shape (\(.*?\))",
     r"\1 entries cannot be laid out in the shape \2"),
    (r"setting an array element with a sequence\..*", r"a list stands where one number is meant"),
)  # fmt: skip


def gist(message):
    """What an exception is about: its first words, the same for `@` and np.dot."""
    misfits = ("mismatch in its core dimension", "not aligned")
    return "product" if any(words in message for words in misfits) else message[:20]


def plainly(message):
    """The message of an exception, without NumPy's own words for its workings."""
    import re

    for pattern, words in _PLAIN:
        found = re.fullmatch(pattern, message)
        if found:
            return found.expand(words)
    return message
