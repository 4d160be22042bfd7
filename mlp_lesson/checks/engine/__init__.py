"""Run an answer, judge it, recognise the mistake and put it into words. Knows no task."""
