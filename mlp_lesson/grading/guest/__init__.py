"""What runs beside the learner's code: nothing in here is secret, and nothing it says is believed.

The learner may subvert all of it; that can only lose marks. One request comes in through the door,
one reply goes out; see sandbox.py for what may be asked.
"""
