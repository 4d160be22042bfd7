"""A package, so that its JupyterLab and its browser close with its last test."""
