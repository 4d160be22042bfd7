"""A learner's Python behind a pipe: open a notebook, run its cells, call its functions, close.

The guest is CPython with NumPy in WebAssembly, in a process of its own (box.py) that is started
again whenever it is gone. All that comes back is bytes, read strictly (frames.py). Nothing is
timed: what a guest may do is counted in fuel, so a mark does not depend on how busy the machine is.
This process never loads wasmtime.
"""

import math
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

from . import frames

BILLION = 10**9
FUEL_PER_SECOND = 80 * BILLION  # for a second that a task grants; natively Python uses 40 in one
FUEL_PER_CELL = 240 * BILLION
FUEL_TO_OPEN = 200 * BILLION
SLOWEST = BILLION // 2  # fuel in a second of the clock, 20 times less than here: else it is stuck
ROOT = Path(__file__).parent.parent.parent


class Ended(Exception):
    """The guest is gone, by its own doing: an exit, a crash, no memory."""


class TooLong(Ended):
    """It has used up its fuel."""


class BoxLost(Exception):
    """The process with the guest is gone or stuck: a fault of ours or the machine's, no verdict."""


class Opened(NamedTuple):
    """What a notebook is before any of its code has run."""

    n_cells: int
    fingerprint: str  # the same for two notebooks that differ in names and layout only
    problem: str = ""  # why it is no notebook


class Sandbox:
    """One guest at a time; prepared: the folder that prepare.py made."""

    def __init__(self, prepared):
        self.prepared, self.process = prepared, None
        self.spent = 0  # fuel, by the guest that was opened last
        self.until = math.inf  # when the box must have answered

    def open(self, guest_zip, seed, notebook, stand_ins):
        """A fresh guest with this notebook (bytes); stand_ins: names of modules, as in cut.py."""
        self._ask(b"o", guest_zip, seed, wall=300)
        request = "open", np.frombuffer(notebook, np.uint8), *map(list, stand_ins)
        reply = self._turn(request, FUEL_TO_OPEN)
        if type(reply) is str:
            return Opened(0, "", reply)
        return Opened(*_of_types(reply, int, str))

    def run_cell(self, number, *, definitions_only=False):
        """'' or the error that a code cell ended with."""
        return _of_types((self._turn(("cell", number, definitions_only), FUEL_PER_CELL),), str)[0]

    def candidates(self, name):
        """How many functions of the notebook may be meant by a task's name: 1 or 2."""
        reply = self._turn(("candidates", name), FUEL_PER_CELL)
        return 2 if type(reply) is int and reply == 2 else 1

    def call(self, name, candidate, observe, args, seconds):
        """What a call came to, a tuple as long as an Outcome; seconds: what the task grants."""
        fuel = int(seconds * FUEL_PER_SECOND)
        return self._turn(("call", name, candidate, observe, args), fuel)

    def _turn(self, request, fuel):
        return frames.load(self._ask(b"t", frames.dump(request), fuel, 60 + fuel / SLOWEST))

    def _ask(self, kind, content, number, wall):
        """The box's reply; wall: seconds after which the box itself must be broken."""
        if self.process is None or self.process.poll() is not None:
            if kind != b"o":
                raise Ended("the guest is gone")
            self._start()
        head = len(content).to_bytes(4, "little") + kind + number.to_bytes(8, "little")
        self.until = time.monotonic() + wall
        try:
            self.process.stdin.write(head)
            self.process.stdin.write(content)
            self.process.stdin.flush()
            size, kind, self.spent = self._head()
            reply = self._read(size)
        except (OSError, EOFError):
            self.close()
            raise BoxLost("the process that runs the notebook was lost") from None
        finally:
            self.until = math.inf
        if kind == b"+":
            return reply
        raise (TooLong if kind == b">" else Ended)(reply.decode(errors="replace"))

    def _start(self):
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "mlp_lesson.grading.box", str(self.prepared)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        threading.Thread(target=self._watch, args=(self.process,), daemon=True).start()

    def _watch(self, process):
        """End a box that has not answered in time."""
        while process.poll() is None:
            time.sleep(1)
            if time.monotonic() > self.until:
                process.kill()

    def _head(self):
        head = self._read(13)
        return int.from_bytes(head[:4], "little"), head[4:5], int.from_bytes(head[5:], "little")

    def _read(self, size):
        data = self.process.stdout.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def close(self):
        """End the process, and the guest with it."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def _of_types(values, *types):
    """values, if they are a tuple of these types; else Broken."""
    if type(values) is not tuple or [type(v) for v in values] != list(types):
        raise frames.Broken("another reply than was asked for")
    return values
