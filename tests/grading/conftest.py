"""The sandbox of this machine, prepared once and kept; skipped where it cannot be had."""

import pytest

from mlp_lesson.grading import prepare


@pytest.fixture(scope="session")
def prepared():
    """The folder with the compiled interpreter."""
    try:
        return prepare.prepare()
    except prepare.NotReady as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def oracle_of(prepared):
    """exercise -> its Oracle, all in one sandbox."""
    from functools import cache

    from mlp_lesson.grading.oracle import Oracle
    from mlp_lesson.grading.sandbox import Sandbox

    sandbox = Sandbox(prepared)
    yield cache(lambda exercise: Oracle(exercise, b"a secret of the tests", sandbox))
    sandbox.close()
