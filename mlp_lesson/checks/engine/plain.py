"""What a learner's function returned, as plain numbers: nothing in it can run, lie or be huge.

plain() never calls a method of an unknown object, so it is safe on whatever comes back. encode()
and decode() carry the plain form over a pipe as JSON: no pickle, nothing is executed on arrival.
"""

import base64
import json
from typing import NamedTuple

import numpy as np

MOST_NUMBERS = 2_000_000  # in one array
MOST_ENTRIES = 20_000  # in one list
DEEPEST = 6  # lists in lists


class Odd(NamedTuple):
    """A result that is no number, array, text, list or tuple: only its description is kept."""

    description: str


class Unreadable(Exception):
    """What came back has another form than asked for; the message says both."""


def plain(value, depth=0):
    """value as None, bool, int, float, str, ndarray, or a list or tuple of these; else Odd."""
    kind = type(value)
    if value is None or kind is bool:
        return value
    if issubclass(kind, np.ndarray):
        return _plain_array(np.ndarray.view(value, np.ndarray))
    if issubclass(kind, np.generic):
        return _plain_array(np.array(value))
    if issubclass(kind, int):
        number = int.__add__(value, 0)
        return number if abs(number) < 2**63 else Odd("an enormous integer")
    if issubclass(kind, float):
        return float.__add__(value, 0.0)
    if issubclass(kind, str):
        return str.__getitem__(value, slice(0, 200))
    if issubclass(kind, list | tuple):
        base = list if issubclass(kind, list) else tuple
        if base.__len__(value) > MOST_ENTRIES or depth > DEEPEST:
            return Odd(f"a {base.__name__} of {base.__len__(value)} entries")
        return base(plain(entry, depth + 1) for entry in base.__iter__(value))
    return Odd(describe_type(kind))


def _plain_array(array):
    if array.dtype.kind not in "biuf":
        kinds = {"U": "texts", "S": "texts", "c": "complex numbers", "O": "objects"}
        return Odd(f"an array of {kinds.get(array.dtype.kind, 'other things than numbers')}")
    if array.size > MOST_NUMBERS:  # shape first: a broadcast array may be larger than the memory
        return Odd(f"an array of shape {array.shape}")
    return np.array(array, order="C")


def describe_type(kind):
    """'a generator', 'an iterator': the type's name, with its article."""
    known = {"type": "class", "builtin_function_or_method": "function", "dict": "dictionary"}
    name = known.get(kind.__name__, kind.__name__)
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name[:60]}"


def describe(value):
    """A few words for a plain value: its type and shape, never its numbers."""
    if value is None:
        return "None"
    if isinstance(value, Odd):
        return value.description
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" if value.ndim else "a number"
    if isinstance(value, list | tuple):
        name = type(value).__name__
        return f"a {name} of {len(value)}" if value else f"an empty {name}"
    if isinstance(value, str):
        return "a text"
    return "a number"


def encode(tree):
    """A plain value as bytes of JSON."""
    return json.dumps(_pack(tree)).encode()


def decode(data):
    """The plain value that encode() turned into these bytes; ValueError if they are not that."""
    try:
        return _unpack(json.loads(data))
    except (KeyError, TypeError, IndexError, RecursionError) as broken:
        raise ValueError("not a plain value") from broken


def _pack(value):
    if isinstance(value, Odd):
        return {"odd": value.description}
    if isinstance(value, np.ndarray):
        content = base64.b64encode(value.tobytes()).decode()
        return {"array": [value.dtype.str, value.shape, content]}
    if isinstance(value, list | tuple):
        return {type(value).__name__: [_pack(entry) for entry in value]}
    return value


def _unpack(value):
    if not isinstance(value, dict):
        return value
    [(kind, content)] = value.items()
    if kind == "odd":
        return Odd(str(content))
    if kind == "array":
        dtype, shape, data = content
        return np.frombuffer(base64.b64decode(data), np.dtype(dtype)).reshape(shape)
    return {"list": list, "tuple": tuple}[kind](_unpack(entry) for entry in content)
