"""The commands of the grader; GUIDE.md beside this file says how to use them.

python -m mlp_lesson.grading grade SUBMISSIONS --exercise 05 --out RESULTS [--roster CSV]
"""

import argparse
import os
import secrets
import sys
from pathlib import Path

import platformdirs
from tqdm import tqdm

from . import pool, prepare, reports, results, submissions, tasks


def main(arguments=None):
    """Run a command; 0, or 1 after an error, which is said in a line."""
    options = parser().parse_args(arguments)
    try:
        options.run(options)
        return 0
    except (prepare.NotReady, submissions.InputError, results.ResultsError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or ''} {error.strerror or error}".strip(), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. The same command goes on from here.", file=sys.stderr)
    return 1


def parser():
    made = argparse.ArgumentParser(prog="python -m mlp_lesson.grading", description=__doc__)
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("prepare", help="once a machine: make the sandbox ready")
    command.set_defaults(run=lambda options: print(f"ready: {prepare.prepare()}"))
    add_grade(commands.add_parser("grade", help="mark what a class handed in"))
    command = commands.add_parser("one", help="mark one learner's folder, as Gradescope and CI do")
    command.add_argument("folder", type=Path)
    command.add_argument("--exercise", required=True, choices=tasks.exercises())
    command.add_argument("--results", type=Path, default=Path("results.json"))
    command.add_argument("--secret", type=Path)
    command.set_defaults(run=grade_one)
    command = commands.add_parser("autograder", help="make the zip that Gradescope wants")
    command.add_argument("--exercise", required=True, choices=tasks.exercises())
    command.add_argument("--out", type=Path, default=Path("autograder.zip"))
    command.set_defaults(run=make_autograder)
    command = commands.add_parser("export", help="write the scores into an nbgrader gradebook")
    command.add_argument("results", type=Path)
    command.add_argument("--gradebook", required=True, help="such as sqlite:///gradebook.db")
    command.set_defaults(run=export)
    return made


def add_grade(command):
    add = command.add_argument
    add("submissions", type=Path, help="a folder or a zip; see the guide for the layouts")
    add("--exercise", required=True, choices=tasks.exercises())
    add("--out", type=Path, required=True, help="the folder for results and reports")
    add("--roster", type=Path, help="a CSV with the columns id, last_name, first_name, email")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    add("--dask", metavar="ADDRESS", help="of a Dask scheduler: grade on its workers")
    add("--secret", type=Path, help="a file; hidden inputs follow from what is in it")
    command.set_defaults(run=grade)


def grade(options):
    roster = submissions.read_roster(options.roster) if options.roster else None
    notebook = tasks.notebook_of(options.exercise)
    pile = submissions.collect(options.submissions, notebook, roster)
    secret = read_secret(options.secret)
    store = results.Store(options.out)
    if not options.dask:
        prepare.prepare()
    settings = {"jobs": options.jobs, "dask": options.dask}
    graded = pool.grade_all(pile, options.exercise, secret, store, **settings)
    done = list(tqdm(graded, total=len(pile), unit=" notebooks", disable=None))
    reports.write(options.out, options.exercise, done)
    print(reports.summary(options.out, done))


def grade_one(options):
    """Write Gradescope's results.json for a folder, and say what is in it."""
    files = list(submissions.in_folder(options.folder))
    notebook = tasks.notebook_of(options.exercise)
    submission = submissions.chosen(submissions.Learner("submission"), files, notebook)
    if submission.file is None and not submission.problem:
        names = ", ".join(file.name for file in files) or "no notebook"
        submission = submission._replace(problem=f"{notebook}.ipynb is wanted; there is {names}")
    prepare.prepare()
    result = pool.grade_here(submission, options.exercise, read_secret(options.secret))
    results.write_whole(options.results, reports.tables.gradescope_json(result))
    print("\n\n".join(mark["report"] for mark in result.marks) or f"{result.status}: {result.why}")


def read_secret(path):
    """The bytes from which hidden inputs follow; made at first use, for this user alone."""
    path = path or Path(platformdirs.user_data_dir("mlp-lesson")) / "grader-secret"
    try:
        made = path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        results.write_whole(path, secrets.token_bytes(32))  # mkstemp: mode 600
        made = path.read_bytes()
    if len(made) < 16:
        raise submissions.InputError(f"{path} is no secret: it needs 16 bytes or more.")
    return made


def make_autograder(options):
    from .autograder import make

    make(options.exercise, options.out)
    print(f"{options.out}: upload it as the autograder of exercise {options.exercise}.")


def export(options):
    from .reports.gradebook import export

    print(export(options.results, options.gradebook))


if __name__ == "__main__":
    sys.exit(main())
