"""Values as bytes, and back: what passes between the grader and the guest.

A frame is a number of parts, each behind its length in 4 bytes. The first part is a JSON tree of
None, bool, int, float, str, lists and tuples, in which an array is its dtype, its shape and the
number of the part that holds its numbers. Nothing is unpickled, and no object can be named by a
guest: only with named=True, on the way *into* the guest, a tree may hold functions of the course
(by module and name) and random generators (by state).
"""

import importlib
import json
import math
import struct
from itertools import pairwise

import numpy as np

from ..checks.engine.plain import Odd

DTYPES = {"|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8"}
MOST_TEXT, MOST_VALUES, DEEPEST = 1 << 21, 100_000, 10
MOST_DIMENSIONS, LONGEST_STRING = 16, 2000


class Broken(ValueError):
    """Bytes that dump() would not have made."""


def dump(value):
    """The bytes of a value."""
    arrays = []
    text = json.dumps(_tree(value, arrays)).encode()
    return b"".join(struct.pack("<I", len(part)) + part for part in [text, *arrays])


def _tree(value, arrays):
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value, order="C")
        array = array.astype(array.dtype.newbyteorder("<"), copy=False)
        arrays.append(array.tobytes())
        kind = "scalar" if isinstance(value, np.generic) else "array"  # += changes only an array
        return {kind: [array.dtype.str, list(array.shape), len(arrays)]}
    if isinstance(value, np.random.Generator):
        return {"rng": value.bit_generator.state}
    if isinstance(value, Odd):
        return {"odd": value.description[:LONGEST_STRING]}
    if isinstance(value, type) or not callable(value):
        if isinstance(value, list | tuple):
            kind = "list" if isinstance(value, list) else "tuple"
            return {kind: [_tree(entry, arrays) for entry in value]}
        return value
    if isinstance(value, tuple):  # a NamedTuple that can be called: its class, and its fields
        return {"made": [*_name(type(value)), [_tree(entry, arrays) for entry in value]]}
    return {"function": _name(value)}


def names_in(value):
    """[(module, name)] of the functions and classes that load() will look for."""
    found, todo = [], [_tree(value, [])]
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            [(kind, content)] = node.items()
            if kind in ("function", "made"):
                found.append(tuple(content[:2]))
            todo += [content[2]] if kind == "made" else [content]
        elif isinstance(node, list):
            todo += node
    return found


def _name(thing):
    return [thing.__module__, thing.__qualname__]


def load(data, *, named=False):
    """The value in these bytes; Broken if they are not exactly such a frame."""
    try:
        parts = _parts(data)
        if len(parts[0]) > MOST_TEXT:
            raise Broken("too much text")
        return _Reader(parts, named).value(json.loads(parts[0].decode()), 0)
    except Broken:
        raise
    except Exception as error:  # no JSON, nested too deep, no such name ...
        raise Broken(f"unreadable ({type(error).__name__})") from None


def _parts(data):
    ends, at = [0], 0
    while at < len(data):
        at += 4 + struct.unpack_from("<I", data, at)[0]
        ends.append(at)
        if at > len(data) or len(ends) > MOST_VALUES:
            raise Broken("a frame of another size than it says")
    return [data[start + 4 : end] for start, end in pairwise(ends)]


def writable(text):
    """The text, with ? for halves of characters, which no file takes."""
    return text.encode("utf-8", "replace").decode()


class _Reader:
    """Turns a tree back into a value, and counts how many entries it has."""

    def __init__(self, parts, named):
        self.parts, self.left = parts, MOST_VALUES
        self.kinds = {"array": self.array, "scalar": self.scalar, "odd": self.odd}
        if named:
            self.kinds |= {"rng": self.rng, "function": self.function, "made": self.made}

    def value(self, tree, depth):
        self.left -= 1
        if self.left < 0 or depth > DEEPEST:
            raise Broken("too many values")
        if tree is None or type(tree) in (bool, float) or type(tree) is int and abs(tree) < 2**63:
            return tree
        if type(tree) is str and len(tree) <= LONGEST_STRING:
            return writable(tree)
        if type(tree) is not dict or len(tree) != 1:
            raise Broken("not a value")
        [(kind, content)] = tree.items()
        if type(content) is list and kind in ("list", "tuple"):
            entries = [self.value(entry, depth + 1) for entry in content]
            return entries if kind == "list" else tuple(entries)
        if kind not in self.kinds:
            raise Broken("an unknown kind of value")
        return self.kinds[kind](content)

    def array(self, content):
        dtype, shape, number = content
        if dtype not in DTYPES or len(shape) > MOST_DIMENSIONS:
            raise Broken("no array of numbers")
        if not all(type(n) is int and 0 <= n < 2**31 for n in [*shape, number]) or number < 1:
            raise Broken("an array without a size")
        part = self.parts[number]
        if math.prod(shape) * np.dtype(dtype).itemsize != len(part):
            raise Broken("an array of another size than it says")
        if dtype == "|b1":  # a byte may hold anything
            return (np.frombuffer(part, np.uint8) != 0).reshape(shape)
        return np.frombuffer(part, dtype).reshape(shape).copy()

    def scalar(self, content):
        return self.array(content)[()]

    def odd(self, content):
        if type(content) is not str or len(content) > LONGEST_STRING:
            raise Broken("no description")
        return Odd(writable(content))

    def rng(self, state):
        rng = np.random.default_rng()
        rng.bit_generator.state = state
        return rng

    def function(self, content):
        module, name = content
        return getattr(importlib.import_module(module), name)

    def made(self, content):
        *name, fields = content
        return self.function(name)(*(self.value(field, 2) for field in fields))
