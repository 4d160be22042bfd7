"""Exercise 07: steps, bumps, and a function that follows any other."""

ORDER = ("step", "bump", "approximate", "bumps_needed", "ramp_network", "max_network")
