"""Files that are no notebooks: {what is wrong: bytes}."""

import json

from exercise_05 import as_bytes, solved

WHOLE = as_bytes(solved())


def with_cells(cells):
    return as_bytes(solved() | {"cells": cells})


BROKEN = {
    "empty": b"",
    "cut off": WHOLE[: len(WHOLE) // 2],
    "binary": bytes(range(256)) * 100,
    "a zip": b"PK\3\4" + bytes(1000),
    "a page": b"<!DOCTYPE html><html><body>Please sign in</body></html>",
    "a list": b"[1, 2, 3]",
    "no cells": json.dumps({"nbformat": 4, "metadata": {}}).encode(),
    "cells that are no list": with_cells({"0": "x"}),
    "cells that are no cells": with_cells([1, "two", None]),
    "a source that is a number": with_cells([{"cell_type": "code", "source": 7}]),
    "a source of numbers": with_cells([{"cell_type": "code", "source": [1, 2]}]),
    "UTF-16": json.dumps(solved()).encode("utf-16"),
    "not UTF-8": WHOLE.replace(b"import", b"\xff\xfe"),
    "nested too deep": b"[" * 200_000 + b"]" * 200_000,
    "a number too long": b'{"cells": ' + b"9" * 100_000 + b"}",
    "null bytes": bytes(10_000),
}
