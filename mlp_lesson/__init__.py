"""The helper package of the course: import what a lesson needs from its modules.

    from mlp_lesson.activations import sigmoid
    from mlp_lesson.network import forward, backward

Importing the package itself loads nothing else, so it costs next to nothing.
"""

__version__ = "0.1.0"
