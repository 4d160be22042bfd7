"""The process with the guest in it: started by sandbox.py, and it knows no marks.

Only wasmtime's core is used. Requests come in on stdin and replies go out on stdout, each behind
its size. What a guest may do is counted in fuel, wasmtime's measure of instructions; a system call
costs fuel too. The process ends when its starter does, or after a minute without work.
"""

import mmap
import os
import queue
import struct
import sys
import threading
from pathlib import Path

import wasmtime as wt

from .system import FAULT, MASK, Exit, System

MEMORY, STACK, PAGE = 1 << 30, 1 << 20, 1 << 16  # bytes
MOST_REPLY, MOST_USES = 32 << 20, 1000  # bytes; uses of the door in a turn
FUEL_PER_CALL = 200_000  # what a system call costs
FUEL_PER_SECOND = 80 * 10**9  # what the clock shows: as sandbox.py grants it
FUEL_TO_BEGIN = 10**11
LIBRARY, GUEST = "usr/local/lib/python315.zip", "guest.zip"
PYTHON, FILES = "python.cwasm", "python315.zip"  # in the prepared folder
IDLE = 60  # seconds
BEGIN = """
import sys
for finder in list(sys.path_importer_cache.values()):  # the snapshot remembers the zip as it was
    if finder:
        finder.invalidate_caches()
sys.path.append('/guest.zip')
import numpy.random  # NumPy puts it off until it is used, and every guest uses it
from mlp_lesson.grading.guest.answers import serve
"""
OPEN, TURN = b"o", b"t"  # kinds of a request
GOOD, ENDED, TOO_LONG = b"+", b"-", b">"  # kinds of a reply
HEAD = struct.Struct("<IcQ")  # size of what follows, kind, fuel


class Ended(Exception):
    """The guest is gone: a trap, an exit, no fuel."""

    kind = ENDED


class TooLong(Ended):
    kind = TOO_LONG


def engine():
    config = wt.Config()
    config.consume_fuel = True
    config.max_wasm_stack = STACK
    return wt.Engine(config)


class Memory:
    """The guest's memory, during a call that it makes: every access is checked for its bounds."""

    def __init__(self, caller):
        self.caller, self.memory = caller, caller["memory"]

    def take(self, at, size):
        data = bytes(self.memory.read(self.caller, at, at + size))
        if len(data) != size:
            raise IndexError
        return data

    def write(self, at, data):
        if data:
            self.memory.write(self.caller, data, at)

    def put(self, at, form, *values):
        self.write(at, struct.pack(form, *values))
        return 0


class Host:
    """Holds one guest at a time."""

    def __init__(self, folder):
        self.engine, self.store, self.spent = engine(), None, 0
        self.module = wt.Module.deserialize_file(self.engine, str(folder / PYTHON))
        with (folder / FILES).open("rb") as file:  # mapped: all boxes of a machine share it
            self.library = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.images = {}  # zip for a guest: what its imports do to the memory

    def fresh(self, guest, seed):
        """A new guest that has imported what it needs from the zip `guest`.

        The imports are made once: what they did to the memory is done to that of every other.
        """
        if guest not in self.images:
            self.start(guest, 0)
            before = {at: hash(page) for at, page in self.pages()}
            self.turn(BEGIN, b"", FUEL_TO_BEGIN)
            changed = [(at, page) for at, page in self.pages() if hash(page) != before.get(at)]
            self.images[guest] = changed, self.size(), self.spent
        self.start(guest, seed)
        changed, size, self.spent = self.images[guest]
        self.exports["memory"].grow(self.store, (size - self.size()) // PAGE)
        for at, page in changed:
            self.exports["memory"].write(self.store, page, at)

    def size(self):
        return self.exports["memory"].data_len(self.store)

    def pages(self):
        """(place, content) of each page of the guest's memory."""
        for at in range(0, self.size(), PAGE):
            yield at, bytes(self.exports["memory"].read(self.store, at, at + PAGE))

    def start(self, guest, seed):
        """A new guest that has imported nothing yet."""
        self.close()
        self.store, self.spent = wt.Store(self.engine), 0
        self.store.set_limits(memory_size=MEMORY, instances=1, memories=1)
        system = System({LIBRARY: self.library, GUEST: guest}, seed, self.work_done)
        linker = wt.Linker(self.engine)
        for item in self.module.imports:
            answer = self.door if item.module == "host" else system.answer(item.name)
            function = self.guarded(answer, item.type.params)
            linker.define_func(item.module, item.name, item.type, function, access_caller=True)
        self.arm(b"", FUEL_TO_BEGIN)
        self.exports = linker.instantiate(self.store, self.module).exports(self.store)

    def work_done(self):
        """Nanoseconds of work, by the fuel that has been used."""
        return (self.spent + self.fuel - self.store.get_fuel()) * 10**9 // FUEL_PER_SECOND

    def guarded(self, answer, kinds):
        """No number that the guest hands over makes a call raise anything but Exit or a trap."""
        masks = [MASK if str(kind) == "i32" else -1 for kind in kinds]  # addresses have no sign

        def call(caller, *numbers):
            left = self.store.get_fuel()
            self.store.set_fuel(max(left - FUEL_PER_CALL, 0))
            try:
                numbers = (n & mask for n, mask in zip(numbers, masks, strict=True))
                return answer(Memory(caller), *numbers)
            except (Exit, wt.Trap, wt.WasmtimeError):
                raise
            except Exception:
                return FAULT

        return call

    def door(self, memory, at, size, out, out_size):
        """host.call: b"get" gives the request, b"put..." takes the reply; the last one counts."""
        self.uses += 1
        if size > MOST_REPLY or self.uses > MOST_USES:
            return -2  # it could not be answered
        data, answer = memory.take(at, size), b""
        if data[:3] == b"put":
            self.reply = data[3:]
        else:
            answer = self.request
        place = memory.caller["host_alloc"](memory.caller, len(answer)) & MASK
        memory.write(place, answer)
        memory.put(out, "<I", place)
        return memory.put(out_size, "<I", len(answer))

    def arm(self, request, fuel):
        self.request, self.reply, self.uses, self.fuel = request, b"", 0, fuel
        self.store.set_fuel(fuel)

    def turn(self, code, request, fuel):
        """Run code in the guest's __main__; what it sent through the door."""
        if not self.store:
            raise Ended("it has ended")
        self.arm(request, fuel)
        try:
            at = self.exports["host_alloc"](self.store, len(code)) & MASK
            self.exports["memory"].write(self.store, code.encode(), at)
            if self.exports["turn"](self.store, at, len(code)) >= 256:
                raise Exit
        except (wt.Trap, wt.WasmtimeError, IndexError, Exit) as error:
            kind = TooLong if self.store.get_fuel() == 0 else Ended
            self.spent += fuel - self.store.get_fuel()
            self.close()
            raise kind(str(error).strip().split("\n")[-1].strip()[-80:]) from None
        self.spent += fuel - self.store.get_fuel()
        return self.reply

    def close(self):
        if self.store:
            self.store.close()
            self.store = None


def requests():
    """Yields (kind, fuel, content) from stdin, read by a thread that sees when the starter ends."""
    waiting = queue.Queue()

    def read(size):
        data = sys.stdin.buffer.read(size)
        if len(data) < size:
            os._exit(0)
        return data

    def keep_reading():
        while True:
            size, kind, fuel = HEAD.unpack(read(HEAD.size))
            waiting.put((kind, fuel, read(size)))

    threading.Thread(target=keep_reading, daemon=True).start()
    while True:
        try:
            yield waiting.get(timeout=IDLE)
        except queue.Empty:
            os._exit(0)


def serve(folder):
    host = Host(Path(folder))
    for kind, fuel, content in requests():
        try:
            if kind == OPEN:  # the number is a seed then
                host.fresh(content, fuel)
                reply = b""
            else:
                reply = host.turn("serve()", content, fuel)
            kind = GOOD
        except Ended as error:
            kind, reply = error.kind, str(error).encode()
        sys.stdout.buffer.write(HEAD.pack(len(reply), kind, host.spent) + reply)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
