"""A whole class: many submissions at once, each graded once, whatever stops the run.

joblib spreads them over processes of this machine or, given the address of a scheduler, over a
Dask cluster. A worker gets the bytes of a notebook and gives back marks; only this process writes.
"""

import atexit
import os
import threading
import time
from contextlib import contextmanager
from functools import cache

from . import oracle, prepare, results, sandbox

TRIES = 2  # if the process with the guest is lost
ONE_AT_A_TIME = threading.Lock()  # the checks are not made for threads, and a worker may have some


def grade_all(submissions, exercise, secret, store, *, jobs, dask=None):
    """Yields a Result for each submission, in the order in which they get ready.

    Results that the store has already are taken from it, new ones are saved as they come.
    """
    todo, keys = [], {}
    for number, submission in enumerate(submissions):
        result, keys[number] = known(submission, exercise, secret, store)
        if result is None:
            todo.append((number, submission))
        else:
            yield result
    work = ((number, submission.file) for number, submission in todo)
    jobs = max(min(jobs, len(todo)), 1)
    for number, outcome in spread(work, exercise, secret, jobs=jobs, dask=dask):
        result = finished(submissions[number], exercise, outcome)
        store.save(keys[number], result)
        yield result


def grade_here(submission, exercise, secret):
    """The Result of one submission, graded in this process and stored nowhere."""
    if submission.file is None or submission.problem:
        return results.not_graded(submission, exercise, submission.problem)
    _, outcome = grade_one(0, submission.file.read(), exercise, secret)
    return finished(submission, exercise, outcome)


def finished(submission, exercise, outcome):
    if isinstance(outcome, str):
        return results.not_graded(submission, exercise, outcome)
    return results.from_graded(submission, exercise, outcome)


def known(submission, exercise, secret, store):
    """(Result or None, its key): what needs no grading, or no more."""
    if submission.file is None or submission.problem:
        return results.not_graded(submission, exercise, submission.problem), None
    try:
        notebook = submission.file.read()
    except (OSError, ValueError) as error:
        return results.not_graded(submission, exercise, f"cannot be read: {error}"), None
    key = results.key_of(submission.learner, exercise, notebook, secret)
    return store.load(key), key


def spread(work, exercise, secret, *, jobs, dask):
    """Yields (number, Graded or why not) for (number, file) pairs, as they get ready."""
    from joblib import Parallel, delayed, parallel_config

    calls = (delayed(grade_one)(n, file.read(), exercise, secret) for n, file in work)
    with cluster(dask) as workers:
        jobs = workers or jobs
        with parallel_config(backend="dask" if dask else "loky"):
            parallel = Parallel(jobs, return_as="generator_unordered", pre_dispatch=2 * jobs)
            yield from parallel(calls)


@contextmanager
def cluster(address):
    """The number of threads of the Dask cluster at an address; 0 where there is none."""
    if address is None:
        yield 0
        return
    from dask.distributed import Client

    with Client(address) as client:
        yield sum(client.nthreads().values())


def grade_one(number, notebook, exercise, secret):
    """(number, Graded or the reason why there is none); runs in a worker."""
    with ONE_AT_A_TIME:
        for _ in range(TRIES):
            try:
                return number, worker(exercise, secret).grade(notebook)
            except oracle.NotGraded as error:
                return number, str(error)
            except sandbox.BoxLost as error:
                why = str(error)
            except MemoryError:
                why = "the grader had no memory left"
        return number, why


@cache
def worker(exercise, secret):
    """The Oracle of this process; process and guest end with the one that started them."""
    box = sandbox.Sandbox(prepare.folder())
    atexit.register(box.close)
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    return oracle.Oracle(exercise, secret, box)


def end_with(parent):
    """A worker whose run was killed has nobody to work for."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
