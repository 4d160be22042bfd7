"""The grader: marks the exercises of a class, whatever is in the notebooks that were handed in.

    python -m mlp_lesson.grading grade SUBMISSIONS --exercise 05 --out RESULTS

GUIDE.md is the instructor's page. From the outside in:

    __main__      the commands               pool       many submissions at once, resumed if killed
    submissions   who handed in what         results    one file a submission
    oracle        hidden cases, marks        reports/   tables and pages
    sandbox       the learner's Python, behind a pipe; box, system, prepare are its other side
    guest/        what runs in there; cut    the part of the course that may be imported in there
    frames        values as bytes

Nothing outside this folder imports it. No solution and no expected value enters the guest.
"""
