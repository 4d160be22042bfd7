"""Call a learner's function so that nothing it does can harm the notebook.

All calls of one check run in one forked child, each under a deadline, with a limit on memory and
with the output kept back; the child sends plain values over a pipe (see plain.py). Where there
is no fork (Windows), or none that a matrix product survives (macOS, whose Accelerate library may
hang in a forked child), a thread takes its place: bounded in time too, but a crash is not caught.
"""

import builtins
import contextlib
import copy
import ctypes
import faulthandler
import gc
import linecache
import os
import select
import signal
import sys
import sysconfig
import threading
import time
import traceback
import warnings
from functools import cache
from pathlib import Path
from timeit import Timer
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from .plain import decode, encode, plain

FORKS = sys.platform == "linux"
MEMORY = 4 << 30  # bytes that the learner's calls may add; BLAS reserves much for each core
LARGEST_FRAME = 1 << 26
NOT_THE_LEARNERS = tuple(
    str(Path(place).resolve()) + os.sep
    for place in (
        Path(__file__).parents[2],
        *(sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")),
    )
)


class Outcome(NamedTuple):
    """What one call came to."""

    kind: str  # value, error, timeout, died or skipped
    value: object = None  # plain, if kind is value
    error: tuple = ()  # (type, message, learner's line or ""), if kind is error
    changed: tuple = ()  # positions of the arguments that the call changed
    warned: str = ""  # the first RuntimeWarning
    printed: str = ""  # the beginning of what was printed
    seconds: float = 0.0


def run(function, cases, *, seconds, observe=None):
    """Outcomes of observe(function, *args) for each of the argument tuples in cases.

    seconds: the deadline of each call, or a list of them. After a call that overran it, or that
    ended the process, the cases left are "skipped".
    """
    seconds = seconds if isinstance(seconds, list) else [seconds] * len(cases)
    if FORKS:
        with contextlib.suppress(OSError):  # no process to be had: the thread will do
            return _run_forked(function, cases, seconds, observe)
    return _run_threaded(function, cases, seconds, observe)


def run_here(function, cases, *, observe=None):
    """The same without a child, for functions of our own."""
    with _quiet() as sink:
        return [call(function, args, sink, observe) for args in cases]


def call(function, args, sink, observe=None):
    """One Outcome; whatever the function raises is part of it."""
    given = copy.deepcopy(args)
    sink.head = ""
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            start = time.process_time()  # of computing: waiting for a busy machine does not count
            result = observe(function, *given) if observe else function(*given)
            seconds = time.process_time() - start
        value = plain(result)
    except BaseException as error:  # SystemExit and KeyboardInterrupt too: it is the learner's
        return Outcome("error", error=_explain(error), printed=sink.head)
    changed = tuple(i for i, (a, b) in enumerate(zip(args, given, strict=True)) if differ(a, b))
    numeric = [str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)]
    warned = numeric[0][:200] if numeric else ""
    return Outcome("value", value, (), changed, warned, sink.head, seconds)


def differ(before, after):
    """Was an argument changed by the call? Callables and random generators do not count."""
    if isinstance(before, np.ndarray):
        nan = before.dtype.kind == "f"
        return type(after) is not np.ndarray or not np.array_equal(before, after, equal_nan=nan)
    if isinstance(before, list | tuple):
        if type(after) is not type(before) or len(before) != len(after):
            return True
        return any(differ(a, b) for a, b in zip(before, after, strict=True))
    return False


def _explain(error):
    """(type, message, line): of the learner's own code, the line that raised; no stack."""
    try:
        message = " ".join(str(error)[:2000].split())
    except BaseException:
        message = ""
    line = ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if not os.path.abspath(name).startswith(NOT_THE_LEARNERS):
            at = number or 0  # None where an alarm rang between two lines
            found = linecache.getline(name, at, frame.f_globals).strip()
            line = found or line or "..."  # compiled code, as in NumPy's rng, has no text
    return str(type(error).__name__)[:60], message[:300], line[:120]


class _Sink:
    """Takes what is printed and keeps its beginning."""

    encoding, head = "utf-8", ""

    def write(self, text):
        self.head += text[: 300 - len(self.head)] if len(self.head) < 300 else ""
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


@contextlib.contextmanager
def _quiet():
    """Nothing printed meanwhile is shown, and input() does not wait."""
    kept = sys.stdout, sys.stderr, builtins.input
    sink = _Sink()
    sys.stdout = sys.stderr = sink
    builtins.input = _no_input
    try:
        yield sink
    finally:
        sys.stdout, sys.stderr, builtins.input = kept


def _no_input(prompt=""):
    raise EOFError("a function that is being checked cannot ask for input")


# ---- a forked child ---------------------------------------------------------------------------


def _run_forked(function, cases, seconds, observe):
    reader, writer, blas = *os.pipe(), _blas()
    with warnings.catch_warnings():  # Python 3.12 warns: a kernel has threads. The child uses none
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _be_the_child(writer, blas, function, cases, observe)
    os.close(writer)
    outcomes = []
    try:
        for deadline in seconds:
            outcomes.append(_receive(reader, deadline, child))
            if outcomes[-1].kind in ("timeout", "died"):
                break
    finally:
        os.close(reader)
        _end(child)
    return outcomes + [Outcome("skipped")] * (len(cases) - len(outcomes))


@cache
def _blas():
    """What can be told how many threads to use: found once, since the search takes milliseconds."""
    return ThreadpoolController()


def _be_the_child(writer, blas, function, cases, observe):
    """Runs the calls and never returns."""
    try:
        blas.limit(limits=1)  # threads that wait for each other on a busy machine take ages
        os.setsid()  # so that whatever it starts can be ended with it
        gc.freeze()  # the notebook's objects are not ours to finalise
        faulthandler.disable()
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        _limit_memory()
        _forbid_timing()
        with _quiet() as sink:
            for args in cases:
                _send(writer, call(function, args, sink, observe))
    finally:
        os._exit(0)


def _forbid_timing():
    """A `%timeit` or `timeit()` left in an answer would run it many times, in every case."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None

    def forbidden(name, *args, **kwargs):
        raise RuntimeError(f"a function that is being checked cannot use %{name}: take it out")

    def timeit(*args, **kwargs):
        raise RuntimeError("a function that is being checked cannot use timeit: take it out")

    if shell:
        shell.run_line_magic = shell.run_cell_magic = forbidden
    Timer.timeit = timeit  # behind everything in the module


def _limit_memory():
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, OSError, ValueError):  # not Linux: the deadline must do
        pass


def _send(writer, outcome):
    data = encode(tuple(outcome))
    data = memoryview(len(data).to_bytes(4, "big") + data)
    while data:
        data = data[os.write(writer, data) :]


def _receive(reader, seconds, child):
    deadline = _Deadline(seconds, child)
    try:
        size = int.from_bytes(_read(reader, 4, deadline), "big")
        if size > LARGEST_FRAME:
            return Outcome("died")
        return Outcome(*decode(_read(reader, size, deadline)))
    except TimeoutError:
        return Outcome("timeout", seconds=seconds)
    except (EOFError, ValueError, TypeError):
        return Outcome("died")


class _Deadline:
    """So many seconds; more where a busy machine does not let the child compute."""

    def __init__(self, seconds, child):
        self.seconds, self.child = seconds, child
        self.start, (self.before, _) = time.monotonic(), _computed(child)

    def left(self):
        """Seconds to wait from now on; 0 if the time is up."""
        passed = time.monotonic() - self.start
        if passed < self.seconds:
            return self.seconds - passed
        total, state = _computed(self.child)
        starved = state == "R" and total - self.before < self.seconds / 2
        return 0.1 if starved and passed < 20 * self.seconds else 0


def _computed(child):
    """(seconds that the process has computed, "R" if it would go on if it were let)."""
    try:
        stat = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"), stat[0]
    except (OSError, ValueError, IndexError):  # it has ended
        return 0.0, ""


def _read(reader, size, deadline):
    data = bytearray()
    while len(data) < size:
        while not select.select([reader], [], [], wait := deadline.left())[0]:
            if wait <= 0:
                raise TimeoutError
        part = os.read(reader, min(size - len(data), 1 << 20))
        if not part:
            raise EOFError
        data += part
    return bytes(data)


def _end(child):
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            kill(child, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.waitpid(child, 0)


# ---- a thread, where there is no fork ----------------------------------------------------------


def _run_threaded(function, cases, seconds, observe):
    outcomes, stopped = [], threading.Event()
    with _quiet() as sink:

        def work():
            for args in cases:
                outcome = call(function, args, sink, observe)
                if stopped.is_set():
                    return
                outcomes.append(outcome)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        for number, allowed in enumerate(seconds):
            deadline = time.monotonic() + allowed
            while len(outcomes) <= number and time.monotonic() < deadline:
                thread.join(0.002)
            if len(outcomes) <= number:
                stopped.set()
                _interrupt(thread)
                outcomes.append(Outcome("timeout", seconds=allowed))
                break
    return outcomes + [Outcome("skipped")] * (len(cases) - len(outcomes))


def _interrupt(thread):
    """Raise SystemExit in the thread, where Python code runs in it."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
    )
