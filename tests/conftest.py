"""No test depends on how busy the machine is: hypothesis sets no deadline, and draws the same."""

import pytest
from hypothesis import settings

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")


@pytest.fixture
def hurried_large_cases(monkeypatch):
    """Who takes long in a large case is right all the same: 0.3 s are enough to be slow."""
    monkeypatch.setattr("mlp_lesson.checks.engine.trial.LARGE_SECONDS", 0.3)
