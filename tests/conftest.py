"""No test depends on how busy the machine is: hypothesis sets no deadline, and draws the same."""

from hypothesis import settings

settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")
