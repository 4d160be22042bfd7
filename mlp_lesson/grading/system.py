"""The system calls that the guest's Python makes, answered from files held in memory.

About two dozen calls of WASI's first preview are answered here; every other one fails. There is no
folder of the host behind any of them, no network, process or thread. The clock shows the work done
(so the same code sees the same times on a busy machine), a sleep moves it on at once, and random
bytes come from a seed: a submission gets the same mark each time it is graded.
"""

import random
import struct

BADF, FAULT, INVAL, NOENT, NOSYS, ROFS = 8, 21, 28, 44, 52, 69  # errno
FOLDER, FILE, TERMINAL = 3, 4, 2  # kinds of a file
ROOT = 3  # the descriptor of the one folder, which is open from the start
MASK = 0xFFFFFFFF
MOST_OPEN, MOST_BUFFERS, LONGEST_PATH, MOST_RANDOM = 64, 1024, 4096, 1 << 20
NEW_YEAR = 1_767_225_600 * 10**9  # 2026 in nanoseconds: what the clock shows at first


class Exit(Exception):
    """The guest called exit()."""


class System:
    """Methods are system calls: (memory, *numbers of the guest) -> errno.

    files: {name: bytes}; clock: () -> nanoseconds of work; each raises what it likes if a number
    is out of range, and box.py turns that into FAULT.
    """

    def __init__(self, files, seed, clock):
        self.files, self.clock, self.slept = files, clock, 0
        self.random = random.Random(seed)
        self.open = {}  # descriptor: [bytes, place]

    def answer(self, name):
        if not name.startswith("_") and name in vars(System):
            return getattr(self, name)
        return lambda memory, *numbers: ROFS if name.startswith("path_") else NOSYS

    # ---- arguments, clock, random numbers, exit

    def args_sizes_get(self, memory, count, size):
        memory.put(count, "<I", 0)
        return memory.put(size, "<I", 0)

    environ_sizes_get = args_sizes_get

    def args_get(self, memory, *places):
        return 0

    environ_get = sched_yield = fd_fdstat_set_flags = args_get

    def clock_time_get(self, memory, clock, precision, out):
        return memory.put(out, "<Q", (0 if clock else NEW_YEAR) + self._now())

    def _now(self):
        return self.clock() + self.slept

    def poll_oneoff(self, memory, events, out, n, n_out):
        """The first thing waited for has come; if that was a time, it is that time now."""
        user, kind, timeout, flags = struct.unpack("<QB15xQ8xH6x", memory.take(events, 48))
        if kind == 0:
            absolute = flags & 1
            self.slept += max(timeout - self._now() if absolute else timeout, 0) % 2**62
        memory.put(out, "<QHB21x", user, 0, kind)
        return memory.put(n_out, "<I", 1)

    def random_get(self, memory, at, size):
        if size > MOST_RANDOM:
            return INVAL
        return memory.put(at, f"{size}s", self.random.randbytes(size))

    def proc_exit(self, memory, status):
        raise Exit(status)

    # ---- files: all are read, none is written

    def fd_prestat_get(self, memory, fd, out):
        return memory.put(out, "<II", 0, 1) if fd == ROOT else BADF

    def fd_prestat_dir_name(self, memory, fd, at, size):
        return memory.put(at, "1s", b"/") if fd == ROOT else BADF

    def path_open(self, memory, fd, _, at, size, how, *more):
        name, out = self._name(memory, fd, at, size), more[-1]
        if how:  # to create, to empty, as a folder
            return ROFS
        if name not in self.files:
            return NOENT
        number = next(n for n in range(ROOT + 1, ROOT + MOST_OPEN) if n not in self.open)
        self.open[number] = [self.files[name], 0]
        return memory.put(out, "<I", number)

    def path_filestat_get(self, memory, fd, _, at, size, out):
        name = self._name(memory, fd, at, size)
        if name in self.files:
            return self._put_status(memory, out, FILE, len(self.files[name]))
        if any(file.startswith(f"{name}/") or not name for file in self.files):
            return self._put_status(memory, out, FOLDER, 0)
        return NOENT

    def _name(self, memory, fd, at, size):
        if fd != ROOT or size > LONGEST_PATH:
            raise KeyError
        return memory.take(at, size).decode().strip("/.")

    def fd_filestat_get(self, memory, fd, out):
        if fd == ROOT:
            return self._put_status(memory, out, FOLDER, 0)
        return self._put_status(memory, out, FILE, len(self.open[fd][0]))

    def _put_status(self, memory, out, kind, size):
        return memory.put(out, "<QQB7xQQQQQ", 1, 1, kind, 1, size, 0, 0, 0)

    def fd_fdstat_get(self, memory, fd, out):
        if fd > ROOT and fd not in self.open:
            return BADF
        kind = TERMINAL if fd < ROOT else FOLDER if fd == ROOT else FILE
        return memory.put(out, "<BxHxxxxQQ", kind, 0, MASK, MASK)

    def fd_read(self, memory, fd, buffers, n, out):
        done, file = 0, self.open[fd] if fd else [b"", 0]
        for place, size in self._buffers(memory, buffers, n):
            part = file[0][file[1] : file[1] + size]
            memory.write(place, part)
            file[1] += len(part)
            done += len(part)
        return memory.put(out, "<I", done)

    def fd_write(self, memory, fd, buffers, n, out):
        """What is printed goes nowhere."""
        if fd not in (1, 2):
            return BADF
        size = sum(size for _, size in self._buffers(memory, buffers, n))
        return memory.put(out, "<I", size & MASK)

    def _buffers(self, memory, at, n):
        if n > MOST_BUFFERS:
            raise ValueError
        return struct.iter_unpack("<II", memory.take(at, 8 * n))

    def fd_seek(self, memory, fd, offset, whence, out):
        data, place = self.open[fd]
        place = (0, place, len(data))[whence] + offset
        if not 0 <= place <= 1 << 40:
            return INVAL
        self.open[fd][1] = place
        return memory.put(out, "<Q", place)

    def fd_tell(self, memory, fd, out):
        return memory.put(out, "<Q", self.open[fd][1])

    def fd_close(self, memory, fd):
        return 0 if self.open.pop(fd, None) else BADF
